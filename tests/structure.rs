//! Who and what moved a total: of the bundled data, and of data made to catch slips.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use xenotime::statistics::structure::{
    Side, concentration, contributions, dependence, herfindahl, log_mean, parts, price_volume,
    unit_value, unit_values,
};
use xenotime::statistics::{Comparison, Unavailable, amount};
use xenotime::trade::{
    Dataset, Flow, Measure, Member, Observation, PartnerRecord, Period, Product, Series, SeriesKey,
    Unit, Words,
};

mod common;
use common::{bundled, figure, key, month, period, rare_earths};

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
        prop_assert_eq!(unit_value(&value, &zero, periods[1]), Err(Unavailable::ZeroBaseline));
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
