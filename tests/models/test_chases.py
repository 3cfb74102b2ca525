"""What is chased, and the reminders for it: each once, and none after filing."""

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from models.chases import (
    Chase,
    Reminder,
    cancel_reminders_of,
    open_chase,
    open_chases,
    reminders_of_chases,
    reminders_sent,
    reports_without_chase,
)
from models.cycles import Report
from models.database import Database
from models.delivery import OutboxRow, OutboxState, claim_next, settle
from models.filing import return_report
from models.people import contacts_held
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.models.samples import (
    ADA,
    BOT,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_person,
    answer,
    entries,
    file,
)
from vocabulary.message import Message
from vocabulary.terms import ChaseKind, ContactKind, ReportState

OUTSTANDING = ChaseKind.REPORT_OUTSTANDING


def _remind(
    session: Session, month: Month, unit: str = ROADS, *, rung: str = "open", occurrence: int = 1
) -> OutboxRow:
    """A reminder to Ada about the unit's report, as a tick queues it."""
    report = month.report(session, unit)
    chase = open_chase(session, report, OUTSTANDING, now=at(1))
    work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1))
    row = work.send(ADA, Message(f"{rung} {occurrence}"), moot_when_filed=report.id)
    session.add(
        Reminder(
            chase_id=chase.id,
            rung=rung,
            occurrence=occurrence,
            audience=ContactKind.LIAISON,
            contact_id=contacts_held(session, a_person(session).id)[0].id,
            outbox_id=row.id,
            due_at=at(1),
            planned_at=at(1),
        )
    )
    session.flush()
    return row


def _states(session: Session) -> list[OutboxState]:
    return [row.state for row in session.exec(select(OutboxRow).order_by("id"))]


def test_who_is_no_contact_any_more_gets_no_reminder_that_still_waited(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        _remind(session, month)
        ada = contacts_held(session, a_person(session).id)[0]
        cancel_reminders_of(session, ada.id + 1)
        session.expire_all()
        assert _states(session) == [OutboxState.DUE]
        cancel_reminders_of(session, ada.id)
        session.expire_all()
        assert _states(session) == [OutboxState.CANCELLED]

    database.run(unit)


def test_an_open_report_is_chased_in_one_episode(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        first = open_chase(session, report, OUTSTANDING, now=at(1))
        assert open_chase(session, report, OUTSTANDING, now=at(2)) is first
        assert (first.episode, first.opened_at) == (1, at(1))
        assert open_chase(session, report, ChaseKind.RETURNED, now=at(2)) is not first

    database.run(unit)


def test_an_episode_is_begun_once_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        chase = open_chase(session, month.report(session, ROADS), OUTSTANDING, now=at(1))
        session.add(Chase(**chase.model_dump(exclude={"id"})))

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_a_rung_reminds_a_contact_once_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    database.run(lambda s: _remind(s, month).id)
    with pytest.raises(IntegrityError):
        database.run(lambda s: _remind(s, month).id)
    assert database.run(_states) == [OutboxState.DUE]


def test_another_rung_or_occurrence_is_another_reminder(database: Database, month: Month) -> None:
    def unit(session: Session) -> int:
        _remind(session, month)
        _remind(session, month, rung="weekly")
        _remind(session, month, rung="weekly", occurrence=2)
        return len(_states(session))

    assert database.run(unit) == 3


def test_filing_cancels_what_waits_for_the_report_and_for_no_other(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        _remind(session, month)
        _remind(session, month, WATER)
        file(session, month.report(session, ROADS), now=at(2))

    database.run(unit)
    assert database.run(_states) == [OutboxState.CANCELLED, OutboxState.DUE]


def test_a_cancelled_reminder_is_not_sent_and_does_not_hold_up_the_chat(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> str | None:
        _remind(session, month)
        file(session, month.report(session, ROADS), now=at(2))
        _remind(session, month, WATER, rung="last hours")
        row = claim_next(session, BOT, now=at(2), lease=at(3) - at(2))
        return row.content if row else None

    assert "last hours" in (database.run(unit) or "")


def test_cancelling_undone_with_the_filing_leaves_the_reminder_due(
    database: Database, month: Month
) -> None:
    def fail(session: Session) -> None:
        file(session, month.report(session, ROADS), now=at(2))
        raise ZeroDivisionError

    database.run(lambda s: _remind(s, month).id)
    with pytest.raises(ZeroDivisionError):
        database.run(fail)
    assert database.run(_states) == [OutboxState.DUE]


def test_a_reminder_that_is_being_sent_at_the_filing_is_not_tried_again_after_it(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        row = _remind(session, month)
        claim_next(session, BOT, now=at(2), lease=at(3) - at(2))
        report = month.report(session, ROADS)
        file(session, report, now=at(2))
        return_report(session, report, a_person(session), reason="too short", now=at(2))
        assert settle(session, row.id, fence=1, state=OutboxState.DUE, now=at(2))
        session.refresh(row)
        assert row.expires_at == at(2)

    database.run(unit)


def test_filing_leaves_what_was_sent_as_it_is(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        row = _remind(session, month)
        claim_next(session, BOT, now=at(1), lease=at(3) - at(2))
        settle(session, row.id, fence=1, state=OutboxState.SENT, now=at(1), message_id=7)
        file(session, month.report(session, ROADS), now=at(2))
        session.refresh(row)
        assert (row.state, row.expires_at) == (OutboxState.SENT, None)

    database.run(unit)


def test_what_is_settled_or_exempt_is_not_among_the_chases(
    database: Database, month: Month
) -> None:
    def chased(session: Session) -> list[int]:
        return [report.id for _, report, _ in open_chases(session, month.office_id)]

    def unit(session: Session) -> None:
        roads, water, parks = (month.report(session, unit) for unit in (ROADS, WATER, PARKS))
        for report in (roads, water, parks):
            open_chase(session, report, OUTSTANDING, now=at(1))
        file(session, roads, now=at(2))
        water.exempt = True
        session.flush()
        assert chased(session) == [parks.id]
        assert open_chases(session, month.office_id + 1) == []

    database.run(unit)


def test_open_reports_that_nobody_chases_are_found(database: Database, month: Month) -> None:
    def unchased(session: Session) -> set[int]:
        return {report.id for report in reports_without_chase(session, month.office_id)}

    def unit(session: Session) -> None:
        roads, water, parks = (month.report(session, unit) for unit in (ROADS, WATER, PARKS))
        assert unchased(session) == {roads.id, water.id, parks.id}
        open_chase(session, roads, OUTSTANDING, now=at(1))
        answer(session, water, now=at(2))
        assert unchased(session) == {water.id, parks.id}
        file(session, water, now=at(3))
        parks.exempt = True
        session.flush()
        assert unchased(session) == set()

    database.run(unit)


def test_a_returned_report_has_its_own_chase(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[tuple[ChaseKind, int]]:
        report: Report = month.report(session, ROADS)
        file(session, report, now=at(2))
        return_report(session, report, a_person(session), reason="too short", now=at(3))
        assert report.state is ReportState.RETURNED
        assert entries(session, report)
        return [
            (chase.kind, chased.id == report.id)
            for chase, chased, _ in open_chases(session, month.office_id)
        ]

    assert database.run(unit) == [(ChaseKind.RETURNED, True)]


def test_reminders_are_told_with_what_became_of_them(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        first, second = _remind(session, month), _remind(session, month, rung="before")
        other = _remind(session, month, WATER)
        chases = {chase.report_id: chase for chase in session.exec(select(Chase))}
        roads = chases[month.report(session, ROADS).id]
        overtaken = Reminder(
            chase_id=roads.id,
            rung="last morning",
            occurrence=1,
            audience=ContactKind.LIAISON,
            contact_id=contacts_held(session, a_person(session).id)[0].id,
            due_at=at(2),
            planned_at=at(2),
        )
        session.add(overtaken)
        session.flush()
        found = reminders_of_chases(session, [roads.id])
        assert [row for _, row in found[roads.id]] == [first, second, None]
        assert [reminder.rung for reminder, _ in found[roads.id]] == [
            "open",
            "before",
            "last morning",
        ]
        assert other not in [row for rows in found.values() for _, row in rows]
        assert reminders_of_chases(session, []) == {}

    database.run(unit)


def test_only_reminders_that_got_through_are_counted(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        ends = (
            ("open", OutboxState.SENT, at(1)),
            ("before", OutboxState.SENT, at(3)),
            ("last morning", OutboxState.UNKNOWN, None),
            ("last hours", OutboxState.DEAD, None),
        )
        for rung, state, sent_at in ends:
            row = _remind(session, month, rung=rung)
            row.state, row.sent_at = state, sent_at
        session.flush()
        assert reminders_sent(session, month.cycle_id) == {
            month.report(session, ROADS).id: (2, at(3))
        }

    database.run(unit)
