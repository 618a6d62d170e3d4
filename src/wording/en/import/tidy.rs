//! What figures made of a reader’s own files are said to be.

use super::super::numbers::in_words;
use super::super::plurals;
use crate::trade::{Measure, Unit};

words! {
    all_goods: "All goods",
    below: "sum of the codes below this one in the file",
    both_sides: "the partners that report too",
    derived: "derived by the file",
    publisher: "your file",
    reporter: "The file",
    world: "World",
}

/// How many of a sum’s partners give no figure.
fn lacking(count: usize, unit: Unit) -> String {
    let what = match unit.measure() {
        Measure::Value => "value".to_owned(),
        Measure::Volume => "quantity".to_owned(),
        Measure::Quantity => format!("quantity in {}", unit.words()),
    };
    match count {
        0 => String::new(),
        1 => format!("; the other gives no {what}"),
        _ => format!("; the other {} give no {what}", in_words(count)),
    }
}

/// `the one partner`, `the three partners`, and what they do.
fn counted(partners: usize) -> (String, &'static str) {
    (
        format!("the {}", plurals::counted_in_words(partners, ["partner", "partners"])),
        plurals::form(partners, ["reports", "report"]),
    )
}

/// `the three partners in the file`, `one of the two partners in the file`.
fn of_file(count: usize, without: usize) -> String {
    let partners = if without == 0 {
        counted(count).0
    } else {
        format!("{} of the {} partners", in_words(count), in_words(count + without))
    };
    format!("{partners} in the file")
}

/// What one gives is no sum.
const fn sum(partners: usize) -> &'static str {
    plurals::form(partners, ["", "sum of "])
}

/// The sum of what partners report whose trade the reporter reports, too.
pub fn sum_of_reports_on_both_sides(count: usize) -> String {
    let (partners, report) = counted(count);
    format!("{}what {partners} with figures from both sides {report}", sum(count))
}

/// The sum of the partners that report themselves.
pub fn sum_on_both_sides(count: usize) -> String {
    let (partners, report) = counted(count);
    format!("{}{partners} that {report} too", sum(count))
}

/// The sum of what partners report, and how many more give no figure.
pub fn sum_of_reports(count: usize, without: usize, unit: Unit) -> String {
    let ((_, report), partners) = (counted(count), of_file(count, without));
    format!("{}what {partners} {report}{}", sum(count), lacking(without, unit))
}

/// The sum of the partners, likewise.
pub fn sum_of_partners(count: usize, without: usize, unit: Unit) -> String {
    if count == 1 && without == 0 {
        return "the figure for the only partner then in the file".to_owned();
    }
    format!("{}{}{}", sum(count), of_file(count, without), lacking(without, unit))
}

/// Whose file it is that figures come from, which, and what they were taken for.
pub fn origin(rolled_up: bool, files: &str, layouts: &[&'static str]) -> String {
    let whose = if rolled_up { "rolled-up file" } else { "your own file" };
    format!("{whose} {files} ({})", layouts.join(", "))
}

/// The names of files, and how many more there are.
pub fn files(names: &[&str], more: usize) -> String {
    let names = names.join(", ");
    if more == 0 { names } else { format!("{names} and {more} more") }
}

/// A product’s short name with its code in a list.
pub fn product(name: &str, list: &str, code: &str) -> String {
    format!("{name} ({list} {code})")
}
