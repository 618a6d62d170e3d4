//! The state of the import worker.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::import::{
    Choice, Parts, Question, Ranked, Reader, Refusal, Stretch, Totals, alpha2, countries, encoding,
    export, extent, first_product, first_record, goods, is_made, partners, products, rank,
    reporters, tidy, totals, unnamed_goods,
};
use crate::tables::KeptBreakdown;
use crate::wording::facts::{Column, Unused};
use crate::wording::say::import::{layouts, refusals};

/// More reporters than there are countries.
const MOST_REPORTERS: usize = 400;

/// More notes than anybody reads.
const MOST_NOTES: usize = 24;

/// Products beside the one that is shown, whose series may stand on a chart with its own: not so many that
/// what is shown takes long.
const MOST_BESIDE: usize = 24;

/// Files as far as they were read.
#[wasm_bindgen]
#[derive(Default)]
pub struct Importer {
    pub(super) reader: Reader,
    /// The parts of a folder, where one is open, and which of them were read.
    parts: Option<Parts>,
    read: Vec<String>,
    /// What the lists of the reporter asked for last are ranked by.
    totals: (String, Totals),
    pub(super) table: KeptBreakdown,
}

/// A part that a choice needs and that was not read yet.
#[derive(Serialize)]
struct Needed<'a> {
    path: &'a str,
    bytes: u64,
}

/// Why a file is not opened, and what a reader can do about it.
#[derive(Serialize)]
struct Refused<'a> {
    reason: &'a str,
    header: &'a [String],
    /// The letters of the columns that have no heading, in the places of theirs.
    letters: Vec<&'a str>,
    rows: &'a [Vec<String>],
    guess: Vec<(&'static str, &'a str)>,
    questions: &'a [Question],
    preview: &'a [String],
}

/// What there is to choose from.
#[derive(Serialize)]
struct Summary<'a> {
    read: u64,
    skipped: u64,
    /// How many rows were left out, and why.
    left_out: Vec<(u64, &'static str)>,
    replaced: u64,
    repeated: u64,
    unweighed: u64,
    sums: usize,
    files: Vec<(&'a str, &'static str)>,
    /// What was supposed of each file, and what its figures are in.
    notes: Vec<(&'a str, &'a str)>,
    first: String,
    last: String,
    /// The most reported of them.
    reporters: Vec<Item>,
    all_reporters: usize,
    product: String,
}

#[derive(Serialize)]
struct Item {
    code: String,
    name: String,
    alpha2: &'static str,
    /// Whether the code was made of the name.
    made: bool,
}

#[derive(Serialize)]
struct Found {
    found: Vec<Item>,
    all: usize,
}

#[wasm_bindgen]
impl Importer {
    /// Nothing read yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        let mut importer = Self::default();
        importer.reader.confirm = true;
        importer.reader.known_only = !cfg!(feature = "ask");
        importer
    }

    /// The label of the decoder that a file's letters need, by its first bytes; undefined where
    /// they need none.
    pub fn encoding(head: &[u8]) -> Option<String> {
        encoding(head).map(str::to_owned)
    }

    /// The alpha-2 codes of all countries, with spaces between.
    pub fn countries() -> String {
        countries().collect::<Vec<_>>().join(" ")
    }

    /// Takes names of countries: an alpha-2 code, names with strokes between, and numbers in offices' lists
    /// a line, tabs between; one of the names is shown.
    pub fn learn(&mut self, names: &str) {
        self.reader.names.learn(names);
    }

    /// Whether there are codes that the table of goods' names would name.
    #[wasm_bindgen(js_name = wantsGoods)]
    pub fn wants_goods(&self) -> bool {
        unnamed_goods(&self.reader)
    }

    /// Takes names of goods: a heading's code, and its names with strokes between, a line, a tab between; one of
    /// the names is shown.
    #[wasm_bindgen(js_name = nameGoods)]
    pub fn name_goods(&mut self, names: &str) {
        self.reader.goods.learn(names);
    }

    /// How surely the first bytes of a file, as UTF-8, are those of a table of trade; nothing where it takes the
    /// module that asks to know.
    pub fn tried(&mut self, head: &[u8]) -> Option<u8> {
        rank(&mut self.reader.names, head, self.reader.known_only)
    }

    /// Begins a file; `mapping` says what its columns hold where its header doesn't. One that is only to be shown as it
    /// would be read is refused with that.
    pub fn begin(&mut self, name: &str, mapping: Option<String>, shows: Option<bool>) {
        self.reader.shows = shows.unwrap_or_default();
        self.reader.begin(name, mapping.as_deref());
    }

    /// Takes the next bytes; answers with why the file is refused, if it is: with null where it takes the module that
    /// asks to know.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<JsValue, JsError> {
        refused(self.reader.feed(bytes))
    }

    /// Whether the rest of the file that was begun can be read in stretches, each by another importer.
    pub fn divides(&self) -> bool {
        self.reader.divides()
    }

    /// Where the first record begins in bytes from somewhere within a file.
    #[wasm_bindgen(js_name = firstRecord)]
    pub fn first_record(bytes: &[u8]) -> Option<usize> {
        first_record(bytes)
    }

    /// Goes on with a stretch of the file that was begun: what was read of its beginning is another's.
    pub fn skip(&mut self) {
        self.reader.skip();
    }

    /// What the stretch came to, for [`Importer::join`] of another; `last` where the file ends with it.
    pub fn stretch(&mut self, last: bool) -> Option<Vec<u8>> {
        self.reader.stretch(last).map(|stretch| stretch.packed())
    }

    /// Takes over what the next stretch came to; answers with whether it is the same as in one reading.
    pub fn join(&mut self, stretch: &[u8]) -> bool {
        Stretch::unpacked(stretch).is_some_and(|stretch| self.reader.join(stretch))
    }

    /// Ends the file.
    ///
    /// # Errors
    /// As [`Importer::feed`].
    pub fn end(&mut self) -> Result<JsValue, JsError> {
        refused(self.reader.end())
    }

    /// Forgets what was read of the file that was begun.
    pub fn abandon(&mut self) {
        self.reader.abandon();
    }

    /// How many rows were read so far.
    pub fn rows(&self) -> f64 {
        self.reader.rows() as f64
    }

    /// Takes a folder's index; answers with what is wrong with it.
    pub fn index(&mut self, text: &str) -> Option<String> {
        match Parts::read(text) {
            Ok(parts) => {
                self.parts = Some(parts);
                None
            }
            Err(problem) => Some(problem),
        }
    }

    /// The parts of the folder that a choice needs and that were not read yet.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn needed(&self, reporter: &str, products: &str, mirror: bool) -> Result<JsValue, JsError> {
        let products: Vec<String> = words(products);
        let needed = self.parts.iter().flat_map(|parts| parts.needed(reporter, &products, mirror));
        let unread = needed.filter(|part| !self.read.contains(&part.path));
        let listed: Vec<Needed<'_>> =
            unread.map(|part| Needed { path: &part.path, bytes: part.bytes }).collect();
        answer(&listed)
    }

    /// Notes that a part was read, and need not be again.
    pub fn have(&mut self, path: &str) {
        self.read.push(path.to_owned());
        self.totals = <(String, Totals)>::default();
        self.table = KeptBreakdown::default();
    }

    /// What there is, and what to show of it first.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn summary(&mut self) -> Result<JsValue, JsError> {
        let reporters = self.reporters();
        let product = reporters.first().and_then(|reporter| self.first(&reporter.code));
        let reader = &self.reader;
        let extent = extent(&reader.store);
        let month = |month: crate::trade::Month| month.to_string();
        let notes = reader
            .explained
            .iter()
            .flat_map(|file| file.notes.iter().map(|note| (file.file.as_str(), note.as_str())));
        let files =
            reader.files.iter().map(|(name, layout)| (name.as_str(), layouts::name(layout)));
        let summary = Summary {
            read: reader.counted.read,
            skipped: reader.counted.skipped,
            left_out: left_out(reader),
            replaced: reader.counted.replaced,
            repeated: reader.counted.repeated,
            unweighed: reader.counted.unweighed,
            sums: reader.store.len(),
            files: files.collect(),
            notes: notes.take(MOST_NOTES).collect(),
            first: extent.map(|(first, _)| month(first)).unwrap_or_default(),
            last: extent.map(|(_, last)| month(last)).unwrap_or_default(),
            all_reporters: reporters.len(),
            reporters: reporters.into_iter().take(MOST_REPORTERS).map(item).collect(),
            product: product.unwrap_or_default(),
        };
        answer(&summary)
    }

    /// The product of a reporter that a reader most likely wants first.
    pub fn first(&mut self, reporter: &str) -> Option<String> {
        self.rank(reporter);
        first_product(&self.reader, &self.totals.1)
    }

    /// The products of a reporter that words fit, largest first; without a word the tree of codes,
    /// open at the one that is chosen.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn products(
        &mut self,
        reporter: &str,
        wanted: &str,
        chosen: &str,
        most: usize,
    ) -> Result<JsValue, JsError> {
        self.rank(reporter);
        let (found, all) = products(&self.reader, &self.totals.1, wanted, chosen, most);
        answer(&Found { found: found.into_iter().map(item).collect(), all })
    }

    /// The partners of a reporter that words fit, largest first.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn partners(
        &mut self,
        reporter: &str,
        wanted: &str,
        most: usize,
    ) -> Result<JsValue, JsError> {
        self.rank(reporter);
        let (found, all) = partners(&self.reader, &self.totals.1, wanted, most);
        answer(&Found { found: found.into_iter().map(item).collect(), all })
    }

    /// The texts of a choice: a product, with others to stand beside it. Partners shown in any case are parted by
    /// line ends.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn tidy(
        &mut self,
        reporter: &str,
        product: &str,
        partners: usize,
        also: &str,
        mirror: bool,
    ) -> Result<JsValue, JsError> {
        self.rank(reporter);
        let choice = Choice {
            reporter: reporter.to_owned(),
            products: goods(&self.reader, &self.totals.1, product, MOST_BESIDE),
            partners,
            also: words(also),
            // What files hold is there; of a folder partners' reports are fetched when they are asked for.
            mirror: mirror || self.parts.is_none(),
        };
        answer(&tidy(&self.reader, &choice))
    }

    /// All of a reporter's trade that a story may speak of, as texts in our own format.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    #[wasm_bindgen(js_name = forStories)]
    pub fn for_stories(&self, reporter: &str) -> Result<JsValue, JsError> {
        answer(&tidy(&self.reader, &Choice::for_stories(&self.reader, reporter)))
    }

    /// The rows that could not be read, from the first on.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn slips(&self) -> Result<JsValue, JsError> {
        answer(&self.reader.slips)
    }

    /// Everything that was kept, as tidy CSV.
    pub fn csv(&self) -> String {
        export(&self.reader)
    }
}

impl Importer {
    fn reporters(&self) -> Vec<Ranked> {
        let found = reporters(&self.reader);
        let Some(parts) = &self.parts else { return found };
        let named = |code: String| {
            let read = found.iter().find(|one| one.code == code).cloned();
            read.unwrap_or_else(|| Ranked { name: code.clone(), code, total: 0.0 })
        };
        parts.reporters().into_iter().map(named).collect()
    }

    /// Adds up what the lists of a reporter are ranked by, once for all that is typed.
    fn rank(&mut self, reporter: &str) {
        if self.totals.0 != reporter {
            let chapters = self.parts.as_ref().map(|parts| parts.chapters(reporter));
            let found = totals(&self.reader, reporter, &chapters.unwrap_or_default());
            self.totals = (reporter.to_owned(), found);
        }
    }
}

/// Words that line ends part.
fn words(text: &str) -> Vec<String> {
    text.split('\n').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn item(ranked: Ranked) -> Item {
    let Ranked { code, name, .. } = ranked;
    Item { alpha2: alpha2(&code).unwrap_or_default(), made: is_made(&code), code, name }
}

fn refused(fed: Result<(), Refusal>) -> Result<JsValue, JsError> {
    match fed {
        Ok(()) => Ok(JsValue::UNDEFINED),
        Err(Refusal::NeedsAsking) => Ok(JsValue::NULL),
        Err(Refusal::Foreign(reason)) => answer(&Refused {
            reason: &reason,
            header: &[],
            letters: Vec::new(),
            rows: &[],
            guess: Vec::new(),
            questions: &[],
            preview: &[],
        }),
        Err(Refusal::Unmapped(table)) => answer(&Refused {
            reason: &table.problem,
            header: &table.header,
            letters: table.header.iter().map(|name| Column::named(name).letter()).collect(),
            rows: &table.rows,
            guess: table.guess.iter().map(|(role, column)| (*role, column.as_str())).collect(),
            questions: &table.questions,
            preview: &table.preview,
        }),
    }
}

fn answer(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// How many rows of all files were left out, and why. Lines of notes are none, and rows without a figure lack nothing
/// that could be left out.
fn left_out(reader: &Reader) -> Vec<(u64, &'static str)> {
    let mut found: Vec<(Unused, u64)> = Vec::new();
    let not_used = reader.explained.iter().flat_map(|file| &file.not_used);
    for (why, count) in not_used.filter(|(why, _)| *why != Unused::Note) {
        match found.iter_mut().find(|(own, _)| own == why) {
            Some((_, sum)) => *sum += count,
            None => found.push((*why, *count)),
        }
    }
    found.into_iter().map(|(why, count)| (count, refusals::unused(why))).collect()
}
