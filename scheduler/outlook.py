"""Who will get what and when in a cycle, what was sent already, and what is different this time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from models.absences import contacts_away, handover_of
from models.chases import Chase, chases_of_report, reminders_of_chases
from models.cycles import Cycle, Report, expected_at
from models.ladder_changes import change_rung, changed_rungs, restore_rung
from models.offices import Unit
from models.people import coordinators, reaches_of_unit
from scheduler.exempting import exemption_lines
from scheduler.forces import told_of_forces
from scheduler.ladder import ChaseState, PlannedRung, recipients, schedule
from scheduler.record import state_of, view_of
from scheduler.rules import Rules
from scheduler.rungs import RungFault, ladder_faults
from texts import plain, say
from texts.wording import listed, moment_name, period_name
from vocabulary.errors import BaosongError
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_UNIT,
    FORCE_KINDS,
    ChaseKind,
    ContactKind,
)


class RungUnknown(BaosongError):
    """The ladder has no rung of that name."""

    text_key = "ladder-rung-unknown"


class RungRefused(BaosongError):
    """The ladder with this change would be wrong; the fault says why."""

    text_key = "rung-wrong-no-liaison"

    def __init__(self, text_key: str, facts: Mapping[str, str | int]) -> None:
        super().__init__(**facts)
        self.text_key = text_key  # type: ignore[misc]  # of this one fault


@dataclass(frozen=True, slots=True)
class _Line:
    """One moment: who gets the rung then. sent_at: None while it is to come, or was passed over."""

    rung: str
    occurrence: int
    due_at: datetime
    sent_at: datetime | None
    weekly: bool
    names: tuple[str, ...]


_Names = Mapping[ContactKind, tuple[str, ...]]
"""Who would get what is meant for an audience."""


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
) -> None:
    """Leaves the rung out of the cycle, moves it, or (with nothing said) restores it.

    The reminders follow from the next tick on; what was sent stays sent.
    Raises RungUnknown, RungRefused.
    """
    known = [own.name for own in (*rules.ladder.outstanding, *rules.ladder.returned)]
    if rung not in known:
        raise RungUnknown(name=rung, rungs=", ".join(known))
    if off or workdays is not None or at is not None:
        change_rung(session, cycle.id, rung, off=off, workdays=workdays, at=at, by=by, now=now)
    else:
        restore_rung(session, cycle.id, rung)
    after = rules.of_cycle(changed_rungs(session, {cycle.id}).get(cycle.id, ()))
    faults = ladder_faults(after.ladder)
    if faults:
        raise _refused(rung, faults)


_HINDERED = {
    "rung-wrong-too-early": "rung-hindered-too-early",
    "rung-wrong-deputy-first": "rung-hindered-deputy-first",
    "rung-wrong-liaison-unwarned": "rung-hindered-liaison-unwarned",
}
"""What is wrong with another rung once this one is changed → how it is told."""


def _refused(changed: str, faults: Sequence[RungFault]) -> RungRefused:
    """Tells what is wrong with the changed rung itself; else which other one is to change first.

    That is the last, since what comes behind it does not stand in its way.
    """
    for fault in faults:
        if fault.facts.get("name", changed) == changed:
            return RungRefused(fault.text_key, fault.facts)
    last = faults[-1]
    key = _HINDERED.get(last.text_key)
    if key is None:
        return RungRefused(last.text_key, last.facts)
    return RungRefused(key, {**last.facts, "rung": changed})


# ── in words, as Telegram HTML ─────────────────────────────────────────────────────────────────


class Outlook:
    """One cycle's reminders, told in a language. rules: with the office's own days."""

    def __init__(self, session: Session, rules: Rules, cycle: Cycle, language: str) -> None:
        self._session = session
        self._cycle = cycle
        self._language = language
        self._zone = rules.calendar.zone
        self._changes = changed_rungs(session, {cycle.id}).get(cycle.id, [])
        self._rules = rules.of_cycle(self._changes)

    def lines(self, *, now: datetime) -> Iterator[str]:
        """The ladder as everybody meets it who does not report, and what is changed."""
        cycle, rules = self._cycle, self._rules
        yield self._title()
        chase = ChaseState(
            ChaseKind.REPORT_OUTSTANDING, cycle.opens_at, cycle.opens_at, cycle.due_at
        )
        for line in self._grouped(schedule(chase, rules.ladder, rules.workdays)):
            if line.occurrence == 1:
                over = line.due_at <= now and not line.weekly
                yield self._say("ladder-over" if over else "ladder-planned", line)
        yield say(self._language, "ladder-returned-title")
        for rung in rules.ladder.returned:
            kinds = [plain(self._language, f"kind-{kind}") for kind in rung.audience]
            yield say(
                self._language,
                "ladder-returned-rung",
                workdays=rung.workdays,
                at=f"{rung.at:%H:%M}" if rung.at else "",
                names=listed(self._language, kinds),
                rung=rung.name,
                weekly=int(rung.weekly),
            )
        yield from self._change_lines()

    def lines_of(self, report: Report, unit: Unit, *, now: datetime) -> Iterator[str]:
        """What the unit's people were sent in the cycle and will be, by name."""
        yield self._title(unit, expected_at(report, self._cycle))
        if report.exempt:
            yield say(self._language, "ladder-exempt")
        for line in exemption_lines(self._session, report, self._language, self._zone):
            yield say(self._language, "ladder-exemption", line=line)
        chases = [
            chase
            for chase in chases_of_report(self._session, report.id)
            if chase.kind in CHASES_OF_UNIT
        ]
        reminders = reminders_of_chases(self._session, [chase.id for chase in chases])
        for chase in chases:
            if chase.kind is not ChaseKind.REPORT_OUTSTANDING:
                at = self._moment(chase.opened_at)
                yield say(self._language, f"ladder-chase-{chase.kind}", at=at)
            names = self._names_by_audience(chase, report, unit, now)
            of_chase = reminders.get(chase.id, [])
            state = state_of(chase, report, self._cycle, of_chase)
            yield from self._chase_lines(chase, state, names, now)
        yield from self._change_lines()

    def _chase_lines(
        self, chase: Chase, state: ChaseState, names: _Names, now: datetime
    ) -> Iterator[str]:
        planned = [
            rung
            for rung in schedule(state, self._rules.ladder, self._rules.workdays)
            if rung.audience in names
        ]
        for line in self._grouped(planned, names):
            if line.sent_at is not None:
                yield self._say("ladder-sent", line, at=line.sent_at)
            elif chase.settled_at is None and line.due_at <= now:
                yield self._say("ladder-passed", line)
            elif chase.settled_at is None and line.occurrence == 1:
                yield self._say("ladder-planned", line)
        if chase.settled_at is not None:
            by_filing = chase.kind in CHASES_ENDED_BY_FILING
            key = "ladder-settled" if by_filing else "ladder-settled-problem"
            yield say(self._language, key, at=self._moment(chase.settled_at))

    def _names_by_audience(self, chase: Chase, report: Report, unit: Unit, now: datetime) -> _Names:
        """Who would get what is meant for whom, if it went out now.

        Without task forces where none of the unit's measures lies in one.
        """
        session, today = self._session, now.astimezone(self._zone).date()
        away = contacts_away(session, chase.office_id, first_on=today, last_on=today)
        handover = handover_of(session, chase.report_id)
        in_charge = handover.to_contact_id if handover else None
        reaches = reaches_of_unit(session, unit.id)
        office = coordinators(session, chase.office_id)
        names = {reach.contact_id: reach.name for reach in (*reaches, *office)}

        def told(audience: ContactKind) -> tuple[str, ...]:
            asked = office if audience is ContactKind.COORDINATOR else reaches
            views = [view_of(reach, away=away, in_charge=in_charge) for reach in asked]
            found = recipients(audience, views)
            return tuple(names[contact.contact_id] for contact in found.contacts)

        forces = told_of_forces(session, report)
        return {
            **{kind: told(kind) for kind in ContactKind if kind not in FORCE_KINDS},
            **{kind: tuple(one.name for one in team) for kind, team in forces.items()},
        }

    def _grouped(self, planned: Sequence[PlannedRung], names: _Names | None = None) -> list[_Line]:
        """One line for everybody who gets the rung at the same moment."""
        lines: dict[tuple[str, int, datetime, datetime | None], _Line] = {}
        for rung in planned:
            key = (rung.rung, rung.occurrence, rung.due_at, rung.sent_at)
            before = lines[key].names if key in lines else ()
            lines[key] = _Line(*key, rung.weekly, (*before, self._who(rung.audience, names)))
        return list(lines.values())

    def _who(self, audience: ContactKind, names: _Names | None) -> str:
        language, kind = self._language, plain(self._language, f"kind-{audience}")
        if names is None:
            return kind
        people = listed(language, names[audience]) or plain(language, "ladder-nobody")
        return plain(language, "ladder-who", kind=kind, people=people)

    def _title(self, unit: Unit | None = None, due_at: datetime | None = None) -> str:
        """due_at: the unit's own, where it was given more time."""
        cycle = self._cycle
        return say(
            self._language,
            "ladder-title-unit" if unit else "ladder-title",
            unit=unit.name if unit else "",
            period=period_name(self._language, cycle.period),
            opens=self._moment(cycle.opens_at),
            due=self._moment(due_at or cycle.due_at),
            locks=self._moment(cycle.locks_at),
        )

    def _say(self, key: str, line: _Line, *, at: datetime | None = None) -> str:
        return say(
            self._language,
            key,
            at=self._moment(at or line.due_at),
            names=listed(self._language, line.names),
            rung=line.rung,
            weekly=int(line.weekly),
        )

    def _change_lines(self) -> Iterator[str]:
        if self._changes:
            yield say(self._language, "ladder-changes-title")
        for row in self._changes:
            yield say(
                self._language,
                "ladder-change",
                rung=row.rung,
                what="off" if row.off else "moved",
                workdays="" if row.workdays is None else str(row.workdays),
                has_workdays=int(row.workdays is not None),
                at=f"{row.at:%H:%M}" if row.at else "",
                has_at=int(row.at is not None),
                by=row.changed_by or plain(self._language, "ladder-changed-by-operator"),
                on=self._moment(row.changed_at),
            )

    def _moment(self, moment: datetime) -> str:
        return moment_name(self._language, moment.astimezone(self._zone))
