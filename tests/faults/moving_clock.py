"""A clock that a test moves under a process that runs: two processes read it from one file.

A jump is as if the machine had slept, or had been off, for so long.
"""

import asyncio
import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_STATE = struct.Struct("ddd")  # our moment (seconds since 1970), the machine's then, our speed
_SLICE = 0.05  # real seconds after which a sleeper looks whether the clock has been moved


class MovingClock:
    """`vocabulary.clock.Clock`, over a file that another process may move."""

    def __init__(self, place: Path) -> None:
        with place.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _STATE.size)

    @classmethod
    def made(cls, place: Path, start: datetime, *, speed: float = 1.0) -> "MovingClock":
        """speed: so many of its seconds pass in a real one."""
        place.write_bytes(_STATE.pack(start.timestamp(), time.monotonic(), speed))
        return cls(place)

    def now(self) -> datetime:
        start, started_at, speed = _STATE.unpack_from(self._shared)
        return datetime.fromtimestamp(start + (time.monotonic() - started_at) * speed, UTC)

    async def sleep(self, seconds: float) -> None:
        wakes_at = self.now() + timedelta(seconds=seconds)
        while (left := (wakes_at - self.now()).total_seconds()) > 0:
            speed = _STATE.unpack_from(self._shared)[2]
            await asyncio.sleep(min(left / speed, _SLICE))

    def jump(self, by: timedelta) -> None:
        start, started_at, speed = _STATE.unpack_from(self._shared)
        _STATE.pack_into(self._shared, 0, start + by.total_seconds(), started_at, speed)
