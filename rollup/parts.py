"""What both runners share: their arguments, the order of the rows, the index and the report."""

import argparse
import sys
import time
from pathlib import Path

from layouts import Refused

#: The one query.
QUERY = Path(__file__).with_name("rollup.sql").read_text(encoding="utf-8")

#: The columns of a part.
COLUMNS = ["period", "flow", "reporter", "partner", "hs", "value_usd", "weight_kg"]

#: How the rows of a part lie.
ORDER = ["hs", "flow", "CAST(partner AS INT)", "period"]

#: What the index says of each part, but for its path and size.
TALLY = (
    "SELECT part, COUNT(*) AS cells, MIN(period) AS first, MAX(period) AS last "
    "FROM rolled WHERE fault IS NULL GROUP BY part"
)

#: How many rows were used, and how many were left out for which fault.
FAULTS = "SELECT fault, SUM(records) AS records FROM rolled GROUP BY fault"


def arguments(doc):
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("inputs", nargs="+", help=".csv, .csv.gz or .parquet; globs too")
    parser.add_argument("--out", required=True, help="the folder to write to")
    parser.add_argument("--layout", choices=["comtrade", "baci"], help="unless recognised")
    parser.add_argument("--replace", action="store_true", help="empty the folder first")
    return parser


def index(tally, files):
    """The text of `index.csv` from `(part, cells, first, last)` and `{part: (path, bytes)}`."""
    lines = ["reporter,chapter,path,rows,bytes,first,last"]

    def place(row):
        reporter, chapter = row[0].split("-")
        return int(reporter), chapter

    for part, cells, first, last in sorted(tally, key=place):
        path, size = files[part]
        reporter, chapter = part.split("-")
        lines.append(f"{reporter},{chapter},{path},{cells},{size},{first},{last}")
    return "\n".join(lines) + "\n"


def one_file_each(found):
    """`{part: (path, bytes)}` of `(path, bytes)` pairs whose folders are called `part=…`."""
    files = {}
    for path, size in found:
        part = path.rsplit("/", 2)[-2].removeprefix("part=")
        if part in files:
            raise Refused(f"part {part} has two files, {files[part][0]} and {path}")
        files[part] = (path, size)
    return files


def report(faults, tally, files, start):
    faults = dict(faults)
    used = faults.pop(None, 0)
    print(f"{used + sum(faults.values()):,} rows read")
    for fault, records in sorted(faults.items()):
        print(f"{records:,} left out: {fault}")
    cells = sum(row[1] for row in tally)
    size = sum(size for _, size in files.values())
    print(f"{cells:,} sums in {len(files):,} parts, {size:,} bytes")
    print(f"{time.monotonic() - start:.1f} s")


def guarded(run):
    """Runs and says what is wrong with the input in a line: exit status 2."""
    try:
        run()
    except (Refused, OSError) as error:
        print(f"not rolled up: {error}", file=sys.stderr)
        sys.exit(2)
