"""It only ticks: what is due is in the tables, so a late or lost tick changes nothing."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from apscheduler.schedulers.asyncio import (  # type: ignore[import-untyped]  # ships no types
    AsyncIOScheduler,
)

from bot.clock import steady

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Done once at the start where `at_once`, from `first_at` on every so many seconds.

    limit_seconds: a run that takes longer is cut off, so that the next one comes.
    on_done: is told of every run that came to its end, and how long it took.
    """

    name: str
    work: Callable[[], Awaitable[None]]
    every_seconds: float
    limit_seconds: float
    first_at: datetime | None = None
    at_once: bool = False
    on_done: Callable[[float], None] = lambda _seconds: None

    async def run(self) -> None:
        began = steady()
        try:
            async with asyncio.timeout(self.limit_seconds):
                await self.work()
        except TimeoutError:
            logger.error("tick-cut", extra={"tick": self.name, "limit": self.limit_seconds})
        except asyncio.CancelledError:
            return  # a stop cuts a tick short; the ticker would log that as its failure
        except Exception:  # whatever it is, the next tick tries it again
            logger.exception("tick-failed", extra={"tick": self.name})
        else:
            self.on_done(steady() - began)


def ticker(jobs: Sequence[Job]) -> AsyncIOScheduler:
    """Starts nothing: `start()` does, and `shutdown(wait=False)` ends it."""
    scheduler = AsyncIOScheduler(
        job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    for job in jobs:
        if job.at_once:
            scheduler.add_job(job.run, name=job.name)
        scheduler.add_job(
            job.run,
            "interval",
            name=job.name,
            seconds=job.every_seconds,
            start_date=job.first_at,
        )
    return scheduler
