"""What was filed, month by month and revision by revision."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from models.cycles import Cycle, Entry, Report, Revision
from models.filing import filed_content
from models.offices import Unit
from vocabulary.period import Period
from vocabulary.report import FiledReport


@dataclass(frozen=True, slots=True)
class FiledMonth:
    """A report of which something was filed; `revision` is its newest."""

    report_id: int
    unit: str
    period: Period
    revision: int
    receipt: str
    filed_at: datetime


def filed_months(session: Session, unit_ids: Collection[int]) -> list[FiledMonth]:
    """Every report of the units that was filed at least once, the newest month first."""
    newest = (
        select(col(Revision.report_id), func.max(Revision.number).label("number"))
        .group_by(col(Revision.report_id))
        .subquery()
    )
    rows = session.exec(
        select(col(Report.id), col(Unit.name), col(Cycle.period), Revision)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Revision, col(Revision.report_id) == Report.id)
        .join(
            newest,
            (newest.c.report_id == Revision.report_id) & (newest.c.number == Revision.number),
        )
        .where(col(Report.unit_id).in_(list(unit_ids)))
        .order_by(col(Cycle.period).desc(), col(Unit.id))
    )
    return [
        FiledMonth(report_id, unit, period, one.number, one.receipt, one.filed_at)
        for report_id, unit, period, one in rows
    ]


def revisions_of(session: Session, report_id: int) -> list[FiledReport]:
    """Everything that was filed of the report, the first revision first."""
    rows = select(Revision).where(Revision.report_id == report_id).order_by(col(Revision.number))
    return [filed_content(row) for row in session.exec(rows)]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored of a person beside their name: how much they have answered and filed."""

    answers: int
    revisions: int


def kept_of(session: Session, person_id: int) -> Kept:
    answers = select(func.count()).select_from(Entry).where(Entry.answered_by_id == person_id)
    filed = select(func.count()).select_from(Revision).where(Revision.filed_by_id == person_id)
    return Kept(*(session.exec(query).one() for query in (answers, filed)))
