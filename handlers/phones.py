"""/phone: a person gives their number, for the office and for the end of the draft."""

import re
from collections.abc import Sequence

from telegram import Update

from dialog.asked_beside import put_right
from handlers.at_report import reshow
from handlers.context import Context, for_members
from handlers.one_asks import PHONE
from models.conversations import Conversation, come_back, conversation_of, turn_aside
from models.people import contacts_held, give_phone
from models.work import Work
from plans.phones import is_full_phone
from texts import say

STEP = PHONE

_LONGEST = 60  # signs: two numbers with extensions
_ALIKE = 3  # signs at the beginning, by which another figure is told from a number mended
_CHINESE_MOBILE = re.compile(r"\+?86(?=1[3-9]\d{9}$)")


@for_members
async def on_phone(_update: Update, context: Context) -> None:
    """/phone 0359-8022001: gives it; alone it says which one is known, and asks for one."""
    await context.unit(give_by_words, context.args or [])


def give_by_words(work: Work, words: Sequence[str]) -> None:
    phone = " ".join(words)
    if not phone:
        known = next((held.phone for held in contacts_held(work.session, work.writer.id)), "")
        _ask(work)
        work.say("phone-known", phone=known or "none")
    elif len(phone) > _LONGEST or not is_full_phone(phone):
        _ask(work)
        work.say("phone-unclear")
    else:
        give_phone(work.session, work.writer.id, phone)
        _take_up_again(work)
        reshow(work, say(work.language, "phone-taken", phone=phone))


def take_words(work: Work, _conversation: Conversation, text: str) -> None:
    """What is typed where a number is asked for is one, or is asked for again."""
    give_by_words(work, text.split())


def puts_right(work: Work, text: str) -> bool:
    """Whether a number that was given before is put right: 不对 是8022002, and begins like it."""
    said = put_right(text)
    known = next((held.phone for held in contacts_held(work.session, work.writer.id)), "")
    is_alike = bool(known) and said[:_ALIKE] == known[:_ALIKE]
    if not is_alike or len(said) > _LONGEST or not is_full_phone(said):
        return False
    give_by_words(work, [said])
    return True


def _ask(work: Work) -> None:
    turn_aside(conversation_of(work.session, work.writer.id), STEP)


def _take_up_again(work: Work) -> None:
    """The question that has waited, where one has, is what is asked again."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == STEP:
        conversation.step = ""
        come_back(work.session, work.writer.id)


def give_shared(work: Work, phone: str) -> None:
    """The person's own contact, as Telegram shares it: with its country, and with or without +."""
    number = _CHINESE_MOBILE.sub("", phone)
    give_by_words(work, [number if is_full_phone(number) else f"+{number}"])
