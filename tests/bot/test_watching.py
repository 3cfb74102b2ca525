"""Those who watch learn whether the bot is alive and ready, in numbers and without a secret."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.application import Baosong, build_application
from bot.http_server import HttpServer, PortTaken
from bot.metrics import Counted, Metrics
from bot.pulse import Part, Pulse
from bot.settings import WatchingSettings, WebhookSettings
from bot.supervisor import Supervisor
from bot.watchdog import Watchdog
from bot.watching import Heartbeat, Watching
from bot.webhook import Webhook
from sandbox import until
from tests.bot.test_webhook import Kept, free_port
from tests.chat import Chat, Town
from tests.models.samples import ADA
from tests.waiting import soon


class Steady:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def pulse(steady: Steady) -> Pulse:
    return Pulse(steady, {Part.POLL: 170, Part.TICK: 120})


@asynccontextmanager
async def asking(town: Town, pulse: Pulse) -> AsyncIterator[httpx.AsyncClient]:
    app = town.app
    watching = Watching(app.database, town.desk.bot_id, town.clock, pulse, app.metrics)
    transport = httpx.ASGITransport(Starlette(routes=watching.routes()))
    async with httpx.AsyncClient(transport=transport, base_url="http://watched") as client:
        yield client


async def test_ready_tells_the_ages_of_what_matters(
    plain_town: Town, pulse: Pulse, steady: Steady
) -> None:
    steady.seconds = 12.0
    pulse.beat(Part.POLL)
    steady.seconds = 15.0
    async with asking(plain_town, pulse) as client:
        plain_town.chats[ADA].phone.sends("/help")
        await plain_town.app.parts.poller.poll(wait=False)
        answer = await client.get("/readyz")
        assert answer.status_code == 200
        told = answer.json()
        assert told == {
            "ready": True,
            "stale": [],
            "poll_age_seconds": 3.0,
            "tick_age_seconds": 15.0,
            "inbox_waiting": 1,
            "inbox_oldest_seconds": 0.0,
            "outbox_waiting": 0,
            "outbox_oldest_seconds": None,
            "mails_waiting": 0,
            "mails_oldest_seconds": None,
        }
    await plain_town.steps()
    plain_town.chats[ADA].news()


async def test_stale_is_not_ready_and_only_what_a_new_start_helps_is_not_alive(
    plain_town: Town, pulse: Pulse, steady: Steady
) -> None:
    async with asking(plain_town, pulse) as client:
        assert (await client.get("/healthz")).status_code == 200
        steady.seconds = 171.0
        pulse.beat(Part.TICK)
        pulse.excuse(Part.POLL)
        ready, alive = await client.get("/readyz"), await client.get("/healthz")
        assert (ready.status_code, ready.json()["stale"]) == (503, ["poll"])
        assert (alive.status_code, alive.json()["alive"]) == (200, True)
        steady.seconds = 350.0
        pulse.beat(Part.TICK)
        alive = await client.get("/healthz")
        assert (alive.status_code, alive.json()["dead"]) == (503, ["poll"])


async def test_tables_that_cannot_be_read_are_not_ready(plain_town: Town, pulse: Pulse) -> None:
    async with asking(plain_town, pulse) as client:
        plain_town.app.database.run(
            lambda s: s.connection().exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
        )
        answer = await client.get("/readyz")
        assert (answer.status_code, answer.json()["stale"]) == (503, ["database"])
        assert (await client.get("/metrics")).status_code == 200
        plain_town.app.database.run(
            lambda s: s.connection().exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
        )


async def test_metrics_count_what_was_done_and_tell_nothing_else(
    plain_town: Town, pulse: Pulse
) -> None:
    ada = plain_town.chats[ADA]
    await ada.sends("/help")
    async with asking(plain_town, pulse) as client:
        answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    text = answer.text
    assert re.search(r'^baosong_update_seconds_count\{outcome="done"\} [1-9]', text, re.MULTILINE)
    assert re.search(r'^baosong_send_seconds_count\{outcome="Sent"\} [1-9]', text, re.MULTILINE)
    assert "baosong_outbox_waiting 0" in text
    assert "baosong_poll_age_seconds 0" in text
    for line in text.splitlines():
        sample = r'baosong_\w+(\{outcome="\w+"(,le="[\d.+Inf]+")?\})? [\d.e+-]+'
        assert re.fullmatch(rf"# (HELP|TYPE) baosong_\w+ .+|{sample}", line), line
    assert "Ada" not in text
    assert plain_town.sandbox.token not in text


def test_durations_fall_into_every_bucket_that_holds_them() -> None:
    metrics = Metrics()
    for seconds in (0.005, 0.3, 100):
        metrics.note(Counted.SEND, "Sent", seconds)
    lines = metrics.exposition({"nothing": ("Left out.", None)}).splitlines()
    wanted = {"0.01": 1, "0.1": 1, "0.5": 2, "60": 2, "+Inf": 3}
    for bound, count in wanted.items():
        assert f'baosong_send_seconds_bucket{{outcome="Sent",le="{bound}"}} {count}' in lines
    assert 'baosong_send_seconds_sum{outcome="Sent"} 100.305000' in lines
    assert not any("nothing" in line for line in lines)


async def test_running_bot_answers_at_the_port_of_the_settings(plain_town: Town) -> None:
    port = free_port()
    watching = WatchingSettings(port=port)
    plain_town.settings = plain_town.settings.model_copy(update={"watching": watching})
    await plain_town.kill()
    task = asyncio.create_task(plain_town.app.run())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await answered(client, "/readyz")
        assert answer.status_code == 200
        assert (await client.get("/telegram")).status_code == 404
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def watched(town: Town, steady: Steady) -> AsyncIterator[tuple[Baosong, httpx.AsyncClient]]:
    """The bot as it runs for real, by a steady clock of the test's, and somebody who watches it."""
    port = free_port()
    settings = town.settings.model_copy(update={"watching": WatchingSettings(port=port)})
    app = build_application(settings, clock=town.clock, steady=steady)
    async with app, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        task = asyncio.create_task(app.run())
        try:
            await answered(client, "/readyz")
            yield app, client
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def is_ended(app: Baosong) -> bool:
    """Whether the watchdog would end this process for its supervisor."""
    ended: list[str] = []
    Watchdog(app.pulse, Supervisor({}), end=lambda: ended.append("end")).look()
    return bool(ended)


async def polled(town: Town, chat: Chat) -> None:
    """Something comes in by a poll, and is answered."""
    heard = len(chat.phone.chat) + 1
    chat.phone.sends("/help")
    await until(town.sandbox, lambda: len(chat.phone.chat) > heard, timeout=20)
    chat.the_news()


async def test_running_bot_whose_ticks_fail_while_polls_go_on_is_stale_and_ends(
    plain_town: Town, steady: Steady
) -> None:
    """A table that only the ticks read is gone."""
    ada, life = plain_town.chats[ADA], plain_town.settings.life
    async with watched(plain_town, steady) as (app, client):
        await polled(plain_town, ada)
        assert (await client.get("/readyz")).status_code == 200
        assert not is_ended(app)
        renamed(plain_town, "milestone", "elsewhere")
        steady.seconds += life.tick_stale_seconds + 1
        await polled(plain_town, ada)
        ready, alive = await client.get("/readyz"), await client.get("/healthz")
        assert (ready.status_code, ready.json()["stale"]) == (503, ["tick"])
        assert ready.json()["poll_age_seconds"] == 0
        assert (alive.status_code, alive.json()["dead"]) == (503, ["tick"])
        assert is_ended(app)
    renamed(plain_town, "elsewhere", "milestone")


async def test_running_bot_whose_ticks_come_to_their_end_is_ready_however_long_it_runs(
    plain_town: Town, steady: Steady
) -> None:
    ada, life = plain_town.chats[ADA], plain_town.settings.life
    plain_town.clock.advance(timedelta(seconds=29))  # the next full tick comes in a second
    async with watched(plain_town, steady) as (app, client):
        steady.seconds += life.tick_stale_seconds + 1
        await soon(lambda: app.pulse.ages()[Part.TICK] == 0)
        await polled(plain_town, ada)
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()["stale"]) == (200, [])
        assert not is_ended(app)


def renamed(town: Town, table: str, name: str) -> None:
    town.app.database.run(
        lambda s: s.connection().exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")
    )


async def test_running_bot_sends_its_heartbeat_to_the_address_of_the_settings(
    plain_town: Town,
) -> None:
    """At the pace of the settings; the second is not answered, so that time stands still."""
    beats: list[datetime] = []
    has_ended = asyncio.Event()

    async def beat(_request: Request) -> Response:
        beats.append(plain_town.clock.now())
        if len(beats) == 2:
            await has_ended.wait()
        return Response()

    port = free_port()
    server = HttpServer([Route("/beat/{key}", beat)], listen="127.0.0.1", port=port)
    server.bind()
    serving = asyncio.create_task(server.run())
    url = SecretStr(f"http://127.0.0.1:{port}/beat/5up3rv1s0r")
    watching = WatchingSettings(heartbeat_url=url, heartbeat_minutes=7)
    plain_town.settings = plain_town.settings.model_copy(update={"watching": watching})
    await plain_town.kill()
    task = asyncio.create_task(plain_town.app.run())
    try:
        await soon(lambda: len(beats) == 2, seconds=20)
        assert beats[1] - beats[0] == timedelta(minutes=7)
    finally:
        has_ended.set()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        server.stop()
        await serving


async def answered(client: httpx.AsyncClient, path: str) -> httpx.Response:
    for _ in range(500):
        try:
            return await client.get(path)
        except httpx.ConnectError:
            await asyncio.sleep(0.02)
    raise AssertionError("nobody listens")


async def test_webhook_server_answers_those_who_watch_beside_its_own_path(
    plain_town: Town, pulse: Pulse
) -> None:
    app, port = plain_town.app, free_port()
    watching = Watching(app.database, plain_town.desk.bot_id, plain_town.clock, pulse, app.metrics)
    settings = WebhookSettings(port=port, secret_token=SecretStr("open-sesame_5"))
    webhook = Webhook(settings, Kept().keep, watching.routes())
    task = asyncio.create_task(webhook.run())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await answered(client, "/healthz")).status_code == 200
        assert (await client.post("/telegram")).status_code == 403
    webhook.stop()
    await task


def test_port_that_is_taken_is_told_before_anything_starts() -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        server = HttpServer([], listen="127.0.0.1", port=port)
        with pytest.raises(PortTaken) as refused:
            server.bind()
    assert refused.value.facts["port"] == str(port)


async def test_heartbeat_beats_while_all_is_well_and_is_silent_when_it_is_not(
    plain_town: Town, pulse: Pulse, steady: Steady
) -> None:
    beats: list[float] = []

    async def beat(_request: Request) -> Response:
        beats.append(plain_town.clock.now().timestamp())
        if len(beats) == 3:
            steady.seconds = 1000.0
        return Response(status_code=500 if len(beats) == 2 else 200)

    port = free_port()
    server = HttpServer([Route("/beat", beat)], listen="127.0.0.1", port=port)
    server.bind()
    serving = asyncio.create_task(server.run())
    heartbeat = Heartbeat(
        f"http://127.0.0.1:{port}/beat", minutes=5, clock=plain_town.clock, pulse=pulse
    )
    began = plain_town.clock.now().timestamp()
    beating = asyncio.create_task(heartbeat.run())
    await soon(lambda: plain_town.clock.now().timestamp() - began > 3000)
    assert [beat - began for beat in beats] == [0, 300, 600]
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    server.stop()
    await serving
