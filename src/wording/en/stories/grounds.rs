//! Why a figure holds or does not.

use super::super::numbers::{exact, percent, percent_size};
use super::super::quantity::in_evidence;
use crate::statistics::Comparison;
use crate::trade::Period;
use crate::wording::facts::{Comes, Doubt, Held, Mistake};

/// What the data have of a trade, and what that comes to.
pub fn fact(trade: &str, held: &[Held], comes: Option<Comes>) -> String {
    // The amounts of money say which money it is.
    let unit = held.first().map(|one| one.amount.unit).filter(|unit| unit.is_money());
    let value =
        unit.and_then(|unit| trade.strip_suffix(unit.words().as_str())?.strip_suffix(", in "));
    let trade = &value.map_or_else(|| trade.to_owned(), |goods| format!("value of {goods}"));
    // What is said of the trade already is not said of each amount.
    let cell = |one: &Held| {
        let said = format!("{} in {}", in_evidence(one.amount), one.period.long());
        let origin = one.origin.code();
        if trade.starts_with(origin) { said } else { format!("{said} ({origin})") }
    };
    let cells: Vec<String> = held.iter().map(cell).collect();
    // Money divided by a weight is what one of these costs.
    let divided = match (comes, held) {
        (Some(Comes::Amount(_)), [value, weight]) if value.amount.unit.is_money() => {
            Some(weight.amount.unit).filter(|unit| !unit.is_money())
        }
        _ => None,
    };
    let cells = cells.join(match comes {
        Some(Comes::Share(_)) => " of ",
        _ if divided.is_some() => " divided by ",
        _ => " against ",
    });
    match comes {
        None => format!("{trade}: {cells}"),
        Some(comes) if held.is_empty() => format!("{trade}: {}", shown(comes)),
        Some(Comes::OnUsual(change, _)) => {
            let base = held.first().and_then(|one| one.usual(change));
            let base = base.map_or_else(String::new, |base| format!(", {}", base.exact()));
            format!("{trade}: {cells}: {}{base}", comes.map_or_else(String::new, shown))
        }
        Some(comes) => {
            let of = divided.map_or_else(String::new, |unit| format!(" {}", unit.each()));
            format!("{trade}: {cells}: {}{of}", shown(comes))
        }
    }
}

fn shown(comes: Comes) -> String {
    match comes {
        Comes::Amount(amount) => amount.exact(),
        Comes::Average(amount) => format!("{} a month", amount.exact()),
        Comes::Change(change) => percent(change),
        Comes::OnUsual(change, usual) => beside(usual, change),
        Comes::Share(share) => percent_size(share),
        Comes::Difference(mut amount) => {
            let sign = if amount.value < 0.0 { "−" } else { "+" };
            amount.value = amount.value.abs();
            format!("{sign}{}", amount.exact())
        }
    }
}

/// The data have no figure of a trade.
pub fn no_trade(trade: &str) -> String {
    format!("the data have no figures for {trade}")
}

/// The data have of a trade not what it takes, and why.
pub fn lacking(trade: &str, absent: &str) -> String {
    format!("{trade}: {absent}")
}

/// Why a series cannot be adjusted.
pub fn not_adjustable(trade: &str, why: &str) -> String {
    format!("no figures for {trade}: {why}")
}

/// That the change is a published one, from which the data have the amount that it is from.
pub fn published(fact: &str, base: Period) -> String {
    format!("{fact} (published; the figure for {} is derived from it)", base.long())
}

/// Why a change from nothing has no percentage.
pub const fn zero_baseline() -> &'static str {
    "the baseline is zero, so there is no percentage change"
}

/// Why points of an amount are not judged.
pub const fn points_of_an_amount() -> &'static str {
    "a difference between two percentages is not checked; a change in an amount is given in %, not points"
}

/// Why an adjusted figure is not called wrong.
pub const fn methods_differ() -> &'static str {
    "methods of seasonal adjustment differ, and this is the result of the one used here"
}

/// What has no adjusted figure.
pub const fn not_adjusted() -> &'static str {
    "only amounts of a month or of three, and changes between them, are computed seasonally adjusted"
}

/// The same where nothing is adjusted.
pub const fn not_adjusted_here() -> &'static str {
    "seasonally adjusted figures are not computed on the page; see the chart “Decomposition”"
}

/// What a figure is right for.
pub fn right_for(place: &str) -> String {
    format!("the figure is right for {place}")
}

/// What it would be right for.
pub fn would_be_right_for(place: &str) -> String {
    format!("the figure would be right for {place}")
}

/// That nothing fits, and what else the figure may be of.
pub fn no_reading(doubt: Option<Doubt>) -> String {
    let why = match doubt {
        None => return "nothing computed from the data gives this figure".to_owned(),
        Some(Doubt::NoTrade) => "it is about something other than trade",
        Some(Doubt::Future) => "it is about the future",
        Some(Doubt::Unknown) => "the sentence does not say what it is about",
        Some(Doubt::Unnamed) => "the sentence does not name the trade",
        Some(Doubt::PerhapsTheirs) => "it may be another country’s trade",
        Some(Doubt::Theirs) => "it is another country’s trade",
        Some(Doubt::Buyers) => "it may be the buyer’s trade with the world",
        Some(Doubt::Purchases) => "it may be a partner’s purchases",
        Some(Doubt::AllGoods) => "it may be about all goods",
        Some(Doubt::SomeGoods) => "it is about some of these goods only",
        Some(Doubt::OtherGoods) => "it is about other goods",
        Some(Doubt::PerhapsOtherGoods) => "an amount beside it does not fit these goods",
        Some(Doubt::Several) => "it is about several partners together",
    };
    format!("nothing computed from the data gives this figure, and {why}")
}

/// That the change is as large, and the other way.
pub const fn reversed() -> &'static str {
    "the data have the opposite direction"
}

/// The same of another comparison than the one read.
pub fn reversed_for(place: &str) -> String {
    format!("the figure would be right, in the opposite direction, for {place}")
}

/// That it is nearly right.
pub const fn near() -> &'static str {
    "one unit off in the last digit"
}

/// That the story does not say of which year a month is, or of which month it is, and what the data have of the next likely.
pub fn month_open(other: Option<(Period, Comes)>) -> String {
    match other {
        None => "the story leaves the period open".to_owned(),
        Some((period, comes)) => format!(
            "the story leaves the period open: for {} it would be {}",
            period.long(),
            shown(comes)
        ),
    }
}

/// That two figures stand in each other's place.
pub const fn swapped() -> &'static str {
    "the figures of two partners are transposed"
}

/// What was written wrongly.
pub const fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::Direction => "the direction is reversed",
        Mistake::Power(3) => "a thousand times the true figure",
        Mistake::Power(-3) => "a thousandth of the true figure",
        Mistake::Power(1) => "ten times the true figure",
        Mistake::Power(-1) => "a tenth of the true figure",
        Mistake::Power(2) => "a hundred times the true figure",
        Mistake::Power(-2) => "a hundredth of the true figure",
        Mistake::Power(0..) => "ten thousand times the true figure",
        Mistake::Power(_) => "a ten-thousandth of the true figure",
        Mistake::Digit => "one digit differs",
        Mistake::Turned => "digits are transposed",
    }
}

/// A change as a multiple.
pub fn times(multiple: f64) -> String {
    format!("{} times as much", exact(multiple, 2))
}

/// What a story's own two levels give.
pub fn own_levels(change: f64) -> String {
    format!("the story’s own two levels give {}", percent(change))
}

/// Where what is hedged is true and far from it.
pub const fn wide_margin() -> &'static str {
    "true by a wide margin"
}

/// What the data have in place of more digits.
pub fn only_rounded(value: f64, decimals: u8) -> String {
    format!("the data have it only rounded: {}", exact(value, decimals))
}

/// What the months come to.
pub fn by_months(value: f64, decimals: u8) -> String {
    format!("the months as reported add up to {}", exact(value, decimals))
}

/// What longer sums leave.
pub fn by_sums(value: f64, decimals: u8) -> String {
    format!("cumulative figures give {}", exact(value, decimals))
}

/// What others reported.
pub fn by_others(names: &[String], value: f64, decimals: u8) -> String {
    format!("{} had {}", names.join(", "), exact(value, decimals))
}

/// That a change is of figures with too few digits.
pub const fn rounded_behind() -> &'static str {
    "it is computed from a rounded figure"
}

/// What a computed figure is.
pub fn figure_for(period: Period) -> String {
    format!("the figure for {}", period.long())
}

/// How a true change looks beside the other usual comparisons, each with its name.
pub fn framing(period: Period, others: &[(Comparison, f64)]) -> String {
    let listed: Vec<String> = others.iter().map(|(one, change)| beside(*one, *change)).collect();
    format!("For comparison, {}: {}.", period.long(), listed.join(", "))
}

/// `+3.2% year on year`, but `+3.2% on the five-year mean`.
fn beside(comparison: Comparison, change: f64) -> String {
    let on = match comparison {
        Comparison::FiveYearMean | Comparison::FiveYearMedian | Comparison::Record => "on the ",
        _ => "",
    };
    format!("{} {on}{}", percent(change), super::super::numbers::within(comparison.label()))
}

/// Whose report an accusation rests on, if on that alone.
pub fn rests_on_one(credit: &str) -> String {
    format!("This rests on one report that is not customs’ own: {credit}.")
}

/// How a month compares with the same month of the five years before, in the order lowest, highest, mean and actual.
pub fn season(
    period: Period,
    [low, high, mean, actual]: [crate::trade::Quantity; 4],
    outside: bool,
) -> String {
    format!(
        "The story mentions the season. In the same month of the five years before, figures ranged from {} to {} and \
         averaged {}; {}, at {}, is {} that range.",
        low.exact(),
        high.exact(),
        mean.exact(),
        period.long(),
        actual.exact(),
        if outside { "outside" } else { "within" },
    )
}
