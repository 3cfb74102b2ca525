"""A report is filed: the receipt, the draft, and whoever has to know."""

from dialog.cards import receipt
from dialog.filed import entries_as_filed
from dialog.on_behalf import receipt_on_behalf
from handlers.at_report import (
    show,
    waiting_lines,
    whole,
    with_changes_waiting,
    with_files_waiting,
    working,
)
from handlers.leading import tell_leads
from handlers.one_asks import FORM_CARD
from handlers.together import tell_filed
from models.chases import messages_asking
from models.cycles import newest_revision, open_return, own_due_at, timetable_of
from models.delivery import Document, DocumentKind
from models.extensions import open_request
from models.filing import file_report, filed_content, next_receipt, next_revision_number
from models.people import Person
from models.views import ReportRows, report_to_file
from models.work import Work
from scheduler.gathering import mark_told
from scheduler.mailing import goes_by_itself, mail_revision
from scheduler.notices import tell_filed_again, tell_filed_late
from scheduler.overdue_problems import mark_answered
from scheduler.requests import show_request
from scheduler.settled import mark_office_done, mark_settled
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import month_name
from vocabulary.message import Message
from vocabulary.report import FiledReport
from vocabulary.terms import ReportState, StampAfter


def file_now(
    work: Work, rows: ReportRows, filed: FiledReport, *, signatory: Person | None = None
) -> None:
    """Files it as prepared by the writer. signatory: the leader who has signed it here."""
    before = newest_revision(work.session, rows.report.id)
    asking = messages_asking(work.session, rows.report.id)
    request = open_request(work.session, rows.report.id)
    revision = file_report(
        work.session, rows.report, filed, work.writer, signatory=signatory, now=work.now
    )
    mark_told(work, rows.report)
    show_receipt(work, rows, filed)
    tell_filed(work, rows, filed)
    tell_leads(work, rows, filed, filed_content(before) if before else None)
    work.touch(rows.report.id)
    hand_out_draft(work, work.writer.user_id, work.language, rows)
    if not is_for_review(work, rows):
        mail_revision(work, revision)
    if before is not None:
        tell_filed_again(work, rows, filed, filed_content(before))
    elif own_due_at(rows.report, rows.cycle.due_at) < work.now:
        tell_filed_late(work, rows, filed)
    mark_settled(work, rows.report, asking)
    mark_answered(work, rows.unit)
    if request is not None:
        mark_office_done(work)
        show_request(work, request)


def prepared(
    work: Work, rows: ReportRows, *, is_to_be_signed: bool = False, on_behalf: bool = False
) -> FiledReport:
    """What the writer would file now. is_to_be_signed: it gets its receipt with the signature.

    on_behalf: the writer is of the office, and files for the unit.
    """
    returned = open_return(work.session, rows.report.id)
    receipt_number = "" if is_to_be_signed else next_receipt(work.session, rows.report, rows.cycle)
    return report_to_file(
        work.session,
        rows,
        work.writer,
        entries_as_filed(whole(work, rows) if on_behalf else working(work, rows)),
        revision=next_revision_number(work.session, rows.report),
        receipt=receipt_number,
        reason=rows.report.correction_reason,
        return_answer=returned.answer if returned else "",
        on_behalf=on_behalf,
        filed_at=work.local(work.now),
    )


def is_for_review(work: Work, rows: ReportRows) -> bool:
    """Whether the draft is not to be stamped yet, since the office has still to accept it."""
    is_late_stamp = work.desk.stamp_after is StampAfter.ACCEPTED
    return is_late_stamp and rows.report.state is not ReportState.ACCEPTED


def hand_out_draft(work: Work, chat_id: int, language: str, rows: ReportRows) -> None:
    """The draft of the newest revision to a chat: to be stamped, or marked as for review."""
    newest = newest_revision(work.session, rows.report.id)
    if newest is None:
        return
    for_review = is_for_review(work, rows)
    draft = Document(
        office_id=rows.office.id,
        kind=DocumentKind.REVIEW_DRAFT if for_review else DocumentKind.DRAFT,
        revision_id=newest.id,
        language=work.desk.language,
        as_of=work.now,
    )
    caption = say(
        language,
        "report-review-draft-caption" if for_review else "report-draft-caption",
        unit=rows.unit.name,
        month=month_name(language, rows.cycle.period),
        revision=str(newest.number),
        times=own_timetable(work, language, rows),
    )
    if not for_review and work.now < rows.cycle.locks_at:
        caption = f"{caption}\n{say(language, 'report-draft-editable')}"
    work.hand_out(chat_id, draft, caption)


def show_filed(work: Work, rows: ReportRows) -> bool:
    """The receipt to whoever filed it, since a second tap must not hide it; False for others."""
    newest = newest_revision(work.session, rows.report.id)
    if newest is None or newest.filed_by_id != work.writer.id:
        return False
    show_receipt(work, rows, filed_content(newest))
    return True


def show_receipt(work: Work, rows: ReportRows, filed: FiledReport) -> None:
    if filed.on_behalf:
        work.card(FORM_CARD, _receipt_on_behalf(work, rows, filed))
        return
    message = receipt(
        work.language,
        filed,
        report_id=rows.report.id,
        timetable=timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        locked=work.now >= rows.cycle.locks_at,
        as_pdf=work.desk.substituted is not None and not is_for_review(work, rows),
        mail_to=work.desk.mail.to,
        mail_by_hand=not goes_by_itself(work),
        for_review=is_for_review(work, rows),
        beside=working(work, rows),
    )
    message = with_files_waiting(work, message, rows.report.id)
    message = with_changes_waiting(work, message, rows.report.id)
    show(work, message, "\n".join(waiting_lines(work, rows)))


def _receipt_on_behalf(work: Work, rows: ReportRows, filed: FiledReport) -> Message:
    return receipt_on_behalf(
        work.language,
        filed,
        report_id=rows.report.id,
        timetable=timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        for_review=is_for_review(work, rows),
    )
