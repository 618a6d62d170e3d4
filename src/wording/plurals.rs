//! One and many, in English.

/// So many things of a kind: `1 month`, `3 months`.
pub fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// What stands behind so many things: `is`, `are`.
pub const fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_has_no_s() {
        assert_eq!(
            [0, 1, 2].map(|count| counted(count, "month")),
            ["0 months", "1 month", "2 months"]
        );
        assert_eq!([0, 1, 2].map(are), ["are", "is", "are"]);
    }
}
