"""A unit's leader signs before its report is filed (签发), where the office has set it so."""

from collections.abc import Collection
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Index, case, text
from sqlmodel import Field, Session, SQLModel, col, select

from models.chases import Chase, open_chase, open_chases, settle_paper_chase
from models.columns import belongs_to, long_text, moment, word
from models.cycles import Report, open_return
from models.people import FILING_KINDS, Contact, Person
from vocabulary.report import FiledReport
from vocabulary.terms import ChaseKind, ReportState, SigningEnd

_OPEN = text("ended_at IS NULL")
_FILED = TypeAdapter(FiledReport)


class Signing(SQLModel, table=True):
    """A report as it lay before the leader. At most one of a report is open.

    version: of the report then: what was changed since is not what would be signed.
    content: what would be filed, as a FiledReport without a receipt.
    note: why it was sent back, in the leader's words.
    """

    __table_args__ = (
        Index(
            "ix_signing_open",
            "report_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    version: int
    content: str = long_text()
    sent_at: datetime = moment(required=True)
    sent_by_id: int = belongs_to("person.id", index=False)
    ended_at: datetime | None = moment()
    end: SigningEnd | None = word(SigningEnd, required=False)
    note: str = long_text()
    ended_by_id: int | None = belongs_to("person.id", required=False, index=False)


def send_to_sign(
    session: Session, report: Report, content: FiledReport, person: Person, *, now: datetime
) -> Signing:
    """Nothing is written in the report until it is signed, sent back or withdrawn.

    The caller has seen that it is writable.
    """
    report.signing = True
    if not report.correcting:
        report.state = ReportState.SIGNING
    report.worked_at = None
    report.version += 1
    signing = Signing(
        report_id=report.id,
        version=report.version,
        content=_FILED.dump_json(content).decode(),
        sent_at=now,
        sent_by_id=person.id,
    )
    session.add(signing)
    session.flush()
    return signing


def open_signing(session: Session, report_id: int) -> Signing | None:
    """What lies before the leader now."""
    waiting = select(Signing).where(Signing.report_id == report_id, col(Signing.ended_at).is_(None))
    return session.exec(waiting).first()


def open_signings(session: Session, unit_ids: Collection[int]) -> list[Signing]:
    """What lies before the leaders of these units now, the first sent in front."""
    waiting = (
        select(Signing)
        .join(Report, col(Report.id) == Signing.report_id)
        .where(col(Report.unit_id).in_(unit_ids), col(Signing.ended_at).is_(None))
        .order_by(col(Signing.id))
    )
    return list(session.exec(waiting))


def newest_signing(session: Session, report_id: int) -> Signing | None:
    """What lies or lay before the leader last."""
    newest = select(Signing).where(Signing.report_id == report_id).order_by(col(Signing.id).desc())
    return session.exec(newest.limit(1)).first()


def content_to_sign(signing: Signing) -> FiledReport:
    return _FILED.validate_json(signing.content)


def end_signing(
    session: Session,
    report: Report,
    end: SigningEnd,
    *,
    person: Person | None = None,
    note: str = "",
    now: datetime,
) -> None:
    """The report is being filled in again, or, signed, about to be filed. Nothing where none waits.

    A returned report is returned again: no word of a leader answers the office.
    """
    signing = open_signing(session, report.id)
    report.signing = False
    if signing is None:
        return
    settle_paper_chase(session, report.id, ChaseKind.SIGNATURE_WAITING, now=now)
    signing.ended_at, signing.end, signing.note = now, end, note
    signing.ended_by_id = person.id if person else None
    if report.state is ReportState.SIGNING:
        returned = open_return(session, report.id)
        report.state = ReportState.RETURNED if returned else ReportState.FILLING
    report.version += 1
    session.flush()


def chase_signatures(session: Session, office_id: int, *, wanted: bool, now: datetime) -> None:
    """What lies before a leader is chased from when it was sent, or none of it is."""
    kind = ChaseKind.SIGNATURE_WAITING
    if not wanted:
        for _, report, _ in open_chases(session, office_id, frozenset({kind})):
            settle_paper_chase(session, report.id, kind, now=now)
        return
    chased = select(Chase.report_id).where(Chase.kind == kind, col(Chase.settled_at).is_(None))
    waiting = session.exec(
        select(Report, Signing)
        .join(Signing, col(Signing.report_id) == Report.id)
        .where(
            Report.office_id == office_id,
            col(Signing.ended_at).is_(None),
            col(Report.id).not_in(chased),
        )
        .order_by(col(Signing.id))
    ).all()
    for report, signing in waiting:
        open_chase(session, report, kind, now=signing.sent_at)


def writer_to_tell(session: Session, unit_id: int, preparer_id: int) -> Person | None:
    """Who prepared the report, while they still write for the unit; else whoever does."""
    return session.exec(
        select(Person)
        .join(Contact, col(Contact.person_id) == Person.id)
        .where(
            Contact.unit_id == unit_id,
            col(Contact.kind).in_(FILING_KINDS),
            col(Contact.ended_at).is_(None),
        )
        .order_by(case((col(Person.id) == preparer_id, 0), else_=1), col(Contact.id))
        .limit(1)
    ).first()
