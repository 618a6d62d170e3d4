//! What phrases mean, a table for each language.

mod chinese;
mod english;
mod traditional;

use super::meaning::Meaning;
use chinese::CHINESE;
pub(super) use chinese::TOWARDS;
use english::ENGLISH;

/// Every phrase of every language with what it means.
pub(super) fn meanings() -> impl Iterator<Item = (Meaning, &'static str)> {
    let rows = ENGLISH.iter().chain(CHINESE);
    rows.flat_map(|(meaning, phrases)| phrases.split('|').map(|phrase| (*meaning, phrase)))
}

/// Every phrase of every language.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    meanings().map(|(_, phrase)| phrase)
}

/// A character as our tables have it: a Traditional one that they need as the Simplified one.
pub fn simplified(sign: char) -> char {
    if !('\u{3400}'..='\u{9fff}').contains(&sign) {
        return sign;
    }
    // Pairs of three bytes each, in order of the first.
    let pairs = traditional::PAIRS;
    let at = |index: usize| {
        let mut pair = pairs.get(index * 6..index * 6 + 6)?.chars();
        Some((pair.next()?, pair.next()?))
    };
    let (mut low, mut high) = (0, pairs.len() / 6);
    while low < high {
        let middle = usize::midpoint(low, high);
        match at(middle) {
            Some((own, simple)) if own == sign => return simple,
            Some((own, _)) if own < sign => low = middle + 1,
            _ => high = middle,
        }
    }
    sign
}
