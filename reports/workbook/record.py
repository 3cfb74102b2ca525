"""考核: what the record of the plan's months so far says of each unit. Counts, and no mark."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reports.printable import one_line
from reports.sheets import Book, Cell, Column, Paper, Value
from reports.workbook.rows import TIMELINESS_FILL
from texts import plain
from vocabulary.period import Period
from vocabulary.report import Ledger, UnitMonth
from vocabulary.terms import Timeliness

_KINDS = tuple(kind for kind in Timeliness if kind is not Timeliness.EXEMPT)
_COLUMNS = (
    Column("sheet-col-unit", 24),
    Column("sheet-col-months-expected", 11, centred=True),
    *(Column(f"timeliness-{kind}", 10, centred=True) for kind in _KINDS),
    Column("timeliness-exempt", 10, centred=True),
    Column("sheet-col-days-late", 11, centred=True),
    Column("sheet-col-returned", 11, centred=True),
    Column("sheet-col-corrected", 11, centred=True),
)
_MONTH_WIDTH = 14


def write_record(book: Book, ledger: Ledger) -> None:
    """No page while nothing is known of the plan's months."""
    if not ledger.history:
        return
    months = sorted({one.period for one in ledger.history})
    units: dict[str, list[UnitMonth]] = {}
    for one in ledger.history:
        units.setdefault(one.unit, []).append(one)
    columns = [*_COLUMNS, *(_month_column(book.language, month) for month in months)]
    sheet = book.table_sheet("sheet-record", columns, frozen="B2", paper=Paper.A3)
    lines = (_line(book.language, unit, of_unit, months) for unit, of_unit in units.items())
    sheet.table(columns, lines, filtered=True)


def _month_column(language: str, month: Period) -> Column:
    head = plain(language, "sheet-month", year=str(month.year), month=month.month)
    return Column(str(month), _MONTH_WIDTH, centred=True, head=head)


def _line(
    language: str, unit: str, record: Sequence[UnitMonth], months: Sequence[Period]
) -> list[Value]:
    counts = Counter(one.timeliness for one in record)
    by_month = {one.period: one for one in record}
    return [
        one_line(unit),
        len(record) - counts[Timeliness.EXEMPT],
        *(counts[kind] for kind in _KINDS),
        counts[Timeliness.EXEMPT],
        sum(one.days_late for one in record),
        sum(one.returned for one in record),
        sum(one.corrected for one in record),
        *(_month_cell(language, by_month.get(month)) for month in months),
    ]


def _month_cell(language: str, month: UnitMonth | None) -> Value:
    """What became of the month; blank where the unit was asked nothing."""
    return (
        None
        if month is None
        else Cell(
            "\n".join(_said(language, month)),
            fill=TIMELINESS_FILL.get(month.timeliness),
            centred=True,
        )
    )


def _said(language: str, month: UnitMonth) -> Iterator[str]:
    word = plain(language, f"timeliness-{month.timeliness}")
    if month.days_late:
        yield plain(language, "sheet-late-by", word=word, days=month.days_late)
    else:
        yield word
    for key, times in (("returned", month.returned), ("corrected", month.corrected)):
        if times:
            yield plain(language, f"sheet-times-{key}", times=times)
