//! When a story is written, and so which months it can speak of.

use super::meaning::Meaning;
use super::sentence::{Item, Row, What, meaning, touching};
use crate::trade::Month;

/// The month a story is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The month of writing.
    pub today: Month,
    /// Whether the story's date says so.
    pub known: bool,
    /// Whether not even a year is named.
    pub guessed: bool,
}

impl Clock {
    /// The last month that is over: what a story calls last month.
    pub fn last_month(self) -> Month {
        self.today - 1
    }

    /// The latest month of this number that the story can speak of.
    pub fn latest(self, number: u32) -> Month {
        let last = self.last_month();
        let back = (i64::from(last.number()) - i64::from(number)).rem_euclid(12);
        last - i32::try_from(back).unwrap_or(0)
    }
}

/// The first whole date of the story's first lines: `7 December 2024`, `December 7, 2024`,
/// `2024-12-07`.
pub fn dateline(rows: &[Row]) -> Option<Month> {
    let found = |row: &Row| (0..row.items.len()).find_map(|at| date(&row.items, at));
    rows.iter().take(6).find_map(found)
}

fn date(items: &[Item], at: usize) -> Option<Month> {
    let day = |index: usize| whole(items, index).is_some_and(|day| (1..=31).contains(&day));
    let month = |index: usize| match meaning(items, index)? {
        Meaning::Month(number) => Some(number),
        Meaning::May => Some(5),
        _ => None,
    };
    let comma = usize::from(meaning(items, at + 2) == Some(Meaning::Comma));
    if let Some(number) = month(at)
        && day(at + 1)
    {
        return Month::new(year(items, at + 2 + comma)?, number);
    }
    if day(at)
        && let Some(number) = month(at + 1)
    {
        return Month::new(year(items, at + 2)?, number);
    }
    // The hyphens of 2024-12-07 are phrases of their own.
    let dash = |index: usize| meaning(items, index) == Some(Meaning::Through);
    if let Some(found) = year(items, at)
        && dash(at + 1)
        && dash(at + 3)
        && (0..3).all(|step| touching(items, at + step))
    {
        return Month::new(found, whole(items, at + 2)?);
    }
    None
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

/// The year at `at`: four digits with no unit.
pub fn year(items: &[Item], at: usize) -> Option<i32> {
    let item = items.get(at)?;
    let What::Number(value, _) = item.what else { return None };
    let bare = !matches!(
        meaning(items, at + 1),
        Some(
            Meaning::Weight(_)
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
