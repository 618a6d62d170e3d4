//! The key, a strip above the plot.

use plotters::prelude::*;

use super::breaking::pieces;
use super::canvas::Canvas;
use super::layers;
use super::layout::SMALL;
use super::painter::{Drawing, Lettering, Painter};
use super::shapes;
use crate::charts::{Graph, KeyEntry, Swatch};
use crate::util::CollectVec as _;

/// How high a row of entries is.
const ROW: f64 = 20.0;
/// Between two entries.
const GAP: f64 = 16.0;
/// How wide a stroke's sample is.
const SAMPLE: f64 = 22.0;
/// The shades of a ramp.
const SHADES: u32 = 6;

/// The height of a graph's key.
pub fn height<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph) -> f64 {
    let rows = places(pen, &graph.key).last().map_or(0, |last| last.row + last.lines.len());
    if rows == 0 { 0.0 } else { rows as f64 * ROW + 4.0 }
}

fn style<DB: DrawingBackend>(pen: &Painter<DB>) -> Lettering {
    Lettering::new(SMALL, pen.palette.muted)
}

fn sample<DB: DrawingBackend>(pen: &Painter<DB>, swatch: &Swatch) -> f64 {
    match swatch {
        Swatch::Dot(_) | Swatch::Ring(_) => 12.0,
        Swatch::Line(..) | Swatch::Band(_) | Swatch::Class(_) => SAMPLE,
        Swatch::Ramp(least) => {
            pen.width(least, style(pen)) + 6.0 + f64::from(SHADES) * SAMPLE * 0.75
        }
    }
}

/// Where an entry stands.
struct Place {
    /// Its left end.
    x: f64,
    /// Its first row.
    row: usize,
    /// Its words, in as many lines as they need.
    lines: Vec<String>,
}

/// Where each entry begins, and in which row.
fn places<DB: DrawingBackend>(pen: &Painter<DB>, key: &[KeyEntry]) -> Vec<Place> {
    let (room, _) = pen.size();
    let (mut x, mut row) = (0.0, 0);
    let place = |entry: &KeyEntry| {
        let beside = sample(pen, &entry.swatch) + 6.0;
        let width = beside + pen.width(&entry.words, style(pen));
        if x > 0.0 && x + width > room {
            (x, row) = (0.0, row + 1);
        }
        let lines = if width > room {
            broken(pen, &entry.words, room - beside)
        } else {
            vec![entry.words.clone()]
        };
        let place = Place { x, row, lines };
        x += width + GAP;
        row += place.lines.len() - 1;
        place
    };
    key.iter().map(place).collect_vec()
}

/// Words in lines that are as wide as there is room, unless one piece alone is wider.
fn broken<DB: DrawingBackend>(pen: &Painter<DB>, words: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let fits = |from: usize, to: usize| {
        words.get(from..to).is_some_and(|line| pen.width(line, style(pen)) <= room)
    };
    for (from, to) in pieces(words) {
        match lines.last_mut() {
            Some(line) if fits(line.0, to) => line.1 = to,
            _ => lines.push((from, to)),
        }
    }
    let line = |(from, to): (usize, usize)| words.get(from..to).unwrap_or_default().to_owned();
    let lines = lines.into_iter().map(line).collect_vec();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// Draws the key from `top` down.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, top: f64) -> Drawing<(), DB> {
    let (pen, key) = (canvas.pen, &canvas.graph.key);
    for (entry, Place { x, row, lines }) in key.iter().zip(places(pen, key)) {
        let middle = top + row as f64 * ROW + 9.0;
        draw_sample(pen, &entry.swatch, (x, middle))?;
        let left = x + sample(pen, &entry.swatch) + 6.0;
        for (line, words) in lines.iter().enumerate() {
            pen.text(words, (left, middle + 4.0 + line as f64 * ROW), style(pen))?;
        }
    }
    Ok(())
}

fn draw_sample<DB: DrawingBackend>(
    pen: &Painter<DB>,
    swatch: &Swatch,
    (x, y): (f64, f64),
) -> Drawing<(), DB> {
    let palette = pen.palette;
    match swatch {
        Swatch::Line(tone, weight) => {
            pen.line(&[(x, y), (x + SAMPLE, y)], layers::width(*weight), palette.tone(*tone))
        }
        Swatch::Band(depth) => {
            pen.fill((x, y - 6.0), (x + SAMPLE, y + 6.0), layers::filling(pen, *depth))?;
            for edge in [y - 6.0, y + 6.0] {
                pen.line(&[(x, edge), (x + SAMPLE, edge)], layers::edge(*depth), palette.edge)?;
            }
            Ok(())
        }
        Swatch::Dot(tone) => pen.disc((x + 6.0, y), 4.5, palette.tone(*tone)),
        Swatch::Ring(tone) => layers::ring(pen, (x + 6.0, y), *tone),
        Swatch::Class(class) if cfg!(feature = "whole") => {
            shapes::sample(pen, *class, (x, y - 6.0), (x + SAMPLE, y + 6.0))
        }
        Swatch::Class(_) => Ok(()),
        Swatch::Ramp(least) => {
            pen.text(least, (x, y + 4.0), style(pen))?;
            let mut left = x + pen.width(least, style(pen)) + 6.0;
            for step in 0..SHADES {
                let (fill, _) = palette.shade(f64::from(step) / f64::from(SHADES - 1));
                let (from, to) = ((left, y - 6.0), (left + SAMPLE * 0.75 - 1.0, y + 6.0));
                pen.fill(from, to, fill)?;
                pen.frame(from, to, 1.0, palette.edge)?;
                left += SAMPLE * 0.75;
            }
            Ok(())
        }
    }
}
