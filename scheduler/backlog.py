"""The office's own backlog is chased too: what waits for it, in one message, however much."""

from collections.abc import Sequence
from datetime import datetime

from dialog.extensions import requests_button, requests_line
from dialog.reviews import waiting_for_review
from models.chases import Chase, open_chases, reminders_of_chases
from models.delivery import Priority
from models.extensions import requests_waiting
from models.people import Reached, coordinators_reached
from models.reviews import awaiting_review
from models.work import Work
from scheduler.ladder import ChaseState, DueRung, PlannedRung, rungs_due, schedule
from scheduler.record import reminder_of, state_of
from scheduler.rungs import Ladder
from scheduler.timetables import timetable_lines
from scheduler.workdays import Workdays
from vocabulary.message import Message
from vocabulary.terms import CHASES_OF_OFFICE, ChaseKind


def remind_office(work: Work, ladder: Ladder, workdays: Workdays) -> None:
    """One message to each coordinator when a rung of anything that waits is due.

    It names all that waits; the reminders of what was due share it, and of the reports those that
    come due on the next workday: nobody reads the same list two days running. Safe to repeat.
    """
    chases = open_chases(work.session, work.desk.office_id, CHASES_OF_OFFICE)
    sent = reminders_of_chases(work.session, [chase.id for chase, _, _ in chases])
    due: list[tuple[Chase, DueRung | PlannedRung]] = []
    soon: list[tuple[Chase, DueRung | PlannedRung]] = []
    known: set[tuple[int, str, int, int]] = set()
    for chase, report, cycle in chases:
        reminders = sent.get(chase.id, [])
        known |= {(chase.id, r.rung, r.occurrence, r.contact_id) for r, _ in reminders}
        state = state_of(chase, report, cycle, reminders)
        rungs = rungs_due(state, ladder, workdays, now=work.now)
        due += [(chase, rung) for rung in rungs]
        if chase.kind is ChaseKind.REVIEW_WAITING and not rungs:
            soon += [(chase, rung) for rung in _soon(state, ladder, workdays, now=work.now)]
    if not due:
        return
    for reach in coordinators_reached(work.session, work.desk.office_id):
        news, along = (
            [
                (chase, rung)
                for chase, rung in rungs
                if (chase.id, rung.rung, rung.occurrence, reach.contact_id) not in known
            ]
            for rungs in (due, soon)
        )
        if news:
            _remind(work, reach, [*news, *along])


def _soon(
    state: ChaseState, ladder: Ladder, workdays: Workdays, *, now: datetime
) -> list[PlannedRung]:
    """What would come on the next workday."""
    zone = ladder.hours.zone
    next_day = workdays.shift(now.astimezone(zone).date(), 1)
    until = datetime.combine(next_day, ladder.hours.end, tzinfo=zone)
    rungs = schedule(state, ladder, workdays, until=until)
    return [rung for rung in rungs if rung.due_at > now and rung.sent_at is None]


def _what_waits(work: Work, language: str) -> Message | None:
    """Requests for more time first: somebody waits for the answer."""
    requests = requests_waiting(work.session, work.desk.office_id)
    reviews = awaiting_review(work.session, work.desk.office_id)
    parts = []
    if requests:
        button = requests_button(language)
        parts.append(Message(requests_line(language, requests), ((button,),)))
    if reviews:
        parts.append(waiting_for_review(language, reviews, work.desk.zone))
    if not parts:
        return None
    buttons = tuple(button for part in parts for row in part.buttons for button in row)
    about = {one.report_id for one in requests} | {one.report_id for one in reviews}
    times = "\n".join(timetable_lines(work, language, about))
    return Message("\n\n".join((*(part.html for part in parts), times)), (buttons,))


def _remind(work: Work, reach: Reached, due: Sequence[tuple[Chase, DueRung | PlannedRung]]) -> None:
    message = _what_waits(work, reach.language)
    if message is None:
        return
    row = work.send(reach.chat_id, message, priority=Priority.REMINDER)
    for chase, rung in due:
        told = reminder_of(chase, rung, reach.contact_id, now=work.now)
        told.outbox_id = row.id
        work.session.add(told)
