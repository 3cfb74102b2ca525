"""What filed entries come to: one count for chat, paper and workbook."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vocabulary.report import FiledEntry
from vocabulary.terms import EntryStatus


@dataclass(frozen=True, slots=True)
class Counts:
    """By measure; a shared paragraph is about several.

    statuses: how many stand at each, None being without one; with `one_line`, those that words
        alone answer, they add up to `total`.
    without_progress: 本月无进展. nothing_to_help: one-liners that say 本月无配合事项.
    problems, figures: how many are named, and given.
    """

    total: int
    statuses: Mapping[EntryStatus | None, int]
    one_line: int
    without_progress: int
    nothing_to_help: int
    problems: int
    figures: int


def counted(entries: Iterable[FiledEntry]) -> Counts:
    measures = [one for entry in entries for one in entry.each]
    in_full = [one for one in measures if not one.one_line]
    statuses = Counter(one.content.status for one in in_full)
    still = [one for one in measures if one.content.no_progress]
    return Counts(
        total=len(measures),
        statuses={status: statuses[status] for status in (*EntryStatus, None)},
        one_line=len(measures) - len(in_full),
        without_progress=sum(not one.one_line for one in still),
        nothing_to_help=sum(one.one_line for one in still),
        problems=sum(bool(one.content.problem.strip()) for one in measures),
        figures=sum(f.value is not None for one in measures for f in one.content.figures),
    )
