//! A percentage against the two levels its own sentence gives.

use super::Checked;
use super::claim::{Claim, Kind};
use super::judge::{Judgement, Verdict};

/// Percentages that the levels beside them do not give, whatever the data say.
pub(super) fn slips(claims: &[Claim]) -> Vec<Checked> {
    let mut found = Vec::new();
    for percent in claims.iter().filter(|claim| claim.unit == "%" && claim.kind.is_some()) {
        let (Some(stated), Some(period)) = (percent.stated, percent.period) else { continue };
        let earlier = percent.baseline.unwrap_or(match percent.kind {
            Some(Kind::MonthOnMonth) => super::extract::month_before(period),
            _ => period.years_before(1),
        });
        let level = |wanted| {
            let mut levels = claims.iter().filter(|claim| {
                claim.unit == "t"
                    && claim.period == Some(wanted)
                    && claim.flow == percent.flow
                    && claim.product == percent.product
                    && claim.partner == percent.partner
            });
            levels.next().filter(|_| levels.next().is_none()).and_then(|claim| claim.stated)
        };
        let (Some(current), Some(baseline)) = (level(period), level(earlier)) else { continue };
        if baseline.low <= 0.0 {
            continue;
        }
        let low = (current.low / baseline.high - 1.0) * 100.0;
        let high = (current.high / baseline.low - 1.0) * 100.0;
        let far = stated.hedge == "more than"
            && if stated.value < 0.0 { low <= stated.high } else { high >= stated.low };
        if far {
            continue;
        }
        // One unit of the last digit is a matter of rounding.
        if low <= stated.high + stated.step && stated.low - stated.step <= high {
            continue;
        }
        let computed = (current.value / baseline.value - 1.0) * 100.0;
        let claim = Claim { kind: Some(Kind::Consistency), ..percent.clone() };
        let reason = format!(
            "the two levels in the same sentence give {computed:+.1} %, whatever the data say"
        );
        let judgement = Judgement {
            verdict: Verdict::Contradicted,
            computed: Some(computed),
            reason,
            sources: Vec::new(),
            read_as: None,
        };
        found.push(Checked { claim, judgement });
    }
    found
}
