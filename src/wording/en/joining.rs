//! How what is said stands together.

use super::numbers::capital;

/// Sentences one after the other.
pub fn sentences(sentences: &[String]) -> String {
    sentences.join(" ").trim().to_owned()
}

/// Things of a kind: `Reuters, Xinhua`.
pub fn list(things: &[String]) -> String {
    things.join(", ")
}

/// What is said side by side: `no figure for 2024; available: 2023`.
pub fn clauses(clauses: &[String]) -> String {
    clauses.join("; ")
}

/// `2019`, `2019 and 2020`, `2019, 2020 and 2021`.
pub fn all_of(things: &[&str]) -> String {
    match things {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => things.concat(),
    }
}

/// A clause that stands alone.
pub fn sentence(clause: &str) -> String {
    format!("{}.", capital(clause))
}

/// Words of the data as a sentence behind another one.
pub fn behind(words: &str) -> String {
    format!(" {words}.")
}
