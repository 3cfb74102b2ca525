"""Reading in a process of its own, so that no file holds up or brings down the rest."""

import asyncio
import os
import resource
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path

_NICE = 10
_ROOT = Path(__file__).parents[1]


async def answer_of(module: str, name: str, data: bytes, *, most_seconds: float) -> bytes | None:
    """What `python -m MODULE NAME < data` wrote; None where it was stopped for taking too much."""
    open_to_see = {key: value for key, value in os.environ.items() if not key.startswith("BAOSONG")}
    reading = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, name),
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
    return answer if reading.returncode == 0 else None


def limit(*, memory_bytes: int, processor_seconds: int) -> None:
    """Called by the process itself, before it reads anything."""
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))
