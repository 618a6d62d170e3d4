//! Import dependence: quotas, production, imports and exports by year.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::{
    Graph, Label, Layer, Mark, Panel, Scale, Side, Tone, Weight, XAxis, YAxis,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::{refused, unavailable};
use crate::query::Query;
use crate::statistics::structure::{Basis, Dependence, dependence, dependence_years};
use crate::statistics::{Amount, Known, Unavailable, amount};
use crate::trade::{About, Dataset, Figure, Month, PartRole, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Turn;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::parts::share;
use crate::wording::say::charts::{dependence as words, figures as said, heads};
use crate::wording::say::numbers::{capital, exact, exact_amount, step};
use crate::wording::say::{dates, joining};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "dependence",
    label: words::label,
    question: Question::Drivers,
    controls: &["product", "month", "from", "to"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=dependence",
    methods: written_by_the_build(words::methods),
    needs: Needs {
        parts: &[PartRole::Production],
        weight_of_all: true,
        nearest: true,
        ..Needs::SERIES
    },
    drawing: in_whole(draw),
};

/// What is known of a year.
struct Year {
    year: i32,
    quota: Known<Amount>,
    produced: Known<Amount>,
    /// What the year is measured against, in words.
    basis: String,
    imports: Known<Amount>,
    exports: Known<Amount>,
    all: Known<Dependence>,
}

/// The line below those of the upper panel.
const SHARE_GROUP: usize = 4;

/// What a line of the upper panel shows of a year.
type Pick = fn(&Year) -> &Known<Amount>;

pub fn draw(context: &Context<'_>) -> Drawn {
    let basis = Basis::of(context.dataset, &context.query.key());
    if !basis.series.is_empty() && !Basis::is_of(context.dataset, &context.query.product) {
        return of_other_goods(context, &basis);
    }
    let years = years(context, &basis);
    // The year of the month asked for, or else the last.
    let asked = context.query.month.map(Month::year);
    let known = || years.iter().rev().filter(|year| year.all.is_ok());
    let own = known().find(|year| Some(year.year) == asked);
    let Some(last) = own.or_else(|| known().next()) else {
        let year = years.last().map_or(context.month.year(), |year| year.year);
        let why = match dependence(&basis.series, &basis.imports, &basis.exports, year) {
            _ if basis.series.is_empty() => Unavailable::NoLines { what: words::one(), unit: None },
            found => found.err().unwrap_or(Unavailable::NothingVaries),
        };
        return missing(context, &years, &why);
    };
    let (from, to) = (years.first().unwrap_or(last).year, years.last().unwrap_or(last).year);
    let axis = XAxis::Months(Month::from_index(from * 12), Month::from_index(to * 12 + 11));
    let unit = basis.series.unit();
    let panels = panels(&years, unit);
    let mut graph = Graph::new(axis, YAxis::Panels(panels.to_vec()));
    graph.years = true;
    let about = &context.dataset.about;
    fill(&mut graph, &panels, &years, (about, unit));
    let shown = dates::year(last.year);
    graph.first =
        graph.marks.iter().position(|mark| mark.group == SHARE_GROUP && mark.period == shown);
    let subtitle = words::subtitle(
        unit,
        about.quota_word(),
        (!basis.produced.is_empty()).then(|| about.production_word()),
        &last.basis,
    );
    Drawn {
        headline: headline(context, last),
        subtitle: match asked {
            Some(year) if year != last.year => without(&subtitle, &dates::year(year)),
            _ => subtitle,
        },
        finding: finding(&years, last, (about, unit)),
        table: table(&years, own.map(|year| year.year), (about, unit)),
        notes: notes(context, &basis, &years),
        graph,
    }
}

/// Whether there is anything to hold imports against.
fn offered(dataset: &Dataset, query: &Query) -> bool {
    // Who asks for an allowance is sent here by the whole module.
    let allowance = cfg!(feature = "whole") && dataset.is_allowance(&query.product);
    (allowance || Basis::is_of(dataset, &query.product))
        && !Basis::of(dataset, &query.key()).series.is_empty()
}

/// What is made of the goods that production and quota count is none of them.
fn of_other_goods(context: &Context<'_>, basis: &Basis) -> Drawn {
    let (dataset, about) = (context.dataset, &context.dataset.about);
    let word = if basis.produced.is_empty() { about.quota_word() } else { about.production_word() };
    let why = words::of_all_alone(word, dataset.product_label(Basis::goods(dataset)));
    refused(context, (words::called(), context.query.chart.label()), &why, Vec::new())
}

/// The years that a quota or production is known for, within the stretch asked for.
fn years(context: &Context<'_>, basis: &Basis) -> Vec<Year> {
    let (imports, exports) = (&basis.imports, &basis.exports);
    let from = context.query.from.map_or(i32::MIN, Month::year);
    let to = context.query.to.map_or(i32::MAX, Month::year);
    let about = &context.dataset.about;
    dependence_years(&basis.series, imports, exports)
        .into_iter()
        .filter(|year| (from..=to).contains(year))
        .filter_map(|year| {
            let period = Period::year(year);
            amount(&basis.series, period).is_ok().then(|| Year {
                year,
                quota: amount(&basis.quota, period),
                produced: amount(&basis.produced, period),
                basis: about.basis_word(basis.is_quota(year)).to_owned(),
                imports: amount(imports, period),
                exports: amount(exports, period),
                all: dependence(&basis.series, imports, exports, year),
            })
        })
        .collect_vec()
}

/// What a year lacks, in words.
fn lacks(year: &Year) -> String {
    let sides = [(words::imports(), &year.imports), (words::exports(), &year.exports)];
    let lacking = sides
        .iter()
        .filter_map(|(name, side)| Some(words::lacks(name, side.as_ref().err()?)))
        .collect_vec();
    match year.all.as_ref().err() {
        Some(why) if lacking.is_empty() => why.to_string(),
        Some(_) => joining::clauses(&lacking),
        None => String::new(),
    }
}

fn panels(years: &[Year], unit: Unit) -> [Panel; 2] {
    let amounts =
        years.iter().flat_map(|year| [&year.quota, &year.produced, &year.imports, &year.exports]);
    let top = amounts.filter_map(|amount| amount.as_ref().ok()).map(|amount| amount.value);
    let shares =
        years.iter().filter_map(|year| year.all.as_ref().ok()).map(Dependence::import_share);
    [
        Panel {
            name: said::each(&capital(&unit.words()), step(12)),
            ticks: nice_ticks(0.0, top.fold(0.0, f64::max) * 1.02, 4),
            scale: Scale::Amount(unit),
            logarithmic: false,
            place: 1,
        },
        Panel {
            name: words::share_panel().to_owned(),
            ticks: nice_ticks(0.0, shares.fold(0.0, f64::max) * 102.0, 2),
            scale: Scale::Number,
            logarithmic: false,
            place: 0,
        },
    ]
}

fn middle(year: i32) -> f64 {
    f64::from(year * 12) + 5.5
}

fn fill(
    graph: &mut Graph,
    [upper, lower]: &[Panel; 2],
    years: &[Year],
    (about, unit): (&About, Unit),
) {
    let lines: [(String, Tone, Pick); 4] = [
        (capital(about.quota_word()), Tone::Context, |year| &year.quota),
        (capital(about.production_word()), Tone::Near, |year| &year.produced),
        (heads::imports().to_owned(), Tone::Import, |year| &year.imports),
        (heads::exports().to_owned(), Tone::Export, |year| &year.exports),
    ];
    for (group, (name, tone, pick)) in lines.into_iter().enumerate() {
        let at = |year: &Year, found: &Amount| (middle(year.year), upper.place(found.value));
        let points = years.iter().map(|year| pick(year).as_ref().ok().map(|found| at(year, found)));
        let lines = super::super::graph::runs(points);
        let end = lines.last().and_then(|run| run.last()).copied();
        graph.layers.push(Layer::Line { runs: lines, tone, weight: Weight::Plain });
        graph.labels.extend(end.map(|at| Label {
            at,
            text: name.clone(),
            tone,
            side: Side::End,
            strong: false,
        }));
        for year in years {
            if let Ok(found) = pick(year) {
                let at = at(year, found);
                graph.layers.push(Layer::Ring(at, tone));
                graph.marks.push(mark(
                    year.year,
                    &name,
                    exact_amount(found.value, found.decimals, unit),
                    at,
                    (group, found.origin.word(), found.sources.clone()),
                ));
            }
        }
    }
    let value = |found: &Dependence| found.import_share() * 100.0;
    let points = years.iter().map(|year| {
        let found = year.all.as_ref().ok()?;
        Some((middle(year.year), lower.place(value(found))))
    });
    let runs = super::super::graph::runs(points);
    graph.layers.push(Layer::Line { runs, tone: Tone::Main, weight: Weight::Strong });
    for year in years {
        if let Ok(found) = &year.all {
            let at = (middle(year.year), lower.place(value(found)));
            graph.layers.push(Layer::Ring(at, Tone::Main));
            graph.marks.push(mark(
                year.year,
                &words::share_of(&year.basis),
                share(found.import_share()),
                at,
                (SHARE_GROUP, said::computed(), sources(found)),
            ));
        }
    }
}

/// The sources of what is known of a year.
fn year_sources(year: &Year) -> Vec<usize> {
    let parts = [&year.quota, &year.produced, &year.imports, &year.exports];
    parts
        .iter()
        .filter_map(|part| part.as_ref().ok())
        .flat_map(|part| part.sources.clone())
        .collect_vec()
}

fn sources(found: &Dependence) -> Vec<usize> {
    let parts = [&found.production, &found.imports, &found.exports];
    parts.iter().flat_map(|amount| amount.sources.clone()).collect_vec()
}

fn mark(
    year: i32,
    name: &str,
    value: String,
    at: (f64, f64),
    (group, status, sources): (usize, &str, Vec<usize>),
) -> Mark {
    Mark {
        at,
        group,
        series: name.to_owned(),
        period: dates::year(year),
        value,
        status: status.to_owned(),
        note: String::new(),
        sources,
        month: Some(Month::from_index(year * 12 + 11)),
    }
}

fn headline(context: &Context<'_>, last: &Year) -> Headline {
    let Ok(found) = &last.all else { return Headline::default() };
    let share = found.import_share();
    let basis = (&*last.basis, last.basis == context.dataset.about.quota_word());
    Headline::from(words::headline(context.subject(), share, basis, last.year))
        .crediting(words::credit(words::imports(), last.year), &found.imports.sources)
        .crediting(words::credit(&last.basis, last.year), &found.production.sources)
}

/// How the share moved, and what that can and cannot say.
fn finding(years: &[Year], last: &Year, (about, unit): (&About, Unit)) -> String {
    let of = |picked: &dyn Fn(&Year) -> bool| {
        years.iter().filter(|year| picked(year)).map(|year| year.year).collect_vec()
    };
    let share = |year: &Year| Some((year.year, year.all.as_ref().ok()?.import_share()));
    let amount = |found: &Amount| Quantity { decimals: 0, ..found.quantity(unit) };
    let lacking = |year: &Year| year.all.is_err() && year.imports.is_err();
    let found = last.all.as_ref().ok();
    words::finding(&words::Path {
        basis: &last.basis,
        shares: years.iter().filter_map(share).collect_vec(),
        amounts: found.map(|found| (last.year, amount(&found.imports), amount(&found.production))),
        turn: turn(years, last),
        others: (of(&|year| year.all.is_ok() && year.basis != last.basis), about.quota_word()),
        lacking: [
            of(&lacking),
            of(&|year| year.all.is_err() && !lacking(year) && year.exports.is_err()),
        ],
    })
}

/// How the share moved in the last year, where it was measured against the same as in the year before.
fn turn(years: &[Year], last: &Year) -> Option<Turn> {
    let before = years.iter().find(|year| year.year + 1 == last.year)?;
    let (now, then) = (last.all.as_ref().ok()?, before.all.as_ref().ok()?);
    let change = |now: &Amount, then: &Amount| {
        Some((now.value / then.value - 1.0) * 100.0).filter(|change| change.is_finite())
    };
    Some(Turn {
        year: Some(last.year).filter(|_| before.basis == last.basis)?,
        points: (now.import_share() - then.import_share()) * 100.0,
        imports: change(&now.imports, &then.imports)?,
        basis: change(&now.production, &then.production)?,
    })
}

fn notes(context: &Context<'_>, basis: &Basis, years: &[Year]) -> Vec<String> {
    let mut notes = vec![words::meaning(), words::no_independence()];
    let about = &context.dataset.about;
    let limits = about.dependence_limits.spoken();
    if !limits.is_empty() {
        notes.insert(1, words::limits(limits));
    }
    if !basis.produced.is_empty() {
        notes.push(words::role(about.production_role.spoken()));
        let own = |figure: &&Figure| {
            years.iter().any(|year| year.year == figure.period.start.year())
                && !figure.note.is_empty()
        };
        let remarks = basis.produced.figures().filter(own);
        let remarks =
            remarks.map(|figure| (figure.period, about.translated(&figure.note))).collect_vec();
        if !remarks.is_empty() {
            notes.push(words::remarks(&remarks));
        }
    }
    notes
}

fn table(years: &[Year], asked: Option<i32>, (about, unit): (&About, Unit)) -> Table {
    let cell = |amount: &Known<Amount>| {
        amount.as_ref().map_or_else(
            |_| TableCell::missing(),
            |amount| {
                TableCell::number(
                    exact(amount.value, amount.decimals),
                    amount.value,
                    amount.decimals,
                )
            },
        )
    };
    let rows = years.iter().map(|year| {
        let computed = |value: fn(&Dependence) -> f64, as_share: bool| {
            year.all.as_ref().map_or_else(
                |_| TableCell::missing(),
                |found| {
                    let value = value(found);
                    if as_share {
                        TableCell::number(share(value), value * 100.0, 2)
                    } else {
                        TableCell::number(exact(value, 0), value, 1)
                    }
                },
            )
        };
        TableRow {
            cells: vec![
                TableCell::written(dates::year(year.year), year.year.to_string()),
                cell(&year.quota),
                cell(&year.produced),
                cell(&year.imports),
                cell(&year.exports),
                computed(|found| found.exports.value - found.imports.value, false),
                computed(Dependence::apparent_consumption, false),
                computed(Dependence::import_share, true),
                computed(Dependence::net_import_reliance, true),
                TableCell::word(lacks(year)),
            ],
            sources: year_sources(year),
            chosen: Some(year.year) == asked,
        }
    });
    Table {
        caption: words::caption(about.quota_word(), about.production_word()),
        columns: vec![
            Table::words(heads::year(), "year"),
            Table::amounts(&capital(about.quota_word()), "quota", unit),
            Table::amounts(&capital(about.production_word()), "production", unit),
            Table::amounts(heads::imports(), "import", unit),
            Table::amounts(heads::exports(), "export", unit),
            Table::amounts(heads::exports_less_imports(unit.is_money()), "net_export", unit),
            Table::amounts(heads::apparent_consumption(), "apparent_consumption", unit),
            Table::numbers(heads::import_share(), "import_share_percent"),
            Table::numbers(heads::net_import_reliance(), "net_import_reliance_percent"),
            Table::words(heads::missing(), "lacks"),
        ],
        rows: rows.collect_vec(),
    }
}

fn missing(context: &Context<'_>, years: &[Year], why: &Unavailable) -> Drawn {
    let lacking = years.iter().map(|year| (dates::year(year.year), lacks(year))).collect_vec();
    // Which of its two sides, where the last year tells.
    match lacking.last().map(|(_, lacks)| lacks.clone()).filter(|lacks| !lacks.is_empty()) {
        Some(lacks) => {
            let what = (words::called(), context.query.chart.label());
            refused(context, what, &lacks, lacking)
        }
        None => unavailable(context, words::called(), why, lacking),
    }
}
