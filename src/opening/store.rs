//! What is kept of a file: sums by month, direction, reporter, partner and product.

use rustc_hash::FxHashMap;

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

/// What a sum is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// The reporter's number.
    pub reporter: u32,
    /// The product's number.
    pub product: u32,
    /// Exports or imports.
    pub flow: Flow,
    /// The partner's number.
    pub partner: u32,
    /// The months.
    pub period: Period,
}

/// What is added up of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// In the store's money, where any row had a value.
    pub value: Option<f64>,
    /// In tonnes, where any row had a weight.
    pub weight: Option<f64>,
    /// Whether a row for the whole cell was read, so that rows for parts of it no longer count.
    pub whole: bool,
    /// Whether a file calls it derived.
    pub derived: bool,
}

/// How a row counts towards its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It is one of several parts.
    Part,
    /// It is the whole cell.
    Whole,
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
    cells: FxHashMap<Cell, Sums>,
    /// What values are in, once a file has said so.
    pub money: Option<Unit>,
    /// Whether imports are the exports that others report.
    pub both_sides: bool,
}

impl Store {
    /// Adds what a row says of a cell.
    pub fn add(
        &mut self,
        cell: Cell,
        value: Option<f64>,
        weight: Option<f64>,
        counts: Counts,
        derived: bool,
    ) {
        let sums = self.cells.entry(cell).or_default();
        match counts {
            Counts::Whole => {
                if !sums.whole {
                    *sums = Sums { whole: true, ..Sums::default() };
                }
                sums.value = value.or(sums.value);
                sums.weight = weight.or(sums.weight);
                sums.derived |= derived;
            }
            Counts::Part if sums.whole => {}
            Counts::Part => {
                sums.value = plus(sums.value, value);
                sums.weight = plus(sums.weight, weight);
            }
        }
    }

    /// What its values are in.
    pub fn unit(&self) -> Unit {
        self.money.unwrap_or(Unit::UsDollar)
    }

    /// Every cell with its sums, in no order.
    pub fn cells(&self) -> impl Iterator<Item = (&Cell, &Sums)> {
        self.cells.iter()
    }

    /// Whether nothing was kept.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
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

    fn cell() -> Cell {
        let period = Period::month(Month::from_index(24_298));
        Cell { reporter: 0, product: 0, flow: Flow::Export, partner: 0, period }
    }

    fn sums(rows: &[(Option<f64>, Counts)]) -> Option<f64> {
        let mut store = Store::default();
        for (value, counts) in rows {
            store.add(cell(), *value, None, *counts, false);
        }
        store.cells().next().and_then(|(_, sums)| sums.value)
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
