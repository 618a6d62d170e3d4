//! Whether the difference between a stated figure and the data's looks like a writing error.

use crate::stories::claim::Stated;
use crate::util::fixed;
use crate::wording::facts::Mistake;

/// The writing error that turns `computed` into the stated figure, if any; `confirmed` if an amount beside
/// it leaves no doubt what it is about.
pub fn mistake(stated: &Stated, computed: f64, confirmed: bool) -> Option<Mistake> {
    let near = |value: f64| {
        let half = stated.step * 0.5 + stated.step * 1e-6;
        (value - stated.value).abs() <= half.max(value.abs() * 1e-9)
    };
    if computed.abs() >= stated.step && near(-computed) {
        return Some(Mistake::Direction);
    }
    const FACTORS: [(f64, i8); 8] =
        [(1e3, 3), (1e-3, -3), (10.0, 1), (0.1, -1), (100.0, 2), (0.01, -2), (1e4, 4), (1e-4, -4)];
    let ratio = stated.value / computed;
    // A factor shows in all of the digits that are printed.
    let reach = (stated.step / stated.value.abs()).max(1e-4);
    if let Some((_, power)) =
        FACTORS.into_iter().find(|(factor, _)| (ratio / factor - 1.0).abs() <= reach)
    {
        return Some(Mistake::Power(power));
    }
    if stated.value.signum() != computed.signum() {
        return None;
    }
    let one = (stated.value.abs() / stated.step).round();
    let exact = computed.abs() / stated.step;
    if one >= 1e15 || exact >= 1e15 {
        return None;
    }
    // Some round, others cut off.
    let written = |one: f64, exact: f64| {
        let cut = [exact.round(), exact.floor(), exact.ceil()];
        cut.into_iter().find_map(|other| swapped(one, other, confirmed))
    };
    // The zero of 460 may be meant.
    let meant = stated.step == 10.0 && stated.value.abs() < 1000.0;
    let turned =
        || written(stated.value.abs(), computed.abs()).filter(|found| *found == Mistake::Turned);
    written(one, exact).or_else(|| turned().filter(|_| meant))
}

/// Whether a multiple or a fraction in words is far from `computed`, a change in percent.
pub fn is_misworded(stated: &Stated, computed: f64) -> bool {
    let (said, own) = (1.0 + stated.value / 100.0, 1.0 + computed / 100.0);
    let near = (1.0 / FAR..FAR).contains(&(said / own));
    // So many times as much and so many times more are often taken for each other, and large multiples are loose.
    let more = (own - said - 1.0).abs() < own * 0.15;
    let large = said > 2.2 && (1.6..said * 1.8).contains(&own);
    !near && !more && !large && !stated.is_past(computed)
}

/// Words for multiples are no further off than this.
const FAR: f64 = 1.25;

/// How two whole numbers differ, if by one digit or by two that have changed places.
fn swapped(one: f64, other: f64, confirmed: bool) -> Option<Mistake> {
    let (one, other) = (fixed(one, 0), fixed(other, 0));
    if one.len() != other.len() {
        return None;
    }
    let apart: Vec<usize> = one
        .bytes()
        .zip(other.bytes())
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(at, _)| at)
        .collect();
    let digit = |text: &str, at: usize| text.as_bytes().get(at).copied();
    match apart.as_slice() {
        // Of two digits one in five differs by chance, where it may be of something else.
        [_] if one.len() > 2 || (confirmed && one.len() == 2) => Some(Mistake::Digit),
        [first, second] => {
            let turned = digit(&one, *first) == digit(&other, *second)
                && digit(&one, *second) == digit(&other, *first);
            turned.then_some(Mistake::Turned)
        }
        _ => None,
    }
}
