//! Columns of figures or names that are not used.

use super::first_rows::{Sample, letter};
use super::heads;
use super::versions::goes_together;
use crate::import::cells::cell_numbers::{is_absent, is_number};
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::vocabulary::{
    What, flow_in, holds, is_by_carrier, is_running, money_in, small, tonnes, what,
};
use crate::import::layouts::Layout;
use crate::wording::say::import::noticed;

/// What may stand behind a number that it multiplies: 6140万.
const SIZES: [char; 4] = ['万', '亿', '萬', '億'];
/// How many cells of a column are looked at.
const LOOKED_AT: usize = 40;

/// Tells which columns are not used: those of figures, those of names, and all others.
pub fn list_unused(layout: &mut Layout, sample: &Sample) {
    let used = used(layout);
    let figures = layout.figures();
    let beside: Vec<usize> = used.iter().copied().filter(|at| !figures.contains(at)).collect();
    // Two of one name are told apart by their letters.
    let called = |at: usize| {
        let name = sample.name(at);
        let same = used.iter().any(|own| sample.name(*own) == name);
        if same { format!("{name} ({})", letter(at)) } else { name.to_owned() }
    };
    let mut lists: [Vec<String>; 3] = Default::default();
    for at in (0..sample.header.len()).filter(|at| !used.contains(at)) {
        let name = called(at);
        // Of what holds nothing there is nothing to say.
        let blank = sample.name(at).is_empty() || sample.cells(at).next().is_none();
        if blank || layout.supposed.iter().any(|own| names(own, &name)) {
            continue;
        }
        let kind = match () {
            () if is_figures(sample, at, &beside) => 0,
            () if is_names(sample, at, &beside) => 1,
            () => 2,
        };
        lists.get_mut(kind).into_iter().for_each(|own| own.push(name.clone()));
    }
    let any = lists.iter().any(|own| !own.is_empty());
    layout.unused = any.then(|| noticed::columns_not_used(&lists));
}

/// Whether what was said names a column, and does not only use the word.
fn names(said: &str, name: &str) -> bool {
    let bound = |own: Option<char>| own.is_none_or(|own| "“”:,;：，、；".contains(own));
    said.match_indices(name).any(|(at, _)| {
        let before = said.get(..at).unwrap_or_default().trim_end().chars().next_back();
        let behind = said.get(at + name.len()..).unwrap_or_default().trim_start().chars().next();
        bound(before) && bound(behind)
    })
}

/// Every column that says anything of a figure.
pub fn used(layout: &Layout) -> Vec<usize> {
    let words = layout.only.iter().chain(&layout.priced).chain(&layout.summed);
    let words = words.chain(&layout.preferred).chain(&layout.subtotals).chain(&layout.paid);
    let words = words.map(|own| own.0);
    let sides = layout.sides.into_iter().flat_map(<[usize; 2]>::from);
    let months = layout.within.iter().filter_map(|own| own.beside.as_ref()).map(|own| own.0);
    let others = [layout.scale, layout.beside].into_iter().flatten();
    let parts = layout.parts.iter().copied();
    layout.used().chain(others).chain(sides).chain(words).chain(months).chain(parts).collect()
}

fn is_figures(sample: &Sample, at: usize, beside: &[usize]) -> bool {
    let name = sample.name(at);
    let cells = || sample.cells(at).take(LOOKED_AT);
    if !cells().any(|cell| cell.bytes().any(|own| own.is_ascii_digit()))
        || !cells()
            .all(|cell| is_number(cell.trim_end_matches(SIZES)) || is_absent(cell.as_bytes()))
    {
        // Words stand here and there among sums since January.
        return is_running(name) && cells().any(is_number);
    }
    let amount = matches!(
        what(name, ""),
        Some(What::Value(_) | What::Weight(_) | What::Count(..) | What::Quantity)
    );
    // `Trade_Balance`, `Export_Diff`.
    let named = amount || is_by_carrier(name) || flow_in(name).is_some();
    // Numbers that stand for a word beside them: short ones, or of one length.
    let digits = |cell: &str| cell.bytes().all(|own| own.is_ascii_digit());
    let length = cells().next().map_or(0, str::len);
    let coded = || {
        cells().all(|cell| digits(cell) && (cell.len() < 4 || cell.len() == length))
            && beside.iter().any(|own| goes_together(sample, *own, at))
    };
    named || sample.distinct(at, 1).len() > 1 && heads::is_measured(sample, at) && !coded()
}

fn is_names(sample: &Sample, at: usize, beside: &[usize]) -> bool {
    const OTHERS: &str = "flag|status|note|comment|remark|source|link|url|unit|currency|update|symbol|observation|obs_|code|iso|id";
    let cells = || sample.cells(at).take(LOOKED_AT);
    let word = |cell: &str| cell.chars().filter(|own| own.is_alphabetic()).count() > 2;
    let other = |cell: &str| {
        period(cell.as_bytes(), Dates::default()).is_some()
            || money_in(cell).is_some()
            || tonnes(cell).is_some()
            || cell.contains("://")
    };
    !holds(&small(sample.name(at)), OTHERS)
        && cells().any(word)
        && cells().all(|cell| word(cell) && !other(cell) || is_absent(cell.as_bytes()))
        && sample.distinct(at, 1).len() > 1
        && !beside.iter().any(|own| goes_together(sample, *own, at))
}
