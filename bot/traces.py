"""A traceback without what the exceptions say, which may be what somebody has typed."""

import sqlite3
import traceback
from collections.abc import Iterator

import httpx
from sqlalchemy.exc import DBAPIError
from telegram.error import TelegramError

_SAY_NOTHING_TYPED = (OSError, sqlite3.Error, DBAPIError, TelegramError, httpx.HTTPError)
"""Whose first line tells of machines: a full disk, a locked table, a connection that broke. The
tables' own hide what was to be written; PostgreSQL's quote values from the second line on."""


def traced(error: BaseException) -> str:
    """Where it was raised and what it came from, the first cause first."""
    return "\n\nfrom which came:\n\n".join(map(_alone, reversed(list(_causes(error)))))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _alone(error: BaseException) -> str:
    lines = [*traceback.format_tb(error.__traceback__), f"{_name(error)}{_words(error)}"]
    if isinstance(error, BaseExceptionGroup):
        lines += [f"\n\nin it:\n\n{traced(one)}" for one in error.exceptions]
    return "".join(lines)


def _name(error: BaseException) -> str:
    kind = type(error)
    own = kind.__module__ == "builtins"
    return kind.__qualname__ if own else f"{kind.__module__}.{kind.__qualname__}"


def _words(error: BaseException) -> str:
    if not isinstance(error, _SAY_NOTHING_TYPED):
        return ""
    first = str(error).partition("\n")[0]
    return f": {first}" if first else ""
