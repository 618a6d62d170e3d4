//! What the worker of the story page holds: the data, and the checker over them.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::listed::listed;
use crate::import::dataset::{Bundle, OwnFiles, add_part, read_bundle, read_own};
use crate::stories::{Checker, Finding, findings, in_utf16, markdown, summary};
use crate::trade::Month;

/// A data set and the checker over it.
#[wasm_bindgen]
pub struct StoryChecker {
    checker: Checker,
    /// The day until which what judges was published; empty where all does.
    asof: String,
}

/// Everything the page shows of a story.
#[derive(Serialize)]
struct Answer {
    findings: Vec<Finding>,
    /// Where each finding begins and ends in the script's own count.
    places: Vec<(usize, usize)>,
    /// The publications that the findings name.
    sources: Vec<Publication>,
    markdown: String,
    /// One line that sums up.
    summary: String,
    /// The month that the story was taken to be written in, `YYYY-MM`, and how that is known.
    date: Option<String>,
    dated: &'static str,
    /// The same in words, where nobody gave it.
    supposed: String,
    /// Files of the data that may hold what the story speaks of, and are not there yet.
    wanted: Vec<String>,
}

#[derive(Serialize)]
struct Publication {
    id: String,
    credit: String,
    url: String,
}

#[wasm_bindgen]
impl StoryChecker {
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
        Ok(Self { checker: Checker::new(dataset), asof: String::new() })
    }

    /// The checker over what was made of a reader's own files.
    ///
    /// # Errors
    /// Every row error in it, a line each.
    pub fn own(
        observations: &str,
        sources: &str,
        products: &str,
        partners: &str,
        reporter: &str,
        origin: &str,
    ) -> Result<Self, JsError> {
        let files = OwnFiles { observations, sources, products, partners, reporter, origin };
        let dataset = read_own(files).map_err(listed)?;
        Ok(Self { checker: Checker::new(dataset), asof: String::new() })
    }

    /// Adds a file that stands beside the headline figures.
    ///
    /// # Errors
    /// Every row error in it, a line each.
    #[wasm_bindgen(js_name = addPart)]
    pub fn add_part(&mut self, name: &str, text: &str) -> Result<(), JsError> {
        let added = self.checker.edit(|dataset| add_part(dataset, name, text));
        added.map_err(listed)
    }

    /// From now on only what was published until a day judges: there is no way back.
    #[wasm_bindgen(js_name = forgetAfter)]
    pub fn forget_after(&mut self, day: &str) {
        self.checker.edit(|dataset| dataset.forget_after(day));
        self.asof = day.to_owned();
    }

    /// Checks a story; `date` begins with the `YYYY-MM` it was written in, or is empty.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn check(&self, text: &str, date: &str) -> Result<JsValue, JsError> {
        let month = date.get(..7).and_then(Month::parse);
        let story = self.checker.check(text, month);
        let found = findings(&story.found, text, self.checker.dataset());
        let answer = Answer {
            places: places(text, &found),
            sources: self.publications(&found),
            markdown: markdown(&found, &self.asof),
            summary: summary(&found),
            date: story.date.map(|date| date.to_string()),
            dated: story.dated.code(),
            supposed: story.supposed(),
            wanted: self.checker.wanted(),
            findings: found,
        };
        Ok(answer.serialize(&Serializer::json_compatible())?)
    }

    fn publications(&self, found: &[Finding]) -> Vec<Publication> {
        let named = |id: &String| found.iter().any(|finding| finding.sources.contains(id));
        let sources = self.checker.dataset().sources.iter().filter(|source| named(&source.id));
        let publication = |source: &crate::trade::Source| Publication {
            id: source.id.clone(),
            credit: self.checker.dataset().about.credit(source),
            url: source.url.clone(),
        };
        sources.map(publication).collect()
    }
}

/// Findings come in the order of their beginnings; their ends need not.
fn places(text: &str, found: &[Finding]) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = found.iter().map(|finding| finding.start).collect();
    let starts = in_utf16(text, &starts);
    let length = |finding: &Finding| finding.text.encode_utf16().count();
    starts.into_iter().zip(found).map(|(start, finding)| (start, start + length(finding))).collect()
}
