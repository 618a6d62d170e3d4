//! What a reader should know besides the verdict: how the other usual comparisons look, and what
//! the season alone would have led one to expect.

use super::checked::{Checked, Note};
use super::claim::{Claim, Kind};
use super::library::Library;
use crate::statistics::seasonal::{Ordinary, Study, expectation};
use crate::statistics::{Comparison, change};
use crate::trade::{Period, Quantity, SeriesKey};
use crate::wording::say::direction::Direction;
use crate::wording::say::stories::grounds as words;

/// A true change whose comparison is the highest or the lowest of the usual ones.
pub fn framing(checked: &Checked, library: &Library) -> Option<Note> {
    let claim = &checked.claim;
    let own = match claim.kind? {
        Kind::MonthOnMonth => Comparison::MonthOnMonth,
        Kind::YearOnYear => Comparison::YearOnYear,
        Kind::YearToDateChange => Comparison::YearToDate,
        _ => return None,
    };
    let plain = claim.unit == "%" && !claim.adjusted && checked.judgement.verdict.holds();
    let period = claim.period.filter(|_| plain)?;
    let month = Period::month(period.end());
    // Only of the usual baselines is this one of.
    let usual = own.periods(period).is_ok_and(|(_, baseline)| claim.baseline == Some(baseline));
    if !usual {
        return None;
    }
    let series = library.usual(key(claim)?);
    const USUAL: [Comparison; 4] = [
        Comparison::MonthOnMonth,
        Comparison::YearOnYear,
        Comparison::FiveYearMean,
        Comparison::YearToDate,
    ];
    let known = |comparison: Comparison| {
        Some((comparison, change(&series, month, comparison).ok()?.percent().ok()?))
    };
    let all: Vec<(Comparison, f64)> = USUAL.into_iter().filter_map(known).collect();
    let stated = all.iter().find(|(comparison, _)| *comparison == own)?.1;
    let others: Vec<(Comparison, f64)> =
        all.into_iter().filter(|(comparison, _)| *comparison != own).collect();
    if others.len() < 2 {
        return None;
    }
    let lowest = others.iter().all(|(_, other)| stated < *other - 1.0);
    let highest = others.iter().all(|(_, other)| stated > *other + 1.0);
    let place = match (lowest, highest) {
        (true, _) => Direction::Down,
        (_, true) => Direction::Up,
        _ => return None,
    };
    let text = words::framing(month, place, &others);
    Some(Note { kind: "framing", text })
}

/// The forecast from the months before, for a story that speaks of the season.
pub fn season(claim: &Claim, library: &Library) -> Option<Note> {
    let month = claim.period.filter(|period| period.months == 1)?.start;
    let series = library.usual(key(claim)?);
    let study = Study::new(&series, library.holiday()).ok()?;
    let expected = expectation(&study, month).ok()?;
    let (low, high) = expected.interval_95;
    let amounts = [expected.median, low, high, expected.actual?].map(|value| Quantity {
        value,
        unit: series.unit(),
        decimals: 0,
    });
    let outside = expected.ordinary()? == Ordinary::Unusual;
    let text = words::season(Period::month(month), amounts, expected.years, outside);
    Some(Note { kind: "season", text })
}

fn key(claim: &Claim) -> Option<SeriesKey> {
    Some(SeriesKey {
        flow: claim.flow?,
        measure: claim.measure,
        product: claim.product.clone()?,
        partner: claim.partner.clone(),
    })
}
