"""The coordinator's consolidated workbook of one cycle (汇总台账)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from reports.figures import target_words, value_words
from reports.printable import file_name, one_line
from reports.sheets import Book, Cell, Column, Format, Paper, Table, Value
from reports.title_lines import joined
from reports.workbook.changes import write_changes
from reports.workbook.long_texts import (
    LongTexts,
    may_be_cut,
    write_long_texts,
    write_table,
)
from reports.workbook.notes import write_notes
from reports.workbook.overview import write_overview
from reports.workbook.progress_table import write_progress
from reports.workbook.proofs import write_proofs
from reports.workbook.record import write_record
from reports.workbook.rows import (
    NOT_REPORTED,
    RED,
    LedgerRow,
    extended_until,
    ledger_rows,
    line,
    measure_number,
    state_of,
    status_cell,
    timeliness_cell,
    words_of,
)
from reports.workbook.series import write_series
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import done_words, explained_what, percent, period_name, problem_word
from vocabulary.problems import cause_in
from vocabulary.progress import (
    Overall,
    ProRata,
    is_reached,
    overall_status,
    pro_rata,
    share_of_target,
)
from vocabulary.report import (
    AskedIndicator,
    EntryContent,
    Figure,
    FiledEntry,
    FollowedProblem,
    Ledger,
    LedgerMeasure,
    LedgerReport,
)
from vocabulary.terms import PAPER_TICKS, TROUBLED, Role


def ledger_file_name(ledger: Ledger) -> str:
    """2022年7月份汇总台账.xlsx; of a task force 2022年7月份汇总台账（信息服务专班）.xlsx."""
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    name = plain(DEFAULT_LANGUAGE, "sheet-ledger-file", period=period)
    return file_name(_cut_name(ledger, name, DEFAULT_LANGUAGE), ".xlsx")


def _cut_name(ledger: Ledger, name: str, language: str) -> str:
    """The name, and after it what the ledger is cut to."""
    if not ledger.cut_to:
        return name
    return plain(language, "sheet-ledger-cut", name=name, cut=one_line(ledger.cut_to))


def make_ledger(ledger: Ledger, language: str = DEFAULT_LANGUAGE) -> bytes:
    """The workbook: overview, a row per measure and unit, not reported, problems, indicators.

    Values, but for one page of formulas that count them again. The same ledger always becomes the
    same bytes.
    """
    period = period_name(language, ledger.period)
    book = Book(
        language,
        title=_cut_name(ledger, plain(language, "sheet-ledger-title", period=period), language),
        author=one_line(ledger.office),
        at=ledger.as_of,
    )
    rows = ledger_rows(ledger)
    long = LongTexts()
    overview = write_overview(book, ledger, rows)
    entries = _write_rows(book, rows, long)
    write_progress(book, rows)
    missing = _write_not_reported(book, ledger)
    _write_problems(book, rows, long)
    _write_followed(book, ledger, long)
    _write_highlights(book, ledger, long)
    _write_indicators(book, rows)
    write_series(book, ledger, rows)
    write_changes(book, ledger, rows, long)
    write_record(book, ledger)
    write_long_texts(book, long)
    write_proofs(book, overview, entries, missing)
    write_notes(book, ledger)
    return book.to_bytes()


# --- a row per measure and unit ---

_ROW_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 24),
    Column("sheet-col-unit", 16),
    Column("sheet-col-role", 8, centred=True),
    Column("sheet-col-section", 18),
    Column("sheet-col-task-force", 15),
    Column("sheet-col-state", 13, centred=True),
    Column("sheet-col-timeliness", 8, centred=True),
    Column("sheet-col-extended", 8, centred=True, shown=Format.SHORT_DAY),
    Column("sheet-col-status", 11, centred=True),
    Column("sheet-col-overall", 11, centred=True),
    Column("sheet-col-text", 52),
    Column("sheet-col-no-progress", 12, centred=True),
    Column("sheet-col-no-progress-reason", 20),
    Column("sheet-col-figures", 28),
    Column("sheet-col-paces", 24),
    Column("sheet-col-problem", 28),
    Column("sheet-col-next-step", 28),
    Column("sheet-col-explained", 28),
    Column("sheet-col-evidence", 24),
    Column("sheet-col-filed-at", 17, centred=True, shown=Format.MOMENT),
    Column("sheet-col-revision", 8, centred=True),
    Column("sheet-col-source", 8, centred=True),
    *(Column(f"tick-{kind}", 13, centred=True, shown=Format.SHORT_MOMENT) for kind in PAPER_TICKS),
    Column("sheet-col-first-of-unit", 14, hidden=True),
    Column("sheet-col-first-of-measure", 14, hidden=True),
)


def _write_rows(book: Book, rows: Sequence[LedgerRow], long: LongTexts) -> Table:
    wordy = [row for row in rows if row.entry and may_be_cut(*_texts(row.entry))]
    return write_table(
        book,
        long,
        "sheet-rows",
        _ROW_COLUMNS,
        _measure_lines(book.language, rows),
        frozen="D2",
        paper=Paper.A3,
        suspects=_measure_lines(book.language, wordy),
    )


def _texts(entry: FiledEntry) -> Iterator[str]:
    """What may be long in its row; figures and reasons stand there with some words more."""
    said = entry.content
    yield from (words for _, words in said.words())
    yield from (file.name for file in entry.evidence)
    for words in (
        *(one.reason for one in said.explanations),
        *(one.name for one in entry.measure.indicators),
    ):
        yield words
        yield " " * _BESIDE


_BESIDE = 32  # characters of figures and targets beside a name


def _measure_lines(language: str, rows: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    """A line for each row; units and measures are marked where they come first, to be counted."""
    units: set[str] = set()
    measures: set[str] = set()
    for _, of_measure in groupby(rows, key=lambda row: row.measure):
        together = list(of_measure)
        overall = overall_status([(row.role, row.status) for row in together])
        for row in together:
            firsts = [int(row.unit not in units), int(row.measure.number not in measures)]
            units.add(row.unit)
            measures.add(row.measure.number)
            yield [*_measure_line(language, row, overall), *firsts]


def _measure_line(language: str, row: LedgerRow, overall: Overall) -> list[Value]:
    """overall: how the measure stands as a whole, on each of its rows."""
    said = row.content or EntryContent()
    filed = row.report.filed if row.report else None
    return [
        measure_number(row.measure.number),
        one_line(row.measure.title),
        one_line(row.unit),
        plain(language, f"role-{row.role}"),
        one_line(row.measure.section_path[-1]) if row.measure.section_path else None,
        one_line(row.measure.task_force or ""),
        state_of(language, row),
        timeliness_cell(language, row.report.timeliness) if row.report else None,
        extended_until(language, row.report) if row.report else None,
        status_cell(language, row),
        plain(language, f"status-{overall.status}") if overall.status else None,
        words_of(language, row.entry),
        plain(language, "sheet-yes") if row.is_without_progress else None,
        _no_progress(language, row),
        "\n".join(_figure_lines(language, row.entry)),
        "\n".join(_pace_lines(language, row.entry)),
        said.problem if said.problem.strip() else None,
        said.next_step,
        "\n".join(_explanations(language, said)),
        "\n".join(file.name for file in row.entry.evidence) if row.entry else None,
        filed.filed_at if filed else None,
        filed.revision if filed else None,
        plain(language, f"source-{row.entry.source}") if row.entry else None,
        *(row.report.ticks.at(kind) if row.report else None for kind in PAPER_TICKS),
    ]


def _explanations(language: str, said: EntryContent) -> Iterator[str]:
    """What looked doubtful, and why the unit says that it is true all the same."""
    for one in said.explanations:
        what = explained_what(language, one)
        yield plain(language, "explained-line", what=what, reason=joined(one.reason))


def _no_progress(language: str, row: LedgerRow) -> str:
    if row.entry is None or not row.is_without_progress or row.entry.told_at:
        return ""
    return row.entry.content.no_progress_reason.strip() or plain(language, "sheet-no-reason")


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


def _pace_lines(language: str, entry: FiledEntry | None) -> Iterator[str]:
    """What the time would ask for, beside what is claimed; of figures that have such a pace."""
    for indicator in entry.measure.indicators if entry else ():
        figure = entry.content.figure(indicator.indicator_id) if entry else None
        beside = pro_rata(indicator, figure.value if figure else None)
        if beside:
            yield plain(
                language,
                "sheet-pace",
                name=one_line(indicator.name),
                due=percent(beside.due),
                done=done_words(language, beside),
                pace=plain(language, f"pace-{beside.pace.value}"),
            )


# --- who has not reported ---

_MISSING_COLUMNS = (
    Column("sheet-col-unit", 24),
    Column("sheet-col-timeliness", 11, centred=True),
    Column("sheet-col-state", 11, centred=True),
    Column("sheet-col-awaits", 12, centred=True),
    Column("sheet-col-answered", 9, centred=True),
    Column("sheet-col-asked", 9, centred=True),
    Column("sheet-col-contacts", 42),
    Column("sheet-col-reachable", 12, centred=True),
    Column("sheet-col-reminders", 12, centred=True),
    Column("sheet-col-last-reminded", 18, centred=True, shown=Format.MOMENT),
)


def _write_not_reported(book: Book, ledger: Ledger) -> Table:
    """The page says so where nobody is missing: 核对 counts its rows in any month."""
    sheet = book.table_sheet("sheet-not-reported", _MISSING_COLUMNS, frozen="B2")
    missing = sorted(
        (report for report in ledger.reports if report.timeliness in NOT_REPORTED),
        key=lambda report: NOT_REPORTED.index(report.timeliness),
    )
    awaited = plain(book.language, f"tick-{ledger.on_time_by}")
    lines = (_missing_line(book.language, report, awaited) for report in missing)
    table = sheet.table(_MISSING_COLUMNS, lines, filtered=True)
    if not missing:
        sheet.row([line(plain(book.language, "sheet-nobody-missing"))])
    return table


def _missing_line(language: str, report: LedgerReport, awaited: str) -> list[Value]:
    """awaited: what decides on time, and is all that is still to come once the unit has filed."""
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
    reachable = "sheet-not-reached" if report.not_reached else "sheet-reachable"
    if report.unreachable:
        reachable = "sheet-unreachable"
    return [
        one_line(report.unit),
        timeliness_cell(language, report.timeliness),
        plain(language, f"state-{report.state}"),
        awaited if report.awaits_paper else plain(language, "sheet-awaits-report"),
        report.answered,
        report.asked,
        "\n".join(contacts) or plain(language, "sheet-no-contact"),
        Cell(
            plain(language, reachable),
            fill=RED if report.unreachable or report.not_reached else None,
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


def _write_problems(book: Book, rows: Sequence[LedgerRow], long: LongTexts) -> None:
    """What is behind or not begun, and every other problem that was named; no page for none."""
    lines = [
        [
            measure_number(row.measure.number),
            one_line(row.measure.title),
            one_line(row.measure.task_force or ""),
            one_line(row.unit),
            plain(book.language, f"role-{row.role}"),
            status_cell(book.language, row),
            _told_at(book.language, row) or row.content.problem,
            row.content.next_step,
        ]
        for row in rows
        if row.content and (row.status in TROUBLED or row.content.problem.strip())
    ]
    if not lines:
        return
    write_table(book, long, "sheet-problems", _PROBLEM_COLUMNS, lines, frozen="C2")


def _told_at(language: str, row: LedgerRow) -> str:
    """Where the words of a shared paragraph stand, if not here."""
    return words_of(language, row.entry) if row.entry and row.entry.told_at else ""


_FOLLOWED_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 24),
    Column("sheet-col-unit", 16),
    Column("sheet-col-since", 11, centred=True),
    Column("sheet-col-days", 8, centred=True),
    Column("sheet-col-problem-state", 16, centred=True),
    Column("sheet-col-problem", 30),
    Column("sheet-col-cause", 20),
    Column("sheet-col-next-step", 28),
    Column("sheet-col-help", 18),
    Column("sheet-col-history", 38),
    Column("sheet-col-closed-at", 12, centred=True, shown=Format.DAY),
    Column("sheet-col-closed-by", 10, centred=True),
    Column("sheet-col-closed-how", 18),
)


def _write_followed(book: Book, ledger: Ledger, long: LongTexts) -> None:
    """Every problem until it is closed, with what was said of it; no page while there is none."""
    if not ledger.problems:
        return
    lines = [_followed_line(book.language, one, ledger.problems_as_of) for one in ledger.problems]
    write_table(book, long, "sheet-followed", _FOLLOWED_COLUMNS, lines, frozen="D2", paper=Paper.A3)


def _followed_line(language: str, problem: FollowedProblem, as_of: datetime) -> list[Value]:
    return [
        measure_number(problem.number),
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
    fill = RED if problem.is_overdue else None
    return Cell(state, fill=fill, centred=True)


_HIGHLIGHT_COLUMNS = (
    Column("sheet-col-place", 7, centred=True),
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 28),
    Column("sheet-col-unit", 18),
    Column("sheet-col-highlight", 70),
    Column("sheet-col-told", 10, centred=True),
    Column("sheet-col-marked-by", 12, centred=True),
    Column("sheet-col-marked-at", 17, centred=True, shown=Format.MOMENT),
)


def _write_highlights(book: Book, ledger: Ledger, long: LongTexts) -> None:
    """What units have marked for the month; no page while there is none."""
    if not ledger.highlights:
        return
    lines: list[list[Value]] = [
        [
            place,
            measure_number(one.number),
            one_line(one.title),
            one_line(one.unit),
            one.text,
            plain(book.language, "sheet-no" if one.left_out else "sheet-yes"),
            one_line(one.marked_by),
            one.marked_at,
        ]
        for place, one in enumerate(ledger.highlights, start=1)
    ]
    write_table(book, long, "sheet-highlights", _HIGHLIGHT_COLUMNS, lines, frozen="E2")


# --- indicators ---

_INDICATOR_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 22),
    Column("sheet-col-indicator", 22),
    Column("sheet-col-unit", 16),
    Column("sheet-col-comparator", 9, centred=True),
    Column("sheet-col-target", 11, centred=True),
    Column("sheet-col-value", 11, centred=True),
    Column("sheet-col-approximate", 6, centred=True),
    Column("sheet-col-unit-of-measure", 9, centred=True),
    Column("sheet-col-share", 9, centred=True, shown=Format.SHARE),
    Column("sheet-col-reached", 9, centred=True),
    Column("sheet-col-baseline", 11, centred=True),
    Column("sheet-col-pro-rata-due", 9, centred=True, shown=Format.SHARE),
    Column("sheet-col-pro-rata-done", 9, centred=True, shown=Format.SHARE),
    Column("sheet-col-pace", 8, centred=True),
    Column("sheet-col-deadline", 12, centred=True, shown=Format.DAY),
)


def _write_indicators(book: Book, rows: Sequence[LedgerRow]) -> None:
    """Each figure beside its target, and who owes one; no page where the plan wants none."""
    lines = list(_indicator_lines(book.language, rows))
    if not lines:
        return
    sheet = book.table_sheet("sheet-indicators", _INDICATOR_COLUMNS, frozen="D2")
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
        measure_number(measure.number),
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
        _done_cell(language, beside),
        plain(language, f"pace-{beside.pace.value}") if beside else None,
        indicator.deadline,
    ]


def _done_cell(language: str, beside: ProRata | None) -> Value:
    if beside is None:
        return None
    return beside.done if beside.done >= 0 else done_words(language, beside)
