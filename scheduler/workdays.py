"""Which days are workdays: the office's own days, then the State Council's, then a guess."""

from collections.abc import Mapping
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types

from vocabulary.published import is_published
from vocabulary.terms import DaySource

_DAY = timedelta(days=1)
_SATURDAY = 5

# Every year's public holidays that fall on fixed days, as month and day.
_FIXED_HOLIDAYS = {
    (1, 1): "new_years_day",
    **{(5, day): "labour_day" for day in range(1, 6)},
    **{(10, day): "national_day" for day in range(1, 8)},
}
_SINGLE_DAYS = ("tomb_sweeping_day", "dragon_boat_festival", "mid_autumn_festival")
_LAST_OF_SPRING_FESTIVAL = 6  # days after the lunar New Year's Day

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
        if is_published(day.year):
            return bool(chinese_calendar.is_workday(day)), DaySource.PUBLISHED
        return _is_probably_workday(day), DaySource.PROVISIONAL


def holiday_of(day: date) -> str | None:
    """Which published holiday the day off belongs to, as national_day; None where it is none."""
    is_off, holiday = _published_holiday(day)
    return holiday if is_off else None


def made_up_for(day: date) -> str | None:
    """For which published holiday the weekend day is worked; None where it is for none."""
    is_off, holiday = _published_holiday(day)
    return None if is_off else holiday


def _published_holiday(day: date) -> tuple[bool, str | None]:
    try:
        is_off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return False, None
    return bool(is_off), None if name is None else str(chinese_calendar.Holiday(name).name)


def is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def probable_holiday(day: date) -> str | None:
    """Which holiday the provisional rule takes the day for, as national_day."""
    if holiday := _FIXED_HOLIDAYS.get((day.month, day.day)):
        return holiday
    moving = MOVING_HOLIDAYS.get(day.year)
    if moving is None:
        return None
    new_year, *single_days = moving
    days_after_new_year = (day - date(day.year, *new_year)).days
    if -1 <= days_after_new_year <= _LAST_OF_SPRING_FESTIVAL:
        return "spring_festival"
    found = dict(zip(single_days, _SINGLE_DAYS, strict=True))
    return found.get((day.month, day.day))


def _is_probably_workday(day: date) -> bool:
    return not is_weekend(day) and probable_holiday(day) is None
