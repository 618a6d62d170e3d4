//! Remarks beside the verdict: other usual comparisons, and what is usual for the season.

use super::checked::{Checked, Note};
use super::claim::{Claim, Kind};
use super::library::Library;
use crate::statistics::{Comparison, change, same_month};
use crate::trade::{Figure, Period, Quantity, SeriesKey, SourceKind};
use crate::wording::say::stories::grounds as words;

/// A remark on a true change whose comparison gives the largest rise or fall of the usual ones.
pub fn framing(checked: &Checked, library: &Library) -> Option<Note> {
    let claim = &checked.claim;
    let own = match claim.kind? {
        Kind::MonthOnMonth => Comparison::MonthOnMonth,
        Kind::YearOnYear => Comparison::YearOnYear,
        Kind::YearToDateChange => Comparison::YearToDate,
        _ => return None,
    };
    let plain = claim.unit == "%" && !claim.adjusted && checked.judgement.verdict.holds();
    // A quarter's change is none of its last month's.
    let of_month = |period: &Period| period.months == 1 || own == Comparison::YearToDate;
    let period = claim.period.filter(of_month).filter(|_| plain)?;
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
        Some((comparison, change(&series, month, comparison).ok()?.computed().ok()?))
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
    if !lowest && !highest {
        return None;
    }
    let text = words::framing(month, &others);
    Some(Note { kind: "framing", text })
}

/// A remark on what is usual for the season, for a story that mentions it.
pub fn season(claim: &Claim, library: &Library) -> Option<Note> {
    let month = claim.period.filter(|period| period.months == 1)?;
    let series = library.usual(key(claim)?);
    let usual = same_month(&series, month).ok()?;
    let actual = series.month(month.start)?.value;
    let amounts = [usual.lowest, usual.highest, usual.mean, actual].map(|value| Quantity {
        value,
        unit: series.unit(),
        decimals: 0,
        rough: false,
    });
    let outside = !(usual.lowest..=usual.highest).contains(&actual);
    let text = words::season(month, amounts, outside);
    Some(Note { kind: "season", text })
}

/// A remark on an accusation that rests on one report alone which is not customs' own.
pub fn retold(checked: &Checked, library: &Library) -> Option<Note> {
    let judgement = &checked.judgement;
    if !judgement.verdict.accuses() {
        return None;
    }
    let dataset = library.dataset();
    let series = library.usual(key(&checked.claim)?);
    let credit = judgement.cells.iter().find_map(|cell| {
        let [source] = cell.sources.as_slice() else { return None };
        let source = dataset.sources.get(*source)?;
        // Another report may give the same with fewer digits.
        let others = series.figure(cell.period).map_or(&[][..], |figure| &figure.others);
        let is_same = |other: &Figure| (other.value - cell.value).abs() <= other.precision() / 2.0;
        let customs = source.kind.is_none_or(|kind| kind == SourceKind::Customs);
        (!customs && !others.iter().any(is_same)).then(|| dataset.about.credit(source))
    })?;
    Some(Note { kind: "retold", text: words::rests_on_one(&credit) })
}

fn key(claim: &Claim) -> Option<SeriesKey> {
    Some(SeriesKey {
        flow: claim.flow?,
        measure: claim.measure,
        product: claim.product.clone()?,
        partner: claim.partner.clone(),
    })
}
