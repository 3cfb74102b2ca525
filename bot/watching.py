"""What those who watch are told: alive, ready, figures; and a sign of life sent to them."""

import logging
from collections.abc import Mapping
from datetime import datetime

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.metrics import CONTENT_TYPE, Metrics
from bot.pulse import Pulse
from bot.trust import trusted
from models.database import Database
from models.delivery import Waiting, waiting
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)

_HEARTBEAT_SECONDS = 10.0  # how long the answer to a heartbeat may take


class Watching:
    """Answers with numbers only: no names, no words of anybody, no secret."""

    def __init__(
        self, database: Database, bot_id: int, clock: Clock, pulse: Pulse, metrics: Metrics
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._clock = clock
        self._pulse = pulse
        self._metrics = metrics

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self._healthz),
            Route("/readyz", self._readyz),
            Route("/metrics", self._figures),
        ]

    async def _healthz(self, _request: Request) -> Response:
        """503 when only a new start would help."""
        dead = self._pulse.dead()
        return JSONResponse({"alive": not dead, "dead": dead}, status_code=503 if dead else 200)

    async def _readyz(self, _request: Request) -> Response:
        """503 when updates do not come in, time stands still, or the tables cannot be read."""
        stale: list[str] = list(self._pulse.stale())
        found = await self._waiting()
        if found is None:
            stale.append("database")
        told: dict[str, object] = {"ready": not stale, "stale": stale, **self._ages()}
        if found is not None:
            told |= {
                "inbox_waiting": found.inbox,
                "inbox_oldest_seconds": self._age(found.inbox_since),
                "outbox_waiting": found.outbox,
                "outbox_oldest_seconds": self._age(found.outbox_since),
                "mails_waiting": found.mails,
                "mails_oldest_seconds": self._age(found.mails_since),
            }
        return JSONResponse(told, status_code=503 if stale else 200)

    async def _figures(self, _request: Request) -> Response:
        found = await self._waiting()
        gauges: dict[str, tuple[str, float | None]] = {
            name: ("Seconds since the last one that went well.", age)
            for name, age in self._ages().items()
        }
        if found is not None:
            gauges |= {
                "inbox_waiting": ("Updates that wait to be handled.", found.inbox),
                "inbox_oldest_seconds": (
                    "For how long the oldest of them waits.",
                    self._age(found.inbox_since),
                ),
                "outbox_waiting": ("Messages that could go out now.", found.outbox),
                "outbox_oldest_seconds": (
                    "For how long the oldest of them waits.",
                    self._age(found.outbox_since),
                ),
                "mails_waiting": ("Mails that have not gone yet.", found.mails),
                "mails_oldest_seconds": (
                    "Since when the oldest of them was to go.",
                    self._age(found.mails_since),
                ),
                "outbox_dead": ("Messages that were refused.", found.dead),
                "outbox_unknown": ("Messages that may or may not have arrived.", found.unknown),
            }
        return Response(self._metrics.exposition(gauges), media_type=CONTENT_TYPE)

    def _ages(self) -> Mapping[str, float]:
        return {f"{part}_age_seconds": round(age, 1) for part, age in self._pulse.ages().items()}

    def _age(self, since: datetime | None) -> float | None:
        return round((self._clock.now() - since).total_seconds(), 1) if since else None

    async def _waiting(self) -> Waiting | None:
        """None when the tables cannot be read."""
        now = self._clock.now()
        try:
            return await self._database.unit(lambda s: waiting(s, self._bot_id, now=now))
        except Exception:  # whatever it is: the answer says that the tables cannot be read
            logger.exception("tables-unreadable")
            return None


class Heartbeat:
    """A GET to an address, again and again while all is well; its silence is the alarm."""

    def __init__(self, url: str, *, minutes: float, clock: Clock, pulse: Pulse) -> None:
        self._url = url
        self._seconds = minutes * 60
        self._clock = clock
        self._pulse = pulse

    async def run(self) -> None:
        async with httpx.AsyncClient(timeout=_HEARTBEAT_SECONDS, verify=trusted()) as client:
            while True:
                if not self._pulse.stale():
                    await self._beat(client)
                await self._clock.sleep(self._seconds)

    async def _beat(self, client: httpx.AsyncClient) -> None:
        try:
            answer = await client.get(self._url)
        except httpx.HTTPError as error:  # its text may hold the address, which is a secret
            logger.warning("heartbeat-lost", extra={"reason": type(error).__name__})
            return
        if answer.is_error:
            logger.warning("heartbeat-lost", extra={"status": answer.status_code})
