"""One log on standard error: a line for each event, its facts as key=value, and never a secret.

Nor what somebody has typed: of an exception it tells what it is and where, see `traced`.

Facts are given as `extra`: log.warning("reminder-refused", extra={"unit": 4, "rung": "head"}).
"""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

from bot.traces import traced

REDACTED = "[redacted]"

_BOT_TOKEN = re.compile(r"\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
_PTB_ANSWERS = "telegram.request.BaseRequest"
_SHORTEST_SECRET = 4  # a shorter one would blot out half of every line
# httpx and httpcore log each request, with the token in its URL; the others, what is no event.
_CHATTY = ("httpx", "httpcore", "apscheduler", "alembic")
_STANDARD_FIELDS = frozenset(
    {*vars(logging.makeLogRecord({})), "message", "asctime", "color_message"}
)


class Redaction(logging.Filter):
    """Takes secrets out of a record for good: message, arguments, facts, traceback and stack.

    Whatever has the form of a bot token is taken out too, so that one that nobody told us about
    (an old one, another bot's) does not pass either.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        written = {form for secret in secrets for form in _forms(secret)}
        longest_first = sorted(written, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if written else None

    def redact(self, text: str) -> str:
        if self._secrets:
            text = self._secrets.sub(REDACTED, text)
        return _BOT_TOKEN.sub(REDACTED, text)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self.redact(_message(record)), None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = traced(record.exc_info[1])
        record.exc_info = None  # the exception itself holds what its text no longer does
        if record.exc_text:
            record.exc_text = self.redact(record.exc_text)
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        for name, fact in _facts(record).items():
            setattr(record, name, fact if isinstance(fact, bool | int) else self.redact(str(fact)))
        return True


class EventFormatter(logging.Formatter):
    """2026-08-01T09:00:00+0800 WARNING scheduler.sender reminder-refused unit=4 rung=head."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        facts = (f"{name}={_written(fact)}" for name, fact in _facts(record).items())
        return " ".join((super().formatMessage(record), *facts))


class JsonFormatter(EventFormatter):
    """{"at": ..., "level": ..., "logger": ..., "event": ..., facts, "trace": ...}, a line each."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "at": self.formatTime(record, self.datefmt),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
            **_facts(record),
        }
        if record.exc_text:
            told["trace"] = record.exc_text
        return json.dumps(told, ensure_ascii=False, default=str)


def set_up_logging(
    level: str,
    *,
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
    as_json: bool = False,
) -> None:
    """Log to `stream` (standard error), and let no handler that exists now show a secret.

    What would end a thread or the program with a traceback on the terminal is logged instead.
    May be called again: the newest call holds. Servers that bring handlers of their own (uvicorn)
    have to be told not to.
    """
    redaction = Redaction(secrets)
    ours = _EventHandler(stream or sys.stderr)
    ours.setFormatter(JsonFormatter() if as_json else EventFormatter())
    root = logging.getLogger()
    root.handlers = [handler for handler in root.handlers if not isinstance(handler, _EventHandler)]
    root.addHandler(ours)
    root.setLevel(level)
    for handler in _every_handler():
        handler.filters = [old for old in handler.filters if not isinstance(old, Redaction)]
        handler.addFilter(redaction)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(max(logging.INFO, root.level))  # below, it logs texts
    # Of an answer that is no JSON it would log a traceback with the whole page; we tell of those.
    logging.getLogger(_PTB_ANSWERS).setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_thread_end


class _EventHandler(logging.StreamHandler[TextIO]):
    """Ours, to be told from others."""


def _every_handler() -> list[logging.Handler]:
    named = (logging.getLogger(name) for name in list(logging.root.manager.loggerDict))
    handlers = [handler for logger in (logging.root, *named) for handler in logger.handlers]
    return [*handlers, *filter(None, [logging.lastResort])]


def _log_uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("uncaught", exc_info=(kind, error, traceback))


def _log_thread_end(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        _log_uncaught(ended.exc_type, ended.exc_value, ended.exc_traceback)


def _message(record: logging.LogRecord) -> str:
    try:
        message = record.getMessage()
    except (TypeError, ValueError):
        message = f"{record.msg} {record.args}"
    # of a task that failed unseen asyncio goes on with the task, and so with what the error says
    return message.partition("\n")[0] if record.name == "asyncio" else message


def _forms(secret: str) -> Iterable[str]:
    """The secret as it may be written: as it is, in a URL, in JSON; of a bot token its key too."""
    parts = [secret] if len(secret) >= _SHORTEST_SECRET else []
    if _BOT_TOKEN.fullmatch(secret):
        parts.append(secret.partition(":")[2])
    for part in parts:
        yield from (part, quote(part), quote(part, safe=""), json.dumps(part)[1:-1])


def _facts(record: logging.LogRecord) -> dict[str, object]:
    return {name: fact for name, fact in vars(record).items() if name not in _STANDARD_FIELDS}


def _written(fact: object) -> str:
    text = str(fact)
    plain = text.isprintable() and not set(text) & set(' "=')
    return text if plain else json.dumps(text, ensure_ascii=False)
