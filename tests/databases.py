"""A PostgreSQL cluster that belongs to the tests alone: one per run, gone when the run ends."""

import fcntl
import os
import pwd
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, text

from models.database import Database
from models.tables import METADATA

_TEMPLATE = "migrated"
_SUPERUSER = "baosong"

# A test that failed may have left a transaction behind.
_END_OTHERS = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""

# It holds nothing that must survive a power cut, so it may be fast.
_SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "max_connections=200",
    "timezone=America/New_York",  # far from UTC and from the office, so that a mix-up shows
)


class Cluster:
    """The cluster of one test run, in a folder that all its processes know.

    The first process that needs a database starts it; the one that began the run stops it. Each
    process has one database and empties it: that is quicker than a new one for every test.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data = folder / "data"
        self._is_new = True

    def empty_database(self) -> str:
        """The URL of this process's database. Skips the test where PostgreSQL is absent."""
        programs = _programs()
        if programs is None:
            pytest.skip("PostgreSQL is not installed")
        self._start(programs)
        name = f"test_{os.getpid()}"
        if self._is_new:
            self._execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
            self._is_new = False
        tables = reversed(METADATA.sorted_tables)
        deletions = [f'DELETE FROM "{table.name}"' for table in tables]  # noqa: S608 -- names of the code
        self._execute(_END_OTHERS, *deletions, database=name)
        return self._url(name)

    def stop(self) -> None:
        """Ends the cluster if any process started it, and removes its folder."""
        programs = _programs()
        if programs is not None and (self._data / "postmaster.pid").exists():
            self._run(programs / "pg_ctl", "stop", "--mode=immediate", "--silent")
        shutil.rmtree(self.folder)

    def _start(self, programs: Path) -> None:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            ready = self.folder / "ready"
            if ready.exists():
                return
            if os.geteuid() == 0:
                owner = _unprivileged()
                os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self._run(
                programs / "initdb",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                f"--username={_SUPERUSER}",
            )
            options = " ".join(f"-c {setting}" for setting in _SETTINGS)
            self._run(
                programs / "pg_ctl",
                "start",
                "--wait",
                "--silent",
                f"--log={self.folder / 'log'}",
                f"--options=-k {self.folder} {options}",
            )
            self._execute(f"CREATE DATABASE {_TEMPLATE}")
            database = Database(self._url(_TEMPLATE))
            database.upgrade()
            database.close()
            ready.touch()

    def _run(self, program: Path, *arguments: str) -> None:
        # PostgreSQL refuses to run as root.
        owner = _unprivileged() if os.geteuid() == 0 else None
        subprocess.run(
            [program, f"--pgdata={self._data}", *arguments],
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
            extra_groups=[] if owner else None,
        )

    def _execute(self, *statements: str, database: str = "postgres") -> None:
        with psycopg.connect(
            host=str(self.folder), user=_SUPERUSER, dbname=database, autocommit=True
        ) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def _url(self, name: str) -> str:
        url = URL.create(
            "postgresql+psycopg",
            username=_SUPERUSER,
            database=name,
            query={"host": str(self.folder)},
        )
        return url.render_as_string(hide_password=False)


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps them off the PATH, one folder per version."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    versions = [
        folder
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if (folder / "initdb").exists()
    ]
    return max(versions, key=lambda folder: int(folder.parent.name), default=None)


def _unprivileged() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def end_connections(database: Database) -> None:
    """Every connection to it is cut, as a server does that starts anew."""
    other = Database(database.url.render_as_string(hide_password=False))
    other.run(lambda session: session.execute(text(_END_OTHERS)))
    other.close()
