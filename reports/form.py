"""The form in Excel (填报表): a unit's report to be filled in away from the chat, and sent back.

`dialog.form` reads it. What both need to know of its shape stands here.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from pydantic import TypeAdapter

from reports.figures import target_words, value_words
from reports.printable import file_name, one_line, printable
from reports.sheets import Book, Cell, Column, Format, Sheet, Value
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import moment_name, month_name, number, period_name, when_told
from vocabulary.report import AskedIndicator, EntryContent, Figure, ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus, ProblemTurn

KINDS = "baosong-form-"
KIND = f"{KINDS}3"
"""What the concealed page begins with; another number is another shape."""

KEY_SHEET = "baosong"
"""The concealed page: what the form is of, when it was made, and what stood in it then."""

MADE = "made"
"""The row of that page with the moment; the rows below hold the marks of what was handed out."""

SHEETS = ("form-sheet-entries", "form-sheet-figures", "form-sheet-rules")
"""The pages that are shown; the second is only there where figures are asked."""

ENTRY_COLUMNS = (
    Column("form-col-number", 7, centred=True),
    Column("form-col-measure", 30),
    Column("form-col-role", 8, centred=True),
    Column("form-col-last", 36),
    Column("form-col-open-problem", 30),
    Column("form-col-turn", 12, centred=True),
    Column("form-col-follow-up", 28),
    Column("form-col-status", 12, centred=True),
    Column("form-col-text", 50),
    Column("form-col-problem", 28),
    Column("form-col-next-step", 28),
    Column("form-col-help", 20),
    Column("form-col-reason", 22),
    Column("form-col-key", 8),
)
FIGURE_COLUMNS = (
    Column("form-col-number", 7, centred=True),
    Column("form-col-measure", 30),
    Column("form-col-indicator", 34),
    Column("form-col-target", 16, centred=True),
    Column("form-col-figure-last", 14, centred=True),
    Column("form-col-figure", 16, centred=True),
    Column("form-col-unit", 8, centred=True),
    Column("form-col-key", 8),
)
HEAD_ROW = 3
"""On both pages: the row of the heads, the first row with answers below it."""

TURN, FOLLOW_UP, STATUS, TEXT, PROBLEM, NEXT_STEP, HELP, REASON = range(6, 14)
"""Columns of the answers, from 1; the key is the last of its page."""
FIGURE = 6

_TO_FILL = "FFF9E5"
_NOTHING_TO_FILL = ("",) * (REASON - TURN)
_RULES = (
    "status",
    "text",
    "trouble",
    "follow-up",
    "reason",
    "one-line",
    "figure",
    "blank",
    "back",
    "secrecy",
)
RULE_LINES = 1 + len(_RULES)
"""Lines of the page with the instructions."""

_CONTENT = TypeAdapter(EntryContent)


def fingerprint(content: EntryContent) -> str:
    """Tells whether an entry has been changed since it was shown."""
    return hashlib.sha256(_CONTENT.dump_json(content)).hexdigest()[:16]


def cell_mark(words: str) -> str:
    """Tells whether anybody has touched a cell; programs that save it differ in blanks."""
    plain_words = "".join(printable(words).split())
    return hashlib.sha256(plain_words.encode(errors="replace")).hexdigest()[:12]


def cells_to_fill(language: str, entry: ReportEntry) -> tuple[str, ...]:
    """What stands in them when the form is made, from TURN to REASON."""
    cells = _entry_cells(language, entry)[TURN - 1 : REASON]
    return tuple(str(cell.value if isinstance(cell, Cell) else cell) for cell in cells)


def figure_to_fill(language: str, entry: ReportEntry, indicator_id: int) -> str:
    """Likewise, of the page with the figures."""
    return _figure_words(language, entry.content.figure(indicator_id))


def form_file_name(report: WorkingReport) -> str:
    """市工科局2022年7月份填报表.xlsx."""
    period = period_name(DEFAULT_LANGUAGE, report.period)
    words = plain(DEFAULT_LANGUAGE, "form-file", unit=one_line(report.unit), period=period)
    return file_name(words, ".xlsx")


def make_form(
    report: WorkingReport, language: str = DEFAULT_LANGUAGE, made_at: datetime | None = None
) -> bytes:
    """The workbook, with what is filled in already; the same report always becomes the same bytes.

    Only the cells to be filled in can be changed; what a person typed is text. made_at: aware; by
    it a form that comes back says how old it is.
    """
    period = period_name(language, report.period)
    title = plain(language, "form-title", unit=one_line(report.unit), period=period)
    book = Book(language, title=title, author=one_line(report.unit), at=report.due_at)
    _write_entries(book, report, title)
    if any(entry.measure.indicators for entry in report.entries):
        _write_figures(book, report, title)
    _write_rules(book, title)
    _write_key(book, report, made_at)
    return book.to_bytes()


def status_words(language: str) -> dict[str, EntryStatus]:
    """What stands in the status cell → the status."""
    return {plain(language, f"status-{status.value}"): status for status in EntryStatus}


def turn_words(language: str) -> dict[str, ProblemTurn]:
    """What stands in the cell about the open problem → what has become of it."""
    return {plain(language, f"problem-turn-{turn.value}"): turn for turn in ProblemTurn}


def _write_entries(book: Book, report: WorkingReport, title: str) -> None:
    widths = [column.width for column in ENTRY_COLUMNS]
    key = len(ENTRY_COLUMNS)
    sheet = book.sheet("form-sheet-entries", widths, frozen=f"C{HEAD_ROW + 1}", hidden=[key])
    _write_top(sheet, report, title)
    sheet.head(ENTRY_COLUMNS)
    for entry in report.entries:
        _row(sheet, ENTRY_COLUMNS, _entry_cells(sheet.language, entry))
    for column, words in (
        (TURN, turn_words(sheet.language)),
        (STATUS, status_words(sheet.language)),
    ):
        sheet.offer(column, list(words), first=HEAD_ROW + 1, last=sheet.rows)
    sheet.protect()


def _write_top(sheet: Sheet, report: WorkingReport, title: str) -> None:
    sheet.row([Cell(title, bold=True, size=14, boxed=False, wrapped=False)])
    due = moment_name(sheet.language, report.due_at)
    note = plain(sheet.language, "form-note", due=due)
    sheet.row([Cell(note, boxed=False, wrapped=False)])


def _entry_cells(language: str, entry: ReportEntry) -> list[Value]:
    if entry.measure.one_line:
        return _one_line_cells(language, entry)
    now = entry.content
    status = plain(language, f"status-{now.status.value}") if now.status else ""
    return [
        entry.measure.number,
        one_line(entry.measure.title or entry.measure.text),
        plain(language, f"role-{entry.measure.role.value}"),
        _last_words(language, entry.last),
        *_open_problem_cells(language, entry),
        _to_fill(status, centred=True),
        *map(_to_fill, (now.text, now.problem, now.next_step, now.help_from)),
        _to_fill(now.no_progress_reason if now.no_progress else ""),
        str(entry.entry_id),
    ]


def _open_problem_cells(language: str, entry: ReportEntry) -> list[Value]:
    """The problem of a month before, and what has become of it; nothing to fill in without one."""
    problem, said = entry.measure.open_problem, entry.content.follow_up
    if problem is None:
        return ["", "", ""]
    since = month_name(language, problem.since)
    words = plain(language, "form-open-problem", since=since, words=problem.words)
    turn = plain(language, f"problem-turn-{said.turn.value}") if said else ""
    return [words, _to_fill(turn, centred=True), _to_fill(said.words if said else "")]


def _one_line_cells(language: str, entry: ReportEntry) -> list[Value]:
    """Only the words can be filled in; that there is nothing is said in words too."""
    now = entry.content
    return [
        entry.measure.number,
        one_line(entry.measure.title or entry.measure.text),
        plain(language, f"role-{entry.measure.role.value}"),
        _last_line(language, entry.last),
        *_NOTHING_TO_FILL[: TEXT - TURN + 1],
        _to_fill(plain(language, "card-no-help") if now.no_progress else now.text),
        *_NOTHING_TO_FILL[: REASON - TEXT],
        str(entry.entry_id),
    ]


def _last_line(language: str, last: EntryContent | None) -> str:
    if last is not None and last.no_progress:
        return plain(language, "card-no-help")
    return last.text if last else ""


def _last_words(language: str, last: EntryContent | None) -> str:
    if last is None:
        return ""
    said = last.no_progress_reason if last.no_progress else last.text
    if last.status is None:
        return said
    status = plain(language, f"status-{last.status.value}")
    return plain(language, "form-last", status=status, text=said)


def _to_fill(value: str, *, centred: bool = False, shown: Format = Format.TEXT) -> Cell:
    return Cell(value, shown, centred=centred, fill=_TO_FILL, unlocked=True)


def _write_figures(book: Book, report: WorkingReport, title: str) -> None:
    widths = [column.width for column in FIGURE_COLUMNS]
    key = len(FIGURE_COLUMNS)
    sheet = book.sheet("form-sheet-figures", widths, frozen=f"D{HEAD_ROW + 1}", hidden=[key])
    _write_top(sheet, report, title)
    sheet.head(FIGURE_COLUMNS)
    for entry in report.entries:
        for indicator in entry.measure.indicators:
            _row(sheet, FIGURE_COLUMNS, _figure_cells(sheet.language, entry, indicator))
    sheet.protect()


def _figure_cells(language: str, entry: ReportEntry, indicator: AskedIndicator) -> list[Value]:
    now = entry.content.figure(indicator.indicator_id)
    return [
        entry.measure.number,
        one_line(entry.measure.title or entry.measure.text),
        one_line(indicator.name),
        target_words(language, indicator),
        _last_known(language, entry, indicator),
        _to_fill(_figure_words(language, now), centred=True),
        one_line(indicator.unit_of_measure),
        figure_key(entry.entry_id, indicator.indicator_id),
    ]


def _last_known(language: str, entry: ReportEntry, indicator: AskedIndicator) -> str:
    """Last month's figure; of a total that has none there, the newest one, behind its month."""
    known = entry.known_before(indicator.indicator_id)
    if known is not None:
        value = value_words(language, indicator, known.figure)
        when = when_told(language, entry.when(known))
        return plain(language, "form-figure-known", when=when, figure=value)
    last = entry.last.figure(indicator.indicator_id) if entry.last else None
    return value_words(language, indicator, last) if last else ""


def _figure_words(language: str, figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.value is None:
        return plain(language, "form-no-figure")
    about = plain(language, "sheet-about") if figure.approximate else ""
    return f"{about}{number(figure.value)}"


def _write_rules(book: Book, title: str) -> None:
    sheet = book.sheet("form-sheet-rules", [100], frozen="A2")
    sheet.row([Cell(title, bold=True, size=14, boxed=False)])
    for rule in _RULES:
        sheet.row([Cell(plain(sheet.language, f"form-rule-{rule}"), size=11, boxed=False)])
    sheet.protect()


def _write_key(book: Book, report: WorkingReport, made_at: datetime | None) -> None:
    sheet = book.sheet("form-sheet-key", [24, 120], frozen="A1")
    for name, value in (
        (KIND, book.language),
        ("report", str(report.report_id)),
        ("unit", report.unit),
        ("period", str(report.period)),
        (MADE, made_at.astimezone(UTC).isoformat() if made_at is not None else ""),
    ):
        sheet.row([Cell(name), Cell(value)])
    for entry in report.entries:
        _marks(sheet, str(entry.entry_id), cells_to_fill(book.language, entry))
        for one in entry.measure.indicators:
            words = figure_to_fill(book.language, entry, one.indicator_id)
            _marks(sheet, figure_key(entry.entry_id, one.indicator_id), [words])
    sheet.protect()
    sheet.conceal()


def _marks(sheet: Sheet, key: str, cells: Iterable[str]) -> None:
    sheet.row([Cell(key), Cell(" ".join(map(cell_mark, cells)))])


def figure_key(entry_id: int, indicator_id: int) -> str:
    return f"{entry_id}.{indicator_id}"


def _row(sheet: Sheet, columns: Sequence[Column], values: Sequence[Value]) -> None:
    sheet.row([column.cell(value) for column, value in zip(columns, values, strict=True)])
