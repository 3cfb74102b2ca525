"""Whom each kind of chase concerns and whether filing ends it: a new kind has to be placed here."""

from dataclasses import dataclass, replace

import pytest
from sqlmodel import Session

from models.chases import (
    chase_for_report,
    messages_asking,
    open_chase,
    reports_without_chase,
    settle_chases,
)
from models.database import Database
from models.delivery import OutboxState
from models.people import reaches_of_unit
from models.views import working_report
from models.work import Desk, Work
from scheduler.notices import Reminded, reminder
from scheduler.rungs import Tone
from tests.factories import ZONE, at
from tests.models.samples import ADA, BOT, ROADS, Month, rows_of
from vocabulary.message import Message
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_OFFICE,
    CHASES_OF_UNIT,
    ChaseKind,
    ContactKind,
)


@dataclass(frozen=True)
class Place:
    of_unit: bool
    ended_by_filing: bool


PLACES = {
    ChaseKind.REPORT_OUTSTANDING: Place(of_unit=True, ended_by_filing=True),
    ChaseKind.RETURNED: Place(of_unit=True, ended_by_filing=True),
    ChaseKind.REVIEW_WAITING: Place(of_unit=False, ended_by_filing=False),
    ChaseKind.EXTENSION_WAITING: Place(of_unit=False, ended_by_filing=False),
    ChaseKind.PROBLEM_OVERDUE: Place(of_unit=True, ended_by_filing=False),
    ChaseKind.SIGNATURE_WAITING: Place(of_unit=True, ended_by_filing=False),
    ChaseKind.SCAN_MISSING: Place(of_unit=True, ended_by_filing=False),
    ChaseKind.ORIGINAL_MISSING: Place(of_unit=True, ended_by_filing=False),
    ChaseKind.MAIL_MISSING: Place(of_unit=True, ended_by_filing=False),
}


def a_work(session: Session, month: Month) -> Work:
    return Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1, 10))


def test_every_kind_of_chase_has_its_place() -> None:
    assert PLACES.keys() == set(ChaseKind)
    assert {kind for kind, place in PLACES.items() if place.of_unit} == CHASES_OF_UNIT
    assert {kind for kind, place in PLACES.items() if not place.of_unit} == CHASES_OF_OFFICE
    assert {kind for kind, place in PLACES.items() if place.ended_by_filing} == (
        CHASES_ENDED_BY_FILING
    )


def test_what_filing_ends_is_of_a_unit() -> None:
    assert CHASES_ENDED_BY_FILING <= CHASES_OF_UNIT


@pytest.mark.parametrize("kind", ChaseKind)
def test_filing_ends_what_asks_for_the_report_and_nothing_else(
    database: Database, month: Month, kind: ChaseKind
) -> None:
    def unit(session: Session) -> None:
        report, is_ended = month.report(session, ROADS), PLACES[kind].ended_by_filing
        chase = open_chase(session, report, kind, now=at(1))
        assert chase_for_report(session, report.id) is (chase if is_ended else None)
        unchased = reports_without_chase(session, month.office_id)
        assert (report in unchased) is not is_ended
        settle_chases(session, report.id, now=at(2))
        session.refresh(chase)
        assert chase.settled_at == (at(2) if is_ended else None)

    database.run(unit)


@pytest.mark.parametrize("kind", ChaseKind)
def test_only_what_asks_for_the_report_has_messages_that_its_filing_marks_as_done(
    database: Database, month: Month, kind: ChaseKind
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        open_chase(session, report, kind, now=at(1))
        row = a_work(session, month).send(ADA, Message("please"), moot_when_filed=report.id)
        row.state, row.message_id = OutboxState.SENT, 7
        session.flush()
        asking = messages_asking(session, report.id)
        assert asking == ([row] if PLACES[kind].ended_by_filing else [])

    database.run(unit)


@pytest.mark.parametrize("audience", [ContactKind.LIAISON, ContactKind.HEAD])
@pytest.mark.parametrize("kind", sorted(CHASES_ENDED_BY_FILING))
def test_what_asks_for_a_report_has_words_of_its_own(
    database: Database, month: Month, kind: ChaseKind, audience: ContactKind
) -> None:
    def unit(session: Session) -> None:
        work, rows = a_work(session, month), rows_of(session, month.report(session, ROADS))
        [ada] = reaches_of_unit(session, rows.unit.id)
        words = {
            kind: reminder(
                work,
                Reminded(
                    report=working_report(session, rows, ZONE),
                    kind=kind,
                    tone=Tone.URGENT,
                    audiences=(audience,),
                    reach=replace(ada, kind=audience),
                    liaison=ada,
                    liaison_told_at=[],
                ),
            ).html
            for kind in CHASES_ENDED_BY_FILING
        }
        assert [other for other, said in words.items() if said == words[kind]] == [kind]

    database.run(unit)
