"""One process polls, ticks and sends: it holds a lock, and a second one is told so."""

import fcntl
import os
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text

from models.database import Database
from vocabulary.errors import BaosongError

_ADVISORY_KEY = 0x62616F73  # "baos"


class AnotherRuns(BaosongError):
    """Another process already works on this database."""

    text_key = "another-runs"


class LeaderLock:
    """Held until `release`, or until the process ends however it ends."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file: IO[str] | None = None
        self._connection: Connection | None = None

    def take(self) -> None:
        """Raises AnotherRuns at once when it is held elsewhere."""
        if self._database.is_sqlite:
            self._take_file(Path(f"{self._database.url.database}.lock"))
        else:
            self._take_advisory()

    def _take_file(self, place: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        file = place.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise AnotherRuns(place=str(place)) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def _take_advisory(self) -> None:
        connection = self._database.engine.connect()
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        held = connection.execute(
            text("SELECT pg_try_advisory_lock(:key)"), {"key": _ADVISORY_KEY}
        ).scalar_one()
        if not held:
            connection.close()
            raise AnotherRuns(place=str(self._database.url.database))
        self._connection = connection

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._connection is not None:
            self._connection.execute(
                text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY_KEY}
            )
            self._connection.close()
            self._connection = None
