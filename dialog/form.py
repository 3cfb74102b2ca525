"""The form in Excel that came back: what it says, or every fault by sheet, cell and reason; pure.

A form says everything at once, so it is read whole: one fault and nothing of it is taken. What a
cell answers is decided by the same rules as in the chat (`dialog.answers`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from dialog.answers import typed
from dialog.completion import reason_told
from dialog.filed import as_filed
from dialog.follow_ups import (
    TURN_OF_WORD,
    followed_up,
    joined_units,
    named_units,
    read_follow_up,
)
from dialog.form_pages import Form, FormCell, FormRow
from dialog.last_month import trouble_of_last
from dialog.no_answers import without_words
from dialog.outcome import (
    SHORT_LIMIT,
    TEXT_LIMIT,
    Facts,
    Refused,
    appended,
    nothing_before,
)
from dialog.steps import Step
from dialog.words import (
    NO_PROGRESS_WORDS,
    SAME_WORDS,
    STATUS_OF_WORD,
    as_word,
    cleaned,
    is_number,
    means_nothing,
)
from reports.form import (
    ENTRY_COLUMNS,
    FIGURE,
    FIGURE_COLUMNS,
    FOLLOW_UP,
    HEAD_ROW,
    HELP,
    NEXT_STEP,
    PROBLEM,
    REASON,
    RULE_LINES,
    SHEETS,
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
from reports.printable import one_line
from texts import LANGUAGES, plain
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED, EntryStatus, ProblemTurn

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


@dataclass(frozen=True, slots=True)
class FormFault:
    """What is wrong in one cell, and how to mend it; `number` is the measure's."""

    sheet: str
    cell: str
    number: str
    text_key: str
    facts: Facts = field(default_factory=dict)


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


@dataclass(slots=True)
class _Rows:
    """The rows of a page by their key; strays have none of their own.

    asked: the keys of those that the page must have. key_at: in which of its cells a row has it.
    """

    asked: frozenset[str]
    key_at: int
    by_key: dict[str, FormRow] = field(default_factory=dict)
    strays: list[FormRow] = field(default_factory=list)

    def add(self, key: str, row: FormRow) -> None:
        if key and key not in self.by_key:
            self.by_key[key] = row
        elif any(cell.value is not None for cell in row):
            self.strays.append(row)

    def without_key(self, known_by: Mapping[int, str]) -> FormRow | None:
        """The row whose own key is gone or another one. known_by: what else stands in its cells."""
        unknown = {key: row for key, row in self.by_key.items() if key not in self.asked}
        for key, row in [*unknown.items(), *(("", row) for row in self.strays)]:
            if all(row[at].text == cleaned(one_line(words)) for at, words in known_by.items()):
                if key:
                    del self.by_key[key]
                else:
                    self.strays.remove(row)
                return row
        return None


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

    @property
    def _has_figures(self) -> bool:
        return any(entry.measure.indicators for entry in self.report.entries)

    def contents(self) -> dict[int, EntryContent]:
        """By entry id; only worth anything when there are no faults."""
        self._elsewhere()
        keys = [str(entry.entry_id) for entry in self.report.entries]
        rows = self._rows("form-sheet-entries", len(ENTRY_COLUMNS), keys)
        contents: dict[int, EntryContent] = {}
        if rows is not None:
            for entry in self.report.entries:
                row = self._row(rows, str(entry.entry_id), entry, {0: entry.measure.number})
                if row is None:
                    self._missing("form-sheet-entries", entry)
                    continue
                contents[entry.entry_id] = self._entry(entry, self._laid_over(entry, row))
            self._left_over(rows)
        if self._has_figures:
            self._figures(contents)
        return contents

    def _figures(self, contents: dict[int, EntryContent]) -> None:
        asked = [(entry, one) for entry in self.report.entries for one in entry.measure.indicators]
        keys = [figure_key(entry.entry_id, one.indicator_id) for entry, one in asked]
        rows = self._rows("form-sheet-figures", len(FIGURE_COLUMNS), keys)
        if rows is None:
            return
        for key, (entry, indicator) in zip(keys, asked, strict=True):
            row = self._row(rows, key, entry, {0: entry.measure.number, 2: indicator.name})
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

    def _row(
        self, rows: _Rows, key: str, entry: ReportEntry, known_by: Mapping[int, str]
    ) -> FormRow | None:
        row = rows.by_key.pop(key, None)
        if row is None and (row := rows.without_key(known_by)) is not None:
            self._fault(row[rows.key_at], entry.measure.number, "form-fault-key-changed")
        return row

    def _elsewhere(self) -> None:
        """What was written where nothing is read: on another sheet, or as a comment."""
        entries, figures, rules = (plain(self.form.of.language, key) for key in SHEETS)
        read = {entries, figures} if self._has_figures else {entries}
        others = self.form.pages.keys() - read - self.form.concealed
        is_renamed = not read <= self.form.pages.keys()
        for title in () if is_renamed else [one for one in self.form.pages if one in others]:
            own_lines = RULE_LINES if title == rules else 0
            cells = (cell for row in self.form.pages[title] for cell in row if cell.text)
            written = (c for c in cells if c.place.column != "A" or c.place.row > own_lines)
            if (first := next(written, None)) is not None:
                self._fault(first, "", "form-fault-other-sheet")
        for comment in {(one.sheet, one.place): one for one in self.form.comments}.values():
            self._fault(comment, self._number_beside(comment), "form-fault-comment")

    def _number_beside(self, cell: FormCell) -> str:
        """That of the measure in whose row the cell stands."""
        rows = self.form.pages.get(cell.sheet, [])[HEAD_ROW:]
        of_row = (row for row in rows if row and row[0].place.row == cell.place.row)
        return next((row[0].text for row in of_row), "")

    def _laid_over(self, entry: ReportEntry, row: FormRow) -> FormRow:
        """The row of a form made now, with those cells of it that were touched."""
        handed_out = self.form.of.marks.get(str(entry.entry_id), ())
        now = cells_to_fill(self.form.of.language, entry)
        cells = row[TURN - 1 : REASON]
        marks = handed_out if len(handed_out) == len(now) else [""] * len(now)
        laid = [self._cell(entry, *one) for one in zip(cells, marks, now, strict=True)]
        return [*row[: TURN - 1], *laid, *row[REASON:]]

    def _figure_cell(self, entry: ReportEntry, indicator_id: int, cell: FormCell) -> FormCell:
        marks = self.form.of.marks.get(figure_key(entry.entry_id, indicator_id), ())
        now = figure_to_fill(self.form.of.language, entry, indicator_id)
        return self._cell(entry, cell, marks[0] if marks else "", now)

    def _cell(self, entry: ReportEntry, cell: FormCell, handed_out: str, now: str) -> FormCell:
        """What was left as it was handed out says what stands now."""
        if cell.mark == handed_out:
            return replace(cell, value=now or None, kind="s")
        if cell_mark(now) not in {handed_out, cell.mark}:
            self.outdated.add(entry.entry_id)
        return cell

    def _rows(self, title_key: str, columns: int, asked: Sequence[str]) -> _Rows | None:
        """What has neither key nor answer is passed over. None where the sheet is not there."""
        title = plain(self.form.of.language, title_key)
        if title not in self.form.pages:
            self.faults.append(FormFault(title, "", "", "form-fault-sheet"))
            return None
        found = _Rows(frozenset(asked), key_at=columns - 1)
        for row in self.form.pages.get(title, [])[HEAD_ROW:]:
            if len(row) < columns:
                continue
            for cell in row[columns:]:
                if cell.text:
                    self._fault(cell, row[0].text, "form-fault-beside")
            key = row[found.key_at].text
            if key.partition(".")[0] not in self._exempt:  # else not asked, and no fault
                found.add(key, row)
        return found

    def _entry(self, entry: ReportEntry, row: FormRow) -> EntryContent:
        number = entry.measure.number
        if row[0].text != cleaned(number):
            self._fault(row[0], number, "form-fault-number", number=number)
        if entry.measure.one_line:
            return self._one_line(entry, row)
        status = self._status(entry, row[STATUS - 1], row[REASON - 1])
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

    def _completion(self, entry: ReportEntry, cell: FormCell, reason: str) -> tuple[str, str]:
        """The text, and the reason of no progress: 无进展，等批复 tells it in the text's cell."""
        number = entry.measure.number
        text = self._text(cell, number, TEXT_LIMIT)
        if text and means_nothing(text):
            self._fault(cell, number, "answer-nothing-text")
            return "", reason
        if text == cleaned(entry.content.text):
            return text, reason
        if as_word(text) in SAME_WORDS:
            return self._as_last(entry, cell, entry.last.text if entry.last else ""), reason
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

    def _as_last(self, entry: ReportEntry, cell: FormCell, words: str) -> str:
        """Last month's words, for which 同上月 stands in the cell."""
        if not words:
            self._fault(cell, entry.measure.number, nothing_before(entry.measure).text_key)
        return words

    def _one_line(self, entry: ReportEntry, row: FormRow) -> EntryContent:
        """What is written in its cell, as in the chat; an empty one takes the words away."""
        number = entry.measure.number
        columns = (TURN, FOLLOW_UP, STATUS, PROBLEM, NEXT_STEP, HELP, REASON)
        beside = [row[c - 1] for c in columns if self._text(row[c - 1], number, SHORT_LIMIT)]
        if beside:
            key = "form-fault-one-line" if len(beside) == 1 else "form-fault-one-line-only"
            places = "、".join(str(cell.place) for cell in beside)
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

    def _followed_up(self, entry: ReportEntry, content: EntryContent, row: FormRow) -> EntryContent:
        """The content with what has become of the open problem, as the chat takes it."""
        number, problem = entry.measure.number, entry.measure.open_problem
        turn = self._turn(row[TURN - 1], number)
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
        is_kept = follow_up is not None and follow_up.together and words == before
        return followed_up(content, problem, turn, words, together=is_kept)

    def _turn(self, cell: FormCell, number: str) -> ProblemTurn | None:
        """As the chat reads it too: 解决了, 还在办."""
        is_word = not (cell.is_formula or cell.is_no_answer)
        told = TURN_OF_WORD.get(as_word(cell.text)) if is_word else None
        return told or self._chosen(cell, number, turn_words)

    def _status(self, entry: ReportEntry, cell: FormCell, beside: FormCell) -> EntryStatus | None:
        """As the chat reads it too: 正常, 同上月. beside: where the reason of no progress goes."""
        number, word = entry.measure.number, as_word(cell.text)
        if cell.is_formula or cell.is_no_answer:
            return self._chosen(cell, number, status_words)
        if word in SAME_WORDS:
            last = entry.last.status if entry.last else None
            return last or self._chosen(cell, number, status_words)
        if word in NO_PROGRESS_WORDS or (word and reason_told(cell.text) is not None):
            said, offered = cell.text[:20], "、".join(status_words(self.form.of.language))
            key = "form-fault-status-no-progress"
            self._fault(cell, number, key, said=said, offered=offered, cell=str(beside.place))
            return None
        return STATUS_OF_WORD.get(word) or self._chosen(cell, number, status_words)

    def _chosen(
        self, cell: FormCell, number: str, words: Callable[[str], Mapping[str, T]]
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

    def _short(
        self, entry: ReportEntry, cell: FormCell, status: EntryStatus | None, step: str
    ) -> str:
        """无 is an answer where nothing is asked, and none where something is."""
        said = self._text(cell, entry.measure.number, SHORT_LIMIT)
        if status not in TROUBLED:
            return "" if means_nothing(said) else said
        before = entry.content.problem if step == "problem" else entry.content.next_step
        if as_word(said) in SAME_WORDS:
            last = trouble_of_last(entry)
            words = last.problem if step == "problem" else last.next_step
            return self._as_last(entry, cell, words)
        if said and means_nothing(said):
            self._fault(cell, entry.measure.number, f"answer-nothing-{step}")
            return ""
        self._empty(entry, cell, step, said, before)
        return said

    def _words(self, entry: ReportEntry, cell: FormCell, what: str, before: str) -> str:
        """What was written; that there is nothing is the same as an empty cell."""
        said = self._text(cell, entry.measure.number, SHORT_LIMIT)
        if means_nothing(said):
            return ""
        self._empty(entry, cell, what, said, before)
        return said

    def _empty(self, entry: ReportEntry, cell: FormCell, what: str, said: str, before: str) -> None:
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

    def _text(self, cell: FormCell, number: str, limit: int) -> str:
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

    def _figure(self, entry: ReportEntry, indicator_id: int, cell: FormCell) -> EntryContent:
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

    def _left_over(self, rows: _Rows) -> None:
        for key, row in rows.by_key.items():
            written = [cell for cell in row if cell.text]
            if len(written) == 1 and written[0].text == key:  # a remark below the table
                self._fault(written[0], "", "form-fault-beside")
            else:
                self._fault(row[0], row[0].text, "form-fault-row-unknown")
        for row in rows.strays:
            first = next((cell for cell in row if cell.text), row[0])
            self._fault(first, row[0].text, "form-fault-key")

    def _fault(self, cell: FormCell, number: str, text_key: str, /, **facts: str | int) -> None:
        key = _IN_A_CELL.get(text_key, text_key)
        self.faults.append(FormFault(cell.sheet, str(cell.place), number, key, facts))
