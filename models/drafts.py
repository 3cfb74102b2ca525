"""Drafts that were given out: which revision each was made from, and where its file is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.cycles import Cycle, Report, Revision
from models.delivery import Document, DocumentKind
from models.people import filing_units_of
from models.signing import Signing
from models.stamped_copies import page_of_code

_DRAFTS = (DocumentKind.DRAFT, DocumentKind.REVIEW_DRAFT)


@dataclass(frozen=True, slots=True)
class GivenDraft:
    """sha256s: of its files; there are two where one was for review first."""

    revision_id: int
    number: int
    receipt: str
    sha256s: tuple[str, ...]


def draft_of_code(session: Session, office_id: int, code: str) -> GivenDraft | None:
    """None for a code of another office or made up, and where no draft was given out."""
    filed = page_of_code(session, office_id, code)
    found = _given(session, [filed.revision]) if filed else []
    return found[0] if found else None


def newest_drafts(session: Session, bot_id: int, user_id: int, *, most: int) -> list[GivenDraft]:
    """Of the units for which the account files, the latest month first, newest revisions first."""
    revisions = session.exec(
        select(Revision)
        .join(Report, col(Report.id) == Revision.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(col(Report.unit_id).in_(filing_units_of(session, bot_id, user_id)))
        .order_by(col(Cycle.period).desc(), col(Revision.id).desc())
        .limit(most)
    )
    return _given(session, list(revisions))


def drafts_before_leaders(session: Session, bot_id: int, user_id: int) -> dict[int, str]:
    """By report, the hash of the newest file that lies before a leader of the account's units."""
    given = session.exec(
        select(col(Document.report_id), col(Document.sha256))
        .join(Report, col(Report.id) == Document.report_id)
        .join(Signing, col(Signing.report_id) == Report.id)
        .where(
            col(Report.unit_id).in_(filing_units_of(session, bot_id, user_id)),
            col(Signing.ended_at).is_(None),
            col(Document.kind) == DocumentKind.REVIEW_DRAFT,
            col(Document.revision_id).is_(None),
            col(Document.as_of) >= col(Signing.sent_at),
            col(Document.sha256).is_not(None),
        )
        .order_by(col(Document.id))
    )
    return {report: sha256 for report, sha256 in given if report is not None and sha256 is not None}


def _given(session: Session, revisions: Sequence[Revision]) -> list[GivenDraft]:
    files: dict[int, dict[str, None]] = {}
    for revision_id, sha256 in session.exec(
        select(col(Document.revision_id), col(Document.sha256)).where(
            col(Document.revision_id).in_([one.id for one in revisions]),
            col(Document.kind).in_(_DRAFTS),
            col(Document.sha256).is_not(None),
        )
    ):
        if revision_id is not None and sha256 is not None:
            files.setdefault(revision_id, {})[sha256] = None
    return [
        GivenDraft(one.id, one.number, one.receipt, tuple(files[one.id]))
        for one in revisions
        if one.id in files
    ]
