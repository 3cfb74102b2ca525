"""Cycles on a clock by hand, with outages of minutes to weeks: who was told, and when.

The real ticks, tables and sender, against a sandbox; only the hours between two ticks are left out.
"""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise

from sqlmodel import Session, col, select

from models.chases import Chase, Reminder, is_open_call
from models.cycles import Cycle, Report
from models.delivery import OutboxRow, OutboxState
from models.editions import Plan
from models.people import Contact
from sandbox import Drop, bad_gateway
from scheduler.cycle_times import CalendarRule, cycle_times
from scheduler.workdays import Workdays
from tests.chat import Town, with_people
from tests.factories import ZONE
from tests.models.samples import CLARA, PARKS, ROADS, WATER, assigned, file
from vocabulary.period import Period
from vocabulary.plan import AssignedUnit
from vocabulary.terms import CallOutcome, ChaseKind, ContactKind, ReportState, Role

FORCE = "Streets force"
ONE_MEASURE = (
    assigned(
        "1",
        *(AssignedUnit(unit, Role.RESPONSIBLE) for unit in (ROADS, WATER, PARKS)),
        task_force=FORCE,
    ),
)

_TICKS = (time(9, 31), time(14, 31))
_JUST_BEFORE = timedelta(minutes=2)
_APART = timedelta(hours=2)
_WORKDAYS_AFTER_THE_LIAISON = {
    ContactKind.LEADER_IN_CHARGE: 1,
    ContactKind.HEAD: 2,
    ContactKind.TASK_FORCE: 1,
}
_SHARE_NEVER = 0.15  # of the reports
_SHARE_KILLED = 0.1  # of the ticks
_SHARE_BLOCKING = 0.05  # of the ticks, at which the one contact of Parks blocks the bot or is back
_SHARE_CALLED = 0.1  # of the ticks at which the office has calls to make
_OFFICE_TOLD_AFTER = 4  # workdays after the due day
_TICKS_TO_TELL = (
    4  # a workday apart: the liaison is told, has notice, the office is told; and again
)
_OUTAGES_A_MONTH = 1.5
_LONGEST_OUTAGE_HOURS = 21 * 24.0
_SHORTEST_OUTAGE_HOURS = 0.1


@dataclass
class Year:
    """The months from July 2022 on, in a town with all its superiors.

    Parks has one contact, who blocks the bot and comes back, with a telephone in every other town.
    """

    town: Town
    chance: random.Random
    months: int

    async def play(self) -> None:
        """Raises AssertionError where a rule is broken."""
        town = self.town
        await self._cast()
        faults = town.sandbox.faults
        for fault in (Drop(accepted=True), Drop(accepted=False), bad_gateway(accepted=True)):
            faults.sometimes("sendMessage", fault, share=0.02, numbers=self.chance)
        self.filing_at: dict[int, datetime | None] = {}
        self._ticked: list[datetime] = []
        self._blocked = False
        ends_at = town.clock.now() + timedelta(days=30 * self.months + 20)
        for moment in self._moments(ends_at):
            town.clock.move_to(moment)
            await self._tick()
            if self.chance.random() < _SHARE_KILLED:
                await town.kill()
        faults.clear()
        await self._tick()
        for chat in town.chats.values():
            chat.news()
        await town.reads(self._check)

    async def _cast(self) -> None:
        town = self.town
        await with_people(town)
        for number, (unit, kind) in enumerate(
            (unit, kind)
            for unit in (ROADS, WATER)
            for kind in (ContactKind.DEPUTY, ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD)
        ):
            await town.joins(f"P{number}", 6_000_000_001 + number, unit, kind)
        for number, name in enumerate(("Fay", "Finn"), 7):
            await town.joins(name, 6_000_000_000 + number, FORCE, ContactKind.TASK_FORCE)
        last = Period(2022 + (6 + self.months) // 12, (6 + self.months - 1) % 12 + 1)

        def extended(session: Session) -> None:
            session.exec(select(Plan)).one().last_period = last
            if self.chance.random() < 0.5:
                clara = session.exec(select(Contact).where(Contact.name == "Clara")).one()
                clara.phone = "0359-8023456"

        await town.reads(extended)

    def _moments(self, ends_at: datetime) -> list[datetime]:
        """Two ticks a day, without those of the outages; the day after the last one comes back.

        After an outage there is one more, just before the moment of the day's rungs.
        """
        start = self.town.clock.now()
        days = (ends_at - start).days
        outages = []
        for _ in range(int(_OUTAGES_A_MONTH * days / 30)):
            begins_at = start + timedelta(days=self.chance.uniform(0, days))
            spread = self.chance.random()
            hours = _SHORTEST_OUTAGE_HOURS * (
                (_LONGEST_OUTAGE_HOURS / _SHORTEST_OUTAGE_HOURS) ** spread
            )
            outages.append((begins_at, begins_at + timedelta(hours=hours)))
        outages.append(self._until_just_before_the_weekly_one())
        ticks = (
            datetime.combine(start.astimezone(ZONE).date() + timedelta(days=day), hour, tzinfo=ZONE)
            for day in range(1, days + 1)
            for hour in _TICKS
        )
        up = [tick for tick in ticks if not any(b <= tick < e for b, e in outages)]
        back = {min((tick for tick in up if tick >= e), default=up[-1]) for _, e in outages}
        up = sorted({*up, *(tick - _JUST_BEFORE for tick in back)})
        after = datetime.combine(ends_at.astimezone(ZONE).date(), time(9, 31), tzinfo=ZONE)
        return [*up, *(after + timedelta(days=n) for n in range(1, 15))]

    def _until_just_before_the_weekly_one(self) -> tuple[datetime, datetime]:
        """Over the first rungs of one month that is overdue, which are missed until then."""
        period = Period(2022, 7).shifted(self.chance.randrange(self.months))
        due_at = cycle_times(period, CalendarRule(ZONE), _WORKDAYS).due_at
        weekly_on = _WORKDAYS.shift(due_at.astimezone(ZONE).date(), 5)
        begins_at = due_at - timedelta(days=self.chance.uniform(0, 2))
        return begins_at, datetime.combine(weekly_on, time(9, 28), tzinfo=ZONE)

    async def _tick(self) -> None:
        parts = self.town.app.parts
        self._ticked.append(self.town.clock.now())
        await self._blocks_or_is_back()
        await self.town.reads(self._call)
        await parts.sender.recover(is_alone=True)
        await parts.ticks.plan()
        await self.town.reads(self._file)
        await parts.sender.send_due()

    async def _blocks_or_is_back(self) -> None:
        if self.chance.random() < _SHARE_BLOCKING:
            phone = self.town.chats[CLARA].phone
            (phone.unblocks if self._blocked else phone.blocks)()
            self._blocked = not self._blocked
            await self.town.receives()

    def _call(self, session: Session) -> None:
        """The office makes some of the calls on its list; nobody answers some of them."""
        for reminder in session.exec(select(Reminder)):
            if is_open_call(reminder) and self.chance.random() < _SHARE_CALLED:
                answers = self.chance.random() < 0.7
                reminder.call_outcome = CallOutcome.TOLD if answers else CallOutcome.NO_ANSWER
                reminder.called_at = self.town.clock.now()

    def _file(self, session: Session) -> None:
        """Who means to file by now does, on the day that they chose or when the bot is back."""
        now = self.town.clock.now()
        rows = session.exec(
            select(Report, Cycle)
            .join(Cycle, col(Cycle.id) == Report.cycle_id)
            .where(Report.state == ReportState.NOT_STARTED)
        )
        for report, cycle in rows.all():
            if report.id not in self.filing_at:
                later = timedelta(days=self.chance.uniform(-4, 14))
                never = self.chance.random() < _SHARE_NEVER
                self.filing_at[report.id] = None if never else cycle.due_at + later
            filing_at = self.filing_at[report.id]
            if filing_at is not None and filing_at <= now:
                file(session, report, now=now)

    # What must be true

    def _check(self, session: Session) -> None:
        cycles = session.exec(select(Cycle)).all()
        assert len(cycles) == len({cycle.period for cycle in cycles}) == self.months
        reports = session.exec(select(Report)).all()
        assert len({(r.cycle_id, r.unit_id) for r in reports}) == len(reports) == 3 * self.months
        due = {cycle.id: cycle.due_at for cycle in cycles}
        told: dict[int, list[tuple[Reminder, OutboxRow | None]]] = {}
        rows = session.exec(
            select(Reminder, OutboxRow)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
            .order_by(col(Reminder.planned_at), col(Reminder.id))
        )
        for reminder, row in rows.all():
            told.setdefault(reminder.chase_id, []).append((reminder, row))
        chases = session.exec(select(Chase)).all()
        for chase in chases:
            if chase.kind is not ChaseKind.REPORT_OUTSTANDING:
                continue
            report = session.get_one(Report, chase.report_id)
            reminders = told.get(chase.id, [])
            self._check_chase(chase, reminders, due_at=due[report.cycle_id])
            self._check_office(chase, reminders, due_at=due[report.cycle_id])
        self._check_forces([pair for reminders in told.values() for pair in reminders])
        sure = {c.report_id for c in chases for _, row in told.get(c.id, []) if _is_sent(row)}
        open_reports = {r.id for r in reports if r.state is ReportState.NOT_STARTED}
        assert open_reports <= sure, "an open report of which nobody was ever surely told"

    def _check_forces(self, told: list[tuple[Reminder, OutboxRow | None]]) -> None:
        """What is due of a task force at one moment is one message to each of its people."""
        rows: dict[tuple[int, datetime], set[int]] = {}
        for reminder, row in told:
            if reminder.audience is ContactKind.TASK_FORCE and row is not None:
                rows.setdefault((reminder.contact_id, row.created_at), set()).add(row.id)
        assert all(len(ids) == 1 for ids in rows.values()), "told of one thing in two messages"

    def _check_office(
        self,
        chase: Chase,
        told: list[tuple[Reminder, OutboxRow | None]],
        *,
        due_at: datetime,
    ) -> None:
        """The office is told of every unit that stays late, whether a message reaches it or not."""
        day = _WORKDAYS.shift(due_at.astimezone(ZONE).date(), _OFFICE_TOLD_AFTER)
        after = datetime.combine(day, time(9, 30), tzinfo=ZONE)
        for _ in range(_TICKS_TO_TELL):
            up = [m for m in self._ticked if m >= after and _in_working_hours(m)]
            if not up or (chase.settled_at is not None and chase.settled_at <= up[0]):
                return
            local = up[0].astimezone(ZONE)
            after = datetime.combine(_WORKDAYS.shift(local.date(), 1), local.time(), tzinfo=ZONE)
        to_office = [row for r, row in told if r.audience is ContactKind.COORDINATOR]
        assert any(to_office), "a late unit of which the office was never told"

    def _check_chase(
        self,
        chase: Chase,
        told: list[tuple[Reminder, OutboxRow | None]],
        *,
        due_at: datetime,
    ) -> None:
        keys = Counter((r.rung, r.occurrence, r.contact_id) for r, _ in told)
        assert set(keys.values()) <= {1}, "one rung twice to one person"
        queued = [(r, row) for r, row in told if row is not None]
        if chase.settled_at is not None:
            assert all(r.planned_at <= chase.settled_at for r, _ in told), "planned after filing"
            assert all(
                row.sent_at is None or row.sent_at <= chase.settled_at for _, row in queued
            ), "chased after filing"
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
        assert all(_in_working_hours(r.planned_at) for r, _ in queued), "outside working hours"
        first = {
            kind: min((r.planned_at for r, _ in queued if r.audience is kind), default=None)
            for kind in _WORKDAYS_AFTER_THE_LIAISON
        }
        notices = [r.planned_at for r, _ in queued if r.audience is ContactKind.LIAISON]
        notices += [r.called_at for r, _ in told if r.called_at and _was_told_by_telephone(r)]
        liaison = min((at for at in notices if at >= due_at), default=None)
        for kind, days in _WORKDAYS_AFTER_THE_LIAISON.items():
            at = first[kind]
            if at is not None:
                assert liaison is not None, f"{kind} told before the liaison"
                earliest = _WORKDAYS.shift(liaison.astimezone(ZONE).date(), days)
                assert at.astimezone(ZONE).date() >= earliest, f"{kind} told too early"


_WORKDAYS = Workdays()


def _is_sent(row: OutboxRow | None) -> bool:
    return row is not None and row.state is OutboxState.SENT


def _was_told_by_telephone(reminder: Reminder) -> bool:
    return reminder.call_outcome is CallOutcome.TOLD


def _in_working_hours(moment: datetime) -> bool:
    local = moment.astimezone(ZONE)
    return _WORKDAYS.is_workday(local.date()) and time(9) <= local.time() < time(18)
