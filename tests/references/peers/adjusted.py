"""Seasonally adjusted series beside those of JDemetra+'s X-13, with the same regressors.

Reads what `examples/studies.rs adjusted` prints: each series adjusted at its last month, and at
each of some months before by what was known then. X-13 adjusts the same figures at the same months:
specification `rsa4` (working days and leap year where they pay, automatic model, outliers) on
logarithms, without Easter, once with the two windows of the Chinese New Year and once without.

Prints and writes, by series: the t values of the New Year's windows left over in the adjusted series
(a regression with errors of a random walk and noise, by statsmodels); how much the adjusted series
moves from month to month, April to December; how much a figure and its change on the month before
were revised from the month in which it was the latest one to the last, where at least a year lies
between.
"""

import csv
import math
import sys
import tomllib
import warnings
from collections import defaultdict
from pathlib import Path
from statistics import fmean, stdev

import numpy as np
from jdemetra import WINDOWS, Demetra, centred
from series import index
from statsmodels.tsa.arima.model import ARIMA

# A figure is compared with what became of it a year later or more.
SETTLED = 12


def read(lines):
    """By series: its figures by month, and what was adjusted by the last month known and month."""
    figures, adjusted = defaultdict(dict), defaultdict(lambda: defaultdict(dict))
    for name, origin, month, value, own in csv.reader(lines):
        adjusted[name][index(origin)][index(month)] = float(own)
        figures[name][index(month)] = float(value)
    return figures, adjusted


class X13(Demetra):
    """JDemetra+'s X-13."""

    def __init__(self):
        super().__init__()
        from pydemetra.x13 import _r2p_spec_x13, _x13_rslts, x13_spec

        self.results = _x13_rslts
        plain = x13_spec("rsa4")
        regarima = plain["regarima"]
        regarima["transform"]["fn"] = "LOG"
        regarima["regression"]["easter"].update(type="UNUSED", test="NO")
        specification = self.java("jdplus.x13.base.r.X13").specOf
        self.plain = specification(_r2p_spec_x13(plain).SerializeToString())
        more = _r2p_spec_x13(plain)
        self.with_new_year(more.regarima.regression.users)
        self.new_year = specification(more.SerializeToString())

    def adjusted(self, figures, new_year):
        """The adjusted figures by month."""
        months = sorted(figures)
        process = self.java("jdplus.x13.base.r.X13").process
        specification = self.new_year if new_year else self.plain
        found = process(self.series(figures), specification, self.context(months))
        final = self.results(found)["final"]["d11final"]
        return dict(zip(months, final.tolist(), strict=True))


def left_over(adjusted):
    """The t values of the New Year's windows in an adjusted series."""
    months = sorted(adjusted)
    logs = np.log([adjusted[month] for month in months])
    columns = np.column_stack([centred(months, window) for window in WINDOWS.values()])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = ARIMA(logs, exog=columns, order=(0, 1, 1), trend="n").fit()
    return fit.tvalues[: len(WINDOWS)]


def steps(adjusted):
    """The standard deviation of changes of the logarithm, April to December."""
    logs = {month: math.log(value) for month, value in adjusted.items()}
    moves = [log - logs[month - 1] for month, log in logs.items() if month - 1 in logs and month % 12 >= 3]
    return stdev(moves)


def revised(by_origin):
    """The mean revision of a figure, and of its change on the month before, in percent."""
    last = max(by_origin)
    final = by_origin[last]
    levels, changes = [], []
    for origin, then in by_origin.items():
        if last - origin < SETTLED or origin not in then:
            continue
        levels.append(abs(final[origin] / then[origin] - 1) * 100)
        if origin - 1 in then:
            change = final[origin] / final[origin - 1] - then[origin] / then[origin - 1]
            changes.append(abs(change) * 100)
    return fmean(levels), fmean(changes), len(levels)


def main():
    figures, own = read(sys.stdin)
    split = tomllib.loads((Path(__file__).parent.parent / "split.toml").read_text("utf-8"))
    x13 = X13()
    lines = ["| series | by | holiday, t | run-up, t | steps | revision | of the change | months |"]
    lines.append("| --- " * 8 + "|")
    for name in [*split["choosing"]["series"], *split["reporting"]["series"]]:
        if name not in own:
            continue
        known = figures[name]
        methods = {"Xenotime": own[name]}
        for label, new_year in (("X-13", False), ("X-13 + NY", True)):
            methods[label] = {
                origin: x13.adjusted({m: v for m, v in known.items() if m <= origin}, new_year)
                for origin in own[name]
            }
        for label, by_origin in methods.items():
            final = by_origin[max(by_origin)]
            holiday, run_up = left_over(final)
            level, change, count = revised(by_origin)
            lines.append(
                f"| {name} | {label} | {holiday:.1f} | {run_up:.1f} | {steps(final):.3f} "
                f"| {level:.2f}% | {change:.2f} pp | {count} |"
            )
            print(lines[-1], file=sys.stderr, flush=True)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
