//! Lines around a table: years and sheets in names, remarks, headings that stand again.

use crate::util::Lower as _;
use std::borrow::Cow;

use crate::import::asking::Question;
use crate::import::bytes::records::Record;
use crate::import::cells::cell_numbers::either;
use crate::import::cells::dates::{self, bare_year};
use crate::import::cells::vocabulary::{Way, flow_in, folded, money_in, small};
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role};
use crate::trade::{Flow, Period};
use crate::wording::say::import::questions as asked;

/// The year that a file's name has, by itself or, where `days` may tell it, at the end of one:
/// `trade_31-12-16.csv`.
pub fn year_of_name(file: &str, days: bool) -> Option<Period> {
    let numbers: Vec<&str> =
        file.split(|own: char| !own.is_ascii_digit()).filter(|own| !own.is_empty()).collect();
    let whole = |own: &&str| own.len() == 4 && (own.starts_with("19") || own.starts_with("20"));
    let mut short = numbers.windows(3).filter(|own| days && own.iter().all(|part| part.len() == 2));
    let short = short.next().and_then(|own| own.last()).map(|own| format!("20{own}"));
    let year = numbers.iter().find(|own| whole(own)).map(|own| (*own).to_owned()).or(short)?;
    dates::year_and_month(&year, None)
}

/// The direction that a sheet is named for, and its name, in `book.xlsx, Imports`.
pub fn sheet_for(name: &str) -> Option<(Flow, String)> {
    let (_, sheet) = name.rsplit_once(", ")?;
    Some((direction(sheet)?, sheet.to_owned()))
}

/// The direction that the name of a sheet says. Programs call `Export` what they write, and `Import` what is to be
/// read, whatever it holds.
pub fn direction(sheet: &str) -> Option<Flow> {
    // One that fills all that a sheet's name may hold is the file's own name, cut.
    if sheet.chars().count() > 30 {
        return None;
    }
    let plain = sheet.trim().lower();
    let programs = plain
        .split(|own: char| !own.is_alphabetic())
        .all(|word| matches!(word, "" | "export" | "import" | "data" | "sheet" | "query"));
    match flow_in(sheet) {
        Some(Way::Flow(flow)) if !programs => Some(flow),
        _ => None,
    }
}

/// Whether a line says that figures are measured by those of a year: `fixed base 2021=100`.
pub fn is_of_base_year(line: &str) -> bool {
    let line: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    line.split_once("=100").is_some_and(|(year, rest)| {
        year.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit())
            && !rest.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

/// Whether a record has a word or two in its first columns and no figure.
pub fn is_remark(record: &Record<'_>) -> bool {
    // Most rows are told apart by this alone.
    if !record.field(2).is_empty() {
        return false;
    }
    let filled = (0..record.len()).filter(|at| !record.field(*at).trim_ascii().is_empty());
    let mut count = 0;
    for at in filled {
        count += 1;
        if at > 1 || count > 2 {
            return false;
        }
    }
    let figure = |at: usize| record.field(at).iter().any(u8::is_ascii_digit);
    count == 1 || !figure(1)
}

/// Whether a record names columns: most of what it has stands in the header, too.
pub fn is_heading(record: &Record<'_>, header: &[String]) -> bool {
    let cells = (0..record.len()).map(|at| record.text(at)).filter(|cell| !cell.is_empty());
    let (mut named, mut all) = (0, 0);
    for cell in cells {
        all += 1;
        named += usize::from(header.contains(&cell));
    }
    all > 1 && named * 5 >= all * 3
}

/// Whether a record is the header once more, with which the table goes on.
pub fn repeats(record: &Record<'_>, header: &[String]) -> bool {
    header.iter().enumerate().all(|(at, name)| record.text(at) == *name)
}

/// Whether a file is made as Eurostat's bulk download: dimensions and commas between them in the first
/// cell, a tab before each time.
pub fn is_bulk(text: &[u8]) -> bool {
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let cell = line.split(|byte| *byte == b'\t').next().unwrap_or_default();
    cell.len() < line.len() && cell.contains(&b',') && cell.contains(&b'\\')
}

/// The same bytes with commas alone.
pub fn commas(bytes: &[u8], bulk: bool) -> Cow<'_, [u8]> {
    if !bulk {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned(bytes.iter().map(|byte| if *byte == b'\t' { b',' } else { *byte }).collect())
}

/// Whether years stand in lines of their own, each above the rows that are of it.
pub fn has_year_lines(sample: &Sample) -> bool {
    let year = |cell: &&str| cell.len() == 4 && bare_year(cell).is_some_and(|own| own > 1900);
    let first = sample.rows.iter().filter_map(|row| row.first()).map(String::as_str);
    let lines = first.clone().chain(sample.notes.iter().map(String::as_str)).filter(year);
    let mut years: Vec<&str> = lines.collect();
    let count = years.len();
    years.dedup();
    years.len() == count && count > 1 && first.filter(|cell| !year(cell)).count() > count
}

/// Asks whether the first line names the columns.
pub fn header_question(sample: &Sample) -> Question {
    let first = sample.rows.first().map(|row| row.join(" · ")).unwrap_or_default();
    Question::new("header", "none", &["none", "names"], asked::header(&first))
}

/// Asks which column holds what, with a guess.
pub fn columns_question(guess: &[(&'static str, String)]) -> Question {
    let likely: String = guess.iter().map(|(role, column)| format!("{role}\t{column}\n")).collect();
    Question::new("columns", likely.trim_end(), &[], asked::columns())
}

/// Whether a column is called after the flow of trade: `trade_flow_un`.
pub fn is_trade(name: &str) -> bool {
    folded(name).replace(' ', "").contains("tradeflow")
}

/// Whether the found column of values and these others count in one money, as far as their headings say.
pub fn are_alike(layout: &Layout, sample: &Sample, rivals: &[usize]) -> bool {
    let money = |at: usize| money_in(sample.name(at));
    let own = layout.place(Role::Value);
    // So do others in another money that are called the same but for that.
    let called = |at: usize| {
        let own = money(at).map(|own| own.code().lower())?;
        Some(small(sample.name(at)).replace(&own, ""))
    };
    own.is_some_and(|own| {
        rivals.iter().all(|at| {
            money(*at) == money(own) || called(*at).is_some_and(|word| called(own) == Some(word))
        })
    })
}

/// Whether the found column of values and each of some others are headed by a money: none is a part of another.
pub fn are_paid(layout: &Layout, sample: &Sample, rivals: &[usize]) -> bool {
    let own = layout.place(Role::Value).filter(|_| !rivals.is_empty());
    own.is_some_and(|own| {
        let mut all = rivals.iter().chain([&own]);
        all.all(|at| money_in(sample.name(*at)).is_some()) && !are_alike(layout, sample, rivals)
    })
}

/// Whether a column has another's figures again in thousands, millions or billions of its unit, rounded.
pub fn is_rescaled(sample: &Sample, own: usize, other: usize) -> bool {
    let decimals =
        |cell: &str| cell.rsplit_once(['.', ',']).map_or(0, |(_, behind)| behind.len() as i32);
    let pair = |row: &Vec<String>| {
        let (cell, other) = (row.get(own)?, row.get(other)?);
        Some((either(cell)?, either(other)?, decimals(cell)))
    };
    let pairs: Vec<(f64, f64, i32)> = sample.rows.iter().filter_map(pair).collect();
    let told = pairs.iter().filter(|(own, ..)| *own != 0.0).count();
    let scaled = |power: i32| {
        pairs.iter().all(|(own, other, decimals)| {
            (own - other / 10_f64.powi(power)).abs() <= 0.51 / 10_f64.powi(*decimals)
        })
    };
    told > 1 && own != other && [3, 6, 9].into_iter().any(scaled)
}
