"""Two people at the same entry: whether they wrote the same thing, and what can become of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from html import unescape
from itertools import groupby
from typing import Any

from dialog.answers import typed
from dialog.bare_figures import is_hardly_more_than_a_figure
from dialog.held import mark_of
from dialog.layout import Rows, button, cut, even_share
from dialog.outcome import Accepted, Answer, Note
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.questions import all_words_said
from dialog.steps import Step
from dialog.words import cleaned, is_known_word, is_number
from texts import plain, say
from texts.wording import listed, month_name, timetable_line
from vocabulary.message import Message
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import ReportState
from vocabulary.timetable import Timetable

_ROOM = 3200  # characters of all that both have said, so that one message holds it with the rest

_QUOTED = 900  # characters of a text that came too late

_NAME = 12  # characters of a name on a button

_LINES_ABOVE = 3  # above the words in `replaced`: what was changed, the times, and whose they are


def collide(seen: EntryContent, theirs: EntryContent, mine: EntryContent) -> bool:
    """Whether an answer changes what a colleague has changed too since its writer saw the entry.

    seen: as it stood then. theirs: as it stands now. mine: as the answer would leave it.
    """
    return bool(_changed(seen, theirs) & _changed(theirs, mine))


def _changed(before: EntryContent, after: EntryContent) -> set[str]:
    """The parts in which they differ; each figure is a part of its own."""
    parts = {
        field.name
        for field in fields(EntryContent)
        if field.name != "figures" and getattr(before, field.name) != getattr(after, field.name)
    }
    figures = {f.indicator_id for content in (before, after) for f in content.figures}
    return parts | {f"figure.{i}" for i in figures if before.figure(i) != after.figure(i)}


def mine_instead(entry: ReportEntry, asked: Question, text: str) -> Answer:
    """The text takes the place of what a colleague wrote to the same question.

    Words that come at the status are added to those that are there; here there shall be none.
    """
    if asked.step is not Step.STATUS:
        return typed(entry, asked.step, asked.indicator_id, text)
    blank = replace(entry.content, text="", no_progress_reason="")
    answer = typed(replace(entry, content=blank), asked.step, asked.indicator_id, text)
    if not isinstance(answer, Accepted):
        return answer
    kept = {
        name: getattr(entry.content, name)
        for name in ("text", "no_progress_reason")
        if not getattr(answer.content, name)
    }
    return Accepted(replace(answer.content, **kept), answer.notes)


_USE = re.compile(
    r"(?:就|还是|请|那|应该?)*(?:用|以|按|填|写|改成|是)?\s*(?P<figure>.+?)(?:为准|吧)*"
)


def figure_named(entry: ReportEntry, asked: Question, said: str) -> str | None:
    """The figure that words name where two stand against each other: 6.2, 用6.2, 以6.2万亩为准.

    None where the question is another one, or where they say more.
    """
    indicator = next(
        (one for one in entry.measure.indicators if one.indicator_id == asked.indicator_id), None
    )
    found = _USE.fullmatch(cleaned(said))
    if asked.step is not Step.FIGURE or indicator is None or found is None:
        return None
    figure = found["figure"]
    is_bare = is_number(figure) or is_hardly_more_than_a_figure(indicator, figure)
    is_read = isinstance(typed(entry, asked.step, asked.indicator_id, figure), Accepted)
    return figure if is_bare and is_read else None


def figure_and_remarks(entry: ReportEntry, asked: Question, text: str) -> tuple[str, str]:
    """Of what several messages say at a figure, the newest number, and the words that are none.

    All of it and nothing where none of them is a number.
    """
    lines = text.split("\n")
    figures = [figure_named(entry, asked, line) for line in lines]
    named = [figure for figure in figures if figure is not None]
    if not named:
        return text, ""
    remarks = [line for line, figure in zip(lines, figures, strict=True) if figure is None]
    return named[-1], "\n".join(remarks)


def left_out(before: EntryContent, after: EntryContent) -> dict[str, str]:
    """By field, the words that stood in the entry before and do not any more."""
    return {name: said for name, said in before.words() if said not in getattr(after, name)}


GivenBy = tuple[int, EntryContent, EntryContent]
"""A person, and the entry's content before and after what they gave."""


def own_parts(
    given: Iterable[GivenBy],
    before: EntryContent,
    after: EntryContent,
    *,
    changed_by: int,
    last_by: int | None,
) -> dict[tuple[int, str], str]:
    """By person and field, which words of theirs stood there before and do not any more.

    given: what anybody is known to have written. Where it is not known what last_by, who answered
    last, has written, it is what nobody else has.
    """
    lost = left_out(before, after)
    known: dict[tuple[int, str], list[str]] = {}
    for person_id, was, now in given:
        for name, words in lost.items():
            own = own_part(was, now, name)
            parts = known.setdefault((person_id, name), [])
            if own and own in words and own not in parts:
                parts.append(own)
    if last_by is not None:
        for name, words in lost.items():
            if not known.get((last_by, name)):
                told = {line for part in _of_field(known, name) for line in part.split("\n")}
                rest = [line for line in words.split("\n") if line not in told]
                known[last_by, name] = ["\n".join(rest)] if rest else []
    gone = {
        whose: [part for part in parts if part not in getattr(after, whose[1])]
        for whose, parts in known.items()
        if whose[0] != changed_by
    }
    return {whose: "\n".join(parts) for whose, parts in gone.items() if parts}


def _of_field(known: Mapping[tuple[int, str], list[str]], name: str) -> Iterator[str]:
    return (part for (_, field), parts in known.items() if field == name for part in parts)


def own_part(before: EntryContent, after: EntryContent, name: str) -> str:
    """What an answer has put into a field: all of it, or what it has added behind."""
    was, now = getattr(before, name), getattr(after, name)
    return "" if was == now else now.removeprefix(f"{was}\n") if was else now


def put_in(before: EntryContent, after: EntryContent) -> Iterator[EntryContent]:
    """Each run of lines that is new in the words of an entry, as if it stood there alone."""
    for name, words in after.words():
        for run in new_lines(getattr(before, name), words):
            field: dict[str, Any] = {name: run}
            yield replace(EntryContent(), **field)


def new_lines(before: str, after: str) -> Iterator[str]:
    """What stands in a text that did not before, each run of lines as one."""
    known = set(before.split("\n"))
    for is_new, lines in groupby(after.split("\n"), key=lambda line: line not in known):
        if is_new:
            yield "\n".join(lines)


def replaced(
    language: str, report: WorkingReport, entry: ReportEntry, name: str, words: str, *, by: str
) -> Message:
    """To whoever wrote the words: a colleague has put others in their place. It rings no phone.

    They stand behind all else, as `replaced_words` reads them.
    """
    html = say(
        language,
        "collision-replaced",
        by=cut(by, _NAME),
        number=cut(entry.measure.number, 12),
        title=cut(entry.measure.title, 60),
        step=plain(language, f"step-{_STEP_OF[name]}"),
        times=timetable_line(language, report.timetable),
        words=words,
    )
    back = button(language, "collision-button-back", Press(Action.WORDS_MINE, entry.entry_id, name))
    return Message(html, ((back,),), quiet=True)


def replaced_words(told: Message) -> tuple[Question, str] | None:
    """Which words `replaced` has told, and of which question; None for any other message."""
    presses = (Press.read(one.data) for row in told.buttons for one in row)
    for press in presses:
        if press is not None and press.action is Action.WORDS_MINE and press.argument in _STEP_OF:
            asked = Question(press.target, _STEP_OF[press.argument])
            return asked, unescape(told.html.split("\n", _LINES_ABOVE)[_LINES_ABOVE])
    return None


_STEP_OF = {
    "text": Step.TEXT,
    "problem": Step.PROBLEM,
    "next_step": Step.NEXT_STEP,
    "no_progress_reason": Step.REASON,
}


def can_follow(asked: Question, text: str) -> bool:
    """Whether the text can stand after a colleague's: words can, a figure or a status cannot."""
    return asked.step is not Step.FIGURE and not is_known_word(text) and not is_number(text)


def collision(
    language: str,
    entry: ReportEntry,
    asked: Question,
    text: str,
    timetable: Timetable,
    *,
    whose: str = "",
    report_id: int = 0,
    is_several: bool = False,
) -> Message:
    """Shows both, and asks which shall stand. `entry` as its colleague left it.

    whose: who has left the text to the reader, where they have not written it themselves.
    is_several: the text came as several messages, which may have places of their own.
    """
    name = cut(entry.answered.name, _NAME) if entry.answered else ""
    left_by = cut(whose, _NAME)
    number, title = cut(entry.measure.number, 12), cut(entry.measure.title, 120)
    quoted = even_share(map(len, (text, *_all_words(entry.content))), _ROOM)
    lines = [
        say(language, "collision", number=number, title=title),
        timetable_line(language, timetable),
        say(language, "collision-theirs", by=name),
        *_status_now(language, entry),
        *all_words_said(language, entry, quoted=quoted),
        say(
            language,
            f"collision-{'left' if whose else 'mine'}",
            by=left_by,
            words=cut(text, quoted),
        ),
        *_told_to_stay(language, entry, asked, text),
        say(language, "collision-ask"),
    ]
    keep, mine = ("keep-saved", "left") if whose else ("keep", "mine")
    choices = [(Action.KEEP_THEIRS, keep), (Action.TAKE_MINE, mine)]
    choices += [(Action.AFTER_THEIRS, "after")] if can_follow(asked, text) else []
    buttons = [
        button(
            language,
            f"collision-button-{key}",
            Press(action, entry.entry_id, str(mark_of(text)), entry.version),
            name=name,
            by=left_by,
        )
        for action, key in choices
    ]
    if is_several:
        buttons.append(button(language, "held-button-apart", Press(Action.HELD_APART, report_id)))
    return Message("\n".join(lines), tuple((one,) for one in buttons))


def _all_words(content: EntryContent) -> Iterator[str]:
    yield from (words for _, words in content.words())
    yield from (content.help_from, content.follow_up.words if content.follow_up else "")
    yield from {one.reason for one in content.explanations}


def _status_now(language: str, entry: ReportEntry) -> list[str]:
    status = entry.content.status
    if status is None or entry.measure.one_line:
        return []
    return [say(language, "collision-status", status=plain(language, f"status-{status}"))]


# ── what of the first one's stays beside the second's words ────────────────────────────────────


_PARTS = {
    "status": Step.STATUS,
    "text": Step.TEXT,
    "no_progress_reason": Step.REASON,
    "problem": Step.PROBLEM,
    "next_step": Step.NEXT_STEP,
    "figures": Step.FIGURE,
    "follow_up": Step.FOLLOW_UP,
    "explanations": Step.EXPLAIN,
}

_OF_WORDS = {*_STEP_OF.values(), Step.STATUS}


@dataclass(frozen=True, slots=True)
class Taken:
    """Which parts of an entry the second's words would change, and which of the first's stay."""

    changed: tuple[Step, ...]
    stays: tuple[Step, ...]


def taken(entry: ReportEntry, asked: Question, answer: Answer) -> Taken | None:
    """What becomes of the entry where the second's words take the place of the first's.

    None where nothing is left to look at: a figure stands by itself, and a status is in every card.
    """
    if not isinstance(answer, Accepted) or asked.step not in _OF_WORDS:
        return None
    before, after = entry.content, answer.content
    parts = {name: (getattr(before, name), getattr(after, name)) for name in _PARTS}
    changed = tuple(_PARTS[name] for name, (was, now) in parts.items() if was != now)
    stays = tuple(_PARTS[name] for name, (was, now) in parts.items() if was == now and was)
    return Taken(changed, stays) if set(stays) - {Step.STATUS} else None


def taken_told(language: str, found: Taken) -> Note:
    """Once they have: what stays all the same is to be looked at."""
    changed, stays = _named(language, found.changed), _named(language, found.stays)
    return Note("collision-taken", {"changed": changed, "stays": stays})


def _told_to_stay(language: str, entry: ReportEntry, asked: Question, text: str) -> list[str]:
    answer = mine_instead(entry, asked, text)
    found = taken(entry, asked, answer)
    if found is None:
        return []
    changed, stays = _named(language, found.changed), _named(language, found.stays)
    return [say(language, "collision-stays", changed=changed, stays=stays)]


def _named(language: str, steps: Iterable[Step]) -> str:
    return listed(language, (plain(language, f"step-{step.value}") for step in steps))


def filed_meanwhile(
    language: str,
    report: WorkingReport,
    *,
    by: str,
    at: str,
    number: str | None,
    may_correct: bool,
) -> Message:
    """A colleague has filed while the reader had a question open, or was about to file too."""
    lines = [
        say(
            language,
            "together-filed",
            unit=cut(report.unit, 60),
            month=month_name(language, report.period),
            name=cut(by, 30),
            revision=str(report.revision),
            at=at,
        ),
        timetable_line(language, report.timetable),
    ]
    if number is not None:
        lines.append(say(language, "together-filed-writing", number=cut(number, 12)))
    return Message("\n".join(lines), _ways_on(language, report, may_correct=may_correct))


def written_too_late(
    language: str,
    report: WorkingReport,
    entry: ReportEntry,
    text: str,
    *,
    may_correct: bool,
    is_locked: bool,
    is_several: bool = False,
) -> Message:
    """The text came when the report was filed already, or lay before its leader; it is kept.

    is_several: it came as several messages, each of which may be dropped or stored by itself.

    Who may not correct it though it is not locked is a helper: who has asked them has been told.
    """
    number = cut(entry.measure.number, 12)
    key = "locked" if is_locked else "correct" if may_correct else "helper"
    told = ("together-late", f"together-late-{key}")
    if report.state is ReportState.SIGNING:
        told = ("together-signing", f"together-signing-{'own' if may_correct else 'helper'}")
    lines = [
        say(language, told[0], number=number, words=cut(text, _QUOTED)),
        say(language, told[1], name=report.asked_by),
        timetable_line(language, report.timetable),
    ]
    press = Press(Action.HELD_DROP, report.report_id, version=mark_of(text))
    drop = (button(language, "held-button-drop", press),)
    apart = button(language, "held-button-apart", Press(Action.HELD_APART, report.report_id))
    ways = _ways_on(language, report, may_correct=may_correct)
    return Message("\n".join(lines), (*ways, *(((apart,),) if is_several else ()), drop))


def _ways_on(language: str, report: WorkingReport, *, may_correct: bool) -> Rows:
    row = [button(language, "button-list", Press(Action.REPORT, report.report_id))]
    if may_correct and report.state is ReportState.SIGNING:
        press = Press(Action.SIGN_WITHDRAW, report.report_id)
        row.append(button(language, "signing-button-withdraw", press))
    elif may_correct:
        row.append(button(language, "button-correct", Press(Action.CORRECT, report.report_id)))
    return (tuple(row),)
