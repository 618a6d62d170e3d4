//! The level from an event on.

use super::super::numbers::{capital, in_words, percent};
use super::super::plurals::counted_in_words;
use super::super::subject::{Subject, valued};
use super::page::events_prove_nothing;
use super::seasonal::from_on;
use super::sources::date;
use crate::statistics::Unavailable;
use crate::statistics::seasonal::{EventEffect, Joint, MOST_AFTER};
use crate::trade::{Event, Month, Unit};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Steps at events"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Steps at events",
        "An interrupted time series (Box & Tiao 1975): a regression with trend, season and AR(1) errors, as under Level shifts, with a step at the event, over the ten years before it and the twelve months that begin with it, averaged over values of the AR(1) coefficient, weighted by restricted likelihood. It needs 24 months before the event, three from its month on and 36 in all. The intervals drawn hold for all events shown at once (Bonferroni, 95%); significance is judged by Holm’s procedure (1979). It assumes that nothing else changed at the same time, which is rarely true.",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "steps at events"
}

/// A step that is more than chance.
pub const fn significant() -> &'static str {
    "significant"
}

/// One that may be chance.
pub const fn not_significant() -> &'static str {
    "not significant"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>) -> String {
    format!(
        "{}: step at each event over up to {MOST_AFTER} months, in percent; lines: joint 95% intervals",
        subject.start()
    )
}

/// A step's interval among all events.
fn interval(joint: &Joint) -> String {
    format!("95% interval {} to {}", percent(joint.interval_95.0), percent(joint.interval_95.1))
}

/// How sure a step is, and what it is measured by.
pub fn note(effect: &EventEffect, joint: &Joint) -> String {
    format!(
        "joint {}; {} from {} on, compared with {} before",
        interval(joint),
        counted_in_words(effect.after, ["month", "months"]),
        effect.month.long(),
        effect.before
    )
}

/// How the level differed after an event.
pub fn headline(
    subject: Subject<'_>,
    unit: Unit,
    event: &str,
    effect: &EventEffect,
    joint: &Joint,
) -> String {
    let step = percent(effect.percent);
    let (event, month) = (capital(event), effect.month.long());
    let trade = valued(&subject.trade(), unit);
    let event = format!("{event} ({month})");
    // The subtitle gives the trade.
    let short = if unit.is_money() { "value" } else { subject.flow.plural() };
    if joint.clear {
        return fitting::two_lines([&|| format!("{event}: step of {step} in {trade}"), &|| {
            format!("{event}: step of {step} in {short}")
        }]);
    }
    fitting::two_lines([&|| format!("{event}: no clear change in {trade}"), &|| {
        format!("{event}: no clear change in {short}")
    }])
}

/// That there is nothing to show of the event asked for, as a headline.
pub fn no_step(_: Subject<'_>, event: &Event, why: &Unavailable) -> String {
    let why = match why {
        Unavailable::TooFewMonthsBefore { known, needed } => {
            format!("only {known} of the {needed} months needed before it")
        }
        why => why.to_string(),
    };
    let none = |month: String| format!("No step for {month} ({})", event.short());
    fitting::headline([
        &|| format!("{}: {why}", none(event.month.long())),
        &|| format!("{}: {why}", none(event.month.short())),
        &|| none(event.month.long()),
    ])
}

/// Why the event asked for is not the one that is shown.
pub fn asked_in_vain(event: &Event, why: &Unavailable) -> String {
    format!(
        "The step at “{}” ({}) cannot be estimated: {why}. Another event is shown. ",
        event.title(),
        date(&event.date)
    )
}

/// Why an event after the month is the one that is shown.
pub fn none_up_to(month: Month) -> String {
    format!(
        "No step at an event up to {} can be estimated. The first one that can be is shown. ",
        month.long()
    )
}

/// Which figures are credited.
pub fn credit(month: Month) -> String {
    format!("months {}", from_on(month))
}

/// What the event was, how sure its step is, and what that can't say.
pub fn finding(event: &Event, effect: &EventEffect, joint: &Joint, count: usize) -> String {
    let together = if count > 1 {
        format!(", joint for all {} events", in_words(count))
    } else {
        String::new()
    };
    format!(
        "{}: {}. The step {} is {} ({}{together}), estimated from {} before the event and {} from its month on. Whatever else happened in those months is included: the step shows how the level differed, not why.",
        date(&event.date),
        event.title(),
        from_on(effect.month),
        percent(effect.percent),
        interval(joint),
        counted_in_words(effect.before, ["month", "months"]),
        in_words(effect.after),
    )
}

/// How the steps are judged.
pub fn judged() -> String {
    format!(
        "{} The intervals drawn hold for all events shown at once, and significance is judged by Holm’s procedure. Each step is an average over the possible values of the AR(1) coefficient of the errors. Events less than a year apart share months, so their steps cannot be separated.",
        events_prove_nothing()
    )
}

/// Which events are not drawn.
pub fn not_drawn() -> String {
    "An event is drawn only if there are at least 24 months of figures before it, three from its month on and 36 in all; the table says why the others are not.".to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}: steps at events", subject.start())
}
