//! What a chart shows, before anything is drawn: a [`Query`] (what the address bar holds) and a
//! data set make a [`View`], and the canvas, the SVG, the table, the CSV file, the sentences and
//! the screen reader all take their numbers from it.

mod balance;
mod change;
mod csv;
mod cumulative;
mod events;
mod framing;
mod furniture;
mod graph;
mod heat;
mod html;
mod months;
mod notes;
mod page;
mod query;
mod season;
mod sentence;
mod table;
mod ticks;
mod view;
mod walk;
mod words;
mod years;

pub use csv::csv;
pub use framing::Comparing;
pub use furniture::{Furniture, ORIGIN, furniture};
pub use graph::{Bar, Cell, Graph, Label, Layer, Mark, Pin, Row, Side, Tone, Weight, XAxis, YAxis};
pub use html::{Fragment, escape, fragments, source_links};
pub use page::{Choice, Control, Page, page};
pub use query::{ChartKind, Query, Theme};
pub use table::{Column, Table, TableCell, TableRow};
pub use ticks::{Tick, month_ticks, nice_ticks};
pub use view::{View, view};
pub use walk::{Step, walk};
pub use words::{exact, percent, rounded, signed};
