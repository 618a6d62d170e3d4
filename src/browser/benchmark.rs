//! A line through any number of points, drawn and pointed at like the page's charts, for benchmarks against
//! other libraries.

use js_sys::Float64Array;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas_backend::pen;
use crate::charts::{Graph, Layer, Mark, Tone, Weight, XAxis, YAxis, exact, nice_ticks};
use crate::drawing::{Amounts, Blocks, PlotLayout, columns, draw, highlight, placed};
use crate::trade::{Month, Unit};

/// How far from the pointer, in CSS pixels, points are looked for.
const REACH: f64 = 2.0;

/// The amounts of a line, where the page has them.
struct Line(Float64Array);

impl Amounts for Line {
    fn count(&self) -> usize {
        self.0.length() as usize
    }
    fn read(&self, from: usize, into: &mut [f64]) {
        self.0.subarray(from as u32, (from + into.len()) as u32).copy_to(into);
    }
}

/// A chart of one amount a month, or of several.
#[wasm_bindgen]
pub struct Points {
    lines: Vec<(Line, Blocks)>,
    /// How many amounts each line has.
    months: usize,
    graph: Graph,
    placed: PlotLayout,
}

#[wasm_bindgen]
impl Points {
    /// So many lines through `amounts`, one after the other, each from the first month of year zero
    /// on. They are not copied, and must not change.
    #[wasm_bindgen(constructor)]
    pub fn new(amounts: &Float64Array, lines: u32) -> Self {
        let months = (amounts.length() / lines.max(1)).max(1);
        let line = |line: u32| {
            let own = Line(amounts.subarray(line * months, (line + 1) * months));
            let blocks = Blocks::new(&own);
            (own, blocks)
        };
        let lines: Vec<(Line, Blocks)> = (0..lines).map(line).collect();
        let top = lines.iter().map(|(_, blocks)| blocks.most()).fold(0.0, f64::max);
        let last = i32::try_from(months).unwrap_or(i32::MAX) - 1;
        let across = XAxis::Months(Month::from_index(0), Month::from_index(last));
        let ticks = nice_ticks(0.0, top * 1.02, 4);
        let mut graph = Graph::new(across, YAxis::Amount(ticks, Unit::TONNE));
        graph.reduced = true;
        Self { lines, months: months as usize, graph, placed: PlotLayout::default() }
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
        let columns = columns(self.months, &|x| scales.column(x));
        for (place, (line, blocks)) in (0..).zip(&self.lines) {
            let run = blocks.reduced(line, &columns);
            let tone = if self.lines.len() == 1 { Tone::Main } else { Tone::Line(place) };
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
        let mut near = vec![0.0; beyond.min(self.months).saturating_sub(first)];
        self.graph.marks.clear();
        for (line, _) in &self.lines {
            line.read(first, &mut near);
            let at = (first..).zip(&near).map(|(month, amount)| (month as f64, *amount));
            self.graph.marks.extend(at.map(|at| Mark { at, ..Mark::default() }));
        }
        // The layout keeps the order of marks once it has been asked for one.
        let placed = self.placed.clone();
        let Some(index) = placed.nearest(&self.graph, x, y) else { return Ok(String::new()) };
        highlight(&pen(canvas, ratio, false)?, &self.graph, &placed, index)?;
        let (month, amount) = self.graph.marks.get(index).map(|mark| mark.at).unwrap_or_default();
        let month = Month::from_index(month as i32).long();
        Ok(format!("{month}: {} t", exact(amount, 1)))
    }
}
