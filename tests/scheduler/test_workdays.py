from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.workdays import MOVING_HOLIDAYS, Workdays

CHINA = ZoneInfo("Asia/Shanghai")
PUBLISHED = st.dates(date(2005, 1, 1), date(2026, 12, 31))
ANY_DAY = st.dates(date(2005, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("day", "workday"),
    [
        (date(2022, 8, 5), True),
        (date(2022, 8, 6), False),
        (date(2022, 10, 5), False),
        (date(2022, 10, 8), True),  # a working Saturday
        (date(2022, 10, 9), True),  # a working Sunday
        (date(2024, 4, 5), False),  # Qingming
        (date(2024, 4, 7), True),  # made up for on a Sunday
    ],
)
def test_published_holidays_and_make_up_days_decide(day: date, workday: bool) -> None:
    assert Workdays().is_workday(day) is workday
    assert not Workdays().is_provisional(day)


def test_days_of_the_coordinator_come_before_everything() -> None:
    own = {date(2022, 8, 5): False, date(2022, 8, 6): True, date(2027, 1, 4): True}
    workdays = Workdays(own)
    assert not workdays.is_workday(date(2022, 8, 5))
    assert workdays.is_workday(date(2022, 8, 6))
    assert workdays.is_workday(date(2027, 1, 4))
    assert not workdays.is_provisional(date(2027, 1, 4))
    assert workdays.is_provisional(date(2027, 1, 5))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 2, 5), date(2027, 2, 12)),  # Spring Festival, from its eve to the 7th day
        (date(2027, 4, 5), date(2027, 4, 5)),  # Qingming
        (date(2027, 5, 1), date(2027, 5, 5)),
        (date(2027, 6, 9), date(2027, 6, 9)),  # Dragon Boat
        (date(2027, 9, 15), date(2027, 9, 15)),  # Mid-Autumn
        (date(2027, 10, 1), date(2027, 10, 7)),
        (date(2050, 10, 1), date(2050, 10, 7)),  # behind the table of moving holidays
    ],
)
def test_years_not_yet_published_take_the_provisional_rule_and_say_so(
    first: date, last: date
) -> None:
    workdays = Workdays()
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        assert not workdays.is_workday(day)
        assert workdays.is_provisional(day)


@given(st.dates(date(2027, 1, 1), date(2045, 12, 31)))
def test_provisional_rule_makes_up_for_nothing(day: date) -> None:
    if day.weekday() >= 5:
        assert not Workdays().is_workday(day)


def test_ordinary_days_of_an_unpublished_year_are_workdays() -> None:
    off = [
        day
        for day in (date(2027, 1, 1) + timedelta(days=n) for n in range(365))
        if day.weekday() < 5 and not Workdays().is_workday(day)
    ]
    # 1 January, 6 of Spring Festival, Qingming, 3 of May, Dragon Boat, Mid-Autumn, 5 of October
    assert len(off) == 18


@pytest.mark.parametrize("year", MOVING_HOLIDAYS)
def test_moving_holidays_agree_with_the_sun_and_the_moon(year: int) -> None:
    new_year, qingming, dragon_boat, mid_autumn = (
        date(year, *day) for day in MOVING_HOLIDAYS[year]
    )
    terms = {name: day for day, name in chinese_calendar.get_solar_terms(qingming, qingming)}
    assert terms == {"清明": qingming}

    assert date(year, 1, 21) <= new_year <= date(year, 2, 20)
    assert date(year, 5, 27) <= dragon_boat <= date(year, 6, 25)
    assert date(year, 9, 7) <= mid_autumn <= date(year, 10, 8)
    for day, day_of_lunar_month in ((new_year, 1), (dragon_boat, 5), (mid_autumn, 15)):
        assert _days_from_mean_new_moon(day - timedelta(days=day_of_lunar_month - 1)) < 1.1


def _days_from_mean_new_moon(day: date) -> float:
    """The true new moon is at most 14 hours away from the mean one."""
    month = 29.530589  # days, mean synodic month
    noon = datetime.combine(day, time(12), tzinfo=CHINA)
    phase = (noon - datetime(2000, 1, 6, 22, 20, tzinfo=CHINA)) / timedelta(days=1) % month
    return min(phase, month - phase)


@pytest.mark.parametrize(
    ("day", "workdays", "shifted"),
    [
        (date(2022, 8, 5), 0, date(2022, 8, 5)),
        (date(2022, 8, 6), 0, date(2022, 8, 6)),
        (date(2022, 8, 5), 1, date(2022, 8, 8)),
        (date(2022, 8, 6), 1, date(2022, 8, 8)),
        (date(2022, 8, 5), -1, date(2022, 8, 4)),
        (date(2022, 8, 7), -1, date(2022, 8, 5)),
        (date(2022, 10, 8), -3, date(2022, 9, 28)),
        (date(2022, 9, 30), 1, date(2022, 10, 8)),
    ],
)
def test_shift_counts_workdays_only(day: date, workdays: int, shifted: date) -> None:
    assert Workdays().shift(day, workdays) == shifted


@given(ANY_DAY, st.integers(1, 15))
def test_shifting_passes_exactly_so_many_workdays(day: date, count: int) -> None:
    workdays = Workdays()
    later = workdays.shift(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (later - day).days + 1)]
    assert workdays.is_workday(later)
    assert sum(map(workdays.is_workday, passed)) == count


@given(PUBLISHED, st.integers(1, 15))
def test_shifting_back_undoes_shifting_from_a_workday(day: date, count: int) -> None:
    workdays = Workdays()
    start = workdays.on_or_after(day)
    assert workdays.shift(workdays.shift(start, count), -count) == start


@given(ANY_DAY)
def test_nearest_workdays_are_the_day_itself_or_its_neighbours(day: date) -> None:
    workdays = Workdays()
    if workdays.is_workday(day):
        assert workdays.on_or_after(day) == day
    else:
        assert workdays.on_or_after(day) == workdays.shift(day, 1)
