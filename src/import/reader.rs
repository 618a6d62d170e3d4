//! One file after the other, in pieces, to a [`Store`]; what could not be read is told.

use std::fmt;

use serde::Serialize;

use super::countries::CountryNames;
use super::head::{after_hint, foreign};
use super::layout::{Layout, Role, known};
use super::mapping::{is_likely, mapped, mapped_flow, marks, suggested};
use super::records::{Broken, LONGEST, Record, Splitter, Stop, words};
use super::row::{Taken, row};
use super::store::{Store, country};
use crate::trade::Period;

/// How much of a file tells what it is.
const HEAD: usize = 1 << 16;

/// How many rows that could not be read are told one by one.
pub const MOST_SLIPS: usize = 1000;

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
            "" => write!(formatter, "{file}, line {line}: {expected}"),
            _ => write!(
                formatter,
                "{file}, line {line}, column {column}: found “{found}”, expected {expected}"
            ),
        }
    }
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is nothing of the kind.
    Foreign(String),
    /// It is a table, but which column holds what must be said.
    Unmapped(Table),
}

/// An unknown table: its header, its first rows and what they suggest.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns' names; none where they are known and only the flow is to be said.
    pub header: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Pairs of a role's name and a column's name, or a word after `=`.
    pub guess: Vec<(&'static str, String)>,
    /// What is wrong with the mapping that was given, if one was.
    pub problem: String,
}

/// What was done with the rows so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Rows whose only quantity is no weight, such as a number of items: their value alone is kept.
    pub unweighed: u64,
}

impl Counted {
    const fn add(&mut self, other: Self) {
        self.read += other.read;
        self.skipped += other.skipped;
        self.left_out += other.left_out;
        self.replaced += other.replaced;
        self.repeated += other.repeated;
        self.unweighed += other.unweighed;
    }
}

/// Reads files into a store, each wholly or not at all.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was kept.
    pub store: Store,
    /// What could not be read, the first [`MOST_SLIPS`].
    pub slips: Vec<RowError>,
    /// How many rows went where.
    pub counted: Counted,
    /// What each file was taken for.
    pub files: Vec<(String, &'static str)>,
    /// What countries are called.
    pub names: CountryNames,
    open: Option<Open>,
}

/// The file that is being read.
#[derive(Debug)]
struct Open {
    name: String,
    mapping: Option<String>,
    /// The first bytes, until they are enough to tell what the file is.
    head: Vec<u8>,
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
}

#[derive(Debug)]
struct Body {
    splitter: Splitter,
    header: Vec<String>,
    kind: Kind,
    /// Whether the header's own record is still to come.
    first: bool,
    /// Whether the rest is left unread.
    over: bool,
    last_period: Option<(Vec<u8>, Period)>,
}

#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "one a file")]
enum Kind {
    Trade(Layout),
    /// Names for codes: the places of code and name, and whose they are.
    Names {
        code: usize,
        name: usize,
        countries: bool,
    },
}

impl Reader {
    /// Begins a file; `mapping` says what its columns hold where its header doesn't.
    pub fn begin(&mut self, name: &str, mapping: Option<&str>) {
        let store = Store::counting(self.store.money);
        self.open = Some(Open {
            name: name.to_owned(),
            mapping: mapping.map(str::to_owned),
            head: Vec::new(),
            body: None,
            kept: Kept { file: name.to_owned(), store, ..Kept::default() },
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
            if open.head.len() >= HEAD && lines || open.head.len() > LONGEST + 1 {
                open.start(&self.names)?;
            }
        } else {
            open.pass(bytes, &self.names);
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
            open.start(&self.names)?;
        }
        let Open { name, body, mut kept, .. } = open;
        let Some(mut body) = body else { return Ok(()) };
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        if !body.over {
            let ended = splitter.end(&mut |record| {
                // A line that does not end may be cut anywhere, but not where it has all its columns.
                if record.len() < body.header.len() && !body.first {
                    kept.slip(record.line, "", &[], "a whole line: the file seems to be cut here");
                } else {
                    kept.record(&mut body, &record, &self.names);
                }
            });
            kept.stop(ended);
        }
        if kept.counted.read == 0 {
            let why =
                kept.slips.first().map_or_else(|| "it has no rows".to_owned(), RowError::to_string);
            return Err(Refusal::Foreign(format!("not one row could be read: {why}")));
        }
        let taken = match body.kind {
            Kind::Trade(layout) => layout.name,
            Kind::Names { .. } => NAMES,
        };
        self.files.push((name, taken));
        self.counted.add(kept.counted);
        self.slips
            .extend(kept.slips.into_iter().take(MOST_SLIPS - self.slips.len().min(MOST_SLIPS)));
        self.store.absorb(kept.store);
        Ok(())
    }
}

/// What a table of names is called.
pub const NAMES: &str = "names";

impl Open {
    /// Finds out what the file is and reads what is there of it.
    fn start(&mut self, names: &CountryNames) -> Result<(), Refusal> {
        let head = std::mem::take(&mut self.head);
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        let (text, line) = after_hint(text);
        if let Some(reason) = foreign(text) {
            return Err(Refusal::Foreign(reason));
        }
        let (separator, rows) = sampled(text)?;
        let mut rows = rows.into_iter();
        let header = rows.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = rows.take(20).collect();
        let kind = self.kind(&header, rows, separator)?;
        if let Kind::Trade(layout) = &kind {
            let money = layout.money.0;
            let valued = layout.place(Role::Value).is_some();
            match self.kept.store.money {
                Some(own) if valued && own != money => {
                    return Err(Refusal::Foreign(format!(
                        "its values are in {}, those already open in {}: they don’t add up",
                        money.words(),
                        own.words()
                    )));
                }
                _ if valued => self.kept.store.money = Some(money),
                _ => {}
            }
            self.kept.store.both_sides = layout.both_sides;
        }
        self.body = Some(Body {
            splitter: Splitter::from_line(separator, line),
            header,
            kind,
            first: true,
            over: false,
            last_period: None,
        });
        self.pass(text, names);
        Ok(())
    }

    fn kind(
        &self,
        header: &[String],
        rows: Vec<Vec<String>>,
        separator: u8,
    ) -> Result<Kind, Refusal> {
        if let Some(names) = names(header) {
            return Ok(names);
        }
        let unmapped = |problem: String, header: &[String], guess: Vec<(&'static str, String)>| {
            Refusal::Unmapped(Table { header: header.to_vec(), rows: rows.clone(), guess, problem })
        };
        if let Some(mut layout) = known(header) {
            layout.marks = marks(&layout, &rows, separator);
            if layout.flow.is_none() && layout.place(Role::Flow).is_none() {
                layout.flow = self.mapping.as_deref().and_then(mapped_flow);
            }
            if layout.flow.is_some() || layout.place(Role::Flow).is_some() {
                return Ok(Kind::Trade(layout));
            }
            let problem =
                format!("{} does not say whether these are exports or imports", layout.name);
            return Err(unmapped(problem, &[], Vec::new()));
        }
        let guessed = || suggested(header, &rows, separator);
        match self.mapping.as_ref().map(|mapping| mapped(mapping, header)) {
            Some(Ok(mut layout)) => {
                layout.marks = marks(&layout, &rows, separator);
                Ok(Kind::Trade(layout))
            }
            Some(Err(problem)) => Err(unmapped(problem, header, guessed())),
            None if rows.is_empty() => Err(Refusal::Foreign("it has no rows".to_owned())),
            None if is_likely(header, &rows) => Err(unmapped(String::new(), header, guessed())),
            None => Err(Refusal::Foreign(
                "none of its columns holds months or years beside another that holds numbers: a table of trade was expected"
                    .to_owned(),
            )),
        }
    }

    fn pass(&mut self, bytes: &[u8], names: &CountryNames) {
        let Some(body) = self.body.as_mut().filter(|body| !body.over) else { return };
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        let kept = &mut self.kept;
        let passed = splitter.feed(bytes, &mut |record| kept.record(body, &record, names));
        body.over = passed.is_err();
        kept.stop(passed);
        body.splitter = splitter;
    }
}

impl Kept {
    /// Tells why the rest of a file is left unread.
    fn stop(&mut self, passed: Result<(), Stop>) {
        let Err(Stop { line, broken }) = passed else { return };
        let expected = match broken {
            Broken::Endless => {
                "a line that ends within 1 MiB (is a quote not closed?); the rest of the file is left out"
            }
            Broken::Wide => "at most 4,096 columns; the rest of the file is left out",
            Broken::Unclosed => "a quote that is closed: the file seems to be cut within this line",
        };
        self.slip(line, "", &[], expected);
    }

    fn slip(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        self.counted.skipped += 1;
        self.note(line, column, found, expected);
    }

    fn note(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        if self.slips.len() < MOST_SLIPS {
            let found: String = words(found).chars().take(LONGEST_FOUND).collect();
            self.slips.push(RowError {
                file: self.file.clone(),
                line,
                column: column.to_owned(),
                found,
                expected: expected.to_owned(),
            });
        }
    }

    fn record(&mut self, body: &mut Body, record: &Record<'_>, names: &CountryNames) {
        if std::mem::take(&mut body.first) || record.is_blank() {
            return;
        }
        match &body.kind {
            Kind::Names { code, name, countries } => {
                let (code, name) = (record.field(*code), record.text(*name));
                let store = &mut self.store;
                if *countries {
                    for sides in [&mut store.partners, &mut store.reporters] {
                        let number = sides.number(code, |bytes| country(bytes, names, true));
                        sides.name(number, name.clone());
                    }
                } else {
                    let number = store.products.number(code, words);
                    store.products.name(number, name);
                }
                self.counted.read += 1;
            }
            Kind::Trade(layout) => {
                match row(&mut self.store, layout, record, names, &mut body.last_period) {
                    Ok(Taken::Kept) => self.counted.read += 1,
                    Ok(Taken::Unweighed) => {
                        self.counted.read += 1;
                        self.counted.unweighed += 1;
                    }
                    Ok(Taken::Repeated) => {
                        self.counted.read += 1;
                        self.counted.repeated += 1;
                    }
                    Ok(Taken::Replaced) => {
                        self.counted.read += 1;
                        self.counted.replaced += 1;
                        let expected = "one figure for each month, flow, reporter, partner and product: this one replaces an earlier one";
                        self.note(record.line, "", &[], expected);
                    }
                    Ok(Taken::LeftOut) => self.counted.left_out += 1,
                    Err(_) if record.len() <= layout.last() => {
                        let expected = format!(
                            "{} columns, as the header has; there are {}",
                            body.header.len(),
                            record.len()
                        );
                        self.slip(record.line, "", &[], &expected);
                    }
                    Err(wrong) => {
                        let column = wrong.place.and_then(|place| body.header.get(place));
                        let column = column.cloned().unwrap_or_default();
                        let found =
                            wrong.place.map(|place| record.field(place)).unwrap_or_default();
                        self.slip(record.line, &column, found, &wrong.expected);
                    }
                }
            }
        }
    }
}

/// Tables of names, as CEPII's come with its data.
fn names(header: &[String]) -> Option<Kind> {
    let place = |name: &str| {
        header.iter().position(|own| own.trim_start_matches('\u{feff}').eq_ignore_ascii_case(name))
    };
    if let (Some(code), Some(name)) = (place("country_code"), place("country_name")) {
        return Some(Kind::Names { code, name, countries: true });
    }
    let (code, name) = (place("code")?, place("description")?);
    (header.len() == 2).then_some(Kind::Names { code, name, countries: false })
}

/// The separator that makes the most of the first lines, and those lines' fields.
fn sampled(text: &[u8]) -> Result<(u8, Vec<Vec<String>>), Refusal> {
    let mut best: Option<(u8, Vec<Vec<String>>, bool)> = None;
    for separator in [b',', b';', b'\t', b'|'] {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut splitter = Splitter::new(separator);
        let mut keep = |record: Record<'_>| {
            if rows.len() < 30 && !record.is_blank() {
                rows.push((0..record.len()).map(|at| record.text(at)).collect());
            }
        };
        let fed = splitter.feed(text, &mut keep);
        // A head that ends within a row is no fault; one that is a row and no more may be a file.
        let ended = if text.len() < HEAD { splitter.end(&mut keep) } else { Ok(()) };
        // What breaks after the header is told when the rows before it have been read.
        if let Err(Stop { line, broken }) = fed.and(ended)
            && rows.is_empty()
        {
            let what = match broken {
                Broken::Endless => "has no end within 1 MiB",
                Broken::Wide => "has more than 4,096 columns",
                Broken::Unclosed => "has a quote that nothing closes",
            };
            return Err(Refusal::Foreign(format!("line {line} {what}: a table was expected")));
        }
        let Some(header) = rows.first() else { continue };
        let is_known = known(header).is_some() || names(header).is_some();
        let wider = best.as_ref().is_none_or(|(_, own, own_known)| {
            (is_known, header.len()) > (*own_known, own.first().map_or(0, Vec::len))
        });
        if wider {
            best = Some((separator, rows, is_known));
        }
    }
    match best {
        Some((_, rows, _)) if rows.first().is_some_and(|header| filled(header) < 2) => {
            Err(Refusal::Foreign(
                "its first line has no commas, semicolons or tabs: a table was expected".to_owned(),
            ))
        }
        Some((separator, rows, _)) => Ok((separator, rows)),
        None => Err(Refusal::Foreign("it is empty".to_owned())),
    }
}

/// How many of a header's names are none but blank.
fn filled(header: &[String]) -> usize {
    header.iter().filter(|name| !name.is_empty()).count()
}
