//! Line breaking: between words and between any two Han characters, but not before closing or after opening
//! punctuation, between a number and its unit, within a date, within short brackets, or before a last
//! single Han character.

use crate::trade::Language;
use crate::util::has;
use crate::wording::say::quantity::{belongs_to_number, is_scale};

/// What begins no line.
const CLOSING: &str = "，。；：、！？）》」』】”’…—%％·,.;:!?)]}";
/// What ends no line.
const OPENING: &str = "（《「『【“‘([{";

/// Whether a letter is as wide as high, such as Han characters and their punctuation.
pub const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{ffef}')
}

/// Letters between brackets that stay in one line.
const BETWEEN_BRACKETS: usize = 8;

/// The unbreakable pieces of a text, each with its start and end.
pub fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    // Whether a number goes on: 2024年5月.
    let mut counted = false;
    let mut bracket_ends = 0;
    // What is kept together where no blanks part words.
    let wide = !Language::spoken().has_blanks();
    let last = text.char_indices().rev().find(|(_, letter)| wide && !has(CLOSING, *letter));
    let last = last.map_or(0, |(at, _)| at);
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if wide && letter == '（' {
            bracket_ends = at + short_bracket(text.get(at..).unwrap_or_default());
        }
        if !is_break(letter) {
            let between = is_wide(before) || is_wide(letter);
            let opens = has(OPENING, letter);
            let numbered = wide && (before.is_ascii_digit() || counted && is_scale(before));
            let unit = numbered && is_wide(letter) && !opens;
            let kept = has(CLOSING, letter)
                || has(OPENING, before)
                || unit
                || counted && letter.is_ascii_digit()
                || at < bracket_ends && !opens
                || wide && at == last && is_wide(before) && is_wide(letter);
            counted = unit;
            match pieces.last_mut() {
                Some(piece) if !is_break(before) && (!between || kept) => piece.1 = end,
                Some(piece) if is_unit_of(text, *piece, at) => piece.1 = end,
                _ => pieces.push((at, end)),
            }
        }
        before = letter;
    }
    pieces
}

/// Whether a line may be broken at this blank.
fn is_break(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}'
}

/// How long a text is up to the bracket that closes the one it begins with, where little stands between them.
fn short_bracket(text: &str) -> usize {
    let end = text.char_indices().skip(1).take(BETWEEN_BRACKETS + 1).find(|(_, one)| *one == '）');
    end.map_or(0, |(at, _)| at)
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
        assert_eq!(parts("7.1%\u{a0}✓ less"), ["7.1%\u{a0}✓", "less"]);
        assert_eq!(
            parts("出口量（吨）为4,206吨。"),
            ["出", "口", "量", "（吨）", "为", "4,206", "吨。"]
        );
        assert_eq!(parts(""), [""; 0]);
    }

    #[cfg(feature = "zh")]
    #[test]
    fn numbers_dates_and_short_brackets_stay_whole_in_chinese() {
        let parts = |text| crate::trade::Language::Chinese.speak(|| parts(text));
        assert_eq!(
            parts("最高（2024年5月）为12.33万吨，1—11月占总量比重"),
            ["最", "高", "（2024年5月）", "为", "12.33万吨，", "1—11月", "占", "总", "量", "比重"]
        );
        assert_eq!(parts("2023年1—11月拉动（百分点）"), ["2023年1—11月", "拉", "动", "（百分点）"]);
    }
}
