"""Texts that hold several measures: each waits until its writer says that the parts go there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, long_text, moment, word
from models.cycles import FILED_STATES, Cycle, Report
from models.people import Person
from models.prepared import prepared
from vocabulary.period import Period
from vocabulary.report import EntryContent


class PasteState(StrEnum):
    WAITING = "waiting"
    PLACED = "placed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class GivenPart:
    """What a pasted text has given to one measure.

    said: the words. before, after: the entry's content around them.
    """

    entry_id: int
    said: str
    before: EntryContent
    after: EntryContent


_GIVEN = TypeAdapter(list[GivenPart])


class Paste(SQLModel, table=True):
    """text: empty of words that came in by no message, but by a button or a file.

    messages: how many it came in. left: what of it was stored nowhere.

    given: what it gave to each measure when it was stored, as JSON. One that waits and has given
    something was edited since.
    """

    id: int = Field(default=None, primary_key=True)
    person_id: int = belongs_to("person.id")
    report_id: int = belongs_to("report.id")
    state: PasteState = word(PasteState, default=PasteState.WAITING)
    text: str = long_text()
    messages: int = 1
    left: str = long_text()
    given: str = long_text()
    received_at: datetime = moment(required=True)
    settled_at: datetime | None = moment()


LeftWaiting: TypeAlias = tuple[Paste, Person, Period]
"""A paste, who sent it, and the month of its report."""


def waiting_paste(session: Session, person_id: int, report_id: int) -> Paste | None:
    """What the person has pasted for the report and not yet said what to do with."""
    return _waiting(session, person_id, report_id).first()


@prepared
def _waiting(person_id: int, report_id: int) -> SelectOfScalar[Paste]:
    """The newest first."""
    waiting = select(Paste).where(
        Paste.person_id == person_id,
        Paste.report_id == report_id,
        Paste.state == PasteState.WAITING,
    )
    return waiting.order_by(col(Paste.id).desc())


def pastes_left_waiting(session: Session, bot_id: int, cycle: Cycle) -> list[LeftWaiting]:
    """What still waits for reports of earlier months of the cycle's plan."""
    return _left_waiting(
        session, bot_id, Cycle.plan_id == cycle.plan_id, col(Cycle.period) < cycle.period
    )


def pastes_locked_out(session: Session, bot_id: int, *, now: datetime) -> list[LeftWaiting]:
    """What waits for filed reports whose time for corrections is over."""
    filed = col(Report.state).in_(FILED_STATES)
    return _left_waiting(session, bot_id, filed, col(Cycle.locks_at) <= now)


def _left_waiting(
    session: Session, bot_id: int, *where: ColumnElement[bool] | bool
) -> list[LeftWaiting]:
    waiting = (
        select(Paste, Person, col(Cycle.period))
        .join(Person, col(Person.id) == Paste.person_id)
        .join(Report, col(Report.id) == Paste.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(Person.bot_id == bot_id, Paste.state == PasteState.WAITING, *where)
        .order_by(col(Paste.id))
    )
    return list(session.exec(waiting))


def settle_paste(paste: Paste, state: PasteState, *, now: datetime, left: str = "") -> None:
    """Its writer has said what to do; what was stored nowhere is kept beside it."""
    paste.state, paste.left, paste.settled_at = state, left, now


def given_by_paste(paste: Paste) -> list[GivenPart]:
    """What it gave to each measure; nothing for one that was never stored."""
    return _GIVEN.validate_json(paste.given) if paste.given else []


def pastes_stored(session: Session, report_id: int) -> list[Paste]:
    """What people have put into the report at once, the oldest first."""
    rows = select(Paste).where(Paste.report_id == report_id, Paste.given != "")
    return list(session.exec(rows.order_by(col(Paste.id))))


def keep_stored(
    session: Session, person_id: int, report_id: int, given: Sequence[GivenPart], *, now: datetime
) -> None:
    """What the person has put into the report without writing it."""
    paste = Paste(
        person_id=person_id,
        report_id=report_id,
        state=PasteState.PLACED,
        messages=0,
        received_at=now,
        settled_at=now,
    )
    keep_given(paste, given)
    session.add(paste)
    session.flush()


def keep_given(paste: Paste, given: Sequence[GivenPart]) -> None:
    paste.given = _GIVEN.dump_json(list(given)).decode() if given else ""


def reopen_paste(paste: Paste, text: str) -> None:
    """It was edited: what it says now waits until its writer confirms what that changes."""
    paste.state, paste.settled_at = PasteState.WAITING, None
    paste.text, paste.messages = text, paste.messages + 1
