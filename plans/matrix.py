"""Within stage 1a: a table whose columns are units → one whose columns are roles.

重点任务 | 市发改局 | 市财政局, with 牵头, 配合 or a sign in the cells. What a sign means a legend
says, ●牵头 ○配合, anywhere outside the rows. One kind of sign without a legend, √, means who does
it; of several kinds each name keeps its own, so that a person is asked what they mean.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from plans.lines import Cell, Line, tidy
from plans.order_rule import MARKS
from plans.unit_names import looks_like_unit, surely_unit
from vocabulary.terms import Role

_SIGN = f"[{re.escape(MARKS)}]"
_WORDS = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.RESPONSIBLE,
    "责任": Role.RESPONSIBLE,
    "负责": Role.RESPONSIBLE,
    "承办": Role.RESPONSIBLE,
    "实施": Role.RESPONSIBLE,
    "配合": Role.COOPERATING,
    "协办": Role.COOPERATING,
    "协同": Role.COOPERATING,
    "参与": Role.COOPERATING,
    "协助": Role.COOPERATING,
}
_ROLE = f"(?P<role>{'|'.join(_WORDS)})"
_SAID = re.compile(rf"{_ROLE}(?:单位|部门)?")
_MEANS = re.compile(rf"(?P<sign>{_SIGN})[^，,。；;、{re.escape(MARKS)}\n]{{0,6}}?{_ROLE}")
_MEANT = re.compile(rf"{_ROLE}(?:单位|部门)?[^，,。；;、\n]{{0,3}}?(?P<sign>{_SIGN})")
_NUMBER = re.compile(r"[（(]?\d{1,4}(?:[.\-]\d{1,3})*[）)]?[.、]?|[①-⑳]")
_TASK = re.compile("任务|事项|项目|工作|内容|措施|举措|行动|问题|工程|要点|实事|指标")
_OF_ROLES = re.compile("单位$|部门$|分工$")
_HEADS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}
_FEWEST = 2  # columns of units
_HEAD_WITHIN = 4  # rows


def heads_matrix(words: Sequence[str]) -> bool:
    """Whether these words may head such a table. No number of a row stands among them."""
    if any(map(_NUMBER.fullmatch, words)):
        return False
    units = [word for word in words if _is_unit(word)]
    return len(units) >= _FEWEST and any(_TASK.search(word) for word in words if word not in units)


def holds_marks(words: Iterable[str]) -> bool:
    """Whether a row of such a table gives somebody a role: 牵头 is no head of a column here."""
    return any(_mark(Cell(word)) for word in words)


def with_roles(rows: Sequence[Line], meaning: Mapping[str, Role]) -> list[Line] | None:
    """The table with columns of roles; None where it is no such table.

    meaning: what the lines outside tables say of signs; those above the columns may say it as well.
    """
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        words = [tidy(cell.text) for cell in row.cells]
        if not heads_matrix(words):
            continue
        body = rows[at + 1 :]
        columns = [place for place, word in enumerate(words) if word and _is_of_marks(body, place)]
        if sum(_is_unit(words[place]) for place in columns) < _FEWEST:
            return None
        above = legend_in("".join(cell.text for cell in row.cells) for row in rows[: at + 1])
        meaning = {**meaning, **above}
        units = {place: words[place] for place in columns}
        head = [Cell(word) for place, word in enumerate(words) if place not in units]
        head += [Cell(name) for name in _HEADS.values()]
        signs = _signs(body, columns) - meaning.keys()
        mixed = len(signs) > 1
        return [
            *rows[:at],
            replace(row, cells=tuple(head)),
            *(
                replace(line, cells=_by_role(line.cells, units, meaning, mixed=mixed))
                for line in body
            ),
        ]
    return None


def _is_unit(word: str) -> bool:
    if _OF_ROLES.search(word):
        return False
    return surely_unit(word) or (looks_like_unit(word) and not _TASK.search(word))


def _mark(cell: Cell) -> str:
    """What stands in a cell of marks: 牵头, ●; empty where it is something else, or nothing."""
    text = tidy(cell.text)
    said = _SAID.fullmatch(text)
    return said["role"] if said else text if re.fullmatch(_SIGN, text) else ""


def _is_of_marks(rows: Iterable[Line], place: int) -> bool:
    """Whether nothing else stands in a column, but for headings over the whole width."""
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    filled = [cell for cell in cells if cell.text.strip() and not (cell.merged and not _mark(cell))]
    return bool(filled) and all(map(_mark, filled))


def _signs(rows: Iterable[Line], columns: Iterable[int]) -> set[str]:
    places = list(columns)
    marks = {_mark(row.cells[place]) for row in rows for place in places if place < len(row.cells)}
    return marks - {"", *_WORDS}


def legend_in(texts: Iterable[str]) -> dict[str, Role]:
    """What signs mean, as far as the texts say it: ●为牵头单位，○为配合单位."""
    lines = list(texts)
    for form in (_MEANS, _MEANT):
        if found := {
            said["sign"]: _WORDS[said["role"]] for line in lines for said in form.finditer(line)
        }:
            return found
    return {}


def _by_role(
    cells: Sequence[Cell], units: Mapping[int, str], meaning: Mapping[str, Role], *, mixed: bool
) -> tuple[Cell, ...]:
    """mixed: signs of several kinds are left unexplained, so that each name keeps its own."""
    others = [cell for place, cell in enumerate(cells) if place not in units]
    names: dict[Role, list[str]] = {role: [] for role in _HEADS}
    above = ""
    for place, name in units.items():
        cell = cells[place] if place < len(cells) else Cell("")
        mark = _mark(cell)
        above = above or (cell.text if cell.merged and not mark else "")
        if mark:
            role = _WORDS.get(mark) or meaning.get(mark)
            names[role or Role.RESPONSIBLE].append(name if role or not mixed else f"{mark}{name}")
    return (*others, *(Cell("、".join(given) or above, bool(above)) for given in names.values()))
