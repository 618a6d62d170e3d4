//! What the page's scripts need beside the fragments: controls, title and address.

use serde::Serialize;

use super::control::{Choice, Control, ENOUGH_MONTHS, other_money};
use super::desk;
use super::html::{Fragment, fragments};
use super::needs::needs;
use super::structure;
use super::view::View;
use crate::query::Query;
use crate::statistics::Comparison;
use crate::statistics::structure::{Basis, Side, any_parts};
use crate::trade::{Dataset, Event, Flow, Measure, Month, PartRole, Partner, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::wording::facts::Parts;
use crate::wording::say::charts::page as words;
use crate::wording::say::numbers::capital;

/// Everything the page shows of a view except the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The canonical address of the view, behind the path.
    pub address: String,
    /// The address of the same view in the whole page, for an embed's link back.
    pub home: String,
    /// The address of the same view as an embed.
    pub embed: String,
    /// The document's title.
    pub title: String,
    /// The description of the chart for screen readers.
    pub description: String,
    /// A name for files saved from the view.
    pub file_name: String,
    /// Which chart it is.
    pub chart: &'static str,
    /// The theme asked for.
    pub theme: &'static str,
    /// Whether dragging zooms.
    pub zoomable: bool,
    /// Whether the reader narrowed the view.
    pub zoomed: bool,
    /// How many points can be pointed at.
    pub marks: usize,
    /// Whether any of them belongs to a month that can be studied.
    pub dated: bool,
    /// Whether the backtest of its forecasts is still to be computed.
    pub calibrating: bool,
    /// The controls.
    pub controls: Vec<Control>,
    /// Its pieces of HTML.
    pub fragments: Vec<Fragment>,
    /// Problems with the address.
    pub problems: Vec<String>,
    /// Files that the view needs and that have not been loaded yet.
    pub needs: Vec<String>,
}

/// Makes the page of a view.
pub fn page(dataset: &Dataset, view: &View, problems: Vec<String>) -> Page {
    let query = &view.query;
    let counted = &*query.of_data(dataset);
    Page {
        address: query.address(),
        home: Query { embed: false, ..query.clone() }.address(),
        embed: Query { embed: true, month: Some(view.month), ..query.clone() }.address(),
        title: words::title(&view.headline),
        description: description(view),
        file_name: format!(
            "xenotime-{}-{}-{}-{}",
            query.product,
            query.flow.code(),
            query.chart.code(),
            view.month
        ),
        chart: query.chart.code(),
        theme: query.theme.code(),
        zoomable: query.chart.record().through_time,
        zoomed: query.from.is_some() || query.to.is_some(),
        marks: view.graph.marks.len(),
        dated: view.graph.marks.iter().any(|mark| mark.month.is_some()),
        calibrating: view.calibrating,
        controls: controls(dataset, counted, view),
        fragments: fragments(counted, view),
        problems,
        needs: needs(dataset, query),
    }
}

/// The chart in words: what it is, what it says, how it is walked.
fn description(view: &View) -> String {
    let chart = view.query.chart.label();
    let said = words::description(chart, &view.subtitle, &view.headline, view.graph.marks.len());
    // In a frame Enter keeps the point.
    let leads = cfg!(feature = "whole") && !view.query.embed && view.leads(0).is_some();
    let dated = view.graph.marks.first().is_some_and(|mark| mark.month.is_some());
    if leads && !dated { said + words::enter_leads() } else { said }
}

/// The controls that the chart obeys; `counted` is the data in the money that the view is in.
fn controls(dataset: &Dataset, counted: &Dataset, view: &View) -> Vec<Control> {
    let query = &view.query;
    let chosen = view.period;
    let series = counted.series(&query.key());
    let months = series.months().chain(series.undivideds()).map(|figure| figure.period);
    let mut periods: Vec<_> = months.collect_vec();
    sort_by_key(&mut periods, |period| std::cmp::Reverse(period.end()));
    periods.dedup_by_key(|period| period.end());
    let mut month_choices: Vec<Choice> = periods
        .iter()
        .map(|period| Choice::new(period.end().to_string(), period.long()))
        .collect_vec();
    if !periods.iter().any(|period| period.end() == chosen.end()) {
        month_choices
            .insert(0, Choice::new(chosen.end().to_string(), words::without_figure(chosen)));
    }
    let chart = query.chart.record();
    if cfg!(feature = "whole")
        && chart.needs.nearest
        && let Some(shown) = {
            let first = view.graph.marks.get(view.graph.first.unwrap_or_default());
            first.filter(|mark| mark.period != chosen.long())
        }
        && let Some(own) =
            month_choices.iter_mut().find(|choice| choice.value == chosen.end().to_string())
    {
        // The control is narrow.
        let month = periods.iter().find(|period| period.long() == shown.period);
        let shown = month.map_or_else(|| shown.period.clone(), |month| month.short());
        own.label = words::shown_instead(&chosen.short(), &shown);
    }
    let mut controls = vec![
        Control {
            name: "flow",
            value: query.flow.code().to_owned(),
            choices: flows(dataset, query),
        },
        Control {
            name: "product",
            value: series_value(
                &query.key(),
                query.unit.filter(|_| query.measure == Measure::Value),
            ),
            choices: products(dataset, query),
        },
        Control { name: "month", value: chosen.end().to_string(), choices: month_choices },
        Control {
            name: "compare",
            value: query.comparison.code().to_owned(),
            choices: comparisons(query, series.is_annual()),
        },
        side_control(dataset, query),
        event_control(dataset, query),
        end_control("from", view),
        end_control("to", view),
    ];
    if cfg!(feature = "whole") && chart.obeys("with") {
        controls.extend(desk::controls(counted, view));
    } else if cfg!(feature = "whole") && chart.obeys("as") {
        controls.push(structure::map::control(query));
    }
    // Where there is nothing to adjust, no choice but the one made changes anything.
    let adjusts = !view.graph.marks.is_empty() || query.adjusted_by.is_some();
    if cfg!(feature = "whole") && chart.obeys("adjust") && adjusts {
        controls.push(adjustment(dataset, query));
    }
    // A chosen event takes the place of the last one before the month.
    let idle = |name| name == "month" && chart.obeys("event") && query.event.is_some();
    controls.retain(|control| chart.obeys(control.name) && !idle(control.name));
    controls
}

/// The flows that the data have figures of, and the one asked for.
fn flows(dataset: &Dataset, query: &Query) -> Vec<Choice> {
    let known = |flow: &Flow| {
        *flow == query.flow || dataset.observations().iter().any(|one| one.key.flow == *flow)
    };
    [Flow::Export, Flow::Import]
        .into_iter()
        .filter(known)
        .map(|flow| Choice::new(flow.code(), capital(flow.plural())))
        .collect_vec()
}

/// What the chart can hold the month against: what is broken down needs two periods.
/// Whole years are compared with years alone.
fn comparisons(query: &Query, annual: bool) -> Vec<Choice> {
    let apart = cfg!(feature = "whole") && query.chart.record().needs.two_periods;
    let choice = |comparison: Comparison| Choice::new(comparison.code(), comparison.label());
    let of_years = |one: &Comparison| !annual || *one == Comparison::YearOnYear;
    let fits =
        |one: &Comparison| !apart || one.has_periods() && of_years(one) || *one == query.comparison;
    Comparison::ALL.into_iter().filter(fits).map(choice).collect_vec()
}

/// Whether a side has parts, or may: their file comes when it is first asked for.
fn may_have_parts(dataset: &Dataset, query: &Query, side: Side) -> bool {
    // One partner has no parts by partner, whatever is still to come.
    if cfg!(feature = "whole") && side == Side::Partner && !query.partner.is_world() {
        return false;
    }
    let awaited = [PartRole::Partners, PartRole::Months].map(|role| dataset.awaits(role));
    !cfg!(feature = "whole")
        || awaited.contains(&true)
        || any_parts(dataset, &query.key(), side, |_| true)
}

/// What the season is taken out of.
fn adjustment(dataset: &Dataset, query: &Query) -> Control {
    let sides = [None, Some(Side::Partner), Some(Side::Product)];
    let known = sides.into_iter().filter(|by| {
        *by == query.adjusted_by || by.is_none_or(|side| may_have_parts(dataset, query, side))
    });
    let choice = |by: Option<Side>| {
        let code = by.map_or(Query::DIRECT, Side::code);
        let part = by.map(|by| Parts { by, flow: query.flow });
        Choice::new(code, words::adjusted(part))
    };
    Control {
        name: "adjust",
        value: query.adjusted_by.map_or(Query::DIRECT, Side::code).to_owned(),
        choices: known.map(choice).collect_vec(),
    }
}

/// The sides that have parts.
fn side_control(dataset: &Dataset, query: &Query) -> Control {
    let all = [(Side::Partner, words::side(query.flow)), (Side::Product, words::product_line())];
    let known = |side: Side| side == query.by || may_have_parts(dataset, query, side);
    let known = all.into_iter().filter(|(side, _)| known(*side));
    Control {
        name: "by",
        value: query.by.code().to_owned(),
        choices: known.map(|(side, label)| Choice::new(side.code(), label)).collect_vec(),
    }
}

fn event_control(dataset: &Dataset, query: &Query) -> Control {
    let event =
        |event: &Event| Choice::new(event.date.clone(), words::event(&event.date, event.title()));
    let nearest = Choice::new("", words::last_event());
    Control {
        name: "event",
        value: query.event.clone().unwrap_or_default(),
        choices: std::iter::once(nearest).chain(dataset.events.iter().map(event)).collect_vec(),
    }
}

/// Product, partner, measure and another money together, `magnets USA volume` or `magnets WLD value
/// CNY`, for only some of the combinations have figures.
fn products(dataset: &Dataset, query: &Query) -> Vec<Choice> {
    let of_all = cfg!(feature = "whole") && query.chart.record().needs.weight_of_all;
    let own = query.key();
    let mut keys: Vec<&SeriesKey> = dataset
        .keys()
        .into_iter()
        .filter(|key| !of_all || key.partner.is_world() && key.measure == Measure::Volume)
        .filter(|key| !of_all || Basis::is_of(dataset, &key.product))
        .filter(|key| key.flow == query.flow && key.partner.code() != Partner::BOTH)
        // What lies beside the product chosen of opened files is there to be compared with it.
        .filter(|key| match dataset.is_own() {
            true => dataset.products.first().is_none_or(|first| first.code == key.product),
            false => dataset.has_months(key, ENOUGH_MONTHS),
        })
        .collect_vec();
    if !keys.contains(&&own) {
        keys.push(&own);
    }
    let order =
        |key: &SeriesKey| dataset.products.iter().position(|product| product.code == key.product);
    sort_by_key(&mut keys, |key| (order(key), !key.partner.is_world(), *key));
    let choice = |key: &SeriesKey, unit: Option<Unit>| {
        Choice::new(series_value(key, unit), series_label(dataset, key, unit))
    };
    let all = keys.into_iter().flat_map(|key| {
        let others = other_money(dataset, query, key).into_iter().map(Some);
        std::iter::once(None).chain(others).map(move |unit| choice(key, unit))
    });
    all.collect_vec()
}

fn series_value(key: &SeriesKey, unit: Option<Unit>) -> String {
    let unit = unit.map_or(String::new(), |unit| format!(" {}", unit.code()));
    format!("{} {} {}{unit}", key.product, key.partner.code(), key.measure.code())
}

fn series_label(dataset: &Dataset, key: &SeriesKey, unit: Option<Unit>) -> String {
    let product = dataset.product_label(&key.product);
    let partner = &key.partner;
    let partner = (!partner.is_world()).then(|| (key.flow, dataset.partner(partner)));
    words::series(product, partner, &unit.unwrap_or(dataset.unit_of(key)).words())
}

/// The months at which the time shown may begin or end: never so that it ends before it begins.
fn end_control(name: &'static str, view: &View) -> Control {
    let (from, to) = view.shown;
    let (first, last) = view.extent.unwrap_or(view.shown);
    let (shown, choices) = if name == "from" {
        (from, first.min(from).through(to))
    } else {
        (to, from.through(last.max(to)))
    };
    let choice = |month: Month| Choice::new(month.to_string(), month.short());
    Control { name, value: shown.to_string(), choices: choices.map(choice).collect_vec() }
}
