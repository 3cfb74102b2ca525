"""What is to be sent: claimed in order, leased, and settled by whoever holds it."""

import shutil
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, text
from sqlmodel import Session, col, select

from models.database import Database
from models.delivery import (
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    claim_next,
    expired_leases,
    packed,
    settle,
    unpacked,
)
from tests.factories import at
from tests.models.samples import ADA, BORIS, BOT, CLARA
from tests.models.together import at_once
from vocabulary.message import Button, Message

NOON = at(1, 12)
LEASE = timedelta(minutes=1)
A_SECOND = timedelta(seconds=1)


def _queue(
    database: Database,
    chat_id: int,
    text: str,
    *,
    priority: int = Priority.REPLY,
    not_before: datetime = NOON,
    state: OutboxState = OutboxState.DUE,
    bot_id: int = BOT,
) -> int:
    def unit(session: Session) -> int:
        row = OutboxRow(
            bot_id=bot_id,
            chat_id=chat_id,
            kind=OutboxKind.MESSAGE,
            content=text,
            priority=priority,
            state=state,
            not_before=not_before,
            created_at=NOON,
        )
        session.add(row)
        session.flush()
        return row.id

    return database.run(unit)


def _claim(database: Database, *, now: datetime = NOON) -> tuple[int, str, int] | None:
    """Id, text and fence of the claimed row."""

    def unit(session: Session) -> tuple[int, str, int] | None:
        row = claim_next(session, BOT, now=now, lease=LEASE)
        return (row.id, row.content, row.attempts) if row else None

    return database.run(unit)


def _claimed_text(database: Database, *, now: datetime = NOON) -> str | None:
    claim = _claim(database, now=now)
    return claim[1] if claim else None


def _settle(
    database: Database,
    claim: tuple[int, str, int],
    state: OutboxState = OutboxState.SENT,
    *,
    now: datetime = NOON,
    not_before: datetime | None = None,
    message_id: int | None = None,
    error: str = "",
) -> bool:
    outbox_id, _, fence = claim
    return database.run(
        lambda s: settle(
            s,
            outbox_id,
            fence=fence,
            state=state,
            now=now,
            not_before=not_before,
            message_id=message_id,
            error=error,
        )
    )


def _sent_in_order(database: Database, *, now: datetime = NOON) -> list[str]:
    """What one sender sends until nothing more is due."""
    sent = []
    while claim := _claim(database, now=now):
        sent.append(claim[1])
        assert _settle(database, claim)
    return sent


def _row(database: Database, outbox_id: int) -> OutboxRow:
    def unit(session: Session) -> OutboxRow:
        row = session.get_one(OutboxRow, outbox_id)
        session.expunge(row)
        return row

    return database.run(unit)


def test_a_message_comes_out_of_the_outbox_as_it_went_in() -> None:
    message = Message(
        "<b>七月</b> & 😀", ((Button("填报", "r:1"), Button("看", url="https://t.me/x")), ())
    )
    assert unpacked(packed(message)) == message


def test_a_chat_gets_its_messages_in_the_order_of_asking(database: Database) -> None:
    for word in ("first", "second", "third"):
        _queue(database, ADA, word)
    assert _sent_in_order(database) == ["first", "second", "third"]


def test_a_chat_gets_nothing_while_something_older_is_being_sent_to_it(database: Database) -> None:
    _queue(database, ADA, "first")
    _queue(database, ADA, "second")
    _queue(database, BORIS, "other")
    first = _claim(database)
    assert first is not None
    assert _claimed_text(database) == "other"
    assert _claim(database) is None
    _settle(database, first)
    assert _claimed_text(database) == "second"


@pytest.mark.parametrize("end", sorted(set(OutboxState) - {OutboxState.DUE, OutboxState.SENDING}))
def test_however_a_sending_ends_the_next_one_goes_out(database: Database, end: OutboxState) -> None:
    _queue(database, ADA, "first")
    _queue(database, ADA, "second")
    first = _claim(database)
    assert first is not None
    _settle(database, first, end)
    assert _claimed_text(database) == "second"


def test_order_in_a_chat_is_kept_also_when_the_first_is_put_off(database: Database) -> None:
    _queue(database, ADA, "first")
    _queue(database, ADA, "second")
    first = _claim(database)
    assert first is not None
    _settle(database, first, OutboxState.DUE, not_before=NOON + A_SECOND)
    assert _claim(database) is None
    assert _sent_in_order(database, now=NOON + A_SECOND) == ["first", "second"]


def test_an_answer_does_not_wait_for_a_reminder_that_is_put_off(database: Database) -> None:
    _queue(database, ADA, "reminder", priority=Priority.REMINDER, not_before=NOON + A_SECOND)
    _queue(database, ADA, "reply")
    assert _claimed_text(database) == "reply"


def test_order_in_a_chat_is_kept_also_against_the_priority(database: Database) -> None:
    _queue(database, ADA, "reminder", priority=Priority.REMINDER)
    _queue(database, ADA, "reply")
    assert _sent_in_order(database) == ["reminder", "reply"]


def test_however_much_waits_in_a_chat_each_row_is_looked_at_once(
    sqlite_template: Path, tmp_path: Path
) -> None:
    """Counted in steps of SQLite's machine, which are the same whatever the machine."""
    database = Database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}")

    def steps(replies: int) -> int:
        database.run(lambda session: session.execute(delete(OutboxRow)))
        for number in range(replies):
            _queue(database, ADA, str(number), state=OutboxState.SENT)
        _queue(database, ADA, "reminder", priority=Priority.REMINDER)
        for number in range(replies):
            _queue(database, ADA, str(number))

        def unit(session: Session) -> int:
            counted = 0

            def count() -> int:
                nonlocal counted
                counted += 1
                return 0

            connection = session.connection().connection.driver_connection
            assert isinstance(connection, sqlite3.Connection)
            connection.set_progress_handler(count, 1)
            claim_next(session, BOT, now=NOON, lease=LEASE)
            connection.set_progress_handler(None, 1)
            return counted

        return database.run(unit)

    few = steps(50)
    assert few < steps(400) < 12 * few
    database.close()


def test_between_chats_replies_go_before_notices_and_those_before_reminders(
    database: Database,
) -> None:
    _queue(database, ADA, "reminder", priority=Priority.REMINDER)
    _queue(database, BORIS, "notice", priority=Priority.NOTICE)
    _queue(database, CLARA, "reply")
    assert _sent_in_order(database) == ["reply", "notice", "reminder"]


def test_a_reminder_with_a_reply_behind_it_goes_out_as_soon_as_the_reply_would(
    database: Database,
) -> None:
    _queue(database, ADA, "reminder", priority=Priority.REMINDER)
    _queue(database, ADA, "reply behind it")
    _queue(database, BORIS, "reminder of Boris", priority=Priority.REMINDER)
    _queue(database, CLARA, "later reply")
    assert _sent_in_order(database) == [
        "reminder",
        "reply behind it",
        "later reply",
        "reminder of Boris",
    ]


def test_nothing_goes_out_before_its_time(database: Database) -> None:
    _queue(database, ADA, "later", not_before=NOON + A_SECOND)
    assert _claim(database, now=NOON + A_SECOND - timedelta(microseconds=1)) is None
    assert _claimed_text(database, now=NOON + A_SECOND) == "later"


def test_another_bot_has_its_own_outbox(database: Database) -> None:
    _queue(database, ADA, "of another bot", bot_id=BOT + 1)
    _queue(database, ADA, "mine")
    assert _sent_in_order(database) == ["mine"]


@pytest.mark.parametrize("state", sorted(set(OutboxState) - {OutboxState.DUE}))
def test_only_what_is_due_is_claimed(database: Database, state: OutboxState) -> None:
    _queue(database, ADA, "not due", state=state)
    assert _claim(database) is None


def test_a_claimed_row_is_leased_and_is_not_claimed_again(database: Database) -> None:
    outbox_id = _queue(database, ADA, "once")
    assert _claim(database) == (outbox_id, "once", 1)
    row = _row(database, outbox_id)
    assert (row.state, row.lease_until) == (OutboxState.SENDING, NOON + LEASE)
    assert _claim(database, now=NOON + LEASE * 2) is None


def test_what_became_of_a_sending_is_written_down(database: Database) -> None:
    outbox_id = _queue(database, ADA, "hello")
    claim = _claim(database)
    assert claim is not None
    assert _settle(database, claim, message_id=2**40, now=NOON + A_SECOND)
    row = _row(database, outbox_id)
    assert (row.state, row.message_id, row.sent_at) == (OutboxState.SENT, 2**40, NOON + A_SECOND)
    assert (row.lease_until, row.last_error) == (None, "")


def test_a_refused_sending_keeps_its_reason(database: Database) -> None:
    outbox_id = _queue(database, ADA, "hello")
    claim = _claim(database)
    assert claim is not None
    _settle(database, claim, OutboxState.DEAD, error="can't parse entities")
    row = _row(database, outbox_id)
    assert (row.state, row.last_error, row.sent_at) == (
        OutboxState.DEAD,
        "can't parse entities",
        None,
    )


def test_a_row_is_settled_once(database: Database) -> None:
    _queue(database, ADA, "hello")
    claim = _claim(database)
    assert claim is not None
    assert _settle(database, claim)
    assert not _settle(database, claim, OutboxState.DEAD)


def test_a_sender_that_comes_back_late_cannot_settle_what_was_claimed_again(
    database: Database,
) -> None:
    outbox_id = _queue(database, ADA, "hello")
    old = _claim(database)
    assert old is not None
    assert _settle(database, old, OutboxState.DUE)  # its lease ran out, and it was given back
    new = _claim(database)
    assert new is not None
    assert not _settle(database, old)
    assert _row(database, outbox_id).state is OutboxState.SENDING
    assert _settle(database, new)


def test_a_lease_that_ran_out_is_found_at_that_moment(database: Database) -> None:
    outbox_id = _queue(database, ADA, "hello")
    _claim(database)

    def expired(now: datetime) -> list[int]:
        return database.run(lambda s: [row.id for row in expired_leases(s, BOT, now=now)])

    assert expired(NOON + LEASE - A_SECOND) == []
    assert expired(NOON + LEASE) == [outbox_id]
    assert database.run(lambda s: expired_leases(s, BOT + 1, now=NOON + LEASE)) == []


def test_two_senders_never_get_the_same_row_and_keep_every_chats_order(
    database: Database,
) -> None:
    chats, each = 4, 6
    for number in range(each):
        for chat in range(chats):
            _queue(database, ADA + chat, f"{chat}-{number}")

    def sender() -> list[str]:
        return _sent_in_order(database)

    sent = at_once(sender, sender)
    together = sorted(text for texts in sent for text in texts)
    # A chat may be in the other sender's hands when one finds nothing; then that one sends on.
    assert together == sorted(f"{c}-{n}" for c in range(chats) for n in range(each))
    for texts in sent:
        for chat in range(chats):
            of_chat = [text for text in texts if text.startswith(f"{chat}-")]
            assert of_chat == sorted(of_chat)


def test_two_senders_that_claim_at_the_same_moment_get_different_rows(
    postgresql: Database,
) -> None:
    _queue(postgresql, ADA, "first")
    _queue(postgresql, ADA, "second")
    _queue(postgresql, BORIS, "other")
    with Session(postgresql.engine) as one, Session(postgresql.engine) as two:
        two.execute(text("SET LOCAL lock_timeout = '5s'"))
        first = claim_next(one, BOT, now=NOON, lease=LEASE)
        second = claim_next(two, BOT, now=NOON, lease=LEASE)
        assert first is not None
        assert second is not None
        assert (first.content, second.content) == ("first", "other")
        one.commit()
        two.commit()
    waiting = select(OutboxRow.content).where(col(OutboxRow.state) == OutboxState.DUE)
    assert postgresql.run(lambda s: s.exec(waiting).all()) == ["second"]
