"""What somebody leaves behind who may write in a report no more, and has given no place to yet."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models.cycles import Entry, Report, Revision
from models.evidence import Evidence
from models.helpers import Helper
from models.pastes import Paste, PasteState
from models.people import FILING_KINDS, Contact, Person, successors
from models.uploads import Upload, UploadKind, upload_of


def report_ids_of(session: Session, unit_id: int) -> frozenset[int]:
    return frozenset(session.exec(select(Report.id).where(Report.unit_id == unit_id)))


def pastes_left(session: Session, person_id: int, report_ids: Collection[int]) -> list[Paste]:
    """What the person has pasted there and has not said what to do with, the oldest first."""
    waiting = select(Paste).where(
        Paste.person_id == person_id,
        col(Paste.report_id).in_(report_ids),
        Paste.state == PasteState.WAITING,
    )
    return list(session.exec(waiting.order_by(col(Paste.id))))


def files_left(session: Session, person_id: int, report_ids: Collection[int]) -> list[Evidence]:
    """The files of the person that are of no measure there yet, the oldest first."""
    waiting = select(Evidence).where(
        Evidence.person_id == person_id,
        col(Evidence.report_id).in_(report_ids),
        col(Evidence.entry_id).is_(None),
        col(Evidence.taken_at).is_(None),
    )
    return list(session.exec(waiting.order_by(col(Evidence.id))))


def upload_left(session: Session, person_id: int, report_ids: Collection[int]) -> Upload | None:
    """The form, or the edited draft, of one of the reports that was shown and waits for its tap."""
    upload = upload_of(session, person_id)
    if upload is None or upload.kind not in {UploadKind.FORM, UploadKind.DRAFT}:
        return None
    reading = json.loads(upload.reading)
    if upload.kind is UploadKind.DRAFT:
        report_id = session.get_one(Revision, reading["revision_id"]).report_id
    else:
        report_id = session.get_one(Entry, reading[0]["entry_id"]).report_id
    return upload if report_id in report_ids else None


def files_pass_on(files: Sequence[Evidence], to: Person) -> None:
    """They wait with somebody else, and together: one card asks for their measure.

    The messages that they came in stand in a chat that is not the new person's.
    """
    for one in files:
        one.person_id, one.message_id = to.id, None
        one.album = f"passed:{files[0].id}" if len(files) > 1 else ""


def last_help(session: Session, person_id: int, *, since: datetime) -> Helper | None:
    """What the person was asked for last; None where that ended longer ago."""
    asked = select(Helper).where(Helper.person_id == person_id).order_by(col(Helper.id).desc())
    found = session.exec(asked).first()
    is_long_ago = found is not None and found.ended_at is not None and found.ended_at < since
    return None if is_long_ago else found


def last_post_passed_on(
    session: Session, person_id: int, *, since: datetime
) -> tuple[Contact, Contact] | None:
    """The post that the person held until lately, and who holds it now."""
    ended = select(Contact).where(
        Contact.person_id == person_id,
        col(Contact.ended_at) >= since,
        col(Contact.kind).in_(FILING_KINDS),
    )
    for contact in session.exec(ended.order_by(col(Contact.ended_at).desc())):
        after = successors(session, contact.office_id).get(contact.id)
        if after is not None:
            return contact, after
    return None
