"""Telegram's pace, kept before Telegram has to say so."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import ManualClock
from scheduler.pacer import Pacer

START = datetime(2022, 8, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


async def turns(
    pacer: Pacer, clock: ManualClock, count: int, *, chats: int = 1000, new: bool = True
) -> list[datetime]:
    """The moments of so many turns taken one after the other."""
    moments = []
    for number in range(count):
        await pacer.turn(number % chats, is_new_message=new)
        moments.append(clock.now())
    return moments


def most_in(moments: list[datetime], seconds: float) -> int:
    """The most turns in any stretch of so many seconds, its end not counted."""
    stretch = timedelta(seconds=seconds)
    return max(sum(m <= other < m + stretch for other in moments) for m in moments)


async def test_no_second_holds_more_than_the_pace(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    moments = await turns(pacer, clock, 200)
    assert most_in(moments, 1) == 25
    assert moments[-1] < START + 8 * SECOND


async def test_quiet_time_is_not_saved_up(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    await turns(pacer, clock, 10)
    clock.advance(timedelta(hours=1))
    assert most_in(await turns(pacer, clock, 100), 1) == 25


@pytest.mark.parametrize("per_chat", [0.5, 1.0, 3.0])
async def test_chat_takes_five_at_once_and_then_keeps_its_pace(
    clock: ManualClock, per_chat: float
) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=per_chat)
    moments = await turns(pacer, clock, 30, chats=1)
    assert moments[4] < START + SECOND
    assert most_in(moments, 5 * per_chat) == 5
    assert moments[-1] <= START + 30 * per_chat * SECOND


async def test_chat_counts_from_when_its_messages_went_out_not_from_when_they_waited(
    clock: ManualClock,
) -> None:
    pacer = Pacer(clock, per_second=1, per_chat_seconds=1)
    moments = []
    for number in range(24):
        chat = 7 if number % 3 else number
        await pacer.turn(chat, is_new_message=True)
        if chat == 7:
            moments.append(clock.now())
    assert most_in(moments, 5) <= 5


async def test_edits_do_not_count_against_the_chat(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    assert (await turns(pacer, clock, 25, chats=1, new=False))[-1] < START + SECOND


async def test_pause_gives_no_turn_until_it_is_over(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    pacer.pause(START + 60 * SECOND)
    pacer.pause(START + 10 * SECOND)
    assert pacer.paused_until == START + 60 * SECOND
    assert not await pacer.turn(1, is_new_message=True)
    clock.advance(60 * SECOND - timedelta(microseconds=1))
    assert not await pacer.turn(1, is_new_message=False)
    clock.advance(timedelta(microseconds=1))
    assert await pacer.turn(1, is_new_message=True)


async def test_pause_ends_the_waiting_of_those_whose_turn_was_to_come(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=1, per_chat_seconds=1)
    await pacer.turn(1, is_new_message=True)
    waiting = asyncio.create_task(pacer.turn(2, is_new_message=True))
    await asyncio.sleep(0)
    pacer.pause(clock.now() + timedelta(hours=3))
    assert not await waiting
    assert clock.now() < START + 2 * SECOND


async def test_pace_holds_with_many_waiting_side_by_side(clock: ManualClock) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    moments: list[datetime] = []

    async def one(chat: int) -> None:
        await pacer.turn(chat, is_new_message=True)
        moments.append(clock.now())

    await asyncio.gather(*(one(number % 40) for number in range(120)))
    assert len(moments) == 120
    assert most_in(moments, 1) <= 25


async def test_call_counts_until_a_second_after_its_answer(clock: ManualClock) -> None:
    """It may have reached Telegram at any moment in between."""
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    await turns(pacer, clock, 1)
    with pacer.under_way():
        clock.move_to(START + 10 * SECOND)
        others = await turns_that_end(pacer, clock, 24)
        assert others[-1] < START + 11 * SECOND
    arrived_at = clock.now()
    others += await turns_that_end(pacer, clock, 50)
    assert most_in(sorted([*others, arrived_at]), 1) == 25


async def turns_that_end(pacer: Pacer, clock: ManualClock, count: int) -> list[datetime]:
    """The moments of so many calls, each of which is answered at once."""
    moments = []
    for _ in range(count):
        moments += await turns(pacer, clock, 1, new=False)
        with pacer.under_way():
            pass
    return moments


async def test_where_all_that_may_go_out_is_under_way_the_end_of_one_is_waited_for(
    clock: ManualClock,
) -> None:
    pacer = Pacer(clock, per_second=1, per_chat_seconds=1)
    await pacer.turn(1, is_new_message=True)
    with pacer.under_way():
        waiting = asyncio.create_task(pacer.turn(2, is_new_message=True))
        clock.advance(60 * SECOND)
        for _ in range(10):
            await asyncio.sleep(0)
        assert not waiting.done()
    async with asyncio.timeout(5):
        assert await waiting
    assert clock.now() == START + 61 * SECOND


async def test_chats_that_have_been_quiet_are_forgotten_and_busy_ones_are_not(
    clock: ManualClock,
) -> None:
    pacer = Pacer(clock, per_second=25, per_chat_seconds=1)
    await turns(pacer, clock, 5, chats=1)
    pacer.forget_quiet_chats()
    await pacer.turn(0, is_new_message=True)
    assert clock.now() >= START + 5 * SECOND
    clock.advance(timedelta(minutes=1))
    pacer.forget_quiet_chats()
    before = clock.now()
    await turns(pacer, clock, 5, chats=1)
    assert clock.now() - before < SECOND
