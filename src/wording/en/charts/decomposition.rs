//! Trend, season and remainder.

use super::super::dates;
use super::super::direction::{Direction, briefly_moved, moved, up_or_down};
use super::super::joining;
use super::super::numbers::{capital, exact, in_words, percent, percent_size};
use super::super::subject::{Subject, briefly};
use super::notes::spans;
use super::parts::{many, one};
use super::seasonal::probability;
use crate::statistics::Unavailable;
use crate::statistics::seasonal::{Filling, Seasonality, Test, Verdict};
use crate::trade::{Month, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Decomposition"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "Decomposition",
            "Seasonally adjusted: the regression’s estimates for trading days, the length of February and a moving holiday, if the data have one, are removed from the logarithms, then the season, by STL (Cleveland, Cleveland, McRae & Terpenning 1990), robust: seasonal span 13 of degree 0, trend span 21 and low-pass span 13 of degree 1, 2 inner and 2 outer loops; its factors are set to average 1, so that adjusted amounts add up to about what was traded. It needs every month: months not reported separately are filled in as the notes describe, and drawn hollow; if more than a seventh are missing, there is no decomposition. Later months revise it; the summary says by how much. Strength of season and trend: 1 − Var(remainder) / Var(part + remainder), not below 0 (Wang, Smith & Hyndman 2006). Diagnostics: QS of the adjusted series’ monthly changes, Ljung–Box (12 lags) and Jarque–Bera of the standardised forecast errors.",
        ),
        (
            "Direct and indirect adjustment",
            "Direct: the season is taken out of the total. Indirect: out of each destination or product line, and the results are added up (ESS Guidelines on Seasonal Adjustment, Eurostat 2015), where these add up to the total in every month, within 0.5% or their rounding, which is shared out in proportion. Parts that cannot be adjusted alone, such as those with a month of zero trade, are added together and adjusted as one, with the smallest of the others if need be.",
        ),
        (
            "Tests for a season",
            "On month-to-month changes of the logarithm, with trading days and holiday removed: QS (Maravall 2012; autocorrelation at 12 and 24 months, χ² with 2 degrees of freedom), Friedman (1937; ranks within whole years) and Kruskal–Wallis (1952; ranks by calendar month), both χ² with 11. A season is found where two of the three have p < 0.01, none where all have p > 0.1; otherwise the evidence is mixed.",
        ),
    ]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "a decomposition"
}

/// What is drawn.
pub fn subtitle(unit: &str, from: Month, to: Month) -> String {
    format!(
        "{unit} a month, {}–{}. Observed = trend × (season and calendar) × remainder",
        from.short(),
        to.short()
    )
}

/// The four panels, the observed one first.
pub fn panels(unit: Unit) -> [String; 4] {
    [
        format!("Observed ({})", unit.symbol()),
        format!("Trend ({})", unit.symbol()),
        "Season and calendar (% of trend)".to_owned(),
        "Remainder (% of trend and season)".to_owned(),
    ]
}

/// A line of the plot.
pub const fn observed() -> &'static str {
    "observed"
}

/// A month that was filled in.
pub const fn filled_in() -> &'static str {
    "filled in: not reported separately"
}

/// What was reported of an adjusted month.
pub fn reported(amount: Quantity) -> String {
    format!("reported {}", amount.exact())
}

/// How a month was filled.
pub const fn filling(filling: Filling) -> &'static str {
    match filling {
        Filling::None => "",
        Filling::Split => "split from a joint figure",
        Filling::Expected => "not reported; estimated by the regression",
    }
}

/// How sure it is that there is a season; none where that can't be tested.
pub const fn evidence(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Seasonal) => "the evidence for a seasonal pattern is strong",
        Some(Verdict::NotSeasonal) => "there is no evidence for a seasonal pattern",
        Some(Verdict::Undecided) => "the evidence for a seasonal pattern is mixed",
        None => "there are too few months to test for a seasonal pattern",
    }
}

/// Where the month under study has no adjusted figure.
pub fn headline_without_month(subject: Subject<'_>, evidence: &str) -> String {
    format!("{}, seasonally adjusted; {evidence}", subject.start())
}

/// The month under study seasonally adjusted, on the month before.
pub fn headline(
    subject: Subject<'_>,
    amount: Quantity,
    month: Month,
    on_the_month: Option<f64>,
) -> String {
    let to = on_the_month.map_or("to", |change| Direction::of(change).choose(["to", "to", "at"]));
    let moved = on_the_month.map_or_else(|| "came".to_owned(), moved);
    // Everywhere else a change is on the year.
    let on = if on_the_month.is_some() { " month on month" } else { "" };
    let amount = amount.rounded();
    let said = |trade: String, month: &str| {
        format!("Seasonally adjusted{trade} {moved}{on} {to} {amount} in {month}")
    };
    let whose = || format!(", {}", subject.within());
    let trade = || format!(" {}", subject.trade());
    let (long, short) = (month.long(), month.short());
    let brief = |adjusted: &str| {
        let moved = on_the_month
            .map_or_else(String::new, |change| format!(", {} month on month", up_or_down(change)));
        format!("{}, {short}: {amount} {adjusted}{moved}", briefly(&subject))
    };
    let briefest = || {
        let moved = on_the_month.map_or_else(String::new, |change| {
            format!(", {} month on month", briefly_moved(change))
        });
        format!("{}, {short}: {amount} adjusted{moved}", briefly(&subject))
    };
    fitting::figures([
        &|| said(whose(), &long),
        &|| said(whose(), &short),
        &|| said(trade(), &long),
        &|| said(trade(), &short),
        &|| brief("seasonally adjusted"),
        &|| brief("adjusted"),
        &briefest,
    ])
}

/// Three months on the three before, adjusted; `estimated` are those of the six that nobody reported.
pub fn three_on_three(month: Month, change: f64, estimated: &[Month]) -> String {
    let months = listed(estimated);
    let estimated = match estimated.len() {
        0 => String::new(),
        1 => format!("; {months} is an estimate"),
        _ => format!("; {months} are estimates"),
    };
    format!(
        "The three months to {} were {} on the previous three, seasonally adjusted{estimated}. ",
        month.long(),
        up_or_down(change)
    )
}

/// What the season does to a month, and what its calendar does: as a smoothing has it, with how sure it is
/// that there is a season.
pub fn usual(month: Month, season: f64, calendar: f64, evidence: &str) -> String {
    let level = match Direction::of(season) {
        Direction::Up => format!("{} above trend", percent_size(season)),
        Direction::Down => format!("{} below trend", percent_size(season)),
        Direction::Unchanged => "at trend".to_owned(),
    };
    let calendar = if calendar.abs() < 0.05 {
        String::new()
    } else {
        format!(", and the calendar of this one moves it by {}", percent(calendar))
    };
    format!(
        "{}. By STL, a smoothing that later months may revise, {} are {level}{calendar}. ",
        capital(evidence),
        dates::plural(month),
    )
}

/// How sure it is that there is a season, alone.
pub fn begin(evidence: &str) -> String {
    format!("{}. ", capital(evidence))
}

/// How strong season and trend are.
pub fn strengths(season: f64, trend: f64) -> String {
    format!(
        "On a scale from 0 to 1 the season’s strength is {} and the trend’s {}. ",
        exact(season, 2),
        exact(trend, 2)
    )
}

/// Why there is no test.
pub fn no_test(why: &Unavailable) -> String {
    format!("No test for a season: {why}.")
}

/// What the tests for a season found.
pub fn tests(tests: &Seasonality) -> String {
    let words = |name: &str, test: &Option<Test>, of: &str| {
        let test = test.as_ref()?;
        let (statistic, p) = (exact(test.statistic, 1), probability(test.p));
        Some(format!("{name}, {p} ({statistic}, {} {of})", in_words(test.count)))
    };
    let parts = [
        words("QS", &tests.qs, "changes"),
        words("Friedman", &tests.friedman, "whole years"),
        words("Kruskal–Wallis", &tests.kruskal_wallis, "changes"),
    ];
    // That the evidence is mixed has been said.
    let verdict = match tests.verdict {
        Verdict::Seasonal => " At least two find a season at the 1% level.",
        Verdict::NotSeasonal => " No test finds one at the 10% level.",
        Verdict::Undecided => "",
    };
    let found = parts.into_iter().flatten().collect_vec().join("; ");
    format!("Tests for a season on month-to-month changes: {found}.{verdict}")
}

/// What is left over: tests of the season left, of autocorrelation and of normality.
pub fn diagnostics(tests: [&Option<Test>; 3]) -> String {
    let names = [
        "seasonality left in the adjusted figures (QS)",
        "autocorrelation of the forecast errors (Ljung–Box)",
        "non-normal forecast errors (Jarque–Bera)",
    ];
    let words = |(name, test): (&str, &Option<Test>)| {
        test.as_ref().map(|test| format!("{name}, {}", probability(test.p)))
    };
    let left = names.into_iter().zip(tests).filter_map(words).collect_vec();
    if left.is_empty() {
        String::new()
    } else {
        format!(" Diagnostics (a small p points to a fault): {}.", left.join("; "))
    }
}

/// How far adjusted figures were revised since each was the latest: their mean size, and the most.
pub fn revised(months: usize, mean: f64, (month, most): (Month, f64)) -> String {
    if months == 1 {
        return format!(
            " The adjusted figure for {} has been revised by {} since it was first computed.",
            month.long(),
            percent(most)
        );
    }
    format!(
        " As later months came in, the last {} adjusted figures were revised by {} on average, the one for {} most ({}).",
        in_words(months),
        percent_size(mean),
        month.long(),
        percent(most)
    )
}

/// A line of the plot.
pub fn from_parts(part: Parts) -> String {
    format!("adjusted from the {}", many(part))
}

/// A month adjusted from the parts, and how far from the direct figure that is, in percent.
pub fn month_from_parts(part: Parts, month: Month, amount: Quantity, difference: f64) -> String {
    let size = percent_size(difference);
    let level = match Direction::of(difference) {
        Direction::Up => format!("{size} above"),
        Direction::Down => format!("{size} below"),
        Direction::Unchanged => "equal to".to_owned(),
    };
    format!(
        " With each {} adjusted and the results added up (indirect adjustment), {} comes to {}, {level} the direct figure.",
        one(part),
        month.long(),
        amount.rounded()
    )
}

/// How far the two adjustments lie apart: in the median month, and at most.
pub fn apart(typical: f64, largest: f64, month: Month) -> String {
    if largest.abs() < 0.05 {
        return " Direct and indirect adjustment differ by less than 0.1% in every month."
            .to_owned();
    }
    let typical = if typical < 0.05 { "less than 0.1%".to_owned() } else { percent_size(typical) };
    format!(
        " Direct and indirect adjustment differ by {typical} in the median month, and by {} at most ({}).",
        percent_size(largest),
        month.long()
    )
}

/// Which parts were adjusted one by one, and which as one.
pub fn adjusted_parts(alone: &[String], together: &[String]) -> String {
    let listed = |what: &str, parts: &[String]| {
        let parts = parts.iter().map(String::as_str).collect_vec();
        format!(" {what}: {}.", joining::all_of(&parts))
    };
    let mut words = String::new();
    if !alone.is_empty() {
        words += &listed("Adjusted one by one", alone);
    }
    if !together.is_empty() {
        words += &listed("Added up and adjusted as one", together);
    }
    words
}

/// Why there is no adjustment from the parts.
pub fn no_indirect(part: Parts, why: &Unavailable) -> String {
    format!("The {} cannot be adjusted one by one: {why}. ", many(part))
}

/// Months that were split.
pub fn split(months: &[Month], holiday: Option<&str>) -> String {
    let holiday = holiday.map_or_else(String::new, |holiday| format!(" and {holiday}"));
    format!(
        "The decomposition needs every month. {} were reported only as joint figures; each was split by the regression on season{holiday}, keeping its sum (hollow dots).",
        listed(months)
    )
}

/// Months that were estimated.
pub fn estimated(months: &[Month]) -> String {
    format!(
        "Nothing was reported for {}; the regression’s estimate at the level of the months around it is used (hollow dots).",
        listed(months)
    )
}

fn listed(months: &[Month]) -> String {
    spans(&months.iter().copied().map(Period::month).collect_vec())
}

/// What is taken out before the season.
pub fn calendar(holiday: Option<&str>) -> String {
    let calendar = holiday.map_or_else(
        || "trading days and the length of February".to_owned(),
        |holiday| format!("trading days, the length of February and {holiday}"),
    );
    format!(
        "The effects of {calendar} are removed before the season where that improves the fit. Dots among the remainders are outliers and temporary changes, as under Level shifts."
    )
}

/// That the months begin after a gap.
pub fn begins_after_gap(first: Month) -> String {
    format!("It begins in {}, after a year or more without figures.", first.long())
}

/// That the months begin after one without a logarithm.
pub fn begins_after_zero(first: Month, period: Period) -> String {
    format!(
        "It begins in {}: the figure for {} is not above zero and has no logarithm.",
        first.long(),
        period.long()
    )
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: seasonally adjusted, trend, season and remainder", subject.start())
}
