//! What charts of parts share: partners or product lines of a total.

use super::super::comparison::label;
use super::super::direction::Direction;
use super::super::numbers::{capital, exact, in_words, signed, within};
use super::super::plurals::counted_in_words;
use crate::statistics::Comparison;
use crate::statistics::structure::Side;
use crate::trade::{Flow, Measure, Month, Period, Quantity, Unit};
use crate::util::{CollectVec as _, has};
use crate::wording::facts::{Parts, is_nothing};

pub use crate::wording::numbers::share;

/// `destination`, `origin` or `product line`.
pub const fn one(part: Parts) -> &'static str {
    match (part.by, part.flow) {
        (Side::Product, _) => "product line",
        (Side::Partner, Flow::Import) => "origin",
        (Side::Partner, _) => "destination",
    }
}

/// The same of several.
pub(super) const fn many(part: Parts) -> &'static str {
    match (part.by, part.flow) {
        (Side::Product, _) => "product lines",
        (Side::Partner, Flow::Import) => "origins",
        (Side::Partner, _) => "destinations",
    }
}

/// What is no part by itself: of a reader's own data it is known to be the others.
pub const fn rest(own: bool) -> &'static str {
    if own { "all others" } else { "not listed" }
}

/// How many parts are named of how many.
pub fn left_out(part: Parts, all: usize, named: usize) -> String {
    let parts = many(part);
    format!(
        "Of {} {parts}, the {} largest are listed; the others are added up in one line.",
        in_words(all),
        in_words(named)
    )
}

/// How many partners are shown by name, of all that a reader's files have.
pub fn of_files(part: Parts, all: usize, named: usize) -> String {
    let (parts, are) = (many(part), if named == 1 { "is" } else { "are" });
    format!(
        "Of {} {parts} in the files, {} {are} shown by name: the largest, and any that were chosen.",
        in_words(all),
        in_words(named)
    )
}

/// Partners that give what a measure counts, where others do not.
pub const fn those_with(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "partners with values",
        Measure::Volume => "partners with weights",
        // Others may give quantities, in another unit.
        Measure::Quantity => "partners counted in this unit",
    }
}

/// Partners that give both value and quantity, where others give one of them.
pub const fn those_with_both() -> &'static str {
    "partners with value and quantity"
}

/// What is of such partners alone: `Value, partners with value and quantity`.
pub fn of_those(name: &str, partners: &str) -> String {
    format!("{name}, {partners}")
}

/// That what is drawn is of such partners alone, behind what else a subtitle says.
pub fn those_alone(subtitle: &str, partners: &str) -> String {
    format!("{subtitle}; only {partners}")
}

/// How many partners give no value or no quantity in a period, and so are not in its total.
pub fn giving_none(count: usize, unit: Unit, period: Period) -> String {
    let what = match unit.measure() {
        Measure::Value => "value".to_owned(),
        Measure::Volume => "quantity".to_owned(),
        Measure::Quantity => format!("quantity in {}", unit.words()),
    };
    let (give, are) = if count == 1 { ("gives", "is") } else { ("give", "are") };
    let partners = counted_in_words(count, ["partner", "partners"]);
    format!("In {} {partners} {give} no {what} and {are} not in the total.", period.long())
}

/// What several parts that are not named are called together: `14 others`.
pub fn others(count: usize) -> String {
    if count == 1 { "1 other".to_owned() } else { format!("{count} others") }
}

/// How many parts are counted in something else than the total, and so are none of it.
pub fn in_other_units(part: Parts, count: usize, unit: Unit) -> String {
    let unit = unit.words();
    match count {
        1 => format!("One {part} not counted in {unit} is left out."),
        _ => {
            let count = capital(&in_words(count));
            format!("{count} {} not counted in {unit} are left out.", many(part))
        }
    }
}

/// What cannot be shown where the parts are not known.
pub fn by(subject: &str, part: Parts) -> String {
    format!("{subject} by {part}")
}

/// The same of what a comparison has: `contributions year on year`.
pub fn compared(what: &str, comparison: Comparison) -> String {
    format!("{what} {}", within(label(comparison)))
}

/// That there is no breakdown of this kind of a period, or of two together.
pub fn no_breakdown(part: Parts, periods: &[Period]) -> String {
    match periods {
        [one] => format!("no breakdown by {part} for {}", one.long()),
        _ => {
            let periods = periods.iter().map(|period| period.short()).collect_vec();
            format!("no {part} has figures for {}", periods.join(" and "))
        }
    }
}

/// Percentage points with their sign: `+3.2 pp`.
pub fn points(value: f64) -> String {
    format!("{} pp", signed(value, 1))
}

/// What a part did to a change: `added 4.7 percentage points`, `subtracted 4.9 percentage points`.
pub(super) fn took(value: f64) -> String {
    let verb = match Direction::of(value) {
        Direction::Up => "added",
        Direction::Down => "subtracted",
        Direction::Unchanged if is_nothing(value) => return "changed nothing".to_owned(),
        Direction::Unchanged => return "moved it by less than 0.1 percentage points".to_owned(),
    };
    format!("{verb} {} percentage points", exact(value.abs(), 1))
}

/// Which figures of a part are credited.
pub fn credit(name: &str, period: Period) -> String {
    // `Magnets, Japan, March 2026`: what has two parts is a list already.
    let joined = if has(name, ',') { "," } else { " in" };
    format!("{name}{joined} {}", period.long())
}

/// The same of two periods.
pub fn credit_of_both(name: &str, [current, base]: [Period; 2]) -> String {
    format!("{} and {}", credit(name, current), base.long())
}

/// An amount of a period.
pub fn amount_in(amount: Quantity, period: Period) -> String {
    format!("{} in {}", amount.exact(), period.long())
}

/// A group and its amount.
pub fn group_with(name: &str, amount: Quantity) -> String {
    format!("{name} ({})", amount.exact())
}

/// Groups with a figure that are not listed, as the same trade would count twice.
pub fn groups_left_out(groups: &[String], period: Period) -> String {
    format!("Not listed, to count nothing twice: {} in {}.", groups.join(", "), period.long())
}

/// Partners with a figure that are not listed, as a group that is listed counts the same trade.
pub fn members_left_out(members: &[String], period: Period) -> String {
    format!(
        "Not listed beside groups that count the same trade: {} in {}.",
        members.join(", "),
        period.long()
    )
}

/// The periods that something is not known for.
pub fn no_figure(periods: &[Period]) -> String {
    let periods = periods.iter().map(|period| period.long()).collect_vec();
    format!("no figure for {}", periods.join(" or "))
}

/// What is known of a part: how many months, up to which, and which whole years.
pub fn available(months: usize, latest: Option<Month>, years: &[Period]) -> String {
    let months = latest.map(|latest| match months {
        1 => latest.short(),
        _ => format!("{months} months up to {}", latest.short()),
    });
    let years = years.iter().map(|year| year.long()).collect_vec().join(", ");
    let years = Some(years).filter(|years| !years.is_empty());
    let known = months.into_iter().chain(years).collect_vec();
    if known.is_empty() {
        "only figures for longer periods are available".to_owned()
    } else {
        format!("available: {}", known.join("; "))
    }
}

/// What a part lacks of the periods compared, and what is known of it.
pub fn lacks(missing: &[Period], compared: usize, available: &str) -> String {
    match missing {
        [] if compared == 1 => format!("known, but the total is not; {available}"),
        [] => format!("known for both, but the total is not; {available}"),
        _ => format!("{}; {available}", no_figure(missing)),
    }
}
