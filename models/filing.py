"""The deeds on a report: answering, filing, correcting, returning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from pydantic import TypeAdapter
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models.chases import open_chase, settle_chase_of_office, settle_chases
from models.cycles import (
    FILED_STATES,
    OPEN_STATES,
    Cycle,
    Entry,
    Reading,
    Report,
    Return,
    Revision,
    entries_asked,
    newest_revision,
    open_return,
)
from models.editions import Assignment, Indicator
from models.evidence import mark_evidence_filed, restore_evidence
from models.extensions import withdraw_request
from models.people import Person
from models.prepared import prepared
from models.problems import keep_problems
from models.signing import end_signing
from vocabulary.errors import Stale
from vocabulary.report import EntryContent, Explanation, Figure, FiledReport, FollowUp
from vocabulary.terms import ChaseKind, EntrySource, ReportState, SigningEnd

# A pause longer than this between two answers is not counted as work on the report.
_LONGEST_PAUSE = timedelta(minutes=5)

_FILED = TypeAdapter(FiledReport)
_EXPLANATIONS = TypeAdapter(tuple[Explanation, ...])
_FOLLOW_UP = TypeAdapter(FollowUp)
_PARSED = 64
"""Filed reports that are kept as read: those of the people who are writing just now."""


def content_of(entry: Entry, readings: list[Reading]) -> EntryContent:
    """The working copy as a value."""
    return EntryContent(
        status=entry.status,
        text=entry.text,
        problem=entry.problem,
        next_step=entry.next_step,
        no_progress=entry.no_progress,
        no_progress_reason=entry.no_progress_reason,
        figures=tuple(
            Figure(reading.indicator_id, reading.value, approximate=reading.approximate)
            for reading in readings
        ),
        explanations=_EXPLANATIONS.validate_json(entry.explanations or "[]"),
        follow_up=_FOLLOW_UP.validate_json(entry.follow_up) if entry.follow_up else None,
        help_from=entry.help_from,
        problem_stands=entry.problem_stands,
    )


def filed_content(revision: Revision) -> FiledReport:
    """What was filed, as it was filed."""
    return _parsed(revision.content)


@lru_cache(maxsize=_PARSED)
def _parsed(content: str) -> FiledReport:
    """The same words mean the same report: next month reads this one at every answer."""
    return _FILED.validate_json(content)


def is_writable(report: Report) -> bool:
    """Whether answers may change the working copy."""
    is_open = report.state in OPEN_STATES or report.correcting
    return is_open and not report.exempt and not report.signing


def _require_writable(session: Session, report: Report, now: datetime) -> None:
    """A correction begun before the lock cannot be ended after it: the ledger has gone out."""
    if not is_writable(report):
        raise Stale
    if report.correcting and now >= session.get_one(Cycle, report.cycle_id).locks_at:
        raise Stale


def record_content(
    session: Session,
    report: Report,
    entry: Entry,
    content: EntryContent,
    person: Person | None,
    *,
    skipped: bool = False,
    source: EntrySource = EntrySource.CHAT,
    now: datetime,
) -> EntryContent:
    """Writes an entry's working copy. Raises Stale when it, or its report, is not to be written.

    Who leaves the content as it is has not answered it. What is said in a shared paragraph is said
    of each of its entries. Gives what was said before.
    person: None for whoever sits at the command line.
    """
    if entry.exempt:
        raise Stale
    note_change(session, report, now=now)
    together = _together(session, entry)
    before = _content_now(session, together)
    is_new = content != before
    if is_new:
        _write_together(session, together, content)
    version = max(one.version for one in together) + is_new
    for one in together:
        one.skipped, one.version = skipped, version
        if is_new:
            one.source, one.answered_at = source, now
            one.answered_by_id = person.id if person else None
    session.flush()
    return before


def note_change(session: Session, report: Report, *, now: datetime) -> None:
    """The working copy is another from here on. Raises Stale when it is not open for writing."""
    _require_writable(session, report, now)
    _count_work(report, now)
    report.version += 1
    if report.state is ReportState.NOT_STARTED:
        report.state = ReportState.FILLING


def _together(session: Session, entry: Entry) -> list[Entry]:
    """The entry with those that are asked in one paragraph with it, the first of them first."""
    if not entry.shared:
        return [entry]
    return next(
        group
        for group in entries_asked(session, entry.report_id)
        if entry.id in {one.id for one in group}
    )


def _content_now(session: Session, together: Sequence[Entry]) -> EntryContent:
    ids = [entry.id for entry in together]
    readings = select(Reading).where(col(Reading.entry_id).in_(ids))
    ordered = readings.order_by(col(Reading.indicator_id))
    return content_of(together[0], list(session.exec(ordered)))


def _write_together(session: Session, together: Sequence[Entry], content: EntryContent) -> None:
    """The content of what is asked as one: the same words for each, and its own figures."""
    if len(together) == 1:
        _write_content(session, together[0], content)
        return
    asked: dict[int, set[int]] = {entry.id: set() for entry in together}
    for entry_id, indicator_id in session.exec(
        select(col(Entry.id), col(Indicator.id))
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Indicator, col(Indicator.measure_id) == Assignment.measure_id)
        .where(col(Entry.id).in_(list(asked)))
    ):
        asked[entry_id].add(indicator_id)
    for entry in together:
        figures = tuple(f for f in content.figures if f.indicator_id in asked[entry.id])
        _write_content(session, entry, replace(content, figures=figures))


def spread_paragraph(session: Session, report: Report) -> None:
    """Who is asked again in a shared paragraph says what it says by now; figures stay their own."""
    of_report = select(Entry).where(Entry.report_id == report.id, col(Entry.shared).is_(True))
    shared = list(session.exec(of_report.order_by(col(Entry.position))))
    if not shared:
        return
    newest = max(shared, key=lambda entry: entry.version)
    said = content_of(newest, [])
    for entry in shared:
        if entry is not newest and not entry.exempt:
            _write_content(
                session, entry, replace(said, figures=_content_now(session, [entry]).figures)
            )
            entry.version, entry.skipped, entry.source = (
                newest.version,
                newest.skipped,
                newest.source,
            )
            entry.answered_at, entry.answered_by_id = newest.answered_at, newest.answered_by_id
    session.flush()


def _write_content(session: Session, entry: Entry, content: EntryContent) -> None:
    entry.status = content.status
    entry.text = content.text
    entry.problem = content.problem
    entry.next_step = content.next_step
    entry.no_progress = content.no_progress
    entry.no_progress_reason = content.no_progress_reason
    given = content.explanations
    entry.explanations = _EXPLANATIONS.dump_json(given).decode() if given else ""
    follow_up = content.follow_up
    entry.follow_up = _FOLLOW_UP.dump_json(follow_up).decode() if follow_up else ""
    entry.help_from = content.help_from
    entry.problem_stands = content.problem_stands
    _record_figures(session, entry, content)


def _record_figures(session: Session, entry: Entry, content: EntryContent) -> None:
    kept = {
        reading.indicator_id: reading
        for reading in session.exec(select(Reading).where(Reading.entry_id == entry.id))
    }
    for figure in content.figures:
        reading = kept.pop(figure.indicator_id, None) or Reading(
            entry_id=entry.id, indicator_id=figure.indicator_id
        )
        reading.value, reading.approximate = figure.value, figure.approximate
        session.add(reading)
    for reading in kept.values():
        session.delete(reading)


def _count_work(report: Report, now: datetime) -> None:
    if report.worked_at is not None:
        pause = now - report.worked_at
        report.worked_seconds += int(min(max(pause, timedelta()), _LONGEST_PAUSE).total_seconds())
    report.worked_at = now


def file_report(
    session: Session,
    report: Report,
    content: FiledReport,
    person: Person,
    *,
    signatory: Person | None = None,
    now: datetime,
) -> Revision:
    """Freezes the content as the next revision, settles the chases and answers the return.

    The problems live on by what it says of them. signatory: the leader who has signed it here.

    `content` was made with `next_revision_number` and `next_receipt` of this same unit.
    """
    _require_writable(session, report, now)
    revision = Revision(
        report_id=report.id,
        number=content.revision,
        receipt=content.receipt,
        content=_FILED.dump_json(content).decode(),
        filed_at=now,
        filed_by_id=person.id,
        signed_by_id=signatory.id if signatory else None,
        reason=content.correction_reason,
    )
    session.add(revision)
    if report.first_filed_at is None:
        report.first_filed_at = now
    report.state = ReportState.FILED
    report.correcting, report.correction_reason = False, ""
    report.worked_at = None
    report.version += 1
    returned = open_return(session, report.id)
    if returned is not None:
        returned.settled_at = now
    mark_evidence_filed(session, report.id)
    settle_chases(session, report.id, now=now)
    withdraw_request(session, report.id, now=now)
    keep_problems(session, report, content, person, now=now)
    session.flush()
    return revision


def next_revision_number(session: Session, report: Report) -> int:
    newest = newest_revision(session, report.id)
    return newest.number + 1 if newest else 1


def next_receipt(session: Session, report: Report, cycle: Cycle) -> str:
    """2022-07-0013: counted up over the cycle; a correction keeps the receipt of the first."""
    newest = newest_revision(session, report.id)
    if newest is not None:
        return newest.receipt
    cycle.receipts += 1
    return f"{cycle.period}-{cycle.receipts:04d}"


def open_correction(report: Report, cycle: Cycle, *, reason: str, now: datetime) -> None:
    """Opens a filed report for a correction. Raises Stale once the cycle is locked."""
    if report.state not in FILED_STATES or now >= cycle.locks_at:
        raise Stale
    report.correcting, report.correction_reason = True, reason
    report.correction_warned_at = None
    report.version += 1


def rewrite_reason(report: Report, was: str, reason: str) -> bool:
    """What somebody gave as the reason for the open correction reads otherwise; False for none."""
    if not report.correcting or was not in report.correction_reason:
        return False
    report.correction_reason = report.correction_reason.replace(was, reason, 1)
    report.version += 1
    return True


def corrections_open(session: Session, office_id: int) -> list[tuple[Report, Cycle]]:
    """Filed reports that are open for a correction, with their cycles."""
    rows = session.exec(
        select(Report, Cycle)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(Report.office_id == office_id, col(Report.correcting).is_(True))
        .order_by(col(Report.id))
    )
    return list(rows)


def end_correction(session: Session, report: Report, *, now: datetime) -> None:
    """It is not filed: locked, or given up. What was filed stands again."""
    end_signing(session, report, SigningEnd.CHANGED, now=now)
    report.correcting, report.correction_reason = False, ""
    report.version += 1
    _restore_filed(session, report, now)


def _restore_filed(session: Session, report: Report, now: datetime) -> None:
    """The working copy says what the newest revision says."""
    newest = newest_revision(session, report.id)
    if newest is None:
        return
    content = filed_content(newest)
    asked = entries_asked(session, report.id)
    for together, filed in zip(asked, content.entries, strict=True):
        _write_together(session, together, filed.content)
        for entry in together:
            entry.version += 1
    listed = {file.evidence_id for filed in content.entries for file in filed.evidence}
    restore_evidence(session, report.id, listed, now=now)


def return_report(
    session: Session, report: Report, person: Person, *, reason: str, now: datetime
) -> Return:
    """Sends the filed report back to its unit and starts chasing it.

    Raises Stale unless it is filed: two coordinators at once return it once.
    """
    newest = newest_revision(session, report.id)
    if report.state not in FILED_STATES or newest is None:
        raise Stale
    end_signing(session, report, SigningEnd.CHANGED, now=now)
    report.state = ReportState.RETURNED
    report.correcting, report.correction_reason = False, ""
    report.version += 1
    returned = Return(
        report_id=report.id,
        revision_id=newest.id,
        reason=reason,
        returned_at=now,
        returned_by_id=person.id,
    )
    session.add(returned)
    settle_chase_of_office(session, report.id, ChaseKind.REVIEW_WAITING, now=now)
    open_chase(session, report, ChaseKind.RETURNED, now=now)
    session.flush()
    return returned


def answer_return(session: Session, report: Report, answer: str) -> None:
    """Why the returned report stands as it is; filed with the next revision."""
    returned = open_return(session, report.id)
    if returned is None:
        raise Stale
    returned.answer = answer
    report.version += 1


def entry_in_report(session: Session, entry_id: int) -> tuple[Entry, Report] | None:
    row = _with_report(session, entry_id).first()
    return (row[0], row[1]) if row else None


@prepared
def _with_report(entry_id: int) -> Select[Entry, Report]:
    of_entry = select(Entry, Report).join(Report, col(Report.id) == Entry.report_id)
    return of_entry.where(Entry.id == entry_id)
