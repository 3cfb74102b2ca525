"""A correction that is not filed: given up by its unit, or over at the lock. Its words are told."""

from dialog.cards import whole_entry
from dialog.changes import changed_text
from dialog.filed import entries_as_filed
from dialog.layout import button, cut, messages
from dialog.press import Action, Press
from texts import say
from texts.wording import month_name, timetable_line
from vocabulary.message import Message
from vocabulary.report import FiledEntry, WorkingReport


def ask_to_give_up(language: str, report: WorkingReport) -> Message:
    """Asks once, with what would be given up."""
    lines = changed_text(language, report.filed, entries_as_filed(report))
    heading = say(language, "correction-drop-ask", revision=str(report.revision), count=len(lines))
    drop = Press(Action.CORRECT_DROP, report.report_id, "yes", version=report.version)
    back = Press(Action.REPORT, report.report_id)
    return Message(
        "\n".join([heading, *lines, timetable_line(language, report.timetable)]),
        (
            (
                button(language, "button-correct-drop-yes", drop),
                button(language, "button-list", back),
            ),
        ),
    )


def given_back(language: str, report: WorkingReport, key: str) -> list[Message]:
    """What has become of the correction, and all that its changed measures said; nothing is cut."""
    filed = dict(zip((one.measure.number for one in report.filed), report.filed, strict=True))
    blocks = [
        whole_entry(language, entry)
        for entry, now in zip(report.entries, entries_as_filed(report), strict=True)
        if _differs(filed.get(now.measure.number), now)
    ]
    head = say(
        language,
        key,
        unit=cut(report.unit, 60),
        month=month_name(language, report.period),
        revision=str(report.revision),
        count=len(blocks),
    )
    return messages([[head, timetable_line(language, report.timetable)], *blocks])


def _differs(before: FiledEntry | None, now: FiledEntry) -> bool:
    return before is None or (before.content, before.evidence) != (now.content, now.evidence)
