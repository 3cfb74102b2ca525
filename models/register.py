"""What the office knows beside the plan: names of units, their groups, their people.

A registry tells everything about the units that it lists, so that what is not in it is none any
more. But it only ever ends those whom a registry has written down: who has come by a link that
meant nobody is not its own.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from models.chases import cancel_reminders_of
from models.columns import belongs_to, word
from models.offices import Unit, aliases_of, groups_of, keep_units, units_of
from models.people import Contact, end_contact, successors
from vocabulary.change import Change, Fact
from vocabulary.plan import ForceMember, RegisteredContact, UnitRegister
from vocabulary.terms import FORCE_KINDS, UNIT_KINDS, ContactKind, ForcePost


class TaskForceMember(SQLModel, table=True):
    """Somebody in a task force, which goes by its name from one edition to the next."""

    __tablename__ = "task_force_member"
    __table_args__ = (UniqueConstraint("office_id", "task_force", "post", "name"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    task_force: str
    post: ForcePost = word(ForcePost)
    name: str
    unit_name: str = ""
    phone: str = ""
    mail: str = ""


def known_register(session: Session, office_id: int) -> UnitRegister:
    """Everything that the office knows; the contacts are those of units, with or without Telegram.

    It tells of no unit whole: what it does not say was never asked.
    """
    units = units_of(session, office_id)
    names = {unit.id: unit.name for unit in units}
    return UnitRegister(
        official_names={u.name: u.official_name for u in units if u.official_name},
        groups=groups_of(session, office_id),
        aliases=aliases_of(session, office_id),
        contacts=tuple(
            _written_down(contact, names[contact.unit_id])
            for contact in _contacts(session, office_id)
            if contact.unit_id is not None
        ),
        force_members=tuple(_member(row) for row in _force_members(session, office_id)),
        signed={unit.name: unit.needs_signature for unit in units},
    )


def register_changes(
    session: Session, office_id: int, names: Iterable[str], register: UnitRegister
) -> tuple[Change, ...]:
    """What `keep_register` would change; writes nothing. names: of the units that owe anything."""
    units = {unit.name: unit for unit in units_of(session, office_id)}
    there = dict.fromkeys((*units, *_all(names, register)))
    return (
        *(Change("change-unit-new", {"unit": name}) for name in there if name not in units),
        *_name_changes(units, there, register),
        *_signing_changes(units, there, register),
        *_alias_changes(session, office_id, there, register),
        *_group_changes(session, office_id, there, register),
        *(
            step.change
            for step in _contact_steps(session, office_id, register)
            if step.change is not None
        ),
        *_force_changes(session, office_id, register),
    )


def keep_register(
    session: Session,
    office_id: int,
    names: Iterable[str],
    register: UnitRegister,
    *,
    now: datetime,
) -> dict[str, Unit]:
    """Takes over everything that the register tells; gives every unit by its name."""
    units = keep_units(session, office_id, _all(names, register), register)
    for step in _contact_steps(session, office_id, register):
        step.take(session, office_id, units, now)
    _keep_force_members(session, office_id, register)
    session.flush()
    return units


def _all(names: Iterable[str], register: UnitRegister) -> list[str]:
    """The units that have to be there: those that owe, and those that have people."""
    return list(dict.fromkeys((*names, *(contact.unit for contact in register.contacts))))


def _name_changes(
    units: Mapping[str, Unit], there: Container[str], register: UnitRegister
) -> Iterator[Change]:
    for name, official in register.official_names.items():
        known = units[name].official_name if name in units else None
        if name in there and official != known:
            yield Change("change-official", {"unit": name, "before": known, "after": official})


def _signing_changes(
    units: Mapping[str, Unit], there: Container[str], register: UnitRegister
) -> Iterator[Change]:
    for name, after in register.signed.items():
        before = name in units and units[name].needs_signature
        if name in there and after is not before:
            yield Change("change-signed", {"unit": name, "before": before, "after": after})


def _alias_changes(
    session: Session, office_id: int, there: Container[str], register: UnitRegister
) -> Iterator[Change]:
    known = aliases_of(session, office_id)
    for alias, unit in register.aliases.items():
        if unit in there and known.get(alias) != unit:
            yield Change("change-alias-added", {"alias": alias, "unit": unit})
    for alias, unit in known.items():
        if unit in register.units and alias not in register.aliases:
            yield Change("change-alias-removed", {"alias": alias, "unit": unit})


def _group_changes(
    session: Session, office_id: int, there: Container[str], register: UnitRegister
) -> Iterator[Change]:
    known = groups_of(session, office_id)
    for group, members in register.groups.items():
        before, after = known.get(group, ()), tuple(name for name in members if name in there)
        if before != after:
            yield Change("change-group", {"group": group, "before": before, "after": after})


# ── contacts ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of a contact, and how it is made.

    change: None where what changes about a task force's member says it already.
    """

    change: Change | None
    take: Callable[[Session, int, dict[str, Unit], datetime], None]


def _contact_steps(session: Session, office_id: int, register: UnitRegister) -> list[_Step]:
    """Contacts go by unit or task force, kind and name.

    One whose phone is the same is the same under a new name. Of the units and task forces told of,
    the rest of the registered ones is ended, and it is said where somebody has joined as one.
    """
    units = {unit.id: unit.name for unit in units_of(session, office_id)}
    left = [
        (contact, _written_down(contact, units[contact.unit_id] if contact.unit_id else ""))
        for contact in _contacts(session, office_id)
    ]
    steps: list[_Step] = []
    strangers: list[RegisteredContact] = []
    for told in (*register.contacts, *_contacts_of_forces(register)):
        found = _taken(left, [known for known in left if _is_named(known[1], told)])
        if found is None:
            strangers.append(told)
        else:
            steps += _correction(found, told)
    succeeded = _succeeded(session, office_id, units)
    for told in strangers:
        found = _taken(left, [known for known in left if _is_renamed(*known, told)])
        if found is not None:
            steps += _correction(found, told)
        elif (successor := succeeded.get((told.unit, told.kind, told.name))) is not None:
            _taken(left, [known for known in left if known[0].id == successor.id])
            steps.append(_successor_stays(told, successor))
        else:
            steps.append(_addition(told))
    ended = [
        _end(contact, was)
        for contact, was in left
        if contact.registered and (was.unit in register.units or was.force in register.forces)
    ]
    return [*steps, *ended]


def _contacts_of_forces(register: UnitRegister) -> Iterator[RegisteredContact]:
    """Who leads a task force or is its liaison is told what is missing; a mere member is not."""
    for member in register.force_members:
        kind = _KIND_OF_POST.get(member.post)
        if kind is not None:
            yield RegisteredContact(
                "", kind, member.name, member.phone, member.mail, force=member.force
            )


_KIND_OF_POST = {
    ForcePost.LEADER: ContactKind.TASK_FORCE_LEADER,
    ForcePost.LIAISON: ContactKind.TASK_FORCE,
}


_Known = tuple[Contact, RegisteredContact]


def _is_named(was: RegisteredContact, told: RegisteredContact) -> bool:
    return (was.unit, was.force, was.kind, was.name) == (
        told.unit,
        told.force,
        told.kind,
        told.name,
    )


def _is_renamed(contact: Contact, was: RegisteredContact, told: RegisteredContact) -> bool:
    there, here = ((one.unit, one.force, one.kind, one.phone) for one in (was, told))
    return contact.registered and bool(told.phone) and there == here


def _taken(left: list[_Known], matching: list[_Known]) -> Contact | None:
    """The first that matches, taken out of those that are left."""
    if not matching:
        return None
    left.remove(matching[0])
    return matching[0][0]


def _correction(contact: Contact, told: RegisteredContact) -> list[_Step]:
    def take(session: Session, _office_id: int, _units: dict[str, Unit], _now: datetime) -> None:
        contact.name, contact.phone, contact.mail = told.name, told.phone, told.mail
        contact.registered = True
        session.add(contact)

    fields = (
        ("person", contact.name, told.name),
        ("phone", contact.phone, told.phone),
        ("mail", contact.mail, told.mail),
    )
    facts = {"unit": told.unit, "kind": told.kind, "name": contact.name}
    return [
        _Step(
            None
            if told.force
            else Change(
                "change-contact", {**facts, "field": field, "before": before, "after": after}
            ),
            take,
        )
        for field, before, after in fields
        if before != after
    ]


def _succeeded(
    session: Session, office_id: int, units: Mapping[int, str]
) -> dict[tuple[str, ContactKind, str], Contact]:
    """Who held a post until it passed on by a link → who holds it now."""
    found = {}
    for before_id, successor in successors(session, office_id).items():
        before = session.get_one(Contact, before_id)
        if before.unit_id is not None and before.unit_id in units:
            found[units[before.unit_id], before.kind, before.name] = successor
    return found


def _successor_stays(told: RegisteredContact, successor: Contact) -> _Step:
    """A workbook from before the post passed on: nobody is put back, and the new name is told."""

    def take(_session: Session, _office_id: int, _units: dict[str, Unit], _now: datetime) -> None:
        """Nothing is to be done."""

    facts: dict[str, Fact] = {
        "unit": told.unit,
        "kind": told.kind,
        "name": told.name,
        "successor": successor.name,
    }
    return _Step(Change("change-contact-succeeded", facts), take)


def _addition(told: RegisteredContact) -> _Step:
    def take(session: Session, office_id: int, units: dict[str, Unit], now: datetime) -> None:
        session.add(
            Contact(
                office_id=office_id,
                unit_id=units[told.unit].id if told.unit else None,
                task_force=told.force,
                kind=told.kind,
                name=told.name,
                phone=told.phone,
                mail=told.mail,
                registered=True,
                since=now,
            )
        )

    facts: dict[str, Fact] = {
        "unit": told.unit,
        "kind": told.kind,
        "name": told.name,
        "phone": told.phone,
    }
    return _Step(None if told.force else Change("change-contact-added", facts), take)


def _end(contact: Contact, was: RegisteredContact) -> _Step:
    def take(session: Session, _office_id: int, _units: dict[str, Unit], now: datetime) -> None:
        end_contact(session, contact.id, now=now)
        cancel_reminders_of(session, contact.id)

    facts: dict[str, Fact] = {"unit": was.unit or was.force, "kind": was.kind, "name": was.name}
    if contact.person_id is not None:
        return _Step(Change("change-contact-ended-joined", facts), take)
    return _Step(None if was.force else Change("change-contact-ended", facts), take)


def _contacts(session: Session, office_id: int) -> list[Contact]:
    """The present contacts of units and task forces, as they came to be known."""
    return list(
        session.exec(
            select(Contact)
            .where(
                Contact.office_id == office_id,
                col(Contact.kind).in_((*UNIT_KINDS, *FORCE_KINDS)),
                col(Contact.ended_at).is_(None),
            )
            .order_by(col(Contact.id))
        )
    )


def _written_down(contact: Contact, unit: str) -> RegisteredContact:
    return RegisteredContact(
        unit, contact.kind, contact.name, contact.phone, contact.mail, force=contact.task_force
    )


# ── task forces ────────────────────────────────────────────────────────────────────────────────


def _force_changes(session: Session, office_id: int, register: UnitRegister) -> Iterator[Change]:
    known = {_force_key(m): m for m in map(_member, _force_members(session, office_id))}
    told = {_force_key(member): member for member in register.force_members}
    for key, member in told.items():
        if known.get(key) != member:
            yield Change(
                "change-force-member" if key in known else "change-force-member-added",
                _force_facts(member),
            )
    for key, member in known.items():
        if key not in told and member.force in register.forces:
            yield Change("change-force-member-removed", _force_facts(member))


def _force_key(member: ForceMember) -> tuple[str, ForcePost, str]:
    return member.force, member.post, member.name


def _force_facts(member: ForceMember) -> dict[str, Fact]:
    return {
        "force": member.force,
        "post": member.post,
        "name": member.name,
        "unit": member.unit,
        "phone": member.phone,
        "mail": member.mail,
    }


def _force_members(session: Session, office_id: int) -> list[TaskForceMember]:
    known = select(TaskForceMember).where(TaskForceMember.office_id == office_id)
    return list(session.exec(known.order_by(col(TaskForceMember.id))))


def _member(row: TaskForceMember) -> ForceMember:
    return ForceMember(row.task_force, row.post, row.name, row.unit_name, row.phone, row.mail)


def _keep_force_members(session: Session, office_id: int, register: UnitRegister) -> None:
    told = {_force_key(member): member for member in register.force_members}
    for row in _force_members(session, office_id):
        if row.task_force in register.forces or _force_key(_member(row)) in told:
            session.delete(row)
    session.flush()
    session.add_all(
        TaskForceMember(
            office_id=office_id,
            task_force=member.force,
            post=member.post,
            name=member.name,
            unit_name=member.unit,
            phone=member.phone,
            mail=member.mail,
        )
        for member in told.values()
    )
