"""A cycle asks what the plan says, once; a report is on time or late by its first filing."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from models.cycles import (
    Cycle,
    Entry,
    Report,
    cycle_of,
    cycles_of_office,
    cycles_to_tell,
    is_asked,
    open_cycle,
    reports_of_cycle,
    reports_of_units,
    timeliness,
)
from models.database import Database
from models.editions import Assignment, Measure, Plan
from tests.factories import ZONE, at
from tests.models.samples import (
    DUE,
    JULY,
    LOCKS,
    OPENS,
    PARKS,
    ROADS,
    WATER,
    Month,
    answer,
    entries,
    file,
    opened,
)
from vocabulary.period import Period
from vocabulary.terms import Ask, ReportState, Timeliness

A_MICROSECOND = timedelta(microseconds=1)


def _asked(session: Session, cycle: Cycle) -> dict[str, list[str]]:
    """By unit, the numbers of the measures it is asked about, in the order of asking."""
    return {
        unit.name: list(
            session.exec(
                select(Measure.number)
                .join(Assignment, col(Assignment.measure_id) == Measure.id)
                .join(Entry, col(Entry.assignment_id) == Assignment.id)
                .where(Entry.report_id == report.id)
                .order_by(col(Entry.position))
            )
        )
        for report, unit in reports_of_cycle(session, cycle.id)
    }


def test_every_unit_is_asked_about_its_measures_in_the_plans_order(
    database: Database, month: Month
) -> None:
    assert database.run(lambda s: _asked(s, month.cycle(s))) == {
        WATER: ["1", "3", "4"],
        ROADS: ["1", "2", "4"],
        PARKS: ["4"],
    }


def test_a_cycle_opens_once(database: Database, month: Month) -> None:
    assert database.run(lambda s: opened(s, month.plan_id)) is None
    assert len(database.run(lambda s: s.exec(select(Report.id)).all())) == 3


def test_a_plan_without_an_edition_opens_no_cycle(database: Database, month: Month) -> None:
    def unit(session: Session) -> bool:
        plan = Plan(office_id=month.office_id, title="unread", first_period=JULY, last_period=JULY)
        session.add(plan)
        session.flush()
        return opened(session, plan.id) is None

    assert database.run(unit)


@pytest.mark.parametrize(
    ("ask", "period", "expected"),
    [
        (Ask.MONTHLY, Period(2022, 7), True),
        (Ask.SHARED, Period(2022, 7), True),
        (Ask.QUARTERLY, Period(2022, 7), False),
        (Ask.QUARTERLY, Period(2022, 8), False),
        (Ask.QUARTERLY, Period(2022, 9), True),
        (Ask.QUARTERLY, Period(2022, 12), True),
        (Ask.QUARTERLY, Period(2022, 1), False),
        (Ask.NEVER, Period(2022, 9), False),
    ],
)
def test_what_is_asked_depends_on_the_assignment_and_the_period(
    ask: Ask, period: Period, expected: bool
) -> None:
    assert is_asked(ask, period) is expected


def test_quarterly_measures_are_asked_at_the_end_of_the_quarter_and_others_never(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> list[dict[str, list[str]]]:
        asks = {"1": Ask.QUARTERLY, "2": Ask.SHARED, "3": Ask.NEVER, "4": Ask.NEVER}
        for assignment, number in session.exec(
            select(Assignment, Measure.number).join(
                Measure, col(Measure.id) == Assignment.measure_id
            )
        ):
            assignment.ask = asks[number]
        session.flush()
        found = []
        for later in (1, 2):
            cycle = opened(session, month.plan_id, JULY.shifted(later))
            assert cycle is not None
            found.append(_asked(session, cycle))
        return found

    august, september = database.run(unit)
    assert august == {ROADS: ["2"]}
    assert september == {WATER: ["1"], ROADS: ["1", "2"]}


def test_a_unit_has_one_report_in_a_cycle_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        session.add(
            Report(office_id=month.office_id, cycle_id=month.cycle_id, unit_id=report.unit_id)
        )

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_a_plan_has_one_cycle_in_a_period_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        cycle = month.cycle(session)
        again = cycle.model_dump(exclude={"id", "period"})
        session.add(Cycle(period=cycle.period, **again))

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_an_assignment_is_asked_about_once_in_a_report_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        first = entries(session, month.report(session, ROADS))[0]
        session.add(Entry(report_id=first.report_id, assignment_id=first.assignment_id, position=9))

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_a_cycle_is_found_by_its_period(database: Database, month: Month) -> None:
    def found(session: Session, period: Period) -> int | None:
        cycle = cycle_of(session, month.plan_id, period)
        return cycle.id if cycle else None

    assert database.run(lambda s: found(s, JULY)) == month.cycle_id
    assert database.run(lambda s: found(s, JULY.shifted(12))) is None


def test_the_newest_period_of_an_office_is_first(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[str]:
        plan = session.get_one(Plan, month.plan_id)
        for period in (Period(2023, 1), Period(2022, 12)):
            open_cycle(session, plan, period, opens_at=OPENS, due_at=DUE, locks_at=LOCKS)
        return [str(cycle.period) for cycle in cycles_of_office(session, month.office_id)]

    assert database.run(unit) == ["2023-01", "2022-12", "2022-07"]


def test_the_office_is_told_past_the_due_hour_and_at_the_lock_once_each(
    database: Database, month: Month
) -> None:
    def waiting(session: Session, now: datetime) -> int:
        return len(cycles_to_tell(session, month.office_id, now=now))

    def unit(session: Session) -> list[int]:
        cycle = month.cycle(session)
        counts = [waiting(session, DUE), waiting(session, DUE + A_MICROSECOND)]
        cycle.told_due_at = DUE
        counts += [waiting(session, LOCKS - A_MICROSECOND), waiting(session, LOCKS)]
        cycle.told_locked_at = LOCKS
        return [*counts, waiting(session, LOCKS + timedelta(days=90))]

    assert database.run(unit) == [0, 1, 0, 1, 0]


def test_a_unit_sees_what_it_can_still_write_the_oldest_first(
    database: Database, month: Month
) -> None:
    def periods(session: Session, now: datetime) -> list[str]:
        units = [month.unit(session, ROADS).id]
        return [str(cycle.period) for _, cycle in reports_of_units(session, units, now=now)]

    def unit(session: Session) -> None:
        opened(session, month.plan_id, JULY.shifted(1))
        august_locks = LOCKS + timedelta(days=30)
        assert periods(session, LOCKS) == ["2022-07", "2022-08"]  # late filing stays open
        july = month.report(session, ROADS)
        answer(session, july, now=at(2))
        file(session, july, now=at(3))
        assert periods(session, LOCKS - A_MICROSECOND) == ["2022-07", "2022-08"]
        assert periods(session, LOCKS) == ["2022-08"]
        july.exempt = True
        session.flush()
        assert periods(session, at(4)) == ["2022-08"]
        assert periods(session, august_locks) == ["2022-08"]
        assert reports_of_units(session, [], now=at(4)) == []

    database.run(unit)


@pytest.mark.parametrize(
    ("filed_at", "now", "expected"),
    [
        (None, OPENS, Timeliness.PENDING),
        (None, DUE, Timeliness.PENDING),
        (None, DUE + A_MICROSECOND, Timeliness.OUTSTANDING),
        (DUE, DUE, Timeliness.ON_TIME),
        (DUE, LOCKS, Timeliness.ON_TIME),
        (DUE + A_MICROSECOND, LOCKS, Timeliness.LATE),
    ],
)
def test_a_report_is_on_time_up_to_and_with_the_due_hour(
    filed_at: datetime | None, now: datetime, expected: Timeliness
) -> None:
    assert timeliness(Report(), DUE, counted_at=filed_at, now=now) is expected


@pytest.mark.parametrize("state", list(ReportState))
@pytest.mark.parametrize("correcting", [True, False])
def test_a_return_or_a_correction_does_not_make_a_report_late(
    state: ReportState, correcting: bool
) -> None:
    report = Report(first_filed_at=at(3), state=state, correcting=correcting)
    assert (
        timeliness(report, DUE, counted_at=report.first_filed_at, now=LOCKS) is Timeliness.ON_TIME
    )


moments = st.datetimes(datetime(2022, 7, 1), datetime(2022, 9, 1), timezones=st.just(ZONE))  # noqa: DTZ001 -- the strategy adds the zone


@given(st.lists(st.tuples(st.none() | moments, st.booleans())), moments)
def test_on_time_late_pending_and_outstanding_add_up_to_the_reports_expected(
    reports: list[tuple[datetime | None, bool]], now: datetime
) -> None:
    told = Counter(
        timeliness(Report(exempt=exempt), DUE, counted_at=filed_at, now=now)
        for filed_at, exempt in reports
    )
    assert told[Timeliness.EXEMPT] == sum(exempt for _, exempt in reports)
    assert told.total() == len(reports)
    assert not (told[Timeliness.PENDING] and told[Timeliness.OUTSTANDING])


@given(moments, moments, moments)
def test_once_filed_the_passing_of_time_changes_nothing(
    filed_at: datetime, one: datetime, other: datetime
) -> None:
    told = [timeliness(Report(), DUE, counted_at=filed_at, now=now) for now in (one, other)]
    assert told[0] is told[1]
