"""The step of an interrupted time series at every month that leaves enough on either side."""

import math

import numpy as np
import statsmodels.api as sm

from regression import SHARES, choose, covariance, design, deviance, factored, logs, ways
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
    _, model = choose(window, ways(observations))
    plain = design(window, window[0].month, model.way, model.waves)
    step = [
        np.mean([month >= event for month in range(each.month, each.end + 1)]) for each in window
    ]
    matrix, response = np.column_stack([plain, step]), logs(window)
    lasting = min(SHARES, key=lambda each: deviance(response, matrix, *factored(window, each)))
    fit = sm.GLS(response, matrix, sigma=covariance(window, lasting)).fit(use_t=True)
    low, high = fit.conf_int(0.05)[-1]
    return {
        "month": written(event),
        "before": before,
        "after": after,
        "percent": percent(fit.params[-1]),
        "low": percent(low),
        "high": percent(high),
    }


def percent(log):
    """A step of the logarithm, in percent."""
    return (math.exp(log) - 1) * 100


def effects(observations):
    """The step at every month of a series that has one."""
    months = range(observations[0].month, observations[-1].end + 1)
    return [found for month in months if (found := effect(observations, month)) is not None]


if __name__ == "__main__":
    found = {name: effects(observations) for name, observations in exports().items()}
    write("effects.json", {"series": found})
