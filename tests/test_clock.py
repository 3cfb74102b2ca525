import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import ManualClock, OffsetClock, SystemClock
from vocabulary.clock import Clock

pytestmark = pytest.mark.smoke

START = datetime(2022, 8, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("clock", [SystemClock(), OffsetClock(START), ManualClock(START)])
def test_every_clock_tells_aware_utc_moments(clock: Clock) -> None:
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.now().tzinfo is UTC


async def test_a_clock_from_another_start_runs_on_from_there_at_real_speed() -> None:
    clock = OffsetClock(datetime(2022, 8, 1, 8, 59, tzinfo=ZoneInfo("Asia/Shanghai")))
    first = clock.now()
    await clock.sleep(0.02)
    assert timedelta(0) <= first - datetime(2022, 8, 1, 0, 59, tzinfo=UTC) < timedelta(seconds=5)
    assert timedelta(seconds=0.02) <= clock.now() - first < timedelta(seconds=5)


async def test_sleeping_on_a_manual_clock_moves_it_by_itself() -> None:
    clock = ManualClock(START)
    await clock.sleep(3600)
    assert clock.now() == START + timedelta(hours=1)


async def test_those_who_sleep_at_the_same_moment_sleep_side_by_side() -> None:
    clock = ManualClock(START)
    await asyncio.gather(clock.sleep(1), clock.sleep(2), clock.sleep(1))
    assert clock.now() == START + timedelta(seconds=2)


def test_a_manual_clock_stands_still_until_it_is_moved() -> None:
    clock = ManualClock(START)
    assert clock.now() == clock.now() == START
    clock.advance(timedelta(days=2))
    clock.move_to(datetime(2022, 8, 5, 18, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert clock.now() == datetime(2022, 8, 5, 10, tzinfo=UTC)


def test_a_manual_clock_does_not_run_back() -> None:
    with pytest.raises(ValueError, match="is before"):
        ManualClock(START).move_to(START - timedelta(seconds=1))


@pytest.mark.parametrize("clock", [OffsetClock, ManualClock])
def test_a_start_without_a_zone_is_refused(clock: type[OffsetClock | ManualClock]) -> None:
    with pytest.raises(ValueError, match="has no zone"):
        clock(START.replace(tzinfo=None))
