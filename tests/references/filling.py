"""What stands in for months that were not reported alone, for methods that need every month."""

import numpy as np

from regression import checked, choose, month_row, ways
from series import GAPS, exports, write, written


def filled(observations):
    """Every month's value.

    A joint figure is divided as the regression's own line has its months; a missing month is that
    line, moved by the residuals around it.
    """
    criterion, model = choose(observations, ways(observations))
    fit = checked(observations, model, criterion)
    first, last = observations[0].month, observations[-1].end

    def usual(month):
        return float(np.dot(month_row(month, first, model.way, model.waves), fit.params))

    values = {}
    known, residuals = [], []
    for observation, residual in zip(observations, fit.resid):
        months = range(observation.month, observation.end + 1)
        total = sum(np.exp(usual(month)) for month in months)
        for month in months:
            share = np.exp(usual(month)) / total
            values[month] = observation.value * share if len(months) > 1 else observation.value
            known.append(month)
            residuals.append(residual)
    for month in range(first, last + 1):
        if month not in values:
            values[month] = np.exp(usual(month) + np.interp(month, known, residuals))
    return {month: float(values[month]) for month in range(first, last + 1)}


def filled_series():
    """The series of exports without gaps or joint figures."""
    return {name: filled(observations) for name, observations in exports().items()}


if __name__ == "__main__":
    write(
        "filling.json",
        {
            "gaps": GAPS,
            "series": {
                name: {written(month): value for month, value in values.items()}
                for name, values in filled_series().items()
            }
        },
    )
