//! What goods cost.

use super::super::direction::{Direction, one_moved, up_or_down};
use super::super::joining::all_of;
use super::super::numbers::{capital, in_words, percent_size};
use crate::trade::Period;
use crate::util::{CollectVec as _, has};
use crate::wording::facts::{Change, first_way};
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

/// An amount with what its source says of it in a word: `US$9 a kilogram (estimated)`.
pub fn noted(amount: String, note: &str) -> String {
    if note.is_empty() { amount } else { format!("{amount} ({note})") }
}

/// The largest change.
pub fn headline(good: &str, change: Change, amount: &str, period: Period, count: usize) -> String {
    let moved = change.said(&one_moved(change.percent));
    let direction = Direction::of(change.percent);
    // Of what did not move nothing is the largest, nor is one the largest of one.
    if direction == Direction::Unchanged || count == 1 {
        let to = reaching(direction);
        return fitting::two_lines([
            &|| format!("{good} {moved} {to} {amount} in {}", period.long()),
            &|| format!("{good} {moved} {to} {amount} in {}", period.short()),
        ]);
    }
    let (most, way) =
        (direction.choose(["rose", "fell", ""]), direction.choose(["rise", "fall", ""]));
    let number = in_words(count);
    let prices = match period.months {
        12 => format!("{number} annual average prices"),
        1 => format!("{number} monthly average prices"),
        _ => format!("{number} prices"),
    };
    let to = format!("to {amount} in {}", period.long());
    let by = || format!("{good} {most} {} {to}", change.said(&percent_size(change.percent)));
    let brief = || {
        let moved = change.said(&up_or_down(change.percent));
        format!("{good}, {}: {moved} to {amount}, most of {number} prices", period.short())
    };
    let whole = || {
        fitting::two_lines([
            &|| format!("{good} {moved} {to}, the largest change among {prices}"),
            &|| format!("{}, the largest {way} of {prices}", by()),
            &|| format!("{}, largest {way} of {number} prices", by()),
            &brief,
        ])
    };
    fitting::headline([&whole, &by])
}

/// What stands between a change and what it came to.
const fn reaching(direction: Direction) -> &'static str {
    direction.choose(["to", "to", "at"])
}

/// How many went which way.
pub fn finding(all: usize, ways: [usize; 3], _: Period) -> String {
    let were = if ways[2] == 1 { "was unchanged" } else { "were unchanged" };
    // What all did is said of all.
    let (count, did) = first_way(ways, ["rose", "fell", were]);
    if count == all {
        let prices = match all {
            1 => "The price".to_owned(),
            2 => "Both prices".to_owned(),
            _ => format!("All {} prices", in_words(all)),
        };
        return format!("{prices} {did} year on year.");
    }
    // What none did is not said.
    let said = ways.into_iter().zip(["rose", "fell", were]).filter(|(count, _)| *count > 0);
    let said = said.enumerate().map(|(at, (count, did))| {
        let on = if at == 0 { " year on year" } else { "" };
        format!("{} {did}{on}", in_words(count))
    });
    let said = said.collect_vec();
    let said = all_of(&said.iter().map(String::as_str).collect_vec());
    format!("Of {} prices, {said}.", in_words(all))
}

/// What prices are and are not.
pub fn no_trade() -> String {
    "Prices are published averages for goods of a stated purity. They are not trade figures, nor what customs recorded.".to_owned()
}

/// Prices of other periods, which have no bars: each good, how it changed, to what and when.
pub fn only_in_the_table(prices: &[(String, Change, String, Period)], shown: Period) -> String {
    let said = prices.iter().map(|(good, change, amount, period)| {
        let moved = change.said(&up_or_down(change.percent));
        let to = reaching(Direction::of(change.percent));
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
        _ if goods.len() == all => {
            let are = if has(note, ' ') { ":" } else { " are" };
            format!("All {all} prices{are} {note}.")
        }
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
