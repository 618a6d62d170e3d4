"""What stands in for months that were not reported alone, for methods that need every month."""

import numpy as np

from regression import PAIRS, about_a_line, fitted, leap, month_row, weighed
from expectation import start
from series import GAPS, exports, write, written


def filled(observations):
    """Every month's value.

    A joint figure is divided as the regression's own line has its months; a missing month is that
    line, moved by the residuals around it.
    """
    # The model is that of the last ten years, fitted to all of them, with the whole season and both
    # windows of the New Year: more than two years have a January and a February alone.
    begin = start(observations[0].month, observations[-1].end + 1)
    window = [observation for observation in observations if observation.month >= begin]
    _, model = about_a_line(weighed(window))
    alone = {observation.month for observation in observations if observation.months == 1}
    assert sum(month % 12 == 0 and month + 1 in alone for month in alone) > 2
    model = model._replace(head=model.head._replace(way="holiday and run-up"), pairs=max(PAIRS))
    fit = fitted(observations, model)
    first, last = observations[0].month, observations[-1].end

    def usual(month):
        row = month_row(month, first, model.head, model.pairs)
        return float(np.dot(row, fit.params)) + leap(month, model.head)

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
