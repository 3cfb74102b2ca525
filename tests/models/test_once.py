"""What a unit of work has read is read once, and never older than what the unit itself wrote."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime

from sqlalchemy import text
from sqlmodel import Session, col, select, update

from models.calendar import OwnDay, own_days, set_own_day
from models.database import Database
from models.offices import Office, Unit
from models.once import once

NOON = datetime(2026, 9, 28, 12, tzinfo=UTC)


def test_a_thing_is_read_once_until_something_is_written(sqlite: Database) -> None:
    def unit(session: Session) -> list[int]:
        read = _counter()
        counts = [once(session, "count", read), once(session, "count", read)]
        session.add(Office(name="甲办"))
        return [*counts, once(session, "count", read), once(session, "another", read)]

    assert sqlite.run(unit) == [1, 1, 2, 3]


def test_what_is_made_from_some_tables_outlives_writing_to_others(sqlite: Database) -> None:
    def unit(session: Session) -> list[int]:
        read = _counter()
        office = Office(name="甲办")
        session.add(office)
        session.flush()
        counts = [once(session, "units", read, of=(Unit,))]
        office.name = "乙办"
        counts.append(once(session, "units", read, of=(Unit,)))
        session.add(Unit(office_id=office.id, name="市工科局"))
        return [*counts, once(session, "units", read, of=(Unit,))]

    assert sqlite.run(unit) == [1, 1, 2]


def test_rows_that_are_changed_or_taken_away_without_being_loaded_count_as_written(
    sqlite: Database,
) -> None:
    def unit(session: Session) -> list[int]:
        read = _counter()
        counts = [once(session, "offices", read, of=(Office,))]
        session.exec(update(Office).where(col(Office.id) == 1).values(name="乙办"))
        counts.append(once(session, "offices", read, of=(Office,)))
        session.execute(text("UPDATE office SET name = '丙办'"))
        return [*counts, once(session, "offices", read, of=(Office,))]

    assert sqlite.run(unit) == [1, 2, 3]


def test_what_was_read_of_something_taken_back_is_read_anew(sqlite: Database) -> None:
    def unit(session: Session) -> list[list[str]]:
        def names() -> list[str]:
            return once(session, "names", lambda: list(session.exec(select(Office.name))))

        before = names()
        with suppress(ValueError), session.begin_nested():
            session.add(Office(name="甲办"))
            within = names()
            raise ValueError
        return [before, within, names()]

    assert sqlite.run(unit) == [[], ["甲办"], []]


def test_rows_themselves_are_looked_for_until_they_are_found(sqlite: Database) -> None:
    def unit(session: Session) -> list[str]:
        def office() -> Office | None:
            found = select(Office)
            return once(session, "office", lambda: session.exec(found).first(), of=())

        assert office() is None
        session.add(Office(name="甲办"))
        found = office()
        assert found is not None
        found.name = "乙办"
        assert office() is found
        return [found.name]

    assert sqlite.run(unit) == ["乙办"]


def test_another_unit_of_work_reads_anew(sqlite: Database) -> None:
    day = date(2026, 10, 5)

    def decide(session: Session) -> None:
        office = Office(name="甲办")
        session.add(office)
        session.flush()
        assert own_days(session, office.id) == []
        set_own_day(session, office.id, day, is_workday=True, note="", by="", now=NOON)
        assert [own.day for own in own_days(session, office.id)] == [day]

    sqlite.run(decide)
    decided = sqlite.run(
        lambda session: [o.day for o in own_days(session, session.exec(select(Office.id)).one())]
    )
    assert decided == [day]
    assert sqlite.run(lambda session: len(session.exec(select(OwnDay)).all())) == 1


def _counter() -> Callable[[], int]:
    calls: list[None] = []

    def read() -> int:
        calls.append(None)
        return len(calls)

    return read
