"""STL by statsmodels, robust, on logarithms; strengths of season and trend."""

import math

import numpy as np
from statsmodels.tsa.seasonal import STL

from filling import filled_series
from series import classic, write, written

SPANS = {"period": 12, "seasonal": 13, "trend": 21, "low_pass": 13}
DEGREES = {"seasonal_deg": 0, "trend_deg": 1, "low_pass_deg": 1}
JUMPS = {"seasonal_jump": 1, "trend_jump": 1, "low_pass_jump": 1}


def every_series():
    """Each series by name, a value for each of its months in order."""
    whole = {
        name: {observation.month: observation.value for observation in observations}
        for name, observations in classic().items()
    }
    return {**whole, **filled_series()}


def decomposed(values):
    """The parts of the logarithms of values by month."""
    log = np.array([math.log(value) for value in values.values()])
    return STL(log, **SPANS, **DEGREES, **JUMPS, robust=True).fit(inner_iter=2, outer_iter=2)


def strength(part, remainder):
    """Wang, Smith & Hyndman 2006."""
    return max(0.0, 1 - float(np.var(remainder, ddof=1) / np.var(part + remainder, ddof=1)))


def entry(values):
    """What the file says of a series."""
    parts = decomposed(values)
    return {
        "first": written(min(values)),
        "trend": parts.trend.tolist(),
        "seasonal": parts.seasonal.tolist(),
        "remainder": parts.resid.tolist(),
        "weights": parts.weights.tolist(),
        "seasonal_strength": strength(parts.seasonal, parts.resid),
        "trend_strength": strength(parts.trend, parts.resid),
    }


if __name__ == "__main__":
    found = {name: entry(values) for name, values in every_series().items()}
    write("stl.json", {"spans": SPANS, "series": found})
