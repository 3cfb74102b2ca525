"""Fixtures that more than one folder of tests needs."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event

from models.database import Database
from tests.databases import Cluster

# Every commit waits for the disk, and so does every test that commits: in memory they take half as
# long. What has to survive a killed process survives it there too.
_MEMORY = Path("/dev/shm")  # noqa: S108 -- only where files of the tests go
_ROOM = 1 << 30  # bytes
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# How long an example takes says more of the machine than of the code. Properties that name no count
# of their own are drawn half as often as is usual, so that the suite stays within its gate;
# HYPOTHESIS_PROFILE=thorough draws them ten times as often.
settings.register_profile("baosong", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "baosong"))


class _Compiled(dict[Any, Any]):
    """What SQLAlchemy has compiled, by statement and kind of database.

    An engine keeps its own by dialect, and nearly every test has engines of its own: they would
    spend a fifth of their time on compiling the same statements again.
    """

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_kind(key), compiled)

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_kind(key), default)


def _of_kind(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return dialect.name, *statement


_COMPILED = _Compiled()


@event.listens_for(Engine, "engine_connect")
def _share_what_is_compiled(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED)


_CLUSTER = pytest.StashKey[Cluster]()
_CLUSTER_FOLDER = "cluster_folder"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than cores: some tests mostly wait, for a process to start or a lease to end."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """The run has one cluster; the workers of pytest-xdist are told where it is."""
    given = getattr(config, "workerinput", {}).get(_CLUSTER_FOLDER)
    folder = Path(given) if given else Path(tempfile.mkdtemp(prefix="pg-"))
    config.stash[_CLUSTER] = Cluster(folder)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    node.workerinput[_CLUSTER_FOLDER] = str(node.config.stash[_CLUSTER].folder)  # type: ignore[attr-defined]


def pytest_collection_finish() -> None:
    """What has been imported stays: garbage is looked for among what the tests make."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.stash[_CLUSTER].stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: quicker than migrating one for every test."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of an empty migrated SQLite database."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'baosong.db')}"


@pytest.fixture(scope="session")
def cluster(pytestconfig: pytest.Config) -> Cluster:
    return pytestconfig.stash[_CLUSTER]


@pytest.fixture
def postgresql_url(cluster: Cluster) -> str:
    """The URL of an empty migrated PostgreSQL database."""
    return cluster.empty_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty migrated database; every test that asks for it runs on both kinds."""
    opened = Database(request.getfixturevalue(f"{request.param}_url"))
    yield opened
    opened.close()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def postgresql(postgresql_url: str) -> Iterator[Database]:
    opened = Database(postgresql_url)
    yield opened
    opened.close()
