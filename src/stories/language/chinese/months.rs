//! Months as Chinese tells of them: by their numbers.

use super::Chinese;
use crate::stories::clock::{whole, year};
use crate::stories::language::date_words::Calendar;
use crate::stories::meaning::Meaning;
use crate::stories::sentence::{follows, touching};
use crate::stories::sentence_reader::{Found, Reader};
use crate::trade::{Month, Period};

impl Calendar for Chinese {
    fn day(reader: &Reader<'_>, at: usize) -> Option<usize> {
        day(reader, at)
    }

    fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
        months(reader, at)
    }
}

/// 12月20日, 2025年12月20日: how many items the day takes.
fn day(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let number = |index: usize| whole(reader.items, index);
    let named = year(reader.items, at).is_some() && reader.is(at + 1, |m| m == Meaning::Years);
    let from = at + usize::from(named) * 2;
    let told = number(from).is_some()
        && reader.is(from + 1, |m| m == Meaning::MonthSign)
        && number(from + 2).is_some_and(|day| (1..=31).contains(&day))
        && reader.is(from + 3, |m| m == Meaning::Day);
    told.then_some(from + 4 - at)
}

/// `2024年11月`, `1至11月`, `前11个月`, `去年`.
fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let years = |index: usize| reader.is(index, |m| m == Meaning::Years);
    let (named, next) = match (year(reader.items, at), reader.means(at)) {
        (Some(found), _) if years(at + 1) && touching(reader.items, at) => (Some(found), at + 2),
        (None, Some(Meaning::YearShift(shift))) => {
            (Some(reader.clock.today.year() + shift), at + 1)
        }
        _ => (None, at),
    };
    let comma = usize::from(named.is_some() && reader.is(next, |m| m == Meaning::Comma));
    if let Some((first, last, taken)) =
        numbered(reader, next).or_else(|| numbered(reader, next + comma))
    {
        let (end, also) = match named {
            Some(year) => (Month::new(year, last)?, None),
            None => reader.bare(last),
        };
        // 截至11月底: since January.
        let first = if first == last && reader.is_through(at) { 1 } else { first };
        let months = u16::try_from(last.checked_sub(first)? + 1).ok()?;
        let period = Period::ending(end, months);
        let taken = next + taken - at;
        return match named {
            Some(_) => Found::dated(period, taken),
            None => Found::bare(period, also.map(|end| Period::ending(end, months)), taken),
        };
    }
    if years(at + 1)
        && touching(reader.items, at)
        && reader.is(at + 2, |m| m == Meaning::YearEnd)
        && reader.is(at + 3, |m| m == Meaning::Since)
    {
        return Found::dated(Period::month(Month::new(named?, 12)?), 3);
    }
    if years(at + 1) && touching(reader.items, at) {
        let whole = usize::from(reader.is(at + 2, |m| m == Meaning::WholeYear));
        let part = match reader.means(at + 2) {
            Some(Meaning::Half(number)) => Some((number * 6 - 5, 6)),
            Some(Meaning::Quarter(number)) => Some((number * 3 - 2, 3)),
            _ => None,
        };
        if let Some((first, months)) = part {
            return Found::dated(Period { start: Month::new(named?, first)?, months }, 3);
        }
        return Found::dated(Period { start: Month::new(named?, 1)?, months: 12 }, 2 + whole);
    }
    None
}

/// Months by their numbers: the first, the last and how many items they take.
fn numbered(reader: &Reader<'_>, at: usize) -> Option<(u32, u32, usize)> {
    // 连三月: three months in a row.
    if follows(reader.items, at, |m| m == Meaning::Straight) {
        return None;
    }
    let number = |index: usize| whole(reader.items, index).filter(|n| (1..=12).contains(n));
    let sign = |index: usize| reader.is(index, |m| m == Meaning::MonthSign);
    if reader.is(at, |m| m == Meaning::Ordinal(1))
        && let Some(count) = number(at + 1)
        && reader.is(at + 2, |m| m == Meaning::Months)
        && reader.items.get(at + 1).map(|item| item.end)
            == reader.items.get(at + 2).map(|item| item.start)
    {
        return Some((1, count, 3));
    }
    // 前11月 are eleven months, too; 前1月 may be the month before.
    if reader.is(at, |m| m == Meaning::Ordinal(1))
        && let Some(count) = number(at + 1).filter(|count| *count > 1)
        && sign(at + 2)
    {
        return Some((1, count, 3));
    }
    let first = number(at)?;
    let gap = usize::from(sign(at + 1));
    // `1-8 months`, as machines translate it.
    let to_date = |last: u32| {
        first == 1
            && last == reader.clock.last_month().number()
            && reader.is(at + gap + 3, |m| m == Meaning::Months)
    };
    if reader.is(at + gap + 1, |m| m == Meaning::Through)
        && let Some(last) = number(at + gap + 2)
        && (sign(at + gap + 3) || to_date(last))
    {
        return Some((first, last, gap + 4));
    }
    (gap == 1).then_some((first, first, 2))
}
