"""Files that show what an entry says (佐证): whose, where they belong, and what became of them."""

from collections import defaultdict
from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import UniqueConstraint, func, update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, long_text, moment, telegram_id
from models.cycles import Entry, Report
from models.delivery import Document
from models.people import Person
from models.prepared import prepared
from models.uploads import Upload
from vocabulary.report import EvidenceFile

_KEPT_AFTER_TAKING = timedelta(days=14)
"""How long a file that was taken away before it was filed can still be brought back."""

FILE_CARD, FILES_WAITING_CARD = "evidence", "evidence-waiting"
"""The slots of a chat that tell where files belong that were sent."""


@dataclass(frozen=True, slots=True)
class EvidenceLimits:
    """most_files: of one entry. most_bytes: of one report, all of its entries together."""

    most_files: int = 20
    most_bytes: int = 200 << 20


class Evidence(SQLModel, table=True):
    """A file that somebody sent; its content is in the store, by its hash.

    entry_id: None until its sender has said where it belongs. album: Telegram's id of the pictures
    that were sent together; empty for one alone. caption: words that came with it and wait, as it
    does, for their place. message_id: of the message that it came in, whose caption may be edited.
    filed: a revision lists it, so it stays for good.
    """

    __table_args__ = (UniqueConstraint("entry_id", "sha256"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    report_id: int = belongs_to("report.id")
    entry_id: int | None = belongs_to("entry.id", required=False)
    person_id: int = belongs_to("person.id")
    sha256: str
    name: str
    size: int
    album: str = ""
    caption: str = long_text()
    message_id: int | None = telegram_id(required=False)
    received_at: datetime = moment(required=True)
    taken_at: datetime | None = moment()
    filed: bool = False


def keep_evidence(
    session: Session,
    report: Report,
    person: Person,
    *,
    sha256: str,
    name: str,
    size: int,
    album: str = "",
    caption: str = "",
    message_id: int | None = None,
    now: datetime,
) -> Evidence:
    """A file that has come in; it belongs to no entry yet."""
    kept = Evidence(
        office_id=report.office_id,
        report_id=report.id,
        person_id=person.id,
        sha256=sha256,
        name=name,
        size=size,
        album=album,
        caption=caption,
        message_id=message_id,
        received_at=now,
    )
    session.add(kept)
    session.flush()
    return kept


def place_evidence(
    session: Session, report: Report, evidence: Evidence, entry: Entry, *, now: datetime
) -> Evidence:
    """Puts the file to the entry, also from another one; the same content stands there once.

    Returns the row that now stands for it: what a revision lists is not moved, but taken away
    where it was.
    """
    there = session.exec(
        select(Evidence).where(
            Evidence.entry_id == entry.id,
            Evidence.sha256 == evidence.sha256,
            Evidence.id != evidence.id,
        )
    ).first()
    if there is None and not evidence.filed:
        evidence.entry_id = entry.id
        session.flush()
        return evidence
    if there is None:
        there = keep_evidence(
            session,
            report,
            session.get_one(Person, evidence.person_id),
            sha256=evidence.sha256,
            name=evidence.name,
            size=evidence.size,
            album=evidence.album,
            message_id=evidence.message_id,
            now=now,
        )
        there.entry_id = entry.id
    there.taken_at = None
    evidence.taken_at = now
    session.flush()
    return there


def evidence_of_report(session: Session, report_id: int) -> dict[int, tuple[EvidenceFile, ...]]:
    """By entry, in the order of arrival."""
    found: dict[int, tuple[EvidenceFile, ...]] = defaultdict(tuple)
    for row in _shown_at(session, report_id):
        if row.entry_id is not None:
            found[row.entry_id] += (EvidenceFile(row.id, row.name, row.sha256, row.size),)
    return found


@prepared
def _shown_at(report_id: int) -> SelectOfScalar[Evidence]:
    shown = select(Evidence).where(
        Evidence.report_id == report_id,
        col(Evidence.entry_id).is_not(None),
        col(Evidence.taken_at).is_(None),
    )
    return shown.order_by(col(Evidence.id))


def evidence_at(session: Session, entry_ids: Collection[int]) -> list[Evidence]:
    """What these entries list, in the order of arrival."""
    listed = select(Evidence).where(
        col(Evidence.entry_id).in_(entry_ids), col(Evidence.taken_at).is_(None)
    )
    return list(session.exec(listed.order_by(col(Evidence.id))))


def evidence_of_message(session: Session, person_id: int, message_id: int) -> Evidence | None:
    """The file that came in the person's message and is still listed, or waits for its place."""
    return session.exec(
        select(Evidence)
        .where(
            Evidence.person_id == person_id,
            Evidence.message_id == message_id,
            col(Evidence.taken_at).is_(None),
        )
        .order_by(col(Evidence.id).desc())
    ).first()


def files_of_message(session: Session, person_id: int, message_id: int) -> list[Evidence]:
    """What came in the person's message, whatever has become of it."""
    rows = session.exec(
        select(Evidence)
        .where(Evidence.person_id == person_id, Evidence.message_id == message_id)
        .order_by(col(Evidence.id))
    )
    return list(rows)


def evidence_sent_in(
    session: Session, person_id: int, message_id: int, album: str
) -> list[Evidence]:
    """What came in the person's message and its album, whatever has become of it.

    With what they have sent of the same content for the same report: that may stand for it.
    """
    of_album = (col(Evidence.album) == album) & (col(Evidence.album) != "")
    sent = select(Evidence.report_id, Evidence.sha256).where(
        Evidence.person_id == person_id, (col(Evidence.message_id) == message_id) | of_album
    )
    found = session.exec(sent).all()
    rows = session.exec(
        select(Evidence)
        .where(
            Evidence.person_id == person_id,
            col(Evidence.report_id).in_({report_id for report_id, _ in found}),
            col(Evidence.sha256).in_({sha256 for _, sha256 in found}),
        )
        .order_by(col(Evidence.id))
    )
    return list(rows)


def sent_together(session: Session, evidence: Evidence) -> list[Evidence]:
    """The file with all of its album that stand where it does; oldest first.

    At the same measure, or at none yet; and taken away with it, or not.
    """
    if not evidence.album:
        return [evidence]
    album = album_so_far(session, evidence.person_id, evidence.report_id, evidence.album)
    return [
        one
        for one in album
        if (one.taken_at, one.entry_id) == (evidence.taken_at, evidence.entry_id)
    ]


def newest_file(session: Session, person_id: int, report_id: int) -> Evidence | None:
    """What the person has sent last for the report and is still listed, or waits."""
    return session.exec(
        select(Evidence)
        .where(
            Evidence.person_id == person_id,
            Evidence.report_id == report_id,
            col(Evidence.taken_at).is_(None),
        )
        .order_by(col(Evidence.id).desc())
    ).first()


def newest_taken(session: Session, person_id: int, report_id: int) -> Evidence | None:
    """What was taken away last of the files that the person had sent for a measure."""
    return session.exec(
        select(Evidence)
        .where(
            Evidence.person_id == person_id,
            Evidence.report_id == report_id,
            col(Evidence.entry_id).is_not(None),
            col(Evidence.taken_at).is_not(None),
        )
        .order_by(col(Evidence.taken_at).desc(), col(Evidence.id).desc())
    ).first()


def taken_with(session: Session, evidence: Evidence) -> list[Evidence]:
    """What was taken away from its measure in one go with the file, the oldest first."""
    rows = session.exec(
        select(Evidence)
        .where(Evidence.entry_id == evidence.entry_id, Evidence.taken_at == evidence.taken_at)
        .order_by(col(Evidence.id))
    )
    return list(rows)


def listed_at(session: Session, entry_id: int) -> list[Evidence]:
    """Every file of the entry that is not taken away, the oldest first."""
    rows = session.exec(
        select(Evidence)
        .where(Evidence.entry_id == entry_id, col(Evidence.taken_at).is_(None))
        .order_by(col(Evidence.id))
    )
    return list(rows)


def waiting_files(session: Session, person_id: int, report_id: int) -> list[Evidence]:
    """What the person has sent for the report and belongs to no measure yet; the oldest first."""
    return list(_waiting(session, person_id, report_id))


@prepared
def _waiting(person_id: int, report_id: int) -> SelectOfScalar[Evidence]:
    waiting = select(Evidence).where(
        Evidence.person_id == person_id,
        Evidence.report_id == report_id,
        col(Evidence.entry_id).is_(None),
        col(Evidence.taken_at).is_(None),
    )
    return waiting.order_by(col(Evidence.id))


def album_so_far(session: Session, person_id: int, report_id: int, album: str) -> list[Evidence]:
    """What of the album has come in already, the oldest first; of no album nothing."""
    if not album:
        return []
    rows = session.exec(
        select(Evidence)
        .where(
            Evidence.person_id == person_id,
            Evidence.report_id == report_id,
            Evidence.album == album,
        )
        .order_by(col(Evidence.id))
    )
    return list(rows)


def bytes_of_report(session: Session, report_id: int) -> int:
    """Of everything that was sent for the report and not taken away."""
    total = session.exec(
        select(func.coalesce(func.sum(Evidence.size), 0)).where(
            Evidence.report_id == report_id, col(Evidence.taken_at).is_(None)
        )
    ).one()
    return int(total)


def mark_evidence_filed(session: Session, report_id: int) -> None:
    """What a new revision lists stays for good."""
    session.execute(
        update(Evidence)
        .where(
            col(Evidence.report_id) == report_id,
            col(Evidence.entry_id).is_not(None),
            col(Evidence.taken_at).is_(None),
        )
        .values(filed=True)
    )


def restore_evidence(session: Session, report_id: int, listed: Set[int], *, now: datetime) -> None:
    """The report has again what its newest revision lists, and nothing else."""
    placed = select(Evidence).where(
        Evidence.report_id == report_id, col(Evidence.entry_id).is_not(None)
    )
    for evidence in session.exec(placed):
        if evidence.id in listed:
            evidence.taken_at = None
        elif evidence.taken_at is None:
            evidence.taken_at = now


def hashes_in_use(session: Session, *, now: datetime) -> set[str]:
    """Every file of the store that something still points to."""
    still_kept = (
        col(Evidence.taken_at).is_(None)
        | col(Evidence.filed)
        | (col(Evidence.taken_at) > now - _KEPT_AFTER_TAKING)
    )
    return {
        *session.exec(select(Evidence.sha256).where(still_kept)),
        *session.exec(select(Upload.sha256)),
        *(sha256 for sha256 in session.exec(select(Document.sha256)) if sha256 is not None),
    }
