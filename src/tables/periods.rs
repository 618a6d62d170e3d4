//! Which periods a table can show.

use std::collections::BTreeMap;

use crate::trade::{Month, Period};
use crate::util::{CollectVec as _, sort_by_key};

/// More periods than a list is read through.
const MOST: usize = 40;

/// The number of lines with a figure, by period.
pub type Known = BTreeMap<Period, usize>;

/// The period that a table begins with: the one under study, January and February together where it is one of
/// them, its year to date, its year, or else the nearest. Each must have at least a third of the lines of the best-covered period, because a table of two
/// rows among empty ones says little.
pub fn usual(known: &Known, studied: Period) -> Option<Period> {
    let most = known.values().copied().max()?;
    let full = |count: usize| count * 3 >= most;
    let end = studied.end();
    let joint = Period::year_to_date(end.january() + 1);
    let joint = if joint.contains(end) { joint } else { studied };
    let near = [studied, joint, Period::year_to_date(end), year(end)];
    let all = || known.iter().filter(|(_, count)| full(**count)).map(|(period, _)| *period);
    let nearest = || all().min_by_key(|own| (own.nearness(end), std::cmp::Reverse(own.months)));
    near.into_iter().find(|period| full(lines(known, *period))).or_else(nearest)
}

/// The periods a reader may choose, latest first: the one shown, the one under study with its year to date
/// and its year, whole years, and others with enough figures.
pub fn offered(known: &Known, studied: Period, shown: Period) -> Vec<Period> {
    let end = studied.end();
    let is_known = |period: &Period| lines(known, *period) > 0;
    let mut all = vec![shown];
    all.extend([studied, Period::year_to_date(end), year(end)].into_iter().filter(is_known));
    let mut years = known.keys().map(|period| year(period.start)).collect_vec();
    years.dedup();
    all.extend(years.into_iter().rev().filter(is_known));
    let mut rest = known.keys().copied().collect_vec();
    sort_by_key(&mut rest, |period| std::cmp::Reverse((period.end(), period.months)));
    all.extend(rest);
    let mut chosen: Vec<Period> = Vec::new();
    for period in all {
        if chosen.len() < MOST && !chosen.contains(&period) {
            chosen.push(period);
        }
    }
    sort_by_key(&mut chosen, |period| std::cmp::Reverse((period.end(), period.months)));
    chosen
}

fn year(month: Month) -> Period {
    Period { start: month.january(), months: 12 }
}

/// Of how many lines something is known of all of a period, at once or month by month: no more than of
/// its least known month.
fn lines(known: &Known, period: Period) -> usize {
    if let Some(count) = known.get(&period) {
        return *count;
    }
    let mut least = usize::MAX;
    let mut month = period.start;
    while month <= period.end() {
        let joint = Period { start: month, months: 2 };
        let joint_fits = joint.end() <= period.end();
        let alone = known.get(&Period::month(month)).map(|count| (*count, 1));
        let both = || known.get(&joint).filter(|_| joint_fits).map(|count| (*count, 2));
        let Some((count, length)) = alone.or_else(both) else { return 0 };
        least = least.min(count);
        month = month + length;
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i32, number: u32) -> Period {
        Period::month(Month::new(year, number).unwrap_or(Month::from_index(0)))
    }

    fn whole(year: i32) -> Period {
        super::year(Month::from_index(year * 12))
    }

    #[test]
    fn a_year_that_is_known_in_part_is_no_year() {
        let months = |year, last| (1..=last).map(move |number| (month(year, number), 5));
        let known: Known = months(2024, 12).chain(months(2025, 5)).collect();
        let may = month(2025, 5);
        assert_eq!(usual(&known, may), Some(may));
        let offered = offered(&known, may, may);
        let said = offered.iter().take(3).map(|period| period.long()).collect_vec();
        assert_eq!(said, ["January–May 2025", "May 2025", "April 2025"]);
        assert!(offered.contains(&whole(2024)) && !offered.contains(&whole(2025)), "{offered:?}");
    }

    #[test]
    fn of_whole_years_the_last_before_the_month_is_shown() {
        let known: Known = [2023, 2024, 2025].map(|year| (whole(year), 30)).into();
        assert_eq!(usual(&known, month(2026, 7)), Some(whole(2025)));
        assert_eq!(usual(&known, month(2024, 7)), Some(whole(2024)));
        assert_eq!(usual(&known, month(2020, 7)), Some(whole(2023)));
        assert_eq!(usual(&Known::new(), month(2020, 7)), None);
    }

    #[test]
    fn what_begins_soon_is_nearer_than_what_ended_long_ago() {
        let known: Known = [2018, 2023].map(|year| (whole(year), 30)).into();
        assert_eq!(usual(&known, month(2022, 12)), Some(whole(2023)));
        assert_eq!(usual(&known, month(2020, 6)), Some(whole(2018)));
    }

    #[test]
    fn a_month_of_few_lines_gives_way_to_a_year_of_many() {
        let known: Known = [(whole(2025), 30), (month(2026, 3), 4)].into();
        assert_eq!(usual(&known, month(2026, 3)), Some(whole(2025)));
        assert!(offered(&known, month(2026, 3), whole(2025)).contains(&month(2026, 3)));
    }
}
