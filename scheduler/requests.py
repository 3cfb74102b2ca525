"""Requests for more time: what the office is shown of them, and what the unit is told."""

from datetime import date, datetime

from dialog.extensions import Request, request_card
from dialog.press import Action, Press
from models.cycles import timetable_of
from models.delivery import Priority
from models.extensions import Extension
from models.people import (
    Person,
    coordinators_reached,
    writers_reached,
)
from models.views import ReportRows, report_rows
from models.work import Work
from scheduler.extensions import counts
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import moment_name, month_name, within
from vocabulary.message import Button, Message
from vocabulary.terms import ExtensionState


def card_name(extension_id: int) -> str:
    """The slot in a coordinator's chat that shows one request and what becomes of it."""
    return f"extension-{extension_id}"


def request_of(work: Work, extension: Extension, rows: ReportRows) -> Request:
    """The request as a value, as it stands."""
    decider = work.session.get(Person, extension.decided_by_id) if extension.decided_by_id else None
    return Request(
        extension_id=extension.id,
        unit=rows.unit.name,
        period=rows.cycle.period,
        timetable=timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        until=work.local(extension.wanted_until),
        reason=extension.reason,
        asked_by=work.session.get_one(Person, extension.asked_by_id).name,
        asked_at=work.local(extension.asked_at),
        in_time=counts(extension.asked_at, counted_due(rows)),
        state=extension.state,
        decided_by=decider.name if decider else "",
        decided_at=work.local(extension.decided_at) if extension.decided_at else None,
        granted_until=work.local(extension.granted_until) if extension.granted_until else None,
        refusal=extension.refusal,
    )


def counted_due(rows: ReportRows) -> datetime:
    """The moment up to which filing is on time for this unit."""
    report = rows.report
    if report.extension_counts and report.extended_to is not None:
        return report.extended_to
    return rows.cycle.due_at


def show_request(work: Work, extension: Extension) -> None:
    """The request, or what became of it, in every coordinator's chat; once shown it is edited."""
    rows = report_rows(work.session, extension.report_id)
    if rows is None:
        return
    request = request_of(work, extension, rows)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        message = request_card(reach.language, request)
        is_new = extension.state is ExtensionState.ASKED
        work.show(reach.chat_id, card_name(extension.id), message, is_new=is_new)


def tell_unit_granted(
    work: Work, rows: ReportRows, until: datetime, *, asked: datetime, counts: bool
) -> None:
    """asked: the moment that the unit asked for, which it is told where it got another."""
    key = "extension-granted" if counts else "extension-granted-late"
    other = None if asked == until else work.local(asked)
    _tell_unit(work, rows, key, until=work.local(until), asked=other)


def tell_unit_refused(work: Work, rows: ReportRows, reason: str) -> None:
    """reason: empty where the office gave none."""
    _tell_unit(work, rows, "extension-refused", reason=within(reason) or "none")


def _tell_unit(
    work: Work,
    rows: ReportRows,
    text_key: str,
    *,
    until: datetime | None = None,
    asked: datetime | None = None,
    reason: str = "",
) -> None:
    for reach in writers_reached(work.session, rows.unit.id):
        html = say(
            reach.language,
            text_key,
            unit=rows.unit.name,
            period=month_name(reach.language, rows.cycle.period),
            until=moment_name(reach.language, until) if until else "",
            asked=moment_name(reach.language, asked) if asked else "none",
            reason=reason,
            times=own_timetable(work, reach.language, rows),
        )
        label = plain(reach.language, "notice-button-continue")
        go_on = Button(label, Press(Action.REPORT, rows.report.id).data())
        work.send(
            reach.chat_id,
            Message(html, ((go_on,),)),
            priority=Priority.NOTICE,
            moot_when_filed=rows.report.id,
        )


def day_of(argument: str) -> date | None:
    """A date as a button carries it."""
    try:
        return date.fromisoformat(argument)
    except ValueError:
        return None
