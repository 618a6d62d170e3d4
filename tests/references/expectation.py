"""What the months before a month lead one to expect of it, and how often that held."""

import math

import numpy as np
from scipy import stats
from scipy.linalg import solve_triangular

import airline
from regression import ERRORS, HEADS, Model, covariance, design, logs, offsets, splits
from series import Observation, classic, exports, write, written

LEAST_MONTHS = 36
WINDOW = 120
CLASSIC_ORIGINS = 4
# The degrees of freedom of what is new each month.
TAILS = 5


def start(first, target):
    """Where the window of what comes before `target` begins."""
    beyond = target - first - WINDOW
    return first if beyond <= 0 else first + beyond // 12 * 12


def candidates(past, target):
    """What every model of the regression makes of `target`: a list of criterion, model, logarithm,
    deviation, degrees of freedom and what the columns alone have."""
    found = []
    together, first = [*past, target], past[0].month
    matrices = {head: design(together, first, head, 6) for head in HEADS}
    besides = {head: offsets(together, head) for head in HEADS}
    kriging, response = {}, logs(past)
    for errors in ERRORS:
        sigma = covariance(together, errors)
        weight = np.linalg.solve(sigma[:-1, :-1], sigma[:-1, -1])
        kriging[errors] = weight, sigma[-1, -1] - weight @ sigma[:-1, -1]
    for split in splits(past):
        weight, left = kriging[split.errors]
        beside = besides[split.head]
        for criterion, pairs in split.models():
            columns = split.columns(pairs)
            matrix, params = matrices[split.head][:, :columns], split.coefficients(pairs)
            residual = response - beside[:-1] - matrix[:-1] @ params
            alone = float(matrix[-1] @ params + beside[-1])
            unexplained = matrix[-1] - matrix[:-1].T @ weight
            part = solve_triangular(split.triangle[:columns, :columns], unexplained, trans="T")
            freedom = len(past) - columns
            variance = split.residual(pairs) / freedom * (left + part @ part)
            found.append(
                (
                    criterion,
                    Model(split.head, pairs, split.errors),
                    alone + float(weight @ residual),
                    math.sqrt(variance),
                    freedom,
                    alone,
                )
            )
    return found


def mean(criteria, values):
    """By Akaike weight."""
    weights = np.exp((min(criteria) - np.array(criteria)) / 2)
    return float(weights @ np.array(values) / weights.sum())


def pooled(found):
    """Logarithm, deviation and degrees of freedom, the last three but one of each candidate."""
    criteria = [each[0] for each in found]
    return [mean(criteria, [each[place] for each in found]) for place in (1, 2, 3)]


def each_month(past, months, first, observation, enough):
    """The logarithms of the months up to the end of an observation, those not reported alone as
    they were expected to be."""

    def usual(month):
        if not enough:
            return months[-1] if months else observation.log
        found = candidates(past, Observation(month, 1, math.nan))
        return pooled([(each[0], *each[2:5]) for each in found])[0]

    values = [usual(month) for month in range(first + len(months), observation.month)]
    if observation.months == 1:
        return [*values, observation.log]
    pair = np.array([usual(observation.month), usual(observation.end)])
    return [*values, *(pair + observation.log - math.log(np.mean(np.exp(pair))))]


def distribution(log, deviation, freedom):
    """What is expected of a logarithm: Student's t with so heavy tails and the variance of that with the
    deviation's own degrees of freedom, or this, where it has tails as heavy."""
    if freedom <= TAILS:
        return stats.t(df=max(1, math.floor(freedom + 0.5)), loc=log, scale=deviation)
    variance = stats.t(freedom, scale=deviation).var()
    return stats.t(df=TAILS, loc=log, scale=math.sqrt(variance / stats.t(TAILS).var()))


def expected(past, months, first, target):
    """The pooled prediction of `target`, with its interval by Student's t."""
    begin = start(first, target.month)
    window = [observation for observation in past if observation.month >= begin]
    found = candidates(window, target)
    criteria = [each[0] for each in found]
    log, deviation, freedom = pooled([(each[0], *each[2:5]) for each in found])
    if target.months == 1:
        airlines = list(airline.candidates(begin, months[begin - first :]))
        if airlines:
            others = pooled(airlines)
            log, deviation, freedom = np.mean([[log, deviation, freedom], others], axis=0)
    about = [each for each in found if each[1].errors[0] == "autoregressive"]
    spread = distribution(log, deviation, freedom)

    def at(probability):
        return math.exp(spread.ppf(probability)) * target.months

    def weight(wanted):
        return mean(criteria, [float(wanted(each[1])) for each in found])

    alone = mean([each[0] for each in about], [each[5] for each in about])
    entry = {
        "month": written(target.month),
        "months": target.months,
        "models": len(found),
        "level": weight(lambda model: model.errors[0] == "level"),
        "trend": weight(lambda model: model.head.trend),
        "trading_days": weight(lambda model: model.head.trading),
        "new_year": weight(lambda model: model.head.way != "none"),
        "pairs": weight(lambda model: model.pairs),
        "alone": math.exp(alone) * target.months,
        "log": float(log),
        "scale": float(spread.kwds["scale"]),
        "freedom": spread.kwds["df"],
        "median": math.exp(log) * target.months,
        "low_80": at(0.1),
        "high_80": at(0.9),
        "low_95": at(0.025),
        "high_95": at(0.975),
    }
    if not math.isnan(target.value):
        entry["actual"] = target.value
        entry["below"] = float(spread.cdf(target.log))
    return entry


def forecasts(observations, most=None):
    """The expectations of observations with enough before them, and of the month after the last."""
    known = np.cumsum([0, *(observation.months for observation in observations)])
    places = [place for place, months in enumerate(known) if months >= LEAST_MONTHS]
    if most is not None:
        chosen = np.linspace(0, len(places) - 1, most + 1).astype(int)
        places = [places[place] for place in chosen]
    following = Observation(observations[-1].end + 1, 1, math.nan)
    targets = [*observations, following]
    first, months, found = observations[0].month, [], []
    for place, target in enumerate(targets):
        begin = start(first, target.month)
        past = [each for each in observations[:place] if each.month >= begin]
        if place in places:
            found.append(expected(observations[:place], months, first, target))
        if place < len(observations):
            enough = known[place] >= LEAST_MONTHS
            months += each_month(past, months, first, target, enough)
    return found


def diebold_mariano(one, other):
    """How likely a mean difference as large is by chance, by the test of one sample."""
    return float(stats.ttest_1samp(one - other, 0.0).pvalue)


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
        "p_last_year": diebold_mariano(np.abs(actual - median), np.abs(actual - last_year)),
        "p_last_month": diebold_mariano(np.abs(actual - median), np.abs(actual - last_month)),
    }


def entries():
    """What the file says of each series."""
    for name, observations in classic().items():
        yield name, {"forecasts": forecasts(observations, CLASSIC_ORIGINS)}
    for name, observations in exports().items():
        if name != "exports":
            yield name, {"forecasts": forecasts(observations, CLASSIC_ORIGINS)}
            continue
        found = forecasts(observations)
        yield name, {"forecasts": found, "backtest": backtest(observations, found)}


if __name__ == "__main__":
    write("expectation.json", {"series": dict(entries())})
