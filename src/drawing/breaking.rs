//! Where a line may break: between words, and between any two Han characters, but not before a mark that
//! closes, nor after one that opens, nor between a number and its unit.

use crate::wording::say::quantity::belongs_to_number;

/// What begins no line.
const CLOSING: &str = "，。；：、！？）》」』】”’…—%％·,.;:!?)]}";
/// What ends no line.
const OPENING: &str = "（《「『【“‘([{";

/// Whether a letter fills a square, as Han characters and their punctuation do.
pub const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{ffef}')
}

/// The pieces of a text that stay in one line, each as where it begins and ends.
pub fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if !letter.is_whitespace() {
            let between = is_wide(before) || is_wide(letter);
            let kept = CLOSING.contains(letter) || OPENING.contains(before);
            match pieces.last_mut() {
                Some(piece) if !before.is_whitespace() && (!between || kept) => piece.1 = end,
                Some(piece) if is_unit_of(text, *piece, at) => piece.1 = end,
                _ => pieces.push((at, end)),
            }
        }
        before = letter;
    }
    pieces
}

/// Whether the word that begins at `at` is the unit of the number before it.
fn is_unit_of(text: &str, (from, to): (usize, usize), at: usize) -> bool {
    let number = text.get(from..to).unwrap_or_default();
    let word = text.get(at..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    to < at && number.ends_with(|letter: char| letter.is_ascii_digit()) && belongs_to_number(word)
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn parts(text: &str) -> Vec<&str> {
        pieces(text).into_iter().filter_map(|(from, to)| text.get(from..to)).collect()
    }

    #[test]
    fn words_stay_whole_and_han_breaks_between_characters() {
        assert_eq!(parts("Rare earths, 4,206 t"), ["Rare", "earths,", "4,206 t"]);
        assert_eq!(
            parts("出口量（吨）为4,206吨。"),
            ["出", "口", "量", "（吨）", "为", "4,206", "吨。"]
        );
        assert_eq!(parts(""), [""; 0]);
    }
}
