import asyncio
from collections.abc import Callable

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden

from sandbox import MisuseError, Person, Sandbox, SandboxServer, until
from tests.sandbox.wiring import HandClock, bot_for


async def fetched(raw: httpx.AsyncClient, **params: object) -> list[dict[str, object]]:
    result = (await raw.post("getUpdates", json=params)).json()["result"]
    assert isinstance(result, list)
    return result


async def test_update_comes_again_until_a_higher_offset_confirms_it(
    raw: httpx.AsyncClient, sandbox: Sandbox, ada: Person
) -> None:
    ada.sends("一")
    ada.sends("二")
    first, second = await fetched(raw)
    assert await fetched(raw, offset=first["update_id"]) == [first, second]
    assert await fetched(raw, offset=second["update_id"]) == [second]
    records = {record.update_id: record for record in sandbox.journal.updates}
    assert records[int(str(first["update_id"]))].confirmed_at is not None
    assert records[int(str(second["update_id"]))].confirmed_at is None
    assert await fetched(raw, offset=int(str(second["update_id"])) + 1) == []


async def test_negative_offset_forgets_all_but_the_last(
    raw: httpx.AsyncClient, ada: Person
) -> None:
    for text in "abc":
        ada.sends(text)
    kept = await fetched(raw, offset=-1)
    assert [update["message"]["text"] for update in kept] == ["c"]  # type: ignore[index]
    assert await fetched(raw) == kept


async def test_offset_far_in_the_future_confirms_nothing(
    raw: httpx.AsyncClient, ada: Person
) -> None:
    ada.sends("a")
    (update,) = await fetched(raw)
    assert await fetched(raw, offset=int(str(update["update_id"])) + 1000) == [update]


async def test_limit_bounds_the_batch(raw: httpx.AsyncClient, ada: Person) -> None:
    for _ in range(101):
        ada.sends("a")
    assert len(await fetched(raw, limit=2)) == 2
    assert len(await fetched(raw, limit=1000)) == 100


async def test_long_poll_is_woken_by_a_message(bot: Bot, ada: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    ada.sends("/report 七月")
    (update,) = await asyncio.wait_for(waiting, 1)
    assert update.message is not None
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "zh-hans"
    assert [(e.type, e.length) for e in update.message.entities] == [("bot_command", 7)]


async def test_long_poll_ends_empty_after_its_time(raw: httpx.AsyncClient, ada: Person) -> None:
    assert await asyncio.wait_for(fetched(raw, timeout=1), 3) == []


async def test_second_long_poll_ends_the_first_with_a_conflict(
    server: SandboxServer, ada: Person
) -> None:
    async with bot_for(server) as one, bot_for(server) as two:
        older = asyncio.create_task(one.get_updates(timeout=30))
        await asyncio.sleep(0.05)
        newer = asyncio.create_task(two.get_updates(timeout=30))
        with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
            await asyncio.wait_for(older, 1)
        ada.sends("a")
        assert len(await asyncio.wait_for(newer, 1)) == 1


async def test_poller_that_went_away_is_not_counted_as_delivery(
    server: SandboxServer, sandbox: Sandbox, ada: Person
) -> None:
    async with bot_for(server) as gone:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(gone.get_updates(timeout=30), 0.05)
    await asyncio.sleep(0.02)
    ada.sends("a")
    await asyncio.sleep(0.02)
    assert sandbox.journal.updates[-1].delivered_at == []


async def test_only_the_kinds_asked_for_are_queued_from_then_on(
    raw: httpx.AsyncClient, ada: Person
) -> None:
    await fetched(raw, allowed_updates=["my_chat_member"])
    ada.sends("a")
    ada.blocks()
    (update,) = await fetched(raw)
    assert update.keys() == {"update_id", "my_chat_member"}
    await fetched(raw, allowed_updates=[])
    ada.starts()
    assert [list(found)[1] for found in await fetched(raw)] == [
        "my_chat_member",
        "my_chat_member",
        "message",
    ]


async def test_update_is_dropped_after_a_day(
    raw: httpx.AsyncClient, sandbox: Sandbox, ada: Person, clock: HandClock
) -> None:
    ada.sends("old")
    clock.advance(hours=23)
    ada.sends("new")
    clock.advance(hours=1)
    assert [found["message"]["text"] for found in await fetched(raw)] == ["new"]  # type: ignore[index]
    assert sandbox.journal.updates[-2].dropped == "older than 24 hours"


async def test_numbers_start_anew_after_a_quiet_week(
    raw: httpx.AsyncClient, ada: Person, clock: HandClock
) -> None:
    ada.sends("a")
    (before,) = await fetched(raw)
    await fetched(raw, offset=int(str(before["update_id"])) + 1)
    clock.advance(days=7)
    ada.sends("b")
    (after,) = await fetched(raw)
    assert after["update_id"] != int(str(before["update_id"])) + 1


async def test_tap_arrives_as_a_query_and_its_answer_pops_up(bot: Bot, ada: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("正常推进", callback_data="s:1")]])
    sent = await bot.send_message(ada.id, "?", reply_markup=keyboard)
    ada.taps("推进")
    assert len(ada.unanswered) == 1
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.message_id) == (
        "s:1",
        ada.id,
        sent.message_id,
    )
    await query.answer("已存", show_alert=True)
    assert [(toast.text, toast.alert) for toast in ada.toasts] == [("已存", True)]
    assert ada.unanswered == []


async def test_query_too_old_or_unknown_cannot_be_answered(
    bot: Bot, ada: Person, clock: HandClock
) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]])
    await bot.send_message(ada.id, "?", reply_markup=keyboard)
    ada.taps("a")
    (query,) = ada.unanswered
    clock.advance(minutes=16)
    for query_id in (query.id, "77"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
            await bot.answer_callback_query(query_id)
    ada.taps("a")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(ada.unanswered[-1].id, "部" * 201)


async def test_forged_data_and_outdated_buttons_reach_the_bot(bot: Bot, ada: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]])
    sent = await bot.send_message(ada.id, "?", reply_markup=keyboard)
    ada.presses("unit:2:file")
    await bot.edit_message_text("!", ada.id, sent.message_id)
    ada.presses("a", message=ada.last)
    assert [u.callback_query.data for u in await bot.get_updates() if u.callback_query] == [
        "unit:2:file",
        "a",
    ]


async def test_files_albums_and_edits_of_people_arrive(
    bot: Bot, ada: Person, png: Callable[[int, int], bytes]
) -> None:
    ada.sends_document("月报.xlsx", b"PK", caption="七月")
    ada.sends_photo(png(30, 40))
    ada.sends_album([png(1, 2), png(3, 4)], caption="两页")
    typed = ada.sends("错")
    ada.edits(typed, "对")
    document, photo, page_one, page_two, _, edited = await bot.get_updates()
    assert document.message is not None
    assert document.message.document is not None
    assert document.message.document.file_name == "月报.xlsx"
    assert document.message.caption == "七月"
    assert photo.message is not None
    assert (photo.message.photo[0].width, photo.message.photo[0].height) == (30, 40)
    assert page_one.message is not None
    assert page_two.message is not None
    assert page_one.message.media_group_id == page_two.message.media_group_id is not None
    assert (page_one.message.caption, page_two.message.caption) == ("两页", None)
    assert edited.edited_message is not None
    assert (edited.edited_message.text, edited.edited_message.message_id) == (
        "对",
        typed.message_id,
    )


async def test_group_tells_of_joining_and_commands_and_can_be_left(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    group = sandbox.group("工作群")
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "a")
    group.adds_bot(ada)
    group.says(ada, "大家好")
    group.says(ada, "/report")
    joined, command = await bot.get_updates()
    assert joined.my_chat_member is not None
    assert joined.my_chat_member.new_chat_member.status == "member"
    assert command.message is not None
    assert (command.message.text, command.message.chat.type) == ("/report", "group")
    await bot.send_message(group.id, "请私聊")
    assert await bot.leave_chat(group.id)
    assert not group.bot_is_member
    assert group.chat[-1].text == "请私聊"


async def test_group_that_became_a_supergroup_says_where_it_is(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    group = sandbox.group("工作群")
    group.adds_bot(ada)
    new = group.migrates(-1_000_000_000_007)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "a")
    assert moved.value.new_chat_id == new.id
    await bot.send_message(new.id, "a")
    group_two = sandbox.group("另一群")
    group_two.adds_bot(ada)
    group_two.removes_bot(ada)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group_two.id, "a")


async def test_waiting_for_something_ends_when_it_is_so_or_time_is_up(
    bot: Bot, sandbox: Sandbox, ada: Person
) -> None:
    waiting = asyncio.create_task(until(sandbox, lambda: len(ada.chat) == 2))
    await asyncio.sleep(0)
    await bot.send_message(ada.id, "a")
    await waiting
    with pytest.raises(TimeoutError):
        await until(sandbox, lambda: len(ada.chat) == 3, timeout=0.01)


async def test_poisoned_update_is_delivered_as_it_was_put(
    raw: httpx.AsyncClient, sandbox: Sandbox
) -> None:
    sandbox.put("message", {"message_id": "not a number"}, lane=1)
    (update,) = await fetched(raw)
    assert update["message"] == {"message_id": "not a number"}


def test_server_runs_in_a_thread_of_its_own(sandbox: Sandbox, ada: Person) -> None:
    with SandboxServer(sandbox).in_thread() as server:
        url = f"{server.url}/bot{sandbox.token}/"
        with httpx.Client(base_url=url, trust_env=False) as client:
            ada.sends("a")
            assert len(client.get("getUpdates", params={"timeout": 5}).json()["result"]) == 1
        with pytest.raises(OSError, match="address already in use"):  # noqa: SIM117
            with SandboxServer(sandbox, port=server.port).in_thread():
                pass
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url, trust_env=False)


async def test_server_comes_back_on_its_port_with_all_it_knew(
    sandbox: Sandbox, ada: Person
) -> None:
    server = SandboxServer(sandbox)
    await server.start()
    url = f"{server.url}/bot{sandbox.token}/getUpdates"
    async with httpx.AsyncClient(trust_env=False) as client:
        ada.sends("a")
        first = (await client.get(url)).json()["result"]
        await server.stop()
        with pytest.raises(httpx.ConnectError):
            await client.get(url)
        ada.sends("b")
        await server.start()
        again = (await client.get(url)).json()["result"]
        await server.stop()
    assert (again[:1], len(again)) == (first, 2)


def test_accounts_have_their_own_ids(sandbox: Sandbox, ada: Person) -> None:
    assert sandbox.person("Boris").id == 1002
    with pytest.raises(MisuseError, match="there is already an account 1001"):
        sandbox.person("Ada", user_id=1001)
