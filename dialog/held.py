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
    is_open: bool = True,
) -> Message:
    """Asks whether the text adds to the question before or answers another one.

    is_open: that other one is being asked, so the text came before it was shown.
    """
    key = "held-ask" if before and now and is_open else "held-ask-one"
    if before is None and now is None:
        key = "held-ask-where"
    lines = [say(language, "held-text", words=cut(text, _QUOTED)), say(language, key)]
    buttons = []
    for action, key, asked in (
        (Action.HELD_ADD, "held-button-add", before),
        (Action.HELD_ANSWER, "held-button-answer", now),
    ):
        if asked is not None:
            number = cut(report.entry(asked.entry_id).measure.number, 12)
            is_text = asked.step is Step.STATUS and not opens_as_status(text)
            what = plain(language, f"step-{Step.TEXT.value if is_text else asked.step.value}")
            press = Press(action, report.report_id, str(asked.entry_id))
            buttons.append(button(language, key, press, number=number, step=what))
    if not buttons:
        buttons.append(button(language, "button-list", Press(Action.REPORT, report.report_id)))
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
