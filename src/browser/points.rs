//! A line through any number of points, drawn and pointed at as the page's charts are: for timing
//! these beside other libraries, on more points than a page has months.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas::pen;
use crate::charts::{Graph, Layer, Mark, Tone, Weight, XAxis, YAxis, exact, nice_ticks};
use crate::drawing::{Blocks, PlotLayout, draw, highlight, placed};
use crate::trade::{Month, Unit};

/// How far from the pointer, in CSS pixels, points are looked for.
const REACH: f64 = 2.0;

/// A chart of one amount a month, or of several.
#[wasm_bindgen]
pub struct Points {
    amounts: Vec<f64>,
    /// How many of them each line has.
    months: usize,
    lines: Vec<Blocks>,
    graph: Graph,
    placed: PlotLayout,
}

#[wasm_bindgen]
impl Points {
    /// So many lines through `amounts`, one after the other, each from the first month of year nought
    /// on.
    #[wasm_bindgen(constructor)]
    pub fn new(amounts: Vec<f64>, lines: usize) -> Self {
        let months = (amounts.len() / lines.max(1)).max(1);
        let lines: Vec<Blocks> = amounts.chunks(months).map(Blocks::new).collect();
        let top = lines.iter().map(Blocks::most).fold(0.0, f64::max);
        let last = i32::try_from(months).unwrap_or(i32::MAX) - 1;
        let across = XAxis::Months(Month::from_index(0), Month::from_index(last));
        let ticks = nice_ticks(0.0, top * 1.02, 4);
        let graph = Graph::new(across, YAxis::Amount(ticks, Unit::TONNE));
        Self { amounts, months, lines, graph, placed: PlotLayout::default() }
    }

    /// Draws the lines with their axes.
    ///
    /// # Errors
    /// Where the browser gives no drawing context or refuses to draw.
    pub fn draw(&mut self, canvas: &HtmlCanvasElement, ratio: f64) -> Result<(), JsError> {
        let pen = pen(canvas, ratio, false)?;
        // Where the columns of pixels are does not depend on the lines.
        self.graph.layers.clear();
        let scales = placed(&pen, &self.graph).scales;
        let Some(scales) = scales else { return Ok(()) };
        let all = self.lines.iter().zip(self.amounts.chunks(self.months));
        for (line, (blocks, own)) in (0..).zip(all) {
            let run = blocks.reduced(own, &|x| scales.column(x));
            let tone = if self.lines.len() == 1 { Tone::Main } else { Tone::Line(line) };
            self.graph.layers.push(Layer::Line { runs: vec![run], tone, weight: Weight::Plain });
        }
        self.placed = draw(&pen, &self.graph, None)?;
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
        let (first, beyond) = (from.floor().max(0.0) as usize, to.ceil() as usize + 1);
        let near = |own: &[f64]| {
            let marks = (first..beyond).filter_map(|month| Some((month as f64, *own.get(month)?)));
            marks.map(|at| Mark { at, ..Mark::default() }).collect::<Vec<_>>()
        };
        self.graph.marks = self.amounts.chunks(self.months).flat_map(near).collect();
        // The layout keeps the order of marks once it has been asked for one.
        let placed = self.placed.clone();
        let Some(index) = placed.nearest(&self.graph, x, y) else { return Ok(String::new()) };
        highlight(&pen(canvas, ratio, false)?, &self.graph, &placed, index)?;
        let (month, amount) = self.graph.marks.get(index).map(|mark| mark.at).unwrap_or_default();
        let month = Month::from_index(month as i32).long();
        Ok(format!("{month}: {} t", exact(amount, 1)))
    }
}
