//! What is kept of a file: sums by month, direction, reporter, partner and product.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::countries;
use super::records::words;
use crate::trade::{Flow, Period, Unit};

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
}

/// A code with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As our own files write it.
    pub code: String,
    /// As the file has it; may be empty.
    pub name: String,
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
        self.entries.push(Entry { code, name: String::new() });
        number
    }

    /// The number of a code that was met.
    pub fn find(&self, code: &str) -> Option<u32> {
        self.numbers.get(code).copied()
    }

    /// Whether `number` still lacks a name.
    pub fn is_nameless(&self, number: u32) -> bool {
        self.get(number).is_some_and(|entry| entry.name.is_empty())
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

    /// Whether none was met.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }
}

/// The code of a country as a file writes it; for a name, a code of its own.
pub fn country(bytes: &[u8]) -> String {
    let text = words(bytes);
    countries::code(&text).unwrap_or_else(|| {
        // The same name gets the same code in every file.
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let letters = (0..7).filter_map(|place| LETTERS.get((hash >> (place * 5)) as usize & 31));
        std::iter::once('P').chain(letters.map(|letter| char::from(*letter))).collect()
    })
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
    /// Whether a row for all of it was read, so that rows for parts of it no longer count.
    pub whole: bool,
    /// Whether a file calls it derived.
    pub derived: bool,
}

/// How a row counts towards its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It is one of several parts.
    Part,
    /// It is all of it.
    Whole,
}

/// [`Sums`] and their months, packed: there may be tens of millions.
#[derive(Clone, Copy, Debug)]
struct Kept {
    period: Period,
    /// No number where no row had one.
    value: f64,
    weight: f64,
    whole: bool,
    derived: bool,
}

impl Kept {
    const fn new(period: Period) -> Self {
        Self { period, value: f64::NAN, weight: f64::NAN, whole: false, derived: false }
    }

    fn sums(&self) -> Sums {
        let known = |amount: f64| Some(amount).filter(|amount| !amount.is_nan());
        Sums {
            value: known(self.value),
            weight: known(self.weight),
            whole: self.whole,
            derived: self.derived,
        }
    }

    fn add(&mut self, value: Option<f64>, weight: Option<f64>, counts: Counts, derived: bool) {
        let plus = |own: f64, more: Option<f64>| match more {
            Some(more) if !own.is_nan() => own + more,
            Some(more) => more,
            None => own,
        };
        match counts {
            Counts::Whole => {
                if !self.whole {
                    *self = Self { whole: true, ..Self::new(self.period) };
                }
                self.value = value.unwrap_or(self.value);
                self.weight = weight.unwrap_or(self.weight);
                self.derived |= derived;
            }
            Counts::Part if self.whole => {}
            Counts::Part => {
                self.value = plus(self.value, value);
                self.weight = plus(self.weight, weight);
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
    /// Each in order of its months. A file of one year has one sum for each, kept in place.
    trades: FxHashMap<Trade, SmallVec<[Kept; 1]>>,
    sums: usize,
    /// What values are in, once a file has said so.
    pub money: Option<Unit>,
    /// Whether imports are the exports that others report.
    pub both_sides: bool,
}

impl Store {
    /// Adds what a row says of a trade.
    pub fn add(
        &mut self,
        (trade, period): (Trade, Period),
        value: Option<f64>,
        weight: Option<f64>,
        counts: Counts,
        derived: bool,
    ) {
        let months = self.trades.entry(trade).or_default();
        // Most files go on from month to month.
        let place = match months.last() {
            Some(last) if last.period < period => Err(months.len()),
            None => Err(0),
            Some(_) => months.binary_search_by_key(&period, |kept| kept.period),
        };
        let place = place.unwrap_or_else(|place| {
            months.insert(place, Kept::new(period));
            self.sums += 1;
            place
        });
        if let Some(kept) = months.get_mut(place) {
            kept.add(value, weight, counts, derived);
        }
    }

    /// What its values are in.
    pub fn unit(&self) -> Unit {
        self.money.unwrap_or(Unit::UsDollar)
    }

    /// Every trade with its sums in order of their months; the trades are in no order.
    pub fn trades(&self) -> impl Iterator<Item = (&Trade, impl Iterator<Item = (Period, Sums)>)> {
        self.trades
            .iter()
            .map(|(trade, months)| (trade, months.iter().map(|kept| (kept.period, kept.sums()))))
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
    use crate::trade::Month;

    const TRADE: Trade = Trade { reporter: 0, product: 0, flow: Flow::Export, partner: 0 };

    fn month(index: i32) -> Period {
        Period::month(Month::from_index(24_298 + index))
    }

    fn sums(rows: &[(Option<f64>, Counts)]) -> Option<f64> {
        let mut store = Store::default();
        for (value, counts) in rows {
            store.add((TRADE, month(0)), *value, None, *counts, false);
        }
        store.trades().next().and_then(|(_, mut sums)| sums.next()).and_then(|(_, sums)| sums.value)
    }

    #[test]
    fn months_stand_in_order_whatever_order_they_come_in() {
        let mut store = Store::default();
        for index in [3, 5, 1, 3, 2, 5] {
            store.add((TRADE, month(index)), Some(1.0), None, Counts::Part, false);
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
    fn a_name_without_a_code_gets_one_that_stays() {
        assert_eq!(country("阿根廷".as_bytes()), country("阿根廷".as_bytes()));
        assert_ne!(country("阿根廷".as_bytes()), country("巴西".as_bytes()));
        assert!(crate::trade::Partner::parse(&country(b"Viet Nam")).is_some());
        assert_eq!(country(b"156"), "CHN");
    }
}
