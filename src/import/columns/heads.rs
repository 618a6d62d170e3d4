//! Columns of figures headed by goods: one row has figures for many goods, and no heading says whether they
//! are values or weights.

use super::balances::is_signed;
use super::column_names::{HINTS, is_hint, is_value};
use super::first_rows::{Sample, years};
use super::wide::countries;
use crate::import::cells::cell_numbers::{either, is_absent, is_number};
use crate::import::cells::dates::{self, Dates, period};
use crate::import::cells::vocabulary::{
    Way, What, coded, fits_hs, flow_in, has_total, holds, is_running, money_in, small, what,
};
use crate::import::layouts::{Layout, Role, Set, plain};
use crate::trade::Flow;
use crate::util;
use crate::util::number_in;

/// What a column's figures are by its heading alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Values, weights, exports, years: something that is known.
    Known,
    /// Numbers of rows, codes, shares: nothing that is added up.
    Nothing,
    /// A word that says nothing of what is measured.
    Word,
    /// Such a word and the unit of a weight or of a count behind it: `Arabica (t)`.
    Counted,
}

/// The columns that are headed by words which say nothing of what their figures measure, where all figures of
/// a table are: goods, mostly. None where countries, times or measures head any of them.
pub fn headed(sample: &Sample) -> Vec<usize> {
    let figures: Vec<usize> =
        (0..sample.header.len()).filter(|at| is_figures(sample, *at)).collect();
    let paired = paired(sample, &figures);
    if !paired.is_empty() {
        return paired;
    }
    let kinds: Vec<(usize, Head)> = figures.iter().map(|at| (*at, kind(sample, *at))).collect();
    let any = |wanted: Head| kinds.iter().any(|(_, kind)| *kind == wanted);
    // Words without a unit beside others that have one are measured in something else.
    let mixed = any(Head::Word) && any(Head::Counted);
    if any(Head::Known) || mixed || !countries(sample, &[]).is_empty() {
        return Vec::new();
    }
    let words = kinds.into_iter().filter(|(_, kind)| *kind != Head::Nothing).map(|(at, _)| at);
    let words: Vec<usize> = words.collect();
    // What differs in its number alone is one thing in several versions.
    let stem = |at: usize| {
        let name = small(sample.name(at));
        name.chars().filter(|own| !own.is_ascii_digit()).collect::<String>()
    };
    let mut stems: Vec<String> = words.iter().map(|at| stem(*at)).collect();
    let several = words.iter().filter(|at| !has_total(sample.name(**at))).count();
    let count = stems.len();
    util::sort(&mut stems, Ord::cmp);
    stems.dedup();
    if several < 2 || stems.len() < count { Vec::new() } else { words }
}

/// From so many on, words that stand beside both directions are a list of something.
const FEWEST_PAIRS: usize = 3;

/// The columns headed by a direction and a word, where several words stand beside exports and imports alike:
/// `exp_copper`, `imp_copper`, `exp_zinc` …
fn paired(sample: &Sample, figures: &[usize]) -> Vec<usize> {
    let split: Vec<(usize, (Flow, &str))> =
        figures.iter().filter_map(|at| Some((*at, directed(sample.name(*at))?))).collect();
    let met = |flow: Flow, word: &str| split.iter().any(|(_, own)| *own == (flow, word));
    let both =
        split.iter().filter(|(_, (flow, word))| *flow == Flow::Export && met(Flow::Import, word));
    if both.count() < FEWEST_PAIRS {
        Vec::new()
    } else {
        split.into_iter().map(|(at, _)| at).collect()
    }
}

/// The direction and the word of a heading that has both and says nothing else: not what is measured, when or
/// how.
fn directed(name: &str) -> Option<(Flow, &str)> {
    const MANNERS: &str = "real|nominal|sa|nsa|adj|adjusted|seasonal|current|constant|gdp|fob|cif|growth|annual|monthly|net|trade|lag|log|ln|dummy";
    let (first, behind) = name.split_once(SPACES)?;
    let (before, last) = name.rsplit_once(SPACES)?;
    let flow = |word: &str| match flow_in(&format!("{word} of")) {
        Some(Way::Flow(flow)) => Some(flow),
        _ => None,
    };
    let (flow, word) =
        flow(first).map(|own| (own, behind)).or(flow(last).map(|own| (own, before)))?;
    let lower = small(word);
    let manner = lower
        .split(|own: char| !own.is_alphanumeric())
        .any(|own| own.len() < 2 || MANNERS.split('|').any(|word| word == own));
    // What is left of a list is none of its goods, in both directions.
    const OTHERS: [&str; 9] =
        ["other", "others", "otros", "otras", "outros", "autres", "sonstige", "прочие", "其他"];
    let says = what(word, "").is_some()
        || OTHERS.contains(&lower.as_str())
        || is_value(word)
        || money_in(word).is_some()
        || flow_in(word).is_some()
        || is_running(word)
        || years(word) > 0
        || period(word.as_bytes(), Dates::default()).is_some();
    (word.starts_with(char::is_alphabetic) && !manner && !says).then_some((flow, word))
}

/// The direction of a column that is headed by one and a word.
fn flow_of(sample: &Sample, at: usize) -> Option<Flow> {
    directed(sample.name(at)).map(|(flow, _)| flow)
}

/// What parts a direction from the word beside it.
const SPACES: [char; 3] = ['_', ' ', '-'];

/// A set of figures for each such column that is not the sum of others.
pub fn sets(layout: &Layout, sample: &Sample) -> Vec<Set> {
    let told = [Role::Measure, Role::Amount].into_iter().any(|role| layout.place(role).is_some());
    let set = |at: usize| {
        let own = Set { goods: Some(at), flow: flow_of(sample, at), ..Set::BLANK };
        match what(sample.name(at), "").filter(|_| counted_goods(sample.name(at)).is_some()) {
            Some(What::Weight(tonnes)) => Set { weight: Some((at, Some(tonnes))), ..own },
            Some(What::Count(unit, each)) => {
                Set { weight: Some((at, None)), count: Some((unit, each)), ..own }
            }
            _ => Set { value: Some((at, 1.0)), ..own },
        }
    };
    let used: Vec<usize> = layout.used().collect();
    let own = headed(sample);
    if told || own.iter().any(|at| used.contains(at)) {
        return Vec::new();
    }
    let left = left(sample, &own);
    own.into_iter().filter(|at| !left.contains(at)).map(set).collect()
}

/// The columns that are headed by goods and left out: sums of others, but for the total that what is left does not
/// come to, and what is of no goods.
fn left(sample: &Sample, columns: &[usize]) -> Vec<usize> {
    let (sums, total) = (sums(sample, columns), total(sample, columns));
    let sums = sums.into_iter().filter(|at| Some(*at) != total);
    sums.chain(of_no_goods(sample, columns)).collect()
}

/// The columns that are of services, freight, plans or adjustments beside more that are of goods.
pub fn of_no_goods(sample: &Sample, columns: &[usize]) -> Vec<usize> {
    const OTHERS: &str = "service|services|servicios|serviços|servizi|dienstleistungen|услуги|freight|insurance|flete|seguro|target|targets|forecast|plan|plans|planned|budget|projection|adjustment|adjustments|discrepancy|discrepancies|anpassung|ajuste|ajustes|ajustement|корректировка|план|прогноз";
    let other = |at: &usize| {
        let name = small(sample.name(*at));
        let words = name.split(|own: char| !own.is_alphabetic());
        let word = |own: &str| OTHERS.split('|').any(|word| word == own);
        // Of goods and services together it is more than either.
        let both = holds(&name, "goods|merchandise|货物");
        is_deducted(&name)
            || words.clone().any(word) && !both
            || holds(&name, "服务|调整|计划|预测")
    };
    let own: Vec<usize> = columns.iter().copied().filter(other).collect();
    if own.len() * 2 < columns.len() && columns.len() - own.len() > 1 { own } else { Vec::new() }
}

/// Whether a column is called in small letters after what is taken from values with freight.
fn is_deducted(name: &str) -> bool {
    name == "f&i"
        || holds(name, "freight|insurance|deduction|deducción|abzug|afgetrokken|运费|保险费|扣除")
}

/// The column that is called a total and is the sum of others with residuals, or less what is deducted: what is left
/// does not come to it.
pub fn total(sample: &Sample, columns: &[usize]) -> Option<usize> {
    let no_goods = of_no_goods(sample, columns);
    let signed = |at: &usize| is_signed(sample, *at);
    let left = |at: &usize| no_goods.contains(at) || signed(at);
    let goods: Vec<usize> = columns.iter().copied().filter(|at| !left(at)).collect();
    let sums = |columns: &[usize], at: usize| {
        [false, true].into_iter().any(|as_whole| adds_up(sample, columns, at, (as_whole, NEAR, 7)))
    };
    // With services it is more than goods.
    let deducted = |at: &usize| is_deducted(&small(sample.name(*at)));
    let own = columns.iter().copied().filter(|at| !no_goods.contains(at) || deducted(at));
    let own: Vec<usize> = own.collect();
    let named = |at: &usize| has_total(sample.name(*at)) && !left(at);
    own.iter().copied().find(|at| named(at) && !sums(&goods, *at) && sums(&own, *at))
}

/// Which of the columns that are headed by goods are the sums of others of their direction.
pub fn sums(sample: &Sample, columns: &[usize]) -> Vec<usize> {
    let of = |wanted: Option<Flow>| {
        let own = columns.iter().copied().filter(|at| flow_of(sample, *at) == wanted);
        own.collect::<Vec<_>>()
    };
    let flows = [None, Some(Flow::Export), Some(Flow::Import)];
    flows.into_iter().flat_map(|flow| sums_among(sample, &of(flow))).collect()
}

fn sums_among(sample: &Sample, columns: &[usize]) -> Vec<usize> {
    // In one row some of many figures add up to another by chance, as they do in few where they are many; where none
    // is called a total, in many rows of several large figures none does.
    if sample.rows.len() < 2 || columns.len() > MOST_PARTS + 1 {
        return Vec::new();
    }
    let called = sum_beside(sample, columns).is_some();
    // What has figures where none of its parts has any is more than their sum.
    let traded = |row: &[String], at: usize| row.get(at).is_some_and(|cell| is_number(cell));
    let alone = |row: &Vec<String>| columns.iter().filter(|at| traded(row, **at)).count() == 1;
    let is = |at: &usize| {
        let (near, share) = if has_total(sample.name(*at)) { (NEAR, 7) } else { (NEAR / 10.0, 9) };
        let adds = |as_whole| adds_up(sample, columns, *at, (as_whole, near, share));
        let large = |row: &&Vec<String>| {
            let own = |at: usize| row.get(at).and_then(|cell| either(cell)).unwrap_or_default();
            // Of two of which one is nothing the other is no sum.
            own(*at) >= 100.0 && columns.iter().all(|other| other == at || own(*other) != own(*at))
        };
        (called || sample.rows.iter().filter(large).count() >= FEWEST_SUMS)
            && !sample.rows.iter().any(|row| traded(row, *at) && alone(row))
            && [false, true].into_iter().any(adds)
    };
    columns.iter().copied().filter(is).collect()
}

/// In so many rows a sum is none by chance.
const FEWEST_SUMS: usize = 6;

/// More columns than a total's are looked for among.
const MOST_PARTS: usize = 12;

/// How far a total may be from the sum of its parts.
const NEAR: f64 = 0.005;

/// Of several columns of figures the one that is called a total and is the sum of all others, or of some, row
/// by row.
pub fn sum_beside(sample: &Sample, columns: &[usize]) -> Option<usize> {
    let sums = |at: usize, as_whole| adds_up(sample, columns, at, (as_whole, NEAR, 7));
    let any = |at: &usize| [false, true].into_iter().any(|as_whole| sums(*at, as_whole));
    columns.iter().copied().find(|at| has_total(sample.name(*at)) && any(at))
}

/// Whether a column is the sum of all others, or of some, in so many of ten rows.
fn adds_up(
    sample: &Sample,
    columns: &[usize],
    own: usize,
    (as_whole, near, share): (bool, f64, usize),
) -> bool {
    // What stands before three digits may part thousands: then the sums say so.
    let whole = |cell: &str| number_in(&cell.replace(['.', ','], ""));
    // Of some of them where those are sums, too; a few cells may be misprinted.
    let read = |row: &Vec<String>, at: usize| {
        row.get(at).and_then(|cell| if as_whole { whole(cell) } else { either(cell) })
    };
    let others: Vec<usize> = columns.iter().copied().filter(|at| *at != own).collect();
    let parts: Vec<(usize, bool)> =
        others.iter().map(|at| (*at, is_deducted(&small(sample.name(*at))))).collect();
    let parted = |row: &&Vec<String>| others.iter().any(|at| read(row, *at).is_some());
    let rows = sample.rows.iter().filter(parted);
    let rows: Vec<(f64, &Vec<String>)> =
        rows.filter_map(|row| Some((read(row, own)?, row))).collect();
    // Of rounded parts the last digit may differ, where there are large ones enough to tell.
    let rounded = rows.iter().filter(|(sum, _)| *sum >= 100.0).count() >= FEWEST_SUMS;
    let adds = |some: u32, (sum, row): &(f64, &Vec<String>)| {
        let (mut added, mut less) = (0.0, 0.0);
        for (_, (at, is_less)) in
            parts.iter().enumerate().filter(|(place, _)| some >> place & 1 == 1)
        {
            let own = read(row, *at).unwrap_or_default();
            *if *is_less { &mut less } else { &mut added } += own;
        }
        let slack = if rounded && sum.fract() == 0.0 { 1.0 } else { 0.0 };
        let near = |parts: f64| (parts - sum).abs() <= (sum.abs() * near).max(slack);
        near(added + less) || less != 0.0 && near(added - less)
    };
    let all = 1_u32.checked_shl(others.len() as u32).filter(|_| others.len() <= MOST_PARTS);
    let several = |some: &u32| some.count_ones() > 1;
    let first = rows.first().map_or(0, |_| all.unwrap_or_default());
    (1..first).rev().filter(several).any(|some| {
        rows.first().is_some_and(|row| adds(some, row))
            && rows.iter().filter(|row| adds(some, row)).count() * 10 >= rows.len() * share
    })
}

/// The same table without these columns.
pub fn without(sample: &Sample, columns: &[usize]) -> Sample {
    let mut own = sample.clone();
    for at in columns {
        for row in own.rows.iter_mut().chain([&mut own.header]) {
            if let Some(cell) = row.get_mut(*at) {
                cell.clear();
            }
        }
    }
    own.countries.retain(|at| !columns.contains(at));
    own
}

fn is_figures(sample: &Sample, at: usize) -> bool {
    let mut cells = sample.cells(at).take(200).peekable();
    let numbers = sample.cells(at).take(200).any(is_number);
    cells.peek().is_some()
        && numbers
        && cells.all(|cell| is_number(cell) || is_absent(cell.as_bytes()))
}

/// Whether a column holds the codes of goods, whatever it is called: whole numbers of one length that the Harmonized
/// System has, beside words and other figures, below no word for an amount.
pub fn is_codes(sample: &Sample, at: usize) -> bool {
    if are_tariff_lines(sample, at) {
        return true;
    }
    // Labels end with theirs: `Spruce wood <44071190>`.
    let labelled = sample.distinct(at, 200).into_iter().map(|cell| {
        let closed = cell.ends_with(['>', ')', ']']);
        coded(cell).filter(|_| closed).map_or(cell, |(code, _)| code)
    });
    let codes: Vec<&str> = labelled.collect();
    let length = codes.first().map_or(0, |cell| cell.len());
    let digits = |cell: &&str| cell.len() == length && cell.bytes().all(|own| own.is_ascii_digit());
    let name = sample.name(at);
    // A few of four digits may be amounts.
    let enough = codes.len() >= 3 || codes.len() < sample.rows.len() && length > 4;
    enough
        && matches!(length, 4 | 6 | 8 | 10)
        && codes.iter().all(digits)
        && codes.iter().filter(|code| fits_hs(code)).count() * 10 >= codes.len() * 9
        && !codes.iter().any(|code| length < 8 && code.ends_with("000"))
        && codes.iter().any(|code| period(code.as_bytes(), Dates::default()).is_none())
        && flow_in(name).is_none()
        && what(name, "").is_none()
        && !is_value(name)
        && years(name) == 0
        && !sample.is_headed(at)
        && (0..sample.header.len()).any(|other| other != at && is_figures(sample, other))
        && (0..sample.header.len()).any(|other| other != at && is_words(sample, other))
}

/// Whether all cells of a column are codes as tariffs print them, of a heading, a subheading and more, which no figures
/// are like: `0810.40.00`, `8507 60 00`.
pub fn are_tariff_lines(sample: &Sample, at: usize) -> bool {
    let line = |cell: &&str| {
        let mut parts = cell.split(['.', ' ']);
        let digits = |own: &str| own.bytes().all(|own| own.is_ascii_digit());
        let heading = parts.next().filter(|own| own.len() == 4 && digits(own) && fits_hs(own));
        let behind: Vec<&str> = parts.collect();
        // A year stands before a month and a day.
        let dated = || period(cell.as_bytes(), Dates::default()).is_some();
        heading.is_some()
            && (2..5).contains(&behind.len())
            && behind.iter().all(|own| (1..=4).contains(&own.len()) && digits(own))
            && behind.first().is_some_and(|own| own.len() == 2)
            && !dated()
    };
    let codes = sample.distinct(at, 60);
    !codes.is_empty() && codes.iter().all(line)
}

/// Whether a column holds words, and not one alone.
fn is_words(sample: &Sample, at: usize) -> bool {
    let words = sample.distinct(at, 20);
    words.len() > 1
        && words.iter().all(|word| word.chars().filter(|own| own.is_alphabetic()).count() > 1)
}

/// Whether a column of figures may measure something, by its heading: not numbers of rows, codes and times.
pub fn is_measured(sample: &Sample, at: usize) -> bool {
    kind(sample, at) != Head::Nothing
}

fn kind(sample: &Sample, at: usize) -> Head {
    const NOTHING: &str = "id|no|nr|num|number|rank|code|codes|key|row|index|lat|lon|lng|latitude|longitude|rate|ratio|tariff|flag|month|day|week|quarter|hour|gdp|population|pop|age|temp|temperature|n|count";
    let name = sample.name(at);
    let lower = small(name);
    let called = |role: &Role| is_hint(*role, &plain(name));
    let dated = || sample.cells(at).all(|cell| period(cell.as_bytes(), Dates::default()).is_some());
    let amounts = [Role::Value, Role::Weight];
    let other = HINTS.iter().any(|(role, _)| !amounts.contains(role) && called(role));
    let month = || dates::year_and_month("2000", Some(name)).is_some();
    const TIMES: &str = "year|period|date|month|jahr|año|année|anno|tahun|год|年";
    let times = (sample.rows.len() > 2 || holds(&lower, TIMES)) && dated();
    // Beside `Product Label` stands its code.
    let labelled = || {
        let own = plain(name);
        let label = |other: &String| {
            let rest = plain(other);
            rest.strip_prefix(own.as_str())
                .is_some_and(|rest| matches!(rest, "label" | "name" | "description" | "desc"))
        };
        sample.header.iter().any(label)
    };
    match () {
        () if labelled() => Head::Nothing,
        () if sample.is_lettered(at) || name.is_empty() => Head::Nothing,
        // Nobody knows of what.
        () if name.len() == 1 && name.starts_with(char::is_alphabetic) => Head::Word,
        () if times || other => Head::Nothing,
        () if is_codes(sample, at) => Head::Nothing,
        () if name.chars().count() > 2 && month() => Head::Known,
        // Tariffs call goods by whole sentences, in which any word may stand.
        () if what(name, "") == Some(What::Other) && name.split(' ').count() < 5 => Head::Nothing,
        () if is_running(name) => Head::Nothing,
        () if flow_in(name) == Some(Way::Part) => Head::Nothing,
        () if lower
            .split(|own: char| !own.is_alphanumeric())
            .any(|word| NOTHING.split('|').any(|own| own == word)) =>
        {
            Head::Nothing
        }
        // What is left of exports or imports stands among goods: `Other imports`.
        () if flow_in(name).is_some() => {
            if holds(&lower, "other|rest|misc|divers|otro|outro|sonstig|其他") {
                Head::Word
            } else {
                Head::Known
            }
        }
        () if counted_goods(name).is_some() => Head::Counted,
        () if matches!(what(name, ""), Some(own) if own != What::Other) => Head::Known,
        () if years(name) > 0 => Head::Known,
        () if period(name.as_bytes(), Dates::default()).is_some() => Head::Known,
        () if amounts.iter().any(called) => Head::Known,
        () if is_value(name) && name.split(' ').count() < 3 => Head::Known,
        () if name.starts_with(char::is_alphabetic) => Head::Word,
        () => Head::Nothing,
    }
}

/// What each column of a layout that is headed by goods is headed by; nothing of the others.
pub fn names(layout: &Layout, sample: &Sample) -> Vec<String> {
    let headed: Vec<usize> = layout.sets.iter().filter_map(|set| set.goods).collect();
    let total = if headed.is_empty() { None } else { total(sample, &self::headed(sample)) };
    let of = |(at, name): (usize, &String)| {
        let set = layout.sets.iter().find(|set| set.goods == Some(at));
        match set {
            Some(_) if total == Some(at) => "TOTAL".to_owned(),
            Some(set) => goods(name, set.flow.is_some()).to_owned(),
            None => String::new(),
        }
    };
    let any = layout.sets.iter().any(|set| set.goods.is_some());
    layout.names.iter().filter(|_| any).enumerate().map(of).collect()
}

/// What a column is headed by, without the unit behind it and, where the figures of the other direction stand
/// in another column, without its own direction; `TOTAL` for all goods.
fn goods(name: &str, directions: bool) -> &str {
    match directed(name).filter(|_| directions) {
        Some((_, word)) if holds(&small(word), "goods|merchandise") => "TOTAL",
        Some((_, word)) => word,
        None => counted_goods(name).unwrap_or(name),
    }
}

/// The goods of a heading that has the unit that they are counted in behind them, in brackets: what is made, kept or
/// weighed with its wrapping is none.
fn counted_goods(name: &str) -> Option<&str> {
    const OTHERS: &str = "net|gross|brutto|total|produc|stock|consum|supply|demand|area|yield|price|amount|traded|shipped";
    if !matches!(what(name, ""), Some(What::Weight(_) | What::Count(..))) {
        return None;
    }
    let (goods, _) = name.rsplit_once(" (")?;
    let measure = what(goods, "").is_some() || is_value(goods) || flow_in(goods).is_some();
    let worded = goods.starts_with(char::is_alphabetic);
    (worded && !measure && !holds(&small(goods), OTHERS)).then_some(goods)
}
