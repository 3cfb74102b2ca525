"""Texts that hold several measures: each waits until its writer says that the parts go there."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, word


class PasteState(StrEnum):
    WAITING = "waiting"
    PLACED = "placed"
    DROPPED = "dropped"


class Paste(SQLModel, table=True):
    """messages: how many it came in. left: what of it was stored nowhere."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = belongs_to("person.id")
    report_id: int = belongs_to("report.id")
    state: PasteState = word(PasteState, default=PasteState.WAITING)
    text: str = long_text()
    messages: int = 1
    left: str = long_text()
    received_at: datetime = moment(required=True)
    settled_at: datetime | None = moment()


def waiting_paste(session: Session, person_id: int, report_id: int) -> Paste | None:
    """What the person has pasted for the report and not yet said what to do with."""
    return session.exec(
        select(Paste)
        .where(
            Paste.person_id == person_id,
            Paste.report_id == report_id,
            Paste.state == PasteState.WAITING,
        )
        .order_by(col(Paste.id).desc())
    ).first()


def settle_paste(paste: Paste, state: PasteState, *, now: datetime, left: str = "") -> None:
    """Its writer has said what to do; what was stored nowhere is kept beside it."""
    paste.state, paste.left, paste.settled_at = state, left, now
