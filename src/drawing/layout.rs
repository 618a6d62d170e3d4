//! How much room axes and labels take.

use plotters::prelude::DrawingBackend;

use super::painter::{Lettering, Painter};
use super::plot_layout::Rect;
use crate::charts::{Graph, Label, Panel, Scale, Side, XAxis, YAxis, exact};
use crate::util::CollectVec as _;

/// The size of an axis' and a line's words.
pub const SMALL: f64 = 12.0;
/// The size of the words that carry the point.
pub const STRONG: f64 = 13.0;
/// The most that a heat map's cell is high.
const TALLEST_CELL: f64 = 56.0;
/// Room for a row of pins.
pub const PIN_ROOM: f64 = 26.0;

/// A value as an axis has it, the topmost with its unit.
pub fn amount_label(value: f64, step: f64) -> String {
    let (scale, suffix) = match step.abs() {
        1e8.. => (1e9, " bn"),
        1e6.. => (1e6, " m"),
        _ => (1.0, ""),
    };
    format!("{}{suffix}", exact(value / scale, decimals(step / scale)))
}

/// As many decimals as tell steps apart: a quarter is not rounded to the next tenth.
fn decimals(step: f64) -> u8 {
    let whole = |step: f64| (step - step.round()).abs() < 1e-6;
    if whole(step) { 0 } else { 2 - u8::from(whole(step * 10.0)) }
}

/// The words of a vertical axis' ticks.
pub fn y_words(y: &YAxis) -> Vec<(f64, String)> {
    let step = |ticks: &[f64]| match ticks {
        [first, second, ..] => second - first,
        _ => 1.0,
    };
    match y {
        YAxis::Amount(ticks, unit) => {
            let last = ticks.len().saturating_sub(1);
            let words = ticks.iter().enumerate().map(|(index, tick)| {
                let words = amount_label(*tick, step(ticks));
                let unit = if index == last { unit.code() } else { "" };
                (*tick, format!("{words} {unit}").trim_end().to_owned())
            });
            words.collect_vec()
        }
        YAxis::Percent(ticks) => {
            let sign = |tick: f64| if tick > 0.0 { "+" } else { "" };
            let decimals = decimals(step(ticks));
            ticks
                .iter()
                .map(|tick| (*tick, format!("{}{}%", sign(*tick), exact(*tick, decimals))))
                .collect_vec()
        }
        YAxis::Rows(_) => Vec::new(),
        YAxis::Panels(panels) => panels.iter().flat_map(panel_words).collect_vec(),
    }
}

/// The words of a panel's lowest, highest and zero tick: there is no room for more.
fn panel_words(panel: &Panel) -> Vec<(f64, String)> {
    let ends = [panel.ticks.first(), panel.ticks.last()];
    let kept = |tick: &&f64| **tick == 0.0 || ends.contains(&Some(*tick));
    let sign = |tick: f64| if tick > 0.0 { "+" } else { "" };
    let words = |tick: f64| match panel.scale {
        Scale::Amount(_) => amount_label(tick, tick),
        Scale::Percent => format!("{}{}%", sign(tick), exact(tick, 0)),
        Scale::Number => exact(tick, u8::from(tick.fract() != 0.0)),
    };
    panel.ticks.iter().filter(kept).map(|tick| (panel.place(*tick), words(*tick))).collect_vec()
}

/// The plot's place in an area, below `top` and above `bottom`.
pub fn plot<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph, top: f64, bottom: f64) -> Rect {
    let (width, _) = pen.size();
    let small = Lettering::new(SMALL, pen.palette.muted);
    let pins = if graph.pins.is_empty() { 0.0 } else { PIN_ROOM };
    let left = match &graph.y {
        YAxis::Rows(rows) => {
            let widest = rows.iter().map(|row| pen.width(&row.name, small)).fold(0.0, f64::max);
            (widest + 10.0).min(width * 0.42)
        }
        axis => {
            // The topmost words, with the unit, may run into the plot above the line.
            let words = y_words(axis);
            // Panels have their units in their names, and words all the way up.
            let panels = matches!(axis, YAxis::Panels(_));
            let inner = words.iter().rev().skip(usize::from(!panels));
            inner.map(|(_, words)| pen.width(words, small)).fold(0.0, f64::max) + 8.0
        }
    };
    let ends = graph.labels.iter().filter(|label| label.side == Side::End && at_edge(graph, label));
    let right = ends
        .flat_map(|label| edge_lines(width, &label.text))
        .map(|line| pen.width(&line, Lettering::new(STRONG, pen.palette.ink).bold()))
        .fold(2.0, |widest, width| f64::max(widest, width + 8.0));
    let right = match (&graph.y, &graph.x) {
        (YAxis::Rows(_), XAxis::Percent(..) | XAxis::Points(..)) => 68.0,
        _ => right,
    };
    let above = if matches!(graph.y, YAxis::Rows(_) | YAxis::Panels(_)) { 4.0 } else { 20.0 };
    let bottom = match &graph.y {
        // A few rows of cells would become towers.
        YAxis::Rows(rows) if matches!(graph.x, XAxis::Calendar) => {
            bottom.min(top + above + 24.0 + rows.len() as f64 * TALLEST_CELL)
        }
        _ => bottom,
    };
    Rect {
        left,
        top: top + pins + above,
        right: (width - right).max(left + 20.0),
        bottom: (bottom - 24.0).max(top + pins + above + 20.0),
    }
}

/// Narrower charts break the names in their margin into lines.
const NARROW: f64 = 480.0;
/// How many letters such a line holds, unless one word is longer.
const LINE: usize = 12;
/// How many lines such a name gets; what is left of it is cut.
const MOST_LINES: usize = 3;

/// A label in the margin, in short lines where the chart is too narrow for more.
pub fn edge_lines(width: f64, text: &str) -> Vec<String> {
    if width >= NARROW {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Whether a line's end lies so far right that its name belongs in the margin.
pub fn at_edge(graph: &Graph, label: &Label) -> bool {
    match graph.x {
        XAxis::Months(first, last) => {
            let span = f64::from(last - first).max(1.0);
            label.at.0 > f64::from(last.index()) - span * 0.08
        }
        _ => label.at.0 >= 11.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_names_its_ticks_as_they_are() {
        for (value, step, label) in [
            (2.5e6, 2.5e6, "2.5 m"),
            (5e6, 2.5e6, "5.0 m"),
            (2.5e8, 2.5e8, "0.25 bn"),
            (3e11, 1e11, "300 bn"),
            (0.25, 0.25, "0.25"),
            (4000.0, 2000.0, "4,000"),
        ] {
            assert_eq!(amount_label(value, step), label);
        }
    }
}
