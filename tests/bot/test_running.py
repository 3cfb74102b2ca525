"""The bot as it runs for real: all parts at once, one process, polling or webhook."""

import asyncio
import io
import logging
import os
import re
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.application import Baosong, build_application
from bot.leader import AnotherRuns, LeaderLock
from bot.logging import set_up_logging
from bot.poller import PollRefused
from bot.settings import TelegramSettings, WebhookSettings
from dialog.press import Action, Press
from handlers.menus import FILERS
from models.database import Database
from models.delivery import OutboxState
from sandbox import Drop, Hang, bad_gateway, flood_wait, html_page, unauthorized, until
from tests.bot.test_webhook import free_port
from tests.chat import OPENS, START, Chat, Town
from tests.models.samples import ADA, BORIS, OLGA

DROP = Drop(accepted=False)


@asynccontextmanager
async def running(app: Baosong) -> AsyncIterator[None]:
    task = asyncio.create_task(app.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def hears(chat: Chat, count: int = 1) -> None:
    """Waits until so many new messages of the bot are there."""
    before = sum(message.from_bot for message in chat.phone.chat)

    def has_come() -> bool:
        return sum(m.from_bot for m in chat.phone.chat) >= before + count

    await until(chat.office.sandbox, has_come, timeout=20)


async def test_bot_that_runs_answers_ticks_and_sends(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    async with running(plain_town.app):
        ada.phone.sends("/report")
        await hears(ada)
        card = ada.the_news()
        ada.phone.taps("1")
        await until(plain_town.sandbox, lambda: ada.phone.unanswered == [], timeout=20)
        await until(
            plain_town.sandbox,
            lambda: any(m.version > card.version and m.from_bot for m in ada.phone.chat),
            timeout=20,
        )
        assert ada.the_news().message_id == card.message_id
        await until(
            plain_town.sandbox, lambda: "board" in _menu(plain_town.chats[OLGA]), timeout=20
        )
    assert _menu(ada) == list(FILERS)


def _menu(chat: Chat) -> list[object]:
    return [command["command"] for command in chat.phone.commands]


async def test_answers_do_not_wait_for_the_menus(plain_town: Town) -> None:
    plain_town.sandbox.faults.next("setMyCommands", Hang(accepted=False))
    ada = plain_town.chats[ADA]
    async with running(plain_town.app):
        ada.phone.sends("/help")
        await hears(ada)
        ada.the_news()


async def test_next_message_of_a_person_does_not_wait_for_their_menu(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    async with running(plain_town.app):
        await until(plain_town.sandbox, lambda: _menu(ada) == list(FILERS), timeout=20)
        plain_town.sandbox.faults.next("setMyCommands", Hang(accepted=False))
        ada.phone.presses(Press(Action.LANGUAGE, 0, "en").data())
        ada.phone.sends("/help")
        await hears(ada, 2)
    assert "/report" in ada.news()[-1].text


async def test_due_things_go_out_without_anybody_writing(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    early_town.clock.move_to(OPENS)
    async with running(early_town.app):
        await hears(olga, 2)
    assert len(olga.news()) == 2


async def test_second_process_on_the_same_database_is_refused_at_once(plain_town: Town) -> None:
    second = build_application(plain_town.settings, clock=plain_town.clock)
    async with second:
        async with running(plain_town.app):
            plain_town.chats[ADA].phone.sends("/help")
            await hears(plain_town.chats[ADA])
            plain_town.chats[ADA].news()
            with pytest.raises(AnotherRuns):
                await second.run()
        boris = plain_town.chats[BORIS]
        async with running(second):
            boris.phone.sends("/help")
            await hears(boris)
    boris.news()


def test_lock_is_held_by_one_and_free_again_afterwards(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    first = LeaderLock(database, folder)
    second = LeaderLock(Database(_url(database)), tmp_path / "others")
    first.take(since=START)
    with pytest.raises(AnotherRuns) as refused:
        second.take(since=START)
    facts = refused.value.facts
    assert (facts["pid"], facts["host"]) == (str(os.getpid()), socket.gethostname())
    assert facts["since"] == f"{START:%Y-%m-%dT%H:%M:%S%z}"
    first.release()
    second.take(since=START)
    second.release()
    second.release()
    second._database.close()


def test_two_databases_cannot_share_a_folder_of_files(
    sqlite: Database, sqlite_template: Path, tmp_path: Path
) -> None:
    other = Database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'other.db')}")
    first, second = LeaderLock(sqlite, tmp_path), LeaderLock(other, tmp_path)
    first.take(since=START)
    with pytest.raises(AnotherRuns) as refused:
        second.take(since=START)
    assert refused.value.facts["place"] == str(tmp_path / ".lock")
    first.release()
    second.take(since=START)
    second.release()
    other.close()


def _url(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


async def test_sending_cut_off_by_a_kill_is_taken_up_at_the_next_start(plain_town: Town) -> None:
    """Nobody waits for the lease: the lock says that its holder is dead."""
    ada = plain_town.chats[ADA]
    plain_town.sandbox.faults.next("sendMessage", Hang(accepted=False), chat_id=ADA)
    ada.phone.sends("/help")
    await plain_town.receives()
    sending = asyncio.create_task(plain_town.app.parts.sender.send_due())
    for _ in range(200):
        if not plain_town.sandbox.faults.left("sendMessage"):
            break
        await asyncio.sleep(0.01)
    assert (await plain_town.outbox(ada))[-1].state is OutboxState.SENDING
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await plain_town.kill()
    heard = len(ada.phone.chat)
    async with running(plain_town.app):
        for _ in range(200):
            if (await plain_town.outbox(ada))[-1].state is OutboxState.DUE:
                break
            await asyncio.sleep(0.01)
        plain_town.clock.advance(timedelta(seconds=3))
        plain_town.app.parts.sender.wake()
        await until(plain_town.sandbox, lambda: len(ada.phone.chat) > heard, timeout=20)
    ada.the_news()


async def test_webhook_brings_the_updates_and_polling_is_off(plain_town: Town) -> None:
    port = free_port()
    webhook = WebhookSettings(
        port=port,
        public_url=f"http://127.0.0.1:{port}",
        secret_token=SecretStr("open-sesame_5"),
    )
    telegram = TelegramSettings.model_validate(
        plain_town.settings.telegram.model_dump() | {"mode": "webhook", "webhook": webhook}
    )
    plain_town.settings = plain_town.settings.model_copy(update={"telegram": telegram})
    await plain_town.kill()
    ada = plain_town.chats[ADA]
    before = len(plain_town.sandbox.journal.calls_of("getUpdates"))
    task = asyncio.create_task(plain_town.app.run())
    await until(plain_town.sandbox, lambda: plain_town.sandbox.webhook is not None, timeout=20)
    ada.phone.sends("/help")
    await hears(ada)
    ada.the_news()
    assert len(plain_town.sandbox.journal.calls_of("getUpdates")) == before
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything at DEBUG, as the program itself would write it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    filters = {handler: list(handler.filters) for handler in handlers}
    stream = io.StringIO()
    yield stream
    root.handlers, root.level = handlers, level
    for handler, before in filters.items():
        handler.filters = before


async def test_token_reaches_no_log_over_a_conversation_with_faults(
    plain_town: Town, log: io.StringIO
) -> None:
    set_up_logging("DEBUG", secrets=plain_town.settings.secrets(), stream=log)
    faults = plain_town.sandbox.faults
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
        for fault in (
            flood_wait(1),
            bad_gateway(),
            html_page(404),
            unauthorized(),
            Drop(accepted=False),
        ):
            faults.next(method, fault)
    ada.phone.taps("正常推进")
    ada.phone.sends("My own words, which are nobody's business.")
    for _ in range(40):
        await plain_town.steps()
        plain_town.clock.advance(timedelta(minutes=1))
    for fault in (unauthorized(), html_page(404), DROP):
        faults.next("getUpdates", fault)
        with pytest.raises(PollRefused):
            await plain_town.app.parts.poller.poll(wait=False)
    async with running(plain_town.app):
        ada.phone.sends("/help")
        await hears(ada)
    ada.news()
    logging.getLogger("test").error("%r %r", plain_town.app.application.bot, plain_town.settings)
    written = log.getvalue()
    token = plain_town.sandbox.token
    assert len(written) > 1000
    assert token not in written
    assert "nobody's business" not in written
    assert token.partition(":")[2] not in written
    assert not re.search(r"\d{6,}:[A-Za-z0-9_-]{30,}", written)


@pytest.mark.parametrize("turns", range(6))
async def test_stop_that_meets_a_wake_is_not_lost(plain_town: Town, turns: int) -> None:
    """Found as a run that never ended: a cancel in the moment of waking was swallowed."""
    sender = plain_town.app.parts.sender
    task = asyncio.create_task(sender.run())
    await asyncio.sleep(0.1)
    sender.wake()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait({task}, timeout=5)
    assert done == {task}


async def test_start_goes_on_where_telegram_will_not_delete_a_webhook(plain_town: Town) -> None:
    plain_town.sandbox.faults.next("deleteWebhook", bad_gateway())
    ada = plain_town.chats[ADA]
    async with running(plain_town.app):
        ada.phone.sends("/report")
        await hears(ada)
    assert ada.news()
    assert plain_town.sandbox.faults.left("deleteWebhook") == 0
