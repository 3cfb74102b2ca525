"""Moments that have to be known over restarts: when updates last came, what was told when."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import moment, telegram_id
from models.delivery import InboxRow


class MilestoneName(StrEnum):
    """RECEIVED: Telegram last had a way to hand over updates. The told ones: last told.

    SILENT_UNTIL: before this moment Telegram wants nothing sent.
    """

    RECEIVED = "received"
    SILENT_UNTIL = "silent_until"
    RIVAL_TOLD = "rival_told"
    UNDELIVERED_TOLD = "undelivered_told"
    MAIL_TOLD = "mail_told"


class Milestone(SQLModel, table=True):
    bot_id: int = telegram_id(primary_key=True)
    name: str = Field(primary_key=True)
    at: datetime = moment(required=True)


def milestone(session: Session, bot_id: int, name: MilestoneName) -> datetime | None:
    """When it was last reached; None if never."""
    found = session.get(Milestone, (bot_id, name.value))
    return found.at if found else None


def reach_milestone(session: Session, bot_id: int, name: MilestoneName, *, at: datetime) -> None:
    found = session.get(Milestone, (bot_id, name.value))
    if found is None:
        session.add(Milestone(bot_id=bot_id, name=name.value, at=at))
    else:
        found.at = at


def has_received(session: Session, bot_id: int) -> bool:
    """Whether updates ever came in here for this bot, which they do with a good token alone."""
    if milestone(session, bot_id, MilestoneName.RECEIVED) is not None:
        return True
    rows = select(InboxRow.update_id).where(col(InboxRow.bot_id) == bot_id).limit(1)
    return session.exec(rows).first() is not None
