"""What was played has left in the tables, as values: for timeline, summary and checks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from bot.demo.story import ZONE, Story
from dialog.steps import is_complete
from models.absences import Absence, Snooze
from models.chases import Chase, Reminder
from models.cycles import Cycle, Entry, Report, Return, Revision
from models.delivery import (
    Document,
    DocumentKind,
    InboxRow,
    InboxState,
    OutboxRow,
    OutboxState,
)
from models.editions import Assignment, Measure
from models.exemptions import Exemption
from models.extensions import Extension
from models.filing import filed_content
from models.helpers import Helper, entries_of
from models.highlights import Highlight
from models.offices import Unit
from models.people import Contact, Person
from models.problems import followed_problems
from models.reviews import Acceptance
from models.signing import Signing
from models.stamped_copies import StampedCopy, files_of
from models.together import name_at
from models.views import ledger
from models.whole_ledger import whole_ledger
from scheduler.notices import SNOOZED
from vocabulary.period import Period
from vocabulary.report import FiledReport, FollowedProblem, Ledger
from vocabulary.terms import (
    CHASES_OF_OFFICE,
    CHASES_OF_UNIT,
    CallOutcome,
    ChaseKind,
    ContactKind,
    ExtensionState,
    Finding,
    SigningEnd,
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
class Helped:
    """A colleague was asked for some measures, and has answered all of them at `answered_at`."""

    at: datetime
    unit: str
    numbers: tuple[str, ...]
    name: str
    opened_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A highlight. period: the month that it is of."""

    at: datetime
    unit: str
    number: str
    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class Excused:
    """Somebody need not report, or not on one measure; `ended_at`: that was taken back."""

    at: datetime
    unit: str
    measure: str
    first: Period
    last: Period
    reason: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamped page that came. revision: which it is of. counts: it is the scan of that.

    files: hash and suffix of each of its files, as it came.
    """

    unit: str
    period: Period
    revision: int
    finding: Finding
    counts: bool
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BeforeLeader:
    """A report that lay before its unit's leader, and how that ended."""

    at: datetime
    unit: str
    end: SigningEnd
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class MonthRecords:
    """Everything that is told of one month; moments are in the office's zone.

    minutes: how long each unit took to answer. leaves: those that begin while the month is open.
    cuts: the month of a task force and of a label alone, as the workbook of each has it; of the
        moment at which the office got its last workbook of the month.
    """

    ledger: Ledger
    cuts: tuple[Ledger, ...]
    told_due_at: datetime | None
    told_locked_at: datetime | None
    minutes: Mapping[str, int]
    reminders: tuple[SentReminder, ...]
    filings: tuple[Filing, ...]
    returns: tuple[Returned, ...]
    acceptances: tuple[Accepted, ...]
    calls: tuple[Called, ...]
    leaves: tuple[Leave, ...]
    put_off: tuple[PutOff, ...]
    extensions: tuple[MoreTime, ...]
    helped: tuple[Helped, ...]
    signings: tuple[BeforeLeader, ...]

    def filings_of(self, unit: str) -> list[Filing]:
        return [filing for filing in self.filings if filing.filed.unit == unit]


@dataclass(frozen=True, slots=True)
class Records:
    """The months, in order, and what belongs to none of them.

    backlogs: when the office was reminded of what waits for it.
    problems: all there ever were, closed or not.
    """

    months: tuple[MonthRecords, ...]
    backlogs: tuple[datetime, ...]
    highlights: tuple[Marked, ...]
    exemptions: tuple[Excused, ...]
    problems: tuple[FollowedProblem, ...]
    stamped: tuple[Stamped, ...]
    outbox: dict[OutboxState, int]
    inbox: dict[InboxState, int]


Cuts = tuple[Ledger, ...]


def cuts_of_newest_workbook(session: Session, story: Story) -> tuple[Period, Cuts]:
    """Whose month it is, and what it would show of a task force and of a label alone."""
    workbooks = select(Document).where(Document.kind == DocumentKind.LEDGER)
    newest = session.exec(workbooks.order_by(col(Document.id).desc()).limit(1)).one()
    cycle = session.get_one(Cycle, newest.cycle_id)
    return cycle.period, (
        whole_ledger(
            session, cycle, ZONE, now=newest.as_of, is_complete=is_complete, force=story.force
        ),
        whole_ledger(
            session, cycle, ZONE, now=newest.as_of, is_complete=is_complete, label=story.label.name
        ),
    )


def records_of(
    session: Session,
    office_id: int,
    *,
    cuts: Mapping[Period, Cuts],
    overdue_after: timedelta,
    now: datetime,
) -> Records:
    """Of all cycles of the story that have been played. cuts: see MonthRecords."""
    cycles = session.exec(select(Cycle).order_by(col(Cycle.period))).all()
    problems = followed_problems(
        session,
        office_id,
        zone=ZONE,
        overdue_after=overdue_after,
        now=now,
        closed_since=datetime.fromtimestamp(0, tz=ZONE),
    )
    return Records(
        months=tuple(_month(session, cycle, cuts.get(cycle.period, ()), now) for cycle in cycles),
        backlogs=_backlogs(session),
        highlights=_highlights(session),
        exemptions=_exemptions(session),
        problems=tuple(problems),
        stamped=_stamped(session),
        outbox=Counter(row.state for row in session.exec(select(OutboxRow))),
        inbox=Counter(row.state for row in session.exec(select(InboxRow))),
    )


def _month(session: Session, cycle: Cycle, cuts: Cuts, now: datetime) -> MonthRecords:
    reports = session.exec(
        select(Report, Unit)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(Report.cycle_id == cycle.id)
    ).all()
    return MonthRecords(
        ledger=ledger(session, cycle, ZONE, now=now, is_complete=is_complete),
        cuts=cuts,
        told_due_at=_local(cycle.told_due_at),
        told_locked_at=_local(cycle.told_locked_at),
        minutes={unit.name: -(-report.worked_seconds // 60) for report, unit in reports},
        reminders=_reminders(session, cycle),
        filings=_filings(session, cycle),
        returns=_returns(session, cycle),
        acceptances=_acceptances(session, cycle),
        calls=_calls(session, cycle),
        leaves=_leaves(session, cycle),
        put_off=_put_off(session, cycle),
        extensions=_extensions(session, cycle),
        helped=_helped(session, cycle),
        signings=_signings(session, cycle),
    )


def _reminders(session: Session, cycle: Cycle) -> tuple[SentReminder, ...]:
    units = session.exec(
        select(Chase, Unit)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(Report.cycle_id == cycle.id, col(Chase.kind).in_(CHASES_OF_UNIT))
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


def _filings(session: Session, cycle: Cycle) -> tuple[Filing, ...]:
    rows = session.exec(
        select(Revision, Contact)
        .join(Report, col(Report.id) == Revision.report_id)
        .join(Contact, col(Contact.person_id) == Revision.filed_by_id)
        .where(Report.cycle_id == cycle.id, Contact.unit_id == Report.unit_id)
        .order_by(col(Revision.filed_at), col(Revision.id))
    )
    return tuple(
        Filing(revision.filed_at.astimezone(ZONE), filed_content(revision), contact.kind)
        for revision, contact in rows
    )


def _returns(session: Session, cycle: Cycle) -> tuple[Returned, ...]:
    rows = session.exec(
        select(Return, Unit, Person)
        .join(Report, col(Report.id) == Return.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Return.returned_by_id)
        .where(Report.cycle_id == cycle.id)
        .order_by(col(Return.returned_at))
    )
    return tuple(
        Returned(returned.returned_at.astimezone(ZONE), unit.name, person.name, returned.reason)
        for returned, unit, person in rows
    )


def _acceptances(session: Session, cycle: Cycle) -> tuple[Accepted, ...]:
    rows = session.exec(
        select(Acceptance, Unit, Person)
        .join(Report, col(Report.id) == Acceptance.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Acceptance.accepted_by_id)
        .where(Report.cycle_id == cycle.id)
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


def _calls(session: Session, cycle: Cycle) -> tuple[Called, ...]:
    rows = session.exec(
        select(Reminder, Contact, Unit, Person)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .join(Person, col(Person.id) == Reminder.called_by_id)
        .where(Report.cycle_id == cycle.id, Reminder.call_outcome == CallOutcome.TOLD)
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


def _leaves(session: Session, cycle: Cycle) -> tuple[Leave, ...]:
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
        if cycle.opens_at <= absence.declared_at < cycle.locks_at
    )


def _put_off(session: Session, cycle: Cycle) -> tuple[PutOff, ...]:
    """A snooze and the reminder that it asked for have the same number."""
    rows = session.exec(
        select(Snooze, Unit, Contact)
        .join(Chase, col(Chase.id) == Snooze.chase_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Contact, col(Contact.id) == Snooze.contact_id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .where(Report.cycle_id == cycle.id)
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


def _extensions(session: Session, cycle: Cycle) -> tuple[MoreTime, ...]:
    """Those without an answer, and those that were granted."""
    rows = session.exec(
        select(Extension, Unit, Person)
        .join(Report, col(Report.id) == Extension.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Extension.asked_by_id)
        .where(Report.cycle_id == cycle.id)
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


def _helped(session: Session, cycle: Cycle) -> tuple[Helped, ...]:
    rows = session.exec(
        select(Helper, Unit)
        .join(Report, col(Report.id) == Helper.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(Report.cycle_id == cycle.id)
        .order_by(col(Helper.id))
    ).all()
    numbers = _numbers(session, cycle)
    entries = entries_of(session, [helper.id for helper, _ in rows])
    return tuple(
        Helped(
            helper.asked_at.astimezone(ZONE),
            unit.name,
            tuple(numbers[entry_id] for entry_id in sorted(entries[helper.id])),
            name_at(session, unit.id, helper.person_id) if helper.person_id else "",
            _local(helper.opened_at),
            _local(helper.answered_at),
        )
        for helper, unit in rows
    )


def _signings(session: Session, cycle: Cycle) -> tuple[BeforeLeader, ...]:
    """Those that are over."""
    rows = session.exec(
        select(Signing, Unit, Person)
        .join(Report, col(Report.id) == Signing.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Person, col(Person.id) == Signing.ended_by_id)
        .where(Report.cycle_id == cycle.id)
        .order_by(col(Signing.id))
    )
    return tuple(
        BeforeLeader(
            signing.ended_at.astimezone(ZONE), unit.name, signing.end, person.name, signing.note
        )
        for signing, unit, person in rows
        if signing.ended_at is not None and signing.end is not None
    )


def _numbers(session: Session, cycle: Cycle) -> dict[int, str]:
    """Of the month's entries, by id."""
    rows = session.exec(
        select(Entry.id, Measure.number)
        .join(Report, col(Report.id) == Entry.report_id)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Report.cycle_id == cycle.id)
    )
    return dict(rows.all())


def _highlights(session: Session) -> tuple[Marked, ...]:
    rows = session.exec(
        select(Highlight, Unit)
        .join(Unit, col(Unit.id) == Highlight.unit_id)
        .where(col(Highlight.withdrawn_at).is_(None))
        .order_by(col(Highlight.id))
    )
    return tuple(
        Marked(one.marked_at.astimezone(ZONE), unit.name, one.number, one.period, one.text)
        for one, unit in rows
    )


def _exemptions(session: Session) -> tuple[Excused, ...]:
    rows = session.exec(
        select(Exemption, Unit)
        .join(Unit, col(Unit.id) == Exemption.unit_id)
        .order_by(col(Exemption.id))
    )
    return tuple(
        Excused(
            one.given_at.astimezone(ZONE),
            unit.name,
            one.measure,
            one.first_period,
            one.last_period,
            one.reason,
            _local(one.ended_at),
        )
        for one, unit in rows
    )


def _stamped(session: Session) -> tuple[Stamped, ...]:
    rows = session.exec(
        select(StampedCopy, Revision, Cycle, Unit)
        .join(Revision, col(Revision.id) == StampedCopy.revision_id)
        .join(Report, col(Report.id) == Revision.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .order_by(col(StampedCopy.id))
    )
    return tuple(
        Stamped(
            unit.name,
            cycle.period,
            revision.number,
            copy.finding,
            copy.counts_at is not None,
            tuple((one.sha256, one.suffix) for one in files_of(session, copy.id)),
        )
        for copy, revision, cycle, unit in rows
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(ZONE) if moment else None
