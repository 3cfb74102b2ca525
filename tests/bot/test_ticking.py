"""The ticker ticks on, whatever one tick does."""

import asyncio
import time
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.ticking import Job, ticker
from tests.waiting import soon


class Ticks:
    """Counts; the first run does what it is told."""

    def __init__(self, first: str) -> None:
        self.first = first
        self.runs = 0
        self.done = 0
        self.has_gone_on = asyncio.Event()

    async def run(self) -> None:
        self.runs += 1
        if self.runs == 1 and self.first == "hangs":
            await asyncio.Event().wait()
        if self.runs == 1 and self.first == "fails":
            raise OSError("disk gone")

    def is_done(self, seconds: float) -> None:
        assert seconds >= 0
        self.done += 1
        if self.done == 2:
            self.has_gone_on.set()


@pytest.mark.parametrize("first", ["hangs", "fails"])
async def test_tick_that_does_not_end_well_is_cut_and_the_next_one_runs(first: str) -> None:
    ticks = Ticks(first)
    scheduler = ticker(
        [Job("plan", ticks.run, 0.1, limit_seconds=0.2, at_once=True, on_done=ticks.is_done)]
    )
    scheduler.start()
    async with asyncio.timeout(10):
        await ticks.has_gone_on.wait()
    scheduler.shutdown(wait=False)
    assert ticks.runs >= ticks.done + 1


async def test_only_a_tick_that_came_to_its_end_is_a_sign_of_life() -> None:
    ticks = Ticks("hangs")
    job = Job("plan", ticks.run, 30, limit_seconds=0.05, on_done=ticks.is_done)
    await job.run()
    assert (ticks.runs, ticks.done) == (1, 0)
    await job.run()
    assert (ticks.runs, ticks.done) == (2, 1)


async def test_tick_whose_moment_passes_while_the_loop_is_blocked_comes_when_it_is_free() -> None:
    """A handler that calls what blocks; the next tick after this one would be in an hour."""
    ticks = Ticks("is well")
    due_at = SystemClock().now() + timedelta(seconds=0.2)
    scheduler = ticker([Job("plan", ticks.run, 3600, limit_seconds=60, first_at=due_at)])
    scheduler.start()
    time.sleep(1.5)  # noqa: ASYNC251 -- longer than APScheduler by itself lets a tick be late
    assert ticks.runs == 0
    await soon(lambda: ticks.runs == 1)
    scheduler.shutdown(wait=False)
