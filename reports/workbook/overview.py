"""总览: the month at a glance, by task force and by unit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.legend import Legend

from reports.paper_words import inside_title_marks
from reports.printable import one_line
from reports.sheets import ROW_POINTS, Book, Cell, Column, Format, Sheet, Table, Value
from reports.title_lines import joined
from reports.workbook.charts import count_whole, small_title
from reports.workbook.rows import (
    NOT_REPORTED,
    LedgerRow,
    extended_until,
    ledger_rows,
    line,
    tally,
    timeliness_cell,
)
from texts import DEFAULT_LANGUAGE, plain
from vocabulary.progress import due_by_time, lacks_baseline, pro_rata
from vocabulary.report import AskedIndicator, FiledReport, Ledger, LedgerReport, TargetReading
from vocabulary.terms import PAPER_TICKS, ContactKind, TickKind, Timeliness

COUNTED = (
    "status-done",
    "status-on_track",
    "status-behind",
    "status-not_begun",
    "status-none",
    "sheet-col-one-line",
    "sheet-col-no-progress",
    "sheet-col-problems",
)
"""The columns of `tally`."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Where its figures stand. targets: if the plan has any. forces: the sum is its last line."""

    counts: Table
    targets: Table | None
    forces: Table
    units: Table


_UNIT_COLUMNS = (
    Column("sheet-col-unit", 17),
    Column("sheet-col-state", 9, centred=True),
    Column("sheet-col-timeliness", 9, centred=True),
    Column("sheet-col-asked", 8, centred=True),
    Column("sheet-col-answered", 8, centred=True),
    Column("status-done", 7, centred=True),
    Column("status-on_track", 9, centred=True),
    Column("status-behind", 5, centred=True),
    Column("status-not_begun", 7, centred=True),
    Column("status-none", 9, centred=True),
    Column("sheet-col-one-line", 5, centred=True),
    Column("sheet-col-no-progress", 7, centred=True),
    Column("sheet-col-problems", 7, centred=True),
    Column("sheet-col-first-filed", 13, centred=True, shown=Format.SHORT_MOMENT),
    Column("sheet-col-extended", 7, centred=True, shown=Format.SHORT_DAY),
    Column("sheet-col-revision", 5, centred=True),
    Column("sheet-col-receipt", 13, centred=True),
    *(Column(f"tick-{kind}", 8, centred=True, shown=Format.SHORT_DAY) for kind in PAPER_TICKS),
    Column("sheet-col-return-reason", 17),
)
"""Narrow, so that it is printed in a size that can be read; 台账 has the hours of the ticks."""
_FORCE_COLUMNS = (
    Column("sheet-col-task-force", 0),
    Column("sheet-col-measures", 0, centred=True),
    Column("sheet-col-units", 0, centred=True),
    Column("sheet-col-units-missing", 0, centred=True),
    Column("sheet-col-entries", 0, centred=True),
    *_UNIT_COLUMNS[5:13],
)


def write_overview(book: Book, ledger: Ledger, rows: Sequence[LedgerRow]) -> Overview:
    """The page; and where its figures are."""
    sheet = book.sheet("sheet-overview", [c.width for c in _UNIT_COLUMNS], frozen="B3")
    sheet.row([line(book.title, bold=True, size=16)])
    plan = inside_title_marks(joined(ledger.plan_title))
    sheet.row([line(plain(book.language, "sheet-plan", plan=plan, office=ledger.office))])
    sheet.gap()
    for key, moment in (
        ("sheet-as-of", ledger.as_of),
        ("sheet-opens-at", ledger.opens_at),
        ("sheet-due-at", ledger.due_at),
        ("sheet-locks-at", ledger.locks_at),
    ):
        label = Cell(plain(book.language, key), bold=True)
        sheet.row([label, Cell(moment, Format.MOMENT, centred=True, span=2)])
    sheet.gap()
    _write_title(sheet, "sheet-reports")
    counts = sheet.table(
        [Column("sheet-expected", 0, centred=True)]
        + [Column(f"timeliness-{kind}", 0, centred=True) for kind in Timeliness],
        [[ledger.expected, *(ledger.count(kind) for kind in Timeliness)]],
        filtered=False,
    )
    sheet.row([line(plain(book.language, "sheet-expected-note"))])
    _draw_reports(sheet, counts, max(ledger.count(kind) for kind in Timeliness))
    targets = _write_plan_targets(sheet, ledger)
    forces = _write_forces(sheet, rows)
    exempt = list(_exempt_lines(book.language, ledger))
    if exempt:
        _begin(sheet, "sheet-exempt", len(exempt) + 1)
        sheet.table(_EXEMPT_COLUMNS, exempt, filtered=False)
    if ledger.unassigned:
        _begin(sheet, "sheet-unassigned", len(ledger.unassigned))
        for number, words in ledger.unassigned:
            measure = plain(book.language, "sheet-measure-number", number=number)
            sheet.row([Cell(measure), line(one_line(words))])
    unsigned = [one_line(report.unit) for report in ledger.reports if not report.official_name]
    if unsigned:
        _begin(sheet, "sheet-no-official-name", len(unsigned))
        for unit in unsigned:
            sheet.row([Cell(unit)])
    if without_baseline := list(_without_baseline(book.language, ledger)):
        _begin(sheet, "sheet-no-baseline", len(without_baseline))
        for measure, indicator in without_baseline:
            sheet.row([Cell(measure), line(indicator)])
    if without_phone := list(_without_phone(book.language, ledger)):
        _begin(sheet, "sheet-no-phone", len(without_phone))
        for unit, liaison in without_phone:
            sheet.row([Cell(unit), line(liaison)])
    _begin(sheet, "sheet-by-unit", len(ledger.reports) + 2)
    lines = (_unit_line(book.language, report) for report in ledger.reports)
    units = sheet.table(_UNIT_COLUMNS, lines, filtered=True)
    return Overview(counts, targets, forces, units)


def overview_of(ledger: Ledger) -> Overview:
    """Where the page's figures stand in the workbook of the ledger."""
    book = Book(DEFAULT_LANGUAGE, title="", author="", at=ledger.as_of)
    overview = write_overview(book, ledger, ledger_rows(ledger))
    book.to_bytes()
    return overview


def _without_baseline(language: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Measure and name of each figure of which the time asks nothing for want of a baseline."""
    for measure in ledger.measures:
        number = plain(language, "sheet-measure-number", number=one_line(measure.number))
        for one in measure.indicators:
            if lacks_baseline(one):
                yield number, one_line(one.name)


def _without_phone(language: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The units whose drafts tell no number, with whose it would be: the first liaison's."""
    for report in ledger.reports:
        liaisons = [one for one in report.contacts if one[0] is ContactKind.LIAISON]
        if report.timeliness is Timeliness.EXEMPT or (liaisons and one_line(liaisons[0][2])):
            continue
        name = one_line(liaisons[0][1]) if liaisons else plain(language, "sheet-no-contact")
        yield one_line(report.unit), name


_TARGET_COLUMNS = (
    Column("sheet-col-plan-target", 0, span=2),
    Column("sheet-col-comparator", 0, centred=True),
    Column("sheet-col-target", 0, centred=True, span=2),
    Column("sheet-col-unit-of-measure", 0, centred=True, span=2),
    Column("sheet-col-baseline", 0, centred=True, span=2),
    Column("sheet-col-deadline", 0, centred=True, shown=Format.DAY, span=2),
    Column("sheet-col-time-passed", 0, centred=True, shown=Format.SHARE, span=2),
    Column("sheet-col-due-value", 0, centred=True),
    Column("sheet-col-reading", 0, centred=True, span=2),
    Column("sheet-col-paces", 0, centred=True, span=2),
    Column("sheet-col-reading-source", 0, span=3),
)


def _write_plan_targets(sheet: Sheet, ledger: Ledger) -> Table | None:
    """What the plan as a whole aims at, where the time would have it, and what the office gave."""
    if not ledger.plan_indicators:
        return None
    sheet.gap()
    _write_title(sheet, "sheet-plan-targets")
    lines = (
        _target_line(sheet.language, one, ledger.reading_of(one)) for one in ledger.plan_indicators
    )
    return sheet.table(_TARGET_COLUMNS, lines, filtered=False)


def _target_line(
    language: str, target: AskedIndicator, reading: TargetReading | None
) -> list[Value]:
    passed = target.time_passed
    paced = pro_rata(target, reading.value) if reading else None
    return [
        one_line(target.name),
        plain(language, f"sheet-comparator-{target.comparator.name.lower()}"),
        target.target,
        one_line(target.unit_of_measure),
        target.baseline,
        target.deadline,
        passed,
        None if passed is None else due_by_time(target, passed),
        reading.value if reading else None,
        plain(language, f"pace-{paced.pace.value}") if paced else None,
        one_line(reading.source) if reading else None,
    ]


_TITLE_POINTS, _LINE_POINTS, _KEPT_LINES = 19, 17, 5
"""What a list of 总览 takes: its title, each line; and how many of these stay with the title."""
_REPORTS_CHART, _FORCES_CHART = (8, 13), (14, 21)  # columns, on the right of the tables
_REPORTS_TOP, _REPORTS_ROWS = 3, 9  # beside the moments and the counts
_LEAST_POINTS = 150  # of a chart of the task forces
_HEAD_POINTS, _FORCE_POINTS = 64, 17  # of the title and head of their table, and of each row
_COLOURS = {
    "status-done": "70AD47",
    "status-on_track": "5B9BD5",
    "status-behind": "FFC000",
    "status-not_begun": "ED7D31",
}


def _draw_reports(sheet: Sheet, counts: Table, most: int) -> None:
    """By timeliness, without their sum. most: what none of them goes beyond."""
    reports = BarChart()
    reports.title = small_title(plain(sheet.language, "sheet-chart-reports"))
    kinds = [f"timeliness-{kind}" for kind in Timeliness]
    reports.append(Series(Reference(range_string=counts.across(kinds[0], kinds[-1], 0))))
    reports.set_categories(Reference(range_string=counts.across(kinds[0], kinds[-1], -1)))
    reports.legend = None
    reports.x_axis.delete = reports.y_axis.delete = False
    count_whole(reports, most)
    sheet.chart(reports, rows=_REPORTS_ROWS, over=_REPORTS_CHART, top=_REPORTS_TOP)


def _write_forces(sheet: Sheet, rows: Sequence[LedgerRow]) -> Table:
    """The table of the task forces, and beside it the chart of them.

    Without their sum, nor what belongs to none: much more than any of them, it would flatten them.
    """
    lines = list(_task_forces(sheet.language, rows))
    forces_named = {row.measure.task_force for row in rows} - {None}
    named = len(forces_named) or len(lines) - 1
    sheet.part(max(_LEAST_POINTS, _HEAD_POINTS + _FORCE_POINTS * len(lines)))
    top, above = sheet.rows + 1, sheet.height
    _write_title(sheet, "sheet-by-task-force")
    forces = sheet.table(_FORCE_COLUMNS, lines, filtered=False)
    if named:
        while sheet.height - above < _LEAST_POINTS:
            sheet.gap()
        said = Counter(row.measure.task_force for row in rows if row.entry)
        if forces_named:
            del said[None]
        chart = _forces_chart(sheet.language, forces, named, max(said.values(), default=0))
        high = int((sheet.height - above) / ROW_POINTS)
        sheet.chart(chart, rows=high, over=_FORCES_CHART, top=top)
    return forces


def _forces_chart(language: str, forces: Table, named: int, most: int) -> BarChart:
    """By status. named: how many lines of the table are drawn. most: entries of one of them."""
    statuses = BarChart()
    statuses.title = small_title(plain(language, "sheet-chart-forces"))
    statuses.type, statuses.grouping, statuses.overlap = "bar", "stacked", 100
    for key, colour in _COLOURS.items():
        series = Series(
            Reference(range_string=forces.column(key, lines=named)), title=plain(language, key)
        )
        series.graphicalProperties.solidFill = colour
        statuses.append(series)
    column = forces.column("sheet-col-task-force", lines=named)
    statuses.set_categories(Reference(range_string=column))
    statuses.x_axis.scaling.orientation = "maxMin"  # the first on top
    statuses.x_axis.tickLblSkip = 1  # every name
    statuses.legend = Legend()
    statuses.legend.position = "b"
    statuses.x_axis.delete = statuses.y_axis.delete = False
    count_whole(statuses, most)
    return statuses


_EXEMPT_COLUMNS = (
    Column("sheet-col-exempt-unit", 0),
    Column("sheet-col-exempt-what", 0),
    Column("sheet-col-exempt-reason", 0, span=9),
)


def _exempt_lines(language: str, ledger: Ledger) -> Iterator[list[Value]]:
    """Who need not report, and who need not on a measure, with why."""
    for report in ledger.reports:
        if report.timeliness is Timeliness.EXEMPT:
            whole = plain(language, "sheet-exempt-all")
            yield [one_line(report.unit), whole, report.exempt_reason]
            continue
        for one in report.exempt:
            what = plain(language, "sheet-measure-number", number=one_line(one.number))
            yield [one_line(report.unit), what, one.reason]


def _begin(sheet: Sheet, text_key: str, lines: int) -> None:
    """The title of a list of so many; it and the first of them stand on one page."""
    sheet.part(_TITLE_POINTS + _LINE_POINTS * min(lines, _KEPT_LINES))
    _write_title(sheet, text_key)


def _write_title(sheet: Sheet, text_key: str) -> None:
    sheet.row([line(plain(sheet.language, text_key), bold=True, size=12)])


def _task_forces(language: str, rows: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    """A line per task force in the plan's order, those without one last, and the sum."""
    forces = sorted({row.measure.task_force: None for row in rows}, key=lambda name: name is None)
    for force in forces:
        name = one_line(force) if force else plain(language, "sheet-no-task-force")
        yield [name, *_force_counts([row for row in rows if row.measure.task_force == force])]
    sums: list[str | int] = [plain(language, "sheet-sum"), *_force_counts(rows)]
    yield [Cell(value, bold=True, centred=number > 0) for number, value in enumerate(sums)]


def _force_counts(rows: Sequence[LedgerRow]) -> list[int]:
    missing = {row.unit for row in rows if row.report and row.report.timeliness in NOT_REPORTED}
    said = [row.entry for row in rows if row.entry]
    return [
        len({row.measure.number for row in rows}),
        len({row.unit for row in rows}),
        len(missing),
        len(said),
        *tally(said),
    ]


def _unit_line(language: str, report: LedgerReport) -> list[Value]:
    filed = report.filed
    counts: list[int | None] = [None] * 8
    if filed:
        counts = [*tally(filed.entries)]
    return [
        one_line(report.unit),
        plain(language, f"state-{report.state}"),
        timeliness_cell(language, report.timeliness),
        report.asked,
        report.answered,
        *counts,
        report.first_filed_at,
        extended_until(language, report),
        filed.revision if filed else None,
        filed.receipt if filed else None,
        *(_tick(report, kind) for kind in PAPER_TICKS),
        report.return_reason or _return_answer(language, filed),
    ]


def _tick(report: LedgerReport, kind: TickKind) -> datetime | str | None:
    """The day on which it came, or a dash; blank where nothing is filed of which it could come."""
    return (report.ticks.at(kind) or "—") if report.filed else None


def _return_answer(language: str, filed: FiledReport | None) -> str:
    """Why a returned report was filed again as it was."""
    if filed is None or not filed.return_answer:
        return ""
    return plain(language, "sheet-return-answer", answer=filed.return_answer)
