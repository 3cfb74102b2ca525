"""One reason for all that stands unchanged for the third month."""

from dialog.answers import Refused, read_reason
from dialog.cards import joint_explanation
from dialog.doubts import unchanged_because, unchanged_entries
from dialog.press import Press
from handlers.at_report import (
    own,
    put_away,
    record,
    require_writable,
    show,
    show_preview,
    working,
)
from models.conversations import Conversation
from models.views import ReportRows
from models.work import Work
from texts import say

JOINT_REASON = "joint_reason"
"""The conversation's step while that reason is asked."""


def ask_by_tap(work: Work, press: Press) -> None:
    rows = own(work, press.target)
    require_writable(work, rows)
    ask_joint_reason(work, rows)


def ask_joint_reason(work: Work, rows: ReportRows, line: str = "") -> None:
    """Shows the preview instead where nothing is left to explain."""
    report = working(work, rows)
    if not unchanged_entries(report):
        show_preview(work, rows, line)
        return
    put_away(work, rows).step = JOINT_REASON
    show(work, joint_explanation(work.language, report), line)


def take_joint_reason(work: Work, conversation: Conversation, text: str) -> None:
    if conversation.report_id is None:
        return
    rows = own(work, conversation.report_id)
    require_writable(work, rows)
    reason = read_reason(text)
    if isinstance(reason, Refused):
        ask_joint_reason(work, rows, say(work.language, reason.text_key, **reason.facts))
        return
    for entry in unchanged_entries(working(work, rows)):
        record(work, rows, entry.entry_id, unchanged_because(entry, reason))
    show_preview(work, rows)
