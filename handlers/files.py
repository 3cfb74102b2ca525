"""Files that people send: who may, how they are fetched, and who reads them."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session
from telegram import Document, PhotoSize, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, RetryAfter, TelegramError

from dialog.file_types import is_evidence
from dialog.form_pages import is_form
from dialog.word_paper import is_draft, is_word
from handlers.at_report import reshow
from handlers.context import Audience, Context, for_members
from handlers.evidence import SentFile, refuse_file, take_evidence
from handlers.forms import take_form
from handlers.plans import took_plan
from handlers.secrecy import held_by, hold_file
from handlers.signing import refused_instead
from handlers.stamped import (
    is_part_of_copy,
    keep_scan,
    look_at,
    place_beside_plan,
    place_scan,
)
from handlers.word import took_word
from models.conversations import conversation_of
from models.helpers import helps_somebody
from models.people import coordinators, files_for_units, held_at
from models.stamped_copies import has_filed
from models.work import Work
from plans.errors import PlanIsEmpty, PlanIsScan
from reports.printable import one_line
from reports.scan import may_be_scan
from texts import plain, say
from vocabulary.errors import BaosongError, PlanError
from vocabulary.file_starts import is_pdf

logger = logging.getLogger(__name__)

MOST_BYTES = 20 << 20
"""What Telegram lets a bot download."""

_PAUSES_SECONDS = (1.0, 4.0)
"""Before a download that was cut off is tried again."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".ods")
"""What a liaison who sends it may mean as a form, though it is none."""

_LONGEST_NAME = 120


class FileTooLarge(BaosongError):
    """Telegram does not give it out."""

    text_key = "file-too-large"


class FileHeld(BaosongError):
    """A mark of secrecy stands in it."""

    text_key = "file-held"


class FileNotFetched(BaosongError):
    """Telegram did not give it out, again and again; sending it once more may help."""

    text_key = "file-not-fetched"


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who sent a file. is_held: the secrecy gate does not let it in.

    may_stamp: something was filed of which they could send the stamped copy.
    """

    is_office: bool
    is_writer: bool
    is_held: bool
    may_stamp: bool = False

    @property
    def may_send(self) -> bool:
        return (self.is_office or self.is_writer) and not self.is_held


@for_members
async def on_document(update: Update, context: Context) -> None:
    """A form, an edited draft; else a coordinator's plan or registry, a writer's evidence."""
    message = update.effective_message
    document = message.document if message else None
    sender = await _sender(update, context)
    if message is None or document is None or not sender.may_send:
        await _refuse_unread(message, context)
        return
    name = _shown_name(document.file_name or "")
    data = await _fetched(document, name, context, sent_file(message))
    if data is None:
        return
    is_workbook = name.lower().endswith(_WORKBOOKS)
    if is_form(data):
        await take_form(context, data, name)
    elif await _took_word(context, sender, data, name) or await _held(context, sender, data, name):
        return
    elif sender.may_stamp and may_be_scan(data):
        await _take_scan(context, sender, data, name, sent_file(message))
    elif sender.is_office:
        await _took_plan(context, data, name)
    elif is_workbook and not is_evidence(data):
        await take_form(context, data, name)  # which says why it is none
    else:
        await take_evidence(
            context,
            data,
            name,
            sent_file(message),
            is_workbook=is_workbook,
        )


@for_members
async def on_photo(update: Update, context: Context) -> None:
    """A stamped page, or evidence of whoever fills in a report; Telegram sends it in several sizes.

    The office's own photo is nothing but the stamped page of a unit that cannot send it itself.
    """
    message = update.effective_message
    sender = await _sender(update, context)
    is_sender = sender.is_writer or (sender.is_office and sender.may_stamp)
    if message is None or not message.photo or not is_sender or sender.is_held:
        await _refuse_unread(message, context)
        return
    name = plain(context.doors.desk.language, "evidence-photo-name")
    data = await _fetched(message.photo[-1], name, context, sent_file(message))
    if data is None:
        return
    if sender.may_stamp and may_be_scan(data):
        await _take_scan(context, sender, data, name, sent_file(message))
    elif sender.is_writer:
        await take_evidence(context, data, name, sent_file(message))
    else:
        await _refuse_unread(message, context)


async def _took_word(context: Context, sender: _Sender, data: bytes, name: str) -> bool:
    """Whether the file was a draft that came back from Word, and has been dealt with.

    Nothing tells one without our bookmarks but its words, once something was filed.
    """
    is_one = await asyncio.to_thread(is_draft, data, name=name)
    may_be_one = is_one or (sender.is_writer and sender.may_stamp and is_word(data))
    return may_be_one and await took_word(context, data, name, is_draft=is_one)


async def _held(context: Context, sender: _Sender, data: bytes, name: str) -> bool:
    """Whether a writer's file bears a mark of secrecy, and has left the chat."""
    context.take_time()
    mark = await context.doors.mark_in(data, name) if sender.is_writer else None
    if mark is None:
        return False
    await context.unit(hold_file, context.incoming, FileHeld(name=name, mark=mark))
    return True


async def _take_scan(
    context: Context, sender: _Sender, data: bytes, name: str, message: SentFile
) -> None:
    """The office's PDF without a code is a plan, unless nothing of one can be read from it.

    Where each page is a picture with a text that a scanner has recognised, it may be either: what
    reads as a plan is shown as one, and the page is offered as a stamped one as well.
    """
    seen = await look_at(context, data, name)
    sent, limits = await keep_scan(context, data, name, message, seen), context.doors.evidence
    may_be_plan = sender.is_office and is_pdf(data) and not seen.bears_code
    if may_be_plan and not await is_part_of_copy(context, message):
        nothing_read: tuple[type[PlanError], ...] = ()
        if seen.pages:
            nothing_read = (PlanError,) if seen.is_pictures else (PlanIsScan, PlanIsEmpty)
        beside = partial(place_beside_plan, sent=sent, limits=limits) if seen.is_pictures else None
        if await _took_plan(context, data, name, unless=nothing_read, beside=beside):
            return
    await context.unit(place_scan, sent, limits)


def sent_file(message: TelegramMessage) -> SentFile:
    return SentFile(
        message.message_id,
        message.media_group_id or "",
        message.caption or "",
        message.date,
        is_forwarded=message.forward_origin is not None,
    )


async def _refuse_unread(message: TelegramMessage | None, context: Context) -> None:
    await context.unit(refuse_content, message.media_group_id or "" if message else "")


async def _fetched(
    sent: Document | PhotoSize, name: str, context: Context, message: SentFile
) -> bytes | None:
    """None when it could not be had; its sender has been told then."""
    try:
        return await _fetch(sent, name, context)
    except BaosongError as error:
        await context.unit(refuse_file, error, message)
        return None


async def _took_plan(
    context: Context,
    data: bytes,
    name: str,
    *,
    unless: tuple[type[PlanError], ...] = (),
    beside: Callable[[Work], None] | None = None,
) -> bool:
    context.audience = Audience.COORDINATORS
    return await took_plan(context, data, name, unless=unless, beside=beside)


def refuse_content(work: Work, album: str) -> None:
    """Once for an album, which comes as many messages. Nothing of it is kept."""
    work.forgets = True
    conversation = conversation_of(work.session, work.writer.id)
    is_answered = bool(album) and album == conversation.album
    if not is_answered and not refused_instead(work):
        reshow(work, say(work.language, "content-not-taken"))
    conversation.album = album


async def _sender(update: Update, context: Context) -> _Sender:
    """Looked up before anything is fetched: what nobody may send costs nothing."""
    doors, user = context.doors, update.effective_user
    if user is None:
        return _Sender(is_office=False, is_writer=False, is_held=False)

    def look(session: Session) -> _Sender:
        reaches = coordinators(session, doors.desk.office_id)
        known = user.id in doors.first_coordinators
        last_held_at = held_at(session, doors.desk.bot_id, user.id)
        is_office = known or any(reach.chat_id == user.id for reach in reaches)
        return _Sender(
            is_office=is_office,
            may_stamp=has_filed(
                session,
                doors.desk.bot_id,
                user.id,
                office_id=doors.desk.office_id if is_office else None,
            ),
            is_writer=files_for_units(session, doors.desk.bot_id, user.id)
            or helps_somebody(session, doors.desk.bot_id, user.id, now=doors.clock.now()),
            is_held=held_by(update, doors.secrecy, held_at=last_held_at) is not None,
        )

    return await doors.database.unit(look)


async def _fetch(document: Document | PhotoSize, name: str, context: Context) -> bytes:
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
