//! What is shown of every series, chart, month and comparison of the bundled data.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use std::path::Path;

use proptest::prelude::*;
use xenotime::charts::{
    ChartKind, Graph, Layer, Query, Question, Step, Theme, View, XAxis, YAxis, calibration,
    carried, chart_methods, csv, fragments, go_on, keep_calibration, month_ticks, needs,
    nice_ticks, open, overview, page, takes_long, title_block, view, walk,
};
use xenotime::drawing::first_readout;
use xenotime::import::dataset::add_part;
use xenotime::statistics::Comparison;
use xenotime::trade::{
    Dataset, Flow, Measure, Month, Observation, Partner, Period, SeriesKey, Words,
};

mod common;
use common::{bundled, bundled_whole, figure, has_example, month, tea_by_partner};

fn query(search: &str) -> Query {
    let (query, problems) = Query::parse(search);
    assert!(problems.is_empty(), "{problems:?}");
    query
}

fn of_key(key: &SeriesKey) -> Query {
    Query {
        flow: key.flow,
        product: key.product.clone(),
        partner: key.partner.clone(),
        measure: key.measure,
        ..Query::default()
    }
}

#[test]
fn at_rest_the_point_of_the_headline_is_read_out() {
    for (address, begins, lacks) in [
        // The report that counts.
        ("?chart=history&month=2025-03", "", "not used"),
        // The comparison chosen.
        ("?chart=framing&month=2022-10", "Year on year", "Previous high"),
        ("?chart=framing&month=2022-10&compare=mom", "Month on month", "Previous high"),
        // The largest partner with a change.
        ("?chart=map&as=yoy", "", "no figure"),
    ] {
        let query = query(address);
        let dataset = bundled_whole();
        let view = view(&dataset, &query);
        let said = first_readout(&dataset, &view);
        assert!(said.starts_with(&format!("<p><strong>{begins}")), "{address}: {said}");
        assert!(!said.contains(lacks) && said.len() > 40, "{address}: {said}");
    }
}

#[test]
fn shares_begin_where_the_last_stretch_of_figures_does() {
    let dataset = bundled_whole();
    let begins = |search: &str| {
        let view = view(&dataset, &query(search));
        let XAxis::Months(from, _) = view.graph.x else { panic!("{search}") };
        from
    };
    assert_eq!(begins("?chart=shares&product=magnets&month=2025-07"), month("2024-01"));
    // A month before that is shown with what was known about it.
    assert!(begins("?chart=shares&product=magnets&month=2022-05") <= month("2022-05"));
    assert_eq!(
        begins("?chart=shares&product=magnets&month=2025-07&from=2010-01"),
        month("2010-01")
    );
}

/// Every query worth asking of the data: all series and charts, months known, joint and unknown.
fn queries(dataset: &Dataset) -> Vec<Query> {
    let months = [None, Some("2024-11"), Some("2023-02"), Some("2010-01"), Some("2099-12")];
    let mut queries = Vec::new();
    for key in dataset.keys().into_iter().filter(|key| key.flow != Flow::Quota) {
        for chart in ChartKind::ALL {
            for asked in months {
                let month = asked.map(month);
                queries.push(Query { chart, month, ..of_key(key) });
            }
        }
    }
    for chart in ChartKind::ALL {
        for comparison in Comparison::ALL {
            for (from, to) in
                [("2019-01", "2020-12"), ("1990-01", "1990-02"), ("2024-11", "2024-11")]
            {
                let (from, to) = (Some(month(from)), Some(month(to)));
                queries.push(Query { chart, comparison, from, to, ..Query::default() });
            }
        }
    }
    queries
}

/// A query under which a chart has something to show.
fn telling(chart: ChartKind) -> Query {
    query(chart.record().example)
}

fn words(dataset: &Dataset, view: &View) -> Vec<String> {
    let mut words = vec![view.headline.clone(), view.subtitle.clone(), view.sentence.clone()];
    words.extend(view.notes.clone());
    words.extend(view.comparisons.iter().map(|comparing| comparing.detail.clone()));
    words.extend(view.table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()));
    for mark in &view.graph.marks {
        words.extend([mark.period.clone(), mark.value.clone(), mark.status.clone()]);
    }
    words.push(title_block(dataset, view).headline);
    words
}

fn x_range(x: &XAxis) -> (f64, f64) {
    match x {
        XAxis::Months(first, last) => {
            (f64::from(first.index()) - 0.6, f64::from(last.index()) + 0.6)
        }
        XAxis::Calendar => (0.5, 12.5),
        XAxis::Percent(low, high) | XAxis::Points(low, high) | XAxis::Amount(low, high) => {
            (*low, *high)
        }
        XAxis::Blank => (0.0, 1.0),
    }
}

fn y_range(y: &YAxis) -> (f64, f64) {
    match y {
        YAxis::Amount(ticks, _)
        | YAxis::Ratio(ticks, _)
        | YAxis::Percent(ticks)
        | YAxis::Scaled(ticks, _) => (ticks[0], *ticks.last().unwrap()),
        YAxis::Logarithmic(ticks, _) => (ticks[0].log10(), ticks.last().unwrap().log10()),
        YAxis::Rows(rows) => (-0.5, rows.len() as f64 - 0.5),
        YAxis::Panels(panels) => (0.0, panels.len() as f64),
        YAxis::Plane(low, high) => (*low, *high),
    }
}

/// Every point that is drawn or can be pointed at.
fn points(graph: &Graph) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = graph.marks.iter().map(|mark| mark.at).collect();
    for layer in &graph.layers {
        match layer {
            Layer::Line { runs, .. } => points.extend(runs.iter().flatten()),
            Layer::Band(bands, _) => {
                let ends = |(x, low, high): &(f64, f64, f64)| [(*x, *low), (*x, *high)];
                points.extend(bands.iter().flatten().flat_map(ends));
            }
            Layer::Bars(bars) => points.extend(bars.iter().map(|bar| (bar.x.1, bar.y.1))),
            Layer::Together(strokes, ..) => {
                points.extend(strokes.iter().map(|(from, to, y)| (f64::midpoint(*from, *to), *y)));
            }
            Layer::Dot(at, _) | Layer::Ring(at, _) => points.push(*at),
            Layer::Shapes(shapes) => {
                points.extend(shapes.iter().map(|shape| shape.at));
                points.extend(shapes.iter().flat_map(|shape| &shape.rings).flatten());
            }
            Layer::Cells(_) => {}
        }
    }
    points
}

/// What is traded with one partner is not said to be the trade with all, however long the names are.
#[test]
fn a_mirror_s_headline_keeps_its_partner() {
    let Some(dataset) = common::by_partner() else { return };
    for (search, towards) in [
        ("?chart=mirror&partner=USA&month=2024-12", "to the United States"),
        ("?chart=mirror&partner=JPN&product=magnets-metal&month=2022-05", "to Japan"),
    ] {
        let shown = view(&dataset, &query(search));
        assert!(shown.headline.contains(towards), "{}", shown.headline);
    }
}

#[test]
fn every_view_is_made_of_real_numbers_within_its_axes() {
    let dataset = bundled();
    let queries = queries(&dataset);
    assert!(queries.len() > 1000, "{}", queries.len());
    for query in queries {
        let view = view(&dataset, &query);
        let address = query.address();
        for text in words(&dataset, &view) {
            for wrong in ["NaN", " inf", "None", "−0.0"] {
                assert!(!text.contains(wrong), "{address}: {text}");
            }
        }
        let (x, y) = (x_range(&view.graph.x), y_range(&view.graph.y));
        for (at_x, at_y) in points(&view.graph) {
            assert!(at_x.is_finite() && at_y.is_finite(), "{address}");
            assert!(x.0 <= at_x && at_x <= x.1, "{address}: {at_x} of {x:?}");
            assert!(y.0 <= at_y && at_y <= y.1, "{address}: {at_y} of {y:?}");
        }
        for mark in &view.graph.marks {
            // Whose trade it is has a place on the map, and no figure there.
            let figure = mark.value != "reporter";
            assert!(!figure || !mark.sources.is_empty(), "{address}: {mark:?}");
        }
        for row in &view.table.rows {
            assert_eq!(row.cells.len(), view.table.columns.len(), "{address}");
        }
    }
}

#[test]
fn what_can_be_pointed_at_stands_in_the_table() {
    let dataset = bundled_whole();
    for chart in ChartKind::ALL.into_iter().filter(|chart| has_example(chart.code())) {
        for flow in [Flow::Export, Flow::Import] {
            let asked = telling(chart);
            if flow == Flow::Import && chart.question() != Question::What {
                continue;
            }
            let view = view(&dataset, &Query { flow, ..asked });
            let cells: Vec<&str> = view
                .table
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .map(|cell| cell.text.trim_end_matches(['*', '†']))
                .collect();
            assert!(!view.graph.marks.is_empty(), "{chart:?} {flow:?}");
            for mark in &view.graph.marks {
                let value = mark.value.trim_end_matches(" t");
                let value = value.trim_start_matches("US$").trim_end_matches(" a tonne");
                assert!(cells.contains(&value), "{chart:?} {flow:?}: {value}");
            }
        }
    }
}

#[test]
fn a_line_breaks_where_a_month_is_missing() {
    let dataset = bundled();
    let view = view(&dataset, &query("?from=2019-01&to=2023-12"));
    let line = view.graph.layers.iter().find_map(|layer| match layer {
        Layer::Line { runs, tone: xenotime::charts::Tone::Main, .. } => Some(runs),
        _ => None,
    });
    let runs = line.unwrap();
    assert_eq!(runs.len(), 4, "joint in 2020, 2022 and 2023");
    for run in runs {
        assert!(run.windows(2).all(|pair| (pair[1].0 - pair[0].0 - 1.0).abs() < 1e-9));
    }
    let together = view.graph.layers.iter().find_map(|layer| match layer {
        Layer::Together(strokes, ..) => Some(strokes),
        _ => None,
    });
    let heights: Vec<f64> = together.unwrap().iter().map(|(_, _, y)| y * 2.0).collect();
    assert_eq!(heights, [5489.2, 7835.0, 7391.0]);
}

#[test]
fn november_2024_reads_as_published() {
    let dataset = bundled();
    let shown = |search: &str| {
        let view = view(&dataset, &query(search));
        format!("{}\n{}", view.headline, words(&dataset, &view).join("\n"))
    };
    for (search, figures) in [
        (
            "?month=2024-11&compare=mom",
            ["fell 7.1% month on month to 4,416 t in Nov 2024", "4,753"],
        ),
        (
            "?month=2024-11&compare=ytd",
            ["52,105 t of rare earths in Jan–Nov 2024", "up 6.6% year on year"],
        ),
        ("?flow=import&month=2024-11", ["fell 20.9% year on year", "to 11,327 t in Nov 2024"]),
        (
            "?flow=import&month=2024-11&chart=cumulative",
            ["123,288 t of rare earths in Jan–Nov 2024", "down 22.7% year on year"],
        ),
    ] {
        for figure in figures {
            assert!(shown(search).contains(figure), "{search}: {figure}");
        }
    }
    let framing = view(&dataset, &query("?chart=framing&month=2024-11"));
    let outcomes: Vec<String> =
        framing.table.rows.iter().map(|row| row.cells[6].text.clone()).collect();
    assert_eq!(outcomes, ["−7.1%", "+5.0%", "+6.6%", "+27.9%", "+49.7%", "−29.0%"]);
}

#[test]
fn what_is_not_known_says_why() {
    let dataset = bundled();
    let of = |search: &str| view(&dataset, &query(search));
    assert!(of("?month=2016-05").headline.starts_with("No figure for"));
    assert!(of("?product=none").headline.starts_with("No figures for"));
    assert!(of("?month=2023-02").headline.contains("Jan–Feb 2023"));
    let march = of("?month=2023-03&compare=mom");
    assert!(march.sentence.contains("only a total for January–February 2023 was reported"));
}

/// That a line is broken is said of lines alone, and months that are missing of charts of months alone.
#[test]
fn what_is_said_of_missing_months_is_true_of_the_chart() {
    let dataset = bundled_whole();
    let mut lines = 0;
    for chart in ChartKind::ALL {
        for product in ["magnets", "rare-earths", "none"] {
            let asked = Query { product: product.to_owned(), chart, ..Query::default() };
            let shown = view(&dataset, &asked);
            let drawn =
                |layer: &Layer| matches!(layer, Layer::Line { runs, .. } if !runs.is_empty());
            let gaps =
                |note: &&String| note.starts_with("No ") && note.contains("is available for");
            for note in shown.notes.iter().filter(gaps) {
                let months = matches!(shown.graph.x, XAxis::Months(..) | XAxis::Calendar);
                assert!(months && !shown.graph.layers.is_empty(), "{chart:?} {product}: {note}");
                if note.contains("line is broken") {
                    lines += 1;
                    assert!(shown.graph.layers.iter().any(drawn), "{chart:?} {product}: {note}");
                }
            }
        }
    }
    assert!(lines > 0);
}

#[test]
fn the_saved_table_reads_back() {
    let dataset = bundled();
    for chart in ChartKind::ALL {
        let view = view(&dataset, &telling(chart));
        let text = csv(&dataset, &view.table);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(names.len(), view.table.columns.len() + 1);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), view.table.rows.len());
        for (record, row) in records.iter().zip(&view.table.rows) {
            for (index, column) in view.table.columns.iter().enumerate() {
                let number = column.numeric && !record[index].is_empty();
                assert!(!number || record[index].parse::<f64>().is_ok(), "{}", &record[index]);
                assert!(column.numeric || record[index] == row.cells[index].plain);
            }
        }
    }
}

#[test]
fn markup_in_the_data_stays_text() {
    let evil = "<img src=x onerror=alert(1)>\"'";
    let mut dataset = bundled();
    dataset.about.reporter_names = Words::english(evil);
    for source in &mut dataset.sources {
        (source.publisher, source.published) = (evil.to_owned(), evil.to_owned());
    }
    for event in &mut dataset.events {
        (event.titles, event.effects) = (Words::english(evil), Words::english(evil));
        event.date = evil.to_owned();
    }
    let mut observations = dataset.take_observations();
    for observation in &mut observations {
        observation.figure.note = evil.to_owned();
    }
    dataset.observe(observations);
    for chart in ChartKind::ALL {
        let view = view(&dataset, &telling(chart));
        for fragment in fragments(&dataset, &view) {
            assert!(!fragment.html.contains("<img"), "{}", fragment.name);
            assert!(!fragment.html.contains("x onerror=alert(1)>\""), "{}", fragment.name);
        }
    }
}

#[test]
fn a_page_offers_what_the_data_hold() {
    let dataset = bundled();
    let view = view(&dataset, &query("?flow=import&month=2024-11"));
    let page = page(&dataset, &view, Vec::new());
    let control = |name: &str| page.controls.iter().find(|control| control.name == name).unwrap();
    for name in ["flow", "product", "month", "compare", "from", "to"] {
        let control = control(name);
        let offered = control.choices.iter().any(|choice| choice.value == control.value);
        assert!(offered, "{name}: {} is not among its choices", control.value);
    }
    assert_eq!(page.address, "?flow=import&month=2024-11");
    assert!(page.embed.ends_with("&embed"));
}

#[test]
fn a_view_asks_for_the_parts_that_it_needs_and_for_no_others() {
    let dataset = bundled();
    let needs = |dataset: &Dataset, address: &str| {
        page(dataset, &view(dataset, &query(address)), Vec::new()).needs
    };
    assert!(needs(&dataset, "").is_empty(), "the first page loads no part");
    for (address, files) in [
        ("?month=2024-11", &[][..]),
        ("?flow=import", &[][..]),
        ("?chart=unit-value", &["by-partner.csv", "by-month-and-code.csv", "values-cny.csv"][..]),
        ("?chart=dependence", &["production.csv"]),
        ("?chart=drivers&month=2024-12&compare=ytd", &["by-partner.csv"]),
        ("?product=metals", &["by-partner.csv", "by-month-and-code.csv"]),
        (
            "?chart=series&with=export.metals.WLD.volume",
            &["by-partner.csv", "by-month-and-code.csv"],
        ),
        ("?chart=series&with=import.rare-earths.WLD.volume", &["by-partner.csv"]),
    ] {
        let found = needs(&dataset, address);
        assert_eq!(found.len(), files.len(), "{address}: {found:?}");
        assert!(files.iter().all(|file| found.iter().any(|one| one == file)), "{found:?}");
    }
    let whole = common::bundled_whole();
    for chart in ChartKind::ALL {
        let left = needs(&whole, &telling(chart).address());
        let there = |file: &String| whole.added.contains(file);
        assert!(!left.iter().any(there), "{}: {left:?}", chart.code());
    }
}

#[test]
fn what_a_page_fetches_is_enough_for_what_the_program_shows() {
    let Some(whole) = common::by_partner() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    for month in ["2024-06", "2021-11", "2022-02", "2020-02", "2024-12"] {
        let asked = query(&format!("?chart=drivers&month={month}"));
        let mut dataset = bundled();
        loop {
            let lacking = needs(&dataset, &asked);
            if lacking.is_empty() {
                break;
            }
            for file in lacking {
                let text = std::fs::read_to_string(folder.join(&file)).unwrap();
                add_part(&mut dataset, &file, &text).unwrap();
            }
        }
        let [page, program] = [&dataset, &whole].map(|dataset| open(dataset, &asked));
        assert_eq!((page.0.headline, page.1), (program.0.headline, program.1), "{month}");
    }
}

/// The data with the parts that a view asks for, one after another, and no others. `kept` holds those of
/// earlier views.
fn as_the_page_has_them(asked: &Query, kept: &mut Vec<Dataset>) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    let mut at = 0;
    loop {
        let lacking = needs(&kept[at], asked);
        let Some(file) = lacking.first() else { return at };
        let mut files = kept[at].added.clone();
        files.push(file.clone());
        files.sort();
        let same = |one: &Dataset| {
            let mut own = one.added.clone();
            own.sort();
            own == files
        };
        at = kept.iter().position(same).unwrap_or_else(|| {
            let mut more = kept[at].clone();
            let text = std::fs::read_to_string(folder.join(file)).unwrap();
            add_part(&mut more, file, &text).unwrap();
            kept.push(more);
            kept.len() - 1
        });
    }
}

#[test]
fn every_chart_shows_the_same_whatever_else_has_been_fetched() {
    let Some(whole) = common::by_partner() else { return };
    let mut kept = vec![bundled()];
    let choices = [
        "partner=DEU&month=2024-06",
        "partner=JPN&month=2024-12&measure=value",
        "product=magnets&partner=USA&month=2021-11",
        "product=metals-and-other-compounds&month=2024-12",
        "partner=DEU&month=2024-06&unit=CNY",
        "flow=import&month=2023-02&by=product",
        "measure=value&month=2022-02",
    ];
    let mut other = Vec::new();
    for chart in ChartKind::ALL {
        // A seasonal chart is the dearest to draw, and has one series.
        let most = if chart.question() == Question::Season { 1 } else { choices.len() };
        for choice in &choices[..most] {
            let address = format!("?chart={}&{choice}", chart.code());
            let asked = query(&address);
            let at = as_the_page_has_them(&asked, &mut kept);
            let [page, program] = [&kept[at], &whole].map(|dataset| open(dataset, &asked));
            if (&page.0.headline, &page.1) != (&program.0.headline, &program.1) {
                let said =
                    |(view, words): (View, Vec<String>)| format!("{} {words:?}", view.headline);
                other.push(format!("{address}\n  {}\n  {}", said(page), said(program)));
            }
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
}

#[test]
fn one_partner_is_not_offered_by_partner() {
    for dataset in [bundled(), common::bundled_whole()] {
        for chart in ["drivers", "mix", "shares"] {
            let asked = query(&format!("?chart={chart}&partner=USA&month=2024-12&by=product"));
            let controls = page(&dataset, &view(&dataset, &asked), Vec::new()).controls;
            let by = controls.iter().find(|control| control.name == "by").unwrap();
            assert!(by.choices.iter().all(|one| one.value != "partner"), "{chart}: {by:?}");
        }
    }
}

#[test]
fn a_value_that_january_and_february_lack_together_is_what_lacks() {
    let dataset = common::bundled_whole();
    for chart in ["price-volume", "mix"] {
        let view = view(&dataset, &query(&format!("?chart={chart}&month=2022-02&by=product")));
        let said = format!("{} {}", view.headline, view.sentence).replace("No value", "no value");
        assert!(said.contains("no value in US dollars for January–February 2022"), "{said}");
    }
}

#[test]
fn a_chart_of_weights_says_nothing_of_money() {
    for dataset in [bundled(), common::bundled_whole()] {
        let words = |search: &str| open(&dataset, &query(search)).1;
        for unit in ["CNY", "EUR"] {
            assert_eq!(words(&format!("?chart=dependence&unit={unit}")), [""; 0]);
            let value = words(&format!("?chart=dependence&measure=value&unit={unit}"));
            assert!(value.len() == 1 && value[0].ends_with("Shown instead: volume."), "{value:?}");
        }
    }
    // Data without a quota have nothing to show instead.
    let tea = tea_by_partner(|_, _| false);
    let asked = Query::parse_over("?chart=dependence&measure=value", &tea).0;
    assert_eq!(open(&tea, &asked).1, [""; 0]);
}

#[test]
fn months_known_only_together_are_offered_together() {
    let dataset = bundled();
    let page = page(&dataset, &view(&dataset, &query("?month=2024-11")), Vec::new());
    let months = page.controls.iter().find(|control| control.name == "month").unwrap();
    let labels: Vec<&str> = months.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert!(labels.contains(&"January–February 2023") && labels.contains(&"January 2024"));
    assert!(!labels.contains(&"January 2023"));
}

fn any_month() -> impl Strategy<Value = Option<Month>> {
    prop_oneof![Just(None), (1990 * 12..2100 * 12).prop_map(|index| Some(Month::from_index(index)))]
}

fn any_query() -> impl Strategy<Value = Query> {
    let kinds = (0..ChartKind::ALL.len(), any::<bool>(), 0..6usize, 0..3usize, any::<bool>());
    (kinds, "[a-z]{1,8}(-[a-z]{1,5})?", "[A-Z]{3}", any_month(), any_month(), any_month()).prop_map(
        |((chart, import, comparison, theme, embed), product, partner, month, from, to)| Query {
            chart: ChartKind::ALL[chart],
            flow: if import { Flow::Import } else { Flow::Export },
            product,
            partner: Partner::parse(&partner).unwrap(),
            month,
            comparison: Comparison::ALL[comparison],
            from: from.min(to).or(from),
            to: from.max(to),
            theme: [Theme::Auto, Theme::Light, Theme::Dark][theme],
            embed,
            ..Query::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_address_reads_back(query in any_query()) {
        let (read, problems) = Query::parse(&query.address());
        prop_assert!(problems.is_empty(), "{problems:?}");
        prop_assert_eq!(read, query);
    }

    #[test]
    fn no_address_makes_reading_it_panic(search in "\\PC{0,60}", name in "chart|month|from|product|partner|compare|theme") {
        let _ = Query::parse(&search);
        let _ = Query::parse(&format!("?{name}={search}&embed"));
    }

    #[test]
    fn ticks_cover_the_range_evenly(low in -1e9..1e9f64, span in 1e-3..1e12f64, count in 1..12usize) {
        let ticks = nice_ticks(low, low + span, count);
        prop_assert!(ticks.len() >= 2 && ticks.len() <= 3 * count + 3, "{ticks:?}");
        prop_assert!(ticks[0] <= low + span * 1e-9 && *ticks.last().unwrap() >= low + span * (1.0 - 1e-9));
        prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_time_axis_is_never_crowded(first in 1990 * 12..2090 * 12, span in 0..1200i32, most in 1..20usize) {
        let first = Month::from_index(first);
        let ticks = month_ticks(first, first + span, most);
        prop_assert!(ticks.len() <= most + 1, "{} of {most}", ticks.len());
    }
}

/// A data set of exports by month, to the world and to three partners, with values, imports and a
/// quota, from months counted from a start.
fn made(start: i32, months: &[(bool, f64, f64)]) -> Dataset {
    let mut dataset = bundled();
    dataset.take_observations();
    let mut observations = Vec::new();
    let mut add = |flow, measure: Measure, product: &str, partner: &str, at: Period, value: f64| {
        observations.push(Observation {
            key: SeriesKey {
                flow,
                measure,
                product: product.to_owned(),
                partner: Partner::parse(partner).unwrap(),
            },
            unit: measure.unit(),
            figure: figure(at, value),
            line: 2,
        });
    };
    for (index, (known, value, share)) in months.iter().enumerate() {
        let at = Period::month(Month::from_index(start + index as i32));
        if !known {
            continue;
        }
        add(Flow::Export, Measure::Volume, "rare-earths", "WLD", at, *value);
        add(Flow::Export, Measure::Volume, "rare-earths", "JPN", at, value * share);
        add(Flow::Export, Measure::Volume, "rare-earths", "USA", at, value * (1.0 - share) / 2.0);
        add(Flow::Export, Measure::Value, "rare-earths", "WLD", at, value * 1e4 * (0.5 + share));
        add(Flow::Export, Measure::Value, "rare-earths", "JPN", at, value * share * 1.2e4);
        add(Flow::Export, Measure::Value, "rare-earths", "USA", at, value * (1.0 - share) * 4e3);
        add(Flow::Import, Measure::Volume, "rare-earths", "WLD", at, value * 2.0);
        if at.start.number() == 1 {
            let year = Period { start: at.start, months: 12 };
            add(Flow::Quota, Measure::Volume, "mining", "CHN", year, value * 12.0);
        }
    }
    dataset.observe(observations);
    dataset
}

/// Values as strange as a file can hold.
fn strange() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 1.0..1e4f64,
        1 => Just(0.0),
        1 => -1e6..0.0f64,
        1 => 1e12..1e15f64,
        1 => 1e-9..1e-3f64,
    ]
}

fn check_charts(dataset: &Dataset, query: &Query) -> Result<(), TestCaseError> {
    for chart in ChartKind::ALL {
        let view = view(dataset, &Query { chart, ..query.clone() });
        for text in words(dataset, &view) {
            let wrong = ["NaN", "inf ", " inf", "−0.0 ", "None"]
                .iter()
                .find(|wrong| text.contains(**wrong));
            prop_assert!(wrong.is_none(), "{chart:?}: {text}");
        }
        for (x, y) in points(&view.graph) {
            prop_assert!(x.is_finite() && y.is_finite(), "{chart:?}");
        }
        let text = csv(dataset, &view.table);
        prop_assert!(!text.contains("NaN") && !text.contains("inf,"), "{chart:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strange_data_make_no_strange_page(
        start in 1995 * 12..2035 * 12,
        months in prop::collection::vec((prop::bool::weighted(0.9), strange(), -0.5..1.5f64), 0..80),
        at in 0..80i32,
    ) {
        let month = Some(Month::from_index(start + at));
        check_charts(&made(start, &months), &Query { month, ..Query::default() })?;
    }

    #[test]
    fn plain_data_fill_every_chart(
        start in 2008 * 12..2028 * 12,
        months in prop::collection::vec((Just(true), 10.0..1e4f64, 0.0..1.0f64), 40..80),
    ) {
        let dataset = made(start, &months);
        check_charts(&dataset, &Query::default())?;
        // Events, prices and what partners report are files of their own.
        let own = |chart: &ChartKind| !matches!(chart.code(), "effects" | "prices" | "gaps");
        for chart in ChartKind::ALL.into_iter().filter(own) {
            let query = Query { comparison: Comparison::MonthOnMonth, chart, ..Query::default() };
            prop_assert!(!view(&dataset, &query).graph.marks.is_empty(), "{chart:?}");
        }
    }
}

#[test]
fn keys_walk_every_chart_without_falling_off() {
    let dataset = bundled();
    let steps = [
        Step::Back,
        Step::On,
        Step::Up,
        Step::Down,
        Step::FarBack,
        Step::FarOn,
        Step::First,
        Step::Last,
    ];
    for chart in ChartKind::ALL {
        let graph = view(&dataset, &telling(chart)).graph;
        for index in 0..graph.marks.len() {
            for step in steps {
                assert!(walk(&graph, index, step) < graph.marks.len(), "{chart:?}");
            }
            let on = walk(&graph, index, Step::On);
            assert!(on == index || walk(&graph, on, Step::Back) == index, "{chart:?} {index}");
            let first = walk(&graph, index, Step::First);
            assert_eq!(walk(&graph, first, Step::Back), first);
        }
        assert_eq!(walk(&graph, usize::MAX, Step::On), 0);
    }
}

#[test]
fn what_takes_long_is_computed_elsewhere_and_comes_to_the_same() {
    let dataset = bundled_whole();
    for address in ["", "&flow=import&product=compounds-but-cerium", "&asof=2024-12"] {
        for chart in ["expectation", "decomposition", "breaks", "effects"] {
            let query = query(&format!("?chart={chart}{address}"));
            // Another thread has a memory of studies of its own, as a worker has.
            let (whole, numbers, words) = std::thread::scope(|scope| {
                let elsewhere = scope.spawn(|| {
                    let numbers = carried(&dataset, &query);
                    (view(&dataset, &query), numbers, calibration(&dataset, &query))
                });
                elsewhere.join().unwrap()
            });
            if numbers.is_empty() || whole.headline.contains("cannot be shown") {
                assert!(!address.is_empty() && !takes_long(&dataset, &query), "{}", whole.headline);
                continue;
            }
            assert_eq!(words, whole.calibration);
            assert!(takes_long(&dataset, &query), "{chart}{address}");
            go_on(&dataset, &query, &numbers[..numbers.len() / 2]);
            assert!(takes_long(&dataset, &query), "half of the numbers are none");
            go_on(&dataset, &query, &numbers);
            assert!(!takes_long(&dataset, &query), "{chart}{address}");
            keep_calibration(&dataset, &query, &words);
            assert_eq!(view(&dataset, &query), whole, "{chart}{address}");
        }
    }
    for soon in ["", "?chart=heat", "?chart=shares", "?chart=expectation&product=magnets"] {
        assert!(!takes_long(&dataset, &query(soon)), "{soon}");
    }
}

#[test]
fn a_total_adjusted_from_its_parts_stands_beside_the_direct_figure() {
    let dataset = tea_by_partner(|_, _| false);
    let of = |adjust: &str| {
        query(&format!("?chart=decomposition&product=tea&month=2022-11&adjust={adjust}"))
    };
    let (direct, indirect) = (view(&dataset, &of("direct")), view(&dataset, &of("partner")));
    assert_eq!(direct, view(&dataset, &query("?chart=decomposition&product=tea&month=2022-11")));
    assert_eq!(indirect.headline, direct.headline);
    for part in [
        "With each destination adjusted and the results added up (indirect adjustment), November 2022 comes to ",
        " Direct and indirect adjustment differ by ",
        " in the median month, and by ",
        " Adjusted one by one: Norland. Added up and adjusted as one: Ostia and Sudland.",
    ] {
        assert!(indirect.sentence.contains(part), "{part} is not in {}", indirect.sentence);
        assert!(!direct.sentence.contains(part), "{}", direct.sentence);
    }
    let names = |view: &View| {
        view.table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>()
    };
    let new: Vec<_> =
        names(&indirect).into_iter().filter(|name| !names(&direct).contains(name)).collect();
    assert_eq!(new, ["adjusted_from_parts_t", "from_parts_less_direct_percent"]);
    let line = |view: &View| {
        view.graph.key.iter().any(|entry| entry.words == "adjusted from the destinations")
    };
    assert!(line(&indirect) && !line(&direct));
    // The cells are of the same month: the one less the other is their difference.
    let own = |name: &str| {
        let place = names(&indirect).iter().position(|own| own == name).unwrap();
        let row = indirect.table.rows.iter().find(|row| row.chosen).unwrap();
        row.cells[place].plain.parse::<f64>().unwrap()
    };
    let percent = (own("adjusted_from_parts_t") / own("adjusted_t") - 1.0) * 100.0;
    assert!((percent - own("from_parts_less_direct_percent")).abs() < 0.01, "{percent}");
    // What a hole makes of it is said, and nothing is drawn.
    let hole = view(&tea_by_partner(|place, index| (place, index) == (0, 70)), &of("partner"));
    let reason = "The destinations cannot be adjusted one by one: they add up to the total in 95 of 96 months only, and not in November 2020.";
    assert!(hole.sentence.contains(reason), "{}", hole.sentence);
    assert_eq!(names(&hole), names(&direct));
    assert!(!line(&hole));
    // No more is offered than there is.
    let offered = page(&dataset, &direct, Vec::new()).controls;
    let control = offered.iter().find(|control| control.name == "adjust").unwrap();
    let values: Vec<_> = control.choices.iter().map(|choice| choice.value.as_str()).collect();
    assert_eq!(values, ["direct", "partner"]);
    // It takes long where the direct adjustment is there already, and is computed elsewhere.
    let another = tea_by_partner(|place, index| place == 2 && index == 1);
    view(&another, &of("direct"));
    assert!(!takes_long(&another, &of("direct")) && takes_long(&another, &of("partner")));
    let numbers = std::thread::scope(|scope| {
        scope.spawn(|| carried(&dataset, &of("partner"))).join().unwrap()
    });
    std::thread::scope(|scope| {
        let here = scope.spawn(|| {
            go_on(&dataset, &of("partner"), &numbers);
            assert!(!takes_long(&dataset, &of("partner")));
            assert_eq!(view(&dataset, &of("partner")), indirect);
        });
        here.join().unwrap();
    });
}

#[test]
fn the_parts_are_fetched_when_they_are_to_be_adjusted() {
    let needed = |address: &str| {
        let dataset = bundled();
        page(&dataset, &view(&dataset, &query(address)), Vec::new()).needs
    };
    assert_eq!(needed("?chart=decomposition"), [""; 0]);
    assert_eq!(needed("?chart=decomposition&adjust=partner"), ["by-partner.csv"]);
    let both = needed("?chart=decomposition&adjust=product");
    assert_eq!(both, ["by-partner.csv", "by-month-and-code.csv"]);
    assert_eq!(needed("?chart=heat&adjust=partner"), [""; 0]);
}

#[test]
fn what_is_still_computed_is_said_so() {
    let dataset = bundled();
    let mut shown = view(&dataset, &query("?chart=breaks"));
    assert!(!shown.calibrating && chart_methods(&shown).contains(&shown.calibration[..20]));
    shown.calibrating = true;
    assert!(chart_methods(&shown).contains("Computing…"));
    assert!(page(&dataset, &shown, Vec::new()).calibrating);
}

#[test]
fn the_months_of_a_series_are_counted_without_making_it() {
    let dataset = bundled_whole();
    for key in dataset.keys() {
        let known = dataset.series(key).months().count();
        for least in [1, 13, known, known + 1] {
            assert_eq!(dataset.has_months(key, least), known >= least, "{key:?}: {least}");
        }
    }
}

#[test]
fn an_overview_is_of_the_whole_series_and_breaks_where_nothing_is_known() {
    let dataset = bundled();
    let whole = overview(&dataset, &view(&dataset, &query("")));
    let points: Vec<(i32, i32)> = whole
        .split(['M', 'L'])
        .filter_map(|point| point.strip_suffix("h0")?.split_once(' '))
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect();
    let series = dataset.series(&query("").over(&dataset).key());
    let (first, last) = series.extent().unwrap();
    let figures = series.months().count() + series.undivideds().count();
    assert_eq!(points.len(), figures);
    assert!(points.is_sorted() && points.iter().all(|(x, y)| (0..=1000).contains(x.max(y))));
    assert_eq!(points.iter().map(|point| point.1).min(), Some(0));
    assert_eq!((points[0].0, points[figures - 1].0), (0, 1000), "{first} to {last}");
    let known = |month: &Month| series.month(*month).or(series.undivided(*month)).is_some();
    let begins = first.through(last).filter(|month| known(month) && !known(&(*month - 1))).count();
    assert_eq!(whole.matches('M').count(), begins);
    // A stretch of it is drawn in the same.
    assert_eq!(overview(&dataset, &view(&dataset, &query("?from=2020-01&to=2021-12"))), whole);
}

/// January and February known only together have no range of their own, and one row for each comparison.
#[test]
fn joint_months_are_compared_once_and_with_what_is_drawn() {
    let dataset = bundled();
    for month in ["2020-01", "2022-02", "2023-02"] {
        let shown = |chart: &str| {
            let (query, _) = Query::parse(&format!("?chart={chart}&month={month}"));
            view(&dataset, &query)
        };
        let framing = shown("framing");
        let YAxis::Rows(rows) = &framing.graph.y else { panic!("{month}: no rows") };
        let mut names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        names.sort_unstable();
        assert!(names.len() > 3, "{names:?}");
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{month}: {names:?}");
        let season = shown("season").subtitle;
        assert!(!season.contains("January–February"), "{month}: {season}");
    }
}
