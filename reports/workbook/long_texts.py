"""长文: the texts that no printed row of the other pages can hold, whole, for paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from reports.printable import printable
from reports.sheets import PART, Book, Cell, Column, Paper, Table, Value, is_cut, pieces
from texts import plain

_WHOLE = Column("sheet-col-whole", 10)
_NUMBER, _UNIT = "sheet-col-number", "sheet-col-unit"
_COLUMNS = (
    Column("sheet-col-place", 9, centred=True),
    Column(_NUMBER, 7, centred=True),
    Column(_UNIT, 18),
    Column("sheet-col-of-what", 14),
    Column("sheet-col-long", 130),
)

_SUSPICIOUS, _LINE = 250, 8
"""Chinese characters: with fewer no column of 18 or more is too high; of its shortest line."""

Line = Sequence[Value]


@dataclass(slots=True)
class LongTexts:
    """What is to stand on the page, each text once, by measure, unit, head and words."""

    _found: dict[tuple[Value, Value, str, str], int] = field(default_factory=dict)

    def place(self, number: Value, unit: Value, head: str, text: str) -> int:
        """On the page, from 1."""
        return self._found.setdefault((number, unit, head, text), len(self._found) + 1)

    def __iter__(self) -> Iterator[tuple[Value, Value, str, str]]:
        return iter(self._found)


def write_table(
    book: Book,
    long: LongTexts,
    text_key: str,
    columns: Sequence[Column],
    lines: Iterable[Line],
    *,
    frozen: str,
    paper: Paper = Paper.A4,
    suspects: Iterable[Line] | None = None,
) -> Table:
    """A page of lines to be filtered, every text whole in its cell.

    Where a row cannot be printed as high as its text, a column among those that head each page says
    where on 长文 it is whole; there is no such column where all have room. columns: among them the
    measure's number and the unit. suspects: lines among which all too long ones are; `lines`, which
    is then gone through twice, where it is not given.
    """
    if suspects is None:
        suspects = lines = list(lines)
    if not any(_cut(columns, one) for one in suspects):
        sheet = book.table_sheet(text_key, columns, frozen=frozen, paper=paper)
        return sheet.table(columns, lines, filtered=True)
    heads = CellRange(frozen).min_col - 1
    wider = [*columns[:heads], _WHOLE, *columns[heads:]]
    frozen = f"{get_column_letter(heads + 2)}2"
    sheet = book.table_sheet(text_key, wider, frozen=frozen, paper=paper)
    marked = (
        [*one[:heads], _mark(book.language, long, columns, one), *one[heads:]] for one in lines
    )
    return sheet.table(wider, marked, filtered=True)


def may_be_cut(*texts: str) -> bool:
    """Whether texts of one row may be too long for it; a look that costs little."""
    lines = len(texts) + sum(text.count("\n") for text in texts)
    return sum(map(len, texts)) + _LINE * lines > _SUSPICIOUS


def _cut(columns: Sequence[Column], line: Line) -> list[int]:
    """The places of what no row can print whole."""
    return [
        place
        for place, (column, value) in enumerate(zip(columns, line, strict=True))
        if isinstance(value, str) and is_cut(Cell(value), column.width)
    ]


def _mark(language: str, long: LongTexts, columns: Sequence[Column], line: Line) -> str | None:
    """Where each of its texts that are cut on paper stands whole."""
    keys = [column.text_key for column in columns]
    number, unit = line[keys.index(_NUMBER)], line[keys.index(_UNIT)]
    said = []
    for place in _cut(columns, line):
        head, text = plain(language, keys[place]), line[place]
        if isinstance(text, str):
            found = long.place(number, unit, head, text)
            said.append(plain(language, "sheet-long-at", head=head, place=found))
    return "\n".join(said) or None


def write_long_texts(book: Book, long: LongTexts) -> None:
    """No page where every text has room in its row."""
    lines = list(_lines(book.language, long))
    if lines:
        sheet = book.table_sheet("sheet-long", _COLUMNS, frozen="D2")
        sheet.table(_COLUMNS, lines, filtered=True)


def _lines(language: str, long: LongTexts) -> Iterator[list[Value]]:
    """A text goes on in the next row."""
    for place, (number, unit, head, text) in enumerate(long, start=1):
        for part, words in enumerate(pieces(printable(text), _COLUMNS[-1].width, points=PART)):
            what = plain(language, "sheet-continued", words=head) if part else head
            yield [place, number, unit, what, words]
