"""Overdue problems are brought to mind: once to the unit, then to the office, until an answer."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dialog.layout import Rows, button, cut
from dialog.press import Action, Press
from models.absences import contacts_away
from models.chases import (
    Chase,
    Reminder,
    messages_about_problems,
    open_chases,
    reminders_of_chases,
)
from models.cycles import Cycle, cycles_of_plan
from models.delivery import OutboxRow, Priority, unpacked
from models.ladder_changes import changed_rungs
from models.offices import Unit
from models.people import FILING_KINDS, Reach, coordinators, languages_of, reaches_of_unit
from models.problems import (
    Problem,
    chase_overdue_problems,
    problem_chases_settled,
    problems_chased,
    problems_told,
)
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
from scheduler.standing_in import stand_in_line
from scheduler.timetables import cycle_timetable
from texts import plain, say
from texts.wording import listed, moment_name, month_name
from vocabulary.message import Button, Message
from vocabulary.terms import ChaseKind, ContactKind

_DAY = timedelta(days=1)
_NAMED = 8  # one by one, each with its button: what a phone shows without scrolling
_WORDS = 80  # characters of a problem: enough to know which one it is
_TO_ONE = {Action.PROBLEM_ANSWER, Action.PROBLEM}


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
    newest = _newest_cycles(work, {problem.plan_id for problem, _ in about.values()})
    changes = changed_rungs(session, {one.id for one in newest.values()})
    by_plan = {plan_id: rules.of_cycle(changes.get(one.id, ())) for plan_id, one in newest.items()}
    for chase, report, cycle in chases:
        told = reminders.get(chase.id, [])
        standing = [(reminder, row) for reminder, row in told if not is_taken_back(row)]
        problem, unit = about[chase.id]
        state = state_of(chase, report, cycle, standing)
        own = by_plan[problem.plan_id]
        for rung in rungs_due(state, own.ladder, own.workdays, now=work.now):
            for reach in _told(work, rung.audience, unit):
                reaches[reach.contact_id] = reach
                known = _again(told, rung, reach)
                one = _Due(chase, rung, problem, unit, known)
                due.setdefault(reach.contact_id, []).append(one)
    away = _away_today(work)
    for contact_id, found in due.items():
        _remind(work, reaches[contact_id], found, away)


def _newest_cycles(work: Work, plan_ids: Iterable[int]) -> dict[int, Cycle]:
    """By plan, the cycle in which its problems are answered now, and whose ladder holds for them.

    A problem belongs to no cycle: it became overdue long after that of the report that raised it.
    """
    return {plan_id: cycles_of_plan(work.session, plan_id)[-1] for plan_id in plan_ids}


def _told(work: Work, audience: ContactKind, unit: Unit) -> list[Reach]:
    """Who reads it, by chat: nobody is called about what the monthly report asks about as well.

    Where no message reaches anybody in the unit, the office reads it in its place.
    """
    office = coordinators(work.session, work.desk.office_id)
    people = [] if audience is ContactKind.COORDINATOR else reaches_of_unit(work.session, unit.id)
    away = _away_today(work)
    by_id = {reach.contact_id: reach for reach in (*people, *office) if reach.reachable}
    found = recipients(audience, [view_of(reach, away=away) for reach in by_id.values()])
    return [by_id[contact.contact_id] for contact in found.contacts]


def _away_today(work: Work) -> set[int]:
    today = work.local(work.now).date()
    return contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)


def _again(reminders: RemindedRows, rung: DueRung, reach: Reach) -> Reminder | None:
    """The reminder whose message was taken back, or reached nobody, and goes out anew."""
    key = (rung.rung, rung.occurrence, reach.contact_id)
    for reminder, row in reminders:
        if (reminder.rung, reminder.occurrence, reminder.contact_id) == key:
            void = is_taken_back(row) or (row is not None and reached_nobody(row))
            return reminder if void else None
    return None


def _remind(work: Work, reach: Reach, due: Sequence[_Due], away: Collection[int]) -> None:
    if reach.chat_id is None:
        return
    message = _message(work, reach, due)
    unit = reaches_of_unit(work.session, reach.unit_id) if reach.unit_id is not None else ()
    audiences = {one.rung.audience for one in due}
    if line := stand_in_line(reach.language, reach, audiences, unit=unit, away=away):
        message = replace(message, html=f"{message.html}\n{line}")
    row = work.send(reach.chat_id, message, priority=Priority.REMINDER)
    for one in due:
        reminder = one.known or reminder_of(one.chase, one.rung, reach.contact_id, now=work.now)
        reminder.outbox_id = row.id
        work.session.add(reminder)


def _message(work: Work, reach: Reach, due: Sequence[_Due]) -> Message:
    """Which problems, since when, and a button for each: to answer it, or for leaders to read it.

    The office gets its list.
    """
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
    newest = _newest_cycles(work, dict.fromkeys(one.problem.plan_id for one in due))
    lines += [
        say(
            language,
            "wording-timetable-of",
            month=month_name(language, cycle.period),
            line=cycle_timetable(work, language, cycle),
        )
        for cycle in newest.values()
    ]
    lines += [_line(work, language, one) for one in due[:_NAMED]]
    if rest := due[_NAMED:]:
        named = listed(language, (_named(language, one) for one in rest))
        lines.append(say(language, "problem-overdue-more", count=len(rest), problems=named))
    if is_office:
        press = Press(Action.PROBLEMS)
        buttons: Rows = ((button(language, "problem-button-list", press),),)
    elif reach.kind in FILING_KINDS:
        lines.append(say(language, "problem-overdue-how"))
        buttons = tuple((_answer(language, one.problem),) for one in due[:_NAMED])
    else:
        buttons = tuple((_look_at(language, one.problem),) for one in due[:_NAMED])
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


def _named(language: str, due: _Due) -> str:
    number = cut(due.problem.number, 12)
    return plain(language, "problem-overdue-named", unit=due.unit.name, number=number)


def _answer(language: str, problem: Problem) -> Button:
    press = Press(Action.PROBLEM_ANSWER, problem.id)
    return button(language, "problem-button-answer-one", press, number=cut(problem.number, 12))


def _look_at(language: str, problem: Problem) -> Button:
    press = Press(Action.PROBLEM, problem.id)
    return button(language, "problem-button-look-one", press, number=cut(problem.number, 12))


# ── what has been done since ───────────────────────────────────────────────────────────────────


def mark_answered(work: Work, unit: Unit) -> None:
    """The messages about problems of the unit that this deed has settled say so where they stand.

    An edit rings nowhere.
    """
    settled = problem_chases_settled(work.session, unit.id, at=work.now)
    mark_messages(work, messages_about_problems(work.session, settled))


def mark_messages(work: Work, rows: Sequence[OutboxRow]) -> None:
    """Each as it was, with a line for every problem that is chased no more, and no button to it."""
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in rows})
    for row in rows:
        told = problems_told(work.session, row.id)
        done = [one for one in told if one[0].settled_at is not None]
        if row.message_id is None or not done:
            continue
        language = languages.get(row.chat_id, work.desk.language)
        said = unpacked(row.content)
        lines = [_done_line(work, language, chase, problem, unit) for chase, problem, unit in done]
        over = {problem.id for _, problem, _ in done}
        buttons = () if len(done) == len(told) else _without(said.buttons, over)
        html = "\n".join((said.html, *lines))
        work.amend(row.chat_id, row.message_id, replace(said, html=html, buttons=buttons))


def _without(buttons: Rows, problem_ids: set[int]) -> Rows:
    """The buttons but those that lead to one of the problems."""

    def is_over(button: Button) -> bool:
        press = Press.read(button.data)
        return press is not None and press.action in _TO_ONE and press.target in problem_ids

    kept = (tuple(button for button in row if not is_over(button)) for row in buttons)
    return tuple(row for row in kept if row)


def _done_line(work: Work, language: str, chase: Chase, problem: Problem, unit: Unit) -> str:
    return say(
        language,
        "problem-overdue-done",
        unit=unit.name,
        number=cut(problem.number, 12),
        state=problem.state,
        at=moment_name(language, work.local(chase.settled_at or work.now)),
    )
