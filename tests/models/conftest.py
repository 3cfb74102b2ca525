import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from models.database import Database
from models.tables import METADATA
from tests.databases import Cluster
from tests.models.samples import Month, a_month


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def opened(
    request: pytest.FixtureRequest,
    sqlite_template: Path,
    cluster: Cluster,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Database]:
    """One of each kind for the whole run: statements are compiled once, not in every test."""
    if request.param == "postgresql":
        url = cluster.empty_database()
    else:
        copy = shutil.copy(sqlite_template, tmp_path_factory.mktemp("models"))
        url = f"sqlite:///{copy}"
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def database(opened: Database) -> Database:
    opened.run(_empty)
    return opened


def _empty(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        # A transaction that a failed test left behind must fail this one, not hang it.
        session.execute(text("SET LOCAL lock_timeout = '5s'"))
    for table in reversed(METADATA.sorted_tables):
        session.execute(table.delete())


@pytest.fixture
def month(database: Database) -> Month:
    """July as it has just opened, on both kinds of database."""
    return database.run(a_month)
