"""The reason that a unit gives: what an edit of it means."""

from dialog.layout import cut
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from handlers import extensions, office
from handlers.at_report import Typed, own_entry, reshow, working
from handlers.correcting import ask_which_reason
from handlers.editing import reshow_report
from handlers.remembering import REASON_WAITS
from models.extensions import open_request
from models.filing import rewrite_reason
from models.views import ReportRows
from models.work import Work
from models.written import WrittenAs, written
from scheduler.requests import show_request
from scheduler.rules import Rules
from texts import say

_SHOWN = 200  # characters of a reason that is said again


def takes_edit(work: Work, typed: Typed, rules: Rules) -> bool:
    """Whether the message gave a reason: for a correction, for more time, or of a return.

    Then that changes.
    """
    row = written(work.session, work.writer.id, typed.message_id)
    if row is None or row.kind is not WrittenAs.REASON:
        return False
    if row.step == office.RETURN_REASON:
        office.edit_return(work, row, typed.text)
        return True
    if row.step == extensions.LINE:
        extensions.edit_line(work, row, typed.text, rules)
        return True
    rows, _, _ = own_entry(work, row.entry_id or 0)
    reason = read_reason(typed.text)
    if isinstance(reason, Refused):
        reshow(work, say(work.language, reason.text_key, **reason.facts))
    elif row.words and row.step == REASON_WAITS and rows.report.correcting:
        row.words = reason
        ask_which_reason(work, rows)
    elif row.words and _rewrites(work, rows, row.step, row.words, reason):
        row.words = reason
        line = say(work.language, "edit-of-reason-taken", reason=cut(reason, _SHOWN))
        if row.step == extensions.STEP:
            reshow(work, line)
        else:
            reshow_report(work, rows, working(work, rows), line)
    else:
        reshow(work, say(work.language, "edit-of-reason"))
    return True


def _rewrites(work: Work, rows: ReportRows, step: str, was: str, reason: str) -> bool:
    """False where what was given stands no more, or is answered or filed already."""
    if step != extensions.STEP:
        return rewrite_reason(rows.report, was, reason)
    request = open_request(work.session, rows.report.id)
    if request is None or request.asked_by_id != work.writer.id or request.reason != was:
        return False
    request.reason = reason
    show_request(work, request)
    return True
