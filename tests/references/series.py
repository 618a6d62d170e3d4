"""The figures that the references are computed from, and the files that the values go into."""

import csv
import json
import math
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent

# Where a value differs from the committed one by no more than this, in proportion, another
# machine's arithmetic did it and the committed file stays.
SAME = 1e-9

# Left out of the exports to make a series with gaps: a month amid others, two in a row, one next
# to a joint figure.
GAPS = ("2020-08", "2022-06", "2022-07", "2023-03")


class Observation(NamedTuple):
    """A figure for a month, or for January and February together."""

    month: int
    months: int
    value: float

    @property
    def end(self):
        """The last month."""
        return self.month + self.months - 1

    @property
    def log(self):
        """The logarithm of the monthly average."""
        return math.log(self.value / self.months)


def index(text):
    """The month written YYYY-MM, counted from January of year 0."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def written(month):
    """The month at an index, as YYYY-MM."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def rows(name):
    """The rows of a CSV file of this folder."""
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def classic():
    """The classic series by name."""
    found = {}
    for row in rows("classic.csv"):
        observation = Observation(index(row["month"]), 1, float(row["value"]))
        found.setdefault(row["series"], []).append(observation)
    return found


def exports():
    """China's exports of rare earths, with and without gaps made on purpose."""
    whole = [
        Observation(index(row["period"]), int(row["months"]), float(row["value"]))
        for row in rows("exports.csv")
    ]
    gaps = {index(month) for month in GAPS}
    gapped = [observation for observation in whole if observation.month not in gaps]
    return {"exports": whole, "exports with gaps": gapped}


def write(name, values):
    """Writes the values, unless the file holds the same already."""
    libraries = [
        line.split("==")[0]
        for line in (FOLDER / "requirements.txt").read_text(encoding="utf-8").split()
    ]
    versions = {library: version(library) for library in libraries}
    text = laid_out({"versions": versions, **values}) + "\n"
    path = FOLDER / name
    before = path.read_text(encoding="utf-8") if path.exists() else None
    if before is not None and same(json.loads(before), json.loads(text)):
        return
    path.write_text(text, encoding="utf-8")


def laid_out(value, indent=""):
    """JSON with sorted keys, and each list or object that holds no other on a line of its own."""
    if isinstance(value, dict):
        entries = [f"{json.dumps(key)}: " for key in sorted(value)]
        parts, ends = [value[key] for key in sorted(value)], "{}"
    elif isinstance(value, (list, tuple)):
        entries, parts, ends = [""] * len(value), list(value), "[]"
    else:
        return json.dumps(value, allow_nan=False)
    nested = any(isinstance(part, (dict, list, tuple)) for part in parts)
    deeper = indent + " "
    lines = [entry + laid_out(part, deeper) for entry, part in zip(entries, parts)]
    if not nested:
        return ends[0] + ", ".join(lines) + ends[1]
    return f"{ends[0]}\n{deeper}" + f",\n{deeper}".join(lines) + f"\n{indent}{ends[1]}"


def same(one, other):
    """Whether two values read from JSON differ in last digits at most."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=SAME, abs_tol=SAME * 1e-3)
    return type(one) is type(other) and one == other
