//! Price and quantity: unit values, and a change in value split between the two.

use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Measure, Period, Series, SeriesKey, UnitRatio};
use crate::util::CollectVec as _;
use crate::util::sort_unique;

/// Value divided by quantity: an average over all that was shipped, not a price of anything.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitValue {
    /// The period.
    pub period: Period,
    /// The value.
    pub value: Amount,
    /// The quantity.
    pub volume: Amount,
    /// Value for each unit of quantity.
    pub unit_value: f64,
    /// What that is counted in: so much money for each unit of quantity.
    pub unit: UnitRatio,
}

impl UnitValue {
    /// Indices of the sources behind both, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources = self.value.sources.clone();
        sources.extend(&self.volume.sources);
        sort_unique(&mut sources);
        sources
    }
}

/// The series of value and of quantity behind the unit values of `key`: by weight, or by what else
/// its goods are counted in where that is asked for or no weight is known.
pub fn value_and_quantity(dataset: &Dataset, key: &SeriesKey) -> (Series, Series) {
    let of = |measure| dataset.series(&SeriesKey { measure, ..key.clone() });
    let (volume, counted) = (of(Measure::Volume), of(Measure::Quantity));
    let asked = key.measure == Measure::Quantity || volume.is_empty();
    let quantity = if asked && !counted.is_empty() { counted } else { volume };
    (of(Measure::Value), quantity)
}

/// The unit value of `period`.
///
/// # Errors
/// Where value or quantity is not known for exactly that period, or the quantity is zero.
pub fn unit_value(value: &Series, volume: &Series, period: Period) -> Known<UnitValue> {
    // Of a quantity that no year has, it is the year that is missed and not its January.
    let whole = |series: &Series| period.months == 12 && series.is_empty();
    if whole(value) || whole(volume) {
        return Err(Unavailable::NotReported(period));
    }
    let unit = UnitRatio { of: value.unit(), per: volume.unit() };
    let (value, volume) = (amount(value, period)?, amount(volume, period)?);
    let unit_value = value.value / volume.value;
    if !unit_value.is_finite() {
        return Err(Unavailable::ZeroBaseline);
    }
    Ok(UnitValue { period, value, volume, unit_value, unit })
}

/// The unit values of every period that a value was reported for and whose quantity is known:
/// months, then whole years, in order of time within each.
pub fn unit_values(value: &Series, volume: &Series) -> Vec<UnitValue> {
    let periods = value.figures().map(|figure| figure.period);
    let year = |period: &Period| period.months == 12 && period.start.number() == 1;
    // January and February may be known together only.
    let shown = periods.filter(|period| period.months <= 2 || year(period));
    shown.filter_map(|period| unit_value(value, volume, period).ok()).collect_vec()
}

/// A change in value, split exactly into what quantity and what price did.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceVolume {
    /// The later period.
    pub current: UnitValue,
    /// The earlier one.
    pub base: UnitValue,
    /// The change in value that quantity made, in the value's unit.
    pub by_volume: f64,
    /// The change in value that price made; both add up to the whole change.
    pub by_price: f64,
}

impl PriceVolume {
    /// The change in value, in its unit.
    pub fn change(&self) -> f64 {
        self.current.value.value - self.base.value.value
    }

    /// Percentage points of the change in value that quantity made.
    pub fn points_by_volume(&self) -> f64 {
        self.by_volume / self.base.value.value * 100.0
    }

    /// Percentage points of the change in value that price made.
    pub fn points_by_price(&self) -> f64 {
        self.by_price / self.base.value.value * 100.0
    }

    /// The changes of value, quantity and unit value themselves, in percent. These do not add up.
    pub fn percents(&self) -> [f64; 3] {
        let percent = |current: f64, base: f64| (current / base - 1.0) * 100.0;
        let (current, base) = (&self.current, &self.base);
        [
            percent(current.value.value, base.value.value),
            percent(current.volume.value, base.volume.value),
            percent(current.unit_value, base.unit_value),
        ]
    }
}

/// The logarithmic mean of two positive numbers: between the geometric and the arithmetic one.
pub fn log_mean(one: f64, other: f64) -> f64 {
    let ratio = (one / other).ln();
    // Where the two nearly agree the quotient loses all digits, and their mean has them.
    if ratio.abs() < 1e-8 { f64::midpoint(one, other) } else { (one - other) / ratio }
}

/// The logarithmic mean Divisia index, additive form (LMDI-I, Ang 2004, "Decomposition analysis
/// for policymaking in energy"): with `L` the logarithmic mean of both values, quantity made
/// `L ln(Q₁/Q₀)` of the change and price `L ln(P₁/P₀)`, and nothing is left over.
///
/// # Errors
/// Where value or quantity of either period is not known or not above zero.
pub fn price_volume(
    value: &Series,
    volume: &Series,
    period: Period,
    comparison: Comparison,
) -> Known<PriceVolume> {
    let (period, earlier) = periods(value, period, comparison)?;
    let (current, base) = (unit_value(value, volume, period)?, unit_value(value, volume, earlier)?);
    for found in [&current, &base] {
        if found.value.value <= 0.0 || found.volume.value <= 0.0 {
            return Err(Unavailable::NotPositive(found.period));
        }
    }
    let weight = log_mean(current.value.value, base.value.value);
    let by_volume = weight * (current.volume.value / base.volume.value).ln();
    let by_price = weight * (current.unit_value / base.unit_value).ln();
    Ok(PriceVolume { current, base, by_volume, by_price })
}
