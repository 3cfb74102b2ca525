"""A sandbox as a process of its own: `python -m sandbox --help`."""

import argparse
import asyncio
import contextlib
import json
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sandbox.limits import Limits
from sandbox.server import SandboxServer
from sandbox.world import DEFAULT_TOKEN, Sandbox


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="A Telegram on your desk: a Bot API server on loopback with a chat page. "
        "Everything is in memory and gone when it ends.",
        epilog="example: python -m sandbox --port 8081 --person Ada --person Boris",
    )
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one (8081)")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the bot's token, NUMBER:LETTERS")
    parser.add_argument("--journal", type=Path, help="append every call and update, a JSON a line")
    parser.add_argument("--person", action="append", default=[], help="somebody who is there")
    parser.add_argument("--at", type=datetime.fromisoformat, help="start the clock at this time")
    parser.add_argument("--no-flood", action="store_true", help="no limits per second")
    return parser


def wall_clock(at: datetime | None) -> Callable[[], datetime]:
    """The machine's clock, moved so that it starts at `at`."""
    started = datetime.now(UTC).astimezone()
    ahead = at.astimezone() - started if at is not None else started - started
    return lambda: datetime.now(UTC).astimezone() + ahead


@contextlib.contextmanager
def written_to(path: Path | None, sandbox: Sandbox) -> Iterator[None]:
    if path is None:
        yield
        return
    with path.open("a", encoding="utf-8") as lines:

        def write(entry: dict[str, object]) -> None:
            lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
            lines.flush()

        sandbox.journal.listener = write
        yield


async def serve(server: SandboxServer) -> None:
    finish = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, finish.set)
    async with server:
        print(f"{server.url}/  the chat page", flush=True)  # noqa: T201  a command speaks
        print(f"{server.url}   the API base; token {server.sandbox.token}", flush=True)  # noqa: T201
        await finish.wait()


def main() -> None:
    options = arguments().parse_args()
    sandbox = Sandbox(
        now=wall_clock(options.at),
        token=options.token,
        limits=Limits(flood=not options.no_flood),
    )
    for name in options.person:
        sandbox.person(name)
    with written_to(options.journal, sandbox):
        asyncio.run(serve(SandboxServer(sandbox, port=options.port)))


if __name__ == "__main__":
    main()
