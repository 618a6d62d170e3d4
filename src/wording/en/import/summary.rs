//! What the program says of files that it has read.

use super::super::plurals::counted;
use crate::trade::{Month, Period};

words! {
    archive_within: "it is an archive within an archive: unpack it first",
    only_names: "no figure was read: what was opened holds names alone; open it beside a table of figures",
}

/// What is said of a file.
pub fn of_file(file: &str, said: &str) -> String {
    format!("{file}: {said}")
}

/// Rows of a file that were not used, and why.
pub fn not_used(count: u64, why: &str) -> String {
    format!("{} not used: {why}", counted(count as usize, ["row", "rows"]))
}

/// The first and the last month.
pub fn extent(first: Month, last: Month) -> String {
    if first == last {
        first.long()
    } else {
        Period::month(first).through(Period::month(last)).long()
    }
}

/// How many rows were read, left out, in place of others, without a known unit, without a figure and not
/// readable, and how many sums they came to.
pub fn rows([read, left, replaced, unweighed, gaps, skipped]: [u64; 6], sums: usize) -> String {
    let rest = [
        (left, "left out"),
        (replaced, "in place of others"),
        (unweighed, "without a quantity of a known unit"),
        (gaps, "without a figure"),
        (skipped, "unreadable"),
    ];
    let rest = rest.into_iter().filter(|(count, _)| *count > 0);
    let rest: String = rest.map(|(count, what)| format!(", {count} {what}")).collect();
    format!(
        "{} read{rest}; {} kept",
        counted(read as usize, ["row", "rows"]),
        counted(sums, ["figure", "figures"])
    )
}

/// A file that is packed twice and too large to be held.
pub fn packed_twice(most: u64) -> String {
    format!("it is packed twice and larger than {most} bytes: unpack the archive first")
}

/// That a mapping is needed, and what one could be.
pub fn mapping_needed(problem: &str, header: &[String], guess: &[String]) -> String {
    format!(
        "{problem}.\nColumns: {}\nGive a mapping with --mapping FILE; a guess at one:\n{}",
        header.join(", "),
        guess.join("\n")
    )
}
