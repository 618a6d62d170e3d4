//! The record that defines a chart; each chart has one, in a file of its own.

use super::context::{Context, Drawn};
use super::question::Question;
use crate::query::{ChartKind, Query};
use crate::trade::{Dataset, Measure, Month, PartRole, Partner, Series, SeriesKey};

/// A chart's record. A new chart takes a file with such a record, a file of words in each language and a line
/// of the list in `query/every_chart.rs`.
pub struct Chart {
    /// Its word in addresses.
    pub code: &'static str,
    /// The name shown to readers.
    pub label: fn() -> &'static str,
    /// The question it answers.
    pub question: Question,
    /// The names of its controls; the page shows no others.
    pub controls: &'static [&'static str],
    /// Whether its horizontal axis is time, so that it can be zoomed.
    pub through_time: bool,
    /// Its name within a sentence, if it needs monthly figures, or at least parts of a year, and cannot show whole
    /// years.
    pub needs_months: Option<fn() -> &'static str>,
    /// Whether it is offered for a query on these data.
    pub offered: fn(&Dataset, &Query) -> bool,
    /// The series drawn beside the query's own, if any; the month under study is then the latest in both.
    pub opposed: fn(&Query) -> Option<SeriesKey>,
    /// An address for which the bundled data have something to show.
    pub example: &'static str,
    /// How it is computed: terms and their meanings, for the page.
    pub methods: Methods,
    /// The files it needs beside the headline figures.
    pub needs: Needs,
    /// How it is drawn, and by which of the page's modules.
    pub drawing: Drawing,
}

/// Makes what a chart shows from a context.
pub type Draw = fn(&Context<'_>) -> Drawn;

/// A chart's drawing, and the module that has it.
pub struct Drawing {
    /// Makes what the chart shows.
    pub draw: Draw,
    /// Whether it is only in the whole module, not in the page's first.
    pub whole: bool,
}

/// A drawing that the page's first module has.
pub const fn in_first(draw: Draw) -> Drawing {
    Drawing { draw, whole: false }
}

/// What a chart needs beside a series of the headline file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The roles of the files it needs.
    pub parts: &'static [PartRole],
    /// Whether it shows both value and quantity, whichever measure is chosen.
    pub every_measure: bool,
    /// Whether it always shows weight and all partners together.
    pub weight_of_all: bool,
    /// Whether it breaks down a change between two periods, so that means and records are no baseline.
    pub two_periods: bool,
    /// Whether it shows a map.
    pub outlines: bool,
    /// Whether it shows a single period, the nearest with enough figures.
    pub nearest: bool,
    /// Whether parts of a year do where it needs months: sums of quarters are sums to date as well.
    pub parts_of_years: bool,
}

impl Needs {
    /// A series, and nothing else.
    pub const SERIES: Self = Self {
        parts: &[],
        every_measure: false,
        weight_of_all: false,
        two_periods: false,
        outlines: false,
        nearest: false,
        parts_of_years: false,
    };
    /// Figures by partner.
    pub const PARTNERS: Self = Self { parts: &[PartRole::Partners], ..Self::SERIES };

    /// The query with the choices that the chart supports.
    pub fn narrowed(self, query: &Query) -> Query {
        if !self.weight_of_all {
            return query.clone();
        }
        let (partner, measure) = (Partner::world(), Measure::Volume);
        Query { partner, measure, unit: None, ..query.clone() }
    }
}

/// A drawing that only the whole module has.
pub const fn in_whole(draw: Draw) -> Drawing {
    let draw = if cfg!(feature = "whole") { draw } else { Drawn::left_to_whole };
    Drawing { draw, whole: true }
}

/// Returns terms and their meanings in the current language.
pub type Methods = fn() -> &'static [(&'static str, &'static str)];

impl Chart {
    /// Its identifier in queries.
    pub const fn kind(&self) -> ChartKind {
        ChartKind::of(self.code)
    }

    /// Whether it has the control of this name.
    pub fn obeys(&self, control: &str) -> bool {
        self.controls.contains(&control)
    }

    /// Whether its figures are trade from the data set's publisher, as in all charts of the first module;
    /// prices have other publishers.
    pub fn is_of_trade(&self) -> bool {
        !cfg!(feature = "whole") || !self.needs.parts.contains(&PartRole::Prices)
    }

    /// Whether a series is counted by longer periods than the chart can show where it needs months: by any, or by
    /// years and by such parts of them as none begins with.
    pub fn lacks_months(&self, series: &Series) -> bool {
        let step = series.step();
        // The first page leaves all but months to the whole module.
        if !cfg!(feature = "whole") || !self.needs.parts_of_years {
            return step > 1;
        }
        let january = Month::from_index(0);
        step >= 12 || series.span(january).start != january
    }
}

/// Texts that the page's first module leaves out, because the build writes them into the page.
pub const fn written_by_the_build(methods: Methods) -> Methods {
    if cfg!(all(target_arch = "wasm32", not(feature = "whole"))) { no_methods } else { methods }
}

/// What stands for texts that a module does not carry.
const fn no_methods() -> &'static [(&'static str, &'static str)] {
    &[]
}

/// For charts that can show any data with figures.
pub const fn always(_: &Dataset, _: &Query) -> bool {
    true
}

/// For charts of one series.
pub const fn alone(_: &Query) -> Option<SeriesKey> {
    None
}
