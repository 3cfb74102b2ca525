"""What an answer of Telegram, or the want of one, means for the row that was being sent.

The one place where Telegram's words are turned into types. Source: docs/decisions, "Unknown is
not failed"; PTB makes BadRequest and TimedOut kinds of NetworkError, so they are told apart here.
"""

import warnings
from dataclasses import dataclass
from datetime import timedelta

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
