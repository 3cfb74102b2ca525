"""The office's review: the list of what waits, and one filed report as its reviewer reads it."""

from collections.abc import Sequence
from math import ceil
from zoneinfo import ZoneInfo

from dialog.cards import filed_counts, filed_text, filed_troubles
from dialog.layout import button, cut, messages, page_row, rows
from dialog.press import Action, Press
from dialog.questions import explained_lines
from texts import say
from texts.wording import day_name, filer_name, listed, moment_name, month_name
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import Awaiting, FiledReport

PAGE_SIZE = 8
_NAMED = 12  # units or measures named one by one in a line, so that it stays a glance
EVERYTHING = "all"
"""The argument of the button that accepts everything after it was shown what that is."""


def review_list(
    language: str, waiting: Sequence[Awaiting], zone: ZoneInfo, page: int = 0
) -> Message:
    """Everything that waits, a page at a time; a button leads to each."""
    if not waiting:
        return Message(say(language, "review-none"))
    pages = ceil(len(waiting) / PAGE_SIZE)
    page = min(max(page, 0), pages - 1)
    shown = waiting[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [say(language, "review-title", count=len(waiting))]
    lines += [
        say(
            language,
            "review-line",
            unit=cut(one.unit, 40),
            month=month_name(language, one.period),
            revision=str(one.revision),
            filed_at=moment_name(language, one.filed_at.astimezone(zone)),
        )
        for one in shown
    ]
    to_each = rows(
        Button(cut(one.unit, 20), Press(Action.REVIEW, one.report_id).data()) for one in shown
    )
    newest = max(one.revision_id for one in waiting)
    press = Press(Action.ACCEPT_ALL, version=newest)
    everything = button(language, "review-button-all", press, count=len(waiting))
    turn = page_row(page, pages, lambda to: Press(Action.REVIEWS, 0, str(to)))
    return Message("\n".join(lines), (*to_each, *turn, (everything,)))


def accept_all(language: str, waiting: Sequence[Awaiting]) -> Message:
    """What would be accepted, to be confirmed as it was seen."""
    newest = max((one.revision_id for one in waiting), default=0)
    confirm = Press(Action.ACCEPT_ALL, 0, EVERYTHING, newest)
    lines = [say(language, "review-all", count=len(waiting)), *waiting_lines(language, waiting)]
    return Message(
        "\n".join(lines),
        (
            (button(language, "review-button-all-confirm", confirm, count=len(waiting)),),
            (button(language, "review-button-list", Press(Action.REVIEWS)),),
        ),
    )


def waiting_lines(language: str, waiting: Sequence[Awaiting]) -> list[str]:
    """By month, who has filed what waits for its review."""
    by_period: dict[Period, list[str]] = {}
    for one in waiting:
        by_period.setdefault(one.period, []).append(one.unit)
    return [
        say(
            language,
            "review-month",
            month=month_name(language, period),
            count=len(units),
            units=listed(language, units),
        )
        for period, units in by_period.items()
    ]


def review(language: str, filed: FiledReport, report_id: int, *, is_waiting: bool) -> Message:
    """One filed report in numbers, and what in it asks for attention.

    is_waiting: False once it was accepted: then it can still be returned.
    """
    lines = [
        say(
            language,
            "review-report",
            unit=cut(filed.unit, 60),
            month=month_name(language, filed.period),
            revision=str(filed.revision),
            filed_at=moment_name(language, filed.filed_at),
            by=cut(filer_name(language, filed), 60),
        ),
        *filed_counts(language, filed),
    ]
    if filed.return_answer:
        lines.append(say(language, "review-unchanged", answer=cut(filed.return_answer, 600)))
    if filed.correction_reason:
        lines.append(say(language, "review-correction", reason=cut(filed.correction_reason, 600)))
    lines += filed_troubles(language, filed)
    lines += _explained(language, filed)
    buttons = []
    if is_waiting:
        press = Press(Action.ACCEPT, report_id, version=filed.revision)
        buttons.append(button(language, "review-button-accept", press))
    buttons.append(button(language, "review-button-return", Press(Action.RETURN, report_id)))
    buttons.append(button(language, "button-full", Press(Action.REVIEW_TEXT, report_id)))
    files = sum(len(entry.evidence) for entry in filed.entries)
    if files:
        press = Press(Action.EVIDENCE_FILED, report_id)
        buttons.append(button(language, "evidence-button-filed", press, count=files))
    buttons.append(button(language, "review-button-list", Press(Action.REVIEWS)))
    return Message("\n".join(lines), rows(buttons))


def _explained(language: str, filed: FiledReport) -> list[str]:
    """Each doubt that the unit has answered by a reason, since the office is to judge that."""
    found = [
        say(
            language,
            "review-explained",
            number=cut(entry.measure.number, 12),
            words=cut(words, 120),
        )
        for entry in filed.entries
        for words in explained_lines(language, entry.content)
    ]
    more = len(found) - _NAMED
    return [*found[:_NAMED], *([say(language, "card-more", count=more)] if more > 0 else [])]


def review_text(language: str, filed: FiledReport, report_id: int) -> list[Message]:
    """The whole filed report, in as many messages as it takes; the last one leads back."""
    back = button(language, "review-button-back", Press(Action.REVIEW, report_id))
    return messages(filed_text(language, filed), buttons=((back,),))


def waiting_for_review(language: str, waiting: Sequence[Awaiting], zone: ZoneInfo) -> Message:
    """Reminds the office of everything that waits: one message, however much that is."""
    oldest = min(one.filed_at for one in waiting).astimezone(zone).date()
    lines = [
        say(language, "review-reminder", count=len(waiting), oldest=day_name(language, oldest)),
        *waiting_lines(language, waiting),
    ]
    press = Press(Action.REVIEWS)
    return Message("\n".join(lines), ((button(language, "review-button-open", press),),))
