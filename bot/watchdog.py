"""Ends a process that only looks alive, so that whoever supervises it starts it anew."""

import logging
import os
import threading
from collections.abc import Callable
from types import TracebackType
from typing import NoReturn, Self

from bot.pulse import Pulse
from bot.supervisor import ALIVE, Supervisor

logger = logging.getLogger(__name__)

EXIT_STALE = 69  # EX_UNAVAILABLE: what the process is there for does not happen any more
_LOOK_SECONDS = 1.0


class Watchdog:
    """Looks from a thread of its own: an event loop that hangs cannot judge itself.

    Within `with` it looks every second and keeps the service manager content while all is well.
    """

    def __init__(
        self, pulse: Pulse, supervisor: Supervisor, *, end: Callable[[], object] | None = None
    ) -> None:
        self._pulse = pulse
        self._supervisor = supervisor
        self._end = end or end_hard
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.join()

    def look(self) -> bool:
        """Whether all is well; if not, the process ends here."""
        dead = self._pulse.dead()
        if not dead:
            self._supervisor.notify(ALIVE)
            return True
        ages = {f"{part}_seconds": round(age) for part, age in self._pulse.ages().items()}
        logger.critical("stale", extra={"parts": ",".join(dead), **ages})
        self._end()
        return False

    def _run(self) -> None:
        while self.look():
            if self._stopped.wait(_LOOK_SECONDS):
                return


def end_hard() -> NoReturn:
    """At once: whatever hangs would also hang an orderly end, and nothing is lost by a kill."""
    for handler in logging.getLogger().handlers:
        handler.flush()
    os._exit(EXIT_STALE)
