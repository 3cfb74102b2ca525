"""Somebody who writes reports is away for some days: said here, and everybody else is told."""

from datetime import date

from telegram import Update

from dialog.asides import Aside, aside
from dialog.asked_beside import put_right
from dialog.days import LONGEST_ABSENCE, NO_DAYS, Days, are_days, read_days
from dialog.layout import Rows, button
from dialog.outcome import Refused
from dialog.press import ASK_ANEW, Action, Press
from handlers.context import Context, for_filers
from handlers.one_asks import ABSENCE_DAYS, AWAY_CARD
from models.absences import Absence, absence_of, declare_absence, replaced_by
from models.conversations import conversation_of, turn_aside
from models.delivery import Slot, slot_of_message, slots_in_chat
from models.offices import Unit
from models.people import FILING_KINDS
from models.work import Work
from scheduler.presence import (
    colleagues,
    days_shown,
    stand_ins,
    tell,
    tell_office_of_absence,
    tell_stand_ins,
    welcome,
)
from scheduler.rules import Rules
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import Stale
from vocabulary.message import Message

CARD = AWAY_CARD

_OFFERED = {"today": "today", "three": "tomorrow for 3 days", "week": "this week"}
"""By the button's argument, the words that it stands for."""


@for_filers
async def on_away(_update: Update, context: Context) -> None:
    """/away [DAYS]: the person is away; without words it asks, or shows what is known."""
    words = " ".join(context.args or [])
    await context.unit(away_by_words, words, context.doors.rules)


def away_by_words(work: Work, words: str, rules: Rules) -> None:
    if words:
        take_days(work, words, rules)
    else:
        _show(work)


def away_by_tap(work: Work, press: Press, rules: Rules) -> None:
    """[我这几天不在], an offered choice of days, or [不登记]."""
    if press.argument in _OFFERED:
        take_days(work, _OFFERED[press.argument], rules)
    elif press.argument == ASK_ANEW:
        _ask(work)
    elif press.argument == "no":
        _stop_asking(work)
        work.card(CARD, Message(say(work.language, "away-left")))
    else:
        _show(work)


def take_days(work: Work, words: str, rules: Rules) -> None:
    """What the person typed or chose is shown as days, to be confirmed."""
    rules = rules.now(work)
    found = _read(work, words, rules)
    if isinstance(found, Refused):
        _ask(work, say(work.language, found.text_key, **found.facts))
    else:
        _stop_asking(work)
        _confirm(work, found, rules)


def says_days(work: Work, words: str, rules: Rules) -> bool:
    """Whether the words tell of days, though these may not be possible ones."""
    found = _read(work, words, rules.now(work))
    return not isinstance(found, Refused) or found.text_key != NO_DAYS


def puts_right(work: Work, words: str, rules: Rules) -> bool:
    """Whether the words are nothing but other days, said under the card of the days."""
    slots = slots_in_chat(work.session, work.desk.bot_id, work.writer.user_id)
    newest = max(slots, key=lambda slot: slot.message_id or 0, default=None)
    said, today = put_right(words) or words, _today(work)
    is_workday = rules.now(work).workdays.is_workday
    is_told = newest is not None and newest.name == CARD
    if not is_told or not are_days(said, today=today, is_workday=is_workday):
        return False
    take_days(work, said, rules)
    return True


def leave(work: Work) -> None:
    """No absence is noted: the person goes on with something else."""
    work.close(CARD, Message(say(work.language, "away-left")))


def record_days(work: Work, press: Press) -> None:
    """[确定]: the absence is kept, and those who stand in are told, or else the office."""
    days = _days_of(press)
    if days is None:
        raise Stale
    if (slot := _slot_tapped(work)) is not None and not _holds_still(work, slot, days):
        _tell_outdated(work, days)
        return
    if days.last < _today(work):
        raise Stale
    first = max(days.first, _today(work))
    before = _replaced(work, Days(first, days.last))
    absence = declare_absence(
        work.session,
        work.desk.office_id,
        work.writer.id,
        first_on=first,
        last_on=days.last,
        now=work.now,
    )
    alone = []
    for unit in _units(work):
        told = stand_ins(work, unit.id, work.writer, first_on=first, last_on=days.last)
        tell_stand_ins(work, absence, told, unit, before=before)
        if not told:
            alone.append(unit.name)
    if alone:
        kind = next(c.kind for c in work.held if c.kind in FILING_KINDS)
        tell_office_of_absence(work, absence, alone, kind, before=before)
    work.card(CARD, _known(work, absence))


def _slot_tapped(work: Work) -> Slot | None:
    """The card of the days, of which this or an older message was tapped."""
    if work.tapped is None:
        return None
    slot = slot_of_message(work.session, work.desk.bot_id, work.writer.user_id, work.tapped)
    return slot if slot is not None and slot.name == CARD else None


def _holds_still(work: Work, slot: Slot, days: Days) -> bool:
    """Whether it asks about these days still, and all of them are to come, as it says."""
    return slot.message_id == work.tapped and days.first >= _today(work)


def _tell_outdated(work: Work, days: Days) -> None:
    """The card says of itself that nothing is noted, and how it can be; no other one changes."""
    shown = days_shown(work.language, days.first, days.last)
    message = Message(say(work.language, "away-out-of-date", days=shown))
    slot = _slot_tapped(work)
    if slot is not None and slot.message_id == work.tapped:
        work.card(CARD, message)
    elif work.tapped is not None:
        work.amend(work.writer.user_id, work.tapped, message)


def end_absence(work: Work, press: Press) -> None:
    """[我回来了], or [取消登记] before it has begun. Whoever stood in is told."""
    absence = work.session.get(Absence, press.target)
    if absence is None or absence.person_id != work.writer.id or absence.ended_at is not None:
        raise Stale
    absence.ended_at = work.now
    for unit in _units(work):
        for reach in colleagues(work, unit.id, work.writer):
            language = reach.language
            html = say(language, "away-is-back", name=work.writer.name, unit=unit.name)
            tell(work, reach, Message(html))
    work.card(CARD, welcome(work, work.writer))


def press_back(work: Work, said: str) -> Press | None:
    """The button for 提前回来了; None for other words, and for who is not noted as away."""
    if aside(said) is not Aside.BACK:
        return None
    absence = absence_of(work.session, work.writer.id, today=_today(work))
    has_begun = absence is not None and absence.first_on <= _today(work)
    return Press(Action.AWAY_END, absence.id) if absence is not None and has_begun else None


def _replaced(work: Work, days: Days) -> Days | None:
    """The other days that are noted so far, whose place these would take."""
    before = replaced_by(work.session, work.writer.id, first_on=days.first)
    found = Days(before.first_on, before.last_on) if before is not None else None
    return None if found == days else found


def _read(work: Work, words: str, rules: Rules) -> Days | Refused:
    return read_days(words, today=_today(work), is_workday=rules.workdays.is_workday)


def _show(work: Work) -> None:
    absence = absence_of(work.session, work.writer.id, today=_today(work))
    if absence is None:
        _ask(work)
    else:
        work.card(CARD, _known(work, absence))


def _known(work: Work, absence: Absence) -> Message:
    language = work.language
    begun = absence.first_on <= _today(work)
    html = say(
        language,
        "away-known",
        days=days_shown(language, absence.first_on, absence.last_on),
        who=_who_stands_in(work, Days(absence.first_on, absence.last_on)),
    )
    key = "away-button-back" if begun else "away-button-withdraw"
    return Message(
        html,
        (
            (button(language, key, Press(Action.AWAY_END, absence.id)),),
            (button(language, "away-button-change", Press(Action.AWAY, 0, ASK_ANEW)),),
        ),
    )


def _ask(work: Work, before: str = "") -> None:
    conversation = conversation_of(work.session, work.writer.id)
    turn_aside(conversation, ABSENCE_DAYS)
    language = work.language
    asked = say(language, "away-ask")
    offered = tuple(
        button(language, f"away-button-{code}", Press(Action.AWAY, 0, code)) for code in _OFFERED
    )
    leave: Rows = ((button(language, "away-button-no", Press(Action.AWAY, 0, "no")),),)
    html = f"{before}\n\n{asked}" if before else asked
    work.card(CARD, Message(html, (offered, *leave)))


def _stop_asking(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == ABSENCE_DAYS:
        conversation.step = ""


def _confirm(work: Work, days: Days, rules: Rules) -> None:
    language = work.language
    length = (days.last - days.first).days + 1
    workdays = sum(
        rules.workdays.is_workday(date.fromordinal(days.first.toordinal() + n))
        for n in range(length)
    )
    html = say(
        language,
        "away-confirm",
        days=days_shown(language, days.first, days.last),
        workdays=workdays,
        who=_who_stands_in(work, days),
    )
    if before := _replaced(work, days):
        shown = days_shown(language, before.first, before.last)
        html = f"{html}\n{say(language, 'away-replaces', days=shown)}"
    press = Press(Action.AWAY_DAYS, days.first.toordinal(), str(days.last.toordinal()))
    work.card(
        CARD,
        Message(
            html,
            (
                (button(language, "away-button-confirm", press),),
                (
                    button(language, "away-button-change", Press(Action.AWAY, 0, ASK_ANEW)),
                    button(language, "away-button-no", Press(Action.AWAY, 0, "no")),
                ),
            ),
        ),
    )


def _who_stands_in(work: Work, days: Days) -> str:
    names = [
        reach.name
        for unit in _units(work)
        for reach in stand_ins(work, unit.id, work.writer, first_on=days.first, last_on=days.last)
    ]
    if not names:
        return plain(work.language, "away-who-nobody")
    return plain(work.language, "away-who", names=listed(work.language, dict.fromkeys(names)))


def _days_of(press: Press) -> Days | None:
    if not press.argument.isdecimal():
        return None
    try:
        days = Days(date.fromordinal(press.target), date.fromordinal(int(press.argument)))
    except (ValueError, OverflowError):
        return None
    return days if 0 <= (days.last - days.first).days < LONGEST_ABSENCE else None


def _units(work: Work) -> list[Unit]:
    return [work.session.get_one(Unit, unit_id) for unit_id in work.filing_unit_ids()]


def _today(work: Work) -> date:
    return work.local(work.now).date()
