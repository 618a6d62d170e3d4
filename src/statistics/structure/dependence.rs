//! Whether a country lives on its own: imports against what it makes and ships out.

use crate::statistics::{Amount, Known, Unavailable, amount};
use crate::trade::{Dataset, Flow, Measure, Period, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_unique;

/// A year's production, trade and what remains at home.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependence {
    /// The year.
    pub period: Period,
    /// What was made, or allotted to be made.
    pub production: Amount,
    /// What came in.
    pub imports: Amount,
    /// What went out.
    pub exports: Amount,
}

impl Dependence {
    /// Imports as a share of all that came to hand, 0 to 1: `M / (P + M)`.
    pub fn import_share(&self) -> f64 {
        self.imports.value / (self.production.value + self.imports.value)
    }

    /// What stayed at home, stocks left aside: `P + M − X`.
    pub fn apparent_consumption(&self) -> f64 {
        self.production.value + self.imports.value - self.exports.value
    }

    /// Net import reliance, 0 to 1 and below zero for a net exporter: `(M − X) / (P + M − X)`, as
    /// the U.S. Geological Survey's Mineral Commodity Summaries have it, stocks left aside.
    pub fn net_import_reliance(&self) -> f64 {
        (self.imports.value - self.exports.value) / self.apparent_consumption()
    }
}

/// What dependence is measured by: imports and exports against what was produced and, for the years of
/// which that is not known, what was allotted to be. All are counted in one weight.
pub struct Basis {
    /// What was allotted.
    pub quota: Series,
    /// What was produced; empty until its part was added.
    pub produced: Series,
    /// The one or the other, by year.
    pub series: Series,
    /// What came in.
    pub imports: Series,
    /// What went out.
    pub exports: Series,
}

impl Basis {
    /// What the data set holds of the goods of a key.
    pub fn of(dataset: &Dataset, key: &SeriesKey) -> Self {
        let of =
            |flow| dataset.series(&SeriesKey { flow, measure: Measure::Volume, ..key.clone() });
        let (imports, exports) = (of(Flow::Import), of(Flow::Export));
        let unit = if imports.is_empty() { exports.unit() } else { imports.unit() };
        let [quota, produced, imports, exports] =
            [dataset.quota(), dataset.produced(), imports, exports]
                .map(|series| series.weighed_in(unit));
        // Where a period has two, the later in the list stays.
        let figures = quota.figures().chain(produced.figures()).cloned();
        let series = Series::new(quota.key().clone(), quota.unit(), figures.collect_vec());
        Self { quota, produced, series, imports, exports }
    }

    /// Whether a year is measured against the quota.
    pub fn is_quota(&self, year: i32) -> bool {
        self.produced.figure(Period::year(year)).is_none()
    }
}

/// The dependence of a year.
///
/// # Errors
/// Where production, imports or exports are not known for the whole year, or nothing stayed.
pub fn dependence(
    production: &Series,
    imports: &Series,
    exports: &Series,
    year: i32,
) -> Known<Dependence> {
    let period = Period::year(year);
    let found = Dependence {
        period,
        production: amount(production, period)?,
        imports: amount(imports, period)?,
        exports: amount(exports, period)?,
    };
    if found.production.value < 0.0 {
        return Err(Unavailable::NotPositive(period));
    }
    if found.apparent_consumption() <= 0.0 {
        return Err(Unavailable::NothingStayed(period));
    }
    Ok(found)
}

/// The years that anything is known of for each of the three, the earliest first.
pub fn dependence_years(production: &Series, imports: &Series, exports: &Series) -> Vec<i32> {
    let mut years: Vec<i32> = [production, imports, exports]
        .iter()
        .flat_map(|series| series.figures().map(|figure| figure.period.start.year()))
        .collect_vec();
    sort_unique(&mut years);
    years
}
