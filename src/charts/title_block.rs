//! The words around a chart that leaves the page.

use super::View;
use crate::trade::Dataset;
use crate::util::CollectVec as _;

/// The words around a chart that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleBlock {
    /// The headline.
    pub headline: String,
    /// What is drawn, in which unit.
    pub subtitle: String,
    /// Where the figures come from.
    pub source: String,
}

/// Headline, subtitle and source line of a view, for a file.
pub fn title_block(dataset: &Dataset, view: &View) -> TitleBlock {
    let publishers: Vec<String> = view
        .sources
        .iter()
        .filter_map(|index| dataset.sources.get(*index))
        .map(|source| source.publisher.clone())
        .collect_vec();
    let by = if publishers.is_empty() {
        String::new()
    } else {
        format!(" ({}: {})", view.period.short(), publishers.join(", "))
    };
    TitleBlock {
        headline: view.headline.clone(),
        subtitle: view.subtitle.clone(),
        source: format!("Source: {}{by}. Chart: Xenotime.", dataset.origin),
    }
}
