//! Why a statistic cannot be computed, and what a change is compared with.

use super::numbers::in_words;
use super::plurals::{are, counted_in_words, so_many_are};
use crate::statistics::{Against, Unavailable};
#[cfg(feature = "whole")]
use crate::trade::Measure;

/// Why a statistic cannot be computed.
pub fn unavailable(why: &Unavailable) -> String {
    match why {
        Unavailable::NotReported(period) => format!("no figure for {}", period.long()),
        Unavailable::ReportedTogether(period) => {
            format!("only a total for {} was reported", period.long())
        }
        Unavailable::TooFewYears { known, needed } => {
            let said = match known {
                0 => "none".to_owned(),
                known => format!("only {}", in_words(*known)),
            };
            // “None of them is”, “only one is”, “only two are”.
            let are = if *known < 2 { "is" } else { "are" };
            format!("{said} of the {} years needed {are} available", in_words(*needed))
        }
        Unavailable::TooFewMonths { known, needed } => {
            format!(
                "{} {} needed; {} available",
                counted_in_words(*needed, ["month", "months"]),
                are(*needed),
                so_many_are(*known)
            )
        }
        Unavailable::TooManyMissing { missing, of, zeros } => {
            let zeros = if *zeros { " or not above zero" } else { "" };
            format!(
                "{} of {} {} missing{zeros}",
                in_words(*missing),
                counted_in_words(*of, ["month", "months"]),
                are(*missing)
            )
        }
        Unavailable::NoValue(period, unit) => {
            format!("no value in {} for {}", unit.words(), period.long())
        }
        Unavailable::NothingBefore(period) => format!("no figure before {}", period.long()),
        Unavailable::NotPositive(period) => {
            format!("the figure for {} is not above zero", period.long())
        }
        Unavailable::NothingVaries => "the figures vary too little for a measurement".to_owned(),
        Unavailable::ZeroBaseline => "the baseline is zero".to_owned(),
        Unavailable::NotForTwoMonths => {
            "two months together cannot be compared with one".to_owned()
        }
        Unavailable::WholeYears => "monthly figures are needed; these data are annual".to_owned(),
        Unavailable::WholeQuarters => {
            "monthly figures are needed; these data are quarterly".to_owned()
        }
        Unavailable::LongerPeriods => {
            "monthly figures are needed; these data are of longer periods".to_owned()
        }
        why => of_parts(why),
    }
}

/// The same for a headline that has no room for all of it; empty where it cannot be said in fewer words.
pub fn briefly(why: &Unavailable) -> String {
    match why {
        Unavailable::NoLines { what, unit: Some(unit) } => {
            let counted = if unit.is_money() { "values" } else { "quantities" };
            format!("no {counted} in {} by {what}", unit.words())
        }
        Unavailable::NoMix(..) => "fewer than two parts can be compared".to_owned(),
        Unavailable::TooFewMonthsBefore { needed, .. } => {
            format!("{needed} months before the event are needed")
        }
        Unavailable::TooFewMonthsAround { needed, .. } => {
            format!("{needed} months in all are needed")
        }
        Unavailable::TooFewMonthsAfter { needed, .. } => {
            format!("{} months from the event on are needed", in_words(*needed))
        }
        Unavailable::NoTotal { period, .. } => format!("no total for {}", period.long()),
        Unavailable::NoPeriod => "it needs two periods".to_owned(),
        _ => String::new(),
    }
}

/// Why a trade cannot be broken down or an event be measured, which only the whole module does.
#[cfg(feature = "whole")]
fn of_parts(why: &Unavailable) -> String {
    match why {
        Unavailable::TooFewMonthsBefore { known: 0, needed } => {
            format!("{needed} months before the event are needed; usable figures begin later")
        }
        Unavailable::TooFewMonthsBefore { known, needed } => format!(
            "{needed} months before the event are needed; {} available",
            so_many_are(*known)
        ),
        Unavailable::TooFewMonthsAround { known, needed } => format!(
            "{needed} months in all are needed, up to a year after the event; {} available",
            so_many_are(*known)
        ),
        Unavailable::TooFewMonthsAfter { known, needed } => format!(
            "{} from the event on {} needed; {} available",
            counted_in_words(*needed, ["month", "months"]),
            are(*needed),
            so_many_are(*known)
        ),
        Unavailable::NoMoney => "the data have no values".to_owned(),
        Unavailable::NoQuantity(period) => {
            format!("the quantity for {} is zero", period.long())
        }
        Unavailable::NoneGivesBoth(period) => {
            format!("no partner gives both value and quantity for {}", period.long())
        }
        Unavailable::NoTotal { period, unit } => {
            let what = match unit.measure() {
                Measure::Value => "value".to_owned(),
                Measure::Volume => "quantity".to_owned(),
                Measure::Quantity => format!("quantity in {}", unit.words()),
            };
            format!("no total {what} for {}: some partners give none", period.long())
        }
        Unavailable::NothingStayed(period) => {
            format!("in {} exports exceed production and imports together", period.long())
        }
        Unavailable::NoMix(period, earlier) => format!(
            "at least two parts need a value and a quantity above zero, in the total’s unit, in both {} and {}",
            period.long(),
            earlier.long()
        ),
        Unavailable::NoParts(period, earlier) => {
            format!("no breakdown covers both {} and {}", period.long(), earlier.long())
        }
        Unavailable::NoPart(period) => {
            format!("the total is not broken down for {}", period.long())
        }
        Unavailable::NoLines { what, unit: None } => {
            format!("the data list no {what}s")
        }
        Unavailable::NoLines { unit: Some(_), .. } => format!("the data have {}", briefly(why)),
        Unavailable::OnePartner => "trade with one partner has no breakdown by partner".to_owned(),
        Unavailable::OneGroup => "trade with a group is not broken down by its members".to_owned(),
        Unavailable::PartsExceed(period) => {
            format!("the parts listed for {} exceed the total", period.long())
        }
        Unavailable::NoEvents => "the data list no events".to_owned(),
        Unavailable::NotWhole { known: 0, .. } => {
            "they add up to the total in none of the months".to_owned()
        }
        Unavailable::NotWhole { known, of, latest } => format!(
            "they add up to the total in {} of {} only, and not in {}",
            in_words(*known),
            counted_in_words(*of, ["month", "months"]),
            latest.long()
        ),
        Unavailable::FewParts => {
            "fewer than two of them, alone or added up, have figures above zero in every month"
                .to_owned()
        }
        Unavailable::NoOutlines => "the outlines of countries could not be loaded".to_owned(),
        Unavailable::Placeless => "no partner in the data is a country with an ISO code".to_owned(),
        Unavailable::NoPeriod => {
            "a difference from a mean or an earlier high cannot be broken down; compare two periods"
                .to_owned()
        }
        _ => String::new(),
    }
}

/// Nothing is broken down there.
#[cfg(not(feature = "whole"))]
const fn of_parts(_: &Unavailable) -> String {
    String::new()
}

/// What a change is compared with.
pub fn against(against: &Against) -> String {
    match against {
        Against::Period(period) => period.long(),
        Against::Mean(period, first, last) => {
            format!("the mean of the five {} {first}–{last}", period.plural())
        }
        Against::Median(period, first, last) => {
            format!("the median of the five {} {first}–{last}", period.plural())
        }
        Against::Record(period) => {
            format!("the previous high in the data ({})", period.long())
        }
    }
}
