//! A headline with the figures it uses, which the source line credits.

use crate::statistics::{Amount, Change, Summary};
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::say::joining;

/// Figures that a headline uses, and who published them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What the figures are: `February 2026`.
    pub what: String,
    /// Indices into the data set's sources, each once.
    pub sources: Vec<usize>,
}

/// Figures with the same publishers.
pub struct Published {
    /// What the figures are, one item or several.
    pub what: Vec<String>,
    /// Their publishers, each once, by the names that readers see.
    pub by: Vec<String>,
    /// Indices into the data set's sources, each once.
    pub sources: Vec<usize>,
}

impl Published {
    /// The credits with known publishers; each set of publishers is named once.
    pub fn of(dataset: &Dataset, credits: &[Credit]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for credit in credits {
            let mut by: Vec<String> = Vec::new();
            let known = credit.sources.iter().filter_map(|index| dataset.sources.get(*index));
            for source in known.filter(|source| source.is_named()) {
                let name = dataset.about.translated(&source.publisher);
                if by.iter().all(|one| *one != *name) {
                    by.push(name.into_owned());
                }
            }
            match found.iter_mut().find(|one| one.by == by) {
                _ if by.is_empty() => {}
                Some(same) => {
                    same.what.push(credit.what.clone());
                    for source in &credit.sources {
                        if !same.sources.contains(source) {
                            same.sources.push(*source);
                        }
                    }
                }
                None => found.push(Self {
                    what: vec![credit.what.clone()],
                    by,
                    sources: credit.sources.clone(),
                }),
            }
        }
        found
    }

    /// What the figures are, in words.
    pub fn named(&self) -> String {
        joining::all_of(&self.what.iter().map(String::as_str).collect_vec())
    }
}

/// A headline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub text: String,
    /// The figures in it.
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

    /// Adds another figure to the credits.
    #[must_use]
    pub fn using(self, amount: &Amount) -> Self {
        self.crediting(amount.period.long(), &amount.sources)
    }

    /// Adds a figure and its baseline to the credits.
    #[must_use]
    pub fn using_change(self, change: &Change) -> Self {
        self.using(&change.current).crediting(change.against.to_string(), &change.baseline_sources)
    }

    /// Adds what these sources published to the credits.
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
