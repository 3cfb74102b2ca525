"""Plans and their editions. An edition never changes: an amended plan is a new one."""

from datetime import date, datetime
from decimal import Decimal

from pydantic import TypeAdapter
from sqlalchemy import UniqueConstraint
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import amount, belongs_to, long_text, moment, period, word
from models.offices import Unit
from vocabulary.period import Period
from vocabulary.plan import (
    AssignedMeasure,
    AssignedUnit,
    LoadedPlan,
    Mention,
    PlanDocument,
)
from vocabulary.terms import Ask, Comparator, Direction, Role

DEFAULT_DUE_DAY = 5
"""Where a plan has no report rule."""


class Plan(SQLModel, table=True):
    """A plan with the periods that it is reported on.

    due_day: of the month after the period, as the plan's report rule says.
    mail_address: where the electronic copy goes, from the document; unused until confirmed.
    """

    __table_args__ = (UniqueConstraint("office_id", "title"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    title: str
    doc_number: str | None = None
    first_period: Period = period()
    last_period: Period = period()
    due_day: int = DEFAULT_DUE_DAY
    mail_address: str | None = None
    mail_confirmed_at: datetime | None = moment()


class PlanEdition(SQLModel, table=True):
    """One reading of the plan. `content_hash` covers the document and who it was given to."""

    __tablename__ = "plan_edition"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    plan_id: int = belongs_to("plan.id")
    number: int
    content_hash: str
    document: str = long_text()
    loaded_at: datetime = moment(required=True)


class TaskForce(SQLModel, table=True):
    __tablename__ = "task_force"
    __table_args__ = (UniqueConstraint("edition_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    edition_id: int = belongs_to("plan_edition.id")
    name: str


class Label(SQLModel, table=True):
    """A group of measures that cuts across the sections, as of 十大专项行动."""

    __table_args__ = (UniqueConstraint("edition_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    edition_id: int = belongs_to("plan_edition.id")
    position: int
    name: str


class Section(SQLModel, table=True):
    """A heading; the tree is told by `parent_id`, the order by `position`."""

    id: int = Field(default=None, primary_key=True)
    edition_id: int = belongs_to("plan_edition.id")
    position: int
    heading: str
    parent_id: int | None = belongs_to("section.id", required=False)


class Measure(SQLModel, table=True):
    """`task_force_id` is the measure's own or the one inherited from its headings."""

    __table_args__ = (UniqueConstraint("edition_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    edition_id: int = belongs_to("plan_edition.id")
    position: int
    number: str
    title: str | None = None
    text: str = long_text()
    section_id: int | None = belongs_to("section.id", required=False)
    task_force_id: int | None = belongs_to("task_force.id", required=False)
    deadline: date | None = None


class MeasureLabel(SQLModel, table=True):
    __tablename__ = "measure_label"

    measure_id: int = Field(foreign_key="measure.id", primary_key=True)
    label_id: int = Field(foreign_key="label.id", primary_key=True)


class Assignment(SQLModel, table=True):
    """A measure given to a unit. `via` is the group through which the plan names it."""

    __table_args__ = (UniqueConstraint("measure_id", "unit_id"),)

    id: int = Field(default=None, primary_key=True)
    measure_id: int = belongs_to("measure.id")
    unit_id: int = belongs_to("unit.id")
    position: int
    role: Role = word(Role)
    ask: Ask = word(Ask, default=Ask.MONTHLY)
    via: str | None = None


class UnassignedMention(SQLModel, table=True):
    """A clause that names nobody we know of: shown until it is mended, never dropped."""

    __tablename__ = "unassigned_mention"

    id: int = Field(default=None, primary_key=True)
    measure_id: int = belongs_to("measure.id")
    name: str
    role: Role = word(Role)


class Indicator(SQLModel, table=True):
    """A target of a measure, or of the whole plan where `measure_id` is empty."""

    id: int = Field(default=None, primary_key=True)
    edition_id: int = belongs_to("plan_edition.id")
    measure_id: int | None = belongs_to("measure.id", required=False)
    position: int
    name: str
    text: str = long_text()
    target: Decimal = amount(required=True)
    unit_of_measure: str
    comparator: Comparator = word(Comparator)
    direction: Direction = word(Direction, default=Direction.UP)
    baseline: Decimal | None = amount()
    starts_on: date | None = None
    deadline: date | None = None
    cumulative: bool = False


_DOCUMENT = TypeAdapter(PlanDocument)


def plans_of(session: Session, office_id: int) -> list[Plan]:
    plans = select(Plan).where(Plan.office_id == office_id)
    return list(session.exec(plans.order_by(col(Plan.id))))


def newest_edition(session: Session, plan_id: int) -> PlanEdition | None:
    return session.exec(
        select(PlanEdition)
        .where(PlanEdition.plan_id == plan_id)
        .order_by(col(PlanEdition.number).desc())
        .limit(1)
    ).first()


def task_forces_of(session: Session, office_id: int) -> list[str]:
    """The names of those that the office's plans have at present, as the plans name them."""
    editions = [newest_edition(session, plan.id) for plan in plans_of(session, office_id)]
    forces = select(TaskForce.name).where(
        col(TaskForce.edition_id).in_([edition.id for edition in editions if edition])
    )
    return list(dict.fromkeys(session.exec(forces.order_by(col(TaskForce.id)))))


def packed_document(document: PlanDocument) -> str:
    return _DOCUMENT.dump_json(document).decode()


def edition_document(edition: PlanEdition) -> PlanDocument:
    """The document as it was read, with its doubts."""
    return _DOCUMENT.validate_json(edition.document)


def unassigned_mentions(session: Session, edition_id: int) -> list[tuple[str, str]]:
    """Clauses that name nobody we know of, as (measure number, words), in the plan's order."""
    rows = session.exec(
        select(Measure.number, UnassignedMention.name)
        .join(UnassignedMention, col(UnassignedMention.measure_id) == Measure.id)
        .where(Measure.edition_id == edition_id)
        .order_by(col(Measure.position), col(UnassignedMention.id))
    )
    return list(rows)


def loaded_plan(session: Session, edition: PlanEdition) -> LoadedPlan:
    """The edition with its measures' units, as they were loaded."""
    units: dict[int, list[AssignedUnit]] = {}
    for position, name, role, via, ask in session.execute(
        select_columns(
            col(Measure.position),
            col(Unit.name),
            col(Assignment.role),
            col(Assignment.via),
            col(Assignment.ask),
        )
        .join(Assignment, col(Assignment.measure_id) == Measure.id)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(col(Measure.edition_id) == edition.id)
        .order_by(col(Assignment.measure_id), col(Assignment.position))
    ):
        units.setdefault(position, []).append(AssignedUnit(name, role, via, ask))
    unassigned: dict[int, list[Mention]] = {}
    for position, mention in session.exec(
        select(Measure.position, UnassignedMention)
        .join(UnassignedMention, col(UnassignedMention.measure_id) == Measure.id)
        .where(Measure.edition_id == edition.id)
        .order_by(col(UnassignedMention.id))
    ):
        unassigned.setdefault(position, []).append(Mention(mention.name, mention.role))
    document = edition_document(edition)
    return LoadedPlan(
        document,
        tuple(
            AssignedMeasure(measure, tuple(units.get(at, ())), tuple(unassigned.get(at, ())))
            for at, measure in enumerate(document.measures)
        ),
    )


def plan_titled(session: Session, office_id: int, title: str) -> Plan | None:
    return session.exec(
        select(Plan).where(Plan.office_id == office_id, Plan.title == title)
    ).first()


def measures_of_unit(
    session: Session, plan_id: int, unit_id: int
) -> list[tuple[Assignment, Measure]]:
    """What the plan's newest edition asks of the unit, ever, in the plan's order."""
    edition = newest_edition(session, plan_id)
    if edition is None:
        return []
    rows = session.exec(
        select(Assignment, Measure)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(
            Measure.edition_id == edition.id,
            Assignment.unit_id == unit_id,
            Assignment.ask != Ask.NEVER,
        )
        .order_by(col(Measure.position))
    )
    return list(rows)
