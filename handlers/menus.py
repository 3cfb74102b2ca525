"""The command menu: what a person can do here, by what they are and in their language."""

import asyncio
from dataclasses import dataclass, field

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from models.people import FILING_KINDS, Contact
from texts import plain
from vocabulary.terms import UNIT_KINDS, ContactKind

WORKING_KINDS = {*FILING_KINDS, ContactKind.COORDINATOR}

BASIC = ("help", "language", "privacy")
"""Everybody's, also before anything is known of them."""

LEADERS = ("status", "history", *BASIC)
TASK_FORCES = ("status", *BASIC)
HELPERS = ("report", "status", "cancel", *BASIC)
FILERS = (
    "report",
    "status",
    "history",
    "form",
    "highlight",
    "extend",
    "away",
    "phone",
    "handover",
    "cancel",
    "calendar",
    *BASIC,
)
OFFICE = (
    "board",
    "ledger",
    "review",
    "accept",
    "ticks",
    "signing",
    "problems",
    "highlights",
    "target",
    "return",
    "history",
    "form",
    "calls",
    "why",
    "remind_text",
    "notice",
    "bulletin",
    "briefing",
    "outbox",
    "mail",
    "extend",
    "exempt",
    "invite",
    "handover",
    "announce",
    "calendar",
    "ladder",
    "status",
    "cancel",
    *BASIC,
)


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands of one chat, in the language of its person."""

    language: str
    commands: tuple[str, ...]

    def shown(self) -> list[BotCommand]:
        return [BotCommand(name, plain(self.language, f"menu-{name}")) for name in self.commands]


def menu_of(language: str, held: list[Contact], *, helps: bool = False) -> Menu:
    """For all that the person is at once, each command once. helps: with measures of a unit."""
    commands: list[str] = []
    if any(contact.kind in FILING_KINDS for contact in held):
        commands += FILERS
    if any(contact.kind is ContactKind.COORDINATOR for contact in held):
        commands += OFFICE
    if helps:
        commands += HELPERS
    if held and not any(contact.kind in WORKING_KINDS for contact in held):
        of_unit = any(contact.kind in UNIT_KINDS for contact in held)
        commands += LEADERS if of_unit else TASK_FORCES
    known = dict.fromkeys((*(one for one in commands if one not in BASIC), *BASIC))
    return Menu(language, tuple(known))


@dataclass
class Menus:
    """Which menu each chat was given by this process: a restart gives all of them again."""

    _given: dict[int, Menu] = field(default_factory=dict)
    _on_the_way: set[asyncio.Task[None]] = field(default_factory=set)

    def give_soon(self, bot: Bot, chat_id: int, menu: Menu) -> None:
        """As `give`, beside everything else: nobody's next message waits for a menu."""
        if self._given.get(chat_id) != menu:
            task = asyncio.create_task(self.give(bot, chat_id, menu))
            self._on_the_way.add(task)
            task.add_done_callback(self._on_the_way.discard)

    async def settle(self) -> None:
        """Waits for those that are on the way."""
        await asyncio.gather(*self._on_the_way)

    async def drop(self) -> None:
        """Those that are on the way do not arrive any more: the process ends."""
        for task in self._on_the_way:
            task.cancel()
        await asyncio.gather(*self._on_the_way, return_exceptions=True)

    async def give(self, bot: Bot, chat_id: int, menu: Menu) -> None:
        """Sets the chat's menu where it is another one than before. Not worth failing for."""
        if self._given.get(chat_id) == menu:
            return
        self._given[chat_id] = menu
        try:
            await bot.set_my_commands(menu.shown(), scope=BotCommandScopeChat(chat_id))
        except TelegramError:
            return
