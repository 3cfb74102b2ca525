"""The lane of the mails: rows of the same outbox, at a pace of their own, in nobody's way."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from models.database import Database
from models.delivery import OutboxRow, OutboxState, may_have_arrived, settle
from models.mail import Mail, claim_next_mail, is_confirmed, is_overtaken, mail_files
from models.work import Desk, Work
from reports.mail import Attached, make_mail
from scheduler.mailing import tell_lost, tell_mailed, tell_trouble
from scheduler.outcomes import MaybeSent, NotSent, Outcome, Refused, Sent
from scheduler.post import Post, ServerTrouble
from scheduler.sender import MadeFile, backoff, settle_maybe
from vocabulary.clock import Clock
from vocabulary.mail import Letter, MailKind

logger = logging.getLogger(__name__)

_FIRST_BACKOFF = timedelta(minutes=1)
_LONGEST_BACKOFF = timedelta(hours=1)
_REPEAT_AFTER = timedelta(minutes=5)  # a server may still be at work on what it did not answer
_REST = timedelta(minutes=1)
"""For so long no mail is tried once the server could not be spoken to."""


@dataclass(frozen=True, slots=True)
class MailLimits:
    """every: from one mail to the next. lease: how long one is kept from other senders.

    most_bytes: what the server takes.
    """

    every: timedelta
    lease: timedelta
    give_up_after: timedelta
    most_bytes: int


@dataclass(frozen=True, slots=True)
class MailClaim:
    """A claimed mail, as values. files: documents, each with the name that it has in the mail."""

    outbox_id: int
    mail_id: int
    fence: int
    letter: Letter
    to: str
    message_id: str
    at: datetime
    files: tuple[tuple[int, str], ...]


class MailLane:
    """`send_one` sends the next mail that is due. The one sender keeps it going."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        clock: Clock,
        post: Post,
        limits: MailLimits,
        *,
        file_of: Callable[[int], Awaitable[MadeFile]],
        on_outcome: Callable[[Outcome, timedelta], None],
    ) -> None:
        self._database = database
        self._desk = desk
        self._clock = clock
        self._post = post
        self._limits = limits
        self._file_of = file_of
        self._on_outcome = on_outcome
        self._rests_until = self._next_at = clock.now()

    async def send_one(self) -> bool:
        """False when no mail is due, or the server rests. The pace is waited for."""
        if self._clock.now() < self._rests_until:
            return False
        claim = await self._database.unit(self._claim)
        if claim is None:
            return False
        await self._clock.sleep(max(0.0, (self._next_at - self._clock.now()).total_seconds()))
        began = self._clock.now()
        self._next_at = began + self._limits.every
        trouble: ServerTrouble | None = None
        try:
            outcome = await self._deliver(claim)
        except ServerTrouble as error:
            trouble, outcome = error, NotSent(error.reason)
            self._rests_until = self._clock.now() + _REST
        self._on_outcome(outcome, self._clock.now() - began)
        await self._database.unit(lambda session: self._settle(session, claim, outcome, trouble))
        return True

    def _claim(self, session: Session) -> MailClaim | None:
        """The next mail that is still worth sending; those that are not are settled on the way."""
        now, desk = self._clock.now(), self._desk
        while True:
            row = claim_next_mail(session, desk.bot_id, now=now, lease=self._limits.lease)
            if row is None:
                return None
            mail = session.get_one(Mail, row.mail_id)
            is_test = mail.kind is MailKind.TEST
            if is_overtaken(session, mail) or (is_test and mail.address != desk.mail.to):
                state, error = OutboxState.SKIPPED, ""
            elif is_test or is_confirmed(session, desk.office_id, desk.mail.to):
                mail.address = desk.mail.to
                return self._claim_of(session, row, mail)
            else:
                state, error = OutboxState.DEAD, "mail address not confirmed"
            settle(session, row.id, fence=row.attempts, state=state, now=now, error=error)
            session.expire(row)

    def _claim_of(self, session: Session, row: OutboxRow, mail: Mail) -> MailClaim:
        return MailClaim(
            outbox_id=row.id,
            mail_id=mail.id,
            fence=row.attempts,
            letter=Letter(mail.subject, mail.text),
            to=mail.address,
            message_id=mail.message_id,
            at=mail.made_at.astimezone(self._desk.zone),
            files=tuple(mail_files(session, mail.id)),
        )

    async def _deliver(self, claim: MailClaim) -> Outcome:
        """Raises ServerTrouble."""
        files = await self._files(claim)
        if isinstance(files, NotSent | Refused):
            return files
        rules = self._desk.mail
        try:
            made = await asyncio.to_thread(
                make_mail,
                claim.letter,
                to=claim.to,
                sender=rules.sender,
                sender_name=rules.sender_name,
                message_id=claim.message_id,
                at=claim.at,
                files=files,
            )
        except Exception as error:  # a fault of ours; the row must not be left
            logger.exception("mail-not-made outbox=%s", claim.outbox_id)
            return Refused(f"file not made: {type(error).__name__}")
        if len(made) > self._limits.most_bytes:
            return Refused("mail too large")
        try:
            outcome = await self._post.send(made, sender=rules.sender, to=claim.to)
        except ServerTrouble:
            raise
        except Exception as error:  # whatever the library did not foresee; the row is not left
            logger.exception("mail-not-understood outbox=%s", claim.outbox_id)
            return MaybeSent(type(error).__name__)
        if isinstance(outcome, Refused):
            logger.error("mail-refused outbox=%s %s", claim.outbox_id, outcome.reason)
        return outcome

    async def _files(self, claim: MailClaim) -> Sequence[Attached] | NotSent | Refused:
        """The files, or what their want means: a full disk passes, a fault of ours does not."""
        try:
            made = [(await self._file_of(number), name) for number, name in claim.files]
        except FileNotFoundError as error:
            return Refused(f"file lost: {error.filename}")
        except OSError as error:
            return NotSent(f"file not made: {type(error).__name__}")
        except Exception as error:
            logger.exception("file not made: outbox=%s", claim.outbox_id)
            return Refused(f"file not made: {type(error).__name__}")
        return [Attached(name, file.content) for file, name in made]

    def _settle(
        self, session: Session, claim: MailClaim, outcome: Outcome, trouble: ServerTrouble | None
    ) -> None:
        now = self._clock.now()
        work = Work(session, self._desk, now)
        row = session.get_one(OutboxRow, claim.outbox_id)
        mail = session.get_one(Mail, claim.mail_id)
        match outcome:
            case Sent():
                if settle(session, row.id, fence=claim.fence, state=OutboxState.SENT, now=now):
                    tell_mailed(work, mail)
            case MaybeSent(reason):
                settle_maybe(session, row, claim.fence, reason, now=now, repeat_after=_REPEAT_AFTER)
            case NotSent(reason) if now - row.created_at < self._limits.give_up_after:
                settle(
                    session,
                    row.id,
                    fence=claim.fence,
                    state=OutboxState.DUE,
                    now=now,
                    error=row.last_error if may_have_arrived(row) else reason,
                    not_before=now + backoff(claim.fence, _FIRST_BACKOFF, _LONGEST_BACKOFF),
                )
                if trouble is not None and trouble.wants_mending:
                    tell_trouble(work, reason)
            case NotSent(reason) | Refused(reason):
                if settle(
                    session,
                    row.id,
                    fence=claim.fence,
                    state=OutboxState.DEAD,
                    now=now,
                    error=reason,
                ):
                    tell_lost(work, row.id, mail, reason)
            case _:
                raise TypeError(outcome)  # a mail ends in no other way
