"""A query that is prepared is built once, and finds what it would find if it were built anew."""

from collections.abc import Collection

import pytest
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.database import Database
from models.offices import Office, Unit
from models.prepared import prepared


@prepared
def _offices(names: Collection[str]) -> SelectOfScalar[Office]:
    return select(Office).where(col(Office.name).in_(names)).order_by(col(Office.name))


@prepared
def _units_beside(office_id: int, name: str) -> Select[str, str]:
    beside = select(col(Office.name), col(Unit.name)).join(Unit, col(Unit.office_id) == Office.id)
    return beside.where(Office.id == office_id, Unit.name != name).order_by(col(Unit.name))


@pytest.fixture
def offices(database: Database) -> Database:
    def unit(session: Session) -> None:
        for name in ("甲办", "乙办", "丙办"):
            office = Office(name=name)
            session.add(office)
            session.flush()
            session.add_all(Unit(office_id=office.id, name=f"{name}{unit}") for unit in "一二")

    database.run(unit)
    return database


def test_each_call_has_values_of_its_own(offices: Database) -> None:
    def unit(session: Session) -> list[list[str]]:
        wanted: tuple[list[str], ...] = (["乙办"], [], ["丙办", "甲办", "无办"])
        return [[office.name for office in _offices(session, names)] for names in wanted]

    assert offices.run(unit) == [["乙办"], [], ["丙办", "甲办"]]


def test_values_are_given_by_place_or_by_name_and_rows_come_as_tuples(offices: Database) -> None:
    def unit(session: Session) -> list[tuple[str, str]]:
        office = _offices(session, names=["甲办"]).one()
        return [(one, other) for one, other in _units_beside(session, office.id, name="甲办一")]

    assert offices.run(unit) == [("甲办", "甲办二")]


def test_it_is_built_once_however_often_it_is_asked(offices: Database) -> None:
    built = []

    @prepared
    def named(name: str) -> SelectOfScalar[Office]:
        built.append(name)
        return select(Office).where(Office.name == name)

    found = offices.run(lambda s: [named(s, name).one().name for name in ("甲办", "乙办")])
    assert (found, len(built)) == (["甲办", "乙办"], 1)


def test_a_value_that_is_missing_is_a_mistake(offices: Database) -> None:
    with pytest.raises(TypeError, match="name"):
        offices.run(lambda s: _units_beside(s, 1))  # type: ignore[call-arg]
