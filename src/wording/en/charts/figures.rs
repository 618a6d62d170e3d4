//! What is said of a single figure, wherever it is drawn.

use super::super::numbers::capital;
use super::super::quantity;
use crate::trade::{Quantity, Status, Unit};

/// How a figure came about.
pub const fn status(status: Status, _: bool) -> &'static str {
    super::super::terms::status(status)
}

/// What is computed here.
pub const fn computed() -> &'static str {
    "computed"
}

/// Another report of the figure, whether it says the same, and who published it.
pub fn also_reported(other: Quantity, alike: bool, by: &str) -> String {
    if alike && !by.is_empty() {
        return format!("also reported by {by}");
    }
    let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
    format!("also reported as {}{by}", quantity::in_full(other))
}

/// What a joint figure leaves for one of its months.
pub fn left(joint: Quantity, other: Quantity) -> String {
    format!("{} reported together less {}", joint.exact(), other.exact())
}

/// January and February reported together, drawn at what each was on average.
pub fn together(each: Quantity) -> String {
    format!("reported together; shown at the average of the two, {}", quantity::in_full(each))
}

/// A figure beside what it is compared with.
pub fn against(current: &str, base: &str) -> String {
    format!("{current} against {base}")
}

/// A period beside what it is compared with.
pub fn periods(current: &str, base: &str) -> String {
    against(current, base)
}

/// An amount beside the one it is compared with.
pub fn amounts_against(current: Quantity, base: Quantity) -> String {
    against(&current.rounded(), &base.rounded())
}

/// A month's name beside what stands at it in the plot: `Nov 2024 4,416 t`.
pub fn labelled(period: &str, what: &str) -> String {
    format!("{period} {what}")
}

/// A name and its number in a list.
pub fn named(name: &str, number: &str) -> String {
    format!("{name} {number}")
}

/// Two remarks.
pub fn both(one: &str, other: &str) -> String {
    format!("{one}; {other}")
}

/// What an axis counts: `Tonnes a month`.
pub fn each(unit: &str, step: &str) -> String {
    format!("{unit} a {step}")
}

/// What an axis counts, of what where the headline does not say it, and of which stretch of time.
pub fn each_within(subject: &str, unit: Unit, step: &str, stretch: &str) -> String {
    match subject {
        "" => format!("{} a {step}, {stretch}", capital(&unit.words())),
        _ => format!("{subject}, {} a {step}, {stretch}", unit.words()),
    }
}
