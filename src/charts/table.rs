//! The numbers behind a chart, for readers, spreadsheets and screen readers.

use crate::trade::{Unit, UnitRatio};
use crate::util::fixed;
use crate::wording::say::charts::{heads, sources};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head, with the unit.
    pub head: String,
    /// Its name in a CSV file.
    pub name: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A cell: the text shown, and the bare number or word for a CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCell {
    /// The text shown.
    pub text: String,
    /// The text in files; empty for a missing figure.
    pub plain: String,
    /// The address it links to; empty for no link.
    pub leads: String,
}

impl TableCell {
    /// A word.
    pub fn word(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::written(text.clone(), text)
    }

    /// A number, formatted and bare.
    pub fn number(text: impl Into<String>, value: f64, decimals: u8) -> Self {
        Self::written(text.into(), fixed(value, decimals))
    }

    /// A day, formatted and as in files.
    pub fn day(date: &str) -> Self {
        Self::written(sources::date(date), date.to_owned())
    }

    /// A missing figure: a dash, empty in files.
    pub fn missing() -> Self {
        Self::written("–".to_owned(), String::new())
    }

    /// The text shown, and the one in files.
    pub const fn written(text: String, plain: String) -> Self {
        Self { text, plain, leads: String::new() }
    }

    /// The same as a link to another view.
    #[must_use]
    pub fn leading(self, address: String) -> Self {
        Self { leads: address, ..self }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// One cell a column; the first names the row.
    pub cells: Vec<TableCell>,
    /// Indices into the data set's sources.
    pub sources: Vec<usize>,
    /// Whether it is the chosen month.
    pub chosen: bool,
}

/// The numbers behind a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The columns, except the sources that end every row.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

impl Table {
    /// Removes the links, for a file without other views.
    pub fn unlink(&mut self) {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.leads.clear();
        }
    }

    /// A column of words.
    pub fn words(head: &str, name: &str) -> Column {
        Column { head: head.to_owned(), name: name.to_owned(), numeric: false }
    }

    /// A column of amounts, with their unit in its head and in its name.
    pub fn amounts(head: &str, name: &str, unit: Unit) -> Column {
        let name = format!("{name}_{}", unit.name_part());
        Self::numbers(heads::with_unit(head, &unit.symbol()), name)
    }

    /// A column of unit values, likewise.
    pub fn ratios(head: &str, name: &str, unit: UnitRatio) -> Column {
        let name = format!("{name}_{}", unit.name_part());
        Self::numbers(heads::with_unit(head, &unit.symbol()), name)
    }

    /// A column of numbers.
    pub fn numbers(head: impl Into<String>, name: impl Into<String>) -> Column {
        Column { head: head.into(), name: name.into(), numeric: true }
    }
}
