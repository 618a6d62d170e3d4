"""Student's t and chi-square by SciPy."""

from itertools import product

from scipy import stats

from series import write

FREEDOMS = (1, 2, 3, 5, 11, 24, 61, 79, 120, 455)
TS = (-40.0, -6.5, -2.0, -0.7, 0.0, 0.001, 0.3, 1.0, 1.96, 2.6, 5.0, 31.0)
PROBABILITIES = (0.5001, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9999)
XS = (0.001, 0.1, 0.7, 2.0, 4.6, 9.2, 11.0, 24.7, 60.0, 170.0, 600.0)


if __name__ == "__main__":
    write(
        "distribution.json",
        {
            "t_below": [
                {"t": t, "freedom": freedom, "below": float(stats.t.cdf(t, freedom))}
                for t, freedom in product(TS, FREEDOMS)
            ],
            "t_quantile": [
                {"probability": each, "freedom": freedom, "t": float(stats.t.ppf(each, freedom))}
                for each, freedom in product(PROBABILITIES, FREEDOMS)
            ],
            "chi_square_above": [
                {"x": x, "freedom": freedom, "above": float(stats.chi2.sf(x, freedom))}
                for x, freedom in product(XS, FREEDOMS)
            ],
        },
    )
