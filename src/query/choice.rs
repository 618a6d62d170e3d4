//! What a reader can choose.

use std::borrow::Cow;
use std::fmt;

use super::line::Line;
use super::note::Note;
use crate::statistics::structure::Side;
use crate::statistics::{Comparison, Grouping, Transformation};
use crate::trade::{Dataset, Flow, Measure, Month, Partner, SeriesKey, Unit};

/// A chart, identified by its word in addresses. The list of charts and their records are in `charts`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChartKind(&'static str);

impl ChartKind {
    /// The handle of the chart with this code: for the charts' own records.
    pub(crate) const fn of(code: &'static str) -> Self {
        Self(code)
    }

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for ChartKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// Light or dark, for an embed whose host page is always one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme whose word is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == text)
    }
}

/// Everything a reader can choose. An address names only what differs from the default.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Which chart.
    pub chart: ChartKind,
    /// Exports or imports.
    pub flow: Flow,
    /// The product's code.
    pub product: String,
    /// The partner.
    pub partner: Partner,
    /// Volume or value.
    pub measure: Measure,
    /// The unit of the amounts, where it is not the data’s main one: another currency.
    pub unit: Option<Unit>,
    /// The month under study; none stands for the latest.
    pub month: Option<Month>,
    /// What the month is compared with.
    pub comparison: Comparison,
    /// Whether a total is broken down by partner or by product.
    pub by: Side,
    /// Whether each partner or each product is seasonally adjusted; none stands for the total.
    pub adjusted_by: Option<Side>,
    /// The event studied, by its date.
    pub event: Option<String>,
    /// The first month shown, where the reader narrowed the view.
    pub from: Option<Month>,
    /// The last month shown, likewise.
    pub to: Option<Month>,
    /// Further series beside the query's own, where a chart shows several.
    pub with: Vec<Line>,
    /// How the months of such a chart are grouped.
    pub grouping: Grouping,
    /// What it shows of its lines: levels, changes, an index or shares.
    pub transformation: Transformation,
    /// The month that counts as 100 in an index; none stands for the first that all series have.
    pub base: Option<Month>,
    /// Whether its vertical axis is logarithmic.
    pub logarithmic: bool,
    /// The date whose state of knowledge is shown: figures published later are left out.
    pub known_on: Option<String>,
    /// The reader's own notes.
    pub notes: Vec<Note>,
    /// The bare chart, for an iframe.
    pub embed: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The series shown by default. An address names only what differs from it.
    pub usual: SeriesKey,
}

impl Query {
    /// The word in addresses for adjusting the total itself.
    pub const DIRECT: &'static str = "direct";

    /// The query of an address that names nothing, where `chart` is the usual one.
    pub(crate) fn of(chart: ChartKind, usual: SeriesKey) -> Self {
        let SeriesKey { flow, measure, product, partner } = usual.clone();
        Self {
            chart,
            flow,
            product,
            partner,
            measure,
            unit: None,
            usual,
            month: None,
            comparison: Comparison::YearOnYear,
            by: Side::Partner,
            adjusted_by: None,
            event: None,
            from: None,
            to: None,
            with: Vec::new(),
            grouping: Grouping::Month,
            transformation: Transformation::Level,
            base: None,
            logarithmic: false,
            known_on: None,
            notes: Vec::new(),
            embed: false,
            theme: Theme::Auto,
        }
    }

    /// The series the query is about.
    pub fn key(&self) -> SeriesKey {
        SeriesKey {
            flow: self.flow,
            measure: self.measure,
            product: self.product.clone(),
            partner: self.partner.clone(),
        }
    }

    /// The query's own series as one line of several.
    pub fn line(&self) -> Line {
        Line { key: self.key(), unit: self.unit }
    }

    /// The data that the query is about: as known on its date, and in its currency.
    pub fn of_data<'a>(&self, dataset: &'a Dataset) -> Cow<'a, Dataset> {
        // The first page's module asks for neither.
        if !cfg!(feature = "whole") {
            return Cow::Borrowed(dataset);
        }
        let known = self.known_on.as_ref().map(|date| dataset.known_on(date));
        match (known, self.unit) {
            (None, None) => Cow::Borrowed(dataset),
            (None, Some(unit)) => dataset.counted_in(unit),
            (Some(known), None) => known,
            (Some(known), Some(unit)) => Cow::Owned(known.counted_in(unit).into_owned()),
        }
    }

    /// The same series with another flow.
    pub fn key_of(&self, flow: Flow) -> SeriesKey {
        SeriesKey { flow, ..self.key() }
    }

    /// The query over a data set, with that data set's defaults for everything not chosen.
    #[must_use]
    pub fn over(&self, dataset: &Dataset) -> Self {
        let (old, usual) = (&self.usual, &dataset.about.usual);
        if old == usual {
            return self.clone();
        }
        let mut query = Self { usual: usual.clone(), ..self.clone() };
        if query.flow == old.flow {
            query.flow = usual.flow;
        }
        if query.measure == old.measure {
            query.measure = usual.measure;
        }
        if query.product == old.product {
            query.product.clone_from(&usual.product);
        }
        if query.partner == old.partner {
            query.partner.clone_from(&usual.partner);
        }
        query
    }

    /// The query as this data set can answer it: its first product if it lacks the one asked for, and a
    /// measure and a flow that it has.
    #[must_use]
    pub fn settled(&self, dataset: &Dataset) -> Self {
        let mut query = self.clone();
        let first = dataset.products.first().filter(|_| dataset.product(&query.product).is_none());
        if let Some(first) = first {
            query.product = first.code.clone();
        }
        if !dataset.observations().iter().any(|one| one.key.partner == query.partner) {
            query.partner = Partner::world();
        }
        let flows =
            [query.flow, if query.flow == Flow::Export { Flow::Import } else { Flow::Export }];
        let others = || Measure::ALL.into_iter().filter(|measure| *measure != query.measure);
        let measures = || std::iter::once(query.measure).chain(others());
        let all = flows.into_iter().flat_map(|flow| measures().map(move |measure| (flow, measure)));
        let known = all.map(|(flow, measure)| Self { flow, measure, ..query.clone() });
        let mut known = known.filter(|query| dataset.has(&query.key()));
        let mut query = known.next().unwrap_or(query);
        // Another product may begin later or end earlier.
        let extent = dataset.series(&query.key()).extent();
        query.month = query
            .month
            .filter(|month| extent.is_some_and(|(first, last)| (first..=last).contains(month)));
        query
    }

    /// The query without a narrowed range of months.
    #[must_use]
    pub fn unzoomed(&self) -> Self {
        Self { from: None, to: None, ..self.clone() }
    }
}
