"""指标走势, 指标走势图: figures by month beside what the time would ask for, and their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.chart import LineChart, Reference, Series
from openpyxl.chart.legend import Legend

from reports.printable import one_line
from reports.sheets import Book, Column, Paper, Table, Value
from reports.workbook.charts import small_title
from reports.workbook.rows import LedgerRow, line, measure_number
from texts import plain
from vocabulary.period import Period
from vocabulary.progress import due_by_time, time_passed
from vocabulary.report import AskedIndicator, Ledger

_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-indicator", 30),
    Column("sheet-col-unit", 18),
    Column("sheet-col-line", 11, centred=True),
    Column("sheet-col-unit-of-measure", 10, centred=True),
    Column("sheet-col-target", 12, centred=True),
)
_MONTH_WIDTH = 10
_MOST_CHARTS = 40
"""More of them nobody looks at, and programs open slowly; the table has every figure."""
_CHART_WIDTHS = (90, 4, 90)  # two charts and what is between them
_CHART_ROWS = 13
_CHARTS_DOWN = 3  # on a page of A3 across: 46 rows of 15 points


@dataclass(frozen=True, slots=True)
class _Series:
    """An indicator as one unit gives it, or the office where no measure has it.

    number: of the measure; empty for a target of the whole plan. due: by month, where there is a
    pace to keep.
    """

    number: str
    unit: str
    indicator: AskedIndicator
    given: tuple[Decimal | None, ...]
    due: tuple[Decimal | None, ...]

    @property
    def is_line(self) -> bool:
        """One month's figure is a dot."""
        return sum(value is not None for value in self.given) > 1


def write_series(book: Book, ledger: Ledger, rows: Sequence[LedgerRow]) -> None:
    """No page where the plan wants no figure, or nothing is known of its months."""
    series = list(_all_series(ledger, rows))
    if not series:
        return
    months = ledger.months
    columns = [*_COLUMNS, *(_month_column(book.language, month) for month in months)]
    sheet = book.table_sheet("sheet-series", columns, frozen="E2", paper=Paper.A3)
    lines = (values for one in series for values in _lines(book.language, one))
    table = sheet.table(columns, lines, filtered=True)
    drawn = [(number, one) for number, one in enumerate(series) if one.is_line]
    if drawn:
        _draw(book, table, months, drawn)


def _month_column(language: str, month: Period) -> Column:
    head = plain(language, "sheet-month", year=str(month.year), month=month.month)
    return Column(str(month), _MONTH_WIDTH, centred=True, head=head)


def _all_series(ledger: Ledger, rows: Sequence[LedgerRow]) -> Iterator[_Series]:
    """Of each indicator one for every unit that owes it or has ever given it, in the plan's order.

    Months are put together by the measure's number and the indicator's name, which outlive an
    edition.
    """
    yield from _of_the_plan(ledger)
    given: dict[tuple[str, str, str], dict[Period, Decimal | None]] = {}
    for month in ledger.history:
        for entry in month.filed.entries if month.filed else ():
            for one in entry.each:
                for indicator in one.measure.indicators:
                    figure = one.content.figure(indicator.indicator_id)
                    key = (month.unit, one.measure.number, indicator.name)
                    given.setdefault(key, {})[month.period] = figure.value if figure else None
    for row in rows:
        for indicator in row.measure.indicators:
            values = given.get((row.unit, row.measure.number, indicator.name))
            if values is None or not ledger.months:
                continue
            yield _Series(
                row.measure.number,
                row.unit,
                indicator,
                tuple(values.get(month) for month in ledger.months),
                tuple(_due(indicator, month, ledger.months[-1]) for month in ledger.months),
            )


def _of_the_plan(ledger: Ledger) -> Iterator[_Series]:
    """The targets of the whole plan, once the office has given a figure for them."""
    for target in ledger.plan_indicators:
        values = {one.period: one.value for one in ledger.plan_readings if one.name == target.name}
        if values and ledger.months:
            yield _Series(
                "",
                ledger.office,
                target,
                tuple(values.get(month) for month in ledger.months),
                tuple(_due(target, month, ledger.months[-1]) for month in ledger.months),
            )


def _due(indicator: AskedIndicator, month: Period, last: Period) -> Decimal | None:
    if indicator.starts_on is None:
        return None
    ends_on = indicator.deadline or last.last_day
    share = time_passed(indicator.starts_on, ends_on, on=month.last_day)
    return None if share is None else due_by_time(indicator, share)


def _lines(language: str, series: _Series) -> Iterator[list[Value]]:
    """Two: what is given, and what the time would ask for."""
    for key, values in (("given", series.given), ("due", series.due)):
        yield [
            measure_number(series.number or plain(language, "sheet-whole-plan")),
            one_line(series.indicator.name),
            one_line(series.unit),
            plain(language, f"sheet-line-{key}"),
            one_line(series.indicator.unit_of_measure),
            series.indicator.target,
            *values,
        ]


def _draw(
    book: Book, table: Table, months: Sequence[Period], drawn: Sequence[tuple[int, _Series]]
) -> None:
    """Two charts abreast, on a sheet of their own: no table's head stands above them."""
    sheet = book.sheet(
        "sheet-series-charts", _CHART_WIDTHS, frozen="A1", paper=Paper.A3, paged=True
    )
    if len(drawn) > _MOST_CHARTS:
        words = plain(book.language, "sheet-charts-left", shown=_MOST_CHARTS, total=len(drawn))
        sheet.row([line(words)])
    shown = drawn[:_MOST_CHARTS]
    for place, (number, series) in enumerate(shown):
        column = 3 if place % 2 else 1
        sheet.chart(
            _chart(sheet.language, table, months, number, series),
            rows=_CHART_ROWS,
            over=(column, column),
        )
        if column == 3 or place == len(shown) - 1:
            for _ in range(_CHART_ROWS + 1):
                sheet.gap()
            if place // 2 % _CHARTS_DOWN == _CHARTS_DOWN - 1 and place < len(shown) - 1:
                sheet.new_page()
                sheet.gap()  # a chart that begins with the page would show on the one before it


def _chart(
    language: str, table: Table, months: Sequence[Period], number: int, series: _Series
) -> LineChart:
    first, last = str(months[0]), str(months[-1])
    chart = LineChart()
    chart.title = small_title(
        plain(
            language,
            "sheet-chart-series",
            number=one_line(series.number or plain(language, "sheet-whole-plan")),
            name=one_line(series.indicator.name),
            unit=one_line(series.unit),
            measure=one_line(series.indicator.unit_of_measure),
        )
    )
    keys = ["given", *(["due"] if any(value is not None for value in series.due) else [])]
    for offset, key in enumerate(keys):
        values = Reference(range_string=table.across(first, last, 2 * number + offset))
        drawn = Series(values, title=plain(language, f"sheet-line-{key}"))
        drawn.smooth = False
        if key == "given":
            drawn.marker.symbol = "circle"
        else:
            drawn.graphicalProperties.line.dashStyle = "dash"
        chart.append(drawn)
    chart.set_categories(Reference(range_string=table.across(first, last, -1)))
    chart.x_axis.delete = chart.y_axis.delete = False
    if all(value is None or value >= 0 for value in (*series.given, *series.due)):
        chart.y_axis.scaling.min = 0  # a line that begins elsewhere makes little look like much
    chart.legend = Legend()
    chart.legend.position = "b"
    return chart
