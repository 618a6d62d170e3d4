//! The numbers of a table, before any of them is shown.

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
    /// What stands behind it where it is not simply reported: `*` derived, `†` a sum made here.
    pub mark: &'static str,
}

/// What is known of a line in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amounts {
    /// In money.
    pub value: Option<Counted>,
    /// In weight, or in the unit that the goods are counted in.
    pub quantity: Option<Counted>,
}

/// What quantities are counted in: what the chart counts, else weights where there are any.
pub fn counts(measure: Measure, weighed: impl FnOnce() -> bool) -> Measure {
    match measure {
        Measure::Value if weighed() => Measure::Volume,
        Measure::Value => Measure::Quantity,
        measure => measure,
    }
}

/// What a line is beside the others.
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
    /// Its name, as a list has it.
    pub name: String,
    /// What else it is found by, in small letters.
    pub also: String,
    /// What it is beside the others.
    pub kind: Kind,
    /// In the period.
    pub now: Amounts,
    /// Whether some partners are then in the value and not in the quantity, or the reverse: the two are not
    /// to be divided.
    pub one_sided: bool,
    /// In the same a year before.
    pub before: Amounts,
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
    /// What the chart counts, and shares and changes are of.
    pub measure: Measure,
    /// The code of the line that is chosen.
    pub chosen: String,
    /// The period.
    pub period: Period,
    /// Periods that could be shown instead.
    pub periods: Vec<Period>,
    /// The total; none where the data know of none.
    pub total: Option<Line>,
    /// The lines, in no order.
    pub lines: Vec<Line>,
    /// What values are in.
    pub money: Unit,
    /// What quantities are in; a line in another unit says so.
    pub unit: Unit,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

impl Amounts {
    /// What the chart counts.
    pub fn of(&self, measure: Measure) -> Option<Counted> {
        if measure == Measure::Value { self.value } else { self.quantity }
    }
}

impl Breakdown {
    /// The number in a column of a line; none where it is not known or cannot be computed.
    pub fn number(&self, line: &Line, column: Column) -> Option<f64> {
        let own = |amounts: &Amounts| amounts.of(self.measure);
        let total = || self.total.as_ref().filter(|_| line.kind != Kind::Outside);
        let in_unit = |counted: Option<Counted>, unit: Unit| {
            counted.filter(|counted| counted.unit == unit).map(|counted| counted.amount)
        };
        let value = || in_unit(line.now.value, self.money);
        let quantity = || in_unit(line.now.quantity, self.unit);
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
                (before != 0.0).then(|| (now - before) / before * 100.0)
            }
            Column::Contribution => {
                let (now, before) = alike(own(&line.now), own(&line.before))?;
                let (_, whole) = alike(own(&line.before), own(&total()?.before))?;
                (whole != 0.0).then(|| (now - before) / whole * 100.0)
            }
        }
    }

    /// Why all partners together have no unit value, where some of them are in the value or in the quantity
    /// alone.
    pub fn without_unit_value(&self) -> Option<String> {
        let total = self.total.as_ref()?;
        total.one_sided.then(|| words::one_sided().to_owned())
    }

    /// The units of its columns by what most of the data are in: the first line's that has one.
    pub fn settle_units(&mut self) {
        let of = |pick: fn(&Amounts) -> Option<Counted>| {
            let all = || self.total.iter().chain(&self.lines);
            let known = all().flat_map(|line| [line.now, line.before]);
            known.filter_map(move |amounts| pick(&amounts)).map(|counted| counted.unit).next()
        };
        let (money, unit) = (of(|amounts| amounts.value), of(|amounts| amounts.quantity));
        self.money = money.unwrap_or(self.money);
        self.unit = unit.unwrap_or(self.unit);
    }
}

/// Two amounts of one unit.
fn alike(one: Option<Counted>, other: Option<Counted>) -> Option<(f64, f64)> {
    let (one, other) = (one?, other?);
    (one.unit == other.unit).then_some((one.amount, other.amount))
}
