//! The page's session: the data, the current view, and its layout.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use super::canvas_backend::pen;
use super::listed::listed;
use crate::charts::{
    Query, Step, View, choose, csv, is_drawn, needs, open, page, source_links, start, view, walk,
};
use crate::drawing::{PlotLayout, draw, highlight, natural_height};
use crate::import::dataset::{Bundle, add_part, read_bundle};
use crate::trade::{Dataset, Month};
use crate::util::CollectVec as _;
use crate::util::sort_unique;

/// A data set and the view of it that is on screen.
#[wasm_bindgen]
pub struct Session {
    pub(super) dataset: Dataset,
    /// Whether it is a reader's own data, of which an address knows nothing.
    pub(super) own: bool,
    pub(super) view: View,
    pub(super) placed: PlotLayout,
}

/// What is shown of the point that the reader is on.
#[derive(Serialize)]
struct Point<'a> {
    x: f64,
    y: f64,
    series: &'a str,
    period: &'a str,
    value: &'a str,
    status: &'a str,
    note: &'a str,
    sources: String,
    place: usize,
    of: usize,
    /// What choosing it leads to, where that is no month.
    #[cfg(feature = "whole")]
    study: Option<&'a str>,
}

impl Session {
    /// What an address asks for, and what of it cannot be read.
    pub(super) fn asked(&self, search: &str) -> (Query, Vec<String>) {
        let (query, problems) = Query::parse_over(search, &self.dataset);
        (if self.own { query.settled(&self.dataset) } else { query }, problems)
    }
}

#[wasm_bindgen]
impl Session {
    /// Reads the bundle's files.
    ///
    /// # Errors
    /// Every row error in them, a line each.
    #[wasm_bindgen(constructor)]
    pub fn new(
        observations: &str,
        sources: &str,
        products: &str,
        events: &str,
        dataset: &str,
        partners: &str,
    ) -> Result<Self, JsError> {
        let bundle = Bundle { observations, sources, products, events, dataset, partners };
        let dataset = read_bundle(bundle).map_err(listed)?;
        let view = view(&dataset, &Query::default());
        Ok(Self { dataset, own: false, view, placed: PlotLayout::default() })
    }

    /// Adds a file that stands beside the headline figures.
    ///
    /// # Errors
    /// Every row error in it, a line each.
    #[wasm_bindgen(js_name = addPart)]
    pub fn add_part(&mut self, name: &str, text: &str) -> Result<(), JsError> {
        add_part(&mut self.dataset, name, text).map_err(listed)
    }

    /// Makes the view that an address asks for and answers with what the page shows of it.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn open(&mut self, search: &str) -> Result<JsValue, JsError> {
        let (query, mut problems) = self.asked(search);
        let (view, words) = open(&self.dataset, &query);
        self.view = view;
        problems.extend(words);
        self.placed = PlotLayout::default();
        let mut page = page(&self.dataset, &self.view, problems);
        // What is shown in place of what was asked for may need less than that.
        if query != self.view.query {
            for file in needs(&self.dataset, &query) {
                if !page.needs.contains(&file) {
                    page.needs.push(file);
                }
            }
        }
        Ok(page.serialize(&Serializer::json_compatible())?)
    }

    /// Draws the view on a canvas whose size is `ratio` device pixels for each CSS pixel.
    ///
    /// # Errors
    /// Where the browser gives no drawing context or refuses to draw.
    pub fn draw(
        &mut self,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        dark: bool,
    ) -> Result<(), JsError> {
        self.placed = draw(&pen(canvas, ratio, dark)?, &self.view.graph, None)?;
        Ok(())
    }

    /// Draws the point that the reader is on over an empty canvas.
    ///
    /// # Errors
    /// As [`Session::draw`].
    pub fn highlight(
        &self,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        dark: bool,
        index: usize,
    ) -> Result<(), JsError> {
        Ok(highlight(&pen(canvas, ratio, dark)?, &self.view.graph, &self.placed, index)?)
    }

    /// The point nearest to a place on the canvas, in CSS pixels.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        self.placed.nearest(&self.view.graph, x, y)
    }

    /// The point that walking begins at.
    pub fn start(&self) -> Option<usize> {
        start(&self.view.graph, self.view.period.end())
    }

    /// The point that a key leads to: `ArrowLeft` and the like; none for any other key.
    pub fn step(&self, index: usize, key: &str) -> Option<usize> {
        let step = match key {
            "ArrowLeft" => Step::Back,
            "ArrowRight" => Step::On,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "PageUp" => Step::FarBack,
            "PageDown" => Step::FarOn,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return None,
        };
        Some(walk(&self.view.graph, index, step))
    }

    /// What is shown of a point; undefined for one that is not there.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn point(&self, index: usize) -> Result<JsValue, JsError> {
        let marks = &self.view.graph.marks;
        let spot = self.placed.spot(&self.view.graph, index);
        let (Some(mark), Some(spot)) = (marks.get(index), spot) else {
            return Ok(JsValue::UNDEFINED);
        };
        let point = Point {
            x: spot.x,
            y: spot.y,
            series: &mark.series,
            period: &mark.period,
            value: &mark.value,
            status: &mark.status,
            note: &mark.note,
            sources: source_links(&self.dataset, &mark.sources),
            place: index + 1,
            of: marks.len(),
            #[cfg(feature = "whole")]
            study: mark.month.is_none().then_some(mark.series.as_str()),
        };
        Ok(point.serialize(&Serializer::json_compatible())?)
    }

    /// The address that choosing a point leads to; none where it leads nowhere.
    pub fn choose(&self, index: usize) -> Option<String> {
        self.view.leads(index)
    }

    /// The address of the view with one control set to a value.
    pub fn set(&self, name: &str, value: &str) -> String {
        choose(&self.dataset, &self.view.query, name, value).address()
    }

    /// The address of the view with the month before (-1) or after (1) chosen; none at the ends.
    #[wasm_bindgen(js_name = monthStep)]
    pub fn month_step(&self, by: i32) -> Option<String> {
        let query = &self.view.query;
        let series = query.of_data(&self.dataset).series(&query.key());
        let mut months: Vec<Month> = series
            .months()
            .chain(series.undivideds())
            .map(|figure| figure.period.end())
            .collect_vec();
        sort_unique(&mut months);
        let here = self.view.period.end();
        let to = |month: Month| Query { month: Some(month), ..query.clone() };
        // Of a month whose parts are not known nothing is shown: the step leads past it.
        let shown = |month: &Month| is_drawn(&self.dataset, &to(*month));
        let month = if by < 0 {
            months.into_iter().rev().filter(|month| *month < here).find(shown)
        } else {
            months.into_iter().filter(|month| *month > here).find(shown)
        };
        Some(to(month?).address())
    }

    /// The address of the view narrowed to what lies between two places on the canvas; none where
    /// the axis is not time, or the stretch is shorter than three months.
    pub fn zoom(&self, one: f64, other: f64) -> Option<String> {
        let first = self.placed.month_at(one.min(other))?.ceil() as i32;
        let last = self.placed.month_at(one.max(other))?.floor() as i32;
        if last - first < 2 {
            return None;
        }
        let (from, to) = (Some(Month::from_index(first)), Some(Month::from_index(last)));
        Some(Query { from, to, ..self.view.query.clone() }.address())
    }

    /// The address of the view with all of its time.
    pub fn unzoom(&self) -> String {
        self.view.query.unzoomed().address()
    }

    /// The numbers behind the chart as CSV.
    pub fn csv(&self) -> String {
        csv(&self.dataset, &self.view.table)
    }

    /// How high the drawing is best on a page that gives it this width, in CSS pixels.
    pub fn height(&self, width: f64) -> f64 {
        natural_height(&self.view.graph, width)
    }
}
