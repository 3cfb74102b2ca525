"""Highlights (重要进展、亮点): a unit marks one on any day, the office reads and picks them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import Update

from dialog.highlights import (
    TELL,
    ask_highlight,
    highlight_list,
    highlight_picks,
    highlights_of,
    number_alone,
    page_of,
    read_highlights,
    told_as_highlight,
)
from dialog.layout import cut
from dialog.outcome import SHORT_LIMIT, appended
from dialog.press import Press
from dialog.steps import step_to_ask
from dialog.words import cleaned
from handlers.at_report import (
    Typed,
    ask,
    open_question,
    own_entry,
    put_away,
    reshow,
    show,
    show_open_question,
)
from handlers.context import Context, for_coordinators, for_filers
from handlers.marking import mark, say_marked, says_why_not
from handlers.office import own_cycle
from handlers.one_asks import HIGHLIGHT_NUMBERED
from handlers.remembering import highlight_kept, remember_highlight, remember_marked
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import Cycle, cycle_of, cycles_of_office, reports_of_units
from models.editions import Plan, plans_of
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
from models.written import WrittenAs, written
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

NUMBERED = HIGHLIGHT_NUMBERED


class MeasureUnknown(BaosongError):
    """None of the person's units has a measure of that number."""

    text_key = "highlight-measure-unknown"


class MeasureOfSeveral(BaosongError):
    """More than one of the person's units or plans has a measure of that number."""

    text_key = "highlight-measure-of-several"


@for_filers
async def on_highlight(update: Update, context: Context) -> None:
    """/highlight NUMBER TEXT: marks a highlight of the present month; without them it asks."""
    message = update.effective_message
    words = _BEHIND_COMMAND.sub("", message.text or "") if message else ""
    message_id = message.message_id if message else 0
    await context.unit(
        highlight_by_words, Said(words, message_id, is_command=True), context.doors.rules
    )


_BEHIND_COMMAND = re.compile(r"\s*[/／]\S+\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be marked, and the message that says it."""

    words: str
    message_id: int
    is_command: bool = False


def highlight_by_words(
    work: Work, said: Said, rules: Rules, *, number: str = "", kept: str = ""
) -> None:
    """number: of the measure that was asked about, where one was. kept: words that wait for one."""
    known = measures_of_units(work.session, work.desk.office_id, work.filing_unit_ids())
    numbers = {named[0] for _, _, named in known}
    told = read_highlights(said.words, numbers, number=number, kept=kept)
    alone = "" if told else number_alone(said.words)
    if not told and not alone and len(numbers) == 1:
        told = read_highlights(said.words, numbers, number=next(iter(numbers)))
    more = "" if told or alone else cleaned(said.words)
    found = [(_measure_of(known, one), words) for one, words in told]
    if says_why_not(work, [*(words for _, words in told), *filter(None, (more,))]):
        return
    marked = [_mark_of_plan(work, one, words, rules) for one, words in found]
    if len(marked) == 1 and marked[0].text != kept and not said.is_command:
        remember_marked(work, said.message_id, marked[0].id)
    conversation = conversation_of(work.session, work.writer.id)
    left = "" if kept in [words for _, words in told] else kept
    if left or not told:
        waits = "" if alone else appended(left, more) if more else left
        _ask_words(work, known, alone, replace(said, words=waits))
    elif is_asked(conversation.step):
        conversation.step = ""


_Known = tuple[Plan, int, tuple[str, str]]
"""A measure of a unit: its plan, the unit, its number and title."""


def _measure_of(known: Sequence[_Known], number: str) -> _Known:
    fitting = [one for one in known if one[2][0] == number]
    if not fitting:
        raise MeasureUnknown(number=number)
    if len(fitting) > 1:
        raise MeasureOfSeveral(number=number)
    return fitting[0]


def _ask_words(work: Work, known: Sequence[_Known], number: str, said: Said) -> None:
    """Asks for number and words; where one of both is told, for the other alone."""
    if number:
        title = _measure_of(known, number)[2][1]
    conversation = conversation_of(work.session, work.writer.id)
    step = f"{NUMBERED}:{number}" if number or not said.words else f"{NUMBERED}::{said.message_id}"
    turn_aside(conversation, step)
    if number:
        work.say("highlight-how-words", number=number, title=cut(title, 60))
    elif said.words:
        remember_highlight(work, said.message_id, said.words)
        work.say("highlight-which", words=cut(said.words, SHORT_LIMIT))
    else:
        work.say("highlight-how")


def _mark_of_plan(
    work: Work, known: _Known, words: str, rules: Rules, *, month: Period | None = None
) -> Highlight:
    """month: of the report that it is told in, where there is one."""
    plan, unit_id, named = known
    month = month or _month_of(work, plan, unit_id)
    highlight = mark_highlight(
        work.session,
        plan,
        unit_id,
        named,
        work.writer,
        month=month,
        text=cleaned(words),
        now=work.now,
    )
    cycle = cycle_of(work.session, plan.id, month)
    if cycle is None:
        later = say(work.language, "highlight-for-later", month=month_name(work.language, month))
        when = f"{later}\n{timetable_ahead(work, work.language, plan, month, rules)}"
    else:
        when = cycle_timetable(work, work.language, cycle)
    say_marked(work, highlight, when)
    return highlight


def _month_of(work: Work, plan: Plan, unit_id: int) -> Period:
    """The month of the report that is being written; else the present one.

    That is the one before the person, until it is locked, or one that is not due yet.
    """
    conversation = conversation_of(work.session, work.writer.id)
    is_asked_of = conversation.aside or open_question(conversation) is not None
    for report, cycle in reports_of_units(work.session, [unit_id], now=work.now):
        is_at_it = is_asked_of and conversation.report_id == report.id
        if (
            cycle.plan_id == plan.id
            and is_writable(report)
            and work.now < cycle.locks_at
            and (is_at_it or work.now <= cycle.due_at)
        ):
            return cycle.period
    today = work.local(work.now)
    return Period(today.year, today.month)


def is_asked(step: str) -> bool:
    """Whether a highlight is asked for that needs, or has, the number of its measure."""
    return step.partition(":")[0] == NUMBERED


def take_numbered(
    work: Work, conversation: Conversation, text: str, *, message_id: int, rules: Rules
) -> None:
    """What is typed where a highlight is asked for, with the number of its measure."""
    _, number, kept_in = f"{conversation.step}::".split(":")[:3]
    kept = highlight_kept(work, int(kept_in)) if kept_in else ""
    highlight_by_words(work, Said(text, message_id), rules, number=number, kept=kept)


def takes_headed(work: Work, conversation: Conversation, typed: Typed, rules: Rules) -> bool:
    """Whether it is 亮点：…: marked, of the measure that it names, else of the one asked."""
    words = told_as_highlight(typed.text)
    if not words or not work.filing_unit_ids():
        return False
    asked = open_question(conversation)
    if asked is None:
        highlight_by_words(work, Said(words, typed.message_id), rules)
    else:
        _mark_told(work, asked.entry_id, words, message_id=typed.message_id, rules=rules)
    return True


def takes_edit(work: Work, typed: Typed) -> bool:
    """Whether the message told a highlight and nothing else: it tells its new words by now."""
    row = written(work.session, work.writer.id, typed.message_id)
    if row is None or row.kind is not WrittenAs.HIGHLIGHT:
        return False
    if typed.text.startswith("/"):
        reshow(work, say(work.language, "edit-into-command", said=typed.text.strip()))
        return True
    highlight = work.session.get(Highlight, int(row.step))
    words = cleaned(told_as_highlight(typed.text) or typed.text)
    is_own = highlight is not None and highlight.unit_id in work.filing_unit_ids()
    if highlight is None or not is_own or highlight.withdrawn_at is not None:
        reshow(work, say(work.language, "edit-of-highlight"))
        return True
    known = measures_of_units(work.session, work.desk.office_id, [highlight.unit_id])
    numbers = {named[0] for _, _, named in known}
    told = read_highlights(words, numbers, number=highlight.number)
    if [number for number, _ in told] != [highlight.number]:
        reshow(work, say(work.language, "edit-of-highlight-elsewhere", number=highlight.number))
    elif told[0][1] == highlight.text:
        reshow(work, say(work.language, "edit-changes-nothing", number=highlight.number))
    elif not says_why_not(work, [told[0][1]]):
        _mark_instead(work, highlight, told[0][1], typed.message_id)
    return True


def _mark_instead(work: Work, old: Highlight, words: str, message_id: int) -> None:
    withdraw_highlight(old, now=work.now)
    plan, named = work.session.get_one(Plan, old.plan_id), (old.number, old.title)
    new = mark_highlight(
        work.session,
        plan,
        old.unit_id,
        named,
        work.writer,
        month=old.period,
        text=words,
        now=work.now,
    )
    remember_marked(work, message_id, new.id)
    number = cut(old.number, 12)
    cycle = cycle_of(work.session, plan.id, old.period)
    times = (
        [cycle_timetable(work, work.language, cycle)]
        if cycle is not None
        else newest_timetables(work, work.language, [plan.id])
    )
    gone = say(work.language, "highlight-untold", number=number, words=old.text)
    say_marked(work, new, "\n".join((gone, *times)))
    show_open_question(work)


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
    rows, _, entry = own_entry(work, press.target)
    mark(work, rows, entry, entry.content.text)
    _go_back(work, entry.entry_id)


def take_words(
    work: Work, conversation: Conversation, text: str, *, message_id: int, rules: Rules
) -> None:
    """The words of the measure's highlight; what names another measure is of that."""
    _mark_told(work, conversation.entry_id or 0, text, message_id=message_id, rules=rules)


def _mark_told(work: Work, entry_id: int, text: str, *, message_id: int, rules: Rules) -> None:
    """For the report's month; once that is locked, for the one that is running."""
    rows, report, entry = own_entry(work, entry_id)
    of_unit = measures_of_units(work.session, work.desk.office_id, [rows.unit.id])
    known = [one for one in of_unit if one[0].id == rows.plan.id]
    told = highlights_of(report, entry, text, {named[0] for _, _, named in known})
    if says_why_not(work, [words for _, words in told]):
        return
    month = rows.cycle.period if work.now < rows.cycle.locks_at else None
    marked = [
        _mark_of_plan(work, _measure_of(known, number), words, rules, month=month)
        for number, words in told
    ]
    if len(marked) == 1:
        remember_marked(work, message_id, marked[0].id)
    _go_back(work, entry_id)


def drop_highlight(work: Work, press: Press) -> None:
    highlight = work.session.get(Highlight, press.target)
    if highlight is None or highlight.unit_id not in work.filing_unit_ids():
        raise NotAllowed
    withdraw_highlight(highlight, now=work.now)
    work.toast = plain(work.language, "highlight-dropped-short")
    work.say("highlight-dropped", number=highlight.number)


def _go_back(work: Work, entry_id: int) -> None:
    """What was being asked is asked again; else the measure."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == STEP:
        conversation.step = ""
    if conversation.aside or show_open_question(work):
        return
    rows, report, entry = own_entry(work, entry_id)
    if is_writable(rows.report):
        ask(work, report, entry, step_to_ask(entry))


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
