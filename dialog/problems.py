"""The office's problems: the list, one of them with its history, and what is asked about it."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from dialog.layout import Rows, button, cut, rows
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import month_name, period_name, problem_word
from vocabulary.message import Button, Message
from vocabulary.report import FollowedProblem
from vocabulary.terms import ProblemState

PAGE_SIZE = 6
BY_UNIT = "u"
"""Ends the argument of a button that shows the list by units."""

_TOLD = 12  # newest lines of a problem's history that its card shows
_LINE = 160  # characters of one thing that was said


def problem_list(
    language: str,
    problems: Sequence[FollowedProblem],
    *,
    now: datetime,
    page: int = 0,
    by_unit: bool = False,
) -> Message:
    """Everything not closed, a page at a time: the overdue and old ones first, or by unit."""
    if not problems:
        return Message(say(language, "problems-none"))
    if by_unit:
        problems = sorted(problems, key=lambda one: one.unit)
    pages = ceil(len(problems) / PAGE_SIZE)
    page = min(max(page, 0), pages - 1)
    shown = problems[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [_counts(language, problems)]
    lines += [_line(language, problem, now) for problem in shown]
    to_each = rows(
        button(
            language,
            "problems-button-one",
            Press(Action.PROBLEM, one.problem_id),
            unit=cut(one.unit, 12),
            number=cut(one.number, 8),
        )
        for one in shown
    )
    order = "problems-button-by-age" if by_unit else "problems-button-by-unit"
    other = Press(Action.PROBLEMS, 0, _page(0, by_unit=not by_unit))
    return Message(
        "\n".join(lines),
        (*to_each, *_page_row(page, pages, by_unit=by_unit), (button(language, order, other),)),
    )


def read_page(argument: str) -> tuple[int, bool]:
    """The page, and whether by unit, as a button of the list says it."""
    page = argument.removesuffix(BY_UNIT)
    return (int(page) if page.isdecimal() else 0), argument.endswith(BY_UNIT)


def _page(page: int, *, by_unit: bool) -> str:
    return f"{page}{BY_UNIT}" if by_unit else str(page)


def _page_row(page: int, pages: int, *, by_unit: bool) -> Rows:
    if pages == 1:
        return ()
    places = (("‹", (page - 1) % pages), (f"{page + 1}/{pages}", page), ("›", (page + 1) % pages))
    return (
        tuple(
            Button(text, Press(Action.PROBLEMS, 0, _page(to, by_unit=by_unit)).data())
            for text, to in places
        ),
    )


def _counts(language: str, problems: Sequence[FollowedProblem]) -> str:
    """How many are not closed, and what of them waits for whom."""
    unclosed = [one for one in problems if one.state is not ProblemState.CLOSED]
    return say(
        language,
        "problems-title",
        count=len(unclosed),
        overdue=sum(one.is_overdue for one in unclosed),
        resolved=sum(one.state is ProblemState.RESOLVED for one in unclosed),
        unasked=sum(one.is_living and not one.is_asked for one in unclosed),
    )


def _line(language: str, problem: FollowedProblem, now: datetime) -> str:
    return say(
        language,
        "problems-line",
        sign="!" if problem.is_overdue else "●" if problem.state is ProblemState.RESOLVED else "○",
        unit=cut(problem.unit, 20),
        number=cut(problem.number, 12),
        state=plain(language, f"problem-state-{problem.state.value}"),
        since=_month(language, problem),
        days=problem.days(now),
        words=cut(problem.words, 60),
    )


def _month(language: str, problem: FollowedProblem) -> str:
    """Since when it is; with its year where that is another one than that of its report."""
    is_of_year = problem.began.year == problem.since.year
    return (month_name if is_of_year else period_name)(language, problem.began)


def _began(language: str, problem: FollowedProblem) -> str:
    return "none" if problem.began == problem.since else _month(language, problem)


def problem_card(
    language: str, problem: FollowedProblem, *, now: datetime, for_office: bool = True
) -> Message:
    """One problem, what was said of it month by month, and to the office what it can do."""
    lines = [
        say(
            language,
            "problem-head",
            unit=cut(problem.unit, 60),
            number=cut(problem.number, 12),
            title=cut(problem.title, 60),
        ),
        say(
            language,
            "problem-state",
            state=plain(language, f"problem-state-{problem.state.value}"),
            since=month_name(language, problem.since),
            began=_began(language, problem),
            days=problem.days(now),
        ),
    ]
    lines += [say(language, "problem-overdue")] if problem.is_overdue else []
    lines += (
        [say(language, "problem-unasked")] if problem.is_living and not problem.is_asked else []
    )
    for key, words in (
        ("preview-problem", problem.words),
        ("preview-next-step", problem.next_step),
        ("preview-help", problem.help_from),
    ):
        lines += [say(language, key, words=cut(words, 500))] if words else []
    history = problem.history[-_TOLD:]
    lines += [
        "",
        *(
            say(language, "problem-word", line=problem_word(language, one, cut(one.words, _LINE)))
            for one in history
        ),
    ]
    return Message("\n".join(lines), rows(_deeds(language, problem)) if for_office else ())


def _deeds(language: str, problem: FollowedProblem) -> list[Button]:
    keys = []
    if problem.state is not ProblemState.CLOSED:
        keys.append(("problem-button-close", Action.PROBLEM_CLOSE))
    if not problem.is_living:
        keys.append(("problem-button-reopen", Action.PROBLEM_REOPEN))
    if problem.state is not ProblemState.CLOSED:
        keys.append(("problem-button-ask", Action.PROBLEM_ASK))
    buttons = [button(language, key, Press(action, problem.problem_id)) for key, action in keys]
    return [*buttons, button(language, "problem-button-list", Press(Action.PROBLEMS))]


def ask_words(language: str, key: str, problem: FollowedProblem) -> Message:
    """Asks the office how it was settled, why it is opened again, or what it wants to know."""
    html = say(language, key, unit=cut(problem.unit, 60), number=cut(problem.number, 12))
    back = button(language, "problem-button-back", Press(Action.PROBLEM, problem.problem_id))
    return Message(html, ((back,),))
