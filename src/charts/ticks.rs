//! Ticks of axes.

use crate::trade::Month;
use crate::util::CollectVec as _;
use crate::wording::say::dates;

/// A labelled tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its place, in the axis' own units.
    pub at: f64,
    /// Its label.
    pub label: String,
    /// Whether it begins a year; such ticks are drawn stronger.
    pub major: bool,
}

/// Steps a person counts in, from 1 to 10.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// What is as large has no round value above it that a number can hold.
const LARGEST: f64 = 1e300;

/// Round values from at or below `low` to at or above `high`, about `count` steps apart. The result is
/// always finite; an empty range is widened.
pub fn nice_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let sound = low.abs() < LARGEST && high.abs() < LARGEST;
    let (low, high) = if sound && high > low { (low, high) } else { (0.0, 1.0) };
    let rough = (high - low) / count.max(1) as f64;
    let magnitude = magnitude(rough);
    let step = STEPS
        .iter()
        .map(|step| step * magnitude)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(10.0 * magnitude);
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    (first..=last).map(|index| index as f64 * step).collect_vec()
}

/// Round values on a logarithmic axis, from at or below `low` (above zero) to at or above `high`: powers of
/// ten and, if these are few, 2 and 5 times them.
pub fn logarithmic_ticks(low: f64, high: f64) -> Vec<f64> {
    let sound = low.is_finite() && high.is_finite() && 0.0 < low && low <= high;
    let (low, high) = if sound { (low, high) } else { (1.0, 10.0) };
    let decades = (high / low).log10();
    let steps: &[f64] = if decades > 3.0 { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let (first, last) = (low.log10().floor() as i32, high.log10().ceil() as i32);
    let all =
        (first..=last).flat_map(|power| steps.iter().map(move |step| step * 10f64.powi(power)));
    let all = all.collect_vec();
    let at_or_below = all.iter().rposition(|tick| *tick <= low * 1.000_001).unwrap_or(0);
    let at_or_above = all.iter().position(|tick| *tick >= high * 0.999_999);
    let end = at_or_above.unwrap_or(all.len().saturating_sub(1)).max(at_or_below + 1);
    all.get(at_or_below..=end).unwrap_or_default().to_vec()
}

/// The power of ten at or below a positive number; of the tiniest a larger one. However large it is: a step that
/// stayed behind would make an axis of millions.
fn magnitude(number: f64) -> f64 {
    let mut power = 1.0;
    while power > number && power > 1e-9 {
        power /= 10.0;
    }
    while power * 10.0 <= number {
        power *= 10.0;
    }
    power
}

/// Month steps that keep a time axis readable.
const MONTH_STEPS: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/// At most `most` labelled months from `first` to `last`: the year where it changes, and months between if
/// there is room.
pub fn month_ticks(first: Month, last: Month, most: usize) -> Vec<Tick> {
    let span = last - first + 1;
    let step = MONTH_STEPS
        .into_iter()
        .find(|step| span / step <= i32::try_from(most.max(1)).unwrap_or(i32::MAX))
        .unwrap_or(span / i32::try_from(most.max(1)).unwrap_or(1) / 1200 * 1200 + 1200);
    // From tick to tick: a long span has more months than can be looked at one by one.
    let beyond = (first - 1).index().div_euclid(step);
    let mut ticks: Vec<Tick> = (beyond + 1..=last.index().div_euclid(step))
        .map(|tick| {
            let month = Month::from_index(tick * step);
            let major = month.number() == 1;
            let label = if major {
                dates::year_tick(month.year())
            } else {
                dates::month_tick(month).to_owned()
            };
            Tick { at: f64::from(month.index()), label, major }
        })
        .collect_vec();
    // Without a year anywhere the months would hang in the air.
    if !ticks.iter().any(|tick| tick.major)
        && let Some(tick) = ticks.first_mut()
    {
        let month = Month::from_index(tick.at as i32);
        tick.label = month.short();
    }
    ticks
}

/// From the middle of a year's first month to the middle of the year.
const HALF_A_YEAR: f64 = 5.5;

/// At most `most` labelled years, each in its middle, where annual figures are drawn.
pub fn year_ticks(first: Month, last: Month, most: usize) -> Vec<Tick> {
    let ticks = month_ticks(first, last, most).into_iter();
    ticks.map(|tick| Tick { at: tick.at + HALF_A_YEAR, ..tick }).collect_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_round_and_cover_the_range() {
        assert_eq!(nice_ticks(0.0, 7742.2, 4), [0.0, 2000.0, 4000.0, 6000.0, 8000.0]);
        assert_eq!(nice_ticks(-43.0, 32.0, 4), [-60.0, -40.0, -20.0, 0.0, 20.0, 40.0]);
        assert_eq!(nice_ticks(f64::NAN, 1.0, 2), [0.0, 0.5, 1.0]);
        assert_eq!(nice_ticks(5.0, 5.0, 2), [0.0, 0.5, 1.0]);
    }

    /// What a model makes of strange figures may be larger than any trade.
    #[test]
    fn the_largest_numbers_have_no_more_ticks_than_others() {
        for power in 0..=308 {
            let high = 10_f64.powi(power) * 1.7;
            for (low, high) in [(0.0, high), (-high, high), (-high, 0.0), (high * 0.99, high)] {
                let ticks = nice_ticks(low, high, 4);
                assert!((2..=15).contains(&ticks.len()), "{low} to {high}: {}", ticks.len());
                assert!(ticks.iter().all(|tick| tick.is_finite()), "{low} to {high}: {ticks:?}");
            }
        }
        assert_eq!(nice_ticks(0.0, f64::MAX, 4), nice_ticks(0.0, 1.0, 4));
    }

    #[test]
    fn a_year_is_named_in_its_middle() {
        let january = Month::from_index(2020 * 12);
        let ticks = year_ticks(january, january + 35, 3);
        let places: Vec<_> = ticks.iter().map(|tick| (tick.label.as_str(), tick.at)).collect();
        let middle = |year: i32| f64::from(year * 12) + 5.5;
        assert_eq!(
            places,
            [("2020", middle(2020)), ("2021", middle(2021)), ("2022", middle(2022))]
        );
    }

    #[test]
    fn a_time_axis_names_years_where_they_change() {
        let first = Month::from_index(2018 * 12 + 4);
        let labels = |most| -> Vec<String> {
            month_ticks(first, first + 93, most).into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels(9), ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
        assert_eq!(labels(4), ["2020", "2022", "2024", "2026"]);
        let ticks = month_ticks(first, first + 5, 3);
        assert_eq!(ticks.first().map(|tick| tick.label.as_str()), Some("May 2018"));
    }
}
