//! Direct labels: a line's name at its end, the chosen figure at its point.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::draw::{Canvas, Drawing};
use super::layout::{STRONG, at_edge, edge_lines};
use super::painter::Lettering;
use crate::charts::{Label, Layer, Side};
use crate::util::CollectVec as _;
use crate::util::sort;

/// Least distance between two lines of words.
const LEADING: f64 = 15.0;

/// Draws every label that has room; strong ones always.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (edge, inner): (Vec<&Label>, Vec<&Label>) = canvas
        .graph
        .labels
        .iter()
        .partition(|label| label.side == Side::End && at_edge(canvas.graph, label));
    draw_edge(canvas, &edge)?;
    for label in inner {
        match label.side {
            Side::End => draw_end(canvas, label)?,
            Side::Above => draw_above(canvas, label)?,
            Side::Below => draw_below(canvas, label)?,
        }
    }
    Ok(())
}

fn style<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, label: &Label) -> Lettering {
    let style = Lettering::new(STRONG, canvas.pen.palette.label(label.tone));
    if label.strong { style.bold() } else { style }
}

/// Names in the right margin, pushed apart so that none covers another.
fn draw_edge<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, labels: &[&Label]) -> Drawing<(), DB> {
    let mut order: Vec<(f64, &Label)> =
        labels.iter().map(|label| (canvas.y(label.at.1), *label)).collect_vec();
    sort(&mut order, |one, other| one.0.total_cmp(&other.0));
    let (width, _) = canvas.pen.size();
    let height = |label: &Label| edge_lines(width, &label.text).len() as f64 * LEADING;
    let wanted = order.iter().map(|(y, label)| (*y, height(label))).collect_vec();
    let places = spread(&wanted, canvas.plot.top, canvas.plot.bottom);
    for ((_, label), y) in order.iter().zip(places) {
        for (line, words) in edge_lines(width, &label.text).into_iter().enumerate() {
            let at = (canvas.plot.right + 6.0, y + 4.5 + line as f64 * LEADING);
            canvas.pen.text(&words, at, style(canvas, label))?;
        }
    }
    Ok(())
}

/// Moves sorted positions apart so that words as high as each has do not meet, within the ends
/// where they fit.
fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut places = wanted.to_vec();
    let mut free = f64::NEG_INFINITY;
    for (place, height) in &mut places {
        *place = place.max(free);
        free = *place + *height;
    }
    // What was pushed out at the bottom pushes back.
    let mut limit = bottom + LEADING;
    for (place, height) in places.iter_mut().rev() {
        *place = place.min(limit - *height);
        limit = *place;
    }
    let mut limit = top;
    for (place, height) in &mut places {
        *place = place.max(limit);
        limit = *place + *height;
    }
    places.into_iter().map(|(place, _)| place).collect_vec()
}

fn draw_end<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, label: &Label) -> Drawing<(), DB> {
    let (x, y) = (canvas.x(label.at.0), canvas.y(label.at.1));
    words(canvas, label, (x + 9.0, y + 4.5))
}

fn draw_above<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, label: &Label) -> Drawing<(), DB> {
    let (plot, style) = (canvas.plot, style(canvas, label));
    let width = canvas.pen.width(&label.text, style);
    let (x, y) = (canvas.x(label.at.0), canvas.y(label.at.1));
    let left = (x - width / 2.0).clamp(plot.left, (plot.right - width).max(plot.left));
    let clear = highest(canvas, (left - 4.0, left + width + 4.0)).min(y);
    let baseline = (clear - 12.0).max(plot.top + 10.0);
    if baseline < y - 24.0 {
        let ends = [(x, baseline + 4.0), (x, y - 7.0)];
        canvas.pen.line(&ends, 1.0, canvas.pen.palette.label(label.tone))?;
    }
    words(canvas, label, (left, baseline))
}

fn draw_below<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, label: &Label) -> Drawing<(), DB> {
    let width = canvas.pen.width(&label.text, style(canvas, label));
    let left = canvas.x(label.at.0) - width / 2.0;
    let right_most = (canvas.plot.right - width).max(canvas.plot.left);
    let baseline = (canvas.y(label.at.1) + 22.0).min(canvas.plot.bottom - 3.0);
    words(canvas, label, (left.clamp(canvas.plot.left, right_most), baseline))
}

/// The top of whatever lines and bars cross a stretch of the plot.
fn highest<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, (left, right): (f64, f64)) -> f64 {
    let mut top = canvas.plot.bottom;
    let mut meet = |x: f64, y: f64| {
        if (left..=right).contains(&canvas.x(x)) {
            top = top.min(canvas.y(y));
        }
    };
    for layer in &canvas.graph.layers {
        match layer {
            Layer::Line { runs, .. } => runs.iter().flatten().for_each(|(x, y)| meet(*x, *y)),
            Layer::Together(strokes, ..) => {
                strokes.iter().for_each(|(from, to, y)| meet(f64::midpoint(*from, *to), *y));
            }
            Layer::Bars(bars) => {
                bars.iter().for_each(|bar| meet(f64::midpoint(bar.x.0, bar.x.1), bar.y.1.max(0.0)));
            }
            Layer::Band(..) | Layer::Cells(_) | Layer::Dot(..) | Layer::Ring(..) => {}
        }
    }
    top
}

/// Words over the drawing, on a little paper so that they can be read.
fn words<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    label: &Label,
    (left, baseline): (f64, f64),
) -> Drawing<(), DB> {
    let style = style(canvas, label).anchored(HPos::Left);
    let width = canvas.pen.width(&label.text, style);
    let paper = canvas.pen.palette.paper.mix(0.82);
    canvas.pen.fill((left - 3.0, baseline - 12.0), (left + width + 3.0, baseline + 4.0), paper)?;
    canvas.pen.text(&label.text, (left, baseline), style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_apart_and_within() {
        let lines = |wanted: &[f64]| wanted.iter().map(|y| (*y, LEADING)).collect_vec();
        let places = spread(&lines(&[10.0, 12.0, 13.0, 90.0, 99.0]), 10.0, 100.0);
        assert_eq!(places, [10.0, 25.0, 40.0, 85.0, 100.0]);
        assert_eq!(spread(&[(10.0, 2.0 * LEADING), (12.0, LEADING)], 0.0, 100.0), [10.0, 40.0]);
        let crowded = spread(&lines(&[50.0; 9]), 0.0, 100.0);
        let apart = |pair: &[f64]| matches!(pair, [one, other] if other - one >= LEADING - 1e-9);
        assert!(crowded.windows(2).all(apart), "{crowded:?}");
        assert!(crowded.first().is_some_and(|first| *first >= 0.0));
        assert!(spread(&[], 0.0, 1.0).is_empty());
    }
}
