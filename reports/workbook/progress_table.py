"""推进情况表: the measures one under another as they are printed, each with what its units say."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.printable import one_line
from reports.sheets import Book, Cell, Column, Paper, Sheet
from reports.workbook.rows import (
    STATUS_FILL,
    LedgerRow,
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
    """For paper: cells are merged, nothing is filtered; 台账 is the page to work with."""
    columns = (*_OF_MEASURE, *_OF_UNIT)
    sheet = book.table_sheet("sheet-progress", columns, frozen=f"A{_HEAD_ROW + 1}", paper=Paper.A3)
    sheet.row([line(plain(book.language, "sheet-progress-title"), bold=True, size=16)])
    sheet.gap()
    sheet.head(columns)
    sheet.repeat(_HEAD_ROW)
    for path, of_section in groupby(rows, key=lambda row: row.measure.section_path):
        if path:
            heading = " ".join(one_line(part) for part in path)
            sheet.row([Cell(heading, bold=True, size=11, fill="EDEDED", span=len(columns))])
        for _, of_measure in groupby(of_section, key=lambda row: row.measure):
            _write_measure(sheet, list(of_measure))


def _write_measure(sheet: Sheet, rows: Sequence[LedgerRow]) -> None:
    language, measure = sheet.language, rows[0].measure
    overall = overall_status([(row.role, row.status) for row in rows])
    words = []
    if overall.status:
        words.append(plain(language, f"status-{overall.status}"))
    if overall.differs:
        words.append(plain(language, "sheet-overall-differs"))
    fill = STATUS_FILL.get(overall.status) if overall.status else None
    sheet.block(
        [
            Cell(measure_number(measure.number), centred=True),
            Cell(one_line(measure.title)),
            Cell("\n".join(words), fill=fill, centred=True),
        ],
        [list(_unit_cells(language, row)) for row in rows],
    )


def _unit_cells(language: str, row: LedgerRow) -> Iterator[Cell]:
    said = row.content or EntryContent()
    role = plain(language, f"role-{row.role}")
    yield Cell(plain(language, "sheet-unit-and-role", unit=one_line(row.unit), role=role))
    yield standing_cell(language, row)
    yield Cell(_words(language, row.entry))
    yield Cell(said.problem)
    yield Cell(said.next_step)


def _words(language: str, entry: FiledEntry | None) -> str:
    """The completion, or why there is none this month."""
    words = words_of(language, entry)
    if words or entry is None or not entry.content.no_progress:
        return words
    reason = entry.content.no_progress_reason.strip() or plain(language, "sheet-no-reason")
    return plain(language, "sheet-no-progress-for", reason=reason)
