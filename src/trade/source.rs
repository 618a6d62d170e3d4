//! Where a figure was published.

/// How close a publication is to customs; the closer one prevails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Research firms, price reporters and letters that regroup, estimate or convert.
    Analyst,
    /// Newspapers, trade press and pages that retell the customs' figures.
    Press,
    /// News agencies and public bodies.
    Agency,
    /// The customs' own tables, and what customs offices send to the United Nations.
    Customs,
}

impl SourceKind {
    /// Every kind, the least close first.
    pub const ALL: [Self; 4] = [Self::Analyst, Self::Press, Self::Agency, Self::Customs];

    /// The word used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Press => "press",
            Self::Agency => "agency",
            Self::Customs => "customs",
        }
    }

    /// The kind whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == text)
    }
}

/// A publication that figures were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The short name that observations refer to it by.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// The date as far as known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty.
    pub published: String,
    /// Its headline; may be empty.
    pub title: String,
    /// Its address; empty for a wire story that has none.
    pub url: String,
    /// How close it is to customs; `None` for a reader's own file.
    pub kind: Option<SourceKind>,
}

impl Source {
    /// Whether the publisher is known; the short list of sources leaves it out.
    pub const fn is_named(&self) -> bool {
        !self.publisher.is_empty()
    }
}
