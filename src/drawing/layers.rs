//! Lines, bands, bars and cells.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::canvas::Canvas;
use super::layout::{BESIDE, SMALL, STRONG, names_above};
use super::painter::{Drawing, Lettering, Painter};
use super::shapes;
use super::theme::STEPPED_BACK;
use crate::charts::{Bar, Cell, Depth, Layer, Tone, Weight, XAxis};
use crate::util::CollectVec as _;

/// Draws the graph's layers in order.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    for layer in &canvas.graph.layers {
        match layer {
            Layer::Band(bands, depth) => draw_band(canvas, bands, *depth)?,
            Layer::Line { runs, tone, weight } => draw_line(canvas, runs, *tone, *weight)?,
            Layer::Together(strokes, tone, weight) => {
                draw_together(canvas, strokes, *tone, *weight)?;
            }
            Layer::Bars(bars) => draw_bars(canvas, bars)?,
            Layer::Cells(cells) => draw_cells(canvas, cells)?,
            Layer::Dot(at, tone) => draw_dot(canvas, *at, *tone)?,
            Layer::Ring(at, tone) => draw_ring(canvas, *at, *tone)?,
            // Maps are the whole module's.
            Layer::Shapes(shapes) if cfg!(feature = "whole") => shapes::draw(canvas, shapes)?,
            Layer::Shapes(_) => {}
        }
    }
    Ok(())
}

/// The width of a line. None is a single pixel wide, because it would fall between two pixels and look
/// pale.
pub const fn width(weight: Weight) -> f64 {
    match weight {
        Weight::Thin => 1.5,
        Weight::Plain => 1.75,
        Weight::Strong => 3.0,
    }
}

#[inline(never)]
fn draw_band<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    bands: &[Vec<(f64, f64, f64)>],
    depth: Depth,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let colour = filling(pen, depth);
    let side = |band: &Vec<(f64, f64, f64)>, pick: fn(&(f64, f64, f64)) -> f64| {
        canvas.run(&band.iter().map(|point| (point.0, pick(point))).collect_vec())
    };
    let low = |band| side(band, |point| point.1);
    let high = |band| side(band, |point| point.2);
    canvas.series(bands.iter().map(|band| {
        let mut outline = low(band);
        outline.extend(high(band).into_iter().rev());
        Polygon::new(outline, colour.filled())
    }))?;
    // The filling is too pale for many eyes; its ends are not.
    let style = pen.palette.edge.stroke_width(pen.stroke(edge(depth)));
    let edges = bands.iter().flat_map(|band| [low(band), high(band)]);
    canvas.series(edges.map(|edge| PathElement::new(edge, style)))
}

/// The colour that fills a range.
pub fn filling<DB: DrawingBackend>(pen: &Painter<DB>, depth: Depth) -> RGBAColor {
    pen.palette.band.mix(if depth == Depth::Wide { 0.5 } else { 1.0 })
}

/// The width of its edges.
pub const fn edge(depth: Depth) -> f64 {
    if matches!(depth, Depth::Wide) { 1.5 } else { 2.0 }
}

#[inline(never)]
fn draw_line<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    runs: &[Vec<(f64, f64)>],
    tone: Tone,
    weight: Weight,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let colour = pen.palette.tone(tone);
    let style = colour.stroke_width(pen.stroke(width(weight)));
    let (dots, lines): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.len() == 1);
    canvas.series(lines.into_iter().map(|run| PathElement::new(canvas.run(run), style)))?;
    for dot in dots.into_iter().flatten() {
        pen.disc((canvas.x(dot.0), canvas.y(dot.1)), width(weight), colour)?;
    }
    Ok(())
}

#[inline(never)]
fn draw_together<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    strokes: &[(f64, f64, f64)],
    tone: Tone,
    weight: Weight,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let style = pen.palette.tone(tone).stroke_width(pen.stroke(width(weight)));
    let stroke = |(from, to, y): &(f64, f64, f64)| {
        PathElement::new(canvas.run(&[(*from, *y), (*to, *y)]), style)
    };
    canvas.series(strokes.iter().map(stroke))
}

#[inline(never)]
fn draw_bars<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, bars: &[Bar]) -> Drawing<(), DB> {
    let pen = canvas.pen;
    for bar in bars {
        let (from, to) = corners(canvas, bar);
        let colour = pen.palette.tone(bar.tone);
        // What is not chosen steps back, where something is.
        let faded = bars.iter().any(|bar| bar.chosen) && !bar.chosen;
        pen.fill(from, to, colour.mix(if faded { STEPPED_BACK } else { 1.0 }))?;
        if bar.text.is_empty() {
            continue;
        }
        let middle = f64::midpoint(from.1, to.1) + 4.0;
        let style = Lettering::new(STRONG, pen.palette.label(bar.tone)).bold();
        // At the bar's far end, which is to the left of a fall.
        if bar.x.1 < bar.x.0 {
            pen.text(&bar.text, (from.0 - BESIDE, middle), style.anchored(HPos::Right))?;
        } else {
            pen.text(&bar.text, (to.0 + BESIDE, middle), style)?;
        }
    }
    Ok(())
}

/// A bar's upper left and lower right corner; at least a pixel wide, or a small change would
/// vanish.
fn corners<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, bar: &Bar) -> ((f64, f64), (f64, f64)) {
    let (one, other) = (canvas.x(bar.x.0), canvas.x(bar.x.1));
    let (mut top, bottom) = (canvas.y(bar.y.0), canvas.y(bar.y.1));
    if names_above(canvas.graph, canvas.pen.size().0) {
        // The name has a third of its room.
        top += (bottom - top) / 3.0;
    }
    let left = one.min(other);
    let right = one.max(other).max(left + 1.0 / canvas.pen.ratio);
    ((left, top.min(bottom)), (right, top.max(bottom)))
}

#[inline(never)]
fn draw_cells<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, cells: &[Cell]) -> Drawing<(), DB> {
    let pen = canvas.pen;
    for cell in cells {
        let rect = canvas.cell(cell.x, cell.row);
        let (from, to) = ((rect.left, rect.top), (rect.right, rect.bottom));
        let words = match cell.shade {
            Some(shade) => {
                let (fill, words) = pen.palette.shade(shade);
                pen.fill(from, to, fill)?;
                // A pale cell would be lost on the paper.
                pen.frame(from, to, 0.5, pen.palette.edge)?;
                words
            }
            None => {
                pen.frame(from, to, 1.0, pen.palette.grid)?;
                pen.palette.muted
            }
        };
        let style = Lettering::new(SMALL, words).anchored(HPos::Center);
        let fits = pen.width(&cell.text, style) + 4.0 <= rect.right - rect.left;
        if fits && rect.bottom - rect.top >= 15.0 {
            let middle =
                (f64::midpoint(rect.left, rect.right), f64::midpoint(rect.top, rect.bottom) + 4.0);
            pen.text(&cell.text, middle, style)?;
        }
    }
    for cell in cells.iter().filter(|cell| cell.chosen) {
        let rect = canvas.cell(cell.x, cell.row);
        let (from, to) = ((rect.left, rect.top), (rect.right, rect.bottom));
        pen.frame(from, to, 5.0, pen.palette.paper)?;
        pen.frame(from, to, 2.5, pen.palette.ink)?;
    }
    Ok(())
}

#[inline(never)]
fn draw_dot<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    at: (f64, f64),
    tone: Tone,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let centre = (canvas.x(at.0), canvas.y(at.1));
    pen.disc(centre, 6.5, pen.palette.paper)?;
    pen.disc(centre, 4.5, pen.palette.tone(tone))
}

#[inline(never)]
fn draw_ring<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    at: (f64, f64),
    tone: Tone,
) -> Drawing<(), DB> {
    ring(canvas.pen, (canvas.x(at.0), canvas.y(at.1)), tone)
}

/// A hollow dot.
pub fn ring<DB: DrawingBackend>(
    pen: &Painter<DB>,
    centre: (f64, f64),
    tone: Tone,
) -> Drawing<(), DB> {
    pen.disc(centre, 3.5, pen.palette.tone(tone))?;
    pen.disc(centre, 2.0, pen.palette.paper)
}

/// Whether the horizontal axis is time.
pub const fn through_time(x: &XAxis) -> bool {
    matches!(x, XAxis::Months(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_single_pixel_on_the_coarsest_screen() {
        let lines = [Weight::Thin, Weight::Plain, Weight::Strong].map(width);
        let ends = [Depth::Wide, Depth::Core].map(edge);
        for thickness in lines.into_iter().chain(ends) {
            assert!(thickness.round() >= 2.0, "{thickness}");
        }
    }
}
