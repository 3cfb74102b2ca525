"""A reminder by hand to everybody who has not filed, and the words to paste into another chat."""

from datetime import datetime, timedelta

from models.absences import contacts_away, handover_of
from models.chases import Chase, Reminder, chase_for_report
from models.cycles import OPEN_STATES, Cycle, Report, reports_of_cycle
from models.delivery import Priority
from models.nudges import Nudge, newest_nudge
from models.people import Reach, reaches_of_unit
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.ladder import recipients
from scheduler.notices import Reminded, reminder
from scheduler.record import view_of
from scheduler.rungs import Tone
from texts import plain
from texts.wording import listed, moment_name, period_name, timetable_line
from vocabulary.report import Ledger
from vocabulary.terms import Channel, ContactKind, Timeliness

NUDGE = "nudge"
"""The rung of a reminder that a coordinator sent by hand; its occurrence is the nudge's number."""

_REST = timedelta(hours=1)


def next_nudge_at(work: Work, cycle: Cycle) -> datetime | None:
    """When the next one may go out; None when it may now."""
    newest = newest_nudge(work.session, cycle.id)
    if newest is None or work.now - newest.nudged_at >= _REST:
        return None
    return newest.nudged_at + _REST


def missing_reports(work: Work, cycle: Cycle) -> list[tuple[ReportRows, Chase, list[Reach]]]:
    """What is still to be filed, with its chase, and who would be reminded by chat.

    Without those that were given more time, while that runs: nothing is missing of them.
    """
    found = []
    for report, unit in reports_of_cycle(work.session, cycle.id):
        if has_more_time(report, now=work.now):
            continue
        rows = report_rows(work.session, report.id)
        chase = chase_for_report(work.session, report.id)
        if rows is None or chase is None or report.exempt or report.state not in OPEN_STATES:
            continue
        found.append((rows, chase, writers_of(work, report.id, unit.id)))
    return found


def units_with_more_time(work: Work, cycle: Cycle) -> list[str]:
    """Whose report is to come, and who are left in peace until the moment that they were given."""
    return [
        unit.name
        for report, unit in reports_of_cycle(work.session, cycle.id)
        if report.state in OPEN_STATES and not report.exempt and has_more_time(report, now=work.now)
    ]


def has_more_time(report: Report, *, now: datetime) -> bool:
    return report.extended_to is not None and now < report.extended_to


def writers_of(work: Work, report_id: int, unit_id: int) -> list[Reach]:
    """Who would be reminded of the report by chat today: the liaison, or who stands in."""
    today = work.local(work.now).date()
    away = contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)
    handover = handover_of(work.session, report_id)
    in_charge = handover.to_contact_id if handover else None
    reaches = reaches_of_unit(work.session, unit_id)
    views = [view_of(reach, away=away, in_charge=in_charge) for reach in reaches]
    chosen = recipients(ContactKind.LIAISON, views)
    ids = {c.contact_id for c in chosen.contacts} if chosen.channel is Channel.CHAT else set()
    writers = {ContactKind.LIAISON, ContactKind.DEPUTY}
    return [reach for reach in reaches if reach.contact_id in ids and reach.kind in writers]


def send_nudge(work: Work, cycle: Cycle) -> tuple[int, int]:
    """Reminds them all at once; gives how many units were, and how many cannot be."""
    newest = newest_nudge(work.session, cycle.id)
    number = newest.number + 1 if newest else 1
    reminded = unreached = 0
    for rows, chase, told in missing_reports(work, cycle):
        reminded += bool(told)
        unreached += not told
        for reach in told:
            _remind(work, rows, chase, reach, number)
    work.session.add(
        Nudge(
            cycle_id=cycle.id,
            number=number,
            nudged_by_id=work.writer.id,
            nudged_at=work.now,
            units=reminded,
        )
    )
    return reminded, unreached


def _remind(work: Work, rows: ReportRows, chase: Chase, reach: Reach, number: int) -> None:
    if reach.chat_id is None:
        return
    words = reminder(
        work,
        Reminded(
            report=working_report(work.session, rows, work.desk.zone),
            kind=chase.kind,
            tone=Tone.REMINDER,
            audience=reach.kind,
            reach=reach,
            liaison=None,
            liaison_told_at=[],
        ),
    )
    # A notice, not a reminder: confirmed by hand, it does not wait for the working hours.
    queued = work.send(
        reach.chat_id, words, priority=Priority.NOTICE, moot_when_filed=rows.report.id
    )
    work.session.add(
        Reminder(
            chase_id=chase.id,
            rung=NUDGE,
            occurrence=number,
            audience=ContactKind.LIAISON,
            contact_id=reach.contact_id,
            outbox_id=queued.id,
            planned_at=work.now,
        )
    )


def group_text(language: str, state: Ledger) -> str:
    """How things stand, as plain text to be pasted into another chat.

    Who was given more time is named apart while that runs: nothing is missing of them.
    """
    to_come = [
        report
        for report in state.reports
        if report.timeliness in {Timeliness.PENDING, Timeliness.OUTSTANDING}
    ]
    later = [
        report.unit for report in to_come if report.extended_to and state.as_of < report.extended_to
    ]
    missing = [report.unit for report in to_come if report.unit not in later]
    filed = state.expected - len(to_come)
    key = "paste-text" if missing else "paste-text-rest" if later else "paste-text-all"
    said = plain(
        language,
        key,
        as_of=moment_name(language, state.as_of),
        period=period_name(language, state.period),
        expected=state.expected,
        filed=filed,
        missing=len(missing),
        units=listed(language, missing),
    )
    if missing:
        advice = "paste-text-due" if state.as_of <= state.due_at else "paste-text-overdue"
        said += plain(language, advice)
    if later:
        units = listed(language, later)
        said += plain(language, "paste-text-later", count=len(later), units=units)
    return f"{said}\n{timetable_line(language, state.timetable)}"
