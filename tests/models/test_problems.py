"""A problem lives from the report that raises it until the office closes it; silence ends none."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from dialog.filed import as_filed
from models.chases import Chase, open_problem_chase, problem_chase
from models.cycles import Cycle, Report
from models.database import Database
from models.editions import Plan
from models.filing import (
    file_report,
    next_receipt,
    next_revision_number,
    open_correction,
    record_content,
    return_report,
)
from models.problems import (
    AnotherProblemOpen,
    Problem,
    ProblemNote,
    answer_about_problem,
    ask_about_problem,
    chase_overdue_problems,
    close_problem,
    followed_problems,
    is_asked_by_itself,
    reopen_problem,
)
from models.views import report_to_file, working_report
from tests.factories import ZONE, a_content, at
from tests.models.samples import (
    ROADS,
    WATER,
    Month,
    a_person,
    assigned,
    entries,
    load,
    opened,
    rows_of,
)
from vocabulary.errors import Stale
from vocabulary.period import Period
from vocabulary.problems import placed, state_after
from vocabulary.report import EntryContent, FiledEntry, FollowedProblem, FollowUp, OpenProblem
from vocabulary.terms import ChaseKind, EntryStatus, ProblemEvent, ProblemState, ProblemTurn, Role

JULY, AUGUST = Period(2022, 7), Period(2022, 8)
BEHIND = a_content(EntryStatus.BEHIND, problem="No money.", next_step="Ask for it.")
WELL = a_content()
RESOLVED, HANDLING, UNCHANGED = ProblemTurn
OVERDUE_AFTER = timedelta(days=60)


def cycle_of(session: Session, month: Month, period: Period) -> Cycle:
    if period == JULY:
        return month.cycle(session)
    known = session.exec(select(Cycle).where(Cycle.period == period)).first()
    cycle = known or opened(session, month.plan_id, period)
    assert cycle is not None
    return cycle


def report_of(session: Session, month: Month, period: Period = JULY, unit: str = ROADS) -> Report:
    return month.report(session, unit, cycle_of(session, month, period).id)


def asked(session: Session, report: Report, number: str = "2") -> OpenProblem | None:
    """What the entry of the measure has to speak of."""
    working = working_report(session, rows_of(session, report), ZONE)
    return next(e for e in working.entries if e.measure.number == number).measure.open_problem


def files(
    session: Session,
    report: Report,
    content: EntryContent = WELL,
    *,
    turn: ProblemTurn | None = None,
    words: str = "",
    number: str = "2",
    reason: str = "",
    day: int = 3,
) -> None:
    """Files the report, with this content at the measure; the other measures are well."""
    now = at(day, month=report_month(session, report))
    person = a_person(session)
    working = working_report(session, rows_of(session, report), ZONE)
    by_id = {entry.entry_id: entry for entry in working.entries}
    for row in entries(session, report):
        entry = by_id[row.id]
        said = content if entry.measure.number == number else WELL
        problem = entry.measure.open_problem
        if problem is not None and turn is not None:
            said = replace(said, follow_up=FollowUp(problem.problem_id, turn, words))
        record_content(session, report, row, said, person, now=now)
    working = working_report(session, rows_of(session, report), ZONE)
    filed = report_to_file(
        session,
        rows_of(session, report),
        person,
        tuple(FiledEntry(entry.measure, as_filed(entry)) for entry in working.entries),
        revision=next_revision_number(session, report),
        receipt=next_receipt(session, report, rows_of(session, report).cycle),
        reason=reason,
        filed_at=now.astimezone(ZONE),
    )
    file_report(session, report, filed, person, now=now)


def report_month(session: Session, report: Report) -> int:
    return session.get_one(Cycle, report.cycle_id).period.month + 1


def corrects(session: Session, report: Report, content: EntryContent, **how: object) -> None:
    cycle = session.get_one(Cycle, report.cycle_id)
    now = at(4, month=report_month(session, report))
    open_correction(report, cycle, reason="a slip", now=now)
    files(session, report, content, reason="a slip", day=5, **how)  # type: ignore[arg-type]


def problems(session: Session) -> list[Problem]:
    return list(session.exec(select(Problem).order_by("id")))


def the_problem(session: Session) -> Problem:
    (problem,) = problems(session)
    return problem


def history(session: Session, problem: Problem) -> list[tuple[str, str]]:
    notes = select(ProblemNote).where(ProblemNote.problem_id == problem.id).order_by("id")
    return [(note.event.value, note.words) for note in session.exec(notes)]


def followed(session: Session, month: Month, **how: object) -> list[FollowedProblem]:
    return followed_problems(
        session,
        month.office_id,
        zone=ZONE,
        overdue_after=OVERDUE_AFTER,
        now=at(3, month=9),
        **how,  # type: ignore[arg-type]
    )


# ── it is raised ───────────────────────────────────────────────────────────────────────────────


def test_filed_problem_is_raised_and_asked_about_in_the_next_month(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        problem = the_problem(session)
        assert (problem.words, problem.next_step, problem.since) == (
            "No money.",
            "Ask for it.",
            JULY,
        )
        assert (problem.state, problem.number) == (ProblemState.OPEN, "2")
        assert history(session, problem) == [("raised", "No money.")]
        assert asked(session, report_of(session, month)) is None
        found = asked(session, report_of(session, month, AUGUST))
        assert found == OpenProblem(problem.id, "No money.", "Ask for it.", JULY)
        assert asked(session, report_of(session, month, AUGUST), "4") is None
        assert asked(session, report_of(session, month, AUGUST, WATER), "4") is None

    database.run(play)


def test_problem_that_is_only_written_is_none_yet(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        report = report_of(session, month)
        for entry in entries(session, report):
            record_content(session, report, entry, BEHIND, a_person(session), now=at(3))
        assert problems(session) == []

    database.run(play)


def test_correction_changes_the_problem_and_raises_no_second_one(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        report = report_of(session, month)
        files(session, report, BEHIND)
        corrects(session, report, replace(BEHIND, problem="No land.", help_from="Water"))
        problem = the_problem(session)
        assert (problem.words, problem.help_from) == ("No land.", "Water")
        assert history(session, problem) == [("raised", "No land.")]

    database.run(play)


def test_returned_report_filed_again_with_its_problem_changes_nothing_of_it(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        report = report_of(session, month)
        files(session, report, BEHIND)
        return_report(session, report, a_person(session), reason="too short", now=at(4))
        files(session, report, BEHIND, day=5)
        problem = the_problem(session)
        assert (problem.state, problem.raised_at) == (ProblemState.OPEN, at(3))
        assert len(history(session, problem)) == 1

    database.run(play)


def test_problem_left_out_by_a_correction_waits_for_the_offices_word(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        report = report_of(session, month)
        files(session, report, BEHIND)
        corrects(session, report, WELL)
        problem = the_problem(session)
        assert problem.state is ProblemState.RESOLVED
        assert history(session, problem) == [("withdrawn", "a slip")]
        corrects(session, report, BEHIND)
        assert the_problem(session).state is ProblemState.OPEN

    database.run(play)


# ── it lives on ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("turn", "words", "state"),
    [
        (UNCHANGED, "", ProblemState.OPEN),
        (HANDLING, "Half is paid.", ProblemState.HANDLING),
        (RESOLVED, "All is paid.", ProblemState.RESOLVED),
    ],
)
def test_month_after_says_what_has_become_of_it(
    database: Database, month: Month, turn: ProblemTurn, words: str, state: ProblemState
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        files(session, report_of(session, month, AUGUST), turn=turn, words=words)
        problem = the_problem(session)
        assert problem.state is state
        assert history(session, problem) == [("raised", "No money."), (turn.value, words)]
        september = asked(session, report_of(session, month, Period(2022, 9)))
        assert (september is not None) == (turn is not RESOLVED)
        if september is not None:
            assert september.said == words

    database.run(play)


def test_correction_changes_the_months_word(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        august = report_of(session, month, AUGUST)
        files(session, august, turn=RESOLVED, words="All is paid.")
        assert asked(session, august) is not None
        corrects(session, august, WELL, turn=HANDLING, words="Half is paid.")
        problem = the_problem(session)
        assert problem.state is ProblemState.HANDLING
        assert history(session, problem)[1:] == [("handling", "Half is paid.")]

    database.run(play)


def test_new_problem_beside_a_resolved_one_is_another(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        august = report_of(session, month, AUGUST)
        files(session, august, replace(BEHIND, problem="No land."), turn=RESOLVED, words="Paid.")
        states = [(p.words, p.state.value) for p in problems(session)]
        assert states == [("No money.", "resolved"), ("No land.", "open")]
        september = asked(session, report_of(session, month, Period(2022, 9)))
        assert september is not None
        assert september.words == "No land."

    database.run(play)


def test_late_report_neither_wakes_nor_doubles_what_a_later_month_has_said(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        july, august = report_of(session, month), report_of(session, month, AUGUST)
        files(session, august, BEHIND)
        assert asked(session, july) is None
        files(session, july, replace(BEHIND, problem="Older words."), day=20)
        problem = the_problem(session)
        assert (problem.words, problem.since) == ("No money.", JULY)
        assert asked(session, august) is None

    database.run(play)


def test_month_without_a_report_leaves_the_problem_as_it_was(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        report_of(session, month, AUGUST).exempt = True
        september = asked(session, report_of(session, month, Period(2022, 9)))
        assert september is not None
        assert september.since == JULY

    database.run(play)


# ── the office ─────────────────────────────────────────────────────────────────────────────────


def test_question_is_the_offices_where_a_person_asked_it_whatever_its_words(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        problem, olga = the_problem(session), a_person(session)
        assert not is_asked_by_itself(session, problem)
        by_itself = ProblemNote(problem_id=problem.id, event=ProblemEvent.ASKED, words="Solved?")
        by_itself.at = at(9)
        session.add(by_itself)
        problem.question = "Solved?"
        assert is_asked_by_itself(session, problem)
        ask_about_problem(session, problem, olga, question="Solved?", now=at(10))
        assert not is_asked_by_itself(session, problem)

    database.run(play)


def test_only_closing_ends_it_and_reopening_asks_again(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        august = report_of(session, month, AUGUST)
        problem, olga = the_problem(session), a_person(session)
        version = august.version
        close_problem(session, problem, olga, how="Seen on the spot.", now=at(10))
        assert asked(session, august) is None
        assert august.version == version + 1
        with pytest.raises(Stale):
            close_problem(session, problem, olga, how="Again.", now=at(10))
        reopen_problem(session, problem, olga, reason="It is not.", now=at(11))
        found = asked(session, august)
        assert found is not None
        assert found.question == "It is not."
        assert problem.closed_at is None
        with pytest.raises(Stale):
            reopen_problem(session, problem, olga, reason="Again.", now=at(11))

    database.run(play)


def test_closed_problem_stays_closed_whatever_a_correction_says(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        august = report_of(session, month, AUGUST)
        files(session, august, turn=RESOLVED, words="Paid.")
        close_problem(session, the_problem(session), a_person(session), how="Paid.", now=at(4))
        corrects(session, august, WELL, turn=RESOLVED, words="All is paid.")
        problem = the_problem(session)
        assert problem.state is ProblemState.CLOSED
        assert ("resolved", "All is paid.") in history(session, problem)

    database.run(play)


def test_filing_again_does_not_resolve_what_the_office_has_reopened(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        august = report_of(session, month, AUGUST)
        files(session, august, turn=RESOLVED, words="Paid.")
        reopen_problem(session, the_problem(session), a_person(session), reason="No.", now=at(4))
        corrects(session, august, replace(WELL, text="Other."), turn=RESOLVED, words="Paid.")
        assert the_problem(session).state is ProblemState.OPEN

    database.run(play)


def test_older_problem_is_not_reopened_beside_a_newer_one(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        files(session, report_of(session, month, AUGUST), BEHIND, turn=RESOLVED, words="Paid.")
        older, _ = problems(session)
        with pytest.raises(AnotherProblemOpen):
            reopen_problem(session, older, a_person(session), reason="No.", now=at(4))

    database.run(play)


def test_question_of_the_office_stands_until_it_is_answered(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        problem, person = the_problem(session), a_person(session)
        ask_about_problem(session, problem, person, question="How much?", now=at(4))
        found = asked(session, report_of(session, month, AUGUST))
        assert found is not None
        assert found.question == "How much?"
        answer_about_problem(session, problem, person, answer="Two millions.", now=at(5))
        assert problem.question == ""
        with pytest.raises(Stale):
            answer_about_problem(session, problem, person, answer="Three.", now=at(5))
        assert history(session, problem)[1:] == [
            ("asked", "How much?"),
            ("answered", "Two millions."),
        ]

    database.run(play)


def test_office_sees_the_overdue_first_and_what_nobody_is_asked_about_any_more(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        files(session, report_of(session, month, unit=WATER), BEHIND, number="3")
        first, second = problems(session)
        second.raised_at = at(3, month=6)
        assert [(p.unit, p.is_overdue, p.is_asked) for p in followed(session, month)] == [
            (WATER, True, True),
            (ROADS, False, True),
        ]
        close_problem(session, second, a_person(session), how="Done.", now=at(5))
        assert [p.unit for p in followed(session, month)] == [ROADS]
        both = followed(session, month, closed_since=at(1))
        assert [(p.unit, p.closed_how) for p in both] == [(ROADS, ""), (WATER, "Done.")]
        load(session, month.office_id, (assigned("4", (ROADS, Role.LEAD)),), now=at(20))
        assert [p.is_asked for p in followed(session, month)] == [False]
        assert first.state is ProblemState.OPEN

    database.run(play)


def test_problem_follows_its_measure_to_another_number(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        moved = assigned("7", (ROADS, Role.LEAD))
        moved = replace(moved, measure=replace(moved.measure, title="Measure 2"))
        other = assigned("2", (ROADS, Role.LEAD))
        other = replace(other, measure=replace(other.measure, title="Something else"))
        load(session, month.office_id, (other, moved), now=at(20))
        assert session.get_one(Plan, month.plan_id) is not None
        august = report_of(session, month, AUGUST)
        assert asked(session, august, "2") is None
        assert asked(session, august, "7") is not None
        files(session, august, turn=UNCHANGED, number="7")
        assert the_problem(session).number == "7"

    database.run(play)


# ── what decides ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("event", [e for e in ProblemEvent if e is not ProblemEvent.REOPENED])
def test_closed_is_closed_until_it_is_reopened(event: ProblemEvent) -> None:
    assert state_after(ProblemState.CLOSED, event) is ProblemState.CLOSED


@pytest.mark.parametrize("state", ProblemState)
@pytest.mark.parametrize("event", ProblemEvent)
def test_only_the_office_closes(state: ProblemState, event: ProblemEvent) -> None:
    if state is not ProblemState.CLOSED and event is not ProblemEvent.CLOSED:
        assert state_after(state, event) is not ProblemState.CLOSED


A, B = ("1", "Roads"), ("2", "Bridges")


@pytest.mark.parametrize(
    ("problems", "measures", "found"),
    [
        ({1: A}, [A, B], {1: 0}),
        ({1: A}, [("1", "Bridges"), ("2", "Roads")], {1: 1}),
        ({1: A}, [("1", "Streets")], {1: 0}),
        ({1: A}, [B], {}),
        ({1: ("1", "")}, [("1", "Streets"), B], {1: 0}),
        ({1: A}, [("3", "Roads"), ("4", "Roads")], {}),
        ({1: A, 2: B}, [("1", "Bridges"), ("2", "Roads")], {1: 1, 2: 0}),
        ({1: A, 2: A}, [A], {1: 0}),
        ({1: ("9", "Gone"), 2: A}, [("9", "Roads")], {2: 0}),
    ],
)
def test_problem_stays_with_its_measure_through_an_amendment(
    problems: dict[int, tuple[str, str]],
    measures: list[tuple[str, str]],
    found: dict[int, int],
) -> None:
    assert placed(problems, measures) == found


# ── what is overdue ────────────────────────────────────────────────────────────────────────────

OVERDUE = at(3) + OVERDUE_AFTER
LATER = OVERDUE + timedelta(days=1)


def overdue_problem(session: Session, month: Month) -> Problem:
    """One raised in July that is overdue and chased."""
    files(session, report_of(session, month), BEHIND)
    problem = session.exec(select(Problem)).one()
    chase_overdue_problems(session, month.office_id, overdue_after=OVERDUE_AFTER, now=LATER)
    assert problem_chase(session, problem.id) is not None
    return problem


def is_chased(session: Session, month: Month, problem: Problem) -> bool:
    """At any time from now on."""
    for days in (0, 30, 300):
        now = LATER + timedelta(days=days)
        chase_overdue_problems(session, month.office_id, overdue_after=OVERDUE_AFTER, now=now)
    return problem_chase(session, problem.id) is not None


def test_problem_is_chased_from_the_moment_at_which_it_is_overdue(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        for now in (OVERDUE, LATER, LATER):
            chase_overdue_problems(session, month.office_id, overdue_after=OVERDUE_AFTER, now=now)
            chases = session.exec(
                select(Chase).where(Chase.kind == ChaseKind.PROBLEM_OVERDUE)
            ).all()
            assert [chase.opened_at for chase in chases] == ([] if now == OVERDUE else [OVERDUE])

    database.run(look)


@pytest.mark.parametrize(("turn", "ends"), [(RESOLVED, True), (HANDLING, True), (UNCHANGED, False)])
def test_report_that_says_something_of_it_ends_the_chase_for_good(
    database: Database, month: Month, turn: ProblemTurn, ends: bool
) -> None:
    def look(session: Session) -> None:
        problem = overdue_problem(session, month)
        files(session, report_of(session, month, AUGUST), turn=turn, words="Soon.", day=28)
        assert is_chased(session, month, problem) is not ends

    database.run(look)


def test_answer_beside_the_report_ends_the_chase_for_good(database: Database, month: Month) -> None:
    def look(session: Session) -> None:
        problem = overdue_problem(session, month)
        ada = a_person(session)
        answer_about_problem(session, problem, ada, answer="In May.", now=LATER)
        assert not is_chased(session, month, problem)
        with pytest.raises(Stale):
            answer_about_problem(session, problem, ada, answer="In June.", now=LATER)

    database.run(look)


def test_closing_ends_the_chase_and_reopening_begins_no_other(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        problem = overdue_problem(session, month)
        close_problem(session, problem, a_person(session), how="Seen.", now=LATER)
        assert problem_chase(session, problem.id) is None
        reopen_problem(session, problem, a_person(session), reason="No.", now=LATER)
        assert not is_chased(session, month, problem)

    database.run(look)


def test_report_filed_again_without_it_ends_the_chase(database: Database, month: Month) -> None:
    def look(session: Session) -> None:
        problem = overdue_problem(session, month)
        report = report_of(session, month)
        return_report(session, report, a_person(session), reason="Look again.", now=LATER)
        files(session, report, day=20)
        assert problem.state is ProblemState.RESOLVED
        assert not is_chased(session, month, problem)

    database.run(look)


def test_two_problems_of_one_report_are_two_chases(database: Database, month: Month) -> None:
    def look(session: Session) -> None:
        report = report_of(session, month)
        files(session, report, BEHIND)
        return_report(session, report, a_person(session), reason="And 4?", now=at(4))
        files(session, report, BEHIND, number="4", day=5)
        reopen_problem(
            session,
            session.exec(select(Problem).where(Problem.number == "2")).one(),
            a_person(session),
            reason="Still there.",
            now=at(6),
        )
        now = LATER + timedelta(days=5)
        chase_overdue_problems(session, month.office_id, overdue_after=OVERDUE_AFTER, now=now)
        chases = session.exec(select(Chase).where(Chase.kind == ChaseKind.PROBLEM_OVERDUE)).all()
        assert [(chase.report_id, chase.episode) for chase in chases] == [
            (report.id, 1),
            (report.id, 2),
        ]

    database.run(look)


def test_what_no_measure_asks_about_any_more_is_not_chased(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        load(session, month.office_id, (assigned("9", (ROADS, Role.LEAD)),))
        problem = session.exec(select(Problem)).one()
        assert not is_chased(session, month, problem)

    database.run(look)


def test_what_was_answered_since_it_is_overdue_is_not_chased(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        files(session, report_of(session, month), BEHIND)
        problem = session.exec(select(Problem)).one()
        ada = a_person(session)
        ask_about_problem(session, problem, ada, question="When?", now=OVERDUE)
        answer_about_problem(session, problem, ada, answer="In May.", now=OVERDUE)
        assert not is_chased(session, month, problem)

    database.run(look)


def test_problem_is_chased_once_even_if_the_code_forgets(database: Database, month: Month) -> None:
    def look(session: Session) -> None:
        problem = overdue_problem(session, month)
        report = report_of(session, month)
        open_problem_chase(session, report, problem.id, overdue_at=LATER)

    with pytest.raises(IntegrityError):
        database.run(look)
