//! Headings that are missing, and those that stand twice for two things.

use super::supposed::year_apart;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::either;
use crate::import::columns::first_rows::{Sample, letter};
use crate::import::columns::wide::{alike, column_kinds};
use crate::import::layouts::{Layout, Set, When};
use crate::util;
use crate::wording::say::import::questions as words;

/// Which of several columns is meant where several are of one period: below the same headings once more, or
/// below others that say no more than which they are.
pub fn repeated(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let kinds = column_kinds(sample);
    let columns = |set: &Set| set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at));
    let several = |at: usize| Some(alike(sample, &kinds, at)).filter(|own| own.len() > 1);
    let headed =
        || layout.sets.iter().filter(|set| matches!(set.when, When::Heading(_) | When::Month(_)));
    let Some(first) = headed().filter_map(columns).find_map(several) else { return };
    let names: Vec<&str> = first.iter().map(|at| sample.name(*at)).collect();
    let cells = telling(sample, &first);
    let shown: Vec<(String, &str)> = first.iter().map(|at| letter(*at)).zip(cells).collect();
    let numbers: Vec<String> = (1..=first.len()).map(|number| number.to_string()).collect();
    let mut values: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let same = names.windows(2).all(|pair| pair.first() == pair.get(1));
    // Where each heading stands above two, one may be the weight and one the money.
    let two = |at: usize| alike(sample, &kinds, at).len() == 2;
    let paired = same && headed().filter_map(columns).all(two);
    if paired {
        values.splice(0..0, BOTH);
    }
    let name = names.first().copied().unwrap_or_default();
    let asked = match same {
        true => words::again(name, &shown, paired),
        false => words::of_one_period(&names),
    };
    let likely = if paired { likely_pair(sample, &first) } else { "1" };
    let answer = asking.choose("again", likely, &values, asked);
    if let Some(order) = BOTH.iter().position(|own| Some(*own) == answer) {
        for set in &mut layout.sets {
            let own = columns(set).map(|at| alike(sample, &kinds, at)).unwrap_or_default();
            if let [first, second] = own[..] {
                let (weight, value) = if order == 0 { (first, second) } else { (second, first) };
                (set.value, set.weight) = (Some((value, 1.0)), Some((weight, None)));
            }
        }
        let used: Vec<usize> = layout.used().collect();
        layout.versions.retain(|at| !used.contains(at));
        return;
    }
    let Some(number) = numbers.iter().position(|own| Some(own.as_str()) == answer) else { return };
    // The one that is called the same but for its year, or stands in the same place among its own.
    let rest = |at: usize| year_apart(sample.name(at)).map(|(rest, _)| rest);
    let chosen = first.get(number).and_then(|at| rest(*at)).filter(|_| !same);
    let moved = |at: usize| {
        let own = alike(sample, &kinds, at);
        let other = |at: usize| kinds.get(at).map(|(.., measured)| measured);
        let apart = own.len() == 1 && other(at) != first.first().and_then(|at| other(*at));
        let placed = || own.get(number).copied().filter(|_| own.len() == first.len());
        match &chosen {
            _ if apart => Some(at),
            Some(_) => own.iter().copied().find(|at| rest(*at) == chosen).or_else(placed),
            None => own.get(number).copied().or(Some(at)),
        }
    };
    let taken: Vec<Set> = layout
        .sets
        .iter()
        .map(|set| Set {
            value: set.value.and_then(|(at, factor)| Some((moved(at)?, factor))),
            weight: set.weight.and_then(|(at, tonnes)| Some((moved(at)?, tonnes))),
            ..*set
        })
        .filter(|set| set.value.is_some() || set.weight.is_some())
        .collect();
    layout.sets = taken;
    let used: Vec<usize> = layout.used().collect();
    layout.versions.retain(|at| !used.contains(at) && alike(sample, &kinds, *at).len() < 2);
}

/// The answers that two columns of each period are a weight and money, in the order of the columns.
const BOTH: [&str; 2] = ["quantity-value", "value-quantity"];

/// The cells of some columns in the first row where all of them are figures above zero and differ; where there is none
/// the first of each.
fn telling<'a>(sample: &'a Sample, columns: &[usize]) -> Vec<&'a str> {
    let of = |row: &'a Vec<String>| {
        let cells: Vec<&str> =
            columns.iter().filter_map(|at| Some(row.get(*at)?.as_str())).collect();
        let mut apart = cells.clone();
        util::sort_unique(&mut apart);
        let traded = |cell: &&str| cell.bytes().any(|own| (b'1'..=b'9').contains(&own));
        (apart.len() == columns.len() && cells.iter().all(traded)).then_some(cells)
    };
    let first = |at: &usize| sample.cells(*at).next().unwrap_or_default();
    sample.rows.iter().find_map(of).unwrap_or_else(|| columns.iter().map(first).collect())
}

/// What two columns of one period likely are: versions of one figure where most are near each other; else a weight and
/// money, in the order that offices mostly have them in, unless the first alone has the decimals of money.
fn likely_pair(sample: &Sample, columns: &[usize]) -> &'static str {
    let [first, second] = *columns else { return "1" };
    let read = |row: &Vec<String>, at: usize| either(row.get(at)?).filter(|own| *own > 0.0);
    let rows = sample.rows.iter().filter_map(|row| Some((read(row, first)?, read(row, second)?)));
    let (mut near, mut all) = (0, 0);
    for (one, other) in rows {
        near += usize::from((one / other - 1.0).abs() < 0.25);
        all += 1;
    }
    let money = |at: usize| {
        let behind =
            |cell: &str| cell.rsplit_once(['.', ',']).is_some_and(|(_, own)| own.len() == 2);
        sample.cells(at).next().is_some() && sample.cells(at).all(behind)
    };
    match () {
        () if near * 2 > all => "1",
        () if money(first) && !money(second) => BOTH[1],
        () => BOTH[0],
    }
}
