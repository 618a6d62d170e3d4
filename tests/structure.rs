//! Who and what moved a total: of the bundled data, and of data made to catch slips.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use xenotime::charts::{Hatching, Layer, Query, Shape, View, open, page, view};
use xenotime::statistics::structure::{
    Side, any_parts, concentration, contributions, dependence, herfindahl, log_mean, mix, parts,
    price_volume, unit_value, unit_values,
};
use xenotime::statistics::{Comparison, Unavailable, amount};
use xenotime::trade::{
    Dataset, Flow, Measure, Member, Observation, PartnerRecord, Period, Product, Series, SeriesKey,
    Unit, Words,
};

mod common;
use common::{
    bundled, bundled_whole, by_partner, figure, key, month, own_file, period, rare_earths,
    with_outlines,
};

fn magnets() -> SeriesKey {
    key(Flow::Export, "magnets", "WLD")
}

#[test]
fn contributions_add_up_to_the_change_with_the_rest() {
    let dataset = bundled();
    let total = dataset.series(&magnets());
    let parts = parts(&dataset, &magnets(), Side::Partner);
    let found =
        contributions(&total, &parts, period("2025-12", 1), Comparison::MonthOnMonth).unwrap();
    let names: Vec<&str> = found.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["Japan", "United States"]);
    // (280 − 305) / 6,150 and (564 − 582) / 6,150, in percent.
    assert!((found.parts[0].points + 25.0 / 61.5).abs() < 1e-12);
    assert!((found.parts[1].points + 18.0 / 61.5).abs() < 1e-12);
    let sum = found.parts.iter().map(|part| part.points).sum::<f64>() + found.rest;
    assert!((sum - found.percent()).abs() < 1e-9);
    assert!((found.percent() - (5952.0 / 6150.0 - 1.0) * 100.0).abs() < 1e-9);
    // Germany, Korea and Vietnam are known for December only.
    assert_eq!(found.lacking.len(), 3, "{:?}", found.lacking);
}

#[test]
fn whether_there_are_parts_is_known_without_making_them_all() {
    let dataset = bundled_whole();
    let (mut some, mut none) = (0, 0);
    for key in dataset.keys() {
        for side in [Side::Partner, Side::Product] {
            let any = any_parts(&dataset, key, side, |_| true);
            assert_eq!(any, !parts(&dataset, key, side).is_empty(), "{key:?} by {side:?}");
            *(if any { &mut some } else { &mut none }) += 1;
        }
    }
    assert!(some > 10 && none > 10, "{some} with parts, {none} without");
}

#[test]
fn groups_and_their_members_are_not_counted_twice() {
    let dataset = bundled();
    let total = dataset.series(&magnets());
    let parts = parts(&dataset, &magnets(), Side::Partner);
    let found =
        contributions(&total, &parts, period("2025-07", 1), Comparison::MonthOnMonth).unwrap();
    let names: Vec<&str> = found.parts.iter().map(|part| part.name.as_str()).collect();
    assert!(names.contains(&"Germany") && !names.contains(&"European Union"), "{names:?}");
    let shares = concentration(&total, &parts, period("2025-07", 1)).unwrap();
    assert!(shares.shares.iter().map(|share| share.share).sum::<f64>() < 1.0);
}

/// A union that the United Kingdom left in February 2020, given with only some of its countries.
fn union(figures: &[(&str, [f64; 2])]) -> Dataset {
    let member = |code: &str, to: Option<&str>| Member {
        code: code.to_owned(),
        from: None,
        to: to.map(month),
    };
    let mut dataset = Dataset::default();
    let (code, label) = ("wares".to_owned(), "Wares".to_owned());
    dataset.products.push(Product { code, label, ..Product::default() });
    dataset.partners.push(PartnerRecord {
        code: "EU27".to_owned(),
        names: Words::english("EU27"),
        members: vec![member("DEU", None), member("FRA", None), member("GBR", Some("2020-01"))],
        ..PartnerRecord::default()
    });
    for (partner, values) in figures {
        let of = |(start, value): (&str, f64)| Observation {
            key: key(Flow::Export, "wares", partner),
            unit: Unit::TONNE,
            figure: figure(period(start, 1), value),
            line: 0,
        };
        dataset.observe([("2019-06", values[0]), ("2020-06", values[1])].map(of));
    }
    dataset
}

#[test]
fn a_group_stands_where_little_of_it_is_known_and_is_never_counted_beside_its_members() {
    let named = |figures: &[(&str, [f64; 2])]| {
        let dataset = union(figures);
        let world = key(Flow::Export, "wares", "WLD");
        let parts = parts(&dataset, &world, Side::Partner);
        let total = dataset.series(&world);
        let found =
            contributions(&total, &parts, period("2020-06", 1), Comparison::YearOnYear).unwrap();
        let sum = found.parts.iter().map(|part| part.points).sum::<f64>() + found.rest;
        assert!((sum - found.percent()).abs() < 1e-9);
        let (_, before) = found.rest_amounts();
        assert!(before >= 0.0, "counted twice in 2019: {before}");
        let mut names: Vec<String> = found.parts.iter().map(|part| part.name.clone()).collect();
        names.sort();
        names
    };
    let world = ("WLD", [100.0, 90.0]);
    // In 2019 Britain was in the union's figure; of the union's it is the smaller part.
    assert_eq!(named(&[world, ("EU27", [70.0, 55.0]), ("GBR", [12.0, 10.0])]), ["EU27"]);
    // Most of the union is known by country.
    let most = [world, ("EU27", [70.0, 55.0]), ("DEU", [40.0, 35.0]), ("USA", [20.0, 19.0])];
    assert_eq!(named(&most), ["DEU", "USA"]);
}

#[test]
fn product_lines_are_found_by_their_headings() {
    let dataset = bundled();
    let imports = rare_earths(Flow::Import);
    let parts = parts(&dataset, &imports, Side::Product);
    let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    assert!(names.contains(&"Rare earth metal ores"), "{names:?}");
    assert!(names.contains(&"Rare earth oxides not listed by element"), "{names:?}");
    for outside in ["Monazite (thorium ores)", "Rare earth permanent magnets", "Rare earths"] {
        assert!(!names.contains(&outside), "{outside}");
    }
    let found = concentration(&dataset.series(&imports), &parts, period("2023-01", 12)).unwrap();
    // 66,364 + 43,906 + 15,125 + 43,960 of 175,853 t.
    let listed = 1.0 - found.rest;
    assert!((listed - 169_355.0 / 175_853.0).abs() < 1e-9, "{found:?}");
}

#[test]
fn what_is_not_known_is_said() {
    let dataset = bundled();
    let key = rare_earths(Flow::Export);
    let parts = parts(&dataset, &key, Side::Partner);
    let total = dataset.series(&key);
    let of = |comparison| contributions(&total, &parts, period("2024-11", 1), comparison);
    assert_eq!(
        of(Comparison::YearOnYear),
        Err(Unavailable::NoParts(period("2024-11", 1), period("2023-11", 1)))
    );
    assert_eq!(of(Comparison::Record), Err(Unavailable::NoPeriod));
    assert_eq!(
        concentration(&total, &parts, period("2024-11", 1)),
        Err(Unavailable::NoPart(period("2024-11", 1)))
    );
}

#[test]
fn a_breakdown_that_lacks_is_named() {
    let dataset = bundled();
    for (chart, by) in [("drivers", "partner"), ("drivers", "product"), ("shares", "partner")] {
        let asked = format!("?chart={chart}&month=2024-11&by={by}");
        let view = alone(&dataset, &asked);
        let said = format!("{} {}", view.headline, view.sentence);
        let named = if by == "partner" { "destination" } else { "product" };
        let refused = said.contains("cannot be shown");
        assert!(!refused || said.contains(named), "{asked}: {said}");
        assert!(!said.contains("no breakdown covers"), "{asked}: {said}");
    }
}

#[test]
fn of_a_group_it_is_not_said_that_there_are_no_partners() {
    let dataset = union(&[("EU27", [70.0, 55.0]), ("DEU", [40.0, 35.0]), ("USA", [20.0, 19.0])]);
    for chart in ["shares", "drivers"] {
        let address = format!("?chart={chart}&product=wares&partner=EU27&month=2020-06");
        let view = alone(&dataset, &address);
        let said = format!("{} {}", view.headline, view.sentence);
        assert!(!said.contains("the data list no"), "{chart}: {said}");
        assert!(said.contains("not broken down by its members"), "{chart}: {said}");
    }
}

#[test]
fn what_a_partner_alone_reports_is_said_and_drawn() {
    let mut rows = ["2025-01,12,export,volume,wine,JPN,100,t".to_owned()].to_vec();
    rows.extend(
        (2018..=2025)
            .map(|year| format!("{year}-01,12,mirror-export,volume,wine,JPN,{},t", year - 1900)),
    );
    let dataset = own_file(("wine", "Wine"), "JPN,Japan\n", &rows);
    let address = "?chart=mirror&product=wine&partner=JPN&month=2023-12";
    let (view, words) = open(&dataset, &Query::parse_over(address, &dataset).0);
    assert!(words.is_empty(), "{words:?}");
    assert!(view.headline.contains("Japan reports 123 t"), "{}", view.headline);
    assert!(view.headline.contains("Valdoria has no figure"), "{}", view.headline);
    assert_eq!(view.sentence, "Valdoria’s figure for 2023 is not in the data.");
    assert_eq!(view.graph.marks.len(), 9, "{:?}", view.graph.marks);
}

#[test]
fn shares_give_an_index_between_its_bounds() {
    let whole = herfindahl(&[0.5, 0.3, 0.2]);
    assert!((whole.low - 0.38).abs() < 1e-12 && (whole.high - 0.38).abs() < 1e-12);
    let part = herfindahl(&[0.5, 0.3]);
    assert!((part.low - 0.34).abs() < 1e-12 && (part.high - 0.38).abs() < 1e-12);
    assert_eq!(herfindahl(&[1.0]).low, 1.0);
}

#[test]
fn parts_that_exceed_their_total_are_no_shares() {
    let dataset = made(&[("WLD", 100.0), ("JPN", 80.0), ("USA", 40.0)]);
    let key = key(Flow::Export, "made", "WLD");
    let parts = parts(&dataset, &key, Side::Partner);
    let found = concentration(&dataset.series(&key), &parts, period("2024-01", 1));
    assert_eq!(found, Err(Unavailable::PartsExceed(period("2024-01", 1))));
}

/// One month of one product with partners.
fn made(partners: &[(&str, f64)]) -> Dataset {
    let observation = |(partner, value): &(&str, f64)| Observation {
        key: key(Flow::Export, "made", partner),
        unit: Unit::TONNE,
        figure: figure(period("2024-01", 1), *value),
        line: 2,
    };
    let mut dataset = Dataset::default();
    dataset.observe(partners.iter().map(observation));
    let (code, label) = ("made".to_owned(), "Made".to_owned());
    dataset.products.push(Product { code, label, ..Product::default() });
    dataset
}

/// Two months of value (USD) and quantity (t): the month before and the month, by partner.
fn traded(partners: &[(&str, [(f64, f64); 2])]) -> Dataset {
    let mut dataset = made(&[]);
    let mut observations = Vec::new();
    for (partner, both) in partners {
        for ((value, quantity), at) in both.iter().zip(["2024-01", "2024-02"]) {
            for (measure, amount) in [(Measure::Value, *value), (Measure::Volume, *quantity)] {
                observations.push(Observation {
                    key: SeriesKey { measure, ..key(Flow::Export, "made", partner) },
                    unit: measure.unit(),
                    figure: figure(period(at, 1), amount),
                    line: 2,
                });
            }
        }
    }
    dataset.observe(observations);
    dataset
}

fn mixed(
    partners: &[(&str, [(f64, f64); 2])],
) -> Result<xenotime::statistics::structure::Mix, Unavailable> {
    let (dataset, key) = (traded(partners), key(Flow::Export, "made", "WLD"));
    mix(&dataset, &key, Side::Partner, period("2024-02", 1), Comparison::MonthOnMonth)
}

/// Values computed by hand from the formula, in another language.
#[test]
fn a_change_in_value_is_split_into_volume_mix_and_unit_values() {
    let found = mixed(&[
        ("WLD", [(500.0, 25.0), (700.0, 40.0)]),
        ("JPN", [(100.0, 10.0), (180.0, 20.0)]),
        ("USA", [(300.0, 10.0), (390.0, 12.0)]),
        ("KOR", [(0.0, 0.0), (60.0, 3.0)]),
    ])
    .unwrap();
    assert!((found.effects.volume - 225.196_751_211_966_64).abs() < 1e-9, "{found:?}");
    assert!((found.effects.mix + 68.314_196_375_485_92).abs() < 1e-9);
    assert!((found.effects.unit_values - 13.117_445_163_519_305).abs() < 1e-9);
    // The world’s 200 less the 170 of both partners: Korea has no trade in the month before.
    assert!((found.rest - 30.0).abs() < 1e-9);
    assert_eq!(found.lacking, ["KOR"]);
    let names: Vec<&str> = found.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["USA", "JPN"]);
    assert!((found.parts[0].effects.sum() - 90.0).abs() < 1e-9);
    assert!((found.percent() - 40.0).abs() < 1e-12);
}

#[test]
fn each_effect_stands_alone_where_nothing_else_changes() {
    let world = |value: f64| ("WLD", [(400.0, 20.0), (value, 20.0)]);
    let of = |found: xenotime::statistics::structure::Mix| {
        let own = found.effects;
        [own.volume, own.mix, own.unit_values]
    };
    let near = |[volume, mix, unit_values]: [f64; 3], expected: [f64; 3]| {
        let all = [volume - expected[0], mix - expected[1], unit_values - expected[2]];
        assert!(all.iter().all(|gap| gap.abs() < 1e-9), "{volume} {mix} {unit_values}");
    };
    // All twice as much, at the same unit values.
    let grown = [
        world(800.0),
        ("JPN", [(100.0, 10.0), (200.0, 20.0)]),
        ("USA", [(300.0, 10.0), (600.0, 20.0)]),
    ];
    near(of(mixed(&grown).unwrap()), [400.0, 0.0, 0.0]);
    // The same quantities at half as much again.
    let dearer = [
        world(600.0),
        ("JPN", [(100.0, 10.0), (150.0, 10.0)]),
        ("USA", [(300.0, 10.0), (450.0, 10.0)]),
    ];
    near(of(mixed(&dearer).unwrap()), [0.0, 0.0, 200.0]);
    // As much in all, but more of it where a tonne is worth more.
    let moved = [
        world(500.0),
        ("JPN", [(100.0, 10.0), (50.0, 5.0)]),
        ("USA", [(300.0, 10.0), (450.0, 15.0)]),
    ];
    near(of(mixed(&moved).unwrap()), [0.0, 100.0, 0.0]);
}

#[test]
fn of_one_part_there_is_no_mix() {
    let one = [("WLD", [(400.0, 20.0), (500.0, 20.0)]), ("JPN", [(100.0, 10.0), (50.0, 5.0)])];
    let why = Unavailable::NoMix(period("2024-02", 1), period("2024-01", 1));
    assert_eq!(mixed(&one), Err(why));
}

#[test]
fn value_fell_by_a_third_in_2024_while_volume_rose() {
    let dataset = bundled();
    let of = |measure| dataset.series(&SeriesKey { measure, ..rare_earths(Flow::Export) });
    let (value, volume) = (of(Measure::Value), of(Measure::Volume));
    let found =
        price_volume(&value, &volume, period("2024-12", 1), Comparison::YearToDate).unwrap();
    assert_eq!(found.current.period, period("2024-01", 12));
    let [by_value, by_volume, by_price] = found.percents();
    // US$488.79 million against 763.15; 55,431 t against 52,307.
    assert!((by_value - (488.79 / 763.15 - 1.0) * 100.0).abs() < 1e-9, "{by_value}");
    assert!((5.5..6.5).contains(&by_volume) && (-41.0..-39.0).contains(&by_price));
    assert!((found.by_volume + found.by_price - found.change()).abs() < 1e-3);
    assert!(found.by_volume > 0.0 && found.by_price < found.change());
    let missing = price_volume(&value, &volume, period("2024-11", 1), Comparison::YearOnYear);
    assert_eq!(missing, Err(Unavailable::NotReported(period("2024-11", 1))));
    for found in unit_values(&value, &volume) {
        let quantity = amount(&volume, found.period).unwrap().value;
        assert!((found.unit_value * quantity / found.value.value - 1.0).abs() < 1e-12);
        assert!(!found.sources().is_empty());
    }
}

/// 45 for 9 in both months together, after 10 for 4 and 20 for 6 in each of them a year before: from 3.00 to 5.00.
#[test]
fn joint_months_are_held_against_the_two_a_year_before() {
    let rows = [("2021-01", 1, 10, 4), ("2021-02", 1, 20, 6), ("2022-01", 2, 45, 9)];
    let lines = rows.into_iter().flat_map(|(start, months, value, volume)| {
        let row = |measure: &str, amount: i32, unit: &str| {
            format!("{start},{months},export,{measure},tea,WLD,{amount},{unit}")
        };
        [row("value", value, "USD"), row("volume", volume, "t")]
    });
    let data = own_file(("tea", "Tea"), "", &lines.collect::<Vec<_>>());
    let (shown, problems) =
        open(&data, &Query::parse_over("?chart=unit-value&month=2022-02", &data).0);
    assert!(problems.is_empty(), "{problems:?}");
    let headline = &shown.headline;
    assert!(headline.contains("Jan–Feb 2022"), "{headline}");
    assert!(headline.contains("66.7"), "{headline}");
}

#[test]
fn a_year_without_imports_has_no_dependence() {
    let dataset = bundled();
    let quota = dataset.quota();
    let (imports, exports) =
        (dataset.series(&rare_earths(Flow::Import)), dataset.series(&rare_earths(Flow::Export)));
    let found = dependence(&quota, &imports, &exports, 2024).unwrap();
    assert_eq!((found.production.value, found.imports.value), (270_000.0, 132_931.0));
    assert!((found.import_share() - 132_931.0 / 402_931.0).abs() < 1e-12);
    let reliance = (132_931.0 - found.exports.value) / (402_931.0 - found.exports.value);
    assert!((found.net_import_reliance() - reliance).abs() < 1e-12);
    assert!(matches!(
        dependence(&quota, &imports, &exports, 2021),
        Err(Unavailable::NotReported(_))
    ));
}

fn year(values: impl IntoIterator<Item = (Period, f64)>, measure: Measure) -> Series {
    let key = SeriesKey { measure, ..key(Flow::Export, "made", "WLD") };
    Series::new(
        key,
        measure.unit(),
        values.into_iter().map(|(period, value)| figure(period, value)),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn price_and_volume_leave_nothing_over(
        values in prop::array::uniform4(1e-6..1e12f64),
    ) {
        let [v0, v1, q0, q1] = values;
        let periods = [period("2023-05", 1), period("2024-05", 1)];
        let value = year([(periods[0], v0), (periods[1], v1)], Measure::Value);
        let volume = year([(periods[0], q0), (periods[1], q1)], Measure::Volume);
        let found = price_volume(&value, &volume, periods[1], Comparison::YearOnYear).unwrap();
        let size = v0.abs().max(v1.abs()) * 50.0;
        prop_assert!((found.by_volume + found.by_price - (v1 - v0)).abs() <= 1e-9 * size);
        prop_assert!((found.points_by_volume() + found.points_by_price() - found.percents()[0]).abs()
            <= 1e-7 * (1.0 + found.points_by_volume().abs() + found.points_by_price().abs()));
    }

    #[test]
    fn volume_mix_and_unit_values_leave_nothing_over(
        amounts in prop::collection::vec((1e-3..1e9f64, 1e-3..1e9f64, 1e-3..1e9f64, 1e-3..1e9f64), 2..6),
        total in prop::array::uniform2(1.0..1e10f64),
    ) {
        let codes = ["JPN", "USA", "KOR", "VNM", "IND", "DEU"];
        let mut partners = vec![("WLD", [(total[0], 1.0), (total[1], 1.0)])];
        let both = |(v0, q0, v1, q1): &(f64, f64, f64, f64)| [(*v0, *q0), (*v1, *q1)];
        partners.extend(codes.iter().copied().zip(amounts.iter().map(both)));
        let found = mixed(&partners).unwrap();
        let size = amounts.iter().map(|own| own.0 + own.2).sum::<f64>() + total[0] + total[1];
        let sum = found.effects.sum() + found.rest;
        prop_assert!((sum - (total[1] - total[0])).abs() <= 1e-8 * size);
        for part in &found.parts {
            let own = part.current.value.value - part.base.value.value;
            prop_assert!((part.effects.sum() - own).abs() <= 1e-8 * size);
        }
    }

    #[test]
    fn a_logarithmic_mean_lies_between(one in 1e-9..1e12f64, other in 1e-9..1e12f64) {
        let mean = log_mean(one, other);
        let slack = 1e-9 * one.max(other);
        prop_assert!(mean >= (one * other).sqrt() - slack && mean <= f64::midpoint(one, other) + slack);
        prop_assert!((log_mean(one, one) - one).abs() < slack);
    }

    #[test]
    fn nothing_strange_gets_through(values in prop::collection::vec(-1e3..1e15f64, 4)) {
        let periods = [period("2023-05", 1), period("2024-05", 1)];
        let value = year([(periods[0], values[0]), (periods[1], values[1])], Measure::Value);
        let volume = year([(periods[0], values[2]), (periods[1], values[3])], Measure::Volume);
        if let Ok(found) = price_volume(&value, &volume, periods[1], Comparison::YearOnYear) {
            prop_assert!(found.by_volume.is_finite() && found.by_price.is_finite());
        }
        let zero = year([(periods[1], 0.0)], Measure::Volume);
        let why = Unavailable::NoQuantity(periods[1]);
        prop_assert_eq!(unit_value(&value, &zero, periods[1]), Err(why));
    }

    #[test]
    fn any_parts_add_up(
        partners in prop::collection::vec(0.0..1e6f64, 1..6),
        before in prop::collection::vec(0.0..1e6f64, 6),
        totals in prop::array::uniform2(1.0..1e7f64),
    ) {
        let codes = ["JPN", "USA", "KOR", "VNM", "IND", "DEU"];
        let mut dataset = made(&[]);
        let mut observations = Vec::new();
        let mut add = |code: &str, at: &str, value: f64| observations.push(Observation {
            key: key(Flow::Export, "made", code),
            unit: Unit::TONNE,
            figure: figure(period(at, 1), value),
            line: 2,
        });
        add("WLD", "2024-01", totals[0]);
        add("WLD", "2024-02", totals[1]);
        for ((code, value), before) in codes.iter().zip(&partners).zip(&before) {
            add(code, "2024-01", *before);
            add(code, "2024-02", *value);
        }
        dataset.observe(observations);
        let key = key(Flow::Export, "made", "WLD");
        let parts = parts(&dataset, &key, Side::Partner);
        let found = contributions(&dataset.series(&key), &parts, period("2024-02", 1), Comparison::MonthOnMonth).unwrap();
        let sum = found.parts.iter().map(|part| part.points).sum::<f64>() + found.rest;
        prop_assert!((sum - found.percent()).abs() <= 1e-9 * (1.0 + found.percent().abs()));
        prop_assert_eq!(found.parts.len(), partners.len());
        prop_assert!(month("2024-02") > month("2024-01"));
    }
}

/// What an address shows of a data set.
fn shown(dataset: &Dataset, address: &str) -> View {
    let (query, problems) = Query::parse_over(address, dataset);
    assert!(problems.is_empty(), "{problems:?}");
    open(dataset, &query.settled(dataset)).0
}

/// What is asked for itself, and nothing in its place.
fn alone(dataset: &Dataset, address: &str) -> View {
    view(dataset, &Query::parse_over(address, dataset).0)
}

fn shapes(view: &View) -> Vec<&Shape> {
    fn of(layer: &Layer) -> Option<&Vec<Shape>> {
        if let Layer::Shapes(shapes) = layer { Some(shapes) } else { None }
    }
    view.graph.layers.iter().filter_map(of).flatten().collect()
}

fn texts(view: &View, name: &str) -> Vec<String> {
    let row = view.table.rows.iter().find(|row| row.cells[0].plain == name).unwrap();
    row.cells.iter().map(|cell| cell.plain.clone()).collect()
}

/// Whether any of a chart's notes has these words.
fn notes(view: &View, words: &str) -> bool {
    view.notes.iter().any(|note| note.contains(words))
}

#[test]
fn notes_and_subtitle_are_of_what_is_drawn() {
    let dataset = bundled();
    // One month and two years: there is no line to break, and no amount to average.
    let ratio = shown(&dataset, "?chart=unit-value&product=magnets&month=2025-05");
    assert!(ratio.subtitle.ends_with("; flat strokes: whole years"), "{}", ratio.subtitle);
    for words in ["line is broken", "monthly figure", "monthly averages"] {
        assert!(!notes(&ratio, words), "{words}: {:?}", ratio.notes);
    }
    let month = shown(&dataset, "?chart=unit-value&product=magnets&month=2025-05&from=2025-01");
    assert_eq!(month.subtitle, "US dollars a tonne");
    let shares = shown(&dataset, "?chart=shares&product=magnets&month=2025-12");
    assert!(notes(&shares, "Flat strokes are periods of more than a month."), "{:?}", shares.notes);
    assert!(!notes(&shares, "monthly averages"), "{:?}", shares.notes);
    let months =
        shown(&dataset, "?chart=shares&product=magnets&month=2025-12&from=2025-12&to=2025-12");
    assert!(!notes(&months, "Flat strokes"), "{:?}", months.notes);
    // Shares are no amounts either, but the strokes are the same.
    let rows = [
        "2023-01,2,export,volume,wine,WLD,1000,t",
        "2023-01,2,export,volume,wine,DEU,100,t",
        "2023-03,1,export,volume,wine,WLD,600,t",
        "2023-03,1,export,volume,wine,DEU,50,t",
    ];
    let dataset = own_file(("wine", "Wine"), "DEU,Germany\n", &rows.map(str::to_owned));
    for (as_what, amounts) in [("level", true), ("both", true), ("share", false), ("index", false)]
    {
        let address = format!("?chart=series&partner=DEU&month=2023-03&as={as_what}");
        let series = shown(&dataset, &address);
        assert!(
            notes(&series, "Flat strokes: January and February"),
            "{address}: {:?}",
            series.notes
        );
        assert_eq!(notes(&series, "monthly averages"), amounts, "{address}: {:?}", series.notes);
    }
}

#[test]
fn a_mirror_of_some_partners_says_so_wherever_its_figures_stand() {
    let Some(dataset) = by_partner() else { return };
    let told = "; only partners that also report them";
    for (address, some) in
        [("?chart=mirror&month=2024-12", true), ("?chart=mirror&month=2024-12&partner=USA", false)]
    {
        let mirror = alone(&dataset, address);
        assert_eq!(mirror.subtitle.ends_with(told), some, "{}", mirror.subtitle);
        assert_eq!(mirror.table.caption.ends_with(told), some, "{}", mirror.table.caption);
    }
}

#[test]
fn a_change_of_rough_prices_has_no_tenths() {
    let prices = shown(&bundled_whole(), "?chart=prices&month=2025-12");
    // From 6 to 9 dollars, and from 1.21 to 1.71.
    let said = "Yttrium oxide, 2025: up 50% to US$9 a kilogram (estimated), most of 19 prices";
    assert_eq!(prices.headline, said);
    assert_eq!(prices.graph.marks[0].value, "+50%");
    let change = |row: usize| prices.table.rows[row].cells.last().unwrap().text.as_str();
    assert_eq!([0, 1].map(change), ["+50%", "+41%"]);
    // One digit more would be worth reading of some, but beside the others it would not be read so.
    assert!(prices.graph.marks.iter().all(|mark| !mark.value.contains('.')));
    assert!(notes(&prices, "All 19 prices are estimated."), "{:?}", prices.notes);
    // A mean of daily prices is known to the cent.
    assert!(notes(&prices, "up 70.3% year on year to US$96.48"), "{:?}", prices.notes);
}

/// Exports of two years to countries with an outline, one without, and a partner that is none.
fn wine() -> Dataset {
    let rows = [
        ("2023-01", "WLD", 1000),
        ("2023-01", "DEU", 100),
        ("2023-01", "USA", 400),
        ("2023-01", "SGP", 50),
        ("2024-01", "WLD", 1000),
        ("2024-01", "DEU", 30),
        ("2024-01", "USA", 500),
        ("2024-01", "SGP", 52),
        ("2024-01", "FRA", 0),
        ("2024-01", "N999", 8),
    ];
    let rows = rows.map(|(period, partner, value)| {
        format!("{period},12,export,volume,wine,{partner},{value},t")
    });
    let names = "DEU,Germany\nUSA,the United States\nSGP,Singapore\nFRA,France\nN999,Stores\n";
    let mut dataset = own_file(("wine", "Wine"), names, &rows);
    with_outlines(&mut dataset);
    dataset
}

#[test]
fn a_map_shades_shares_and_changes_and_leaves_the_unknown_empty() {
    let dataset = wine();
    let shares = shown(&dataset, "?chart=map");
    assert!(shares.headline.contains("took 50.0%"), "{}", shares.headline);
    assert_eq!(texts(&shares, "Germany")[..5], ["Germany", "30", "3.00", "100", "-70.00"]);
    // What stood nowhere a year before has no change, and a zero is a figure.
    assert_eq!(texts(&shares, "France")[1..5], ["0", "0.00", "", ""]);
    let names = shares.graph.marks.iter().map(|mark| mark.series.as_str()).collect::<Vec<_>>();
    assert_eq!(names, ["the United States", "Singapore", "Germany", "Stores", "France"]);
    let drawn = shapes(&shares);
    let filled = drawn.iter().filter(|shape| shape.class.is_some()).count();
    assert_eq!(filled, 5, "four countries and a dot beneath the map");
    let beneath = drawn.iter().find(|shape| shape.name == "Stores").unwrap();
    assert!(beneath.rings.is_empty() && beneath.at.1 < 0.0);
    let placed = drawn.iter().find(|shape| shape.mark == Some(1)).unwrap();
    assert!(placed.rings.is_empty() && placed.at.1 > 0.0, "too small for an outline, but there");
    assert!(
        shares.notes.iter().any(|note| note.contains("beneath it: Stores.")),
        "{:?}",
        shares.notes
    );

    let changes = shown(&dataset, "?chart=map&as=yoy");
    assert!(changes.headline.contains("up for two of three destinations"), "{}", changes.headline);
    let of = |view: &View, name: &str| {
        let place = view.graph.marks.iter().position(|mark| mark.series == name);
        let shapes = shapes(view).into_iter().filter(|shape| shape.mark == place);
        (
            view.graph.marks[place.unwrap()].value.clone(),
            shapes.map(|shape| shape.class).collect::<Vec<_>>(),
        )
    };
    let (value, class) = of(&changes, "Germany");
    assert_eq!(value, "−70.0%");
    assert!(class[0].is_some_and(|class| class.hatching.is_some()), "a fall is hatched");
    let (value, class) = of(&changes, "France");
    assert_eq!((value.as_str(), class), ("no figure for 2023 to compare with", vec![None]));
    let classes = changes.graph.key.iter().map(|entry| entry.words.as_str()).collect::<Vec<_>>();
    assert_eq!(
        classes,
        [
            "down 50% or more",
            "down 10–50%",
            "within 10%",
            "up 10–50%",
            "up 50% or more",
            "not available for both years"
        ]
    );
}

#[test]
fn a_country_on_the_map_leads_to_its_series_and_the_reporter_stands_apart() {
    let rows =
        ["2023-01,12,export,volume,wine,WLD,900,t", "2023-01,12,export,volume,wine,DEU,90,t"];
    let mut dataset = own_file(("wine", "Wine"), "DEU,Germany\nESP,\n", &rows.map(str::to_owned));
    with_outlines(&mut dataset);
    for address in ["?chart=map", "?chart=map&as=yoy"] {
        let map = shown(&dataset, address);
        let last = map.graph.key.last().unwrap();
        assert_eq!(last.words, "reporter");
        let home = map.graph.marks.iter().position(|mark| mark.value == "reporter").unwrap();
        assert_eq!(map.graph.marks[home].series, "Valdoria");
        let drawn = shapes(&map);
        let hatching = |shape: &&&Shape| shape.class.and_then(|class| class.hatching);
        let crossed = drawn.iter().filter(|shape| hatching(shape) == Some(Hatching::Crossed));
        assert_eq!(crossed.map(|shape| shape.mark).collect::<Vec<_>>(), [Some(home)]);
        assert_eq!(texts(&map, "Valdoria")[1..], ["", "", "", "", "reporter", "on the map"]);
        assert!(map.notes.iter().any(|note| note.contains("cross-hatched")), "{:?}", map.notes);
        assert_eq!(map.leads(home), None);
        let leads = map.leads(0).unwrap();
        assert_eq!(leads, "?partner=DEU&month=2023-12");
        assert_eq!(map.table.rows[0].cells[0].leads, leads);
        let series = shown(&dataset, &leads);
        assert!(series.headline.contains("to Germany"), "{}", series.headline);
        let said = page(&dataset, &map, Vec::new()).description;
        assert!(said.contains("Enter leads to the partner’s own chart"), "{said}");
    }
    // One run of months beside the years hides none of these.
    let run = "2010-01,9,export,volume,wine,DEU,50,t".to_owned();
    let before = rows.map(str::to_owned).into_iter().chain([run]).collect::<Vec<_>>();
    let mut dataset = own_file(("wine", "Wine"), "DEU,Germany\n", &before);
    with_outlines(&mut dataset);
    let leads = shown(&dataset, "?chart=map").leads(0).unwrap();
    let series = shown(&dataset, &leads);
    assert!(
        series.headline.contains("90 t") && series.headline.contains("2023"),
        "{}",
        series.headline
    );
    assert_eq!(series.graph.marks.len(), 1);
    // A reporter that trades with itself, as in goods that came back, is a partner like others.
    let back = "2023-01,12,export,volume,wine,ESP,30,t".to_owned();
    let rows = rows.map(str::to_owned).into_iter().chain([back]).collect::<Vec<_>>();
    let mut dataset = own_file(("wine", "Wine"), "DEU,Germany\nESP,\nESP,Spain\n", &rows);
    with_outlines(&mut dataset);
    let map = shown(&dataset, "?chart=map");
    assert!(map.graph.key.iter().all(|entry| entry.words != "reporter"));
    assert_eq!(texts(&map, "Spain")[1..3], ["30", "3.33"]);
}

#[test]
fn the_month_s_control_and_a_note_say_which_period_stands_in() {
    let rows = [
        "2023-01,12,export,volume,wine,WLD,900,t",
        "2023-01,12,export,volume,wine,DEU,90,t",
        "2023-01,12,mirror-export,volume,wine,DEU,95,t",
        "2024-06,1,export,volume,wine,WLD,80,t",
    ];
    let mut dataset = own_file(("wine", "Wine"), "DEU,Germany\n", &rows.map(str::to_owned));
    with_outlines(&mut dataset);
    for chart in ["map", "gaps"] {
        let view = shown(&dataset, &format!("?chart={chart}&month=2024-06"));
        assert_eq!(view.graph.marks[0].period, "2023", "{chart}");
        let note = view.notes.first().unwrap();
        assert!(note.contains("for June 2024; 2023, the nearest period with "), "{chart}: {note}");
        assert!(note.ends_with(", is shown instead."), "{chart}: {note}");
        let controls = page(&dataset, &view, Vec::new()).controls;
        let control = controls.iter().find(|control| control.name == "month").unwrap();
        let choice = control.choices.iter().find(|choice| choice.value == control.value).unwrap();
        assert_eq!(choice.label, "Jun 2024 (shown: 2023)", "{chart}");
    }
}

#[test]
fn a_map_of_partners_that_lie_nowhere_says_why_there_is_none() {
    let rows = [("WLD", 10), ("N998", 5), ("N999", 5)]
        .map(|(partner, tonnes)| format!("2024-01,12,export,volume,wine,{partner},{tonnes},t"));
    let mut dataset = own_file(("wine", "Wine"), "N998,Ships\nN999,Stores\n", &rows);
    with_outlines(&mut dataset);
    let shown = shown(&dataset, "?chart=map");
    assert!(shown.graph.marks.is_empty());
    assert!(shown.headline.contains("no partner in the data is a country"), "{}", shown.headline);
    assert_eq!(shown.table.rows.len(), 2);
}

#[test]
fn a_map_says_what_the_chart_of_shares_does() {
    let Some(dataset) = by_partner() else { return };
    for flow in ["export"] {
        let address = format!("flow={flow}&product=metals-and-other-compounds&month=2024-12");
        let [map, shares] =
            ["map", "shares"].map(|chart| shown(&dataset, &format!("?chart={chart}&{address}")));
        assert!(map.graph.marks.len() > 5, "{}", map.graph.marks.len());
        let period = &map.graph.marks[0].period;
        let mut seen = 0;
        for mark in &map.graph.marks {
            let same = shares
                .graph
                .marks
                .iter()
                .find(|one| one.series == mark.series && one.period == *period);
            if let Some(same) = same {
                assert_eq!(mark.value, same.value, "{flow} {}", mark.series);
                seen += 1;
            }
        }
        let placed = shapes(&map).iter().filter(|shape| shape.class.is_some()).count();
        assert!(placed > 5 && seen > 5, "{placed} and {seen} of {}", map.graph.marks.len());
        assert_eq!(map.graph.marks.len(), map.table.rows.len());
    }
}

#[test]
fn gaps_are_ranked_and_one_side_alone_is_no_zero() {
    let row = |flow: &str, partner: &str, value: i32| {
        format!("2024-01,12,{flow},volume,wine,{partner},{value},t")
    };
    let rows = [
        row("export", "WLD", 900),
        row("export", "DEU", 100),
        row("export", "USA", 400),
        row("export", "FRA", 70),
        row("export", "JPN", 0),
        row("mirror-export", "DEU", 150),
        row("mirror-export", "USA", 390),
        row("mirror-export", "JPN", 4),
        row("mirror-export", "ITA", 9),
    ];
    let names = "DEU,Germany\nUSA,the United States\nFRA,France\nJPN,Japan\nITA,Italy\n";
    let dataset = own_file(("wine", "Wine"), names, &rows);
    let gaps = shown(&dataset, "?chart=gaps");
    assert_eq!(
        gaps.headline,
        "Wine from Valdoria, 2024: Germany reports 50 t (50.0%) more than Valdoria"
    );
    let rows: Vec<Vec<&str>> = gaps
        .table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.plain.as_str()).collect())
        .collect();
    assert_eq!(
        rows,
        [
            vec!["Germany", "100", "150", "50", "50.0", "both sides"],
            vec!["the United States", "400", "390", "-10", "-2.5", "both sides"],
            // Of nothing there is no percentage.
            vec!["Japan", "0", "4", "4", "", "both sides"],
            vec!["France", "70", "", "", "", "Valdoria only"],
            vec!["Italy", "", "9", "", "", "the partner only"],
        ]
    );
    let leads = &gaps.table.rows[0].cells[0].leads;
    assert!(leads.contains("chart=mirror") && leads.contains("partner=DEU"), "{leads}");
    assert_eq!(gaps.leads(0).as_ref(), Some(leads), "a bar leads where its row does");
    let mirror = shown(&dataset, leads);
    assert!(
        mirror.headline.contains("100 t") && mirror.headline.contains("150 t"),
        "{}",
        mirror.headline
    );
    assert!(
        gaps.finding.contains("Valdoria’s figures add up to 500 t, the partners’ to 544 t"),
        "{}",
        gaps.finding
    );
    assert!(
        gaps.finding.contains("For one partner there is only Valdoria’s figure"),
        "{}",
        gaps.finding
    );
    let nothing =
        own_file(("wine", "Wine"), names, &[row("export", "WLD", 900), row("export", "DEU", 100)]);
    let refused = shown(&nothing, "?chart=gaps");
    assert!(refused.headline.contains("no partner’s report"), "{}", refused.headline);
}

/// Wine in bottles and in tonnes, to two countries and the world, in 2023 and 2024.
fn wine_in_bottles() -> Dataset {
    let mut rows = Vec::new();
    // What each is worth, weighs and counts; the world holds a third whom nobody names.
    for (year, figures) in [
        (2023, [("DEU", 100, 10, 100), ("ESP", 200, 40, 100), ("WLD", 400, 60, 300)]),
        (2024, [("DEU", 150, 10, 300), ("ESP", 200, 40, 100), ("WLD", 300, 55, 500)]),
    ] {
        for (partner, value, tonnes, bottles) in figures {
            for (measure, amount, unit) in
                [("value", value, "EUR"), ("volume", tonnes, "t"), ("quantity", bottles, "piece")]
            {
                rows.push(format!("{year}-01,12,export,{measure},wine,{partner},{amount},{unit}"));
            }
        }
    }
    own_file(("wine", "Wine"), "DEU,Germany\nESP,Spain\n", &rows)
}

#[test]
fn mix_counts_what_is_asked_and_names_what_no_part_lists() {
    let dataset = wine_in_bottles();
    let of = |measure: &str| {
        shown(&dataset, &format!("?chart=mix&month=2024-12&compare=yoy&measure={measure}"))
    };
    let heads =
        |view: &View| view.table.columns.iter().map(|own| own.head.clone()).collect::<Vec<_>>();
    let (weight, pieces) = (of("volume"), of("quantity"));
    assert!(heads(&weight).iter().any(|head| head.contains("EUR/t")), "{:?}", heads(&weight));
    assert!(heads(&pieces).iter().any(|head| head.contains("EUR/piece")), "{:?}", heads(&pieces));
    // The two gave 12.5 points of a change of −25.
    for view in [&weight, &pieces] {
        let told = ["down 25.0%", "−25.0%"].iter().any(|fall| view.headline.contains(fall));
        assert!(told, "{}", view.headline);
        assert!(
            ["all others −37.5 pp", "rest −37.5 pp"]
                .iter()
                .any(|rest| view.headline.contains(rest)),
            "{}",
            view.headline
        );
    }
}

#[test]
fn a_map_gives_no_share_of_a_total_that_its_parts_exceed() {
    let rows = ["WLD,100", "DEU,90", "ESP,60"]
        .map(|part| format!("2024-01,12,export,volume,wine,{part},t"));
    let mut dataset = own_file(("wine", "Wine"), "DEU,Germany\nESP,Spain\n", &rows);
    with_outlines(&mut dataset);
    let view = shown(&dataset, "?chart=map&month=2024-12");
    assert!(view.headline.contains("exceed the total"), "{}", view.headline);
    assert!(view.graph.marks.is_empty());
}
