"""Whether everybody who owes a report was told of it, as far as that can be asked at a moment.

Reckoned here once more and from the words of the standard ladder, so that a fault in the ladder
cannot hide itself. See "When it can be asked" in docs/reliability.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from sqlmodel import Session, col, select

from models.absences import Snooze
from models.chases import Chase, Reminder
from models.cycles import OPEN_STATES, Cycle, Report, expected_at
from models.delivery import WAITING, OutboxRow, OutboxState
from models.offices import Unit
from models.outgoing import messages_undelivered
from models.people import UNREACHABLE_REASONS
from scheduler.workdays import Workdays
from tests.factories import ZONE
from vocabulary.terms import CHASES_ENDED_BY_FILING, Channel, ChaseKind, ReportState

WORKDAYS = Workdays()
_WEEK = timedelta(days=7)
_WEEKS = 60  # of weekly reminders, more than anybody is given here


@dataclass(frozen=True, slots=True)
class Planning:
    """A planning of reminders that nothing has disturbed, between these two moments."""

    began_at: datetime
    ended_at: datetime


@dataclass
class Told:
    """asked: so many open reports could be judged; `untold` of them, and why, were told of nowhere.

    Of `in_doubt` it is only known that a reminder may have arrived, and `waiting` have one that is
    still to go out, or was refused; all of these are listed for the office.
    """

    asked: int = 0
    in_doubt: int = 0
    waiting: int = 0
    untold: list[str] = field(default_factory=list)


class Standing(Enum):
    """Of a report that is asked for: told surely or the office knows; else what there is of it."""

    TOLD = auto()
    DOUBT = auto()
    WAITS = auto()
    NOWHERE = auto()


_Reminded = list[tuple[Reminder, OutboxRow | None]]


def told(session: Session, planning: Planning | None) -> Told:
    """Of every open report, also a returned one, whose liaison a rung was due for at the planning.

    It is told of when, in the chase that asks for it now, a reminder surely arrived, or may have
    and is listed for the office, or waits in the outbox, or is a call of the office's, or the
    office has its alarm. Nobody reached is no telling, unless since the planning: the next one goes
    higher. planning: None: only what holds at every moment, that a returned report is chased.
    """
    rows = session.exec(
        select(Report, Cycle, Unit)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(col(Report.state).in_(OPEN_STATES), col(Report.exempt).is_(False))
    ).all()
    chases = {chase.report_id: chase for chase in session.exec(_ASKING)}
    reminders = _reminders(session, [chase.id for chase in chases.values()])
    found = Told()
    for report, cycle, unit in rows:
        name = f"{unit.name} {cycle.period} {report.state}"
        chase = chases.get(report.id)
        if chase is None:
            if planning is not None or report.state is ReportState.RETURNED:
                found.untold.append(f"{name}: nobody asks for it")
        elif planning is not None and _is_wanted(session, chase, report, cycle, planning):
            found.asked += 1
            standing = _standing(session, chase, reminders.get(chase.id, []), planning)
            if standing is Standing.DOUBT:
                found.in_doubt += 1
            elif standing is Standing.WAITS:
                found.waiting += 1
            elif standing is Standing.NOWHERE:
                found.untold.append(name)
    return found


_ASKING = select(Chase).where(
    col(Chase.kind).in_(CHASES_ENDED_BY_FILING), col(Chase.settled_at).is_(None)
)


def _reminders(session: Session, chase_ids: list[int]) -> dict[int, _Reminded]:
    found: dict[int, _Reminded] = {}
    for reminder, row in session.exec(
        select(Reminder, OutboxRow)
        .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
        .where(col(Reminder.chase_id).in_(chase_ids))
        .order_by(col(Reminder.id))
    ):
        found.setdefault(reminder.chase_id, []).append((reminder, row))
    return found


def _standing(session: Session, chase: Chase, reminders: _Reminded, planning: Planning) -> Standing:
    rows = [row for _, row in reminders if row is not None]
    is_called = any(reminder.channel is Channel.PHONE for reminder, _ in reminders)
    if is_called or chase.alarmed_at or any(row.state is OutboxState.SENT for row in rows):
        return Standing.TOLD
    listed = {row.outbox_id for row in messages_undelivered(session, "en")}
    states = {
        row.state
        for row in rows
        if row.state in WAITING or (row.id in listed and not _reached_nobody(row, planning))
    }
    if OutboxState.UNKNOWN in states:
        return Standing.DOUBT
    return Standing.WAITS if states else Standing.NOWHERE


def _reached_nobody(row: OutboxRow, planning: Planning) -> bool:
    """Known before the planning, which so had to find somebody else."""
    is_gone = row.state is OutboxState.DEAD and row.last_error in UNREACHABLE_REASONS
    return is_gone and row.settled_at is not None and row.settled_at < planning.began_at


def _is_wanted(
    session: Session, chase: Chase, report: Report, cycle: Cycle, planning: Planning
) -> bool:
    """Whether the planning had to remind the liaison, whenever in it that was looked at."""
    snoozed = select(Snooze.id).where(
        Snooze.chase_id == chase.id,
        col(Snooze.settled_at).is_(None),
        Snooze.until > planning.began_at,
    )
    return session.exec(snoozed).first() is None and all(
        is_due(chase, report, cycle, moment) for moment in (planning.began_at, planning.ended_at)
    )


def is_due(chase: Chase, report: Report, cycle: Cycle, now: datetime) -> bool:
    """Whether some rung of the liaison's is due in working hours, and gives way to none today."""
    local = now.astimezone(ZONE)
    if not in_working_hours(local):
        return False
    moments = sorted(_moments(chase, report, cycle), key=lambda moment: moment[0])
    passed = [
        at
        for at, expires_at in moments
        if at <= local and (expires_at is None or local < expires_at)
    ]
    later = [at for at, _ in moments if at > local and at.date() == local.date()]
    return bool(passed) and all(at - local >= local - passed[-1] for at in later)


def in_working_hours(moment: datetime) -> bool:
    local = moment.astimezone(ZONE)
    return WORKDAYS.is_workday(local.date()) and time(9) <= local.time() < time(18)


def _moments(
    chase: Chase, report: Report, cycle: Cycle
) -> Iterator[tuple[datetime, datetime | None]]:
    """Each moment at which the liaison is to be reminded, and from when on that would be untrue.

    Of what is wanted anew (more time, an exemption taken back) only what comes after that.
    """
    if chase.kind is ChaseKind.RETURNED:
        returned_on = chase.opened_at.astimezone(ZONE).date()
        yield _at(WORKDAYS.shift(returned_on, 1), time(9, 30)), None
        yield from _weekly(returned_on)
        return
    due_at = expected_at(report, cycle)
    since = cycle.opens_at
    if chase.episode > 1:
        due_at, since = max(due_at, chase.opened_at), chase.opened_at
    due_at = due_at.astimezone(ZONE)
    due_on = due_at.date()
    opening = cycle.opens_at.astimezone(ZONE)
    before = (
        opening,
        _at(WORKDAYS.shift(due_on, -1), time(9)),
        _at(due_on, time(9)),
        min(due_at, _at(due_on, time(18))) - timedelta(hours=3),
    )
    for at in before:
        if since <= at < due_at:
            yield at, due_at
    for at, never in ((_at(WORKDAYS.shift(due_on, 1), time(9, 30)), None), *_weekly(due_on)):
        if at >= since:
            yield at, never


def _weekly(from_on: date) -> Iterator[tuple[datetime, None]]:
    first = WORKDAYS.shift(from_on, 5)
    for week in range(_WEEKS):
        yield _at(WORKDAYS.on_or_after(first + week * _WEEK), time(9, 30)), None


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=ZONE)
