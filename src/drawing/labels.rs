//! Direct labels: a line's name at its end, the chosen figure at its point.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::axes::{UNDER_NAME, value_words};
use super::canvas::Canvas;
use super::layout::{ASCENT, DESCENT, SMALL, STRONG, edge_lines};
use super::painter::{Drawing, Lettering, Painter};
use super::plot_layout::{DOT, Rect};
use super::{event_markers, shapes};
use crate::charts::{Label, Layer, Panel, Side, YAxis};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key, within};

/// Least distance between two lines of words.
const LEADING: f64 = 15.0;

/// Draws all strong labels, and others if there is room.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Drawing<(), DB> {
    let (edge, mut inner): (Vec<&Label>, Vec<&Label>) = canvas
        .graph
        .labels
        .iter()
        .partition(|label| label.side == Side::End && canvas.graph.at_edge(label.at.0));
    let mut taken = Vec::new();
    for (labels, ends) in by_panel(canvas, &edge) {
        taken.extend(draw_edge(canvas, &labels, ends)?);
    }
    if inner.is_empty() {
        return Ok(());
    }
    // Those that must be shown choose first.
    sort_by_key(&mut inner, |label| !label.strong);
    let mut obstacles = Obstacles::of(canvas);
    obstacles.words.extend(taken);
    for label in inner {
        let Some(Placed { lines, rect }) = obstacles.place(canvas, label) else { continue };
        let style = style(canvas, label).anchored(HPos::Left);
        draw_leader(canvas, label, &rect)?;
        for (line, words) in lines.iter().rev().enumerate() {
            let baseline = rect.bottom - DESCENT - line as f64 * LEADING;
            canvas.pen.text(words, (rect.left, baseline), style)?;
        }
        obstacles.words.push(rect);
    }
    Ok(())
}

/// From words that found no room near their point a line to it, or they would seem to be another's.
fn draw_leader<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    label: &Label,
    rect: &Rect,
) -> Drawing<(), DB> {
    let Some(way) = leader((canvas.x(label.at.0), canvas.y(label.at.1)), rect) else {
        return Ok(());
    };
    canvas.pen.line(&way, 1.0, canvas.pen.palette.label(label.tone))
}

/// That line, where words need one: not into the point's dot.
fn leader((x, y): (f64, f64), rect: &Rect) -> Option<[(f64, f64); 2]> {
    let from = nearest((x, y), rect);
    let away = distance((x, y), rect);
    let kept = 1.0 - CLEAR / away;
    let to = (from.0 + (x - from.0) * kept, from.1 + (y - from.1) * kept);
    (away >= NEARBY).then_some([from, to])
}

fn style<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, label: &Label) -> Lettering {
    let style = Lettering::new(STRONG, canvas.pen.palette.label(label.tone));
    if label.strong { style.bold() } else { style }
}

/// Names in the margin with the stretch of it that is theirs: each panel's own, so that none comes to
/// stand beside another panel or upon its name.
fn by_panel<'a, DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    labels: &[&'a Label],
) -> Vec<(Vec<&'a Label>, (f64, f64))> {
    // Panels are the whole module's.
    let YAxis::Panels(panels) = &canvas.graph.y else {
        return vec![(labels.to_vec(), (canvas.plot.top, canvas.plot.bottom))];
    };
    let own = |panel: &Panel| {
        let (low, high) = (panel.place as f64, panel.place as f64 + 1.0);
        let within = |label: &&&Label| low <= label.at.1 && label.at.1 < high;
        let ends = (canvas.y(high) + ASCENT, canvas.y(low) - DESCENT);
        (labels.iter().filter(within).copied().collect_vec(), ends)
    };
    panels.iter().map(own).collect_vec()
}

/// Names in the right margin, pushed apart so that none covers another; and where they stand.
fn draw_edge<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    labels: &[&Label],
    ends: (f64, f64),
) -> Drawing<Vec<Rect>, DB> {
    let mut taken = Vec::new();
    for (label, words, rect) in edge_words(canvas, labels, ends) {
        let place = (rect.left, rect.bottom - DESCENT);
        canvas.pen.text(&words, place, style(canvas, label))?;
        taken.push(rect);
    }
    Ok(taken)
}

/// The lines of names in the right margin, with the place of each.
fn edge_words<'a, DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    labels: &[&'a Label],
    ends: (f64, f64),
) -> Vec<(&'a Label, String, Rect)> {
    let (right, _) = canvas.pen.size();
    let mut found = Vec::new();
    for (label, _, y) in edge_places(canvas, labels, ends) {
        for (line, words) in edge_lines(right, &label.text).into_iter().enumerate() {
            let (left, baseline) = (canvas.plot.right + 6.0, y + 4.5 + line as f64 * LEADING);
            let (top, bottom) = (baseline - ASCENT, baseline + DESCENT);
            found.push((label, words, Rect { left, top, right, bottom }));
        }
    }
    found
}

/// Names in the margin with the heights of their lines' ends and their own, from the top, between the ends
/// of the stretch that is theirs.
fn edge_places<'a, DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    labels: &[&'a Label],
    (top, bottom): (f64, f64),
) -> Vec<(&'a Label, f64, f64)> {
    let mut order: Vec<(f64, &Label)> =
        labels.iter().map(|label| (canvas.y(label.at.1), *label)).collect_vec();
    sort(&mut order, |one, other| one.0.total_cmp(&other.0));
    let (width, _) = canvas.pen.size();
    let height = |label: &Label| edge_lines(width, &label.text).len() as f64 * LEADING;
    let wanted = order.iter().map(|(y, label)| (*y, height(label))).collect_vec();
    let places = spread(&wanted, top, bottom);
    order.into_iter().zip(places).map(|((wanted, label), y)| (label, wanted, y)).collect_vec()
}

/// The name in the margin that stands farthest from its line's end, after how far that is.
pub fn farthest<'a, DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    labels: &[&'a Label],
) -> Option<(f64, &'a Label)> {
    let panels = by_panel(canvas, labels).into_iter();
    let places = panels.flat_map(|(labels, ends)| edge_places(canvas, &labels, ends));
    let shifts = places.map(|(label, wanted, y)| ((y - wanted).abs(), label));
    shifts.max_by(|one, other| one.0.total_cmp(&other.0))
}

/// The name in the margin that takes most of it.
pub fn widest<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    labels: &[&'a Label],
) -> Option<&'a Label> {
    let style = Lettering::new(STRONG, pen.palette.ink).bold();
    let width = |label: &Label| {
        let lines = edge_lines(pen.size().0, &label.text).into_iter();
        lines.map(|line| pen.width(&line, style)).fold(0.0, f64::max)
    };
    labels.iter().copied().max_by(|one, other| width(one).total_cmp(&width(other)))
}

/// A name of a line that ends within the plot that does not fit beside that end without covering anything,
/// including names in the margin.
pub fn without_room<'a, DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    margin: &[&Label],
    within: &[&'a Label],
) -> Option<&'a Label> {
    if within.is_empty() {
        return None;
    }
    let mut obstacles = Obstacles::of(canvas);
    for (labels, ends) in by_panel(canvas, margin) {
        obstacles.words.extend(edge_words(canvas, &labels, ends).into_iter().map(|own| own.2));
    }
    within.iter().copied().find(|label| {
        let text = [label.text.clone()];
        let found = obstacles.cheapest(canvas, label, &text);
        let Some((_, rect)) = found.filter(|(cost, _)| *cost <= FREE) else { return true };
        obstacles.words.push(rect);
        false
    })
}

/// Moves sorted positions apart so that words as high as each has do not meet, within the ends
/// where they fit.
fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut places = wanted.to_vec();
    let mut free = f64::NEG_INFINITY;
    for (place, height) in &mut places {
        *place = place.max(free);
        free = *place + *height;
    }
    // What was pushed out at the bottom pushes back.
    let mut limit = bottom + LEADING;
    for (place, height) in places.iter_mut().rev() {
        *place = place.min(limit - *height);
        limit = *place;
    }
    let mut limit = top;
    for (place, height) in &mut places {
        *place = place.max(limit);
        limit = *place + *height;
    }
    places.into_iter().map(|(place, _)| place).collect_vec()
}

/// Between a point's dot and its words.
const CLEAR: f64 = 8.0;
/// How far from its point a label may be pushed, in steps.
const STEP: f64 = 8.0;
const STEPS: u8 = 16;
/// So far from its point, in pixels, a label costs as much as the distance itself; twice as far four times
/// as much, for words far from a point seem another's.
const NEARBY: f64 = 24.0;
/// What a pixel of a line under the words costs, beside a pixel of distance.
const COVERING: f64 = 6.0;
/// What it costs to cover a line at all: more than any distance that words may be pushed.
const TOUCHED: f64 = 900.0;

/// How far from its country a name on a map may stand that need not be shown, as a part of the map's width: over
/// another country's outline, or far from its own, it would seem the other's.
const ASTRAY: f64 = 0.1;

/// What covering other words costs: more than anything else.
const COVERED: f64 = 1e6;

/// What an event's line through the words costs: the words would seem to be the event's.
const CROSSING: f64 = 500.0;

/// What a line from words to their point costs for each stroke that it crosses.
const LED_ACROSS: f64 = 100.0;
/// More of them are no worse: to cover a line is.
const MOST_ACROSS: usize = 4;

/// A unit of so many letters stays beside its number.
const BRIEF: usize = 3;

/// What words cost that stand beside their point, over nothing else.
const FREE: f64 = 8.0;

/// What words in two lines cost: those in one are read at once.
const BROKEN: f64 = 10.0;

/// A label's lines, and the place that they take together.
struct Placed {
    lines: Vec<String>,
    rect: Rect,
}

/// What words must not cover.
struct Obstacles {
    /// The strokes of lines, the ends of ranges, the outlines of bars, the lines of hatchings.
    strokes: Vec<[(f64, f64); 2]>,
    /// The lines of events.
    lines: Vec<[(f64, f64); 2]>,
    /// Dots, names of panels, words of the axis, and words already set.
    words: Vec<Rect>,
}

impl Obstacles {
    fn of<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Self {
        let lines = event_markers::lines(canvas);
        let words = panel_names(canvas).into_iter().chain(value_words(canvas)).collect_vec();
        let mut found = Self { strokes: Vec::new(), lines, words };
        for layer in &canvas.graph.layers {
            match layer {
                Layer::Line { runs, .. } => {
                    for run in runs {
                        let points = canvas.run(run);
                        let places =
                            points.iter().map(|(x, y)| (canvas.x(*x), canvas.y(*y))).collect_vec();
                        found.strokes.extend(pairs(&places));
                    }
                }
                Layer::Together(strokes, ..) => {
                    let stroke = |(from, to, y): &(f64, f64, f64)| {
                        [(canvas.x(*from), canvas.y(*y)), (canvas.x(*to), canvas.y(*y))]
                    };
                    found.strokes.extend(strokes.iter().map(stroke));
                }
                Layer::Bars(bars) => {
                    for bar in bars {
                        let middle = canvas.x(f64::midpoint(bar.x.0, bar.x.1));
                        found
                            .strokes
                            .push([(middle, canvas.y(bar.y.0)), (middle, canvas.y(bar.y.1))]);
                    }
                }
                Layer::Dot(at, _) | Layer::Ring(at, _) => {
                    found.words.push(around((canvas.x(at.0), canvas.y(at.1)), 5.0));
                }
                // Maps are the whole module's.
                Layer::Shapes(all) if cfg!(feature = "whole") => {
                    found.strokes.extend(shapes::hatched(canvas, all));
                    found.strokes.extend(shapes::outlines(canvas, all));
                    let dots = shapes::dots(canvas, all).into_iter();
                    found.words.extend(dots.map(|at| around(at, DOT)));
                }
                Layer::Band(runs, _) => {
                    let places = |run: &[(f64, f64, f64)], end: fn(&(f64, f64, f64)) -> f64| {
                        run.iter().map(|at| (canvas.x(at.0), canvas.y(end(at)))).collect_vec()
                    };
                    for run in runs {
                        found.strokes.extend(pairs(&places(run, |at| at.1)));
                        found.strokes.extend(pairs(&places(run, |at| at.2)));
                    }
                }
                Layer::Cells(_) | Layer::Shapes(_) => {}
            }
        }
        found
    }

    /// The place beside a label's point where it covers least and lies nearest; none for one that
    /// would cover other words and need not be shown. One that must be shown may be broken, as names in
    /// a narrow margin are.
    fn place<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, label: &Label) -> Option<Placed> {
        let mut ways = vec![(vec![label.text.clone()], 0.0)];
        let lines = edge_lines(canvas.pen.size().0, &label.text);
        if label.strong && lines.len() > 1 {
            // Beside a point at the edge there may be room for `US$4.1` over `million`.
            if let Some((before, scale)) = label.text.rsplit_once(' ')
                && scale.len() > BRIEF
            {
                let mut narrow = edge_lines(canvas.pen.size().0, before);
                narrow.push(scale.to_owned());
                ways.push((narrow, 2.0 * BROKEN));
            }
            ways.push((lines, BROKEN));
        }
        // On a map a name over its number has room nearer to its country.
        if let (YAxis::Plane(..), Some((name, number))) =
            (&canvas.graph.y, label.text.rsplit_once(' '))
            && cfg!(feature = "whole")
            && number
                .starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '−'))
        {
            ways.push((vec![name.to_owned(), number.to_owned()], BROKEN));
        }
        let placed = |(lines, dislike): (Vec<String>, f64)| {
            let (cost, rect) = self.cheapest(canvas, label, &lines)?;
            Some((cost + dislike, Placed { lines, rect }))
        };
        let places = ways.into_iter().filter_map(placed);
        let best = places.min_by(|(one, _), (other, _)| one.total_cmp(other));
        let most = match canvas.graph.y {
            _ if label.strong => f64::INFINITY,
            YAxis::Plane(..) => {
                let away = (canvas.plot.right - canvas.plot.left) * ASTRAY;
                away * away / NEARBY
            }
            _ => COVERED,
        };
        best.filter(|(cost, _)| *cost < most).map(|(_, placed)| placed)
    }

    /// Where words in these lines cost least, and how much that is; nothing where they have no room.
    fn cheapest<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        label: &Label,
        lines: &[String],
    ) -> Option<(f64, Rect)> {
        let style = style(canvas, label);
        let width = lines.iter().map(|words| canvas.pen.width(words, style)).fold(0.0, f64::max);
        let height = ASCENT + DESCENT + (lines.len() as f64 - 1.0) * LEADING;
        let at = (canvas.x(label.at.0), canvas.y(label.at.1));
        let (room, plot) = (canvas.pen.size().0.max(width), canvas.plot);
        // Events have their pins there.
        let above = if canvas.graph.pins.is_empty() { LEADING + 1.0 } else { ASCENT };
        let fits = |rect: &Rect| {
            let within = rect.left >= 0.0 && rect.right <= room;
            within && rect.top >= plot.top - above && rect.bottom <= plot.bottom
        };
        let mut best: Option<(f64, Rect)> = None;
        for (rect, dislike) in candidates(at, (width, height), label.side) {
            let most = best.map_or(f64::INFINITY, |(cost, _)| cost);
            // What it covers can only make it cost more.
            if dislike >= most || !fits(&rect) {
                continue;
            }
            let astray = match canvas.graph.y {
                YAxis::Plane(..) if cfg!(feature = "whole") && self.is_between(at, &rect) => {
                    COVERED
                }
                // Coasts are everywhere.
                YAxis::Plane(..) => 0.0,
                _ => self.led_across(at, &rect),
            };
            let cost = dislike + self.cost(&rect) + astray;
            if cost < most {
                best = Some((cost, rect));
            }
        }
        best
    }

    /// Whether another country's dot or words lie on the way from a point to its own: they would seem to be
    /// that one's.
    fn is_between(&self, at: (f64, f64), rect: &Rect) -> bool {
        let way = [at, nearest(at, rect)];
        let mut others = self.words.iter().filter(|other| distance(at, other) > 0.0);
        others.any(|other| length_within(other, &way) > 0.0)
    }

    /// What a line from words to their point costs by the lines that it crosses.
    fn led_across(&self, at: (f64, f64), rect: &Rect) -> f64 {
        let Some(way) = leader(at, rect) else { return 0.0 };
        let crossed = self.strokes.iter().filter(|stroke| cross(&way, stroke)).count();
        crossed.min(MOST_ACROSS) as f64 * LED_ACROSS
    }

    /// What words at a place cost beside its distance.
    fn cost(&self, rect: &Rect) -> f64 {
        let covers = self.words.iter().any(|other| meet(rect, other));
        let under: f64 = self.strokes.iter().map(|stroke| length_within(rect, stroke)).sum();
        let crossed = self.lines.iter().filter(|line| length_within(rect, line) > 0.0);
        let touched = if under > 0.0 { TOUCHED } else { 0.0 };
        touched
            + under * COVERING
            + crossed.count() as f64 * CROSSING
            + if covers { COVERED } else { 0.0 }
    }
}

/// The strokes of a line through these places.
fn pairs(places: &[(f64, f64)]) -> impl Iterator<Item = [(f64, f64); 2]> {
    places.iter().zip(places.iter().skip(1)).map(|(from, to)| [*from, *to])
}

/// Where the names of panels stand.
fn panel_names<DB: DrawingBackend>(canvas: &Canvas<'_, DB>) -> Vec<Rect> {
    let YAxis::Panels(panels) = &canvas.graph.y else { return Vec::new() };
    let style = Lettering::new(SMALL, canvas.pen.palette.ink).bold();
    let name = |panel: &Panel| {
        let (left, baseline) = (canvas.plot.left, canvas.y(panel.top()) - UNDER_NAME);
        let right = left + canvas.pen.width(&panel.name, style);
        Rect { left, top: baseline - ASCENT, right, bottom: baseline + DESCENT }
    };
    panels.iter().map(name).collect_vec()
}

/// Places for words of this width and height about a point, with how little each is liked.
fn candidates((x, y): (f64, f64), (width, height): (f64, f64), side: Side) -> Vec<(Rect, f64)> {
    let at = |left: f64, top: f64| Rect { left, top, right: left + width, bottom: top + height };
    let mut places = Vec::new();
    for step in 0..STEPS {
        let off = CLEAR + f64::from(step) * STEP;
        let (above, below) = (y - off - height, y + off);
        let upright = if side == Side::Below { (8.0, 0.0) } else { (0.0, 8.0) };
        let beside = if side == Side::End { -12.0 } else { 6.0 };
        for (rect, dislike) in [
            (at(x - width / 2.0, above), upright.0),
            (at(x - width - 2.0, above), upright.0 + 3.0),
            (at(x + 2.0, above), upright.0 + 3.0),
            (at(x + off, y - height / 2.0), beside),
            (at(x - off - width, y - height / 2.0), beside + 2.0),
            (at(x - off - width, above), upright.0 + 5.0),
            (at(x + off, above), upright.0 + 5.0),
            (at(x - off - width, below), upright.1 + 5.0),
            (at(x + off, below), upright.1 + 5.0),
            (at(x - width / 2.0, below), upright.1),
            (at(x - width - 2.0, below), upright.1 + 3.0),
            (at(x + 2.0, below), upright.1 + 3.0),
        ] {
            let away = distance((x, y), &rect);
            places.push((rect, dislike + away * away / NEARBY));
        }
    }
    places
}

const fn around((x, y): (f64, f64), radius: f64) -> Rect {
    Rect { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

/// The place within a rectangle that is nearest to a point.
const fn nearest((x, y): (f64, f64), rect: &Rect) -> (f64, f64) {
    (within(x, rect.left, rect.right), within(y, rect.top, rect.bottom))
}

/// How far a rectangle is from a point.
fn distance(point: (f64, f64), rect: &Rect) -> f64 {
    let (x, y) = nearest(point, rect);
    (x - point.0).hypot(y - point.1)
}

fn meet(one: &Rect, other: &Rect) -> bool {
    one.left < other.right
        && other.left < one.right
        && one.top < other.bottom
        && other.top < one.bottom
}

/// Whether two strokes cross.
fn cross(one: &[(f64, f64); 2], other: &[(f64, f64); 2]) -> bool {
    let parts = |[from, to]: &[(f64, f64); 2], [begin, end]: &[(f64, f64); 2]| {
        let side =
            |at: &(f64, f64)| (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0);
        side(begin) * side(end) < 0.0
    };
    parts(one, other) && parts(other, one)
}

/// How much of a stroke lies within a rectangle (Liang and Barsky 1984).
fn length_within(rect: &Rect, [(x0, y0), (x1, y1)]: &[(f64, f64); 2]) -> f64 {
    let (across, down) = (x1 - x0, y1 - y0);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-across, x0 - rect.left),
        (across, rect.right - x0),
        (-down, y0 - rect.top),
        (down, rect.bottom - y0),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return 0.0;
            }
        } else if step < 0.0 {
            enters = enters.max(room / step);
        } else {
            leaves = leaves.min(room / step);
        }
    }
    (leaves - enters).max(0.0) * across.hypot(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_apart_and_within() {
        let lines = |wanted: &[f64]| wanted.iter().map(|y| (*y, LEADING)).collect_vec();
        let places = spread(&lines(&[10.0, 12.0, 13.0, 90.0, 99.0]), 10.0, 100.0);
        assert_eq!(places, [10.0, 25.0, 40.0, 85.0, 100.0]);
        assert_eq!(spread(&[(10.0, 2.0 * LEADING), (12.0, LEADING)], 0.0, 100.0), [10.0, 40.0]);
        let crowded = spread(&lines(&[50.0; 9]), 0.0, 100.0);
        let apart = |pair: &[f64]| matches!(pair, [one, other] if other - one >= LEADING - 1e-9);
        assert!(crowded.windows(2).all(apart), "{crowded:?}");
        assert!(crowded.first().is_some_and(|first| *first >= 0.0));
        assert!(spread(&[], 0.0, 1.0).is_empty());
    }

    #[test]
    fn what_lies_under_words_is_measured() {
        let rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        for (stroke, length) in [
            ([(-5.0, 5.0), (15.0, 5.0)], 10.0),
            ([(2.0, 5.0), (5.0, 9.0)], 5.0),
            ([(-5.0, 11.0), (15.0, 11.0)], 0.0),
            ([(3.0, -9.0), (3.0, 4.0)], 4.0),
            ([(20.0, 0.0), (30.0, 10.0)], 0.0),
        ] {
            assert!((length_within(&rect, &stroke) - length).abs() < 1e-9, "{stroke:?}");
        }
    }
}
