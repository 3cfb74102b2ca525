"""One answer in the conversation, against commits of bare sqlite3 on the same disk."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlmodel import Session

from models.database import Database
from models.delivery import Incoming, keep_updates, mark_done
from models.people import met

_ROUNDS = 100
_NOW = datetime(2022, 8, 1, tzinfo=UTC)


def answering_against_bare_commits(
    seconds: Callable[[Callable[[], object]], float],
) -> tuple[float, str]:
    """How many bare commits the two of an update cost: kept in the inbox, done with its person."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/ours.db")
        database.upgrade()
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT)")
        updates = iter(range(1, 10**9))
        ours = seconds(lambda: _handle_many(database, updates))
        floor = seconds(lambda: _commit_many(bare))
        bare.close()
        database.close()
    return ours / floor, "an update kept and done / two commits of bare sqlite3"


def _handle_many(database: Database, updates: Iterator[int]) -> None:
    for update_id in islice(updates, _ROUNDS):
        _handle(database, update_id)


def _handle(database: Database, update_id: int) -> None:
    def keep(session: Session) -> None:
        keep_updates(session, 1, [Incoming(update_id, 1001, "{}")], now=_NOW)

    def answer(session: Session) -> None:
        mark_done(session, 1, update_id, now=_NOW)
        met(session, 1, 1001, name="Ada", language="zh-CN", now=_NOW)

    database.run(keep)
    database.run(answer)


def _commit_many(bare: sqlite3.Connection) -> None:
    for _ in range(2 * _ROUNDS):
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO row (body) VALUES ('{}')")
        bare.execute("COMMIT")
