//! The sums kept of a file, by month, flow, reporter, partner and product.

pub mod parts;
pub mod sums;

use crate::util::Lower as _;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::import::bytes::parcel::{Packing, Parcel};
use crate::import::bytes::records::words;
use crate::import::cells::countries::{self, CountryNames, List};
use crate::import::cells::exact::{Exact, Packed, SIDES, Wide, sum_of};
use crate::import::cells::vocabulary::{self, Named, System, bare, named_total};
use crate::trade::{Flow, Month, Partner, Period, Unit};

/// Codes that were met, each with a number of its own and a name.
#[derive(Debug, Default)]
pub struct Names {
    /// By the bytes a file writes.
    seen: FxHashMap<Box<[u8]>, u32>,
    /// By code.
    numbers: FxHashMap<String, u32>,
    entries: Vec<Entry>,
    /// The bytes met last, and their number: neighbours are often alike.
    last: (Vec<u8>, Option<u32>),
    /// Other names that stand beside a code than its first one.
    others: Vec<(u32, String)>,
}

/// A product whose quantities a later file counts in another unit than those that are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherUnit {
    /// The product's code.
    pub product: String,
    /// The later file's unit.
    pub new: Unit,
    /// That of what is open.
    pub open: Unit,
}

/// A code with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// As our own files write it.
    pub code: String,
    /// As the file has it; may be empty.
    pub name: String,
    /// Of a product: whose list its code is of.
    pub system: System,
    /// Of a product: what its quantity is counted in, where that is no weight.
    pub unit: Option<Unit>,
    /// Of a product: whether a column of units had it weighed before anything counted it.
    pub weighed: bool,
}

impl Entry {
    /// Whether it is a group of countries, which have rows of their own.
    pub fn is_group(&self) -> bool {
        Self::is_group_code(&self.code)
    }

    /// Whether a code is a group's: one that was made of its name, or the one it goes by: `EU27`.
    pub fn is_group_code(code: &str) -> bool {
        match code.len() {
            8 => code.starts_with('G'),
            _ => countries::alpha2(code).is_none() && named_total(code) == Some(Named::Group),
        }
    }
}

impl Names {
    /// The number for what a file writes; `code` makes a code of new bytes.
    pub fn number(&mut self, bytes: &[u8], code: impl FnOnce(&[u8]) -> String) -> u32 {
        if let (last, Some(number)) = &self.last
            && *last == bytes
        {
            return *number;
        }
        let number = match self.seen.get(bytes) {
            Some(number) => *number,
            None => {
                let number = self.entry(code(bytes));
                self.seen.insert(bytes.into(), number);
                number
            }
        };
        self.last.0.clear();
        self.last.0.extend_from_slice(bytes);
        self.last.1 = Some(number);
        number
    }

    /// The number of a code.
    pub fn entry(&mut self, code: String) -> u32 {
        if let Some(number) = self.numbers.get(&code) {
            return *number;
        }
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.numbers.insert(code.clone(), number);
        self.entries.push(Entry { code, ..Entry::default() });
        number
    }

    /// The number of a code of a system: the same digits of another are another product.
    pub fn entry_of(&mut self, code: String, system: System) -> u32 {
        let known = self.numbers.get(&code).copied();
        let other =
            known.and_then(|number| self.get(number)).is_some_and(|own| own.system != system);
        let code = if other { format!("{code}@{}", system.label().lower()) } else { code };
        let is_new = !self.numbers.contains_key(&code);
        let number = self.entry(code);
        if is_new && let Some(own) = self.get_mut(number) {
            own.system = system;
        }
        number
    }

    /// As [`Names::number`], for codes of a system.
    pub fn number_of(
        &mut self,
        bytes: &[u8],
        system: System,
        code: impl FnOnce(&[u8]) -> String,
    ) -> u32 {
        if let (last, Some(number)) = &self.last
            && *last == bytes
        {
            return *number;
        }
        let known = self.seen.get(bytes).copied();
        let number = known.unwrap_or_else(|| {
            let number = self.entry_of(code(bytes), system);
            self.seen.insert(bytes.into(), number);
            number
        });
        self.last.0.clear();
        self.last.0.extend_from_slice(bytes);
        self.last.1 = Some(number);
        number
    }

    /// What a file writes for a number: of several ways the first by its letters.
    pub fn written(&self, number: u32) -> Option<String> {
        let own = self.seen.iter().filter(|(_, own)| **own == number);
        own.map(|(bytes, _)| bytes).min().map(|bytes| words(bytes))
    }

    /// What was written in two ways, neither of them a code, and taken for one.
    pub fn twice(&self) -> Vec<(String, String)> {
        let mut written: Vec<(u32, String)> = Vec::new();
        for (bytes, number) in &self.seen {
            let word = words(bytes);
            let name = word.chars().count() > 3 && word.chars().any(char::is_alphabetic);
            if name
                && self
                    .get(*number)
                    .is_some_and(|own| own.code.len() == 3 && own.code != Partner::WORLD)
            {
                written.push((*number, word));
            }
        }
        crate::util::sort(&mut written, Ord::cmp);
        written.dedup_by(|next, first| next.0 == first.0 && bare(&next.1) == bare(&first.1));
        let pairs = written.windows(2).filter_map(|pair| match pair {
            [one, other] if one.0 == other.0 => Some((one.1.clone(), other.1.clone())),
            _ => None,
        });
        pairs.collect()
    }

    /// Notes another name of an entry, of the first few that have one.
    pub fn also(&mut self, number: u32, name: String) {
        if self.others.len() < 3 && !self.others.iter().any(|(own, _)| *own == number) {
            self.others.push((number, name));
        }
    }

    /// The codes that have another name, with their first one.
    pub fn renamed(&self) -> impl Iterator<Item = (&Entry, &str)> {
        self.others.iter().filter_map(|(number, name)| Some((self.get(*number)?, name.as_str())))
    }

    /// The number of a code that was met.
    pub fn find(&self, code: &str) -> Option<u32> {
        self.numbers.get(code).copied()
    }

    /// Whether `number` still lacks a name.
    pub fn is_nameless(&self, number: u32) -> bool {
        self.get(number).is_some_and(|entry| entry.name.is_empty())
    }

    /// The entry with this number, to be told more of.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Entry> {
        self.entries.get_mut(number as usize)
    }

    /// Names an entry.
    pub fn name(&mut self, number: u32, name: String) {
        if let Some(entry) = self.entries.get_mut(number as usize) {
            entry.name = name;
        }
    }

    /// The entry with this number.
    pub fn get(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Every entry, by number.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Entry)> {
        (0..).zip(&self.entries)
    }

    /// Takes over what others met; answers with the new number of each of theirs. A name that is
    /// known already stands.
    fn absorb(&mut self, others: Self) -> Vec<u32> {
        others.entries.into_iter().map(|entry| self.take(entry)).collect()
    }

    /// Takes over an entry that others met, with what is not known of it yet; answers with its number here.
    fn take(&mut self, Entry { code, name, system, unit, weighed }: Entry) -> u32 {
        let number = self.entry_of(code, system);
        if let Some(own) = self.get_mut(number) {
            if own.name.is_empty() {
                own.name = name;
            }
            own.unit = own.unit.or(unit);
            own.weighed |= weighed;
        }
        number
    }

    /// Packs all of it.
    fn pack(&self, packing: &mut Packing) {
        packing.number(self.entries.len() as u64);
        for Entry { code, name, system, unit, weighed } in &self.entries {
            packing.number(u64::from(*weighed));
            let unit = unit.map(Unit::code).unwrap_or_default();
            for text in [code.as_str(), name, system.code(), unit] {
                packing.bytes(text.as_bytes());
            }
        }
        packing.number(self.seen.len() as u64);
        for (bytes, number) in &self.seen {
            packing.bytes(bytes);
            packing.number(u64::from(*number));
        }
    }

    /// As [`Names::pack`] packed it, to be joined to others.
    fn unpack(parcel: &mut Parcel<'_>) -> Option<Self> {
        let mut names = Self::default();
        for _ in 0..parcel.sized::<u32>()? {
            let weighed = parcel.number()? == 1;
            let code = parcel.text()?.to_owned();
            let name = parcel.text()?.to_owned();
            let system = System::of_code(parcel.text()?);
            let unit = Unit::parse(parcel.text()?);
            names.entries.push(Entry { code, name, system, unit, weighed });
        }
        for _ in 0..parcel.sized::<u32>()? {
            names.seen.insert(parcel.bytes()?.into(), parcel.sized()?);
        }
        Some(names)
    }

    /// Takes over what was met further down in the same file, as if it had been met here; answers with the
    /// new number of each, or with nothing where the order in which they were met tells what one of them is.
    fn join(&mut self, next: Self) -> Option<Vec<u32>> {
        let mut numbers = Vec::with_capacity(next.entries.len());
        for entry in next.entries {
            let known = self.find(&entry.code).and_then(|number| self.get(number));
            let alike = match known {
                Some(own) => {
                    // What was only counted above is not weighed here; what was weighed above may be counted first here.
                    let other_unit = own.unit.is_some_and(|unit| {
                        entry.weighed && !own.weighed || entry.unit.is_some_and(|new| new != unit)
                    });
                    let counted = own.weighed && entry.unit.is_some() && !entry.weighed;
                    own.system == entry.system && !other_unit && !counted
                }
                // The second of two that have the same code in two lists.
                None => !entry.code.contains('@'),
            };
            if !alike {
                return None;
            }
            numbers.push(self.take(entry));
        }
        for (bytes, number) in next.seen {
            let number = numbers.get(number as usize).copied()?;
            // What a code stands for may have been said by a name beside it.
            if *self.seen.entry(bytes).or_insert(number) != number {
                return None;
            }
        }
        Some(numbers)
    }

    /// Whether none was met.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }
}

/// The code of a country as a file writes it, by the number that is its in a list, by its code or by
/// its name; for a name that nobody knows, a code of its own, and one that tells a group of countries.
pub fn country(bytes: &[u8], name: &str, names: &CountryNames, list: List) -> String {
    let text = words(bytes);
    let text = vocabulary::without_unit(text.trim_start_matches(['\'', '’']).trim());
    let text = text.strip_suffix(".0").unwrap_or(text);
    // GENESIS writes its own mark before Eurostat's number.
    let text = text.strip_prefix("STA").filter(|_| list == List::Geonom).unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = digits(text);
    // A number of no known list is no name, not even where it stands for one.
    let name = if digits(name.trim()) { "" } else { name };
    if let Some(code) = names.numbered(text, list).filter(|_| is_number) {
        return code.to_owned();
    }
    if text == OF_FAO && list == List::Un {
        return hashed('G', OF_FAO);
    }
    // Codes that the United Nations and ISO give stand before any name that is not written as one is: `Nga` is Russia.
    let called = matches!(text.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..]);
    let listed = list == List::Un || !is_number && text.len() <= 3;
    if let Some(code) = countries::code(text)
        .filter(|code| listed && countries::alpha2(code).is_some())
        .filter(|_| !called || names.code(text).is_none())
    {
        return code;
    }
    // SDMX writes code and label as one: `DE:Germany`.
    let coded = text.split_once(':').map(|(code, _)| code.trim());
    let named = vocabulary::coded(text).map(|(_, name)| name);
    let (code, label) = vocabulary::labelled(text).unzip();
    let own = [Some(text), coded, named, code, label, vocabulary::noted(text)];
    for text in own.into_iter().flatten() {
        match named_total(text).filter(|_| !is_number || list != List::Unknown) {
            Some(Named::World) => return Partner::WORLD.to_owned(),
            Some(Named::Group) if Partner::parse(text).is_some() => return text.to_owned(),
            Some(Named::Group) => return hashed('G', &bare(text)),
            _ => {}
        }
        if let Some(code) = names.code(text) {
            return code.to_owned();
        }
    }
    match named_total(name) {
        Some(Named::World) => return Partner::WORLD.to_owned(),
        Some(Named::Group) => return hashed('G', &bare(name)),
        _ => {}
    }
    if let Some(code) = names.code(name) {
        return code.to_owned();
    }
    // `GB United Kingdom`: a country's own code before its name.
    let led = text.split_once(' ').and_then(|(code, rest)| {
        let named = names.code(rest.trim_start_matches(['-', '–', ' ']))?;
        countries::code(code).filter(|own| own == named)
    });
    if let Some(code) = led {
        return code;
    }
    for text in own.into_iter().flatten() {
        // What an office's own list lacks is another country's number in that of the United Nations.
        let number = text.parse().ok().filter(|_| digits(text));
        let code = match (number, list) {
            (Some(_), List::Unknown) => None,
            (Some(number @ 1..), own) if own != List::Un => countries::unlisted(number),
            _ => countries::code(text),
        };
        if let Some(code) = code {
            return code;
        }
    }
    hashed('P', text)
}

/// The code of a part of a country by its name.
pub fn part(name: &str) -> String {
    hashed('P', name)
}

/// Whether a code was made of a name, and says nothing to anybody.
pub fn is_made(code: &str) -> bool {
    let letters = code.strip_prefix(['P', 'G']).filter(|own| own.len() == 7);
    letters.is_some_and(|own| own.bytes().all(|letter| LETTERS.contains(&letter)))
}

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

impl Store {
    /// Whether partners or reporters have a group with this name, as of a country with its territories.
    pub fn calls_group(&self, name: &str) -> bool {
        let codes = [group(name), hashed('G', OF_FAO)];
        let called = |sides: &Names, code: &String| {
            sides.find(code).and_then(|at| sides.get(at)).is_some_and(|own| own.name == name)
        };
        codes.iter().any(|code| called(&self.partners, code) || called(&self.reporters, code))
    }
}

/// The FAO's China with Hong Kong, Macao and Taiwan, all of which have rows of their own.
const OF_FAO: &str = "159";

/// A code made of a name: the same name gets the same code in every file.
/// The code of a group by its name.
pub fn group(name: &str) -> String {
    hashed('G', &bare(name))
}

fn hashed(first: char, text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let letters = (0..7).filter_map(|place| LETTERS.get((hash >> (place * 5)) as usize & 31));
    std::iter::once(first).chain(letters.map(|letter| char::from(*letter))).collect()
}

/// One reporter's trade in a product with a partner, one way: everything that a sum is of but its
/// months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Trade {
    /// The reporter's number.
    pub reporter: u32,
    /// The product's number.
    pub product: u32,
    /// Exports or imports.
    pub flow: Flow,
    /// The partner's number.
    pub partner: u32,
}

/// What is added up of a trade in some months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// In the store's money, where any row had a value.
    pub value: Option<f64>,
    /// In tonnes, where any row had a weight.
    pub weight: Option<f64>,
    /// In its product's unit, where any row had a quantity that is no weight.
    pub count: Option<f64>,
    /// Whether a row for all of it was read, so that rows for parts of it no longer count.
    pub whole: bool,
    /// Whether a file calls it derived.
    pub derived: bool,
}

/// What a row says of its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amounts {
    /// In the file's money.
    pub value: Option<f64>,
    /// In tonnes.
    pub weight: Option<f64>,
    /// In the product's unit.
    pub count: Option<f64>,
    /// Whether the quantity that belongs to its value is not given.
    pub silent: bool,
}

impl Amounts {
    /// Whether it says nothing.
    pub const fn is_empty(&self) -> bool {
        self.value.is_none() && self.weight.is_none() && self.count.is_none()
    }
}

/// How a row counts towards its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It is one of several parts.
    Part,
    /// It is all of it.
    Whole,
    /// It is all of it, and no later row may say otherwise.
    First,
    /// It is a part of a sum whose rows until now were parts of such parts.
    Over,
}

/// What a row did to its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It began it, or was added to it.
    Added,
    /// It gave all of it once more.
    Same,
    /// It gave another figure for all of it, which stands instead.
    Other,
}

/// [`Sums`] and their months, packed: there may be tens of millions.
#[derive(Clone, Copy, Debug)]
struct Kept {
    period: Period,
    amounts: Packed,
    whole: bool,
    derived: bool,
    /// Whether a part of it gives no quantity of its value.
    silent: bool,
}

/// The same, unpacked.
#[derive(Clone, Copy, Debug, Default)]
struct Read {
    amounts: [Option<Exact>; SIDES],
    whole: bool,
    derived: bool,
    silent: bool,
}

impl Amounts {
    const fn sides(self) -> [Option<f64>; SIDES] {
        [self.value, self.weight, self.count]
    }
}

impl Kept {
    const fn new(period: Period) -> Self {
        Self { period, amounts: Packed::NONE, whole: false, derived: false, silent: false }
    }

    fn read(&self, wide: &Wide) -> Read {
        let &Self { whole, derived, silent, .. } = self;
        Read { amounts: self.amounts.all(wide), whole, derived, silent }
    }

    fn keep(&mut self, read: Read, wide: &mut Wide) {
        self.amounts.set(read.amounts, wide);
        (self.whole, self.derived, self.silent) = (read.whole, read.derived, read.silent);
    }

    fn sums(&self, wide: &Wide) -> Sums {
        let [value, weight, count] = self.amounts.amounts(wide);
        Sums { value, weight, count, whole: self.whole, derived: self.derived }
    }

    fn add(&mut self, amounts: Amounts, counts: Counts, derived: bool, wide: &mut Wide) -> Joined {
        if counts == Counts::Part {
            if !self.whole {
                self.amounts.add(amounts.sides(), wide);
                self.silent |= amounts.silent;
            }
            return Joined::Added;
        }
        let mut read = self.read(wide);
        let new = amounts.sides().map(|amount| amount.map(Exact::of));
        let joined = read.add(new, counts, derived);
        self.keep(read, wide);
        joined
    }
}

/// Whether both are known and are not the same.
fn differ(one: Option<Exact>, other: Option<Exact>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.amount() != other.amount())
}

/// Amounts of two, side by side.
fn merged(
    one: [Option<Exact>; SIDES],
    other: [Option<Exact>; SIDES],
    merge: impl Fn(Option<Exact>, Option<Exact>) -> Option<Exact>,
) -> [Option<Exact>; SIDES] {
    let mut found = one;
    found.iter_mut().zip(other).for_each(|(own, other)| *own = merge(*own, other));
    found
}

impl Read {
    /// Takes what a row says of all of it.
    fn add(&mut self, new: [Option<Exact>; SIDES], counts: Counts, derived: bool) -> Joined {
        let pairs = || self.amounts.into_iter().zip(new);
        let joined = match self.whole && counts != Counts::Over {
            true if pairs().any(|(own, new)| differ(own, new)) => Joined::Other,
            true if !pairs().any(|(own, new)| own.is_none() && new.is_some()) => Joined::Same,
            _ => Joined::Added,
        };
        match counts {
            Counts::Whole => {
                if !self.whole {
                    *self = Self { whole: true, ..Self::default() };
                }
                self.amounts = merged(self.amounts, new, |own, new| new.or(own));
                self.derived |= derived;
            }
            Counts::First => {
                self.whole = true;
                self.amounts = merged(self.amounts, new, Option::or);
            }
            Counts::Over => *self = Self { amounts: new, ..Self::default() },
            // Parts of what is there whole add nothing; others were added.
            Counts::Part => {}
        }
        joined
    }

    /// What both come to, where the rows of the other stand behind those of this one; nothing where each has a
    /// row for all of it, which may agree or not.
    fn and_then(self, next: Self) -> Option<Self> {
        match (self.whole, next.whole) {
            (true, true) => None,
            (true, false) => Some(self),
            (false, true) => Some(next),
            (false, false) => {
                let amounts = merged(self.amounts, next.amounts, sum_of);
                Some(Self { amounts, silent: self.silent || next.silent, ..next })
            }
        }
    }

    /// Takes a sum of a later file in its place.
    fn replace(&mut self, later: Self) -> Joined {
        // A whole stands against the parts of another file.
        if self.whole && !later.whole {
            return Joined::Same;
        }
        let pairs = || self.amounts.into_iter().zip(later.amounts);
        let other = pairs().any(|(own, later)| differ(own, later));
        let [value, weight, _] = self.amounts;
        let [later_value, later_weight, _] = later.amounts;
        let more =
            value.is_none() && later_value.is_some() || weight.is_none() && later_weight.is_some();
        let amounts = merged(self.amounts, later.amounts, |own, later| later.or(own));
        *self = Self { amounts, ..later };
        match (other, more) {
            (true, _) => Joined::Other,
            (false, true) => Joined::Added,
            (false, false) => Joined::Same,
        }
    }
}

/// The months of one trade, in order.
#[derive(Debug)]
struct Months {
    /// The last of them, known without a look at the others, which may lie far away.
    last: Period,
    /// A file of one year has one sum for each trade, kept in place.
    kept: SmallVec<[Kept; 1]>,
}

impl Months {
    fn new() -> Self {
        Self { last: Period { start: Month::from_index(0), months: 0 }, kept: SmallVec::new() }
    }

    /// The place of a period's sum, and whether it is a new one.
    fn place(&mut self, period: Period) -> (usize, bool) {
        match self.kept.binary_search_by_key(&period, |kept| kept.period) {
            Ok(place) => (place, false),
            Err(place) => {
                self.kept.insert(place, Kept::new(period));
                (place, true)
            }
        }
    }
}

/// Everything that was kept.
#[derive(Debug, Default)]
pub struct Store {
    /// Whose trade.
    pub reporters: Names,
    /// With whom.
    pub partners: Names,
    /// In what.
    pub products: Names,
    /// In the order they were met in.
    trades: Vec<(Trade, Months)>,
    /// Where each of them stands.
    places: FxHashMap<Trade, u32>,
    wide: Wide,
    sums: usize,
    /// What values are in, once a file has said so.
    pub money: Option<Unit>,
    /// Whether imports are the exports that others report.
    pub both_sides: bool,
}

impl Store {
    /// A store whose values must be in `money`, if that is known already.
    pub fn counting(money: Option<Unit>) -> Self {
        Self { money, ..Self::default() }
    }

    /// One for other rows of the same file.
    pub fn beside(&self) -> Self {
        Self { both_sides: self.both_sides, ..Self::counting(self.money) }
    }

    /// Adds what a row says of a trade.
    pub fn add(
        &mut self,
        (trade, period): (Trade, Period),
        amounts: Amounts,
        counts: Counts,
        derived: bool,
    ) -> Joined {
        let place = self.place(trade);
        let Some((_, months)) = self.trades.get_mut(place) else { return Joined::Added };
        // Most files go on from month to month: what is new is written without reading what is there.
        if months.kept.is_empty() || months.last < period {
            months.kept.push(Kept {
                period,
                amounts: Packed::of(amounts.sides(), &mut self.wide),
                whole: matches!(counts, Counts::Whole | Counts::First),
                derived: derived && counts == Counts::Whole,
                silent: amounts.silent && counts == Counts::Part,
            });
            months.last = period;
            self.sums += 1;
            return Joined::Added;
        }
        let (place, is_new) = months.place(period);
        self.sums += usize::from(is_new);
        let kept = months.kept.get_mut(place);
        kept.map_or(Joined::Added, |kept| kept.add(amounts, counts, derived, &mut self.wide))
    }

    /// Where a trade stands, at the end if it is new.
    fn place(&mut self, trade: Trade) -> usize {
        let next = self.trades.len();
        let place = *self.places.entry(trade).or_insert(u32::try_from(next).unwrap_or(u32::MAX));
        if place as usize == next {
            self.trades.push((trade, Months::new()));
        }
        place as usize
    }

    /// The months of a trade that was met.
    fn months(&self, trade: &Trade) -> Option<&Months> {
        self.trades.get(*self.places.get(trade)? as usize).map(|(_, months)| months)
    }

    /// How many sums of another store differ from those of this one.
    pub fn clashes(&self, other: &Self) -> u64 {
        let own =
            |names: &Names, others: &Names, number: u32| names.find(&others.get(number)?.code);
        let mut found = 0;
        for (trade, months) in other.trades() {
            let (Some(reporter), Some(partner), Some(product)) = (
                own(&self.reporters, &other.reporters, trade.reporter),
                own(&self.partners, &other.partners, trade.partner),
                own(&self.products, &other.products, trade.product),
            ) else {
                continue;
            };
            let trade = Trade { reporter, partner, product, flow: trade.flow };
            let Some(kept) = self.months(&trade) else { continue };
            for (period, sums) in months {
                let at = kept.kept.binary_search_by_key(&period, |kept| kept.period).ok();
                let own = at.and_then(|at| kept.kept.get(at)).map(|kept| kept.sums(&self.wide));
                let Some(own) = own else { continue };
                let differ = |one: Option<f64>, two: Option<f64>| {
                    one.is_some() && two.is_some() && one != two
                };
                found += u64::from(
                    differ(own.value, sums.value)
                        || differ(own.weight, sums.weight)
                        || differ(own.count, sums.count),
                );
            }
        }
        found
    }

    /// Takes over all of another store, as that of a later file: where both have a sum of one cell, the
    /// later stands, and nothing is added up. Answers with how many sums the later file repeats, how many it
    /// gives other figures for, and whose quantities it counts in another unit, which are left out.
    pub fn absorb(&mut self, mut other: Self) -> (u64, u64, Vec<OtherUnit>) {
        let (mut repeated, mut replaced) = (0, 0);
        // What a large file came to is not copied after the names of a small one.
        if self.is_empty() {
            std::mem::swap(&mut self.trades, &mut other.trades);
            std::mem::swap(&mut self.places, &mut other.places);
            std::mem::swap(&mut self.wide, &mut other.wide);
            std::mem::swap(&mut self.sums, &mut other.sums);
            for (own, others) in [
                (&mut self.reporters, &mut other.reporters),
                (&mut self.partners, &mut other.partners),
                (&mut self.products, &mut other.products),
            ] {
                std::mem::swap(own, others);
            }
        }
        self.money = other.money.or(self.money);
        self.both_sides |= other.both_sides;
        let reporters = self.reporters.absorb(other.reporters);
        let partners = self.partners.absorb(other.partners);
        let units: Vec<_> = other.products.entries.iter().map(|entry| entry.unit).collect();
        let products = self.products.absorb(other.products);
        let foreign = |(number, unit): (&u32, Option<Unit>)| {
            let (new, entry) = (unit?, self.products.get(*number)?);
            let open = entry.unit.filter(|open| *open != new)?;
            Some((*number, OtherUnit { product: entry.code.clone(), new, open }))
        };
        let foreign: Vec<_> = products.iter().zip(units).filter_map(foreign).collect();
        let number = |numbers: &[u32], own: u32| numbers.get(own as usize).copied();
        for (trade, months) in other.trades {
            let found = number(&reporters, trade.reporter)
                .zip(number(&partners, trade.partner))
                .zip(number(&products, trade.product));
            let Some(((reporter, partner), product)) = found else { continue };
            let trade = Trade { reporter, partner, product, ..trade };
            let uncounted = foreign.iter().any(|(number, _)| *number == product);
            for kept in months.kept {
                let mut read = kept.read(&other.wide);
                if uncounted {
                    let [value, weight, _] = read.amounts;
                    read.amounts = [value, weight, None];
                    if value.or(weight).is_none() {
                        continue;
                    }
                }
                match self.replace(trade, kept.period, read) {
                    Joined::Added => {}
                    Joined::Same => repeated += 1,
                    Joined::Other => replaced += 1,
                }
            }
        }
        (repeated, replaced, foreign.into_iter().map(|(_, own)| own).collect())
    }

    /// Packs all of it.
    pub fn pack(&self, packing: &mut Packing) {
        for names in [&self.reporters, &self.partners, &self.products] {
            names.pack(packing);
        }
        packing.bytes(self.money.map(Unit::code).unwrap_or_default().as_bytes());
        packing.number(self.trades.len() as u64);
        for (trade, months) in &self.trades {
            let export = u32::from(trade.flow == Flow::Export);
            for number in [trade.reporter, trade.product, trade.partner, export] {
                packing.number(u64::from(number));
            }
            packing.number(months.kept.len() as u64);
            for kept in &months.kept {
                packing.signed(i64::from(kept.period.start.index()));
                packing.number(u64::from(kept.period.months));
                let flags = u64::from(kept.whole) | u64::from(kept.derived) << 1;
                packing.number(flags | u64::from(kept.silent) << 2);
                kept.amounts.pack(&self.wide, packing);
            }
        }
    }

    /// As [`Store::pack`] packed it, to be joined to another: nothing can be looked up in it.
    pub fn unpack(parcel: &mut Parcel<'_>) -> Option<Self> {
        let reporters = Names::unpack(parcel)?;
        let partners = Names::unpack(parcel)?;
        let products = Names::unpack(parcel)?;
        let money = Unit::parse(parcel.text()?);
        let mut store = Self { reporters, partners, products, money, ..Self::default() };
        for _ in 0..parcel.sized::<u32>()? {
            let [reporter, product, partner] = [parcel.sized()?, parcel.sized()?, parcel.sized()?];
            let flow = if parcel.number()? == 1 { Flow::Export } else { Flow::Import };
            let mut months = Months::new();
            for _ in 0..parcel.sized::<u32>()? {
                let start = Month::from_index(parcel.signed()?.try_into().ok()?);
                let period = Period { start, months: parcel.sized()? };
                let flags = parcel.number()?;
                let amounts = Packed::unpack(parcel, &mut store.wide)?;
                months.last = months.last.max(period);
                months.kept.push(Kept {
                    period,
                    amounts,
                    whole: flags & 1 != 0,
                    derived: flags & 2 != 0,
                    silent: flags & 4 != 0,
                });
                store.sums += 1;
            }
            store.trades.push((Trade { reporter, product, flow, partner }, months));
        }
        Some(store)
    }

    /// Takes over what rows further down in the same file came to, as if they had been read here; `parts` where
    /// rows that fall on one cell are parts of it, beside one for all of it. Answers with whether that can be
    /// told: what is here is of no use where the order of the rows tells more.
    pub fn join(&mut self, next: Self, parts: bool) -> bool {
        let money = self.money.zip(next.money).is_none_or(|(own, new)| own == new);
        let (Some(reporters), Some(partners), Some(products)) = (
            self.reporters.join(next.reporters),
            self.partners.join(next.partners),
            self.products.join(next.products),
        ) else {
            return false;
        };
        self.money = self.money.or(next.money);
        self.trades.reserve(next.trades.len());
        self.places.reserve(next.trades.len());
        let number = |numbers: &[u32], own: u32| numbers.get(own as usize).copied();
        for (trade, months) in next.trades {
            let (Some(reporter), Some(partner), Some(product)) = (
                number(&reporters, trade.reporter),
                number(&partners, trade.partner),
                number(&products, trade.product),
            ) else {
                return false;
            };
            let place = self.place(Trade { reporter, partner, product, ..trade });
            let Some((_, own)) = self.trades.get_mut(place) else { return false };
            own.last = own.last.max(months.last);
            for next_kept in months.kept {
                let (place, is_new) = own.place(next_kept.period);
                self.sums += usize::from(is_new);
                let Some(kept) = own.kept.get_mut(place) else { return false };
                let next_read = || next_kept.read(&next.wide);
                if is_new && next.wide.is_empty() {
                    *kept = next_kept;
                    continue;
                }
                if is_new {
                    kept.keep(next_read(), &mut self.wide);
                    continue;
                }
                let joined = kept.read(&self.wide).and_then(next_read()).filter(|_| parts);
                let Some(joined) = joined else { return false };
                kept.keep(joined, &mut self.wide);
            }
        }
        money
    }

    /// Keeps a sum of a later file.
    fn replace(&mut self, trade: Trade, period: Period, later: Read) -> Joined {
        let place = self.place(trade);
        let Some((_, months)) = self.trades.get_mut(place) else { return Joined::Added };
        months.last = months.last.max(period);
        let (place, is_new) = months.place(period);
        self.sums += usize::from(is_new);
        let Some(own) = months.kept.get_mut(place) else { return Joined::Added };
        if is_new {
            own.keep(later, &mut self.wide);
            return Joined::Added;
        }
        let mut read = own.read(&self.wide);
        let joined = read.replace(later);
        own.keep(read, &mut self.wide);
        joined
    }

    /// Takes out what stands as a year and is the sum of its first months, where the file ends with them:
    /// a line of totals in the middle of a year. Answers with how many there were.
    pub fn drop_unfinished_years(&mut self) -> usize {
        let single = |kept: &&Kept| kept.period.months == 1;
        let all = self.trades.iter();
        let months = all.flat_map(|(_, months)| months.kept.iter().filter(single));
        let Some(last) = months.map(|kept| kept.period.start).max() else { return 0 };
        let count = last.number();
        if count == 12 {
            return 0;
        }
        let year = Period { start: Month::from_index(last.index() + 1 - count as i32), months: 12 };
        let mut dropped = 0;
        for (_, months) in &mut self.trades {
            let Ok(place) = months.kept.binary_search_by_key(&year, |kept| kept.period) else {
                continue;
            };
            let own: Vec<&Kept> = months
                .kept
                .iter()
                .filter(single)
                .filter(|kept| year.contains(kept.period.start))
                .collect();
            let wide = &self.wide;
            let adds_up = |amount: fn(Sums) -> Option<f64>| {
                let amount = |kept: &Kept| amount(kept.sums(wide)).unwrap_or(f64::NAN);
                let sum: f64 = own.iter().copied().map(amount).sum();
                // Each may be rounded.
                let of_year = months.kept.get(place).map_or(f64::NAN, amount);
                (sum - of_year).abs() <= of_year.abs() * 1e-3
            };
            if own.len() == count as usize
                && (adds_up(|sums| sums.value) || adds_up(|sums| sums.weight))
            {
                months.kept.remove(place);
                dropped += 1;
            }
        }
        self.sums -= dropped;
        dropped
    }

    /// Takes away the months behind the last of which any figure is told, where several trades have zeros there and
    /// none anything else: nobody has published them yet. Answers with that last month and how many figures went.
    pub fn drop_unpublished(&mut self) -> Option<(Month, usize)> {
        const SEVERAL: usize = 3;
        let wide = &self.wide;
        let month = |kept: &&Kept| kept.period.months == 1;
        let traded = |kept: &&Kept| {
            let sums = kept.sums(wide);
            let amounts = [sums.value, sums.weight, sums.count].into_iter();
            amounts.flatten().any(|amount| amount != 0.0)
        };
        let all = self.trades.iter();
        let kept = all.flat_map(|(_, months)| months.kept.iter().filter(month).filter(traded));
        let last = kept.map(|kept| kept.period.start).max()?;
        let behind = |kept: &Kept| kept.period.months == 1 && kept.period.start > last;
        let open = |(_, months): &&(Trade, Months)| months.kept.iter().any(behind);
        if self.trades.iter().filter(open).count() < SEVERAL {
            return None;
        }
        let mut dropped = 0;
        for (_, months) in &mut self.trades {
            let count = months.kept.len();
            months.kept.retain(|kept| !behind(kept));
            dropped += count - months.kept.len();
            if let Some(kept) = months.kept.last() {
                months.last = kept.period;
            }
        }
        self.sums -= dropped;
        Some((last, dropped))
    }

    /// What its values are in.
    pub fn unit(&self) -> Unit {
        self.money.unwrap_or(Unit::US_DOLLAR)
    }

    /// Every trade with its sums in order of their months; the trades are in the order they were met in.
    pub fn trades(
        &self,
    ) -> impl Iterator<Item = (&Trade, impl Iterator<Item = (Period, Sums)> + Clone)> {
        self.trades.iter().map(|(trade, months)| {
            (trade, months.kept.iter().map(|kept| (kept.period, kept.sums(&self.wide))))
        })
    }

    /// How many sums have the quantities of some of their parts only.
    pub fn incomplete(&self) -> usize {
        let all = self.trades.iter().flat_map(|(_, months)| &months.kept);
        let partly = |kept: &&Kept| {
            let Sums { weight, count, .. } = kept.sums(&self.wide);
            kept.silent && weight.or(count).is_some()
        };
        all.filter(partly).count()
    }

    /// Whether nothing was kept.
    pub const fn is_empty(&self) -> bool {
        self.sums == 0
    }

    /// How many sums there are.
    pub const fn len(&self) -> usize {
        self.sums
    }
}

/// A sum to which a missing amount adds nothing.
pub fn plus(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRADE: Trade = Trade { reporter: 0, product: 0, flow: Flow::Export, partner: 0 };

    fn month(index: i32) -> Period {
        Period::month(Month::from_index(24_298 + index))
    }

    fn valued(value: Option<f64>) -> Amounts {
        Amounts { value, ..Amounts::default() }
    }

    fn sums(rows: &[(Option<f64>, Counts)]) -> Option<f64> {
        let mut store = Store::default();
        for (value, counts) in rows {
            store.add((TRADE, month(0)), valued(*value), *counts, false);
        }
        store.trades().next().and_then(|(_, mut sums)| sums.next()).and_then(|(_, sums)| sums.value)
    }

    #[test]
    fn months_stand_in_order_whatever_order_they_come_in() {
        let mut store = Store::default();
        for index in [3, 5, 1, 3, 2, 5] {
            store.add((TRADE, month(index)), valued(Some(1.0)), Counts::Part, false);
        }
        let (_, sums) = store.trades().next().into_iter().next().unzip();
        let kept: Vec<_> =
            sums.into_iter().flatten().map(|(period, sums)| (period, sums.value)).collect();
        let expected = [(1, 1.0), (2, 1.0), (3, 2.0), (5, 2.0)];
        assert_eq!(kept, expected.map(|(index, value)| (month(index), Some(value))));
        assert_eq!(store.len(), 4);
    }

    #[test]
    fn parts_add_up_until_the_whole_is_read() {
        use Counts::{Part, Whole};
        assert_eq!(sums(&[(Some(1.0), Part), (None, Part), (Some(2.0), Part)]), Some(3.0));
        assert_eq!(sums(&[(Some(1.0), Part), (Some(10.0), Whole), (Some(2.0), Part)]), Some(10.0));
        assert_eq!(sums(&[(Some(10.0), Whole), (Some(11.0), Whole)]), Some(11.0));
        assert_eq!(sums(&[(None, Part)]), None);
    }

    #[test]
    fn what_is_taken_over_counts_as_later() {
        let store = |code: &str, name: &str, value: f64, counts: Counts| {
            let mut store = Store::default();
            let reporter = store.reporters.entry(code.to_owned());
            store.reporters.name(reporter, name.to_owned());
            for names in [&mut store.partners, &mut store.products] {
                names.entry("X".to_owned());
            }
            store.add((Trade { reporter, ..TRADE }, month(0)), valued(Some(value)), counts, false);
            store
        };
        let mut all = store("CHN", "", 1.0, Counts::Whole);
        all.absorb(store("JPN", "Japan", 5.0, Counts::Part));
        all.absorb(store("CHN", "China", 2.0, Counts::Whole));
        all.absorb(store("JPN", "Nippon", 3.0, Counts::Part));
        let mut found: Vec<(String, String, Option<f64>)> = Vec::new();
        for (trade, mut sums) in all.trades() {
            let entry = all.reporters.get(trade.reporter).cloned();
            let value = sums.next().and_then(|(_, sums)| sums.value);
            found.extend(entry.map(|entry| (entry.code, entry.name, value)));
        }
        found.sort_by(|one, other| one.0.cmp(&other.0));
        let expected = [("CHN", "China", Some(2.0)), ("JPN", "Japan", Some(3.0))];
        assert_eq!(
            found,
            expected.map(|(code, name, value)| (code.to_owned(), name.to_owned(), value))
        );
        assert_eq!(all.len(), 2);
    }

    #[test]
    fn a_name_without_a_code_gets_one_that_stays() {
        let mut names = CountryNames::default();
        let code = |text: &str| country(text.as_bytes(), "", &CountryNames::default(), List::Un);
        assert_eq!(code("阿根廷"), code("阿根廷"));
        assert_ne!(code("阿根廷"), code("巴西"));
        assert!(crate::trade::Partner::parse(&code("Viet Nam")).is_some());
        assert_eq!((code("156").as_str(), code("'156").as_str()), ("CHN", "CHN"));
        assert_eq!((code("World").as_str(), code("DE:Germany").as_str()), ("WLD", "DEU"));
        assert!(code("EU27_2020").starts_with('G'));
        assert_eq!((code("EU27").as_str(), Entry::is_group_code("EU27")), ("EU27", true));
        // Another list's number is no country.
        assert_ne!(country(b"410", "", &names, List::Unknown), "KOR");
        names.learn("BR\tBrazil|巴西\tc3510 b105");
        assert_eq!(country("巴西".as_bytes(), "", &names, List::Unknown), "BRA");
        assert_eq!(country(b"3510", "", &names, List::Census), "BRA");
        assert_eq!(country(b"9999", "BRAZIL", &names, List::Census), "BRA");
    }
}
