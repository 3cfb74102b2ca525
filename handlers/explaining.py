"""Reasons for what is doubted of several measures, and why a returned report stands unchanged."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.cards import joint_explanation, unchanged_return
from dialog.doubt_answers import often_said, reason_for_all
from dialog.layout import Rows, cut
from dialog.no_answers import read_return_answer
from dialog.outcome import Refused
from dialog.placing import Question
from dialog.press import Press
from dialog.same_doubts import Matter, doubted_alike, explained_together
from dialog.steps import asked_together, next_entry, step_to_ask
from dialog.words import cleaned
from handlers.at_report import (
    ask,
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
from texts.wording import listed
from vocabulary.errors import Stale
from vocabulary.report import FiledEntry, ReportEntry, WorkingReport
from vocabulary.terms import DoubtKind

JOINT_REASON = "joint_reason"
"""The conversation's step while such a reason is asked: `joint_reason:no-evidence`."""

RETURN_ANSWER = "return_answer"
"""The conversation's step while it is asked why a returned report stands as it is."""


def ask_by_tap(work: Work, press: Press) -> None:
    rows = own(work, press.target)
    require_writable(work, rows)
    ask_joint_reason(work, rows, _matter(press.argument))


def _matter(name: str) -> Matter:
    """Without a name it is what alone was explained so at first."""
    if name and name not in {matter.value for matter in Matter}:
        raise Stale
    return Matter(name) if name else Matter.UNCHANGED


def ask_joint_reason(
    work: Work, rows: ReportRows, matter: Matter, line: str = "", *, extra: Rows = ()
) -> None:
    """Shows the preview instead where nothing is left to explain. extra: further buttons."""
    report = working(work, rows)
    if not doubted_alike(report, matter):
        show_preview(work, rows, line, extra=extra)
        return
    put_away(work, rows).step = f"{JOINT_REASON}:{matter.value}"
    message = joint_explanation(work.language, report, matter)
    show(work, replace(message, buttons=(*extra, *message.buttons)), line)


def ask_for_reasons(work: Work, rows: ReportRows) -> None:
    """What was taken over from last month and is doubted: the reason for all, else the preview."""
    report = working(work, rows)
    upcoming = next_entry(report)
    matter = asked_together(report, upcoming) if upcoming else None
    ask_joint_reason(work, rows, matter or Matter.UNCHANGED)


def asks_of_several(conversation: Conversation, rows: ReportRows) -> bool:
    """Whether one reason for several measures of the report is what is asked now."""
    is_of_report = conversation.report_id == rows.report.id
    return is_of_report and conversation.step.startswith(JOINT_REASON)


def take_joint_reason(work: Work, conversation: Conversation, text: str) -> None:
    if conversation.report_id is None:
        return
    rows = own(work, conversation.report_id)
    require_writable(work, rows)
    matter = _matter(conversation.step.partition(":")[2])
    reason = reason_for_all(working(work, rows), matter, cleaned(text))
    if isinstance(reason, Refused):
        ask_joint_reason(work, rows, matter, say(work.language, reason.text_key, **reason.facts))
        return
    _explain_all(work, rows, matter, reason)


def explain_by_tap(work: Work, press: Press) -> None:
    """The reason of a button for all that is doubted alike."""
    rows = own(work, press.target)
    require_writable(work, rows)
    name, _, argument = press.argument.partition(".")
    matter = _matter(name)
    is_of_evidence = matter is Matter.EVIDENCE
    reason = often_said(DoubtKind.NO_EVIDENCE, argument) if is_of_evidence else None
    if reason is None:
        raise Stale
    _explain_all(work, rows, matter, reason)


def _explain_all(work: Work, rows: ReportRows, matter: Matter, reason: str) -> None:
    report = working(work, rows)
    told = explained_together(report, matter, reason)
    for entry_id, content in told.items():
        record(work, rows, entry_id, content)
    entries = [entry for entry in report.entries if entry.entry_id in told]
    go_on_with_report(work, rows, _said_together(work, entries, reason) if entries else "")


def _said_together(work: Work, entries: Sequence[ReportEntry], reason: str) -> str:
    shown = [cut(entry.measure.number, 12) for entry in entries[:_NAMED]]
    return say(
        work.language,
        "answer-explained-together",
        count=sum(len(entry.measure.each) for entry in entries),
        list=listed(work.language, shown),
        more=len(entries) - len(shown),
        words=cut(reason, _QUOTED),
    )


_NAMED = 12  # measures named, so that it stays a line

_QUOTED = 60  # characters of the reason


def go_on_with_report(
    work: Work,
    rows: ReportRows,
    line: str = "",
    *,
    after: Question | None = None,
    extra: Rows = (),
) -> None:
    """What the report lacks still: the next measure, what is explained of several, the preview.

    extra: further buttons on the card, on top.
    """
    report = working(work, rows)
    upcoming = next_entry(report, after=after.entry_id if after else None)
    if upcoming is None:
        show_preview(work, rows, line, after=after, extra=extra)
    else:
        ask_upcoming(work, rows, report, upcoming, line, after=after, extra=extra)


def ask_upcoming(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    upcoming: ReportEntry,
    line: str = "",
    *,
    after: Question | None = None,
    extra: Rows = (),
) -> None:
    """The entry that comes next, or with it all of which only the same is left."""
    if (matter := asked_together(report, upcoming)) is not None:
        ask_joint_reason(work, rows, matter, line, extra=extra)
    else:
        ask(work, report, upcoming, step_to_ask(upcoming), line=line, after=after, extra=extra)


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
