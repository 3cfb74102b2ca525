"""Another program with the same bot: here the lock stops it, elsewhere it is noticed."""

import asyncio
import logging
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import TelegramError

from models.database import Database
from models.work import Desk, Work
from scheduler.alarms import tell_rival
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)

# One refusal may be an echo of ourselves, of a poll that our last life left open.
_WITHIN = timedelta(minutes=10)
_LOOK_SECONDS = 300.0


class Rivals:
    """webhook_seen_at: when the webhook was last found to be ours, and Telegram to reach it."""

    def __init__(self, bot: Bot, database: Database, desk: Desk, clock: Clock) -> None:
        self._bot = bot
        self._database = database
        self._desk = desk
        self._clock = clock
        self._refused_at: datetime | None = None
        self.webhook_seen_at: datetime | None = None

    async def poll_refused(self) -> None:
        """Telegram says that another one asks for the updates; believed at the second time."""
        now = self._clock.now()
        before, self._refused_at = self._refused_at, now
        if before is not None and now - before <= _WITHIN:
            await self._tell("polls")

    async def watch_webhook(self, url: str) -> None:
        """Looks for ever whether the webhook is still ours, and leaves it alone where it is not.

        By the machine's clock, as the ticks go: one that is moved by hand would never let it rest.
        """
        while True:
            await self.look_at_webhook(url)
            await asyncio.sleep(_LOOK_SECONDS)

    async def look_at_webhook(self, url: str) -> None:
        try:
            info = await self._bot.get_webhook_info()
        except TelegramError as error:
            logger.warning("webhook-not-seen", extra={"reason": type(error).__name__})
            return
        if info.url == url:
            if self._is_reached(info):
                self.webhook_seen_at = self._clock.now()
            else:
                logger.warning("webhook-not-reached", extra={"waiting": info.pending_update_count})
        else:
            logger.error("webhook-changed", extra={"host": urlsplit(info.url).hostname or "none"})
            await self._tell("webhook")

    def _is_reached(self, info: WebhookInfo) -> bool:
        """Not while updates wait at Telegram that it has failed to hand over since the last look.

        It keeps them for a day, so that what is longer than that has to be noticed.
        """
        if not info.pending_update_count or info.last_error_date is None:
            return True
        seen = self.webhook_seen_at
        return seen is not None and info.last_error_date <= seen

    async def take_webhook_away(self, ours: str) -> None:
        """Polling needs it gone; one that somebody else has set is told of."""
        try:
            info = await self._bot.get_webhook_info()
            if info.url and info.url != ours:
                logger.error("webhook-taken-away", extra={"host": urlsplit(info.url).hostname})
                await self._tell("webhook")
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError:  # where one is still set, polling is refused and says so
            logger.warning("webhook-not-deleted")

    async def _tell(self, how: str) -> None:
        await self._database.unit(
            lambda session: tell_rival(Work(session, self._desk, self._clock.now()), how)
        )
