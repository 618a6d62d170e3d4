//! Tables of unknown layout: guesses from names and first rows, and the reader's answers.

mod column_guess;
mod completed;

use super::first_rows::{Sample, letter};
use crate::import::layouts::{self, Layout, Role, plain};
use crate::util::Lower as _;
use crate::wording::say::import::mapping as words;
use column_guess::{MAPPED, is_below_years, is_month, is_month_of, month_below_years};
use completed::{are_months, complete, month_by_month, weight_of_side};

pub use column_guess::{
    is_count, is_early_years, is_likely, is_of_countries, is_of_republic, is_undated, is_yearless,
    numbers_countries, suggested,
};

/// What a table of no known layout is called.
pub const OWN_MAPPING: &str = "your own mapping";

/// A reader's own mapping, a line each: a role's name, a tab, a column's name. Instead of a column
/// there may be a word after `=` that holds for every row: the flow, the reporter's code, the unit of
/// the weight, the money of the values; and `exports` and `imports` say what the file calls them. Answers
/// with the layout and these words.
///
/// # Errors
/// What is missing or wrong.
pub fn mapped(text: &str, sample: &Sample) -> Result<(Layout, Vec<(String, String)>), String> {
    // Of several mappings the first that fits.
    let mut tried = text.split("\n\n").map(|text| mapped_by(text, sample));
    let first = tried.next().unwrap_or_else(|| Err(String::new()));
    first.or_else(|problem| tried.find(Result::is_ok).unwrap_or(Err(problem)))
}

/// The place of a column that a mapping names.
fn column_called(column: &str, sample: &Sample) -> Option<usize> {
    let names = || sample.header.iter();
    let own = names().position(|name| name == column);
    own.or_else(|| names().position(|name| plain(name) == plain(column)))
        .or_else(|| numbered(column).filter(|at| *at < sample.header.len()))
}

/// Whether a mapping, or each of several, names a column that is not there: it was made for another table.
pub fn is_of_another(text: &str, sample: &Sample) -> bool {
    let lacks = |text: &str| {
        let mut columns = text.lines().filter_map(|line| Some(line.split_once('\t')?.1));
        columns.any(|own| !own.starts_with('=') && column_called(own, sample).is_none())
    };
    text.split("\n\n").all(lacks)
}

/// Before the name of what was asked: the answer that was likely, blank where it was given.
pub const WAS: &str = "was ";

/// The words of a mapping that hold for every row.
pub fn fixed_words(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter(|line| !line.starts_with(WAS));
    let lines = lines.filter_map(|line| line.split_once('\t'));
    lines
        .filter_map(|(role, word)| Some((role.to_owned(), word.strip_prefix('=')?.to_owned())))
        .collect()
}

fn mapped_by(text: &str, sample: &Sample) -> Result<(Layout, Vec<(String, String)>), String> {
    let (names, lands) = (sample.header.clone(), sample.lands.clone());
    let mut layout = Layout { names, lands, ..Layout::blank(OWN_MAPPING) };
    // Columns of months that were named as values or quantities.
    let mut months: Vec<(Role, usize)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (role, column) =
            line.split_once('\t').ok_or_else(|| words::three_parts().to_owned())?;
        if column.starts_with('=') {
            continue;
        }
        let Some((role, _)) = MAPPED.iter().find(|(_, name)| *name == role) else {
            return Err(words::no_role(role));
        };
        let place = column_called(column, sample).ok_or_else(|| words::no_column(column))?;
        let name = sample.name(place);
        if matches!(role, Role::Value | Role::Weight) && (is_month(name) || is_month_of(name)) {
            months.push((*role, place));
        } else {
            layout.put(*role, place);
        }
    }
    let words = fixed_words(text);
    // One of a few is what the reader says it is.
    if !are_months(sample) {
        months.drain(..).for_each(|(role, place)| layout.put(role, place));
    }
    complete(&mut layout, sample);
    weight_of_side(&mut layout);
    month_by_month(&mut layout, &months);
    let has = |role: Role| layout.place(role).is_some();
    let headed = layout.sets.iter().any(|set| set.when != layouts::When::Row);
    let dated = has(Role::Period) || has(Role::Year) || headed;
    let month = layout.place(Role::Month);
    let above = !dated
        && month.map_or_else(|| is_below_years(sample), |at| month_below_years(sample) == Some(at));
    if !dated && !above && sample.period.is_none() && !sample.undated {
        return Err(words::no_period().to_owned());
    }
    let figures = [
        Role::Value,
        Role::Weight,
        Role::Exports,
        Role::Imports,
        Role::ExportWeight,
        Role::ImportWeight,
        Role::Amount,
    ];
    if !figures.into_iter().any(has) && layout.sets.is_empty() {
        return Err(words::no_figures().to_owned());
    }
    layout.years_above = above;
    Ok((layout, words))
}

/// The place of a column that is called by its number or its letter: `#3`, `column 3`, `C`.
pub fn numbered(column: &str) -> Option<usize> {
    let lower = column.trim().lower();
    let own = lower.strip_prefix("column").unwrap_or(&lower).trim().trim_start_matches('#');
    if let Ok(number) = own.parse::<usize>() {
        return number.checked_sub(1);
    }
    (0..702).find(|at| letter(*at).lower() == own)
}

#[cfg(test)]
mod tests {
    use super::column_guess::guess;
    use super::completed::{is_power, scales};
    use super::*;

    fn table(header: &str, rows: &[&str]) -> Sample {
        let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
        Sample {
            separator: b',',
            header: cells(header),
            rows: rows.iter().map(|row| cells(row)).collect(),
            before: 1,
            ..Sample::default()
        }
    }

    #[test]
    fn an_unknown_table_is_guessed() {
        let sample = table(
            "period_dt,partner_name,hs6,val,qty,uv",
            &["2017-01-01,Australia,250410,10200.0,6116.362,1.66"],
        );
        let mut found = guess(&sample);
        found.sort_by_key(|(_, place)| *place);
        let roles = [Role::Period, Role::Partner, Role::Product, Role::Value, Role::Weight];
        assert_eq!(
            found,
            roles.into_iter().enumerate().map(|(at, role)| (role, at)).collect::<Vec<_>>()
        );
        let sample = table(
            "Domain Code,Reporter,Partner,Element,Item,Year,Mon,Value,Flag Description",
            &["TM,Kenya,Uganda,Export value,Maize,2024,3,90,Official"],
        );
        let named: Vec<(Role, &str)> =
            guess(&sample).into_iter().map(|(role, at)| (role, sample.name(at))).collect();
        for pair in [
            (Role::Year, "Year"),
            (Role::Month, "Mon"),
            (Role::Product, "Item"),
            (Role::Measure, "Element"),
        ] {
            assert!(named.contains(&pair), "{named:?}");
        }
    }

    #[test]
    fn a_mapping_says_what_it_lacks() {
        let sample = table("month,to,usd", &["2024-01,X,5"]);
        assert!(mapped("period\tmonth\nvalue\tusd\nflow\t=export", &sample).is_ok());
        for (text, lacking) in [
            ("value\tusd\nflow\t=export", "month or year"),
            ("period\tmonth\nflow\t=export", "value or a quantity"),
            ("period\twhen", "no column when"),
        ] {
            let refusal = mapped(text, &sample).err().unwrap_or_default();
            assert!(refusal.contains(lacking), "{refusal}");
        }
    }

    #[test]
    fn powers_of_ten_and_words_beside_money_multiply() {
        let sample = table("UNIT_MULT,UNIT,Month", &["3,Euro Thousand,1", "6,Euro Thousand,2"]);
        assert_eq!([0, 1, 2].map(|at| is_power(&sample, at)), [true, false, false]);
        assert_eq!([0, 1, 2].map(|at| scales(&sample, at)), [false, true, false]);
    }
}
