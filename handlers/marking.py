"""A highlight is marked, and it is said of which measure and for which month."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.highlights import marked
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from models.highlights import Highlight, mark_highlight
from models.views import ReportRows
from models.work import Work
from scheduler.timetables import cycle_timetable
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


def mark(work: Work, rows: ReportRows, entry: ReportEntry, text: str) -> None:
    """Marks it for the report's month."""
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
    say_marked(work, highlight, cycle_timetable(work, work.language, rows.cycle))


def say_marked(work: Work, highlight: Highlight, when: str) -> None:
    """when: the moments of the cycle that it is marked for."""
    message = marked(
        work.language,
        highlight_id=highlight.id,
        number=highlight.number,
        month=highlight.period,
        text=highlight.text,
    )
    work.reply(replace(message, html=f"{message.html}\n{when}"))
