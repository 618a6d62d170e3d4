//! A percentage against the two levels its own sentence gives.

use super::checked::Checked;
use super::claim::{Claim, Kind, Stated};
use super::judge::{Judgement, Verdict};
use crate::trade::Period;
use crate::util::short;
use crate::wording::say::stories::grounds as words;

/// Percentages that the levels beside them do not give are reported so, whatever the data say.
pub fn compare(found: &mut [Checked]) {
    // A level may be read wrongly as well: it counts where nothing is left open, or the data have it.
    let known = |checked: &&Checked| {
        let claim = &checked.claim;
        !claim.adjusted && (claim.firm || checked.judgement.verdict.holds())
    };
    let claims: Vec<Claim> =
        found.iter().filter(known).map(|checked| checked.claim.clone()).collect();
    for checked in found {
        let claim = &checked.claim;
        let sure = claim.firm && claim.cost <= SURE && !checked.judgement.verdict.holds();
        if claim.unit == "%"
            && !claim.adjusted
            && claim.kind.is_some()
            && sure
            && let Some(judgement) = contradiction(claim, &claims)
        {
            checked.claim.kind = Some(Kind::Consistency);
            checked.judgement = judgement;
        }
    }
}

/// A dearer reading may be a wrong one.
const SURE: f32 = 0.8;

/// The most decimals of a level in a formula.
const DIGITS: u8 = 6;

fn contradiction(claim: &Claim, all: &[Claim]) -> Option<Judgement> {
    let (stated, period) = (claim.stated?, claim.period?);
    let earlier = claim.baseline.filter(|own| *own != period)?;
    let level = |wanted: Period| {
        let mut levels = all.iter().filter(|level| {
            !matches!(level.unit, "%" | "pp" | "")
                && level.baseline.is_none()
                && level.cost <= SURE
                && level.period == Some(wanted)
                && level.flow == claim.flow
                && level.product == claim.product
                && level.partner == claim.partner
        });
        levels.next().filter(|_| levels.next().is_none()).and_then(|claim| claim.stated)
    };
    let (current, baseline) = (level(period)?, level(earlier)?);
    let (low, high) = range(current, baseline)?;
    // One unit of the last digit is a matter of rounding.
    let (least, most) = (stated.low - stated.step, stated.high + stated.step);
    let given = (current.value / baseline.value - 1.0) * 100.0;
    if (low <= most && least <= high) || stated.is_past(given) {
        return None;
    }
    Some(Judgement {
        verdict: Verdict::Contradicted,
        computed: Some(given),
        fact: String::new(),
        reason: words::own_levels(given),
        formula: {
            let (now, then) = (short(current.value, DIGITS), short(baseline.value, DIGITS));
            format!("({now} − {then}) ÷ {then} × 100")
        },
        cells: Vec::new(),
    })
}

/// The changes that two levels as printed can come to, in percent.
fn range(current: Stated, baseline: Stated) -> Option<(f64, f64)> {
    (baseline.low > 0.0).then(|| {
        let change = |one: f64, other: f64| (one / other - 1.0) * 100.0;
        (change(current.low, baseline.high), change(current.high, baseline.low))
    })
}
