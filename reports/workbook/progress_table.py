"""推进情况表: the measures one under another as they are printed, each with what its units say."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from reports.printable import one_line, printable
from reports.sheets import PART, Book, Cell, Column, Paper, Sheet, is_cut, pieces
from reports.workbook.rows import (
    STATUS_FILL,
    LedgerRow,
    beside_overall,
    line,
    measure_number,
    standing_cell,
    words_of,
)
from texts import plain
from vocabulary.progress import overall_status
from vocabulary.report import EntryContent, FiledEntry

_OF_MEASURE = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 26),
    Column("sheet-col-overall", 19, centred=True),
)
_OF_UNIT = (
    Column("sheet-col-unit", 20),
    Column("sheet-col-status", 12, centred=True),
    Column("sheet-col-text", 70),
    Column("sheet-col-problem", 34),
    Column("sheet-col-next-step", 34),
)
_HEAD_ROW = 3


def write_progress(book: Book, rows: Sequence[LedgerRow]) -> None:
    """For paper: cells are merged, nothing is filtered; 台账 is the page to work with.

    No page lacks the measure that it tells of, and no text is cut: both go on in further cells.
    """
    columns = (*_OF_MEASURE, *_OF_UNIT)
    frozen = f"A{_HEAD_ROW + 1}"
    sheet = book.table_sheet("sheet-progress", columns, frozen=frozen, paper=Paper.A3, paged=True)
    sheet.row([line(plain(book.language, "sheet-progress-title"), bold=True, size=16)])
    sheet.gap()
    above = sheet.height
    sheet.head(columns)
    sheet.repeat(_HEAD_ROW, points=sheet.height - above)
    for path, of_section in groupby(rows, key=lambda row: row.measure.section_path):
        heading = " ".join(one_line(part) for part in path)
        title = [Cell(heading, bold=True, size=11, fill="EDEDED", span=len(columns))]
        for number, (_, of_measure) in enumerate(groupby(of_section, key=lambda r: r.measure)):
            is_titled = bool(path) and not number
            _write_measure(sheet, list(of_measure), above=title if is_titled else ())


def _write_measure(sheet: Sheet, rows: Sequence[LedgerRow], *, above: Sequence[Cell]) -> None:
    """above: the title of its section, where it is the first of it."""
    language, measure = sheet.language, rows[0].measure
    overall = overall_status([(row.role, row.status) for row in rows])
    words = []
    if overall.status:
        words.append(plain(language, f"status-{overall.status}"))
    if beside := beside_overall(language, overall):
        words.append(plain(language, "sheet-overall-beside", words=beside))
    fill = STATUS_FILL.get(overall.status) if overall.status else None
    number = Cell(measure_number(measure.number), centred=True)
    title = one_line(measure.title)
    standing = Cell("\n".join(words), fill=fill, centred=True)
    sheet.block(
        [number, Cell(title), standing],
        [number, Cell(_continued(language, title)), standing],
        [line for row in rows for line in _unit_lines(language, row)],
        above=above,
    )


def _unit_lines(language: str, row: LedgerRow) -> Iterator[list[Cell]]:
    """As many as its longest text needs on paper."""
    said = row.content or EntryContent()
    role = plain(language, f"role-{row.role}")
    unit = plain(language, "sheet-unit-and-role", unit=one_line(row.unit), role=role)
    texts = (_words(language, row.entry), printable(said.problem), printable(said.next_step))
    parts = [
        pieces(text, column.width, points=PART) if is_cut(Cell(text), column.width) else [text]
        for text, column in zip(texts, _OF_UNIT[2:], strict=True)
    ]
    for place, words in enumerate(zip_longest(*parts, fillvalue="")):
        named = _continued(language, unit) if place else unit
        yield [Cell(named), standing_cell(language, row), *map(Cell, words)]


def _continued(language: str, words: str) -> str:
    return plain(language, "sheet-continued", words=words)


def _words(language: str, entry: FiledEntry | None) -> str:
    """The completion, or why there is none this month."""
    words = printable(words_of(language, entry))
    if words or entry is None or not entry.content.no_progress:
        return words
    reason = entry.content.no_progress_reason.strip() or plain(language, "sheet-no-reason")
    return plain(language, "sheet-no-progress-for", reason=reason)
