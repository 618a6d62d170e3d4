//! What the worker that opens a reader's own files holds.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::opening::{
    Choice, Reader, Refusal, Slip, Tidy, alpha2, encoding, export, extent, first_product, partners,
    products, reporters, tidy,
};

/// Files as far as they were read.
#[wasm_bindgen]
#[derive(Default)]
pub struct Opener {
    reader: Reader,
}

/// Why a file is not opened, and what a reader can do about it.
#[derive(Serialize)]
struct Refused<'a> {
    reason: &'a str,
    header: &'a [String],
    rows: &'a [Vec<String>],
    guess: Vec<(&'static str, &'a str)>,
}

/// What there is to choose from.
#[derive(Serialize)]
struct Summary<'a> {
    read: u64,
    skipped: u64,
    left_out: u64,
    sums: usize,
    files: &'a [(String, &'static str)],
    first: String,
    last: String,
    reporters: Vec<Item>,
    product: String,
}

#[derive(Serialize)]
struct Item {
    code: String,
    name: String,
    alpha2: &'static str,
}

#[derive(Serialize)]
struct Found {
    found: Vec<Item>,
    all: usize,
}

#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    line: u64,
    column: &'a str,
    found: &'a str,
    expected: &'a str,
}

#[derive(Serialize)]
struct Texts {
    observations: String,
    sources: String,
    products: String,
    partners: String,
    reporter: String,
    origin: String,
}

#[wasm_bindgen]
impl Opener {
    /// Nothing read yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The label of the decoder that a file's letters need, by its first bytes; undefined where
    /// they need none.
    pub fn encoding(head: &[u8]) -> Option<String> {
        encoding(head).map(str::to_owned)
    }

    /// Begins a file; `mapping` says what its columns hold where its header doesn't.
    pub fn begin(&mut self, name: &str, mapping: Option<String>) {
        self.reader.begin(name, mapping.as_deref());
    }

    /// Takes the next bytes; answers with why the file is refused, if it is.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<JsValue, JsError> {
        refused(self.reader.feed(bytes))
    }

    /// Ends the file.
    ///
    /// # Errors
    /// As [`Opener::feed`].
    pub fn end(&mut self) -> Result<JsValue, JsError> {
        refused(self.reader.end())
    }

    /// How many rows were read so far.
    pub fn rows(&self) -> f64 {
        self.reader.counted.read as f64
    }

    /// What there is, and what to show of it first.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn summary(&self) -> Result<JsValue, JsError> {
        let reader = &self.reader;
        let extent = extent(&reader.store);
        let month = |month: crate::trade::Month| month.to_string();
        let reporters = reporters(reader);
        let product = reporters.first().and_then(|first| first_product(reader, &first.code));
        let summary = Summary {
            read: reader.counted.read,
            skipped: reader.counted.skipped,
            left_out: reader.counted.left_out,
            sums: reader.store.len(),
            files: &reader.files,
            first: extent.map(|(first, _)| month(first)).unwrap_or_default(),
            last: extent.map(|(_, last)| month(last)).unwrap_or_default(),
            reporters: reporters.into_iter().map(item).collect(),
            product: product.unwrap_or_default(),
        };
        answer(&summary)
    }

    /// The products of a reporter that a word fits, largest first.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn products(&self, reporter: &str, wanted: &str, most: usize) -> Result<JsValue, JsError> {
        let (found, all) = products(&self.reader, reporter, wanted, most);
        answer(&Found { found: found.into_iter().map(item).collect(), all })
    }

    /// The partners of a reporter that a word fits, largest first.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn partners(&self, reporter: &str, wanted: &str, most: usize) -> Result<JsValue, JsError> {
        let (found, all) = partners(&self.reader, reporter, wanted, most);
        answer(&Found { found: found.into_iter().map(item).collect(), all })
    }

    /// The texts of a choice: products are parted by line ends, so are the partners shown in any case.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn tidy(
        &self,
        reporter: &str,
        products: &str,
        partners: usize,
        also: &str,
        mirror: bool,
    ) -> Result<JsValue, JsError> {
        let words = |text: &str| {
            text.split('\n').filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let choice = Choice {
            reporter: reporter.to_owned(),
            products: words(products),
            partners,
            also: words(also),
            mirror,
        };
        let Tidy { observations, sources, products, partners, reporter, origin } =
            tidy(&self.reader, &choice);
        answer(&Texts { observations, sources, products, partners, reporter, origin })
    }

    /// The rows that could not be read, from the first on.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn slips(&self) -> Result<JsValue, JsError> {
        let told = |slip: &Slip| {
            serde_wasm_bindgen::to_value(&Told {
                file: &slip.file,
                line: slip.line,
                column: &slip.column,
                found: &slip.found,
                expected: &slip.expected,
            })
        };
        let all: Result<Vec<JsValue>, _> = self.reader.slips.iter().map(told).collect();
        Ok(all?.into())
    }

    /// Everything that was kept, as tidy CSV.
    pub fn csv(&self) -> String {
        export(&self.reader)
    }
}

fn item(ranked: crate::opening::Ranked) -> Item {
    let alpha2 = alpha2(&ranked.code).unwrap_or_default();
    Item { code: ranked.code, name: ranked.name, alpha2 }
}

fn refused(fed: Result<(), Refusal>) -> Result<JsValue, JsError> {
    match fed {
        Ok(()) => Ok(JsValue::UNDEFINED),
        Err(Refusal::Foreign(reason)) => {
            answer(&Refused { reason: &reason, header: &[], rows: &[], guess: Vec::new() })
        }
        Err(Refusal::Unmapped(table)) => answer(&Refused {
            reason: &table.problem,
            header: &table.header,
            rows: &table.rows,
            guess: table.guess.iter().map(|(role, column)| (*role, column.as_str())).collect(),
        }),
    }
}

fn answer(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
