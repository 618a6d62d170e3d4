//! Least squares of many models with shared columns: these are fitted once, and each model's other columns
//! are fitted to the residuals.

use super::moments::{DEPENDENT, Fit, Moments, dot, square};

/// Columns beside the shared ones, and responses.
pub const OTHERS: usize = 6;
/// How many of them a model may have, the response not counted.
const MOST: usize = 4;

/// A number for each of the others.
pub type Others = [f64; OTHERS];
/// The linear combination of columns that makes each of the others.
pub type Sums<'a> = [&'a [(usize, f64)]; OTHERS];

/// The fitted shared columns, and the others projected on them.
pub struct Nested {
    shared: Fit,
    /// What of each of the others lies along each of the shared columns.
    along: [Vec<f64>; OTHERS],
    products: [Others; OTHERS],
}

impl Nested {
    /// From the columns `shared` of some moments, and `others`.
    pub fn new(moments: &Moments, shared: &[usize], others: &Sums<'_>) -> Self {
        let fit = moments.fit(shared, &[]);
        let along =
            others.map(|own| fit.along(shared.iter().map(|column| moments.sum(*column, own))));
        let products = others.map(|own| others.map(|other| moments.product_of_sums(own, other)));
        Self { shared: fit, along, products }
    }

    /// How many of the shared columns are independent.
    pub const fn rank(&self) -> usize {
        self.shared.rank()
    }

    /// The residuals of the others after the first `count` shared columns.
    pub fn left(&self, count: usize) -> Left<'_> {
        let mut left = self.products;
        for (row, one) in left.iter_mut().zip(&self.along) {
            for (product, other) in row.iter_mut().zip(&self.along) {
                *product -= dot(beginning(one, count), other);
            }
        }
        Left { nested: self, count, left }
    }
}

fn beginning(values: &[f64], count: usize) -> &[f64] {
    values.get(..count).unwrap_or(values)
}

/// Residuals of the others after a number of shared columns.
pub struct Left<'a> {
    nested: &'a Nested,
    count: usize,
    left: [Others; OTHERS],
}

/// A row prepared for prediction.
pub struct Seen {
    /// Of each of the others what they make of it, and what they leave.
    made: Others,
    left: Others,
    leverage: f64,
}

/// A fitted model.
pub struct Fitted<'a> {
    columns: &'a [usize],
    response: usize,
    /// Of the Cholesky factor of what is left of the columns, what is beside its diagonal.
    lower: [[f64; MOST]; MOST],
    diagonal: [f64; MOST],
    /// What is left of the response along each.
    projected: [f64; MOST],
    /// The residual sum of squares.
    pub residual: f64,
    /// The sum of squares of the response.
    pub total: f64,
}

impl Left<'_> {
    /// The number of shared columns.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The number of rows.
    pub const fn rows(&self) -> usize {
        self.nested.shared.rows()
    }

    fn product(&self, one: usize, other: usize) -> f64 {
        cell(&self.left, one, other)
    }

    /// Prepares a row, given its shared columns and the others.
    pub fn seen(&self, shared: impl Iterator<Item = f64>, others: &Others) -> Seen {
        let along = self.nested.shared.along(shared.take(self.count));
        let mut seen = Seen { made: [0.0; OTHERS], left: *others, leverage: square(&along) };
        let cells = seen.made.iter_mut().zip(&mut seen.left).zip(&self.nested.along);
        for ((made, left), own) in cells {
            *made = dot(&along, own);
            *left -= *made;
        }
        seen
    }

    /// The fit of the shared columns and `columns` of the others to one of the others; `None` if a column
    /// is linearly dependent.
    pub fn fit<'a>(&self, columns: &'a [usize], response: usize) -> Option<Fitted<'a>> {
        let (mut lower, mut diagonal) = ([[0.0; MOST]; MOST], [1.0; MOST]);
        for (place, column) in columns.iter().enumerate() {
            let before = columns.iter().take(place);
            let row = solve(&lower, &diagonal, before.map(|other| self.product(*column, *other)));
            let own = cell(&self.nested.products, *column, *column);
            let rest = self.product(*column, *column) - square(&row);
            if rest.is_nan() || rest <= DEPENDENT * own {
                return None;
            }
            *lower.get_mut(place)? = row;
            *diagonal.get_mut(place)? = rest.sqrt();
        }
        let crossed = columns.iter().map(|column| self.product(*column, response));
        let projected = solve(&lower, &diagonal, crossed);
        let residual = (self.product(response, response) - square(&projected)).max(0.0);
        let total = cell(&self.nested.products, response, response);
        Some(Fitted { columns, response, lower, diagonal, projected, residual, total })
    }
}

impl Fitted<'_> {
    /// The prediction for a row, and its leverage.
    pub fn expected(&self, seen: &Seen) -> (f64, f64) {
        let own = self.columns.iter().map(|column| at(&seen.left, *column));
        let along = solve(&self.lower, &self.diagonal, own);
        let value = at(&seen.made, self.response) + dot(&along, &self.projected);
        (value, seen.leverage + square(&along))
    }
}

fn at(values: &Others, place: usize) -> f64 {
    values.get(place).copied().unwrap_or_default()
}

fn cell(products: &[Others; OTHERS], one: usize, other: usize) -> f64 {
    products.get(one).map_or(0.0, |row| at(row, other))
}

/// Solves a lower triangle, row by row; zero where there is no more to the right.
fn solve(
    lower: &[[f64; MOST]; MOST],
    diagonal: &[f64; MOST],
    right: impl Iterator<Item = f64>,
) -> [f64; MOST] {
    let mut found = [0.0; MOST];
    for (place, ((row, pivot), value)) in lower.iter().zip(diagonal).zip(right).enumerate() {
        let rest = value - dot(row, &found);
        if let Some(cell) = found.get_mut(place) {
            *cell = rest / pivot;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::util::CollectVec as _;

    const SUMS: Sums<'_> =
        [&[(3, 1.0)], &[(4, 1.0)], &[], &[], &[(5, 1.0)], &[(5, 1.0), (4, -0.5)]];

    /// Rows of three shared columns, two others and a response.
    fn filled() -> Moments {
        let mut moments = Moments::new(6);
        for step in 0..12 {
            let x = f64::from(step);
            let response = 2.0 + 0.3 * x + (x * 1.7).sin();
            moments.push(&[1.0, (x * 0.9).cos(), (x * 0.9).sin(), x, (x * x) % 5.0, response]);
        }
        moments
    }

    #[test]
    fn a_model_is_fitted_as_it_would_be_by_itself() {
        let moments = filled();
        let nested = Nested::new(&moments, &[0, 1, 2], &SUMS);
        let row = [1.0, 0.2, -0.4, 12.5, 3.0];
        let others = [12.5, 3.0, 0.0, 0.0, 0.0, 0.0];
        let mut compared = 0;
        for count in [1, 3] {
            for (columns, own) in [(&[][..], &[][..]), (&[0], &[3]), (&[0, 1], &[3, 4])] {
                for (response, sum) in SUMS.into_iter().enumerate().skip(4) {
                    let all = (0..count).chain(own.iter().copied()).collect_vec();
                    let alone = moments.fit(&all, sum);
                    let cells = all.iter().filter_map(|column| row.get(*column).copied());
                    let seen = alone.seen(cells);
                    let left = nested.left(count);
                    let shared = left.seen(row.into_iter().take(3), &others);
                    let Some(fitted) = left.fit(columns, response) else { continue };
                    let (value, leverage) = fitted.expected(&shared);
                    assert!((value - seen.value(all.len())).abs() < 1e-9);
                    assert!((leverage - seen.leverage(all.len())).abs() < 1e-9);
                    assert!((fitted.residual - alone.residual(all.len())).abs() < 1e-9);
                    compared += 1;
                }
            }
        }
        assert_eq!(compared, 12, "all are independent");
    }

    #[test]
    fn what_is_shared_already_is_dependent() {
        let twice: Sums<'_> = [&[(1, 2.0)], &[(4, 1.0)], &[], &[], &[(5, 1.0)], &[(5, 1.0)]];
        let moments = filled();
        let nested = Nested::new(&moments, &[0, 1, 2], &twice);
        assert!(nested.left(3).fit(&[0], 4).is_none());
        assert!(nested.left(1).fit(&[0], 4).is_some());
    }
}
