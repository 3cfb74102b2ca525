"""Who is away, who has asked for silence until later, and who has given a report to a colleague."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, moment
from models.people import Contact


class Absence(SQLModel, table=True):
    """A person is away on these days, both included; a deputy stands in.

    ended_at: when it was ended early, or replaced. welcomed_at: when the person was told, after it,
    what had happened.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    person_id: int = belongs_to("person.id")
    first_on: date
    last_on: date
    declared_at: datetime = moment(required=True)
    ended_at: datetime | None = moment()
    welcomed_at: datetime | None = moment()


class Snooze(SQLModel, table=True):
    """A contact is reminded of a chase at `until`, and of nothing in it before.

    settled_at: when that was done, or had become needless.
    """

    __table_args__ = (UniqueConstraint("chase_id", "contact_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    chase_id: int = belongs_to("chase.id")
    contact_id: int = belongs_to("contact.id")
    number: int
    asked_at: datetime = moment(required=True)
    until: datetime = moment(required=True)
    settled_at: datetime | None = moment()


class Handover(SQLModel, table=True):
    """A colleague of the unit gets what the liaison would get for one report.

    ended_at: when it was given back, refused or given to somebody else.
    """

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    from_contact_id: int = belongs_to("contact.id", index=False)
    to_contact_id: int = belongs_to("contact.id")
    handed_at: datetime = moment(required=True)
    ended_at: datetime | None = moment()


def absence_of(session: Session, person_id: int, *, today: date) -> Absence | None:
    """The absence that lasts or is to come; there is one at most."""
    return session.exec(
        select(Absence)
        .where(
            Absence.person_id == person_id,
            col(Absence.ended_at).is_(None),
            Absence.last_on >= today,
        )
        .order_by(col(Absence.id).desc())
    ).first()


def declare_absence(
    session: Session,
    office_id: int,
    person_id: int,
    *,
    first_on: date,
    last_on: date,
    now: datetime,
) -> Absence:
    """A new one takes the place of the one before."""
    while before := replaced_by(session, person_id, first_on=first_on):
        before.ended_at = now
        session.flush()
    absence = Absence(
        office_id=office_id,
        person_id=person_id,
        first_on=first_on,
        last_on=last_on,
        declared_at=now,
    )
    session.add(absence)
    session.flush()
    return absence


def replaced_by(session: Session, person_id: int, *, first_on: date) -> Absence | None:
    """The absence whose place one from `first_on` on would take."""
    return session.exec(
        select(Absence)
        .where(
            Absence.person_id == person_id,
            col(Absence.ended_at).is_(None),
            Absence.last_on >= first_on,
        )
        .order_by(col(Absence.id).desc())
    ).first()


def contacts_away(session: Session, office_id: int, *, first_on: date, last_on: date) -> set[int]:
    """The contacts whose person is away on any of these days."""
    rows = session.exec(
        select(Contact.id)
        .join(Absence, col(Absence.person_id) == Contact.person_id)
        .where(
            Contact.office_id == office_id,
            col(Absence.ended_at).is_(None),
            Absence.first_on <= last_on,
            Absence.last_on >= first_on,
        )
    )
    return set(rows)


def absences_over(session: Session, office_id: int, *, today: date) -> list[Absence]:
    """Those whose person has not been welcomed back yet, though the last day has passed."""
    over = select(Absence).where(
        Absence.office_id == office_id,
        col(Absence.ended_at).is_(None),
        col(Absence.welcomed_at).is_(None),
        Absence.last_on < today,
    )
    return list(session.exec(over.order_by(col(Absence.id))))


def snoozes_of(session: Session, chase_id: int, contact_id: int) -> list[Snooze]:
    """Every time the contact has put the chase off."""
    asked = select(Snooze).where(Snooze.chase_id == chase_id, Snooze.contact_id == contact_id)
    return list(session.exec(asked.order_by(col(Snooze.number))))


def snoozed_contacts(session: Session, chase_id: int, *, now: datetime) -> dict[int, datetime]:
    """By contact, until when it is not to be reminded of the chase."""
    asked = select(Snooze).where(
        Snooze.chase_id == chase_id, col(Snooze.settled_at).is_(None), Snooze.until > now
    )
    return {snooze.contact_id: snooze.until for snooze in session.exec(asked)}


def snoozes_over(session: Session, *, now: datetime) -> list[Snooze]:
    """Those whose time has come, the oldest first."""
    over = select(Snooze).where(col(Snooze.settled_at).is_(None), Snooze.until <= now)
    return list(session.exec(over.order_by(col(Snooze.id))))


def handover_of(session: Session, report_id: int) -> Handover | None:
    """Who has the report from whom at present."""
    return session.exec(
        select(Handover)
        .where(Handover.report_id == report_id, col(Handover.ended_at).is_(None))
        .order_by(col(Handover.id).desc())
    ).first()


def hand_over(
    session: Session, report_id: int, *, from_contact_id: int, to_contact_id: int, now: datetime
) -> Handover:
    """The report is with the colleague from now on, and with nobody else."""
    before = handover_of(session, report_id)
    if before is not None:
        before.ended_at = now
    handover = Handover(
        report_id=report_id,
        from_contact_id=from_contact_id,
        to_contact_id=to_contact_id,
        handed_at=now,
    )
    session.add(handover)
    session.flush()
    return handover


def pass_handovers_on(
    session: Session, contact_id: int, successor_id: int, *, now: datetime
) -> None:
    """What the contact had from a colleague goes back; what they gave away is now the successor's.

    Reminders then go to whom they would go to without a handover.
    """
    standing = col(Handover.ended_at).is_(None)
    had = select(Handover).where(Handover.to_contact_id == contact_id, standing)
    for handover in session.exec(had):
        handover.ended_at = now
    gave = select(Handover).where(Handover.from_contact_id == contact_id, standing)
    for handover in session.exec(gave):
        handover.from_contact_id = successor_id
