//! What a reader should know besides the verdict: how the other usual comparisons look, and what
//! the season alone would have led one to expect.

use super::checked::{Checked, Note};
use super::claim::{Claim, Kind};
use super::library::Library;
use crate::charts::{exact_amount, percent, within};
use crate::statistics::seasonal::{Ordinary, Study, expectation};
use crate::statistics::{Comparison, change};
use crate::trade::{Period, SeriesKey};

/// A true change whose comparison is the highest or the lowest of the usual ones.
pub fn framing(checked: &Checked, library: &Library) -> Option<Note> {
    let claim = &checked.claim;
    let own = match claim.kind? {
        Kind::MonthOnMonth => Comparison::MonthOnMonth,
        Kind::YearOnYear => Comparison::YearOnYear,
        Kind::YearToDateChange => Comparison::YearToDate,
        _ => return None,
    };
    let plain = claim.unit == "%" && checked.judgement.verdict.holds();
    let period = claim.period.filter(|_| plain)?;
    let month = Period::month(period.end());
    // Only of the usual baselines is this one of.
    let usual = own.periods(period).is_ok_and(|(_, baseline)| claim.baseline == Some(baseline));
    if !usual {
        return None;
    }
    let series = library.dataset().series(&key(claim)?);
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
    let word = match (lowest, highest) {
        (true, _) => "weakest",
        (_, true) => "strongest",
        _ => return None,
    };
    let listed: Vec<String> = others
        .iter()
        .map(|(comparison, value)| format!("{} {}", within(comparison.label()), percent(*value)))
        .collect();
    let text = format!(
        "Of the usual comparisons for {}, this is the {word}. The others: {}.",
        month.long(),
        listed.join(", ")
    );
    Some(Note { kind: "framing", text })
}

/// What the months before led one to expect, for a story that speaks of the season.
pub fn season(claim: &Claim, library: &Library) -> Option<Note> {
    let month = claim.period.filter(|period| period.months == 1)?.start;
    let series = library.dataset().series(&key(claim)?);
    let study = Study::new(&series, library.holiday()).ok()?;
    let expected = expectation(&study, month).ok()?;
    let amount = |value: f64| exact_amount(value, 0, series.unit());
    let (low, high) = expected.interval_95;
    let place = match expected.ordinary()? {
        Ordinary::Unusual => "outside that interval",
        _ => "within it",
    };
    let text = format!(
        "The story mentions the season. Given the months before, season and holidays included, \
         the model expected {} for {} (95% interval {} to {}, from {} such months); the {} reported \
         is {place}.",
        amount(expected.median),
        month.long(),
        amount(low),
        amount(high),
        expected.years,
        amount(expected.actual?),
    );
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
