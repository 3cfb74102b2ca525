"""What the outbox holds that has not arrived: what it is, for whom, and how it is sent again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models.announcements import AnnouncementCopy
from models.chases import Chase, Reminder
from models.cycles import OPEN_STATES, Report, Revision
from models.delivery import (
    WAITING,
    Document,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    Slot,
)
from models.mail import Mail
from models.offices import Unit
from models.people import Contact, Person, place_name
from vocabulary.mail import MailKind
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_UNIT,
    FORCE_KINDS,
    MessageSubject,
)

UNDELIVERED = (OutboxState.DEAD, OutboxState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way, or one that did not arrive, or of which that is not known.

    places: the unit whose report it is about; else every unit or task force of its reader, and the
    office where they are of it; empty for a stranger. name: empty for one too; of a mail, the
    address.
    error: how the last try ended. can_arrive: False while its reader is known to be unreachable.
    """

    outbox_id: int
    subject: MessageSubject
    places: tuple[str, ...]
    name: str
    state: OutboxState
    error: str
    attempts: int
    created_at: datetime
    not_before: datetime
    settled_at: datetime | None
    can_arrive: bool


def messages_waiting(
    session: Session, language: str, *, bot_id: int | None = None
) -> list[Outgoing]:
    """What is still to go out, the oldest first. language: of the office's name."""
    return _outgoing(session, language, _of(bot_id, WAITING))


def messages_undelivered(
    session: Session, language: str, *, bot_id: int | None = None
) -> list[Outgoing]:
    """What did not arrive and is wanted still, or may have arrived; the newest first.

    Nobody misses a reminder of a report that was filed since, of a matter that is settled, a card
    that shows something else by now, or a mail of a revision that another has taken the place of.
    """
    is_wanted = _is_wanted()
    return _outgoing(session, language, [*_of(bot_id, UNDELIVERED), *is_wanted])[::-1]


def resend(session: Session, outbox_id: int, *, now: datetime) -> bool:
    """Puts a message that did not arrive back into the queue, as if it were asked for now.

    False where there is no such row, or it is not undelivered (any more).
    """
    queued = session.execute(
        update(OutboxRow)
        .where(col(OutboxRow.id) == outbox_id, col(OutboxRow.state).in_(UNDELIVERED))
        .values(
            state=OutboxState.DUE,
            not_before=now,
            created_at=now,
            expires_at=None,
            settled_at=None,
            last_error="",
        )
        .returning(col(OutboxRow.id))
    )
    return queued.first() is not None


def _of(bot_id: int | None, states: Collection[OutboxState]) -> list[ColumnElement[bool]]:
    of_bot = [] if bot_id is None else [col(OutboxRow.bot_id) == bot_id]
    return [*of_bot, col(OutboxRow.state).in_(states)]


def _is_wanted() -> list[ColumnElement[bool]]:
    filed = select(Report.id).where(
        col(Report.id) == OutboxRow.moot_when_filed_id,
        col(Report.exempt) | col(Report.state).not_in(OPEN_STATES),
    )
    moved_on = select(Slot.id).where(
        col(Slot.id) == OutboxRow.slot_id,
        (col(Slot.generation) != OutboxRow.slot_generation)
        | (col(Slot.shown_version) >= OutboxRow.slot_version),
    )
    newer = aliased(Revision)
    overtaken = (
        select(Mail.id)
        .join(Revision, col(Revision.id) == Mail.revision_id)
        .join(newer, col(newer.report_id) == col(Revision.report_id))
        .where(col(Mail.id) == OutboxRow.mail_id, col(newer.id) > col(Revision.id))
    )
    of_chases = (
        select(Reminder.id)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(col(Reminder.outbox_id) == OutboxRow.id)
    )
    is_settled = of_chases.exists() & ~of_chases.where(col(Chase.settled_at).is_(None)).exists()
    return [~filed.exists(), ~moved_on.exists(), ~overtaken.exists(), ~is_settled]


def _outgoing(
    session: Session, language: str, conditions: Iterable[ColumnElement[bool]]
) -> list[Outgoing]:
    rows = session.exec(
        select(OutboxRow).where(*conditions).order_by(col(OutboxRow.created_at), col(OutboxRow.id))
    ).all()
    about = _About(session, rows, language)
    return [
        Outgoing(
            outbox_id=row.id,
            subject=about.subject(row),
            places=about.places(row),
            name=about.name(row),
            state=row.state,
            error=row.last_error,
            attempts=row.attempts,
            created_at=row.created_at,
            not_before=row.not_before,
            settled_at=row.settled_at,
            can_arrive=about.can_arrive(row),
        )
        for row in rows
    ]


class _About:
    """What these rows are about, looked up for all of them at once."""

    def __init__(self, session: Session, rows: Iterable[OutboxRow], language: str) -> None:
        rows = list(rows)
        row_ids = [row.id for row in rows]
        document_ids = [row.document_id for row in rows if row.document_id is not None]
        self._people = _people(session, rows)
        self._places = _places(session, self._people.values(), language)
        self._reminded = _reminded(session, row_ids)
        self._announced = set(
            session.exec(
                select(AnnouncementCopy.outbox_id).where(
                    col(AnnouncementCopy.outbox_id).in_(row_ids)
                )
            )
        )
        documents = select(Document).where(col(Document.id).in_(document_ids))
        self._documents = {one.id: one for one in session.exec(documents)}
        mail_ids = [row.mail_id for row in rows if row.mail_id is not None]
        mails = session.exec(select(Mail).where(col(Mail.id).in_(mail_ids))) if mail_ids else ()
        self._mails = {one.id: one for one in mails}
        self._reports = {row.id: self._report_of(session, row) for row in rows}
        of_reports = (
            select(Report.id, Unit.name)
            .join(Unit, col(Unit.id) == Report.unit_id)
            .where(col(Report.id).in_(set(filter(None, self._reports.values()))))
        )
        self._units = dict(session.exec(of_reports).all())

    def subject(self, row: OutboxRow) -> MessageSubject:
        match row.kind:
            case OutboxKind.CARD:
                return MessageSubject.CARD
            case OutboxKind.CLOSING | OutboxKind.CAPTION:
                return MessageSubject.AMENDMENT
            case OutboxKind.DELETION:
                return MessageSubject.DELETION
            case OutboxKind.DOCUMENT:
                return MessageSubject(self._documents[row.document_id or 0].kind.value)
            case OutboxKind.MAIL:
                is_test = self._mails[row.mail_id or 0].kind is MailKind.TEST
                return MessageSubject.TEST_MAIL if is_test else MessageSubject.MAIL
            case OutboxKind.MESSAGE:
                return self._subject_of_message(row)

    def _subject_of_message(self, row: OutboxRow) -> MessageSubject:
        if reminded := self._reminded.get(row.id):
            reminder, chase = reminded[0]
            if reminder.audience in FORCE_KINDS and chase.kind in CHASES_ENDED_BY_FILING:
                return MessageSubject.FORCE
            return MessageSubject(chase.kind.value)
        if row.id in self._announced or row.priority >= Priority.BULK:
            return MessageSubject.ANNOUNCEMENT
        if row.priority >= Priority.REMINDER:
            return MessageSubject.REMINDER
        return MessageSubject.NOTICE if row.priority >= Priority.NOTICE else MessageSubject.REPLY

    def places(self, row: OutboxRow) -> tuple[str, ...]:
        report_id = self._reports[row.id]
        if report_id is not None:
            return (self._units[report_id],)
        person = self._people.get(row.chat_id)
        return self._places.get(person.id, ()) if person else ()

    def name(self, row: OutboxRow) -> str:
        if row.mail_id is not None:
            return self._mails[row.mail_id].address
        person = self._people.get(row.chat_id)
        return person.name if person else ""

    def can_arrive(self, row: OutboxRow) -> bool:
        person = self._people.get(row.chat_id)
        return person is None or person.unreachable_since is None

    def _report_of(self, session: Session, row: OutboxRow) -> int | None:
        """The one report that it is about; None where it is about none, or about several."""
        if row.mail_id is not None:
            revision_id = self._mails[row.mail_id].revision_id
            return session.get_one(Revision, revision_id).report_id if revision_id else None
        document = self._documents.get(row.document_id) if row.document_id is not None else None
        if document is not None and document.revision_id is not None:
            return session.get_one(Revision, document.revision_id).report_id
        if document is not None:
            return document.report_id
        reminded = [chase for _, chase in self._reminded.get(row.id, ())]
        of = {chase.report_id for chase in reminded if chase.kind in CHASES_OF_UNIT}
        return row.moot_when_filed_id or (of.pop() if len(of) == 1 else None)


def _people(session: Session, rows: Iterable[OutboxRow]) -> dict[int, Person]:
    """By chat. A database serves one bot: its people's chats are told apart by their number."""
    chats = {(row.bot_id, row.chat_id) for row in rows}
    found = session.exec(
        select(Person).where(col(Person.user_id).in_({chat_id for _, chat_id in chats}))
    )
    return {one.user_id: one for one in found if (one.bot_id, one.user_id) in chats}


def _places(
    session: Session, people: Iterable[Person], language: str
) -> dict[int, tuple[str, ...]]:
    """By person, where they are something at present."""
    found: dict[int, dict[str, None]] = {}
    contacts = select(Contact).where(
        col(Contact.person_id).in_([person.id for person in people]),
        col(Contact.ended_at).is_(None),
    )
    for contact in session.exec(contacts.order_by(col(Contact.id))):
        if contact.person_id is not None:
            name = place_name(session, contact, language)
            found.setdefault(contact.person_id, {})[name] = None
    return {person_id: tuple(names) for person_id, names in found.items()}


def _reminded(
    session: Session, row_ids: Collection[int]
) -> dict[int, list[tuple[Reminder, Chase]]]:
    found: dict[int, list[tuple[Reminder, Chase]]] = {}
    rows = session.exec(
        select(Reminder, Chase)
        .join(Chase, col(Chase.id) == Reminder.chase_id)
        .where(col(Reminder.outbox_id).in_(row_ids))
        .order_by(col(Reminder.id))
    )
    for reminder, chase in rows:
        if reminder.outbox_id is not None:
            found.setdefault(reminder.outbox_id, []).append((reminder, chase))
    return found
