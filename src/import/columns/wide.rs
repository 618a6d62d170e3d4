//! Columns headed by periods, flows and measures: one row has many figures.

use super::first_rows::{Sample, months, years};
use crate::import::cells::cell_numbers::{is_absent, is_number};
use crate::import::cells::dates::{Dates, is_fiscal, is_pair, period, year_and_month};
use crate::import::cells::titles::only_year;
use crate::import::cells::vocabulary::{
    Named, OF_REPORT, SUM_OF, Way, What, YEAR_BEFORE, factor_in, flow_in, has_total, holds,
    is_running, is_unit, joined_month, money_in, named_total, rank, small, what,
};
use crate::import::layouts::{Layout, Role, Set, When};
use crate::trade::{Flow, Month, Period};
use crate::util::Lower as _;

/// The sets of columns whose names are periods, directions and measures; none where too few are.
pub fn wide(layout: &Layout, sample: &Sample) -> Vec<Set> {
    let year = only_year(&sample.titles).map(|year| (year, sample.period));
    let used: Vec<usize> = layout.used().collect();
    let mut found: Vec<Set> = Vec::new();
    let has_period = layout.place(Role::Period).is_some();
    let has_year = layout.place(Role::Year).is_some() || sample.yearless;
    let measured = layout.place(Role::Measure).is_some();
    let titled = titled(&sample.titles).filter(|_| !measured);
    let whole = sample.period.filter(|_| !has_period && !has_year);
    let whole = whole.filter(|own| beside_years(sample, &used, (year, *own)));
    let run = run_of_titles(&sample.titles);
    let lands = countries(sample, &used);
    if !lands.is_empty() {
        let dated = has_period || has_year || sample.period.is_some() || sample.undated;
        return if dated { by_country(sample, &lands, titled) } else { Vec::new() };
    }
    let kinds = column_kinds(sample);
    let mut kept: Vec<&Kind> = Vec::new();
    let mut columns = 0;
    for (at, name) in sample.header.iter().enumerate() {
        if used.contains(&at) || name.is_empty() || !is_figures(sample, at) {
            continue;
        }
        let named = when_of(name, has_year, year);
        // The same heading once more is another version, which is asked about.
        let again = sample.header.iter().take(at).any(|other| other == name);
        if again && named != When::Row {
            continue;
        }
        let when = match (named, whole) {
            (When::Row, Some(own)) if what(name, "").is_some() => When::Heading(own),
            (When::Heading(own), _) => When::Heading(within(own, run.as_ref())),
            (when, _) => when,
        };
        let flow = match flow_in(name) {
            Some(Way::Part) => continue,
            Some(Way::Flow(flow)) => Some(flow),
            None => None,
        };
        // Total exports stand before domestic ones of the same time.
        let better = |other: &String| {
            flow.is_some()
                && flow_in(other) == flow.map(Way::Flow)
                && rank(other) > rank(name)
                && money_in(other) == money_in(name)
                && when_of(other, has_year, year) == when
        };
        if sample.header.iter().any(better) {
            continue;
        }
        let what = match what(name, "") {
            Some(What::Other) => continue,
            Some(what) => what,
            None if when != When::Row || flow.is_some() => {
                titled.unwrap_or_else(|| What::Value(factor_in(name).unwrap_or(1.0)))
            }
            None => continue,
        };
        // A row has its own period, or the heading has it.
        let undated = !has_period && !has_year && !sample.undated;
        if when == When::Row && undated || when != When::Row && has_period {
            continue;
        }
        columns += 1;
        let same = |set: &&mut Set| set.when == when && set.flow == flow;
        // Of several of one period the first stands, and which is meant is asked.
        if let Some(own) = kinds.get(at).filter(|(own, ..)| when != When::Row && *own != When::Row)
        {
            if kept.contains(&own) {
                if alike(sample, &kinds, at).len() > MOST_ALIKE {
                    return Vec::new();
                }
                continue;
            }
            kept.push(own);
        }
        let place = found.iter_mut().find(|set| {
            same(set)
                && match what {
                    What::Value(_) => set.value.is_none(),
                    What::Quantity => set.second.is_none(),
                    _ => set.weight.is_none(),
                }
        });
        let set = match place {
            Some(set) => set,
            None => {
                found.push(Set { when, flow, ..Set::BLANK });
                let Some(set) = found.last_mut() else { continue };
                set
            }
        };
        match what {
            What::Value(factor) => set.value = Some((at, factor)),
            What::Weight(tonnes) => set.weight = Some((at, Some(tonnes))),
            What::Count(unit, each) => {
                (set.weight, set.count) = (Some((at, None)), Some((unit, each)));
            }
            _ if set.weight.is_some() => set.second = Some((at, layout.place(Role::QuantityUnit))),
            _ => (set.weight, set.unit) = (Some((at, None)), layout.place(Role::WeightUnit)),
        }
    }
    let monthly = found.iter().any(|set| matches!(set.when, When::Month(_)));
    if monthly {
        // The sum of the year stands beside its months; and months to come hold zeros.
        found.retain(|set| set.when != When::Row);
        let traded = |set: &Set| {
            let columns = [set.value.map(|(at, _)| at), set.weight.map(|(at, _)| at)];
            columns.into_iter().flatten().any(|at| {
                sample.cells(at).any(|cell| cell.bytes().any(|byte| (b'1'..=b'9').contains(&byte)))
            })
        };
        let last = found.iter().rposition(traded).map_or(0, |last| last + 1);
        if sample.whole {
            found.truncate(last);
        }
    }
    partial_years(&mut found, sample);
    // Two values for one cell are two versions, of which only a mapping tells the right one.
    let clear = found.iter().enumerate().all(|(at, set)| {
        !found.iter().skip(at + 1).any(|other| other.when == set.when && other.flow == set.flow)
    });
    if clear && columns > 0 { found } else { Vec::new() }
}

/// The most columns of one period among which a reader can choose.
const MOST_ALIKE: usize = 12;

/// What a heading says that its column is of: when, which way, and what is measured.
pub type Kind = (When, Option<Way>, Option<std::mem::Discriminant<What>>);

/// The kind of each column; a second quantity goes with the first.
pub fn column_kinds(sample: &Sample) -> Vec<Kind> {
    let year = only_year(&sample.titles).map(|year| (year, sample.period));
    let of = |name: &String| {
        let measured = what(name, "");
        let when = match measured {
            Some(What::Quantity) => When::Row,
            _ => when_of(name, false, year),
        };
        (when, flow_in(name), measured.map(|own| std::mem::discriminant(&own)))
    };
    sample.header.iter().map(of).collect()
}

/// The columns of figures that are of the same period and direction as another and measure the same: which of
/// them is meant only a reader knows.
pub fn alike(sample: &Sample, kinds: &[Kind], at: usize) -> Vec<usize> {
    let own = kinds.get(at).copied().filter(|(when, ..)| *when != When::Row);
    let ranked = |other: usize| {
        let flow = own.is_some_and(|(_, flow, _)| flow.is_some());
        !flow || rank(sample.name(other)) == rank(sample.name(at))
    };
    let same = |other: &usize| {
        sample.name(*other) == sample.name(at)
            || own.is_some()
                && kinds.get(*other).copied() == own
                && ranked(*other)
                && is_figures(sample, *other)
    };
    (0..sample.header.len()).filter(same).collect()
}

/// Leaves out the total of a year of which the table has some months or quarters and not all: it is the sum of
/// those.
fn partial_years(found: &mut Vec<Set>, sample: &Sample) {
    let months = |year: i32, flow: Option<Flow>| {
        let part = |set: &Set| match set.when {
            When::Heading(own) if own.months < 12 && own.start.year() == year => Some(own.months),
            _ => None,
        };
        found.iter().filter(|set| set.flow == flow).filter_map(part).sum::<u16>()
    };
    let partial = |set: &Set| match set.when {
        When::Heading(own) if own.is_year() => {
            let column = set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at));
            column.is_some_and(|at| has_total(sample.name(at)))
                && (1..12).contains(&months(own.start.year(), set.flow))
        }
        _ => false,
    };
    let kept: Vec<Set> = found.iter().filter(|set| !partial(set)).copied().collect();
    *found = kept;
}

/// The columns of figures that are headed by countries, where those are most of them; with the others that
/// nothing else is said of, as names that are no country’s.
pub fn countries(sample: &Sample, used: &[usize]) -> Vec<usize> {
    let other = |at: usize| {
        let name = sample.name(at);
        is_running(name)
            || flow_in(name).is_some()
            || named_total(name) == Some(Named::Perhaps)
            || what(name, "") == Some(What::Other)
            || period(name.as_bytes(), Dates::default()).is_some()
    };
    // A fraction is no month: 3.25.
    let dated = |at: usize| {
        let mut cells = sample.cells(at);
        cells.all(|cell| {
            period(cell.as_bytes(), Dates::default()).is_some()
                && (!is_number(cell) || matches!(cell.len(), 4 | 6) && !cell.contains(['.', ',']))
        })
    };
    let figures: Vec<usize> = (0..sample.header.len())
        .filter(|at| !sample.name(*at).is_empty() && !sample.is_lettered(*at))
        .filter(|at| is_figures(sample, *at) && !dated(*at))
        .collect();
    let headed = figures.iter().filter(|at| sample.is_headed(**at)).count();
    let single = |at: &&usize| {
        sample.lands.get(**at).is_some_and(|own| named_total(own) != Some(Named::World))
    };
    let singles = figures.iter().filter(|at| sample.is_headed(**at)).filter(single).count();
    if singles < 2 || headed * 5 < figures.len() * 3 {
        return Vec::new();
    }
    let known = |at: &usize| sample.is_headed(*at) || !used.contains(at) && !other(*at);
    figures.into_iter().filter(known).collect()
}

/// A set for each country that heads a column.
fn by_country(sample: &Sample, lands: &[usize], titled: Option<What>) -> Vec<Set> {
    let set = |at: &usize| {
        let name = sample.name(*at);
        let flow = match flow_in(name) {
            Some(Way::Flow(flow)) => Some(flow),
            _ => None,
        };
        let own = Set { country: Some(*at), flow, ..Set::BLANK };
        // A country’s name alone says nothing of what is measured.
        match flow.and_then(|_| what(name, "")).or(titled) {
            Some(What::Value(factor)) => Set { value: Some((*at, factor)), ..own },
            Some(What::Weight(tonnes)) => Set { weight: Some((*at, Some(tonnes))), ..own },
            Some(What::Count(unit, each)) => {
                Set { weight: Some((*at, None)), count: Some((unit, each)), ..own }
            }
            _ => Set { value: Some((*at, 1.0)), ..own },
        }
    };
    lands.iter().map(set).collect()
}

/// The months until which a line above the table says that figures run, and how it calls them: `cumulative,
/// January-June`, `January-June 2025, cumulative data`.
pub fn run_of_titles(titles: &[String]) -> Option<(Period, String)> {
    let run = |word: &str| {
        let (first, last) = word.split_once(['-', '–'])?;
        let long = |own: &str| own.chars().count() > 2 && own.chars().all(char::is_alphabetic);
        let found = run_of_months(&word.lower(), 2001, Dates::default())?;
        (long(first) && long(last) && (2..12).contains(&found.months))
            .then(|| (found, word.to_owned()))
    };
    // Whole years may stand beside them.
    let alone = |line: &&String| {
        years(line) < 2 && is_running(line) && !holds(&small(line), "annual|annuel|anual|yearly")
    };
    let mut found = titles.iter().filter(alone).filter_map(|line| {
        let line = line.replace(" - ", "-").replace(" – ", "-");
        line.split([' ', ',', '(', ')', ';', ':', '.']).find_map(run)
    });
    let first = found.next()?;
    found.all(|(own, _)| own == first.0).then_some(first)
}

/// The same months of a whole year, where the title names some.
fn within(own: Period, run: Option<&(Period, String)>) -> Period {
    match run {
        Some((run, _)) if own.is_year() => {
            Period { start: own.start + (run.start.number() as i32 - 1), months: run.months }
        }
        _ => own,
    }
}

/// Whether some columns are headed by other times than the title's: those that are not are of the title's.
fn beside_years(
    sample: &Sample,
    used: &[usize],
    (year, own): (Option<(u32, Option<Period>)>, Period),
) -> bool {
    let headed = sample
        .header
        .iter()
        .enumerate()
        .filter(|(at, name)| !used.contains(at) && !name.is_empty() && is_figures(sample, *at));
    let mut times = headed.map(|(_, name)| when_of(name, false, year));
    let mut any = false;
    let other = times.all(|when| {
        any |= when != When::Row;
        when != When::Heading(own)
    });
    any && other
}

/// What a heading says of the month that the title names: that it is of this month, or of all months until
/// then.
fn of_report(lower: &str, titled: Period) -> Option<Period> {
    let first = titled.start.january();
    if titled.months > 1 && titled.start != first || holds(lower, YEAR_BEFORE) || years(lower) > 0 {
        return None;
    }
    let last = titled.end();
    match (is_running(lower), holds(lower, OF_REPORT)) {
        (true, _) => Some(Period { start: first, months: (last - first) as u16 + 1 }),
        (false, true) => Some(Period::month(last)),
        (false, false) => None,
    }
}

/// The months that a heading begins with by their numbers, where the title's own is the last of them:
/// below `11.2024`, `11 Value` and `1 to 11 Value`.
fn until_title(name: &str, titled: Period) -> Option<Period> {
    let words: Vec<&str> = name.split(' ').collect();
    let (first, last) =
        [3, 1].into_iter().find_map(|length| months(&words.get(..length)?.join(" ")))?;
    let start = Month::new(titled.start.year(), first)?;
    let ends = titled.months == 1 && titled.start.number() == last;
    ends.then_some(Period { start, months: (last - first + 1) as u16 })
}

/// The weight or count that a line above the table says its figures are: `Indicators: QUANTITY_KG`,
/// `Exports of magnets, tonnes`.
pub fn titled(titles: &[String]) -> Option<What> {
    const LABELS: &str = "indicator|measure|unit|einheit|unidad|unité|单位|單位";
    titles.iter().find_map(|line| {
        let lower = small(line);
        let summed = SUM_OF.split('|').find_map(|words| lower.strip_prefix(words));
        let found = match (summed, line.split_once([':', '：'])) {
            (Some(rest), _) => what(rest, "")?,
            // A line of its own: `Miles de toneladas`.
            (None, None) if is_unit(line) && line.contains(char::is_alphabetic) => {
                what(line, line)?
            }
            (None, Some((label, said))) if holds(&small(label), LABELS) => what(said, said)?,
            (None, _) => {
                const IN: [&str; 4] = [" in ", " en ", " em ", " в "];
                let last = line.rsplit([',', '(', ';', '，', '（']).next().unwrap_or(line);
                let last = last.trim().trim_end_matches([')', '）']);
                let last = last.strip_prefix("in ").unwrap_or(last);
                // `Imports of nuts in tonnes`, `Importaciones de nueces en miles de toneladas`.
                let behind = IN.iter().find_map(|word| Some(last.rsplit_once(word)?.1));
                let last = behind.unwrap_or(last);
                what(last, last).filter(|_| is_unit(last) && last.contains(char::is_alphabetic))?
            }
        };
        matches!(found, What::Weight(_) | What::Count(..)).then_some(found)
    })
}

fn is_figures(sample: &Sample, at: usize) -> bool {
    let (mut good, mut all, mut any) = (0, 0, false);
    for cell in sample.cells(at).take(200) {
        all += 1;
        let own = is_number(cell);
        // Letters alone are flags, marks alone a month to come.
        any |= own || !cell.contains(char::is_alphabetic);
        good += usize::from(own || is_absent(cell.as_bytes()));
    }
    any && good * 4 >= all * 3
}

/// The months that a heading runs through: `Jan.-Jul. Value` is of seven, and not of the first.
fn run_of_months(lower: &str, year: u32, dates: Dates) -> Option<Period> {
    let run = |word: &str| period(format!("{word} {year}").as_bytes(), dates);
    lower.split(' ').filter(|word| word.contains(['-', '–'])).find_map(run)
}

/// The month that a heading names among other words.
fn named_month(lower: &str, year: u32) -> Option<Period> {
    let long = |word: &&str| word.chars().count() >= 3;
    let mut words = lower.split(|letter: char| !letter.is_alphabetic()).filter(long);
    words.find_map(|word| year_and_month(&year.to_string(), Some(word)))
}

/// Whether a number behind a word counts what it names, and no months: `Total 1 2016`.
fn is_kind(word: &str) -> bool {
    const KINDS: &str = "group|grp|type|series|version|variant|class|category|cat|plan|basis|section|part|level|hs|sitc|bec|isic|tier|phase|round|stage|case|scenario|method|model|table|no|nr|number|gruppe|reihe|teil|kategorie|tabelle|grupo|parte|serie|tipo|clase|série|groupe|catégorie|week|wk|kw|woche|semaine|semana|quarter";
    has_total(word) || KINDS.split('|').any(|own| own == word)
}

/// The period that a heading names: `2023`, `Imported value in 2021`, `Jan-25`, `Value-Jan`.
fn when_of(name: &str, has_year: bool, titled: Option<(u32, Option<Period>)>) -> When {
    let until = titled.and_then(|(_, own)| until_title(&name.lower(), own?));
    if let Some(found) = until.filter(|_| !has_year) {
        return When::Heading(found);
    }
    // A year of two numbers begins in April until that is answered.
    let dates =
        Dates { fiscal: Some(4).filter(|_| is_pair(name) || is_fiscal(name)), ..Dates::default() };
    if let Some(found) = period(name.as_bytes(), dates) {
        return When::Heading(found);
    }
    let lower = name.lower();
    // Months that a heading names by itself are not those of the title.
    let numbered = lower
        .split_once('月')
        .is_some_and(|(own, _)| own.ends_with(|own: char| own.is_ascii_digit()));
    let report = titled.filter(|_| !numbered).and_then(|(_, own)| of_report(&lower, own?));
    if let Some(found) = report.filter(|_| !has_year) {
        return When::Heading(found);
    }
    // `8月`, `1至8月累计`, `June` below a title of one year.
    if let Some((year, _)) = titled.filter(|_| !has_year && years(name) == 0) {
        let numbered = |word: &&str| {
            word.contains('月')
                && word.contains(|own: char| {
                    own.is_ascii_digit() || "一二三四五六七八九十".contains(own)
                })
        };
        let wide = lower.split(' ').find(numbered);
        let found = match wide {
            Some(word) => period(format!("{year}年{word}").as_bytes(), dates),
            None => run_of_months(&lower, year, dates).or_else(|| named_month(&lower, year)),
        };
        if let Some(found) = found.filter(|found| found.months < 12 || !lower.contains('%')) {
            return When::Heading(found);
        }
    }
    // A year until now, of which nobody says how much: no year.
    if is_running(&lower) {
        return When::Row;
    }
    // Without the words around it.
    let parts: Vec<&str> =
        lower.split([' ', ',', '(', ')', '_', ':', '|']).filter(|part| !part.is_empty()).collect();
    for length in (1..=parts.len().min(4)).rev() {
        for (at, window) in parts.windows(length).enumerate() {
            let text = window.join(" ");
            let before = at.checked_sub(1).and_then(|at| parts.get(at));
            let numbered =
                window.first().is_some_and(|own| own.parse().is_ok_and(|own: u8| own < 13));
            if numbered && before.is_some_and(|word| is_kind(word)) {
                continue;
            }
            if text.contains(|letter: char| letter.is_ascii_digit())
                && let Some(found) = period(text.as_bytes(), dates)
            {
                return When::Heading(found);
            }
        }
    }
    // `2024年1-3月` within words, and a year that runs together with them: `value2023`.
    let digits: Vec<&str> = lower
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .collect();
    if let [year] = digits.as_slice()
        && let Some(found) = period(year.as_bytes(), Dates::default())
    {
        return When::Heading(found);
    }
    if has_year {
        if let Some((_, Some(month))) = joined_month(name)
            && let Some(found) = year_and_month("2000", Some(month))
        {
            return When::Month(found.start.number());
        }
        // `1月`, and not the run from January to it.
        let numbered = lower.split(' ').find(|word| word.ends_with('月') && word.len() < 7);
        let numbered = numbered.and_then(|word| year_and_month("2000", Some(word)));
        let month = lower.split(|letter: char| !letter.is_alphabetic()).find_map(|word| {
            year_and_month("2000", Some(word)).filter(|_| word.chars().count() >= 3)
        });
        if let Some(found) = numbered.or(month) {
            return When::Month(found.start.number());
        }
    }
    When::Row
}
