"""What the office did about reaching people: reminders sent by hand, warnings given."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, moment, period
from vocabulary.period import Period


class Nudge(SQLModel, table=True):
    """A coordinator reminded everybody who was missing at that moment; `units`: how many."""

    __table_args__ = (UniqueConstraint("cycle_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    cycle_id: int = belongs_to("cycle.id")
    number: int
    nudged_by_id: int = belongs_to("person.id", index=False)
    nudged_at: datetime = moment(required=True)
    units: int


class NudgeMissed(SQLModel, table=True):
    """The reminder by hand was meant for this chase too, and no message reached its unit."""

    __tablename__ = "nudge_missed"

    nudge_id: int = Field(foreign_key="nudge.id", primary_key=True)
    chase_id: int = Field(foreign_key="chase.id", primary_key=True)


class Hurry(SQLModel, table=True):
    """The lead of a measure reminded those of its units that had said nothing of it.

    entry_id: the lead's own. hurried_on: the workday on which they read it.
    """

    __table_args__ = (UniqueConstraint("entry_id", "hurried_on"),)

    id: int = Field(default=None, primary_key=True)
    entry_id: int = belongs_to("entry.id")
    hurried_on: date
    hurried_by_id: int = belongs_to("person.id", index=False)
    hurried_at: datetime = moment(required=True)


class ReachWarning(SQLModel, table=True):
    """The coordinators know, before the cycle opens, whom it will not reach."""

    __tablename__ = "reach_warning"

    plan_id: int = Field(foreign_key="plan.id", primary_key=True)
    period: Period = period(primary_key=True)
    warned_at: datetime = moment(required=True)


def newest_nudge(session: Session, cycle_id: int) -> Nudge | None:
    return session.exec(
        select(Nudge).where(Nudge.cycle_id == cycle_id).order_by(col(Nudge.number).desc())
    ).first()


def nudges_missed(session: Session, chase_id: int) -> list[Nudge]:
    """The reminders by hand that were meant for the chase and reached nobody, oldest first."""
    missed = select(Nudge).join(NudgeMissed, col(NudgeMissed.nudge_id) == Nudge.id)
    return list(
        session.exec(missed.where(NudgeMissed.chase_id == chase_id).order_by(col(Nudge.number)))
    )


def is_hurried(session: Session, entry_id: int, *, on: date) -> bool:
    """Whether the lead has already reminded the others of its measure on that day."""
    asked = select(Hurry.id).where(Hurry.entry_id == entry_id, Hurry.hurried_on == on)
    return session.exec(asked).first() is not None


def is_warned(session: Session, plan_id: int, period: Period) -> bool:
    """Whether the coordinators were told whom the cycle would not reach."""
    return session.get(ReachWarning, (plan_id, period)) is not None
