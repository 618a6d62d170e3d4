//! Grids and axis labels.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::breaking::pieces;
use super::canvas::Canvas;
use super::layout::{ASCENT, DESCENT, SMALL, names_above, names_width, y_words};
use super::painter::{Drawing, Lettering};
use super::plot_layout::Rect;
use crate::charts::{
    AxisUnit, Panel, Row, Tick, XAxis, YAxis, axis_labels, month_ticks, nice_ticks, year_ticks,
};
use crate::trade::Month;
use crate::util::CollectVec as _;
use crate::util::within;
use crate::wording::say::dates;

/// Draws the grid and all axis labels.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    match &canvas.graph.y {
        YAxis::Rows(rows) if stand_above(canvas) => {
            // Over the grid, which they would else be struck out by.
            draw_x(canvas)?;
            return draw_rows(canvas, rows);
        }
        YAxis::Rows(rows) => {
            draw_rows(canvas, rows)?;
        }
        YAxis::Panels(panels) => {
            draw_values(canvas, &canvas.graph.y)?;
            draw_panel_names(canvas, panels)?;
        }
        axis => draw_values(canvas, axis)?,
    }
    draw_x(canvas)
}

fn draw_values<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, axis: &YAxis) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let style = Lettering::new(SMALL, pen.palette.muted);
    for (value, words) in y_words(axis) {
        let y = canvas.y(value);
        let base = value == 0.0;
        let colour = if base { pen.palette.muted } else { pen.palette.grid };
        pen.line(&[(0.0, y), (plot.right, y)], 1.0, colour)?;
        if let Some(baseline) = baseline(canvas, value) {
            pen.text(&words, (0.0, baseline), style)?;
        }
    }
    Ok(())
}

/// Between the words of a tick and its line.
const OVER_GRID: f64 = 4.0;
/// From a panel's highest line to the words below it.
const UNDER_GRID: f64 = 13.0;

/// Where the words of a tick stand: over its line, but of a panel's highest one below it, or they would seem
/// to be of the panel above. Nowhere where a zero would meet these.
fn baseline<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, value: f64) -> Option<f64> {
    let y = canvas.y(value);
    let over = y - OVER_GRID;
    // Panels are the whole module's.
    let YAxis::Panels(panels) = &canvas.graph.y else { return Some(over) };
    if !cfg!(feature = "whole") {
        return Some(over);
    }
    let own = panels.iter().find(|panel| panel.place == value as usize)?;
    let highest = canvas.y(own.top()) + UNDER_GRID;
    if value >= own.top() { Some(highest) } else { (over - highest >= LEADING).then_some(over) }
}

/// The rectangles of the vertical axis' labels.
pub fn value_words<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Vec<Rect> {
    let style = Lettering::new(SMALL, canvas.pen.palette.muted);
    let place = |(value, words): (f64, String)| {
        let baseline = baseline(canvas, value)?;
        let right = canvas.pen.width(&words, style);
        Some(Rect { left: 0.0, top: baseline - ASCENT, right, bottom: baseline + DESCENT })
    };
    y_words(&canvas.graph.y).into_iter().filter_map(place).collect_vec()
}

/// Between a panel's name and its axis.
pub const UNDER_NAME: f64 = 6.0;

fn draw_panel_names<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    panels: &[Panel],
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let style = Lettering::new(SMALL, pen.palette.ink).bold();
    for panel in panels {
        pen.text(&panel.name, (canvas.plot.left, canvas.y(panel.top()) - UNDER_NAME), style)?;
    }
    Ok(())
}

fn draw_rows<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, rows: &[Row]) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let names = Lettering::new(SMALL, pen.palette.ink).anchored(HPos::Right);
    let absent = Lettering::new(SMALL, pen.palette.muted);
    let framing = !matches!(canvas.graph.x, XAxis::Calendar);
    let room = names_width(pen, rows) - 8.0;
    let above = stand_above(canvas);
    for (index, row) in rows.iter().enumerate() {
        let y = canvas.y(index as f64) + 4.0;
        if above {
            draw_above(canvas, &row.name, canvas.y(index as f64 - BAR))?;
        } else {
            draw_lines(canvas, &row.name, (room, y), room, names)?;
        }
        if framing && !row.absent.is_empty() {
            draw_lines(canvas, &row.absent, (plot.left + 6.0, y), plot.right - plot.left, absent)?;
        }
    }
    Ok(())
}

/// Whether the rows' names stand above their bars.
fn stand_above<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> bool {
    names_above(canvas.graph, canvas.pen.size().0)
}

/// A row's name above its bar, on paper.
fn draw_above<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    name: &str,
    bar: f64,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let style = Lettering::new(SMALL, pen.palette.ink);
    let room = (canvas.y(1.0) - canvas.y(0.0)) * (1.0 - THIN_BAR) - 2.0;
    let lines = lines(canvas, name, style, (pen.size().0, (room / LEADING) as usize));
    let count = lines.len();
    for (line, words) in lines.iter().enumerate() {
        let baseline = bar - 4.0 - (count - 1 - line) as f64 * LEADING;
        let end = (pen.width(words, style) + 2.0, baseline + 3.0);
        pen.fill((0.0, baseline - 11.0), end, pen.palette.paper)?;
        pen.text(words, (0.0, baseline), style)?;
    }
    Ok(())
}

/// How far a bar under its name reaches above the middle of its row, and which share of the row it takes.
const BAR: f64 = 0.1;
const THIN_BAR: f64 = 0.4;

/// Between two lines of a row's words.
const LEADING: f64 = 13.0;
/// Between the words of two rows.
const APART: f64 = 6.0;

/// Words about a line: on as many as they need and the row has room for.
fn draw_lines<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    text: &str,
    (x, y): (f64, f64),
    room: f64,
    style: Lettering,
) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let pitch = canvas.y(1.0) - canvas.y(0.0);
    let lines = lines(canvas, text, style, (room, ((pitch - APART) / 12.0) as usize));
    let above = y - (lines.len() as f64 - 1.0) * LEADING / 2.0;
    for (line, words) in lines.iter().enumerate() {
        pen.text(words, (x, above + line as f64 * LEADING), style)?;
    }
    Ok(())
}

/// Words in lines, cut where so many do not hold them.
fn lines<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    text: &str,
    style: Lettering,
    (room, most): (f64, usize),
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let fits = |end: &usize| {
            rest.get(..*end).is_some_and(|head| canvas.pen.width(head, style) <= room)
        };
        let all = rest.len();
        let end = if lines.len() + 1 >= most || fits(&all) {
            all
        } else {
            pieces(rest).into_iter().map(|(_, end)| end).take_while(fits).last().unwrap_or(all)
        };
        let (head, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        lines.push(fit(canvas, head, style, room));
        rest = tail.trim_start();
    }
    lines
}

/// `text` cut with an ellipsis so that it fits into `room`.
fn fit<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    text: &str,
    style: Lettering,
    room: f64,
) -> String {
    if canvas.pen.width(text, style) <= room {
        return text.to_owned();
    }
    let mut cut: String = text.to_owned();
    while !cut.is_empty() && canvas.pen.width(&format!("{cut}…"), style) > room {
        cut.pop();
    }
    format!("{}…", cut.trim_end())
}

fn draw_x<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (pen, plot) = (canvas.pen, canvas.plot);
    let style = Lettering::new(SMALL, pen.palette.muted).anchored(HPos::Center);
    let lines = !matches!(canvas.graph.y, YAxis::Rows(_));
    // Twelve letters tell themselves apart with less between them than names and numbers need.
    let gap = if matches!(canvas.graph.x, XAxis::Calendar) { 3.0 } else { 8.0 };
    let mut free_from = -gap;
    for tick in x_ticks(canvas) {
        let x = canvas.x(tick.at);
        if x < plot.left - 1.0 || x > plot.right + 1.0 {
            continue;
        }
        if lines && matches!(canvas.graph.x, XAxis::Months(..)) {
            pen.line(&[(x, plot.bottom), (x, plot.bottom + 5.0)], 1.0, pen.palette.muted)?;
        }
        if let XAxis::Percent(..) | XAxis::Points(..) | XAxis::Amount(..) = canvas.graph.x {
            let colour = if tick.at == 0.0 { pen.palette.muted } else { pen.palette.grid };
            pen.line(&[(x, plot.top), (x, plot.bottom)], 1.0, colour)?;
        }
        let half = pen.width(&tick.label, style) / 2.0;
        let (width, _) = pen.size();
        let centre = within(x, half, (width - half).max(half));
        if centre - half < free_from + gap {
            continue;
        }
        free_from = centre + half;
        pen.text(&tick.label, (centre, plot.bottom + 18.0), style)?;
    }
    Ok(())
}

/// What the letters of twelve months take.
const LETTERS: f64 = 156.0;

/// Of how many months one has its letter.
fn every(room: f64) -> i32 {
    (LETTERS / room).ceil() as i32
}

/// Ticks that an axis of bars asks for however narrow it is.
const FEWEST_TICKS: usize = 3;

/// About so many round values between two ends: more where fewer than two of them would lie there, for
/// one alone is no scale.
fn ticks_within((low, high): (f64, f64), count: usize) -> Vec<f64> {
    let within = |tick: &f64| (low..=high).contains(tick);
    let several =
        |count: usize| nice_ticks(low, high, count).into_iter().filter(within).collect_vec();
    let tried = (count..count + 6).map(several);
    tried.into_iter().find(|ticks| ticks.len() > 1).unwrap_or_else(|| several(count))
}

fn x_ticks<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Vec<Tick> {
    let room = canvas.plot.right - canvas.plot.left;
    match canvas.graph.x {
        XAxis::Months(first, last) => {
            let most = (room / 44.0) as usize;
            let years = (last - first + 1) as usize / 12;
            if canvas.graph.years {
                year_ticks(first, last, most.min(years))
            } else {
                month_ticks(first, last, most)
            }
        }
        // Every month, or every second or third: with some left out here and there nobody could count them.
        XAxis::Calendar => (0..12)
            .filter(|index| index % every(room) == 0)
            .map(|index| {
                let month = Month::from_index(index);
                let label = if room < 420.0 {
                    dates::month_letter(month)
                } else {
                    dates::month_tick(month)
                };
                Tick { at: f64::from(index + 1), label: label.to_owned(), major: false }
            })
            .collect_vec(),
        XAxis::Blank => Vec::new(),
        XAxis::Percent(low, high) | XAxis::Points(low, high) | XAxis::Amount(low, high) => {
            // Zero alone would not say how long a bar is; what has no room is left out as it is drawn.
            let most = ((room / 64.0) as usize).max(FEWEST_TICKS);
            let ticks = ticks_within((low, high), most);
            let unit = match canvas.graph.x {
                XAxis::Points(..) => AxisUnit::Points,
                XAxis::Amount(..) => AxisUnit::Amount,
                _ => AxisUnit::Percent,
            };
            let labels = axis_labels(&ticks, unit);
            ticks
                .into_iter()
                .zip(labels)
                .map(|(at, label)| Tick { at, label, major: false })
                .collect_vec()
        }
    }
}
