"""The form in Excel that came back: what it says, or every fault by sheet, cell and reason; pure.

A form says everything at once, so it is read whole: one fault and nothing of it is taken. What a
cell answers is decided by the same rules as in the chat (`dialog.answers`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from dialog.answers import typed
from dialog.completion import reason_told
from dialog.filed import as_filed
from dialog.follow_ups import followed_up, joined_units, named_units, read_follow_up
from dialog.last_month import trouble_of_last
from dialog.no_answers import without_words
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Facts, Refused, appended
from dialog.secrecy import SecrecyRules
from dialog.steps import Step
from dialog.words import SAME_WORDS, STATUS_OF_WORD, as_word, cleaned, is_number, means_nothing
from plans.errors import (
    PlanIsDamaged,
    PlanIsEncrypted,
    PlanIsUnsafe,
    PlanTooLarge,
)
from plans.packed import open_package
from reports.form import (
    ENTRY_COLUMNS,
    FIGURE,
    FIGURE_COLUMNS,
    FOLLOW_UP,
    HEAD_ROW,
    HELP,
    KEY_SHEET,
    KIND,
    KINDS,
    MADE,
    NEXT_STEP,
    PROBLEM,
    REASON,
    STATUS,
    TEXT,
    TURN,
    cell_mark,
    cells_to_fill,
    figure_key,
    figure_to_fill,
    fingerprint,
    status_words,
    turn_words,
)
from texts import LANGUAGES, plain
from vocabulary.errors import BaosongError, PlanError
from vocabulary.period import Period
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED, EntryStatus

T = TypeVar("T")

_IN_A_CELL = {
    "answer-number-only": "form-fault-number-only",
    "answer-too-long": "form-fault-too-long",
    "answer-figure-no-number": "form-fault-figure-no-number",
    "answer-figure-not-understood": "form-fault-figure-not-understood",
    "answer-figure-nothing": "form-fault-figure-nothing",
    "answer-figure-too-large": "form-fault-figure-too-large",
}
"""What the chat says of its buttons and messages, said of a cell."""

MOST_ROWS = 5_000
"""Rows that are looked at; a form has as many as its unit has measures."""

_WORKBOOK = "xl/workbook.xml"
_SHEETS = ("form-sheet-entries", "form-sheet-rules")
_ACTIVE = ("vbaProject.bin", "xl/externalLinks/", "xl/embeddings/", "xl/activeX/")
_BESIDE = 30  # columns beside the table that are looked at, where somebody may have gone on
_MOST_OF_A_LIST = 1 << 20  # bytes of the list of sheets that are looked at
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class FormUnreadable(BaosongError):
    """Not a form of ours, or not one that may be opened. reason: the end of a text's key."""

    text_key = "form-unreadable"


class FormHeld(BaosongError):
    """A cell bears a mark of secrecy."""

    text_key = "form-held"


@dataclass(frozen=True, slots=True)
class FormFault:
    """What is wrong in one cell, and how to mend it; `number` is the measure's."""

    sheet: str
    cell: str
    number: str
    text_key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormOf:
    """What a form is of, and when it was made, where that is known.

    marks: by the key of a row, those of its cells to be filled in, as they were handed out.
    """

    report_id: int
    unit: str
    period: Period
    language: str
    marks: Mapping[str, tuple[str, ...]]
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FormChange:
    """An entry that the form changes."""

    entry: ReportEntry
    content: EntryContent


@dataclass(frozen=True, slots=True)
class FormRead:
    """What loading the form would do: nothing when there are faults, nor where it is outdated.

    outdated: what it would put in place of something that was changed since the form was made.
    """

    changes: tuple[FormChange, ...] = ()
    faults: tuple[FormFault, ...] = ()
    outdated: tuple[FormChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    sheet: str
    place: str
    value: object
    kind: str
    number_format: str

    @property
    def text(self) -> str:
        """As it is shown; a whole number without its decimal point."""
        value = self.value
        if isinstance(value, float):
            return f"{Decimal(repr(value)):f}".removesuffix(".0")
        if isinstance(value, bool) or value is None:
            return ""
        return cleaned(str(value))

    @property
    def mark(self) -> str | None:
        """To be compared with that of a cell as it was handed out; None for what cannot be one."""
        return None if self.is_formula or self.is_no_answer else cell_mark(self.text)

    @property
    def is_formula(self) -> bool:
        return self.kind == "f"

    @property
    def is_no_answer(self) -> bool:
        """A date, a truth value or an error sign, which no cell of a form asks for."""
        return isinstance(self.value, datetime | date | time | bool) or self.kind == "e"


_Row = list[_Cell]


@dataclass(frozen=True, slots=True)
class Form:
    """An opened form, not yet compared with anything."""

    of: FormOf
    pages: Mapping[str, list[_Row]]


def is_form(data: bytes) -> bool:
    """Whether the file says that it is a form, or has lost only the sheet that says so.

    What it holds may still be anything.
    """
    try:
        with ZipFile(BytesIO(data)) as package, package.open(_WORKBOOK) as part:
            sheets = part.read(_MOST_OF_A_LIST)
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    return _names(sheets, KEY_SHEET) or any(
        all(_names(sheets, plain(language, key)) for key in _SHEETS) for language in LANGUAGES
    )


def _names(sheets: bytes, title: str) -> bool:
    return f'name="{title}"'.encode() in sheets


def open_form(data: bytes, *, name: str, rules: SecrecyRules) -> Form:
    """Raises FormUnreadable with the reason, and FormHeld for a mark of secrecy in any cell."""
    pages = _pages(data, name=name)
    for row in (row for rows in pages.values() for row in rows):
        for cell in row:
            mark = rules.held_by(cell.value) if isinstance(cell.value, str) else None
            if mark is not None:
                raise FormHeld(mark=mark, sheet=cell.sheet, cell=cell.place)
    return Form(_of(pages, name=name), pages)


def read_form(
    form: Form, report: WorkingReport, *, brought: Mapping[int, str] | None = None
) -> FormRead:
    """What the form says of the report it was made of, as it stands now: all of it, or nothing.

    A cell that nobody has touched says nothing. One that was touched, where the answer has been
    changed since the form was made, makes the form an older version: nothing of it is taken. A form
    may be sent again after it was taken. brought: by entry, the fingerprint of what it said then.
    """
    reading = _Reading(form, report)
    contents = reading.contents()
    changes = tuple(
        FormChange(entry, contents[entry.entry_id])
        for entry in report.entries
        if contents.get(entry.entry_id, _as_in_a_form(entry)) != _as_in_a_form(entry)
    )
    own = brought or {}
    outdated = tuple(
        change
        for change in changes
        if change.entry.entry_id in reading.outdated
        and fingerprint(change.entry.content) != own.get(change.entry.entry_id)
    )
    if outdated:
        return FormRead(outdated=outdated)
    return FormRead(faults=tuple(reading.faults)) if reading.faults else FormRead(changes)


def _as_in_a_form(entry: ReportEntry) -> EntryContent:
    """What of the content a form can say: there the reason is the mark 本月无进展."""
    content = entry.content
    if entry.measure.one_line:
        return replace(as_filed(entry), explanations=content.explanations)
    reason = content.no_progress_reason if content.no_progress else ""
    return replace(content, no_progress=bool(reason), no_progress_reason=reason)


def _pages(data: bytes, *, name: str) -> dict[str, list[_Row]]:
    try:
        package = open_package(data, name=name)
        package.refuse_document_types()
    except PlanError as error:
        raise FormUnreadable(name=name, reason=_reason(error, data)) from error
    if not package.has(_WORKBOOK):
        raise FormUnreadable(name=name, reason="kind")
    parts = package.archive.namelist()
    if any(active in part for part in parts for active in _ACTIVE):
        raise FormUnreadable(name=name, reason="active")
    try:
        workbook = load_workbook(BytesIO(data), read_only=True)
        pages = {sheet.title.strip(): list(_rows(sheet)) for sheet in workbook.worksheets}
        workbook.close()
    except Exception as error:  # whatever the library fails on in a stranger's file
        raise FormUnreadable(name=name, reason="damaged") from error
    return pages


def _rows(sheet: object) -> Iterator[_Row]:
    columns = max(len(ENTRY_COLUMNS), len(FIGURE_COLUMNS)) + _BESIDE
    found = sheet.iter_rows(max_row=MOST_ROWS, max_col=columns)  # type: ignore[attr-defined]  # openpyxl says no type for its read-only pages
    for number, cells in enumerate(found, start=1):
        yield [
            _Cell(
                sheet.title,  # type: ignore[attr-defined]
                f"{get_column_letter(column)}{number}",
                _unescaped(cell.value),
                cell.data_type,
                cell.number_format or "" if cell.value is not None else "",
            )
            for column, cell in enumerate(cells, start=1)
        ]


def _unescaped(value: object) -> object:
    """A workbook writes _x0041_ as _x005F_x0041_."""
    return unescape(value) if isinstance(value, str) else value


def _reason(error: PlanError, data: bytes) -> str:
    match error:
        case PlanIsEncrypted():
            return "encrypted"
        case PlanTooLarge():
            return "large"
        case PlanIsUnsafe():
            return "unsafe"
        case PlanIsDamaged() if data.startswith(_OLD_OFFICE):
            return "old"
        case PlanIsDamaged() if data.startswith(b"PK"):
            return "damaged"
        case _:
            return "kind"


def _of(pages: Mapping[str, list[_Row]], *, name: str) -> FormOf:
    rows = [[cell.text for cell in row[:2]] for row in pages.get(KEY_SHEET, [])]
    written = {row[0]: row[1] for row in rows if len(row) > 1}
    if KIND not in written and any(key.startswith(KINDS) for key in written):
        raise FormUnreadable(name=name, reason="version")
    try:
        return FormOf(
            report_id=int(written["report"]),
            unit=written["unit"],
            period=Period.parse(written["period"]),
            language=next(known for known in LANGUAGES if known == written[KIND]),
            marks={
                key: tuple(marks.split()) for key, marks in written.items() if key[:1].isdigit()
            },
            made_at=datetime.fromisoformat(made) if (made := written.get(MADE)) else None,
        )
    except (KeyError, ValueError, StopIteration, BaosongError) as error:
        raise FormUnreadable(name=name, reason="not-ours") from error


@dataclass(slots=True)
class _Reading:
    """faults: collected on the way, so that all can be said at once.

    outdated: entries with a touched cell whose answer was changed since the form was made.
    """

    form: Form
    report: WorkingReport
    faults: list[FormFault] = field(default_factory=list)
    outdated: set[int] = field(default_factory=set)

    @property
    def _exempt(self) -> frozenset[str]:
        return frozenset(map(str, self.report.exempt_ids))

    def contents(self) -> dict[int, EntryContent]:
        """By entry id; only worth anything when there are no faults."""
        rows = self._rows("form-sheet-entries", len(ENTRY_COLUMNS))
        contents: dict[int, EntryContent] = {}
        if rows is not None:
            for entry in self.report.entries:
                row = rows.pop(str(entry.entry_id), None)
                if row is None:
                    self._missing("form-sheet-entries", entry)
                    continue
                contents[entry.entry_id] = self._entry(entry, self._laid_over(entry, row))
            self._left_over(rows)
        if any(entry.measure.indicators for entry in self.report.entries):
            self._figures(contents)
        return contents

    def _figures(self, contents: dict[int, EntryContent]) -> None:
        rows = self._rows("form-sheet-figures", len(FIGURE_COLUMNS))
        if rows is None:
            return
        for entry in self.report.entries:
            for indicator in entry.measure.indicators:
                row = rows.pop(figure_key(entry.entry_id, indicator.indicator_id), None)
                if row is None:
                    self._missing("form-sheet-figures", entry)
                    continue
                content = contents.get(entry.entry_id)
                if content is not None:
                    cell = self._figure_cell(entry, indicator.indicator_id, row[FIGURE - 1])
                    contents[entry.entry_id] = self._figure(
                        replace(entry, content=content), indicator.indicator_id, cell
                    )
        self._left_over(rows)

    def _laid_over(self, entry: ReportEntry, row: _Row) -> _Row:
        """The row of a form made now, with those cells of it that were touched."""
        handed_out = self.form.of.marks.get(str(entry.entry_id), ())
        now = cells_to_fill(self.form.of.language, entry)
        cells = row[TURN - 1 : REASON]
        marks = handed_out if len(handed_out) == len(now) else [""] * len(now)
        laid = [self._cell(entry, *one) for one in zip(cells, marks, now, strict=True)]
        return [*row[: TURN - 1], *laid, *row[REASON:]]

    def _figure_cell(self, entry: ReportEntry, indicator_id: int, cell: _Cell) -> _Cell:
        marks = self.form.of.marks.get(figure_key(entry.entry_id, indicator_id), ())
        now = figure_to_fill(self.form.of.language, entry, indicator_id)
        return self._cell(entry, cell, marks[0] if marks else "", now)

    def _cell(self, entry: ReportEntry, cell: _Cell, handed_out: str, now: str) -> _Cell:
        """What was left as it was handed out says what stands now."""
        if cell.mark == handed_out:
            return replace(cell, value=now or None, kind="s")
        if cell_mark(now) not in {handed_out, cell.mark}:
            self.outdated.add(entry.entry_id)
        return cell

    def _rows(self, title_key: str, columns: int) -> dict[str, _Row] | None:
        """By the key in the last column; what has neither key nor answer is passed over.

        None where the sheet is not there.
        """
        title = plain(self.form.of.language, title_key)
        if title not in self.form.pages:
            self.faults.append(FormFault(title, "", "", "form-fault-sheet"))
            return None
        found: dict[str, _Row] = {}
        for row in self.form.pages.get(title, [])[HEAD_ROW:]:
            if len(row) < columns:
                continue
            for cell in row[columns:]:
                if cell.text:
                    self._fault(cell, row[0].text, "form-fault-beside")
            key = row[columns - 1].text
            if key.partition(".")[0] in self._exempt:
                continue  # filled in before it was exempt: not asked, and no fault
            if key and key not in found:
                found[key] = row
            elif any(cell.value is not None for cell in row):
                self._fault(row[0], row[0].text, "form-fault-key")
        return found

    def _entry(self, entry: ReportEntry, row: _Row) -> EntryContent:
        number = entry.measure.number
        if row[0].text != cleaned(number):
            self._fault(row[0], number, "form-fault-number", number=number)
        if entry.measure.one_line:
            return self._one_line(entry, row)
        status = self._chosen(row[STATUS - 1], number, status_words)
        reason = self._words(entry, row[REASON - 1], "reason", entry.content.no_progress_reason)
        text, reason = self._completion(entry, row[TEXT - 1], reason)
        help_from = self._text(row[HELP - 1], number, SHORT_LIMIT)
        content = EntryContent(
            status=status,
            text=text,
            problem=self._short(entry, row[PROBLEM - 1], status, "problem"),
            next_step=self._short(entry, row[NEXT_STEP - 1], status, "next-step"),
            no_progress=bool(reason),
            no_progress_reason=reason,
            explanations=entry.content.explanations,
            help_from="" if means_nothing(help_from) else joined_units(named_units(help_from)),
        )
        if content.problem == entry.content.problem and status not in TROUBLED:
            content = replace(content, problem_stands=entry.content.problem_stands)
        return self._followed_up(entry, content, row)

    def _completion(self, entry: ReportEntry, cell: _Cell, reason: str) -> tuple[str, str]:
        """The text, and the reason of no progress: 无进展，等批复 tells it in the text's cell."""
        number = entry.measure.number
        text = self._text(cell, number, TEXT_LIMIT)
        if text and means_nothing(text):
            self._fault(cell, number, "answer-nothing-text")
            return "", reason
        if text == cleaned(entry.content.text):
            return text, reason
        if as_word(text) in SAME_WORDS:
            return self._as_last(cell, number, entry.last.text if entry.last else ""), reason
        if as_word(text) in STATUS_OF_WORD:
            self._fault(cell, number, "form-fault-status-only", said=text)
            return "", reason
        told = reason_told(text)
        if told is None:
            self._empty(entry, cell, "text", text, entry.content.text)
            return text, reason
        whole = appended(reason, told) if told else reason
        if not whole:
            self._fault(cell, number, "form-fault-no-progress", said=text)
        elif len(whole) > SHORT_LIMIT:
            self._fault(cell, number, "answer-too-long", length=len(whole), limit=SHORT_LIMIT)
        return "", whole

    def _as_last(self, cell: _Cell, number: str, words: str) -> str:
        """Last month's words, for which 同上月 stands in the cell."""
        if not words:
            self._fault(cell, number, "answer-no-last")
        return words

    def _one_line(self, entry: ReportEntry, row: _Row) -> EntryContent:
        """What is written in its cell, as in the chat; an empty one takes the words away."""
        number = entry.measure.number
        columns = (TURN, FOLLOW_UP, STATUS, PROBLEM, NEXT_STEP, HELP, REASON)
        beside = [row[c - 1] for c in columns if self._text(row[c - 1], number, SHORT_LIMIT)]
        if beside:
            key = "form-fault-one-line" if len(beside) == 1 else "form-fault-one-line-only"
            places = "、".join(cell.place for cell in beside)
            self.faults.append(FormFault(beside[0].sheet, places, number, key))
        blank = EntryContent(explanations=entry.content.explanations)
        said = self._text(row[TEXT - 1], number, TEXT_LIMIT)
        if not said:
            return blank
        answer = typed(replace(entry, content=blank), Step.TEXT, None, said)
        if isinstance(answer, Refused):
            self._fault(row[TEXT - 1], number, answer.text_key, **answer.facts)
            return blank
        return answer.content

    def _followed_up(self, entry: ReportEntry, content: EntryContent, row: _Row) -> EntryContent:
        """The content with what has become of the open problem, as the chat takes it."""
        number, problem = entry.measure.number, entry.measure.open_problem
        turn = self._chosen(row[TURN - 1], number, turn_words)
        follow_up = entry.content.follow_up
        before = follow_up.words if follow_up else ""
        words = self._words(entry, row[FOLLOW_UP - 1], "follow-up", before)
        if turn is None and not words:
            return content
        if problem is None:
            self._fault(row[FOLLOW_UP - 1], number, "form-fault-no-problem")
            return content
        if turn is None:
            turn, words = read_follow_up(words, None)
        return followed_up(content, problem, turn, words)

    def _chosen(
        self, cell: _Cell, number: str, words: Callable[[str], Mapping[str, T]]
    ) -> T | None:
        """What one of the words offered in the cell means, in any language."""
        said = self._text(cell, number, SHORT_LIMIT)
        if not said:
            return None
        for language in LANGUAGES:
            if (chosen := words(language).get(said)) is not None:
                return chosen
        offered = "、".join(words(self.form.of.language))
        self._fault(cell, number, "form-fault-status", said=said[:20], offered=offered)
        return None

    def _short(self, entry: ReportEntry, cell: _Cell, status: EntryStatus | None, step: str) -> str:
        """无 is an answer where nothing is asked, and none where something is."""
        said = self._text(cell, entry.measure.number, SHORT_LIMIT)
        if status not in TROUBLED:
            return "" if means_nothing(said) else said
        before = entry.content.problem if step == "problem" else entry.content.next_step
        if as_word(said) in SAME_WORDS:
            last = trouble_of_last(entry)
            words = last.problem if step == "problem" else last.next_step
            return self._as_last(cell, entry.measure.number, words)
        if said and means_nothing(said):
            self._fault(cell, entry.measure.number, f"answer-nothing-{step}")
            return ""
        self._empty(entry, cell, step, said, before)
        return said

    def _words(self, entry: ReportEntry, cell: _Cell, what: str, before: str) -> str:
        """What was written; that there is nothing is the same as an empty cell."""
        said = self._text(cell, entry.measure.number, SHORT_LIMIT)
        if means_nothing(said):
            return ""
        self._empty(entry, cell, what, said, before)
        return said

    def _empty(self, entry: ReportEntry, cell: _Cell, what: str, said: str, before: str) -> None:
        """Words that answer nothing are a fault, unless they stood there before."""
        if not said or said == cleaned(before):
            return
        number = entry.measure.number
        if what == "reason" and as_word(said) in SAME_WORDS:
            self._fault(cell, number, "answer-same-reason", said=said)
        elif is_number(said):
            self._fault(cell, number, "answer-number-only", said=said)
        elif refused := without_words(entry, what, said):
            self._fault(cell, number, refused.text_key, **refused.facts)

    def _text(self, cell: _Cell, number: str, limit: int) -> str:
        if cell.is_formula:
            self._fault(cell, number, "form-fault-formula")
            return ""
        if cell.is_no_answer:
            self._fault(cell, number, "form-fault-no-text")
            return ""
        if len(cell.text) > limit:
            self._fault(cell, number, "answer-too-long", length=len(cell.text), limit=limit)
            return ""
        return cell.text

    def _figure(self, entry: ReportEntry, indicator_id: int, cell: _Cell) -> EntryContent:
        """The content with the figure. A number in the cell is one; words are read as in chat."""
        number = entry.measure.number
        if cell.is_formula or cell.is_no_answer:
            key = "form-fault-formula" if cell.is_formula else "form-fault-no-figure"
            self._fault(cell, number, key)
            return entry.content
        said = cell.text
        if not said:
            return entry.content
        if isinstance(cell.value, int | float) and "%" in cell.number_format:
            said = f"{Decimal(repr(cell.value)) * 100:f}%"
        answer = typed(entry, Step.FIGURE, indicator_id, said)
        if isinstance(answer, Refused):
            self._fault(cell, number, answer.text_key, **answer.facts)
            return entry.content
        return answer.content

    def _missing(self, sheet_key: str, entry: ReportEntry) -> None:
        sheet = plain(self.form.of.language, sheet_key)
        self.faults.append(FormFault(sheet, "", entry.measure.number, "form-fault-row-missing"))

    def _left_over(self, rows: Mapping[str, _Row]) -> None:
        for row in rows.values():
            self._fault(row[0], row[0].text, "form-fault-row-unknown")

    def _fault(self, cell: _Cell, number: str, text_key: str, /, **facts: str | int) -> None:
        key = _IN_A_CELL.get(text_key, text_key)
        self.faults.append(FormFault(cell.sheet, cell.place, number, key, facts))
