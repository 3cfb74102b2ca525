"""Tables that no rules enclose: columns by the white between them, rows by rules, numbers or gaps.

Such a table is known by its head alone, a line of a page whose words head a table of tasks.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plans.lines import Cell, tidy
from plans.numbering import read_label
from plans.pdf_layout import Grid, Page, PrintedLine, Sign, cell_text, printed_lines
from plans.tables import is_row_number, kinds_of_columns, number_column

_GAP = 0.8  # of a sign's height: what separates two cells that stand side by side
_LEVEL = 0.15  # of a sign's height: how far apart the middles of signs of one run may be
_SAME_ROW = 0.6  # of a sign's height: likewise of the runs in a head
_FEWEST_COLUMNS = 3
_FEWEST_WITHIN = 2  # where the first holds the tasks with their numbers
_NEAR = 3.0  # heights that a cell may stand apart from its column, at most
_HIGHER = 1.3  # times: a gap between rows beside one between the lines of a cell
_LONGEST_TITLE = 30
_AT_EDGE = 1.0  # points
_HANGING = "，。、；：）】》”"


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

    @property
    def edge(self) -> float:
        """Where its text ends, but for a stop, which may hang out of its cell."""
        hangs = len(self.signs) > 1 and self.signs[-1].text in _HANGING
        return self.signs[-2].x1 if hangs else self.x1


@dataclass(slots=True)
class _Column:
    """numbered: it is the first, and holds tasks that open with numbers of their own."""

    x0: float
    x1: float
    runs: list[_Run] = field(default_factory=list)
    numbered: bool = False

    def distance(self, run: _Run) -> float:
        """0 where they stand one above the other."""
        return max(0.0, run.x0 - self.x1, self.x0 - run.x1)

    def grow(self, run: _Run) -> None:
        self.x0, self.x1 = min(self.x0, run.x0), max(self.x1, run.edge)


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
    runs = list(_parted(list(_runs(sign for line in page.lines for sign in line.signs))))
    grids: list[Grid] = []
    unread: list[tuple[str, ...]] = []
    taken: set[int] = set()
    for table in _tables(runs, carried, walls=[grid.top for grid in page.grids]):
        _, complete = _fill(table.columns, table.below)
        carried = table.columns if complete else []
        columns_used = sum(bool(column.runs) for column in table.columns)
        first = table.columns[0]
        fewest = _FEWEST_WITHIN if table.head or first.numbered else _FEWEST_COLUMNS
        narrow = len(table.columns) < _FEWEST_COLUMNS
        goes_on = bool(table.head) and not table.below  # all its rows stand on the next page
        if not goes_on and (
            columns_used < fewest or (narrow and not _is_parted(table.columns, page.rules))
        ):
            carried = []
            if table.head:
                unread.append(tuple(tidy(run.text) for run in table.head))
            continue
        inside = (*table.head, *(run for column in table.columns for run in column.runs))
        taken |= {id(sign) for run in inside for sign in run.signs}
        rows = list(_rows(table.columns, page.rules))
        if table.head:
            rows.insert(0, tuple(Cell(run.text) for run in table.head))
        grids.append(Grid(min(run.top for run in inside), tuple(rows)))
    left = (sign for line in page.lines for sign in line.signs if id(sign) not in taken)
    lines = tuple(printed_lines(left)) if grids else page.lines
    return grids, replace(page, lines=lines, unread=tuple(unread)), list(carried)


@dataclass(frozen=True, slots=True)
class _Table:
    """What may be a table: its head, if it begins here, its columns, all runs to the next one."""

    head: tuple[_Run, ...]
    columns: list[_Column]
    below: list[_Run]


def _tables(
    runs: Sequence[_Run], carried: Sequence[_Column], *, walls: Iterable[float]
) -> Iterator[_Table]:
    """From the top of the page. walls: how far down something begins that ends a table."""
    heads = list(_heads(runs))
    ends = sorted([*walls, *(min(run.top for run in head) for head in heads)])

    def between(begins: float) -> list[_Run]:
        end = next((end for end in ends if end > begins), float("inf"))
        return [run for run in runs if begins - 1 <= run.top and run.bottom < end]

    if carried and (above := between(float("-inf"))):
        yield _Table((), [replace(column, runs=[]) for column in carried], above)
    for head in heads:
        below = between(max(run.bottom for run in head))
        columns = [_Column(run.x0, run.x1) for run in head]
        columns[0].numbered = "NUMBER" not in kinds_of_columns([tidy(run.text) for run in head])
        yield _Table(tuple(head), columns, below)


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


def _parted(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Runs cut where others begin: a stop that hangs out of a full cell touches its neighbour."""
    edges = sorted(run.x0 for run in runs)

    def is_edge(x: float) -> bool:
        return bisect(edges, x + _AT_EDGE) > bisect(edges, x - _AT_EDGE)

    for run in runs:
        start = 0
        for at in range(1, len(run.signs)):
            before, sign = run.signs[at - 1 : at + 1]
            hangs = before.text in _HANGING and sign.x0 - before.x1 > _LEVEL * run.height
            if hangs and is_edge(sign.x0):
                yield _run(run.signs[start:at])
                start = at
        yield _run(run.signs[start:]) if start else run


def _run(signs: Sequence[Sign]) -> _Run:
    (line,) = printed_lines(signs) or [PrintedLine("", 0, 0, 0, 0)]
    return _Run(tuple(signs), line.text, line.x0, line.x1, line.top, line.bottom)


def _heads(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """The runs side by side that head tables of tasks, from the top of the page."""
    end = float("-inf")
    for at, first in enumerate(runs):
        if first.top < end:
            continue
        middle = (first.top + first.bottom) / 2
        row = [
            run
            for run in runs[at : at + 40]
            if abs((run.top + run.bottom) / 2 - middle) <= _SAME_ROW * first.height
        ]
        row.sort(key=lambda run: run.x0)
        if len(row) >= _FEWEST_WITHIN and number_column([run.text for run in row]) is not None:
            yield row
            end = max(run.bottom for run in row)


def _fill(columns: Sequence[_Column], runs: Sequence[_Run]) -> tuple[list[_Run], bool]:
    """Every run below the head is put into its column, up to one that stands across several.

    Returns what is left over, and whether nothing is.
    """
    _widen(columns, runs)
    for at, run in enumerate(runs):
        near = [column for column in columns if column.distance(run) == 0]
        nearest = min(columns, key=lambda column: column.distance(run))
        across = len(near) > 1
        if across and _heads_more(run, runs[at + 1 :], columns[0]):
            columns[0].runs.append(run)
            continue
        if across or nearest.distance(run) > _NEAR * run.height:
            return list(runs[at:]), False
        nearest.runs.append(run)
        if _shows_width(nearest, columns[0], run):
            nearest.grow(run)
    return [], True


def _shows_width(column: _Column, first: _Column, run: _Run) -> bool:
    """Whether a run tells how wide its column is: a heading among the numbers does not."""
    return column is not first or first.numbered or is_row_number(tidy(run.text))


def _widen(columns: Sequence[_Column], runs: Sequence[_Run]) -> None:
    """A head may be narrower than what stands below it: long lines first show how wide that is.

    A heading that begins in the column of numbers tells nothing of its width.
    """
    for run in sorted(runs, key=lambda run: run.x0 - run.x1):
        near = [column for column in columns if column.distance(run) == 0]
        if len(near) == 1 and _shows_width(near[0], columns[0], run):
            near[0].grow(run)


def _heads_more(run: _Run, below: Sequence[_Run], numbers: _Column) -> bool:
    """Whether this is a heading over the whole width, with rows under it."""
    return len(run.text) <= _LONGEST_TITLE and any(
        numbers.distance(other) == 0 and _opens_row(other, numbers) for other in below
    )


def _opens_row(run: _Run, first: _Column) -> bool:
    if first.numbered:
        return read_label(run.text) is not None
    return is_row_number(tidy(run.text))


def _is_parted(columns: Sequence[_Column], rules: Sequence[float]) -> bool:
    """Whether rows of two columns show: by numbers, by a rule, or as lines of full rows."""
    runs = [run for column in columns for run in column.runs]
    top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
    ruled = any(top < rule < bottom for rule in rules)
    return ruled or bool(_opened(columns[0])) or _is_full(columns, list(_gaps(runs)))


def _is_full(columns: Sequence[_Column], gaps: Sequence[tuple[float, float]]) -> bool:
    """Whether every line of white to white has a text in every column, so that each is a row."""
    ends = [float("-inf"), *(sum(gap) / 2 for gap in gaps), float("inf")]
    return all(
        any(above < run.top < below for run in column.runs)
        for above, below in pairwise(ends)
        for column in columns
    )


def _opened(column: _Column) -> list[_Run]:
    """The lines with which its tasks begin: those of the usual label, counted on one by one.

    And those of the headings among them, whose labels rank higher.
    """
    labelled = [(run, label) for run in column.runs if (label := read_label(run.text))]
    if not labelled:
        return []
    usual = Counter(label.level for _, label in labelled).most_common(1)[0][0]
    found: list[_Run] = []
    last: int | None = None
    for run, label in sorted(labelled, key=lambda pair: pair[0].top):
        counted = label.level == usual and (last is None or label.number in {1, last + 1})
        if counted or label.level < usual:
            found.append(run)
            last = label.number if counted else last
    return found


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
    """Where rows end: at rules, between numbers that none parts, else where a gap is high."""
    if not runs:
        return []
    top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
    cuts = [rule for rule in rules if top < rule < bottom]
    gaps = list(_gaps(runs))
    if columns[0].numbered and (begun := _opened(columns[0])):
        return sorted([*cuts, *_cuts_above(begun, gaps, cuts)])
    numbers = sorted(
        (run.top + run.bottom) / 2 for run in columns[0].runs if is_row_number(tidy(run.text))
    )
    if numbers:
        titles = (run for run in columns[0].runs if not is_row_number(tidy(run.text)))
        unruled = [
            (above, below)
            for above, below in pairwise(numbers)
            if not any(above < cut < below for cut in cuts)
        ]
        cuts += [cut for run in titles for cut in (run.top - 0.1, run.bottom + 0.1)]
        for above, below in unruled:
            between = [gap for gap in gaps if above < gap[0] and gap[1] < below]
            highest = max(between, key=lambda gap: gap[1] - gap[0], default=None)
            cuts.append(sum(highest) / 2 if highest else (above + below) / 2)
    elif gaps and not cuts:
        lowest = min(end - start for start, end in gaps)
        rows = [gap for gap in gaps if gap[1] - gap[0] > _HIGHER * lowest]
        rows = rows or (list(gaps) if _is_full(columns, gaps) else [])
        cuts += [sum(gap) / 2 for gap in rows]
    return sorted(cuts)


def _cuts_above(
    begun: Sequence[_Run], gaps: Sequence[tuple[float, float]], rules: Sequence[float]
) -> Iterator[float]:
    """Between tasks that open with their numbers, where no rule parts them: at the highest gap.

    Of gaps as high as each other the last one. Names beside a task may stand higher than it does.
    """
    for above, below in pairwise(begun):
        if any(above.top < rule < below.bottom for rule in rules):
            continue
        between = [gap for gap in gaps if above.bottom <= gap[0] + 1 and gap[1] <= below.top + 1]
        highest = max((end - start for start, end in between), default=0.0)
        last = [gap for gap in between if gap[1] - gap[0] >= highest - _AT_EDGE]
        yield sum(last[-1]) / 2 if last else below.top - 0.1


def _gaps(runs: Iterable[_Run]) -> Iterator[tuple[float, float]]:
    """The white between lines over the whole width, from top to bottom."""
    end: float | None = None
    for run in sorted(runs, key=lambda run: run.top):
        if end is not None and run.top > end:
            yield end, run.top
        end = run.bottom if end is None else max(end, run.bottom)
