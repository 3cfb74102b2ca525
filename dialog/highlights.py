"""Highlights: asking for one, and the list that the office reads."""

import re
from collections.abc import Mapping, Sequence

from dialog.layout import button, cut, messages, rows
from dialog.press import Action, Press
from texts import say
from texts.wording import day_name, month_name, period_name
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.report import MarkedHighlight, ReportEntry

# What stands behind the number parts it from the words: 12家企业 names no measure.
_NUMBERED = re.compile(
    r"\s*(?:第\s*)?(\d[\d.()（）-]*+)\s*(?:项[\s:：、,，.．]*|(?<=\s)|[:：、,，．])\s*(\S.*)",
    re.DOTALL,
)


def read_highlight(said: str) -> tuple[str, str] | None:
    """The measure's number and the words, from 18 全省首个……; None where either is missing."""
    found = _NUMBERED.fullmatch(said)
    return (found[1].rstrip("."), found[2].strip()) if found else None


def ask_highlight(language: str, entry: ReportEntry) -> Message:
    """Asks for the words; what is written as completion text can be taken with one tap."""
    number, title = cut(entry.measure.number, 12), cut(entry.measure.title, 60)
    html = say(language, "highlight-ask", number=number, title=title)
    buttons = []
    if entry.content.text:
        press = Press(Action.HIGHLIGHT_TEXT, entry.entry_id)
        buttons.append(button(language, "button-highlight-text", press))
    buttons.append(button(language, "button-back", Press(Action.ENTRY, entry.entry_id)))
    return Message(html, rows(buttons))


def marked(language: str, *, highlight_id: int, number: str, month: Period, text: str) -> Message:
    """Says what was marked, and for which month; it can be taken back."""
    html = say(
        language,
        "highlight-marked",
        number=cut(number, 12),
        month=month_name(language, month),
        words=cut(text, 200),
    )
    drop = button(language, "button-highlight-drop", Press(Action.HIGHLIGHT_DROP, highlight_id))
    return Message(html, ((drop,),))


def highlight_list(
    language: str,
    highlights: Sequence[MarkedHighlight],
    times: Mapping[Period, Sequence[str]],
) -> list[Message]:
    """Everything that was marked, month by month; nothing is cut.

    times: when the cycles of a month open, are due and lock, where there are any.
    """
    if not highlights:
        return [Message(say(language, "highlights-none"))]
    blocks = []
    for month in dict.fromkeys(one.period for one in highlights):
        of_month = [one for one in highlights if one.period == month]
        period = period_name(language, month)
        head = say(language, "highlights-title", period=period, count=len(of_month))
        lines = (_line(language, one) for one in of_month)
        blocks.append([head, *times.get(month, ()), *lines])
    return messages(blocks)


def _line(language: str, one: MarkedHighlight) -> str:
    return say(
        language,
        "highlights-line",
        unit=cut(one.unit, 40),
        number=cut(one.number, 12),
        words=one.text,
        by=cut(one.marked_by, 20),
        day=day_name(language, one.marked_at.date()),
    )
