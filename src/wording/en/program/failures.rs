//! Why a command could not do what it was asked.

use super::super::parameters::one_of;

words! {
    not_there: "there is no such file or folder",
    no_permission: "no permission to read or write it",
    is_folder: "it is a folder, not a file",
    no_folder: "part of its path is a file, not a folder",
    no_figure: "no figure was read",
    not_known: "the data have no figures for that",
    no_such_series: "the data have no figures for that series",
    no_typeface: "no typeface was found for the letters’ shapes: name the files of one with XENOTIME_FONT and XENOTIME_FONT_BOLD",
    not_pinned: "no file was written, because it would not show what was requested",
    how_to_answer: "--answer ID=VALUE for each, or --answer ID=likely; ID@FILE=VALUE for one file of several",
}

/// That a chart without a drawing was not written, by what it says in its headline and below it.
pub fn nothing_to_pin(why: &str, more: &str) -> String {
    let why = format!("no file was written: {why}");
    if more.is_empty() { why } else { format!("{why}. {more}") }
}

/// What is wrong with a file.
pub fn of_file(path: &str, reason: &str) -> String {
    format!("{path}: {reason}")
}

/// An answer that is none.
pub fn answer(found: &str) -> String {
    format!("{found}: ID=VALUE was expected")
}

/// An answer to what is never asked.
pub fn no_question(id: &str, known: &[&str]) -> String {
    format!("{id}: no question has this ID; the IDs are {}", known.join(", "))
}

/// A kind of file that is not written, by the ending of its name, and those that are.
pub fn ending(path: &str, found: &str, expected: &[&str]) -> String {
    format!("{path}: the name ends in “{found}” and must end in {}", one_of(expected))
}

/// That files hold nothing of a reporter.
pub fn no_trade(reporter: &str) -> String {
    format!("the files have no trade of {reporter}")
}

/// The units that a series is known in, and the one that it is not.
pub fn other_unit(known: &[String], wanted: &str) -> String {
    format!("the series is available in {}, not in {wanted}", known.join(", "))
}

/// That nothing is broken down by partner or, else, by product.
pub const fn no_breakdown(partner: bool) -> &'static str {
    if partner {
        "the data have no figures by partner for that"
    } else {
        "the data have no figures by product for that"
    }
}

/// Letters that a typeface lacks.
pub fn letters_lacking(letters: &str) -> String {
    format!(
        "the typeface has no letters {letters}: name the files of one that has them with XENOTIME_FONT and XENOTIME_FONT_BOLD"
    )
}

/// A file that was written, with its size.
pub fn written(path: &str, bytes: usize) -> String {
    format!("{path}: {bytes} bytes")
}
