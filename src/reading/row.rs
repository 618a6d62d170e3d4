//! One CSV file as rows whose cells are asked for by name.

use csv::StringRecord;

use super::ReadError;

/// A file's name and its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub columns: &'a [&'a str],
}

/// One row, and the errors found so far.
pub(super) struct Row<'a> {
    table: Table<'a>,
    record: &'a StringRecord,
    pub line: u64,
    errors: &'a mut Vec<ReadError>,
}

impl Table<'_> {
    /// Calls `each` for every row that has all columns.
    pub fn read(self, errors: &mut Vec<ReadError>, mut each: impl FnMut(Row<'_>)) {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let header = match reader.headers() {
            Ok(header) => header.iter().collect::<Vec<_>>().join(","),
            Err(error) => error.to_string(),
        };
        if header != self.columns.join(",") {
            let expected = format!("the header {}", self.columns.join(","));
            errors.push(self.error(1, "", &header, &expected));
            return;
        }
        let mut record = StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    each(Row { table: self, record: &record, line, errors });
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    let expected = format!("{} cells", self.columns.len());
                    errors.push(self.error(line, "", &wrong_row(&error), &expected));
                }
            }
        }
    }

    fn error(self, line: u64, column: &str, found: &str, expected: &str) -> ReadError {
        ReadError {
            file: self.file.to_owned(),
            line,
            column: column.to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        }
    }
}

fn wrong_row(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => format!("{len} cells"),
        _ => error.to_string(),
    }
}

impl Row<'_> {
    /// The cell of `column`, without surrounding space.
    pub fn cell(&self, column: &str) -> &str {
        let index = self.table.columns.iter().position(|name| *name == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default().trim()
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
