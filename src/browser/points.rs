//! A line through any number of points, drawn and pointed at as the page's charts are: for timing
//! these beside other libraries, on more points than a page has months.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas::pen;
use crate::charts::{Graph, Layer, Mark, Tone, Weight, XAxis, YAxis, exact, nice_ticks};
use crate::drawing::{PlotLayout, draw, highlight};
use crate::trade::{Month, Unit};

/// How far from the pointer, in CSS pixels, points are looked for.
const REACH: f64 = 2.0;

/// A chart of one amount a month, or of several.
#[wasm_bindgen]
pub struct Points {
    graph: Graph,
    placed: PlotLayout,
}

#[wasm_bindgen]
impl Points {
    /// So many lines through `amounts`, one after the other, each from the first month of year nought
    /// on.
    #[wasm_bindgen(constructor)]
    pub fn new(amounts: &[f64], lines: usize) -> Self {
        let top = amounts.iter().copied().fold(0.0, f64::max);
        let months = amounts.len() / lines.max(1);
        let last = i32::try_from(months).unwrap_or(i32::MAX) - 1;
        let across = XAxis::Months(Month::from_index(0), Month::from_index(last));
        let ticks = nice_ticks(0.0, top * 1.02, 4);
        let mut graph = Graph::new(across, YAxis::Amount(ticks, Unit::TONNE));
        let at = |(month, amount): (usize, &f64)| (month as f64, *amount);
        for (line, own) in (0..).zip(amounts.chunks(months.max(1))) {
            let run: Vec<(f64, f64)> = own.iter().enumerate().map(at).collect();
            let tone = if lines == 1 { Tone::Main } else { Tone::Line(line) };
            graph.layers.push(Layer::Line { runs: vec![run], tone, weight: Weight::Plain });
        }
        Self { graph, placed: PlotLayout::default() }
    }

    /// Draws the lines with their axes.
    ///
    /// # Errors
    /// Where the browser gives no drawing context or refuses to draw.
    pub fn draw(&mut self, canvas: &HtmlCanvasElement, ratio: f64) -> Result<(), JsError> {
        self.placed = draw(&pen(canvas, ratio, false)?, &self.graph, None)?;
        Ok(())
    }

    /// Marks the point nearest to a place on an empty canvas and says what it is.
    ///
    /// # Errors
    /// As [`Points::draw`].
    pub fn point(
        &mut self,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        x: f64,
        y: f64,
    ) -> Result<String, JsError> {
        // Only what lies about the pointer can be the nearest: of a million points some thousand.
        let (Some(from), Some(to)) =
            (self.placed.month_at(x - REACH), self.placed.month_at(x + REACH))
        else {
            return Ok(String::new());
        };
        let near = |run: &Vec<(f64, f64)>| {
            let first = run.partition_point(|at| at.0 < from.floor());
            let beyond = run.partition_point(|at| at.0 <= to.ceil());
            let marks = run.get(first..beyond).unwrap_or_default().iter();
            marks.map(|at| Mark { at: *at, ..Mark::default() }).collect::<Vec<_>>()
        };
        let lines = self.graph.layers.iter().filter_map(|layer| match layer {
            Layer::Line { runs, .. } => Some(runs),
            _ => None,
        });
        self.graph.marks = lines.flatten().flat_map(near).collect();
        // The layout keeps the order of marks once it has been asked for one.
        let placed = self.placed.clone();
        let Some(index) = placed.nearest(&self.graph, x, y) else { return Ok(String::new()) };
        highlight(&pen(canvas, ratio, false)?, &self.graph, &placed, index)?;
        let (month, amount) = self.graph.marks.get(index).map(|mark| mark.at).unwrap_or_default();
        let month = Month::from_index(month as i32).long();
        Ok(format!("{month}: {} t", exact(amount, 1)))
    }
}
