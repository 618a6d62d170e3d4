//! A line through amounts at equal steps, reduced to what the pixels can show without its points being
//! made: of each block of amounts the least and the most are kept, and only where a column of pixels
//! begins or ends within one are its amounts looked at again.

use super::reduce::{beginning, chosen};

const BLOCK: usize = 128;

/// The least and the most of each block of a line's amounts.
pub struct Blocks(Vec<(f64, f64)>);

impl Blocks {
    /// Of the amounts of a line, none of which is missing.
    pub fn new(amounts: &[f64]) -> Self {
        let mut blocks = Vec::with_capacity(amounts.len().div_ceil(BLOCK));
        blocks.extend(amounts.chunks(BLOCK).map(ends));
        Self(blocks)
    }

    /// The most of all.
    pub fn most(&self) -> f64 {
        self.0.iter().fold(0.0, |most, (_, own)| if *own > most { *own } else { most })
    }

    /// The points that [`reduced`](super::reduce::reduced) keeps of the line through the amounts that
    /// they are of, at 0, 1, 2 ….
    pub fn reduced(&self, amounts: &[f64], column: &dyn Fn(f64) -> i32) -> Vec<(f64, f64)> {
        let mut kept = Vec::new();
        let (mut from, mut usual) = (0, 0);
        while from < amounts.len() {
            let here = column(from as f64);
            let within = |place: usize| column((from + place) as f64) <= here;
            let count = beginning(amounts.len() - from, usual, &within);
            usual = count;
            let places = chosen(self.extremes(amounts, (from, from + count)), count);
            let point = |place: usize| Some(((from + place) as f64, *amounts.get(from + place)?));
            kept.extend(places.into_iter().flatten().filter_map(point));
            from += count;
        }
        kept
    }

    /// The places of the least and the most of a stretch, counted from its beginning.
    fn extremes(&self, amounts: &[f64], (from, to): (usize, usize)) -> [usize; 2] {
        let of = |from: usize, to: usize| amounts.get(from..to).unwrap_or_default();
        // Whole blocks within, and what is left before and behind them.
        let (first, last) = (from.div_ceil(BLOCK), to / BLOCK);
        let (begin, end) = if first < last { (first * BLOCK, last * BLOCK) } else { (to, to) };
        let whole = if first < last { self.0.get(first..last) } else { None };
        let edges = [ends(of(from, begin)), ends(of(end, to))];
        let all = || whole.unwrap_or_default().iter().chain(&edges);
        let least =
            all().fold(f64::INFINITY, |least, own| if own.0 < least { own.0 } else { least });
        let most =
            all().fold(f64::NEG_INFINITY, |most, own| if own.1 > most { own.1 } else { most });
        let place = |value: f64, held: fn(&(f64, f64), f64) -> bool| {
            let near = |from: usize, to: usize| {
                of(from, to).iter().position(|own| *own == value).map(|place| from + place)
            };
            let block = || {
                let block = first + whole?.iter().position(|own| held(own, value))?;
                near(block * BLOCK, (block + 1) * BLOCK)
            };
            let place = near(from, begin).or_else(block).or_else(|| near(end, to));
            place.unwrap_or(from) - from
        };
        [place(least, |own, value| own.0 == value), place(most, |own, value| own.1 == value)]
    }
}

/// The least and the most of some amounts. A function of its own, called for each block: a browser
/// compiles what is called often better while it runs.
#[inline(never)]
fn ends(amounts: &[f64]) -> (f64, f64) {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for amount in amounts {
        least = if *amount < least { *amount } else { least };
        most = if *amount > most { *amount } else { most };
    }
    (least, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::reduce::reduced;

    #[test]
    fn a_line_is_reduced_as_its_points_would_be() {
        for count in [0_usize, 1, 2, 127, 128, 129, 1_000, 50_000] {
            let amount = |place: usize| ((place * 7_919 % 10_007) as f64).round() / 16.0;
            let amounts: Vec<f64> = (0..count).map(amount).collect();
            let points: Vec<_> = (0..).map(f64::from).zip(amounts.iter().copied()).collect();
            let blocks = Blocks::new(&amounts);
            assert_eq!(blocks.most(), amounts.iter().copied().fold(0.0, f64::max));
            for wide in [1.0, 3.7, 100.0, 128.0, 333.3, 1e9] {
                let column = |x: f64| ((x + 0.6) / wide).floor() as i32;
                let found = blocks.reduced(&amounts, &column);
                assert_eq!(found, reduced(&points, &column), "{count} in columns of {wide}");
            }
        }
    }
}
