"""What each person is being asked right now. Rows, so that a restart goes on in mid-question."""

from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to
from models.people import Person


class Conversation(SQLModel, table=True):
    """The one open question of a person; `step` is empty when none is open.

    step: the dialog's word for what is asked, or a handler's (a reason for returning a report).
    page: the page of the card that was last looked at.
    """

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    report_id: int | None = belongs_to("report.id", required=False)
    entry_id: int | None = belongs_to("entry.id", required=False)
    step: str = ""
    indicator_id: int | None = belongs_to("indicator.id", required=False, index=False)
    page: int = 0


def conversation_of(session: Session, person_id: int) -> Conversation:
    """The person's conversation; comes into being with the first question."""
    found = session.exec(select(Conversation).where(Conversation.person_id == person_id)).first()
    if found is None:
        found = Conversation(person_id=person_id)
        session.add(found)
        session.flush()
    return found


def people_being_asked(session: Session, bot_id: int) -> list[Person]:
    """Everybody with an open question to whom messages get through."""
    asked = (
        select(Person)
        .join(Conversation, col(Conversation.person_id) == Person.id)
        .where(
            Person.bot_id == bot_id,
            Conversation.step != "",
            col(Person.unreachable_since).is_(None),
        )
        .order_by(col(Person.id))
    )
    return list(session.exec(asked))
