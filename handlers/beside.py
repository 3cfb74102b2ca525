"""What is asked beside the report, and words of the report that come instead of an answer to it."""

from collections.abc import Callable
from dataclasses import dataclass

from dialog.asked_beside import (
    is_of_report,
    is_of_report_beside_day,
    is_of_report_beside_reason,
    may_answer,
    wants_nothing,
)
from dialog.placing import Question
from dialog.reasons import tells_of_measures
from handlers import absence, explaining, extensions, highlights, phones, standing
from handlers.at_report import Typed, open_to, question_of, reports_at_hand, working
from handlers.holding import hold, of_words
from handlers.one_asks import ABSENCE_DAYS
from models.conversations import Conversation, come_back, waiting_aside
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from plans.phones import is_written_as_phone
from scheduler.rules import Rules
from vocabulary.report import WorkingReport


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that is asked beside the report.

    tells: whether a text is of the report, as far as this may be asked with such words.
    is_answer: whether it answers all the same. leave: what becomes of the card that asks.
    may_end: whether the person has asked for it, so that 不用了 ends it.
    takes_words: whether words may be meant for it, though it does not understand them.
    """

    tells: Callable[[WorkingReport, str], bool] = is_of_report
    is_answer: Callable[[Work, str, Rules], bool] = lambda _work, _text, _rules: False
    leave: Callable[[Work], None] = lambda _work: None
    may_end: bool = True
    takes_words: bool = True


_ASKS = {
    ABSENCE_DAYS: Ask(is_answer=absence.says_days, leave=absence.leave, takes_words=False),
    phones.STEP: Ask(
        is_answer=lambda _work, text, _rules: is_written_as_phone(text), takes_words=False
    ),
    extensions.STEP: Ask(
        is_of_report_beside_day, is_answer=extensions.says_day, leave=extensions.leave
    ),
    f"{extensions.STEP}:": Ask(is_of_report_beside_reason, leave=extensions.leave),
    **{
        step: Ask(lambda _report, _text: False)
        for step in (highlights.STEP, highlights.NUMBERED, f"{highlights.NUMBERED}:")
    },
    f"{explaining.JOINT_REASON}:": Ask(tells_of_measures, may_end=False),
    explaining.RETURN_ANSWER: Ask(tells_of_measures, may_end=False),
}
"""By the conversation's step, or its beginning. Where a reason is asked, it may name a measure."""


def _asked(conversation: Conversation) -> Ask | None:
    name, colon, _ = conversation.step.partition(":")
    return _ASKS.get(f"{name}{colon}")


def ends_what_is_asked(work: Work, conversation: Conversation, text: str) -> bool:
    """不延了, 不用了, 号码没变: as 取消, where something beside the report is asked."""
    ask = _asked(conversation)
    if ask is None or not ask.may_end or not wants_nothing(text):
        return False
    ask.leave(work)
    standing.cancel(work)
    return True


def puts_right(work: Work, conversation: Conversation, typed: Typed, rules: Rules) -> bool:
    """Whether days, a number or a date that were just told there are told otherwise now."""
    if _asked(conversation) is not None or not work.filing_unit_ids():
        return False
    return (
        absence.puts_right(work, typed.text, rules)
        or phones.puts_right(work, typed.text)
        or extensions.puts_right(work, typed, rules)
    )


def leads_to_report(work: Work, conversation: Conversation, text: str, rules: Rules) -> bool:
    """Whether the person goes on with the report, where something beside it is asked.

    What was open before is open again then.
    """
    ask = _asked(conversation)
    if ask is None or not (work.filing_unit_ids() or work.helps):
        return False
    reports = [working(work, rows) for rows in reports_at_hand(work, conversation)]
    is_told = any(ask.tells(report, text) for report in reports)
    if not is_told or ask.is_answer(work, text, rules):
        return False
    _leave(work, conversation, ask)
    return True


def _leave(work: Work, conversation: Conversation, ask: Ask) -> None:
    ask.leave(work)
    conversation.step = ""
    come_back(work.session, work.writer.id)


def offers_to_report(work: Work, conversation: Conversation, typed: Typed, rules: Rules) -> bool:
    """Whether words that answer nothing there may answer the question that waits: one tap says it.

    They are kept until then.
    """
    ask, waits = _asked(conversation), _waits(work, conversation)
    if ask is None or ask.takes_words or waits is None or ask.is_answer(work, typed.text, rules):
        return False
    rows, question = waits
    report = working(work, rows)
    if not report.has(question.entry_id) or not may_answer(report, question, typed.text):
        return False
    _leave(work, conversation, ask)
    hold(work, conversation, rows, typed, behind=of_words(report.entry(question.entry_id)))
    return True


def _waits(work: Work, conversation: Conversation) -> tuple[ReportRows, Question] | None:
    """The report's question that waits, and can be answered."""
    report_id, entry_id, step, indicator_id = waiting_aside(conversation)
    question = question_of(entry_id, step, indicator_id)
    if report_id is None or question is None:
        return None
    rows = open_to(work, report_id)
    return (rows, question) if is_writable(rows.report) else None
