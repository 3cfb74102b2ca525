"""What a person reads about a plan that was read: counts, task forces, targets, doubts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from plans.errors import RegisterFaulty
from plans.groups import Assignments, is_group
from plans.kept import Entered
from plans.value_doubts import measures_listed
from texts import plain
from texts.wording import listed, number
from vocabulary.errors import PlanError
from vocabulary.measure_names import MeasureNames
from vocabulary.plan import DocumentIndicator, DocumentMeasure, Doubt, PlanDocument, ReportRule
from vocabulary.terms import Comparator, Role

_LISTS = frozenset({"measures", "pages", "numbers", "names", "units", "words"})
_LISTED = re.compile(r"、(?![^（]*）)")
"""Between the things of a list; not within the brackets behind one of them."""
_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.EXACTLY: "=",
    Comparator.ABOUT: "≈",
}


class Kept(StrEnum):
    """Where the reader writes down what the plan leaves open: members of groups, official names."""

    REGISTRY = "registry"
    FILE = "file"
    """A register, the TOML file beside a plan."""


def summary_lines(document: PlanDocument, language: str, kept: Kept = Kept.REGISTRY) -> list[str]:
    """The plan at a glance, then everything doubtful with its source and what to do."""
    return [
        *_head(document, language),
        *_counts(document, language),
        *_task_forces(document, language),
        *_indicators(document, language),
        _report_rule(document.report_rule, language),
        *doubt_lines(document.doubts, language, kept),
    ]


def assignment_lines(
    assignments: Assignments, language: str, kept: Kept = Kept.REGISTRY
) -> list[str]:
    """What a register makes of a plan: how many units owe how much, and what stays doubtful."""
    return [
        plain(
            language,
            "plan-assignments",
            units=len(assignments.units),
            total=assignments.total,
        ),
        *doubt_lines(assignments.doubts, language, kept),
    ]


def doubt_lines(doubts: tuple[Doubt, ...], language: str, kept: Kept = Kept.REGISTRY) -> list[str]:
    if not doubts:
        return [plain(language, "plan-no-doubts")]
    lines = [plain(language, "plan-doubts", count=len(doubts))]
    for position, doubt in enumerate(doubts, start=1):
        lines.append(f"{position}. {doubt_sentence(doubt, language, kept)}")
        if doubt.source and doubt.line:
            lines.append(
                "   "
                + plain(language, "plan-source-line", line=str(doubt.line), words=doubt.source)
            )
        elif doubt.source or doubt.line:
            key = "plan-source" if doubt.source else "plan-line"
            lines.append(
                "   " + plain(language, key, words=doubt.source, line=str(doubt.line or ""))
            )
    return lines


def doubt_sentence(doubt: Doubt, language: str, kept: Kept = Kept.REGISTRY) -> str:
    """The sentence alone, as plain text: what is doubtful and what to do."""
    return plain(language, doubt.text_key, kept=kept.value, **_worded(doubt.facts, language))


def kept_things(kept: Sequence[tuple[Entered, int]], language: str) -> str:
    """What the office has entered and a document leaves as it is, as a list; empty for nothing."""
    things = [plain(language, f"plan-kept-{what.value}", count=count) for what, count in kept]
    return listed(language, things) if things else ""


def error_lines(error: PlanError, language: str) -> list[str]:
    """What is wrong with a file, every fault on a line of its own; plain text."""
    lines = [plain(language, error.text_key, **error.facts)]
    if isinstance(error, RegisterFaulty):
        lines += [f"- {doubt_sentence(fault, language)}" for fault in error.faults]
    return lines


def _head(document: PlanDocument, language: str) -> Iterator[str]:
    unknown = plain(language, "plan-not-stated")
    issued = document.issued_on
    yield plain(language, "plan-title", title=document.title or unknown)
    yield plain(
        language,
        "plan-issued",
        number=document.doc_number or unknown,
        issuer=document.issuer or unknown,
        date=_date(issued, language) if issued else unknown,
    )


def _counts(document: PlanDocument, language: str) -> Iterator[str]:
    mentions = [mention for measure in document.measures for mention in measure.mentions]
    names = dict.fromkeys(mention.name for mention in mentions)
    groups = [name for name in names if is_group(name)]
    roles = Counter(mention.role for mention in mentions)
    yield plain(
        language,
        "plan-counts",
        measures=len(document.measures),
        units=len(names) - len(groups),
        groups=len(groups),
    )
    yield plain(
        language,
        "plan-mentions",
        mentions=len(mentions),
        lead=roles[Role.LEAD],
        responsible=roles[Role.RESPONSIBLE],
        cooperating=roles[Role.COOPERATING],
    )


def _task_forces(document: PlanDocument, language: str) -> Iterator[str]:
    if not document.task_forces:
        yield plain(language, "plan-task-forces-none")
        return
    yield plain(language, "plan-task-forces", count=len(document.task_forces))
    run: defaultdict[str, list[DocumentMeasure]] = defaultdict(list)
    for measure in document.measures:
        if measure.task_force:
            run[measure.task_force].append(measure)
    called = MeasureNames(document.measures)
    for name in document.task_forces:
        yield "  " + plain(
            language,
            "plan-task-force",
            name=name,
            measures=_separated(measures_listed(run[name], called), language),
        )


def _indicators(document: PlanDocument, language: str) -> Iterator[str]:
    called = MeasureNames(document.measures)
    of_measures = [
        (called.called(measure), indicator)
        for measure in document.measures
        for indicator in measure.indicators
    ]
    yield plain(
        language, "plan-indicators", measures=len(of_measures), plan=len(document.indicators)
    )
    whole = plain(language, "plan-indicator-of-plan")
    for owner, indicator in [*((whole, own) for own in document.indicators), *of_measures]:
        yield f"  {owner}  {_indicator(indicator, language)}"


def _indicator(indicator: DocumentIndicator, language: str) -> str:
    wanted = f"{_SIGNS[indicator.comparator]} {number(indicator.value)}{indicator.unit_of_measure}"
    notes = []
    if indicator.baseline is not None:
        baseline = f"{number(indicator.baseline)}{indicator.unit_of_measure}"
        notes.append(plain(language, "plan-indicator-from", baseline=baseline))
    notes.append(
        plain(language, "plan-indicator-by", date=_date(indicator.deadline, language))
        if indicator.deadline
        else plain(language, "plan-indicator-undated")
    )
    return plain(
        language,
        "plan-indicator",
        name=indicator.name,
        wanted=wanted,
        notes=listed(language, notes),
    )


def _date(day: date, language: str) -> str:
    return plain(language, "plan-date", year=str(day.year), month=day.month, day=day.day)


def _report_rule(rule: ReportRule | None, language: str) -> str:
    if rule is None:
        return plain(language, "plan-report-rule-none")
    unknown = plain(language, "plan-not-stated")
    return plain(
        language,
        "plan-report-rule",
        frequency=rule.frequency,
        day=rule.due_day,
        period=rule.period.partition("_")[0],
        office=rule.recipient_office or unknown,
        location=rule.recipient_location or unknown,
        email=rule.email or unknown,
        measure=rule.source_measure or unknown,
    )


def _worded(facts: Mapping[str, str], language: str) -> dict[str, str | int]:
    """Facts as the catalogue takes them: the count as a number, for its plural; lists as lists."""
    worded: dict[str, str | int] = {**facts}
    for name in _LISTS & facts.keys():
        worded[name] = _separated(facts[name], language)
    if "count" in facts:
        worded["count"] = int(facts["count"])
    return worded


def _separated(value: str, language: str) -> str:
    """Lists are kept with 、 and shown with the language's own separator."""
    return listed(language, _LISTED.split(value))
