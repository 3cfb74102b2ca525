"""The clocks: the real one, one that started elsewhere in time, and one that is moved by hand.

Nothing else in the product asks the machine for the time.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta


def steady() -> float:
    """Seconds that only grow, for ages: the machine's date may be set, forward or back."""
    return time.monotonic()


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class OffsetClock:
    """Runs at real speed from another start: for a rehearsal of days to come."""

    def __init__(self, start: datetime) -> None:
        self._offset = _in_utc(start) - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class ManualClock:
    """Stands still until it is moved; who sleeps on it moves it.

    Sleepers at the same moment sleep side by side: two that sleep a second take one together.
    """

    def __init__(self, start: datetime) -> None:
        self._now = _in_utc(start)

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        wakes_at = self._now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self._now = max(self._now, wakes_at)

    def advance(self, by: timedelta) -> None:
        self.move_to(self._now + by)

    def move_to(self, when: datetime) -> None:
        """Raises ValueError for a moment before the present one: time does not run back here."""
        when = _in_utc(when)
        if when < self._now:
            raise ValueError(f"{when} is before {self._now}")
        self._now = when


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(UTC)
