"""What the columns of an input are called, and how both engines make `trade` of them."""

#: The columns that `rollup.sql` reads; a layout without the later ones leaves them empty.
NEEDED = ["period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue"]
OPTIONAL = ["netWgt", "partner2Code", "customsCode", "motCode", "mosCode"]

BACI = ["t", "i", "j", "k", "v", "q"]


class Refused(Exception):
    """Why an input is not rolled up."""


def recognised(columns):
    """`comtrade` or `baci`, by the names of an input's columns."""
    if set(BACI) <= set(columns):
        return "baci"
    if set(NEEDED) <= set(columns):
        return "comtrade"
    missing = ", ".join(name for name in NEEDED if name not in columns)
    raise Refused(
        f"its columns are neither UN Comtrade's (it lacks {missing}) "
        f"nor BACI's ({', '.join(BACI)}): {', '.join(columns[:8])} …"
    )


def trade(layout, columns, relation):
    """The query that makes `trade` of a relation with these columns."""
    if layout == "comtrade":
        absent = [name for name in NEEDED if name not in columns]
        if absent:
            raise Refused(f"it lacks {', '.join(absent)}, which UN Comtrade's layout has")
        optional = [
            name if name in columns else f"CAST(NULL AS STRING) AS {name}" for name in OPTIONAL
        ]
        return f"SELECT {', '.join(NEEDED + optional)} FROM {relation}"
    absent = [name for name in BACI if name not in columns]
    if absent:
        raise Refused(f"it lacks {', '.join(absent)}, which BACI's layout has")
    # A row is an export of i's and an import of j's, in thousands of dollars and in tonnes.
    return " UNION ALL ".join(
        f"SELECT t AS period, {reporter} AS reporterCode, '{flow}' AS flowCode, "
        f"{partner} AS partnerCode, LPAD(TRIM(CAST(k AS STRING)), 6, '0') AS cmdCode, "
        "TRY_CAST(TRIM(CAST(v AS STRING)) AS DECIMAL(20, 3)) * 1000 AS primaryValue, "
        "TRY_CAST(TRIM(CAST(q AS STRING)) AS DECIMAL(20, 3)) * 1000 AS netWgt, "
        f"{', '.join(f'CAST(NULL AS STRING) AS {name}' for name in OPTIONAL[1:])} FROM {relation}"
        for flow, reporter, partner in [("X", "i", "j"), ("M", "j", "i")]
    )


def header(first, second):
    """The names of a CSV's columns, by its first line and the next, both split into cells.

    Some of UN Comtrade's exports end each row with a comma that the header lacks.
    """
    names = [name.strip().lstrip("\ufeff") for name in first]
    return names + ["beyond"] if len(second) == len(names) + 1 else names
