"""Both engines, for real, on the same made-up rows: equal to each other and to plain addition."""

import csv
import gzip
import os
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import duckdb

import generated

HERE = Path(__file__).parent
ENGINES = {"DuckDB": ["with_duckdb.py"], "Spark": ["with_spark.py", "--master", "local[2]"]}
ROWS = 60_000
# A run of seconds ends before what the JVM's second compiler makes pays, and nobody watches it in a browser.
BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspark.ui.enabled=false"


def run(engine, *arguments):
    script, *rest = ENGINES[engine]
    command = [sys.executable, "-B", str(HERE / script), *rest, *map(str, arguments)]
    brief = os.environ | {"SPARK_SUBMIT_OPTS": BRIEF}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=brief)


def rolled(folder):
    """The index without what differs by engine, and the parts unpacked."""
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        index = list(csv.DictReader(file))
    parts = {}
    for row in index:
        path = folder / row.pop("path")
        assert path.stat().st_size == int(row.pop("bytes")), path
        parts[row["reporter"], row["chapter"]] = gzip.decompress(path.read_bytes()).decode()
    return index, parts


def amount(text):
    try:
        return Decimal(text).quantize(Decimal("0.001"))
    except ArithmeticError:
        return None


def expected(path):
    """The sums of UN Comtrade's rows, added up one by one."""
    wholes, parts = {}, {}
    with Path(path).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        names = next(reader)
        for cells in reader:
            row = dict(zip(names, cells))
            period, code = row["period"], row["cmdCode"]
            code = f"0{code}" if code.isdigit() and len(code) % 2 else code
            numbers = [row["reporterCode"], row["partnerCode"]]
            value, weight = amount(row["primaryValue"]), amount(row["netWgt"]) or None
            usable = (
                period.isdigit()
                and (len(period) == 4 or len(period) == 6 and 1 <= int(period[4:]) <= 12)
                and 1900 <= int(period[:4]) <= 2200
                and all(number.isdigit() and len(number) <= 4 for number in numbers)
                and row["flowCode"] in ("M", "X")
                and (code == "TOTAL" or code.isdigit() and len(code) in (2, 4, 6))
                and (value is not None or weight is not None)
                and (value or 0) >= 0
            )
            if not usable:
                continue
            key = (period, row["flowCode"], *map(int, numbers), code)
            ends = [row["partner2Code"], row["customsCode"], row["motCode"], row["mosCode"]]
            if ends == ["0", "C00", "0", "0"]:
                wholes.setdefault(key, []).append((value, weight))
            else:
                parts.setdefault(key, []).append((value, weight))

    def of(pairs, make):
        found = ([pair[side] for pair in pairs if pair[side] is not None] for side in (0, 1))
        return tuple(make(amounts) if amounts else None for amounts in found)

    summed = {key: of(pairs, sum) for key, pairs in parts.items()}
    return summed | {key: of(pairs, max) for key, pairs in wholes.items()}


def sums(parts):
    found = {}
    for text in parts.values():
        for row in csv.DictReader(text.splitlines()):
            countries = int(row["reporter"]), int(row["partner"])
            key = (row["period"], row["flow"], *countries, row["hs"])
            assert key not in found, key
            amounts = row["value_usd"], row["weight_kg"]
            found[key] = tuple(Decimal(text) if text else None for text in amounts)
    return found


class Rollup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = Path(cls.scratch.name)
        cls.comtrade = cls.folder / "comtrade.csv"
        generated.comtrade(cls.comtrade, ROWS)
        cls.baci = cls.folder / "baci.csv"
        generated.baci(cls.baci, ROWS)
        cls.done = {}

    def out(self, engine, source):
        """Where an engine's parts of a source lie; it is run once."""
        if (engine, source) not in self.done:
            out = self.folder / f"{engine} {source.name}"
            ended = run(engine, source, "--out", out)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            self.done[engine, source] = (out, ended.stdout)
        return self.done[engine, source]

    def test_engines_agree(self):
        for source in (self.comtrade, self.baci):
            one, said = self.out("DuckDB", source)
            other, said_too = self.out("Spark", source)
            self.assertEqual(rolled(one), rolled(other))
            told = [[line for line in text.splitlines() if line.split()[-1] != "s"
                     and "bytes" not in line] for text in (said, said_too)]
            self.assertEqual(*told)

    def test_sums_are_those_of_plain_addition(self):
        out, said = self.out("DuckDB", self.comtrade)
        found, wanted = sums(rolled(out)[1]), expected(self.comtrade)
        self.assertGreater(len(wanted), 1000)
        self.assertEqual(found, wanted)
        self.assertIn(f"{ROWS:,} rows read", said)
        self.assertIn("left out: neither imports nor exports", said)

    def test_parts_are_sorted_and_indexed(self):
        index, parts = rolled(self.out("DuckDB", self.comtrade)[0])
        places = [(int(row["reporter"]), row["chapter"]) for row in index]
        self.assertEqual(places, sorted(places))
        for row in index:
            text = parts[row["reporter"], row["chapter"]]
            rows = list(csv.DictReader(text.splitlines()))
            self.assertEqual(len(rows), int(row["rows"]))
            periods = [own["period"] for own in rows]
            self.assertEqual((min(periods), max(periods)), (row["first"], row["last"]))
            order = [(own["hs"], own["flow"], int(own["partner"]), own["period"]) for own in rows]
            self.assertEqual(order, sorted(order))
            chapters = {"00" if own["hs"] == "TOTAL" else own["hs"][:2] for own in rows}
            self.assertEqual(chapters, {row["chapter"]})

    def test_baci_is_both_sides_of_each_row(self):
        found = sums(rolled(self.out("DuckDB", self.baci)[0])[1])
        with self.baci.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        total = sum(Decimal(row["v"]) * 1000 for row in rows)
        for flow in "XM":
            own = sum(value for key, (value, _) in found.items() if key[1] == flow)
            # Where a row comes twice the greater stands.
            self.assertLessEqual(own, total)
            self.assertGreater(own, total * Decimal("0.95"))
        first = rows[0]
        key = (first["t"], "X", int(first["i"]), int(first["j"]), first["k"].zfill(6))
        mirror = (first["t"], "M", int(first["j"]), int(first["i"]), first["k"].zfill(6))
        self.assertEqual(found[key], found[mirror])
        self.assertGreaterEqual(found[key][0], Decimal(first["v"]) * 1000)

    def test_parquet_and_gzip_are_read_alike(self):
        _, wanted = rolled(self.out("DuckDB", self.comtrade)[0])
        packed = self.folder / "packed.csv.gz"
        packed.write_bytes(gzip.compress(self.comtrade.read_bytes(), 1))
        typed = self.folder / "typed.parquet"
        names = ", ".join(f"'{name}': 'VARCHAR'" for name in [*generated.HEADER, "beyond"])
        # Typed as far as the cells allow, as a database would hand them out.
        duckdb.execute(
            f"CREATE TABLE raw AS SELECT * EXCLUDE beyond FROM read_csv('{self.comtrade}', "
            f"columns = {{{names}}}, header = false, skip = 1, "
            "auto_detect = false, delim = ',', quote = '\"', escape = '\"')"
        )
        duckdb.execute(
            "COPY (SELECT * REPLACE (partner2Code::INT AS partner2Code, "
            "partnerCode::BIGINT AS partnerCode, TRY_CAST(primaryValue AS DOUBLE) AS primaryValue) "
            f"FROM raw) TO '{typed}' (FORMAT parquet)"
        )
        for engine, source in [("DuckDB", packed), ("DuckDB", typed), ("Spark", typed)]:
            _, found = rolled(self.out(engine, source)[0])
            self.assertEqual(found, wanted, (engine, source.name))

    def test_what_cannot_be_rolled_up_is_said(self):
        foreign = self.folder / "foreign.csv"
        foreign.write_text("a,b\n1,2\n", encoding="utf-8")
        filled = self.folder / "filled"
        filled.mkdir()
        (filled / "kept.txt").write_text("kept", encoding="utf-8")
        empty = self.folder / "empty"
        for engine in ENGINES:
            for source, out, words in [
                (foreign, empty, "it lacks period, reporterCode"),
                (self.folder / "nothing.csv", empty, "nothing.csv is no file"),
                (self.comtrade, filled, "is not empty; --replace empties it"),
            ]:
                ended = run(engine, source, "--out", out)
                self.assertEqual(ended.returncode, 2, ended.stdout)
                self.assertIn(words, ended.stderr)
                self.assertFalse((out / "index.csv").exists())
            self.assertTrue((filled / "kept.txt").exists())


if __name__ == "__main__":
    unittest.main()
