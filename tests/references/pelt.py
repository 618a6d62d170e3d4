"""Shifts of level in the deseasonalised logarithms, by ruptures."""

import math

import numpy as np
import ruptures

from series import write, written
from stl import decomposed, every_series

LEAST = 6
PRICE = 3
# Other penalties, in proportion to the stated one, so that many splits are compared.
FACTORS = (0.25, 0.5, 1.0, 2.0, 4.0)


def penalty(values):
    """`3 σ² ln n`, σ by the median absolute deviation of the steps."""
    step = np.diff(values)
    sigma = 1.4826 * np.median(np.abs(step - np.median(step))) / math.sqrt(2)
    return float(PRICE * sigma**2 * math.log(len(values)))


def ends(values, price):
    """The index after each level's last month."""
    found = ruptures.Pelt(model="l2", min_size=LEAST, jump=1).fit(values).predict(pen=price)
    found = [int(end) for end in found]
    # PELT must lose nothing to a search of every split.
    least, cost = exhaustive(values, price), spent(values, found, price)
    if not math.isclose(least, cost, rel_tol=1e-9):
        raise ValueError(f"ruptures splits at a cost of {cost}, {least} can be had")
    return found


def squares(values):
    """The sum of squares about the mean."""
    return float(np.sum((values - np.mean(values)) ** 2))


def spent(values, found, price):
    """What a split costs, the last level free."""
    starts = [0, *found[:-1]]
    cost = sum(squares(values[start:end]) for start, end in zip(starts, found))
    return cost + price * (len(found) - 1)


def exhaustive(values, price):
    """The least cost of any split, by trying every start for every end."""
    best = {0: -price}
    for end in range(LEAST, len(values) + 1):
        best[end] = min(
            best[start] + squares(values[start:end]) + price
            for start in best
            if end - start >= LEAST
        )
    return best[len(values)]


def entry(values):
    """What the file says of a series."""
    parts = decomposed(values)
    log = np.array([math.log(value) for value in values.values()])
    deseasonalised, first = log - parts.seasonal, min(values)
    price = penalty(deseasonalised)
    stated = ends(deseasonalised, price)
    starts = [0, *stated[:-1]]
    return {
        "penalty": price,
        "levels": [
            {
                "from": written(first + start),
                "to": written(first + end - 1),
                "level": math.exp(np.mean(deseasonalised[start:end])),
            }
            for start, end in zip(starts, stated)
        ],
        "ends": [
            {"penalty": factor * price, "ends": ends(deseasonalised, factor * price)}
            for factor in FACTORS
        ],
    }


if __name__ == "__main__":
    write("pelt.json", {"series": {name: entry(values) for name, values in every_series().items()}})
