"""Measures of which some units say that they are slow and others do not, in the papers."""

from collections.abc import Callable, Sequence

from reports.month_facts import MeasureFacts
from reports.official_paper import OfficialPaper
from reports.paper_words import paper_text
from reports.printable import one_line
from texts import DEFAULT_LANGUAGE
from texts.wording import clauses, listed
from vocabulary.terms import EntryStatus

_SLOW = (EntryStatus.NOT_BEGUN, EntryStatus.BEHIND)


def write_partly(paper: OfficialPaper, found: Sequence[MeasureFacts]) -> None:
    """Those that are well as a whole, each with its slow units; nothing where there is none."""
    if not found:
        return
    paper.body(paper_text("paper-partly", count=len(found)), keep_with_next=True)
    for place, one in enumerate(found, start=1):
        said = slow_named(one, lambda units: listed(DEFAULT_LANGUAGE, map(one_line, units)))
        facts = {"number": one_line(one.measure.number), "title": one_line(one.measure.title)}
        paper.body(paper_text("paper-partly-one", place=place, said=said, **facts))


def slow_named(one: MeasureFacts, named: Callable[[Sequence[str]], str]) -> str:
    """已报9家中2家未启动：辛局、壬局；1家滞后：庚局. named: how units are listed."""
    groups = (
        paper_text(
            "paper-slow-units",
            count=len(units),
            status=paper_text(f"status-{status}"),
            units=named(units),
        )
        for status in _SLOW
        if (units := one.saying(status))
    )
    words = clauses(DEFAULT_LANGUAGE, groups)
    return paper_text("paper-slow", said=one.overall.said, groups=words)
