"""What a leader reads before signing, and what their unit reads meanwhile."""

from dialog.cards import filed_counts, filed_troubles
from dialog.layout import button, cut
from dialog.press import Action, Press
from texts import say
from texts.wording import moment_name, month_name, timetable_line
from vocabulary.message import Message
from vocabulary.report import FiledReport
from vocabulary.timetable import Timetable


def to_sign(
    language: str, content: FiledReport, timetable: Timetable, *, signing_id: int, report_id: int
) -> Message:
    """The draft in numbers and what in it asks for attention; its words come as a document."""
    lines = [
        say(
            language,
            "signing-title",
            unit=cut(content.unit, 60),
            month=month_name(language, content.period),
            by=cut(content.filed_by, 60),
            at=moment_name(language, content.filed_at),
        ),
        *filed_counts(language, content),
        *filed_troubles(language, content),
        say(language, "signing-how"),
        timetable_line(language, timetable),
    ]
    return Message(
        "\n".join(lines),
        (
            (
                button(language, "signing-button-sign", Press(Action.SIGN, signing_id)),
                button(language, "signing-button-back", Press(Action.SIGN_BACK, signing_id)),
            ),
            (button(language, "button-full", Press(Action.SIGN_TEXT, report_id)),),
        ),
    )


def ask_note(language: str, content: FiledReport, *, signing_id: int, note: str = "") -> Message:
    """Asks the leader why it goes back. note: what was wrong with the words before."""
    html = say(
        language,
        "signing-ask-note",
        unit=cut(content.unit, 60),
        month=month_name(language, content.period),
    )
    keep = button(language, "signing-button-keep", Press(Action.SIGN_SHOW, signing_id))
    return Message("\n".join(filter(None, (note, html))), ((keep,),))
