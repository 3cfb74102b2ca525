from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import SystemClock
from sandbox import Limits, Sandbox, SandboxServer
from tests.command_line.rehearsal import LeapingClock, Rehearsal
from tests.command_line.terminal import PLAN, TOKEN, Terminal
from tests.factories import OFFICE, ZONE


@pytest.fixture
def telegram() -> Iterator[SandboxServer]:
    """A Telegram on this machine, in a thread of its own."""
    with SandboxServer(Sandbox(now=SystemClock().now, token=TOKEN)).in_thread() as server:
        yield server


@pytest.fixture
def terminal(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """With an empty database and a token, and no Telegram that would answer."""
    monkeypatch.chdir(tmp_path)
    return Terminal(
        tmp_path,
        {
            "BAOSONG_TELEGRAM__TOKEN": TOKEN,
            "BAOSONG_TELEGRAM__API_BASE": "http://127.0.0.1:9",  # the discard port: nobody listens
            "BAOSONG_DATABASE__URL": sqlite_url,
            "BAOSONG_OFFICE__NAME": OFFICE,
        },
    )


@pytest.fixture
def connected(terminal: Terminal, telegram: SandboxServer) -> Terminal:
    terminal.environ["BAOSONG_TELEGRAM__API_BASE"] = telegram.url
    return terminal


@pytest.fixture
def loaded(connected: Terminal) -> Terminal:
    """Connected, with the sample plan loaded."""
    connected.types("plan", "load", PLAN, "--yes")
    return connected


@pytest.fixture
def rehearsal(terminal: Terminal) -> Iterator[Rehearsal]:
    """At eight on 1 August; July opens at nine."""
    clock = LeapingClock(datetime(2022, 8, 1, 8, tzinfo=ZONE))
    sandbox = Sandbox(now=clock.now, token=TOKEN, limits=Limits(flood=False))
    with SandboxServer(sandbox, webhook_retry=(0.05, 0.2)).in_thread() as server:
        played = Rehearsal(terminal, server, clock)
        yield played
        played.closes()
