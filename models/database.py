"""One door to the database: a function that takes a session, in one transaction, retried whole.

SQLite has one writer connection and takes the write lock at the start of every unit; PostgreSQL
retries a unit on serialization failures, deadlocks and lost connections.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

T = TypeVar("T")

_RETRIED_SQLSTATES = frozenset({"40001", "40P01"})
_SQLITE_TROUBLES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
# Classes of SQLSTATE: connection, resources, intervention, system; none at all: no connection.
_POSTGRESQL_TROUBLES = frozenset({"08", "53", "57", "58"})
_TRIES = 5
_FIRST_PAUSE_SECONDS = 0.05
_BUSY_MILLISECONDS = 10_000
_POSTGRESQL_THREADS = 8
_HIDE_PARAMETERS = True  # what people wrote stays out of errors, and so out of the log


_BROKEN_KEYS = sqlite3.IntegrityError("rows refer to what is not there")


class Age(Enum):
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()


class Database:
    """Opens nothing until the first unit. `close` ends the threads and connections."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: Engine = _sqlite_engine(self.url) if self.is_sqlite else _postgresql(self.url)
        threads = 1 if self.is_sqlite else _POSTGRESQL_THREADS
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="unit")
        self._turns = asyncio.Semaphore(threads + 1)

    def run(self, unit: Callable[[Session], T]) -> T:
        """Runs the unit in one transaction and commits it; the rows stay inside.

        A unit may run several times, so it must have no effect but on its session.
        """
        pause = _FIRST_PAUSE_SECONDS
        for attempt in range(1, _TRIES + 1):
            try:
                with Session(self.engine) as session, session.begin():
                    return unit(session)
            except DBAPIError as error:
                if attempt == _TRIES or not _passes(error):
                    raise
            time.sleep(pause)
            pause *= 2
        raise AssertionError("the last try returns or raises")

    async def unit(self, unit: Callable[[Session], T]) -> T:
        """`run`, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.run, unit)

    async def unit_in_turn(self, unit: Callable[[Session], T]) -> T:
        """As `unit`, for a crowd that may all want one at once, in the order in which they came.

        Only as many of them stand at the door as keep it busy: whoever comes by `unit` waits behind
        these, and never behind all.
        """
        async with self._turns:
            return await self.unit(unit)

    def upgrade(self) -> None:
        """Brings the tables to this version; creates the folder of a SQLite file."""
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        with self.migration() as config:
            command.upgrade(config, "head")

    @contextmanager
    def migration(self) -> Iterator[Config]:
        """For Alembic's commands: one transaction, the tables as they are left whole at its end.

        SQLite changes a table by making it anew, which rows that refer to it would forbid; so
        there the keys are looked at once, when all is done. Raises IntegrityError.
        """
        config = _alembic()
        with self.engine.connect() as connection:
            if self.is_sqlite:
                _keep_foreign_keys(connection, kept=False)
            try:
                with connection.begin():
                    config.attributes["connection"] = connection
                    yield config
                    if (
                        self.is_sqlite
                        and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                    ):
                        raise IntegrityError("PRAGMA foreign_key_check", None, _BROKEN_KEYS)
            finally:
                if self.is_sqlite:
                    _keep_foreign_keys(connection, kept=True)

    def age(self) -> Age:
        """How the tables stand to this version; changes nothing."""
        script = ScriptDirectory.from_config(_alembic())
        with self.engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
        if revision == script.get_current_head():
            return Age.CURRENT
        known = {known.revision for known in script.walk_revisions()}
        return Age.OLDER if revision is None or revision in known else Age.NEWER

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self.engine.dispose()


def _keep_foreign_keys(connection: Connection, *, kept: bool) -> None:
    """Says so between transactions: within one SQLite does not listen."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={'ON' if kept else 'OFF'}")
    cursor.close()


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _passes(error: DBAPIError) -> bool:
    """Whether the same unit may well succeed when it is tried again."""
    if error.connection_invalidated:
        return True
    return getattr(error.orig, "sqlstate", None) in _RETRIED_SQLSTATES


def is_trouble_of_the_database(error: BaseException) -> bool:
    """Whether the database could not work (locked, full, gone), whatever it was asked."""
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & 0xFF in _SQLITE_TROUBLES
    sqlstate = getattr(error.orig, "sqlstate", None)
    return _passes(error) or str(sqlstate or "08")[:2] in _POSTGRESQL_TROUBLES


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url, connect_args={"check_same_thread": False}, hide_parameters=_HIDE_PARAMETERS
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={_BUSY_MILLISECONDS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what was blanked must not be read from the file's free pages
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: object) -> None:
        # A plain BEGIN fails at once when two units read and then write; this one waits its turn.
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_size=_POSTGRESQL_THREADS,
        isolation_level="REPEATABLE READ",
        hide_parameters=_HIDE_PARAMETERS,
    )
