"""A highlight is marked, and it is said of which measure and for which month."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.highlights import marked
from dialog.layout import cut
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from models.highlights import (
    Highlight,
    highlight_saying,
    mark_highlight,
    withdraw_highlight,
)
from models.views import ReportRows
from models.work import Work
from scheduler.timetables import cycle_timetable
from texts import say
from vocabulary.report import ReportEntry


def says_why_not(work: Work, highlights: Sequence[str]) -> bool:
    """Whether any of the words are no highlight; then it is said why, and none is marked."""
    read = (read_reason(words) for words in highlights)
    refused = next((one for one in read if isinstance(one, Refused)), None)
    if refused is not None and refused.text_key == "answer-reason-missing":
        work.say("highlight-nothing")
    elif refused is not None:
        work.say(refused.text_key, **refused.facts)
    return refused is not None


def unmark(work: Work, rows: ReportRows, entry: ReportEntry, words: str) -> str:
    """Takes back what the person has marked of the report's month; what to say of that, or nothing.

    What a colleague has marked stays.
    """
    first = entry.measure.each[0]
    highlight = highlight_saying(
        work.session,
        rows.plan.id,
        rows.unit.id,
        (first.number, first.title),
        month=rows.cycle.period,
        text=words,
    )
    if highlight is None or highlight.marked_by_id != work.writer.id:
        return ""
    withdraw_highlight(highlight, now=work.now)
    return say(work.language, "highlight-untold", number=cut(first.number, 12), words=words)


def mark(
    work: Work, rows: ReportRows, entry: ReportEntry, text: str, *, beside: str = ""
) -> Highlight:
    """Marks it for the report's month. beside: a line to be said with it."""
    first = entry.measure.each[0]
    highlight = mark_highlight(
        work.session,
        rows.plan,
        rows.unit.id,
        (first.number, first.title),
        work.writer,
        month=rows.cycle.period,
        text=text,
        now=work.now,
    )
    when = cycle_timetable(work, work.language, rows.cycle)
    say_marked(work, highlight, "\n".join(filter(None, (beside, when))))
    return highlight


def say_marked(work: Work, highlight: Highlight, when: str) -> None:
    """when: the moments of the cycle that it is marked for, with what else to say."""
    message = marked(
        work.language,
        highlight_id=highlight.id,
        number=highlight.number,
        month=highlight.period,
        text=highlight.text,
    )
    work.reply(replace(message, html=f"{message.html}\n{when}"))
