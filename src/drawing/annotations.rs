//! A reader's own notes: a range of months is shaded, a single month gets a line, and the text stands
//! beside it. Text that would cross another note's line is moved above it.

use plotters::prelude::{Color as _, DrawingBackend};

use super::canvas::Canvas;
use super::layout::{SMALL, broken};
use super::painter::{Drawing, Lettering};
use super::plot_layout::Rect;
use crate::charts::Annotation;
use crate::util::CollectVec as _;

/// How many letters a line of a note holds, and where that is too wide.
const LINE: [usize; 2] = [22, 12];
/// How high a line is.
const LEADING: f64 = 14.0;
/// Between a note's line and its words.
const BESIDE: f64 = 5.0;
/// Between another note's line and words, at least; between words one above the other.
const APART: f64 = 2.0;
/// Between the top of the plot and the first words.
const TOP: f64 = 4.0;

/// A note with its place.
struct Placed<'a> {
    note: &'a Annotation,
    /// Where its stretch begins and ends.
    ends: (f64, f64),
    /// Its words, a text a line; none where they have no room.
    lines: Vec<String>,
    words: Rect,
    /// From where its line and its shade go down.
    begins: f64,
}

impl Placed<'_> {
    /// Whether its words, so far as they reach from left to right, would lie over another note.
    fn covers(&self, other: &Self) -> bool {
        let within = other.ends.0 <= self.ends.0 && self.ends.1 <= other.ends.1;
        // What lies within a stretch may be written over it, but not over its line.
        let end = if within { other.ends.0 } else { other.ends.1 };
        other.ends != self.ends
            && !self.lines.is_empty()
            && self.words.left < end + APART
            && other.ends.0 - APART < self.words.right
    }
}

/// Draws shades and lines; before the data.
pub fn draw_behind<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    for placed in placed(canvas) {
        let ((left, right), top) = (placed.ends, placed.begins);
        if placed.note.from != placed.note.to {
            pen.fill((left, top), (right, plot.bottom), pen.palette.band.mix(1.0))?;
        }
        pen.line(&[(left, top), (left, plot.bottom)], 1.0, pen.palette.ink)?;
    }
    Ok(())
}

/// Draws the texts; over the data.
pub fn draw_words<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let style = Lettering::new(SMALL, pen.palette.ink).bold();
    for placed in placed(canvas) {
        for (place, line) in placed.lines.iter().enumerate() {
            let baseline = placed.words.top + (place as f64 + 1.0) * LEADING - 3.0;
            pen.text(line, (placed.words.left, baseline), style)?;
        }
    }
    Ok(())
}

/// Every note with its place. The notes under a chart give those whose words have no room in it.
fn placed<'a, DB: DrawingBackend>(canvas: &Canvas<'a, DB>) -> Vec<Placed<'a>> {
    let plot = canvas.plot;
    let bare = canvas.graph.annotations.iter().map(|note| Placed {
        note,
        ends: ends(canvas, note),
        lines: Vec::new(),
        words: Rect::default(),
        begins: plot.top,
    });
    let bare = bare.collect_vec();
    let mut waiting = bare.iter().map(|own| beside(canvas, own, &bare)).collect_vec();
    let mut done: Vec<Placed<'a>> = Vec::new();
    while !waiting.is_empty() {
        // Words come before the notes that they reach over; of several that reach over each other one has none.
        let free = |own: &Placed<'_>| !waiting.iter().any(|other| other.covers(own));
        let Some(next) = waiting.iter().position(free) else {
            if let Some(own) = waiting.iter_mut().rfind(|own| !own.lines.is_empty()) {
                own.lines.clear();
            }
            continue;
        };
        let mut own = waiting.remove(next);
        let high = own.lines.len() as f64 * LEADING;
        let over = done.iter().filter(|other| other.covers(&own));
        let below = over.map(|other| other.words.bottom + APART).reduce(f64::max);
        own.begins = below.unwrap_or(plot.top);
        let mut top = below.unwrap_or(plot.top + TOP);
        while let Some(other) = done.iter().find(|other| {
            !other.lines.is_empty()
                && own.words.left < other.words.right + BESIDE
                && other.words.left < own.words.right + BESIDE
                && top < other.words.bottom
                && other.words.top < top + high
        }) {
            top = other.words.bottom + APART;
        }
        (own.words.top, own.words.bottom) = (top, top + high);
        if own.words.bottom > plot.bottom {
            own.lines.clear();
        }
        if below.is_some() && !own.lines.is_empty() {
            own.begins = top;
        }
        own.begins = own.begins.min(plot.bottom);
        done.push(own);
    }
    done
}

/// A note with its words right of its line or, where that has no room or lies over another note, left of it;
/// in shorter lines where neither is free.
fn beside<'a, DB: DrawingBackend>(
    canvas: &Canvas<'a, DB>,
    own: &Placed<'a>,
    all: &[Placed<'a>],
) -> Placed<'a> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let style = Lettering::new(SMALL, pen.palette.ink).bold();
    let ways = LINE.iter().flat_map(|letters| {
        let lines = broken(&own.note.text, *letters, usize::MAX);
        let wide = lines.iter().map(|line| pen.width(line, style)).fold(0.0, f64::max);
        let from = own.ends.0;
        [from + BESIDE, from - BESIDE - wide].map(|left| Placed {
            note: own.note,
            ends: own.ends,
            lines: lines.clone(),
            words: Rect { left, right: left + wide, ..Rect::default() },
            begins: own.begins,
        })
    });
    let ways = ways.collect_vec();
    let alone = |way: &&Placed<'_>| !all.iter().any(|other| way.covers(other));
    let within =
        |end: f64| ways.iter().filter(move |way| way.words.left >= 0.0 && way.words.right <= end);
    // Right of the plot are the names of lines: words go there before they lie over another note.
    let (width, _) = pen.size();
    let chosen = within(plot.right).find(alone).or_else(|| within(width).find(alone));
    let chosen = chosen.or_else(|| within(plot.right).next());
    let (lines, words) =
        chosen.map_or_else(|| (Vec::new(), Rect::default()), |way| (way.lines.clone(), way.words));
    Placed { note: own.note, ends: own.ends, lines, words, begins: own.begins }
}

fn ends<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, note: &Annotation) -> (f64, f64) {
    let (from, to) = (f64::from(note.from.index()), f64::from(note.to.index()));
    if note.from == note.to {
        (canvas.x(from), canvas.x(from))
    } else {
        (canvas.x(from - 0.5), canvas.x(to + 0.5))
    }
}
