from datetime import timedelta

import pytest
from telegram import Bot, InputMediaDocument
from telegram.error import RetryAfter

from sandbox import Limits, Person, Sandbox
from sandbox.errors import ApiError
from sandbox.limits import FloodGate
from tests.sandbox.wiring import HandClock


async def test_private_chat_takes_five_at_once_and_then_one_a_second(
    bot: Bot, ada: Person, clock: HandClock
) -> None:
    for _ in range(5):
        await bot.send_message(ada.id, "a")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ada.id, "a")
    assert refused.value.retry_after == timedelta(seconds=5)
    clock.advance(seconds=5)
    await bot.send_message(ada.id, "a")
    assert len(ada.chat) == 1 + 6


async def test_all_chats_together_take_thirty_in_a_second(
    bot: Bot, sandbox: Sandbox, clock: HandClock
) -> None:
    people = [sandbox.person(f"P{number}") for number in range(31)]
    for person in people:
        person.starts()
    for person in people[:30]:
        await bot.send_message(person.id, "a")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(people[30].id, "a")
    assert refused.value.retry_after == timedelta(seconds=1)
    clock.advance(seconds=0.999)
    with pytest.raises(RetryAfter):
        await bot.send_message(people[30].id, "a")
    clock.advance(seconds=0.001)
    await bot.send_message(people[30].id, "a")


async def test_group_takes_twenty_a_minute(bot: Bot, sandbox: Sandbox, ada: Person) -> None:
    group = sandbox.group("群")
    group.adds_bot(ada)
    for _ in range(20):
        await bot.send_message(group.id, "a")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(group.id, "a")
    assert refused.value.retry_after == timedelta(seconds=60)


async def test_every_part_of_an_album_counts(bot: Bot, ada: Person) -> None:
    media = [InputMediaDocument(b"a", filename="a") for _ in range(5)]
    await bot.send_media_group(ada.id, media)
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "a")


async def test_edits_count_over_all_but_not_for_the_chat(
    bot: Bot, ada: Person, clock: HandClock
) -> None:
    sent = await bot.send_message(ada.id, "a")
    for number in range(29):
        await bot.edit_message_text(f"{number}", ada.id, sent.message_id)
    with pytest.raises(RetryAfter):
        await bot.edit_message_text("b", ada.id, sent.message_id)
    clock.advance(seconds=1)
    await bot.edit_message_text("b", ada.id, sent.message_id)


async def test_refused_calls_do_not_count(bot: Bot, ada: Person, clock: HandClock) -> None:
    for _ in range(5):
        await bot.send_message(ada.id, "a")
    clock.advance(seconds=4)
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "a")
    clock.advance(seconds=1)
    await bot.send_message(ada.id, "a")


def gate(clock: HandClock, limits: Limits | None = None) -> FloodGate:
    return FloodGate(limits or Limits(), clock.now)


def test_limits_can_be_switched_off(clock: HandClock) -> None:
    free = gate(clock, Limits(flood=False))
    for _ in range(1000):
        free.pass_message(1, private=True)


def test_clock_set_back_does_not_close_the_gate(clock: HandClock) -> None:
    flood = gate(clock)
    for _ in range(5):
        flood.pass_message(1, private=True)
    with pytest.raises(ApiError, match="retry after 5"):
        flood.pass_message(1, private=True)
    clock.advance(hours=-1)
    flood.pass_message(1, private=True)


def test_one_a_second_is_never_refused(clock: HandClock) -> None:
    flood = gate(clock)
    for _ in range(100):
        flood.pass_message(1, private=True)
        clock.advance(seconds=1)
