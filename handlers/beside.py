"""What is asked beside the report, and words of the report that come instead of an answer to it."""

from collections.abc import Callable
from dataclasses import dataclass

from dialog.measure_numbers import tells_of_a_measure
from dialog.reasons import tells_of_measures
from handlers import absence, explaining, extensions, phones
from handlers.at_report import reports_at_hand, working
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
    """

    tells: Callable[[WorkingReport, str], bool] = tells_of_a_measure
    is_answer: Callable[[Work, str, Rules], bool] = lambda _work, _text, _rules: False
    leave: Callable[[Work], None] = lambda _work: None


_ASKS = {
    absence.ABSENCE_DAYS: Ask(is_answer=absence.says_days, leave=absence.leave),
    phones.STEP: Ask(is_answer=lambda _work, text, _rules: is_written_as_phone(text)),
    extensions.STEP: Ask(tells_of_measures, leave=extensions.leave),
    explaining.JOINT_REASON: Ask(tells_of_measures),
    explaining.RETURN_ANSWER: Ask(tells_of_measures),
}
"""By the beginning of the conversation's step. Where a reason is asked, it may name a measure."""


def leads_to_report(work: Work, conversation: Conversation, text: str, rules: Rules) -> bool:
    """Whether the person goes on with the report, where something beside it is asked.

    What was open before is open again then.
    """
    ask = _ASKS.get(conversation.step.partition(":")[0])
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
