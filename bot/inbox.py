"""The inbox: raw updates are kept before Telegram may forget them, then handled lane by lane."""

import asyncio
import json
import logging
import secrets
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from sqlmodel import Session
from telegram import Update

from bot.clock import steady
from handlers.context import BotApplication, Doors
from models.database import is_trouble_of_the_database
from models.delivery import (
    Incoming,
    keep_updates,
    lanes_waiting,
    mark_done,
    mark_failed,
    next_in_lane,
)
from models.work import Work
from texts import say
from vocabulary.message import Message

logger = logging.getLogger(__name__)

_ROOT = Path(__file__).parents[1]
_TRIES = 3
_PAUSE_SECONDS = 0.2  # before a failed update is tried again; its lane waits, no other does
_TROUBLE_SECONDS = 2.0  # before a database that could not be read is asked again
_IDLE_SECONDS = 5.0  # rows that nobody announced (another process kept them) are found this late
_LANES = 64  # people whose updates are handled at one time
_TURN = 20  # updates of one person in a row, while others wait for a place
_HANDLER_SECONDS = 60.0  # a handler that takes longer is cut off, and counts as failed
_UPDATE_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
ALLOWED_UPDATES = list(_UPDATE_KINDS)

RawUpdate = dict[str, object]


class UpdateUnreadable(Exception):
    """The update cannot be parsed: it is tried again like any other, and set aside."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    update_id: int
    body: str
    attempts: int


class Inbox:
    """Order is kept in a lane (a person's chat); lanes go side by side, and take turns.

    stop_seconds: for how long a stop waits for what is being handled.
    on_handled: is told "done" or "failed" of every update, and the seconds that it took.
    """

    def __init__(
        self,
        application: BotApplication,
        doors: Doors,
        *,
        stop_seconds: float,
        lanes: int = _LANES,
        handler_seconds: float = _HANDLER_SECONDS,
        on_handled: Callable[[str, float], None] = lambda _outcome, _seconds: None,
    ) -> None:
        self._application = application
        self._doors = doors
        self._stop_seconds = stop_seconds
        self._most_lanes = lanes
        self._handler_seconds = handler_seconds
        self._on_handled = on_handled
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._turns: dict[int, int] = {}
        self._turn = 0
        self._stopping = False
        self._wake = asyncio.Event()

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Commits the raw updates; only when this returns may they be confirmed."""
        incoming = [kept for raw in updates if (kept := _incoming(raw)) is not None]
        now = self._doors.clock.now()
        await self._doors.database.unit(
            lambda session: keep_updates(session, self._doors.desk.bot_id, incoming, now=now)
        )
        self._wake.set()

    async def handle_waiting(self) -> int:
        """Handles everything that waits, and says how many lanes that were."""
        lanes = await self._waiting_lanes()
        await asyncio.gather(*(self._handle_lane(lane) for lane in lanes))
        return len(lanes)

    async def run(self) -> None:
        """Handles updates for ever, a task for each lane that has any."""
        try:
            while True:
                self._wake.clear()
                try:
                    await self._start_lanes()
                except Exception:  # a locked or restarting database: the rows are still there
                    logger.exception("inbox-unreadable")
                    await self._doors.clock.sleep(_TROUBLE_SECONDS)
                    continue
                try:
                    async with asyncio.timeout(_IDLE_SECONDS):  # wait_for of 3.11 may lose a cancel
                        await self._wake.wait()
                except TimeoutError:
                    continue
        finally:
            await self.finish()

    async def _start_lanes(self) -> None:
        """Fills the free places, first with those whose last turn is longest ago."""
        waiting = await self._waiting_lanes()
        self._turns = {lane: self._turns.get(lane, 0) for lane in waiting}
        for lane in sorted(waiting, key=self._turns.__getitem__):  # stable: the older wait first
            if len(self._lanes) >= self._most_lanes:
                return
            if lane not in self._lanes:
                self._turn += 1
                self._turns[lane] = self._turn
                task = asyncio.create_task(self._handle_lane(lane, most=_TURN))
                self._lanes[lane] = task
                task.add_done_callback(partial(self._end_lane, lane))

    async def finish(self) -> None:
        """Waits a while for what is being handled; the rest stays in the inbox for the next start.

        What is cut off here has either committed, or happens again from its beginning.
        """
        self._stopping = True
        tasks = list(self._lanes.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=self._stop_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _end_lane(self, lane: int, task: asyncio.Task[None]) -> None:
        self._lanes.pop(lane, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("lane-failed", extra={"lane": lane}, exc_info=error)
            return  # what ended it may go on for a while: found again when idle, not at once
        self._wake.set()  # something may have come while the lane was ending

    async def _waiting_lanes(self) -> list[int]:
        bot_id = self._doors.desk.bot_id
        return await self._doors.database.unit(lambda session: lanes_waiting(session, bot_id))

    async def _handle_lane(self, lane: int, *, most: int | None = None) -> None:
        database = self._doors.database
        for _ in count() if most is None else range(most):
            waiting = await database.unit_in_turn(lambda session: self._next(session, lane))
            if waiting is None or self._stopping:
                return
            await self._handle(lane, waiting)

    def _next(self, session: Session, lane: int) -> _Waiting | None:
        row = next_in_lane(session, self._doors.desk.bot_id, lane)
        return _Waiting(row.update_id, row.body, row.attempts) if row else None

    async def _handle(self, lane: int, waiting: _Waiting) -> None:
        began = steady()
        try:
            update = self._parsed(waiting.body)
            async with asyncio.timeout(self._handler_seconds) as limit:
                self._doors.limits[waiting.update_id] = limit
                await self._application.process_update(update)
            error = self._doors.failures.pop(waiting.update_id, None)
            if error is not None:
                raise error
        except Exception as error:  # whatever it is, everyone else is served
            self._doors.marked.discard(waiting.update_id)
            self._on_handled("failed", steady() - began)
            if is_trouble_of_the_database(error):
                raise  # no fault of the update: its lane ends, and is found again
            await self._fail(lane, waiting, error)
            return
        finally:
            self._doors.limits.pop(waiting.update_id, None)
        if waiting.update_id in self._doors.marked:
            self._doors.marked.discard(waiting.update_id)
        else:
            await self._doors.database.unit_in_turn(
                lambda session: self._mark_done(session, waiting)
            )
        self._on_handled("done", steady() - began)

    def _parsed(self, body: str) -> Update:
        try:
            update = Update.de_json(json.loads(body), self._application.bot)
        except Exception as error:  # a field of a wrong type may raise anything
            raise UpdateUnreadable from error
        if update is None:
            raise UpdateUnreadable
        return update

    def _mark_done(self, session: Session, waiting: _Waiting) -> None:
        """For the updates that no unit of work has marked."""
        now = self._doors.clock.now()
        mark_done(session, self._doors.desk.bot_id, waiting.update_id, now=now)

    async def _fail(self, lane: int, waiting: _Waiting, error: Exception) -> None:
        incident = secrets.token_hex(3).upper()
        logger.error(
            "update-failed",
            extra={"update": waiting.update_id, "incident": incident, "try": waiting.attempts + 1},
            exc_info=error,
        )
        await self._doors.database.unit_in_turn(
            lambda session: self._set_aside(session, lane, waiting, incident, _named(error))
        )
        self._doors.wake_sender()
        await self._doors.clock.sleep(_PAUSE_SECONDS)

    def _set_aside(
        self, session: Session, lane: int, waiting: _Waiting, incident: str, error: str
    ) -> None:
        doors = self._doors
        now = doors.clock.now()
        is_dead = mark_failed(
            session,
            doors.desk.bot_id,
            waiting.update_id,
            incident=incident,
            error=error,
            tries=_TRIES,
            now=now,
        )
        if is_dead and lane > 0:
            html = say(doors.desk.language, "went-wrong", incident=incident)
            Work(session, doors.desk, now).send(lane, Message(html))


def _named(error: BaseException) -> str:
    """What went wrong and where in our code, without its text, which may hold what was typed."""
    cause = error.__cause__ or error
    frames = traceback.extract_tb(cause.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_ROOT)]
    if not ours:
        return type(cause).__name__
    place = Path(ours[-1].filename).relative_to(_ROOT).as_posix()
    return f"{type(cause).__name__} {place}:{ours[-1].lineno}"


async def note_failure(update: object, context: object) -> None:
    """PTB's error handler: hands the error to whoever handles the row, since PTB swallows it."""
    if not isinstance(update, Update):
        return
    error = getattr(context, "error", None)
    doors = getattr(context, "doors", None)
    if isinstance(error, Exception) and isinstance(doors, Doors):
        doors.failures[update.update_id] = error


def _incoming(raw: RawUpdate) -> Incoming | None:
    """None for something without an id, which Telegram never sends."""
    update_id = raw.get("update_id")
    if not isinstance(update_id, int):
        return None
    return Incoming(update_id, lane_of(raw), json.dumps(raw, ensure_ascii=False))


def lane_of(raw: RawUpdate) -> int:
    """The chat in whose order the update waits its turn; 0 where it cannot be told."""
    for kind in _UPDATE_KINDS:
        part = raw.get(kind)
        if not isinstance(part, dict):
            continue
        message = part.get("message", part)
        chat = message.get("chat") if isinstance(message, dict) else None
        for owner in (chat, part.get("from")):
            if isinstance(owner, dict) and isinstance(owner.get("id"), int):
                return int(owner["id"])
    return 0
