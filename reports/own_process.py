"""Reading within limits, most often in a process of its own, so that no file holds up the rest."""

import asyncio
import json
import os
import resource
import signal
import sys
import traceback
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_NICE = 10
_SECONDS_TO_END = 10
_TOO_MUCH = 70  # how a process ends that has reached its limits and could not say so
_ROOT = Path(__file__).parents[1]
_PAGES_IN_USE = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one reading may take, beyond what its process has taken before."""

    memory_bytes: int
    processor_seconds: float


class ReadingBroke(Exception):
    """A reader failed on a file: our fault. `where`: the error's kind and our line, no more.

    What the error says may be a stranger's words, which do not belong into our log.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(where)


class TookTooMuch(BaseException):
    """A reading has reached its limits. No reader catches it with what files do to libraries."""


async def answer_of(
    module: str, asked: str, data: bytes, *, most_seconds: float
) -> dict[str, object] | None:
    """What `python -m MODULE ASKED < data` answered; None where it was stopped for taking too much.

    Raises ReadingBroke.
    """
    open_to_see = {key: value for key, value in os.environ.items() if not key.startswith("BAOSONG")}
    reading = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, asked),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # a stranger's words do not belong into our log
        cwd=_ROOT,
        env=open_to_see,
    )
    try:
        async with asyncio.timeout(most_seconds):
            answer, _ = await reading.communicate(data)
    except TimeoutError:
        return None
    finally:
        if reading.returncode is None:
            reading.kill()
            await reading.wait()
    ended_with = await reading.wait()
    if ended_with < 0 or ended_with == _TOO_MUCH:
        return None
    if ended_with != 0:
        raise ReadingBroke(f"exit {ended_with}")
    told: dict[str, object] = json.loads(answer)
    if (where := told.get("broke")) is not None:
        raise ReadingBroke(str(where))
    return told


class OneApart:
    """Has a module answer about one file at a time; the others wait for their turn.

    most_seconds: after which a reading is stopped, whatever it does.
    """

    def __init__(self, module: str, *, most_seconds: float) -> None:
        self._module = module
        self._most_seconds = most_seconds
        self._turn = asyncio.Lock()

    async def answer_of(self, asked: str, data: bytes) -> dict[str, object] | None:
        """As the function does."""
        async with self._turn:
            return await answer_of(self._module, asked, data, most_seconds=self._most_seconds)


def answer(read: Callable[[bytes, str], dict[str, object]], limits: Limits) -> None:
    """The other side of it: writes what `read`, which keeps the limits, says of what came."""
    os.nice(_NICE)
    # For a library that does not return to Python to be told:
    _keep_below(resource.RLIMIT_CPU, int(limits.processor_seconds) + _SECONDS_TO_END)
    try:
        told = read(sys.stdin.buffer.read(), sys.argv[1])
    except TookTooMuch:
        sys.exit(_TOO_MUCH)
    except Exception as error:  # whatever it is, the other side has to know
        told = {"broke": _where(error)}
    sys.stdout.write(json.dumps(told))


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Raises TookTooMuch where what the main thread does meanwhile takes more."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooMuch

    memory = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGPROF, stop)
    if (used := _bytes_in_use()) is not None:
        _keep_below(resource.RLIMIT_AS, used + limits.memory_bytes)
    signal.setitimer(signal.ITIMER_PROF, limits.processor_seconds, _SECONDS_TO_END)
    try:
        yield
    except Exception as error:
        if _is_for_memory(error):
            raise TookTooMuch from None
        raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, memory)
        signal.signal(signal.SIGPROF, handler)


def _keep_below(what: int, most: int) -> None:
    """Sets the limit that may be raised again, unless it is lower already."""
    now, highest = resource.getrlimit(what)
    lower = [most, *(limit for limit in (now, highest) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(what, (min(lower), highest))


def _bytes_in_use() -> int | None:
    """Of address space, which is what the limit counts; None where no system tells, as on a Mac."""
    if not _PAGES_IN_USE.exists():
        return None
    return int(_PAGES_IN_USE.read_text().split()[0]) * resource.getpagesize()


def _is_for_memory(error: BaseException | None) -> bool:
    """Whether it came of a MemoryError, be it that a reader took that for a damaged file."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _where(error: Exception) -> str:
    """ValueError in plans/tables.py:120, of the last line that is ours."""
    lines = traceback.extract_tb(error.__traceback__)
    ours = [line for line in lines if Path(line.filename).is_relative_to(_ROOT)] or lines
    last = ours[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
