//! A change in value, split into quantity, the mix of its parts and their unit values.

use rustc_hash::FxHashMap;

use super::contribution::{Part, Side, apart, parts};
use super::price_volume::{UnitValue, log_mean, unit_value, value_and_quantity};
use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Measure, Partner, Period, Series, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::util::sort;

/// What quantity, mix and unit values made of a change in value, in the value's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effects {
    /// What it would have been with all parts growing alike, at their old unit values.
    pub volume: f64,
    /// What came of some parts growing more than others.
    pub mix: f64,
    /// What the parts' own unit values did.
    pub unit_values: f64,
}

impl Effects {
    /// All three together.
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
    /// With whom it is traded: along partners, the part itself.
    pub partner: Partner,
    /// The part then.
    pub current: UnitValue,
    /// The part before.
    pub base: UnitValue,
    /// What it gave; the three add up to its change in value.
    pub effects: Effects,
}

/// A change in value broken down.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// The total's value then.
    pub current: Amount,
    /// The total's value before.
    pub base: Amount,
    /// What the parts' quantities are counted in.
    pub counted_in: Unit,
    /// The parts, those whose value changed most first.
    pub parts: Vec<MixPart>,
    /// What all parts gave.
    pub effects: Effects,
    /// What is left of the total's change: what no part lists, or one of the periods lacks.
    pub rest: f64,
    /// Names of parts that are known in one of the periods only, or without a quantity.
    pub lacking: Vec<String>,
}

impl Mix {
    /// The total's change in percent.
    pub fn percent(&self) -> f64 {
        (self.current.value / self.base.value - 1.0) * 100.0
    }

    /// So much of the value's unit as percentage points of the total's change.
    pub fn points(&self, gave: f64) -> f64 {
        gave / self.base.value * 100.0
    }
}

/// The logarithmic mean Divisia index with a structure effect, additive form (LMDI-I, Ang 2005, "The
/// LMDI approach to decomposition analysis: a practical guide"): with `V` a part's value, `s` its share
/// in the parts' quantity `Q`, `P` its unit value and `L` the logarithmic mean of its two values, it gave
/// `L ln(Q₁/Q₀)` by volume, `L ln(s₁/s₀)` by mix and `L ln(P₁/P₀)` by unit value. Nothing is left over of
/// the parts' change.
///
/// # Errors
/// Where the total's value is not known for both periods or is zero before, or fewer than two parts
/// have value and quantity in both: of one there is no mix.
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
