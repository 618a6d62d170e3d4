//! Events on a time axis: a tick each above the plot; if there is room, a name and a line down to the
//! months.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::axes::value_words;
use super::canvas::Canvas;
use super::layout::{DESCENT, SMALL};
use super::painter::{Drawing, Lettering};
use crate::charts::EventMarker;
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// More names than this hide the plot.
const MOST_NAMED: usize = 3;
/// Between two names, and between a name and its line.
const GAP: f64 = 10.0;
const BESIDE: f64 = 4.0;
/// How far above the plot names end and ticks begin.
const NAMES: f64 = 12.0;

/// A name with its place: where its line is, where it begins and ends.
struct Named<'a> {
    words: &'a str,
    line: f64,
    from: f64,
    to: f64,
}

/// Draws ticks, lines and names; before the data, so that these stay on top. If the events are not listed
/// elsewhere, only named ones.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, listed: bool) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let named = named(canvas);
    for pin in &canvas.graph.pins {
        let x = x(canvas, pin);
        if listed || named.iter().any(|name| name.line == x) {
            pen.line(&[(x, plot.top - 7.0), (x, plot.top)], 1.5, pen.palette.event)?;
        }
    }
    for name in named {
        pen.line(&line(canvas, &name), 1.0, pen.palette.event)?;
        let style = Lettering::new(SMALL, pen.palette.muted).anchored(HPos::Left);
        pen.text(name.words, (name.from, plot.top - NAMES), style)?;
    }
    Ok(())
}

/// The line from a name down to the months.
fn line<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, name: &Named<'_>) -> [(f64, f64); 2] {
    [(name.line, canvas.plot.top - NAMES - 10.0), (name.line, canvas.plot.bottom)]
}

/// All lines, for what must not cross them.
pub fn lines<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Vec<[(f64, f64); 2]> {
    named(canvas).iter().map(|name| line(canvas, name)).collect_vec()
}

fn x<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, pin: &EventMarker) -> f64 {
    canvas.x(f64::from(pin.month.index()))
}

/// Where the words of the vertical axis end that stand as high as names do.
fn axis_end<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> f64 {
    let names_end = canvas.plot.top - NAMES + DESCENT;
    let high = value_words(canvas).into_iter().filter(|words| words.top < names_end);
    high.map(|words| words.right + BESIDE).fold(0.0, f64::max)
}

/// The names that fit side by side: each right of its line, or left of it at the end of the plot;
/// of two that meet the one with the lower rank.
fn named<'a, DB: DrawingBackend>(canvas: &Canvas<'a, DB>) -> Vec<Named<'a>> {
    let (width, _) = canvas.pen.size();
    let style = Lettering::new(SMALL, canvas.pen.palette.muted);
    let mut pins: Vec<&EventMarker> =
        canvas.graph.pins.iter().filter(|pin| !pin.name.is_empty()).collect_vec();
    sort_by_key(&mut pins, |pin| pin.rank);
    let first = axis_end(canvas);
    let mut named: Vec<Named<'_>> = Vec::new();
    for pin in pins {
        let (line, long) = (x(canvas, pin), canvas.pen.width(&pin.name, style));
        let right = (line + BESIDE, line + BESIDE + long);
        let left = (line - BESIDE - long, line - BESIDE);
        let free = |(from, to): &(f64, f64)| {
            let meets = |other: &Named<'_>| {
                *from < other.to.max(other.line) + GAP && other.from.min(other.line) - GAP < *to
            };
            *from >= first && *to <= width && !named.iter().any(meets)
        };
        let Some((from, to)) = [right, left].into_iter().find(free) else { continue };
        named.push(Named { words: &pin.name, line, from, to });
        if named.len() == MOST_NAMED {
            break;
        }
    }
    named
}
