"""Written reminders (催办单) to units whose reports are late: whose, and what they say."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from dialog.missing import missing_measures
from models.chases import chases_of_report, reminders_of_chases
from models.cycles import OPEN_STATES, Cycle, expected_at, open_return, reports_of_cycle
from models.delivery import Document, DocumentKind, Priority
from models.people import Contact
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.record import told_at
from scheduler.rules import Rules
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import moment_name, period_name
from vocabulary.papers import ChaseNotice, ToldOf
from vocabulary.terms import CHASES_ENDED_BY_FILING


def late_reports(session: Session, cycle: Cycle, *, now: datetime) -> list[ReportRows]:
    """What was wanted by now and is not filed, or was returned; in the order of the cycle."""
    found = [report_rows(session, report.id) for report, _ in reports_of_cycle(session, cycle.id)]
    return [rows for rows in found if rows is not None and is_late(rows, now=now)]


def is_late(rows: ReportRows, *, now: datetime) -> bool:
    report = rows.report
    is_open = report.state in OPEN_STATES and not report.exempt
    return is_open and expected_at(report, rows.cycle) < now


def chase_notice(
    session: Session, rows: ReportRows, rules: Rules, zone: ZoneInfo, *, now: datetime
) -> ChaseNotice:
    """What it says of a late report at `now`."""
    working = working_report(session, rows, zone)
    returned = open_return(session, rows.report.id)
    workdays = rules.of_office(session, rows.office.id).workdays
    local = now.astimezone(zone)
    until = workdays.shift(local.date(), rules.notice_workdays)
    return ChaseNotice(
        office=rows.office.name,
        plan_title=rows.plan.title,
        unit=rows.unit.name,
        official_name=rows.unit.official_name,
        period=rows.cycle.period,
        as_of=local,
        expected_at=working.due_at,
        is_extended=rows.report.extended_to is not None,
        asked=working.asked,
        missing=tuple(missing_measures(working.entries)),
        told=tuple(_told(session, rows, zone, now)),
        file_by=datetime.combine(until, rules.calendar.due_hour, zone),
        returned_at=returned.returned_at.astimezone(zone) if returned else None,
        return_reason=returned.reason if returned else "",
    )


def _told(session: Session, rows: ReportRows, zone: ZoneInfo, now: datetime) -> Iterator[ToldOf]:
    """Every reminder of the report that has surely reached somebody of its unit, by time."""
    chases = [
        chase.id
        for chase in chases_of_report(session, rows.report.id)
        if chase.kind in CHASES_ENDED_BY_FILING
    ]
    reminders = (pair for pairs in reminders_of_chases(session, chases).values() for pair in pairs)
    reached = [(told_at(reminder, row), reminder) for reminder, row in reminders]
    for moment, reminder in sorted(
        ((moment, reminder) for moment, reminder in reached if moment and moment <= now),
        key=lambda pair: pair[0],
    ):
        contact = session.get_one(Contact, reminder.contact_id)
        if contact.unit_id == rows.unit.id:
            yield ToldOf(moment.astimezone(zone), contact.kind, contact.name, reminder.channel)


def hand_out_chase_notices(work: Work, cycle: Cycle, chat_id: int, language: str) -> int:
    """A file for each late report to one chat; one filed meanwhile is held back. Says how many."""
    late = late_reports(work.session, cycle, now=work.now)
    for rows in late:
        hand_out_chase_notice(work, rows, chat_id, language)
    return len(late)


def hand_out_chase_notice(work: Work, rows: ReportRows, chat_id: int, language: str) -> None:
    document = Document(
        office_id=rows.office.id,
        kind=DocumentKind.CHASE_NOTICE,
        report_id=rows.report.id,
        language=language,
        as_of=work.now,
    )
    caption = say(
        language,
        "notices-caption",
        unit=rows.unit.name,
        period=period_name(language, rows.cycle.period),
        as_of=moment_name(language, work.local(work.now)),
        times=own_timetable(work, language, rows),
    )
    work.hand_out(
        chat_id, document, caption, priority=Priority.NOTICE, moot_when_filed=rows.report.id
    )
