"""The airline model by whole matrices: ARIMA (0,1,1)(0,1,1)₁₂ with trading days and New Year.

The months are differenced by month and year; what is left is a moving average whose covariance is
written out, so that the likelihood is exact and the prediction the best linear one.
"""

import math

import numpy as np
from scipy.linalg import cholesky, solve_triangular, toeplitz

from new_year import share, trading_days
from regression import WAYS, Head, leap, price

REGULAR = (0.0, 0.3, 0.6, 0.9)
SEASONAL = (0.3, 0.6, 0.9)
REACH = 13


def columns(months, trading, way):
    """Trading days and New Year by month."""
    windows = WAYS[way]
    rows = [
        [*([trading_days(month)] if trading else []), *(share(month, window) for window in windows)]
        for month in months
    ]
    return np.array(rows, dtype=float).reshape(len(months), int(trading) + len(windows))


def differenced(values):
    """By month and year."""
    values = np.asarray(values, dtype=float)
    return values[13:] - values[12:-1] - values[1:-12] + values[:-13]


def covariance(count, regular, seasonal):
    """Of so many differenced months in a row."""
    weights = np.zeros(REACH + 1)
    weights[[0, 1, 12, 13]] = 1, -regular, -seasonal, regular * seasonal
    by_lag = [weights[lag:] @ weights[: len(weights) - lag] for lag in range(REACH + 1)]
    row = np.zeros(count)
    row[: min(count, REACH + 1)] = by_lag[:count]
    return toeplitz(row)


def candidates(first, values):
    """What every model makes of the month after logarithms of months in a row from `first` on."""
    months = list(range(first, first + len(values) + 1))
    count = len(values) - REACH
    if count <= 0:
        return
    for regular in REGULAR:
        for seasonal in SEASONAL:
            whole = covariance(count + 1, regular, seasonal)
            sigma, beside = whole[:-1, :-1], whole[:-1, -1]
            root = cholesky(sigma, lower=True)
            volume = 2 * float(np.log(np.diag(root)).sum())
            for trading in (False, True):
                head = Head(False, trading, "none")
                offset = np.array([leap(month, head) for month in months])
                rest = np.append(values, 0.0) - offset
                response = differenced(rest)
                for way in WAYS:
                    matrix = differenced(columns(months, trading, way))
                    found = predicted(root, volume, beside, whole[-1, -1], matrix, response)
                    if found is None:
                        continue
                    criterion, new, deviation, freedom = found
                    # The response of the month to come was differenced from zero.
                    log = new - response[-1] + offset[-1] + rest[-1]
                    yield criterion, log, deviation, freedom


def predicted(root, volume, beside, variance, matrix, response):
    """Criterion, expected last response, its deviation and degrees of freedom."""
    white = solve_triangular(root, np.column_stack([matrix[:-1], response[:-1]]), lower=True)
    count, own = white.shape[0], matrix.shape[1]
    asked = price(count, own + 3)
    if asked is None:
        return None
    weights = solve_triangular(root, beside, lower=True)
    rows, left = white[:, :-1], white[:, -1]
    coefficients = np.linalg.lstsq(rows, left, rcond=None)[0] if own else np.zeros(0)
    residual = left - rows @ coefficients
    squares = float(residual @ residual)
    new = matrix[-1] @ coefficients + weights @ residual
    unexplained = matrix[-1] - weights @ rows
    spread = float(variance - weights @ weights)
    if own:
        spread += float(unexplained @ np.linalg.inv(rows.T @ rows) @ unexplained)
    criterion = count * math.log(squares / count) + volume + asked
    freedom = count - own
    return criterion, float(new), math.sqrt(squares / freedom * spread), freedom
