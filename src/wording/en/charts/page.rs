//! What the page says around a chart.

use super::super::numbers::capital;
use super::sources::date as day;
use crate::trade::{Flow, Period};
use crate::wording::facts::Parts;
use crate::wording::fitting;

/// The questions that charts answer.
pub const fn what() -> &'static str {
    "What happened"
}
/// The questions that charts answer.
pub const fn season() -> &'static str {
    "Out of the ordinary?"
}
/// The questions that charts answer.
pub const fn drivers() -> &'static str {
    "Partners, goods, prices"
}

/// The document's title.
pub fn title(headline: &str) -> String {
    format!("{headline} · Xenotime")
}

/// The chart in words, for a screen reader.
pub fn description(chart: &str, subtitle: &str, headline: &str, points: usize) -> String {
    let subtitle = subtitle.trim_end_matches('.');
    let points = if points == 0 {
        "Nothing is drawn.".to_owned()
    } else {
        format!("Points: {points}. Move between them with the arrow keys, or see the table below.")
    };
    format!("{chart} chart, {subtitle}. {headline}. {points}")
}

/// What choosing a point leads to, where that is no month.
pub const fn enter_leads() -> &'static str {
    " Enter leads to the partner’s own chart."
}

/// A month to choose in whose place another period is shown.
pub fn shown_instead(chosen: &str, shown: &str) -> String {
    format!("{chosen} (shown: {shown})")
}

/// A month to choose that has no figure.
pub fn without_figure(period: Period) -> String {
    format!("{} (no figure)", period.long())
}

/// Whom the other side is called as a part.
pub const fn side(flow: Flow) -> &'static str {
    if matches!(flow, Flow::Import) { "Origin" } else { "Destination" }
}

/// The other way to break a total down.
pub const fn product_line() -> &'static str {
    "Product line"
}

/// What the season is taken out of: the total, or each of its parts.
pub fn adjusted(part: Option<Parts>) -> String {
    part.map_or_else(|| "The total (direct)".to_owned(), |part| format!("Each {part} (indirect)"))
}

/// The event that is shown unless one is chosen.
pub const fn last_event() -> &'static str {
    "Latest event before the month"
}

/// An event to choose, with its day.
pub fn event(date: &str, title: &str) -> String {
    format!("{}: {title}", day(date))
}

/// A series to choose: product, other side and unit.
pub fn series(product: &str, partner: Option<(Flow, &str)>, unit: &str) -> String {
    let partner =
        partner.map_or_else(String::new, |(flow, name)| format!(" {} {name}", flow.towards()));
    format!("{product}{partner}, {unit}")
}

/// How well forecasts of the series have done.
pub const fn backtest() -> &'static str {
    "Backtest of this series"
}

/// What stands there until that is computed.
pub const fn computing() -> &'static str {
    "Computing…"
}

/// The head of the list of events.
pub const fn events_marked() -> &'static str {
    "Events marked"
}

/// What a list of events beside a chart cannot say.
pub const fn events_prove_nothing() -> &'static str {
    "A change near an event does not prove that the event caused it."
}

/// What stands behind an event's title: what the event was said to mean.
pub fn after_title(effect: &str) -> String {
    format!(". {effect}")
}

/// That a chart can't be shown, and why.
pub fn cannot_be_shown(what: &str, chart: &str, (why, brief): (&str, &str)) -> String {
    let no = |what: &str| format!("{} cannot be shown", capital(what));
    // The chart’s place says why as well.
    fitting::headline([
        &|| format!("{}: {why}", no(what)),
        &|| format!("{}: {why}", no(chart)),
        &|| match brief {
            _ if !cfg!(feature = "whole") => no(chart),
            "" => no(chart),
            _ => format!("{}: {brief}", no(chart)),
        },
        &|| no(chart),
    ])
}

/// The same reason as a sentence.
pub fn reason(why: &str) -> String {
    format!("{}.", capital(why))
}

/// What the table holds then.
pub fn what_is_missing(what: &str) -> String {
    format!("What is missing for {what}")
}

/// That a browser cannot draw.
pub const fn no_canvas() -> &'static str {
    "this browser provides no canvas to draw on"
}

/// That its canvas refuses letters.
pub const fn no_letters() -> &'static str {
    "the canvas could not draw text"
}
