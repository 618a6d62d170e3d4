//! Reads files in pieces into a [`Store`], and reports what could not be read.

mod country_columns;
mod kept_rows;
mod open_file;
mod stretches;

use super::ASKS;
use super::asking::{Asking, Question, Said};
use super::layouts::{Layout, Role, layouts};
use super::refusal::{Refusal, Table};
use crate::import::bytes::records::{LONGEST, Splitter};
use crate::import::cells::countries::CountryNames;
use crate::import::cells::goods_names::GoodsNames;
use crate::import::cells::vocabulary::money_in;
use crate::import::columns::file_kind::Kind;
use crate::import::columns::first_rows::Sample;
use crate::import::columns::mapping::fixed_words;
use crate::import::columns::trade_row::Memory;
use crate::import::columns::versions::{Differing, conflicts};
use crate::import::columns::{json, preview};
use crate::import::questions::summed;
use crate::import::store::Store;
use crate::import::store::sums::totals;
use crate::wording::facts::Unused;
use crate::wording::say::import::questions as asked;
use crate::wording::say::import::{noticed, refusals, rows};
use open_file::{are_alike, beside};
use serde::{Serialize, Serializer};
use std::fmt;

pub use open_file::direction;
pub use stretches::{Stretch, first_record};

/// How much of a file tells what it is.
pub const HEAD: usize = 1 << 16;

/// How many rows that could not be read are told one by one.
pub const MOST_ERRORS: usize = 1000;

/// How much of a cell a message shows.
pub const LONGEST_FOUND: usize = 60;

/// A row that could not be read, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowError {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u64,
    /// The column's name; empty where the whole line is meant.
    pub column: String,
    /// What stands there, cut short.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl fmt::Display for RowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, found, expected } = self;
        match column.as_str() {
            "" if *line == 0 => formatter.write_str(&rows::of_file(file, expected)),
            "" => formatter.write_str(&rows::of_line(file, *line, expected)),
            _ => formatter.write_str(&rows::of_cell(file, *line, column, found, expected)),
        }
    }
}

/// What was done with the rows so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Rows of which something was kept.
    pub read: u64,
    /// Rows that could not be read.
    pub skipped: u64,
    /// Rows that other rows hold already: re-exports, groups of countries.
    pub left_out: u64,
    /// Rows that gave another figure for what an earlier row had given: the later stands.
    pub replaced: u64,
    /// Rows that gave the same figure once more, where a file has one row for each.
    pub repeated: u64,
    /// Rows whose only quantity is in no unit that is known: their value alone is kept.
    pub unweighed: u64,
    /// Quantities of zero beside a value, which stand for none.
    pub zeros: u64,
    /// Rows without any figure.
    pub gaps: u64,
}

impl Counted {
    const fn add(&mut self, other: Self) {
        self.read += other.read;
        self.skipped += other.skipped;
        self.left_out += other.left_out;
        self.replaced += other.replaced;
        self.repeated += other.repeated;
        self.unweighed += other.unweighed;
        self.zeros += other.zeros;
        self.gaps += other.gaps;
    }
}

/// How a file was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Explained {
    /// The file's name.
    pub file: String,
    /// What it was taken for.
    pub layout: String,
    /// Roles and the columns that were given to them.
    pub columns: Vec<(String, String)>,
    /// What values are in.
    pub money: String,
    /// How many of that one is.
    pub factor: f64,
    /// How many tonnes one unit of weight is, where no column says.
    pub unit: Option<f64>,
    /// The direction of every row, where no column says.
    pub flow: String,
    /// Whose list the products' codes are of.
    pub codes: String,
    /// How periods were read.
    pub period: String,
    /// The columns whose decimal mark is a comma.
    pub commas: Vec<String>,
    /// What happened to the rows.
    pub rows: Counted,
    /// Why rows were not used, with how many they are; written out in words.
    #[serde(serialize_with = "in_words")]
    pub not_used: Vec<(Unused, u64)>,
    /// What was said of the file besides.
    pub notes: Vec<String>,
}

fn in_words<S: Serializer>(not_used: &[(Unused, u64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(not_used.iter().map(|(why, count)| (refusals::unused(*why), count)))
}

/// Reads files into a store, each wholly or not at all.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was kept.
    pub store: Store,
    /// What could not be read, the first [`MOST_ERRORS`].
    pub slips: Vec<RowError>,
    /// How many rows went where.
    pub counted: Counted,
    /// What each file was taken for.
    pub files: Vec<(String, &'static str)>,
    /// How each file was read.
    pub explained: Vec<Explained>,
    /// What countries are called.
    pub names: CountryNames,
    /// What goods are called.
    pub goods: GoodsNames,
    /// Answers to what files do not say, by the questions' ids.
    pub answers: Vec<(String, String)>,
    /// Whether a table that nobody knows is shown as it would be read before it is, even where nothing is
    /// to be asked.
    pub confirm: bool,
    /// Whether a table is only shown as it would be read, by its first rows and the answers given: it is refused with
    /// that, whatever is still to be asked.
    pub shows: bool,
    /// Whether nothing is asked: whatever is not of a known layout, or has to be asked about, is
    /// [`Refusal::NeedsAsking`].
    pub known_only: bool,
    /// What stands above the tables of the files that were read.
    titled: Vec<Vec<String>>,
    open: Option<Open>,
}

/// The file that is being read.
#[derive(Debug, Default)]
pub struct Open {
    name: String,
    mapping: Option<String>,
    answers: Vec<(String, String)>,
    confirm: bool,
    shows: bool,
    known_only: bool,
    /// The first bytes, until they are enough to tell what the file is.
    head: Vec<u8>,
    /// Whether all of it is held, as JSON must be.
    held: bool,
    /// Whether tabs part its cells, and commas what stands in the first of them.
    bulk: bool,
    /// What is said of tables that are left out or joined.
    told: Vec<String>,
    body: Option<Body>,
    kept: Kept,
}

/// What a file came to so far.
#[derive(Debug, Default)]
pub struct Kept {
    file: String,
    store: Store,
    slips: Vec<RowError>,
    counted: Counted,
    not_used: Vec<(Unused, u64)>,
    /// Columns that nobody mapped and that tell figures of one cell apart.
    differing: Differing,
    /// Figures of one cell that nothing tells apart, and the line of one.
    unexplained: (u64, u64),
}

#[derive(Debug)]
pub struct Body {
    splitter: Splitter,
    header: Vec<String>,
    /// The first rows, for what is asked at the end.
    rows: Vec<Vec<String>>,
    kind: Kind,
    /// The columns whose blanks stand for the cell above, and these cells.
    merged: Vec<(usize, String)>,
    /// Whether a row of a word for all is of no group.
    grand: bool,
    /// Records that stand before the first row and are still to come.
    before: usize,
    /// Whether the rest is left unread.
    over: bool,
    memory: Memory,
    notes: Vec<String>,
    titles: Vec<String>,
    /// Whether a line since the last row says of figures what none above the table does.
    retitled: bool,
    /// Whether such a line says another direction, which counts where the names of the columns follow.
    renamed: bool,
    /// Whether another table has begun.
    ended: bool,
    /// Whether rows stand before those that are read here.
    within: bool,
    /// Whether what was joined last ends within a record.
    cut: bool,
}

/// That sums are below zero, as no trade is.
fn below_zero(store: &Store) -> Option<String> {
    let sums = store.trades().flat_map(|(_, months)| months);
    let below = |amount: Option<f64>| amount.is_some_and(|amount| amount < 0.0);
    let count = sums
        .filter(|(_, sums)| [sums.value, sums.weight, sums.count].into_iter().any(below))
        .count();
    (count > 0).then(|| noticed::below_zero(count))
}

impl Reader {
    /// Begins a file; `mapping` says what its columns hold where its header doesn't.
    pub fn begin(&mut self, name: &str, mapping: Option<&str>) {
        let store = Store::counting(self.store.money);
        self.open = Some(Open {
            name: name.to_owned(),
            mapping: mapping.map(str::to_owned),
            answers: if ASKS { answers_for(&self.answers, name, &self.names) } else { Vec::new() },
            confirm: self.confirm,
            shows: self.shows,
            known_only: self.known_only,
            kept: Kept { file: name.to_owned(), store, ..Kept::default() },
            ..Open::default()
        });
    }

    /// Forgets the file that was begun.
    pub fn abandon(&mut self) {
        self.open = None;
    }

    /// How many rows were read, those of the file that was begun among them.
    pub fn rows(&self) -> u64 {
        self.counted.read + self.open.as_ref().map_or(0, |open| open.kept.counted.read)
    }

    /// Takes the next bytes of the file that was begun.
    ///
    /// # Errors
    /// Why the file is refused; nothing of it is kept then.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let Some(mut open) = self.open.take() else { return Ok(()) };
        if open.body.is_none() {
            open.head.extend_from_slice(bytes);
            let lines = memchr::memchr2(b'\n', b'\r', &open.head).is_some();
            if open.held && ASKS {
                if open.head.len() > json::MOST {
                    return Err(Refusal::Foreign(refusals::large_json().to_owned()));
                }
            } else if open.head.len() >= HEAD && open.asks() && json::is_json(&open.head) {
                open.held = true;
            } else if open.head.len() >= HEAD && lines || open.head.len() > LONGEST + 1 {
                open.start(&self.names, false)?;
            }
        } else {
            open.pass(bytes, &self.names);
            // Rows that fall on one cell are asked about at the end, for certain.
            if !open.asks() && open.kept.hangs_on_order() {
                return Err(Refusal::NeedsAsking);
            }
        }
        self.open = Some(open);
        Ok(())
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// As [`Reader::feed`], and where not one row could be read.
    pub fn end(&mut self) -> Result<(), Refusal> {
        let Some(mut open) = self.open.take() else { return Ok(()) };
        if open.body.is_none() {
            open.start(&self.names, true)?;
        }
        open.finish(&self.names);
        let asks = open.asks();
        let Open { name, body, mut kept, mapping, answers, .. } = open;
        let Some(mut body) = body else { return Ok(()) };
        let unfinished = kept.store.drop_unfinished_years();
        let unpublished = kept.store.drop_unpublished();
        let mut clash = 0;
        if !asks {
            let trade = matches!(body.kind, Kind::Trade(_));
            let open = kept.hangs_on_order() || self.clashes(&kept, &body.titles) > 0;
            if kept.counted.read == 0 || trade && (open || kept.store.is_empty()) {
                return Err(Refusal::NeedsAsking);
            }
        } else if let Kind::Trade(layout) = &body.kind {
            let words = mapping.as_deref().map(fixed_words).unwrap_or_default();
            let said = Said { answers: &answers, words: &words };
            let unexplained = kept.unexplained;
            // Goods that are told apart are no versions of a figure.
            let mut questions: Vec<Question> =
                goods_question(layout, &body.rows, said).into_iter().collect();
            if questions.is_empty() {
                questions = conflicts(layout, &kept.differing, unexplained, said);
            }
            if questions.is_empty() && layout.asked {
                questions = summed(layout, &totals(&kept.store), said);
            }
            beside(layout, &mut questions);
            clash = self.clashes(&kept, &body.titles);
            if questions.is_empty() && clash > 0 && said.get("overlap").is_none() {
                questions.push(overlap(clash, &body.titles));
            }
            if !questions.is_empty() {
                let preview = preview::lines(&kept.store, &self.names, None, &questions);
                return Err(Refusal::Unmapped(Box::new(Table {
                    rows: body.rows,
                    questions,
                    layout: layout.name,
                    preview,
                    ..Table::default()
                })));
            }
        }
        if asks && kept.counted.read == 0 {
            let why = kept.slips.first().map(RowError::to_string);
            let why = why.or_else(|| {
                kept.not_used.first().map(|(why, count)| refusals::rows_hold(*count, *why))
            });
            let why = why.unwrap_or_else(|| refusals::no_rows().to_owned());
            return Err(Refusal::Foreign(refusals::no_row_read(&why)));
        }
        if asks && kept.store.is_empty() && matches!(body.kind, Kind::Trade(_)) {
            return Err(Refusal::Foreign(refusals::no_figures(&kept.not_used)));
        }
        let mut explained = kept.explained(&body);
        explained.notes.extend(below_zero(&kept.store));
        let zeros = kept.counted.zeros;
        explained.notes.extend((zeros > 0).then(|| noticed::zeros(zeros)));
        let partly = kept.store.incomplete();
        explained.notes.extend((partly > 0).then(|| noticed::incomplete(partly)));
        explained.notes.extend(preview::twice(&kept.store));
        explained.notes.extend(preview::unknown(&kept.store));
        explained.notes.extend(preview::alike(&kept.store));
        let renamed = kept.store.products.renamed();
        let renamed = renamed.map(|(own, name)| noticed::one_product(&own.code, &own.name, name));
        explained.notes.extend(renamed);
        if let Some((last, count)) = unpublished {
            explained.notes.push(noticed::unpublished(last, count));
        }
        if unfinished > 0 {
            explained.notes.push(noticed::unfinished_years(unfinished));
        }
        if asks && clash > 0 && leaves(&answers, &mapping) {
            explained.notes.push(noticed::left_out().to_owned());
            kept.store = Store::default();
        }
        self.titled.push(std::mem::take(&mut body.titles));
        let taken = match body.kind {
            Kind::Trade(layout) => layout.name,
            Kind::Names { .. } => NAMES,
        };
        self.files.push((name.clone(), taken));
        let (joined, all) = (!self.store.is_empty(), kept.store.len() as u64);
        let (repeated, replaced) = self.store.absorb(kept.store);
        if joined && repeated + replaced > 0 {
            let told = if repeated == all {
                noticed::repeats().to_owned()
            } else {
                noticed::repeats_some(repeated, replaced)
            };
            explained.notes.push(told.clone());
            kept.counted.repeated += repeated;
            kept.counted.replaced += replaced;
            let (column, found) = (String::new(), String::new());
            kept.slips.insert(0, RowError { file: name, line: 0, column, found, expected: told });
        }
        explained.rows = kept.counted.clone();
        self.explained.push(explained);
        self.counted.add(kept.counted);
        self.slips
            .extend(kept.slips.into_iter().take(MOST_ERRORS - self.slips.len().min(MOST_ERRORS)));
        Ok(())
    }
}

impl Reader {
    /// How many figures of a file differ from those before, where its title is another one: it may be of
    /// other goods or of another country.
    fn clashes(&self, kept: &Kept, titles: &[String]) -> u64 {
        let same = self.titled.iter().all(|own| own.as_slice() == titles);
        if same { 0 } else { self.store.clashes(&kept.store) }
    }
}

/// How surely the first bytes of a file are those of a table of trade: 0 where it is none, 1 where it would
/// be asked what its columns hold, 2 where it may be one of no known layout or goes with one, more by layouts
/// that are known.
///
/// Nothing where that takes a reader that asks.
pub fn rank(names: &mut CountryNames, head: &[u8], known_only: bool) -> Option<u8> {
    // What is packed once more may be anything.
    if head.starts_with(b"PK") || head.starts_with(b"\x1f\x8b") {
        return Some(2);
    }
    let mut reader = Reader { names: std::mem::take(names), known_only, ..Reader::default() };
    reader.begin("", None);
    let read = reader.feed(head).and_then(|()| reader.end());
    *names = std::mem::take(&mut reader.names);
    let layout = match &read {
        Ok(()) => reader.files.last().map_or("", |(_, layout)| *layout),
        Err(Refusal::Unmapped(table)) => {
            // What does not say when is hardly the right table.
            let columns = |own: &Question| {
                matches!(own.id.as_str(), "columns" | "header")
                    || own.id == "period" && own.options.is_empty()
            };
            if table.questions.iter().any(columns) {
                return Some(1);
            }
            table.layout
        }
        Err(Refusal::Foreign(_)) => return Some(0),
        Err(Refusal::NeedsAsking) => return None,
    };
    // Names of countries and goods go with the tables of their figures.
    let known = layouts().position(|(name, ..)| name == layout);
    Some(known.map_or(2, |at| u8::try_from(at).unwrap_or(u8::MAX - 3) + 3))
}

/// Asks whether a column holds the goods that nobody knew for one, where nothing else was said of it.
pub fn goods_question(layout: &Layout, rows: &[Vec<String>], said: Said<'_>) -> Option<Question> {
    let at = layout.spare.filter(|at| layout.versions.contains(at))?;
    let name = layout.names.get(at)?;
    let answered = layout.only.iter().any(|(own, _)| *own == at);
    if answered || said.get("product-column").is_some() {
        return None;
    }
    let word = rows.iter().find_map(|row| row.get(at).filter(|cell| !cell.is_empty()))?;
    let mut asking = Asking::new(said);
    asking.ask("product-column", name, &[name.as_str(), "none"], asked::product_column(name, word));
    asking.questions.pop()
}

/// Asks which stands where a file differs from those before.
fn overlap(count: u64, titles: &[String]) -> Question {
    let title = titles.iter().find(|line| !line.is_empty()).map_or("", String::as_str);
    Question::new("overlap", "leave", &["leave", "later"], asked::overlap(count, title))
}

/// Whether a file is to be left out, because it differs from those before.
fn leaves(answers: &[(String, String)], mapping: &Option<String>) -> bool {
    let words = mapping.as_deref().map(fixed_words).unwrap_or_default();
    matches!(Said { answers, words: &words }.get("overlap"), Some("leave" | "likely"))
}

/// The answers that hold for a file: `ID@FILE` is for that one alone.
fn answers_for(
    answers: &[(String, String)],
    name: &str,
    names: &CountryNames,
) -> Vec<(String, String)> {
    let (mut all, mut own) = (Vec::new(), Vec::new());
    for (id, value) in answers {
        match id.rsplit_once('@') {
            Some((id, file)) if file == name => own.push((id.to_owned(), coded(id, value, names))),
            _ => all.push((id.clone(), coded(id, value, names))),
        }
    }
    all.extend(own);
    all
}

/// Answers with codes in place of the names of countries.
pub fn coded_all(answers: Vec<(String, String)>, names: &CountryNames) -> Vec<(String, String)> {
    let own = |(id, value): (String, String)| {
        let value = coded(&id, &value, names);
        (id, value)
    };
    answers.into_iter().map(own).collect()
}

/// An answer with codes in place of the names of countries, where it is of these.
pub fn coded(id: &str, value: &str, names: &CountryNames) -> String {
    let part = |part: &str| {
        let (key, own) = part.split_once('=').map_or((id, part), |(key, own)| (key.trim(), own));
        let code = names.code(own).filter(|_| matches!(key, "about" | "reporter" | "partner"));
        code.map_or_else(|| part.to_owned(), |code| part.replace(own.trim(), code))
    };
    match id {
        "about" | "reporter" | "partner" => {
            value.split(';').map(part).collect::<Vec<_>>().join(";")
        }
        _ => value.to_owned(),
    }
}

/// Of more tables of one file none is tried before it is chosen.
pub const MOST_TABLES: usize = 24;

/// What the question is answered by which of several tables is meant.
pub const TABLE: &str = "table";

/// What a table of names is called.
pub const NAMES: &str = "names";

/// Whether the found column of values and each of some others are headed by a money: none is a part of another.
pub fn are_paid(layout: &Layout, sample: &Sample, rivals: &[usize]) -> bool {
    let own = layout.place(Role::Value).filter(|_| !rivals.is_empty());
    own.is_some_and(|own| {
        let mut all = rivals.iter().chain([&own]);
        all.all(|at| money_in(sample.name(*at)).is_some()) && !are_alike(layout, sample, rivals)
    })
}
