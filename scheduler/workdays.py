"""Which days are workdays: the office's own days, then the State Council's, then a guess."""

from collections.abc import Mapping
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types

from vocabulary.terms import DaySource

_DAY = timedelta(days=1)
_SATURDAY = 5

# Every year's public holidays that fall on fixed days, as month and day.
_FIXED_HOLIDAYS = frozenset(
    [(1, 1)] + [(5, day) for day in range(1, 6)] + [(10, day) for day in range(1, 8)]
)

# New Year's Day of the lunar calendar, Qingming, Dragon Boat and Mid-Autumn by year, as month and
# day. Source: the PyPI packages lunardate 0.2 and borax 4.1 agree on every lunar date, Qingming is
# chinesecalendar's solar term. Behind the last year only the fixed days are known.
MOVING_HOLIDAYS = {
    2027: ((2, 6), (4, 5), (6, 9), (9, 15)),
    2028: ((1, 26), (4, 4), (5, 28), (10, 3)),
    2029: ((2, 13), (4, 4), (6, 16), (9, 22)),
    2030: ((2, 3), (4, 5), (6, 5), (9, 12)),
    2031: ((1, 23), (4, 5), (6, 24), (10, 1)),
    2032: ((2, 11), (4, 4), (6, 12), (9, 19)),
    2033: ((1, 31), (4, 4), (6, 1), (9, 8)),
    2034: ((2, 19), (4, 5), (6, 20), (9, 27)),
    2035: ((2, 8), (4, 5), (6, 10), (9, 16)),
    2036: ((1, 28), (4, 4), (5, 30), (10, 4)),
    2037: ((2, 15), (4, 4), (6, 18), (9, 24)),
    2038: ((2, 4), (4, 5), (6, 7), (9, 13)),
    2039: ((1, 24), (4, 5), (5, 27), (10, 2)),
    2040: ((2, 12), (4, 4), (6, 14), (9, 20)),
}


class Workdays:
    """The workdays of one office.

    own: days that the coordinator has decided, True for a workday; they win over everything.
    After them come the published holidays and make-up days (chinesecalendar), and where those are
    not published yet a provisional rule: weekends, 1 January, Spring Festival from its eve to the
    7th day, Qingming, 1–5 May, Dragon Boat, Mid-Autumn and 1–7 October are off, and nothing is
    made up for. The rule is a guess: say so wherever a day that rests on it is shown.
    """

    def __init__(self, own: Mapping[date, bool] | None = None) -> None:
        self._own = dict(own or {})
        self._known: dict[date, tuple[bool, DaySource]] = {}

    def is_workday(self, day: date) -> bool:
        return self._verdict(day)[0]

    def source_of(self, day: date) -> DaySource:
        """Who says whether it is a workday; provisional when nobody has published or decided it."""
        return self._verdict(day)[1]

    def shift(self, day: date, workdays: int) -> date:
        """The so-manieth workday after `day`, before it when negative.

        0 is the day itself, workday or not.
        """
        step = _DAY if workdays > 0 else -_DAY
        for _ in range(abs(workdays)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def on_or_after(self, day: date) -> date:
        while not self.is_workday(day):
            day += _DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_workday(day):
            day -= _DAY
        return day

    def _verdict(self, day: date) -> tuple[bool, DaySource]:
        """Whether it is a workday, and who says so; looked up once a day."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._looked_up(day)
        return known

    def _looked_up(self, day: date) -> tuple[bool, DaySource]:
        own = self._own.get(day)
        if own is not None:
            return own, DaySource.OWN
        try:
            return bool(chinese_calendar.is_workday(day)), DaySource.PUBLISHED
        except NotImplementedError:  # it covers whole years, and these are not among them
            return _is_probably_workday(day), DaySource.PROVISIONAL


def is_published(year: int) -> bool:
    """Whether the State Council's arrangement of the year's holidays is known here."""
    return Workdays().source_of(date(year, 1, 1)) is DaySource.PUBLISHED


def holiday_of(day: date) -> str | None:
    """Which published holiday the day belongs to, as national_day; None where it is none."""
    try:
        is_off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return None
    if not is_off or name is None:
        return None
    return str(chinese_calendar.Holiday(name).name)


def is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def _is_probably_workday(day: date) -> bool:
    if is_weekend(day) or (day.month, day.day) in _FIXED_HOLIDAYS:
        return False
    moving = MOVING_HOLIDAYS.get(day.year)
    if moving is None:
        return True
    new_year, *single_days = moving
    days_after_new_year = (day - date(day.year, *new_year)).days
    return not -1 <= days_after_new_year <= 6 and (day.month, day.day) not in single_days
