"""A document that is sent again: what the office has entered stays where the source is silent.

A registry is the whole truth of its plan. A document is not: what it says nothing of, and what
stands in measures whose text is the same as before, is as the office left it.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from vocabulary.plan import (
    DocumentIndicator,
    DocumentMeasure,
    DocumentSection,
    PlanDocument,
    ReportRule,
)

_RULE_MISSING = "doubt-report-rule-missing"
_NO_UNIT = "doubt-measure-without-unit"

T = TypeVar("T")


class Entered(StrEnum):
    """What of the office's stays, by the word in the key of its name."""

    FRONT = "front"
    RULE = "rule"
    MAIL = "mail"
    FORCES = "forces"
    MEASURES = "measures"
    TARGETS = "targets"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Continued:
    """The document with what stays.

    before: for each of its measures the place of what it was, from 0; None for a new one.
    kept: how many things of each kind stay.
    """

    document: PlanDocument
    before: tuple[int | None, ...]
    kept: tuple[tuple[Entered, int], ...]


def continued(document: PlanDocument, loaded: PlanDocument) -> Continued:
    """The document as the next edition of what is loaded."""
    pairs = _paired(document.measures, loaded.measures)
    merging = _Merging(document, loaded, pairs)
    whole = merging.document()
    kept = tuple((what, merging.kept[what]) for what in Entered if merging.kept[what])
    return Continued(whole, pairs, kept)


def _paired(
    after: Sequence[DocumentMeasure], before: Sequence[DocumentMeasure]
) -> tuple[int | None, ...]:
    """By their text, wherever they stand now; the others by heading and number, or number alone."""
    found: list[int | None] = [None] * len(after)
    left = set(range(len(before)))
    for key in (_words, lambda one: (one.section_path, one.number), lambda one: one.number):
        places = _places(before, sorted(left), key)
        waiting = [at for at, place in enumerate(found) if place is None]
        for counted, at in _places(after, waiting, key).items():
            if counted in places:
                found[at] = places[counted]
                left.discard(places[counted])
    return tuple(found)


def _places(
    measures: Sequence[DocumentMeasure],
    places: Sequence[int],
    key: Callable[[DocumentMeasure], Hashable],
) -> dict[tuple[Hashable, int], int]:
    """By the key, and by the how manieth of that key."""
    seen: Counter[Hashable] = Counter()
    found = {}
    for place in places:
        name = key(measures[place])
        found[name, seen[name]] = place
        seen[name] += 1
    return found


def _words(measure: DocumentMeasure) -> str:
    return "".join(measure.text.split())


@dataclass(slots=True)
class _Merging:
    new: PlanDocument
    loaded: PlanDocument
    pairs: tuple[int | None, ...]
    kept: Counter[Entered] = field(default_factory=Counter)

    def document(self) -> PlanDocument:
        rule = self.rule()
        sections = self.sections()
        measures = tuple(
            self.measure(measure, None if at is None else self.loaded.measures[at])
            for measure, at in zip(self.new.measures, self.pairs, strict=True)
        )
        forces = (*(part.task_force for part in sections), *(one.task_force for one in measures))
        settled = {_NO_UNIT} | ({_RULE_MISSING} if rule else set())
        return replace(
            self.new,
            doc_number=self.said(Entered.FRONT, self.new.doc_number, self.loaded.doc_number),
            issuer=self.said(Entered.FRONT, self.new.issuer, self.loaded.issuer),
            issued_on=self.said(Entered.FRONT, self.new.issued_on, self.loaded.issued_on),
            addressees=self.said(Entered.FRONT, self.new.addressees, self.loaded.addressees),
            sections=sections,
            measures=measures,
            indicators=self.targets(self.new.indicators, self.loaded.indicators),
            task_forces=tuple(dict.fromkeys((*self.new.task_forces, *filter(None, forces)))),
            report_rule=rule,
            doubts=tuple(doubt for doubt in self.new.doubts if doubt.text_key not in settled),
            labels=self.labels(),
        )

    def said(self, what: Entered, new: T, old: T) -> T:
        """What the source says; where it says nothing, what is known."""
        if new or not old:
            return new
        self.kept[what] += 1
        return old

    def rule(self) -> ReportRule | None:
        """As it is known, while the measure that it was read from is the same."""
        new, old = self.new.report_rule, self.loaded.report_rule
        if new is None or old is None or self.is_same_source(new, old):
            rule = old or new
        else:
            rule = replace(
                new,
                recipient_office=new.recipient_office or old.recipient_office,
                recipient_location=new.recipient_location or old.recipient_location,
                email=new.email or old.email,
            )
        if rule is not None:
            if rule.email != (new.email if new else None):
                self.kept[Entered.MAIL] += 1
            if new is None or replace(rule, email=None) != replace(new, email=None):
                self.kept[Entered.RULE] += 1
        return rule

    def is_same_source(self, new: ReportRule, old: ReportRule) -> bool:
        return any(
            measure.number == new.source_measure
            and at is not None
            and self.loaded.measures[at].number == old.source_measure
            and _words(measure) == _words(self.loaded.measures[at])
            for measure, at in zip(self.new.measures, self.pairs, strict=True)
        )

    def sections(self) -> tuple[DocumentSection, ...]:
        known = {part.path: part.task_force for part in self.loaded.sections}
        return tuple(
            replace(
                part,
                task_force=self.said(Entered.FORCES, part.task_force, known.get(part.path)),
            )
            for part in self.new.sections
        )

    def labels(self) -> tuple[str, ...]:
        """Counted where they are the plan's, not again with each measure."""
        left = [label for label in self.loaded.labels if label not in self.new.labels]
        self.kept[Entered.LABELS] += len(left)
        return _as_before((*self.new.labels, *left), self.loaded.labels)

    def measure(self, new: DocumentMeasure, old: DocumentMeasure | None) -> DocumentMeasure:
        if old is None:
            return new
        is_same = _words(new) == _words(old)
        is_in_place = is_same and new.section_path == old.section_path
        labels = (
            label
            for label in old.labels
            if label not in new.labels and (is_in_place or label not in self.new.labels)
        )
        found = replace(new, labels=_as_before((*new.labels, *labels), old.labels))
        if is_same:
            filled = replace(
                found,
                title=new.title or old.title,
                mentions=new.mentions or old.mentions,
                deadline=new.deadline or old.deadline,
            )
            self.kept[Entered.MEASURES] += filled != found
            found = filled
        if is_in_place:
            force = self.said(Entered.FORCES, new.task_force, old.task_force)
            found = replace(found, task_force=force)
        return replace(
            found,
            indicators=self.targets(
                new.indicators,
                old.indicators,
                within=new.text if is_same else None,
                is_due_as_before=found.deadline == old.deadline,
            ),
        )

    def targets(
        self,
        new: Sequence[DocumentIndicator],
        old: Sequence[DocumentIndicator],
        *,
        within: str | None = None,
        is_due_as_before: bool = True,
    ) -> tuple[DocumentIndicator, ...]:
        """within: the text that they stand in, where it is the same as before.

        What was read from words of that text is as it is known, also where it is known no more.
        What was never read from any words was entered by hand.
        """
        left = list(old)
        found = []
        for target in new:
            known = _known(target, left)
            if known is not None:
                left.remove(known)
                merged = _merged(target, known, is_same=within is not None)
                if not is_due_as_before:
                    merged = replace(merged, deadline=target.deadline)
            elif within is not None and target.text and target.text in within:
                self.kept[Entered.TARGETS] += 1
                continue
            else:
                merged = target
            self.kept[Entered.TARGETS] += merged != target
            found.append(merged)
        entered = [
            target
            for target in left
            if not target.text or (within is not None and target.text in within)
        ]
        self.kept[Entered.TARGETS] += len(entered)
        return (*found, *entered)


def _known(
    target: DocumentIndicator, known: Sequence[DocumentIndicator]
) -> DocumentIndicator | None:
    """The same one: of the same words and name, of the name, or, under another name, of the words.

    One that was entered by hand under its name, and has no words, is taken for it too.
    """
    by_both = (one for one in known if (one.text, one.name) == (target.text, target.name))
    by_name = (one for one in known if one.name == target.name)
    by_words = [one for one in known if one.text and one.text == target.text]
    alone: Iterator[DocumentIndicator] = iter(by_words if len(by_words) == 1 else ())
    return next(by_both, None) or next(by_name, None) or next(alone, None)


def _merged(new: DocumentIndicator, old: DocumentIndicator, *, is_same: bool) -> DocumentIndicator:
    """is_same: the text around it has not changed."""
    if is_same and new.text == old.text:
        return old
    if (new.name, new.value, new.unit_of_measure) != (old.name, old.value, old.unit_of_measure):
        return new
    return replace(
        new,
        baseline=old.baseline if new.baseline is None else new.baseline,
        start=new.start or old.start,
        cumulative=old.cumulative,
    )


def _as_before(labels: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """In the order of before, where they are the same ones."""
    return tuple(before) if sorted(labels) == sorted(before) else tuple(labels)
