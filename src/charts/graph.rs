//! A chart in data coordinates: what is drawn, and what can be pointed at. It has no pixels or colours; the
//! drawing adds both.

use crate::trade::{Month, Unit, UnitRatio};
use crate::util::within;

/// The horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub enum XAxis {
    /// Months, at their index; the plot runs half a month beyond both ends.
    Months(Month, Month),
    /// January to December, at 1 to 12.
    Calendar,
    /// Percent.
    Percent(f64, f64),
    /// Percentage points.
    Points(f64, f64),
    /// Amounts, in the unit that the subtitle names.
    Amount(f64, f64),
    /// Nothing is drawn along it.
    Blank,
}

/// The vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub enum YAxis {
    /// An amount, from the first tick to the last.
    Amount(Vec<f64>, Unit),
    /// So much for each, likewise.
    Ratio(Vec<f64>, UnitRatio),
    /// Percent, likewise.
    Percent(Vec<f64>),
    /// Numbers of another kind, likewise.
    Scaled(Vec<f64>, Scale),
    /// Numbers above zero along a logarithmic axis: ticks are the numbers, coordinates their
    /// logarithms to the base of ten.
    Logarithmic(Vec<f64>, Scale),
    /// Named rows from the top, at 0, 1, 2 ….
    Rows(Vec<Row>),
    /// Panels over one another on the same horizontal axis; [`Panel::place`] says where in it a
    /// value lies.
    Panels(Vec<Panel>),
    /// No axis: a plane, from the lowest to the highest, of which the width is 1. A map lies on it.
    Plane(f64, f64),
}

/// What a panel's numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Amounts.
    Amount(Unit),
    /// Percent, with its sign.
    Percent,
    /// A share in percent, which has none.
    Share,
    /// Plain numbers.
    Number,
}

/// The place of a positive number on a logarithmic axis. The first page has no such axis and leaves the
/// function out.
pub fn logarithm(value: f64) -> f64 {
    if cfg!(feature = "whole") { value.log10() } else { value }
}

/// One of several vertical axes, one above another.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What it shows.
    pub name: String,
    /// Its axis, from the first tick to the last.
    pub ticks: Vec<f64>,
    /// What its numbers are.
    pub scale: Scale,
    /// Whether its axis is logarithmic.
    pub logarithmic: bool,
    /// Its place from the bottom, 0 for the lowest.
    pub place: usize,
}

/// What share of its height a panel's axis takes; the rest holds its name.
const PANEL_FILLED: f64 = 0.8;

impl Panel {
    /// The place of a value in the coordinates of all panels: each is 1 high, the lowest starts at 0.
    pub fn place(&self, value: f64) -> f64 {
        let at = |value: f64| if self.logarithmic { logarithm(value) } else { value };
        let low = at(self.ticks.first().copied().unwrap_or(0.0));
        let high = at(self.ticks.last().copied().unwrap_or(1.0));
        let value = at(value);
        let share = if high > low { within((value - low) / (high - low), 0.0, 1.0) } else { 0.0 };
        self.place as f64 + share * PANEL_FILLED
    }

    /// The place of its name.
    pub fn top(&self) -> f64 {
        self.place as f64 + PANEL_FILLED
    }
}

/// A row's name, and a remark if it has nothing to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name.
    pub name: String,
    /// Why it is empty; otherwise an empty text.
    pub absent: String,
}

/// The role of an element; the palette has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What the chart is about.
    Main,
    /// The mean beside it.
    Mean,
    /// What it is compared with, by nearness: the year before.
    Near,
    /// Everything else of its kind.
    Context,
    /// Exports, where both flows are drawn.
    Export,
    /// Imports, likewise.
    Import,
    /// An increase.
    Rise,
    /// A decrease.
    Fall,
    /// Of several series the first, the second …, from 0.
    Line(u8),
}

/// How strong a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Thin: context.
    Thin,
    /// Ordinary.
    Plain,
    /// Thick: the point of the chart.
    Strong,
}

/// The side of its point that a label is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Behind the last point of a line, in the margin.
    End,
    /// Above the point, clear of what else is drawn there.
    Above,
    /// Right below the point.
    Below,
}

/// Words beside a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where, in data coordinates.
    pub at: (f64, f64),
    /// The words.
    pub text: String,
    /// Whose colour it has.
    pub tone: Tone,
    /// On which side.
    pub side: Side,
    /// Whether it must be shown; others are left out if there is no room.
    pub strong: bool,
}

/// A bar between two corners.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Left and right.
    pub x: (f64, f64),
    /// Bottom and top.
    pub y: (f64, f64),
    /// Its role.
    pub tone: Tone,
    /// Whether it stands for the chosen month.
    pub chosen: bool,
    /// Words at its far end.
    pub text: String,
}

/// A cell of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Left and right edge.
    pub x: (f64, f64),
    /// The row.
    pub row: usize,
    /// Its place between the lowest (0) and highest (1) value; none if missing.
    pub shade: Option<f64>,
    /// Its text, shown if there is room.
    pub text: String,
    /// Whether it stands for the chosen month.
    pub chosen: bool,
}

/// Something to draw. Layers are drawn in order, the later over the earlier.
#[derive(Clone, Debug, PartialEq)]
pub enum Layer {
    /// The area between two lines, in runs: `(x, low, high)`.
    Band(Vec<Vec<(f64, f64, f64)>>, Depth),
    /// A line in runs, broken where a month is missing; a run of one is a dot.
    Line {
        /// The runs.
        runs: Vec<Vec<(f64, f64)>>,
        /// Its part.
        tone: Tone,
        /// Its strength.
        weight: Weight,
    },
    /// Two months reported as one figure, drawn flat at their average: `(from, to, y)`.
    Together(Vec<(f64, f64, f64)>, Tone, Weight),
    /// Bars.
    Bars(Vec<Bar>),
    /// Cells.
    Cells(Vec<Cell>),
    /// A dot that stands out.
    Dot((f64, f64), Tone),
    /// A hollow dot: what stands in for a figure that nobody reported.
    Ring((f64, f64), Tone),
    /// Countries on a plane.
    Shapes(Vec<Shape>),
}

/// A country on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The rings of its parts; none if it is too small or has no place on the map.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// The place of its dot, if it is drawn as one.
    pub at: (f64, f64),
    /// The text beside its dot; empty if its place identifies it.
    pub name: String,
    /// The class of its figure; none if it has no figure.
    pub class: Option<Class>,
    /// The index of its mark.
    pub mark: Option<usize>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// A class of figures on a map, with its shade and hatching.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// From the lowest (0) to the highest (1).
    pub shade: f64,
    /// Its hatching, if any.
    pub hatching: Option<Hatching>,
}

/// The density of a hatching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatching {
    /// With much between them.
    Sparse,
    /// With little.
    Dense,
    /// Both ways, over bare paper: no figure's, but that of whose trade it is.
    Crossed,
}

/// The strength of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The wide range of two.
    Wide,
    /// The narrow one, or one alone.
    Core,
}

/// An event on a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMarker {
    /// When.
    pub month: Month,
    /// Its name in the plot, `Apr 2025: licences`; empty for a tick alone.
    pub name: String,
    /// Its rank when names compete for room, from 1.
    pub rank: u8,
}

/// A reader's own words beside a month or a stretch of a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The first month.
    pub from: Month,
    /// The last month; the first one again for a note on one month.
    pub to: Month,
    /// The words.
    pub text: String,
}

/// How something is drawn, as shown in a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Swatch {
    /// A line.
    Line(Tone, Weight),
    /// A range.
    Band(Depth),
    /// A dot.
    Dot(Tone),
    /// A hollow dot.
    Ring(Tone),
    /// The shades of a heat map, with the words of the least value; the greatest has the entry's.
    Ramp(String),
    /// A class on a map; none for a country without a figure.
    Class(Option<Class>),
}

/// An entry of the key, for what no label at the line explains.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// How it is drawn.
    pub swatch: Swatch,
    /// Its meaning.
    pub words: String,
}

impl KeyEntry {
    /// An entry.
    pub fn new(swatch: Swatch, words: impl Into<String>) -> Self {
        Self { swatch, words: words.into() }
    }
}

/// Something that can be pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Where, in data coordinates (in a heat map or a row of bars, the middle).
    pub at: (f64, f64),
    /// Which line or row it belongs to, for moving up and down between them.
    pub group: usize,
    /// The name of that line; empty if there is only one.
    pub series: String,
    /// The month or period, in words.
    pub period: String,
    /// The exact figure with its unit.
    pub value: String,
    /// `reported`, `revised`, `derived`, `sum of months`, or how it was computed.
    pub status: String,
    /// Anything else: a note, other reports of the same figure.
    pub note: String,
    /// Indices into the data set's sources.
    pub sources: Vec<usize>,
    /// The month that selecting it leads to.
    pub month: Option<Month>,
}

/// A chart in data coordinates.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    /// The horizontal axis.
    pub x: XAxis,
    /// The vertical axis.
    pub y: YAxis,
    /// What to draw, from the back.
    pub layers: Vec<Layer>,
    /// Words beside it.
    pub labels: Vec<Label>,
    /// Events on the time axis.
    pub pins: Vec<EventMarker>,
    /// A reader's own words on the time axis.
    pub annotations: Vec<Annotation>,
    /// The entries of the key.
    pub key: Vec<KeyEntry>,
    /// What can be pointed at, in reading order.
    pub marks: Vec<Mark>,
    /// The mark with the headline's figure, if it is not the last of the chosen month's; it is read out
    /// first.
    pub first: Option<usize>,
    /// Whether the time axis names only years, because the figures are annual.
    pub years: bool,
    /// Whether its lines are already reduced to the pixels and clipped to the axes.
    pub reduced: bool,
}

impl Graph {
    /// An empty chart.
    pub fn new(x: XAxis, y: YAxis) -> Self {
        Self {
            x,
            y,
            layers: Vec::new(),
            labels: Vec::new(),
            pins: Vec::new(),
            annotations: Vec::new(),
            key: Vec::new(),
            marks: Vec::new(),
            first: None,
            years: false,
            reduced: false,
        }
    }

    /// Whether a line that ends at `x` ends so far to the right that its name belongs in the margin.
    pub fn at_edge(&self, x: f64) -> bool {
        match self.x {
            XAxis::Months(first, last) => {
                let span = f64::from(last - first).max(1.0);
                x > f64::from(last.index()) - span * 0.08
            }
            _ => x >= 11.0,
        }
    }
}

/// Splits values at missing months into unbroken runs.
pub fn runs(points: impl Iterator<Item = Option<(f64, f64)>>) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for point in points {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
