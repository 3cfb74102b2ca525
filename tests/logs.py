"""The log of a test: everything, down to the lowest level, and as it was before afterwards."""

import io
import logging
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bot.logging import set_up_logging


@contextmanager
def a_log(secrets: Iterable[str] = ()) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    written = io.StringIO()
    set_up_logging("DEBUG", secrets=secrets, stream=written)
    try:
        yield written
    finally:
        root.handlers, root.level, sys.excepthook, threading.excepthook = before
        logging.captureWarnings(capture=False)
