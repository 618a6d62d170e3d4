//! What a season lets one expect, of the bundled data and of data that are strange.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use xenotime::statistics::Unavailable;
use xenotime::statistics::distribution::{chi_square_above, t_below, t_quantile};
use xenotime::statistics::seasonal::{
    Filling, Ordinary, Study, Verdict, backtest, breaks, decompose, event_effect, expectation,
    expectations, pelt, seasonality, stl, strength,
};
use xenotime::trade::{Flow, Measure, Month, Partner, Period, Series, SeriesKey, Unit};

mod common;
use common::{bundled, figure, month, period, rare_earths};

fn exports() -> Series {
    bundled().series(&rare_earths(Flow::Export))
}

/// A series of months in a row from January 2012 on.
fn series(values: &[f64]) -> Series {
    series_of(
        values.iter().enumerate().map(|(index, value)| {
            (Period::month(Month::from_index(2012 * 12 + index as i32)), *value)
        }),
    )
}

fn series_of(values: impl Iterator<Item = (Period, f64)>) -> Series {
    let key = SeriesKey {
        flow: Flow::Export,
        measure: Measure::Volume,
        product: "made".to_owned(),
        partner: Partner::world(),
    };
    Series::new(key, Unit::TONNE, values.map(|(period, value)| figure(period, value)))
}

/// Five years with a season, a trend and a little of what nobody can foresee.
fn lively(years: usize) -> Vec<f64> {
    (0..years * 12)
        .map(|index| {
            let season = [0.8, 0.7, 1.1, 1.0, 1.1, 1.2, 1.1, 1.0, 1.0, 0.9, 1.0, 1.1][index % 12];
            let noise = ((index * 7919 % 101) as f64 - 50.0) / 1000.0;
            1000.0 * (1.0 + index as f64 / 100.0) * season * (1.0 + noise)
        })
        .collect()
}

#[test]
fn november_2024_was_ordinary() {
    let study = Study::new(&exports()).unwrap();
    let found = expectation(&study, month("2024-11")).unwrap();
    assert_eq!(found.actual, Some(4416.0));
    assert_eq!(found.ordinary(), Some(Ordinary::Ordinary));
    assert_eq!((found.years, found.months), (6, 78));
    let ((low, high), (lower, higher)) = (found.interval_80, found.interval_95);
    assert!(lower < low && low < found.median && found.median < high && high < higher);
}

#[test]
fn an_expectation_knows_only_the_months_before() {
    let full = exports();
    let until = month("2024-11");
    let cut = full.figures().filter(|figure| figure.period.end() < until).cloned();
    let cut = Series::new(full.key().clone(), full.unit(), cut.collect::<Vec<_>>());
    let of = |series: &Series| expectation(&Study::new(series).unwrap(), until).unwrap();
    let (known, blind) = (of(&full), of(&cut));
    assert_eq!(blind.actual, None);
    assert!((known.median - blind.median).abs() < 1e-9 * known.median);
    assert!((known.interval_95.0 - blind.interval_95.0).abs() < 1e-9 * known.median);
    assert_eq!(known.model, blind.model);
}

#[test]
fn the_intervals_hold_what_they_promise() {
    let series = exports();
    let all = expectations(&Study::new(&series).unwrap()).unwrap();
    let score = backtest(&series, &all);
    assert!(score.months >= 50 && score.compared >= 50, "{score:?}");
    assert!((0.90..=0.98).contains(&score.within_95), "{score:?}");
    assert!((0.70..=0.90).contains(&score.within_80), "{score:?}");
    assert!(score.error < score.error_last_year && score.error < score.error_last_month);
}

#[test]
fn a_joint_figure_is_divided_and_keeps_its_sum() {
    let series = exports();
    let parts = decompose(&Study::new(&series).unwrap()).unwrap();
    let split: Vec<_> =
        parts.months.iter().filter(|filled| filled.filling == Filling::Split).collect();
    assert_eq!(split.len(), 6, "joint in 2020, 2022 and 2023");
    for pair in split.chunks(2) {
        let joint = series.figure(Period { start: pair[0].month, months: 2 }).unwrap();
        assert!((pair[0].value + pair[1].value - joint.value).abs() < 1e-6);
        assert!(pair.iter().all(|filled| filled.value > 0.0));
    }
    // In 2023 the New Year lay in January, in 2022 most of its fortnight in February.
    let share =
        |year: usize| split[year * 2].value / (split[year * 2].value + split[year * 2 + 1].value);
    assert!(share(2) < share(1), "{} {}", share(2), share(1));
}

#[test]
fn the_parts_make_up_the_whole() {
    let parts = decompose(&Study::new(&series(&lively(6))).unwrap()).unwrap();
    for (index, filled) in parts.months.iter().enumerate() {
        let sum =
            parts.parts.trend[index] + parts.parts.seasonal[index] + parts.parts.remainder[index];
        assert!((sum - filled.value.ln()).abs() < 1e-9);
    }
    assert!(parts.seasonal_strength > 0.9 && parts.trend_strength > 0.9);
}

#[test]
fn a_season_is_found_where_there_is_one_and_not_where_there_is_none() {
    let verdict =
        |values: &[f64]| seasonality(&Study::new(&series(values)).unwrap()).unwrap().verdict;
    assert_eq!(verdict(&lively(6)), Verdict::Seasonal);
    // Independent values: the quadratic residues of a prime have no year.
    let noise: Vec<f64> =
        (1..97u64).map(|index| 1000.0 + (index * index * 31 % 97) as f64).collect();
    assert_ne!(verdict(&noise), Verdict::Seasonal);
}

#[test]
fn a_lasting_change_is_a_level_and_a_step() {
    let mut values = lively(8);
    for value in values.iter_mut().skip(60) {
        *value *= 0.5;
    }
    let study = Study::new(&series(&values)).unwrap();
    let from = Month::from_index(2012 * 12 + 60);
    let found = breaks(&decompose(&study).unwrap());
    assert!(found.levels.iter().any(|level| (level.from - from).abs() <= 1), "{found:?}");
    let effect = event_effect(&study, from).unwrap();
    assert!(effect.clear() && (-60.0..-40.0).contains(&effect.percent), "{effect:?}");
    assert_eq!((effect.before, effect.after), (60, 12));
    let none = event_effect(&study, Month::from_index(2012 * 12 + 40)).unwrap();
    assert!((-15.0..15.0).contains(&none.percent), "{none:?}");
}

#[test]
fn months_reported_together_or_not_at_all_are_no_obstacle() {
    let values = lively(6);
    let start = Month::from_index(2012 * 12);
    let spells = (0..72).filter_map(|index| {
        let at = start + index;
        let value = values[index as usize];
        match (at.year(), at.number()) {
            (2014, 1) => {
                Some((Period { start: at, months: 2 }, value + values[index as usize + 1]))
            }
            (2014, 2) | (2015, 6 | 7) => None,
            _ => Some((Period::month(at), value)),
        }
    });
    let series = series_of(spells);
    let study = Study::new(&series).unwrap();
    assert_eq!(study.grid().missing(), [month("2015-06"), month("2015-07")]);
    let parts = decompose(&study).unwrap();
    assert_eq!(parts.months.len(), 72);
    for filled in parts.months.iter().filter(|filled| filled.filling != Filling::None) {
        let truth = values[(filled.month - start) as usize];
        assert!((filled.value / truth - 1.0).abs() < 0.15, "{filled:?} {truth}");
    }
    assert!(expectations(&study).unwrap().len() > 30);
}

#[test]
fn a_longer_gap_begins_the_series_anew() {
    let values = lively(7);
    let gap = 30..33;
    let known = values.iter().enumerate().filter(|(index, _)| !gap.contains(index));
    let series = series_of(known.map(|(index, value)| {
        (Period::month(Month::from_index(2012 * 12 + index as i32)), *value)
    }));
    assert_eq!(Study::new(&series).unwrap().grid().first(), Month::from_index(2012 * 12 + 33));
}

#[test]
fn too_little_says_so() {
    let few = |values: &[f64]| {
        let study = Study::new(&series(values)).unwrap();
        let last = Month::from_index(2012 * 12 + values.len() as i32 - 1);
        assert!(matches!(expectation(&study, last), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(expectations(&study), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(decompose(&study), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(seasonality(&study), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(event_effect(&study, last), Err(Unavailable::TooFewMonths { .. })));
    };
    few(&[7.0]);
    few(&lively(1));
    let same = Study::new(&series(&[7.0; 60])).unwrap();
    assert_eq!(expectations(&same), Err(Unavailable::NothingVaries));
    assert_eq!(decompose(&same), Err(Unavailable::NothingVaries));
    assert_eq!(seasonality(&same), Err(Unavailable::NothingVaries));
    assert_eq!(event_effect(&same, month("2015-01")), Err(Unavailable::NothingVaries));
    let mut zero = lively(5);
    zero[20] = 0.0;
    assert_eq!(
        Study::new(&series(&zero)).err(),
        Some(Unavailable::NotPositive(period("2013-09", 1)))
    );
    zero[20] = -5.0;
    assert!(matches!(Study::new(&series(&zero)).err(), Some(Unavailable::NotPositive(_))));
    assert!(matches!(
        Study::new(&series(&[])).err(),
        Some(Unavailable::TooFewMonths { known: 0, .. })
    ));
}

/// Values as strange as a file can hold.
fn strange() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => 1.0..1e4f64,
        1 => Just(0.0),
        1 => -1e6..0.0f64,
        1 => 1e12..1e15f64,
        1 => 1e-9..1e-3f64,
        1 => Just(5.0),
    ]
}

fn check_everything(series: &Series) -> Result<(), TestCaseError> {
    let Ok(study) = Study::new(series) else { return Ok(()) };
    if let Ok(all) = expectations(&study) {
        for found in &all {
            let ((low, high), (lower, higher)) = (found.interval_80, found.interval_95);
            let numbers = [found.median, low, high, lower, higher];
            prop_assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0));
            prop_assert!(
                lower <= low && low <= found.median && found.median <= high && high <= higher
            );
            prop_assert!(found.below.is_none_or(|below| (0.0..=1.0).contains(&below)));
        }
        let score = backtest(series, &all);
        prop_assert!((0.0..=1.0).contains(&score.within_95) && score.error.is_finite());
    }
    let _ = expectation(&study, study.grid().last() + 1);
    if let Ok(tests) = seasonality(&study) {
        for test in [tests.qs, tests.friedman, tests.kruskal_wallis].into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&test.p) && test.statistic.is_finite(), "{test:?}");
        }
    }
    if let Ok(parts) = decompose(&study) {
        prop_assert!((0.0..=1.0).contains(&parts.seasonal_strength));
        prop_assert!((0.0..=1.0).contains(&parts.trend_strength));
        let found = breaks(&parts);
        prop_assert!(found.levels.iter().all(|level| level.level.is_finite()));
        prop_assert_eq!(found.levels.first().map(|level| level.from), Some(study.grid().first()));
        prop_assert_eq!(found.levels.last().map(|level| level.to), Some(study.grid().last()));
    }
    for index in [0, 24, 40] {
        if let Ok(effect) = event_effect(&study, study.grid().first() + index) {
            let (low, high) = effect.interval_95;
            prop_assert!(low.is_finite() && high.is_finite() && low <= high);
            prop_assert!(low <= effect.percent && effect.percent <= high);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_series_breaks_a_statistic(
        values in prop::collection::vec(strange(), 0..90),
        present in prop::collection::vec(prop::bool::weighted(0.95), 90),
    ) {
        let known = values.iter().zip(&present).enumerate().filter(|(_, (_, present))| **present);
        check_everything(&series_of(known.map(|(index, (value, _))| {
            (Period::month(Month::from_index(2012 * 12 + index as i32)), *value)
        })))?;
    }

    #[test]
    fn no_positive_series_breaks_a_statistic(
        values in prop::collection::vec(1e-6..1e9f64, 36..100),
        first in 1990 * 12..2040 * 12,
    ) {
        check_everything(&series_of(values.iter().enumerate().map(|(index, value)| {
            (Period::month(Month::from_index(first + index as i32)), *value)
        })))?;
    }

    #[test]
    fn levels_cover_a_series_once(
        values in prop::collection::vec(-1e6..1e6f64, 0..80),
        penalty in -1.0..1e9f64,
        least in 0..10usize,
    ) {
        let ends = pelt(&values, penalty, least);
        prop_assert_eq!(ends.last().copied().unwrap_or(0), values.len());
        prop_assert!(ends.windows(2).all(|pair| pair[1] - pair[0] >= least.max(1)));
    }

    #[test]
    fn a_decomposition_adds_up(values in prop::collection::vec(-1e3..1e3f64, 24..120)) {
        let parts = stl(&values).unwrap();
        for (index, value) in values.iter().enumerate() {
            let sum = parts.trend[index] + parts.seasonal[index] + parts.remainder[index];
            prop_assert!((sum - value).abs() < 1e-6);
        }
        prop_assert!((0.0..=1.0).contains(&strength(&parts.seasonal, &parts.remainder)));
    }

    #[test]
    fn distributions_are_distributions(
        one in -50.0..50.0f64,
        step in 0.0..10.0f64,
        freedom in 1..200usize,
        probability in 0.5..0.9999f64,
    ) {
        let (low, high) = (t_below(one, freedom), t_below(one + step, freedom));
        prop_assert!((0.0..=1.0).contains(&low) && low <= high + 1e-12);
        prop_assert!((t_below(one, freedom) + t_below(-one, freedom) - 1.0).abs() < 1e-9);
        prop_assert!((t_below(t_quantile(probability, freedom), freedom) - probability).abs() < 1e-9);
        let (near, far) = (chi_square_above(one.abs(), freedom), chi_square_above(one.abs() + step, freedom));
        prop_assert!((0.0..=1.0).contains(&far) && far <= near + 1e-12);
    }
}
