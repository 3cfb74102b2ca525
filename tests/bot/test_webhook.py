"""The webhook: secret before body, 200 only after the commit."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import httpx
import pytest
from pydantic import SecretStr

from bot.inbox import RawUpdate
from bot.settings import WebhookSettings
from bot.webhook import Webhook
from models.delivery import InboxState
from sandbox.updates import PendingUpdate
from tests.chat import Town
from tests.models.samples import ADA

SECRET = "open-sesame_5"
UPDATE: RawUpdate = {"update_id": 5, "message": {"chat": {"id": 7}}}


class Kept:
    def __init__(self) -> None:
        self.updates: list[RawUpdate] = []
        self.fails = False

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        if self.fails:
            raise OSError(28, "No space left on device")
        self.updates.extend(updates)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def listening(
    keep: Callable[[Sequence[RawUpdate]], Awaitable[None]],
) -> AsyncIterator[httpx.AsyncClient]:
    """The webhook at work, and somebody who knocks."""
    port = free_port()
    webhook = Webhook(WebhookSettings(port=port, secret_token=SecretStr(SECRET)), keep)
    running = asyncio.create_task(webhook.run())
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            await _until_it_listens(client)
            yield client
    finally:
        webhook.stop()
        await running


async def _until_it_listens(client: httpx.AsyncClient) -> None:
    for _ in range(300):
        try:
            await client.get("/")
        except httpx.ConnectError:
            await asyncio.sleep(0.02)
        else:
            return
    raise AssertionError("nobody listens")


def headers(secret: str = SECRET) -> dict[str, str]:
    return {"X-Telegram-Bot-Api-Secret-Token": secret}


async def test_update_with_the_secret_is_kept_and_then_confirmed() -> None:
    kept = Kept()
    async with listening(kept.keep) as client:
        answer = await client.post("/telegram", json=UPDATE, headers=headers())
    assert (answer.status_code, kept.updates) == (200, [UPDATE])


async def test_without_the_secret_nothing_is_even_read() -> None:
    kept = Kept()
    async with listening(kept.keep) as client:
        for wrong in (
            {},
            headers(""),
            headers("wrong"),
            headers(SECRET + "x"),
            headers(SECRET[:-1]),
        ):
            answer = await client.post("/telegram", content=b"not json", headers=wrong)
            assert answer.status_code == 403
    assert kept.updates == []


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"not json", 400), (b"[]", 400), (b"\xff\xfe", 400), (b"x" * ((1 << 20) + 1), 413)],
)
async def test_what_is_no_update_is_refused(content: bytes, status: int) -> None:
    kept = Kept()
    async with listening(kept.keep) as client:
        answer = await client.post("/telegram", content=content, headers=headers())
        assert answer.status_code == status
        assert (await client.get("/telegram", headers=headers())).status_code == 405
        assert (await client.post("/other", headers=headers())).status_code == 404
    assert kept.updates == []


async def test_what_could_not_be_kept_is_not_confirmed_and_comes_again() -> None:
    kept = Kept()
    async with listening(kept.keep) as client:
        kept.fails = True
        answer = await client.post("/telegram", json=UPDATE, headers=headers())
        assert answer.status_code == 500
        kept.fails = False
        answer = await client.post("/telegram", json=UPDATE, headers=headers())
    assert (answer.status_code, kept.updates) == (200, [UPDATE])


async def test_update_that_is_delivered_twice_takes_effect_once(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    ada.phone.sends("/help")
    (pending,) = plain_town.sandbox.updates.take(0, 100)
    async with listening(plain_town.app.parts.inbox.keep) as client:
        for _ in range(2):
            answer = await client.post("/telegram", json=pending.to_json(), headers=headers())
            assert answer.status_code == 200
            rows = await plain_town.inbox()
            assert [row.state for row in rows if row.update_id == pending.update_id] == [
                InboxState.NEW
            ]
    await plain_town.app.parts.inbox.handle_waiting()
    await plain_town.steps()
    ada.the_news()


async def test_updates_that_are_delivered_backwards_also_across_a_kill_take_effect_once(
    plain_town: Town,
) -> None:
    """The newest comes first; the process ends before and after it has handled some."""
    ada = plain_town.chats[ADA]
    for _ in range(4):
        ada.phone.sends("/help")
    *older, newest = plain_town.sandbox.updates.take(0, 100)
    await delivered(plain_town, [newest])
    await plain_town.app.parts.inbox.handle_waiting()
    await plain_town.kill()
    await delivered(plain_town, older[::-1][:2])
    await plain_town.kill()
    await delivered(plain_town, [newest, *older[::-1]])
    await plain_town.app.parts.inbox.handle_waiting()
    await delivered(plain_town, [*older, newest])
    await plain_town.app.parts.inbox.handle_waiting()
    ids = {pending.update_id for pending in (*older, newest)}
    rows = [row for row in await plain_town.inbox() if row.update_id in ids]
    assert [row.state for row in rows] == [InboxState.DONE] * 4
    await plain_town.app.parts.sender.send_due()
    assert len(ada.news()) == 4


async def delivered(town: Town, updates: Sequence[PendingUpdate]) -> None:
    """Telegram posts them one after the other, each confirmed before the next."""
    async with listening(town.app.parts.inbox.keep) as client:
        for update in updates:
            answer = await client.post("/telegram", json=update.to_json(), headers=headers())
            assert answer.status_code == 200
