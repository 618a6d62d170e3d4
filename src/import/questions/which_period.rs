//! Which months a file's years and quarters are, where it does not say.

use crate::import::asking::Asking;
use crate::import::cells::dates::{self, Dates, is_fiscal, is_pair, period, plain_period};
use crate::import::cells::vocabulary::{holds, is_running, small};
use crate::import::columns::first_rows::Sample;
use crate::import::columns::mapping::{is_early_years, is_of_republic};
use crate::import::layouts::{Layout, Role, When};
use crate::util::Lower as _;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;

/// Whose months come first, which month a year begins with, and whether bare numbers are days.
pub fn periods(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, known: bool) {
    let columns = layout.figures();
    let running = |at: &usize| is_running(sample.name(*at));
    if !known && !columns.is_empty() && columns.iter().all(running) {
        layout.dates.cumulative = true;
        layout.supposed.extend(columns.first().map(|at| noticed::running(sample.name(*at))));
    }
    let years = layout.place(Role::Period).or(layout.place(Role::Year));
    layout.dates.republic = years.is_some_and(|at| is_of_republic(sample, at));
    let Some(at) = layout.place(Role::Period) else {
        if asking.asks() {
            headings(layout, sample, asking);
        }
        return;
    };
    let cells = sample.distinct(at, 400);
    // Any other than the plainest may be meant in two ways.
    if !asking.asks() {
        const FISCAL: &str = "fis|fy|fin|apr|财|財|会计|會計";
        let plain = |cell: &&str| plain_period(cell.as_bytes(), Dates::default()).is_some();
        asking.lacks |= !cells.iter().all(plain) || holds(&small(sample.name(at)), FISCAL);
        return;
    }
    let digits = |cell: &&str, length: usize| {
        let own = cell.strip_suffix(".0").unwrap_or(cell);
        own.len() == length && own.bytes().all(|byte| byte.is_ascii_digit())
    };
    let days = |cell: &&str| {
        let own = cell.strip_suffix(".0").unwrap_or(cell);
        digits(cell, 5) && own.parse().is_ok_and(|days: u32| (20_000..60_000).contains(&days))
    };
    if !layout.dates.republic && !cells.is_empty() && cells.iter().all(days) {
        layout.dates.serial = true;
        return;
    }
    layout.dates.early = is_early_years(sample, at);
    octobers(layout, sample, asking, at, &cells);
    // Days and months that one cell decides for all.
    let read = |month_first: bool, cell: &str| {
        period(cell.as_bytes(), Dates { month_first: Some(month_first), ..layout.dates })
    };
    let open = cells
        .iter()
        .any(|cell| period(cell.as_bytes(), layout.dates).is_none() && read(true, cell).is_some());
    if open {
        let parts = |cell: &str| -> Option<(u32, u32)> {
            let mut numbers = cell.split(['/', '-', ' ', '.']).map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        };
        let decided = cells.iter().filter_map(|cell| parts(cell)).find_map(|(one, other)| {
            match (one > 12, other > 12) {
                (true, false) => Some(false),
                (false, true) => Some(true),
                _ => None,
            }
        });
        // Where all days are the first of a month, that is the number that never changes: twelve days of
        // Januaries would be the other reading.
        let numbers: Vec<(u32, u32)> = cells.iter().filter_map(|cell| parts(cell)).collect();
        let ones = numbers.iter().all(|(_, other)| *other == 1);
        let firsts = numbers.iter().all(|(first, _)| *first == 1);
        let months =
            |month: u32| numbers.iter().any(|own| *own == (month, 1) || *own == (1, month));
        let monthly = (ones || firsts) && (1..=12).filter(|own| months(*own)).count() > 3;
        let decided = decided.or_else(|| monthly.then_some(ones));
        if decided.is_none() && !asking.may_ask() {
            return;
        }
        let month_first = decided.unwrap_or_else(|| {
            let told = |cell: &&&str| {
                let own = [true, false].map(|first| read(first, cell).map(|own| own.start));
                own.iter().all(Option::is_some) && own.first() != own.last()
            };
            let first = cells.iter().find(told).or(cells.first()).copied().unwrap_or_default();
            let said = |month_first| read(month_first, first).map(|found| found.start);
            let answer = asking.choose(
                "dates",
                if ones { "month-first" } else { "day-first" },
                &["month-first", "day-first"],
                words::dates(sample.name(at), first, said(true), said(false)),
            );
            answer == Some("month-first")
        });
        layout.dates.month_first = Some(month_first);
    }
    fiscal(layout, sample, asking, &cells, (at, known));
}

/// Whether `2020.1` is a January or an October whose zero was lost with the decimals it was taken for.
fn octobers(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    at: usize,
    cells: &[&str],
) {
    let behind = |cell: &&str| {
        let (own, month) = cell.split_once('.')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let months = matches!(month.len(), 1 | 2) && own.len() == 4 && digits(own) && digits(month);
        months.then(|| month.to_owned())
    };
    let months: Vec<String> = cells.iter().filter_map(behind).collect();
    let has = |own: &str| months.iter().any(|month| month == own);
    if !has("1") || months.len() < cells.len() {
        return;
    }
    let (padded, bare) = (
        months.iter().any(|own| own.starts_with('0')),
        months.iter().any(|own| own.len() == 1 && own != "1"),
    );
    // Months of one digit, and a tenth that has both of its own.
    if bare && has("10") || bare && !padded && !has("11") && !has("12") && !has("9") {
        return;
    }
    if padded && !bare {
        layout.dates.october = true;
        return;
    }
    if !asking.may_ask() {
        return;
    }
    let first = cells.iter().find(|cell| cell.ends_with(".1")).copied().unwrap_or_default();
    let said = |october: bool| {
        let dates = Dates { october, ..layout.dates };
        period(first.as_bytes(), dates).map(|found| found.start)
    };
    let values = ["january", "october"];
    let asked = words::dates(sample.name(at), first, said(false), said(true));
    layout.dates.october = asking.choose("october", values[0], &values, asked) == Some("october");
}

/// The month that the years of headings begin with, where they are written as two.
fn headings(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns: Vec<usize> = layout
        .sets
        .iter()
        .filter_map(|set| set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at)))
        .collect();
    // Where months stand before the years, they say when it begins: July - June 2023-24.
    let months = |name: &str| {
        name.split(|letter: char| !letter.is_alphabetic()).any(|word| {
            word.chars().count() > 2 && dates::year_and_month("2000", Some(word)).is_some()
        })
    };
    let open = |name: &&str| (is_pair(name) || is_fiscal(name)) && !months(name);
    let Some(name) = columns.iter().map(|at| sample.name(*at)).find(open) else { return };
    let answer = asking.ask("year", "4", &YEARS, words::year_of_header(name));
    match answer.parse() {
        Ok(number @ 1..=12) => {
            for set in &mut layout.sets {
                let at = set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at));
                if let When::Heading(own) = &mut set.when
                    && own.months == 12
                    && let Some(at) = at.filter(|at| open(&sample.name(*at)))
                {
                    // One that a number alone names and that is the calendar's is no earlier.
                    let later = if number == 1 && is_fiscal(sample.name(at)) { 12 } else { 0 };
                    own.start = own.start.january() + (number - 1 + later);
                }
            }
        }
        _ => asking.wrong("year", &answer, words::a_month_number()),
    }
}

/// The months that years begin with.
const YEARS: [&str; 4] = ["4", "7", "10", "1"];

/// The month that years begin with, where they are written as two.
fn fiscal(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    cells: &[&str],
    (at, known): (usize, bool),
) {
    let no_month = cells.iter().any(|cell| period(cell.as_bytes(), Dates::default()).is_none());
    // In a layout that is known, what could be a month is one.
    let paired =
        !cells.is_empty() && cells.iter().all(|cell| is_pair(cell)) && (!known || no_month);
    // One month of November 2010 is `2010-11`, too.
    let sure = paired && (cells.len() > 1 || no_month);
    let words =
        ["fiscal", "fy", "financial year", "財政", "财年", "会计年度", "april-march", "apr-mar"];
    let heading = format!("{} {}", sample.name(at), sample.title()).lower();
    let within = |text: &str| {
        words.iter().any(|word| {
            if *word == "fy" {
                text.split(|letter: char| !letter.is_alphabetic()).any(|own| own == "fy")
            } else {
                text.contains(word)
            }
        })
    };
    let whole = |cell: &&str| {
        period(cell.as_bytes(), Dates::default()).is_some_and(|found| found.months == 12)
    };
    let named = cells.iter().any(|cell| within(&cell.lower()))
        || within(&heading) && !cells.is_empty() && cells.iter().all(whole);
    if !paired && !named || !asking.may_ask() {
        return;
    }
    let first = cells.first().copied().unwrap_or_default();
    let month = (!named && !sure).then_some("month");
    let values: Vec<&str> = YEARS.into_iter().chain(month).collect();
    let asked = words::year(sample.name(at), first);
    let usual = match layout.reporter.as_deref() {
        Some("PAK" | "AUS" | "BGD" | "EGY" | "NPL") => "7",
        Some("USA" | "THA") => "10",
        _ => "4",
    };
    let answer = asking.ask("year", month.unwrap_or(usual), &values, asked);
    match answer.parse() {
        Ok(number @ 1..=12) => layout.dates.fiscal = Some(number),
        _ if answer == "month" => {}
        _ => asking.wrong("year", &answer, words::a_month_number()),
    }
}
