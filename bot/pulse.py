"""Signs of life: how long ago each part last did what it is there for.

A process may run and do nothing: a revoked token, a captive portal, a call that never returns.
So life is told by ages, of the last successful poll and of the last finished tick.
"""

import threading
from collections.abc import Callable, Mapping
from enum import StrEnum


class Part(StrEnum):
    POLL = "poll"
    TICK = "tick"


class Pulse:
    """Threads may ask while the event loop beats, or no longer does.

    steady: seconds that only grow, whatever happens to the machine's date.
    limits: for each part the age in seconds beyond which it is stale.
    """

    def __init__(self, steady: Callable[[], float], limits: Mapping[Part, float]) -> None:
        self._steady = steady
        self._limits = dict(limits)
        self._guard = threading.Lock()
        self._beaten = dict.fromkeys(self._limits, steady())
        self._excused = dict(self._beaten)

    def beat(self, part: Part) -> None:
        """The part has done its work once more; one that nobody watches may beat too."""
        with self._guard:
            if part in self._limits:
                self._beaten[part] = self._steady()

    def excuse(self, part: Part) -> None:
        """The part is hindered by something that starting anew would not mend."""
        with self._guard:
            if part in self._limits:
                self._excused[part] = self._steady()

    def ages(self) -> dict[Part, float]:
        """Seconds since each part's last sign of life, or since all began."""
        with self._guard:
            now = self._steady()
            return {part: now - at for part, at in self._beaten.items()}

    def stale(self) -> list[Part]:
        """Parts that should have given a sign by now."""
        return [part for part, age in self.ages().items() if age > self._limits[part]]

    def dead(self) -> list[Part]:
        """Stale parts that only a new start can help: those without an excuse of late."""
        stale = self.stale()
        with self._guard:
            now = self._steady()
            return [part for part in stale if now - self._excused[part] > self._limits[part]]
