"""What waits for the office's word, and what became of it; on both databases."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from models.chases import Chase, Reminder, open_chases
from models.cycles import newest_revision
from models.database import Database
from models.delivery import OutboxRow, OutboxState
from models.filing import open_correction, return_report
from models.people import Person, coordinators
from models.reviews import (
    Acceptance,
    accept_report,
    awaiting_review,
    chase_reviews,
    end_reviews,
    reports_in_review,
)
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.models.samples import BOT, OLGA, PARKS, ROADS, WATER, Month, a_person, answer, file
from vocabulary.errors import Stale
from vocabulary.message import Message
from vocabulary.terms import CHASES_OF_OFFICE, ContactKind, ReportState


def filed(session: Session, month: Month, *units: str) -> None:
    """One after the other, an hour apart."""
    for hour, unit in enumerate(units, 10):
        report = month.report(session, unit)
        answer(session, report, now=at(2, hour))
        file(session, report, now=at(2, hour))


def reminded(session: Session, month: Month) -> OutboxRow:
    """One message to Olga about everything that is chased."""
    work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(5))
    row = work.send(OLGA, Message("what waits"))
    for chase, _, _ in open_chases(session, month.office_id, CHASES_OF_OFFICE):
        session.add(
            Reminder(
                chase_id=chase.id,
                rung="review_waiting",
                occurrence=1,
                audience=ContactKind.COORDINATOR,
                contact_id=coordinators(session, month.office_id)[0].contact_id,
                outbox_id=row.id,
                due_at=at(5),
                planned_at=at(5),
            )
        )
    session.flush()
    return row


def olga(session: Session) -> Person:
    return a_person(session, OLGA, "Olga")


def test_what_is_filed_waits_in_the_order_of_filing(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[tuple[str, int]]:
        filed(session, month, WATER, ROADS)
        return [(one.unit, one.revision) for one in awaiting_review(session, month.office_id)]

    assert database.run(unit) == [(WATER, 1), (ROADS, 1)]


def test_only_the_newest_revision_waits(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[int]:
        filed(session, month, ROADS)
        report = month.report(session, ROADS)
        open_correction(report, month.cycle(session), reason="A slip.", now=at(3))
        file(session, report, reason="A slip.", now=at(3))
        return [one.revision for one in awaiting_review(session, month.office_id)]

    assert database.run(unit) == [2]


def test_accepting_says_who_when_and_which_revision(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        filed(session, month, ROADS)
        accept_report(session, month.report(session, ROADS), olga(session), now=at(4))

    database.run(unit)

    def look(session: Session) -> None:
        report = month.report(session, ROADS)
        accepted = session.exec(select(Acceptance)).one()
        newest = newest_revision(session, report.id)
        assert report.state is ReportState.ACCEPTED
        assert newest is not None
        assert accepted.revision_id == newest.id
        assert (accepted.accepted_at, accepted.accepted_by_id) == (at(4), olga(session).id)

    database.run(look)


@pytest.mark.parametrize("state", sorted(set(ReportState) - {ReportState.FILED}))
def test_only_what_is_filed_can_be_accepted(
    database: Database, month: Month, state: ReportState
) -> None:
    def unit(session: Session) -> None:
        filed(session, month, ROADS)
        report = month.report(session, ROADS)
        report.state = state
        with pytest.raises(Stale):
            accept_report(session, report, olga(session), now=at(4))

    database.run(unit)


def test_review_is_chased_once_from_the_filing_on(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[datetime]:
        filed(session, month, ROADS, WATER)
        for _ in range(3):
            chase_reviews(session, month.office_id)
        return sorted(chase.opened_at for chase in session.exec(select(Chase)))

    assert database.run(unit) == [at(2, 10), at(2, 11)]


@pytest.mark.parametrize("ends", ["accepted", "returned", "switched off"])
def test_the_offices_word_ends_its_chase(database: Database, month: Month, ends: str) -> None:
    def unit(session: Session) -> list[int]:
        filed(session, month, ROADS)
        chase_reviews(session, month.office_id)
        report = month.report(session, ROADS)
        assert reports_in_review(session, month.office_id) == [report.id]
        if ends == "accepted":
            accept_report(session, report, olga(session), now=at(4))
        elif ends == "returned":
            return_report(session, report, olga(session), reason="why", now=at(4))
        else:
            end_reviews(session, month.office_id, now=at(4))
        return list(reports_in_review(session, month.office_id))

    assert database.run(unit) == []


def test_shared_reminder_is_cancelled_with_the_last_that_it_is_about(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> list[OutboxState]:
        filed(session, month, ROADS, WATER)
        chase_reviews(session, month.office_id)
        row = reminded(session, month)
        states = []
        for name in (ROADS, WATER):
            accept_report(session, month.report(session, name), olga(session), now=at(5))
            session.refresh(row)
            states.append(row.state)
        return states

    assert database.run(unit) == [OutboxState.DUE, OutboxState.CANCELLED]


def test_exempt_report_waits_for_nothing(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        filed(session, month, PARKS)
        report = month.report(session, PARKS)
        report.exempt = True
        session.flush()
        chase_reviews(session, month.office_id)
        assert awaiting_review(session, month.office_id) == []
        assert reports_in_review(session, month.office_id) == []
        with pytest.raises(Stale):
            accept_report(session, report, olga(session), now=at(4))

    database.run(unit)
