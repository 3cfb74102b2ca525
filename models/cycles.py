"""Cycles, the reports that they expect, and what is written in them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import UniqueConstraint, func
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.calendar import is_guessed
from models.columns import amount, belongs_to, long_text, moment, period, word
from models.editions import Assignment, Measure, Plan, TaskForce, newest_edition
from models.exemptions import Exempted, exempted_units
from models.offices import Unit
from models.prepared import prepared
from vocabulary.period import Period
from vocabulary.terms import Ask, EntrySource, EntryStatus, ReportState, TickKind, Timeliness
from vocabulary.timetable import Timetable


class Cycle(SQLModel, table=True):
    """A plan's period: when it opens, is due and locks, and what the office has been sent of it.

    on_time_by: which tick decides whether a report is on time, as the setting was at the opening.
    """

    __table_args__ = (UniqueConstraint("plan_id", "period"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    plan_id: int = belongs_to("plan.id")
    edition_id: int = belongs_to("plan_edition.id")
    period: Period = period()
    opens_at: datetime = moment(required=True)
    due_at: datetime = moment(required=True)
    locks_at: datetime = moment(required=True)
    on_time_by: TickKind = word(TickKind, default=TickKind.FILED)
    receipts: int = 0
    told_due_at: datetime | None = moment()
    told_locked_at: datetime | None = moment()


class Report(SQLModel, table=True):
    """What a unit owes for a cycle. `version` grows with every change to the working copy.

    correcting: a filed report is open again for a correction, without ceasing to be filed.
    correction_warned_at: when its unit was told that the open correction is not filed yet.
    signing: it lies before the leader, so that nobody writes in it; see models.signing.
    worked_seconds: time spent answering, pauses cut; told as "last month took 21 minutes".
    exempt: not expected at all, for `exempt_reason`; see models.exemptions.
    extended_to: expected only by then, as the office decided at `extended_at`; with
        `extension_counts` that is the unit's own due moment, else it is late all the same.
    """

    __table_args__ = (UniqueConstraint("cycle_id", "unit_id"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    cycle_id: int = belongs_to("cycle.id")
    unit_id: int = belongs_to("unit.id")
    state: ReportState = word(ReportState, default=ReportState.NOT_STARTED)
    correcting: bool = False
    correction_reason: str = long_text()
    correction_warned_at: datetime | None = moment()
    exempt: bool = False
    exempt_reason: str = ""
    extended_to: datetime | None = moment()
    extended_at: datetime | None = moment()
    extension_counts: bool = False
    signing: bool = False
    version: int = 0
    first_filed_at: datetime | None = moment()
    worked_seconds: int = 0
    worked_at: datetime | None = moment()


class Entry(SQLModel, table=True):
    """The working copy of what a unit says of one assignment.

    explanations: why doubtful things are true all the same, as JSON; empty where there are none.
    follow_up: what has become of the measure's open problem, as JSON; empty where nothing is said.
    exempt: not asked, for `exempt_reason`; what was written before is kept.
    shared: asked together with the report's others of its kind, in one paragraph. Those of them
        that are asked all say the same, each with its own figures; the first stands for them.
    version: grows with every change of what is said.
    """

    __table_args__ = (UniqueConstraint("report_id", "assignment_id"),)

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    assignment_id: int = belongs_to("assignment.id")
    position: int
    status: EntryStatus | None = word(EntryStatus, required=False)
    text: str = long_text()
    problem: str = long_text()
    next_step: str = long_text()
    no_progress: bool = False
    no_progress_reason: str = long_text()
    explanations: str = long_text()
    follow_up: str = long_text()
    help_from: str = long_text()
    problem_stands: bool | None = None
    skipped: bool = False
    shared: bool = False
    exempt: bool = False
    exempt_reason: str = long_text()
    source: EntrySource = word(EntrySource, default=EntrySource.CHAT)
    version: int = 0
    answered_at: datetime | None = moment()
    answered_by_id: int | None = belongs_to("person.id", required=False, index=False)


class Reading(SQLModel, table=True):
    """The figure given for an indicator; an empty value says that there is none this month."""

    __table_args__ = (UniqueConstraint("entry_id", "indicator_id"),)

    id: int = Field(default=None, primary_key=True)
    entry_id: int = belongs_to("entry.id")
    indicator_id: int = belongs_to("indicator.id", index=False)
    value: Decimal | None = amount()
    approximate: bool = False


class Revision(SQLModel, table=True):
    """What was filed, frozen. `content` is a FiledReport; everything handed out is made from it.

    signed_by_id: the leader who signed it in the chat, where the unit's reports are signed.
    """

    __table_args__ = (UniqueConstraint("report_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    number: int
    receipt: str
    content: str = long_text()
    filed_at: datetime = moment(required=True)
    filed_by_id: int = belongs_to("person.id", index=False)
    signed_by_id: int | None = belongs_to("person.id", required=False, index=False)
    reason: str = long_text()


class Return(SQLModel, table=True):
    """The office sends a filed report back, with a reason. `settled_at`: filed again.

    answer: why the unit files it again as it was.
    """

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    revision_id: int = belongs_to("revision.id", index=False)
    reason: str = long_text()
    returned_at: datetime = moment(required=True)
    returned_by_id: int = belongs_to("person.id", index=False)
    settled_at: datetime | None = moment()
    answer: str = long_text()


FILED_STATES = frozenset({ReportState.FILED, ReportState.ACCEPTED})
OPEN_STATES = frozenset(set(ReportState) - FILED_STATES)
"""States in which the unit still has something to do."""


def expected_at(report: Report, cycle: Cycle) -> datetime:
    """By when the report is wanted now: chased from there, whether it counts as late or not."""
    return report.extended_to or cycle.due_at


def timetable_of(
    session: Session, cycle: Cycle, zone: ZoneInfo, report: Report | None = None
) -> Timetable:
    """The cycle's moments; with a report, and what its unit was given beyond them.

    The cycle keeps its moments; whether its days are still a guess is as the calendar stands now.
    """
    own = report.extended_to if report else None
    return Timetable(
        opens_at=cycle.opens_at.astimezone(zone),
        due_at=cycle.due_at.astimezone(zone),
        locks_at=cycle.locks_at.astimezone(zone),
        extended_to=own.astimezone(zone) if own else None,
        extension_counts=bool(report and report.extension_counts),
        on_time_by=cycle.on_time_by,
        provisional=has_guessed_days(session, cycle, zone),
    )


def has_guessed_days(session: Session, cycle: Cycle, zone: ZoneInfo) -> bool:
    """Whether a day that the cycle's moments were counted on is a guess."""
    month = cycle.period.shifted(1).first_day
    first = min(cycle.opens_at.astimezone(zone).date(), month)
    last = max(cycle.locks_at.astimezone(zone).date(), month)
    return is_guessed(session, cycle.office_id, first, last)


def cycles_of_reports(session: Session, report_ids: Collection[int]) -> list[Cycle]:
    """The cycles that these reports are of, each once, the oldest period first."""
    wanted = select(Report.cycle_id).where(col(Report.id).in_(report_ids))
    query = select(Cycle).where(col(Cycle.id).in_(wanted))
    return list(session.exec(query.order_by(col(Cycle.period), col(Cycle.id))))


def own_due_at(report: Report, due_at: datetime) -> datetime:
    """The cycle's due moment, which an extension asked for in time moves for this report alone."""
    if report.extension_counts and report.extended_to is not None:
        return report.extended_to
    return due_at


def timeliness(
    report: Report, due_at: datetime, *, counted_at: datetime | None, now: datetime
) -> Timeliness:
    """By when what counts came first: a later return or correction does not make a report late.

    due_at: the cycle's.
    counted_at: as models.ticks.counted_moments finds it; None while it has not come.
    """
    if report.exempt:
        return Timeliness.EXEMPT
    due_at = own_due_at(report, due_at)
    if counted_at is not None:
        return Timeliness.ON_TIME if counted_at <= due_at else Timeliness.LATE
    return Timeliness.PENDING if now <= due_at else Timeliness.OUTSTANDING


def open_cycle(
    session: Session,
    plan: Plan,
    period: Period,
    *,
    opens_at: datetime,
    due_at: datetime,
    locks_at: datetime,
    on_time_by: TickKind = TickKind.FILED,
) -> Cycle | None:
    """Brings the cycle into being with a report for every unit that is asked something.

    An exempt unit has one too, counted beside the others; an exempt measure has an entry that is
    not asked. The cycle points to the plan's newest edition. None when the plan
    has none, or the cycle is there.
    """
    edition = newest_edition(session, plan.id)
    if edition is None or cycle_of(session, plan.id, period) is not None:
        return None
    cycle = Cycle(
        office_id=plan.office_id,
        plan_id=plan.id,
        edition_id=edition.id,
        period=period,
        opens_at=opens_at,
        due_at=due_at,
        locks_at=locks_at,
        on_time_by=on_time_by,
    )
    session.add(cycle)
    session.flush()
    asked: dict[int, list[tuple[int, str, bool]]] = {}
    for assignment_id, unit_id, ask, number in session.exec(
        select(
            col(Assignment.id), col(Assignment.unit_id), col(Assignment.ask), col(Measure.number)
        )
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Measure.edition_id == edition.id)
        .order_by(col(Measure.position), col(Assignment.id))
    ):
        if is_asked(ask, period):
            one = (assignment_id, number, ask is Ask.SHARED)
            asked.setdefault(unit_id, []).append(one)
    exempt = exempted_units(session, plan.id, period)
    for unit_id, assignments in asked.items():
        report = Report(office_id=plan.office_id, cycle_id=cycle.id, unit_id=unit_id)
        session.add(report)
        session.flush()
        entries = [
            (
                Entry(
                    report_id=report.id,
                    assignment_id=assignment_id,
                    position=position,
                    shared=is_shared,
                ),
                number,
            )
            for position, (assignment_id, number, is_shared) in enumerate(assignments)
        ]
        session.add_all(entry for entry, _ in entries)
        mark_exempt(report, entries, exempt.get(unit_id, Exempted()))
    session.flush()
    return cycle


def mark_exempt(report: Report, entries: Sequence[tuple[Entry, str]], exempt: Exempted) -> None:
    """Says of the report and of each entry, given with its measure's number, whether it is wanted.

    A unit all of whose measures are exempt is exempt.
    """
    for entry, number in entries:
        reason = exempt.measures.get(number)
        entry.exempt, entry.exempt_reason = reason is not None, reason or ""
    reasons = [exempt.whole] if exempt.whole else []
    if entries and all(entry.exempt for entry, _ in entries):
        reasons += [entry.exempt_reason for entry, _ in entries]
    report.exempt, report.exempt_reason = bool(reasons), reasons[0] if reasons else ""


def units_asked(session: Session, plan_id: int, edition_id: int, period: Period) -> list[Unit]:
    """The units from whom the plan's edition will want a report for the period."""
    rows = session.exec(
        select(Unit, col(Assignment.ask), col(Measure.number))
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Measure.edition_id == edition_id)
        .order_by(col(Unit.id))
    )
    exempt = exempted_units(session, plan_id, period)
    asked: dict[int, Unit] = {}
    for unit, ask, number in rows:
        of_unit = exempt.get(unit.id, Exempted())
        if is_asked(ask, period) and not of_unit.whole and number not in of_unit.measures:
            asked[unit.id] = unit
    return list(asked.values())


def is_asked(ask: Ask, period: Period) -> bool:
    """Whether an assignment is asked about in the period."""
    return ask in {Ask.MONTHLY, Ask.SHARED} or (ask is Ask.QUARTERLY and period.closes_quarter)


Row = TypeVar("Row")


def asked_together(rows: Iterable[Row], entry_of: Callable[[Row], Entry]) -> list[list[Row]]:
    """The rows of a report's entries that are asked, by what is asked as one.

    A shared paragraph stands where its first entry does; every other entry stands alone.
    """
    groups: list[list[Row]] = []
    shared: list[Row] = []
    for row in rows:
        entry = entry_of(row)
        if entry.shared and not shared:
            groups.append(shared)
        if entry.shared:
            shared.append(row)
        else:
            groups.append([row])
    return groups


def entries_asked(session: Session, report_id: int) -> list[list[Entry]]:
    """The report's entries, without the exempt ones, in order, by what is asked as one."""
    rows = (
        select(Entry)
        .where(Entry.report_id == report_id, col(Entry.exempt).is_(False))
        .order_by(col(Entry.position))
    )
    return asked_together(session.exec(rows), lambda entry: entry)


def cycle_of(session: Session, plan_id: int, period: Period) -> Cycle | None:
    return session.exec(
        select(Cycle).where(Cycle.plan_id == plan_id, Cycle.period == period)
    ).first()


def cycles_of_office(session: Session, office_id: int) -> list[Cycle]:
    """Every cycle of the office, the newest period first."""
    cycles = select(Cycle).where(Cycle.office_id == office_id)
    return list(session.exec(cycles.order_by(col(Cycle.period).desc(), col(Cycle.id).desc())))


def cycles_of_plan(session: Session, plan_id: int) -> list[Cycle]:
    """Every cycle of the plan that has been opened, the oldest period first."""
    cycles = select(Cycle).where(Cycle.plan_id == plan_id)
    return list(session.exec(cycles.order_by(col(Cycle.period))))


def cycles_to_tell(session: Session, office_id: int, *, now: datetime) -> list[Cycle]:
    """Cycles whose due hour has passed, or lock has come, and whose office has not been told.

    At the due moment itself a report is still on time.
    """
    return list(
        session.exec(
            select(Cycle).where(
                Cycle.office_id == office_id,
                (col(Cycle.told_due_at).is_(None) & (col(Cycle.due_at) < now))
                | (col(Cycle.told_locked_at).is_(None) & (col(Cycle.locks_at) <= now)),
            )
        )
    )


def reports_of_units(
    session: Session, unit_ids: Sequence[int], *, now: datetime
) -> list[tuple[Report, Cycle]]:
    """Reports that the units can still write or correct at `now`, the oldest due first."""
    rows = session.exec(
        select(Report, Cycle)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            col(Report.unit_id).in_(unit_ids),
            col(Report.exempt).is_(False),
            col(Report.state).in_(OPEN_STATES) | (col(Cycle.locks_at) > now),
        )
        .order_by(col(Cycle.due_at), col(Report.id))
    )
    return list(rows)


def exempt_report_of_units(
    session: Session, unit_ids: Sequence[int], *, now: datetime
) -> Report | None:
    """A report of the units' that is not wanted, of the latest due cycle that is not locked."""
    return session.exec(
        select(Report)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            col(Report.unit_id).in_(unit_ids), col(Report.exempt).is_(True), Cycle.locks_at > now
        )
        .order_by(col(Cycle.due_at).desc(), col(Report.id))
        .limit(1)
    ).first()


def newest_report_of_units(session: Session, unit_ids: Sequence[int]) -> Report | None:
    """The units' report of the latest due cycle, whatever its state."""
    newest = _newest_first(unit_ids).where(col(Report.exempt).is_(False))
    return session.exec(newest.limit(1)).first()


def report_of_month(
    session: Session, unit_ids: Sequence[int], period: Period | None
) -> Report | None:
    """One of the units' of that month, of the latest where none is named; exempt or not."""
    newest = _newest_first(unit_ids)
    if period is not None:
        newest = newest.where(col(Cycle.period) == period)
    return session.exec(newest.limit(1)).first()


def _newest_first(unit_ids: Sequence[int]) -> SelectOfScalar[Report]:
    return (
        select(Report)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(col(Report.unit_id).in_(unit_ids))
        .order_by(col(Cycle.due_at).desc(), col(Report.id))
    )


def reports_of_cycle(session: Session, cycle_id: int) -> list[tuple[Report, Unit]]:
    """Every report of the cycle with its unit, in the units' order."""
    rows = session.exec(
        select(Report, Unit)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(Report.cycle_id == cycle_id)
        .order_by(col(Unit.id))
    )
    return list(rows)


def exempt_in_cycle(session: Session, cycle_id: int) -> tuple[int, int]:
    """How many units need not report in the cycle, and how many measures the others need not."""
    exempt = select(func.count()).where(Report.cycle_id == cycle_id)
    units = session.exec(exempt.where(col(Report.exempt).is_(True))).one()
    measures = session.exec(
        exempt.where(
            Entry.report_id == Report.id,
            col(Entry.exempt).is_(True),
            col(Report.exempt).is_(False),
        )
    ).one()
    return units, measures


def forces_asked(session: Session, report_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """By report, the task forces in which it is asked about a measure; exempt ones left out."""
    rows = session.exec(
        select(Entry.report_id, TaskForce.name)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .join(TaskForce, col(TaskForce.id) == Measure.task_force_id)
        .where(col(Entry.report_id).in_(report_ids), col(Entry.exempt).is_(False))
        .order_by(col(Entry.report_id), col(Entry.position))
    )
    found: dict[int, tuple[str, ...]] = {}
    for report_id, name in rows:
        if name not in found.get(report_id, ()):
            found[report_id] = (*found.get(report_id, ()), name)
    return found


def newest_revision(session: Session, report_id: int) -> Revision | None:
    return _revisions(session, report_id).first()


@prepared
def _revisions(report_id: int) -> SelectOfScalar[Revision]:
    """The newest alone."""
    of_report = select(Revision).where(Revision.report_id == report_id)
    return of_report.order_by(col(Revision.number).desc()).limit(1)


def open_return(session: Session, report_id: int) -> Return | None:
    """The return that the unit still has to answer."""
    return _open_returns(session, report_id).first()


@prepared
def _open_returns(report_id: int) -> SelectOfScalar[Return]:
    """The newest alone."""
    is_open = Return.report_id == report_id, col(Return.settled_at).is_(None)
    return select(Return).where(*is_open).order_by(col(Return.id).desc()).limit(1)
