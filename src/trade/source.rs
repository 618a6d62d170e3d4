//! Where a figure was published.

/// A publication that figures were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The short name that observations refer to it by.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// When: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty, as far as is known.
    pub published: String,
    /// Its headline; may be empty.
    pub title: String,
    /// Its address; may be empty for a wire story that has none.
    pub url: String,
}

impl Source {
    /// Publisher and date, as a source line gives them: `Reuters, 10 December 2024` without the
    /// words: `Reuters (2024-12-10)`.
    pub fn credit(&self) -> String {
        match self.published.as_str() {
            "" => self.publisher.clone(),
            date => format!("{} ({date})", self.publisher),
        }
    }
}
