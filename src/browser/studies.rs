//! Long computations, in two halves: one for the worker that computes, one for the page that shows the
//! result.

use wasm_bindgen::prelude::wasm_bindgen;

use super::session::Session;
use crate::charts::{
    calibration, carried, chart_methods, go_on, keep_calibration, needs, takes_long,
};

#[wasm_bindgen]
impl Session {
    /// How the view's chart is computed, as a piece of HTML, with how well its forecasts have done: in
    /// another session's words or, without them, computed here.
    pub fn calibrated(&mut self, words: Option<String>) -> String {
        let query = &self.view.query;
        self.view.calibrating = false;
        self.view.calibration = match words {
            Some(words) => {
                keep_calibration(&self.dataset, query, &words);
                words
            }
            None => calibration(&self.dataset, query),
        };
        chart_methods(&self.view)
    }

    /// The files that what an address asks for needs and the session does not have yet.
    pub fn needs(&self, search: &str) -> Vec<String> {
        needs(&self.dataset, &self.asked(search).0)
    }

    /// Whether what an address asks for takes longer than a frame to compute.
    #[wasm_bindgen(js_name = takesLong)]
    pub fn takes_long(&self, search: &str) -> bool {
        takes_long(&self.dataset, &self.asked(search).0)
    }

    /// Computes what an address asks for: the numbers that another session goes on from.
    pub fn study(&self, search: &str) -> Vec<f64> {
        carried(&self.dataset, &self.asked(search).0)
    }

    /// Goes on from the numbers of another session's study of the same address.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&self, search: &str, numbers: &[f64]) {
        go_on(&self.dataset, &self.asked(search).0, numbers);
    }

    /// How well the forecasts of the series have done that an address asks for, in words.
    pub fn calibration(&self, search: &str) -> String {
        calibration(&self.dataset, &self.asked(search).0)
    }
}
