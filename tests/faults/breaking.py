"""What is broken around the bot's process: its disk, its database."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager


@contextmanager
def database_locked(database_url: str) -> Iterator[None]:
    """Another process holds the write lock of the SQLite file."""
    path = database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def no_room_beyond(pid: int, size: int) -> Iterator[None]:
    """Writing beyond so many bytes of any file fails in that process, as on a full disk."""
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, most))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
