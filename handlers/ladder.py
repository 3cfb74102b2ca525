"""/ladder: who will get what and when in a cycle, and what is different this time."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from telegram import Update

from dialog.hours import hour_of
from dialog.layout import Rows, button, rows
from dialog.press import Action, Press
from handlers.context import Context, for_coordinators
from handlers.office import UnitUnknown, cycle_named, own_cycle
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import Cycle, reports_of_cycle
from models.ladder_changes import ChangedRung, changed_rungs
from models.offices import unit_named
from models.work import Work
from scheduler.changing import Passed, change_for_cycle, passed_line, rungs_of_cycle
from scheduler.outlook import Outlook, rung_name
from scheduler.rules import Rules
from scheduler.rungs import Rung
from texts import say
from vocabulary.errors import Stale
from vocabulary.message import Button, Message

CARD = "ladder"
"""The slot in which a cycle's ladder is looked at and changed."""

STEP = "rung"
"""The conversation's step while an hour is asked: rung:CYCLE:NAME."""

LOOK = "no"
"""The argument of the button that leads back to looking only."""


@for_coordinators
async def on_ladder(_update: Update, context: Context) -> None:
    """/ladder [UNIT] [2022-07]: the cycle's reminders, or those of a unit by name."""
    await context.unit(show_ladder, context.args or [], context.doors.rules)


def show_ladder(work: Work, words: Sequence[str], rules: Rules) -> None:
    periods = [word for word in words if word[:4].isdecimal()]
    units = [word for word in words if word not in periods]
    cycle = cycle_named(work, periods)
    if not units:
        _show(work, cycle, rules, _look_rows(work, cycle))
        return
    unit = unit_named(work.session, work.desk.office_id, units[0])
    if unit is None:
        raise UnitUnknown(name=units[0])
    outlook = Outlook(work.session, rules.now(work), cycle, work.language)
    for report, owner in reports_of_cycle(work.session, cycle.id):
        if owner.id == unit.id:
            lines = outlook.lines_of(report, unit, now=work.now)
            work.reply(Message("\n".join(lines)))
            return
    work.say("ladder-unit-not-asked", unit=unit.name)


# ── a rung is moved or left out, for this cycle ────────────────────────────────────────────────


def show_rungs(work: Work, press: Press, rules: Rules) -> None:
    """[调整本期]: which rung? Also those that are left out, to be taken back."""
    cycle = own_cycle(work, press.target)
    _stop_asking(work)
    if press.argument == LOOK:
        _show(work, cycle, rules, _look_rows(work, cycle))
        return
    to_each = rows(
        Button(rung_name(work.language, rung.name), Press(Action.RUNG, cycle.id, rung.name).data())
        for rung in rungs_of_cycle(rules)
    )
    back = button(work.language, "ladder-button-look", Press(Action.RUNGS, cycle.id, LOOK))
    _show(work, cycle, rules, (*to_each, (back,)))


def show_rung(work: Work, press: Press, rules: Rules) -> None:
    """One rung: what can be different about it."""
    cycle = own_cycle(work, press.target)
    _stop_asking(work)
    _show_rung(work, cycle, _rung(work, cycle, rules, press.argument), rules)


def leave_out(work: Work, press: Press, rules: Rules) -> None:
    _change(work, press, rules, off=True)


def take_back(work: Work, press: Press, rules: Rules) -> None:
    _change(work, press, rules)


def move(work: Work, press: Press, rules: Rules) -> None:
    """A workday earlier or later than it stands now; its hour stays."""
    cycle = own_cycle(work, press.target)
    rung = _rung(work, cycle, rules, press.argument)
    by = 1 if press.action is Action.RUNG_LATER else -1
    before = _change_of(work, cycle, rung.name)
    _change(work, press, rules, workdays=rung.workdays + by, at=before.at if before else None)


def ask_hour(work: Work, press: Press, rules: Rules) -> None:
    cycle = own_cycle(work, press.target)
    rung = _rung(work, cycle, rules, press.argument)
    turn_aside(conversation_of(work.session, work.writer.id), f"{STEP}:{cycle.id}:{rung.name}")
    html = say(work.language, "ladder-ask-hour", rung=rung_name(work.language, rung.name))
    back = button(work.language, "ladder-button-back", Press(Action.RUNG, cycle.id, rung.name))
    work.card(CARD, Message(html, ((back,),)))


def take_hour(work: Work, conversation: Conversation, text: str, rules: Rules) -> None:
    """The coordinator has written at what hour; its workday stays as it stands now."""
    _, cycle_id, name = conversation.step.split(":")
    hour = hour_of(text)
    cycle = own_cycle(work, int(cycle_id))
    before = _change_of(work, cycle, name)
    workdays = before.workdays if before else None
    _change(work, Press(Action.RUNG, cycle.id, name), rules, workdays=workdays, at=hour)
    conversation.step = ""


def _change(
    work: Work,
    press: Press,
    rules: Rules,
    *,
    off: bool = False,
    workdays: int | None = None,
    at: time | None = None,
) -> None:
    """By the rules of the command line: one that would pass somebody over is refused."""
    cycle = own_cycle(work, press.target)
    passed = change_for_cycle(
        work.session,
        rules.now(work),
        cycle,
        press.argument,
        off=off,
        workdays=workdays,
        at=at,
        by=work.writer.name,
        now=work.now,
        language=work.language,
        called=partial(rung_name, work.language),
    )
    _show_rung(work, cycle, _rung(work, cycle, rules, press.argument), rules, passed=passed)


def _show_rung(
    work: Work, cycle: Cycle, rung: Rung, rules: Rules, *, passed: Passed | None = None
) -> None:
    language, change = work.language, _change_of(work, cycle, rung.name)
    choices = []
    if change is None or not change.off:
        choices.append(("ladder-button-off", Action.RUNG_OFF))
        if rung.at is not None:  # the others stand at their anchor's own moment
            choices.append(("ladder-button-earlier", Action.RUNG_EARLIER))
            choices.append(("ladder-button-later", Action.RUNG_LATER))
        choices.append(("ladder-button-hour", Action.RUNG_HOUR))
    if change is not None:
        choices.append(("ladder-button-restore", Action.RUNG_BACK))
    buttons = rows(
        button(
            language,
            key,
            Press(action, cycle.id, rung.name),
            rung=rung_name(language, rung.name),
        )
        for key, action in choices
    )
    back = button(language, "ladder-button-back", Press(Action.RUNGS, cycle.id))
    note = passed_line(language, rung_name(language, rung.name), passed) if passed else ""
    _show(work, cycle, rules, (*buttons, (back,)), note)


def _show(work: Work, cycle: Cycle, rules: Rules, buttons: Rows, note: str = "") -> None:
    outlook = Outlook(work.session, rules.now(work), cycle, work.language)
    lines = (*outlook.lines(now=work.now), *filter(None, (note,)))
    work.card(CARD, Message("\n".join(lines), buttons))


def _look_rows(work: Work, cycle: Cycle) -> Rows:
    return ((button(work.language, "ladder-button-change", Press(Action.RUNGS, cycle.id)),),)


def _rung(work: Work, cycle: Cycle, rules: Rules, name: str) -> Rung:
    """As it stands in this cycle; one that is left out, as the settings have it."""
    of_cycle = rungs_of_cycle(rules.of_cycle(_changes(work, cycle)))
    found = (rung for rung in (*of_cycle, *rungs_of_cycle(rules)) if rung.name == name)
    rung = next(found, None)
    if rung is None:
        raise Stale
    return rung


def _change_of(work: Work, cycle: Cycle, name: str) -> ChangedRung | None:
    return next((change for change in _changes(work, cycle) if change.rung == name), None)


def _changes(work: Work, cycle: Cycle) -> list[ChangedRung]:
    return changed_rungs(work.session, {cycle.id}).get(cycle.id, [])


def _stop_asking(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(STEP):
        conversation.step = ""
