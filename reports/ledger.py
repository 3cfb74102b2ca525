"""The coordinator's consolidated workbook of one cycle (汇总台账)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from reports.figures import target_words, value_words
from reports.printable import file_name, one_line
from reports.sheets import Book, Cell, Column, Format, Paper, Sheet, Value
from reports.title_lines import joined
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import period_name, problem_word
from vocabulary.problems import cause_in
from vocabulary.progress import is_reached, pro_rata, share_of_target
from vocabulary.report import (
    AskedIndicator,
    EntryContent,
    Figure,
    FiledEntry,
    FiledReport,
    FollowedProblem,
    Ledger,
    LedgerMeasure,
    LedgerReport,
)
from vocabulary.terms import TROUBLED, EntryStatus, Role, Timeliness

_NOT_REPORTED = (Timeliness.OUTSTANDING, Timeliness.PENDING)
_STATUS_FILL = {
    EntryStatus.DONE: "E2EFDA",
    EntryStatus.BEHIND: "FFE699",
    EntryStatus.NOT_BEGUN: "F8CBAD",
}
_TIMELINESS_FILL = {Timeliness.LATE: "FFE699", Timeliness.OUTSTANDING: "F8CBAD"}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A measure as one unit has it. entry: None while nothing of it is filed."""

    measure: LedgerMeasure
    unit: str
    role: Role
    report: LedgerReport | None
    entry: FiledEntry | None

    @property
    def content(self) -> EntryContent | None:
        return self.entry.content if self.entry else None

    @property
    def is_not_due(self) -> bool:
        """Asked quarterly, and not this month."""
        return self.entry is None and self.unit in self.measure.not_due

    @property
    def is_exempt(self) -> bool:
        return self.report is not None and self.report.is_exempt(self.measure.number)


def ledger_file_name(ledger: Ledger) -> str:
    """2022年7月份汇总台账.xlsx."""
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    return file_name(plain(DEFAULT_LANGUAGE, "sheet-ledger-file", period=period), ".xlsx")


def ledger_rows(ledger: Ledger) -> list[LedgerRow]:
    """Measures in their order, in each its units, lead first.

    What was filed and is not among the measures (an edition changed) follows at the end.
    """
    reports = {report.unit: report for report in ledger.reports}
    entries = {
        (report.unit, entry.measure.number): entry
        for report in ledger.reports
        if report.filed
        for filed in report.filed.entries
        for entry in filed.each
    }
    rows = [
        LedgerRow(measure, unit, role, reports.get(unit), entries.pop((unit, measure.number), None))
        for measure in ledger.measures
        for unit, role in measure.units
    ]
    for (unit, _), entry in entries.items():
        asked = entry.measure
        measure = LedgerMeasure(
            number=asked.number,
            title=asked.title,
            section_path=asked.section_path,
            task_force=asked.task_force,
            units=((unit, asked.role),),
            indicators=asked.indicators,
        )
        rows.append(LedgerRow(measure, unit, asked.role, reports[unit], entry))
    return rows


def make_ledger(ledger: Ledger, language: str = DEFAULT_LANGUAGE) -> bytes:
    """The workbook: overview, a row per measure and unit, not reported, problems, indicators.

    Values only, no formula. The same ledger always becomes the same bytes.
    """
    period = period_name(language, ledger.period)
    book = Book(
        language,
        title=plain(language, "sheet-ledger-title", period=period),
        author=one_line(ledger.office),
        at=ledger.as_of,
    )
    rows = ledger_rows(ledger)
    _write_overview(book, ledger, rows)
    _write_rows(book, rows)
    _write_not_reported(book, ledger)
    _write_problems(book, rows)
    _write_followed(book, ledger)
    _write_highlights(book, ledger)
    _write_indicators(book, rows)
    return book.to_bytes()


# --- overview ---

_UNIT_COLUMNS = (
    Column("sheet-col-unit", 22),
    Column("sheet-col-state", 17, centred=True),
    Column("sheet-col-timeliness", 9, centred=True),
    Column("sheet-col-asked", 8, centred=True),
    Column("sheet-col-answered", 9, centred=True),
    Column("status-done", 9, centred=True),
    Column("status-on_track", 9, centred=True),
    Column("status-behind", 9, centred=True),
    Column("status-not_begun", 9, centred=True),
    Column("status-none", 9, centred=True),
    Column("sheet-col-one-line", 9, centred=True),
    Column("sheet-col-no-progress", 11, centred=True),
    Column("sheet-col-problems", 9, centred=True),
    Column("sheet-col-first-filed", 17, centred=True, shown=Format.MOMENT),
    Column("sheet-col-revision", 9, centred=True),
    Column("sheet-col-receipt", 14, centred=True),
    Column("sheet-col-return-reason", 24),
)
_FORCE_COLUMNS = (
    Column("sheet-col-task-force", 0),
    Column("sheet-col-measures", 0, centred=True),
    Column("sheet-col-units", 0, centred=True),
    Column("sheet-col-units-missing", 0, centred=True),
    Column("sheet-col-entries", 0, centred=True),
    *_UNIT_COLUMNS[5:13],
)


def _write_overview(book: Book, ledger: Ledger, rows: Sequence[LedgerRow]) -> None:
    sheet = book.sheet("sheet-overview", [c.width for c in _UNIT_COLUMNS], frozen="B3")
    sheet.row([_line(book.title, bold=True, size=16)])
    plan = plain(book.language, "sheet-plan", plan=joined(ledger.plan_title), office=ledger.office)
    sheet.row([_line(plan)])
    sheet.gap()
    for key, moment in (
        ("sheet-as-of", ledger.as_of),
        ("sheet-opens-at", ledger.opens_at),
        ("sheet-due-at", ledger.due_at),
        ("sheet-locks-at", ledger.locks_at),
    ):
        label = Cell(plain(book.language, key), bold=True)
        sheet.row([label, Cell(moment, Format.MOMENT, centred=True)])
    sheet.gap()
    _write_title(sheet, "sheet-reports")
    sheet.table(
        [Column("sheet-expected", 0, centred=True)]
        + [Column(f"timeliness-{kind}", 0, centred=True) for kind in Timeliness],
        [[ledger.expected, *(ledger.count(kind) for kind in Timeliness)]],
        filtered=False,
    )
    sheet.row([_line(plain(book.language, "sheet-expected-note"))])
    sheet.gap()
    _write_title(sheet, "sheet-by-task-force")
    sheet.table(_FORCE_COLUMNS, list(_task_forces(book.language, rows)), filtered=False)
    exempt = list(_exempt_lines(book.language, ledger))
    if exempt:
        sheet.gap()
        _write_title(sheet, "sheet-exempt")
        sheet.table(_EXEMPT_COLUMNS, exempt, filtered=False)
    if ledger.unassigned:
        sheet.gap()
        _write_title(sheet, "sheet-unassigned")
        for number, words in ledger.unassigned:
            measure = plain(book.language, "sheet-measure-number", number=number)
            sheet.row([Cell(measure), _line(one_line(words))])
    unsigned = [one_line(report.unit) for report in ledger.reports if not report.official_name]
    if unsigned:
        sheet.gap()
        _write_title(sheet, "sheet-no-official-name")
        for unit in unsigned:
            sheet.row([Cell(unit)])
    sheet.gap()
    _write_title(sheet, "sheet-by-unit")
    units = [_unit_line(book.language, report) for report in ledger.reports]
    sheet.table(_UNIT_COLUMNS, units, filtered=True)


_EXEMPT_COLUMNS = (
    Column("sheet-col-exempt-unit", 0),
    Column("sheet-col-exempt-what", 0),
    Column("sheet-col-exempt-reason", 0),
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


def _line(text: str, *, bold: bool = False, size: int = 10) -> Cell:
    """Text that runs on over the empty cells beside it."""
    return Cell(text, bold=bold, size=size, boxed=False, wrapped=False)


def _write_title(sheet: Sheet, text_key: str) -> None:
    sheet.row([_line(plain(sheet.language, text_key), bold=True, size=12)])


def _tally(entries: Iterable[FiledEntry]) -> list[int]:
    """How many stand at each status, without one, are one-liners; and what is to be looked at.

    The first six add up to all. Then how many are without progress, and how many name a problem.
    """
    entries = list(entries)
    contents = [entry.content for entry in entries if not entry.measure.one_line]
    statuses = Counter(content.status for content in contents)
    return [
        *(statuses[status] for status in EntryStatus),
        statuses[None],
        len(entries) - len(contents),
        sum(content.no_progress for content in contents),
        sum(bool(content.problem.strip()) for content in contents),
    ]


def _task_forces(language: str, rows: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    """A line per task force in the plan's order, those without one last, and the sum."""
    forces = sorted({row.measure.task_force: None for row in rows}, key=lambda name: name is None)
    for force in forces:
        name = one_line(force) if force else plain(language, "sheet-no-task-force")
        yield [name, *_force_counts([row for row in rows if row.measure.task_force == force])]
    sums: list[str | int] = [plain(language, "sheet-sum"), *_force_counts(rows)]
    yield [Cell(value, bold=True, centred=number > 0) for number, value in enumerate(sums)]


def _force_counts(rows: Sequence[LedgerRow]) -> list[int]:
    missing = {row.unit for row in rows if row.report and row.report.timeliness in _NOT_REPORTED}
    said = [row.entry for row in rows if row.entry]
    return [
        len({row.measure.number for row in rows}),
        len({row.unit for row in rows}),
        len(missing),
        len(said),
        *_tally(said),
    ]


def _unit_line(language: str, report: LedgerReport) -> list[Value]:
    filed = report.filed
    counts: list[int | None] = [None] * 8
    if filed:
        counts = [*_tally(one for entry in filed.entries for one in entry.each)]
    return [
        one_line(report.unit),
        plain(language, f"state-{report.state}"),
        _timeliness(language, report),
        report.asked,
        report.answered,
        *counts,
        report.first_filed_at,
        filed.revision if filed else None,
        filed.receipt if filed else None,
        report.return_reason or _return_answer(language, filed),
    ]


def _return_answer(language: str, filed: FiledReport | None) -> str:
    """Why a returned report was filed again as it was."""
    if filed is None or not filed.return_answer:
        return ""
    return plain(language, "sheet-return-answer", answer=filed.return_answer)


def _timeliness(language: str, report: LedgerReport) -> Cell:
    word = plain(language, f"timeliness-{report.timeliness}")
    return Cell(word, fill=_TIMELINESS_FILL.get(report.timeliness), centred=True)


# --- a row per measure and unit ---

_ROW_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 24),
    Column("sheet-col-section", 18),
    Column("sheet-col-task-force", 15),
    Column("sheet-col-unit", 16),
    Column("sheet-col-role", 8, centred=True),
    Column("sheet-col-state", 13, centred=True),
    Column("sheet-col-status", 11, centred=True),
    Column("sheet-col-text", 52),
    Column("sheet-col-no-progress-reason", 20),
    Column("sheet-col-figures", 28),
    Column("sheet-col-problem", 28),
    Column("sheet-col-next-step", 28),
    Column("sheet-col-explained", 28),
    Column("sheet-col-evidence", 24),
    Column("sheet-col-filed-at", 17, centred=True, shown=Format.MOMENT),
    Column("sheet-col-revision", 8, centred=True),
    Column("sheet-col-source", 8, centred=True),
)


def _write_rows(book: Book, rows: Sequence[LedgerRow]) -> None:
    widths = [column.width for column in _ROW_COLUMNS]
    sheet = book.sheet("sheet-rows", widths, frozen="C2", paper=Paper.A3)
    sheet.table(_ROW_COLUMNS, [_measure_line(book.language, row) for row in rows], filtered=True)


def _measure_line(language: str, row: LedgerRow) -> list[Value]:
    said = row.content or EntryContent()
    filed = row.report.filed if row.report else None
    return [
        _number(row.measure.number),
        one_line(row.measure.title),
        one_line(row.measure.section_path[-1]) if row.measure.section_path else None,
        one_line(row.measure.task_force or ""),
        one_line(row.unit),
        plain(language, f"role-{row.role}"),
        _state(language, row),
        _status(language, row),
        _words(language, row.entry),
        _no_progress(language, row.entry),
        "\n".join(_figure_lines(language, row.entry)),
        said.problem,
        said.next_step,
        "\n".join(_explanations(language, said)),
        "\n".join(file.name for file in row.entry.evidence) if row.entry else None,
        filed.filed_at if filed else None,
        filed.revision if filed else None,
        plain(language, f"source-{row.entry.source}") if row.entry else None,
    ]


def _explanations(language: str, said: EntryContent) -> Iterator[str]:
    """What looked doubtful, and why the unit says that it is true all the same."""
    for one in said.explanations:
        what = plain(language, f"explained-{one.kind.value}")
        yield plain(language, "explained-line", what=what, reason=joined(one.reason))


def _number(number: str) -> str | int:
    """A plain number, so that it sorts as one; 2(1) stays text."""
    return int(number) if number.isascii() and number.isdecimal() else one_line(number)


def _state(language: str, row: LedgerRow) -> str:
    if row.report is None:
        return plain(language, "sheet-not-due" if row.is_not_due else "sheet-owes-nothing")
    if row.is_exempt:
        return plain(language, "timeliness-exempt")
    if row.is_not_due:
        return plain(language, "sheet-not-due")
    return plain(language, f"state-{row.report.state}")


def _status(language: str, row: LedgerRow) -> Cell:
    """How far it is; what a filed report does not hold was not asked this month."""
    if row.entry and row.entry.measure.one_line and row.entry.content.status is None:
        return Cell(plain(language, "sheet-no-status-asked"), centred=True)
    if row.content:
        status = row.content.status
        word = plain(language, f"status-{status or 'none'}")
        return Cell(word, fill=_STATUS_FILL.get(status) if status else None, centred=True)
    is_filed = row.report is not None and row.report.filed is not None
    return Cell(plain(language, "sheet-not-asked") if is_filed else None, centred=True)


def _words(language: str, entry: FiledEntry | None) -> str:
    if entry is None:
        return ""
    if entry.told_at:
        return plain(language, "sheet-told-at", number=one_line(entry.told_at))
    if entry.measure.one_line and entry.content.no_progress:
        return plain(language, "card-no-help")
    return entry.content.text


def _no_progress(language: str, entry: FiledEntry | None) -> str:
    if entry is None or not entry.content.no_progress or entry.measure.one_line or entry.told_at:
        return ""
    said = entry.content
    return said.no_progress_reason.strip() or plain(language, "sheet-no-reason")


def _figure_lines(language: str, entry: FiledEntry | None) -> Iterator[str]:
    for indicator in entry.measure.indicators if entry else ():
        figure = entry.content.figure(indicator.indicator_id) if entry else None
        yield plain(
            language,
            "sheet-figure",
            name=one_line(indicator.name),
            value=value_words(language, indicator, figure)
            if figure
            else plain(language, "sheet-no-figure"),
            target=target_words(language, indicator),
        )


# --- who has not reported ---

_MISSING_COLUMNS = (
    Column("sheet-col-unit", 24),
    Column("sheet-col-timeliness", 11, centred=True),
    Column("sheet-col-state", 11, centred=True),
    Column("sheet-col-answered", 9, centred=True),
    Column("sheet-col-asked", 9, centred=True),
    Column("sheet-col-contacts", 42),
    Column("sheet-col-reachable", 12, centred=True),
    Column("sheet-col-reminders", 12, centred=True),
    Column("sheet-col-last-reminded", 18, centred=True, shown=Format.MOMENT),
)


def _write_not_reported(book: Book, ledger: Ledger) -> None:
    widths = [column.width for column in _MISSING_COLUMNS]
    sheet = book.sheet("sheet-not-reported", widths, frozen="B2")
    missing = sorted(
        (report for report in ledger.reports if report.timeliness in _NOT_REPORTED),
        key=lambda report: _NOT_REPORTED.index(report.timeliness),
    )
    lines = [_missing_line(book.language, report) for report in missing]
    sheet.table(_MISSING_COLUMNS, lines, filtered=True)


def _missing_line(language: str, report: LedgerReport) -> list[Value]:
    contacts = [
        plain(
            language,
            "sheet-contact",
            kind=plain(language, f"kind-{kind}"),
            name=one_line(name),
            phone=one_line(phone),
        ).strip()
        for kind, name, phone in report.contacts
    ]
    reachable = "sheet-unreachable" if report.unreachable else "sheet-reachable"
    return [
        one_line(report.unit),
        _timeliness(language, report),
        plain(language, f"state-{report.state}"),
        report.answered,
        report.asked,
        "\n".join(contacts) or plain(language, "sheet-no-contact"),
        Cell(
            plain(language, reachable),
            fill=_TIMELINESS_FILL[Timeliness.OUTSTANDING] if report.unreachable else None,
            centred=True,
        ),
        report.reminders_sent,
        report.last_reminded_at,
    ]


# --- problems ---

_PROBLEM_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 28),
    Column("sheet-col-task-force", 15),
    Column("sheet-col-unit", 18),
    Column("sheet-col-role", 8, centred=True),
    Column("sheet-col-status", 11, centred=True),
    Column("sheet-col-problem", 44),
    Column("sheet-col-next-step", 44),
)


def _write_problems(book: Book, rows: Sequence[LedgerRow]) -> None:
    """What is behind or not begun, and every other problem that was named."""
    widths = [column.width for column in _PROBLEM_COLUMNS]
    sheet = book.sheet("sheet-problems", widths, frozen="C2")
    lines = [
        [
            _number(row.measure.number),
            one_line(row.measure.title),
            one_line(row.measure.task_force or ""),
            one_line(row.unit),
            plain(book.language, f"role-{row.role}"),
            _status(book.language, row),
            _told_at(book.language, row) or row.content.problem,
            row.content.next_step,
        ]
        for row in rows
        if row.content and (row.content.status in TROUBLED or row.content.problem.strip())
    ]
    sheet.table(_PROBLEM_COLUMNS, lines, filtered=True)


def _told_at(language: str, row: LedgerRow) -> str:
    """Where the words of a shared paragraph stand, if not here."""
    return _words(language, row.entry) if row.entry and row.entry.told_at else ""


_FOLLOWED_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 24),
    Column("sheet-col-unit", 16),
    Column("sheet-col-since", 11, centred=True),
    Column("sheet-col-days", 8, centred=True),
    Column("sheet-col-problem-state", 12, centred=True),
    Column("sheet-col-problem", 36),
    Column("sheet-col-cause", 26),
    Column("sheet-col-next-step", 30),
    Column("sheet-col-help", 18),
    Column("sheet-col-history", 52),
    Column("sheet-col-closed-at", 17, centred=True, shown=Format.MOMENT),
    Column("sheet-col-closed-by", 10, centred=True),
    Column("sheet-col-closed-how", 26),
)


def _write_followed(book: Book, ledger: Ledger) -> None:
    """Every problem until it is closed, with what was said of it; no page while there is none."""
    if not ledger.problems:
        return
    widths = [column.width for column in _FOLLOWED_COLUMNS]
    sheet = book.sheet("sheet-followed", widths, frozen="D2", paper=Paper.A3)
    lines = [_followed_line(book.language, one, ledger.as_of) for one in ledger.problems]
    sheet.table(_FOLLOWED_COLUMNS, lines, filtered=True)


def _followed_line(language: str, problem: FollowedProblem, as_of: datetime) -> list[Value]:
    return [
        _number(problem.number),
        one_line(problem.title),
        one_line(problem.unit),
        period_name(language, problem.since),
        problem.days(as_of),
        _problem_state(language, problem),
        problem.words,
        cause_in(problem.words),
        problem.next_step,
        one_line(problem.help_from),
        "\n".join(problem_word(language, said, joined(said.words)) for said in problem.history),
        problem.closed_at,
        one_line(problem.closed_by),
        problem.closed_how,
    ]


def _problem_state(language: str, problem: FollowedProblem) -> Cell:
    """Overdue problems are marked, and so is one that no measure asks about any more."""
    state = plain(language, f"problem-state-{problem.state.value}")
    if problem.is_overdue:
        state = plain(language, "sheet-problem-overdue", state=state)
    if problem.is_living and not problem.is_asked:
        state = plain(language, "sheet-problem-unasked", state=state)
    fill = _STATUS_FILL[EntryStatus.NOT_BEGUN] if problem.is_overdue else None
    return Cell(state, fill=fill, centred=True)


_HIGHLIGHT_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 28),
    Column("sheet-col-unit", 18),
    Column("sheet-col-highlight", 80),
    Column("sheet-col-marked-by", 12, centred=True),
    Column("sheet-col-marked-at", 17, centred=True, shown=Format.MOMENT),
)


def _write_highlights(book: Book, ledger: Ledger) -> None:
    """What units have marked for the month; no page while there is none."""
    if not ledger.highlights:
        return
    widths = [column.width for column in _HIGHLIGHT_COLUMNS]
    sheet = book.sheet("sheet-highlights", widths, frozen="D2")
    lines: list[list[Value]] = [
        [
            _number(one.number),
            one_line(one.title),
            one_line(one.unit),
            one.text,
            one_line(one.marked_by),
            one.marked_at,
        ]
        for one in ledger.highlights
    ]
    sheet.table(_HIGHLIGHT_COLUMNS, lines, filtered=True)


# --- indicators ---

_INDICATOR_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 26),
    Column("sheet-col-indicator", 26),
    Column("sheet-col-unit", 18),
    Column("sheet-col-comparator", 10, centred=True),
    Column("sheet-col-target", 12, centred=True),
    Column("sheet-col-value", 12, centred=True),
    Column("sheet-col-approximate", 8, centred=True),
    Column("sheet-col-unit-of-measure", 10, centred=True),
    Column("sheet-col-share", 12, centred=True, shown=Format.SHARE),
    Column("sheet-col-reached", 10, centred=True),
    Column("sheet-col-baseline", 10, centred=True),
    Column("sheet-col-pro-rata-due", 12, centred=True, shown=Format.SHARE),
    Column("sheet-col-pro-rata-done", 12, centred=True, shown=Format.SHARE),
    Column("sheet-col-pace", 10, centred=True),
    Column("sheet-col-deadline", 13, centred=True, shown=Format.DAY),
)


def _write_indicators(book: Book, rows: Sequence[LedgerRow]) -> None:
    """Each figure beside its target, and who owes one; no page where the plan wants none."""
    lines = list(_indicator_lines(book.language, rows))
    if not lines:
        return
    widths = [column.width for column in _INDICATOR_COLUMNS]
    sheet = book.sheet("sheet-indicators", widths, frozen="D2")
    sheet.table(_INDICATOR_COLUMNS, lines, filtered=True)


def _indicator_lines(language: str, rows: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    for measure, group in groupby(rows, key=lambda row: row.measure):
        of_measure = list(group)
        asked = [(row.unit, row.entry) for row in of_measure if row.entry]
        seen: set[int] = set()
        for unit, entry in asked:
            for indicator in entry.measure.indicators:
                seen.add(indicator.indicator_id)
                figure = entry.content.figure(indicator.indicator_id)
                yield _indicator_line(language, measure, indicator, unit, figure)
        settled = {row.unit for row in of_measure if row.entry or row.is_exempt or row.is_not_due}
        for indicator in measure.indicators:
            waited_for = [
                unit
                for unit, role in measure.units
                if unit not in settled and role is not Role.COOPERATING
            ]
            if indicator.indicator_id in seen and not waited_for:
                continue
            for unit in waited_for or [None]:
                yield _indicator_line(language, measure, indicator, unit, None)


def _indicator_line(
    language: str,
    measure: LedgerMeasure,
    indicator: AskedIndicator,
    unit: str | None,
    figure: Figure | None,
) -> list[Value]:
    reached = is_reached(indicator, figure.value if figure else None)
    beside = pro_rata(indicator, figure.value if figure else None)
    return [
        _number(measure.number),
        one_line(measure.title),
        one_line(indicator.name),
        one_line(unit) if unit else None,
        plain(language, f"sheet-comparator-{indicator.comparator.name.lower()}"),
        indicator.target,
        figure.value if figure else None,
        plain(language, "sheet-about") if figure and figure.approximate else None,
        one_line(indicator.unit_of_measure),
        share_of_target(indicator, figure.value if figure else None),
        None if reached is None else plain(language, "sheet-yes" if reached else "sheet-no"),
        indicator.baseline,
        beside.due if beside else None,
        beside.done if beside else None,
        plain(language, f"pace-{beside.pace.value}") if beside else None,
        indicator.deadline,
    ]
