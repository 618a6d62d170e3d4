//! Notes below a chart.

use super::MONTHS;
use super::context::Context;
use super::geometry;
use super::graph::{Graph, Layer, Scale, XAxis, YAxis};
use super::question::Question;
use super::table::Table;
use crate::import::dataset::{Discrepancy, discrepancies_in};
use crate::statistics::{Comparison, slot, sum};
use crate::trade::{Figure, Measure, Month, Period, Quantity, SeriesKey, Status};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::say::charts::notes as words;
use crate::wording::say::charts::page::reason;
use crate::wording::say::joining;

/// The subtitle, which says if the month asked for is not among those drawn.
pub fn subtitle(context: &Context<'_>, graph: &Graph, subtitle: String) -> String {
    let Some(month) = context.query.month else { return subtitle };
    let (from, to) = match graph.x {
        XAxis::Months(from, to) => (from, to),
        // Rows are whole years.
        _ => (context.shown.0.january(), context.shown.1.january() + 11),
    };
    let period = context.summary.period;
    // What is not available is not outside as well.
    let said = || cfg!(feature = "whole") && subtitle.contains(&period.long());
    let narrowed = context.query.chart.record().obeys("from") && !graph.marks.is_empty();
    // Years beside each other may hold that of the month in any case.
    let drawn = || graph.marks.iter().any(|mark| mark.month == Some(period.end()));
    if !narrowed || (from..=to).contains(&month) || said() || drawn() {
        return subtitle;
    }
    joining::sentences(&[reason(&subtitle), reason(&words::outside(period))])
}

pub fn notes(context: &Context<'_>, graph: &Graph, table: &Table) -> Vec<String> {
    let mut notes = Vec::new();
    let chart = context.query.chart.record();
    if !graph.years
        && context.series.step() == 1
        && graph
            .layers
            .iter()
            .any(|layer| matches!(layer, Layer::Together(flat, ..) if !flat.is_empty()))
        && !says_itself(context)
    {
        notes.push(words::together(has_amounts(&graph.y)).to_owned());
    }
    if let Some(gaps) = gaps(context, graph) {
        notes.push(gaps);
        if cfg!(feature = "whole") && context.dataset.is_own() {
            notes.push(words::own_gaps().to_owned());
        }
    }
    if cfg!(feature = "whole") && chart.through_time {
        notes.extend(longer(context));
        notes.extend(of_part_of_a_year(context));
        notes.extend(leaving_none(context));
    }
    let used = used(context, graph);
    let is_used = |period: Period| {
        let of = |one: &Period| reaches(period, (one.start, one.end()));
        used.as_ref().is_none_or(|all| all.iter().any(of))
    };
    // A chart may begin later than what is shown of the series; an axis of what one month uses is of other times.
    let mut shown = context.shown;
    if let (XAxis::Months(first, last), None) = (&graph.x, &used) {
        shown = (shown.0.max(*first), shown.1.min(*last));
    }
    let mut figures = geometry::figures(&context.series, shown);
    figures.retain(|figure| is_used(figure.period));
    if figures.iter().any(|figure| figure.status == Status::Derived) {
        let mut cells = table.rows.iter().flat_map(|row| &row.cells);
        let marked = cells.any(|cell| cell.text.ends_with(Status::Derived.mark()));
        notes.push(words::derived(marked, context.query.chart == MONTHS));
    }
    // What is left of January and February together, and of any other sums.
    let (mut left, mut differences) = (Vec::new(), Vec::new());
    for figure in &figures {
        if let Some((sum, _)) = context.series.left_of(figure) {
            let joint = sum.period.start.number() == 1 && sum.period.months == 2;
            if joint { &mut left } else { &mut differences }.push(figure.period);
        }
    }
    if !left.is_empty() {
        notes.push(words::left(&left));
    }
    if !differences.is_empty() {
        notes.push(words::differences(&differences));
    }
    if figures.iter().any(|figure| !figure.others.is_empty()) {
        notes.push(words::others().to_owned());
    }
    let found = discrepancies_in(&context.series);
    let found = found.iter().filter(|found| {
        reaches(found.period, shown)
            && is_used(found.period)
            && is_drawn(context, graph, found.period)
    });
    let found = found.map(|found| discrepancy(context, found)).collect_vec();
    if !found.is_empty() {
        notes.push(words::discrepancies(&found));
    }
    if cfg!(feature = "whole") {
        notes.extend(coverage(context));
        notes.extend(without_total(context));
        notes.extend(counted_otherwise(context));
    }
    notes
}

/// That figures of longer periods are known which no chart of the series draws, as they are not what it is
/// counted by, nor since January: years from April before there are months.
fn longer(context: &Context<'_>) -> Option<String> {
    let series = &context.series;
    let unseen = |period: &Period| {
        let since_january = period.start.number() == 1;
        !since_january && !series.is_own_period(*period) && sum(series, *period).is_err()
    };
    // What leads up to the months shown counts too, unless a reader chose where these begin; not what lies before a
    // gap of a year, for charts begin after it.
    let (mut start, last) = context.shown;
    let gap = if context.query.from.is_some() { 0 } else { 12 };
    let mut found: Option<Period> = None;
    for period in series.figures().map(|own| own.period).filter(unseen).rev() {
        if period.start <= last && start - period.end() <= gap {
            start = start.min(period.start);
            found = Some(found.map_or(period, |later| period.through(later)));
        }
    }
    found.map(words::longer)
}

/// That of a year only its first months are known, where whole years are drawn: the latest such figure.
fn of_part_of_a_year(context: &Context<'_>) -> Option<String> {
    let series = &context.series;
    let unseen = |own: &&Figure| {
        let since_january = own.period.start.number() == 1 && own.period.months < 12;
        let later = own.period.end() >= context.shown.0;
        since_january && later && series.figure(series.span(own.period.start)).is_none()
    };
    if !context.annual || context.query.to.is_some() {
        return None;
    }
    let figure = series.figures().filter(unseen).last()?;
    Some(words::part_of_year(figure.period, figure.quantity(series.unit())))
}

/// Why months within sums since the same month are not known by these: of two sums the longer is the smaller one, and
/// nobody knows which is wrong, or they are the same.
fn leaving_none(context: &Context<'_>) -> Vec<String> {
    let series = &context.series;
    let sums = || series.figures().filter(|own| own.status != Status::Derived);
    let (mut falling, mut same) = (Vec::new(), Vec::new());
    for (one, next) in sums().zip(sums().skip(1)) {
        if one.period.start != next.period.start || next.value > one.value {
            continue;
        }
        let falls = next.value < one.value;
        let (first, last) = (one.period.end(), next.period.end());
        let months = if falls { first.through(last + 1) } else { (first + 1).through(last) };
        let lacking = months.filter(|month| slot(series, *month).is_none()).map(Period::month);
        if falls { &mut falling } else { &mut same }.extend(lacking);
    }
    let said = |mut periods: Vec<Period>, say: fn(&[Period]) -> String| {
        // What lacks at the end ends what is shown.
        let last = context.query.to;
        periods.retain(|own| {
            own.start >= context.shown.0 && last.is_none_or(|last| own.start <= last)
        });
        sort_unique(&mut periods);
        (series.step() == 1 && !periods.is_empty()).then(|| say(&periods))
    };
    let falling = said(falling, words::falling);
    falling.into_iter().chain(said(same, words::standing)).collect_vec()
}

/// Whether a chart says itself what its flat strokes are: shares and unit values have them for every year.
fn says_itself(context: &Context<'_>) -> bool {
    if !cfg!(feature = "whole") {
        return false;
    }
    let chart = context.query.chart.record();
    chart.needs.every_measure || chart.obeys("by")
}

/// Whether any of a vertical axis counts amounts: shares and an index are none.
fn has_amounts(axis: &YAxis) -> bool {
    let counts = |scale: &Scale| matches!(scale, Scale::Amount(_));
    match axis {
        _ if !cfg!(feature = "whole") => true,
        YAxis::Scaled(_, scale) | YAxis::Logarithmic(_, scale) => counts(scale),
        YAxis::Panels(panels) => panels.iter().any(|panel| counts(&panel.scale)),
        _ => true,
    }
}

/// The periods that a chart of one month, or of a single comparison, is made from: it uses no other figures. One
/// that sums up partners' reports uses none of the series.
fn used(context: &Context<'_>, graph: &Graph) -> Option<Vec<Period>> {
    let (query, own) = (context.query, context.summary.period);
    let chart = query.chart.record();
    if cfg!(feature = "whole") && chart.needs.two_periods {
        let (own, base) = query.comparison.periods(own).ok()?;
        return Some(vec![own, base]);
    }
    if cfg!(feature = "whole")
        && chart.needs.nearest
        && !chart.needs.outlines
        && query.partner.is_world()
    {
        return Some(Vec::new());
    }
    let of_one = chart.question == Question::What && !chart.through_time;
    if !of_one || matches!(graph.x, XAxis::Calendar) {
        return None;
    }
    let mut used = vec![own];
    if chart.obeys("compare") {
        let pairs = Comparison::ALL.into_iter().filter_map(|one| one.periods(own).ok());
        used.extend(pairs.flat_map(|(own, base)| [own, base]));
    }
    Some(used)
}

/// Whether any of a period's months is shown.
fn is_shown(context: &Context<'_>, period: Period) -> bool {
    reaches(period, context.shown)
}

/// Whether a period lies in a year that is drawn, where not all that are shown are: a map has one period.
fn is_drawn(context: &Context<'_>, graph: &Graph, period: Period) -> bool {
    let drawn = |month: Month| (period.start.year()..=period.end().year()).contains(&month.year());
    match graph.x {
        XAxis::Calendar => graph.marks.iter().filter_map(|mark| mark.month).any(drawn),
        XAxis::Blank | XAxis::Amount(..) if cfg!(feature = "whole") => drawn(context.month),
        _ => true,
    }
}

/// Whether any of a period's months lies between two, these included.
fn reaches(period: Period, (first, last): (Month, Month)) -> bool {
    period.end() >= first && period.start <= last
}

/// Months that are less than their year by more than this are of part of the trade.
const PART: f64 = 0.98;

/// That the months are of part of what the years are of: by the last year shown that is known both ways, of
/// months that were added up from what is known.
fn coverage(context: &Context<'_>) -> Option<String> {
    let series = &context.series;
    let added_up = |year: &Figure| {
        let months = year.period.start.through(year.period.end());
        let derived = |month| series.month(month).filter(|own| own.status == Status::Derived);
        let sum: Option<f64> = months.map(|month| Some(derived(month)?.value)).sum();
        sum.map(|sum| sum / year.value)
    };
    let years = series.figures().filter(|own| own.period.months == 12 && own.value > 0.0);
    let years = years.filter(|own| is_shown(context, own.period));
    let found = years.filter_map(|year| Some((year.period, added_up(year)?))).last();
    let (year, share) = found.filter(|(_, share)| *share < PART)?;
    Some(words::part_of_years(year, share))
}

/// That a reader's own files have no total of quantities where partners lack theirs.
fn without_total(context: &Context<'_>) -> Option<String> {
    let (dataset, key) = (context.dataset, context.query.key());
    if !dataset.is_own() || !key.partner.is_world() || key.measure == Measure::Value {
        return None;
    }
    let value = dataset.series(&SeriesKey { measure: Measure::Value, ..key.clone() });
    let mut names = Vec::new();
    let mut lacking = |period: &Period| {
        if context.series.figure(*period).is_some() {
            return false;
        }
        let partners = dataset.partners_in(&key, *period);
        let untold = partners.filter(|(.., quantity)| quantity.is_none());
        let before = names.len();
        names.extend(untold.map(|(partner, ..)| dataset.partner(partner)));
        names.len() > before
    };
    let periods =
        value.figures().map(|figure| figure.period).filter(|own| lacking(own)).collect_vec();
    sort_unique(&mut names);
    (!names.is_empty()).then(|| words::without_total(&periods, &names, context.unit()))
}

/// That a reader's own files count in something else in periods of which they have no weight: pieces in one
/// year and kilograms in the next are no one series.
fn counted_otherwise(context: &Context<'_>) -> Option<String> {
    let (dataset, key) = (context.dataset, context.query.key());
    if !dataset.is_own() || key.measure != Measure::Volume {
        return None;
    }
    let counted = dataset.series(&SeriesKey { measure: Measure::Quantity, ..key });
    let periods = counted.figures().map(|figure| figure.period);
    let periods = periods.filter(|own| context.series.figure(*own).is_none()).collect_vec();
    (!periods.is_empty()).then(|| words::counted_otherwise(&periods, counted.unit()))
}

/// Names the months, or years, that nobody reported, where they are few; counts them otherwise. Only a
/// chart that shows months has any missing.
fn gaps(context: &Context<'_>, graph: &Graph) -> Option<String> {
    // Of quarters and years the chart itself says which are not known; a unit value takes two figures, of
    // which this series is one.
    if cfg!(feature = "whole") {
        let query = context.query;
        if query.grouping.is_whole() || query.chart.record().needs.every_measure {
            return None;
        }
    }
    let (mut from, mut to) = context.shown;
    match graph.x {
        _ if graph.layers.is_empty() => return None,
        XAxis::Months(first, last) => (from, to) = (from.max(first), to.min(last)),
        XAxis::Calendar => {}
        XAxis::Percent(..) | XAxis::Points(..) | XAxis::Amount(..) | XAxis::Blank => return None,
    }
    let series = &context.series;
    // A year is told of once.
    let told = |month: &Month| series.span(*month).start == *month;
    // Sums since January are drawn where months of their own lack.
    let calendar = matches!(graph.x, XAxis::Calendar);
    let summed_up =
        |month: Month| calendar && graph.marks.iter().any(|mark| mark.month == Some(month));
    let missing: Vec<Period> = from
        .through(to)
        .filter(|month| told(month) && slot(series, *month).is_none() && !summed_up(*month))
        .map(|month| series.span(month))
        .collect_vec();
    let annual = context.annual;
    let whole = series.step() > 1;
    let broken = !whole && is_broken(graph, &missing);
    // What is known of a year, or of several months at once, is no figure of a month.
    let summed = series.figures().any(|figure| {
        figure.period.months > 1 && missing.iter().any(|one| figure.period.contains(one.start))
    });
    (!missing.is_empty()).then(|| words::gaps(&missing, (annual, summed), broken))
}

/// Whether a line is drawn that stops at every missing month.
fn is_broken(graph: &Graph, missing: &[Period]) -> bool {
    let through_time = matches!(graph.x, XAxis::Months(..));
    let over = |run: &Vec<(f64, f64)>| {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
        let within = |month: &Period| {
            let at = f64::from(month.start.index());
            first.0 < at && at < last.0
        };
        missing.iter().any(within)
    };
    graph.layers.iter().any(|layer| match layer {
        Layer::Line { runs, .. } if !through_time => runs.len() > 1,
        Layer::Line { runs, .. } => !runs.is_empty() && !runs.iter().any(over),
        _ => false,
    })
}

fn discrepancy(context: &Context<'_>, found: &Discrepancy) -> (Period, [Quantity; 3]) {
    let amounts = [found.cumulative, found.months, found.difference()];
    (found.period, amounts.map(|value| context.computed(value, 1)))
}
