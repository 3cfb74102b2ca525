"""Highlights: asking for one, the list that the office reads, and which of them it passes on."""

import re
from collections.abc import Collection, Mapping, Sequence
from math import ceil

from dialog.layout import button, cut, messages, page_row, rows
from dialog.measure_numbers import OPENS_WORDS, named_entry
from dialog.press import Action, Press
from dialog.words import cleaned, means_nothing
from texts import plain, say
from texts.wording import day_name, month_name, period_name
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import MarkedHighlight, ReportEntry, WorkingReport

# What stands behind the number parts it from the words: 12家企业 names no measure.
_NUMBERED = re.compile(
    r"\s*(?:第\s*)?(\d[\d.()（）-]*+)\s*(?:项[\s:：、,，.．]*|(?<=\s)|[:：、,，．])\s*(\S.*)",
    re.DOTALL,
)

_RUN_ON = re.compile(rf"\s*(\d[\d.-]*)({OPENS_WORDS}.*)", re.DOTALL)
"""30消费券拉动1.3亿: what no number counts stands right behind one that is a measure's."""

PAGE_SIZE = 10
TELL, LEAVE, AGAIN = "tell", "leave", "again"
"""Arguments of buttons: what a highlight is to be from now on; the paper without the card."""


_NUMBER_ALONE = re.compile(r"\s*(?:第\s*)?(\d[\d.()（）-]*+)\s*项?\s*")


def number_alone(said: str) -> str:
    """The measure's number where it is all that was said, as in /highlight 18; else empty."""
    found = _NUMBER_ALONE.fullmatch(said)
    return found[1].rstrip(".") if found else ""


_HEADING = (
    r"(?:(?:本月|本项|这一?项|该项|工作|主要|特色|创新)*(?:重要进展[、和及])?亮点(?:工作|做法|成效)?[:：]"
    r"|highlights?\s*[:：])"
)
_HEADED = re.compile(
    r"(?:第?\s*(?P<number>\d[\d.-]*)(?:\s*项|(?=[\s:：、,，．的亮]))[\s:：、,，．]*)?(?:的)?"
    rf"{_HEADING}\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_NUMBER = re.compile(
    r"(?:重要进展|亮点)(?:工作)?\s*(?:第\s*)?(?P<number>\d[\d.-]*)\s*(?:项|[\s:：、,，．])[\s:：、,，．]*"
    rf"(?P<words>{OPENS_WORDS}.*)",
    re.DOTALL,
)
"""亮点 29 消费节上了省台, 亮点29：…."""

_WITHIN = re.compile(
    r"(?:^|(?<=[\n。；;！!])|(?<=[.?!]\s))[^\S\n]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?"
    rf"{_HEADING}[^\S\n]*(?P<words>\S[^\n]*)",
    re.IGNORECASE,
)


def told_as_highlight(said: str) -> str:
    """The words behind 亮点：, with which a message begins; empty for any other.

    The number of a measure may stand in front, and does so then: 第18项亮点：…, 亮点 18 ….
    """
    found = _HEADED.fullmatch(cleaned(said)) or _BEFORE_NUMBER.fullmatch(cleaned(said))
    if found is None:
        return ""
    return f"第{found['number']}项：{found['words']}" if found["number"] else found["words"]


def tells_highlight(text: str) -> bool:
    """Whether a text has 亮点：… in it, at the beginning of a line or a sentence."""
    return _WITHIN.search(text) is not None


def new_highlights(entry: ReportEntry, before: str, text: str) -> list[str]:
    """What a text tells behind 亮点：, to the end of its line, and has not told before.

    Not what stands in last month's text or is marked already, nor 亮点：无.
    """
    last = entry.last.text if entry.last else ""
    known, is_marked = f"{before}\n{last}", entry.highlights
    new = [one for one in _told_within(text) if one not in known and one not in is_marked]
    return [one for one in new if not means_nothing(one)]


def highlights_gone(before: str, text: str) -> list[str]:
    """What the text told behind 亮点： before, and tells so no more."""
    return [one for one in _told_within(before) if one not in _told_within(text)]


def _told_within(text: str) -> list[str]:
    return list(dict.fromkeys(found["words"].strip() for found in _WITHIN.finditer(text)))


def read_highlights(
    said: str, known: Collection[str], *, number: str = "", kept: str = ""
) -> list[tuple[str, str]]:
    """Each measure's number and its words, from 18 全省首个……; empty where either is missing.

    A further line that begins with the number of a known measure is the next highlight.
    number: of the measure that was asked about, whose words need none. kept: words that came
    before, and wait for the number.
    """
    alone = number_alone(said)
    if alone and kept:
        return [(alone, kept)]
    first, *lines = said.strip().split("\n")
    found = _NUMBERED.fullmatch(first)
    told = [(found[1].rstrip("."), found[2].strip())] if found else []
    found = _RUN_ON.fullmatch(first)
    if not (told or number) and found and found[1] in known:
        told = [(found[1], found[2].strip())]
    if number and (not told or told[0][0] not in known):
        told = [(number, first.strip())] if first.strip() else []
    if not told:
        return []
    for line in lines:
        found = _NUMBERED.fullmatch(line)
        if found and found[1].rstrip(".") in known:
            told.append((found[1].rstrip("."), found[2].strip()))
        else:
            told[-1] = (told[-1][0], f"{told[-1][1]}\n{line}".strip())
    return told


def highlights_of(
    report: WorkingReport, entry: ReportEntry, said: str, known: Collection[str]
) -> list[tuple[str, str]]:
    """What was sent where the entry's highlight is asked: its words, and those of others named.

    By the measure's number. known: those of the unit's measures, also of such as are not due.
    """
    told: list[tuple[str, str]] = []
    own = entry.measure.each
    others = {one for one in known if one not in {each.number for each in own}}
    for line in cleaned(said).split("\n"):
        named = named_entry(report, line)
        if named is not None and named.words:
            told.append((named.entry.measure.each[0].number, named.words))
        elif other := _of_another(line, others, is_first=not told):
            told.append(other)
        elif told:
            told[-1] = (told[-1][0], f"{told[-1][1]}\n{line}")
        else:
            told.append((own[0].number, line))
    return told


def _of_another(line: str, others: Collection[str], *, is_first: bool) -> tuple[str, str] | None:
    """63项制度获推广 is of measure 63 where the unit has one; further lines need 第 for that."""
    found = _NUMBERED.fullmatch(line)
    number = found[1].rstrip(".") if found else ""
    if found is None or number not in others:
        return None
    return (number, found[2].strip()) if is_first or line.startswith("第") else None


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
