//! What figures made of a reader’s own files are said to be.

use super::super::plurals;

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
fn lacking(count: usize, money: bool) -> String {
    let what = if money { "value" } else { "quantity" };
    match count {
        0 => String::new(),
        1 => format!("; 1 more gives no {what}"),
        _ => format!("; {count} more give no {what}"),
    }
}

/// `the one partner`, `the three partners`, and what they do.
fn counted(partners: usize) -> (String, &'static str) {
    (
        format!("the {}", plurals::counted_in_words(partners, ["partner", "partners"])),
        plurals::form(partners, ["reports", "report"]),
    )
}

/// What one gives is no sum.
const fn sum(partners: usize) -> &'static str {
    plurals::form(partners, ["", "sum of "])
}

/// The sum of what partners report whose trade the reporter reports, too.
pub fn sum_of_reports_on_both_sides(count: usize) -> String {
    let (partners, report) = counted(count);
    format!("{}what {partners} on both sides {report}", sum(count))
}

/// The sum of the partners that report themselves.
pub fn sum_on_both_sides(count: usize) -> String {
    let (partners, report) = counted(count);
    format!("{}{partners} that {report} too", sum(count))
}

/// The sum of what partners report, and how many more give no figure.
pub fn sum_of_reports(count: usize, without: usize, money: bool) -> String {
    let ((partners, report), without) = (counted(count), lacking(without, money));
    format!("{}what {partners} in the file {report}{without}", sum(count))
}

/// The sum of the partners, likewise.
pub fn sum_of_partners(count: usize, without: usize, money: bool) -> String {
    let ((partners, _), without) = (counted(count), lacking(without, money));
    format!("{}{partners} in the file{without}", sum(count))
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
