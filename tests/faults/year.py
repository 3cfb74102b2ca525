"""Cycles on a clock by hand, with outages of minutes to weeks: who was told, and when.

The real ticks, tables and sender, against a sandbox; only the hours between two ticks are left out.
What must be true of it all is in `year_rules`.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from dialog.extensions import BARE
from dialog.press import Action, Press
from handlers.putting_off import MOST_SNOOZES
from models.absences import snoozes_of
from models.chases import Reminder, chase_for_report, is_open_call
from models.cycles import OPEN_STATES, Cycle, Entry, Report, expected_at
from models.editions import Plan
from models.extensions import Extension
from models.filing import record_content
from models.offices import Unit
from models.people import Contact, Person
from models.problems import Problem
from models.views import report_rows, working_report
from sandbox import Drop, bad_gateway
from scheduler.cycle_times import CalendarRule, cycle_times
from scheduler.extensions import dates_to_ask_for
from scheduler.snoozing import moments_offered
from tests.chat import Chat, Town, with_people
from tests.factories import ZONE
from tests.faults.books import watch_effects
from tests.faults.told import WORKDAYS, Planning, Told, told
from tests.faults.year_rules import Record, check_wire
from tests.models.samples import (
    ADA,
    BORIS,
    CLARA,
    OLGA,
    PARKS,
    ROADS,
    WATER,
    assigned,
    file,
)
from vocabulary.errors import BaosongError
from vocabulary.period import Period
from vocabulary.plan import AssignedUnit
from vocabulary.report import EntryContent, FollowUp
from vocabulary.terms import (
    LIVING,
    CallOutcome,
    ContactKind,
    EntryStatus,
    ExtensionState,
    ProblemTurn,
    ReportState,
    Role,
)

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
_SHARE_NEVER = 0.15  # of the reports
_SHARE_KILLED = 0.1  # of the ticks
_SHARE_BLOCKING = 0.05  # of the ticks, at which the one contact of Parks blocks the bot or is back
_SHARE_CALLED = 0.1  # of the ticks at which the office has calls to make
_SHARE_BY_CHAT = 0.4  # of the filings, by taps that come as updates
_SHARE_RETURNED = 0.3  # of what is filed
_SHARE_ACCEPTED = 0.5  # the rest waits for its review for ever
_SHARE_ASKING = 0.03  # of the ticks at which a report is open, for more time
_SHARE_ANSWERING = 0.3  # of the ticks at which such a request waits
_SHARE_SNOOZING = 0.03  # of the ticks at which a report is open
_SHARE_OF_PROBLEMS = 0.3  # of the filings; so many are said to be resolved by a later one
_OUTAGES_A_MONTH = 1.5
_LONGEST_OUTAGE_HOURS = 21 * 24.0
_SHORTEST_OUTAGE_HOURS = 0.1


_Meant = tuple[int, tuple[str, ...]]
"""Whose deed it is, and the taps and words that it takes."""

_LIAISONS = {ROADS: ADA, WATER: BORIS, PARKS: CLARA}


@dataclass
class Year:
    """The months from July 2022 on, in a town with all its superiors.

    Parks has one contact, who blocks the bot and comes back, with a telephone in every other town.
    deeds: how often what was done, so that a year in which nothing happened proves nothing.
    judged: of all ticks together, how the open reports stood.
    """

    town: Town
    chance: random.Random
    months: int
    deeds: Counter[str] = field(default_factory=Counter)
    judged: Told = field(default_factory=Told)

    async def play(self) -> None:
        """Raises AssertionError where a rule is broken."""
        town = self.town
        await self._cast()
        with closing(self._connection()) as connection:
            watch_effects(connection)
        faults = town.sandbox.faults
        for fault in (Drop(accepted=True), Drop(accepted=False), bad_gateway(accepted=True)):
            faults.sometimes("sendMessage", fault, share=0.02, numbers=self.chance)
        self._filing_at: dict[int, datetime | None] = {}
        self._deciding_at: dict[tuple[int, int], tuple[datetime, str]] = {}
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
        await town.reads(lambda session: Record(session, self._ticked).check(months=self.months))
        with closing(self._connection()) as connection:
            check_wire(town.sandbox, connection)

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self.town.app.database.url.database or "", timeout=20)

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
        due_at = cycle_times(period, CalendarRule(ZONE), WORKDAYS).due_at
        weekly_on = WORKDAYS.shift(due_at.astimezone(ZONE).date(), 5)
        begins_at = due_at - timedelta(days=self.chance.uniform(0, 2))
        return begins_at, datetime.combine(weekly_on, time(9, 28), tzinfo=ZONE)

    async def _tick(self) -> None:
        """The bot plans, people do what they do, the bot sends; nobody may have been left out."""
        town, parts = self.town, self.town.app.parts
        now = town.clock.now()
        self._ticked.append(now)
        await self._blocks_or_is_back()
        await town.reads(self._call)
        await parts.sender.recover(is_alone=True)
        await parts.ticks.plan()
        await self._deeds()
        await parts.sender.send_due()
        self._count(await town.reads(lambda session: told(session, Planning(now, now))))

    def _count(self, found: Told) -> None:
        assert found.untold == [], "open reports that nobody was told of"
        self.judged.asked += found.asked
        self.judged.waiting += found.waiting
        self.judged.in_doubt += found.in_doubt

    async def _deeds(self) -> None:
        for mean in (
            self._ask_for_time,
            self._answer_requests,
            self._put_off,
            self._file,
            self._decide,
        ):
            for user_id, deeds in await self.town.reads(mean):
                await self._does(self.town.chats[user_id], deeds)

    async def _does(self, chat: Chat, deeds: Sequence[str]) -> None:
        """Taps and words come in and are handled; what they bring goes out with the rest."""
        for deed in deeds:
            (chat.phone.presses if Press.read(deed) else chat.phone.sends)(deed)
            await self.town.receives()
        chat.news()

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

    # ── the unit ──

    def _file(self, session: Session) -> list[_Meant]:
        """Who means to file by now does, on the day that they chose or when the bot is back.

        Gives the taps of those who file by chat, once all is filled in.
        """
        now = self.town.clock.now()
        by_chat: list[_Meant] = []
        for report, cycle, unit in self._reports(session, OPEN_STATES):
            if report.id not in self._filing_at:
                is_returned = report.state is ReportState.RETURNED
                later = timedelta(days=self.chance.uniform(0.5 if is_returned else -4, 14))
                never = self.chance.random() < _SHARE_NEVER
                from_at = now if is_returned else cycle.due_at
                self._filing_at[report.id] = None if never else from_at + later
            filing_at = self._filing_at[report.id]
            if filing_at is None or filing_at > now:
                continue
            del self._filing_at[report.id]
            self._fill(session, report, unit)
            if self.chance.random() < _SHARE_BY_CHAT and not self._is_blocked(unit):
                session.flush()
                press = Press(Action.FILE, report.id, "", report.version)
                by_chat.append((_LIAISONS[unit.name], (press.data(),)))
                self.deeds["filed by chat"] += 1
            else:
                file(session, report, now=now)
                self.deeds["filed"] += 1
        return by_chat

    def _is_blocked(self, unit: Unit) -> bool:
        return unit.name == PARKS and self._blocked

    def _reports(
        self, session: Session, states: frozenset[ReportState]
    ) -> list[tuple[Report, Cycle, Unit]]:
        rows = session.exec(
            select(Report, Cycle, Unit)
            .join(Cycle, col(Cycle.id) == Report.cycle_id)
            .join(Unit, col(Unit.id) == Report.unit_id)
            .where(col(Report.state).in_(states))
            .order_by(col(Report.id))
        )
        return list(rows)

    def _fill(self, session: Session, report: Report, unit: Unit) -> None:
        rows = report_rows(session, report.id)
        assert rows is not None
        person = self._person(session, _LIAISONS[unit.name])
        for asked in working_report(session, rows, ZONE).entries:
            content = self._content(session, unit, asked.content)
            entry = session.get_one(Entry, asked.entry_id)
            record_content(session, report, entry, content, person, now=self.town.clock.now())

    def _content(self, session: Session, unit: Unit, before: EntryContent) -> EntryContent:
        """Sometimes with a problem, which a later report says to be resolved, or as it was."""
        content = replace(before, status=EntryStatus.ON_TRACK, text="All is well so far.")
        living = select(Problem).where(Problem.unit_id == unit.id, col(Problem.state).in_(LIVING))
        problem = session.exec(living.order_by(col(Problem.id))).first()
        has_one = self.chance.random() < _SHARE_OF_PROBLEMS
        if before.follow_up is not None or before.problem:
            return content
        if problem is not None and has_one:
            self.deeds["problem resolved"] += 1
            done = FollowUp(problem.id, ProblemTurn.RESOLVED, "Money has come.")
            return replace(content, follow_up=done)
        if problem is None and has_one:
            self.deeds["problem"] += 1
            return replace(
                content, status=EntryStatus.BEHIND, problem="No money.", next_step="Ask."
            )
        return content

    def _person(self, session: Session, user_id: int) -> Person:
        bot_id = self.town.desk.bot_id
        found = select(Person).where(Person.user_id == user_id, Person.bot_id == bot_id)
        return session.exec(found).one()

    def _ask_for_time(self, session: Session) -> list[_Meant]:
        """A date that would not be taken is not asked for."""
        asking: list[_Meant] = []
        for report, cycle, unit in self._reports(session, OPEN_STATES):
            if self.chance.random() >= _SHARE_ASKING or self._is_blocked(unit):
                continue
            days = self._dates(report, cycle)
            if days:
                day = self.chance.choice(days).isoformat()
                press = Press(Action.EXTEND_TO, report.id, day)
                asking.append((_LIAISONS[unit.name], (press.data(), "数据尚在核对。")))
                self.deeds["extension asked"] += 1
        return asking

    def _dates(self, report: Report, cycle: Cycle) -> list[date]:
        try:
            return dates_to_ask_for(
                due_at=cycle.due_at,
                expected_at=expected_at(report, cycle),
                locks_at=cycle.locks_at,
                now=self.town.clock.now(),
                workdays=WORKDAYS,
                zone=ZONE,
            )
        except BaosongError:
            return []

    def _put_off(self, session: Session) -> list[_Meant]:
        """The liaison asks to be reminded later, at one of the moments that are offered."""
        now, rules = self.town.clock.now(), self.town.app.parts.rules
        meant: list[_Meant] = []
        for report, cycle, unit in self._reports(session, OPEN_STATES):
            chase = chase_for_report(session, report.id)
            is_silent = self.chance.random() >= _SHARE_SNOOZING or self._is_blocked(unit)
            if chase is None or is_silent:
                continue
            due_at = expected_at(report, cycle)
            offered = moments_offered(now, due_at, rules.ladder.hours, WORKDAYS)
            person = self._person(session, _LIAISONS[unit.name])
            contact = session.exec(select(Contact).where(Contact.person_id == person.id)).one()
            asked = len(snoozes_of(session, chase.id, contact.id))
            if offered and asked < MOST_SNOOZES:
                press = Press(Action.SNOOZE, report.id, self.chance.choice(sorted(offered)))
                meant.append((_LIAISONS[unit.name], (press.data(),)))
                self.deeds["snoozed"] += 1
        return meant

    # ── the office ──

    def _answer_requests(self, session: Session) -> list[_Meant]:
        """Some days after they were asked, or never."""
        answers: list[_Meant] = []
        waiting = select(Extension).where(Extension.state == ExtensionState.ASKED)
        for extension in session.exec(waiting.order_by(col(Extension.id))):
            if self.chance.random() >= _SHARE_ANSWERING:
                continue
            report = session.get_one(Report, extension.report_id)
            cycle = session.get_one(Cycle, report.cycle_id)
            press = Press(Action.GRANT, extension.id)
            day = extension.wanted_until.astimezone(ZONE).date()
            if day not in self._dates(report, cycle):  # it has passed meanwhile
                press = Press(Action.REFUSE_EXTENSION, extension.id, BARE)
            answers.append((OLGA, (press.data(),)))
            is_granted = press.action is Action.GRANT
            self.deeds["extension granted" if is_granted else "extension refused"] += 1
        return answers

    def _decide(self, session: Session) -> list[_Meant]:
        """What was filed is returned or accepted after some days, or waits for its review.

        At most one for each unit: the command speaks of its newest report.
        """
        now = self.town.clock.now()
        found: dict[str, str] = {}
        for report, _, unit in self._reports(session, frozenset({ReportState.FILED})):
            if (report.id, report.version) not in self._deciding_at:
                words = ("return", "accept", "")
                shares = (_SHARE_RETURNED, _SHARE_ACCEPTED, 1 - _SHARE_RETURNED - _SHARE_ACCEPTED)
                word = self.chance.choices(words, shares)[0]
                at = now + timedelta(days=self.chance.uniform(0.2, 9))
                self._deciding_at[report.id, report.version] = (at, word)
            at, word = self._deciding_at[report.id, report.version]
            if word and at <= now:
                found[unit.name] = word
                self._deciding_at[report.id, report.version] = (at, "")
        self.deeds.update(found.values())
        return [
            (OLGA, (f"/{word} {unit} 请写明数字" if word == "return" else f"/{word} {unit}",))
            for unit, word in found.items()
        ]
