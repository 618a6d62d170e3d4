//! Subtotals without a known name: rows whose figures equal the sum of their neighbours.

use std::collections::BTreeMap;

use super::first_rows::Sample;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::number;
use crate::import::cells::vocabulary::{Named, named_total};
use crate::import::layouts::{Layout, Role};
use crate::wording::say::import::questions as words;

/// Asks whether rows that equal the sum of those next to them are their subtotals.
pub fn ask(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let found: Vec<(usize, Subtotal)> = found(layout, sample)
        .into_iter()
        .filter(|(_, own)| !layout.totals.iter().any(|(name, _)| *name == own.name))
        .collect();
    let Some((_, first)) = found.first() else { return };
    let names: Vec<String> = found.iter().take(SHOWN).map(|(_, own)| own.name.clone()).collect();
    let asked = words::subtotals(&names, &first.parts, found.len() - names.len());
    if asking.choose("subtotals", "yes", &["yes", "no"], asked) == Some("yes") {
        layout.subtotals.extend(found.into_iter().map(|(at, own)| (at, own.name)));
    }
}

/// All such names, with their columns.
fn found(layout: &Layout, sample: &Sample) -> Vec<(usize, Subtotal)> {
    let places = |roles: [Role; 2]| roles.into_iter().find_map(|role| layout.place(role));
    let columns =
        [places([Role::ProductName, Role::Product]), places([Role::PartnerName, Role::Partner])];
    columns
        .into_iter()
        .flatten()
        .flat_map(|at| subtotals(layout, sample, at).into_iter().map(move |own| (at, own)))
        .collect()
}

/// Whether a name of a column is the sum of some of the rows next to it: a total of these alone.
pub fn of_some(layout: &Layout, sample: &Sample, at: usize, name: &str) -> bool {
    let row = |row: &&Vec<String>| row.get(at).is_some_and(|cell| cell == name);
    let first = sample.rows.iter().find(row);
    let named = |(own, subtotal): (usize, Subtotal)| {
        first.is_some_and(|row| row.get(own).is_some_and(|cell| *cell == subtotal.name))
    };
    found(layout, sample).into_iter().any(named)
}

/// How many names a question shows.
const SHOWN: usize = 3;

/// The most rows that one may be the sum of.
const MOST: usize = 40;

/// A name and those whose sum it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Subtotal {
    name: String,
    parts: Vec<String>,
}

/// What speaks for a name's being a sum of others.
#[derive(Default)]
struct Case {
    parts: Option<Vec<String>>,
    /// Whether it is the sum of some rows and not of all.
    some: bool,
    /// Whether its name has a word for a total.
    named: bool,
    /// The digits of the figures that are sums.
    digits: usize,
    /// How many figures are.
    figures: usize,
}

/// The names of a column that are the sum of the rows next to them wherever they stand.
fn subtotals(layout: &Layout, sample: &Sample, at: usize) -> Vec<Subtotal> {
    let amounts = valued(layout);
    let name = |row: &[String]| row.get(at).cloned().unwrap_or_default();
    // Codes of digits have their levels in them.
    let coded = layout
        .place(Role::Product)
        .is_some_and(|at| sample.cells(at).take(50).all(|cell| cell.bytes().any(is_digit)));
    if coded || amounts.is_empty() {
        return Vec::new();
    }
    let is_goods =
        [Role::ProductName, Role::Product].into_iter().any(|role| layout.place(role) == Some(at));
    let mut cases: BTreeMap<String, Option<Case>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for run in runs(layout, sample, at) {
        for (place, row) in run.iter().enumerate() {
            let own = name(row);
            let behind: Vec<&[String]> = run.iter().skip(place + 1).take(MOST).copied().collect();
            let before: Vec<&[String]> = run.iter().take(place).rev().take(MOST).copied().collect();
            let named = named_total(&own);
            let perhaps = named == Some(Named::Perhaps) && is_goods;
            let known = named.is_some() && !perhaps;
            let told = if known || own.is_empty() {
                None
            } else {
                let all = run.len() - 1;
                let of = |rows: &[&[String]]| {
                    let count = addends(row, rows, &amounts, layout)?;
                    // What is the sum of all others is asked about as their total, unless it is of fewer
                    // elsewhere.
                    let parts = || rows.iter().take(count).map(|row| name(row)).collect();
                    (count < all || perhaps).then(|| (parts(), count < all))
                };
                of(&behind).or_else(|| of(&before))
            };
            let filled = amounts.iter().filter_map(|at| amount(row, *at, layout));
            let filled: Vec<f64> = filled.filter(|own| *own != 0.0).collect();
            if filled.is_empty() {
                continue;
            }
            if !cases.contains_key(&own) {
                order.push(own.clone());
            }
            let case = cases.entry(own).or_insert_with(|| Some(Case::default()));
            let Some(known) = case.as_mut() else { continue };
            // Of other parts elsewhere it is a sum by chance.
            known.some |= told.as_ref().is_some_and(|(_, some)| *some);
            known.named |= perhaps;
            match (told.map(|(parts, _)| parts), &known.parts) {
                (Some(parts), None) => known.parts = Some(parts),
                (Some(parts), Some(earlier)) if parts == *earlier => {}
                _ => {
                    *case = None;
                    continue;
                }
            }
            known.digits += filled.iter().map(|own| digits(*own)).sum::<usize>();
            known.figures += filled.len();
            // What else is written of the same rows speaks for it where it adds up as well.
            let parts = known.parts.as_ref().map_or(0, Vec::len);
            let others = (0..row.len()).filter(|at| !amounts.contains(at));
            for other in others.filter_map(|at| Some((at, amount(row, at, layout)?))) {
                let sums = |rows: &[&[String]]| {
                    let own = rows.iter().take(parts);
                    own.filter_map(|row| amount(row, other.0, layout)).sum::<f64>()
                };
                if other.1 > 0.0
                    && [&behind, &before].into_iter().any(|own| near(sums(own), other.1))
                {
                    known.digits += digits(other.1);
                    known.figures += 1;
                }
            }
        }
    }
    let sure = |name: String| {
        let case = cases.get(&name)?.as_ref()?;
        // Two small figures add up to a third by chance, but not to what is called their total.
        let enough = if case.figures > 1 { 8 } else { 7 };
        let told = case.some && (case.named || case.digits >= enough);
        Some(Subtotal { parts: case.parts.clone().filter(|_| told)?, name })
    };
    order.into_iter().filter_map(sure).collect()
}

/// The columns of values; those of quantities, which may be of several units, where there are none.
fn valued(layout: &Layout) -> Vec<usize> {
    let roles = [Role::Value, Role::Exports, Role::Imports, Role::Amount];
    let sets = layout.sets.iter().filter_map(|set| set.value.map(|(at, _)| at));
    let own: Vec<usize> =
        roles.into_iter().filter_map(|role| layout.place(role)).chain(sets).collect();
    if own.is_empty() { layout.figures() } else { own }
}

/// Rows that follow one another and differ in nothing that tells trades apart but what a column holds.
fn runs<'a>(layout: &Layout, sample: &'a Sample, at: usize) -> Vec<Vec<&'a [String]>> {
    const APART: [Role; 11] = [
        Role::Period,
        Role::Year,
        Role::Month,
        Role::Flow,
        Role::Reporter,
        Role::ReporterName,
        Role::Partner,
        Role::PartnerName,
        Role::Product,
        Role::ProductName,
        Role::Measure,
    ];
    let goods = [Role::Product, Role::ProductName].map(|role| layout.place(role));
    let whom = [Role::Partner, Role::PartnerName].map(|role| layout.place(role));
    let own = if goods.contains(&Some(at)) { goods } else { whom };
    let apart: Vec<usize> = APART
        .into_iter()
        .filter_map(|role| layout.place(role))
        .filter(|at| !own.contains(&Some(*at)))
        .collect();
    let mut found: Vec<Vec<&[String]>> = Vec::new();
    for row in &sample.rows {
        let same = |run: &Vec<&[String]>| {
            run.last().is_some_and(|last| apart.iter().all(|at| last.get(*at) == row.get(*at)))
        };
        match found.last_mut().filter(|run| same(run)) {
            Some(run) => run.push(row),
            None => found.push(vec![row]),
        }
    }
    found
}

/// How many of the rows behind one, two at least, its figures are all the sum of.
fn addends(
    row: &[String],
    rows: &[&[String]],
    amounts: &[usize],
    layout: &Layout,
) -> Option<usize> {
    let wanted: Vec<(usize, f64)> = amounts
        .iter()
        .filter_map(|at| Some((*at, amount(row, *at, layout)?)))
        .filter(|(_, own)| *own > 0.0)
        .collect();
    let (first, whole) = wanted.first().copied()?;
    let (mut sum, mut parts) = (0.0, 0);
    for (count, part) in rows.iter().enumerate() {
        let own = amount(part, first, layout).unwrap_or_default();
        sum += own;
        parts += usize::from(own != 0.0);
        if sum > whole * (1.0 + NEAR) {
            return None;
        }
        if parts > 1 && near(sum, whole) {
            let all = wanted.iter().all(|(at, whole)| {
                let own = rows.iter().take(count + 1);
                near(own.filter_map(|row| amount(row, *at, layout)).sum(), *whole)
            });
            return all.then_some(count + 1);
        }
    }
    None
}

/// How far binary fractions may be from a sum of decimals.
const NEAR: f64 = 1e-9;

fn near(sum: f64, whole: f64) -> bool {
    (sum - whole).abs() <= whole * NEAR
}

fn amount(row: &[String], at: usize, layout: &Layout) -> Option<f64> {
    number(row.get(at)?.as_bytes(), layout.marks(at))
}

/// How many digits a figure has, from its first to its last that is no zero.
fn digits(amount: f64) -> usize {
    let written: String = amount.to_string().chars().filter(char::is_ascii_digit).collect();
    written.trim_matches('0').len()
}

const fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[[&str; 3]]) -> Vec<(String, Vec<String>)> {
        let mut layout = Layout::blank("");
        layout.put(Role::Period, 0);
        layout.put(Role::ProductName, 1);
        layout.put(Role::Value, 2);
        let rows = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let sample = Sample { rows, ..Sample::default() };
        let pair = |own: Subtotal| (own.name, own.parts);
        subtotals(&layout, &sample, 1).into_iter().map(pair).collect()
    }

    #[test]
    fn sums_of_the_rows_next_to_them_are_found() {
        let rows = |wool: &'static str| {
            [
                ["2024", "Tea", "5111"],
                ["2024", "Textiles", "40303"],
                ["2024", "Cotton", "30201"],
                ["2024", "Wool", wool],
                ["2024", "Iron", "7004"],
                ["2025", "Tea", "6222"],
                ["2025", "Textiles", "50606"],
                ["2025", "Cotton", "30303"],
                ["2025", "Wool", "20303"],
            ]
        };
        let parts = vec!["Cotton".to_owned(), "Wool".to_owned()];
        assert_eq!(found(&rows("10102")), [("Textiles".to_owned(), parts)]);
        // In one year alone it is chance.
        assert_eq!(found(&rows("10103")), []);
        // So it is of few digits.
        let small =
            [["2024", "A", "5"], ["2024", "B", "2"], ["2024", "C", "3"], ["2024", "D", "9"]];
        assert_eq!(found(&small), []);
    }
}
