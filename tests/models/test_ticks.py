"""What came of a revision after filing, and what a correction leaves of it; on both databases."""

from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from dialog.steps import is_complete
from models.chases import open_chases
from models.cycles import Revision, newest_revision
from models.database import Database
from models.filing import open_correction, return_report
from models.people import Person
from models.ticks import (
    Tick,
    chase_papers,
    counted_moments,
    record_tick,
    take_back_tick,
    ticks_of_cycle,
    ticks_of_report,
    ticks_of_revision,
    ticks_recorded,
)
from models.views import ledger
from models.whole_ledger import whole_ledger
from tests.factories import ZONE, at
from tests.models.samples import OLGA, PARKS, ROADS, WATER, Month, a_person, answer, file
from vocabulary.terms import PAPER_TICKS, ChaseKind, TickKind, TickSource, Timeliness
from vocabulary.ticks import Ticks


def filed(session: Session, month: Month, unit: str = ROADS) -> Revision:
    report = month.report(session, unit)
    answer(session, report, now=at(2))
    file(session, report, now=at(2, 10))
    newest = newest_revision(session, report.id)
    assert newest is not None
    return newest


def corrected(session: Session, month: Month, unit: str = ROADS) -> Revision:
    report = month.report(session, unit)
    open_correction(report, month.cycle(session), reason="A slip.", now=at(3))
    return file(session, report, reason="A slip.", now=at(3, 11))


def tick(
    session: Session, revision: Revision, kind: TickKind, *, day: int = 3, came: int | None = None
) -> bool:
    return record_tick(
        session,
        revision.id,
        kind,
        source=TickSource.OFFICE,
        person=olga(session),
        at=at(came) if came else None,
        now=at(day),
    )


def olga(session: Session) -> Person:
    return a_person(session, OLGA, "Olga")


def test_each_tick_has_a_moment_of_its_own(database: Database, month: Month) -> None:
    def unit(session: Session) -> Ticks:
        revision = filed(session, month)
        for day, kind in enumerate(PAPER_TICKS, 3):
            assert tick(session, revision, kind, day=day)
        return ticks_of_revision(session, revision)

    assert database.run(unit) == Ticks(filed=at(2, 10), scan=at(3), original=at(4), mail=at(5))


def test_what_came_before_it_was_noted_has_the_moment_at_which_it_came(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        tick(session, revision, TickKind.ORIGINAL, day=8, came=5)
        ((row, _),) = ticks_recorded(session, revision.report_id)
        assert (row.at, row.noted_at, row.noted_by_id) == (at(5), at(8), olga(session).id)

    database.run(unit)


def test_a_second_tap_ticks_nothing_more(database: Database, month: Month) -> None:
    def unit(session: Session) -> list[bool]:
        revision = filed(session, month)
        given = [tick(session, revision, TickKind.SCAN, day=day) for day in (3, 4)]
        assert ticks_of_revision(session, revision).scan == at(3)
        return given

    assert database.run(unit) == [True, False]


def test_of_two_at_once_the_database_keeps_one(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        for _ in range(2):
            session.add(
                Tick(
                    revision_id=revision.id,
                    kind=TickKind.MAIL,
                    source=TickSource.MAIL,
                    at=at(3),
                    noted_at=at(3),
                )
            )
        session.flush()

    with pytest.raises(IntegrityError):
        database.run(unit)


def test_a_tick_taken_back_counts_no_more_and_stays_in_the_record(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        tick(session, revision, TickKind.ORIGINAL)
        taken = [
            take_back_tick(session, revision.id, TickKind.ORIGINAL, person=olga(session), now=at(4))
            for _ in range(2)
        ]
        assert taken == [True, False]
        assert ticks_of_revision(session, revision).original is None
        assert tick(session, revision, TickKind.ORIGINAL, day=5)
        recorded = ticks_recorded(session, revision.report_id)
        assert [(row.at, row.taken_back_at) for row, _ in recorded] == [
            (at(3), at(4)),
            (at(5), None),
        ]

    database.run(unit)


def test_a_correction_is_filed_and_all_else_is_to_come_anew(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        first = filed(session, month)
        for kind in PAPER_TICKS:
            tick(session, first, kind)
        second = corrected(session, month)
        assert ticks_of_report(session, second.report_id) == Ticks(filed=at(3, 11))
        assert ticks_of_revision(session, first).scan == at(3)
        assert [revision.number for _, revision in ticks_recorded(session, first.report_id)] == [
            1,
            1,
            1,
        ]

    database.run(unit)


def test_ticks_of_a_cycle_are_those_of_the_newest_revisions(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        roads, water = filed(session, month), filed(session, month, WATER)
        tick(session, roads, TickKind.SCAN)
        tick(session, water, TickKind.SCAN)
        corrected(session, month, WATER)
        assert ticks_of_cycle(session, month.cycle(session).id) == {
            roads.report_id: Ticks(filed=at(2, 10), scan=at(3)),
            water.report_id: Ticks(filed=at(3, 11)),
        }
        assert ticks_of_report(session, month.report(session, PARKS).id) == Ticks()

    database.run(unit)


def test_filing_is_the_revisions_own_moment_and_no_tick(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        with pytest.raises(ValueError, match="file_report"):
            tick(session, filed(session, month), TickKind.FILED)

    database.run(unit)


# ── what decides on time ───────────────────────────────────────────────────────────────────────


def timely(session: Session, month: Month, *, now: datetime) -> dict[str, Timeliness]:
    state = whole_ledger(session, month.cycle(session), ZONE, now=now, is_complete=is_complete)
    of_record = {one.unit: one.timeliness for one in state.history}
    assert {one.unit: one.timeliness for one in state.reports} == of_record
    return of_record


def test_a_cycle_of_the_office_counts_by_the_tick_that_it_opened_with(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        month.cycle(session).on_time_by = TickKind.SCAN
        roads, water = filed(session, month), filed(session, month, WATER)
        assert set(timely(session, month, now=at(5)).values()) == {Timeliness.PENDING}
        tick(session, roads, TickKind.SCAN, day=4)
        tick(session, water, TickKind.ORIGINAL, day=4)
        assert timely(session, month, now=at(6)) == {
            ROADS: Timeliness.ON_TIME,
            WATER: Timeliness.OUTSTANDING,
            PARKS: Timeliness.OUTSTANDING,
        }
        state = ledger(session, month.cycle(session), ZONE, now=at(6), is_complete=is_complete)
        assert [one.unit for one in state.reports if one.awaits_paper] == [WATER]
        tick(session, water, TickKind.SCAN, day=8)
        assert timely(session, month, now=at(9))[WATER] is Timeliness.LATE
        late = {
            one.unit: one.days_late
            for one in whole_ledger(
                session, month.cycle(session), ZONE, now=at(9), is_complete=is_complete
            ).history
        }
        assert late == {ROADS: 0, WATER: 3, PARKS: 0}

    database.run(unit)


def test_what_decides_counts_by_when_it_came_first_whatever_is_corrected_later(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        month.cycle(session).on_time_by = TickKind.ORIGINAL
        first = filed(session, month)
        tick(session, first, TickKind.ORIGINAL, day=8, came=5)
        second = corrected(session, month)
        tick(session, second, TickKind.ORIGINAL, day=9)
        cycle_ids = [month.cycle(session).id]
        assert list(counted_moments(session, cycle_ids).values()) == [at(5)]
        take_back_tick(session, first.id, TickKind.ORIGINAL, now=at(9))
        assert list(counted_moments(session, cycle_ids).values()) == [at(9)]

    database.run(unit)


def test_where_filing_decides_no_tick_is_waited_for(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        filed(session, month)
        assert timely(session, month, now=at(6))[ROADS] is Timeliness.ON_TIME
        assert counted_moments(session, [month.cycle(session).id]) == {
            month.report(session, ROADS).id: at(2, 10)
        }

    database.run(unit)


# ── what has not come is chased ────────────────────────────────────────────────────────────────

SCANS = (ChaseKind.SCAN_MISSING,)


def chased(session: Session, month: Month, *, now: datetime) -> list[tuple[str, datetime]]:
    """Unit and beginning of every scan that is chased once the tick has come by."""
    for _ in range(2):
        chase_papers(session, month.office_id, SCANS, now=now)
    kinds = frozenset({*SCANS, ChaseKind.ORIGINAL_MISSING})
    chases = open_chases(session, month.office_id, kinds)
    assert {chase.kind for chase, _, _ in chases} <= set(SCANS)
    names = {month.report(session, name).id: name for name in (ROADS, WATER, PARKS)}
    return [(names[report.id], chase.opened_at) for chase, report, _ in chases]


def test_what_has_not_come_of_a_filed_report_is_chased_from_the_filing_until_its_tick(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        assert chased(session, month, now=at(2)) == []
        first = filed(session, month)
        assert chased(session, month, now=at(3)) == [(ROADS, at(2, 10))]
        tick(session, first, TickKind.ORIGINAL)
        assert chased(session, month, now=at(3)) == [(ROADS, at(2, 10))]
        tick(session, first, TickKind.SCAN)
        assert open_chases(session, month.office_id, frozenset(SCANS)) == []
        assert chased(session, month, now=at(4)) == []
        take_back_tick(session, first.id, TickKind.SCAN, now=at(4, 15))
        assert chased(session, month, now=at(5)) == [(ROADS, at(4, 15))]

    database.run(unit)


def test_a_correction_is_chased_anew_and_a_tick_of_the_older_revision_does_not_end_that(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        first = filed(session, month)
        tick(session, first, TickKind.SCAN)
        corrected(session, month)
        assert chased(session, month, now=at(4)) == [(ROADS, at(3, 11))]
        take_back_tick(session, first.id, TickKind.SCAN, now=at(4))
        tick(session, first, TickKind.SCAN, day=4)
        assert chased(session, month, now=at(4)) == [(ROADS, at(3, 11))]

    database.run(unit)


@pytest.mark.parametrize("ends", ["returned", "switched off"])
def test_what_is_wanted_no_more_is_chased_no_more(
    database: Database, month: Month, ends: str
) -> None:
    def unit(session: Session) -> None:
        filed(session, month)
        assert chased(session, month, now=at(3))
        if ends == "returned":
            report = month.report(session, ROADS)
            return_report(session, report, olga(session), reason="why", now=at(4))
            assert chased(session, month, now=at(4)) == []
        else:
            chase_papers(session, month.office_id, (), now=at(4))
        assert open_chases(session, month.office_id, frozenset(SCANS)) == []

    database.run(unit)


def test_an_office_that_begins_to_chase_leaves_the_months_before_alone(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        filed(session, month)
        assert chased(session, month, now=at(1, month=11)) == []

    database.run(unit)
