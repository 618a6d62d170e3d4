//! Shares of parts, and how concentrated they are.

use super::super::joining::all_of;
use super::super::numbers::{capital, exact, in_words, within};
use super::super::subject::{Subject, in_short, valued, within_briefly};
use super::notes::few_spans;
use super::parts::{many, rest, share};
use crate::statistics::Unavailable;
use crate::statistics::structure::{Range, Side};
use crate::trade::{Flow, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::{Leading, Parts};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Shares"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Shares and concentration",
        "Share: a part divided by the total. Herfindahl–Hirschman index: the sum of squared shares, 0 to 1; if part of the total is not listed, it lies between the sum for the parts listed and that sum plus the square of the rest. Effective number: 1 divided by the index.",
    )]
}

/// What is drawn; of what, the headline says.
pub fn subtitle(subject: Subject<'_>, part: Parts, exact: bool) -> String {
    // Shares of one partner's trade are none of the whole.
    let of = match subject.with {
        Some(_) => format!("{}: share", capital(&subject.trade())),
        None => "Share".to_owned(),
    };
    let band = if exact { "" } else { " (a band if not all parts are listed)" };
    format!("{of} of each {part}, %, and the Herfindahl–Hirschman index{band}")
}

/// The upper panel.
pub const fn share_panel() -> &'static str {
    "Share (%)"
}

/// The lower panel.
pub const fn index_panel() -> &'static str {
    "Herfindahl–Hirschman index (0 to 1)"
}

/// What the band is.
pub const fn band(exact: bool) -> &'static str {
    if exact { "index" } else { "index, or the band it lies in" }
}

/// A part of its total.
pub fn part_of(amount: Option<Quantity>, total: Quantity) -> String {
    format!("{} of {}", amount.map_or_else(String::new, Quantity::rounded), total.rounded())
}

/// `0.21`, or `0.21 to 0.34` where a rest is not listed; `0.006` of very many.
pub fn index(bounds: Range) -> String {
    between(bounds, if bounds.high < 0.1 { 3 } else { 2 })
}

/// `4.8`, or `2.9 to 4.8`.
pub fn effective(bounds: Range) -> String {
    between(bounds, 1)
}

/// The same beside its index: the lower that is, the more parts of equal size it stands for.
fn of_equal_size(bounds: Range) -> String {
    between(Range { low: bounds.high, high: bounds.low }, 1)
}

fn between(bounds: Range, decimals: u8) -> String {
    let (low, high) = (exact(bounds.low, decimals), exact(bounds.high, decimals));
    if low == high { low } else { format!("{low} to {high}") }
}

/// What stands behind an index.
pub fn index_note(effective_number: Range, left: f64, own: bool) -> String {
    let (number, left) = (effective(effective_number), share(left));
    if own {
        return format!("effective number {number}; {} {left}", rest(own));
    }
    format!("effective number {number}; {left} of the total is not listed")
}

/// The largest part, and whether its amount is rough.
pub fn headline(
    subject: Subject<'_>,
    by: Side,
    (name, (part, rough), leading): (&str, (f64, bool), Leading),
    period: Period,
    unit: Unit,
) -> String {
    let share = |part: f64| match rough {
        true => format!("about {}%", exact(part * 100.0, 0)),
        false => share(part),
    };
    let verb = match (by, subject.flow) {
        (Side::Product, _) => "made up",
        (Side::Partner, Flow::Import) => "supplied",
        (Side::Partner, _) => "took",
    };
    let kind = Parts { by, flow: subject.flow };
    let of = |trade: &str| format!("{} of {}", share(part), valued(trade, unit));
    let start = capital(name);
    let less = format!("{} in {}", of(&within_briefly(&subject)), period.short());
    // The table says whose they are, and at last which way they go.
    let worth = if unit.is_money() { " by value" } else { "" };
    let least = |trade: &str| format!("{} of {trade}{worth} in {}", share(part), period.short());
    let brief = in_short(subject);
    let goods = least(&format!("{}{}", brief.product(), brief.partner()));
    let least = least(&brief.trade());
    let bare = format!("{}{} in {}", share(part), subject.partner(), period.short());
    let of = format!("{} in {}", of(&subject.within()), period.long());
    match leading {
        Leading::OfAll => fitting::headline([
            &|| format!("{start} {verb} {of}"),
            &|| format!("{start}: {of}"),
            &|| format!("{start}: {less}"),
            &|| format!("{start}: {least}"),
            &|| format!("{start}: {goods}"),
        ]),
        Leading::Tied => fitting::headline([
            &|| format!("{start} each {verb} {of}"),
            &|| format!("{start}: each {of}"),
            &|| format!("{start}: each {less}"),
            &|| format!("{start}: each {least}"),
            &|| format!("{start}: each {goods}"),
            &|| format!("{start}: each {bare}"),
        ]),
        Leading::OfListed => fitting::two_lines([
            &|| format!("Of the {} listed, {name} {verb} the most: {of}", many(kind)),
            &|| format!("Largest {kind} listed: {name}, {of}"),
            &|| format!("Largest {kind} listed: {name}, {less}"),
            &|| format!("Largest listed: {name}, {less}"),
            &|| format!("Largest listed: {name}, {least}"),
            &|| format!("Largest listed: {name}, {goods}"),
        ]),
        Leading::OnlyCountry => fitting::headline([
            &|| format!("Only single country listed: {name}, {of}"),
            &|| format!("Only single country listed: {name}, {less}"),
            &|| format!("Only country listed: {name}, {less}"),
            &|| format!("Only country listed: {name}, {least}"),
            &|| format!("Only country listed: {name}, {goods}"),
            &|| format!("Only country listed: {name}, {bare}"),
        ]),
        Leading::OfCountries => fitting::headline([
            &|| format!("Of single countries listed, {name} {verb} the most: {of}"),
            &|| format!("Largest single country listed: {name}, {less}"),
            &|| format!("Largest country listed: {name}, {less}"),
            &|| format!("Largest country listed: {name}, {least}"),
            &|| format!("Largest country listed: {name}, {goods}"),
            &|| format!("Largest country listed: {name}, {bare}"),
        ]),
        Leading::AloneInUnit => {
            let counted = unit.words();
            fitting::headline([
                &|| format!("{start}, the only {kind} counted in {counted}, {verb} {of}"),
                &|| format!("Only {name} is counted in {counted}: {of}"),
                &|| format!("Only {name} is counted in {counted}: {less}"),
                &|| format!("Only {name} in {counted}: {less}"),
                &|| format!("Only {name} in {counted}: {least}"),
                &|| format!("Only {name} in {counted}: {goods}"),
                &|| format!("Only {name} in {counted}: {bare}"),
            ])
        }
        // The names of goods may end in what is said of them.
        Leading::Alone if by == Side::Product => fitting::headline([
            &|| format!("{start}, the only {kind} listed, {verb} {of}"),
            &|| format!("Only {kind} listed: {name}, {of}"),
            &|| format!("Only {kind} listed: {name}, {less}"),
            &|| format!("Only {kind} listed: {name}, {least}"),
            &|| format!("Only {kind} listed: {name}, {goods}"),
            // Behind a share of what went to a partner its goods are not left out.
            &|| match subject.partner().as_str() {
                "" => format!("Only {kind} listed: {name}, {bare}"),
                _ => format!("{start}: {goods}"),
            },
            &|| format!("Only {kind} listed: {name}, {bare}"),
        ]),
        Leading::Alone => fitting::headline([
            &|| format!("{start}, the only {kind} listed, {verb} {of}"),
            &|| format!("Only {name} is listed: {of}"),
            &|| format!("Only {name} is listed: {less}"),
            &|| format!("Only {name} listed: {less}"),
            &|| format!("Only {name} listed: {least}"),
            &|| format!("Only {name} listed: {goods}"),
            &|| format!("Only {name} listed: {bare}"),
        ]),
    }
}

/// Parts as large as each other: by name, or how many there are.
pub fn tied(part: Parts, names: &[String]) -> String {
    if names.len() > 3 {
        return format!("{} {}", in_words(names.len()), many(part));
    }
    all_of(&names.iter().map(String::as_str).collect_vec())
}

/// That the parts come to a little more than the total: no more than reports differ by.
pub fn more_than_all(part: Parts, more: Quantity, period: Period) -> String {
    format!(
        "The {} listed add up to {} more than the total for {}, so their shares add up to slightly more than 100%.",
        many(part),
        more.exact(),
        period.long()
    )
}

/// The periods that are left out because the parts exceed the total.
pub fn exceeding(part: Parts, periods: &[Period]) -> String {
    format!("Not shown, as the {} listed exceed the total: {}.", many(part), few_spans(periods))
}

/// Why another period than the month under study is shown.
pub fn another_period(part: Parts, period: Period, why: Option<&Unavailable>) -> String {
    let why = why.map_or_else(
        || format!("no breakdown by {part} is available for {}", period.long()),
        Unavailable::to_string,
    );
    format!("{}. The nearest period with data is shown. ", capital(&why))
}

/// Every share, and the index.
pub fn finding(
    part: Parts,
    period: Period,
    shares: &[String],
    (left, own): (f64, bool),
    (herfindahl, effective_number): (Range, Range),
) -> String {
    let left = match share(left).as_str() {
        "0.0%" => String::new(),
        left if own => format!("; {} {left}", rest(own)),
        left => format!("; {left} is not listed by {part}"),
    };
    format!(
        "Shares in {}: {}{left}. Herfindahl–Hirschman index {}, equivalent to {} {} of equal size.",
        period.long(),
        // A product’s name may have a comma in it.
        shares.join("; "),
        index(herfindahl),
        of_equal_size(effective_number),
        many(part)
    )
}

/// A part's share.
pub fn part_share(kind: Parts, name: &str, part: f64) -> String {
    let name = if kind.by == Side::Product { within(name) } else { name.to_owned() };
    format!("{name} {}", share(part))
}

/// What shares are of, and what flat strokes are, where there are any.
pub fn of_the_total(part: Parts, total: &str, flat: bool) -> String {
    let flat = if flat { " Flat strokes are periods of more than a month." } else { "" };
    let of = if total.is_empty() {
        "the reported total".to_owned()
    } else {
        format!("the total, which is derived ({total})")
    };
    format!(
        "Shares are of {of}. Only {} with data are listed; a period is shown if at least one has data.{flat}",
        many(part)
    )
}

/// What the band can't say.
pub fn bounds_note() -> String {
    "The Herfindahl–Hirschman index lies between the sum of the squares of the listed shares (if the rest is spread over very many) and that sum plus the square of the rest (if it is a single one). The less of the total is listed, the wider the band.".to_owned()
}

/// That parts without names count, too.
pub fn counts_all(part: Parts) -> String {
    format!(
        "The Herfindahl–Hirschman index counts every {part} in the files, also those not shown by name."
    )
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: shares and concentration", subject.start())
}
