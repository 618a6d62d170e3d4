//! Coordinates of months and figures, shared by charts through time.

use crate::trade::{Figure, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// The figures of a stretch in order: months, joint months, or whole years.
pub fn figures(series: &Series, (from, to): (Month, Month)) -> Vec<&Figure> {
    let mut figures: Vec<&Figure> = series
        .months()
        .chain(series.undivideds())
        .filter(|figure| figure.period.start >= from && figure.period.end() <= to)
        .collect_vec();
    sort_by_key(&mut figures, |figure| figure.period);
    figures
}

/// The height of a figure: joint months at their monthly average; a year at its figure if the axis counts
/// by year.
pub fn height(figure: &Figure, annual: bool) -> f64 {
    if annual { figure.value } else { figure.value / f64::from(figure.period.months) }
}

pub fn middle(period: Period) -> f64 {
    (x(period.start) + x(period.end())) / 2.0
}

pub fn x(month: Month) -> f64 {
    f64::from(month.index())
}

/// The flat strokes of months reported together, or of whole years.
pub fn together(figures: &[&Figure], annual: bool) -> Vec<(f64, f64, f64)> {
    let flat = |figure: &&Figure| {
        let Period { start, .. } = figure.period;
        (x(start) - 0.4, x(figure.period.end()) + 0.4, height(figure, annual))
    };
    figures.iter().filter(|figure| figure.period.months > 1).map(flat).collect_vec()
}

/// A period in files: `2024-11`, or first and last month `2023-01/2023-02`.
pub fn plain_period(period: Period) -> String {
    match period.months {
        1 => period.start.to_string(),
        _ => format!("{}/{}", period.start, period.end()),
    }
}
