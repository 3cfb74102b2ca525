"""The days on which an office decides for itself whether it works."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, moment
from models.once import once
from models.prepared import prepared
from vocabulary.published import is_published


class OwnDay(SQLModel, table=True):
    """One such day. set_by: the coordinator's name, empty where it was set on the command line."""

    __tablename__ = "own_day"
    __table_args__ = (UniqueConstraint("office_id", "day"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    day: date
    is_workday: bool
    note: str = ""
    set_by: str = ""
    set_at: datetime = moment(required=True)


def own_days(session: Session, office_id: int) -> Sequence[OwnDay]:
    """Every day that the office has decided, in order."""
    key = ("own days", office_id)
    return once(session, key, lambda: _of_office(session, office_id).all(), of=(OwnDay,))


@prepared
def _of_office(office_id: int) -> SelectOfScalar[OwnDay]:
    return select(OwnDay).where(OwnDay.office_id == office_id).order_by(col(OwnDay.day))


def decided(days: Sequence[OwnDay]) -> Mapping[date, bool]:
    """By day, whether it is a workday."""
    return {own.day: own.is_workday for own in days}


def is_guessed(session: Session, office_id: int, first: date, last: date) -> bool:
    """Whether of any of these days neither the office nor the published calendar says anything."""
    if is_published(first.year) and is_published(last.year):
        return False
    own = decided(own_days(session, office_id))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return any(day not in own and not is_published(day.year) for day in days)


def set_own_day(
    session: Session,
    office_id: int,
    day: date,
    *,
    is_workday: bool,
    note: str,
    by: str,
    now: datetime,
) -> None:
    """The office decides about the day; what it had decided before is replaced."""
    own = _own_day(session, office_id, day)
    if own is None:
        own = OwnDay(office_id=office_id, day=day, is_workday=is_workday, set_at=now)
    own.is_workday, own.note, own.set_by, own.set_at = is_workday, note, by, now
    session.add(own)
    session.flush()


def unset_own_day(session: Session, office_id: int, day: date) -> bool:
    """The day is again what was published; False where the office had not decided it."""
    own = _own_day(session, office_id, day)
    if own is None:
        return False
    session.delete(own)
    session.flush()
    return True


def _own_day(session: Session, office_id: int, day: date) -> OwnDay | None:
    return session.exec(
        select(OwnDay).where(OwnDay.office_id == office_id, OwnDay.day == day)
    ).first()
