//! A reader's additions to a chart: notes, and the date of the data.

use super::context::Drawn;
use super::graph::{Annotation, XAxis};
use crate::query::{Note, Query};
use crate::util::CollectVec as _;
use crate::wording::say::charts::additions as words;

/// Adds the notes to a graph with a time axis, and mentions the additions in the texts.
pub fn add(drawn: &mut Drawn, query: &Query, compiled: &str) {
    if let Some(date) = &query.known_on {
        // Nobody knows yet what will be known after the data were compiled; a month or a year counts to its end.
        let later = !compiled.is_empty() && (**date > *compiled || compiled.starts_with(&**date));
        let date = if later { compiled } else { date };
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
