"""Waiting for something to become true in a sandbox, from any event loop."""

import asyncio
from collections.abc import Callable

from sandbox.world import Sandbox


async def until(
    sandbox: Sandbox,
    is_so: Callable[[], bool],
    *,
    timeout: float = 5.0,  # noqa: ASYNC109  public
) -> None:
    """Wait, in any loop, until `is_so` holds; it is asked after every change of the sandbox.

    Raises TimeoutError after so many real seconds.
    """
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()
    unsubscribe = sandbox.subscribe(lambda: _set_soon(loop, changed))
    try:
        async with asyncio.timeout(timeout):
            while True:
                changed.clear()
                with sandbox.lock:
                    if is_so():
                        return
                await changed.wait()
    finally:
        unsubscribe()


def _set_soon(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    loop.call_soon_threadsafe(event.set)
