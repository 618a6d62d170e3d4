//! 句子与并列成分的连接。

/// Sentences one after the other.
pub fn sentences(sentences: &[String]) -> String {
    sentences.concat()
}

/// Things of a kind.
pub fn list(things: &[String]) -> String {
    things.join("、")
}

/// What is said side by side.
pub fn clauses(clauses: &[String]) -> String {
    clauses.join("；")
}

/// Words of the data as a sentence behind another one.
pub fn behind(words: &str) -> String {
    format!("{words}。")
}
