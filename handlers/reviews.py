"""The office's word on filed reports: what waits for it, accepting one or all, and returning."""

from collections.abc import Sequence

from telegram import Update

from dialog.press import Press
from dialog.reviews import EVERYTHING, accept_all, review, review_list, review_text
from handlers.context import Context, for_coordinators
from handlers.filing import hand_out_draft
from handlers.office import ask_to_return, known_unit
from models.cycles import FILED_STATES, newest_revision
from models.delivery import Priority
from models.filing import filed_content
from models.people import writers_reached
from models.reviews import accept_report, awaiting_review
from models.views import ReportRows, report_rows
from models.work import Work
from scheduler.mailing import mail_revision
from scheduler.settled import mark_office_done
from scheduler.timetables import own_timetable, with_timetables
from texts import LANGUAGES, plain, say
from texts.wording import month_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import Awaiting
from vocabulary.terms import ReportState, StampAfter

CARD = "review"
"""The slot in which the list of what waits and the report looked at take turns."""


class NothingToAccept(BaosongError):
    """The unit has filed nothing that waits for a review."""

    text_key = "accept-nothing"


@for_coordinators
async def on_review(_update: Update, context: Context) -> None:
    """/review: what waits for the office's review."""
    await context.unit(show_reviews)


def show_reviews(work: Work, page: int = 0) -> None:
    waiting = _waiting(work)
    message = review_list(work.language, waiting, work.desk.zone, page)
    work.card(CARD, with_timetables(work, message, [one.report_id for one in waiting]))


def turn_reviews(work: Work, press: Press) -> None:
    show_reviews(work, int(press.argument) if press.argument.isdecimal() else 0)


def show_review(work: Work, press: Press) -> None:
    """One filed report, as its newest revision says it."""
    _show_report(work, _filed(work, press.target))


def show_review_text(work: Work, press: Press) -> None:
    rows = _filed(work, press.target)
    newest = newest_revision(work.session, rows.report.id)
    if newest is not None:
        told = review_text(work.language, filed_content(newest), rows.report.id)
        work.tell("review-text", told)


def accept_seen(work: Work, press: Press) -> None:
    """Accepts the revision that was looked at; a newer one is shown instead."""
    rows = _filed(work, press.target)
    newest = newest_revision(work.session, rows.report.id)
    if newest is None or rows.report.state is not ReportState.FILED:
        work.toast = plain(work.language, "accept-settled-already")
        show_reviews(work)
    elif newest.number != press.version:
        work.toast = plain(work.language, "report-changed-meanwhile")
        _show_report(work, rows)
    else:
        _accept(work, rows)
        work.toast = plain(work.language, "accept-done-short", unit=rows.unit.name)
        show_reviews(work)


def accept_all_seen(work: Work, press: Press) -> None:
    """Shows what would be accepted, and accepts it when that is confirmed; nothing newer."""
    waiting = [one for one in _waiting(work) if one.revision_id <= press.version]
    if not waiting:
        show_reviews(work)
    elif press.argument == EVERYTHING:
        _accept_these(work, waiting)
    else:
        message = accept_all(work.language, waiting)
        work.card(CARD, with_timetables(work, message, [one.report_id for one in waiting]))


@for_coordinators
async def on_accept(_update: Update, context: Context) -> None:
    """/accept UNIT, or all: accepts what waits; without words, shows it."""
    await context.unit(accept_by_words, context.args or [])


def accept_by_words(work: Work, words: Sequence[str]) -> None:
    waiting = _waiting(work)
    if not words:
        show_reviews(work)
    elif words[0].lower() in {plain(language, "accept-word-all") for language in LANGUAGES}:
        if not waiting:
            show_reviews(work)
        else:
            _accept_these(work, waiting)
    else:
        unit = known_unit(work, words[0])
        of_unit = [one for one in waiting if one.unit == unit.name]
        if not of_unit:
            raise NothingToAccept(unit=unit.name)
        _accept_these(work, of_unit)


def _accept_these(work: Work, waiting: Sequence[Awaiting]) -> None:
    for one in waiting:
        _accept(work, _filed(work, one.report_id))
    first = waiting[0]
    period = month_name(work.language, first.period)
    if len(waiting) == 1:
        done = say(work.language, "accept-done", unit=first.unit, period=period)
    else:
        done = say(work.language, "accept-done-all", count=len(waiting))
    work.reply(with_timetables(work, Message(done), [one.report_id for one in waiting]))


def _waiting(work: Work) -> list[Awaiting]:
    return awaiting_review(work.session, work.desk.office_id)


def _filed(work: Work, report_id: int) -> ReportRows:
    """A filed report of this office, looked up now."""
    rows = report_rows(work.session, report_id)
    if rows is None or rows.office.id != work.desk.office_id:
        raise NotAllowed
    if rows.report.state not in FILED_STATES:
        raise Stale
    return rows


def _show_report(work: Work, rows: ReportRows) -> None:
    newest = newest_revision(work.session, rows.report.id)
    if newest is None:
        raise Stale
    is_waiting = rows.report.state is ReportState.FILED
    filed = filed_content(newest)
    message = review(work.language, filed, rows.report.id, is_waiting=is_waiting)
    work.card(CARD, with_timetables(work, message, [rows.report.id]))


def _accept(work: Work, rows: ReportRows) -> None:
    """Accepts it, and tells those who write for the unit."""
    accept_report(work.session, rows.report, work.writer, now=work.now)
    mark_office_done(work)
    newest = newest_revision(work.session, rows.report.id)
    if newest is not None and work.desk.stamp_after is StampAfter.ACCEPTED:
        mail_revision(work, newest)
    for reach in writers_reached(work.session, rows.unit.id):
        html = say(
            reach.language,
            "accepted-to-you",
            unit=rows.unit.name,
            period=month_name(reach.language, rows.cycle.period),
            revision=str(newest.number if newest else 1),
        )
        times = own_timetable(work, reach.language, rows)
        # it asks nothing, so it keeps to the working hours as reminders do
        work.send(reach.chat_id, Message(f"{html}\n{times}"), priority=Priority.REMINDER)
        if work.desk.stamp_after is StampAfter.ACCEPTED:
            hand_out_draft(work, reach.chat_id, reach.language, rows)


def return_seen(work: Work, press: Press) -> None:
    """Asks why the report that was looked at goes back."""
    rows = _filed(work, press.target)
    ask_to_return(work, rows.report, rows.cycle, rows.unit)
