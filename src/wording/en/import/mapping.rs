//! What is wrong with a mapping of columns.

words! {
    no_figures: "no column is given for a value or a quantity",
    no_period: "no column is given for the month or year",
    three_parts: "a role, a tab and a column were expected",
}

/// A word that is no role of columns.
pub fn no_role(word: &str) -> String {
    format!("{word} is not a column role")
}

/// A column that the file lacks.
pub fn no_column(name: &str) -> String {
    format!("the file has no column {name}")
}
