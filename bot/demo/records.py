"""What a month has left in the tables, as values: for the timeline, the summary and the checks."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.demo.story import ZONE
from models.absences import Absence, Snooze
from models.chases import Chase, Reminder
from models.cycles import Cycle, Report, Return, Revision
from models.delivery import InboxRow, InboxState, OutboxRow, OutboxState
from models.extensions import Extension
from models.filing import filed_content
from models.offices import Unit
from models.people import Contact, Person
from models.reviews import Acceptance
from models.views import ledger
from scheduler.notices import SNOOZED
from vocabulary.report import FiledReport, Ledger
from vocabulary.terms import (
    CHASES_OF_OFFICE,
    CHASES_OF_UNIT,
    CallOutcome,
    ChaseKind,
    ContactKind,
    ExtensionState,
)


@dataclass(frozen=True, slots=True)
class SentReminder:
    """A reminder that was delivered: of what, on which rung, to whom; `audience`: meant for."""

    at: datetime
    unit: str
    chase: ChaseKind
    rung: str
    occurrence: int
    audience: ContactKind
    kind: ContactKind
    name: str


@dataclass(frozen=True, slots=True)
class Filing:
    """A revision as it was filed, and by what its writer is to the unit."""

    at: datetime
    filed: FiledReport
    by_kind: ContactKind


@dataclass(frozen=True, slots=True)
class Returned:
    at: datetime
    unit: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accepted:
    at: datetime
    unit: str
    by: str


@dataclass(frozen=True, slots=True)
class Called:
    """The office has told somebody by telephone what a rung was about."""

    at: datetime
    unit: str
    rung: str
    kind: ContactKind
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody has said that they are away on these days, both included."""

    at: datetime
    unit: str
    name: str
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class PutOff:
    """Somebody has asked to be reminded later. reminded: they were, at `until` or soon after."""

    at: datetime
    unit: str
    name: str
    until: datetime
    reminded: bool


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A unit has asked for more time; `granted_at` and what follows are of the answer."""

    at: datetime
    unit: str
    name: str
    reason: str
    until: datetime
    granted_at: datetime | None
    granted_by: str


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is told of a month; moments are in the office's zone.

    backlogs: when the office was reminded of what waits for it.
    """

    ledger: Ledger
    told_due_at: datetime | None
    told_locked_at: datetime | None
    minutes: dict[str, int]
    reminders: tuple[SentReminder, ...]
    filings: tuple[Filing, ...]
    returns: tuple[Returned, ...]
    acceptances: tuple[Accepted, ...]
    backlogs: tuple[datetime, ...]
    calls: tuple[Called, ...]
    leaves: tuple[Leave, ...]
    put_off: tuple[PutOff, ...]
    extensions: tuple[MoreTime, ...]
    outbox: dict[OutboxState, int]
    inbox: dict[InboxState, int]

    def filings_of(self, unit: str) -> list[Filing]:
        return [filing for filing in self.filings if filing.filed.unit == unit]


def records_of(session: Session, *, now: datetime) -> Records:
    """Of the one cycle that has been played."""
    cycle = session.exec(select(Cycle)).one()
    reports = session.exec(select(Report, Unit).join(Unit, col(Unit.id) == Report.unit_id)).all()
    return Records(
        ledger=ledger(session, cycle, ZONE, now=now),
        told_due_at=_local(cycle.told_due_at),
        told_locked_at=_local(cycle.told_locked_at),
        minutes={unit.name: round(report.worked_seconds / 60) for report, unit in reports},
        reminders=_reminders(session),
        filings=_filings(session),
        returns=_returns(session),
        acceptances=_acceptances(session),
        backlogs=_backlogs(session),
        calls=_calls(session),
        leaves=_leaves(session),
        put_off=_put_off(session),
        extensions=_extensions(session),
        outbox=Counter(row.state for row in session.exec(select(OutboxRow))),
        inbox=Counter(row.state for row in session.exec(select(InboxRow))),
    )


def _reminders(session: Session) -> tuple[SentReminder, ...]:
    units = session.exec(
        select(Chase, Unit)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(col(Chase.kind).in_(CHASES_OF_UNIT))
    )
    chases = {chase.id: (chase.kind, unit.name) for chase, unit in units}
    rows = session.exec(
        select(Reminder, OutboxRow, Contact)
        .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .where(OutboxRow.state == OutboxState.SENT, col(Reminder.chase_id).in_(list(chases)))
        .order_by(col(OutboxRow.sent_at), col(OutboxRow.id))
    )
    return tuple(
        SentReminder(
            at=row.sent_at.astimezone(ZONE),
            unit=chases[reminder.chase_id][1],
            chase=chases[reminder.chase_id][0],
            rung=reminder.rung,
            occurrence=reminder.occurrence,
            audience=reminder.audience,
            kind=contact.kind,
            name=contact.name,
        )
        for reminder, row, contact in rows
        if row.sent_at is not None
    )


def _filings(session: Session) -> tuple[Filing, ...]:
    rows = session.exec(
        select(Revision, Contact)
        .join(Report, col(Report.id) == Revision.report_id)
        .join(Contact, col(Contact.person_id) == Revision.filed_by_id)
        .where(Contact.unit_id == Report.unit_id)
        .order_by(col(Revision.filed_at), col(Revision.id))
    )
    return tuple(
        Filing(revision.filed_at.astimezone(ZONE), filed_content(revision), contact.kind)
        for revision, contact in rows
    )


def _returns(session: Session) -> tuple[Returned, ...]:
    rows = session.exec(
        select(Return, Unit, Person)
        .join(Report, col(Report.id) == Return.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Return.returned_by_id)
        .order_by(col(Return.returned_at))
    )
    return tuple(
        Returned(returned.returned_at.astimezone(ZONE), unit.name, person.name, returned.reason)
        for returned, unit, person in rows
    )


def _acceptances(session: Session) -> tuple[Accepted, ...]:
    rows = session.exec(
        select(Acceptance, Unit, Person)
        .join(Report, col(Report.id) == Acceptance.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Acceptance.accepted_by_id)
        .order_by(col(Acceptance.id))
    )
    return tuple(
        Accepted(accepted.accepted_at.astimezone(ZONE), unit.name, person.name)
        for accepted, unit, person in rows
    )


def _backlogs(session: Session) -> tuple[datetime, ...]:
    """Of each message once, though the reminders of many reports share it."""
    rows = session.exec(
        select(OutboxRow.sent_at)
        .where(
            col(OutboxRow.id).in_(
                select(Reminder.outbox_id)
                .join(Chase, col(Chase.id) == Reminder.chase_id)
                .where(col(Chase.kind).in_(CHASES_OF_OFFICE))
            )
        )
        .order_by(col(OutboxRow.id))
    )
    return tuple(at.astimezone(ZONE) for at in rows if at is not None)


def _calls(session: Session) -> tuple[Called, ...]:
    rows = session.exec(
        select(Reminder, Contact, Unit, Person)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .join(Person, col(Person.id) == Reminder.called_by_id)
        .where(Reminder.call_outcome == CallOutcome.TOLD)
        .order_by(col(Reminder.id))
    )
    return tuple(
        Called(
            reminder.called_at.astimezone(ZONE),
            unit.name,
            reminder.rung,
            contact.kind,
            contact.name,
            person.name,
        )
        for reminder, contact, unit, person in rows
        if reminder.called_at is not None
    )


def _leaves(session: Session) -> tuple[Leave, ...]:
    rows = session.exec(
        select(Absence, Unit, Person)
        .join(Person, col(Person.id) == Absence.person_id)
        .join(Contact, col(Contact.person_id) == Absence.person_id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .order_by(col(Absence.id))
    )
    return tuple(
        Leave(
            absence.declared_at.astimezone(ZONE),
            unit.name,
            person.name,
            absence.first_on,
            absence.last_on,
        )
        for absence, unit, person in rows
    )


def _put_off(session: Session) -> tuple[PutOff, ...]:
    """A snooze and the reminder that it asked for have the same number."""
    rows = session.exec(
        select(Snooze, Unit, Contact)
        .join(Contact, col(Contact.id) == Snooze.contact_id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .order_by(col(Snooze.id))
    )
    reminded = set(
        session.exec(
            select(Reminder.chase_id, Reminder.contact_id, Reminder.occurrence)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
            .where(Reminder.rung == SNOOZED, OutboxRow.state == OutboxState.SENT)
        )
    )
    return tuple(
        PutOff(
            snooze.asked_at.astimezone(ZONE),
            unit.name,
            contact.name,
            snooze.until.astimezone(ZONE),
            (snooze.chase_id, snooze.contact_id, snooze.number) in reminded,
        )
        for snooze, unit, contact in rows
    )


def _extensions(session: Session) -> tuple[MoreTime, ...]:
    """Those without an answer, and those that were granted."""
    rows = session.exec(
        select(Extension, Unit, Person)
        .join(Report, col(Report.id) == Extension.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Extension.asked_by_id)
        .where(col(Extension.state).in_((ExtensionState.ASKED, ExtensionState.GRANTED)))
        .order_by(col(Extension.id))
    )
    found = []
    for extension, unit, person in rows:
        decider = session.get(Person, extension.decided_by_id) if extension.decided_by_id else None
        found.append(
            MoreTime(
                extension.asked_at.astimezone(ZONE),
                unit.name,
                person.name,
                extension.reason,
                (extension.granted_until or extension.wanted_until).astimezone(ZONE),
                _local(extension.decided_at),
                decider.name if decider else "",
            )
        )
    return tuple(found)


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(ZONE) if moment else None
