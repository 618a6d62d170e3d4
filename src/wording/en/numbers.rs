//! Numbers as readers see them.

pub use crate::wording::numbers::{
    exact, exact_amount, gave, percent, percent_size, rounded, signed,
};

use crate::statistics::Rank;

/// What figures are counted by.
pub const fn step(annual: bool) -> &'static str {
    if annual { "year" } else { "month" }
}

/// Where nothing measured is counted, words are as short as digits up to nine.
const COUNTED: [(&str, &str); 9] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
];

/// A number of things that are not measured: `five`, `11`.
pub fn in_words(number: usize) -> String {
    let word = number.checked_sub(1).and_then(|at| COUNTED.get(at));
    word.map_or_else(|| number.to_string(), |(word, _)| (*word).to_owned())
}

/// `third`, `11th`, `22nd`.
fn ordinal(number: usize) -> String {
    if let Some((_, word)) = number.checked_sub(1).and_then(|at| COUNTED.get(at)) {
        return (*word).to_owned();
    }
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A place in an order: `highest`, `second highest`, `lowest`.
pub fn placed(rank: Rank) -> String {
    match rank.place {
        1 => "highest".to_owned(),
        place if place == rank.of => "lowest".to_owned(),
        place => format!("{} highest", ordinal(place)),
    }
}

/// A label as it stands within a sentence: `Rare earths` becomes `rare earths`.
pub fn within(label: &str) -> String {
    let mut text = label.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// With a capital first letter.
pub fn capital(word: &str) -> String {
    let mut text = word.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_their_endings() {
        assert_eq!([2, 9, 11].map(ordinal), ["second", "ninth", "11th"]);
        assert_eq!([1, 8, 10].map(in_words), ["one", "eight", "10"]);
        assert_eq!(ordinal(22), "22nd");
        assert_eq!(within("Rare earths"), "rare earths");
    }
}
