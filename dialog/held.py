"""A text that came before its question was shown: where does it belong?"""

import zlib
from collections.abc import Iterator, Sequence

from dialog.answers import replaces
from dialog.asides import aside
from dialog.layout import Rows, button, cut, messages, pieces, rows
from dialog.measure_numbers import entry_hinted, entry_spoken_of
from dialog.outcome import Accepted
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.righted_words import shown_righted, slip_chosen
from dialog.steps import Step, is_complete
from dialog.typed_buttons import is_buttons_word
from dialog.words import cleaned, is_number, opens_as_status
from texts import plain, say
from texts.wording import listed, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import ReportEntry, WorkingReport

_QUOTED = 600  # characters of the text shown again; all of it is kept

_LINES = 8  # lines of it shown

_CHOICES = 8  # measures offered for a text of which nothing is known; a number leads to any

_PIECE = 3000  # characters of one line given back, so that it always fits a message


def held_question(
    language: str,
    report: WorkingReport,
    text: str,
    *,
    before: Question | None,
    now: Question | None,
    is_open: bool = True,
    month: Period | None = None,
    is_several: bool = False,
    others: Sequence[tuple[int, Period]] = (),
) -> Message:
    """Asks whether the text adds to the question before or answers another one.

    Where it is known of neither, any measure of the report may be chosen, the open ones first.

    is_open: that other one is being asked, so the text came before it was shown.
    month: of the report, where the person has others open.
    is_several: it came as several messages, which may have places of their own.
    others: further reports that are open, with their months, whose measures may be meant as well.
    """
    of = "none" if month is None else month_name(language, month)
    key = "held-ask" if before and now and is_open else "held-ask-one"
    if key == "held-ask" and before and replaces(before.step, text):
        key = "held-ask-replace"
    is_anywhere = before is None and now is None
    hinted = entry_hinted(report, text) if is_anywhere else None
    if is_anywhere:
        key = "held-ask-where" if hinted is None else "held-ask-whether"
    number = cut(hinted.measure.number, 12) if hinted else ""
    lines = [*_received(language, text), say(language, key, number=number)]
    if is_anywhere and others:
        lines.append(say(language, "held-month", month=of))
    lines.append(timetable_line(language, report.timetable))
    buttons = list(held_ways(language, report, text, before=before, now=now, month=of))
    if not buttons:
        buttons += _choices(language, report, text, of, first=hinted)
    buttons += [_of_other_month(language, text, *other) for other in others]
    if is_anywhere:
        buttons.append(button(language, "button-list", Press(Action.REPORT, report.report_id)))
    buttons += _last_ways(language, report.report_id, text, is_several=is_several)
    return Message("\n".join(lines), tuple((one,) for one in buttons))


def held_ways(
    language: str,
    report: WorkingReport,
    text: str,
    *,
    before: Question | None,
    now: Question | None,
    month: str = "none",
) -> Iterator[Button]:
    """Where the text may go."""
    is_instead = before is not None and replaces(before.step, text)
    for action, key, asked in (
        (Action.HELD_ADD, "held-button-replace" if is_instead else "held-button-add", before),
        (Action.HELD_ANSWER, "held-button-answer", now),
    ):
        if asked is not None:
            entry = report.entry(asked.entry_id)
            number = cut(entry.measure.number, 12)
            is_text = asked.step is Step.STATUS and not opens_as_status(text)
            what = plain(language, f"step-{Step.TEXT.value if is_text else asked.step.value}")
            press = Press(action, report.report_id, str(asked.entry_id), mark_of(text))
            chosen = action is Action.HELD_ADD
            is_told = asked.step in _TOLD_IN_TEXT
            righted = shown_righted(entry, text, chosen=chosen) if is_told else None
            if righted is not None:
                sides = {side: cut(str(words), _RIGHTED) for side, words in righted.items()}
                facts = {"number": number, "month": month, **sides}
                yield button(language, "held-button-righted", press, **facts)
            else:
                yield button(language, key, press, number=number, step=what, month=month)


_TOLD_IN_TEXT = frozenset({Step.STATUS, Step.TEXT, Step.REASON})


def righted_by_adding(entry: ReportEntry, asked: Question, text: str) -> Accepted | None:
    """What the button that shows a slip put right stores; None where it only adds the words."""
    return slip_chosen(entry, text) if asked.step in _TOLD_IN_TEXT else None


_RIGHTED = 12  # characters of either side of what is put right, on a button


def ways_of_refused(
    language: str,
    report: WorkingReport,
    text: str,
    *,
    before: Question | None,
    now: Question | None,
) -> Rows:
    """Where words may go whose file was refused; they may have been no more than its name."""
    ways = held_ways(language, report, text, before=before, now=now)
    last = _last_ways(language, report.report_id, text, is_several=False)
    return tuple((one,) for one in (*ways, *last))


def may_answer(asked: Step, text: str) -> bool:
    """Whether words are somebody's answer, for all that is known, and nothing else than that.

    A number alone is one where a figure is asked.
    """
    if aside(text) is not None or is_buttons_word(text):
        return False
    return asked is Step.FIGURE or not is_number(cleaned(text))


def mark_of(text: str) -> int:
    """Told by each button, as its version: more may come while the text waits, or it is edited.

    Another text may wait by then. Six digits, so that the data of a button stays short; never 0.
    """
    return zlib.crc32(text.encode()) % 999_999 + 1


def _last_ways(language: str, report_id: int, text: str, *, is_several: bool) -> Iterator[Button]:
    if is_several:
        yield button(language, "held-button-apart", Press(Action.HELD_APART, report_id))
    drop = Press(Action.HELD_DROP, report_id, version=mark_of(text))
    yield button(language, "held-button-drop", drop)


def month_question(
    language: str,
    places: Sequence[tuple[WorkingReport, ReportEntry]],
    text: str,
    *,
    kept_in: int,
    is_several: bool = False,
) -> Message:
    """Of which month the text tells, whose measure several ask for; without one, which to open.

    kept_in: the report with which the text waits meanwhile.
    is_several: it came as several messages, which may have places of their own.
    """
    number = cut(places[0][1].measure.number, 12)
    lines = _received(language, text) if text else []
    lines.append(say(language, "held-ask-month", number=number))
    buttons = []
    for report, entry in places:
        press = Press(Action.ENTRY, entry.entry_id)
        if text:
            press = Press(Action.HELD_ANSWER, report.report_id, str(entry.entry_id), mark_of(text))
        month, title = month_name(language, report.period), cut(entry.measure.title, 14)
        buttons.append(
            button(language, "held-button-of", press, number=number, title=title, month=month)
        )
    if text:
        buttons += _last_ways(language, kept_in, text, is_several=is_several)
    return Message("\n".join(lines), tuple((one,) for one in buttons))


OTHER_MONTH = "month"
"""The argument of the button that offers the measures of another month for the text."""


def _of_other_month(language: str, text: str, report_id: int, period: Period) -> Button:
    press = Press(Action.HELD_SHOW, report_id, OTHER_MONTH, mark_of(text))
    return button(language, "held-button-month", press, month=month_name(language, period))


def _received(language: str, text: str) -> list[str]:
    """The text that waits; several messages each on a line of its own, or one's lines."""
    first, *more = text.split("\n")
    if not more:
        return [say(language, "held-text", words=cut(first, _QUOTED))]
    lines = [first, *more][:_LINES]
    shown = [say(language, "held-text-line", words=cut(line, _QUOTED // _LINES)) for line in lines]
    count = 1 + len(more)
    return [say(language, "held-text-lines", count=count), *shown]


def _choices(
    language: str,
    report: WorkingReport,
    text: str,
    month: str,
    *,
    first: ReportEntry | None,
) -> Iterator[Button]:
    order = sorted(report.entries, key=lambda entry: (entry != first, is_complete(entry)))
    for entry in order[:_CHOICES]:
        press = Press(Action.HELD_ANSWER, report.report_id, str(entry.entry_id), mark_of(text))
        number, title = cut(entry.measure.number, 12), cut(entry.measure.title, 14)
        yield button(language, "held-button-of", press, number=number, title=title, month=month)


def held_returned(language: str, text: str, *, month: Period | None = None) -> list[Message]:
    """Gives the text back in full: it is kept no longer. month: of its report, where that is over.

    What was said to wait must not go without a word.
    """
    head = say(language, "held-returned")
    if month is not None:
        head = say(language, "held-returned-month", month=month_name(language, month))
    return _in_full(language, head, text)


def change_returned(language: str, text: str, *, month: Period) -> list[Message]:
    """The same of words that would have changed what is filed, and is locked now."""
    head = say(language, "change-returned", month=month_name(language, month))
    return _in_full(language, head, text)


def _in_full(language: str, head: str, text: str) -> list[Message]:
    words = [[say(language, "pasted-lost", words=piece)] for piece in pieces(text, _PIECE)]
    return messages([[head], *words])


def held_row(language: str, report_id: int, *, count: int = 1) -> Rows:
    """What leads back to the text, or to that many, waiting for a place still."""
    key = "held-button-show" if count == 1 else "held-button-show-more"
    return rows([button(language, key, Press(Action.HELD_SHOW, report_id), count=count)])


def held_waits(
    language: str,
    report: WorkingReport,
    texts: Sequence[str],
    *,
    most: int,
    place: Question | None = None,
) -> str:
    """That the texts wait for their places; of one also of which measure, where that is known.

    most: characters of each by which it is known again. place: to which an only one was written.
    """
    if len(texts) > 1:
        named = [say(language, "held-waits-one", words=cut(text, most)) for text in texts[:_LINES]]
        rest = len(texts) - len(named)
        words = listed(language, named)
        return say(language, "held-waits-more", words=words, count=len(texts), rest=rest)
    is_placed = place is not None and report.has(place.entry_id)
    told = report.entry(place.entry_id) if place is not None and is_placed else None
    told = told or entry_spoken_of(report, texts[0])
    key, number = ("held-waits-of", cut(told.measure.number, 12)) if told else ("held-waits", "")
    return say(language, key, words=cut(texts[0], most), number=number)
