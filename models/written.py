"""Which message gave which answer, so that editing it changes the answer."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import TypeAdapter
from sqlalchemy import UniqueConstraint, delete, func, or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, telegram_id, word
from models.cycles import FILED_STATES, Cycle, Entry, Report
from models.people import Person
from vocabulary.period import Period
from vocabulary.report import EntryContent

_CONTENT = TypeAdapter(EntryContent)


class WrittenAs(StrEnum):
    """What became of a message.

    Answer: of one question, given or refused. Held: it waits for its place. Joined: it is a part of
    an answer that several messages made. Pasted: it held several measures. Reason: for a
    correction, or for more time. Left: no message of theirs, but words that wait with them since a
    post has passed on to them. Highlight: it told one, and nothing else. Change: an answer in a
    report that is filed, of which new words wait for the reason of a correction. Problem: it is
    offered as what has become of one, or has been.
    """

    ANSWER = "answer"
    HELD = "held"
    JOINED = "joined"
    PASTED = "pasted"
    REASON = "reason"
    LEFT = "left"
    HIGHLIGHT = "highlight"
    CHANGE = "change"
    PROBLEM = "problem"


BY_ONE_MESSAGE = frozenset({WrittenAs.ANSWER, WrittenAs.CHANGE})
"""What is an answer that its message gave alone."""

_ANSWERS = frozenset({*BY_ONE_MESSAGE, WrittenAs.JOINED})


class Written(SQLModel, table=True):
    """A message of a person. Its id is unique in the private chat, which is theirs alone.

    content_before, content_after: of the entry, as JSON; the same where the message was refused.
    is_more: it went on with an answer that was there.
    numbered: it began with the number of the measure that it answered.
    words: what it says, while that waits for its place or for the reason of a correction; of a
    joined one, of a pasted one and of a reason always. paste_id: the pasted text that it is a part
    of.
    step: of a highlight its id; of what was left, the name of who wrote it, and its message_id is
    below zero.
    entry_id: of a reason, any entry of the report for which it was given.
    """

    __table_args__ = (UniqueConstraint("person_id", "message_id"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = belongs_to("person.id")
    message_id: int = telegram_id()
    kind: WrittenAs = word(WrittenAs)
    entry_id: int | None = belongs_to("entry.id", required=False)
    step: str = ""
    indicator_id: int | None = belongs_to("indicator.id", required=False, index=False)
    content_before: str = long_text()
    content_after: str = long_text()
    is_more: bool = False
    numbered: bool = False
    words: str = long_text()
    paste_id: int | None = belongs_to("paste.id", required=False, index=False)
    at: datetime = moment(required=True)


def written(session: Session, person_id: int, message_id: int) -> Written | None:
    """What became of the person's message; None where it was no answer, or long ago."""
    return session.exec(
        select(Written).where(Written.person_id == person_id, Written.message_id == message_id)
    ).first()


def newest_written(session: Session, person_id: int) -> Written | None:
    """The message of theirs that was the last to become anything. One query."""
    theirs = select(Written).where(Written.person_id == person_id)
    return session.exec(theirs.order_by(col(Written.message_id).desc()).limit(1)).first()


def answered_by(session: Session, person_id: int, message_id: int) -> Written | None:
    """What the person's message has answered, alone or with others; None for any other message."""
    row = written(session, person_id, message_id)
    is_answer = row is not None and row.kind in _ANSWERS
    return row if is_answer and row is not None and row.entry_id is not None else None


def answers_to(session: Session, entry_id: int) -> list[Written]:
    """What people have written of the entry, alone or in several messages, the oldest first."""
    rows = select(Written).where(
        Written.entry_id == entry_id,
        col(Written.kind).in_(_ANSWERS),
        or_(col(Written.content_after) != "", col(Written.words) != ""),
    )
    return list(session.exec(rows.order_by(col(Written.id))))


def reason_given_by_other(
    session: Session, entry_id: int, person_id: int, reason: str
) -> Written | None:
    """Which message of a colleague gave this reason for the correction, alone or with others."""
    rows = select(Written).where(
        Written.entry_id == entry_id,
        Written.person_id != person_id,
        Written.kind == WrittenAs.REASON,
        Written.words != "",
    )
    newest_first = session.exec(rows.order_by(col(Written.id).desc()))
    return next((row for row in newest_first if row.words in reason), None)


def keep_written(session: Session, row: Written) -> None:
    """The newest word on the message stands; what it says is asked of it again and again."""
    known = written(session, row.person_id, row.message_id)
    if known is not None:
        session.delete(known)
        session.flush()
    session.add(row)
    session.flush()


def written_waiting(session: Session, person_id: int, kind: WrittenAs) -> list[Written]:
    """The person's messages of that kind whose words wait, the oldest first."""
    waiting = select(Written).where(
        Written.person_id == person_id, Written.kind == kind, Written.words != ""
    )
    return list(session.exec(waiting.order_by(col(Written.message_id))))


def changes_of(session: Session, person_id: int, report_ids: Collection[int]) -> list[Written]:
    """What of the person's words waits to change the reports, the oldest first."""
    waiting = (
        select(Written)
        .join(Entry, col(Entry.id) == Written.entry_id)
        .where(
            Written.person_id == person_id,
            Written.kind == WrittenAs.CHANGE,
            col(Entry.report_id).in_(report_ids),
        )
    )
    return list(session.exec(waiting.order_by(col(Written.at), col(Written.id))))


def changes_over(
    session: Session, bot_id: int, *, now: datetime
) -> list[tuple[Written, Person, Period]]:
    """Changes of filed reports whose time for corrections is over."""
    over = (
        select(Written, Person, col(Cycle.period))
        .join(Person, col(Person.id) == Written.person_id)
        .join(Entry, col(Entry.id) == Written.entry_id)
        .join(Report, col(Report.id) == Entry.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            Person.bot_id == bot_id,
            Written.kind == WrittenAs.CHANGE,
            col(Report.state).in_(FILED_STATES),
            col(Cycle.locks_at) <= now,
        )
    )
    return list(session.exec(over.order_by(col(Written.id))))


def hold_change(row: Written, words: str, *, now: datetime) -> None:
    """These words wait to take the place of what the message has answered."""
    row.kind, row.words, row.at = WrittenAs.CHANGE, words, now


def settle_change(row: Written) -> None:
    """Nothing of it waits any more."""
    row.kind, row.words = WrittenAs.ANSWER, ""


def pass_changes_on(session: Session, changes: Sequence[Written], to: Person) -> None:
    """They wait with somebody else, in whose chat the messages do not stand."""
    for row in changes:
        number = _number_of_no_message(session, to.id)
        own = Written(**(row.model_dump() | {"id": None, "person_id": to.id, "message_id": number}))
        settle_change(row)
        session.add(own)
        session.flush()


def _number_of_no_message(session: Session, person_id: int) -> int:
    """Below zero, and below all others of the person."""
    lowest = session.exec(
        select(func.min(Written.message_id)).where(Written.person_id == person_id)
    ).one()
    return min(lowest or 0, 0) - 1


def messages_of_paste(session: Session, paste_id: int) -> list[Written]:
    """The messages that a pasted text came in, the oldest first."""
    rows = select(Written).where(Written.paste_id == paste_id)
    return list(session.exec(rows.order_by(col(Written.message_id))))


def forget_waiting(session: Session, person_id: int, kind: WrittenAs) -> None:
    """Nothing waits any more in the person's messages of that kind."""
    session.execute(
        update(Written)
        .where(col(Written.person_id) == person_id, col(Written.kind) == kind)
        .values(words="")
    )


def keep_left(session: Session, person_id: int, words: str, *, whose: str, now: datetime) -> None:
    """Words that wait with the person, and that somebody of that name has written."""
    row = Written(
        person_id=person_id,
        message_id=_number_of_no_message(session, person_id),
        kind=WrittenAs.LEFT,
        step=whose,
        words=words,
        at=now,
    )
    session.add(row)
    session.flush()


def move_written(session: Session, entry_ids: Collection[int], to: int) -> None:
    """What was written of these entries counts for the other one: they share its paragraph."""
    session.execute(update(Written).where(col(Written.entry_id).in_(entry_ids)).values(entry_id=to))


def forget_written(session: Session, *, before: datetime) -> None:
    """Deletes what is older than Telegram lets a message be edited; what waits, later."""
    waits = col(Written.kind).in_((WrittenAs.LEFT, WrittenAs.CHANGE))
    is_old = or_(~waits, col(Written.at) < before - _LEFT_FOR)
    session.execute(delete(Written).where(col(Written.at) < before, is_old))


_LEFT_FOR = timedelta(days=31)
"""A text waits no longer than its cycle."""


def packed_content(content: EntryContent) -> str:
    return _CONTENT.dump_json(content).decode()


def unpacked_content(packed: str) -> EntryContent:
    return _CONTENT.validate_json(packed)
