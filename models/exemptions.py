"""What a unit need not report, for how long and why: of a plan everything, or one measure.

Rows of their own: they outlive a report, and can be there before a cycle opens.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, period
from models.editions import Plan
from models.offices import Unit
from vocabulary.errors import Stale
from vocabulary.period import Period


class Exemption(SQLModel, table=True):
    """Holds for the periods from first to last, both included, until it is taken back.

    measure: its number in the plan; empty for all that the unit has in it.
    given_by, ended_by: the coordinator's name, empty where it was decided on the command line.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    plan_id: int = belongs_to("plan.id")
    unit_id: int = belongs_to("unit.id")
    measure: str = ""
    first_period: Period = period()
    last_period: Period = period()
    reason: str = long_text()
    given_by: str = ""
    given_at: datetime = moment(required=True)
    ended_by: str = ""
    ended_at: datetime | None = moment()


@dataclass(frozen=True, slots=True)
class Exempted:
    """What holds for one unit and period: why the unit is exempt, and why single measures are.

    whole: the reason; empty where the unit reports. measures: by number, the reason.
    """

    whole: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)


def exemptions_of(session: Session, plan_id: int, unit_id: int, wanted: Period) -> list[Exemption]:
    """What holds for the unit in the period, the oldest first."""
    return [row for row in _holding(session, plan_id, wanted) if row.unit_id == unit_id]


def exempted_units(session: Session, plan_id: int, wanted: Period) -> dict[int, Exempted]:
    """By unit, everything that holds in the period; one query."""
    by_unit: dict[int, list[Exemption]] = {}
    for row in _holding(session, plan_id, wanted):
        by_unit.setdefault(row.unit_id, []).append(row)
    return {unit_id: exempted(rows) for unit_id, rows in by_unit.items()}


def exempted(rows: Iterable[Exemption]) -> Exempted:
    """What the exemptions come to; of several the one given first says why."""
    known = list(rows)
    measures: dict[str, str] = {}
    for row in known:
        if row.measure:
            measures.setdefault(row.measure, row.reason)
    return Exempted(next((row.reason for row in known if not row.measure), ""), measures)


def _holding(session: Session, plan_id: int, wanted: Period) -> list[Exemption]:
    return list(
        session.exec(
            select(Exemption)
            .where(
                Exemption.plan_id == plan_id,
                col(Exemption.ended_at).is_(None),
                col(Exemption.first_period) <= wanted,
                col(Exemption.last_period) >= wanted,
            )
            .order_by(col(Exemption.id))
        )
    )


def exemptions_in_force(
    session: Session, office_id: int, *, since: Period
) -> list[tuple[Exemption, Unit, Plan]]:
    """What has not been taken back and reaches the period `since` or a later one, newest first."""
    rows = session.exec(
        select(Exemption, Unit, Plan)
        .join(Unit, col(Unit.id) == Exemption.unit_id)
        .join(Plan, col(Plan.id) == Exemption.plan_id)
        .where(
            Exemption.office_id == office_id,
            col(Exemption.ended_at).is_(None),
            col(Exemption.last_period) >= since,
        )
        .order_by(col(Exemption.id).desc())
    )
    return list(rows)


def add_exemption(
    session: Session,
    plan: Plan,
    unit_id: int,
    *,
    measure: str,
    first: Period,
    last: Period,
    reason: str,
    by: str,
    now: datetime,
) -> Exemption:
    exemption = Exemption(
        office_id=plan.office_id,
        plan_id=plan.id,
        unit_id=unit_id,
        measure=measure,
        first_period=first,
        last_period=last,
        reason=reason,
        given_by=by,
        given_at=now,
    )
    session.add(exemption)
    session.flush()
    return exemption


def end_exemption(session: Session, exemption: Exemption, *, by: str, now: datetime) -> None:
    """Raises Stale when it has been taken back already."""
    if exemption.ended_at is not None:
        raise Stale
    exemption.ended_at, exemption.ended_by = now, by
    session.flush()
