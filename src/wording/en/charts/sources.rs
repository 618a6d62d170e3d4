//! Where figures come from and how old they are.

use crate::trade::Month;

/// A source line: where figures come from and who published them; of the page, how old the latest is.
pub fn line(said: &str, age: &str) -> String {
    format!("Source: {said}.{age}")
}

/// Which figures somebody published: `February 2026: Reuters, Xinhua`.
pub fn credit(what: &str, publishers: &str) -> String {
    format!("{what}: {publishers}")
}

/// Who published something, and when.
pub fn published(publisher: &str, day: &str) -> String {
    // One pair of brackets: `UN Comtrade (copy on GitHub, 2026)`.
    match publisher.strip_suffix(')') {
        Some(open) => format!("{open}, {})", date(day)),
        None => format!("{publisher} ({})", date(day)),
    }
}

/// One more of the same publisher, by its number.
pub fn another(number: usize) -> String {
    format!("(link {number})")
}

/// The events that a plot marks.
pub fn events(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("Events: {}.", names.join("; ")) }
}

/// An event in few words.
pub fn event(month: Month, name: &str) -> String {
    format!("{}: {name}", month.short())
}

/// Up to when the data were published.
pub fn published_up_to(day: &str) -> String {
    format!("Data published up to {}.", date(day))
}

/// When the data were compiled.
pub fn compiled_on(day: &str) -> String {
    format!("Data compiled on {}.", date(day))
}

/// When something of the data was published last.
pub fn latest_publication(day: &str, edition: &str, terms: &str) -> String {
    if day.is_empty() {
        return format!("{edition}{terms}");
    }
    format!("Latest publication: {}. {edition}{terms}", date(day))
}

/// How old the latest figure is, in months before the data were compiled.
pub fn age(latest: Month, months: i32, compiled: &str) -> String {
    let compiled = match months {
        ..=0 => String::new(),
        _ => format!(", compiled on {}", date(compiled)),
    };
    format!(" Data to {}{compiled}.", latest.long())
}

/// `2026-03-24` as `24 March 2026`; anything else as it is.
pub fn date(date: &str) -> String {
    let month = date.get(..7).and_then(Month::parse);
    match (month, date.get(8..).and_then(|day| day.parse::<u8>().ok())) {
        (Some(month), Some(day)) => format!("{day} {}", month.long()),
        (Some(month), None) => month.long(),
        _ => date.to_owned(),
    }
}
