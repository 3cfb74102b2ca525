"""/outbox: what waits to be sent, what did not arrive and why, and sending it again."""

from telegram import Update

from dialog.press import Press
from handlers.context import Context, for_coordinators
from models.outgoing import Outgoing, messages_undelivered, resend
from models.work import Work
from scheduler.outbox import CARD, EVERYTHING, outbox, resending_all
from texts import plain


@for_coordinators
async def on_outbox(_update: Update, context: Context) -> None:
    """/outbox: what waits, what is doubtful, what did not arrive."""
    await context.unit(show_outbox)


def show_outbox(work: Work, page: int = 0) -> None:
    work.card(CARD, outbox(work, page))


def turn_outbox(work: Work, press: Press) -> None:
    show_outbox(work, _page(press))


def resend_one(work: Work, press: Press) -> None:
    """[重发]: only what has not arrived still, and whose reader can be reached."""
    found = [one for one in _resendable(work) if one.outbox_id == press.target]
    _send_again(work, found)
    show_outbox(work, _page(press))


def resend_all(work: Work, press: Press) -> None:
    """Shows what would go out again, and sends it when that is confirmed; nothing newer."""
    found = [one for one in _resendable(work) if one.outbox_id <= press.version]
    if found and press.argument != EVERYTHING:
        work.card(CARD, resending_all(work.language, found))
        return
    _send_again(work, found)
    show_outbox(work)


def _send_again(work: Work, found: list[Outgoing]) -> None:
    sent = sum(resend(work.session, one.outbox_id, now=work.now) for one in found)
    key = "outbox-resent" if sent else "outbox-resent-nothing"
    work.toast = plain(work.language, key, count=sent)


def _resendable(work: Work) -> list[Outgoing]:
    lost = messages_undelivered(work.session, work.language, bot_id=work.desk.bot_id)
    return [one for one in lost if one.can_arrive]


def _page(press: Press) -> int:
    return int(press.argument) if press.argument.isdecimal() else 0
