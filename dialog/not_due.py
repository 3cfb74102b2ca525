"""Words on a measure that comes quarterly, in a month in which it is not due; pure."""

from dataclasses import replace

from dialog.layout import cut
from dialog.measure_numbers import (
    entry_meant,
    entry_numbered,
    entry_told_of,
    is_only_a_measure,
    lists_points,
)
from dialog.outcome import SHORT_LIMIT, Note
from dialog.words import cleaned, is_number
from texts.wording import month_name
from vocabulary.report import AskedMeasure, EntryContent, ReportEntry, WorkingReport


def with_later(report: WorkingReport) -> WorkingReport:
    """The report as if everything were asked: each measure that is not due has an id below 0."""
    later = (
        ReportEntry(-place, measure, EntryContent())
        for place, measure in enumerate(report.later, start=1)
    )
    return replace(report, entries=(*report.entries, *later), later=())


def not_due_named(report: WorkingReport, text: str) -> AskedMeasure | None:
    """The measure at which the text begins, where it is the unit's and not due this month."""
    if not report.later:
        return None
    every = with_later(report)
    ways = (entry_numbered, entry_told_of, entry_meant)
    named = next((found for way in ways if (found := way(every, text)) is not None), None)
    if named is None or report.has(named.entry_id) or lists_points(text):
        return None
    return named.measure


def may_count(text: str) -> bool:
    """Whether the number alone may be an amount: 59, but not 第59项."""
    return is_number(text) and not is_only_a_measure(text)


def told_not_due(
    language: str, report: WorkingReport, measure: AskedMeasure, text: str, *, figure_of: str = ""
) -> Note:
    """That it is asked with a later month; words are told again, since they are not stored.

    figure_of: the indicator whose figure a number alone may be.
    """
    facts = {
        "number": cut(measure.number, 12),
        "month": month_name(language, report.period.quarters_last),
        "said": cut(cleaned(text), SHORT_LIMIT),
    }
    if figure_of:
        return Note("answer-not-due-either", {**facts, "name": figure_of})
    is_alone = entry_numbered(with_later(report), text) is not None
    return Note("answer-not-due-number" if is_alone else "answer-not-due", facts)
