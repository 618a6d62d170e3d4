//! Which figures a story says to be seasonally adjusted.

use super::meaning::Meaning;
use super::sentence::{Item, is, meaning};
use super::stated::Figure;

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

/// What is said of a figure's season: in its own piece, before it in its clause, in a piece or a clause by itself.
pub(super) fn season_of(items: &[Item], figures: &[Figure], figure: &Figure) -> Season {
    // How many pieces and how many clauses end before a place.
    let place = |at: usize| {
        items.iter().take(at).fold((0, 0), |(pieces, clauses), item| match item.meaning() {
            Some(Meaning::Break) => (pieces + 1, clauses + 1),
            Some(Meaning::Comma | Meaning::And | Meaning::Or) => (pieces + 1, clauses),
            _ => (pieces, clauses),
        })
    };
    let own = place(figure.first);
    let (mut nearest, mut adjusted) = (0, false);
    for at in 0..items.len() {
        let Some(mark) = mark(items, at) else { continue };
        let (piece, clause) = place(at);
        let before = at < figure.first;
        let (mut alone, mut apart, mut heads) = (true, true, before);
        for other in figures {
            let (its, of) = place(other.first);
            alone &= its != piece;
            apart &= of != clause;
            heads &= at < other.first;
        }
        let (near, says) = if piece == own.0 {
            (4, mark)
        } else if clause != own.1 {
            // `Seasonally adjusted: exports fell …`, and what such a head says of all that follows.
            (1, mark && (apart || heads))
        } else if before {
            (3, mark)
        } else {
            // `Fell 10.2% in July, seasonally adjusted`, but not `fell 17.3%, or 10.2% seasonally adjusted`.
            let joined = (figure.last..at)
                .find(|at| place(at + 1).0 > own.0)
                .is_some_and(|at| is(items, at, |m| m == Meaning::And));
            (2, mark && (alone || joined))
        };
        if near > nearest || (near == nearest && (near == 3 || says)) {
            (nearest, adjusted) = (near, says);
        }
    }
    match adjusted {
        true => Season::Adjusted,
        false if nearest > 2 => Season::Unsaid,
        false => Season::Perhaps,
    }
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
