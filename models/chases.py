"""What is chased, and the reminders that went out for it."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, UniqueConstraint, func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import belongs_to, moment, word
from models.cycles import Cycle, Report
from models.delivery import OutboxKind, OutboxRow, OutboxState
from models.offices import Unit
from models.people import Contact, Person
from models.prepared import prepared
from vocabulary.report import NotReached
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_OFFICE,
    TOLD_TOGETHER,
    CallOutcome,
    Channel,
    ChaseKind,
    ContactKind,
    ReportState,
)

_MOST_MARKED = 40  # messages of one report marked as done: a whole ladder of four people


class Chase(SQLModel, table=True):
    """One subject in one episode; a report returned twice is chased in two episodes.

    report_id: of a problem the report that raised it. problem_id: of an overdue problem only,
    which is chased once in its life.
    alarmed_at: the coordinator has been told that nobody can be reached.
    """

    __table_args__ = (
        UniqueConstraint("report_id", "kind", "episode"),
        UniqueConstraint("problem_id"),
    )

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    report_id: int = belongs_to("report.id")
    problem_id: int | None = belongs_to("problem.id", required=False, index=False)
    kind: ChaseKind = word(ChaseKind)
    episode: int
    opened_at: datetime = moment(required=True)
    settled_at: datetime | None = moment()
    alarmed_at: datetime | None = moment()


class Reminder(SQLModel, table=True):
    """One rung, once, to one contact. By chat without an outbox row it was overtaken by a newer.

    audience: whom the rung is meant for; the contact may be the next person up.
    due_at: the rung's moment as it stood when this was planned: dues and days may move later. Of
        what a person has asked for, when it was.
    call_outcome, called_at, called_by_id: of a reminder by phone, once the call was made.
    """

    __table_args__ = (UniqueConstraint("chase_id", "rung", "occurrence", "contact_id"),)

    id: int = Field(default=None, primary_key=True)
    chase_id: int = belongs_to("chase.id")
    rung: str
    occurrence: int
    audience: ContactKind = word(ContactKind)
    contact_id: int = belongs_to("contact.id")
    outbox_id: int | None = belongs_to("outbox.id", required=False)
    due_at: datetime = moment(required=True)
    planned_at: datetime = moment(required=True)
    channel: Channel = word(Channel, default=Channel.CHAT)
    call_outcome: CallOutcome | None = word(CallOutcome, required=False)
    called_at: datetime | None = moment()
    called_by_id: int | None = belongs_to("person.id", required=False, index=False)


def is_open_call(reminder: Reminder) -> bool:
    """Whether the office still has to call the contact."""
    return reminder.channel is Channel.PHONE and reminder.call_outcome is None


def open_chase(session: Session, report: Report, kind: ChaseKind, *, now: datetime) -> Chase:
    """Starts chasing; the episode in progress is given back if there is one."""
    chases = _episodes(session, report, kind)
    for chase in chases:
        if chase.settled_at is None:
            return chase
    return _begin(session, report, kind, len(chases) + 1, now)


def open_problem_chase(
    session: Session, report: Report, problem_id: int, *, overdue_at: datetime
) -> Chase:
    """Starts chasing a problem that has become overdue. report: the one that raised it.

    Other problems of the same report have chases, and so episodes, of their own.
    """
    before = _episodes(session, report, ChaseKind.PROBLEM_OVERDUE)
    chase = _begin(session, report, ChaseKind.PROBLEM_OVERDUE, len(before) + 1, overdue_at)
    chase.problem_id = problem_id
    session.flush()
    return chase


def _episodes(session: Session, report: Report, kind: ChaseKind) -> list[Chase]:
    chases = select(Chase).where(Chase.report_id == report.id, Chase.kind == kind)
    return list(session.exec(chases))


def _begin(
    session: Session, report: Report, kind: ChaseKind, episode: int, opened_at: datetime
) -> Chase:
    chase = Chase(
        office_id=report.office_id,
        report_id=report.id,
        kind=kind,
        episode=episode,
        opened_at=opened_at,
    )
    session.add(chase)
    session.flush()
    return chase


def settle_chases(session: Session, report_id: int, *, now: datetime) -> None:
    """Filing ends every chase that asks for the report and cancels what waits to be sent.

    What is being sent at this moment expires: if it has not got through, it is not tried again.
    So does what tells a task force or the office of several: the next tick writes it anew of the
    others.
    """
    _settle(session, report_id, CHASES_ENDED_BY_FILING, now)
    is_moot = col(OutboxRow.moot_when_filed_id) == report_id
    _take_back(session, is_moot | _told_together(report_id), now)


def settle_problem_chase(session: Session, problem_id: int, *, now: datetime) -> None:
    """The problem is resolved, closed or answered: nobody is reminded of it any more.

    A message that waits and is about others too is written anew of them by the next tick.
    """
    chase = problem_chase(session, problem_id)
    if chase is None:
        return
    chase.settled_at = now
    of_it = select(Reminder.outbox_id).where(
        Reminder.chase_id == chase.id, col(Reminder.outbox_id).is_not(None)
    )
    _take_back(session, col(OutboxRow.id).in_(of_it), now)


def settle_paper_chase(session: Session, report_id: int, kind: ChaseKind, *, now: datetime) -> None:
    """What was missing has come, or is wanted no more: what waits to be sent of it is cancelled."""
    of_it = (
        select(Reminder.outbox_id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(
            Chase.report_id == report_id,
            Chase.kind == kind,
            col(Chase.settled_at).is_(None),
            col(Reminder.outbox_id).is_not(None),
        )
    )
    _take_back(session, col(OutboxRow.id).in_(of_it), now)
    _settle(session, report_id, frozenset({kind}), now)


def messages_of_chase(session: Session, report_id: int, kind: ChaseKind) -> list[OutboxRow]:
    """What was sent of the newest chase of that kind and stands in the chats, newest first."""
    newest = select(func.max(Chase.id)).where(Chase.report_id == report_id, Chase.kind == kind)
    told = select(Reminder.outbox_id).where(
        Reminder.chase_id == newest.scalar_subquery(), col(Reminder.outbox_id).is_not(None)
    )
    return list(session.exec(_standing(told).limit(_MOST_MARKED)))


def messages_of_ended_chase(
    session: Session, report_id: int, kind: ChaseKind, *, at: datetime
) -> list[OutboxRow]:
    """What was sent of the chase that ended at that moment and stands in the chats."""
    ended = select(Chase.id).where(
        Chase.report_id == report_id, Chase.kind == kind, Chase.settled_at == at
    )
    told = select(Reminder.outbox_id).where(
        col(Reminder.chase_id).in_(ended), col(Reminder.outbox_id).is_not(None)
    )
    return list(session.exec(_standing(told).limit(_MOST_MARKED)))


def messages_about_problems(session: Session, chase_ids: Collection[int]) -> list[OutboxRow]:
    """Messages in the chats that told of what these chases are about, newest first."""
    told = select(Reminder.outbox_id).where(
        col(Reminder.chase_id).in_(chase_ids), col(Reminder.outbox_id).is_not(None)
    )
    return list(session.exec(_standing(told)))


def office_messages_done(session: Session, office_id: int, *, at: datetime) -> list[OutboxRow]:
    """What reminded the office and names nothing that still waits, the last of it settled then.

    Without what was changed in its chat since: more may be settled at the same moment.
    """
    settled = _named_to_office(office_id).where(Chase.settled_at == at)
    change = aliased(OutboxRow)
    changed = select(change.id).where(
        change.chat_id == OutboxRow.chat_id,
        change.message_id == OutboxRow.message_id,
        col(change.kind).in_((OutboxKind.CLOSING, OutboxKind.CAPTION)),
        col(change.created_at) >= at,
    )
    done = _done_of_office(office_id).where(settled.exists(), ~changed.exists())
    return list(session.exec(done.limit(_MOST_MARKED)))


def is_office_message_done(session: Session, office_id: int, row: OutboxRow) -> bool:
    """Whether it reminded the office, and names nothing that still waits."""
    return bool(session.exec(_done_of_office(office_id).where(OutboxRow.id == row.id)).first())


def _done_of_office(office_id: int) -> SelectOfScalar[OutboxRow]:
    told = (
        select(Reminder.outbox_id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(
            Chase.office_id == office_id,
            col(Chase.kind).in_(CHASES_OF_OFFICE),
            col(Reminder.outbox_id).is_not(None),
        )
    )
    waiting = (
        _named_to_office(office_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .where(col(Chase.settled_at).is_(None), col(Report.exempt).is_(False))
    )
    return _standing(told).where(~waiting.exists())


def _named_to_office(office_id: int) -> SelectOfScalar[int]:
    """The chases that a message to the office names: all that lasted when it was written.

    Also those that had no reminder in it yet.
    """
    return select(Chase.id).where(
        Chase.office_id == office_id,
        col(Chase.kind).in_(CHASES_OF_OFFICE),
        col(Chase.opened_at) <= OutboxRow.created_at,
    )


def _standing(told: SelectOfScalar[int] | SelectOfScalar[None]) -> SelectOfScalar[OutboxRow]:
    """Those of the rows that stand in a chat, newest first."""
    return (
        select(OutboxRow)
        .where(
            col(OutboxRow.id).in_(told),
            OutboxRow.state == OutboxState.SENT,
            col(OutboxRow.message_id).is_not(None),
        )
        .order_by(col(OutboxRow.id).desc())
    )


def problem_chase(session: Session, problem_id: int) -> Chase | None:
    """The chase of the problem, while it lasts."""
    chased = select(Chase).where(Chase.problem_id == problem_id, col(Chase.settled_at).is_(None))
    return session.exec(chased).first()


def _take_back(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    """What waits is cancelled; what is being sent expires, so that it is not tried again."""
    moot = update(OutboxRow).where(which)
    session.execute(
        moot.where(col(OutboxRow.state) == OutboxState.DUE).values(state=OutboxState.CANCELLED)
    )
    session.execute(moot.where(col(OutboxRow.state) == OutboxState.SENDING).values(expires_at=now))


def _told_together(report_id: int) -> ColumnElement[bool]:
    """Of an outbox row: whether it told somebody of the report that is late, among others."""
    told = (
        select(Reminder.outbox_id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(
            Chase.report_id == report_id,
            col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
            col(Reminder.audience).in_(TOLD_TOGETHER),
            col(Reminder.outbox_id).is_not(None),
        )
    )
    return col(OutboxRow.id).in_(told) & col(OutboxRow.moot_when_filed_id).is_(None)


def messages_telling(session: Session, report_id: int) -> list[OutboxRow]:
    """Messages in the chats of task forces and of the office that told of the report among others.

    Newest first.
    """
    return list(
        session.exec(
            select(OutboxRow)
            .where(
                _told_together(report_id),
                OutboxRow.state == OutboxState.SENT,
                col(OutboxRow.message_id).is_not(None),
            )
            .order_by(col(OutboxRow.id).desc())
            .limit(_MOST_MARKED)
        )
    )


def reports_told_and_done(session: Session, outbox_id: int) -> list[tuple[Report, Unit]]:
    """The reports that such a message told of and that are chased no more, in the units' order."""
    rows = session.exec(
        select(Report, Unit)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Chase, col(Chase.report_id) == Report.id)
        .join(Reminder, col(Reminder.chase_id) == Chase.id)
        .where(
            Reminder.outbox_id == outbox_id,
            col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
            col(Reminder.audience).in_(TOLD_TOGETHER),
            col(Chase.settled_at).is_not(None),
        )
        .order_by(col(Unit.id))
    )
    return list({report.id: (report, unit) for report, unit in rows}.values())


def settle_chase_of_office(
    session: Session, report_id: int, kind: ChaseKind, *, now: datetime
) -> None:
    """The office has done it. A reminder still to be sent goes out if it is about others too."""
    _settle(session, report_id, frozenset({kind}), now)
    still_about = (
        select(Reminder.id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(Reminder.outbox_id == OutboxRow.id, col(Chase.settled_at).is_(None))
    )
    of_this = (
        select(Reminder.outbox_id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(Chase.report_id == report_id, Chase.kind == kind)
    )
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.id).in_(of_this),
            col(OutboxRow.state) == OutboxState.DUE,
            ~still_about.exists(),
        )
        .values(state=OutboxState.CANCELLED)
    )


def _settle(session: Session, report_id: int, kinds: frozenset[ChaseKind], now: datetime) -> None:
    session.execute(
        update(Chase)
        .where(
            col(Chase.report_id) == report_id,
            col(Chase.kind).in_(kinds),
            col(Chase.settled_at).is_(None),
        )
        .values(settled_at=now)
    )


def messages_asking(session: Session, report_id: int) -> list[OutboxRow]:
    """Messages in the chats that ask for the report since its open chases began, newest first.

    Ask before the chases are settled. Only the newest: who files after years of weekly reminders
    does not edit them all.
    """
    began = session.exec(
        select(func.min(Chase.opened_at)).where(
            Chase.report_id == report_id,
            col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
            col(Chase.settled_at).is_(None),
        )
    ).one()
    if began is None:
        return []
    return list(
        session.exec(
            select(OutboxRow)
            .where(
                OutboxRow.moot_when_filed_id == report_id,
                OutboxRow.state == OutboxState.SENT,
                col(OutboxRow.message_id).is_not(None),
                col(OutboxRow.created_at) >= began,
            )
            .order_by(col(OutboxRow.id).desc())
            .limit(_MOST_MARKED)
        )
    )


def cancel_reminders_of(session: Session, contact_id: int) -> None:
    """What still waits to be sent to a contact who is none any more."""
    queued = select(Reminder.outbox_id).where(Reminder.contact_id == contact_id)
    session.execute(
        update(OutboxRow)
        .where(col(OutboxRow.id).in_(queued), col(OutboxRow.state) == OutboxState.DUE)
        .values(state=OutboxState.CANCELLED)
    )


def open_chases(
    session: Session, office_id: int, kinds: frozenset[ChaseKind] = CHASES_ENDED_BY_FILING
) -> list[tuple[Chase, Report, Cycle]]:
    """Everything of these kinds that is still chased, in the order in which it began."""
    return list(_unsettled(session, office_id, list(kinds)))


@prepared
def _unsettled(office_id: int, kinds: Collection[ChaseKind]) -> Select[Chase, Report, Cycle]:
    return (
        select(Chase, Report, Cycle)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            Chase.office_id == office_id,
            col(Chase.kind).in_(kinds),
            col(Chase.settled_at).is_(None),
            col(Report.exempt).is_(False),
        )
        .order_by(col(Chase.id))
    )


def chase_for_report(session: Session, report_id: int) -> Chase | None:
    """The chase that asks the unit for the report at present; there is one at most."""
    asking = select(Chase).where(
        Chase.report_id == report_id,
        col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
        col(Chase.settled_at).is_(None),
    )
    return session.exec(asking.order_by(col(Chase.id).desc())).first()


def open_calls(session: Session, office_id: int) -> list[tuple[Reminder, Contact, Report, Chase]]:
    """Whom the office still has to call, of which report and what of it; the oldest first."""
    rows = session.exec(
        select(Reminder, Contact, Report, Chase)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .where(
            Chase.office_id == office_id,
            col(Chase.settled_at).is_(None),
            col(Report.exempt).is_(False),
            col(Contact.ended_at).is_(None),
            Reminder.channel == Channel.PHONE,
            col(Reminder.call_outcome).is_(None),
        )
        .order_by(col(Reminder.id))
    )
    return list(rows)


def is_listed_to_call(session: Session, report_id: int) -> bool:
    """Whether a call about the report was on the office's list, and nobody has made it."""
    listed = (
        select(Reminder.id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(
            Chase.report_id == report_id,
            Reminder.channel == Channel.PHONE,
            col(Reminder.call_outcome).is_(None),
        )
    )
    return session.exec(listed).first() is not None


def open_call(session: Session, office_id: int, reminder_id: int) -> Reminder | None:
    """The call, if the office still has to make it."""
    calls = open_calls(session, office_id)
    return next((reminder for reminder, *_ in calls if reminder.id == reminder_id), None)


def chases_of_report(session: Session, report_id: int) -> list[Chase]:
    """Everything that was ever chased of the report, in the order in which it began."""
    chases = select(Chase).where(Chase.report_id == report_id)
    return list(session.exec(chases.order_by(col(Chase.id))))


def reports_without_chase(session: Session, office_id: int) -> list[Report]:
    """Open reports that no chase asks for yet, in the order of their units in the plan."""
    chased = select(Chase.report_id).where(
        col(Chase.kind).in_(CHASES_ENDED_BY_FILING), col(Chase.settled_at).is_(None)
    )
    return list(
        session.exec(
            select(Report)
            .where(
                Report.office_id == office_id,
                col(Report.exempt).is_(False),
                col(Report.state).in_((ReportState.NOT_STARTED, ReportState.FILLING)),
                col(Report.id).not_in(chased),
            )
            .order_by(col(Report.id))
        )
    )


def reminders_of_chases(
    session: Session, chase_ids: list[int]
) -> dict[int, list[tuple[Reminder, OutboxRow | None]]]:
    """By chase, each reminder with what became of it; one query."""
    found: dict[int, list[tuple[Reminder, OutboxRow | None]]] = {}
    for reminder, row in _reminders(session, chase_ids):
        found.setdefault(reminder.chase_id, []).append((reminder, row))
    return found


@prepared
def _reminders(chase_ids: Collection[int]) -> Select[Reminder, OutboxRow | None]:
    return (
        select(Reminder, OutboxRow)
        .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
        .where(col(Reminder.chase_id).in_(chase_ids))
        .order_by(col(Reminder.id))
    )


def reminders_sent(session: Session, cycle_id: int) -> dict[int, tuple[int, datetime | None]]:
    """By report: how many reminders of it its unit's people were sent, and when the last was."""
    rows = session.exec(
        select(
            Chase.report_id,
            func.count(func.distinct(OutboxRow.id)),
            func.max(OutboxRow.sent_at),
        )
        .join(Reminder, col(Reminder.chase_id) == Chase.id)
        .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .where(
            Report.cycle_id == cycle_id,
            Contact.unit_id == Report.unit_id,
            OutboxRow.state == OutboxState.SENT,
            col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
        )
        .group_by(col(Chase.report_id))
    )
    return {report_id: (count, last) for report_id, count, last in rows}


def not_reached(
    session: Session, report_ids: Collection[int], zone: ZoneInfo
) -> dict[int, tuple[NotReached, ...]]:
    """By report that is chased, whom of its unit the newest reminder did not surely reach.

    Who was called meanwhile, or got a later one, is none of them.
    """
    rows = session.exec(
        select(Chase.report_id, OutboxRow, Contact, Person)
        .select_from(Reminder)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .join(Report, col(Report.id) == Chase.report_id)
        .join(Contact, col(Contact.id) == Reminder.contact_id)
        .join(Person, col(Person.id) == Contact.person_id, isouter=True)
        .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
        .where(
            col(Chase.report_id).in_(report_ids),
            col(Chase.kind).in_(CHASES_ENDED_BY_FILING),
            col(Chase.settled_at).is_(None),
            col(Contact.unit_id) == Report.unit_id,
            col(Contact.ended_at).is_(None),
            or_(
                col(OutboxRow.state).in_(_SETTLED_SENDINGS),
                col(Reminder.call_outcome) == CallOutcome.TOLD,
            ),
        )
        .order_by(col(Reminder.id))
    )
    newest = {
        (report_id, contact.id): (row, contact, person) for report_id, row, contact, person in rows
    }
    found: dict[int, tuple[NotReached, ...]] = {}
    for (report_id, contact_id), (row, contact, person) in newest.items():
        if row is None or row.state is OutboxState.SENT:
            continue
        can_arrive = person is not None and person.unreachable_since is None
        one = NotReached(
            contact_id=contact_id,
            kind=contact.kind,
            name=contact.name,
            phone=contact.phone,
            at=row.created_at.astimezone(zone),
            reason=row.last_error,
            doubtful=row.state is OutboxState.UNKNOWN,
            number=row.id if can_arrive else None,
        )
        found[report_id] = (*found.get(report_id, ()), one)
    return found


_SETTLED_SENDINGS = (OutboxState.SENT, OutboxState.DEAD, OutboxState.UNKNOWN)
