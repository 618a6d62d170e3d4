//! The Chinese New Year, which moves between January and February and takes trade with it.

use crate::trade::Month;

/// The first year in [`DATES`].
const FIRST: i32 = 2010;

/// Month and day of New Year's Day, one a year from [`FIRST`] on (Hong Kong Observatory,
/// Gregorian-Lunar Calendar Conversion Table).
const DATES: [(u32, i32); 21] = [
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
];

/// How a regression knows the New Year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewYear {
    /// Not at all.
    None,
    /// By the fortnight that begins with it.
    Holiday,
    /// By the fortnight, and by the three weeks before, which may reach into the month before.
    HolidayAndRunUp,
}

/// The first and the last day counted, from New Year's Day.
type Window = (i32, i32);
const HOLIDAY: Window = (0, 13);
const RUN_UP: Window = (-21, -1);

impl NewYear {
    /// Every way, the plainest first.
    pub const ALL: [Self; 3] = [Self::None, Self::Holiday, Self::HolidayAndRunUp];

    /// The columns it adds to a regression: what share of each stretch of days lies in `month`.
    pub fn columns(self, month: Month) -> impl Iterator<Item = f64> {
        let windows: &[Window] = match self {
            Self::None => &[],
            Self::Holiday => &[HOLIDAY],
            Self::HolidayAndRunUp => &[HOLIDAY, RUN_UP],
        };
        windows.iter().map(move |window| share_of_days(month, *window))
    }

    /// How many columns that is.
    pub const fn width(self) -> usize {
        match self {
            Self::None => 0,
            Self::Holiday => 1,
            Self::HolidayAndRunUp => 2,
        }
    }
}

/// The date of the New Year in `year`, month and day, for the years 2010 to 2030.
pub fn new_year(year: i32) -> Option<(u32, i32)> {
    DATES.get(usize::try_from(year - FIRST).ok()?).copied()
}

/// Whether the New Year is known for every month from `first` to `last`, the one after included:
/// its run-up may lie in them.
pub fn known(first: Month, last: Month) -> bool {
    (first.year()..=last.year() + 1).all(|year| new_year(year).is_some())
}

/// The share of the days from `first` to `last`, counted from New Year's Day, that lie in `month`.
pub fn share_of_days(month: Month, (first, last): Window) -> f64 {
    let days = last - first + 1;
    let within = [month.year(), month.year() + 1]
        .into_iter()
        .filter_map(|year| {
            let start = start(year, month)?;
            let from = (start + first).max(1);
            let to = (start + last).min(length(month));
            Some((to - from + 1).max(0))
        })
        .sum::<i32>();
    f64::from(within) / f64::from(days.max(1))
}

/// New Year's Day of `year` as a day of `month`: 32 is the day after the 31st, 0 the day before
/// the first. Nothing where it lies more than three months off.
fn start(year: i32, month: Month) -> Option<i32> {
    let (number, day) = new_year(year)?;
    let own = Month::new(year, number)?;
    let mut start = day;
    match own - month {
        apart @ 0..=3 => {
            for step in 0..apart {
                start += length(month + step);
            }
        }
        apart @ -3..=-1 => {
            for step in apart..0 {
                start -= length(month + step);
            }
        }
        _ => return None,
    }
    Some(start)
}

/// How many days a month has.
const fn length(month: Month) -> i32 {
    let year = month.year();
    match month.number() {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(text: &str) -> (f64, f64) {
        let month = Month::parse(text).unwrap_or(Month::from_index(0));
        (share_of_days(month, HOLIDAY), share_of_days(month, RUN_UP))
    }

    #[test]
    fn days_fall_where_the_calendar_has_them() {
        // 2025: New Year on 29 January; three days of the fortnight lie in January.
        assert_eq!(shares("2025-01"), (3.0 / 14.0, 1.0));
        assert_eq!(shares("2025-02"), (11.0 / 14.0, 0.0));
        // 2023: 22 January; the run-up begins on 1 January.
        assert_eq!(shares("2023-01"), (10.0 / 14.0, 1.0));
        assert_eq!(shares("2022-12"), (0.0, 0.0));
        // 2024: 10 February; the run-up begins on 20 January.
        assert_eq!(shares("2024-01"), (0.0, 12.0 / 21.0));
        assert_eq!(shares("2024-02"), (1.0, 9.0 / 21.0));
        // 2015: 19 February; the fortnight runs into March.
        assert_eq!(shares("2015-03"), (4.0 / 14.0, 0.0));
        assert_eq!(shares("2024-11"), (0.0, 0.0));
    }

    #[test]
    fn every_day_is_counted_once() {
        for year in 2011..=2029 {
            let january = Month::from_index(year * 12);
            let total = |window| -> f64 {
                (january - 1).through(january + 3).map(|month| share_of_days(month, window)).sum()
            };
            assert!((total(HOLIDAY) - 1.0).abs() < 1e-12, "{year}");
            assert!((total(RUN_UP) - 1.0).abs() < 1e-12, "{year}");
        }
    }
}
