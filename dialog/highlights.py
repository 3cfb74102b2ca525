"""Highlights: asking for one, the list that the office reads, and which of them it passes on."""

import re
from collections.abc import Mapping, Sequence
from math import ceil

from dialog.layout import button, cut, messages, page_row, rows
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import day_name, month_name, period_name
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import MarkedHighlight, ReportEntry

# What stands behind the number parts it from the words: 12家企业 names no measure.
_NUMBERED = re.compile(
    r"\s*(?:第\s*)?(\d[\d.()（）-]*+)\s*(?:项[\s:：、,，.．]*|(?<=\s)|[:：、,，．])\s*(\S.*)",
    re.DOTALL,
)

PAGE_SIZE = 10
TELL, LEAVE, AGAIN = "tell", "leave", "again"
"""Arguments of buttons: what a highlight is to be from now on; the paper without the card."""


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


def highlight_picks(
    language: str,
    cycle_id: int,
    highlights: Sequence[MarkedHighlight],
    times: str,
    page: int = 0,
) -> Message:
    """Which of a month's highlights briefings tell, at least one; a tap on a place changes it.

    times: when the cycle opens, is due and locks.
    """
    pages = max(1, ceil(len(highlights) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = list(enumerate(highlights, start=1))[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    head = say(
        language,
        "highlight-picks",
        month=month_name(language, highlights[0].period),
        told=sum(not one.left_out for one in highlights),
        count=len(highlights),
    )
    lines = [
        say(
            language,
            "highlight-pick-line",
            place=place,
            sign=_sign(one),
            unit=cut(one.unit, 40),
            number=cut(one.number, 12),
            words=cut(one.text, 80),
        )
        for place, one in shown
    ]
    picks = [
        Button(
            plain(language, "highlight-pick-button", place=place, sign=_sign(one)),
            Press(Action.HIGHLIGHT_PICK, one.highlight_id, TELL if one.left_out else LEAVE).data(),
        )
        for place, one in shown
    ]
    by_five = tuple(tuple(picks[at : at + 5]) for at in range(0, len(picks), 5))
    turn = page_row(page, pages, lambda to: Press(Action.HIGHLIGHT_PICKS, cycle_id, str(to)))
    write = button(language, "briefing-button-again", Press(Action.BRIEFING, cycle_id, AGAIN))
    return Message("\n".join((head, times, *lines)), (*by_five, *turn, (write,)))


def page_of(highlights: Sequence[MarkedHighlight], highlight_id: int) -> int:
    """On which page of `highlight_picks` it stands; the first where it does not."""
    ids = [one.highlight_id for one in highlights]
    return ids.index(highlight_id) // PAGE_SIZE if highlight_id in ids else 0


def _sign(one: MarkedHighlight) -> str:
    return "○" if one.left_out else "●"
