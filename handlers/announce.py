"""/announce: the coordinator writes to many at once, and sees whom it reached."""

from collections.abc import Sequence

from telegram import Update

from dialog.layout import button, messages
from dialog.press import Action, Press
from handlers.context import Context, for_coordinators
from models.announcements import (
    Addressee,
    Announcement,
    AnnouncementCopy,
    Delivery,
    counted,
    deliveries,
    end_announcement,
)
from models.conversations import Conversation, conversation_of, turn_aside
from models.delivery import Priority
from models.people import UNREACHABLE_REASONS
from models.work import Work
from scheduler.announcing import addressees
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import BaosongError, Stale
from vocabulary.message import Button, Message
from vocabulary.terms import AnnouncementAudience

ANNOUNCE_TEXT = "announce_text"
"""The conversation's step while the text of an announcement is asked."""

CARD = "announce"
"""The slot in which the text is asked; what comes of it has a card of its own."""

_LONGEST = 3000  # characters; with heading and buttons it has to fit into one message


class AnnouncementTooLong(BaosongError):
    """It would not fit into one message."""

    text_key = "announce-too-long"


class NobodyToTell(BaosongError):
    """There is nobody in the audience at this moment."""

    text_key = "announce-nobody"


@for_coordinators
async def on_announce(_update: Update, context: Context) -> None:
    """/announce: asks for the text."""
    await context.unit(ask_text)


def ask_text(work: Work) -> None:
    turn_aside(conversation_of(work.session, work.writer.id), ANNOUNCE_TEXT)
    work.card(
        CARD, Message(say(work.language, "announce-ask", most=_LONGEST), ((_drop(work, 0),),))
    )


def take_text(work: Work, conversation: Conversation, text: str) -> None:
    """The text has come: who shall get it?"""
    if len(text) > _LONGEST:
        raise AnnouncementTooLong(most=_LONGEST, length=len(text))
    conversation.step = ""
    work.close(CARD)
    announcement = Announcement(
        office_id=work.desk.office_id,
        author_id=work.writer.id,
        text=text,
        created_at=work.now,
    )
    work.session.add(announcement)
    work.session.flush()
    _show_audiences(work, announcement)


def show_audiences(work: Work, press: Press) -> None:
    """Back to the choice of the audience."""
    _show_audiences(work, _waiting(work, press))


def _show_audiences(work: Work, announcement: Announcement) -> None:
    language = work.language
    buttons = [
        (
            Button(
                plain(language, f"announce-to-{audience}", count=len(_meant(work, audience))),
                Press(Action.ANNOUNCE_TO, announcement.id, audience.value).data(),
            ),
        )
        for audience in AnnouncementAudience
    ]
    html = say(language, "announce-choose", text=announcement.text)
    _show(work, announcement, Message(html, (*buttons, (_drop(work, announcement.id),))))


def choose_audience(work: Work, press: Press) -> None:
    """Shows how many will get it, before it goes out."""
    announcement, audience = _waiting(work, press), _audience(press)
    meant = _meant(work, audience)
    if not meant:
        raise NobodyToTell
    language = work.language
    html = say(
        language,
        "announce-confirm",
        text=announcement.text,
        audience=plain(language, f"announce-audience-{audience}"),
        count=len(meant),
        unreachable=sum(addressee.chat_id is None for addressee in meant),
    )
    send = Button(
        plain(language, "announce-button-send", count=len(meant)),
        Press(Action.ANNOUNCE_SEND, announcement.id, audience.value).data(),
    )
    other = Button(
        plain(language, "announce-button-other"),
        Press(Action.ANNOUNCE_OTHER, announcement.id).data(),
    )
    _show(work, announcement, Message(html, ((send,), (other, _drop(work, announcement.id)))))


def send_announcement(work: Work, press: Press) -> None:
    announcement, audience = _waiting(work, press), _audience(press)
    meant = _meant(work, audience)
    if not meant:
        raise NobodyToTell
    if not end_announcement(work.session, announcement.id, audience=audience, now=work.now):
        raise Stale
    for addressee in meant:
        copy = AnnouncementCopy(announcement_id=announcement.id, contact_id=addressee.contact_id)
        if addressee.chat_id is not None:
            html = say(addressee.language, "announce-message", text=announcement.text)
            html = "\n".join((html, *addressee.instead))
            row = work.send(addressee.chat_id, Message(html), priority=Priority.BULK)
            copy.outbox_id = row.id
        work.session.add(copy)
    work.session.flush()
    work.session.refresh(announcement)
    _show_state(work, announcement)


def show_state(work: Work, press: Press) -> None:
    """How far it got."""
    _show_state(work, _sent(work, press))


def _show_state(work: Work, announcement: Announcement) -> None:
    language = work.language
    counts = counted(deliveries(work.session, announcement.id))
    html = say(
        language,
        "announce-state",
        text=announcement.text,
        audience=plain(language, f"announce-audience-{announcement.audience}"),
        **counts,
    )
    buttons = tuple(
        button(language, f"announce-button-{key}", Press(action, announcement.id))
        for key, action in (
            ("refresh", Action.ANNOUNCE_STATE),
            ("names", Action.ANNOUNCE_NAMES),
        )
    )
    _show(work, announcement, Message(html, (buttons,)))


def show_names(work: Work, press: Press) -> None:
    """Whom it has reached and whom not, unit by unit, by name."""
    announcement = _sent(work, press)
    for message in names_told(work.language, deliveries(work.session, announcement.id)):
        work.reply(message)


def names_told(language: str, found: Sequence[Delivery]) -> list[Message]:
    """All of them, in as many messages as they need."""
    blocks = (_named(language, outcome, found) for outcome in _OUTCOMES)
    return messages([block for block in blocks if block])


_OUTCOMES = ("lost", "unknown", "waiting", "delivered")
"""In the order in which somebody has to do something about it."""


def _named(language: str, outcome: str, found: Sequence[Delivery]) -> list[str]:
    """The heading, and a line for each unit; nothing where it became of nobody."""
    units: dict[str, list[str]] = {}
    for one in found:
        if one.outcome == outcome:
            units.setdefault(one.unit, []).append(_person(language, one))
    if not units:
        return []
    count = sum(map(len, units.values()))
    return [
        say(language, f"announce-names-{outcome}", count=count),
        *(
            say(language, "announce-names-unit", unit=unit, people=listed(language, people))
            for unit, people in units.items()
        ),
    ]


def _person(language: str, delivery: Delivery) -> str:
    """The name; with why, where it is lost."""
    if delivery.outcome != "lost":
        return delivery.name
    if delivery.reason in UNREACHABLE_REASONS:
        why = plain(language, f"unreachable-{delivery.reason}")
    elif delivery.reason == "not_joined":
        why = plain(language, "announce-why-not-joined")
    else:
        why = plain(language, "announce-why-refused")
    return plain(language, "announce-names-lost-one", name=delivery.name, why=why)


def drop_announcement(work: Work, press: Press) -> None:
    """It is put away unsent."""
    conversation = conversation_of(work.session, work.writer.id)
    if press.target == 0:
        if conversation.step != ANNOUNCE_TEXT:
            raise Stale
        conversation.step = ""
        work.card(CARD, Message(say(work.language, "announce-dropped")))
        return
    announcement = _waiting(work, press)
    if not end_announcement(work.session, announcement.id, audience=None, now=work.now):
        raise Stale
    _show(work, announcement, Message(say(work.language, "announce-dropped")))


def _meant(work: Work, audience: AnnouncementAudience) -> list[Addressee]:
    return addressees(work, audience)


def _audience(press: Press) -> AnnouncementAudience:
    try:
        return AnnouncementAudience(press.argument)
    except ValueError:
        raise Stale from None


def _own(work: Work, press: Press) -> Announcement:
    """Raises Stale for one of another office, or none."""
    announcement = work.session.get(Announcement, press.target)
    if announcement is None or announcement.office_id != work.desk.office_id:
        raise Stale
    return announcement


def _waiting(work: Work, press: Press) -> Announcement:
    """Raises Stale for one that was sent or put away."""
    announcement = _own(work, press)
    if announcement.ended_at is not None:
        raise Stale
    return announcement


def _sent(work: Work, press: Press) -> Announcement:
    """Raises Stale for one that was not sent."""
    announcement = _own(work, press)
    if announcement.audience is None:
        raise Stale
    return announcement


def _show(work: Work, announcement: Announcement, message: Message) -> None:
    work.card(f"announcement-{announcement.id}", message)


def _drop(work: Work, announcement_id: int) -> Button:
    return Button(
        plain(work.language, "announce-button-drop"),
        Press(Action.ANNOUNCE_DROP, announcement_id).data(),
    )
