"""A month of 36 units while the bot's process is killed again and again and everything breaks."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.watchdog import EXIT_STALE
from sandbox import (
    Backwards,
    Delay,
    Drop,
    Hang,
    Person,
    Redeliver,
    bad_gateway,
    flood_wait,
    html_page,
)
from sandbox.faults import Fault
from tests.faults.books import Books, watch_effects
from tests.faults.breaking import database_locked, no_room_beyond
from tests.faults.office import COORDINATOR, OPENS, Office, seeded
from tests.faults.people import Caller, Talker
from tests.faults.told import Planning, in_working_hours
from vocabulary.terms import ContactKind

ENDS = OPENS + timedelta(days=18, hours=3)
"""Noon of 19 August, the day in whose evening corrections close."""

_AFTERWARDS = timedelta(days=3)  # to the Monday after, for what waits for a working hour

_PAUSE = 0.01  # real seconds between two looks of the people
_LONGEST_LIFE = 12.0  # real seconds; a life ends by what was done in it, not by time
_STANDS_STILL = 300.0  # real seconds in which nothing is handled, and something should have been
_LONGEST_END = 3600.0  # real seconds for what was left when the weather cleared
_CALLS_OF_A_LIFE = 60  # calls to Telegram in a life, on average
COLD_EVERY = 10
"""Of so many starts one is by a new interpreter, as a service manager does it."""

_EVERY_SO_MANY = 12  # units: one of them never files
_SHARE_RETURNED = 0.3  # of the reports filed
_SHARE_CALLING = 0.05  # of the looks: a leader writes a line, some five times a second
_ALL_SEND = ("sendMessage", "sendDocument", "editMessageText", "editMessageReplyMarkup")

_WEATHER: tuple[tuple[str, Fault, float], ...] = (
    *((method, flood_wait(2), 0.001) for method in _ALL_SEND),
    *((method, bad_gateway(), 0.003) for method in _ALL_SEND),
    *((method, bad_gateway(accepted=True), 0.003) for method in _ALL_SEND),
    *((method, Drop(accepted=True), 0.006) for method in _ALL_SEND),
    *((method, Drop(accepted=False), 0.006) for method in _ALL_SEND),
    *((method, Hang(accepted=True), 0.0003) for method in _ALL_SEND),
    *((method, html_page(403), 0.001) for method in _ALL_SEND),
    *((method, Delay(0.05), 0.02) for method in _ALL_SEND),
    ("answerCallbackQuery", Drop(accepted=True), 0.01),
    ("getUpdates", bad_gateway(), 0.01),
    ("getUpdates", html_page(200), 0.01),
    ("getUpdates", Drop(accepted=True), 0.02),
    ("getUpdates", Redeliver(), 0.05),
    ("getUpdates", Backwards(), 0.1),
    ("webhook", Redeliver(), 0.02),
)


_LAST_LINES = """
SELECT lane, name FROM faults_applied JOIN faults_came USING (update_id)
WHERE faults_applied.rowid IN (SELECT max(rowid) FROM faults_applied GROUP BY lane)
"""


@dataclass(frozen=True, slots=True)
class Recovery:
    """From a kill to the first update that the next process has handled.

    seconds: real ones, without those in which the test reads its books between the two.
    """

    by_webhook: bool
    is_cold: bool
    seconds: float


@dataclass
class Figures:
    """What one month brought."""

    kills: int = 0
    updates: int = 0
    handled: int = 0
    conversations: int = 0
    shown_as_saved: int = 0
    ambiguous: int = 0
    strays: int = 0
    copies: int = 0
    returned: int = 0
    asked: int = 0
    waiting: int = 0
    in_doubt: int = 0
    asked_again: int = 0
    locks: int = 0
    full_disks: int = 0
    stops: int = 0
    restarts: int = 0
    seconds: float = 0.0
    recoveries: list[Recovery] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)


@dataclass
class Chatter:
    """Somebody in a group in which the bot is, too: it keeps quiet, and remembers their name."""

    user_id: int
    lines: int = 0


class Month:
    """One month of one seed; `play` raises AssertionError when a promise is broken.

    mode: polling, webhook, or both in turns. lines: what the group writes in a life, on average.
    talkers: the units whose liaisons write; those of the others never do. returns: the share of the
    filed reports that the office sends back, once each.
    """

    def __init__(
        self,
        office: Office,
        *,
        seed: object,
        mode: str,
        kills: int,
        rewrites: int,
        lines: int,
        cold_every: int = COLD_EVERY,
        talkers: Collection[str] | None = None,
        returns: float = _SHARE_RETURNED,
        ends_at: datetime = ENDS,
    ) -> None:
        self.office = office
        self.figures = Figures()
        self.books = Books(office)
        self._chance = seeded(seed)
        self._mode = mode
        self._cold_every = cold_every
        self._kills = kills
        self._lines = lines
        self._ends_at = ends_at
        self._dying_took: float | None = None
        self._planning: Planning | None = None
        self._is_disturbed = False
        self._returns = returns
        self._by_webhook = False
        self._seen_applied = 0
        self._cast(rewrites, office.units if talkers is None else talkers)
        with office.opened() as database, database.engine.begin() as connection:
            raw = connection.connection.dbapi_connection
            assert isinstance(raw, sqlite3.Connection)
            watch_effects(raw)

    # The people

    def _cast(self, rewrites: int, talkers: Collection[str]) -> None:
        office, chance = self.office, self._chance
        self.talkers: list[Talker] = []
        self.callers: list[Caller] = []
        self.chatters = [Chatter(8_000_000 + number) for number in range(8)]
        self.blocked: list[Person] = []
        self.decided: set[str] = set()
        span = (self._ends_at - OPENS) * 0.7
        for place, unit in enumerate(office.units):
            never = unit not in talkers or place % _EVERY_SO_MANY == 5
            phone = office.joins(f"甲{place}", unit)
            begins_at = None if never else OPENS + span * chance.random()
            self.talkers.append(
                Talker(
                    office.sandbox,
                    phone,
                    unit,
                    chance,
                    begins_at=begins_at,
                    rewrites=chance.randint(0, 2 * rewrites),
                    corrects=int(chance.random() < 0.3),
                )
            )
            if never:
                office.joins(f"乙{place}", unit, ContactKind.LEADER_IN_CHARGE)
                self.blocked.append(phone)
            if place % 3 == 0:
                leader = office.joins(f"丙{place}", unit, ContactKind.HEAD)
                self.callers.append(Caller(leader))

    def _act(self) -> None:
        self._talk()
        if self._chance.random() < _SHARE_CALLING:
            self._chance.choice(self.callers).acts()

    def _talk(self) -> None:
        for talker in self.talkers:
            talker.acts()
            if talker.receipts and talker.unit not in self.decided:
                self._review(talker.unit)

    def _review(self, unit: str) -> None:
        """The office returns what was filed, or leaves it alone."""
        self.decided.add(unit)
        if self._chance.random() < self._returns:
            coordinator = self.office.sandbox.people[COORDINATOR]
            coordinator.sends(f"/return {unit} 请写明办到了哪一步")

    def _group_writes(self) -> None:
        """Before a life, so that there is something to be handled when it begins."""
        for _ in range(self._chance.randint(1, 2 * self._lines)):
            self._line(self._chance.choice(self.chatters))

    def _line(self, chatter: Chatter) -> None:
        chatter.lines += 1
        self.office.sandbox.put(
            "message",
            {
                "message_id": chatter.lines,
                "date": int(self.office.clock.now().timestamp()),
                "chat": {"id": -chatter.user_id, "type": "group", "title": "服务业工作群"},
                "from": {
                    "id": chatter.user_id,
                    "is_bot": False,
                    "first_name": f"line {chatter.lines}",
                },
                "text": "收到",
            },
            lane=-chatter.user_id,
        )

    # The play

    def play(self) -> Figures:
        began = time.monotonic()
        self.office.starts_and_is_quiet()  # everybody joins
        assert self.office.bot.ends() == 0
        self._weather()
        for number in range(self._kills):
            self._choose_mode(number)
            self._life(number)
            self._die()
            self._time_passes(number)
        self._end()
        self.figures.seconds = time.monotonic() - began
        return self.figures

    def _weather(self) -> None:
        for method, fault, share in _WEATHER:
            self.office.sandbox.faults.sometimes(method, fault, share=share, numbers=self._chance)

    def _choose_mode(self, number: int) -> None:
        self._by_webhook = self._mode == "webhook" or (self._mode == "both" and number % 2 == 1)
        if self._by_webhook:
            self.office.bot.by_webhook()
        else:
            self.office.bot.by_polling()

    def _life(self, number: int) -> None:
        office, chance = self.office, self._chance
        self._group_writes()
        calls_at_start = len(office.sandbox.journal.calls)
        calls = int(chance.expovariate(1 / _CALLS_OF_A_LIFE))
        is_cold = number % self._cold_every == self._cold_every - 1
        self._planning, self._is_disturbed = None, False
        began, began_at = time.monotonic(), office.clock.now()
        office.bot.starts(is_cold=is_cold)
        trouble = chance.random()
        is_measured = self._dying_took is None
        ends_at = began + _LONGEST_LIFE
        with closing(self._look()) as connection:
            while time.monotonic() < ends_at:
                self._supervise(is_cold=is_cold)
                self._act()
                self._look_at_planning(began_at)
                if not is_measured and self._has_handled(connection):
                    self._note_recovery(time.monotonic() - began, is_cold=is_cold)
                    is_measured = True
                    ends_at = min(ends_at, time.monotonic() + _LONGEST_LIFE / 2)
                if is_measured and trouble < 0.3:
                    self._make_trouble(trouble)
                    trouble = 1.0
                if len(office.sandbox.journal.calls) - calls_at_start >= calls:
                    break
                time.sleep(_PAUSE)

    def _look_at_planning(self, began_at: datetime) -> None:
        """By the time that it has ended, whatever was due at the start is planned."""
        if self._planning is None and not self._is_disturbed and self.office.bot.has_ticked():
            self._planning = Planning(began_at, self.office.clock.now())

    def _supervise(self, *, is_cold: bool) -> None:
        """What a service manager does: starts it anew when it has ended by itself.

        It may end at the start, where Telegram is silent, and as stale, where the machine is too
        slow for its ticks. Any other end is a fault of the bot.
        """
        bot = self.office.bot
        if bot.exit_code is None:
            return
        last = bot.logged().rstrip().rpartition("\n")[2]
        is_expected = bot.exit_code == EXIT_STALE or last.startswith("telegram.error.")
        assert is_expected, bot.logged()[-4000:]
        bot.waits_for_end()
        self.figures.restarts += 1
        bot.starts(is_cold=is_cold)

    def _look(self) -> sqlite3.Connection:
        path = self.office.place.database_url.removeprefix("sqlite:///")
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)

    def _has_handled(self, connection: sqlite3.Connection) -> bool:
        return self._applied(connection) > self._seen_applied

    def _applied(self, connection: sqlite3.Connection) -> int:
        return int(connection.execute("SELECT max(rowid) FROM faults_applied").fetchone()[0] or 0)

    def _note_recovery(self, seconds: float, *, is_cold: bool) -> None:
        assert self._dying_took is not None
        took = Recovery(self._by_webhook, is_cold, self._dying_took + seconds)
        self.figures.recoveries.append(took)

    def _make_trouble(self, chosen: float) -> None:
        """For some tenths of a second, with everybody going on meanwhile."""
        self._is_disturbed = True
        lasts = self._chance.uniform(0.05, 0.6)
        if chosen < 0.1:
            self.figures.locks += 1
            with database_locked(self.office.place.database_url):
                self._goes_on(lasts)
        elif chosen < 0.2:
            self.figures.full_disks += 1
            with no_room_beyond(self.office.bot.pid, 4096):
                self._goes_on(lasts)
        else:
            self.figures.stops += 1
            os.kill(self.office.bot.pid, signal.SIGSTOP)
            self._goes_on(lasts)
            os.kill(self.office.bot.pid, signal.SIGCONT)

    def _goes_on(self, seconds: float) -> None:
        ends_at = time.monotonic() + seconds
        while time.monotonic() < ends_at:
            self._act()
            time.sleep(_PAUSE)

    def _die(self) -> None:
        self._line(self._chance.choice(self.chatters))
        killed_at = time.monotonic()
        if self.office.bot.exit_code is None:
            self.office.bot.kills()
        self._dying_took = time.monotonic() - killed_at
        self.figures.kills += 1
        with closing(self._look()) as connection:
            self._seen_applied = self._applied(connection)
            self.books.check_after_kill(connection, self._planning)
            self._check_what_was_said(connection)
            self._check_the_group(connection)

    def _time_passes(self, number: int) -> None:
        """The bot is off for some minutes to two days; as often as not it is back in a workday."""
        clock = self.office.clock
        left = self._ends_at - clock.now()
        share = 2 * self._chance.random() / (self._kills - number + 1)
        clock.jump(max(timedelta(0), left * min(share, 0.9)))
        if self._chance.random() < 0.5:
            now = clock.now()
            hours = (now + timedelta(hours=hour) for hour in range(72))
            back_at = next((hour for hour in hours if in_working_hours(hour)), now)
            clock.jump(max(timedelta(0), min(back_at, self._ends_at) - now))
        if self._chance.random() < 0.03 and self.blocked:
            person = self._chance.choice(self.blocked)
            chat = self.office.sandbox.chats[person.id]
            person.unblocks() if chat.status == "kicked" else person.blocks()

    def _end(self) -> None:
        """The weather clears, everybody finishes, and the clock comes to the evening."""
        office = self.office
        office.sandbox.faults.clear()
        for jump in (self._ends_at - office.clock.now(), _AFTERWARDS):
            office.clock.jump(max(timedelta(0), jump))
            began_at = office.clock.now()
            office.bot.starts()
            self._waits(office.bot.has_ticked)
            self._waits(self._is_finished)
            self._waits(office.is_quiet)
            assert office.bot.ends() == 0
        with closing(self._look()) as connection:
            found = self.books.check_at_the_end(connection, Planning(began_at, office.clock.now()))
            self.figures.in_doubt = found.in_doubt
            self._check_what_was_said(connection)
            self._check_the_group(connection)
            self._check_the_callers(connection)
            self._check_filings(connection)
            self._count(connection)

    def _waits(self, is_so: Callable[[], bool]) -> None:
        """However slow the machine is, as long as work is being done."""
        began = moved = time.monotonic()
        done = -1
        with closing(self._look()) as connection:
            while not is_so():
                now = time.monotonic()
                if (handled := self._applied(connection)) > done:
                    done, moved = handled, now
                assert now < min(moved + _STANDS_STILL, began + _LONGEST_END), (
                    f"{is_so} never came\n{self.office.bot.logged()[-4000:]}"
                )
                self._supervise(is_cold=False)
                time.sleep(_PAUSE)

    def _is_finished(self) -> bool:
        self._talk()
        return all(talker.is_done for talker in self.talkers)

    # What must be true

    def _check_what_was_said(self, connection: sqlite3.Connection) -> None:
        """What somebody was shown as saved is stored, or what they have said of it since."""
        stored = self.books.entries(connection)
        for talker in self.talkers:
            for number, said in talker.said.items():
                if said.shown:
                    kept = stored[talker.unit, number]
                    assert said.accounts_for(kept), (talker.unit, number, kept, said)

    def _check_the_group(self, connection: sqlite3.Connection) -> None:
        """What is remembered is of the last line that counts as done: the two are one."""
        handled = dict(connection.execute(_LAST_LINES))
        names = dict(connection.execute("SELECT user_id, name FROM person"))
        for chatter in self.chatters:
            assert names.get(chatter.user_id) == handled.get(-chatter.user_id)

    def _check_the_callers(self, connection: sqlite3.Connection) -> None:
        """Exactly one answer was made for each line, and one for coming by a link."""
        answers = dict(
            connection.execute(
                "SELECT chat_id, count(*) FROM outbox"
                " WHERE priority = 0 AND kind = 'message' GROUP BY chat_id"
            )
        )
        handled = dict(
            connection.execute("SELECT lane, count(*) FROM faults_applied GROUP BY lane")
        )
        for caller in self.callers:
            assert answers.get(caller.phone.id, 0) == handled.get(caller.phone.id, 0)

    def _check_filings(self, connection: sqlite3.Connection) -> None:
        revisions = dict(
            connection.execute(
                "SELECT unit.name, count(*) FROM revision JOIN report ON report.id = report_id"
                " JOIN unit ON unit.id = report.unit_id GROUP BY unit.name"
            )
        )
        for talker in self.talkers:
            filed = revisions.get(talker.unit, 0)
            assert len(talker.receipts) <= filed <= talker.file_taps, talker.unit

    def _count(self, connection: sqlite3.Connection) -> None:
        figures, books = self.figures, self.books
        updates = self.office.sandbox.journal.updates
        figures.updates = len(updates)
        figures.handled = self._applied(connection)
        talking = {talker.phone.id for talker in self.talkers}
        figures.conversations = sum(
            count
            for lane, count in connection.execute(
                "SELECT lane, count(*) FROM faults_applied GROUP BY lane"
            )
            if lane in talking
        )
        figures.shown_as_saved = sum(
            said.shown > 0 for talker in self.talkers for said in talker.said.values()
        )
        figures.ambiguous = books.ambiguous
        figures.strays = books.strays(connection)
        figures.copies = books.copies(connection)
        figures.asked = books.asked
        figures.waiting = books.waiting
        figures.returned = connection.execute('SELECT count(*) FROM "return"').fetchone()[0]
        figures.asked_again = sum(talker.asked_again for talker in self.talkers)
        for call in self.office.sandbox.journal.calls:
            if call.fault:
                figures.faults[call.fault] = figures.faults.get(call.fault, 0) + 1
        assert figures.strays <= figures.ambiguous, (figures.strays, figures.ambiguous)
