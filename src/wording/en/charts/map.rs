//! What the map of partners says.

use super::super::direction::{moved, one_moved};
use super::super::numbers::{capital, exact, in_words};
use super::super::plurals::counted_in_words;
use super::super::subject::{Subject, valued, within_briefly};
use super::parts::many;
use crate::trade::{Period, Unit};
use crate::wording::facts::{NoTotal, Parts, first_way};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Map"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "a map of partners"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Map",
        "Each partner’s share of the total, or its change on the same period of the year before, in five fixed classes; falls of more than 10% are hatched. A country without a figure is outlined and not filled: it is not zero. The reporter is cross-hatched. A partner too small for an outline is a dot; one without a place on the map is a dot beneath it. Outlines: Natural Earth, 1:110 million, public domain. Projection: Equal Earth, which shows areas in their true proportion.",
    )]
}

/// What the countries are shaded by.
pub const fn shaded_by(share: bool) -> &'static str {
    if share { "Share of total" } else { "Change year on year" }
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: Unit, share: bool, period: Period) -> String {
    let what = if share { "share of the total" } else { "change year on year" };
    format!("{} by partner: {what}, {}", whole(subject, unit), period.long())
}

/// All of the trade, at the beginning of a sentence.
fn whole(subject: Subject<'_>, unit: Unit) -> String {
    capital(&valued(&subject.within(), unit))
}

/// How many went up, of how many; where none did, down, and where all stand still, that.
pub fn changes(
    subject: Subject<'_>,
    part: Parts,
    ways: [usize; 3],
    period: Period,
    unit: Unit,
) -> String {
    let (parts, all) = (many(part), ways.iter().sum::<usize>());
    let (count, way) = first_way(ways, ["up", "down", "unchanged"]);
    let of = match count {
        _ if count == all && all == 2 => format!("both {parts}"),
        _ if count == all => format!("all {} {parts}", in_words(all)),
        _ => format!("{} of {} {parts}", in_words(count), in_words(all)),
    };
    let said = |trade: &str, period: &str, with: &str| {
        format!("{}, {period}: {way} for {of}{with}", capital(&valued(trade, unit)))
    };
    let (whole, brief) = (subject.within(), within_briefly(&subject));
    let (long, short) = (period.long(), period.short());
    fitting::headline([
        &|| said(&whole, &long, " with figures"),
        &|| said(&whole, &long, ""),
        &|| said(&brief, &short, ""),
    ])
}

/// How the trade with the only partner changed whose figures are known of both years.
pub fn only_change(
    subject: Subject<'_>,
    part: Parts,
    change: f64,
    period: Period,
    unit: Unit,
) -> String {
    let moved = if unit.is_money() { one_moved(change) } else { moved(change) };
    // Of a year it is clear what it is compared with.
    let on = if period.months == 12 { "" } else { " year on year" };
    let said = |trade: &str, period: &str| {
        let trade = capital(&valued(trade, unit));
        format!("{trade} {moved}{on} in {period}")
    };
    let brief = || said(&within_briefly(&subject), &period.short());
    fitting::headline([
        &|| format!("{}; no other {part} has both years", said(&subject.within(), &period.long())),
        &|| format!("{}; no other {part} has both years", brief()),
        // What is said below counts the others.
        &brief,
    ])
}

/// What the reporter is on the map.
pub fn reporter(subject: Subject<'_>) -> String {
    format!("{}, whose trade this is, is cross-hatched.", capital(&subject.reporter()))
}

/// That no share or no change can be had.
pub fn nothing(subject: Subject<'_>, unit: Unit, share: Option<NoTotal>, period: Period) -> String {
    let what = match share {
        Some(NoTotal::Zero) => "the total is zero",
        Some(NoTotal::Unknown) => "no total",
        None => "no partner’s change can be computed",
    };
    format!("{}, {}: {what}", whole(subject, unit), period.long())
}

/// The largest, how many of all fell where it is changes, and of how many nothing is known.
pub fn finding(
    (period, whole): (Period, NoTotal),
    largest: &[String],
    (all, more, counted, groups): (usize, bool, Option<Unit>, &[String]),
    fell: Option<usize>,
    unknown: usize,
) -> String {
    if largest.is_empty() {
        let (period, before) = (period.long(), period.years_before(1).long());
        return match fell {
            None => {
                let total = if whole == NoTotal::Zero { "zero" } else { "not available" };
                format!("The total for {period} is {total}, so there are no shares.")
            }
            Some(_) => {
                format!("No partner’s figures for {period} and {before} can be compared.")
            }
        };
    }
    let before = period.years_before(1).long();
    let down = match fell {
        None | Some(0) => String::new(),
        Some(fell) => format!(" Trade with {} of them fell.", in_words(fell)),
    };
    let rest = match (unknown, fell) {
        (0, _) => String::new(),
        (count, None) => format!(" The share of {} is not available.", in_words(count)),
        (count, Some(_)) => {
            let have = if count == 1 { "has" } else { "have" };
            format!(" {} {have} no figure for {before}.", capital(&in_words(count)))
        }
    };
    let period = period.long();
    if fell.is_some() && largest.len() == 1 && all == unknown + 1 && all > 1 {
        let all = in_words(all);
        return format!(
            "Only one of {all} partners has figures for both {before} and {period}: {}.",
            largest.concat()
        );
    }
    let what = match fell {
        None => format!("Shares in {period}"),
        Some(_) if largest.len() == 1 => {
            format!("Only one partner has figures for both {before} and {period}")
        }
        Some(_) => format!("Largest partners with figures for both {before} and {period}"),
    };
    // Others may have some in another unit.
    let counted = counted.map_or_else(String::new, |unit| format!(" in {}", unit.words()));
    let all = if more {
        let named = counted_in_words(all, ["partner", "partners"]);
        format!("There are figures{counted} for {named} shown by name.")
    } else if all == 1 && !groups.is_empty() {
        format!(
            "No other single country has a figure{counted}; groups of countries do: {}.",
            groups.join(", ")
        )
    } else if all == 1 {
        format!("No other partner has a figure{counted}.")
    } else {
        format!("There are figures{counted} for {} partners.", in_words(all))
    };
    format!("{what}: {}. {all}{down}{rest}", largest.join(", "))
}

/// A class of shares or changes, between two bounds in percent.
pub fn class(share: bool, from: Option<f64>, to: Option<f64>) -> String {
    let size = |bound: f64| exact(bound.abs(), 0);
    match (share, from, to) {
        (true, None, Some(to)) => format!("under {}%", size(to)),
        (true, Some(from), None) => format!("{}% or more", size(from)),
        (false, None, Some(to)) => format!("down {}% or more", size(to)),
        (false, Some(from), None) => format!("up {}% or more", size(from)),
        (true, Some(from), Some(to)) => format!("{}–{}%", size(from), size(to)),
        (false, Some(from), Some(to)) if from < 0.0 && to > 0.0 => format!("within {}%", size(to)),
        (false, Some(from), Some(to)) if to < 0.0 => format!("down {}–{}%", size(to), size(from)),
        (false, Some(from), Some(to)) => format!("up {}–{}%", size(from), size(to)),
        (_, None, None) => String::new(),
    }
}

/// A country without a class.
pub const fn no_figure(share: bool) -> &'static str {
    if share { "no figure" } else { "not available for both years" }
}

/// The country whose trade it is, in the key and in the table.
pub const fn home() -> &'static str {
    "reporter"
}

/// The same in the key.
pub fn home_in_key(_: &str, _: &[&str]) -> String {
    home().to_owned()
}

/// What is said of it where a partner's figure is computed.
pub const fn no_partner() -> &'static str {
    "not a partner"
}

/// A partner's share or change that cannot be computed.
pub fn not_available(share: bool, period: Period) -> String {
    if share {
        format!("share not available for {}", period.long())
    } else {
        format!("no figure for {} to compare with", period.years_before(1).long())
    }
}

/// Whether a partner has a place on the map.
pub const fn place(placed: bool) -> &'static str {
    if placed { "on the map" } else { "beneath the map" }
}

/// Why a partner is not on the map.
pub const fn nowhere() -> &'static str {
    "no country by this code"
}

/// What a partner is that is shaded by its members alone.
pub const fn a_group() -> &'static str {
    "a group of countries"
}

/// Partners beneath the map, and how many more are in the table alone.
pub fn beneath(names: &[String], more: usize) -> String {
    let more = match more {
        0 => String::new(),
        1 => " One more is in the table alone.".to_owned(),
        _ => format!(" {} more are in the table alone.", capital(&in_words(more))),
    };
    format!("Not on the map, so shown beneath it: {}.{more}", names.join(", "))
}

/// Groups of countries, and whether any of their members is shaded.
pub fn groups(names: &[String], by_member: bool) -> String {
    let names = names.join(", ");
    if by_member {
        format!("Shaded by member, not as a group: {names}.")
    } else {
        format!("A group, whose members have no figures, so not shaded: {names}.")
    }
}

/// What the outlines claim.
pub const fn borders() -> &'static str {
    "Borders are Natural Earth’s and show who in fact controls a territory. Disputed areas may be drawn differently elsewhere; the map takes no side. Land without a country code of its own is outlined only."
}

/// How many partners are shown of how many.
pub fn left_out(part: Parts, all: usize, shown: usize) -> String {
    format!("Of {all} {}, the {shown} largest are shown.", many(part))
}

/// What the table holds.
pub fn caption(subject: &str, period: Period) -> String {
    format!("{subject}: {}", period.long())
}
