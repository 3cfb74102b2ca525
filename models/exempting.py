"""Exemptions take effect on what is open, in the transaction in which they are given or end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from models.chases import messages_asking, open_chase, settle_chases
from models.conversations import leave_entries, leave_report
from models.cycles import Cycle, Entry, Report, mark_exempt
from models.delivery import OutboxRow
from models.editions import Assignment, Measure, Plan
from models.evidence import evidence_at, place_evidence
from models.exemptions import Exemption, exempted, exemptions_of
from models.extensions import Extension, withdraw_request
from models.filing import spread_paragraph
from models.helpers import move_help
from models.signing import end_signing
from models.written import move_written
from vocabulary.period import Period
from vocabulary.terms import ChaseKind, SigningEnd


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of one report of an open cycle.

    is_untouched: it had been filed before, so that nothing of it changes.
    asking: messages in the chats that asked for a report that is wanted no more.
    withdrawn: a request for more time that has lost its object.
    """

    report: Report
    cycle: Cycle
    is_untouched: bool = False
    asking: Sequence[OutboxRow] = ()
    withdrawn: Extension | None = None


def take_effect(session: Session, exemption: Exemption, *, now: datetime) -> list[Effect]:
    """After the exemption was given, or has ended: what holds now is put into effect.

    Who is exempt is chased no more, and what they wrote is kept; who is so no more is chased in a
    new episode. What was filed stays as it is: it was reported.
    """
    rows = session.exec(
        select(Report, Cycle)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            Cycle.plan_id == exemption.plan_id,
            Report.unit_id == exemption.unit_id,
            col(Cycle.period) >= exemption.first_period,
            col(Cycle.period) <= exemption.last_period,
        )
        .order_by(col(Cycle.period))
    ).all()
    return [
        Effect(report, cycle, is_untouched=True)
        if report.first_filed_at is not None
        else _take_effect(session, report, cycle, now)
        for report, cycle in rows
    ]


def _take_effect(session: Session, report: Report, cycle: Cycle, now: datetime) -> Effect:
    entries = session.exec(
        select(Entry, Measure.number)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Entry.report_id == report.id)
        .order_by(col(Entry.position))
    ).all()
    was_exempt = report.exempt
    end_signing(session, report, SigningEnd.CHANGED, now=now)
    holding = exemptions_of(session, cycle.plan_id, report.unit_id, cycle.period)
    mark_exempt(report, entries, exempted(holding))
    spread_paragraph(session, report)
    _gather_paragraph(session, report, now)
    report.version += 1
    leave_entries(session, [entry.id for entry, _ in entries if entry.exempt])
    if report.exempt and not was_exempt:
        asking = messages_asking(session, report.id)
        settle_chases(session, report.id, now=now)
        leave_report(session, report.id)
        withdrawn = withdraw_request(session, report.id, now=now)
        return Effect(report, cycle, asking=asking, withdrawn=withdrawn)
    if was_exempt and not report.exempt:
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=now)
    session.flush()
    return Effect(report, cycle)


def _gather_paragraph(session: Session, report: Report, now: datetime) -> None:
    """What hangs on a shared paragraph hangs on its first measure that is asked.

    Files, who was asked to help, and which message gave which answer; if nothing of the paragraph
    is asked, all of it stays where it is.
    """
    of_report = select(Entry).where(Entry.report_id == report.id, col(Entry.shared).is_(True))
    shared = list(session.exec(of_report.order_by(col(Entry.position))))
    first = next((entry for entry in shared if not entry.exempt), None)
    if first is None:
        return
    others = [entry.id for entry in shared if entry is not first]
    for evidence in evidence_at(session, others):
        place_evidence(session, report, evidence, first, now=now)
    move_help(session, others, first.id)
    move_written(session, others, first.id)


def periods_to_exempt(session: Session, plan: Plan, unit_id: int) -> list[Period]:
    """Those of the plan on which the unit has filed nothing, the oldest first."""
    filed = set(
        session.exec(
            select(col(Cycle.period))
            .join(Report, col(Report.cycle_id) == Cycle.id)
            .where(
                Cycle.plan_id == plan.id,
                Report.unit_id == unit_id,
                col(Report.first_filed_at).is_not(None),
            )
        )
    )
    periods = Period.between(plan.first_period, plan.last_period)
    return [period for period in periods if period not in filed]
