"""Rows put together as the values that dialog and reports work on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func
from sqlalchemy.engine.result import TupleResult
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.chases import not_reached, reminders_sent
from models.cycles import (
    FILED_STATES,
    Cycle,
    Entry,
    Reading,
    Report,
    Revision,
    asked_together,
    cycle_of,
    has_guessed_days,
    newest_revision,
    open_return,
    reports_of_cycle,
    timeliness,
    timetable_of,
)
from models.editions import (
    Assignment,
    Indicator,
    Measure,
    Plan,
    Section,
    TaskForce,
    unassigned_mentions,
)
from models.evidence import evidence_of_report
from models.extensions import requests_waiting
from models.filing import content_of, filed_content, is_writable
from models.highlights import highlights_of_entries, highlights_of_office
from models.offices import Office, Unit, names_of_units
from models.once import once
from models.past_problems import month_over_at, problems_as_they_stood
from models.people import Person, Reach, reaches_of_unit
from models.prepared import prepared
from models.problems import (
    PROBLEM_OVERDUE_AFTER,
    followed_problems,
    problems_of_others,
    problems_to_speak_of,
    questions_between_quarters,
)
from models.reviews import reports_in_review
from models.ticks import counted_moments, ticks_of_cycle
from models.totals_before import MONTHS_OF_QUARTER, totals_before, totals_wanted
from vocabulary.period import Period
from vocabulary.problems import Named
from vocabulary.progress import time_passed, usual_start
from vocabulary.report import (
    USUAL_LIMITS,
    AskedIndicator,
    AskedMeasure,
    CheckLimits,
    EntryContent,
    EvidenceFile,
    ExemptMeasure,
    FiledEntry,
    FiledFigure,
    FiledReport,
    Lead,
    Ledger,
    LedgerMeasure,
    LedgerReport,
    NotReached,
    OpenProblem,
    ReportEntry,
    Supporter,
    WorkingReport,
)
from vocabulary.shared import as_one, said_as_one, supporters_as_one
from vocabulary.terms import Ask, ContactKind, EntryStatus, ReportState, Role
from vocabulary.ticks import NO_TICKS, Ticks

_NOW, _LAST = 0, 1  # months before

_LEAD_FIRST = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)


@dataclass(frozen=True, slots=True)
class ReportRows:
    """A report with the rows that say what it is about."""

    report: Report
    cycle: Cycle
    plan: Plan
    unit: Unit
    office: Office


def report_rows(session: Session, report_id: int) -> ReportRows | None:
    """None when there is no such report."""
    key = ("report rows", report_id)
    return once(session, key, lambda: _put_together(session, _of_report(session, report_id)), of=())


@prepared
def _of_report(report_id: int) -> Select[Report, Cycle, Plan, Unit]:
    return _report_rows().where(col(Report.id) == report_id)


def _report_rows() -> Select[Report, Cycle, Plan, Unit]:
    return (
        select(Report, Cycle, Plan, Unit)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(Plan, col(Plan.id) == Cycle.plan_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
    )


def _put_together(
    session: Session, found: TupleResult[tuple[Report, Cycle, Plan, Unit]]
) -> ReportRows | None:
    row = found.first()
    if row is None:
        return None
    report, cycle, plan, unit = row
    return ReportRows(report, cycle, plan, unit, session.get_one(Office, report.office_id))


def report_of_unit(session: Session, cycle_id: int, unit_id: int) -> ReportRows | None:
    """What the unit owes for the cycle; None when that is nothing."""
    of_unit = _report_rows().where(Report.cycle_id == cycle_id, Report.unit_id == unit_id)
    return _put_together(session, session.exec(of_unit))


def working_report(
    session: Session, rows: ReportRows, zone: ZoneInfo, *, limits: CheckLimits = USUAL_LIMITS
) -> WorkingReport:
    """The report as it stands, with what was filed for the periods before beside each entry."""
    key = ("working report", rows.report.id, zone, limits)
    return once(session, key, lambda: _working_report(session, rows, zone, limits))


def _working_report(
    session: Session, rows: ReportRows, zone: ZoneInfo, limits: CheckLimits
) -> WorkingReport:
    every = _entries(session, rows.report.id).all()
    entries = [(entry, assignment) for entry, assignment in every if not entry.exempt]
    later = _assigned_for_later(session, rows.cycle, rows.unit.id)
    known = [*(assignment for _, assignment in every), *later]
    measures = _asked_measures(session, rows.cycle, rows.plan, known)
    asked_for = [measures[assignment.id] for _, assignment in entries]
    named = {entry.id: _named(measures[assignment.id]) for entry, assignment in entries}
    open_problems = problems_to_speak_of(session, rows.report, rows.cycle, named)
    month = rows.cycle.period
    highlights = highlights_of_entries(session, rows.plan.id, rows.unit.id, month, named)
    filed = _filed_before(session, rows, asked_for)
    before = _said_before(asked_for, filed, times=1)
    parts = _Parts(
        measures={
            entry.id: replace(measures[assignment.id], open_problem=open_problems.get(entry.id))
            for entry, assignment in entries
        },
        readings=_readings(session, rows.report.id),
        evidence=evidence_of_report(session, rows.report.id),
        highlights=highlights,
        supporters=_supporters(
            session, rows, [e for e in entries if e[1].role is Role.LEAD], named
        ),
        before=before,
        before_last=_said_before(asked_for, filed, times=2),
        totals_before=_totals_before(session, rows, asked_for, filed, before),
        limits=limits,
        zone=zone,
    )
    asked = asked_together((entry for entry, _ in entries), lambda entry: entry)
    newest = filed[_NOW].revision if _NOW in filed else None
    returned = open_return(session, rows.report.id)
    return WorkingReport(
        report_id=rows.report.id,
        version=rows.report.version,
        plan_title=rows.plan.title,
        unit=rows.unit.name,
        period=rows.cycle.period,
        state=writing_state(rows.report),
        timetable=timetable_of(session, rows.cycle, zone, rows.report),
        entries=tuple(parts.as_one(together) for together in asked),
        revision=newest.number if newest else 0,
        minutes_last=filed[_LAST].minutes if _LAST in filed else None,
        return_reason=returned.reason if returned else "",
        exempt=tuple(
            ExemptMeasure(entry.id, measures[assignment.id].number, entry.exempt_reason)
            for entry, assignment in every
            if entry.exempt
        ),
        correction_reason=rows.report.correction_reason,
        filed=filed_content(newest).entries if newest and is_writable(rows.report) else (),
        units_called=tuple(names_of_units(session, rows.office.id)),
        later=tuple(measures[assignment.id] for assignment in later),
        problems_beside=tuple(
            (one.number, OpenProblem(one.id, one.words, one.next_step, one.since))
            for one in questions_between_quarters(
                session, rows.cycle, rows.unit.id, [_named(measures[one.id]) for one in later]
            )
        ),
        phone_wanted_of=_without_phone(session, rows.unit.id),
    )


@prepared
def _entries(report_id: int) -> Select[Entry, Assignment]:
    return (
        select(Entry, Assignment)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .where(Entry.report_id == report_id)
        .order_by(col(Entry.position))
    )


def _without_phone(session: Session, unit_id: int) -> str:
    liaison = _liaison(reaches_of_unit(session, unit_id))
    return liaison.name if liaison and not liaison.phone.strip() else ""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a report's entries are put together from; by entry id, or by measure number."""

    measures: dict[int, AskedMeasure]
    readings: dict[int, list[Reading]]
    evidence: dict[int, tuple[EvidenceFile, ...]]
    highlights: dict[int, tuple[str, ...]]
    supporters: dict[int, tuple[Supporter, ...]]
    before: dict[str, EntryContent]
    before_last: dict[str, EntryContent]
    totals_before: dict[str, tuple[FiledFigure, ...]]
    limits: CheckLimits
    zone: ZoneInfo

    def as_one(self, together: Sequence[Entry]) -> ReportEntry:
        """One entry, or all those that share a paragraph."""
        first = together[0]
        measures = [self.measures[entry.id] for entry in together]
        measure = as_one(measures)
        readings = [reading for entry in together for reading in self.readings[entry.id]]
        return ReportEntry(
            entry_id=first.id,
            measure=measure,
            content=_content(first, readings, measure.open_problem),
            last=self._said_before(self.before, measures),
            skipped=first.skipped,
            before_last=self._said_before(self.before_last, measures),
            limits=self.limits,
            source=first.source,
            evidence=tuple(file for entry in together for file in self.evidence[entry.id]),
            version=first.version,
            answered_by_id=first.answered_by_id,
            answered_at=first.answered_at.astimezone(self.zone) if first.answered_at else None,
            highlights=tuple(
                text for entry in together for text in self.highlights.get(entry.id, ())
            ),
            supporters=supporters_as_one(
                one for entry in together for one in self.supporters[entry.id]
            ),
            filed_before=tuple(
                one for part in measures for one in self.totals_before.get(part.number, ())
            ),
        )

    @staticmethod
    def _said_before(
        before: dict[str, EntryContent], measures: Sequence[AskedMeasure]
    ) -> EntryContent | None:
        return said_as_one(
            before[measure.number] for measure in measures if measure.number in before
        )


def _named(measure: AskedMeasure) -> Named:
    return measure.number, measure.title


def _content(entry: Entry, readings: list[Reading], problem: OpenProblem | None) -> EntryContent:
    """The working copy; what it says of a problem that is asked about no more is left out."""
    content = content_of(entry, readings)
    follow_up = content.follow_up
    if follow_up is None or (problem and problem.problem_id == follow_up.problem_id):
        return content
    return replace(content, follow_up=None)


def writing_state(report: Report) -> ReportState:
    """The state as the writing shows it: filling while a filed report is being corrected.

    What lies before the leader, a correction too, waits for the signature.
    """
    if report.signing:
        return ReportState.SIGNING
    return ReportState.FILLING if report.correcting else report.state


def report_to_file(
    session: Session,
    rows: ReportRows,
    person: Person,
    entries: tuple[FiledEntry, ...],
    *,
    revision: int,
    receipt: str,
    reason: str,
    return_answer: str = "",
    on_behalf: bool = False,
    filed_at: datetime,
) -> FiledReport:
    """The entries as a filed report of the unit; `filed_at` is in the office's zone."""
    liaison = _liaison(reaches_of_unit(session, rows.unit.id))
    return FiledReport(
        office=rows.office.name,
        plan_title=rows.plan.title,
        unit=rows.unit.name,
        official_name=rows.unit.official_name,
        period=rows.cycle.period,
        revision=revision,
        receipt=receipt,
        filed_at=filed_at,
        filed_by=person.name,
        contact_name=liaison.name if liaison else person.name,
        contact_phone=liaison.phone if liaison else "",
        entries=entries,
        correction_reason=reason,
        return_answer=return_answer,
        exempt=exempt_measures(session, rows.report.id),
        on_behalf=on_behalf,
    )


IsComplete = Callable[[ReportEntry], bool]


def ledger(
    session: Session,
    cycle: Cycle,
    zone: ZoneInfo,
    *,
    now: datetime,
    is_complete: IsComplete,
    limits: CheckLimits = USUAL_LIMITS,
    problem_overdue_after: timedelta = PROBLEM_OVERDUE_AFTER,
    numbers: Collection[str] | None = None,
) -> Ledger:
    """The cycle as the coordinator sees it at `now`.

    is_complete: what the units' own people read of a measure, that it is filled in.
    numbers: measures that alone count as asked and answered; None for all.
    """
    plan = session.get_one(Plan, cycle.plan_id)
    office = session.get_one(Office, cycle.office_id)
    reminded = reminders_sent(session, cycle.id)
    asked_count = _asked(session, cycle.id, numbers)
    in_review = set(reports_in_review(session, cycle.office_id))
    asked = {one.report_id: one.until for one in requests_waiting(session, cycle.office_id)}
    exempt = _exempt_measures(session, Report.cycle_id == cycle.id)
    counted = counted_moments(session, [cycle.id])
    ticks = ticks_of_cycle(session, cycle.id)
    rows = reports_of_cycle(session, cycle.id)
    missed = not_reached(session, [report.id for report, _ in rows], zone)
    over_at = month_over_at(session, cycle, now=now)
    problems = followed_problems(
        session,
        cycle.office_id,
        zone=zone,
        overdue_after=problem_overdue_after,
        now=now,
        plan_id=cycle.plan_id,
        closed_since=cycle.opens_at,
    )
    if over_at is not None:
        problems = problems_as_they_stood(
            session,
            problems,
            cycle.period,
            over_at,
            since=cycle.opens_at,
            overdue_after=problem_overdue_after,
        )
    reports = [
        _ledger_report(
            session,
            report,
            unit,
            cycle,
            reminded=reminded.get(report.id, (0, None)),
            asked_count=asked_count.get(report.id, 0),
            answered_count=_answered(
                session,
                report,
                is_complete,
                numbers,
                asked=asked_count.get(report.id, 0),
                zone=zone,
                limits=limits,
            ),
            awaits_review=report.id in in_review,
            asks_until=asked.get(report.id),
            exempt=exempt.get(report.id, ()),
            counted_at=counted.get(report.id),
            ticks=ticks.get(report.id, NO_TICKS),
            missed=missed.get(report.id, ()),
            zone=zone,
            now=now,
        )
        for report, unit in rows
    ]
    return Ledger(
        office=office.name,
        plan_title=plan.title,
        period=cycle.period,
        as_of=now.astimezone(zone),
        opens_at=cycle.opens_at.astimezone(zone),
        due_at=cycle.due_at.astimezone(zone),
        locks_at=cycle.locks_at.astimezone(zone),
        on_time_by=cycle.on_time_by,
        provisional=has_guessed_days(session, cycle, zone),
        reports=tuple(reports),
        measures=_ledger_measures(session, cycle, plan),
        unassigned=tuple(unassigned_mentions(session, cycle.edition_id)),
        problems=tuple(problems),
        month_over_at=over_at.astimezone(zone) if over_at else None,
        highlights=tuple(
            highlights_of_office(
                session, cycle.office_id, zone=zone, month=cycle.period, plan_id=cycle.plan_id
            )
        ),
    )


def _ledger_report(
    session: Session,
    report: Report,
    unit: Unit,
    cycle: Cycle,
    *,
    reminded: tuple[int, datetime | None],
    asked_count: int,
    answered_count: int,
    awaits_review: bool,
    asks_until: datetime | None,
    exempt: tuple[ExemptMeasure, ...],
    counted_at: datetime | None,
    ticks: Ticks,
    missed: tuple[NotReached, ...],
    zone: ZoneInfo,
    now: datetime,
) -> LedgerReport:
    reaches = reaches_of_unit(session, unit.id)
    revision = newest_revision(session, report.id)
    returned = open_return(session, report.id)
    sent, last_sent_at = reminded
    return LedgerReport(
        unit=unit.name,
        official_name=unit.official_name,
        state=report.state,
        timeliness=timeliness(report, cycle.due_at, counted_at=counted_at, now=now),
        asked=asked_count,
        answered=answered_count,
        first_filed_at=report.first_filed_at.astimezone(zone) if report.first_filed_at else None,
        filed=filed_content(revision) if revision else None,
        return_reason=returned.reason if returned else "",
        contacts=tuple((reach.kind, reach.name, reach.phone) for reach in reaches),
        reminders_sent=sent,
        last_reminded_at=last_sent_at.astimezone(zone) if last_sent_at else None,
        unreachable=not any(reach.reachable for reach in reaches),
        awaits_review=awaits_review,
        extended_to=report.extended_to.astimezone(zone) if report.extended_to else None,
        extension_counts=report.extension_counts,
        asks_until=asks_until.astimezone(zone) if asks_until else None,
        exempt_reason=report.exempt_reason,
        exempt=exempt,
        counted_at=counted_at.astimezone(zone) if counted_at else None,
        ticks=ticks.local(zone),
        not_reached=missed,
    )


def _asked(session: Session, cycle_id: int, numbers: Collection[str] | None) -> dict[int, int]:
    """By report, how many measures are asked of the unit."""
    rows = (
        select(Entry.report_id, func.count(col(Entry.id)))
        .join(Report, col(Report.id) == Entry.report_id)
        .where(Report.cycle_id == cycle_id, col(Entry.exempt).is_(False))
        .group_by(col(Entry.report_id))
    )
    if numbers is not None:
        rows = (
            rows.join(Assignment, col(Assignment.id) == Entry.assignment_id)
            .join(Measure, col(Measure.id) == Assignment.measure_id)
            .where(col(Measure.number).in_(numbers))
        )
    return dict(session.exec(rows).all())


def _answered(
    session: Session,
    report: Report,
    is_complete: IsComplete,
    numbers: Collection[str] | None,
    *,
    asked: int,
    zone: ZoneInfo,
    limits: CheckLimits,
) -> int:
    """Of how many of them all is said; what is filed is said whole."""
    if report.state in FILED_STATES and not report.correcting:
        return asked
    rows = report_rows(session, report.id) if report.state in _BEGUN else None
    if rows is None:
        return 0
    working = working_report(session, rows, zone, limits=limits)
    each = (m for e in working.entries if is_complete(e) for m in e.measure.each)
    return sum(numbers is None or measure.number in numbers for measure in each)


_BEGUN = frozenset(ReportState) - {ReportState.NOT_STARTED}


def exempt_measures(session: Session, report_id: int) -> tuple[ExemptMeasure, ...]:
    """What the report's unit has and need not report on, in the plan's order."""
    return _exempt_measures(session, Report.id == report_id).get(report_id, ())


def _exempt_measures(
    session: Session, of: ColumnElement[bool] | bool
) -> dict[int, tuple[ExemptMeasure, ...]]:
    """By report; one query."""
    found: dict[int, tuple[ExemptMeasure, ...]] = {}
    for report_id, entry_id, number, reason in session.exec(
        select(Report.id, Entry.id, Measure.number, Entry.exempt_reason)
        .join(Entry, col(Entry.report_id) == Report.id)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(of, col(Entry.exempt).is_(True))
        .order_by(col(Entry.position))
    ):
        one = ExemptMeasure(entry_id, number, reason)
        found[report_id] = (*found.get(report_id, ()), one)
    return found


def _asked_measures(
    session: Session, cycle: Cycle, plan: Plan, assignments: Sequence[Assignment]
) -> dict[int, AskedMeasure]:
    """By assignment id, the measure as that assignment's unit sees it."""
    return once(
        session,
        ("asked measures", cycle.id, tuple(assignment.id for assignment in assignments)),
        lambda: _read_measures(session, cycle, plan, assignments),
        of=(Section, Measure, TaskForce, Indicator, Assignment, Unit, Plan),
    )


def _read_measures(
    session: Session, cycle: Cycle, plan: Plan, assignments: Sequence[Assignment]
) -> dict[int, AskedMeasure]:
    measure_ids = [assignment.measure_id for assignment in assignments]
    paths = _section_paths(session, cycle.edition_id)
    indicators = _indicators(session, cycle, plan, measure_ids)
    units = _units(session, measure_ids)
    measures = {measure.id: (measure, force) for measure, force in _measures(session, measure_ids)}
    asked = {}
    for assignment in assignments:
        measure, force = measures[assignment.measure_id]
        asked[assignment.id] = AskedMeasure(
            number=measure.number,
            title=measure.title or "",
            text=measure.text,
            section_path=paths.get(measure.section_id, ()),
            task_force=force,
            role=assignment.role,
            others=tuple(
                (name, role)
                for unit_id, name, role in units[measure.id]
                if unit_id != assignment.unit_id
            ),
            indicators=(() if assignment.role is Role.COOPERATING else indicators[measure.id]),
            ask=assignment.ask,
        )
    return asked


@prepared
def _measures(measure_ids: Collection[int]) -> Select[Measure, str]:
    """Each with the name of its task force, or None."""
    return (
        select(Measure, col(TaskForce.name))
        .join(TaskForce, col(TaskForce.id) == Measure.task_force_id, isouter=True)
        .where(col(Measure.id).in_(measure_ids))
    )


def _supporters(
    session: Session,
    rows: ReportRows,
    leads: Sequence[tuple[Entry, Assignment]],
    named: Mapping[int, Named],
) -> dict[int, tuple[Supporter, ...]]:
    """By the lead's entry, what the other units asked in the cycle say; exempt ones left out.

    named: number and title of the measure, by the lead's entry.
    The working copy of a report that is filed and not being corrected is what was filed.
    """
    found: dict[int, tuple[Supporter, ...]] = defaultdict(tuple)
    led = {assignment.measure_id: entry.id for entry, assignment in leads}
    if not led:
        return found
    others = session.exec(
        select(Entry, Assignment, Unit.name, Report)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Report, col(Report.id) == Entry.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .where(
            Report.cycle_id == rows.cycle.id,
            col(Report.id) != rows.report.id,
            col(Report.exempt).is_(False),
            col(Entry.exempt).is_(False),
            col(Assignment.measure_id).in_(list(led)),
        )
        .order_by(col(Assignment.position))
    ).all()
    measures = {
        entry.id: (report.unit_id, named[led[assignment.measure_id]])
        for entry, assignment, _, report in others
    }
    before = problems_of_others(session, rows.cycle, measures) if others else {}
    for entry, assignment, unit, report in others:
        found[led[assignment.measure_id]] += (
            Supporter(
                unit=unit,
                role=assignment.role,
                content=content_of(entry, []),
                is_filed=report.state in FILED_STATES and not report.correcting,
                report_id=report.id,
                entry_id=entry.id,
                problem_before=before.get(entry.id),
            ),
        )
    return found


def leads_that_are_done(session: Session, rows: ReportRows) -> list[Lead]:
    """Of the report's measures those that another unit leads, and has filed as 已完成."""
    own = select(Assignment.measure_id).join(Entry, col(Entry.assignment_id) == Assignment.id)
    return [
        Lead(number, report.unit_id, unit, report.id, content_of(entry, []).explanations)
        for entry, report, unit, number in session.exec(
            select(Entry, Report, Unit.name, Measure.number)
            .join(Assignment, col(Assignment.id) == Entry.assignment_id)
            .join(Measure, col(Measure.id) == Assignment.measure_id)
            .join(Report, col(Report.id) == Entry.report_id)
            .join(Unit, col(Unit.id) == Report.unit_id)
            .where(
                Report.cycle_id == rows.cycle.id,
                col(Report.id) != rows.report.id,
                col(Report.state).in_(FILED_STATES),
                col(Report.correcting).is_(False),
                col(Entry.exempt).is_(False),
                Entry.status == EntryStatus.DONE,
                Assignment.role == Role.LEAD,
                col(Assignment.measure_id).in_(own.where(Entry.report_id == rows.report.id)),
            )
            .order_by(col(Measure.position))
        )
    ]


def _ledger_measures(session: Session, cycle: Cycle, plan: Plan) -> tuple[LedgerMeasure, ...]:
    edition_id = cycle.edition_id
    measures = list(
        session.exec(
            select(Measure).where(Measure.edition_id == edition_id).order_by(col(Measure.position))
        )
    )
    ids = [measure.id for measure in measures]
    not_due = set(_not_due(session, cycle))
    paths = _section_paths(session, edition_id)
    forces = _task_forces(session, edition_id)
    indicators = _indicators(session, cycle, plan, ids)
    units = _units(session, ids)
    return tuple(
        LedgerMeasure(
            number=measure.number,
            title=measure.title or "",
            section_path=paths.get(measure.section_id, ()),
            task_force=forces.get(measure.task_force_id),
            units=tuple((name, role) for _, name, role in units[measure.id]),
            indicators=indicators[measure.id],
            not_due=tuple(
                name
                for unit_id, name, _ in units[measure.id]
                if (measure.number, unit_id) in not_due
            ),
        )
        for measure in measures
    )


def _section_paths(session: Session, edition_id: int) -> dict[int | None, tuple[str, ...]]:
    paths: dict[int | None, tuple[str, ...]] = {None: ()}
    for section in _sections(session, edition_id):
        paths[section.id] = (*paths[section.parent_id], section.heading)
    return paths


@prepared
def _sections(edition_id: int) -> SelectOfScalar[Section]:
    sections = select(Section).where(Section.edition_id == edition_id)
    return sections.order_by(col(Section.position))


def _task_forces(session: Session, edition_id: int) -> dict[int | None, str]:
    forces = session.exec(select(TaskForce).where(TaskForce.edition_id == edition_id))
    return {force.id: force.name for force in forces}


def _indicators(
    session: Session, cycle: Cycle, plan: Plan, measure_ids: Iterable[int]
) -> dict[int | None, tuple[AskedIndicator, ...]]:
    """By measure. The time of each runs from its start, else the plan's, to its deadline or end."""
    found: dict[int | None, tuple[AskedIndicator, ...]] = defaultdict(tuple)
    for row in _indicators_of(session, list(measure_ids)):
        found[row.measure_id] += (_asked_indicator(row, cycle, plan),)
    return found


@prepared
def _indicators_of(measure_ids: Collection[int]) -> SelectOfScalar[Indicator]:
    of_measures = select(Indicator).where(col(Indicator.measure_id).in_(measure_ids))
    return of_measures.order_by(col(Indicator.position))


def plan_indicators(session: Session, cycle: Cycle, plan: Plan) -> tuple[AskedIndicator, ...]:
    """The targets of the whole plan, as the cycle's edition names them."""
    rows = select(Indicator).where(
        Indicator.edition_id == cycle.edition_id, col(Indicator.measure_id).is_(None)
    )
    return tuple(
        _asked_indicator(row, cycle, plan)
        for row in session.exec(rows.order_by(col(Indicator.position)))
    )


def _asked_indicator(row: Indicator, cycle: Cycle, plan: Plan) -> AskedIndicator:
    ends_on = row.deadline or plan.last_period.last_day
    starts_on = row.starts_on or usual_start(plan.first_period, ends_on)
    return AskedIndicator(
        indicator_id=row.id,
        name=row.name,
        target=row.target,
        unit_of_measure=row.unit_of_measure,
        comparator=row.comparator,
        direction=row.direction,
        baseline=row.baseline,
        deadline=row.deadline,
        cumulative=row.cumulative,
        time_passed=time_passed(starts_on, ends_on, on=cycle.period.last_day),
        starts_on=starts_on,
        period=cycle.period,
    )


def _units(session: Session, measure_ids: Iterable[int]) -> dict[int, list[tuple[int, str, Role]]]:
    """By measure, who has it: unit id, name, role; lead first, then as the plan names them."""
    found: dict[int, list[tuple[int, str, Role]]] = defaultdict(list)
    for measure_id, unit_id, name, role in _units_of(session, list(measure_ids)):
        found[measure_id].append((unit_id, name, role))
    for units in found.values():
        units.sort(key=lambda unit: _LEAD_FIRST.index(unit[2]))
    return found


@prepared
def _units_of(measure_ids: Collection[int]) -> Select[int, int, str, Role]:
    return (
        select(col(Assignment.measure_id), col(Unit.id), col(Unit.name), col(Assignment.role))
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(col(Assignment.measure_id).in_(measure_ids))
        .order_by(col(Assignment.position))
    )


def _readings(session: Session, report_id: int) -> dict[int, list[Reading]]:
    found: dict[int, list[Reading]] = defaultdict(list)
    for reading in _read_at(session, report_id):
        found[reading.entry_id].append(reading)
    return found


@prepared
def _read_at(report_id: int) -> SelectOfScalar[Reading]:
    return (
        select(Reading)
        .join(Entry, col(Entry.id) == Reading.entry_id)
        .where(Entry.report_id == report_id)
        .order_by(col(Reading.indicator_id))
    )


@dataclass(frozen=True, slots=True)
class _Filed:
    """A unit's newest revision for a period. minutes: that were spent on the report, if known."""

    revision: Revision
    minutes: int | None

    def said(self) -> dict[str, EntryContent]:
        """By measure number."""
        return {
            measure.number: entry.content
            for entry in filed_content(self.revision).entries
            for measure in entry.measure.each
        }


def _filed_before(
    session: Session, rows: ReportRows, measures: Iterable[AskedMeasure]
) -> dict[int, _Filed]:
    """By how many months before, what the unit has filed, as far back as its questions look."""
    return _filed_at(session, rows, _looked_back(measures))


def _looked_back(measures: Iterable[AskedMeasure]) -> set[int]:
    months = {_NOW, _LAST, 2 * _LAST}
    if any(measure.ask is Ask.QUARTERLY for measure in measures):
        months |= {MONTHS_OF_QUARTER, 2 * MONTHS_OF_QUARTER}
    return months


def _filed_at(session: Session, rows: ReportRows, months: Collection[int]) -> dict[int, _Filed]:
    """Likewise, of these months before."""
    before = {rows.cycle.period.shifted(-back): back for back in months}
    filed = _newest_revisions(session, rows.plan.id, rows.unit.id, list(before)) if before else ()
    return {
        before[period]: _Filed(revision, -(-seconds // 60) or None)
        for period, seconds, revision in filed
    }


@prepared
def _newest_revisions(
    plan_id: int, unit_id: int, periods: Collection[Period]
) -> Select[Period, int, Revision]:
    newest = select(func.max(col(Revision.number))).where(Revision.report_id == Report.id)
    return (
        select(col(Cycle.period), col(Report.worked_seconds), Revision)
        .join(Report, col(Report.cycle_id) == Cycle.id)
        .join(Revision, col(Revision.report_id) == Report.id)
        .where(
            Cycle.plan_id == plan_id,
            col(Cycle.period).in_(periods),
            Report.unit_id == unit_id,
            col(Revision.number) == newest.correlate(Report).scalar_subquery(),
        )
    )


def _said_before(
    measures: Iterable[AskedMeasure], filed: Mapping[int, _Filed], *, times: int
) -> dict[str, EntryContent]:
    """What the unit filed when it was asked so many times before, by measure number.

    That is a month before, and of what is asked quarterly a quarter before.
    """
    quarterly = {measure.number for measure in measures if measure.ask is Ask.QUARTERLY}
    of_month, of_quarter = (
        filed[back].said() if back in filed else {}
        for back in (_LAST * times, MONTHS_OF_QUARTER * times)
    )
    monthly = {number: content for number, content in of_month.items() if number not in quarterly}
    return monthly | {n: content for n, content in of_quarter.items() if n in quarterly}


def _totals_before(
    session: Session,
    rows: ReportRows,
    measures: Sequence[AskedMeasure],
    filed: Mapping[int, _Filed],
    last: Mapping[str, EntryContent],
) -> dict[str, tuple[FiledFigure, ...]]:
    """By measure number, of each total without a value the time before, the newest filed one.

    The months that are not among `filed` are read by one query, and only where there is such one.
    """
    wanted = totals_wanted(measures, last)
    if not wanted:
        return {}
    month = rows.cycle.period
    since = Period.between(rows.plan.first_period, month.shifted(-1))
    months = {back for back, _ in enumerate(since, _LAST)}
    known = {**filed, **_filed_at(session, rows, months - _looked_back(measures))}
    newest_first = sorted(known.keys() - {_NOW})
    return totals_before(
        wanted,
        ((month.shifted(-back), filed_content(known[back].revision)) for back in newest_first),
    )


def _not_due(session: Session, cycle: Cycle) -> list[tuple[str, int]]:
    """Measures and units that are asked quarterly and not in this period: number, unit id."""
    if cycle.period.closes_quarter:
        return []
    quarterly = (
        select(col(Measure.number), col(Assignment.unit_id))
        .join(Assignment, col(Assignment.measure_id) == Measure.id)
        .where(Measure.edition_id == cycle.edition_id, Assignment.ask == Ask.QUARTERLY)
        .order_by(col(Measure.position))
    )
    key = ("not due", cycle.edition_id)
    return list(once(session, key, lambda: session.exec(quarterly).all(), of=(Measure, Assignment)))


def _assigned_for_later(session: Session, cycle: Cycle, unit_id: int) -> list[Assignment]:
    """What the unit is asked quarterly and not in this period, in the plan's order."""
    if cycle.period.closes_quarter:
        return []
    quarterly = (
        select(Assignment)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(
            Measure.edition_id == cycle.edition_id,
            Assignment.ask == Ask.QUARTERLY,
            Assignment.unit_id == unit_id,
        )
        .order_by(col(Measure.position))
    )
    key = ("assigned for later", cycle.edition_id, unit_id)
    return list(once(session, key, lambda: session.exec(quarterly).all(), of=(Measure, Assignment)))


def report_before(session: Session, rows: ReportRows) -> Report | None:
    """The unit's report of the month before, whatever became of it."""
    cycle = cycle_of(session, rows.plan.id, rows.cycle.period.shifted(-1))
    before = report_of_unit(session, cycle.id, rows.unit.id) if cycle else None
    return before.report if before else None


def _liaison(reaches: Sequence[Reach]) -> Reach | None:
    return next((reach for reach in reaches if reach.kind is ContactKind.LIAISON), None)
