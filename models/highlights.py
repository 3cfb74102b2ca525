"""Highlights (重要进展、亮点): marked by a unit on any day, for the report upwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, long_text, moment, period
from models.editions import Assignment, Measure, Plan, newest_edition
from models.offices import Unit
from models.people import Person
from models.prepared import prepared
from vocabulary.errors import Stale
from vocabulary.period import Period
from vocabulary.problems import Named, placed
from vocabulary.report import MarkedHighlight


class Highlight(SQLModel, table=True):
    """One highlight of a month; the measure goes by number and title, as editions change.

    withdrawn_at: its unit has taken it back. left_out_at: the office tells it in no briefing.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    plan_id: int = belongs_to("plan.id")
    unit_id: int = belongs_to("unit.id")
    number: str
    title: str = ""
    period: Period = period()
    text: str = long_text()
    marked_at: datetime = moment(required=True)
    marked_by_id: int = belongs_to("person.id", index=False)
    withdrawn_at: datetime | None = moment()
    left_out_at: datetime | None = moment()
    left_out_by_id: int | None = belongs_to("person.id", required=False, index=False)


def mark_highlight(
    session: Session,
    plan: Plan,
    unit_id: int,
    measure: Named,
    person: Person,
    *,
    month: Period,
    text: str,
    now: datetime,
) -> Highlight:
    """The same words for the same measure and month are one highlight, however often they come."""
    known = highlight_saying(session, plan.id, unit_id, measure, month=month, text=text)
    if known is not None:
        return known
    number, title = measure
    highlight = Highlight(
        office_id=plan.office_id,
        plan_id=plan.id,
        unit_id=unit_id,
        number=number,
        title=title,
        period=month,
        text=text,
        marked_at=now,
        marked_by_id=person.id,
    )
    session.add(highlight)
    session.flush()
    return highlight


def highlight_saying(
    session: Session, plan_id: int, unit_id: int, measure: Named, *, month: Period, text: str
) -> Highlight | None:
    """The measure's highlight of the month with these words; None where none stands."""
    number, title = measure
    return session.exec(
        select(Highlight).where(
            Highlight.plan_id == plan_id,
            Highlight.unit_id == unit_id,
            Highlight.number == number,
            Highlight.title == title,
            Highlight.period == month,
            Highlight.text == text,
            col(Highlight.withdrawn_at).is_(None),
        )
    ).first()


def withdraw_highlight(highlight: Highlight, *, now: datetime) -> None:
    """Raises Stale when it has been taken back already."""
    if highlight.withdrawn_at is not None:
        raise Stale
    highlight.withdrawn_at = now


def pick_highlight(highlight: Highlight, person: Person, *, is_told: bool, now: datetime) -> None:
    """Whether briefings tell it. Raises Stale when its unit has taken it back."""
    if highlight.withdrawn_at is not None:
        raise Stale
    highlight.left_out_at = None if is_told else now
    highlight.left_out_by_id = None if is_told else person.id


def highlights_of_entries(
    session: Session, plan_id: int, unit_id: int, month: Period, measures: Mapping[int, Named]
) -> dict[int, tuple[str, ...]]:
    """By entry, the highlights of the month that its measure has, oldest first."""
    texts: dict[Named, list[str]] = defaultdict(list)
    for row in _of_month(session, plan_id, unit_id, month):
        texts[row.number, row.title].append(row.text)
    named = dict(enumerate(texts))
    entry_ids = list(measures)
    places = placed(named, list(measures.values()))
    return {entry_ids[places[i]]: tuple(texts[key]) for i, key in named.items() if i in places}


@prepared
def _of_month(plan_id: int, unit_id: int, month: Period) -> SelectOfScalar[Highlight]:
    of_month = select(Highlight).where(
        Highlight.plan_id == plan_id,
        Highlight.unit_id == unit_id,
        Highlight.period == month,
        col(Highlight.withdrawn_at).is_(None),
    )
    return of_month.order_by(col(Highlight.id))


def highlights_of_office(
    session: Session,
    office_id: int,
    *,
    zone: ZoneInfo,
    month: Period | None = None,
    plan_id: int | None = None,
) -> list[MarkedHighlight]:
    """What units have marked and not taken back: of the month, or the newest month first."""
    query = (
        select(Highlight, Unit.name, Person.name)
        .join(Unit, col(Unit.id) == Highlight.unit_id)
        .join(Person, col(Person.id) == Highlight.marked_by_id)
        .where(Highlight.office_id == office_id, col(Highlight.withdrawn_at).is_(None))
        .order_by(col(Highlight.period).desc(), col(Highlight.id))
    )
    if month is not None:
        query = query.where(Highlight.period == month)
    if plan_id is not None:
        query = query.where(Highlight.plan_id == plan_id)
    return [
        MarkedHighlight(
            highlight_id=row.id,
            unit=unit,
            number=row.number,
            title=row.title,
            period=row.period,
            text=row.text,
            marked_at=row.marked_at.astimezone(zone),
            marked_by=person,
            left_out=row.left_out_at is not None,
        )
        for row, unit, person in session.exec(query)
    ]


def measures_of_units(
    session: Session, office_id: int, unit_ids: Iterable[int]
) -> list[tuple[Plan, int, Named]]:
    """Every measure of the plans in force that a unit has: plan, unit, number and title."""
    found = []
    plans = select(Plan).where(Plan.office_id == office_id).order_by(col(Plan.id))
    for plan in session.exec(plans):
        edition = newest_edition(session, plan.id)
        if edition is None:
            continue
        rows = session.exec(
            select(Assignment.unit_id, Measure.number, Measure.title)
            .join(Measure, col(Measure.id) == Assignment.measure_id)
            .where(Measure.edition_id == edition.id, col(Assignment.unit_id).in_(list(unit_ids)))
            .order_by(col(Measure.position), col(Assignment.unit_id))
        )
        found += [(plan, unit_id, (number, title or "")) for unit_id, number, title in rows]
    return found
