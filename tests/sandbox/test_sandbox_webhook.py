import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, Conflict
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from sandbox import Person, Redeliver, Sandbox, SandboxServer, until
from tests.sandbox.wiring import bot_for


@dataclass
class Hook:
    """The bot's side: what came, and the answers it gives to user 1001 (200 when used up)."""

    url: str = ""
    came: list[tuple[int, str]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    async def take(self, request: Request) -> Response:
        body = await request.json()
        who = body["message"]["from"]["id"]
        self.came.append((who, body["message"]["text"]))
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        return Response(status_code=self.answers.pop(0) if self.answers and who == 1001 else 200)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    receiver = Hook()
    app = Starlette(routes=[Route("/hook", receiver.take, methods=["POST"])])
    config = uvicorn.Config(app, lifespan="off", log_config=None)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(
        lambda: H11Protocol(config, state, {}, loop), "127.0.0.1", 0
    )
    receiver.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/hook"
    yield receiver
    listening.close()
    for connection in list(state.connections):
        connection.transport.abort()
    await asyncio.sleep(0)


async def test_updates_are_posted_with_the_secret_and_confirmed(
    bot: Bot, hook: Hook, sandbox: Sandbox, ada: Person
) -> None:
    ada.sends("before")
    await bot.set_webhook(hook.url, secret_token="s3cret")
    ada.sends("after")
    await until(sandbox, lambda: len(sandbox.updates) == 0)
    assert hook.came == [(ada.id, "before"), (ada.id, "after")]
    assert hook.secrets == ["s3cret", "s3cret"]
    assert all(record.confirmed_at for record in sandbox.journal.updates[-2:])


async def test_refused_delivery_is_repeated_and_holds_back_only_its_own_chat(
    bot: Bot, hook: Hook, sandbox: Sandbox, ada: Person
) -> None:
    boris = sandbox.person("Boris", user_id=1002)
    hook.answers = [500, 500]
    ada.sends("a")
    ada.sends("b")
    await bot.set_webhook(hook.url, max_connections=2)
    await until(sandbox, lambda: sandbox.last_webhook_error is not None)
    boris.starts()
    await until(sandbox, lambda: len(sandbox.updates) == 0)
    first, second, other = sandbox.journal.updates[-3:]
    assert [len(each.delivered_at) for each in (first, second, other)] == [3, 1, 1]
    assert [text for who, text in hook.came if who == ada.id] == ["a", "a", "a", "b"]
    assert [who for who, _ in hook.came].index(boris.id) < len(hook.came) - 1


async def test_update_that_was_taken_may_be_delivered_once_more(
    bot: Bot, hook: Hook, sandbox: Sandbox, ada: Person
) -> None:
    sandbox.faults.next("webhook", Redeliver())
    ada.sends("a")
    await bot.set_webhook(hook.url)
    await until(sandbox, lambda: len(sandbox.updates) == 0)
    assert hook.came == [(ada.id, "a"), (ada.id, "a")]


async def test_webhook_info_tells_what_is_set_and_what_went_wrong(
    bot: Bot, hook: Hook, sandbox: Sandbox, ada: Person
) -> None:
    hook.answers = [503] * 100
    await bot.set_webhook(hook.url, allowed_updates=["message"], max_connections=7)
    ada.sends("a")
    await until(sandbox, lambda: sandbox.last_webhook_error is not None)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.max_connections) == (hook.url, 1, 7)
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    await bot.delete_webhook(drop_pending_updates=True)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 0)
    assert sandbox.journal.updates[-1].dropped == "drop_pending_updates"


async def test_polling_and_webhook_exclude_each_other(
    bot: Bot, hook: Hook, sandbox: Sandbox, ada: Person
) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await asyncio.wait_for(polling, 1)
    await bot.delete_webhook()
    ada.sends("a")
    assert len(await bot.get_updates(timeout=1)) == 1
    assert hook.came == []


async def test_new_webhook_does_not_wait_for_the_retries_of_the_old(
    sandbox: Sandbox, hook: Hook, ada: Person
) -> None:
    async with SandboxServer(sandbox, webhook_retry=(60, 60)) as server, bot_for(server) as bot:
        await bot.set_webhook("http://127.0.0.1:1/hook")
        ada.sends("a")
        await until(sandbox, lambda: sandbox.last_webhook_error is not None)
        await bot.set_webhook(hook.url)
        await until(sandbox, lambda: len(sandbox.updates) == 0)
    assert hook.came == [(ada.id, "a")]


@pytest.mark.parametrize("url", ["https://example.org/hook", "ftp://127.0.0.1/x", "nonsense"])
async def test_only_loopback_is_ever_called(bot: Bot, url: str) -> None:
    with pytest.raises(BadRequest, match="only loopback addresses are called"):
        await bot.set_webhook(url)


async def test_secret_of_strange_letters_is_refused(bot: Bot, hook: Hook) -> None:
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook(hook.url, secret_token="a b")


async def test_unreachable_webhook_is_tried_again(
    bot: Bot, sandbox: Sandbox, ada: Person, raw: httpx.AsyncClient
) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    ada.sends("a")
    await until(sandbox, lambda: sandbox.last_webhook_error is not None)
    await asyncio.sleep(0.05)
    assert len(sandbox.journal.updates[-1].delivered_at) > 1
    info = (await raw.get("getWebhookInfo")).json()["result"]
    assert info["last_error_message"] == "Connection failed: ConnectError"
