"""People, what they are to which unit, and the links that invite them."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import belongs_to, moment, telegram_id, word
from models.offices import Unit
from models.once import once
from models.prepared import prepared
from texts import plain
from vocabulary.errors import InvitationError
from vocabulary.terms import FORCE_KINDS, ContactKind

# Wrong links per person and hour before even a right one is refused: guessing must not pay.
WRONG_LINKS_AN_HOUR = 5
_TOKEN_BYTES = 32  # 43 characters of the 64 that a start link may carry


UNREACHABLE_REASONS = frozenset({"blocked", "deactivated", "never_started", "gone"})
"""Why messages to a person do not get through; the catalogue has a word for each."""


FILING_KINDS = frozenset({ContactKind.LIAISON, ContactKind.DEPUTY})
"""Contacts who write and file their unit's report."""


class Person(SQLModel, table=True):
    """Somebody who has pressed Start. Bound by the numeric id, never by a name.

    unreachable_reason: blocked, deactivated, …; empty when messages get through.
    held_at: when the newest message was written that the secrecy gate did not let in.
    """

    __table_args__ = (UniqueConstraint("bot_id", "user_id"),)

    id: int = Field(default=None, primary_key=True)
    bot_id: int = telegram_id()
    user_id: int = telegram_id()
    name: str
    language: str
    first_seen_at: datetime = moment(required=True)
    unreachable_since: datetime | None = moment()
    unreachable_reason: str = ""
    held_at: datetime | None = moment()
    wrong_links: int = 0
    wrong_links_since: datetime | None = moment()


class Contact(SQLModel, table=True):
    """What a person is to a unit, to a task force, or to the office where both are empty.

    task_force: its name, by which it goes from one edition of a plan to the next.
    A contact without `person_id` has no Telegram, or has not come yet.
    registered: written down by the office in its registry, which also takes it away again.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    unit_id: int | None = belongs_to("unit.id", required=False)
    task_force: str = ""
    kind: ContactKind = word(ContactKind)
    person_id: int | None = belongs_to("person.id", required=False)
    name: str = ""
    phone: str = ""
    mail: str = ""
    registered: bool = False
    since: datetime = moment(required=True)
    ended_at: datetime | None = moment()


class Invitation(SQLModel, table=True):
    """A link for one person. The token itself is shown once and stored nowhere.

    contact_id: whom the office has written down and means by it; else who has come by it.
    replaces_id: whose post it passes on: they hold it no more once somebody has come.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    unit_id: int | None = belongs_to("unit.id", required=False)
    task_force: str = ""
    kind: ContactKind = word(ContactKind)
    token_hash: str = Field(unique=True)
    invited_by: str = ""
    created_at: datetime = moment(required=True)
    expires_at: datetime = moment(required=True)
    used_at: datetime | None = moment()
    contact_id: int | None = belongs_to("contact.id", required=False)
    replaces_id: int | None = belongs_to("contact.id", required=False, index=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """A contact with the way to it; `chat_id` is empty without Telegram.

    unreachable_reason: why messages do not get through any more; empty where they do.
    """

    contact_id: int
    kind: ContactKind
    name: str
    phone: str
    chat_id: int | None
    language: str
    reachable: bool
    task_force: str = ""
    unit_id: int | None = None
    unreachable_reason: str = ""


@dataclass(frozen=True, slots=True)
class Reached(Reach):
    """A contact whom messages get through to."""

    chat_id: int


def met(
    session: Session,
    bot_id: int,
    user_id: int,
    *,
    name: str,
    language: str,
    now: datetime,
    has_blocked: bool = False,
) -> Person:
    """The person behind a Telegram account; remembered from the first time on.

    Whoever writes can be written to again, so an unreachable mark is taken away; not from one who
    comes up only because they have just blocked the bot.
    """
    person = _person(session, bot_id, user_id)
    if person is None:
        person = Person(
            bot_id=bot_id, user_id=user_id, name=name, language=language, first_seen_at=now
        )
        session.add(person)
    person.name = name
    if not has_blocked:
        person.unreachable_since, person.unreachable_reason = None, ""
    session.flush()
    return person


def mark_unreachable(
    session: Session, bot_id: int, user_id: int, *, reason: str, now: datetime
) -> Person | None:
    """Remembers that messages do not get through.

    None for an account never seen, and for one of which it is known already: it is told once.
    """
    person = _person(session, bot_id, user_id)
    if person is None or person.unreachable_since is not None:
        return None
    person.unreachable_since, person.unreachable_reason = now, reason
    return person


def languages_of(session: Session, bot_id: int, user_ids: Iterable[int]) -> dict[int, str]:
    """In which language each of these people reads."""
    rows = session.exec(
        select(Person.user_id, Person.language).where(
            Person.bot_id == bot_id, col(Person.user_id).in_(list(user_ids))
        )
    )
    return dict(rows.all())


def held_at(session: Session, bot_id: int, user_id: int) -> datetime | None:
    """When the person's newest message was written that the secrecy gate held."""
    return session.exec(
        select(Person.held_at).where(Person.bot_id == bot_id, Person.user_id == user_id)
    ).first()


def give_phone(session: Session, person_id: int, phone: str) -> bool:
    """As whatever the person is at present; False where they are nothing."""
    held = contacts_held(session, person_id)
    for contact in held:
        contact.phone = phone
    return bool(held)


def contacts_held(session: Session, person_id: int) -> list[Contact]:
    """Everything the person is at present."""
    key = ("contacts held", person_id)
    return list(once(session, key, lambda: _held_by(session, person_id).all(), of=(Contact,)))


@prepared
def _held_by(person_id: int) -> SelectOfScalar[Contact]:
    held = select(Contact).where(Contact.person_id == person_id, col(Contact.ended_at).is_(None))
    return held.order_by(col(Contact.id))


def everybody(session: Session, bot_id: int) -> list[tuple[Person, list[Contact]]]:
    """Everybody who is something at present and can be written to, with all that they are."""
    rows = session.exec(
        select(Person, Contact)
        .join(Contact, col(Contact.person_id) == Person.id)
        .where(
            Person.bot_id == bot_id,
            col(Person.unreachable_since).is_(None),
            col(Contact.ended_at).is_(None),
        )
        .order_by(col(Person.id), col(Contact.id))
    )
    found: dict[int, tuple[Person, list[Contact]]] = {}
    for person, contact in rows:
        found.setdefault(person.id, (person, []))[1].append(contact)
    return list(found.values())


def reaches_of_unit(session: Session, unit_id: int) -> list[Reach]:
    """Every present contact of the unit, with the way to it."""
    key = ("reaches of unit", unit_id)
    rows = once(session, key, lambda: _at_unit(session, unit_id).all(), of=(Contact, Person))
    return [_reach(contact, person) for contact, person in rows]


@prepared
def _at_unit(unit_id: int) -> Select[Contact, Person | None]:
    return _present_contacts(col(Contact.unit_id) == unit_id)


def writers_reached(session: Session, unit_id: int) -> list[Reached]:
    """Who writes and files the unit's report and can be written to."""
    return [
        reach
        for reach in reaches_of_unit(session, unit_id)
        if isinstance(reach, Reached) and reach.kind in FILING_KINDS
    ]


def reaches_of_units(session: Session, office_id: int) -> dict[int, list[Reach]]:
    """By unit, every present contact of it, with the way to it; one query for all of them."""
    found: dict[int, list[Reach]] = {}
    for reach in _reaches(
        session, col(Contact.office_id) == office_id, col(Contact.unit_id).is_not(None)
    ):
        if reach.unit_id is not None:
            found.setdefault(reach.unit_id, []).append(reach)
    return found


def coordinators(session: Session, office_id: int) -> list[Reach]:
    """Every present coordinator of the office, with the way to it."""
    return _reaches(
        session,
        col(Contact.office_id) == office_id,
        col(Contact.kind) == ContactKind.COORDINATOR,
    )


def coordinators_reached(session: Session, office_id: int) -> list[Reached]:
    """Every present coordinator of the office who can be written to."""
    return [reach for reach in coordinators(session, office_id) if isinstance(reach, Reached)]


def person_of(session: Session, reach: Reached) -> Person:
    """Who reads what is sent there."""
    of_contact = select(Person).join(Contact, col(Contact.person_id) == Person.id)
    return session.exec(of_contact.where(Contact.id == reach.contact_id)).one()


def reaches_of_forces(session: Session, office_id: int) -> dict[str, list[Reach]]:
    """By task force, every present contact of it, with the way to it."""
    found: dict[str, list[Reach]] = {}
    for reach in _reaches(
        session, col(Contact.office_id) == office_id, col(Contact.kind).in_(FORCE_KINDS)
    ):
        found.setdefault(reach.task_force, []).append(reach)
    return found


def _reaches(session: Session, *conditions: ColumnElement[bool]) -> list[Reach]:
    rows = session.exec(_present_contacts(*conditions))
    return [_reach(contact, person) for contact, person in rows]


def _present_contacts(*conditions: ColumnElement[bool]) -> Select[Contact, Person | None]:
    return (
        select(Contact, Person)
        .join(Person, col(Person.id) == Contact.person_id, isouter=True)
        .where(*conditions, col(Contact.ended_at).is_(None))
        .order_by(col(Contact.id))
    )


def _reach(contact: Contact, person: Person | None) -> Reach:
    reachable = person is not None and person.unreachable_since is None
    kind: type[Reach] = Reached if reachable else Reach
    return kind(
        contact_id=contact.id,
        kind=contact.kind,
        name=contact.name,
        phone=contact.phone,
        chat_id=person.user_id if person else None,
        language=person.language if person else "",
        reachable=reachable,
        task_force=contact.task_force,
        unit_id=contact.unit_id,
        unreachable_reason=person.unreachable_reason if person else "",
    )


def make_coordinator(
    session: Session, office_id: int, person: Person, *, now: datetime
) -> Contact | None:
    """Makes the person a coordinator; None when it is one already."""
    if any(
        contact.kind is ContactKind.COORDINATOR and contact.office_id == office_id
        for contact in contacts_held(session, person.id)
    ):
        return None
    contact = Contact(
        office_id=office_id,
        kind=ContactKind.COORDINATOR,
        person_id=person.id,
        name=person.name,
        since=now,
    )
    session.add(contact)
    session.flush()
    return contact


def invite(
    session: Session,
    office_id: int,
    unit_id: int | None,
    kind: ContactKind,
    *,
    invited_by: str,
    valid: timedelta,
    now: datetime,
    contact_id: int | None = None,
    task_force: str = "",
) -> str:
    """A new token for a start link: good once, until `now + valid`.

    task_force: of which whoever comes by it will be. contact_id: the contact without Telegram that
    they will be.
    """
    token = new_token()
    session.add(
        Invitation(
            office_id=office_id,
            unit_id=unit_id,
            task_force=task_force,
            kind=kind,
            token_hash=hashed(token),
            invited_by=invited_by,
            created_at=now,
            expires_at=now + valid,
            contact_id=contact_id,
        )
    )
    return token


def invite_all_meant(
    session: Session,
    office_id: int,
    unit_id: int | None,
    kind: ContactKind,
    *,
    invited_by: str,
    valid: timedelta,
    now: datetime,
    task_force: str = "",
) -> list[tuple[str, str]]:
    """A name and a token for each whom the office has written down as such and who has not come.

    Where there is none, one token for whoever comes, under no name.
    """
    meant = session.exec(
        select(Contact)
        .where(
            Contact.office_id == office_id,
            Contact.unit_id == unit_id,
            Contact.task_force == task_force,
            Contact.kind == kind,
            col(Contact.person_id).is_(None),
            col(Contact.ended_at).is_(None),
        )
        .order_by(col(Contact.id))
    )
    whom: list[tuple[str, int | None]] = [(contact.name, contact.id) for contact in meant]
    return [
        (
            name,
            invite(
                session,
                office_id,
                unit_id,
                kind,
                invited_by=invited_by,
                valid=valid,
                now=now,
                contact_id=contact_id,
                task_force=task_force,
            ),
        )
        for name, contact_id in whom or [("", None)]
    ]


def redeem(session: Session, person: Person, token: str, *, now: datetime) -> Contact:
    """Binds the person to what the link is for.

    The link is taken by a conditional update, so that of two people at once one wins.
    Raises InvitationError alike for wrong, used and expired links and for too many tries; the
    caller keeps the transaction, since the wrong try is counted in it.
    """
    if not may_try(person, now):
        raise InvitationError
    taken = session.execute(
        update(Invitation)
        .where(
            col(Invitation.token_hash) == hashed(token),
            col(Invitation.used_at).is_(None),
            col(Invitation.expires_at) > now,
        )
        .values(used_at=now)
        .returning(col(Invitation.id))
    ).scalar_one_or_none()
    if taken is None:
        person.wrong_links += 1
        person.wrong_links_since = person.wrong_links_since or now
        raise InvitationError
    invitation = session.get_one(Invitation, taken)
    present = _present_contact(session, person, invitation)
    meant = session.get(Contact, invitation.contact_id) if invitation.contact_id else None
    if meant is not None and meant.person_id is None and meant.ended_at is None:
        contact = _bound(meant, person, present, now=now)
    else:
        contact = present or Contact(
            office_id=invitation.office_id,
            unit_id=invitation.unit_id,
            task_force=invitation.task_force,
            kind=invitation.kind,
            person_id=person.id,
            name=person.name,
            since=now,
        )
    session.add(contact)
    session.flush()
    invitation.contact_id = contact.id
    if invitation.replaces_id is not None and invitation.replaces_id != contact.id:
        end_contact(session, invitation.replaces_id, now=now)
    return contact


def hand_post_on(
    session: Session, contact: Contact, *, invited_by: str, valid: timedelta, now: datetime
) -> str:
    """The token of a link whose opener takes the contact's post over. A newer one ends the older.

    Whom the office has written down as such and who has not come yet is whoever opens it.
    """
    session.execute(
        update(Invitation)
        .where(col(Invitation.replaces_id) == contact.id, col(Invitation.used_at).is_(None))
        .values(expires_at=now)
    )
    meant = session.exec(
        select(Contact).where(
            Contact.unit_id == contact.unit_id,
            Contact.task_force == contact.task_force,
            Contact.kind == contact.kind,
            col(Contact.person_id).is_(None),
            col(Contact.ended_at).is_(None),
            col(Contact.id) != contact.id,
        )
    ).first()
    token = new_token()
    session.add(
        Invitation(
            office_id=contact.office_id,
            unit_id=contact.unit_id,
            task_force=contact.task_force,
            kind=contact.kind,
            token_hash=hashed(token),
            invited_by=invited_by,
            created_at=now,
            expires_at=now + valid,
            contact_id=meant.id if meant else None,
            replaces_id=contact.id,
        )
    )
    return token


def successors(session: Session, office_id: int) -> dict[int, Contact]:
    """By the contact whose post passed on by a link, who holds it now, however often it did."""
    passed = dict(
        session.exec(
            select(col(Invitation.replaces_id), col(Invitation.contact_id))
            .where(
                Invitation.office_id == office_id,
                col(Invitation.used_at).is_not(None),
                col(Invitation.replaces_id).is_not(None),
                col(Invitation.contact_id).is_not(None),
            )
            .order_by(col(Invitation.used_at))
        ).all()
    )
    found = {}
    for before in passed:
        after, seen = passed.get(before), {before}
        while after in passed and after not in seen:
            seen.add(after)
            after = passed[after]
        holder = session.get(Contact, after) if after is not None else None
        if before is not None and holder is not None and holder.ended_at is None:
            found[before] = holder
    return found


def replaced_by(session: Session, contact: Contact, *, at: datetime) -> Contact | None:
    """Whose post the contact took over by coming at that moment."""
    before = session.exec(
        select(Invitation.replaces_id).where(
            Invitation.contact_id == contact.id,
            Invitation.used_at == at,
            col(Invitation.replaces_id).is_not(None),
        )
    ).first()
    return session.get(Contact, before) if before is not None and before != contact.id else None


def contacts_of(session: Session, unit_id: int) -> list[Contact]:
    """Every present contact of the unit, as they came to be known."""
    present = select(Contact).where(Contact.unit_id == unit_id, col(Contact.ended_at).is_(None))
    return list(session.exec(present.order_by(col(Contact.id))))


def _bound(meant: Contact, person: Person, present: Contact | None, *, now: datetime) -> Contact:
    """The contact that the office wrote down, now with Telegram.

    Who was there already, by a link that meant nobody, stays the contact that they are, with what
    the office knows of them.
    """
    if present is None:
        meant.person_id = person.id
        return meant
    present.name, present.phone, present.mail = meant.name, meant.phone, meant.mail
    present.registered, meant.ended_at = meant.registered, now
    return present


def _present_contact(session: Session, person: Person, invitation: Invitation) -> Contact | None:
    return next(
        (
            contact
            for contact in contacts_held(session, person.id)
            if (contact.office_id, contact.unit_id, contact.task_force, contact.kind)
            == (invitation.office_id, invitation.unit_id, invitation.task_force, invitation.kind)
        ),
        None,
    )


def may_try(person: Person, now: datetime) -> bool:
    """Whether the person has not tried too many wrong links within the hour."""
    if person.wrong_links_since and now - person.wrong_links_since >= timedelta(hours=1):
        person.wrong_links, person.wrong_links_since = 0, None
    return person.wrong_links < WRONG_LINKS_AN_HOUR


def end_contact(session: Session, contact_id: int, *, now: datetime) -> Contact | None:
    """Takes away what the contact was, and with it the links that mean it.

    None when that is done already, or was never so.
    """
    contact = session.get(Contact, contact_id)
    if contact is None or contact.ended_at is not None:
        return None
    contact.ended_at = now
    session.execute(
        update(Invitation)
        .where(col(Invitation.contact_id) == contact_id, col(Invitation.used_at).is_(None))
        .values(expires_at=now)
    )
    return contact


def end_refused(session: Session, contact_id: int, *, now: datetime) -> Contact | None:
    """`end_contact` for one who has come by a link: whom the office wrote down is to come still."""
    contact = end_contact(session, contact_id, now=now)
    if contact is not None and contact.registered and contact.person_id is not None:
        session.add(
            Contact(
                office_id=contact.office_id,
                unit_id=contact.unit_id,
                task_force=contact.task_force,
                kind=contact.kind,
                name=contact.name,
                phone=contact.phone,
                mail=contact.mail,
                registered=True,
                since=now,
            )
        )
    return contact


def people_ended(session: Session, office_id: int, *, at: datetime) -> list[tuple[Contact, Person]]:
    """Who had joined and is what they were no more since that very moment."""
    rows = session.exec(
        select(Contact, Person)
        .join(Person, col(Person.id) == Contact.person_id)
        .where(Contact.office_id == office_id, Contact.ended_at == at)
        .order_by(col(Contact.id))
    )
    return list(rows)


def files_for_units(session: Session, bot_id: int, user_id: int) -> bool:
    """Whether the account writes some unit's reports at this moment."""
    return bool(filing_units_of(session, bot_id, user_id))


def filing_units_of(session: Session, bot_id: int, user_id: int) -> list[int]:
    """The units whose reports the account writes at this moment."""
    found = session.exec(
        select(col(Contact.unit_id))
        .join(Person, col(Person.id) == Contact.person_id)
        .where(
            Person.bot_id == bot_id,
            Person.user_id == user_id,
            col(Contact.ended_at).is_(None),
            col(Contact.kind).in_(FILING_KINDS),
        )
    )
    return [unit_id for unit_id in found if unit_id is not None]


def unit_of(session: Session, contact: Contact) -> Unit | None:
    return session.get(Unit, contact.unit_id) if contact.unit_id is not None else None


def place_name(session: Session, contact: Contact, language: str) -> str:
    """The contact's unit or task force by name; else the office, in the reader's words."""
    unit = unit_of(session, contact)
    return (unit.name if unit else contact.task_force) or plain(language, "notice-the-office")


def kind_name(contact: Contact, language: str) -> str:
    """What the contact is, as it stands behind the name of its place: 畅通专班 · 联络员.

    A task force whose name says that it is one is not called so again by the kind of its contact.
    """
    words, force = plain(language, f"kind-{contact.kind}"), plain(language, "force-word")
    is_called_so = contact.task_force.endswith(force)
    return words.removeprefix(force).strip() if is_called_so else words


def new_token() -> str:
    """Of a link that is good once; shown once and stored nowhere."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hashed(token: str) -> str:
    """The only form in which a link's token is stored."""
    return hashlib.sha256(token.encode()).hexdigest()


def joined_since(
    session: Session, office_id: int, moment: datetime
) -> list[tuple[Contact, datetime]]:
    """Who has come by a link since then, and is still what they came as; the newest first."""
    rows = session.exec(
        select(Contact, Invitation.used_at)
        .join(Invitation, col(Invitation.contact_id) == Contact.id)
        .where(
            Contact.office_id == office_id,
            col(Contact.ended_at).is_(None),
            col(Invitation.used_at) >= moment,
        )
        .order_by(col(Invitation.used_at).desc(), col(Contact.id).desc())
    )
    return [(contact, used_at) for contact, used_at in rows if used_at is not None]


def is_unreachable(session: Session, bot_id: int, user_id: int) -> bool:
    """Whether messages to the account are known not to get through."""
    person = _person(session, bot_id, user_id)
    return person is not None and person.unreachable_since is not None


def _person(session: Session, bot_id: int, user_id: int) -> Person | None:
    key = ("person", bot_id, user_id)
    return once(session, key, lambda: _of_account(session, bot_id, user_id).first(), of=())


@prepared
def _of_account(bot_id: int, user_id: int) -> SelectOfScalar[Person]:
    return select(Person).where(Person.bot_id == bot_id, Person.user_id == user_id)
