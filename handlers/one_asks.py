"""One message of a person's chat at a time asks; what has asked before it waits, or is let go.

Looked at once at the end of every unit of work of somebody who wrote or tapped. What waits is
remembered where it stands, as the state of its slot, and what it is about where it always is.
"""

from dataclasses import replace

from dialog.asking import (
    Card,
    Purpose,
    WhoAsks,
    answers_as_it_stands,
    purpose_of,
    who_asks,
)
from dialog.press import Press
from handlers.at_report import CARD as REPORT_CARD
from handlers.at_report import open_question, reshow
from models.conversations import PASTED, Conversation, come_back, conversation_of, texts_waiting
from models.delivery import Slot, is_live, slot_of_message, slots_in_chat, unpacked
from models.evidence import FILE_CARD, FILES_WAITING_CARD, waiting_files
from models.work import Work
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import Stale

LANGUAGE_CARD = "language"
"""The slot in which the languages are offered, and the chosen one is confirmed."""

AWAY_CARD = "away"

ABSENCE_DAYS = "absence_days"
"""The conversation's step while it is asked from when to when."""

EXTENSION_CARD = "extension"
"""The slot in which a unit is asked until when, and why."""

EXTENSION = "extension"
"""The conversation's step while that is asked; `extension:2022-08-10` once the date is chosen."""

FORM_CARD = "form"
"""The slot of what a form would change, and of what the office fills in and files for a unit."""

WORD_CARD = "word"
"""The slot of what an edited draft would change."""

SNOOZE_CARD = "snooze"
HANDOVER_CARD = "handover"

PHONE = "phone"
"""The conversation's step while a number is asked for."""

HIGHLIGHT_NUMBERED = "highlight_numbered"
"""The step while a highlight is asked for with the number of its measure, or `…:NUMBER`.

A text without a number stands as what its message has given: `…::MESSAGE`.
"""

_MAY_GO: dict[str, tuple[str, ...]] = {
    LANGUAGE_CARD: (),
    AWAY_CARD: (ABSENCE_DAYS,),
    EXTENSION_CARD: (EXTENSION,),
    SNOOZE_CARD: (),
    HANDOVER_CARD: (),
}
"""What a command or a reminder asks again; by slot, how the conversation's step begins for it."""

_WORDS = "words"
"""Stands for a question without a card of its own, which only words answer."""

_IN_WORDS = (PHONE, HIGHLIGHT_NUMBERED, "problem:")
"""The beginnings of the conversation's step while such a one is open."""

_TEXT_LIMIT = 4000  # characters of a message, the line at its end among them


def refuse_old_look(work: Work, press: Press) -> None:
    """An older message of the report's card answers no measure. Raises Stale, where it would.

    What asks of words that wait, files, a form or days says itself what it is about, and counts
    wherever it stands.
    """
    if answers_as_it_stands(press) and _older_than(work) is not None:
        raise Stale


def show_instead(work: Work, line: str) -> None:
    """What a button that is out of date brings: the question, or the card as it is now."""
    slot = _older_than(work)
    if slot is None or not slot.content or not is_live(slot):
        reshow(work, line)
        return
    conversation, shown = conversation_of(work.session, work.writer.id), unpacked(slot.content)
    is_card = bool(conversation.shows) or purpose_of(shown) is Purpose.ASKS
    if open_question(conversation) is not None or not is_card:
        reshow(work, line)
        return
    html = shown.html if shown.html.startswith(line) else f"{line}\n\n{shown.html}"
    work.card(slot.name, replace(shown, html=html, put_aside=False))


def _older_than(work: Work) -> Slot | None:
    """The report's card, where an older message of it was tapped than the one that shows it."""
    if work.tapped is None or work.person is None:
        return None
    chat_id = work.writer.user_id
    slot = slot_of_message(work.session, work.desk.bot_id, chat_id, work.tapped)
    is_older = slot is not None and slot.name == REPORT_CARD and slot.message_id != work.tapped
    return slot if is_older else None


def leave_beside(work: Work) -> bool:
    """What asks beside the report, and may go, asks no more. False where nothing of it does."""
    left = [slot.name for slot in _asking(work) if slot.name in _MAY_GO]
    for name in left:
        _let_go(work, conversation_of(work.session, work.writer.id), name)
    return bool(left)


def keep_one_asking(work: Work) -> None:
    """What is new asks; where nothing does, the next that waits asks again."""
    if work.person is None:
        return
    slots = {slot.name: slot for slot in _asking(work)}
    if not slots:
        return
    conversation = conversation_of(work.session, work.writer.id)
    told = _who_asks(work, conversation, slots)
    for name in told.lets_go:
        _let_go(work, conversation, name)
    for name in told.puts_aside:
        work.put_aside(slots[name])
    if told.takes_up is not None:
        work.take_up(slots[told.takes_up])
    elif told.asks in slots and slots[told.asks] in work.set_anew:
        _name_waiting(work, conversation, slots[told.asks], told.waiting)


def _asking(work: Work) -> list[Slot]:
    found = slots_in_chat(work.session, work.desk.bot_id, work.writer.user_id)
    asking = [slot for slot in found if purpose_of(unpacked(slot.content)) is Purpose.ASKS]
    return sorted(asking, key=lambda slot: slot.name != REPORT_CARD)


def _who_asks(work: Work, conversation: Conversation, slots: dict[str, Slot]) -> WhoAsks:
    anew = list(dict.fromkeys(slot.name for slot in work.set_anew if slots.get(slot.name) is slot))
    latest = anew[-1] if anew else None
    cards = [
        Card(
            name,
            is_new=name == latest,
            is_aside=unpacked(slot.content).put_aside,
            may_go=name in _MAY_GO,
        )
        for name, slot in slots.items()
    ]
    if conversation.step.startswith(_IN_WORDS):
        cards.append(Card(_WORDS, may_go=True))
    return who_asks(cards)


def _let_go(work: Work, conversation: Conversation, name: str) -> None:
    """Its buttons disappear, and words answer it no more; the question behind it is open again."""
    if name != _WORDS:
        work.close(name)
    if conversation.step.startswith(_IN_WORDS if name == _WORDS else _MAY_GO[name]):
        conversation.step = ""
        come_back(work.session, work.writer.id)


def _name_waiting(
    work: Work, conversation: Conversation, slot: Slot, waiting: tuple[str, ...]
) -> None:
    """A line at the end of what asks says what would else be forgotten, and is asked again."""
    shown = unpacked(slot.content)
    named = dict.fromkeys(filter(None, (_named(work, conversation, one) for one in waiting)))
    line = say(work.language, "asked-next", what=listed(work.language, named)) if named else ""
    if len(shown.html) + len(line) > _TEXT_LIMIT:
        line = ""
    if line != shown.asked_next:
        work.set_content(slot, replace(shown, asked_next=line))


_NAMED = {
    FORM_CARD: "asked-next-form",
    WORD_CARD: "asked-next-word",
    FILES_WAITING_CARD: "asked-next-files",
    FILE_CARD: "asked-next-files",
}


def _named(work: Work, conversation: Conversation, name: str) -> str:
    if name == REPORT_CARD:
        return _of_report_named(work, conversation)
    key = _NAMED.get(name)
    if key == "asked-next-files":
        files = waiting_files(work.session, work.writer.id, conversation.report_id or 0)
        return plain(work.language, key, count=len(files)) if files else ""
    return plain(work.language, key) if key else ""


def _of_report_named(work: Work, conversation: Conversation) -> str:
    """A list or words that have no place yet; a measure's question is asked again as it is."""
    aside = conversation.aside.split("|")
    if PASTED in {conversation.step, *aside}:
        return plain(work.language, "asked-next-pasted")
    count = len(texts_waiting(conversation))
    return plain(work.language, "asked-next-texts", count=count) if count else ""
