//! How a stated figure differs from the data's: whether as mistakes in writing do.

use crate::stories::claim::Stated;
use crate::util::fixed;

/// The mistake in writing that makes `computed` the figure stated, in words.
pub fn mistake(stated: &Stated, computed: f64) -> Option<&'static str> {
    let near = |value: f64| {
        let half = stated.step * 0.5 + stated.step * 1e-6;
        (value - stated.value).abs() <= half.max(value.abs() * 1e-9)
    };
    if computed.abs() >= stated.step && near(-computed) {
        return Some("the other direction");
    }
    const FACTORS: [(f64, &str); 8] = [
        (1e3, "a thousand times too much"),
        (1e-3, "a thousandth"),
        (10.0, "ten times too much"),
        (0.1, "a tenth"),
        (100.0, "a hundred times too much"),
        (0.01, "a hundredth"),
        (1e4, "ten thousand times too much"),
        (1e-4, "a ten-thousandth"),
    ];
    let ratio = stated.value / computed;
    // A factor shows in all of the digits that are printed.
    let reach = (stated.step / stated.value.abs()).max(1e-4);
    if let Some((_, words)) =
        FACTORS.into_iter().find(|(factor, _)| (ratio / factor - 1.0).abs() <= reach)
    {
        return Some(words);
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
        cut.into_iter().find_map(|other| swapped(one, other))
    };
    // The nought of 460 may be meant.
    let meant = stated.step == 10.0 && stated.value.abs() < 1000.0;
    let turned = || written(stated.value.abs(), computed.abs()).filter(|words| *words == TURNED);
    written(one, exact).or_else(|| turned().filter(|_| meant))
}

const TURNED: &str = "two digits have changed places";

/// How two whole numbers differ, if by one digit or by two that have changed places.
fn swapped(one: f64, other: f64) -> Option<&'static str> {
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
        // Of two digits one in five differs by chance.
        [_] if one.len() > 2 => Some("one digit differs"),
        [first, second] => {
            let turned = digit(&one, *first) == digit(&other, *second)
                && digit(&one, *second) == digit(&other, *first);
            turned.then_some(TURNED)
        }
        _ => None,
    }
}
