//! `sources.csv` and `events.csv`: publications and events.

use super::RowError;
use super::cell_types::{address, date, day, some};
use super::row::Table;
use crate::trade::{Event, Source, SourceKind};
use crate::util::{CollectVec as _, has, sort};
use crate::wording::say::import::dataset as expected;

/// Reads the list of publications: whole, or in short, which is what decides between reports of one
/// figure (name, date and kind).
pub(super) fn read_sources(text: &str, errors: &mut Vec<RowError>) -> Vec<Source> {
    let short = text.lines().next().is_some_and(|head| head.trim_end() == SHORT_HEAD);
    let columns: &[&str] = if short {
        &["source", "published", "kind"]
    } else {
        &["source", "publisher", "published", "title", "url", "?kind"]
    };
    let mut sources: Vec<Source> = Vec::new();
    Table { file: "sources.csv", text, columns }.read(errors, &mut |mut row| {
        let new = |id: &str| {
            let known = sources.iter().any(|source| source.id == id);
            (!id.is_empty() && !has(id, ' ') && !known).then(|| id.to_owned())
        };
        let id = row.parsed("source", expected::source_short_name(), new);
        row.parsed("published", expected::date_or_nothing(), date);
        if !short {
            row.parsed("publisher", expected::published_by(), some);
            let expected = expected::address_or_nothing();
            row.parsed("url", expected, address);
        }
        let kind = row.has("kind").then(|| {
            row.parsed("kind", expected::source_kind(), |text| {
                let none = short && text.is_empty();
                if none { Some(None) } else { SourceKind::parse(text).map(Some) }
            })
        });
        sources.push(Source {
            id: id.unwrap_or_default(),
            publisher: row.cell("publisher").to_owned(),
            published: row.cell("published").to_owned(),
            title: row.cell("title").to_owned(),
            url: row.cell("url").to_owned(),
            kind: kind.flatten().flatten(),
        });
    });
    sources
}

/// The head of the list in short.
const SHORT_HEAD: &str = "source,published,kind";

/// The list of publications in short: what the first page loads, for who published a figure is shown
/// only after the figure. `text` is the whole list.
///
/// # Errors
/// Every row error in it.
pub fn sources_in_short(text: &str) -> Result<String, Vec<RowError>> {
    let mut errors = Vec::new();
    let sources = read_sources(text, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let line = |source: &Source| {
        let kind = source.kind.map_or("", SourceKind::code);
        format!("{},{},{kind}\n", source.id, source.published)
    };
    let lines: String = sources.iter().map(line).collect_vec().concat();
    Ok(format!("{SHORT_HEAD}\n{lines}"))
}

/// Fills in what the whole list says of publications that were read in short.
pub(super) fn complete(sources: &mut [Source], text: &str, errors: &mut Vec<RowError>) {
    let whole = read_sources(text, errors);
    for source in sources {
        if let Some(own) = whole.iter().find(|own| own.id == source.id) {
            *source = own.clone();
        }
    }
}

/// The rows of `events.csv`, in the file’s order; a row that cannot be read is left out and added to `errors`.
pub(super) fn read_events(text: &str, errors: &mut Vec<RowError>) -> Vec<Event> {
    let columns =
        ["date", "title", "title_*", "?short", "short_*", "?rank", "effect", "effect_*", "url"];
    let mut events = Vec::new();
    Table { file: "events.csv", text, columns: &columns }.read(errors, &mut |mut row| {
        let month = row.parsed("date", expected::calendar_day(), day);
        row.parsed("title", expected::what_happened(), some);
        row.parsed("url", expected::address(), |text| {
            (!text.is_empty()).then(|| address(text)).flatten()
        });
        let rank = row.parsed("rank", expected::whole_number_or_nothing(), |text| match text {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        });
        let Some(month) = month else { return };
        events.push(Event {
            date: row.cell("date").to_owned(),
            month,
            titles: row.words_beside("title"),
            shorts: row.words_beside("short"),
            rank: rank.flatten(),
            effects: row.words_beside("effect"),
            url: row.cell("url").to_owned(),
        });
    });
    sort(&mut events, |one, other| one.date.cmp(&other.date));
    events
}
