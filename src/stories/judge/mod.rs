//! Claims to verdicts: what the data say, and why.

mod change;
mod level;
mod order;
mod stated;

use super::claim::{Claim, Kind};
use super::library::Library;
use crate::charts::exact_amount;
use crate::statistics::{Amount, Change, Origin, Unavailable};
use crate::trade::{Figure, Flow, Period, Series, SeriesKey};

/// How a claim stands against the data.
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
    /// The data lack what it takes.
    NotCheckable,
}

impl Verdict {
    /// Every verdict, the gravest first.
    pub const ALL: [Self; 5] =
        [Self::Contradicted, Self::Misplaced, Self::Close, Self::Supported, Self::NotCheckable];

    /// The word used in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Close => "close",
            Self::Misplaced => "misplaced",
            Self::Contradicted => "contradicted",
            Self::NotCheckable => "not_checkable",
        }
    }

    /// The words shown to readers.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Supported => "Supported",
            Self::Close => "Close",
            Self::Misplaced => "Misplaced",
            Self::Contradicted => "Contradicted",
            Self::NotCheckable => "Not checkable",
        }
    }

    /// Whether an editor can let the figure stand.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Supported | Self::Close)
    }
}

/// A figure of the data that a verdict rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The months it counts.
    pub period: Period,
    /// The amount, in the series' unit.
    pub value: f64,
    /// Decimals worth showing.
    pub decimals: u8,
    /// Reported, revised, derived or a sum of months.
    pub origin: &'static str,
    /// Indices of its sources.
    pub sources: Vec<usize>,
}

impl From<&Amount> for Cell {
    fn from(amount: &Amount) -> Self {
        Self {
            period: amount.period,
            value: amount.value,
            decimals: amount.decimals,
            origin: amount.origin.code(),
            sources: amount.sources.clone(),
        }
    }
}

impl From<&Figure> for Cell {
    fn from(figure: &Figure) -> Self {
        Self {
            period: figure.period,
            value: figure.value,
            decimals: figure.decimals,
            origin: figure.status.code(),
            sources: figure.sources.clone(),
        }
    }
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// What the data give instead, in the claim's unit.
    pub computed: Option<f64>,
    /// Why, in a sentence.
    pub reason: String,
    /// How the computed figure comes from the cells.
    pub formula: String,
    /// The figures of the data it rests on.
    pub cells: Vec<Cell>,
    /// The comparison that the figure was read as, where the story names none.
    pub read_as: Option<Kind>,
}

impl Judgement {
    fn lacking(reason: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::NotCheckable,
            computed: None,
            reason: reason.into(),
            formula: String::new(),
            cells: Vec::new(),
            read_as: None,
        }
    }

    /// Indices of the sources behind the cells, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for source in self.cells.iter().flat_map(|cell| &cell.sources) {
            if !found.contains(source) {
                found.push(*source);
            }
        }
        found
    }
}

/// Judges one claim.
pub fn judge(claim: &Claim, library: &Library<'_>) -> Judgement {
    let Some(key) = key(claim) else {
        return Judgement::lacking("the story does not say which trade is meant");
    };
    let series = library.series(&key);
    if series.is_empty() {
        return Judgement::lacking(format!("the data hold no {}", trade(&series, library)));
    }
    let Some(period) = claim.period else {
        return Judgement::lacking("the story does not say which months are meant");
    };
    let case = Case { claim, series: &series, period, library };
    match (claim.kind, claim.stated) {
        (Some(Kind::Superlative), _) => order::superlative(&case),
        (Some(Kind::Streak), _) if claim.turn.is_some() => order::turn(&case),
        (Some(Kind::Streak), _) => order::streak(&case),
        (_, Some(stated)) if claim.unit == "%" || claim.difference => change::judge(&case, stated),
        (_, Some(stated)) if claim.unit == "pp" => change::points(&case, stated),
        (_, Some(stated)) if claim.average => level::average(&case, stated),
        (_, Some(stated)) => level::judge(&case, stated),
        _ => Judgement::lacking("nothing is stated that could be computed"),
    }
}

/// A claim with what it is judged by.
struct Case<'a> {
    claim: &'a Claim,
    series: &'a Series,
    period: Period,
    library: &'a Library<'a>,
}

impl Case<'_> {
    /// What is missing, for a verdict of not checkable.
    fn lacking(&self, absent: &Unavailable) -> Judgement {
        Judgement::lacking(format!("{}: {absent}", trade(self.series, self.library)))
    }

    fn amount_words(&self, value: f64, decimals: u8) -> String {
        exact_amount(value, decimals, self.series.unit())
    }

    fn cell_words(&self, cell: &Cell) -> String {
        self.amount_words(cell.value, cell.decimals)
    }

    /// Other reports of the cell for `period`.
    fn others(&self, period: Period) -> impl Iterator<Item = &Figure> {
        self.series.figure(period).into_iter().flat_map(|figure| &figure.others)
    }

    /// The same trade the other way.
    fn turned(&self) -> SeriesKey {
        let own = self.series.key();
        let flow = if own.flow == Flow::Export { Flow::Import } else { Flow::Export };
        SeriesKey { flow, ..own.clone() }
    }
}

fn key(claim: &Claim) -> Option<SeriesKey> {
    Some(SeriesKey {
        flow: claim.flow?,
        measure: claim.measure,
        product: claim.product?.to_owned(),
        partner: claim.partner.clone(),
    })
}

/// What a series is of, in words: `exports of magnets to Germany`.
fn trade(series: &Series, library: &Library<'_>) -> String {
    let key = series.key();
    let mut words = format!("{} of {}", key.flow.plural(), library.product(&key.product));
    if !key.partner.is_world() {
        let way = if key.flow == Flow::Import { "from" } else { "to" };
        words = format!("{words} {way} {}", library.partner(&key.partner));
    }
    if key.measure == crate::trade::Measure::Value { format!("{words}, by value") } else { words }
}

/// The two cells of a change.
fn cells(change: &Change, against: Period) -> Vec<Cell> {
    let baseline = Cell {
        period: against,
        value: change.baseline,
        decimals: change.baseline_decimals,
        origin: change.baseline_origin.map_or("", Origin::code),
        sources: change.baseline_sources.clone(),
    };
    vec![Cell::from(&change.current), baseline]
}
