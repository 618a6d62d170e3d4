//! A change in value, split into price and quantity.

use super::super::direction::up_or_down;
use super::super::numbers::{gave, percent, signed, within};
use super::super::subject::Subject;
use super::parts::points;
use crate::trade::{Measure, Period, Quantity, Unit};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Price or volume"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Price or volume",
        "The change in value is split by the additive logarithmic mean Divisia index (LMDI-I, Ang 2004): L·ln(Q₁/Q₀) by volume and L·ln(P₁/P₀) by unit value, L = (V₁ − V₀) / ln(V₁/V₀); there is no residual.",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "price and volume"
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
    let brief = || format!("{total}; {volume} {}, unit value {price}", signed(by_volume, 1));
    fitting::headline([&whole, &brief])
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
    format!("{}: price and volume", subject.start())
}

/// That nothing is lacking.
pub fn available_for_both() -> String {
    "available for both".to_owned()
}
