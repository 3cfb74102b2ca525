"""What the office gives for the targets of a whole plan (计划总目标), which no unit reports."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import amount, belongs_to, long_text, moment
from models.cycles import Cycle
from models.editions import Indicator
from vocabulary.report import TargetReading


class PlanReading(SQLModel, table=True):
    """A target's figure of one month. source: who published it, as the office words it.

    given_by: the coordinator's name, empty where it was given on the command line.
    """

    __tablename__ = "plan_reading"
    __table_args__ = (UniqueConstraint("cycle_id", "indicator_id"),)

    id: int = Field(default=None, primary_key=True)
    cycle_id: int = belongs_to("cycle.id")
    indicator_id: int = belongs_to("indicator.id", index=False)
    value: Decimal = amount(required=True)
    approximate: bool = False
    source: str = long_text()
    given_by: str = ""
    given_at: datetime = moment(required=True)


def give_plan_reading(
    session: Session,
    cycle: Cycle,
    indicator_id: int,
    value: Decimal,
    *,
    approximate: bool = False,
    source: str = "",
    by: str = "",
    now: datetime,
) -> None:
    """What was given for the month before is replaced."""
    reading = _reading(session, cycle.id, indicator_id) or PlanReading(
        cycle_id=cycle.id, indicator_id=indicator_id, value=value, given_at=now
    )
    reading.value, reading.approximate, reading.source = value, approximate, source
    reading.given_by, reading.given_at = by, now
    session.add(reading)


def withdraw_plan_reading(session: Session, cycle: Cycle, indicator_id: int) -> bool:
    """False where none was given."""
    reading = _reading(session, cycle.id, indicator_id)
    if reading is not None:
        session.delete(reading)
    return reading is not None


def plan_readings(session: Session, cycle: Cycle) -> tuple[TargetReading, ...]:
    """Of every month of the plan up to the cycle's, the oldest first.

    They go by the target's name, which outlives an edition.
    """
    rows = session.exec(
        select(PlanReading, col(Indicator.name), col(Cycle.period))
        .join(Indicator, col(Indicator.id) == PlanReading.indicator_id)
        .join(Cycle, col(Cycle.id) == PlanReading.cycle_id)
        .where(Cycle.plan_id == cycle.plan_id, col(Cycle.period) <= cycle.period)
        .order_by(col(Cycle.period), col(Indicator.position))
    )
    return tuple(
        TargetReading(
            period=period,
            name=name,
            value=reading.value,
            approximate=reading.approximate,
            source=reading.source,
            given_by=reading.given_by,
        )
        for reading, name, period in rows
    )


def _reading(session: Session, cycle_id: int, indicator_id: int) -> PlanReading | None:
    return session.exec(
        select(PlanReading).where(
            PlanReading.cycle_id == cycle_id, PlanReading.indicator_id == indicator_id
        )
    ).first()
