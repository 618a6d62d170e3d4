//! Figures of part of a year in a column of years, as words beside the row, around the table or in the
//! file's name say.

use super::first_rows::Sample;
use crate::import::asking::Asking;
use crate::import::cells::dates::{self, length_named, part_named};
use crate::import::layouts::{Layout, Role, When, Within};
use crate::trade::Period;
use crate::util;
use crate::wording::say::import::preview;
use crate::wording::say::import::questions as words;

/// Where a part of a year is named: its months, its year where one stands beside it, and the words.
struct Named {
    months: (u32, u32),
    year: Option<i32>,
    words: String,
    beside: Option<(usize, String)>,
}

/// Asks whether years that a table has stand for the parts of them that words name.
pub fn ask(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let years = whole_years(layout, sample);
    let mut told: Vec<(Option<i32>, (u32, u32))> = Vec::new();
    for named in beside_rows(layout, sample).into_iter().chain(around(sample, &years)) {
        let year = named.year.or(if let [one] = years.as_slice() { Some(*one) } else { None });
        if year.is_some_and(|year| !years.contains(&year)) || years.is_empty() {
            continue;
        }
        // What was asked of one row holds for all that say the same, and what is said of rows for the year.
        let again = told.iter().any(|(own, months)| {
            *own == year && (*months == named.months || named.beside.is_none())
        });
        if told.iter().any(|(own, months)| *own == year && *months != named.months) {
            continue;
        }
        let id = year.map_or_else(|| "months".to_owned(), |year| format!("months:{year}"));
        let (first, last) = named.months;
        let run = format!("{first}-{last}");
        let start = year.unwrap_or_else(|| years.first().copied().unwrap_or_default());
        let own = Within { beside: named.beside, year, months: named.months };
        if !again {
            told.push((year, named.months));
            let Some(january) = crate::trade::Month::new(start, 1) else { continue };
            let part = preview::period(own.of(Period { start: january, months: 12 }));
            let asked = words::part_of_year(&named.words, year, &part, own.beside.is_some());
            asking.ask(&id, &run, &[run.as_str(), "year"], asked);
        }
        match asking.said.get(&id) {
            Some("year") => {}
            None | Some("likely") => layout.within.push(own),
            Some(answer) => match months(answer) {
                Some(months) => layout.within.push(Within { months, ..own }),
                None => asking.wrong(&id, answer, &words::one_of(&[run.as_str(), "year"])),
            },
        }
    }
    for set in &mut layout.sets {
        if let When::Heading(own) = set.when {
            let all = layout.within.iter().filter(|own| own.beside.is_none());
            set.when = When::Heading(all.fold(own, |period, part| part.of(period)));
        }
    }
}

/// The first and the last month that an answer names by their numbers: `1-6`.
fn months(answer: &str) -> Option<(u32, u32)> {
    let (first, last) = answer.split_once('-')?;
    let (first, last): (u32, u32) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    ((1..=12).contains(&first) && (first..=12).contains(&last)).then_some((first, last))
}

/// The calendar years that a table has, of which nothing but the year is said.
fn whole_years(layout: &Layout, sample: &Sample) -> Vec<i32> {
    let whole = |own: &Period| own.is_year();
    let shorter = |at| sample.distinct(at, 8).into_iter().any(|own| length_named(own) != Some(12));
    let monthly =
        layout.place(Role::Month).is_some() || layout.place(Role::Months).is_some_and(shorter);
    let months = layout.sets.iter().any(|set| matches!(set.when, When::Month(_)));
    if monthly || months || layout.quarter.is_some() || layout.years_above {
        return Vec::new();
    }
    let column = layout.place(Role::Period).or(layout.place(Role::Year));
    let cells = column.map(|at| sample.distinct(at, 400)).unwrap_or_default();
    let read = |cell: &str| {
        let own = cell.strip_suffix(".0").unwrap_or(cell);
        dates::period(own.as_bytes(), layout.dates)
    };
    let headed = layout.sets.iter().filter_map(|set| match set.when {
        When::Heading(own) => Some(own),
        _ => None,
    });
    let all: Vec<Period> = cells.into_iter().filter_map(read).chain(headed).collect();
    // Beside months a year is the sum of them.
    if !all.iter().all(|own| own.months == 12) {
        return Vec::new();
    }
    let mut years: Vec<i32> =
        all.iter().filter(|own| whole(own)).map(|own| own.start.year()).collect();
    util::sort_unique(&mut years);
    years
}

/// What the free words of rows say of their years.
fn beside_rows(layout: &Layout, sample: &Sample) -> Vec<Named> {
    let Some(at) = layout.place(Role::Period).or(layout.place(Role::Year)) else {
        return Vec::new();
    };
    let used: Vec<usize> = layout.used().collect();
    let year = |row: &Vec<String>| {
        let cell = row.get(at)?;
        dates::period(cell.as_bytes(), layout.dates).map(|own| own.start.year())
    };
    let mut found: Vec<Named> = Vec::new();
    for other in (0..sample.header.len()).filter(|own| !used.contains(own)) {
        for row in &sample.rows {
            let Some(words) = row.get(other).filter(|own| !own.is_empty()) else { continue };
            let known = |own: &Named| own.beside.as_ref().is_some_and(|(_, word)| word == words);
            let Some(own) = year(row).filter(|_| !found.iter().any(known)) else { continue };
            let named = part_named(words).filter(|(_, said)| said.is_none_or(|said| said == own));
            found.extend(named.map(|(months, _)| Named {
                months,
                year: Some(own),
                words: words.clone(),
                beside: Some((other, words.clone())),
            }));
        }
    }
    found
}

/// What the lines around the table and the file's name say.
fn around(sample: &Sample, years: &[i32]) -> Vec<Named> {
    let titles = sample.titles.iter().map(|line| (line, true));
    let others = sample.notes.iter().chain([&sample.file]).map(|line| (line, false));
    let mut found: Vec<Named> = Vec::new();
    // A note or a name says of which year it is, unless there is one alone.
    for (line, titled) in titles.chain(others) {
        let Some((months, year)) = part_named(line) else { continue };
        if year.is_some() || titled || years.len() == 1 {
            found.push(Named { months, year, words: line.trim().to_owned(), beside: None });
        }
    }
    found
}
