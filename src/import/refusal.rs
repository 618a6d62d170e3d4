//! Why a file is not opened, and questions to answer before it is.

use super::asking::Question;

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is nothing of the kind.
    Foreign(String),
    /// It is a table, but something of it must be said first.
    Unmapped(Box<Table>),
    /// It is not of those that a reader of known layouts reads without a question: one that asks must begin it
    /// again.
    NeedsAsking,
}

/// A table of which something must be said: its header, its first rows, what they suggest, and what is
/// asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns' names; none where they are known.
    pub header: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Pairs of a role's name and a column's name, or a word after `=`.
    pub guess: Vec<(&'static str, String)>,
    /// What is wrong with the mapping or an answer that was given, if one was.
    pub problem: String,
    /// What must be answered.
    pub questions: Vec<Question>,
    /// What the file was taken for.
    pub layout: &'static str,
    /// The first rows as they are read, if the likeliest answers are right.
    pub preview: Vec<String>,
}
