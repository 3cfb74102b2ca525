"""The consolidated workbook, against the same ledger rows written by bare openpyxl."""

import io
from collections.abc import Callable

from openpyxl import Workbook

from reports.ledger import make_ledger
from tests import factories
from vocabulary.report import Ledger

_UNITS, _MEASURES = 36, 67
_COLUMNS = 23


def ledger_against_bare_openpyxl(
    seconds: Callable[[Callable[[], object]], float],
) -> tuple[float, str]:
    """What the other sheets, the styles and the care for text cost on top of the rows."""
    ledger = a_ledger_of(_UNITS, _MEASURES)
    rows = [_row(unit, measure) for unit in range(_UNITS) for measure in range(_MEASURES)]
    ratio = seconds(lambda: make_ledger(ledger)) / seconds(lambda: _write(rows))
    return ratio, f"our workbook / {len(rows)} rows of {_COLUMNS} in write-only openpyxl"


def a_ledger_of(units_of_it: int, measures_of_each: int) -> Ledger:
    """Every unit has filed on every measure."""
    units = [f"第{unit}局" for unit in range(units_of_it)]
    measures = [factories.a_measure(str(number)) for number in range(measures_of_each)]
    reports = [
        factories.a_ledger_report(
            factories.a_filed_report(*map(factories.a_filed_entry, measures), unit=unit), unit=unit
        )
        for unit in units
    ]
    owed = tuple((unit, measures[0].role) for unit in units)
    listed = tuple(factories.a_ledger_measure(measure, *owed) for measure in measures)
    return factories.a_ledger(*reports, measures=listed)


def _row(unit: int, measure: int) -> list[str | int]:
    return [measure, f"第{unit}局", *["新开通基站15个，城域骨干网扩容完成招标。"] * (_COLUMNS - 2)]


def _write(rows: list[list[str | int]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
