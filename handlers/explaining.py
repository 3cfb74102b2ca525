"""Reasons for what stands unchanged: the words of three months, and a returned report."""

from dialog.cards import joint_explanation, unchanged_return
from dialog.doubts import unchanged_because, unchanged_entries
from dialog.no_answers import read_reason, read_return_answer
from dialog.outcome import Refused
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
from models.cycles import newest_revision, open_return
from models.filing import answer_return, filed_content
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.report import FiledEntry

JOINT_REASON = "joint_reason"
"""The conversation's step while that reason is asked."""

RETURN_ANSWER = "return_answer"
"""The conversation's step while it is asked why a returned report stands as it is."""


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


# ── a returned report that is filed as it was ──────────────────────────────────────────────────


def asks_why_unchanged(work: Work, rows: ReportRows, entries: tuple[FiledEntry, ...]) -> bool:
    """Whether the return is answered by nothing: then it asks why, instead of filing."""
    newest = newest_revision(work.session, rows.report.id)
    returned = open_return(work.session, rows.report.id)
    if newest is None or returned is None or returned.answer:
        return False
    before = [(entry.content, entry.evidence) for entry in filed_content(newest).entries]
    if before != [(entry.content, entry.evidence) for entry in entries]:
        return False
    _ask_why_unchanged(work, rows)
    return True


def _ask_why_unchanged(work: Work, rows: ReportRows, line: str = "") -> None:
    put_away(work, rows).step = RETURN_ANSWER
    show(work, unchanged_return(work.language, working(work, rows)), line)


def take_return_answer(work: Work, conversation: Conversation, text: str) -> None:
    if conversation.report_id is None:
        return
    rows = own(work, conversation.report_id)
    require_writable(work, rows)
    reason = read_return_answer(text)
    if isinstance(reason, Refused):
        _ask_why_unchanged(work, rows, say(work.language, reason.text_key, **reason.facts))
        return
    answer_return(work.session, rows.report, reason)
    work.touch(rows.report.id)
    show_preview(work, rows)
