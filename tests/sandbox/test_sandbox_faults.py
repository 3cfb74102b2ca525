import asyncio
import random
from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from sandbox import (
    Backwards,
    Delay,
    Drop,
    Hang,
    Limits,
    Person,
    Redeliver,
    Sandbox,
    Truncate,
    bad_gateway,
    flood_wait,
    html_page,
    not_found,
    unauthorized,
)
from sandbox.limits import FloodGate


async def test_scripted_answers_come_in_order_and_then_all_is_well(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    sandbox.faults.next("sendMessage", flood_wait(10072))
    sandbox.faults.next("sendMessage", bad_gateway(), times=2)
    assert sandbox.faults.left("sendMessage") == 3
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ada.id, "a")
    assert refused.value.retry_after == timedelta(seconds=10072)
    for _ in range(2):
        with pytest.raises(NetworkError, match="502"):
            await bot.send_message(ada.id, "a")
    assert len(ada.chat) == 1
    await bot.send_message(ada.id, "a")
    assert (len(ada.chat), sandbox.faults.left("sendMessage")) == (2, 0)


async def test_fault_for_one_chat_leaves_the_others_alone(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    boris = sandbox.person("Boris")
    boris.starts()
    sandbox.faults.next("sendMessage", flood_wait(3), chat_id=boris.id)
    await bot.send_message(ada.id, "a")
    with pytest.raises(RetryAfter):
        await bot.send_message(boris.id, "a")


@pytest.mark.parametrize("accepted", [True, False])
async def test_silence_may_come_before_or_after_the_effect(
    bot: Bot, sandbox: Sandbox, ada: Person, accepted: bool
) -> None:
    sandbox.faults.next("sendMessage", Hang(accepted=accepted))
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "a", read_timeout=0.05)
    assert len(ada.chat) == (2 if accepted else 1)
    call = sandbox.journal.calls_of("sendMessage")[-1]
    assert (call.status, call.accepted, call.fault) == (None, accepted, "Hang")


@pytest.mark.parametrize("accepted", [True, False])
async def test_connection_may_break_before_or_after_the_effect(
    bot: Bot, sandbox: Sandbox, ada: Person, accepted: bool
) -> None:
    sandbox.faults.next("sendMessage", Drop(accepted=accepted))
    with pytest.raises(NetworkError, match=r"httpx\.(RemoteProtocolError|ReadError)"):
        await bot.send_message(ada.id, "a")
    assert len(ada.chat) == (2 if accepted else 1)
    await bot.send_message(ada.id, "b")


async def test_last_batch_comes_again_when_the_offset_is_ignored(
    raw: httpx.AsyncClient, sandbox: Sandbox, ada: Person
) -> None:
    ada.sends("a")
    first = (await raw.get("getUpdates")).json()["result"]
    sandbox.faults.next("getUpdates", Redeliver())
    offset = {"offset": first[-1]["update_id"] + 1}
    assert (await raw.get("getUpdates", params=offset)).json()["result"] == first
    assert (await raw.get("getUpdates", params=offset)).json()["result"] == []
    assert len(sandbox.journal.updates[-1].delivered_at) == 2


async def test_revoked_token_and_captive_portal_can_be_played(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.faults.next("getUpdates", unauthorized())
    sandbox.faults.next("getUpdates", not_found())
    for _ in range(2):
        with pytest.raises(InvalidToken):
            await bot.get_updates()
    sandbox.faults.next("getMe", html_page(200))
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.get_me()


async def test_late_answer_is_the_right_one(bot: Bot, sandbox: Sandbox, ada: Person) -> None:
    sandbox.faults.next("sendMessage", Delay(0.05))
    sending = asyncio.create_task(bot.send_message(ada.id, "a"))
    await asyncio.sleep(0.02)
    assert not sending.done()
    assert (await sending).text == "a"


async def test_download_can_break_in_the_middle(bot: Bot, sandbox: Sandbox, ada: Person) -> None:
    message = ada.sends_document("a.pdf", b"a" * 100_000)
    assert message.attachment is not None
    file = await bot.get_file(message.attachment.file_id)
    for fault in (Truncate(), Drop(accepted=False), bad_gateway()):
        sandbox.faults.next("file", fault)
        with pytest.raises(NetworkError):
            await file.download_as_bytearray()
    sandbox.faults.next("file", bad_gateway())
    sandbox.faults.clear()
    assert len(await file.download_as_bytearray()) == 100_000


async def test_journal_has_every_call_with_its_answer(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    heard: list[dict[str, object]] = []
    sandbox.journal.listener = heard.append
    await bot.send_document(ada.id, b"abc", filename="a.txt")
    ada.sends("a")
    (update,) = await bot.get_updates()
    await bot.get_updates(update.update_id + 1)
    (call,) = sandbox.journal.calls_of("sendDocument")
    assert (call.params["document"], call.status, call.accepted) == ("a.txt (3 bytes)", 200, True)
    assert [entry["event"] for entry in heard] == [
        "call",
        "put",
        "delivered",
        "call",
        "confirmed",
        "call",
    ]
    assert sandbox.token not in str(heard)


async def test_what_a_broken_gateway_hides_may_have_happened(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    sandbox.faults.next("sendMessage", bad_gateway(accepted=True))
    with pytest.raises(NetworkError, match="502"):
        await bot.send_message(ada.id, "a")
    assert ada.last.text == "a"


async def test_batch_can_come_with_the_newest_first(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    sandbox.faults.next("getUpdates", Backwards())
    for text in "abc":
        ada.sends(text)
    came = [update.message.text for update in await bot.get_updates() if update.message]
    assert came == ["c", "b", "a"]
    came = [update.message.text for update in await bot.get_updates() if update.message]
    assert came == ["a", "b", "c"]


async def test_fault_by_chance_strikes_its_share_and_ends_with_the_script(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    numbers = random.Random(1)  # noqa: S311 -- faults, not secrets
    sandbox.faults.sometimes("sendMessage", bad_gateway(), share=0.25, numbers=numbers)

    async def refusals() -> int:
        refused = 0
        for _ in range(20):
            try:
                await bot.send_message(ada.id, "a")
            except NetworkError:
                refused += 1
        return refused

    sandbox.flood = FloodGate(Limits(flood=False), sandbox.now)
    assert 1 <= await refusals() <= 12
    sandbox.faults.clear()
    assert await refusals() == 0
