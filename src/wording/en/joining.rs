//! How what is said stands together.

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

/// Words of the data as a sentence behind another one.
pub fn behind(words: &str) -> String {
    format!(" {words}.")
}
