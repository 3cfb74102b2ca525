"""The office's mailbox as its coordinators see it."""

from dialog.layout import button, rows
from dialog.press import Action, Press
from texts import say
from texts.wording import period_name
from vocabulary.mail import MailDesk
from vocabulary.message import Message


def mailbox_card(language: str, desk: MailDesk, *, said: str = "") -> Message:
    """Whether mails go out, to whom, and how many have. said: what has just happened."""
    lines = [said] if said else []
    lines.append(say(language, "mail-title"))
    buttons = []
    if not desk.to:
        lines.append(say(language, "mail-none"))
    elif not desk.sends:
        lines.append(say(language, "mail-by-hand", address=desk.to))
    elif not desk.confirmed:
        lines.append(say(language, "mail-unconfirmed", address=desk.to))
        key = "mail-code-asked" if desk.is_asked else "mail-ask-test"
        lines.append(say(language, key, address=desk.to))
        buttons.append(button(language, "mail-button-test", Press(Action.MAIL_TEST)))
    else:
        lines.append(say(language, "mail-confirmed", address=desk.to))
    if desk.sends:
        lines.extend(_counts(language, desk))
        rest = desk.filed - desk.mailed
        if desk.confirmed and rest:
            press = Press(Action.MAIL_REST)
            buttons.append(button(language, "mail-button-rest", press, count=rest))
    return Message("\n".join(lines), rows(buttons))


def _counts(language: str, desk: MailDesk) -> list[str]:
    lines = []
    if desk.period is not None:
        period = period_name(language, desk.period)
        lines.append(
            say(
                language,
                "mail-count",
                period=period,
                filed=desk.filed,
                mailed=desk.mailed,
                lost=desk.lost,
            )
        )
    if desk.waiting or desk.lost:
        lines.append(say(language, "mail-count-open", waiting=desk.waiting, lost=desk.lost))
    return lines
