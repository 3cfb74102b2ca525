"""/phone: a person gives their number, for the office and for the end of the draft."""

import re
from collections.abc import Sequence

from telegram import Update

from handlers.at_report import reshow
from handlers.context import Context, for_members
from models.people import contacts_held, give_phone
from models.work import Work
from plans.phones import is_phone
from texts import say

_LONGEST = 60  # signs: two numbers with extensions
_CHINESE_MOBILE = re.compile(r"\+?86(?=1[3-9]\d{9}$)")


@for_members
async def on_phone(_update: Update, context: Context) -> None:
    """/phone 0359-8022001: gives it; without a number it says which one is known."""
    await context.unit(give_by_words, context.args or [])


def give_by_words(work: Work, words: Sequence[str]) -> None:
    phone = " ".join(words)
    if not phone:
        known = next((held.phone for held in contacts_held(work.session, work.writer.id)), "")
        reshow(work, say(work.language, "phone-known", phone=known or "none"))
    elif len(phone) > _LONGEST or not is_phone(phone):
        reshow(work, say(work.language, "phone-unclear"))
    else:
        give_phone(work.session, work.writer.id, phone)
        reshow(work, say(work.language, "phone-taken", phone=phone))


def give_shared(work: Work, phone: str) -> None:
    """The person's own contact, as Telegram shares it: with its country, and with or without +."""
    number = _CHINESE_MOBILE.sub("", phone)
    give_by_words(work, [number if is_phone(number) else f"+{number}"])
