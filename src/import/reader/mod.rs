//! Reads files in pieces into a [`Store`], and reports what could not be read.

mod country_columns;
mod stretches;
mod table_lines;

use std::fmt;

use serde::{Serialize, Serializer};

use super::ASKS;
use super::asking::{Asking, MOST, Question, Said, is_open_trade, most};
use super::layouts::{Layout, Role, TRADE_MAP, is_trade_map, known, layouts};
use super::refusal::{Refusal, Table};
use crate::import::bytes::head::{after_hint, foreign};
use crate::import::bytes::records::{Broken, LONGEST, Record, Splitter, Stop, words};
use crate::import::cells::cell_numbers::is_number;
use crate::import::cells::countries::{self, CountryNames, List};
use crate::import::cells::goods_names::GoodsNames;
use crate::import::cells::titles::{Titles, of_name, period_in, titles};
use crate::import::cells::vocabulary::{
    self, OF_TRADE, System, WITH_FREIGHT, Way, factor_in, flow_in, holds, is_running, is_unit,
    money_in, side, small, tonnes,
};
use crate::import::columns::column_names::is_value;
use crate::import::columns::file_kind::{Kind, names};
use crate::import::columns::first_rows::{Sample, is_total, sampled, title};
use crate::import::columns::heads::sum_beside;
use crate::import::columns::mapping::{
    WAS, fixed_words, is_likely, is_of_another, is_undated, is_yearless, mapped, suggested,
};
use crate::import::columns::trade_row::{Memory, Taken, Wrong, row};
use crate::import::columns::versions::{Differing, conflicts};
use crate::import::columns::wide::{titled, wide};
use crate::import::columns::{balances, json, json_stat, preview, series, stacked};
use crate::import::layouts::Joining;
use crate::import::questions::supposed::{quantity_beside, year_apart};
use crate::import::questions::{settle, summed, whole_file};
use crate::import::store::sums::totals;
use crate::import::store::{OtherUnit, Store, country};
use crate::trade::Flow;
use crate::wording::facts::{Column, Unused};
use crate::wording::say::import::questions as asked;
use crate::wording::say::import::{layouts, noticed, refusals, rows};
use country_columns::{
    beyond, census, coded_lands, codes_beside, countries, geonom, goods_of_column, is_country,
    land, mainlands, numbered, office,
};
use table_lines::{
    are_alike, are_paid, columns_question, commas, has_year_lines, header_question, is_bulk,
    is_heading, is_of_base_year, is_remark, is_rescaled, is_trade, repeats, sheet_for,
    year_of_name,
};

pub use stretches::{Stretch, first_record};
pub use table_lines::direction;

/// How much of a file tells what it is.
const HEAD: usize = 1 << 16;

/// How many rows that could not be read are told one by one.
pub const MOST_ERRORS: usize = 1000;

/// How much of a cell a message shows.
const LONGEST_FOUND: usize = 60;

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
    /// The columns that say nothing of what was read.
    pub unused: Vec<String>,
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
struct Open {
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
struct Kept {
    file: String,
    store: Store,
    slips: Vec<RowError>,
    counted: Counted,
    not_used: Vec<(Unused, u64)>,
    /// Columns that nobody mapped and that tell figures of one cell apart.
    differing: Differing,
    /// Figures of one cell that nothing tells apart, and the line of one.
    unexplained: (u64, u64),
    /// The same of such as are alike.
    again: (u64, u64),
    /// Whether it holds what takes a reader that asks to read.
    left: bool,
}

#[derive(Debug)]
struct Body {
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
            let unexplained = kept.unexplained();
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
                let preview = preview::lines(&kept.store, &self.names, None, &questions, layout);
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
        let (repeated, replaced, foreign) = self.store.absorb(kept.store);
        for OtherUnit { product, new, open } in foreign {
            let told = refusals::other_unit(&product, new, open);
            explained.notes.push(told.clone());
            let (file, column, found) = (name.clone(), String::new(), String::new());
            kept.slips.insert(0, RowError { file, line: 0, column, found, expected: told });
        }
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
fn goods_question(layout: &Layout, rows: &[Vec<String>], said: Said<'_>) -> Option<Question> {
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
fn coded_all(answers: Vec<(String, String)>, names: &CountryNames) -> Vec<(String, String)> {
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
        // A country is hardly all others.
        _ if value == "likely"
            && id.strip_prefix("total:").is_some_and(|own| {
                let code = || countries::alpha2(&countries::code(own)?);
                names.code(own).is_some() || code().is_some()
            }) =>
        {
            "no".to_owned()
        }
        _ => value.to_owned(),
    }
}

/// What a file says itself, if it says it.
const OF_FILE: [&str; 6] = ["flow", "period", "about", "money", "factor", "unit"];

/// Of more tables of one file none is tried before it is chosen.
const MOST_TABLES: usize = 24;

/// What the question is answered by which of several tables is meant.
const TABLE: &str = "table";

/// What a table of names is called.
pub const NAMES: &str = "names";

impl Open {
    /// Whether what the file does not say is asked.
    const fn asks(&self) -> bool {
        ASKS && !self.known_only
    }

    /// Finds out what the file is and reads what is there of it.
    fn start(&mut self, names: &CountryNames, whole: bool) -> Result<(), Refusal> {
        let mut head = std::mem::take(&mut self.head);
        let plain_text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        let json = json::is_json(plain_text);
        let asks = self.asks();
        // Whoever says something of a file may have to hear that it does not fit.
        if !asks && (json || self.mapping.is_some() || !self.answers.is_empty()) {
            return Err(Refusal::NeedsAsking);
        }
        let mut which = None;
        if asks && json {
            let cubes =
                json_stat::tables(plain_text).map_err(|why| Refusal::Foreign(why.to_owned()))?;
            let tables = match cubes.is_empty() {
                true => json::tables(plain_text, &|name| is_country(name, names))
                    .map_err(Refusal::Foreign)?,
                false => cubes,
            };
            let (chosen, question) = self.chosen(tables, names)?;
            (head, which) = (chosen.into_bytes(), question);
        }
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        let (text, line) = after_hint(text);
        self.bulk = is_bulk(text);
        let text = &*commas(text, self.bulk);
        if asks && let Some(reason) = foreign(text) {
            return Err(Refusal::Foreign(reason));
        }
        // Tables below one another are joined where all of them are seen.
        let seen = whole && text.len() <= HEAD;
        if !asks && seen && stacked::may_join(text) {
            return Err(Refusal::NeedsAsking);
        }
        let joined = || stacked::joined(text, names).or_else(|| series::parted(text, names));
        let blocks = if asks && seen { joined() } else { None };
        let text = match &blocks {
            Some(joined) => &joined.csv,
            None => text,
        };
        self.told.extend(blocks.iter().flat_map(|joined| joined.notes.clone()));
        // What is looked at of a file that is held whole is no more than of others.
        let cut = text.get(..HEAD).filter(|_| json);
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        let header = Said { answers: &self.answers, words: &words }.get("header");
        let whole = whole && cut.is_none();
        if !asks {
            let sample = Sample { whole, ..sampled(text, whole, false, true)? };
            let kind = self.kind(&sample, &Titles::default(), names)?;
            return self.go_on((kind, sample), (text, line), names);
        }
        let found = sampled(cut.unwrap_or(text), whole, header == Some("names"), false);
        let mut sample = match (found, &which) {
            (Err(_), Some(question)) => {
                let questions = vec![question.clone()];
                return Err(Refusal::Unmapped(Box::new(Table { questions, ..Table::default() })));
            }
            (found, _) => found?,
        };
        sample.lands = coded_lands(&sample)
            .unwrap_or_else(|| sample.header.iter().map(|name| land(name, names)).collect());
        if let Some(answer) = header.filter(|own| !["names", "none", "likely"].contains(own)) {
            let expected = asked::one_of(&["names", "none"]);
            return Err(Refusal::Unmapped(Box::new(Table {
                problem: asked::wrong("header", answer, &expected),
                questions: vec![header_question(&sample)],
                rows: sample.rows,
                ..Table::default()
            })));
        }
        sample.bare &= header.is_none();
        let said = titles(&sample.titles, names);
        sample.period = said.period;
        sample.called = of_name(&self.name, names);
        sample.flow = flow_in(&self.name);
        sample.sheet = sheet_for(&self.name);
        sample.countries = countries(&sample, names);
        sample.mainlands = mainlands(&sample, names);
        sample.office = office(&sample, names);
        sample.beyond = beyond(&sample, names);
        sample.numbered = numbered(&sample, names);
        sample.census = census(&sample, names);
        sample.geonom = geonom(&sample, names);
        sample.whole = whole;
        sample.file = self.name.replace(['_', '-', '.'], " ");
        // Longer numbers are those of a day and an hour at which it was saved.
        let saved = |part: &str| part.len() > 6;
        let name = Some(sample.file.clone())
            .filter(|own| !own.split(|own: char| !own.is_ascii_digit()).any(saved));
        sample.named =
            name.and_then(|own| period_in(&own)).or_else(|| year_of_name(&self.name, false));
        let open = !is_likely(&sample) && !has_year_lines(&sample);
        sample.yearless = open && is_yearless(&sample);
        if sample.yearless {
            sample.named = year_of_name(&self.name, true);
        }
        sample.undated = sample.yearless || open && is_undated(&sample);
        // What was said of another table of the same book is no answer here.
        let carried = self.mapping.as_deref().and_then(|own| own.strip_prefix('\n'));
        if let Some(text) = carried {
            self.mapping = self.carried(text, &sample, &said, names);
        } else if self.confirm
            && self.mapping.as_deref().is_some_and(|own| is_of_another(own, &sample))
        {
            self.mapping = None;
        }
        let kind = match which {
            Some(question) => return Err(self.beside_table(question, &sample, &said, names)),
            None => self.kind(&sample, &said, names)?,
        };
        self.go_on((kind, sample), (text, line), names)
    }

    /// Reads what is there of a file that was found to hold something, from a line on.
    fn go_on(
        &mut self,
        (kind, sample): (Kind, Sample),
        (text, line): (&[u8], u64),
        names: &CountryNames,
    ) -> Result<(), Refusal> {
        let mut notes = match &kind {
            Kind::Trade(layout) => layout.said().cloned().collect(),
            Kind::Names { .. } => Vec::new(),
        };
        notes.append(&mut self.told);
        if let Kind::Trade(layout) = &kind {
            let valued = layout.sets.iter().any(|set| set.value.is_some());
            if let Some(money) = layout.money.filter(|_| valued) {
                match self.kept.store.money {
                    Some(own) if own != money => {
                        return Err(Refusal::Foreign(refusals::other_currency(money, own)));
                    }
                    _ => self.kept.store.money = Some(money),
                }
            }
            self.kept.store.both_sides = layout.both_sides;
        }
        self.body = Some(Body {
            splitter: Splitter::from_line(sample.separator, line),
            rows: sample.rows.iter().take(20).cloned().collect(),
            header: sample.header,
            kind,
            merged: sample.merged.iter().map(|at| (*at, String::new())).collect(),
            grand: sample.grand,
            before: sample.before,
            over: false,
            memory: Memory::new(!self.asks()),
            notes,
            titles: sample.titles,
            retitled: false,
            renamed: false,
            ended: false,
            within: false,
            cut: false,
        });
        self.read(text, names);
        Ok(())
    }

    /// What is asked of the likeliest of several tables, beside which of them is meant: one screen is enough where that
    /// one is.
    fn beside_table(
        &self,
        question: Question,
        sample: &Sample,
        titles: &Titles,
        countries: &CountryNames,
    ) -> Refusal {
        let mut waiting = None;
        let mut table = match self.kind(sample, titles, countries) {
            Err(Refusal::Unmapped(table)) => *table,
            Err(_) | Ok(Kind::Names { .. }) => Table::default(),
            Ok(Kind::Trade(layout)) => {
                let said = Said { answers: &self.answers, words: &[] };
                let (questions, preview) = shown(&layout, sample, countries, Vec::new(), said);
                waiting = layout.waiting.filter(|_| questions.is_empty());
                Table { questions, preview, layout: layout.name, ..Table::default() }
            }
        };
        // Its columns are a form of its own, which would not fit another table.
        if table.questions.iter().any(|question| question.id == "columns") {
            table = Table::default();
        }
        (table.header, table.guess) = (Vec::new(), Vec::new());
        table.questions.extend(waiting);
        table.questions.insert(0, question);
        let most = most(&table.questions);
        table.questions.truncate(most);
        Refusal::Unmapped(Box::new(table))
    }

    /// The right table of those that JSON holds; the likeliest, and a question, where nobody said which it is.
    fn chosen(
        &mut self,
        mut tables: Vec<json::Named>,
        countries: &CountryNames,
    ) -> Result<(String, Option<Question>), Refusal> {
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        // Only what can be opened is offered, where anything can.
        let all = tables.len();
        let named = Said { answers: &self.answers, words: &words }.get(TABLE);
        // What a reader names is tried, whatever comes of it.
        let named = named.is_some_and(|own| own != "likely");
        if !named && (2..=MOST_TABLES).contains(&all) {
            let open: Vec<bool> =
                tables.iter().map(|own| self.opens(&own.csv, countries)).collect();
            let closed = tables.iter().zip(&open).filter(|(_, open)| !**open);
            let closed: Vec<String> = closed.map(|(own, _)| own.path.clone()).collect();
            if closed.len() < all && !closed.is_empty() {
                self.told.push(noticed::tables_not_read(&closed));
                tables.retain(|own| !closed.contains(&own.path));
            }
        }
        let said = Said { answers: &self.answers, words: &words };
        let reads = |own: &json::Named| {
            let head = own.csv.as_bytes();
            let sample =
                sampled(head.get(..HEAD).unwrap_or(head), head.len() <= HEAD, false, false);
            sample.is_ok_and(|sample| is_likely(&sample))
        };
        let likely = || tables.iter().position(reads).unwrap_or_default();
        let at = match said.get(TABLE) {
            _ if tables.len() == 1 => Some(0),
            Some("likely") => Some(likely()),
            Some(name) => tables.iter().position(|own| own.path == name),
            None => None,
        };
        if let Some(at) = at {
            return Ok((tables.swap_remove(at).csv, None));
        }
        let names: Vec<&str> = tables.iter().map(|own| own.path.as_str()).collect();
        let at = likely();
        let likely = names.get(at).copied().unwrap_or_default();
        let question = Question::new(TABLE, likely, &names, asked::table(&names));
        match said.get(TABLE) {
            None => Ok((tables.swap_remove(at).csv, Some(question))),
            // What was said is none of them.
            Some(_) => {
                let questions = vec![question];
                Err(Refusal::Unmapped(Box::new(Table { questions, ..Table::default() })))
            }
        }
    }

    /// What mappings of other files say of this one: where its columns are, and what was answered where this file's own
    /// likeliest answers are theirs. If one is another, nothing but the columns: it is asked anew.
    fn carried(
        &self,
        text: &str,
        sample: &Sample,
        titles: &Titles,
        countries: &CountryNames,
    ) -> Option<String> {
        let mut without = None;
        for text in text.split("\n\n") {
            let (words, columns): (Vec<&str>, Vec<&str>) =
                text.lines().partition(|line| line.contains("\t="));
            let columns = columns.join("\n");
            if !columns.is_empty() && mapped(&columns, sample).is_err() {
                continue;
            }
            let mut own = Self {
                name: self.name.clone(),
                answers: self.answers.clone(),
                mapping: Some(columns.clone()),
                ..Self::default()
            };
            let said = |id: &str| {
                let own =
                    |line: &&str| line.strip_prefix(id).is_some_and(|own| own.starts_with("\t="));
                let line = words.iter().copied().find(own)?;
                Some((line, line.split_once('=')?.1))
            };
            // What was likely there, where that is another answer than the one that was given.
            let was = |id: &str| said(&format!("{WAS}{id}")).map(|(_, value)| value);
            let mut held: Vec<&str> = Vec::new();
            let mut alike = true;
            while let Err(Refusal::Unmapped(table)) = own.kind(sample, titles, countries) {
                let before = held.len();
                for Question { id, likely, .. } in &table.questions {
                    if let Some((line, given)) = said(id).filter(|own| !held.contains(&own.0)) {
                        alike &= given == "likely" || given == likely || was(id) == Some(likely);
                        held.push(line);
                    }
                }
                if held.len() == before || !alike {
                    break;
                }
                own.mapping = Some(format!("{columns}\n{}", held.join("\n")));
            }
            if !alike {
                without = without.or(Some(columns));
                continue;
            }
            // What was asked there and is not asked here this file says itself; the rest is of the form of columns.
            let asked = words.iter().any(|line| line.starts_with(WAS));
            let stays = |line: &&str| {
                let id = line.split('\t').next().unwrap_or_default();
                !held.contains(line) && (!OF_FILE.contains(&id) || asked && was(id).is_none())
            };
            let rest: Vec<&str> = words.iter().copied().filter(stays).collect();
            held.extend(rest);
            return Some(format!("{columns}\n{}", held.join("\n")));
        }
        without.filter(|columns| !columns.is_empty())
    }

    /// Whether a table would be read, or something asked of it.
    fn opens(&self, csv: &str, names: &CountryNames) -> bool {
        let bytes = csv.as_bytes();
        let head = bytes.get(..HEAD).unwrap_or(bytes).to_vec();
        let mut open = Self { name: self.name.clone(), head, ..Self::default() };
        !matches!(open.start(names, bytes.len() <= HEAD), Err(Refusal::Foreign(_)))
    }

    fn kind(
        &self,
        sample: &Sample,
        titles: &Titles,
        countries: &CountryNames,
    ) -> Result<Kind, Refusal> {
        if let Some(names) = names(&sample.header) {
            return Ok(names);
        }
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        let words = coded_all(words, countries);
        let said = Said { answers: &self.answers, words: &words };
        let mut asking = Asking { known_only: self.known_only, ..Asking::new(said) };
        let table = |header: bool, guess: Vec<(&'static str, String)>, problem: String| Table {
            header: if header { sample.header.clone() } else { Vec::new() },
            rows: sample.rows.iter().take(20).cloned().collect(),
            guess,
            problem,
            ..Table::default()
        };
        if let Some(mut layout) = known(&sample.header) {
            if layout
                .place(Role::Value)
                .or(layout.place(Role::Amount))
                .or(layout.place(Role::Exports))
                .is_none()
                && asking.may_ask()
            {
                layout.sets = wide(&layout, sample)
                    .into_iter()
                    .map(|mut set| {
                        set.value = set.value.map(|(at, own)| (at, own * layout.factor));
                        set
                    })
                    .collect();
                if layout.sets.is_empty() {
                    return Err(Refusal::Foreign(refusals::no_figure_column(layouts::name(
                        layout.name,
                    ))));
                }
                let used: Vec<usize> = layout.used().collect();
                layout.versions.retain(|at| !used.contains(at));
            }
            settle(&mut layout, sample, titles, &mut asking, true);
            if !asking.asks() {
                let lacks = asking.lacks || !asking.questions.is_empty();
                return if lacks { Err(Refusal::NeedsAsking) } else { Ok(Kind::Trade(layout)) };
            }
            let name = layout.name;
            return match asking.first() {
                (questions, None) if questions.is_empty() && !self.shows => Ok(Kind::Trade(layout)),
                (questions, problem) => {
                    let (questions, preview) = shown(&layout, sample, countries, questions, said);
                    if self.is_nothing(&questions, problem.as_ref(), &preview) {
                        return Ok(Kind::Trade(layout));
                    }
                    Err(Refusal::Unmapped(Box::new(Table {
                        questions,
                        layout: name,
                        preview,
                        ..table(false, Vec::new(), problem.unwrap_or_default())
                    })))
                }
            };
        }
        if !asking.asks() {
            return Err(Refusal::NeedsAsking);
        }
        if sample.rows.is_empty() {
            let cells = sample.header.len();
            let rows = || sample.broken.clone().unwrap_or_else(|| refusals::no_rows().to_owned());
            let why = if cells > WIDEST { refusals::one_line(cells) } else { rows() };
            return Err(Refusal::Foreign(why));
        }
        if sample.bare {
            // What is asked of it where no line names the columns is asked beside that.
            let plain = Sample { bare: false, ..sample.clone() };
            let mut found = match self.kind(&plain, titles, countries) {
                Err(Refusal::Unmapped(found)) => *found,
                _ => table(true, Vec::new(), String::new()),
            };
            found.problem = String::new();
            found.questions.insert(0, header_question(sample));
            let most = most(&found.questions);
            found.questions.truncate(most);
            return Err(Refusal::Unmapped(Box::new(found)));
        }
        if heads_goods(sample, countries) {
            return Err(Refusal::Foreign(refusals::countries_head_goods().to_owned()));
        }
        let guess = suggested(sample);
        let mut lines = sample.titles.iter().chain(&sample.header).map(String::as_str);
        let based = lines.find(|line| is_of_base_year(line));
        if let Some(line) = based.or_else(|| balances::indices(sample, &self.name)) {
            return Err(Refusal::Foreign(refusals::index_numbers(line.trim())));
        }
        if let Some(line) = balances::shares(sample) {
            return Err(Refusal::Foreign(refusals::no_amounts(&[line])));
        }
        if let Some((count, words)) = balances::stacked(sample) {
            return Err(Refusal::Foreign(refusals::stacked(count, words)));
        }
        let own_columns = self.mapping.as_deref().is_some_and(|text| {
            text.lines().any(|line| {
                line.split_once('\t').is_some_and(|(_, column)| !column.starts_with('='))
            })
        });
        if let Some(line) = balances::no_trade(sample, &self.name).filter(|_| !own_columns) {
            return Err(Refusal::Foreign(refusals::no_trade(line.trim())));
        }
        let guessed: String =
            guess.iter().map(|(role, column)| format!("{role}\t{column}\n")).collect();
        // An answer that is none of the guess is a mapping of its own.
        let answered = said.get("columns").filter(|own| !own_columns && *own != "likely");
        let text = match answered {
            Some(own) => own.to_owned(),
            None if own_columns => self.mapping.clone().unwrap_or_default(),
            None => guessed,
        };
        let own_columns = own_columns || answered.is_some();
        if !own_columns && !is_likely(sample) && !sample.undated {
            let reason = if has_year_lines(sample) {
                refusals::years_between_rows().to_owned()
            } else if let Some(names) = balances::no_amounts(sample) {
                refusals::no_amounts(&names)
            } else {
                refusals::no_trade_table().to_owned()
            };
            return Err(Refusal::Foreign(reason));
        }
        // Where only the time is lacking it is asked by itself.
        let undated = Sample { undated: true, ..sample.clone() };
        let lacking = !own_columns && !sample.undated && mapped(&text, sample).is_err();
        let sample = if lacking && mapped(&text, &undated).is_ok() { &undated } else { sample };
        let (mut layout, fixed) = match mapped(&text, sample) {
            Ok(found) => found,
            Err(problem) => {
                let headed = sample.lands.iter().filter(|land| !land.is_empty());
                if !own_columns && headed.count() > 1 {
                    return Err(Refusal::Foreign(refusals::country_columns().to_owned()));
                }
                if let Some(names) = balances::no_amounts(sample).filter(|_| !own_columns) {
                    return Err(Refusal::Foreign(refusals::no_amounts(&names)));
                }
                let problem = match answered {
                    Some(own) => asked::wrong("columns", own, &problem),
                    None if own_columns => problem,
                    // The likely columns may lack what a table needs; that is told before they are taken.
                    None => problem,
                };
                let questions = vec![columns_question(&guess)];
                return Err(Refusal::Unmapped(Box::new(Table {
                    questions,
                    ..table(true, guess, problem)
                })));
            }
        };
        if is_trade_map(&sample.header) {
            layout.name = TRADE_MAP;
        }
        // Of several mappings, the words of the one that fits.
        let fixed = if own_columns { coded_all(fixed, countries) } else { words.clone() };
        asking = Asking::new(Said { answers: &self.answers, words: &fixed });
        if !own_columns && said.get("columns").is_none() {
            let rivals = doubts(&guess, sample, &layout);
            let paid = rivals.as_ref().is_some_and(|own| are_paid(&layout, sample, own));
            if self.confirm {
                asking.questions.push(columns_question(&guess));
            }
            match rivals {
                // Which of two currencies is meant no form of columns asks.
                Some(rivals) if paid => value_column(&mut layout, sample, &rivals, &mut asking),
                _ if self.confirm => {}
                Some(rivals) if rivals.is_empty() => {}
                Some(rivals) if are_alike(&layout, sample, &rivals) => {
                    value_column(&mut layout, sample, &rivals, &mut asking);
                }
                _ => asking.questions.push(columns_question(&guess)),
            }
        } else if let Some(own) = asking.said.get("value-column").filter(|own| *own != "likely")
            && let Some(at) = sample.header.iter().position(|name| name == own)
        {
            value_column(&mut layout, sample, &[at], &mut asking);
        }
        layout.chosen = own_columns;
        if let Some(words) = balances::no_measures(&layout, sample) {
            return Err(Refusal::Foreign(refusals::no_amounts(&words)));
        }
        if sample.numbered {
            layout.list = List::Un;
        }
        settle(&mut layout, sample, titles, &mut asking, false);
        layout.asked = true;
        layout.beside = codes_beside(&layout, sample, countries);
        layout.supposed.extend(layout.beside.map(|at| noticed::partners_by_code(sample.name(at))));
        layout.supposed.extend(goods_of_column(&layout, sample).map(noticed::goods_of_column));
        let refused = balances::refused(&layout, sample, asking.said);
        if let Some(reason) = refused
            .or_else(|| balances::several_moneys(&layout, sample))
            .or_else(|| balances::far_years(&layout, sample))
        {
            return Err(Refusal::Foreign(reason));
        }
        let (questions, problem) = asking.first();
        // Nothing is to be asked of what is not used.
        let priced = |row: &Vec<String>| {
            layout.priced.iter().any(|(at, word)| row.get(*at).is_some_and(|cell| cell == word))
        };
        if !self.shows && sample.whole && sample.rows.iter().all(priced) {
            return Ok(Kind::Trade(layout));
        }
        if !self.shows && questions.is_empty() && problem.is_none() {
            return Ok(Kind::Trade(layout));
        }
        let said = Said { answers: &self.answers, words: &fixed };
        let (questions, preview) = shown(&layout, sample, countries, questions, said);
        if self.is_nothing(&questions, problem.as_ref(), &preview) {
            return Ok(Kind::Trade(layout));
        }
        Err(Refusal::Unmapped(Box::new(Table {
            questions,
            layout: layout.name,
            preview,
            ..table(true, guess, problem.unwrap_or_default())
        })))
    }

    /// Whether a table that is only shown has nothing to show: why is known once it is read.
    fn is_nothing(
        &self,
        questions: &[Question],
        problem: Option<&String>,
        shown: &[String],
    ) -> bool {
        self.shows && questions.is_empty() && problem.is_none() && shown.is_empty()
    }

    /// Reads what is held of the last line, where it does not end.
    fn finish(&mut self, names: &CountryNames) {
        let Some(body) = self.body.as_mut().filter(|body| !body.over) else { return };
        let kept = &mut self.kept;
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        let ended = splitter.end(&mut |record| {
            // A line that does not end may be cut anywhere, but not where it has all its columns.
            if record.len() < body.header.len() && body.before == 0 && record.len() > 1 {
                kept.add_row_error(record.line, "", &[], rows::whole_line());
            } else {
                kept.record(body, &record, names);
            }
        });
        kept.stop(ended);
        body.splitter = splitter;
    }

    fn pass(&mut self, bytes: &[u8], names: &CountryNames) {
        self.read(&commas(bytes, self.bulk), names);
    }

    fn read(&mut self, bytes: &[u8], names: &CountryNames) {
        let Some(body) = self.body.as_mut().filter(|body| !body.over) else { return };
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        let kept = &mut self.kept;
        let passed = splitter.feed(bytes, &mut |record| kept.record(body, &record, names));
        body.over = passed.is_err();
        kept.stop(passed);
        body.splitter = splitter;
    }
}

/// Whether countries and goods alternate in one column: each country once, and below it the same goods
/// as below others. A country is told by its name, or by the unit that its row lacks.
fn heads_goods(sample: &Sample, names: &CountryNames) -> bool {
    let units = (0..sample.header.len()).find(|at| {
        let mut cells = sample.cells(*at).peekable();
        cells.peek().is_some() && cells.all(|cell| is_unit(cell) && !is_number(cell))
    });
    let by_turns = |at: usize| {
        let mut heads: Vec<&str> = Vec::new();
        let mut below: Vec<(&str, usize)> = Vec::new();
        let (mut others, mut again) = (0, 0);
        for row in sample.rows.iter().take(400) {
            let Some(cell) = row.get(at).filter(|cell| !cell.is_empty()) else { continue };
            let bare = units.and_then(|at| row.get(at)).is_some_and(|unit| unit.is_empty());
            if bare || names.code(cell).is_some() {
                if heads.contains(&cell.as_str()) {
                    return false;
                }
                heads.push(cell);
                continue;
            }
            others += 1;
            let other = |(own, head): &(&str, usize)| own == cell && *head != heads.len();
            again += usize::from(below.iter().any(other));
            below.push((cell, heads.len()));
        }
        heads.len() > 1 && again * 3 > others && again > 1
    };
    (0..sample.header.len().min(3)).any(by_turns)
}

/// A row with what stands above in place of the blanks that merged cells leave, where it has any.
fn filled_in(body: &mut Body, record: &Record<'_>) -> Option<String> {
    let blank = |at: usize| record.field(at).is_empty();
    // A line of words, or a total of all, is of no group.
    let last = body.merged.last()?.0;
    let total = body.grand && is_total(&[record.text(last + 1)], 0);
    if total || blank(last + 1) {
        return None;
    }
    let mut cells: Option<Vec<String>> = None;
    for (at, above) in &mut body.merged {
        if !blank(*at) {
            *above = record.text(*at);
        } else if !above.is_empty() {
            let own =
                cells.get_or_insert_with(|| (0..record.len()).map(|at| record.text(at)).collect());
            if let Some(cell) = own.get_mut(*at) {
                cell.clone_from(above);
            }
        }
    }
    let mut text = String::new();
    crate::util::csv_cells::line(&mut text, cells?.into_iter());
    Some(text)
}

/// Whether a line between rows says what figures are in, other than those above it.
fn retitles(text: &str, body: &Body) -> bool {
    let weighed = || titled(&[text.to_owned()]).is_some();
    let says = factor_in(text).is_some()
        || money_in(text).is_some()
        || tonnes(text).is_some()
        || weighed();
    let said = |line: &String| line.contains(text.trim());
    says && !body.titles.iter().chain(&body.header).any(said)
}

/// Whether a line between rows says a direction, and no line above them says the same.
fn renames(text: &str, body: &Body) -> bool {
    flow_in(text).is_some() && !body.titles.iter().any(|line| line.contains(text.trim()))
}

/// The columns that could hold the values as well as the one found, where names and cells leave no other doubt
/// which column holds what.
fn doubts(
    guess: &[(&'static str, String)],
    sample: &Sample,
    layout: &Layout,
) -> Option<Vec<usize>> {
    let has = |role: &str| guess.iter().any(|(own, _)| *own == role);
    const FIGURES: [&str; 6] =
        ["value", "quantity", "exports", "imports", "exports-quantity", "imports-quantity"];
    let figures = FIGURES.into_iter().any(has) || !layout.sets.is_empty();
    let both = has("exports") && has("imports");
    // What a title says of the time is asked about by itself.
    let titled = sample.period.is_some() && ["partner", "product", "name"].into_iter().any(has);
    let dated = has("period")
        || has("year")
        || !layout.sets.is_empty()
        || sample.undated
        || layout.years_above
        || titled;
    // Other columns of money could be meant as well.
    let used: Vec<usize> = layout.used().collect();
    // Beside exports and imports stands what they come to, and what is of neither.
    let balance = |at: &usize| {
        let name = sample.name(*at);
        flow_in(name) == Some(Way::Part)
            || is_running(name)
            || both && (holds(&small(name), OF_TRADE) || flow_in(name).is_none())
    };
    // Others of one direction are asked about as such.
    let sided = |at: &usize| {
        let role = match flow_in(sample.name(*at)) {
            Some(Way::Flow(Flow::Export)) => "exports",
            Some(Way::Flow(_)) => "imports",
            _ => return false,
        };
        let own = guess.iter().find(|(own, _)| *own == role).map(|(_, column)| column);
        own.is_some_and(|own| money_in(own).is_some() == money_in(sample.name(*at)).is_some())
    };
    // So could those of the same name and another year, one of which is read and the others told of.
    let of_year = |at: &usize| {
        let own = year_apart(sample.name(*at)).map(|(rest, _)| rest);
        let like = |at: &usize| year_apart(sample.name(*at)).map(|(rest, _)| rest) == own;
        own.is_some() && layout.place(Role::Period).is_some() && used.iter().any(like)
    };
    let free = (0..sample.header.len())
        .filter(|at| !used.contains(at) && !balance(at) && !of_year(at) && !sided(at));
    let again = |at: usize| used.iter().any(|own| is_rescaled(sample, at, *own));
    let others = free.filter(|at| !again(*at)).filter(|at| {
        (matches!(vocabulary::what(sample.name(*at), ""), Some(vocabulary::What::Value(_)))
            || layout.place(Role::Value).is_some()
                && [*at]
                    .into_iter()
                    .chain(layout.place(Role::Value))
                    .all(|at| is_trade(sample.name(at))))
            && sample.cells(*at).next().is_some_and(is_number)
    });
    // One column of figures is no choice.
    let figures_of = |at: &usize| {
        let mut cells = sample.cells(*at).peekable();
        cells.peek().is_some() && cells.all(is_number)
    };
    let rivals = (0..sample.header.len()).filter(|at| !used.contains(at)).any(|at| figures_of(&at));
    let unnamed =
        rivals && guess.iter().any(|(role, column)| *role == "value" && !is_value(column));
    // Where no column has a name, which figures are paid and which are weighed is a guess.
    let lettered = (0..sample.header.len()).all(|at| sample.is_lettered(at));
    let unnamed = unnamed || lettered && has("value") && has("quantity");
    (figures && dated && !unnamed).then(|| others.collect())
}

/// Which of several columns of values is meant.
fn value_column(layout: &mut Layout, sample: &Sample, rivals: &[usize], asking: &mut Asking<'_>) {
    let Some(own) = layout.place(Role::Value) else { return };
    let names: Vec<&str> =
        std::iter::once(own).chain(rivals.iter().copied()).map(|at| sample.name(at)).collect();
    // What is called a total and is the sum of the others is all of it; re-exports stand among these.
    let again =
        |at: &usize| vocabulary::is_reexport(&small(sample.name(*at))) && !rivals.contains(at);
    let again = (0..sample.header.len()).filter(again);
    let columns: Vec<usize> = again.chain(rivals.iter().copied()).chain([own]).collect();
    let sum = sum_beside(sample, &columns);
    if let Some(at) = sum.filter(|_| asking.said.get("value-column").is_none()) {
        let rest = columns.iter().filter(|own| **own != at);
        let told = rest.map(|own| noticed::values_read_from(sample.name(at), sample.name(*own)));
        layout.supposed.extend(told);
        layout.take(Role::Value);
        layout.put(Role::Value, at);
        return quantity_beside(layout, sample, [own, at]);
    }
    // What comes in is mostly valued with its freight.
    let freight = |at: &usize| holds(&small(sample.name(*at)), WITH_FREIGHT);
    let arrives = layout.place(Role::Partner).is_some_and(|at| side(sample.name(at)) == Some(0));
    let valued = rivals.iter().copied().find(freight).filter(|_| arrives && !freight(&own));
    let likely = sample.name(valued.unwrap_or(own));
    let answer = asking.choose("value-column", likely, &names, asked::value_column(&names));
    let chosen = answer.and_then(|answer| sample.header.iter().position(|own| own == answer));
    if let Some(at) = chosen.filter(|at| *at != own) {
        layout.take(Role::Value);
        layout.put(Role::Value, at);
    }
    if answer.is_some() {
        quantity_beside(layout, sample, [own, chosen.unwrap_or(own)]);
    }
}

/// What is shown with questions: the first rows as they are read, and sums by year and direction. Of a file
/// that is seen whole, what falls on one cell is asked with the rest.
fn shown(
    layout: &Layout,
    sample: &Sample,
    names: &CountryNames,
    mut questions: Vec<Question>,
    said: Said<'_>,
) -> (Vec<Question>, Vec<String>) {
    let (kept, whole) = tried(layout, sample, names);
    if whole {
        // Goods that are told apart are no versions of a figure.
        let mut later: Vec<Question> =
            goods_question(layout, &sample.rows, said).into_iter().collect();
        if later.is_empty() {
            later = conflicts(layout, &kept.differing, kept.unexplained(), said);
        }
        // One screen has room for all of them, where one asks for the direction, too, or what nothing hints at is
        // left open.
        if questions.len() + later.len() > most(&questions) {
            whole_file::join_flow(&mut questions);
        }
        if questions.len() + later.len() > most(&questions) {
            questions.retain(|own| own.id != "about" || !whole_file::is_bare(own));
        }
        let room = most(&questions).saturating_sub(questions.len());
        questions.extend(later.into_iter().take(room));
        beside(layout, &mut questions);
    }
    let first = if whole { None } else { Some(sample.rows.len().min(PREVIEWED)) };
    // Nothing is shown as trade of which it is open whether it is any.
    let preview = if is_open_trade(&questions) {
        Vec::new()
    } else {
        preview::lines(&kept.store, names, first, &questions, layout)
    };
    (questions, preview)
}

/// Asks what waits for other questions, where there are some and room is left.
fn beside(layout: &Layout, questions: &mut Vec<Question>) {
    if (1..MOST).contains(&questions.len()) {
        questions.extend(layout.waiting.clone());
    }
}

/// Reads the first rows as they would be read; whether those are all there are, too.
fn tried(layout: &Layout, sample: &Sample, names: &CountryNames) -> (Kept, bool) {
    let mut kept = Kept::default();
    kept.store.money = layout.money;
    let mut memory = Memory::default();
    let mut text = String::new();
    let all = if sample.whole { sample.rows.len() } else { PREVIEWED };
    for (at, cells) in sample.rows.iter().take(all).enumerate() {
        for (_, year) in sample.years.iter().filter(|(own, _)| *own == at && layout.years_above) {
            crate::util::csv_cells::line(&mut text, [year.to_string()].into_iter());
        }
        crate::util::csv_cells::line(&mut text, cells.iter().cloned());
    }
    let mut splitter = Splitter::from_line(b',', sample.before as u64 + 1);
    let mut keep = |record: Record<'_>| {
        if let Ok(taken) = row(&mut kept.store, layout, &record, names, &mut memory) {
            kept.disagrees(&taken, &record, sample.rows.first());
        }
    };
    let _ = splitter.feed(text.as_bytes(), &mut keep).and_then(|()| splitter.end(&mut keep));
    kept.store.drop_unpublished();
    (kept, sample.whole)
}

/// More columns than a table has whose only line is its header.
const WIDEST: usize = 100;

/// Of how many rows a file is shown as it would be read.
const PREVIEWED: usize = 200;

impl Kept {
    fn explained(&self, body: &Body) -> Explained {
        let mut found = Explained {
            file: self.file.clone(),
            not_used: self.not_used.clone(),
            notes: body.notes.clone(),
            factor: 1.0,
            ..Explained::default()
        };
        let layout = match &body.kind {
            Kind::Trade(layout) => layout,
            Kind::Names { .. } => {
                found.layout = NAMES.to_owned();
                return found;
            }
        };
        found.layout = layout.name.to_owned();
        let money = self.store.money.filter(|_| {
            layout.sets.iter().any(|set| set.value.is_some())
                || layout.place(Role::Amount).is_some()
        });
        found.notes.extend(preview::units(layout, money));
        // No page shows the rest.
        if !cfg!(feature = "program") {
            return found;
        }
        found.columns = preview::columns(layout);
        let left = |name: &&String| {
            let quoted = format!("“{name}”");
            let said = layout.supposed.iter().any(|own| own.contains(&quoted));
            !name.is_empty() && !said && !found.columns.iter().any(|(_, own)| own == *name)
        };
        found.unused = body.header.iter().filter(left).cloned().collect();
        found.money = money.map(|money| money.code().to_owned()).unwrap_or_default();
        found.factor = layout
            .sets
            .iter()
            .find_map(|set| set.value.map(|(_, factor)| factor))
            .unwrap_or(layout.factor);
        found.unit = layout.sets.iter().find_map(|set| set.weight.and_then(|(_, tonnes)| tonnes));
        found.flow = layout.flow.map(|flow| flow.code().to_owned()).unwrap_or_default();
        found.codes = layout.system.label().to_owned();
        found.period = preview::period_rule(layout);
        found.commas =
            layout.commas.iter().filter_map(|at| body.header.get(*at).cloned()).collect();
        found
    }

    /// Tells why the rest of a file is left unread.
    fn stop(&mut self, passed: Result<(), Stop>) {
        let Err(Stop { line, broken }) = passed else { return };
        let expected = match broken {
            Broken::Endless => rows::line_end(),
            Broken::Wide => rows::fewer_columns(),
            Broken::Unclosed => rows::closing_quote(),
        };
        self.add_row_error(line, "", &[], expected);
    }

    fn add_row_error(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        self.counted.skipped += 1;
        self.note(line, column, found, expected);
    }

    /// Notes what is wrong with a row.
    fn is_wrong(&mut self, wrong: &Wrong, record: &Record<'_>, header: &[String]) {
        let column = wrong.place.and_then(|place| header.get(place));
        let column = column.map_or("", String::as_str);
        let found = wrong.place.map(|place| record.field(place)).unwrap_or_default();
        let found = wrong.unit.map_or(found, |unit| unit.code().as_bytes());
        self.note(record.line, column, found, wrong.expected);
    }

    fn note(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        if self.slips.len() < MOST_ERRORS {
            let found: String = words(found).chars().take(LONGEST_FOUND).collect();
            self.slips.push(RowError {
                file: self.file.clone(),
                line,
                column: Column::named(column).name().to_owned(),
                found,
                expected: expected.to_owned(),
            });
        }
    }

    fn left_out(&mut self, why: Unused) {
        match why {
            Unused::NoFigure => self.counted.gaps += 1,
            Unused::Note => {}
            _ => self.counted.left_out += 1,
        }
        match self.not_used.iter_mut().find(|(own, _)| *own == why) {
            Some((_, count)) => *count += 1,
            None => self.not_used.push((why, 1)),
        }
    }

    fn record(&mut self, body: &mut Body, record: &Record<'_>, names: &CountryNames) {
        if body.before > 0 {
            body.before -= 1;
            return;
        }
        if record.is_blank() || body.ended {
            return;
        }
        if ASKS && let Some(text) = filled_in(body, record) {
            let mut splitter = Splitter::from_line(b',', record.line);
            let mut keep = |record: Record<'_>| self.record(body, &record, names);
            let _ = splitter.feed(text.as_bytes(), &mut keep);
            return;
        }
        let remark = is_remark(record);
        if remark {
            let behind = body.within || self.counted.read > 0;
            // Whether words say something of what follows takes all of them to know; mostly nothing follows.
            if body.memory.is_plain() {
                body.retitled |= behind;
            } else {
                body.retitled |= behind && retitles(&record.text(0), body);
                let text = title(&[record.text(0), record.text(1)]);
                body.renamed |= behind && renames(&text, body);
            }
        } else if body.retitled {
            self.left |= body.memory.is_plain();
            return self.end_table(body, record);
        }
        // Years may head columns, and are no figures where the names stand once more.
        let first = body.header.first().filter(|name| !name.is_empty());
        if first.is_some_and(|name| record.field(0) == name.as_bytes())
            && repeats(record, &body.header)
        {
            if body.renamed {
                return self.end_table(body, record);
            }
            return self.left_out(Unused::Note);
        }
        body.renamed &= remark;
        match &body.kind {
            Kind::Names { code, name, countries } => {
                let (code, name) = (record.field(*code), record.text(*name));
                let store = &mut self.store;
                if *countries {
                    for sides in [&mut store.partners, &mut store.reporters] {
                        let number = sides
                            .number(code, |bytes| country(bytes, "", names, countries::List::Un));
                        sides.name(number, name.clone());
                    }
                } else {
                    let number = store.products.number_of(code, System::Hs, words);
                    store.products.name(number, name);
                }
                self.counted.read += 1;
            }
            Kind::Trade(layout) => {
                let taken = row(&mut self.store, layout, record, names, &mut body.memory);
                self.left |= body.memory.left;
                let taken = match taken {
                    Ok(taken) => taken,
                    Err(_) if record.len() <= 1 => return self.left_out(Unused::Note),
                    Err(_) if is_heading(record, &body.header) => {
                        if !body.retitled && repeats(record, &body.header) {
                            return self.left_out(Unused::Note);
                        }
                        self.left |= body.retitled && body.memory.is_plain();
                        return self.end_table(body, record);
                    }
                    Err(_) if remark => return self.left_out(Unused::Note),
                    Err(_) if record.len() <= layout.last() => {
                        let expected = rows::columns(body.header.len(), record.len());
                        return self.add_row_error(record.line, "", &[], &expected);
                    }
                    Err(wrong) => {
                        self.counted.skipped += 1;
                        return self.is_wrong(&wrong, record, &body.header);
                    }
                };
                if let Some(why) = taken.left_out {
                    if why == Unused::NoFigure && self.is_cut_short(record, layout, body) {
                        let expected = rows::columns(body.header.len(), record.len());
                        return self.add_row_error(record.line, "", &[], &expected);
                    }
                    return self.left_out(why);
                }
                self.disagrees(&taken, record, body.rows.first());
                if taken.kept == 0 {
                    return self.left_out(Unused::OtherVersion);
                }
                self.counted.read += 1;
                self.counted.unweighed += u64::from(taken.unweighed);
                self.counted.zeros += u64::from(taken.zeros);
                if taken.replaced > 0 {
                    self.counted.replaced += 1;
                    self.note(record.line, "", &[], rows::one_figure());
                } else if taken.repeated > 0 {
                    self.counted.repeated += 1;
                    if layout.joining != Joining::Latest {
                        self.note(record.line, "", &[], rows::one_row());
                    }
                }
                if let Some(wrong) = taken.wrong {
                    self.is_wrong(&wrong, record, &body.header);
                }
            }
        }
    }

    /// Whether a row ends before its figures. Spreadsheets and pages leave out the blank cells at its end.
    fn is_cut_short(&self, record: &Record<'_>, layout: &Layout, body: &Body) -> bool {
        const BLANKS: &str = ".xls|.ods|.htm";
        let first = layout.figures().into_iter().chain(layout.place(Role::Amount)).min();
        (2..body.header.len()).contains(&record.len())
            && first.is_some_and(|first| record.len() <= first)
            && !holds(&small(&self.file), BLANKS)
    }

    /// Tells that another table begins, which is left out.
    fn end_table(&mut self, body: &mut Body, record: &Record<'_>) {
        body.ended = true;
        self.add_row_error(record.line, "", record.field(0), rows::one_table());
    }

    /// Counts figures of a row that fall on others.
    fn disagrees(&mut self, taken: &Taken, record: &Record<'_>, first: Option<&Vec<String>>) {
        if !taken.differing.is_empty() {
            self.differs(&taken.differing, record, first);
        }
        let met =
            [(taken.unexplained, &mut self.unexplained), (taken.repeated > 0, &mut self.again)];
        for (_, (count, line)) in met.into_iter().filter(|(met, _)| *met) {
            *line = if *count == 0 { record.line } else { *line };
            *count += 1;
        }
    }

    /// How many figures fall on others where some differ from them, and the line of the first: what is said of the ones
    /// is said of those that are alike.
    fn unexplained(&self) -> (u64, u64) {
        match (self.unexplained, self.again) {
            ((0, _), _) | (_, (0, _)) => self.unexplained,
            ((count, line), (alike, first)) => (count + alike, line.min(first)),
        }
    }

    /// Counts a figure that falls on another and differs from it in columns that nobody mapped.
    fn differs(&mut self, columns: &[usize], record: &Record<'_>, first: Option<&Vec<String>>) {
        self.differing.count(columns);
        for at in columns {
            let first = first.and_then(|row| row.get(*at)).cloned();
            self.differing.met(*at, first.into_iter().chain([record.text(*at)]));
        }
    }
}
