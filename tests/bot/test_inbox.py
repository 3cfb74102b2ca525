"""An update takes effect once, and one that cannot be handled stops nobody else."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.inbox import Inbox, RawUpdate, lane_of
from handlers.context import Context, Handler, for_anybody
from models.delivery import InboxState
from models.work import Work
from sandbox import Redeliver
from tests.chat import Town, said, start_of
from tests.models.samples import ADA, BORIS, ROADS
from tests.waiting import soon
from vocabulary.terms import EntryStatus

WORDS = "Three kilometres are built."
BOOM = "boom"


async def fails(_update: Update, _context: Context) -> NoReturn:
    raise RuntimeError("a fault of ours")


def handles_first(town: Town, words: filters.BaseFilter, handler: Handler) -> None:
    """The handler stands before all others."""
    town.app.application.handlers[0].insert(0, MessageHandler(words, handler))


async def dead(town: Town) -> list[str]:
    return [row.incident for row in await town.inbox() if row.state is InboxState.DEAD]


async def test_update_that_comes_twice_takes_effect_once(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    plain_town.sandbox.faults.next("getUpdates", Redeliver(), times=3)
    await ada.sends(WORDS)
    version = (await plain_town.report_of(ROADS)).version
    plain_town.sandbox.faults.next("getUpdates", Redeliver(), times=3)
    await plain_town.steps()
    assert (await plain_town.report_of(ROADS)).version == version
    assert [row.state for row in await plain_town.inbox()].count(InboxState.DONE) == len(
        await plain_town.inbox()
    )


async def test_batch_that_is_kept_but_not_confirmed_comes_again_and_changes_nothing(
    plain_town: Town,
) -> None:
    ada = plain_town.chats[ADA]
    ada.phone.sends("/report")
    assert await plain_town.app.parts.poller.poll(wait=False) == 1
    await plain_town.kill()
    await plain_town.steps()
    assert start_of("card-title", unit=ROADS, month="7月份", done=0, count=2) in ada.the_news().text


async def test_ids_that_start_anew_after_a_quiet_week_are_new(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    plain_town.sandbox.updates.renumber(5)
    await ada.sends("/help")
    assert min(row.update_id for row in await plain_town.inbox()) == 5


@pytest.mark.parametrize(
    "content",
    [
        {"message_id": 1, "date": "yesterday", "chat": {"id": ADA, "type": "private"}},
        {"message_id": 1, "date": 1, "chat": {"id": ADA, "type": "private"}, "text": 7},
        {"chat": {"id": ADA}},
        {"message_id": 1, "date": 1, "chat": {"id": ADA, "type": "private"}, "from": "Ada"},
    ],
    ids=str,
)
async def test_poisoned_update_is_set_aside_and_everybody_is_served(
    plain_town: Town, content: dict[str, object]
) -> None:
    ada, boris = plain_town.chats[ADA], plain_town.chats[BORIS]
    plain_town.sandbox.put("message", content, lane=ADA)
    ada.phone.sends("/help")
    boris.phone.sends("/help")
    await plain_town.steps()
    news = [message.text for message in ada.news()]
    incidents = await dead(plain_town)
    assert len(incidents) <= 1
    assert news[:-1] == [said("went-wrong", incident=incident) for incident in incidents]
    assert news[-1].startswith(start_of("help-you-are", unit=ROADS, kind="*"))
    boris.the_news()
    await plain_town.steps()


async def test_handler_that_always_fails_is_tried_three_times_and_the_person_is_told(
    plain_town: Town,
) -> None:
    handles_first(plain_town, filters.Text([BOOM]), fails)
    ada, boris = plain_town.chats[ADA], plain_town.chats[BORIS]
    ada.phone.sends(BOOM)
    ada.phone.sends("/help")
    boris.phone.sends("/help")
    await plain_town.steps()
    (incident,) = await dead(plain_town)
    told, helped = ada.news()
    assert told.text == said("went-wrong", incident=incident)
    assert helped.text.startswith(start_of("help-you-are", unit=ROADS, kind="*"))
    boris.the_news()
    (row,) = [row for row in await plain_town.inbox() if row.state is InboxState.DEAD]
    assert row.attempts == 3
    assert row.error == "RuntimeError tests/bot/test_inbox.py:" + row.error.rpartition(":")[2]
    await plain_town.kill()
    await plain_town.steps()


async def test_fault_that_passes_leaves_nothing_behind(plain_town: Town) -> None:
    """What was tried twice and then went well is done, and nobody hears of it."""
    ada = plain_town.chats[ADA]
    tries = []

    async def fails_twice(_update: Update, _context: Context) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise RuntimeError("a fault that passes")

    handles_first(plain_town, filters.Text([BOOM]), fails_twice)
    await ada.does(lambda: ada.phone.sends(BOOM), answers=0)
    assert len(tries) == 3
    assert await dead(plain_town) == []


async def test_tap_whose_query_is_too_old_to_be_answered_takes_effect_once_all_the_same(
    plain_town: Town,
) -> None:
    """The bot was off for a while; the button has stopped spinning, and the card shows the rest."""
    ada, sandbox = plain_town.chats[ADA], plain_town.sandbox
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    before = len(sandbox.journal.calls_of("answerCallbackQuery"))
    ada.phone.taps(said("status-on_track"))
    plain_town.clock.advance(sandbox.limits.callback_lifetime + timedelta(minutes=1))
    await plain_town.steps()
    ada.the_news()
    (answer,) = sandbox.journal.calls_of("answerCallbackQuery")[before:]
    assert answer.status == 400
    assert "query is too old" in str(answer.answer)
    assert (await plain_town.content(ROADS, "1")).status is EntryStatus.ON_TRACK
    assert {row.state for row in await plain_town.inbox()} == {InboxState.DONE}
    version = (await plain_town.report_of(ROADS)).version
    await plain_town.steps()
    assert (await plain_town.report_of(ROADS)).version == version
    ada.phone.sends(WORDS)
    await plain_town.answers()
    ada.the_news()
    assert (await plain_town.content(ROADS, "1")).text == WORDS


async def test_deed_that_fails_half_way_is_undone_with_its_replies(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    before = len(await plain_town.outbox(ada))

    def half(work: Work) -> None:
        work.writer.language = "en"
        work.say("help-all")
        raise RuntimeError("half way")

    @for_anybody
    async def handler(_update: Update, context: Context) -> None:
        await context.unit(half)

    handles_first(plain_town, filters.Text([BOOM]), handler)
    told = await ada.sends(BOOM)
    assert told.text == said("went-wrong", incident=(await dead(plain_town))[0])
    assert len(await plain_town.outbox(ada)) == before + 1


def helps(number: int, user_id: int) -> RawUpdate:
    """Somebody asks for /help, as Telegram tells it."""
    person = {"id": user_id, "is_bot": False, "first_name": "P"}
    message = {
        "message_id": number,
        "date": 1,
        "chat": {"id": user_id, "type": "private"},
        "from": person,
        "text": "/help",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    return {"update_id": number, "message": message}


class Handled:
    """Stands before all handlers, notes whose turn it was, and holds up whom it is told."""

    def __init__(self, town: Town, *, slow: frozenset[int] = frozenset()) -> None:
        self.lanes: list[int] = []
        self.at_once = 0
        self.most_at_once = 0
        self.slow = slow
        handles_first(town, filters.ALL, self.handle)

    async def handle(self, update: Update, _context: Context) -> None:
        chat = update.effective_chat
        assert chat is not None
        self.lanes.append(chat.id)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if chat.id in self.slow:
                await asyncio.Event().wait()
        finally:
            self.at_once -= 1


def an_inbox(town: Town, **options: float) -> Inbox:
    doors = town.app.parts.doors
    chosen = {"stop_seconds": 5.0, **options}
    return Inbox(town.app.application, doors, **chosen)  # type: ignore[arg-type]


@asynccontextmanager
async def working(inbox: Inbox) -> AsyncIterator[None]:
    task = asyncio.create_task(inbox.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def new_ones(town: Town) -> int:
    return sum(row.state is InboxState.NEW for row in await town.inbox())


@pytest.mark.long
async def test_ten_thousand_updates_of_one_person_hold_up_nobody(plain_town: Town) -> None:
    """Others who come later wait for some of them, never for all."""
    handled = Handled(plain_town)
    inbox = an_inbox(plain_town)
    await inbox.keep([helps(1_000_000 + number, ADA) for number in range(10_000)])
    others = range(7_000_000_000, 7_000_000_030)
    async with working(inbox):
        await soon(lambda: len(handled.lanes) > 50)
        for number, other in enumerate(others):
            await inbox.keep([helps(2_000_000 + number, other)])
        await soon(lambda: set(others) <= set(handled.lanes))
    between = handled.lanes[50:]
    last = max(between.index(other) for other in others)
    assert between[:last].count(ADA) < 600
    assert await new_ones(plain_town) > 8_000


async def test_more_people_than_places_take_turns(plain_town: Town) -> None:
    handled = Handled(plain_town)
    inbox = an_inbox(plain_town, lanes=2)
    talkers, late = (8_000_000_001, 8_000_000_002, 8_000_000_003), 8_000_000_009
    for place, talker in enumerate(talkers):
        await inbox.keep([helps(1000 * (place + 1) + number, talker) for number in range(100)])
    await inbox.keep([helps(9000, late)])
    async with working(inbox):
        await soon(lambda: len(handled.lanes) == 301)
    assert handled.most_at_once <= 2
    assert handled.lanes.index(late) < 100
    for place, talker in enumerate(talkers):
        assert handled.lanes.index(talker) < 60 * (place + 1)


async def test_handler_that_hangs_is_cut_set_aside_and_holds_up_nobody(plain_town: Town) -> None:
    ada, boris = plain_town.chats[ADA], plain_town.chats[BORIS]
    handled = Handled(plain_town, slow=frozenset({ADA}))
    inbox = an_inbox(plain_town, handler_seconds=0.2, lanes=1)
    await inbox.keep([helps(1, ADA)])
    await inbox.keep([helps(2, BORIS)])
    async with working(inbox):
        await soon(lambda: BORIS in handled.lanes)
    assert handled.lanes == [ADA, ADA, ADA, BORIS]
    (incident,) = await dead(plain_town)
    await plain_town.app.parts.sender.send_due()
    assert ada.the_news().text == said("went-wrong", incident=incident)
    assert boris.news() == []


async def test_handler_that_says_that_it_takes_time_is_not_cut(plain_town: Town) -> None:
    ends: list[str] = []

    async def takes_long(_update: Update, context: Context) -> None:
        context.take_time()
        await asyncio.sleep(0.4)
        ends.append("ended")

    handles_first(plain_town, filters.ALL, takes_long)
    inbox = an_inbox(plain_town, handler_seconds=0.1)
    await inbox.keep([helps(1, ADA)])
    async with working(inbox):
        await soon(lambda: bool(ends))
    assert ends == ["ended"]
    assert await dead(plain_town) == []
    assert plain_town.app.parts.doors.limits == {}


async def test_stop_finishes_what_is_handled_and_leaves_the_rest(plain_town: Town) -> None:
    handled = Handled(plain_town)
    inbox = an_inbox(plain_town)
    await inbox.keep([helps(number, ADA) for number in range(1, 501)])
    async with working(inbox):
        await soon(lambda: len(handled.lanes) >= 3)
    assert 3 <= len(handled.lanes) < 500
    assert await new_ones(plain_town) == 500 - len(handled.lanes)
    async with working(an_inbox(plain_town)):
        await soon(lambda: len(handled.lanes) == 500)
    assert await new_ones(plain_town) == 0


async def test_stop_does_not_wait_for_ever_for_a_handler_that_hangs(plain_town: Town) -> None:
    handled = Handled(plain_town, slow=frozenset({ADA}))
    inbox = an_inbox(plain_town, stop_seconds=0.1)
    await inbox.keep([helps(1, ADA)])
    async with asyncio.timeout(5):
        async with working(inbox):
            await soon(lambda: handled.lanes == [ADA])
    assert await new_ones(plain_town) == 1


async def test_database_that_is_held_by_another_is_no_fault_of_the_update(
    plain_town: Town,
) -> None:
    tries = []

    async def finds_it_locked(_update: Update, _context: Context) -> None:
        tries.append(1)
        if len(tries) < 6:
            locked = sqlite3.OperationalError("database is locked")
            locked.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError("SELECT", {}, locked)

    handles_first(plain_town, filters.Text([BOOM]), finds_it_locked)
    plain_town.chats[ADA].phone.sends(BOOM)
    for _ in range(5):
        with pytest.raises(OperationalError):
            await plain_town.steps()
    await plain_town.steps()
    assert await dead(plain_town) == []
    assert len(tries) == 6


async def test_words_of_one_person_are_handled_in_their_order(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-behind")
    for words in (WORDS, "No money.", "Ask for money."):
        ada.phone.sends(words)
    await plain_town.steps()
    ada.news()
    content = await plain_town.content(ROADS, "1")
    assert content.text == f"{WORDS}\nNo money.\nAsk for money."


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        ({"message": {"chat": {"id": 7}, "from": {"id": 8}}}, 7),
        ({"edited_message": {"chat": {"id": 7}}}, 7),
        ({"callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}}, 7),
        ({"callback_query": {"from": {"id": 8}}}, 8),
        ({"my_chat_member": {"chat": {"id": -7}, "from": {"id": 8}}}, -7),
        ({"poll": {"id": "1"}}, 0),
        ({"message": "torn"}, 0),
        ({"message": {"chat": {"id": "7"}}}, 0),
        ({}, 0),
    ],
)
def test_lane_is_the_chat_else_the_person_else_none(raw: dict[str, object], lane: int) -> None:
    assert lane_of(raw) == lane
