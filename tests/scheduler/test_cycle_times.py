from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.cycle_times import CalendarRule, CycleTimes, DayMoves, cycle_times
from scheduler.workdays import Workdays
from tests.scheduler.calendar_page import page
from vocabulary.period import Period
from vocabulary.terms import DaySource

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
    assert found.source is DaySource.PUBLISHED


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
    ("period", "source"),
    [
        (Period(2026, 10), DaySource.PUBLISHED),
        (Period(2026, 11), DaySource.PUBLISHED),
        # due on 5 January 2027, before that year is published
        (Period(2026, 12), DaySource.PROVISIONAL),
        (Period(2027, 9), DaySource.PROVISIONAL),
    ],
)
def test_times_that_rest_on_unpublished_days_say_so(period: Period, source: DaySource) -> None:
    assert cycle_times(period, RULE, Workdays()).source is source


def test_times_that_rest_on_a_day_of_the_coordinator_say_so() -> None:
    own = Workdays({date(2022, 8, 8): False})
    assert cycle_times(Period(2022, 7), RULE, own).source is DaySource.OWN
    assert cycle_times(Period(2022, 9), RULE, own).source is DaySource.PUBLISHED


def test_times_are_no_longer_provisional_once_the_coordinator_has_decided_the_days() -> None:
    guessed = cycle_times(Period(2026, 12), RULE, Workdays())
    days = (date(2027, 1, 1) + timedelta(days=n) for n in range(31))
    decided = Workdays({day: WORKDAYS.is_workday(day) for day in days})
    assert guessed.source is DaySource.PROVISIONAL
    assert cycle_times(Period(2026, 12), RULE, decided).source is DaySource.OWN


def test_opening_that_rests_on_a_guessed_day_off_is_provisional() -> None:
    rule = CalendarRule(CHINA, workdays_before=1)
    days = (date(2027, 1, 4) + timedelta(days=n) for n in range(31))  # 1 to 3 January are guessed
    decided = Workdays({day: WORKDAYS.is_workday(day) for day in days})
    found = cycle_times(Period(2026, 12), rule, decided)
    assert found.opens_at.date() == date(2027, 1, 4)
    assert found.source is DaySource.PROVISIONAL


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


def days_of(period: Period, moves: DayMoves, workdays: Workdays = WORKDAYS) -> tuple[date, date]:
    found = cycle_times(period, CalendarRule(CHINA, due_moves=moves), workdays)
    return found.opens_at.date(), found.due_at.date()


@pytest.mark.parametrize("year", range(2015, 2027))
def test_due_day_of_october_moves_as_the_office_has_decided(year: int) -> None:
    september = Period(year, 9)
    fifth = date(year, 10, 5)
    for moves in DayMoves:
        opens_on, due_on = days_of(september, moves)
        assert opens_on < date(year, 10, 1)
        assert WORKDAYS.is_workday(opens_on)
        assert (due_on < fifth, due_on == fifth, due_on > fifth) == (
            moves is DayMoves.PREVIOUS,
            moves is DayMoves.KEEP,
            moves is DayMoves.NEXT,
        )
        assert WORKDAYS.is_workday(due_on) is (moves is not DayMoves.KEEP)


@pytest.mark.parametrize(
    ("period", "moves", "opens_on", "due_on"),
    [
        (Period(2022, 9), DayMoves.NEXT, date(2022, 9, 28), date(2022, 10, 8)),
        (Period(2022, 9), DayMoves.PREVIOUS, date(2022, 9, 27), date(2022, 9, 30)),
        (Period(2022, 9), DayMoves.KEEP, date(2022, 9, 28), date(2022, 10, 5)),
        (Period(2024, 3), DayMoves.NEXT, date(2024, 4, 1), date(2024, 4, 7)),
        (Period(2024, 3), DayMoves.PREVIOUS, date(2024, 3, 29), date(2024, 4, 3)),
        (Period(2024, 3), DayMoves.KEEP, date(2024, 4, 1), date(2024, 4, 5)),
        (Period(2024, 4), DayMoves.NEXT, date(2024, 4, 28), date(2024, 5, 6)),
        (Period(2024, 4), DayMoves.PREVIOUS, date(2024, 4, 26), date(2024, 4, 30)),
        (Period(2024, 4), DayMoves.KEEP, date(2024, 4, 28), date(2024, 5, 5)),
        (Period(2022, 7), DayMoves.PREVIOUS, date(2022, 8, 1), date(2022, 8, 5)),
    ],
)
def test_opening_and_due_day_of_each_policy(
    period: Period, moves: DayMoves, opens_on: date, due_on: date
) -> None:
    assert days_of(period, moves) == (opens_on, due_on)


def test_due_day_that_the_coordinator_makes_a_workday_stays_where_it_is() -> None:
    own = Workdays({date(2022, 10, 5): True})
    assert all(days_of(Period(2022, 9), moves, own)[1] == date(2022, 10, 5) for moves in DayMoves)


@given(
    st.builds(Period, st.integers(2015, 2040), st.integers(1, 12)),
    st.builds(
        CalendarRule,
        st.just(CHINA),
        due_day=st.integers(1, 28),
        due_moves=st.sampled_from(DayMoves),
        workdays_before=st.integers(0, 10),
        locks_after_workdays=st.integers(0, 30),
    ),
    st.dictionaries(st.dates(date(2014, 12, 1), date(2041, 3, 31)), st.booleans(), max_size=80),
)
def test_every_cycle_opens_before_it_is_due_and_locks_no_earlier_whatever_days_are_own(
    period: Period, rule: CalendarRule, own: dict[date, bool]
) -> None:
    workdays = Workdays(own)
    found = cycle_times(period, rule, workdays)
    assert found.opens_at < found.due_at <= found.locks_at
    assert workdays.is_workday(found.opens_at.date()) or rule.due_moves is DayMoves.KEEP
    assert found.nominal_on == period.shifted(1).first_day.replace(day=rule.due_day)
    if workdays.is_workday(found.nominal_on):
        assert found.due_at.date() == found.nominal_on
    if rule.due_moves is not DayMoves.KEEP:
        assert workdays.is_workday(found.due_at.date())


def test_page_of_the_years_is_what_the_calendar_gives() -> None:
    file = Path(__file__).parents[2] / "docs" / "calendar-2022-2026.md"
    assert file.read_text(encoding="utf-8") == page(), "python -m tests.scheduler.calendar_page"
