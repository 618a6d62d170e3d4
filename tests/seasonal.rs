//! What a season lets one expect, of the bundled data and of data that are strange.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::path::Path;

use proptest::prelude::*;
use xenotime::statistics::distribution::{chi_square_above, t_below, t_quantile};
use xenotime::statistics::seasonal::{
    Beginning, Diagnostics, Expectation, Filling, Kind, Ordinary, PreparedSeries, Verdict,
    backtest, decompose, diagnostics, disturbances, event_effect, expectation, expectations,
    first_prints, seasonality, share_of_days, stl, strength, wilson,
};
use xenotime::statistics::structure::{Part, Side, parts};
use xenotime::statistics::{Grouping, Known, Unavailable, grouped};
use xenotime::trade::{
    Dataset, Figure, Flow, Holiday, Measure, Month, Observation, Partner, Period, Series,
    SeriesKey, Source, SourceKind, Unit,
};

mod common;
use common::{
    bundled, bundled_whole, figure, month, own_file, period, rare_earths, tea, tea_by_partner,
    with_parts,
};

fn exports() -> Series {
    bundled().series(&rare_earths(Flow::Export))
}

fn study(series: &Series) -> Known<PreparedSeries> {
    PreparedSeries::new(series, Some(Holiday::ChineseNewYear))
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

/// China's exports of graphite by month, 2017 to 2024.
fn graphite() -> Vec<(Period, f64)> {
    let rows = include_str!("references/series/Graphite_qty.csv").lines().skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        (period(cells[0], 1), cells[2].parse().unwrap())
    })
    .collect()
}

#[test]
fn adjusted_figures_are_revised_little() {
    // A season that followed the last years' lines had these revised by 13 % and more; X-13 revises
    // them by 4 %.
    let all = graphite();
    let adjusted = |count: usize| {
        let study = study(&series_of(all.iter().take(count).copied())).unwrap();
        decompose(&study).unwrap().adjusted()
    };
    let now = adjusted(all.len());
    let revisions: Vec<f64> = (all.len() - 36..all.len() - 12)
        .map(|place| (now[place] - adjusted(place + 1)[place]).abs())
        .collect();
    let mean = revisions.iter().sum::<f64>() / revisions.len() as f64;
    assert!(mean < 0.04, "{mean}");
}

#[test]
fn no_new_year_is_left_in_adjusted_figures() {
    // The expectation does without it here, and what of it was left had t values of 4 and −3.
    let study = study(&series_of(graphite().into_iter())).unwrap();
    let parts = decompose(&study).unwrap();
    let centred = |window| {
        let share = |month: Month| {
            let same =
                (1980..2050).map(|year| share_of_days(month + 12 * (year - month.year()), window));
            share_of_days(month, window) - same.sum::<f64>() / 70.0
        };
        let shares: Vec<f64> = parts.months.iter().map(|filled| share(filled.month)).collect();
        shares
    };
    // Least squares of the changes on the changes of both windows.
    let changes = |values: &[f64]| -> Vec<f64> {
        let changes: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mean = changes.iter().sum::<f64>() / changes.len() as f64;
        changes.iter().map(|change| change - mean).collect()
    };
    let [one, other] = [(0, 13), (-21, -1)].map(|window| changes(&centred(window)));
    let steps = changes(&parts.adjusted());
    let dot = |one: &[f64], other: &[f64]| -> f64 {
        one.iter().zip(other).map(|(one, other)| one * other).sum()
    };
    let (a, b, c) = (dot(&one, &one), dot(&one, &other), dot(&other, &other));
    let (x, y) = (dot(&one, &steps), dot(&other, &steps));
    let root = a * c - b * b;
    let sizes = [(c * x - b * y) / root, (a * y - b * x) / root];
    let square = dot(&steps, &steps) - sizes[0] * x - sizes[1] * y;
    let variance = square / (steps.len() - 3) as f64;
    for (size, factor) in sizes.into_iter().zip([c / root, a / root]) {
        let t = size / (variance * factor).sqrt();
        assert!(t.abs() < 1.0, "{t}");
    }
}

#[test]
fn where_no_new_year_is_known_alone_the_expectation_says_what_it_moves() {
    // Twelve years with January and February as one figure: which windows are right is not to be
    // told, and nothing of them is taken from months that stand in for others.
    let values = lively(12);
    let joint = |index: usize| match index % 12 {
        0 => Some((
            period(&format!("{}-01", 2012 + index / 12), 2),
            values[index] + values[index + 1],
        )),
        1 => None,
        _ => Some((Period::month(Month::from_index(2012 * 12 + index as i32)), values[index])),
    };
    let parts =
        decompose(&study(&series_of((0..values.len()).filter_map(joint))).unwrap()).unwrap();
    let most = parts.calendar.iter().fold(0.0f64, |most, value| most.max(value.abs()));
    assert!(most < 0.05, "{most}");
    let alone = decompose(&study(&series(&values)).unwrap()).unwrap();
    assert!(alone.calendar.iter().any(|value| *value != 0.0));
}

#[test]
fn november_2024_was_ordinary() {
    let study = self::study(&exports()).unwrap();
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
    let of = |series: &Series| expectation(&study(series).unwrap(), until).unwrap();
    let (known, blind) = (of(&full), of(&cut));
    assert_eq!(blind.actual, None);
    assert!((known.median - blind.median).abs() < 1e-9 * known.median);
    assert!((known.interval_95.0 - blind.interval_95.0).abs() < 1e-9 * known.median);
    assert_eq!(known.weights, blind.weights);
}

#[test]
fn the_intervals_hold_what_they_promise() {
    let series = exports();
    let all = expectations(&study(&series).unwrap()).unwrap();
    let score = backtest(&series, &all);
    assert!(score.months >= 50 && score.compared >= 50, "{score:?}");
    // As far as so few months can tell.
    let holds = |share: f64, promised: f64| {
        let (low, high) = wilson(share, score.months);
        low <= promised && promised <= high
    };
    assert!(holds(score.within_95, 0.95) && holds(score.within_80, 0.8), "{score:?}");
    assert!(score.error < score.error_last_year && score.error < score.error_last_month);
}

#[test]
fn a_joint_figure_is_divided_and_keeps_its_sum() {
    let series = exports();
    let parts = decompose(&study(&series).unwrap()).unwrap();
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
    let parts = decompose(&study(&series(&lively(6))).unwrap()).unwrap();
    for (index, filled) in parts.months.iter().enumerate() {
        let sum =
            parts.parts.trend[index] + parts.parts.seasonal[index] + parts.parts.remainder[index];
        assert!((sum + parts.calendar[index] - filled.value.ln()).abs() < 1e-9);
    }
    assert!(parts.seasonal_strength > 0.9 && parts.trend_strength > 0.9);
}

#[test]
fn a_season_is_found_where_there_is_one_and_not_where_there_is_none() {
    let verdict = |values: &[f64]| seasonality(&study(&series(values)).unwrap()).unwrap().verdict;
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
    let study = self::study(&series(&values)).unwrap();
    let from = Month::from_index(2012 * 12 + 60);
    let found = disturbances(&study).unwrap();
    assert_eq!(found.found.len(), 1, "{found:?}");
    let shift = found.found[0];
    assert_eq!((shift.kind, shift.period), (Kind::LevelShift, Period::month(from)));
    assert!((-60.0..-40.0).contains(&shift.percent) && shift.t < -4.0, "{shift:?}");
    assert!(shift.interval_95.0 < shift.percent && shift.percent < shift.interval_95.1);
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
    let observations = (0..72).filter_map(|index| {
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
    let series = series_of(observations);
    let study = self::study(&series).unwrap();
    assert_eq!(study.regular().missing(), [month("2015-06"), month("2015-07")]);
    let parts = decompose(&study).unwrap();
    assert_eq!(parts.months.len(), 72);
    for filled in parts.months.iter().filter(|filled| filled.filling != Filling::None) {
        let truth = values[(filled.month - start) as usize];
        assert!((filled.value / truth - 1.0).abs() < 0.15, "{filled:?} {truth}");
    }
    assert!(expectations(&study).unwrap().len() > 30);
}

#[test]
fn a_year_unknown_begins_the_series_anew_and_a_shorter_gap_does_not() {
    let values = lively(7);
    let without = |gap: std::ops::Range<usize>| {
        let known = values.iter().enumerate().filter(|(index, _)| !gap.contains(index));
        let series = series_of(known.map(|(index, value)| {
            (Period::month(Month::from_index(2012 * 12 + index as i32)), *value)
        }));
        study(&series).unwrap()
    };
    let short = without(30..33);
    let regular = short.regular();
    assert_eq!((regular.first(), regular.beginning()), (month("2012-01"), Beginning::Whole));
    assert!(expectation(&short, month("2018-12")).is_ok() && decompose(&short).is_ok());
    let long = without(30..42);
    let regular = long.regular();
    assert_eq!((regular.first(), regular.beginning()), (month("2015-07"), Beginning::Gap));
}

#[test]
fn a_series_with_many_gaps_is_not_taken_apart_and_the_reason_is_true() {
    let values = lively(10);
    let known = values.iter().enumerate().filter(|(index, _)| index % 3 != 1);
    let series = series_of(known.map(|(index, value)| {
        (Period::month(Month::from_index(2012 * 12 + index as i32)), *value)
    }));
    let study = self::study(&series).unwrap();
    let missing = Unavailable::TooManyMissing { missing: 40, of: 120, zeros: false };
    assert_eq!(decompose(&study).map(|_| ()), Err(missing));
    assert!(expectations(&study).is_ok());
}

#[test]
fn a_zero_is_a_gap_wherever_it_stands() {
    for (place, last) in [(20, "2021-12"), (117, "2021-12"), (119, "2021-11")] {
        let mut values = lively(10);
        values[place] = 0.0;
        let study = self::study(&series(&values)).unwrap();
        let zero = Month::from_index(2012 * 12 + place as i32);
        let regular = study.regular();
        assert_eq!((regular.first(), regular.beginning()), (month("2012-01"), Beginning::Whole));
        assert_eq!((regular.last(), regular.zeros()), (month(last), &[Period::month(zero)][..]));
        let none = Err(Unavailable::NotPositive(Period::month(zero)));
        assert_eq!(expectation(&study, zero), none);
        for month in ["2015-05", last].map(month) {
            assert!(month == zero || expectation(&study, month).is_ok(), "{place} {month}");
        }
        assert!(decompose(&study).is_ok() && disturbances(&study).is_ok());
        // What stands in its place for the method is not shown as a figure.
        let adjusted = grouped(&series(&values), Grouping::Adjusted, None).unwrap();
        assert_eq!((adjusted.amounts.len(), adjusted.at(zero)), (119, None));
    }
    let mut values = lively(10);
    values[20..33].fill(0.0);
    let study = self::study(&series(&values)).unwrap();
    assert_eq!(study.regular().first(), month("2014-10"));
    assert_eq!(study.regular().beginning(), Beginning::NotPositive(period("2014-09", 1)));
    let mut values = lively(10);
    values.iter_mut().step_by(5).for_each(|value| *value = 0.0);
    let study = self::study(&series(&values)).unwrap();
    let many = Unavailable::TooManyMissing { missing: 23, of: 119, zeros: true };
    assert_eq!(decompose(&study).map(|_| ()), Err(many));
}

/// Sixty months, each published on the tenth of the next, and one of them half as large again half a
/// year later.
fn revised_once(place: usize) -> (Dataset, Series) {
    let published = |month: Month, id: &str| Source {
        id: format!("{month}{id}"),
        publisher: "customs".to_owned(),
        published: format!("{month}-10"),
        title: String::new(),
        url: String::new(),
        kind: Some(SourceKind::Customs),
    };
    let key = series(&[1.0]).key().clone();
    let mut dataset = Dataset::default();
    let mut reports = Vec::new();
    for (index, value) in lively(5).into_iter().enumerate() {
        let month = Month::from_index(2012 * 12 + index as i32);
        let mut report = |value: f64, out: Month, id: &str| {
            let sources = vec![dataset.sources.len()];
            dataset.sources.push(published(out, id));
            let figure = Figure { sources, ..figure(Period::month(month), value) };
            reports.push(Observation { key: key.clone(), unit: Unit::TONNE, figure, line: 2 });
        };
        report(value, month + 1, "first");
        if index == place {
            report(value * 1.5, month + 6, "revised");
        }
    }
    dataset.observe(reports);
    let series = dataset.series(&key);
    (dataset, series)
}

#[test]
fn a_backtest_knows_and_scores_what_was_published_first() {
    let (dataset, series) = revised_once(50);
    let study = PreparedSeries::new(&series, None).unwrap();
    let all = expectations(&study).unwrap();
    let scored = first_prints(&dataset, &series, &all);
    assert_eq!((scored.first, scored.expectations.len()), (all.len(), all.len()));
    let at = |found: &[Expectation], place: i32| {
        let month = Month::from_index(2012 * 12 + place);
        found.iter().find(|one| one.period.contains(month)).unwrap().clone()
    };
    let (first, now) = (at(&scored.expectations, 50), at(&all, 50));
    assert!((now.actual.unwrap() / first.actual.unwrap() - 1.5).abs() < 1e-9);
    assert!((first.median - now.median).abs() < 1e-9, "what came before was never revised");
    // Until the revision came, the months after were expected from the first print.
    for place in 51..=59 {
        let (then, now) = (at(&scored.expectations, place), at(&all, place));
        assert_eq!((then.median - now.median).abs() > 1e-9, place < 56, "{place}");
    }
    // What is known only from long afterwards is no first print.
    let bundled = bundled();
    let exports = exports();
    let all = expectations(&self::study(&exports).unwrap()).unwrap();
    let scored = first_prints(&bundled, &exports, &all);
    assert!(scored.first > 20 && scored.first < all.len(), "{} of {}", scored.first, all.len());
    let undated = self::study(&self::series(&lively(5))).unwrap();
    let all = expectations(&undated).unwrap();
    let none = first_prints(&Dataset::default(), &self::series(&lively(5)), &all);
    assert_eq!((none.first, none.expectations), (0, all));
}

#[test]
fn a_study_goes_on_from_what_another_of_the_series_found() {
    let exports = exports();
    let whole = study(&exports).unwrap();
    let (stood_out, left) = (disturbances(&whole).unwrap(), diagnostics(&whole).unwrap());
    assert!(!stood_out.found.is_empty() && !left.revisions.is_empty());
    let numbers = whole.carried();
    let other = study(&exports).unwrap();
    assert!(other.go_on(&numbers));
    assert_eq!(other.forecasts(), whole.forecasts());
    assert_eq!(disturbances(&other).unwrap(), stood_out);
    assert_eq!(diagnostics(&other).unwrap(), left);
    // What another found is not computed again: told of a larger revision, it says so.
    let mut altered = numbers.clone();
    *altered.last_mut().unwrap() += 1.0;
    let other = study(&exports).unwrap();
    assert!(other.go_on(&altered));
    let last = |left: &Diagnostics| left.revisions.last().copied().unwrap();
    let (month, percent) = last(&left);
    assert_eq!(last(&diagnostics(&other).unwrap()), (month, percent + 1.0));
    // So is every other number that a chart takes from it.
    let month = Month::parse("2020-12").unwrap();
    let taken = |study: &PreparedSeries| {
        let (expected, effect) =
            (expectations(study).unwrap(), event_effect(study, month).unwrap());
        [expected[0].interval_95.1, decompose(study).unwrap().seasonal_strength, effect.percent]
    };
    let found = taken(&whole);
    let numbers = whole.carried();
    for (place, own) in found.into_iter().enumerate() {
        let mut altered = numbers.clone();
        *altered.iter_mut().find(|number| **number == own).unwrap() += 1.0;
        let other = study(&exports).unwrap();
        assert!(other.go_on(&altered));
        let mut wanted = found;
        wanted[place] += 1.0;
        assert_eq!(taken(&other), wanted);
    }
    // What was found so far may be nothing yet, and is then found here.
    let other = study(&exports).unwrap();
    assert!(other.go_on(&study(&exports).unwrap().carried()));
    assert_eq!(diagnostics(&other).unwrap(), left);
    // Another series' numbers, and what is cut off, are left aside.
    assert!(!study(&series(&lively(6))).unwrap().go_on(&numbers));
    for length in [0, 1, numbers.len() / 2, numbers.len() - 1] {
        let other = study(&exports).unwrap();
        assert!(!other.go_on(&numbers[..length]), "{length} of {}", numbers.len());
        assert_eq!(other.forecasts(), whole.forecasts());
    }
}

fn tea_key() -> SeriesKey {
    SeriesKey {
        flow: Flow::Export,
        measure: Measure::Volume,
        product: "tea".to_owned(),
        partner: Partner::world(),
    }
}

/// The study of the world's tea, and its parts along a side.
fn tea_study(dataset: &Dataset, side: Side) -> (PreparedSeries, Vec<Part>) {
    let key = tea_key();
    let study = PreparedSeries::new(&dataset.series(&key), dataset.about.holiday).unwrap();
    (study, parts(dataset, &key, side))
}

#[test]
fn a_total_is_adjusted_from_parts_that_are_the_whole_of_it() {
    let dataset = tea_by_partner(|_, _| false);
    let (study, parts) = tea_study(&dataset, Side::Partner);
    let found = study.indirect(&parts).unwrap();
    let names = |places: &[usize]| {
        places.iter().map(|place| parts[*place].name.as_str()).collect::<Vec<_>>()
    };
    // What has months of nothing is adjusted together with the smallest of the others.
    assert_eq!(names(&found.alone), ["Norland"]);
    assert_eq!(names(&found.together), ["Ostia", "Sudland"]);
    let alone = |of: &dyn Fn(usize) -> f64| {
        let values: Vec<f64> = (0..96).map(of).collect();
        let periods = (0..96).map(|index| Period::month(Month::from_index(2015 * 12 + index)));
        let series = series_of(periods.zip(values));
        let parts = decompose(&PreparedSeries::new(&series, None).unwrap()).unwrap();
        parts.adjusted().into_iter().map(f64::exp).collect::<Vec<_>>()
    };
    let one = alone(&|index| tea(0, index));
    let other = alone(&|index| tea(1, index) + tea(2, index));
    let direct = decompose(&study).unwrap();
    assert_eq!(found.adjusted.len(), 96);
    let mut sizes = Vec::new();
    for (index, value) in found.adjusted.iter().enumerate() {
        let month = direct.months[index].month;
        assert_eq!(found.adjusted_in(month), Some(*value));
        let sum = one[index] + other[index];
        assert!((value / sum - 1.0).abs() < 1e-12, "{month}: {value} and {sum}");
        let apart = (sum / direct.adjusted()[index].exp() - 1.0) * 100.0;
        assert!((found.difference(&direct, month).unwrap() - apart).abs() < 1e-9);
        sizes.push(apart.abs());
    }
    sizes.sort_by(f64::total_cmp);
    let apart = found.apart(&direct).unwrap();
    assert!((apart.typical - f64::midpoint(sizes[47], sizes[48])).abs() < 1e-9);
    assert!((apart.largest.0.abs() - sizes[95]).abs() < 1e-9 && sizes[95] > 0.1);
    // A worker's numbers are gone on from.
    let (other, _) = tea_study(&dataset, Side::Partner);
    assert!(!other.knows(&parts) && other.go_on(&study.carried()) && other.knows(&parts));
    assert_eq!(other.indirect(&parts).unwrap(), found);
    let (_, fewer) = tea_study(&tea_by_partner(|place, _| place == 1), Side::Partner);
    assert!(!other.knows(&fewer), "other parts are no part of what is known");
}

#[test]
fn parts_with_a_hole_are_not_the_whole_and_the_reason_is_true() {
    let why = |dataset: &Dataset, side: Side| {
        let (study, parts) = tea_study(dataset, side);
        study.indirect(&parts).unwrap_err()
    };
    let hole = tea_by_partner(|place, index| place == 0 && [40, 70].contains(&index));
    let latest = Period::month(Month::from_index(2015 * 12 + 70));
    assert_eq!(why(&hole, Side::Partner), Unavailable::NotWhole { known: 94, of: 96, latest });
    assert_eq!(why(&hole, Side::Product), Unavailable::NoPart(period("2015-01", 96)));
    // Less than half a percent of each month is lacking here, and more where the third buys.
    let most = tea_by_partner(|place, _| place == 2);
    assert!(matches!(why(&most, Side::Partner), Unavailable::NotWhole { known: 20, of: 96, .. }));
    // One partner is no breakdown.
    let mut rows = Vec::new();
    for index in 0..60 {
        let month = Month::from_index(2015 * 12 + index as i32);
        for partner in ["WLD", "NOR"] {
            rows.push(format!("{month},1,export,volume,tea,{partner},{},t", tea(0, index)));
        }
    }
    let one = own_file(("tea", "Tea"), "WLD,World\nNOR,Norland\n", &rows);
    assert_eq!(why(&one, Side::Partner), Unavailable::FewParts);
    // Of the made-up data January and February 2020 are known of the total alone.
    let together = period("2020-01", 2);
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/made");
    assert_eq!(
        why(&with_parts(&made), Side::Product),
        Unavailable::NotWhole { known: 76, of: 78, latest: together }
    );
}

#[test]
fn rounded_parts_are_still_the_whole() {
    // Of a few tonnes half a percent is less than whole numbers tell.
    let mut rows = Vec::new();
    for index in 0..60 {
        let month = Month::from_index(2015 * 12 + index as i32);
        let values = [tea(0, index) / 130.0, tea(1, index) / 130.0];
        let mut row = |partner: &str, value: f64| {
            rows.push(format!("{month},1,export,volume,tea,{partner},{},t", value.round()));
        };
        row("WLD", values[0] + values[1]);
        row("NOR", values[0]);
        row("SUD", values[1]);
    }
    let dataset = own_file(("tea", "Tea"), "WLD,World\nNOR,Norland\nSUD,Sudland\n", &rows);
    let (study, parts) = tea_study(&dataset, Side::Partner);
    let off = |month: Month| {
        let of = |series: &Series| series.month(month).unwrap().value;
        parts.iter().map(|part| of(&part.series)).sum::<f64>() - of(&dataset.series(&tea_key()))
    };
    assert!((0..60).any(|index| off(Month::from_index(2015 * 12 + index)) != 0.0));
    assert_eq!(study.indirect(&parts).unwrap().alone.len(), 2);
}

#[test]
fn the_bundle_has_no_parts_that_are_the_whole() {
    let dataset = bundled_whole();
    let study = study(&dataset.series(&rare_earths(Flow::Export))).unwrap();
    for side in [Side::Partner, Side::Product] {
        let parts = parts(&dataset, &rare_earths(Flow::Export), side);
        let why = study.indirect(&parts).unwrap_err();
        assert!(
            matches!(why, Unavailable::NoPart(_) | Unavailable::NotWhole { .. }),
            "{side:?}: {why:?}"
        );
    }
}

#[test]
fn what_rounding_makes_is_no_disturbance() {
    let whole = |index: usize| if (index * 7919 % 101).is_multiple_of(7) { 4.0 } else { 3.0 };
    let small: Vec<f64> = (0..120).map(whole).collect();
    let found = disturbances(&study(&series(&small)).unwrap()).unwrap().found;
    assert!(found.is_empty(), "{found:?}");
    let step: Vec<f64> = (0..120).map(|index| if index < 60 { 500.0 } else { 700.0 }).collect();
    let found = disturbances(&study(&series(&step)).unwrap()).unwrap().found;
    assert_eq!(found.len(), 1);
    let (low, high) = found[0].interval_95;
    assert!((low..high).contains(&40.0) && high - low > 0.05 && found[0].t < 5000.0, "{found:?}");
}

#[test]
fn exact_growth_is_refused_by_every_study_alike() {
    let grown = (0..120).map(|index| (1e6 * 1.01f64.powi(index)).round());
    let study = self::study(&series(&grown.collect::<Vec<f64>>())).unwrap();
    assert_eq!(decompose(&study).map(|_| ()), Err(Unavailable::NothingVaries));
    assert_eq!(seasonality(&study).map(|_| ()), Err(Unavailable::NothingVaries));
    // A season that is exact is one.
    let exact =
        (0..120).map(|index| (1e6 * (1.1 + (f64::from(index % 12) / 2.0).cos() / 10.0)).round());
    let study = self::study(&series(&exact.collect::<Vec<f64>>())).unwrap();
    assert!(decompose(&study).unwrap().seasonal_strength > 0.99);
}

#[test]
fn a_month_is_what_a_joint_figure_leaves_for_it() {
    let values = lively(6);
    let first = Month::from_index(2012 * 12);
    let both = Period { start: month("2016-01"), months: 2 };
    for missing in [48usize, 49] {
        let months = values.iter().enumerate().filter(|(index, _)| *index != missing);
        let months = months.map(|(index, value)| (Period::month(first + index as i32), *value));
        let joint = (both, values[48] + values[49]);
        let study = self::study(&series_of(months.chain([joint]))).unwrap();
        let observation = study.regular().observation(first + missing as i32).unwrap();
        assert!(
            (observation.value - values[missing]).abs() < 1e-9 && observation.period.months == 1
        );
        let parts = decompose(&study).unwrap();
        assert!(parts.months.iter().all(|filled| filled.filling == Filling::None));
    }
}

#[test]
fn joint_figures_every_year_leave_expectations_and_a_test_for_a_season() {
    let values = lively(8);
    let first = Month::from_index(2012 * 12);
    let observations = (0..values.len()).filter_map(|index| {
        let at = first + index as i32;
        match at.number() {
            1 => Some((Period { start: at, months: 2 }, values[index] + values[index + 1])),
            2 => None,
            _ => Some((Period::month(at), values[index])),
        }
    });
    let study = self::study(&series_of(observations)).unwrap();
    assert!(expectations(&study).unwrap().len() > 40);
    assert!(decompose(&study).is_ok() && disturbances(&study).is_ok());
    assert_eq!(seasonality(&study).unwrap().verdict, Verdict::Seasonal);
}

#[test]
fn nothing_depends_on_the_unit() {
    let values = lively(8);
    let of = |factor: f64| {
        let values: Vec<f64> = values.iter().map(|value| value * factor).collect();
        let study = self::study(&series(&values)).unwrap();
        let found = expectation(&study, month("2019-12")).unwrap();
        let parts = decompose(&study).unwrap();
        let scans = disturbances(&study).unwrap().found.len();
        let below = found.below.unwrap();
        (found.median / factor, below, parts.seasonal_strength, diagnostics(&study).unwrap(), scans)
    };
    let revision = |found: &Diagnostics| found.mean_revision().unwrap();
    let (one, tiny, huge) = (of(1.0), of(1e-9), of(1e12));
    for other in [tiny, huge] {
        assert!((one.0 / other.0 - 1.0).abs() < 1e-8 && (one.1 - other.1).abs() < 1e-8);
        assert!((one.2 - other.2).abs() < 1e-8 && one.4 == other.4);
        assert!((revision(&one.3) - revision(&other.3)).abs() < 1e-6);
    }
}

#[test]
fn what_is_split_from_a_joint_figure_is_no_revised_figure() {
    let values = lively(8);
    let joint = 7 * 12;
    let periods = (0..96).filter(|index| *index != joint + 1).map(|index| {
        let start = Month::from_index(2012 * 12 + index);
        if index == joint {
            (Period { start, months: 2 }, values[joint as usize] + values[joint as usize + 1])
        } else {
            (Period::month(start), values[index as usize])
        }
    });
    let found = diagnostics(&study(&series_of(periods)).unwrap()).unwrap();
    let months: Vec<u32> = found.revisions.iter().map(|(month, _)| month.number()).collect();
    assert_eq!(months, [12, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

#[test]
fn an_adjusted_series_has_no_season_left() {
    let study = self::study(&series(&lively(8))).unwrap();
    let found = diagnostics(&study).unwrap();
    assert!(found.season_left.unwrap().p > 0.01, "{found:?}");
    let parts = decompose(&study).unwrap();
    let own = parts.adjusted_in(month("2019-12")).unwrap();
    let before = parts.adjusted_in(month("2019-11")).unwrap();
    let change = (own.value / before.value - 1.0) * 100.0;
    assert!((own.month_on_month.unwrap() - change).abs() < 1e-9);
    assert!((-5.0..10.0).contains(&own.three_on_three.unwrap()), "{own:?}");
    assert_eq!(parts.adjusted_in(month("2012-01")).unwrap().month_on_month, None);
}

#[test]
fn too_little_says_so() {
    let few = |values: &[f64]| {
        let study = self::study(&series(values)).unwrap();
        let last = Month::from_index(2012 * 12 + values.len() as i32 - 1);
        assert!(matches!(expectation(&study, last), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(expectations(&study), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(decompose(&study), Err(Unavailable::TooFewMonths { .. })));
        assert!(matches!(seasonality(&study), Err(Unavailable::TooFewMonths { .. })));
        let before = Err(Unavailable::TooFewMonthsBefore { known: values.len() - 1, needed: 24 });
        assert_eq!(event_effect(&study, last).map(|_| ()), before);
    };
    few(&[7.0]);
    few(&lively(1));
    let same = study(&series(&[7.0; 60])).unwrap();
    assert_eq!(expectations(&same), Err(Unavailable::NothingVaries));
    assert_eq!(decompose(&same), Err(Unavailable::NothingVaries));
    assert_eq!(disturbances(&same), Err(Unavailable::NothingVaries));
    assert_eq!(seasonality(&same), Err(Unavailable::NothingVaries));
    assert_eq!(event_effect(&same, month("2015-01")), Err(Unavailable::NothingVaries));
    for nothing in [0.0, -5.0] {
        let none = study(&series(&[nothing; 60])).err();
        assert_eq!(none, Some(Unavailable::NotPositive(period("2016-12", 1))));
    }
    assert!(matches!(study(&series(&[])).err(), Some(Unavailable::TooFewMonths { known: 0, .. })));
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
    let Ok(study) = study(series) else { return Ok(()) };
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
    let _ = expectation(&study, study.regular().last() + 1);
    if let Ok(tests) = seasonality(&study) {
        for test in [tests.qs, tests.friedman, tests.kruskal_wallis].into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&test.p) && test.statistic.is_finite(), "{test:?}");
        }
    }
    if let Ok(parts) = decompose(&study) {
        prop_assert!((0.0..=1.0).contains(&parts.seasonal_strength));
        prop_assert!((0.0..=1.0).contains(&parts.trend_strength));
    }
    if let Ok(found) = disturbances(&study) {
        for one in &found.found {
            let (low, high) = one.interval_95;
            prop_assert!(low <= one.percent && one.percent <= high && one.t.abs() > 4.0, "{one:?}");
        }
        prop_assert!(found.levels.iter().all(|(_, level)| level.is_finite() && *level >= 0.0));
    }
    let _ = diagnostics(&study);
    for index in [0, 24, 40] {
        if let Ok(effect) = event_effect(&study, study.regular().first() + index) {
            let (low, high) = effect.interval_95;
            prop_assert!(low.is_finite() && high.is_finite() && low <= high);
            prop_assert!(low <= effect.percent && effect.percent <= high);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

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

/// A month that was reported with its neighbour alone is estimated: no headline states it, nor a change on it.
#[test]
fn no_headline_states_an_estimated_month() {
    use xenotime::charts::{Query, view};
    let dataset = bundled();
    for (month, stated) in [("2024-11", true), ("2022-02", false), ("2022-03", true)] {
        let (query, _) = Query::parse(&format!("?chart=decomposition&month={month}"));
        let headline = view(&dataset, &query).headline;
        let states = [" t in ", " t adjusted"].iter().any(|words| headline.contains(words));
        assert_eq!(states, stated, "{month}: {headline}");
        let changed = headline.contains('%');
        assert_eq!(changed, month == "2024-11", "{month}: {headline}");
    }
}
