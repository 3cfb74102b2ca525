"""What is no text of the person's own: stickers, voices, places, polls, forwarded words."""

from telegram import Message as TelegramMessage

from handlers.at_report import Typed, reshow
from handlers.evidence import SentFile, speaks, take_words_of_refused
from handlers.files import refuse_content
from handlers.holding import hold_forwarded
from handlers.signing import refused_instead
from models.conversations import Conversation
from models.work import Work
from texts import say

_KINDS = {
    "voice": "voice",
    "video_note": "voice",
    "audio": "voice",
    "sticker": "sticker",
    "dice": "sticker",
    "contact": "contact",
    "location": "location",
    "venue": "location",
    "poll": "poll",
}
"""What the message holds → the sentence that answers it."""


def kind_of(message: TelegramMessage) -> str:
    """The word for what the message holds; empty for a file or picture."""
    return next((kind for name, kind in _KINDS.items() if getattr(message, name)), "")


def refuse(work: Work, kind: str, message: SentFile) -> None:
    """Says what to do instead, above the question that is open.

    What the words tell that came with it is taken, or waits for a button; nothing else is kept.
    """
    work.forgets = True
    if speaks(work, message):
        work.say(f"content-{kind}" if kind else "content-not-taken")
        take_words_of_refused(work, message)
    elif kind and not refused_instead(work):
        reshow(work, say(work.language, f"content-{kind}"))
    elif not kind:
        refuse_content(work, message.album)


def is_forwarded(message: TelegramMessage) -> bool:
    return message.forward_origin is not None


def take_forwarded(work: Work, conversation: Conversation, typed: Typed) -> None:
    """Whose words are these? They are an answer only once the person has said so."""
    if (work.filing_unit_ids() or work.helps) and hold_forwarded(work, conversation, typed):
        return
    work.forgets = True
    if not refused_instead(work):
        reshow(work, say(work.language, "forwarded-nothing"))
