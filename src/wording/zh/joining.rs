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

/// The same where no more of them are left out.
pub fn all_of(things: &[&str]) -> String {
    things.join("、")
}

/// A clause that stands alone.
pub fn sentence(clause: &str) -> String {
    format!("{clause}。")
}

/// Words of the data as a sentence behind another one.
pub fn behind(words: &str) -> String {
    format!("{words}。")
}

/// One behind the other: letters and digits that are not Chinese keep a blank between them, as names in
/// other languages and numbers behind them need it.
pub fn beside(one: &str, other: &str) -> String {
    let end = one.chars().next_back().is_some_and(|letter| letter.is_ascii_alphanumeric());
    let start = other.chars().next().is_some_and(|letter| letter.is_ascii_alphanumeric());
    let blank = if end && start { " " } else { "" };
    format!("{one}{blank}{other}")
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn names_in_latin_letters_keep_apart() {
        assert_eq!(beside("中国", "稀土出口"), "中国稀土出口");
        assert_eq!(beside("Ruritania", "wares出口"), "Ruritania wares出口");
        assert_eq!(beside("出口wares", "1,122千克"), "出口wares 1,122千克");
        assert_eq!(beside("日本", "40.0%"), "日本40.0%");
    }
}
