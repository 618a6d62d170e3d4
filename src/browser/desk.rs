//! Functions of the whole module for the panel of several series.

use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::session::Session;
use crate::charts::{ChartKind, Query, overview, transforms};
use crate::query::Note;
use crate::trade::Month;

impl Session {
    /// The view's query, asked of the chart of several series.
    fn series(&self) -> Query {
        let chart = ChartKind::parse("series").unwrap_or(self.view.query.chart);
        Query { chart, ..self.view.query.clone() }
    }
}

#[wasm_bindgen]
impl Session {
    /// The whole series of the view as the path of a picture, 1,000 wide and high.
    pub fn overview(&self) -> String {
        overview(&self.dataset, &self.view)
    }

    /// The address of the view between two months, `2020-01`; none where they are none or reversed.
    pub fn between(&self, from: &str, to: &str) -> Option<String> {
        let (from, to) = (Month::parse(from)?, Month::parse(to)?);
        let query = Query { from: Some(from), to: Some(to), ..self.view.query.clone() };
        (from <= to).then(|| query.address())
    }

    /// The address of the view as known on a date; of all that is known, where it is empty. None for no
    /// date.
    #[wasm_bindgen(js_name = knownOn)]
    pub fn known_on(&self, date: &str) -> Option<String> {
        let mut query = Query { known_on: None, ..self.view.query.clone() };
        if !date.is_empty() {
            let (dated, problems) = Query::parse(&format!("?asof={date}"));
            query.known_on = dated.known_on.filter(|_| problems.is_empty());
            query.known_on.as_ref()?;
        }
        Some(query.address())
    }

    /// The date on which what is shown was known, and nothing where all is.
    pub fn known(&self) -> Option<String> {
        self.view.query.known_on.clone()
    }

    /// Whether it is said of the figures when they were published.
    #[wasm_bindgen(js_name = isDated)]
    pub fn is_dated(&self) -> bool {
        self.dataset.is_dated()
    }

    /// The reader's notes in the view: `2024-11`, `2024-11` and the words of each, a line each, with tabs
    /// between them.
    pub fn notes(&self) -> String {
        let line = |note: &Note| format!("{}\t{}\t{}", note.from, note.to, note.text);
        let lines: Vec<String> = self.view.query.notes.iter().map(line).collect();
        lines.join("\n")
    }

    /// The address of the view with a note more; none where it is none, or where there are enough.
    #[wasm_bindgen(js_name = withNote)]
    pub fn with_note(&self, from: &str, to: &str, text: &str) -> Option<String> {
        let (from, to) = (Month::parse(from)?, Month::parse(to)?);
        let mut query = self.view.query.clone();
        query.notes.push(Note { from, to, text: text.to_owned() });
        // As an address holds it: cut, and without what no line holds.
        let (notes, whole) = Note::parse_all(&Note::write_all(&query.notes));
        whole.then(|| Query { notes, ..query }.address())
    }

    /// The address of the view without a note, by its place.
    #[wasm_bindgen(js_name = withoutNote)]
    pub fn without_note(&self, place: usize) -> String {
        let mut query = self.view.query.clone();
        if place < query.notes.len() {
            query.notes.remove(place);
        }
        query.address()
    }

    /// The address of the same series, months and notes as the chart of several series.
    #[wasm_bindgen(js_name = asSeries)]
    pub fn as_series(&self) -> String {
        self.series().address()
    }

    /// The same with a control of that chart set to a value.
    #[wasm_bindgen(js_name = seriesWith)]
    pub fn series_with(&self, name: &str, value: &str) -> String {
        self.series().with_control(name, value).address()
    }

    /// What of that chart's controls the view leads to by a press: none where it shows no single series.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn transforms(&self) -> Result<JsValue, JsError> {
        Ok(transforms(&self.view.query).serialize(&Serializer::json_compatible())?)
    }
}
