"""The regression of log trade with lasting errors, by whole matrices.

`ln y = a + b·year + New Year + waves + e`, with `e` a stationary autoregression of first order of
the monthly errors at unit variance, and a figure for two months the mean of both months' rows and
errors. Fitted by generalised least squares; chosen by the corrected Akaike criterion.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import statsmodels.api as sm
from scipy.linalg import cholesky, solve_triangular

from new_year import HOLIDAY, RUN_UP, YEARS, share

WAYS = {"none": (), "holiday": (HOLIDAY,), "holiday and run-up": (HOLIDAY, RUN_UP)}
WAVES = range(7)
SHARES = [step / 20 for step in range(20)]


class Model(NamedTuple):
    """How the New Year counts, how many waves, what share of an error lasts a month."""

    way: str
    waves: int
    share: float


@cache
def new_year_columns(way, month):
    """The columns that the New Year adds for a month."""
    return [share(month, window) for window in WAYS[way]]


def month_row(month, first, way, waves):
    """The columns of a month."""
    row = [1.0, (month - first) / 12, *new_year_columns(way, month)]
    for wave in range(1, waves + 1):
        angle = 2 * math.pi * wave * (month % 12) / 12
        row.append(math.cos(angle))
        # The sixth sine is zero in every month.
        if wave < 6:
            row.append(math.sin(angle))
    return row


def averages(observations):
    """The months spanned, and the matrix that averages them to the observations."""
    months = np.arange(observations[0].month, observations[-1].end + 1)
    matrix = np.zeros((len(observations), len(months)))
    for place, observation in enumerate(observations):
        within = (months >= observation.month) & (months <= observation.end)
        matrix[place, within] = 1 / observation.months
    return months, matrix


def design(observations, first, way, waves):
    """The rows of the observations, trend counted from the month `first`."""
    months, average = averages(observations)
    return average @ np.array([month_row(int(month), first, way, waves) for month in months])


def covariance(observations, lasting):
    """The covariance of the observations' errors."""
    months, average = averages(observations)
    apart = np.abs(months[:, None] - months[None, :])
    return average @ np.power(float(lasting), apart) @ average.T


def logs(observations):
    """The response."""
    return np.array([observation.log for observation in observations])


def ways(observations):
    """The ways of the New Year that can be tried: its dates must be known a year beyond."""
    years = range(observations[0].month // 12, observations[-1].end // 12 + 2)
    return [way for way in WAYS if way == "none" or all(year in YEARS for year in years)]


def deviance(response, matrix, root, volume):
    """`n ln(RSS/n) + ln|V|` for errors of covariance V, `root` its Cholesky factor."""
    white = solve_triangular(root, np.column_stack([matrix, response]), lower=True)
    coefficients = np.linalg.lstsq(white[:, :-1], white[:, -1], rcond=None)[0]
    residual = white[:, -1] - white[:, :-1] @ coefficients
    count = len(response)
    return count * math.log(residual @ residual / count) + volume


def factored(observations, lasting):
    """The Cholesky factor of the errors' covariance, and the logarithm of its determinant."""
    root = cholesky(covariance(observations, lasting), lower=True)
    return root, 2 * float(np.log(np.diag(root)).sum())


def choose(observations, tried):
    """The model with the least criterion among the ways of the New Year that are tried."""
    response, first, count = logs(observations), observations[0].month, len(observations)
    designs = {}
    for way in tried:
        for waves in WAVES:
            matrix = design(observations, first, way, waves)
            columns = matrix.shape[1]
            if count - columns - 3 > 0 and np.linalg.matrix_rank(matrix) == columns:
                designs[way, waves] = matrix
    best = (math.inf, None)
    for lasting in SHARES:
        root, volume = factored(observations, lasting)
        for (way, waves), matrix in designs.items():
            parameters = matrix.shape[1] + 2
            price = 2 * parameters + 2 * parameters * (parameters + 1) / (count - parameters - 1)
            criterion = deviance(response, matrix, root, volume) + price
            if criterion < best[0]:
                best = (criterion, Model(way, waves, lasting))
    return best


def fitted(observations, model):
    """A model's fit by statsmodels, at unit variance of the monthly error."""
    matrix = design(observations, observations[0].month, model.way, model.waves)
    sigma = covariance(observations, model.share)
    return sm.GLS(logs(observations), matrix, sigma=sigma).fit()


def checked(observations, model, criterion):
    """The fit, once its likelihood has been found to be the one the model was chosen by."""
    fit = fitted(observations, model)
    count, parameters = fit.nobs, len(fit.params) + 2
    likelihood = -2 * fit.llf - count * (1 + math.log(2 * math.pi))
    price = 2 * parameters + 2 * parameters * (parameters + 1) / (count - parameters - 1)
    if not math.isclose(likelihood + price, criterion, rel_tol=1e-9, abs_tol=1e-7):
        raise ValueError(f"{model}: {likelihood + price} here, {criterion} there")
    return fit
