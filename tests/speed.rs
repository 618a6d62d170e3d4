//! How long the statistics take in a browser, for `cargo xtask bench`; nothing here can fail a
//! test for being slow.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used)]

use std::hint::black_box;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use xenotime::statistics::seasonal::{
    PreparedSeries, backtest, decompose, event_effect, expectations, seasonality, stl,
};
use xenotime::trade::{
    Figure, Flow, Holiday, Measure, Month, Partner, Period, Series, SeriesKey, Unit,
};

wasm_bindgen_test_configure!(run_in_browser);

/// The series that the reference times, too.
const EXPORTS: &str = include_str!("references/exports.csv");

const EVENTS: &str = include_str!("../www/data/events.csv");

/// Calls before the clock starts: a browser compiles what is called often once more, and better.
const WARMING: usize = 60;
/// How often the clock is read, and how many calls lie between, for it is a coarse one.
const SAMPLES: usize = 9;
const CALLS: usize = 10;

fn exports() -> Series {
    let figure = |line: &str| {
        let mut cells = line.split(',');
        let mut cell = || cells.next().expect("three cells");
        Figure::reported(
            Period {
                start: Month::parse(cell()).expect("a month"),
                months: cell().parse().expect("how many months"),
            },
            cell().parse().expect("a value"),
            0,
            Vec::new(),
        )
    };
    let key = SeriesKey {
        flow: Flow::Export,
        measure: Measure::Volume,
        product: "rare-earths".to_owned(),
        partner: Partner::world(),
    };
    Series::new(key, Unit::TONNE, EXPORTS.lines().skip(1).map(figure))
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    let property = |object: &JsValue, name: &str| {
        js_sys::Reflect::get(object, &name.into()).expect("browsers have it")
    };
    let clock = property(&js_sys::global(), "performance");
    let read: js_sys::Function = property(&clock, "now").dyn_into().expect("it is a function");
    read.call0(&clock).ok().and_then(|time| time.as_f64()).expect("it answers with a number")
}

/// Milliseconds for each call, the middle one of several samples.
fn time(mut work: impl FnMut()) -> f64 {
    for _ in 0..WARMING {
        work();
    }
    let mut samples: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let start = now();
            for _ in 0..CALLS {
                work();
            }
            (now() - start) / CALLS as f64
        })
        .collect();
    samples.sort_by(f64::total_cmp);
    samples.get(SAMPLES / 2).copied().expect("there are samples")
}

/// Every statistic about the season of one series, the step at each event included.
fn everything(series: &Series, events: &[Month]) {
    let study = PreparedSeries::new(series, Some(Holiday::ChineseNewYear)).expect("a study");
    let expectations = expectations(&study).expect("expectations");
    black_box(backtest(series, &expectations));
    black_box(seasonality(&study).expect("tests"));
    let parts = decompose(&study).expect("parts");
    black_box((study.disturbances().expect("a scan"), parts));
    for month in events {
        // Many lie too early or too late for one.
        black_box(event_effect(&study, *month).ok());
    }
}

#[wasm_bindgen_test]
fn speed() {
    let series = exports();
    let study = PreparedSeries::new(&series, Some(Holiday::ChineseNewYear)).expect("a study");
    let parts = decompose(&study).expect("parts");
    let logs: Vec<f64> = parts.months.iter().map(|month| month.value.ln()).collect();
    let alone = time(|| {
        black_box(stl(black_box(&logs)).expect("parts"));
    });
    let events: Vec<Month> =
        EVENTS.lines().filter_map(|line| Month::parse(line.get(..7)?)).collect();
    assert!(!events.is_empty(), "there are events");
    let everything = time(|| everything(black_box(&series), &events));
    console_log!("speed: {{ \"stl\": {alone}, \"everything\": {everything} }}");
}
