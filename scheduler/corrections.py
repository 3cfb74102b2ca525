"""A correction that was begun and not filed: called to mind before the lock, given back at it."""

from datetime import datetime, time, timedelta

from dialog.corrections import given_back
from dialog.layout import button
from dialog.press import Action, Press
from models.cycles import Cycle
from models.delivery import Priority
from models.filing import corrections_open, end_correction
from models.people import writers_reached
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.rules import Rules
from scheduler.rungs import sendable_at
from scheduler.standing_in import Writers
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import month_name
from vocabulary.message import Message

_AFTER_THE_LAST_WORD = timedelta(hours=2)  # so that nobody at work on it is told of it


def warn_of_corrections(work: Work, rules: Rules) -> None:
    """From the morning before the lock: it is not filed yet. Once for each correction."""
    hours = rules.ladder.hours
    for report, cycle in corrections_open(work.session, work.desk.office_id):
        since = _morning_before(work, cycle, hours.start)
        at_work = report.worked_at is not None and (
            work.now - report.worked_at < _AFTER_THE_LAST_WORD
        )
        is_due = since <= work.now < cycle.locks_at and report.correction_warned_at is None
        may_send = sendable_at(work.now, hours, rules.workdays) <= work.now
        rows = report_rows(work.session, report.id) if is_due and not at_work and may_send else None
        if rows is not None:
            report.correction_warned_at = work.now
            _warn(work, rows)


def _morning_before(work: Work, cycle: Cycle, start: time) -> datetime:
    day = work.local(cycle.locks_at).date() - timedelta(days=1)
    return datetime.combine(day, start, tzinfo=work.desk.zone)


def _warn(work: Work, rows: ReportRows) -> None:
    report = rows.report
    for reach in Writers(work, report.id, rows.unit.id).told:
        if reach.chat_id is None or not reach.reachable:
            continue
        language = reach.language
        html = say(
            language,
            "correction-not-filed",
            unit=rows.unit.name,
            month=month_name(language, rows.cycle.period),
        )
        buttons = (
            button(language, "button-preview-file", Press(Action.PREVIEW, report.id)),
            button(language, "button-correct-drop", Press(Action.CORRECT_DROP, report.id)),
        )
        times = own_timetable(work, language, rows)
        message = Message(f"{html}\n{times}", (buttons,))
        work.send(reach.chat_id, message, priority=Priority.NOTICE)


def end_corrections(work: Work) -> None:
    """Those still open at the lock are over: what was filed stands, and their words are told."""
    for report, cycle in corrections_open(work.session, work.desk.office_id):
        if cycle.locks_at > work.now:
            continue
        rows = report_rows(work.session, report.id)
        if rows is not None:
            lost = working_report(work.session, rows, work.desk.zone)
            # also those who are away now: the words may be theirs
            for reach in writers_reached(work.session, rows.unit.id):
                for message in given_back(reach.language, lost, "correction-lapsed"):
                    work.send(reach.chat_id, message, priority=Priority.NOTICE)
        end_correction(work.session, report, now=work.now)
