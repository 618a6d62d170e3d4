//! A change in value, split into effects of quantity, mix and unit values.

use rustc_hash::FxHashMap;

use super::contribution::{Part, Side, apart, parts};
use super::price_volume::{UnitValue, log_mean, unit_value, value_and_quantity};
use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Measure, Partner, Period, Series, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::util::sort;

/// The effects on the change in value, in the value's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effects {
    /// The volume effect: all quantities growing alike, at earlier unit values.
    pub volume: f64,
    /// The mix effect: some parts growing more than others.
    pub mix: f64,
    /// The effect of the parts' own unit values.
    pub unit_values: f64,
}

impl Effects {
    /// The sum of all three.
    pub fn sum(self) -> f64 {
        self.volume + self.mix + self.unit_values
    }

    fn plus(self, other: Self) -> Self {
        Self {
            volume: self.volume + other.volume,
            mix: self.mix + other.mix,
            unit_values: self.unit_values + other.unit_values,
        }
    }
}

/// A part whose value and quantity are known in both periods.
#[derive(Clone, Debug, PartialEq)]
pub struct MixPart {
    /// The part's name.
    pub name: String,
    /// The partner it is traded with; in a breakdown by partner, the part itself.
    pub partner: Partner,
    /// The part in the later period.
    pub current: UnitValue,
    /// The part in the earlier period.
    pub base: UnitValue,
    /// Its effects, which add up to its change in value.
    pub effects: Effects,
}

/// A breakdown of a change in value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// The total's value in the later period.
    pub current: Amount,
    /// The total's value in the earlier period.
    pub base: Amount,
    /// The unit of the parts' quantities.
    pub counted_in: Unit,
    /// The parts, the largest change in value first.
    pub parts: Vec<MixPart>,
    /// The effects over all parts.
    pub effects: Effects,
    /// The rest of the total's change, in the value's unit: unlisted parts, and parts missing in one of the
    /// periods.
    pub rest: f64,
    /// Names of the parts known in one period only, or without a quantity.
    pub lacking: Vec<String>,
}

impl Mix {
    /// The total's change in percent.
    pub fn percent(&self) -> f64 {
        (self.current.value / self.base.value - 1.0) * 100.0
    }

    /// An amount in the value's unit as percentage points of the total's change.
    pub fn points(&self, gave: f64) -> f64 {
        gave / self.base.value * 100.0
    }
}

/// The additive logarithmic mean Divisia index with a structure effect (LMDI-I, Ang 2005, "The LMDI
/// approach to decomposition analysis: a practical guide"). With `V` a part's value, `s` its share in the
/// parts' quantity `Q`, `P` its unit value and `L` the logarithmic mean of its two values: `L ln(Q₁/Q₀)` by
/// volume, `L ln(s₁/s₀)` by mix and `L ln(P₁/P₀)` by unit value. There is no residual.
///
/// # Errors
///
/// If the total's value is not known for both periods or was zero, or fewer than two parts have value and
/// quantity in both.
pub fn mix(
    dataset: &Dataset,
    key: &SeriesKey,
    side: Side,
    period: Period,
    comparison: Comparison,
) -> Known<Mix> {
    // What the goods are counted in where that is asked for, else by weight.
    let counted = |own: &SeriesKey| {
        value_and_quantity(dataset, &SeriesKey { measure: key.measure, ..own.clone() })
    };
    let (total, quantity) = counted(key);
    let (period, earlier) = periods(&total, period, comparison)?;
    let (current, base) = (amount(&total, period)?, amount(&total, earlier)?);
    if base.value <= 0.0 {
        return Err(Unavailable::ZeroBaseline);
    }
    let all = parts(dataset, &SeriesKey { measure: Measure::Value, ..key.clone() }, side);
    let both_of = |part: &Part| {
        // Weights are weighed as the total's are.
        let counted = counted(part.series.key()).1.weighed_in(quantity.unit());
        let alike = quantity.is_empty() || counted.unit() == quantity.unit();
        let both = [period, earlier].map(|own| above_zero(&part.series, &counted, own));
        let [Some(current), Some(base)] = both else { return None };
        alike.then_some((current, base))
    };
    let pairs = all.iter().filter_map(|part| Some((part.series.key(), both_of(part)?)));
    let known: FxHashMap<&SeriesKey, (UnitValue, UnitValue)> = pairs.collect();
    let pair = |part: &Part| known.get(part.series.key());
    let both = all.iter().filter(|part| pair(part).is_some()).collect_vec();
    let values = |part: &Part| {
        pair(part)
            .map_or_else(Vec::new, |(current, base)| vec![current.value.value, base.value.value])
    };
    let months = [period.start, period.end(), earlier.start, earlier.end()];
    let chosen = apart(&both, &months, &values);
    let found = chosen.iter().filter_map(|part| Some((*part, pair(part)?))).collect_vec();
    let Some((_, (first, _))) = found.first().filter(|_| found.len() > 1) else {
        return Err(Unavailable::NoMix(period, earlier));
    };
    let counted_in = first.unit.per;
    let parts = taken_apart(&found);
    let effects = parts.iter().map(|part| part.effects).fold(Effects::default(), Effects::plus);
    let lacking = |part: &&Part| {
        let traded = [period, earlier].iter().any(|own| amount(&part.series, *own).is_ok());
        traded && pair(part).is_none()
    };
    Ok(Mix {
        rest: current.value - base.value - effects.sum(),
        lacking: all.iter().filter(lacking).map(|part| part.name.clone()).collect_vec(),
        current,
        base,
        counted_in,
        parts,
        effects,
    })
}

/// A part's value and quantity where both are above zero: logarithms are of nothing else.
fn above_zero(value: &Series, quantity: &Series, period: Period) -> Option<UnitValue> {
    let found = unit_value(value, quantity, period).ok()?;
    (found.value.value > 0.0 && found.volume.value > 0.0).then_some(found)
}

fn taken_apart(found: &[(&Part, &(UnitValue, UnitValue))]) -> Vec<MixPart> {
    let sum = |pick: fn(&(UnitValue, UnitValue)) -> f64| {
        found.iter().map(|(_, both)| pick(both)).sum::<f64>()
    };
    let (now, before) =
        (sum(|(current, _)| current.volume.value), sum(|(_, base)| base.volume.value));
    let part = |(part, (current, base)): &(&Part, &(UnitValue, UnitValue))| {
        let weight = log_mean(current.value.value, base.value.value);
        let share = (current.volume.value / now) / (base.volume.value / before);
        let effects = Effects {
            volume: weight * (now / before).ln(),
            mix: weight * share.ln(),
            unit_values: weight * (current.unit_value / base.unit_value).ln(),
        };
        MixPart {
            name: part.name.clone(),
            partner: part.series.key().partner.clone(),
            current: current.clone(),
            base: base.clone(),
            effects,
        }
    };
    let mut parts = found.iter().map(part).collect_vec();
    sort(&mut parts, |one, other| other.effects.sum().abs().total_cmp(&one.effects.sum().abs()));
    parts
}
