"""How heavy the tails of a forecast are: what it is worth by Student's t of the same variance with
more or fewer degrees of freedom, on the table for choosing alone.

Called as `forecasts.py`. Prints the mean log score (the logarithm of the density at the figure's
logarithm, less that of the lightest tails; more is better), the other scores in geometric means over the
series of the ratio to the lightest tails, and how many figures the intervals hold.
"""

import csv
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from statistics import fmean, geometric_mean

from forecasts import ASKED, INTERVALS, read_figures, read_own, scored, targets
from scipy import stats
from series import index

# The last is as good as the normal distribution.
TAILS = (3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 10, 15, 30, 100)


def read_spreads(path):
    """By series and month: the logarithm expected, and its standard deviation."""
    found = defaultdict(dict)
    with open(path, newline="", encoding="utf-8") as file:
        for name, month, _, expected, scale, freedom in csv.reader(file):
            spread = stats.t(float(freedom), loc=float(expected), scale=float(scale))
            found[name][index(month)] = spread.mean(), spread.std()
    return found


def main():
    own, spreads = read_own(sys.argv[1]), read_spreads(sys.argv[1])
    split = tomllib.loads((Path(__file__).parent.parent / "split.toml").read_text("utf-8"))
    chosen = targets(split, read_figures(sys.argv[2]), own)["Choosing"]
    rows = {}
    for freedom in TAILS:
        stretch = stats.t(freedom).std()
        rows[freedom] = {name: [] for name in chosen}
        for name, months in chosen.items():
            for month in months:
                log, (expected, deviation) = own[name][month][0], spreads[name][month]
                spread = stats.t(freedom, loc=expected, scale=deviation / stretch)
                ends = {one: float(spread.ppf(one)) for one in ASKED}
                score = scored(log, ends) | {"log score": float(spread.logpdf(log))}
                rows[freedom][name].append(score)
    lightest = rows[TAILS[-1]]
    measures = ("CRPS", *(f"{level:.0%} score" for level in INTERVALS))
    intervals = [f"in {level:.0%}" for level in INTERVALS]
    print(f"| degrees of freedom | log score | {' | '.join([*measures, *intervals])} |")
    print("| --- " * (2 + len(measures) + len(intervals)) + "|")
    for freedom, found in rows.items():

        def mean(name, what, of=found):
            return fmean(row[what] for row in of[name])

        gained = fmean(mean(name, "log score") - mean(name, "log score", lightest) for name in found)
        ratios = (geometric_mean(mean(name, what) / mean(name, what, lightest) for name in found) for what in measures)
        held = (fmean(row[what] for series in found.values() for row in series) for what in intervals)
        cells = [f"{gained:.3f}", *(f"{ratio:.4f}" for ratio in ratios), *(f"{share:.3f}" for share in held)]
        print(f"| {freedom} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
