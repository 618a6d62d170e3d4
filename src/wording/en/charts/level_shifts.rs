//! Level shifts and outliers.

use super::super::numbers::{capital, exact, in_words, percent, t_value};
use super::super::subject::{Subject, briefly};
use super::page::events_prove_nothing;
use super::seasonal::from_on;
use super::sources::date as day;
use crate::statistics::seasonal::{Disturbance, Kind, LEAST_SEGMENT, LEAST_T, WINDOW};
use crate::trade::{Month, Period, Quantity};
use crate::util::CollectVec as _;
use crate::wording::facts::COMMON;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Level shifts"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Level shifts",
        "Every month of the last ten years is tested in turn for an additive outlier, a level shift and a temporary change (fading by a factor of 0.7 a month) in the regression with trend, season and AR(1) errors (Chen & Liu 1993, as in X-13 and TRAMO); those with |t| above 4 are kept. Estimates are averaged over values of the AR(1) coefficient, weighted by restricted likelihood; the standard error of a month is taken to be at least half a unit of its last digit. A level lasts at least six months. In simulated series without a shift, one is found in at most 4 of 100; a shift of −40% in noise of 10% is nearly always found, smaller ones less often.",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "level shifts"
}

/// What is drawn.
pub fn subtitle(unit: &str, since: Month) -> String {
    format!("{unit} a month, seasonally adjusted; level shifts since {}", since.long())
}

/// A line of the plot.
pub const fn level() -> &'static str {
    "level"
}

/// A line of the plot.
pub const fn as_reported() -> &'static str {
    "as reported"
}

/// What was reported of an adjusted month.
pub fn reported(amount: Quantity) -> String {
    format!("reported {}", amount.rounded())
}

/// `level shift from June 2019 on: −40.3% (95% interval −48.0% to −31.2%, t = −8.1)`.
pub fn disturbance(one: &Disturbance) -> String {
    let (low, high) = one.interval_95;
    let when = match one.kind {
        Kind::Outlier => format!("in {}", one.period.long()),
        // Its period is a month, or January and February together.
        Kind::LevelShift => format!("from {} on", one.period.long()),
        Kind::TemporaryChange => format!("that began in {}", one.period.long()),
    };
    let interval = match [percent(low), percent(high)] {
        [low, high] if low == high => "narrower than 0.1 percentage points".to_owned(),
        [low, high] => format!("{low} to {high}"),
    };
    format!(
        "{} {when}: {} (95% interval {interval}, {})",
        one.kind.word(),
        percent(one.percent),
        t_value(one.t)
    )
}

/// That no shift of the level was found.
pub fn no_shift(subject: Subject<'_>, since: Month) -> String {
    format!("{}: no lasting level shift found since {}", subject.start(), since.long())
}

/// How many shifts of the level were found, and how large the last is.
pub fn headline(subject: Subject<'_>, count: usize, percent_last: f64, last: Period) -> String {
    let found = if count == 1 {
        "one level shift found,".to_owned()
    } else {
        format!("{} level shifts found, the last", in_words(count))
    };
    let said = |trade: String, last: String| {
        format!("{trade}: {found} {} in {last}", percent(percent_last))
    };
    fitting::headline([
        &|| said(subject.start(), last.long()),
        &|| said(subject.start(), last.short()),
        &|| said(briefly(&subject), last.short()),
    ])
}

/// That nothing stands out.
pub fn nothing(first: Month, last: Month) -> String {
    format!(
        "No month from {} to {} stands out either: no outlier, no temporary change.",
        first.long(),
        last.long()
    )
}

/// That figures of zero were not looked at.
pub fn not_tested(zeros: usize) -> String {
    if zeros == 1 {
        "Not tested: one figure of zero.".to_owned()
    } else {
        format!("Not tested: {} figures of zero.", in_words(zeros))
    }
}

/// A disturbance with the events near it.
pub fn with_events(one: &Disturbance, events: &[&str]) -> String {
    let size = disturbance(one);
    if events.is_empty() { size } else { format!("{size}; near: {}", events.join("; ")) }
}

/// All of them, and how many months in 100 are near an event anyway.
pub fn finding(disturbances: &[String], near: Option<f64>) -> String {
    let chance = near.map_or_else(String::new, |share| {
        let so = if share < COMMON { "" } else { ", so nearness alone says little" };
        format!(" Of all months, {}% are within two months of a listed event{so}.", exact(share, 0))
    });
    let sentences = disturbances.iter().map(|one| capital(one)).collect_vec();
    format!("{}.{chance}", sentences.join(". "))
}

/// An event with its day.
pub fn event(date: &str, title: &str) -> String {
    format!("{}: {title}", day(date))
}

/// What was tested, and how.
pub fn tested(since: Month) -> String {
    format!(
        "Every month {} was tested for an outlier, a level shift and a temporary change, alongside season, trend and AR(1) errors; those with a t value beyond ±{} were kept. A level lasts at least {} months, and at most the last {WINDOW} months are examined.",
        from_on(since),
        exact(LEAST_T, 1),
        in_words(LEAST_SEGMENT),
    )
}

/// How sure a shift's month is, and what an event near it can't say.
pub fn uncertain() -> String {
    format!("The month of a shift is uncertain by a few months. {}", events_prove_nothing())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: level shifts and outliers, seasonally adjusted", subject.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(t: f64, interval_95: (f64, f64)) -> Disturbance {
        let period = Period::month(Month::from_index(2020 * 12));
        Disturbance { kind: Kind::LevelShift, period, percent: 40.0, interval_95, t }
    }

    #[test]
    fn findings_are_sentences() {
        let found = ["level shift in May".to_owned(), "outlier in June".to_owned()];
        assert_eq!(finding(&found, None), "Level shift in May. Outlier in June.");
        let near = |share| finding(&[], Some(share));
        assert_eq!(near(8.0), ". Of all months, 8% are within two months of a listed event.");
        assert!(near(57.0).ends_with("event, so nearness alone says little."));
    }

    #[test]
    fn what_is_beyond_doubt_has_no_digits() {
        let said = disturbance(&found(8.123, (31.04, 52.0)));
        assert!(said.ends_with("+40.0% (95% interval +31.0% to +52.0%, t = 8.1)"), "{said}");
        let said = disturbance(&found(154_970_248.6, (39.99, 40.01)));
        assert!(
            said.ends_with("(95% interval narrower than 0.1 percentage points, t > 100)"),
            "{said}"
        );
        assert!(disturbance(&found(-107.1, (0.0, 1.0))).ends_with("t < −100)"));
    }
}
