"""Files that people send: who may, how they are fetched, and who reads them."""

import logging
from datetime import datetime

from sqlmodel import Session
from telegram import Document, Update
from telegram.error import BadRequest, RetryAfter, TelegramError

from handlers.context import Context, for_coordinators, for_members
from handlers.plans import take_plan
from handlers.secrecy import held_by
from models.conversations import conversation_of
from models.people import coordinators, held_at
from models.work import Work
from reports.printable import one_line
from vocabulary.errors import BaosongError

logger = logging.getLogger(__name__)

MOST_BYTES = 20 << 20
"""What Telegram lets a bot download."""

_PAUSES_SECONDS = (1.0, 4.0)
"""Before a download that was cut off is tried again."""

_LONGEST_NAME = 120


class FileTooLarge(BaosongError):
    """Telegram does not give it out."""

    text_key = "file-too-large"


class FileNotFetched(BaosongError):
    """Telegram did not give it out, again and again; sending it once more may help."""

    text_key = "file-not-fetched"


@for_members
async def on_document(update: Update, context: Context) -> None:
    """A file was sent: a coordinator's is a plan or a registry, of others none is taken yet."""
    message = update.effective_message
    if await _is_let_in(update, context):
        await _on_plan(update, context)
    else:
        await context.unit(refuse_content, message.media_group_id or "" if message else "")


@for_coordinators
async def _on_plan(update: Update, context: Context) -> None:
    document = update.effective_message.document if update.effective_message else None
    if document is None:
        return
    name = _shown_name(document.file_name or "")
    try:
        data = await _fetch(document, name, context)
    except BaosongError as error:
        await context.unit(_refuse, error)
    else:
        await take_plan(context, data, name)


def refuse_content(work: Work, album: str) -> None:
    """Once for an album, which comes as many messages."""
    conversation = conversation_of(work.session, work.writer.id)
    if not album or album != conversation.album:
        work.say("content-not-taken")
    conversation.album = album


def _refuse(_work: Work, error: BaosongError) -> None:
    raise error


async def _is_let_in(update: Update, context: Context) -> bool:
    """Whether it is worth fetching: from a coordinator, and nothing that the secrecy gate holds."""
    doors, user = context.doors, update.effective_user
    if user is None:
        return False

    def look(session: Session) -> tuple[bool, datetime | None]:
        reaches = coordinators(session, doors.desk.office_id)
        is_known = any(reach.chat_id == user.id for reach in reaches)
        return is_known, held_at(session, doors.desk.bot_id, user.id)

    is_known, last_held_at = await doors.database.unit(look)
    is_held = held_by(update, doors.secrecy, held_at=last_held_at) is not None
    return (is_known or user.id in doors.first_coordinators) and not is_held


async def _fetch(document: Document, name: str, context: Context) -> bytes:
    """The whole file. Raises FileTooLarge or FileNotFetched.

    Outside of every unit of work, since it waits on the network; a process that is killed here
    finds the update in its inbox again. Its address holds the token, and is written nowhere.
    """
    if (document.file_size or 0) > MOST_BYTES:
        raise FileTooLarge(name=name)
    for pause in (*_PAUSES_SECONDS, None):
        try:
            file = await document.get_file()
            data = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            too_large = "too big" in error.message.lower()
            raise (FileTooLarge if too_large else FileNotFetched)(name=name) from None
        except RetryAfter as error:
            await context.doors.clock.sleep(_seconds(error))
            continue
        except TelegramError as error:
            logger.warning("file-not-fetched", extra={"reason": type(error).__name__})
        else:
            if document.file_size in (None, len(data)):
                return data
            logger.warning("file-not-fetched", extra={"reason": "cut off"})
        if pause is not None:
            await context.doors.clock.sleep(pause)
    raise FileNotFetched(name=name)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def _shown_name(name: str) -> str:
    """The file's name without its folders, as one line of printable signs."""
    return one_line(name.replace("\\", "/").rpartition("/")[2])[:_LONGEST_NAME] or "—"
