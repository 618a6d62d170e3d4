//! Compares a reading with the data.

use std::rc::Rc;

use super::verdict::{Judgement, Verdict};
use crate::charts::exact;
use crate::statistics::{Amount, change as compare, change_between};
use crate::stories::cell_values::{How, Value, Values, is_derived};
use crate::stories::claim::{Kind, Stated};
use crate::stories::library::Library;
use crate::stories::reading::{Matter, Reading};
use crate::trade::{Quantity, Unit};
use crate::wording::facts::{Comes, Held};
use crate::wording::say::stories::grounds as words;
use crate::wording::say::stories::reading::part;

/// How a figure fits a reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// As printed.
    Exact,
    /// As printed, with another report, a sum of months or a rounding of the data, and with which.
    Explained(String),
    /// One unit of the last digit apart.
    Near,
    /// Not.
    Off,
    /// The data lack what it takes.
    Lacking,
}

/// The fit of a reading, with the figures behind it.
#[derive(Clone, Debug)]
pub struct Match {
    pub fit: Fit,
    /// What the data give.
    pub computed: Option<f64>,
    /// The values of the period, and of what it is compared with.
    values: [Option<Rc<Values>>; 2],
    /// Whether a figure of the data behind it is revised, disputed or derived.
    pub shaky: bool,
}

impl Match {
    const fn lacking() -> Self {
        Self { fit: Fit::Lacking, computed: None, values: [None, None], shaky: true }
    }

    /// The cells it rests on.
    fn cells(&self) -> Vec<Amount> {
        let known = self.values.iter().flatten().filter_map(|values| values.as_ref().as_ref().ok());
        known.filter_map(|values| values.first()).map(|value| value.cell.clone()).collect()
    }
}

/// Why the data cannot judge a reading.
pub fn lacking(reading: &Reading, library: &Library) -> String {
    let trade = reading.trade_words(library);
    let Some(series) = library.series(reading) else { return words::no_trade(&trade) };
    if reading.adjusted {
        return match library.why_not_adjusted(reading) {
            Some(why) => words::not_adjustable(&trade, &why),
            None => words::lacking(&trade, not_adjusted()),
        };
    }
    if let Some(usual) = reading.usual() {
        let absent = compare(&series, reading.period, usual).err();
        let absent = absent.as_ref().map(ToString::to_string);
        return words::lacking(&trade, absent.as_deref().unwrap_or(words::zero_baseline()));
    }
    let periods = [Some(reading.period), reading.baseline()];
    let absent = periods.into_iter().flatten().find_map(|period| {
        library.values(reading, &series, period).as_ref().as_ref().err().map(ToString::to_string)
    });
    if let (None, Some(whole)) = (&absent, reading.whole()) {
        return lacking(&whole, library);
    }
    words::lacking(&trade, absent.as_deref().unwrap_or(words::zero_baseline()))
}

/// Why a figure said to be adjusted has nothing that it could be judged by.
pub fn not_adjusted() -> &'static str {
    if cfg!(feature = "whole") { words::not_adjusted() } else { words::not_adjusted_here() }
}

/// Compares a figure with the data in one reading.
pub fn fit(reading: &Reading, stated: Stated, library: &Library) -> Match {
    if reading.adjusted {
        return adjusted(reading, stated, library).unwrap_or_else(Match::lacking);
    }
    let Some(series) = library.series(reading) else { return Match::lacking() };
    let current = library.values(reading, &series, reading.period);
    let Ok(values) = current.as_ref() else { return Match::lacking() };
    if let Some(usual) = reading.usual() {
        let Ok(change) = compare(&series, reading.period, usual) else { return Match::lacking() };
        let is_change = matches!(reading.matter, Matter::Change(..));
        let percent = || change.computed().ok();
        let computed = if is_change { percent() } else { Some(change.baseline) };
        // What counts as the five years differs: nobody is accused of it.
        let fit = computed.map_or(Fit::Lacking, |value| plain(stated, value));
        let values = [Some(current).filter(|_| is_change), None];
        return Match { fit, computed, shaky: true, values };
    }
    let found = match reading.matter {
        Matter::Level => level(values, stated, 1.0, library),
        Matter::Average => level(values, stated, f64::from(reading.period.months), library),
        Matter::Each(unit) => {
            let counts = library.names.counts;
            let counted = Reading { unit: counts, ..*reading };
            let Some(amounts) = library.series(&counted) else { return Match::lacking() };
            let amount = library.values(&counted, &amounts, reading.period);
            let Ok(amounts) = amount.as_ref() else { return Match::lacking() };
            let part = part_counted(unit, library);
            let (fit, computed, shaky) = for_each(values, amounts, stated, part);
            return Match { fit, computed, shaky, values: [Some(current), Some(amount)] };
        }
        Matter::Usual(_) => return Match::lacking(),
        Matter::Change(..) | Matter::Difference(..) | Matter::Part(_) => {
            let earlier = reading.baseline().unwrap_or(reading.period);
            let other = reading.whole().unwrap_or(Reading { period: earlier, ..*reading });
            let Some(series) = library.series(&other) else { return Match::lacking() };
            let before = library.values(&other, &series, other.period);
            let Ok(base) = before.as_ref() else { return Match::lacking() };
            let published = match reading.matter {
                Matter::Change(..) => change_between(&series, reading.period, earlier).ok(),
                _ => None,
            };
            let published = published.and_then(|change| change.stated);
            let against = (reading.matter, published);
            let (fit, computed, shaky) = change(values, base, stated, against, library);
            return Match { fit, computed, shaky, values: [Some(current), Some(before)] };
        }
    };
    let (fit, computed, shaky) = found;
    Match { fit, computed, shaky, values: [Some(current), None] }
}

/// Holds a figure against the series without its season; nothing where that has no such months.
fn adjusted(reading: &Reading, stated: Stated, library: &Library) -> Option<Match> {
    let own = library.adjusted(reading, reading.period)?;
    let base = match reading.baseline() {
        Some(before) => Some(library.adjusted(reading, before)?),
        None => None,
    };
    let then = base.as_ref().map(|cell| cell.value);
    let computed = match (reading.matter, then) {
        (Matter::Level, _) => own.value,
        (Matter::Change(..), Some(then)) => (own.value / then - 1.0) * 100.0,
        (Matter::Difference(..), Some(then)) => own.value - then,
        _ => return None,
    };
    let fit = plain(stated, computed);
    let one = |cell| Rc::new(Ok(vec![Value { cell, how: How::Stands, rounding: 0.0 }]));
    let values = [Some(one(own)), base.map(one)];
    Some(Match { fit, computed: Some(computed), values, shaky: false })
}

/// How a figure fits the one value that it can have.
fn plain(stated: Stated, computed: f64) -> Fit {
    match () {
        () if stated.holds(computed) => Fit::Exact,
        () if stated.is_just_past(computed) => Fit::Explained(words::wide_margin().to_owned()),
        () if stated.is_near(computed) => Fit::Near,
        () => Fit::Off,
    }
}

/// The fit, what the data give, and whether that is shaky.
type Found = (Fit, Option<f64>, bool);

fn level(current: &[Value], stated: Stated, months: f64, library: &Library) -> Found {
    let of = |value: &Value| value.cell.value / months;
    let Some(standing) = current.first() else { return (Fit::Lacking, None, true) };
    // What the months add up to, with their revisions, leaves the figure itself as it was reported.
    let reports = |value: &&Value| matches!(value.how, How::Stands | How::Report);
    let reports: Vec<Value> = current.iter().filter(reports).cloned().collect();
    // A gap that no revision makes is one, however the cell came about.
    let near = |value: &Value| (of(value) - stated.value).abs() < of(value).abs() * 0.05;
    let shaky = (is_derived(current) || differ(&reports, stated.step)) && current.iter().any(near);
    let found = |fit| (fit, Some(of(standing)), shaky);
    if stated.holds(of(standing)) {
        return found(Fit::Exact);
    }
    if stated.is_just_past(of(standing)) {
        return found(Fit::Explained(words::wide_margin().to_owned()));
    }
    if let Some(other) = current.iter().skip(1).find(|value| stated.holds(of(value))) {
        return found(Fit::Explained(explained(other, library)));
    }
    // 24,826.90 where the data have 24,827 only.
    let last_digit = 0.5 / 10_f64.powi(i32::from(standing.cell.decimals));
    let finer = stated.hedge.is_none() && stated.step < last_digit;
    let loose = if finer { last_digit } else { standing.rounding };
    if (finer || (is_derived(current) && !stated.is_near(of(standing))))
        && stated.widened(loose / months).holds(of(standing))
    {
        let printed = words::only_rounded(of(standing), standing.cell.decimals);
        return found(Fit::Explained(printed));
    }
    found(if stated.is_near(of(standing)) { Fit::Near } else { Fit::Off })
}

/// How many of what is counted one of a unit is.
fn part_counted(unit: Unit, library: &Library) -> f64 {
    unit.in_other_weight(library.names.counts).unwrap_or(1.0)
}

/// Holds money for each `part` of what is counted against the two amounts; it is never called near.
fn for_each(money: &[Value], amounts: &[Value], stated: Stated, part: f64) -> Found {
    let (Some(worth), Some(amount)) = (money.first(), amounts.first()) else {
        return (Fit::Lacking, None, true);
    };
    if amount.cell.value == 0.0 {
        return (Fit::Lacking, None, true);
    }
    let computed = worth.cell.value / amount.cell.value * part;
    let fit = if stated.holds(computed) { Fit::Exact } else { Fit::Off };
    (fit, Some(computed), true)
}

/// Whether reports of one cell differ by more than a figure's rounding.
fn differ(values: &[Value], step: f64) -> bool {
    let Some(standing) = values.first() else { return false };
    let most = step.max(standing.cell.value.abs() * 5e-4);
    let apart = |value: &Value| (value.cell.value - standing.cell.value).abs() > most;
    values.iter().skip(1).any(apart)
}

fn explained(value: &Value, library: &Library) -> String {
    let (amount, decimals) = (value.cell.value, value.cell.decimals);
    match value.how {
        How::Months => words::by_months(amount, decimals),
        How::Sums => words::by_sums(amount, decimals),
        _ => {
            let sources = value.cell.sources.iter();
            let names: Vec<String> = sources.filter_map(|index| library.credit(*index)).collect();
            words::by_others(&names, amount, decimals)
        }
    }
}

fn change(
    current: &[Value],
    before: &[Value],
    stated: Stated,
    (matter, published): (Matter, Option<f64>),
    library: &Library,
) -> Found {
    let in_percent = !matches!(matter, Matter::Difference(..));
    let of = |one: &Value, other: &Value| {
        let (one, other) = (one.cell.value, other.cell.value);
        match matter {
            Matter::Difference(..) => one - other,
            Matter::Part(_) => one / other * 100.0,
            _ => (one - other) / other * 100.0,
        }
    };
    let (Some(standing), Some(base)) = (current.first(), before.first()) else {
        return (Fit::Lacking, None, true);
    };
    if in_percent && base.cell.value == 0.0 {
        return (Fit::Lacking, None, true);
    }
    // The base that was derived from a published change is no better known than that.
    let computed = published.unwrap_or_else(|| of(standing, base));
    let apart = |values: &[Value]| {
        let least = if in_percent {
            values.first().map_or(0.0, |value| value.cell.value.abs() * 4e-3)
        } else {
            stated.step
        };
        is_derived(values) || differ(values, least)
    };
    // A gap that no revision of either amount makes is one, if digits enough show it.
    let fine = stated.value.abs() >= stated.step * 100.0;
    let near = |one: &Value| {
        let wide = stated.value.abs() * 0.5;
        let reach = |own: f64| match matter {
            Matter::Change(..) if fine => (own + 100.0).abs() * 0.05,
            Matter::Change(..) => wide.min((own + 100.0).abs() * 0.1),
            _ => wide,
        };
        let close = |other: &Value| {
            let own = of(one, other);
            (own - stated.value).abs() < reach(own)
        };
        before.iter().any(close)
    };
    let shaky = (apart(current) || apart(before)) && current.iter().any(near);
    let found = |fit| (fit, Some(computed), shaky);
    if stated.holds(computed) {
        return found(Fit::Exact);
    }
    if stated.is_just_past(computed) {
        return found(Fit::Explained(words::wide_margin().to_owned()));
    }
    for one in current {
        for other in before {
            if other.cell.value != 0.0 && stated.holds(of(one, other)) {
                let told = [one, other].into_iter().filter(|value| value.how != How::Stands);
                let told: Vec<String> = told.map(|value| explained(value, library)).collect();
                return found(Fit::Explained(crate::wording::say::joining::list(&told)));
            }
        }
    }
    if stated.is_near(computed) {
        return found(Fit::Near);
    }
    // Cells that are themselves rounded.
    let rounding = |value: &Value| value.rounding / value.cell.value.abs().max(1e-9) * 100.0;
    let slack = (rounding(standing) + rounding(base)) * (1.0 + computed / 100.0).abs().max(1.0);
    let share = matches!(matter, Matter::Part(_));
    let rounded = in_percent && !share && slack > stated.step * 0.2 && slack < 3.0;
    if rounded && stated.widened(slack).holds(computed) {
        return found(Fit::Explained(words::rounded_behind().to_owned()));
    }
    found(Fit::Off)
}

/// A figure as the reading states it.
pub fn comes(reading: &Reading, value: f64) -> Comes {
    let amount = |decimals| Quantity { value, unit: reading.unit, decimals, rough: false };
    match reading.matter {
        Matter::Change(Kind::Usual(usual), _) => Comes::OnUsual(value, usual),
        Matter::Change(..) => Comes::Change(value),
        Matter::Part(_) => Comes::Share(value),
        Matter::Difference(..) => Comes::Difference(amount(u8::from(value.fract() != 0.0))),
        Matter::Average => Comes::Average(amount(1)),
        Matter::Each(_) => Comes::Amount(amount(2)),
        Matter::Usual(_) => Comes::Amount(amount(0)),
        Matter::Level => Comes::Amount(amount(u8::from(value.fract() != 0.0))),
    }
}

impl Match {
    /// What the data say, in words.
    fn fact(&self, reading: &Reading, library: &Library) -> String {
        let each = matches!(reading.matter, Matter::Each(_));
        let held = |(at, cell): (usize, &Amount)| Held {
            amount: Quantity {
                value: cell.value,
                unit: if each && at > 0 { library.names.counts } else { reading.unit },
                decimals: cell.decimals,
                rough: false,
            },
            period: cell.period,
            origin: cell.origin,
        };
        let cells: Vec<Held> = self.cells().iter().enumerate().map(held).collect();
        let mut trade = reading.trade_words(library);
        let told = self.computed.filter(|_| reading.matter != Matter::Level);
        if matches!(reading.matter, Matter::Part(_)) {
            let whole = reading.whole_words(library);
            trade = part(&trade, &whole);
        }
        let fact = words::fact(&trade, &cells, told.map(|value| comes(reading, value)));
        match cells.last().filter(|_| self.published(reading)) {
            Some(base) => words::published(&fact, base.period),
            None => fact,
        }
    }

    /// Whether what the data give is a published change rather than what its two amounts come to.
    fn published(&self, reading: &Reading) -> bool {
        match (reading.matter, self.computed, self.cells().as_slice()) {
            (Matter::Change(..), Some(own), [one, base]) => {
                ((one.value - base.value) / base.value * 100.0 - own).abs() > 1e-6
            }
            _ => false,
        }
    }

    /// The judgement without verdict and reason.
    pub fn judgement(&self, reading: &Reading, library: &Library) -> Judgement {
        let printed = |cell: &Amount| exact(cell.value, cell.decimals);
        let cells = self.cells();
        let formula = match (reading.matter, cells.as_slice()) {
            (Matter::Level, [cell, ..]) => words::figure_for(cell.period),
            (Matter::Average, [cell, ..]) => format!("{} ÷ {}", printed(cell), cell.period.months),
            (Matter::Each(unit), [cell, amount, ..]) => {
                let part = part_counted(unit, library);
                let formula = format!("{} ÷ {}", printed(cell), printed(amount));
                if part == 1.0 { formula } else { format!("{formula} ÷ {}", exact(1.0 / part, 0)) }
            }
            (Matter::Change(..), [cell, base, ..]) if !self.published(reading) => {
                format!("({} − {}) ÷ {} × 100", printed(cell), printed(base), printed(base))
            }
            (Matter::Part(_), [cell, base, ..]) => {
                format!("{} ÷ {} × 100", printed(cell), printed(base))
            }
            (Matter::Difference(..), [cell, base, ..]) => {
                format!("{} − {}", printed(cell), printed(base))
            }
            _ => String::new(),
        };
        Judgement {
            verdict: Verdict::NotCheckable,
            computed: self.computed,
            fact: self.fact(reading, library),
            reason: String::new(),
            formula,
            cells,
        }
    }
}
