"""Which ticks of the planner can have anything to do: the demo leaves the others out.

Every moment comes from where the tick itself takes it: rungs from the ladder's own schedule, cycles
from the calendar, the rest from what is stored. Who writes may change any of it, so whoever has
written since the last tick gets the next one, as ever.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlmodel import Session, col, select

from models.absences import Snooze
from models.chases import open_chases, reminders_of_chases
from models.cycles import Cycle
from models.editions import plans_of
from models.helpers import Helper
from models.ladder_changes import changed_rungs
from scheduler.cycle_times import cycle_times
from scheduler.ladder import ChaseState, schedule
from scheduler.reach import warned_at
from scheduler.record import state_of
from scheduler.rules import Rules
from scheduler.rungs import WORKDAYS_OF_NOTICE
from vocabulary.period import Period
from vocabulary.terms import CHASES_OF_OFFICE, CHASES_OF_UNIT

_LOOKS_AHEAD = timedelta(days=8)
"""Beyond the next working morning by far, also where holidays lie between."""


def next_work(session: Session, office_id: int, rules: Rules, *, since: datetime) -> datetime:
    """The first moment after a tick `since` at which another may have something to do.

    As long as nobody writes. Every working morning is one: days are counted then.
    """
    own = rules.of_office(session, office_id)
    tomorrow = since.astimezone(own.calendar.zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), tzinfo=own.calendar.zone)
    morning = rules.reminders_from(session, office_id, midnight)
    snoozed = select(Snooze.until).where(col(Snooze.settled_at).is_(None))
    moments: list[datetime] = [
        *_of_cycles(session, office_id, own),
        *_of_chases(session, office_id, own, until=since + _LOOKS_AHEAD),
        *session.exec(snoozed),
    ]
    return min([morning, *(moment for moment in moments if moment > since)])


def _of_cycles(session: Session, office_id: int, rules: Rules) -> Iterator[datetime]:
    """Cycles open, are due and lock, and links for colleagues expire, at any hour."""
    for plan in plans_of(session, office_id):
        for period in Period.between(plan.first_period, plan.last_period):
            times = cycle_times(period, rules.calendar_of(plan), rules.workdays)
            yield times.opens_at
            yield warned_at(times, rules.workdays)
    for cycle in session.exec(select(Cycle).where(Cycle.office_id == office_id)):
        yield from (cycle.due_at, cycle.locks_at)
    yield from session.exec(
        select(Helper.expires_at).where(
            col(Helper.opened_at).is_(None), col(Helper.ended_at).is_(None)
        )
    )


def _of_chases(
    session: Session, office_id: int, rules: Rules, *, until: datetime
) -> Iterator[datetime]:
    """Each rung where it stands, and where a superior may be told that had to wait."""
    chases = open_chases(session, office_id, CHASES_OF_UNIT | CHASES_OF_OFFICE)
    sent = reminders_of_chases(session, [chase.id for chase, _, _ in chases])
    changes = changed_rungs(session, {cycle.id for _, _, cycle in chases})
    for chase, report, cycle in chases:
        of_cycle = rules.of_cycle(changes.get(cycle.id, ()))
        state = state_of(chase, report, cycle, sent.get(chase.id, []))
        yield from _of_chase(state, of_cycle, until)


def _of_chase(state: ChaseState, rules: Rules, until: datetime) -> Iterator[datetime]:
    for rung in schedule(state, rules.ladder, rules.workdays, until=until):
        yield rung.due_at
    for reminder in state.sent:
        told_at = reminder.at.astimezone(rules.calendar.zone)
        for days in set(WORKDAYS_OF_NOTICE.values()):
            day = rules.workdays.shift(told_at.date(), days)
            yield datetime.combine(day, told_at.timetz())
