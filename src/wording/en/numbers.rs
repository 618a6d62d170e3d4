//! Numbers as readers see them.

pub use crate::wording::numbers::{
    exact, exact_amount, gave, in_a_column, percent, percent_size, rounded, signed, t_value,
};

use crate::statistics::Rank;

/// What figures are counted by.
pub const fn step(months: u16) -> &'static str {
    match months {
        12 => "year",
        3 => "quarter",
        6 => "half-year",
        1 => "month",
        _ => "period",
    }
}

/// Where nothing measured is counted, one to twelve are words; ordinals are up to tenth.
const COUNTED: [(&str, &str); 12] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "11th"),
    ("twelve", "12th"),
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
    in_digits(number)
}

/// `3rd`, `11th`, `22nd`.
fn in_digits(number: usize) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A place in an order, from the end that is nearer: `highest`, `second-lowest`; of two `lower`.
pub fn placed(rank: Rank) -> String {
    let (place, from_the_top) = rank.from_the_nearer_end();
    let end = if from_the_top { "high" } else { "low" };
    match place {
        1 if rank.of == 2 => format!("{end}er"),
        1 => format!("{end}est"),
        _ => {
            format!("{}-{end}est", ordinal(place))
        }
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
        assert_eq!([1, 8, 10, 11].map(in_words), ["one", "eight", "ten", "eleven"]);
        assert_eq!(ordinal(22), "22nd");
        assert_eq!(within("Rare earths"), "rare earths");
    }

    #[test]
    fn places_are_counted_from_the_nearer_end() {
        let named = |of| move |place| placed(Rank { place, of });
        assert_eq!([1, 2].map(named(2)), ["higher", "lower"]);
        assert_eq!([1, 2, 3].map(named(3)), ["highest", "second-highest", "lowest"]);
        assert_eq!([2, 8, 10].map(named(10)), ["second-highest", "third-lowest", "lowest"]);
        assert_eq!([2, 11, 13].map(named(13)), ["second-highest", "third-lowest", "lowest"]);
    }
}
