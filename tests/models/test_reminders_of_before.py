"""A filled database of before the telephone calls comes up to today's tables, nothing lost."""

from alembic import command
from sqlmodel import Session, select

from models.chases import Reminder, open_chase
from models.database import Database
from models.people import reaches_of_unit
from tests.models.samples import OPENS, ROADS, a_month
from vocabulary.terms import Channel, ChaseKind, ContactKind

BEFORE = "0001"


def fill(session: Session) -> None:
    month = a_month(session)
    chase = open_chase(
        session, month.report(session, ROADS), ChaseKind.REPORT_OUTSTANDING, now=OPENS
    )
    (ada,) = reaches_of_unit(session, month.unit(session, ROADS).id)
    session.add(
        Reminder(
            chase_id=chase.id,
            rung="opening",
            occurrence=1,
            audience=ContactKind.LIAISON,
            contact_id=ada.contact_id,
            due_at=OPENS,
            planned_at=OPENS,
        )
    )


def reminders(session: Session) -> list[tuple[str, Channel, object, object]]:
    return [
        (row.rung, row.channel, row.call_outcome, row.planned_at)
        for row in session.exec(select(Reminder))
    ]


def test_reminders_of_before_were_sent_by_chat(database: Database) -> None:
    database.run(fill)
    with database.migration() as config:
        command.downgrade(config, BEFORE)
    database.upgrade()
    assert database.run(reminders) == [("opening", Channel.CHAT, None, OPENS)]
