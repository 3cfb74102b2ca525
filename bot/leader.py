"""One process polls, ticks and sends: it holds a lock, and a second one is told who that is."""

import asyncio
import fcntl
import logging
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from models.database import Database
from vocabulary.errors import BaosongError

logger = logging.getLogger(__name__)

_ADVISORY_KEY = 0x62616F73  # "baos"
_LOOK_SECONDS = 2.0
_UNKNOWN = "?"
_HOLDER = text(
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
    " WHERE l.locktype = 'advisory' AND l.objid = :key AND l.granted"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class AnotherRuns(BaosongError):
    """Another process already works on this database, or with this folder of files."""

    text_key = "another-runs"


class LeaderLock:
    """Held until `release`, or until the process ends however it ends.

    On a server it goes with the connection that has taken it, so that has to be watched.

    folder: of the files; two databases must not share one either.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._files: list[IO[str]] = []
        self._connection: Connection | None = None
        self._holder = ""

    def take(self, *, since: datetime) -> None:
        """Raises AnotherRuns at once when it is held elsewhere. since: told to whoever asks."""
        holder = f"{os.getpid()} {socket.gethostname()} {since:%Y-%m-%dT%H:%M:%S%z}"
        self._holder = holder
        try:
            if self._database.is_sqlite:
                self._take_file(Path(f"{self._database.url.database}.lock"), holder)
            else:
                self._take_advisory(holder)
            self._take_file(self._folder / ".lock", holder)
        except BaseException:
            self.release()
            raise

    async def watch(self) -> None:
        """Looks for ever. Raises AnotherRuns once somebody else has taken a lock that was lost."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            await asyncio.to_thread(self.look)

    def look(self) -> None:
        """Takes the lock anew where the server has lost it: it was started anew, or cut us off.

        A server that cannot be reached gives it to nobody; it is asked again at the next look.
        Raises AnotherRuns where somebody else was quicker.
        """
        if self._database.is_sqlite or self._answers():
            return
        with suppress(SQLAlchemyError):
            self._take_advisory(self._holder)
            logger.warning("lock-taken-anew")

    def _answers(self) -> bool:
        """Whether the connection that holds the lock is there; else there is none any more."""
        if self._connection is None:
            return False
        try:
            self._connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            logger.warning("lock-lost")
            with suppress(SQLAlchemyError):
                self._connection.invalidate()
                self._connection.close()
            self._connection = None
        return self._connection is not None

    def _take_file(self, place: Path, holder: str) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        file = place.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            other = file.read()
            file.close()
            raise _another(str(place), other) from None
        file.truncate(0)
        file.write(holder)
        file.flush()
        self._files.append(file)

    def _take_advisory(self, holder: str) -> None:
        connection = self._database.engine.connect()
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.execute(
            text("SELECT set_config('application_name', :holder, false)"), {"holder": holder}
        )
        key = {"key": _ADVISORY_KEY}
        held = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), key).scalar_one()
        if not held:
            other = connection.execute(_HOLDER, key).scalar()
            connection.close()
            raise _another(str(self._database.url.database), other or "")
        self._connection = connection

    def release(self) -> None:
        for file in self._files:
            file.close()
        self._files = []
        if self._connection is not None:
            with suppress(Exception):  # a connection that is gone holds no lock any more
                self._connection.execute(
                    text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY_KEY}
                )
            self._connection.close()
            self._connection = None


def _another(place: str, holder: str) -> AnotherRuns:
    """Who holds it, as far as it said so itself."""
    pid, host, since, *_ = [*holder.split(), _UNKNOWN, _UNKNOWN, _UNKNOWN]
    return AnotherRuns(place=place, pid=pid, host=host, since=since)
