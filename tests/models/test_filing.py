"""Answering, filing, correcting, returning: what is filed stays, and nothing is done twice."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from models.chases import Chase, open_chase
from models.cycles import Report, Return, Revision, newest_revision, open_return
from models.database import Database
from models.editions import Indicator
from models.filing import (
    corrections_open,
    end_correction,
    entry_in_report,
    filed_content,
    is_writable,
    next_receipt,
    open_correction,
    record_content,
    return_report,
)
from models.offices import Unit
from tests.factories import a_content, a_figure, at
from tests.models.samples import (
    DUE,
    LOCKS,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_person,
    answer,
    entries,
    file,
)
from tests.models.together import at_once
from vocabulary.errors import Stale
from vocabulary.terms import ChaseKind, EntryStatus, ReportState

A_MINUTE = timedelta(minutes=1)
A_MICROSECOND = timedelta(microseconds=1)


def _filed(session: Session, month: Month, unit: str = ROADS, now: datetime = at(3)) -> Report:  # noqa: B008 -- a moment never changes
    report = month.report(session, unit)
    answer(session, report, now=now)
    file(session, report, now=now)
    return report


def _return(session: Session, report: Report, now: datetime = at(4)) -> Return:  # noqa: B008 -- a moment never changes
    return return_report(session, report, a_person(session), reason="too short", now=now)


def _correct(session: Session, month: Month, report: Report, now: datetime) -> None:
    open_correction(report, month.cycle(session), reason="a slip", now=now)


def test_the_first_answer_begins_the_report_and_every_answer_changes_its_version(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        assert (report.state, report.version) == (ReportState.NOT_STARTED, 0)
        answer(session, report, now=at(2))
        assert (report.state, report.version) == (ReportState.FILLING, 3)

    database.run(unit)


def test_an_answer_is_kept_whole(database: Database, month: Month) -> None:
    def write(session: Session) -> int:
        report = month.report(session, ROADS)
        entry = entries(session, report)[0]
        content = a_content(
            EntryStatus.BEHIND, "=1+1", problem="<b>p</b>", next_step="n", no_progress_reason="r"
        )
        ada = a_person(session)
        record_content(session, report, entry, content, ada, skipped=True, now=at(2))
        return entry.id

    entry_id = database.run(write)

    def read(session: Session) -> None:
        found = entry_in_report(session, entry_id)
        assert found is not None
        entry, report = found
        assert report.id == month.report(session, ROADS).id
        assert (entry.status, entry.text, entry.problem) == (
            EntryStatus.BEHIND,
            "=1+1",
            "<b>p</b>",
        )
        assert (entry.next_step, entry.no_progress, entry.no_progress_reason) == ("n", True, "r")
        assert (entry.skipped, entry.answered_at) == (True, at(2))
        assert entry.answered_by_id == a_person(session).id
        assert entry_in_report(session, entry_id + 1000) is None

    database.run(read)


def test_figures_are_replaced_by_the_ones_given_last(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        entry = entries(session, report)[0]
        road, pipe = (
            session.exec(select(Indicator.id).where(Indicator.name == name)).one()
            for name in ("km of road", "km of pipe")
        )
        ada = a_person(session)
        for figures in (
            (a_figure(road, "12.5"), a_figure(pipe, "3")),
            (a_figure(road, "183", approximate=True),),
        ):
            record_content(session, report, entry, a_content(figures=figures), ada, now=at(2))
        file(session, report, now=at(3))
        revision = newest_revision(session, report.id)
        assert revision is not None
        assert filed_content(revision).entries[0].content.figures == (
            a_figure(road, "183", approximate=True),
        )

    database.run(unit)


@pytest.mark.parametrize(
    ("pauses", "seconds"),
    [
        ((), 0),
        ((A_MINUTE,), 60),
        ((A_MINUTE, A_MINUTE), 120),
        ((5 * A_MINUTE,), 300),
        ((5 * A_MINUTE + A_MICROSECOND,), 300),
        ((timedelta(hours=14), A_MINUTE), 360),
        ((-A_MINUTE, A_MINUTE), 60),
    ],
)
def test_work_is_counted_without_the_pauses(
    database: Database, month: Month, pauses: tuple[timedelta, ...], seconds: int
) -> None:
    def unit(session: Session) -> int:
        report = month.report(session, PARKS)
        moment = at(2)
        answer(session, report, now=moment)
        for pause in pauses:
            moment += pause
            answer(session, report, now=moment)
        return report.worked_seconds

    assert database.run(unit) == seconds


def test_what_lies_between_filing_and_a_correction_is_no_work(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> int:
        report = _filed(session, month, PARKS)
        _correct(session, month, report, at(3) + A_MINUTE)
        answer(session, report, now=at(3) + 2 * A_MINUTE)
        answer(session, report, now=at(3) + 3 * A_MINUTE)
        return report.worked_seconds

    assert database.run(unit) == 60


def test_a_filed_report_takes_no_answers(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        assert not is_writable(report)
        with pytest.raises(Stale):
            answer(session, report, now=at(4))
        with pytest.raises(Stale):
            file(session, report, now=at(4))

    database.run(unit)


def test_an_exempt_report_takes_no_answers(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        report.exempt = True
        with pytest.raises(Stale):
            answer(session, report, now=at(4))

    database.run(unit)


def test_a_filed_revision_does_not_change_with_what_comes_later(
    database: Database, month: Month
) -> None:
    filed = database.run(lambda s: _filed_row(s, _filed(s, month)))

    def change_everything(session: Session) -> None:
        report = month.report(session, ROADS)
        _correct(session, month, report, at(4))
        answer(session, report, a_content(EntryStatus.DONE, "otherwise"), now=at(4))
        session.get_one(Unit, report.unit_id).official_name = "Another name"
        a_person(session, name="Ada L.")

    database.run(change_everything)
    assert database.run(lambda s: _filed_row(s, month.report(s, ROADS))) == filed


def _filed_row(session: Session, report: Report) -> dict[str, object]:
    revision = newest_revision(session, report.id)
    assert revision is not None
    return {**revision.model_dump(), "content": filed_content(revision)}


def test_what_is_filed_is_read_back_as_it_was(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, a_content(text="建成5G基站15个 😀\n=SUM(A1)"), now=at(3))
        revision = file(session, report, now=at(3, 16, 42))
        content = filed_content(revision)
        assert [entry.measure.number for entry in content.entries] == ["1", "2", "4"]
        assert {entry.content.text for entry in content.entries} == {"建成5G基站15个 😀\n=SUM(A1)"}
        assert (content.unit, content.official_name) == (ROADS, "Department of Roads")
        assert (content.filed_at, content.filed_by) == (at(3, 16, 42), "Ada")
        assert (content.contact_name, content.contact_phone) == ("Ada", "8023456")
        assert (content.revision, content.receipt) == (revision.number, revision.receipt)

    database.run(unit)


def test_filing_late_is_possible_after_the_lock_and_stays_late(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month, now=LOCKS + timedelta(days=20))
        assert report.state is ReportState.FILED
        assert report.first_filed_at == LOCKS + timedelta(days=20)

    database.run(unit)


def test_a_correction_is_the_next_revision_and_keeps_receipt_and_first_filing(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        first = newest_revision(session, report.id)
        assert first is not None
        _filed(session, month, WATER)
        _correct(session, month, report, LOCKS - A_MINUTE)
        assert report.state is ReportState.FILED
        assert report.correction_reason == "a slip"
        second = file(session, report, reason="a slip", now=LOCKS - A_MICROSECOND)
        assert (second.number, second.receipt) == (first.number + 1, first.receipt)
        assert second.reason == "a slip"
        assert (report.correcting, report.correction_reason) == (False, "")
        assert report.first_filed_at == at(3)

    database.run(unit)


@pytest.mark.parametrize(
    "state", sorted(set(ReportState) - {ReportState.FILED, ReportState.ACCEPTED})
)
def test_only_what_is_filed_can_be_corrected(
    database: Database, month: Month, state: ReportState
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        report.state = state
        with pytest.raises(Stale):
            _correct(session, month, report, at(4))

    database.run(unit)


def test_the_lock_closes_corrections_also_those_begun_before(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        with pytest.raises(Stale):
            _correct(session, month, report, LOCKS)
        _correct(session, month, report, LOCKS - A_MINUTE)
        with pytest.raises(Stale):
            answer(session, report, now=LOCKS)
        with pytest.raises(Stale):
            file(session, report, now=LOCKS)

    database.run(unit)


def test_a_correction_that_ends_unfiled_leaves_what_was_filed(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        filed = _filed_row(session, report)
        water = _filed(session, month, WATER)
        _correct(session, month, report, LOCKS - A_MINUTE)
        version = report.version
        assert corrections_open(session, month.office_id + 1) == []
        assert [one for one, _ in corrections_open(session, month.office_id)] == [report]
        untouched = water.version
        end_correction(session, report, now=LOCKS)
        assert corrections_open(session, month.office_id) == []
        assert (report.correcting, report.correction_reason) == (False, "")
        assert (report.state, report.version) == (ReportState.FILED, version + 1)
        assert water.version == untouched
        assert _filed_row(session, report) == filed

    database.run(unit)


def test_a_returned_report_can_be_filed_again_after_the_lock(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        _return(session, report, LOCKS)
        answer(session, report, now=LOCKS + A_MINUTE)
        assert file(session, report, now=LOCKS + A_MINUTE).number == 2

    database.run(unit)


def test_receipts_count_up_over_the_cycle(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[str]:
        return [
            file(session, month.report(session, unit), now=at(3)).receipt
            for unit in (WATER, PARKS, ROADS)
        ]

    assert database.run(unit) == ["2022-07-0001", "2022-07-0002", "2022-07-0003"]


def test_units_that_file_at_once_get_different_receipts(database: Database, month: Month) -> None:
    def filing(unit: str) -> str:
        return database.run(lambda s: file(s, month.report(s, unit), now=at(3)).receipt)

    receipts = at_once(lambda: filing(ROADS), lambda: filing(WATER), lambda: filing(PARKS))
    assert sorted(receipts) == ["2022-07-0001", "2022-07-0002", "2022-07-0003"]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from([ROADS, WATER, PARKS]), max_size=8))
def test_however_units_file_and_correct_each_keeps_one_receipt_of_an_unbroken_row(
    database: Database, month: Month, order: list[str]
) -> None:
    """Each unit in the list files, or corrects what it has filed."""

    class Undo(Exception):
        pass

    def unit(session: Session) -> None:
        receipts: dict[str, set[str]] = {}
        for name in order:
            report = month.report(session, name)
            if report.state is ReportState.FILED:
                _correct(session, month, report, at(4))
            receipts.setdefault(name, set()).add(file(session, report, now=at(4)).receipt)
        assert all(len(own) == 1 for own in receipts.values())
        assert sorted(own.pop() for own in receipts.values()) == [
            f"2022-07-{number:04d}" for number in range(1, len(receipts) + 1)
        ]
        raise Undo

    with pytest.raises(Undo):
        database.run(unit)


def test_a_receipt_is_only_taken_when_the_report_is_filed(database: Database, month: Month) -> None:
    def unit(session: Session) -> tuple[str, str]:
        report = _filed(session, month)
        cycle = month.cycle(session)
        return next_receipt(session, report, cycle), f"2022-07-{cycle.receipts:04d}"

    assert database.run(unit) == ("2022-07-0001", "2022-07-0001")


def test_a_revision_number_is_given_once_even_if_the_code_forgets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = newest_revision(session, _filed(session, month).id)
        assert revision is not None
        session.add(Revision(**revision.model_dump(exclude={"id"})))

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_a_returned_report_is_asked_again_with_the_reason(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        revision = newest_revision(session, report.id)
        returned = _return(session, report)
        assert revision is not None
        assert (report.state, is_writable(report)) == (ReportState.RETURNED, True)
        assert (returned.reason, returned.revision_id) == ("too short", revision.id)
        assert open_return(session, report.id) is returned
        answer(session, report, now=at(5))
        assert report.state is ReportState.RETURNED
        file(session, report, now=at(5))
        assert returned.settled_at == at(5)
        assert open_return(session, report.id) is None
        assert report.first_filed_at == at(3)

    database.run(unit)


def test_a_return_ends_a_correction_in_progress(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        _correct(session, month, report, at(4))
        _return(session, report)
        assert (report.correcting, report.correction_reason) == (False, "")

    database.run(unit)


@pytest.mark.parametrize(
    "state", sorted(set(ReportState) - {ReportState.FILED, ReportState.ACCEPTED})
)
def test_only_what_is_filed_can_be_returned(
    database: Database, month: Month, state: ReportState
) -> None:
    def unit(session: Session) -> None:
        report = _filed(session, month)
        report.state = state
        with pytest.raises(Stale):
            _return(session, report)

    database.run(unit)


def test_two_coordinators_at_once_return_a_report_once(database: Database, month: Month) -> None:
    database.run(lambda s: _filed(s, month).id)

    def returning() -> bool:
        def unit(session: Session) -> bool:
            try:
                _return(session, month.report(session, ROADS))
            except Stale:
                return False
            return True

        return database.run(unit)

    assert sorted(at_once(returning, returning)) == [False, True]
    assert len(database.run(lambda s: s.exec(select(Return.id)).all())) == 1
    assert len(database.run(lambda s: s.exec(select(Chase.id)).all())) == 1


def test_a_return_is_chased_until_the_report_is_filed_again_each_time_anew(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> list[tuple[ChaseKind, int, datetime | None]]:
        report = month.report(session, ROADS)
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))
        _filed(session, month)
        for day in (4, 6):
            _return(session, report, at(day))
            file(session, report, now=at(day + 1))
        _return(session, report, at(9))
        chases = session.exec(select(Chase).order_by("id"))
        return [(chase.kind, chase.episode, chase.settled_at) for chase in chases]

    assert database.run(unit) == [
        (ChaseKind.REPORT_OUTSTANDING, 1, at(3)),
        (ChaseKind.RETURNED, 1, at(5)),
        (ChaseKind.RETURNED, 2, at(7)),
        (ChaseKind.RETURNED, 3, None),
    ]


def test_a_filing_that_fails_settles_nothing(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))

    def fail(session: Session) -> None:
        _filed(session, month, now=DUE)
        raise ZeroDivisionError

    database.run(unit)
    with pytest.raises(ZeroDivisionError):
        database.run(fail)

    def state(session: Session) -> tuple[ReportState, int, object, int]:
        report = month.report(session, ROADS)
        chase = session.exec(select(Chase)).one()
        return report.state, report.version, chase.settled_at, month.cycle(session).receipts

    assert database.run(state) == (ReportState.NOT_STARTED, 0, None, 0)
