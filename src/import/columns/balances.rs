//! Columns named for exports, imports or values that hold balances or changes, as negative figures show.

use super::first_rows::Sample;
use crate::import::asking::{Asking, Said};
use crate::import::cells::cell_numbers::{either, is_number};
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::vocabulary::{
    OF_NO_TRADE, OF_TRADE, Way, What, factor_in, flow_in, holds, is_of_indices, is_reexport,
    may_be_one, money_in, says_no_trade, sign_beside, small, tonnes, what,
};
use crate::import::layouts::{Layout, Role, Set};
use crate::wording::say::import::questions as words;
use crate::wording::say::import::{noticed, refusals};

/// A column's figures; nothing of its other cells.
fn amounts(sample: &Sample, at: usize) -> impl Iterator<Item = (&Vec<String>, f64)> {
    sample.rows.iter().filter_map(move |row| Some((row, either(row.get(at)?)?)))
}

/// Whether a cell is a number in brackets.
fn is_bracketed(cell: &str) -> bool {
    cell.starts_with('(') && cell.ends_with(')') && is_number(cell)
}

/// The first figure of a column in brackets, where few of its figures are: a balance's would be many.
fn bracketed(sample: &Sample, at: usize) -> Option<&str> {
    let count = sample.cells(at).filter(|cell| is_bracketed(cell)).count();
    let few = count > 0 && count * 3 < amounts(sample, at).count();
    sample.cells(at).find(|cell| few && is_bracketed(cell))
}

/// Asks whether brackets around a few figures are a minus, as accountants write it, or a mark of the publisher's.
pub fn brackets(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns = layout.figures().into_iter();
    let Some((at, cell)) = columns.filter_map(|at| Some((at, bracketed(sample, at)?))).next()
    else {
        return;
    };
    let asked = words::brackets(sample.name(at), cell);
    // A note below may have that number: `3Less than half a unit.`.
    let digits = cell.trim_matches(['(', ')']);
    let noted = |line: &String| {
        let rest = line.trim_start_matches('(').strip_prefix(digits);
        rest.is_some_and(|own| own.starts_with(|own: char| own.is_alphabetic() || own == ')'))
    };
    let noted = digits.len() == 1 && sample.notes.iter().any(noted);
    let likely = if noted { "note" } else { "figure" };
    let answer = asking.choose("brackets", likely, &["figure", "minus", "note"], asked);
    (layout.bracketed, layout.noted) = (answer == Some("figure"), answer == Some("note"));
}

/// How many of a column's figures are below zero, and how many there are; those of rows that a layout takes
/// for balances do not count.
fn below_zero(layout: Option<&Layout>, sample: &Sample, at: usize) -> (usize, usize) {
    let said = [Role::Flow, Role::Measure];
    let said: Vec<usize> =
        said.into_iter().filter_map(|role| layout.and_then(|own| own.place(role))).collect();
    let balance = |row: &Vec<String>| {
        said.iter().any(|at| row.get(*at).is_some_and(|cell| flow_in(cell) == Some(Way::Part)))
    };
    // What a few brackets mean is asked.
    let marked = bracketed(sample, at).is_some();
    let bracketed =
        |row: &Vec<String>| marked && row.get(at).is_some_and(|cell| is_bracketed(cell));
    let told = amounts(sample, at)
        .filter(|(row, amount)| *amount >= 0.0 || !balance(row) && !bracketed(row));
    told.fold((0, 0), |(below, all), (_, amount)| (below + usize::from(amount < 0.0), all + 1))
}

/// Whether so many figures are below zero that they are no corrections.
const fn many((below, all): (usize, usize)) -> bool {
    below * 10 >= all && (below > 1 || below == all) && below > 0
}

/// Whether a column rather holds the trade than another of the same direction that goes below zero: it does
/// not, and is not called a change; or than one that repeats the total of a period on each of its rows.
pub fn is_rather(sample: &Sample, new: usize, old: usize) -> bool {
    const CHANGES: &str = "anual|annual|mensual|mensal|mensuel|monthly|yoy|y/y|m/m|mom|vari|tasa|taux|rate|growth|croiss|crecim|crescim|interan|change|chg|pct|percent|%|wachst|veränd|değiş|изменен|темп|прирост|同比|环比|増減|증감|pertumbuhan";
    let signed = below_zero(None, sample, old).0 > 0
        && below_zero(None, sample, new).0 == 0
        && !holds(&small(sample.name(new)), CHANGES);
    signed || is_repeated(sample, old) && !is_repeated(sample, new)
}

/// Whether a column has one figure on all rows of a period, for several periods: their totals, of partners or of
/// goods that stand in the rows.
pub fn is_repeated(sample: &Sample, at: usize) -> bool {
    let dated = |at: &usize| {
        let times = sample.distinct(*at, MOST_TIMES);
        let read = |own: &&str| period(own.as_bytes(), Dates::default()).is_some();
        (2..=MOST_TIMES).contains(&times.len()) && times.iter().all(read)
    };
    let Some(time) = (0..sample.header.len()).find(dated) else { return false };
    let mut met: Vec<(&String, &String)> = Vec::new();
    let one_each =
        sample.rows.iter().filter_map(|row| row.get(time).zip(row.get(at))).all(|pair| {
            let own = met.iter().find(|(time, _)| *time == pair.0);
            let same = own.is_none_or(|(_, figure)| *figure == pair.1);
            if own.is_none() {
                met.push(pair);
            }
            same
        });
    one_each && met.len() > 1 && sample.rows.len() >= met.len() * 2
}

/// More times than a column is looked at for.
const MOST_TIMES: usize = 400;

/// Whether a column goes below zero more often than corrections do.
pub fn is_signed(sample: &Sample, at: usize) -> bool {
    many(below_zero(None, sample, at))
}

/// The first column of a layout's figures that is signed.
fn signed(layout: &Layout, sample: &Sample) -> Option<usize> {
    let columns = layout.figures();
    let below = |at: usize| below_zero(Some(layout), sample, at);
    let apart = columns.iter().any(|at| !many(below(*at)));
    // Beside others a column that is all below zero has what is paid.
    let paid = |at: usize| {
        let (below, all) = below(at);
        apart && below == all
    };
    columns.into_iter().find(|at| many(below(*at)) && !paid(*at))
}

/// The line above a table that says of all its figures that they are shares: one that nothing beside it says
/// the money or the unit of.
pub fn shares(sample: &Sample) -> Option<&str> {
    const SHARES: [&str; 7] = ["(%)", "(in %)", "% of", "percent", "% du", "% del", "占比"];
    let counted = |text: &String| {
        money_in(text).is_some() || factor_in(text).is_some() || tonnes(text).is_some()
    };
    let all = sample.titles.iter().chain(&sample.header);
    let line = sample.titles.iter().find(|line| {
        let lower = small(line);
        SHARES.iter().any(|own| lower.contains(own))
    })?;
    (!all.clone().any(counted)).then_some(line)
}

/// The line above a table, or the file's name, that calls its figures index numbers, where nothing names their money
/// or their unit.
pub fn indices<'a>(sample: &'a Sample, file: &'a str) -> Option<&'a str> {
    let all = sample.titles.iter().chain(&sample.header).map(String::as_str);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let counted = |text: &str| money_in(text).is_some() || tonnes(text).is_some();
    if all.clone().any(counted) {
        return None;
    }
    sample.titles.iter().map(String::as_str).chain([stem]).find(|line| is_of_indices(line))
}

/// The words by which all rows say that their figures are shares, prices, indices or changes.
pub fn no_measures<'a>(layout: &Layout, sample: &'a Sample) -> Option<Vec<&'a str>> {
    let columns = [Role::Flow, Role::Measure, Role::Unit].into_iter();
    columns.filter_map(|role| layout.place(role)).find_map(|at| {
        let words = sample.distinct(at, 12);
        let none =
            |word: &&str| what(word, "") == Some(What::Other) && flow_in(word) != Some(Way::Part);
        (!words.is_empty() && words.len() <= 12 && words.iter().all(none)).then_some(words)
    })
}

/// What rows say of several tables that stand below one another, each below the same headings, of which some are
/// of no trade: how many there are, and the first such words.
pub fn stacked(sample: &Sample) -> Option<(usize, &str)> {
    let same = |row: &&Vec<String>| {
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        let alike = row.iter().zip(&sample.header).filter(|(one, other)| one == other).count();
        filled > 2 && alike * 5 >= filled * 4
    };
    let count = sample.rows.iter().filter(same).count();
    let labels = sample.rows.iter().filter_map(|row| row.first());
    let other = labels.map(String::as_str).find(|word| says_no_trade(word))?;
    (count > 0).then_some((count + 1, other))
}

/// What says of a table that its figures are of something else than trade, where nothing says that they are of
/// trade: a line above it, or the file's name.
pub fn no_trade<'a>(sample: &'a Sample, file: &'a str) -> Option<&'a str> {
    let says = |text: &str| flow_in(text).is_some() || holds(&small(text), OF_TRADE);
    let cells = sample.rows.iter().take(3).flatten();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let all = sample.titles.iter().chain(&sample.header).map(String::as_str);
    if all.chain(cells.map(String::as_str)).chain([stem]).any(says) {
        return None;
    }
    // How figures were made says nothing of what they are: “converted at annual exchange rates”.
    let other = |text: &&str| {
        let text = small(text).replace(['_', '-'], " ");
        holds(&text, OF_NO_TRADE) && !holds(&text, "convert|adjust|constant|折算|umgerechnet")
    };
    sample.titles.iter().map(String::as_str).chain([stem]).find(other)
}

/// The names of the columns of figures, where all of them are of balances, shares, changes or prices.
pub fn no_amounts(sample: &Sample) -> Option<Vec<&str>> {
    let dated = |at: usize| {
        sample.cells(at).all(|cell| period(cell.as_bytes(), Dates::default()).is_some())
    };
    let filled = (0..sample.header.len()).filter(|at| sample.cells(*at).next().is_some());
    let columns = filled.filter(|at| !dated(*at) && amounts(sample, *at).next().is_some());
    let names: Vec<&str> = columns.map(|at| sample.name(at)).collect();
    let shares: Vec<&str> = (0..sample.header.len())
        .filter(|at| is_of_shares(sample, *at))
        .map(|at| sample.name(at))
        .collect();
    if names.is_empty() && !shares.is_empty() {
        return Some(shares);
    }
    let other = |name: &&str| {
        flow_in(name) == Some(Way::Part) && !is_reexport(&small(name))
            || what(name, "") == Some(What::Other)
    };
    (!names.is_empty() && names.iter().all(other)).then_some(names)
}

/// Whether the cells of a column are percentages: `12.5%`.
fn is_of_shares(sample: &Sample, at: usize) -> bool {
    let share =
        |cell: &str| cell.strip_suffix(['%', '％']).is_some_and(|own| is_number(own.trim()));
    sample.cells(at).next().is_some() && sample.cells(at).all(share)
}

/// The first of the columns of figures where none of them ever changes from time to time, whoever the partner: one
/// figure, repeated. Weights that stay beside values that move are trade.
fn constant(layout: &Layout, sample: &Sample) -> Option<usize> {
    let when = layout.place(Role::Period)?;
    let whom = layout.partners_at()?;
    let others = [Role::Product, Role::ProductName, Role::Flow, Role::Measure];
    let told: Vec<usize> =
        others.into_iter().filter_map(|role| layout.place(role)).chain([whom]).collect();
    // What each has at its times: the figure, and those times.
    let constant = |at: &usize| {
        let mut met: Vec<(Vec<&String>, f64, Vec<&String>)> = Vec::new();
        for (row, amount) in amounts(sample, *at).take(400) {
            let own: Vec<&String> = told.iter().filter_map(|at| row.get(*at)).collect();
            let Some(time) = row.get(when) else { continue };
            match met.iter_mut().find(|(key, ..)| *key == own) {
                Some((_, first, _)) if *first != amount => return false,
                Some((.., times)) if times.contains(&time) => {}
                Some((.., times)) => times.push(time),
                None => met.push((own, amount, vec![time])),
            }
        }
        met.iter().filter(|(_, amount, times)| *amount != 0.0 && times.len() > 2).count() > 1
    };
    let figures = layout.figures();
    figures.first().copied().filter(|_| figures.iter().all(constant))
}

/// Asks whether figures that go below zero are trade, and such as never change. One column among several of goods
/// is a residual, and left out.
pub fn ask(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    if let Some(at) = constant(layout, sample) {
        asking.choose(CONSTANT, "no", &["no", "yes"], words::constant(sample.name(at)));
    }
    let Some(at) = signed(layout, sample) else { return };
    if is_one_of_several(layout, sample) && asking.said.get(ID) != Some("yes") {
        asking.asked.push(ID.to_owned());
        let mut names = Vec::new();
        layout.sets.retain(|set| {
            let at = set.value.map(|(at, _)| at).filter(|at| is_signed(sample, *at));
            names.extend(at.map(|at| sample.name(at)));
            at.is_none()
        });
        layout.supposed.push(noticed::no_goods(&names));
        return;
    }
    let (below, all) = below_zero(Some(layout), sample, at);
    let asked = words::signed(sample.name(at), below, all);
    // What is said of them is obeyed once all is settled.
    asking.choose(ID, likely_signed(layout, sample, at), &["no", "yes"], asked);
}

/// Whether goods head all columns of figures, of which few go below zero.
fn is_one_of_several(layout: &Layout, sample: &Sample) -> bool {
    let below = |set: &&Set| set.value.is_some_and(|(at, _)| is_signed(sample, at));
    let some = layout.sets.iter().filter(below).count();
    layout.sets.iter().all(|set| set.goods.is_some()) && some > 0 && some * 3 <= layout.sets.len()
}

/// Whether what goes below zero is likely trade: a few figures of rows that say their direction, or a few among large
/// ones below a word for one.
fn likely_signed(layout: &Layout, sample: &Sample, at: usize) -> &'static str {
    let (below, all) = below_zero(Some(layout), sample, at);
    let large = || amounts(sample, at).any(|(_, amount)| amount >= 1e3);
    let headed = || matches!(flow_in(sample.name(at)), Some(Way::Flow(_)));
    let said = layout.place(Role::Flow).is_some();
    if below * 3 < all && (said || headed() && large()) { "yes" } else { "no" }
}

/// Why the file is refused, where somebody said that such figures are no trade.
pub fn refused(layout: &Layout, sample: &Sample, said: Said<'_>) -> Option<String> {
    let no = |id: &str, likely: &str| {
        said.get(id).is_some_and(|own| own == "no" || own == "likely" && likely == "no")
    };
    if no(CONSTANT, "no")
        && let Some(at) = constant(layout, sample)
    {
        return Some(refusals::constant(sample.name(at)));
    }
    let at = signed(layout, sample)?;
    no(ID, likely_signed(layout, sample, at)).then(|| refusals::balances(sample.name(at)))
}

/// Why the file is refused, where its years lie so far ahead that they are of another calendar.
pub fn far_years(layout: &Layout, sample: &Sample) -> Option<String> {
    const LAST: i32 = 2060;
    let at = layout.place(Role::Period).or(layout.place(Role::Year))?;
    let far = |cell: &&str| {
        let dates = Dates { month_first: Some(true), ..layout.dates };
        period(cell.as_bytes(), dates).is_some_and(|own| own.start.year() > LAST)
    };
    let cells = sample.distinct(at, 400);
    let first = cells.first().copied().filter(far)?;
    cells.iter().all(far).then(|| refusals::far_years(sample.name(at), first))
}

/// Why the file is refused, where the columns of its values name several currencies, or the cells of one do.
pub fn several_moneys(layout: &Layout, sample: &Sample) -> Option<String> {
    if [Role::Measure, Role::Amount].into_iter().any(|role| layout.place(role).is_some()) {
        return None;
    }
    let columns = layout.sets.iter().filter_map(|set| set.value.map(|(at, _)| at));
    let said = !names_alone(layout, sample);
    let of_names = columns.clone().filter(|_| said);
    let of_names = of_names.filter_map(|at| {
        let money = money_in(sample.name(at))?;
        Some((sample.name(at), money.code().to_owned(), None))
    });
    let of_cells = columns.flat_map(|at| {
        let cells = sample.rows.iter().enumerate();
        cells.filter_map(move |(row, cells)| {
            let sign = sign_beside(cells.get(at)?)?;
            Some((sample.name(at), sign, sample.lines.get(row).copied()))
        })
    });
    let mut met: Option<(&str, String)> = None;
    of_names.chain(of_cells).find_map(|(name, sign, line)| match &met {
        Some((_, own)) if may_be_one(own, &sign) => None,
        Some((first, own)) => {
            let moneys = [own, &sign].map(|sign| (sign.as_str(), money_in(sign)));
            Some(refusals::several_currencies([first, name], moneys, line))
        }
        None => {
            met = Some((name, sign));
            None
        }
    })
}

/// Whether columns are headed by names of countries or goods, of which not all name a money: then letters of one say
/// none, as in `Hong Kong SAR`.
pub fn names_alone(layout: &Layout, sample: &Sample) -> bool {
    let mut named = layout.sets.iter().filter(|set| set.country.is_some() || set.goods.is_some());
    named.any(|set| set.value.is_some_and(|(at, _)| money_in(sample.name(at)).is_none()))
}

const ID: &str = "signed";
const CONSTANT: &str = "constant";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_no_balance() {
        let column = |cells: &[&str]| {
            let rows = cells.iter().map(|cell| vec![(*cell).to_owned()]).collect();
            is_signed(&Sample { rows, ..Sample::default() }, 0)
        };
        assert!(column(&["-12", "-3,5", "4", ""]));
        assert!(column(&["-12"]));
        assert!(!column(&["12", "-3", "4"]));
        assert!(!column(&["12", "x", "4"]));
        assert!(!column(&[]));
    }
}
