"""What is different about a ladder's rungs in one cycle, and who has decided it."""

from collections.abc import Collection
from datetime import datetime, time

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, moment
from models.prepared import prepared


class ChangedRung(SQLModel, table=True):
    """A rung that is left out of a cycle (off), or comes on another workday or at another hour.

    changed_by: the coordinator's name, empty where it was changed on the command line.
    """

    __tablename__ = "changed_rung"
    __table_args__ = (UniqueConstraint("cycle_id", "rung"),)

    id: int = Field(default=None, primary_key=True)
    cycle_id: int = belongs_to("cycle.id")
    rung: str
    off: bool = False
    workdays: int | None = None
    at: time | None = None
    changed_by: str = ""
    changed_at: datetime = moment(required=True)


def changed_rungs(session: Session, cycle_ids: Collection[int]) -> dict[int, list[ChangedRung]]:
    """By cycle, in the order in which they were decided."""
    found: dict[int, list[ChangedRung]] = {}
    for row in _of_cycles(session, list(cycle_ids)):
        found.setdefault(row.cycle_id, []).append(row)
    return found


@prepared
def _of_cycles(cycle_ids: Collection[int]) -> SelectOfScalar[ChangedRung]:
    changed = select(ChangedRung).where(col(ChangedRung.cycle_id).in_(cycle_ids))
    return changed.order_by(col(ChangedRung.changed_at), col(ChangedRung.id))


def change_rung(
    session: Session,
    cycle_id: int,
    rung: str,
    *,
    off: bool,
    workdays: int | None,
    at: time | None,
    by: str,
    now: datetime,
) -> None:
    """Decides about the rung; what was decided before is replaced."""
    row = _row(session, cycle_id, rung)
    if row is None:
        row = ChangedRung(cycle_id=cycle_id, rung=rung, changed_at=now)
    row.off, row.workdays, row.at = off, workdays, at
    row.changed_by, row.changed_at = by, now
    session.add(row)
    session.flush()


def restore_rung(session: Session, cycle_id: int, rung: str) -> None:
    """The rung is again as the settings have it."""
    row = _row(session, cycle_id, rung)
    if row is not None:
        session.delete(row)
        session.flush()


def _row(session: Session, cycle_id: int, rung: str) -> ChangedRung | None:
    return session.exec(
        select(ChangedRung).where(ChangedRung.cycle_id == cycle_id, ChangedRung.rung == rung)
    ).first()
