//! What a reader's choices mean for a data set.

use std::borrow::Cow;

use super::line::Line;
use super::parameters::Query;
use crate::trade::{Dataset, Flow, Measure, Partner, SeriesKey};

impl Query {
    /// The word in addresses for adjusting the total itself.
    pub const DIRECT: &'static str = "direct";

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
