"""The books are read rightly: what they call a broken promise is one."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlmodel import Session

from models.chases import Reminder, open_chase
from models.database import Database
from models.delivery import OutboxState, claim_next, settle
from models.people import contacts_held
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.faults.books import chased_after_filing
from tests.models.samples import ADA, BOT, ROADS, a_month, a_person, answer, file
from vocabulary.message import Message
from vocabulary.terms import ChaseKind, ContactKind


@pytest.mark.parametrize(("given_up_at", "chased"), [(10, 0), (12, 1)])
def test_reminder_that_stays_in_doubt_chases_only_when_it_was_tried_after_the_filing(
    sqlite: Database, given_up_at: int, chased: int
) -> None:
    def unit(session: Session) -> None:
        month = a_month(session)
        report = month.report(session, ROADS)
        chase = open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))
        work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1))
        row = work.send(ADA, Message("a reminder"), expires_at=at(5, 18))
        session.add(
            Reminder(
                chase_id=chase.id,
                rung="opening",
                occurrence=1,
                audience=ContactKind.LIAISON,
                contact_id=contacts_held(session, a_person(session).id)[0].id,
                outbox_id=row.id,
                planned_at=at(1),
            )
        )
        claim_next(session, BOT, now=at(1, given_up_at), lease=timedelta(minutes=2))
        settle(session, row.id, fence=1, state=OutboxState.UNKNOWN, now=at(1, given_up_at))
        answer(session, report, now=at(1, 11))
        file(session, report, now=at(1, 11))

    sqlite.run(unit)
    with closing(sqlite3.connect(sqlite.url.database or "")) as connection:
        assert chased_after_filing(connection) == chased
