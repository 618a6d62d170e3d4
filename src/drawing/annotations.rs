//! A reader's own notes: a stretch is shaded, a month gets a line, and the words stand at the top of the
//! plot, below one another where they would meet.

use plotters::prelude::{Color as _, DrawingBackend};

use super::canvas::Canvas;
use super::layout::{SMALL, broken};
use super::painter::{Drawing, Lettering};
use super::plot_layout::Rect;
use crate::charts::Annotation;

/// How many letters a line of a note holds.
const LINE: usize = 22;
/// How high a line is.
const LEADING: f64 = 14.0;
/// Between a note's line and its words.
const BESIDE: f64 = 5.0;

/// Draws the shades and lines, before the data.
pub fn draw_behind<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    for note in &canvas.graph.annotations {
        let (left, right) = ends(canvas, note);
        if note.from != note.to {
            pen.fill((left, plot.top), (right, plot.bottom), pen.palette.band.mix(1.0))?;
        }
        pen.line(&[(left, plot.top), (left, plot.bottom)], 1.0, pen.palette.ink)?;
    }
    Ok(())
}

/// Writes the words, over the data.
pub fn draw_words<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let style = Lettering::new(SMALL, pen.palette.ink).bold();
    let mut taken: Vec<Rect> = Vec::new();
    for note in &canvas.graph.annotations {
        let lines = broken(&note.text, LINE, usize::MAX);
        let wide = lines.iter().map(|line| pen.width(line, style)).fold(0.0, f64::max);
        let (from, _) = ends(canvas, note);
        // Left of its line where there is no room to the right.
        let beside = from + BESIDE;
        let left =
            if beside + wide <= plot.right { beside } else { (from - BESIDE - wide).max(0.0) };
        let high = lines.len() as f64 * LEADING;
        let mut top = plot.top + 4.0;
        while let Some(other) = taken.iter().find(|other| {
            left < other.right + BESIDE
                && other.left < left + wide + BESIDE
                && top < other.bottom
                && other.top < top + high
        }) {
            top = other.bottom + 2.0;
        }
        for (place, line) in lines.iter().enumerate() {
            let baseline = top + (place as f64 + 1.0) * LEADING - 3.0;
            pen.text(line, (left, baseline), style)?;
        }
        taken.push(Rect { left, top, right: left + wide, bottom: top + high });
    }
    Ok(())
}

fn ends<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, note: &Annotation) -> (f64, f64) {
    let (from, to) = (f64::from(note.from.index()), f64::from(note.to.index()));
    if note.from == note.to {
        (canvas.x(from), canvas.x(from))
    } else {
        (canvas.x(from - 0.5), canvas.x(to + 0.5))
    }
}
