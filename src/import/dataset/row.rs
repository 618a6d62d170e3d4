//! A CSV file as rows with cells by column name.

use crate::util::{CollectVec as _, Record, Records};

use super::RowError;
use crate::trade::{Language, Words};
use crate::wording::say::import::dataset as expected;

/// A file's name and its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    pub file: &'a str,
    pub text: &'a str,
    /// In the order of the header. One that begins with `?` may be left out; one that ends with
    /// `*` stands for a column for each language, or none: `name_*` for `name_en` and `name_zh`.
    pub columns: &'a [&'a str],
}

/// One row, and the errors found so far.
pub(super) struct Row<'a> {
    table: Table<'a>,
    header: &'a Record,
    record: &'a Record,
    pub line: u64,
    errors: &'a mut Vec<RowError>,
}

impl Table<'_> {
    /// Calls `each` for every row that has all columns.
    pub fn read(self, errors: &mut Vec<RowError>, each: &mut dyn FnMut(Row<'_>)) {
        let (mut records, mut header) = (Records::new(self.text), Record::default());
        records.read(&mut header);
        if !self.has_header(&header) {
            errors.push(self.error(1, "", &listed(header.iter()), &self.expected_header()));
            return;
        }
        let mut lines = Lines::new(self.text);
        let mut record = Record::default();
        while let Some(start) = records.read(&mut record) {
            let line = lines.at(start);
            if record.len() == header.len() {
                each(Row { table: self, header: &header, record: &record, line, errors });
            } else {
                let [found, expected] =
                    [&record, &header].map(|own| expected::cells(own.len() as u64));
                errors.push(self.error(line, "", &found, &expected));
            }
        }
        // The parser takes the end of the file for the end of the quote, whatever it swallowed.
        if lines.rest().bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            errors.push(self.error(
                lines.line,
                "",
                expected::open_quote(),
                expected::closing_quote(),
            ));
        }
    }

    fn has_header(self, header: &Record) -> bool {
        let mut names = header.iter().peekable();
        for column in self.columns {
            let name = column.trim_start_matches('?');
            if let Some(stem) = name.strip_suffix('*') {
                while names.next_if(|name| language(name, stem).is_some()).is_some() {}
            } else if names.next_if_eq(&name).is_none() && name == *column {
                return false;
            }
        }
        names.next().is_none()
    }

    fn expected_header(self) -> String {
        let mut header = String::new();
        let mut optional = false;
        for column in self.columns {
            let name = column.trim_start_matches('?');
            let comma = if header.is_empty() { "" } else { "," };
            // A column for each language ends in its code.
            let (name, open) = match name.strip_suffix('*') {
                Some(stem) => (format!("{stem}…"), true),
                None => (name.to_owned(), name != *column),
            };
            optional |= open;
            header += &if open { format!("[{comma}{name}]") } else { format!("{comma}{name}") };
        }
        expected::header(&header, optional)
    }

    /// A row error of this file.
    pub fn error(self, line: u64, column: &str, found: &str, expected: &str) -> RowError {
        RowError {
            file: self.file.to_owned(),
            line,
            column: column.to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        }
    }
}

/// Counts lines by what ends them: `\n`, `\r\n` or `\r`.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, byte: 0, line: 1 }
    }

    /// The line of a record that begins at `start`; they must come in order.
    fn at(&mut self, start: usize) -> u64 {
        let bytes = self.text.as_bytes();
        while self.byte < start
            && let Some(byte) = bytes.get(self.byte)
        {
            let pair = *byte == b'\r' && bytes.get(self.byte + 1) == Some(&b'\n');
            if matches!(byte, b'\r' | b'\n') && !pair {
                self.line += 1;
            }
            self.byte += 1;
        }
        self.line
    }

    /// The text from the last record on.
    fn rest(&self) -> &'a str {
        self.text.get(self.byte..).unwrap_or_default()
    }
}

/// The language of a column: `en` of `name_en`, whose stem is `name_`.
pub(super) fn language<'a>(name: &'a str, stem: &str) -> Option<&'a str> {
    let language = name.strip_prefix(stem)?;
    let fits =
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
    fits.then_some(language)
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(str::to_owned).collect_vec().join(",")
}

impl Row<'_> {
    /// The cell of `column`, without surrounding space.
    pub fn cell(&self, column: &str) -> &str {
        let index = self.header.iter().position(|name| name == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default().trim()
    }

    /// The cells of a column that there is one of for each language.
    pub fn words(&self, stem: &str) -> Words {
        let mut words = Words::default();
        for name in self.header.iter() {
            if let Some(language) = language(name, stem)
                && !self.cell(name).is_empty()
            {
                words.add(language, self.cell(name));
            }
        }
        words
    }

    /// The cells of an English column and of those beside it of other languages: `title`, `title_zh`.
    pub fn words_beside(&self, column: &str) -> Words {
        let mut words = self.words(&format!("{column}_"));
        if !self.cell(column).is_empty() {
            words.add(Language::English.code(), self.cell(column));
        }
        words
    }

    /// Whether the file has that column.
    pub fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    /// The cell of `column` as `parse` reads it; else an error that says what was expected.
    pub fn parsed<T>(
        &mut self,
        column: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(self.cell(column));
        if value.is_none() {
            self.refuse(column, expected);
        }
        value
    }

    /// Notes that `column` is not what was `expected`.
    pub fn refuse(&mut self, column: &str, expected: &str) {
        let error = self.table.error(self.line, column, self.cell(column), expected);
        self.errors.push(error);
    }
}
