//! Tables of the same columns below one another, each with a line of its own that says of what it is, as one table
//! with columns of what these lines say.

use super::first_rows::{Placed, filled, spanned};
use super::wide::titled;
use crate::import::bytes::records::{Record, Splitter};
use crate::import::cells::cell_numbers::{is_absent, is_number};
use crate::import::cells::countries::CountryNames;
use crate::import::cells::dates::year_and_month;
use crate::import::cells::titles::{may_be_goods, mentions_source};
use crate::import::cells::vocabulary::{
    Way, What, factor_in, flow_in, is_balance, is_reexport, money_in, says_no_trade, small, tonnes,
    what,
};
use crate::import::layouts::known;
use crate::trade::{Flow, Unit};
use crate::util::csv_cells;
use crate::wording::say::import::noticed;

/// How far down the names of the first table are looked for.
const DEEPEST: usize = 40;

/// The tables as one, and what is said of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Joined {
    pub csv: Vec<u8>,
    pub notes: Vec<String>,
}

/// A table: the lines that name it, and its rows with their places.
#[derive(Default)]
struct Block {
    lines: Vec<String>,
    rows: Vec<Placed>,
}

/// What a table's lines say of its figures.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    flow: Option<Flow>,
    money: Option<Unit>,
    times: Option<f64>,
    tonnes: Option<f64>,
}

/// Joins the tables of a file that is seen whole; nothing where there is one alone, or where their lines do not say
/// what each of them is.
pub fn joined(text: &[u8], names: &CountryNames) -> Option<Joined> {
    [b',', b';', b'\t', b'|'].into_iter().find_map(|separator| read(text, separator, names))
}

/// Whether rows of names stand more than once: without that there is one table alone.
pub fn may_join(text: &[u8]) -> bool {
    let again = |separator| {
        placed(text, separator).is_some_and(|rows| repeated(&rows, usize::MAX).is_some())
    };
    [b',', b';', b'\t', b'|'].into_iter().any(again)
}

/// The rows of a file, unless something is broken in it.
pub fn placed(text: &[u8], separator: u8) -> Option<Vec<Placed>> {
    let mut rows: Vec<Placed> = Vec::new();
    let mut count = 0;
    let mut splitter = Splitter::new(separator);
    let mut keep = |record: Record<'_>| {
        if !record.is_blank() {
            rows.push((count, (0..record.len()).map(|at| record.text(at)).collect()));
        }
        count += 1;
    };
    splitter.feed(text, &mut keep).and_then(|()| splitter.end(&mut keep)).ok()?;
    Some(rows)
}

fn read(text: &[u8], separator: u8, names: &CountryNames) -> Option<Joined> {
    let mut rows = placed(text, separator)?;
    spanned(&mut rows);
    let (first, header) = repeated(&rows, DEEPEST)?;
    let above: Vec<Placed> = rows.get(..first)?.to_vec();
    let mut blocks = parted(rows, first, &header)?;
    let mut notes = Vec::new();
    // Shares, prices and indices are no trade.
    let other = |block: &Block| block.lines.iter().any(|line| is_other(line));
    let left: Vec<String> = blocks.iter().filter(|own| other(own)).map(title).collect();
    blocks.retain(|own| !other(own));
    if !left.is_empty() {
        notes.push(noticed::tables_not_used(&left));
    }
    let said: Vec<Said> = blocks.iter().map(|block| say(&block.lines)).collect();
    let (one, rest) = said.split_first()?;
    let counted = |own: &Said| (own.money, own.times, own.tonnes);
    let alike = rest.iter().all(|own| counted(own) == counted(one));
    if rest.is_empty() || !alike || said.iter().any(|own| own.flow.is_none() != one.flow.is_none())
    {
        return None;
    }
    let flows = one.flow.is_some();
    // Rows that do not say when are of other times where these lines are.
    let mut times = blocks.iter().map(times);
    let first_times = times.next()?;
    if !times.all(|own| own == first_times) {
        return None;
    }
    let words = told_apart(&blocks);
    let named = words.iter().any(|own| !own.is_empty());
    let lands: Vec<bool> = words.iter().map(|own| names.code(own).is_some()).collect();
    let whom = lands.iter().any(|own| *own);
    // Goods and whom they go to in one are neither.
    let mixed =
        |own: &String| own.split(' ').any(|word| word.len() > 3 && names.code(word).is_some());
    if !whom && words.iter().any(mixed) {
        return None;
    }
    if named && words.iter().any(String::is_empty)
        || whom && lands.contains(&false)
        || !named && rest.iter().all(|own| own.flow == one.flow)
    {
        return None;
    }
    let own: Vec<String> = blocks.first()?.lines.clone();
    // What stands twice is read once; two that differ are not told apart.
    let mut kept: Vec<(Block, [String; 2])> = Vec::new();
    for ((block, own), word) in blocks.into_iter().zip(said).zip(words) {
        let told = [word, own.flow.map_or_else(String::new, |flow| flow.code().to_owned())];
        match kept.iter().find(|(_, other)| *other == told) {
            Some((other, _)) if cells(other) == cells(&block) => {
                notes.push(noticed::table_again(&title(&block)));
            }
            Some(_) => return None,
            None => kept.push((block, told)),
        }
    }
    if kept.len() < 2 {
        return None;
    }
    notes.insert(0, noticed::tables_joined(kept.len()));
    let column = named.then_some(if whom { "partner" } else { "product" });
    let columns = [column, flows.then_some("flow")];
    let csv = made((above, own, &header), &kept, columns);
    Some(Joined { csv: csv.into_bytes(), notes })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|own: u32| (1900..=2100).contains(&own))
}

/// The first row of names that stands again further down, and where it stands first.
fn repeated(rows: &[Placed], deepest: usize) -> Option<(usize, Vec<String>)> {
    let named = |row: &[String]| {
        filled(row) > 2
            && row.iter().all(|cell| !is_number(cell) || is_year(cell))
            && row.iter().any(|cell| cell.chars().any(char::is_alphabetic))
    };
    let again = |at: usize, row: &Vec<String>| rows.iter().skip(at + 1).any(|(_, own)| own == row);
    let found = rows.iter().take(deepest).enumerate();
    let (at, (_, row)) = found.into_iter().find(|(at, (_, row))| named(row) && again(*at, row))?;
    known(row).is_none().then(|| (at, row.clone()))
}

/// Whether a row has a line of words and nothing else.
fn is_line(row: &[String]) -> bool {
    filled(row) == 1
        && row.iter().any(|cell| cell.chars().filter(|own| own.is_alphabetic()).count() > 2)
}

/// The tables with the lines between the rows above them and their own.
fn parted(rows: Vec<Placed>, first: usize, header: &[String]) -> Option<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for (at, (place, row)) in rows.into_iter().enumerate() {
        if row == header {
            continue;
        }
        if is_line(&row) {
            let line = row.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
            if !mentions_source(&small(&line)) {
                lines.push(line);
            }
            continue;
        }
        // A line of marks is of no table.
        if at < first || row.iter().all(|cell| is_absent(cell.as_bytes())) {
            continue;
        }
        if !lines.is_empty() || blocks.is_empty() {
            blocks.push(Block { lines: std::mem::take(&mut lines), rows: Vec::new() });
        }
        blocks.last_mut()?.rows.push((place, row));
    }
    let titled = blocks.iter().all(|block| !block.lines.is_empty());
    (titled && blocks.len() > 1).then_some(blocks)
}

/// Whether a line says of figures that they are no amounts of trade.
fn is_other(line: &str) -> bool {
    line.contains('%')
        || is_balance(&small(line))
        || is_reexport(&small(line))
        || what(line, "") == Some(What::Other)
        || says_no_trade(line)
}

/// How many tonnes one is in a line that says what figures are weighed in.
fn weighed(line: &String) -> Option<f64> {
    match titled(std::slice::from_ref(line)) {
        Some(What::Weight(own)) => Some(own),
        _ => tonnes(line),
    }
}

fn say(lines: &[String]) -> Said {
    let flow = |line: &String| match flow_in(line) {
        Some(Way::Flow(flow)) => Some(flow),
        _ => None,
    };
    Said {
        flow: lines.iter().find_map(flow),
        money: lines.iter().find_map(|line| money_in(line)),
        times: lines.iter().find_map(|line| factor_in(line)),
        tonnes: lines.iter().find_map(weighed),
    }
}

/// The years and months that a table's lines name.
fn times(block: &Block) -> Vec<String> {
    let words = block.lines.iter().flat_map(|line| line.split(|own: char| !own.is_alphanumeric()));
    let dated = |word: &&str| {
        let named = word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
        is_year(word) || named && year_and_month("2000", Some(word)).is_some()
    };
    words.filter(dated).map(small).collect()
}

fn title(block: &Block) -> String {
    block.lines.join(" ")
}

fn cells(block: &Block) -> Vec<&Vec<String>> {
    block.rows.iter().map(|(_, row)| row).collect()
}

/// The words of each table's lines that the others do not have and that may be what it is of, with those beside them.
fn told_apart(blocks: &[Block]) -> Vec<String> {
    let parts = |line: &str| -> Vec<String> {
        let words = line.split(|letter: char| !letter.is_alphabetic());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let all: Vec<Vec<Vec<String>>> =
        blocks.iter().map(|block| block.lines.iter().map(|line| parts(line)).collect()).collect();
    let common = |word: &String| {
        let has =
            |lines: &Vec<Vec<String>>| lines.iter().flatten().any(|own| small(own) == small(word));
        all.iter().all(has)
    };
    let of = |lines: &Vec<Vec<String>>| {
        let run = |line: &Vec<String>| {
            let own = |word: &String| may_be_goods(word) && !common(word) && !is_small(word);
            let (first, last) = (line.iter().position(own)?, line.iter().rposition(own)?);
            let open = |word: &&String| may_be_goods(word) && !is_small(word);
            let before = line.iter().take(first).rev().take_while(open).count();
            let behind = line.iter().skip(last + 1).take_while(open).count();
            Some(line.get(first - before..last + 1 + behind)?.join(" "))
        };
        // Where a line says the direction it says of what, too.
        let says = |line: &&Vec<String>| flow_in(&line.join(" ")).is_some();
        match lines.iter().find(says) {
            Some(line) => run(line),
            None => lines.iter().find_map(run),
        }
        .unwrap_or_default()
    };
    all.iter().map(of).collect()
}

/// Whether a word only joins others.
fn is_small(word: &str) -> bool {
    const SMALL: &str = "del|das|dos|des|der|die|les|los|las|nel|della|delle|the|and|und|von|aus|for|per|con|para|por|pour";
    SMALL.split('|').any(|own| own == small(word))
}

/// The lines of one table, each in its place: what stands above it, the first table's own lines, the names and the
/// rows.
fn made(
    (above, titled, header): (Vec<Placed>, Vec<String>, &[String]),
    blocks: &[(Block, [String; 2])],
    columns: [Option<&str>; 2],
) -> String {
    let mut text = String::new();
    let mut line = 0;
    let width = blocks.iter().flat_map(|(block, ..)| &block.rows).map(|(_, row)| row.len());
    let width = width.max().unwrap_or_default().max(header.len());
    let wide = |row: &[String]| {
        let mut row = row.to_vec();
        row.resize(width, String::new());
        row
    };
    let told = |line: &String| above.iter().any(|(_, row)| row.contains(line));
    let below: Vec<Vec<String>> =
        titled.iter().filter(|own| !told(own)).map(|own| vec![own.clone()]).collect();
    let more = columns.into_iter().flatten().map(str::to_owned);
    let names: Vec<String> = wide(header).into_iter().chain(more).collect();
    let top: Vec<Vec<String>> = above.iter().map(|(_, row)| row.clone()).chain(below).collect();
    for row in top.into_iter().chain([names]) {
        csv_cells::line(&mut text, row.into_iter());
        line += 1;
    }
    for (block, told) in blocks {
        for (place, row) in &block.rows {
            // Each row stays in its line.
            while line < *place {
                text.push('\n');
                line += 1;
            }
            let own =
                columns.iter().zip(told).filter_map(|(column, own)| column.map(|_| own.clone()));
            csv_cells::line(&mut text, wide(row).into_iter().chain(own));
            line += 1;
        }
    }
    text
}
