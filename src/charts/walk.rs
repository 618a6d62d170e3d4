//! Moving from point to point with the keyboard.

use super::graph::{Graph, Mark, YAxis};
use crate::trade::Month;
use crate::util::CollectVec as _;

/// A step from a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The point before on the same line.
    Back,
    /// The next.
    On,
    /// The nearest point of the line or row above.
    Up,
    /// Of the one below.
    Down,
    /// Twelve points back.
    FarBack,
    /// Twelve on.
    FarOn,
    /// The line's first point.
    First,
    /// Its last.
    Last,
}

const FAR: usize = 12;

/// The mark that a step leads to; the same one if there is none in that direction.
pub fn walk(graph: &Graph, index: usize, step: Step) -> usize {
    let Some(mark) = graph.marks.get(index) else { return 0 };
    let all = || 0..graph.marks.len();
    let same = |other: &usize| graph.marks.get(*other).is_some_and(|one| one.group == mark.group);
    let mut line: Vec<usize> = all().filter(same).collect_vec();
    // Bars stand alone in their rows: their first and last are those of the chart.
    if line.len() == 1 && matches!(step, Step::First | Step::Last) {
        line = all().collect_vec();
    }
    let place = line.iter().position(|other| *other == index).unwrap_or(0);
    let last = line.len().saturating_sub(1);
    let to = match step {
        Step::Back => place.saturating_sub(1),
        Step::On => (place + 1).min(last),
        Step::FarBack => place.saturating_sub(FAR),
        Step::FarOn => (place + FAR).min(last),
        Step::First => 0,
        Step::Last => last,
        Step::Up | Step::Down => return across(graph, mark, step == Step::Up).unwrap_or(index),
    };
    line.get(to).copied().unwrap_or(index)
}

/// The mark where keyboard navigation begins: the headline's figure, or else the last; on a map the first,
/// which is the largest.
pub fn start(graph: &Graph, chosen: Month) -> Option<usize> {
    let of_month = graph.marks.iter().rposition(|mark| mark.month == Some(chosen));
    let usual = match graph.y {
        YAxis::Plane(..) => (!graph.marks.is_empty()).then_some(0),
        _ => graph.marks.len().checked_sub(1),
    };
    graph.first.or(of_month).or(usual)
}

/// The mark of another group that lies nearest in the same column, above or below; in a chart of
/// rows, of the next row that has one.
fn across(graph: &Graph, from: &Mark, up: bool) -> Option<usize> {
    let rows = matches!(graph.y, YAxis::Rows(_));
    // Where another line has a point in the same column, none is left for another column.
    let level = |mark: &Mark| mark.at.0 == from.at.0;
    let column = !rows && graph.marks.iter().any(|mark| mark.group != from.group && level(mark));
    let beyond = |mark: &Mark| {
        let higher = if rows { mark.at.1 < from.at.1 } else { mark.at.1 > from.at.1 };
        let same = !column || level(mark);
        same && mark.group != from.group && mark.at.1 != from.at.1 && higher == up
    };
    let distance = |mark: &Mark| {
        let (across, down) = ((mark.at.0 - from.at.0).abs(), (mark.at.1 - from.at.1).abs());
        if rows { (down, across) } else { (across, down) }
    };
    graph
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| beyond(mark))
        .min_by(|(_, one), (_, other)| {
            let (one, other) = (distance(one), distance(other));
            one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
        })
        .map(|(index, _)| index)
}
