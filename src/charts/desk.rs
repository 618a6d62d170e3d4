//! The controls of the chart of several series.

use std::fmt::Write as _;

use super::control::{Choice, Control, other_money};
use super::geometry::{figures, height, middle, x};
use super::question::Question;
use super::view::View;
use crate::query::{Line, Query, SCALES};
use crate::statistics::{Grouping, Transformation};
use crate::trade::{Dataset, Flow, Month, Partner, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::wording::say::charts::series as words;
use crate::wording::say::subject::Subject;

/// More are not searched: a file may name a million partners.
const MOST_OFFERED: usize = 2000;

/// The controls of several series, as [`super::page::page`] lists them.
pub fn controls(dataset: &Dataset, view: &View) -> Vec<Control> {
    let query = &view.query;
    let [linear, logarithmic] = SCALES;
    let with = query.with.iter().map(Line::code).collect_vec();
    vec![
        Control { name: "with", value: with.join(","), choices: lines(dataset, query) },
        Control { name: "per", value: query.grouping.code().to_owned(), choices: groupings() },
        Control {
            name: "as",
            value: query.transformation.code().to_owned(),
            choices: transformations(),
        },
        Control {
            name: "base",
            value: query.base.map(|month| month.to_string()).unwrap_or_default(),
            choices: bases(view),
        },
        Control {
            name: "scale",
            value: if query.logarithmic { logarithmic } else { linear }.to_owned(),
            choices: vec![
                Choice::new(linear, words::scale(false)),
                Choice::new(logarithmic, words::scale(true)),
            ],
        },
    ]
}

/// The controls by which a chart of one series leads to the chart of several; none for other charts.
pub fn transforms(query: &Query) -> Vec<Control> {
    let record = query.chart.record();
    let one = record.question != Question::Drivers && !record.obeys("with");
    if !one {
        return Vec::new();
    }
    let but = |name, mut choices: Vec<Choice>, usual: &str| {
        choices.retain(|choice| choice.value != usual);
        Control { name, value: String::new(), choices }
    };
    vec![
        but("per", groupings(), Grouping::default().code()),
        but("as", transformations(), Transformation::default().code()),
    ]
}

/// The ways to group the months of a series.
fn groupings() -> Vec<Choice> {
    Grouping::ALL.map(|one| Choice::new(one.code(), words::grouping(one))).into()
}

/// The ways to show its figures.
fn transformations() -> Vec<Choice> {
    Transformation::ALL.map(|one| Choice::new(one.code(), words::transformation(one))).into()
}

/// How wide and high an overview is.
const OVERVIEW: f64 = 1000.0;

/// An SVG path of all of a view's series, for choosing a range of time below the chart: from the first
/// month to the last, and from zero to the highest value. It breaks at missing months.
pub fn overview(dataset: &Dataset, view: &View) -> String {
    let series = view.query.of_data(dataset).series(&view.query.key());
    let Some((first, last)) = view.extent.or(series.extent()) else { return String::new() };
    let annual = series.step() > 1;
    let figures = figures(&series, (first, last));
    let heights = || figures.iter().map(|figure| height(figure, annual));
    let (low, high) = (heights().fold(0.0, f64::min), heights().fold(0.0, f64::max));
    let share = |value: f64, (from, to): (f64, f64)| {
        if to > from { (value - from) / (to - from) * OVERVIEW } else { 0.0 }
    };
    let mut path = String::new();
    let mut next = None;
    for figure in figures {
        let across = share(middle(figure.period), (x(first), x(last)));
        let down = OVERVIEW - share(height(figure, annual), (low, high));
        let step = if next == Some(figure.period.start) { 'L' } else { 'M' };
        // A point alone is drawn where it is a line to itself.
        let _ = write!(path, "{step}{} {}h0", across.round() as i32, down.round() as i32);
        next = Some(figure.period.end() + 1);
    }
    path
}

/// The months that may count as 100; none where no index is shown.
fn bases(view: &View) -> Vec<Choice> {
    if view.query.transformation != Transformation::Index {
        return Vec::new();
    }
    let (from, to) = view.shown;
    let usual = Choice::new("", words::usual_base());
    let month = |month: Month| Choice::new(month.to_string(), month.short());
    std::iter::once(usual).chain(from.through(to).map(month)).collect_vec()
}

/// Every series that may stand beside the query's own: those of the world first, then by product and
/// partner.
fn lines(dataset: &Dataset, query: &Query) -> Vec<Choice> {
    let mut keys = dataset.keys();
    keys.retain(|key| {
        matches!(key.flow, Flow::Export | Flow::Import) && key.partner.code() != Partner::BOTH
    });
    let place =
        |key: &SeriesKey| dataset.products.iter().position(|product| product.code == key.product);
    sort_by_key(&mut keys, |key| {
        let partner = dataset.partner_name(&key.partner);
        (!key.partner.is_world(), place(key), key.flow, partner, key.measure)
    });
    let own = query.line();
    let in_money = |key: &SeriesKey| {
        let others = other_money(dataset, query, key).into_iter().map(Some);
        std::iter::once(None)
            .chain(others)
            .map(|unit| Line { key: key.clone(), unit })
            .collect_vec()
    };
    let offered = keys.into_iter().flat_map(in_money).filter(|line| *line != own);
    let mut offered = offered.take(MOST_OFFERED).collect_vec();
    // What an address names is listed by its name as well.
    for line in &query.with {
        if !offered.contains(line) {
            offered.push(line.clone());
        }
    }
    let choice = |line: &Line| Choice {
        value: line.code(),
        label: label(dataset, line),
        also: also(dataset, &line.key),
    };
    offered.iter().map(choice).collect_vec()
}

/// `Rare earths: exports to Japan, tonnes`.
fn label(dataset: &Dataset, line: &Line) -> String {
    let key = &line.key;
    let subject = Subject::of(dataset, key.flow, &key.product, &key.partner);
    let unit = line.counted_in(dataset).words();
    match key.flow {
        Flow::Quota => words::allowance_to_choose(subject, &unit),
        Flow::MirrorExport | Flow::MirrorImport => {
            words::as_partners_report(&words::to_choose(subject, &unit))
        }
        _ => words::to_choose(subject, &unit),
    }
}

/// By what else a series is found: the codes of the customs for its product, and what product and partner
/// are called besides, in every language of the data.
fn also(dataset: &Dataset, key: &SeriesKey) -> String {
    let product = dataset.product(&key.product);
    let partner = dataset.record(key.partner.code());
    let codes = product.into_iter().flat_map(|product| product.hs.iter().map(String::as_str));
    let names = product.into_iter().flat_map(|product| product.aliases.all());
    let names = names.chain(partner.into_iter().flat_map(|partner| partner.names.all()));
    let names = names.chain(partner.into_iter().flat_map(|partner| partner.aliases.all()));
    let names = names.flat_map(|(_, names)| names.split('|')).map(str::trim);
    codes.chain(names).filter(|name| !name.is_empty()).collect_vec().join(" ")
}
