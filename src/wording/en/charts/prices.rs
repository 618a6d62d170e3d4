//! What goods cost.

use super::super::direction::{Direction, one_moved, up_or_down};
use super::super::numbers::{capital, percent_size, within};
use crate::trade::Period;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Prices"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Prices",
        "A published average for a year or a month, compared with that of a year earlier, each from the latest edition of its source. A price is for one good of one purity; a unit value covers whatever was shipped.",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "prices"
}

/// What is lacking then, one of it.
pub const fn one() -> &'static str {
    "price"
}

/// What is drawn.
pub fn subtitle(earlier: Period, period: Period) -> String {
    format!("Change of each price from {} to {}, in percent", earlier.long(), period.long())
}

/// The largest change.
pub fn headline(good: &str, percent: f64, amount: &str, period: Period, count: usize) -> String {
    let (moved, period) = (one_moved(percent), period.long());
    let most = Direction::of(percent).choose(["rose", "fell", "moved"]);
    fitting::two_lines([
        &|| {
            format!(
                "{good} {moved} to {amount} in {period}, the largest change among {count} prices"
            )
        },
        &|| {
            let (good, by) = (within(good), percent_size(percent));
            format!("Of {count} prices, {good} {most} most in {period}: {by} to {amount}")
        },
    ])
}

/// How many went which way.
pub fn finding(all: usize, [up, down, unchanged]: [usize; 3]) -> String {
    let were = if unchanged == 1 { "was" } else { "were" };
    format!(
        "Of {all} prices, {up} rose year on year, {down} fell and {unchanged} {were} unchanged."
    )
}

/// What prices are and are not.
pub fn no_trade() -> String {
    "Prices are published averages for goods of a stated purity. They are not trade figures, nor what customs recorded.".to_owned()
}

/// A price of another period, which has no bar.
pub fn only_in_the_table(good: &str, percent: f64, amount: &str, period: Period) -> String {
    format!("Only in the table: {good}, {} to {amount} in {}.", up_or_down(percent), period.long())
}

/// What a source says of some goods.
pub fn remark(goods: &[String], all: usize, note: &str) -> String {
    match goods {
        [one] => format!("{one}: {note}."),
        _ if goods.len() == all => format!("All {all} prices: {note}."),
        _ => format!("{}: {}.", capital(note), goods.join("; ")),
    }
}

/// That later ones are there.
pub fn later() -> String {
    "Later prices are available: choose a later month.".to_owned()
}

/// What the table holds.
pub fn caption() -> String {
    "Prices, year on year".to_owned()
}
