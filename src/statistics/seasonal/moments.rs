//! Least squares from sums of squares and products: once these are computed, any subset of columns is cheap
//! to fit, and rows can be added.

use crate::util::CollectVec as _;

/// Below this share of its sum of squares, a column counts as linearly dependent on earlier ones.
pub const DEPENDENT: f64 = 1e-10;

/// Sums of squares and products of all columns so far, the response last.
#[derive(Clone, Debug)]
pub struct Moments {
    /// Row `i` holds the products with columns 0 to `i`.
    products: Vec<Vec<f64>>,
    rows: usize,
}

impl Moments {
    /// For rows of `width` numbers, including the response.
    pub fn new(width: usize) -> Self {
        Self { products: (0..width).map(|index| vec![0.0; index + 1]).collect_vec(), rows: 0 }
    }

    /// Adds a row.
    pub fn push(&mut self, row: &[f64]) {
        for (products, own) in self.products.iter_mut().zip(row) {
            for (product, other) in products.iter_mut().zip(row) {
                *product += own * other;
            }
        }
        self.rows += 1;
    }

    /// The sum of products of two columns.
    fn product(&self, one: usize, other: usize) -> f64 {
        let row = self.products.get(one.max(other));
        row.and_then(|row| row.get(one.min(other))).copied().unwrap_or_default()
    }

    /// A linear combination of columns, each with its factor.
    pub fn sum(&self, column: usize, with: &[(usize, f64)]) -> f64 {
        with.iter().map(|(other, factor)| factor * self.product(column, *other)).sum()
    }

    /// The sum of products of two linear combinations of columns.
    pub fn product_of_sums(&self, one: &[(usize, f64)], other: &[(usize, f64)]) -> f64 {
        one.iter().map(|(column, factor)| factor * self.sum(*column, other)).sum()
    }

    /// The fit of `columns` to a linear combination of columns, up to the first linearly dependent one.
    pub fn fit(&self, columns: &[usize], response: &[(usize, f64)]) -> Fit {
        let mut lower: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
        for (count, column) in columns.iter().enumerate() {
            let before = columns.iter().take(count);
            let mut row = solve(&lower, before.map(|other| self.product(*column, *other)));
            let own = self.product(*column, *column);
            let rest = own - square(&row);
            if rest.is_nan() || rest <= DEPENDENT * own {
                break;
            }
            row.push(rest.sqrt());
            lower.push(row);
        }
        let projected = solve(&lower, columns.iter().map(|column| self.sum(*column, response)));
        let total = self.product_of_sums(response, response);
        Fit { projected, total, lower, rows: self.rows, columns: columns.len() }
    }
}

/// The sum of squares.
pub fn square(values: &[f64]) -> f64 {
    values.iter().map(|value| value * value).sum()
}

/// The sum of products, over the shorter length.
pub fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Solves a lower triangle, row by row.
fn solve(lower: &[Vec<f64>], right: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut found = Vec::with_capacity(lower.len() + 1);
    for (row, value) in lower.iter().zip(right) {
        let rest = value - dot(row, &found);
        found.push(rest / row.last().copied().unwrap_or(1.0));
    }
    found
}

/// A fitted regression; the fits of its first columns alone come with it.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The Cholesky factor of the columns' products.
    lower: Vec<Vec<f64>>,
    /// The response along each column, what lies along those before it taken off.
    projected: Vec<f64>,
    total: f64,
    rows: usize,
    columns: usize,
}

impl Fit {
    /// How many columns are independent.
    pub const fn rank(&self) -> usize {
        self.lower.len()
    }

    /// How many columns were given.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// The number of rows.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The sum of squares of the response.
    pub const fn total(&self) -> f64 {
        self.total
    }

    /// The residual sum of squares of the first `columns`.
    pub fn residual(&self, columns: usize) -> f64 {
        let along = self.projected.iter().take(columns).map(|part| part * part);
        (self.total - along.sum::<f64>()).max(0.0)
    }

    /// The log determinant of the cross products of the first `columns`.
    pub fn log_volume(&self, columns: usize) -> f64 {
        let pivots = self.lower.iter().take(columns).filter_map(|row| row.last());
        pivots.map(|pivot| 2.0 * pivot.ln()).sum()
    }

    /// A row prepared for prediction.
    pub fn seen(&self, row: impl Iterator<Item = f64>) -> Seen<'_> {
        Seen { fit: self, along: self.along(row) }
    }

    /// What of a row of products lies along each column, what lies along those before it taken off.
    pub fn along(&self, row: impl Iterator<Item = f64>) -> Vec<f64> {
        solve(&self.lower, row)
    }

    /// The coefficient of the last column, and its standard error at unit residual deviation.
    pub fn last(&self) -> Option<(f64, f64)> {
        let pivot = self.lower.last()?.last()?;
        Some((self.projected.last()? / pivot, 1.0 / pivot))
    }

    /// The effect of one more column: its coefficient and the reciprocal of its squared standard error at
    /// unit deviation, from its products with the columns, the response and itself. `None` if it is
    /// linearly dependent.
    pub fn further(
        &self,
        products: impl Iterator<Item = f64>,
        with_response: f64,
        own: f64,
    ) -> Option<(f64, f64)> {
        let along = solve(&self.lower, products);
        let rest = own - square(&along);
        if rest.is_nan() || rest <= DEPENDENT.sqrt() * own {
            return None;
        }
        Some(((with_response - dot(&along, &self.projected)) / rest, rest))
    }
}

/// A row prepared for prediction.
pub struct Seen<'a> {
    fit: &'a Fit,
    along: Vec<f64>,
}

impl Seen<'_> {
    /// The fitted value by the first `columns`.
    pub fn value(&self, columns: usize) -> f64 {
        self.along
            .iter()
            .zip(&self.fit.projected)
            .take(columns)
            .map(|(one, other)| one * other)
            .sum()
    }

    /// `x' (X'X)⁻¹ x` of the first `columns`: the leverage.
    pub fn leverage(&self, columns: usize) -> f64 {
        self.along.iter().take(columns).map(|part| part * part).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows on y = 2 + 3x exactly, and one that is off.
    fn filled() -> Moments {
        let mut moments = Moments::new(3);
        for (x, y) in [(0.0, 2.0), (1.0, 5.0), (2.0, 8.0), (3.0, 11.0), (1.5, 7.5)] {
            moments.push(&[1.0, x, y]);
        }
        moments
    }

    #[test]
    fn a_line_is_found() {
        let fit = filled().fit(&[0, 1], &[(2, 1.0)]);
        // By hand: mean x 1.5, slope 15/5, mean y 6.7.
        assert!((fit.seen([1.0, 0.0].into_iter()).value(2) - 2.2).abs() < 1e-12);
        assert!((fit.last().map_or(0.0, |(slope, _)| slope) - 3.0).abs() < 1e-12);
        assert!((fit.residual(2) - 0.8).abs() < 1e-12 && (fit.residual(1) - 45.8).abs() < 1e-12);
        assert!((fit.seen([1.0, 1.5].into_iter()).leverage(2) - 0.2).abs() < 1e-12);
        assert_eq!(fit.rank(), 2);
    }

    #[test]
    fn a_further_column_is_as_good_as_one_that_was_there() {
        let moments = filled();
        let whole = moments.fit(&[0, 1], &[(2, 1.0)]);
        let part = moments.fit(&[0], &[(2, 1.0)]);
        let own = moments.product(1, 1);
        let further = part.further([moments.product(1, 0)].into_iter(), moments.product(2, 1), own);
        let (slope, weight) = further.unwrap_or_default();
        let (expected, factor) = whole.last().unwrap_or_default();
        assert!((slope - expected).abs() < 1e-12 && (weight.sqrt() - 1.0 / factor).abs() < 1e-12);
    }

    #[test]
    fn a_repeated_column_is_dependent() {
        let mut moments = Moments::new(3);
        for x in [1.0, 2.0, 4.0] {
            moments.push(&[x, 2.0 * x, 1.0]);
        }
        assert_eq!(moments.fit(&[0, 1], &[(2, 1.0)]).rank(), 1);
    }
}
