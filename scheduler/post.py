"""The mail server: one mail over one connection, and what its answer, or the want of one, means.

The one place where the words of SMTP are turned into types. A mail is accepted when the server has
answered the end of its data; what is lost before the data was begun has surely not arrived.
"""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPNotSupported,
    SMTPResponseException,
)

from reports.printable import one_line
from scheduler.outcomes import MaybeSent, NotSent, Outcome, Refused, Sent

_LONGEST_SAID = 200  # characters of what the server said that are kept
_PERMANENT = 500
_LOGIN_WANTED = 530  # RFC 4954: whoever is not logged in mails nothing


class Security(StrEnum):
    """How the connection is kept from others: from its first byte, from STARTTLS on, or not."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """user: "" logs in nowhere. seconds: the whole of a sending may take so long."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    connect_seconds: float
    seconds: float
    trusted: ssl.SSLContext


class ServerTrouble(Exception):
    """The server takes no mail of anybody's now. reason: as it is stored with the row.

    wants_mending: it will not pass by itself; else it may.
    """

    def __init__(self, reason: str, *, wants_mending: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wants_mending = wants_mending


class Post:
    """Hands mails to the server. Starts nothing when it is made."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    async def try_out(self) -> None:
        """Connects, logs in, and sends nothing. Raises ServerTrouble."""
        async with asyncio.timeout(self._server.seconds):
            client = await self._connected()
            await _leave(client)

    async def send(self, mail: bytes, *, sender: str, to: str) -> Outcome:
        """Raises ServerTrouble where the connection itself could not be had.

        The envelope is given, never read out of the mail: nobody is added by what stands in it.
        """
        is_under_way = False
        client: SMTP | None = None
        try:
            async with asyncio.timeout(self._server.seconds):
                client = await self._connected()
                await client.mail(sender)
                await client.rcpt(to)
                is_under_way = True
                await client.data(mail)
        except SMTPResponseException as error:
            if error.code == _LOGIN_WANTED:
                raise ServerTrouble(f"mail login: {_said(error)}", wants_mending=True) from None
            return _answered(error)
        except (SMTPException, OSError, TimeoutError) as error:
            lost = type(error).__name__
            return MaybeSent(f"mail: {lost}") if is_under_way else NotSent(f"mail lost: {lost}")
        finally:
            if client is not None:
                await _leave(client)
        return Sent(None)

    async def _connected(self) -> SMTP:
        """Secure and logged in. A server that does not offer STARTTLS is not spoken to without."""
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            local_hostname="[127.0.0.1]",  # this machine's own name is nobody's business
            use_tls=server.security is Security.TLS,
            start_tls=server.security is Security.STARTTLS,
            tls_context=None if server.security is Security.NONE else server.trusted,
            timeout=server.connect_seconds,
        )
        try:
            await client.connect()
        except (SMTPException, OSError, TimeoutError, ValueError) as error:
            client.close()
            raise _trouble(error) from None
        client.timeout = server.seconds  # a server may look at a mail for long before it answers
        return client


async def _leave(client: SMTP) -> None:
    """Says goodbye; what was accepted stays so, whatever becomes of that."""
    with suppress(SMTPException, OSError, TimeoutError):
        async with asyncio.timeout(1.0):
            await client.quit()
    client.close()


def _trouble(error: BaseException) -> ServerTrouble:
    if any(isinstance(one, ssl.SSLError) for one in _causes(error)):
        return ServerTrouble("mail certificate", wants_mending=True)
    if isinstance(error, SMTPAuthenticationError) and error.code >= _PERMANENT:
        return ServerTrouble(f"mail login: {_said(error)}", wants_mending=True)
    if isinstance(error, SMTPNotSupported) or type(error) is SMTPException:
        # the library has no type of its own for a server that lacks STARTTLS, or AUTH
        lacks_tls = "STARTTLS" in str(error)
        return ServerTrouble(
            "mail not secure" if lacks_tls else f"mail login: {one_line(str(error))}",
            wants_mending=True,
        )
    if isinstance(error, SMTPResponseException):
        is_final = error.code >= _PERMANENT
        return ServerTrouble(f"mail server: {_said(error)}", wants_mending=is_final)
    is_slow = isinstance(error, TimeoutError) and not isinstance(error, SMTPConnectError)
    name = "TimeoutError" if is_slow else type(error).__name__
    return ServerTrouble(f"mail connection: {name}", wants_mending=False)


def _causes(error: BaseException) -> Iterator[BaseException]:
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__


def _answered(error: SMTPResponseException) -> Outcome:
    if error.code >= _PERMANENT:
        return Refused(f"mail refused: {_said(error)}")
    return NotSent(f"mail put off: {_said(error)}")


def _said(error: SMTPResponseException) -> str:
    """550 5.1.1 no such user: the server's own words, as one short line."""
    return one_line(f"{error.code} {error.message}")[:_LONGEST_SAID]
