//! A line through amounts at equal steps, reduced to what the pixels can show without making its points:
//! the lowest and highest of each block of amounts are kept, and amounts are read again only where a column
//! of pixels begins within a block. Amounts stay in place and are read in pieces, because copying millions
//! takes several times as long.

use wide::f64x4;

use super::reduce::beginning;

const BLOCK: usize = 128;
/// How many amounts are looked at in one go: what a processor keeps near.
const PIECE: usize = 4_096;
/// Where columns of pixels hold fewer amounts than this, all of them are read again and not only those
/// about the columns' ends.
const NARROW: usize = 256;

/// The amounts of a line, wherever they are stored.
pub trait Amounts {
    /// How many there are.
    fn count(&self) -> usize;
    /// Reads as many as there is room for, from a place on.
    fn read(&self, from: usize, into: &mut [f64]);
}

/// The least and the most of some amounts.
type Ends = (f64, f64);

/// Those of no amounts.
const NONE: Ends = (f64::INFINITY, f64::NEG_INFINITY);

/// The lowest and highest amount of each block.
pub struct Blocks(Vec<Ends>);

impl Blocks {
    /// The blocks of a line's amounts, none of which is missing.
    pub fn new(amounts: &dyn Amounts) -> Self {
        let count = amounts.count();
        let mut blocks = Vec::with_capacity(count.div_ceil(BLOCK));
        let mut piece = vec![0.0; PIECE.min(count)];
        for from in (0..count).step_by(PIECE) {
            piece.truncate(count - from);
            amounts.read(from, &mut piece);
            add(&mut blocks, &piece);
        }
        Self(blocks)
    }

    /// The highest of all.
    pub fn most(&self) -> f64 {
        self.0.iter().fold(0.0, |most, (_, own)| if *own > most { *own } else { most })
    }

    /// The first, lowest, highest and last point of each column of pixels, in order, for the line through
    /// the amounts at 0, 1, 2 …; it draws the same as [`reduced`](super::reduce::reduced). The lowest and
    /// highest may be placed elsewhere within their column.
    pub fn reduced(&self, amounts: &dyn Amounts, columns: &[usize]) -> Vec<(f64, f64)> {
        let mut kept = Vec::with_capacity(4 * columns.len());
        let narrow = amounts.count() < columns.len() * NARROW;
        let most = if narrow { PIECE } else { 2 * BLOCK };
        let mut again = Again { amounts, most, from: 0, read: Vec::new() };
        let beyond = columns.iter().skip(1).copied().chain([amounts.count()]);
        for (from, to) in columns.iter().copied().zip(beyond) {
            self.column(&mut again, (from, to), &mut kept);
        }
        kept
    }

    /// Keeps the points of one column: a function of its own, as [`add`].
    #[inline(never)]
    fn column(
        &self,
        again: &mut Again<'_>,
        (from, to): (usize, usize),
        kept: &mut Vec<(f64, f64)>,
    ) {
        // Whole blocks within, and what is left before and behind them.
        let (first, last) = (from.div_ceil(BLOCK), to / BLOCK);
        let whole = self.0.get(first..last).unwrap_or_default();
        let begin = if whole.is_empty() { to } else { first * BLOCK };
        let start = again.one(from);
        let mut found = Extremes { low: (from, start), high: (from, start) };
        found.add(from, ends(again.stretch(from, begin)));
        for (block, ends) in (first..).zip(whole) {
            found.add(block * BLOCK, *ends);
        }
        let end = begin + whole.len() * BLOCK;
        found.add(end, ends(again.stretch(end, to)));
        let stop = again.one(to - 1);
        let Extremes { low, high } = found;
        let low_first = if low.0 == high.0 {
            // Only their order counts: both are drawn in this column.
            let own = again.stretch(low.0, to.min((low.0 / BLOCK + 2) * BLOCK));
            let place = |amount: f64| own.iter().position(|own| *own == amount);
            place(low.1) < place(high.1)
        } else {
            low.0 < high.0
        };
        let (one, other) = if low_first { (low, high) } else { (high, low) };
        let mut before = f64::NAN;
        for (place, amount) in [(from, start), one, other, (to - 1, stop)] {
            if amount != before {
                kept.push((place as f64, amount));
                before = amount;
            }
        }
    }
}

/// The lowest and the highest of some amounts, and where the stretch begins in which they stand.
struct Extremes {
    low: (usize, f64),
    high: (usize, f64),
}

impl Extremes {
    /// Looks at a stretch that begins at a place.
    fn add(&mut self, place: usize, (least, most): Ends) {
        if least < self.low.1 {
            self.low = (place, least);
        }
        if most > self.high.1 {
            self.high = (place, most);
        }
    }
}

/// The indices at which a line of `count` points at 0, 1, 2 … enters the next column of pixels.
pub fn columns(count: usize, column: &dyn Fn(f64) -> i32) -> Vec<usize> {
    let mut columns = Vec::new();
    let (mut from, mut usual) = (0, 0);
    while from < count {
        columns.push(from);
        let here = column(from as f64);
        let within = |place: usize| column((from + place) as f64) <= here;
        usual = beginning(count - from, usual, &within);
        from += usual;
    }
    columns
}

/// The amounts of a line once more, some about each that is asked for.
struct Again<'a> {
    amounts: &'a dyn Amounts,
    /// How many are read in one go.
    most: usize,
    from: usize,
    read: Vec<f64>,
}

impl Again<'_> {
    /// Those from one place to before another, of two blocks next to each other.
    fn stretch(&mut self, from: usize, to: usize) -> &[f64] {
        if from < self.from || to > self.from + self.read.len() {
            self.from = from / BLOCK * BLOCK;
            self.read.resize(self.most.min(self.amounts.count() - self.from), 0.0);
            self.amounts.read(self.from, &mut self.read);
        }
        self.read.get(from - self.from..to - self.from).unwrap_or_default()
    }

    fn one(&mut self, place: usize) -> f64 {
        self.stretch(place, place + 1).first().copied().unwrap_or_default()
    }
}

/// Adds the blocks of some amounts. A function of its own, called for each piece: a browser compiles what
/// is called often better while it runs.
#[inline(never)]
fn add(blocks: &mut Vec<Ends>, amounts: &[f64]) {
    let (whole, rest) = amounts.as_chunks::<BLOCK>();
    blocks.extend(whole.iter().map(ends_of_block));
    if !rest.is_empty() {
        blocks.push(ends(rest));
    }
}

/// The least and the most of a whole block: apart, for a count that the compiler knows is run through
/// faster.
fn ends_of_block(block: &[f64; BLOCK]) -> Ends {
    let (fours, _) = block.as_chunks::<4>();
    ends_of_all(fours, NONE)
}

/// The least and the most of some amounts.
fn ends(amounts: &[f64]) -> Ends {
    let (fours, rest) = amounts.as_chunks::<4>();
    let ends = |(least, most): Ends, own: &f64| (lesser(least, *own), greater(most, *own));
    ends_of_all(fours, rest.iter().fold(NONE, ends))
}

/// The least and the most of amounts by fours and of others whose ends are known, by vectors.
#[inline]
fn ends_of_all(fours: &[[f64; 4]], (least, most): Ends) -> Ends {
    let (mut least, mut most) = (f64x4::new([least; 4]), f64x4::new([most; 4]));
    for four in fours {
        let four = f64x4::new(*four);
        least = four.fast_min(least);
        most = four.fast_max(most);
    }
    let ([a, b, c, d], [e, f, g, h]) = (least.to_array(), most.to_array());
    (lesser(lesser(a, b), lesser(c, d)), greater(greater(e, f), greater(g, h)))
}

#[inline]
fn lesser(one: f64, other: f64) -> f64 {
    if other < one { other } else { one }
}

#[inline]
fn greater(one: f64, other: f64) -> f64 {
    if other > one { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::reduce::reduced;

    impl Amounts for Vec<f64> {
        fn count(&self) -> usize {
            self.len()
        }
        fn read(&self, from: usize, into: &mut [f64]) {
            if let Some(own) = self.get(from..from + into.len()) {
                into.copy_from_slice(own);
            }
        }
    }

    /// What is drawn of points: places in whole pixels, nothing twice on the spot.
    fn drawn(points: &[(f64, f64)], column: &dyn Fn(f64) -> i32) -> Vec<(i32, f64)> {
        let mut drawn: Vec<_> = points.iter().map(|(x, y)| (column(*x), *y)).collect();
        drawn.dedup();
        drawn
    }

    #[test]
    fn a_line_is_drawn_as_its_points_would_be() {
        for count in [0_usize, 1, 2, 127, 128, 129, 1_000, 50_000] {
            for spread in [3, 10_007] {
                let amount = |place: usize| ((place * 7_919 % spread) as f64).round() / 16.0;
                let amounts: Vec<f64> = (0..count).map(amount).collect();
                let points: Vec<_> = (0..).map(f64::from).zip(amounts.iter().copied()).collect();
                let blocks = Blocks::new(&amounts);
                assert_eq!(blocks.most(), amounts.iter().copied().fold(0.0, f64::max));
                for wide in [1.0, 3.7, 64.0, 100.0, 128.0, 333.3, 5_000.0, 1e9] {
                    let column = |x: f64| ((x + 0.6) / wide).floor() as i32;
                    let found = blocks.reduced(&amounts, &columns(count, &column));
                    let wanted = drawn(&reduced(&points, &column), &column);
                    assert_eq!(drawn(&found, &column), wanted, "{count} in columns of {wide}");
                    assert!(found.is_sorted_by(|one, other| one.0 <= other.0));
                }
            }
        }
    }
}
