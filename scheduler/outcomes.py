"""What an answer of Telegram, or the want of one, means for the row that was being sent.

The one place where Telegram's words are turned into types. Source: docs/decisions, "Unknown is
not failed"; PTB makes BadRequest and TimedOut kinds of NetworkError, so they are told apart here.
"""

import re
import warnings
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from models.delivery import MAYBE_SENT
from models.people import UNREACHABLE_REASONS


@dataclass(frozen=True, slots=True)
class Sent:
    """Delivered; `message_id` is None where the answer does not tell it."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Wait:
    """Not delivered: Telegram asks for so much silence."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class NotSent:
    """Surely not delivered, and worth another try."""

    reason: str


@dataclass(frozen=True, slots=True)
class MaybeSent:
    """It may have arrived: the answer never came."""

    reason: str


@dataclass(frozen=True, slots=True)
class Vanished:
    """The message to be edited is not there any more."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person has blocked the bot, is gone, or never pressed Start."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this request: our fault."""

    reason: str


Outcome = Sent | Wait | NotSent | MaybeSent | Vanished | Unreachable | Refused


def outcome_of(error: TelegramError) -> Outcome:
    """The meaning of an error that a sending ended in."""
    return NotSent("not Telegram") if is_from_a_proxy(error) else _said_by_telegram(error)


def is_from_a_proxy(error: TelegramError) -> bool:
    """Whether the answer was no JSON: a captive portal's, whatever its status says.

    Not so behind a 5xx (NetworkError itself), where Telegram may have taken the message first.
    """
    if isinstance(error.__cause__, TelegramError):
        return type(error) is not NetworkError
    return type(error) is TelegramError


def is_unauthorized(error: InvalidToken) -> bool:
    """Whether Telegram said 401, to a token that it does not know; else 404, to a wrong address."""
    return error.message.startswith("Unauthorized")


def _said_by_telegram(error: TelegramError) -> Outcome:
    match error:
        case RetryAfter():
            return Wait(_pause(error))
        case Forbidden():
            return Unreachable(_reason(error.message))
        case BadRequest():
            return _bad_request(error)
        case InvalidToken():
            return NotSent("unauthorized")  # the token may be mended; nothing was delivered
        case TimedOut() | NetworkError():
            return _lost_on_the_way(error)
        case _:
            return Refused(type(error).__name__)


def _pause(error: RetryAfter) -> timedelta:
    with warnings.catch_warnings():  # PTB announces another type of this value at every flood
        warnings.simplefilter("ignore")
        after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _bad_request(error: BadRequest) -> Outcome:
    message = error.message.lower()
    if "message is not modified" in message:
        return Sent(None)
    if "message to edit not found" in message or "message can't be edited" in message:
        return Vanished()
    if "message to delete not found" in message:
        return Vanished()
    if "chat not found" in message:
        return Unreachable("gone")
    return Refused(error.message)


def _lost_on_the_way(error: TelegramError) -> Outcome:
    cause = error.__cause__
    never_left = (httpx.PoolTimeout, httpx.ConnectTimeout, httpx.ConnectError, httpx.ProxyError)
    if isinstance(cause, never_left):
        return NotSent(type(cause).__name__)
    return MaybeSent(type(cause).__name__ if cause else type(error).__name__)


def _reason(message: str) -> str:
    """The word for the coordinator: blocked, deactivated, never_started or gone."""
    lowered = message.lower()
    if "blocked" in lowered:
        return "blocked"
    if "deactivated" in lowered:
        return "deactivated"
    if "initiate" in lowered:
        return "never_started"
    return "gone"


class Cause(StrEnum):
    """Why a message did not arrive, or may not have, as people are told it."""

    UNREACHABLE = "unreachable"
    NO_ANSWER = "no_answer"
    STOPPED = "stopped"
    NO_CONNECTION = "no_connection"
    NOT_TELEGRAM = "not_telegram"
    TOKEN = "token"  # noqa: S105  a word, no secret
    TOO_SLOW = "too_slow"
    FILE_LOST = "file_lost"
    FILE_NOT_MADE = "file_not_made"
    NOTHING = "nothing"
    VANISHED = "vanished"
    TOO_LONG = "too_long"
    MARKUP = "markup"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    MAIL_NO_ANSWER = "mail_no_answer"
    MAIL_NO_CONNECTION = "mail_no_connection"
    MAIL_CERTIFICATE = "mail_certificate"
    MAIL_NOT_SECURE = "mail_not_secure"
    MAIL_LOGIN = "mail_login"
    MAIL_SERVER = "mail_server"
    MAIL_PUT_OFF = "mail_put_off"
    MAIL_REFUSED = "mail_refused"
    MAIL_TOO_LARGE = "mail_too_large"
    MAIL_UNCONFIRMED = "mail_unconfirmed"


SAID_BY_TELEGRAM = frozenset({Cause.TOO_LONG, Cause.MARKUP, Cause.TOO_LARGE, Cause.REFUSED})
"""Causes of which Telegram has given a description of its own."""

SAID_BY_MAIL_SERVER = frozenset(
    {Cause.MAIL_LOGIN, Cause.MAIL_SERVER, Cause.MAIL_PUT_OFF, Cause.MAIL_REFUSED}
)
"""The same of a mail server; it stands behind a colon."""

_CAUSES: tuple[tuple[str, Cause], ...] = (
    (rf"{MAYBE_SENT}: sender stopped", Cause.STOPPED),
    (rf"{MAYBE_SENT}: mail", Cause.MAIL_NO_ANSWER),
    (MAYBE_SENT, Cause.NO_ANSWER),
    ("mail (lost|connection)", Cause.MAIL_NO_CONNECTION),
    ("mail certificate", Cause.MAIL_CERTIFICATE),
    ("mail not secure", Cause.MAIL_NOT_SECURE),
    ("mail login", Cause.MAIL_LOGIN),
    ("mail server", Cause.MAIL_SERVER),
    ("mail put off", Cause.MAIL_PUT_OFF),
    ("mail refused", Cause.MAIL_REFUSED),
    ("mail too large", Cause.MAIL_TOO_LARGE),
    ("mail address", Cause.MAIL_UNCONFIRMED),
    ("(pool|connect)timeout|connecterror|proxyerror", Cause.NO_CONNECTION),
    ("not telegram", Cause.NOT_TELEGRAM),
    ("unauthorized", Cause.TOKEN),
    ("lease ran out", Cause.TOO_SLOW),
    ("file lost", Cause.FILE_LOST),
    ("file not made", Cause.FILE_NOT_MADE),
    ("nothing to send|no message to delete|no document", Cause.NOTHING),
    ("vanished", Cause.VANISHED),
    ("(bad request: )?(message|message caption|caption) is too long", Cause.TOO_LONG),
    ("(bad request: )?(can't parse|unsupported start tag)", Cause.MARKUP),
    ("(bad request: )?(request entity too large|file is too big)", Cause.TOO_LARGE),
)


def cause_of(error: str) -> Cause:
    """What the stored error of a row means; whatever nobody has foreseen was refused."""
    if error in UNREACHABLE_REASONS:
        return Cause.UNREACHABLE
    for pattern, cause in _CAUSES:
        if re.match(pattern, error, re.IGNORECASE):
            return cause
    return Cause.REFUSED
