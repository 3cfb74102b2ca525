"""An office with its plan and its people, beside a bot whose process may end at any moment."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlmodel import Session, col, select

from bot.demo.two_months import two_months
from models.database import Database
from models.delivery import InboxRow, InboxState, OutboxRow, OutboxState
from models.loading import load_edition
from models.offices import the_office, unit_named
from models.people import invite
from sandbox import Limits, Person, Sandbox, SandboxServer
from tests.factories import OFFICE, ZONE
from tests.faults.moving_clock import MovingClock
from tests.faults.process import PATIENCE, TOKEN, BotProcess, Place
from vocabulary.terms import FORCE_KINDS, ContactKind

STARTS = datetime(2022, 7, 28, 9, tzinfo=ZONE)
OPENS = datetime(2022, 8, 1, 9, tzinfo=ZONE)
COORDINATOR = 900
SPEED = 10.0
"""Seconds of the office in a real one: the sender keeps Telegram's pace, ten times as fast."""

_SETTINGS = {
    "BAOSONG_TELEGRAM__COORDINATORS": str(COORDINATOR),
    "BAOSONG_OFFICE__NAME": OFFICE,
    # Of real seconds; a lease is of the office's, and outlasts a sending all the same.
    "BAOSONG_SENDING__CONNECT_SECONDS": "1",
    "BAOSONG_SENDING__READ_SECONDS": "4",
    "BAOSONG_SENDING__WRITE_SECONDS": "1",
}


@dataclass
class Office:
    """What a test needs to act for the people and to break things."""

    place: Place
    clock: MovingClock
    sandbox: Sandbox
    bot: BotProcess
    units: list[str]
    forces: dict[str, str]
    """By unit, a task force that some measure of its belongs to."""
    engine: Engine
    """For looking on beside the process that writes."""

    def link(self, unit: str | None, kind: ContactKind) -> str:
        """The token of an invitation, as `baosong invite` makes it. unit: or the task force."""

        def made(session: Session) -> str:
            office_id = the_office(session, OFFICE).id
            force = unit if unit and kind in FORCE_KINDS else ""
            found = unit_named(session, office_id, unit) if unit and not force else None
            return invite(
                session,
                office_id,
                found.id if found else None,
                kind,
                invited_by="",
                valid=timedelta(days=30),
                now=self.clock.now(),
                task_force=force,
            )

        with self.opened() as database:
            return database.run(made)

    def joins(self, name: str, unit: str, kind: ContactKind = ContactKind.LIAISON) -> Person:
        """Somebody presses Start with a link of their own; the bot need not run."""
        phone = self.sandbox.person(name)
        phone.starts(self.link(unit, kind))
        return phone

    def has_moved_on(self, to: datetime) -> None:
        """It is so late, and a bot has done by itself all that is due by then."""
        self.clock.jump(to - self.clock.now())
        self.starts_and_is_quiet()
        assert self.bot.ends() == 0

    def starts_and_is_quiet(self, *, seconds: float = PATIENCE) -> None:
        """The bot starts, plans, handles and sends, until nothing is left to do at this moment."""
        self.bot.starts()
        self.bot.waits_for_tick()
        self.bot.waits(self.is_quiet, seconds=seconds)

    @contextmanager
    def opened(self) -> Iterator[Database]:
        database = Database(self.place.database_url)
        try:
            yield database
        finally:
            database.close()

    def is_quiet(self) -> bool:
        """Everything that came is handled, and everything that is due by now has gone out."""
        if len(self.sandbox.updates):
            return False
        is_due = (col(OutboxRow.state) == OutboxState.SENDING) | (
            (col(OutboxRow.state) == OutboxState.DUE)
            & (col(OutboxRow.not_before) <= self.clock.now())
        )
        waiting = (
            select(InboxRow.update_id).where(InboxRow.state == InboxState.NEW).limit(1),
            select(OutboxRow.id).where(is_due).limit(1),
        )
        with Session(self.engine) as session:
            return not any(session.exec(question).first() for question in waiting)


@contextmanager
def an_office(
    folder: Path,
    database_url: str,
    *,
    seed: int = 0,
    speed: float = SPEED,
    starts_at: datetime = STARTS,
    settings: dict[str, str] | None = None,
    is_made: bool = True,
) -> Iterator[Office]:
    """The sample plan of 36 units is loaded, the coordinator has pressed Start; nothing runs yet.

    is_made: the database is migrated; one that is not gets no plan.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clock = MovingClock.made(folder / "clock", starts_at, speed=speed)
    sandbox = Sandbox(now=clock.now, token=TOKEN, limits=Limits(flood=False), seed=seed)
    story = two_months()

    def loaded(session: Session) -> None:
        load_edition(
            session,
            the_office(session, OFFICE).id,
            story.plan,
            story.measures,
            story.register,
            first_period=story.chapters[0].period,
            last_period=story.last_period,
            now=starts_at,
        )

    with SandboxServer(sandbox, webhook_retry=(0.05, 0.2)).in_thread() as server:
        place = Place(folder, database_url, server)
        bot = BotProcess(place, {**_SETTINGS, **(settings or {})})
        engine = create_engine(database_url)
        forces = {
            unit.name: asked.measure.task_force
            for asked in story.measures
            for unit in asked.units
            if asked.measure.task_force
        }
        office = Office(place, clock, sandbox, bot, list(story.cast), forces, engine)
        if is_made:
            with office.opened() as database:
                database.run(loaded)
        sandbox.person("王经办", user_id=COORDINATOR).starts()
        try:
            yield office
        finally:
            bot.closes()
            engine.dispose()


def seeded(seed: object) -> random.Random:
    return random.Random(str(seed))  # noqa: S311 -- moments, not secrets
