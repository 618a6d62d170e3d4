//! The statistics against independent implementations: the values in `tests/references`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::path::Path;

use common::{bundled, month, period, rare_earths};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use xenotime::statistics::Comparison;
use xenotime::statistics::distribution::{chi_square_above, t_below, t_quantile};
use xenotime::statistics::seasonal::{
    Decomposition, Filling, PreparedSeries, Test, backtest, decompose, event_effect, expectation,
    expectations, new_year, regular_series, seasonality_of, share_of_days, stl, strength,
    trading_days,
};
use xenotime::statistics::structure::{effective_number, herfindahl, log_mean, price_volume};
use xenotime::trade::{Figure, Flow, Holiday, Measure, Month, Period, Series, SeriesKey};

/// How far a value may be from its reference, in proportion and near zero.
const RELATIVE: f64 = 1e-6;
const ABSOLUTE: f64 = 1e-9;

/// A topic's values by series.
#[derive(Deserialize)]
struct BySeries<T> {
    series: BTreeMap<String, T>,
}

/// A topic's values by case.
#[derive(Deserialize)]
struct ByCase<T> {
    cases: BTreeMap<String, T>,
}

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references").join(name);
    read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn reference<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The rows of a file of figures, its head left out, each split in three.
fn rows(name: &str) -> Vec<[String; 3]> {
    let row = |line: &str| {
        let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        cells.try_into().unwrap_or_else(|_| panic!("{name}: {line}"))
    };
    text(name).lines().skip(1).map(row).collect()
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// Figures by period: what a series is made of here.
type Figures = BTreeMap<Period, f64>;

fn exports() -> Figures {
    let figure =
        |[start, months, value]: [String; 3]| (period(&start, number(&months)), number(&value));
    rows("exports.csv").into_iter().map(figure).collect()
}

fn series_of(measure: Measure, figures: &Figures) -> Series {
    let figure =
        |(period, value): (&Period, &f64)| Figure::reported(*period, *value, 0, Vec::new());
    let key = SeriesKey { measure, ..rare_earths(Flow::Export) };
    Series::new(key, measure.unit(), figures.iter().map(figure))
}

/// A series by the name it has in the references.
fn series(name: &str) -> Series {
    let mut figures = Figures::new();
    if name.starts_with("exports") {
        figures = exports();
    } else {
        for [series, start, value] in rows("classic.csv") {
            if series == name {
                figures.insert(period(&start, 1), number(&value));
            }
        }
    }
    if name.ends_with("with gaps") {
        let filling: Filled = reference("filling.json");
        figures.retain(|period, _| !filling.gaps.contains(&period.start.to_string()));
    }
    assert!(!figures.is_empty(), "there are no figures called {name}");
    series_of(Measure::Volume, &figures)
}

fn study(name: &str) -> PreparedSeries {
    PreparedSeries::new(&series(name), Some(Holiday::ChineseNewYear))
        .unwrap_or_else(|absent| panic!("{name}: {absent}"))
}

fn decomposed(name: &str) -> Decomposition {
    decompose(&study(name)).unwrap_or_else(|absent| panic!("{name}: {absent}"))
}

/// A topic's comparison, which remembers how close it was.
struct Comparing {
    topic: &'static str,
    count: usize,
    worst: f64,
}

impl Comparing {
    const fn new(topic: &'static str) -> Self {
        Self { topic, count: 0, worst: 0.0 }
    }

    fn near(&mut self, what: &str, found: f64, expected: f64) {
        let apart = (found - expected).abs();
        assert!(
            apart <= RELATIVE * expected.abs() + ABSOLUTE,
            "{}, {what}: {found} here, {expected} in the reference",
            self.topic
        );
        self.count += 1;
        self.worst = self.worst.max(apart / expected.abs().max(ABSOLUTE / RELATIVE));
    }

    fn all_near(&mut self, what: &str, found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{}, {what}: how many", self.topic);
        for (place, (found, expected)) in found.iter().zip(expected).enumerate() {
            self.near(&format!("{what}, {place}"), *found, *expected);
        }
    }

    /// Says how close it was, where the test is asked to print.
    fn done(&self) {
        assert!(self.count > 0, "{}: nothing was compared", self.topic);
        println!("{}: {} values, {:.1e} apart at most", self.topic, self.count, self.worst);
    }
}

#[test]
fn the_exports_are_those_the_page_takes() {
    let exports = exports();
    let last = exports.keys().next_back().expect("there are exports").end();
    let regular = regular_series(&bundled().series(&rare_earths(Flow::Export)))
        .expect("there is a regular series");
    // A month added since is no disagreement.
    let observations =
        regular.observations().iter().filter(|observation| observation.period.end() <= last);
    let shown: Figures =
        observations.map(|observation| (observation.period, observation.value)).collect();
    assert_eq!(
        shown, exports,
        "www/data has other figures than tests/references/exports.csv: change that file and call \
         `cargo xtask references`"
    );
}

#[derive(Deserialize)]
struct Filled {
    gaps: Vec<String>,
    series: BTreeMap<String, BTreeMap<String, f64>>,
}

#[test]
fn months_not_reported_alone_are_filled_alike() {
    let mut comparing = Comparing::new("filling");
    let reference: Filled = reference("filling.json");
    for (name, values) in &reference.series {
        let months = decomposed(name).months;
        assert_eq!(months.len(), values.len(), "{name}");
        for filled in &months {
            let month = filled.month.to_string();
            comparing.near(&format!("{name}, {month}"), filled.value, values[&month]);
        }
        let invented = months.iter().filter(|filled| filled.filling == Filling::Expected);
        let gaps = if name.ends_with("with gaps") { reference.gaps.len() } else { 0 };
        assert_eq!(invented.count(), gaps, "{name}");
    }
    comparing.done();
}

#[derive(Deserialize)]
struct StlParts {
    first: String,
    trend: Vec<f64>,
    seasonal: Vec<f64>,
    remainder: Vec<f64>,
    weights: Vec<f64>,
    seasonal_strength: f64,
    trend_strength: f64,
}

#[test]
fn stl_agrees_with_statsmodels() {
    let mut comparing = Comparing::new("STL");
    for (name, expected) in reference::<BySeries<StlParts>>("stl.json").series {
        // As reported or filled: the reference knows no calendar.
        let months = decomposed(&name).months;
        assert_eq!(months.first().map(|filled| filled.month), Some(month(&expected.first)));
        let logs: Vec<f64> = months.iter().map(|filled| filled.value.ln()).collect();
        let found = stl(&logs).unwrap_or_else(|absent| panic!("{name}: {absent}"));
        for (what, found, expected) in [
            ("trend", &found.trend, &expected.trend),
            ("season", &found.seasonal, &expected.seasonal),
            ("remainder", &found.remainder, &expected.remainder),
            ("weights", &found.weights, &expected.weights),
        ] {
            comparing.all_near(&format!("{what} of {name}"), found, expected);
        }
        let mut near = |what: &str, part: &[f64], expected: f64| {
            let found = strength(part, &found.remainder);
            comparing.near(&format!("strength of {what} of {name}"), found, expected);
        };
        near("season", &found.seasonal, expected.seasonal_strength);
        near("trend", &found.trend, expected.trend_strength);
    }
    comparing.done();
}

#[derive(Deserialize)]
struct Expected {
    month: String,
    months: u16,
    models: usize,
    level: f64,
    trend: f64,
    trading_days: f64,
    new_year: f64,
    pairs: f64,
    alone: f64,
    log: f64,
    scale: f64,
    freedom: usize,
    median: f64,
    low_80: f64,
    high_80: f64,
    low_95: f64,
    high_95: f64,
    actual: Option<f64>,
    below: Option<f64>,
}

#[derive(Deserialize)]
struct Expectations {
    forecasts: Vec<Expected>,
    backtest: Option<Score>,
}

#[derive(Deserialize)]
struct Score {
    months: usize,
    within_80: f64,
    within_95: f64,
    compared: usize,
    error: f64,
    error_last_year: f64,
    error_last_month: f64,
    p_last_year: f64,
    p_last_month: f64,
}

#[test]
fn expectations_agree_with_whole_matrices() {
    let mut comparing = Comparing::new("expectation");
    for (name, reference) in reference::<BySeries<Expectations>>("expectation.json").series {
        let study = study(&name);
        for expected in &reference.forecasts {
            compare_expectation(&mut comparing, &name, &study, expected);
        }
    }
    comparing.done();
}

fn compare_expectation(
    comparing: &mut Comparing,
    name: &str,
    study: &PreparedSeries,
    expected: &Expected,
) {
    let at = format!("{name}, {}", expected.month);
    let target = period(&expected.month, expected.months);
    let found = expectation(study, target.start).unwrap_or_else(|absent| panic!("{at}: {absent}"));
    assert_eq!(found.period, target, "{at}");
    assert_eq!(found.actual, expected.actual, "{at}");
    assert_eq!(found.weights.models, expected.models, "{at}: models");
    let weights = found.weights;
    comparing.all_near(
        &format!("{at}: weights and what columns alone have"),
        &[
            weights.level,
            weights.trend,
            weights.trading_days,
            weights.new_year,
            weights.pairs,
            found.alone.unwrap_or_default(),
        ],
        &[
            expected.level,
            expected.trend,
            expected.trading_days,
            expected.new_year,
            expected.pairs,
            expected.alone,
        ],
    );
    let (low_80, high_80) = found.interval_80;
    let (low_95, high_95) = found.interval_95;
    let numbers = [found.median, low_80, high_80, low_95, high_95];
    let references =
        [expected.median, expected.low_80, expected.high_80, expected.low_95, expected.high_95];
    comparing.all_near(&format!("{at}: median and intervals"), &numbers, &references);
    assert_eq!(found.below.is_some(), expected.below.is_some(), "{at}");
    if let (Some(found), Some(expected)) = (found.below, expected.below) {
        comparing.near(&format!("{at}: probability"), found, expected);
    }
    let observations = study.regular().observations();
    let place = observations.partition_point(|observation| observation.period < target);
    let forecast = study.forecasts().get(place).copied().flatten().expect("one stands behind it");
    assert_eq!(forecast.freedom, expected.freedom, "{at}: degrees of freedom");
    comparing.near(&format!("{at}: logarithm"), forecast.log, expected.log);
    comparing.near(&format!("{at}: scale"), forecast.scale, expected.scale);
}

#[test]
fn the_backtest_counts_alike() {
    let mut comparing = Comparing::new("backtest");
    for (name, reference) in reference::<BySeries<Expectations>>("expectation.json").series {
        let Some(expected) = reference.backtest else { continue };
        let expectations = expectations(&study(&name)).expect("there are expectations");
        let found = backtest(&series(&name), &expectations);
        assert_eq!((found.months, found.compared), (expected.months, expected.compared), "{name}");
        comparing.all_near(
            &name,
            &[
                found.within_80,
                found.within_95,
                found.error,
                found.error_last_year,
                found.error_last_month,
                found.p_last_year.unwrap_or_default(),
                found.p_last_month.unwrap_or_default(),
            ],
            &[
                expected.within_80,
                expected.within_95,
                expected.error,
                expected.error_last_year,
                expected.error_last_month,
                expected.p_last_year,
                expected.p_last_month,
            ],
        );
    }
    comparing.done();
}

#[derive(Deserialize)]
struct ExpectedTest {
    statistic: f64,
    p: f64,
    count: usize,
}

#[derive(Deserialize)]
struct ExpectedTests {
    qs: ExpectedTest,
    friedman: ExpectedTest,
    kruskal_wallis: ExpectedTest,
}

#[test]
fn tests_for_a_season_agree_with_scipy() {
    let mut comparing = Comparing::new("seasonality");
    for (name, expected) in reference::<BySeries<ExpectedTests>>("seasonality.json").series {
        let study = study(&name);
        let log = |month: Month| {
            let observation = study
                .regular()
                .observation(month)
                .filter(|observation| observation.period.months == 1);
            observation.map(|observation| observation.value.ln())
        };
        let months = (study.regular().first() + 1).through(study.regular().last());
        let steps: Vec<(Month, f64)> =
            months.filter_map(|month| Some((month, log(month)? - log(month - 1)?))).collect();
        let found = seasonality_of(&steps).expect("there are tests");
        let mut compare = |what: &str, found: Option<Test>, expected: &ExpectedTest| {
            let found = found.unwrap_or_else(|| panic!("{what} of {name} is missing"));
            assert_eq!(found.count, expected.count, "{what} of {name}");
            comparing.near(&format!("{what} of {name}"), found.statistic, expected.statistic);
            comparing.near(&format!("p of {what} of {name}"), found.p, expected.p);
        };
        compare("QS", found.qs, &expected.qs);
        compare("Friedman", found.friedman, &expected.friedman);
        compare("Kruskal–Wallis", found.kruskal_wallis, &expected.kruskal_wallis);
    }
    comparing.done();
}

#[derive(Deserialize)]
struct ExpectedEffect {
    month: String,
    before: usize,
    after: usize,
    percent: f64,
    low: f64,
    high: f64,
}

#[test]
fn effects_agree_with_statsmodels() {
    let mut comparing = Comparing::new("effects");
    for (name, reference) in reference::<BySeries<Vec<ExpectedEffect>>>("effects.json").series {
        let study = study(&name);
        let months = study.regular().first().through(study.regular().last());
        let known = months.step_by(6).filter(|month| event_effect(&study, *month).is_ok()).count();
        assert_eq!(known, reference.len(), "{name}: months that have an effect");
        for expected in reference {
            let at = format!("{name}, {}", expected.month);
            let found = event_effect(&study, month(&expected.month))
                .unwrap_or_else(|absent| panic!("{at}: {absent}"));
            assert_eq!((found.before, found.after), (expected.before, expected.after), "{at}");
            let (low, high) = found.interval_95;
            let expected = [expected.percent, expected.low, expected.high];
            comparing.all_near(&at, &[found.percent, low, high], &expected);
        }
    }
    comparing.done();
}

#[derive(Deserialize)]
struct Calendar {
    dates: BTreeMap<i32, String>,
    holiday: BTreeMap<String, f64>,
    run_up: BTreeMap<String, f64>,
    trading_days: BTreeMap<String, f64>,
}

#[test]
fn the_new_year_falls_where_another_calendar_has_it() {
    let mut comparing = Comparing::new("New Year");
    let expected: Calendar = reference("new_year.json");
    for (year, date) in &expected.dates {
        let found = new_year(*year).map(|(month, day)| format!("{year}-{month:02}-{day:02}"));
        assert_eq!(found.as_ref(), Some(date));
    }
    assert_eq!(expected.dates.len(), 200);
    assert_eq!((new_year(1899), new_year(2101)), (None, None));
    for (text, days) in &expected.trading_days {
        comparing.near(text, trading_days(month(text)), *days);
    }
    for (window, shares) in [((0, 13), expected.holiday), ((-21, -1), expected.run_up)] {
        for (text, share) in shares {
            comparing.near(&text, share_of_days(month(&text), window), share);
        }
    }
    comparing.done();
}

#[derive(Deserialize)]
struct ExpectedIndex {
    shares: Vec<f64>,
    low: f64,
    high: f64,
    fewest: f64,
    most: f64,
}

#[test]
fn concentration_agrees_with_exact_fractions() {
    let mut comparing = Comparing::new("concentration");
    for (name, expected) in reference::<ByCase<ExpectedIndex>>("concentration.json").cases {
        let index = herfindahl(&expected.shares);
        let number = effective_number(index);
        comparing.all_near(
            &name,
            &[index.low, index.high, number.low, number.high],
            &[expected.low, expected.high, expected.fewest, expected.most],
        );
    }
    comparing.done();
}

#[derive(Deserialize)]
struct ExpectedSplit {
    values: [f64; 2],
    volumes: [f64; 2],
    log_mean: f64,
    by_volume: f64,
    by_price: f64,
}

#[test]
fn price_and_volume_agree_with_fifty_digits() {
    let mut comparing = Comparing::new("LMDI");
    let now = Period::month(Month::from_index(24299));
    let written = |measure: Measure, [before, then]: [f64; 2]| {
        series_of(measure, &Figures::from([(now.years_before(1), before), (now, then)]))
    };
    for (name, expected) in reference::<ByCase<ExpectedSplit>>("lmdi.json").cases {
        let [before, then] = expected.values;
        let value = written(Measure::Value, expected.values);
        let volume = written(Measure::Volume, expected.volumes);
        let found = price_volume(&value, &volume, now, Comparison::YearOnYear).expect("a split");
        comparing.all_near(
            &name,
            &[log_mean(then, before), found.by_volume, found.by_price],
            &[expected.log_mean, expected.by_volume, expected.by_price],
        );
    }
    comparing.done();
}

#[derive(Deserialize)]
struct Distributions {
    t_below: Vec<TBelow>,
    t_quantile: Vec<TQuantile>,
    chi_square_above: Vec<ChiSquareAbove>,
}

#[derive(Deserialize)]
struct TBelow {
    t: f64,
    freedom: usize,
    below: f64,
}

#[derive(Deserialize)]
struct TQuantile {
    probability: f64,
    freedom: usize,
    t: f64,
}

#[derive(Deserialize)]
struct ChiSquareAbove {
    x: f64,
    freedom: usize,
    above: f64,
}

#[test]
fn distributions_agree_with_scipy() {
    let mut comparing = Comparing::new("distributions");
    let expected: Distributions = reference("distribution.json");
    for TBelow { t, freedom, below } in expected.t_below {
        comparing.near(&format!("t below {t}, {freedom}"), t_below(t, freedom), below);
    }
    for TQuantile { probability, freedom, t } in expected.t_quantile {
        let what = format!("t with {probability} below, {freedom}");
        comparing.near(&what, t_quantile(probability, freedom), t);
    }
    for ChiSquareAbove { x, freedom, above } in expected.chi_square_above {
        let what = format!("chi-square above {x}, {freedom}");
        comparing.near(&what, chi_square_above(x, freedom), above);
    }
    comparing.done();
}
