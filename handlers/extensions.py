"""More time for a report: a unit asks in chat, and the office answers with a tap."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from telegram import Update

from dialog.asked_beside import put_right
from dialog.extensions import (
    BARE,
    NO,
    AskedFor,
    ask_date,
    ask_reason,
    ask_refusal,
    read_request,
    replaces,
    request_card,
)
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Press
from handlers.at_report import Typed, leave_text, own_entry, reshow, working
from handlers.context import Context, for_members
from handlers.one_asks import EXTENSION, EXTENSION_CARD
from handlers.remembering import remember_reason
from models.chases import messages_asking
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import OPEN_STATES, expected_at, reports_of_units, timetable_of
from models.extensions import (
    Extension,
    grant_extension,
    open_request,
    refuse_extension,
    request_extension,
    requests_waiting,
)
from models.people import Person
from models.views import ReportRows, report_rows
from models.work import Work
from models.written import Written, newest_written
from scheduler.extensions import (
    ExtensionError,
    NothingToExtend,
    TooLateToExtend,
    counts,
    dates_to_ask_for,
    new_moment,
)
from scheduler.gathering import mark_told
from scheduler.requests import (
    card_name,
    counted_due,
    day_of,
    request_of,
    show_request,
    tell_unit_granted,
    tell_unit_refused,
)
from scheduler.rules import Rules
from scheduler.settled import mark_extended, mark_office_done
from scheduler.timetables import own_timetable
from texts import explain, plain, say
from texts.wording import moment_name, month_name
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.terms import ExtensionState

CARD = EXTENSION_CARD

REFUSAL = "refusal"
"""The conversation's step while the office is asked why not: refusal:REQUEST."""

STEP = EXTENSION

LINE = "extension-line"
"""What is remembered as the step of a message that asked in one line: /extend 8月10日 …."""


@for_members
async def on_extend(update: Update, context: Context) -> None:
    """/extend [DATE REASON]: asks for more time; for the office, the requests without an answer."""
    words, message = " ".join(context.args or []), update.effective_message
    if message is not None:
        await context.unit(extend_by_words, words, context.doors.rules, message.message_id)


def extend_by_words(work: Work, words: str, rules: Rules, message_id: int) -> None:
    if work.filing_unit_ids():
        rows = _open_report(work)
        if words:
            _begin(work, rows, "")
            reason = _take(work, rows, None, words, rules)
            if reason is not None:
                remember_reason(work, message_id, working(work, rows), LINE, reason)
        else:
            _ask(work, rows, rules)
    elif work.is_coordinator():
        show_requests(work)
    else:
        raise NotAllowed


def _open_report(work: Work) -> ReportRows:
    """The report that is due first. Raises NothingToExtend when none is open."""
    for report, _ in reports_of_units(work.session, work.filing_unit_ids(), now=work.now):
        if report.state in OPEN_STATES:
            return _own(work, report.id)
    raise NothingToExtend


def ask_extension(work: Work, press: Press, rules: Rules) -> None:
    """The unit taps that it needs more time, or that it does not after all."""
    rows = _own(work, press.target)
    if press.argument == NO:
        conversation_of(work.session, work.writer.id).step = ""
        work.card(CARD, Message(say(work.language, "extension-not-asked")))
    else:
        _ask(work, rows, rules)


def choose_date(work: Work, press: Press, rules: Rules) -> None:
    """The unit taps a date; the reason is asked next."""
    rows = _own(work, press.target)
    day = day_of(press.argument)
    if day is None:
        raise Stale
    _take(work, rows, day, "", rules)


def take_words(work: Work, conversation: Conversation, typed: Typed, rules: Rules) -> None:
    """The unit writes the date, the reason, or both."""
    rows = _own(work, conversation.report_id or 0)
    chosen = day_of(conversation.step.partition(":")[2])
    asked = _read(work, rows, typed.text, rules)
    tells_day = chosen is None or replaces(asked, chosen, typed.text)
    reason = _take(work, rows, chosen, typed.text, rules)
    if reason is not None:
        step = LINE if tells_day else STEP
        remember_reason(work, typed.message_id, working(work, rows), step, reason)


def puts_right(work: Work, typed: Typed, rules: Rules) -> bool:
    """Whether 改成8月10日 is another day for the request that the person has just made."""
    said, newest = put_right(typed.text), newest_written(work.session, work.writer.id)
    if not said or newest is None or newest.step not in {LINE, STEP}:
        return False
    rows, report, _ = own_entry(work, newest.entry_id or 0)
    request = open_request(work.session, rows.report.id)
    asked = _read(work, rows, said, rules)
    is_own = request is not None and request.asked_by_id == work.writer.id
    if request is None or not is_own or asked.day is None or asked.reason:
        return False
    reason = _take(work, rows, asked.day, request.reason, rules)
    if reason is not None:
        remember_reason(work, typed.message_id, report, LINE, reason)
    return True


def says_day(work: Work, words: str, rules: Rules) -> bool:
    """Whether the words name the day until which more time is wanted."""
    conversation = conversation_of(work.session, work.writer.id)
    rows = _own(work, conversation.report_id or 0)
    return _read(work, rows, words, rules).day is not None


def edit_line(work: Work, row: Written, text: str, rules: Rules) -> None:
    """The line, or the message with the day, was edited: it asks anew while nobody has answered."""
    rows, report, _ = own_entry(work, row.entry_id or 0)
    request = open_request(work.session, rows.report.id)
    is_own = request is not None and request.asked_by_id == work.writer.id
    words = " ".join(text.split()[1:]) if text.startswith("/") else text
    if request is None or not is_own or request.reason != row.words:
        reshow(work, say(work.language, "extension-edit-late"))
        return
    if not words:
        reshow(work, say(work.language, "edit-of-command"))
        return
    asked = _read(work, rows, words, rules)
    chosen = None if asked.day else work.local(request.wanted_until).date()
    reason = _take(work, rows, chosen, words, rules)
    if reason is not None:
        remember_reason(work, row.message_id, report, LINE, reason)


def leave(work: Work) -> None:
    """No more time is asked for: the person goes on with something else."""
    work.close(CARD, Message(say(work.language, "extension-not-asked")))


def _take(
    work: Work, rows: ReportRows, chosen: date | None, words: str, rules: Rules
) -> str | None:
    """The reason with which more time was asked for; None where something is missing yet."""
    day, reason, hour = chosen, words, ""
    asked = _read(work, rows, words, rules)
    if chosen is None or replaces(asked, chosen, words):
        day, reason, hour = asked.day, asked.reason, asked.hour
    if day is None:
        _ask(work, rows, rules, before=say(work.language, "extension-no-date"))
        return None
    try:
        until = _moment(work, rows, day, rules)
    except ExtensionError as error:
        _ask(work, rows, rules, before=explain(work.language, error))
        return None
    at = f"{work.local(until):%H:%M}"
    until_then = say(work.language, "extension-by-the-day", at=at, written=hour) if hour else ""
    read = read_reason(reason) if reason else None
    if isinstance(read, str):
        _submit(work, rows, until, read, more=until_then)
        return read
    _begin(work, rows, day.isoformat())
    timetable = timetable_of(work.session, rows.cycle, work.desk.zone, rows.report)
    message = ask_reason(work.language, report_id=rows.report.id, timetable=timetable, until=until)
    refused = say(work.language, read.text_key, **read.facts) if isinstance(read, Refused) else ""
    _show(work, message, "\n".join(filter(None, [refused, until_then])))
    return None


def _read(work: Work, rows: ReportRows, words: str, rules: Rules) -> AskedFor:
    return read_request(
        words,
        today=work.local(work.now).date(),
        due_at=work.local(expected_at(rows.report, rows.cycle)),
        is_workday=rules.now(work).workdays.is_workday,
    )


def _ask(work: Work, rows: ReportRows, rules: Rules, *, before: str = "") -> None:
    """Until when, and why; a request that waits for its answer is named, and may be changed."""
    days = _dates(work, rows, rules)
    _begin(work, rows, "")
    message = ask_date(
        work.language,
        report_id=rows.report.id,
        unit=rows.unit.name,
        period=rows.cycle.period,
        timetable=timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        days=days,
    )
    _show(work, message, before or _waits_already(work, rows))


def _waits_already(work: Work, rows: ReportRows) -> str:
    waiting = open_request(work.session, rows.report.id)
    if waiting is None:
        return ""
    return say(
        work.language,
        "extension-waits-already",
        until=moment_name(work.language, work.local(waiting.wanted_until)),
        name=work.session.get_one(Person, waiting.asked_by_id).name,
        at=moment_name(work.language, work.local(waiting.asked_at)),
    )


def _show(work: Work, message: Message, before: str) -> None:
    html = f"{before}\n\n{message.html}" if before else message.html
    work.card(CARD, Message(html, message.buttons))


def _begin(work: Work, rows: ReportRows, day: str) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    turn_aside(conversation, f"{STEP}:{day}" if day else STEP)
    if not conversation.aside:  # else the person comes back to it
        leave_text(work, conversation, rows.report.id)
    conversation.report_id, conversation.entry_id = rows.report.id, None


def _submit(work: Work, rows: ReportRows, until: datetime, reason: str, *, more: str = "") -> None:
    conversation_of(work.session, work.writer.id).step = ""
    extension, replaced = request_extension(
        work.session, rows.report, work.writer, until=until, reason=reason, now=work.now
    )
    if replaced is not None:
        show_request(work, replaced)
    show_request(work, extension)
    in_time = counts(work.now, counted_due(rows))
    html = say(
        work.language,
        "extension-asked" if in_time else "extension-asked-late",
        unit=rows.unit.name,
        period=month_name(work.language, rows.cycle.period),
        until=moment_name(work.language, until),
        times=own_timetable(work, work.language, rows),
    )
    work.card(CARD, Message("\n".join(filter(None, [html, more]))))


def _own(work: Work, report_id: int) -> ReportRows:
    """A report that the person files and that is still wanted."""
    rows = report_rows(work.session, report_id)
    if rows is None or rows.unit.id not in work.filing_unit_ids():
        raise NotAllowed
    if rows.report.exempt or rows.report.state not in OPEN_STATES:
        raise Stale
    return rows


def _moment(work: Work, rows: ReportRows, day: date, rules: Rules) -> datetime:
    with _told_with_times(work, rows):
        return new_moment(
            day,
            due_at=rows.cycle.due_at,
            expected_at=expected_at(rows.report, rows.cycle),
            locks_at=rows.cycle.locks_at,
            now=work.now,
            workdays=rules.now(work).workdays,
            zone=work.desk.zone,
        )


def _dates(work: Work, rows: ReportRows, rules: Rules) -> list[date]:
    with _told_with_times(work, rows):
        return dates_to_ask_for(
            due_at=rows.cycle.due_at,
            expected_at=expected_at(rows.report, rows.cycle),
            locks_at=rows.cycle.locks_at,
            now=work.now,
            workdays=rules.now(work).workdays,
            zone=work.desk.zone,
        )


@contextmanager
def _told_with_times(work: Work, rows: ReportRows) -> Iterator[None]:
    """That no day is left is told with when the month was due and locked."""
    try:
        yield
    except TooLateToExtend as error:
        raise TooLateToExtend(times=own_timetable(work, work.language, rows)) from error


# ── the office ─────────────────────────────────────────────────────────────────────────────────


def show_requests(work: Work, _press: Press | None = None) -> None:
    """Every request without an answer, each on its card, which moves down to be seen."""
    waiting = requests_waiting(work.session, work.desk.office_id)
    if not waiting:
        work.say("extension-none")
    for one in waiting:
        extension = work.session.get_one(Extension, one.extension_id)
        rows = report_rows(work.session, one.report_id)
        if rows is not None:
            message = request_card(work.language, request_of(work, extension, rows))
            work.card(card_name(extension.id), message)


def grant(work: Work, press: Press, rules: Rules) -> None:
    """The office agrees, to the date asked for or to another one that it chose."""
    extension, rows = _request(work, press.target)
    if extension.state is not ExtensionState.ASKED:
        _answered_already(work, extension)
        return
    _stop_asking_why(work)
    day = day_of(press.argument) or work.local(extension.wanted_until).date()
    until = _moment(work, rows, day, rules)
    on_time = counts(extension.asked_at, counted_due(rows))
    asking = messages_asking(work.session, rows.report.id)
    grant_extension(
        work.session,
        extension,
        rows.report,
        work.writer,
        until=until,
        counts=on_time,
        now=work.now,
    )
    mark_extended(work, asking, until)
    mark_told(work, rows.report)
    mark_office_done(work)
    show_request(work, extension)
    asked = extension.wanted_until
    tell_unit_granted(work, rows, until, asked=asked, counts=on_time)


def refuse(work: Work, press: Press) -> None:
    """[不同意]: asks why; refuses without a reason, or not yet, when that is tapped."""
    extension, rows = _request(work, press.target)
    if extension.state is not ExtensionState.ASKED:
        _answered_already(work, extension)
    elif press.argument == BARE:
        _refuse(work, extension, rows, "")
    elif press.argument == NO:
        _stop_asking_why(work)
        message = request_card(work.language, request_of(work, extension, rows))
        work.card(card_name(extension.id), message)
    else:
        _ask_why(work, extension, rows)


def _ask_why(work: Work, extension: Extension, rows: ReportRows, *, before: str = "") -> None:
    turn_aside(conversation_of(work.session, work.writer.id), f"{REFUSAL}:{extension.id}")
    message = ask_refusal(work.language, request_of(work, extension, rows))
    html = f"{before}\n\n{message.html}" if before else message.html
    work.card(card_name(extension.id), Message(html, message.buttons))


def take_refusal(work: Work, conversation: Conversation, words: str) -> None:
    """The coordinator has written why not."""
    extension, rows = _request(work, int(conversation.step.partition(":")[2]))
    if extension.state is not ExtensionState.ASKED:
        _stop_asking_why(work)
        work.say("accept-settled-already")
        return
    reason = read_reason(words)
    if isinstance(reason, Refused):
        note = say(work.language, reason.text_key, **reason.facts)
        _ask_why(work, extension, rows, before=note)
    else:
        _refuse(work, extension, rows, reason)


def _refuse(work: Work, extension: Extension, rows: ReportRows, reason: str) -> None:
    _stop_asking_why(work)
    refuse_extension(work.session, extension, rows.report, work.writer, reason=reason, now=work.now)
    mark_office_done(work)
    show_request(work, extension)
    tell_unit_refused(work, rows, reason)


def _stop_asking_why(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(f"{REFUSAL}:"):
        conversation.step = ""


def offer_other_dates(work: Work, press: Press, rules: Rules) -> None:
    """The office would rather give another date."""
    extension, rows = _request(work, press.target)
    if extension.state is not ExtensionState.ASKED:
        _answered_already(work, extension)
        return
    days = _dates(work, rows, rules)
    request = request_of(work, extension, rows)
    work.card(card_name(extension.id), request_card(work.language, request, other=days))


def _request(work: Work, extension_id: int) -> tuple[Extension, ReportRows]:
    extension = work.session.get(Extension, extension_id)
    rows = report_rows(work.session, extension.report_id) if extension else None
    if extension is None or rows is None or rows.office.id != work.desk.office_id:
        raise NotAllowed
    return extension, rows


def _answered_already(work: Work, extension: Extension) -> None:
    work.toast = plain(work.language, "accept-settled-already")
    show_request(work, extension)
