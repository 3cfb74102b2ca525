"""Our own long polling: raw updates are committed before the next call confirms them.

PTB's own loop confirms first and handles later, so a killed process loses answers; see
docs/decisions.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import httpx

from bot.inbox import ALLOWED_UPDATES, RawUpdate
from bot.pulse import Part, Pulse
from bot.trust import trusted
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)

_MARGIN_SECONDS = 10.0  # how long an answer may take beyond the poll itself
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 5.0  # so that all goes on soon after a trouble has ended
_ADVICE_ON_CONFLICT = (
    "another program uses this bot's token: stop it, or give it a token of its own; "
    "if none is known, have @BotFather revoke the token and start with the new one"
)
_CONFLICT = 409  # another program asks for the same bot's updates, or has set a webhook
_CONFLICT_PAUSE_SECONDS = 9.0  # so that two do not wrest every poll from each other
_BATCH = 100


class PollRefused(Exception):
    """Telegram did not answer with updates. `status` is the HTTP status, 0 for no answer."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} {reason}")
        self.status = status
        self.reason = reason


class Poller:
    """Asks for updates. The offset is not kept over restarts: ids may start anew meanwhile."""

    def __init__(
        self,
        url: str,
        clock: Clock,
        keep: Callable[[Sequence[RawUpdate]], Awaitable[None]],
        *,
        poll_seconds: int,
        proxy: str | None,
        pulse: Pulse,
        on_conflict: Callable[[], Awaitable[None]],
        margin_seconds: float = _MARGIN_SECONDS,
    ) -> None:
        self._url = url
        self._clock = clock
        self._keep = keep
        self._poll_seconds = poll_seconds
        self._pulse = pulse
        self._on_conflict = on_conflict
        self._longest_seconds = poll_seconds + 3 * margin_seconds
        self._client = httpx.AsyncClient(
            proxy=proxy,
            verify=trusted(),
            timeout=httpx.Timeout(margin_seconds, read=poll_seconds + margin_seconds),
        )
        self._offset: int | None = None
        self.succeeded_at: datetime | None = None

    async def poll(self, *, wait: bool = True) -> int:
        """One call: commits what came, then moves the offset. Raises PollRefused."""
        asked: dict[str, str | int] = {
            "timeout": self._poll_seconds if wait else 0,
            "limit": _BATCH,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            asked["offset"] = self._offset
        updates = await self._ask(asked)
        if updates:
            await self._keep(updates)
            ids = [update["update_id"] for update in updates]
            self._offset = max(i for i in ids if isinstance(i, int)) + 1
        self.succeeded_at = self._clock.now()
        self._pulse.beat(Part.POLL)
        return len(updates)

    async def run(self) -> None:
        """Polls for ever; what goes wrong is logged and tried again after a growing pause."""
        pause = _FIRST_PAUSE_SECONDS
        while True:
            try:
                await self.poll()
                pause = _FIRST_PAUSE_SECONDS
            except PollRefused as refused:
                if refused.status == _CONFLICT:
                    pause = _CONFLICT_PAUSE_SECONDS
                    await self._meet_conflict()
                facts: dict[str, object] = {
                    "status": refused.status,
                    "reason": refused.reason,
                    "pause": pause,
                }
                if refused.status == _CONFLICT:
                    facts["advice"] = _ADVICE_ON_CONFLICT
                logger.warning("poll-refused", extra=facts)
            except Exception:  # a locked or full database: nothing was confirmed, so it comes again
                logger.exception("poll-failed", extra={"pause": pause})
            else:
                continue
            await self._clock.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)

    async def _meet_conflict(self) -> None:
        """Starting anew would help nobody: Telegram answers, and says that another is there."""
        self._pulse.excuse(Part.POLL)
        try:
            await self._on_conflict()
        except Exception:  # told at the next one
            logger.exception("conflict-not-told")

    async def close(self) -> None:
        await self._client.aclose()

    async def _ask(self, asked: dict[str, str | int]) -> list[RawUpdate]:
        try:
            async with asyncio.timeout(self._longest_seconds):  # an answer may come in by drops
                answer = await self._client.post(self._url, data=asked)
            said = answer.json()
        except (httpx.HTTPError, ValueError, TimeoutError) as error:
            raise PollRefused(0, type(error).__name__) from None  # its text holds the token
        if not isinstance(said, dict) or said.get("ok") is not True:
            raise PollRefused(answer.status_code, "not ok")
        result = said.get("result")
        if not isinstance(result, list) or not all(isinstance(update, dict) for update in result):
            raise PollRefused(answer.status_code, "no list of updates")
        return result
