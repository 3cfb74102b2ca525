"""A unit of work says what is to be sent; it only writes rows, and it knows who may do what."""

from dataclasses import dataclass

import pytest
from sqlmodel import Session, select

from models.conversations import conversation_of
from models.database import Database
from models.delivery import (
    Document,
    DocumentKind,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    Slot,
    slot_named,
    unpacked,
)
from models.offices import the_office
from models.people import end_contact, make_coordinator
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.models.samples import ADA, BOT, OLGA, ROADS, WATER, Month, a_contact, a_person
from texts import explain, say
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Button, Message
from vocabulary.terms import ContactKind

NOON = at(2, 12)
QUESTION = Message("Which?", ((Button("This", "a:1"),),))
NEXT = Message("And now?", ((Button("That", "a:2"),),))
CLOSED = Message("It was this.")


def a_work(
    session: Session, month: Month, *, user_id: int = ADA, tapped: int | None = None
) -> Work:
    desk = Desk(BOT, "a_bot", month.office_id, ZONE, "zh-CN")
    return Work(session, desk, NOON, person=a_person(session, user_id), tapped=tapped)


def a_tick(session: Session, month: Month) -> Work:
    return Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "zh-CN"), NOON)


@dataclass(frozen=True)
class Queued:
    chat_id: int
    kind: OutboxKind
    message: Message | None
    message_id: int | None = None


def queued(session: Session) -> list[Queued]:
    return [
        Queued(
            row.chat_id,
            row.kind,
            unpacked(row.content) if row.content else None,
            row.message_id,
        )
        for row in session.exec(select(OutboxRow).order_by("id"))
    ]


def shown(session: Session, message_id: int = 70) -> Slot:
    """The card, as the sender leaves it once it is on the screen."""
    slot = slot_named(session, BOT, ADA, "report")
    slot.message_id, slot.shown_version = message_id, slot.version
    session.flush()
    return slot


def test_what_is_said_goes_to_the_writer_in_the_writers_language(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        work = a_work(session, month)
        work.say("not-allowed")
        work.explain(Stale())
        work.reply(QUESTION)
        assert queued(session) == [
            Queued(ADA, OutboxKind.MESSAGE, Message(say("en", "not-allowed"))),
            Queued(ADA, OutboxKind.MESSAGE, Message(explain("en", Stale()))),
            Queued(ADA, OutboxKind.MESSAGE, QUESTION),
        ]

    database.run(unit)


def test_a_reply_is_due_at_once_and_goes_before_everything(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).reply(QUESTION)
        row = session.exec(select(OutboxRow)).one()
        assert (row.state, row.not_before, row.created_at) == (OutboxState.DUE, NOON, NOON)
        assert (row.bot_id, row.priority, row.expires_at) == (BOT, Priority.REPLY, None)
        assert (row.moot_when_filed_id, row.repeat_when_unknown) == (None, True)

    database.run(unit)


def test_a_reminder_says_when_it_is_pointless(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        row = a_tick(session, month).send(
            ADA,
            QUESTION,
            priority=Priority.REMINDER,
            moot_when_filed=report.id,
            expires_at=at(5, 18),
            repeat_when_unknown=False,
        )
        assert (row.priority, row.moot_when_filed_id) == (Priority.REMINDER, report.id)
        assert (row.expires_at, row.repeat_when_unknown) == (at(5, 18), False)

    database.run(unit)


def test_a_tick_has_nobody_to_answer(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        work = a_tick(session, month)
        assert work.language == "zh-CN"
        for deed in (
            lambda: work.say("stale"),
            lambda: work.card("report", QUESTION),
            lambda: work.held,
        ):
            with pytest.raises(NotAllowed):
                deed()
        assert queued(session) == []

    database.run(unit)


def test_the_first_card_is_a_new_message(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", QUESTION)
        row = session.exec(select(OutboxRow)).one()
        slot = session.exec(select(Slot)).one()
        assert (row.kind, row.slot_id) == (OutboxKind.CARD, slot.id)
        assert unpacked(slot.content) == QUESTION
        assert row.slot_version == slot.version > slot.shown_version
        assert row.slot_generation == slot.generation
        assert slot.message_id is None

    database.run(unit)


def test_a_card_whose_button_was_tapped_is_edited_in_place(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", QUESTION)
        slot = shown(session, 70)
        generation, before = slot.generation, len(queued(session))
        a_work(session, month, tapped=70).card("report", NEXT)
        assert [row.kind for row in queued(session)[before:]] == [OutboxKind.CARD]
        assert (slot.message_id, slot.generation) == (70, generation)
        assert slot.version == slot.shown_version + 1
        assert unpacked(slot.content) == NEXT

    database.run(unit)


@pytest.mark.parametrize("tapped", [None, 69])
@pytest.mark.parametrize("closing", [None, CLOSED])
def test_a_card_above_other_words_is_closed_and_sent_anew_below_them(
    database: Database, month: Month, tapped: int | None, closing: Message | None
) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", QUESTION)
        slot = shown(session, 70)
        generation, before = slot.generation, len(queued(session))
        a_work(session, month, tapped=tapped).card("report", NEXT, closing=closing)
        old, new = queued(session)[before:]
        assert old == Queued(ADA, OutboxKind.CLOSING, closing, message_id=70)
        assert new.kind is OutboxKind.CARD
        assert (slot.message_id, slot.generation) == (None, generation + 1)
        newest = session.exec(select(OutboxRow).order_by("id")).all()[-1]
        assert newest.slot_generation == slot.generation
        assert newest.slot_version == slot.version > slot.shown_version

    database.run(unit)


def test_a_card_that_shows_no_buttons_is_left_as_it_is_when_another_is_sent_below(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", CLOSED)
        slot = shown(session, 70)
        before = len(queued(session))
        a_work(session, month).card("report", NEXT)
        assert [row.kind for row in queued(session)[before:]] == [OutboxKind.CARD]
        assert slot.message_id is None

    database.run(unit)


def test_a_card_that_was_never_shown_is_overtaken_and_leaves_nothing_to_close(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        for message in (QUESTION, NEXT):
            a_work(session, month).card("report", message)
        slot = session.exec(select(Slot)).one()
        overtaken, newest = session.exec(select(OutboxRow).order_by("id")).all()
        assert [overtaken.kind, newest.kind] == [OutboxKind.CARD, OutboxKind.CARD]
        assert overtaken.slot_generation < slot.generation == newest.slot_generation
        assert overtaken.slot_version <= slot.shown_version < newest.slot_version

    database.run(unit)


def test_a_closed_card_asks_nothing_any_more(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", QUESTION)
        slot = shown(session, 70)
        before = len(queued(session))
        work = a_work(session, month)
        work.close("report", CLOSED)
        work.close("report", CLOSED)
        assert queued(session)[before:] == [Queued(ADA, OutboxKind.CLOSING, CLOSED, message_id=70)]
        assert (slot.message_id, slot.version) == (None, slot.shown_version)

    database.run(unit)


def test_cards_of_other_names_and_other_people_are_left_alone(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        a_work(session, month).card("report", QUESTION)
        shown(session, 70)
        a_work(session, month).card("board", NEXT)
        a_work(session, month, user_id=OLGA).card("report", NEXT)
        assert OutboxKind.CLOSING not in [row.kind for row in queued(session)]
        slots = {(slot.chat_id, slot.name): slot for slot in session.exec(select(Slot))}
        assert set(slots) == {(ADA, "report"), (ADA, "board"), (OLGA, "report")}
        assert unpacked(slots[ADA, "report"].content) == QUESTION

    database.run(unit)


def test_a_document_is_handed_out_by_its_row(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        document = Document(
            office_id=month.office_id,
            kind=DocumentKind.LEDGER,
            cycle_id=month.cycle_id,
            language="en",
            as_of=NOON,
        )
        a_tick(session, month).hand_out(OLGA, document, "<b>July</b>", priority=Priority.NOTICE)
        row = session.exec(select(OutboxRow)).one()
        assert queued(session) == [Queued(OLGA, OutboxKind.DOCUMENT, Message("<b>July</b>"))]
        assert (row.document_id, row.priority) == (document.id, Priority.NOTICE)
        assert (document.sha256, document.file_name) == (None, "")

    database.run(unit)


def test_what_is_said_in_one_unit_goes_out_in_that_order(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        work = a_work(session, month)
        work.card("report", QUESTION)
        work.say("stale")
        work.card("report", NEXT)
        work.reply(CLOSED)
        session.flush()
        assert [row.kind for row in queued(session)] == [
            OutboxKind.CARD,
            OutboxKind.MESSAGE,
            OutboxKind.CARD,
            OutboxKind.MESSAGE,
        ]

    database.run(unit)


def test_only_liaisons_and_deputies_write_their_units_report(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        ada = a_person(session)
        a_contact(session, month, ada, WATER, ContactKind.DEPUTY)
        for kind in (ContactKind.HEAD, ContactKind.LEADER_IN_CHARGE):
            a_contact(session, month, a_person(session, OLGA, "Olga"), ROADS, kind)
        roads, water = (month.unit(session, name).id for name in (ROADS, WATER))
        assert a_work(session, month).filing_unit_ids() == [roads, water]
        assert a_work(session, month, user_id=OLGA).filing_unit_ids() == []

    database.run(unit)


def test_what_somebody_may_do_ends_with_the_contact(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        work = a_work(session, month)
        (contact,) = work.held
        end_contact(session, contact.id, now=NOON)
        session.flush()
        work.forget_held()
        assert work.filing_unit_ids() == []

    database.run(unit)


def test_coordinators_of_this_office_are_told_from_everybody_else(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        other = the_office(session, "another office")
        make_coordinator(session, other.id, a_person(session), now=NOON)
        work = a_work(session, month)
        assert not work.is_coordinator()
        olga = a_work(session, month, user_id=OLGA)
        assert olga.is_coordinator()

    database.run(unit)


def test_a_person_has_one_open_question(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        ada, olga = a_person(session), a_person(session, OLGA, "Olga")
        conversation = conversation_of(session, ada.id)
        assert conversation.step == ""
        assert conversation_of(session, ada.id) is conversation
        assert conversation_of(session, olga.id) is not conversation

    database.run(unit)


def test_moments_are_told_in_the_offices_zone(database: Database, month: Month) -> None:
    def unit(session: Session) -> str:
        work = a_tick(session, month)
        return work.local(month.cycle(session).due_at).isoformat()

    assert database.run(unit) == "2022-08-05T18:00:00+08:00"


def test_card_that_is_put_aside_has_no_buttons_until_it_is_taken_up_where_it_stands(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        work = a_work(session, month)
        work.card("report", QUESTION, asks="1|status|")
        slot = shown(session)
        work.put_aside(slot)
        assert unpacked(slot.content).keyboard == ()
        work.show(ADA, "report", NEXT, is_new=False)
        assert unpacked(slot.content).keyboard == ()
        work.take_up(slot)
        assert unpacked(slot.content) == NEXT
        assert (slot.message_id, slot.version) == (70, 4)
        rows = session.exec(select(OutboxRow).order_by("id")).all()
        assert [row.asks for row in rows] == ["1|status|"] * 4

    database.run(unit)
