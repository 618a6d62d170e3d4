//! What the program says of files that it has read.

use crate::trade::Month;

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
    format!("{count} rows not used: {why}")
}

/// The first and the last month.
pub fn extent(first: Month, last: Month) -> String {
    format!("{} to {}", first.long(), last.long())
}

/// How many rows were read, left out, in place of others, without a known unit, without a figure and not
/// readable, and how many sums they came to.
pub fn rows([read, left, replaced, unweighed, gaps, skipped]: [u64; 6], sums: usize) -> String {
    format!(
        "{read} rows read, {left} left out, {replaced} in place of others, {unweighed} without a quantity whose unit is known, {gaps} without a figure, {skipped} not readable; {sums} sums kept"
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
