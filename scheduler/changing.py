"""A rung is moved or left out for one cycle: what stands in the way, and whom it still concerns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from models.chases import open_chases, reminders_of_chases
from models.cycles import Cycle
from models.ladder_changes import change_rung, changed_rungs, restore_rung
from models.offices import Unit
from scheduler.ladder import ChaseState, rungs_ahead, schedule
from scheduler.record import state_of
from scheduler.rules import Rules
from scheduler.rungs import Rung, RungFault, ladder_faults
from texts import say
from texts.wording import listed, moment_name
from vocabulary.errors import BaosongError
from vocabulary.terms import ChaseKind


class RungUnknown(BaosongError):
    """The ladder has no rung of that name."""

    text_key = "ladder-rung-unknown"


class RungPassed(BaosongError):
    """Its moment in this cycle is over, and no unit is left that would get it: too late."""

    text_key = "ladder-rung-passed"


class RungRefused(BaosongError):
    """The ladder with this change would be wrong; the fault says why."""

    text_key = "rung-wrong-no-liaison"

    def __init__(self, text_key: str, facts: Mapping[str, str | int]) -> None:
        super().__init__(**facts)
        self.text_key = text_key  # type: ignore[misc]  # of this one fault


Called = Callable[[str], str]
"""How a rung is called where it is shown: by its id, or by a name in a language."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The rung's moment is over for most; the change concerns only these units.

    at: its last moment of the cycle, in the office's zone.
    """

    at: datetime
    units: tuple[str, ...]


def change_for_cycle(
    session: Session,
    rules: Rules,
    cycle: Cycle,
    rung: str,
    *,
    off: bool,
    workdays: int | None,
    at: time | None,
    by: str,
    now: datetime,
    language: str,
    called: Called = str,
) -> Passed | None:
    """Leaves the rung out of the cycle, moves it, or (with nothing said) restores it.

    The reminders follow from the next tick on; what was sent stays sent. Gives whom the change
    still concerns where the rung's own moment is over; None where it is to come.
    Raises RungUnknown, RungRefused, RungPassed, which call rungs as `called` does.
    """
    known = [own.name for own in rungs_of_cycle(rules)]
    if rung not in known:
        raise RungUnknown(name=rung, rungs=", ".join(known))
    before = changed_rungs(session, {cycle.id}).get(cycle.id, ())
    old = rules.of_cycle(before)
    planned = rules.of_cycle(one for one in before if not (one.off and one.rung == rung))
    if off or workdays is not None or at is not None:
        change_rung(session, cycle.id, rung, off=off, workdays=workdays, at=at, by=by, now=now)
    else:
        restore_rung(session, cycle.id, rung)
    new = rules.of_cycle(changed_rungs(session, {cycle.id}).get(cycle.id, ()))
    passed_at = _passed_at(planned, cycle, rung, now) if old.ladder != new.ladder else None
    units = _concerned(session, cycle, old, new, now) if passed_at else ()
    if passed_at and not units:
        raise RungPassed(name=called(rung), at=moment_name(language, passed_at))
    if faults := ladder_faults(new.ladder):
        raise _refused(rung, faults, called)
    return Passed(passed_at, units) if passed_at else None


def passed_line(language: str, rung: str, passed: Passed) -> str:
    """Whom the change still concerns. rung: as it is called."""
    return say(
        language,
        "ladder-change-passed",
        rung=rung,
        at=moment_name(language, passed.at),
        count=len(passed.units),
        units=listed(language, passed.units),
    )


def rungs_of_cycle(rules: Rules) -> tuple[Rung, ...]:
    """What can be different in one cycle."""
    ladder = rules.ladder
    return (
        *ladder.outstanding,
        *ladder.returned,
        *ladder.problem,
        *ladder.scan,
        *ladder.original,
        *ladder.mail,
        *ladder.signing,
    )


_HINDERED = {
    "rung-wrong-too-early": "rung-hindered-too-early",
    "rung-wrong-deputy-first": "rung-hindered-deputy-first",
    "rung-wrong-liaison-unwarned": "rung-hindered-liaison-unwarned",
}
"""What is wrong with another rung once this one is changed → how it is told."""


def _refused(changed: str, faults: Sequence[RungFault], called: Called) -> RungRefused:
    """Tells what is wrong with the changed rung itself; else which other one is to change first.

    That is the last, since what comes behind it does not stand in its way.
    """
    for fault in faults:
        if fault.facts.get("name", changed) == changed:
            return RungRefused(fault.text_key, _named(fault.facts, called))
    last = faults[-1]
    key = _HINDERED.get(last.text_key)
    if key is None:
        return RungRefused(last.text_key, _named(last.facts, called))
    return RungRefused(key, {**_named(last.facts, called), "rung": called(changed)})


def _named(facts: Mapping[str, str | int], called: Called) -> dict[str, str | int]:
    named = dict(facts)
    if isinstance(name := named.get("name"), str):
        named["name"] = called(name)
    return named


def _passed_at(rules: Rules, cycle: Cycle, rung: str, now: datetime) -> datetime | None:
    """Its last moment of the cycle, once that is over.

    None too for what is counted from each unit's own moment: that may come for somebody still.
    """
    chase = ChaseState(ChaseKind.REPORT_OUTSTANDING, cycle.opens_at, cycle.opens_at, cycle.due_at)
    moments = [
        one.last_at or one.due_at
        for one in schedule(chase, rules.ladder, rules.workdays)
        if one.rung == rung
    ]
    if not moments or max(moments) > now:
        return None
    return max(moments).astimezone(rules.calendar.zone)


def _concerned(
    session: Session, cycle: Cycle, old: Rules, new: Rules, now: datetime
) -> tuple[str, ...]:
    """The units, in the order of the plan, to whose people anything else will be sent."""
    chased = [
        (chase, report)
        for chase, report, its_cycle in open_chases(
            session, cycle.office_id, frozenset({ChaseKind.REPORT_OUTSTANDING})
        )
        if its_cycle.id == cycle.id
    ]
    reminders = reminders_of_chases(session, [chase.id for chase, _ in chased])
    found = []
    for chase, report in chased:
        state = state_of(chase, report, cycle, reminders.get(chase.id, ()))
        ahead = [rungs_ahead(state, rules.ladder, rules.workdays, now=now) for rules in (old, new)]
        if ahead[0] != ahead[1]:
            found.append(session.get_one(Unit, report.unit_id).name)
    return tuple(found)
