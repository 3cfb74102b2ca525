"""The real bot in a process of its own, on a clock that the test moves, beside a sandbox.

It is what `baosong run` runs; only the clock differs, and a crash may be planned for it.
"""

import asyncio
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import TYPE_CHECKING

from bot.__main__ import load
from sandbox import SandboxServer
from tests.faults.crash_points import Crash, Point, end_at
from tests.faults.failing_disk import fails_to_sync
from tests.faults.moving_clock import MovingClock

if TYPE_CHECKING:
    from bot.pulse import Pulse

TOKEN = "7654321:faults-FAULTS-faults-FAULTS-faults"
SECRET = "a-webhook-secret-of-the-faults"
PATIENCE = 120.0  # real seconds until something that should happen has not: a slow machine is none

BLOCKED = 5.0
"""Seconds for which the event loop does nothing when it is told so."""

_LOOK = 0.02  # real seconds

_CLOCK = "FAULTS_CLOCK"
_LOG = "FAULTS_LOG"
_CRASH = "FAULTS_CRASH"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bot lives: its folder, its database and how it speaks with the sandbox."""

    folder: Path
    database_url: str
    server: SandboxServer

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def clock(self) -> Path:
        return self.folder / "clock"


class BotProcess:
    """Started and ended as often as wished.

    settings: variables beside those that the place gives.
    program: what the forked process becomes; the bot, where nothing else is given.
    """

    def __init__(
        self,
        place: Place,
        settings: dict[str, str],
        *,
        program: Callable[[dict[str, str]], None] | None = None,
    ) -> None:
        self.place = place
        self.environ = {
            "BAOSONG_TELEGRAM__TOKEN": TOKEN,
            "BAOSONG_TELEGRAM__API_BASE": place.server.url,
            "BAOSONG_TELEGRAM__POLL_SECONDS": "1",
            "BAOSONG_DATABASE__URL": place.database_url,
            "BAOSONG_DATABASE__FILES": str(place.files),
            "BAOSONG_LOG__LEVEL": "WARNING",
            _CLOCK: str(place.clock),
            _LOG: str(place.log),
            **settings,
        }
        self._program = program or _become
        self._port = 0
        self._process: ForkServerProcess | subprocess.Popen[bytes] | None = None
        # Imports once what every start needs; the processes are forked from there, not from here.
        self._factory = multiprocessing.get_context("forkserver")
        self._factory.set_forkserver_preload(["tests.faults.process", "tests.faults.warm"])

    def by_polling(self) -> None:
        self.environ["BAOSONG_TELEGRAM__MODE"] = "polling"

    def by_webhook(self) -> None:
        port = self._port = self._port or _free_port()
        self.environ |= {
            "BAOSONG_TELEGRAM__MODE": "webhook",
            "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": SECRET,
            "BAOSONG_TELEGRAM__WEBHOOK__PUBLIC_URL": f"http://127.0.0.1:{port}",
            "BAOSONG_TELEGRAM__WEBHOOK__PORT": str(port),
        }

    def starts(self, *, crash: Crash | None = None, is_cold: bool = False) -> None:
        """Returns at once. is_cold: by a new interpreter that has imported nothing yet."""
        planned = {_CRASH: f"{crash.point}:{crash.nth}"} if crash else {}
        environ = {**self.environ, **planned}
        if is_cold:
            ours = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path)}
            command = [sys.executable, "-m", "tests.faults.process"]
            self._process = subprocess.Popen(command, env={**ours, **environ})
            return
        self._process = self._factory.Process(target=self._program, args=(environ,))
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        if isinstance(self._process, subprocess.Popen):
            return self._process.poll()
        return None if self._process is None else self._process.exitcode

    def kills(self) -> None:
        """kill -9: no chance to say or to save anything."""
        os.kill(self.pid, signal.SIGKILL)
        self.waits_for_end()

    def ends(self) -> int:
        """SIGTERM, as a service manager would; gives the exit code."""
        os.kill(self.pid, signal.SIGTERM)
        return self.waits_for_end()

    def loses_its_disk(self) -> None:
        """From now on until it ends, nothing that it writes can be kept."""
        os.kill(self.pid, signal.SIGUSR1)

    def blocks_its_loop(self) -> None:
        """For five seconds, as by a handler that calls something that blocks."""
        os.kill(self.pid, signal.SIGUSR2)

    def waits_for_end(self) -> int:
        if isinstance(self._process, subprocess.Popen):
            self._process.wait(PATIENCE)
        elif self._process is not None:
            self._process.join(PATIENCE)
        code = self.exit_code
        assert code is not None, "it does not end"
        self._process = None
        return code

    def closes(self) -> None:
        """Whatever the test left."""
        if self._process is not None and self.exit_code is None:
            self.kills()

    def waits(self, is_so: Callable[[], object], *, seconds: float = PATIENCE) -> None:
        ends_at = time.monotonic() + seconds
        while not is_so():
            assert self._process is None or self.exit_code is None, self.logged()[-4000:]
            assert time.monotonic() < ends_at, f"it never came\n{self.logged()[-8000:]}"
            time.sleep(0.005)

    def waits_for_tick(self) -> None:
        """Until this start has planned what is due; from then on it also ends in order."""
        self.waits(self.has_ticked)

    def has_ticked(self) -> bool:
        ticked = _ticked(self.place.folder)
        return ticked.exists() and ticked.read_text(encoding="utf-8") == str(self.pid)

    def logged(self) -> str:
        return self.place.log.read_text(encoding="utf-8") if self.place.log.exists() else ""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _become(environ: dict[str, str]) -> None:
    os.environ.update(environ)
    _serve()


def _serve() -> None:
    """In the new process: the bot, until it is killed or told to end."""
    from bot.application import build_application
    from bot.logging import set_up_logging
    from bot.settings import load_settings
    from bot.supervisor import Supervisor
    from bot.watchdog import Watchdog

    log = Path(os.environ[_LOG])
    os.chdir(log.parent)
    written = log.open("a", encoding="utf-8", buffering=1)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(written.fileno(), stream.fileno())
    settings = load_settings()
    set_up_logging(settings.log.level, secrets=settings.secrets())
    planned = os.environ.get(_CRASH, "")
    if planned:
        point, _, nth = planned.rpartition(":")
        end_at(Crash(Point(point), int(nth)))
    clock = MovingClock(Path(os.environ[_CLOCK]))

    async def serve() -> None:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, fails_to_sync)
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, time.sleep, BLOCKED)
        async with build_application(settings, clock=clock) as baosong:
            telling = asyncio.create_task(_tell_first_tick(baosong.pulse))
            with Watchdog(baosong.pulse, Supervisor(os.environ)):
                await baosong.run()
            await telling

    try:
        asyncio.run(serve())
    except asyncio.CancelledError:
        return


async def _tell_first_tick(pulse: "Pulse") -> None:
    """For a test that has to know when the start has done its planning."""
    from bot.pulse import Part

    age = pulse.ages()[Part.TICK]
    while (now := pulse.ages()[Part.TICK]) >= age:
        age = now
        await asyncio.sleep(_LOOK)
    _ticked(Path(os.environ[_LOG]).parent).write_text(str(os.getpid()), encoding="utf-8")


def _ticked(folder: Path) -> Path:
    return folder / "ticked"


if __name__ == "__main__":
    load()  # all of what `baosong run` loads
    _serve()
