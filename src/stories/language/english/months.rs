//! Months as English tells of them: by their names, and so many of them from the first.

use super::English;
use crate::stories::clock::{whole, year};
use crate::stories::language::date_words::Calendar;
use crate::stories::meaning::Meaning;
use crate::stories::sentence::{What, follows, touching};
use crate::stories::sentence_reader::{Found, Reader};
use crate::trade::{Month, Period};

impl Calendar for English {
    fn day(reader: &Reader<'_>, at: usize) -> Option<usize> {
        day(reader, at)
    }

    fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
        months(reader, at)
    }
}

/// Months that begin at `at`.
fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
    year_and_month(reader, at)
        .or_else(|| month(reader, at))
        .or_else(|| year_through(reader, at))
        .or_else(|| counted(reader, at))
}

/// `Dec 7`, `12 March 2024`: how many items the day takes.
fn day(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let number =
        |index: usize| whole(reader.items, index).is_some_and(|day| (1..=31).contains(&day));
    let unit = |index: usize| {
        matches!(
            reader.means(index),
            Some(
                Meaning::Quantity(..)
                    | Meaning::Percent
                    | Meaning::Scale(_)
                    | Meaning::Points
                    | Meaning::Months
            )
        )
    };
    let digits = |index: usize| {
        matches!(reader.items.get(index).map(|item| item.what), Some(What::Number(..)))
    };
    let day_first = || number(at) && month_after_day(reader, at + 1);
    let month_first =
        || number(at + 1) && digits(at + 1) && !unit(at + 2) && month_number(reader, at).is_some();
    if !touching(reader.items, at) || !(day_first() || month_first()) {
        return None;
    }
    let comma = usize::from(reader.is(at + 2, |m| m == Meaning::Comma));
    let dated = year(reader.items, at + 2 + comma).is_some();
    Some(if dated { 3 + comma } else { 2 })
}

fn month_number(reader: &Reader<'_>, at: usize) -> Option<u32> {
    match reader.means(at)? {
        Meaning::Month(number) => Some(number),
        // The verb follows no preposition, and no year follows it.
        Meaning::May => {
            let before = at.checked_sub(1).and_then(|before| reader.means(before));
            let led = matches!(
                before,
                Some(
                    Meaning::In
                        | Meaning::From
                        | Meaning::Through
                        | Meaning::To
                        | Meaning::Since
                        | Meaning::Than
                        | Meaning::Last
                        | Meaning::Between
                        | Meaning::Of
                        | Meaning::Reporter
                        | Meaning::Possessive
                        | Meaning::Comma
                        | Meaning::Over
                        | Meaning::Under
                        | Meaning::Times
                        | Meaning::Fold
                        | Meaning::Multiple(_)
                )
            );
            let next = reader.means(at + 1);
            let named = matches!(
                next,
                Some(
                    Meaning::Through
                        | Meaning::Product(_)
                        | Meaning::Flow(_)
                        | Meaning::Possessive
                        | Meaning::YearShift(_)
                )
            );
            let named = named || year(reader.items, at + 1).is_some() || is_may_alone(reader, at);
            (led || named).then_some(5)
        }
        _ => None,
    }
}

/// Whether a capital `May` is a whole cell, or has its figure right behind it: the month.
fn is_may_alone(reader: &Reader<'_>, at: usize) -> bool {
    // `The trough was May, at 1,238 tons`.
    let heads = at == 0
        || follows(reader.items, at, |m| matches!(m, Meaning::And | Meaning::Break | Meaning::At));
    let alone = reader.items.get(at + 1).is_none_or(|next| match next.what {
        What::Number(..) => true,
        // `May did a good deal better`.
        What::Word => at == 0,
        What::Means(meaning) => {
            heads && matches!(meaning, Meaning::Comma | Meaning::Break | Meaning::At)
        }
    });
    alone && reader.items.get(at).is_some_and(|item| item.capital)
}

fn month(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let number = month_number(reader, at)?;
    if reader.since_january(at) {
        // Up to now, or up to the month spoken of.
        let last = reader.clock.last_month();
        let spoken = reader.topic.map(Period::end);
        return match spoken.filter(|month| !reader.clock.known || month.year() != last.year()) {
            Some(spoken) => {
                Found::bare(Period::year_to_date(spoken), Some(Period::year_to_date(last)), 1)
            }
            None => {
                let spoken = spoken.map(Period::year_to_date);
                Found::bare(Period::year_to_date(last), spoken, 1)
            }
        };
    }
    if let Some(found) = span(reader, at, number) {
        return Some(found);
    }
    let through = reader.is_through(at);
    let last_of = |month: Month| {
        if through { Period::year_to_date(month) } else { Period::month(month) }
    };
    // `Last November`, unless that is written in December: the latest there is.
    let last = follows(reader.items, at, |m| m == Meaning::Last);
    match reader.year_after(at + 1) {
        Some((year, taken)) => Found::dated(last_of(Month::new(year, number)?), 1 + taken),
        None if last => {
            let latest = reader.clock.latest(number);
            Found::bare(Period::month(latest), Some(Period::month(latest - 12)), 1)
        }
        None => {
            let (month, also) = reader.bare(number);
            Found::bare(last_of(month), also.map(last_of), 1)
        }
    }
}

/// `2020 November`.
fn year_and_month(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let named = year(reader.items, at)?;
    let number = month_number(reader, at + 1)?;
    let led = at.checked_sub(1).is_some_and(|before| reader.month_number_plain(before).is_some());
    let day = whole(reader.items, at + 2).is_some();
    let month = Month::new(named, number).filter(|_| !led && !day && touching(reader.items, at))?;
    Found::dated(Period::month(month), 2)
}

/// `January to November`, `Jan-May 2024`, `December 2023 through February 2024`.
fn span(reader: &Reader<'_>, at: usize, first: u32) -> Option<Found> {
    let (first_year, after) = match year(reader.items, at + 1) {
        Some(year) => (Some(year), at + 2),
        None => (None, at + 1),
    };
    let hyphened = touching(reader.items, at) && reader.month_number_plain(after).is_some();
    let joined = match reader.means(after) {
        Some(Meaning::Through | Meaning::To) => true,
        Some(Meaning::And) => {
            let between = follows(reader.items, at, |m| m == Meaning::Between);
            between || (first == 1 && reader.month_number_plain(after + 1) == Some(2))
        }
        _ => false,
    };
    let second_at = if hyphened { after } else { after + 1 };
    let second = reader.month_number_plain(second_at).filter(|_| hyphened || joined)?;
    // `From October to November` is a change, not a span.
    let change = follows(reader.items, at, |m| m == Meaning::From)
        && reader.is(after, |m| m == Meaning::To)
        && first != 1;
    if change {
        return None;
    }
    let tail = reader.year_after(second_at + 1);
    let (end, taken, also) = match tail {
        Some((year, more)) => (Month::new(year, second)?, second_at + 1 - at + more, None),
        None => {
            let (month, also) = reader.bare(second);
            (month, second_at + 1 - at, also)
        }
    };
    let start = match first_year {
        Some(year) => Month::new(year, first)?,
        None => Month::new(end.year() - i32::from(first > second), first)?,
    };
    let months = u16::try_from(end - start + 1).ok().filter(|months| (2..=36).contains(months))?;
    let period = Period { start, months };
    if tail.is_some() || first_year.is_some() {
        Found::dated(period, taken)
    } else {
        let also = also.map(|also| period.years_before(end.year() - also.year()));
        Found::bare(period, also, taken)
    }
}

/// `The year through November`: twelve months, or those since January.
fn year_through(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let shift = match reader.means(at)? {
        Meaning::Years => None,
        // `This year to October`.
        Meaning::YearShift(shift) => Some(shift),
        _ => return None,
    };
    let joined = matches!(reader.means(at + 1), Some(Meaning::Through | Meaning::To));
    let number = reader.month_number_plain(at + 2).filter(|_| joined)?;
    if let Some(shift) = shift {
        let end = Month::new(reader.clock.today.year() + shift, number)?;
        return Found::dated(Period::year_to_date(end), 3);
    }
    let (end, taken) = match reader.year_after(at + 3) {
        Some((year, more)) => (Month::new(year, number)?, 3 + more),
        None => (reader.bare(number).0, 3),
    };
    Found::bare(Period::ending(end, 12), Some(Period::year_to_date(end)), taken)
}

/// `The first eleven months`, `the eleven months to November`, `12 months through March`.
fn counted(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let first = reader.is(at, |m| m == Meaning::Ordinal(1));
    let count_at = at + usize::from(first);
    let count = whole(reader.items, count_at).filter(|count| (2..=12).contains(count))?;
    if !reader.is(count_at + 1, |m| m == Meaning::Months) {
        return None;
    }
    let months = u16::try_from(count).ok()?;
    let next = count_at + 2;
    let joined = matches!(reader.means(next), Some(Meaning::Through | Meaning::To))
        || reader.items.get(next).is_some_and(|item| item.is_word())
            && reader.month_number_plain(next + 1).is_some();
    if joined && let Some(number) = reader.month_number_plain(next + 1) {
        let (end, more, dated) = match reader.year_after(next + 2) {
            Some((year, more)) => (Month::new(year, number)?, more, true),
            None => (reader.bare(number).0, 0, false),
        };
        let period = Period::ending(end, months);
        let taken = next + 2 + more - at;
        return if dated { Found::dated(period, taken) } else { Found::bare(period, None, taken) };
    }
    // Without `first` a count of months is how long something took, save where it ends now.
    let over = follows(reader.items, at, |m| {
        matches!(m, Meaning::In | Meaning::Over | Meaning::Of) || m == Meaning::Possessive
    });
    // `Eleven months brought 58,193 tons`.
    let over = over || at == 0;
    // `The eleven-month total`, but not `an eleven-month low`.
    let ordered = reader.is(count_at + 2, |m| {
        matches!(
            m,
            Meaning::High | Meaning::Low | Meaning::Highest | Meaning::Lowest | Meaning::Straight
        )
    });
    let to_date = count == reader.clock.last_month().number() && !ordered;
    // `Over the two months`, but not `in two months`.
    let gap = reader.items.get(count_at.wrapping_sub(1)).zip(reader.items.get(count_at));
    // `And the ten months to 1,127,389 tons`.
    let joined = follows(reader.items, at, |m| matches!(m, Meaning::And | Meaning::Comma));
    let ends = reader.is(count_at + 2, |m| m == Meaning::To);
    let definite =
        (over || (joined && ends)) && gap.is_some_and(|(one, two)| two.start > one.end + 1);
    // `From all countries 18,700 tons came in over the six months`, where June was spoken of.
    let spoken = reader.topic.is_some_and(|topic| topic.end().number() == count) && !ordered;
    let so_many = (spoken && definite)
        || to_date && (definite || (count > 4 && (over || hyphened(reader, count_at))));
    if !(first || so_many) {
        return None;
    }
    reader.of_year(next, 1, months, at)
}

/// Whether a hyphen joins the items at `at` and after it: one byte apart, as is a blank, so the
/// word after must be the singular that only such compounds have.
fn hyphened(reader: &Reader<'_>, at: usize) -> bool {
    let singular = reader.items.get(at + 1).is_some_and(|item| item.end - item.start == 5);
    singular && touching(reader.items, at)
}

fn month_after_day(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.means(at), Some(Meaning::Month(_) | Meaning::May))
        && !reader.is(at + 1, |m| matches!(m, Meaning::Months))
}
