//! What is wrong with rows of a file.

words! {
    amount: "what the figure is: a value, a weight or a quantity, with its unit",
    closing_quote: "a closing quote: the file seems to be cut off in this line",
    currency: "a currency code, like USD, EUR or CNY",
    fewer_columns: "at most 4,096 columns; the rest of the file is left out",
    flow: "exports or imports: X, M, export, import",
    line_end: "a line that ends within 1 MiB (is a quote not closed?); the rest of the file is left out",
    months: "1 to 600 months; or annual, quarterly or monthly, with the period’s first or last month as the date",
    number: "a number below 10¹⁸, like 4416, 4205.8 or -10",
    one_figure: "this figure replaces an earlier one for the same month, flow, reporter, partner and product",
    one_row: "one row for each month, flow, reporter, partner and product: this one repeats an earlier one and is not added to it",
    one_table: "one table: another begins here and is left out; save it as a file of its own",
    own_unit: "a unit of what is measured: for a volume t, for a value a currency like USD",
    partner: "a partner",
    period: "a month, a year or a run of months from 1900 to 2100, like 202411, 2024-11, 2024 or Jan-Mar 2024",
    power: "a power of ten, like 6, or a word for one, like Millions",
    product: "a product’s code",
    same_currency: "the currency of the earlier values: different currencies cannot be added up",
    same_unit: "the unit of the earlier quantities: different units cannot be added up",
    weight_unit: "a unit of weight, like kg or t, or one that customs count in",
    whole_line: "a whole line: the file seems to be cut off here",
}

/// How many columns were expected, and how many there are.
pub fn columns(expected: usize, found: usize) -> String {
    format!("{expected} columns, as the header has; there are {found}")
}

/// What is said of a whole file.
pub fn of_file(file: &str, said: &str) -> String {
    format!("{file}: {said}")
}

/// What was expected of a line.
pub fn of_line(file: &str, line: u64, expected: &str) -> String {
    format!("{file}, line {line}: {expected}")
}

/// What was found in a cell, and what was expected there.
pub fn of_cell(file: &str, line: u64, column: &str, found: &str, expected: &str) -> String {
    let found = if found.is_empty() { "nothing".to_owned() } else { format!("“{found}”") };
    format!("{file}, line {line}, column {column}: found {found}, expected {expected}")
}
