//! The words around a chart that leaves the page.

use super::events::named;
use super::headline::Credit;
use super::view::View;
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::say::charts::sources as words;
use crate::wording::say::joining;

/// The words around a chart that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleBlock {
    /// The headline.
    pub headline: String,
    /// What is drawn, in which unit.
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
    let credits = view.credits.iter().filter_map(|credit| credited(dataset, credit)).collect_vec();
    let by = joining::clauses(&credits);
    let of_trade = view.query.chart.record().is_of_trade();
    let source = words::line(if of_trade { dataset.origin() } else { "" }, &by);
    TitleBlock {
        headline: view.headline.clone(),
        subtitle: view.subtitle.clone(),
        events: events(dataset, view),
        source,
        edition: edition(dataset),
    }
}

/// `February 2026: Reuters, Xinhua`, or nothing where nobody is known to have published it.
fn credited(dataset: &Dataset, credit: &Credit) -> Option<String> {
    let known = credit.sources.iter().filter_map(|index| dataset.sources.get(*index));
    let mut publishers: Vec<String> = Vec::new();
    for source in known {
        let publisher = dataset.about.said(&source.publisher).into_owned();
        if !publishers.contains(&publisher) {
            publishers.push(publisher);
        }
    }
    (!publishers.is_empty()).then(|| words::credit(&credit.what, &joining::list(&publishers)))
}

/// The ticks in words, for where no list stands beside the chart.
fn events(dataset: &Dataset, view: &View) -> String {
    let known = view.events.iter().filter_map(|index| dataset.events.get(*index));
    words::events(&known.map(named).collect_vec())
}

/// `Data compiled on 25 November 2026.`, else `Data as published until 24 March 2026.`, or nothing
/// of files without dates.
pub fn edition(dataset: &Dataset) -> String {
    let latest = dataset.sources.iter().map(|source| source.published.as_str()).max();
    match (dataset.about.compiled.as_str(), latest.unwrap_or_default()) {
        ("", "") => String::new(),
        ("", date) => words::published_up_to(date),
        (date, _) => words::compiled_on(date),
    }
}
