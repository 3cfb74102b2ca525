"""Tables that no rules enclose: columns by the white between them, rows by rules, numbers or gaps.

Such a table is known by its head alone, a line of a page whose words head a table of tasks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plans.lines import Cell, tidy
from plans.pdf_layout import Grid, Page, PrintedLine, Sign, cell_text, printed_lines
from plans.tables import is_row_number, number_column

_GAP = 0.8  # of a sign's height: what separates two cells that stand side by side
_LEVEL = 0.15  # of a sign's height: how far apart the middles of signs of one run may be
_SAME_ROW = 0.6  # of a sign's height: likewise of the runs in a head
_FEWEST_COLUMNS = 3
_NEAR = 3.0  # heights that a cell may stand apart from its column, at most
_HIGHER = 1.3  # times: a gap between rows beside one between the lines of a cell
_LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class _Run:
    """Signs that stand side by side in one cell."""

    signs: tuple[Sign, ...]
    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class _Column:
    x0: float
    x1: float
    runs: list[_Run] = field(default_factory=list)

    def distance(self, run: _Run) -> float:
        """0 where they stand one above the other."""
        return max(0.0, run.x0 - self.x1, self.x0 - run.x1)

    def take(self, run: _Run) -> None:
        self.x0, self.x1 = min(self.x0, run.x0), max(self.x1, run.x1)
        self.runs.append(run)


def with_loose_tables(pages: Sequence[Page]) -> list[Page]:
    """The pages, with lines that are rows of a table without frame moved into grids."""
    found: list[Page] = []
    carried: list[_Column] = []
    for page in pages:
        tables, left, carried = _taken_from(page, carried)
        found.append(replace(left, grids=(*left.grids, *tables)))
    return found


def _taken_from(page: Page, carried: Sequence[_Column]) -> tuple[list[Grid], Page, list[_Column]]:
    """carried: the columns of a table that may go on at the top of this page."""
    runs = list(_runs(sign for line in page.lines for sign in line.signs))
    head = _head(runs)
    if head is not None:
        columns = [_Column(run.x0, run.x1) for run in head]
        begins = max(run.bottom for run in head)
    elif carried and runs:
        columns = [_Column(column.x0, column.x1) for column in carried]
        begins = min(run.top for run in runs) - 1
    else:
        return [], page, []
    rest, complete = _fill(columns, [run for run in runs if run.top >= begins - 1])
    if sum(bool(column.runs) for column in columns) < (2 if head else _FEWEST_COLUMNS):
        return [], page, []
    taken = {id(sign) for column in columns for run in column.runs for sign in run.signs}
    taken |= {id(sign) for run in head or () for sign in run.signs}
    rows = list(_rows(columns, page.rules))
    if head is not None:
        rows.insert(0, tuple(Cell(run.text) for run in head))
    first = min(head or rest or runs, key=lambda run: run.top).top if head else begins + 1
    left = (sign for line in page.lines for sign in line.signs if id(sign) not in taken)
    page = replace(page, lines=tuple(printed_lines(left)))
    return [Grid(first, tuple(rows))], page, columns if complete else []


def _runs(signs: Iterable[Sign]) -> Iterator[_Run]:
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: (sign.top + sign.bottom, sign.x0)):
        row = rows[-1] if rows else None
        height = sign.bottom - sign.top
        if row and abs(sign.top + sign.bottom - row[0].top - row[0].bottom) <= 2 * _LEVEL * height:
            row.append(sign)
        else:
            rows.append([sign])
    for signs_in_row in rows:
        row = sorted((s for s in signs_in_row if s.text.strip()), key=lambda sign: sign.x0)
        start = 0
        for at in range(1, len(row) + 1):
            ended = at == len(row) or (
                row[at].x0 - row[at - 1].x1 > _GAP * (row[at].bottom - row[at].top)
            )
            if ended and row:
                yield _run(row[start:at])
                start = at


def _run(signs: Sequence[Sign]) -> _Run:
    (line,) = printed_lines(signs) or [PrintedLine("", 0, 0, 0, 0)]
    return _Run(tuple(signs), line.text, line.x0, line.x1, line.top, line.bottom)


def _head(runs: Sequence[_Run]) -> list[_Run] | None:
    """The runs side by side that head a table of tasks."""
    for at, first in enumerate(runs):
        middle = (first.top + first.bottom) / 2
        row = [
            run
            for run in runs[at : at + 40]
            if abs((run.top + run.bottom) / 2 - middle) <= _SAME_ROW * first.height
        ]
        row.sort(key=lambda run: run.x0)
        if len(row) >= _FEWEST_COLUMNS and number_column([run.text for run in row]) is not None:
            return row
    return None


def _fill(columns: Sequence[_Column], runs: Sequence[_Run]) -> tuple[list[_Run], bool]:
    """Every run below the head is put into its column, up to one that stands across several.

    Returns what is left over, and whether nothing is.
    """
    for at, run in enumerate(runs):
        near = [column for column in columns if column.distance(run) == 0]
        nearest = min(columns, key=lambda column: column.distance(run))
        across = len(near) > 1
        if across and _heads_more(run, runs[at + 1 :], columns[0]):
            columns[0].runs.append(run)
            continue
        if across or nearest.distance(run) > _NEAR * run.height:
            return list(runs[at:]), False
        nearest.take(run)
    return [], True


def _heads_more(run: _Run, below: Sequence[_Run], numbers: _Column) -> bool:
    """Whether this is a heading over the whole width, with rows under it."""
    return len(run.text) <= _LONGEST_TITLE and any(
        numbers.distance(other) == 0 and is_row_number(tidy(other.text)) for other in below
    )


def _rows(columns: Sequence[_Column], rules: Sequence[float]) -> Iterator[tuple[Cell, ...]]:
    runs = [run for column in columns for run in column.runs]
    cuts = _cuts(columns, runs, rules)
    for above, below in pairwise([float("-inf"), *cuts, float("inf")]):
        texts = [_text(column, above, below) for column in columns]
        if any(texts):
            yield tuple(map(Cell, texts))


def _text(column: _Column, above: float, below: float) -> str:
    within = [run for run in column.runs if above <= (run.top + run.bottom) / 2 < below]
    lines = printed_lines(sign for run in within for sign in run.signs)
    return cell_text(lines, width=column.x1 - column.x0 + _room(lines))


def _room(lines: Sequence[PrintedLine]) -> float:
    """What a cell leaves empty beside its longest line, about."""
    return max((line.height for line in lines), default=0.0)


def _cuts(columns: Sequence[_Column], runs: Sequence[_Run], rules: Sequence[float]) -> list[float]:
    """Where rows end: at rules, else between numbers, else where the gap is higher than usual."""
    if not runs:
        return []
    top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
    ruled = sorted(rule for rule in rules if top < rule < bottom)
    gaps = list(_gaps(runs))
    if ruled:
        return ruled
    numbers = sorted(
        (run.top + run.bottom) / 2 for run in columns[0].runs if is_row_number(tidy(run.text))
    )
    titles = [run for run in columns[0].runs if numbers and not is_row_number(tidy(run.text))]
    cuts = [cut for run in titles for cut in (run.top - 0.1, run.bottom + 0.1)]
    if numbers:
        for above, below in pairwise(numbers):
            between = [gap for gap in gaps if above < gap[0] and gap[1] < below]
            highest = max(between, key=lambda gap: gap[1] - gap[0], default=None)
            cuts.append(sum(highest) / 2 if highest else (above + below) / 2)
    elif gaps:
        lowest = min(end - start for start, end in gaps)
        cuts += [sum(gap) / 2 for gap in gaps if gap[1] - gap[0] > _HIGHER * lowest]
    return sorted(cuts)


def _gaps(runs: Iterable[_Run]) -> Iterator[tuple[float, float]]:
    """The white between lines over the whole width, from top to bottom."""
    end: float | None = None
    for run in sorted(runs, key=lambda run: run.top):
        if end is not None and run.top > end:
            yield end, run.top
        end = run.bottom if end is None else max(end, run.bottom)
