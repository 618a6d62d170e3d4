//! Charts before they are drawn: a [`Query`] (the contents of an address) and a data set make a [`View`],
//! from which the canvas, the SVG, the table, the CSV file, the sentences and the screen reader's text take
//! their numbers.

mod balance;
mod change;
mod chart;
mod context;
mod control;
mod csv;
mod cumulative;
mod desk;
mod elsewhere;
mod events;
#[cfg(test)]
mod example;
mod framing;
mod gaps;
mod geometry;
mod graph;
mod headline;
mod heat;
mod history;
mod html;
mod mirror;
mod months;
mod needs;
mod notes;
mod open;
mod own;
mod page;
mod question;
mod registry;
mod season;
mod seasonal;
mod sentence;
mod series;
mod structure;
mod studies;
mod table;
mod ticks;
mod title_block;
mod unavailable;
mod view;
mod walk;
mod years;

pub use crate::query::{ChartKind, Query, Theme};
pub use crate::wording::facts::AxisUnit;
pub use crate::wording::say::numbers::{exact, exact_amount, percent, rounded, signed, within};
pub use crate::wording::say::quantity::axis_labels;
pub use chart::{Chart, Methods};
pub use control::{Choice, Control};
pub use csv::csv;
pub use desk::{overview, transforms};
pub use elsewhere::{calibration, carried, go_on, keep_calibration, takes_long};
pub use framing::Comparing;
pub use graph::{
    Annotation, Bar, Cell, Class, Depth, EventMarker, Graph, Hatching, KeyEntry, Label, Layer,
    Mark, Panel, Row, Scale, Shape, Side, Swatch, Tone, Weight, XAxis, YAxis, logarithm,
};
pub use headline::Credit;
pub use html::{Fragment, chart_methods, definitions, escape, fragments, source_links};
pub use needs::needs;
pub use open::{choose, is_drawn, open};
pub use page::{Page, page};
pub use question::Question;
pub use table::{Column, Table, TableCell, TableRow};
pub use ticks::{Tick, month_ticks, nice_ticks, year_ticks};
pub use title_block::{TitleBlock, edition, title_block};
pub use view::{View, left_out, view, view_of_parts};
pub use walk::{Step, start, walk};

/// Every chart, in the order offered; the first is the default. Addresses, the page, the program and the
/// tests all use this list.
pub const CHARTS: &[&Chart] = &[
    &months::CHART,
    &season::CHART,
    &cumulative::CHART,
    &change::CHART,
    &heat::CHART,
    &balance::CHART,
    &series::CHART,
    &history::CHART,
    &framing::CHART,
    &mirror::CHART,
    &gaps::CHART,
    &seasonal::expectation::CHART,
    &seasonal::decomposition::CHART,
    &seasonal::level_shifts::CHART,
    &seasonal::effects::CHART,
    &structure::drivers::CHART,
    &structure::shares::CHART,
    &structure::map::CHART,
    &structure::unit_value::CHART,
    &structure::price_volume::CHART,
    &structure::mix::CHART,
    &structure::prices::CHART,
    &structure::dependence::CHART,
    #[cfg(test)]
    &example::CHART,
];

/// Every month as a line: the default chart.
pub const MONTHS: ChartKind = months::CHART.kind();

/// The cumulative sums of each year.
pub const CUMULATIVE: ChartKind = cumulative::CHART.kind();
