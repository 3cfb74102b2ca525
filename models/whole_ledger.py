"""The consolidated workbook's values: the cycle as it stands, and the months of its plan so far."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.cycles import (
    Cycle,
    Report,
    Return,
    Revision,
    cycles_of_plan,
    own_due_at,
    timeliness,
)
from models.editions import Label, Measure, MeasureLabel, Plan, TaskForce, newest_edition
from models.filing import filed_content
from models.offices import Unit
from models.plan_readings import plan_readings
from models.problems import PROBLEM_OVERDUE_AFTER
from models.ticks import counted_moments
from models.views import IsComplete, ledger, plan_indicators
from vocabulary.cut import cut
from vocabulary.errors import PartEmpty, PartUnknown
from vocabulary.period import Period
from vocabulary.report import USUAL_LIMITS, CheckLimits, Ledger, UnitMonth

_DAY = timedelta(days=1)


def whole_ledger(
    session: Session,
    cycle: Cycle,
    zone: ZoneInfo,
    *,
    now: datetime,
    is_complete: IsComplete,
    limits: CheckLimits = USUAL_LIMITS,
    problem_overdue_after: timedelta = PROBLEM_OVERDUE_AFTER,
    force: str = "",
    label: str = "",
) -> Ledger:
    """Everything that the workbook shows of the cycle at `now`.

    force, label: cut to the measures of that task force and of that label. Raises PartUnknown where
    the plan has none of that name, PartEmpty where no measure is in each that is named.
    """
    plan = session.get_one(Plan, cycle.plan_id)
    numbers = _numbers(session, cycle, force, label) if force or label else None
    state = ledger(
        session,
        cycle,
        zone,
        now=now,
        is_complete=is_complete,
        limits=limits,
        problem_overdue_after=problem_overdue_after,
        numbers=numbers,
    )
    whole = replace(
        state,
        months=tuple(Period.between(plan.first_period, plan.last_period)),
        plan_indicators=plan_indicators(session, cycle, plan),
        plan_readings=plan_readings(session, cycle),
        history=tuple(months_of_plan(session, cycle, now=now)),
    )
    if numbers is None:
        return whole
    return cut(whole, numbers, _part_name(force, label))


def _numbers(session: Session, cycle: Cycle, force: str, label: str) -> frozenset[str]:
    """Of the measures that are in each that is named; at least one."""
    measures = select(col(Measure.number)).where(Measure.edition_id == cycle.edition_id)
    if force:
        _must_be_known(session, TaskForce, (cycle.edition_id,), force)
        measures = measures.join(TaskForce, col(TaskForce.id) == Measure.task_force_id).where(
            TaskForce.name == force
        )
    numbers = frozenset(session.exec(measures))
    if label:
        numbers &= _labelled(session, cycle, label)
    if not numbers:
        raise PartEmpty(name=_part_name(force, label))
    return numbers


def _labelled(session: Session, cycle: Cycle, label: str) -> frozenset[str]:
    """The measures that bear it; by the plan's newest edition where they do in none of the cycle's.

    A label that the office has given since the cycle began counts for it, too: nobody's report
    depends on it. A number that means another measure by now does not.
    """
    newest = newest_edition(session, cycle.plan_id)
    editions = (cycle.edition_id, *([newest.id] if newest else []))
    _must_be_known(session, Label, editions, label)
    titles = {one.number: one.title for one in session.exec(_measures(cycle.edition_id))}
    for edition_id in editions:
        bearing = _measures(edition_id).join(
            MeasureLabel, col(MeasureLabel.measure_id) == Measure.id
        )
        named = bearing.join(Label, col(Label.id) == MeasureLabel.label_id).where(
            Label.name == label
        )
        found = frozenset(
            one.number
            for one in session.exec(named)
            if one.number in titles and titles[one.number] == one.title
        )
        if found:
            return found
    return frozenset()


def _measures(edition_id: int) -> SelectOfScalar[Measure]:
    return select(Measure).where(Measure.edition_id == edition_id)


def _part_name(force: str, label: str) -> str:
    return "·".join(filter(None, (force, label)))


def _must_be_known(
    session: Session,
    kind: type[TaskForce] | type[Label],
    edition_ids: Sequence[int],
    name: str,
) -> None:
    of_editions = select(kind.name).where(col(kind.edition_id).in_(edition_ids))
    names = dict.fromkeys(session.exec(of_editions.order_by(col(kind.id))))
    if name not in names:
        raise PartUnknown(name=name, known="、".join(names))


def months_of_plan(session: Session, cycle: Cycle, *, now: datetime) -> Sequence[UnitMonth]:
    """How every unit stood in every month up to the cycle's, the oldest first, in units' order."""
    of_plan = (
        select(col(Report.id))
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(Cycle.plan_id == cycle.plan_id, col(Cycle.period) <= cycle.period)
    )
    newest: dict[int, Revision] = {}
    for revision in session.exec(
        select(Revision).where(col(Revision.report_id).in_(of_plan)).order_by(col(Revision.number))
    ):
        newest[revision.report_id] = revision
    returns = {
        report_id: (times, settled)
        for report_id, times, settled in session.exec(
            select(col(Return.report_id), func.count(), func.count(col(Return.settled_at)))
            .where(col(Return.report_id).in_(of_plan))
            .group_by(col(Return.report_id))
        )
    }
    rows = session.exec(
        select(Report, Unit.name, Cycle)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(col(Report.id).in_(of_plan))
        .order_by(col(Cycle.period), col(Unit.id))
    )
    counted = counted_moments(session, [one.id for one in cycles_of_plan(session, cycle.plan_id)])
    found = []
    for report, unit, month in rows:
        counted_at = counted.get(report.id)
        last = newest.get(report.id)
        times, settled = returns.get(report.id, (0, 0))
        found.append(
            UnitMonth(
                period=month.period,
                unit=unit,
                timeliness=timeliness(report, month.due_at, counted_at=counted_at, now=now),
                filed=filed_content(last) if last else None,
                days_late=_days_late(report, month, counted_at),
                returned=times,
                corrected=last.number - 1 - settled if last else 0,
            )
        )
    return found


def _days_late(report: Report, cycle: Cycle, counted_at: datetime | None) -> int:
    """Days begun after its own due moment until what counts came first; 0 while it has not."""
    due_at = own_due_at(report, cycle.due_at)
    if report.exempt or counted_at is None or counted_at <= due_at:
        return 0
    return -((due_at - counted_at) // _DAY)
