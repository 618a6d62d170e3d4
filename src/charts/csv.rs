//! The table as a CSV file.

use super::table::Table;
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::util::csv_cells::{harmless, line};
use crate::wording::say::charts::heads;

/// The table with bare numbers, one row a line, ending with the addresses of its sources. A missing figure
/// is an empty cell.
pub fn csv(dataset: &Dataset, table: &Table) -> String {
    let mut text = String::new();
    let head = table.columns.iter().map(|column| heads::in_files(&column.head, &column.name));
    let heads = head.chain([heads::in_files(heads::source(), "sources")]);
    line(&mut text, heads.map(|head| harmless(&head)));
    for row in &table.rows {
        let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| {
            // A number below nothing is no formula.
            let number = column.numeric && is_number(&cell.plain);
            if number { cell.plain.clone() } else { harmless(&cell.plain) }
        });
        let known = row.sources.iter().filter_map(|index| dataset.sources.get(*index));
        let sources = known
            .map(|source| match source.url.as_str() {
                "" => dataset.about.translated(&source.publisher).into_owned(),
                url => url.to_owned(),
            })
            .collect_vec()
            .join(" ");
        line(&mut text, cells.chain([harmless(&sources)]));
    }
    text
}

/// Whether a cell holds a number and nothing else: parsing it would add some 10 kB to the first page.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let decimal = |letter: u8| letter.is_ascii_digit() || letter == b'.';
    digits.starts_with(|letter: char| letter.is_ascii_digit()) && digits.bytes().all(decimal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{TableCell, TableRow};
    use crate::trade::Source;

    #[test]
    fn a_reader_gets_back_what_was_written() {
        let cells = ["plain", "with, comma", "with \"quotes\"", "two\nlines", ""];
        let mut text = String::new();
        line(&mut text, cells.iter().map(|cell| (*cell).to_owned()));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
        assert!(record.iter().eq(cells), "{text}");
    }

    #[test]
    fn formulas_are_words_and_numbers_stay_numbers() {
        let table = Table {
            caption: String::new(),
            columns: vec![Table::words("A", "a"), Table::numbers("=B", "=b")],
            rows: vec![
                TableRow {
                    cells: vec![
                        TableCell::word("=HYPERLINK(\"x\")"),
                        TableCell::number("−7", -7.0, 0),
                    ],
                    sources: vec![0, 1],
                    chosen: false,
                },
                TableRow {
                    cells: vec![TableCell::word("b"), TableCell::word("-cmd")],
                    sources: vec![1],
                    chosen: false,
                },
            ],
        };
        let source = |url: &str| Source {
            id: String::new(),
            publisher: "Publisher".to_owned(),
            published: String::new(),
            title: String::new(),
            url: url.to_owned(),
            kind: None,
        };
        let mut dataset = Dataset::default();
        dataset.sources.extend(["=1+1", "https://a.example/?a=1,2"].map(source));
        assert_eq!(
            csv(&dataset, &table),
            "a,'=b,sources\n\"'=HYPERLINK(\"\"x\"\")\",-7,\"'=1+1 https://a.example/?a=1,2\"\n\
             b,'-cmd,\"https://a.example/?a=1,2\"\n"
        );
    }
}
