//! The table of partners and products of files that are open.

use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::importer::Importer;
use crate::tables::{Asked, Breakdown, Wanted, csv, ranking};

#[wasm_bindgen]
impl Importer {
    /// The table that is asked for, in the words of [`Asked::read`] and of [`Wanted::read`]; nothing
    /// where these do not say of what.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn table(&mut self, asked: &str) -> Result<JsValue, JsError> {
        let own = Asked::read(asked);
        match self.breakdown(asked) {
            Some(breakdown) => {
                Ok(ranking(breakdown, &own).serialize(&Serializer::json_compatible())?)
            }
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// All rows of it as CSV.
    #[wasm_bindgen(js_name = tableCsv)]
    pub fn table_csv(&mut self, asked: &str) -> String {
        let own = Asked { most: usize::MAX, ..Asked::read(asked) };
        self.breakdown(asked).map_or_else(String::new, |breakdown| csv(&ranking(breakdown, &own)))
    }
}

impl Importer {
    fn breakdown(&mut self, asked: &str) -> Option<&Breakdown> {
        let wanted = Wanted::read(asked)?;
        Some(self.table.of(&self.reader, wanted, &Asked::read(asked)))
    }
}
