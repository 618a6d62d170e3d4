//! When a story was written, which decides the months it can be about.

use super::meaning::Meaning;
use super::sentence::{Item, Row, What, is, meaning, touching};
use crate::trade::Month;

/// The month a story is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The month of writing.
    pub today: Month,
    /// Whether the story has a date.
    pub known: bool,
    /// Whether it does not even name a year.
    pub guessed: bool,
}

impl Clock {
    /// The last complete month, which a story calls last month.
    pub fn last_month(self) -> Month {
        self.today - 1
    }

    /// The latest month with this number that the story can be about.
    pub fn latest(self, number: u32) -> Month {
        let last = self.last_month();
        let back = (i64::from(last.number()) - i64::from(number)).rem_euclid(12);
        last - i32::try_from(back).unwrap_or(0)
    }
}

/// The first whole date of the story's first lines: `7 December 2024`, `December 7, 2024`,
/// `2024-12-07`, 2024年12月7日.
pub fn dateline(rows: &[Row]) -> Option<(Month, u32)> {
    in_first_lines(rows, date)
}

/// The month of the first day of the story's first lines that has no year: `on November 20`.
pub fn first_day(rows: &[Row]) -> Option<u32> {
    in_first_lines(rows, |items, at| day_of(items, at).map(|(number, _)| number))
}

/// What is found first in the story's first lines.
fn in_first_lines<T>(rows: &[Row], found: fn(&[Item], usize) -> Option<T>) -> Option<T> {
    let in_row = |row: &Row| (0..row.items.len()).find_map(|at| found(&row.items, at));
    rows.iter().take(6).find_map(in_row)
}

fn date(items: &[Item], at: usize) -> Option<(Month, u32)> {
    if let Some((number, day)) = day_of(items, at) {
        let comma = usize::from(is(items, at + 2, |m| m == Meaning::Comma));
        return on_day(year(items, at + 2 + comma)?, number, day);
    }
    let named = year(items, at).filter(|_| is(items, at + 1, |m| m == Meaning::Years));
    if let (Some(year), Some((number, day))) = (named, day_of(items, at + 2)) {
        return on_day(year, number, day);
    }
    written_day(items, at).map(|(month, day, _)| (month, day))
}

/// A day that the calendar has, with its month.
fn on_day(year: i32, number: u32, day: u32) -> Option<(Month, u32)> {
    let month = Month::new(year, number)?;
    (1..=month.days().unsigned_abs()).contains(&day).then_some((month, day))
}

/// A day without its year, as its month's number and its own: `December 7`, `7 December`, 12月7日.
fn day_of(items: &[Item], at: usize) -> Option<(u32, u32)> {
    let day = |index: usize| whole(items, index).filter(|day| (1..=31).contains(day));
    let month = |index: usize| match meaning(items, index)? {
        Meaning::Month(number) => Some(number),
        Meaning::May => Some(5),
        _ => None,
    };
    let signed = |index: usize, sign: Meaning| meaning(items, index) == Some(sign);
    if signed(at + 1, Meaning::MonthSign) && signed(at + 3, Meaning::Day) {
        return whole(items, at).filter(|number| (1..=12).contains(number)).zip(day(at + 2));
    }
    let first = || month(at).zip(day(at + 1));
    first().or_else(|| month(at + 1).zip(day(at)))
}

/// A day in numbers, with its month, and how many items it takes: `2024-12-07`, `2024/12/07`, `21/08/2025`; of
/// days that could be another month's nothing.
pub fn written_day(items: &[Item], at: usize) -> Option<(Month, u32, usize)> {
    let [one, other, third] = [at, at + 2, at + 4];
    let parted = (0..4).all(|step| touching(items, at + step))
        && [at + 1, at + 3].into_iter().all(|sign| items.get(sign).is_some_and(Item::parts_a_date));
    let number = |index: usize| whole(items, index).filter(|_| parted);
    let month = |year: i32, number: u32, day: u32| {
        on_day(year, number, day).map(|(month, day)| (month, day, 5))
    };
    if let Some(found) = year(items, one) {
        return month(found, number(other)?, number(third)?);
    }
    let (first, second) = (number(one)?, number(other)?);
    let found = year(items, third)?;
    match (first, second) {
        (13.., _) => month(found, second, first),
        (_, 13..) => month(found, first, second),
        _ if first == second => month(found, first, second),
        _ => None,
    }
}

/// The whole number at `at`, in digits or in words.
pub fn whole(items: &[Item], at: usize) -> Option<u32> {
    match items.get(at)?.what {
        What::Number(value, step) if step >= 1.0 && (1.0..=2200.0).contains(&value) => {
            Some(value as u32)
        }
        What::Means(Meaning::Number(value)) => Some(value as u32),
        _ => None,
    }
}

/// The year at `at` that a story may be written in or after: not one since which something is so, 2009年以来.
pub fn told_year(items: &[Item], at: usize) -> Option<i32> {
    let since = |index: &usize| is(items, *index, |m| m == Meaning::Since);
    let behind = (at + 1..at + 5).take_while(|index| touching(items, index - 1));
    let told = (at.saturating_sub(3)..at).chain(behind).any(|index| since(&index));
    year(items, at).filter(|_| !told)
}

/// The year at `at`: four digits with no unit.
pub fn year(items: &[Item], at: usize) -> Option<i32> {
    let item = items.get(at)?;
    let What::Number(value, _) = item.what else { return None };
    let bare = !matches!(
        meaning(items, at + 1),
        Some(
            Meaning::Quantity(..)
                | Meaning::Percent
                | Meaning::Scale(_)
                | Meaning::Points
                | Meaning::Money(_)
                | Meaning::OtherMoney
        )
    );
    let led = at.checked_sub(1).and_then(|before| meaning(items, before));
    let money = matches!(led, Some(Meaning::Money(_) | Meaning::OtherMoney));
    let fits = item.end - item.start == 4 && (1990.0..=2100.0).contains(&value) && bare && !money;
    fits.then_some(value as i32)
}
