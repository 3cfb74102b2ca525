"""What must be true of everything that a year has left in the tables."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise

from sqlmodel import Session, col, select

from models.absences import Snooze
from models.chases import Chase, Reminder
from models.cycles import Cycle, Report
from models.delivery import OutboxRow
from models.extensions import expected_during
from sandbox import Sandbox
from tests.factories import ZONE
from tests.faults.books import ambiguous_calls, chased_after_filing, strays, twice
from tests.faults.told import WORKDAYS, in_working_hours
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_UNIT,
    CallOutcome,
    ChaseKind,
    ContactKind,
)

_APART = timedelta(hours=2)
_WORKDAYS_AFTER_THE_LIAISON = {
    ContactKind.LEADER_IN_CHARGE: 1,
    ContactKind.HEAD: 2,
    ContactKind.TASK_FORCE: 1,
}
OFFICE_TOLD_AFTER = 4  # workdays after the due day, or the return
_TICKS_TO_TELL = (
    4  # a workday apart: the liaison is told, has notice, the office is told; and again
)
_TOLD_AFTER = {
    ChaseKind.REVIEW_WAITING: 3,
    ChaseKind.EXTENSION_WAITING: 1,
    ChaseKind.PROBLEM_OVERDUE: 1,
}
"""What the office has to do, or the unit beside its reports: told after so many workdays."""

_Told = list[tuple[Reminder, OutboxRow | None]]


def check_wire(sandbox: Sandbox, connection: sqlite3.Connection) -> None:
    """Nothing lost and nothing twice, as in the month."""
    assert twice(connection) == []
    assert chased_after_filing(connection) == 0, "chased after filing"
    ambiguous = sum(1 for _ in ambiguous_calls(sandbox))
    assert strays(sandbox, connection) <= ambiguous, "more copies than doubts"
    states = dict(connection.execute("SELECT update_id, state FROM inbox"))
    sent = {update.update_id for update in sandbox.journal.updates}
    assert states == dict.fromkeys(sent, "done"), "lost, or not handled"
    applied = {i for (i,) in connection.execute("SELECT update_id FROM faults_applied")}
    assert applied <= sent


@dataclass(frozen=True)
class Record:
    """ticked: the moments at which the bot was up and planned."""

    session: Session
    ticked: list[datetime]

    def check(self, *, months: int) -> None:
        cycles = {cycle.id: cycle for cycle in self.session.exec(select(Cycle))}
        assert len(cycles) == len({cycle.period for cycle in cycles.values()}) == months
        reports = {report.id: report for report in self.session.exec(select(Report))}
        assert len({(r.cycle_id, r.unit_id) for r in reports.values()}) == len(reports)
        assert len(reports) == 3 * months
        told = self._told()
        for chase in self.session.exec(select(Chase)):
            reminders = told.get(chase.id, [])
            self._check_any(chase, reminders)
            if chase.kind in CHASES_ENDED_BY_FILING:
                report = reports[chase.report_id]
                late_from = self._late_from(chase, report, cycles[report.cycle_id])
                _check_order(reminders, late_from)
                self._check_office(chase, reminders, late_from)
            elif chase.kind in _TOLD_AFTER:
                self._check_is_told(chase, reminders, _TOLD_AFTER[chase.kind])
        self._check_forces([pair for reminders in told.values() for pair in reminders])
        self._check_snoozes(told)

    def _told(self) -> dict[int, _Told]:
        found: dict[int, _Told] = {}
        rows = self.session.exec(
            select(Reminder, OutboxRow)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
            .order_by(col(Reminder.planned_at), col(Reminder.id))
        )
        for reminder, row in rows:
            found.setdefault(reminder.chase_id, []).append((reminder, row))
        return found

    def _check_any(self, chase: Chase, told: _Told) -> None:
        """What holds whatever is chased, and whoever is told of it."""
        keys = Counter((r.rung, r.occurrence, r.contact_id) for r, _ in told)
        assert set(keys.values()) <= {1}, "one rung twice to one person"
        queued = [(r, row) for r, row in told if row is not None]
        if chase.settled_at is not None:
            assert all(r.planned_at <= chase.settled_at for r, _ in told), "planned after its end"
            if chase.kind in CHASES_OF_UNIT:
                assert all(
                    row.sent_at is None or row.sent_at <= chase.settled_at for _, row in queued
                ), "chased after its end"
        at_once = Counter((r.planned_at, r.audience, r.contact_id) for r, _ in queued)
        assert set(at_once.values()) <= {1}, "more than the newest rung after an outage"
        moments: dict[int, list[datetime]] = {}
        for r, _ in queued:
            moments.setdefault(r.contact_id, []).append(r.planned_at)
        assert all(
            later == at or later - at >= _APART
            for told_at in moments.values()
            for at, later in pairwise(sorted(told_at))
        ), "one person told twice in a row"
        assert all(in_working_hours(r.planned_at) for r, _ in queued), "outside working hours"

    def _late_from(self, chase: Chase, report: Report, cycle: Cycle) -> datetime:
        """From when on the unit is behind: a superior hears of it no sooner.

        What is wanted again, or by a later date, has an episode of its own.
        """
        if chase.kind is ChaseKind.RETURNED:
            return max(chase.opened_at, cycle.due_at)
        due_at = expected_during(self.session, chase, report, cycle)
        return due_at if chase.episode == 1 else max(due_at, chase.opened_at)

    def _check_forces(self, told: _Told) -> None:
        """What is due of a task force at one moment is one message to each of its people."""
        rows: dict[tuple[int, datetime], set[int]] = {}
        for reminder, row in told:
            if reminder.audience is ContactKind.TASK_FORCE and row is not None:
                rows.setdefault((reminder.contact_id, row.created_at), set()).add(row.id)
        assert all(len(ids) == 1 for ids in rows.values()), "told of one thing in two messages"

    def _check_office(self, chase: Chase, told: _Told, late_from: datetime) -> None:
        """The office is told of every unit that stays late, whether a message reaches it or not."""
        day = WORKDAYS.shift(late_from.astimezone(ZONE).date(), OFFICE_TOLD_AFTER)
        after = datetime.combine(day, time(9, 30), tzinfo=ZONE)
        for _ in range(_TICKS_TO_TELL):
            up = self._up(after)
            if not up or (chase.settled_at is not None and chase.settled_at <= up[0]):
                return
            local = up[0].astimezone(ZONE)
            after = datetime.combine(WORKDAYS.shift(local.date(), 1), local.time(), tzinfo=ZONE)
        to_office = [row for r, row in told if r.audience is ContactKind.COORDINATOR]
        assert any(to_office), "a late unit of which the office was never told"

    def _check_is_told(self, chase: Chase, told: _Told, workdays: int) -> None:
        """By the second tick after the moment: a rung may give way to the next of the same day."""
        day = WORKDAYS.shift(chase.opened_at.astimezone(ZONE).date(), workdays)
        up = self._up(datetime.combine(day, time(9, 30), tzinfo=ZONE))[:2]
        if len(up) < 2 or (chase.settled_at is not None and chase.settled_at <= up[1]):
            return
        assert any(r.planned_at <= up[1] for r, _ in told), f"nobody was told: {chase.kind}"

    def _up(self, after: datetime) -> list[datetime]:
        return [m for m in self.ticked if m >= after and in_working_hours(m)]

    def _check_snoozes(self, told: dict[int, _Told]) -> None:
        for snooze in self.session.exec(select(Snooze)):
            planned = [
                r.planned_at
                for r, row in told.get(snooze.chase_id, [])
                if r.contact_id == snooze.contact_id and row is not None
            ]
            assert not any(snooze.asked_at < at < snooze.until for at in planned), (
                "not left in peace"
            )


def _check_order(told: _Told, late_from: datetime) -> None:
    """A superior is told some workdays after the liaison was told that it is late."""
    queued = [(r, row) for r, row in told if row is not None]
    first = {
        kind: min((r.planned_at for r, _ in queued if r.audience is kind), default=None)
        for kind in _WORKDAYS_AFTER_THE_LIAISON
    }
    notices = [r.planned_at for r, _ in queued if r.audience is ContactKind.LIAISON]
    notices += [r.called_at for r, _ in told if r.called_at and _was_told_by_telephone(r)]
    liaison = min((at for at in notices if at >= late_from), default=None)
    for kind, days in _WORKDAYS_AFTER_THE_LIAISON.items():
        at = first[kind]
        if at is not None:
            assert liaison is not None, (
                f"{kind} told before the liaison, who is late from {late_from}"
            )
            earliest = WORKDAYS.shift(liaison.astimezone(ZONE).date(), days)
            assert at.astimezone(ZONE).date() >= earliest, f"{kind} told too early"


def _was_told_by_telephone(reminder: Reminder) -> bool:
    return reminder.call_outcome is CallOutcome.TOLD
