//! Student's t and chi-square distributions.
//!
//! By series and continued fractions (Abramowitz & Stegun 1964, 6.1.41, 6.5.29, 6.5.31, 26.5.8), accurate
//! to about twelve digits; a library of distributions would be far larger.

use std::f64::consts::PI;

/// Steps after which a series or fraction must have settled.
const MOST_STEPS: u32 = 500;
const SETTLED: f64 = 1e-15;
/// Keeps a continued fraction from dividing by zero.
const TINY: f64 = 1e-300;

/// The logarithm of the gamma function for `x` > 0: Stirling's series, with `x` moved up first.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut product) = (x, 1.0);
    while x < 12.0 {
        product *= x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series =
        (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series - product.ln()
}

/// A continued fraction from its terms, by Lentz's method: each step multiplies the value.
fn fraction<const N: usize>(start: f64, terms: impl Fn(f64) -> [(f64, f64); N]) -> f64 {
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut above, mut below, mut value) = (guard(start), 0.0, guard(start));
    for step in 1..=MOST_STEPS {
        let before = value;
        for (numerator, denominator) in terms(f64::from(step)) {
            below = 1.0 / guard(denominator + numerator * below);
            above = guard(denominator + numerator / above);
            value *= above * below;
        }
        if (value / before - 1.0).abs() < SETTLED {
            break;
        }
    }
    value
}

/// The regularised incomplete beta function.
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta(1.0 - x, b, a);
    }
    let front = a * x.ln() + b * (1.0 - x).ln() + ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
    let value = fraction(1.0, |step| {
        let odd = step - 1.0;
        [
            (-(a + odd) * (a + b + odd) * x / ((a + 2.0 * odd) * (a + 2.0 * odd + 1.0)), 1.0),
            (step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step)), 1.0),
        ]
    });
    front.exp() / (a * value)
}

/// The probability that Student's t with `freedom` degrees of freedom lies below `t`, 0 to 1.
pub fn t_below(t: f64, freedom: usize) -> f64 {
    let freedom = freedom.max(1) as f64;
    let tail = 0.5 * beta(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The density of Student's t with `freedom` degrees of freedom at `t`.
fn t_density(t: f64, freedom: f64) -> f64 {
    let half = (freedom + 1.0) / 2.0;
    let front = ln_gamma(half) - ln_gamma(freedom / 2.0) - 0.5 * (freedom * PI).ln();
    (front - half * (1.0 + t * t / freedom).ln()).exp()
}

/// The quantile of Student's t at `probability`, for 0.5 to 0.9999: the inverse of [`t_below`].
///
/// By Newton's method from zero: the distribution is concave above zero, so no step overshoots.
pub fn t_quantile(probability: f64, freedom: usize) -> f64 {
    let mut t = 0.0;
    for _ in 0..MOST_STEPS {
        let missing = probability - t_below(t, freedom);
        let step = missing / t_density(t, freedom.max(1) as f64);
        t += step;
        if step.abs() <= 1e-14 * t {
            break;
        }
    }
    t
}

/// The probability that chi-square with `freedom` degrees of freedom lies above `x`, 0 to 1.
pub fn chi_square_above(x: f64, freedom: usize) -> f64 {
    let (a, x) = (freedom.max(1) as f64 / 2.0, x / 2.0);
    if x <= 0.0 {
        return 1.0;
    }
    let front = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut term, mut total) = (1.0 / a, 1.0 / a);
        for step in 1..=MOST_STEPS {
            term *= x / (a + f64::from(step));
            total += term;
            if term < total * SETTLED {
                break;
            }
        }
        return 1.0 - front * total;
    }
    let value = fraction(x + 1.0 - a, |step| [(-step * (step - a), x + 2.0 * step + 1.0 - a)]);
    front / value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-9 * (1.0 + other.abs()), "{one} {other}");
    }

    #[test]
    fn what_tables_have() {
        near(t_below(0.0, 7), 0.5);
        // With one degree of freedom it is the arctangent.
        near(t_below(1.0, 1), 0.75);
        near(t_below(-1.0, 1), 0.25);
        // With two degrees of freedom chi-square is exponential.
        for x in [0.1, 1.0, 2.0, 9.0, 40.0] {
            near(chi_square_above(x, 2), (-x / 2.0).exp());
        }
        // With four: e^(-x/2) (1 + x/2).
        for x in [0.5, 3.0, 20.0] {
            near(chi_square_above(x, 4), (-x / 2.0).exp() * (1.0 + x / 2.0));
        }
        near(t_quantile(0.75, 1), 1.0);
        near(t_below(t_quantile(0.975, 61), 61), 0.975);
    }
}
