//! What goods cost.

use super::super::direction::{Direction, one_moved, up_or_down};
use super::super::numbers::{capital, in_words, percent_size};
use super::super::plurals::form;
use crate::trade::Period;
use crate::util::CollectVec as _;
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
    format!("Change of each price from {} to {}, %", earlier.long(), period.long())
}

/// The largest change.
pub fn headline(good: &str, percent: f64, amount: &str, period: Period, count: usize) -> String {
    let moved = one_moved(percent);
    let direction = Direction::of(percent);
    // Of what did not move nothing is the largest, nor is one the largest of one.
    if direction == Direction::Unchanged || count == 1 {
        let to = reaching(direction);
        return fitting::two_lines([
            &|| format!("{good} {moved} {to} {amount} in {}", period.long()),
            &|| format!("{good} {moved} {to} {amount} in {}", period.short()),
        ]);
    }
    let most = direction.choose(["rose", "fell", ""]);
    let prices = match period.months {
        12 => format!("{count} annual average prices"),
        1 => format!("{count} monthly average prices"),
        _ => format!("{count} prices"),
    };
    let period = period.long();
    fitting::two_lines([
        &|| format!("{good} {moved} to {amount} in {period}, the largest change among {prices}"),
        &|| {
            let by = percent_size(percent);
            format!("{good} {most} {by} to {amount} in {period}, the most of {prices}")
        },
        &|| {
            let by = percent_size(percent);
            format!("{good} {most} {by} to {amount} in {period}, the most of {count} prices")
        },
    ])
}

/// What stands between a change and what it came to.
const fn reaching(direction: Direction) -> &'static str {
    direction.choose(["to", "to", "at"])
}

/// How many went which way.
pub fn finding(all: usize, ways: [usize; 3], _: Period) -> String {
    let [.., unchanged] = ways;
    let were = if unchanged == 1 { "was" } else { "were" };
    let prices = form(all, ["price", "prices"]);
    let counted = |count: usize| if count == 0 { "none".to_owned() } else { in_words(count) };
    let [up, down, unchanged] = ways.map(counted);
    format!(
        "Of {all} {prices}, {up} rose year on year, {down} fell and {unchanged} {were} unchanged."
    )
}

/// What prices are and are not.
pub fn no_trade() -> String {
    "Prices are published averages for goods of a stated purity. They are not trade figures, nor what customs recorded.".to_owned()
}

/// Prices of other periods, which have no bars: each good, how it changed, to what and when.
pub fn only_in_the_table(prices: &[(String, f64, String, Period)], shown: Period) -> String {
    let said = prices.iter().map(|(good, percent, amount, period)| {
        let moved = up_or_down(*percent);
        let to = reaching(Direction::of(*percent));
        format!("{good}, {moved} year on year {to} {amount} in {}", period.long())
    });
    let monthly = shown.months == 12 && prices.iter().all(|(.., period)| period.months == 1);
    let prices = if monthly { "Monthly prices" } else { "Prices of other periods" };
    format!("{prices} are in the table only: {}.", said.collect_vec().join("; "))
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
