"""The clock that everything is given, so that a year runs in seconds."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits. The clocks themselves are in bot/clock.py."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return once so much time has passed on this clock."""
        ...
