//! Indirect seasonal adjustment: each part of a total is adjusted, and the results are added up (ESS
//! Guidelines on Seasonal Adjustment, Eurostat 2015, “Direct and indirect approaches”). The parts must add
//! up to the total in every month.

use super::decomposition::{Decomposition, taken_apart};
use super::filling::Filling;
use super::forecast::forecasts;
use super::regular_series::{RegularObservation, RegularSeries};
use crate::statistics::structure::{Part, covers};
use crate::statistics::{Known, Unavailable, amount};
use crate::trade::{Holiday, Month, Period};
use crate::util::CollectVec as _;
use crate::util::sort;

/// Parts that come within this share of the total are the whole of it; the rest is rounding, and
/// what it comes to is kept in proportion.
const SAME: f64 = 0.005;
/// Of small amounts that share is less than their digits tell: within so many standard deviations of
/// their rounding they are the same.
const DEVIATIONS: f64 = 3.0;
/// Half a unit in standard deviations of a number that was rounded to units.
const HALF_A_UNIT: f64 = 1.732_050_807_568_877_2;

/// An indirectly adjusted total.
#[derive(Clone, Debug, PartialEq)]
pub struct Indirect {
    /// The first month, as in the direct adjustment.
    pub first: Month,
    /// The adjusted amount of that month and of each after it: `ΣA · T / ΣP`, with `P` the parts, `A` the
    /// adjusted parts and `T` the total.
    pub adjusted: Vec<f64>,
    /// Indices of the parts adjusted one by one, the largest first.
    pub alone: Vec<usize>,
    /// Indices of the parts added up and adjusted as one, because they cannot be adjusted alone or the rest
    /// could not be adjusted without them.
    pub together: Vec<usize>,
}

/// The differences between both adjustments, in percent of the direct one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// The median absolute difference.
    pub typical: f64,
    /// The largest difference, signed, and its month.
    pub largest: (f64, Month),
}

impl Indirect {
    /// The adjusted amount of a month.
    pub fn adjusted_in(&self, month: Month) -> Option<f64> {
        self.adjusted.get(usize::try_from(month - self.first).ok()?).copied()
    }

    /// The difference from the direct adjustment in a month, in percent.
    pub fn difference(&self, direct: &Decomposition, month: Month) -> Option<f64> {
        Some((self.adjusted_in(month)? / direct.adjusted_in(month)?.value - 1.0) * 100.0)
    }

    /// The differences from the direct adjustment, over the reported months.
    pub fn apart(&self, direct: &Decomposition) -> Option<Apart> {
        let reported = direct.months.iter().filter(|own| own.filling == Filling::None);
        let found = reported.filter_map(|own| {
            self.difference(direct, own.month).map(|difference| (difference, own.month))
        });
        let mut found = found.collect_vec();
        sort(&mut found, |one, other| one.0.abs().total_cmp(&other.0.abs()));
        let size = |place: usize| found.get(place).map(|(difference, _)| difference.abs());
        let half = found.len() / 2;
        let middle = size(half)?;
        let typical =
            if found.len() % 2 == 1 { middle } else { f64::midpoint(middle, size(half - 1)?) };
        Some(Apart { typical, largest: *found.last()? })
    }
}

/// What a part is in each observation of the total's regular series: nothing where it is not known.
struct Held<'a> {
    place: usize,
    part: &'a Part,
    values: Vec<f64>,
    /// The unit of the last digit given.
    digits: Vec<f64>,
}

impl<'a> Held<'a> {
    fn new(regular: &RegularSeries, place: usize, part: &'a Part) -> Self {
        let known = |observation: &RegularObservation| {
            let own = amount(&part.series, observation.period).ok()?;
            Some((own.value, 10_f64.powi(-i32::from(own.decimals))))
        };
        let (values, digits) = regular
            .observations()
            .iter()
            .map(|observation| known(observation).unwrap_or_default())
            .unzip();
        Self { place, part, values, digits }
    }

    fn sum(&self) -> f64 {
        self.values.iter().sum()
    }
}

/// What parts add up to in an observation.
fn sum_in(held: &[&Held<'_>], observation: usize) -> f64 {
    held.iter().filter_map(|own| own.values.get(observation)).sum()
}

/// The standard deviation of what rounding their digits put on it.
fn rounding_in(held: &[&Held<'_>], observation: usize) -> f64 {
    let squares: f64 =
        held.iter().filter_map(|own| own.digits.get(observation)).map(|one| one * one).sum();
    (squares / 12.0).sqrt()
}

/// The total of a regular series, adjusted from those of `parts` that cover it without overlap. A part's missing
/// figure counts as zero if the others add up to the total.
///
/// # Errors
///
/// If there are no parts, they do not add up to the total in every month, or fewer than two series with
/// figures above zero throughout can be made from them.
pub fn indirect(
    regular: &RegularSeries,
    parts: &[Part],
    holiday: Option<Holiday>,
) -> Known<Indirect> {
    let held = parts.iter().enumerate().map(|(place, part)| Held::new(regular, place, part));
    let held = held.filter(|own| own.sum() > 0.0).collect_vec();
    let mut whole = whole(regular, &held)?;
    sort(&mut whole, |one, other| other.sum().total_cmp(&one.sum()));
    let adjusted = |own: &[&Held<'_>]| adjusted(&summed(regular, own), holiday);
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    for own in &whole {
        match adjusted(&[*own]) {
            Some(values) => alone.push((*own, values)),
            None => together.push(*own),
        }
    }
    // What cannot be adjusted by itself is joined by the smallest until it can.
    let pooled = loop {
        if together.is_empty() {
            break None;
        }
        if let Some(values) = adjusted(&together) {
            break Some(values);
        }
        let (smallest, _) = alone.pop().ok_or(Unavailable::FewParts)?;
        together.push(smallest);
    };
    if alone.len() + usize::from(pooled.is_some()) < 2 {
        return Err(Unavailable::FewParts);
    }
    let mut sums =
        pooled.unwrap_or_else(|| vec![0.0; alone.first().map_or(0, |(_, own)| own.len())]);
    for (_, values) in &alone {
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value;
        }
    }
    for (sum, month) in sums.iter_mut().zip(regular.first().through(regular.last())) {
        *sum *= proportion(regular, &whole, month);
    }
    Ok(Indirect {
        first: regular.first(),
        adjusted: sums,
        alone: alone.iter().map(|(own, _)| own.place).collect_vec(),
        together: together.iter().map(|own| own.place).collect_vec(),
    })
}

/// The amounts of a regular series adjusted; none where that cannot be.
fn adjusted(regular: &RegularSeries, holiday: Option<Holiday>) -> Option<Vec<f64>> {
    let (observations, next) = (regular.observations(), Period::month(regular.last() + 1));
    if observations.iter().any(|observation| observation.value <= 0.0) {
        return None;
    }
    let ahead = forecasts(observations, Some(next), holiday, &|place| place == observations.len());
    let model = ahead.into_iter().nth(observations.len()).flatten().and_then(|own| own.model);
    let parts = taken_apart(regular, model, holiday).ok()?;
    Some(parts.adjusted().iter().map(|log| log.exp()).collect_vec())
}

/// Those parts that count nothing twice and are the whole total in every month.
fn whole<'a, 'b>(regular: &RegularSeries, held: &'a [Held<'b>]) -> Known<Vec<&'a Held<'b>>> {
    let all = held.iter().map(|own| own.part).collect_vec();
    let of = |part: &Part| held.iter().find(|own| std::ptr::eq(own.part, part));
    let months =
        regular.observations().iter().map(|observation| observation.period.start).collect_vec();
    let values = |part: &Part| of(part).map_or_else(Vec::new, |own| own.values.clone());
    let span = Period::month(regular.first()).through(Period::month(regular.last()));
    let (mut most, mut why) = (None, Unavailable::NoPart(span));
    for cover in covers(&all, &months, &values).into_iter().filter(|cover| !cover.is_empty()) {
        let cover = cover.into_iter().filter_map(of).collect_vec();
        let Some((known, latest)) = lacking(regular, &cover) else { return Ok(cover) };
        if most < Some(known) {
            most = Some(known);
            why = Unavailable::NotWhole { known: known.into(), of: regular.months(), latest };
        }
    }
    Err(why)
}

/// In how many months the parts are the whole total, and the latest period in which they are not; none
/// where they are throughout.
fn lacking(regular: &RegularSeries, cover: &[&Held<'_>]) -> Option<(u16, Period)> {
    let mut known = 0;
    let mut latest = None;
    for (index, observation) in regular.observations().iter().enumerate() {
        let own = observation.rounding * observation.value / HALF_A_UNIT;
        let rounding = DEVIATIONS * rounding_in(cover, index).hypot(own);
        if (sum_in(cover, index) - observation.value).abs()
            <= (SAME * observation.value).max(rounding)
        {
            known += observation.period.months;
        } else {
            latest = Some(observation.period);
        }
    }
    latest.map(|latest| (known, latest))
}

/// Parts added up, as a regular series of the total's observations.
fn summed(regular: &RegularSeries, own: &[&Held<'_>]) -> RegularSeries {
    regular.holding(|index| (sum_in(own, index), rounding_in(own, index) * HALF_A_UNIT))
}

/// The total of a month over the sum of the parts: what their rounding leaves.
fn proportion(regular: &RegularSeries, whole: &[&Held<'_>], month: Month) -> f64 {
    let mut observations = regular.observations().iter().enumerate();
    let own = observations.find(|(_, observation)| observation.period.contains(month));
    own.map_or(1.0, |(index, observation)| observation.value / sum_in(whole, index))
}
