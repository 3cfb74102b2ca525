"""What a month's papers tell of its problems, they tell ever after, whatever later months bring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from dialog.steps import is_complete
from models.database import Database
from models.problems import ask_about_problem, close_problem, reopen_problem
from models.views import ledger
from tests.factories import ZONE, at
from tests.models.samples import WATER, Month, a_person
from tests.models.test_problems import (
    AUGUST,
    BEHIND,
    HANDLING,
    JULY,
    RESOLVED,
    UNCHANGED,
    WELL,
    cycle_of,
    files,
    problems,
    report_of,
    the_problem,
)
from vocabulary.period import Period
from vocabulary.report import Ledger
from vocabulary.terms import ProblemState

LATER = at(20, month=9)
OTHER = replace(BEHIND, problem="No permit.", next_step="Wait.")
Deed = Callable[[Session, Month], None]


def told(session: Session, month: Month, period: Period = JULY) -> Ledger:
    """As it is written in September, when August's cycle has long been opened."""
    return ledger(
        session, cycle_of(session, month, period), ZONE, now=LATER, is_complete=is_complete
    )


def closes(session: Session, day: int, month: int) -> None:
    close_problem(
        session, the_problem(session), a_person(session), how="Paid.", now=at(day, month=month)
    )


def _another_unit_has_one(session: Session, month: Month) -> None:
    files(session, report_of(session, month, AUGUST, WATER), BEHIND)


def _is_handled(session: Session, month: Month) -> None:
    files(session, report_of(session, month, AUGUST), OTHER, turn=HANDLING, words="Half.")


def _is_unchanged(session: Session, month: Month) -> None:
    files(session, report_of(session, month, AUGUST), BEHIND, turn=UNCHANGED)


def _is_resolved_and_closed(session: Session, month: Month) -> None:
    files(session, report_of(session, month, AUGUST), WELL, turn=RESOLVED, words="Paid.")
    closes(session, 5, 9)


def _is_closed_and_reopened(session: Session, month: Month) -> None:
    closes(session, 5, 9)
    reopen_problem(
        session, the_problem(session), a_person(session), reason="Is it?", now=at(6, month=9)
    )


def _is_asked_about(session: Session, month: Month) -> None:
    ask_about_problem(
        session, the_problem(session), a_person(session), question="How is it?", now=at(6, month=9)
    )


@pytest.mark.parametrize(
    "later",
    [
        _another_unit_has_one,
        _is_handled,
        _is_unchanged,
        _is_resolved_and_closed,
        _is_closed_and_reopened,
        _is_asked_about,
    ],
    ids=lambda deed: deed.__name__[1:],
)
def test_past_month_tells_its_problems_as_they_stood_when_the_next_was_opened(
    database: Database, month: Month, later: Deed
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        before = ledger(
            session,
            cycle_of(session, month, JULY),
            ZONE,
            now=at(31, 8, month=8),
            is_complete=is_complete,
        )
        assert before.month_over_at is None
        assert len(before.problems) == 1
        cycle_of(session, month, AUGUST)
        later(session, month)
        after = told(session, month)
        assert after.month_over_at == cycle_of(session, month, AUGUST).opens_at
        assert after.problems == before.problems

    database.run(play)


@pytest.mark.parametrize(
    ("closed_on", "july", "august"),
    [
        ((10, 8), ProblemState.CLOSED, None),
        ((5, 9), ProblemState.OPEN, ProblemState.CLOSED),
    ],
)
def test_closure_counts_in_one_month_alone(
    database: Database,
    month: Month,
    closed_on: tuple[int, int],
    july: ProblemState,
    august: ProblemState | None,
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        cycle_of(session, month, AUGUST)
        closes(session, *closed_on)
        assert [one.state for one in told(session, month).problems] == [july]
        found = [one.state for one in told(session, month, AUGUST).problems]
        assert found == ([august] if august else [])

    database.run(play)


def test_newest_month_tells_them_as_they_stand_now(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        _is_handled(session, month)
        (problem,) = told(session, month, AUGUST).problems
        assert (problem.words, problem.state) == ("No permit.", ProblemState.HANDLING)
        assert told(session, month, AUGUST).month_over_at is None

    database.run(play)


def test_age_and_whether_it_is_overdue_stop_with_the_month(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        cycle_of(session, month, AUGUST)
        (problem,) = problems(session)
        assert LATER - problem.raised_at > timedelta(days=40)
        july = ledger(
            session,
            cycle_of(session, month, JULY),
            ZONE,
            now=LATER,
            is_complete=is_complete,
            problem_overdue_after=timedelta(days=40),
        )
        (then,) = july.problems
        assert not then.is_overdue
        assert then.days(july.problems_as_of) < 30

    database.run(play)


def test_late_report_belongs_to_its_month(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        cycle_of(session, month, AUGUST)
        files(session, report_of(session, month), BEHIND)
        the_problem(session).raised_at = at(4, month=9)
        (problem,) = told(session, month).problems
        assert (problem.words, problem.state) == ("No money.", ProblemState.OPEN)
        assert problem.days(told(session, month).problems_as_of) == 0

    database.run(play)
