//! Calendar effects on a month: trading days, and the Chinese New Year, which moves between January and
//! February and affects trade.

use crate::trade::{Holiday, Month};

/// The models of the New Year worth trying.
pub const fn ways(holiday: Option<Holiday>) -> &'static [NewYear] {
    match holiday {
        None => &[NewYear::None],
        Some(Holiday::ChineseNewYear) => &NewYear::ALL,
    }
}

/// The first year in [`DATES`].
const FIRST: i32 = 1900;

/// New Year's Day of 1900 to 2100 as the days from 20 January on, a character each, `@` for none
/// (Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table; before 1901 and for 2100,
/// computed by new moons).
const DATES: &[u8] = b"K^SI[OEXMBUJ]QFYNCVL_SH[PDXMCUJ\\QFYODVK^SGZPEXMBUI\\QGYNDWK]SHZPEXMATJ\\QGZNCVK]RH[PEXM_TI\\QGZOCUK^RH[PDWLBTI]RFYNCUK^SH[PEWLBUI\\QFXNCVK^SHZODWLBUJ\\QFYMCVL^SHZODWMATI\\PFYNCVK^RGZPDWMBTI\\QFYNDUJ]RGZPEWLAT";

/// How a regression models the New Year.
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
    /// Every model, the simplest first.
    pub const ALL: [Self; 3] = [Self::None, Self::Holiday, Self::HolidayAndRunUp];

    /// How many of [`new_year_shares`] it uses.
    pub const fn width(self) -> usize {
        match self {
            Self::None => 0,
            Self::Holiday => 1,
            Self::HolidayAndRunUp => 2,
        }
    }
}

/// The shares of the holiday's days, and of the days before it, that fall in `month`, each 0 to 1.
pub fn new_year_shares(month: Month) -> [f64; 2] {
    [share_of_days(month, HOLIDAY), share_of_days(month, RUN_UP)]
}

/// The date of the New Year in `year`, as month (1 or 2) and day; `None` outside 1900 to 2100.
pub fn new_year(year: i32) -> Option<(u32, i32)> {
    let place = usize::try_from(year - FIRST).ok()?;
    let day = 20 + i32::from(DATES.get(place)? - b'@');
    Some(if day <= 31 { (1, day) } else { (2, day - 31) })
}

/// The share of the days from `first` to `last`, counted from New Year's Day, that fall in `month`.
pub fn share_of_days(month: Month, (first, last): Window) -> f64 {
    let days = last - first + 1;
    let within = [month.year(), month.year() + 1]
        .into_iter()
        .filter_map(|year| {
            let (number, day) = new_year(year)?;
            let start = day_of(Month::new(year, number)?) + day - day_of(month);
            let from = (start + first).max(1);
            let to = (start + last).min(month.days());
            Some((to - from + 1).max(0))
        })
        .sum::<i32>();
    f64::from(within) / f64::from(days.max(1))
}

/// The trading-day contrast of a month, in days: weekdays less five halves of Saturdays and Sundays, which
/// is zero over whole weeks.
pub fn trading_days(month: Month) -> f64 {
    let days = month.days();
    // 1 January of year 0 of this calendar was a Saturday.
    let first = day_of(month) + 5;
    let weekday = |day: i32| (first + day).rem_euclid(7) < 5;
    let weekdays = (0..days).filter(|day| weekday(*day)).count() as f64;
    weekdays - 2.5 * (f64::from(days) - weekdays)
}

/// The natural logarithm of a February's length relative to the average February; 0 for other months.
pub fn leap_year(month: Month) -> f64 {
    const LONG: f64 = 0.026_202_372;
    const SHORT: f64 = -0.008_888_947;
    match (month.number(), month.days()) {
        (2, 29) => LONG,
        (2, _) => SHORT,
        _ => 0.0,
    }
}

/// Days from the beginning of year 0 to the first of `month`.
fn day_of(month: Month) -> i32 {
    let before = month.year() - 1;
    let leaps = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let start = 365 * month.year() + leaps + 1;
    start + month.january().through(month).map(Month::days).sum::<i32>() - month.days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or(Month::from_index(0))
    }

    #[test]
    fn days_fall_where_the_calendar_has_them() {
        let shares = |text: &str| new_year_shares(month(text));
        // 2025: New Year on 29 January; three days of the fortnight lie in January.
        assert_eq!(shares("2025-01"), [3.0 / 14.0, 1.0]);
        assert_eq!(shares("2025-02"), [11.0 / 14.0, 0.0]);
        // 2023: 22 January; the run-up begins on 1 January.
        assert_eq!(shares("2023-01"), [10.0 / 14.0, 1.0]);
        assert_eq!(shares("2022-12"), [0.0, 0.0]);
        // 2024: 10 February; the run-up begins on 20 January.
        assert_eq!(shares("2024-01"), [0.0, 12.0 / 21.0]);
        assert_eq!(shares("2024-02"), [1.0, 9.0 / 21.0]);
        // 2015: 19 February; the fortnight runs into March.
        assert_eq!(shares("2015-03"), [4.0 / 14.0, 0.0]);
        assert_eq!(shares("2024-11"), [0.0, 0.0]);
    }

    #[test]
    fn every_day_is_counted_once() {
        for year in 1901..=2099 {
            let january = Month::from_index(year * 12);
            let total = |window| -> f64 {
                (january - 1).through(january + 3).map(|month| share_of_days(month, window)).sum()
            };
            assert!((total(HOLIDAY) - 1.0).abs() < 1e-12, "{year}");
            assert!((total(RUN_UP) - 1.0).abs() < 1e-12, "{year}");
        }
    }

    #[test]
    fn trading_days_are_weekdays_beyond_four_weeks() {
        // February 2021 had four of each day; February 2024 a Thursday more; May 2025, which began
        // on a Thursday, a Thursday, a Friday and a Saturday more.
        assert!(trading_days(month("2021-02")).abs() < 1e-12);
        assert!((trading_days(month("2024-02")) - 1.0).abs() < 1e-12);
        assert!((trading_days(month("2025-05")) + 0.5).abs() < 1e-12);
        // 1 January 1900 was a Monday: five weekdays more than four weeks, less the weekend's two.
        assert!((trading_days(month("1900-01")) - 3.0).abs() < 1e-12);
        let february = |year: i32| leap_year(Month::from_index(year * 12 + 1));
        assert!((february(2024) - (29.0f64 / 28.25).ln()).abs() < 1e-8);
        assert!((february(2023) - (28.0f64 / 28.25).ln()).abs() < 1e-8);
    }
}
