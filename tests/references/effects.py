"""The step of an interrupted time series at every month that leaves enough on either side."""

import math

import numpy as np
import statsmodels.api as sm
from scipy import stats

from expectation import WINDOW, start
from regression import (
    SHARES,
    about_a_line,
    covariance,
    design,
    factored,
    logs,
    offsets,
    restricted,
    weighed,
)
from series import exports, write, written

LEAST_BEFORE = 24
LEAST_AFTER = 3
LEAST_MONTHS = 36
MOST_AFTER = 12


def effect(observations, event):
    """The step at `event` and its 95 % interval, in percent; nothing where months are too few."""
    window = [each for each in observations if each.end < event + MOST_AFTER]
    before = sum(each.months for each in window if each.end < event)
    after = sum(each.months for each in window) - before
    if before < LEAST_BEFORE or after < LEAST_AFTER or before + after < LEAST_MONTHS:
        return None
    begin = start(observations[0].month, window[-1].end + 1)
    _, model = about_a_line(weighed([each for each in window if each.month >= begin]))
    # The step is looked for over the ten years before the event.
    window = [each for each in window if each.month >= event - WINDOW]
    plain = design(window, window[0].month, model.head, model.pairs)
    step = [
        np.mean([month >= event for month in range(each.month, each.end + 1)]) for each in window
    ]
    matrix, response = np.column_stack([plain, step]), logs(window) - offsets(window, model.head)
    fits = []
    for share in SHARES:
        errors = ("autoregressive", share)
        fit = sm.GLS(response, matrix, sigma=covariance(window, errors)).fit(use_t=True)
        weight = restricted(response, matrix, *factored(window, errors))
        fits.append((weight, fit.params[-1], fit.bse[-1]))
    weights, sizes, errors = np.array(fits).T
    weights = np.exp((weights.min() - weights) / 2)
    size = float(weights @ sizes / weights.sum())
    error = math.sqrt(weights @ (errors**2 + (sizes - size) ** 2) / weights.sum())
    reach = error * stats.t.ppf(0.975, len(window) - matrix.shape[1])
    return {
        "month": written(event),
        "before": before,
        "after": after,
        "percent": percent(size),
        "low": percent(size - reach),
        "high": percent(size + reach),
    }


def percent(log):
    """A step of the logarithm, in percent."""
    return (math.exp(log) - 1) * 100


def effects(observations):
    """The step at every sixth month of a series, where it has one."""
    months = range(observations[0].month, observations[-1].end + 1, 6)
    return [found for month in months if (found := effect(observations, month)) is not None]


if __name__ == "__main__":
    found = {name: effects(observations) for name, observations in exports().items()}
    write("effects.json", {"series": found})
