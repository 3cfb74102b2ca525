"""Cells that were one, and that the end of a page has parted: blank on the page behind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from plans.lines import Cell, Line
from plans.tables import is_row_number

_ENOUGH_ROWS = 30  # of a table in whose column no other cell is blank


def with_cells_over_pages(lines: Sequence[Line], first: Sequence[int]) -> list[Line]:
    """The lines; a blank cell with which a page begins goes on from the last one of the page above.

    first: places of rows with which a table goes on. Only in a column that has no other blank, and
    where the table is long, cells of the column do take in several rows, or the row has no number.
    """
    found = list(lines)
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.table:
            tables[line.table].append(at)
    parted = set(first)
    for places in tables.values():
        if not parted.isdisjoint(places):
            _fill(found, places, parted)
    return found


def _fill(lines: list[Line], places: Sequence[int], first: set[int]) -> None:
    """places: of the rows of a table."""
    for column in range(len(lines[places[0]].cells)):
        blanks: list[int] = []
        for at in places:
            cell = lines[at].cells[column]
            if cell.text.strip():
                continue
            if at not in first and not (cell.merged and at - 1 in blanks):
                break
            blanks.append(at)
        else:
            is_usual = len(places) >= _ENOUGH_ROWS or any(
                _goes_on(lines, at, column) for at in places[1:]
            )
            for at in blanks:
                if is_usual or not any(
                    not cell.merged and is_row_number(cell.text) for cell in lines[at].cells
                ):
                    _go_on(lines, at, column)


def _goes_on(lines: Sequence[Line], at: int, column: int) -> bool:
    """Whether this is part of the cell above it."""
    above, cell = lines[at - 1], lines[at].cells[column]
    return (
        cell.merged
        and bool(cell.text.strip())
        and len(above.cells) == len(lines[at].cells)
        and not _is_heading(lines[at])
        and above.cells[column].text == cell.text
    )


def _is_heading(line: Line) -> bool:
    """Whether one cell takes in the whole width."""
    return all(cell.merged for cell in line.cells[1:])


def _go_on(lines: list[Line], at: int, column: int) -> None:
    if _is_heading(lines[at - 1]):
        return
    cells = list(lines[at].cells)
    cells[column] = Cell(lines[at - 1].cells[column].text, merged=True, from_above=True)
    lines[at] = replace(lines[at], cells=tuple(cells))
