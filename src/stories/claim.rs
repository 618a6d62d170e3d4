//! What a story says of a figure.

use crate::statistics::Comparison;
use crate::trade::{Flow, Measure, Month, Partner, Period, Unit};

/// The kind of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How much.
    Level,
    /// Against the month before.
    MonthOnMonth,
    /// Against the same months a year before.
    YearOnYear,
    /// How much since January.
    YearToDate,
    /// Since January, against the year before.
    YearToDateChange,
    /// How much in a year.
    Annual,
    /// A year against the year before.
    AnnualChange,
    /// Against what is usual for the months, or that itself.
    Usual(Comparison),
    /// A part of a whole.
    Share,
    /// A percentage against its own two levels.
    Consistency,
    /// Highest, lowest or a record.
    Superlative,
    /// So many rises or falls in a row.
    Streak,
}

impl Kind {
    /// The word used in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::MonthOnMonth => "mom",
            Self::YearOnYear => "yoy",
            Self::YearToDate => "ytd",
            Self::YearToDateChange => "ytd_yoy",
            Self::Annual => "annual",
            Self::AnnualChange => "annual_yoy",
            Self::Usual(usual) => usual.key(),
            Self::Share => "share",
            Self::Consistency => "consistency",
            Self::Superlative => "superlative",
            Self::Streak => "streak",
        }
    }
}

/// What a word before a figure does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// There is none.
    None,
    /// Widens it to both sides: `about`.
    About,
    /// A little less is meant: `almost`.
    Nearly,
    /// Less is meant: `under`.
    Less,
    /// More is meant: `over`.
    More,
}

impl Hedge {
    /// Whether there is none.
    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }
}

/// What is stated, as an interval: what is printed stands for everything that rounds to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// The figure as printed, in tonnes, dollars or percent.
    pub value: f64,
    /// The place value of its last digit.
    pub step: f64,
    /// The least it can mean.
    pub low: f64,
    /// The most it can mean.
    pub high: f64,
    /// The word that widens it, if one does: `almost`.
    pub hedge: Hedge,
}

/// A highest or a lowest, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The highest, else the lowest.
    pub high: bool,
    /// 1 for the highest or lowest itself, 2 for the second.
    pub place: usize,
    /// Of which months.
    pub among: Among,
}

/// The first rise or fall after months without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// A rise, else a fall.
    pub rising: bool,
    /// Of which months.
    pub among: Among,
}

/// The months, up to the one spoken of unless it is said otherwise, among which something stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// All that are known.
    All,
    /// Those after one that was like it.
    Since(Month),
    /// So many, the last included.
    Last(i32),
    /// Those of its year.
    Year,
    /// Those of its year that came after it, too.
    Whole,
    /// Those of a period that are known.
    Within(Period),
}

/// A statement, as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it stands, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Exports or imports.
    pub flow: Option<Flow>,
    /// The product's code.
    pub product: Option<String>,
    /// The partner.
    pub partner: Partner,
    /// Volume or value.
    pub measure: Measure,
    /// The months spoken of, where the story says.
    pub period: Option<Period>,
    /// What a change is measured against.
    pub baseline: Option<Period>,
    /// The kind of statement; nothing where a change doesn't say against what.
    pub kind: Option<Kind>,
    /// The figure.
    pub stated: Option<Stated>,
    /// How many months a streak has.
    pub count: Option<u32>,
    /// Whether it is said to be seasonally adjusted.
    pub adjusted: bool,
    /// `t`, `USD`, `%` or `pp`.
    pub unit: &'static str,
    /// What the figures of the data are counted in that it is compared with.
    pub counted: Unit,
    /// The whole reading in words.
    pub reading: String,
    /// The parts of it that the figure's own sentence does not say.
    pub unsaid: Vec<&'static str>,
    /// Whether every part is said in its sentence, or carried there without a rival.
    pub firm: bool,
    /// How well that sentence says the rest: 0 is best.
    pub cost: f32,
    /// What else it may be of, at what cost.
    pub other: f32,
}
