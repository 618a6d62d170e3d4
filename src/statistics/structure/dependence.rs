//! Import dependence: imports compared with production and exports.

use crate::statistics::{Amount, Known, Unavailable, amount};
use crate::trade::{Dataset, Flow, Measure, Period, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_unique;

/// Production and trade of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependence {
    /// The year.
    pub period: Period,
    /// The production, or the quota.
    pub production: Amount,
    /// The imports.
    pub imports: Amount,
    /// The exports.
    pub exports: Amount,
}

impl Dependence {
    /// Imports as a share of imports and production, 0 to 1: `M / (P + M)`.
    pub fn import_share(&self) -> f64 {
        self.imports.value / (self.production.value + self.imports.value)
    }

    /// Apparent consumption, without changes in stocks, in the unit of the three: `P + M − X`.
    pub fn apparent_consumption(&self) -> f64 {
        self.production.value + self.imports.value - self.exports.value
    }

    /// Net import reliance as a share of apparent consumption, below 0 for a net exporter:
    /// `(M − X) / (P + M − X)`, as in the U.S. Geological Survey's Mineral Commodity Summaries, without
    /// changes in stocks.
    pub fn net_import_reliance(&self) -> f64 {
        (self.imports.value - self.exports.value) / self.apparent_consumption()
    }
}

/// The series behind import dependence: imports, exports, and production or, in years without it, the
/// quota. All are in one weight.
pub struct Basis {
    /// The quota.
    pub quota: Series,
    /// The production; empty until its file is loaded.
    pub produced: Series,
    /// Production or quota, by year.
    pub series: Series,
    /// The imports.
    pub imports: Series,
    /// The exports.
    pub exports: Series,
}

impl Basis {
    /// The series for the goods of a key.
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

    /// The goods that production and quota are of: all that the data set is about, and nothing that is made of it.
    pub fn goods(dataset: &Dataset) -> &str {
        dataset.about.headline.as_ref().unwrap_or(&dataset.about.usual.product)
    }

    /// Whether they are of these.
    pub fn is_of(dataset: &Dataset, product: &str) -> bool {
        Self::goods(dataset) == product
    }

    /// Whether the quota is used in a year.
    pub fn is_quota(&self, year: i32) -> bool {
        self.produced.figure(Period::year(year)).is_none()
    }
}

/// The dependence of a year.
///
/// # Errors
///
/// If production, imports or exports are not known for the whole year, or apparent consumption is not
/// positive.
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

/// The years with a figure for any of the three, earliest first.
pub fn dependence_years(production: &Series, imports: &Series, exports: &Series) -> Vec<i32> {
    let mut years: Vec<i32> = [production, imports, exports]
        .iter()
        .flat_map(|series| series.figures().map(|figure| figure.period.start.year()))
        .collect_vec();
    sort_unique(&mut years);
    years
}
