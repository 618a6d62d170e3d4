//! What is wrong with the index of a folder of parts.

words! {
    chapter: "two digits",
    no_parts: "it names no parts",
    no_table: "it is not a table",
    number: "a whole number",
    path: "a file below the folder",
    reporter: "a country’s number",
}

/// A column that is lacking.
pub fn no_column(name: &str) -> String {
    format!("line 1: a column {name} was expected")
}

/// What was expected in a cell.
pub fn expected(line: u64, column: &str, what: &str) -> String {
    format!("line {line}, column {column}: {what} was expected")
}
