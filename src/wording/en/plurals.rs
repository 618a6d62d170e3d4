//! One and many: what the CLDR calls `one` and `other`.

use super::numbers::in_words;

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

/// The same within a sentence, where one to twelve are words: `one month`, `13 months`.
pub(super) fn counted_in_words(number: usize, noun: [&str; 2]) -> String {
    format!("{} {}", in_words(number), form(number, noun))
}

/// How many of them there are: `none is`, `one is`, `13 are`.
pub(super) fn so_many_are(number: usize) -> String {
    match number {
        0 => "none is".to_owned(),
        _ => format!("{} {}", in_words(number), are(number)),
    }
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
        assert_eq!(counted_in_words(12, ["month", "months"]), "twelve months");
        assert_eq!([0, 1, 13].map(so_many_are), ["none is", "one is", "13 are"]);
        assert_eq!([0, 1, 2].map(are), ["are", "is", "are"]);
    }
}
