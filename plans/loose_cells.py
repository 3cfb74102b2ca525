"""A table copied out of a page, every cell on a line of its own → rows.

Known by its head, 序号 and other words that head a table of tasks, one below the other; a row
begins where the next number stands alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.groups import is_group
from plans.lines import tidy
from plans.numbering import read_label
from plans.paragraphs import is_end_matter
from plans.tables import heads_of_tasks, kinds_of_columns
from plans.unit_ends import UNIT_END

_FIRST = re.compile(r"序\s*号|编\s*号|项次")
_MOST_HEADS = 10
_LONGEST_ROW = 40  # lines
_UNITS, _DEADLINE = "UNITS", "DEADLINE"
_UNIT = re.compile(rf"[^。；：:]{{2,30}}[{UNIT_END}）)]")
_DATE = re.compile(
    r".*(?:\d[年月日季]|[年月]底|全年|年内|长期|持续|每[年月季]).*|20\d\d[.\-]\d{1,2}.*"
)


@dataclass(frozen=True, slots=True)
class LooseTable:
    """Lines `start` to `end` are `rows`, the head first; each row with the place of its line."""

    start: int
    end: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def find_loose_table(lines: Sequence[str], start: int) -> LooseTable | None:
    """The table whose head opens at `start`, if one does."""
    if not _FIRST.fullmatch(lines[start].strip()):
        return None
    heads = [tidy(line) for line in lines[start : start + _MOST_HEADS]]
    count = heads_of_tasks(heads)
    if not count:
        return None
    heads, at = heads[:count], start + count
    rows: list[tuple[int, tuple[str, ...]]] = [(start, tuple(heads))]
    kinds = kinds_of_columns(heads)[1:]
    while at < len(lines):
        number = len(rows)
        if _number(lines[at]) != number:
            break
        following = (
            place
            for place in range(at + 1, min(at + _LONGEST_ROW, len(lines)))
            if _number(lines[place]) == number + 1
        )
        end = next(following, None) or _last_row_ends(lines, at + 1, kinds)
        cells = _cells([tidy(line) for line in lines[at + 1 : end]], kinds)
        if cells is None:
            break
        rows.append((at, (str(number), *cells)))
        at = end
    return LooseTable(start, at, tuple(rows)) if len(rows) > 1 else None


def _number(line: str) -> int | None:
    text = tidy(line).rstrip(".．、")
    return int(text) if text.isdecimal() else None


def _last_row_ends(lines: Sequence[str], at: int, kinds: Sequence[str]) -> int:
    """Where the row that no other follows ends: with its last column."""
    units = False
    for place in range(at, min(at + _LONGEST_ROW, len(lines))):
        text = tidy(lines[place])
        if place > at and (is_end_matter(text) or read_label(text)):
            return place
        if kinds[-1] == _DEADLINE and units and _DATE.fullmatch(text):
            return place + 1
        if kinds[-1] == _UNITS and units and not _is_unit(text):
            return place
        units = units or _is_unit(text)
    return min(at + len(kinds), len(lines))


def _cells(block: Sequence[str], kinds: Sequence[str]) -> list[str] | None:
    """The lines of a row as its cells; None where it cannot be told which line is in which."""
    if len(block) == len(kinds):
        return list(block)
    first = kinds.index(_UNITS)
    units = sum(kind == _UNITS for kind in kinds)
    behind = kinds[first + units :]
    if len(block) < len(kinds) - len(behind) or behind not in ([], [_DEADLINE]) or not first:
        return None
    dated = bool(behind) and bool(_DATE.fullmatch(block[-1]))
    body = list(block[: len(block) - dated])
    split = len(body)
    while split > first and _is_unit(body[split - 1]):
        split -= 1
    names = body[split:]
    told = [*body[: first - 1], "\n".join(body[first - 1 : split])]
    given = [*names[: units - 1], "\n".join(names[units - 1 :])]
    given += [""] * (units - len(given))
    return [*told, *given, *([block[-1] if dated else ""] if behind else [])]


def _is_unit(text: str) -> bool:
    return bool(_UNIT.fullmatch(text)) or is_group(text)
