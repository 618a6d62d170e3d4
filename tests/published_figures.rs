//! The bundled data must give back what newspapers printed: each expectation here stands in a
//! headline or story that `www/data/sources.csv` names, at the decimals printed there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use common::{bundled, month, period, rare_earths};
use xenotime::import::dataset::discrepancies;
use xenotime::statistics::{
    Comparison, Origin, Unavailable, amount, change, rank_among_months, record, rolling, slot, sum,
};
use xenotime::trade::{Figure, Flow, Partner, Period, Series, SeriesKey, Status};

fn exports() -> Series {
    bundled().series(&rare_earths(Flow::Export))
}

fn imports() -> Series {
    bundled().series(&rare_earths(Flow::Import))
}

/// Weight of magnets exported to `partner`.
fn magnets(partner: &str) -> Series {
    let partner = Partner::parse(partner).expect("a partner's code");
    bundled().series(&SeriesKey {
        product: "magnets".to_owned(),
        partner,
        ..rare_earths(Flow::Export)
    })
}

fn value(series: &Series, period: Period) -> f64 {
    amount(series, period).unwrap_or_else(|absent| panic!("{}: {absent}", period.long())).value
}

/// A percentage as the press printed it, and the month or months and comparison it was printed for.
type Printed = (&'static str, u16, Comparison, &'static str);

/// Holds each change to its print, sign and decimals included.
fn assert_printed(series: &Series, printed: &[Printed]) {
    for (start, months, comparison, expected) in printed {
        let about = format!("{} {}", comparison.label(), period(start, *months).long());
        let change = change(series, period(start, *months), *comparison);
        let percent = change.and_then(|change| change.percent());
        let percent = percent.unwrap_or_else(|absent| panic!("{about}: {absent}"));
        let decimals = expected.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        assert_eq!(format!("{percent:+.decimals$}"), *expected, "{about}");
    }
}

#[test]
fn november_2024_is_as_published() {
    let (exports, imports) = (exports(), imports());
    let november = period("2024-11", 1);
    let to_november = period("2024-01", 11);
    assert_eq!(value(&exports, november), 4416.0);
    assert_eq!(value(&exports, to_november), 52_105.0);
    assert_eq!(value(&imports, november), 11_327.0);
    assert_eq!(value(&imports, to_november), 123_288.0);
    assert_printed(
        &exports,
        &[
            ("2024-11", 1, Comparison::MonthOnMonth, "-7.1"),
            ("2024-11", 1, Comparison::YearToDate, "+6.6"),
        ],
    );
    assert_printed(
        &imports,
        &[
            ("2024-11", 1, Comparison::YearOnYear, "-20.9"),
            ("2024-11", 1, Comparison::YearToDate, "-22.7"),
        ],
    );
}

#[test]
fn headlines_on_months_hold() {
    assert_printed(
        &exports(),
        &[
            ("2019-05", 1, Comparison::MonthOnMonth, "-16"),
            ("2019-09", 1, Comparison::MonthOnMonth, "-18"),
            ("2020-03", 1, Comparison::YearOnYear, "+19.2"),
            ("2020-04", 1, Comparison::MonthOnMonth, "-22"),
            ("2020-07", 1, Comparison::MonthOnMonth, "-44"),
            ("2020-07", 1, Comparison::YearOnYear, "-69.1"),
            ("2021-03", 1, Comparison::YearOnYear, "-12.9"),
            ("2021-04", 1, Comparison::MonthOnMonth, "-22.7"),
            ("2023-03", 1, Comparison::YearOnYear, "-8.2"),
            ("2023-07", 1, Comparison::YearOnYear, "+49"),
            ("2023-10", 1, Comparison::MonthOnMonth, "+9"),
            ("2024-03", 1, Comparison::YearOnYear, "+5.93"),
            ("2024-05", 1, Comparison::YearOnYear, "+36"),
            ("2024-06", 1, Comparison::YearOnYear, "-3.6"),
            ("2025-05", 1, Comparison::MonthOnMonth, "+23"),
            ("2025-07", 1, Comparison::MonthOnMonth, "-23"),
            ("2025-08", 1, Comparison::MonthOnMonth, "-3.4"),
            ("2025-09", 1, Comparison::MonthOnMonth, "-30.9"),
            ("2025-10", 1, Comparison::MonthOnMonth, "+9"),
        ],
    );
}

#[test]
fn headlines_on_cumulative_figures_hold() {
    assert_printed(
        &exports(),
        &[
            ("2020-10", 1, Comparison::YearToDate, "-28.4"),
            ("2022-03", 1, Comparison::YearToDate, "+6.5"),
            ("2023-07", 1, Comparison::YearToDate, "+6"),
            ("2023-12", 1, Comparison::YearToDate, "+7.3"),
            ("2025-09", 1, Comparison::YearToDate, "+12.6"),
            ("2025-11", 1, Comparison::YearToDate, "+11.7"),
        ],
    );
}

#[test]
fn headlines_on_january_and_february_together_hold() {
    let exports = exports();
    assert_printed(
        &exports,
        &[
            ("2024-01", 2, Comparison::YearOnYear, "+18.7"),
            ("2025-01", 2, Comparison::YearOnYear, "-3"),
            ("2026-01", 2, Comparison::YearOnYear, "+23"),
        ],
    );
    // 2023 has only the joint figure, 2024 both: like is compared with like all the same.
    let change = change(&exports, period("2024-01", 2), Comparison::YearOnYear).unwrap();
    assert_eq!((change.current.value, change.baseline), (8774.0, 7391.0));
}

#[test]
fn headlines_on_magnets_hold() {
    assert_printed(
        &magnets("WLD"),
        &[
            ("2024-08", 1, Comparison::MonthOnMonth, "+0.9"),
            ("2024-09", 1, Comparison::MonthOnMonth, "-8"),
            ("2025-07", 1, Comparison::MonthOnMonth, "+75"),
            ("2025-07", 1, Comparison::YearOnYear, "+6"),
            ("2025-10", 1, Comparison::MonthOnMonth, "-5.2"),
        ],
    );
    assert_printed(
        &magnets("USA"),
        &[
            ("2025-05", 1, Comparison::YearOnYear, "-93.3"),
            ("2025-11", 1, Comparison::MonthOnMonth, "-11"),
        ],
    );
}

#[test]
fn records_are_as_the_press_called_them() {
    let exports = exports();
    let place = |series: &Series, text| rank_among_months(series, month(text)).unwrap().place;
    // SMM: the highest level since at least 2014; of the months before, one is higher.
    let above = exports.months().filter(|figure| figure.value > 5551.4);
    let above: Vec<_> = above.map(|figure| figure.period.start).collect();
    let before: Vec<_> = above.into_iter().filter(|above| *above < month("2020-03")).collect();
    assert_eq!((before, place(&exports, "2020-03")), (vec![month("2010-01")], 2));
    assert_eq!(place(&exports, "2024-05"), 1, "Reuters: May's record high");
    let before_june = record(&exports, month("2024-06")).unwrap();
    assert_eq!((before_june.month, before_june.value), (month("2024-05"), 6217.0));
    assert_eq!(place(&magnets("WLD"), "2025-11"), 2, "second-highest month on record at the time");
}

#[test]
fn the_revision_of_2023_is_found_once_and_in_its_place() {
    let found: Vec<_> = discrepancies(&bundled())
        .into_iter()
        .filter(|found| found.key == rare_earths(Flow::Export) && found.period.start.year() == 2023)
        .collect();
    let [revision] = &found[..] else { panic!("{} found, not 1", found.len()) };
    assert_eq!(revision.period, period("2023-06", 2));
    // Cumulative: 31,662 - 20,987.2 = 10,674.8 t; months: 5,009 + 5,426 or 5,429 t.
    let difference = revision.difference();
    assert!((236.0..=240.0).contains(&difference), "{difference}");
    // The whole of 2023 shows the same gap, but for roundings, and it isn't counted again.
    let year = period("2023-01", 12);
    let exports = exports();
    let gap = value(&exports, year) - sum(&exports, year).unwrap().value;
    assert!((difference - gap).abs() < 3.0, "{difference} in two months, {gap} in the year");
}

/// What every report of one figure says, the prevailing one first.
fn reports(figure: &Figure) -> Vec<f64> {
    std::iter::once(figure).chain(&figure.others).map(|report| report.value).collect()
}

#[test]
fn both_reports_of_july_2023_are_kept() {
    let exports = exports();
    let mut reports = reports(exports.month(month("2023-07")).unwrap());
    reports.sort_by(f64::total_cmp);
    assert_eq!(reports, [5426.0, 5429.0]);
}

#[test]
fn a_later_rounded_report_does_not_displace_a_finer_one() {
    let exports = exports();
    let finer_first = |start, months| reports(exports.figure(period(start, months)).unwrap());
    assert_eq!(finer_first("2025-01", 12), [62_585.2, 62_585.0, 62_580.0]);
    assert_eq!(finer_first("2025-01", 9), [48_355.7, 48_356.0, 48_350.0]);
    assert_eq!(finer_first("2026-01", 2), [10_468.3, 10_468.0, 10_460.0]);
}

#[test]
fn a_reported_figure_stands_before_a_derived_one() {
    let exports = exports();
    let figure = exports.figure(period("2018-01", 5)).unwrap();
    assert_eq!((figure.value, figure.status), (20_769.8, Status::Reported));
    assert_eq!(reports(figure), [20_769.8, 20_840.0]);
}

#[test]
fn january_and_february_stay_together_where_only_both_were_published() {
    let exports = exports();
    for (year, together) in [("2020", 5489.2), ("2022", 7835.0), ("2023", 7391.0)] {
        let joint = period(&format!("{year}-01"), 2);
        assert_eq!(value(&exports, joint), together);
        for alone in joint.start.through(joint.end()) {
            assert_eq!(slot(&exports, alone), Some(joint));
            assert_eq!(
                amount(&exports, Period::month(alone)),
                Err(Unavailable::ReportedTogether(joint)),
                "{alone}"
            );
        }
    }
    // Both months and their sum were published: nothing joint about them.
    assert_eq!(slot(&exports, month("2024-01")), Some(period("2024-01", 1)));
    assert_eq!(exports.joint(month("2024-01")), None);
    let years: Vec<i32> = exports.undivideds().map(|joint| joint.period.start.year()).collect();
    assert_eq!(years, [2020, 2022, 2023]);
}

#[test]
fn a_rolling_sum_counts_the_joint_months_whole_or_not_at_all() {
    let exports = exports();
    let year = rolling(&exports, month("2023-12"), 12).unwrap();
    // Without July, which two papers print differently:
    // 7391 + 4446 + 4574 + 4576 + 5009 + 4775 + 3935.2 + 4291 + 4205.8 + 3439 = 46,642.
    let july = exports.month(month("2023-07")).unwrap().value;
    assert!((year.sum - (46_642.0 + july)).abs() < 1e-6, "{}", year.sum);
    assert!((year.mean - year.sum / 12.0).abs() < 1e-9);
    let joint = period("2023-01", 2);
    let split = Err(Unavailable::ReportedTogether(joint));
    assert_eq!(rolling(&exports, month("2023-01"), 3), split);
    assert_eq!(rolling(&exports, month("2023-04"), 3), split);
    // Whole: 4307 (December 2022) + 7391.
    assert_eq!(rolling(&exports, month("2023-02"), 3).unwrap().sum, 11_698.0);
}

#[test]
fn changes_that_would_split_joint_months_are_absent() {
    let exports = exports();
    let unavailable =
        |start, comparison| change(&exports, period(start, 1), comparison).unwrap_err();
    let joint = Unavailable::ReportedTogether(period("2023-01", 2));
    assert_eq!(unavailable("2024-01", Comparison::YearOnYear), joint);
    assert_eq!(unavailable("2024-02", Comparison::YearOnYear), joint);
    assert_eq!(unavailable("2023-03", Comparison::MonthOnMonth), joint);
}

#[test]
fn a_published_cumulative_figure_prevails_over_the_sum_of_months() {
    let exports = exports();
    let year = amount(&exports, period("2023-01", 12)).unwrap();
    assert_eq!((year.value, year.origin), (52_306.5, Origin::Figure(Status::Reported)));
}

#[test]
fn every_figure_names_a_source() {
    let dataset = bundled();
    assert!(!dataset.observations().is_empty());
    let named = |figure: &Figure| {
        !figure.sources.is_empty()
            && figure.sources.iter().all(|index| dataset.sources.get(*index).is_some())
    };
    let unnamed: Vec<u64> = dataset
        .observations()
        .iter()
        .filter(|observation| !named(&observation.figure))
        .map(|observation| observation.line)
        .collect();
    assert!(unnamed.is_empty(), "no source on lines {unnamed:?}");
}
