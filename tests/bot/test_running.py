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
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.application import Baosong, build_application
from bot.leader import AnotherRuns, LeaderLock
from bot.logging import set_up_logging
from bot.poller import PollRefused
from bot.settings import TelegramSettings, WebhookSettings
from dialog.press import Action, Press
from handlers.context import Context
from handlers.menus import FILERS
from models.database import Database
from models.delivery import OutboxState
from models.milestones import MilestoneName, milestone
from sandbox import Answer, Drop, Hang, bad_gateway, flood_wait, html_page, unauthorized, until
from sandbox.errors import ApiError
from sandbox.faults import refusal
from sandbox.world import Webhook
from tests.bot.test_webhook import free_port
from tests.chat import OPENS, START, Chat, Town, a_town, said, start_of
from tests.databases import end_connections
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from tests.waiting import soon

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


def test_lock_that_the_server_has_lost_is_taken_anew(postgresql: Database, tmp_path: Path) -> None:
    first = LeaderLock(postgresql, tmp_path / "files")
    second = LeaderLock(Database(_url(postgresql)), tmp_path / "others")
    first.take(since=START)
    end_connections(postgresql)
    first.look()
    with pytest.raises(AnotherRuns):
        second.take(since=START)
    end_connections(postgresql)
    second.take(since=START)
    with pytest.raises(AnotherRuns):
        first.look()
    second.release()
    first.look()
    first.release()
    second._database.close()


async def test_process_whose_lock_another_one_has_taken_ends(
    postgresql_url: str, tmp_path: Path
) -> None:
    async with a_town(postgresql_url, tmp_path / "files") as town:
        database = town.app.database
        second = LeaderLock(Database(_url(database)), tmp_path / "others")
        olga = town.person("Olga", OLGA)
        task = asyncio.create_task(town.app.run())
        olga.phone.sends("/start")
        await hears(olga)
        olga.news()
        await asyncio.to_thread(end_connections, database)
        await asyncio.to_thread(second.take, since=START)
        with pytest.raises(AnotherRuns):
            await asyncio.wait_for(task, 20)
        second.release()
        second._database.close()


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


def by_webhook(town: Town) -> None:
    """From the next start on updates come by a webhook."""
    port = free_port()
    webhook = WebhookSettings(
        port=port,
        public_url=f"http://127.0.0.1:{port}",
        secret_token=SecretStr("open-sesame_5"),
    )
    telegram = TelegramSettings.model_validate(
        town.settings.telegram.model_dump() | {"mode": "webhook", "webhook": webhook}
    )
    town.settings = town.settings.model_copy(update={"telegram": telegram})


async def test_webhook_brings_the_updates_and_polling_is_off(plain_town: Town) -> None:
    by_webhook(plain_town)
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


async def test_running_bot_tells_of_a_webhook_that_is_not_its_own_any_more(
    plain_town: Town,
) -> None:
    """Telegram takes ours, and in the same moment another program's."""
    theirs = Webhook("http://127.0.0.1:9/other", "", 1)
    plain_town.sandbox.webhook = theirs
    plain_town.sandbox.faults.next("setWebhook", Answer(200, b'{"ok": true, "result": true}'))
    by_webhook(plain_town)
    await plain_town.kill()
    olga = plain_town.chats[OLGA]
    async with running(plain_town.app):
        await hears(olga)
    assert olga.the_news().text == said("life-rival-webhook")
    assert plain_town.sandbox.webhook == theirs


async def test_running_bot_tells_of_another_that_polls_again_and_again(plain_town: Town) -> None:
    conflict = refusal(ApiError(409, "Conflict: terminated by other getUpdates request"))
    plain_town.sandbox.faults.next("getUpdates", conflict, times=3)
    olga = plain_town.chats[OLGA]
    async with running(plain_town.app):
        await hears(olga)
    assert olga.the_news().text == said("life-rival-polls")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_running_bot_that_was_off_for_more_than_a_day_asks_to_say_it_again(
    plain_town: Town, mode: str
) -> None:
    ada, boris, olga = (plain_town.chats[one] for one in (ADA, BORIS, OLGA))
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    if mode == "webhook":
        by_webhook(plain_town)
    heard = len(ada.phone.chat), len(olga.phone.chat)
    for starts_at in (OPENS, OPENS + timedelta(hours=30)):
        plain_town.clock.move_to(starts_at + JUST_BEFORE_A_TICK)
        await plain_town.kill()
        async with running(plain_town.app):
            boris.phone.sends("/help")
            await hears(boris)
            await noted_as_received(plain_town, since=starts_at)
            if starts_at == OPENS:
                assert (len(ada.phone.chat), len(olga.phone.chat)) == heard
            else:
                await soon(
                    lambda: len(ada.phone.chat) > heard[0] and len(olga.phone.chat) > heard[1]
                )
    assert ada.the_news().text.startswith(start_of("life-say-again", since="*"))
    assert olga.the_news().text.startswith(start_of("life-outage", since="*"))
    assert len(boris.news()) == 2


JUST_BEFORE_A_TICK = timedelta(seconds=29)
"""Beyond a full minute: the tick of every full half a minute comes a second after the start."""


async def noted_as_received(town: Town, *, since: datetime) -> None:
    """A tick has written down that updates could come in after this moment."""
    for _ in range(500):
        at = await town.reads(lambda s: milestone(s, town.desk.bot_id, MilestoneName.RECEIVED))
        if at is not None and at > since:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("no tick has noted it")


class Slow:
    """Stands before the handlers; whose turn it is with these is held until it is let go."""

    def __init__(self, town: Town, *people: int) -> None:
        self.begun: list[tuple[int, str]] = []
        self.let_go = asyncio.Event()
        self._people = people
        town.app.application.add_handler(MessageHandler(filters.ALL, self._hold), group=-1)

    async def _hold(self, update: Update, _context: Context) -> None:
        message = update.effective_message
        assert message is not None
        self.begun.append((message.chat_id, message.text or ""))
        if message.chat_id in self._people:
            await self.let_go.wait()


async def test_slow_handler_of_one_person_holds_up_no_other_and_keeps_their_own_order(
    plain_town: Town,
) -> None:
    ada, boris = plain_town.chats[ADA], plain_town.chats[BORIS]
    slow = Slow(plain_town, ADA)
    async with running(plain_town.app):
        ada.phone.sends("/report")
        ada.phone.sends("/help")
        await soon(lambda: slow.begun)
        for _ in range(3):
            boris.phone.sends("/help")
            await hears(boris)
        assert ada.news() == []
        assert [text for chat, text in slow.begun if chat == ADA] == ["/report"]
        slow.let_go.set()
        await hears(ada, 2)
    card, helped = ada.news()
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*"))
    assert helped.text.startswith(start_of("help-you-are", unit=ROADS, kind="*"))
    assert [text for chat, text in slow.begun if chat == ADA] == ["/report", "/help"]
    assert len(boris.news()) == 3


async def test_handlers_of_different_people_are_at_work_at_the_same_time(plain_town: Town) -> None:
    people = [plain_town.chats[one] for one in (ADA, BORIS, OLGA)]
    slow = Slow(plain_town, ADA, BORIS, OLGA)
    async with running(plain_town.app):
        for chat in people:
            chat.phone.sends("/help")
        await soon(lambda: len(slow.begun) == 3, seconds=10)
        assert {chat for chat, _ in slow.begun} == {ADA, BORIS, OLGA}
        slow.let_go.set()
        await until(
            plain_town.sandbox,
            lambda: all(chat.phone.chat[-1].from_bot for chat in people),
            timeout=20,
        )
    for chat in people:
        chat.the_news()


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
