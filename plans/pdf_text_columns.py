"""Pages whose text runs down several columns, as in a gazette → one page for each column.

Columns are of equal width, full of running text, and nothing crosses what is between them but
titles. A table without rules has columns of other widths, or cells that are not full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plans.pdf_layout import Page, PrintedLine, Sign, margins, printed_lines

_COUNTS = (2, 3)
_FEWEST_LINES = 6  # side by side on a page, from which one can tell
_SIDE_BY_SIDE = 0.5  # of all lines of columns
_FULL = 0.55  # of the lines of a column
_SHORT = 1.5  # signs that a full line may lack
_NARROWEST = 8.0  # signs that a column holds
_GUTTER = 0.35  # signs on either side of its middle that are left blank


@dataclass(frozen=True, slots=True)
class _Columns:
    """The middles of what is between them, from the left."""

    gutters: tuple[float, ...]

    def crossed_by(self, line: PrintedLine) -> bool:
        room = _GUTTER * line.height
        return any(
            sign.x0 < gutter + room and sign.x1 > gutter - room
            for gutter in self.gutters
            for sign in line.signs
            if sign.text.strip()
        )

    def place(self, sign: Sign) -> int:
        middle = (sign.x0 + sign.x1) / 2
        return sum(middle > gutter for gutter in self.gutters)


def with_columns_apart(pages: Sequence[Page]) -> list[Page]:
    """The pages, those of columns as one page for each of them and for what crosses them."""
    known = [columns for page in pages if (columns := _columns_of(page))]
    if not known:
        return list(pages)
    usual = max(known, key=known.count)
    found: list[Page] = []
    for page in pages:
        columns = _columns_of(page) or usual
        found += _apart(page, columns) if not page.grids else [page]
    return found


def _columns_of(page: Page) -> _Columns | None:
    """The columns of a page that can be nothing else."""
    edges = margins(page.lines)
    if edges is None or page.grids:
        return None
    left, right = edges
    for count in _COUNTS:
        step = (right - left) / count
        columns = _Columns(tuple(round(left + step * at) for at in range(1, count)))
        if any(_are_full(columns, run) for crossed, run in _runs(page, columns) if not crossed):
            return columns
    return None


def _runs(page: Page, columns: _Columns) -> Iterator[tuple[bool, list[PrintedLine]]]:
    """Lines one below the other that cross the columns, or do not."""
    for crossed, run in groupby(page.lines, key=columns.crossed_by):
        yield crossed, list(run)


def _are_full(columns: _Columns, lines: Sequence[PrintedLine]) -> bool:
    beside = sum(len({columns.place(sign) for sign in line.signs}) > 1 for line in lines)
    if beside < max(_FEWEST_LINES, _SIDE_BY_SIDE * len(lines)):
        return False
    return all(_is_full(column) for column in _each(columns, lines))


def _is_full(lines: Sequence[PrintedLine]) -> bool:
    if len(lines) < _FEWEST_LINES:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    full = sum(line.x1 >= right - _SHORT * line.height for line in lines)
    return full >= _FULL * len(lines) and right - left >= _NARROWEST * lines[0].height


def _each(columns: _Columns, lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    signs: list[list[Sign]] = [[] for _ in range(len(columns.gutters) + 1)]
    for line in lines:
        for sign in line.signs:
            signs[columns.place(sign)].append(sign)
    return [printed_lines(each) for each in signs]


def _apart(page: Page, columns: _Columns) -> Iterator[Page]:
    for crossed, run in _runs(page, columns):
        beside = any(len({columns.place(sign) for sign in line.signs}) > 1 for line in run)
        if crossed or not beside:
            yield replace(page, lines=tuple(run))
            continue
        for lines in filter(None, _each(columns, run)):
            left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
            moved = tuple(
                replace(line, x0=line.x0 - left, x1=line.x1 - left, signs=()) for line in lines
            )
            yield replace(page, lines=moved, width=right - left)
