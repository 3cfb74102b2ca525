"""Overdue problems are brought to mind: once to the unit, then to the office, until an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dialog.layout import Rows, button, cut
from dialog.press import Action, Press
from models.absences import contacts_away
from models.chases import Chase, Reminder, open_chases, reminders_of_chases
from models.delivery import Priority
from models.offices import Unit
from models.people import FILING_KINDS, Reach, coordinators, reaches_of_unit
from models.problems import Problem, chase_overdue_problems, problems_chased
from models.work import Work
from scheduler.ladder import DueRung, recipients, rungs_due
from scheduler.record import (
    RemindedRows,
    is_taken_back,
    reached_nobody,
    reminder_of,
    state_of,
    view_of,
)
from scheduler.rules import Rules
from texts import plain, say
from texts.wording import month_name
from vocabulary.message import Button, Message
from vocabulary.terms import ChaseKind, ContactKind

_DAY = timedelta(days=1)
_NAMED = 8  # one by one, each with its button: what a phone shows without scrolling
_WORDS = 80  # characters of a problem: enough to know which one it is


@dataclass(frozen=True, slots=True)
class _Due:
    chase: Chase
    rung: DueRung
    problem: Problem
    unit: Unit
    known: Reminder | None


def remind_of_problems(work: Work, rules: Rules) -> None:
    """One message to each contact for all problems of which a rung is due. Safe to repeat."""
    session, office_id = work.session, work.desk.office_id
    overdue_after = work.desk.problem_overdue_after
    if rules.ladder.problem:
        chase_overdue_problems(session, office_id, overdue_after=overdue_after, now=work.now)
    chases = open_chases(session, office_id, frozenset({ChaseKind.PROBLEM_OVERDUE}))
    about = problems_chased(session, [chase.id for chase, _, _ in chases])
    reminders = reminders_of_chases(session, list(about))
    due: dict[int, list[_Due]] = {}
    reaches: dict[int, Reach] = {}
    for chase, report, cycle in chases:
        told = reminders.get(chase.id, [])
        standing = [(reminder, row) for reminder, row in told if not is_taken_back(row)]
        problem, unit = about[chase.id]
        state = state_of(chase, report, cycle, standing)
        for rung in rungs_due(state, rules.ladder, rules.workdays, now=work.now):
            for reach in _told(work, rung.audience, unit):
                reaches[reach.contact_id] = reach
                known = _again(told, rung, reach)
                one = _Due(chase, rung, problem, unit, known)
                due.setdefault(reach.contact_id, []).append(one)
    for contact_id, found in due.items():
        _remind(work, reaches[contact_id], found)


def _told(work: Work, audience: ContactKind, unit: Unit) -> list[Reach]:
    """Who reads it, by chat: nobody is called about what the monthly report asks about as well.

    Where no message reaches anybody in the unit, the office reads it in its place.
    """
    office = coordinators(work.session, work.desk.office_id)
    people = [] if audience is ContactKind.COORDINATOR else reaches_of_unit(work.session, unit.id)
    today = work.local(work.now).date()
    away = contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)
    by_id = {reach.contact_id: reach for reach in (*people, *office) if reach.reachable}
    found = recipients(audience, [view_of(reach, away=away) for reach in by_id.values()])
    return [by_id[contact.contact_id] for contact in found.contacts]


def _again(reminders: RemindedRows, rung: DueRung, reach: Reach) -> Reminder | None:
    """The reminder whose message was taken back, or reached nobody, and goes out anew."""
    key = (rung.rung, rung.occurrence, reach.contact_id)
    for reminder, row in reminders:
        if (reminder.rung, reminder.occurrence, reminder.contact_id) == key:
            void = is_taken_back(row) or (row is not None and reached_nobody(row))
            return reminder if void else None
    return None


def _remind(work: Work, reach: Reach, due: Sequence[_Due]) -> None:
    if reach.chat_id is None:
        return
    row = work.send(reach.chat_id, _message(work, reach, due), priority=Priority.REMINDER)
    for one in due:
        reminder = one.known or reminder_of(one.chase, one.rung, reach.contact_id, now=work.now)
        reminder.outbox_id = row.id
        work.session.add(reminder)


def _message(work: Work, reach: Reach, due: Sequence[_Due]) -> Message:
    """Which problems, since when, and a button to answer each; the office gets its list."""
    language = reach.language
    is_office = reach.kind is ContactKind.COORDINATOR
    lines = [
        say(
            language,
            "problem-overdue-office" if is_office else "problem-overdue-unit",
            tone=due[-1].rung.tone,
            count=len(due),
            days=work.desk.problem_overdue_after // _DAY,
        )
    ]
    lines += [_line(work, language, one) for one in due[:_NAMED]]
    if len(due) > _NAMED:
        lines.append(say(language, "problem-overdue-more", count=len(due) - _NAMED))
    if is_office:
        press = Press(Action.PROBLEMS)
        buttons: Rows = ((button(language, "problem-button-list", press),),)
    elif reach.kind in FILING_KINDS:
        lines.append(say(language, "problem-overdue-how"))
        buttons = tuple((_answer(language, one.problem),) for one in due[:_NAMED])
    else:
        buttons = ()
    if all(one.rung.audience is not reach.kind for one in due):
        kind = plain(language, f"kind-{due[0].rung.audience}")
        lines.append(say(language, "notice-stands-in", kind=kind))
    return Message("\n".join(lines), buttons)


def _line(work: Work, language: str, due: _Due) -> str:
    return say(
        language,
        "problem-overdue-line",
        unit=due.unit.name,
        number=due.problem.number,
        since=month_name(language, due.problem.since),
        days=(work.now - due.problem.raised_at) // _DAY,
        words=cut(due.problem.words, _WORDS),
    )


def _answer(language: str, problem: Problem) -> Button:
    press = Press(Action.PROBLEM_ANSWER, problem.id)
    return button(language, "problem-button-answer-one", press, number=cut(problem.number, 12))
