//! Queries and the list of charts.

use super::chart::Chart;
use super::question::Question;
use super::{CHARTS, MONTHS, months};
use crate::query::{ChartKind, Problem, Query};
use crate::trade::{About, Dataset};
use crate::util::CollectVec as _;

impl ChartKind {
    /// Every chart, in the order they are offered.
    #[expect(clippy::indexing_slicing, reason = "the compiler runs it, and stops where it ends")]
    pub const ALL: [Self; CHARTS.len()] = {
        let mut all = [MONTHS; CHARTS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = CHARTS[at].kind();
            at += 1;
        }
        all
    };

    /// The chart whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.code() == text)
    }

    /// Its record.
    pub fn record(self) -> &'static Chart {
        let own = CHARTS.iter().find(|chart| chart.code == self.code());
        own.copied().unwrap_or(&months::CHART)
    }

    /// The name shown to readers.
    pub fn label(self) -> &'static str {
        (self.record().label)()
    }

    /// The question it answers.
    pub fn question(self) -> Question {
        self.record().question
    }
}

impl Query {
    /// Reads the query part of an address. Invalid values keep their defaults and are named in the second
    /// result; unknown names are ignored, because a host may add its own.
    pub fn parse(search: &str) -> (Self, Vec<String>) {
        in_words(Self::read(search, &Self::default(), &ChartKind::ALL))
    }

    /// The same with a data set's defaults.
    pub fn parse_over(search: &str, dataset: &Dataset) -> (Self, Vec<String>) {
        in_words(Self::read(search, &Self::usual_of(dataset), &ChartKind::ALL))
    }

    /// The query of an empty address for a data set.
    pub fn usual_of(dataset: &Dataset) -> Self {
        Self::of(MONTHS, dataset.about.usual.clone())
    }

    /// What an address that names nothing asks where this query is asked.
    fn unnamed(&self) -> Self {
        Self::of(MONTHS, self.usual.clone())
    }

    /// The address that [`Query::parse`] reads back: `?…`, or empty for the default view.
    pub fn address(&self) -> String {
        self.written(&self.unnamed())
    }

    /// The query with a control set to a value; unchanged if the value is invalid.
    #[must_use]
    pub fn with_control(&self, control: &str, value: &str) -> Self {
        self.with(control, value, &self.unnamed(), &ChartKind::ALL)
    }

    /// The query with defaults for everything its chart does not use.
    #[must_use]
    pub fn obeyed(&self) -> Self {
        let chart = self.chart.record();
        self.as_obeyed(&self.unnamed(), |control| chart.obeys(control))
    }
}

/// A query with what is to be said of its address.
fn in_words((query, problems): (Query, Vec<Problem>)) -> (Query, Vec<String>) {
    (query, problems.iter().map(Problem::to_string).collect_vec())
}

impl Default for Query {
    fn default() -> Self {
        Self::of(MONTHS, About::default().usual)
    }
}
