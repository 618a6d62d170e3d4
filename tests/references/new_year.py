"""The Chinese New Year from 2010 to 2030, by another calendar, and its days by month."""

from datetime import timedelta

from lunardate import LunarDate
from series import write, written

YEARS = range(2010, 2031)

# Days from New Year's Day, first and last.
HOLIDAY = (0, 13)
RUN_UP = (-21, -1)


def new_year(year):
    """The first day of the Chinese year that begins in `year`."""
    return LunarDate(year, 1, 1).to_solar_date()


def share(month, window):
    """The share of a window of days, around any New Year known, that lies in a month."""
    first, last = window
    offsets = range(first, last + 1)
    within = [
        day
        for year in YEARS
        for day in (new_year(year) + timedelta(days=offset) for offset in offsets)
        if day.year * 12 + day.month - 1 == month
    ]
    return len(within) / len(offsets)


def shares(window):
    """That for every month of the years known."""
    months = range(YEARS.start * 12, YEARS.stop * 12)
    return {written(month): share(month, window) for month in months}


if __name__ == "__main__":
    write(
        "new_year.json",
        {
            "dates": {str(year): new_year(year).isoformat() for year in YEARS},
            "holiday": shares(HOLIDAY),
            "run_up": shares(RUN_UP),
        },
    )
