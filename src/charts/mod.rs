//! Charts before they are drawn: a [`Query`] (the contents of an address) and a data set make a [`View`],
//! from which the canvas, the SVG, the table, the CSV file, the sentences and the screen reader's text take
//! their numbers.

mod additions;
mod chart;
mod context;
mod control;
mod csv;
mod desk;
mod elsewhere;
mod events;
mod geometry;
mod graph;
mod headline;
mod html;
mod needs;
mod notes;
mod opening;
mod page;
mod question;
mod registry;
mod seasonal;
mod sentence;
mod structure;
mod studies;
mod table;
mod ticks;
mod title_block;
mod unavailable;
mod view;
mod walk;
mod years;

use crate::query::every_chart;
pub use crate::query::{ChartKind, Query, Theme};
pub use crate::wording::facts::AxisUnit;
pub use crate::wording::say::numbers::{exact, exact_amount, percent, rounded, signed, within};
pub use crate::wording::say::quantity::axis_labels;
pub use chart::{Chart, Methods};
pub use context::remark;
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
#[cfg(not(target_arch = "wasm32"))]
pub use html::head;
pub use html::{
    Fragment, chart_methods, definitions, escape, fragments, links_by_publisher, source_links,
};
pub use needs::needs;
pub use opening::{choose, is_drawn, lead, open};
pub use page::{Page, page};
pub use question::Question;
pub use table::{Column, Table, TableCell, TableRow};
pub use ticks::{Tick, month_ticks, nice_ticks, year_ticks};
pub use title_block::{TitleBlock, edition, title_block};
pub use view::{View, left_out, view, view_of_parts};
pub use walk::{Step, start, walk};

/// Makes the modules of the charts that are files of this folder, and the list of all.
macro_rules! registry {
    (
        charts { $($chart:ident)* }
        seasonal { $($seasonal:ident)* }
        structure { $($structure:ident)* }
        tests { $($example:ident)* }
    ) => {
        $(mod $chart;)*
        $(
            #[cfg(test)]
            mod $example;
        )*

        /// Every chart, in the order offered; the first is the default. Addresses, the page, the program and
        /// the tests all use this list.
        pub const CHARTS: &[&Chart] = &[
            $(&$chart::CHART,)*
            $(&seasonal::$seasonal::CHART,)*
            $(&structure::$structure::CHART,)*
            $(
                #[cfg(test)]
                &$example::CHART,
            )*
        ];
    };
}

every_chart!(registry);

/// Every month as a line: the default chart.
pub const MONTHS: ChartKind = months::CHART.kind();

/// The cumulative sums of each year.
pub const CUMULATIVE: ChartKind = cumulative::CHART.kind();
