"""A correction that is not filed: given up by its unit, or over at the lock. Its words are told."""

from dialog.cards import whole_entry
from dialog.changes import changed_text
from dialog.filed import entries_as_filed
from dialog.layout import button, cut, messages
from dialog.press import Action, Press
from dialog.reasons import joined_reason
from texts import plain, say
from texts.wording import month_name, timetable_line
from vocabulary.message import Message
from vocabulary.report import FiledEntry, ReportEntry, WorkingReport


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


KEEP, MINE, BOTH = "keep", "mine", "both"
"""Whose reason stands where two have given one, as a button says it."""

_REASON = 500  # characters of either reason, which is as long as one may be
_NAME = 12


def reason_of_two(
    language: str, report: WorkingReport, said: str, *, by: str, message_id: int
) -> Message:
    """A colleague has opened the correction meanwhile: both reasons, and which one shall stand.

    by: who has; empty where that is not known. message_id: of the message that says the reader's.
    """
    name = cut(by, _NAME) or plain(language, "correction-colleague")
    theirs = report.correction_reason
    lines = [
        timetable_line(language, report.timetable),
        say(language, "correction-two", name=name, reason=cut(theirs, _REASON)),
        say(language, "collision-mine", words=cut(said, _REASON)),
        say(language, "collision-ask"),
    ]
    ways = [(KEEP, "collision-button-keep"), (MINE, "collision-button-mine")]
    ways += [(BOTH, "collision-button-after")] if joined_reason(theirs, said) else []
    buttons = tuple(
        (
            button(
                language,
                key,
                Press(Action.CORRECT_REASON, report.report_id, f"{way}.{message_id}"),
                name=name,
            ),
        )
        for way, key in ways
    )
    return Message("\n".join(lines), buttons)


def given_back(language: str, report: WorkingReport, key: str, *, by: str = "") -> list[Message]:
    """What has become of the correction, and all that its changed measures said; nothing is cut.

    by: who has given it up, where that is somebody else.
    """
    blocks = [whole_entry(language, entry) for entry in changed_entries(report)]
    head = say(
        language,
        key,
        unit=cut(report.unit, 60),
        month=month_name(language, report.period),
        revision=str(report.revision),
        count=len(blocks),
        name=cut(by, _NAME),
    )
    return messages([[head, timetable_line(language, report.timetable)], *blocks])


def changed_entries(report: WorkingReport) -> list[ReportEntry]:
    """Those that say something else than what is filed."""
    filed = dict(zip((one.measure.number for one in report.filed), report.filed, strict=True))
    return [
        entry
        for entry, now in zip(report.entries, entries_as_filed(report), strict=True)
        if _differs(filed.get(now.measure.number), now)
    ]


def reason_replaced(language: str, report: WorkingReport, reason: str, *, by: str) -> Message:
    """To whoever gave the reason: a colleague has put another in its place. It rings no phone."""
    lines = [
        say(language, "correction-reason-replaced", by=cut(by, _NAME), reason=reason),
        timetable_line(language, report.timetable),
    ]
    return Message("\n".join(lines), quiet=True)


def _differs(before: FiledEntry | None, now: FiledEntry) -> bool:
    return before is None or (before.content, before.evidence) != (now.content, now.evidence)
