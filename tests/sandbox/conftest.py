from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import httpx
import pytest
from telegram import Bot

from sandbox import Person, Sandbox, SandboxServer
from tests.sandbox.wiring import HandClock, bot_for


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """What PTB will do by itself one day; until then it warns at every RetryAfter."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2022, 8, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def sandbox(clock: HandClock) -> Sandbox:
    return Sandbox(now=clock.now)


@pytest.fixture
def ada(sandbox: Sandbox) -> Person:
    """Somebody who has pressed Start, with nothing left to be fetched."""
    person = sandbox.person("Ada", user_id=1001)
    person.starts()
    sandbox.updates.take(-1, 100)
    sandbox.updates.drop_all()
    person.new_messages()
    return person


@pytest.fixture
async def server(sandbox: Sandbox) -> AsyncIterator[SandboxServer]:
    async with SandboxServer(sandbox, webhook_retry=(0.01, 0.02)) as running:
        yield running


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    async with bot_for(server) as running:
        yield running


@pytest.fixture
async def raw(server: SandboxServer) -> AsyncIterator[httpx.AsyncClient]:
    """Calls methods by bare name, without a library in between."""
    base = f"{server.url}/bot{server.sandbox.token}/"
    async with httpx.AsyncClient(base_url=base, trust_env=False, timeout=5) as client:
        yield client


@pytest.fixture
def png() -> Callable[[int, int], bytes]:
    """The head of a PNG of a given size: as much as anybody reads of it here."""

    def make(width: int, height: int) -> bytes:
        return (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
            + width.to_bytes(4)
            + height.to_bytes(4)
            + b"\x08\x02\x00\x00\x00"
        )

    return make
