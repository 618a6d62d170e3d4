//! Exports beside imports.

use super::super::numbers::capital;
use super::super::subject::Subject;
use crate::trade::{Flow, Period, Quantity, Unit};

/// The chart's name.
pub const fn label() -> &'static str {
    "Balance"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Balance",
        "Exports and imports as reported; the table also has exports less imports. Nothing is estimated or adjusted.",
    )]
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    let goods = subject.product();
    format!("{}’s exports and imports of {goods}{}", capital(&subject.reporter()), with(subject))
}

/// ` in trade with Japan`, or nothing for the world.
fn with(subject: Subject<'_>) -> String {
    subject.with.map_or_else(String::new, |name| format!(" in trade with {name}"))
}

/// That one side, or both, is not known.
pub fn not_both(subject: Subject<'_>, period: Period) -> String {
    format!("{} are not both available for {}", caption(subject), period.long())
}

/// That the sides are counted in two units.
pub fn in_two_units(subject: Subject<'_>, exports: Unit, imports: Unit) -> String {
    format!(
        "{}’s exports of {} are in {}, its imports in {}: there is no balance",
        capital(&subject.reporter()),
        subject.product(),
        exports.words(),
        imports.words()
    )
}

/// The larger of the two sides, then the other.
pub fn headline(
    subject: Subject<'_>,
    more: (Flow, Quantity),
    less: (Flow, Quantity),
    period: Period,
) -> String {
    format!(
        "{} {} {} of {} and {} {}{} in {}",
        capital(&subject.reporter()),
        more.0.verb(),
        more.1.rounded(),
        subject.product(),
        less.0.verb(),
        less.1.rounded(),
        with(subject),
        period.long(),
    )
}

/// Which figures are credited.
pub fn credit(flow: Flow, period: Period) -> String {
    format!("{} in {}", flow.plural(), period.long())
}

/// What the difference of the two can't say.
pub fn no_dependence(unit: Unit) -> String {
    format!(
        "Different goods are added up, {each} of one counting as much as {each} of another, so exports less imports is no measure of dependence.",
        each = unit.each()
    )
}

/// What the data say of a product.
pub fn remark(product: &str, note: &str) -> String {
    format!("{product}: {note}.")
}
