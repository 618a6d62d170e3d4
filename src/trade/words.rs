//! Words in a data set, by language.

use super::Language;

/// Words by language: `en`, `zh` and whatever else the data have columns for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<(String, String)>);

impl Words {
    /// Words in English alone.
    pub fn english(words: &str) -> Self {
        Self(vec![("en".to_owned(), words.to_owned())])
    }

    /// Adds words of another language.
    pub fn add(&mut self, language: &str, words: &str) {
        self.0.push((language.to_owned(), words.to_owned()));
    }

    /// The words of a language; empty where there are none.
    pub fn of(&self, language: &str) -> &str {
        self.0.iter().find(|(code, _)| code == language).map_or("", |(_, words)| words)
    }

    /// The words of the language that is spoken, else the English ones.
    pub fn spoken(&self) -> &str {
        let own = self.of(Language::spoken().code());
        if own.is_empty() { self.of(Language::English.code()) } else { own }
    }

    /// The items of a list separated by bars: `Burma|Myanmar`.
    pub fn list(&self, language: &str) -> impl Iterator<Item = &str> {
        self.of(language).split('|').map(str::trim).filter(|word| !word.is_empty())
    }

    /// Every language with its words.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, words)| (language.as_str(), words.as_str()))
    }
}
