//! Calendar months, and spans of them.

use std::fmt;
use std::ops::{Add, Sub};

/// A calendar month, counted from January of year 0, so that months subtract and order as
/// integers and an axis of months needs no calendar library.
///
/// ```
/// use xenotime::trade::Month;
/// let november = Month::parse("2024-11").unwrap();
/// assert_eq!((november + 2).to_string(), "2025-01");
/// assert_eq!((november - 12).year(), 2023);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month `number` (1 to 12) of `year` (1500 to 2200), or nothing.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let index = i32::try_from(number).ok()? - 1;
        ((0..12).contains(&index) && (1500..=2200).contains(&year)).then(|| Self(year * 12 + index))
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once('-')?;
        let digits = |part: &str, length| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        (digits(year, 4) && digits(number, 2)).then_some(())?;
        Self::new(year.parse().ok()?, number.parse().ok()?)
    }

    /// The month of a day, `YYYY-MM-DD`, whatever its month's length.
    pub fn of_day(text: &str) -> Option<Self> {
        let day = text.get(7..)?.strip_prefix('-').filter(|day| day.len() == 2)?;
        let fits = day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        Self::parse(text.get(..7)?).filter(|_| fits)
    }

    /// The month at `index`, as [`Month::index`] counts.
    pub const fn from_index(index: i32) -> Self {
        Self(index)
    }

    /// Months since January of year 0.
    pub const fn index(self) -> i32 {
        self.0
    }

    /// The calendar year.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month's number in its year, 1 to 12.
    pub const fn number(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    /// How many days it has.
    pub const fn days(self) -> i32 {
        let year = self.year();
        match self.number() {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// January of the same year.
    pub const fn january(self) -> Self {
        Self(self.year() * 12)
    }

    /// Every month from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

impl Add<i32> for Month {
    type Output = Self;
    fn add(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

impl Sub<i32> for Month {
    type Output = Self;
    fn sub(self, months: i32) -> Self {
        Self(self.0 - months)
    }
}

impl Sub for Month {
    type Output = i32;
    fn sub(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.number())
    }
}

/// A run of whole months: where it starts and how many it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first month.
    pub start: Month,
    /// How many months, at least 1.
    pub months: u16,
}

impl Period {
    /// A single month.
    pub const fn month(month: Month) -> Self {
        Self { start: month, months: 1 }
    }

    /// A calendar year.
    pub const fn year(year: i32) -> Self {
        Self { start: Month::from_index(year * 12), months: 12 }
    }

    /// January to `last`, both included.
    pub fn year_to_date(last: Month) -> Self {
        Self { start: last.january(), months: last.number() as u16 }
    }

    /// The `months` months that end with `last`.
    pub fn ending(last: Month, months: u16) -> Self {
        Self { start: last - (i32::from(months) - 1), months }
    }

    /// The last month.
    pub fn end(self) -> Month {
        self.start + (i32::from(self.months) - 1)
    }

    /// From this one's first month to the last of another.
    pub fn through(self, last: Self) -> Self {
        let months = last.end() - self.start + 1;
        Self { start: self.start, months: u16::try_from(months).unwrap_or(1) }
    }

    /// Whether it is one whole calendar year.
    pub fn is_year(self) -> bool {
        self.start.number() == 1 && self.months == 12
    }

    /// Whether it is one or more whole calendar years.
    pub fn is_whole_years(self) -> bool {
        self.start.number() == 1 && self.months.is_multiple_of(12)
    }

    /// Whether `month` lies within.
    pub fn contains(self, month: Month) -> bool {
        self.start <= month && month <= self.end()
    }

    /// Whether all its months are among those of another.
    pub fn is_within(self, other: Self) -> bool {
        other.start <= self.start && self.end() <= other.end()
    }

    /// The distance from `month` as a sort key: the months to its nearer end (0 if it contains the month),
    /// then whether it lies earlier, so that the later of two equally near periods comes first.
    pub fn nearness(self, month: Month) -> (i32, bool) {
        let away = (self.start - month).max(month - self.end()).max(0);
        (away, self.end() < month)
    }

    /// The same months, `years` earlier.
    pub fn years_before(self, years: i32) -> Self {
        Self { start: self.start - 12 * years, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or(Month(0))
    }

    #[test]
    fn of_two_periods_as_near_the_later_is_nearer() {
        let of =
            |start: &str, months| Period { start: month(start), months }.nearness(month("2022-12"));
        assert_eq!(of("2022-01", 12), (0, false));
        assert_eq!(of("2018-01", 12), (48, true));
        assert!(of("2023-01", 12) < of("2022-11", 1) && of("2022-11", 1) < of("2023-02", 1));
    }

    #[test]
    fn a_period_is_within_itself_and_what_is_longer_at_either_end() {
        let of = |start: &str, months| Period { start: month(start), months };
        let quarter = of("2024-04", 3);
        for (other, within) in [
            (quarter, true),
            (of("2024-01", 6), true),
            (of("2024-04", 9), true),
            (of("2024-05", 3), false),
            (of("2024-01", 5), false),
        ] {
            assert_eq!(quarter.is_within(other), within, "{other:?}");
        }
    }

    #[test]
    fn reads_only_real_months() {
        assert_eq!(month("2024-11").to_string(), "2024-11");
        for wrong in
            ["2024-13", "2024-00", "2024-1", "24-11", "2024", "2024-11-01", "+024-11", "１２"]
        {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn counts_across_years() {
        assert_eq!((month("2024-12") + 1).to_string(), "2025-01");
        assert_eq!((month("2024-01") - 1).to_string(), "2023-12");
        assert_eq!(month("2024-11") - month("2023-11"), 12);
    }
}
