"""Problems (问题): each lives from the report that raises it until the office closes it (销号).

The working copy and the filed revisions say what a unit says; here is what has become of it. A
month's word stands under the entry that said it, so that a correction changes that word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from models.chases import (
    Chase,
    Reminder,
    open_problem_chase,
    problem_chase,
    settle_problem_chase,
)
from models.columns import belongs_to, long_text, moment, period, word
from models.cycles import OPEN_STATES, Cycle, Entry, Report, entries_asked
from models.editions import Assignment, Measure, newest_edition
from models.offices import Unit
from models.people import Person
from models.prepared import prepared
from vocabulary.errors import BaosongError, Stale
from vocabulary.period import Period
from vocabulary.problems import Named, placed, state_after
from vocabulary.report import (
    AskedMeasure,
    FiledEntry,
    FiledReport,
    FollowedProblem,
    OpenProblem,
    ProblemWord,
)
from vocabulary.terms import LIVING, Ask, ProblemEvent, ProblemState, ProblemTurn

PROBLEM_OVERDUE_AFTER = timedelta(days=60)
"""Where the settings say nothing else."""

_ANSWERS = frozenset({ProblemEvent.HANDLING, ProblemEvent.ANSWERED})
"""What says something of a problem that stands on; 没有变化 does not."""

ASKS = frozenset({ProblemEvent.ASKED, ProblemEvent.REOPENED})
"""What puts a question to its unit."""

_TURNS = frozenset(ProblemEvent(turn.value) for turn in ProblemTurn)


class AnotherProblemOpen(BaosongError):
    """The measure has a newer problem that is open: two cannot be asked about at once."""

    text_key = "problem-another-open"


class Problem(SQLModel, table=True):
    """One problem of one unit with one measure; its words are the newest that were filed.

    raised_entry_id: where it was raised first, so that filing again raises no second one.
    number, title: of the measure when a report spoke of it last.
    since: the month that it was raised in. question: what the office asks, until it is answered.
    closed_how: how it was settled, in the unit's words or in the office's.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    plan_id: int = belongs_to("plan.id")
    unit_id: int = belongs_to("unit.id")
    raised_entry_id: int = Field(foreign_key="entry.id", unique=True)
    number: str
    title: str = ""
    since: Period = period()
    words: str = long_text()
    next_step: str = long_text()
    help_from: str = long_text()
    state: ProblemState = word(ProblemState, default=ProblemState.OPEN)
    raised_at: datetime = moment(required=True)
    question: str = long_text()
    closed_at: datetime | None = moment()
    closed_by_id: int | None = belongs_to("person.id", required=False, index=False)
    closed_how: str = long_text()


class ProblemNote(SQLModel, table=True):
    """What was said of a problem, or done about it. A report says one thing of it, its newest.

    entry_id, period: of the report that says it; empty for what was said beside reports.
    """

    __tablename__ = "problem_note"
    __table_args__ = (UniqueConstraint("problem_id", "entry_id"),)

    id: int = Field(default=None, primary_key=True)
    problem_id: int = belongs_to("problem.id")
    entry_id: int | None = belongs_to("entry.id", required=False)
    period: Period | None = period(required=False)
    event: ProblemEvent = word(ProblemEvent)
    words: str = long_text()
    at: datetime = moment(required=True)
    person_id: int | None = belongs_to("person.id", required=False, index=False)


# ── what a report asks, and what filing it does ────────────────────────────────────────────────


def problems_to_speak_of(
    session: Session, report: Report, cycle: Cycle, measures: Mapping[int, Named]
) -> dict[int, OpenProblem]:
    """By entry, the problem of a month before that the entry has to speak of.

    measures: by entry id. What a filed revision of the report has spoken of stays in its entry,
    whatever has become of it since, so that a correction can change the word.
    """
    before = _raised_before(session, cycle.plan_id, report.unit_id, cycle.period)
    problems = {problem.id: problem for problem in before}
    notes = _notes_of(session, problems)
    here = [note for said in notes.values() for note in said if note.entry_id in measures]
    at = {note.problem_id: note.entry_id for note in here if note.event in _TURNS}
    raised_here = {note.problem_id for note in here} - at.keys()
    free = {entry_id: named for entry_id, named in measures.items() if entry_id not in at.values()}
    waiting = {
        problem.id: (problem.number, problem.title)
        for problem in problems.values()
        if problem.state in LIVING and problem.id not in at.keys() | raised_here
    }
    entry_ids = list(free)
    at |= {
        problem_id: entry_ids[place]
        for problem_id, place in placed(waiting, list(free.values())).items()
    }
    return {
        entry_id: _open_problem(problems[problem_id], notes[problem_id], cycle.period)
        for problem_id, entry_id in at.items()
        if entry_id is not None
    }


def problems_of_others(
    session: Session, cycle: Cycle, measures: Mapping[int, tuple[int, Named]]
) -> dict[int, OpenProblem]:
    """By entry, the problem of a month before that lives. measures: unit and measure by entry."""
    of_unit: dict[int, dict[int, Named]] = defaultdict(dict)
    for entry_id, (unit_id, named) in measures.items():
        of_unit[unit_id][entry_id] = named
    living = session.exec(
        select(Problem)
        .where(
            Problem.plan_id == cycle.plan_id,
            col(Problem.unit_id).in_(of_unit),
            col(Problem.since) < cycle.period,
            col(Problem.state).in_(LIVING),
        )
        .order_by(col(Problem.id))
    ).all()
    found = {}
    for unit_id, theirs in of_unit.items():
        known = {one.id: one for one in living if one.unit_id == unit_id}
        waiting = {one.id: (one.number, one.title) for one in known.values()}
        entry_ids = list(theirs)
        for problem_id, place in placed(waiting, list(theirs.values())).items():
            found[entry_ids[place]] = _open_problem(known[problem_id], (), cycle.period)
    return found


@prepared
def _raised_before(plan_id: int, unit_id: int, month: Period) -> SelectOfScalar[Problem]:
    raised = select(Problem).where(
        Problem.plan_id == plan_id, Problem.unit_id == unit_id, col(Problem.since) < month
    )
    return raised.order_by(col(Problem.id))


def set_apart(session: Session, cycle: Cycle) -> None:
    """In a cycle that has just opened: a problem is asked about by itself.

    Where several measures of a shared paragraph have one, the first stays in the paragraph, and the
    others are asked alone for as long as theirs live.
    """
    shared: dict[int, dict[int, Named]] = defaultdict(dict)
    reports: dict[int, Report] = {}
    entries: dict[int, Entry] = {}
    for report, entry, number, title in session.exec(
        select(Report, Entry, Measure.number, Measure.title)
        .join(Entry, col(Entry.report_id) == Report.id)
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(
            Report.cycle_id == cycle.id, col(Entry.shared).is_(True), col(Entry.exempt).is_(False)
        )
        .order_by(col(Entry.position))
    ):
        reports[report.id], entries[entry.id] = report, entry
        shared[report.id][entry.id] = (number, title or "")
    for report_id, measures in shared.items():
        asked = problems_to_speak_of(session, reports[report_id], cycle, measures)
        for entry_id in [one for one in measures if one in asked][1:]:
            entries[entry_id].shared = False
    session.flush()


def _open_problem(problem: Problem, notes: Sequence[ProblemNote], month: Period) -> OpenProblem:
    before = [
        note.words
        for note in notes
        if note.event is ProblemEvent.HANDLING and note.period is not None and note.period < month
    ]
    return OpenProblem(
        problem_id=problem.id,
        words=problem.words,
        next_step=problem.next_step,
        since=problem.since,
        help_from=problem.help_from,
        said=before[-1] if before else "",
        question=problem.question,
    )


def keep_problems(
    session: Session, report: Report, filed: FiledReport, person: Person, *, now: datetime
) -> None:
    """What a filed revision says of problems: raises, follows up, changes, withdraws.

    That of a shared paragraph is one problem, at the paragraph's first measure.
    """
    cycle = session.get_one(Cycle, report.cycle_id)
    first = [together[0] for together in entries_asked(session, report.id)]
    pairs = list(zip(first, filed.entries, strict=True))
    ids = [entry.id for entry, _ in pairs]
    raised_here = {
        problem.raised_entry_id: problem
        for problem in session.exec(select(Problem).where(col(Problem.raised_entry_id).in_(ids)))
    }
    for entry, said in pairs:
        keeping = _Keeping(session, report, cycle, entry, said, person, now)
        follow_up, problem = said.content.follow_up, raised_here.get(entry.id)
        if follow_up is not None:
            keeping.follow(session.get_one(Problem, follow_up.problem_id))
        if _raises(said):
            keeping.raise_problem(problem)
        elif problem is not None:
            keeping.withdraw(problem, filed.correction_reason)


def _raises(said: FiledEntry) -> bool:
    """A problem that stands on from the month before is no new one."""
    follow_up = said.content.follow_up
    stands_on = follow_up is not None and follow_up.turn is not ProblemTurn.RESOLVED
    return bool(said.content.problem) and not stands_on


@dataclass(frozen=True, slots=True)
class _Keeping:
    """One entry of a revision that is being filed."""

    session: Session
    report: Report
    cycle: Cycle
    entry: Entry
    said: FiledEntry
    person: Person
    now: datetime

    @property
    def _measure(self) -> AskedMeasure:
        return self.said.measure.each[0]

    def follow(self, problem: Problem) -> None:
        follow_up = self.said.content.follow_up
        if follow_up is None:
            return
        event = ProblemEvent(follow_up.turn.value)
        is_new = self._note(problem, event, follow_up.words)
        if self._is_overtaken(problem):
            return
        if is_new:
            problem.state = state_after(problem.state, event)
            problem.question = ""
            if follow_up.turn is not ProblemTurn.UNCHANGED:
                settle_problem_chase(self.session, problem.id, now=self.now)
        if follow_up.turn is not ProblemTurn.RESOLVED:
            self._take_words(problem)

    def raise_problem(self, known: Problem | None) -> None:
        """known: what this entry has raised already. A late report may meet a newer problem."""
        content = self.said.content
        problem = known or self._living_here()
        if problem is None:
            problem = Problem(
                office_id=self.report.office_id,
                plan_id=self.cycle.plan_id,
                unit_id=self.report.unit_id,
                raised_entry_id=self.entry.id,
                number=self._measure.number,
                title=self._measure.title,
                since=self.cycle.period,
                raised_at=self.now,
            )
            self.session.add(problem)
            self._take_words(problem)
            self.session.flush()
        problem.since = min(problem.since, self.cycle.period)
        is_new = self._note(problem, ProblemEvent.RAISED, content.problem)
        if self._is_overtaken(problem):
            return
        if is_new:
            problem.state = state_after(problem.state, ProblemEvent.RAISED)
        self._take_words(problem)

    def withdraw(self, problem: Problem, reason: str) -> None:
        """The report that raised it is filed again without it; the office closes or reopens it."""
        if self._note(problem, ProblemEvent.WITHDRAWN, reason) and not self._is_overtaken(problem):
            problem.state = state_after(problem.state, ProblemEvent.WITHDRAWN)
            settle_problem_chase(self.session, problem.id, now=self.now)

    def _living_here(self) -> Problem | None:
        """A problem that a later month has raised with the same measure."""
        measure = self._measure
        return self.session.exec(
            select(Problem)
            .where(
                Problem.plan_id == self.cycle.plan_id,
                Problem.unit_id == self.report.unit_id,
                Problem.number == measure.number,
                Problem.title == measure.title,
                Problem.since > self.cycle.period,
                col(Problem.state).in_(LIVING),
            )
            .order_by(col(Problem.id))
        ).first()

    def _take_words(self, problem: Problem) -> None:
        measure, content = self._measure, self.said.content
        problem.number, problem.title = measure.number, measure.title
        problem.words = content.problem or problem.words
        problem.next_step = content.next_step or problem.next_step
        problem.help_from = content.help_from
        self.session.add(problem)

    def _note(self, problem: Problem, event: ProblemEvent, words: str) -> bool:
        """Keeps what this report says of the problem; False where it has said just that before."""
        note = self.session.exec(
            select(ProblemNote).where(
                ProblemNote.problem_id == problem.id, ProblemNote.entry_id == self.entry.id
            )
        ).first()
        if note is not None and (note.event, note.words) == (event, words):
            return False
        if note is None:
            note = ProblemNote(problem_id=problem.id, entry_id=self.entry.id)
        note.period, note.event, note.words = self.cycle.period, event, words
        note.at, note.person_id = self.now, self.person.id
        self.session.add(note)
        self.session.flush()
        return True

    def _is_overtaken(self, problem: Problem) -> bool:
        """A later month has spoken of it already: a late word is history only."""
        later = select(ProblemNote.id).where(
            ProblemNote.problem_id == problem.id, col(ProblemNote.period) > self.cycle.period
        )
        return self.session.exec(later).first() is not None


# ── what the office does ───────────────────────────────────────────────────────────────────────


def close_problem(
    session: Session, problem: Problem, person: Person, *, how: str, now: datetime
) -> None:
    """销号. Raises Stale when it is closed already."""
    if problem.state is ProblemState.CLOSED:
        raise Stale
    _tell(session, problem, ProblemEvent.CLOSED, person, how, now=now)
    problem.closed_at, problem.closed_by_id, problem.closed_how = now, person.id, how
    problem.question = ""
    settle_problem_chase(session, problem.id, now=now)
    _change_reports(session, problem)


def reopen_problem(
    session: Session, problem: Problem, person: Person, *, reason: str, now: datetime
) -> None:
    """Its unit is asked about it again. Raises Stale when it is open, and AnotherProblemOpen."""
    if problem.state in LIVING:
        raise Stale
    another = select(Problem.id).where(
        Problem.plan_id == problem.plan_id,
        Problem.unit_id == problem.unit_id,
        Problem.number == problem.number,
        Problem.title == problem.title,
        Problem.id != problem.id,
        col(Problem.state).in_(LIVING),
    )
    if session.exec(another).first() is not None:
        raise AnotherProblemOpen(number=problem.number)
    _tell(session, problem, ProblemEvent.REOPENED, person, reason, now=now)
    problem.closed_at, problem.closed_by_id, problem.closed_how = None, None, ""
    problem.question = reason
    _change_reports(session, problem)


def ask_about_problem(
    session: Session, problem: Problem, person: Person, *, question: str, now: datetime
) -> None:
    """The office asks its unit; it stands beside the problem until somebody answers."""
    if problem.state is ProblemState.CLOSED:
        raise Stale
    _tell(session, problem, ProblemEvent.ASKED, person, question, now=now)
    problem.question = question


def answer_about_problem(
    session: Session,
    problem: Problem,
    person: Person,
    *,
    answer: str,
    turn: ProblemTurn | None = None,
    now: datetime,
) -> None:
    """The unit answers beside its report. Raises Stale where nothing is asked any more.

    turn: what has become of the problem, where no report of the month asks that.
    """
    if not is_answer_wanted(session, problem):
        raise Stale
    event = ProblemEvent(turn.value) if turn is not None else ProblemEvent.ANSWERED
    _tell(session, problem, event, person, answer, now=now)
    problem.question = ""
    if turn is not ProblemTurn.UNCHANGED:
        settle_problem_chase(session, problem.id, now=now)


def ask_between_quarters(
    session: Session, cycle: Cycle, *, question: str, now: datetime
) -> dict[int, list[Problem]]:
    """By unit, the problems of what is asked quarterly, and not in this cycle, which has opened.

    They are asked about all the same, beside the report; what the office has asked stays. Not where
    the unit's report, or the measure, need not be there.
    """
    found: dict[int, list[Problem]] = {}
    for problem in _between_quarters(session, cycle):
        if not problem.question:
            note = ProblemNote(problem_id=problem.id, event=ProblemEvent.ASKED, words=question)
            note.at = now
            session.add(note)
            problem.question = question
        found.setdefault(problem.unit_id, []).append(problem)
    session.flush()
    return found


def is_between_quarters(session: Session, problem: Problem) -> bool:
    """Whether no report of the newest month asks what has become of it."""
    newest = session.exec(
        select(Cycle).where(Cycle.plan_id == problem.plan_id).order_by(col(Cycle.period).desc())
    ).first()
    if newest is None:
        return False
    return problem.id in {one.id for one in _between_quarters(session, newest)}


def _between_quarters(session: Session, cycle: Cycle) -> list[Problem]:
    if cycle.period.closes_quarter:
        return []
    living = select(Problem).where(
        Problem.plan_id == cycle.plan_id,
        col(Problem.since) < cycle.period,
        col(Problem.state).in_(LIVING),
    )
    of_unit: dict[int, list[Problem]] = defaultdict(list)
    for problem in session.exec(living.order_by(col(Problem.id))):
        of_unit[problem.unit_id].append(problem)
    exempt = select(Report.unit_id).where(Report.cycle_id == cycle.id, col(Report.exempt).is_(True))
    away = set(session.exec(exempt)) if of_unit else set()
    found = []
    for unit_id, problems in of_unit.items():
        assigned = session.exec(
            select(Measure.number, Measure.title, Assignment.ask)
            .join(Assignment, col(Assignment.measure_id) == Measure.id)
            .where(Measure.edition_id == cycle.edition_id, Assignment.unit_id == unit_id)
            .where(Assignment.ask != Ask.NEVER)
            .order_by(col(Measure.position))
        ).all()
        named = {problem.id: (problem.number, problem.title) for problem in problems}
        at = placed(named, [(number, title or "") for number, title, _ in assigned])
        quarterly = {place for place, (_, _, ask) in enumerate(assigned) if ask is Ask.QUARTERLY}
        if unit_id not in away:
            found += [problem for problem in problems if at.get(problem.id) in quarterly]
    return found


def questions_between_quarters(
    session: Session, cycle: Cycle, unit_id: int, later: Sequence[Named]
) -> list[Problem]:
    """Those of the unit that wait for an answer. later: what it is asked quarterly, and not now."""
    if not later:
        return []
    waiting = {
        problem.id: problem
        for problem in _raised_before(session, cycle.plan_id, unit_id, cycle.period)
        if problem.state in LIVING and problem.question
    }
    named = {problem.id: (problem.number, problem.title) for problem in waiting.values()}
    at = placed(named, list(later))
    return [waiting[problem_id] for problem_id in at]


def is_answer_wanted(session: Session, problem: Problem) -> bool:
    """Whether the office has asked something of its unit, or the unit is chased since overdue."""
    if problem.state is ProblemState.CLOSED:
        return False
    return bool(problem.question) or problem_chase(session, problem.id) is not None


def is_asked_by_itself(session: Session, problem: Problem) -> bool:
    """Whether the opening of a month asks about it, and nobody of the office does."""
    asked = (
        select(ProblemNote.person_id)
        .where(ProblemNote.problem_id == problem.id, col(ProblemNote.event).in_(ASKS))
        .order_by(col(ProblemNote.id).desc())
    )
    return bool(problem.question) and session.exec(asked).first() is None


def _tell(
    session: Session,
    problem: Problem,
    event: ProblemEvent,
    person: Person,
    words: str,
    *,
    now: datetime,
) -> None:
    note = ProblemNote(problem_id=problem.id, event=event, words=words, at=now, person_id=person.id)
    session.add(note)
    problem.state = state_after(problem.state, event)
    session.flush()


def _change_reports(session: Session, problem: Problem) -> None:
    """What the unit is asked has changed: what it was about to confirm is shown again."""
    for report in session.exec(
        select(Report)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            Cycle.plan_id == problem.plan_id,
            Report.unit_id == problem.unit_id,
            or_(col(Report.state).in_(OPEN_STATES), col(Report.correcting)),
        )
    ):
        report.version += 1


# ── what is overdue ────────────────────────────────────────────────────────────────────────────


def chase_overdue_problems(
    session: Session, office_id: int, *, overdue_after: timedelta, now: datetime
) -> None:
    """Starts chasing every problem that has lived too long, once in its life.

    Not one that its unit has said something about since it was overdue, nor one that nobody is
    asked about any more: only the office can end that.
    """
    found = session.exec(
        select(Problem, Report)
        .join(Entry, col(Entry.id) == Problem.raised_entry_id)
        .join(Report, col(Report.id) == Entry.report_id)
        .join(Chase, col(Chase.problem_id) == Problem.id, isouter=True)
        .where(
            Problem.office_id == office_id,
            col(Problem.state).in_(LIVING),
            Problem.raised_at < now - overdue_after,
            col(Chase.id).is_(None),
        )
        .order_by(col(Problem.id))
    ).all()
    notes = _notes_of(session, [problem.id for problem, _ in found])
    asked = _asked(session, [problem for problem, _ in found]) if found else set()
    for problem, report in found:
        overdue_at = problem.raised_at + overdue_after
        answered = any(
            note.event in _ANSWERS and note.at >= overdue_at for note in notes[problem.id]
        )
        if problem.id in asked and not answered:
            open_problem_chase(session, report, problem.id, overdue_at=overdue_at)


def problems_chased(session: Session, chase_ids: Iterable[int]) -> dict[int, tuple[Problem, Unit]]:
    """By chase, its problem and whose that is."""
    rows = session.exec(
        select(Chase.id, Problem, Unit)
        .join(Problem, col(Problem.id) == Chase.problem_id)
        .join(Unit, col(Unit.id) == Problem.unit_id)
        .where(col(Chase.id).in_(list(chase_ids)))
    )
    return {chase_id: (problem, unit) for chase_id, problem, unit in rows}


def problems_told(session: Session, outbox_id: int) -> list[tuple[Chase, Problem, Unit]]:
    """What a reminder was about, in the order in which it became overdue."""
    told = select(Reminder.chase_id).where(Reminder.outbox_id == outbox_id)
    rows = session.exec(
        select(Chase, Problem, Unit)
        .join(Problem, col(Problem.id) == Chase.problem_id)
        .join(Unit, col(Unit.id) == Problem.unit_id)
        .where(col(Chase.id).in_(told))
        .order_by(col(Chase.id))
    )
    return list(rows)


def problem_chases_settled(session: Session, unit_id: int, *, at: datetime) -> list[int]:
    """The chases of the unit's problems that ended at that moment."""
    chases = (
        select(Chase.id)
        .join(Problem, col(Problem.id) == Chase.problem_id)
        .where(Problem.unit_id == unit_id, Chase.settled_at == at)
    )
    return list(session.exec(chases))


# ── what the office sees ───────────────────────────────────────────────────────────────────────


def followed_problems(
    session: Session,
    office_id: int,
    *,
    zone: ZoneInfo,
    overdue_after: timedelta,
    now: datetime,
    plan_id: int | None = None,
    closed_since: datetime | None = None,
) -> list[FollowedProblem]:
    """Those that are not closed, those overdue first, then the oldest.

    plan_id: of this plan only. closed_since: and those closed since then, at the end.
    """
    is_wanted = col(Problem.state) != ProblemState.CLOSED
    if closed_since is not None:
        is_wanted = is_wanted | (col(Problem.closed_at) >= closed_since)
    query = (
        select(Problem, Unit)
        .join(Unit, col(Unit.id) == Problem.unit_id)
        .where(Problem.office_id == office_id, is_wanted)
        .order_by(col(Problem.raised_at), col(Problem.id))
    )
    if plan_id is not None:
        query = query.where(Problem.plan_id == plan_id)
    rows = list(session.exec(query))
    notes = _notes_of(session, [problem.id for problem, _ in rows])
    names = _names(session)
    asked = _asked(session, [problem for problem, _ in rows])
    found = [
        _followed(
            problem,
            unit,
            notes[problem.id],
            names,
            zone=zone,
            is_asked=problem.id in asked,
            is_overdue=problem.state in LIVING and now - problem.raised_at > overdue_after,
        )
        for problem, unit in rows
    ]
    return sorted(found, key=lambda one: (one.closed_at is not None, not one.is_overdue))


def _followed(
    problem: Problem,
    unit: Unit,
    notes: Iterable[ProblemNote],
    names: Mapping[int | None, str],
    *,
    zone: ZoneInfo,
    is_asked: bool,
    is_overdue: bool,
) -> FollowedProblem:
    return FollowedProblem(
        problem_id=problem.id,
        unit=unit.name,
        number=problem.number,
        title=problem.title,
        since=problem.since,
        words=problem.words,
        next_step=problem.next_step,
        help_from=problem.help_from,
        state=problem.state,
        raised_at=problem.raised_at.astimezone(zone),
        history=tuple(
            ProblemWord(
                event=note.event,
                at=note.at.astimezone(zone),
                by=names.get(note.person_id, ""),
                words=note.words,
                period=note.period,
            )
            for note in notes
        ),
        question=problem.question,
        closed_at=problem.closed_at.astimezone(zone) if problem.closed_at else None,
        closed_by=names.get(problem.closed_by_id, ""),
        closed_how=problem.closed_how,
        is_asked=is_asked,
        is_overdue=is_overdue,
    )


def _notes_of(session: Session, problem_ids: Iterable[int]) -> defaultdict[int, list[ProblemNote]]:
    """By problem, as they came; a corrected word where it was said first."""
    found: defaultdict[int, list[ProblemNote]] = defaultdict(list)
    wanted = list(problem_ids)
    if not wanted:
        return found
    for note in session.exec(
        select(ProblemNote)
        .where(col(ProblemNote.problem_id).in_(wanted))
        .order_by(col(ProblemNote.id))
    ):
        found[note.problem_id].append(note)
    return found


def _names(session: Session) -> dict[int | None, str]:
    return dict(session.exec(select(Person.id, Person.name)).all())


def _asked(session: Session, problems: Iterable[Problem]) -> set[int]:
    """The problems that a measure of their plan's newest edition puts to their unit.

    Those that live no more are placed by themselves: they may have lived when a month was over.
    """
    of_unit: dict[tuple[int, int, bool], dict[int, Named]] = defaultdict(dict)
    for problem in problems:
        named = (problem.number, problem.title)
        is_living = problem.state in LIVING
        of_unit[problem.plan_id, problem.unit_id, is_living][problem.id] = named
    asked: set[int] = set()
    for (plan_id, unit_id, _), named_problems in of_unit.items():
        edition = newest_edition(session, plan_id)
        if edition is None:
            continue
        measures = session.exec(
            select(Measure.number, Measure.title)
            .join(Assignment, col(Assignment.measure_id) == Measure.id)
            .where(
                Measure.edition_id == edition.id,
                Assignment.unit_id == unit_id,
                Assignment.ask != Ask.NEVER,
            )
            .order_by(col(Measure.position))
        )
        asked |= placed(
            named_problems, [(number, title or "") for number, title in measures]
        ).keys()
    return asked
