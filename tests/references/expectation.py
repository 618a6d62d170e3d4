"""What the months before a month lead one to expect of it, and how often that held."""

import math

import numpy as np
from scipy import stats

from regression import checked, choose, covariance, design, ways
from series import Observation, classic, exports, write, written

LEAST_MONTHS = 36
CLASSIC_ORIGINS = 12


def expected(past, target, tried):
    """The best linear unbiased prediction of `target`, with its interval by Student's t."""
    criterion, model = choose(past, tried)
    fit = checked(past, model, criterion)
    together = [*past, target]
    matrix = design(together, past[0].month, model.way, model.waves)
    sigma = covariance(together, model.share)
    weights = np.linalg.solve(sigma[:-1, :-1], sigma[:-1, -1])
    log = matrix[-1] @ fit.params + weights @ fit.resid
    unexplained = matrix[-1] - matrix[:-1].T @ weights
    variance = fit.scale * (
        sigma[-1, -1]
        - weights @ sigma[:-1, -1]
        + unexplained @ fit.normalized_cov_params @ unexplained
    )
    deviation, freedom = math.sqrt(variance), int(fit.df_resid)

    def at(probability):
        return math.exp(log + stats.t.ppf(probability, freedom) * deviation) * target.months

    entry = {
        "month": written(target.month),
        "months": target.months,
        "way": model.way,
        "waves": model.waves,
        "share": model.share,
        "log": float(log),
        "deviation": deviation,
        "freedom": freedom,
        "median": math.exp(log) * target.months,
        "low_80": at(0.1),
        "high_80": at(0.9),
        "low_95": at(0.025),
        "high_95": at(0.975),
    }
    if not math.isnan(target.value):
        entry["actual"] = target.value
        entry["below"] = float(stats.t.cdf((target.log - log) / deviation, freedom))
    return entry


def forecasts(observations, most=None):
    """The expectations of observations with enough before them, and of the month after the last."""
    tried = ways(observations)
    known = np.cumsum([0, *(observation.months for observation in observations)])
    places = [place for place, months in enumerate(known) if months >= LEAST_MONTHS]
    if most is not None:
        chosen = np.linspace(0, len(places) - 1, most + 1).astype(int)
        places = [places[place] for place in chosen]
    following = Observation(observations[-1].end + 1, 1, math.nan)
    targets = [*observations, following]
    return [expected(observations[:place], targets[place], tried) for place in places]


def backtest(observations, found):
    """How the expectations fared, beside the same month a year before and the month before."""
    scored = [entry for entry in found if "actual" in entry]
    values = {
        observation.month: observation.value
        for observation in observations
        if observation.months == 1
    }
    months = {written(month): month for month in values}
    compared = [
        (entry["actual"], entry["median"], values[month - 12], values[month - 1])
        for entry in scored
        if entry["months"] == 1
        for month in [months[entry["month"]]]
        if month - 12 in values and month - 1 in values
    ]
    actual, median, last_year, last_month = np.array(compared).T

    def within(level):
        low, high = f"low_{level}", f"high_{level}"
        return sum(entry[low] <= entry["actual"] <= entry[high] for entry in scored) / len(scored)

    return {
        "months": len(scored),
        "within_80": within(80),
        "within_95": within(95),
        "compared": len(compared),
        "error": float(np.mean(np.abs(actual - median))),
        "error_last_year": float(np.mean(np.abs(actual - last_year))),
        "error_last_month": float(np.mean(np.abs(actual - last_month))),
    }


def entries():
    """What the file says of each series."""
    for name, observations in classic().items():
        yield name, {"forecasts": forecasts(observations, CLASSIC_ORIGINS)}
    for name, observations in exports().items():
        found = forecasts(observations)
        yield name, {"forecasts": found, "backtest": backtest(observations, found)}


if __name__ == "__main__":
    write("expectation.json", {"series": dict(entries())})
