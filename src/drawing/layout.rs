//! The room that axes and labels take.

use plotters::prelude::DrawingBackend;

use super::breaking::{is_wide, pieces};
use super::painter::{Lettering, Painter};
use super::plot_layout::{Rect, x_ends};
use crate::charts::{
    AxisUnit, Graph, Label, Layer, Panel, Row, Scale, Side, Tone, XAxis, YAxis, axis_labels,
    logarithm,
};
use crate::util::CollectVec as _;

/// The gap between a bar and its label.
pub const BESIDE: f64 = 6.0;

/// The font size of axis labels and names of lines.
pub const SMALL: f64 = 12.0;
/// The font size of emphasised labels.
pub const STRONG: f64 = 13.0;
/// The height of a line of text above its baseline.
pub const ASCENT: f64 = 11.0;
pub const DESCENT: f64 = 4.0;
/// The most that a row of a heat map and of bars is high: a few would become towers.
const TALLEST_CELL: f64 = 56.0;
const TALLEST_BAR: f64 = 44.0;
/// The least that a panel is high with its name: below that the words of two axes meet.
const LEAST_PANEL: f64 = 88.0;
/// The same of lines with names, whose ups and downs are to be compared.
const READABLE_PANEL: f64 = 184.0;
/// What an entry of a key takes beside its letters, a letter, and a row of entries.
const ENTRY: f64 = 44.0;
const LETTER: f64 = 6.6;
const ENTRIES: f64 = 20.0;
/// The least that a row is: nearer than that the words of two would touch.
const LEAST_ROW: f64 = 20.0;
/// What the words under the plot take.
const UNDER: f64 = 24.0;
/// Room above a map for the topmost name.
const ABOVE_PLANE: f64 = 8.0;
/// The room for ticks and names of events.
pub const PIN_ROOM: f64 = 28.0;

/// The labels of a vertical axis' ticks.
pub fn y_words(y: &YAxis) -> Vec<(f64, String)> {
    let words =
        |ticks: &[f64], unit| ticks.iter().copied().zip(axis_labels(ticks, unit)).collect_vec();
    match y {
        // The unit stands in the subtitle.
        YAxis::Amount(ticks, _) | YAxis::Ratio(ticks, _) => words(ticks, AxisUnit::Amount),
        YAxis::Percent(ticks) => words(ticks, AxisUnit::Percent),
        YAxis::Scaled(ticks, scale) => words(ticks, axis_unit(*scale)),
        YAxis::Logarithmic(ticks, scale) => {
            let alone = |tick: &f64| {
                let words = axis_labels(&[*tick], axis_unit(*scale)).pop().unwrap_or_default();
                (logarithm(*tick), words)
            };
            ticks.iter().map(alone).collect_vec()
        }
        YAxis::Rows(_) | YAxis::Plane(..) => Vec::new(),
        YAxis::Panels(panels) => panels.iter().flat_map(panel_words).collect_vec(),
    }
}

const fn axis_unit(scale: Scale) -> AxisUnit {
    match scale {
        Scale::Percent => AxisUnit::Percent,
        Scale::Share => AxisUnit::Share,
        Scale::Amount(_) => AxisUnit::Amount,
        Scale::Number => AxisUnit::Plain,
    }
}

/// The words of a panel's lowest, highest and zero tick: there is no room for more. Its name has
/// the unit.
fn panel_words(panel: &Panel) -> Vec<(f64, String)> {
    let ends = [panel.ticks.first(), panel.ticks.last()];
    let kept = |(tick, _): &(f64, String)| *tick == 0.0 || ends.contains(&Some(tick));
    let words = panel.ticks.iter().copied().zip(axis_labels(&panel.ticks, axis_unit(panel.scale)));
    words.filter(kept).map(|(tick, words)| (panel.place(tick), words)).collect_vec()
}

/// The place of the plot in an area, below `top` and above `bottom`.
pub fn plot<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph, top: f64, bottom: f64) -> Rect {
    let (width, _) = pen.size();
    if let YAxis::Plane(low, high) = &graph.y {
        return plane(width, high - low, (top, bottom));
    }
    let small = Lettering::new(SMALL, pen.palette.muted);
    let pins = if graph.pins.is_empty() { 0.0 } else { PIN_ROOM };
    let left = match &graph.y {
        YAxis::Rows(_) if names_above(graph, width) => 0.0,
        YAxis::Rows(rows) => names_width(pen, rows),
        axis => {
            let words = y_words(axis);
            words.iter().map(|(_, words)| pen.width(words, small)).fold(0.0, f64::max) + 8.0
        }
    };
    let ends =
        graph.labels.iter().filter(|label| label.side == Side::End && graph.at_edge(label.at.0));
    let right = ends
        .flat_map(|label| edge_lines(width, &label.text))
        .map(|line| pen.width(&line, Lettering::new(STRONG, pen.palette.ink).bold()))
        .fold(2.0, |widest, width| f64::max(widest, width + 8.0));
    let (before, behind) = beside_bars(pen, graph, width - left);
    let (left, right) = (left + before, right.max(behind));
    let above = above(graph, width);
    let rows = rows_height(graph, width);
    let bottom = bottom.min(rows.map_or(f64::INFINITY, |rows| top + above + rows));
    Rect {
        left,
        top: top + pins + above,
        right: (width - right).max(left + 20.0),
        bottom: (bottom - UNDER).max(top + pins + above + 20.0),
    }
}

/// The place of a plane that is so many times as high as wide: as large as it fits, in the middle.
fn plane(width: f64, aspect: f64, (top, bottom): (f64, f64)) -> Rect {
    let top = top + ABOVE_PLANE;
    let height = (width * aspect).min((bottom - top).max(20.0));
    let (width, margin) = (height / aspect, (width - height / aspect) / 2.0);
    Rect { left: margin, top, right: margin + width, bottom: top + height }
}

/// The width of the rows' names, with the gap after them.
pub fn names_width<DB: DrawingBackend>(pen: &Painter<DB>, rows: &[Row]) -> f64 {
    let (width, _) = pen.size();
    let small = Lettering::new(SMALL, pen.palette.ink);
    let widest = rows.iter().map(|row| pen.width(&row.name, small)).fold(0.0, f64::max);
    (widest + 10.0).min(width * 0.42)
}

/// Longer names leave the bars of a narrow chart no room beside them, in as many letters.
const LONG_NAME: usize = 32;
/// What a row's height is more where its name stands above its bar.
const NAME_ABOVE: f64 = 10.0;

/// Whether the names of bars are above them instead of beside: for long names in a narrow chart.
pub fn names_above(graph: &Graph, width: f64) -> bool {
    // No bars of the first page's have such names.
    let YAxis::Rows(rows) = &graph.y else { return false };
    if !cfg!(feature = "whole") {
        return false;
    }
    let bars = graph.layers.iter().any(|layer| matches!(layer, Layer::Bars(_)));
    bars && width < NARROW && rows.iter().any(|row| letters(&row.name) > LONG_NAME)
}

/// Room above the plot: for the topmost words of an axis.
fn above(graph: &Graph, width: f64) -> f64 {
    match (&graph.y, graph.pins.is_empty()) {
        (YAxis::Rows(_), _) if names_above(graph, width) => 4.0 + NAME_ABOVE,
        (YAxis::Rows(_) | YAxis::Panels(_) | YAxis::Plane(..), _) => 4.0,
        (_, true) => 20.0,
        (_, false) => 12.0,
    }
}

/// How high a chart of rows may be, its horizontal axis included.
fn rows_height(graph: &Graph, width: f64) -> Option<f64> {
    let YAxis::Rows(rows) = &graph.y else { return None };
    let tallest = match graph.x {
        XAxis::Calendar => TALLEST_CELL,
        _ if names_above(graph, width) => TALLEST_BAR + NAME_ABOVE,
        _ => TALLEST_BAR,
    };
    Some(rows.len().max(1) as f64 * tallest + UNDER)
}

/// The best height of a drawing of `graph`, `width` wide, without title block: for a chart of rows the
/// height they need, otherwise the usual height.
pub fn natural_height(graph: &Graph, width: f64) -> f64 {
    // What the style sheet keeps free for the usual chart, within the page's margins.
    let usual: f64 = if width <= 568.0 { 330.0 } else { 440.0 };
    let key = if graph.key.is_empty() { 0.0 } else { 44.0 };
    if let YAxis::Plane(low, high) = graph.y {
        // Six classes stand in two rows, or on a narrow page in three.
        let key = if width <= 568.0 { key + 20.0 } else { key };
        return width * (high - low) + key + ABOVE_PLANE;
    }
    // On a narrow page several names stand under one another in the key.
    let names = graph.labels.iter().filter(|label| is_name(label)).count().min(MOST_NAMES);
    let named = if width <= 568.0 && names > 2 { names as f64 * 20.0 } else { 0.0 };
    // Four panels or more need room for the words of their axes.
    if let YAxis::Panels(panels) = &graph.y {
        let least = panels.len() as f64 * LEAST_PANEL + key + UNDER;
        let readable = if cfg!(feature = "whole") && names > 0 {
            let panels = panels.len() as f64 * READABLE_PANEL;
            panels + key + keyed_height(graph, width) + PIN_ROOM + UNDER
        } else {
            0.0
        };
        return (usual + named).max(least).max(readable);
    }
    let around = key + 4.0 + above(graph, width);
    rows_height(graph, width).map_or(usual + named, |rows| (rows + around).min(usual.max(rows)))
}

/// How high a key would be that names all lines: without a pen it can only be guessed.
fn keyed_height(graph: &Graph, width: f64) -> f64 {
    let mut names: Vec<&Label> = Vec::new();
    for label in graph.labels.iter().filter(|label| is_name(label)) {
        // One that is drawn in two plots is named once.
        if !names.iter().any(|own| own.tone == label.tone && own.text == label.text) {
            names.push(label);
        }
    }
    if names.len() < 2 {
        return 0.0;
    }
    let entry = |label: &&Label| (letters(&label.text) as f64).mul_add(LETTER, ENTRY);
    let together: f64 = names.iter().map(entry).sum();
    (together / width).ceil().min(names.len() as f64) * ENTRIES
}

/// The least height of a graph, `width` wide, without key, before the labels of its rows or panels touch.
pub fn least_height(graph: &Graph, width: f64) -> f64 {
    let parts = match &graph.y {
        YAxis::Rows(rows) => rows.len() as f64 * LEAST_ROW,
        YAxis::Panels(panels) => panels.len() as f64 * LEAST_PANEL,
        _ => return 0.0,
    };
    parts + above(graph, width) + UNDER
}

/// Whether a label names one of several lines.
pub const fn is_name(label: &Label) -> bool {
    matches!((label.side, label.tone), (Side::End, Tone::Line(_)))
}

/// For more names than this a chart is not made higher.
const MOST_NAMES: usize = 6;

/// What words at the ends of bars need left and right of the axis.
fn beside_bars<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph, room: f64) -> (f64, f64) {
    let (low, high) = x_ends(&graph.x);
    let style = Lettering::new(STRONG, pen.palette.ink).bold();
    let bars = graph.layers.iter().filter_map(|layer| match layer {
        Layer::Bars(bars) => Some(bars),
        _ => None,
    });
    let bars = bars.flatten().filter(|bar| !bar.text.is_empty()).collect_vec();
    let (mut before, mut behind) = (0.0_f64, 0.0_f64);
    // What is kept free makes the axis shorter, and so the words' own part of it: thrice is enough.
    for _ in 0..3 {
        let scale = (room - before - behind).max(0.0) / (high - low);
        for bar in &bars {
            let words = pen.width(&bar.text, style) + 2.0 * BESIDE;
            let end = bar.x.0.min(bar.x.1);
            if bar.x.1 < bar.x.0 {
                before = before.max(words - (end - low) * scale);
            } else {
                behind = behind.max(words - (high - bar.x.1) * scale);
            }
        }
    }
    (before, behind)
}

/// Narrower charts break names in the margin into shorter lines.
pub const NARROW: f64 = 480.0;
/// How many letters such a line holds, unless one word is longer; and one in a wider chart.
const LINE: usize = 12;
const WIDE_LINE: usize = 22;
/// How many lines such a name gets; what is left of it is cut.
const MOST_LINES: usize = 3;

/// A label in the margin, broken into lines in a narrow chart.
pub fn edge_lines(width: f64, text: &str) -> Vec<String> {
    broken(text, if width >= NARROW { WIDE_LINE } else { LINE }, MOST_LINES)
}

/// How many letters a text takes the room of: a square that of two.
fn letters(text: &str) -> usize {
    text.chars().map(|one| 1 + usize::from(is_wide(one))).sum()
}

/// Text in lines of at most `most` letters, unless a single word is longer, cut after `count` lines.
pub fn broken(text: &str, most: usize, count: usize) -> Vec<String> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let part = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default();
    for (start, end) in pieces(text) {
        match spans.last_mut() {
            Some(line) if letters(part((line.0, end))) <= most => line.1 = end,
            _ => spans.push((start, end)),
        }
    }
    let mut lines = spans.into_iter().map(|span| part(span).to_owned()).collect_vec();
    if lines.len() > count {
        lines.truncate(count);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}
