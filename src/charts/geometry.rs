//! Where months and figures lie: what charts through time share.

use crate::trade::{Figure, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// What is known of a stretch: months, alone or two together, or whole years; in order.
pub fn figures(series: &Series, (from, to): (Month, Month)) -> Vec<&Figure> {
    let mut figures: Vec<&Figure> = series
        .months()
        .chain(series.undivideds())
        .filter(|figure| figure.period.start >= from && figure.period.end() <= to)
        .collect_vec();
    sort_by_key(&mut figures, |figure| figure.period);
    figures
}

/// Two months are drawn at their average, for the axis counts tonnes a month; a year at its
/// figure, where the axis counts tonnes a year.
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

/// A period as a file has it: `2024-11`, or first and last month `2023-01/2023-02`.
pub fn plain_period(period: Period) -> String {
    match period.months {
        1 => period.start.to_string(),
        _ => format!("{}/{}", period.start, period.end()),
    }
}
