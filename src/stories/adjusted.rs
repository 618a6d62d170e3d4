//! Which figures a story says to be seasonally adjusted.

use super::figure::Figure;
use super::meaning::Meaning;
use super::sentence::{Item, is, meaning};

/// What a story says of a figure's season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// Nothing, or that it is left in.
    Unsaid,
    /// Nothing, beside figures that are adjusted: it may be, too.
    Perhaps,
    /// That it is taken out.
    Adjusted,
}

/// Whether a sentence says of anything that it is adjusted, or that it is not.
pub(super) fn is_marked(items: &[Item]) -> bool {
    (0..items.len()).any(|at| mark(items, at).is_some())
}

/// What the phrase at `at` says.
fn mark(items: &[Item], at: usize) -> Option<bool> {
    match meaning(items, at)? {
        // `S.A.` ends a company's name.
        Meaning::Adjusted(_)
            if items.get(at).is_some_and(|item| item.capital && item.end - item.start <= 4) =>
        {
            None
        }
        Meaning::Adjusted(own) => Some(own),
        _ => None,
    }
}

/// What is said of a figure's season: in its own piece, before it in its clause, in a piece or a
/// clause by itself.
pub(super) fn said(items: &[Item], figures: &[Figure], figure: &Figure) -> Season {
    let marks = |from: usize, to: usize| (from..to).filter_map(|at| Some((at, mark(items, at)?)));
    let found = |own: bool| if own { Season::Adjusted } else { Season::Unsaid };
    let bounds = |at: usize, parts: fn(Meaning) -> bool| {
        let start = (0..at).rfind(|at| is(items, *at, parts)).map_or(0, |at| at + 1);
        (start, (at..items.len()).find(|at| is(items, *at, parts)).unwrap_or(items.len()))
    };
    let breaks: fn(Meaning) -> bool = |m| m == Meaning::Break;
    let parts: fn(Meaning) -> bool =
        |m| matches!(m, Meaning::Break | Meaning::Comma | Meaning::And | Meaning::Or);
    let has_figure =
        |(from, to): (usize, usize)| figures.iter().any(|one| (from..to).contains(&one.first));
    let (start, _) = bounds(figure.first, parts);
    let (_, end) = bounds(figure.last, parts);
    let nearest = marks(start, end).min_by_key(|(at, _)| at.abs_diff(figure.first));
    let clause = bounds(figure.first, breaks);
    if let Some((_, own)) = nearest.or_else(|| marks(clause.0, start).next_back()) {
        return found(own);
    }
    // `Fell 10.2% in July, seasonally adjusted`, but not `fell 17.3%, or 10.2% seasonally adjusted`.
    if let Some((at, own)) = marks(end, clause.1).next() {
        let joined = is(items, end, |m| m == Meaning::And);
        let alone = !has_figure(bounds(at, parts));
        return if own && (joined || alone) { Season::Adjusted } else { Season::Perhaps };
    }
    // `Seasonally adjusted: exports fell …`, and what such a head says of all that follows.
    let heads = |(at, own): &(usize, bool)| {
        let first = figures.first().is_none_or(|first| *at < first.first);
        *own && (!has_figure(bounds(*at, breaks)) || (*at < figure.first && first))
    };
    if marks(0, items.len()).any(|one| heads(&one)) { Season::Adjusted } else { Season::Perhaps }
}

/// What the next sentence's figures are of, where it does not say: a sentence of the adjustment alone is told
/// of what follows.
pub(super) fn next(items: &[Item], figures: &[Figure]) -> Season {
    match (0..items.len()).any(|at| mark(items, at) == Some(true)) {
        false => Season::Unsaid,
        true if figures.is_empty() => Season::Adjusted,
        true => Season::Perhaps,
    }
}
