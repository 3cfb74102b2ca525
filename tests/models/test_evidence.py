"""Evidence belongs to entries; what was filed stays, and the store keeps what is pointed to."""

import os
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from models.cycles import Report, newest_revision
from models.database import Database
from models.evidence import (
    Evidence,
    bytes_of_report,
    evidence_of_report,
    hashes_in_use,
    keep_evidence,
    place_evidence,
)
from models.files import FileStore
from models.filing import end_correction, filed_content, open_correction
from models.uploads import Upload, UploadKind, UploadState
from tests.factories import at
from tests.models.samples import LOCKS, ROADS, Month, a_person, answer, entries, file

SHA = "0" * 64


def _sent(session: Session, report: Report, *, sha256: str = SHA, size: int = 7) -> Evidence:
    return keep_evidence(
        session,
        report,
        a_person(session),
        sha256=sha256,
        name="a.jpg",
        size=size,
        now=at(2),
    )


def _placed(session: Session, report: Report, place: int = 0, *, sha256: str = SHA) -> Evidence:
    kept = _sent(session, report, sha256=sha256)
    return place_evidence(session, report, kept, entries(session, report)[place], now=at(2))


def _names(session: Session, report: Report) -> list[int]:
    """How many files each entry has."""
    found = evidence_of_report(session, report.id)
    return [len(found[entry.id]) for entry in entries(session, report)]


def test_file_without_a_place_is_kept_and_belongs_to_no_entry(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        _sent(session, report)
        assert _names(session, report) == [0, 0, 0]
        assert bytes_of_report(session, report.id) == 7

    database.run(unit)


def test_same_content_stands_once_with_an_entry_however_often_it_is_sent(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        first = _placed(session, report)
        again = _placed(session, report)
        assert again.id == first.id
        _placed(session, report, 1)
        assert _names(session, report) == [1, 1, 0]

    database.run(unit)


def test_file_that_was_taken_away_comes_back_when_it_is_sent_again(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        _placed(session, report).taken_at = at(2)
        assert _names(session, report) == [0, 0, 0]
        _placed(session, report)
        assert _names(session, report) == [1, 0, 0]

    database.run(unit)


def test_what_is_filed_lists_its_evidence_for_good(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        kept = _placed(session, report)
        answer(session, report, now=at(2))
        file(session, report, now=at(3))
        open_correction(report, month.cycle(session), reason="moved", now=at(4))
        place_evidence(session, report, kept, entries(session, report)[1], now=at(4))
        assert _names(session, report) == [0, 1, 0]
        first = newest_revision(session, report.id)
        assert first is not None
        assert [len(one.evidence) for one in filed_content(first).entries] == [1, 0, 0]
        assert SHA in hashes_in_use(session, now=at(30))

    database.run(unit)


def test_correction_that_the_lock_ends_leaves_the_evidence_of_what_was_filed(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        kept = _placed(session, report)
        answer(session, report, now=at(2))
        file(session, report, now=at(3))
        open_correction(report, month.cycle(session), reason="another", now=at(4))
        kept.taken_at = at(4)
        _placed(session, report, 2, sha256="1" * 64)
        assert _names(session, report) == [0, 0, 1]
        end_correction(session, report, now=LOCKS)
        assert _names(session, report) == [1, 0, 0]

    database.run(unit)


def test_store_keeps_what_is_pointed_to_and_for_a_while_what_was_taken_away(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        _placed(session, report).taken_at = at(2)
        session.add(
            Upload(
                office_id=month.office_id,
                person_id=a_person(session).id,
                kind=UploadKind.FORM,
                state=UploadState.DROPPED,
                file_name="form.xlsx",
                sha256="2" * 64,
                received_at=at(2),
            )
        )
        session.flush()
        assert hashes_in_use(session, now=at(3)) == {SHA, "2" * 64}
        assert hashes_in_use(session, now=at(2) + timedelta(days=15)) == {"2" * 64}
        assert len(session.exec(select(Evidence)).all()) == 1

    database.run(unit)


def test_sweeping_deletes_old_files_that_nothing_points_to_and_no_young_one(
    tmp_path: Path,
) -> None:
    store = FileStore(tmp_path)
    used, unused, young = (store.keep(word) for word in (b"used", b"unused", b"young"))
    long_ago = at(1).timestamp()
    for sha256 in (used, unused):
        os.utime(tmp_path / sha256[:2] / sha256, (long_ago, long_ago))
    assert store.sweep({used}, before=at(2)) == 1
    assert store.read(used) == b"used"
    assert store.read(young) == b"young"
    assert not (tmp_path / unused[:2] / unused).exists()


def test_file_that_is_stored_again_is_young_again(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    sha256 = store.keep(b"evidence")
    os.utime(tmp_path / sha256[:2] / sha256, (at(1).timestamp(),) * 2)
    store.keep(b"evidence")
    assert store.sweep(set(), before=at(2)) == 0
