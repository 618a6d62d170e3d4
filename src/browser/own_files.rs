//! A reader's own data.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::listed::listed;
use super::session::Session;
use crate::charts::{Query, view};
use crate::drawing::PlotLayout;
use crate::import::dataset::{OwnFiles, read_own};

#[wasm_bindgen]
impl Session {
    /// Reads what was made of a reader's own files.
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
        counts: &str,
    ) -> Result<Self, JsError> {
        let files =
            OwnFiles { observations, sources, products, partners, reporter, origin, counts };
        let dataset = read_own(files).map_err(listed)?;
        let view = view(&dataset, &Query::default().settled(&dataset));
        Ok(Self { dataset, own: true, view, placed: PlotLayout::default() })
    }
}
