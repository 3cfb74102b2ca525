"""Plans and their editions. An edition never changes: an amended plan is a new one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from pydantic import TypeAdapter
from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import amount, belongs_to, long_text, moment, period, word
from models.offices import Unit, keep_units
from vocabulary.period import Period
from vocabulary.plan import (
    AssignedMeasure,
    DocumentIndicator,
    DocumentMeasure,
    Mention,
    PlanDocument,
    UnitRegister,
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
    deadline: date | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What loading would do. The names are the measures' numbers and the units' names.

    is_new: the plan was not known. unchanged: exactly this is loaded already.
    """

    plan_title: str
    is_new: bool
    unchanged: bool
    number: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    new_units: tuple[str, ...] = ()


_DOCUMENT = TypeAdapter(PlanDocument)
_ASSIGNED = TypeAdapter(tuple[AssignedMeasure, ...])


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


def compare_edition(
    session: Session, office_id: int, document: PlanDocument, assigned: Sequence[AssignedMeasure]
) -> EditionChange:
    """What `load_edition` would change; writes nothing."""
    known_units = set(session.exec(select(Unit.name).where(Unit.office_id == office_id)))
    names = _unit_names(assigned)
    new_units = tuple(name for name in names if name not in known_units)
    plan = _plan_titled(session, office_id, document.title)
    newest = newest_edition(session, plan.id) if plan else None
    if newest is None:
        return EditionChange(
            document.title,
            is_new=True,
            unchanged=False,
            number=1,
            added=tuple(m.measure.number for m in assigned),
            new_units=new_units,
        )
    before = _fingerprints(session, newest)
    after = {m.measure.number: _fingerprint(m) for m in assigned}
    return EditionChange(
        document.title,
        is_new=False,
        unchanged=newest.content_hash == _content_hash(document, assigned),
        number=newest.number + 1,
        added=tuple(number for number in after if number not in before),
        removed=tuple(number for number in before if number not in after),
        changed=tuple(n for n in after if n in before and after[n] != before[n]),
        new_units=new_units,
    )


def load_edition(
    session: Session,
    office_id: int,
    document: PlanDocument,
    assigned: Sequence[AssignedMeasure],
    register: UnitRegister,
    *,
    first_period: Period,
    last_period: Period,
    now: datetime,
) -> PlanEdition:
    """Loads the document as the plan's newest edition; the same once more changes nothing.

    Units named for the first time come into being; official names and groups are taken over.
    """
    plan = _plan_titled(session, office_id, document.title)
    if plan is None:
        plan = Plan(
            office_id=office_id,
            title=document.title,
            first_period=first_period,
            last_period=last_period,
        )
        session.add(plan)
    plan.doc_number = document.doc_number
    plan.first_period, plan.last_period = first_period, last_period
    rule = document.report_rule
    plan.due_day = rule.due_day if rule else DEFAULT_DUE_DAY
    mail = rule.email if rule else None
    if mail != plan.mail_address:
        plan.mail_address, plan.mail_confirmed_at = mail, None
    session.flush()
    units = keep_units(session, office_id, _unit_names(assigned), register)
    newest = newest_edition(session, plan.id)
    content_hash = _content_hash(document, assigned)
    if newest is not None and newest.content_hash == content_hash:
        return newest
    edition = PlanEdition(
        plan_id=plan.id,
        number=newest.number + 1 if newest else 1,
        content_hash=content_hash,
        document=_DOCUMENT.dump_json(document).decode(),
        loaded_at=now,
    )
    session.add(edition)
    session.flush()
    _add_measures(session, edition.id, document, assigned, units)
    return edition


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


def _plan_titled(session: Session, office_id: int, title: str) -> Plan | None:
    return session.exec(
        select(Plan).where(Plan.office_id == office_id, Plan.title == title)
    ).first()


def _unit_names(assigned: Sequence[AssignedMeasure]) -> list[str]:
    return list(dict.fromkeys(unit.name for measure in assigned for unit in measure.units))


def _content_hash(document: PlanDocument, assigned: Sequence[AssignedMeasure]) -> str:
    whole = _DOCUMENT.dump_json(document) + _ASSIGNED.dump_json(tuple(assigned))
    return hashlib.sha256(whole).hexdigest()


Fingerprint = tuple[DocumentMeasure, tuple[tuple[str, Role], ...]]
"""What makes a measure another one: where it stands in the file does not."""


def _fingerprint(assigned: AssignedMeasure) -> Fingerprint:
    units = tuple((unit.name, unit.role) for unit in assigned.units)
    return (replace(assigned.measure, source_line=0), units)


def _fingerprints(session: Session, edition: PlanEdition) -> dict[str, Fingerprint]:
    units: dict[str, list[tuple[str, Role]]] = {}
    for number, name, role in session.exec(
        select(col(Measure.number), col(Unit.name), col(Assignment.role))
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Measure.edition_id == edition.id)
        .order_by(col(Assignment.position))
    ):
        units.setdefault(number, []).append((name, role))
    return {
        measure.number: (replace(measure, source_line=0), tuple(units.get(measure.number, ())))
        for measure in edition_document(edition).measures
    }


def _add_measures(
    session: Session,
    edition_id: int,
    document: PlanDocument,
    assigned: Sequence[AssignedMeasure],
    units: dict[str, Unit],
) -> None:
    forces = {name: TaskForce(edition_id=edition_id, name=name) for name in document.task_forces}
    session.add_all(forces.values())
    sections = _add_sections(session, edition_id, document)
    session.flush()
    for position, entry in enumerate(assigned):
        said = entry.measure
        section = sections.get(said.section_path)
        force = forces.get(said.task_force or "")
        measure = Measure(
            edition_id=edition_id,
            position=position,
            number=said.number,
            title=said.title,
            text=said.text,
            section_id=section.id if section else None,
            task_force_id=force.id if force else None,
            deadline=said.deadline,
        )
        session.add(measure)
        session.flush()
        session.add_all(
            Assignment(
                measure_id=measure.id,
                unit_id=units[unit.name].id,
                position=place,
                role=unit.role,
                ask=unit.ask,
                via=unit.via,
            )
            for place, unit in enumerate(entry.units)
        )
        session.add_all(_unassigned(measure.id, mention) for mention in entry.unassigned)
        session.add_all(_indicators(edition_id, measure.id, said.indicators))
    session.add_all(_indicators(edition_id, None, document.indicators))
    session.flush()


def _add_sections(
    session: Session, edition_id: int, document: PlanDocument
) -> dict[tuple[str, ...], Section]:
    sections: dict[tuple[str, ...], Section] = {}
    for position, read in enumerate(document.sections):
        parent = sections.get(read.path[:-1])
        section = Section(
            edition_id=edition_id,
            position=position,
            heading=read.path[-1],
            parent_id=parent.id if parent else None,
        )
        session.add(section)
        session.flush()
        sections[read.path] = section
    return sections


def _unassigned(measure_id: int, mention: Mention) -> UnassignedMention:
    return UnassignedMention(measure_id=measure_id, name=mention.name, role=mention.role)


def _indicators(
    edition_id: int, measure_id: int | None, indicators: Sequence[DocumentIndicator]
) -> list[Indicator]:
    return [
        Indicator(
            edition_id=edition_id,
            measure_id=measure_id,
            position=position,
            name=read.name,
            text=read.text,
            target=read.value,
            unit_of_measure=read.unit_of_measure,
            comparator=read.comparator,
            direction=read.direction,
            baseline=read.baseline,
            deadline=read.deadline,
            cumulative=read.cumulative,
        )
        for position, read in enumerate(indicators)
    ]
