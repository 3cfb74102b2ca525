"""Reminded later on request: only this person, only before it is due."""

from datetime import datetime, timedelta
from enum import StrEnum

from models.absences import Snooze, snoozes_over
from models.chases import Chase, Reminder, reminders_of_chases
from models.cycles import OPEN_STATES, Cycle, Report, expected_at
from models.delivery import Priority
from models.people import Contact, Reach, reaches_of_unit
from models.views import report_rows, working_report
from models.work import Work
from scheduler.notices import SNOOZED, Reminded, reminder
from scheduler.rungs import Tone, WorkingHours, sendable_at
from scheduler.standing_in import Writers
from scheduler.workdays import Workdays

_TWO_HOURS = timedelta(hours=2)


class Later(StrEnum):
    """The moments that are offered."""

    HOURS = "hours"
    MORNING = "morning"


def moments_offered(
    now: datetime, due_at: datetime, hours: WorkingHours, workdays: Workdays
) -> dict[Later, datetime]:
    """In two hours, and when the next workday begins; only what lies before the due moment."""
    local = now.astimezone(hours.zone).replace(second=0, microsecond=0)
    tomorrow = workdays.shift(local.date(), 1)
    morning = datetime.combine(tomorrow, hours.start, tzinfo=hours.zone)
    offered = {
        Later.HOURS: sendable_at(local + _TWO_HOURS, hours, workdays),
        Later.MORNING: morning,
    }
    if offered[Later.HOURS] == morning:
        del offered[Later.HOURS]
    return {later: moment for later, moment in offered.items() if moment < due_at}


def remind_snoozed(work: Work, hours: WorkingHours, workdays: Workdays) -> None:
    """Reminds those who asked to be reminded now, unless a rung of the ladder has just done it.

    Not who is away since, or has given the report to a colleague: that one gets the reminders.
    """
    if sendable_at(work.now, hours, workdays) > work.now:
        return
    for snooze in snoozes_over(work.session, now=work.now):
        chase = work.session.get_one(Chase, snooze.chase_id)
        if chase.office_id != work.desk.office_id:
            continue
        snooze.settled_at = work.now
        report = work.session.get_one(Report, chase.report_id)
        cycle = work.session.get_one(Cycle, report.cycle_id)
        is_wanted = chase.settled_at is None and report.state in OPEN_STATES and not report.exempt
        reach = _reach(work, report, snooze)
        if is_wanted and reach is not None and work.now < expected_at(report, cycle):
            _remind(work, chase, snooze, reach)


def _reach(work: Work, report: Report, snooze: Snooze) -> Reach | None:
    unit = reaches_of_unit(work.session, report.unit_id)
    return next((r for r in unit if r.contact_id == snooze.contact_id and r.reachable), None)


def _remind(work: Work, chase: Chase, snooze: Snooze, reach: Reach) -> None:
    reminders = reminders_of_chases(work.session, [chase.id]).get(chase.id, [])
    just_told = any(
        known.contact_id == snooze.contact_id and known.planned_at >= snooze.until
        for known, row in reminders
        if row is not None
    )
    rows = report_rows(work.session, chase.report_id)
    if just_told or rows is None or reach.chat_id is None:
        return
    language = reach.language or work.desk.language
    writers = Writers(work, rows.report.id, rows.unit.id)
    if writers.has_left_it(reach):
        return
    words = reminder(
        work,
        Reminded(
            report=working_report(work.session, rows, work.desk.zone),
            kind=chase.kind,
            tone=Tone.REMINDER,
            audiences=(reach.kind,),
            reach=reach,
            liaison=None,
            liaison_told_at=[],
            instead=writers.why(language, reach),
        ),
    )
    queued = work.send(
        reach.chat_id,
        words,
        priority=Priority.REMINDER,
        moot_when_filed=rows.report.id,
        expires_at=expected_at(rows.report, rows.cycle),
    )
    work.session.add(
        Reminder(
            chase_id=chase.id,
            rung=SNOOZED,
            occurrence=snooze.number,
            audience=work.session.get_one(Contact, snooze.contact_id).kind,
            contact_id=snooze.contact_id,
            outbox_id=queued.id,
            due_at=snooze.until,
            planned_at=work.now,
        )
    )
