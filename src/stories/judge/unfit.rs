//! Accusations that an amount of their own sentence takes back.

use super::{Checked, Verdict, words};
use crate::stories::claim::Kind;
use crate::wording::facts::Doubt;

/// `28,000 tonnes of rare earth metals, up 27.3%`, where the metals were 3,739: what the amount is of is not
/// what was read, so that the change beside it is not wrong for that either.
pub fn withdraw(found: &mut [Checked]) {
    let taken_back = |one: &Checked| {
        let claim = &one.claim;
        let beside = |other: &Checked| {
            let theirs = &other.claim;
            (theirs.flow, &theirs.product, &theirs.partner)
                == (claim.flow, &claim.product, &claim.partner)
                && is_unfit(other)
        };
        one.judgement.verdict.accuses()
            && claim.unit == "%"
            && claim.kind != Some(Kind::Consistency)
            && found.iter().any(beside)
    };
    let places: Vec<usize> =
        (0..found.len()).filter(|at| found.get(*at).is_some_and(taken_back)).collect();
    for at in places {
        let Some(one) = found.get_mut(at) else { return };
        let why = words::no_reading(Some(Doubt::PerhapsOtherGoods));
        one.judgement = one.judgement.clone().found_to_be(Verdict::Unclear, why);
    }
}

/// Somebody else's count of the same trade lies as far from the data's.
const APART: f64 = 0.02;

/// Whether an amount is far from what the data have of what it was read as, and not by a factor of ten.
fn is_unfit(one: &Checked) -> bool {
    let ratio = one.claim.stated.zip(one.judgement.computed);
    let ratio = ratio.map_or(1.0, |(stated, computed)| (stated.value / computed).abs());
    let near = |power: f64| (ratio / power - 1.0).abs() < 0.02;
    !matches!(one.claim.unit, "%" | "pp" | "")
        && one.judgement.verdict == Verdict::Unclear
        && !(1.0 - APART..=1.0 + APART).contains(&ratio)
        && ![1e-3, 0.01, 0.1, 10.0, 100.0, 1e3].into_iter().any(near)
}
