"""/status, /history, /privacy, /cancel: how things stand, and a way out of whatever is asked."""

from collections import Counter
from collections.abc import Sequence

from telegram import Update

from dialog.cards import report_lines
from dialog.layout import button
from dialog.press import Action, Press
from dialog.standing import history, history_of, revision_text, standing
from handlers.at_report import (
    CARD,
    asks_for_reason,
    changes_named,
    open_question,
    reports_at_hand,
    show_card,
    show_open_question,
    whole,
    working,
)
from handlers.context import Context, for_anybody, for_members
from handlers.editing import call_off
from handlers.office import known_unit, show_board
from handlers.one_asks import leave_beside
from handlers.signing import signing_buttons
from models.conversations import PASTED, come_back, conversation_of, texts_waiting
from models.cycles import (
    FILED_STATES,
    newest_report_of_units,
    newest_revision,
    reports_of_units,
    timetable_of,
)
from models.filing import filed_content, is_writable
from models.history import filed_months, kept_of, revisions_of
from models.people import place_name
from models.stamped_copies import copies_of_report
from models.ticks import ticks_of_report
from models.views import ReportRows, report_rows
from models.work import Work
from scheduler.forces import show_missing
from scheduler.ticks import KEEP_UPDATES
from texts import plain, say
from texts.wording import day_name, listed, month_name
from vocabulary.errors import NotAllowed
from vocabulary.message import Message

_REPORTS = 6  # told of one by one: a person of more units opens the others by /report

# ── /status ────────────────────────────────────────────────────────────────────────────────────


@for_members
async def on_status(_update: Update, context: Context) -> None:
    """/status: how each of the person's reports stands, or what their task force still misses.

    For a coordinator the office's board.
    """
    await context.unit(show_status)


def show_status(work: Work) -> None:
    if unit_ids := _own_unit_ids(work):
        _show_reports(work, unit_ids)
    _show_helped(work)
    if forces := work.task_forces():
        show_missing(work, forces)
    if work.is_coordinator():
        show_board(work, [])


def on_look(work: Work, _press: Press) -> None:
    show_status(work)


def _own_unit_ids(work: Work) -> list[int]:
    """Of every unit that the person is anything to: its leaders may read what they sign for."""
    ids = (contact.unit_id for contact in work.held if contact.unit_id is not None)
    return list(dict.fromkeys(ids))


def _show_reports(work: Work, unit_ids: Sequence[int]) -> None:
    known = [report for report, _ in reports_of_units(work.session, unit_ids, now=work.now)]
    newest = newest_report_of_units(work.session, unit_ids)
    if newest is not None and newest not in known:
        known.append(newest)
    shown = [rows for one in known[:_REPORTS] if (rows := report_rows(work.session, one.id))]
    if not shown:
        work.say("report-none")
        return
    lines, buttons = [], []
    units = Counter(rows.unit.id for rows in shown)
    for rows in shown:
        revision = newest_revision(work.session, rows.report.id)
        filed = filed_content(revision) if revision else None
        locked = work.now >= rows.cycle.locks_at
        report = whole(work, rows)
        ticks = ticks_of_report(work.session, rows.report.id).local(work.desk.zone)
        lines += ["\n".join(standing(work.language, report, filed, ticks, locked=locked))]
        if rows.unit.id in work.filing_unit_ids():
            press = Press(Action.REPORT, rows.report.id)
            key = "standing-button-look" if _is_settled(rows) else "standing-button-go-on"
            is_one_of_several = units[rows.unit.id] > 1
            month = month_name(work.language, rows.cycle.period) if is_one_of_several else "none"
            buttons.append(button(work.language, key, press, unit=rows.unit.name, month=month))
        buttons += [
            button(work.language, "signing-button-open", press, unit=rows.unit.name)
            for press in signing_buttons(work, rows)
        ]
    if len(known) > _REPORTS:
        lines.append(say(work.language, "card-more", count=len(known) - _REPORTS))
    work.tell("status", [Message("\n\n".join(lines), tuple((one,) for one in buttons))])


def _show_helped(work: Work) -> None:
    """How far what the person was asked to help with is."""
    helped = dict.fromkeys(helper.report_id for helper in work.helps)
    found = [rows for report_id in helped if (rows := report_rows(work.session, report_id))]
    if not found:
        return
    lines = ["\n".join(report_lines(work.language, working(work, rows))) for rows in found]
    buttons = [
        button(
            work.language,
            "standing-button-go-on",
            Press(Action.REPORT, rows.report.id),
            unit=rows.unit.name,
            month="none" if len(found) == 1 else month_name(work.language, rows.cycle.period),
        )
        for rows in found
        if is_writable(rows.report)
    ]
    work.tell("helped", [Message("\n\n".join(lines), tuple((one,) for one in buttons))])


def _is_settled(rows: ReportRows) -> bool:
    """Nothing can be filled in: it is filed, or lies before its leader."""
    is_filed = rows.report.state in FILED_STATES and not rows.report.correcting
    return rows.report.signing or is_filed


# ── /history ───────────────────────────────────────────────────────────────────────────────────


@for_members
async def on_history(_update: Update, context: Context) -> None:
    """/history [UNIT]: what was filed in earlier months; the office names the unit."""
    await context.unit(show_history, context.args or [])


def show_history(work: Work, words: Sequence[str]) -> None:
    own = _own_unit_ids(work)
    if words and work.is_coordinator():
        unit = known_unit(work, words[0])
        work.card("history", _history(work, [unit.id], owner=unit.id))
    elif own:
        work.card("history", _history(work, own))
    else:
        _say_none_of_own(work)


def _say_none_of_own(work: Work) -> None:
    if work.helps and not work.held:
        work.say("history-of-helper")
    elif work.task_forces() and not work.is_coordinator():
        work.say("history-of-force")
    else:
        work.say("history-how")


def _history(work: Work, unit_ids: Sequence[int], page: int = 0, *, owner: int = 0) -> Message:
    months = [
        (one.report_id, one.unit, one.period, one.revision, one.receipt)
        for one in filed_months(work.session, unit_ids)
    ]
    return history(work.language, months, page, owner=owner)


def turn_history(work: Work, press: Press) -> None:
    """target: the unit, 0 for all of one's own."""
    own = _own_unit_ids(work)
    if press.target and not (work.is_coordinator() or press.target in own):
        raise NotAllowed
    if not press.target and not own:
        _say_none_of_own(work)
        return
    page = int(press.argument) if press.argument.isdecimal() else 0
    unit_ids = [press.target] if press.target else own
    work.card("history", _history(work, unit_ids, page, owner=press.target))


def show_history_of(work: Work, press: Press) -> None:
    """One report: its revisions, and what each changed."""
    rows = _readable(work, press.target)
    revisions = revisions_of(work.session, rows.report.id)
    if not revisions:
        work.say("history-none")
        return
    has_copies = bool(copies_of_report(work.session, rows.report.id))
    message = history_of(
        work.language,
        rows.report.id,
        revisions,
        timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        has_copies=has_copies,
    )
    work.card("history", message)


def show_revision(work: Work, press: Press) -> None:
    """All that the revision says, in messages of their own."""
    rows = _readable(work, press.target)
    timetable = timetable_of(work.session, rows.cycle, work.desk.zone, rows.report)
    for filed in revisions_of(work.session, rows.report.id):
        if press.argument == str(filed.revision):
            told = revision_text(work.language, rows.report.id, filed, timetable)
            work.tell("history-text", told)
            return
    work.say("history-none")


def _readable(work: Work, report_id: int) -> ReportRows:
    """Raises NotAllowed unless it is a report of the person's unit, or of their office."""
    rows = report_rows(work.session, report_id)
    if rows is None:
        raise NotAllowed
    is_office = work.is_coordinator() and rows.office.id == work.desk.office_id
    if not is_office and rows.unit.id not in _own_unit_ids(work):
        raise NotAllowed
    return rows


# ── /privacy ───────────────────────────────────────────────────────────────────────────────────


@for_anybody
async def on_privacy(_update: Update, context: Context) -> None:
    """/privacy: what is stored, where, how long, and what of the person who asks."""
    await context.unit(show_privacy, context.doors.office_contact)


def show_privacy(work: Work, contact: str) -> None:
    language, person = work.language, work.writer
    kept = kept_of(work.session, person.id)
    lines = [
        say(language, "privacy", days=KEEP_UPDATES.days),
        say(
            language,
            "privacy-of-you",
            name=person.name,
            id=str(person.user_id),
            language=plain(language, "language-name"),
            since=day_name(language, work.local(person.first_seen_at).date()),
            answers=kept.answers,
            revisions=kept.revisions,
        ),
    ]
    lines += [
        say(
            language,
            "privacy-contact",
            unit=place_name(work.session, held, language),
            kind=plain(language, f"kind-{held.kind}"),
            reach=listed(language, filter(None, (held.phone, held.mail))) or "none",
        )
        for held in work.held
    ]
    if not (work.held or work.helps):
        lines.append(say(language, "privacy-of-stranger"))
    conversation = conversation_of(work.session, person.id)
    if work.filing_unit_ids() or work.helps:
        for rows in reports_at_hand(work, conversation):
            lines += changes_named(work, rows, "privacy-change-waits")
    waiting = len(texts_waiting(conversation))
    if waiting:
        lines.append(say(language, "privacy-waiting", count=waiting))
    lines.append(say(language, "privacy-ask", contact=contact))
    work.reply(Message("\n".join(lines)))


# ── /cancel ────────────────────────────────────────────────────────────────────────────────────


@for_members
async def on_cancel(_update: Update, context: Context) -> None:
    """/cancel: puts away whatever is being asked; what is saved stays."""
    await context.unit(cancel)


def cancel(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    was_beside, is_left = bool(conversation.aside and conversation.step), leave_beside(work)
    if conversation.aside and conversation.step:
        conversation.step = ""
        come_back(work.session, work.writer.id)
    if was_beside or is_left:  # the question behind it is asked again
        line = say(work.language, "cancel-done")
        if show_open_question(work, line):
            return
        if conversation.step == PASTED:
            work.reply(Message(line))
            return
    was_asked = bool(conversation.step) or was_beside or is_left
    was_asked_why = asks_for_reason(conversation)
    is_report = open_question(conversation) is not None
    rows = report_rows(work.session, conversation.report_id or 0)
    is_own = rows is not None and rows.unit.id in work.filing_unit_ids()
    conversation.step, conversation.entry_id, conversation.indicator_id = "", None, None
    conversation.aside = ""
    key = "cancel-done" if was_asked else "cancel-nothing"
    line = say(work.language, key)
    if rows is None or not is_own:
        work.close(CARD)
        work.reply(Message(line))
        return
    if is_report:
        line = say(work.language, "cancel-question")
    if was_asked_why:
        line = "\n".join(filter(None, (line, call_off(work, rows))))
    if rows.report.correcting:
        line = f"{line}\n{say(work.language, 'cancel-correcting')}"
    show_card(work, rows.report.id, line=line)
