//! A headline, and the figures that it uses: those are what a source line credits.

use crate::statistics::{Amount, Change, Summary};

/// Figures that a headline uses, and who published them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What the figures are of: `February 2026`.
    pub what: String,
    /// Indices into the data set's sources, each once.
    pub sources: Vec<usize>,
}

/// A sentence with the number in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub text: String,
    /// The figures in it; none where it says that it has none.
    pub credits: Vec<Credit>,
}

impl Headline {
    /// A headline that uses the month's own figure.
    pub fn of_month(summary: &Summary, text: String) -> Self {
        let headline = Self::from(text);
        match &summary.amount {
            Ok(amount) => headline.using(amount),
            Err(_) => headline,
        }
    }

    /// With another figure in it.
    #[must_use]
    pub fn using(self, amount: &Amount) -> Self {
        self.crediting(amount.period.long(), &amount.sources)
    }

    /// With a figure and its baseline in it.
    #[must_use]
    pub fn using_change(self, change: &Change) -> Self {
        self.using(&change.current).crediting(change.against.to_string(), &change.baseline_sources)
    }

    /// With what these sources published in it.
    #[must_use]
    pub fn crediting(mut self, what: String, sources: &[usize]) -> Self {
        let known = self.credits.iter().position(|credit| credit.what == what);
        let place = known.unwrap_or(self.credits.len());
        if known.is_none() {
            self.credits.push(Credit { what, sources: Vec::new() });
        }
        if let Some(credit) = self.credits.get_mut(place) {
            for source in sources {
                if !credit.sources.contains(source) {
                    credit.sources.push(*source);
                }
            }
        }
        self
    }
}

impl From<String> for Headline {
    fn from(text: String) -> Self {
        Self { text, credits: Vec::new() }
    }
}
