"""The workbook's values: the cycle, and the months of its plan."""

from datetime import date

from sqlmodel import Session, col, select

from dialog.steps import is_complete
from models.cycles import Cycle
from models.database import Database
from models.editions import Indicator
from models.filing import open_correction, return_report
from models.whole_ledger import months_of_plan, whole_ledger
from tests.factories import ZONE, at
from tests.models.samples import (
    DECEMBER,
    JULY,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_person,
    answer,
    file,
    opened,
)
from vocabulary.period import Period
from vocabulary.report import UnitMonth
from vocabulary.terms import Timeliness

AUGUST = Period(2022, 8)


def august(session: Session, month: Month) -> Cycle:
    """Roads filed July two days late, was sent back once and corrected once; then August opens."""
    report = month.report(session, ROADS)
    answer(session, report, now=at(6))
    file(session, report, now=at(7, 9))
    return_report(session, report, a_person(session), reason="too short", now=at(8))
    file(session, report, now=at(8, 12))
    open_correction(report, month.cycle(session), reason="a slip", now=at(9))
    file(session, report, reason="a slip", now=at(9, 12))
    water = month.report(session, WATER)
    answer(session, water, now=at(4))
    file(session, water, now=at(5, 18))
    cycle = opened(session, month.plan_id, AUGUST)
    assert cycle is not None
    return cycle


def test_record_of_a_unit_tells_days_late_returns_and_corrections(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        cycle = august(session, month)
        found = months_of_plan(session, cycle, now=cycle.opens_at)
        told = {
            (one.period, one.unit): (one.timeliness, one.days_late, one.returned, one.corrected)
            for one in found
        }
        assert told == {
            (JULY, ROADS): (Timeliness.LATE, 2, 1, 1),
            (JULY, WATER): (Timeliness.ON_TIME, 0, 0, 0),
            (JULY, PARKS): (Timeliness.OUTSTANDING, 0, 0, 0),
            (AUGUST, ROADS): (Timeliness.PENDING, 0, 0, 0),
            (AUGUST, WATER): (Timeliness.PENDING, 0, 0, 0),
            (AUGUST, PARKS): (Timeliness.PENDING, 0, 0, 0),
        }
        assert [one.period for one in found] == sorted(one.period for one in found)
        (roads,) = (one for one in found if (one.period, one.unit) == (JULY, ROADS))
        assert roads.filed is not None
        assert roads.filed.revision == 3

    database.run(deed)


def test_filing_a_minute_late_is_a_day_and_more_time_moves_the_due_moment(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, now=at(4))
        file(session, report, now=at(5, 18, 1))
        assert record(session, month, ROADS).days_late == 1
        report.extended_to, report.extension_counts = at(5, 18, 1), True
        assert record(session, month, ROADS).days_late == 0
        report.extension_counts = False
        assert record(session, month, ROADS).days_late == 1

    database.run(deed)


def record(session: Session, month: Month, unit: str) -> UnitMonth:
    session.flush()
    cycle = month.cycle(session)
    return next(one for one in months_of_plan(session, cycle, now=at(9)) if one.unit == unit)


def test_history_ends_with_the_cycle_itself(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        august(session, month)
        state = whole_ledger(
            session, month.cycle(session), ZONE, now=at(20), is_complete=is_complete
        )
        assert {one.period for one in state.history} == {JULY}
        assert (state.months[0], state.months[-1], len(state.months)) == (JULY, DECEMBER, 6)

    database.run(deed)


def test_targets_of_the_whole_plan_stand_apart_with_the_plans_time(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        state = whole_ledger(
            session, month.cycle(session), ZONE, now=at(20), is_complete=is_complete
        )
        (target,) = state.plan_indicators
        of_plan = select(Indicator.name).where(col(Indicator.measure_id).is_(None))
        assert target.name == session.exec(of_plan).one()
        assert target.starts_on == date(2022, 1, 1), "a target of the year"
        assert target.name not in {i.name for m in state.measures for i in m.indicators}

    database.run(deed)
