"""What people are told around an absence, a snooze and a report handed over."""

from collections.abc import Sequence
from datetime import date

from dialog.days import Days
from dialog.missing import missing_measures
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.absences import Absence, absences_over, contacts_away
from models.cycles import FILED_STATES, reports_of_units
from models.delivery import Priority
from models.offices import Unit
from models.people import (
    FILING_KINDS,
    Person,
    Reach,
    Reached,
    contacts_held,
    coordinators_reached,
    writers_reached,
)
from models.views import report_rows, working_report
from models.work import Work
from scheduler.rungs import WorkingHours, sendable_at
from scheduler.workdays import Workdays
from texts import plain, say
from texts.wording import day_name, listed, month_name, numbers_named, timetable_line
from vocabulary.message import Button, Message
from vocabulary.report import WorkingReport
from vocabulary.terms import ContactKind


def stand_ins(
    work: Work, unit_id: int, person: Person, *, first_on: date, last_on: date
) -> list[Reached]:
    """Who else writes the unit's reports and is there on all these days, the deputy first."""
    away = contacts_away(work.session, work.desk.office_id, first_on=first_on, last_on=last_on)
    there = [reach for reach in colleagues(work, unit_id, person) if reach.contact_id not in away]
    return sorted(there, key=lambda reach: reach.kind is not ContactKind.DEPUTY)


def colleagues(work: Work, unit_id: int, person: Person) -> list[Reached]:
    """Who else writes the unit's reports and takes messages."""
    writers = writers_reached(work.session, unit_id)
    return [reach for reach in writers if reach.chat_id != person.user_id]


def open_reports(work: Work, unit_ids: Sequence[int]) -> list[WorkingReport]:
    """What these units still have to file, the oldest due first."""
    found = []
    for report, _ in reports_of_units(work.session, unit_ids, now=work.now):
        rows = report_rows(work.session, report.id)
        if rows is not None and report.state not in FILED_STATES:
            found.append(working_report(work.session, rows, work.desk.zone))
    return found


def standing(language: str, report: WorkingReport) -> str:
    """What is left of a report, and until when."""
    numbers = [one.number for one in missing_measures(report.entries)]
    left = say(
        language,
        "away-report",
        unit=report.unit,
        month=month_name(language, report.period),
        left=report.asked - report.count(is_complete),
        numbers=numbers_named(language, numbers),
    )
    return f"{left}\n{timetable_line(language, report.timetable)}"


def to_report(language: str, report: WorkingReport) -> Button:
    """Leads to the report's card."""
    begun = any(is_complete(entry) for entry in report.entries)
    label = plain(language, "notice-button-continue" if begun else "notice-button-start")
    return Button(label, Press(Action.REPORT, report.report_id).data())


def days_shown(language: str, first_on: date, last_on: date) -> str:
    """8月2日（周二）至8月4日（周四）, or the one day."""
    if first_on == last_on:
        return day_name(language, first_on)
    first, last = day_name(language, first_on), day_name(language, last_on)
    return plain(language, "away-days", first=first, last=last)


def welcome_back(work: Work, hours: WorkingHours, workdays: Workdays) -> None:
    """Whoever was away hears on their first working morning how their reports stand."""
    if sendable_at(work.now, hours, workdays) > work.now:
        return
    today = work.local(work.now).date()
    for absence in absences_over(work.session, work.desk.office_id, today=today):
        absence.welcomed_at = work.now
        person = work.session.get_one(Person, absence.person_id)
        if person.unreachable_since is None:
            message = welcome(work, person)
            work.send(person.user_id, message, priority=Priority.NOTICE)


def welcome(work: Work, person: Person) -> Message:
    """How the reports of the person's units stand now that they are back."""
    language = person.language
    held = contacts_held(work.session, person.id)
    units = [c.unit_id for c in held if c.kind in FILING_KINDS and c.unit_id is not None]
    waiting = open_reports(work, units)
    lines = [say(language, "away-welcome")]
    lines += [standing(language, report) for report in waiting]
    if not waiting:
        lines.append(say(language, "away-welcome-nothing"))
    return Message("\n".join(lines), tuple((to_report(language, report),) for report in waiting))


def tell_stand_ins(
    work: Work,
    absence: Absence,
    audience: Sequence[Reach],
    unit: Unit,
    *,
    before: Days | None = None,
) -> None:
    """The colleagues learn from when to when they stand in, and what waits already.

    before: the days that were told before, and hold no longer.
    """
    for reach in audience:
        language = reach.language
        waiting = open_reports(work, [unit.id])
        days = days_shown(language, absence.first_on, absence.last_on)
        lines = [
            say(language, "away-you-stand-in", name=work.writer.name, unit=unit.name, days=days)
        ]
        lines += _instead_of(language, before)
        lines += [standing(language, report) for report in waiting]
        buttons = tuple((to_report(language, report),) for report in waiting)
        tell(work, reach, Message("\n".join(lines), buttons))


def tell(work: Work, reach: Reach, message: Message) -> None:
    """To one contact, if there is a chat with it."""
    if reach.chat_id is not None:
        work.send(reach.chat_id, message, priority=Priority.NOTICE)


def tell_office_of_absence(
    work: Work,
    absence: Absence,
    units: Sequence[str],
    kind: ContactKind,
    *,
    before: Days | None = None,
) -> None:
    """The coordinators learn that nobody stands in. before: as for those who stand in."""
    for reach in coordinators_reached(work.session, absence.office_id):
        language = reach.language
        html = say(
            language,
            "away-nobody-stands-in",
            units=listed(language, units),
            kind=plain(language, f"kind-{kind}"),
            name=work.writer.name,
            days=days_shown(language, absence.first_on, absence.last_on),
        )
        tell(work, reach, Message("\n".join((html, *_instead_of(language, before)))))


def _instead_of(language: str, before: Days | None) -> list[str]:
    if before is None:
        return []
    return [say(language, "away-instead-of", days=days_shown(language, before.first, before.last))]
