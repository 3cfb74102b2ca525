"""A mail server on your desk: takes every mail and keeps it, or does what it is told to instead."""

import asyncio
import ssl
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Stage(StrEnum):
    """Where in a conversation something happens. Taken: the data is kept, and not answered yet."""

    MAIL = "mail"
    RECIPIENT = "recipient"
    DATA = "data"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Reply:
    """The server answers so, as 550 5.1.1 no such user."""

    words: str


@dataclass(frozen=True, slots=True)
class Silence:
    """The server thinks for so long before it goes on."""

    seconds: float


@dataclass(frozen=True, slots=True)
class HangUp:
    """The server breaks the connection off."""


Trouble = Reply | Silence | HangUp


@dataclass(frozen=True, slots=True)
class ReceivedMail:
    """A mail as it came: the envelope, and all of its bytes."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes


@dataclass
class Mailbox:
    """Listens on this machine while it is entered. mails: what it has taken, oldest first.

    certificate: with it STARTTLS is offered, or, with `from_the_start`, all is secure.
    password: of anybody, where it wants one; only behind STARTTLS.
    connections: how many there were.
    """

    certificate: ssl.SSLContext | None = None
    from_the_start: bool = False
    password: str = ""
    mails: list[ReceivedMail] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    _next: dict[Stage, deque[Trouble]] = field(default_factory=dict)
    _server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        at_once = self.certificate if self.from_the_start else None
        self._server = await loop.create_server(self._talk, "127.0.0.1", 0, ssl=at_once)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.close()
            await asyncio.sleep(0)  # connections that were said goodbye to are gone by then

    def next(self, stage: Stage, *troubles: Trouble) -> None:
        """What the next mails meet there, one each."""
        self._next.setdefault(stage, deque()).extend(troubles)

    def _talk(self) -> SMTP:
        self.connections += 1
        return SMTP(
            self,
            hostname="mailbox.example",
            enable_SMTPUTF8=False,
            tls_context=None if self.from_the_start else self.certificate,
            require_starttls=self.certificate is not None and not self.from_the_start,
            auth_required=bool(self.password),
            auth_require_tls=True,
            authenticator=self._knows if self.password else None,
        )

    def _knows(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, told: object
    ) -> AuthResult:
        is_right = isinstance(told, LoginPassword) and told.password.decode() == self.password
        return AuthResult(success=is_right, handled=False)

    async def handle_MAIL(  # noqa: N802 -- aiosmtpd's names
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return await self._meets(server, Stage.MAIL) or "250 2.1.0 fine"

    async def handle_RCPT(  # noqa: N802 -- the same
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = await self._meets(server, Stage.RECIPIENT)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 2.1.5 fine"

    async def handle_DATA(  # noqa: N802 -- the same
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        refused = await self._meets(server, Stage.DATA)
        if refused is not None:
            return refused
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails.append(ReceivedMail(envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
        return await self._meets(server, Stage.TAKEN) or "250 2.0.0 taken"

    async def _meets(self, server: SMTP, stage: Stage) -> str | None:
        """None: nothing is in the way."""
        waiting = self._next.get(stage)
        match waiting.popleft() if waiting else None:
            case Reply(words):
                return words
            case Silence(seconds):
                await asyncio.sleep(seconds)
            case HangUp():
                if isinstance(server.transport, asyncio.Transport):
                    server.transport.abort()
                raise asyncio.CancelledError
            case _:
                pass
        return None
