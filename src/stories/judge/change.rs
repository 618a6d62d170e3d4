//! How much more or less: a percentage, or a difference in the unit.

use super::{Case, Cell, Judgement, Verdict, cells};
use crate::charts::{exact, percent};
use crate::statistics::{Against, Change, Comparison, Known, change, change_between, sum};
use crate::stories::claim::{Kind, Stated};
use crate::trade::{Period, Series, Status};

/// The usual comparisons of a month.
const USUAL: [(Kind, &str); 3] = [
    (Kind::MonthOnMonth, "month-on-month"),
    (Kind::YearOnYear, "year-on-year"),
    (Kind::YearToDateChange, "year to date"),
];

/// Judges a change.
pub fn judge(case: &Case<'_>, stated: Stated) -> Judgement {
    let found = match (case.claim.kind, case.claim.baseline) {
        (_, Some(baseline)) => change_between(case.series, case.period, baseline),
        (Some(kind), None) => usual(case.series, case.period, kind),
        (None, None) => return unnamed(case, stated),
    };
    match found {
        Ok(found) => against(case, stated, &found),
        Err(absent) => case.lacking(&absent),
    }
}

/// Judges percentage points: an amount doesn't change by any.
pub fn points(case: &Case<'_>, stated: Stated) -> Judgement {
    let percent = super::Claim { unit: "%", ..case.claim.clone() };
    let as_percent = judge(&Case { claim: &percent, ..*case }, stated);
    if !as_percent.verdict.holds() {
        return Judgement::lacking(
            "percentage points measure how far two percentages are apart; a change in an amount is in percent",
        );
    }
    let reason =
        format!("the change is in percent, not in percentage points: {}", as_percent.reason);
    Judgement { verdict: Verdict::Contradicted, reason, ..as_percent }
}

fn usual(series: &Series, period: Period, kind: Kind) -> Known<Change> {
    let comparison = match kind {
        Kind::MonthOnMonth => Comparison::MonthOnMonth,
        Kind::YearToDateChange => Comparison::YearToDate,
        _ => Comparison::YearOnYear,
    };
    change(series, period, comparison)
}

fn baseline_period(change: &Change) -> Period {
    match change.against {
        Against::Period(period) => period,
        _ => change.current.period,
    }
}

/// What is computed, in the claim's unit.
fn computed(case: &Case<'_>, change: &Change) -> Known<f64> {
    if case.claim.difference { Ok(change.absolute()) } else { change.percent() }
}

fn shown(case: &Case<'_>, value: f64) -> String {
    if !case.claim.difference {
        return percent(value);
    }
    let words = case.amount_words(value.abs(), u8::from(value.fract() != 0.0));
    format!("{}{words}", if value < 0.0 { "−" } else { "+" })
}

fn fact(case: &Case<'_>, cells: &[Cell], value: f64) -> String {
    let each: Vec<String> = cells
        .iter()
        .map(|cell| format!("{} in {}", case.cell_words(cell), cell.period.long()))
        .collect();
    format!("{}: {}", each.join(" against "), shown(case, value))
}

fn formula(case: &Case<'_>, change: &Change) -> String {
    let current = exact(change.current.value, change.current.decimals);
    let baseline = exact(change.baseline, change.baseline_decimals);
    if case.claim.difference {
        format!("{current} − {baseline}")
    } else {
        format!("({current} − {baseline}) ÷ {baseline} × 100")
    }
}

fn against(case: &Case<'_>, stated: Stated, found: &Change) -> Judgement {
    let baseline = baseline_period(found);
    let cells = cells(found, baseline);
    let Ok(value) = computed(case, found) else {
        return Judgement::lacking("the baseline is zero, so there is no percentage of it");
    };
    let fact = fact(case, &cells, value);
    let (verdict, reason) = if stated.holds(value) {
        (Verdict::Supported, fact)
    } else if let Some(reason) = explained(case, stated, found, value) {
        (Verdict::Close, format!("{fact}; {reason}"))
    } else if let Some(place) = elsewhere(case, stated) {
        (Verdict::Misplaced, format!("{fact}; the figure is right for {place}"))
    } else if is_loose(case, stated, &cells, value) {
        (Verdict::Close, format!("{fact}; a figure behind it is rounded or derived"))
    } else if case.claim.year_guessed {
        return Judgement::lacking(
            "the story names no year, and the figure fits none that is known",
        );
    } else {
        (Verdict::Contradicted, fact)
    };
    let formula = formula(case, found);
    Judgement { verdict, computed: Some(value), reason, formula, cells, read_as: None }
}

fn explained(case: &Case<'_>, stated: Stated, found: &Change, value: f64) -> Option<&'static str> {
    if stated.is_past(value) {
        return Some("what is said is true, and by far");
    }
    if variants(case, found).into_iter().any(|other| stated.holds(other)) {
        return Some("with figures as first reported it is as stated");
    }
    stated.is_near(value).then_some("one unit of the last digit apart")
}

/// Everything the change could be, given each report of either cell.
fn variants(case: &Case<'_>, change: &Change) -> Vec<f64> {
    let reports = |period: Period, value: f64| {
        let mut values = vec![value];
        values.extend(case.others(period).map(|other| other.value));
        if period.months > 1
            && let Ok(sum) = sum(case.series, period)
        {
            values.push(sum.value);
        }
        values
    };
    let mut found = Vec::new();
    for current in reports(change.current.period, change.current.value) {
        for baseline in reports(baseline_period(change), change.baseline) {
            if case.claim.difference {
                found.push(current - baseline);
            } else if baseline != 0.0 {
                found.push((current / baseline - 1.0) * 100.0);
            }
        }
    }
    found
}

/// Whether the cells are too coarse or too far derived to contradict with.
fn is_loose(case: &Case<'_>, stated: Stated, cells: &[Cell], value: f64) -> bool {
    if case.claim.difference {
        return false;
    }
    let derived = cells.iter().any(|cell| cell.origin == Status::Derived.code());
    let rounding: f64 = cells
        .iter()
        .filter_map(|cell| {
            let precision = case.series.figure(cell.period)?.precision();
            Some(precision.min(cell.value.abs() * 0.01) / 2.0 / cell.value.abs().max(1e-9) * 100.0)
        })
        .sum();
    let grown = (1.0 + value / 100.0).abs().max(1.0);
    let slack = if derived { 1.5_f64.max(rounding * grown) } else { rounding * grown };
    stated.widened(slack).holds(value)
}

/// The first place, other than the claim's own, where a percentage is right.
fn elsewhere(case: &Case<'_>, stated: Stated) -> Option<String> {
    if case.claim.difference {
        return None;
    }
    let month = Period::month(case.period.end());
    // The one slip that is made again and again: the change since January given as the month's.
    if case.period == month
        && stated.is_more_than_round()
        && let Ok(change) = usual(case.series, month, Kind::YearToDateChange)
        && change.percent().is_ok_and(|percent| stated.holds(percent))
    {
        let flow = case.series.key().flow.plural();
        return Some(format!("{flow} in {} (year to date)", change.current.period.long()));
    }
    if !stated.is_telling() {
        return None;
    }
    let months = [
        month,
        Period::month(month.start - 1),
        Period::month(month.start + 1),
        month.years_before(1),
    ];
    let turned = case.library.series(&case.turned());
    for series in [case.series, &turned] {
        for place in months {
            for (kind, name) in USUAL {
                // Another month is only meant where the comparison is the same.
                if place != month && Some(kind) != case.claim.kind {
                    continue;
                }
                if let Ok(change) = usual(series, place, kind)
                    && change.percent().is_ok_and(|percent| stated.holds(percent))
                {
                    return Some(format!(
                        "{} in {} ({name})",
                        series.key().flow.plural(),
                        change.current.period.long()
                    ));
                }
            }
        }
    }
    None
}

/// A change that does not say against what: right if a usual comparison gives it.
fn unnamed(case: &Case<'_>, stated: Stated) -> Judgement {
    let mut tried: Vec<(Kind, &str, f64, Judgement)> = Vec::new();
    let mut absent = None;
    for (kind, name) in USUAL {
        let change = match usual(case.series, case.period, kind) {
            Ok(change) => change,
            Err(reason) => {
                absent = absent.or(Some(reason));
                continue;
            }
        };
        let Ok(value) = computed(case, &change) else { continue };
        if change.current.period == case.period {
            tried.push((kind, name, value, against(case, stated, &change)));
        }
    }
    let best = tried.iter().find(|(.., judgement)| judgement.verdict == Verdict::Supported);
    let best = best.or_else(|| tried.iter().find(|(.., judgement)| judgement.verdict.holds()));
    if let Some((kind, name, _, judgement)) = best {
        let reason = format!("read as {name}, which the story does not say: {}", judgement.reason);
        return Judgement { reason, read_as: Some(*kind), ..judgement.clone() };
    }
    let listed: Vec<String> =
        tried.iter().map(|(_, name, value, _)| format!("{name} {}", shown(case, *value))).collect();
    // The nearest comparison is the one that was meant, if the figure belongs elsewhere.
    let nearest = tried.into_iter().min_by(|one, other| {
        let away = |value: f64| (value - stated.value).abs();
        away(one.2).total_cmp(&away(other.2))
    });
    let Some((kind, _, _, judgement)) = nearest else {
        return absent.map_or_else(
            || Judgement::lacking("the story does not say what the change is against"),
            |absent| case.lacking(&absent),
        );
    };
    let told = format!("the story does not say against what; it is {}", listed.join(", "));
    if let Some(place) = elsewhere(case, stated)
        && !case.claim.year_guessed
    {
        return Judgement {
            verdict: Verdict::Misplaced,
            reason: format!("{told}; the figure is right for {place}"),
            read_as: Some(kind),
            ..judgement
        };
    }
    let unlike = judgement.verdict == Verdict::Contradicted && listed.len() > 1;
    if unlike {
        return Judgement { reason: told, read_as: Some(kind), ..judgement };
    }
    Judgement::lacking(told)
}
