"""A reminder by hand to everybody who has not filed, and the words to paste into another chat."""

from datetime import datetime, timedelta

from models.chases import Chase, Reminder, chase_for_report
from models.cycles import OPEN_STATES, Cycle, Report, reports_of_cycle
from models.delivery import Priority
from models.nudges import Nudge, NudgeMissed, newest_nudge
from models.people import Reach
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.notices import Reminded, reminder
from scheduler.rungs import Tone
from scheduler.standing_in import Writers
from texts import plain
from texts.wording import listed, moment_name, period_name, timetable_line
from vocabulary.report import Ledger
from vocabulary.terms import ContactKind, Timeliness

NUDGE = "nudge"
"""The rung of a reminder that a coordinator sent by hand; its occurrence is the nudge's number."""

_REST = timedelta(hours=1)


def next_nudge_at(work: Work, cycle: Cycle) -> datetime | None:
    """When the next one may go out; None when it may now."""
    newest = newest_nudge(work.session, cycle.id)
    if newest is None or work.now - newest.nudged_at >= _REST:
        return None
    return newest.nudged_at + _REST


def missing_reports(work: Work, cycle: Cycle) -> list[tuple[ReportRows, Chase, Writers]]:
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
        found.append((rows, chase, Writers(work, report.id, unit.id)))
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


def send_nudge(work: Work, cycle: Cycle) -> tuple[int, int]:
    """Reminds them all at once; gives how many units were, and how many cannot be.

    Of these it is kept that it was meant for them too.
    """
    newest = newest_nudge(work.session, cycle.id)
    number = newest.number + 1 if newest else 1
    missing = missing_reports(work, cycle)
    reached = [one for one in missing if one[2].told]
    nudge = Nudge(
        cycle_id=cycle.id,
        number=number,
        nudged_by_id=work.writer.id,
        nudged_at=work.now,
        units=len(reached),
    )
    work.session.add(nudge)
    work.session.flush()
    for rows, chase, writers in missing:
        for reach in writers.told:
            _remind(work, rows, chase, reach, number, instead=writers.why(reach.language, reach))
        if not writers.told:
            work.session.add(NudgeMissed(nudge_id=nudge.id, chase_id=chase.id))
    return len(reached), len(missing) - len(reached)


def _remind(
    work: Work, rows: ReportRows, chase: Chase, reach: Reach, number: int, *, instead: str
) -> None:
    if reach.chat_id is None:
        return
    words = reminder(
        work,
        Reminded(
            report=working_report(work.session, rows, work.desk.zone),
            kind=chase.kind,
            tone=Tone.REMINDER,
            audiences=(ContactKind.LIAISON,),
            reach=reach,
            liaison=None,
            liaison_told_at=[],
            instead=instead,
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
            due_at=work.now,
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
    awaiting = [report.unit for report in to_come if report.awaits_paper]
    later = [unit for unit in later if unit not in awaiting]
    missing = [
        report.unit for report in to_come if report.unit not in later and not report.awaits_paper
    ]
    filed = state.expected - len(to_come) + len(awaiting)
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
    if awaiting:
        said += plain(
            language,
            "paste-text-awaiting",
            count=len(awaiting),
            units=listed(language, awaiting),
            kind=plain(language, f"tick-{state.on_time_by}"),
        )
    return f"{said}\n{timetable_line(language, state.timetable)}"
