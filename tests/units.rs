//! Units: every chart, table, file and report speaks of those of its own figures, and axes tell
//! their ticks apart.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use xenotime::charts::{
    AxisUnit, ChartKind, Choice, Page, Query, axis_labels, csv, nice_ticks, page, title_block, view,
};
use xenotime::drawing::{Palette, SvgOptions, svg};
use xenotime::statistics::Comparison;
use xenotime::statistics::structure::Side;
use xenotime::trade::{
    Dataset, Flow, Measure, Member, Month, Observation, PartnerRecord, Product, Unit, UnitRatio,
};

mod common;
use common::{bundled_whole, by_partner, headline_files, made};

/// The units that the data sets below are in; each is foreign to all but its own.
const UNITS: [&str; 7] = ["USD", "EUR", "CNY", "JPY", "t", "kg", "piece"];

/// Money, and what the goods are counted in.
const CASES: [(&str, &str); 4] = [("USD", "t"), ("EUR", "kg"), ("CNY", "piece"), ("JPY", "kg")];

fn unit(code: &str) -> Unit {
    Unit::parse(code).unwrap()
}

/// Text without what stands between angle brackets.
fn words_of(markup: &str) -> String {
    let pieces =
        markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<Vec<_>>().join(" ")
}

/// A word or code of a unit that is none of `own`, as it stands in `text`.
fn foreign(text: &str, own: [&str; 2]) -> Option<String> {
    // Student's t is no tonne.
    let small = text.to_lowercase().replace("t value", "").replace("t_value", "");
    let parts: Vec<&str> = small
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    for code in UNITS.into_iter().filter(|code| !own.contains(code)) {
        let unit = unit(code);
        let sign = unit.sign();
        if unit.is_money() && !sign.ends_with(' ') && text.contains(&sign) {
            return Some(sign);
        }
        for word in [code.to_owned(), unit.one().to_owned(), unit.words()] {
            let word = word.to_lowercase();
            let alone: Vec<&str> = word.split(' ').collect();
            if parts.windows(alone.len()).any(|run| run == alone) {
                return Some(word);
            }
        }
    }
    None
}

fn assert_own(text: &str, own: [&str; 2], what: &str) {
    if let Some(word) = foreign(text, own) {
        let small = text.to_lowercase();
        let alone = |at: &usize| {
            let end = at + word.len();
            !small[..*at].ends_with(char::is_alphanumeric)
                && !small[end..].starts_with(char::is_alphanumeric)
        };
        let at = small.match_indices(&word.to_lowercase()).map(|found| found.0).find(alone);
        let at = at.unwrap_or(0);
        let start = (0..=at.saturating_sub(60)).rev().find(|at| text.is_char_boundary(*at));
        let near: String = text[start.unwrap_or(0)..].chars().take(160).collect();
        panic!("{what}, in {own:?}, has “{word}”: …{near}…");
    }
}

#[test]
fn a_foreign_unit_is_found() {
    for text in ["worth US$5", "value_USD", "usd_per_t", "10,000 dollars, US dollars", "€5"] {
        assert!(foreign(text, ["CNY", "t"]).is_some(), "{text}");
    }
    assert_eq!(foreign("CN¥5 a tonne, 7 t", ["CNY", "t"]), None);
}

/// Values are in yuan too, in a file of their own: a choice on the page, in which no dollar is said,
/// added or held against a yuan.
#[test]
fn another_money_is_a_choice_and_is_never_mixed() {
    let headline = headline_files(Path::new("www/data"));
    let (asked, problems) = Query::parse("?measure=value&unit=CNY");
    assert_eq!((problems.len(), asked.address()), (0, "?measure=value&unit=CNY".to_owned()));
    let first = page(&headline, &view(&headline, &Query::default()), Vec::new());
    let product = |page: &Page| {
        let control = page.controls.iter().find(|control| control.name == "product").unwrap();
        let choice = |choice: &Choice| (choice.value.clone(), choice.label.clone());
        (control.value.clone(), control.choices.iter().map(choice).collect::<Vec<_>>())
    };
    let yuan = ("rare-earths WLD value CNY".to_owned(), "Rare earths, yuan".to_owned());
    assert!(product(&first).1.contains(&yuan), "offered before its file is there");
    let shown = page(&headline, &view(&headline, &asked), Vec::new());
    assert_eq!(shown.needs, ["values-cny.csv"]);

    let dataset = bundled_whole();
    let usual = Query::usual_of(&dataset);
    let chosen = usual.with_control("product", &yuan.0);
    assert_eq!(chosen.address(), "?measure=value&unit=CNY");
    assert_eq!(product(&page(&dataset, &view(&dataset, &chosen), Vec::new())).0, yuan.0);
    let back = chosen.with_control("product", "rare-earths WLD value");
    assert_eq!(back.address(), "?measure=value");
    // Prices are in the money that they were published in, whatever the trade is counted in.
    for chart in ChartKind::ALL.into_iter().filter(|chart| chart.code() != "prices") {
        for by in [Side::Partner, Side::Product] {
            let view = view(&dataset, &Query { chart, by, ..asked.clone() });
            let marks = view.graph.marks.iter().map(|mark| format!("{} {}", mark.value, mark.note));
            let said = [
                view.headline.clone(),
                view.subtitle.clone(),
                view.sentence.clone(),
                marks.collect::<Vec<_>>().join(" "),
                format!("{:?} {:?}", view.comparisons, view.graph.labels),
            ];
            let said = said.join(" ");
            assert!(!said.contains("US$") && !said.contains("dollar"), "{}: {said}", chart.code());
        }
    }
    let months = view(&dataset, &asked);
    assert!(months.headline.contains("CN¥"), "{}", months.headline);
    let drivers = Query { chart: ChartKind::parse("drivers").unwrap(), ..asked };
    assert!(view(&dataset, &drivers).headline.contains("no values in yuan by destination"));
}

#[test]
fn every_chart_speaks_of_its_own_units_only() {
    for (money, goods) in CASES {
        let dataset = made(money, goods);
        let own = [money, goods];
        for chart in ChartKind::ALL {
            for measure in [unit(money).measure(), unit(goods).measure()] {
                let sides = [
                    (Comparison::YearOnYear, Side::Partner),
                    (Comparison::FiveYearMean, Side::Product),
                ];
                let own_kinds = if chart.record().obeys("by") { 2 } else { 1 };
                for (comparison, by) in sides.into_iter().take(own_kinds) {
                    let query = Query {
                        chart,
                        measure,
                        comparison,
                        by,
                        product: "wares".to_owned(),
                        ..Query::default()
                    };
                    let view = view(&dataset, &query);
                    let what = |part: &str| format!("{} {}: {part}", chart.code(), measure.code());
                    let mut said = vec![
                        ("headline", view.headline.clone()),
                        ("subtitle", view.subtitle.clone()),
                        ("sentence", view.sentence.clone()),
                        ("calibration", view.calibration.clone()),
                        ("notes", view.notes.join(" ")),
                        ("CSV", csv(&dataset, &view.table)),
                        ("marks", format!("{:?}", view.graph.marks)),
                        ("comparisons", format!("{:?}", view.comparisons)),
                    ];
                    let page = page(&dataset, &view, Vec::new());
                    // How a chart is computed is said of any data alike.
                    let fragments = page.fragments.iter().filter(|one| one.name != "chart-methods");
                    let choices: Vec<&str> = page
                        .controls
                        .iter()
                        .flat_map(|control| &control.choices)
                        .map(|choice| choice.label.as_str())
                        .filter(|label| {
                            !label.contains("wares")
                                && !label.contains("beads")
                                && !label.contains("rods")
                        })
                        .collect();
                    said.push(("controls", choices.join("; ")));
                    for fragment in fragments {
                        said.push((fragment.name, words_of(&fragment.html)));
                    }
                    let options = SvgOptions {
                        width: 760,
                        height: 520,
                        palette: Palette::LIGHT,
                        title_block: Some(title_block(&dataset, &view)),
                        title: view.headline.clone(),
                    };
                    said.push(("SVG", words_of(&svg(&view.graph, &options))));
                    for (part, text) in said {
                        assert_own(&text, own, &what(part));
                    }
                }
            }
        }
    }
}

#[test]
fn unit_values_are_in_the_units_of_both_series() {
    for (money, goods) in CASES {
        let dataset = made(money, goods);
        let of = UnitRatio { of: unit(money), per: unit(goods) };
        let query = Query {
            chart: ChartKind::parse("unit-value").unwrap(),
            product: "wares".to_owned(),
            ..Query::default()
        }
        .settled(&dataset);
        let shown = view(&dataset, &query);
        // 9,013 of the money for each, in every month.
        assert!(shown.headline.contains(&of.amount(9013.0)), "{}", shown.headline);
        assert!(csv(&dataset, &shown.table).contains(&format!("unit_value_{}", of.name_part())));
        let split =
            view(&dataset, &Query { chart: ChartKind::parse("price-volume").unwrap(), ..query });
        assert!(split.table.columns.iter().any(|column| column.name == format!("gave_{money}")));
    }
}

/// Writes a data set as the four files of a folder.
fn folder(name: &str, dataset: &Dataset) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut text =
        String::from("period,months,flow,measure,product,partner,value,unit,status,source,note\n");
    for Observation { key, unit, figure, .. } in dataset.observations() {
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{},{},reported,file,",
            figure.period.start,
            figure.period.months,
            key.flow.code(),
            key.measure.code(),
            key.product,
            key.partner.code(),
            figure.value,
            unit.code()
        );
    }
    let mut products =
        String::from("product,label,hs,note,aliases_en,parent,parent_flow,headline\n");
    for Product { code, label, hs, parent, .. } in &dataset.products {
        let parent = parent.as_deref().unwrap_or_default();
        let _ = writeln!(products, "{code},{label},{},,,{parent},,", hs[0]);
    }
    let sources = "source,publisher,published,title,url\nfile,the file,,,\n".to_owned();
    let events = "date,title,short,rank,effect,url\n".to_owned();
    for (name, text) in [
        ("observations.csv", text),
        ("products.csv", products),
        ("sources.csv", sources),
        ("events.csv", events),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

fn run(command: &str, format: &str, measure: Measure, data: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xenotime"))
        .args([command, "--product", "wares", "--format", format, "--measure", measure.code()])
        .arg("--data")
        .arg(data)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_program_speaks_of_its_own_units_only() {
    for (money, goods) in CASES {
        let data = folder(&format!("units-{money}-{goods}"), &made(money, goods));
        for measure in [Measure::Value, unit(goods).measure()] {
            for command in ["summary", "analyse"] {
                for format in ["json", "text"] {
                    let said = run(command, format, measure, &data);
                    assert_own(&said, [money, goods], &format!("{command} as {format}"));
                }
            }
            let json: serde_json::Value =
                serde_json::from_str(&run("analyse", "json", measure, &data)).unwrap();
            let per = UnitRatio { of: unit(money), per: unit(goods) };
            let key = per.name_part().to_lowercase();
            assert_eq!(json["unit_value"][&key], 9013.0, "{key}");
        }
    }
}

#[test]
fn a_series_in_two_units_is_refused_by_line() {
    let dataset = made("EUR", "kg");
    let data = folder("units-mixed", &dataset);
    let path = data.join("observations.csv");
    let text = fs::read_to_string(&path).unwrap();
    // The last row of values: all before it are in euros.
    let line = text.lines().count() - 1;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[line - 1] = lines[line - 1].replace(",EUR,", ",USD,");
    fs::write(&path, lines.join("\n")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_xenotime"))
        .args(["check-data", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for word in ["observations.csv", &line.to_string(), "unit", "USD", "EUR"] {
        assert!(said.contains(word), "{word}: {said}");
    }
}

/// What an axis' words say: the number in them.
fn number(label: &str) -> f64 {
    let one = [(" tn", 1e12), (" bn", 1e9), (" m", 1e6)]
        .into_iter()
        .find(|(word, _)| label.ends_with(word))
        .map_or(1.0, |(_, one)| one);
    let digits: String =
        label.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let sign = if label.contains('−') { -1.0 } else { 1.0 };
    sign * digits.trim_end_matches('.').parse::<f64>().unwrap() * one
}

proptest! {
    /// No two ticks say the same, and each says where it stands.
    #[test]
    fn axes_tell_their_ticks_apart(
        low in -1.0..1.0f64,
        high in -1.0..1.0f64,
        magnitude in -6..14i32,
        count in 1..9usize,
        which in 0..4usize,
    ) {
        let size = 10f64.powi(magnitude);
        let (low, high) = (low.min(high) * size, high.max(low) * size);
        prop_assume!(high - low > 1e-3 * size);
        let ticks = nice_ticks(low, high, count);
        let unit = [
            AxisUnit::Amount,
            AxisUnit::Percent,
            AxisUnit::Points,
            AxisUnit::Plain,
        ][which];
        let labels = axis_labels(&ticks, unit);
        prop_assert_eq!(labels.len(), ticks.len());
        let step = ticks[1] - ticks[0];
        for (tick, label) in ticks.iter().zip(&labels) {
            let said = number(label);
            prop_assert!((said - tick).abs() < 1e-3 * step, "{} is written {}", tick, label);
        }
        for (one, other) in labels.iter().zip(&labels[1..]) {
            prop_assert!(one != other, "{:?}", labels);
        }
    }
}

/// Where a unit's word or code may stand in the code: the unit's own file, its names in a language, files
/// of layouts and headings that publishers write, the words of stories, and this test.
#[test]
fn units_are_known_in_one_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for room in ["charts", "statistics", "program", "drawing", "query", "wording"] {
        look(&root.join(room), &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Lines of code, comments and tests apart, that name a unit; with the few that may.
fn look(path: &Path, found: &mut Vec<String>) {
    // What is asked of a file, and the words of stories, name units as readers do.
    let asks =
        ["wording/en/import", "wording/zh/import", "wording/en/stories", "wording/zh/stories"];
    if path.ends_with("units.csv") || asks.iter().any(|room| path.ends_with(room)) {
        return;
    }
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            look(&entry.unwrap().path(), found);
        }
        return;
    }
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    for (index, line) in code.lines().enumerate() {
        let line_code = line.split("//").next().unwrap_or_default();
        let small = line_code.to_lowercase();
        let named = ["usd", "us$", "dollar", "euro\"", "€", "yuan", "tonne", "kilogram"];
        if named.iter().any(|word| small.contains(word)) {
            found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
        }
    }
}

/// The same data with what `picked` finds weighed in kilograms.
fn partly_in_kilograms(dataset: &Dataset, picked: fn(&Observation) -> bool) -> Dataset {
    let mut mixed = dataset.clone();
    let observations = mixed.take_observations();
    mixed.observe(observations.into_iter().map(|mut one| {
        if one.unit == Unit::TONNE && picked(&one) {
            one.figure.multiply(1000.0);
            one.unit = Unit::KILOGRAM;
        }
        one
    }));
    mixed
}

/// Who counts partners or imports in another weight sees the same charts.
#[test]
fn weights_within_one_data_set_are_weighed_alike() {
    let (made, bundled) = (made("EUR", "t"), bundled_whole());
    let partners = |one: &Observation| !one.key.partner.is_world();
    let imports = |one: &Observation| one.key.flow == Flow::Import;
    let reports =
        |one: &Observation| !matches!(one.key.flow, Flow::Export | Flow::Import | Flow::Quota);
    let mut compared = 0;
    for (chart, usual, product, picked) in [
        ("drivers", &made, "wares", partners as fn(&Observation) -> bool),
        ("shares", &made, "wares", partners),
        ("dependence", &bundled, "rare-earths", imports),
        ("mirror", &bundled, "rare-earths", reports),
        ("gaps", &bundled, "rare-earths", reports),
    ] {
        // Partners' reports may be left out.
        if picked == reports && by_partner().is_none() {
            continue;
        }
        let mixed = partly_in_kilograms(usual, picked);
        let kilograms = mixed.observations().iter().filter(|one| one.unit == Unit::KILOGRAM);
        assert!(kilograms.count() > 0, "{chart}");
        let kind = ChartKind::parse(chart).unwrap();
        let month = Some(Month::parse("2024-12").unwrap()).filter(|_| product == "rare-earths");
        let query = Query { chart: kind, product: product.to_owned(), month, ..Query::default() };
        let (one, other) = (view(usual, &query), view(&mixed, &query));
        assert!(!one.graph.marks.is_empty(), "{chart}: {}", one.headline);
        // Imports are what dependence counts in.
        if chart == "dependence" {
            assert_eq!(one.headline, other.headline);
            assert!(other.subtitle.starts_with("Kilograms a year"), "{}", other.subtitle);
        } else {
            assert_eq!((one.headline, one.subtitle), (other.headline, other.subtitle), "{chart}");
        }
        compared += one.graph.marks.len();
        assert_eq!(one.graph.marks.len(), other.graph.marks.len(), "{chart}");
    }
    assert!(compared > 20, "{compared}");
}

/// A cell of the heat map has room for a few digits: what it counts in is said.
#[test]
fn a_heat_map_says_what_its_cells_count_in() {
    let kind = ChartKind::parse("heat").unwrap();
    for (measure, said) in [(Measure::Value, Some("; cells in ")), (Measure::Volume, None)] {
        let dataset = made("JPY", "t");
        let product = "wares".to_owned();
        let query = Query { chart: kind, measure, product, ..Query::default() };
        let view = view(&dataset, &query);
        assert_eq!(view.subtitle.contains("; cells in "), said.is_some(), "{}", view.subtitle);
    }
}

/// A group that lost a member between the two periods is not the same whole, and that is said.
#[test]
fn a_group_of_other_members_is_noted() {
    let member = |code: &str, to: Option<&str>| Member {
        code: code.to_owned(),
        from: None,
        to: to.map(|to| Month::parse(to).unwrap()),
    };
    for (left, noted) in [(Some("2022-12"), true), (Some("2021-12"), false), (None, false)] {
        let mut dataset = made("EUR", "t");
        dataset.partners.retain(|one| one.code != "JPN");
        dataset.partners.push(PartnerRecord {
            code: "JPN".to_owned(),
            members: vec![member("AAA", None), member("BBB", left)],
            ..PartnerRecord::default()
        });
        let (query, _) = Query::parse("?chart=drivers&product=wares&month=2023-06&compare=yoy");
        let notes = view(&dataset, &query).notes.join(" ");
        assert_eq!(notes.contains("has other members"), noted, "{left:?}: {notes}");
    }
}
