"""Files that have no place yet: which of them are kept for a measure that is filed."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialog.caption_measures import split_caption
from models.evidence import Evidence
from vocabulary.report import ReportEntry, WorkingReport


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """What came together. entry: whose evidence it is once that is corrected, if it is known."""

    files: list[Evidence]
    entry: ReportEntry | None


def kept_files(report: WorkingReport, waiting: Sequence[Evidence]) -> list[KeptFiles]:
    """An album goes where the words beside one of its files say."""
    together: dict[str, list[Evidence]] = {}
    for one in waiting:
        together.setdefault(one.album or f"alone {one.id}", []).append(one)
    return [KeptFiles(files, _entry_of(report, files)) for files in together.values()]


def undecided(report: WorkingReport, waiting: Sequence[Evidence]) -> list[Evidence]:
    """The files of which nobody has said whose they are; in their order."""
    return [one for kept in kept_files(report, waiting) if kept.entry is None for one in kept.files]


def _entry_of(report: WorkingReport, files: Sequence[Evidence]) -> ReportEntry | None:
    named = (split_caption(report, one.caption)[0] for one in files)
    return next((entry for entry in named if entry is not None), None)
