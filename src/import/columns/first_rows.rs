//! A file's first rows: its delimiter, its header line, and the lines above it.

use std::collections::BTreeSet;

use super::column_names::{is_heading, is_hint};
use super::file_kind::names;
use crate::import::ASKS;
use crate::import::bytes::records::{Broken, Record, Splitter, Stop};
use crate::import::cells::cell_numbers::is_number;
use crate::import::cells::dates::{
    Dates, bare_year, is_pair, period, plain_period, year_and_month,
};
use crate::import::cells::titles::Titles;
use crate::import::cells::vocabulary::{
    Way, factor_in, flow_in, holds, is_unit, money_in, named_total, small,
};
use crate::import::layouts::{self, Role, known, plain};
use crate::import::refusal::Refusal;
use crate::trade::{Flow, Period};
use crate::util;
use crate::wording::facts::Column;
use crate::wording::say::import::refusals;

/// How many rows are looked at to tell what a file's columns hold.
pub const MOST: usize = 2000;

/// How far down a header is looked for.
const DEEPEST: usize = 40;

/// An office of a country's, and where it is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub code: String,
    pub words: String,
    /// The column that names it in all rows.
    pub column: Option<usize>,
}

/// What a file begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    pub separator: u8,
    /// The lines above the header.
    pub titles: Vec<String>,
    pub header: Vec<String>,
    /// The columns whose cells are mostly names of countries.
    pub countries: Vec<usize>,
    /// What countries are called that stand beside their mainland: they hold more than it.
    pub mainlands: Vec<(String, bool)>,
    /// The office that the lines around the table or all rows name.
    pub office: Option<Office>,
    /// Whether numbers beside names of countries are those that the United Nations give them.
    pub numbered: bool,
    /// The columns whose cells are numbers of countries in the Census Bureau's Schedule C.
    pub census: Vec<usize>,
    /// The columns whose cells are numbers of countries in the European Union's list, and not all in ISO's.
    pub geonom: Vec<usize>,
    /// The only month, year or run of months that the lines above the table name.
    pub period: Option<Period>,
    /// What the file's own name says.
    pub called: Titles,
    /// The direction that the name of the file or of its sheet speaks of.
    pub flow: Option<Way>,
    /// The direction that the sheet is named for, and its name.
    pub sheet: Option<(Flow, String)>,
    /// Years that stand alone above rows: the place of the row that each stands above.
    pub years: Vec<(usize, u32)>,
    /// How many records stand before the first row, the header among them.
    pub before: usize,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// The line that each of them stands in; none where they were put together from others.
    pub lines: Vec<usize>,
    /// Whether they were taken from all of the file, and not from its beginning.
    pub whole: bool,
    /// Why nothing is read after the first rows, where something is broken there.
    pub broken: Option<String>,
    /// The lines of words below the header.
    pub notes: Vec<String>,
    /// Whether no line seems to name the columns: they have letters instead.
    pub bare: bool,
    /// The columns that are headed by a country, by all of them or by a group of them: the words for it, which
    /// others may stand around, `exports_to_china`; blank for all other columns.
    pub lands: Vec<String>,
    /// The columns of countries some of which have a money of their own that is not the euro.
    pub beyond: Vec<usize>,
    /// Whether no column, heading or title says when, though it is a table of trade.
    pub undated: bool,
    /// The file's own name, as words.
    pub file: String,
    /// The only month or year that the file's own name speaks of.
    pub named: Option<Period>,
    /// Whether it has months, and nothing says of which year.
    pub yearless: bool,
    /// The first columns, where a blank stands for the cell above, as merged cells leave it.
    pub merged: Vec<usize>,
    /// Whether a row right of such blanks is the total of all groups, and of none.
    pub grand: bool,
}

impl Sample {
    /// The cells of a column that are not blank.
    pub fn cells(&self, at: usize) -> impl Iterator<Item = &str> + Clone {
        let own = self.rows.iter().filter_map(move |row| row.get(at)).map(String::as_str);
        own.filter(|cell| !cell.is_empty())
    }

    /// The cells of a column, each once, at most `most` of them.
    pub fn distinct(&self, at: usize, most: usize) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for cell in self.cells(at) {
            if found.len() > most {
                break;
            }
            if !found.contains(&cell) {
                found.push(cell);
            }
        }
        found
    }

    /// What stands above the table, as one text.
    pub fn title(&self) -> String {
        self.titles.join(" | ")
    }

    /// The same with what the lines below it say in parts that hold one of these words.
    pub fn said(&self, words: &str) -> String {
        let parts = self.notes.iter().flat_map(|line| line.split([';', '；', '。', ',']));
        let parts = parts.filter(|part| holds(&small(part), words)).map(str::trim);
        let own = self.titles.iter().map(String::as_str);
        own.chain(parts).collect::<Vec<_>>().join(" | ")
    }

    /// The head of a column; empty where there is none.
    pub fn name(&self, at: usize) -> &str {
        self.header.get(at).map_or("", String::as_str)
    }

    /// The direction that a column's name speaks of. `Importe` is an amount in Spanish, and imports in German: where
    /// no other heading is German, it says nothing.
    pub fn way(&self, at: usize) -> Option<Way> {
        const GERMAN: &str = "land|länder|jahr|monat|ware|waren|wert|menge|gewicht|zeit|exporte|ausfuhr|einfuhr|datum|partner|partnerland";
        let words = |name: &str| small(name).replace(|own: char| !own.is_alphabetic(), " ");
        let german = |name: &String| {
            words(name).split(' ').any(|word| GERMAN.split('|').any(|own| own == word))
        };
        let name = words(self.name(at));
        let amount = |word: &str| matches!(word, "importe" | "importes" | "importi");
        if name.split(' ').any(amount) && !self.header.iter().any(german) {
            let rest: Vec<&str> = name.split(' ').filter(|word| !amount(word)).collect();
            return flow_in(&rest.join(" "));
        }
        flow_in(self.name(at))
    }

    /// Whether a column has no heading and is called by its letter.
    pub fn is_lettered(&self, at: usize) -> bool {
        Column::named(self.name(at)).is_lettered()
    }

    /// Whether a column is headed by a country.
    pub fn is_headed(&self, at: usize) -> bool {
        self.lands.get(at).is_some_and(|land| !land.is_empty())
    }
}

/// A record of the sample and how many records stand before it.
pub type Placed = (usize, Vec<String>);

/// Reads a file's first bytes as a table; `whole` says that they are all of it, `named` that somebody knows
/// its first line to name the columns, `known_only` that its first line names those of a known layout, or it is
/// not read.
pub fn sampled(text: &[u8], whole: bool, named: bool, known_only: bool) -> Result<Sample, Refusal> {
    let known_only = known_only || !ASKS;
    let mut parted = false;
    let mut best: Option<(usize, Sample)> = None;
    let mut problem: Option<Refusal> = None;
    for separator in [b',', b';', b'\t', b'|'] {
        let mut rows: Vec<Placed> = Vec::new();
        let mut count = 0;
        let mut splitter = Splitter::new(separator);
        let mut keep = |record: Record<'_>| {
            if rows.len() < MOST && !record.is_blank() {
                rows.push((count, (0..record.len()).map(|at| record.text(at)).collect()));
            }
            count += 1;
        };
        let fed = splitter.feed(text, &mut keep);
        if known_only {
            // The last row may go on.
            let _ = fed.and_then(|()| if whole { splitter.end(&mut keep) } else { Ok(()) });
            match known_at(&rows) {
                None => continue,
                Some(0) => {
                    let found = headed(separator, rows, named, true);
                    return found.map(|(_, sample)| sample).ok_or(Refusal::NeedsAsking);
                }
                Some(_) => return Err(Refusal::NeedsAsking),
            }
        }
        // A head that ends within a row is no fault; one that is a row and no more may be a file.
        let ended = if whole { splitter.end(&mut keep) } else { Ok(()) };
        let broken = fed.and(ended).err().map(|Stop { line, broken }| match broken {
            Broken::Endless => refusals::endless_line(line),
            Broken::Wide => refusals::wide_line(line),
            Broken::Unclosed => refusals::open_quote(line),
        });
        // What breaks after the header is told when the rows before it have been read.
        if let Some(reason) = broken.as_ref().filter(|_| rows.is_empty()) {
            problem.get_or_insert(Refusal::Foreign(reason.clone()));
            continue;
        }
        parted |= rows.iter().filter(|(_, row)| filled(row) > 1).count() > 1;
        let Some((score, mut sample)) = headed(separator, rows, named, false) else { continue };
        sample.broken = broken;
        if best.as_ref().is_none_or(|(own, _)| score > *own) {
            best = Some((score, sample));
        }
    }
    match best {
        _ if known_only => Err(Refusal::NeedsAsking),
        Some((_, sample)) => Ok(sample),
        None => Err(problem.unwrap_or_else(|| {
            let reason = if parted { refusals::no_header() } else { refusals::no_columns() };
            Refusal::Foreign(reason.to_owned())
        })),
    }
}

/// How many of a row's cells are none but blank.
pub fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// Makes one row of names out of rows that describe the columns below, each with a label in front, as offices
/// have them above series of months: what it is, its unit, how it is adjusted.
fn described(rows: &mut Vec<Placed>) {
    let dated = |row: &[String]| {
        row.first().is_some_and(|cell| is_date(cell))
            && row.iter().skip(1).any(|cell| is_number(cell))
    };
    let Some(first) = rows.iter().take(DEEPEST).position(|(_, row)| dated(row)) else { return };
    let width = rows.get(first).map_or(0, |(_, row)| row.len());
    let full = |row: &[String]| {
        row.len() == width && row.iter().skip(1).all(|cell| !cell.is_empty()) && width > 1
    };
    let count = rows.iter().take(first).rev().take_while(|(_, row)| full(row)).count();
    let from = first - count;
    let block = rows.get(from..first).unwrap_or_default();
    let numbers = |row: &[String]| row.iter().skip(1).all(|cell| is_number(cell) || is_date(cell));
    // A line of years over one of measures is no description.
    if count < 4 || !block.iter().any(|(_, row)| numbers(row)) {
        return;
    }
    let telling = |row: &[String]| {
        let cells = || row.iter().skip(1);
        let same = cells().all(|cell| Some(cell) == row.get(1));
        let serial =
            |cell: &String| !cell.contains(' ') && cell.bytes().any(|own| own.is_ascii_digit());
        let unit = || cells().any(|cell| factor_in(cell).is_some() || is_unit(cell));
        !numbers(row) && !cells().all(serial) && (!same || unit())
    };
    let mut names = vec![String::new(); width];
    for (_, row) in block.iter().filter(|(_, row)| telling(row)) {
        for (name, cell) in names.iter_mut().zip(row).skip(1) {
            *name = format!("{name} {cell}").trim().to_owned();
        }
    }
    let place = rows.get(first - 1).map_or(0, |(place, _)| *place);
    rows.splice(from..first, [(place, names)]);
}

/// Makes one row of names out of a row of names and one of quarters below it, which one of the names spans: the names
/// behind that one stand above their columns, or right behind it where the cells that it spans were left out.
pub fn spanned(rows: &mut Vec<Placed>) {
    const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];
    let mut at = 0;
    while at + 1 < rows.len() {
        let joined = rows.get(at).zip(rows.get(at + 1)).and_then(|((_, names), (_, below))| {
            let first = below.iter().position(|cell| !cell.is_empty())?;
            let own = below.get(first..first + QUARTERS.len())?;
            let quarters = own.iter().zip(QUARTERS).all(|(cell, quarter)| cell == quarter);
            let head = names.get(first).filter(|head| !head.is_empty())?;
            if !quarters || filled(below) > QUARTERS.len() || filled(names) < 3 {
                return None;
            }
            let behind = names.get(first + 1..)?;
            let more = QUARTERS.len() - 1;
            // Cells that were left out are lacking before the end.
            let apart = behind.iter().take(more).all(String::is_empty);
            let ends = behind.iter().rev().take_while(|cell| cell.is_empty()).count();
            let behind = if apart { behind.get(more..)? } else { behind };
            let cut = if apart || ends < more { 0 } else { more };
            let behind = behind.get(..behind.len() - cut)?;
            let spans = QUARTERS.iter().map(|quarter| format!("{head} {quarter}"));
            let before = names.iter().take(first).cloned();
            Some(before.chain(spans).chain(behind.iter().cloned()).collect::<Vec<String>>())
        });
        if let Some(joined) = joined {
            let place = rows.get(at + 1).map_or(0, |(place, _)| *place);
            rows.splice(at..at + 2, [(place, joined)]);
        }
        at += 1;
    }
}

/// Makes one row of names out of rows above one another of which one has years, one perhaps their months or quarters, and
/// the others say what is measured or which way, as turned tables have them; a row of labels may stand below them.
fn leveled(rows: &mut Vec<Placed>) {
    let mut places = (0..rows.len().min(DEEPEST)).flat_map(|at| [4, 3, 2].map(|count| (at, count)));
    let found = places.find_map(|(at, count)| {
        let (count, names) = leveled_at(rows, at, count)?;
        Some((at..at + count, names))
    });
    if let Some((block, names)) = found {
        let place = rows.get(block.end - 1).map_or(0, |(place, _)| *place);
        rows.splice(block, [(place, names)]);
    }
}

/// How many rows from one on are such levels, and the names that they make; the first `count` of them have no labels
/// alone.
fn leveled_at(rows: &[Placed], at: usize, count: usize) -> Option<(usize, Vec<String>)> {
    let row = |at: usize| rows.get(at).map(|(_, row)| row.as_slice());
    let block: Vec<&[String]> = (at..at + count).map(row).collect::<Option<_>>()?;
    let year = |cell: &str| year_alone([cell].into_iter()).is_some();
    let numbered = |cell: &str| cell.parse().is_ok_and(|own: u32| (1..=12).contains(&own));
    let part = |cell: &str| {
        let named = || period(format!("{cell} 2000").as_bytes(), Dates::default());
        let spans = |own: Period| own.months < 12 || cell.contains(['-', '–']);
        numbered(cell) || !is_number(cell) && named().is_some_and(spans)
    };
    // The first column of a level that is all of one kind behind its label; a change may stand behind it.
    let first = |row: &[String], test: &dyn Fn(&str) -> bool| {
        let row = row.get(..=row.iter().rposition(|cell| test(cell))?)?;
        let open = row.iter().rposition(|cell| !cell.is_empty() && !test(cell));
        let first = (open.map_or(0, |at| at + 1)..row.len())
            .find(|at| row.get(*at).is_some_and(|cell| !cell.is_empty()))?;
        (filled(row.get(first..)?) > 1).then_some(first)
    };
    let years = block.iter().position(|row| first(row, &year).is_some())?;
    let months = block.iter().position(|row| first(row, &part).is_some());
    let first = match months {
        Some(at) => first(block.get(at)?, &part)?,
        None => first(block.get(years)?, &year)?,
    };
    let figures = |row: &[String]| row.iter().skip(first).any(|cell| is_number(cell));
    let below = |at: usize| row(at).filter(|row| row.len() >= first);
    let labels = below(at + count)
        .filter(|row| filled(row) > 0 && row.iter().skip(first).all(String::is_empty));
    let data = below(at + count + usize::from(labels.is_some()))?;
    let is_label = |cell: &String| is_hint(Role::Month, &plain(cell)) || cell.is_empty();
    // Numbers may be figures of the first row.
    let told = months.and_then(|at| block.get(at)).is_none_or(|row| {
        labels.is_some()
            || row.first().is_some_and(is_label)
            || !row.iter().skip(first).any(|cell| numbered(cell))
    });
    let named = |(at, row): (usize, &&[String])| {
        at == years
            || Some(at) == months
            || row.get(first).is_some_and(|cell| !cell.is_empty())
                && !figures(row)
                // A label and what it labels are a title.
                && (filled(row) > 2 || row.first().is_some_and(String::is_empty))
    };
    if count + usize::from(labels.is_some()) < 3
        || first == 0
        || !told
        || !figures(data)
        || data.first().is_none_or(String::is_empty)
        || !block.iter().enumerate().all(named)
    {
        return None;
    }
    let width = block.iter().map(|row| row.len()).max()?;
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    // A blank goes on with what stands left of it.
    let spread = |row: &[String], at: usize| {
        let own = (first..=at).rev().map(|at| cell(row, at)).find(|own| !own.is_empty());
        own.unwrap_or_default()
    };
    let name = |at: usize| {
        if at < first {
            let lowest = || block.iter().rev().map(|row| cell(row, at)).find(|own| !own.is_empty());
            return labels.map_or_else(|| lowest().unwrap_or_default(), |row| cell(row, at));
        }
        let year = block.get(years).map(|row| spread(row, at)).unwrap_or_default();
        let month = months.and_then(|own| block.get(own)).map(|row| cell(row, at));
        let when = match month.unwrap_or_default() {
            month if month.is_empty() => year,
            month if numbered(&month) => format!("{year}-{month:0>2}"),
            month => format!("{month} {year}"),
        };
        let words = block.iter().enumerate().filter(|(at, _)| *at != years && Some(*at) != months);
        words.map(|(_, row)| spread(row, at) + " ").collect::<String>() + &when
    };
    Some((count + usize::from(labels.is_some()), (0..width).map(name).collect()))
}

/// Where the first row stands that names the columns of a known layout, or those of a table of names.
fn known_at(rows: &[Placed]) -> Option<usize> {
    let known = |(_, row): &Placed| known(row).is_some() || names(row).is_some();
    rows.iter().take(DEEPEST).position(known)
}

/// Finds the header among the rows; answers with how well they make a table, too.
fn headed(
    separator: u8,
    mut rows: Vec<Placed>,
    named: bool,
    known_first: bool,
) -> Option<(usize, Sample)> {
    let known_first = known_first || !ASKS;
    let known_at = if known_first || known_at(&rows) == Some(0) {
        Some(0)
    } else {
        described(&mut rows);
        spanned(&mut rows);
        leveled(&mut rows);
        known_at(&rows)
    };
    let width = usual_width(&rows);
    if known_at.is_none() && width < 2 {
        return None;
    }
    let found = known_at.or_else(|| likely_header(&rows, width));
    // Where nothing is like a header, the first row of the usual width may be a row like others.
    let first =
        || rows.iter().position(|(_, row)| row.len() == width && filled(row) * 5 >= width * 3);
    let likely = found.or_else(first).unwrap_or_default();
    let bare = known_at.is_none() && !named && is_bare(&rows, likely);
    let mut at = if bare { likely } else { found.unwrap_or_default() };
    if bare && let Some((start, letters)) = first_row(&rows, at) {
        // Letters head the columns, and the first row stays one.
        let before = rows.get(start).map_or(0, |(place, _)| *place);
        rows.insert(start, (before.wrapping_sub(1), letters));
        at = start;
    }
    let header_width = rows.get(at).map_or(0, |(_, row)| row.len());
    // A mark at the end of each line makes one cell more.
    let alike = |(_, row): &&Placed| row.len() == header_width || row.len() == header_width + 1;
    let alike = rows.iter().skip(at).take(200).filter(alike).count();
    let score =
        if known_at.is_some() { usize::MAX / 2 } else { alike * header_width.saturating_sub(1) };
    // A line of names is better than none.
    let score = if bare { score / 2 } else { score };
    if score == 0 || known_at.is_none() && rows.get(at).is_none_or(|(_, row)| filled(row) < 2) {
        return None;
    }
    let mut header: Vec<String> = rows.get(at).map(|(_, row)| row.clone()).unwrap_or_default();
    let mut titles: Vec<String> = Vec::new();
    for (place, (line, row)) in rows.iter().take(at).enumerate() {
        // A line right above names groups of columns: years over measures, or the other way round.
        if place + 1 == at
            && known_at.is_none()
            && !is_title(row, *line, rows.get(at))
            && is_upper(row, &header)
        {
            header = joined(row, &header);
        } else {
            titles.push(title(row));
        }
    }
    // What stands below the same names once more, behind a line of its own, is of another table.
    let own = rows.get(at).map(|(_, row)| row.clone()).unwrap_or_default();
    let row = |at: usize| rows.get(at).map(|(_, row)| row);
    let behind = |at: &usize| {
        row(*at) == Some(&own)
            && row(at - 1).is_some_and(|line| {
                filled(line) < 3
                    && !line.iter().any(|cell| is_number(cell))
                    && flow_in(&title(line)).is_some()
                    && !titles.contains(&title(line))
            })
    };
    if let Some(next) = (at + 2..rows.len()).find(behind) {
        rows.truncate(next - 1);
    }
    // A line of units below the names belongs to them.
    if known_at.is_none()
        && !bare
        && let Some((_, units)) = rows.get(at + 1).filter(|(_, row)| is_units(row))
    {
        for (name, unit) in header.iter_mut().zip(units) {
            *name = format!("{name} {unit}").trim().to_owned();
        }
        at += 1;
    }
    // So does one of times, where the names above stand more than once.
    if known_at.is_none()
        && !bare
        && let Some((_, times)) = rows.get(at + 1).filter(|(_, row)| are_times(row, &header))
    {
        for (name, time) in header.iter_mut().zip(times) {
            *name = format!("{name} {time}").trim().to_owned();
        }
        at += 1;
        // And below it the names of what stands left of the figures, as of a pivoted table.
        let named = |row: &[String]| {
            row.first().is_some_and(|own| !own.is_empty())
                && row.last().is_some_and(String::is_empty)
                && !row.iter().any(|cell| is_number(cell))
        };
        if let Some((_, names)) = rows.get(at + 1).filter(|(_, row)| named(row)) {
            for (name, own) in header.iter_mut().zip(names).filter(|(_, own)| !own.is_empty()) {
                name.clone_from(own);
            }
            at += 1;
        }
    }
    // What stands alone below a heading of all periods names the first column.
    if known_at.is_none()
        && header.first().is_some_and(|name| ["time", "period"].contains(&small(name).as_str()))
        && let Some((_, own)) = rows.get(at + 1).filter(|(_, row)| {
            filled(row) == 1 && year_alone(row.iter().map(String::as_str)).is_none()
        })
        && let Some(name) = own.first().filter(|name| !name.is_empty())
        && let Some(first) = header.first_mut()
    {
        first.clone_from(name);
        at += 1;
    }
    if known_at.is_none() {
        name_the_nameless(&mut header, rows.get(at + 1..).unwrap_or_default());
    }
    // Above labels a money or its size, in the corner, is that of the figures beside them.
    let labels = |(_, row): &Placed| {
        row.first().is_some_and(|cell| !is_number(cell)) && row.iter().any(|cell| is_number(cell))
    };
    if let Some(corner) = header.first()
        && known_at.is_none()
        && money_in(corner).is_some()
        && rows.iter().skip(at + 1).take(50).filter(|row| filled(&row.1) > 1).all(labels)
    {
        let parts = corner.split(['(', ')', '（', '）']).map(str::trim);
        titles.extend(parts.filter(|own| !own.is_empty()).map(str::to_owned));
    }
    // Of several dimensions in one cell the last may be that of the columns: `geo\TIME_PERIOD`.
    for name in &mut header {
        if let Some((own, _)) = name.split_once('\\') {
            *name = own.to_owned();
        }
    }
    numbered_again(&mut header);
    if let Some((_, first)) = rows.get(at + 1) {
        layouts::named(&mut header, first);
    }
    let before = rows.get(at).map_or(0, |(place, _)| place.wrapping_add(1));
    // A line of words below or within a table says nothing of its columns.
    let figures = |row: &[String]| row.iter().any(|cell| is_number(cell));
    let any = rows.iter().skip(at + 1).any(|(_, row)| filled(row) > 1 && figures(row));
    // Commas may part it into cells.
    let alone = |row: &&Vec<String>| filled(row) == 1 || any && filled(row) > 1 && !figures(row);
    let notes = rows.iter().skip(at + 1).map(|(_, row)| row).filter(alone);
    let words = |row: &Vec<String>| {
        row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let notes: Vec<String> = notes.map(words).filter(|own| !own.is_empty()).take(40).collect();
    let told = |row: &Vec<String>| filled(row) > 1 && (!any || figures(row));
    let mut years = Vec::new();
    let mut kept: Vec<Vec<String>> = Vec::new();
    let mut lines = Vec::new();
    for (place, row) in rows.into_iter().skip(at + 1) {
        if told(&row) {
            kept.push(row);
            lines.push(place + 1);
        } else if let Some(year) = year_alone(row.iter().map(String::as_str)) {
            years.push((kept.len(), year));
        }
    }
    let mut rows = below_years(kept, &mut years);
    if rows.len() != lines.len() {
        lines.clear();
    }
    let (merged, grand) = if known_at.is_none() { merged(&rows) } else { Default::default() };
    fill(&mut rows, &merged, grand);
    Some((
        score,
        Sample {
            separator,
            titles,
            header,
            before,
            rows,
            lines,
            notes,
            bare,
            years,
            merged,
            grand,
            ..Sample::default()
        },
    ))
}

/// The first columns whose blanks stand for the cell above: what tells rows apart stands right of them in every row,
/// and no row is another's once they are filled. And whether one of them is a total of all.
fn merged(rows: &[Vec<String>]) -> (Vec<usize>, bool) {
    let has = |row: &[String], at: usize| row.get(at).is_some_and(|cell| !cell.is_empty());
    let figures = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        cells.all(|cell| is_number(cell) && bare_year(cell).is_none())
    };
    let width = rows.first().map_or(0, Vec::len);
    let labels = (0..width).take_while(|at| !figures(*at)).count();
    let open = |at: &usize| {
        // The total of a group has nothing right of its name.
        let own = || rows.iter().filter(|row| !(0..=*at).any(|at| is_total(row, at)));
        let gaps = own().filter(|row| !has(row, *at)).count();
        gaps * 3 >= own().count() && gaps > 0 && rows.first().is_some_and(|row| has(row, *at))
    };
    let found: Vec<usize> = (0..labels).take_while(open).collect();
    let beside = found.len();
    // Codes are figures, too: each group has the same ones.
    let codes: BTreeSet<&String> = util::in_order(rows.iter().filter_map(|row| row.get(beside)));
    let coded = codes.len() * 2 <= rows.len()
        && codes.iter().all(|cell| cell.bytes().all(|own| own.is_ascii_digit()));
    let labels = labels.max(if coded { beside + 1 } else { 0 });
    let subtotal = |row: &[String]| found.iter().any(|at| is_total(row, *at));
    let bare = rows.iter().any(|row| !has(row, beside) && !subtotal(row));
    if beside == 0 || beside >= labels || bare {
        return Default::default();
    }
    // A total of all is no part of the group above it, unless each group has its own.
    let grand = rows.iter().filter(|row| is_total(row, beside)).count() == 1;
    let mut all = rows.to_vec();
    fill(&mut all, &found, grand);
    let keys: BTreeSet<&[String]> = util::in_order(all.iter().filter_map(|row| row.get(..labels)));
    if keys.len() < rows.len() { Default::default() } else { (found, grand) }
}

/// Whether the label in a column is a word for all.
pub fn is_total(row: &[String], at: usize) -> bool {
    row.get(at).is_some_and(|cell| named_total(cell).is_some())
}

/// Puts what stands above in place of blanks.
fn fill(rows: &mut [Vec<String>], columns: &[usize], grand: bool) {
    for at in columns {
        let mut above = String::new();
        for row in rows.iter_mut().filter(|row| !(grand && is_total(row, columns.len()))) {
            match row.get_mut(*at) {
                Some(cell) if cell.is_empty() => cell.clone_from(&above),
                Some(cell) => above.clone_from(cell),
                None => {}
            }
        }
    }
}

/// The year that stands in a row and nothing else.
pub fn year_alone<'a>(cells: impl Iterator<Item = &'a str>) -> Option<u32> {
    let mut filled = cells.map(str::trim).filter(|cell| !cell.is_empty());
    let (first, other) = (filled.next()?, filled.next());
    bare_year(first).filter(|year| other.is_none() && (1900..=2100).contains(year))
}

/// The year of a line that begins with it, and with nothing in the second column: the year of the rows below it,
/// perhaps with their total.
pub fn year_above<'a>(mut cells: impl Iterator<Item = &'a str>) -> Option<u32> {
    let year = cells.next().map(str::trim).filter(|cell| cell.len() == 4).and_then(bare_year);
    let below = cells.next().is_some_and(|cell| cell.trim().is_empty());
    year.filter(|own| below && (1900..=2100).contains(own))
}

/// Takes the lines of years away that stand above blocks of rows, where the first line of a table is one and no row
/// in a block has a year or nothing in its first columns.
fn below_years(rows: Vec<Vec<String>>, years: &mut Vec<(usize, u32)>) -> Vec<Vec<String>> {
    let of = |row: &Vec<String>| year_above(row.iter().map(String::as_str));
    let own = |row: &Vec<String>| {
        let mut cells = row.iter().take(2);
        cells.all(|cell| !cell.is_empty() && bare_year(cell).is_none())
    };
    let bands = rows.iter().filter(|row| of(row).is_some()).count();
    let fits = years.is_empty()
        && bands > 1
        && rows.first().is_some_and(|row| of(row).is_some())
        && rows.iter().all(|row| of(row).is_some() || own(row))
        && rows.len() >= bands * 2;
    if !fits {
        return rows;
    }
    let mut kept = Vec::new();
    for row in rows {
        match of(&row) {
            Some(year) => years.push((kept.len(), year)),
            None => kept.push(row),
        }
    }
    kept
}

/// A row above the table as a line: of two cells the first labels the second.
pub fn title(row: &[String]) -> String {
    let mut cells = row.iter().filter(|cell| !cell.is_empty());
    // A comment goes on behind its commas.
    if row.first().is_some_and(|own| own.starts_with('#')) {
        return cells.cloned().collect::<Vec<_>>().join(", ");
    }
    match (cells.next(), cells.next(), cells.next()) {
        (Some(label), Some(said), None) => {
            format!("{}: {said}", label.trim_end_matches([' ', ':']))
        }
        _ => row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" "),
    }
}

/// Whether a row has units of money or weight, or factors, and nothing else.
fn is_units(row: &[String]) -> bool {
    let mut cells = row.iter().filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| is_unit(cell) && !is_number(cell))
}

/// Whether a row has the times or the directions of columns that are named alike, and nothing else but names of columns
/// that have none.
fn are_times(row: &[String], header: &[String]) -> bool {
    let again = |name: &String| header.iter().filter(|other| *other == name).count() > 1;
    let mut timed = row.iter().zip(header).filter(|(cell, _)| !cell.is_empty()).peekable();
    row.first().is_some_and(String::is_empty)
        && timed.peek().is_some()
        && timed.all(|(cell, name)| {
            let told = is_date(cell) || is_pair(cell) || flow_in(cell).is_some();
            (told || named_total(cell).is_some()) && again(name) || name.is_empty()
        })
}

/// The first row of a table without a header, and its columns' letters.
fn first_row(rows: &[Placed], at: usize) -> Option<(usize, Vec<String>)> {
    let (_, own) = rows.get(at)?;
    let alike = |(_, row): &Placed| {
        row.len() == own.len()
            && filled(row) * 5 >= filled(own) * 4
            && row.iter().any(|cell| is_number(cell))
    };
    let start = rows.iter().take(at + 1).position(alike)?;
    Some((start, (0..own.len()).map(|at| Column::code(&letter(at))).collect()))
}

/// Whether what would be the header is a row like those below it: most of its cells stand there again, or
/// are figures and months as theirs are.
fn is_bare(rows: &[Placed], at: usize) -> bool {
    let Some((_, own)) = rows.get(at) else { return false };
    if own.iter().any(|cell| is_heading(cell)) {
        return false;
    }
    let below = || rows.iter().skip(at + 1).take(300).map(|(_, row)| row).filter(|row| *row != own);
    let mostly = |place: usize, test: &dyn Fn(&str) -> bool| {
        let cells = || below().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
        cells().next().is_some()
            && cells().filter(|cell| test(cell)).count() * 4 >= cells().count() * 3
    };
    let of_month =
        |cell: &str| period(cell.as_bytes(), Dates::default()).is_some_and(|own| own.months == 1);
    let alike = |(place, cell): (usize, &String)| {
        let again = below().any(|row| row.get(place).is_some_and(|other| other == cell));
        again
            || is_number(cell) && !is_date(cell) && mostly(place, &is_number)
            || of_month(cell) && mostly(place, &of_month)
    };
    let named: Vec<(usize, &String)> =
        own.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    let count = named.iter().filter(|cell| alike(**cell)).count();
    count > 1 && count * 2 > named.len()
}

/// Takes away the number that programs put behind a heading that stands twice: `2021` and `2021.1` are both 2021,
/// and the second is no January.
fn numbered_again(header: &mut [String]) {
    let dated = |own: &str| match ASKS {
        true => is_date(own),
        false => plain_period(own.as_bytes(), Dates::default()).is_some(),
    };
    let again = |name: &String| {
        let (own, number) = name.rsplit_once('.')?;
        let one = matches!(number.as_bytes(), [b'1'..=b'9']);
        (one && dated(own)).then(|| own.to_owned())
    };
    let bare: Vec<Option<String>> =
        header.iter().map(|name| again(name).filter(|own| header.contains(own))).collect();
    for (name, own) in header.iter_mut().zip(bare) {
        if let Some(own) = own {
            *name = own;
        }
    }
}

/// Calls columns without a heading by their letter, as spreadsheets do, so that they can be spoken of.
fn name_the_nameless(header: &mut [String], rows: &[Placed]) {
    for (at, name) in header.iter_mut().enumerate() {
        let holds = |(_, row): &Placed| row.get(at).is_some_and(|cell| !cell.is_empty());
        if name.is_empty() && rows.iter().take(50).any(holds) {
            *name = Column::code(&letter(at));
        }
    }
}

/// What a spreadsheet calls the column in a place: A to Z, AA, AB.
pub fn letter(at: usize) -> String {
    let own = char::from(b'A' + (at % 26) as u8).to_string();
    if at < 26 { own } else { letter(at / 26 - 1) + &own }
}

/// How many numbers of four digits stand in a text.
pub fn years(text: &str) -> usize {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| part.len() == 4).count()
}

/// The number of cells that most rows have; lines of words around a small table may be more than its rows.
fn usual_width(rows: &[Placed]) -> usize {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let first = || rows.iter().take(500);
    let several = first().filter(|(_, row)| row.len() > 2).count() > 2;
    for (_, row) in first().filter(|(_, row)| row.len() > 1 || !several) {
        match counts.iter_mut().find(|(width, _)| *width == row.len()) {
            Some((_, count)) => *count += 1,
            None => counts.push((row.len(), 1)),
        }
    }
    util::sort_by_key(&mut counts, |(width, count)| (*count, *width));
    counts.last().map_or(0, |(width, _)| *width)
}

/// The first row with names for most columns, below which figures stand.
fn likely_header(rows: &[Placed], width: usize) -> Option<usize> {
    let most = rows
        .iter()
        .map(|(_, row)| filled(row))
        .filter(|filled| *filled <= width)
        .max()
        .unwrap_or(width);
    let enough = (most * 3).div_ceil(5).max(2);
    (0..rows.len().min(DEEPEST)).find(|at| {
        let Some((_, row)) = rows.get(*at) else { return false };
        // What stands alone below a header names its first column, or a group of rows.
        let below = rows.iter().skip(at + 1).find(|(_, row)| !is_units(row) && filled(row) > 1);
        let Some((_, next)) = below else { return false };
        // Times below names, some of them below none, are no figures: they stand below groups of columns, or a title.
        let apart = next
            .iter()
            .enumerate()
            .any(|(at, cell)| !cell.is_empty() && row.get(at).is_none_or(String::is_empty));
        if apart && next.first().is_some_and(String::is_empty) && dates(next) == filled(next) {
            return false;
        }
        let figures = row.iter().filter(|cell| is_number(cell)).count();
        let words = filled(row) - figures;
        let below = next
            .iter()
            .zip(row)
            .any(|(cell, name)| is_number(cell) && (!is_number(name) || is_date(name)));
        // Names that a line above goes on with count, too.
        let upper = at.checked_sub(1).and_then(|above| rows.get(above)).map(|(_, upper)| upper);
        let upper = upper.filter(|upper| is_upper(upper, row));
        let joint = upper.map_or(filled(row), |upper| {
            let either = |at: &usize| {
                let has = |row: &[String]| row.get(*at).is_some_and(|cell| !cell.is_empty());
                has(row) || has(upper)
            };
            (0..row.len()).filter(either).count()
        });
        // Periods alone, beside a column that nobody named.
        let periods = row.first().is_some_and(String::is_empty) && dates(row) == filled(row);
        // As do names right above their units, be the columns of labels without any.
        let units = rows.get(at + 1).map(|(_, next)| next).filter(|next| is_units(next));
        let units = units.is_some_and(|units| {
            units.iter().zip(row).all(|(unit, name)| unit.is_empty() == name.is_empty())
                && filled(row) > 1
        });
        (joint >= enough || units)
            && (words >= 1 || periods)
            && words + dates(row) >= figures
            && below
    })
}

fn dates(row: &[String]) -> usize {
    row.iter().filter(|cell| is_date(cell)).count()
}

fn is_date(cell: &str) -> bool {
    period(cell.as_bytes(), Dates::default()).is_some()
}

/// Whether a row names groups of the columns that the next one names: periods or directions, with blanks
/// where a group goes on.
fn is_upper(row: &[String], header: &[String]) -> bool {
    // What stands above a blank names its own column.
    let below = |at: usize| header.get(at).is_some_and(|name| !name.is_empty());
    let filled_cells = row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<&String> =
        filled_cells.filter(|(at, _)| below(*at)).map(|(_, cell)| cell).collect();
    // A month alone, by its name: a number is anything.
    let of_a_year = |cell: &str| {
        let name = !cell.bytes().any(|byte| byte.is_ascii_digit()) && cell.chars().count() > 2;
        cell.contains('月') || name && year_and_month("2000", Some(cell)).is_some()
    };
    let named = |cell: &&String| {
        is_date(cell)
            || is_pair(cell)
            || flow_in(cell).is_some()
            || of_a_year(cell)
            || months(cell).is_some_and(|(first, last)| first < last)
    };
    let repeated = header.iter().enumerate().any(|(at, name)| {
        !name.is_empty() && header.iter().skip(at + 1).any(|other| other == name)
    });
    let blank = header
        .iter()
        .skip(1)
        .zip(row.iter().skip(1))
        .any(|(name, upper)| name.is_empty() && !upper.is_empty());
    // Whatever they are called, several names above columns named alike tell these apart.
    let alike = |name: &String| {
        !name.is_empty() && header.iter().filter(|other| *other == name).count() > 1
    };
    let groups =
        row.iter().zip(header).skip(1).filter(|(upper, name)| !upper.is_empty() && alike(name));
    !cells.is_empty()
        && (groups.count() > 1 || cells.iter().all(named))
        && (repeated || blank || cells.len() < filled(header))
}

/// Whether the line above the names of many columns is a title in two cells: one that an empty line parts from them,
/// or whose second cell is a sentence.
fn is_title(row: &[String], line: usize, below: Option<&Placed>) -> bool {
    let pair = row.iter().take(2).filter(|cell| !cell.is_empty()).count() == 2 && filled(row) == 2;
    let sentence = row.get(1).is_some_and(|cell| cell.split_whitespace().count() > 4);
    let parted = below.is_some_and(|(next, _)| next.wrapping_sub(line) > 1);
    pair && below.is_some_and(|(_, names)| filled(names) > 3) && (parted || sentence)
}

/// The months that a heading names by their numbers, as below a title that names the year: `1 to 11`, `11`.
pub fn months(heading: &str) -> Option<(u32, u32)> {
    let mut numbers = heading.split(" to ").map(|part| part.trim().parse().ok());
    let first: u32 = numbers.next()??;
    let last: u32 = numbers.next().map_or(Some(first), |last| last)?;
    ((1..=12).contains(&first) && (first..=12).contains(&last)).then_some((first, last))
}

/// The last column of the last group, where all groups before it have as many columns as one another.
fn last_of_groups(row: &[String]) -> Option<usize> {
    let starts: Vec<usize> =
        row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, _)| at).collect();
    let mut widths = starts.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?));
    let first = widths.next()?;
    let last = starts.last()? + first - 1;
    (starts.len() > 2 && widths.all(|own| own == first)).then_some(last)
}

/// Names of columns under those of their groups.
fn joined(row: &[String], header: &[String]) -> Vec<String> {
    let mut group = "";
    let last = last_of_groups(row);
    let named = header.iter().enumerate().map(|(at, name)| {
        if let Some(own) = row.get(at).filter(|own| !own.is_empty()) {
            group = own;
        }
        if last.is_some_and(|last| at > last) {
            group = "";
        }
        let own = row.get(at).filter(|own| !own.is_empty());
        // A name above a blank, or above what is called by its letter, is its column's own and no group's.
        if name.is_empty() || own.is_some() && Column::named(name).is_lettered() {
            return own.cloned().unwrap_or_default();
        }
        match (group, name.as_str()) {
            ("", name) => name.to_owned(),
            (group, name) => format!("{group} {name}"),
        }
    });
    named.collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    fn read(text: &str) -> Sample {
        sampled(text.as_bytes(), true, false, false).unwrap_or_default()
    }

    #[test]
    fn a_header_is_found_below_titles() {
        let sample = read(
            "\"General Imports|Monthly\",,,\nData Row Count,2,,\n\nMonth,Country,HS,Value (USD)\n2025-01,Japan,2846,100\n",
        );
        assert_eq!(sample.header, ["Month", "Country", "HS", "Value (USD)"]);
        assert_eq!((sample.titles.len(), sample.before, sample.rows.len()), (2, 4, 1));
        let sample = read("Unit: US$ million\nYear;Exports;Imports\n2023;1,5;2,5\n2024;1,7;2,6\n");
        assert_eq!((sample.separator, sample.header.len(), sample.before), (b';', 3, 2));
    }

    #[test]
    fn a_month_above_a_letter_is_the_columns_name() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let lettered = row(&["column A", "column F", "column G"]);
        // Not a name that ends in a G, which would be grams.
        let named = row(&["column A", "2024M11", "2024M12"]);
        assert_eq!(joined(&row(&["", "2024M11", "2024M12"]), &lettered), named);
    }

    #[test]
    fn groups_of_columns_are_joined_with_their_columns() {
        let sample = read(
            "Trade of X,,,,\n,2023,,2024,\nCountry,Value,Quantity,Value,Quantity\nJapan,1,2,3,4\n",
        );
        assert_eq!(
            sample.header,
            ["Country", "2023 Value", "2023 Quantity", "2024 Value", "2024 Quantity"]
        );
        let sample = read("Country,2023,2024\nJapan,10,20\nChina,5,6\n");
        assert_eq!(sample.header, ["Country", "2023", "2024"]);
        let sample = read(
            "No,Goods,Unit,July - June 2023-24,,May 2024,,June 2024,\n,,,Quantity,Value,Quantity,Value,Quantity,Value\n1,Rice,t,1,2,3,4,5,6\n",
        );
        assert_eq!(sample.header[1..4], ["Goods", "Unit", "July - June 2023-24 Quantity"]);
        assert_eq!(sample.header[8], "June 2024 Value");
        let sample = read(
            ";;Export weight;Export value;Import weight;Import value\n;;t;EUR;t;EUR\n2024;China;5;6;7;8\n",
        );
        assert_eq!(
            sample.header[..4],
            ["column A", "column B", "Export weight t", "Export value EUR"]
        );
        let sample = read("Month;Exports;Weight\n;1000 EUR;t\n2024-01;5;6\n2024-02;7;8\n");
        assert_eq!(sample.header, ["Month", "Exports 1000 EUR", "Weight t"]);
        assert_eq!((sample.before, sample.rows.len()), (2, 2));
        assert_eq!((letter(0), letter(27)), ("A".to_owned(), "AB".to_owned()));
    }

    #[test]
    fn a_table_without_a_header_keeps_its_first_row() {
        let sample = read("E;01;2024;8414;DE;803\nE;02;2024;8414;CN;310\nI;01;2024;8414;GB;458\n");
        assert!(sample.bare);
        assert_eq!((sample.before, sample.rows.len(), sample.name(1)), (0, 3, "column B"));
        let sample = read("Title;;;\n202401;Exports;AU;12\n202402;Exports;CN;13\n");
        assert_eq!((sample.bare, sample.before, sample.rows.len()), (true, 1, 2));
        for text in [
            "Month;84;85\n2024-01;5;6\n2024-02;7;8\n",
            "Country,2023,2024\nJapan,10,20\nChina,5,6\n",
            "Land;Wert\nJapan;10\nChina;5\n",
        ] {
            assert!(!read(text).bare, "{text}");
        }
    }

    #[test]
    fn words_are_no_table() {
        assert!(sampled(b"just words\nand more words\n", true, false, false).is_err());
    }
}
