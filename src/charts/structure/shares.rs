//! Shares of partners or products through time, and their concentration.

use std::borrow::Cow;

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::{middle, plain_period, x};
use super::super::graph::{
    Depth, Graph, KeyEntry, Label, Layer, Mark, Panel, Scale, Side, Swatch, Tone, Weight, XAxis,
    YAxis, runs,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::drivers::missing;
use super::{
    all_sources, alone_in_its_unit, has_shares, kind, overlapping, own_parts, part_name, rest,
};
use crate::statistics::structure::{
    Concentration, Part, Range, Share, Side as By, concentration_with,
};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period, Status};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::util::sort_unique;
use crate::wording::LONGEST;
use crate::wording::facts::Leading;
use crate::wording::say::charts::parts::{self, share};
use crate::wording::say::charts::{figures as said, heads, shares as words};
use crate::wording::say::numbers::in_a_column;
use crate::wording::say::numbers::{capital, exact, within};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "shares",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "by", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: has_shares,
    opposed: alone,
    example: "?chart=shares&product=magnets&month=2025-12",
    methods: written_by_the_build(words::methods),
    needs: Needs::PARTNERS,
    drawing: in_whole(draw),
};

/// Lines named at their end; the rest are in the table.
const NAMED: usize = 5;

pub fn draw(context: &Context<'_>) -> Drawn {
    let parts = own_parts(context);
    let periods = periods(context, &parts);
    let mut exceeding = Vec::new();
    let mut all: Vec<Concentration> = Vec::new();
    for period in periods {
        match known(context, &parts, period) {
            Ok(found) => all.push(found),
            Err(Unavailable::PartsExceed(period)) => exceeding.push(period),
            Err(_) => {}
        }
    }
    without_lesser_parts(context, &mut all);
    let Some(own) = chosen(context, &all) else {
        let why = why(context, &parts).unwrap_or(Unavailable::NoPart(context.summary.period));
        return missing(context, &context.query.key(), &parts, &why);
    };
    let (from, to) = stretch(context, &all);
    let drawn: Vec<&Concentration> = all
        .iter()
        .filter(|found| from <= found.period.start && found.period.end() <= to)
        .collect_vec();
    if let Some(why) = why(context, &parts).filter(|_| drawn.is_empty()) {
        return missing(context, &context.query.key(), &parts, &why);
    }
    let mut names = names(&all, own);
    names.truncate(context.most);
    let panels = panels(&drawn);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Panels(panels.to_vec()));
    graph.years = drawn.iter().all(|found| found.period.months == 12);
    fill(context, &mut graph, &panels, &drawn, &names);
    let period = own.period.long();
    graph.first = graph.marks.iter().position(|mark| mark.group == 0 && mark.period == period);
    let asked = context.query;
    exceeding.retain(|period| {
        asked.from.is_none_or(|from| from <= period.start)
            && asked.to.is_none_or(|to| period.end() <= to)
    });
    let groups = unlisted(context, &parts, own);
    let mut shown = Drawn {
        headline: headline(context, &parts, own),
        subtitle: context.beside(
            words::subtitle(
                context.subject(),
                kind(context),
                drawn.iter().all(|own| is_exact(own)),
            ),
            own.period,
        ),
        finding: finding(
            context,
            own,
            &names,
            why(context, &parts).map(|why| context.reason(&why)),
        ),
        table: table(context, &drawn, &names),
        notes: notes(context, own, &drawn),
        graph,
    };
    if !exceeding.is_empty() {
        shown.notes.push(words::exceeding(kind(context), &exceeding));
    }
    shown.notes.extend(groups);
    shown
}

/// What is said of partners with a figure that the shares leave out to count nothing twice.
fn unlisted(context: &Context<'_>, parts: &[Part], own: &Concentration) -> Vec<String> {
    if context.query.by == By::Product {
        return Vec::new();
    }
    let listed = |name: &str| own.shares.iter().any(|share| share.name == name);
    overlapping(parts, own.period, &listed)
}

/// The parts that a sentence names, where there are more.
const MOST_SAID: usize = 10;

/// The shares of a period. Of a reader's own files partners without a name are known together.
fn known(context: &Context<'_>, parts: &[Part], period: Period) -> Known<Concentration> {
    concentration_with(&context.series, parts, unnamed(context, period), period)
}

fn unnamed(context: &Context<'_>, period: Period) -> [f64; 2] {
    match context.query.by {
        By::Partner => context.dataset.unnamed(&context.query.key(), period),
        By::Product => [0.0; 2],
    }
}

/// Whether an index is known, and not only the band that it lies in.
fn is_exact(found: &Concentration) -> bool {
    words::index(found.herfindahl)
        == words::index(Range { high: found.herfindahl.low, ..found.herfindahl })
}

/// Why the shares of the month under study are not to be had.
fn why(context: &Context<'_>, parts: &[Part]) -> Option<Unavailable> {
    known(context, parts, context.summary.period).err()
}

/// The months, the whole years and the first months of a year that the total or a part is known for, in order:
/// January and February of either may be known together only.
fn periods(context: &Context<'_>, parts: &[Part]) -> Vec<Period> {
    let all = std::iter::once(&context.series).chain(parts.iter().map(|part| &part.series));
    let figures = all.flat_map(|own| own.figures()).map(|figure| figure.period);
    let to_date = |period: &Period| *period == Period::year_to_date(period.end());
    let mut periods: Vec<Period> =
        figures.filter(|own| context.series.is_own_period(*own) || to_date(own)).collect_vec();
    sort_by_key(&mut periods, |period| (period.end(), period.months));
    periods.dedup();
    periods
}

/// Leaves of a year's first months only the most that are known, and those only where no month of the year and
/// not all of it is; and the sum of a month that is known as part of it only.
fn without_lesser_parts(context: &Context<'_>, all: &mut Vec<Concentration>) {
    let of_month = Some(Period::year_to_date(context.month))
        .filter(|_| context.known(context.summary.period).is_none());
    let is_own = |period: Period| context.series.is_own_period(period) || Some(period) == of_month;
    let periods = all.iter().map(|found| found.period).collect_vec();
    all.retain(|found| {
        let beats = |other: &Period| {
            other.start.year() == found.period.start.year()
                && (is_own(*other) || other.months > found.period.months)
        };
        is_own(found.period) || !periods.iter().any(beats)
    });
}

/// The month under study, or the period nearest to it: the year that it lies in before any other, and of
/// two that are as near the later.
fn chosen<'a>(context: &Context<'_>, all: &'a [Concentration]) -> Option<&'a Concentration> {
    let own = all.iter().find(|found| found.period == context.summary.period);
    let near = |found: &&Concentration| (found.period.nearness(context.month), found.period.months);
    own.or_else(|| all.iter().min_by_key(near))
}

fn stretch(context: &Context<'_>, all: &[Concentration]) -> (Month, Month) {
    let first = all.iter().map(|found| found.period.start).min().unwrap_or(context.month);
    let last = all.iter().map(|found| found.period.end()).max().unwrap_or(context.month);
    let since =
        since_long_gap(all.iter().map(|found| found.period), context.month).unwrap_or(first);
    let from = context.query.from.unwrap_or(since).clamp(first, last);
    let to = context.query.to.unwrap_or(last).clamp(from, last);
    (from, to)
}

/// Where the last of these periods begin that no gap of a year or more parts: scattered early ones would
/// press the others to the edge. The month under study is always among them.
fn since_long_gap(periods: impl Iterator<Item = Period>, studied: Month) -> Option<Month> {
    let mut all = periods.collect_vec();
    sort_by_key(&mut all, |period| std::cmp::Reverse(period.end()));
    let mut since = all.first()?.start;
    for period in all {
        if since - period.end() > LONG_GAP && since <= studied {
            break;
        }
        since = since.min(period.start);
    }
    Some(since)
}

/// In months.
const LONG_GAP: i32 = 12;

/// Every part's name, those that are largest in the chosen period first.
fn names(all: &[Concentration], own: &Concentration) -> Vec<String> {
    let mut names: Vec<String> = own.shares.iter().map(|share| share.name.clone()).collect_vec();
    for share in all.iter().rev().flat_map(|found| &found.shares) {
        if !names.contains(&share.name) {
            names.push(share.name.clone());
        }
    }
    names
}

fn panels(drawn: &[&Concentration]) -> [Panel; 2] {
    let shares = drawn.iter().flat_map(|found| found.shares.iter().map(|share| share.share));
    let top = shares.fold(0.0, f64::max) * 100.0;
    let index = drawn.iter().map(|found| found.herfindahl.high).fold(0.0, f64::max);
    [
        Panel {
            name: words::share_panel().to_owned(),
            ticks: nice_ticks(0.0, top * 1.02, 4),
            scale: Scale::Number,
            logarithmic: false,
            place: 1,
        },
        Panel {
            name: words::index_panel().to_owned(),
            ticks: nice_ticks(0.0, index * 1.02, 2),
            scale: Scale::Number,
            logarithmic: false,
            place: 0,
        },
    ]
}

/// A share's line colour, by its place.
const fn tone(place: usize) -> Tone {
    match place {
        0 => Tone::Main,
        1 => Tone::Line(1),
        2 => Tone::Near,
        _ => Tone::Context,
    }
}

fn fill(
    context: &Context<'_>,
    graph: &mut Graph,
    [upper, lower]: &[Panel; 2],
    drawn: &[&Concentration],
    names: &[String],
) {
    for (place, name) in names.iter().enumerate().rev() {
        let value = |found: &Concentration| {
            let own = found.shares.iter().find(|share| share.name == *name)?;
            Some(own.share)
        };
        let of = |months: bool| {
            drawn.iter().copied().filter(move |found| (found.period.months == 1) == months)
        };
        let at = |found: &Concentration| {
            Some((middle(found.period), upper.place(value(found)? * 100.0)))
        };
        let months: Vec<Option<(f64, f64)>> = by_month(drawn).map(|found| at(found?)).collect_vec();
        let lines = runs(months.into_iter());
        let end = lines.last().and_then(|run| run.last()).copied();
        graph.layers.push(Layer::Line { runs: lines, tone: tone(place), weight: Weight::Plain });
        for found in of(true) {
            if let Some(at) = at(found) {
                graph.layers.push(Layer::Ring(at, tone(place)));
            }
        }
        let mut flat_end = None;
        for found in of(false) {
            if let Some((_, y)) = at(found) {
                let (from, to) = (x(found.period.start) - 0.4, x(found.period.end()) + 0.4);
                graph.layers.push(Layer::Together(
                    vec![(from, to, y)],
                    tone(place),
                    Weight::Strong,
                ));
                flat_end = Some((to, y));
            }
        }
        if let Some(at) = end.or(flat_end).filter(|_| place < NAMED) {
            graph.labels.push(Label {
                at,
                text: name.clone(),
                tone: tone(place),
                side: Side::End,
                strong: place == 0,
            });
        }
        for found in drawn {
            if let (Some(value), Some(at)) = (value(found), at(found)) {
                graph.marks.push(share_mark(context, found, name, value, at, place));
            }
        }
    }
    let bounds = |found: &Concentration| {
        let (low, high) = (found.herfindahl.low, found.herfindahl.high);
        let ends = (x(found.period.start) - 0.4, x(found.period.end()) + 0.4);
        [ends.0, ends.1]
            .map(|x| (x, lower.place(low), lower.place(high).max(lower.place(low) + 0.01)))
            .to_vec()
    };
    let exact = drawn.iter().all(|found| is_exact(found));
    graph.key.push(KeyEntry::new(Swatch::Band(Depth::Core), words::band(exact)));
    for (year, depth) in [(true, Depth::Wide), (false, Depth::Core)] {
        let kind = |found: &&&Concentration| (found.period.months == 12) == year;
        let bands = drawn.iter().filter(kind).map(|found| bounds(found)).collect_vec();
        graph.layers.push(Layer::Band(bands, depth));
    }
    for found in drawn {
        let at = (middle(found.period), lower.place(found.herfindahl.high));
        graph.marks.push(index_mark(found, at, names.len(), context.dataset.is_own()));
    }
}

/// One entry for each month from the first to the last, empty where nothing is known of it.
fn by_month<'a>(drawn: &'a [&'a Concentration]) -> impl Iterator<Item = Option<&'a Concentration>> {
    let months = || drawn.iter().copied().filter(|found| found.period.months == 1);
    let first = months().next().map_or(Month::from_index(1), |found| found.period.start);
    let last = months().next_back().map_or(Month::from_index(0), |found| found.period.start);
    first.through(last).map(move |month| months().find(|found| found.period.start == month))
}

fn share_mark(
    context: &Context<'_>,
    found: &Concentration,
    name: &str,
    value: f64,
    at: (f64, f64),
    group: usize,
) -> Mark {
    let own = found.shares.iter().find(|share| share.name == name);
    let total = context.quantity(&found.total);
    let amount = own.map(|own| context.quantity(&own.amount));
    let amount = amount.map(|own| own.beside(total.decimals));
    let mut sources = own.map(|own| own.amount.sources.clone()).unwrap_or_default();
    sources.extend(&found.total.sources);
    sort_unique(&mut sources);
    Mark {
        at,
        group,
        series: name.to_owned(),
        period: found.period.long(),
        value: share(value),
        status: said::computed().to_owned(),
        note: words::part_of(amount, total),
        sources,
        month: Some(found.period.end()),
    }
}

fn index_mark(found: &Concentration, at: (f64, f64), group: usize, own: bool) -> Mark {
    Mark {
        at,
        group,
        series: heads::hhi().to_owned(),
        period: found.period.long(),
        value: words::index(found.herfindahl),
        status: said::computed().to_owned(),
        note: words::index_note(found.effective, found.rest, own),
        sources: used(found),
        month: Some(found.period.end()),
    }
}

/// The sources of what the index and the rest are computed from.
fn used(found: &Concentration) -> Vec<usize> {
    all_sources(found.shares.iter().map(|share| &share.amount).chain([&found.total]))
}

fn headline(context: &Context<'_>, parts: &[Part], own: &Concentration) -> Headline {
    let Some(largest) = own.shares.first() else { return Headline::default() };
    // Of several as large none is the largest.
    let alike = own.shares.iter().filter(|own| share(own.share) == share(largest.share));
    let alike = alike.collect_vec();
    let names = alike.iter().map(|own| part_name(context, parts, &own.name)).collect_vec();
    let name = words::tied(kind(context), &names);
    let leading = Leading::of(largest.share, own.shares.len(), own.rest);
    // Nor is one alone that is listed in place of others.
    let alone = leading != Leading::Alone || unlisted(context, parts, own).is_empty();
    let leading = match leading {
        _ if alike.len() > 1 => Leading::Tied,
        _ if !alone => Leading::OfAll,
        leading => alone_in_its_unit(context, leading),
    };
    let (subject, by) = (context.subject_in(&[own.period]), context.query.by);
    let unit = context.unit();
    let part = (largest.share, largest.amount.is_rough());
    let said = |name: &str| words::headline(subject, by, (name, part, leading), own.period, unit);
    let mut text = said(&name);
    // Goods go by their short name where there is no room.
    if by == By::Product && alike.len() == 1 && text.chars().count() > LONGEST {
        let part = parts.iter().find(|part| part.name == largest.name);
        let goods = part.and_then(|part| context.dataset.product(&part.series.key().product));
        text = goods.map_or(text, |goods| said(&within(goods.spoken_briefly())));
    }
    // Who is only counted there is only counted here.
    let credit = |headline: Headline, (own_name, own): (&String, &&Share)| {
        let credited = if name.contains(own_name.as_str()) { own_name } else { &name };
        headline.crediting(parts::credit(credited, own.amount.period), &own.amount.sources)
    };
    names.iter().zip(&alike).fold(Headline::from(text).using(&own.total), credit)
}

fn finding(
    context: &Context<'_>,
    own: &Concentration,
    names: &[String],
    why: Option<Unavailable>,
) -> String {
    let (part, period) = (kind(context), context.summary.period);
    let other = if own.period == period {
        String::new()
    } else {
        let why = why.filter(|why| !matches!(why, Unavailable::NoPart(_)));
        words::another_period(part, period, why.as_ref())
    };
    let said = if names.len() > MOST_SAID + 1 { MOST_SAID } else { names.len() };
    let mut shares = folded(own, names.get(..said).unwrap_or_default());
    let (files, mut left) = (context.dataset.is_own(), own.rest);
    // Of a file, who has no name in the data and who has none in the sentence are others alike.
    if files && shares.len() > said && share(left) != share(0.0) {
        left += shares.pop().map_or(0.0, |others| others.share);
    }
    let shares =
        shares.iter().map(|one| words::part_share(part, &one.name, one.share)).collect_vec();
    let index = (own.herfindahl, own.effective);
    other + &words::finding(part, own.period, &shares, (left, files), index)
}

fn notes(context: &Context<'_>, own: &Concentration, drawn: &[&Concentration]) -> Vec<String> {
    // Where there are no months, strokes are all there is.
    let any = |months: bool| drawn.iter().any(|found| (found.period.months == 1) == months);
    let flat = any(true) && any(false);
    let listed = own.shares.iter().map(|share| share.amount.value).sum::<f64>();
    let more = (listed - own.total.value).round();
    let over = (more > 0.0)
        .then(|| words::more_than_all(kind(context), context.computed(more, 0), own.period));
    // A total that nobody reported says in its note what it is.
    let total = context.series.figure(own.period);
    let total = total.filter(|figure| figure.status == Status::Derived);
    let total =
        total.map_or_else(Cow::default, |figure| context.dataset.about.translated(&figure.note));
    let of = words::of_the_total(kind(context), &total, flat);
    let bounds = match drawn.iter().all(|found| is_exact(found)) {
        false => Some(words::bounds_note()),
        // Who has no name in the data counts all the same.
        true => (unnamed(context, own.period)[0] > 0.0).then(|| words::counts_all(kind(context))),
    };
    [of].into_iter().chain(bounds).chain(over).collect_vec()
}

/// The shares of a period, those that are not named in one.
fn folded(found: &Concentration, names: &[String]) -> Vec<Share> {
    let (mut kept, rest): (Vec<Share>, Vec<Share>) =
        found.shares.iter().cloned().partition(|share| names.contains(&share.name));
    let count = rest.len();
    let all = rest.into_iter().reduce(|mut sum, part| {
        sum.share += part.share;
        sum.amount.value += part.amount.value;
        sum.amount.decimals = sum.amount.decimals.max(part.amount.decimals);
        sum.amount.sources.extend(part.amount.sources);
        sort_unique(&mut sum.amount.sources);
        sum
    });
    kept.extend(all.map(|all| Share { name: parts::others(count), ..all }));
    kept
}

fn table(context: &Context<'_>, drawn: &[&Concentration], names: &[String]) -> Table {
    let unit = context.unit();
    let mut rows = Vec::new();
    let most = drawn.iter().map(|found| found.total.value.abs()).fold(0.0, f64::max);
    for found in drawn {
        for part in &folded(found, names) {
            rows.push(TableRow {
                cells: vec![
                    TableCell::written(found.period.short(), plain_period(found.period)),
                    TableCell::word(part.name.clone()),
                    TableCell::number(
                        in_a_column(part.amount.value, part.amount.decimals, most),
                        part.amount.value,
                        part.amount.decimals,
                    ),
                    TableCell::number(share(part.share), part.share * 100.0, 2),
                    TableCell::word(""),
                    TableCell::missing(),
                    TableCell::missing(),
                    TableCell::word(""),
                ],
                sources: part.amount.sources.clone(),
                chosen: found.period.contains(context.month),
            });
        }
        let number = |value: f64| TableCell::number(exact(value, 3), value, 4);
        rows.push(TableRow {
            cells: vec![
                TableCell::written(found.period.short(), plain_period(found.period)),
                TableCell::word(capital(rest(context))),
                TableCell::number(
                    exact(found.total.value * found.rest, 0),
                    found.total.value * found.rest,
                    1,
                ),
                TableCell::number(share(found.rest), found.rest * 100.0, 2),
                TableCell::word(words::index(found.herfindahl)),
                number(found.herfindahl.low),
                number(found.herfindahl.high),
                TableCell::word(words::effective(found.effective)),
            ],
            sources: used(found),
            chosen: found.period.contains(context.month),
        });
    }
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::period(), "period"),
            Table::words(&capital(kind(context).one()), "part"),
            Table::amounts(heads::amount(), "amount", unit),
            Table::numbers(heads::share(), "share_percent"),
            Table::words(heads::hhi(), "herfindahl"),
            Table::numbers(heads::hhi_from(), "herfindahl_low"),
            Table::numbers(heads::hhi_to(), "herfindahl_high"),
            Table::words(heads::effective_number(), "effective_number"),
        ],
        rows,
    }
}
