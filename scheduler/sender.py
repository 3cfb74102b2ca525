"""The one sender: claims rows of the outbox, sends them at Telegram's pace, settles them.

Mails are rows of the same outbox in a lane of their own (`scheduler.mail_lane`).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from sqlmodel import Session
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram import Message as TelegramMessage
from telegram.constants import ParseMode
from telegram.error import TelegramError

from models.cycles import OPEN_STATES, Report
from models.database import Database
from models.delivery import (
    MAYBE_SENT,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    Slot,
    claim_next,
    expired_leases,
    is_taken_back,
    may_have_arrived,
    put_off_reminders,
    settle,
    unpacked,
)
from models.milestones import MilestoneName, milestone, reach_milestone
from models.people import mark_unreachable
from models.work import Desk, Work
from scheduler.gathering import mark_messages_telling
from scheduler.notices import tell_unreachable
from scheduler.outcomes import (
    MaybeSent,
    NotSent,
    Outcome,
    Refused,
    Sent,
    Unreachable,
    Vanished,
    Wait,
    outcome_of,
)
from scheduler.overdue_problems import mark_messages
from scheduler.pacer import Pacer
from scheduler.settled import mark_office_overtaken, mark_settled
from vocabulary.clock import Clock
from vocabulary.message import Message

logger = logging.getLogger(__name__)

_WORKERS = 8  # sendings under way at once: the pace allows 25 a second, a call takes a third of one
_IDLE_SECONDS = 2.0  # rows that come due by time alone are found this late at most
_FIRST_BACKOFF = timedelta(seconds=2)
_REPEAT_AFTER = timedelta(seconds=15)  # what swallows one answer often lasts some seconds
_LONGEST_BACKOFF = timedelta(minutes=5)
_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A produced file, as it is stored and handed out."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed row, as values. edit: the message to be changed instead of sending a new one."""

    outbox_id: int
    fence: int
    lease_until: datetime
    chat_id: int
    kind: OutboxKind
    message: Message | None
    edit: int | None
    document_id: int | None
    slot_id: int | None
    slot_version: int
    slot_generation: int


class Lane(Protocol):
    """What goes out beside Telegram: by another way, at its own pace, in nobody's way."""

    async def send_one(self) -> bool:
        """False when nothing is due, or it has to wait."""


class Sender:
    """`send_due` sends what is due and returns; `run` goes on until it is cancelled.

    mails: their lane, where the office has a mail server.
    file_of: gives a document's file, made now or taken from the store; it works off the loop.
    reminders_from: the moment itself, or the next at which a reminder may go out.
    give_up_after: how long what surely did not arrive is tried again.
    stop_after: how long a stop waits for what is under way; cut off, it counts as unknown.
    on_outcome: is told of every sending that was tried, and how long it took.
    """

    def __init__(
        self,
        database: Database,
        bot: Bot,
        desk: Desk,
        clock: Clock,
        pacer: Pacer,
        *,
        file_of: Callable[[int], Awaitable[MadeFile]],
        reminders_from: Callable[[Session, datetime], datetime],
        lease: timedelta,
        give_up_after: timedelta,
        stop_after: timedelta,
        mails: Lane | None = None,
        on_outcome: Callable[[Outcome, timedelta], None] = lambda _outcome, _took: None,
    ) -> None:
        self._database = database
        self._bot = bot
        self._desk = desk
        self._clock = clock
        self._pacer = pacer
        self._file_of = file_of
        self._lease = lease
        self._give_up_after = give_up_after
        self._stop_after = stop_after
        self._mails = mails
        self._on_outcome = on_outcome
        self._reminders_from = reminders_from
        self._ways = [self._send_one] * _WORKERS + ([mails.send_one] if mails else [])
        self._wakes = [asyncio.Event() for _ in self._ways]

    def wake(self) -> None:
        """Something may have come due."""
        for event in self._wakes:
            event.set()

    async def send_due(self) -> int:
        """Sends everything that is due now, one by one; says how many rows that was."""
        sent = 0
        while True:
            rests = bool(self._pacer.resting())  # where no chat does, a second look is the first
            if (
                await self._send_one()
                or (rests and await self._send_one(also_resting=True))
                or (self._mails is not None and await self._mails.send_one())
            ):
                sent += 1
            else:
                return sent

    async def run(self) -> None:
        """Sends for ever, several chats at a time; when cancelled it settles what is under way."""
        async with asyncio.TaskGroup() as workers:
            for way, event in zip(self._ways, self._wakes, strict=True):
                workers.create_task(self._work(way, event))

    async def _work(self, send_one: Callable[[], Awaitable[bool]], wake: asyncio.Event) -> None:
        while True:
            wake.clear()
            sending = asyncio.ensure_future(send_one())
            try:
                busy = await asyncio.shield(sending)
            except asyncio.CancelledError:
                await asyncio.wait({sending}, timeout=self._stop_after.total_seconds())
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
                raise
            except Exception:  # one row's trouble must not end the sending of all others
                logger.exception("sending failed")
                busy = False
            if not busy:
                try:
                    async with asyncio.timeout(self._idle_seconds()):  # wait_for may lose a cancel
                        await wake.wait()
                except TimeoutError:
                    continue

    def _idle_seconds(self) -> float:
        """Until a chat that has had its burst may get more, or something may have come due."""
        now = self._clock.now()
        rests = [(until - now).total_seconds() for until in self._pacer.resting().values()]
        return max(0.0, min([_IDLE_SECONDS, *rests]))

    async def recover(self, *, is_alone: bool = False) -> int:
        """Decides on rows whose sender stopped in the middle: unknown is not failed.

        What silence Telegram wanted then, it still wants.

        is_alone: no other sender can be at work, so that nobody holds the leases that still run.
        """
        return await self._database.unit(lambda session: self._recover(session, is_alone))

    def _recover(self, session: Session, is_alone: bool) -> int:
        now = self._clock.now()
        silent = milestone(session, self._desk.bot_id, MilestoneName.SILENT_UNTIL)
        if silent is not None:
            self._pacer.pause(silent)  # asked of the process before, too
        ended = now + self._lease if is_alone else now
        rows = expired_leases(session, self._desk.bot_id, now=ended)
        for row in rows:
            settle_maybe(
                session, row, row.attempts, "sender stopped", now=now, repeat_after=timedelta()
            )
        return len(rows)

    async def _send_one(self, *, also_resting: bool = False) -> bool:
        """A chat that has had its burst is left aside, so that nobody waits while its turn comes.

        also_resting: it is waited for, since there is nobody else.
        """
        resting = frozenset() if also_resting else frozenset(self._pacer.resting())
        claim = await self._database.unit(lambda session: self._claim(session, resting))
        if claim is None:
            return False
        began = self._clock.now()
        outcome = await self._deliver(claim)
        self._on_outcome(outcome, self._clock.now() - began)
        await self._database.unit(lambda session: self._settle(session, claim, outcome))
        return True

    def _claim(self, session: Session, resting: frozenset[int] = frozenset()) -> Claim | None:
        """The next row that is still worth sending; those that are not are settled on the way."""
        now = self._clock.now()
        while now >= self._pacer.paused_until:
            row = claim_next(
                session, self._desk.bot_id, now=now, lease=self._lease, resting=resting
            )
            if row is None:
                return None
            waits = row.priority >= Priority.REMINDER
            if waits and (later := self._reminders_from(session, now)) > now:
                settle(
                    session,
                    row.id,
                    fence=row.attempts,
                    state=OutboxState.DUE,
                    now=now,
                    not_before=later,
                )
                put_off_reminders(session, self._desk.bot_id, until=later)
                session.expire(row)
                continue
            slot = session.get_one(Slot, row.slot_id) if row.slot_id else None
            pointless = _pointless(session, row, slot, now)
            if pointless is None:
                return _claim_of(row, slot, now + self._lease)
            settle(session, row.id, fence=row.attempts, state=pointless, now=now)
            session.expire(row)
        return None

    async def _deliver(self, claim: Claim) -> Outcome:
        try:
            outcome = await self._call_in_turn(claim)
        except TelegramError as error:
            outcome = outcome_of(error)
        except Exception as error:  # PTB could not read the answer; the row must not be left
            logger.exception("answer not understood: outbox=%s", claim.outbox_id)
            outcome = MaybeSent(type(error).__name__)
        match outcome:
            case Wait(pause):
                self._pacer.pause(self._clock.now() + pause)
            case Vanished() if claim.kind is OutboxKind.CARD and not _is_put_aside(claim):
                return await self._deliver(replace(claim, edit=None))
            case Vanished():
                return Sent(None)  # the message that should ask nothing more is gone
            case Refused(reason):
                logger.error("refused: outbox=%s kind=%s %s", claim.outbox_id, claim.kind, reason)
            case _:
                pass
        return outcome

    async def _call_in_turn(self, claim: Claim) -> Outcome:
        file = None
        if claim.kind is OutboxKind.DOCUMENT:
            made = await self._file(claim)
            if not isinstance(made, MadeFile):
                return made
            file = made
        if not await self._pacer.turn(claim.chat_id, is_new_message=claim.edit is None):
            return Wait(self._pacer.paused_until - self._clock.now())
        if self._clock.now() >= claim.lease_until:
            return NotSent("lease ran out")
        with self._pacer.under_way():
            return await self._call(claim, file)

    async def _call(self, claim: Claim, file: MadeFile | None) -> Outcome:
        if file is not None:
            return Sent((await self._send_document(claim, file)).message_id)
        if claim.kind is OutboxKind.DELETION:
            return await self._delete(claim)
        if claim.edit is not None:
            await self._edit(claim, claim.edit)
            return Sent(claim.edit)
        if claim.message is None:
            return Refused("nothing to send")
        sent = await self._bot.send_message(
            claim.chat_id,
            claim.message.whole,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(claim.message),
            disable_notification=claim.message.quiet,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return Sent(sent.message_id)

    async def _edit(self, claim: Claim, message_id: int) -> None:
        """Its text, or its caption, becomes the claim's; without one it only loses its buttons."""
        keyboard = _keyboard(claim.message)
        if claim.message is None:
            await self._bot.edit_message_reply_markup(claim.chat_id, message_id)
        elif claim.kind is OutboxKind.CAPTION:
            await self._bot.edit_message_caption(
                claim.chat_id,
                message_id,
                caption=claim.message.html,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
            )
        else:
            await self._bot.edit_message_text(
                claim.message.whole,
                claim.chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )

    async def _delete(self, claim: Claim) -> Outcome:
        if claim.edit is None:
            return Refused("no message to delete")
        await self._bot.delete_message(claim.chat_id, claim.edit)
        return Sent(claim.edit)

    async def _file(self, claim: Claim) -> MadeFile | NotSent | Refused:
        """The file, or what its want means: a full disk passes, a fault of ours does not."""
        if claim.document_id is None:
            return Refused("no document")
        try:
            return await self._file_of(claim.document_id)
        except FileNotFoundError as error:
            return Refused(f"file lost: {error.filename}")
        except OSError as error:
            logger.warning("file not made: outbox=%s %s", claim.outbox_id, error)
            return NotSent(f"file not made: {type(error).__name__}")
        except Exception as error:
            logger.exception("file not made: outbox=%s", claim.outbox_id)
            return Refused(f"file not made: {type(error).__name__}")

    async def _send_document(self, claim: Claim, file: MadeFile) -> TelegramMessage:
        return await self._bot.send_document(
            claim.chat_id,
            InputFile(file.content, filename=file.name),
            caption=claim.message.html if claim.message else None,
            parse_mode=ParseMode.HTML,
        )

    def _settle(self, session: Session, claim: Claim, outcome: Outcome) -> None:
        now = self._clock.now()
        row = session.get_one(OutboxRow, claim.outbox_id)
        match outcome:
            case Sent(message_id):
                error = row.last_error if may_have_arrived(row) else ""
                if self._write(
                    session, claim, OutboxState.SENT, now, message_id=message_id, error=error
                ):
                    if is_taken_back(row) and message_id is not None:
                        self._put(session, claim, OutboxKind.DELETION, message_id, now)
                    else:
                        self._show(session, claim, message_id, now)
                    self._mark_overtaken(session, row, now)
            case Wait(pause):
                silent = self._pacer.paused_until
                reach_milestone(session, self._desk.bot_id, MilestoneName.SILENT_UNTIL, at=silent)
                error = row.last_error
                self._write(
                    session, claim, OutboxState.DUE, now, error=error, not_before=now + pause
                )
            case NotSent(reason) if now - row.created_at < self._give_up_after:
                error = row.last_error if may_have_arrived(row) else reason
                later = now + backoff(claim.fence)
                self._write(session, claim, OutboxState.DUE, now, error=error, not_before=later)
            case MaybeSent(reason):
                settle_maybe(session, row, claim.fence, reason, now=now)
            case Unreachable(reason):
                if self._write(session, claim, OutboxState.DEAD, now, error=reason):
                    self._lose(session, claim, reason, now)
            case NotSent(reason) | Refused(reason):
                self._write(session, claim, OutboxState.DEAD, now, error=reason)
            case Vanished():
                self._write(session, claim, OutboxState.DEAD, now, error="vanished")

    def _write(
        self,
        session: Session,
        claim: Claim,
        state: OutboxState,
        now: datetime,
        *,
        message_id: int | None = None,
        error: str = "",
        not_before: datetime | None = None,
    ) -> bool:
        return settle(
            session,
            claim.outbox_id,
            fence=claim.fence,
            state=state,
            now=now,
            message_id=message_id,
            error=error,
            not_before=not_before,
        )

    def _show(self, session: Session, claim: Claim, message_id: int | None, now: datetime) -> None:
        """Remembers which message a card is; a card that has moved on leaves an old one behind."""
        if claim.slot_id is None:
            return
        slot = session.get_one(Slot, claim.slot_id)
        if slot.generation == claim.slot_generation:
            slot.shown_version = max(slot.shown_version, claim.slot_version)
            slot.message_id = message_id or slot.message_id
        elif message_id is not None:
            self._put(session, claim, OutboxKind.CLOSING, message_id, now)

    def _put(
        self, session: Session, claim: Claim, kind: OutboxKind, message_id: int, now: datetime
    ) -> None:
        """What becomes of a message that stands in the chat though nobody wants it there."""
        session.add(
            OutboxRow(
                bot_id=self._desk.bot_id,
                chat_id=claim.chat_id,
                kind=kind,
                message_id=message_id,
                not_before=now,
                created_at=now,
            )
        )

    def _mark_overtaken(self, session: Session, row: OutboxRow, now: datetime) -> None:
        """What asked for a report that was filed while it was being sent says that this is done."""
        if row.moot_when_filed_id is not None:
            session.refresh(row)
            report = session.get_one(Report, row.moot_when_filed_id)
            mark_settled(Work(session, self._desk, now), report, [row])
        elif row.priority == Priority.REMINDER:
            session.refresh(row)
            work = Work(session, self._desk, now)
            mark_messages_telling(work, [row])
            mark_messages(work, [row])
            mark_office_overtaken(work, row)

    def _lose(self, session: Session, claim: Claim, reason: str, now: datetime) -> None:
        person = mark_unreachable(session, self._desk.bot_id, claim.chat_id, reason=reason, now=now)
        if person is not None:
            tell_unreachable(Work(session, self._desk, now), person)


def _pointless(
    session: Session, row: OutboxRow, slot: Slot | None, now: datetime
) -> OutboxState | None:
    """The state in which a row ends that must not be sent any more."""
    if row.expires_at is not None and row.expires_at <= now:
        return OutboxState.SKIPPED
    if row.moot_when_filed_id is not None:
        report = session.get_one(Report, row.moot_when_filed_id)
        if report.exempt or report.state not in OPEN_STATES:
            return OutboxState.CANCELLED
    if slot is not None and (
        row.slot_generation != slot.generation or row.slot_version <= slot.shown_version
    ):
        return OutboxState.SKIPPED
    return None


def settle_maybe(
    session: Session,
    row: OutboxRow,
    fence: int,
    reason: str,
    *,
    now: datetime,
    repeat_after: timedelta = _REPEAT_AFTER,
) -> None:
    """Once more at most, and only what is harmless twice; an edit always is, and soon."""
    slot = session.get(Slot, row.slot_id) if row.slot_id else None
    is_edit = _is_about_a_message(row) or bool(slot and slot.message_id)
    repeat = is_edit or (row.repeat_when_unknown and not may_have_arrived(row))
    wait = min(repeat_after, _FIRST_BACKOFF) if is_edit else repeat_after
    settle(
        session,
        row.id,
        fence=fence,
        state=OutboxState.DUE if repeat else OutboxState.UNKNOWN,
        now=now,
        error=f"{MAYBE_SENT}: {reason}",
        not_before=now + wait if repeat else None,
    )


def _claim_of(row: OutboxRow, slot: Slot | None, lease_until: datetime) -> Claim:
    content = slot.content if slot else row.content
    return Claim(
        outbox_id=row.id,
        fence=row.attempts,
        lease_until=lease_until,
        chat_id=row.chat_id,
        kind=row.kind,
        message=unpacked(content) if content else None,
        edit=slot.message_id if slot else row.message_id if _is_about_a_message(row) else None,
        document_id=row.document_id,
        slot_id=slot.id if slot else None,
        slot_version=slot.version if slot else 0,
        slot_generation=slot.generation if slot else 0,
    )


def _is_put_aside(claim: Claim) -> bool:
    """What only loses its buttons is not sent anew for that where it is gone."""
    return claim.message is not None and claim.message.put_aside


def _is_about_a_message(row: OutboxRow) -> bool:
    """Whether it changes a message that is there: harmless twice, and nothing when it is gone."""
    return row.kind in {OutboxKind.CLOSING, OutboxKind.CAPTION, OutboxKind.DELETION}


def _keyboard(message: Message | None) -> InlineKeyboardMarkup | None:
    if message is None or not message.keyboard:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button.text, url=button.url)
                if button.url
                else InlineKeyboardButton(button.text, callback_data=button.data)
                for button in row
            ]
            for row in message.keyboard
        ]
    )


def backoff(
    tries: int, first: timedelta = _FIRST_BACKOFF, longest: timedelta = _LONGEST_BACKOFF
) -> timedelta:
    """How long to wait after so many tries: twice as long each time, up to the longest."""
    doublings = min(tries - 1, _DOUBLINGS)  # a day holds hundreds of tries
    return min(first * (1 << doublings), longest)
