"""Rows copied out of Excel or Word: which cell says what of which measure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialog.measure_numbers import OPENS_WORDS, behind_title, heading, titled
from dialog.words import (
    NOTHING_WORDS,
    STATUS_LABELS,
    STATUS_OF_WORD,
    Labelled,
    as_word,
    cleaned,
    is_known_word,
    means_nothing,
)
from vocabulary.report import ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus


@dataclass(frozen=True, slots=True)
class Row:
    """What the rows of one measure say. entry: None where they are of no measure of the report.

    is_run_together: several cells whose columns have no names are its text.
    """

    entry: ReportEntry | None
    number: str
    status: EntryStatus | None
    told: Labelled
    is_run_together: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """before, after: what stands around the rows. left_out: columns that repeat the plan."""

    rows: tuple[Row, ...]
    before: str
    after: str
    left_out: tuple[str, ...]


def read_table(report: WorkingReport, text: str, *, under: str = "") -> Table | None:
    """The table that a pasted text is; None for any other text.

    Telegram hands the tabs between cells on as spaces: they part cells where a line names the
    columns, or where a row begins with the number and the title of its measure.
    under: the line that named the columns in an earlier message, where this one goes on with it.
    """
    lines = _whole_cells(text).split("\n")
    sheet = _Sheet(report, is_barred=any(len(_between_bars(line)) > _FEWEST for line in lines))
    columns = sheet.columns(under) if under else ()
    before: list[str] = []
    after: list[str] = []
    found: list[list[str]] = []
    is_apart = False
    for line in lines:
        cells = sheet.cells(line)
        if not cleaned(line):
            is_apart = bool(found)
        elif not _is_rule(cells):
            named = () if found else sheet.columns(line)
            if named:
                columns = _above(columns, named)
            elif sheet.begins_row(cells, columns):
                found.append(_fitted(cells, columns))
                is_apart = False
            elif is_apart or not found:
                (after if found else before).append(cleaned(line))
            elif _is_more_of_row(cells, columns):
                found.append(cells)
            elif _is_heading(cells, columns):
                found.append(cells[:1])
            else:
                found[-1] = _gone_on(found[-1], line, cells, columns)
    rows = list(_rows(found, columns, sheet))
    if not any(row.entry for row in rows):
        return None
    left_out = tuple(column.name for column in columns if column.says is _Says.PLAN)
    return Table(tuple(_joined(rows)), "\n".join(before), "\n".join(after), left_out)


def names_of_columns(report: WorkingReport, text: str) -> str:
    """The line that names the columns of a table; empty where none does."""
    sheet = _Sheet(report, is_barred="|" in text or "｜" in text)
    return next((line for line in _whole_cells(text).split("\n") if sheet.columns(line)), "")


_FEWEST = 2  # cells of a row by which no table is known; a number and its words are no table yet


# ── columns ────────────────────────────────────────────────────────────────────────────────────


class _Says(StrEnum):
    """What stands in a column."""

    NUMBER = "number"
    COUNT = "count"  # 序号, which may be the table's own
    TITLE = "title"
    STATUS = "status"
    TEXT = "text"
    PROBLEM = "problem"
    NEXT_STEP = "next step"
    PLAN = "plan"  # what the plan says already
    OTHER = "other"


_MEANS = (
    (_Says.OTHER, re.compile(r"问题.*(?:下一?步|打算|措施|建议)")),
    (_Says.PROBLEM, re.compile(r"问题|困难|堵点|难点|滞后原因|problems?", re.IGNORECASE)),
    (_Says.NEXT_STEP, re.compile(r"下一?步|下月|打算|计划安排|next", re.IGNORECASE)),
    (_Says.STATUS, re.compile(r"状态|是否完成|status", re.IGNORECASE)),
    (
        _Says.PLAN,
        re.compile(r"单位|部门|责任人|联系|电话|时限|期限|完成时间|专班|类别|板块|年度目标|目标值"),
    ),
    (
        _Says.TEXT,
        re.compile(r"情况|进展|进度|成效|做法|本月|当月|\d+月|progress|text", re.IGNORECASE),
    ),
    (
        _Says.NUMBER,
        re.compile(r"编号|项号|措施号|任务号|^(?:措施|任务)序号|no\.?|number", re.IGNORECASE),
    ),
    (_Says.COUNT, re.compile(r"^序号?$|^#$")),
    (
        _Says.TITLE,
        re.compile(r"任务|措施|事项|名称|目标|要求|内容|工作|measure|title", re.IGNORECASE),
    ),
)

_NAMES = {_Says.NUMBER, _Says.COUNT, _Says.TITLE}
_ANSWERS = {_Says.STATUS, _Says.TEXT, _Says.PROBLEM, _Says.NEXT_STEP}
_LONGEST_NAME = 20  # characters of the name of a column


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    says: _Says


def _says(name: str) -> _Says:
    flat = re.sub(r"\s", "", name)
    if flat in STATUS_OF_WORD:  # a column of its own for each status, with a tick in one
        return _Says.STATUS
    return next((says for says, words in _MEANS if words.search(flat)), _Says.OTHER)


def _above(first: Sequence[_Column], second: Sequence[_Column]) -> tuple[_Column, ...]:
    """Two lines of names: what the lower one says of a column is the nearer."""
    if not first:
        return tuple(second)
    blank = _Column("", _Says.OTHER)
    wide = max(len(first), len(second))
    upper = [*first, *[blank] * (wide - len(first))]
    lower = [*second, *[blank] * (wide - len(second))]
    return tuple(near if near.name else far for far, near in zip(upper, lower, strict=True))


# ── lines and cells ────────────────────────────────────────────────────────────────────────────

_WITHIN, _SPACE_WITHIN = "\v", "\u00a0"
"""A line break and a space within a cell, while lines are read."""

_QUOTED = re.compile(r'(?:(?<=\s)|^)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\s|$)')


def _whole_cells(text: str) -> str:
    """Excel sets a cell of several lines in quotation marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _QUOTED.sub(_as_one_cell, text)


def _as_one_cell(quoted: re.Match[str]) -> str:
    words = quoted[1].replace('""', '"')
    return words.replace("\n", _WITHIN).replace(" ", _SPACE_WITHIN)


_BARS = "|｜│┃"


def _between_bars(line: str) -> list[str]:
    return [cleaned(cell) for cell in re.split(f"[{_BARS}]", line.strip().strip(_BARS))]


def _is_rule(cells: Sequence[str]) -> bool:
    """|---|---| below the names of columns."""
    return len(cells) > 1 and all(re.fullmatch(r":?[-—─]+:?", cell) for cell in cells)


def _fitted(cells: list[str], columns: Sequence[_Column]) -> list[str]:
    """As many cells as there are columns: spaces within a cell are most likely in its words."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    more = len(cells) - len(columns)
    if not columns or more <= 0:
        return cells
    at = _place(columns, _Says.TEXT)
    at = len(columns) - 1 if at is None else at
    return [*cells[:at], " ".join(cells[at : at + more + 1]), *cells[at + more + 1 :]]


def _is_more_of_row(cells: Sequence[str], columns: Sequence[_Column]) -> bool:
    """A merged cell stands beside several rows: below the first its place is empty."""
    return len(cells) == len(columns) > 1 and not cells[0]


def _is_heading(cells: Sequence[str], columns: Sequence[_Column]) -> bool:
    """一、信息服务 on a line of its own within the table."""
    return len(cells) == len(columns) > 1 and not any(cells[1:])


def _gone_on(
    row: list[str], line: str, cells: Sequence[str], columns: Sequence[_Column]
) -> list[str]:
    """A cell of several paragraphs goes on, and behind it the rest of its row."""
    is_rest = columns and len(row) + len(cells) - 1 <= len(columns)
    first, *rest = cells if is_rest else [cleaned(line)]
    return [*row[:-1], f"{row[-1]}\n{first}", *rest]


# ── rows ───────────────────────────────────────────────────────────────────────────────────────


class _Sheet:
    """How lines are to be read: which measures there are, and what parts the cells."""

    def __init__(self, report: WorkingReport, *, is_barred: bool) -> None:
        self.report = report
        self.known = {m.number: entry for entry in report.entries for m in entry.measure.each}
        self._is_barred = is_barred

    def cells(self, line: str) -> list[str]:
        if self._is_barred:
            return _between_bars(line)
        number, _, rest = line.strip(" ").partition(" ")
        entry = self.known.get(self.number(number))
        title = entry.measure.title if entry else ""
        if " " in title and rest.startswith(title):
            return [number, title, *map(cleaned, rest[len(title) :].strip(" ").split(" "))]
        return [cleaned(cell) for cell in line.split(" ")]

    def columns(self, line: str) -> tuple[_Column, ...]:
        """Columns by their names; empty where the cells are no such names."""
        cells = self.cells(line)
        if len(cells) < _FEWEST or any(len(cell) > _LONGEST_NAME for cell in cells):
            return ()
        if any(cell in self.known or titled(self.report, cell) for cell in cells):
            return ()
        columns = tuple(_Column(cell, _says(cell)) for cell in cells)
        told = {column.says for column in columns}
        return columns if _NAMES & told and _ANSWERS & told else ()

    def begins_row(self, cells: Sequence[str], columns: Sequence[_Column]) -> bool:
        """Whether a measure's number or title stands where a row has it."""
        place = _place(columns, _Says.NUMBER, _Says.COUNT) or 0
        first = self.number(cells[place]) if place < len(cells) else ""
        named = [cells[at] for at in _title_places(columns) if at < len(cells)]
        is_titled = any(titled(self.report, cell) for cell in named)
        if not columns and not self._is_barred:
            return bool(first) and is_titled and len(cells) > _FEWEST
        if len(cells) < _FEWEST or not (columns or len(cells) > _FEWEST):
            return False
        words = next(filter(None, cells[place + 1 :]), "")
        return is_titled or (bool(first) and re.match(OPENS_WORDS, words) is not None)

    def number(self, cell: str) -> str:
        """The number that a cell is, alone or before the measure's own title."""
        found = heading(cell)
        if found is None:
            return ""
        entry = self.known.get(found.number)
        is_alone = not found.words or (
            entry is not None and behind_title(entry.measure.title, found.words) == ""
        )
        return found.number if is_alone else ""

    def number_by_title(self, cells: Sequence[str], columns: Sequence[_Column]) -> str:
        """The number of the measure whose title a cell repeats, whole or nearly."""
        for place in _title_places(columns):
            if place < len(cells) and (by_title := titled(self.report, cells[place])):
                return by_title.number
        named = [at for at, column in enumerate(columns) if column.says is _Says.TITLE]
        for cell in (cells[place] for place in named if place < len(cells)):
            alike = [
                (_alike(cell, measure.title), measure.number)
                for entry in self.report.entries
                for measure in entry.measure.each
            ]
            best, number = max(alike, default=(0.0, ""))
            if best >= _NEARLY and [share for share, _ in alike].count(best) == 1:
                return number
        return ""


def _place(columns: Sequence[_Column], *says: _Says) -> int | None:
    """Where the first column stands that says the first of it, else the next."""
    places = [at for one in says for at, column in enumerate(columns) if column.says is one]
    return places[0] if places else None


def _title_places(columns: Sequence[_Column]) -> list[int]:
    named = [at for at, column in enumerate(columns) if column.says is _Says.TITLE]
    return named if columns else [0, 1]


def _rows(
    found: Iterable[Sequence[str]], columns: Sequence[_Column], sheet: _Sheet
) -> Iterator[Row]:
    """The rows with their measures.

    Where titles show that 序号 is the table's own, it names no measure.
    """
    at = _place(columns, _Says.NUMBER, _Says.COUNT) or 0
    read = [
        (
            cells,
            sheet.number(cells[at]) if at < len(cells) else "",
            sheet.number_by_title(cells, columns),
        )
        for cells in found
    ]
    is_own_count = any(number and title and number != title for _, number, title in read)
    last = ""
    for cells, number, title in read:
        is_more = not cells[0] and _is_more_of_row(cells, columns)
        last = last if is_more else title or ("" if is_own_count else number)
        row = _row(cells, columns, sheet.known.get(last), number or last, sheet)
        if row.status or any((row.told.text, row.told.problem, row.told.next_step)):
            yield row


_NEARLY = 0.7
"""Share of the pairs of characters of a cell that a measure's title has too, to be that title."""


def _alike(cell: str, title: str) -> float:
    pairs = {cell[i : i + 2] for i in range(len(cell) - 1)}
    return sum(pair in title for pair in pairs) / len(pairs) if len(pairs) > 1 else 0.0


def _row(
    cells: Sequence[str],
    columns: Sequence[_Column],
    entry: ReportEntry | None,
    number: str,
    sheet: _Sheet,
) -> Row:
    if entry is None:
        words = " ".join(cell for cell in cells if cell and cell != number)
        return Row(None, number, None, Labelled(words, "", ""))
    status: EntryStatus | None = None
    said: dict[_Says, list[str]] = {_Says.TEXT: [], _Says.PROBLEM: [], _Says.NEXT_STEP: []}
    nothing = ""
    for place, cell in enumerate(cells):
        blank = _Column("", _said_by_itself(place, cell, sheet))
        column = columns[place] if place < len(columns) else blank
        if column.says in _NO_ANSWER:
            continue
        is_words = column.says in {_Says.PROBLEM, _Says.NEXT_STEP}
        is_sure = bool(columns) or _is_status_alone(cell, cells[place + 1 :])
        read = _status(cell, column) if is_sure and not is_words else None
        if read and (status is None or column.says is _Says.STATUS):
            status = read
        elif means_nothing(cell):
            nothing = nothing or (cell if as_word(cell) in NOTHING_WORDS and not is_words else "")
        elif column.says in said:
            said[column.says].append(cell)
        elif read is None:
            is_named = column.name and not is_known_word(cell)
            said[_Says.TEXT].append(f"{column.name}：{cell}" if is_named else cell)
    is_run_together = not columns and len(said[_Says.TEXT]) > 1
    parted_by = "\n" if columns else " "  # without names nobody knows which spaces part cells
    text, problem, following = (parted_by.join(words) for words in said.values())
    is_empty = not (status or text or problem or following)
    told = Labelled(nothing if is_empty else text, problem, following)
    return Row(entry, number, status, told, is_run_together)


_NO_ANSWER = {_Says.NUMBER, _Says.COUNT, _Says.TITLE, _Says.PLAN}


def _said_by_itself(place: int, cell: str, sheet: _Sheet) -> _Says:
    """What a cell says whose column has no name."""
    is_number = place == 0 and bool(sheet.number(cell))
    is_title = place < _FEWEST and titled(sheet.report, cell) is not None
    return _Says.TITLE if is_number or is_title else _Says.TEXT


def _status(cell: str, column: _Column) -> EntryStatus | None:
    """已完成, 已完成（100%）, 滞后。, or a tick in a column of that name."""
    if cell in _TICKS:
        return STATUS_OF_WORD.get(as_word(column.name))
    return STATUS_OF_WORD.get(as_word(re.sub(r"\s*[（(][^（()）]*[）)]$", "", cell)))


def _is_status_alone(cell: str, behind: Sequence[str]) -> bool:
    """Without names of columns 完成 选址 and 已完成 3家 may well be words with a space in them."""
    if STATUS_OF_WORD.get(as_word(cell)) is not EntryStatus.DONE:
        return True
    return as_word(cell) in STATUS_LABELS and not "".join(behind)[:1].isdecimal()


_TICKS = frozenset("√✓✔✅☑●■") | {"是"}


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of one measure are one: a merged cell stands beside several."""
    found: dict[str, Row] = {}
    for row in rows:
        key = str(row.entry.entry_id) if row.entry else f"- {row.number} {len(found)}"
        found[key] = with_more(found[key], row) if key in found else row
    yield from found.values()


def with_more(first: Row, more: Row) -> Row:
    """What both say; a status that is told later holds."""
    one, other = first.told, more.told
    text, problem, next_step = (
        "\n".join(dict.fromkeys(filter(None, both)))
        for both in (
            (one.text, other.text),
            (one.problem, other.problem),
            (one.next_step, other.next_step),
        )
    )
    told = Labelled(text, problem, next_step, one.changed | other.changed)
    is_run_together = first.is_run_together or more.is_run_together
    status = more.status or first.status
    return replace(first, status=status, told=told, is_run_together=is_run_together)
