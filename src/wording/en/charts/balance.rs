//! Exports beside imports.

use super::super::numbers::capital;
use super::super::subject::{Subject, in_short};
use crate::trade::{Flow, Period, Quantity, Unit};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Balance"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Balance",
        "Exports and imports as reported or derived; the table also has exports less imports. Nothing is seasonally adjusted.",
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

/// That exports, imports or both are not known.
pub fn not_both(
    subject: Subject<'_>,
    lacking: [bool; 2],
    (period, unit): (Period, Unit),
) -> String {
    let flows = match lacking {
        [true, false] => "exports",
        [false, true] => "imports",
        _ => "exports and imports",
    };
    let of = |subject: Subject<'_>| format!("of {}{} in", subject.product(), with(subject));
    let (goods, briefly) = (of(subject), of(in_short(subject)));
    let figure = super::sentence::lacked(unit);
    let said = |whose: &str, goods: &str, month: &str| {
        format!("{figure} for {whose}{flows} {goods} {month}")
    };
    let whose = format!("{}’s ", subject.reporter());
    let (long, short) = (period.long(), period.short());
    fitting::headline([
        &|| said(&whose, &goods, &long),
        &|| said(&whose, &goods, &short),
        &|| said("", &goods, &short),
        &|| said("", &briefly, &short),
    ])
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
    let (most, least) = (more.1.rounded(), less.1.rounded());
    let (goods, with) = (subject.product(), with(subject));
    let whole = |month: &str| {
        let (one, other) = (more.0.verb(), less.0.verb());
        let reporter = capital(&subject.reporter());
        if more.1.unit.is_money() {
            return format!(
                "{reporter} {one} {goods} worth {most} and {other} {least}{with}{month}"
            );
        }
        format!("{reporter} {one} {most} of {goods} and {other} {least}{with}{month}")
    };
    let (long, short) = (period.long(), period.short());
    let [long_in, short_in] = [&long, &short].map(|month| format!(" in {month}"));
    fitting::headline([
        &|| whole(&long_in),
        &|| whole(&short_in),
        &|| whole(&format!(", {short}")),
        &|| {
            let (one, other) = (more.0.plural(), less.0.plural());
            format!("{}{with}, {short}: {one} {most}, {other} {least}", capital(&goods))
        },
    ])
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
