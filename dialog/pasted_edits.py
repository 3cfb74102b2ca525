"""A pasted text that is stored was edited: what would change of each measure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.answers import typed
from dialog.changes import change_lines
from dialog.edits import Edited, Given, Overtaken, given_anew, goes_on, without_it
from dialog.layout import button, cut
from dialog.outcome import Accepted, Refused
from dialog.pasting import Part, lost_shown, paged, taken, why_not
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step
from dialog.the_rest import said_of_the_rest
from texts import say
from texts.wording import listed
from vocabulary.message import Message
from vocabulary.report import EntryContent, ReportEntry, WorkingReport


@dataclass(frozen=True, slots=True)
class Told:
    """What the text has told of a measure: the words, and what they were taken for."""

    said: str
    given: Given


@dataclass(frozen=True, slots=True)
class Retold:
    """said: what the text tells of the measure now; empty where it tells nothing of it any more."""

    entry: ReportEntry
    said: str
    result: Edited | Refused | Overtaken


def said_of(part: Part) -> str:
    """The passage as it is known again: the status of a row, and its words."""
    status = part.row.status if part.row else None
    return f"【{status}】{part.words}" if status else part.words


def told_by(entry: ReportEntry, part: Part, answer: Accepted) -> Told:
    """What the passage tells, as the measure took it."""
    return told_between(entry.entry_id, said_of(part), entry.content, answer.content)


def told_nothing(report: WorkingReport, parts: Sequence[Part]) -> dict[int, Told]:
    """What the passages tell of the measures that they name, as if nothing of it were taken."""
    named = {part.entry_id: part for part in parts if not part.is_of_rest}
    return {
        entry.entry_id: told_between(entry.entry_id, said_of(part), entry.content, entry.content)
        for entry in report.entries
        if (part := named.get(entry.entry_id)) is not None
    }


def without_rest_that_stands(report: WorkingReport, parts: Sequence[Part]) -> list[Part]:
    """The passages without 其余均正常推进 where nothing is left to be the rest, but it still holds.

    The measures that it was said of when it came are begun since; it tells nothing new of them.
    """
    named = {part.entry_id for part in parts}
    others = [entry for entry in report.entries if entry.entry_id not in named]
    return [
        part
        for part in parts
        if part.entry_id is not None
        or (rest := said_of_the_rest(part.words)) is None
        or rest.told
        or not any(_is_as_said(entry, rest.word) for entry in others)
    ]


def _is_as_said(entry: ReportEntry, word: str) -> bool:
    """Whether the measure is as the word for the rest has it, whatever was told since."""
    given = typed(replace(entry, content=EntryContent()), Step.STATUS, None, word)
    if isinstance(given, Refused):
        return False
    said, now = given.content, entry.content
    is_same = (said.status, said.no_progress) == (now.status, now.no_progress)
    return is_same and said.text in now.text


def told_between(entry_id: int, said: str, before: EntryContent, after: EntryContent) -> Told:
    return Told(said, Given(Question(entry_id, Step.STATUS), before, after))


def retold(report: WorkingReport, parts: Sequence[Part], told: Mapping[int, Told]) -> list[Retold]:
    """The measures of which something else would be said, in the report's order.

    told: what the text has told of each so far. What it tells no more is taken back; what it tells
    of a further measure stands behind what is there.
    """
    now = {part.entry_id: part for part in parts}
    found = [
        Retold(entry, said_of(part) if part else "", _result(entry, was, part))
        for entry in report.entries
        for was, part in [(told.get(entry.entry_id), now.get(entry.entry_id))]
        if (was.said if was else None) != (said_of(part) if part else None)
    ]
    return [
        one
        for one in found
        if not isinstance(one.result, Edited) or one.result.content != one.entry.content
    ]


def _result(
    entry: ReportEntry, was: Told | None, part: Part | None
) -> Edited | Refused | Overtaken:
    if was is None:
        answer = taken(entry, part, replacing=False) if part else Accepted(entry.content)
        if not isinstance(answer, Accepted) or part is None:
            return answer if isinstance(answer, Refused) else Overtaken()
        return Edited(answer.content, told_by(entry, part, answer).given, answer.notes)
    if part is None:
        left = without_it(entry, was.given)
        return left if isinstance(left, Overtaken) else Edited(left, was.given)
    gave = was.given.before != was.given.after
    is_replacing = gave and not goes_on(was.given)
    return given_anew(entry, was.given, lambda then: taken(then, part, replacing=is_replacing))


def told_now(told: Mapping[int, Told], changes: Sequence[Retold]) -> dict[int, Told]:
    """What the text has told once the changes are stored."""
    now = dict(told)
    for one in changes:
        if not isinstance(one.result, Edited):
            continue
        if one.said:
            now[one.entry.entry_id] = Told(one.said, one.result.given)
        else:
            now.pop(one.entry.entry_id, None)
    return now


def retold_shown(
    language: str,
    report: WorkingReport,
    changes: Sequence[Retold],
    lost: Sequence[Part],
    *,
    paste_id: int,
    messages: int,
    page: int = 0,
) -> Message:
    """By measure what would change, to be confirmed; lost: what is about no measure."""
    count = sum(isinstance(one.result, Edited) for one in changes)
    press = Press(Action.PASTED_TAKE, paste_id, f"edit.{messages}", report.version)
    stores = [button(language, "pasted-button-edit", press, count=count)] if count else []
    return paged(
        language,
        report,
        say(language, "pasted-edit-title" if changes else "pasted-edit-nothing"),
        [*_lines(language, changes), *lost_shown(language, lost)],
        stores=stores,
        drops=button(language, "pasted-button-stays", Press(Action.PASTED_DROP, paste_id)),
        page=page,
    )


def _lines(language: str, changes: Sequence[Retold]) -> Iterator[str]:
    for one in changes:
        measure = one.entry.measure
        number, title = cut(measure.number, 12), cut(measure.title, 28)
        lines = [say(language, "otherwise-measure", number=number, title=title)]
        if isinstance(one.result, Edited):
            lines += change_lines(language, measure, one.entry.content, one.result.content)
        elif isinstance(one.result, Overtaken):
            lines.append(say(language, "pasted-edit-overtaken"))
        else:
            lines.append(why_not(language, one.result))
        yield "\n".join(lines)


def numbers_of(language: str, changes: Sequence[Retold]) -> str:
    """The measures as a list of their numbers."""
    return listed(language, (cut(one.entry.measure.number, 12) for one in changes[:_NAMED]))


_NAMED = 12
