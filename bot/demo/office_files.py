"""What the bot of a demo has kept, to be looked at with the commands of the office."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.demo.office_work import PHONE_OF_THE_OFFICE

DATABASE, FILES, SETTINGS = "baosong.db", "files", "config.toml"


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    """The database as SQLite writes it, the produced files by name, and the moment they are of."""

    database: bytes
    produced: Mapping[str, bytes]
    at: datetime

    def named(self, place: Path) -> dict[str, bytes]:
        """Everything by its name in `place`, where settings say that it stands."""
        return {
            DATABASE: self.database,
            SETTINGS: _settings(place).encode(),
            **{f"{FILES}/{name}": content for name, content in self.produced.items()},
        }


def office_files(folder: Path, *, at: datetime) -> OfficeFiles:
    """Of a folder in which a bot has had its database and files, and is closed."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        database = connection.serialize()
    produced = {
        path.relative_to(folder / FILES).as_posix(): path.read_bytes()
        for path in sorted((folder / FILES).rglob("*"))
        if path.is_file()
    }
    return OfficeFiles(database, produced, at)


def _settings(place: Path) -> str:
    url, files = f"sqlite:///{place / DATABASE}", place / FILES
    database = f"[database]\nurl = {json.dumps(url)}\nfiles = {json.dumps(str(files))}\n"
    return f"{database}\n[office]\nphone = {json.dumps(PHONE_OF_THE_OFFICE)}\n"
