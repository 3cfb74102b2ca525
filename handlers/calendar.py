"""/calendar: the year's cycles beforehand, and the days on which the office decides for itself."""

from collections.abc import Sequence

from telegram import Update

from dialog.layout import messages
from handlers.context import Context, for_members
from models.delivery import Priority
from models.people import coordinators_reached
from models.work import Work
from scheduler.rules import Rules
from scheduler.yearly import (
    DayUnreadable,
    DayWord,
    decide_day,
    decision_lines,
    gap_beside,
    parse_day,
    year_blocks,
)
from texts import LANGUAGES, plain, say
from vocabulary.errors import NotAllowed
from vocabulary.message import Message

_FIRST_YEAR, _LAST_YEAR = 2005, 2100
"""Published holidays begin with the first; behind the last nobody plans."""


@for_members
async def on_calendar(_update: Update, context: Context) -> None:
    """/calendar [2026], or a day and what it is: /calendar 2026-02-14 workday."""
    await context.unit(answer_calendar, context.args or [], context.doors.rules)


def answer_calendar(work: Work, words: Sequence[str], rules: Rules) -> None:
    """Anybody may look; only the office decides about days."""
    if len(words) > 1:
        if not work.is_coordinator():
            raise NotAllowed
        _decide(work, rules, words)
        return
    written = words[0] if words else str(work.local(work.now).year)
    if not written.isdecimal() or not _FIRST_YEAR <= int(written) <= _LAST_YEAR:
        raise DayUnreadable(written=written)
    _show(work, rules, int(written))


def _show(work: Work, rules: Rules, year: int) -> None:
    session, office_id, language = work.session, work.desk.office_id, work.language
    blocks = year_blocks(session, office_id, rules.now(work), year, language)
    if work.is_coordinator():
        gap = gap_beside(year, work.local(work.now))
        if gap is not None:
            blocks.append([say(language, "calendar-gap", year=str(gap))])
        blocks.append([say(language, "calendar-footer")])
    for message in messages(blocks):
        work.reply(message)


def _decide(work: Work, rules: Rules, words: Sequence[str]) -> None:
    day, word, note = parse_day(words[0]), _day_word(words), " ".join(words[2:])
    moved = decide_day(
        work.session,
        work.desk.office_id,
        rules,
        day,
        word,
        note=note,
        by=work.writer.name,
        now=work.now,
    )
    work.reply(Message("\n".join(decision_lines(work.language, day, word, note, moved))))
    for reach in coordinators_reached(work.session, work.desk.office_id):
        if reach.chat_id == work.writer.user_id:
            continue
        told = say(reach.language, "calendar-told", by=work.writer.name)
        lines = [told, *decision_lines(reach.language, day, word, note, moved)]
        work.send(reach.chat_id, Message("\n".join(lines)), priority=Priority.NOTICE)


def _day_word(words: Sequence[str]) -> DayWord:
    """By its name in any language, or by the code's own word."""
    for word in DayWord:
        names = {plain(language, f"day-word-{word}").lower() for language in LANGUAGES}
        if words[1].lower() in names | {word.value}:
            return word
    raise DayUnreadable(written=" ".join(words[:2]))
