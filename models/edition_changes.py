"""What differs between two readings of a plan: pure, and complete.

Where a measure stands in the file, what was doubtful about it and what is said beside it does not
make it another one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from vocabulary.change import Change, Fact
from vocabulary.measure_names import MeasureNames
from vocabulary.plan import (
    AssignedMeasure,
    AssignedUnit,
    DocumentIndicator,
    DocumentMeasure,
    PlanDocument,
)

T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


def edition_changes(
    before: PlanDocument,
    assigned_before: Sequence[AssignedMeasure],
    after: PlanDocument,
    assigned_after: Sequence[AssignedMeasure],
) -> tuple[Change, ...]:
    """Everything that is otherwise, the plan's own first, then measure by measure."""
    changes = (
        *_items(before, after),
        *_sections(before, after),
        *_labels(before, after),
        *_indicators(before.indicators, after.indicators, ""),
        *_measures(assigned_before, assigned_after),
    )
    if not changes and _content(before, assigned_before) != _content(after, assigned_after):
        return (Change("change-order"),)
    return changes


def all_new(assigned: Sequence[AssignedMeasure]) -> tuple[Change, ...]:
    """A plan that nobody knew."""
    names = _names(assigned)
    return tuple(_added(entry, names.called(entry.measure)) for entry in assigned)


def _content(document: PlanDocument, assigned: Sequence[AssignedMeasure]) -> object:
    measures = tuple(replace(entry, measure=_unplaced(entry.measure)) for entry in assigned)
    own = tuple(map(_unplaced, document.measures))
    return replace(document, measures=own, doubts=(), prose=()), measures


def _unplaced(measure: DocumentMeasure) -> DocumentMeasure:
    return replace(measure, source_line=0)


def _items(before: PlanDocument, after: PlanDocument) -> Iterator[Change]:
    was, now = _front(before), _front(after)
    for item, value in now.items():
        if was[item] != value:
            yield Change("change-item", {"item": item, "before": was[item], "after": value})


def _front(document: PlanDocument) -> dict[str, Fact]:
    """By the words in the keys of the workbook's items."""
    rule = document.report_rule
    return {
        "number": document.doc_number,
        "issuer": document.issuer,
        "date": document.issued_on,
        "addressees": document.addressees,
        "due": str(rule.due_day) if rule else None,
        "frequency": rule.frequency if rule else None,
        "period": rule.period.partition("_")[0] if rule else None,
        "office": rule.recipient_office if rule else None,
        "location": rule.recipient_location if rule else None,
        "mail": rule.email if rule else None,
        "source": rule.source_measure if rule else None,
    }


def _sections(before: PlanDocument, after: PlanDocument) -> Iterator[Change]:
    was = {section.path: section.task_force for section in before.sections}
    now = {section.path: section.task_force for section in after.sections}
    for path, force in now.items():
        name = path[-1] if path else ""
        if path not in was:
            yield Change("change-section-added", {"section": name})
        elif was[path] != force:
            facts: dict[str, Fact] = {"section": name, "before": was[path], "after": force}
            yield Change("change-section-force", facts)
    for path in was:
        if path not in now:
            yield Change("change-section-removed", {"section": path[-1] if path else ""})


def _labels(before: PlanDocument, after: PlanDocument) -> Iterator[Change]:
    yield from (
        Change("change-label-added", {"label": label})
        for label in after.labels
        if label not in before.labels
    )
    yield from (
        Change("change-label-removed", {"label": label})
        for label in before.labels
        if label not in after.labels
    )


def _measures(
    before: Sequence[AssignedMeasure], after: Sequence[AssignedMeasure]
) -> Iterator[Change]:
    was = _by(before, lambda entry: entry.measure.number)
    now = _by(after, lambda entry: entry.measure.number)
    names, old_names = _names(after), _names(before)
    for key, entry in now.items():
        called = names.called(entry.measure)
        if key not in was:
            yield _added(entry, called)
            continue
        yield from _fields(was[key].measure, entry.measure, called)
        yield from _units(was[key].units, entry.units, called)
        yield from _unassigned(was[key], entry, called)
        yield from _indicators(was[key].measure.indicators, entry.measure.indicators, called)
    for key, entry in was.items():
        if key not in now:
            title = {"title": entry.measure.title}
            called = old_names.called(entry.measure)
            yield Change("change-measure-removed", {**title}, called)


def _names(assigned: Iterable[AssignedMeasure]) -> MeasureNames:
    return MeasureNames(entry.measure for entry in assigned)


def _added(entry: AssignedMeasure, called: str) -> Change:
    facts: dict[str, Fact] = {
        "title": entry.measure.title,
        "units": tuple(unit.name for unit in entry.units),
    }
    return Change("change-measure-added", facts, called)


def _fields(before: DocumentMeasure, after: DocumentMeasure, called: str) -> Iterator[Change]:
    was, now = _told(before), _told(after)
    for name, value in now.items():
        if was[name] != value:
            facts: dict[str, Fact] = {"field": name, "before": was[name], "after": value}
            yield Change("change-field", facts, called)


def _told(measure: DocumentMeasure) -> dict[str, Fact]:
    """By the words in the keys of the workbook's columns."""
    return {
        "title": measure.title,
        "text": measure.text,
        "path": measure.section_path,
        "force": measure.task_force,
        "deadline": measure.deadline,
        "labels": measure.labels,
    }


def _units(
    before: Sequence[AssignedUnit], after: Sequence[AssignedUnit], number: str
) -> Iterator[Change]:
    was = {unit.name: unit for unit in before}
    now = {unit.name: unit for unit in after}
    for name, unit in now.items():
        old = was.get(name)
        if old is None:
            facts: dict[str, Fact] = {"unit": name, "role": unit.role, "ask": unit.ask}
            yield Change("change-unit-added", facts, number)
            continue
        if old.role is not unit.role:
            facts = {"unit": name, "before": old.role, "after": unit.role}
            yield Change("change-role", facts, number)
        if old.ask is not unit.ask:
            facts = {"unit": name, "before": old.ask, "after": unit.ask}
            yield Change("change-ask", facts, number)
        if old.via != unit.via:
            facts = {"unit": name, "before": old.via, "after": unit.via}
            yield Change("change-via", facts, number)
    for name, unit in was.items():
        if name not in now:
            yield Change("change-unit-removed", {"unit": name, "role": unit.role}, number)


def _unassigned(before: AssignedMeasure, after: AssignedMeasure, called: str) -> Iterator[Change]:
    was, now = Counter(before.unassigned), Counter(after.unassigned)
    for key, mentions in (
        ("change-unassigned-added", now - was),
        ("change-unassigned-removed", was - now),
    ):
        for mention in mentions:
            facts: dict[str, Fact] = {"name": mention.name, "role": mention.role}
            yield Change(key, facts, called)


def _indicators(
    before: Sequence[DocumentIndicator], after: Sequence[DocumentIndicator], number: str
) -> Iterator[Change]:
    was = _by(before, lambda indicator: indicator.name)
    now = _by(after, lambda indicator: indicator.name)
    for key, indicator in now.items():
        if key not in was:
            facts: dict[str, Fact] = {
                "indicator": indicator.name,
                "target": indicator.value,
                "measured": indicator.unit_of_measure,
            }
            yield Change("change-indicator-added", facts, number)
            continue
        old, new = _figures(was[key]), _figures(indicator)
        for name, value in new.items():
            if old[name] != value:
                facts = {
                    "indicator": indicator.name,
                    "field": name,
                    "before": old[name],
                    "after": value,
                }
                yield Change("change-indicator", facts, number)
    for key, indicator in was.items():
        if key not in now:
            yield Change("change-indicator-removed", {"indicator": indicator.name}, number)


def _figures(indicator: DocumentIndicator) -> dict[str, Fact]:
    """By the words in the keys of the workbook's columns."""
    return {
        "target": indicator.value,
        "measured": indicator.unit_of_measure,
        "comparator": indicator.comparator,
        "direction": indicator.direction,
        "baseline": indicator.baseline,
        "start": indicator.start,
        "deadline": indicator.deadline,
        "cumulative": indicator.cumulative,
        "text": indicator.text,
    }


def _by(things: Iterable[T], name: Callable[[T], Key]) -> Mapping[tuple[Key, int], T]:
    """By name, and by the how manieth of that name: numbers may start anew in every section."""
    seen: Counter[Key] = Counter()
    found = {}
    for thing in things:
        key = name(thing)
        found[key, seen[key]] = thing
        seen[key] += 1
    return found
