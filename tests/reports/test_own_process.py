"""What one reading may take, in a process of its own or in this one.

As a module it is a process that reads: what it does is told by the name of the file.
"""

import resource
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress

import pytest

from reports.own_process import (
    Limits,
    ReadingBroke,
    TookTooMuch,
    answer,
    answer_of,
    within,
)

ROOMY = Limits(memory_bytes=1 << 30, processor_seconds=60)
SECRET = "what a stranger wrote"


def _read(data: bytes, name: str) -> dict[str, object]:
    match name:
        case "words":
            return {"read": data.decode()}
        case "fault":
            raise ValueError(SECRET)
        case "end":
            sys.exit(3)
    with within(Limits(memory_bytes=1 << 24, processor_seconds=60)):
        return {"read": len(bytes(1 << 26))}


def _for_ever() -> None:
    while True:
        with suppress(Exception):  # as readers of strangers' files do
            sum(range(1000))


def _damaged() -> None:
    try:
        bytes(1 << 26)
    except MemoryError as error:
        raise ValueError from error


def _state() -> tuple[object, ...]:
    memory = resource.getrlimit(resource.RLIMIT_AS)
    return memory, signal.getsignal(signal.SIGPROF), signal.getitimer(signal.ITIMER_PROF)


def test_what_keeps_within_its_limits_is_done_and_leaves_none_behind() -> None:
    before = _state()
    with within(ROOMY):
        done = sum(range(10))
    assert (done, _state()) == (45, before)


def test_what_takes_too_long_is_stopped_whatever_it_catches() -> None:
    before = _state()
    with pytest.raises(TookTooMuch), within(Limits(1 << 30, processor_seconds=0.02)):
        _for_ever()
    assert _state() == before


def test_what_wants_too_much_memory_is_stopped_also_where_it_was_taken_for_damage() -> None:
    before = _state()
    with pytest.raises(TookTooMuch), within(Limits(1 << 24, processor_seconds=60)):
        _damaged()
    assert _state() == before


async def test_a_process_of_its_own_answers_or_is_stopped_or_says_where_it_broke() -> None:
    def asked(name: str) -> Coroutine[None, None, dict[str, object] | None]:
        return answer_of("tests.reports.test_own_process", name, b"x", most_seconds=30)

    assert await asked("words") == {"read": "x"}
    assert await asked("memory") is None
    with pytest.raises(ReadingBroke) as broke:
        await asked("fault")
    assert broke.value.where.startswith("ValueError in test_own_process.py:")
    assert SECRET not in str(broke.value)
    with pytest.raises(ReadingBroke, match="exit 3"):
        await asked("end")


if __name__ == "__main__":
    answer(_read, ROOMY)
