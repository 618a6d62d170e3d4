//! What is wrong with JSON.

words! {
    brace_or_bracket: "a brace or a bracket was expected",
    colon: "a colon was expected",
    comma: "a comma was expected",
    comma_or_brace: "a comma or a closing brace was expected",
    comma_or_bracket: "a comma or a closing bracket was expected",
    cube: "its dimensions do not have as many categories as it says",
    four_digits: "four digits were expected",
    invalid_escape: "an invalid escape",
    name_cut: "it ends in the middle of a name",
    no_rows: "it is JSON without rows: an array of arrays or of objects was expected",
    not_utf8: "it is JSON, but not in UTF-8",
    open_quote: "a quote is not closed",
    quoted_name: "a name in quotes was expected",
    too_deep: "it is nested too deeply",
    value: "a value was expected",
    value_cut: "it ends in the middle of a value",
}

/// Where it is broken, and how.
pub fn broken(line: usize, what: &str) -> String {
    format!("its JSON is broken on line {line}: {what}")
}
