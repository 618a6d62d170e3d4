//! Partners and products as rows: what stands in each column, in which order, and what is found.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops with the reason"
)]

mod common;

#[path = "common/countries.rs"]
mod countries;

use common::{by_partner, key, made, month, period};
use countries::country_names;
use xenotime::import::dataset::read_own;
use xenotime::import::{Choice, Reader, tidy};
use xenotime::statistics::structure::Side;
use xenotime::tables::{
    Asked, Breakdown, Column, Kind, Line, RankedRow, Ranking, Sort, Wanted, awaited, csv,
    of_dataset, of_files, ranking,
};
use xenotime::trade::{Flow, Measure, Partner, Period, SeriesKey, Status};

fn asked(by: Side) -> Asked {
    Asked { by, ..Asked::default() }
}

fn row<'a>(ranking: &'a Ranking, code: &str) -> &'a RankedRow {
    ranking.rows.iter().find(|row| row.code == code).unwrap_or_else(|| panic!("no row {code}"))
}

fn codes(ranking: &Ranking) -> Vec<&str> {
    ranking.rows.iter().map(|row| row.code.as_str()).collect()
}

/// The number in a column of a row.
fn number(ranking: &Ranking, code: &str, column: Column) -> Option<f64> {
    let at = Column::ALL.iter().position(|own| *own == column).unwrap() - 1;
    row(ranking, code).numbers[at]
}

fn close(found: Option<f64>, expected: f64) {
    let found = found.unwrap_or_else(|| panic!("missing, {expected} was expected"));
    assert!((found - expected).abs() < 1e-9, "{found} in place of {expected}");
}

#[test]
fn only_what_was_derived_is_marked_as_that() {
    let mut dataset = made("USD", "t");
    let (world, wanted) = (key(Flow::Export, "wares", "WLD"), asked(Side::Partner));
    for status in Status::ALL {
        let mut observations = dataset.take_observations();
        observations.iter_mut().for_each(|one| one.figure.status = status);
        dataset.observe(observations);
        let studied = Period::month(month("2023-06"));
        let shown = ranking(&of_dataset(&dataset, &world, studied, &wanted), &wanted);
        let marked = row(&shown, "JPN").cells.iter().any(|cell| cell.ends_with('*'));
        assert_eq!(marked, status == Status::Derived, "{status:?}");
    }
}

#[test]
fn every_column_is_its_arithmetic() {
    let dataset = made("USD", "t");
    let world = key(Flow::Export, "wares", "WLD");
    let studied = Period::month(month("2023-06"));
    let asked = asked(Side::Partner);
    let ranking = ranking(&of_dataset(&dataset, &world, studied, &asked), &asked);
    let of = |partner: &str, at: &str| {
        dataset.series(&key(Flow::Export, "wares", partner)).month(month(at)).unwrap().value
    };
    let (now, before) = (of("JPN", "2023-06"), of("JPN", "2022-06"));
    let (whole, whole_before) = (of("WLD", "2023-06"), of("WLD", "2022-06"));
    close(number(&ranking, "JPN", Column::Quantity), now);
    close(number(&ranking, "JPN", Column::Value), now * 9013.0);
    close(number(&ranking, "JPN", Column::UnitValue), 9013.0);
    close(number(&ranking, "JPN", Column::Share), now / whole * 100.0);
    close(number(&ranking, "JPN", Column::Change), (now / before - 1.0) * 100.0);
    close(number(&ranking, "JPN", Column::Contribution), (now - before) / whole_before * 100.0);
    close(number(&ranking, "WLD", Column::Share), 100.0);
    assert_eq!(codes(&ranking), ["WLD", "JPN", "USA"], "the total first, then the largest");
    assert_eq!((row(&ranking, "WLD").kind, row(&ranking, "WLD").chosen), ("total", true));
    let heads: Vec<&str> = ranking.heads.iter().map(|head| head.label.as_str()).collect();
    assert_eq!(heads[1..4], ["Value (USD)", "Quantity (t)", "Unit value (USD/t)"]);
    assert_eq!(
        ranking.caption,
        "Ruritania’s exports of wares by destination: June 2023 against June 2022"
    );
}

#[test]
fn part_of_a_year_is_compared_with_the_same_months() {
    let dataset = made("USD", "t");
    let world = key(Flow::Export, "wares", "WLD");
    let asked = Asked { period: Some(period("2023-01", 6)), ..asked(Side::Partner) };
    let studied = Period::month(month("2023-06"));
    let ranking = ranking(&of_dataset(&dataset, &world, studied, &asked), &asked);
    let months = |year: i32| -> f64 {
        let series = dataset.series(&key(Flow::Export, "wares", "JPN"));
        (1..=6).map(|number| series.month(month(&format!("{year}-0{number}"))).unwrap().value).sum()
    };
    close(number(&ranking, "JPN", Column::Quantity), months(2023));
    close(number(&ranking, "JPN", Column::Change), (months(2023) / months(2022) - 1.0) * 100.0);
    assert!(row(&ranking, "JPN").cells[1].ends_with('†'), "a sum made here says so");
    let offered: Vec<&str> = ranking.periods.iter().map(|one| one.label.as_str()).collect();
    assert!(offered.contains(&"January–June 2023") && offered.contains(&"2022"), "{offered:?}");
    assert!(!offered.contains(&"2023"), "half a year is no year: {offered:?}");
}

#[test]
fn products_are_of_the_line_that_they_lie_in() {
    let dataset = made("USD", "t");
    let beads = key(Flow::Export, "beads", "WLD");
    let asked = asked(Side::Product);
    let studied = Period::month(month("2023-06"));
    let breakdown = of_dataset(&dataset, &beads, studied, &asked);
    let ranking = ranking(&breakdown, &asked);
    assert_eq!(codes(&ranking), ["wares", "beads", "rods"]);
    assert!(row(&ranking, "beads").chosen && !row(&ranking, "wares").chosen);
    let share = number(&ranking, "beads", Column::Share).unwrap();
    assert!((34.0..36.0).contains(&share), "{share}");
}

#[test]
fn what_is_missing_is_missing_and_last() {
    let text = "period,partner,product,flow,reporter,value\n\
        2024,Japan,2846,Export,Australia,100\n2025,Japan,2846,Export,Australia,150\n\
        2025,Korea,2846,Export,Australia,80\n2024,Fiji,2846,Export,Australia,20\n";
    let reader = opened("table.csv", text);
    for (sort, order) in [
        ("-change", ["WLD", "JPN", "FJI", "KOR"]),
        ("change", ["WLD", "JPN", "FJI", "KOR"]),
        ("-value", ["WLD", "JPN", "KOR", "FJI"]),
        ("value", ["WLD", "KOR", "JPN", "FJI"]),
        ("name", ["WLD", "FJI", "JPN", "KOR"]),
        ("-name", ["WLD", "KOR", "JPN", "FJI"]),
    ] {
        let asked = Asked { sort: Sort::parse(sort), ..asked(Side::Partner) };
        let breakdown = of_files(&reader, &wanted("2846", "2025-12"), &asked);
        let said = |own: &String| own.contains("the world is the sum of the single partners");
        assert!(breakdown.notes.iter().any(said), "{:?}", breakdown.notes);
        let ranking = ranking(&breakdown, &asked);
        assert_eq!(codes(&ranking), order, "{sort}");
        // New partners have no change, and are no rise from nothing.
        assert_eq!(number(&ranking, "KOR", Column::Change), None);
        assert_eq!(number(&ranking, "FJI", Column::Value), None);
        assert_eq!(row(&ranking, "FJI").cells[0], "–");
        close(number(&ranking, "JPN", Column::Share), 150.0 / 230.0 * 100.0);
        assert!(row(&ranking, "WLD").cells[0].ends_with('*'), "a sum of partners is derived");
    }
}

#[test]
fn words_find_rows_and_only_so_many_are_shown() {
    let rows: String = (0..3000)
        .map(|number| format!("2025,Land {number:04},2846,Export,Australia,{}\n", number + 1))
        .collect();
    let text = format!("period,partner,product,flow,reporter,value\n{rows}");
    let reader = opened("many.csv", &text);
    let first = Asked { most: 50, ..asked(Side::Partner) };
    let breakdown = of_files(&reader, &wanted("2846", "2025-12"), &first);
    let shown = ranking(&breakdown, &first);
    assert_eq!((shown.rows.len(), shown.found, shown.all), (51, 3000, 3000));
    assert_eq!(shown.rows[1].name, "Land 2999");
    let some = Asked { wanted: "LAND 012".to_owned(), ..first.clone() };
    let found = ranking(&breakdown, &some);
    assert_eq!((found.found, found.rows.len()), (13, 14), "World stays in sight");
    let none = Asked { wanted: "nowhere".to_owned(), ..first };
    assert_eq!(codes(&ranking(&breakdown, &none)), ["WLD"]);
}

#[test]
fn codes_of_one_level_have_a_total_and_others_none() {
    let head = "period,partner,product,flow,reporter,value\n";
    let flat = format!(
        "{head}2025,Japan,284610,Export,Australia,60\n2025,Japan,284690,Export,Australia,40\n"
    );
    let asked = asked(Side::Product);
    let reader = opened("flat.csv", &flat);
    let shown = ranking(&of_files(&reader, &wanted("284610", "2025-12"), &asked), &asked);
    assert_eq!(codes(&shown), ["TOTAL", "284610", "284690"]);
    close(number(&shown, "TOTAL", Column::Value), 100.0);
    close(number(&shown, "284610", Column::Share), 60.0);
    // The total is a way back: the chart has it too.
    let dataset = own(&reader, "TOTAL");
    let all = key_of(Measure::Value, "TOTAL", "WLD");
    assert_eq!(dataset.series(&all).figure(period("2025-01", 12)).unwrap().value, 100.0);

    let deep = format!("{flat}2025,Japan,2846,Export,Australia,100\n");
    let reader = opened("deep.csv", &deep);
    let breakdown = of_files(&reader, &wanted("284610", "2025-12"), &asked);
    assert!(breakdown.total.is_none(), "levels are not added up");
    let heading = breakdown.lines.iter().find(|line| line.code == "2846").unwrap();
    assert_eq!(heading.kind, Kind::Group);
    let shown = ranking(&breakdown, &asked);
    assert_eq!(number(&shown, "284610", Column::Share), None);
    assert!(shown.notes.iter().any(|note| note.contains("not all of one level")), "{shown:?}");
}

#[test]
fn all_goods_have_no_unit_value_where_some_have_no_weight() {
    let head = "period,partner,product,flow,reporter,value,weight_kg\n";
    let weighed = format!("{head}2025,Japan,280401,Export,Australia,5000,1000\n");
    let asked = asked(Side::Product);
    for (rest, unit_value) in [
        ("2025,Japan,280402,Export,Australia,3000,1000\n", Some(4000.0)),
        ("2025,Japan,280402,Export,Australia,3000,\n", None),
    ] {
        let reader = opened("goods.csv", &(weighed.clone() + rest));
        let shown = ranking(&of_files(&reader, &wanted("280401", "2025-12"), &asked), &asked);
        close(number(&shown, "TOTAL", Column::Value), 8000.0);
        assert_eq!(number(&shown, "TOTAL", Column::UnitValue), unit_value, "{rest}");
        let said = shown.notes.iter().any(|note| note.contains("Not all products"));
        assert_eq!(said, unit_value.is_none(), "{:?}", shown.notes);
        close(number(&shown, "280401", Column::UnitValue), 5000.0);
    }
}

#[test]
fn a_published_change_stands_for_that_on_a_figure_derived_from_it() {
    // 213 t a year before was derived from 280 t and the published 31.4%.
    let magnets = key(Flow::Export, "magnets", "WLD");
    let asked = asked(Side::Partner);
    let studied = Period::month(month("2025-12"));
    let ranking = ranking(&of_dataset(&common::bundled(), &magnets, studied, &asked), &asked);
    close(number(&ranking, "JPN", Column::Change), 31.4);
}

#[test]
fn a_world_without_some_partners_quantity_is_named_as_that() {
    let head = "period,partner,product,flow,reporter,value,weight_kg\n";
    let weighed = format!("{head}2025,Korea,280401,Export,Australia,5000,1000\n");
    let asked = asked(Side::Partner);
    for (rest, name, covers) in [
        ("2025,Japan,280401,Export,Australia,3000,1000\n", "World", true),
        ("2025,Japan,280401,Export,Australia,3000,\n", "World (quantity without Japan)", false),
    ] {
        let reader = opened("goods.csv", &(weighed.clone() + rest));
        let wanted = Wanted { measure: Measure::Volume, ..wanted("280401", "2025-12") };
        let shown = ranking(&of_files(&reader, &wanted, &asked), &asked);
        assert_eq!(row(&shown, "WLD").name, name, "{rest}");
        let said = shown.notes.iter().any(|note| note.contains("make up 100.0% of the total"));
        assert_eq!(said, covers, "{:?}", shown.notes);
    }
}

#[test]
fn large_amounts_keep_their_zeros_in_files() {
    let rows = "2025,Japan,280401,Export,Australia,200000000000000\n\
        2025,Korea,280401,Export,Australia,123456789010\n";
    let text = format!("period,partner,product,flow,reporter,value\n{rows}");
    let reader = opened("large.csv", &text);
    let asked = asked(Side::Partner);
    let shown = ranking(&of_files(&reader, &wanted("280401", "2025-12"), &asked), &asked);
    let lines = csv_lines(&csv(&shown));
    let cells: Vec<&str> = lines.iter().flatten().map(String::as_str).collect();
    assert!(cells.contains(&"200000000000000") && cells.contains(&"123456789010"), "{cells:?}");
}

#[test]
fn the_bundled_partners_come_with_their_file() {
    assert!(awaited(&common::bundled()).contains(&"by-partner.csv".to_owned()));
    let Some(dataset) = by_partner() else { return };
    let headline = common::rare_earths(Flow::Export);
    let asked = asked(Side::Partner);
    let studied = Period::month(month("2026-07"));
    let breakdown = of_dataset(&dataset, &headline, studied, &asked);
    assert_eq!(breakdown.period, period("2025-01", 12), "months of partners are few");
    let ranking = ranking(&breakdown, &asked);
    assert!(ranking.all > 30, "{}", ranking.all);
    assert_eq!(ranking.rows[1].code, "JPN");
    assert!(
        ranking.notes[0].contains(
            "a figure for July 2026; 2025, the nearest period with more, is shown instead"
        ),
        "{:?}",
        ranking.notes
    );
    let sum: f64 = breakdown
        .lines
        .iter()
        .filter(|line| line.kind == Kind::Part)
        .filter_map(|line| breakdown.number(line, Column::Share))
        .sum();
    assert!((95.0..=100.5).contains(&sum), "{sum}");
    // As a file: every row under the same heads, a missing figure empty.
    let text = csv(&ranking);
    let mut lines = csv_lines(&text);
    let head = lines.remove(0);
    assert_eq!(head[..4], ["code", "partner", "kind", "period"]);
    assert_eq!(lines.len(), ranking.all + 1);
    assert!(lines.iter().all(|line| line.len() == head.len()));
}

/// What the table of a file says is what the charts of it say.
#[test]
fn the_table_of_a_file_holds_what_its_charts_hold() {
    let files =
        ["baci.csv", "comtrade.csv", "comtrade-older.csv", "tidy.csv", "eurostat.csv", "wits.csv"];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/samples");
    let mut compared = 0;
    for name in files {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let reader = opened(name, &text);
        for reporter in xenotime::import::reporters(&reader) {
            for product in reader.store.products.all().map(|(_, entry)| entry.code.clone()) {
                for flow in [Flow::Export, Flow::Import] {
                    compared += compare(&reader, &reporter.code, &product, flow);
                }
            }
        }
    }
    assert!(compared > 10, "{compared}");
}

fn compare(reader: &Reader, reporter: &str, product: &str, flow: Flow) -> usize {
    let (_, last) = xenotime::import::extent(&reader.store).unwrap();
    let wanted = Wanted {
        reporter: reporter.to_owned(),
        product: product.to_owned(),
        partner: "WLD".to_owned(),
        flow,
        measure: Measure::Value,
        month: last,
    };
    let first = of_files(reader, &wanted, &asked(Side::Partner));
    let choice = Choice {
        reporter: reporter.to_owned(),
        products: vec![product.to_owned()],
        partners: 60,
        also: Vec::new(),
        mirror: false,
    };
    let dataset = read_own(tidy(reader, &choice).files()).unwrap();
    let own = dataset.products[0].code.clone();
    let mut compared = 0;
    for period in first.periods {
        let asked = Asked { period: Some(period), ..asked(Side::Partner) };
        let breakdown = of_files(reader, &wanted, &asked);
        for line in breakdown.total.iter().chain(&breakdown.lines) {
            compared += compare_line(&dataset, &breakdown, line, flow, &own);
        }
    }
    compared
}

fn compare_line(
    dataset: &xenotime::trade::Dataset,
    breakdown: &Breakdown,
    line: &Line,
    flow: Flow,
    product: &str,
) -> usize {
    let Some(partner) = Partner::parse(&line.code) else { return 0 };
    let key = SeriesKey { flow, measure: Measure::Value, product: product.to_owned(), partner };
    let charted = xenotime::statistics::amount(&dataset.series(&key), breakdown.period).ok();
    let charted = charted.map(|amount| amount.value);
    let tabled = line.now.value.map(|counted| counted.amount);
    match (tabled, charted) {
        (Some(one), Some(other)) => {
            assert!(
                (one - other).abs() <= 1e-6 * one.abs().max(1.0),
                "{}: {one} {other}",
                line.code
            );
        }
        (one, other) => assert_eq!(one, other, "{} {:?}", line.code, breakdown.period),
    }
    usize::from(tabled.is_some())
}

fn csv_lines(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn key_of(measure: Measure, product: &str, partner: &str) -> SeriesKey {
    SeriesKey { measure, ..key(Flow::Export, product, partner) }
}

fn own(reader: &Reader, product: &str) -> xenotime::trade::Dataset {
    let choice = Choice {
        reporter: "AUS".to_owned(),
        products: vec![product.to_owned()],
        partners: 12,
        also: Vec::new(),
        mirror: false,
    };
    read_own(tidy(reader, &choice).files()).unwrap()
}

fn wanted(product: &str, last: &str) -> Wanted {
    Wanted {
        reporter: "AUS".to_owned(),
        product: product.to_owned(),
        partner: "WLD".to_owned(),
        flow: Flow::Export,
        measure: Measure::Value,
        month: month(last),
    }
}

/// Reads a file, with the likeliest answers to what it leaves open.
fn opened(name: &str, text: &str) -> Reader {
    let mut reader = Reader::default();
    reader.names = country_names();
    for id in ["money", "factor", "year", "unit", "codes"] {
        reader.answers.push((id.to_owned(), "likely".to_owned()));
    }
    reader.begin(name, None);
    let fed = reader.feed(text.as_bytes()).and_then(|()| reader.end());
    fed.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    reader
}
