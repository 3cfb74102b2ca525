"""What is doubted of several measures: it is asked once for all, when nothing else is left."""

from collections import Counter
from enum import StrEnum

from dialog.denials import is_of_evidence_alone
from dialog.doubts import OF_DONE, Doubt, all_explained, open_doubts
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import DoubtKind


class Matter(StrEnum):
    """What one reason may do for, whichever measures it is doubted in, as buttons carry it.

    DONE: all that is doubtful about 已完成, of a measure where that is more than missing evidence.
    Doubtful figures, and words that contradict each other, are none: each is asked about at once.
    """

    EVIDENCE = "no-evidence"
    DONE = "done"
    UNCHANGED = "unchanged"


MOST_ASKED = 2
"""Reasons for several measures that a month asks for, so that it stays little to do."""

KEPT, ON_PAPER = "kept", "paper"

REASONS = {DoubtKind.NO_EVIDENCE: (KEPT, ON_PAPER)}
"""What an office says most often, each a button."""

_KINDS = {
    Matter.EVIDENCE: frozenset({DoubtKind.NO_EVIDENCE}),
    Matter.DONE: OF_DONE,
    Matter.UNCHANGED: frozenset({DoubtKind.UNCHANGED}),
}

_WAITING = OF_DONE - {DoubtKind.DONE_OVER_WORDS} | {DoubtKind.UNCHANGED}
"""What is only not shown, or not told; a slip is asked about where it is made."""


def doubted_alike(report: WorkingReport, matter: Matter) -> list[ReportEntry]:
    """The measures for which the reason is asked."""
    found = _matters(report)
    return [entry for entry in report.entries if matter in found[entry.entry_id]]


def matters_of_several(report: WorkingReport) -> list[Matter]:
    """Of which of them there are several."""
    counts = Counter(matter for matters in _matters(report).values() for matter in matters)
    return [matter for matter in Matter if counts[matter] > 1]


def may_wait(report: WorkingReport, entry: ReportEntry) -> bool:
    """Whether all that is doubted of the entry can wait for the others; a helper answers alone."""
    found = open_doubts(entry)
    return bool(found) and not report.asked_by and all(one.kind in _WAITING for one in found)


def asked_of_several(report: WorkingReport, entry: ReportEntry) -> Matter | None:
    """What is asked of the entry and of others together; None where it is the only one."""
    found = _matters(report)
    matter = next(iter(found[entry.entry_id]), None)
    others = [one for one, matters in found.items() if matter in matters]
    return matter if len(others) > 1 else None


def doubts_of(entry: ReportEntry, matter: Matter) -> list[Doubt]:
    """What the reason explains in the entry."""
    return [doubt for doubt in open_doubts(entry) if doubt.kind in _KINDS[matter]]


def explained_together(
    report: WorkingReport, matter: Matter, reason: str
) -> dict[int, EntryContent]:
    """Each of them with the reason, by entry id.

    One that is of papers alone is none for the rest of what is doubted, if they are why at all.
    """
    doubted = {entry.entry_id: doubts_of(entry, matter) for entry in doubted_alike(report, matter)}
    of_papers = {
        entry_id: [doubt for doubt in found if doubt.kind is DoubtKind.NO_EVIDENCE]
        for entry_id, found in doubted.items()
    }
    if is_of_evidence_alone(reason) and any(of_papers.values()):
        doubted = of_papers
    return {
        entry_id: all_explained(report.entry(entry_id), reason, found=found)
        for entry_id, found in doubted.items()
        if found
    }


def _matters(report: WorkingReport) -> dict[int, list[Matter]]:
    """Of each entry, what is asked first in front.

    Where too much would be asked, 已完成 without evidence is asked with all the rest about 已完成.
    """
    found = {entry.entry_id: _told_apart(entry) for entry in report.entries}
    if len({matter for matters in found.values() for matter in matters}) > MOST_ASKED:
        for matters in found.values():
            if Matter.EVIDENCE in matters:
                matters.insert(0, Matter.DONE)
    return found


def _told_apart(entry: ReportEntry) -> list[Matter]:
    kinds = {doubt.kind for doubt in open_doubts(entry)}
    found = []
    if done := kinds & OF_DONE:
        found.append(Matter.EVIDENCE if done == _KINDS[Matter.EVIDENCE] else Matter.DONE)
    if kinds & _KINDS[Matter.UNCHANGED]:
        found.append(Matter.UNCHANGED)
    return found
