"""Rolls trade data up with DuckDB, on one machine."""

import csv
import glob
import gzip
import shutil
import time
from itertools import groupby
from pathlib import Path

import duckdb

import layouts
import parts
from layouts import Refused


def found(inputs):
    """The files that the arguments name."""
    files = [path for pattern in inputs for path in sorted(glob.glob(pattern)) or [pattern]]
    for path in files:
        if not Path(path).is_file():
            raise Refused(f"{path} is no file")
    return files


def names(database, path):
    """The columns of a file."""
    if path.endswith(".parquet"):
        described = database.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path])
        return tuple(row[0] for row in described.fetchall())
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        return tuple(layouts.header(next(rows, []), next(rows, [])))


def relation(columns, files):
    """Files with the same columns, as a relation."""
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in files)
    if files[0].endswith(".parquet"):
        return f"read_parquet([{listed}])"
    typed = ", ".join("'" + name.replace("'", "''") + "': 'VARCHAR'" for name in columns)
    return (
        f"read_csv([{listed}], columns = {{{typed}}}, header = false, skip = 1, "
        "auto_detect = false, delim = ',', quote = '\"', escape = '\"', null_padding = true)"
    )


def register(database, files, layout):
    """Makes the view `trade`."""
    queries = []
    shape = lambda file: (file.endswith(".parquet"), names(database, file))
    for (_, columns), group in groupby(sorted(files, key=shape), key=shape):
        group = list(group)
        try:
            own = layout or layouts.recognised(columns)
            queries.append(layouts.trade(own, columns, relation(columns, group)))
        except Refused as refused:
            raise Refused(f"{group[0]}: {refused}") from refused
    database.execute(f"CREATE VIEW trade AS {' UNION ALL '.join(queries)}")


def write(database, out):
    """Writes the parts, one file each, and says which."""
    # One thread writes each part from beginning to end, in the order of the table.
    database.execute("SET threads TO 1")
    columns = ", ".join(parts.COLUMNS)
    database.execute(
        f"COPY (SELECT {columns}, part FROM rolled WHERE fault IS NULL ORDER BY part, {', '.join(parts.ORDER)}) "
        f"TO '{out}' (FORMAT csv, HEADER true, COMPRESSION gzip, PARTITION_BY (part), "
        "OVERWRITE_OR_IGNORE true)"
    )
    written = sorted(out.glob("part=*/*.csv.gz"))
    return parts.one_file_each(
        (path.relative_to(out).as_posix(), path.stat().st_size) for path in written
    )


def main():
    parser = parts.arguments(__doc__)
    parser.add_argument("--memory", help="what DuckDB may use before it goes to disk, as 8GB")
    options = parser.parse_args()
    start = time.monotonic()
    files = found(options.inputs)
    out = Path(options.out)
    if out.exists() and any(out.iterdir()):
        if not options.replace:
            raise Refused(f"{out} is not empty; --replace empties it")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    # What outgrows memory spills beside the output, which has room by definition.
    scratch = out / "scratch"
    scratch.mkdir()
    try:
        with duckdb.connect(str(scratch / "rollup.duckdb")) as database:
            if options.memory:
                database.execute("SET memory_limit = ?", [options.memory])
            database.execute("SET preserve_insertion_order = false")
            register(database, files, options.layout)
            database.execute(f"CREATE TABLE rolled AS {parts.QUERY}")
            tally = database.execute(parts.TALLY).fetchall()
            written = write(database, out)
            faults = database.execute(parts.FAULTS).fetchall()
    except duckdb.Error as error:
        raise Refused(error) from error
    finally:
        shutil.rmtree(scratch)
    # Last, so that a broken run leaves none.
    (out / "index.csv").write_text(parts.index(tally, written), encoding="utf-8")
    parts.report(faults, tally, written, start)


if __name__ == "__main__":
    parts.guarded(main)
