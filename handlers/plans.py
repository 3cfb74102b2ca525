"""Plans and registries by chat: a file comes, is read, shown, corrected, and loaded by a tap.

Nothing is loaded without a tap on what was shown: the button carries a mark of it, and what loading
would change is looked up again in the transaction that does it.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlmodel import Session

from dialog.press import Action, Press
from handlers.context import Context
from handlers.plan_offer import (
    MOST_LINES,
    Offer,
    offer_now,
    offer_text,
    profile_lines,
    shortened,
)
from models.conversations import Conversation, conversation_of, turn_aside
from models.delivery import Document, DocumentKind, slot_named
from models.loading import load_edition
from models.offices import names_amiss
from models.people import kind_name, languages_of, people_ended, place_name
from models.uploads import (
    Upload,
    UploadKind,
    UploadState,
    keep_upload,
    upload_of,
    waiting_upload,
)
from models.work import Work
from plans.periods import usual_periods
from plans.registry import write_registry
from plans.sent import REGISTRY_SUFFIX, SentPlan
from plans.summary import doubt_lines, error_lines
from reports.printable import file_name
from texts import plain, say
from texts.wording import period_name
from vocabulary.errors import PlanError, Stale
from vocabulary.message import Button, Message
from vocabulary.period import Period

logger = logging.getLogger(__name__)

CARD = "plan"
"""The slot of what was read and waits for a tap."""

PERIODS = "plan_periods"
"""The conversation's step while the first and last period are asked."""

_PERIOD = re.compile(r"20\d\d-\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that is in the store already, ready to be handed out."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _File:
    """What was sent: it is in the store already."""

    name: str
    sha256: str
    kind: UploadKind

    def upload(self, work: Work, state: UploadState) -> Upload:
        return Upload(
            office_id=work.desk.office_id,
            person_id=work.writer.id,
            kind=self.kind,
            state=state,
            file_name=self.name,
            sha256=self.sha256,
            received_at=work.now,
        )


async def took_plan(
    context: Context,
    data: bytes,
    name: str,
    *,
    unless: tuple[type[PlanError], ...] = (),
    beside: Callable[[Work], None] | None = None,
) -> bool:
    """Reads what was sent and shows it; refuses it whole where it has faults.

    unless: where one of these is wrong with it, it is something else: nothing is said, and False
    is given. beside: what else is done where a plan is shown.
    """
    doors = context.doors
    context.take_time()
    is_registry = name.lower().endswith(REGISTRY_SUFFIX)
    kind = UploadKind.REGISTRY if is_registry else UploadKind.PLAN
    file = _File(name, await asyncio.to_thread(doors.files.keep, data), kind)
    language = await doors.database.unit(lambda session: _language(session, context))
    sent, went_on = await _read(context, data, name)
    if isinstance(sent, unless):
        if went_on:
            await context.meanwhile(_say_it_is_none)
        return False
    if isinstance(sent, PlanError):
        lines = error_lines(sent, language)
        rest = await _kept_text(context, _titled(language, "plan-faults-file", name), lines)
        await context.unit(_refuse, file, sent, rest, went_on=went_on)
        return True
    offer = await doors.database.unit(lambda session: _offer_now(session, context, sent))
    title = _titled(language, "plan-changes-file", offer.change.plan_title)
    rest = await _kept_text(context, title, offer.lines(language))
    workbook = None
    if not is_registry:
        workbook = await asyncio.to_thread(_kept_workbook, context, offer, language)
    doubts = None
    if is_registry and offer.doubts_left:
        title = _titled(language, "plan-doubts-file", offer.change.plan_title)
        listed = doubt_lines(offer.assignments.doubts, language)
        doubts = await _kept_text(context, title, listed, most=0)
    shown = _Shown(sent, offer, workbook, rest, doubts)
    await context.unit(_show, file, shown, went_on=went_on, beside=beside)
    return True


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was understood of a file.

    rest: what would change, where that is too long for a chat; doubts: likewise, where there is no
    workbook on whose sheet they stand.
    """

    sent: SentPlan
    offer: Offer
    workbook: _Kept | None
    rest: _Kept | None
    doubts: _Kept | None


def _language(session: Session, context: Context) -> str:
    """That of who sent the file; the files that are made for them are in it too."""
    desk = context.doors.desk
    user = context.incoming.effective_user if context.incoming else None
    user_id = user.id if user else 0
    return languages_of(session, desk.bot_id, [user_id]).get(user_id, desk.language)


async def _read(context: Context, data: bytes, name: str) -> tuple[SentPlan | PlanError, bool]:
    """What it says, or what is wrong with it; and whether its sender was told that it goes on."""
    doors = context.doors
    reading = asyncio.ensure_future(doors.read_plan(data, name))
    went_on = False
    try:
        await asyncio.wait({reading}, timeout=doors.patience_seconds)
        if not reading.done():
            went_on = True
            await context.meanwhile(_say_it_goes_on, name)
        return await reading, went_on
    except PlanError as error:
        return error, went_on
    finally:
        reading.cancel()


def _say_it_goes_on(work: Work, name: str) -> None:
    work.card(CARD, Message(say(work.language, "plan-reading", name=name)))


def _say_it_is_none(work: Work) -> None:
    work.close(CARD, Message(say(work.language, "plan-read-through")))


def _titled(language: str, key: str, name: str) -> str:
    return plain(language, key, name=name)


async def _kept_text(
    context: Context, title: str, lines: list[str], *, most: int = MOST_LINES
) -> _Kept | None:
    """A list that is too long for the chat, as a file that every program opens."""
    if len(lines) <= most:
        return None
    content = ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()
    sha256 = await asyncio.to_thread(context.doors.files.keep, content)
    return _Kept(file_name(title, ".txt"), sha256)


def _kept_workbook(context: Context, offer: Offer, language: str) -> _Kept:
    doors = context.doors
    content = write_registry(
        offer.registry,
        language=language,
        author=offer.office,
        at=doors.clock.now().astimezone(doors.desk.zone),
    )
    title = plain(language, "plan-registry-file", title=offer.change.plan_title)
    return _Kept(file_name(title, REGISTRY_SUFFIX), doors.files.keep(content))


def _offer_now(session: Session, context: Context, sent: SentPlan) -> Offer:
    desk = context.doors.desk
    today = context.doors.clock.now().astimezone(desk.zone).date()
    return offer_now(session, desk.office_id, sent, usual_periods(sent.document, today))


def _show(
    work: Work,
    file: _File,
    shown: _Shown,
    *,
    went_on: bool,
    beside: Callable[[Work], None] | None,
) -> None:
    language, offer = work.language, shown.offer
    upload = file.upload(work, UploadState.WAITING)
    upload.reading = shown.sent.packed()
    upload.first_period, upload.last_period = offer.periods
    if not offer.can_be_loaded:
        upload.state = UploadState.REFUSED
    elif offer.is_nothing:
        upload.state = UploadState.LOADED
    keep_upload(work.session, upload)
    _forget_question(work)
    _answer(work, _offered(language, upload, offer), went_on=went_on)
    for kept, key in (
        (shown.rest, "plan-changes-caption"),
        (shown.workbook, "plan-registry-caption"),
        (shown.doubts, "plan-doubts-caption"),
    ):
        if kept is not None:
            _hand_out(work, kept, say(language, key))
    if beside is not None:
        beside(work)


def _answer(work: Work, message: Message, *, went_on: bool) -> None:
    """The answer to a file; the slot holds only what still waits for a tap."""
    closing = Message(say(work.language, "plan-read-through")) if went_on else None
    if message.buttons:
        work.card(CARD, message, closing=closing)
    else:
        work.close(CARD, closing)
        work.reply(message)


def _conclude(work: Work, message: Message) -> None:
    """The answer to a tap that ends the waiting: the card becomes it."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    if work.tapped is not None and work.tapped == slot.message_id:
        work.close(CARD, message)
    else:
        work.close(CARD)
        work.reply(message)


def _hand_out(work: Work, file: _Kept, caption: str) -> None:
    document = Document(
        office_id=work.desk.office_id,
        kind=DocumentKind.KEPT,
        language=work.language,
        as_of=work.now,
        file_name=file.name,
        sha256=file.sha256,
    )
    work.hand_out(work.writer.user_id, document, caption)


def _refuse(
    work: Work, file: _File, error: PlanError, rest: _Kept | None, *, went_on: bool
) -> None:
    keep_upload(work.session, file.upload(work, UploadState.REFUSED))
    _forget_question(work)
    lines = error_lines(error, work.language)
    shown = shortened(lines[: MOST_LINES + 1])
    if rest is not None:
        shown.append(plain(work.language, "plan-more-lines", count=len(lines) - len(shown)))
    told = Message(say(work.language, "plan-lines", lines="\n".join(shown)))
    _answer(work, told, went_on=went_on)
    if rest is not None:
        _hand_out(work, rest, say(work.language, "plan-faults-caption"))


def _set_card(work: Work, upload: Upload, offer: Offer, before: str = "") -> None:
    """Shows in place what waits. before: a line that comes first."""
    message = _offered(work.language, upload, offer)
    if message.buttons:
        html = "\n\n".join(filter(None, (before, message.html)))
        work.card(CARD, replace(message, html=html))
    else:
        _conclude(work, message)


def _offered(language: str, upload: Upload, offer: Offer) -> Message:
    """What was understood, what loading would change, and the buttons that say what to do."""
    is_offered = offer.can_be_loaded and not offer.is_nothing
    buttons = _buttons(language, upload, offer) if is_offered else ()
    return Message(offer_text(language, upload.file_name, upload.kind, offer), buttons)


def _buttons(language: str, upload: Upload, offer: Offer) -> tuple[tuple[Button, ...], ...]:
    load = Press(Action.PLAN_CONFIRM, upload.id, offer.mark)
    return (
        (
            Button(plain(language, "plan-button-load"), load.data()),
            Button(plain(language, "plan-button-drop"), Press(Action.PLAN_DROP, upload.id).data()),
        ),
        (
            Button(
                plain(language, "plan-button-periods"),
                Press(Action.PLAN_PERIODS, upload.id).data(),
            ),
        ),
    )


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def load_sent(work: Work, press: Press) -> None:
    """Loads what was shown; where that has changed since, what it is now is shown instead."""
    upload, offer = _waiting(work, press)
    if offer.mark != press.argument:
        _set_card(work, upload, offer, say(work.language, "plan-changed-since"))
        return
    registry = offer.registry
    edition = load_edition(
        work.session,
        upload.office_id,
        registry.document,
        offer.assignments.measures,
        registry.register,
        first_period=offer.periods[0],
        last_period=offer.periods[1],
        now=work.now,
    )
    _settle(work, upload, UploadState.LOADED)
    first, last = (period_name(work.language, period) for period in offer.periods)
    lines = [
        say(
            work.language,
            "plan-loaded",
            title=registry.document.title,
            number=str(edition.number),
            first=first,
            last=last,
        )
    ]
    rule = registry.document.report_rule
    if rule and rule.email:
        lines.append(say(work.language, "plan-mail-unconfirmed", mail=rule.email))
    lines += _profiles_amiss(work)
    _conclude(work, Message("\n".join(lines)))
    _tell_ended(work)


def _profiles_amiss(work: Work) -> list[str]:
    """What the settings now say of no unit, or twice of one: the next start would be refused."""
    amiss = names_amiss(work.session, work.desk.office_id, work.desk.own_drafts)
    for one in amiss:
        logger.warning("draft-profile-amiss", extra={"place": f"[draft] units #{one.place}"})
    return profile_lines(amiss, work.language)


def _tell_ended(work: Work) -> None:
    """Whoever had joined and is no longer in the registry hears of it."""
    for contact, person in people_ended(work.session, work.desk.office_id, at=work.now):
        told = say(
            person.language,
            "refused-you",
            unit=place_name(work.session, contact, person.language),
            kind=kind_name(contact, person.language),
        )
        work.send(person.user_id, Message(told))


def drop_sent(work: Work, press: Press) -> None:
    upload, _ = _waiting(work, press)
    _settle(work, upload, UploadState.DROPPED)
    _conclude(work, Message(say(work.language, "plan-dropped", name=upload.file_name)))


def ask_periods(work: Work, press: Press) -> None:
    """Asks for the first and the last period, or, told to keep them, shows the plan again."""
    upload, offer = _waiting(work, press)
    if press.argument:
        _forget_question(work)
        _set_card(work, upload, offer)
        return
    turn_aside(conversation_of(work.session, work.writer.id), PERIODS)
    _ask_periods(work, upload, offer)


def _ask_periods(work: Work, upload: Upload, offer: Offer, before: str = "") -> None:
    keep = Press(Action.PLAN_PERIODS, upload.id, "keep").data()
    example = f"{offer.periods[0]} {offer.periods[1]}"
    asked = say(work.language, "plan-ask-periods", example=example)
    button = Button(plain(work.language, "plan-button-keep-periods"), keep)
    text = "\n\n".join(filter(None, (before, asked)))
    work.card(CARD, Message(text, ((button,),)))


def take_periods(work: Work, conversation: Conversation, text: str) -> None:
    """The coordinator has typed the first and the last period, as 2022-07 2022-12."""
    upload = upload_of(work.session, work.writer.id)
    if upload is None:
        conversation.step = ""
        raise Stale
    offer = _offer_of(work, upload)
    found = [Period.parse(written) for written in _PERIOD.findall(text)]
    if len(found) != 2 or found[1] < found[0]:
        _ask_periods(work, upload, offer, say(work.language, "plan-periods-unclear"))
        return
    conversation.step = ""
    upload.first_period, upload.last_period = found
    _set_card(work, upload, _offer_of(work, upload))


def _waiting(work: Work, press: Press) -> tuple[Upload, Offer]:
    """The upload and what it comes to now. Raises Stale where it waits no more."""
    upload = waiting_upload(work.session, work.desk.office_id, press.target)
    if upload is None:
        raise Stale
    return upload, _offer_of(work, upload)


def _offer_of(work: Work, upload: Upload) -> Offer:
    if upload.first_period is None or upload.last_period is None:
        raise Stale
    periods = (upload.first_period, upload.last_period)
    sent = SentPlan.unpacked(upload.reading)
    return offer_now(work.session, upload.office_id, sent, periods, periods)


def _settle(work: Work, upload: Upload, state: UploadState) -> None:
    upload.state, upload.settled_at = state, work.now
    _forget_question(work)


def _forget_question(work: Work) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == PERIODS:
        conversation.step = ""
