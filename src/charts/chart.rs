//! What a chart is: everything that is known of it, in a record that stands in its own file.

use super::context::{Context, Drawn, Facts};
use super::question::Question;
use crate::query::{ChartKind, Query};
use crate::trade::{Dataset, Measure, PartRole, Partner, SeriesKey};

/// A chart's record. Adding a chart takes its file, which holds one of these, and a line of
/// [`CHARTS`](super::CHARTS).
pub struct Chart {
    /// Its word in addresses.
    pub code: &'static str,
    /// The name shown to readers.
    pub label: fn() -> &'static str,
    /// The question it answers.
    pub question: Question,
    /// The controls it obeys, by name; the page shows no others beside it.
    pub controls: &'static [&'static str],
    /// Whether its horizontal axis is time, so that a stretch of it can be zoomed into.
    pub through_time: bool,
    /// What a sentence calls it, where it is one of months and has nothing to show of whole years.
    pub needs_months: Option<fn() -> &'static str>,
    /// Whether it is worth offering for such a query of such data.
    pub offered: fn(&Dataset, &Query) -> bool,
    /// The series drawn against the query's own, where there is one: the month under study is then
    /// the latest that both have.
    pub opposed: fn(&Query) -> Option<SeriesKey>,
    /// An address under which it has something to show of the bundled data.
    pub example: &'static str,
    /// How it is computed, for the page's panel: terms, each with what it means.
    pub methods: Methods,
    /// Which files beside the headline figures it is made of.
    pub needs: Needs,
    /// How it is drawn, and by which of the page's modules.
    pub drawing: Drawing,
}

/// Makes what a chart shows.
pub type Draw = fn(&Context<'_>) -> Drawn;

/// A chart's drawing: of the page's first module, or left to the whole one.
pub struct Drawing {
    /// Makes what the chart shows.
    pub draw: Draw,
    /// Whether the page's first module leaves it to the whole one.
    pub whole: bool,
}

/// A drawing that the page begins with.
pub const fn in_first(draw: Draw) -> Drawing {
    Drawing { draw, whole: false }
}

/// What a chart needs beyond a series, which is looked for in all files where the headline file knows
/// little of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The parts of the data that it is made of.
    pub parts: &'static [PartRole],
    /// Whether it shows value and quantity, whichever measure is asked for.
    pub every_measure: bool,
    /// Whether it is of weight and of all partners together, whatever is asked for.
    pub weight_of_all: bool,
    /// Whether it takes a change between two periods apart, which a mean or a record is not.
    pub two_periods: bool,
    /// Whether it shows where countries lie.
    pub outlines: bool,
    /// Whether it shows one period, the nearest of which enough is known.
    pub nearest: bool,
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
    };
    /// Figures by partner.
    pub const PARTNERS: Self = Self { parts: &[PartRole::Partners], ..Self::SERIES };

    /// The query as the chart can answer it.
    pub fn narrowed(self, query: &Query) -> Query {
        if !self.weight_of_all {
            return query.clone();
        }
        let (partner, measure) = (Partner::world(), Measure::Volume);
        Query { partner, measure, unit: None, ..query.clone() }
    }
}

/// A drawing that the page's first module leaves to the whole one: its bytes are not the first page's.
pub const fn in_whole(draw: Draw) -> Drawing {
    let draw = if cfg!(feature = "whole") { draw } else { Drawn::left_to_whole };
    Drawing { draw, whole: true }
}

/// Gives terms, each with what it means, in the language that is spoken.
pub type Methods = fn() -> &'static [(&'static str, &'static str)];

impl Chart {
    /// The handle by which a query holds it.
    pub const fn kind(&self) -> ChartKind {
        ChartKind::of(self.code)
    }

    /// Whether it obeys the control of this name.
    pub fn obeys(&self, control: &str) -> bool {
        self.controls.contains(&control)
    }

    /// Whether it shows trade, which comes from where the data set says, as every chart of the page's
    /// first module does; prices have publishers of their own.
    pub fn is_of_trade(&self) -> bool {
        !cfg!(feature = "whole") || !self.needs.parts.contains(&PartRole::Prices)
    }

    /// What the words about it depend on.
    pub fn facts(&self) -> Facts {
        Facts {
            needs_months: self.needs_months.map(|called| called()),
            compares: self.obeys("compare"),
        }
    }
}

/// What the page's first module need not carry, for the build writes it into the page: the texts,
/// everywhere else.
pub const fn written_by_the_build(methods: Methods) -> Methods {
    if cfg!(all(target_arch = "wasm32", not(feature = "whole"))) { no_methods } else { methods }
}

/// What stands for texts that a module does not carry.
const fn no_methods() -> &'static [(&'static str, &'static str)] {
    &[]
}

/// For charts that can be drawn of whatever has figures.
pub const fn always(_: &Dataset, _: &Query) -> bool {
    true
}

/// For charts of one series.
pub const fn alone(_: &Query) -> Option<SeriesKey> {
    None
}
