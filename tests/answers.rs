//! What the compiled figures must come to, to the digit: each number here was worked out apart from
//! this program, from the same files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use common::{bundled, bundled_whole, by_partner, month, period, rare_earths};
use xenotime::statistics::structure::{
    Contributions, Side, concentration, contributions, dependence, parts,
};
use xenotime::statistics::{Comparison, amount, change};
use xenotime::trade::{Dataset, Flow, Period, SeriesKey};

fn key(flow: Flow, product: &str) -> SeriesKey {
    SeriesKey { product: product.to_owned(), ..rare_earths(flow) }
}

fn signed(value: f64, decimals: usize) -> String {
    format!("{value:+.decimals$}")
}

#[test]
fn the_latest_month_is_as_it_should_be() {
    let dataset = bundled();
    type Row = (
        Flow,
        &'static str,
        &'static str,
        [f64; 2],
        &'static str,
        f64,
        &'static str,
        [f64; 2],
        &'static str,
    );
    let rows: [Row; 5] = [
        (
            Flow::Export,
            "rare-earths",
            "2026-07",
            [4223.0, 5105.0],
            "-17.3",
            5994.3,
            "-29.5",
            [34_706.0, 38_563.6],
            "-10.0",
        ),
        (
            Flow::Import,
            "rare-earths",
            "2026-07",
            [9451.0, 6261.0],
            "+51.0",
            9622.7,
            "-1.8",
            [63_323.0, 67_013.4],
            "-5.5",
        ),
        (
            Flow::Export,
            "rare-earth-and-products",
            "2026-07",
            [10_314.0, 11_571.0],
            "-10.9",
            12_416.0,
            "-16.9",
            [76_861.0, 71_807.0],
            "+7.0",
        ),
        (
            Flow::Export,
            "rare-earth-products",
            "2026-07",
            [6091.0, 6466.0],
            "-5.8",
            6422.0,
            "-5.2",
            [42_155.0, 33_243.0],
            "+26.8",
        ),
        (
            Flow::Export,
            "magnets",
            "2026-03",
            [5238.0, 4740.0],
            "+10.5",
            5323.0,
            "-1.6",
            [16_001.0, 15_270.0],
            "+4.8",
        ),
    ];
    for (flow, product, at, [own, before], mom, year, yoy, to_date, ytd) in rows {
        let series = dataset.series(&key(flow, product));
        assert_eq!(series.latest(), Some(month(at)), "{product}");
        let own_month = Period::month(month(at));
        for (comparison, now, base, percent) in [
            (Comparison::MonthOnMonth, own, before, mom),
            (Comparison::YearOnYear, own, year, yoy),
            (Comparison::YearToDate, to_date[0], to_date[1], ytd),
        ] {
            let found = change(&series, own_month, comparison).unwrap();
            let about = format!("{flow:?} {product} {}", comparison.label());
            assert!((found.current.value - now).abs() < 0.05, "{about}: {}", found.current.value);
            assert!((found.baseline - base).abs() < 0.05, "{about}: {}", found.baseline);
            assert_eq!(signed(found.percent().unwrap(), 1), percent, "{about}");
        }
    }
}

fn year_2024(dataset: &Dataset, product: &str, side: Side) -> Contributions {
    let key = key(Flow::Export, product);
    let (series, parts) = (dataset.series(&key), parts(dataset, &key, side));
    contributions(&series, &parts, period("2024-12", 1), Comparison::YearToDate).unwrap()
}

#[test]
fn who_drove_exports_in_2024() {
    let Some(dataset) = by_partner() else { return };
    let found = year_2024(&dataset, "metals-and-other-compounds", Side::Partner);
    let total = [found.base.value, found.current.value].map(|value| format!("{value:.1}"));
    assert_eq!(total, ["42852.9", "44208.9"]);
    assert_eq!(signed(found.percent(), 2), "+3.16");
    let listed = [
        ("Japan", 10_635.4, 12_909.0, "+2273.5", "+5.31"),
        ("Netherlands", 4712.4, 5962.2, "+1249.8", "+2.92"),
        ("United States", 11_744.5, 12_790.3, "+1045.8", "+2.44"),
        ("Mexico", 141.3, 1022.4, "+881.0", "+2.06"),
        ("Vietnam", 499.0, 953.7, "+454.7", "+1.06"),
        ("Türkiye", 4.5, 162.7, "+158.2", "+0.37"),
        ("Iran", 46.9, 175.1, "+128.3", "+0.30"),
        ("Thailand", 290.8, 117.5, "-173.3", "-0.40"),
        ("Malaysia", 474.9, 192.6, "-282.3", "-0.66"),
        ("Italy", 1142.6, 849.0, "-293.6", "-0.69"),
        ("Brazil", 1344.8, 1010.8, "-334.0", "-0.78"),
        ("India", 1298.1, 950.7, "-347.4", "-0.81"),
        ("Russia", 1665.5, 813.0, "-852.6", "-1.99"),
        ("Taiwan", 5142.4, 2447.1, "-2695.3", "-6.29"),
    ];
    for (name, before, after, tonnes, points) in listed {
        let part = found.parts.iter().find(|part| part.name == name);
        let part = part.unwrap_or_else(|| panic!("{name} is not listed"));
        assert!((part.base.value - before).abs() < 0.051, "{name} {}", part.base.value);
        assert!((part.current.value - after).abs() < 0.051, "{name} {}", part.current.value);
        assert_eq!(signed(part.current.value - part.base.value, 1), tonnes, "{name}");
        assert_eq!(signed(part.points, 2), points, "{name}");
    }
    let others = || found.parts.iter().filter(|part| !listed.iter().any(|one| one.0 == part.name));
    assert_eq!(others().count(), 19);
    let tonnes = others().map(|part| part.current.value - part.base.value).sum();
    let points = others().map(|part| part.points).sum();
    assert_eq!([signed(tonnes, 1), signed(points, 2)], ["+94.1", "+0.22"]);
    let (after, before) = found.rest_amounts();
    assert_eq!([signed(after - before, 1), signed(found.rest, 2)], ["+49.0", "+0.11"]);
}

#[test]
fn what_drove_exports_in_2024() {
    let Some(dataset) = by_partner() else { return };
    let found = year_2024(&dataset, "rare-earths", Side::Product);
    assert_eq!(signed(found.current.value - found.base.value, 1), "+3124.5");
    let parts: Vec<_> = found
        .parts
        .iter()
        .map(|part| (part.name.as_str(), signed(part.current.value - part.base.value, 1)))
        .collect();
    let expected = [
        ("Rare earth compounds except cerium", "+1904.7".to_owned()),
        ("Cerium compounds", "+1777.9".to_owned()),
        ("Rare earth metals, scandium and yttrium", "-548.6".to_owned()),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn where_exports_went_in_2025() {
    let Some(dataset) = by_partner() else { return };
    let key = key(Flow::Export, "rare-earths");
    let parts = parts(&dataset, &key, Side::Partner);
    let found = concentration(&dataset.series(&key), &parts, period("2025-01", 12)).unwrap();
    assert_eq!(found.total.value, 62_585.2);
    let shares: Vec<_> = found
        .shares
        .iter()
        .take(12)
        .map(|share| format!("{} {:.1}", share.name, share.share * 100.0))
        .collect();
    let expected = [
        "Japan 30.4",
        "United States 26.4",
        "Netherlands 10.3",
        "Taiwan 6.0",
        "South Korea 4.5",
        "Italy 3.1",
        "Mexico 2.5",
        "India 2.4",
        "Vietnam 2.3",
        "France 2.0",
        "Brazil 1.9",
        "Russia 1.4",
    ];
    assert_eq!(shares, expected);
    assert_eq!(format!("{:.1}", found.rest * 100.0), "0.5");
    let (index, number) = (found.herfindahl, found.effective);
    assert_eq!([index.low, index.high].map(|index| format!("{index:.4}")), ["0.1822", "0.1822"]);
    assert_eq!([number.low, number.high].map(|number| format!("{number:.2}")), ["5.49", "5.49"]);
}

#[test]
fn how_concentrated_destinations_were() {
    let Some(dataset) = by_partner() else { return };
    let key = key(Flow::Export, "metals-and-other-compounds");
    let (series, parts) = (dataset.series(&key), parts(&dataset, &key, Side::Partner));
    for (year, expected) in [("2023", "0.1694"), ("2024", "0.1946"), ("2025", "0.2058")] {
        let found = concentration(&series, &parts, period(&format!("{year}-01"), 12)).unwrap();
        assert_eq!(format!("{:.4}", found.herfindahl.low), expected, "{year}");
    }
}

#[test]
fn how_far_the_country_depends_on_imports() {
    let dataset = bundled_whole();
    let (imports, exports) =
        (dataset.series(&rare_earths(Flow::Import)), dataset.series(&rare_earths(Flow::Export)));
    let produced = dataset.produced();
    for (year, p, m, x, share, reliance, ratio) in [
        (2023, 255_000.0, 175_853.0, 52_306.5, "40.8", "+32.6", "3.36"),
        (2024, 270_000.0, 132_931.0, 55_431.0, "33.0", "+22.3", "2.40"),
        (2025, 270_000.0, 101_062.0, 62_585.2, "27.2", "+12.5", "1.61"),
    ] {
        let found = dependence(&produced, &imports, &exports, year).unwrap();
        let amounts = [found.production.value, found.imports.value, found.exports.value];
        assert_eq!(amounts, [p, m, x], "{year}");
        assert_eq!(format!("{:.1}", found.import_share() * 100.0), share, "{year}");
        assert_eq!(signed(found.net_import_reliance() * 100.0, 1), reliance, "{year}");
        assert_eq!(format!("{:.2}", m / x), ratio, "{year}");
    }
    let quota = |year: &str| amount(&dataset.quota(), period(&format!("{year}-01"), 12));
    assert_eq!(quota("2023").unwrap().value, 255_000.0);
    assert_eq!(quota("2024").unwrap().value, 270_000.0);
    assert!(quota("2025").is_err());
    let imported = |product: &str, year: &str| {
        let series = dataset.series(&key(Flow::Import, product));
        amount(&series, period(&format!("{year}-01"), 12)).unwrap().value.round()
    };
    for (year, ores) in [("2023", 66_364.0), ("2024", 55_612.0), ("2025", 24_284.0)] {
        assert_eq!(imported("ores", year), ores);
    }
    if by_partner().is_some() {
        for (year, rest) in [("2023", 109_542.0), ("2024", 77_372.0), ("2025", 76_778.0)] {
            assert_eq!(imported("metals-and-compounds", year), rest);
        }
    }
}
