"""One transaction or none; what passes is tried again, what does not is told."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, col, select

from models.database import Database
from models.marks import REHEARSAL, Mark, is_marked, mark
from models.offices import Office
from tests.databases import end_connections
from tests.models.together import at_once

_LONGEST_SECONDS = 20


def _names(database: Database) -> list[str]:
    return database.run(lambda s: list(s.exec(select(Office.name).order_by(col(Office.name)))))


def _add(database: Database, *names: str) -> None:
    database.run(lambda s: s.add_all([Office(name=name) for name in names]))


def _append(session: Session, name: str, addition: str) -> None:
    """Read, then write: two of these at once must not lose one."""
    office = session.exec(select(Office).where(col(Office.name).startswith(name))).one()
    office.name += addition
    session.flush()


def test_a_unit_commits_everything(database: Database) -> None:
    _add(database, "Roads", "Water")
    assert _names(database) == ["Roads", "Water"]


def test_a_unit_that_fails_commits_nothing(database: Database) -> None:
    def unit(session: Session) -> None:
        session.add(Office(name="Roads"))
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.run(unit)
    assert _names(database) == []


def test_a_unit_that_breaks_a_constraint_commits_nothing(database: Database) -> None:
    _add(database, "Roads")
    with pytest.raises(IntegrityError):
        _add(database, "Water", "Roads")
    assert _names(database) == ["Roads"]


def test_what_people_wrote_is_in_no_error(database: Database) -> None:
    def unit(session: Session) -> None:
        session.execute(
            text("INSERT INTO office (name, nowhere) VALUES (:name, 1)"), {"name": "a secret"}
        )

    with pytest.raises(Exception, match="nowhere") as failed:
        database.run(unit)
    assert "a secret" not in str(failed.value)


def test_a_row_that_points_nowhere_is_refused(database: Database) -> None:
    def unit(session: Session) -> None:
        session.execute(text("INSERT INTO unit (office_id, name) VALUES (4711, 'Roads')"))

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_two_units_that_read_and_then_write_lose_nothing(database: Database) -> None:
    _add(database, "n")

    def add_ones() -> None:
        for _ in range(10):
            database.run(lambda s: _append(s, "n", "1"))

    at_once(add_ones, add_ones)
    assert _names(database) == ["n" + "1" * 20]


async def test_a_unit_runs_off_the_event_loop(database: Database) -> None:
    ticked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def unit(_session: Session) -> bool:
        loop.call_soon_threadsafe(ticked.set)
        return asyncio.run_coroutine_threadsafe(ticked.wait(), loop).result(_LONGEST_SECONDS)

    assert await database.unit(unit)


async def test_nobody_waits_behind_a_whole_crowd(database: Database) -> None:
    done: list[str] = []

    def unit_of(who: str) -> Callable[[Session], None]:
        return lambda _session: done.append(who)

    crowd = [asyncio.create_task(database.unit_in_turn(unit_of("crowd"))) for _ in range(100)]
    await asyncio.sleep(0)  # all of them are at the door, or behind it
    await database.unit(unit_of("tick"))
    assert done.index("tick") < 20
    await asyncio.gather(*crowd)
    assert sorted(done) == ["crowd"] * 100 + ["tick"]


async def test_what_a_unit_raises_reaches_whoever_waits_for_it(database: Database) -> None:
    def unit(_session: Session) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.unit(unit)


def test_a_database_is_marked_for_rehearsal_once_and_for_all(database: Database) -> None:
    assert not database.run(lambda s: is_marked(s, REHEARSAL))
    for _ in range(2):
        database.run(lambda s: mark(s, REHEARSAL))
    assert database.run(lambda s: is_marked(s, REHEARSAL))
    assert database.run(lambda s: len(s.exec(select(Mark)).all())) == 1


def test_upgrading_makes_the_folder_of_the_database(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "baosong.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    _add(database, "Roads")
    database.close()
    assert path.stat().st_size > 0


def test_sqlite_waits_for_another_process_that_is_writing(sqlite: Database) -> None:
    _add(sqlite, "n")
    other = Database(sqlite.url.render_as_string())
    is_writing, may_end = threading.Event(), threading.Event()

    def write_slowly() -> None:
        def unit(session: Session) -> None:
            _append(session, "n", "1")
            is_writing.set()
            assert may_end.wait(_LONGEST_SECONDS)

        other.run(unit)

    def write_meanwhile() -> None:
        assert is_writing.wait(_LONGEST_SECONDS)
        threading.Timer(0.2, may_end.set).start()
        sqlite.run(lambda s: _append(s, "n", "2"))

    at_once(write_slowly, write_meanwhile)
    other.close()
    assert _names(sqlite) == ["n12"]


def test_sqlite_keeps_what_is_committed_through_a_power_cut(sqlite: Database) -> None:
    def pragma(name: str) -> object:
        return sqlite.run(lambda s: s.execute(text(f"PRAGMA {name}")).scalar_one())

    full = 2
    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == (
        "wal",
        full,
        1,
    )


def test_a_unit_that_cannot_be_serialized_is_run_again(postgresql: Database) -> None:
    _add(postgresql, "n")
    seen: list[str] = []

    def unit(session: Session) -> None:
        seen.append(session.exec(select(Office.name)).one())
        if len(seen) == 1:  # somebody else writes what this unit has read and is going to write
            at_once(lambda: postgresql.run(lambda s: _append(s, "n", "1")))
        _append(session, "n", "2")

    postgresql.run(unit)
    assert seen == ["n", "n1"]
    assert _names(postgresql) == ["n12"]


def test_of_two_units_in_deadlock_one_is_run_again(postgresql: Database) -> None:
    _add(postgresql, "a", "b")
    both_hold_one = threading.Barrier(2)
    runs: list[str] = []

    def write(first: str, second: str) -> None:
        def unit(session: Session) -> None:
            runs.append(first)
            session.execute(text("SET LOCAL deadlock_timeout = '50ms'"))
            _append(session, first, first)
            if runs.count(first) == 1:
                both_hold_one.wait(_LONGEST_SECONDS)
            _append(session, second, first)

        postgresql.run(unit)

    at_once(lambda: write("a", "b"), lambda: write("b", "a"))
    assert len(runs) > 2
    assert sorted(_names(postgresql)[0]) == ["a", "a", "b"]
    assert sorted(_names(postgresql)[1]) == ["a", "b", "b"]


@pytest.mark.parametrize("when", ["before", "within"])
def test_a_unit_whose_connection_was_ended_is_run_again(postgresql: Database, when: str) -> None:
    _add(postgresql, "n")
    runs = 0

    def unit(session: Session) -> None:
        nonlocal runs
        runs += 1
        _append(session, "n", "1")
        if when == "within" and runs == 1:
            end_connections(postgresql)
            session.exec(select(Office)).all()

    if when == "before":
        end_connections(postgresql)
    postgresql.run(unit)
    assert runs == (2 if when == "within" else 1)
    assert _names(postgresql) == ["n1"]


def test_a_unit_that_never_succeeds_is_given_up_and_told(postgresql: Database) -> None:
    runs = 0

    def unit(session: Session) -> None:
        nonlocal runs
        runs += 1
        session.execute(text("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"))

    with pytest.raises(OperationalError):
        postgresql.run(unit)
    assert runs == 5


def test_a_mistake_of_ours_is_not_tried_again(database: Database) -> None:
    runs = 0

    def unit(session: Session) -> None:
        nonlocal runs
        runs += 1
        session.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(Exception, match="nowhere"):
        database.run(unit)
    assert runs == 1
