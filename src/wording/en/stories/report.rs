//! A report on a story, as text and as a table.

use super::super::charts::sources::date;
use crate::util::CollectVec as _;

/// How many figures were found, and how many of each verdict.
pub fn summary(all: usize, counts: &[(&'static str, usize)]) -> String {
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(code, count)| format!("{count} {}", verdict(code))).collect_vec();
    match all {
        0 => "No figures found that the data can check".to_owned(),
        1 => format!("1 figure found: {}", counts.join(", ")),
        _ => format!("{all} figures found: {}", counts.join(", ")),
    }
}

/// What a picture of a checked story is called.
pub const fn picture() -> &'static str {
    "A story’s figures, checked"
}

/// A summary as a sentence of its own.
pub fn summed_up(summary: &str) -> String {
    format!("{summary}.")
}

/// The same with the day until which what judged was published.
pub fn summed_up_until(summary: &str, day: &str) -> String {
    format!("{summary}. Judged by what was published by {}.", date(day))
}

/// A verdict, as the page has it.
pub fn verdict(code: &'static str) -> String {
    match code {
        "misplaced" => "wrong period or comparison".to_owned(),
        _ => code.replace('_', " "),
    }
}

/// A figure with the line of the story that it stands in, its verdict and the grounds.
pub fn judged(line: usize, figure: &str, verdict: &str, reason: &str) -> String {
    format!("line {line}, “{figure}” {verdict}: {reason}")
}

/// How it was read.
pub fn read_as(reading: &str) -> String {
    format!("read as {reading}")
}

/// What the story could say instead, in its own language.
pub fn given(words: &str) -> String {
    format!("change to “{words}”")
}

/// Who published something, when and where.
pub fn publication(publisher: &str, day: &str, address: &str) -> String {
    let parts = [publisher, &date(day), address];
    parts.into_iter().filter(|part| !part.is_empty()).collect_vec().join(", ")
}

/// Heads of the table.
pub const fn heads() -> [&'static str; 8] {
    ["figure", "verdict", "read as", "evidence", "sources", "sentence", "decision", "chart"]
}

/// What was decided of a finding.
pub const fn decision(letter: Option<u8>) -> &'static str {
    match letter {
        Some(b'c') => "confirmed as wrong",
        Some(b'a') => "set aside",
        _ => "",
    }
}

/// The words of a link to a chart.
pub const fn see_chart() -> &'static str {
    "See the chart"
}

/// The day that somebody gave for a story.
pub fn dated(day: &str) -> String {
    format!("The story is dated {}.", date(day))
}

/// How a story's month is set on the command line.
pub const fn set_the_date() -> &'static str {
    "If that is wrong, give its date with --date."
}
