"""The account of one chase, read from the tables: what became of every rung, for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from models.absences import contacts_away, handover_of, snoozed_contacts
from models.chases import Chase, Reminder, reminders_of_chases
from models.cycles import Cycle, cycles_of_plan
from models.delivery import OutboxRow, OutboxState
from models.extensions import expected_during
from models.ladder_changes import ChangedRung, changed_rungs
from models.nudges import nudges_missed
from models.people import UNREACHABLE_REASONS, Contact, Reach, coordinators, reaches_of_unit
from models.views import ReportRows
from scheduler.account import Accounted, Fate, Kept, account, left_out
from scheduler.forces import lacks_answers, told_of_forces
from scheduler.ladder import recipients
from scheduler.nudging import NUDGE
from scheduler.record import state_of, view_of
from scheduler.rules import Rules
from scheduler.rungs import UPWARDS
from vocabulary.terms import FORCE_KINDS, CallOutcome, Channel, ChaseKind, ContactKind

_FATES = {
    OutboxState.DUE: Fate.WAITING,
    OutboxState.SENDING: Fate.WAITING,
    OutboxState.SENT: Fate.DELIVERED,
    OutboxState.UNKNOWN: Fate.UNKNOWN,
    OutboxState.CANCELLED: Fate.CANCELLED,
    OutboxState.SKIPPED: Fate.EXPIRED,
}
_CALLS = {
    None: Fate.CALL_OPEN,
    CallOutcome.TOLD: Fate.CALLED,
    CallOutcome.NO_ANSWER: Fate.NO_ANSWER,
    CallOutcome.OVERTAKEN: Fate.NOT_CALLED,
}


def _changes_of_chase(session: Session, chase: Chase, cycle: Cycle) -> Sequence[ChangedRung]:
    """A problem outlives the cycle that raised it, and is answered in the one that is open."""
    if chase.kind is ChaseKind.PROBLEM_OVERDUE:
        cycle = cycles_of_plan(session, cycle.plan_id)[-1]
    return changed_rungs(session, {cycle.id}).get(cycle.id, ())


class Accounts:
    """What was sent of one report's chases, and why not. rules: with the office's own days."""

    def __init__(
        self, session: Session, rows: ReportRows, rules: Rules, *, zone: ZoneInfo, now: datetime
    ) -> None:
        self._session, self._rows, self._rules = session, rows, rules
        self._zone, self._now = zone, now
        self._unit = reaches_of_unit(session, rows.unit.id)
        self._office = coordinators(session, rows.office.id)
        self._forces = told_of_forces(session, rows.report)
        self._told: dict[date, dict[ContactKind, tuple[Reach, ...]]] = {}

    def told(self, at: datetime) -> dict[ContactKind, tuple[Reach, ...]]:
        """Who will get what is meant for whom on that day, or would today if it is over.

        Without task forces where none of the unit's measures lies in one, and without a deputy who
        has the liaison's place: they get the liaison's.
        """
        day = max(at, self._now).astimezone(self._zone).date()
        if day not in self._told:
            self._told[day] = self._told_on(day)
        return self._told[day]

    def _told_on(self, day: date) -> dict[ContactKind, tuple[Reach, ...]]:
        session, office_id = self._session, self._rows.office.id
        away = contacts_away(session, office_id, first_on=day, last_on=day)
        handover = handover_of(session, self._rows.report.id)
        in_charge = handover.to_contact_id if handover else None
        by_id = {reach.contact_id: reach for reach in (*self._unit, *self._office)}

        def told(kind: ContactKind) -> tuple[Reach, ...]:
            asked = self._office if kind is ContactKind.COORDINATOR else self._unit
            views = [view_of(reach, away=away, in_charge=in_charge) for reach in asked]
            return tuple(by_id[one.contact_id] for one in recipients(kind, views).contacts)

        of_unit = {kind: told(kind) for kind in ContactKind if kind not in FORCE_KINDS}
        first = of_unit[ContactKind.LIAISON]
        if not of_unit[ContactKind.DEPUTY] and any(
            reach.kind is ContactKind.DEPUTY for reach in first
        ):
            del of_unit[ContactKind.DEPUTY]
        return {**of_unit, **{kind: tuple(team) for kind, team in self._forces.items()}}

    def meant(self, audience: ContactKind) -> list[Reach]:
        """Whose it is to be told what is meant for the audience, the best choice first.

        Those of that kind, and those above who would stand in; nobody does for a deputy.
        """
        if audience in FORCE_KINDS:
            return []
        if audience is ContactKind.COORDINATOR:
            return list(self._office)
        above = UPWARDS[UPWARDS.index(audience) :]
        kinds = (audience,) if audience is ContactKind.DEPUTY else above
        return [reach for kind in kinds for reach in self._unit if reach.kind is kind]

    def put_off(self, chase: Chase) -> Mapping[str, datetime]:
        """By name, until when somebody has put the reminders of a chase off that goes on."""
        if chase.settled_at is not None:
            return {}
        snoozed = snoozed_contacts(self._session, chase.id, now=self._now)
        return {
            self._session.get_one(Contact, contact_id).name: until
            for contact_id, until in snoozed.items()
        }

    def of(self, chase: Chase) -> list[Accounted]:
        """Every rung by time, but those for audiences that this unit has not.

        One for a deputy who has the liaison's place says so; what has ended before it is no loss.
        """
        session, rows = self._session, self._rows
        reminders = reminders_of_chases(session, [chase.id]).get(chase.id, [])
        changes = _changes_of_chase(session, chase, rows.cycle)
        rules = self._rules.of_cycle(changes)
        told = self.told(self._now)
        liaisons = {reach.contact_id for reach in told[ContactKind.LIAISON]}
        snoozed = set(snoozed_contacts(session, chase.id, now=self._now))
        is_answered = bool(self._forces) and not lacks_answers(session, rows, self._zone)
        wanted_by = expected_during(session, chase, rows.report, rows.cycle)
        state = state_of(
            chase, rows.report, rows.cycle, reminders, unit=self._unit, wanted_by=wanted_by
        )
        accounted = account(
            state,
            rules.ladder,
            rules.workdays,
            [self._kept(chase, reminder, row) for reminder, row in reminders],
            now=self._now,
            settled_at=chase.settled_at,
            snoozed=bool(liaisons) and liaisons <= snoozed,
            nobody=frozenset(kind for kind, reached in told.items() if not reached),
            needless=frozenset(self._forces) if is_answered else frozenset(),
        )
        accounted += [
            Accounted(NUDGE, missed.number, ContactKind.LIAISON, missed.nudged_at, (), Fate.NOBODY)
            for missed in nudges_missed(session, chase.id)
        ]
        by_rung = {change.rung: change.changed_by for change in changes if change.off}
        kept = {(one.rung, one.occurrence, one.audience) for one in accounted if one.kept}
        accounted += [
            one
            for one in left_out(
                state,
                self._rules.of_cycle(change for change in changes if not change.off).ladder,
                rules.workdays,
                by_rung,
                settled_at=chase.settled_at,
            )
            if (one.rung, one.occurrence, one.audience) not in kept
        ]
        return sorted(
            filter(None, map(self._as_the_unit_is, accounted)), key=lambda one: one.due_at
        )

    def _as_the_unit_is(self, one: Accounted) -> Accounted | None:
        """None where the unit has nobody whom the rung is for, and needs nobody."""
        if one.kept or one.audience in self.told(one.due_at):
            return one
        if one.audience is not ContactKind.DEPUTY or one.fate is Fate.SETTLED:
            return None
        return one if one.fate is Fate.LEFT_OUT else replace(one, fate=Fate.IN_PLACE)

    def _kept(self, chase: Chase, reminder: Reminder, row: OutboxRow | None) -> Kept:
        contact = self._session.get_one(Contact, reminder.contact_id)
        fate, reason = _fate_of(reminder, row, now=self._now)
        if fate is Fate.CALL_OPEN and chase.settled_at is not None:
            fate = Fate.NOT_CALLED
        return Kept(
            rung=reminder.rung,
            occurrence=reminder.occurrence,
            audience=reminder.audience,
            name=contact.name,
            kind=contact.kind,
            due_at=reminder.due_at,
            fate=fate,
            at=reminder.called_at or (row.sent_at if row else None),
            reason=reason,
        )


def _fate_of(reminder: Reminder, row: OutboxRow | None, *, now: datetime) -> tuple[Fate, str]:
    """What became of a stored reminder, with the reason where Telegram gave one.

    What waits for the morning and is untrue by now will not be sent.
    """
    if reminder.channel is Channel.PHONE:
        return _CALLS[reminder.call_outcome], ""
    if row is None:
        return Fate.OVERTAKEN, ""
    if row.state is OutboxState.DEAD:
        gone = row.last_error in UNREACHABLE_REASONS
        return Fate.UNREACHABLE if gone else Fate.REFUSED, row.last_error
    is_untrue = row.expires_at is not None and row.expires_at <= now
    if is_untrue and row.state is OutboxState.DUE:
        return Fate.EXPIRED, ""
    return _FATES[row.state], ""
