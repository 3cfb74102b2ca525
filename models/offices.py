"""The office, its units and their groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import belongs_to
from models.once import once
from models.prepared import prepared
from vocabulary.plan import UnitRegister


class Office(SQLModel, table=True):
    """Whose plans, coordinators, calendar and ladder these are."""

    id: int = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class Unit(SQLModel, table=True):
    """A unit that reports. `name` is the plan's word for it, `official_name` signs documents.

    needs_signature: its leader signs a report before it is filed.
    """

    __table_args__ = (UniqueConstraint("office_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    name: str
    official_name: str | None = None
    needs_signature: bool = False


class UnitAlias(SQLModel, table=True):
    """Another name by which people call a unit."""

    __tablename__ = "unit_alias"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    unit_id: int = belongs_to("unit.id")
    name: str


class UnitGroup(SQLModel, table=True):
    """Units that a plan names together (各镇（街道）)."""

    __tablename__ = "unit_group"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    name: str


class UnitGroupMember(SQLModel, table=True):
    __tablename__ = "unit_group_member"

    group_id: int = Field(foreign_key="unit_group.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", primary_key=True)
    position: int


def the_office(session: Session, name: str) -> Office:
    """The office of that name; comes into being when first asked for."""
    office = session.exec(select(Office).where(Office.name == name)).first()
    if office is None:
        office = Office(name=name)
        session.add(office)
        session.flush()
    return office


def units_of(session: Session, office_id: int) -> list[Unit]:
    """Every unit of the office, in the order in which they came to be known."""
    return list(_units(session, office_id))


@prepared
def _units(office_id: int) -> SelectOfScalar[Unit]:
    return select(Unit).where(Unit.office_id == office_id).order_by(col(Unit.id))


def unit_named(session: Session, office_id: int, name: str) -> Unit | None:
    """By the plan's name, by the official one, or by an alias."""
    known = select(Unit).where(Unit.office_id == office_id)
    called = known.join(UnitAlias, col(UnitAlias.unit_id) == Unit.id)
    return (
        session.exec(known.where(Unit.name == name)).first()
        or session.exec(known.where(Unit.official_name == name)).first()
        or session.exec(called.where(UnitAlias.name == name)).first()
    )


def units_like(session: Session, office_id: int, written: str) -> list[str]:
    """Short names of the units that may be meant, the most similar first, three at most."""
    known = session.exec(select(Unit).where(Unit.office_id == office_id)).all()
    short = {name: unit.name for unit in known for name in (unit.name, unit.official_name) if name}
    short = {**aliases_of(session, office_id), **short}
    close = get_close_matches(written, short, n=3, cutoff=0.5)
    return list(dict.fromkeys(short[name] for name in close))


@dataclass(frozen=True, slots=True)
class NameAmiss:
    """A name that the settings give a unit. place: in their list, from 1.

    like: units that may be meant, where there is none of that name. same_as: another name of the
    same unit, which stands before it.
    """

    place: int
    name: str
    like: tuple[str, ...] = ()
    same_as: str = ""


def names_amiss(session: Session, office_id: int, names: Sequence[str]) -> list[NameAmiss]:
    """Which are no unit's of any edition, or a unit's that has one already; none before a plan."""
    units = units_of(session, office_id) if names else []
    owners = {name: unit.id for unit in units for name in (unit.name, unit.official_name) if name}
    amiss: list[NameAmiss] = []
    first: dict[int, str] = {}
    for place, name in enumerate(names if units else (), start=1):
        owner = owners.get(name)
        if owner is None:
            like = tuple(units_like(session, office_id, name))
            amiss.append(NameAmiss(place, name, like))
        elif first.setdefault(owner, name) != name:
            amiss.append(NameAmiss(place, name, same_as=first[owner]))
    return amiss


def aliases_of(session: Session, office_id: int) -> dict[str, str]:
    """Every alias, with the name of its unit."""
    return dict(_aliases(session, office_id).all())


@prepared
def _aliases(office_id: int) -> Select[str, str]:
    rows = select(UnitAlias.name, Unit.name).join(Unit, col(Unit.id) == UnitAlias.unit_id)
    return rows.where(UnitAlias.office_id == office_id).order_by(col(UnitAlias.id))


def names_of_units(session: Session, office_id: int) -> list[tuple[str, str]]:
    """Every name, official name and alias by which a unit is called, each with the unit's name."""
    key = ("names of units", office_id)
    return once(session, key, lambda: _names_of_units(session, office_id), of=(Unit, UnitAlias))


def _names_of_units(session: Session, office_id: int) -> list[tuple[str, str]]:
    known = [
        (called, unit.name)
        for unit in units_of(session, office_id)
        for called in (unit.name, unit.official_name)
        if called
    ]
    return list(dict.fromkeys((*known, *aliases_of(session, office_id).items())))


def groups_of(session: Session, office_id: int) -> dict[str, tuple[str, ...]]:
    """Every group with the names of its members, in their order."""
    rows = (
        select(UnitGroup.name, Unit.name)
        .join(UnitGroupMember, col(UnitGroupMember.group_id) == UnitGroup.id)
        .join(Unit, col(Unit.id) == UnitGroupMember.unit_id)
        .where(UnitGroup.office_id == office_id)
        .order_by(col(UnitGroup.id), col(UnitGroupMember.position))
    )
    found: dict[str, tuple[str, ...]] = {}
    for group, member in session.exec(rows):
        found[group] = (*found.get(group, ()), member)
    return found


def keep_units(
    session: Session, office_id: int, names: list[str], register: UnitRegister
) -> dict[str, Unit]:
    """Adds the units not known yet, takes over official names, who signs, aliases and groups.

    Returns all by name.
    """
    units = {unit.name: unit for unit in units_of(session, office_id)}
    for name in names:
        if name not in units:
            units[name] = Unit(office_id=office_id, name=name)
            session.add(units[name])
    for name, official_name in register.official_names.items():
        if name in units:
            units[name].official_name = official_name
    for name, needs_signature in register.signed.items():
        if name in units:
            units[name].needs_signature = needs_signature
    session.flush()
    _keep_aliases(session, office_id, units, register)
    for group_name, members in register.groups.items():
        _keep_group(session, office_id, group_name, [units[m] for m in members if m in units])
    return units


def _keep_aliases(
    session: Session, office_id: int, units: dict[str, Unit], register: UnitRegister
) -> None:
    told = {units[name].id for name in register.units if name in units}
    kept = select(UnitAlias).where(UnitAlias.office_id == office_id)
    for alias in session.exec(kept):
        if alias.unit_id in told or alias.name in register.aliases:
            session.delete(alias)
    session.flush()
    session.add_all(
        UnitAlias(office_id=office_id, unit_id=units[name].id, name=alias)
        for alias, name in register.aliases.items()
        if name in units
    )
    session.flush()


def _keep_group(session: Session, office_id: int, name: str, members: list[Unit]) -> None:
    group = session.exec(
        select(UnitGroup).where(UnitGroup.office_id == office_id, UnitGroup.name == name)
    ).first()
    if group is None:
        group = UnitGroup(office_id=office_id, name=name)
        session.add(group)
        session.flush()
    for old in session.exec(select(UnitGroupMember).where(UnitGroupMember.group_id == group.id)):
        session.delete(old)
    session.flush()
    session.add_all(
        UnitGroupMember(group_id=group.id, unit_id=unit.id, position=position)
        for position, unit in enumerate(members)
    )
