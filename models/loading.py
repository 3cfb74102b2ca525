"""Loading a plan with what the office knows beside it, and what that would change."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import insert
from sqlmodel import Session

from models.edition_changes import all_new, edition_changes
from models.editions import (
    DEFAULT_DUE_DAY,
    Assignment,
    Indicator,
    Label,
    Measure,
    MeasureLabel,
    Plan,
    PlanEdition,
    Section,
    TaskForce,
    UnassignedMention,
    loaded_plan,
    newest_edition,
    packed_document,
    plan_titled,
)
from models.offices import Unit
from models.register import keep_register, register_changes
from vocabulary.change import Change, EditionChange
from vocabulary.period import Period
from vocabulary.plan import (
    AssignedMeasure,
    DocumentIndicator,
    Mention,
    PlanDocument,
    UnitRegister,
)

_ASSIGNED = TypeAdapter(tuple[AssignedMeasure, ...])


def compare_edition(
    session: Session,
    office_id: int,
    document: PlanDocument,
    assigned: Sequence[AssignedMeasure],
    register: UnitRegister,
) -> EditionChange:
    """Everything that `load_edition` would change but the periods; writes nothing."""
    plan = plan_titled(session, office_id, document.title)
    newest = newest_edition(session, plan.id) if plan else None
    return EditionChange(
        document.title,
        is_new=newest is None,
        number=newest.number + 1 if newest else 1,
        edition=_changes(session, newest, document, assigned),
        office=register_changes(session, office_id, _unit_names(assigned), register),
    )


def _changes(
    session: Session,
    newest: PlanEdition | None,
    document: PlanDocument,
    assigned: Sequence[AssignedMeasure],
) -> tuple[Change, ...]:
    if newest is None:
        return all_new(assigned)
    before = loaded_plan(session, newest)
    return edition_changes(before.document, before.assigned, document, assigned)


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

    Units named for the first time come into being; what the register tells is taken over.
    """
    plan = plan_titled(session, office_id, document.title)
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
    units = keep_register(session, office_id, _unit_names(assigned), register, now=now)
    newest = newest_edition(session, plan.id)
    if newest is not None and not _changes(session, newest, document, assigned):
        return newest
    edition = PlanEdition(
        plan_id=plan.id,
        number=newest.number + 1 if newest else 1,
        content_hash=_content_hash(document, assigned),
        document=packed_document(document),
        loaded_at=now,
    )
    session.add(edition)
    session.flush()
    _add_measures(session, edition.id, document, assigned, units)
    return edition


def _unit_names(assigned: Sequence[AssignedMeasure]) -> list[str]:
    return list(dict.fromkeys(unit.name for measure in assigned for unit in measure.units))


def _content_hash(document: PlanDocument, assigned: Sequence[AssignedMeasure]) -> str:
    whole = packed_document(document).encode() + _ASSIGNED.dump_json(tuple(assigned))
    return hashlib.sha256(whole).hexdigest()


def _add_measures(
    session: Session,
    edition_id: int,
    document: PlanDocument,
    assigned: Sequence[AssignedMeasure],
    units: dict[str, Unit],
) -> None:
    forces = {name: TaskForce(edition_id=edition_id, name=name) for name in document.task_forces}
    session.add_all(forces.values())
    labels = _add_labels(session, edition_id, document)
    sections = _add_sections(session, edition_id, document)
    session.flush()
    measures = []
    for position, entry in enumerate(assigned):
        said = entry.measure
        section = sections.get(said.section_path)
        force = forces.get(said.task_force or "")
        measures.append(
            Measure(
                edition_id=edition_id,
                position=position,
                number=said.number,
                title=said.title,
                text=said.text,
                section_id=section.id if section else None,
                task_force_id=force.id if force else None,
                deadline=said.deadline,
            )
        )
    session.add_all(measures)
    session.flush()
    for measure, entry in zip(measures, assigned, strict=True):
        session.add_all(_unassigned(measure.id, mention) for mention in entry.unassigned)
        session.add_all(_indicators(edition_id, measure.id, entry.measure.indicators))
        session.add_all(
            MeasureLabel(measure_id=measure.id, label_id=labels[label].id)
            for label in dict.fromkeys(entry.measure.labels)
        )
    session.add_all(_indicators(edition_id, None, document.indicators))
    session.flush()
    given = [
        {
            "measure_id": measure.id,
            "unit_id": units[unit.name].id,
            "position": place,
            "role": unit.role,
            "ask": unit.ask,
            "via": unit.via,
        }
        for measure, entry in zip(measures, assigned, strict=True)
        for place, unit in enumerate(entry.units)
    ]
    if given:
        session.execute(insert(Assignment), given)  # at one go: there may be tens of thousands


def _add_labels(session: Session, edition_id: int, document: PlanDocument) -> dict[str, Label]:
    """Those that the plan lists, and any that only a measure names."""
    of_measures = (label for measure in document.measures for label in measure.labels)
    labels = {
        name: Label(edition_id=edition_id, position=position, name=name)
        for position, name in enumerate(dict.fromkeys((*document.labels, *of_measures)))
    }
    session.add_all(labels.values())
    return labels


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
            starts_on=read.start,
            deadline=read.deadline,
            cumulative=read.cumulative,
        )
        for position, read in enumerate(indicators)
    ]
