"""The coordinator's desk: the board, the workbook, invitations, returning a report."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from dialog.cards import return_advice
from dialog.layout import button, parted
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.steps import is_complete
from handlers.at_report import Typed, leave_text, whole
from handlers.context import Context, for_coordinators
from handlers.links import start_link
from handlers.remembering import remember_reason
from models.chases import cancel_reminders_of
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import (
    FILED_STATES,
    Cycle,
    Entry,
    Report,
    cycles_of_office,
    open_return,
    reports_of_cycle,
    timetable_of,
)
from models.delivery import Priority
from models.editions import plans_of, task_forces_of
from models.filing import return_report
from models.offices import Unit, unit_named, units_like, units_of
from models.people import (
    FILING_KINDS,
    Person,
    end_refused,
    invite_all_meant,
    kind_name,
    place_name,
    reaches_of_unit,
    writers_reached,
)
from models.views import ledger, report_rows
from models.work import Work
from models.written import Written
from scheduler.joining import joined_list
from scheduler.notices import board, hand_out_ledger
from scheduler.settled import mark_office_done
from texts import LANGUAGES, plain, say
from texts.wording import listed, moment_name, month_name, period_name, timetable_line
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.terms import FORCE_KINDS, ContactKind, ReportState

_PERIODS_NAMED = 12  # a year's, where another was asked for

RETURN_CARD = "return"
"""The slot in which the reason for a return is asked."""

RETURN_REASON = "return_reason"
"""The conversation's step while the reason for returning a report is asked."""


class NoCycle(BaosongError):
    """No cycle is open yet."""

    text_key = "office-no-cycle"


class NoCycleOfPeriod(BaosongError):
    """None has been opened for the period that was named: not yet, or there is to be none."""

    text_key = "office-no-cycle-of-period"


class UnitUnknown(BaosongError):
    """The office has no unit of that name."""

    text_key = "office-unit-unknown"


class UnitMisspelt(BaosongError):
    """The office has no unit of that name, but some that look like it."""

    text_key = "office-unit-misspelt"


class KindUnknown(BaosongError):
    """Not a word for what a contact can be."""

    text_key = "office-kind-unknown"


class TaskForceUnknown(BaosongError):
    """No plan of the office has a task force of that name."""

    text_key = "office-task-force-unknown"


class ReturnedAlready(BaosongError):
    """The unit's newest filed report is returned, and the unit has not filed it again."""

    text_key = "office-returned-already"


class NothingToReturn(BaosongError):
    """The unit's report is not filed, so there is nothing to return."""

    text_key = "office-nothing-to-return"


@for_coordinators
async def on_board(_update: Update, context: Context) -> None:
    """/board [2022-07]: who filed, is late, is missing."""
    await context.unit(show_board, context.args or [])


def show_board(work: Work, words: Sequence[str]) -> None:
    cycle = cycle_named(work, words)
    _show_board(work, cycle)


def show_board_of(work: Work, press: Press) -> None:
    _show_board(work, own_cycle(work, press.target))


def _show_board(work: Work, cycle: Cycle) -> None:
    language = work.language
    state = ledger(
        work.session,
        cycle,
        work.desk.zone,
        now=work.now,
        is_complete=is_complete,
        limits=work.desk.limits,
        problem_overdue_after=work.desk.problem_overdue_after,
    )
    heading = say(
        language,
        "office-board-title",
        plan=state.plan_title,
        period=period_name(language, cycle.period),
        as_of=moment_name(language, state.as_of),
        times=timetable_line(language, state.timetable),
    )
    buttons = (
        Button(plain(language, "office-button-ledger"), Press(Action.LEDGER, cycle.id).data()),
        button(language, "bulletin-button", Press(Action.BULLETIN, cycle.id)),
        button(language, "briefing-button", Press(Action.BRIEFING, cycle.id)),
        Button(plain(language, "office-button-board"), Press(Action.BOARD, cycle.id).data()),
    )
    more = (
        button(language, "nudge-button", Press(Action.NUDGE, cycle.id)),
        button(language, "notices-button", Press(Action.CHASE_NOTICES, cycle.id)),
        button(language, "paste-button", Press(Action.PASTE, cycle.id)),
        button(language, "ticks-button", Press(Action.TICKS, cycle.id)),
    )
    told = parted(f"{heading}\n{board(language, state)}", buttons=(buttons, more))
    work.tell("board", told)


@for_coordinators
async def on_ledger(_update: Update, context: Context) -> None:
    """/ledger [2022-07]: the consolidated workbook as of now."""
    await context.unit(send_ledger, context.args or [])


def send_ledger(work: Work, words: Sequence[str]) -> None:
    hand_out_ledger(work, cycle_named(work, words), work.writer.user_id, work.language)


def send_ledger_of(work: Work, press: Press) -> None:
    cycle = own_cycle(work, press.target)
    hand_out_ledger(work, cycle, work.writer.user_id, work.language)


def cycle_named(work: Work, words: Sequence[str]) -> Cycle:
    """The cycle of the period named, or the newest one. Raises NoCycle, NoCycleOfPeriod."""
    cycles = cycles_of_office(work.session, work.desk.office_id)
    wanted = Period.parse(words[0]) if words else None
    if wanted is None and not cycles:
        raise NoCycle
    found = next((cycle for cycle in cycles if wanted in {None, cycle.period}), None)
    if found is None:
        raise _none_of_period(work, Period.parse(words[0]), cycles)
    return found


def _none_of_period(work: Work, wanted: Period, opened: Sequence[Cycle]) -> NoCycleOfPeriod:
    """opened: the newest first; a period once for all plans."""
    plans = plans_of(work.session, work.desk.office_id)
    is_planned = any(plan.first_period <= wanted <= plan.last_period for plan in plans)
    known = list(dict.fromkeys(str(cycle.period) for cycle in opened))[:_PERIODS_NAMED]
    return NoCycleOfPeriod(
        period=period_name(work.language, wanted),
        state="planned" if is_planned else "outside",
        known=listed(work.language, known) or "none",
    )


def own_cycle(work: Work, cycle_id: int) -> Cycle:
    cycle = work.session.get(Cycle, cycle_id)
    if cycle is None or cycle.office_id != work.desk.office_id:
        raise Stale
    return cycle


# ── invitations ────────────────────────────────────────────────────────────────────────────────


@for_coordinators
async def on_invite(_update: Update, context: Context) -> None:
    """/invite UNIT [KIND]: a link for one person; without words, who is still missing."""
    await context.unit(invite_by_words, context.args or [], context.doors.invitation_valid)


def invite_by_words(work: Work, words: Sequence[str], valid: timedelta) -> None:
    if not words:
        _show_uninvited(work)
        return
    kind, unit, force = _whom(work, words)
    place = unit.name if unit else force or plain(work.language, "notice-the-office")
    for person, token in invite_all_meant(
        work.session,
        work.desk.office_id,
        unit.id if unit else None,
        kind,
        invited_by=work.writer.name,
        valid=valid,
        now=work.now,
        task_force=force,
    ):
        work.say(
            "invite-link",
            unit=place,
            kind=" ".join(filter(None, (plain(work.language, f"kind-{kind}"), person))),
            link=start_link(work.desk.bot_name, token),
            until=moment_name(work.language, work.local(work.now + valid)),
        )


def _whom(work: Work, words: Sequence[str]) -> tuple[ContactKind, Unit | None, str]:
    """As what, of which unit, of which task force. Raises what is wrong with the words.

    Without a kind the liaison is meant, of a unit as of a task force.
    """
    kind = kind_named(words[-1])
    if kind is ContactKind.COORDINATOR:
        return kind, None, ""
    if len(words) > 1 and kind is None:
        raise KindUnknown(word=words[-1], kinds=kind_names(work.language))
    kind = ContactKind.LIAISON if len(words) == 1 or kind is None else kind
    forces = task_forces_of(work.session, work.desk.office_id)
    if kind is ContactKind.LIAISON and words[0] in forces:
        kind = ContactKind.TASK_FORCE
    if kind not in FORCE_KINDS:
        return kind, known_unit(work, words[0]), ""
    if words[0] not in forces:
        raise TaskForceUnknown(name=words[0], forces=listed(work.language, forces) or "—")
    return kind, None, words[0]


def kind_named(word: str) -> ContactKind | None:
    """By its name in any language, or by the code's own word."""
    for kind in ContactKind:
        names = {plain(language, f"kind-{kind}").lower() for language in LANGUAGES}
        if word.lower() in names | {kind.value}:
            return kind
    return None


def kind_names(language: str) -> str:
    return listed(language, [plain(language, f"kind-{kind}") for kind in ContactKind])


def _show_uninvited(work: Work) -> None:
    missing = [
        unit.name
        for unit in units_of(work.session, work.desk.office_id)
        if not any(
            reach.kind in FILING_KINDS and reach.chat_id is not None
            for reach in reaches_of_unit(work.session, unit.id)
        )
    ]
    work.say(
        "invite-how",
        count=len(missing),
        units=listed(work.language, missing) or "—",
        kinds=kind_names(work.language),
    )


def show_joined(work: Work, press: Press) -> None:
    """[查看]: who has joined lately, each of whom can be refused."""
    work.card("joined", joined_list(work, press.target))


def refuse_contact(work: Work, press: Press) -> None:
    """The coordinator refuses somebody who has joined; the person is told."""
    contact = end_refused(work.session, press.target, now=work.now)
    if contact is None or contact.office_id != work.desk.office_id:
        raise Stale
    cancel_reminders_of(work.session, contact.id)
    names = {
        "name": contact.name,
        "unit": place_name(work.session, contact, work.language),
        "kind": kind_name(contact, work.language),
    }
    work.say("refused-done", **names)
    person = work.session.get(Person, contact.person_id) if contact.person_id else None
    if person is not None:
        work.send(person.user_id, Message(say(person.language, "refused-you", **names)))


# ── returning ──────────────────────────────────────────────────────────────────────────────────


@for_coordinators
async def on_return(update: Update, context: Context) -> None:
    """/return UNIT [REASON]: sends a filed report back; without a reason it asks for one."""
    message = update.effective_message
    if message is not None:
        await context.unit(return_by_words, context.args or [], message.message_id)


def return_by_words(work: Work, words: Sequence[str], message_id: int) -> None:
    if not words:
        work.say("return-how")
        return
    unit = known_unit(work, words[0])
    report, cycle = _newest_filed(work, unit)
    if len(words) > 1:
        reason = read_reason(" ".join(words[1:]))
        if isinstance(reason, Refused):
            work.say(reason.text_key, **reason.facts)
        else:
            _return(work, report, cycle, unit, reason)
            _remember_reason(work, report, message_id, reason)
        return
    ask_to_return(work, report, cycle, unit)


def ask_to_return(work: Work, report: Report, cycle: Cycle, unit: Unit) -> None:
    """Asks for the reason; the next words that the coordinator writes are taken for it."""
    conversation = conversation_of(work.session, work.writer.id)
    turn_aside(conversation, RETURN_REASON)
    if not conversation.aside:  # else the person comes back to it
        leave_text(work, conversation, report.id)
    conversation.report_id, conversation.entry_id = report.id, None
    month = month_name(work.language, cycle.period)
    times = _own_times(work, report, cycle)
    facts = {"unit": unit.name, "period": month, "times": times}
    _ask_return_reason(work, say(work.language, "return-ask-reason", **facts))


def _ask_return_reason(work: Work, html: str) -> None:
    cancel = Button(plain(work.language, "return-button-cancel"), Press(Action.CANCEL).data())
    work.card(RETURN_CARD, Message(html, ((cancel,),)))


def return_with_reason(work: Work, conversation: Conversation, typed: Typed) -> None:
    """The coordinator has typed why. Whatever comes of it, the question is not left open."""
    report = work.session.get(Report, conversation.report_id or 0)
    if report is None or not work.is_coordinator() or report.state not in FILED_STATES:
        conversation.step = ""
        work.explain(Stale())
        return
    reason = read_reason(typed.text)
    if isinstance(reason, Refused):
        _ask_return_reason(work, say(work.language, reason.text_key, **reason.facts))
        return
    conversation.step = ""
    work.close(RETURN_CARD)
    cycle = work.session.get_one(Cycle, report.cycle_id)
    _return(work, report, cycle, work.session.get_one(Unit, report.unit_id), reason)
    _remember_reason(work, report, typed.message_id, reason)


def _remember_reason(work: Work, report: Report, message_id: int, reason: str) -> None:
    """An edit of the message changes it until the unit has filed again."""
    rows = report_rows(work.session, report.id)
    if rows is not None:
        remember_reason(work, message_id, whole(work, rows), RETURN_REASON, reason)


def edit_return(work: Work, row: Written, text: str) -> None:
    """The message that gave the reason of a return was edited: it changes while that is open."""
    entry = work.session.get_one(Entry, row.entry_id)
    report = work.session.get_one(Report, entry.report_id)
    unit = work.session.get_one(Unit, report.unit_id)
    cycle = work.session.get_one(Cycle, report.cycle_id)
    if not work.is_coordinator():
        raise NotAllowed
    words = text.split()
    if text.startswith("/"):
        if known_unit(work, "".join(words[1:2])).id != unit.id:
            work.say("edit-of-command")
            return
        text = " ".join(words[2:])
    reason = read_reason(text)
    returned = open_return(work.session, report.id)
    is_open = returned is not None and returned.returned_by_id == work.writer.id
    times = _own_times(work, report, cycle)
    month = month_name(work.language, cycle.period)
    if returned is None or not is_open or returned.reason != row.words:
        work.say("return-edit-late", unit=unit.name, period=month, times=times)
    elif isinstance(reason, Refused):
        work.say(reason.text_key, **reason.facts)
    else:
        returned.reason = row.words = reason
        work.touch(report.id)
        work.say("return-edited", unit=unit.name, period=month, reason=reason, times=times)
        _tell_returned(work, report, cycle, unit, reason, key="returned-reason-changed")


def cancel_return(work: Work, _press: Press) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == RETURN_REASON:
        conversation.step = ""
        work.card(RETURN_CARD, Message(say(work.language, "return-cancelled")))
    else:
        work.say("return-cancelled")


def known_unit(work: Work, name: str) -> Unit:
    """The unit of that name. Raises UnitMisspelt with what may be meant, else UnitUnknown."""
    unit = unit_named(work.session, work.desk.office_id, name)
    if unit is not None:
        return unit
    near = units_like(work.session, work.desk.office_id, name)
    if near:
        raise UnitMisspelt(name=name, units=listed(work.language, near))
    raise UnitUnknown(name=name)


def _own_times(work: Work, report: Report, cycle: Cycle) -> str:
    """Of one unit's report, with the date that the unit was given."""
    return timetable_line(work.language, timetable_of(work.session, cycle, work.desk.zone, report))


def _newest_filed(work: Work, unit: Unit) -> tuple[Report, Cycle]:
    for cycle in cycles_of_office(work.session, work.desk.office_id):
        for report, owner in reports_of_cycle(work.session, cycle.id):
            if owner.id != unit.id:
                continue
            if report.state in FILED_STATES:
                return report, cycle
            if report.state is ReportState.RETURNED:
                month = month_name(work.language, cycle.period)
                times = _own_times(work, report, cycle)
                raise ReturnedAlready(unit=unit.name, period=month, times=times)
    raise NothingToReturn(unit=unit.name)


def _return(work: Work, report: Report, cycle: Cycle, unit: Unit, reason: str) -> None:
    return_report(work.session, report, work.writer, reason=reason, now=work.now)
    mark_office_done(work)
    work.touch(report.id)
    work.say(
        "return-done",
        unit=unit.name,
        period=month_name(work.language, cycle.period),
        times=_own_times(work, report, cycle),
    )
    _tell_returned(work, report, cycle, unit, reason, key="returned-to-you")


def _tell_returned(
    work: Work, report: Report, cycle: Cycle, unit: Unit, reason: str, *, key: str
) -> None:
    for reach in writers_reached(work.session, unit.id):
        language = reach.language
        html = say(
            language,
            key,
            unit=unit.name,
            period=month_name(language, cycle.period),
            reason=reason,
        )
        timetable = timetable_of(work.session, cycle, work.desk.zone, report)
        advice = return_advice(language, timetable, now=work.now)
        times = timetable_line(language, timetable)
        mend = Button(
            plain(language, "returned-button-mend"), Press(Action.REPORT, report.id).data()
        )
        work.send(
            reach.chat_id,
            Message(f"{html}\n{times}\n{advice}", ((mend,),)),
            priority=Priority.NOTICE,
            moot_when_filed=report.id,
        )
