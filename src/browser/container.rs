//! The module that the import worker fetches to unpack spreadsheets and archives.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::containers::{self, Chosen, Container, Part};
use crate::import::Question;
use crate::wording::say::containers as words;

#[wasm_bindgen]
extern "C" {
    /// A file that can be read at once, wherever.
    pub type Bytes;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Bytes, from: f64, length: u32) -> Result<Vec<u8>, JsValue>;
}

/// A file as a reader.
struct File {
    bytes: Bytes,
    length: u64,
    at: u64,
}

impl Read for File {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.at).min(into.len() as u64).min(1 << 22);
        if left == 0 {
            return Ok(0);
        }
        let found = self
            .bytes
            .read(self.at as f64, left as u32)
            .map_err(|_| io::Error::other(words::unreadable()))?;
        let count = Read::read(&mut found.as_slice(), into)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for File {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let found = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = found.ok_or_else(|| io::Error::other("a place before the file was asked for"))?;
        Ok(self.at)
    }
}

/// A spreadsheet or an archive.
#[wasm_bindgen]
pub struct Unpacker {
    container: Container,
}

/// Which parts are meant, or what is asked.
#[derive(Serialize)]
struct ChosenParts<'a> {
    /// Whether the parts are sheets.
    sheets: bool,
    /// Whether these are called by their own names, too.
    named: bool,
    parts: Vec<ChosenPart<'a>>,
    questions: Vec<Question>,
}

#[derive(Serialize)]
struct ChosenPart<'a> {
    at: usize,
    name: &'a str,
}

/// Where the packed bytes of a file lie.
#[derive(Serialize)]
struct Packed {
    start: u64,
    packed: u64,
    size: u64,
    crc: u32,
    stored: bool,
}

#[wasm_bindgen]
impl Unpacker {
    /// Looks into a file.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Bytes, length: f64) -> Result<Self, JsError> {
        let file = File { bytes, length: length as u64, at: 0 };
        Container::open(Box::new(file)).map(|container| Self { container }).map_err(js_error)
    }

    /// Which of its parts are meant.
    ///
    /// # Errors
    /// Where it has none of the name, and where the browser cannot hold the answer.
    pub fn choose(&self, ranks: &[u8], answer: Option<String>) -> Result<JsValue, JsError> {
        let chosen = self.container.choose(answer.as_deref(), ranks).map_err(js_error)?;
        let (places, questions) = match chosen {
            Chosen::Parts(places) => (places, Vec::new()),
            Chosen::Asked(question) => (Vec::new(), vec![question]),
        };
        let name = |at: usize| self.container.parts().get(at).map_or("", |Part { name, .. }| name);
        let parts = places.into_iter().map(|at| ChosenPart { at, name: name(at) }).collect();
        let sheets = !matches!(self.container, Container::Archive(_));
        let named = self.container.is_named();
        plain(&ChosenParts { sheets, named, parts, questions })
    }

    /// How many parts there are to choose from.
    pub fn count(&self) -> usize {
        self.container.parts().len()
    }

    /// The first bytes of a part.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn head(&mut self, at: usize) -> Result<Vec<u8>, JsError> {
        self.container.head(at).map_err(js_error)
    }

    /// The label of the decoder that a table of a web page needs; undefined where it needs none.
    pub fn letters(&self) -> Option<String> {
        match &self.container {
            Container::Page(page) => page.letters().map(str::to_owned),
            _ => None,
        }
    }

    /// A sheet or a table of a web page as CSV.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn sheet(&mut self, at: usize) -> Result<Vec<u8>, JsError> {
        match &mut self.container {
            Container::Workbook(book) => book.text(at).map(String::into_bytes).map_err(js_error),
            Container::Page(page) => page.text(at).map_err(js_error),
            Container::Archive(_) => Err(JsError::new("a spreadsheet was expected")),
        }
    }

    /// Where a file of the archive lies.
    ///
    /// # Errors
    /// Why it cannot be unpacked, and where the browser cannot hold the answer.
    pub fn entry(&mut self, at: usize) -> Result<JsValue, JsError> {
        match &mut self.container {
            Container::Archive(archive) => {
                let containers::Entry { start, packed, size, crc, stored } =
                    archive.entry(at).map_err(js_error)?;
                plain(&Packed { start, packed, size, crc, stored })
            }
            _ => Err(JsError::new("an archive was expected")),
        }
    }
}

/// The checksum of bytes that come piece by piece.
#[wasm_bindgen]
#[derive(Default)]
pub struct Checksum(flate2::Crc);

#[wasm_bindgen]
impl Checksum {
    /// Of nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Of all of them.
    pub fn sum(&self) -> u32 {
        self.0.sum()
    }
}

/// Gzip of several members, of which a browser itself unpacks the first.
#[wasm_bindgen]
pub struct Members(Box<dyn Read>);

#[wasm_bindgen]
impl Members {
    /// Reads a file.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Bytes, length: f64) -> Self {
        let file = File { bytes, length: length as u64, at: 0 };
        Self(Box::new(containers::members(BufReader::with_capacity(1 << 19, file))))
    }

    /// The next bytes, at most so many; none at the end.
    ///
    /// # Errors
    /// Where they cannot be unpacked.
    pub fn read(&mut self, most: usize) -> Result<Vec<u8>, JsError> {
        let mut found = Vec::new();
        self.0
            .by_ref()
            .take(most as u64)
            .read_to_end(&mut found)
            .map_err(|error| js_error(error.to_string()))?;
        Ok(found)
    }
}

fn js_error(reason: String) -> JsError {
    JsError::new(&reason)
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
