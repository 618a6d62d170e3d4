//! The table as a CSV file.

use csv::WriterBuilder;

use super::table::Table;
use crate::trade::Dataset;

/// The table with bare numbers, one row a line, its sources' addresses last. A missing figure is
/// an empty cell.
pub fn csv(dataset: &Dataset, table: &Table) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let head = table.columns.iter().map(|column| column.name.as_str()).chain(["sources"]);
    // Nothing can fail in writing rows of one length to memory.
    let _ = writer.write_record(head);
    for row in &table.rows {
        let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| {
            if column.numeric { cell.plain.clone() } else { harmless(&cell.plain) }
        });
        let known = row.sources.iter().filter_map(|index| dataset.sources.get(*index));
        let sources = known
            .map(|source| if source.url.is_empty() { &source.publisher } else { &source.url })
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        let _ = writer.write_record(cells.chain([harmless(&sources)]));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A word that a spreadsheet would take for a formula gets an apostrophe before it.
fn harmless(word: &str) -> String {
    if word.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{word}")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{TableCell, TableRow};

    #[test]
    fn formulas_are_words_and_numbers_stay_numbers() {
        let table = Table {
            caption: String::new(),
            columns: vec![Table::words("A", "a"), Table::numbers("B", "b")],
            rows: vec![TableRow {
                cells: vec![TableCell::word("=HYPERLINK(\"x\")"), TableCell::number("−7", -7.0, 0)],
                sources: Vec::new(),
                chosen: false,
            }],
        };
        assert_eq!(
            csv(&Dataset::default(), &table),
            "a,b,sources\n\"'=HYPERLINK(\"\"x\"\")\",-7,\n"
        );
    }
}
