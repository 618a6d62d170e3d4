//! Two to six series on one chart, as they are or transformed.

mod lines;
mod plots;
mod table;

use lines::{Drawn as Line, called, lines, of_values};
use plots::{Plot, plots};

use super::chart::{Chart, Needs, alone, always, in_whole, written_by_the_build};
use super::context::{Context, Drawn};
use super::events;
use super::geometry::x;
use super::graph::{
    Graph, KeyEntry, Label, Layer, Mark, Panel, Side, Swatch, Tone, Weight, XAxis, YAxis, logarithm,
};
use super::headline::Headline;
use super::question::Question;
use super::unavailable::refused;
use crate::statistics::{Grouping, Transformation};
use crate::trade::{Flow, Month, Period, Quantity};
use crate::util::CollectVec as _;
use crate::wording::facts::{Common, Subject};
use crate::wording::say::charts::notes::outside;
use crate::wording::say::charts::page::reason;
use crate::wording::say::charts::{parts, series as words};
use crate::wording::say::joining;
use crate::wording::say::numbers::capital;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "series",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "with", "per", "as", "base", "scale", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?chart=series&with=import.rare-earths.WLD.volume&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::PARTNERS,
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let made = lines(context);
    let (from, to) = made.stretch;
    let found = plots(context, &made.lines, made.stretch, made.base);
    let left = made.left.into_iter().chain(found.left).collect_vec();
    let plots = found.plots;
    // The reason is that of the reader's own line, unless this one would be drawn.
    let own = left.iter().find(|(name, _)| *name == made.own).or(left.first());
    if let Some((_, why)) = own.filter(|_| plots.is_empty()) {
        let each = left.iter().map(|(name, why)| (capital(name), why.clone()));
        let lacking = if left.len() > 1 { each.collect_vec() } else { Vec::new() };
        let what = words::called(context.query.transformation, context.query.grouping);
        return refused(context, (what, what), why, lacking);
    }
    // What was asked for and is not drawn is said beside the chart; its name where a picture and a frame have it.
    let names = left.iter().map(|(name, _)| name.as_str()).collect_vec();
    let mut said = left.iter().map(|(name, why)| words::left_out(name, why)).collect_vec();
    said.extend(found.linear);
    let mut notes = found.notes;
    notes.extend(gaps(&made.lines, made.stretch));
    notes.extend(plots.iter().flat_map(of_another_kind));
    notes.extend(plots.iter().filter_map(currencies));
    let mut graph = Graph::new(XAxis::Months(from, to), axis(&plots));
    graph.years = made.lines.iter().all(|line| line.annual);
    let panels = match &graph.y {
        YAxis::Panels(panels) => panels.clone(),
        _ => Vec::new(),
    };
    graph.key.extend(ring(&plots));
    for (place, plot) in plots.iter().enumerate() {
        fill(context, &mut graph, plot, panels.get(place), place * made.lines.len());
    }
    graph.pins = events::pins_within(context, (from, to));
    let named = |plot: &Plot<'_>| match several_moneys(plot) {
        Some(money) => words::in_moneys(&plot.name, &money),
        None => plot.name.clone(),
    };
    let drawn = plots.iter().map(named).collect_vec();
    let stretch = context.stretch(from, to);
    let told = plots.first().map_or_else(Vec::new, |plot| told_of(context, plot));
    let shown = told.first().map(|(_, point)| point.amount.period);
    notes.extend(without_figures(plots.first(), &told));
    // January and February may be known together only.
    let own = context.summary.period;
    let joint = own.months == 2 && context.query.grouping == Grouping::Month;
    let asked = if joint { own } else { Period::month(context.month) };
    let another = shown.filter(|period| !context.query.grouping.stands_for(*period, context.month));
    // What the reader left out of the picture is not therefore unknown.
    let within = from <= context.month && context.month <= to;
    // Of a month that was asked for no headline is of a later one; of none that was, nothing is to be said of it.
    let asked_for = context.query.month.is_some();
    let another = another.filter(|_| within || asked_for);
    let other = |period| {
        if within {
            words::another(asked, period, context.query.grouping)
        } else {
            reason(&outside(asked))
        }
    };
    // The point at rest is the headline's.
    let later = shown.is_some_and(|period| asked_for && asked.end() < period.start);
    let instead = match (later, within) {
        (false, _) => None,
        (true, true) => Some(words::none_of(asked)),
        (true, false) => Some(outside(asked)),
    };
    graph.first = told.first().filter(|_| !later).and_then(|(line, point)| {
        let (group, period) = (line.place, point.amount.period.long());
        graph.marks.iter().position(|mark| mark.group == group && mark.period == period)
    });
    let common = made.common.with_reporter(&context.subject().reporter());
    Drawn {
        headline: match instead {
            Some(text) => Headline::from(text),
            None => headline(context, &made.lines, &told, (&made.common, made.base)),
        },
        subtitle: words::subtitle(&common, &drawn, &stretch, &names),
        finding: joining::sentences(&another.map(other).into_iter().chain(said).collect_vec()),
        table: table::table(context, &common, &plots),
        graph,
        notes,
    }
}

/// Messages about the series asked for that are not drawn.
pub fn left_out(context: &Context<'_>) -> Vec<String> {
    let made = lines(context);
    let found = plots(context, &made.lines, made.stretch, made.base);
    let left = made.left.iter().chain(&found.left);
    left.map(|(name, why)| words::left_out(name, why)).collect_vec()
}

/// The currencies of a plot's lines, where they are of more than one.
fn currencies(plot: &Plot<'_>) -> Option<String> {
    several_moneys(plot).map(|money| words::currencies(&money))
}

/// The same in a few words.
fn several_moneys(plot: &Plot<'_>) -> Option<String> {
    let mut money: Vec<String> = Vec::new();
    for line in &plot.lines {
        let unit = line.line.series.unit();
        let words = unit.words();
        if unit.is_money() && !money.contains(&words) {
            money.push(words);
        }
    }
    let money = money.iter().map(String::as_str).collect_vec();
    (money.len() > 1).then(|| joining::all_of(&money))
}

/// The quarters or years that are not known of each line.
fn gaps(lines: &[Line], stretch: (Month, Month)) -> Vec<String> {
    let of = |line: &Line| {
        let missing = line.grouped.missing(stretch);
        let name = (lines.len() > 1).then_some(line.name.as_str());
        (!missing.is_empty()).then(|| words::gaps(name, &missing, line.grouping))
    };
    let mut notes = lines.iter().filter_map(of).collect_vec();
    if lines.iter().any(|line| lacks_runs(line, stretch)) {
        notes.push(words::runs_left_out().to_owned());
    }
    notes
}

/// Whether there are months without a running sum between those that have one, or behind them.
fn lacks_runs(line: &Line, (from, to): (Month, Month)) -> bool {
    let ends = line.grouped.amounts.iter().map(|amount| amount.period.end());
    let ends = ends.filter(|end| from <= *end && *end <= to).collect_vec();
    let steps = || ends.iter().zip(ends.iter().skip(1));
    let behind = ends.last().is_some_and(|end| *end < to);
    line.grouping.run().is_some() && (behind || steps().any(|(one, next)| *next - *one > 1))
}

/// The running sums of each line in whose place a figure stands that was reported for exactly their months.
fn of_another_kind(plot: &Plot<'_>) -> Vec<String> {
    let of = |drawn: &plots::Drawing<'_>| {
        let unlike = drawn.points.iter().filter(|point| point.months.is_some());
        let ends = unlike.map(|point| point.amount.period.end());
        let ends = ends.collect_vec();
        let name = (plot.lines.len() > 1).then_some(drawn.line.within.as_str());
        (!ends.is_empty()).then(|| words::reported_as_a_whole(name, &ends))
    };
    plot.lines.iter().filter_map(of).collect_vec()
}

/// What a ring means, where there are any.
fn ring(plots: &[Plot<'_>]) -> Option<KeyEntry> {
    let mut drawn = plots.iter().flat_map(|plot| &plot.lines);
    let with = drawn.find(|drawn| drawn.points.iter().any(|point| point.months.is_some()))?;
    Some(KeyEntry::new(Swatch::Ring(Tone::Line(with.line.tone)), words::not_summed()))
}

fn axis(plots: &[Plot<'_>]) -> YAxis {
    match plots {
        [] => YAxis::Scaled(vec![0.0, 1.0], super::graph::Scale::Number),
        [plot] if plot.logarithmic => YAxis::Logarithmic(plot.ticks.clone(), plot.scale),
        [plot] => YAxis::Scaled(plot.ticks.clone(), plot.scale),
        plots => YAxis::Panels(panels(plots)),
    }
}

/// One axis over the other, the first on top.
fn panels(plots: &[Plot<'_>]) -> Vec<Panel> {
    let last = plots.len().saturating_sub(1);
    let panel = |(index, plot): (usize, &Plot<'_>)| Panel {
        name: capital(&plot.name),
        ticks: plot.ticks.clone(),
        scale: plot.scale,
        logarithmic: plot.logarithmic,
        place: last - index,
    };
    plots.iter().enumerate().map(panel).collect_vec()
}

/// Draws the lines of a plot, whose first is the graph's group `first`.
fn fill(
    context: &Context<'_>,
    graph: &mut Graph,
    plot: &Plot<'_>,
    panel: Option<&Panel>,
    first: usize,
) {
    let height = |value: f64| match panel {
        Some(panel) => panel.place(value),
        None if plot.logarithmic => logarithm(value),
        None => value,
    };
    for drawn in &plot.lines {
        let tone = Tone::Line(drawn.line.tone);
        let place = |point: &plots::Point| (point.at, height(point.height));
        let runs = drawn.runs().into_iter();
        let runs = runs.map(|run| run.into_iter().map(place).collect_vec()).collect_vec();
        graph.layers.push(Layer::Line { runs, tone, weight: Weight::Plain });
        let flat = drawn.points.iter().filter(|point| point.flat);
        let flat = flat.map(|point| {
            let period = point.amount.period;
            (x(period.start) - 0.4, x(period.end()) + 0.4, height(point.height))
        });
        graph.layers.push(Layer::Together(flat.collect_vec(), tone, Weight::Strong));
        graph.labels.extend(drawn.points.last().map(|point| Label {
            at: place(point),
            text: drawn.line.name.clone(),
            tone,
            side: Side::End,
            strong: true,
        }));
        for point in &drawn.points {
            graph.marks.push(mark(point, drawn.line, place(point), first + drawn.line.place));
            if point.months.is_some() {
                graph.layers.push(Layer::Ring(place(point), tone));
            }
            if drawn.line.grouping.stands_for(point.amount.period, context.month) {
                graph.layers.push(Layer::Dot(place(point), tone));
            }
        }
    }
}

fn mark(point: &plots::Point, line: &Line, at: (f64, f64), group: usize) -> Mark {
    Mark {
        at,
        group,
        series: line.name.clone(),
        period: point.amount.period.long(),
        value: point.value.clone(),
        status: point.status.to_owned(),
        note: point.note.clone(),
        sources: point.sources.clone(),
        month: Some(point.amount.period.end()),
    }
}

/// The points that the headline tells of: of the month under study, or of the latest that is drawn.
fn told_of<'a>(context: &Context<'_>, plot: &'a Plot<'a>) -> Vec<(&'a Line, &'a plots::Point)> {
    let of = |month: Month| {
        let own = plot.lines.iter().filter_map(|drawn| Some((drawn.line, drawn.at(month)?)));
        own.collect_vec()
    };
    let found = of(context.month);
    if !found.is_empty() {
        return found;
    }
    let ends = plot.lines.iter().filter_map(|drawn| Some(drawn.points.last()?.amount.period.end()));
    ends.max().map(of).unwrap_or_default()
}

/// The lines of the first plot that have no figure of the period that the headline tells of.
fn without_figures(plot: Option<&Plot<'_>>, told: &[(&Line, &plots::Point)]) -> Vec<String> {
    let Some((plot, (_, point))) = plot.zip(told.first()) else { return Vec::new() };
    let period = point.amount.period;
    let lacks = |line: &Line| told.iter().all(|(own, _)| own.place != line.place);
    let lacking = plot.lines.iter().filter(|drawn| lacks(drawn.line));
    lacking.map(|drawn| words::no_figure(&drawn.line.name, period)).collect_vec()
}

/// What the lines say of the month under study, or of the latest that the first of them has.
fn headline(
    context: &Context<'_>,
    lines: &[Line],
    found: &[(&Line, &plots::Point)],
    (common, base): (&Common, Option<Period>),
) -> Headline {
    let (grouping, shown) = (context.query.grouping, context.query.transformation);
    // Of a line that stands by itself because the reader's own has none, its own trade is meant.
    let own = |line: &Line| line.asked == context.query.line();
    let plain = grouping == Grouping::Month && shown == Transformation::Level;
    if plain && matches!(lines, [line] if own(line)) {
        return super::sentence::headline(context);
    }
    let Some((line, point)) = found.first() else {
        return Headline::from(words::nothing(context.subject()));
    };
    let period = point.amount.period;
    let asked = (called(grouping, lines), shown);
    // One line alone that has something of the period is told of as one that stands by itself.
    let alone = matches!(line.asked.key.flow, Flow::Export | Flow::Import) && found.len() == 1;
    let text = if lines.len() == 1 || alone {
        let key = &line.asked.key;
        let unlike = |own: &Line| own.series.unit().measure() != line.series.unit().measure();
        words::headline_of_one(
            match lines {
                [line] if own(line) => context.subject(),
                _ => Subject::of(context.dataset, key.flow, &key.product, &key.partner),
            },
            (&point.rounded, point.number, line.series.unit()),
            period,
            asked,
            (base, lines.iter().any(unlike)),
        )
    } else {
        // An amount has its unit beside it.
        let amounts = shown.has_amounts();
        let value = |(line, point): &(&Line, &plots::Point)| {
            let unit = line.series.unit().words();
            let key = &line.asked.key;
            let subject = Subject::of(context.dataset, key.flow, &key.product, &key.partner);
            let brief = Subject { goods: subject.goods_briefly, ..subject };
            let name = line.within.replacen(&subject.product(), &brief.product(), 1);
            let plain = name.strip_suffix(unit.as_str()).filter(|_| amounts);
            let name = plain.and_then(|name| name.strip_suffix(", ")).unwrap_or(&name);
            let (value, decimals) = (point.number, point.amount.decimals);
            let number = Quantity { value, unit: line.series.unit(), decimals, rough: false };
            (name.to_owned(), point.rounded.clone(), number)
        };
        let values = found.iter().map(value).collect_vec();
        words::headline(common, period, asked, base, &values, of_values(lines))
    };
    let several = lines.len() > 1;
    let credit = |headline: Headline, (line, point): &(&Line, &plots::Point)| {
        let period = point.amount.period;
        let what = if several { parts::credit(&line.within, period) } else { period.long() };
        headline.crediting(what, &point.sources)
    };
    found.iter().fold(Headline::from(text), credit)
}
