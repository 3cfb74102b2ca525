"""The secrecy gate: what bears a mark of secrecy is not let in, whoever wrote it."""

import json
import logging
from datetime import UTC, datetime

from telegram import Message, Update
from telegram.constants import ChatType

from dialog.one_text import ONE_TEXT, Piece, pieces_before
from dialog.secrecy import SecrecyRules, words_in
from handlers.at_report import show_open_question
from handlers.taking_back import take_back
from models.delivery import (
    InboxRow,
    blank_messages,
    blank_update,
    handled_before,
    take_back_replies,
)
from models.evidence import FILE_CARD, FILES_WAITING_CARD, evidence_sent_in
from models.work import Work
from texts import explain, say
from vocabulary.errors import BaosongError
from vocabulary.message import Message as Answer

logger = logging.getLogger(__name__)


def held_by(update: Update, rules: SecrecyRules, *, held_at: datetime | None) -> str | None:
    """The mark for which the update is held; "" for what follows such a one, None to let it in.

    held_at: when the person's newest held message was written.
    """
    message = update.message or update.edited_message
    if message is None:
        return None
    mark = rules.held_by(words_in(message.to_dict()))
    if mark is None and held_at is not None and held_at <= message.date <= held_at + ONE_TEXT:
        return ""
    return mark


def held_with_before(work: Work, update: Update, rules: SecrecyRules) -> str | None:
    """The mark that the end of the piece before has cut; None where there is none."""
    message = update.message
    if message is None or not message.text or not rules.may_end_one(message.text):
        return None
    pieces = [piece for piece, _ in _pieces_before(work, update, message)]
    joined = "".join(piece.text for piece in reversed(pieces))
    return rules.held_by(joined + message.text) if joined else None


def _pieces_before(work: Work, update: Update, message: Message) -> list[tuple[Piece, InboxRow]]:
    """What came before of the same text or album, the newest first."""
    rows = handled_before(work.session, work.desk.bot_id, work.writer.user_id, update.update_id)
    kept = {piece.update_id: (piece, row) for row in rows if (piece := _piece(row))}
    newest = Piece(
        update.update_id,
        message.message_id,
        message.text or "",
        len(message.text or ""),
        message.media_group_id or "",
        message.date,
    )
    earlier = [piece for piece, _ in kept.values()]
    return [kept[piece.update_id] for piece in pieces_before(newest, earlier)]


def _piece(row: InboxRow) -> Piece | None:
    """None for what is no message, and for one that was held."""
    message = json.loads(row.body).get("message") if row.body else None
    if not message:
        return None
    text = message.get("text", "")
    return Piece(
        row.update_id,
        message["message_id"],
        text,
        message.get("length", len(text)),
        message.get("media_group_id", ""),
        datetime.fromtimestamp(message["date"], UTC),
    )


def _hold_before(work: Work, update: Update, message: Message) -> None:
    """What came before of the same text or album is kept and shown no more than the rest of it."""
    found = _pieces_before(work, update, message)
    if not found:
        return
    for piece, row in found:
        blank_update(work.session, work.desk.bot_id, row.update_id)
        work.delete(piece.message_id)
    first, came = found[-1]
    shown = take_back_replies(
        work.session,
        work.desk.bot_id,
        work.writer.user_id,
        since=came.received_at,
        behind_message=first.message_id,
        cards=(FILE_CARD, FILES_WAITING_CARD),
    )
    for message_id in shown:
        work.delete(message_id)
    take_back(work, [piece.message_id for piece, _ in found])


def _hold_edited(work: Work, message: Message) -> str:
    """What the message had brought before it was edited is taken back; gives what became of that.

    Of a file that is its album, and all their words. What is filed stays. The words of a text
    stay, too: it said them before it bore a mark.
    """
    album = message.media_group_id or ""
    files = evidence_sent_in(work.session, work.writer.id, message.message_id, album)
    if not files:
        return "words"
    stay = {file.message_id for file in files if file.filed}
    ids = {file.message_id for file in files if file.message_id is not None} - stay
    for message_id in ids - {message.message_id}:
        work.delete(message_id)
    blank_messages(work.session, work.desk.bot_id, work.writer.user_id, ids)
    take_back(work, ids)
    if not stay:
        return "taken"
    return "part" if ids else "filed"


def hold_file(work: Work, update: Update | None, error: BaosongError) -> None:
    """A file that has turned out to bear a mark: it leaves the chat, and is kept nowhere."""
    message = update.message if update else None
    if update is None or message is None:
        raise error
    logger.warning("secrecy-held", extra={"update": update.update_id})
    blank_update(work.session, work.desk.bot_id, update.update_id)
    work.delete(message.message_id)
    told = explain(work.language, error), say(work.language, "secrecy-held-file")
    work.reply(Answer("\n".join(told)))
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
    if message.chat.type != ChatType.PRIVATE:  # of a group, which the bot leaves
        return
    work.delete(message.message_id)
    if mark:
        before = "none"
        if update.message is not None:
            _hold_before(work, update, message)
        else:
            before = _hold_edited(work, message)
        work.writer.held_at = message.date
        seconds = ONE_TEXT.seconds
        work.say("secrecy-held", mark=mark, contact=contact, seconds=seconds, before=before)
    else:
        work.say("secrecy-held-too", seconds=ONE_TEXT.seconds)
    show_open_question(work)
