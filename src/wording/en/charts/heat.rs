//! Years by months, as shades.

use super::super::numbers::{in_words, placed};
use super::super::subject::{Subject, briefly};
use crate::statistics::Rank;
use crate::trade::{Period, Quantity};
use crate::wording::fitting;
use crate::wording::numbers::in_a_cell;

/// The chart's name.
pub const fn label() -> &'static str {
    "Heat map"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "a heat map of months"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Heat map",
        "Shading runs evenly from the lowest to the highest figure shown; two months reported together share one cell, shaded by their average.",
    )]
}

/// What the cells count in, where the largest figure is so large, and its name; none for ones.
const fn counted_in(most: f64) -> (f64, &'static str) {
    match most {
        ..1e5 => (1.0, ""),
        ..1e7 => (1e3, "thousands"),
        ..1e10 => (1e6, "millions"),
        _ => (1e9, "billions"),
    }
}

/// A figure in its cell, where there is room for a few digits.
pub fn cell(value: f64, most: f64) -> String {
    in_a_cell(value, most, counted_in(most).0)
}

/// What is drawn, and what the cells count in.
pub fn subtitle(each: &str, most: f64) -> String {
    match counted_in(most) {
        (_, "") => each.to_owned(),
        (_, name) => format!("{each}; cells in {name}"),
    }
}

/// The month's place among the same months of earlier years.
pub fn headline(subject: Subject<'_>, amount: Quantity, period: Period, rank: Rank) -> String {
    let among = format!("{} {}", in_words(rank.of), period.plural());
    // Later ones are in the map as well, and some may be lacking. The summary gives the years.
    let until = period.start.year();
    let said = |trade: String, period: String| {
        let amount = amount.rounded();
        format!("{trade}: {amount} in {period}, {} of {among} up to {until}", placed(rank))
    };
    let of_years = |when: &str| {
        let one = match period.months {
            1 => period.start.name(),
            12 => "year",
            _ => "such period",
        };
        let (trade, amount, placed) = (briefly(&subject), amount.rounded(), placed(rank));
        format!("{trade}: {amount}{when}, {placed} {one} up to {until}")
    };
    let dated = fitting::two_lines([
        &|| said(subject.start(), period.long()),
        &|| said(subject.start(), period.short()),
        &|| said(briefly(&subject), period.short()),
        // The summary says of how many.
        &|| of_years(&format!(" in {}", period.short())),
    ]);
    // Of which month it is the last of these years says.
    let long = dated.chars().count() > fitting::LONGEST;
    if long { of_years("") } else { dated }
}

/// Which figures the place was found among.
pub fn earlier(period: Period) -> String {
    format!("the {} before", period.plural())
}
