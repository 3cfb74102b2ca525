"""The process ends at a named moment, and another one goes on from there."""

import time
from collections import Counter
from itertools import product

from sqlmodel import Session, select

from models.chases import Reminder
from models.delivery import InboxRow, InboxState, OutboxRow, OutboxState
from sandbox import Person
from tests.faults.crash_points import ENDED_HERE, Crash, Point
from tests.faults.office import OPENS, Office
from tests.faults.process import PATIENCE
from vocabulary.terms import ContactKind

_LIAISONS, _LEADERS = 3, 3
_PAUSE = 0.1  # real seconds between two lines, so that they come in more batches than one


_ONCE_A_TICK = frozenset({Point.AFTER_PLANNING})
_ELSEWHERE = frozenset({Point.MID_MIGRATION, Point.MID_COMPILE})

ALL = tuple(
    Crash(point, nth)
    for point, nth in product(Point, (1, 2, 3))
    if point not in _ELSEWHERE and (nth == 1 or point not in _ONCE_A_TICK)
)
"""Every named point of a life, for the first, second and third time."""


class Line:
    """People who write to a bot that ends under them, and what must have come of it.

    The office stands before the opening of July; everybody has joined.
    """

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hits = 0
        self.liaisons = [
            office.joins(f"甲{n}", unit) for n, unit in enumerate(office.units[:_LIAISONS])
        ]
        self.leaders = [
            office.joins(f"丙{n}", unit, ContactKind.HEAD)
            for n, unit in enumerate(office.units[:_LEADERS])
        ]
        self.lines: dict[int, int] = {leader.id: 1 for leader in self.leaders}
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0

    def opens_july(self) -> None:
        self.office.clock.jump(OPENS - self.office.clock.now())

    def crashes(self, crash: Crash) -> None:
        """Runs until it ends at the point, with the leaders writing all the while."""
        self.office.bot.starts(crash=crash)
        ends_at = time.monotonic() + PATIENCE
        while self.office.bot.exit_code is None and time.monotonic() < ends_at:
            leader = self.leaders[len(self.office.sandbox.journal.updates) % _LEADERS]
            leader.sends("a line")
            self.lines[leader.id] += 1
            time.sleep(_PAUSE)
        assert self.office.bot.exit_code == ENDED_HERE, f"never came to {crash}"
        self.office.bot.waits_for_end()
        with Session(self.office.engine) as session:
            under_way = select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING)
            self.hits += len(session.exec(under_way).all())

    def goes_on(self) -> None:
        """Another process does what is left, and everything is as if nothing had happened."""
        self.office.starts_and_is_quiet()
        assert self.office.bot.ends() == 0
        with Session(self.office.engine) as session:
            in_doubt = self._check_tables(session)
        surplus = sum(_from_bot(leader) - self.lines[leader.id] for leader in self.leaders)
        assert -in_doubt <= surplus <= self.hits, f"{surplus=} {in_doubt=} {self.hits=}"

    def _check_tables(self, session: Session) -> int:
        """So many answers ended in doubt: hit at both tries, they may have arrived or not."""
        inbox = session.exec(select(InboxRow)).all()
        written = {update.update_id for update in self.office.sandbox.journal.updates}
        assert {row.update_id for row in inbox} == written
        assert {row.state for row in inbox} == {InboxState.DONE}
        in_doubt = 0
        for leader in self.leaders:
            answers = session.exec(select(OutboxRow).where(OutboxRow.chat_id == leader.id)).all()
            assert len(answers) == self.lines[leader.id]
            states = Counter(row.state for row in answers)
            assert set(states) <= {OutboxState.SENT, OutboxState.UNKNOWN}
            in_doubt += states[OutboxState.UNKNOWN]
        reminders = session.exec(select(Reminder)).all()
        assert len(reminders) == _LIAISONS
        assert len({reminder.contact_id for reminder in reminders}) == _LIAISONS
        return in_doubt


def _from_bot(person: Person) -> int:
    return sum(message.from_bot for message in person.chat)
