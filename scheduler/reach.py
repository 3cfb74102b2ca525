"""Unreachable is an alarm: before a cycle opens, and when somebody can be reached again."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from models.cycles import units_asked
from models.delivery import Priority
from models.editions import Plan, newest_edition, plans_of
from models.nudges import ReachWarning, is_warned
from models.people import (
    FILING_KINDS,
    Person,
    Reach,
    contacts_held,
    coordinators_reached,
    kind_name,
    place_name,
    reaches_of_unit,
)
from models.work import Work
from scheduler.cycle_times import CycleTimes, cycle_times
from scheduler.ladder import recipients
from scheduler.record import view_of
from scheduler.rules import Rules
from scheduler.rungs import sendable_at
from scheduler.workdays import Workdays
from texts import say
from texts.wording import listed, period_name, timetable_line
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.terms import ContactKind
from vocabulary.timetable import Timetable

_WORKDAYS_BEFORE = 2  # time enough to send a link and have it used
_HOUR = time(10)


def warn_before_opening(work: Work, rules: Rules) -> None:
    """Some workdays before a cycle opens the office learns whom it would not reach, once."""
    if sendable_at(work.now, rules.ladder.hours, rules.workdays) > work.now:
        return
    for plan in plans_of(work.session, work.desk.office_id):
        for period in Period.between(plan.first_period, plan.last_period):
            times = cycle_times(period, rules.calendar_of(plan), rules.workdays)
            if work.now < warned_at(times, rules.workdays):
                break
            if work.now < times.opens_at and not is_warned(work.session, plan.id, period):
                _warn(work, plan, period, times.timetable(rules.on_time_by))


def warned_at(times: CycleTimes, workdays: Workdays) -> datetime:
    """From when on the office is told whom the cycle would not reach."""
    day = workdays.shift(times.opens_at.date(), -_WORKDAYS_BEFORE)
    return datetime.combine(day, _HOUR, tzinfo=times.opens_at.tzinfo)


def _warn(work: Work, plan: Plan, period: Period, times: Timetable) -> None:
    edition = newest_edition(work.session, plan.id)
    reaches = coordinators_reached(work.session, plan.office_id)
    if edition is None or not reaches:
        return
    found: dict[str, list[str]] = {"nobody": [], "lost": [], "phone": []}
    without_leader = []
    for unit in units_asked(work.session, plan.id, edition.id, period):
        people = reaches_of_unit(work.session, unit.id)
        want = _want(people)
        if want:
            found[want].append(unit.name)
        if not recipients(ContactKind.LEADER_IN_CHARGE, map(view_of, people)).contacts:
            without_leader.append(unit.name)
    work.session.add(ReachWarning(plan_id=plan.id, period=period, warned_at=work.now))
    for reach in reaches:
        if any(found.values()) or without_leader:
            words = _warning(reach.language, period, times, found, without_leader)
            work.send(reach.chat_id, Message(words), priority=Priority.NOTICE)


def _want(unit: list[Reach]) -> str:
    """Why no message reaches the unit's writers; empty where one does."""
    writers = [reach for reach in unit if reach.kind in FILING_KINDS]
    if any(reach.reachable for reach in writers):
        return ""
    if any(reach.phone for reach in writers):
        return "phone"
    return "lost" if any(reach.chat_id for reach in writers) else "nobody"


def _warning(
    language: str,
    period: Period,
    times: Timetable,
    found: Mapping[str, list[str]],
    without_leader: Sequence[str],
) -> str:
    lines = [
        say(
            language,
            "reach-warning" if any(found.values()) else "reach-warning-leaders",
            period=period_name(language, period),
            times=timetable_line(language, times),
            count=sum(map(len, found.values())),
        )
    ]
    lines += [
        say(language, f"reach-{want}", units=listed(language, units))
        for want, units in found.items()
        if units
    ]
    if without_leader:
        units = listed(language, without_leader)
        lines.append(say(language, "reach-no-leader", count=len(without_leader), units=units))
    return "\n".join((*lines, say(language, "reach-how")))


def tell_back(work: Work, person: Person) -> None:
    """The coordinators learn that somebody who was out of reach can be written to again."""
    for contact in contacts_held(work.session, person.id):
        for reach in coordinators_reached(work.session, contact.office_id):
            if reach.contact_id == contact.id:
                continue
            language = reach.language
            html = say(
                language,
                "reach-back",
                unit=place_name(work.session, contact, language),
                kind=kind_name(contact, language),
                name=contact.name,
            )
            work.send(reach.chat_id, Message(html), priority=Priority.NOTICE)
