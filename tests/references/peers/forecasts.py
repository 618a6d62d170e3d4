"""Forecasts of the next month beside those of other programs.

Called with what `examples/studies.rs` prints for `forecasts` and for `adjusted 0`: what Xenotime
expected of each month from the months before, and the figures themselves, with what stands in for
those that were not reported alone. Which months are forecast, `split.toml` says.

The others are given all figures before the month. They work on logarithms: the same month of last
year (with the deviation of all its past errors), ETS and MSTL with ETS (statsforecast), and of
JDemetra+ X-13's `rg4` and TRAMO's `trfull` (an automatic model, outliers, working days and leap year
where they pay), each also with the two windows of the Chinese New Year (NY).

Prints, in geometric means over the series of the ratio to TRAMO + NY: the error of the median; the
CRPS (twice the mean pinball loss of 19 quantiles); the score of the 80 and the 95% interval (its
width, and what the figure lies beyond it, times two over one less its level; Gneiting & Raftery 2007);
and how many figures the intervals hold.
"""

import csv
import math
import sys
import tomllib
import warnings
from collections import defaultdict
from pathlib import Path
from statistics import fmean, geometric_mean

import numpy as np
from jdemetra import Demetra
from scipy import stats
from series import index
from statsforecast.models import MSTL, AutoETS

# So many months must stand before one that is forecast.
FEWEST = 36
QUANTILES = [number / 20 for number in range(1, 20)]
# The intervals, by what they are to hold.
INTERVALS = {0.80: (0.10, 0.90), 0.95: (0.025, 0.975)}
ASKED = sorted({*QUANTILES, *(end for ends in INTERVALS.values() for end in ends)})
AGAINST = "TRAMO + NY"
OWN = "Xenotime"
MEASURES = ("MAE", "CRPS", "80% score", "95% score")


def normal(mean, deviation):
    """The quantiles asked for of a normal distribution."""
    return {one: mean + deviation * stats.norm.ppf(one) for one in ASKED}


def last_year(logs):
    """The same month of last year, and the deviation of what this would have erred."""
    errors = logs[12:] - logs[:-12]
    return normal(logs[-12], math.sqrt(fmean(errors**2)))


def of_levels(model):
    """A method of statsforecast, asked for the ends of intervals."""
    levels = sorted({round(abs(200 * one - 100), 6) for one in ASKED} - {0.0})

    def forecast(logs):
        found = model().forecast(y=logs, h=1, level=levels)
        ends = {0.5: float(found["mean"][0])}
        for one in ASKED:
            if one != 0.5:
                level = round(abs(200 * one - 100), 6)
                named = next(name for name in found if name != "mean" and math.isclose(float(name[3:]), level) and name.startswith("lo" if one < 0.5 else "hi"))
                ends[one] = float(found[named][0])
        return ends

    return forecast


class Regressions(Demetra):
    """JDemetra+'s X-13 and TRAMO, with and without the New Year."""

    def __init__(self):
        super().__init__()
        from pydemetra.tramoseats import _r2p_spec_tramo, tramo_spec
        from pydemetra.x13 import _r2p_spec_regarima, regarima_spec

        self.methods = {}
        for name, kind, spec, buffer in (
            ("X-13", "jdplus.x13.base.r.RegArima", regarima_spec("rg4"), _r2p_spec_regarima),
            ("TRAMO", "jdplus.tramoseats.base.r.Tramo", tramo_spec("trfull"), _r2p_spec_tramo),
        ):
            spec["transform"]["fn"] = "LOG"
            called = self.java(kind)
            plain, more = buffer(spec), buffer(spec)
            self.with_new_year(more.regression.users)
            for label, own in ((name, plain), (f"{name} + NY", more)):
                self.methods[label] = (called.forecast, called.specOf(own.SerializeToString()))

    def forecast(self, label, figures):
        """The quantiles of the logarithm of the month after the last."""
        forecast, specification = self.methods[label]
        found = forecast(self.series(figures), specification, self.context(sorted(figures)), 1)
        # The forecast and its error, and then both of the logarithm.
        return normal(float(found.get(0, 2)), float(found.get(0, 3)))


def read_own(path):
    """By series and month: the figure's logarithm, and the quantiles of what was expected."""
    found = defaultdict(dict)
    with open(path, newline="", encoding="utf-8") as file:
        for name, month, log, expected, deviation, freedom in csv.reader(file):
            spread = stats.t(float(freedom))
            ends = {one: float(expected) + float(deviation) * spread.ppf(one) for one in ASKED}
            found[name][index(month)] = (float(log), ends)
    return found


def read_figures(path):
    """By series and month, the figure, or what stands in for it."""
    found = defaultdict(dict)
    with open(path, newline="", encoding="utf-8") as file:
        for name, _, month, value, _ in csv.reader(file):
            found[name][index(month)] = float(value)
    return found


def targets(split, figures, own):
    """The months to forecast, by table and series."""
    choosing, reporting = split["choosing"], split["reporting"]

    def months(name, ends, most):
        known = sorted(figures[name])
        told = [month for at, month in enumerate(known) if at >= FEWEST][:ends]
        return [month for month in told[-most:] if month in own[name]]

    withheld = choosing["withheld"]
    first = {name: months(name, -withheld, choosing["months"]) for name in choosing["series"]}
    second = {name: months(name, None, reporting["months"]) for name in reporting["series"]}
    second |= {name: months(name, None, withheld) for name in choosing["series"]}
    return {"Choosing": first, "Reporting": second}


def scored(log, ends):
    """What a forecast is worth, and which intervals hold the figure, on the figure's own scale."""
    figure = math.exp(log)
    at = {one: math.exp(end) for one, end in ends.items()}
    pinball = [max(one * (figure - at[one]), (one - 1) * (figure - at[one])) for one in QUANTILES]
    found = {"MAE": abs(figure - at[0.5]), "CRPS": 2 * fmean(pinball)}
    for level, (low, high) in INTERVALS.items():
        beyond = max(at[low] - figure, 0.0) + max(figure - at[high], 0.0)
        found[f"{level:.0%} score"] = at[high] - at[low] + 2 / (1 - level) * beyond
        found[f"in {level:.0%}"] = float(beyond == 0.0)
    return found


def main():
    own = read_own(sys.argv[1])
    figures = read_figures(sys.argv[2])
    split = tomllib.loads((Path(__file__).parent.parent / "split.toml").read_text("utf-8"))
    demetra = Regressions()
    methods = {
        "same month last year": lambda known, logs: last_year(logs),
        "ETS": lambda known, logs: ets(logs),
        "MSTL + ETS": lambda known, logs: mstl(logs),
        **{label: lambda known, logs, label=label: demetra.forecast(label, known) for label in demetra.methods},
    }
    ets = of_levels(lambda: AutoETS(season_length=12))
    mstl = of_levels(lambda: MSTL(season_length=12, trend_forecaster=AutoETS(model="ZZN")))
    for table, series in targets(split, figures, own).items():
        scores = {label: {} for label in [*methods, OWN]}
        for name, months in series.items():
            rows = defaultdict(list)
            for month in months:
                log, ends = own[name][month]
                rows[OWN].append(scored(log, ends))
                known = {at: value for at, value in figures[name].items() if at < month}
                logs = np.log([known[at] for at in sorted(known)])
                for label, forecast in methods.items():
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        rows[label].append(scored(log, forecast(known, logs)))
            for label, found in rows.items():
                scores[label][name] = {what: [row[what] for row in found] for what in found[0]}
            print(f"{table}: {name}, {len(months)} months", file=sys.stderr, flush=True)
        print("\n".join(table_of(table, scores)))


def table_of(table, scores):
    """The lines of a table."""
    count = sum(len(found["MAE"]) for found in scores[OWN].values())
    several = len(scores[OWN])
    intervals = [f"in {level:.0%}" for level in INTERVALS]
    yield from ("", f"## {table}, {count} forecasts of {several} series", "")
    yield f"| | {' | '.join([*MEASURES, *intervals])} | CRPS less than {OWN}’s |"
    yield "| --- " * (len(MEASURES) + len(intervals) + 2) + "|"
    for label, by_series in scores.items():
        def ratio(what, own=by_series):
            pairs = [(own[name][what], scores[AGAINST][name][what]) for name in own]
            return geometric_mean(fmean(one) / fmean(other) for one, other in pairs)

        held = [fmean(hit for found in by_series.values() for hit in found[what]) for what in intervals]
        less = sum(fmean(by_series[name]["CRPS"]) < fmean(scores[OWN][name]["CRPS"]) for name in by_series)
        cells = [*(f"{ratio(what):.3f}" for what in MEASURES), *(f"{share:.3f}" for share in held)]
        beaten = "" if label == OWN else f"in {less} of {several}"
        yield f"| {label} | {' | '.join(cells)} | {beaten} |"
    yield from ("", f"CRPS by series, as a ratio to that of {AGAINST}:", "")
    names = list(scores[OWN])
    yield f"| | {' | '.join(names)} |"
    yield "| --- " * (len(names) + 1) + "|"
    for label, by_series in scores.items():
        ratios = (fmean(by_series[name]["CRPS"]) / fmean(scores[AGAINST][name]["CRPS"]) for name in names)
        yield f"| {label} | {' | '.join(f'{ratio:.3f}' for ratio in ratios)} |"


if __name__ == "__main__":
    main()
