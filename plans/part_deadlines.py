"""Within stage 6: of a measure's deadlines, which part each is of."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plans.clauses import ClauseInText
from plans.dates import dates_in, deadline_in
from plans.indicators import find_indicators
from plans.numbering import read_label
from plans.passages import Passage

_SEVERAL = 2
_PART = re.compile(
    r"(?:^|(?<=[\n。；;：:）)]))\s*(?:(?P<bracketed>[（(]\d{1,2}[)）])|(?P<circled>[①-⑳])|(?P<pointed>\d{1,2}[.．、](?!\d))"
    r"|(?P<spoken>[一二三四五六七八九十]是))"
)


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


def due_of_one_part(passage: Passage, *, year: int | None) -> str:
    """The words of the only deadline, where it stands in one part of several, or above targets.

    At the very end it is that of all, unless the parts before have clauses of their own.
    """
    dated = [one for one in passage.clauses if one.clause.deadlines]
    if dated:
        at, words = dated[0].start, passage.text[dated[0].start : dated[0].end]
    elif deadline_in(passage.without_clauses, year=year):
        at, words = 0, passage.text
    else:
        return ""
    dates = dates_in(words, year=year)
    if len(dated) > 1 or len(dates) != 1:
        return ""
    at += dates[0].start
    is_alone = _in_one_part(passage, at) or (dated and _targets_behind(passage, dated[0], year))
    return words[dates[0].start : dates[0].end] if is_alone else ""


def _in_one_part(passage: Passage, at: int) -> bool:
    starts = _part_starts(passage.text)
    part = bisect(starts, at)
    if len(starts) < _SEVERAL or part == 0:
        return False
    given = {bisect(starts, one.start) for one in passage.clauses if one.clause.mentions}
    return part < len(starts) or bool(given - {0, part})


def _part_starts(text: str) -> list[int]:
    """Where the numbers of the first kind that stands there begin."""
    found = list(_PART.finditer(text))
    return [one.start() for one in found if one.lastgroup == found[0].lastgroup]


def _targets_behind(passage: Passage, clause: ClauseInText, year: int | None) -> bool:
    words = passage.words_between(clause.end, len(passage.text))
    return any(target.deadline is None for target in find_indicators(words, year=year))


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
