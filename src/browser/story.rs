//! The state of the story page's worker: the data and the checker.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::listed::listed;
use crate::charts::edition;
use crate::import::dataset::{Bundle, OwnFiles, add_part, read_bundle, read_own};
use crate::stories::{Checker, Desk, Finding, findings, in_utf16, markdown};
use crate::trade::{Dataset, Month, Source};
use crate::wording::say::stories::report as words;

/// A data set and the checker over it.
#[wasm_bindgen]
pub struct StoryChecker {
    checker: Checker,
    /// The day until which what judges was published; empty where all does.
    asof: String,
}

/// A story that was checked. Its report is long and rarely read whole: what the page shows of it is handed over
/// when it is asked for.
#[wasm_bindgen]
pub struct CheckedStory {
    findings: Vec<Finding>,
    sources: Vec<Publication>,
    answer: Answer,
    /// When somebody said that it was written; empty where nobody did.
    date: String,
    asof: String,
}

/// What the page marks a story with.
#[derive(Serialize)]
struct Answer {
    /// Where each finding begins and ends in the script's own count.
    places: Vec<(usize, usize)>,
    verdicts: Vec<&'static str>,
    /// What is supposed of when it was written, where nobody said.
    supposed: String,
    /// The day of its dateline, where it is dated by that.
    day: String,
    /// The codes of a reader's own goods, where it names none of them.
    unnamed: Vec<String>,
}

/// Findings with the publications that they name.
#[derive(Serialize)]
struct Details<'a> {
    findings: Vec<&'a Finding>,
    sources: Vec<&'a Publication>,
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
        let files =
            OwnFiles { observations, sources, products, partners, reporter, origin, counts: "" };
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

    /// What it can judge: `China’s trade in rare earths`.
    pub fn subject(&self) -> String {
        self.checker.dataset().subject()
    }

    /// Of when the data are that it judges by.
    pub fn edition(&self) -> String {
        edition(self.checker.dataset())
    }

    /// From now on only what was published until a day judges: there is no way back.
    #[wasm_bindgen(js_name = forgetAfter)]
    pub fn forget_after(&mut self, day: &str) {
        self.checker.edit(|dataset| dataset.forget_after(day));
        self.asof = day.to_owned();
    }

    /// Checks a story; `date` begins with the `YYYY-MM` it was written in, or is empty.
    pub fn check(&self, text: &str, date: &str) -> CheckedStory {
        let month = date.get(..7).and_then(Month::parse);
        let story = self.checker.check(text, month);
        let dataset = self.checker.dataset();
        let findings = findings(&story.found, text, dataset);
        let mut named = vec![false; dataset.sources.len()];
        for index in story.found.iter().flat_map(|checked| checked.judgement.sources()) {
            if let Some(named) = named.get_mut(index) {
                *named = true;
            }
        }
        let named = dataset.sources.iter().zip(named).filter(|(_, named)| *named);
        let publication = |(source, _): (&Source, bool)| Publication {
            id: source.id.clone(),
            credit: dataset.about.credit(source),
            url: source.url.clone(),
        };
        let answer = Answer {
            places: places(text, &findings),
            verdicts: findings.iter().map(|finding| finding.verdict).collect(),
            supposed: story.supposed(),
            day: story.day(),
            unnamed: if story.names_goods { Vec::new() } else { unnamed(dataset, text) },
        };
        let sources = named.map(publication).collect();
        CheckedStory { findings, sources, answer, date: date.to_owned(), asof: self.asof.clone() }
    }
}

#[wasm_bindgen]
impl CheckedStory {
    /// Where its findings stand, and their verdicts.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn answer(&self) -> Result<JsValue, JsError> {
        Ok(self.answer.serialize(&Serializer::json_compatible())?)
    }

    /// The findings of these numbers, and the publications that they name.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn details(&self, numbers: Vec<usize>) -> Result<JsValue, JsError> {
        let findings = numbers.into_iter().filter_map(|number| self.findings.get(number));
        let findings: Vec<&Finding> = findings.collect();
        let named = |source: &&Publication| {
            findings.iter().any(|finding| finding.sources.contains(&source.id))
        };
        let sources = self.sources.iter().filter(named).collect();
        Ok(Details { findings, sources }.serialize(&Serializer::json_compatible())?)
    }

    /// The report as a Markdown table, with what [`Desk`] says of the page.
    pub fn markdown(&self, decisions: &str, charts: &str) -> String {
        let given = words::dated(&self.date);
        let dated = if self.date.is_empty() { &self.answer.supposed } else { &given };
        markdown(&self.findings, &self.asof, Desk { dated, decisions, charts })
    }
}

/// The codes of a reader's own goods, where `text` holds none of them and they are not all goods together.
fn unnamed(dataset: &Dataset, text: &str) -> Vec<String> {
    let codes = || dataset.products.iter().map(|product| &product.code);
    let stands = |code: &[u8]| text.as_bytes().windows(code.len().max(1)).any(|part| part == code);
    let is_named = |code: &String| code.eq_ignore_ascii_case("total") || stands(code.as_bytes());
    if !dataset.is_own() || codes().any(is_named) { Vec::new() } else { codes().cloned().collect() }
}

/// Findings come in the order of their beginnings; their ends need not.
fn places(text: &str, found: &[Finding]) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = found.iter().map(|finding| finding.start).collect();
    let starts = in_utf16(text, &starts);
    let length = |finding: &Finding| finding.text.encode_utf16().count();
    starts.into_iter().zip(found).map(|(start, finding)| (start, start + length(finding))).collect()
}
