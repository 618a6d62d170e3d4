//! One file after the other, in pieces, to a [`Store`]; what could not be read is told.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::countries::CountryNames;
use super::layout::{
    Joining, Layout, MAPPED, Role, guess, is_group, is_likely, known, mapped, mapped_flow,
    money_in, weight_in,
};
use super::records::{Broken, LONGEST, Record, Splitter, Stop, words};
use super::store::{Counts, Store, Trade, country};
use super::values::{self, Marks, Way, number, period, tonnes};
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
    /// Rows whose only quantity is no weight, such as a number of items: their value alone is kept.
    pub unweighed: u64,
}

impl Counted {
    const fn add(&mut self, other: Self) {
        self.read += other.read;
        self.skipped += other.skipped;
        self.left_out += other.left_out;
        self.replaced += other.replaced;
        self.unweighed += other.unweighed;
    }
}

/// Reads files into a store, each wholly or not at all.
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
    slips: Vec<Slip>,
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
                kept.slips.first().map_or_else(|| "it has no rows".to_owned(), Slip::to_string);
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
        let guessed = || suggested(header, &rows);
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
            self.slips.push(Slip {
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

/// What was done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Kept,
    /// Without its quantity, which is no weight.
    Unweighed,
    /// It took the place of another figure.
    Replaced,
    /// Other rows hold it already.
    LeftOut,
}

/// What is wrong with a row: the column's place and what was expected there.
struct Wrong {
    place: Option<usize>,
    expected: Cow<'static, str>,
}

fn wrong(place: Option<usize>, expected: &'static str) -> Wrong {
    Wrong { place, expected: Cow::Borrowed(expected) }
}

/// Keeps what a row says.
fn row(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    names: &CountryNames,
    last_period: &mut Option<(Vec<u8>, Period)>,
) -> Result<Taken, Wrong> {
    let place = |role| layout.place(role);
    let flow = match place(Role::Flow) {
        Some(at) => match layout.way(record.field(at)) {
            Some(Way::Flow(flow)) => flow,
            Some(Way::Part) => return Ok(Taken::LeftOut),
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
        Some(bytes) if layout.grouped && is_group(bytes) => return Ok(Taken::LeftOut),
        // As the Census Bureau marks the total of all countries.
        Some(b"-") => b"WLD",
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
        Some(b"") | None => layout.reporter.as_deref().unwrap_or("").as_bytes(),
        Some(bytes) => bytes,
    };
    let country = |bytes: &[u8]| country(bytes, names, layout.numbered);
    let reporter = store.reporters.number(reporter_bytes, |bytes| match bytes {
        b"" => "OWN".to_owned(),
        bytes => country(bytes),
    });
    let partner = store.partners.number(partner_bytes, country);
    let plain = |text: String| if layout.guarded { unguarded(&text).to_owned() } else { text };
    let own = store.products.number(product_bytes, |bytes| plain(words(bytes)));
    // Bytes that no page can show are no code.
    if store.products.get(own).is_none_or(|entry| entry.code.is_empty()) {
        return Err(wrong(product, "a product’s code"));
    }
    let product = own;
    let name = |role: Role| place(role).map(|at| plain(record.text(at))).unwrap_or_default();
    if store.reporters.is_nameless(reporter) && place(Role::ReporterName).is_some() {
        store.reporters.name(reporter, name(Role::ReporterName));
    }
    if store.partners.is_nameless(partner) {
        let name = match (place(Role::PartnerName), place(Role::Partner)) {
            (Some(_), _) => name(Role::PartnerName),
            // A name that stands where a code was expected.
            (None, Some(at)) if record.field(at).len() > 3 || !layout.numbered => record.text(at),
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
    let replaced = store.add((trade, period), amounts.0, amounts.1, counts, derived);
    let unweighed = amounts.1.is_none()
        && place(Role::Quantity)
            .and_then(|at| number(record.field(at), layout.marks))
            .is_some_and(|quantity| quantity > 0.0);
    Ok(match (replaced, unweighed) {
        (true, _) => Taken::Replaced,
        (_, true) => Taken::Unweighed,
        _ => Taken::Kept,
    })
}

fn period_of(
    layout: &Layout,
    record: &Record<'_>,
    last: &mut Option<(Vec<u8>, Period)>,
) -> Result<Period, Wrong> {
    const EXPECTED: &str = "a month or a year from 1900 to 2100, like 202411, 2024-11 or 2024";
    let Some(at) = layout.place(Role::Period) else {
        let (year, month) = (layout.place(Role::Year), layout.place(Role::Month));
        let read = |place: Option<usize>| words(record.field(place?)).parse::<u32>().ok();
        let found =
            read(year).zip(read(month)).and_then(|(year, number)| values::month(year, number));
        return found.ok_or(wrong(month, EXPECTED));
    };
    let bytes = record.field(at);
    let found = match last {
        Some((own, found)) if own == bytes => *found,
        _ => {
            let found = period(bytes).ok_or(wrong(Some(at), EXPECTED))?;
            *last = Some((bytes.to_vec(), found));
            found
        }
    };
    let Some(at) = layout.place(Role::Months) else { return Ok(found) };
    let months = words(record.field(at)).parse().ok().filter(|months| (1..=600).contains(months));
    let months = months.ok_or(wrong(Some(at), "how many months, 1 to 600"))?;
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
    let refused = |expected| Err(wrong(Some(at), expected));
    match Unit::parse(&record.text(at)) {
        Some(Unit::Tonne) if valued => refused("USD, EUR or CNY, for a value"),
        Some(Unit::Tonne) => Ok(()),
        Some(_) if !valued => refused("t, for a volume"),
        Some(money) if store.money.is_none_or(|own| own == money) => {
            store.money = Some(money);
            Ok(())
        }
        Some(_) => refused("the unit of the values before: others don’t add up"),
        None => refused("t, USD, EUR or CNY"),
    }
}

/// The row's value and its weight in tonnes; at least one of them.
fn amounts(layout: &Layout, record: &Record<'_>) -> Result<(Option<f64>, Option<f64>), Wrong> {
    const EXPECTED: &str = "a number from 0 to 10¹⁵, like 4416 or 4205.8";
    let read = |at: usize| match record.field(at) {
        b"" | b"?" | b"-" | b"NA" | b"N/A" => Ok(None),
        bytes => match number(bytes, layout.marks) {
            Some(value) => Ok(Some(value)),
            None => Err(wrong(Some(at), EXPECTED)),
        },
    };
    if let Some(at) = layout.place(Role::Amount) {
        let amount = read(at)?.ok_or(wrong(Some(at), EXPECTED))?;
        let measure = layout.place(Role::Measure);
        let text = measure.map(|at| record.text(at)).unwrap_or_default();
        return match Measure::parse(&text) {
            Some(Measure::Volume) => Ok((None, Some(amount))),
            Some(Measure::Value) => Ok((Some(amount), None)),
            None => Err(wrong(measure, "volume or value")),
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
        // A weight whose unit is none of weight is told by its unit.
        let unit = layout.place(Role::WeightUnit).filter(|unit| {
            let counted = layout.place(Role::Weight).is_some_and(|at| !record.field(at).is_empty());
            counted && tonnes(&record.text(*unit)).is_none()
        });
        if unit.is_some() {
            return Err(wrong(unit, "a unit of weight, like kg or t"));
        }
        return Err(wrong(layout.place(Role::Value).or(layout.place(Role::Weight)), EXPECTED));
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

/// What a table's header and first rows suggest, as pairs for [`Table::guess`].
fn suggested(header: &[String], rows: &[Vec<String>]) -> Vec<(&'static str, String)> {
    let guessed = guess(header, rows);
    let mut found = Vec::new();
    for (role, place) in &guessed {
        let name = MAPPED.iter().find(|(own, ..)| own == role).map(|(_, name, _)| *name);
        found.extend(name.zip(header.get(*place).cloned()));
    }
    let named = |role: Role| {
        let place = guessed.iter().find(|(own, _)| *own == role).map(|(_, place)| *place)?;
        header.get(place)
    };
    let money = named(Role::Value).and_then(|name| money_in(name));
    found.extend(money.map(|money| ("money", format!("={}", money.code()))));
    if named(Role::WeightUnit).is_none() {
        let unit = named(Role::Weight).and_then(|name| weight_in(name));
        found.extend(unit.map(|unit| ("unit", format!("={unit}"))));
    }
    found
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

/// A table after the first line `sep=;`, which tells a spreadsheet how to read it, and the line that it
/// begins on.
fn after_hint(text: &[u8]) -> (&[u8], u64) {
    let end = memchr::memchr(b'\n', text).filter(|_| text.starts_with(b"sep="));
    end.and_then(|end| text.get(end + 1..)).map_or((text, 1), |rest| (rest, 2))
}

/// How many of a header's names are none but blank.
fn filled(header: &[String]) -> usize {
    header.iter().filter(|name| !name.is_empty()).count()
}

/// What files that are no text begin with.
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

/// What a file is that is no table of text, by its first bytes.
fn foreign(head: &[u8]) -> Option<String> {
    let told = KINDS.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, words)) = told {
        return Some((*words).to_owned());
    }
    let start: String = words(head.get(..256).unwrap_or(head)).trim_start().to_lowercase();
    if head.is_empty() {
        return Some("it is empty".to_owned());
    }
    if start.is_empty() {
        return Some("it begins with nothing that can be read: a CSV was expected".to_owned());
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
    if KINDS.iter().any(|(magic, _)| head.starts_with(magic)) {
        return None;
    }
    let first = head.get(..4096).unwrap_or(head);
    let nulls = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (nulls(0) * 3 > first.len(), nulls(1) * 3 > first.len()) {
        (true, false) => return Some("utf-16be"),
        (false, true) => return Some("utf-16le"),
        _ => {}
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
