//! The texts around a chart in a file.

use super::events::named;
use super::headline::Published;
use super::view::View;
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::say::charts::sources as words;
use crate::wording::say::joining;

/// The texts around a chart that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleBlock {
    /// The headline.
    pub headline: String,
    /// What is drawn, and in which unit.
    pub subtitle: String,
    /// The events that the plot marks; often empty.
    pub events: String,
    /// Where the figures come from.
    pub source: String,
    /// Which data it was drawn from.
    pub edition: String,
}

/// Headline, subtitle and source line of a view, for a file.
pub fn title_block(dataset: &Dataset, view: &View) -> TitleBlock {
    let by = |published: &Published| joining::list(&published.by);
    TitleBlock {
        headline: view.headline.clone(),
        subtitle: view.subtitle.clone(),
        events: events(dataset, view),
        source: source(dataset, view, str::to_owned, by)
            .map_or_else(String::new, |said| words::line(&said, "")),
        edition: edition(dataset),
    }
}

/// Where the figures come from in the end and who published those of the headline, `February 2026: Reuters,
/// Xinhua`; nothing where neither is known. How words are set, and publishers named, is the caller's.
pub(super) fn source(
    dataset: &Dataset,
    view: &View,
    set: impl Fn(&str) -> String,
    by: impl Fn(&Published) -> String,
) -> Option<String> {
    let of_trade = view.query.chart.record().is_of_trade();
    let origin = Some(dataset.origin()).filter(|origin| of_trade && !origin.is_empty());
    let credit = |one: &Published| words::credit(&set(&one.named()), &by(one));
    let credits = Published::of(dataset, &view.credits);
    let all = origin.map(&set).into_iter().chain(credits.iter().map(credit)).collect_vec();
    (!all.is_empty()).then(|| joining::clauses(&all))
}

/// The ticks in words, for where no list stands beside the chart.
fn events(dataset: &Dataset, view: &View) -> String {
    let known = view.events.iter().filter_map(|index| dataset.events.get(*index));
    words::events(&known.map(named).collect_vec())
}

/// `Data compiled on 25 November 2026.`, otherwise `Data published up to 24 March 2026.`; empty for files
/// without dates.
pub fn edition(dataset: &Dataset) -> String {
    let latest = dataset.sources.iter().map(|source| source.published.as_str()).max();
    match (dataset.about.compiled.as_str(), latest.unwrap_or_default()) {
        ("", "") => String::new(),
        ("", date) => words::published_up_to(date),
        (date, _) => words::compiled_on(date),
    }
}
