//! A text as sentences, each a row of items: numbers, phrases that mean something, other words. A
//! cell of a table is a sentence of its own, that begins with what its row and its column are headed
//! by.

use super::language;
use super::lexicon::Lexicon;
use super::meaning::{Meaning, Remark};
use super::token::{Kind, Token, tokens};
use crate::trade::{Flow, Unit};

/// What stands at a place in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// A number and the place value of its last digit.
    Number(f64, f64),
    /// A phrase of the lexicon.
    Means(Meaning),
    /// A word that means nothing to the grammar.
    Word,
}

/// A piece of a sentence, by bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub start: usize,
    pub end: usize,
    pub what: What,
    /// Whether it is an opening bracket.
    pub opens: bool,
    /// Whether it is a closing bracket.
    pub closes: bool,
    /// Whether its first letter is a capital one.
    pub capital: bool,
    /// Whether it calls a flow by its name: `exports`, 进口.
    pub plain: bool,
    /// What it tells beside its meaning.
    pub remark: Option<Remark>,
}

impl Item {
    /// What the phrase means, if it is one.
    pub const fn meaning(&self) -> Option<Meaning> {
        match self.what {
            What::Means(meaning) => Some(meaning),
            _ => None,
        }
    }

    /// Whether it means nothing to the grammar.
    pub const fn is_word(&self) -> bool {
        matches!(self.what, What::Word)
    }

    /// Whether it is a sign as stands between the numbers of a day: a hyphen, a slash.
    pub fn parts_a_date(&self) -> bool {
        self.end - self.start == 1
            && matches!(self.what, What::Word | What::Means(Meaning::Through))
    }
}

/// A sentence, or a table's cell.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub items: Vec<Item>,
    /// In a table's cell, where its own items begin: those before are of the headings.
    pub own: usize,
    /// The line of the table.
    pub line: usize,
    /// Of a sentence, where it begins and ends with words that mean nothing here; else zeros.
    pub whole: (usize, usize),
}

/// What the phrase at `at` means, if a phrase stands there.
pub(super) fn meaning(items: &[Item], at: usize) -> Option<Meaning> {
    items.get(at)?.meaning()
}

/// Whether the phrase at `at` passes `test`. Put into their many callers, this and the next would add 2 kB to what a
/// reader downloads.
#[inline(never)]
pub(super) fn is(items: &[Item], at: usize, test: impl Fn(Meaning) -> bool) -> bool {
    meaning(items, at).is_some_and(test)
}

/// Whether the phrase before `at` passes `test`.
#[inline(never)]
pub(super) fn follows(items: &[Item], at: usize, test: impl Fn(Meaning) -> bool) -> bool {
    at.checked_sub(1).is_some_and(|before| is(items, before, test))
}

/// The money that the sentence counts in, said before the figure: `In dollars, the months brought in 211
/// million`.
pub(super) fn counted_in(items: &[Item], at: usize) -> Option<Unit> {
    (1..at).rev().find_map(|index| match meaning(items, index)? {
        Meaning::Money(unit) if follows(items, index, |m| m == Meaning::In) => Some(unit),
        _ => None,
    })
}

/// Whether the items at `at` and after it stand one byte apart, as on both sides of a hyphen.
pub(super) fn touching(items: &[Item], at: usize) -> bool {
    match (items.get(at), items.get(at + 1)) {
        (Some(one), Some(two)) => two.start <= one.end + 1,
        _ => false,
    }
}

/// A row of more items is no sentence; reading one takes time by the square of its length.
const LONGEST: usize = 300;

/// How long the lines are that mail and terminals fold, in bytes.
const FOLDED: std::ops::Range<usize> = 58..110;

/// A table of more cells than this in a row, or of more rows, is read as text.
const WIDEST: usize = 40;

/// Every sentence of `text`, and every cell of its tables.
pub(super) fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    let mut prose = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let table =
            Some(table(rest)).filter(|lines| lines.len() > 1).unwrap_or_else(|| aligned(rest));
        if table.len() > 1 {
            prose_rows(text, prose, at, lexicon, &mut rows);
            let unit = unit_told(&rows);
            table_rows(text, at, &table, unit, lexicon, &mut rows);
            at += table.last().map_or(0, |line| line.end);
            prose = at;
        } else {
            at += line_length(text.get(at..).unwrap_or_default());
        }
    }
    prose_rows(text, prose, text.len(), lexicon, &mut rows);
    tell_apart(&mut rows);
    rows
}

/// How far from a figure its sentence is shown, in bytes: some have no end.
const REACH: usize = 400;

/// Where the sentence that `at` stands in begins and ends; of a table's cell, the line.
pub(super) fn around(text: &str, rows: &[Row], at: usize) -> (usize, usize) {
    let from = |row: &Row| match row.whole {
        (_, 0) => row.items.get(row.own).map_or(usize::MAX, |item| item.start),
        (start, _) => start,
    };
    let behind = rows.partition_point(|row| from(row) <= at);
    let Some(row) = rows.get(behind.wrapping_sub(1)) else { return (at, at) };
    let within = |place: usize| (0..=place).rev().find(|place| text.is_char_boundary(*place));
    let least = within(at.saturating_sub(REACH)).unwrap_or(0);
    let most = within(text.len().min(at + REACH)).unwrap_or(at);
    let start = from(row).max(least);
    let end = row.items.last().map_or(at, |item| item.end).max(row.whole.1).min(most);
    let rest = |to: usize| text.get(end..to).unwrap_or_default();
    if row.own == 0 {
        let next = rows.get(behind).map_or(most, from).min(most);
        // What ends it, and what closes behind that.
        let signs = rest(next).bytes().take_while(|byte| !byte.is_ascii_whitespace());
        return (start, end + signs.count());
    }
    let before = text.get(least..start).unwrap_or_default().bytes().rev();
    (start - before.take_while(|byte| *byte != b'\n').count(), end + line_length(rest(most)))
}

/// Calls the former and the latter of a sentence by their names: of the two flows, or of two partners that `and` joins,
/// whichever were named last.
fn tell_apart(rows: &mut [Row]) {
    let (mut flow, mut pair) = (Meaning::Skip, [Meaning::Skip; 2]);
    for Row { items, .. } in rows {
        let is_one = |back| items.iter().any(|item| item.meaning() == Some(Meaning::OfTwo(back)));
        let both = is_one(0) && is_one(1);
        let mut before = [Meaning::Skip; 2];
        for item in items {
            let Some(own) = item.meaning() else { continue };
            match (own, before) {
                (Meaning::Flow(_), _) if own != flow => {
                    pair = [own, flow];
                    flow = own;
                }
                (Meaning::Partner(_), [Meaning::And, other @ Meaning::Partner(_)]) => {
                    pair = [own, other];
                }
                (Meaning::OfTwo(back), _) if both => {
                    item.what = What::Means(if back > 0 { pair[1] } else { pair[0] });
                    item.plain = true;
                }
                _ => {}
            }
            before = [own, before[0]];
        }
    }
}

fn line_length(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |end| end + 1)
}

/// A line of a table: its cells, and where it ends.
struct Line {
    cells: Vec<(usize, usize)>,
    end: usize,
}

/// Whether a line is a name with a colon and cells that slashes between blanks part.
fn is_slashed(line: &str) -> bool {
    let named = line.find([':', '/']).is_some_and(|at| line.as_bytes().get(at) == Some(&b':'));
    let parted = line.as_bytes().windows(3).filter(|three| three == b" / ").count();
    named && parted > 0 && line.matches('/').count() == parted
}

/// The lines at the head of `text` that are cells between bars, tabs or slashes, with digits in some.
fn table(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    let mut sign = None;
    while at < text.len() && lines.len() < 400 {
        let rest = text.get(at..).unwrap_or_default();
        let length = line_length(rest);
        let line = rest.get(..length).unwrap_or_default().trim_end();
        let bars = line.matches('|').count();
        let tabs = line.matches('\t').count();
        // `Laos: 10,748 / 11,308 / −5.0%` below `Origin: 2024 / 2023 / change`.
        let slashed = bars + tabs == 0 && is_slashed(line);
        let own = match () {
            () if slashed => '/',
            () if tabs > 0 => '\t',
            () => '|',
        };
        let empty = line.trim().is_empty();
        // `Country | 2025`: one bar in each of the lines.
        let few = bars < 2 && tabs == 0 && !slashed;
        let lone = bars == 1 && lines.iter().all(|line| line.cells.len() == 2);
        if (empty && lines.is_empty()) || (!empty && few && !lone) {
            break;
        }
        if !empty && *sign.get_or_insert(own) != own {
            break;
        }
        // HTML puts blank lines between rows, a Markdown table ends with one.
        if empty && sign.is_some_and(|sign| sign != '\t') {
            break;
        }
        let mut cells = Vec::new();
        let mut from = 0;
        for part in line.split(own) {
            let lead = part.len() - part.trim_start().len();
            cells.push((at + from + lead, at + from + lead + part.trim().len()));
            from += part.len() + 1;
        }
        if slashed
            && let Some(first) = cells.first_mut()
            && let Some(name) = line.find(':')
        {
            let value = (at + name + 1, first.1);
            first.1 = at + name;
            cells.insert(1, value);
        }
        // The bars at both ends enclose nothing.
        if own == '|' && bars > 1 && line.ends_with('|') {
            cells.pop();
        }
        if own == '|' && bars > 1 && line.trim_start().starts_with('|') && !cells.is_empty() {
            cells.remove(0);
        }
        // Its first line heads those after it, of as many cells.
        let heads = |&(start, end): &(usize, usize)| {
            let cell = text.get(start..end).unwrap_or_default();
            cell.bytes().all(|byte| !matches!(byte, b',' | b'.' | b'%'))
        };
        let fits = lines
            .first()
            .map_or_else(|| cells.iter().all(heads), |head| head.cells.len() == cells.len());
        if slashed && !fits {
            break;
        }
        let rule = |&(start, end): &(usize, usize)| {
            text.get(start..end)
                .is_some_and(|cell| cell.chars().all(|sign| matches!(sign, '-' | ':' | ' ')))
        };
        at += length;
        if !empty && !cells.iter().all(rule) && cells.len() <= WIDEST {
            lines.push(Line { cells, end: at });
        } else if let Some(last) = lines.last_mut() {
            last.end = at;
        }
    }
    let digits = lines.iter().skip(1).flat_map(|line| line.cells.iter().skip(1));
    let some = digits.clone().any(|&(start, end)| {
        text.get(start..end).is_some_and(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
    });
    if some { lines } else { Vec::new() }
}

/// The cells of a line that two blanks or more part.
fn blank_cells(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let mut at = from;
    for word in text.get(from..to).unwrap_or_default().split(' ') {
        let end = at + word.trim_end().len();
        match cells.last_mut() {
            _ if end == at => {}
            Some(last) if at <= last.1 + 1 => last.1 = end,
            _ => cells.push((at, end)),
        }
        at += word.len() + 1;
    }
    cells
}

/// The lines at the head of `text` whose figures stand below one another in columns that blanks part, each
/// figure in the column of the heading nearest to it. A line without figures heads those after it.
fn aligned(text: &str) -> Vec<Line> {
    let first = line_length(text);
    let gap = |line: &str| line.trim().as_bytes().windows(2).any(|two| two == b"  ");
    if !text.get(..first).is_some_and(gap) {
        return Vec::new();
    }
    let figure = |&(start, end): &(usize, usize)| {
        let cell =
            text.get(start..end).unwrap_or_default().trim_start_matches(['+', '-', '−', '(']);
        cell.starts_with(|sign: char| sign.is_ascii_digit())
            && !cell.contains(|sign: char| sign.is_alphabetic())
    };
    let heads = blank_cells(text, 0, first);
    if heads.len() < 2 || heads.iter().skip(1).all(figure) {
        return Vec::new();
    }
    let named = !text.starts_with(' ');
    let mut lines = vec![Line {
        cells: std::iter::once((0, 0))
            .chain(heads.iter().skip(usize::from(named)).copied())
            .collect(),
        end: first,
    }];
    let (mut at, mut lead) = (first, None::<(usize, usize)>);
    while at < text.len() && lines.len() < 400 {
        let begin = at;
        at += line_length(text.get(at..).unwrap_or_default());
        let mut cells = blank_cells(text, begin, at);
        let figures = cells.iter().skip(1).filter(|cell| figure(cell)).count();
        match (cells.len(), lead) {
            (0, _) => continue,
            // A heading, or a name that goes on in the next line.
            (1, None) => {
                lead = cells.first().copied();
                continue;
            }
            _ if figures < 2 || figures + 1 < cells.len() => break,
            _ => {}
        }
        let small = |&(start, _): &(usize, usize)| {
            start > begin
                && text.get(start..).is_some_and(|name| name.starts_with(char::is_lowercase))
        };
        match (lead.take(), cells.first_mut()) {
            (Some(lead), Some(name)) if small(name) => name.0 = lead.0,
            (Some(lead), _) => lines.push(Line { cells: vec![lead], end: begin }),
            _ => {}
        }
        let column = |&(start, end): &(usize, usize)| {
            let away = |&&(left, right): &&(usize, usize)| {
                (start - begin).abs_diff(left).min((end - begin).abs_diff(right))
            };
            let heads = heads.iter().enumerate();
            heads
                .min_by_key(|(_, head)| away(head))
                .map_or(0, |(column, _)| column + usize::from(!named))
        };
        let mut row = vec![(begin, begin); heads.len() + usize::from(!named)];
        // As many as headings are theirs, wherever they stand.
        let whole = cells.len() == row.len();
        for (place, cell) in cells.iter().enumerate() {
            let slot = if place == 0 || whole { place } else { column(cell) };
            match row.get_mut(slot) {
                Some(slot) if *slot == (begin, begin) => *slot = *cell,
                // Two below one heading: whose they are is not known.
                _ => return Vec::new(),
            }
        }
        lines.push(Line { cells: row, end: at });
    }
    let rows = lines.iter().skip(1).filter(|line| line.cells.len() > 1).count();
    if rows > 1 { lines } else { Vec::new() }
}

/// The unit that the sentences right before a table give its figures: `All volumes in tonnes`, `(t, customs
/// data)`. One that counts something has a number before it, or goods behind it.
fn unit_told(rows: &[Row]) -> Option<Item> {
    let near = rows.iter().rev().take(3).flat_map(|row| {
        let items = &row.items;
        let counts = |at: &usize| {
            let number =
                |at: usize| matches!(items.get(at).map(|item| item.what), Some(What::Number(..)));
            at.checked_sub(1).is_some_and(number)
                || follows(items, *at, |m| matches!(m, Meaning::Scale(_) | Meaning::Number(_)))
                || is(items, at + 1, |m| m == Meaning::Of)
        };
        let unit = |at: &usize| is(items, *at, |m| matches!(m, Meaning::Quantity(..)));
        (0..items.len()).filter(unit).filter(move |at| !counts(at)).filter_map(|at| items.get(at))
    });
    near.into_iter().next().copied()
}

/// Whether a column is headed by trade or by goods alone, and not by how it changed.
fn is_of_amounts(head: &[Item]) -> bool {
    let any = |test: fn(Meaning) -> bool| head.iter().any(|item| item.meaning().is_some_and(test));
    // `Rare earths | Magnets`.
    let goods = |item: &Item| matches!(item.meaning(), Some(Meaning::Product(_) | Meaning::And));
    (any(|m| matches!(m, Meaning::Flow(_) | Meaning::Moved)) || head.iter().all(goods))
        && !any(|m| {
            matches!(
                m,
                Meaning::Direction(_)
                    | Meaning::AgainstYear
                    | Meaning::AgainstMonth
                    | Meaning::Share
                    | Meaning::NotTrade
                    | Meaning::Quota(_)
                    | Meaning::Worth
            )
        })
}

/// Whether a column is headed by when its amounts were, and by nothing else: `2025`, `Jan–May`.
fn is_of_months(head: &[Item]) -> bool {
    let of_time = |item: &Item| match item.what {
        What::Number(value, _) => (1990.0..2100.0).contains(&value),
        What::Word => false,
        // `In the month`, `since January`.
        What::Means(meaning) => {
            meaning.is_of_time()
                || matches!(
                    meaning,
                    Meaning::May | Meaning::Through | Meaning::Itself(_) | Meaning::Since
                )
        }
    };
    !head.is_empty() && head.iter().all(of_time)
}

/// Each cell of a table with the headings of its row and its column before it.
fn table_rows(
    text: &str,
    base: usize,
    lines: &[Line],
    unit_before: Option<Item>,
    lexicon: &Lexicon,
    rows: &mut Vec<Row>,
) {
    let read = |&(start, end): &(usize, usize)| {
        let mut read = Vec::new();
        prose_rows(text, base + start, base + end, lexicon, &mut read);
        read.into_iter().flat_map(|row: Row| row.items).collect::<Vec<Item>>()
    };
    let cells: Vec<Vec<Vec<Item>>> =
        lines.iter().map(|line| line.cells.iter().map(read).collect()).collect();
    let unit = |item: &&Item| {
        matches!(
            item.meaning(),
            Some(Meaning::Quantity(..) | Meaning::Money(_) | Meaning::Percent | Meaning::Scale(_))
        )
    };
    let heads = cells.first().cloned().unwrap_or_default();
    let mut corner = heads.first().cloned().unwrap_or_default();
    corner.retain(|item| {
        matches!(
            item.meaning(),
            Some(
                Meaning::Flow(_)
                    | Meaning::Product(_)
                    | Meaning::OtherProduct
                    | Meaning::Quantity(..)
            )
        )
    });
    if !corner.iter().any(|item| matches!(item.meaning(), Some(Meaning::Flow(_)))) {
        corner.clear();
    }
    let mut section: Vec<Item> = Vec::new();
    // `Change`, where the columns beside it are of years: of the last of these.
    let number = |head: &Vec<Item>| match head.as_slice() {
        [Item { what: What::Number(year, _), .. }] => *year,
        _ => 0.0,
    };
    let dated = heads.iter().filter(|head| is_of_months(head) && number(head) > 0.0);
    let latest = dated.max_by(|one, other| number(one).total_cmp(&number(other)));
    for (line, row) in cells.iter().enumerate().skip(1) {
        let name = row.first().cloned().unwrap_or_default();
        // What heads the lines after it.
        if row.len() == 1 {
            section.clone_from(&name);
            rows.push(Row { items: name, ..Row::default() });
            continue;
        }
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some(number) = cell.iter().position(|item| matches!(item.what, What::Number(..)))
            else {
                continue;
            };
            let head = heads.get(column).cloned().unwrap_or_default();
            let place = cell.get(number).map_or(0, |item| item.start);
            let comma = Item {
                start: place,
                end: place,
                what: What::Means(Meaning::Comma),
                opens: false,
                closes: false,
                capital: false,
                plain: false,
                remark: None,
            };
            // What the first column is headed by, where it names goods or a flow, is said of every cell.
            let mut items = corner.clone();
            items.extend(&section);
            let month = |item: &Item| {
                matches!(
                    item.meaning(),
                    Some(Meaning::Month(_) | Meaning::May | Meaning::Quarter(_) | Meaning::Half(_))
                )
            };
            // `Exports, Oct (t)` in a column headed 2024: of October 2024.
            let of_year = is_of_months(&head)
                && matches!(head.as_slice(), [Item { what: What::Number(..), .. }]);
            let dated = name.iter().rposition(month).filter(|_| of_year);
            let (lead, rest) = name.split_at(dated.map_or(name.len(), |at| at + 1));
            items.extend(lead);
            if dated.is_none() {
                items.push(comma);
            }
            let timed =
                |item: &Item| matches!(item.what, What::Number(..)) || is_of_months(&[*item]);
            if !head.iter().chain(&name).any(timed) {
                items.extend(latest.into_iter().flatten());
            }
            items.extend(&head);
            items.extend(rest);
            items.push(Item { what: What::Means(Meaning::At), ..comma });
            let own = items.len();
            items.extend(cell);
            // The unit stands in the heading, if not beside the number.
            if !cell.iter().any(|item| unit(&item)) {
                let end = cell.get(number).map_or(place, |item| item.end);
                let told = name.iter().chain(&head).filter(unit);
                let changes = cell.iter().any(|item| {
                    matches!(item.meaning(), Some(Meaning::Direction(_) | Meaning::Through))
                });
                let told = told.chain(corner.iter().filter(unit).filter(|_| !changes));
                let mut told: Vec<Item> =
                    told.map(|item| Item { start: end, end, ..*item }).collect();
                if told.is_empty() && (is_of_amounts(&head) || is_of_months(&head)) {
                    told.extend(unit_before.map(|item| Item { start: end, end, ..item }));
                }
                let after = own + number + 1;
                items.splice(after..after, told);
            }
            // A rise without a sign or a word is one.
            rows.push(Row { items, own, line, ..Row::default() });
        }
    }
}

/// The sentences of `text` between two places.
fn prose_rows(text: &str, from: usize, to: usize, lexicon: &Lexicon, rows: &mut Vec<Row>) {
    let part = text.get(from..to).unwrap_or_default();
    let tokens = tokens(part);
    let before_rows = rows.len();
    let mut row = Row::default();
    let mut rest = tokens.as_slice();
    let mut before: Option<Token<'_>> = None;
    while let Some((token, tail)) = rest.split_first() {
        let full = row.items.len() >= LONGEST;
        let ended = before.is_some_and(|before| parts(part, before, *token));
        if full || ended {
            rows.push(std::mem::take(&mut row));
        }
        let (what, taken) = match lexicon.find(rest) {
            // 1—5月: between numbers a dash spans.
            Some((Meaning::Break, 1)) if is_between_numbers(before, rest) => {
                (What::Means(Meaning::Through), 1)
            }
            Some((meaning, taken)) => (What::Means(meaning), taken),
            None => match number(token) {
                Some((value, step)) => (What::Number(value, step), 1),
                None => (What::Word, 1),
            },
        };
        let last = rest.get(taken - 1).unwrap_or(token);
        // What means nothing would only stand between what belongs together.
        // So do full stops of abbreviations, quotes and the stars of Markdown.
        let idle = matches!(token.text, "." | "*" | "_" | "`" | "[" | "]" | "\"" | "•")
            || language::is_stop(token.text);
        row.whole = match row.whole {
            (_, 0) if idle => (0, 0),
            (start, end) => (if end == 0 { from + token.start } else { start }, from + last.end),
        };
        if what != What::Means(Meaning::Skip) && !idle {
            let [opens, closes] = [0, 1].map(|place| language::is_bracket(token.text, place));
            let capital = token.text.starts_with(char::is_uppercase);
            let (start, end) = (from + token.start, from + last.end);
            let plain = language::names_a_flow(token.text);
            let remark = part.get(token.start..last.end).and_then(language::remark);
            row.items.push(Item { start, end, what, opens, closes, capital, plain, remark });
        }
        // `**Largest customer.** Japan`: what ends in Markdown's stars has ended.
        let stars = matches!(token.text, "*" | "_")
            && before.is_some_and(|before| matches!(before.text, "." | "!" | "?"));
        if !stars {
            before = Some(*last);
        }
        rest = rest.get(taken..).unwrap_or(tail);
    }
    rows.push(row);
    for row in rows.iter_mut().skip(before_rows) {
        settle(&mut row.items);
    }
}

/// Settles what some phrases mean by what stands beside them.
fn settle(items: &mut [Item]) {
    let money = |items: &[Item], at: usize| {
        let end = (at + 4).min(items.len());
        let near = (at + 1)..end;
        let mut near = near.skip_while(|at| {
            is(items, *at, |m| matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over))
        });
        near.next().is_some_and(|at| {
            is(items, at, |m| matches!(m, Meaning::Money(_) | Meaning::OtherMoney))
                || (at + 1..at + 3).any(|unit| is(items, unit, |m| matches!(m, Meaning::Money(_))))
        })
    };
    let amount = |m| matches!(m, Meaning::Quantity(..) | Meaning::Money(_) | Meaning::Scale(_));
    // `Germany – 1,106 tons`: a dash between blanks that a figure follows, save between months or years.
    let dash = |items: &[Item], at: usize| {
        let of_time = |at: usize| {
            matches!(items.get(at).map(|item| item.what), Some(What::Number(..)))
                || is(items, at, |m| {
                    matches!(
                        m,
                        Meaning::Month(_) | Meaning::May | Meaning::MonthSign | Meaning::Number(_)
                    )
                })
        };
        let before = at.checked_sub(1).and_then(|before| items.get(before));
        let near = before.zip(items.get(at)).zip(items.get(at + 1));
        near.is_some_and(|((before, dash), after)| {
            matches!(dash.end - dash.start, 1 | 3)
                && before.end < dash.start
                && dash.end < after.start
                && matches!(
                    after.what,
                    What::Number(..)
                        | What::Means(Meaning::Money(_) | Meaning::About | Meaning::Nearly)
                )
                && !(of_time(at - 1) && of_time(at + 1))
        })
    };
    for at in 0..items.len() {
        let settled = match meaning(items, at) {
            Some(Meaning::TookIn) if money(items, at) || counted_in(items, at).is_some() => {
                Meaning::Worth
            }
            Some(Meaning::TookIn) => Meaning::Flow(Flow::Import),
            Some(Meaning::BackTo) if is(items, at + 1, |m| matches!(m, Meaning::Month(_))) => {
                Meaning::Since
            }
            Some(Meaning::BackTo) => Meaning::To,
            Some(Meaning::OverYear) if follows(items, at, amount) => Meaning::WholeYear,
            Some(Meaning::OverYear) => Meaning::AgainstYear,
            Some(Meaning::Through) if dash(items, at) => Meaning::Break,
            Some(Meaning::WorthOf) if follows(items, at, |m| matches!(m, Meaning::Flow(_))) => {
                Meaning::Worth
            }
            _ => continue,
        };
        if let Some(item) = items.get_mut(at) {
            item.what = What::Means(settled);
        }
    }
    for at in 0..items.len() {
        let idle = match meaning(items, at) {
            Some(Meaning::WorthOf) => true,
            Some(Meaning::Direction(_)) => widens(items, at),
            _ => false,
        };
        if let Some(item) = items.get_mut(at).filter(|_| idle) {
            item.what = What::Word;
        }
    }
}

/// Whether what else is a rise only widens the amount before it: 两成多, but not 比656吨多12%.
fn widens(items: &[Item], at: usize) -> bool {
    let number = |at: usize| matches!(items.get(at).map(|item| item.what), Some(What::Number(..)));
    let measured = |m| {
        matches!(
            m,
            Meaning::Quantity(..)
                | Meaning::Money(_)
                | Meaning::Scale(_)
                | Meaning::Number(_)
                | Meaning::Fraction(..)
                | Meaning::Tenths
                | Meaning::Percent
        )
    };
    items.get(at).is_some_and(|item| item.remark == Some(Remark::More))
        && !number(at + 1)
        && at.checked_sub(1).is_some_and(|before| number(before) || is(items, before, measured))
}

/// Whether the dash at the head of `rest` stands between two numbers, with no blank.
fn is_between_numbers(before: Option<Token<'_>>, rest: &[Token<'_>]) -> bool {
    match (before, rest) {
        (Some(before), [dash, after, ..]) => {
            matches!(dash.text, "\u{2014}" | "\u{2015}")
                && before.kind == Kind::Number
                && after.kind == Kind::Number
                && before.end == dash.start
                && dash.end == after.start
        }
        _ => false,
    }
}

/// Whether a sentence ends between two neighbours.
fn parts(text: &str, before: Token<'_>, token: Token<'_>) -> bool {
    let gap = text.get(before.end..token.start).unwrap_or_default();
    let lines = gap.matches('\n').count();
    let bullet = matches!(token.text, "-" | "*" | "•" | "#" | "–" | "·");
    if lines > 1 || (lines == 1 && bullet) {
        return true;
    }
    // A heading or a caption: a line of its own that ends without a stop, before one that begins anew.
    if lines == 1 && (token.text.starts_with(char::is_uppercase) || token.kind == Kind::Number) {
        let head = text.get(..before.end).unwrap_or_default();
        let line = head.len() - head.rfind('\n').map_or(0, |end| end + 1);
        // Unless it is as long as lines are that a machine has folded.
        if !FOLDED.contains(&line) || matches!(before.text, "." | "!" | "?") {
            return true;
        }
    }
    // Bullets within a line: `… in China [4] - China's exports …`.
    let after = text.get(token.start..).unwrap_or_default();
    let spaced = gap.starts_with(' ') && after.chars().nth(1) == Some(' ');
    let fresh =
        after.chars().nth(2).is_some_and(|sign| sign.is_uppercase() || language::is_unspaced(sign));
    if matches!(token.text, "-" | "•" | "·") && spaced && fresh {
        return true;
    }
    match before.text {
        "!" | "?" => !gap.is_empty(),
        "." => {
            let head = text.get(..before.start).unwrap_or_default();
            let word = head.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
            // Initials, but not a unit's sign: `U.S.`, `4,416 t.`
            let initial = word.len() == 1 && word.chars().all(char::is_uppercase);
            let short = initial || language::is_short(word);
            !gap.is_empty() && (!short || word.is_empty())
        }
        sign => language::ends_sentence(sign),
    }
}

/// The number a token writes, and the place value of the last digit written on purpose.
fn number(token: &Token<'_>) -> Option<(f64, f64)> {
    if token.kind != Kind::Number || token.text.len() > 24 {
        return None;
    }
    let (mut value, mut decimals) = (0.0, None::<i32>);
    // `18,9`: a comma that no three digits follow is a point.
    let comma = token.text.rfind(',').filter(|at| token.text.len() - at != 4);
    for (at, byte) in token.text.bytes().enumerate() {
        match byte {
            b',' if comma == Some(at) => decimals = Some(0),
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                decimals = decimals.map(|count| count + 1);
            }
            b'.' => decimals = Some(0),
            _ => {}
        }
    }
    let step = match decimals {
        Some(count) => return Some((value / 10f64.powi(count), 10f64.powi(-count))),
        None => {
            token.text.bytes().rev().filter(u8::is_ascii_digit).take_while(|byte| *byte == b'0')
        }
    };
    // All zeros is the number zero, not a round one.
    let zeros = if value == 0.0 { 0 } else { step.count() };
    Some((value, 10f64.powi(i32::try_from(zeros).unwrap_or(0))))
}
