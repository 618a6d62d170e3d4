//! From a request to what can be shown, with a message wherever the two differ.

use super::MONTHS;
use super::chart::Chart;
use super::graph::{Graph, Row, XAxis, YAxis};
use super::view::{View, context, obeyed, view};
use crate::query::{ChartKind, PARAMETERS, Query};
use crate::statistics::{Comparison, Unavailable, slot};
use crate::trade::{Dataset, Month, Partner, Period, Unit};
use crate::util::CollectVec as _;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::{opening as say, sentence, series};

/// The view of a query, or the nearest that can be drawn, and messages about what is not available.
pub fn open(dataset: &Dataset, asked: &Query) -> (View, Vec<String>) {
    let asked = &asked.over(dataset);
    let dataset = &*asked.of_data(dataset);
    // No chart of the first page's module is of less than what is asked.
    let narrowed = cfg!(feature = "whole").then(|| asked.chart.record().needs.narrowed(asked));
    // What money a chart of weights would not be in is of no matter.
    let unit = narrowed.as_ref().map_or(asked.unit, |narrowed| narrowed.unit);
    let mut words = unknown(dataset, asked, unit);
    if cfg!(feature = "whole") {
        // Where the data have nothing for the chart, it says so itself.
        let shown = narrowed.as_ref().filter(|own| (own.chart.record().offered)(dataset, own));
        words.extend(shown.and_then(|shown| instead(dataset, asked, shown)));
    }
    let asked = narrowed.as_ref().unwrap_or(asked);
    let mut own = view(dataset, asked);
    let series = dataset.series(&asked.key());
    // A figure without any comparison is shown as that.
    let chart = asked.chart.record();
    let known = is_of_a_month(chart) && !chart.through_time && slot(&series, own.month).is_some();
    let dead = own.graph.marks.is_empty() && !series.is_empty() && !known;
    // What the first page's module cannot draw it leaves to the whole one.
    if !cfg!(feature = "whole") {
        words.extend(out_of_range(dataset, &own));
        return (own, words);
    }
    let nearest = dead.then(|| nearest(dataset, asked)).flatten();
    // What is drawn has no reason beside it where its comparison lacks the earlier figure.
    let chosen = own.comparisons.iter().find(|one| one.chosen && own.finding.is_empty());
    let reason = match chosen.map(|one| (one.comparison, &one.outcome)) {
        Some((comparison, Err(why))) => {
            sentence::not_compared_by(comparison, series.is_annual(), why)
        }
        _ => own.finding.clone(),
    };
    let Some((nearest, mut shown)) = nearest else {
        // A chart of comparisons that has none says why in its place, unless it does already.
        let bare = dead && !reason.is_empty() && !matches!(own.graph.y, YAxis::Rows(_));
        if bare && is_of_a_month(chart) {
            let row = Row { name: String::new(), absent: reason };
            own.graph = Graph::new(XAxis::Blank, YAxis::Rows(vec![row]));
        }
        words.extend(out_of_range(dataset, &own));
        return (own, words);
    };
    let differences = differences(dataset, asked, &nearest);
    let said = say::nearest(&own.headline, &reason, &differences);
    // A frame and a picture have no room for all that.
    if asked.month.is_some() && shown.month != own.month {
        shown.subtitle = without(&shown.subtitle, &own.period.long());
    }
    // Who chose no month, side or comparison gets what the chart has of the goods chosen; of an older month than the
    // latest, or along another side, a note says why.
    let usual = Query::usual_of(dataset);
    let named = |name: &str| differ(name, asked, &usual);
    let lost = |name: &str| named(name) && differ(name, asked, &nearest);
    if ["month", "by", "compare"].into_iter().any(named)
        || ["partner", "measure"].into_iter().any(lost)
    {
        words.push(said);
    } else if shown.month != own.month || shown.query.by != own.query.by {
        shown.notes.insert(0, said.clone());
        shown.instead = Some(said);
    }
    (shown, words)
}

/// What is shown in place of what was asked for, where that is anything else.
fn instead(dataset: &Dataset, asked: &Query, shown: &Query) -> Option<String> {
    let differences = differences(dataset, asked, shown);
    (!differences.is_empty()).then(|| say::instead(asked.chart.label(), &differences))
}

/// The query with a control of the page set to a value.
pub fn choose(dataset: &Dataset, query: &Query, control: &str, value: &str) -> Query {
    let mut query = query.with_control(control, value);
    // A month that the other series lacks would greet the reader with an empty headline.
    if matches!(control, "flow" | "product") {
        let series = query.of_data(dataset).series(&query.key());
        query.month = query
            .month
            .filter(|month| series.month(*month).is_some() || series.undivided(*month).is_some());
        // Nor would a range in which it has nothing.
        let shown = query.chart.record().through_time
            && series.extent().is_some_and(|(first, last)| {
                query.from.is_none_or(|from| from <= last) && query.to.is_none_or(|to| first <= to)
            });
        if !shown {
            query = query.unzoomed();
        }
    }
    query
}

/// A query whose series a reader chose, by its chart where that can show it, else by its months, else as one of several
/// series; and why by another, if it is.
pub fn lead(dataset: &Dataset, asked: &Query) -> (Query, String) {
    let mut why = None;
    for chart in [Some(asked.chart), Some(MONTHS), ChartKind::parse(super::series::CHART.code)] {
        let Some(chart) = chart else { continue };
        let own = Query { chart, ..asked.clone() };
        let Some(reason) = lacks(dataset, &own) else {
            let words = why.map(|why: String| say::nearest(&why, "", &[chart.label().to_owned()]));
            return (own, words.unwrap_or_default());
        };
        why.get_or_insert(reason);
    }
    (asked.clone(), String::new())
}

/// Why a chart does not show the series of a query, or not it alone; nothing where it does.
fn lacks(dataset: &Dataset, query: &Query) -> Option<String> {
    let chart = query.chart.record();
    let none = || say::no_data(query.chart.label());
    let narrowed = chart.needs.narrowed(query);
    if !chart.obeys("product") || narrowed.partner != query.partner {
        return Some(none());
    }
    let shown = view(dataset, query);
    if shown.graph.marks.is_empty() {
        return Some(shown.headline);
    }
    // Where each partner has a point, one without is not shown.
    let of_each = chart.needs.nearest && !chart.through_time && !query.partner.is_world();
    let name = dataset.partner_name(&query.partner);
    let named = || shown.graph.marks.iter().any(|mark| mark.series == name);
    (of_each && !named()).then(none)
}

/// What the query names and the data do not know; of money, what its chart is counted in.
fn unknown(dataset: &Dataset, query: &Query, unit: Option<Unit>) -> Vec<String> {
    let mut words = Vec::new();
    if dataset.product(&query.product).is_none() {
        words.push(say::no_product(&query.product));
    }
    if let Some(unit) = unit
        && cfg!(feature = "whole")
        && !dataset.observations().iter().any(|one| one.unit == unit)
    {
        words.push(say::no_values(unit));
    }
    if !dataset.trades_with(&query.partner) {
        words.push(say::no_partner(query.partner.code()));
    }
    for line in query.with.iter().filter(|_| cfg!(feature = "whole")) {
        let partner = &line.key.partner;
        if dataset.product(&line.key.product).is_none() {
            words.push(say::no_product(&line.key.product));
        } else if dataset.record(partner.code()).is_none() && !dataset.trades_with(partner) {
            words.push(say::no_partner(partner.code()));
        }
    }
    if let Some(date) = &query.event
        && query.chart.record().obeys("event")
        && !dataset.events.iter().any(|event| event.date == *date)
    {
        words.push(say::no_event(date));
    }
    words.extend(not_used(query));
    words
}

/// That months are to be joined or transformed, which the chart does not do, and which does.
fn not_used(query: &Query) -> Option<String> {
    let obeyed = query.obeyed();
    let unused = |name: &str| {
        let write = PARAMETERS.iter().find(|one| one.name == name)?.write;
        let asked = write(query).filter(|asked| write(&obeyed).as_ref() != Some(asked));
        asked.map(|asked| format!("{name}={asked}"))
    };
    let asked = ["per", "as"].into_iter().filter_map(unused).collect_vec();
    let named = || say::not_used(query.chart.label(), &asked.join("&"), series::label());
    (!asked.is_empty()).then(named)
}

/// That a month asked for lies before or after all that is known.
fn out_of_range(dataset: &Dataset, view: &View) -> Option<String> {
    let (first, last) = view.extent?;
    let (query, chart) = (&view.query, view.query.chart.record());
    if cfg!(feature = "whole") && query.month.is_some_and(|month| month < first || last < month) {
        // Of all partners there may be less than of one.
        let query = obeyed(query);
        let context = context(dataset, &query);
        let why = context.reason(&Unavailable::NotReported(context.summary.period));
        if !matches!(why, Unavailable::NotReported(_)) {
            return Some(sentence::lacking(&why));
        }
    }
    let asked = [("month", query.month), ("from", query.from), ("to", query.to)];
    let outside = |(control, month): (&str, Option<Month>)| {
        month.filter(|month| chart.obeys(control) && !(first..=last).contains(month))
    };
    let month = asked.into_iter().find_map(outside)?;
    // What is known of several months at once is no month, but known.
    let series = dataset.series(&view.query.key());
    let sums = series.figures().map(|own| own.period).filter(|own| own.contains(month));
    let sum = sums.filter(|_| cfg!(feature = "whole")).min_by_key(|own| own.months);
    Some(match sum {
        Some(sum) => say::known_within(month, sum),
        None => say::out_of_range(month, first, last),
    })
}

/// Whether the month of a query can be drawn; a breakdown needs parts.
pub fn is_drawn(dataset: &Dataset, query: &Query) -> bool {
    let apart = cfg!(feature = "whole") && query.chart.record().obeys("by");
    !apart || !view(dataset, query).graph.marks.is_empty()
}

/// Whether a chart can show the query, or at least all partners together in its place.
pub fn is_offered(dataset: &Dataset, query: &Query, chart: ChartKind) -> bool {
    let dataset = &*query.of_data(dataset);
    let own = [query.clone(), of_all_partners(query)];
    let record = chart.record();
    // What is of one series has no other in its place.
    let needs = record.needs;
    let of_all = record.obeys("by") || needs.two_periods || needs.nearest || needs.weight_of_all;
    let coarse = || record.lacks_months(&dataset.series(&query.key()));
    own.iter().take(if of_all { 2 } else { 1 }).any(|query| (record.offered)(dataset, query))
        && !(record.needs_months.is_some() && coarse())
}

fn of_all_partners(query: &Query) -> Query {
    Query { partner: Partner::world(), ..query.clone() }
}

/// Whether what a chart says is of the figure of a month, with or without its comparisons.
fn is_of_a_month(chart: &Chart) -> bool {
    chart.obeys("compare") && !chart.needs.two_periods && !chart.obeys("by")
}

/// How many of the nearest periods are tried for one that can be drawn.
const MOST_TRIED: usize = 36;

/// The nearest query that the chart has something to show of: along the other side or under another
/// comparison, of all partners together in place of one, then of another month: the latest where none is
/// asked for.
fn nearest(dataset: &Dataset, asked: &Query) -> Option<(Query, View)> {
    let chart = asked.chart.record();
    // What is dear to draw has no comparison, and lacks months everywhere that it lacks them once.
    if !chart.obeys("compare") && !chart.obeys("by") {
        return None;
    }
    let mut bases = vec![asked.clone()];
    // What is known of one partner is not told by all.
    if !asked.partner.is_world() && !is_of_a_month(chart) {
        bases.push(of_all_partners(asked));
    }
    bases.retain(|base| (chart.offered)(dataset, base));
    let drawn = |query: Query| {
        let shown = view(dataset, &query);
        (!shown.graph.marks.is_empty()).then_some((query, shown))
    };
    let with_sides = |base: &Query| {
        let mut all = vec![base.clone()];
        if chart.obeys("by") {
            all.extend(["partner", "product"].map(|side| base.with_control("by", side)));
        }
        all
    };
    let with_comparisons = |base: Query| {
        let mut all = vec![base.clone()];
        if chart.obeys("compare") {
            let periods = Comparison::ALL.into_iter().rev().filter(|one| one.has_periods());
            all.extend(periods.map(|comparison| Query { comparison, ..base.clone() }));
        }
        all
    };
    let sides = bases.iter().flat_map(with_sides).collect_vec();
    let known = |base: &&Query| {
        let month = view(dataset, base).month;
        !is_of_a_month(chart) || slot(&dataset.series(&base.key()), month).is_some()
    };
    let now = sides.iter().filter(known).cloned().flat_map(with_comparisons);
    if let Some(found) = now.map(&drawn).find_map(|found| found) {
        return Some(found);
    }
    sides.into_iter().find_map(|base| {
        let series = dataset.series(&base.key());
        let mut ends = series.figures().map(|figure| figure.period.end()).collect_vec();
        let away = |month: Month| asked.month.map(|own| Period::month(month).nearness(own));
        crate::util::sort_by_key(&mut ends, |month| (away(*month), std::cmp::Reverse(*month)));
        ends.dedup();
        ends.retain(|month| !is_of_a_month(chart) || slot(&series, *month).is_some());
        let near = ends.into_iter().take(MOST_TRIED);
        let near = near.map(|month| Query { month: Some(month), ..base.clone() });
        near.flat_map(with_comparisons).find_map(drawn)
    })
}

/// Whether two queries differ in a parameter.
fn differ(name: &str, one: &Query, other: &Query) -> bool {
    let parameter = PARAMETERS.iter().find(|own| own.name == name);
    parameter.is_some_and(|own| (own.write)(one) != (own.write)(other))
}

/// What the one query has in place of the other's, in words.
fn differences(dataset: &Dataset, asked: &Query, shown: &Query) -> Vec<String> {
    let changed = |name: &str| differ(name, asked, shown);
    let mut words = Vec::new();
    if changed("partner") {
        words.push(say::all_partners(dataset.partner(&asked.partner)));
    }
    if changed("measure") {
        words.push(shown.measure.code().to_owned());
    }
    if changed("by") {
        words.push(say::by(shown.by.code()));
    }
    if let Some(month) = shown.month.filter(|_| changed("month")) {
        words.push(month.long());
    }
    if changed("compare") {
        words.push(shown.comparison.label().to_ascii_lowercase());
    }
    words
}
