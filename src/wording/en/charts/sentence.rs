//! The headline and the summary that charts of months share.

use super::super::comparison;
use super::super::direction::{
    Direction, moved, one_moved, place, than as more_or_less, up_or_down,
};
use super::super::numbers::{capital, in_words, percent_size, placed};
use super::super::quantity::in_a_summary;
use super::super::subject::{Subject, briefly, did, valued};
use super::notes::spans;
use crate::statistics::{Against, Comparison, Origin, Rank, Unavailable};
use crate::trade::{Month, Period, Quantity, Status, Unit};
use crate::wording::fitting;

/// A change from one period to another.
pub fn changed(
    subject: Subject<'_>,
    (current, base): (Period, Period),
    percent: f64,
    amount: Quantity,
    annual: bool,
) -> String {
    let to = Direction::of(percent).choose(["to", "to", "at"]);
    let said = |trade: String, period: String| {
        let base = baseline(current, base, annual);
        format!("{trade} {} {base} {to} {} in {period}", moved(percent), amount.rounded())
    };
    let start = || subject.start();
    let brief = || {
        let (trade, period) = (briefly(&subject), current.short());
        let moved = up_or_down(percent);
        format!(
            "{trade}, {period}: {}, {moved} {}",
            amount.rounded(),
            baseline(current, base, annual)
        )
    };
    if amount.unit.is_money() {
        let value = || format!("The value of {}", subject.within());
        let whole = |period: String| {
            let base = baseline(current, base, annual);
            let moved = one_moved(percent);
            format!("{} {moved} {base} {to} {} in {period}", value(), amount.rounded())
        };
        let whose = fitting::two_lines([
            &|| whole(current.long()),
            &|| whole(current.short()),
            &|| said(start(), current.long()),
            &|| said(start(), current.short()),
        ]);
        return fitting::headline([&|| whose.clone(), &brief]);
    }
    // Who traded is said as long as there is room.
    let yearly = current.months == 12 && base == current.years_before(1);
    let in_brief = |briefest: bool| {
        let (did, moved) = (capital(&did(&subject, &amount.rounded(), false)), up_or_down(percent));
        // A year goes up or down on the year before.
        let on = if briefest && yearly { String::new() } else { baseline(current, base, annual) };
        let gap = if on.is_empty() { "" } else { " " };
        format!("{did} in {}, {moved}{gap}{on}", current.short())
    };
    let whose = fitting::two_lines([
        &|| said(start(), current.long()),
        &|| said(start(), current.short()),
        &|| in_brief(false),
        &|| in_brief(true),
    ]);
    let two_lines = whose.chars().count() <= fitting::TWO_LINES;
    let whose = if two_lines { whose } else { in_brief(false) };
    fitting::headline([&|| whose.clone(), &|| said(briefly(&subject), current.short()), &brief])
}

/// A figure beside a mean, a median or a record.
pub fn placed_against(
    subject: Subject<'_>,
    (period, _annual): (Period, bool),
    percent: f64,
    amount: Quantity,
    against: &Against,
) -> String {
    let said = |trade: String, period: String, usual: &str| {
        format!("{trade}: {} in {period}, {} {usual}", amount.rounded(), place(percent))
    };
    let usual = &usual(against);
    let brief = match against {
        Against::Record(_) if !subject.own => "the previous high".to_owned(),
        Against::Record(high) => format!("the {} high", high.short()),
        _ => usual.clone(),
    };
    let briefest = match against {
        Against::Record(_) if !subject.own => "their high",
        _ => &brief,
    };
    let whole = || {
        fitting::two_lines([
            &|| said(subject.start(), period.long(), usual),
            &|| said(subject.start(), period.short(), usual),
            &|| said(briefly(&subject), period.short(), usual),
        ])
    };
    fitting::headline([
        &whole,
        // The summary below dates it.
        &|| said(briefly(&subject), period.short(), &brief),
        &|| said(briefly(&subject), period.short(), briefest),
    ])
}

/// `year on year`, `month on month`, else the period itself.
pub fn baseline(current: Period, base: Period, annual: bool) -> String {
    if base == current.years_before(1) {
        "year on year".to_owned()
    } else if base.months == 1 && base.end() + 1 == current.start && !annual {
        "month on month".to_owned()
    } else {
        format!("from {}", base.long())
    }
}

/// `the five-year mean`, `the previous high of Jun 2025`; of which months the mean is stands in the summary below.
fn usual(against: &Against) -> String {
    match against {
        Against::Mean(..) => "the five-year mean".to_owned(),
        Against::Median(..) => "the five-year median".to_owned(),
        Against::Record(high) => format!("the previous high of {}", high.short()),
        Against::Period(base) => base.long(),
    }
}

/// The figure alone.
pub fn plain(subject: Subject<'_>, amount: Quantity, period: Period) -> String {
    fitting::headline([&|| plain_in(subject, amount, &period.long()), &|| {
        format!("{}: {} in {}", briefly(&subject), amount.rounded(), period.short())
    }])
}

/// The same in a period that is named so.
pub(super) fn plain_in(subject: Subject<'_>, amount: Quantity, period: &str) -> String {
    let done = did(&subject, &amount.rounded(), amount.unit.is_money());
    format!("{} in {period}", capital(&done))
}

/// That there is no figure, which there may be in another unit.
pub fn none(subject: Subject<'_>, period: Period, unit: Unit) -> String {
    let figure = lacked(unit);
    format!("{figure} for {} in {}", subject.within(), period.long())
}

/// What there is none of.
pub(super) fn lacked(unit: Unit) -> String {
    if unit.is_money() { format!("No value in {}", unit.words()) } else { "No figure".to_owned() }
}

/// That there is no total, for not every partner gives what it counts.
pub fn no_total(subject: Subject<'_>, period: Period, unit: Unit) -> String {
    let of = valued(&subject.within(), unit);
    format!("No total of {of} in {}", period.long())
}

/// What is lacking of the month.
pub fn lacking(why: &Unavailable) -> String {
    format!("{}.", capital(&why.to_string()))
}

/// Which month is the latest that there is.
pub fn latest(latest: Month) -> String {
    format!("The latest month reported is {}.", latest.long())
}

/// The same, as a sentence.
pub fn no_figure(period: Period) -> String {
    format!("The data have no figure for {}.", period.long())
}

/// The same, and the latest that there is.
pub fn no_figure_but(period: Period, latest: Month) -> String {
    format!("{} {}", no_figure(period), self::latest(latest))
}

/// That a month is known with others only, and what they are together.
pub fn only_within(period: Period, amount: Quantity) -> String {
    format!("The data have one figure for {}: {}.", period.long(), amount.exact())
}

/// That there is no month at all.
pub fn no_months() -> String {
    "The data have no monthly figures.".to_owned()
}

/// The month's figure, and what it is compared with.
pub fn opening(
    subject: Subject<'_>,
    period: Period,
    amount: Option<(Quantity, Origin)>,
    compared: &[(f64, String)],
) -> String {
    let money = amount.is_some_and(|(amount, _)| amount.unit.is_money());
    let (amount, status) = amount.map_or_else(
        || (String::new(), String::new()),
        |(amount, origin)| (in_a_summary(amount), bracketed(origin)),
    );
    let done = did(&subject, &amount, money);
    let start = format!("In {} {done}{status}", period.long());
    match compared {
        [] => format!("{start}."),
        [(_, one)] => format!("{start}, {one}."),
        [(first, one), .., (second, other)] => {
            let opposed = Direction::of(*first) != Direction::of(*second);
            let link = if opposed { "but" } else { "and" };
            format!("{start}, {one} {link} {other}.")
        }
    }
}

/// `7.1% less than in October 2024 (4,753 t)`; of a base that was derived from a published change, that
/// change; the year is left out within the year of the current period.
pub fn than(
    percent: f64,
    base: Period,
    current: Period,
    amount: Quantity,
    (origin, stated): (Option<Origin>, Option<f64>),
) -> String {
    let name = if base.start.year() == current.start.year() && base.months == 1 {
        base.start.name().to_owned()
    } else {
        base.long()
    };
    let amount = in_a_summary(amount);
    let origin = stated.map_or_else(
        || mark_origin(origin),
        |stated| {
            let change = Direction::of(stated).choose(["rise", "fall", "change"]);
            format!(", derived from a published {change} of {}", percent_size(stated))
        },
    );
    format!("{} in {name} ({amount}{origin})", more_or_less(percent))
}

/// `, derived` and the like, for what is not simply reported.
pub fn mark_origin(origin: Option<Origin>) -> String {
    match origin {
        None | Some(Origin::Figure(Status::Reported | Status::Approximate)) => String::new(),
        Some(origin) => format!(", {}", origin.word()),
    }
}

/// ` (derived)` and the like, for what is not simply reported.
fn bracketed(origin: Origin) -> String {
    match origin {
        // The amount says that it is about so much.
        Origin::Figure(Status::Reported | Status::Approximate) => String::new(),
        origin => format!(" ({})", origin.word()),
    }
}

/// The same of a sum that rests on derived figures.
fn resting(derived: bool) -> String {
    bracketed(Origin::Figure(if derived { Status::Derived } else { Status::Reported }))
}

/// The year so far, or all of it, and what it is compared with.
pub fn to_date(
    subject: Subject<'_>,
    period: Period,
    amount: Quantity,
    origin: Origin,
    against: Option<&str>,
) -> String {
    let year = if period.months == 12 { "the whole of " } else { "" };
    let start = format!(
        "{} in {year}{} came to {}{}",
        capital(subject.flow.plural()),
        period.long(),
        in_a_summary(amount),
        bracketed(origin)
    );
    against.map_or_else(|| format!("{start}."), |against| format!("{start}, {against}."))
}

/// The three and the twelve months up to the month, each with whether it rests on derived figures, and the change
/// of the twelve in percent.
pub fn recent(
    period: Period,
    three: Option<(Quantity, bool)>,
    twelve: Option<((Quantity, bool), Option<f64>)>,
) -> Option<String> {
    let until = format!(" to {}", period.end().name());
    let said = |(sum, derived)| in_a_summary(sum) + &resting(derived);
    let mut parts = Vec::new();
    // Those of January to March are the year to date.
    if let Some(sum) = three.filter(|_| period.end().number() != 3) {
        parts.push(format!("The three-month total{until} was {}", said(sum)));
    }
    if let Some((sum, change)) = twelve {
        let change = change.map_or_else(String::new, |change| {
            format!(", {} in the 12 months before", more_or_less(change))
        });
        let whose = if parts.is_empty() {
            format!("The 12-month total{until}")
        } else {
            "the 12-month total".to_owned()
        };
        parts.push(format!("{whose} was {}{change}", said(sum)));
    }
    let sentence = parts.join("; ");
    (!sentence.is_empty()).then(|| format!("{sentence}."))
}

/// How the month compares with the same months of other years: with their mean, and in their order.
/// The years are those that the place was found among.
pub fn among_others(
    period: Period,
    mean: Option<f64>,
    rank: Option<(Rank, &[Period])>,
) -> Option<String> {
    let (name, months) = (period.long(), period.plural());
    let rank = rank.map(|(rank, years)| {
        let (of, years) = (in_words(rank.of), spans(years));
        format!("the {} of {of} {months} ({years})", placed(rank))
    });
    match (mean, rank) {
        (Some(percent), rank) => {
            let (years, side) = (period.start.year(), place(percent));
            let mean = format!(
                "{name} was {side} the mean of the five {months} {}–{}",
                years - 5,
                years - 1
            );
            Some(rank.map_or_else(|| format!("{mean}."), |rank| format!("{mean} and {rank}.")))
        }
        (None, Some(rank)) => Some(format!("{name} was {rank}.")),
        (None, None) => None,
    }
}

/// Why it is of none.
pub fn not_compared_by(own: Comparison, _: bool, why: &Unavailable) -> String {
    let with = if own == Comparison::YearToDate { "of" } else { "with" };
    format!("No comparison {with} the {}: {why}.", comparison::short(own))
}

/// The change that a source gives, where the data lack the figure that it is from.
pub fn as_published(change: &str, why: &Unavailable) -> String {
    // The remarks in the data begin so.
    let ways = [("up ", "a rise of"), ("down ", "a fall of")];
    let said = ways.into_iter().find_map(|(way, said)| Some((said, change.strip_prefix(way)?)));
    let (said, size) = said.unwrap_or(("a change:", change));
    let have = if matches!(why, Unavailable::NotReported(_)) { "the data have " } else { "" };
    format!("The source gives {said} {size}; {have}{why}.")
}
