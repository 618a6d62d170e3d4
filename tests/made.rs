//! Another data set is another folder: `tests/made` holds the trade in tea of a country that is not,
//! with partners, money and goods of its own, by month and by year. Nothing of the bundled data may
//! show in what is made of it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{headline_files, period, with_parts};
use xenotime::charts::{ChartKind, Query, View, csv, fragments, page, title_block, view};
use xenotime::drawing::{Palette, SvgOptions, svg};
use xenotime::statistics::Comparison;
use xenotime::statistics::structure::{Part, Side, concentration, contributions, parts};
use xenotime::trade::{Dataset, Flow, Measure, Partner, SeriesKey};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/made")
}

/// What belongs to the bundled data alone.
const FOREIGN: [&str; 15] = [
    "China",
    "rare earth",
    "Rare earth",
    "rare-earths",
    "magnet",
    "CHN",
    "WTO",
    "USD",
    "US$",
    "dollar",
    "Japan",
    "Myanmar",
    "European",
    "Comtrade",
    "USGS",
];

fn assert_at_home(about: &str, text: &str) {
    for word in FOREIGN {
        let line = text.lines().find(|line| line.contains(word));
        assert_eq!(line, None, "{about} says {word}");
    }
}

/// Everything that is shown of a view.
fn shown(dataset: &Dataset, view: &View) -> String {
    let title = title_block(dataset, view);
    let options = SvgOptions {
        width: 760,
        height: 520,
        palette: Palette::LIGHT,
        title: view.headline.clone(),
        title_block: Some(title),
    };
    let mut all = vec![csv(dataset, &view.table), svg(&view.graph, &options)];
    all.extend(fragments(dataset, view).into_iter().map(|fragment| fragment.html));
    let page = page(dataset, view, Vec::new());
    all.extend([page.title, page.description, page.file_name, page.address]);
    let choices = page.controls.into_iter().flat_map(|control| control.choices);
    all.extend(choices.map(|choice| choice.label));
    all.extend(
        view.graph
            .marks
            .iter()
            .map(|mark| [mark.series.as_str(), &mark.period, &mark.value, &mark.note].join(" ")),
    );
    all.join("\n")
}

fn key(product: &str, partner: &str) -> SeriesKey {
    SeriesKey {
        flow: Flow::Export,
        measure: Measure::Volume,
        product: product.to_owned(),
        partner: Partner::parse(partner).unwrap(),
    }
}

#[test]
fn every_chart_is_drawn_of_it_and_names_nothing_foreign() {
    for dataset in [headline_files(&folder()), with_parts(&folder())] {
        for chart in ChartKind::ALL {
            for search in [
                "",
                "flow=import",
                "measure=value",
                "month=2020-02",
                "month=2023-12&compare=ytd",
                "product=black-tea",
                "partner=NOR1",
                "by=product&month=2023-12&compare=ytd",
            ] {
                let (asked, problems) = Query::parse(search);
                assert!(problems.is_empty(), "{problems:?}");
                let asked = Query { chart, ..asked }.settled(&dataset);
                let about = format!("{} {search}", chart.code());
                let shown = shown(&dataset, &view(&dataset, &asked));
                assert_at_home(&about, &shown);
                assert!(shown.contains("Valdoria"), "{about}");
            }
        }
    }
}

#[test]
fn a_group_and_its_members_are_not_both_counted() {
    let dataset = with_parts(&folder());
    let key = key("tea", "WLD");
    let parts = parts(&dataset, &key, Side::Partner);
    let series = dataset.series(&key);
    let found = concentration(&series, &parts, period("2023-01", 12)).unwrap();
    let names: Vec<&str> = found.shares.iter().map(|share| share.name.as_str()).collect();
    assert_eq!(names, ["Norland", "Sudmark", "Ostia"]);
    let found =
        contributions(&series, &parts, period("2023-12", 1), Comparison::YearToDate).unwrap();
    assert!(found.parts.iter().all(|part| part.name != "Isles"));
    // Where most of its members of the month are not known the group stands for them, and a country
    // that has left it stands beside it.
    let group = |at: &str| {
        let codes = ["ISL1", "OST1"];
        let one = |part: &&Part| codes.contains(&part.series.key().partner.code());
        let some: Vec<Part> = parts.iter().filter(one).cloned().collect();
        let found = concentration(&series, &some, period(at, 1)).unwrap();
        found.shares.iter().map(|share| share.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(group("2021-12"), ["Isles"]);
    assert_eq!(group("2022-01"), ["Isles", "Ostia"]);
}

#[test]
fn what_is_part_of_imports_alone_is_no_part_of_exports() {
    let dataset = with_parts(&folder());
    let names = |flow: Flow| {
        let key = SeriesKey { flow, ..key("tea", "WLD") };
        let parts = parts(&dataset, &key, Side::Product);
        parts.into_iter().map(|part| part.name).collect::<Vec<_>>()
    };
    assert_eq!(names(Flow::Import), ["Tea seed"]);
    assert_eq!(names(Flow::Export), ["Black tea", "Green tea"]);
    let wide = parts(&dataset, &key("tea-and-herbs", "WLD"), Side::Product);
    assert!(
        wide.iter().any(|part| part.name == "Herbs") && wide.iter().any(|part| part.name == "Tea")
    );
}

#[test]
fn production_of_the_latest_edition_stands() {
    let dataset = with_parts(&folder());
    let produced = dataset.produced();
    let of = |year: &str| produced.figure(period(&format!("{year}-01"), 12)).unwrap();
    assert_eq!((of("2021").value, of("2021").others.len()), (5300.0, 1));
    assert_eq!((of("2020").value, of("2023").value), (5000.0, 5600.0));
    let (asked, _) = Query::parse("chart=dependence");
    let view = view(&dataset, &asked.settled(&dataset));
    assert!(view.headline.contains("leaf picked"), "{}", view.headline);
}

/// An example that names goods of other data would show nothing.
#[test]
fn the_list_of_charts_has_examples_of_these_data() {
    let charts: serde_json::Value =
        serde_json::from_str(&printed(&["charts", "--format", "json"])).unwrap();
    let dataset = with_parts(&folder());
    for chart in charts.as_array().unwrap() {
        let example = chart["example"].as_str().unwrap();
        let (query, vain) = Query::parse_over(example, &dataset);
        let (shown, words) = xenotime::charts::open(&dataset, &query);
        assert!(vain.is_empty() && words.is_empty(), "{example}: {words:?}");
        assert_eq!(shown.query.product, dataset.about.usual.product, "{example}");
    }
}

/// What the program prints of the folder.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xenotime"))
        .args(arguments)
        .args(["--data", "tests/made"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let (said, told) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {told}");
    said.into_owned()
}

#[test]
fn the_program_speaks_of_it() {
    let tea = ["--product", "tea", "--month", "2024-05"];
    for (command, format) in
        [("summary", "text"), ("summary", "json"), ("analyse", "text"), ("analyse", "json")]
    {
        let said = printed(&[&[command, "--format", format], &tea[..]].concat());
        assert_at_home(command, &said);
        assert!(said.contains("Valdoria"), "{command}: {said}");
    }
    // The gazette's own figure stands before the broker's, whenever that came.
    let figure = printed(&["figure", "--period", "2024-06"]);
    assert_at_home("figure", &figure);
    assert!(figure.contains("\"publisher\": \"The Valdorian Gazette\""), "{figure}");
    assert!(figure.contains("\"value\": 999.0"), "{figure}");
    let money = printed(&["figure", "--period", "2023-01", "--measure", "value"]);
    assert!(money.contains("\"unit\": \"SEK\""), "{money}");
    assert!(printed(&["check-data"]).contains("no errors"));
}
