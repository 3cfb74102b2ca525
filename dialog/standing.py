"""How a report stands, and what was filed in the months before: to be read, not to be answered."""

from collections.abc import Sequence
from math import ceil

from dialog.cards import SETTLED, filed_text, state_lines, title_line
from dialog.changes import changed_text
from dialog.layout import Rows, button, cut, messages, rows
from dialog.press import Action, Press
from dialog.steps import is_complete
from dialog.ticks import ticks_line
from texts import say
from texts.wording import filer_name, listed, moment_name, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import FiledReport, WorkingReport
from vocabulary.ticks import Ticks
from vocabulary.timetable import Timetable

PAGE_SIZE = 8
_NAMED = 12  # measures named one by one in a line, so that it stays a glance
_CHANGES = 500  # characters of what one revision changed
_LONGEST = 3200  # characters of all revisions together; the full texts say everything anyway


def standing(
    language: str,
    report: WorkingReport,
    filed: FiledReport | None,
    ticks: Ticks,
    *,
    locked: bool,
) -> list[str]:
    """What is missing, until when, what was filed and has come since, as lines of Telegram HTML."""
    lines = [title_line(language, report), *state_lines(language, report, locked=locked)]
    if filed is not None:
        lines += [_receipt(language, filed), ticks_line(language, ticks)]
    missing = [e.measure.number for e in report.entries if not is_complete(e)]
    if report.state in SETTLED:
        return lines
    if missing:
        named = listed(language, (cut(number, 12) for number in missing[:_NAMED]))
        more = max(0, len(missing) - _NAMED)
        count = report.asked - report.count(is_complete)
        lines.append(say(language, "standing-missing", count=count, list=named, more=more))
    else:
        lines.append(say(language, "standing-complete"))
    return lines


def _receipt(language: str, filed: FiledReport) -> str:
    return say(
        language,
        "standing-filed",
        revision=str(filed.revision),
        receipt=filed.receipt,
        filed_at=moment_name(language, filed.filed_at),
        by=cut(filer_name(language, filed), 40),
    )


# ── what was filed before ──────────────────────────────────────────────────────────────────────


FiledLine = tuple[int, str, Period, int, str]
"""A report's id, unit, period, newest revision and receipt."""


def history(language: str, months: Sequence[FiledLine], page: int, *, owner: int) -> Message:
    """The months of which something was filed, a page at a time; a button opens each.

    owner: the unit whose history it is; 0 for all of the reader's own.
    """
    if not months:
        return Message(say(language, "history-none"))
    pages = ceil(len(months) / PAGE_SIZE)
    page = min(max(page, 0), pages - 1)
    shown = months[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [say(language, "history-title")]
    lines += [
        say(
            language,
            "history-line",
            unit=cut(unit, 30),
            month=month_name(language, period),
            year=str(period.year),
            revision=str(revision),
            receipt=receipt,
        )
        for _, unit, period, revision, receipt in shown
    ]
    to_each = rows(
        button(
            language,
            "history-button",
            Press(Action.HISTORY_REPORT, report_id),
            unit=cut(unit, 12),
            month=month_name(language, period),
        )
        for report_id, unit, period, _, _ in shown
    )
    return Message("\n".join(lines), (*to_each, *_page_row(page, pages, owner)))


def _page_row(page: int, pages: int, owner: int) -> Rows:
    if pages == 1:
        return ()
    places = (("‹", (page - 1) % pages), (f"{page + 1}/{pages}", page), ("›", (page + 1) % pages))
    return (
        tuple(Button(text, Press(Action.HISTORY, owner, str(to)).data()) for text, to in places),
    )


def history_of(
    language: str,
    report_id: int,
    revisions: Sequence[FiledReport],
    timetable: Timetable,
    *,
    has_copies: bool,
) -> Message:
    """Every revision of a report: when, by whom, why, and what it says otherwise.

    has_copies: stamped copies of it have come, and a button shows them.
    """
    newest = revisions[-1]
    heading = say(
        language,
        "history-report",
        unit=cut(newest.unit, 60),
        month=month_name(language, newest.period),
        year=str(newest.period.year),
    )
    blocks = [
        _revision(language, filed, before)
        for before, filed in zip((None, *revisions[:-1]), revisions, strict=True)
    ]
    lines, dropped = [heading, timetable_line(language, timetable)], 0
    while sum(len("\n".join(block)) for block in blocks) > _LONGEST and len(blocks) > 1:
        blocks.pop(0)
        dropped += 1
    if dropped:
        lines.append(say(language, "history-earlier", count=dropped))
    for block in blocks:
        lines += ["", *block]
    full = rows(
        button(
            language,
            "history-button-full",
            Press(Action.HISTORY_TEXT, report_id, str(filed.revision)),
            revision=str(filed.revision),
        )
        for filed in revisions[-PAGE_SIZE:]
    )
    back = button(language, "history-button-list", Press(Action.HISTORY))
    copies = button(language, "history-button-stamped", Press(Action.STAMPED_SHOW, report_id))
    last = (copies, back) if has_copies else (back,)
    return Message("\n".join(lines), (*full, last))


def _revision(language: str, filed: FiledReport, before: FiledReport | None) -> list[str]:
    lines = [_receipt(language, filed)]
    if filed.correction_reason:
        lines.append(say(language, "otherwise-reason", reason=cut(filed.correction_reason, 200)))
    if filed.return_answer:
        lines.append(say(language, "history-answer", answer=cut(filed.return_answer, 200)))
    if before is not None:
        changes = changed_text(language, before.entries, filed.entries, most=_CHANGES)
        none = say(language, "otherwise-none", revision=str(before.revision))
        lines += changes or [none]
    return lines


def revision_text(
    language: str, report_id: int, filed: FiledReport, timetable: Timetable
) -> list[Message]:
    """Everything that the revision says, as it was filed."""
    head = f"{_receipt(language, filed)}\n{timetable_line(language, timetable)}"
    back = button(language, "history-button-back", Press(Action.HISTORY_REPORT, report_id))
    first, *rest = filed_text(language, filed)
    return messages([[*first, head], *rest], buttons=((back,),))
