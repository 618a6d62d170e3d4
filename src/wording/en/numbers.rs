//! Numbers as readers see them.

pub use crate::wording::numbers::{
    exact, exact_amount, gave, percent, percent_size, rounded, signed,
};

use crate::statistics::Rank;

/// What figures are counted by.
pub const fn step(annual: bool) -> &'static str {
    if annual { "year" } else { "month" }
}

/// `1st`, `2nd`, `3rd`, `11th`.
fn ordinal(number: usize) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A place in an order: `highest`, `2nd highest`, `lowest`.
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
        assert_eq!(ordinal(11), "11th");
        assert_eq!(ordinal(22), "22nd");
        assert_eq!(within("Rare earths"), "rare earths");
    }
}
