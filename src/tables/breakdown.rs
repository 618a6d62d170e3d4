//! The numbers of a table, before they are formatted.

use super::asked::Column;
use crate::statistics::structure::Side;
use crate::trade::{Measure, Period, Unit};
use crate::wording::say::tables as words;

/// An amount of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// How much.
    pub amount: f64,
    /// Decimals worth showing.
    pub decimals: u8,
    /// Of what.
    pub unit: Unit,
    /// The sign behind it: [`Origin::mark`](crate::statistics::Origin::mark) of how it came about.
    pub mark: &'static str,
}

/// A line's amounts in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amounts {
    /// In money.
    pub value: Option<Counted>,
    /// In weight, or in the unit that the goods are counted in.
    pub quantity: Option<Counted>,
}

/// The measure of quantities: the one the chart counts, else weight if there is any.
pub fn counts(measure: Measure, weighed: impl FnOnce() -> bool) -> Measure {
    match measure {
        Measure::Value if weighed() => Measure::Volume,
        Measure::Value => Measure::Quantity,
        measure => measure,
    }
}

/// What a line is in relation to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of the total.
    Part,
    /// A group, whose members have lines of their own.
    Group,
    /// Beside the total and not within it.
    Outside,
}

/// A partner or a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its code.
    pub code: String,
    /// Its name in lists.
    pub name: String,
    /// Other names that a search finds, in lower case.
    pub also: String,
    /// What it is beside the others.
    pub kind: Kind,
    /// In the period.
    pub now: Amounts,
    /// Whether some of its parts have only a value or only a quantity in the period, so that no unit value can
    /// be computed.
    pub one_sided: bool,
    /// In the same period a year before.
    pub before: Amounts,
    /// The published change in percent from which the amount of the year before was derived.
    pub stated: Option<f64>,
    /// Indices into the data set's sources.
    pub sources: Vec<usize>,
}

/// A total and its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// What it is a table of, without the period.
    pub subject: String,
    /// Whether the lines are partners or products.
    pub by: Side,
    /// What the chart counts, on which shares and changes are based.
    pub measure: Measure,
    /// The code of the line that is chosen.
    pub chosen: String,
    /// The period.
    pub period: Period,
    /// Periods that can be shown instead.
    pub periods: Vec<Period>,
    /// The total; none if the data have none.
    pub total: Option<Line>,
    /// The lines, unsorted.
    pub lines: Vec<Line>,
    /// The currency of values, where there are any.
    pub money: Option<Unit>,
    /// The unit of quantities, where there are any; a line in another unit says so.
    pub unit: Option<Unit>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

impl Amounts {
    /// Whether it has only a value or only a quantity.
    pub const fn one_sided(&self) -> bool {
        self.value.is_some() != self.quantity.is_some()
    }

    /// The amount of a measure.
    pub fn of(&self, measure: Measure) -> Option<Counted> {
        if measure == Measure::Value { self.value } else { self.quantity }
    }
}

impl Breakdown {
    /// A line's number in a column; none if it is missing or cannot be computed.
    pub fn number(&self, line: &Line, column: Column) -> Option<f64> {
        let own = |amounts: &Amounts| amounts.of(self.measure);
        let total = || self.total.as_ref().filter(|_| line.kind != Kind::Outside);
        let in_unit = |counted: Option<Counted>, unit: Unit| {
            counted.filter(|counted| counted.unit == unit).map(|counted| counted.amount)
        };
        let value = || in_unit(line.now.value, self.money?);
        let quantity = || in_unit(line.now.quantity, self.unit?);
        match column {
            Column::Name => None,
            Column::Value => value(),
            Column::Quantity => quantity(),
            Column::UnitValue => {
                let (value, quantity) = (value()?, quantity()?);
                (quantity > 0.0 && !line.one_sided).then(|| value / quantity)
            }
            Column::Share => {
                let (now, whole) = alike(own(&line.now), own(&total()?.now))?;
                (whole != 0.0).then(|| now / whole * 100.0)
            }
            Column::Change => {
                let (now, before) = alike(own(&line.now), own(&line.before))?;
                (before != 0.0)
                    .then(|| line.stated.unwrap_or_else(|| (now - before) / before * 100.0))
            }
            Column::Contribution => {
                let (now, before) = alike(own(&line.now), own(&line.before))?;
                let (_, whole) = alike(own(&line.before), own(&total()?.before))?;
                (whole != 0.0).then(|| (now - before) / whole * 100.0)
            }
        }
    }

    /// Why all lines together have no unit value, if some of them have only value or only quantity.
    pub fn without_unit_value(&self) -> Option<String> {
        let total = self.total.as_ref()?;
        total.one_sided.then(|| words::one_sided(self.by).to_owned())
    }

    /// Sets the units of its columns to those of the first line that has one.
    pub fn settle_units(&mut self) {
        let of = |pick: fn(&Amounts) -> Option<Counted>| {
            let all = || self.total.iter().chain(&self.lines);
            let known = all().flat_map(|line| [line.now, line.before]);
            known.filter_map(move |amounts| pick(&amounts)).map(|counted| counted.unit).next()
        };
        let (money, unit) = (of(|amounts| amounts.value), of(|amounts| amounts.quantity));
        self.money = money.or(self.money);
        self.unit = unit.or(self.unit);
    }
}

/// Two amounts of one unit.
fn alike(one: Option<Counted>, other: Option<Counted>) -> Option<(f64, f64)> {
    let (one, other) = (one?, other?);
    (one.unit == other.unit).then_some((one.amount, other.amount))
}
