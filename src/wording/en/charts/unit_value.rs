//! Value for each unit of quantity.

use super::super::direction::up_or_down;
use super::super::numbers::capital;
use super::super::plurals::counted_in_words;
use super::super::subject::{Subject, briefly};
use crate::statistics::{Origin, Unavailable};
use crate::trade::{Period, Quantity, UnitRatio};
use crate::util::CollectVec as _;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Unit value"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("Unit value", "Value divided by quantity, for periods with both.")]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "a unit value"
}

/// What a side lacks.
pub const fn lacks(everything: bool) -> &'static str {
    if everything { "no figure at all" } else { "not reported for the same periods" }
}

/// What is drawn, whole years among it or not.
pub fn subtitle(ratio: UnitRatio, years: bool) -> String {
    let years = if years { "; flat strokes: whole years" } else { "" };
    capital(&ratio.words()) + years
}

/// What it is computed from.
pub fn value_for(value: Quantity, volume: Quantity) -> String {
    format!("{} for {}", value.rounded(), volume.rounded())
}

/// The period's unit value, and how it moved in a year.
pub fn headline(
    subject: Subject<'_>,
    amount: &str,
    period: Period,
    on_the_year: Option<f64>,
) -> String {
    let against = on_the_year
        .map_or_else(String::new, |percent| format!(", {} year on year", up_or_down(percent)));
    let (subject, brief) = (subject.start(), briefly(&subject));
    let of = |period: String| format!("{amount} in {period}{against}");
    let (long, short) = (|| of(period.long()), || of(period.short()));
    fitting::two_lines([
        &|| format!("{subject} averaged {}", long()),
        &|| format!("{subject} averaged {}", short()),
        &|| format!("{subject}: {}", long()),
        &|| format!("{subject}: {}", short()),
        &|| format!("{brief}: {}", short()),
    ])
}

/// Why another period is shown.
pub fn another_period(period: Period, [value, quantity]: [bool; 2], why: &Unavailable) -> String {
    let why = match (value, quantity) {
        (true, true) => "neither value nor quantity is available".to_owned(),
        (true, false) => "the value is not available".to_owned(),
        (false, true) => "the quantity is not available".to_owned(),
        _ => why.to_string(),
    };
    format!(
        "There is no unit value for {}: {why}. The nearest period with one is shown instead.",
        period.long()
    )
}

/// How many partners are left out of some periods, or of the change between them, for they give value or
/// quantity alone.
pub fn left_out(count: usize, periods: &[Period], of_change: bool) -> String {
    let periods = periods.iter().map(|period| period.long()).collect_vec().join(" or ");
    let (give, are) = if count == 1 { ("gives", "is") } else { ("give", "are") };
    let partners = capital(&counted_in_words(count, ["partner", "partners"]));
    let of = if of_change { " of the change" } else { "" };
    format!("{partners} that {give} value or quantity alone in {periods} {are} left out{of}.")
}

/// What a unit value says.
pub fn meaning(ratio: UnitRatio) -> String {
    format!(
        "A unit value is value divided by quantity. It moves with prices, but also with the mix of goods, because {each} of the cheapest and {each} of the most expensive count the same.",
        each = ratio.per.each()
    )
}

/// Of which periods, and in what money.
pub fn coverage(ratio: UnitRatio) -> String {
    format!(
        "It is drawn where both value and quantity are reported or derived; values are in current {}.",
        ratio.of.words()
    )
}

/// How value and quantity came about.
pub fn origins(value: Origin, quantity: Origin) -> String {
    if value == quantity {
        return format!("both {}", value.word());
    }
    format!("value {}, quantity {}", value.word(), quantity.word())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: unit value", subject.start())
}
