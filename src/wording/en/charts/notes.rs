//! What a careful reader should know about what is drawn.

use super::super::joining::all_of;
use super::super::numbers::capital;
use super::super::quantity;
use crate::trade::{Measure, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::runs;
use crate::wording::numbers::share as share_of_one;

/// That the month under study is not among those drawn.
pub fn outside(period: Period) -> String {
    format!("{} is outside the time shown", period.long())
}

/// What flat strokes are, and at which height amounts stand.
pub const fn together(amounts: bool) -> &'static str {
    if amounts {
        "Flat strokes: January and February, or a whole year, reported only as one figure; amounts are monthly averages."
    } else {
        "Flat strokes: January and February, or a whole year, reported only as one figure."
    }
}

/// Within which months figures of longer periods are known and not drawn.
pub fn longer(within: Period) -> String {
    format!("Figures for longer periods within {} are not drawn.", within.long())
}

/// A figure of the first months of a year, where whole years are drawn.
pub fn part_of_year(period: Period, amount: Quantity) -> String {
    let (period, amount) = (period.long(), quantity::in_full(amount));
    format!("{period}, {amount}, is part of a year and is not drawn among whole years.")
}

/// Months that no cumulative figures give, as one is below the one before.
pub fn falling(periods: &[Period]) -> String {
    format!(
        "Cumulative figures give no month for {}: one of them is below the one before, and the data do not say which is wrong.",
        few_spans(periods)
    )
}

/// Months that no cumulative figures give, as they are the same before and after.
pub fn standing(periods: &[Period]) -> String {
    format!(
        "Cumulative figures give no month for {}: they are the same before and after, because nothing was traded or because the earlier one was printed again.",
        few_spans(periods)
    )
}

/// What derived figures are, whether the table marks them, and whether it is the one that says how they were made.
pub fn derived(marked: bool, here: bool) -> String {
    let marked = if marked { " (* in the table)" } else { "" };
    let place = if here { "Note column" } else { "table of “Months”" };
    format!(
        "Derived figures{marked} follow from other figures or a published change, as the {place} says."
    )
}

/// Months that were derived from what was reported of two.
pub fn left(months: &[Period]) -> String {
    let names = months.iter().map(|month| month.short()).collect_vec();
    let names = names.iter().map(String::as_str).collect_vec();
    match months {
        [one] => {
            let other = if one.start.number() == 1 { "February" } else { "January" };
            format!("{} is the joint January–February figure less {other}’s.", one.long())
        }
        _ => format!(
            "{} are each the joint January–February figure less the other month’s.",
            all_of(&names)
        ),
    }
}

/// Which figures are differences of sums.
pub fn differences(periods: &[Period]) -> String {
    if runs(periods).len() > NAMED {
        return format!("{} figures are each one cumulative figure less another.", periods.len());
    }
    match periods {
        [one] => format!("The figure for {} is one cumulative figure less another.", one.long()),
        _ => format!("Figures for {} are each one cumulative figure less another.", spans(periods)),
    }
}

/// Which of several reports is used.
pub const fn others() -> &'static str {
    "Where reports of a figure differ, customs’ own tables come first, then agencies, then the press; the others are listed beside it."
}

/// What a gap may be in a reader's own files.
pub const fn own_gaps() -> &'static str {
    "A gap means that the files have no figure for that period, or a negative total."
}

/// More gaps than are named one by one.
const NAMED: usize = 6;

/// The months, or years, that nobody reported; `summed` is whether any of the months was reported in a sum,
/// and `broken` whether a line stops at them.
pub fn gaps(missing: &[Period], (annual, summed): (bool, bool), broken: bool) -> String {
    let figure = if summed && !annual { "monthly figure" } else { "figure" };
    lacking(missing, figure, if annual { "years" } else { "months" }, broken)
}

/// Of which periods there is no weight but another quantity.
pub fn counted_otherwise(periods: &[Period], unit: Unit) -> String {
    let unit = unit.words();
    format!(
        "For {} the file counts in {unit}, not by weight: the two are not one series.",
        spans(periods)
    )
}

/// The same of steps that are called so.
pub(super) fn lacking(missing: &[Period], figure: &str, steps: &str, broken: bool) -> String {
    let which = if runs(missing).len() > NAMED {
        format!("{} of the {steps} shown", missing.len())
    } else {
        spans(missing)
    };
    let line = if broken { "; the line is broken there" } else { "" };
    format!("No {figure} is available for {which}{line}.")
}

/// Periods with those that follow on one another joined: `March–June 2024 and November–December 2024`.
pub(super) fn spans(periods: &[Period]) -> String {
    let names = runs(periods).into_iter().map(Period::long).collect_vec();
    all_of(&names.iter().map(String::as_str).collect_vec())
}

/// The same; where they are many, how many from when to when.
pub(super) fn few_spans(periods: &[Period]) -> String {
    match periods {
        [first, .., last] if runs(periods).len() > NAMED => {
            format!("{} periods from {} to {}", periods.len(), first.long(), last.long())
        }
        _ => spans(periods),
    }
}

/// That published sums and months do not agree: of each period what the cumulative figures put it at, what
/// its months are, and by how much the first is more. Rounding alone cannot make it so much.
pub fn discrepancies(found: &[(Period, [Quantity; 3])]) -> String {
    let side = |by: Quantity| if by.value < 0.0 { "less" } else { "more" };
    let size = |by: Quantity| quantity::in_full(Quantity { value: by.value.abs(), ..by });
    let why = "earlier months may have been revised, or a report may be wrong";
    if let [(period, [cumulative, months, by])] = found {
        return format!(
            "Cumulative figures put {} at {}, {} {} than {} ({}), which is beyond rounding: {why}.",
            period.long(),
            quantity::in_full(*cumulative),
            size(*by),
            side(*by),
            if period.months == 1 { "the monthly figure" } else { "the months add up to" },
            quantity::in_full(*months),
        );
    }
    let each = |(period, [cumulative, months, _]): &(Period, [Quantity; 3])| {
        let [cumulative, months] = [*cumulative, *months].map(quantity::in_full);
        let own = if period.months == 1 { "the month’s own figure is" } else { "the months" };
        format!("for {} cumulative figures give {cumulative} and {own} {months}", period.long())
    };
    let listed = found.iter().map(each).collect_vec().join("; ");
    format!("{}. That is more than rounding explains: in each, {why}.", capital(&listed))
}

/// That no total of quantities is known, because these partners have none.
pub fn without_total(periods: &[Period], partners: &[&str], unit: Unit) -> String {
    let (total, figures) = if unit.measure() == Measure::Volume {
        ("weight".to_owned(), "weights".to_owned())
    } else {
        let unit = unit.words();
        (format!("quantity in {unit}"), format!("quantities in {unit}"))
    };
    format!(
        "No total {total} is given for {}: the file has no {figures} for {}.",
        spans(periods),
        all_of(partners)
    )
}

/// That months are of part of what years are of.
pub fn part_of_years(year: Period, share: f64) -> String {
    format!(
        "The months of {} add up to {} of the figure for the year: they are of part of the trade, and sums of months fall short of years.",
        year.long(),
        share_of_one(share)
    )
}
