//! An error in a file, with its place.

use std::fmt;

use crate::wording::say::import::dataset as words;

/// A mistake in a data file: where it is, what stands there and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: u64,
    /// The column's name; empty where the whole row is meant.
    pub column: String,
    /// What stands there.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

/// Longer cells are cut in messages: a message is read by a person.
const LONGEST_FOUND: usize = 60;

impl fmt::Display for RowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, found, expected } = self;
        let cut: String = found.chars().take(LONGEST_FOUND).collect();
        let more = if cut.len() < found.len() { "…" } else { "" };
        let place = words::place(file, *line, column);
        formatter.write_str(&words::wrong(&place, &format!("{cut}{more}"), expected))
    }
}

impl std::error::Error for RowError {}
