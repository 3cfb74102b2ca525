"""A text that came before its question was shown: where does it belong?"""

from dialog.layout import Rows, button, cut, messages, pieces, rows
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step
from dialog.words import opens_as_status
from texts import plain, say
from texts.wording import month_name
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.report import WorkingReport

_QUOTED = 600  # characters of the text shown again; all of it is kept

_PIECE = 3000  # characters of one line given back, so that it always fits a message


def held_question(
    language: str,
    report: WorkingReport,
    text: str,
    *,
    before: Question | None,
    now: Question | None,
) -> Message:
    """Asks whether the text adds to the question before or answers the open one."""
    lines = [
        say(language, "held-text", words=cut(text, _QUOTED)),
        say(language, "held-ask" if before and now else "held-ask-one"),
    ]
    buttons = []
    for action, key, asked in (
        (Action.HELD_ADD, "held-button-add", before),
        (Action.HELD_ANSWER, "held-button-answer", now),
    ):
        if asked is not None:
            number = cut(report.entry(asked.entry_id).measure.number, 12)
            is_text = asked.step is Step.STATUS and not opens_as_status(text)
            what = plain(language, f"step-{Step.TEXT.value if is_text else asked.step.value}")
            buttons.append(
                button(language, key, Press(action, report.report_id), number=number, step=what)
            )
    buttons.append(button(language, "held-button-drop", Press(Action.HELD_DROP, report.report_id)))
    return Message("\n".join(lines), tuple((one,) for one in buttons))


def held_returned(language: str, text: str, *, month: Period | None = None) -> list[Message]:
    """Gives the text back in full: it is kept no longer. month: of its report, where that is over.

    What was said to wait must not go without a word.
    """
    head = say(language, "held-returned")
    if month is not None:
        head = say(language, "held-returned-month", month=month_name(language, month))
    words = [[say(language, "pasted-lost", words=piece)] for piece in pieces(text, _PIECE)]
    return messages([[head], *words])


def held_row(language: str, report_id: int) -> Rows:
    """What leads back to a text that still waits for its place."""
    return rows([button(language, "held-button-show", Press(Action.HELD_SHOW, report_id))])
