//! A percentage against the two levels its own sentence gives.

use super::Checked;
use super::claim::{Claim, Kind, Stated};
use super::judge::{Judgement, Verdict};
use crate::charts::percent;
use crate::trade::Period;

/// Percentages that the levels beside them do not give, whatever the data say.
pub fn slips(found: &[Checked]) -> Vec<Checked> {
    let claims = || found.iter().map(|checked| &checked.claim);
    let percentages = claims().filter(|claim| claim.unit == "%" && claim.kind.is_some());
    percentages.filter_map(|claim| slip(claim, claims())).collect()
}

fn slip<'a>(claim: &Claim, all: impl Iterator<Item = &'a Claim> + Clone) -> Option<Checked> {
    let (stated, period) = (claim.stated?, claim.period?);
    let earlier = claim.baseline.unwrap_or(match claim.kind {
        Some(Kind::MonthOnMonth) => Period::month(period.start - 1),
        _ => period.years_before(1),
    });
    let level = |wanted: Period| {
        let mut levels = all.clone().filter(|level| {
            matches!(level.unit, "t" | "USD")
                && !level.difference
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
    let given = percent((current.value / baseline.value - 1.0) * 100.0);
    if (low <= most && least <= high) || stated.is_past((low + high) / 2.0) {
        return None;
    }
    let judgement = Judgement {
        verdict: Verdict::Contradicted,
        computed: Some((current.value / baseline.value - 1.0) * 100.0),
        reason: format!("the two levels that the story itself gives come to {given}"),
        formula: format!("({} − {}) ÷ {} × 100", current.value, baseline.value, baseline.value),
        cells: Vec::new(),
        read_as: None,
    };
    let claim = Claim { kind: Some(Kind::Consistency), ..claim.clone() };
    Some(Checked { claim, judgement, context: Vec::new() })
}

/// The changes that two levels as printed can come to, in percent.
fn range(current: Stated, baseline: Stated) -> Option<(f64, f64)> {
    (baseline.low > 0.0).then(|| {
        let change = |one: f64, other: f64| (one / other - 1.0) * 100.0;
        (change(current.low, baseline.high), change(current.high, baseline.low))
    })
}
