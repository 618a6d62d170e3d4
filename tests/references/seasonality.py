"""Tests for a season, on the steps of the logarithm from one single month to the next."""

import numpy as np
from scipy import stats

from series import classic, exports, write


def steps(observations):
    """The steps by the month they lead into."""
    logs = {
        observation.month: observation.log
        for observation in observations
        if observation.months == 1
    }
    return {month: log - logs[month - 1] for month, log in logs.items() if month - 1 in logs}


def qs(found):
    """The QS statistic of X-13ARIMA-SEATS over the steps that are known."""
    first, count = min(found), len(found)
    values = np.full(max(found) - first + 1, np.nan)
    for month, step in found.items():
        values[month - first] = step
    centred = values - np.nanmean(values)

    def correlation(lag):
        return float(np.nansum(centred[lag:] * centred[:-lag]) / np.nansum(centred**2))

    year, two_years = correlation(12), max(0.0, correlation(24))
    statistic = 0.0
    if year > 0:
        terms = year**2 / (count - 12) + two_years**2 / (count - 24)
        statistic = count * (count + 2) * terms
    return {"statistic": statistic, "p": float(stats.chi2.sf(statistic, 2)), "count": count}


def friedman(found):
    """Friedman's test over the calendar years whose twelve steps are known."""
    years = sorted({month // 12 for month in found})
    whole = [[found.get(year * 12 + month) for month in range(12)] for year in years]
    whole = [year for year in whole if None not in year]
    result = stats.friedmanchisquare(*np.array(whole).T)
    return {"statistic": result.statistic, "p": result.pvalue, "count": len(whole)}


def kruskal_wallis(found):
    """The Kruskal-Wallis test of the steps by calendar month."""
    groups = [
        [step for month, step in found.items() if month % 12 == calendar] for calendar in range(12)
    ]
    result = stats.kruskal(*groups)
    return {"statistic": result.statistic, "p": result.pvalue, "count": len(found)}


def plain(test):
    """A test with numbers of Python's own kinds."""
    count = int(test["count"])
    return {"statistic": float(test["statistic"]), "p": float(test["p"]), "count": count}


def entry(observations):
    """What the file says of a series."""
    found = steps(observations)
    return {
        "qs": plain(qs(found)),
        "friedman": plain(friedman(found)),
        "kruskal_wallis": plain(kruskal_wallis(found)),
    }


if __name__ == "__main__":
    every = {**classic(), **exports()}
    found = {name: entry(observations) for name, observations in every.items()}
    write("seasonality.json", {"series": found})
