"""The office's word on filed reports: what it has accepted, and what still waits for it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from models.chases import Chase, open_chase, settle_chase_of_office
from models.columns import belongs_to, moment
from models.cycles import Cycle, Report, Revision, newest_revision
from models.offices import Unit
from models.people import Person
from vocabulary.errors import Stale
from vocabulary.report import Awaiting
from vocabulary.terms import ChaseKind, ReportState


class Acceptance(SQLModel, table=True):
    """The office accepts what was filed. A later revision waits for its own."""

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    revision_id: int = belongs_to("revision.id", index=False)
    accepted_at: datetime = moment(required=True)
    accepted_by_id: int = belongs_to("person.id", index=False)


def accept_report(session: Session, report: Report, person: Person, *, now: datetime) -> None:
    """Accepts the newest revision; the lock does not matter.

    Raises Stale unless the report waits for it: of two coordinators at once one accepts.
    """
    newest = newest_revision(session, report.id)
    if report.state is not ReportState.FILED or report.exempt or newest is None:
        raise Stale
    report.state = ReportState.ACCEPTED
    session.add(
        Acceptance(
            report_id=report.id,
            revision_id=newest.id,
            accepted_at=now,
            accepted_by_id=person.id,
        )
    )
    settle_chase_of_office(session, report.id, ChaseKind.REVIEW_WAITING, now=now)
    session.flush()


def awaiting_review(session: Session, office_id: int) -> list[Awaiting]:
    """Filed reports neither accepted nor returned: the oldest period first, then as filed."""
    newest = (
        select(func.max(col(Revision.id)).label("id")).group_by(col(Revision.report_id)).subquery()
    )
    rows = session.exec(
        select(Report, Unit, Cycle, Revision)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(Revision, col(Revision.report_id) == Report.id)
        .join(newest, newest.c.id == Revision.id)
        .where(
            Report.office_id == office_id,
            Report.state == ReportState.FILED,
            col(Report.exempt).is_(False),
        )
        .order_by(col(Cycle.period), col(Revision.id))
    )
    return [
        Awaiting(
            report_id=report.id,
            unit=unit.name,
            period=cycle.period,
            revision=revision.number,
            revision_id=revision.id,
            filed_at=revision.filed_at,
        )
        for report, unit, cycle, revision in rows
    ]


def chase_reviews(session: Session, office_id: int) -> None:
    """What waits for a review is chased from the moment at which it was filed."""
    chased = select(Chase.report_id).where(
        Chase.kind == ChaseKind.REVIEW_WAITING, col(Chase.settled_at).is_(None)
    )
    filed = session.exec(
        select(Report, func.max(Revision.filed_at))
        .join(Revision, col(Revision.report_id) == Report.id)
        .where(
            Report.office_id == office_id,
            Report.state == ReportState.FILED,
            col(Report.exempt).is_(False),
            col(Report.id).not_in(chased),
        )
        .group_by(col(Report.id))
        .order_by(col(Report.id))
    ).all()
    for report, filed_at in filed:
        open_chase(session, report, ChaseKind.REVIEW_WAITING, now=filed_at)


def end_reviews(session: Session, office_id: int, *, now: datetime) -> None:
    """The office reviews no more: nothing of it is chased."""
    for report_id in reports_in_review(session, office_id):
        settle_chase_of_office(session, report_id, ChaseKind.REVIEW_WAITING, now=now)


def reports_in_review(session: Session, office_id: int) -> Sequence[int]:
    """What the office is chased for."""
    return session.exec(
        select(Chase.report_id).where(
            Chase.office_id == office_id,
            Chase.kind == ChaseKind.REVIEW_WAITING,
            col(Chase.settled_at).is_(None),
        )
    ).all()
