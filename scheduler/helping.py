"""What helpers and their unit are told as time goes by: one reminder, and links nobody opened."""

from collections.abc import Sequence

from dialog.helping import welcome
from dialog.layout import button, cut
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.cycles import expected_at
from models.delivery import Priority
from models.helpers import (
    Helper,
    end_help,
    entries_of,
    helpers_unreminded,
    links_expired,
)
from models.people import Person, Reached, writers_reached
from models.together import as_helper_sees, name_at
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.rungs import WorkingHours, sendable_at
from scheduler.timetables import own_timetable
from scheduler.workdays import Workdays
from texts import say
from texts.wording import listed
from vocabulary.message import Message
from vocabulary.report import ReportEntry
from vocabulary.terms import HelpEnd

_BUTTON = {
    "opened": "help-button-back",
    "answered": "button-list",
    "refused": "help-button-choose",
    "expired": "help-button-choose",
}


def tell_unit(
    work: Work,
    rows: ReportRows,
    helper: Helper,
    entries: Sequence[ReportEntry],
    *,
    what: str,
    press: Press,
) -> None:
    """Who asked the helper is told what they did; if they write for the unit no more, everybody.

    what: opened, answered, refused, expired. press: what there is to do about it.
    """
    numbers = [entry.measure.number for entry in entries]
    person_id = helper.person_id
    name = name_at(work.session, rows.unit.id, person_id) if person_id is not None else ""
    for reach in _audience(work, rows, helper):
        language = reach.language
        named = listed(language, numbers)
        html = say(language, f"help-{what}", name=name, unit=rows.unit.name, numbers=named)
        row = (button(language, _BUTTON[what], press, name=name, numbers=cut(named, 24)),)
        html = f"{html}\n{own_timetable(work, language, rows)}"
        work.send(reach.chat_id, Message(html, (row,)), priority=Priority.NOTICE)


def tell_late_words(
    work: Work, rows: ReportRows, helper: Helper, words: str, *, number: str
) -> None:
    """What a helper writes when the report is filed waits: who may correct it reads it in full."""
    name = name_at(work.session, rows.unit.id, work.writer.id)
    press = Press(Action.CORRECT, rows.report.id)
    for reach in _audience(work, rows, helper):
        html = say(
            reach.language,
            "help-late",
            name=name,
            unit=rows.unit.name,
            number=cut(number, 12),
            words=cut(words, _WORDS),
        )
        html = f"{html}\n{own_timetable(work, reach.language, rows)}"
        row = (button(reach.language, "button-correct", press),)
        work.send(reach.chat_id, Message(html, (row,)), priority=Priority.NOTICE)


_WORDS = 3000  # characters of a helper's words, so that they fit a message


def _audience(work: Work, rows: ReportRows, helper: Helper) -> list[Reached]:
    writers = writers_reached(work.session, rows.unit.id)
    asker = work.session.get_one(Person, helper.asked_by_id).user_id
    return [reach for reach in writers if reach.chat_id == asker] or writers


def end_expired_links(work: Work) -> None:
    """Measures of a link that nobody opened in time are the unit's own again, and it is told."""
    for helper in links_expired(work.session, work.desk.office_id, now=work.now):
        rows = report_rows(work.session, helper.report_id)
        if rows is None:
            continue
        entries = _entries(work, rows, helper)
        end_help(work.session, helper, HelpEnd.EXPIRED, now=work.now)
        if any(not is_complete(entry) for entry in entries):
            press = Press(Action.HELP, rows.report.id)
            tell_unit(work, rows, helper, entries, what="expired", press=press)


def remind_helpers(work: Work, hours: WorkingHours, workdays: Workdays) -> None:
    """Once, from the workday before the report is due: of what they were asked for, and no more."""
    if sendable_at(work.now, hours, workdays) > work.now:
        return
    today = work.local(work.now).date()
    for helper in helpers_unreminded(work.session, work.desk.office_id):
        rows = report_rows(work.session, helper.report_id)
        person = work.session.get(Person, helper.person_id) if helper.person_id else None
        if rows is None or person is None or helper.opened_at is None:
            continue
        due_on = work.local(expected_at(rows.report, rows.cycle)).date()
        if today < workdays.shift(due_on, -1) or work.local(helper.opened_at).date() == today:
            continue
        helper.reminded_at = work.now
        left = [entry for entry in _entries(work, rows, helper) if not is_complete(entry)]
        if left and person.unreachable_since is None:
            _remind(work, rows, person, left)


def _remind(work: Work, rows: ReportRows, person: Person, left: Sequence[ReportEntry]) -> None:
    message = asking(work, rows, person, left, key="help-due")
    work.send(person.user_id, message, priority=Priority.REMINDER, moot_when_filed=rows.report.id)


def asking(
    work: Work, rows: ReportRows, person: Person, entries: Sequence[ReportEntry], *, key: str
) -> Message:
    """What a helper is asked for, in the words of `key`."""
    report = working_report(work.session, rows, work.desk.zone)
    report = as_helper_sees(work.session, rows, report, person.id)
    name = name_at(work.session, rows.unit.id, person.id)
    return welcome(person.language, report, entries, name=name, key=key)


def _entries(work: Work, rows: ReportRows, helper: Helper) -> list[ReportEntry]:
    report = working_report(work.session, rows, work.desk.zone)
    entry_ids = entries_of(work.session, [helper.id])[helper.id]
    return [entry for entry in report.entries if entry.entry_id in entry_ids]
