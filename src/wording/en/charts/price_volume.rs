//! A change in value, split into price and quantity.

use super::super::dates::short_name;
use super::super::direction::{briefly_moved, one_moved};
use super::super::numbers::{capital, gave, signed, within};
use super::super::subject::{Subject, in_short};
use super::parts::points;
use super::sentence::baseline;
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

/// That a value is known and no quantity to go with it.
pub fn no_quantity(measure: Measure, period: Period) -> String {
    let what = if matches!(measure, Measure::Volume) { "weight" } else { "quantity" };
    format!("no {what} for {}", period.long())
}

/// That there is none at all.
pub const fn no_quantities() -> &'static str {
    "the data have no quantities"
}

/// What the quantity is called: customs call a weight a volume.
pub const fn quantity(measure: Measure) -> &'static str {
    if matches!(measure, Measure::Volume) { "Volume" } else { "Quantity" }
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, (current, base): (Period, Period)) -> String {
    format!(
        "{}: contributions to the change in value, {} against {}, in percentage points",
        subject.start(),
        current.long(),
        base.long()
    )
}

/// A trade in short; without its flow, which the subtitle says; and without its goods, which it names.
pub(super) fn shortly(subject: Subject<'_>) -> [String; 3] {
    let (flow, partner) = (capital(subject.flow.plural()), subject.partner());
    let brief = in_short(subject);
    let goods = format!("{}{partner}", capital(&brief.product()));
    [capital(&brief.trade()), goods, format!("{flow}{partner}")]
}

/// How the value moved in a period, and by what where there is room for it.
pub(super) fn changed_in(trade: &str, period: Period, moved: &str, gave: &str) -> String {
    let gave = if gave.is_empty() { String::new() } else { format!(" ({gave})") };
    format!("{trade}, {}: value {moved}{gave}", period.short())
}

/// `−42.7% month on month` and, where there is less room, `−42.7% on Jan`; of a year after a year, and in short of
/// any period a year after, it is clear what it is compared with.
pub(super) fn moved_on((current, base): (Period, Period), value: f64, annual: bool) -> [String; 2] {
    let moved = briefly_moved(value);
    let year = base == current.years_before(1);
    let whole = if year && current.months == 12 {
        moved.clone()
    } else {
        format!("{moved} {}", baseline(current, base, annual))
    };
    let short = match base.months {
        _ if year => moved,
        1 => format!("{moved} on {}", short_name(base.start)),
        _ => format!("{moved} on {}", base.short()),
    };
    [whole, short]
}

/// How the value moved, and by what.
pub fn headline(
    subject: Subject<'_>,
    value: f64,
    (period, base): (Period, Period),
    unit: Unit,
    (by_volume, by_price): (f64, f64),
    annual: bool,
) -> String {
    let [whole, short] = moved_on((period, base), value, annual);
    let volume = within(quantity(unit.measure()));
    // One unit does for both.
    let gave = format!("{volume} {}, unit value {}", signed(by_volume, 1), points(by_price));
    let [trade, goods, flow] = shortly(subject);
    let with_both = || {
        fitting::two_lines([
            &|| changed_in(&subject.start(), period, &whole, &gave),
            &|| changed_in(&trade, period, &whole, &gave),
            &|| changed_in(&trade, period, &short, &gave),
            &|| changed_in(&goods, period, &short, &gave),
        ])
    };
    fitting::headline([
        &with_both,
        // The subtitle names the goods.
        &|| changed_in(&flow, period, &short, &gave),
        // The bars and the finding have the rest.
        &|| changed_in(&trade, period, &whole, ""),
        &|| changed_in(&trade, period, &short, ""),
    ])
}

/// The three changes in percent, and what either gave in money.
pub fn finding(
    (current, base, annual): (Period, Period, bool),
    [value, volume, price]: [f64; 3],
    unit: Unit,
    (by_volume, by_price): (Quantity, Quantity),
    with: Option<&str>,
) -> String {
    let name = within(quantity(unit.measure()));
    let value_of = with.map_or_else(|| "Value".to_owned(), |with| format!("Of {with}, value"));
    format!(
        "{value_of} {}, {name} {} and unit value {} {}. The changes in {name} and unit value multiply and so do not add up; their contributions do (before rounding): {} from {name} and {} from unit value.",
        one_moved(value),
        one_moved(volume),
        one_moved(price),
        baseline(current, base, annual),
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
