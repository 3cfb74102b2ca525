"""The office is told of units that are late: one message, who of each was told and who was not."""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialog.layout import button, parts_that_fit
from dialog.missing import ROOM, measures_named, missing_measures
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.chases import Chase, Reminder, not_reached, open_chases, reminders_of_chases
from models.cycles import Cycle, expected_at
from models.delivery import Priority
from models.ladder_changes import changed_rungs
from models.people import FILING_KINDS, Contact, Reach, coordinators, reaches_of_units
from models.views import report_rows, working_report
from models.work import Work
from scheduler.gathering import Due, Gathering
from scheduler.ladder import is_out_of_reach
from scheduler.not_reached import not_reached_one
from scheduler.notices import look
from scheduler.record import RemindedRows, told_at, view_of
from scheduler.rules import Rules
from scheduler.rungs import UPWARDS, Tone
from scheduler.timetables import cycle_timetable
from texts import plain, say
from texts.wording import clauses, day_short, listed, moment_name, month_name
from vocabulary.message import Button, Message
from vocabulary.report import NotReached, WorkingReport
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CallOutcome,
    Channel,
    ChaseKind,
    ContactKind,
)

logger = logging.getLogger(__name__)

_SEVEREST = list(Tone)
_UNIT = 120  # characters of a unit, of who was told, and of the numbers without a title


@dataclass(frozen=True, slots=True)
class _Late:
    """A unit's report that has not come, and what its people were told of it."""

    chase: Chase
    cycle: Cycle
    report: WorkingReport
    unit: Sequence[Reach]
    reminders: RemindedRows
    not_reached: Sequence[NotReached]


def tell_office_of_late(work: Work, rules: Rules) -> None:
    """One message to each coordinator for every unit of which a rung is due. Safe to repeat."""
    session, office_id = work.session, work.desk.office_id
    office = coordinators(session, office_id)
    overdue = [
        (chase, report, cycle)
        for chase, report, cycle in open_chases(session, office_id, CHASES_ENDED_BY_FILING)
        if expected_at(report, cycle) <= work.now
    ]
    reminders = reminders_of_chases(session, [chase.id for chase, _, _ in overdue])
    changes = changed_rungs(session, {cycle.id for _, _, cycle in overdue})
    by_cycle = {cycle.id: rules.of_cycle(changes.get(cycle.id, ())) for _, _, cycle in overdue}
    units = reaches_of_units(session, office_id)
    gathering = Gathering(work, {ContactKind.COORDINATOR}, office)
    for chase, report, cycle in overdue:
        own, unit = reminders.get(chase.id, ()), units.get(report.unit_id, ())
        gathering.look_at(chase, report, cycle, own, by_cycle[cycle.id], unit=unit)
    missed = not_reached(session, [report.id for _, report, _ in overdue], work.desk.zone)
    late: dict[int, _Late] = {}
    for reach, due in gathering.by_reader():
        for one in due:
            chase = one.chase
            if chase.id not in late and (rows := report_rows(session, chase.report_id)):
                late[chase.id] = _Late(
                    chase,
                    rows.cycle,
                    working_report(session, rows, work.desk.zone),
                    units.get(rows.unit.id, ()),
                    reminders.get(chase.id, ()),
                    missed.get(rows.report.id, ()),
                )
        found = {one.chase.id: late[one.chase.id] for one in due}  # two rungs may be due of one
        _tell(work, reach, due, list(found.values()), gathering)


def _tell(
    work: Work, reach: Reach, due: Sequence[Due], late: Sequence[_Late], gathering: Gathering
) -> None:
    """In one message, or in as many as it takes; each notes whom it names."""
    if reach.chat_id is None:
        return
    language = reach.language
    tone = max((one.rung.tone for one in due), key=_SEVEREST.index)
    # the oldest first; of a month what never came before what was returned
    ordered = sorted(late, key=lambda one: (one.cycle.period, one.chase.kind.value))
    for part in parts_that_fit(ordered, lambda some: _words(work, language, some, tone)):
        message = Message(_words(work, language, part, tone), _buttons(language, part))
        row = work.send(reach.chat_id, message, priority=Priority.REMINDER)
        named = {one.chase.id for one in part}
        gathering.note(reach, [one for one in due if one.chase.id in named], row)


def _buttons(language: str, late: Sequence[_Late]) -> tuple[tuple[Button, ...], ...]:
    """How it stands, and the papers of the newest month of which a report never came."""
    outstanding = [one.cycle for one in late if one.chase.kind is ChaseKind.REPORT_OUTSTANDING]
    if not outstanding:
        return ((look(language),),)
    newest = max(outstanding, key=lambda cycle: cycle.period).id
    papers = (
        button(language, "notices-button", Press(Action.CHASE_NOTICES, newest)),
        button(language, "bulletin-button", Press(Action.BULLETIN, newest)),
    )
    return ((look(language),), papers)


def _words(work: Work, language: str, late: Sequence[_Late], tone: Tone) -> str:
    """Month by month, as they are ordered."""
    groups: dict[tuple[int, ChaseKind], list[_Late]] = {}
    for one in late:
        groups.setdefault((one.cycle.id, one.chase.kind), []).append(one)
    room = max(0, ROOM // len(late) - _UNIT)
    lines = []
    for (_, kind), found in groups.items():
        cycle = found[0].cycle
        key = "late-returned" if kind is ChaseKind.RETURNED else "late-outstanding"
        period = month_name(language, cycle.period)
        lines.append(say(language, key, tone=tone, period=period, count=len(found)))
        lines.append(cycle_timetable(work, language, cycle))
        for one in found:
            lines += _unit_lines(work, language, one, room)
    lines.append(say(language, "late-papers", tone=tone))
    return "\n".join(lines)


def _unit_lines(work: Work, language: str, late: _Late, room: int) -> list[str]:
    report = late.report
    is_returned = late.chase.kind is ChaseKind.RETURNED
    lines = [
        say(
            language,
            "late-unit-returned" if is_returned else "late-unit",
            unit=report.unit,
            count=report.asked,
            filled=report.count(is_complete),
            reason=report.return_reason,
            extended=int(report.timetable.extended_to is not None),
            until=moment_name(language, report.due_at),
        )
    ]
    if told := _told(work, language, late):
        lines.append(say(language, "late-told", people=clauses(language, told)))
    if missed := _not_reached(work, language, late):
        lines.append(say(language, "late-not-reached", people=clauses(language, missed)))
    missing = missing_measures(report.entries)
    if missing and not is_returned:
        lines.append(measures_named(language, missing, room=room))
    return lines


def _told(work: Work, language: str, late: _Late) -> list[str]:
    """Everybody who was, from the liaison up, with the days and a number to call."""
    days: dict[int, list[datetime]] = {}
    for reminder, row in late.reminders:
        if (moment := told_at(reminder, row)) is not None:
            days.setdefault(reminder.contact_id, []).append(moment)
    people = [work.session.get_one(Contact, contact_id) for contact_id in days]
    return [
        plain(
            language,
            "late-told-one",
            kind=plain(language, f"kind-{contact.kind}"),
            name=contact.name,
            phone=contact.phone or "none",
            days=_days(work, language, days[contact.id]),
        )
        for contact in sorted(people, key=lambda contact: UPWARDS.index(contact.kind))
        if contact.kind is not ContactKind.COORDINATOR
    ]


def _days(work: Work, language: str, moments: Iterable[datetime]) -> str:
    days = (day_short(language, work.local(moment).date()) for moment in sorted(moments))
    return listed(language, dict.fromkeys(days))


def _not_reached(work: Work, language: str, late: _Late) -> list[str]:
    """Whom a reminder did not reach; of a unit that is out of reach, why, or that there is nobody.

    Everybody once.
    """
    if not is_out_of_reach(map(view_of, late.unit)):
        return [not_reached_one(language, one) for one in late.not_reached]
    writers = [reach for reach in late.unit if reach.kind in FILING_KINDS]
    others = [one for one in late.not_reached if one.kind not in FILING_KINDS]
    return [
        *_out_of_reach(work, language, late, writers),
        *(not_reached_one(language, one) for one in others),
    ]


def _out_of_reach(work: Work, language: str, late: _Late, writers: Sequence[Reach]) -> list[str]:
    if not writers:
        return [plain(language, "late-not-reached-nobody")]
    reasons = {
        reach.contact_id: _why_not_reached(work, language, reach, late.reminders)
        for reach in writers
    }
    return [
        plain(
            language,
            "late-not-reached-one",
            kind=plain(language, f"kind-{reach.kind}"),
            name=reach.name,
            why=reasons[reach.contact_id],
        )
        for reach in writers
        if reasons[reach.contact_id]
    ]


def _why_not_reached(work: Work, language: str, reach: Reach, reminders: RemindedRows) -> str:
    """Empty where the office has called: then they were told."""
    calls = _calls_of(reach, [reminder for reminder, _ in reminders])
    if reach.phone and calls:
        if calls[-1].call_outcome is CallOutcome.TOLD:
            return ""
        if calls[-1].call_outcome is CallOutcome.NO_ANSWER:
            at = calls[-1].called_at or calls[-1].planned_at
            on = day_short(language, work.local(at).date())
            return plain(language, "late-not-reached-no-answer", on=on, phone=reach.phone)
        since = _not_made_since(calls)
        on = day_short(language, work.local(since).date())
        return plain(language, "late-not-reached-call", on=on, phone=reach.phone)
    if reach.unreachable_reason:
        return plain(language, f"unreachable-{reach.unreachable_reason}")
    return plain(language, "late-not-reached-not-joined")


def _calls_of(reach: Reach, reminders: Collection[Reminder]) -> list[Reminder]:
    return [
        one
        for one in reminders
        if one.channel is Channel.PHONE and one.contact_id == reach.contact_id
    ]


def _not_made_since(calls: Sequence[Reminder]) -> datetime:
    """When the oldest of the calls that were put off until now was planned."""
    since = calls[-1].planned_at
    for call in reversed(calls):
        if call.call_outcome not in {None, CallOutcome.OVERTAKEN}:
            break
        since = call.planned_at
    return since
