//! The words for each comparison, all in one place.

use crate::statistics::Comparison;

/// A comparison’s name.
pub const fn label(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "Month on month",
        Comparison::YearOnYear => "Year on year",
        Comparison::YearToDate => "Year to date",
        Comparison::FiveYearMean => "Five-year mean",
        Comparison::FiveYearMedian => "Five-year median",
        Comparison::Record => "Previous high",
    }
}

/// A shorter one, for a row of a chart.
pub const fn short(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "month before",
        Comparison::YearOnYear => "year before",
        Comparison::YearToDate => "year to date",
        Comparison::FiveYearMean => "5-year mean",
        Comparison::FiveYearMedian => "5-year median",
        Comparison::Record => "previous high",
    }
}

/// How it is computed: a term and what it means; `None` if another comparison’s entry explains it.
pub const fn methods(comparison: Comparison) -> Option<(&'static str, &'static str)> {
    let name = label(comparison);
    Some(match comparison {
        Comparison::MonthOnMonth => (
            name,
            "The change from the month before, as a percentage of it. Not seasonally adjusted.",
        ),
        Comparison::YearOnYear => {
            (name, "The change from the same month a year earlier, as a percentage of it.")
        }
        Comparison::YearToDate => (
            name,
            "January to the month, compared with the same months a year earlier. A cumulative figure published by customs is used where there is one, because it includes their revisions; otherwise the months are added up. Where the two differ by more than rounding, the notes say so.",
        ),
        Comparison::FiveYearMean => (
            "Five-year mean, median and range",
            "The same month in each of the five years before; all five are needed.",
        ),
        Comparison::FiveYearMedian => return None,
        Comparison::Record => (
            "Previous high and rank",
            "The highest month in the data before the one studied, and the month’s place among the same months up to it, so that later months cannot change the result. Months that the data lack are not compared.",
        ),
    })
}

/// What the chart of all months shows of it.
pub(super) const fn change(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::FiveYearMean => "Difference from the five-year mean",
        Comparison::FiveYearMedian => "Difference from the five-year median",
        Comparison::Record => "Difference from the previous high",
        Comparison::MonthOnMonth => "Change month on month",
        Comparison::YearOnYear => "Change year on year",
        Comparison::YearToDate => "Change in the year to date",
    }
}
