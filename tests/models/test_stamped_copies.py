"""What came as stamped copy: which page it is of, what counts, and what is taken back again."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from models.cycles import Revision
from models.database import Database
from models.people import Person
from models.stamped_copies import (
    KEPT_AFTER_TAKING,
    StampedCopy,
    StampedFile,
    add_file,
    copies_of_album,
    copies_of_report,
    copy_hashes,
    copy_with_file,
    count_copy,
    end_copy,
    files_of,
    keep_copy,
    move_files,
    newest_copy_of,
    originals_of_revision,
    page_of_code,
    pages_in,
    revisions_without_scan,
)
from models.ticks import record_tick, ticks_of_revision
from tests.factories import at
from tests.models.samples import ADA, JULY, ROADS, WATER, Month, a_person
from tests.models.test_ticks import corrected, filed
from vocabulary.errors import Stale
from vocabulary.stamp_code import stamp_code
from vocabulary.terms import Finding, TickKind, TickSource


def ada(session: Session) -> Person:
    return a_person(session, ADA, "Ada")


def a_copy(
    session: Session, month: Month, revision: Revision, *hashes: str, album: str = "", day: int = 3
) -> StampedCopy:
    copy = keep_copy(
        session,
        StampedCopy(
            office_id=month.office_id,
            person_id=ada(session).id,
            revision_id=revision.id,
            album=album,
            finding=Finding.GOOD,
            received_at=at(day),
        ),
    )
    for sha256 in hashes:
        assert add_file(session, copy, a_file(sha256))
    return copy


def a_file(sha256: str, pages: int = 1) -> StampedFile:
    return StampedFile(
        copy_id=0, sha256=sha256, name="page.jpg", size=1, pages=pages, received_at=at(3)
    )


def count(session: Session, copy: StampedCopy, revision: Revision, *, day: int = 3) -> None:
    count_copy(session, copy, revision, ada(session), now=at(day))


def test_code_leads_to_its_revision_and_no_other_code_to_anything(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        first = filed(session, month)
        code = stamp_code(first.report_id, JULY, 1, first.content)
        page = page_of_code(session, month.office_id, code.text)
        assert page is not None
        assert page.is_newest
        assert (page.rows.unit.name, page.revision.number) == (ROADS, 1)
        newest = corrected(session, month)
        page = page_of_code(session, month.office_id, code.text)
        assert page is not None
        assert not page.is_newest
        assert page.newest.id == newest.id
        for other in (
            stamp_code(first.report_id, JULY, 2, first.content),
            stamp_code(first.report_id, JULY, 9, first.content),
            stamp_code(10**6, JULY, 1, first.content),
        ):
            assert page_of_code(session, month.office_id, other.text) is None
        assert page_of_code(session, month.office_id + 1, code.text) is None
        assert page_of_code(session, month.office_id, "https://example.org") is None

    database.run(unit)


def test_copy_that_counts_is_the_scan_until_the_last_is_taken_back(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        first = a_copy(session, month, revision, "1")
        second = a_copy(session, month, revision, "2", "3")
        assert ticks_of_revision(session, revision).scan is None
        assert originals_of_revision(session, revision.id) == []
        count(session, first, revision)
        count(session, second, revision, day=4)
        assert ticks_of_revision(session, revision).scan == at(3)
        with pytest.raises(Stale):
            count(session, first, revision)
        assert [f.sha256 for f in originals_of_revision(session, revision.id)] == ["1", "2", "3"]
        end_copy(session, first, ada(session), reason="Wrong.", now=at(5))
        assert ticks_of_revision(session, revision).scan == at(3)
        end_copy(session, second, ada(session), reason="Wrong.", now=at(5))
        assert ticks_of_revision(session, revision).scan is None
        with pytest.raises(Stale):
            end_copy(session, second, ada(session), now=at(5))
        assert originals_of_revision(session, revision.id) == []
        assert len(copies_of_report(session, revision.report_id)) == 2, "the record keeps them"

    database.run(unit)


def test_scan_that_the_office_has_ticked_outlives_a_copy(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        office = TickSource.OFFICE
        record_tick(session, revision.id, TickKind.SCAN, source=office, now=at(3))
        copy = a_copy(session, month, revision, "1")
        count(session, copy, revision, day=4)
        end_copy(session, copy, ada(session), now=at(5))
        assert ticks_of_revision(session, revision).scan == at(3)

    database.run(unit)


def test_file_stands_once_in_a_copy_and_moves_as_a_further_page(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        copy = a_copy(session, month, revision, "1", album="a")
        assert not add_file(session, copy, a_file("1"))
        assert copies_of_album(session, copy.person_id, "a") == [copy]
        assert copies_of_album(session, copy.person_id, "") == []
        assert copy_with_file(session, revision.id, "1") is None, "it does not count yet"
        count(session, copy, revision)
        assert copy_with_file(session, revision.id, "1") is copy
        other = a_copy(session, month, revision, "1", "2")
        add_file(session, other, a_file("3", pages=4))
        move_files(session, other, copy)
        assert [f.sha256 for f in files_of(session, copy.id)] == ["1", "2", "3"]
        assert pages_in(files_of(session, copy.id)) == 6

    database.run(unit)


def test_revisions_that_lack_a_scan_are_those_that_stand(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        roads = filed(session, month)
        water = [filed(session, month, WATER).id]
        units = [month.report(session, name).unit_id for name in (ROADS, WATER)]
        assert revisions_without_scan(session, units) == [*water, roads.id], (
            "in the order of their reports"
        )
        copy = a_copy(session, month, roads, "1")
        count(session, copy, roads)
        assert revisions_without_scan(session, units) == water
        assert newest_copy_of(session, units[:1]) is copy
        assert newest_copy_of(session, units[1:]) is None
        assert newest_copy_of(session, units[1:], or_by=copy.person_id) is copy
        newest = corrected(session, month)
        assert revisions_without_scan(session, units[:1]) == [newest.id], "it is stamped anew"

    database.run(unit)


def test_files_stay_in_the_store_once_they_have_counted_and_else_for_a_while(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        revision = filed(session, month)
        counted = a_copy(session, month, revision, "1")
        count(session, counted, revision)
        end_copy(session, counted, ada(session), now=at(4))
        dropped = a_copy(session, month, revision, "2")
        end_copy(session, dropped, ada(session), now=at(4))
        a_copy(session, month, revision, "3")
        assert copy_hashes(session, now=at(5)) == {"1", "2", "3"}
        later = at(4) + KEPT_AFTER_TAKING + timedelta(days=1)
        assert copy_hashes(session, now=later) == {"1", "3"}

    database.run(unit)
