//! JSON as tables: an array of arrays or objects, at the top or as the member that holds the rows. It is
//! converted to CSV and read like any other file.

use super::column_names::is_value;
use crate::import::cells::countries::{alpha2, code};
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::titles::period_in;
use crate::import::cells::vocabulary::{Way, fits_hs, flow_in, way};
use crate::util;
use crate::util::Lower as _;
use crate::util::csv_cells::line;
use crate::wording::say::import::json as words;

/// More of it is not held at once.
pub const MOST: usize = 256 << 20;

/// How deep what is skipped may be nested.
pub(super) const DEEPEST: usize = 64;

/// The names under which answers hold their rows, first those that say it.
const ROWS: [&str; 10] = [
    "data",
    "value",
    "rows",
    "results",
    "records",
    "dataset",
    "items",
    "observations",
    "result",
    "item",
];

/// Whether text begins as JSON does that holds rows.
pub fn is_json(text: &[u8]) -> bool {
    let start = text.trim_ascii_start();
    match start {
        [b'{', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')),
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'[' | b'{' | b']')),
        _ => false,
    }
}

/// A table of JSON: the names of the members that lead to it, and its rows as CSV. Nothing names rows that
/// are all there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub path: String,
    pub csv: String,
}

/// The tables: arrays of rows, and arrays side by side that are columns. Those under names that say that they
/// are the rows of an answer stand for all of it. Where there are none, numbers within objects within objects.
///
/// # Errors
/// Where it stops being JSON, or that it holds no rows.
pub fn tables(text: &[u8], is_country: &dyn Fn(&str) -> bool) -> Result<Vec<Named>, String> {
    let text = std::str::from_utf8(text).map_err(|_| words::not_utf8().to_owned())?;
    // An object a line, as interfaces and databases pour them out, is a list of them.
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(2).collect();
    let lined =
        matches!(lines[..], [one, two] if one.trim_end().ends_with('}') && two.starts_with('{'));
    let listed = lined.then(|| {
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        ["[", &lines.join("\n,"), "]"].concat()
    });
    let text = listed.as_deref().unwrap_or(text);
    let mut parser = Parser::new(text);
    let mut found = Found::default();
    parser.blanks();
    let parsed = match parser.peek() {
        Some(b'[') => {
            let mut table = Table::default();
            let parsed = parser.rows(&mut table);
            found.named.push(table);
            parsed
        }
        _ => parser.answer(&mut found, "", 0),
    };
    parsed.map_err(|what| {
        let lines =
            text.get(..parser.at).unwrap_or(text).bytes().filter(|byte| *byte == b'\n').count() + 1;
        words::broken(lines, what)
    })?;
    let Found { named, others, said, legend } = found;
    let mut tables = if named.iter().any(|table| !table.rows.is_empty()) { named } else { others };
    tables.retain(|table| !table.rows.is_empty());
    for table in &mut tables {
        table.unfold();
        table.explained(&legend);
    }
    let mut tables = by_name(by_flow(tables), is_country);
    let alone = tables.len() == 1;
    if let [table] = tables.as_mut_slice() {
        table.titles.extend(said);
    }
    let made: Vec<Named> = tables.into_iter().map(|table| table.made(alone)).collect();
    if !made.is_empty() {
        return Ok(made);
    }
    let mut leaves = Leaves::default();
    let mut parser = Parser::new(text);
    parser.blanks();
    let read = parser.peek() == Some(b'{') && parser.leaves(&mut leaves, &mut Vec::new()).is_ok();
    let table = read.then(|| leaves.table()).flatten();
    table.map(|own| vec![own.made(true)]).ok_or_else(|| words::no_rows().to_owned())
}

/// Tables of the same columns under the names of countries or periods, as one with a column of these names.
fn by_name(tables: Vec<Table>, is_country: &dyn Fn(&str) -> bool) -> Vec<Table> {
    let split = |table: &Table| {
        let (parent, own) = table.path.rsplit_once('/').unwrap_or(("", &table.path));
        (parent.to_owned(), own.to_owned())
    };
    let Some(first) = tables.first().filter(|_| tables.len() > 1) else { return tables };
    let (parent, header) = (split(first).0, first.header.clone());
    let names: Vec<String> = tables.iter().map(|table| split(table).1).collect();
    let all = |test: &dyn Fn(&str) -> bool| names.iter().all(|own| test(own));
    let column = match () {
        () if all(&is_period) => "period",
        () if all(is_country) => "country",
        () => return tables,
    };
    let alike = |table: &Table| table.header == header && split(table).0 == parent;
    if header.is_empty() || header.iter().any(|own| own == column) || !tables.iter().all(alike) {
        return tables;
    }
    let mut joined = Table { path: parent, header, ..Table::default() };
    joined.header.push(column.to_owned());
    let width = joined.header.len();
    for (table, name) in tables.into_iter().zip(names) {
        joined.rows.extend(table.rows.into_iter().map(|mut row| {
            row.resize(width - 1, String::new());
            row.push(name.clone());
            row
        }));
    }
    vec![joined]
}

/// Whether a name is that of a period.
pub(super) fn is_period(name: &str) -> bool {
    period(name.as_bytes(), Dates::default()).is_some()
}

/// The numbers that stand in objects within objects, each with the names that lead to it.
#[derive(Default)]
struct Leaves {
    rows: Vec<Vec<String>>,
    /// What is said beside them.
    titles: Vec<String>,
}

impl Leaves {
    /// A row for each number, with a column for each level of names that are of one kind.
    fn table(self) -> Option<Table> {
        const LEAST: usize = 3;
        let depth = self.rows.iter().map(Vec::len).max().filter(|depth| *depth >= LEAST)?;
        let rows: Vec<Vec<String>> =
            self.rows.into_iter().filter(|row| row.len() == depth).collect();
        if rows.len() < LEAST {
            return None;
        }
        let mut table = Table { titles: self.titles, ..Table::default() };
        table.rows.resize(rows.len(), Vec::new());
        let (mut countries, mut level) = (Vec::new(), 0);
        for at in 0..depth - 1 {
            let names: Vec<&str> =
                rows.iter().filter_map(|row| row.get(at)).map(String::as_str).collect();
            // `842|M`: two things in one name.
            let two = names.iter().all(|name| name.split('|').count() == 2);
            for part in 0..=usize::from(two) {
                let own = |name: &&str| {
                    if two { name.split('|').nth(part).unwrap_or_default() } else { *name }
                        .to_owned()
                };
                let mut cells: Vec<String> = names.iter().map(own).collect();
                let all = |test: &dyn Fn(&str) -> bool| cells.iter().all(|cell| test(cell));
                let header = match () {
                    () if all(&is_period) => "period".to_owned(),
                    () if all(&|cell| way(cell.as_bytes()).is_some()) => "flow".to_owned(),
                    () if all(&is_code) => "hs".to_owned(),
                    () if are_coded(&cells) => {
                        countries.push(table.header.len());
                        for cell in &mut cells {
                            *cell = code(cell).unwrap_or_default();
                        }
                        "partner".to_owned()
                    }
                    () => {
                        level += 1;
                        format!("level {level}")
                    }
                };
                table.header.push(header);
                table.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
            }
        }
        // Whose trade it is leads to those with whom.
        if let [own, _] = countries[..] {
            table.header.get_mut(own).into_iter().for_each(|own| "reporter".clone_into(own));
        } else if let [own] = countries[..] {
            table.header.get_mut(own).into_iter().for_each(|own| "country".clone_into(own));
        }
        table.header.push("value".to_owned());
        let cells = rows.into_iter().map(|mut row| row.pop().unwrap_or_default());
        table.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
        Some(table)
    }
}

/// Whether a name is a code of goods.
pub(super) fn is_code(name: &str) -> bool {
    matches!(name.len(), 4 | 6 | 8 | 10)
        && name.bytes().all(|own| own.is_ascii_digit())
        && fits_hs(name)
}

/// Whether nearly all names are codes of countries, or the number of the world.
pub(super) fn are_coded(names: &[String]) -> bool {
    let coded = |name: &&String| {
        name.len() <= 3 && (*name == "0" || code(name).is_some_and(|own| alpha2(&own).is_some()))
    };
    let short = |name: &String| name.len() <= 3;
    names.iter().all(short) && names.iter().filter(coded).count() * 10 >= names.len() * 9
}

/// Tables of the same columns that are named for exports and for imports, as one with a column that says so.
fn by_flow(tables: Vec<Table>) -> Vec<Table> {
    const COLUMN: &str = "flow";
    let own = |table: &Table| table.path.rsplit('/').next().unwrap_or_default().to_owned();
    let way = |table: &Table| match flow_in(&own(table)) {
        Some(Way::Flow(flow)) => Some(flow),
        _ => None,
    };
    // Without what leads to each column where it stands in the table's own member.
    let bare = |table: &Table| -> Vec<String> {
        let rest = |name: &String| {
            let rest = name.strip_prefix(table.path.as_str()).and_then(|own| own.strip_prefix('/'));
            rest.unwrap_or(name).to_owned()
        };
        table.header.iter().map(rest).collect()
    };
    let header = tables.iter().find(|table| way(table).is_some()).map(bare);
    let Some(header) = header.filter(|own| !own.iter().any(|name| name == COLUMN)) else {
        return tables;
    };
    let of_pair =
        |table: &Table| !header.is_empty() && bare(table) == header && way(table).is_some();
    let mut ways: Vec<_> = tables.iter().filter(|table| of_pair(table)).map(way).collect();
    let count = ways.len();
    ways.dedup();
    if count != 2 || ways.len() != 2 {
        return tables;
    }
    let (pair, mut others): (Vec<Table>, Vec<Table>) = tables.into_iter().partition(of_pair);
    let mut joined = Table { header, ..Table::default() };
    joined.path = pair.iter().map(&own).collect::<Vec<_>>().join(", ");
    joined.header.push(COLUMN.to_owned());
    for table in pair {
        let (name, width) = (own(&table), joined.header.len());
        joined.titles.extend(table.titles);
        joined.rows.extend(table.rows.into_iter().map(|mut row| {
            row.resize(width - 1, String::new());
            row.push(name.clone());
            row
        }));
    }
    others.insert(0, joined);
    others
}

/// Tables under the names of answers' rows, and all others.
#[derive(Default)]
struct Found {
    named: Vec<Table>,
    others: Vec<Table>,
    /// What is said apart from all rows.
    said: Vec<String>,
    /// Names that stand for a period.
    legend: Vec<(String, String)>,
}

#[derive(Default)]
struct Table {
    /// The names that lead to it.
    path: String,
    /// What is said beside its columns.
    titles: Vec<String>,
    /// The names of objects' members, as they were first met.
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Names columns that begin with a name which stands for a period after that: `prev_year_value`, where
    /// `prev_year` is `2023-24`.
    fn explained(&mut self, legend: &[(String, String)]) {
        for column in &mut self.header {
            let rest = |(name, period): &(String, String)| {
                let rest = column.strip_prefix(name.as_str())?;
                let apart = rest.is_empty() || rest.starts_with(['_', '-', ' ', '/']);
                apart.then(|| format!("{period} {}", rest.trim_start_matches(['_', '-', ' ', '/'])))
            };
            if let Some(named) = legend.iter().find_map(rest) {
                *column = named.trim_end().to_owned();
            }
        }
    }

    /// Puts below each other what stands side by side under names of its own, each with the same members:
    /// `countries/CANADA/value`, `countries/MEXICO/value` become a column `countries` and a column `value`.
    fn unfold(&mut self) {
        let cut = |name: &str| -> Option<[String; 3]> {
            let (head, member) = name.rsplit_once('/')?;
            let (group, own) = head.rsplit_once('/')?;
            Some([group, own, member].map(str::to_owned))
        };
        let names: Vec<Option<[String; 3]>> = self.header.iter().map(|name| cut(name)).collect();
        let Some(group) = names.iter().flatten().map(|[group, ..]| group.clone()).next() else {
            return;
        };
        let of_group = || names.iter().flatten().filter(|[own, ..]| *own == group);
        let mut owns: Vec<&String> = of_group().map(|[_, own, _]| own).collect();
        let mut members: Vec<&String> = of_group().map(|[.., member]| member).collect();
        let count = owns.len();
        util::sort_unique(&mut owns);
        util::sort_unique(&mut members);
        let whole = owns.len() > 1 && members.len() > 1 && count == owns.len() * members.len();
        if !whole || names.iter().flatten().any(|[own, ..]| *own != group) {
            return;
        }
        let place = |own: &str, member: &str| {
            self.header.iter().position(|name| *name == format!("{group}/{own}/{member}"))
        };
        // `total_usd` beside `value_usd`: what all of them come to.
        let unit = |name: &str| name.rsplit('_').next().map(str::to_owned);
        let total = |member: &str| {
            self.header.iter().position(|name| {
                !name.contains('/') && name.starts_with("total") && unit(name) == unit(member)
            })
        };
        let totals: Vec<Option<usize>> = members.iter().map(|own| total(own)).collect();
        let kept: Vec<usize> = (0..self.header.len())
            .filter(|at| {
                names.get(*at).is_some_and(Option::is_none) && !totals.contains(&Some(*at))
            })
            .collect();
        // Of each line below: its name, and where its cells stand.
        let places = |own: &str| members.iter().map(|member| place(own, member)).collect();
        let mut lines: Vec<(&str, Vec<Option<usize>>)> =
            owns.iter().map(|own| (own.as_str(), places(own))).collect();
        if totals.iter().any(Option::is_some) {
            lines.push(("total", totals));
        }
        let mut rows = Vec::new();
        for row in &self.rows {
            let cell =
                |at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
            for (own, places) in &lines {
                let head = kept.iter().map(|at| cell(Some(*at)));
                let cells = places.iter().map(|at| cell(*at));
                rows.push(head.chain([(*own).to_owned()]).chain(cells).collect());
            }
        }
        let header = kept.iter().filter_map(|at| self.header.get(*at).cloned());
        let header: Vec<String> =
            header.chain([group.clone()]).chain(members.into_iter().cloned()).collect();
        (self.header, self.rows) = (header, rows);
    }

    /// Adds a row; where the figures stand in rows within it each of these, with what it says of all.
    fn below(&mut self, row: Vec<String>, within: Self) {
        let mut filled = self.header.iter().zip(&row).filter(|(_, cell)| !cell.is_empty());
        if filled.any(|(name, _)| is_value(name)) || !within.header.iter().any(|own| is_value(own))
        {
            return self.rows.push(row);
        }
        let places: Vec<usize> =
            within.header.iter().map(|name| place(&mut self.header, name)).collect();
        for own in within.rows {
            let mut all = row.clone();
            all.resize(self.header.len(), String::new());
            for (at, cell) in places.iter().zip(own) {
                all.get_mut(*at).into_iter().for_each(|own| own.clone_from(&cell));
            }
            self.rows.push(all);
        }
    }

    /// Whether each row has as many cells as there are of something.
    fn fits(&self, count: usize) -> bool {
        self.rows.iter().all(|row| row.len() == count)
    }

    /// Takes the names of its columns from a list of them beside it, or from several that come one after another.
    fn named_by(&mut self, lists: &mut Vec<(String, Vec<String>)>) {
        let heads = |(name, list): &(String, Vec<String>)| is_names(name) && self.fits(list.len());
        if !self.header.is_empty() {
            return;
        }
        if let Some(at) = lists.iter().position(heads) {
            self.header = lists.swap_remove(at).1;
            // Their numbers are no column.
            lists.retain(|(name, _)| name != "index");
            return;
        }
        let all: Vec<String> = lists.iter().flat_map(|(_, own)| own.clone()).collect();
        if lists.iter().any(|(name, _)| is_names(name)) && self.fits(all.len()) {
            self.header = all;
            lists.clear();
        }
    }

    /// What each row calls itself.
    fn labels(self) -> Vec<String> {
        const LABELS: [&str; 4] = ["text", "label", "name", "code"];
        let at = LABELS.iter().find_map(|own| self.header.iter().position(|name| name == own));
        let cell = |row: Vec<String>| row.into_iter().nth(at?);
        self.rows.into_iter().map(|row| cell(row).unwrap_or_default()).collect()
    }

    /// Of arrays of one length, each a column.
    fn of_columns(path: &str, titles: Vec<String>, lists: Vec<(String, Vec<String>)>) -> Vec<Self> {
        let mut lengths: Vec<usize> = lists.iter().map(|(_, own)| own.len()).collect();
        util::sort_unique(&mut lengths);
        let tables = lengths.into_iter().filter(|length| *length > 1).filter_map(|length| {
            let own = || lists.iter().filter(|(_, own)| own.len() == length);
            let header = own().map(|(name, _)| joined(path, name)).collect();
            let row = |at: usize| own().filter_map(|(_, cells)| cells.get(at).cloned()).collect();
            let rows = (0..length).map(row).collect();
            let (path, titles) = (path.to_owned(), titles.clone());
            (own().count() > 1).then_some(Self { path, titles, header, rows })
        });
        tables.collect()
    }

    /// As lines, below those that say what it is where it is one of several.
    fn made(self, alone: bool) -> Named {
        let mut text = String::new();
        let path = Some(&self.path).filter(|own| !alone && !own.is_empty());
        // A name that is one of exports or of imports labels all of it.
        let last = self.path.rsplit('/').next().filter(|own| flow_in(own).is_some());
        let label = last.filter(|_| !self.header.iter().any(|name| name == "flow"));
        let label = label.map(|own| format!("flow: {own}"));
        for title in path.into_iter().chain(&self.titles).chain(&label) {
            line(&mut text, std::iter::once(title.clone()));
        }
        if !self.header.is_empty() {
            line(&mut text, self.header.iter().cloned());
        }
        let width = self.header.len();
        let days = |at: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(at)).peekable();
            cells.peek().is_some() && cells.all(|cell| cell.is_empty() || day(cell).is_some())
        };
        let dated: Vec<usize> = (0..width).filter(|at| days(*at)).collect();
        for mut row in self.rows {
            for cell in
                dated.iter().filter_map(|at| Some((*at, day(row.get(*at)?)?))).collect::<Vec<_>>()
            {
                row.get_mut(cell.0).into_iter().for_each(|own| own.clone_from(&cell.1));
            }
            row.resize(row.len().max(width), String::new());
            // A line end within a cell is no end of a row, but no page shows it.
            line(&mut text, row.into_iter().map(|cell| cell.replace(['\n', '\r'], " ")));
        }
        Named { path: self.path, csv: text }
    }
}

/// Whether a list is called after the columns that it names.
fn is_names(list: &str) -> bool {
    const NAMES: &str = "columns|header|headers|fields|names|keys|cols";
    NAMES.split('|').any(|own| list.eq_ignore_ascii_case(own))
}

/// The day that milliseconds since 1970 begin, as programs write dates, by the number that spreadsheets give it.
fn day(cell: &str) -> Option<String> {
    const DAY: u64 = 86_400_000;
    let own: u64 = cell.parse().ok().filter(|own| cell.len() > 11 && own % DAY == 0)?;
    Some((own / DAY + 25_569).to_string())
}

/// Whether a line is named for what it says of a table.
fn is_title(line: &str) -> bool {
    const NAMES: &str =
        "title|subtitle|unit|units|currency|flow|indicator|reporter|commodity|product|frequency";
    let name = line.split(':').next().unwrap_or_default().lower();
    let last = name.rsplit('_').next();
    NAMES.split('|').any(|own| Some(own) == last) || name == "trade_type"
}

/// The place of a name among others, behind them where it is new.
fn place(header: &mut Vec<String>, name: &str) -> usize {
    header.iter().position(|known| known == name).unwrap_or_else(|| {
        header.push(name.to_owned());
        header.len() - 1
    })
}

/// The last of the names that lead to a table.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

pub struct Parser<'a> {
    text: &'a str,
    at: usize,
}

pub type Parsed<T> = Result<T, &'static str>;

impl<'a> Parser<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// The members of an object, of each the name; what is called reads its value.
    pub fn members(&mut self, each: &mut dyn FnMut(&mut Self, String) -> Parsed<()>) -> Parsed<()> {
        self.take(b'{');
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            self.blanks();
            let name = self.string()?;
            if !self.take(b':') {
                return Err(words::colon());
            }
            self.blanks();
            each(self, name)?;
            if self.take(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(words::comma_or_brace());
            }
        }
    }

    /// The items of an array; what is called reads each.
    pub(super) fn items(&mut self, each: &mut dyn FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.take(b'[');
        if self.take(b']') {
            return Ok(());
        }
        loop {
            self.blanks();
            each(self)?;
            if self.take(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(words::comma_or_bracket());
            }
        }
    }

    /// An object that holds rows in some of its members.
    fn answer(&mut self, found: &mut Found, path: &str, depth: usize) -> Parsed<()> {
        self.blanks();
        if self.peek() != Some(b'{') {
            return Err(words::brace_or_bracket());
        }
        if depth > DEEPEST {
            return Err(words::too_deep());
        }
        let (mut titles, mut lists) = (Vec::new(), Vec::new());
        let (named, others) = (found.named.len(), found.others.len());
        self.members(&mut |parser, name| {
            let own = joined(path, &name);
            match parser.peek() {
                Some(b'[') if parser.holds_rows() => {
                    let mut table = Table { path: own, ..Table::default() };
                    parser.rows(&mut table)?;
                    let named = ROWS.contains(&name.lower().as_str());
                    if named { found.named.push(table) } else { found.others.push(table) }
                }
                Some(b'[') => lists.push((name, parser.array()?)),
                Some(b'{') => parser.answer(found, &own, depth + 1)?,
                Some(b'"') => {
                    let said = parser.string()?.replace(['\n', '\r'], " ");
                    titles.push(format!("{name}: {said}"));
                }
                _ => drop(parser.value(depth)?),
            }
            Ok(())
        })?;
        // A list of names beside rows without any is theirs.
        let mut described = found.others.split_off(others);
        for table in found.named.iter_mut().skip(named).chain(&mut described) {
            table.named_by(&mut lists);
        }
        // So are objects that each describe a column.
        for table in found.named.iter_mut().skip(named).filter(|own| own.header.is_empty()) {
            let of_columns = |own: &Table| is_names(last(&own.path)) && table.fits(own.rows.len());
            let Some(at) = described.iter().position(of_columns) else { continue };
            table.header = described.swap_remove(at).labels();
        }
        found.others.extend(described);
        // What is said beside rows is said of them, where its name says what it is.
        let said: Vec<&String> = titles.iter().filter(|own| is_title(own)).collect();
        // What stands apart from all rows may be said of the only ones.
        if found.named.len() == named && found.others.len() == others && lists.is_empty() {
            found.said.extend(said.iter().map(|own| (*own).clone()));
        }
        let period = |line: &String| {
            let (name, value) = line.split_once(": ")?;
            let short = value.len() <= 20 && period_in(value).is_some();
            short.then(|| (name.to_owned(), value.to_owned()))
        };
        found.legend.extend(titles.iter().filter_map(period));
        let own = found.named.iter_mut().skip(named);
        for table in own.chain(found.others.iter_mut().skip(others)) {
            table.titles.extend(said.iter().map(|own| (*own).clone()));
        }
        found.others.extend(Table::of_columns(path, titles, lists));
        Ok(())
    }

    /// Whether the array that comes next begins with a row.
    fn holds_rows(&self) -> bool {
        matches!(self.first_item(), Some(b'[' | b'{'))
    }

    /// The first byte of the first item of the array that comes next.
    fn first_item(&self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        rest.trim_ascii_start().first().copied()
    }

    /// The lists of an object that holds several of them and nothing else; it is left where it stands otherwise.
    fn lists(&mut self) -> Option<Vec<Vec<String>>> {
        let start = self.at;
        let mut found = Vec::new();
        let read = self.members(&mut |parser, _| {
            if parser.peek() != Some(b'[') || parser.holds_rows() {
                return Err(words::value());
            }
            found.push(parser.array()?);
            Ok(())
        });
        let several = found.iter().all(|own| !own.is_empty()) && found.concat().len() > 2;
        let own = Some(found).filter(|own| read.is_ok() && own.len() > 1 && several);
        if own.is_none() {
            self.at = start;
        }
        own
    }

    /// An array of rows.
    fn rows(&mut self, table: &mut Table) -> Parsed<()> {
        // What leads to a row's figures may stand in a list beside them, and so may the names of all of its cells.
        let mut pairs = true;
        self.items(&mut |parser| {
            let lists = if table.header.is_empty() { parser.lists() } else { None };
            if let Some(lists) = lists {
                pairs &= matches!(lists.as_slice(), [one, other] if one.len() == other.len());
                table.rows.push(lists.concat());
                return Ok(());
            }
            pairs = false;
            match parser.peek() {
                Some(b'[') => table.rows.push(parser.array()?),
                Some(b'{') => {
                    let mut row = vec![String::new(); table.header.len()];
                    let mut within = Table::default();
                    parser.object((&mut table.header, &mut within), &mut row, "", 0)?;
                    table.below(row, within);
                }
                _ => drop(parser.value(0)?),
            }
            Ok(())
        })?;
        let half = |row: &Vec<String>| row.get(..row.len() / 2).map(<[String]>::to_vec);
        let first = table.rows.first().and_then(half).unwrap_or_default();
        if pairs && table.rows.len() > 1 && table.rows.iter().all(|row| row.starts_with(&first)) {
            table.rows.iter_mut().for_each(|row| drop(row.drain(..first.len())));
            table.header = first;
        }
        Ok(())
    }

    pub fn array(&mut self) -> Parsed<Vec<String>> {
        let mut row = Vec::new();
        self.items(&mut |parser| {
            row.push(parser.value(1)?);
            Ok(())
        })?;
        Ok(row)
    }

    /// An object as a row; members of its members are named after both.
    fn object(
        &mut self,
        (header, within): (&mut Vec<String>, &mut Table),
        row: &mut Vec<String>,
        under: &str,
        depth: usize,
    ) -> Parsed<()> {
        if depth > DEEPEST {
            return Err(words::too_deep());
        }
        self.members(&mut |parser, own| {
            let name = joined(under, &own);
            if parser.peek() == Some(b'{') {
                return parser.object((header, within), row, &name, depth + 1);
            }
            // Rows of its own, which it says something of.
            if parser.peek() == Some(b'[')
                && parser.first_item() == Some(b'{')
                && within.rows.is_empty()
            {
                return parser.rows(within);
            }
            let cell = parser.value(depth + 1)?;
            let at = place(header, &name);
            row.resize(row.len().max(at + 1), String::new());
            row.get_mut(at).into_iter().for_each(|own| own.clone_from(&cell));
            Ok(())
        })
    }

    /// The numbers of an object and of those within it, with the names that lead to each.
    fn leaves(&mut self, found: &mut Leaves, path: &mut Vec<String>) -> Parsed<()> {
        if path.len() > DEEPEST {
            return Err(words::too_deep());
        }
        self.members(&mut |parser, name| {
            match parser.peek() {
                Some(b'{') => {
                    path.push(name);
                    parser.leaves(found, path)?;
                    path.pop();
                }
                Some(b'"') => {
                    let said = format!("{name}: {}", parser.string()?.replace(['\n', '\r'], " "));
                    found.titles.extend(Some(said).filter(|own| is_title(own)));
                }
                Some(b'[') => drop(parser.value(0)?),
                _ => {
                    let own = parser.value(0)?;
                    found.rows.push(path.iter().cloned().chain([name, own]).collect());
                }
            }
            Ok(())
        })
    }

    /// Any value as a cell: of a list of one thing that thing; what else is nested is passed over.
    pub fn value(&mut self, depth: usize) -> Parsed<String> {
        self.blanks();
        match self.peek() {
            Some(b'"') => self.string(),
            Some(open @ (b'[' | b'{')) => {
                if depth > DEEPEST {
                    return Err(words::too_deep());
                }
                self.at += 1;
                let close = if open == b'[' { b']' } else { b'}' };
                if self.take(close) {
                    return Ok(String::new());
                }
                let mut first: Option<String> = None;
                loop {
                    if open == b'{' {
                        self.blanks();
                        self.string()?;
                        if !self.take(b':') {
                            return Err(words::colon());
                        }
                    }
                    let own = self.value(depth + 1)?;
                    let alone = first.is_none() && open == b'[';
                    first.get_or_insert(own);
                    if self.take(close) {
                        return Ok(first.filter(|_| alone).unwrap_or_default());
                    }
                    if !self.take(b',') {
                        return Err(words::comma());
                    }
                }
            }
            Some(_) => {
                let start = self.at;
                while self
                    .peek()
                    .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte))
                {
                    self.at += 1;
                }
                let word = self.text.get(start..self.at).unwrap_or_default();
                match word {
                    "" => Err(words::value()),
                    "null" | "NaN" => Ok(String::new()),
                    // Three digits behind a point are decimals here; a fourth tells them from thousands.
                    word if word
                        .rsplit_once('.')
                        .is_some_and(|(own, places)| places.len() == 3 && own.len() < 5) =>
                    {
                        Ok(format!("{word}0"))
                    }
                    word => Ok(word.to_owned()),
                }
            }
            None => Err(words::value_cut()),
        }
    }

    pub fn string(&mut self) -> Parsed<String> {
        if !self.take(b'"') {
            return Err(words::quoted_name());
        }
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(end) = memchr::memchr2(b'"', b'\\', rest.as_bytes()) else {
                return Err(words::open_quote());
            };
            text.push_str(rest.get(..end).unwrap_or_default());
            self.at += end + 1;
            if rest.as_bytes().get(end) == Some(&b'"') {
                return Ok(text);
            }
            let escape = self.peek().ok_or_else(words::name_cut)?;
            self.at += 1;
            match escape {
                b'n' | b'r' | b't' | b'b' | b'f' => text.push(' '),
                b'u' => {
                    let unit = self.unit()?;
                    // Letters beyond the first 65,536 are two of these.
                    let pair = (0xd800..0xdc00).contains(&unit)
                        && self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u"));
                    let code = if pair {
                        self.at += 2;
                        0x10000 + ((unit - 0xd800) << 10) + (self.unit()? & 0x3ff)
                    } else {
                        unit
                    };
                    text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                }
                other if other.is_ascii() => text.push(char::from(other)),
                _ => return Err(words::invalid_escape()),
            }
        }
    }

    fn unit(&mut self) -> Parsed<u32> {
        let digits = self.text.get(self.at..self.at + 4).ok_or_else(words::four_digits)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| words::four_digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_any_answer_become_lines() {
        for (text, expected) in [
            ("[[\"a\",\"b\"],\n[\"1\",2],[null,\"x,y\"]]", "a,b\n1,2\n,\"x,y\"\n"),
            ("[{\"a\":1,\"b\":\"q\"},{\"b\":\"r\",\"c\":true}]", "a,b,c\n1,q,\n,r,true\n"),
            (
                "{\"time\":\"0\",\"data\":[{\"a\":1,\"c\":{\"d\":2}}],\"error\":\"\"}",
                "a,c/d\n1,2\n",
            ),
            // A list of one country is that country.
            ("[{\"to\":[\"CN\"],\"v\":1},{\"to\":[\"CN\",\"US\"],\"v\":2}]", "to,v\nCN,1\n,2\n"),
            ("{\"Import\":[{\"a\":1}],\"Export\":[{\"a\":2}]}", "a,flow\n1,Import\n2,Export\n"),
            // A number of three places is no thousands.
            ("[[\"1.234\",1.234,0.5]]", "1.234,1.2340,0.5\n"),
            ("{\"response\":{\"items\":[{\"a\":\"\\u4e2d\\\"\"}]}}", "a\n\"中\"\"\"\n"),
        ] {
            let found = tables(text.as_bytes(), &|_| false).map(|mut own| own.remove(0).csv);
            assert_eq!(found.as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "{\"a\":",
            "[[1,2]",
            "[{\"a\" 1}]",
            "{\"data\":[]}",
            "[\"\\ud800\"]",
            "{\"data\":[{\"a\":\"\\u12\"}]}",
        ] {
            assert!(tables(text.as_bytes(), &|_| false).is_err(), "{text}");
        }
        assert!(tables("[".repeat(100_000).as_bytes(), &|_| false).is_err());
    }

    #[test]
    fn several_tables_are_named_by_what_leads_to_them() {
        let text = "{\"a\":{\"note\":\"in t\",\"years\":[2023,2024],\"values\":[5,6],\"one\":[7]},\"b\":[{\"c\":1}]}";
        let found = tables(text.as_bytes(), &|_| false).unwrap_or_default();
        let pairs: Vec<(&str, &str)> =
            found.iter().map(|own| (own.path.as_str(), own.csv.as_str())).collect();
        let expected =
            [("a", "a\nnote: in t\na/years,a/values\n2023,5\n2024,6\n"), ("b", "b\nc\n1\n")];
        assert_eq!(pairs, expected);
        // Two answers' rows are two tables, and what stands beside one is none.
        let both = "{\"x\":{\"data\":[[1],[2]]},\"y\":{\"data\":[[3],[4]]},\"z\":[[5]]}";
        let paths: Vec<String> = tables(both.as_bytes(), &|_| false)
            .unwrap_or_default()
            .into_iter()
            .map(|own| own.path)
            .collect();
        assert_eq!(paths, ["x/data", "y/data"]);
    }
}
