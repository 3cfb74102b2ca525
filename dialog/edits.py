"""What an edited message means: the answer that it gave, given anew by the same rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeVar

from dialog.answers import added, typed
from dialog.measure_numbers import without_own_number
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Answer, Note, Refused, appended
from dialog.placing import Question
from dialog.steps import Step, first_step
from dialog.words import cleaned
from vocabulary.report import EntryContent, Figure, ReportEntry

_WORDS = ("text", "problem", "next_step", "no_progress_reason")
_OTHERS = ("status", "no_progress", "explanations", "follow_up", "help_from", "problem_stands")
_FIELD = {
    Step.STATUS: "status",
    Step.TEXT: "text",
    Step.PROBLEM: "problem",
    Step.NEXT_STEP: "next_step",
    Step.REASON: "no_progress_reason",
    Step.STANDS: "problem_stands",
    Step.EXPLAIN: "explanations",
    Step.FOLLOW_UP: "follow_up",
}


_INSTEAD = re.compile(
    r"(?:请|麻烦|应该?|要|这条|内容|[把将]?[它其])*(?:更?改为|更?改成|更正为|修改为|修改成|换成)\s*[:：,，]?\s*(?P<words>\S.*)"
    r"|(?:please\s+)?(?:change (?:it |this |that )?to|instead)\s*[:：,，]?\s+(?P<english>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def told_instead(said: str) -> str:
    """What 改为：…, in a reply to a message, says in its place; empty for any other words."""
    found = _INSTEAD.fullmatch(cleaned(said))
    return (found["words"] or found["english"]) if found else ""


def saying_instead(said: str) -> str:
    """The words of a reply that stand in the place of another message, as 改成：…."""
    return f"改成：{told_instead(said) or said}"


@dataclass(frozen=True, slots=True)
class Given:
    """What a message was taken for.

    before, after: the entry's content around it; the same where it was refused.
    is_more: it went on with an answer that was there.
    """

    question: Question
    before: EntryContent
    after: EntryContent
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The entry's new content, and what the message is now taken for."""

    content: EntryContent
    given: Given
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The answer has been given anew since, by another message or a tap."""


@dataclass(frozen=True, slots=True)
class Moved:
    """left: what the entry says without the message. to: the entry that it is about now."""

    left: EntryContent
    to: ReportEntry
    given: Given
    notes: tuple[Note, ...] = ()


def moved(
    entry: ReportEntry, given: Given, to: ReportEntry, words: str
) -> Moved | Refused | Overtaken:
    """The message now names another measure: its words go there, and what they gave is taken back.

    Words of other messages stay where they are.
    """
    left = without_it(entry, given)
    if isinstance(left, Overtaken):
        return left
    asked = Question(to.entry_id, first_step(to.measure))
    answer = typed(to, Step.STATUS, None, words)
    if isinstance(answer, Refused):
        return answer
    return Moved(left, to, Given(asked, to.content, answer.content), answer.notes)


def without_it(entry: ReportEntry, given: Given) -> EntryContent | Overtaken:
    """What the entry says without the message; words of others before and after it stay."""
    now = entry.content
    places = _places(now, given)
    left = now if given.before == given.after else _taken_back(now, given, places)
    if left is None:
        return Overtaken()
    for name, place in places.items():
        if place is not None and place.rest:
            left = _saying(left, name, appended(getattr(left, name), place.rest))
    return left


def instead_of_text(entry: ReportEntry, given: Given) -> EntryContent | Overtaken:
    """The message's words as the whole text, where they went on with what was there."""
    before, after = given.before.text, given.after.text
    if entry.content.text != after or not goes_on(given):
        return Overtaken()
    return replace(entry.content, text=after.removeprefix(f"{before}\n"))


def behind_text(entry: ReportEntry, given: Given) -> EntryContent | Overtaken:
    """The text whose place the message's words took, and these behind it."""
    before, after = given.before.text, given.after.text
    both = appended(before, after)
    is_instead = bool(before) and bool(after) and before not in after and not goes_on(given)
    if not is_instead or entry.content.text != after or len(both) > TEXT_LIMIT:
        return Overtaken()
    return replace(entry.content, text=both)


def reason_of(given: Given) -> str:
    """The reason that the message gave for what is doubtful."""
    before = given.before.explanations
    return next((one.reason for one in given.after.explanations if one not in before), "")


def goes_on(given: Given, name: str = "text") -> bool:
    """Whether the message put its words behind others that were there."""
    return _is_behind(getattr(given.before, name), getattr(given.after, name))


def _is_behind(before: str, after: str) -> bool:
    return bool(before) and after.startswith(f"{before}\n")


def edited(entry: ReportEntry, given: Given, text: str) -> Edited | Refused | Overtaken:
    """What the message says now, in the place of what it said.

    改成：… speaks of some of it; the rest stays.
    """
    asked, read = given.question, added if given.is_more else typed
    instead = told_instead(text)
    return given_anew(
        entry,
        given,
        lambda then: read(then, asked.step, asked.indicator_id, instead or text),
        keeps_rest=bool(instead),
    )


def given_anew(
    entry: ReportEntry,
    given: Given,
    read: Callable[[ReportEntry], Answer],
    *,
    keeps_rest: bool = False,
) -> Edited | Refused | Overtaken:
    """What is read now, in the place of what was given.

    What came beside it stays: words before and after its own, another status, another figure. What
    it told of a field that its new words leave out (存在问题：…) is taken back, unless keeps_rest.
    """
    now = entry.content
    places = _places(now, given)
    base = _taken_back(now, given, places)
    if base is None:
        return Overtaken()
    blank = _marked_as(base, given.before)
    answer = read(replace(entry, content=blank))
    if isinstance(answer, Refused):
        return answer
    own = _with_rest(answer.content, blank, given, places) if keeps_rest else answer.content
    tells = any(getattr(own, name) != getattr(base, name) for name in _WORDS)
    for name, place in places.items():
        if place is not None and not tells:
            own = _saying(own, name, place.left)  # 正常推进 in their place is only a status
    own = _kept_by_others(now, _beside(base, own, given), given)
    whole = replace(
        own,
        status=_newest(own.status, given.before.status, given.after.status, now.status),
        no_progress=_newest(
            own.no_progress, given.before.no_progress, given.after.no_progress, now.no_progress
        ),
    )
    for name, place in places.items():
        if place is not None and place.rest:
            whole = _saying(whole, name, appended(getattr(own, name), place.rest))
    for name in _WORDS:
        length, limit = len(getattr(whole, name)), TEXT_LIMIT if name == "text" else SHORT_LIMIT
        if length > limit and getattr(whole, name) != getattr(now, name):
            return Refused("answer-too-long", {"length": length, "limit": limit})
    before = _marked_as(_kept_by_others(now, base, given), given.before)
    notes = tuple(one for one in answer.notes if one.text_key != "answer-added")
    return Edited(whole, replace(given, before=before, after=own), notes)


def _with_rest(
    own: EntryContent, blank: EntryContent, given: Given, places: Mapping[str, "_Place | None"]
) -> EntryContent:
    """With what the message told of whatever its new words leave as it was without it.

    Words of progress take the mark of none away; an explanation goes with its figure.
    """
    told = own
    figures = [id_ for id_ in _figures_given(given) if own.figure(id_) == blank.figure(id_)]
    own = reduce(lambda content, id_: _with(content, id_, given.after.figure(id_)), figures, own)
    gone = {"no_progress", "no_progress_reason"} if told.text != blank.text else set[str]()
    gone |= {"explanations"} if told.figures != blank.figures else set()
    left: dict[str, Any] = {name: place.left for name, place in places.items() if place is not None}
    left |= {name: getattr(given.after, name) for name in _OTHERS}
    rest = {
        name: value
        for name, value in left.items()
        if name not in gone and getattr(told, name) == getattr(blank, name)
    }
    return replace(own, **rest)


def put_right(given: Given, was: EntryContent, now: EntryContent) -> Given:
    """The same once a slip in the words was put right: it has given them as they read now.

    was, now: the entry around that. Words in which nothing was put right stay.
    """
    before, after = given.before, given.after
    for name in _WORDS:
        sides = getattr(was, name), getattr(now, name)
        before = _saying(before, name, _put_right(getattr(before, name), *sides))
        after = _saying(after, name, _put_right(getattr(after, name), *sides))
    return replace(given, before=before, after=after)


def _put_right(words: str, was: str, now: str) -> str:
    """The words, of which was is made, with what reads otherwise now."""
    start = _alike(was, now)
    same = min(_alike(was[::-1], now[::-1]), min(len(was), len(now)) - start)
    at, end = was.find(words), len(was) - same
    if was == now or not words or at < 0 or not at <= start <= end <= at + len(words):
        return words
    return f"{words[: start - at]}{now[start : len(now) - same]}{words[end - at :]}"


def _alike(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def given_among(entry: ReportEntry, question: Question, words: str) -> Given | None:
    """What one of several messages gave that made one answer: the lines that are its words.

    None where they stand there no more, or more than once. words: as the message said them; the
    number of the measure in front is none of them.
    """
    words = without_own_number(entry.measure, words)
    lines, content = f"\n{words}\n", entry.content
    found = [name for name in _WORDS if lines in f"\n{getattr(content, name)}\n"]
    whole = f"\n{getattr(content, found[0])}\n" if len(found) == 1 else ""
    if not words or whole.count(lines) != 1:
        return None
    (name,), start = found, whole.find(lines)
    before, after = whole[1:start], whole[1 : start + len(lines) - 1]
    step = next(step for step, field in _FIELD.items() if field == name)
    asked = Question(question.entry_id, step)
    told = (_saying(content, name, before), _saying(content, name, after))
    return Given(asked, *told, is_more=bool(before))


def _beside(base: EntryContent, own: EntryContent, given: Given) -> EntryContent:
    """With the words that stood there and that the message never gave: its new ones go on there.

    Only what it was refused as the answer to is answered by it now.
    """
    asked = _FIELD.get(given.question.step) if given.before == given.after else None
    for name in _WORDS:
        was, said = getattr(base, name), getattr(own, name)
        is_replaced = getattr(given.before, name) != getattr(given.after, name)
        is_replaced = is_replaced and not goes_on(given, name)
        if said and name != asked and not is_replaced and not said.startswith(was):
            own = _saying(own, name, appended(was, said))
    return own


def _marked_as(content: EntryContent, then: EntryContent) -> EntryContent:
    """With the status and the mark of then: the same words mean something else beside others."""
    return replace(content, status=then.status, no_progress=then.no_progress)


_Mark = TypeVar("_Mark")


def _newest(said: _Mark, before: _Mark, after: _Mark, now: _Mark) -> _Mark:
    """What holds: a tap since the message came, unless the message now says something new."""
    if said == after:
        return now
    if said != before:
        return said
    return before if now == after else now


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of a message stand in a field.

    without: the field as it would be had the message never come, but for the rest.
    left: what stands up to their end. rest: what other messages have added behind them.
    """

    without: str
    left: str
    rest: str


def _places(now: EntryContent, given: Given) -> dict[str, _Place | None]:
    """For every field that the message gave words to; None where they are there no more."""
    return {
        name: _place(getattr(now, name), getattr(given.before, name), getattr(given.after, name))
        for name in _WORDS
        if getattr(given.before, name) != getattr(given.after, name)
    }


def _place(now: str, before: str, after: str) -> _Place | None:
    is_behind = _is_behind(before, after)
    part = after.removeprefix(f"{before}\n") if is_behind else after
    found = f"\n{now}\n".find(f"\n{part}\n")
    start = len(after) - len(part) if now.startswith(after) else found
    end = start + len(part)
    if start < 0 or now[end : end + 1] not in {"", "\n"} or (start and not is_behind):
        return None
    without = now[: max(0, start - 1)] if is_behind else before
    return _Place(without, now[:end], now[end + 1 :])


def _taken_back(
    now: EntryContent, given: Given, places: dict[str, _Place | None]
) -> EntryContent | None:
    """The content as if the message had never been; None where its answer stands no more."""
    before, after = given.before, given.after
    if before == after:
        return now if answer_to(now, given.question) == answer_to(after, given.question) else None
    own = [name for name in _OTHERS if _is_own(now, given, name)]
    figures = [id_ for id_ in _figures_given(given) if now.figure(id_) == after.figure(id_)]
    if None in places.values() or not (places or own or figures):
        return None
    base = replace(now, **{name: getattr(before, name) for name in own})
    for name, place in places.items():
        base = _saying(base, name, place.without if place else "")
    return reduce(lambda content, id_: _with(content, id_, before.figure(id_)), figures, base)


def answer_to(content: EntryContent, asked: Question) -> object:
    """What stands as the answer to the question."""
    if asked.step is Step.FIGURE:
        return content.figure(asked.indicator_id) if asked.indicator_id is not None else None
    return getattr(content, _FIELD[asked.step])


def _is_own(now: EntryContent, given: Given, name: str) -> bool:
    after = getattr(given.after, name)
    return bool(getattr(given.before, name) != after and getattr(now, name) == after)


def _figures_given(given: Given) -> list[int]:
    ids = {figure.indicator_id for figure in (*given.before.figures, *given.after.figures)}
    return [id_ for id_ in sorted(ids) if given.before.figure(id_) != given.after.figure(id_)]


def _kept_by_others(now: EntryContent, content: EntryContent, given: Given) -> EntryContent:
    """The content with what was answered otherwise since the message came."""
    is_given = given.before.explanations != given.after.explanations
    if is_given and not _is_own(now, given, "explanations"):
        content = replace(content, explanations=now.explanations)
    for id_ in _figures_given(given):
        if now.figure(id_) != given.after.figure(id_):
            content = _with(content, id_, now.figure(id_))
    return content


def _saying(content: EntryContent, name: str, words: str) -> EntryContent:
    changes: dict[str, Any] = {name: words}
    return replace(content, **changes)


def _with(content: EntryContent, indicator_id: int, figure: Figure | None) -> EntryContent:
    """The content with this figure for the indicator, or with none."""
    others = tuple(one for one in content.figures if one.indicator_id != indicator_id)
    return replace(content, figures=(*others, figure) if figure else others)
