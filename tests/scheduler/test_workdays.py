from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.workdays import MOVING_HOLIDAYS, Workdays, holiday_of
from vocabulary.published import is_published
from vocabulary.terms import DaySource

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
    assert Workdays().source_of(day) is DaySource.PUBLISHED


def test_days_of_the_coordinator_come_before_everything() -> None:
    own = {date(2022, 8, 5): False, date(2022, 8, 6): True, date(2027, 1, 4): True}
    workdays = Workdays(own)
    assert not workdays.is_workday(date(2022, 8, 5))
    assert workdays.is_workday(date(2022, 8, 6))
    assert workdays.is_workday(date(2027, 1, 4))
    assert workdays.source_of(date(2027, 1, 4)) is DaySource.OWN
    assert workdays.source_of(date(2027, 1, 5)) is DaySource.PROVISIONAL


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
        assert workdays.source_of(day) is DaySource.PROVISIONAL


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


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2022, 10, 5), "national_day"),
        (date(2022, 10, 8), None),  # made up for
        (date(2022, 8, 6), None),  # a plain Saturday
        (date(2024, 4, 5), "tomb_sweeping_day"),
        (date(2099, 10, 5), None),
    ],
)
def test_published_holiday_is_known_by_name(day: date, holiday: str | None) -> None:
    assert holiday_of(day) == holiday


def test_year_is_published_or_not_as_a_whole() -> None:
    assert is_published(2022)
    assert not is_published(2099)


# What the State Council's notices say, typed off them: first and last day of each holiday, and the
# days that are worked in their place.
# 国办发明电〔2021〕11号, 〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
NOTICES = {
    2022: (
        ("01-01", "01-03"),
        ("01-31", "02-06"),
        ("04-03", "04-05"),
        ("04-30", "05-04"),
        ("06-03", "06-05"),
        ("09-10", "09-12"),
        ("10-01", "10-07"),
    ),
    2023: (
        ("01-01", "01-02"),
        ("01-21", "01-27"),
        ("04-05", "04-05"),
        ("04-29", "05-03"),
        ("06-22", "06-24"),
        ("09-29", "10-06"),
        ("12-30", "12-31"),
    ),
    2024: (
        ("01-01", "01-01"),
        ("02-10", "02-17"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("06-10", "06-10"),
        ("09-15", "09-17"),
        ("10-01", "10-07"),
    ),
    2025: (
        ("01-01", "01-01"),
        ("01-28", "02-04"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("05-31", "06-02"),
        ("10-01", "10-08"),
    ),
    2026: (
        ("01-01", "01-03"),
        ("02-15", "02-23"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("06-19", "06-21"),
        ("09-25", "09-27"),
        ("10-01", "10-07"),
    ),
}
MADE_UP_FOR = {
    2022: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    2023: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_the_years_is_as_the_notice_says(year: int) -> None:
    off = set()
    for first, last in NOTICES[year]:
        day = date.fromisoformat(f"{year}-{first}")
        while day <= date.fromisoformat(f"{year}-{last}"):
            off.add(day)
            day += timedelta(days=1)
    made_up_for = {date.fromisoformat(f"{year}-{day}") for day in MADE_UP_FOR[year].split()}
    assert all(day.weekday() >= 5 for day in made_up_for)
    workdays = Workdays()
    for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1):
        day = date(year, 1, 1) + timedelta(days=n)
        wanted = day in made_up_for or (day.weekday() < 5 and day not in off)
        assert workdays.is_workday(day) is wanted, day
