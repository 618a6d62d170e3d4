//! What is said of a reader's own additions to a chart.

use super::super::dates;
use super::super::numbers::within;
use super::sources::date as day;
use crate::trade::{Month, Period};

/// A subtitle with the date on which its figures were known.
pub fn known_on(subtitle: &str, date: &str) -> String {
    let known = day(date);
    // A month or a year ends on a day.
    let known =
        if date.len() < 10 { format!("at the end of {known}") } else { format!("on {known}") };
    match subtitle.strip_suffix('.') {
        Some(sentence) => format!("{sentence} (as known {known})."),
        None => format!("{subtitle}; as known {known}"),
    }
}

/// A subtitle with what was asked for and is not shown.
pub fn without(subtitle: &str, asked: &str) -> String {
    match subtitle.strip_suffix('.') {
        Some(sentence) => format!("{sentence} ({asked} is not available)."),
        None => format!("{subtitle}; {asked} is not available"),
    }
}

/// Whether words say which way the goods go.
pub fn says_flow(words: &str) -> bool {
    let letters = words.as_bytes();
    letters.windows(5).any(|own| own == b"xport" || own == b"mport")
}

/// A subtitle that says whose trade it is, and which way it goes.
pub fn whose(trade: &str, subtitle: &str) -> String {
    // `US dollars` and months keep their letters.
    let word = subtitle.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
    let subtitle =
        if word && !dates::leads(subtitle) { within(subtitle) } else { subtitle.to_owned() };
    format!("{trade}: {subtitle}")
}

/// What that date does.
pub const fn known_on_note() -> &'static str {
    "Figures, revisions and events published after this date are left out. A figure’s date is that of the publication it was taken from, which may not be the first to print it; a publication dated only by month or year counts from the end of that month or year."
}

/// A note of the reader's own, in words.
pub fn note(from: Month, to: Month, text: &str) -> String {
    let when = Period::month(from).through(Period::month(to)).long();
    format!("Your note, {when}: {text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtitle_behind_whose_trade_it_is_keeps_the_capitals_of_names() {
        for (subtitle, said) in [
            ("February 2025 against January 2025", "Exports: February 2025 against January 2025"),
            ("US dollars a tonne", "Exports: US dollars a tonne"),
            ("Tonnes each month", "Exports: tonnes each month"),
        ] {
            assert_eq!(whose("Exports", subtitle), said);
        }
    }
}
