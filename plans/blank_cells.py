"""Within stage 1a: what a cell goes on from that is blank or says 同上.

A merged cell becomes one that is written once and blank below. Of Word and PDF we know which cells
are merged; of text we take it that nobody leaves a task without owner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plans.lines import Cell, Line

_DITTO = re.compile(r"同(?:上|前)(?:[一1]?[项条行]|栏|述)?[。]?|[〃″〞]{1,2}|[\"”“]{1,2}")


def with_owners_filled(
    rows: Iterable[Line], *, owners: Sequence[int], tasks: Sequence[int], numbers: Sequence[int]
) -> Iterator[Line]:
    """Rows of a table; in text, a row whose owners are all blank has those of the row above.

    owners: the columns of those who do it; tasks, numbers: of what is done. Beside a blank task
    each blank owner goes on by itself, both having been one cell. A row without number and task is
    no row of its own; one numbered 一 is a heading, and no cell reaches over one.
    """
    above: dict[int, str] = {}
    for row in rows:
        cells = list(row.cells)
        blank = [at for at in owners if at < len(cells) and not cells[at].text.strip()]
        number, task = _text(cells, numbers), _text(cells, tasks)
        counted = any(map(str.isdigit, number)) if numbers else bool(task)
        if not row.whole and counted:
            whole = len(blank) == len(owners)
            for at in blank if whole or not task else ():
                if at in above:
                    cells[at] = Cell(above[at], from_above=True)
        stated = {at: cells[at].text for at in owners if at < len(cells) and cells[at].text.strip()}
        above = stated if counted or _is_heading(row) else above | stated
        yield replace(row, cells=tuple(cells))


def with_dittos_told(rows: Iterable[Line]) -> Iterator[Line]:
    """Rows of a table in which 同上 and 〃 are what stands above them, be that a merged cell."""
    above: tuple[Cell, ...] = ()
    for row in rows:
        cells = tuple(
            replace(above[at], merged=cell.merged)
            if at < len(above) and _DITTO.fullmatch(cell.text.strip())
            else cell
            for at, cell in enumerate(row.cells)
        )
        above = cells
        yield replace(row, cells=cells)


def _is_heading(row: Line) -> bool:
    return row.whole or [at for at, cell in enumerate(row.cells) if cell.text.strip()] == [0]


def _text(cells: Sequence[Cell], places: Sequence[int]) -> str:
    return "".join(cells[at].text.strip() for at in places if at < len(cells))
