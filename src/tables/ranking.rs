//! What is shown of a breakdown: sorted rows, formatted.

use crate::util::Lower as _;
use std::cmp::Ordering;

use serde::Serialize;

use super::asked::{Asked, Column, Sort, period_code};
use super::breakdown::{Breakdown, Counted, Kind, Line};
use crate::statistics::Origin;
use crate::statistics::structure::Side;
use crate::trade::{Measure, Period, Status, Unit, UnitRatio};
use crate::util::{CollectVec as _, sort};
use crate::wording::say::charts::heads;
use crate::wording::say::numbers::in_a_column;
use crate::wording::say::numbers::{exact, exact_amount, signed};
use crate::wording::say::tables as words;

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RankingHead {
    /// The code of the column.
    pub code: &'static str,
    /// The visible heading, with the unit.
    pub label: String,
    /// Its name in a file.
    pub name: String,
    /// The value of `aria-sort`.
    pub sorted: &'static str,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedRow {
    /// The partner's or product's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `total`, `part`, `group` or `outside`.
    pub kind: &'static str,
    /// Whether it is what the chart is of.
    pub chosen: bool,
    /// The numbers, by column; none where a figure is missing.
    #[serde(skip)]
    pub numbers: Vec<Option<f64>>,
    /// The same as text; a dash for a missing figure.
    pub cells: Vec<String>,
    /// Indices into the data set's sources.
    #[serde(skip)]
    pub sources: Vec<usize>,
}

/// A period that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodChoice {
    /// Its value in requests.
    pub value: String,
    /// Its visible label.
    pub label: String,
}

/// What is shown of a breakdown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranking {
    /// What it is a table of.
    pub caption: String,
    /// The columns.
    pub heads: Vec<RankingHead>,
    /// The total, where there is one, and the first rows.
    pub rows: Vec<RankedRow>,
    /// How many rows match the search, without the total.
    pub found: usize,
    /// How many there are in all.
    pub all: usize,
    /// The period shown, as in requests.
    pub period: String,
    /// The periods to choose from.
    pub periods: Vec<PeriodChoice>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

/// The rows of a breakdown that a request asks for.
pub fn ranking(breakdown: &Breakdown, asked: &Asked) -> Ranking {
    let order = asked.sort.unwrap_or_else(|| usual_sort(breakdown));
    let words = asked.wanted.lower();
    let words = words.split_whitespace().collect_vec();
    let fits = |line: &&Line| words.iter().all(|word| line.also.contains(word));
    let mut found = breakdown
        .lines
        .iter()
        .filter(fits)
        .map(|line| (breakdown.number(line, order.column), line))
        .collect_vec();
    sort(&mut found, |one, other| compare(*one, *other, order));
    let count = found.len();
    let lines = found.into_iter().take(asked.most).map(|(_, line)| (line, false));
    let total = breakdown.total.iter().map(|total| (total, true));
    let most = Largest::new(breakdown);
    let rows =
        total.chain(lines).map(|(line, total)| row(breakdown, &most, line, total)).collect_vec();
    Ranking {
        caption: caption(breakdown),
        heads: Column::ALL.map(|column| head(breakdown, column, order)).into(),
        notes: notes(breakdown, &rows),
        rows,
        found: count,
        all: breakdown.lines.len(),
        period: period_code(breakdown.period),
        periods: breakdown.periods.iter().map(|period| choice(*period)).collect_vec(),
    }
}

/// The largest by what the chart counts.
fn usual_sort(breakdown: &Breakdown) -> Sort {
    let value = breakdown.measure == Measure::Value;
    let column = if value { Column::Value } else { Column::Quantity };
    Sort { column, descending: true }
}

/// What is missing comes last, whichever way.
fn compare(one: (Option<f64>, &Line), other: (Option<f64>, &Line), order: Sort) -> Ordering {
    let turned = |ordering: Ordering| if order.descending { ordering.reverse() } else { ordering };
    let by_name = || one.1.also.cmp(&other.1.also);
    match (one.0, other.0) {
        _ if order.column == Column::Name => turned(by_name()),
        (Some(first), Some(second)) => turned(first.total_cmp(&second)).then_with(by_name),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => by_name(),
    }
}

fn choice(period: Period) -> PeriodChoice {
    PeriodChoice { value: period_code(period), label: period.long() }
}

fn caption(breakdown: &Breakdown) -> String {
    let (now, before) = (breakdown.period, breakdown.period.years_before(1));
    words::caption(&breakdown.subject, now, before)
}

fn head(breakdown: &Breakdown, column: Column, order: Sort) -> RankingHead {
    let (money, unit) = (breakdown.money, breakdown.unit);
    // What the data do not have is counted in nothing.
    let counted = |label: &str, symbol: Option<String>| match symbol {
        Some(symbol) => heads::with_unit(label, &symbol),
        None => label.to_owned(),
    };
    let named = |name: &str, unit: Option<String>| match unit {
        Some(unit) => format!("{name}_{unit}"),
        None => name.to_owned(),
    };
    let ratio = money.zip(unit).map(|(of, per)| UnitRatio { of, per });
    let (label, name) = match column {
        Column::Name => {
            let name = if breakdown.by == Side::Product { "product" } else { "partner" };
            (words::names(breakdown.by).to_owned(), name.to_owned())
        }
        Column::Value => (
            counted(words::value(), money.map(Unit::symbol)),
            named("value", money.map(Unit::name_part)),
        ),
        Column::Quantity => (
            counted(words::quantity(), unit.map(Unit::symbol)),
            named("quantity", unit.map(Unit::name_part)),
        ),
        Column::UnitValue => (
            counted(words::unit_value(), ratio.map(UnitRatio::symbol)),
            named("unit_value", ratio.map(UnitRatio::name_part)),
        ),
        Column::Share => (words::share().to_owned(), "share_percent".to_owned()),
        Column::Change => (words::change().to_owned(), "change_percent".to_owned()),
        Column::Contribution => {
            (words::contribution().to_owned(), "contribution_points".to_owned())
        }
    };
    let sorted = match (order.column == column, order.descending) {
        (false, _) => "none",
        (true, true) => "descending",
        (true, false) => "ascending",
    };
    RankingHead { code: column.code(), label, name, sorted }
}

fn row(breakdown: &Breakdown, most: &Largest, line: &Line, total: bool) -> RankedRow {
    let columns = || Column::ALL.into_iter().filter(|column| *column != Column::Name);
    let kind = match line.kind {
        _ if total => "total",
        Kind::Part => "part",
        Kind::Group => "group",
        Kind::Outside => "outside",
    };
    RankedRow {
        code: line.code.clone(),
        name: line.name.clone(),
        kind,
        chosen: line.code == breakdown.chosen,
        numbers: columns().map(|column| breakdown.number(line, column)).collect_vec(),
        cells: columns().map(|column| cell(breakdown, most, line, column)).collect_vec(),
        sources: line.sources.clone(),
    }
}

fn cell(breakdown: &Breakdown, most: &Largest, line: &Line, column: Column) -> String {
    let amount = |counted: &Counted, most: f64| {
        let Counted { amount, decimals, unit, mark } = *counted;
        // The head says the unit of all but these.
        if [breakdown.unit, breakdown.money].contains(&Some(unit)) {
            return in_a_column(amount, decimals, most) + mark;
        }
        exact_amount(amount, decimals, unit) + mark
    };
    let words = match column {
        Column::Name => return line.name.clone(),
        Column::Value => line.now.value.as_ref().map(|own| amount(own, most.value)),
        Column::Quantity => line.now.quantity.as_ref().map(|own| amount(own, most.quantity)),
        Column::UnitValue => breakdown.number(line, column).map(|ratio| exact(ratio, fine(ratio))),
        Column::Share => breakdown.number(line, column).map(|share| exact(share, 1)),
        Column::Change | Column::Contribution => {
            breakdown.number(line, column).map(|size| signed(size, 1))
        }
    };
    words.unwrap_or_else(|| "–".to_owned())
}

/// The largest amounts of the columns that have some, by which their decimals are chosen.
struct Largest {
    value: f64,
    quantity: f64,
}

impl Largest {
    fn new(breakdown: &Breakdown) -> Self {
        let of = |column: Column| {
            let lines = breakdown.lines.iter().chain(&breakdown.total);
            let amounts = lines.filter_map(|line| breakdown.number(line, column));
            amounts.map(f64::abs).fold(0.0, f64::max)
        };
        Self { value: of(Column::Value), quantity: of(Column::Quantity) }
    }
}

/// Decimals worth showing of a unit value.
fn fine(ratio: f64) -> u8 {
    match ratio.abs() {
        1000.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 4,
    }
}

fn notes(breakdown: &Breakdown, rows: &[RankedRow]) -> Vec<String> {
    let mut notes = breakdown.notes.clone();
    let total = breakdown.total.as_ref().map(|total| total.name.as_str());
    notes.push(words::counted_by(breakdown.measure, breakdown.unit, total));
    notes.extend(covered(breakdown));
    let marked =
        |mark: &str| rows.iter().flat_map(|row| &row.cells).any(|cell| cell.ends_with(mark));
    let marks = words::marks(marked(Status::Derived.mark()), marked(Origin::Sum.mark()));
    if !marks.is_empty() {
        notes.push(marks);
    }
    notes
}

/// How much of the total the partners listed make up.
fn covered(breakdown: &Breakdown) -> Option<String> {
    if breakdown.by == Side::Product || breakdown.lines.is_empty() {
        return None;
    }
    let of = |kind: Kind| breakdown.lines.iter().filter(move |line| line.kind == kind);
    let parts = of(Kind::Part);
    let beside = of(Kind::Group).any(|own| breakdown.number(own, Column::Share).is_some());
    let shares = parts.filter_map(|line| breakdown.number(line, Column::Share)).collect_vec();
    let sum: f64 = shares.iter().sum();
    // A total of those listed is named as that.
    let total_of_these = breakdown.total.as_ref().is_some_and(|total| total.one_sided);
    (!(shares.is_empty() || total_of_these && (sum - 100.0).abs() < 0.05))
        .then(|| words::covered(shares.len(), sum, beside))
}
