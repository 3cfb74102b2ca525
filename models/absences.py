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


def snoozed_contacts(session: Session, chase_id: int, *, now: datetime) -> dict[int, datetime]:
    """By contact, until when it is not to be reminded of the chase."""
    asked = select(Snooze).where(
        Snooze.chase_id == chase_id, col(Snooze.settled_at).is_(None), Snooze.until > now
    )
    return {snooze.contact_id: snooze.until for snooze in session.exec(asked)}


def handover_of(session: Session, report_id: int) -> Handover | None:
    """Who has the report from whom at present."""
    return session.exec(
        select(Handover)
        .where(Handover.report_id == report_id, col(Handover.ended_at).is_(None))
        .order_by(col(Handover.id).desc())
    ).first()
