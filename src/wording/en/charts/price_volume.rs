//! A change in value, split into price and quantity.

use super::super::direction::{briefly_moved, one_moved, up_or_down};
use super::super::numbers::{capital, gave, signed, within};
use super::super::subject::{Subject, briefly, in_short};
use super::parts::{points, took};
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

/// A trade in short, and without its goods, which the subtitle names.
pub(super) fn shortly(subject: Subject<'_>) -> [String; 2] {
    let flow = capital(subject.flow.plural());
    [capital(&in_short(subject).trade()), format!("{flow}{}", subject.partner())]
}

/// The shortest way to say it.
pub(super) fn changed_in(trade: &str, period: Period, moved: &str, gave: &str) -> String {
    let gave = if gave.is_empty() { String::new() } else { format!(" ({gave})") };
    format!("{trade}, {}: value {moved}{gave}", period.short())
}

/// `down 42.7% month on month`; of a year it is clear what it is compared with.
pub(super) fn moved_on((current, base): (Period, Period), value: f64, annual: bool) -> String {
    if current.months == 12 && base == current.years_before(1) {
        return up_or_down(value);
    }
    format!("{} {}", up_or_down(value), baseline(current, base, annual))
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
    let moved = moved_on((period, base), value, annual);
    let volume = within(quantity(unit.measure()));
    let whole = format!("{volume} {}, unit value {}", took(by_volume), took(by_price));
    // One unit does for both where there is less room.
    let [gave, brief] = [points(by_volume), signed(by_volume, 1)]
        .map(|by_volume| format!("{volume} {by_volume}, unit value {}", points(by_price)));
    let said = |trade: String, period: String, gave: &str| {
        let mark = if gave.is_empty() { "" } else { "; " };
        format!("{trade}: value {moved} in {period}{mark}{gave}")
    };
    let [trade, flow] = shortly(subject);
    let with_both = || {
        fitting::figures([
            &|| said(subject.start(), period.long(), &whole),
            &|| said(briefly(&subject), period.short(), &whole),
            &|| said(briefly(&subject), period.short(), &gave),
            &|| changed_in(&trade, period, &moved, &gave),
            &|| changed_in(&trade, period, &moved, &brief),
            // The subtitle gives the periods compared.
            &|| changed_in(&trade, period, &up_or_down(value), &brief),
            &|| changed_in(&trade, period, &briefly_moved(value), &brief),
        ])
    };
    fitting::headline([
        &with_both,
        &|| changed_in(&flow, period, &briefly_moved(value), &brief),
        // The bars and the finding have the rest.
        &|| said(subject.start(), period.long(), ""),
        &|| said(briefly(&subject), period.short(), ""),
        &|| changed_in(&trade, period, &moved, ""),
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
        "{value_of} {}, {name} {} and unit value {} {}. These changes multiply and so do not add up; the contributions do (before rounding): {} from {name} and {} from unit value.",
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
