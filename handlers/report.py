"""The conversation about a report: its card, its questions, the preview, filing, correcting."""

from telegram import Update

from dialog.cards import WITH_PROBLEMS, full_text, report_choice, same_all_told
from dialog.checks import faults
from dialog.filed import entries_as_filed
from dialog.last_month import all_same_as_last
from dialog.press import Press
from handlers import at_report
from handlers.at_report import (
    ask_nothing,
    open_to,
    own,
    put_away,
    reason_left,
    record,
    show,
    show_card,
    working,
)
from handlers.context import Context, for_members
from handlers.explaining import ask_for_reasons, asks_why_unchanged
from handlers.filing import file_now, is_for_review, prepared, show_filed
from handlers.one_asks import leave_beside
from handlers.remembering import remember_unwritten
from handlers.signing import send_for_signature
from models.conversations import conversation_of
from models.cycles import (
    FILED_STATES,
    Cycle,
    Report,
    exempt_report_of_units,
    newest_report_of_units,
    newest_revision,
    reports_of_units,
)
from models.delivery import Document, DocumentKind
from models.filing import (
    is_writable,
)
from models.work import Work
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import listed, month_name
from vocabulary.errors import NotAllowed, Stale


@for_members
async def on_report(_update: Update, context: Context) -> None:
    """/report: to whoever has nothing to fill in, what there is for them instead."""
    await context.unit(show_report)


def show_report(work: Work) -> None:
    if work.filing_unit_ids() or work.helps:
        leave_beside(work)
        show_open_report(work, reason_left(work))
    elif work.is_coordinator():
        raise NotAllowed
    elif work.task_forces():
        work.say("report-of-force")
    else:
        work.say("report-of-leader")


def show_open_report(work: Work, line: str = "") -> None:
    """The card of the open report, a choice where several are open, else the newest filed one.

    Where nothing is open because it is exempt, that is said instead. line: what stands above it.
    """
    reports = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    unfinished = [report.id for report, _ in reports if report.state not in FILED_STATES]
    unfinished += [helper.report_id for helper in work.helps]
    unfinished = list(dict.fromkeys(unfinished))
    if len(unfinished) > 1:
        choices = [working(work, open_to(work, report_id)) for report_id in unfinished]
        ask_nothing(conversation_of(work.session, work.writer.id))
        show(work, report_choice(work.language, choices), line)
        return
    unit_ids = work.filing_unit_ids()
    newest = newest_report_of_units(work.session, unit_ids)
    exempt = exempt_report_of_units(work.session, unit_ids, now=work.now)
    if exempt is not None and newest is not None and not _is_newer(work, exempt, newest):
        exempt = None
    other = exempt or newest
    shown = unfinished[0] if unfinished else other.id if other else None
    if shown is None:
        work.say("report-none")
    else:
        show_card(work, shown, line=line)


def _is_newer(work: Work, one: Report, other: Report) -> bool:
    """Whether its cycle is due later."""
    due = [work.session.get_one(Cycle, report.cycle_id).due_at for report in (one, other)]
    return due[0] > due[1]


# ── taps on a report ───────────────────────────────────────────────────────────────────────────


def open_card(work: Work, press: Press) -> None:
    show_card(work, press.target, line=reason_left(work))


def turn_page(work: Work, press: Press) -> None:
    show_card(work, press.target, int(press.argument) if press.argument.isdecimal() else 0)


def show_same_all(work: Work, press: Press) -> None:
    rows = own(work, press.target)
    put_away(work, rows)
    *before, asks = same_all_told(work.language, working(work, rows))
    for message in before:
        work.reply(message)
    show(work, asks)


def take_same_all(work: Work, press: Press) -> None:
    """Takes last month over for every entry that nobody has begun; only what was shown.

    Open problems only where the button has said so.
    """
    rows = own(work, press.target)
    report = working(work, rows)
    if press.version != report.version:
        work.toast = plain(work.language, "report-changed-meanwhile")
        show_same_all(work, press)
        return
    problems = press.argument == WITH_PROBLEMS
    taken = all_same_as_last(report, problems=problems)
    for entry_id, content in taken.items():
        record(work, rows, entry_id, content)
    stored = ((one, report.entry(one).content, content) for one, content in taken.items())
    remember_unwritten(work, rows.report.id, stored)
    ask_for_reasons(work, rows)


def show_preview(work: Work, press: Press) -> None:
    page = int(press.argument) if press.argument.isdecimal() else 0
    at_report.show_preview(work, own(work, press.target), page=page)


def show_full_text(work: Work, press: Press) -> None:
    """Everything as it stands, in messages of their own; the last one leads back."""
    work.tell("full", full_text(work.language, working(work, own(work, press.target))))


def file_confirmed(work: Work, press: Press) -> None:
    """Files what the preview showed; if anything has changed since, it is shown again instead."""
    rows = own(work, press.target)
    report = working(work, rows)
    if not is_writable(rows.report):
        work.toast = plain(work.language, "report-filed-already")
        if not show_filed(work, rows):
            show_card(work, rows.report.id)
        return
    if press.version != report.version or faults(report):
        work.toast = plain(work.language, "report-changed-meanwhile")
        at_report.show_preview(work, rows)
        return
    entries = entries_as_filed(report)
    if asks_why_unchanged(work, rows, entries):
        return
    put_away(work, rows)
    is_signed = rows.unit.needs_signature
    filed = prepared(work, rows, is_to_be_signed=is_signed)
    if is_signed:
        send_for_signature(work, rows, filed)
    else:
        file_now(work, rows, filed)


def hand_out_pdf(work: Work, press: Press) -> None:
    """The draft of the newest revision as PDF, and which of its fonts are not its own there."""
    rows = own(work, press.target)
    newest = newest_revision(work.session, rows.report.id)
    if newest is None or work.desk.substituted is None or is_for_review(work, rows):
        raise Stale
    fonts = work.desk.substituted(rows.unit.name, rows.unit.official_name)
    preview = Document(
        office_id=rows.office.id,
        kind=DocumentKind.PREVIEW,
        revision_id=newest.id,
        language=work.desk.language,
        as_of=work.now,
    )
    caption = say(
        work.language,
        "report-pdf-caption",
        unit=rows.unit.name,
        month=month_name(work.language, rows.cycle.period),
        revision=str(newest.number),
        times=own_timetable(work, work.language, rows),
    )
    if fonts:
        said = say(work.language, "report-pdf-fonts", fonts=listed(work.language, fonts))
        caption = f"{caption}\n{said}"
    work.hand_out(work.writer.user_id, preview, caption)
    work.toast = plain(work.language, "report-pdf-coming")


def hand_out_mail(work: Work, press: Press) -> None:
    """The newest revision as a mail that the unit sends itself, from its own mailbox."""
    rows = own(work, press.target)
    newest = newest_revision(work.session, rows.report.id)
    if newest is None or not work.desk.mail.to:
        raise Stale
    letter = Document(
        office_id=rows.office.id,
        kind=DocumentKind.LETTER,
        revision_id=newest.id,
        language=work.desk.language,
        as_of=work.now,
    )
    caption = say(
        work.language,
        "report-mail-caption",
        unit=rows.unit.name,
        month=month_name(work.language, rows.cycle.period),
        revision=str(newest.number),
        address=work.desk.mail.to,
        times=own_timetable(work, work.language, rows),
    )
    work.hand_out(work.writer.user_id, letter, caption)
    work.toast = plain(work.language, "report-mail-coming")
