"""What a draft that was edited in Word means for its report; pure.

Each changed field is an answer, by the same rules as in the chat (`dialog.answers`). It counts from
the revision that the draft was made from: what others have changed since stays, and where both have
changed the same, a person chooses.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from dialog.answers import typed
from dialog.follow_ups import joined_units, named_units
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Accepted, Answer, Note, Refused
from dialog.steps import Step
from dialog.word_edits import FieldEdit, WordEdits
from dialog.words import cleaned, means_nothing
from reports.draft_marks import Field
from reports.form import fingerprint
from reports.paper_words import ended
from reports.printable import lines_of
from vocabulary.report import EntryContent, FiledReport, ReportEntry, WorkingReport

_STEP = {
    Field.TEXT: Step.TEXT,
    Field.PROBLEM: Step.PROBLEM,
    Field.NEXT_STEP: Step.NEXT_STEP,
    Field.REASON: Step.REASON,
    Field.FOLLOW_UP: Step.FOLLOW_UP,
}
_STOP = "。"
_LONGEST = TEXT_LIMIT + 2 * SHORT_LIMIT  # a text with the problem and the next step under labels


@dataclass(frozen=True, slots=True)
class Clash:
    """The same was changed here since, and otherwise."""

    entry: ReportEntry
    field: Field
    here: str
    in_word: str


@dataclass(frozen=True, slots=True)
class WordChange:
    """An entry as the paper would have it. notes: what was made of its words."""

    entry: ReportEntry
    content: EntryContent
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class WordRefusal:
    """Words that are no answer, with why; what was said before stays."""

    entry: ReportEntry
    field: Field
    answer: Refused


@dataclass(frozen=True, slots=True)
class WordChanges:
    """changes: with none of the clashes. gone: numbers of what is not asked any more."""

    changes: tuple[WordChange, ...] = ()
    clashes: tuple[Clash, ...] = ()
    refusals: tuple[WordRefusal, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Other changes, or the same from another state, have another one; 12 signs."""
        parts = [
            f"{one.entry.entry_id}:{fingerprint(one.entry.content)}:{fingerprint(one.content)}"
            for one in self.changes
        ]
        parts += [
            f"{one.entry.entry_id}:{one.field}:{one.here!r}:{one.in_word!r}" for one in self.clashes
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def word_changes(
    edits: WordEdits, base: FiledReport, report: WorkingReport, *, word_wins: bool = False
) -> WordChanges:
    """base: the revision that the draft was made from. report: as it stands now.

    word_wins: what the paper says holds wherever both have changed the same.
    """
    reading = _Reading(base, report, word_wins)
    for place in sorted({edit.place for edit in edits.fields}):
        reading.take(place, [edit for edit in edits.fields if edit.place == place])
    return reading.changes()


class _Reading:
    def __init__(self, base: FiledReport, report: WorkingReport, word_wins: bool) -> None:
        self.base, self.report, self.word_wins = base, report, word_wins
        self._changes: list[WordChange] = []
        self._clashes: list[Clash] = []
        self._refusals: list[WordRefusal] = []
        self._gone: list[str] = []

    def changes(self) -> WordChanges:
        return WordChanges(
            tuple(self._changes), tuple(self._clashes), tuple(self._refusals), tuple(self._gone)
        )

    def take(self, place: int, edits: Sequence[FieldEdit]) -> None:
        filed = self.base.entries[place]
        number = filed.measure.number
        entry = next((e for e in self.report.entries if e.measure.number == number), None)
        if entry is None:
            self._gone.append(number)
            return
        content, notes = entry.content, list[Note]()
        for edit in edits:
            before = said_in(filed.content, edit.field)
            wanted, here = restored(before, edit.lines), said_in(entry.content, edit.field)
            if _on_paper(wanted) in (_on_paper(before), _on_paper(here)):
                continue
            if here != before and not self.word_wins:
                self._clashes.append(Clash(entry, edit.field, here, wanted))
                continue
            if len(wanted) > _LONGEST:  # of what nobody could answer no word is read
                facts = {"length": len(wanted), "limit": TEXT_LIMIT}
                too_long = Refused("answer-too-long", facts)
                self._refusals.append(WordRefusal(entry, edit.field, too_long))
                continue
            answer = _answered(replace(entry, content=content), edit.field, wanted)
            if isinstance(answer, Refused):
                self._refusals.append(WordRefusal(entry, edit.field, answer))
            else:
                content, notes = answer.content, [*notes, *answer.notes]
        if content != entry.content:
            self._changes.append(WordChange(entry, content, tuple(notes)))


def said_in(content: EntryContent, field: Field) -> str:
    match field:
        case Field.FOLLOW_UP:
            return content.follow_up.words if content.follow_up else ""
        case Field.REASON:
            return content.no_progress_reason if content.no_progress else ""
        case Field.TEXT:
            return "" if content.no_progress else content.text
        case Field.PROBLEM:
            return content.problem
        case Field.NEXT_STEP:
            return content.next_step
        case Field.HELP:
            return content.help_from


def restored(before: str, printed: Sequence[str]) -> str:
    """What was typed, of lines as they stand on paper.

    A line that reads as it did is what it was; a stop that the paper has set behind one is none of
    its words.
    """
    typed_lines, shown = lines_of(before), _on_paper(before)
    found: list[str] = []
    matcher = SequenceMatcher(None, shown, list(printed), autojunk=False)
    for kind, start, end, now_start, now_end in matcher.get_opcodes():
        if kind == "equal":
            found += typed_lines[start:end]
            continue
        now = list(printed[now_start:now_end])
        found += _without_stops(typed_lines[start:end], now)
    return before if found == typed_lines else "\n".join(found)


def _on_paper(words: str) -> list[str]:
    return [ended(line) for line in lines_of(words)]


def _without_stops(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """Beside each other from the first where they are as many, else from the last."""
    skipped = 0 if len(before) == len(now) else len(now) - 1
    beside = before if len(before) == len(now) else before[-1:]
    yield from now[:skipped] if before else now
    for was, line in zip(beside, now[skipped:], strict=False):
        is_added = ended(was) != was
        yield line.removesuffix(_STOP) if is_added else line


def _answered(entry: ReportEntry, field: Field, said: str) -> Answer:
    content = entry.content
    if field is Field.HELP:
        units = "" if means_nothing(said) else joined_units(named_units(cleaned(said)))
        if len(units) > SHORT_LIMIT:
            return Refused("answer-too-long", {"length": len(units), "limit": SHORT_LIMIT})
        return Accepted(replace(content, help_from=units))
    if not said:
        return Accepted(_emptied(content, field))
    if field is Field.TEXT:  # whoever tells what was done does not mean that nothing was
        entry = replace(entry, content=replace(content, no_progress=False))
    return typed(entry, _STEP[field], None, said)


def _emptied(content: EntryContent, field: Field) -> EntryContent:
    if field is not Field.FOLLOW_UP:
        nothing: dict[str, Any] = {field.value: ""}
        return replace(content, **nothing)
    follow_up = content.follow_up
    if follow_up is None:
        return content
    return replace(content, follow_up=replace(follow_up, words="", together=False))
