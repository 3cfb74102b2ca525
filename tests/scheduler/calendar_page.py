"""The page docs/calendar-2022-2026.md, which says how it is made."""

import sys
from collections.abc import Iterator
from datetime import date

from scheduler.cycle_times import CalendarRule, cycle_times
from scheduler.workdays import Workdays, holiday_of, is_weekend
from tests.ladders import CHINA
from texts import plain
from texts.wording import day_name
from vocabulary.period import Period

YEARS = range(2022, 2027)

_HEAD = """# The years 2022 to 2026

What baosong makes of "by the 5th of every month, the 5th included" under the settings as they come,
beside what the published calendar says of the 5th. A command makes this page; do not edit it here:

    python -m tests.scheduler.calendar_page > docs/calendar-2022-2026.md

The published calendar is that of the State Council's notices (国办发明电〔2021〕11号,
〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号). `tests/scheduler/test_workdays.py` has their
days typed off, and compares every day of the five years with what baosong takes for a workday.
"""


def page() -> str:
    return "\n".join([_HEAD, *(line for year in YEARS for line in _year(year))])


def _year(year: int) -> Iterator[str]:
    yield f"## {year}\n"
    yield "| month | the 5th | the calendar says | opens | due | locks |"
    yield "|---|---|---|---|---|---|"
    workdays = Workdays()
    for month in range(1, 13):
        period = Period(year, month).shifted(-1)
        times = cycle_times(period, CalendarRule(CHINA), workdays)
        cells = [
            f"{year}-{month:02d}",
            day_name("en", times.nominal_on),
            _said(times.nominal_on, workdays),
            *(_moment(m.date()) for m in (times.opens_at, times.due_at, times.locks_at)),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _said(day: date, workdays: Workdays) -> str:
    if workdays.is_workday(day):
        return "worked in place of a weekday" if is_weekend(day) else "workday"
    holiday = holiday_of(day)
    return plain("en", f"holiday-{holiday}") if holiday else "weekend"


def _moment(day: date) -> str:
    return f"{day_name('en', day)}{' (make-up day)' if is_weekend(day) else ''}"


if __name__ == "__main__":
    sys.stdout.write(page())
