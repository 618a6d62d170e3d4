//! What a reader chooses by.

use serde::Serialize;

use crate::query::Query;
use crate::trade::{Dataset, Measure, PartRole, SeriesKey, Unit};
use crate::util::CollectVec as _;

/// One choice of a control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What the address holds; empty for the usual one.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// By what else it is found: codes and other names; empty where nothing is searched.
    pub also: String,
}

impl Choice {
    /// One that is found by what the reader sees alone.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), also: String::new() }
    }
}

/// Something the reader chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Control {
    /// Its name in the address.
    pub name: &'static str,
    /// The chosen value.
    pub value: String,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
}

/// How many single months make a series of the bundled data worth offering; one of fewer is little known from the
/// headline file alone.
pub const ENOUGH_MONTHS: usize = 13;

/// The other money that values of a series are worth offering in, and what was asked for. While their
/// file is on its way the data set says which money it holds, of its headline.
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
    let enough = |unit: Unit| {
        dataset.is_own() || dataset.series_in(key, unit).months().count() >= ENOUGH_MONTHS
    };
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
