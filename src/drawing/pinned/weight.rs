//! What a file will weigh once servers have compressed it with Brotli, near enough to keep it small.

use crate::util::CollectVec as _;

/// The most that a pinned file may weigh by [`weight`], in bytes. It is too high by a fifth at least of files as
/// large as this: what is below weighs less than 30 KiB at Brotli's best.
pub const MOST: usize = 36_900;

/// A repetition shorter than this saves nothing.
const LEAST: usize = 4;
/// How many earlier places of the same four letters are looked at.
const TRIES: usize = 8;
/// So much of a repetition is enough.
const LONGEST: usize = 2000;
/// Lengths as they are up to here, then by their logarithm.
const SHORT: usize = 12;

/// A bound on the bytes of a text compressed, from its repetitions and how often letters, lengths and distances occur
/// (Ziv and Lempel 1977, Shannon 1948).
pub fn weight(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut places = Places { heads: vec![usize::MAX; 1 << 16], before: Vec::new() };
    let (mut letters, mut lengths, mut distances) = ([0; 256], [0; 80], [0; 80]);
    let (mut extra, mut last, mut at) = (0, 0, 0);
    while let Some(letter) = bytes.get(at) {
        let (length, distance) = places.repetition(bytes, at, last);
        if length == 0 {
            raise(&mut letters, usize::from(*letter));
            raise(&mut lengths, 0);
        } else {
            let power = log(length);
            raise(&mut lengths, if length < SHORT { length } else { SHORT + power });
            extra += if length < SHORT { 0 } else { power - 2 };
            let again = distance == last;
            raise(&mut distances, if again { 0 } else { 1 + log(distance) });
            extra += if again { 0 } else { log(distance) };
            last = distance;
        }
        let end = at + length.max(1);
        while at < end {
            places.keep(bytes, at);
            at += 1;
        }
    }
    ((bits(&letters) + bits(&lengths) + bits(&distances)) as usize + extra) / 8
}

/// Where the same four letters stood before.
struct Places {
    heads: Vec<usize>,
    before: Vec<usize>,
}

impl Places {
    /// The repetition that saves most at a place: its length and how far back; nothing where there is none.
    fn repetition(&self, bytes: &[u8], at: usize, last: usize) -> (usize, usize) {
        let mut best = (0, 0, 0);
        let mut look = |place: usize| {
            let (earlier, here) = (bytes.get(place..), bytes.get(at..));
            let pairs = earlier.into_iter().flatten().zip(here.into_iter().flatten());
            let length = pairs.take(LONGEST).take_while(|(one, other)| one == other).count();
            let distance = at - place;
            let cost = if distance == last { 0 } else { 8 + log(distance) * 3 / 2 };
            let saved = (length * 8).saturating_sub(cost);
            if length >= LEAST && saved > best.0 {
                best = (saved, length, distance);
            }
        };
        if last > 0 && last <= at {
            look(at - last);
        }
        let mut place = hash(bytes, at).and_then(|slot| self.heads.get(slot).copied());
        for _ in 0..TRIES {
            let Some(own) = place.filter(|own| *own < at) else { break };
            look(own);
            place = self.before.get(own).copied();
        }
        (best.1, best.2)
    }

    fn keep(&mut self, bytes: &[u8], at: usize) {
        let head = hash(bytes, at).and_then(|slot| self.heads.get_mut(slot));
        self.before.push(head.map_or(usize::MAX, |head| std::mem::replace(head, at)));
    }
}

/// A number of 16 bits for the four letters at a place (Knuth's multiplicative hash).
fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; LEAST] = bytes.get(at..at + LEAST)?.try_into().ok()?;
    Some((u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> 16) as usize)
}

fn raise(counts: &mut [u32], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

const fn log(number: usize) -> usize {
    match number.checked_ilog2() {
        Some(power) => power as usize,
        None => 0,
    }
}

/// What so many of each cost at best, in bits.
fn bits(counts: &[u32]) -> f64 {
    let known =
        counts.iter().filter(|count| **count > 0).map(|count| f64::from(*count)).collect_vec();
    let all: f64 = known.iter().sum();
    known.iter().map(|count| count * (all / count).log2()).sum()
}
