//! Forecasts of each month from the months before.

use super::super::direction::{Direction, place};
use super::super::numbers::{exact, in_words, percent_size, rounded};
use super::super::plurals::counted_in_words;
use super::super::quantity::in_one_size;
use super::super::subject::{Subject, briefly};
use super::sources::date;
use crate::statistics::seasonal::{Expectation, Ordinary, Weights};
use crate::trade::{Month, Period, Quantity, Unit};
pub use crate::wording::facts::Fall;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Forecast"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "Forecast",
            "Many regressions of the logarithm, each fitted by generalised least squares to the ten years before the month, are averaged by Akaike weight (corrected criterion): with or without a linear trend, trading days and the length of February, and the moving holiday that the data set names, if any, where it matters for the trade (for the Chinese New Year, its fortnight and the three weeks before it); with up to six pairs of Fourier terms; with AR(1) errors or a local level. The airline model, ARIMA (0,1,1)(0,1,1)₁₂, has half the weight. Intervals use the variance that the models estimate and Student’s t with five degrees of freedom, because trade has more extreme values than a normal distribution. A forecast needs 36 months of figures before its month; nothing later is used, but the figures are as known now (or on the date chosen), revisions included. What season, holiday and trend alone give, and what the preceding months carry over, are stated separately. January and February reported together enter as one row, the mean of both months’ rows. The model assumes that coming months resemble earlier ones; it knows nothing of new laws. Dates of the Chinese New Year, 1900 to 2100: Hong Kong Observatory.",
        ),
        (
            "Ordinary, borderline, unusual",
            "An ordinary month is within the 80% interval, a borderline one outside it but within the 95% interval, an unusual one outside both. By chance alone one month in twenty is unusual, and 46% of years have at least one such month. That a month is ordinary does not show that nothing happened.",
        ),
    ]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "a forecast"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: Unit) -> String {
    format!(
        "{}, {} a month. Line: actual; thin line: median forecast; shaded: 80% and 95% prediction intervals",
        subject.start(),
        unit.words()
    )
}

/// The lines and bands of the plot.
pub const fn key() -> [&'static str; 4] {
    ["actual", "median forecast", "80% interval", "95% interval"]
}

/// A forecast of a period that has no figure yet.
pub fn forecast(period: Period) -> String {
    format!("forecast, {}", period.short())
}

/// What stands at the month under study.
pub fn at_the_month(period: Period, amount: &str, expected: bool) -> String {
    let word = if expected { "forecast " } else { "" };
    format!("{} {word}{amount}", period.short())
}

/// `4,669 t (95% interval 3,149 to 6,924 t)`, to so many decimals.
fn interval(found: &Expectation, unit: Unit, decimals: u8) -> String {
    format!("{} ({})", rounded(found.median, decimals, unit), bounds(found, unit, decimals))
}

/// `95% interval 3,149 to 6,924 t`.
fn bounds(found: &Expectation, unit: Unit, decimals: u8) -> String {
    let (low, high) = found.interval_95;
    format!(
        "95% interval {} to {}",
        // One unit does for both ends; money may be millions at one and billions at the other.
        if unit.is_money() { rounded(low, decimals, unit) } else { exact(low, decimals) },
        rounded(high, decimals, unit)
    )
}

/// What was expected, and how the figure is judged by it; of a period without a figure, whose forecast the
/// point itself is, the interval alone.
pub fn note(found: &Expectation, unit: Unit, decimals: u8) -> String {
    match found.ordinary() {
        Some(judged) => {
            format!("forecast {}: {}", interval(found, unit, decimals), judged.word())
        }
        None => format!("forecast; {}; {}", bounds(found, unit, decimals), no_figure_yet()),
    }
}

/// That there is nothing to judge.
pub const fn no_figure_yet() -> &'static str {
    "no figure yet"
}

/// What is expected of a period to come.
pub fn headline_ahead(
    subject: Subject<'_>,
    found: &Expectation,
    unit: Unit,
    decimals: u8,
) -> String {
    let expected = interval(found, unit, decimals);
    let said = |trade: String, month: String| format!("{trade}, {month}: forecast {expected}");
    let (long, short) = (|| found.period.long(), || found.period.short());
    fitting::headline([
        &|| said(subject.start(), long()) + "; no figure yet",
        &|| said(subject.start(), short()),
        &|| said(briefly(&subject), short()),
        // The subtitle gives the trade.
        &|| format!("{}: forecast {expected}", long()),
    ])
}

/// How the figure compares with its forecast.
pub fn headline(
    subject: Subject<'_>,
    period: Period,
    actual: Quantity,
    judged: Ordinary,
    expected: Quantity,
) -> String {
    let gap = place((actual.value / expected.value - 1.0) * 100.0);
    let behind = format!("{gap} forecast, {}", judged.word());
    let actual = actual.rounded();
    let said = |trade: String, month: String| format!("{trade}: {actual} in {month}, {behind}");
    let (long, short) = (|| period.long(), || period.short());
    let whole = || {
        fitting::two_lines([
            &|| said(subject.start(), long()),
            &|| said(subject.start(), short()),
            &|| said(briefly(&subject), short()),
            &|| format!("{}, {}: {actual}, {behind}", briefly(&subject), short()),
        ])
    };
    fitting::headline([
        &whole,
        // The subtitle gives the trade.
        &|| format!("{actual} in {}, {behind}", long()),
    ])
}

/// Why there is no forecast.
pub fn none(period: Period, (why, brief): (&str, &str)) -> String {
    let none = |period: String| format!("No forecast for {period}");
    fitting::headline([
        &|| none(period.long()) + ": " + why,
        &|| none(period.short()) + ": " + why,
        &|| if brief.is_empty() { none(period.long()) } else { none(period.long()) + ": " + brief },
        &|| none(period.long()),
    ])
}

/// Why there is none of a month before the figures that forecasts go by.
pub fn before(month: Month, first: Month) -> String {
    format!(
        "No forecast for {}: figures without a long gap begin in {}",
        month.long(),
        first.long()
    )
}

/// That it is not in view.
pub fn not_shown(month: Month) -> String {
    format!("The forecast for {} is outside the dates shown", month.long())
}

/// Fewer of the same month than this are few to judge by.
const FEW: usize = 5;

/// How much stands behind a forecast.
pub fn behind(found: &Expectation) -> String {
    let months = match found.period.months {
        1 if found.years == 1 => found.period.start.name().to_owned(),
        _ => found.period.plural(),
    };
    let few = if found.years < FEW { "only " } else { "" };
    format!(
        "The forecast rests on {few}{} earlier {months} and {} in all.",
        in_words(found.years),
        counted_in_words(found.months, ["earlier month", "earlier months"])
    )
}

/// A change in percent without its sign, which is not nothing.
fn at_least(percent: f64) -> String {
    match Direction::of(percent) {
        Direction::Unchanged => "less than 0.1%".to_owned(),
        _ => percent_size(percent),
    }
}

/// Where a figure fell among what was expected.
pub fn fall(fall: &Fall) -> String {
    // One in a hundred is as far as a few dozen months can tell.
    let chance = |share: f64| exact((share * 100.0).clamp(1.0, 99.0), 0);
    let (tail, word) = if fall.below < 0.5 {
        (fall.below, "low or lower")
    } else {
        (1.0 - fall.below, "high or higher")
    };
    let verdict = match fall.judged {
        Some(Ordinary::Ordinary) => format!(
            "the figure is within the 80% interval. The model expects eight months in ten to come in between {} below and {} above its forecast",
            at_least(fall.least_told.0),
            at_least(fall.least_told.1)
        ),
        Some(Ordinary::Uncommon) => {
            "the figure is outside the 80% interval but within the 95% interval".to_owned()
        }
        _ => {
            "the figure is outside both, as one month in twenty is by chance alone; the model does not say why"
                .to_owned()
        }
    };
    // One unit does for both ends.
    let between = |ends: [Quantity; 2]| {
        let [low, high] = in_one_size(ends);
        let unit = high.rfind(' ').and_then(|at| high.get(at..)).unwrap_or_default();
        format!("{} to {high}", low.strip_suffix(unit).unwrap_or(&low))
    };
    format!(
        "{} was {} the median forecast of {}. The 80% interval is {} and the 95% interval {}: {verdict}. A figure this {word} has a probability of about {}%.",
        fall.actual.exact(),
        place(fall.gap),
        fall.median.rounded(),
        between(fall.interval_80),
        between(fall.interval_95),
        chance(tail),
    )
}

/// What season, holiday and trend alone give, and what the months just before add to it.
pub fn carried(holiday: bool, alone: Quantity, carried: f64) -> String {
    let holiday = if holiday { ", Chinese New Year" } else { "" };
    format!(
        "Season{holiday} and trend alone give {}; the level of the months just before {}. ",
        alone.rounded(),
        shifts(carried)
    )
}

/// `raises that by 11.6%`, `lowers that by 3.0%`, `leaves it at that`.
fn shifts(percent: f64) -> String {
    match Direction::of(percent).choose(["raises", "lowers", ""]) {
        "" => "leaves it at that".to_owned(),
        verb => format!("{verb} that by {}", percent_size(percent)),
    }
}

/// How many months were unusual, beside how many chance alone would make so.
pub fn flagged(judged: usize, unusual: usize) -> String {
    format!(
        "Of {} judged so far, {} {} unusual; by chance alone about {} would be.",
        if judged == 1 {
            "the one month".to_owned()
        } else {
            format!("the {} months", in_words(judged))
        },
        if unusual == 0 { "none".to_owned() } else { in_words(unusual) },
        if unusual < 2 { "was" } else { "were" },
        if judged < 10 { exact(judged as f64 / 20.0, 1) } else { in_words((judged + 10) / 20) }
    )
}

/// Which models were averaged.
pub fn models(
    (period, window): (Period, usize),
    weights: &Weights,
    holiday: Option<&str>,
    airline: bool,
) -> String {
    let share = |share: f64| format!("{}%", exact(share * 100.0, 0));
    let errors = if weights.level > 0.995 {
        "a local level".to_owned()
    } else {
        format!(
            "a local level {}, otherwise AR(1) errors with a coefficient of {} on average",
            share(weights.level),
            exact(weights.share, 2)
        )
    };
    let holiday =
        holiday.map_or_else(String::new, |name| format!(", {name} {}", share(weights.new_year)));
    let (half, airline) = if airline {
        ("half the weight goes to", " and half to the airline model, ARIMA (0,1,1)(0,1,1)₁₂")
    } else {
        ("the model averages", "")
    };
    format!(
        "For {} {half} {} regressions on the last {window} months, by Akaike weight ({errors}; trend {}, trading days {}{holiday}; {} pairs of Fourier terms on average){airline}.",
        period.long(),
        exact(weights.models as f64, 0),
        share(weights.trend),
        share(weights.trading_days),
        exact(weights.pairs, 1),
    )
}

/// What each month is judged against.
pub fn as_known(on: Option<&str>) -> String {
    let known = on.map_or_else(|| "now".to_owned(), |day| format!("on {}", date(day)));
    format!(
        "Each month is judged against earlier figures as known {known}, revisions included, not as known at the time."
    )
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: forecast of each month from the months before", subject.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_nought_is_level_with_the_forecast() {
        let of = |value: f64| Quantity { value, unit: Unit::TONNE, decimals: 0, rough: false };
        let said = |gap: f64| {
            fall(&Fall {
                actual: of(100_020.0),
                median: of(100_000.0),
                gap,
                interval_80: [of(99_990.0), of(100_010.0)],
                interval_95: [of(99_980.0), of(100_020.0)],
                judged: Some(Ordinary::Ordinary),
                least_told: (-0.01, 0.2),
                below: 0.6,
            })
        };
        let almost = said(0.02);
        assert!(
            almost.contains("was almost level with the median forecast of 100,000 t"),
            "{almost}"
        );
        assert!(
            almost.contains("between less than 0.1% below and 0.2% above its forecast"),
            "{almost}"
        );
        assert!(said(-3.0).contains("was 3.0% below the median forecast"));
    }
}
