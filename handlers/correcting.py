"""The reason for a correction was asked: with it the filed report is open again."""

from dialog.answers import Refused, read_reason
from dialog.cards import correction
from handlers.at_report import own, require_unlocked, show, working
from handlers.editing import show_correction
from handlers.pasting import show_waiting
from models.conversations import Conversation
from models.filing import open_correction
from models.work import Work
from texts import say
from vocabulary.errors import Stale


def take_reason(work: Work, conversation: Conversation, text: str) -> None:
    """What was edited or pasted meanwhile is in the correction, or shown to be put there."""
    if conversation.report_id is None:
        raise Stale
    rows = own(work, conversation.report_id)
    require_unlocked(work, rows)
    reason = read_reason(text)
    if isinstance(reason, Refused):
        line = say(work.language, reason.text_key, **reason.facts)
        show(work, correction(work.language, working(work, rows)), line)
        return
    open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
    work.touch(rows.report.id)
    show_correction(work, rows)
    show_waiting(work, rows)
