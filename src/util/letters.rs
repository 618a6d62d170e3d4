//! Letters of a text.

/// Whether a text has a letter in it. `str::contains` would bring the standard library’s searcher for texts into a
/// module that has no other use for its 5 kB.
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|own| own == letter)
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn a_letter_is_found_wherever_it_stands() {
        assert!(has("a b", ' ') && has("出口，", '，') && has(",", ','));
        assert!(!has("", ' ') && !has("出口", '，'));
    }
}
