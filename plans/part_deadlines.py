"""Within stage 6: of several deadlines in one measure, which part each is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plans.clauses import ClauseInText
from plans.numbering import read_label
from plans.passages import Passage


@dataclass(frozen=True, slots=True)
class DuePart:
    """Words of a measure and until when they are due. told: that it is theirs can be told."""

    words: str
    until: date | None
    told: bool = True


def due_parts(passage: Passage) -> list[DuePart]:
    """The words without their clauses, cut where one deadline ends and another begins.

    A deadline is of what stands before it, back to the one before, or to the last number of the
    highest rank. What stands above that number or behind every deadline, and what has several
    side by side, is due with the last of all.
    """
    rows = [row for row in passage.side_by_side if _untils(row)]
    untils = set[date | None]().union(*map(_untils, rows))
    last = last_deadline(passage)
    if len(untils) <= 1:
        return [DuePart(passage.without_clauses, last)]
    parts: list[DuePart] = []
    done = 0
    for row in rows:
        above, own = _at_last_number(passage.words_between(done, row[0].start))
        until, *others = _untils(row)
        told = not others
        parts += [DuePart(above, last, told=False), DuePart(own, until if told else last, told)]
        done = row[-1].end
    behind = DuePart(passage.words_between(done, len(passage.text)), last, told=False)
    return [part for part in (*parts, behind) if part.words]


def last_deadline(passage: Passage) -> date | None:
    """When the last of what a measure has is due; None where no clause names a date."""
    return max(
        (until for row in passage.side_by_side for until in _untils(row) if until), default=None
    )


def _untils(row: Sequence[ClauseInText]) -> set[date | None]:
    """The deadlines in clauses side by side; None where one says 持续推进."""
    found: set[date | None] = set()
    for one in row:
        found.update(one.clause.deadlines or ((None,) if one.clause.timeless else ()))
    return found


def _at_last_number(words: str) -> tuple[str, str]:
    """The words above the last line with a number of the highest rank, and from it on."""
    lines = words.split("\n")
    labels = {at: label for at, line in enumerate(lines) if (label := read_label(line))}
    if not labels:
        return "", words
    highest = min(label.level for label in labels.values())
    cut = max(at for at, label in labels.items() if label.level == highest)
    return "\n".join(lines[:cut]), "\n".join(lines[cut:])
