//! Series whose names hold several things each, as databases write them, `中国:出口数量:稀土:美国`: a column for each of
//! these, so that none of them is passed over.

use super::first_rows::{MOST, sampled};
use super::stacked::{Joined, placed};
use crate::import::cells::cell_numbers::is_number;
use crate::import::cells::countries::CountryNames;
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::vocabulary::{
    OF_REPORT, Way, What, flow_in, holds, is_unit, money_in, named_total, small, what,
};
use crate::import::layouts::known;
use crate::util::csv_cells;
use crate::wording::say::import::noticed;

/// What stands between the parts of a name.
const BOUNDS: [&str; 7] = [":", "：", "|", " - ", " – ", ";", " / "];

/// What lines of a label say in what the series below are.
const UNITS: &str = "单位|單位|unit|einheit|unité|unidad|unità|eenheid";

/// The names of series in parts, and what these are called.
struct Parted {
    bound: &'static str,
    heads: Vec<String>,
}

impl Parted {
    fn cells(&self, name: &str) -> Vec<String> {
        name.split(self.bound).map(|own| own.trim().to_owned()).collect()
    }
}

/// A file that is seen whole with columns for what its series are named after; nothing where they are not named so.
pub fn parted(text: &[u8], names: &CountryNames) -> Option<Joined> {
    let of_rows = || of_rows(text, names);
    [b',', b';', b'\t'].into_iter().find_map(|own| of_heads(text, own, names)).or_else(of_rows)
}

/// What the parts of these names are, where one of them is a country and one a direction.
fn parts(series: &[&str], names: &CountryNames) -> Option<Parted> {
    let count = |name: &str, bound: &str| name.split(bound).count();
    let first = series.first().filter(|_| series.len() > 1)?;
    let alike = |bound: &&&str| {
        (3..9).contains(&count(first, bound))
            && series.iter().all(|own| count(own, bound) == count(first, bound))
    };
    let bound = BOUNDS.iter().find(alike).copied()?;
    let columns: Vec<Vec<&str>> = (0..count(first, bound))
        .map(|at| series.iter().filter_map(|own| own.split(bound).nth(at)).map(str::trim).collect())
        .collect();
    let all = |own: &[&str], test: &dyn Fn(&str) -> bool| own.iter().all(|word| test(word));
    let varies = |own: &[&str]| own.iter().any(|word| Some(word) != own.first());
    let land = |own: &[&str]| {
        let known = |word: &str| names.code(word).is_some() || named_total(word).is_some();
        all(own, &known) && own.iter().any(|word| names.code(word).is_some())
    };
    let way = |own: &[&str]| all(own, &|word| matches!(flow_in(word), Some(Way::Flow(_))));
    let lands = columns.iter().filter(|own| land(own)).count();
    if lands == 0 || !columns.iter().any(|own| way(own)) {
        return None;
    }
    let mut heads: Vec<String> = vec![String::new(); columns.len()];
    let mut name = |wanted: &dyn Fn(&[&str]) -> bool, called: &str| {
        let mut open = heads.iter_mut().zip(&columns).filter(|(head, _)| head.is_empty());
        if let Some((head, _)) = open.find(|(_, own)| wanted(own)) {
            called.clone_into(head);
        }
    };
    name(&way, "flow");
    if lands > 1 {
        name(&|own| land(own) && !varies(own), "reporter");
        name(&land, "partner");
    } else {
        name(&land, "country");
    }
    let unit = |word: &str| is_unit(word) && !is_number(word);
    name(&|own| all(own, &unit), "unit");
    let worded =
        |own: &[&str]| all(own, &|word| !holds(&small(word), OF_REPORT) && !is_number(word));
    name(&|own| worded(own) && varies(own), "product");
    if !heads.iter().any(|head| head == "product") {
        let mut open = heads.iter_mut().zip(&columns).filter(|(head, _)| head.is_empty());
        if let Some((head, _)) = open.find(|(_, own)| worded(own)) {
            "product".clone_into(head);
        }
    }
    for (head, own) in heads.iter_mut().zip(&columns).filter(|(head, _)| head.is_empty()) {
        own.first().copied().unwrap_or_default().clone_into(head);
    }
    Some(Parted { bound, heads })
}

/// Where a column of each row has the names.
fn of_rows(text: &[u8], names: &CountryNames) -> Option<Joined> {
    let sample = sampled(text, true, false, false).ok()?;
    let all = sample.rows.len() + sample.before < MOST;
    if known(&sample.header).is_some() || sample.broken.is_some() || !all {
        return None;
    }
    let of_column = |at: usize| Some((at, parts(&sample.distinct(at, 400), names)?));
    let (at, parted) = (0..sample.header.len()).find_map(of_column)?;
    let mut csv = String::new();
    for title in &sample.titles {
        csv_cells::line(&mut csv, std::iter::once(title.clone()));
    }
    let mut add = |row: &[String], own: Vec<String>| {
        let (before, behind) = (row.iter().take(at), row.iter().skip(at + 1));
        csv_cells::line(&mut csv, before.cloned().chain(own).chain(behind.cloned()));
    };
    add(&sample.header, parted.heads.clone());
    for row in &sample.rows {
        add(row, row.get(at).map(|own| parted.cells(own)).unwrap_or_default());
    }
    for note in &sample.notes {
        csv_cells::line(&mut csv, std::iter::once(note.clone()));
    }
    Some(Joined { csv: csv.into_bytes(), notes: vec![noticed::series_parted(&parted.heads)] })
}

/// Where the names head the columns, perhaps above lines that say more of each.
fn of_heads(text: &[u8], separator: u8, names: &CountryNames) -> Option<Joined> {
    let rows: Vec<Vec<String>> = placed(text, separator)?.into_iter().map(|(_, row)| row).collect();
    let named = |row: &Vec<String>| {
        let last = row.iter().rposition(|own| !own.is_empty())?;
        let own: Vec<&str> = row.get(1..=last)?.iter().map(String::as_str).collect();
        parts(&own, names)
    };
    let (at, parted) =
        rows.iter().take(20).enumerate().find_map(|(at, row)| Some((at, named(row)?)))?;
    let header = rows.get(at)?;
    let dated = |row: &&Vec<String>| {
        row.first().is_some_and(|cell| period(cell.as_bytes(), Dates::default()).is_some())
    };
    let below = rows.get(at + 1..)?;
    let lines = below.iter().take_while(|row| !dated(row)).count();
    let label = |row: &&Vec<String>| row.first().is_some_and(|own| holds(&small(own), UNITS));
    let units = below.get(..lines)?.iter().find(label);
    let mut csv = String::new();
    for row in rows.get(..at)? {
        csv_cells::line(&mut csv, row.iter().filter(|cell| !cell.is_empty()).cloned());
    }
    // What is said of each series alike is said of all.
    for row in below.get(..lines)? {
        if let [label, first, rest @ ..] = row.as_slice()
            && rest.iter().all(|own| own == first)
        {
            csv_cells::line(&mut csv, std::iter::once(format!("{label}: {first}")));
        }
    }
    let weighed = |name: &String| {
        let own = |word: &str| matches!(what(word, ""), Some(What::Quantity | What::Weight(_)));
        parted.cells(name).iter().any(|word| own(word))
    };
    let unit = |at: usize| units.and_then(|row| row.get(at)).cloned();
    let paid = |at: usize| unit(at).is_some_and(|own| money_in(&own).is_some());
    let weights = (1..header.len()).all(|at| header.get(at).is_some_and(weighed) && !paid(at));
    let figure = if weights { "quantity" } else { "value" };
    let heads = parted.heads.iter().map(String::as_str);
    let heads = ["period"].into_iter().chain(heads).chain(units.map(|_| "unit"));
    csv_cells::line(&mut csv, heads.chain([figure]).map(str::to_owned));
    for row in below.iter().filter(dated) {
        for (at, cell) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty()) {
            let own = header.get(at).map(|own| parted.cells(own)).unwrap_or_default();
            let before = row.first().cloned().into_iter().chain(own).chain(unit(at));
            csv_cells::line(&mut csv, before.chain([cell.clone()]));
        }
    }
    Some(Joined { csv: csv.into_bytes(), notes: vec![noticed::series_parted(&parted.heads)] })
}
