//! Price and quantity: unit values, and a change in value split between the two.

use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Figure, Measure, Partner, Period, Series, SeriesKey, UnitRatio};
use crate::util::CollectVec as _;
use crate::util::sort_unique;

/// Value divided by quantity: an average over everything shipped, not a price.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitValue {
    /// The period.
    pub period: Period,
    /// The value.
    pub value: Amount,
    /// The quantity.
    pub volume: Amount,
    /// Value per unit of quantity.
    pub unit_value: f64,
    /// Its unit: a currency for each unit of quantity.
    pub unit: UnitRatio,
    /// How many partners are left out of both because they give only one of the two.
    pub left_out: usize,
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

/// The series of value and quantity behind the unit values of `key`: by weight, or in another unit of
/// quantity if that is asked for or no weight is known.
pub fn value_and_quantity(dataset: &Dataset, key: &SeriesKey) -> (Series, Series) {
    let of = |measure| dataset.series(&SeriesKey { measure, ..key.clone() });
    let (volume, counted) = (of(Measure::Volume), of(Measure::Quantity));
    let asked = key.measure == Measure::Quantity || volume.is_empty();
    let quantity = if asked && !counted.is_empty() { counted } else { volume };
    (of(Measure::Value), quantity)
}

/// Value and quantity over the same partners.
pub struct Matched {
    /// The value.
    pub value: Series,
    /// The quantity.
    pub quantity: Series,
    /// How many partners are left out of both because they give only one of the two.
    pub left_out: usize,
    /// Value and quantity of all partners together.
    given: [Series; 2],
}

impl Matched {
    /// The reason where what lacks is what was left of all partners without some, or the total itself.
    fn without_some(&self, dataset: &Dataset, why: Unavailable) -> Unavailable {
        let Unavailable::NotReported(period) = why else { return why };
        let [no_value, no_quantity] = self.given.each_ref().map(|all| amount(all, period).is_err());
        let key = self.value.key();
        // Of partners that are not kept by name it is not known what they give.
        let gives_both = || {
            dataset.partners_of_files(key) > dataset.partners_by_name(key)
                || dataset.partners_in(key, period).any(|(.., quantity)| quantity.is_some())
        };
        match self.left_out {
            0 => why,
            _ if (no_value || no_quantity) && gives_both() => {
                let unit = if no_value { self.value.unit() } else { self.quantity.unit() };
                Unavailable::NoTotal { period, unit }
            }
            _ => Unavailable::NoneGivesBoth(period),
        }
    }
}

/// The series behind the unit values of `key` in some periods; for all partners together, only those that
/// give both value and quantity in these.
pub fn matched(dataset: &Dataset, key: &SeriesKey, periods: &[Period]) -> Matched {
    let (value, quantity) = value_and_quantity(dataset, key);
    let measures = [Measure::Value, quantity.key().measure];
    let [one, other] = measures;
    let mut left_out = dataset.giving_one_of(key, measures, periods);
    left_out.extend(dataset.giving_one_of(key, [other, one], periods));
    sort_unique(&mut left_out);
    let given = [value, quantity];
    let [value, quantity] = given.clone().map(|all| without(dataset, all, &left_out));
    Matched { value, quantity, left_out: left_out.len(), given }
}

/// What is left of a sum of all partners without some of them.
fn without(dataset: &Dataset, all: Series, left_out: &[&Partner]) -> Series {
    let (key, unit) = (all.key().clone(), all.unit());
    let own = dataset.one_sided_of(&key).filter(|one| {
        (one.key.measure, one.unit) == (key.measure, unit) && left_out.contains(&&one.key.partner)
    });
    let own = own.collect_vec();
    if own.is_empty() {
        return all;
    }
    let left = all.figures().filter_map(|figure| {
        let of_them = own.iter().filter(|one| one.figure.period == figure.period);
        let gave = of_them.map(|one| one.figure.value).sum::<f64>();
        let left = figure.value - gave;
        let nobody = gave > 0.0 && left <= gave * NOTHING;
        (!nobody).then(|| Figure { value: left, ..figure.clone() })
    });
    Series::new(key.clone(), unit, left)
}

/// Less than this share of what was taken away is what its subtraction left by rounding.
const NOTHING: f64 = 1e-9;

/// The unit value of the trade of `key` in a period, over partners that give value and quantity.
///
/// # Errors
///
/// As [`unit_value`].
pub fn unit_value_of(dataset: &Dataset, key: &SeriesKey, period: Period) -> Known<UnitValue> {
    let left = matched(dataset, key, &[period]);
    let found = unit_value(&left.value, &left.quantity, period);
    let found = found.map_err(|why| left.without_some(dataset, why))?;
    Ok(UnitValue { left_out: left.left_out, ..found })
}

/// The unit values of the trade of `key`, each over the partners that give value and quantity.
pub fn unit_values_of(dataset: &Dataset, key: &SeriesKey) -> Vec<UnitValue> {
    let (value, quantity) = value_and_quantity(dataset, key);
    let all = unit_values(&value, &quantity);
    if dataset.one_sided_of(key).next().is_none() {
        return all;
    }
    let known = all.into_iter().map(|found| unit_value_of(dataset, key, found.period).ok());
    known.flatten().collect_vec()
}

/// [`price_volume`] over the partners that give value and quantity in both periods.
///
/// # Errors
///
/// As [`price_volume`].
pub fn price_volume_of(
    dataset: &Dataset,
    key: &SeriesKey,
    period: Period,
    comparison: Comparison,
) -> Known<PriceVolume> {
    let (value, _) = value_and_quantity(dataset, key);
    let (period, earlier) = periods(&value, period, comparison)?;
    let left = matched(dataset, key, &[period, earlier]);
    let found = price_volume(&left.value, &left.quantity, period, comparison);
    let mut found = found.map_err(|why| left.without_some(dataset, why))?;
    found.current.left_out = left.left_out;
    found.base.left_out = left.left_out;
    Ok(found)
}

/// The unit value of `period`.
///
/// # Errors
///
/// If value or quantity is not known for exactly that period, or the quantity is zero.
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
        return Err(Unavailable::NoQuantity(period));
    }
    Ok(UnitValue { period, value, volume, unit_value, unit, left_out: 0 })
}

/// The unit values of all periods with value and quantity: months, then whole years, each in order of time.
pub fn unit_values(value: &Series, volume: &Series) -> Vec<UnitValue> {
    let periods = value.figures().map(|figure| figure.period);
    let shown = periods.filter(|period| value.is_own_period(*period));
    shown.filter_map(|period| unit_value(value, volume, period).ok()).collect_vec()
}

/// A change in value, split into effects of quantity and unit value.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceVolume {
    /// The later period.
    pub current: UnitValue,
    /// The earlier one.
    pub base: UnitValue,
    /// The effect of quantity on value, in the value's unit.
    pub by_volume: f64,
    /// The effect of unit value, in the same unit; both add up to the change.
    pub by_price: f64,
}

impl PriceVolume {
    /// The change in value, in its unit.
    pub fn change(&self) -> f64 {
        self.current.value.value - self.base.value.value
    }

    /// The effect of quantity, in percentage points of the change in value.
    pub fn points_by_volume(&self) -> f64 {
        self.by_volume / self.base.value.value * 100.0
    }

    /// The effect of unit value, in percentage points of the change in value.
    pub fn points_by_price(&self) -> f64 {
        self.by_price / self.base.value.value * 100.0
    }

    /// The changes of value, quantity and unit value, in percent. They do not add up.
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

/// The logarithmic mean of two positive numbers, between their geometric and arithmetic means.
pub fn log_mean(one: f64, other: f64) -> f64 {
    let ratio = (one / other).ln();
    // Where the two nearly agree the quotient loses all digits, and their mean has them.
    if ratio.abs() < 1e-8 { f64::midpoint(one, other) } else { (one - other) / ratio }
}

/// The additive logarithmic mean Divisia index (LMDI-I, Ang 2004, "Decomposition analysis for policymaking
/// in energy"): with `L` the logarithmic mean of both values, `L ln(Q₁/Q₀)` by quantity and `L ln(P₁/P₀)`
/// by unit value, without a residual.
///
/// # Errors
///
/// If value or quantity of either period is not known or not above zero.
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
