"""Made-up trade rows, always the same ones, as many as asked for."""

import csv
import random
import sys
from pathlib import Path

HEADER = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,"
    "flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,"
    "classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,"
    "isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,"
    "isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,"
    "grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
    "isAggregate"
).split(",")

REPORTERS = [(36, "AUS"), (156, "CHN"), (276, "DEU"), (392, "JPN"), (699, "IND"), (842, "USA")]
CODES = [
    "TOTAL", "01", "0101", "010121", "25", "2504", "250410", "28", "2805", "280530", "2846", "284610",
    "284690", "72", "7202", "720299", "81", "8112", "811292", "85", "8505", "850511", "850519",
]


def comtrade(path, rows):
    """UN Comtrade's present layout, with what its files are known for."""
    luck = random.Random(20_241_110)
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator=",\n")
        file.write(",".join(HEADER) + "\n")
        cells = dict.fromkeys(HEADER, "")
        last = None
        for row in range(rows):
            month = row // 20_000
            year, number = 2010 + month // 12, month % 12 + 1
            reporter, iso = luck.choice(REPORTERS)
            partner = luck.choice([0, 36, 97, 156, 276, 392, 410, 699, 842, *range(1, 160)])
            code = luck.choice(CODES)
            weight = luck.choice(["0", "", str(luck.randrange(1, 10**9)), f"{luck.random() * 1e6:.3f}"])
            cells |= {
                "typeCode": "C", "freqCode": "M", "refYear": year, "refMonth": number,
                "period": f"{year}{number:02}", "reporterCode": reporter, "reporterISO": iso,
                "flowCode": luck.choices(["X", "M", "RX", "DX"], [45, 45, 5, 5])[0],
                "partnerCode": partner, "partner2Code": luck.choices([0, 392], [9, 1])[0],
                "cmdCode": code, "cmdDesc": f'Goods of {code}; "pure" or not, other than those before',
                "customsCode": luck.choices(["C00", "C01"], [9, 1])[0],
                "motCode": luck.choices([0, 1000], [9, 1])[0], "mosCode": 0,
                "netWgt": weight, "primaryValue": f"{luck.random() * 10 ** luck.randrange(1, 10):.3f}",
            }
            # Some rows come twice, and some are broken.
            kind = luck.random()
            if kind < 0.001 and last:
                cells = dict(last)
            elif kind < 0.002:
                cells[luck.choice(["period", "reporterCode", "cmdCode", "primaryValue"])] = luck.choice(
                    ["", "?", "-1", "20241", "1.5", "202413"]
                )
            writer.writerow(list(cells.values()))
            last = dict(cells)


def baci(path, rows):
    """CEPII's layout; an unknown weight is `NA`."""
    luck = random.Random(1995)
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        file.write("t,i,j,k,v,q\n")
        for _ in range(rows):
            exporter, importer = luck.sample(range(4, 160), 2)
            weight = luck.choice(["           NA", f"{luck.random() * 1e4:.3f}"])
            code = luck.choice([10121, 250410, 280530, 284690, 850511])
            year = luck.randrange(1995, 2024)
            file.write(f"{year},{exporter},{importer},{code},{luck.random() * 1e5:.3f},{weight}\n")


if __name__ == "__main__":
    comtrade(sys.argv[1], int(sys.argv[2]))
