//! The page's controls.

use serde::Serialize;

use crate::query::Query;
use crate::trade::{Dataset, Measure, PartRole, SeriesKey, Unit};
use crate::util::CollectVec as _;

/// One choice of a control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its value in addresses; empty for the default.
    pub value: String,
    /// Its visible label.
    pub label: String,
    /// Codes and other names that a search finds; empty if the control has no search.
    pub also: String,
}

impl Choice {
    /// A choice found by its label alone.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), also: String::new() }
    }
}

/// A control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Control {
    /// Its name in the address.
    pub name: &'static str,
    /// The chosen value.
    pub value: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// How many single months a series of the bundled data needs to be offered.
pub const ENOUGH_MONTHS: usize = 13;

/// The other currencies in which values of a series are offered, and the one asked for. Before their file
/// is loaded, the data set says which currency it holds.
pub fn other_money(dataset: &Dataset, query: &Query, key: &SeriesKey) -> Vec<Unit> {
    if key.measure != Measure::Value {
        return Vec::new();
    }
    let headline = key.partner.is_world() && dataset.about.headline.as_ref() == Some(&key.product);
    let said = dataset.about.other_money.filter(|_| headline);
    // The first module goes by what the data set says: other money is the whole one's.
    if !cfg!(feature = "whole") {
        return said.into_iter().collect_vec();
    }
    let enough = |unit: Unit| dataset.is_own() || dataset.has_months_in(key, unit, ENOUGH_MONTHS);
    let mut units = dataset.units(key);
    units.retain(|unit| *unit != dataset.unit_of(key) && enough(*unit));
    let awaited = said.filter(|_| dataset.awaits(PartRole::Money));
    let asked = query.unit.filter(|_| *key == query.key());
    for unit in awaited.into_iter().chain(asked) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}
