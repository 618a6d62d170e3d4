//! A reader's own data.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::listed::listed;
use super::session::Session;
use crate::charts::{Query, view};
use crate::drawing::PlotLayout;
use crate::import::dataset::{Bundle, OwnNames, read_own};

const NO_EVENTS: &str = "date,title,short,rank,effect,url\n";

#[wasm_bindgen]
impl Session {
    /// Reads what was made of a reader's own files.
    ///
    /// # Errors
    /// Every slip in it, a line each.
    pub fn own(
        observations: &str,
        sources: &str,
        products: &str,
        partners: &str,
        reporter: &str,
        origin: &str,
    ) -> Result<Self, JsError> {
        let bundle = Bundle {
            observations,
            sources,
            products,
            events: NO_EVENTS,
            dataset: "",
            partners: "",
        };
        let dataset = read_own(bundle, OwnNames { partners, reporter, origin })
            .map_err(|slips| JsError::new(&listed(&slips)))?;
        let view = view(&dataset, &Query::default().settled(&dataset));
        Ok(Self { dataset, own: true, view, placed: PlotLayout::default() })
    }
}
