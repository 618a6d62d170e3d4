//! How much: an amount against the cell for its months.

use super::{Case, Cell, Judgement, Verdict};
use crate::statistics::{amount, sum};
use crate::stories::claim::Stated;
use crate::trade::{Period, Source, Status};

/// Judges an amount.
pub fn judge(case: &Case<'_>, stated: Stated) -> Judgement {
    let found = match amount(case.series, case.period) {
        Ok(found) => found,
        Err(absent) => return case.lacking(&absent),
    };
    let cell = Cell::from(&found);
    let fact = format!(
        "{} in {} were {} ({})",
        case.series.key().flow.plural(),
        case.period.long(),
        case.cell_words(&cell),
        cell.origin,
    );
    let (verdict, reason) = if stated.holds(found.value) {
        (Verdict::Supported, fact)
    } else if let Some(reason) = explained(case, stated, &found) {
        (Verdict::Close, format!("{fact}; {reason}"))
    } else if let Some(place) = elsewhere(case, stated) {
        (Verdict::Misplaced, format!("{fact}; the figure is right for {place}"))
    } else if is_tolerable(case, stated, found.value) {
        (Verdict::Close, format!("{fact}; the rounding of the data allows both"))
    } else if case.claim.year_guessed {
        return Judgement::lacking(
            "the story names no year, and the figure fits none that is known",
        );
    } else {
        (Verdict::Contradicted, fact)
    };
    let formula = match found.origin {
        crate::statistics::Origin::Sum => format!("sum of the months of {}", case.period.long()),
        crate::statistics::Origin::Figure(_) => format!("the figure for {}", case.period.long()),
    };
    let computed = Some(found.value);
    Judgement { verdict, computed, reason, formula, cells: vec![cell], read_as: None }
}

/// Judges how much a month, over several.
pub fn average(case: &Case<'_>, stated: Stated) -> Judgement {
    if case.period.months == 1 {
        return Judgement::lacking("the story does not say over which months");
    }
    let found = match amount(case.series, case.period) {
        Ok(found) => found,
        Err(absent) => return case.lacking(&absent),
    };
    let months = case.period.months;
    let mean = found.value / f64::from(months);
    let cell = Cell::from(&found);
    let words = case.amount_words(mean, 1);
    let whole = case.cell_words(&cell);
    let reason = format!(
        "{} in {} came to {words} a month: {whole} over {months} months",
        case.series.key().flow.plural(),
        case.period.long(),
    );
    let verdict = match () {
        () if stated.holds(mean) => Verdict::Supported,
        () if stated.is_near(mean) => Verdict::Close,
        () => Verdict::Contradicted,
    };
    if verdict == Verdict::Contradicted && case.claim.year_guessed {
        return Judgement::lacking("the story names no year");
    }
    Judgement {
        verdict,
        computed: Some(mean),
        reason,
        formula: format!("{whole} ÷ {months}"),
        cells: vec![cell],
        read_as: None,
    }
}

/// Why an amount that differs may still stand.
fn explained(case: &Case<'_>, stated: Stated, found: &crate::statistics::Amount) -> Option<String> {
    if let Some(other) = case.others(case.period).find(|other| stated.holds(other.value)) {
        let sources = other.sources.iter().filter_map(|index| case.library.source(*index));
        let names: Vec<String> = sources.map(Source::credit).collect();
        return Some(format!("{} reported the figure stated", names.join(", ")));
    }
    if stated.is_past(found.value) {
        return Some("what is said is true, and by far".to_owned());
    }
    if stated.is_near(found.value) {
        return Some("one unit of the last digit apart".to_owned());
    }
    // A sum and a reported cumulative figure differ by revisions.
    let summed = case.period.months > 1
        && sum(case.series, case.period).is_ok_and(|sum| stated.holds(sum.value));
    summed.then(|| "the months as first reported add up to the figure stated".to_owned())
}

/// Where an amount is right, if it has digits enough to be known again.
fn elsewhere(case: &Case<'_>, stated: Stated) -> Option<String> {
    if !stated.is_telling() {
        return None;
    }
    let period = case.period;
    let last = period.end();
    let places = [
        period,
        Period::year_to_date(last),
        Period::month(last),
        Period::month(last - 1),
        Period::month(last - 12),
        Period::month(last + 1),
        period.years_before(1),
        period.years_before(-1),
        Period::year_to_date(last - 1),
        Period::year_to_date(last + 1),
    ];
    let turned = case.library.series(&case.turned());
    for series in [case.series, &turned] {
        for place in places {
            if amount(series, place).is_ok_and(|there| stated.holds(there.value)) {
                return Some(format!("{} in {}", series.key().flow.plural(), place.long()));
            }
        }
    }
    None
}

/// Whether a derived or coarse cell is too loose to contradict with.
fn is_tolerable(case: &Case<'_>, stated: Stated, value: f64) -> bool {
    let figure = case.series.figure(case.period);
    let loose = figure.map_or(value.abs() * 0.002, |figure| match figure.status {
        Status::Derived => figure.value.abs() * 0.01,
        _ => figure.precision().min(figure.value.abs() * 0.01),
    });
    stated.widened(loose).holds(value)
}
