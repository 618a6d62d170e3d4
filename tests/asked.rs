//! What is shown where an address asks for what there is not, and the word that says so.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use xenotime::charts::{Query, Step, open, page, view, walk};
use xenotime::trade::{Dataset, Flow, Observation, Product, Unit};

mod common;
use common::{bundled, bundled_whole, by_partner, figure, key, period, with_parts};

fn asked(dataset: &Dataset, search: &str) -> (xenotime::charts::View, Vec<String>) {
    open(dataset, &Query::parse_over(search, dataset).0)
}

#[test]
fn a_month_outside_the_figures_is_told_of_whichever_control_names_it() {
    let dataset = bundled();
    for (search, month) in [
        ("?month=1990-01", "January 1990"),
        ("?from=1990-01", "January 1990"),
        ("?to=2090-12", "December 2090"),
    ] {
        let (_, words) = asked(&dataset, search);
        assert!(
            words.iter().any(|word| word.starts_with(&format!("You asked for {month}, "))),
            "{search}: {words:?}"
        );
    }
    assert!(asked(&dataset, "?from=2015-01&to=2020-12").1.is_empty());
    // The chart has no such control: what is not obeyed is not spoken of.
    assert!(asked(&dataset, "?chart=framing&month=2024-11&from=1990-01").1.is_empty());
}

/// One parameter that is not the chart is something asked for, not a chart alone.
#[test]
fn what_an_address_of_one_parameter_asks_in_vain_is_told_of() {
    let Some(dataset) = by_partner() else { return };
    let (shown, words) = asked(&dataset, "?chart=drivers&month=2013-03");
    assert!(!shown.graph.marks.is_empty());
    assert!(words.iter().any(|word| word.contains("nearest")), "{words:?}");
    assert!(asked(&dataset, "?chart=drivers").1.is_empty());
}

#[test]
fn dependence_is_of_weight_and_of_all_partners_and_says_so() {
    let dataset = bundled_whole();
    let (usual, words) = asked(&dataset, "?chart=dependence");
    assert!(words.is_empty(), "{words:?}");
    for search in ["?chart=dependence&measure=value", "?chart=dependence&partner=JPN"] {
        let (shown, words) = asked(&dataset, search);
        assert_eq!(shown.headline, usual.headline, "{search}");
        assert_eq!(words.len(), 1, "{search}: {words:?}");
        let page = page(&dataset, &shown, words);
        let product = page.controls.iter().find(|control| control.name == "product").unwrap();
        assert!(product.choices.iter().all(|choice| choice.value.ends_with(" WLD volume")));
        assert!(product.choices.iter().any(|choice| choice.value == product.value));
    }
}

#[test]
fn dependence_uses_the_data_set_s_own_words() {
    let made = with_parts(std::path::Path::new("tests/made"));
    let (shown, _) = asked(&made, "?chart=dependence");
    let table = format!("{:?}", shown.table);
    let all = format!("{} {} {} {table}", shown.headline, shown.sentence, shown.notes.join(" "));
    assert!(all.contains("leaf picked") && all.contains("Picking allowance"), "{all}");
    for foreign in [" mine", "mining", "Mining", "oxide"] {
        assert!(!all.contains(foreign), "{foreign}: {all}");
    }
    // It is the year that is not known, and of which flow.
    let bundled = bundled_whole();
    let (shown, _) = asked(&bundled, "?chart=dependence");
    let lacks: Vec<&str> =
        shown.table.rows.iter().filter_map(|row| Some(row.cells.last()?.text.as_str())).collect();
    let empty = lacks.iter().any(|words| words.contains("imports: no figure for 20"));
    assert!(empty, "{lacks:?}");
}

#[test]
fn what_is_taken_apart_is_compared_with_periods_only() {
    let dataset = bundled_whole();
    let choices = |search: &str| {
        let (shown, words) = asked(&dataset, search);
        let page = page(&dataset, &shown, words);
        let control = page.controls.into_iter().find(|control| control.name == "compare").unwrap();
        control.choices.into_iter().map(|choice| choice.value).collect::<Vec<_>>()
    };
    assert_eq!(choices("?chart=drivers&product=magnets&month=2025-12"), ["mom", "yoy", "ytd"]);
    assert_eq!(choices("").len(), 6);
}

fn wares(parts: [f64; 2]) -> Dataset {
    let mut dataset = Dataset::default();
    let (code, label) = ("wares".to_owned(), "Wares".to_owned());
    dataset.products.push(Product { code, label, ..Product::default() });
    dataset.about.usual.product = "wares".to_owned();
    for (partner, values) in [("WLD", [100.0, 110.0]), ("FRA", parts), ("ITA", [30.0, 30.0])] {
        dataset.observe(["2023-06", "2024-06"].into_iter().zip(values).map(|(start, value)| {
            Observation {
                key: key(Flow::Export, "wares", partner),
                unit: Unit::TONNE,
                figure: figure(period(start, 1), value),
                line: 0,
            }
        }));
    }
    dataset
}

#[test]
fn parts_that_exceed_their_total_are_said_to() {
    let dataset = wares([60.0, 95.0]);
    let drivers = view(&dataset, &Query::parse_over("?chart=drivers", &dataset).0);
    let notes = drivers.notes.join(" ");
    assert!(notes.contains("add up to 125 t for June 2024, more than the total"), "{notes}");
    assert!(!notes.contains("June 2023, more than"), "{notes}");
    let fits = wares([60.0, 70.0]);
    let drivers = view(&fits, &Query::parse_over("?chart=drivers", &fits).0);
    assert!(!drivers.notes.join(" ").contains("more than the total"));
    // Where there is nothing but periods that do not fit, the chart says how much each part is.
    let dataset = wares([95.0, 95.0]);
    let shares = view(&dataset, &Query::parse_over("?chart=shares", &dataset).0);
    assert!(shares.headline.contains("exceed the total"), "{}", shares.headline);
    let rows = format!("{:?}", shares.table.rows);
    assert!(rows.contains("95 t in June 2024") && !rows.contains("the total is not"), "{rows}");
}

#[test]
fn home_and_end_go_through_all_bars() {
    let dataset = bundled_whole();
    let (shown, _) = asked(&dataset, "?chart=drivers&product=magnets&month=2025-12");
    let last = shown.graph.marks.len() - 1;
    assert!(last >= 2);
    assert_eq!(walk(&shown.graph, 1, Step::First), 0);
    assert_eq!(walk(&shown.graph, 1, Step::Last), last);
    // Of a line it is the line's own first.
    let (shown, _) = asked(&dataset, "?chart=balance&month=2024-11");
    let of = |index: usize| shown.graph.marks[index].group;
    let other = shown.graph.marks.iter().position(|mark| mark.group == 1).unwrap();
    assert_eq!(of(walk(&shown.graph, other, Step::First)), 1);
}

/// A line through sums of other partners each year would show their coming and going as trade.
#[test]
fn the_mirror_s_line_breaks_where_other_partners_are_added_up() {
    let mut dataset = wares([60.0, 60.0]);
    for (partner, from) in [("FRA", 0), ("ITA", 3)] {
        for flow in [Flow::Export, Flow::MirrorExport] {
            dataset.observe((from..6).map(|at| Observation {
                key: key(flow, "wares", partner),
                unit: Unit::TONNE,
                figure: figure(period(&format!("2022-{:02}", at + 1), 1), 10.0),
                line: 0,
            }));
        }
    }
    let (shown, _) = asked(&dataset, "?chart=mirror");
    let lengths: Vec<Vec<usize>> = shown
        .graph
        .layers
        .iter()
        .filter_map(|layer| match layer {
            xenotime::charts::Layer::Line { runs, .. } => Some(runs.iter().map(Vec::len).collect()),
            _ => None,
        })
        .collect();
    assert_eq!(lengths, [[3, 3], [3, 3]]);
}
