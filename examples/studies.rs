//! What the statistics of the season make of series that are not the page's: forecasts for the
//! comparison with other programs, and simulated series whose truth is known. Run by
//! `cargo xtask references` and `cargo xtask simulate`.

#![allow(clippy::expect_used, clippy::panic, reason = "a tool that cannot go on should say why")]

use std::fs::read_to_string;
use std::path::Path;

use xenotime::statistics::seasonal::{
    Kind, Ordinary, PreparedSeries, decompose, disturbances, event_effect, expectations,
};
use xenotime::trade::{
    Figure, Flow, Holiday, Measure, Month, Partner, Period, Series, SeriesKey, Unit,
};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["forecasts", files @ ..] => files.iter().for_each(|file| forecasts(Path::new(file))),
        ["adjusted", months, files @ ..] => {
            let months = months.parse().expect("how many months back");
            files.iter().for_each(|file| adjusted(Path::new(file), months));
        }
        ["simulate", count] => simulate(count.parse().expect("how many series a line")),
        _ => panic!("say `forecasts FILE …`, `adjusted MONTHS FILE …` or `simulate SERIES`"),
    }
}

fn series(figures: impl IntoIterator<Item = (Period, f64)>) -> Series {
    let figure = |(period, value)| Figure::reported(period, value, 0, Vec::new());
    let key = SeriesKey {
        flow: Flow::Export,
        measure: Measure::Volume,
        product: "made".to_owned(),
        partner: Partner::world(),
    };
    Series::new(key, Unit::TONNE, figures.into_iter().map(figure))
}

fn read(path: &Path) -> Vec<(Period, f64)> {
    let text = read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let row = |line: &str| {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or_else(|| panic!("{line}: a cell is missing"));
        let start = Month::parse(cell()).unwrap_or_else(|| panic!("{line}: no month"));
        let months = cell().parse().unwrap_or_else(|_| panic!("{line}: no number of months"));
        (Period { start, months }, cell().parse().unwrap_or_else(|_| panic!("{line}: no value")))
    };
    text.lines().skip(1).map(row).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Of each month of a file with enough before it: the series, the month, the figure's logarithm,
/// the expected logarithm, and of Student's t the scale and the degrees of freedom.
fn forecasts(path: &Path) {
    let name = name(path);
    let study =
        PreparedSeries::new(&series(read(path)), Some(Holiday::ChineseNewYear)).expect("a study");
    for (observation, forecast) in study.regular().observations().iter().zip(study.forecasts()) {
        let Some(forecast) = forecast.filter(|_| observation.period.months == 1) else { continue };
        println!(
            "{name},{},{},{},{},{}",
            observation.period.start,
            observation.log(),
            forecast.log,
            forecast.scale,
            forecast.freedom
        );
    }
}

/// A file seasonally adjusted at its last month, and at each of so many before it by what was known
/// then: the series, the last month known, the month, its figure (or what stands in for it) and the
/// figure adjusted. Of the earlier ones, the two latest months.
fn adjusted(path: &Path, months: i32) {
    let name = name(path);
    let figures = read(path);
    let last = figures.last().expect("figures").0.end();
    for origin in (last - months).through(last) {
        let known = figures.iter().filter(|(period, _)| period.end() <= origin).copied();
        let study =
            PreparedSeries::new(&series(known), Some(Holiday::ChineseNewYear)).expect("a study");
        let Ok(found) = decompose(&study) else { continue };
        let shown = if origin == last { found.months.len() } else { 2 };
        for (filled, log) in found.months.iter().zip(found.adjusted()).rev().take(shown).rev() {
            let (month, value) = (filled.month, filled.value);
            println!("{name},{origin},{month},{value},{}", log.exp());
        }
    }
}

/// A source of chance that is the same every time (SplitMix64; Steele, Lea & Flood 2014).
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Standard normal, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }
}

/// What a simulated series is made of: errors of deviation .1 about a level, on logarithms.
#[derive(Clone, Copy)]
struct Truth {
    months: usize,
    ar: f64,
    /// A year.
    trend: f64,
    /// The size of a fixed season.
    season: f64,
    /// The size of a step, in the middle of the series.
    step: f64,
    /// The level at the beginning, in tonnes.
    level: f64,
    /// Whether the figures are rounded to whole tonnes.
    whole: bool,
}

const FIRST: i32 = 2015 * 12;

fn made(truth: Truth, chance: &mut Chance) -> Series {
    let mut error = 0.1 * chance.normal();
    let months = (0..truth.months).map(|index| {
        if index > 0 {
            let new = 0.1 * (1.0 - truth.ar * truth.ar).sqrt();
            error = truth.ar * error + new * chance.normal();
        }
        let angle = std::f64::consts::TAU * (index % 12) as f64 / 12.0;
        let season = truth.season * (angle.cos() + 0.5 * (2.0 * angle).sin());
        let step = if index >= truth.months / 2 { truth.step } else { 0.0 };
        let log = truth.trend * index as f64 / 12.0 + season + step + error;
        let exact = truth.level * log.exp();
        let value = if truth.whole { exact.round() } else { exact };
        (Period::month(Month::from_index(FIRST + index as i32)), value)
    });
    series(months)
}

/// What is found in series whose truth is known.
#[derive(Default)]
struct Tally {
    series: usize,
    shifted: usize,
    shifts: usize,
    hit: usize,
    outliers: usize,
    changes: usize,
    months: usize,
    events: usize,
    clear: usize,
    judged: usize,
    unusual: usize,
}

fn simulate(count: usize) {
    println!(
        "months   AR  trend  step  figures |  >=1 shift  shifts  found | outliers  changes of months | event clear | unusual"
    );
    let plain = Truth {
        months: 96,
        ar: 0.5,
        trend: 0.0,
        season: 0.1,
        step: 0.0,
        level: 1097.0,
        whole: false,
    };
    let mut truths = Vec::new();
    for months in [96, 144] {
        for trend in [0.0, 0.05] {
            truths.extend([0.0, 0.3, 0.5, 0.7, 0.9].map(|ar| Truth { months, ar, trend, ..plain }));
        }
    }
    truths.extend([0.3, 0.5, 0.7, 0.9].map(|ar| Truth { ar, step: 0.6f64.ln(), ..plain }));
    truths.push(Truth { step: 0.75f64.ln(), ..plain });
    truths.push(Truth { months: 60, ..plain });
    truths.push(Truth { season: 0.0, ..plain });
    // Half a tonne of 20 is a quarter of the errors' deviation, of 5 as much as it.
    for level in [20.0, 5.0] {
        truths.push(Truth { level, whole: true, ..plain });
        truths.push(Truth { level, whole: true, step: 0.6f64.ln(), ..plain });
    }
    for (line, truth) in truths.into_iter().enumerate() {
        let mut tally = Tally::default();
        for number in 0..count {
            let seed = (line * 100_003 + number) as u64;
            count_in(&made(truth, &mut Chance(seed)), truth, &mut tally);
        }
        let share = |one: usize, all: usize| 100.0 * one as f64 / all.max(1) as f64;
        println!(
            "{:>6} {:>4.1} {:>6.2} {:>5.0} {:>8} | {:>8.1} % {:>7.2} {:>5.0} % | {:>6.2} % {:>14.2} % | {:>9.1} % | {:>6.1} %",
            truth.months,
            truth.ar,
            truth.trend,
            (truth.step.exp() - 1.0) * 100.0,
            if truth.whole { format!("{} t", truth.level) } else { "exact".to_owned() },
            share(tally.shifted, tally.series),
            tally.shifts as f64 / tally.series as f64,
            share(tally.hit, tally.series),
            share(tally.outliers, tally.months),
            share(tally.changes, tally.months),
            share(tally.clear, tally.events),
            share(tally.unusual, tally.judged),
        );
    }
}

fn count_in(series: &Series, truth: Truth, tally: &mut Tally) {
    let study = PreparedSeries::new(series, None).expect("a study");
    let found = disturbances(&study).expect("a scan");
    let shifts: Vec<i32> = found
        .of(Kind::LevelShift)
        .map(|found| found.period.start.index() - FIRST - truth.months as i32 / 2)
        .collect();
    tally.series += 1;
    tally.shifted += usize::from(!shifts.is_empty());
    tally.shifts += shifts.len();
    tally.hit += usize::from(shifts.iter().any(|apart| apart.abs() <= 2));
    tally.outliers += found.of(Kind::Outlier).count();
    tally.changes += found.of(Kind::TemporaryChange).count();
    tally.months += truth.months;
    if truth.step == 0.0 {
        for place in [truth.months / 2, truth.months - 6] {
            let event = Month::from_index(FIRST + place as i32);
            let effect = event_effect(&study, event).expect("an effect");
            tally.events += 1;
            tally.clear += usize::from(effect.clear());
        }
    }
    for found in expectations(&study).expect("expectations").iter().rev().take(12) {
        tally.judged += 1;
        tally.unusual += usize::from(found.ordinary() == Some(Ordinary::Unusual));
    }
}
