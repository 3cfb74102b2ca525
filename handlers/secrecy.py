"""The secrecy gate: what bears a mark of secrecy is not let in, whoever wrote it."""

import logging
from datetime import datetime, timedelta

from telegram import Message, Update

from dialog.secrecy import SecrecyRules
from handlers.at_report import show_open_question
from models.delivery import blank_update
from models.work import Work
from vocabulary.errors import BaosongError

logger = logging.getLogger(__name__)

_ONE_TEXT = timedelta(seconds=10)
"""A long text or an album comes as several messages: what follows a held one so soon is part of it.
By Telegram's own dates, so that a delay on the way changes nothing."""


def held_by(update: Update, rules: SecrecyRules, *, held_at: datetime | None) -> str | None:
    """The mark for which the update is held; "" for what follows such a one, None to let it in.

    held_at: when the person's newest held message was written.
    """
    message = update.message or update.edited_message
    if message is None:
        return None
    mark = rules.held_by(_written(message))
    if mark is None and held_at is not None and held_at <= message.date <= held_at + _ONE_TEXT:
        return ""
    return mark


def _written(message: Message) -> str:
    """Every word of the message, and the name of the file that came with it."""
    file = message.document or message.video or message.audio or message.animation
    name = file.file_name if file else None
    return "\n".join(filter(None, (message.text, message.caption, name)))


def hold_file(work: Work, update: Update | None, error: BaosongError) -> None:
    """A file that has turned out to bear a mark: it leaves the chat, and was kept nowhere."""
    message = update.message if update else None
    if message is None:
        raise error
    logger.warning("secrecy-held", extra={"update": update.update_id if update else None})
    work.delete(message.message_id)
    work.explain(error)
    show_open_question(work)


def hold(work: Work, update: Update, mark: str, *, contact: str) -> None:
    """Keeps nothing of the message, takes it out of the chat, and tells the person what to do.

    contact: whom the person may ask.
    """
    message = update.message or update.edited_message
    if message is None:
        raise TypeError("only a message can be held")
    logger.warning("secrecy-held", extra={"update": update.update_id})
    blank_update(work.session, work.desk.bot_id, update.update_id)
    work.delete(message.message_id)
    if mark:
        work.writer.held_at = message.date
        work.say("secrecy-held", mark=mark, contact=contact, seconds=_ONE_TEXT.seconds)
    else:
        work.say("secrecy-held-too", seconds=_ONE_TEXT.seconds)
    show_open_question(work)
