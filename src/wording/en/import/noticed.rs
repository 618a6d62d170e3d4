//! What was supposed of a file, and what was noticed as it was read.

use super::questions;
use crate::trade::{Flow, Month, Period, Unit};
use crate::wording::facts::{Multiplier, Source};
use crate::wording::numbers::exact;

/// Rows without a partner.
pub fn blank_totals(name: &str) -> String {
    format!("rows with nothing in the column “{name}” are the totals of the others")
}

/// Whose trade a title says it is.
pub fn reporter_of_title(code: &str, words: &str) -> String {
    format!("the reporter ({code}) is taken from the title: {words}")
}

/// Whose trade it is, by what stands beside the table, in the file's name or in all rows.
pub fn reporter_found(code: &str, source: Source<'_>) -> String {
    format!("the reporter is taken to be {code}: {}", questions::source(source))
}

/// That rows are of something else than trade.
pub fn rows_of_no_trade(names: &[&str]) -> String {
    format!(
        "rows of {} are left out: they are not exports or imports",
        names.get(..4).unwrap_or(names).join(", ")
    )
}

/// That figures count in a unit that nobody knows.
pub fn own_unit(unit: &str) -> String {
    format!("figures are in “{unit}”, an unknown unit: charts call it “units of its own”")
}

/// Codes that have the number of their section before them.
pub fn behind_section(cell: &str, length: usize) -> String {
    let code = cell.get(cell.len().saturating_sub(length)..).unwrap_or(cell);
    format!("product codes are read without the section number in front: {cell} is HS {code}")
}

/// Whose trade it is, by the column of where all of it comes from or goes to.
pub fn reporter_of_column(name: &str, word: &str) -> String {
    format!("the reporter is the only country in the {}: {word}", questions::column(name))
}

/// Whose trade it is, by where all exports come from.
pub fn reporter_of_exports(code: &str) -> String {
    format!("the reporter ({code}) is the country that all exports come from")
}

/// Who exports to whom, by the columns of both.
pub fn exports_from_to(from: &str, to: &str) -> String {
    format!(
        "each row is read as exports from what its {} names to what its {} names",
        questions::column(from),
        questions::column(to)
    )
}

/// With whom a title says it is.
pub fn partner_of_title(code: &str, words: &str) -> String {
    format!("the partner ({code}) is taken from the title: {words}")
}

/// With whom the heading of a column says it is.
pub fn partner_of_heading(code: &str, name: &str) -> String {
    format!("the partner ({code}) is taken from the heading of the {}", questions::column(name))
}

/// What figures count, by a line above or below the table.
pub fn unit_of_title(line: &str) -> String {
    format!("figures are taken to be quantities, not values: “{line}” gives their unit")
}

/// The year of the headings.
pub fn year_of_title(year: u32) -> String {
    format!("the year of the headings ({year}) is taken from the title")
}

/// Which months the headings' years stand for.
pub fn months_of_title(words: &str) -> String {
    format!("each year in the headings is for {words} only, as the title says")
}

/// That a column adds up the months of a year.
pub fn running(name: &str) -> String {
    format!(
        "each month in the {} adds up its year so far, as its name says",
        questions::column(name)
    )
}

/// The goods.
pub fn goods_of_title(code: &str) -> String {
    format!("the goods ({code}) are taken from the title")
}

/// That nothing says which goods they are.
pub const fn unnamed_goods() -> &'static str {
    "neither a column nor a title says which goods these are: they are shown without a name"
}

/// That nothing says whose trade it is.
pub const fn unnamed_reporter() -> &'static str {
    "neither a column nor a title says whose trade this is: it is shown without a name"
}

/// What says that it is of all goods.
pub fn all_goods(source: Source<'_>) -> String {
    format!("figures are taken to be of all goods: {}", questions::source(source))
}

/// Two names that are taken for one country.
pub fn one_country(one: &str, other: &str) -> String {
    format!("“{one}” and “{other}” are taken to be one country")
}

/// Two names that stand beside one code of goods.
pub fn one_product(code: &str, one: &str, other: &str) -> String {
    format!("code {code} is called “{one}” and “{other}”: both are counted as one")
}

/// Which of several columns was read.
pub fn read_from(flow: Flow, name: &str, others: &[&str]) -> String {
    format!(
        "{} are read from the {}; not used: {}",
        flow.plural(),
        questions::column(name),
        others.join(", ")
    )
}

/// That partners have numbers of nobody knows whose list.
pub fn numbered_partners(name: &str) -> String {
    format!(
        "partners are shown by the numbers in the {}: the file does not say which list they are from",
        questions::column(name)
    )
}

/// That partners have numbers of the US Census Bureau's list.
pub fn census_partners(name: &str) -> String {
    format!(
        "the numbers in the {} are read as the US Census Bureau’s country codes",
        questions::column(name)
    )
}

/// That partners have numbers of the European Union's list.
pub fn eurostat_partners(name: &str) -> String {
    format!("the numbers in the {} are read as Eurostat’s country codes", questions::column(name))
}

/// That a multiplier is stated twice.
pub fn multiplied_once(name: &str) -> String {
    format!(
        "the {} repeats the multiplier stated elsewhere, which is applied once",
        questions::column(name)
    )
}

/// That figures are of more than goods.
pub fn services(words: &str) -> String {
    format!("figures cover more than goods: “{words}”")
}

/// That the only column of countries was taken for partners.
pub fn partners_of_column(name: &str) -> String {
    format!(
        "the countries in the {} are taken to be partners: the file does not say that they are reporters",
        questions::column(name)
    )
}

/// That a column of codes says who partners are.
pub fn partners_by_code(name: &str) -> String {
    format!(
        "partners with unknown names are identified by the codes in the {}",
        questions::column(name)
    )
}

/// Which column goods are taken from.
pub fn goods_of_column(name: &str) -> String {
    format!("goods are taken from the {}", questions::column(name))
}

/// Which column names goods, beside the one of their codes.
pub fn names_of_goods(name: &str) -> String {
    format!("goods are named by the {}", questions::column(name))
}

/// That a quantity may belong to other values than those of the chosen column.
pub fn quantity_of_others([values, quantity]: [&str; 2]) -> String {
    format!(
        "the quantity in the {} may be of other values than those in the {}",
        questions::column(quantity),
        questions::column(values)
    )
}

/// That a total is added up with what it may be the total of.
pub fn added_to_total(total: &str) -> String {
    format!("“{total}” is added to the rows beside it, though it may be their total")
}

/// How many partners, or reporters, have names that nobody knows, and the first of them.
pub fn unknown_names(count: usize, first: &[&str], reports: bool) -> String {
    let more = match count - first.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let whom = if reports { "reporter" } else { "partner" };
    let named = match count {
        1 => format!("1 {whom} is not a known country or group and is shown"),
        _ => format!("{count} {whom}s are not known countries or groups and are shown"),
    };
    format!("{named} under the file’s own names: {}{more}", first.join(", "))
}

/// That all partners have one figure in a period.
pub fn alike_partners(period: &str, count: u32) -> String {
    format!(
        "check the figures: in {period} and most other periods all {count} partners have the same figure, which may be their total"
    )
}

/// That a direction's figures are written with a minus.
pub fn minus(name: &str) -> String {
    format!("minus signs in the {} are ignored: every figure has one", questions::column(name))
}

/// How many sums are below zero.
pub fn below_zero(count: usize) -> String {
    let sums = match count {
        1 => "one total is negative".to_owned(),
        _ => format!("{count} totals are negative"),
    };
    format!("{sums}: check the rows with a minus sign")
}

/// How many quantities of zero stand for none.
pub fn zeros(count: u64) -> String {
    let zeros = match count {
        1 => "1 quantity of zero beside a value is".to_owned(),
        _ => format!("{} quantities of zero beside a value are", exact(count as f64, 0)),
    };
    format!("{zeros} treated as not reported")
}

/// How many sums lack the quantity of some rows that belong to them.
pub fn incomplete(count: usize) -> String {
    let sums = match count {
        1 => "1 quantity is".to_owned(),
        _ => format!("{count} quantities are"),
    };
    format!("{sums} too low: not every row added up with a value has a quantity")
}

/// How many tables that stand below one another are read as one.
pub fn tables_joined(count: usize) -> String {
    format!("{count} tables with the same columns are read together, each by the line above it")
}

/// Tables of a file that are no trade.
pub fn tables_not_used(titles: &[String]) -> String {
    format!("tables not used, as they are not amounts of trade: {}", titles.join("; "))
}

/// Tables of a file without months, years or figures.
pub fn tables_not_read(names: &[String]) -> String {
    format!("tables not used, as they lack periods or figures of trade: {}", names.join(", "))
}

/// A table that stands twice.
pub fn table_again(title: &str) -> String {
    format!("the table “{title}” appears twice and is read once")
}

/// How many figures of months are not published yet.
pub fn unpublished(last: Month, count: usize) -> String {
    let last = super::preview::period(Period::month(last));
    match count {
        1 => format!(
            "1 zero after {last} is not used: no row has a figure there, so none is published yet"
        ),
        _ => format!(
            "{count} zeros after {last} are not used: no row has a figure there, so none is published yet"
        ),
    }
}

/// That an answer was given to a question that is not asked.
pub fn not_asked(id: &str) -> String {
    format!("the answer “{id}” is not used: this file does not raise the question")
}

/// How many totals are of a year that is not over.
pub fn unfinished_years(count: usize) -> String {
    match count {
        1 => "1 total of a year only adds up its months so far and is not used".to_owned(),
        _ => format!("{count} totals of a year only add up its months so far and are not used"),
    }
}

/// What the line above a table multiplies its figures by.
pub fn multiplied(digits: &str) -> String {
    format!("every figure is multiplied by {digits}, as a line above the table says")
}

/// That a file was left out.
pub const fn left_out() -> &'static str {
    "left out as you chose: its figures differ from those of another file"
}

/// That a file holds nothing new.
pub const fn repeats() -> &'static str {
    "it repeats figures of other files, and nothing is counted twice"
}

/// How many figures of a file others have too.
pub fn repeats_some(repeated: u64, replaced: u64) -> String {
    if replaced == 0 {
        return format!(
            "{repeated} of its figures repeat those of earlier files, all of them equal, and nothing is counted twice"
        );
    }
    format!(
        "{repeated} of its figures repeat those of earlier files and {replaced} differ: the later file’s are used, and nothing is counted twice"
    )
}

/// That a title or a sheet's name says the direction.
pub fn flow_of_title(flow: Flow, words: &str) -> String {
    format!("these are {}, according to the title: {words}", flow.plural())
}

/// That the head of the partners' column says the direction.
pub fn flow_of_column(flow: Flow, name: &str) -> String {
    format!("these are {}, according to the {}", flow.plural(), questions::column(name))
}

/// Which columns are left out as they are of no goods.
pub fn no_goods(names: &[&str]) -> String {
    format!("columns that are not exports or imports of goods are left out: {}", names.join(", "))
}

/// That a column is the total of all goods.
pub fn total_column(name: &str) -> String {
    format!("the {} is the total of all goods", questions::column(name))
}

/// That names of series are read in parts, and which these are.
pub fn series_parted(parts: &[String]) -> String {
    format!("the names of the series are read in parts: {}", parts.join(", "))
}

/// That rows of several ports or districts are parts of one figure.
pub fn parts_of_customs(name: &str) -> String {
    format!("rows that differ in the {} alone are parts and are added up", questions::column(name))
}

/// That two digits are the sections of the Harmonized System.
pub fn sections(name: &str) -> String {
    format!(
        "codes in the {} are sections of the Harmonized System, not chapters",
        questions::column(name)
    )
}

/// Which columns are sums of others.
pub fn sums_of_columns(names: &[&str]) -> String {
    format!("columns that are sums of others are not added to them: {}", names.join(", "))
}

/// Which columns of figures, which of names and which others were not used.
pub fn columns_not_used(lists: &[Vec<String>; 3]) -> String {
    let kinds = ["columns of figures", "columns of names", "other columns"].into_iter().zip(lists);
    let kinds = kinds.filter(|(_, names)| !names.is_empty());
    let kinds: Vec<String> = kinds.map(|(kind, names)| format!("{kind} {}", some(names))).collect();
    format!("not used: {}", kinds.join("; "))
}

/// As many names as one line has room for.
fn some(names: &[String]) -> String {
    match names.get(..MOST_NAMED) {
        Some(first) if names.len() > MOST_NAMED => {
            format!("{} and {} more", first.join(", "), names.len() - MOST_NAMED)
        }
        _ => names.join(", "),
    }
}

/// How many names of columns one line has room for.
const MOST_NAMED: usize = 24;

/// Which of several columns of values was read.
pub fn values_read_from(name: &str, other: &str) -> String {
    format!("values are read from the {}; not used: {other}", questions::column(name))
}

/// The code of money that a file does not name.
const UNNAMED: &str = "XXX";

/// What values are in.
pub fn values_in(unit: Unit, each: &Multiplier<'_>) -> String {
    let each = match each {
        Multiplier::Column(name) => format!(", multiplied as the {} says", questions::column(name)),
        Multiplier::Rows => ", scaled by each row’s unit".to_owned(),
        Multiplier::One => String::new(),
        Multiplier::Times(digits) => format!(", multiplied by {digits}"),
    };
    if unit.code() == UNNAMED {
        let each =
            each.strip_prefix(", ").map_or_else(String::new, |so| format!("; they are {so}"));
        return format!("the currency of the values is not named{each}");
    }
    format!("values are in {}{each}", unit.words())
}

/// What quantities are in: how many kilograms one of them is.
pub fn quantities_in(kilograms: &str) -> String {
    match kilograms {
        "1,000" => "quantities are in tonnes".to_owned(),
        "1" => "quantities are in kilograms".to_owned(),
        digits => format!("quantities are in units of {digits} kg"),
    }
}
