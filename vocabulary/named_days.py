"""Days that words name without a year: 8月15日, 8月上旬, 8月底."""

import re
from datetime import date

from vocabulary.period import Period

_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]|(底|末|上旬|中旬|下旬))")
_LAST_DAYS = {"上旬": 10, "中旬": 20}
_HALF_A_YEAR = 6  # months


def last_day_named(words: str, near: Period) -> date | None:
    """The latest of them; None where none is named, or one that there is not.

    near: the month that the words belong to. 1月15日 in a report of December is of the next year.
    """
    days = [_day_named(found, near) for found in _DAY.finditer(words)]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def are_days_past(words: str, period: Period) -> bool:
    """Every day that the words name is over with the period; False where they name none."""
    last = last_day_named(words, period)
    return last is not None and last <= period.last_day


def _day_named(found: re.Match[str], near: Period) -> date | None:
    month = int(found[1])
    if not 1 <= month <= 12:
        return None
    year = near.year + (near.month - month > _HALF_A_YEAR) - (month - near.month > _HALF_A_YEAR)
    last = Period(year, month).last_day
    day = int(found[2]) if found[2] else _LAST_DAYS.get(found[3], last.day)
    return last.replace(day=day) if 1 <= day <= last.day else None
