//! One sentence as its months are read from it.

use super::clock::{Clock, year};
use super::meaning::Meaning;
use super::sentence::{Item, follows, is, meaning};
use crate::trade::{Month, Period};

/// What stands at a place and how many items it takes.
pub struct Found {
    pub period: Option<Period>,
    pub also: Option<Period>,
    pub dated: bool,
    pub taken: usize,
}

impl Found {
    pub fn dated(period: Period, taken: usize) -> Option<Self> {
        Some(Self { period: Some(period), also: None, dated: true, taken })
    }

    pub fn bare(period: Period, also: Option<Period>, taken: usize) -> Option<Self> {
        let also = also.filter(|also| *also != period);
        Some(Self { period: Some(period), also, dated: false, taken })
    }

    /// A day: no period of trade.
    pub const fn day(taken: usize) -> Option<Self> {
        Some(Self { period: None, also: None, dated: false, taken })
    }
}

/// Reads the periods of one sentence.
pub struct Reader<'a> {
    pub items: &'a [Item],
    pub clock: Clock,
    /// What the story speaks of so far.
    pub topic: Option<Period>,
}

impl Reader<'_> {
    pub fn means(&self, at: usize) -> Option<Meaning> {
        meaning(self.items, at)
    }

    pub fn is(&self, at: usize, test: impl Fn(Meaning) -> bool) -> bool {
        is(self.items, at, test)
    }

    pub fn month_number_plain(&self, at: usize) -> Option<u32> {
        match self.means(at)? {
            Meaning::Month(number) => Some(number),
            Meaning::May => Some(5),
            _ => None,
        }
    }

    /// The year after a month's name, and how many items it takes: `2024`, `of 2024`, `last year`.
    pub fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        for skipped in 0..=2 {
            if let Some(found) = year(self.items, at + skipped) {
                return Some((found, skipped + 1));
            }
            match self.means(at + skipped)? {
                Meaning::YearShift(shift) => {
                    return Some((self.clock.today.year() + shift, skipped + 1));
                }
                Meaning::In | Meaning::Of | Meaning::Comma if skipped < 2 => {}
                _ => return None,
            }
        }
        None
    }

    /// The month of this number: in the year that the story speaks of, and the latest.
    pub fn bare(&self, number: u32) -> (Month, Option<Month>) {
        let latest = self.clock.latest(number);
        let spoken = self.topic.and_then(|topic| Month::new(topic.end().year(), number));
        // A month of the year spoken of; that before it where the story is still to come to it.
        let spoken = spoken.filter(|month| *month <= self.clock.last_month());
        if self.clock.known { (latest, spoken) } else { (spoken.unwrap_or(latest), Some(latest)) }
    }

    /// `Exports since January`: the year so far, but not `the most since January`.
    pub fn since_january(&self, at: usize) -> bool {
        self.is(at, |m| m == Meaning::Month(1))
            && follows(self.items, at, |m| m == Meaning::Since)
            // `More than in any month since January`.
            && !follows(self.items, at - 1, |m| m == Meaning::Months)
            && !(at.saturating_sub(9)..at).any(|index| {
                matches!(
                    self.means(index),
                    Some(
                        Meaning::Highest
                            | Meaning::Lowest
                            | Meaning::High
                            | Meaning::Low
                            | Meaning::Record
                            | Meaning::Ordinal(1)
                            | Meaning::Straight
                    )
                )
            })
    }

    /// `Up 6.6% through November`: since January. Dashes are shorter.
    pub fn is_through(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.items.get(before)).is_some_and(|item| {
            item.meaning() == Some(Meaning::Through) && item.end - item.start > 3
        })
    }

    /// `months` months from the month of number `first`, of the year that may follow at `next`.
    pub fn of_year(&self, next: usize, first: u32, months: u16, at: usize) -> Option<Found> {
        let last = first + u32::from(months) - 1;
        // `Of the year` names none.
        let idle = match (self.means(next), self.means(next + 1)) {
            (Some(Meaning::In | Meaning::Of), Some(Meaning::Years)) => 2,
            // `Half-way through the year`.
            (Some(Meaning::Years), _) => 1,
            _ => 0,
        };
        if let Some((year, more)) = self.year_after(next) {
            let period = Period { start: Month::new(year, first)?, months };
            return Found::dated(period, next + more - at);
        }
        let (end, also) = self.bare(last);
        let also = also.map(|end| Period::ending(end, months));
        Found::bare(Period::ending(end, months), also, next + idle - at)
    }
}
