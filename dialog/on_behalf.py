"""The office files for a unit that cannot (代报): the same checks, and cards of its own."""

import re
from dataclasses import replace

from dialog.cards import preview_lines, receipt_lines
from dialog.checks import faults
from dialog.doubt_words import doubt_said
from dialog.doubts import all_explained, open_doubts
from dialog.layout import button, cut, rows
from dialog.press import Action, Press
from dialog.steps import Step
from texts import say
from texts.wording import timetable_line
from vocabulary.message import Button, Message
from vocabulary.report import FiledReport, WorkingReport
from vocabulary.timetable import Timetable

ON_PAPER = "paper"
"""The argument of the button that says that the unit's leader has signed on paper."""


_OF_MEASURE = re.compile(r"第?\s*\d{1,3}\s*项(?!目)")


def speaks_of_a_measure(text: str) -> bool:
    """第52项应该是正常推进, typed by the office: what would go into the form of the unit."""
    return _OF_MEASURE.search(text) is not None


def is_doubtful(report: WorkingReport) -> bool:
    return any(open_doubts(entry) for entry in report.entries)


def with_reason(report: WorkingReport, reason: str) -> WorkingReport:
    """The report with this one reason for everything in it that is doubtful."""
    entries = (replace(one, content=all_explained(one, reason)) for one in report.entries)
    return replace(report, entries=tuple(entries))


_DOUBTS = 12  # doubtful things that the question for their reason names


def preview_on_behalf(language: str, report: WorkingReport, *, line: str = "") -> Message:
    """What would be filed for the unit; files only when nothing stops it.

    What is missing comes by the form; what is only doubtful is explained here, or mended there.
    """
    found = faults(report)
    last = [
        _button(language, "button-full", report, Action.BEHALF_TEXT),
        _button(language, "behalf-button-form", report, Action.BEHALF_FORM),
    ]
    may_explain = any(fault.step is Step.EXPLAIN for fault in found)
    if may_explain:
        last.append(_button(language, "behalf-button-explain", report, Action.BEHALF_WHY))
    if not found:
        press = Press(Action.BEHALF_FILE, report.report_id, version=report.version)
        last.append(button(language, "button-file", press))
    missing = "behalf-missing-or-doubtful" if may_explain else "behalf-missing"
    key = missing if found else "behalf-whole"
    lines = [*preview_lines(language, report), say(language, key, unit=cut(report.unit, 60))]
    return Message("\n".join([*([line, ""] if line else []), *lines]), rows(last))


def _button(language: str, key: str, report: WorkingReport, action: Action) -> Button:
    return button(language, key, Press(action, report.report_id))


def ask_reason_on_behalf(language: str, report: WorkingReport, *, line: str = "") -> Message:
    """Asks one reason for everything doubtful, and names it."""
    doubted = [(entry, doubt) for entry in report.entries for doubt in open_doubts(entry)]
    lines = [line] if line else []
    lines.append(say(language, "behalf-ask-reason", unit=cut(report.unit, 60), count=len(doubted)))
    for entry, doubt in doubted[:_DOUBTS]:
        number = cut(entry.measure.number, 12)
        lines.append(say(language, "behalf-doubt", number=number) + doubt_said(language, doubt))
    if len(doubted) > _DOUBTS:
        lines.append(say(language, "card-more", count=len(doubted) - _DOUBTS))
    lines.append(timetable_line(language, report.timetable))
    back = _button(language, "button-back-to-preview", report, Action.BEHALF)
    return Message("\n".join(lines), ((back,),))


def ask_paper(language: str, report: WorkingReport) -> Message:
    """A report that the unit's leader signs: on paper, since it does not lie before them here."""
    signed = Press(Action.BEHALF_FILE, report.report_id, ON_PAPER, version=report.version)
    back = _button(language, "button-back-to-preview", report, Action.BEHALF)
    html = say(language, "behalf-paper", unit=cut(report.unit, 60))
    html = f"{html}\n{timetable_line(language, report.timetable)}"
    return Message(html, ((button(language, "behalf-button-paper", signed),), (back,)))


def receipt_on_behalf(
    language: str,
    filed: FiledReport,
    *,
    report_id: int,
    timetable: Timetable,
    for_review: bool = False,
) -> Message:
    """What the office reads once it has filed for a unit; the draft follows as a file."""
    lines = [
        say(language, "behalf-filed", unit=cut(filed.unit, 60)),
        *receipt_lines(language, filed),
        say(language, "behalf-review" if for_review else "behalf-draft"),
        say(language, "behalf-mend", unit=cut(filed.unit, 60)),
        timetable_line(language, timetable),
    ]
    return Message(
        "\n".join(lines),
        ((button(language, "button-full", Press(Action.REVIEW_TEXT, report_id)),),),
    )
