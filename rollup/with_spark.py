"""Rolls trade data up with Spark, on a cluster or, with `--master local[*]`, on one machine."""

import csv
import time

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.functions import expr
from pyspark.sql.types import StringType, StructField, StructType

import layouts
import parts
from layouts import Refused


class Folder:
    """A folder wherever Spark can write: on a disk, in HDFS, in a bucket."""

    def __init__(self, spark, address):
        hadoop = spark._jvm.org.apache.hadoop.fs
        self.make = hadoop.Path
        self.path = hadoop.Path(address)
        self.system = self.path.getFileSystem(spark._jsc.hadoopConfiguration())

    def is_filled(self):
        return self.system.exists(self.path) and len(self.system.listStatus(self.path)) > 0

    def clear(self):
        self.system.delete(self.path, True)

    def matching(self, pattern):
        return self.system.globStatus(self.make(self.path, pattern)) or []

    def remove(self, name):
        self.system.delete(self.make(self.path, name), False)

    def write(self, name, text):
        stream = self.system.create(self.make(self.path, name), True)
        try:
            stream.write(bytearray(text, "utf-8"))
        finally:
            stream.close()


def found(spark, inputs):
    """The files that the arguments name."""
    files = []
    for pattern in inputs:
        path = spark._jvm.org.apache.hadoop.fs.Path(pattern)
        system = path.getFileSystem(spark._jsc.hadoopConfiguration())
        matches = system.globStatus(path) or []
        if not matches:
            raise Refused(f"{pattern} is no file")
        files += [match.getPath().toString() for match in matches]
    return files


def names(spark, path):
    """The columns of a file."""
    if path.endswith(".parquet"):
        return tuple(spark.read.parquet(path).columns)
    lines = [row.value for row in spark.read.text(path).limit(2).collect()]
    first, second = [*csv.reader(lines), [], []][:2]
    return tuple(layouts.header(first, second))


def relation(spark, columns, files):
    """Files with the same columns, as a relation."""
    if files[0].endswith(".parquet"):
        return spark.read.parquet(*files)
    schema = StructType([StructField(name, StringType()) for name in columns])
    return spark.read.csv(files, schema=schema, header=True, enforceSchema=True, escape='"')


def register(spark, files, layout):
    """Makes the view `trade`."""
    groups = {}
    for file in files:
        groups.setdefault((file.endswith(".parquet"), names(spark, file)), []).append(file)
    queries = []
    for number, ((_, columns), group) in enumerate(groups.items()):
        relation(spark, columns, group).createOrReplaceTempView(f"input{number}")
        try:
            own = layout or layouts.recognised(columns)
            queries.append(layouts.trade(own, columns, f"input{number}"))
        except Refused as refused:
            raise Refused(f"{group[0]}: {refused}") from refused
    spark.sql(" UNION ALL ".join(queries)).createOrReplaceTempView("trade")


def write(rolled, folder, out):
    """Writes the parts, one file each, and says which."""
    usable = rolled.where("fault IS NULL")
    together = usable.repartition("part").sortWithinPartitions("part", *map(expr, parts.ORDER))
    together.select(*parts.COLUMNS, "part").write.partitionBy("part").mode("append").csv(
        out, header=True, compression="gzip"
    )
    folder.remove("_SUCCESS")
    listed = (
        ("/".join(status.getPath().toString().rsplit("/", 2)[-2:]), status.getLen())
        for status in folder.matching("part=*/*.csv.gz")
    )
    return parts.one_file_each(listed)


def main():
    parser = parts.arguments(__doc__)
    parser.add_argument("--master", help="where Spark runs, unless spark-submit says it")
    options = parser.parse_args()
    start = time.monotonic()
    builder = SparkSession.builder.appName("Xenotime rollup")
    if options.master:
        builder = builder.master(options.master)
        if options.master.startswith("local"):
            # Two hundred tasks, the default, are for many machines.
            builder = builder.config("spark.sql.shuffle.partitions", "16")
    settings = {
        # What cannot be read is counted by the query; it must not end the run.
        "spark.sql.ansi.enabled": "false",
        # A web server has no use for the files of checksums that a local disk would get.
        "spark.hadoop.fs.file.impl": "org.apache.hadoop.fs.RawLocalFileSystem",
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",
    }
    spark = builder.config(map=settings).getOrCreate()
    try:
        folder = Folder(spark, options.out)
        if folder.is_filled():
            if not options.replace:
                raise Refused(f"{options.out} is not empty; --replace empties it")
            folder.clear()
        register(spark, found(spark, options.inputs), options.layout)
        rolled = spark.sql(parts.QUERY).persist()
        rolled.createOrReplaceTempView("rolled")
        written = write(rolled, folder, options.out)
        tally = [tuple(row) for row in spark.sql(parts.TALLY).collect()]
        # Last, so that a broken run leaves none.
        folder.write("index.csv", parts.index(tally, written))
        faults = [tuple(row) for row in spark.sql(parts.FAULTS).collect()]
    except PySparkException as error:
        raise Refused(error) from error
    finally:
        spark.stop()
    parts.report(faults, tally, written, start)


if __name__ == "__main__":
    parts.guarded(main)
