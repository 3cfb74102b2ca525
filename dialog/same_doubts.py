"""The same doubt about several measures: it is asked once for all, when nothing else is left."""

from dialog.doubts import OF_DONE, Doubt, explained, open_doubts
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import DoubtKind

SHARED = (DoubtKind.NO_EVIDENCE, DoubtKind.UNCHANGED)
"""Doubts that say nothing of their measure, so that one reason may do for all; in this order."""

KEPT, ON_PAPER = "kept", "paper"

REASONS = {DoubtKind.NO_EVIDENCE: (KEPT, ON_PAPER)}
"""What an office says most often, each a button."""


def doubted_alike(report: WorkingReport, kind: DoubtKind) -> list[ReportEntry]:
    """Those of which this is all that has to be explained at once."""
    return [entry for entry in report.entries if kind in _kinds(entry)]


def kinds_of_several(report: WorkingReport) -> list[DoubtKind]:
    """Of which of them there are several."""
    return [kind for kind in SHARED if len(doubted_alike(report, kind)) > 1]


def shared_doubt(report: WorkingReport, entry: ReportEntry) -> DoubtKind | None:
    """What is doubted of the entry and, asked or explained, of another one, and nothing besides.

    The first of them is asked about where it comes up; a helper answers by themselves.
    """
    found = open_doubts(entry)
    kind = found[0].kind if len(found) == 1 else None
    if kind not in SHARED or report.asked_by:
        return None
    others = (one for one in report.entries if one.entry_id != entry.entry_id)
    return kind if any(kind in _kinds(one) or _is_explained(one, kind) for one in others) else None


def explained_alike(entry: ReportEntry, kind: DoubtKind, reason: str) -> EntryContent:
    """The entry with the reason that was given for all."""
    return explained(entry, Doubt(kind), reason)


def _kinds(entry: ReportEntry) -> set[DoubtKind]:
    found = {doubt.kind for doubt in open_doubts(entry)}
    return found - OF_DONE if len(found & OF_DONE) > 1 else found


def _is_explained(entry: ReportEntry, kind: DoubtKind) -> bool:
    return any(one.kind is kind for one in entry.content.explanations)
