"""What the office tells many people at once, and whom it reached."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, word
from models.cycles import OPEN_STATES, Cycle, Report
from models.delivery import WAITING, OutboxRow, OutboxState
from models.offices import Unit
from models.people import Contact, Person
from vocabulary.terms import AnnouncementAudience


class Announcement(SQLModel, table=True):
    """A text of the office's. audience: set when it is sent; ended_at: sent, or put away."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    author_id: int = belongs_to("person.id")
    text: str = long_text()
    audience: AnnouncementAudience | None = word(AnnouncementAudience, required=False)
    created_at: datetime = moment(required=True)
    ended_at: datetime | None = moment()


class AnnouncementCopy(SQLModel, table=True):
    """One for each contact that was meant; without an outbox row there was no way to them."""

    __tablename__ = "announcement_copy"

    announcement_id: int = Field(foreign_key="announcement.id", primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True)
    outbox_id: int | None = belongs_to("outbox.id", required=False)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A contact who is meant. chat_id: None where nothing would arrive.

    instead: the lines that say in whose place they get it; none where they are meant themselves.
    """

    contact_id: int
    chat_id: int | None
    language: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one copy. reason: empty, or why it did not arrive."""

    unit: str
    name: str
    state: OutboxState
    reason: str

    @property
    def outcome(self) -> str:
        """Delivered, waiting, unknown or lost."""
        if self.state is OutboxState.SENT:
            return "delivered"
        if self.state in WAITING:
            return "waiting"
        return "unknown" if self.state is OutboxState.UNKNOWN else "lost"


def units_not_filed(session: Session, office_id: int) -> set[int]:
    """Those whose report of their plan's newest cycle is still to come."""
    newest = (
        select(func.max(Cycle.id)).where(Cycle.office_id == office_id).group_by(col(Cycle.plan_id))
    )
    return set(
        session.exec(
            select(Report.unit_id).where(
                col(Report.cycle_id).in_(newest),
                col(Report.state).in_(OPEN_STATES),
                col(Report.exempt).is_(False),
            )
        )
    )


def end_announcement(
    session: Session, announcement_id: int, *, audience: AnnouncementAudience | None, now: datetime
) -> bool:
    """Sends it to the audience, or puts it away; False when one of both has happened already."""
    ended = session.execute(
        update(Announcement)
        .where(col(Announcement.id) == announcement_id, col(Announcement.ended_at).is_(None))
        .values(ended_at=now, audience=audience)
        .returning(col(Announcement.id))
    )
    return ended.first() is not None


def deliveries(session: Session, announcement_id: int) -> list[Delivery]:
    """What became of every copy, by unit."""
    rows = session.exec(
        select(Contact, Unit, OutboxRow, Person)
        .join(AnnouncementCopy, col(AnnouncementCopy.contact_id) == Contact.id)
        .join(Unit, col(Unit.id) == Contact.unit_id)
        .join(OutboxRow, col(OutboxRow.id) == AnnouncementCopy.outbox_id, isouter=True)
        .join(Person, col(Person.id) == Contact.person_id, isouter=True)
        .where(AnnouncementCopy.announcement_id == announcement_id)
        .order_by(col(Unit.id), col(Contact.id))
    )
    return [
        Delivery(
            unit.name,
            contact.name,
            row.state if row else OutboxState.DEAD,
            (row.last_error if row else _why(person)) or "",
        )
        for contact, unit, row, person in rows
    ]


def _why(person: Person | None) -> str:
    """Why there was no way to them."""
    return person.unreachable_reason if person else "not_joined"


def counted(found: Iterable[Delivery]) -> dict[str, int]:
    """How many copies there are of each outcome: they add up to all."""
    outcomes = Counter(delivery.outcome for delivery in found)
    return {outcome: outcomes[outcome] for outcome in ("delivered", "waiting", "unknown", "lost")}
