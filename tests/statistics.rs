//! The statistics against arithmetic done by hand, and against what must hold of any series.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use std::collections::BTreeMap;

use common::{month, period, rare_earths};
use proptest::prelude::*;
use xenotime::statistics::{
    Against, Change, Comparison, Known, Origin, Rank, Unavailable, amount, change,
    rank_among_months, rank_in_season, record, rolling, same_month, slot, sum, summary,
};
use xenotime::trade::{Figure, Flow, Month, Period, Series, Status, Unit};

/// Figures by period: what a series is made of here.
type Figures = BTreeMap<Period, f64>;

fn series(figures: &Figures) -> Series {
    let figures =
        figures.iter().map(|(period, value)| Figure::reported(*period, *value, 0, vec![0]));
    Series::new(rare_earths(Flow::Export), Unit::TONNE, figures)
}

/// A series of figures written as first month, number of months and value.
fn written(figures: &[(&str, u16, f64)]) -> Series {
    series(&figures.iter().map(|(start, months, value)| (period(start, *months), *value)).collect())
}

fn changed(series: &Series, start: &str, months: u16, comparison: Comparison) -> Known<Change> {
    change(series, period(start, months), comparison)
}

/// Current, baseline, absolute and percent.
fn numbers(change: &Change) -> [f64; 4] {
    [change.current.value, change.baseline, change.absolute(), change.percent().unwrap()]
}

/// Novembers to Januaries, for changes that reach over the year's end.
fn two_winters() -> Series {
    written(&[
        ("2022-11", 1, 80.0),
        ("2022-12", 1, 100.0),
        ("2023-01", 1, 125.0),
        ("2023-11", 1, 160.0),
        ("2023-12", 1, 200.0),
        ("2024-01", 1, 150.0),
    ])
}

#[test]
fn month_on_month_reaches_over_the_year_end() {
    let change = changed(&two_winters(), "2024-01", 1, Comparison::MonthOnMonth).unwrap();
    // 150 - 200 = -50; -50 / 200 = -25 %.
    assert_eq!(numbers(&change), [150.0, 200.0, -50.0, -25.0]);
    assert_eq!(change.against, Against::Period(period("2023-12", 1)));
}

#[test]
fn year_on_year_takes_the_same_month() {
    let change = changed(&two_winters(), "2024-01", 1, Comparison::YearOnYear).unwrap();
    // 150 - 125 = 25; 25 / 125 = 20 %.
    assert_eq!(numbers(&change), [150.0, 125.0, 25.0, 20.0]);
    assert_eq!(change.against, Against::Period(period("2023-01", 1)));
    let december = changed(&two_winters(), "2023-12", 1, Comparison::YearOnYear).unwrap();
    // 200 - 100 = 100: doubled.
    assert_eq!(numbers(&december), [200.0, 100.0, 100.0, 100.0]);
}

#[test]
fn a_missing_baseline_is_named_and_is_no_zero() {
    let unavailable =
        |start, comparison| changed(&two_winters(), start, 1, comparison).unwrap_err();
    let missing = |start| Unavailable::NotReported(period(start, 1));
    assert_eq!(unavailable("2023-11", Comparison::MonthOnMonth), missing("2023-10"));
    assert_eq!(unavailable("2022-11", Comparison::YearOnYear), missing("2021-11"));
    assert_eq!(unavailable("2024-02", Comparison::MonthOnMonth), missing("2024-02"));
    assert_eq!(unavailable("2023-12", Comparison::YearToDate), missing("2023-02"));
}

#[test]
fn nothing_has_a_percentage_of_a_zero_baseline() {
    let series = written(&[("2024-01", 1, 0.0), ("2024-02", 1, 5.0), ("2024-03", 1, 0.0)]);
    let from_zero = changed(&series, "2024-02", 1, Comparison::MonthOnMonth).unwrap();
    assert_eq!((from_zero.absolute(), from_zero.percent()), (5.0, Err(Unavailable::ZeroBaseline)));
    let to_zero = changed(&series, "2024-03", 1, Comparison::MonthOnMonth).unwrap();
    // 0 - 5 = -5; -5 / 5 = -100 %.
    assert_eq!(numbers(&to_zero), [0.0, 5.0, -5.0, -100.0]);
}

/// January to March of two years.
fn two_springs() -> Vec<(&'static str, u16, f64)> {
    vec![
        ("2023-01", 1, 5.0),
        ("2023-02", 1, 10.0),
        ("2023-03", 1, 25.0),
        ("2024-01", 1, 10.0),
        ("2024-02", 1, 20.0),
        ("2024-03", 1, 30.0),
    ]
}

#[test]
fn year_to_date_adds_the_months_up() {
    let change = changed(&written(&two_springs()), "2024-03", 1, Comparison::YearToDate).unwrap();
    // 10 + 20 + 30 = 60; 5 + 10 + 25 = 40; 60 / 40 = +50 %.
    assert_eq!(numbers(&change), [60.0, 40.0, 20.0, 50.0]);
    assert_eq!(change.current.period, period("2024-01", 3));
    assert_eq!(change.current.origin, Origin::Sum);
    assert_eq!(change.against, Against::Period(period("2023-01", 3)));
}

#[test]
fn a_reported_cumulative_figure_prevails_over_the_sum() {
    let mut figures = two_springs();
    figures.extend([("2023-01", 3, 42.0), ("2024-01", 3, 63.0)]);
    let series = written(&figures);
    let change = changed(&series, "2024-03", 1, Comparison::YearToDate).unwrap();
    // 63 - 42 = 21; 21 / 42 = +50 %.
    assert_eq!(numbers(&change), [63.0, 42.0, 21.0, 50.0]);
    assert_eq!(change.current.origin, Origin::Figure(Status::Reported));
    assert_eq!(change.baseline_origin, Some(Origin::Figure(Status::Reported)));
    // The sum of months is still to be had by its own name.
    assert_eq!(sum(&series, period("2024-01", 3)).unwrap().value, 60.0);
}

#[test]
fn a_rolling_sum_reaches_over_the_year_end() {
    let series = two_winters();
    let quarter = rolling(&series, month("2024-01"), 3).unwrap();
    // 160 + 200 + 150 = 510; 510 / 3 = 170.
    assert_eq!((quarter.period, quarter.sum, quarter.mean), (period("2023-11", 3), 510.0, 170.0));
    assert_eq!(
        rolling(&series, month("2024-01"), 4),
        Err(Unavailable::NotReported(period("2023-10", 1)))
    );
}

#[test]
fn january_and_february_reported_together_count_whole() {
    let series = written(&[
        ("2023-12", 1, 30.0),
        ("2024-01", 2, 70.0),
        ("2024-03", 1, 50.0),
        ("2025-01", 1, 40.0),
        ("2025-02", 1, 44.0),
    ]);
    let joint = period("2024-01", 2);
    let split = Err(Unavailable::ReportedTogether(joint));
    // 30 + 70 + 50 = 150 over four months: 37.5 a month.
    let four = rolling(&series, month("2024-03"), 4).unwrap();
    assert_eq!((four.sum, four.mean), (150.0, 37.5));
    assert_eq!(rolling(&series, month("2024-03"), 2), split);
    assert_eq!(rolling(&series, month("2024-01"), 2), split);
    assert_eq!(slot(&series, month("2024-02")), Some(joint));
    assert_eq!(slot(&series, month("2025-02")), Some(period("2025-02", 1)));
    assert_eq!(slot(&series, month("2024-04")), None);
    let march = changed(&series, "2024-03", 1, Comparison::MonthOnMonth);
    assert_eq!(march.unwrap_err(), Unavailable::ReportedTogether(joint));
    // 40 + 44 = 84; 84 - 70 = 14; 14 / 70 = +20 %.
    let together = changed(&series, "2025-01", 2, Comparison::YearOnYear).unwrap();
    assert_eq!(numbers(&together), [84.0, 70.0, 14.0, 20.0]);
}

#[test]
fn two_months_together_are_held_against_no_single_month() {
    let series = written(&[("2023-12", 1, 30.0), ("2024-01", 2, 70.0)]);
    for comparison in [Comparison::MonthOnMonth, Comparison::Record] {
        let refused = changed(&series, "2024-01", 2, comparison).unwrap_err();
        assert_eq!(refused, Unavailable::NotForTwoMonths);
    }
    assert!(summary(&series, month("2024-02")).rank_among_months.is_err());
}

/// Novembers of 2019 to 2023 in no order of size, and the one to be judged.
fn novembers() -> Series {
    written(&[
        ("2018-11", 1, 1000.0),
        ("2019-11", 1, 10.0),
        ("2020-11", 1, 50.0),
        ("2021-11", 1, 20.0),
        ("2022-11", 1, 30.0),
        ("2023-11", 1, 15.0),
        ("2024-11", 1, 30.0),
    ])
}

#[test]
fn the_usual_november_is_that_of_five_years() {
    let usual = same_month(&novembers(), period("2024-11", 1)).unwrap();
    // (10 + 50 + 20 + 30 + 15) / 5 = 125 / 5 = 25; in order 10, 15, 20, 30, 50: the third is 20.
    assert_eq!((usual.mean, usual.median), (25.0, 20.0));
    assert_eq!((usual.lowest, usual.highest), (10.0, 50.0));
    let years = [(2019, 10.0), (2020, 50.0), (2021, 20.0), (2022, 30.0), (2023, 15.0)];
    assert_eq!(usual.values, years);
    let of_2023 = same_month(&novembers(), period("2023-11", 1)).unwrap();
    // (1000 + 10 + 50 + 20 + 30) / 5 = 222; the third of 10, 20, 30, 50, 1000 is 30.
    assert_eq!((of_2023.mean, of_2023.median), (222.0, 30.0));
    let of_2022 = same_month(&novembers(), period("2022-11", 1));
    assert_eq!(of_2022, Err(Unavailable::TooFewYears { known: 4, needed: 5 }));
}

#[test]
fn a_month_is_held_against_the_mean_and_median_of_five_years() {
    let november = period("2024-11", 1);
    let mean = change(&novembers(), november, Comparison::FiveYearMean).unwrap();
    // 30 - 25 = 5; 5 / 25 = +20 %.
    assert_eq!(numbers(&mean), [30.0, 25.0, 5.0, 20.0]);
    assert_eq!(mean.against, Against::Mean(november, 2019, 2023));
    let median = change(&novembers(), november, Comparison::FiveYearMedian).unwrap();
    // 30 - 20 = 10; 10 / 20 = +50 %.
    assert_eq!(numbers(&median), [30.0, 20.0, 10.0, 50.0]);
    assert_eq!(median.against, Against::Median(november, 2019, 2023));
}

#[test]
fn two_months_together_have_five_years_however_each_was_reported() {
    let mut figures = vec![
        ("2019-01", 2, 60.0),
        ("2020-01", 2, 80.0),
        ("2021-01", 1, 50.0),
        ("2021-02", 1, 50.0),
        ("2022-01", 2, 120.0),
        // Both ways: what was reported for the two prevails.
        ("2023-01", 1, 70.0),
        ("2023-02", 1, 65.0),
        ("2023-01", 2, 140.0),
        ("2024-01", 1, 75.0),
        ("2024-02", 1, 50.0),
    ];
    let usual = same_month(&written(&figures), period("2024-01", 2)).unwrap();
    // 60, 80, 50 + 50, 120, 140: sum 500, mean 100, middle 100.
    assert_eq!((usual.mean, usual.median), (100.0, 100.0));
    let about_february = summary(&written(&figures), month("2024-02"));
    let percents: Vec<_> = about_february
        .two_months
        .iter()
        .map(|(comparison, change)| (*comparison, change.clone().unwrap().percent().unwrap()))
        .collect();
    // 75 + 50 = 125; 125 / 100 = +25 %.
    assert_eq!(percents, [(Comparison::FiveYearMean, 25.0), (Comparison::FiveYearMedian, 25.0)]);
    // Single Februaries have no five years here: only 2021 and 2023 know theirs.
    let february = same_month(&written(&figures), period("2024-02", 1));
    assert_eq!(february, Err(Unavailable::TooFewYears { known: 2, needed: 5 }));
    figures.remove(0);
    let usual = same_month(&written(&figures), period("2024-01", 2));
    assert_eq!(usual, Err(Unavailable::TooFewYears { known: 4, needed: 5 }));
}

#[test]
fn ranks_count_from_the_highest_and_share_the_better_place() {
    // Among 1000, 10, 50, 20, 30, 15 and 30 only 1000 and 50 are higher than 30.
    let november = period("2024-11", 1);
    assert_eq!(rank_in_season(&novembers(), november), Ok(Rank { place: 3, of: 7 }));
    // Among 80, 100, 125, 160, 200 and 150 two are higher than 150 …
    assert_eq!(rank_among_months(&two_winters(), month("2024-01")), Ok(Rank { place: 3, of: 6 }));
    // … and of the two Januaries it is the higher.
    let january = period("2024-01", 1);
    assert_eq!(rank_in_season(&two_winters(), january), Ok(Rank { place: 1, of: 2 }));
    let unknown = rank_among_months(&two_winters(), month("2023-06"));
    assert_eq!(unknown, Err(Unavailable::NotReported(period("2023-06", 1))));
}

#[test]
fn the_record_is_the_highest_month_until_then() {
    let series = written(&[
        ("2023-11", 1, 40.0),
        ("2023-12", 1, 80.0),
        ("2024-01", 1, 60.0),
        ("2024-02", 1, 80.0),
        ("2024-03", 1, 100.0),
        ("2024-04", 1, 300.0),
    ]);
    let before = |text| record(&series, month(text)).map(|record| (record.month, record.value));
    // December's 80 stays the record when February equals it.
    assert_eq!(before("2024-03"), Ok((month("2023-12"), 80.0)));
    assert_eq!(before("2023-12"), Ok((month("2023-11"), 40.0)));
    assert!(before("2023-11").is_err());
    let change = changed(&series, "2024-03", 1, Comparison::Record).unwrap();
    // 100 - 80 = 20; 20 / 80 = +25 %.
    assert_eq!(numbers(&change), [100.0, 80.0, 20.0, 25.0]);
    assert_eq!(change.against, Against::Record(period("2023-12", 1)));
}

#[test]
fn a_summary_agrees_with_each_statistic() {
    let series = written(&two_springs());
    let march = period("2024-03", 1);
    let summary = summary(&series, march.start);
    assert_eq!(summary.period, march);
    assert_eq!(summary.amount, amount(&series, march));
    assert_eq!(summary.year_to_date, amount(&series, period("2024-01", 3)));
    assert_eq!(summary.rolling_3, rolling(&series, march.start, 3));
    assert_eq!(summary.rolling_12, rolling(&series, march.start, 12));
    assert_eq!(summary.rolling_12_before, rolling(&series, march.start - 12, 12));
    assert_eq!(summary.same_month, same_month(&series, march));
    assert_eq!(summary.rank_in_season, rank_in_season(&series, march));
    assert_eq!(summary.rank_among_months, rank_among_months(&series, march.start));
    for comparison in Comparison::ALL {
        let found = summary.change(comparison).cloned();
        assert_eq!(found, change(&series, march, comparison), "{}", comparison.label());
    }
}

/// The first month of generated series.
const FIRST_YEAR: i32 = 2014;
/// How many years they run.
const YEARS: i32 = 9;

fn january(year: i32) -> Month {
    Month::new(year, 1).expect("a year of our time")
}

/// What a generated series is made of. The values are whole numbers, so that sums are exact.
#[derive(Clone, Debug)]
struct Ledger {
    /// Single months, and January and February together where neither stands on its own: no month
    /// is in two of them.
    tiles: Figures,
    /// Reported besides: January to some month.
    cumulative: Figures,
}

impl Ledger {
    fn series(&self) -> Series {
        series(
            &self.tiles.iter().chain(&self.cumulative).map(|(at, value)| (*at, *value)).collect(),
        )
    }

    /// The tiles that lie in `window` as a whole.
    fn inside(&self, window: Period) -> impl Iterator<Item = (&Period, f64)> {
        let whole = move |tile: &Period| window.contains(tile.start) && window.contains(tile.end());
        self.tiles.iter().filter(move |(tile, _)| whole(tile)).map(|(tile, value)| (tile, *value))
    }

    /// The sum of `window`'s tiles, where they fill it.
    fn sum(&self, window: Period) -> Option<f64> {
        let filled: u16 = self.inside(window).map(|(tile, _)| tile.months).sum();
        (filled == window.months).then(|| self.inside(window).map(|(_, value)| value).sum())
    }

    /// The reported figure for just this period, else the sum of its tiles.
    fn amount(&self, period: Period) -> Option<f64> {
        self.cumulative.get(&period).copied().or_else(|| self.sum(period))
    }

    /// The amounts of the same months in the five years before, where all are known.
    fn five_years(&self, period: Period) -> Option<Vec<f64>> {
        (1..=5).map(|years| self.amount(period.years_before(years))).collect()
    }

    /// Single months before `month`.
    fn months_before(&self, month: Month) -> impl Iterator<Item = f64> {
        let earlier = move |tile: &Period| tile.months == 1 && tile.start < month;
        self.tiles.iter().filter(move |(tile, _)| earlier(tile)).map(|(_, value)| *value)
    }

    /// The same ledger as it stood when `last` was the latest month.
    fn until(&self, last: Month) -> Self {
        let mut earlier = self.clone();
        earlier.tiles.retain(|tile, _| tile.end() <= last);
        earlier.cumulative.retain(|span, _| span.end() <= last);
        earlier
    }

    /// Whether `month` is known only with its neighbour.
    fn joint(&self, month: Month) -> Option<Period> {
        let tile = self.tiles.keys().find(|tile| tile.months == 2 && tile.contains(month));
        tile.copied()
    }
}

/// How a year's January and February were reported.
#[derive(Clone, Copy, Debug)]
enum Start {
    /// Each on its own, where known at all.
    Apart,
    /// Only as one figure.
    Joint(f64),
    /// Each on its own, and as one figure that need not agree.
    Both(f64, f64, f64),
}

fn value() -> impl Strategy<Value = f64> {
    // Small ones too, so that zeros and ties come up.
    prop_oneof![(0..6u32).prop_map(f64::from), (0..9000u32).prop_map(f64::from)]
}

/// One year's figures: twelve months with gaps, its start, and perhaps a figure from January to
/// some later month.
fn year(year: i32) -> impl Strategy<Value = Ledger> {
    let start = prop_oneof![
        5 => Just(Start::Apart),
        2 => value().prop_map(Start::Joint),
        1 => (value(), value(), value()).prop_map(|(one, other, both)| Start::Both(one, other, both)),
    ];
    let months = prop::collection::vec(prop::option::weighted(0.95, value()), 12);
    let to_date = prop::option::weighted(0.3, (3..=12u16, value()));
    (start, months, to_date).prop_map(move |(start, months, to_date)| {
        let first = january(year);
        let both = Period { start: first, months: 2 };
        let mut tiles: Figures = first
            .through(first + 11)
            .zip(months)
            .filter_map(|(month, value)| Some((Period::month(month), value?)))
            .collect();
        let mut cumulative = Figures::new();
        match start {
            Start::Apart => {}
            Start::Joint(value) => {
                tiles.retain(|tile, _| !both.contains(tile.start));
                tiles.insert(both, value);
            }
            Start::Both(one, other, together) => {
                tiles.insert(Period::month(first), one);
                tiles.insert(Period::month(first + 1), other);
                cumulative.insert(both, together);
            }
        }
        cumulative.extend(to_date.map(|(months, value)| (Period { start: first, months }, value)));
        Ledger { tiles, cumulative }
    })
}

fn ledger() -> impl Strategy<Value = Ledger> {
    let years: Vec<_> = (FIRST_YEAR..FIRST_YEAR + YEARS).map(year).collect();
    years.prop_map(|years| {
        let mut whole = Ledger { tiles: Figures::new(), cumulative: Figures::new() };
        for year in years {
            whole.tiles.extend(year.tiles);
            whole.cumulative.extend(year.cumulative);
        }
        whole
    })
}

/// A month of a generated series, with a year to spare on both sides.
fn any_month() -> impl Strategy<Value = Month> {
    (-12..(YEARS + 1) * 12).prop_map(|offset| january(FIRST_YEAR) + offset)
}

/// A month in the last three years, so that five years can stand before it.
fn late_month() -> impl Strategy<Value = Month> {
    (0..36).prop_map(|offset| january(FIRST_YEAR + YEARS - 3) + offset)
}

/// A month, or January and February together.
fn late_period() -> impl Strategy<Value = Period> {
    (late_month(), any::<bool>()).prop_map(|(month, together)| match (month.number(), together) {
        (1 | 2, true) => Period::year_to_date(month.january() + 1),
        _ => Period::month(month),
    })
}

/// Every statistic of a period, in one order, each as the numbers it consists of.
fn statistics(series: &Series, period: Period) -> Vec<Known<Vec<f64>>> {
    let rank = |rank: Known<Rank>| rank.map(|rank| vec![rank.place as f64, rank.of as f64]);
    let run = |months| {
        let run = rolling(series, period.end(), months);
        run.map(|run| vec![run.sum, run.mean])
    };
    let mut all = vec![
        amount(series, period).map(|amount| vec![amount.value]),
        amount(series, Period::year_to_date(period.end())).map(|amount| vec![amount.value]),
        run(2),
        run(3),
        run(12),
        same_month(series, period)
            .map(|usual| vec![usual.mean, usual.median, usual.lowest, usual.highest]),
        rank(rank_in_season(series, period)),
        rank(rank_among_months(series, period.start)),
        record(series, period.start)
            .map(|record| vec![f64::from(record.month.index()), record.value]),
    ];
    all.extend(Comparison::ALL.map(|comparison| {
        change(series, period, comparison).map(|change| vec![change.current.value, change.baseline])
    }));
    all.extend(Comparison::ALL.map(|comparison| {
        change(series, period, comparison)
            .and_then(|change| Ok(vec![change.absolute(), change.percent()?]))
    }));
    all
}

/// What a change is measured from, computed without the library.
fn baseline(ledger: &Ledger, period: Period, comparison: Comparison) -> Option<f64> {
    let single = || (period.months == 1).then_some(());
    match comparison {
        Comparison::MonthOnMonth => {
            single()?;
            ledger.amount(Period::month(period.start - 1))
        }
        Comparison::YearOnYear => ledger.amount(period.years_before(1)),
        Comparison::YearToDate => ledger.amount(Period::year_to_date(period.end() - 12)),
        Comparison::FiveYearMean => Some(ledger.five_years(period)?.iter().sum::<f64>() / 5.0),
        Comparison::FiveYearMedian => {
            let mut values = ledger.five_years(period)?;
            values.sort_by(f64::total_cmp);
            values.get(2).copied()
        }
        Comparison::Record => {
            single()?;
            ledger.months_before(period.start).reduce(f64::max)
        }
    }
}

/// What is measured: the period, or all of its year so far.
fn current(ledger: &Ledger, period: Period, comparison: Comparison) -> Option<f64> {
    match comparison {
        Comparison::YearToDate => ledger.amount(Period::year_to_date(period.end())),
        _ => ledger.amount(period),
    }
}

fn any_comparison() -> impl Strategy<Value = Comparison> {
    prop::sample::select(Comparison::ALL.to_vec())
}

proptest! {
    // Nine years are slow to make up without optimization, so there are fewer cases than usual. The
    // file for failures to be kept in has no place beside an integration test.
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_rolling_sum_is_the_sum_of_its_tiles(
        ledger in ledger(), last in any_month(), months in 1..30u16
    ) {
        let found = rolling(&ledger.series(), last, months);
        let window = Period::ending(last, months);
        prop_assert_eq!(found.as_ref().ok().map(|run| run.sum), ledger.sum(window));
        if let Ok(run) = found {
            prop_assert_eq!(run.period, window);
            prop_assert_eq!(run.mean, run.sum / f64::from(months));
        }
    }

    #[test]
    fn a_window_with_a_missing_month_is_never_a_number(
        mut ledger in ledger(), last in any_month(), months in 1..15u16, gap in 0..15u16
    ) {
        let window = Period::ending(last, months);
        let gap = window.start + i32::from(gap % months);
        ledger.tiles.retain(|tile, _| !tile.contains(gap));
        let series = ledger.series();
        // Where a figure for January and February together is left, neither of them is missing, and what
        // it leaves beside the other one is derived.
        prop_assume!(series.joint(gap).is_none() && series.month(gap).is_none());
        prop_assert!(rolling(&series, last, months).is_err());
        prop_assert!(sum(&series, window).is_err());
    }

    #[test]
    fn a_year_to_date_is_the_reported_figure_or_the_sum(ledger in ledger(), last in any_month()) {
        let to_date = Period::year_to_date(last);
        let known = amount(&ledger.series(), to_date).ok().map(|amount| amount.value);
        prop_assert_eq!(known, ledger.amount(to_date));
        let unreported = Ledger { cumulative: Figures::new(), ..ledger };
        let known = amount(&unreported.series(), to_date).ok().map(|amount| amount.value);
        prop_assert_eq!(known, unreported.sum(to_date));
    }

    #[test]
    fn removing_a_figure_makes_nothing_known(
        ledger in ledger(), period in late_period(), removed in any::<prop::sample::Index>()
    ) {
        prop_assume!(!ledger.tiles.is_empty());
        let mut without = ledger.clone();
        let tile = *removed.get(&ledger.tiles.keys().copied().collect::<Vec<_>>());
        without.tiles.remove(&tile);
        let before = statistics(&ledger.series(), period);
        let after = statistics(&without.series(), period);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before.is_ok() || after.is_err(), "{:?} became {:?}", before, after);
        }
    }

    #[test]
    fn removing_a_figure_leaves_what_it_has_no_part_in(
        ledger in ledger(), period in late_period(), months in 1..=13u16,
        removed in any::<prop::sample::Index>()
    ) {
        // All that the statistics below look at: the period and the year before it.
        let part = Period::ending(period.end(), period.months + 12);
        let apart = |tile: &&Period| !part.contains(tile.start) && !part.contains(tile.end());
        let outside: Vec<Period> = ledger.tiles.keys().filter(apart).copied().collect();
        prop_assume!(!outside.is_empty());
        let mut without = ledger.clone();
        without.tiles.remove(removed.get(&outside));
        let said = |ledger: &Ledger| {
            let series = ledger.series();
            (
                rolling(&series, period.end(), months),
                amount(&series, Period::year_to_date(period.end())),
                change(&series, period, Comparison::MonthOnMonth),
                change(&series, period, Comparison::YearOnYear),
            )
        };
        prop_assert_eq!(said(&without), said(&ledger));
    }

    #[test]
    fn a_change_is_current_less_baseline(
        ledger in ledger(), period in late_period(), comparison in any_comparison()
    ) {
        let found = change(&ledger.series(), period, comparison);
        let expected =
            current(&ledger, period, comparison).zip(baseline(&ledger, period, comparison));
        let pair = found.as_ref().ok().map(|change| (change.current.value, change.baseline));
        prop_assert_eq!(pair, expected, "{}", comparison.label());
        let Ok(change) = found else { return Ok(()) };
        let difference = change.current.value - change.baseline;
        prop_assert_eq!(change.absolute(), difference);
        match change.percent() {
            Err(absent) => {
                prop_assert_eq!((absent, change.baseline), (Unavailable::ZeroBaseline, 0.0));
            }
            Ok(percent) => {
                prop_assert!(change.baseline != 0.0);
                prop_assert_eq!(percent.partial_cmp(&0.0), difference.partial_cmp(&0.0));
                let back = change.baseline * (1.0 + percent / 100.0);
                prop_assert!((back - change.current.value).abs() < 1e-6, "{} %", percent);
            }
        }
    }

    #[test]
    fn the_usual_month_is_that_of_all_five_years(ledger in ledger(), period in late_period()) {
        let series = ledger.series();
        // What follows from sums since January the ledger does not know.
        let derived = |own: Period| series.figure(own).is_some_and(|own| own.status == Status::Derived);
        prop_assume!(!(1..=5).any(|years| derived(period.years_before(years))));
        let found = same_month(&series, period);
        let Some(mut values) = ledger.five_years(period) else {
            let known =
                (1..=5).filter(|years| ledger.amount(period.years_before(*years)).is_some()).count();
            prop_assert_eq!(found, Err(Unavailable::TooFewYears { known, needed: 5 }));
            return Ok(());
        };
        let usual = found.unwrap();
        let by_year: Vec<f64> = usual.values.iter().rev().map(|(_, value)| *value).collect();
        prop_assert_eq!(&by_year, &values);
        prop_assert_eq!(usual.values.first().map(|(year, _)| *year), Some(period.start.year() - 5));
        values.sort_by(f64::total_cmp);
        prop_assert_eq!(Some(&usual.lowest), values.first());
        prop_assert_eq!(Some(&usual.median), values.get(2));
        prop_assert_eq!(Some(&usual.highest), values.last());
        prop_assert!((usual.mean - values.iter().sum::<f64>() / 5.0).abs() < 1e-9);
        prop_assert!(usual.lowest <= usual.median && usual.median <= usual.highest);
        prop_assert!(usual.lowest <= usual.mean && usual.mean <= usual.highest);
    }

    #[test]
    fn a_rank_is_one_more_than_the_number_above(ledger in ledger(), month in any_month()) {
        let found = rank_among_months(&ledger.series(), month);
        let Some(value) = ledger.tiles.get(&Period::month(month)) else {
            prop_assert!(found.is_err());
            return Ok(());
        };
        let above = ledger.months_before(month).filter(|earlier| earlier > value).count();
        let of = ledger.months_before(month).count() + 1;
        prop_assert_eq!(found, Ok(Rank { place: above + 1, of }));
        prop_assert!(above < of);
    }

    #[test]
    fn a_rank_in_season_is_one_more_than_the_number_above(
        ledger in ledger(), period in late_period()
    ) {
        let found = rank_in_season(&ledger.series(), period);
        let Some(value) = ledger.amount(period) else {
            prop_assert!(found.is_err());
            return Ok(());
        };
        let earlier: Vec<f64> =
            (1..=YEARS).filter_map(|years| ledger.amount(period.years_before(years))).collect();
        let above = earlier.iter().filter(|earlier| **earlier > value).count();
        prop_assert_eq!(found, Ok(Rank { place: above + 1, of: earlier.len() + 1 }));
    }

    #[test]
    fn a_higher_month_before_costs_exactly_one_place(
        ledger in ledger(), period in late_period(), years in 1..4
    ) {
        let Some(value) = ledger.amount(period) else { return Ok(()) };
        // The same months of a year before the first: part of the season and of all months.
        let earlier = period.years_before(period.start.year() - FIRST_YEAR + years);
        let mut longer = ledger.clone();
        longer.tiles.insert(earlier, value + 1.0);
        let worse = |rank: Rank| Rank { place: rank.place + 1, of: rank.of + 1 };
        let (series, longer) = (ledger.series(), longer.series());
        prop_assert_eq!(
            rank_in_season(&longer, period), rank_in_season(&series, period).map(worse)
        );
        if period.months == 1 {
            prop_assert_eq!(
                rank_among_months(&longer, period.start),
                rank_among_months(&series, period.start).map(worse)
            );
        }
    }

    #[test]
    fn the_record_is_the_highest_month_before_and_ignores_later_ones(
        ledger in ledger(), month in any_month(), later in value()
    ) {
        let found = record(&ledger.series(), month).ok();
        prop_assert_eq!(
            found.map(|record| record.value), ledger.months_before(month).reduce(f64::max)
        );
        if let Some(record) = found {
            prop_assert!(record.month < month);
            let tile = Period::month(record.month);
            prop_assert_eq!(ledger.tiles.get(&tile), Some(&record.value));
            prop_assert!(ledger.months_before(record.month).all(|value| value < record.value));
        }
        let mut higher = ledger.clone();
        higher.tiles.insert(Period::month(month), later + 10_000.0);
        prop_assert_eq!(record(&higher.series(), month).ok(), found);
    }

    #[test]
    fn what_is_said_of_a_month_does_not_change_with_later_months(
        ledger in ledger(), month in any_month()
    ) {
        // Of a January that is only published with its February nothing can be said in January.
        prop_assume!(ledger.joint(month).is_none_or(|joint| joint.end() == month));
        let (then, now) = (ledger.until(month).series(), ledger.series());
        prop_assert_eq!(summary(&then, month), summary(&now, month));
        let period = Period::month(month);
        prop_assert_eq!(statistics(&then, period), statistics(&now, period));
    }

    #[test]
    fn joint_months_are_never_split(
        mut ledger in ledger(), year in FIRST_YEAR..FIRST_YEAR + YEARS, together in value(),
        months in 1..15u16
    ) {
        let joint = Period { start: january(year), months: 2 };
        ledger.tiles.retain(|tile, _| !joint.contains(tile.start));
        ledger.tiles.insert(joint, together);
        ledger.cumulative.remove(&joint);
        let series = ledger.series();
        for month in joint.start.through(joint.end()) {
            let alone = Period::month(month);
            let split = Unavailable::ReportedTogether(joint);
            prop_assert_eq!(amount(&series, alone), Err(split.clone()));
            prop_assert_eq!(rank_among_months(&series, month), Err(split.clone()));
            prop_assert_eq!(change(&series, alone, Comparison::YearOnYear), Err(split));
            prop_assert_eq!(slot(&series, month), Some(joint));
            prop_assert_eq!(summary(&series, month).period, joint);
        }
        // Runs that end with the January or begin with the February.
        prop_assert!(rolling(&series, joint.start, months).is_err());
        let from_february = Period { start: joint.end(), months };
        prop_assert!(sum(&series, from_february).is_err());
        prop_assert_eq!(amount(&series, joint).map(|amount| amount.value), Ok(together));
        let march = Period::month(joint.end() + 1);
        prop_assert!(change(&series, march, Comparison::MonthOnMonth).is_err());
    }
}
