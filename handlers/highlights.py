"""Highlights (重要进展、亮点): a unit marks one on any day, the office reads and picks them."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from dialog.highlights import (
    TELL,
    ask_highlight,
    highlight_list,
    highlight_picks,
    marked,
    page_of,
    read_highlight,
)
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Press
from dialog.steps import step_to_ask
from handlers.at_report import (
    ask,
    open_question,
    own_entry,
    put_away,
    show,
    show_open_question,
)
from handlers.context import Context, for_coordinators, for_filers
from handlers.office import own_cycle
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import Cycle, cycle_of, cycles_of_office
from models.editions import plans_of
from models.filing import is_writable
from models.highlights import (
    Highlight,
    highlights_of_office,
    mark_highlight,
    measures_of_units,
    pick_highlight,
    withdraw_highlight,
)
from models.work import Work
from scheduler.rules import Rules
from scheduler.timetables import cycle_timetable, newest_timetables, timetable_ahead
from texts import plain, say
from texts.wording import month_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.period import Period
from vocabulary.report import MarkedHighlight

PICKS = "highlight-picks"
"""The slot of the card that says which highlights a briefing tells."""

STEP = "highlight"
"""The conversation's step while a highlight is asked for; its entry is the conversation's."""

NUMBERED = "highlight_numbered"
"""The step while a highlight is asked for with the number of its measure."""


class MeasureUnknown(BaosongError):
    """None of the person's units has a measure of that number."""

    text_key = "highlight-measure-unknown"


class MeasureOfSeveral(BaosongError):
    """More than one of the person's units or plans has a measure of that number."""

    text_key = "highlight-measure-of-several"


@for_filers
async def on_highlight(_update: Update, context: Context) -> None:
    """/highlight NUMBER TEXT: marks a highlight of the present month; without them it asks."""
    await context.unit(highlight_by_words, context.args or [], context.doors.rules)


def highlight_by_words(work: Work, words: Sequence[str], rules: Rules) -> None:
    read = read_highlight(" ".join(words))
    if read is None:
        turn_aside(conversation_of(work.session, work.writer.id), NUMBERED)
        work.say("highlight-how")
        return
    number, text = read
    unit_ids = work.filing_unit_ids()
    known = measures_of_units(work.session, work.desk.office_id, unit_ids)
    fitting = [one for one in known if one[2][0] == number]
    if not fitting:
        raise MeasureUnknown(number=number)
    if len(fitting) > 1:
        raise MeasureOfSeveral(number=number)
    text_read = read_reason(text)
    if isinstance(text_read, Refused):
        work.say(text_read.text_key, **text_read.facts)
        return
    plan, unit_id, named = fitting[0]
    today = work.local(work.now)
    month = Period(today.year, today.month)
    highlight = mark_highlight(
        work.session, plan, unit_id, named, work.writer, month=month, text=text_read, now=work.now
    )
    cycle = cycle_of(work.session, plan.id, month)
    if cycle is None:
        later = say(work.language, "highlight-for-later", month=month_name(work.language, month))
        when = f"{later}\n{timetable_ahead(work, work.language, plan, month, rules)}"
    else:
        when = cycle_timetable(work, work.language, cycle)
    _say_marked(work, highlight, when)
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == NUMBERED:
        conversation.step = ""


def take_numbered(work: Work, _conversation: Conversation, text: str, *, rules: Rules) -> None:
    """What is typed where a highlight is asked for, with the number of its measure."""
    highlight_by_words(work, [text], rules)


def ask_by_tap(work: Work, press: Press) -> None:
    """The button at a measure: the next words are its highlight of the report's month."""
    rows, _, entry = own_entry(work, press.target)
    asked = open_question(conversation_of(work.session, work.writer.id))
    conversation = put_away(work, rows)
    if asked is not None:
        conversation.entry_id, conversation.step = asked.entry_id, asked.step.value
        conversation.indicator_id = asked.indicator_id
    turn_aside(conversation, STEP)
    conversation.entry_id = entry.entry_id
    show(work, ask_highlight(work.language, entry))


def mark_text(work: Work, press: Press) -> None:
    """What is written as completion text is the highlight."""
    _, _, entry = own_entry(work, press.target)
    _mark(work, entry.entry_id, entry.content.text)


def take_words(work: Work, conversation: Conversation, text: str) -> None:
    read = read_reason(text)
    if isinstance(read, Refused):
        work.say(read.text_key, **read.facts)
        return
    _mark(work, conversation.entry_id or 0, read)


def drop_highlight(work: Work, press: Press) -> None:
    highlight = work.session.get(Highlight, press.target)
    if highlight is None or highlight.unit_id not in work.filing_unit_ids():
        raise NotAllowed
    withdraw_highlight(highlight, now=work.now)
    work.toast = plain(work.language, "highlight-dropped-short")
    work.say("highlight-dropped", number=highlight.number)


def _mark(work: Work, entry_id: int, text: str) -> None:
    """Marks it for the report's month. What was being asked is asked again; else the measure."""
    rows, report, entry = own_entry(work, entry_id)
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
    _say_marked(work, highlight, cycle_timetable(work, work.language, rows.cycle))
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == STEP:
        conversation.step = ""
    if conversation.aside or show_open_question(work):
        return
    if is_writable(rows.report):
        _, report, entry = own_entry(work, entry_id)
        ask(work, report, entry, step_to_ask(entry))


def _say_marked(work: Work, highlight: Highlight, when: str) -> None:
    """when: the moments of the cycle that it is marked for."""
    message = marked(
        work.language,
        highlight_id=highlight.id,
        number=highlight.number,
        month=highlight.period,
        text=highlight.text,
    )
    work.reply(replace(message, html=f"{message.html}\n{when}"))


@for_coordinators
async def on_highlights(_update: Update, context: Context) -> None:
    """/highlights [2022-07]: what units have marked."""
    await context.unit(list_highlights, context.args or [])


def list_highlights(work: Work, words: Sequence[str]) -> None:
    month = Period.parse(words[0]) if words else None
    found = highlights_of_office(
        work.session, work.desk.office_id, zone=work.desk.zone, month=month
    )
    times: dict[Period, list[str]] = {}
    for cycle in cycles_of_office(work.session, work.desk.office_id):
        times.setdefault(cycle.period, []).append(cycle_timetable(work, work.language, cycle))
    for one in found:  # marked for a month that has not opened yet: the cycle that runs
        if one.period not in times:
            plans = plans_of(work.session, work.desk.office_id)
            times[one.period] = newest_timetables(work, work.language, [p.id for p in plans])
    for message in highlight_list(work.language, found, times):
        work.reply(message)


# ── which of them a briefing (专报) tells ───────────────────────────────────────────────────────


def show_picks(work: Work, cycle: Cycle, page: int = 0) -> None:
    """Nothing where the month has none."""
    found = _of_cycle(work, cycle)
    if found:
        times = cycle_timetable(work, work.language, cycle)
        card = highlight_picks(work.language, cycle.id, found, times, page)
        work.card(PICKS, card)


def turn_picks(work: Work, press: Press) -> None:
    page = int(press.argument) if press.argument.isdecimal() else 0
    show_picks(work, own_cycle(work, press.target), page)


def pick_by_tap(work: Work, press: Press) -> None:
    """It is told from now on, or left out; tapped twice it is the same."""
    highlight = work.session.get(Highlight, press.target)
    if highlight is None or highlight.office_id != work.desk.office_id:
        raise Stale
    cycle = cycle_of(work.session, highlight.plan_id, highlight.period)
    if cycle is None:
        raise Stale
    pick_highlight(highlight, work.writer, is_told=press.argument == TELL, now=work.now)
    show_picks(work, cycle, page_of(_of_cycle(work, cycle), highlight.id))


def _of_cycle(work: Work, cycle: Cycle) -> list[MarkedHighlight]:
    return highlights_of_office(
        work.session,
        cycle.office_id,
        zone=work.desk.zone,
        month=cycle.period,
        plan_id=cycle.plan_id,
    )
