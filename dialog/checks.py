"""What must be mended before filing, and what may deserve a second look."""

from dataclasses import dataclass

from dialog.answers import as_filed
from dialog.secrecy import names_a_document
from dialog.steps import Step, asked_steps, fallen_figures, is_answered, is_begun
from vocabulary.report import ReportEntry, WorkingReport

SHORT = 8
"""Characters below which a completion text hardly says anything; counted for the hint only."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something without which the report cannot be filed, and the question that mends it."""

    entry_id: int
    number: str
    step: Step
    indicator_id: int | None
    text_key: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at; it stops nothing. `numbers`: of the measures, in order."""

    text_key: str
    numbers: tuple[str, ...]


def faults(report: WorkingReport) -> list[Fault]:
    """In order of the measures; one that is not begun counts once. Filing needs an empty list."""
    return [fault for entry in report.entries for fault in entry_faults(entry)]


def entry_faults(entry: ReportEntry) -> list[Fault]:
    missing = [
        asked
        for asked in asked_steps(entry.measure, entry.content)
        if not is_answered(entry.content, *asked)
    ]
    if not is_begun(entry):
        return [_fault(entry, missing[0][0], None, "check-missing-all")]
    return [
        _fault(entry, step, indicator_id, f"check-missing-{step.value}")
        for step, indicator_id in missing
    ]


def _fault(entry: ReportEntry, step: Step, indicator_id: int | None, text_key: str) -> Fault:
    return Fault(entry.entry_id, entry.measure.number, step, indicator_id, text_key)


def hints(report: WorkingReport) -> list[Hint]:
    """One hint of a kind at most, gathering the measures that it is about."""
    gathered = (
        ("check-hint-fell", [entry for entry in report.entries if fallen_figures(entry)]),
        ("check-hint-short", [entry for entry in report.entries if _is_short(entry)]),
        ("check-hint-document", [e for e in report.entries if names_a_document(as_filed(e).text)]),
        ("check-hint-unchanged", [entry for entry in report.entries if _is_unchanged(entry)]),
    )
    return [
        Hint(text_key, tuple(entry.measure.number for entry in entries))
        for text_key, entries in gathered
        if entries
    ]


def _is_short(entry: ReportEntry) -> bool:
    text = as_filed(entry).text
    return 0 < len(text) < SHORT


def _is_unchanged(entry: ReportEntry) -> bool:
    """The words are last month's; figures may have moved."""
    text = as_filed(entry).text
    return bool(text) and entry.last is not None and text == entry.last.text
