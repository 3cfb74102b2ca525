"""Stock python-telegram-bot beside ours under the same kills: what is acknowledged and then lost.

Its own polling confirms a batch with the next call, whether or not the handlers have finished.
The handler is the plainest that keeps anything: it writes each update's id to SQLite and commits.
"""

import asyncio
import os
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sandbox import Limits, Sandbox, SandboxServer
from tests.faults.office import STARTS, Office, seeded
from tests.faults.process import TOKEN, BotProcess, Place

_BASE, _KEPT = "FAULTS_BASE", "FAULTS_KEPT"
_HANDLING_SECONDS = 0.003
"""Of the stock handler beside its commit, so that both bots handle about as fast."""

_GROUP = {"id": -8_000_000, "type": "group", "title": "服务业工作群"}


@dataclass(frozen=True, slots=True)
class Losses:
    """acknowledged: what Telegram regards as delivered. lost: of that, what nothing is kept of."""

    kills: int
    acknowledged: int
    lost: int

    def __str__(self) -> str:
        share = 100 * self.lost / max(1, self.acknowledged)
        return f"{self.lost} of {self.acknowledged} lost ({share:.1f} %) in {self.kills} kills"


def stock_losses(folder: Path, *, kills: int, seed: object) -> Losses:
    """Of the stock loop."""
    sandbox = Sandbox(now=lambda: STARTS, token=TOKEN, limits=Limits(flood=False))
    kept = folder / "kept.db"
    with closing(sqlite3.connect(kept)) as database:
        database.execute("CREATE TABLE kept (update_id INTEGER)")
        database.commit()
    with SandboxServer(sandbox).in_thread() as server:
        place = Place(folder, "", server)
        bot = BotProcess(place, {_BASE: server.url, _KEPT: str(kept)}, program=_serve_stock)
        _live_and_die(sandbox, bot, kills=kills, chance=seeded(seed))
        bot.starts()
        bot.waits(lambda: len(sandbox.updates) == 0)
        bot.ends()
    return _losses(sandbox, kept, "SELECT update_id FROM kept", kills)


def our_losses(office: Office, *, kills: int, seed: object) -> Losses:
    """Of ours, by polling, under the same kills: what is acknowledged and has had no effect."""
    _live_and_die(office.sandbox, office.bot, kills=kills, chance=seeded(seed))
    office.starts_and_is_quiet()
    office.bot.ends()
    path = Path(office.place.database_url.removeprefix("sqlite:///"))
    return _losses(office.sandbox, path, "SELECT update_id FROM inbox WHERE state = 'done'", kills)


def _live_and_die(sandbox: Sandbox, bot: BotProcess, *, kills: int, chance: random.Random) -> None:
    """Sixteen updates for each life; killed when some of them have been fetched."""
    for _ in range(kills):
        for number in range(16):
            _line(sandbox, number)
        bot.starts()
        bot.waits(_something_is_fetched(sandbox))
        time.sleep(chance.uniform(0, 0.1))
        bot.kills()


def _something_is_fetched(sandbox: Sandbox) -> Callable[[], bool]:
    newest = sandbox.journal.updates[-1]
    return lambda: bool(newest.delivered_at)


def _line(sandbox: Sandbox, number: int) -> None:
    sender = {"id": 8_000_000, "is_bot": False, "first_name": "甲"}
    message = {"message_id": number + 1, "date": 0, "chat": _GROUP, "from": sender, "text": "收到"}
    sandbox.put("message", message, lane=-8_000_000)


def _losses(sandbox: Sandbox, path: Path, question: str, kills: int) -> Losses:
    with closing(sqlite3.connect(path)) as database:
        kept = {update_id for (update_id,) in database.execute(question)}
    updates = sandbox.journal.updates
    acknowledged = {update.update_id for update in updates if update.confirmed_at is not None}
    return Losses(kills, len(acknowledged), len(acknowledged - kept))


def _serve_stock(environ: dict[str, str]) -> None:
    """In the new process: what the library's own examples do."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, TypeHandler

    os.environ.update(environ)
    database = sqlite3.connect(environ[_KEPT], check_same_thread=False)

    async def keep(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await asyncio.sleep(_HANDLING_SECONDS)
        database.execute("INSERT INTO kept VALUES (?)", [update.update_id])
        database.commit()

    application = (
        Application.builder()
        .token(environ["BAOSONG_TELEGRAM__TOKEN"])
        .base_url(f"{environ[_BASE]}/bot")
        .build()
    )
    application.add_handler(TypeHandler(Update, keep))
    application.run_polling(poll_interval=0, timeout=1)
