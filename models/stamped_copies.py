"""Stamped copies (盖章件): what units have sent, of which revision, and whether it counts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from sqlalchemy import Index, UniqueConstraint, func
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, telegram_id, word
from models.cycles import Cycle, Report, Revision, newest_revision
from models.people import FILING_KINDS, Contact, Person
from models.ticks import Tick, record_tick, standing_tick, take_back_tick
from models.views import ReportRows, report_rows
from vocabulary.errors import Stale
from vocabulary.stamp_code import read_stamp_code
from vocabulary.terms import Finding, TickKind, TickSource

KEPT_AFTER_TAKING = timedelta(days=14)
"""How long a file that counts for nothing stays, in case that was a mistake."""


class StampedCopy(SQLModel, table=True):
    """One file, or one album, that came as the stamped copy of a revision.

    revision_id: which one it is of; None until somebody has said so of a page without a code.
    album: Telegram's id of the pictures that were sent together; empty for one alone.
    finding: the best that was seen on any of its pages.
    counts_at: since when it counts as the scan; None while it only lies there.
    reason: why it counts although something was found amiss.
    by_office: a coordinator sent it for the unit (代办).
    ended_at: it was taken away, with the reason, or was no stamped copy at all.
    """

    __tablename__ = "stamped_copy"
    __table_args__ = (Index("ix_stamped_copy_album", "person_id", "album"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    person_id: int = belongs_to("person.id", index=False)
    revision_id: int | None = belongs_to("revision.id", required=False)
    album: str = ""
    finding: Finding = word(Finding)
    by_office: bool = False
    received_at: datetime = moment(required=True)
    counts_at: datetime | None = moment()
    reason: str = long_text()
    ended_at: datetime | None = moment()
    ended_by_id: int | None = belongs_to("person.id", required=False, index=False)
    end_reason: str = long_text()


_PICTURE = ".jpg"  # a photo that Telegram has given no name


class StampedFile(SQLModel, table=True):
    """A file of a stamped copy as it came; its content is in the store, by its hash.

    pages: of a picture one, or as many as it shows with codes.
    message_id: of the message that it came in.
    """

    __tablename__ = "stamped_file"
    __table_args__ = (UniqueConstraint("copy_id", "sha256"),)

    id: int = Field(default=None, primary_key=True)
    copy_id: int = belongs_to("stamped_copy.id")
    sha256: str
    name: str
    size: int
    pages: int
    message_id: int | None = telegram_id(required=False)
    received_at: datetime = moment(required=True)

    @property
    def suffix(self) -> str:
        """With its dot."""
        return PurePath(self.name).suffix.lower() or _PICTURE


# ── which page it is ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FiledPage:
    """The revision that a page was printed from; newest: the one that stands now."""

    rows: ReportRows
    revision: Revision
    newest: Revision

    @property
    def is_newest(self) -> bool:
        return self.revision.id == self.newest.id


def page_of_code(session: Session, office_id: int, text: str) -> FiledPage | None:
    """None for a code of another kind, of another office, misread, or made up."""
    code = read_stamp_code(text)
    if code is None:
        return None
    rows = report_rows(session, code.report_id)
    if rows is None or rows.office.id != office_id:
        return None
    revision = session.exec(
        select(Revision).where(
            Revision.report_id == code.report_id, Revision.number == code.revision
        )
    ).first()
    newest = newest_revision(session, code.report_id)
    if revision is None or newest is None or not code.is_of(revision.content):
        return None
    return FiledPage(rows, revision, newest)


def page_of_revision(session: Session, revision_id: int) -> FiledPage:
    revision = session.get_one(Revision, revision_id)
    rows = report_rows(session, revision.report_id)
    newest = newest_revision(session, revision.report_id)
    if rows is None or newest is None:
        raise LookupError(f"revision {revision_id}: no report")
    return FiledPage(rows, revision, newest)


def revisions_without_scan(session: Session, unit_ids: Collection[int]) -> list[int]:
    """Newest revisions of the units of which no scan has come, the latest due first."""
    newest = (
        select(func.max(col(Revision.id)).label("id")).group_by(col(Revision.report_id)).subquery()
    )
    scan = select(Tick.id).where(
        Tick.revision_id == Revision.id,
        Tick.kind == TickKind.SCAN,
        col(Tick.taken_back_at).is_(None),
    )
    lacking = (
        select(col(Revision.id))
        .join(newest, newest.c.id == Revision.id)
        .join(Report, col(Report.id) == Revision.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(col(Report.unit_id).in_(unit_ids), ~scan.exists())
        .order_by(col(Cycle.due_at).desc(), col(Report.id))
    )
    return list(session.exec(lacking))


def has_filed(session: Session, bot_id: int, user_id: int, *, office_id: int | None) -> bool:
    """Whether there is anything of which the account could send a stamped copy.

    Of a unit for which it files; of any of the office, where one is given.
    """
    filed = select(Revision.id).join(Report, col(Report.id) == Revision.report_id)
    if office_id is not None:
        found = filed.where(Report.office_id == office_id)
        return session.exec(found.limit(1)).first() is not None
    own = (
        select(col(Contact.unit_id))
        .join(Person, col(Person.id) == Contact.person_id)
        .where(
            Person.bot_id == bot_id,
            Person.user_id == user_id,
            col(Contact.ended_at).is_(None),
            col(Contact.unit_id).is_not(None),
            col(Contact.kind).in_(FILING_KINDS),
        )
    )
    return session.exec(filed.where(col(Report.unit_id).in_(own)).limit(1)).first() is not None


# ── what has come ──────────────────────────────────────────────────────────────────────────────


def keep_copy(session: Session, copy: StampedCopy) -> StampedCopy:
    session.add(copy)
    session.flush()
    return copy


def add_file(session: Session, copy: StampedCopy, file: StampedFile) -> bool:
    """False when the copy has the same file already: nothing happens."""
    file.copy_id = copy.id
    same = select(StampedFile).where(
        StampedFile.copy_id == copy.id, StampedFile.sha256 == file.sha256
    )
    if session.exec(same).first() is not None:
        return False
    session.add(file)
    session.flush()
    return True


def copies_of_album(session: Session, person_id: int, album: str) -> list[StampedCopy]:
    """What has come of the album so far, the newest first; of no album nothing."""
    if not album:
        return []
    rows = select(StampedCopy).where(
        StampedCopy.person_id == person_id,
        StampedCopy.album == album,
        col(StampedCopy.ended_at).is_(None),
    )
    return list(session.exec(rows.order_by(col(StampedCopy.id).desc())))


def is_album_known(session: Session, bot_id: int, user_id: int, album: str) -> bool:
    person = session.exec(
        select(Person).where(Person.bot_id == bot_id, Person.user_id == user_id)
    ).first()
    return person is not None and bool(copies_of_album(session, person.id, album))


def copy_with_file(session: Session, revision_id: int, sha256: str) -> StampedCopy | None:
    """The copy of the revision that has this very file, and counts."""
    rows = (
        select(StampedCopy)
        .join(StampedFile, col(StampedFile.copy_id) == StampedCopy.id)
        .where(
            StampedCopy.revision_id == revision_id,
            StampedFile.sha256 == sha256,
            col(StampedCopy.counts_at).is_not(None),
            col(StampedCopy.ended_at).is_(None),
        )
    )
    return session.exec(rows).first()


def files_of(session: Session, copy_id: int) -> list[StampedFile]:
    """As they came."""
    files = select(StampedFile).where(StampedFile.copy_id == copy_id)
    return list(session.exec(files.order_by(col(StampedFile.id))))


def copies_of_revision(session: Session, revision_id: int) -> list[StampedCopy]:
    """Those that count, the oldest first."""
    rows = select(StampedCopy).where(
        StampedCopy.revision_id == revision_id,
        col(StampedCopy.counts_at).is_not(None),
        col(StampedCopy.ended_at).is_(None),
    )
    return list(session.exec(rows.order_by(col(StampedCopy.id))))


def units_of_file(session: Session, sha256: str) -> set[int]:
    """The units of whose reports the file is, or was, a stamped copy."""
    rows = (
        select(col(Report.unit_id))
        .join(Revision, col(Revision.report_id) == Report.id)
        .join(StampedCopy, col(StampedCopy.revision_id) == Revision.id)
        .join(StampedFile, col(StampedFile.copy_id) == StampedCopy.id)
        .where(StampedFile.sha256 == sha256, col(StampedCopy.counts_at).is_not(None))
    )
    return set(session.exec(rows))


def newest_copy_of(
    session: Session, unit_ids: Collection[int], *, or_by: int | None = None
) -> StampedCopy | None:
    """The last of the units' that counts; or_by: or of what this person has sent for any."""
    rows = (
        select(StampedCopy)
        .join(Revision, col(Revision.id) == StampedCopy.revision_id)
        .join(Report, col(Report.id) == Revision.report_id)
        .where(
            col(Report.unit_id).in_(unit_ids) | (col(StampedCopy.person_id) == or_by),
            col(StampedCopy.counts_at).is_not(None),
            col(StampedCopy.ended_at).is_(None),
        )
    )
    return session.exec(rows.order_by(col(StampedCopy.id).desc())).first()


def originals_of_revision(session: Session, revision_id: int) -> list[StampedFile]:
    """Every file of the copies that count, as they came: what goes with the revision by mail."""
    return [
        file
        for copy in copies_of_revision(session, revision_id)
        for file in files_of(session, copy.id)
    ]


def copies_of_report(session: Session, report_id: int) -> list[tuple[StampedCopy, Revision]]:
    """Everything that came of any of its revisions and was counted, taken away or not."""
    rows = session.exec(
        select(StampedCopy, Revision)
        .join(Revision, col(Revision.id) == StampedCopy.revision_id)
        .where(Revision.report_id == report_id, col(StampedCopy.counts_at).is_not(None))
        .order_by(col(StampedCopy.id))
    )
    return list(rows)


# ── what becomes of it ─────────────────────────────────────────────────────────────────────────


def count_copy(
    session: Session,
    copy: StampedCopy,
    revision: Revision,
    person: Person,
    *,
    reason: str = "",
    now: datetime,
) -> None:
    """From now on it is the scan of the revision. reason: why, where something is amiss with it.

    Raises Stale when that was done, or it was taken away.
    """
    if copy.counts_at is not None or copy.ended_at is not None:
        raise Stale
    copy.revision_id, copy.counts_at, copy.reason = revision.id, now, reason
    record_tick(session, revision.id, TickKind.SCAN, source=TickSource.COPY, person=person, now=now)
    session.flush()


def end_copy(
    session: Session, copy: StampedCopy, person: Person, *, reason: str = "", now: datetime
) -> None:
    """It counts no more; what it was stays on record. With the last one the scan is missing again.

    Raises Stale when that was done.
    """
    if copy.ended_at is not None:
        raise Stale
    copy.ended_at, copy.ended_by_id, copy.end_reason = now, person.id, reason
    session.flush()
    revision_id = copy.revision_id
    if copy.counts_at is None or revision_id is None or copies_of_revision(session, revision_id):
        return
    tick = standing_tick(session, revision_id, TickKind.SCAN)
    if tick is not None and tick.source is TickSource.COPY:
        take_back_tick(session, revision_id, TickKind.SCAN, person=person, now=now)


def move_files(session: Session, copy: StampedCopy, to: StampedCopy) -> None:
    """Further pages of another copy; what that one has already stays where it is."""
    known = {file.sha256 for file in files_of(session, to.id)}
    for file in files_of(session, copy.id):
        if file.sha256 not in known:
            file.copy_id = to.id
    session.flush()


def pages_in(files: Sequence[StampedFile]) -> int:
    return sum(file.pages for file in files)


def copy_hashes(session: Session, *, now: datetime) -> set[str]:
    """Every file of the store that a copy points to; of one that never counted for a while."""
    still_kept = (
        col(StampedCopy.counts_at).is_not(None)
        | col(StampedCopy.ended_at).is_(None)
        | (col(StampedCopy.ended_at) > now - KEPT_AFTER_TAKING)
    )
    files = select(StampedFile.sha256).join(StampedCopy, col(StampedCopy.id) == StampedFile.copy_id)
    return set(session.exec(files.where(still_kept)))
