//! One row of trade.

use crate::util::Lower as _;
use std::hash::Hash as _;
use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smallvec::SmallVec;

use super::first_rows::{year_above, year_alone};
use crate::import::ASKS;
use crate::import::bytes::records::{Record, words};
use crate::import::cells::cell_numbers::{is_absent, number, weighed};
use crate::import::cells::countries::{CountryNames, List, alpha2};
use crate::import::cells::dates::{self, month, period};
use crate::import::cells::vocabulary::{
    Measured, Named, System, Way, What, bare, code_of, coded, counted, is_mil, is_subtotal,
    labelled, may_be_one, may_count, money_in, named_total, names_world, plain_unit, product_code,
    sign_beside, tonnes, what, without_unit,
};
use crate::import::layouts::{Joining, Layout, Role, Set, UNNAMED, When, Within, is_group};
use crate::import::store::{
    self, Amounts, Counts, Entry, Joined, Store, Trade, country, group, is_made, part,
};
use crate::trade::{Flow, Measure, Partner, Period, Status, Unit};
use crate::util::csv_cells::unguarded;
use crate::wording::facts::Unused;
use crate::wording::say::import::{preview, rows};

/// What was done with a row, by the figures that were kept of it.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Figures that were kept.
    pub kept: u32,
    /// Figures that took the place of others.
    pub replaced: u32,
    /// Figures that were given once more.
    pub repeated: u32,
    /// A quantity that could not be kept beside its value.
    pub unweighed: bool,
    /// Quantities of zero that stand for none.
    pub zeros: u32,
    /// Why nothing was kept, though nothing is wrong.
    pub left_out: Option<Unused>,
    /// A cell that could not be read beside others that were.
    pub wrong: Option<Wrong>,
    /// Columns, among those that nobody mapped, in which the row differs from an earlier one of its cell.
    pub differing: SmallVec<[usize; 2]>,
    /// It differs in nothing but its figure.
    pub unexplained: bool,
    /// It is a part of what a row for the total holds.
    pub part: bool,
}

/// What is wrong with a row: the column's place and what was expected there.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub place: Option<usize>,
    pub expected: &'static str,
    /// The unit found, where it is the header or an answer that says it.
    pub unit: Option<Unit>,
}

const fn wrong(place: Option<usize>, expected: &'static str) -> Wrong {
    Wrong { place, expected, unit: None }
}

/// A word of the flow's column: what it means, and whether it is of shares, prices or indices.
type KnownWay = (Box<[u8]>, (Option<Way>, bool));

/// What is kept from row to row of a file.
#[derive(Debug, Default)]
pub struct Memory {
    /// Whether cells are read only where they are written plainly; see [`Memory::is_plain`].
    plain: bool,
    /// Whether a cell was met that is not.
    pub left: bool,
    /// The period's cell met last.
    last: Option<(Vec<u8>, Period)>,
    /// What an amount is, by what its row calls it.
    whats: FxHashMap<Vec<u8>, Option<(What, Option<Unit>)>>,
    /// Of the first cells: what stood in the columns that nobody mapped.
    versions: FxHashMap<(Trade, Period), SmallVec<[u32; 4]>>,
    /// Which directions the words of the flow's column mean: few, and nearly every row has one of them.
    ways: Vec<KnownWay>,
    /// What the words of the units' columns mean: few as well, and many words are tried to read one.
    units: Vec<(Box<[u8]>, Measured)>,
    /// Whether words in columns of parts are names of totals.
    totals: FxHashMap<Box<[u8]>, bool>,
    /// The year that stood alone in a row last.
    pub year: Option<u32>,
    /// What the money of the first value whose cell names one is written with.
    sign: Option<String>,
    /// What stands around the number of the last cell that was written with that money: most cells are alike.
    around: Vec<u8>,
    /// In how many such columns the rows of a cell that count are totals, where any are.
    ranks: FxHashMap<(Trade, Period), u8>,
    /// Rows that were added to their cells as parts of it.
    parts: FxHashSet<u64>,
}

/// More words than columns of parts have.
const MOST_WORDS: usize = 20_000;
/// More words than a column of flows or of units has.
const MOST_WAYS: usize = 32;

impl Memory {
    /// Of no row yet; `plain` as [`Memory::is_plain`] says it.
    pub fn new(plain: bool) -> Self {
        Self { plain, ..Self::default() }
    }

    /// Whether whatever takes more than plain words to read is left to the reader that asks: the words of all
    /// languages are a fifth of it, and files of known layouts hardly have any.
    pub const fn is_plain(&self) -> bool {
        !ASKS || self.plain
    }

    /// Where the cell of a value has the sign or the code of a money, it must be that of all other values.
    fn same_sign(&mut self, record: &Record<'_>, at: usize) -> Result<(), Wrong> {
        let number = |byte: &&u8| byte.is_ascii_digit() || b".,".contains(byte);
        let around = || record.field(at).iter().filter(|byte| !number(byte));
        // Where letters stand beside the number, the file is left.
        let plain = self.is_plain() || around().all(|byte| b"-+() ".contains(byte));
        if plain || around().eq(&self.around) {
            return Ok(());
        }
        let Some(sign) = sign_beside(&record.text(at)) else { return Ok(()) };
        if !may_be_one(self.sign.get_or_insert_with(|| sign.clone()), &sign) {
            return Err(wrong(Some(at), rows::same_currency()));
        }
        self.around = around().copied().collect();
        Ok(())
    }

    /// Whether some rows are totals of others.
    pub fn ranks(&self) -> bool {
        !self.ranks.is_empty()
    }

    /// Which direction the word of a flow's column means, and whether it is of shares, prices or indices.
    fn way(&mut self, layout: &Layout, word: &[u8]) -> (Option<Way>, bool) {
        if let Some((_, way)) = self.ways.iter().find(|(own, _)| own.as_ref() == word) {
            return *way;
        }
        let told = ASKS && layout.asked && what(&words(word), "") == Some(What::Other);
        let way = (layout.way(word), told);
        if self.ways.len() < MOST_WAYS {
            self.ways.push((word.into(), way));
        }
        way
    }

    /// What a quantity is in by the word of a unit's column.
    fn unit(&mut self, word: &[u8]) -> Measured {
        if let Some((_, unit)) = self.units.iter().find(|(own, _)| own.as_ref() == word) {
            return *unit;
        }
        let text = words(word);
        let unit = if self.is_plain() {
            let unit = plain_unit(&text);
            self.left |= unit.is_none();
            unit.unwrap_or_default()
        } else {
            (tonnes(&text), counted(&text))
        };
        if self.units.len() < MOST_WAYS {
            self.units.push((word.into(), unit));
        }
        unit
    }

    /// In how many columns of parts a row is a total: all ports, all districts.
    fn rank(&mut self, layout: &Layout, record: &Record<'_>) -> u8 {
        let mut rank = 0;
        for at in &layout.parts {
            let bytes = record.field(*at);
            let total = match bytes {
                [] | [b'0'..=b'9', ..] => false,
                // As the Census Bureau marks all ports.
                b"-" => layout.grouped && layout.names.get(*at).is_some_and(|name| is_place(name)),
                _ => match self.totals.get(bytes) {
                    Some(known) => *known,
                    None => {
                        let total = names_world(&words(bytes));
                        if self.totals.len() < MOST_WORDS {
                            self.totals.insert(bytes.into(), total);
                        }
                        total
                    }
                },
            };
            rank += u8::from(total);
        }
        rank
    }
}

fn is_place(name: &str) -> bool {
    let name = name.lower();
    ["port", "dist", "state", "usda"].iter().any(|start| name.starts_with(start))
}

/// More cells than are compared with later ones of theirs.
const MOST_VERSIONS: usize = 200_000;

/// More rows than are compared with later ones whose like they may be.
const MOST_PARTS: usize = 2_000_000;

/// Keeps what a row says.
pub fn row(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    names: &CountryNames,
    memory: &mut Memory,
) -> Result<Taken, Wrong> {
    let place = |role| layout.place(role);
    let left_out = |why| Ok(Taken { left_out: Some(why), ..Taken::default() });
    if ASKS && layout.years_above {
        let cells: Vec<String> = (0..record.len()).map(|at| record.text(at)).collect();
        let cells = || cells.iter().map(String::as_str);
        let alone = year_alone(cells());
        if let Some(year) = alone.or_else(|| year_above(cells())) {
            memory.year = Some(year);
            return left_out(if alone.is_some() { Unused::Note } else { Unused::Totals });
        }
    }
    if ASKS
        && !layout.only.is_empty()
        && layout.only.iter().any(|(at, word)| words(record.field(*at)) != *word)
    {
        return left_out(Unused::OtherVersion);
    }
    // Where all rows looked at have one money, a later one of another is no figure in it.
    if ASKS
        && let Some((at, word)) = &layout.paid
        && record.field(*at) != word.as_bytes()
        && !is_absent(record.field(*at))
        && money_in(&record.text(*at)) != money_in(word)
    {
        return Err(wrong(Some(*at), rows::same_currency()));
    }
    if ASKS && layout.priced.iter().any(|(at, word)| words(record.field(*at)) == *word) {
        return left_out(Unused::OtherPrices);
    }
    if ASKS && layout.subtotals.iter().any(|(at, name)| words(record.field(*at)) == *name) {
        return left_out(Unused::Totals);
    }
    let flow = match place(Role::Flow) {
        Some(at) => match memory.way(layout, record.field(at)) {
            (Some(Way::Flow(_)), true) => return left_out(Unused::OtherMeasure),
            (Some(Way::Flow(flow)), false) => Some(flow),
            (Some(Way::Part), _) => return left_out(Unused::Parts),
            (None, _) if is_note(record) => return left_out(Unused::Note),
            (None, _) if is_world(record.field(at)) => return left_out(Unused::Totals),
            // A share is of neither direction.
            (None, _) if layout.measured(code_of(&record.text(at))) == Some(What::Other) => {
                return left_out(Unused::OtherMeasure);
            }
            (None, _) => return Err(wrong(Some(at), rows::flow())),
        },
        None => layout.flow,
    };
    let dated = place(Role::Period).or(place(Role::Year)).or(place(Role::Month)).is_some();
    let own_period = match dated || layout.years_above {
        true => match period_of(layout, record, memory) {
            Ok(found) => Some(found),
            // A line of words may be a time in words.
            Err(_) if is_note(record) && !(memory.is_plain() && has_digit(record.field(0))) => {
                return left_out(Unused::Note);
            }
            Err(wrong) if memory.is_plain() => {
                memory.left |= !wrong.place.is_some_and(|at| is_trailer(record, at));
                return Err(wrong);
            }
            Err(Wrong { place: Some(at), .. })
                if is_world(record.field(at)) || is_total_row(record, at) =>
            {
                return left_out(Unused::Totals);
            }
            Err(wrong) => return Err(wrong),
        },
        false => layout.when,
    };
    let own_period = own_period.map(|own| if ASKS { within(layout, record, own) } else { own });
    let names_of =
        [Role::Partner, Role::PartnerName, Role::Product, Role::ProductName, Role::Measure];
    let mut cells = names_of.into_iter().filter_map(place);
    if cells.any(|at| is_subtotal(record.field(at))) {
        return left_out(Unused::Totals);
    }
    let whose = match whose(store, layout, record, names, (flow, memory)) {
        Err(wrong) if memory.is_plain() => {
            memory.left = true;
            return Err(wrong);
        }
        Err(Wrong { place: Some(at), .. }) if is_total_row(record, at) => {
            return left_out(Unused::Totals);
        }
        found => found?,
    };
    let Some((reporter, partner, product)) = whose else { return left_out(Unused::Groups) };
    // `% Share`, `Growth` in the place of a partner.
    if ASKS && store.partners.get(partner).is_some_and(|own| own.code.is_empty()) {
        return left_out(Unused::OtherMeasure);
    }
    let whole = layout.joining == Joining::Latest
        && layout.wholes.iter().all(|(at, whole)| is_whole(record.field(*at), whole));
    let preferred = layout.preferred.first().map(|(at, word)| words(record.field(*at)) == *word);
    let counts = match layout.joining {
        _ if preferred == Some(true) => Counts::Whole,
        _ if preferred == Some(false) => Counts::Part,
        Joining::Latest if whole => Counts::Whole,
        Joining::First => Counts::First,
        _ => Counts::Part,
    };
    let rank = if layout.parts.is_empty() { 0 } else { memory.rank(layout, record) };
    let derived = place(Role::Status)
        .is_some_and(|at| Status::parse(&record.text(at)) == Some(Status::Derived));
    let mut taken = Taken::default();
    // Amounts that name themselves: one a row, or one for each period that heads a column.
    if place(Role::Amount).is_some() || place(Role::Measure).is_some() {
        let own = place(Role::Amount).map(|at| (at, When::Row, None));
        let sets = layout.sets.iter().filter_map(|set| Some((set.value?.0, set.when, set.flow)));
        let mut gaps = true;
        for (at, when, named) in own.into_iter().chain(sets) {
            let amounts = match amount(store, layout, record, at, product, memory) {
                Ok(Some(amounts)) => amounts,
                Ok(None) => return left_out(Unused::OtherMeasure),
                Err(Wrong { place: Some(at), .. }) if is_world(record.field(at)) => {
                    return left_out(Unused::Totals);
                }
                Err(wrong) => return Err(wrong),
            };
            if amounts.is_empty() {
                continue;
            }
            gaps = false;
            let found = when_read(own_period, when).zip(named.or(flow));
            let Some((period, flow)) = found else {
                return Err(wrong(place(Role::Period), rows::period()));
            };
            let trade = Trade { reporter, product, flow, partner };
            keep(
                store,
                layout,
                record,
                memory,
                &mut taken,
                ((trade, period), amounts, (counts, rank), derived),
            );
        }
        return match taken.wrong.take() {
            Some(wrong) if taken.kept == 0 => Err(wrong),
            _ if taken.part && taken.kept == 0 => left_out(Unused::PartOfTotal),
            _ if gaps => left_out(Unused::NoFigure),
            wrong => Ok(Taken { wrong, ..taken }),
        };
    }
    let scale = scaling(layout, record).inspect_err(|_| memory.left |= memory.is_plain())?;
    // Where a row says its direction, the other's column is not its own.
    let says_flow = place(Role::Flow).is_some();
    for set in &layout.sets {
        if says_flow && set.flow.is_some_and(|own| Some(own) != flow) {
            continue;
        }
        let product = match set.goods.filter(|_| ASKS).and_then(|at| layout.heads.get(at)) {
            Some(name) => product_of(store, layout, name.as_bytes(), layout.system, &|own| own),
            None => product,
        };
        let amounts = amounts(store, layout, set, record, (product, scale), (&mut taken, memory));
        if amounts.is_empty() {
            continue;
        }
        let period = when_read(own_period, set.when);
        let Some((period, flow)) = period.zip(set.flow.or(flow)) else { continue };
        let mut trade = Trade { reporter, product, flow, partner };
        if ASKS
            && let Some(at) = set.country
            && let Some(name) = [&layout.lands, &layout.heads, &layout.names]
                .into_iter()
                .find_map(|own| own.get(at).filter(|own| !own.is_empty()))
        {
            let of = |bytes: &[u8]| country(bytes, "", names, layout.list);
            let (sides, own) = match layout.heads_report {
                true => (&mut store.reporters, &mut trade.reporter),
                false => (&mut store.partners, &mut trade.partner),
            };
            *own = sides.number(name.as_bytes(), of);
            // A known country is called by its name.
            let made_up = sides.get(*own).is_some_and(|entry| entry.code.len() == 8);
            if made_up && sides.is_nameless(*own) {
                sides.name(*own, name.clone());
            }
        }
        keep(
            store,
            layout,
            record,
            memory,
            &mut taken,
            ((trade, period), amounts, (counts, rank), derived),
        );
    }
    if taken.kept == 0 && taken.differing.is_empty() && !taken.unexplained {
        return match taken.wrong.take() {
            Some(wrong) => Err(wrong),
            None if taken.part => left_out(Unused::PartOfTotal),
            None if taken.unweighed => Err(no_weight(layout)),
            None => left_out(Unused::NoFigure),
        };
    }
    Ok(taken)
}

/// The months of a year that a row stands for, where words beside it were taken for them.
fn within(layout: &Layout, record: &Record<'_>, period: Period) -> Period {
    let holds = |own: &&Within| {
        own.beside.as_ref().is_none_or(|(at, word)| words(record.field(*at)) == *word)
    };
    layout.within.iter().filter(holds).fold(period, |period, own| own.of(period))
}

/// When a figure is of, by its row or its column.
fn when_read(own: Option<Period>, when: When) -> Option<Period> {
    match when {
        When::Row => own,
        // Of a year that heads a column, the row may say the month.
        When::Heading(period) => match own.filter(|own| own.months == 1 && period.months == 12) {
            Some(own) => (0..12)
                .map(|later| period.start + later)
                .find(|one| one.number() == own.start.number())
                .map(Period::month),
            None => Some(period),
        },
        When::Month(number) => month(own?.start.year().unsigned_abs(), number),
    }
}

/// What was expected where the only figure of a row is a quantity of no known unit.
fn no_weight(layout: &Layout) -> Wrong {
    let unit = layout.sets.first().and_then(|set| set.unit.or(set.weight.map(|(at, _)| at)));
    wrong(unit, rows::weight_unit())
}

/// Whether letters or signs stand around the digits of a cell: those of a money or of a unit, or marks of notes.
fn is_worded(cell: &[u8]) -> bool {
    let digit = |own: Option<&u8>| own.is_some_and(u8::is_ascii_digit);
    // As nearly all are.
    if digit(cell.first()) && digit(cell.last()) {
        return false;
    }
    let first = cell.iter().position(u8::is_ascii_digit);
    let last = cell.iter().rposition(u8::is_ascii_digit);
    let Some((first, last)) = first.zip(last) else { return false };
    let word = |own: &u8| own.is_ascii_alphabetic() || !own.is_ascii() || b"$<>".contains(own);
    cell.iter().take(first).chain(cell.iter().skip(last)).any(word)
}

fn has_digit(cell: &[u8]) -> bool {
    cell.iter().any(u8::is_ascii_digit)
}

/// Whether a row is a line of words below or within the table.
fn is_note(record: &Record<'_>) -> bool {
    (1..record.len()).all(|at| record.field(at).is_empty())
}

/// Whether a cell that should hold something else has a word for all of it: 합계, Итого, Gesamtergebnis.
fn is_world(field: &[u8]) -> bool {
    !field.is_empty() && names_world(&words(field))
}

/// Whether a row that lacks what should stand at `at` has a word for a total, or for a share of it, elsewhere.
fn is_total_row(record: &Record<'_>, at: usize) -> bool {
    let says = |cell: String| {
        !cell.is_empty()
            && (matches!(named_total(&cell), Some(Named::World | Named::Perhaps))
                || what(&cell, "") == Some(What::Other)
                    && !cell.bytes().any(|own| own.is_ascii_digit()))
    };
    record.field(at).is_empty() && (0..record.len()).map(|at| record.text(at)).any(says)
}

/// Whether a row that lacks its time is the last of a file of HMRC's, and no total for certain.
fn is_trailer(record: &Record<'_>, time: usize) -> bool {
    const WORD: &[u8] = b"TRAILER";
    let cells = || (0..record.len()).map(|at| record.field(at)).filter(|cell| !cell.is_empty());
    let plain =
        |cell: &[u8]| cell == WORD || has_digit(cell) && named_total(&words(cell)).is_none();
    record.field(time).is_empty() && cells().any(|cell| cell == WORD) && cells().all(plain)
}

/// Whether a column of parts says that the row is all of it, as the file or a spreadsheet writes that.
fn is_whole(field: &[u8], whole: &str) -> bool {
    field.is_empty()
        || field == whole.as_bytes()
        || field.strip_suffix(b".0").is_some_and(|own| own == whole.as_bytes())
}

/// More of any money than all the world trades in years; sums of several such are still exact.
const MOST: f64 = 1e18;

/// Adds figures to their cell, where they do not fall on those of another version of it.
fn keep(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    memory: &mut Memory,
    taken: &mut Taken,
    (cell, mut amounts, (mut counts, rank), derived): (
        (Trade, Period),
        Amounts,
        (Counts, u8),
        bool,
    ),
) {
    // What no trade is as large as is not added up, and not lost without a word.
    for own in [&mut amounts.value, &mut amounts.weight, &mut amounts.count] {
        if own.is_some_and(|own| own.abs() >= MOST) {
            *own = None;
            taken.wrong.get_or_insert(wrong(None, rows::number()));
        }
    }
    if amounts.is_empty() {
        return;
    }
    if rank > 0 || !memory.ranks.is_empty() {
        let own = memory.ranks.get(&cell).copied().unwrap_or_default();
        if rank < own {
            taken.part = true;
            return;
        }
        if rank > own {
            memory.ranks.insert(cell, rank);
            counts = Counts::Over;
        }
    }
    let watched = !layout.versions.is_empty() || layout.joining == Joining::First;
    if watched && memory.versions.len() < MOST_VERSIONS {
        let own: SmallVec<[u32; 4]> =
            layout.versions.iter().map(|at| fingerprint(record.field(*at))).collect();
        match memory.versions.get(&cell) {
            Some(earlier) => {
                let differing = layout.versions.iter().zip(earlier.iter().zip(&own));
                taken
                    .differing
                    .extend(differing.filter(|(_, (one, other))| one != other).map(|(at, _)| *at));
            }
            None => {
                memory.versions.insert(cell, own);
            }
        }
    }
    if !taken.differing.is_empty() {
        return;
    }
    // What differs from another part in nothing is no part of its own.
    if ASKS
        && layout.counts_once()
        && counts == Counts::Part
        && memory.parts.len() < MOST_PARTS
        && !memory.parts.insert(all_of(record, cell))
    {
        taken.kept += 1;
        taken.repeated += 1;
        return;
    }
    match store.add(cell, amounts, counts, derived) {
        Joined::Other if counts == Counts::First || layout.unsure && !layout.rows_said => {
            taken.unexplained = true;
        }
        Joined::Other => {
            taken.kept += 1;
            taken.replaced += 1;
        }
        Joined::Same => {
            taken.kept += 1;
            taken.repeated += 1;
        }
        Joined::Added => taken.kept += 1,
    }
}

/// All that a row says of a cell, as a number.
fn all_of(record: &Record<'_>, cell: (Trade, Period)) -> u64 {
    let mut hasher = FxHasher::default();
    cell.hash(&mut hasher);
    (0..record.len()).for_each(|at| record.field(at).hash(&mut hasher));
    hasher.finish()
}

fn fingerprint(bytes: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    let hash = hasher.finish();
    (hash ^ hash >> 32) as u32
}

/// Whose trade, with whom, in what, by number; nothing of what other rows hold.
fn whose(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    names: &CountryNames,
    (flow, memory): (Option<Flow>, &mut Memory),
) -> Result<Option<(u32, u32, u32)>, Wrong> {
    let place = |role| layout.place(role);
    // The code's column, its number's where that is empty, its name's where there is no other.
    let field = |code: Role, number: Option<Role>, name: Role| {
        let columns = [place(code), number.and_then(place), place(name)];
        let filled = columns.into_iter().flatten().find(|at| !record.field(*at).is_empty());
        filled.or(columns.into_iter().flatten().next())
    };
    let partner = match layout.sides {
        Some((exports, imports)) => {
            Some(if flow == Some(Flow::Import) { imports } else { exports })
        }
        None => field(Role::Partner, Some(Role::PartnerNumber), Role::PartnerName),
    };
    let written = partner;
    // What names neither a partner nor goods and calls itself a total is one of all of them.
    let total_beside = || {
        let total = |at: &usize| {
            let cell = record.field(*at);
            !cell.is_empty() && names_world(&words(cell))
        };
        layout.versions.iter().any(total)
    };
    let partner_bytes = match partner.map(|at| record.field(at)) {
        Some(b"") if layout.blank_totals || total_beside() => Partner::WORLD.as_bytes(),
        Some(b"") => return Err(wrong(partner, rows::partner())),
        Some(bytes) if layout.grouped && is_group(bytes) => return Ok(None),
        // As the Census Bureau marks the total of all countries.
        Some(b"-") => Partner::WORLD.as_bytes(),
        Some(bytes) => bytes,
        None => layout.partner.as_deref().unwrap_or(Partner::WORLD).as_bytes(),
    };
    let product = place(Role::Product).or(place(Role::ProductName));
    let product_bytes = match product.map(|at| record.field(at)) {
        // A total has a name and no code; other rows without one are none of the table.
        Some(b"")
            if place(Role::ProductName).is_some_and(|at| is_total(layout, &record.text(at)))
                || total_beside() =>
        {
            b"TOTAL"
        }
        Some(b"") => return Err(wrong(product, rows::product())),
        // A unit stands where a row lacks cells before it.
        Some(bytes) if ASKS && layout.asked && is_unit_code(bytes) => {
            return Err(wrong(product, rows::product()));
        }
        Some(bytes) => bytes,
        None => layout
            .goods
            .as_ref()
            .filter(|_| ASKS)
            .map_or("TOTAL", |goods| goods.code.as_str())
            .as_bytes(),
    };
    let reporter = field(Role::Reporter, Some(Role::ReporterNumber), Role::ReporterName);
    let reporter_bytes = match reporter.map(|at| record.field(at)) {
        Some(b"") | None => layout.reporter.as_deref().unwrap_or("").as_bytes(),
        Some(bytes) => bytes,
    };
    let plain = |text: String| if layout.guarded { unguarded(&text).to_owned() } else { text };
    let name = |role: Role| place(role).map(|at| plain(record.text(at))).unwrap_or_default();
    // Names that a reader says are totals, or none.
    let total = if !ASKS || layout.totals.is_empty() {
        None
    } else {
        layout.totals.iter().find(|(own, _)| !own.is_empty() && words(partner_bytes) == *own)
    };
    let whole = |bytes: &[u8]| {
        let own = (ASKS && !layout.mainlands.is_empty()).then(|| words(bytes))?;
        let (_, whole) = layout.mainlands.iter().find(|(name, _)| *name == own)?;
        Some(if *whole { group(&own) } else { part(&own) })
    };
    // What brackets behind a name say that figures are in takes all words for it.
    let plain_only = memory.is_plain();
    let mut left = false;
    let mut known = |bytes: &[u8], name: &str| {
        left |= plain_only && [&*words(bytes), name].into_iter().any(may_count);
        country(bytes, name, names, layout.list)
    };
    let reporter = store.reporters.number(reporter_bytes, |bytes| match bytes {
        b"" => UNNAMED.to_owned(),
        bytes if let Some(own) = whole(bytes) => own,
        bytes => known(bytes, &name(Role::ReporterName)),
    });
    let partner = match total {
        Some((_, true)) => store.partners.entry(Partner::WORLD.to_owned()),
        _ => store.partners.number(partner_bytes, |bytes| {
            if let Some(own) = whole(bytes) {
                return own;
            }
            let own = known(bytes, &name(Role::PartnerName));
            if !ASKS {
                return own;
            }
            let text = words(bytes);
            let few = text.contains('%') || text.split(' ').count() < 3;
            if layout.asked && few && is_made(&own) && what(&text, "") == Some(What::Other) {
                return String::new();
            }
            let beside = || Some(country(record.field(layout.beside?), "", names, List::Un));
            let known = |code: &String| alpha2(code).is_some() || Entry::is_group_code(code);
            match own.starts_with('P') && is_made(&own) {
                true => beside().filter(known).unwrap_or(own),
                false => own,
            }
        }),
    };
    memory.left |= left;
    let system = place(Role::System).map_or(layout.system, |at| System::of_code(&record.text(at)));
    let own = product_of(store, layout, product_bytes, system, &plain);
    // Bytes that no page can show are no code.
    if store.products.get(own).is_none_or(|entry| entry.code.is_empty()) {
        return Err(wrong(product, rows::product()));
    }
    let product = own;
    if store.reporters.is_nameless(reporter) && place(Role::ReporterName).is_some() {
        store.reporters.name(reporter, name(Role::ReporterName));
    }
    // A number of nobody's list is all that there is to show.
    let made_up = |entry: &store::Entry| entry.code.len() == 8;
    if store.reporters.is_nameless(reporter) && store.reporters.get(reporter).is_some_and(made_up) {
        store.reporters.name(reporter, words(reporter_bytes));
    }
    if store.partners.is_nameless(partner) {
        let column = layout.sides.map_or(place(Role::Partner), |_| written);
        let name = match (place(Role::PartnerName), column) {
            (Some(_), _) => name(Role::PartnerName),
            // A number whose country is known is no name.
            (None, Some(at))
                if record.field(at).iter().all(u8::is_ascii_digit)
                    && store.partners.get(partner).is_some_and(|entry| entry.code.len() == 3) =>
            {
                String::new()
            }
            // A name that stands where a code was expected.
            (None, Some(at))
                if record.field(at).len() > 3
                    || store.partners.get(partner).is_some_and(|entry| entry.code.len() == 8) =>
            {
                record.text(at)
            }
            _ => String::new(),
        };
        let name = without_unit(labelled(&name).map_or(name.as_str(), |(_, label)| label));
        store.partners.name(partner, name.to_owned());
    }
    // One code under two names may be two things.
    if ASKS
        && layout.asked
        && let Some(at) = place(Role::ProductName).filter(|_| place(Role::Product).is_some())
        && let Some(entry) = store.products.get(product).filter(|entry| !entry.name.is_empty())
        && !record.field(at).is_empty()
        && record.field(at) != entry.name.as_bytes()
        && bare(&record.text(at)) != bare(&entry.name)
    {
        store.products.also(product, record.text(at));
    }
    let all = || store.products.get(product).is_some_and(|entry| entry.code == "TOTAL");
    if store.products.is_nameless(product) && !all() {
        if place(Role::ProductName).is_some() {
            store.products.name(product, name(Role::ProductName));
        } else if let Some(goods) = layout.goods.as_ref().filter(|_| ASKS) {
            let unnamed = goods.code == UNNAMED;
            let name = if unnamed { preview::unnamed_goods() } else { &goods.name };
            store.products.name(product, name.to_owned());
        } else if let Some((_, name)) = coded(&words(product_bytes)) {
            store.products.name(product, name.to_owned());
        }
    }
    Ok(Some((reporter, partner, product)))
}

/// Whether a cell holds the code of a money or a weight: `USD`, `kg`.
fn is_unit_code(bytes: &[u8]) -> bool {
    let unit =
        (2..=3).contains(&bytes.len()).then(|| words(bytes)).and_then(|own| Unit::parse(&own));
    unit.is_some_and(|own| matches!(own.measure(), Measure::Value | Measure::Volume))
}

/// Whether a text that stands for a product is a name for all goods.
fn is_total(layout: &Layout, text: &str) -> bool {
    match layout.totals.iter().find(|(own, _)| ASKS && own == text) {
        Some((_, total)) => *total,
        None => !text.bytes().any(|byte| byte.is_ascii_digit()) && names_world(text),
    }
}

/// The number of a product by the code that a file writes.
fn product_of(
    store: &mut Store,
    layout: &Layout,
    bytes: &[u8],
    system: System,
    plain: &dyn Fn(String) -> String,
) -> u32 {
    let code = |bytes: &[u8]| {
        let text = plain(words(bytes));
        if layout.guarded {
            return text;
        }
        // A name that stands for all goods is no product among others.
        if is_total(layout, &text) {
            return "TOTAL".to_owned();
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let whole = digits == 9 && !layout.nine_lack_one || digits == 11 && !layout.eleven_lack_one;
        let text = match layout.behind_section.filter(|_| ASKS) {
            Some(length) => {
                text.get(text.len().saturating_sub(length)..).unwrap_or(&text).to_owned()
            }
            None => text,
        };
        let code = product_code(&text, system == System::Hs);
        // Marks between the digits of a whole code go, too, without a zero before it.
        let padded = whole && system == System::Hs && code.len() == digits + 1;
        match code.strip_prefix('0').filter(|_| padded) {
            Some(own) => own.to_owned(),
            None => code,
        }
    };
    // What a file writes stands for one code, unless it is of another list than the rest.
    if system == layout.system {
        return store.products.number_of(bytes, system, code);
    }
    store.products.entry_of(code(bytes), system)
}

/// When a row is of: of a year's quarter where another column says which.
fn period_of(layout: &Layout, record: &Record<'_>, memory: &mut Memory) -> Result<Period, Wrong> {
    let found = lasting(layout, record, dated(layout, record, memory)?)?;
    let Some(at) = layout.quarter.filter(|_| ASKS && found.months == 12) else { return Ok(found) };
    match dates::quarter(&record.text(at)) {
        Some(number) => Ok(Period { start: found.start + 3 * (number - 1), months: 3 }),
        None if dates::is_whole_year(&record.text(at)) || is_world(record.field(at)) => Ok(found),
        None => Err(wrong(Some(at), rows::period())),
    }
}

fn dated(layout: &Layout, record: &Record<'_>, memory: &mut Memory) -> Result<Period, Wrong> {
    let Some(at) = layout.place(Role::Period) else {
        let (year, number) = (layout.place(Role::Year), layout.place(Role::Month));
        let text = |place: Option<usize>| place.map(|at| record.text(at)).unwrap_or_default();
        // Where the year heads the columns, any one will do.
        let own = match (year, ASKS && layout.years_above) {
            // Of the Republic, which is no bare number of a year.
            (Some(_), _) if layout.dates.republic => format!("民國{}年", text(year)),
            (Some(_), _) => text(year),
            (None, true) => memory.year.map(|own| own.to_string()).unwrap_or_default(),
            (None, false) => match layout.when {
                Some(own) => own.start.year().to_string(),
                None if layout.sets.iter().any(|set| matches!(set.when, When::Heading(_))) => {
                    "2000".to_owned()
                }
                None => String::new(),
            },
        };
        let month = number.map(|_| text(number));
        let found = match memory.is_plain() {
            true => dates::plain_year_and_month(&own, month.as_deref()),
            false => dates::year_and_month(&own, month.as_deref()),
        };
        return found
            .map(|found| dates::until(found, layout.dates.cumulative))
            .ok_or_else(|| wrong(number.or(year), rows::period()));
    };
    let bytes = record.field(at);
    let found = match &memory.last {
        Some((own, found)) if own == bytes => *found,
        _ => {
            // A number of a spreadsheet may end in `.0`.
            let plain = bytes.strip_suffix(b".0").filter(|own| own.iter().all(u8::is_ascii_digit));
            let read = if memory.is_plain() { dates::plain_period } else { period };
            let found = read(plain.unwrap_or(bytes), layout.dates);
            let found = found.ok_or_else(|| wrong(Some(at), rows::period()))?;
            memory.last = Some((bytes.to_vec(), found));
            found
        }
    };
    Ok(found)
}

/// The period as long as a column of its own says, in months or in a word.
fn lasting(layout: &Layout, record: &Record<'_>, found: Period) -> Result<Period, Wrong> {
    let Some(at) = layout.place(Role::Months) else { return Ok(found) };
    let cell = words(record.field(at));
    let counted = cell.parse().ok().filter(|months| (1..=600).contains(months));
    let named = || dates::of_length(found, dates::length_named(&cell).filter(|_| ASKS)?);
    counted
        .map(|months| Period { months, ..found })
        .or_else(named)
        .ok_or_else(|| wrong(Some(at), rows::months()))
}

/// A cell's number; nothing where it says that there is none.
fn figure(layout: &Layout, record: &Record<'_>, at: usize) -> Result<Option<f64>, Wrong> {
    let marks = layout.marks(at);
    let bytes = record.field(at);
    match number(bytes, marks) {
        Some(value) if value.abs() >= MOST => Err(wrong(Some(at), rows::number())),
        Some(value) if !layout.minus.is_empty() && layout.minus.contains(&at) => Ok(Some(-value)),
        Some(_) if layout.noted && bytes.first() == Some(&b'(') => Ok(None),
        Some(value) if layout.bracketed && bytes.first() == Some(&b'(') => Ok(Some(value.abs())),
        // As many digits are those that a spreadsheet's program made of fewer.
        Some(value) if bytes.len() > 16 => Ok(Some(rounded(value))),
        Some(value) => Ok(Some(value)),
        None if is_absent(bytes) => Ok(None),
        None => {
            // A mark of secrecy or of a gap may follow one of absence: `: c`; a letter alone marks another cell.
            let text = words(bytes);
            let letter =
                |word: &str| word.len() == 1 && !word.bytes().all(|own| own.is_ascii_digit());
            let gap = text.split(' ').all(|word| letter(word) || is_absent(word.as_bytes()));
            if gap { Ok(None) } else { Err(wrong(Some(at), rows::number())) }
        }
    }
}

/// What the column that multiplies says of a row.
fn scaling(layout: &Layout, record: &Record<'_>) -> Result<f64, Wrong> {
    let Some(at) = layout.scale else { return Ok(layout.times) };
    layout.scale_in(&record.text(at)).ok_or_else(|| wrong(Some(at), rows::power()))
}

/// What a row says in the columns of a set.
fn amounts(
    store: &mut Store,
    layout: &Layout,
    set: &Set,
    record: &Record<'_>,
    (product, scale): (u32, f64),
    (taken, memory): (&mut Taken, &mut Memory),
) -> Amounts {
    let foreign = set.value.and_then(|(at, _)| memory.same_sign(record, at).err());
    let valued = set.value.filter(|_| foreign.is_none());
    if let Some(wrong) = foreign {
        taken.wrong.get_or_insert(wrong);
    }
    let (plain, mut left) = (memory.is_plain(), false);
    let mut read = |at: usize| {
        left |= plain && is_worded(record.field(at));
        match figure(layout, record, at) {
            Ok(found) => found,
            Err(wrong) => {
                taken.wrong.get_or_insert(wrong);
                None
            }
        }
    };
    let value = valued.and_then(|(at, factor)| {
        Some(times(read(at)?, if layout.worded { scale } else { factor * scale }))
    });
    // What multiplies money multiplies a quantity where that is the only figure.
    let scale = if set.value.is_some() { 1.0 } else { scale };
    // Beside a value a quantity of zero stands for one that was not reported; by itself it is a figure.
    let valued = value.is_some_and(|own| own != 0.0);
    let mut zeros = 0;
    let mut told = |own: f64| {
        zeros += u32::from(own == 0.0 && valued);
        Some(own).filter(|own| *own != 0.0 || !valued)
    };
    let first = set.weight.and_then(|(at, tonnes)| {
        let (amount, tonnes) = match weighed(record.field(at)) {
            Some((digits, own)) => (number(digits, layout.marks(at)), Some(own)),
            None => (read(at), tonnes),
        };
        Some((times(told(amount?)?, scale), tonnes, at))
    });
    let second = set.second.and_then(|(at, unit)| Some((told(read(at)?)?, unit, at)));
    memory.left |= left;
    let mut unit =
        |at: Option<usize>| memory.unit(at.map(|at| record.field(at)).unwrap_or_default());
    let mut found = Amounts { value, ..Amounts::default() };
    // With the place of the amount and of its unit.
    let mut pieces: Option<(f64, Unit, (usize, Option<usize>))> = None;
    let (mut left, mut weighed) = (false, None);
    if let Some((amount, known, at)) = first {
        let (tonnes, counted) = unit(set.unit);
        match if set.unit.is_some() { tonnes } else { known } {
            Some(tonnes) => {
                found.weight = Some(scaled(amount, tonnes));
                weighed = set.unit.filter(|_| set.second.is_none() && amount != 0.0);
            }
            None => match set.count.or(counted) {
                Some((own, each)) => pieces = Some((times(amount, each), own, (at, set.unit))),
                None => left = amount != 0.0,
            },
        }
    }
    if let Some((amount, own_unit, at)) = second {
        let (tonnes, counted) = unit(own_unit);
        match (tonnes, found.weight) {
            (Some(tonnes), None) => found.weight = Some(scaled(amount, tonnes)),
            (Some(_), Some(_)) => {}
            (None, _) => match counted {
                Some((own, each)) if pieces.is_none() => {
                    pieces = Some((times(amount, each), own, (at, own_unit)));
                }
                Some(_) => {}
                None => left |= amount != 0.0 && found.weight.is_none() && pieces.is_none(),
            },
        }
    }
    if let Some((amount, own, (at, said))) = pieces {
        // A zero beside one of money says nothing of what the goods are counted in.
        let silent = amount == 0.0 && set.value.is_some();
        let unit = store.products.get_mut(product).and_then(|entry| match silent {
            true => entry.unit,
            false => Some(*entry.unit.get_or_insert(own)),
        });
        // What is counted in two units does not add up.
        match unit == Some(own) {
            true => found.count = Some(amount),
            false if amount != 0.0 => {
                let unit = said.is_none().then_some(own);
                let wrong = wrong(said.or(Some(at)), rows::same_unit());
                taken.wrong.get_or_insert(Wrong { unit, ..wrong });
            }
            false => {}
        }
    }
    // Goods that were only counted are weighed here: the two are not one series.
    if weighed.is_some()
        && let Some(entry) = store.products.get_mut(product)
    {
        entry.weighed |= entry.unit.is_none();
        if !entry.weighed {
            taken.wrong.get_or_insert(wrong(weighed, rows::same_unit()));
        }
    }
    if left && found.weight.is_none() {
        taken.unweighed = true;
        if ASKS && layout.asked {
            taken.wrong.get_or_insert(no_weight(layout));
        }
    }
    // An empty second quantity beside a weight lacks nothing.
    taken.zeros += u32::from(zeros > 0 && found.weight.or(found.count).is_none());
    // Zeros and unknown units are counted by themselves.
    let quantified = set.weight.is_some() || set.second.is_some();
    found.silent =
        quantified && valued && zeros == 0 && !left && found.weight.or(found.count).is_none();
    found
}

/// What a row says whose only amount it names itself; nothing where that is none to add up.
fn amount(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    at: usize,
    product: u32,
    memory: &mut Memory,
) -> Result<Option<Amounts>, Wrong> {
    let (measure, unit) = (layout.place(Role::Measure), layout.place(Role::Unit));
    let bytes = |at: Option<usize>| at.map(|at| record.field(at)).unwrap_or_default();
    let key = [bytes(measure), b"\t", bytes(unit)].concat();
    let plain = memory.is_plain();
    let known = *memory.whats.entry(key).or_insert_with(|| {
        // Where no column says what an amount is, it is of money, as was answered.
        if measure.is_none() && unit.is_none() && !layout.guarded {
            return Some((What::Value(layout.factor), None));
        }
        let text = |at: Option<usize>| at.map(|at| record.text(at)).unwrap_or_default();
        let (measure, unit) = (text(measure), text(unit));
        match layout.guarded {
            true => own_amount(&measure, &unit),
            false if plain => listed_amount(layout, &measure, &unit),
            false => named_amount(layout, &measure, &unit),
        }
    });
    let Some((what, money)) = known else {
        memory.left |= plain;
        if layout.guarded {
            return Err(wrong(unit, rows::own_unit()));
        }
        return Err(wrong(measure.or(unit), rows::amount()));
    };
    if what == What::Other {
        return Ok(None);
    }
    let scale = scaling(layout, record).inspect_err(|_| memory.left |= memory.is_plain())?;
    memory.left |= memory.is_plain() && is_worded(record.field(at));
    let Some(amount) = figure(layout, record, at)? else {
        return Ok(Some(Amounts::default()));
    };
    let amount = times(amount, scale);
    let mut found = Amounts::default();
    match what {
        What::Value(_) if layout.one_money && money.is_some() && money != layout.money => {
            return Ok(None);
        }
        What::Value(factor) => {
            agree(store, layout, unit, money)?;
            memory.same_sign(record, at)?;
            found.value = Some(if layout.worded { amount } else { times(amount, factor) });
        }
        What::Weight(tonnes) => found.weight = Some(scaled(amount, tonnes)),
        What::Count(own, times) => {
            let unit = store.products.get_mut(product).map(|entry| *entry.unit.get_or_insert(own));
            if unit != Some(own) {
                return Err(wrong(layout.place(Role::Unit), rows::same_unit()));
            }
            found.count = Some(amount * times);
        }
        What::Quantity if let Some(tonnes) = layout.weight => {
            found.weight = Some(scaled(amount, tonnes));
        }
        What::Quantity | What::Other => {
            return Err(wrong(unit.or(measure), rows::weight_unit()));
        }
    }
    Ok(Some(found))
}

/// What an amount is in our own words, of which the unit says all.
fn own_amount(measure: &str, unit: &str) -> Option<(What, Option<Unit>)> {
    let own = Unit::parse(unit)?;
    let what = match Measure::parse(measure)? {
        Measure::Value if own.measure() == Measure::Value => What::Value(1.0),
        Measure::Volume if own.measure() == Measure::Volume => What::Weight(own.tonnes()?),
        other if other == own.measure() => What::Count(own, 1.0),
        _ => return None,
    };
    Some((what, Some(own).filter(|own| own.measure() == Measure::Value)))
}

/// What an amount is by the codes that its layout lists, where these say all and its money is known.
fn listed_amount(layout: &Layout, measure: &str, unit: &str) -> Option<(What, Option<Unit>)> {
    let found = layout.measured(measure).filter(|_| unit.is_empty() && layout.money.is_some())?;
    let factor = if found == What::Value(1.0) { What::Value(layout.factor) } else { found };
    Some((factor, None))
}

/// What an amount is, by the names of its measure and its unit, and its money where that says one.
fn named_amount(layout: &Layout, measure: &str, unit: &str) -> Option<(What, Option<Unit>)> {
    let code = measure.split(':').next().unwrap_or_default();
    let money = money_in(unit).or_else(|| money_in(measure));
    // A direction may stand for a value, unless its unit is one of weight.
    let weighed = money.is_none() && tonnes(unit).is_some();
    let listed = layout.measured(code);
    let listed = listed.filter(|what| !weighed || !matches!(what, What::Value(_)));
    match listed.or_else(|| what(measure, unit)) {
        // A factor that the unit says holds for what the list knows without one.
        Some(What::Value(1.0)) => {
            Some((What::Value(layout.factor_in(unit).unwrap_or(layout.factor)), money))
        }
        Some(What::Value(factor)) if is_mil(unit) || is_mil(measure) => {
            Some((What::Value(factor * layout.mil), money))
        }
        // Of a quantity the unit says what it is.
        Some(What::Quantity) if !unit.is_empty() => {
            let weighed = tonnes(unit).map(What::Weight);
            let pieces = || counted(unit).map(|(unit, times)| What::Count(unit, times));
            Some((weighed.or_else(pieces).unwrap_or(What::Quantity), money))
        }
        found => found.map(|what| (what, money)),
    }
}

/// Where a row says what its money is, it must be that of all other values.
fn agree(
    store: &mut Store,
    layout: &Layout,
    at: Option<usize>,
    money: Option<Unit>,
) -> Result<(), Wrong> {
    let Some(money) = money.or(layout.money) else {
        return Err(wrong(at, rows::currency()));
    };
    if *store.money.get_or_insert(money) == money {
        return Ok(());
    }
    Err(wrong(at, rows::same_currency()))
}

/// Kilograms are divided by a thousand, which is exact where multiplying by 0.001 is not.
fn scaled(weight: f64, unit: f64) -> f64 {
    if unit == 1.0 {
        return weight;
    }
    let own = if unit < 1.0 && (1.0 / unit).fract() == 0.0 {
        weight / (1.0 / unit)
    } else {
        weight * unit
    };
    rounded(own)
}

/// An amount times a power of ten, rounded as its digits say: 0.0351 billions are 35,100,000.
fn times(amount: f64, factor: f64) -> f64 {
    if factor == 1.0 {
        return amount;
    }
    let product = amount * factor;
    let whole = product.round();
    if (product - whole).abs() < whole.abs() * 1e-12 { whole } else { rounded(product) }
}

/// The decimal that an amount would be but for the last of its binary digits: 33.87808999999999 is 33.87809.
fn rounded(amount: f64) -> f64 {
    const TENS: [f64; 5] = [1.0, 1e3, 1e6, 1e9, 1e12];
    // As far as whole numbers are told apart.
    let near = TENS.into_iter().take_while(|ten| amount.abs() * ten < 9e15).find_map(|ten| {
        let decimal = (amount * ten).round() / ten;
        ((decimal - amount).abs() <= amount.abs() * 5e-16).then_some(decimal)
    });
    near.unwrap_or(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_as_decimals_is_kept_as_decimals() {
        for (weight, unit, expected) in
            [(33_878.09, 1e-3, 33.878_09), (338.7809, 0.1, 33.878_09), (0.3, 1e-3, 0.0003)]
        {
            assert_eq!(scaled(weight, unit).to_string(), expected.to_string());
        }
        assert_eq!(times(0.0351, 1e9), 35_100_000.0);
        assert_eq!(times(1.1, 1e3), 1100.0);
        assert_eq!(rounded(33.878_089_999_999_99), 33.878_09);
        assert_eq!(rounded(1.0 / 3.0), 1.0 / 3.0);
    }
}
