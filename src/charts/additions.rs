//! A reader's additions to a chart: notes, and the date of the data; and the long names of files.

use super::context::Drawn;
use super::graph::{Annotation, XAxis};
use crate::query::{Note, Query};
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::LONGEST;
use crate::wording::say::charts::additions as words;

/// Adds the notes to a graph with a time axis, and mentions the additions in the texts.
pub fn add(drawn: &mut Drawn, query: &Query) {
    if let Some(date) = &query.known_on {
        drawn.subtitle = words::known_on(&drawn.subtitle, date);
        drawn.notes.insert(0, words::known_on_note().to_owned());
    }
    let XAxis::Months(from, to) = drawn.graph.x else { return };
    let within = |note: &&Note| from <= note.to && note.from <= to;
    let shown = query.notes.iter().filter(within).collect_vec();
    let annotation = |note: &&Note| Annotation {
        from: note.from.max(from),
        to: note.to.min(to),
        text: note.text.clone(),
    };
    drawn.graph.annotations = shown.iter().map(annotation).collect_vec();
    drawn.notes.extend(shown.iter().map(|note| words::note(note.from, note.to, &note.text)));
}

/// Names of so many letters stay whole; of longer ones at least [`LEAST`] are left.
const WHOLE: usize = 40;
const LEAST: usize = 24;

/// A headline in which the longest name is cut at a blank where the whole is too long; the subtitle, the table or
/// the words below have it in full.
pub fn shortened(dataset: &Dataset, headline: String) -> String {
    let over = headline.chars().count().saturating_sub(LONGEST);
    if over == 0 {
        return headline;
    }
    let partners = dataset.partners.iter().map(|partner| partner.spoken());
    let names = partners.chain(dataset.products.iter().map(|product| product.label.as_str()));
    // The first letter may be a capital or not.
    let rest = |name: &'_ str| name.char_indices().nth(1).map_or(0, |(at, _)| at);
    let names = names.filter_map(|name| name.get(rest(name)..));
    let said = names.filter(|name| headline.split(name).nth(1).is_some());
    let Some(name) = said.max_by_key(|name| name.len()) else { return headline };
    // A code in brackets behind it stays.
    let bracket = name.rfind(" (").filter(|_| name.ends_with(')')).unwrap_or(name.len());
    let (body, code) = name.split_at(bracket);
    // With the letter before it, and an ellipsis behind it.
    let count = body.chars().count();
    let kept = count.saturating_sub(over + 1).max(LEAST);
    let end = body.char_indices().nth(kept).map_or(body.len(), |(at, _)| at);
    let head = body.get(..end).unwrap_or(body);
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    let short = name.chars().count() <= WHOLE || count <= kept;
    if short { headline } else { headline.replace(name, &format!("{head}…{code}")) }
}
