"""Waiting in real time for what other tasks do."""

import asyncio
from collections.abc import Callable

_STEP = 0.01


async def soon(is_so: Callable[[], object], *, seconds: float = 30) -> None:
    """Returns once it is so. Raises AssertionError if it never comes."""
    for _ in range(int(seconds / _STEP)):
        if is_so():
            return
        await asyncio.sleep(_STEP)
    raise AssertionError("it never came")
