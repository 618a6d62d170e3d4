//! The records of a CSV file of ours. The csv crate's reader brings errors of reading from a disk and a second
//! reader into the pages' download, 3 kB of it; what is in memory can't fail, and this reads it to the same
//! records.

use std::ops::Range;

/// A record: its cells, without their quotes.
#[derive(Clone, Debug, Default)]
pub struct Record {
    text: String,
    ends: Vec<usize>,
}

impl Record {
    /// How many cells it has.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `index`.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or(0)..end)
    }

    /// Its cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// The records of a text, one by one.
pub struct Records<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Records<'a> {
    /// All records of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 } }
    }

    /// Reads the next record into `record` and returns where it begins; `None` at the end.
    pub fn read(&mut self, record: &mut Record) -> Option<usize> {
        record.text.clear();
        record.ends.clear();
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\r' | b'\n')) {
            self.at += 1;
        }
        let start = self.at;
        bytes.get(start)?;
        loop {
            if bytes.get(self.at) == Some(&b'"') {
                self.at += 1;
                self.quoted(record);
            }
            // What stands behind a closing quote belongs to the cell.
            let end = self.until(|byte| matches!(byte, b',' | b'\r' | b'\n'));
            self.take(self.at..end, record);
            record.ends.push(record.text.len());
            self.at = end + 1;
            if bytes.get(end) != Some(&b',') {
                return Some(start);
            }
        }
    }

    /// Reads a quoted cell up to the quote that ends it: two in a row are one of its own.
    fn quoted(&mut self, record: &mut Record) {
        loop {
            let end = self.until(|byte| byte == b'"');
            self.take(self.at..end, record);
            self.at = (end + 1).min(self.text.len());
            if self.text.as_bytes().get(self.at) != Some(&b'"') {
                return;
            }
            record.text.push('"');
            self.at += 1;
        }
    }

    fn until(&self, ends: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.iter().position(|byte| ends(*byte)).map_or(self.text.len(), |place| self.at + place)
    }

    fn take(&self, range: Range<usize>, record: &mut Record) {
        record.text.push_str(self.text.get(range).unwrap_or_default());
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ours(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut record) = (Records::new(text), Record::default());
        let mut found = Vec::new();
        while records.read(&mut record).is_some() {
            found.push(record.iter().map(str::to_owned).collect());
        }
        found
    }

    fn theirs(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.into_records().filter_map(Result::ok);
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn records_begin_where_their_first_cell_does() {
        let (mut records, mut record) =
            (Records::new("\r\n\na,b\r\n\r\n\"c\"\n"), Record::default());
        assert_eq!(records.read(&mut record), Some(3));
        assert_eq!(records.read(&mut record), Some(10));
        assert_eq!((record.get(0), record.get(1), record.len()), (Some("c"), None, 1));
        assert_eq!(records.read(&mut record), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn records_are_those_of_the_csv_crate(text in "\u{feff}?[a稀,,\"\" \r\n]{0,24}") {
            prop_assert_eq!(ours(&text), theirs(&text));
        }
    }
}
