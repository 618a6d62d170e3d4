//! One file after the other, in pieces, to a [`Store`]; what could not be read is told.

use std::fmt;

use serde::Serialize;

use super::layout::{Joining, Layout, MAPPED, Role, guess, known, mapped};
use super::records::{Broken, LONGEST, Record, Splitter, Stop, words};
use super::store::{Counts, Store, Trade, country};
use super::values::{self, Marks, Way, number, period, tonnes, way};
use crate::quoting::unguarded;
use crate::trade::{Flow, Measure, Period, Status, Unit};

/// How much of a file tells what it is.
const HEAD: usize = 1 << 16;

/// How many rows that could not be read are told one by one.
pub const MOST_SLIPS: usize = 1000;

/// How much of a cell a message shows.
const LONGEST_FOUND: usize = 60;

/// A row that could not be read, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
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

impl fmt::Display for Slip {
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
    /// The columns' names.
    pub header: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Pairs of a role's name and a column's name.
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
    /// Rows that other rows hold already: re-exports, blank lines.
    pub left_out: u64,
}

/// Reads files into a store.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was kept.
    pub store: Store,
    /// What could not be read, the first [`MOST_SLIPS`].
    pub slips: Vec<Slip>,
    /// How many rows went where.
    pub counted: Counted,
    /// What each file was taken for.
    pub files: Vec<(String, &'static str)>,
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
    read_before: u64,
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
        self.open = Some(Open {
            name: name.to_owned(),
            mapping: mapping.map(str::to_owned),
            head: Vec::new(),
            body: None,
            read_before: self.counted.read,
        });
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
                self.start(&mut open)?;
            }
        } else {
            self.pass(&mut open, bytes);
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
            self.start(&mut open)?;
        }
        let Some(mut body) = open.body.take() else { return Ok(()) };
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        if !body.over {
            let ended = splitter.end(&mut |record| {
                self.record(&open.name, &mut body, &record);
            });
            self.stop(&open.name, ended);
        }
        if self.counted.read == open.read_before {
            let first = self.slips.iter().find(|slip| slip.file == open.name);
            let why = first.map_or_else(|| "it has no rows".to_owned(), ToString::to_string);
            return Err(Refusal::Foreign(format!("not one row could be read: {why}")));
        }
        let taken = match body.kind {
            Kind::Trade(layout) => layout.name,
            Kind::Names { .. } => "names",
        };
        self.files.push((open.name, taken));
        Ok(())
    }

    /// Finds out what the file is and reads what is there of it.
    fn start(&mut self, open: &mut Open) -> Result<(), Refusal> {
        let head = std::mem::take(&mut open.head);
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        if let Some(reason) = foreign(text) {
            return Err(Refusal::Foreign(reason));
        }
        let (separator, rows) = sampled(text)?;
        let mut rows = rows.into_iter();
        let header = rows.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = rows.take(20).collect();
        let kind = self.kind(open, &header, rows, separator)?;
        if let Kind::Trade(layout) = &kind {
            let money = layout.money.0;
            let valued = layout.place(Role::Value).is_some();
            match self.store.money {
                Some(own) if valued && own != money => {
                    return Err(Refusal::Foreign(format!(
                        "its values are in {}, those already open in {}: they don’t add up",
                        money.words(),
                        own.words()
                    )));
                }
                _ if valued => self.store.money = Some(money),
                _ => {}
            }
            self.store.both_sides |= layout.both_sides;
        }
        open.body = Some(Body {
            splitter: Splitter::new(separator),
            header,
            kind,
            first: true,
            over: false,
            last_period: None,
        });
        self.pass(open, text);
        Ok(())
    }

    fn kind(
        &self,
        open: &Open,
        header: &[String],
        rows: Vec<Vec<String>>,
        separator: u8,
    ) -> Result<Kind, Refusal> {
        if let Some(names) = names(header) {
            return Ok(names);
        }
        let unmapped = |problem: String, rows: Vec<Vec<String>>| {
            let guessed = guess(header, &rows);
            let guess = guessed.into_iter().filter_map(|(role, place)| {
                let (_, name, _) = MAPPED.iter().find(|(own, ..)| *own == role)?;
                Some((*name, header.get(place)?.clone()))
            });
            let guess = guess.collect();
            Refusal::Unmapped(Table { header: header.to_vec(), rows, guess, problem })
        };
        if let Some(mapping) = &open.mapping {
            return match mapped(mapping, header) {
                Ok(mut layout) => {
                    layout.marks = marks(&layout, &rows, separator);
                    Ok(Kind::Trade(layout))
                }
                Err(problem) => Err(unmapped(problem, rows)),
            };
        }
        let Some(mut layout) = known(header) else { return Err(unmapped(String::new(), rows)) };
        if layout.flow.is_none() && layout.place(Role::Flow).is_none() {
            layout.flow = flow_in(&open.name);
            if layout.flow.is_none() {
                return Err(unmapped(
                    format!("{} does not say whether these are exports or imports", layout.name),
                    rows,
                ));
            }
        }
        layout.marks = marks(&layout, &rows, separator);
        Ok(Kind::Trade(layout))
    }

    fn pass(&mut self, open: &mut Open, bytes: &[u8]) {
        let Some(mut body) = open.body.take() else { return };
        if !body.over {
            let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
            let passed = splitter.feed(bytes, &mut |record| {
                self.record(&open.name, &mut body, &record);
            });
            body.over = passed.is_err();
            self.stop(&open.name, passed);
            body.splitter = splitter;
        }
        open.body = Some(body);
    }

    /// Tells why the rest of a file is left unread.
    fn stop(&mut self, file: &str, passed: Result<(), Stop>) {
        let Err(Stop { line, broken }) = passed else { return };
        let expected = match broken {
            Broken::Endless => {
                "a line that ends within 1 MiB (is a quote not closed?); the rest of the file is left out"
            }
            Broken::Wide => "at most 4,096 columns; the rest of the file is left out",
        };
        self.slip(file, line, "", &[], expected);
    }

    fn slip(&mut self, file: &str, line: u64, column: &str, found: &[u8], expected: &str) {
        self.counted.skipped += 1;
        if self.slips.len() < MOST_SLIPS {
            let found: String = words(found).chars().take(LONGEST_FOUND).collect();
            self.slips.push(Slip {
                file: file.to_owned(),
                line,
                column: column.to_owned(),
                found,
                expected: expected.to_owned(),
            });
        }
    }

    fn record(&mut self, file: &str, body: &mut Body, record: &Record<'_>) {
        if std::mem::take(&mut body.first) {
            return;
        }
        if record.is_blank() {
            self.counted.left_out += 1;
            return;
        }
        match &body.kind {
            Kind::Names { code, name, countries } => {
                let (code, name) = (record.field(*code), record.text(*name));
                if *countries {
                    let number = self.store.partners.number(code, country);
                    self.store.partners.name(number, name.clone());
                    let number = self.store.reporters.number(code, country);
                    self.store.reporters.name(number, name);
                } else {
                    let number = self.store.products.number(code, words);
                    self.store.products.name(number, name);
                }
                self.counted.read += 1;
            }
            Kind::Trade(layout) => {
                match row(&mut self.store, layout, record, &mut body.last_period) {
                    Ok(true) => self.counted.read += 1,
                    Ok(false) => self.counted.left_out += 1,
                    Err(wrong) => {
                        let column = wrong.place.and_then(|place| body.header.get(place));
                        let column = column.cloned().unwrap_or_default();
                        let found =
                            wrong.place.map(|place| record.field(place)).unwrap_or_default();
                        self.slip(file, record.line, &column, found, wrong.expected);
                    }
                }
            }
        }
    }
}

/// What is wrong with a row: the column's place and what was expected there.
struct Wrong {
    place: Option<usize>,
    expected: &'static str,
}

/// Keeps what a row says; false where other rows hold it already.
fn row(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    last_period: &mut Option<(Vec<u8>, Period)>,
) -> Result<bool, Wrong> {
    let place = |role| layout.place(role);
    let wrong = |place: Option<usize>, expected| Wrong { place, expected };
    let flow = match place(Role::Flow) {
        Some(at) => match way(record.field(at)) {
            Some(Way::Flow(flow)) => flow,
            Some(Way::Part) => return Ok(false),
            None => return Err(wrong(Some(at), "exports or imports: X, M, export, import")),
        },
        None => layout.flow.unwrap_or(Flow::Export),
    };
    let period = period_of(layout, record, last_period)?;
    let amounts = amounts(layout, record)?;
    agree_on_unit(store, layout, record, amounts.0.is_some())?;
    let partner = place(Role::Partner).or(place(Role::PartnerName));
    let partner_bytes = match partner.map(|at| record.field(at)) {
        Some(b"") => return Err(wrong(partner, "a partner")),
        Some(bytes) => bytes,
        None => b"WLD",
    };
    let product = place(Role::Product).or(place(Role::ProductName));
    let product_bytes = match product.map(|at| record.field(at)) {
        Some(b"") => return Err(wrong(product, "a product’s code")),
        Some(bytes) => bytes,
        None => b"TOTAL",
    };
    let reporter_bytes = match place(Role::Reporter).map(|at| record.field(at)) {
        Some(b"") | None => layout.reporter.unwrap_or("").as_bytes(),
        Some(bytes) => bytes,
    };
    let reporter = store.reporters.number(reporter_bytes, |bytes| match bytes {
        b"" => "OWN".to_owned(),
        bytes => country(bytes),
    });
    let partner = store.partners.number(partner_bytes, country);
    let plain = |text: String| if layout.guarded { unguarded(&text).to_owned() } else { text };
    let number = store.products.number(product_bytes, |bytes| plain(words(bytes)));
    // Bytes that no page can show are no code.
    if store.products.get(number).is_none_or(|entry| entry.code.is_empty()) {
        return Err(wrong(product, "a product’s code"));
    }
    let product = number;
    let name = |role: Role| place(role).map(|at| plain(record.text(at))).unwrap_or_default();
    if store.reporters.is_nameless(reporter) && place(Role::ReporterName).is_some() {
        store.reporters.name(reporter, name(Role::ReporterName));
    }
    if store.partners.is_nameless(partner) {
        let name = match (place(Role::PartnerName), place(Role::Partner)) {
            (Some(_), _) => name(Role::PartnerName),
            // A name that stands where a code was expected.
            (None, Some(at)) if record.field(at).len() > 3 => record.text(at),
            _ => String::new(),
        };
        store.partners.name(partner, name);
    }
    if store.products.is_nameless(product) && place(Role::ProductName).is_some() {
        store.products.name(product, name(Role::ProductName));
    }
    let whole = layout.joining == Joining::Latest
        && layout.wholes.iter().all(|(at, whole)| {
            let field = record.field(*at);
            field.is_empty() || field == whole.as_bytes()
        });
    let counts = if whole { Counts::Whole } else { Counts::Part };
    let derived = place(Role::Status)
        .is_some_and(|at| Status::parse(&record.text(at)) == Some(Status::Derived));
    let trade = Trade { reporter, product, flow, partner };
    store.add((trade, period), amounts.0, amounts.1, counts, derived);
    Ok(true)
}

fn period_of(
    layout: &Layout,
    record: &Record<'_>,
    last: &mut Option<(Vec<u8>, Period)>,
) -> Result<Period, Wrong> {
    const EXPECTED: &str = "a month or a year, like 202411, 2024-11 or 2024";
    let Some(at) = layout.place(Role::Period) else {
        let (year, month) = (layout.place(Role::Year), layout.place(Role::Month));
        let read = |place: Option<usize>| words(record.field(place?)).parse::<u32>().ok();
        let found =
            read(year).zip(read(month)).and_then(|(year, number)| values::month(year, number));
        return found.ok_or(Wrong { place: month, expected: EXPECTED });
    };
    let bytes = record.field(at);
    let found = match last {
        Some((own, found)) if own == bytes => *found,
        _ => {
            let found = period(bytes).ok_or(Wrong { place: Some(at), expected: EXPECTED })?;
            *last = Some((bytes.to_vec(), found));
            found
        }
    };
    let Some(at) = layout.place(Role::Months) else { return Ok(found) };
    let months = words(record.field(at)).parse().ok().filter(|months| (1..=600).contains(months));
    let months = months.ok_or(Wrong { place: Some(at), expected: "how many months, 1 to 600" })?;
    Ok(Period { months, ..found })
}

/// Where a row says what its amount is in, it must be tonnes, or the money of all other values.
fn agree_on_unit(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    valued: bool,
) -> Result<(), Wrong> {
    let Some(at) = layout.place(Role::Unit) else { return Ok(()) };
    let wrong = |expected| Err(Wrong { place: Some(at), expected });
    match Unit::parse(&record.text(at)) {
        Some(Unit::Tonne) if valued => wrong("USD, EUR or CNY, for a value"),
        Some(Unit::Tonne) => Ok(()),
        Some(_) if !valued => wrong("t, for a volume"),
        Some(money) if store.money.is_none_or(|own| own == money) => {
            store.money = Some(money);
            Ok(())
        }
        Some(_) => wrong("the unit of the values before: others don’t add up"),
        None => wrong("t, USD, EUR or CNY"),
    }
}

/// The row's value and its weight in tonnes; at least one of them.
fn amounts(layout: &Layout, record: &Record<'_>) -> Result<(Option<f64>, Option<f64>), Wrong> {
    const EXPECTED: &str = "a number, 0 or more, like 4416 or 4205.8";
    let read = |at: usize| match record.field(at) {
        b"" | b"?" | b"-" | b"NA" | b"N/A" => Ok(None),
        bytes => match number(bytes, layout.marks) {
            Some(value) => Ok(Some(value)),
            None => Err(Wrong { place: Some(at), expected: EXPECTED }),
        },
    };
    if let Some(at) = layout.place(Role::Amount) {
        let amount = read(at)?.ok_or(Wrong { place: Some(at), expected: EXPECTED })?;
        let measure = layout.place(Role::Measure);
        let text = measure.map(|at| record.text(at)).unwrap_or_default();
        return match Measure::parse(&text) {
            Some(Measure::Volume) => Ok((None, Some(amount))),
            Some(Measure::Value) => Ok((Some(amount), None)),
            None => Err(Wrong { place: measure, expected: "volume or value" }),
        };
    }
    let value = match layout.place(Role::Value) {
        Some(at) => read(at)?.map(|value| value * layout.money.1),
        None => None,
    };
    let weight = match layout.place(Role::Weight) {
        Some(at) => {
            let unit = match layout.place(Role::WeightUnit) {
                Some(unit) => tonnes(&record.text(unit)),
                None => Some(layout.weight),
            };
            // A weight of nought stands for one that was not reported.
            let weight = read(at)?.filter(|weight| *weight > 0.0);
            weight.zip(unit).map(|(weight, unit)| scaled(weight, unit))
        }
        None => None,
    };
    if value.is_none() && weight.is_none() {
        let place = layout.place(Role::Value).or(layout.place(Role::Weight));
        return Err(Wrong { place, expected: EXPECTED });
    }
    Ok((value, weight))
}

/// Kilograms are divided by a thousand, which is exact where multiplying by 0.001 is not.
fn scaled(weight: f64, unit: f64) -> f64 {
    if unit < 1.0 { weight / (1.0 / unit).round() } else { weight * unit }
}

/// How the first rows write numbers: files that part their cells by semicolons often do so because
/// their decimals have commas.
fn marks(layout: &Layout, rows: &[Vec<String>], separator: u8) -> Marks {
    let commas = [Role::Value, Role::Weight, Role::Amount].into_iter().any(|role| {
        layout.place(role).is_some_and(|place| {
            rows.iter().filter_map(|row| row.get(place)).any(|cell| cell.contains(','))
        })
    });
    if separator == b';' && commas { Marks::Comma } else { layout.marks }
}

/// What a file says of its flow by its name: China's customs put it nowhere else.
fn flow_in(name: &str) -> Option<Flow> {
    let lower = name.to_lowercase();
    let has = |word: &str| lower.contains(word);
    match (has("export") || has("出口"), has("import") || has("进口")) {
        (true, false) => Some(Flow::Export),
        (false, true) => Some(Flow::Import),
        _ => None,
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
        if let Err(Stop { line, broken }) = fed.and(ended) {
            let what = match broken {
                Broken::Endless => "has no end within 1 MiB",
                Broken::Wide => "has more than 4,096 columns",
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
        Some((_, rows, _)) if rows.first().is_some_and(|header| header.len() < 2) => {
            Err(Refusal::Foreign(
                "its first line has no commas, semicolons or tabs: a table was expected".to_owned(),
            ))
        }
        Some((separator, rows, _)) => Ok((separator, rows)),
        None => Err(Refusal::Foreign("it is empty".to_owned())),
    }
}

/// What a file is that is no table of text, by its first bytes.
fn foreign(head: &[u8]) -> Option<String> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"PK\x03\x04", "it is a spreadsheet or an archive (.xlsx, .zip): save the sheet as CSV"),
        (b"\xd0\xcf\x11\xe0", "it is an old spreadsheet (.xls): save the sheet as CSV"),
        (b"%PDF", "it is a PDF: a CSV was expected"),
        (b"PAR1", "it is a Parquet file: a CSV was expected; the rollup reads Parquet"),
        (b"\x89PNG", "it is a picture: a CSV was expected"),
        (b"\xff\xd8\xff", "it is a picture: a CSV was expected"),
        (b"\x1f\x8b", "it is compressed twice, or this browser cannot unpack it"),
        (b"BZh", "it is compressed by bzip2: gzip or plain CSV was expected"),
        (b"7z\xbc\xaf", "it is an archive: gzip or plain CSV was expected"),
    ];
    let told = KINDS.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, words)) = told {
        return Some((*words).to_owned());
    }
    let start: String = words(head.get(..256).unwrap_or(head)).trim_start().to_lowercase();
    if start.is_empty() {
        return Some("it is empty".to_owned());
    }
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Some("it is a web page, not its data: a CSV was expected".to_owned());
    }
    if start.starts_with('{') || start.starts_with("[{") {
        return Some("it is JSON: a CSV was expected".to_owned());
    }
    let first = head.get(..4096).unwrap_or(head);
    let nulls = first.iter().filter(|byte| **byte == 0).count();
    (nulls * 10 > first.len()).then(|| "it is no text: a CSV was expected".to_owned())
}

/// How a file's letters are written, by its first bytes, as the browser's decoders name it; nothing
/// where it can be read as it is.
pub fn encoding(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"\xff\xfe") {
        return Some("utf-16le");
    }
    if head.starts_with(b"\xfe\xff") {
        return Some("utf-16be");
    }
    let first = head.get(..4096).unwrap_or(head);
    let odd = first.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    if odd * 3 > first.len() {
        return Some("utf-16le");
    }
    // Cut within a letter, the head is still UTF-8.
    if std::str::from_utf8(first).map_or_else(|error| error.error_len().is_none(), |_| true) {
        return None;
    }
    let mut pairs = 0;
    let mut lone = 0;
    let mut bytes = first.iter();
    while let Some(byte) = bytes.next() {
        if *byte >= 0x81 {
            match bytes.next() {
                Some(second) if *second >= 0x81 => pairs += 1,
                _ => lone += 1,
            }
        }
    }
    (pairs > lone * 4).then_some("gb18030")
}
