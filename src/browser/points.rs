//! A line through any number of points, drawn and pointed at as the page's charts are: for timing
//! these beside other libraries, on more points than a page has months.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas::pen;
use crate::charts::{Graph, Layer, Mark, Tone, Weight, XAxis, YAxis, exact, nice_ticks};
use crate::drawing::{PlotLayout, draw, highlight};
use crate::trade::{Month, Unit};

/// A chart of one amount a month.
#[wasm_bindgen]
pub struct Points {
    graph: Graph,
    placed: PlotLayout,
}

#[wasm_bindgen]
impl Points {
    /// A line through `amounts`, from the first month of year nought on.
    #[wasm_bindgen(constructor)]
    pub fn new(amounts: &[f64]) -> Self {
        let top = amounts.iter().copied().fold(0.0, f64::max);
        let last = i32::try_from(amounts.len()).unwrap_or(i32::MAX) - 1;
        let months = XAxis::Months(Month::from_index(0), Month::from_index(last));
        let ticks = nice_ticks(0.0, top * 1.02, 4);
        let mut graph = Graph::new(months, YAxis::Amount(ticks, Unit::TONNE));
        let at = |(month, amount): (usize, &f64)| (month as f64, *amount);
        let run: Vec<(f64, f64)> = amounts.iter().enumerate().map(at).collect();
        graph.layers.push(Layer::Line { runs: vec![run], tone: Tone::Main, weight: Weight::Plain });
        Self { graph, placed: PlotLayout::default() }
    }

    /// Draws the line with its axes.
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
        // Only who points needs what can be pointed at.
        if let ([Layer::Line { runs, .. }], true) =
            (&*self.graph.layers, self.graph.marks.is_empty())
        {
            for run in runs {
                let marks = run.iter().map(|at| Mark { at: *at, ..Mark::default() });
                self.graph.marks.extend(marks);
            }
        }
        let Some(index) = self.placed.nearest(&self.graph, x, y) else { return Ok(String::new()) };
        highlight(&pen(canvas, ratio, false)?, &self.graph, &self.placed, index)?;
        let (month, amount) = self.graph.marks.get(index).map(|mark| mark.at).unwrap_or_default();
        let month = Month::from_index(month as i32).long();
        Ok(format!("{month}: {} t", exact(amount, 1)))
    }
}
