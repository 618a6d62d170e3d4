"""The Chinese New Year from 1900 to 2099, by another calendar; its days and trading days by month."""

import calendar
from datetime import timedelta
from functools import cache

from lunardate import LunarDate
from series import write, written

YEARS = range(1900, 2100)
# Months whose days are counted.
COUNTED = range(2010, 2031)

# Days from New Year's Day, first and last.
HOLIDAY = (0, 13)
RUN_UP = (-21, -1)


@cache
def new_year(year):
    """The first day of the Chinese year that begins in `year`."""
    return LunarDate(year, 1, 1).to_solar_date()


@cache
def share(month, window):
    """The share of a window of days, around any New Year known, that lies in a month."""
    first, last = window
    offsets = range(first, last + 1)
    within = [
        day
        for year in (month // 12, month // 12 + 1)
        for day in (new_year(year) + timedelta(days=offset) for offset in offsets)
        if day.year * 12 + day.month - 1 == month
    ]
    return len(within) / len(offsets)


def shares(window):
    """That for every month of the years counted."""
    return {written(month): share(month, window) for month in counted()}


def counted():
    """The months of the years counted."""
    return range(COUNTED.start * 12, COUNTED.stop * 12)


@cache
def trading_days(month):
    """Weekdays less five halves of Saturdays and Sundays."""
    year, number = month // 12, month % 12 + 1
    days = [calendar.weekday(year, number, day + 1) for day in range(length(month))]
    weekdays = sum(day < 5 for day in days)
    return weekdays - 2.5 * (len(days) - weekdays)


def length(month):
    """How many days a month has."""
    return calendar.monthrange(month // 12, month % 12 + 1)[1]


if __name__ == "__main__":
    write(
        "new_year.json",
        {
            "dates": {str(year): new_year(year).isoformat() for year in YEARS},
            "holiday": shares(HOLIDAY),
            "run_up": shares(RUN_UP),
            "trading_days": {written(month): trading_days(month) for month in counted()},
        },
    )
