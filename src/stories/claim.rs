//! A claim: what a story says with a figure.

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

/// The effect of a word before a figure.
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
    /// Whether there is no such word.
    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }
}

/// A stated figure as an interval: it stands for everything that rounds to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// The figure as printed, in tonnes, dollars or percent.
    pub value: f64,
    /// The place value of its last digit.
    pub step: f64,
    /// The lowest value it can stand for.
    pub low: f64,
    /// The highest value it can stand for.
    pub high: f64,
    /// The word that widens it: `almost`.
    pub hedge: Hedge,
}

/// A rank from the top or the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Whether it is from the top.
    pub high: bool,
    /// 1 for the highest or lowest itself, 2 for the second.
    pub place: usize,
    /// The months it is among.
    pub among: Among,
}

/// The first rise or fall after months without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whether it is a rise.
    pub rising: bool,
    /// The months it is among.
    pub among: Among,
}

/// The months among which a figure stands out, up to its own month unless stated otherwise.
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

/// A claim as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it begins, in bytes.
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
    /// The months it is about, if stated.
    pub period: Option<Period>,
    /// The baseline of a change.
    pub baseline: Option<Period>,
    /// The kind of statement; `None` for a change without a stated baseline.
    pub kind: Option<Kind>,
    /// The figure.
    pub stated: Option<Stated>,
    /// The length of a streak in months.
    pub count: Option<u32>,
    /// Whether it is said to be seasonally adjusted.
    pub adjusted: bool,
    /// `t`, `USD`, `%` or `pp`.
    pub unit: &'static str,
    /// The unit of the data's figures that it is compared with.
    pub counted: Unit,
    /// The whole reading in words.
    pub reading: String,
    /// The parts of the reading that the figure's own sentence does not state.
    pub unsaid: Vec<&'static str>,
    /// Whether every part is stated in its sentence, or carried over without an alternative.
    pub firm: bool,
    /// The cost of the reading: 0 is best.
    pub cost: f32,
    /// The cost of reading it as something else.
    pub other: f32,
}
