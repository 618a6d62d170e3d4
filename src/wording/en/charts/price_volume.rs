//! A change in value, split into price and quantity.

use super::super::direction::{Direction, up_or_down};
use super::super::numbers::{capital, gave, percent, signed, within};
use super::super::subject::{Subject, briefly};
use super::parts::points;
use crate::trade::{Measure, Period, Quantity, Unit};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Unit value and volume"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Unit value and volume",
        "The change in value is split by the additive logarithmic mean Divisia index (LMDI-I, Ang 2004): L·ln(Q₁/Q₀) by volume and L·ln(P₁/P₀) by unit value, L = (V₁ − V₀) / ln(V₁/V₀); there is no residual.",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "unit value and volume"
}

/// What the quantity is called: customs call a weight a volume.
pub const fn quantity(measure: Measure) -> &'static str {
    if matches!(measure, Measure::Volume) { "Volume" } else { "Quantity" }
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, (current, base): (Period, Period)) -> String {
    format!(
        "{}: value in {} against {}; percentage points of its change",
        subject.start(),
        current.long(),
        base.long()
    )
}

/// The shortest way to say it; the subtitle tells exports from imports.
pub(super) fn changed_in(subject: Subject<'_>, period: Period, value: f64, gave: &str) -> String {
    let goods = format!("{}{}", capital(&subject.product()), subject.partner());
    let moved = match Direction::of(value) {
        Direction::Unchanged => up_or_down(value),
        _ => percent(value),
    };
    format!("{goods}, {}: value {moved} ({gave})", period.short())
}

/// How the value moved, and by what.
pub fn headline(
    subject: Subject<'_>,
    value: f64,
    period: Period,
    unit: Unit,
    (by_volume, by_price): (f64, f64),
) -> String {
    let total = format!("{}: value {} in {}", subject.start(), up_or_down(value), period.long());
    let (volume, price) = (within(quantity(unit.measure())), points(by_price));
    let whole = || format!("{total}; {volume} {}, unit value {price}", points(by_volume));
    // One unit does for both where there is less room.
    let gave = format!("{volume} {}, unit value {price}", signed(by_volume, 1));
    let said = |trade: String, period: String| {
        format!("{trade}: value {} in {period}; {gave}", up_or_down(value))
    };
    fitting::headline([
        &whole,
        &|| said(subject.start(), period.long()),
        &|| said(subject.start(), period.short()),
        &|| said(briefly(&subject), period.short()),
        &|| changed_in(subject, period, value, &gave),
    ])
}

/// The three changes in percent, and what either gave in money.
pub fn finding(
    [value, volume, price]: [f64; 3],
    unit: Unit,
    (by_volume, by_price): (Quantity, Quantity),
) -> String {
    let name = within(quantity(unit.measure()));
    format!(
        "Value {}, {name} {}, unit value {}. These changes multiply and so do not add up; the contributions do, exactly: {} from {name} and {} from unit value.",
        percent(value),
        percent(volume),
        percent(price),
        gave(by_volume),
        gave(by_price)
    )
}

/// What a unit value is not.
pub fn no_price() -> String {
    "Unit value is not price: it also moves when the mix of goods shifts between cheap and expensive ones.".to_owned()
}

/// How the change is split.
pub fn split() -> String {
    "The split is the additive logarithmic mean Divisia index (LMDI-I), which leaves no residual."
        .to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: unit value and volume", subject.start())
}

/// That nothing is lacking.
pub fn available_for_both() -> String {
    "available for both".to_owned()
}
