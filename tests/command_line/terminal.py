"""A terminal in an empty folder, in which nothing but what the test says is set."""

import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session
from typer.testing import CliRunner, Result

from bot.cli import app
from models.database import Database
from models.offices import the_office
from tests.factories import OFFICE
from texts import plain

T = TypeVar("T")

TOKEN = "7654321:terminal-TERMINAL-terminal-TERMINAL"
LINK = re.compile(r"https://t\.me/baosong_sandbox_bot\?start=([A-Za-z0-9_-]+)")
SAMPLES = Path(__file__).parents[2] / "plans" / "samples"
PLAN = SAMPLES / "yongji-2022.txt"
TITLE = "永济市推进服务业提质增效2022年行动计划"


class Terminal:
    """Types commands and reads what they print; the token may never be part of it.

    environ: beside the settings' variables, which it replaces; only BAOSONG_… matter to a command.
    """

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder = folder
        self.environ = environ

    def types(self, *words: str | Path, code: int = 0, **changed: str | None) -> str:
        """Gives what was printed, on both streams, of a command that ends with this code.

        changed: variables that are other than usual this time; None unsets one.
        """
        result = self._run(words, changed)
        assert result.exit_code == code, result.output
        return result.output

    def says(self, key: str, *words: str | Path, code: int = 2, **facts: str | int) -> str:
        """The command is refused (or ends with `code`) with this sentence of the catalogue."""
        output = self.types(*words, code=code)
        assert plain("zh-CN", key, **facts) in output, output
        return output

    def output_alone(self, *words: str | Path) -> str:
        """What a pipe would get: standard output without the errors."""
        result = self._run(words, {})
        assert result.exit_code == 0, result.output
        return result.stdout

    def _run(self, words: tuple[str | Path, ...], changed: dict[str, str | None]) -> Result:
        ours = dict.fromkeys(name for name in os.environ if name.startswith("BAOSONG_"))
        with _logging_kept():
            result = CliRunner().invoke(
                app,
                [str(word) for word in words],
                env={**ours, **self.environ, **changed},
                prog_name="baosong",
            )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert TOKEN not in result.output
        assert TOKEN.partition(":")[2] not in result.output
        assert "Traceback" not in result.output
        return result

    def reads(self, question: Callable[[Session, int], T]) -> T:
        """What the database holds; `question` gets the session and the office's id."""
        database = Database(self.environ["BAOSONG_DATABASE__URL"])
        try:
            return database.run(lambda s: question(s, the_office(s, OFFICE).id))
        finally:
            database.close()


@contextmanager
def _logging_kept() -> Iterator[None]:
    """`baosong run` sets the log up for its process, which is this one here."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    try:
        yield
    finally:
        root.handlers, root.level, sys.excepthook, threading.excepthook = before
        logging.captureWarnings(capture=False)
