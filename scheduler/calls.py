"""What the office does by telephone, because no message gets there: the card that lists it."""

from dialog.layout import Rows, button
from dialog.missing import missing_measures
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.chases import Reminder, is_listed_to_call, open_calls
from models.cycles import Report
from models.people import Contact, coordinators_reached
from models.views import report_rows, working_report
from models.work import Work
from scheduler.timetables import timetable_lines
from texts import plain, say
from texts.wording import moment_name, month_name, numbers_named
from vocabulary.message import Button, Message
from vocabulary.report import WorkingReport
from vocabulary.terms import ChaseKind

CARD = "calls"
_SHOWN = 8  # calls at once: what a phone shows without scrolling


def tell_calls(work: Work) -> None:
    """The coordinators get the list anew when there is somebody more to be called."""
    for reach in coordinators_reached(work.session, work.desk.office_id):
        work.card_for(reach.chat_id, CARD, calls(work, reach.language), anew=True)


def refresh_calls(work: Work) -> None:
    """The lists that stand in the coordinators' chats say what is left; an edit rings nowhere."""
    for reach in coordinators_reached(work.session, work.desk.office_id):
        work.show(reach.chat_id, CARD, calls(work, reach.language), is_new=False)


def refresh_calls_of(work: Work, report: Report) -> None:
    """Likewise where something of the report has been done, if anybody was to be called of it."""
    if is_listed_to_call(work.session, report.id):
        refresh_calls(work)


def calls(work: Work, language: str) -> Message:
    """Whom to call about what, each with two buttons; the oldest first."""
    waiting = open_calls(work.session, work.desk.office_id)
    if not waiting:
        return Message(say(language, "calls-none"))
    lines = [say(language, "calls-title", count=len(waiting))]
    shown = waiting[:_SHOWN]
    lines += timetable_lines(work, language, {report.id for _, _, report, _ in shown})
    rows: Rows = ()
    for place, (reminder, contact, report, chase) in enumerate(shown, start=1):
        lines.append(_line(work, language, place, contact, report, kind=chase.kind))
        rows = (*rows, _buttons(language, place, reminder))
    if len(waiting) > _SHOWN:
        lines.append(say(language, "calls-more", count=len(waiting) - _SHOWN))
    return Message("\n".join(lines), rows)


def _line(
    work: Work, language: str, place: int, contact: Contact, report: Report, *, kind: ChaseKind
) -> str:
    """Whom to call, and what to tell them: what is missing."""
    rows = report_rows(work.session, report.id)
    if rows is None:
        raise LookupError(report.id)
    working = working_report(work.session, rows, work.desk.zone)
    return say(
        language,
        "calls-line" if kind is ChaseKind.REPORT_OUTSTANDING else f"calls-line-{kind}",
        place=place,
        unit=rows.unit.name,
        kind=plain(language, f"kind-{contact.kind}"),
        name=contact.name,
        phone=contact.phone,
        month=month_name(language, rows.cycle.period),
        left=working.asked - working.count(is_complete),
        numbers=_numbers(language, working),
        extended=int(report.extended_to is not None),
        until=moment_name(language, working.due_at),
    )


def _numbers(language: str, report: WorkingReport) -> str:
    return numbers_named(language, [one.number for one in missing_measures(report.entries)])


def _buttons(language: str, place: int, reminder: Reminder) -> tuple[Button, ...]:
    return (
        button(language, "calls-button-called", Press(Action.CALLED, reminder.id), place=place),
        button(language, "calls-button-failed", Press(Action.NO_ANSWER, reminder.id), place=place),
    )
