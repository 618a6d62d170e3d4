"""The regression of log trade with lasting errors, by whole matrices.

`ln y = a (+ b·year) (+ trading days) (+ New Year) (+ Fourier terms) + e`, with `e` a stationary
autoregression of first order of the monthly errors at unit variance, or a random walk from nothing
under a new error of unit variance each month; a figure for two months has the mean of both months'
rows and errors. Fitted by generalised least squares; weighed by the corrected Akaike criterion.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import statsmodels.api as sm
from scipy.linalg import cholesky, solve_triangular

from new_year import HOLIDAY, RUN_UP, length, share, trading_days

WAYS = {"none": (), "holiday": (HOLIDAY,), "holiday and run-up": (HOLIDAY, RUN_UP)}
PAIRS = range(7)
ERRORS = [
    *(("autoregressive", share) for share in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)),
    *(("level", ratio) for ratio in (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)),
]
# Even in the arcsine.
SHARES = [math.sin(math.pi * ((place + 0.5) / 20 - 0.5)) for place in range(20)]


class Head(NamedTuple):
    """The columns but for the season."""

    trend: bool
    trading: bool
    way: str


class Model(NamedTuple):
    """A head, the pairs of Fourier terms, and how the errors hang together."""

    head: Head
    pairs: int
    errors: tuple


HEADS = [
    Head(trend, trading, way)
    for trend in (False, True)
    for trading in (False, True)
    for way in WAYS
]


@cache
def month_row(month, first, head, pairs):
    """The columns of a month."""
    row = [1.0]
    if head.trend:
        row.append((month - first) / 12)
    if head.trading:
        row.append(trading_days(month))
    row.extend(share(month, window) for window in WAYS[head.way])
    for pair in range(1, pairs + 1):
        angle = 2 * math.pi * pair * (month % 12) / 12
        row.append(math.cos(angle))
        # The sixth sine is zero in every month.
        if pair < 6:
            row.append(math.sin(angle))
    return row


@cache
def leap(month, head):
    """What February's length puts on it, where trading days count."""
    return math.log(length(month) / 28.25) if head.trading and month % 12 == 1 else 0.0


def averages(observations):
    """The months spanned, and the matrix that averages them to the observations."""
    months = np.arange(observations[0].month, observations[-1].end + 1)
    matrix = np.zeros((len(observations), len(months)))
    for place, observation in enumerate(observations):
        within = (months >= observation.month) & (months <= observation.end)
        matrix[place, within] = 1 / observation.months
    return months, matrix


def design(observations, first, head, pairs):
    """The rows of the observations, trend counted from the month `first`."""
    months, average = averages(observations)
    return average @ np.array([month_row(int(month), first, head, pairs) for month in months])


def offsets(observations, head):
    """What is beside the columns."""
    months, average = averages(observations)
    return average @ np.array([leap(int(month), head) for month in months])


def covariance(observations, errors):
    """The covariance of the observations' errors."""
    months, average = averages(observations)
    kind, size = errors
    if kind == "autoregressive":
        monthly = np.power(float(size), np.abs(months[:, None] - months[None, :]))
    else:
        # The walk begins with the first observation, or with the later of its two months.
        steps = months - (observations[0].end)
        steps = np.maximum(steps, 0)
        monthly = size * np.minimum(steps[:, None], steps[None, :]) + np.eye(len(months))
    return average @ monthly @ average.T


def logs(observations):
    """The response."""
    return np.array([observation.log for observation in observations])


def residual_squares(white):
    """The residual sum of squares of a whitened design, its response the last column."""
    coefficients = np.linalg.lstsq(white[:, :-1], white[:, -1], rcond=None)[0]
    residual = white[:, -1] - white[:, :-1] @ coefficients
    return float(residual @ residual)


def deviance(response, matrix, root, volume):
    """`n ln(RSS/n) + ln|V|` for errors of covariance V, `root` its Cholesky factor."""
    white = solve_triangular(root, np.column_stack([matrix, response]), lower=True)
    count = len(response)
    return count * math.log(residual_squares(white) / count) + volume


def restricted(response, matrix, root, volume):
    """Minus twice the restricted logarithm of the likelihood, less what is the same for all."""
    white = solve_triangular(root, np.column_stack([matrix, response]), lower=True)
    free = len(response) - matrix.shape[1]
    crossed = np.linalg.slogdet(white[:, :-1].T @ white[:, :-1])[1]
    return free * math.log(residual_squares(white) / free) + volume + float(crossed)


def factored(observations, errors):
    """The Cholesky factor of the errors' covariance, and the logarithm of its determinant."""
    root = cholesky(covariance(observations, errors), lower=True)
    return root, 2 * float(np.log(np.diag(root)).sum())


def price(count, parameters):
    """What the corrected criterion asks for parameters; nothing where they are too many."""
    free = count - parameters - 1
    return 2 * parameters + 2 * parameters * (parameters + 1) / free if free > 0 else None


class Split(NamedTuple):
    """A whitened design with all pairs of Fourier terms in orthogonal and triangular form, from
    which the fit of any number of its pairs follows."""

    head: Head
    errors: tuple
    triangle: np.ndarray
    along: np.ndarray
    squares: float
    volume: float
    count: int

    def columns(self, pairs):
        """How many columns so many pairs make."""
        return 1 + self.head.trend + self.head.trading + len(WAYS[self.head.way]) + min(2 * pairs, 11)

    def residual(self, pairs):
        """The residual sum of squares."""
        return self.squares - float(np.sum(self.along[: self.columns(pairs)] ** 2))

    def coefficients(self, pairs):
        """Of the columns."""
        columns = self.columns(pairs)
        return solve_triangular(self.triangle[:columns, :columns], self.along[:columns])

    def models(self):
        """The models that can be fitted, each with its criterion."""
        lengths = np.linalg.norm(self.triangle, axis=0)
        for pairs in PAIRS:
            columns = self.columns(pairs)
            asked = price(self.count, columns + 2)
            if asked is None or columns > self.triangle.shape[0]:
                return
            diagonal = np.abs(np.diag(self.triangle)[:columns])
            if np.any(diagonal < 1e-5 * lengths[:columns]):
                return
            fit = self.count * math.log(self.residual(pairs) / self.count) + self.volume
            yield fit + asked, pairs


def splits(observations):
    """Every head under every way the errors hang together."""
    first = observations[0].month
    designs = {head: design(observations, first, head, 6) for head in HEADS}
    response = logs(observations)
    rest = {head: response - offsets(observations, head) for head in HEADS}
    for errors in ERRORS:
        root, volume = factored(observations, errors)
        for head, matrix in designs.items():
            white = solve_triangular(root, np.column_stack([matrix, rest[head]]), lower=True)
            basis, triangle = np.linalg.qr(white[:, :-1])
            along, squares = basis.T @ white[:, -1], float(white[:, -1] @ white[:, -1])
            yield Split(head, errors, triangle, along, squares, volume, len(observations))


def weighed(observations):
    """Every model with its criterion."""
    for split in splits(observations):
        for criterion, pairs in split.models():
            yield criterion, Model(split.head, pairs, split.errors)


def about_a_line(found):
    """The best model with autoregressive errors about a trend."""
    about = [
        (criterion, model)
        for criterion, model in found
        if model.head.trend and model.errors[0] == "autoregressive"
    ]
    return min(about)


def fitted(observations, model):
    """A model's fit by statsmodels, at unit variance of the monthly error."""
    matrix = design(observations, observations[0].month, model.head, model.pairs)
    sigma = covariance(observations, model.errors)
    rest = logs(observations) - offsets(observations, model.head)
    return sm.GLS(rest, matrix, sigma=sigma).fit()


def checked(observations, model, criterion):
    """The fit, once its likelihood has been found to be the one the model was weighed by."""
    fit = fitted(observations, model)
    count, parameters = fit.nobs, len(fit.params) + 2
    likelihood = -2 * fit.llf - count * (1 + math.log(2 * math.pi))
    asked = price(count, parameters)
    if not math.isclose(likelihood + asked, criterion, rel_tol=1e-9, abs_tol=1e-7):
        raise ValueError(f"{model}: {likelihood + asked} here, {criterion} there")
    return fit
