"""Nothing that Telegram regards as delivered is lost, whatever Telegram answers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from itertools import pairwise

import pytest

from bot.clock import ManualClock
from bot.inbox import RawUpdate
from bot.poller import Poller, PollRefused
from bot.pulse import Part, Pulse
from sandbox import (
    Drop,
    Fault,
    Hang,
    Person,
    Sandbox,
    SandboxServer,
    bad_gateway,
    html_page,
    not_found,
    unauthorized,
)
from sandbox.errors import ApiError
from sandbox.faults import Answer, refusal
from tests.chat import START
from tests.waiting import soon

STALE = 120.0


class Kept:
    """What the poller has handed over; fails as often as it is told."""

    def __init__(self) -> None:
        self.texts: list[object] = []
        self.failures = 0
        self.conflicts = 0
        self.has_come = asyncio.Event()

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError(28, "No space left on device")
        for update in updates:
            message = update["message"]
            assert isinstance(message, dict)
            self.texts.append(message["text"])
        self.has_come.set()

    async def meets_another(self) -> None:
        self.conflicts += 1


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
async def server(clock: ManualClock) -> AsyncIterator[SandboxServer]:
    async with SandboxServer(Sandbox(now=clock.now)) as server:
        yield server


@pytest.fixture
def sandbox(server: SandboxServer) -> Sandbox:
    return server.sandbox


@pytest.fixture
def ada(sandbox: Sandbox) -> Person:
    return sandbox.person("Ada", user_id=1001)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def poller(server: SandboxServer, clock: ManualClock, kept: Kept) -> AsyncIterator[Poller]:
    made = a_poller(server, clock, kept)
    yield made
    await made.close()


def a_poller(server: SandboxServer, clock: ManualClock, kept: Kept) -> Poller:
    url = f"{server.url}/bot{server.sandbox.token}/getUpdates"
    return Poller(
        url,
        clock,
        kept.keep,
        poll_seconds=1,
        proxy=None,
        pulse=Pulse(lambda: clock.now().timestamp(), {Part.POLL: STALE}),
        on_conflict=kept.meets_another,
        margin_seconds=0.3,
    )


def confirmed(sandbox: Sandbox) -> int:
    return sum(record.confirmed_at is not None for record in sandbox.journal.updates)


async def test_update_is_confirmed_only_after_it_is_kept(
    poller: Poller, sandbox: Sandbox, ada: Person, kept: Kept
) -> None:
    ada.sends("one")
    assert await poller.poll(wait=False) == 1
    assert (kept.texts, confirmed(sandbox)) == (["one"], 0)
    assert await poller.poll(wait=False) == 0
    assert (kept.texts, confirmed(sandbox)) == (["one"], 1)


async def test_what_could_not_be_kept_comes_again(
    poller: Poller, sandbox: Sandbox, ada: Person, kept: Kept
) -> None:
    ada.sends("one")
    kept.failures = 1
    with pytest.raises(OSError, match="No space"):
        await poller.poll(wait=False)
    assert confirmed(sandbox) == 0
    await poller.poll(wait=False)
    assert kept.texts == ["one"]


async def test_process_that_ends_before_it_confirms_gets_everything_again(
    poller: Poller, server: SandboxServer, clock: ManualClock, ada: Person, kept: Kept
) -> None:
    ada.sends("one")
    await poller.poll(wait=False)
    second = a_poller(server, clock, kept)
    await second.poll(wait=False)
    await second.close()
    assert kept.texts == ["one", "one"]


async def test_more_than_a_batch_comes_in_order(poller: Poller, ada: Person, kept: Kept) -> None:
    texts = [str(number) for number in range(230)]
    for text in texts:
        ada.sends(text)
    while await poller.poll(wait=False):
        pass
    assert kept.texts == texts


TROUBLES: list[Fault] = [
    unauthorized(),
    not_found(),
    html_page(404),
    html_page(403),
    html_page(200),
    bad_gateway(),
    refusal(ApiError(409, "Conflict: terminated by other getUpdates request")),
    Drop(accepted=False),
    Drop(accepted=True),
    Hang(accepted=False),
    Answer(200, b"[]"),
    Answer(200, b'{"ok": true, "result": "none"}'),
    Answer(200, b'{"ok": true, "result": [7]}'),
    Answer(200, b"\xff\xfe"),
]


@pytest.mark.parametrize("fault", TROUBLES, ids=str)
async def test_trouble_is_refused_and_loses_nothing(
    poller: Poller, sandbox: Sandbox, ada: Person, kept: Kept, fault: Fault
) -> None:
    ada.sends("one")
    sandbox.faults.next("getUpdates", fault)
    with pytest.raises(PollRefused) as refused:
        await poller.poll(wait=False)
    assert sandbox.token not in str(refused.value)
    await poller.poll(wait=False)
    assert kept.texts == ["one"]


async def test_poller_lives_through_all_troubles_and_is_back_soon_after_the_last(
    poller: Poller, sandbox: Sandbox, clock: ManualClock, ada: Person, kept: Kept
) -> None:
    for fault in TROUBLES:
        if not isinstance(fault, Hang):
            sandbox.faults.next("getUpdates", fault)
    kept.failures = 2
    ada.sends("one")
    running = asyncio.create_task(poller.run())
    async with asyncio.timeout(20):
        await kept.has_come.wait()
    assert sandbox.faults.left("getUpdates") == 0
    assert kept.texts == ["one"]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    slept = (clock.now() - START).total_seconds()
    assert 1 + 2 + 4 + 5 * 10 <= slept <= 1 + 2 + 4 + 5 * 12 + 2 * 9
    assert kept.conflicts == 1
    assert poller.succeeded_at is not None


CONFLICT = refusal(ApiError(409, "Conflict: terminated by other getUpdates request"))


@pytest.mark.parametrize("fault", [unauthorized(), html_page(200)], ids=str)
async def test_poller_that_only_looks_alive_is_dead_to_the_pulse(
    server: SandboxServer, clock: ManualClock, sandbox: Sandbox, kept: Kept, fault: Fault
) -> None:
    sandbox.faults.next("getUpdates", fault, times=1000)
    poller, pulse = a_watched_poller(server, clock, kept)
    began = clock.now()
    running = asyncio.create_task(poller.run())
    await soon(pulse.dead)
    assert not running.done()
    assert (clock.now() - began).total_seconds() > STALE
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await poller.close()


async def test_poller_that_another_one_hinders_is_stale_but_no_new_start_would_help(
    server: SandboxServer, clock: ManualClock, sandbox: Sandbox, kept: Kept
) -> None:
    sandbox.faults.next("getUpdates", CONFLICT, times=1000)
    poller, pulse = a_watched_poller(server, clock, kept)
    running = asyncio.create_task(poller.run())
    await soon(lambda: kept.conflicts >= 30)
    assert pulse.stale() == [Part.POLL]
    assert pulse.dead() == []
    asked = [call.at for call in sandbox.journal.calls if call.method == "getUpdates"]
    pauses = [(later - at).total_seconds() for at, later in pairwise(asked)]
    assert min(pauses) >= 9, "the other one is given room"
    sandbox.faults.clear()
    await soon(lambda: not pulse.stale())
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await poller.close()


async def test_log_line_of_a_conflict_says_what_to_do(
    server: SandboxServer,
    clock: ManualClock,
    sandbox: Sandbox,
    kept: Kept,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sandbox.faults.next("getUpdates", CONFLICT, times=1000)
    poller = a_poller(server, clock, kept)
    running = asyncio.create_task(poller.run())
    await soon(lambda: kept.conflicts >= 2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await poller.close()
    told = [record for record in caplog.records if record.getMessage() == "poll-refused"]
    assert told
    assert all("stop it, or give it a token of its own" in vars(one)["advice"] for one in told)


def a_watched_poller(server: SandboxServer, clock: ManualClock, kept: Kept) -> tuple[Poller, Pulse]:
    poller = a_poller(server, clock, kept)
    return poller, poller._pulse


async def test_nobody_listening_is_survived(
    poller: Poller, server: SandboxServer, ada: Person, kept: Kept
) -> None:
    port = server.port
    await server.stop()
    with pytest.raises(PollRefused):
        await poller.poll(wait=False)
    server.port = port
    await server.start()
    ada.sends("one")
    await poller.poll(wait=False)
    assert kept.texts == ["one"]
