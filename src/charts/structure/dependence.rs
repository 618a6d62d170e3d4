//! Whether the country lives on its own: quotas, imports and exports by year.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::{
    Graph, Label, Layer, Mark, Panel, Scale, Side, Tone, Weight, XAxis, YAxis,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::share;
use crate::query::Query;
use crate::statistics::structure::{Basis, Dependence, dependence, dependence_years};
use crate::statistics::{Amount, Known, Unavailable, amount};
use crate::trade::{
    About, Dataset, Flow, Measure, Month, PartRole, Period, Series, SeriesKey, Unit,
};
use crate::util::CollectVec as _;
use crate::wording::en::direction::{Direction, moved_points};
use crate::wording::en::numbers::{capital, exact, exact_amount, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "dependence",
    label: "Dependence",
    question: Question::Drivers,
    controls: &["product", "from", "to"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=dependence",
    methods: written_by_the_build(&[(
        "Dependence",
        "Import share: imports divided by imports plus quota (or production). Apparent consumption: imports plus quota (or production), less exports. Net import reliance: imports less exports, divided by apparent consumption (as in the U.S. Geological Survey’s Mineral Commodity Summaries, but without stocks).",
    )]),
    needs: Needs { parts: &[PartRole::Production], weight_of_all: true, ..Needs::SERIES },
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
    let basis = Basis::of(context.dataset);
    let of = |flow| {
        context
            .dataset
            .series(&SeriesKey { measure: Measure::Volume, ..context.query.key_of(flow) })
    };
    let (imports, exports) = (of(Flow::Import), of(Flow::Export));
    let years = years(context, &basis, &imports, &exports);
    let Some(last) = years.iter().rfind(|year| year.all.is_ok()) else {
        let year = years.last().map_or(context.month.year(), |year| year.year);
        let why = match dependence(&basis.series, &imports, &exports, year) {
            _ if basis.series.is_empty() => Unavailable::NoLines { what: "quota", unit: None },
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
    Drawn {
        headline: headline(context, last),
        subtitle: format!(
            "{} a year: {}, imports and exports; below: imports as a share of imports plus {}",
            capital(&unit.words()),
            if basis.produced.is_empty() {
                about.quota_word().to_owned()
            } else {
                format!("{}, {}", about.quota_word(), about.production_word())
            },
            last.basis
        ),
        finding: finding(&years, last, (about, unit)),
        table: table(&years, (about, unit)),
        notes: notes(context, &basis, &years),
        graph,
    }
}

/// Whether there is anything to hold imports against.
fn offered(dataset: &Dataset, _: &Query) -> bool {
    !Basis::of(dataset).series.is_empty()
}

/// The years that a quota or production is known for, within the stretch asked for.
fn years(context: &Context<'_>, basis: &Basis, imports: &Series, exports: &Series) -> Vec<Year> {
    let from = context.query.from.map_or(i32::MIN, Month::year);
    let to = context.query.to.map_or(i32::MAX, Month::year);
    let about = &context.dataset.about;
    dependence_years(&basis.series, imports, exports)
        .into_iter()
        .filter(|year| (from..=to).contains(year))
        .filter_map(|year| {
            let period = Period { start: Month::from_index(year * 12), months: 12 };
            amount(&basis.series, period).is_ok().then(|| Year {
                year,
                quota: amount(&basis.quota, period),
                produced: amount(&basis.produced, period),
                basis: about.basis_word(basis.is_quota(year)).to_owned(),
                imports: whole(imports, period),
                exports: whole(exports, period),
                all: dependence(&basis.series, imports, exports, year),
            })
        })
        .collect_vec()
}

/// The amount of a year; where nothing of it is known the year is lacking, not its January.
fn whole(series: &Series, period: Period) -> Known<Amount> {
    let known = series.figures().any(|figure| figure.period.start.year() == period.start.year());
    if known { amount(series, period) } else { Err(Unavailable::NotReported(period)) }
}

/// What a year lacks, in words.
fn lacks(year: &Year) -> String {
    let sides = [("imports", &year.imports), ("exports", &year.exports)];
    let lacking = sides
        .iter()
        .filter_map(|(name, side)| Some(format!("{name}: {}", side.as_ref().err()?)))
        .collect_vec();
    match year.all.as_ref().err() {
        Some(why) if lacking.is_empty() => why.to_string(),
        Some(_) => lacking.join("; "),
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
            name: format!("{} a year", capital(&unit.words())),
            ticks: nice_ticks(0.0, top.fold(0.0, f64::max) * 1.02, 4),
            scale: Scale::Amount(unit),
            logarithmic: false,
            place: 1,
        },
        Panel {
            name: "Import share (%)".to_owned(),
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
        ("Imports".to_owned(), Tone::Import, |year| &year.imports),
        ("Exports".to_owned(), Tone::Export, |year| &year.exports),
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
                    (group, found.origin.code(), found.sources.clone()),
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
                &format!("Imports as a share of imports plus {}", year.basis),
                share(found.import_share()),
                at,
                (SHARE_GROUP, "computed", sources(found)),
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
        period: year.to_string(),
        value,
        status: status.to_owned(),
        note: String::new(),
        sources,
        month: Some(Month::from_index(year * 12 + 11)),
    }
}

fn headline(context: &Context<'_>, last: &Year) -> Headline {
    let Ok(found) = &last.all else { return Headline::default() };
    let text = format!(
        "Imports of {} were {} of {}’s imports plus {} in {}",
        context.product(),
        share(found.import_share()),
        context.reporter(),
        last.basis,
        last.year,
    );
    Headline::from(text)
        .crediting(format!("imports, {}", last.year), &found.imports.sources)
        .crediting(format!("{}, {}", last.basis, last.year), &found.production.sources)
}

/// How the share moved, and what that can and cannot say.
fn finding(years: &[Year], last: &Year, (about, unit): (&About, Unit)) -> String {
    let known: Vec<(i32, &Dependence)> =
        years.iter().filter_map(|year| Some((year.year, year.all.as_ref().ok()?))).collect_vec();
    let path: Vec<String> = known
        .iter()
        .map(|(year, found)| format!("{} in {year}", share(found.import_share())))
        .collect_vec();
    let lacking: Vec<String> = years
        .iter()
        .filter(|year| year.all.is_err())
        .map(|year| year.year.to_string())
        .collect_vec();
    let others = years.iter().filter(|year| year.all.is_ok() && year.basis != last.basis);
    let others: Vec<String> = others.map(|year| year.year.to_string()).collect_vec();
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(
            " For {} the {} is used, because no {} is available.",
            others.join(", "),
            about.quota_word(),
            last.basis
        ),
    };
    let lacking = if lacking.is_empty() {
        String::new()
    } else {
        format!(
            " For {} imports or exports for the whole year are not available.",
            lacking.join(", ")
        )
    };
    let turn = match (known.iter().rev().nth(1), known.last()) {
        (Some((_, before)), Some((_, latest))) => {
            let (now, then) = (latest.import_share(), before.import_share());
            turned((now - then) * 100.0, &last.basis)
        }
        _ => String::new(),
    };
    let amounts = last.all.as_ref().map_or_else(
        |_| String::new(),
        |found| {
            format!(
                "In {} imports came to {} and {} to {}. ",
                last.year,
                rounded(found.imports.value, 0, unit),
                last.basis,
                rounded(found.production.value, 0, unit),
            )
        },
    );
    format!(
        "{amounts}Imports as a share of imports plus {}: {}.{turn}{others}{lacking}",
        last.basis,
        path.join(", ")
    )
}

/// How the share moved in the last year, and through what it can have done so.
fn turned(points: f64, basis: &str) -> String {
    let through = Direction::of(points).choose([
        ", through less of the one, more of the other or both",
        ", through more of the one, less of the other or both; that does not show that supply at home replaced imports",
        "",
    ]);
    let both = if through.is_empty() { String::new() } else { format!(" ({basis} and imports)") };
    format!(" In the last year it {}{both}{through}.", moved_points(points))
}

fn notes(context: &Context<'_>, basis: &Basis, years: &[Year]) -> Vec<String> {
    let mut notes = vec![
        "The share shows how much was imported beside how much was produced, or was allowed to be."
            .to_owned(),
        "Lower imports do not mean lower dependence if supply abroad has failed.".to_owned(),
    ];
    let limits = context.dataset.about.dependence_limits.of("en");
    if !limits.is_empty() {
        notes.insert(1, format!("Its limits: {limits}."));
    }
    if !basis.produced.is_empty() {
        notes.push(format!("{}.", context.dataset.about.production_role.of("en")));
        let figures = basis
            .produced
            .figures()
            .filter(|figure| years.iter().any(|year| year.year == figure.period.start.year()));
        let said = figures.filter(|figure| !figure.note.is_empty());
        let said = said.map(|figure| format!("{}: {}", figure.period.long(), figure.note));
        let said: Vec<String> = said.collect_vec();
        if !said.is_empty() {
            notes.push(format!("The source’s remarks on production: {}.", said.join("; ")));
        }
    }
    notes
}

fn table(years: &[Year], (about, unit): (&About, Unit)) -> Table {
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
                TableCell::word(year.year.to_string()),
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
            chosen: false,
        }
    });
    Table {
        caption: format!(
            "{}, {}, imports, exports and import dependence by year",
            capital(about.quota_word()),
            about.production_word()
        ),
        columns: vec![
            Table::words("Year", "year"),
            Table::amounts(&capital(about.quota_word()), "quota", unit),
            Table::amounts(&capital(about.production_word()), "production", unit),
            Table::amounts("Imports", "import", unit),
            Table::amounts("Exports", "export", unit),
            Table::amounts("Exports less imports", "net_export", unit),
            Table::amounts("Apparent consumption", "apparent_consumption", unit),
            Table::numbers("Import share", "import_share_percent"),
            Table::numbers("Net import reliance", "net_import_reliance_percent"),
            Table::words("Missing", "lacks"),
        ],
        rows: rows.collect_vec(),
    }
}

fn missing(context: &Context<'_>, years: &[Year], why: &Unavailable) -> Drawn {
    let lacking = years.iter().map(|year| (year.year.to_string(), lacks(year)));
    unavailable(context, "import dependence", why, lacking.collect_vec())
}
