"""A problem of what is asked quarterly, in a month without it: asked about beside the report; pure.

Whatever is typed says what has become of it, as it does in the report (`dialog.follow_ups`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialog.follow_ups import read_follow_up, tells_turn
from dialog.layout import Rows, button, cut
from dialog.measure_numbers import heading
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.words import cleaned
from texts import plain, say
from texts.wording import month_name
from vocabulary.message import Button
from vocabulary.period import Period
from vocabulary.report import OpenProblem, WorkingReport
from vocabulary.terms import ProblemTurn

_WORDS = 80  # characters of a problem on the card of the report


def answer_buttons(language: str, problem_id: int, number: str) -> tuple[Button, ...]:
    """To answer in words, and that nothing has changed, by one tap."""
    shown = cut(number, 12)
    answer = Press(Action.PROBLEM_ANSWER, problem_id)
    same = Press(Action.PROBLEM_ANSWER, problem_id, ProblemTurn.UNCHANGED.value)
    return (
        button(language, "problem-button-answer-one", answer, number=shown),
        button(language, "problem-button-same-one", same, number=shown),
    )


def beside_lines(language: str, report: WorkingReport) -> Iterator[str]:
    """What waits for an answer, above the measures of the month."""
    for number, problem in report.problems_beside:
        yield problem_line(language, number, problem.since, problem.words)


def problem_line(
    language: str, number: str, since: Period, words: str, *, longest: int = _WORDS
) -> str:
    return say(
        language,
        "problem-beside-line",
        number=cut(number, 12),
        since=month_name(language, since),
        words=cut(words, longest),
    )


def beside_rows(language: str, report: WorkingReport) -> Rows:
    return tuple(
        answer_buttons(language, problem.problem_id, number)
        for number, problem in report.problems_beside
    )


def ask_answer(language: str, number: str, problem: str, since: Period) -> str:
    """What is asked once [答复] is tapped, in the reader's own language."""
    return say(
        language,
        "problem-beside-ask",
        number=cut(number, 12),
        since=month_name(language, since),
        problem=cut(problem, _WORDS),
    )


@dataclass(frozen=True)
class Beside:
    """Words behind the number of a measure whose problem waits for an answer."""

    number: str
    problem: OpenProblem
    words: str

    @property
    def speaks_of_problem(self) -> bool:
        """Whether they are the answer; else it is asked, for the measure may be meant."""
        return tells_turn(self.words) or _OF_PROBLEM.search(self.words) is not None


_OF_PROBLEM = re.compile("问题|困难|解决|problem|solved", re.IGNORECASE)


def told_beside(report: WorkingReport, text: str) -> Beside | None:
    """59 已解决：用地已批复, 59 等省厅批复: the problem that waits, and what is said behind it."""
    said = cleaned(text)
    if (found := heading(said)) is not None:
        return numbered_beside(report, found.number, found.words)
    counted = _ITS_PROBLEM.match(said)
    return numbered_beside(report, counted[1], said[counted.end() :]) if counted else None


_ITS_PROBLEM = re.compile("([0-9]{1,4})项的?(?=问题|困难)")
"""59项问题没有变化; 59项 before other words counts them."""


def numbered_beside(report: WorkingReport, number: str, words: str) -> Beside | None:
    said = cleaned(words)
    found = (Beside(of, one, said) for of, one in report.problems_beside if of == number)
    return next(found, None) if said else None


def offer_line(language: str, beside: Beside) -> str:
    """Asks whether words that may tell of the measure are of its problem."""
    return say(
        language,
        "problem-beside-offer",
        number=cut(beside.number, 12),
        since=month_name(language, beside.problem.since),
        problem=cut(beside.problem.words, _WORDS),
    )


def offer_rows(language: str, beside: Beside, message_id: int) -> Rows:
    """The button that makes the words of that message the answer."""
    press = Press(Action.PROBLEM_ANSWER, beside.problem.problem_id, f"{_OF_MESSAGE}{message_id}")
    number = cut(beside.number, 12)
    return ((button(language, "problem-button-these-words", press, number=number),),)


def message_meant(press: Press) -> int | None:
    """The message whose words such a button makes the answer; None for any other button."""
    message = press.argument.removeprefix(_OF_MESSAGE)
    return int(message) if message != press.argument and message.isdecimal() else None


_OF_MESSAGE = "_"


def read_answer(text: str) -> tuple[ProblemTurn, str] | Refused:
    """What has become of it, and what happened; 没有变化 and 已解决 need no more words."""
    said = cleaned(text)
    if not tells_turn(said) and isinstance(refused := read_reason(text), Refused):
        return refused
    return read_follow_up(said, None)


def answer_shown(language: str, turn: ProblemTurn, words: str) -> str:
    """As the office reads it."""
    word = plain(language, f"problem-turn-{turn.value}")
    return plain(language, "problem-beside-answer", turn=word, words=words or "none")
