"""Named moments of the bot's work at which its process ends with no chance to say anything.

The product knows nothing of them: they are hooks on the statements and commits of its database,
and on the line that httpx logs of an answer that has begun, set up in the tests' own process
around it. A point that is never reached fails its test, so that
a statement which has come to look different does not go unnoticed.
"""

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session, SessionTransaction

ENDED_HERE = 86
"""The exit code of a process that has ended at its point."""


class Point(StrEnum):
    """In the order in which one process after another can come to them."""

    MID_PLANNING = "mid planning"
    AFTER_PLANNING = "after planning"
    AFTER_FETCH = "after fetch"
    BEFORE_INBOX_COMMIT = "before inbox commit"
    AFTER_INBOX_COMMIT = "after inbox commit"
    MID_HANDLER = "mid handler"
    BEFORE_EFFECT_COMMIT = "before effect commit"
    AFTER_EFFECT_COMMIT = "after effect commit"
    AFTER_CLAIM = "after claim"
    AFTER_SEND = "after send"
    AFTER_MARK = "after mark"
    MID_DOWNLOAD = "mid download"
    BEFORE_SIGNING_COMMIT = "before signing commit"
    AFTER_SIGNING_COMMIT = "after signing commit"
    MID_COMPILE = "mid compile"
    MID_MIGRATION = "mid migration"


@dataclass(frozen=True, slots=True)
class Crash:
    """The process ends when it comes to the point for the n-th time."""

    point: Point
    nth: int


def _keeps(statement: str) -> bool:
    return statement.startswith("INSERT INTO inbox")


def _handles(statement: str) -> bool:
    return statement.startswith("UPDATE inbox SET")


def _claims(statement: str) -> bool:
    is_leased = "lease_until=" in statement and "RETURNING" not in statement
    return statement.startswith("UPDATE outbox SET") and is_leased


def _settles(statement: str) -> bool:
    return statement.startswith("UPDATE outbox SET") and "RETURNING" in statement


def _reminds(statement: str) -> bool:
    return statement.startswith("INSERT INTO reminder")


def _compiles(statement: str) -> bool:
    return statement.startswith("UPDATE document SET")


def _signs(statement: str) -> bool:
    return statement.startswith("UPDATE signing SET")


def _migrates(statement: str) -> bool:
    return statement.lstrip().startswith("CREATE TABLE")


_BEFORE_STATEMENT: dict[Point, Callable[[str], bool]] = {
    Point.AFTER_FETCH: _keeps,
    Point.MID_HANDLER: _handles,
    Point.AFTER_SEND: _settles,
    Point.MID_PLANNING: _reminds,
    Point.MID_COMPILE: _compiles,
    Point.MID_MIGRATION: _migrates,
}
_BEFORE_COMMIT = {
    Point.BEFORE_INBOX_COMMIT: _keeps,
    Point.BEFORE_EFFECT_COMMIT: _handles,
    Point.BEFORE_SIGNING_COMMIT: _signs,
}
_AFTER_COMMIT = {
    Point.AFTER_INBOX_COMMIT: _keeps,
    Point.AFTER_EFFECT_COMMIT: _handles,
    Point.AFTER_CLAIM: _claims,
    Point.AFTER_MARK: _settles,
    Point.AFTER_PLANNING: _reminds,
    Point.AFTER_SIGNING_COMMIT: _signs,
}


def end_at(crash: Crash) -> None:
    """From now on this process ends at the point. Its log has been set up."""
    left = crash.nth

    def pass_point() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(ENDED_HERE)

    if crash.point is Point.MID_DOWNLOAD:
        _end_at_download(pass_point)
        return
    if crash.point in _BEFORE_STATEMENT:
        wanted = _BEFORE_STATEMENT[crash.point]

        @event.listens_for(Engine, "before_cursor_execute")
        def before_statement(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            if wanted(statement):
                pass_point()

        return
    _end_at_commit(crash.point, pass_point)


def _end_at_download(pass_point: Callable[[], None]) -> None:
    """When the head of the answer has come, and nothing of the file yet."""
    log = logging.getLogger("httpx")
    log.setLevel(logging.INFO)

    def passes(record: logging.LogRecord) -> bool:
        if "/file/bot" in record.getMessage():
            pass_point()
        return record.levelno > logging.INFO

    log.addFilter(passes)


def _end_at_commit(point: Point, pass_point: Callable[[], None]) -> None:
    """A unit of work stays in its thread from the beginning to the commit."""
    wanted = {**_BEFORE_COMMIT, **_AFTER_COMMIT}[point]
    unit = threading.local()

    @event.listens_for(Session, "after_begin")
    def begins(_session: object, transaction: SessionTransaction, *_: object) -> None:
        if not transaction.nested:
            unit.has_come_by = False

    @event.listens_for(Engine, "after_cursor_execute")
    def after_statement(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if wanted(statement):
            unit.has_come_by = True

    def before_commit(*_: object) -> None:
        if getattr(unit, "has_come_by", False):
            pass_point()

    def after_commit(session: Session) -> None:
        if unit.has_come_by and not session.in_nested_transaction():
            pass_point()

    if point in _BEFORE_COMMIT:
        event.listen(Engine, "commit", before_commit)
    else:
        event.listen(Session, "after_commit", after_commit)
