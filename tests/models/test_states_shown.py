"""What stood above a message of the chat: what surely was shown there, and what may have been."""

from sqlmodel import Session, select

from models.database import Database
from models.delivery import (
    MAYBE_SENT,
    OutboxRow,
    OutboxState,
    Slot,
    slot_named,
    states_shown,
)
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.models.samples import BOT, Month, a_person
from vocabulary.message import Message


def test_what_may_have_been_shown_counts_beside_what_surely_was(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        slot = slot_named(session, BOT, a_person(session).user_id, "report")
        work = Work(
            session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1), a_person(session)
        )
        for asks in ("1|text|", "2|text|", "3|text|"):
            work.card("report", Message(asks), asks=asks)
        session.flush()
        rows = session.exec(select(OutboxRow).where(OutboxRow.slot_id == slot.id)).all()
        first, second, third = sorted(rows, key=lambda row: row.id)
        first.state, first.message_id, first.sent_at = OutboxState.SENT, 10, at(1)
        second.state = OutboxState.UNKNOWN
        third.state, third.message_id, third.sent_at = OutboxState.SENT, 14, at(1)
        session.flush()
        assert _asked(session, slot, 12) == [("2|text|", True), ("1|text|", False)]
        assert _asked(session, slot, 15)[0] == ("3|text|", False)
        third.last_error = f"{MAYBE_SENT}: no answer"
        session.flush()
        assert _asked(session, slot, 12)[0] == ("3|text|", True)

    database.run(play)


def _asked(session: Session, slot: Slot, message_id: int) -> list[tuple[str, bool]]:
    """What stood above the message, the newest first, and whether that is in doubt."""
    return [
        (asks, shown.is_unsure)
        for shown, asks in states_shown(session, slot, before_message=message_id)
    ]
