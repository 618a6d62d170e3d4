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
    // A factor shows in all of the digits that are printed; the last zero of 37,480 came with it.
    let one = stated.step / stated.value.abs();
    let reach = one.max((one * 5.0).clamp(1e-4, 5e-4));
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

/// How two whole numbers differ, if by one digit, by two that stand for each other wherever they do, 464 for 646, or by
/// one that was moved past others: 4,832 for 4,328.
fn swapped(one: f64, other: f64, confirmed: bool) -> Option<Mistake> {
    let (one, other) = (fixed(one, 0), fixed(other, 0));
    let mut apart: Vec<(u8, u8)> = one.bytes().zip(other.bytes()).collect();
    if one.len() != other.len() {
        return None;
    }
    let same = |(a, b): &(u8, u8)| a == b;
    while apart.last().is_some_and(same) {
        apart.pop();
    }
    let begins = apart.iter().position(|pair| !same(pair))?;
    let apart = apart.get(begins..)?;
    // Of two digits one in five differs by chance, where it may be of something else.
    let [first @ (a, b), middle @ .., last] = apart else {
        return (one.len() > 2 || (confirmed && one.len() == 2)).then_some(Mistake::Digit);
    };
    let back = (*b, *a);
    let turned = |pair: &(u8, u8)| same(pair) || pair == first || *pair == back;
    let exchanged = apart.iter().all(turned) && apart.contains(&back);
    let moved = |by: fn(&[(u8, u8)]) -> bool| apart.windows(2).all(by);
    let forward = *a == last.1 && moved(|pair| matches!(pair, [(_, b), (a, _)] if a == b));
    let backward = *b == last.0 && moved(|pair| matches!(pair, [(a, _), (_, b)] if a == b));
    // More than two of few are so by chance.
    let few = middle.iter().all(same) || one.len() > 3;
    (few && (exchanged || forward || backward)).then_some(Mistake::Turned)
}
