"""Problems until the office closes them (销号): its list, its word on each, and its questions."""

from collections.abc import Callable, Sequence

from telegram import Update

from dialog.follow_ups import told_since
from dialog.layout import Rows, button
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.problems import ask_words, problem_card, problem_list, read_page
from dialog.problems_beside import (
    Beside,
    answer_shown,
    ask_answer,
    message_meant,
    offer_line,
    offer_rows,
    read_answer,
)
from handlers.at_report import Typed, record, working
from handlers.context import Context, for_coordinators
from handlers.office import known_unit
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import reports_of_units
from models.delivery import Priority
from models.editions import plans_of
from models.filing import is_writable
from models.offices import Unit
from models.people import (
    coordinators_reached,
    writers_reached,
)
from models.problems import (
    Problem,
    answer_about_problem,
    ask_about_problem,
    close_problem,
    followed_problems,
    is_answer_wanted,
    is_asked_by_itself,
    is_between_quarters,
    reopen_problem,
)
from models.views import report_rows
from models.work import Work
from models.written import Written, WrittenAs, keep_written, written
from scheduler.overdue_problems import mark_answered
from scheduler.timetables import with_newest
from texts import plain, say
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import FollowedProblem
from vocabulary.terms import ProblemEvent, ProblemState, ProblemTurn

CARD = "problems"
"""The slot in which the list and the problem looked at take turns."""

STEP = "problem"
"""The conversation's step while words about a problem are asked: `problem:close:12`."""

_CLOSE, _REOPEN, _ASK, _ANSWER = "close", "reopen", "ask", "answer"


@for_coordinators
async def on_problems(_update: Update, context: Context) -> None:
    """/problems [UNIT]: what is not closed, the overdue and the oldest first."""
    await context.unit(problems_by_words, context.args or [])


def problems_by_words(work: Work, words: Sequence[str]) -> None:
    _put_away(work)
    found = _followed(work)
    if words:
        unit = known_unit(work, words[0])
        found = [one for one in found if one.unit == unit.name]
    _show_list(work, problem_list(work.language, found, now=work.now), found)


def show_problems(work: Work, press: Press) -> None:
    _put_away(work)
    page, by_unit = read_page(press.argument)
    found = _followed(work)
    card = problem_list(work.language, found, now=work.now, page=page, by_unit=by_unit)
    _show_list(work, card, found)


def _show_list(work: Work, message: Message, found: Sequence[FollowedProblem]) -> None:
    """With the times of the cycles in which problems can be answered now."""
    plans = plans_of(work.session, work.desk.office_id) if found else []
    work.card(CARD, with_newest(work, message, [plan.id for plan in plans]))


def show_problem(work: Work, press: Press) -> None:
    """To the office with what it can do; to the problem's unit, its leaders too, to be read."""
    problem = work.session.get(Problem, press.target)
    is_of_unit = problem is not None and problem.unit_id in {one.unit_id for one in work.held}
    if problem is not None and is_of_unit and not work.is_coordinator():
        message = problem_card(work.language, _view(work, problem), now=work.now, for_office=False)
        work.reply(with_newest(work, message, [problem.plan_id]))
        return
    _put_away(work)
    _show(work, _own(work, press.target))


def close_by_tap(work: Work, press: Press) -> None:
    """Closes what its unit calls resolved, in the unit's words; else asks how it was settled."""
    problem = _own(work, press.target)
    if problem.state is ProblemState.CLOSED:
        raise Stale
    if problem.state is not ProblemState.RESOLVED:
        _ask_words(work, problem, _CLOSE)
        return
    said = [
        one.words
        for one in _view(work, problem).history
        if one.event in {ProblemEvent.RESOLVED, ProblemEvent.WITHDRAWN}
    ]
    _close(work, problem, said[-1] if said else "")


def reopen_by_tap(work: Work, press: Press) -> None:
    _ask_words(work, _own(work, press.target), _REOPEN)


def ask_by_tap(work: Work, press: Press) -> None:
    _ask_words(work, _own(work, press.target), _ASK)


def answer_by_tap(work: Work, press: Press) -> None:
    """Somebody of the unit wants to answer what the office has asked, or a reminder."""
    problem = _of_unit(work, press.target)
    if not is_answer_wanted(work.session, problem):
        raise Stale
    if press.argument == ProblemTurn.UNCHANGED.value:
        if not is_between_quarters(work.session, problem):
            raise Stale
        _answer_turn(work, problem, ProblemTurn.UNCHANGED, "")
        return
    if (message_id := message_meant(press)) is not None:
        _answer_offered(work, problem, message_id)
        return
    _begin(work, problem, _ANSWER)
    if is_asked_by_itself(work.session, problem):
        work.reply(Message(ask_answer(work.language, problem.number, problem.words, problem.since)))
    elif problem.question:
        work.say("problem-answer-ask", number=problem.number, question=problem.question)
    else:
        work.say("problem-answer-overdue", number=problem.number, problem=problem.words)


def take_words(work: Work, conversation: Conversation, text: str) -> None:
    """What was typed after one of the taps above."""
    _, verb, problem_id = conversation.step.split(":")
    is_answer = verb == _ANSWER
    problem = (_of_unit if is_answer else _own)(work, int(problem_id))
    if is_answer and is_between_quarters(work.session, problem):
        if _answer_in(work, problem, text):
            conversation.step = ""
        return
    words = read_reason(text)
    if isinstance(words, Refused):
        work.say(words.text_key, **words.facts)
        return
    conversation.step = ""
    if verb == _CLOSE:
        _close(work, problem, words)
    elif verb == _REOPEN:
        _reopen(work, problem, words)
    elif verb == _ASK:
        _ask(work, problem, words)
    else:
        _answer(work, problem, words)


# ── the deeds ──────────────────────────────────────────────────────────────────────────────────


def _close(work: Work, problem: Problem, how: str) -> None:
    close_problem(work.session, problem, work.writer, how=how, now=work.now)
    mark_answered(work, work.session.get_one(Unit, problem.unit_id))
    work.toast = plain(work.language, "problem-closed-short")
    _tell_unit(work, problem, "problem-closed-to-you", words=how or "—")
    _show(work, problem)


def _reopen(work: Work, problem: Problem, reason: str) -> None:
    reopen_problem(work.session, problem, work.writer, reason=reason, now=work.now)
    _tell_unit(work, problem, "problem-reopened-to-you", words=reason)
    _show(work, problem)


def _ask(work: Work, problem: Problem, question: str) -> None:
    ask_about_problem(work.session, problem, work.writer, question=question, now=work.now)
    _tell_unit(work, problem, "problem-asked-of-you", words=question, answer=True)
    _show(work, problem)


def _answer(work: Work, problem: Problem, answer: str) -> None:
    """The office reads the answer at once, and it stands in the problem's history."""
    answer_about_problem(work.session, problem, work.writer, answer=answer, now=work.now)
    _tell_office(work, problem, lambda _: answer)
    _follow_in_report(work, problem, answer)


def _follow_in_report(work: Work, problem: Problem, answer: str) -> None:
    """The report that is being written says no longer that nothing has changed."""
    for report, _ in reports_of_units(work.session, [problem.unit_id], now=work.now):
        rows = report_rows(work.session, report.id)
        if rows is None or not is_writable(rows.report):
            continue
        for entry in working(work, rows).entries:
            asked = entry.measure.open_problem
            if asked is None or asked.problem_id != problem.id:
                continue
            content = told_since(entry.measure, entry.content, answer)
            if content is not None:
                record(work, rows, entry.entry_id, content)
                work.say("problem-answer-in-report", number=problem.number, words=answer)


def _tell_office(work: Work, problem: Problem, words: Callable[[str], str]) -> None:
    """words: of the answer, in a language."""
    work.say("problem-answer-taken", number=problem.number)
    unit = work.session.get_one(Unit, problem.unit_id)
    mark_answered(work, unit)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        html = say(
            reach.language,
            "problem-answered",
            unit=unit.name,
            number=problem.number,
            by=work.writer.name,
            words=words(reach.language),
        )
        look = button(reach.language, "problem-button-look", Press(Action.PROBLEM, problem.id))
        work.send(reach.chat_id, Message(html, ((look,),)), priority=Priority.NOTICE)


def answer_beside(work: Work, beside: Beside) -> None:
    """It was typed behind the measure's number, without a tap."""
    _answer_in(work, _of_unit(work, beside.problem.problem_id), beside.words)


def offer_answer(work: Work, beside: Beside | None, written: Typed) -> tuple[str, Rows]:
    """Asks, with a button, whether the words are the answer; they wait with their message."""
    if beside is None:
        return "", ()
    row = Written(
        person_id=work.writer.id,
        message_id=written.message_id,
        kind=WrittenAs.PROBLEM,
        words=beside.words,
        at=work.now,
    )
    keep_written(work.session, row)
    rows = offer_rows(work.language, beside, written.message_id)
    return offer_line(work.language, beside), rows


def _answer_offered(work: Work, problem: Problem, message_id: int) -> None:
    row = written(work.session, work.writer.id, message_id)
    if row is None or row.kind is not WrittenAs.PROBLEM or not row.words:
        raise Stale
    if not is_between_quarters(work.session, problem):
        raise Stale
    words, row.words = row.words, ""
    _answer_in(work, problem, words)


def _answer_in(work: Work, problem: Problem, text: str) -> bool:
    """No report of the month asks what has become of it: the words say it. False where they do not.

    The answer says then what they lack.
    """
    read = read_answer(text)
    if isinstance(read, Refused):
        work.say(read.text_key, **read.facts)
        return False
    _answer_turn(work, problem, *read)
    return True


def _answer_turn(work: Work, problem: Problem, turn: ProblemTurn, words: str) -> None:
    answer_about_problem(work.session, problem, work.writer, answer=words, turn=turn, now=work.now)
    _tell_office(work, problem, lambda language: answer_shown(language, turn, words))


def _tell_unit(work: Work, problem: Problem, key: str, *, words: str, answer: bool = False) -> None:
    """Those who write for the unit hear of it; what is asked can be answered at once."""
    unit = work.session.get_one(Unit, problem.unit_id)
    for reach in writers_reached(work.session, unit.id):
        html = say(
            reach.language,
            key,
            unit=unit.name,
            number=problem.number,
            problem=problem.words,
            words=words,
        )
        press = Press(Action.PROBLEM_ANSWER, problem.id)
        reply = ((button(reach.language, "problem-button-answer", press),),) if answer else ()
        work.send(reach.chat_id, Message(html, reply), priority=Priority.NOTICE)


# ── what they share ────────────────────────────────────────────────────────────────────────────


def _followed(work: Work) -> list[FollowedProblem]:
    return followed_problems(
        work.session,
        work.desk.office_id,
        zone=work.desk.zone,
        overdue_after=work.desk.problem_overdue_after,
        now=work.now,
    )


def _view(work: Work, problem: Problem) -> FollowedProblem:
    """The problem as the office sees it, closed or not."""
    found = followed_problems(
        work.session,
        work.desk.office_id,
        zone=work.desk.zone,
        overdue_after=work.desk.problem_overdue_after,
        now=work.now,
        closed_since=problem.closed_at,
    )
    return next(one for one in found if one.problem_id == problem.id)


def _show(work: Work, problem: Problem) -> None:
    message = problem_card(work.language, _view(work, problem), now=work.now)
    work.card(CARD, with_newest(work, message, [problem.plan_id]))


def _own(work: Work, problem_id: int) -> Problem:
    """A problem of this office, for whoever coordinates it."""
    problem = work.session.get(Problem, problem_id)
    if problem is None or problem.office_id != work.desk.office_id or not work.is_coordinator():
        raise NotAllowed
    return problem


def _of_unit(work: Work, problem_id: int) -> Problem:
    """A problem of a unit for which the person writes."""
    problem = work.session.get(Problem, problem_id)
    if problem is None or problem.unit_id not in work.filing_unit_ids():
        raise NotAllowed
    return problem


def _ask_words(work: Work, problem: Problem, verb: str) -> None:
    _begin(work, problem, verb)
    message = ask_words(work.language, f"problem-ask-{verb}", _view(work, problem))
    work.card(CARD, with_newest(work, message, [problem.plan_id]))


def _begin(work: Work, problem: Problem, verb: str) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    turn_aside(conversation, f"{STEP}:{verb}:{problem.id}")


def _put_away(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(f"{STEP}:"):
        conversation.step = ""
