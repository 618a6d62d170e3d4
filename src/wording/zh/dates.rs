//! 月份与时期。

use crate::trade::{Month, Period};

const NAMES: [&str; 12] =
    ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

/// A month's name, whatever its year.
pub fn name(month: Month) -> &'static str {
    NAMES.get(month.number() as usize - 1).copied().unwrap_or_default()
}

/// Several such months: `各年11月`.
pub fn plural(month: Month) -> String {
    format!("各年{}", name(month))
}

/// As short as the name itself.
pub fn short_name(month: Month) -> &'static str {
    name(month)
}

/// `2024年11月`.
pub fn long(month: Month) -> String {
    format!("{}年{}", month.year(), name(month))
}

/// As [`long`].
pub fn short(month: Month) -> String {
    long(month)
}

/// Several such periods, whatever their year.
pub fn plural_of_period(period: Period) -> String {
    format!("各年{}", within_a_year(period))
}

/// The same without the years: `11月`, `1—2月`; nothing of whole years.
pub(super) fn within_a_year(period: Period) -> String {
    match period.months {
        1 => name(period.start).to_owned(),
        12 if period.is_year() => String::new(),
        _ => months(period),
    }
}

/// `1—2月`.
fn months(period: Period) -> String {
    if period.start.year() != period.end().year() {
        return format!("{}—次年{}", name(period.start), name(period.end()));
    }
    format!("{}—{}", period.start.number(), name(period.end()))
}

/// `2024年11月`, `2024年1—11月`, `2024年`, `2023年12月—2024年2月`.
pub fn long_period(period: Period) -> String {
    let (start, end) = (period.start, period.end());
    if period.months == 1 {
        long(start)
    } else if period.is_whole_years() {
        match (start.year(), end.year()) {
            (first, last) if first == last => year(first),
            (first, last) => format!("{}年", years(first, last)),
        }
    } else if start.year() == end.year() {
        format!("{}年{}", start.year(), months(period))
    } else {
        format!("{}—{}", long(start), long(end))
    }
}

/// As [`long_period`].
pub fn short_period(period: Period) -> String {
    long_period(period)
}

/// A stretch of time between two periods: `2020年1月—2022年12月`, `2020—2022年`.
pub fn stretch(from: Period, to: Period) -> String {
    long_period(from.through(to))
}

/// A stretch of years, before a word that says `年`: `2019—2022`.
pub fn years(first: i32, last: i32) -> String {
    format!("{first}—{last}")
}

/// A year at a column's head: `2024年`.
pub fn year(year: i32) -> String {
    format!("{year}年")
}

/// A year where an axis begins it: `2024`.
pub fn year_tick(year: i32) -> String {
    year.to_string()
}

/// A month between two years of an axis.
pub fn month_tick(month: Month) -> &'static str {
    name(month)
}

/// A month where there is no room for more than its number.
pub fn month_letter(month: Month) -> &'static str {
    name(month).trim_end_matches('月')
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
        assert_eq!(long("2024-11"), "2024年1—11月");
        assert_eq!(long("2024-12"), "2024年");
        assert_eq!(long_period(Period::ending(month("2024-12"), 36)), "2022—2024年");
        assert_eq!(long_period(Period::ending(month("2024-02"), 3)), "2023年12月—2024年2月");
        assert_eq!(long_period(Period::month(month("2024-02"))), "2024年2月");
    }
}
