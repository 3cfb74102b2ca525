"""Workbook pages that open everywhere, print well, and hold what people typed as text."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from itertools import accumulate
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart._chart import ChartBase
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from reports.package import with_parts
from reports.printable import printable, text_width
from texts import plain

_MOST_UNITS = 32_767  # UTF-16 units that a cell holds; the rest would be cut in silence
_KEPT_UNITS = 32_600  # leaves room to say so
_SETS_A_FORMULA = ("=", "+", "-", "@", "\t")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A
TALLEST_ROW = 409.0  # points; Excel refuses more
PART = 205.0  # points of a row in which too long a text goes on: no page is left half empty
_MOST_BREAKS = 1000  # set by hand on a page; Excel takes 1,026
_SENTENCE_ENDS = "。；！？"
_LINE_HEIGHT = 1.3  # of the size of the font
_PADDING = 3  # points above and below the lines of a cell
ROW_POINTS = 15.0  # the height of a row that nobody has set
_ROW_CM = 0.53  # the same
_CHARACTER_CM = 0.19  # of a column's width, in the program that makes it narrowest
_SUBSTITUTE_CHARACTER_CM = 0.25  # where Calibri is missing and another font stands for it
_WIDEST_CHARACTER_CM = 0.212  # and in the one that makes it widest: 8 pixels of 96 to an inch
_MARGIN_CM = 0.4 * 2.54  # on the left and on the right
_MARGIN_DOWN_CM = 2.54  # above and below, where the head and the number of the page stand
_LEAST_SCALE = 0.7  # of what is printed: the 10 points of a table become 7, which can still be read
_SPARE = 0.98  # of the paper is counted on where a page is broken by hand: printers differ
_LOST = 1  # Chinese characters at the end of a line, where a number is not broken
_DIGIT = 5.5  # points: half of the 11 of the font that widths are counted in
_FONT = "宋体"  # on every machine in China
_THIN = Side(style="thin", color="A6A6A6")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = "D9E2F3"


class Paper(Enum):
    """Paper by the number that Excel knows it by."""

    A3 = 8
    A4 = 9

    @property
    def across(self) -> float:
        """How long its longer side is, in cm."""
        return 42.0 if self is Paper.A3 else 29.7

    @property
    def down(self) -> float:
        """How long its shorter side is, in cm."""
        return 29.7 if self is Paper.A3 else 21.0


class Format(Enum):
    """How a number is shown."""

    GENERAL = "General"
    SHARE = "0.0%"
    MOMENT = "yyyy-mm-dd hh:mm"
    SHORT_MOMENT = "mm-dd hh:mm"  # where the year is plain
    DAY = "yyyy-mm-dd"
    SHORT_DAY = "mm-dd"
    TEXT = "@"  # what is typed stays as it is: 1-2 is no date


@dataclass(frozen=True, slots=True)
class Formula:
    """Computed by the program that opens the book. Nothing that a person typed stands in it.

    text: without the equals sign, in the English names of functions.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and how it looks. Moments are written as the clock of their zone shows them.

    unlocked: may be changed on a protected page. span: how many columns it is wide.
    """

    value: str | int | Decimal | datetime | date | Formula | None
    shown: Format = Format.GENERAL
    bold: bool = False
    size: int = 10
    fill: str | None = None
    centred: bool = False
    boxed: bool = True
    wrapped: bool = True
    unlocked: bool = False
    span: int = 1


Value = str | int | Decimal | datetime | date | Formula | None | Cell


@dataclass(frozen=True, slots=True)
class Column:
    """text_key: its head in the catalogue. width: in half-width characters.

    span: how many columns of the page it takes. hidden: there for formulas alone. head: in place of
    the catalogue's, for a column that is itself a value; its key only names it then.
    """

    text_key: str
    width: float
    centred: bool = False
    shown: Format = Format.GENERAL
    span: int = 1
    hidden: bool = False
    head: str = ""

    def head_cell(self, language: str) -> Cell:
        title = self.head or plain(language, self.text_key)
        return Cell(title, bold=True, fill=_HEAD_FILL, centred=True, span=self.span)

    def cell(self, value: Value) -> Cell:
        """The value in this column's look; a cell keeps its own."""
        if isinstance(value, Cell):
            return value
        return Cell(value, self.shown, centred=self.centred, span=self.span)


@dataclass(frozen=True, slots=True)
class Table:
    """Where the values of a table stand, for formulas and charts.

    columns: by text key, the number of each on the page, from 1. last: below first while it is
    empty.
    """

    sheet: str
    columns: Mapping[str, int]
    first: int
    last: int

    def column(self, text_key: str, *, lines: int | None = None) -> str:
        """The cells of a column, or its first lines; of an empty table a blank cell below it."""
        last = self.last if lines is None else self.first + lines - 1
        return self._place(self.columns[text_key], self.first, max(self.first, last))

    def cell(self, text_key: str, line: int) -> str:
        """line: from 0."""
        return self._place(self.columns[text_key], self.first + line, self.first + line)

    def across(self, first_key: str, last_key: str, line: int) -> str:
        """A line from one column to another; line -1 is the head."""
        left, right = (get_column_letter(self.columns[key]) for key in (first_key, last_key))
        row = self.first + line
        return f"{quote_sheetname(self.sheet)}!${left}${row}:${right}${row}"

    def _place(self, column: int, first: int, last: int) -> str:
        letter = get_column_letter(column)
        start = f"{quote_sheetname(self.sheet)}!${letter}${first}"
        return start if first == last else f"{start}:${letter}${last}"


def cell_text(text: str, language: str) -> str:
    """What a cell holds of the text; where it is too long for one, that is said at its end."""
    text = printable(text)
    if len(text) * 2 <= _MOST_UNITS or _units(text) <= _MOST_UNITS:
        return text
    kept = text.encode("utf-16-le")[: _KEPT_UNITS * 2].decode("utf-16-le", errors="ignore")
    note = plain(language, "sheet-text-cut", total=str(len(text)), shown=str(len(kept)))
    return kept + note


def _height(cell: Cell, width: float) -> float:
    """What the cell needs in a column of that width, in points."""
    lines = 1
    if isinstance(cell.value, str) and cell.wrapped:
        room = _room(width, cell.size)
        lines = sum(_lines(line, room) for line in cell.value.split("\n"))
    return lines * cell.size * _LINE_HEIGHT + _PADDING


def _room(width: float, size: int) -> float:
    """Chinese characters in a line."""
    return (width - 1) * _DIGIT / size


def _lines(line: str, room: float) -> int:
    if len(line) <= room or text_width(line) <= room:
        return 1
    return ceil(text_width(line) / _broken(room))


def _broken(room: float) -> float:
    return max(1.0, room - _LOST)


def is_cut(cell: Cell, width: float) -> bool:
    """Whether no row is high enough to print all of it in a column of that width."""
    return isinstance(cell.value, str) and _height(cell, width) > TALLEST_ROW


def pieces(text: str, width: float, *, points: float) -> list[str]:
    """The text in parts that are each no higher than so many points in a column of that width.

    They end where a line or a sentence does, if there is an end in their second half.
    """
    size = Cell(text).size
    room = _room(width, size)
    most = int((points - _PADDING) / (size * _LINE_HEIGHT))
    found: list[str] = []
    taken: list[str] = []
    left = most
    for line in text.split("\n"):
        rest = line
        while (needed := _lines(rest, room)) > left:
            end = _end_within(rest, left * _broken(room))
            if end:
                taken.append(rest[:end])
            found.append("\n".join(taken))
            taken, left, rest = [], most, rest[end:]
        taken.append(rest)
        left -= needed
    return [*found, "\n".join(taken)]


def _end_within(line: str, room: float) -> int:
    """Where to end a part of a line that is wider than `room` Chinese characters."""
    wide = accumulate(map(text_width, line))
    most = next((place for place, width in enumerate(wide) if width > room), len(line))
    sentence = max(line.rfind(end, most // 2, most) for end in _SENTENCE_ENDS) + 1
    if sentence:
        return sentence
    word = most
    while most // 2 < word < len(line) and _belongs(line[word - 1], line[word]):
        word -= 1
    return word if word > most // 2 else most


def _belongs(sign: str, following: str) -> bool:
    """Whether they are of one word, or a number and what it counts."""
    return sign.isdigit() or ((sign + following).isascii() and (sign + following).isalnum())


def shares(
    heights: Sequence[float], *, least: float, first: float, further: float
) -> Iterator[int]:
    """How many of the lines stand on each page, none left out; 0 on the first without room for one.

    least: points that all lines of a page take together at least. first, further: points that are
    free on the first page and on each of the others.
    """
    count, used, room, is_first = 0, 0.0, first, True
    for height in heights:
        if max(used + height, least) > room and (count or is_first):
            yield count
            count, used, room, is_first = 0, 0.0, further, False
        count += 1
        used += height
    yield count


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class Sheet:
    """One page, written row by row; nothing above the last row can be changed.

    room: points of rows that fit on a printed page of it. height: points of all rows so far.
    _repeated: points of the head that every page but the first has above its rows.
    """

    worksheet: Worksheet  # the write-only kind, which has all of it that is used here
    widths: Sequence[float]
    language: str
    room: float
    rows: int = 0
    height: float = 0
    _page_top: float = 0
    _repeated: float = 0
    _styles: dict[object, ExcelCell] = field(default_factory=dict)

    def row(self, cells: Sequence[Cell], *, tall: int = 0, least: float = 0) -> None:
        """Cells from the first column on, as high as they need: some programs do not see to it.

        tall: so many of the first are higher than the row, which has a part of `least` points.
        """
        self.rows += 1
        height, column = least, 0
        made: list[ExcelCell] = []
        for number, cell in enumerate(cells):
            if number >= tall:
                height = max(height, _height(cell, sum(self.widths[column : column + cell.span])))
            made.append(self._made(cell))
            if cell.span > 1:
                blank = self._made(replace(cell, value=None))
                made.extend([blank] * (cell.span - 1))
                self._merge(column + 1, self.rows, column + cell.span, self.rows)
            column += cell.span
        if height:
            self.worksheet.row_dimensions[self.rows].height = min(height, TALLEST_ROW)
        points = height or ROW_POINTS
        if not self._has_room(points):
            self._page_top = self.height - self._repeated
        self.height += points
        self.worksheet.append(made)
        self.worksheet.row_dimensions.pop(self.rows, None)  # written; kept it would be half of all

    def _merge(self, left: int, top: int, right: int, bottom: int) -> None:
        first, last = get_column_letter(left), get_column_letter(right)
        area = CellRange(f"{first}{top}:{last}{bottom}")
        self.worksheet.merged_cells.ranges.add(area)  # its own `add` looks at all the others

    def block(
        self,
        merged: Sequence[Cell],
        again: Sequence[Cell],
        lines: Sequence[Sequence[Cell]],
        *,
        above: Sequence[Cell] = (),
    ) -> None:
        """Lines, after cells that are as high as all of them on a page.

        again: in place of these cells on every further page. above: a row that stays with the
        first line.
        """
        least = max(_height(cell, width) for cell, width in zip(merged, self.widths, strict=False))
        widths = self.widths[len(merged) :]
        heights = [
            max(_height(cell, width) for cell, width in zip(line, widths, strict=True))
            for line in lines
        ]
        heading = max((_height(cell, sum(self.widths)) for cell in above), default=0.0)
        further = self.room - self._repeated
        if not next(shares(heights, least=least, first=self._free() - heading, further=further)):
            self.new_page()
        first = self._free() - heading
        counts = list(shares(heights, least=least, first=first, further=further))
        if above:
            self.row(above)
        if not self._may_break():
            counts = [len(lines)]
        start, cells = 0, merged
        for count in filter(None, counts):
            if start:
                self.new_page()
            of_page = slice(start, start + count)
            more = max(0.0, least - sum(heights[of_page])) / count
            self._block(cells, lines[of_page], [height + more for height in heights[of_page]])
            start, cells = start + count, again

    def _block(
        self,
        merged: Sequence[Cell],
        lines: Sequence[Sequence[Cell]],
        heights: Sequence[float],
    ) -> None:
        """On one page; each line takes its points at least."""
        top, tall = self.rows + 1, len(merged)
        blank = [replace(cell, value=None) for cell in merged]
        for number, (cells, height) in enumerate(zip(lines, heights, strict=True)):
            first = blank if number else merged
            self.row([*first, *cells], tall=tall, least=height)
        if len(lines) > 1:
            for column in range(1, tall + 1):
                self._merge(column, top, column, self.rows)

    def gap(self) -> None:
        self.row([])

    def head(self, columns: Sequence[Column]) -> None:
        self.row([column.head_cell(self.language) for column in columns])

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
        *,
        filtered: bool,
    ) -> Table:
        """Head and rows; when filtered, the head repeats on every printed page too."""
        self.head(columns)
        first = self.rows
        for values in rows:
            cells = [column.cell(value) for column, value in zip(columns, values, strict=True)]
            self.row(cells)
        if filtered:
            last_column = get_column_letter(len(columns))
            self.worksheet.auto_filter.ref = f"A{first}:{last_column}{self.rows}"
            self.repeat(first)
        places = accumulate((column.span for column in columns), initial=1)
        keys = (column.text_key for column in columns)
        return Table(
            self.worksheet.title, dict(zip(keys, places, strict=False)), first + 1, self.rows
        )

    def repeat(self, row: int, *, points: float = 0) -> None:
        """The row heads every printed page. points: its height, where pages are reckoned."""
        self.worksheet.print_title_rows = f"{row}:{row}"
        self._repeated = points

    def new_page(self) -> None:
        """What follows is printed on a new page; of a thousand pages the program sees to it."""
        if not self._may_break():
            return
        self.worksheet.row_breaks.append(Break(id=self.rows))
        self._page_top = self.height - self._repeated

    def _may_break(self) -> bool:
        return len(self.worksheet.row_breaks.brk) < _MOST_BREAKS

    def _free(self) -> float:
        """Points that are left on the page."""
        return self.room - (self.height - self._page_top)

    def part(self, points: float) -> None:
        """What follows stands below a gap, so much of it on one page, if need be a new one."""
        has_room = self._has_room(ROW_POINTS + points)
        if self._has_room(ROW_POINTS):
            self.gap()
        if not has_room:
            self.new_page()

    def _has_room(self, points: float) -> bool:
        return points <= self._free()

    def chart(
        self,
        chart: ChartBase,
        *,
        rows: int,
        over: tuple[int, int],
        at: int | None = None,
        top: int | None = None,
    ) -> None:
        """Stands under the last row, over the `rows` free ones that follow.

        over: as wide as the columns from the one to the other, so that none hides its neighbour.
        at, top: the column and the row where it begins, if that is another.
        """
        first, last = over
        column, row = at or first, top or self.rows + 1
        chart.width = int(sum(self.widths[first - 1 : last]) * _CHARACTER_CM)
        chart.height = round(rows * _ROW_CM)
        self.worksheet.add_chart(chart, f"{get_column_letter(column)}{row}")

    def colour(self, column: int, words: Mapping[str, str], *, first: int) -> None:
        """Cells of a column that are computed to be one of the words, from row `first` on."""
        letter = get_column_letter(column)
        for word, fill in words.items():
            painted = DifferentialStyle(fill=PatternFill("solid", bgColor=fill))
            rule = Rule("cellIs", operator="equal", formula=[quoted(word)], dxf=painted)
            self.worksheet.conditional_formatting.add(f"{letter}{first}:{letter}{self.rows}", rule)

    def offer(self, column: int, words: Sequence[str], *, first: int, last: int) -> None:
        """The cells of a column from row `first` to `last` offer these words; others are refused.

        words: short ones without commas or quotes, less than 250 characters in all.
        """
        letter = get_column_letter(column)
        choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
        choice.showErrorMessage = True
        choice.add(f"{letter}{first}:{letter}{last}")
        self.worksheet.data_validations.append(choice)

    def protect(self) -> None:
        """Only unlocked cells can be changed, against slips: there is no password."""
        self.worksheet.protection.sheet = True
        self.worksheet.protection.formatColumns = False  # False allows it
        self.worksheet.protection.formatRows = False

    def conceal(self) -> None:
        """The page is for programs; no menu shows it."""
        self.worksheet.sheet_state = "veryHidden"

    def _made(self, cell: Cell) -> ExcelCell:
        made: ExcelCell = WriteOnlyCell(self.worksheet)
        value = cell.value
        quoted_text = False
        if isinstance(value, str):
            text = _ESCAPE.sub("_x005F_", cell_text(value, self.language))
            if text:
                made.value = text
                made.data_type = "s"
                quoted_text = text.startswith(_SETS_A_FORMULA)
        elif isinstance(value, Formula):
            made.value = f"={value.text}"
        elif isinstance(value, datetime):
            made.value = value.replace(tzinfo=None)
        else:
            made.value = value
        looks = self._looks(cell, quoted=quoted_text)
        made._style = looks._style  # type: ignore[attr-defined]  # as its documentation does
        return made

    def _looks(self, cell: Cell, *, quoted: bool) -> ExcelCell:
        """A blank cell that looks so; made once, since most of a page's cells look alike."""
        look = (  # all that is used below; comparing whole cells takes most of a long page's time
            cell.shown,
            cell.bold,
            cell.size,
            cell.fill,
            cell.centred,
            cell.boxed,
            cell.wrapped,
            cell.unlocked,
            quoted,
        )
        found = self._styles.get(look)
        if found is not None:
            return found
        made: ExcelCell = WriteOnlyCell(self.worksheet)
        made.number_format = cell.shown.value
        made.font = Font(name=_FONT, size=cell.size, bold=cell.bold)
        made.alignment = Alignment(
            horizontal="center" if cell.centred else "left",
            vertical="center" if cell.bold else "top",
            wrap_text=cell.wrapped,
        )
        if cell.unlocked:
            made.protection = Protection(locked=False)
        if cell.boxed:
            made.border = _BOX
        if cell.fill:
            made.fill = PatternFill("solid", fgColor=cell.fill)
        made.quotePrefix = quoted
        self._styles[look] = made
        return made


def _pages_across(widths: Sequence[float], heads: int, paper: Paper) -> int:
    """On how many pages side by side its columns have to stand for the type to be read.

    heads: so many of the first columns stand on each of them.
    """
    room = (paper.across - 2 * _MARGIN_CM) / _LEAST_SCALE / _WIDEST_CHARACTER_CM
    pages, filled = 1, 0.0
    for width in widths:
        if filled + width > room:
            pages += 1
            filled = sum(widths[:heads])
        filled += width
    return pages


def _scale(widths: Sequence[float], paper: Paper) -> int:
    """Per cent at which the columns have room on one page, with a substitute for the font too."""
    across = (paper.across - 2 * _MARGIN_CM) / (sum(widths) * _SUBSTITUTE_CHARACTER_CM)
    return int(min(1.0, across * _SPARE) * 100)


def _points_down(widths: Sequence[float], pages_across: int, paper: Paper) -> float:
    """Room for rows on a printed page, in the program that makes columns narrowest and type big."""
    across = pages_across * (paper.across - 2 * _MARGIN_CM)
    scale = min(1.0, across / (sum(widths) * _CHARACTER_CM))
    return (paper.down - 2 * _MARGIN_DOWN_CM) / scale / 2.54 * 72


def quoted(text: str) -> str:
    """The text as it stands in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _empty_workbook() -> Workbook:
    workbook = Workbook(write_only=True)
    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined]  # no public way
    normal.font = Font(name=_FONT, size=2 * _DIGIT)
    return workbook


@dataclass(slots=True)
class Book:
    """A workbook in one language. title: on every printed page. at: aware, when it was made.

    pages: the text keys of those that it has so far.
    """

    language: str
    title: str
    author: str
    at: datetime
    pages: list[str] = field(default_factory=list)
    _workbook: Workbook = field(default_factory=_empty_workbook)

    def sheet(
        self,
        text_key: str,
        widths: Sequence[float],
        *,
        frozen: str,
        paper: Paper = Paper.A4,
        hidden: Sequence[int] = (),
        paged: bool = False,
    ) -> Sheet:
        """A page across the paper, as wide as it, or as two of them where it would be too small.

        frozen: the first cell that scrolls; the columns before it head every further page across.
        hidden: columns that are not shown, from 1. paged: its printed pages are broken by hand,
        which Excel heeds at a set scale alone.
        """
        self.pages.append(text_key)
        worksheet = self._workbook.create_sheet(plain(self.language, text_key))
        worksheet.freeze_panes = frozen
        for number, width in enumerate(widths, start=1):
            worksheet.column_dimensions[get_column_letter(number)].width = width
            worksheet.column_dimensions[get_column_letter(number)].hidden = number in hidden
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.paperSize = paper.value
        worksheet.page_margins.left = worksheet.page_margins.right = 0.4
        worksheet.print_options.horizontalCentered = True
        worksheet.oddHeader.left.text = self.title.replace("&", "&&")
        worksheet.oddHeader.right.text = "&A"
        worksheet.oddFooter.center.text = plain(self.language, "sheet-page")
        if paged:
            scale = _scale(widths, paper)
            worksheet.page_setup.scale = scale
            room = _SPARE * (paper.down - 2 * _MARGIN_DOWN_CM) / (scale / 100) / 2.54 * 72
            return Sheet(worksheet, widths, self.language, room)
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        shown = [0.0 if n in hidden else width for n, width in enumerate(widths, start=1)]
        heads = CellRange(frozen).min_col - 1
        across = _pages_across(shown, heads, paper)
        worksheet.page_setup.fitToWidth = across
        if across > 1:
            worksheet.page_setup.pageOrder = "overThenDown"
        if across > 1 and heads:
            worksheet.print_title_cols = f"A:{get_column_letter(heads)}"
        worksheet.page_setup.fitToHeight = 0
        return Sheet(worksheet, widths, self.language, _points_down(shown, across, paper))

    def table_sheet(
        self,
        text_key: str,
        columns: Sequence[Column],
        *,
        frozen: str,
        paper: Paper = Paper.A4,
        paged: bool = False,
    ) -> Sheet:
        """A page as wide as the columns of its table."""
        hidden = [number for number, column in enumerate(columns, start=1) if column.hidden]
        widths = [column.width for column in columns]
        return self.sheet(text_key, widths, frozen=frozen, paper=paper, hidden=hidden, paged=paged)

    def to_bytes(self) -> bytes:
        """The XLSX; the same book always becomes the same bytes."""
        properties = self._workbook.properties
        properties.title, properties.creator = self.title, self.author
        content = io.BytesIO()
        self._workbook.save(content)
        moment = self.at.astimezone(UTC).replace(tzinfo=None)
        properties.created = properties.modified = moment
        return with_parts(content, {"docProps/core.xml": tostring(properties.to_tree())})
