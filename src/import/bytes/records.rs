//! Bytes, in whatever pieces they come, to records and their fields.
//!
//! Quotes are obeyed, line ends may be mixed, and no more is held than the piece being read and what
//! the record across its end needs.

use super::ends::Ends;
use memchr::{memchr, memchr3};

/// A longer record is no line of a table.
pub const LONGEST: usize = 1 << 20;
/// More columns than any table of trade has.
pub const MOST_FIELDS: usize = 4096;

/// One record's fields.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    bytes: &'a [u8],
    /// Where the first field begins.
    start: usize,
    /// Where each field ends.
    ends: &'a [u32],
    /// The line it begins on, counted from 1.
    pub line: u64,
}

impl<'a> Record<'a> {
    /// How many fields there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether the line is blank.
    pub fn is_blank(&self) -> bool {
        (0..self.len()).all(|index| self.field(index).is_empty())
    }

    /// The field at `index`, without its quotes; empty where the record is too short. Doubled quotes
    /// stay doubled: only names have any.
    #[inline]
    pub fn field(&self, index: usize) -> &'a [u8] {
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before).map(|end| *end as usize + 1),
            None => Some(self.start),
        };
        let end = self.ends.get(index).map(|end| *end as usize);
        let range = start.zip(end).map(|(start, end)| start..end);
        let own = range.and_then(|range| self.bytes.get(range)).unwrap_or_default();
        trimmed(unquoted(own))
    }

    /// The field at `index` as words: bytes that are no UTF-8 are taken for Latin-1.
    pub fn text(&self, index: usize) -> String {
        words(self.field(index))
    }
}

/// What stands between a field's quotes; what stands after them is left out.
fn unquoted(field: &[u8]) -> &[u8] {
    match field {
        [b'"', inner @ .., b'"'] => inner,
        [b'"', rest @ ..] => {
            rest.get(..memchr::memrchr(b'"', rest).unwrap_or(rest.len())).unwrap_or(rest)
        }
        _ => field,
    }
}

/// A field's bytes as words: doubled quotes single, and without what a page could not show.
pub fn words(bytes: &[u8]) -> String {
    let mut text: String = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    // Marks of byte order may stand within joined files.
    text.retain(|letter| !letter.is_control() && letter != '\u{feff}');
    if text.contains("\"\"") {
        text = text.replace("\"\"", "\"");
    }
    let trimmed = text.trim();
    if trimmed.len() < text.len() { trimmed.to_owned() } else { text }
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    match (bytes.first(), bytes.last()) {
        (Some(b' ' | b'\t'), _) | (_, Some(b' ' | b'\t')) => bytes.trim_ascii(),
        _ => bytes,
    }
}

/// What stands in the way of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// No end within [`LONGEST`] bytes.
    Endless,
    /// More than [`MOST_FIELDS`] fields.
    Wide,
    /// The bytes end within quotes.
    Unclosed,
}

/// Where a file's records end before its bytes do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The line that the record begins on.
    pub line: u64,
    pub broken: Broken,
}

/// How a record was found that the quick search stopped at.
enum Found {
    /// It ends here, the line end included.
    End(usize),
    /// The bytes so far do not hold its end.
    Open,
    Broken(Broken),
}

/// How much is searched at once: what is found of it is kept.
const STRETCH: usize = 1 << 16;

/// Cuts bytes into records.
#[derive(Debug)]
pub struct Splitter {
    separator: u8,
    /// A record that was begun and has not ended yet.
    held: Vec<u8>,
    ends: Ends,
    line: u64,
}

impl Splitter {
    /// Cuts fields at `separator`.
    pub fn new(separator: u8) -> Self {
        Self::from_line(separator, 1)
    }

    /// Cuts fields of bytes that begin on a later line.
    pub fn from_line(separator: u8, line: u64) -> Self {
        Self { separator, held: Vec::new(), ends: Ends::default(), line }
    }

    /// What parts the fields.
    pub const fn separator(&self) -> u8 {
        self.separator
    }

    /// The line that the next record begins on.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Takes note of lines that others read.
    pub const fn pass_lines(&mut self, lines: u64) {
        self.line += lines;
    }

    /// Whether no record was begun that has not ended yet.
    pub const fn is_between(&self) -> bool {
        self.held.is_empty()
    }

    /// Takes the next bytes and hands each whole record to `work`.
    ///
    /// # Errors
    /// How a record is broken, with the line it begins on.
    pub fn feed(&mut self, bytes: &[u8], work: &mut impl FnMut(Record<'_>)) -> Result<(), Stop> {
        let begun = self.held.len();
        let mut held = std::mem::take(&mut self.held);
        let (mut rest, mut more) = (bytes, 1 << 10);
        let mut cut = 0;
        // Of a record that was begun, only as much is copied together as it takes to end it.
        while begun > 0 && cut < begun {
            if rest.is_empty() {
                self.held = held;
                return Ok(());
            }
            let (next, later) = rest.split_at(more.min(rest.len()));
            held.extend_from_slice(next);
            (rest, more) = (later, more * 2);
            cut = self.cut(&held, work)?;
        }
        let rest = bytes.get(cut - begun..).unwrap_or_default();
        let cut = self.cut(rest, work)?;
        held.clear();
        held.extend_from_slice(rest.get(cut..).unwrap_or_default());
        self.held = held;
        Ok(())
    }

    /// Takes what is held for the last record.
    ///
    /// # Errors
    /// As [`Splitter::feed`].
    pub fn end(&mut self, work: &mut impl FnMut(Record<'_>)) -> Result<(), Stop> {
        let mut held = std::mem::take(&mut self.held);
        if held.is_empty() {
            return Ok(());
        }
        held.push(b'\n');
        let cut = self.cut(&held, work)?;
        if cut < held.len() {
            return Err(Stop { line: self.line, broken: Broken::Unclosed });
        }
        Ok(())
    }

    /// Hands over the records that end in `bytes`, and answers with where the last of them does.
    fn cut(&mut self, bytes: &[u8], work: &mut impl FnMut(Record<'_>)) -> Result<usize, Stop> {
        let mut ends = std::mem::take(&mut self.ends);
        let cut = self.cut_by(&mut ends, bytes, work);
        self.ends = ends;
        cut
    }

    fn cut_by(
        &mut self,
        ends: &mut Ends,
        bytes: &[u8],
        work: &mut impl FnMut(Record<'_>),
    ) -> Result<usize, Stop> {
        let (mut start, mut length) = (0, STRETCH);
        while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
            let stretch = rest.get(..length).unwrap_or(rest);
            let odd = ends.find(stretch, self.separator);
            let (passed, fields) = self.pass(ends, stretch, work)?;
            start += passed;
            if odd.is_some() {
                let rest = rest.get(passed..).unwrap_or_default();
                match self.walk(rest, &mut ends.fields) {
                    Found::End(end) => {
                        self.hand_over(rest, (0, end), &ends.fields, true, work)?;
                        start += end;
                    }
                    Found::Open => {
                        self.bear(rest.len(), 0)?;
                        break;
                    }
                    Found::Broken(broken) => return Err(Stop { line: self.line, broken }),
                }
            } else if stretch.len() == rest.len() {
                self.bear(rest.len() - passed, ends.fields.len() - fields + 1)?;
                break;
            }
            // A record longer than what was searched takes a longer search.
            length = if passed > 0 || odd.is_some() { STRETCH } else { length * 2 };
        }
        Ok(start)
    }

    /// Hands over the records that were found; answers with how many bytes and fields they have.
    fn pass(
        &mut self,
        ends: &Ends,
        bytes: &[u8],
        work: &mut impl FnMut(Record<'_>),
    ) -> Result<(usize, usize), Stop> {
        let (mut start, mut first) = (0, 0);
        for record in &ends.records {
            let next = *record as usize + 1;
            let fields = ends.fields.get(first..next).unwrap_or_default();
            let Some(end) = fields.last().and_then(|end| after_line(bytes, *end as usize)) else {
                break;
            };
            self.hand_over(bytes, (start, end), fields, ends.folded, work)?;
            (start, first) = (end, next);
        }
        Ok((start, first))
    }

    fn hand_over(
        &mut self,
        bytes: &[u8],
        (start, end): (usize, usize),
        ends: &[u32],
        folded: bool,
        work: &mut impl FnMut(Record<'_>),
    ) -> Result<(), Stop> {
        self.bear(end - start, ends.len())?;
        work(Record { bytes, start, ends, line: self.line });
        let folds = || lines(bytes.get(start..end).unwrap_or_default());
        self.line += if folded { folds() } else { 1 };
        Ok(())
    }

    /// Refuses a record that is no line of a table.
    const fn bear(&self, length: usize, fields: usize) -> Result<(), Stop> {
        let broken = match (length > LONGEST, fields > MOST_FIELDS) {
            (_, true) => Broken::Wide,
            (true, _) => Broken::Endless,
            _ => return Ok(()),
        };
        Err(Stop { line: self.line, broken })
    }

    /// Finds the ends of the fields of the record that `bytes` begin with, field by field: a quote
    /// within a field is one of its letters.
    fn walk(&self, bytes: &[u8], ends: &mut Vec<u32>) -> Found {
        ends.clear();
        let mut at = 0;
        loop {
            if ends.len() >= MOST_FIELDS {
                return Found::Broken(Broken::Wide);
            }
            let quoted = bytes.get(at) == Some(&b'"');
            let Some(from) = (if quoted { closed(bytes, at + 1) } else { Some(at) }) else {
                return Found::Open;
            };
            let rest = bytes.get(from..).unwrap_or_default();
            let Some(length) = memchr3(self.separator, b'\n', b'\r', rest) else {
                return Found::Open;
            };
            at = from + length;
            ends.push(at as u32);
            if bytes.get(at) != Some(&self.separator) {
                return after_line(bytes, at).map_or(Found::Open, Found::End);
            }
            at += 1;
        }
    }
}

/// Where the bytes after the line end at `end` begin; nothing where the next bytes may be part of it.
fn after_line(bytes: &[u8], end: usize) -> Option<usize> {
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), None) => None,
        (Some(b'\r'), Some(b'\n')) => Some(end + 2),
        _ => Some(end + 1),
    }
}

/// Where what follows a quoted field begins, whose opening quote lies before `start`.
fn closed(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        match bytes.get(quote + 1)? {
            b'"' => at = quote + 2,
            _ => return Some(quote + 1),
        }
    }
}

/// How many lines a record takes: one, and one more for each line end within quotes.
fn lines(record: &[u8]) -> u64 {
    let body = record.strip_suffix(b"\n").unwrap_or(record);
    if memchr(b'\n', body).is_none() {
        return 1;
    }
    1 + memchr::memchr_iter(b'\n', body).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &[u8], piece: usize) -> Result<Vec<(u64, Vec<String>)>, Stop> {
        let mut found = Vec::new();
        let mut splitter = Splitter::new(b',');
        let mut keep = |record: Record<'_>| {
            found.push((record.line, (0..record.len()).map(|at| record.text(at)).collect()));
        };
        for bytes in text.chunks(piece) {
            splitter.feed(bytes, &mut keep)?;
        }
        splitter.end(&mut keep)?;
        Ok(found)
    }

    fn row(line: u64, fields: &[&str]) -> (u64, Vec<String>) {
        (line, fields.iter().map(|field| (*field).to_owned()).collect())
    }

    #[test]
    fn pieces_of_any_size_give_the_same_records() {
        let text = b"a,\"b, \"\"c\"\"\",d\r\n1,,\"two\nlines\"\n \rlast,3";
        let expected = [
            row(1, &["a", "b, \"c\"", "d"]),
            row(2, &["1", "", "twolines"]),
            row(4, &[""]),
            row(5, &["last", "3"]),
        ];
        for piece in 1..=text.len() {
            assert_eq!(split(text, piece).as_deref(), Ok(&expected[..]), "in pieces of {piece}");
        }
    }

    #[test]
    fn the_quick_search_finds_what_the_slow_walk_finds() {
        const LETTERS: &[u8; 8] = b"\",,\"\n\ra ";
        let mut seed = 2024u64;
        for length in 0..600 {
            let mut text = Vec::new();
            for _ in 0..length % 150 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.extend(LETTERS.get((seed >> 61) as usize));
            }
            text.push(b'\n');
            let splitter = Splitter::new(b',');
            let (mut ends, mut slowly, mut rest) = (Vec::new(), Vec::new(), text.as_slice());
            while let Found::End(end) = splitter.walk(rest, &mut ends) {
                let record = Record { bytes: rest, start: 0, ends: &ends, line: 1 };
                slowly.push((0..record.len()).map(|at| record.text(at)).collect::<Vec<_>>());
                rest = rest.get(end..).unwrap_or_default();
            }
            let mut quickly = Vec::new();
            let mut splitter = Splitter::new(b',');
            let mut keep = |record: Record<'_>| {
                quickly.push((0..record.len()).map(|at| record.text(at)).collect::<Vec<_>>());
            };
            assert_eq!(splitter.feed(&text, &mut keep), Ok(()));
            assert_eq!(quickly, slowly, "{:?}", String::from_utf8_lossy(&text));
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let unclosed = Stop { line: 2, broken: Broken::Unclosed };
        assert_eq!(split(b"d\na,\"b\nc", 3), Err(unclosed));
    }

    #[test]
    fn bytes_that_are_no_text_become_latin() {
        assert_eq!(split(b"C\xf4te,\0x\n", 4), Ok(vec![row(1, &["C\u{f4}te", "x"])]));
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let endless = vec![b'x'; LONGEST + 2];
        assert_eq!(split(&endless, 1 << 16), Err(Stop { line: 1, broken: Broken::Endless }));
        assert_eq!(split(&vec![b','; 10_000], 512), Err(Stop { line: 1, broken: Broken::Wide }));
    }
}
