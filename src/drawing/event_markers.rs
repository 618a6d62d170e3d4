//! Events on a time axis: numbers above the plot, a hairline down to the months.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::draw::{Canvas, Drawing};
use super::layout::SMALL;
use super::painter::Lettering;

/// Pins nearer than this share one.
const APART: f64 = 24.0;

/// Events drawn as one pin.
struct Cluster {
    from: f64,
    to: f64,
    first: usize,
    last: usize,
}

/// Draws the hairlines; before the lines, so that these stay on top.
pub fn draw_hairlines<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    for pin in &canvas.graph.pins {
        let x = canvas.x(f64::from(pin.month.index()));
        pen.line(&[(x, plot.top - 18.0), (x, plot.bottom)], 1.0, pen.palette.grid)?;
    }
    Ok(())
}

/// Draws the numbers.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let y = canvas.plot.top - 30.0;
    let style = Lettering::new(SMALL, pen.palette.ink).anchored(HPos::Center);
    for cluster in clusters(canvas) {
        let words = if cluster.first == cluster.last {
            cluster.first.to_string()
        } else {
            format!("{}–{}", cluster.first, cluster.last)
        };
        let half = (pen.width(&words, style) / 2.0 + 4.0).max(9.0);
        let (width, _) = pen.size();
        let centre = f64::midpoint(cluster.from, cluster.to).clamp(half, (width - half).max(half));
        pen.fill((centre - half, y - 9.0), (centre + half, y + 9.0), pen.palette.grid)?;
        pen.text(&words, (centre, y + 4.5), style)?;
    }
    Ok(())
}

fn clusters<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for pin in &canvas.graph.pins {
        let x = canvas.x(f64::from(pin.month.index()));
        match clusters.last_mut() {
            Some(last)
                if x - f64::midpoint(last.from, last.to) < APART + (last.to - last.from) / 2.0 =>
            {
                last.to = x;
                last.last = pin.number;
            }
            _ => clusters.push(Cluster { from: x, to: x, first: pin.number, last: pin.number }),
        }
    }
    clusters
}
