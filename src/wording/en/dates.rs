//! Months and periods.

use crate::trade::{Month, Period};

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month's name, whatever its year.
pub fn name(month: Month) -> &'static str {
    NAMES.get(month.number() as usize - 1).copied().unwrap_or_default()
}

/// Whether words begin with the name of a month.
pub(super) fn leads(words: &str) -> bool {
    NAMES.iter().any(|name| words.starts_with(name))
}

/// The name of several such months: `Marches`, `Novembers`.
pub fn plural(month: Month) -> String {
    match month.number() {
        1 => "Januaries".to_owned(),
        2 => "Februaries".to_owned(),
        3 => "Marches".to_owned(),
        _ => format!("{}s", name(month)),
    }
}

/// The first three letters of the name.
pub fn short_name(month: Month) -> &'static str {
    name(month).get(..3).unwrap_or_default()
}

/// `November 2024`.
pub fn long(month: Month) -> String {
    format!("{} {}", name(month), month.year())
}

/// `Nov 2024`.
pub fn short(month: Month) -> String {
    format!("{} {}", short_name(month), month.year())
}

/// The name of several such periods, whatever their year.
pub fn plural_of_period(period: Period) -> String {
    match period.months {
        1 => plural(period.start),
        12 if period.is_year() => "years".to_owned(),
        _ => format!("{}–{} periods", name(period.start), name(period.end())),
    }
}

/// `November 2024`, `January–November 2024`, `2024`, or `December 2023–February 2024`.
pub fn long_period(period: Period) -> String {
    let (start, end) = (period.start, period.end());
    if period.months == 1 {
        long(start)
    } else if period.is_whole_years() {
        stretch_of_years(start.year(), end.year())
    } else if start.year() == end.year() {
        format!("{}–{} {}", name(start), name(end), end.year())
    } else {
        format!("{}–{}", long(start), long(end))
    }
}

/// As [`long_period`], with months cut to three letters.
pub fn short_period(period: Period) -> String {
    let (start, end) = (period.start, period.end());
    if period.months == 1 {
        short(start)
    } else if period.is_whole_years() {
        stretch_of_years(start.year(), end.year())
    } else if start.year() == end.year() {
        format!("{}–{} {}", short_name(start), short_name(end), end.year())
    } else {
        format!("{}–{}", short(start), short(end))
    }
}

/// A stretch of time between two periods, in short: `Jan 2020–Dec 2022`.
pub fn stretch(from: Period, to: Period) -> String {
    short_period(from.through(to))
}

fn stretch_of_years(first: i32, last: i32) -> String {
    if first == last { year(first) } else { years(first, last) }
}

/// A stretch of years: `2019–2022`.
pub fn years(first: i32, last: i32) -> String {
    format!("{first}–{last}")
}

/// A year at a column's head: `2024`.
pub fn year(year: i32) -> String {
    year.to_string()
}

/// A year where an axis begins it: `2024`.
pub fn year_tick(year: i32) -> String {
    year.to_string()
}

/// A month between two years of an axis: `May`.
pub fn month_tick(month: Month) -> &'static str {
    short_name(month)
}

/// A month where there is room for a letter: `M`.
pub fn month_letter(month: Month) -> &'static str {
    name(month).get(..1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or(Month::from_index(0))
    }

    #[test]
    fn periods_name_themselves() {
        let long = |last| long_period(Period::year_to_date(month(last)));
        assert_eq!(long("2024-11"), "January–November 2024");
        assert_eq!(long("2024-12"), "2024");
        assert_eq!(long_period(Period::ending(month("2024-12"), 36)), "2022–2024");
        assert_eq!(short_period(Period::ending(month("2024-02"), 3)), "Dec 2023–Feb 2024");
        assert_eq!(long_period(Period::month(month("2024-02"))), "February 2024");
    }
}
