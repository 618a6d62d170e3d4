//! One and many: what the CLDR calls `one` and `other`.

/// Which of two forms stands with a number: that of one, or that of many.
pub(super) const fn form<T: Copy>(number: usize, [one, many]: [T; 2]) -> T {
    if number == 1 { one } else { many }
}

/// So many things of a kind: `1 month`, `3 months`.
pub(super) fn counted(number: usize, noun: [&str; 2]) -> String {
    format!("{number} {}", form(number, noun))
}

/// What stands behind so many things: `is`, `are`.
pub(super) const fn are(number: usize) -> &'static str {
    form(number, ["is", "are"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_one() {
        assert_eq!(
            [0, 1, 2].map(|count| counted(count, ["month", "months"])),
            ["0 months", "1 month", "2 months"]
        );
        assert_eq!([0, 1, 2].map(are), ["are", "is", "are"]);
    }
}
