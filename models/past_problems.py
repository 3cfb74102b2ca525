"""Problems as they stood when a month was over: what came later belongs to the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.cycles import Cycle, Entry, newest_revision
from models.editions import Assignment, Measure
from models.filing import filed_content
from models.problems import ASKS, ProblemNote
from vocabulary.period import Period
from vocabulary.problems import state_after
from vocabulary.report import FiledEntry, FollowedProblem, ProblemWord
from vocabulary.terms import LIVING, ProblemEvent, ProblemState

_SAYS_NOTHING_NEW = frozenset({ProblemEvent.RAISED, ProblemEvent.WITHDRAWN})


def month_over_at(session: Session, cycle: Cycle, *, now: datetime) -> datetime | None:
    """When the next month was opened; None while this one is the newest of its plan."""
    return session.exec(
        select(func.min(Cycle.opens_at)).where(
            Cycle.plan_id == cycle.plan_id,
            col(Cycle.period) > cycle.period,
            col(Cycle.opens_at) <= now,
        )
    ).one()


def problems_as_they_stood(
    session: Session,
    problems: Iterable[FollowedProblem],
    period: Period,
    over_at: datetime,
    *,
    since: datetime,
    overdue_after: timedelta,
) -> list[FollowedProblem]:
    """Of these what was not closed when the month was over, or had been closed since it opened.

    What a report of the month says that came late belongs to it all the same.

    problems: as they stand now, in the order in which the office reads them.
    """
    found = []
    for problem in problems:
        if problem.since > period:
            continue
        then = _told_by(problem, period, over_at)
        if then.history != problem.history:
            then = _with_words(session, then, period)
        if then.closed_at is not None and then.closed_at < since:
            continue
        is_overdue = then.state in LIVING and over_at - then.raised_at > overdue_after
        found.append(replace(then, is_overdue=is_overdue))
    return sorted(found, key=lambda one: (one.closed_at is not None, not one.is_overdue))


def _told_by(problem: FollowedProblem, period: Period, over_at: datetime) -> FollowedProblem:
    """What its reports have said until this month's, and what was said beside them until then."""
    history = tuple(
        said
        for said in problem.history
        if (said.at < over_at if said.period is None else said.period <= period)
    )
    then = replace(
        problem,
        history=history,
        state=ProblemState.OPEN,
        question="",
        closed_at=None,
        closed_by="",
        closed_how="",
    )
    for said in sorted(history, key=lambda one: one.at):
        then = _after(then, said)
    return then


def _after(problem: FollowedProblem, said: ProblemWord) -> FollowedProblem:
    state = state_after(problem.state, said.event)
    if said.event is ProblemEvent.CLOSED:
        return replace(
            problem,
            state=state,
            question="",
            closed_at=said.at,
            closed_by=said.by,
            closed_how=said.words,
        )
    if said.event in ASKS:
        problem = replace(problem, question=said.words)
    elif said.event not in _SAYS_NOTHING_NEW:
        problem = replace(problem, question="")
    if state is ProblemState.CLOSED:
        return problem
    return replace(problem, state=state, closed_at=None, closed_by="", closed_how="")


def _with_words(session: Session, problem: FollowedProblem, period: Period) -> FollowedProblem:
    """Its words as the month's report, or one before it, had them last."""
    notes = session.exec(
        select(ProblemNote.entry_id)
        .where(
            ProblemNote.problem_id == problem.problem_id,
            col(ProblemNote.period) <= period,
            col(ProblemNote.entry_id).is_not(None),
        )
        .order_by(col(ProblemNote.period).desc(), col(ProblemNote.id).desc())
    )
    said = [found for entry_id in notes if (found := _filed(session, entry_id)) is not None]
    named = [one for one in said if one.content.problem]
    if not named:
        return problem
    step = next((one.content.next_step for one in named if one.content.next_step), "")
    newest = named[0]
    measure = newest.measure.each[0]
    return replace(
        problem,
        number=measure.number,
        title=measure.title,
        words=newest.content.problem,
        next_step=step,
        help_from=newest.content.help_from,
    )


def _filed(session: Session, entry_id: int | None) -> FiledEntry | None:
    """What the newest revision says there."""
    row = session.exec(
        select(Entry.report_id, Measure.number)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Entry.id == entry_id)
    ).first()
    revision = newest_revision(session, row[0]) if row else None
    if row is None or revision is None:
        return None
    return next(
        (
            entry
            for entry in filed_content(revision).entries
            if any(measure.number == row[1] for measure in entry.measure.each)
        ),
        None,
    )
