"""JDemetra+ by pydemetra: started, and given the windows of the Chinese New Year."""

import os
import sys
import tempfile
from pathlib import Path
from statistics import fmean

import numpy as np
import pandas as pd
from loguru import logger

sys.path.insert(0, str(Path(__file__).parent.parent))
from new_year import HOLIDAY, RUN_UP, share  # noqa: E402
from series import written  # noqa: E402

logger.remove()
WINDOWS = {"holiday": HOLIDAY, "run_up": RUN_UP}
# Months beyond the last figure that the windows are known for.
AHEAD = 36


def centred(months, window):
    """The window's share of each month, less its mean over that month of all years."""
    years = range(1950, 2050)
    mean = [fmean(share(12 * year + number, window) for year in years) for number in range(12)]
    return np.array([share(month, window) - mean[month % 12] for month in months])


class Demetra:
    """What JDemetra+'s methods are called by."""

    def __init__(self):
        # It keeps a log where it runs.
        here = Path.cwd()
        os.chdir(tempfile.mkdtemp())
        from pydemetra import _java

        _java.start_jvm()
        os.chdir(here)
        import jpype
        from pydemetra._converters import r2jd_tsdata

        self.java, self.converted = jpype.JClass, r2jd_tsdata

    def series(self, figures):
        """Figures by month, as JDemetra+ has them."""
        months = sorted(figures)
        periods = pd.period_range(written(months[0]), written(months[-1]), freq="M")
        return self.converted(pd.Series([figures[month] for month in months], index=periods))

    @staticmethod
    def with_new_year(users):
        """Adds the windows to the variables of a specification, as its buffer has them.

        The release of pydemetra that is pinned cannot write variables of one's own.
        """
        for name in WINDOWS:
            variable = users.add()
            variable.name, variable.id = name, f"r.{name}"
            variable.metadata["regeffect"] = "CalendarEffect"

    def context(self, months):
        """The windows in these months and some behind them, as variables of one's own."""
        of = "jdplus.toolkit.base.api.timeseries."
        context = self.java(of + "regression.ModellingContext")()
        variables = self.java(of + "regression.TsDataSuppliers")()
        for name, window in WINDOWS.items():
            values = centred(range(months[0], months[-1] + 1 + AHEAD), window)
            start = self.java(of + "TsPeriod").monthly(months[0] // 12, months[0] % 12 + 1)
            data = self.java(of + "TsData").ofInternal(start, values.tolist())
            supplier = self.java(of + "StaticTsDataSupplier")(data)
            variables.set(name, supplier)
        context.getTsVariableManagers().set("r", variables)
        return context
