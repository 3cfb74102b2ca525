"""What is asked beside the report, and words of the report that come instead of an answer to it."""

from collections.abc import Callable
from dataclasses import dataclass

from dialog.asked_beside import (
    is_of_report,
    is_of_report_beside_day,
    is_of_report_beside_reason,
    wants_nothing,
)
from dialog.reasons import tells_of_measures
from handlers import absence, explaining, extensions, highlights, phones, standing
from handlers.at_report import reports_at_hand, working
from handlers.one_asks import ABSENCE_DAYS
from models.conversations import Conversation, come_back
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
    """

    tells: Callable[[WorkingReport, str], bool] = is_of_report
    is_answer: Callable[[Work, str, Rules], bool] = lambda _work, _text, _rules: False
    leave: Callable[[Work], None] = lambda _work: None
    may_end: bool = True


_ASKS = {
    ABSENCE_DAYS: Ask(is_answer=absence.says_days, leave=absence.leave),
    phones.STEP: Ask(is_answer=lambda _work, text, _rules: is_written_as_phone(text)),
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
    ask.leave(work)
    conversation.step = ""
    come_back(work.session, work.writer.id)
    return True
