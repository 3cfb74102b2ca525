"""Deeds done at the same moment by several people."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

_LONGEST_SECONDS = 20


def at_once(*deeds: Callable[[], T]) -> list[T]:
    """What each of the deeds returned, begun as nearly together as threads allow."""
    together = threading.Barrier(len(deeds))

    def begin(deed: Callable[[], T]) -> T:
        together.wait(_LONGEST_SECONDS)
        return deed()

    with ThreadPoolExecutor(max_workers=len(deeds)) as threads:
        begun = [threads.submit(begin, deed) for deed in deeds]
        return [deed.result(_LONGEST_SECONDS) for deed in begun]
