"""Within stage 1a: a table that gives each unit its share of targets → entries.

单位 | 引进项目数（个） | 到位资金（亿元）: no column tells a task; every row is what one unit owes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.lines import Entry, Line, tidy
from plans.numbering import Label, Level
from plans.unit_names import looks_like_unit

_OWNERS = re.compile(
    r"(?:责任|承担|牵头)?(?:单位|部门)(?:名称)?|(?:各)?(?:县区|区县|县市区|乡镇|镇街|街镇|街道|学院|科室|股室|处室)(?:名称)?"
    r"|(?:县|乡镇|镇)[（(][^（）()]{1,6}[）)]"
)
_COUNTED = re.compile(r"(?P<thing>[^（）()]{2,})[（(](?P<unit>[^（）()]{1,6})[)）]")
_COUNTED_IN = re.compile(r"单位[：:](?P<unit>[^：:，。（）()]{1,6})[）)]?$")
_THING = re.compile("(?!序号|编号|备注|合计)")
_AMOUNT = re.compile(r"\d[\d.,]*[%％]?")
_GIVES_OUT = re.compile("任务|目标|计划|分解|指标|责任")
_FEWEST_COLUMNS = 2
_HEAD_WITHIN = 3  # rows
_TITLES_ABOVE = 3  # lines


@dataclass(frozen=True, slots=True)
class _Head:
    """owner: the column of units. counted: those of figures, with what they count and in what."""

    owner: int
    counted: dict[int, tuple[str, str]]


def heads_shares(words: Sequence[str]) -> bool:
    """Whether these words may head a table of shares; a line above may say what is counted."""
    return len(words) > _FEWEST_COLUMNS and _head(words, unit="?") is not None


def read_shares(rows: Sequence[Line], above: Sequence[Line], *, counted: int) -> list[Line] | None:
    """An entry for each row; None where this is no such table.

    above: the lines before it, whose last ones say whether it gives something out.
    counted: how many entries there are already.
    """
    if not any(_GIVES_OUT.search(line.text) for line in above[-_TITLES_ABOVE:]):
        return None
    said = _COUNTED_IN.search(above[-1].text)
    unit = said["unit"] if said else ""
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        head = _head([tidy(cell.text) for cell in row.cells], unit=unit)
        if head is not None:
            shares = [_share(line, head) for line in rows[at + 1 :]]
            found = [
                (line, *share) for line, share in zip(rows[at + 1 :], shares, strict=True) if share
            ]
            return [
                _entry(line, number, owner=owner, body=body)
                for number, (line, owner, body) in enumerate(found, start=counted + 1)
            ] or None
    return None


def _head(words: Sequence[str], *, unit: str) -> _Head | None:
    """unit: what figures count whose head does not say it."""
    owners = [at for at, word in enumerate(words) if _OWNERS.fullmatch(word)]
    counted = {
        at: (found["thing"], found["unit"]) if found else (word, unit)
        for at, word in enumerate(words)
        if at not in owners
        and ((found := _COUNTED.fullmatch(word)) or (unit and _THING.match(word)))
    }
    if len(owners) != 1 or not counted or len(words) < _FEWEST_COLUMNS:
        return None
    return _Head(owners[0], counted)


def _share(row: Line, head: _Head) -> tuple[str, str] | None:
    """Whose row it is, and its figures in words; None for a row of sums."""
    texts = [tidy(cell.text) for cell in row.cells]
    owner = texts[head.owner] if head.owner < len(texts) else ""
    if not looks_like_unit(owner):
        return None
    figures = [
        f"{thing}{texts[at]}{'' if texts[at].endswith(('%', '％')) else unit}"
        for at, (thing, unit) in head.counted.items()
        if at < len(texts) and _AMOUNT.fullmatch(texts[at])
    ]
    notes = [
        text
        for at, text in enumerate(texts)
        if at != head.owner and at not in head.counted and text and not text.isdecimal()
    ]
    return owner, "；".join((*figures, *notes))


def _entry(line: Line, number: int, *, owner: str, body: str) -> Line:
    label = Label(Level.ROW, number, f"{number}.", 0)
    entry = Entry(str(number), None, body, f"责任单位：{owner}")
    return Line(line.number, f"{body}{owner}", True, label=label, entry=entry)
