"""The office files for a unit that cannot use Telegram (代报): looked through, explained, filed.

What it fills in comes by the form (`handlers.forms`). Who may is looked up at every tap.
"""

from dataclasses import replace

from dialog.cards import full_text
from dialog.checks import faults
from dialog.layout import button, cut
from dialog.no_answers import read_reason
from dialog.on_behalf import (
    ON_PAPER,
    ask_paper,
    ask_reason_on_behalf,
    is_doubtful,
    preview_on_behalf,
    with_reason,
)
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.words import cleaned
from handlers.at_report import if_wanted, record, require_writable, whole
from handlers.filing import file_now, prepared
from handlers.one_asks import FORM_CARD
from handlers.people import show_help
from handlers.signing import leader_on_paper
from models.conversations import Conversation, conversation_of, turn_aside
from models.delivery import Priority
from models.filing import is_writable
from models.people import writers_reached
from models.views import ReportRows, report_rows
from models.work import Work
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import month_name
from vocabulary.errors import NotAllowed
from vocabulary.message import Message
from vocabulary.report import FiledReport, WorkingReport
from vocabulary.terms import EntrySource

STEP = "behalf"
"""With the report behind a colon, the conversation's step while a reason is asked."""

LOOKED_AT = "behalf-seen"
"""Likewise, while what would be filed lies before the coordinator and no words are asked."""


def of_office(work: Work, report_id: int) -> ReportRows:
    """A report of the coordinator's office. Raises NotAllowed for any other, or for anybody else.

    ReportExempt where it is not wanted.
    """
    rows = report_rows(work.session, report_id)
    if rows is None or rows.office.id != work.desk.office_id or not work.is_coordinator():
        raise NotAllowed
    return if_wanted(work, rows)


def show(work: Work, rows: ReportRows, *, line: str = "") -> None:
    """What would be filed; a question for a reason that was open is so no more."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith((f"{STEP}:", f"{LOOKED_AT}:")):
        conversation.step = ""
    if not conversation.step and not work.filing_unit_ids():
        conversation.step = f"{LOOKED_AT}:{rows.report.id}"
    work.card(FORM_CARD, preview_on_behalf(work.language, whole(work, rows), line=line))


def take_words_beside(work: Work, conversation: Conversation, text: str) -> None:
    """Words where none are asked are kept nowhere; where something is doubtful, why is asked."""
    number = conversation.step.partition(":")[2]
    conversation.step = ""
    rows = of_office(work, int(number) if number.isdecimal() else 0)
    if not is_writable(rows.report):
        show_help(work)
        return
    report, said = whole(work, rows), cut(cleaned(text), _QUOTED)
    if is_doubtful(report):
        conversation.step = f"{STEP}:{rows.report.id}"
        line = say(work.language, "behalf-words-ask", said=said)
        work.card(FORM_CARD, ask_reason_on_behalf(work.language, report, line=line))
    else:
        show(work, rows, line=say(work.language, "behalf-words-not-kept", said=said))


_QUOTED = 60  # characters of words that are not kept, to be known again


def show_by_tap(work: Work, press: Press) -> None:
    rows = of_office(work, press.target)
    require_writable(work, rows)
    show(work, rows)


def show_text(work: Work, press: Press) -> None:
    """Everything as it stands, in messages of their own; the last one leads back."""
    rows = of_office(work, press.target)
    require_writable(work, rows)
    back = button(work.language, "button-back-to-preview", Press(Action.BEHALF, rows.report.id))
    work.tell("behalf-text", full_text(work.language, whole(work, rows), back=back))


# ── what is doubtful ───────────────────────────────────────────────────────────────────────────


def ask_reason(work: Work, press: Press) -> None:
    rows = of_office(work, press.target)
    require_writable(work, rows)
    report = whole(work, rows)
    if not is_doubtful(report):
        show(work, rows)
        return
    turn_aside(conversation_of(work.session, work.writer.id), f"{STEP}:{rows.report.id}")
    work.card(FORM_CARD, ask_reason_on_behalf(work.language, report))


def take_reason(work: Work, conversation: Conversation, text: str) -> None:
    """One sentence for everything that is doubtful in it."""
    number = conversation.step.partition(":")[2]
    rows = of_office(work, int(number) if number.isdecimal() else 0)
    require_writable(work, rows)
    report, reason = whole(work, rows), read_reason(text)
    if isinstance(reason, Refused):
        line = say(work.language, reason.text_key, **reason.facts)
        work.card(FORM_CARD, ask_reason_on_behalf(work.language, report, line=line))
        return
    keep_changed(work, rows, with_reason(report, reason))
    show(work, rows)


def keep_changed(work: Work, rows: ReportRows, report: WorkingReport) -> None:
    """Stores each entry of the report that is not yet as it stands there."""
    before = whole(work, rows)
    for entry in report.entries:
        if entry.content != before.entry(entry.entry_id).content:
            record(work, rows, entry.entry_id, entry.content, source=EntrySource.ON_BEHALF)


# ── filing ─────────────────────────────────────────────────────────────────────────────────────


def file_by_tap(work: Work, press: Press) -> None:
    """Files what the preview showed; if anything has changed since, it is shown again instead."""
    rows = of_office(work, press.target)
    if not is_writable(rows.report):
        work.toast = plain(work.language, "report-filed-already")
        return
    report = whole(work, rows)
    if press.version != report.version or faults(report):
        work.toast = plain(work.language, "report-changed-meanwhile")
        show(work, rows)
    elif rows.unit.needs_signature and press.argument != ON_PAPER:
        work.card(FORM_CARD, ask_paper(work.language, report))
    else:
        file_for_unit(work, rows)


def file_for_unit(work: Work, rows: ReportRows) -> FiledReport:
    """Files it in the coordinator's name; its leader, where one signs, has done so on paper."""
    filed = prepared(work, rows, on_behalf=True)
    if rows.unit.needs_signature:
        filed = replace(filed, signed_by=leader_on_paper(work, rows.unit), signed_on_paper=True)
    file_now(work, rows, filed)
    _tell_unit(work, rows, filed)
    return filed


def _tell_unit(work: Work, rows: ReportRows, filed: FiledReport) -> None:
    """Whoever files for the unit and can be written to reads what was filed in its name."""
    for reach in writers_reached(work.session, rows.unit.id):
        language = reach.language
        html = say(
            language,
            "behalf-told",
            unit=rows.unit.name,
            month=month_name(language, filed.period),
            by=filed.filed_by,
            receipt=filed.receipt,
        )
        look = button(language, "behalf-button-look", Press(Action.REPORT, rows.report.id))
        times = own_timetable(work, language, rows)
        message = Message(f"{html}\n{times}", ((look,),))
        work.send(reach.chat_id, message, priority=Priority.NOTICE)
