//! Verdicts and their grounds.

use crate::statistics::Amount;
use crate::util::add_missing;
use crate::wording::say::joining::clauses;
use crate::wording::say::stories::grounds as words;

/// The verdict on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Equal at the precision stated.
    Supported,
    /// Within one unit of the last digit stated, or a revision explains it.
    Close,
    /// Right for another period, comparison or flow.
    Misplaced,
    /// The data say otherwise.
    Contradicted,
    /// It seems to be about this trade, but fits no reading.
    Unclear,
    /// The data lack what it takes.
    NotCheckable,
}

impl Verdict {
    /// Every verdict, the most serious first.
    pub const ALL: [Self; 6] = [
        Self::Contradicted,
        Self::Misplaced,
        Self::Unclear,
        Self::Close,
        Self::Supported,
        Self::NotCheckable,
    ];

    /// The word used in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Close => "close",
            Self::Misplaced => "misplaced",
            Self::Contradicted => "contradicted",
            Self::Unclear => "unclear",
            Self::NotCheckable => "not_checkable",
        }
    }

    /// Whether the figure can stand.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Supported | Self::Close)
    }

    /// Whether it decides for or against the figure.
    pub const fn settles(self) -> bool {
        self.holds() || self.accuses()
    }

    /// Whether it says that the figure is wrong.
    pub const fn accuses(self) -> bool {
        matches!(self, Self::Contradicted | Self::Misplaced)
    }
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The value computed from the data, in the claim's unit.
    pub computed: Option<f64>,
    /// What the data say, which begins the reason; empty if the reason has no more.
    pub fact: String,
    /// The reason, in a sentence.
    pub reason: String,
    /// The formula of the computed figure.
    pub formula: String,
    /// The figures of the data it rests on.
    pub cells: Vec<Amount>,
}

impl Judgement {
    pub(super) fn lacking(reason: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::NotCheckable,
            computed: None,
            fact: String::new(),
            reason: reason.into(),
            formula: String::new(),
            cells: Vec::new(),
        }
    }

    /// The same with a verdict, the fact and what that comes to for its reason.
    pub(super) fn found_to_be(self, verdict: Verdict, why: impl Into<String>) -> Self {
        let reason = clauses(&[self.fact.clone(), why.into()]);
        Self { verdict, reason, ..self }
    }

    /// The same where another reading is likelier.
    pub fn unclear(self) -> Self {
        let why = words::no_reading(None);
        self.found_to_be(Verdict::Unclear, why)
    }

    /// Indices of the sources behind the cells, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for cell in &self.cells {
            add_missing(&mut found, &cell.sources);
        }
        found
    }
}
