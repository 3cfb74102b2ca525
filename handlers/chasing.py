"""What a coordinator does about who is missing: calls, text for other chats, a reminder by hand."""

from collections.abc import Sequence

from telegram import Update

from dialog.layout import MESSAGE_LIMIT, button, pieces
from dialog.press import Action, Press
from dialog.steps import is_complete
from handlers.context import Context, for_coordinators
from handlers.office import UnitUnknown, cycle_named, own_cycle
from models.chases import open_call
from models.cycles import Cycle
from models.offices import unit_named
from models.views import ledger, report_of_unit
from models.work import Work
from scheduler import calls
from scheduler.nudging import (
    group_text,
    missing_reports,
    next_nudge_at,
    send_nudge,
    units_with_more_time,
)
from scheduler.rules import Rules
from scheduler.rungs import sendable_at
from scheduler.timetables import cycle_timetable
from scheduler.why import why
from texts import plain, say
from texts.wording import listed, moment_name
from vocabulary.errors import BaosongError, Stale
from vocabulary.message import Message
from vocabulary.terms import CallOutcome

NUDGE_CARD = "nudge"


class NudgedJustNow(BaosongError):
    """Everybody was reminded by hand less than an hour ago."""

    text_key = "nudge-too-soon"


class NobodyIsMissing(BaosongError):
    """Everything that is expected has been filed."""

    text_key = "nudge-nobody"


class NobodyIsMissingYet(BaosongError):
    """Everything that is expected by now has been filed; some were given more time."""

    text_key = "nudge-nobody-yet"


class NothingExpected(BaosongError):
    """The unit has no report in the cycle."""

    text_key = "why-no-report"


@for_coordinators
async def on_calls(_update: Update, context: Context) -> None:
    """/calls: whom to call, because no message gets there."""
    await context.unit(show_calls)


def show_calls(work: Work) -> None:
    work.card(calls.CARD, calls.calls(work, work.language))


def record_call(work: Work, press: Press) -> None:
    """[已打电话]: the contact counts as told from now on. [打不通]: the next person is told.

    The other coordinators' lists are without it too.
    """
    call = open_call(work.session, work.desk.office_id, press.target)
    if call is None:
        raise Stale
    told = press.action is Action.CALLED
    call.call_outcome = CallOutcome.TOLD if told else CallOutcome.NO_ANSWER
    call.called_at, call.called_by_id = work.now, work.writer.id
    work.toast = plain(work.language, "calls-noted" if told else "calls-noted-failed")
    show_calls(work)
    calls.refresh_calls(work)


@for_coordinators
async def on_why(_update: Update, context: Context) -> None:
    """/why UNIT [2022-07]: what was sent to whom about its report, and why not."""
    await context.unit(show_why, context.args or [], context.doors.rules)


def show_why(work: Work, words: Sequence[str], rules: Rules) -> None:
    if not words:
        work.say("why-how")
        return
    unit = unit_named(work.session, work.desk.office_id, words[0])
    if unit is None:
        raise UnitUnknown(name=words[0])
    cycle = cycle_named(work, words[1:])
    rows = report_of_unit(work.session, cycle.id, unit.id)
    if rows is None:
        raise NothingExpected(unit=unit.name)
    told = "\n".join(why(work, rows, rules, work.language))
    for part in pieces(told, MESSAGE_LIMIT):
        work.say("why-text", lines=part)


@for_coordinators
async def on_group_text(_update: Update, context: Context) -> None:
    """/remind_text [2022-07]: who is missing, as text to be pasted into another chat."""
    await context.unit(show_group_text, context.args or [])


def show_group_text(work: Work, words: Sequence[str]) -> None:
    _paste(work, cycle_named(work, words))


def show_group_text_of(work: Work, press: Press) -> None:
    _paste(work, own_cycle(work, press.target))


def _paste(work: Work, cycle: Cycle) -> None:
    """In the office's language, whatever the coordinator reads: it is for everybody."""
    state = ledger(
        work.session,
        cycle,
        work.desk.zone,
        now=work.now,
        is_complete=is_complete,
        limits=work.desk.limits,
        problem_overdue_after=work.desk.problem_overdue_after,
    )
    work.say("paste-block", text=group_text(work.desk.language, state))


def nudge(work: Work, press: Press, rules: Rules) -> None:
    """[未报催办]: shows whom it would reach, and sends it when that is confirmed."""
    cycle = own_cycle(work, press.target)
    wait_until = next_nudge_at(work, cycle)
    if wait_until is not None:
        raise NudgedJustNow(at=moment_name(work.language, work.local(wait_until)))
    missing = missing_reports(work, cycle)
    reached = sum(bool(writers.told) for _, _, writers in missing)
    later = units_with_more_time(work, cycle)
    units = listed(work.language, later)
    if not missing and later:
        raise NobodyIsMissingYet(count=len(later), units=units)
    if not missing:
        raise NobodyIsMissing
    after = [say(work.language, "nudge-later", count=len(later), units=units)] if later else []
    after.append(cycle_timetable(work, work.language, cycle))
    if press.argument == "yes":
        reminded, unreached = send_nudge(work, cycle)
        done = say(work.language, "nudge-done", count=reminded, unreached=unreached)
        work.card(NUDGE_CARD, Message("\n".join((done, *after))))
        return
    now, rules = work.now, rules.now(work)
    at_work = sendable_at(now, rules.ladder.hours, rules.workdays) <= now
    html = say(
        work.language,
        "nudge-confirm" if at_work else "nudge-confirm-outside",
        count=reached,
        unreached=len(missing) - reached,
    )
    html = "\n".join((html, *after))
    send = button(
        work.language, "nudge-button-send", Press(Action.NUDGE, cycle.id, "yes"), count=reached
    )
    work.card(NUDGE_CARD, Message(html, ((send,),) if reached else ()))
