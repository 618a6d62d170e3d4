//! Least squares a row at a time: the fit after each row is there without starting afresh, and
//! with it that of every model made of the first columns alone.

use crate::util::CollectVec as _;

/// Below this share of a column's length it is a combination of the columns before it.
const DEPENDENT: f64 = 1e-8;

/// The triangular factor of all rows so far, by Givens rotations (Gentleman 1973, "Least squares
/// computations by Givens transformations without square roots", in its plain form).
#[derive(Clone, Debug)]
pub struct LeastSquares {
    /// Row `j` holds columns `j` to the last, the response after them.
    triangle: Vec<Vec<f64>>,
    /// The squared length of each column.
    lengths: Vec<f64>,
}

impl LeastSquares {
    /// For rows of `width` columns and a response.
    pub fn new(width: usize) -> Self {
        let row = |index| vec![0.0; width + 1 - index];
        Self { triangle: (0..=width).map(row).collect_vec(), lengths: vec![0.0; width] }
    }

    /// Takes a row, the response last; what is left in it is of no use.
    pub fn push(&mut self, row: &mut [f64]) {
        for (length, entry) in self.lengths.iter_mut().zip(row.iter()) {
            *length += entry * entry;
        }
        let mut tail = row;
        for kept in &mut self.triangle {
            let (Some((diagonal, right)), Some((entry, rest))) =
                (kept.split_first_mut(), tail.split_first_mut())
            else {
                break;
            };
            if *entry != 0.0 {
                let length = (*diagonal * *diagonal + *entry * *entry).sqrt();
                let (cosine, sine) = (*diagonal / length, *entry / length);
                *diagonal = length;
                for (upper, lower) in right.iter_mut().zip(rest.iter_mut()) {
                    (*upper, *lower) =
                        (cosine * *upper + sine * *lower, cosine * *lower - sine * *upper);
                }
            }
            tail = rest;
        }
    }

    /// How many of the first columns are independent of those before them.
    pub fn rank(&self) -> usize {
        let independent = |(row, length): (&Vec<f64>, &f64)| {
            row.first().is_some_and(|diagonal| diagonal.abs() > DEPENDENT * length.sqrt())
        };
        self.triangle.iter().zip(&self.lengths).take_while(|pair| independent(*pair)).count()
    }

    /// The residual sum of squares of the first `columns`.
    pub fn residual(&self, columns: usize) -> f64 {
        self.triangle
            .iter()
            .skip(columns)
            .filter_map(|row| row.last())
            .map(|last| last * last)
            .sum()
    }

    /// The coefficients of the first `columns`, which must be independent.
    pub fn coefficients(&self, columns: usize) -> Vec<f64> {
        let mut found: Vec<f64> = Vec::with_capacity(columns);
        for row in self.triangle.iter().take(columns).rev() {
            let (Some((diagonal, right)), Some(response)) = (row.split_first(), row.last()) else {
                break;
            };
            // `found` holds the later coefficients, last first.
            let known: f64 =
                right.iter().zip(found.iter().rev()).map(|(one, other)| one * other).sum();
            found.push((response - known) / diagonal);
        }
        found.reverse();
        found
    }

    /// `x' (X'X)⁻¹ x` for the first `columns`: what the coefficients' uncertainty adds to the
    /// variance of a prediction at `x`.
    pub fn leverage(&self, x: &[f64], columns: usize) -> f64 {
        let mut rest: Vec<f64> = x.iter().take(columns).copied().collect_vec();
        let mut total = 0.0;
        for (index, row) in self.triangle.iter().take(columns).enumerate() {
            let Some(tail) = rest.get_mut(index..) else { break };
            let (Some((entry, later)), Some((diagonal, right))) =
                (tail.split_first_mut(), row.split_first())
            else {
                break;
            };
            let part = *entry / diagonal;
            total += part * part;
            for (left, weight) in later.iter_mut().zip(right) {
                *left -= part * weight;
            }
        }
        total
    }

    /// The last of the first `columns`: its coefficient, and the factor that makes a residual
    /// standard deviation its standard error.
    pub fn last_coefficient(&self, columns: usize) -> Option<(f64, f64)> {
        let row = self.triangle.get(columns.checked_sub(1)?)?;
        let (diagonal, response) = (row.first()?, row.last()?);
        Some((response / diagonal, 1.0 / diagonal.abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows on y = 2 + 3x exactly, and one that is off.
    fn filled() -> LeastSquares {
        let mut squares = LeastSquares::new(2);
        for (x, y) in [(0.0, 2.0), (1.0, 5.0), (2.0, 8.0), (3.0, 11.0), (1.5, 7.5)] {
            squares.push(&mut [1.0, x, y]);
        }
        squares
    }

    #[test]
    fn a_line_is_found() {
        let squares = filled();
        // By hand: mean x 1.5, slope 15/5, mean y 6.7.
        let [intercept, slope] = squares.coefficients(2)[..] else { unreachable!() };
        assert!((slope - 3.0).abs() < 1e-12 && (intercept - 2.2).abs() < 1e-12);
        assert!((squares.residual(2) - 0.8).abs() < 1e-12);
        assert!((squares.residual(1) - 45.8).abs() < 1e-12);
        assert!((squares.leverage(&[1.0, 1.5], 2) - 0.2).abs() < 1e-12);
        assert_eq!(squares.rank(), 2);
    }

    #[test]
    fn a_repeated_column_is_dependent() {
        let mut squares = LeastSquares::new(2);
        for x in [1.0, 2.0, 4.0] {
            squares.push(&mut [x, 2.0 * x, 1.0]);
        }
        assert_eq!(squares.rank(), 1);
        assert_eq!(LeastSquares::new(3).rank(), 0);
    }
}
