//! Names of what figures are, come from and are compared with.

use crate::statistics::seasonal::{Kind, Ordinary};
use crate::statistics::{Comparison, Origin};
use crate::trade::{Flow, Holiday, Status};

/// The word a sentence uses: `exports`.
pub const fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "exports",
        Flow::Import | Flow::MirrorImport => "imports",
        Flow::Quota => "quotas",
    }
}

/// What the reporter did, in the past tense: `exported`.
pub const fn verb(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "exported",
        Flow::Import | Flow::MirrorImport => "imported",
        Flow::Quota => "allotted",
    }
}

/// What stands before the other side of it: exports `to`, imports `from`.
pub const fn towards(flow: Flow) -> &'static str {
    if matches!(flow, Flow::Import) { "from" } else { "to" }
}

/// A holiday, as a sentence has it.
pub const fn holiday(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::ChineseNewYear => "the Chinese New Year",
    }
}

/// What imports are measured against, where the data do not name it.
pub const fn quota() -> &'static str {
    "quota"
}

/// The same of what is produced.
pub const fn production() -> &'static str {
    "production"
}

/// How a figure came about.
pub const fn status(status: Status) -> &'static str {
    status.code()
}

/// How an amount came about.
pub const fn origin(origin: Origin) -> &'static str {
    origin.code()
}

/// How usual a figure is.
pub const fn ordinary(ordinary: Ordinary) -> &'static str {
    match ordinary {
        Ordinary::Ordinary => "ordinary",
        Ordinary::Uncommon => "uncommon",
        Ordinary::Unusual => "unusual",
    }
}

/// What disturbs a series.
pub const fn disturbance(kind: Kind) -> &'static str {
    match kind {
        Kind::Outlier => "outlier",
        Kind::LevelShift => "level shift",
        Kind::TemporaryChange => "temporary change",
    }
}

/// A comparison's name.
pub const fn comparison(comparison: Comparison) -> &'static str {
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
pub const fn comparison_short(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "month before",
        Comparison::YearOnYear => "year before",
        Comparison::YearToDate => "year to date",
        Comparison::FiveYearMean => "5-year mean",
        Comparison::FiveYearMedian => "5-year median",
        Comparison::Record => "previous high",
    }
}

/// How it is computed: a term and what it means; none where another comparison's says it.
pub const fn comparison_methods(comparison: Comparison) -> Option<(&'static str, &'static str)> {
    let name = self::comparison(comparison);
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
            "These are of the same month in the five years before, all of which must be available.",
        ),
        Comparison::FiveYearMedian => return None,
        Comparison::Record => (
            "Previous high and rank",
            "The highest month in the data before the one studied, and the month’s place among the same months up to it, so that later months cannot change the result. Months that the data lack are not compared.",
        ),
    })
}
