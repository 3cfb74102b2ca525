import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import RetryAfter

from sandbox import Person, Sandbox, SandboxServer


@pytest.fixture
async def desk(server: SandboxServer) -> AsyncIterator[httpx.AsyncClient]:
    base = f"{server.url}/sandbox/"
    async with httpx.AsyncClient(base_url=base, trust_env=False, timeout=5) as client:
        yield client


async def test_person_is_made_and_writes_over_http(
    desk: httpx.AsyncClient, bot: Bot, sandbox: Sandbox
) -> None:
    made = (await desk.post("people", json={"first_name": "Boris", "user_id": 7})).json()
    assert (made["id"], made["started"]) == (7, False)
    await desk.post("people/7/start", json={"payload": "abc"})
    await desk.post("people/7/send", json={"text": "你好"})
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts == ["/start abc", "你好"]
    (listed,) = (await desk.get("people")).json()["people"]
    assert (listed["name"], listed["started"], listed["blocked"]) == ("Boris", True, False)


async def test_chat_shows_what_the_person_sees_and_buttons_can_be_tapped(
    desk: httpx.AsyncClient, bot: Bot, ada: Person
) -> None:
    keyboard = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("一", callback_data="1")],
            [InlineKeyboardButton("二", callback_data="2")],
        ]
    )
    sent = await bot.send_message(
        ada.id, "<b>a</b>&lt;script&gt;", parse_mode="HTML", reply_markup=keyboard
    )
    seen = (await desk.get(f"people/{ada.id}/chat")).json()
    assert seen["messages"][-1]["html"] == "<b>a</b>&lt;script&gt;"
    await desk.post(f"people/{ada.id}/tap", json={"label": "一"})
    place = {"message_id": sent.message_id, "row": 1, "column": 0}
    await desk.post(f"people/{ada.id}/tap", json=place)
    await desk.post(f"people/{ada.id}/press", json={"data": "forged"})
    queries = [update.callback_query for update in await bot.get_updates()]
    assert [query.data for query in queries if query] == ["1", "2", "forged"]
    seen = (await desk.get(f"people/{ada.id}/chat")).json()
    assert len(seen["unanswered"]) == 3


async def test_chat_can_be_waited_for(desk: httpx.AsyncClient, bot: Bot, ada: Person) -> None:
    version = (await desk.get(f"people/{ada.id}/chat")).json()["version"]
    waiting = asyncio.create_task(
        desk.get(f"people/{ada.id}/chat", params={"after": version, "wait": 5})
    )
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await bot.send_message(ada.id, "新")
    assert (await waiting).json()["messages"][-1]["text"] == "新"
    later = (await waiting).json()["version"]
    same = await desk.get(f"people/{ada.id}/chat", params={"after": later, "wait": 0.01})
    assert same.json()["version"] == later


async def test_files_go_both_ways(desk: httpx.AsyncClient, bot: Bot, ada: Person) -> None:
    await desk.post(
        f"people/{ada.id}/document",
        params={"name": "扫描件.pdf", "caption": "盖章"},
        content=b"%PDF",
        headers={"content-type": "application/pdf"},
    )
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    assert update.message.document.file_name == "扫描件.pdf"
    await bot.send_document(ada.id, update.message.document.file_id)
    shown = (await desk.get(f"people/{ada.id}/chat")).json()["messages"][-1]["document"]
    assert (shown["name"], shown["size"]) == ("扫描件.pdf", 4)
    assert (await desk.get(f"files/{shown['file_id']}")).content == b"%PDF"
    assert (await desk.get("files/nothing")).status_code == 404


async def test_faults_are_scripted_and_the_journal_read_over_http(
    desk: httpx.AsyncClient, bot: Bot, ada: Person
) -> None:
    fault = {"method": "sendMessage", "fault": "flood_wait", "retry_after": 7}
    await desk.post("faults", json=fault)
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "a")
    await desk.post("faults", json=fault)
    await desk.delete("faults")
    await bot.send_message(ada.id, "a")
    calls = (await desk.get("journal")).json()["calls"]
    assert [(call["method"], call["status"]) for call in calls[-2:]] == [
        ("sendMessage", 429),
        ("sendMessage", 200),
    ]
    rest = (await desk.get("journal", params={"calls_from": len(calls) - 1})).json()
    assert len(rest["calls"]) == 1


@pytest.mark.parametrize(
    "fault",
    [
        "bad_gateway",
        "unauthorized",
        "not_found",
        "html_page",
        "refusal",
        "hang",
        "drop",
        "delay",
        "redeliver",
        "truncate",
    ],
)
async def test_every_fault_has_a_name_on_the_desk(
    desk: httpx.AsyncClient, sandbox: Sandbox, fault: str
) -> None:
    await desk.post("faults", json={"method": "getMe", "fault": fault, "times": 2})
    assert sandbox.faults.left("getMe") == 2


async def test_updates_can_be_put_raw_and_renumbered(
    desk: httpx.AsyncClient, raw: httpx.AsyncClient
) -> None:
    await desk.post("renumber", json={"next_id": 5})
    await desk.post("updates", json={"kind": "message", "content": {"x": 1}, "lane": 1})
    assert (await raw.get("getUpdates")).json()["result"] == [{"update_id": 5, "message": {"x": 1}}]


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("people/9/send", {"text": "a"}, "there is nobody with the id 9"),
        ("people/1001/tap", {"label": "x"}, "Ada sees no button 'x'"),
        ("people/1001/edit", {"message_id": 99, "text": "a"}, "message 99 is not in the chat"),
        ("people/1001/dance", {}, "there is no deed 'dance'"),
        ("faults", {"method": "getMe", "fault": "flood"}, "there is no fault 'flood'"),
        ("updates", {"kind": "message", "content": []}, "content is a JSON object"),
        ("people", {"first_name": "A", "user_id": 1001}, "there is already an account"),
    ],
)
async def test_what_cannot_be_done_is_explained(
    desk: httpx.AsyncClient, ada: Person, path: str, body: dict[str, object], error: str
) -> None:
    answer = await desk.post(path, json=body)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(error)


async def test_blocking_editing_and_transcript_work_from_the_desk(
    desk: httpx.AsyncClient, bot: Bot, ada: Person
) -> None:
    sent = (await desk.post(f"people/{ada.id}/send", json={"text": "错"})).json()
    changed = {"message_id": sent["message_id"], "text": "对"}
    await desk.post(f"people/{ada.id}/edit", json=changed)
    assert (await desk.get(f"people/{ada.id}/transcript")).text.endswith("Ada\n    对\n")
    await desk.post(f"people/{ada.id}/block", json={})
    await desk.post(f"people/{ada.id}/unblock", json={})
    await desk.post(f"people/{ada.id}/deactivate", json={})
    kinds = [update.to_dict().keys() - {"update_id"} for update in await bot.get_updates()]
    assert kinds == [{"message"}, {"edited_message"}, {"my_chat_member"}, {"my_chat_member"}]


async def test_page_needs_nothing_from_elsewhere(desk: httpx.AsyncClient) -> None:
    page = (await desk.get(httpx.URL(desk.base_url).join("/"))).text
    assert '<html lang="zh-CN">' in page
    for outside in ("src=", "http://", "https://", "@import", "url("):
        assert outside not in page.replace("https://t.me/", "")
