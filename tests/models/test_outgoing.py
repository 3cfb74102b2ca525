"""What waits and what did not arrive, as whoever looks after it reads it."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from models.announcements import Announcement, AnnouncementCopy
from models.chases import Chase, Reminder, open_chase
from models.database import Database
from models.delivery import (
    Document,
    DocumentKind,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    slot_named,
)
from models.outgoing import Outgoing, messages_undelivered, messages_waiting, resend
from models.people import end_contact, mark_unreachable
from tests.factories import at
from tests.models.samples import (
    ADA,
    BORIS,
    BOT,
    OLGA,
    OPENS,
    ROADS,
    WATER,
    Month,
    a_contact,
    a_person,
    answer,
    file,
)
from vocabulary.terms import ChaseKind, ContactKind, MessageSubject

NOON = at(1, 12)
OFFICE_NAME = "the office"
STRANGER = 6_000_000_001


def put(
    session: Session,
    kind: OutboxKind = OutboxKind.MESSAGE,
    *,
    to: int = ADA,
    state: OutboxState = OutboxState.DEAD,
    priority: int = Priority.REPLY,
    document: Document | None = None,
) -> OutboxRow:
    if document is not None:
        session.add(document)
        session.flush()
    row = OutboxRow(
        bot_id=BOT,
        chat_id=to,
        kind=kind,
        state=state,
        priority=priority,
        document_id=document.id if document else None,
        last_error="Message is too long",
        attempts=1,
        not_before=NOON,
        created_at=NOON,
        settled_at=NOON,
    )
    session.add(row)
    session.flush()
    return row


def remind(
    session: Session,
    month: Month,
    row: OutboxRow,
    kind: ChaseKind = ChaseKind.REPORT_OUTSTANDING,
    audience: ContactKind = ContactKind.LIAISON,
) -> Chase:
    """As if the row were what the ladder had sent about Roads' report."""
    chase = open_chase(session, month.report(session, ROADS), kind, now=OPENS)
    contact = a_contact(session, month, None, ROADS)
    session.add(
        Reminder(
            chase_id=chase.id,
            rung="a rung",
            occurrence=1,
            audience=audience,
            contact_id=contact.id,
            outbox_id=row.id,
            due_at=NOON,
            planned_at=NOON,
        )
    )
    session.flush()
    return chase


def of_row(session: Session, row: OutboxRow) -> Outgoing:
    return next(o for o in messages_undelivered(session, "en") if o.outbox_id == row.id)


def a_draft(session: Session, month: Month) -> OutboxRow:
    report = month.report(session, WATER)
    answer(session, report, now=NOON)
    revision = file(session, report, now=NOON)
    draft = Document(
        office_id=month.office_id,
        kind=DocumentKind.DRAFT,
        revision_id=revision.id,
        language="en",
        as_of=NOON,
    )
    return put(session, OutboxKind.DOCUMENT, document=draft)


def a_form(session: Session, month: Month) -> OutboxRow:
    form = Document(
        office_id=month.office_id,
        kind=DocumentKind.FORM,
        report_id=month.report(session, WATER).id,
        language="en",
        as_of=NOON,
    )
    return put(session, OutboxKind.DOCUMENT, to=OLGA, document=form)


def a_ledger(session: Session, month: Month) -> OutboxRow:
    book = Document(
        office_id=month.office_id,
        kind=DocumentKind.LEDGER,
        cycle_id=month.cycle_id,
        language="en",
        as_of=NOON,
    )
    return put(session, OutboxKind.DOCUMENT, to=OLGA, document=book)


def an_announcement(session: Session, month: Month) -> OutboxRow:
    person = a_person(session, OLGA, "Olga")
    said = Announcement(
        office_id=month.office_id, author_id=person.id, text="words", created_at=NOON
    )
    session.add(said)
    session.flush()
    row = put(session, priority=Priority.NOTICE)
    contact = a_contact(session, month, None, WATER)
    session.add(AnnouncementCopy(announcement_id=said.id, contact_id=contact.id, outbox_id=row.id))
    session.flush()
    return row


def reminded(
    kind: ChaseKind, audience: ContactKind = ContactKind.LIAISON, *, to: int = BORIS
) -> Callable[[Session, Month], OutboxRow]:
    def made(session: Session, month: Month) -> OutboxRow:
        row = put(session, to=to, priority=Priority.REMINDER)
        remind(session, month, row, kind, audience)
        return row

    return made


@pytest.mark.parametrize(
    ("made", "subject", "places"),
    [
        (lambda s, _: put(s), MessageSubject.REPLY, (ROADS,)),
        (lambda s, _: put(s, priority=Priority.NOTICE), MessageSubject.NOTICE, (ROADS,)),
        (lambda s, _: put(s, priority=Priority.REMINDER), MessageSubject.REMINDER, (ROADS,)),
        (lambda s, _: put(s, priority=Priority.BULK), MessageSubject.ANNOUNCEMENT, (ROADS,)),
        (an_announcement, MessageSubject.ANNOUNCEMENT, (ROADS,)),
        (lambda s, _: put(s, OutboxKind.CARD), MessageSubject.CARD, (ROADS,)),
        (lambda s, _: put(s, OutboxKind.CLOSING), MessageSubject.AMENDMENT, (ROADS,)),
        (lambda s, _: put(s, OutboxKind.CAPTION), MessageSubject.AMENDMENT, (ROADS,)),
        (lambda s, _: put(s, OutboxKind.DELETION), MessageSubject.DELETION, (ROADS,)),
        (lambda s, _: put(s, to=OLGA), MessageSubject.REPLY, (OFFICE_NAME,)),
        (lambda s, _: put(s, to=STRANGER), MessageSubject.REPLY, ()),
        (a_draft, MessageSubject.DRAFT, (WATER,)),
        (a_form, MessageSubject.FORM, (WATER,)),
        (a_ledger, MessageSubject.LEDGER, (OFFICE_NAME,)),
        (
            reminded(ChaseKind.REPORT_OUTSTANDING),
            MessageSubject.REPORT_OUTSTANDING,
            (ROADS,),
        ),
        (reminded(ChaseKind.RETURNED), MessageSubject.RETURNED, (ROADS,)),
        (
            reminded(ChaseKind.REPORT_OUTSTANDING, ContactKind.TASK_FORCE),
            MessageSubject.FORCE,
            (ROADS,),
        ),
        (
            reminded(ChaseKind.REVIEW_WAITING, ContactKind.COORDINATOR, to=OLGA),
            MessageSubject.REVIEW_WAITING,
            (OFFICE_NAME,),
        ),
    ],
)
def test_message_is_named_by_what_it_is_and_whose_it_is(
    database: Database,
    month: Month,
    made: Callable[[Session, Month], OutboxRow],
    subject: MessageSubject,
    places: tuple[str, ...],
) -> None:
    def unit(session: Session) -> None:
        found = of_row(session, made(session, month))
        assert (found.subject, found.places) == (subject, places)

    database.run(unit)


def test_every_subject_of_a_chase_and_of_a_file_is_there() -> None:
    values = {subject.value for subject in MessageSubject}
    assert {kind.value for kind in ChaseKind} | {kind.value for kind in DocumentKind} <= values


def test_reader_of_several_units_is_named_with_all_of_them(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        ada = a_person(session)
        a_contact(session, month, ada, WATER, ContactKind.HEAD)
        row = put(session)
        assert of_row(session, row).places == (ROADS, WATER)
        for contact in (a_contact(session, month, ada, WATER, ContactKind.DEPUTY),):
            end_contact(session, contact.id, now=NOON)
        assert of_row(session, row).places == (ROADS, WATER)

    database.run(unit)


def test_who_is_known_to_be_unreachable_can_be_sent_nothing(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        row = put(session)
        assert of_row(session, row).can_arrive
        mark_unreachable(session, BOT, ADA, reason="blocked", now=NOON)
        assert not of_row(session, row).can_arrive
        a_person(session)  # who writes is back
        assert of_row(session, row).can_arrive

    database.run(unit)
    assert month.office_id


def test_what_is_wanted_no_more_is_not_missed(database: Database, month: Month) -> None:
    """Filed, settled, or a card that has gone on."""

    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        asking = put(session, priority=Priority.REMINDER)
        asking.moot_when_filed_id = report.id
        told = put(session, to=OLGA, priority=Priority.REMINDER)
        chase = remind(session, month, told, ChaseKind.REVIEW_WAITING, ContactKind.COORDINATOR)
        card = put(session, OutboxKind.CARD)
        slot = slot_named(session, BOT, ADA, "a card")
        slot.version = card.slot_version = 1
        card.slot_id, card.slot_generation = slot.id, slot.generation
        session.flush()
        rows = [card.id, told.id, asking.id]
        assert [one.outbox_id for one in messages_undelivered(session, "en")] == rows
        slot.generation += 1
        session.flush()
        assert [one.outbox_id for one in messages_undelivered(session, "en")] == rows[1:]
        chase.settled_at = NOON
        session.flush()
        assert [one.outbox_id for one in messages_undelivered(session, "en")] == rows[2:]
        answer(session, report, now=NOON)
        file(session, report, now=NOON)
        assert messages_undelivered(session, "en") == []

    database.run(unit)


def test_what_waits_comes_oldest_first_and_of_one_bot_only(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        first = put(session, state=OutboxState.DUE)
        second = put(session, to=BORIS, state=OutboxState.SENDING)
        first.created_at = at(1, 13)
        put(session, state=OutboxState.SENT)
        other = put(session, state=OutboxState.DUE)
        other.bot_id = BOT + 1
        session.flush()
        assert [o.outbox_id for o in messages_waiting(session, "en", bot_id=BOT)] == [
            second.id,
            first.id,
        ]
        assert len(messages_waiting(session, "en")) == 3
        assert messages_undelivered(session, "en", bot_id=BOT) == []

    database.run(unit)
    assert month.office_id


def test_only_what_did_not_arrive_is_sent_again_and_once(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        dead, sent = put(session), put(session, state=OutboxState.SENT)
        assert resend(session, dead.id, now=at(2))
        assert not resend(session, dead.id, now=at(2))
        assert not resend(session, sent.id, now=at(2))
        session.refresh(dead)
        assert (dead.state, dead.not_before, dead.last_error) == (OutboxState.DUE, at(2), "")
        assert messages_undelivered(session, "en") == []

    database.run(unit)
    assert month.office_id
