from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.cycle_times import CalendarRule, CycleTimes, cycle_times
from scheduler.workdays import Workdays
from vocabulary.period import Period

CHINA = ZoneInfo("Asia/Shanghai")
RULE = CalendarRule(CHINA)
WORKDAYS = Workdays()
EVERY_MONTH = list(Period.between(Period(2005, 1), Period(2030, 12)))


def times(
    year: int, month: int, rule: CalendarRule = RULE, workdays: Workdays = WORKDAYS
) -> CycleTimes:
    return cycle_times(Period(year, month), rule, workdays)


def test_july_2022_opens_on_the_first_of_august_and_is_due_on_the_fifth() -> None:
    found = times(2022, 7)
    assert found.opens_at == datetime(2022, 8, 1, 9, tzinfo=CHINA)
    assert found.due_at == datetime(2022, 8, 5, 18, tzinfo=CHINA)
    assert found.locks_at == datetime(2022, 8, 19, 18, tzinfo=CHINA)
    assert not found.provisional


@pytest.mark.parametrize(
    ("period", "due_on"),
    [
        (Period(2022, 9), date(2022, 10, 8)),  # a working Saturday
        (Period(2023, 9), date(2023, 10, 7)),
        (Period(2024, 9), date(2024, 10, 8)),
        (Period(2025, 9), date(2025, 10, 9)),
        (Period(2026, 9), date(2026, 10, 8)),
        (Period(2024, 3), date(2024, 4, 7)),  # a make-up Sunday
        (Period(2022, 7), date(2022, 8, 5)),
        (Period(2022, 1), date(2022, 2, 7)),  # Spring Festival
        (Period(2021, 12), date(2022, 1, 5)),
    ],
)
def test_fifth_that_is_no_workday_moves_to_the_next(period: Period, due_on: date) -> None:
    assert cycle_times(period, RULE, WORKDAYS).due_at.date() == due_on


def test_fifth_is_no_workday_in_61_of_144_months_and_in_every_october() -> None:
    moved = [
        period
        for period in Period.between(Period(2014, 12), Period(2026, 11))
        if cycle_times(period, RULE, WORKDAYS).due_at.day != 5
    ]
    assert len(moved) == 61
    assert sum(period.month == 9 for period in moved) == 12


@pytest.mark.parametrize("workdays_before", [1, 2, 3, 6])
@pytest.mark.parametrize("year", range(2015, 2027))
def test_every_october_opens_in_september(year: int, workdays_before: int) -> None:
    rule = CalendarRule(CHINA, workdays_before=workdays_before)
    assert times(year, 9, rule).opens_at.date() < date(year, 10, 1)


def test_cycle_opens_in_the_old_month_in_the_21_months_without_a_workday_before_the_due_day() -> (
    None
):
    empty = []
    for period in Period.between(Period(2014, 12), Period(2026, 11)):
        found = cycle_times(period, CalendarRule(CHINA, workdays_before=1), WORKDAYS)
        month = period.shifted(1).first_day
        first = WORKDAYS.on_or_after(month)
        if first == found.due_at.date():
            empty.append(month.month)
            assert found.opens_at.date() == WORKDAYS.shift(month, -1)
        else:
            assert found.opens_at.date() == first
    assert len(empty) == 21
    assert empty.count(10) == 12
    assert empty.count(5) == 7


def test_three_workdays_before_the_fifth_lie_in_the_old_month_in_78_of_144_months() -> None:
    before_the_nominal_fifth = [
        WORKDAYS.shift(period.shifted(1).first_day.replace(day=5), -3) < period.shifted(1).first_day
        for period in Period.between(Period(2014, 12), Period(2026, 11))
    ]
    assert sum(before_the_nominal_fifth) == 78


def test_cycle_opens_on_the_first_workday_of_the_month_where_that_is_earlier() -> None:
    rule = CalendarRule(CHINA, workdays_before=1)
    assert times(2022, 7, rule).opens_at == datetime(2022, 8, 1, 9, tzinfo=CHINA)


def test_zero_workdays_before_opens_on_the_due_day_when_no_workday_precedes_it() -> None:
    found = times(2022, 9, CalendarRule(CHINA, workdays_before=0))
    assert found.opens_at == datetime(2022, 10, 8, 9, tzinfo=CHINA)
    assert found.due_at == datetime(2022, 10, 8, 18, tzinfo=CHINA)


def test_day_the_coordinator_takes_off_moves_the_due_day() -> None:
    workdays = Workdays({date(2022, 8, 5): False})
    assert times(2022, 7, workdays=workdays).due_at.date() == date(2022, 8, 8)


@pytest.mark.parametrize(
    ("period", "provisional"),
    [
        (Period(2026, 10), False),
        (Period(2026, 11), False),
        (Period(2026, 12), True),  # due on 5 January 2027, before that year is published
        (Period(2027, 9), True),
    ],
)
def test_times_that_rest_on_unpublished_days_say_so(period: Period, provisional: bool) -> None:
    assert cycle_times(period, RULE, Workdays()).provisional is provisional


def test_times_are_no_longer_provisional_once_the_coordinator_has_decided_the_days() -> None:
    guessed = cycle_times(Period(2026, 12), RULE, Workdays())
    days = (date(2027, 1, 1) + timedelta(days=n) for n in range(31))
    decided = Workdays({day: WORKDAYS.is_workday(day) for day in days})
    assert guessed.provisional
    assert not cycle_times(Period(2026, 12), RULE, decided).provisional


def test_opening_that_rests_on_a_guessed_day_off_is_provisional() -> None:
    rule = CalendarRule(CHINA, workdays_before=1)
    days = (date(2027, 1, 4) + timedelta(days=n) for n in range(31))  # 1 to 3 January are guessed
    decided = Workdays({day: WORKDAYS.is_workday(day) for day in days})
    found = cycle_times(Period(2026, 12), rule, decided)
    assert found.opens_at.date() == date(2027, 1, 4)
    assert found.provisional


@pytest.mark.parametrize("period", EVERY_MONTH, ids=str)
def test_every_month_opens_on_a_workday_before_it_is_due_and_locks_after(period: Period) -> None:
    found = cycle_times(period, RULE, WORKDAYS)
    assert found.opens_at < found.due_at < found.locks_at
    assert found.due_at.date() >= period.shifted(1).first_day.replace(day=5)
    between = [
        found.opens_at.date() + timedelta(days=n)
        for n in range((found.due_at.date() - found.opens_at.date()).days)
    ]
    assert sum(map(WORKDAYS.is_workday, between)) >= 3
    assert all(
        WORKDAYS.is_workday(moment.date())
        for moment in (found.opens_at, found.due_at, found.locks_at)
    )


@given(
    st.sampled_from(EVERY_MONTH),
    st.builds(
        CalendarRule,
        st.sampled_from([CHINA, ZoneInfo("Asia/Urumqi"), ZoneInfo("Europe/Berlin")]),
        due_day=st.integers(1, 28),
        due_hour=st.times(time(12), time(23, 59)),
        opening_hour=st.times(time(0), time(11, 59)),
        workdays_before=st.integers(0, 20),
        locks_after_workdays=st.integers(1, 60),
    ),
    st.dictionaries(st.dates(date(2005, 1, 1), date(2031, 3, 31)), st.booleans(), max_size=60),
)
def test_order_of_a_cycle_holds_for_every_rule_and_every_calendar(
    period: Period, rule: CalendarRule, own: dict[date, bool]
) -> None:
    workdays = Workdays(own)
    found = cycle_times(period, rule, workdays)
    assert found.opens_at < found.due_at < found.locks_at
    assert found.opens_at.date() <= workdays.shift(found.due_at.date(), -rule.workdays_before)
    assert found.opens_at.date() <= workdays.on_or_after(period.shifted(1).first_day)
    assert found.due_at == cycle_times(period, rule, Workdays(own)).due_at


@pytest.mark.parametrize(
    ("rule", "match"),
    [
        (lambda: CalendarRule(CHINA, due_day=0), "due_day 0"),
        (lambda: CalendarRule(CHINA, due_day=29), "due_day 29"),
        (lambda: CalendarRule(CHINA, workdays_before=-1), "are counts"),
        (lambda: CalendarRule(CHINA, locks_after_workdays=-1), "are counts"),
        (lambda: CalendarRule(CHINA, workdays_before=0, opening_hour=time(18)), "open before"),
    ],
)
def test_rule_that_no_month_could_keep_is_refused(
    rule: Callable[[], CalendarRule], match: str
) -> None:
    with pytest.raises(ValueError, match=match):
        rule()
