"""Of which days the official arrangement of holidays is known here."""

from datetime import date
from functools import lru_cache

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types


@lru_cache(maxsize=64)  # years that are asked about over and over
def is_published(year: int) -> bool:
    """Whether the State Council's arrangement of the year's holidays is known here."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:  # it covers whole years, and this is not among them
        return False
    return True
