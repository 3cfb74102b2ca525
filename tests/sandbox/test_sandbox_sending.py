from collections.abc import Callable

import httpx
import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError

from sandbox import Limits, Person, Sandbox, SandboxServer
from tests.sandbox.wiring import HandClock, bot_for


def one_button(text: str = "开始填报", data: str = "go") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


async def test_message_arrives_with_formatting_and_buttons(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(
        ada.id, "<b>7月份</b> &lt;x&gt;", parse_mode="HTML", reply_markup=one_button()
    )
    assert sent.text_html == "<b>7月份</b> &lt;x&gt;"
    assert ada.last.text == "7月份 <x>"
    assert ada.last.html == "<b>7月份</b> &lt;x&gt;"
    assert ada.last.labels == ["开始填报"]
    assert ada.last.sent_at == sent.date


async def test_edit_replaces_text_and_takes_buttons_away_when_none_are_given(
    bot: Bot, ada: Person
) -> None:
    sent = await bot.send_message(ada.id, "已填 1/30", reply_markup=one_button())
    await bot.edit_message_text("已填 2/30", ada.id, sent.message_id)
    assert (ada.last.text, ada.last.labels, ada.last.edited) == ("已填 2/30", [], True)


async def test_markup_alone_can_be_edited_and_does_not_show_as_edited(
    bot: Bot, ada: Person
) -> None:
    sent = await bot.send_message(ada.id, "a", reply_markup=one_button())
    await bot.edit_message_reply_markup(ada.id, sent.message_id, reply_markup=one_button("x"))
    assert (ada.last.labels, ada.last.edited) == (["x"], False)


async def test_edit_that_changes_nothing_is_refused(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "a", reply_markup=one_button())
    same = "exactly the same as a current content and reply markup of the message"
    with pytest.raises(BadRequest, match=same):
        await bot.edit_message_text("a", ada.id, sent.message_id, reply_markup=one_button())


async def test_only_own_messages_that_are_still_there_can_be_edited(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "a")
    assert await bot.delete_message(ada.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("b", ada.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("b", ada.id, ada.chat[0].message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ada.id, sent.message_id)


async def test_message_older_than_two_days_cannot_be_deleted(
    bot: Bot, ada: Person, clock: HandClock
) -> None:
    sent = await bot.send_message(ada.id, "a")
    clock.advance(hours=48)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(ada.id, sent.message_id)


async def test_document_arrives_with_its_name_and_can_be_sent_again_by_id(
    bot: Bot, ada: Person
) -> None:
    sent = await bot.send_document(
        ada.id, b"\r\n--x\x00", filename='报"告\\.docx', caption="<i>见附件</i>", parse_mode="HTML"
    )
    assert ada.last.document is not None
    assert (ada.last.document.name, ada.last.document.content) == ('报"告\\.docx', b"\r\n--x\x00")
    assert ada.last.html == "<i>见附件</i>"
    assert sent.document is not None
    again = await bot.send_document(ada.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == sent.document.file_unique_id


async def test_photo_has_its_size_and_something_else_is_no_photo(
    bot: Bot, ada: Person, png: Callable[[int, int], bytes]
) -> None:
    sent = await bot.send_photo(ada.id, png(640, 480))
    assert (sent.photo[-1].width, sent.photo[-1].height) == (640, 480)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ada.id, b"text")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(ada.id, png(9000, 1001))
    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(ada.id, sent.photo[-1].file_id)


async def test_album_arrives_as_messages_of_one_group(
    bot: Bot, ada: Person, png: Callable[[int, int], bytes]
) -> None:
    await bot.send_media_group(ada.id, [InputMediaPhoto(png(9, 9)), InputMediaPhoto(png(8, 8))])
    assert [message.photo.width for message in ada.chat[-2:] if message.photo] == [9, 8]
    one = InputMediaDocument(b"a", filename="a.txt", caption="c")
    two = InputMediaDocument(b"b", filename="b.txt")
    sent = await bot.send_media_group(ada.id, [one, two])
    assert len({message.media_group_id for message in sent}) == 1
    assert [list(message.lines()) for message in ada.chat[-2:]] == [
        ["📄 a.txt", "c"],
        ["📄 b.txt"],
    ]
    with pytest.raises(BadRequest, match="Document can't be mixed with other media types"):
        await bot.send_media_group(ada.id, [one, InputMediaPhoto(png(9, 9))])


async def test_caption_can_be_edited_but_a_file_has_no_text(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"a", filename="a.txt")
    await bot.edit_message_caption(ada.id, sent.message_id, caption="新")
    assert ada.last.text == "新"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("b", ada.id, sent.message_id)


async def test_reply_shows_what_it_answers(bot: Bot, ada: Person) -> None:
    asked = ada.sends("问")
    sent = await bot.send_message(ada.id, "答", reply_parameters=ReplyParameters(asked.message_id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "问"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ada.id, "答", reply_parameters=ReplyParameters(999))


async def test_keyboard_below_the_chat_stays_until_it_is_removed(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "a", reply_markup=ReplyKeyboardMarkup([["填报", "预览"]]))
    await bot.send_message(ada.id, "b", reply_markup=ForceReply())
    assert ada.reply_keyboard == (("填报", "预览"),)
    ada.taps("预览")
    assert ada.chat[-1].text == "预览"
    await bot.send_message(ada.id, "c", reply_markup=ReplyKeyboardRemove())
    assert not ada.reply_keyboard


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMessage", {"text": " \n "}, "message text is empty"),
        ("sendMessage", {"text": "部" * 4097}, "message is too long"),
        ("sendMessage", {"text": "a", "chat_id": ""}, "chat_id is empty"),
        ("sendMessage", {"text": "a", "chat_id": "77"}, "chat not found"),
        ("sendMessage", {"text": "a", "parse_mode": "RTF"}, "unsupported parse_mode"),
        ("sendMessage", {"text": "a", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        ("sendDocument", {"document": "", "caption": "a"}, "there is no document in the request"),
        ("sendDocument", {"document": "x"}, "wrong file identifier/HTTP URL specified"),
        (
            "sendDocument",
            {"document": "x", "caption": "部" * 1025},
            "message caption is too long",
        ),
        ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        (
            "setMyCommands",
            {"commands": '[{"command":"Ü","description":"x"}]'},
            "BOT_COMMAND_INVALID",
        ),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        (
            "sendMessage",
            {"text": "a", "colour": "red"},
            "sandbox: sendMessage takes no parameter colour (here)",
        ),
    ],
)
async def test_wrong_parameters_are_refused_in_telegrams_words(
    raw: httpx.AsyncClient, ada: Person, method: str, params: dict[str, str], reason: str
) -> None:
    answer = await raw.post(method, data={"chat_id": str(ada.id)} | params)
    known = {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    if method in {"getFile", "setMyCommands"}:
        answer = await raw.post(method, data=params)
    assert (answer.status_code, answer.json()) == (400, known)


async def test_longest_text_and_caption_just_fit(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, f"<b>{'部' * 4096}</b>", parse_mode="HTML")
    await bot.send_document(ada.id, b"a", filename="a", caption="😀" * 1024)
    assert [len(message.text) for message in ada.chat[-2:]] == [4096, 1024]


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "a", "callback_data": "部" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "a"}, "BUTTON_TEXT_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "url": "javascript:x"},
            "inline keyboard button URL 'javascript:x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "web_app": {"url": "https://example.org"}},
            "sandbox: an inline button with ['text', 'web_app'] is not supported",
        ),
    ],
)
async def test_wrong_buttons_are_refused(
    raw: httpx.AsyncClient, ada: Person, button: dict[str, object], reason: str
) -> None:
    body = {"chat_id": ada.id, "text": "a", "reply_markup": {"inline_keyboard": [[button]]}}
    answer = await raw.post("sendMessage", json=body)
    assert (answer.status_code, answer.json()["description"]) == (400, f"Bad Request: {reason}")


async def test_a_hundred_buttons_fit_and_one_more_does_not(bot: Bot, ada: Person) -> None:
    button = InlineKeyboardButton("a", callback_data="部" * 21)
    await bot.send_message(ada.id, "a", reply_markup=InlineKeyboardMarkup([[button] * 5] * 20))
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await bot.send_message(
            ada.id, "a", reply_markup=InlineKeyboardMarkup([[button] * 5] * 20 + [[button]])
        )


async def test_who_never_pressed_start_cannot_be_written_to(bot: Bot, sandbox: Sandbox) -> None:
    boris = sandbox.person("Boris")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(boris.id, "a")


async def test_who_blocked_the_bot_is_out_of_reach_until_they_start_it_again(
    bot: Bot, ada: Person
) -> None:
    ada.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "a")
    ada.starts()
    assert await bot.send_message(ada.id, "a")


async def test_deleted_account_is_out_of_reach(bot: Bot, ada: Person) -> None:
    ada.deactivates()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ada.id, "a")


async def test_upload_over_the_limit_is_refused_whole(clock: HandClock) -> None:
    small = Sandbox(now=clock.now, limits=Limits(upload_bytes=1000, photo_bytes=100))
    ada = small.person("Ada")
    ada.starts()
    async with SandboxServer(small) as server, bot_for(server) as bot:
        for size in (1001, 2 << 20):
            with pytest.raises(NetworkError, match="Request Entity Too Large"):
                await bot.send_document(ada.id, b"a" * size, filename="a")
        with pytest.raises(BadRequest, match="too big for a photo"):
            await bot.send_photo(ada.id, b"a" * 101)
        assert await bot.send_document(ada.id, b"a" * 1000, filename="a")


async def test_downloads_come_by_a_link_that_is_good_for_an_hour(
    bot: Bot, ada: Person, clock: HandClock
) -> None:
    message = ada.sends_document("扫描件.pdf", b"%PDF")
    assert message.attachment is not None
    file = await bot.get_file(message.attachment.file_id)
    assert (bytes(await file.download_as_bytearray()), file.file_size) == (b"%PDF", 4)
    clock.advance(hours=1)
    with pytest.raises(InvalidToken):  # PTB's reading of any 404
        await file.download_as_bytearray()


async def test_file_over_twenty_megabytes_cannot_be_downloaded(bot: Bot, ada: Person) -> None:
    message = ada.sends_document("a.pdf", b"a" * ((20 << 20) + 1))
    assert message.attachment is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(message.attachment.file_id)


async def test_the_bots_own_page_keeps_what_was_set(bot: Bot, sandbox: Sandbox) -> None:
    await bot.set_my_commands([("report", "报送")])
    await bot.set_my_commands([("report", "Report")], language_code="en")
    await bot.set_my_description("每月报送")
    await bot.set_my_short_description("报送")
    await bot.set_my_name("报送")
    assert [c.description for c in await bot.get_my_commands(language_code="en")] == ["Report"]
    assert (await bot.get_my_description()).description == "每月报送"
    assert (await bot.get_my_short_description()).short_description == "报送"
    assert (await bot.get_my_name()).name == "报送"
    boris = sandbox.person("Boris", language_code="en")
    clara = sandbox.person("Clara", language_code="zh-hans")
    assert [c["description"] for c in (*boris.commands, *clara.commands)] == ["Report", "报送"]
    await bot.delete_my_commands(language_code="en")
    assert [c["description"] for c in boris.commands] == ["报送"]


async def test_the_narrowest_scope_of_commands_wins(bot: Bot, ada: Person) -> None:
    from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat

    await bot.set_my_commands([("a", "all")], scope=BotCommandScopeAllPrivateChats())
    assert [c["command"] for c in ada.commands] == ["a"]
    await bot.set_my_commands([("b", "one")], scope=BotCommandScopeChat(ada.id))
    assert [c["command"] for c in ada.commands] == ["b"]


async def test_menu_button_action_and_chat_are_accepted(bot: Bot, ada: Person) -> None:
    from telegram import MenuButtonCommands

    assert await bot.set_chat_menu_button(ada.id, MenuButtonCommands())
    assert await bot.send_chat_action(ada.id, "typing")
    assert (await bot.get_chat(ada.id)).first_name == "Ada"
    assert (await bot.get_me()).username == "baosong_sandbox_bot"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1234567:WRONG-wrong-WRONG/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot1234567:SANDBOX-sandbox-SANDBOX-sandbox-123/sendSticker", 404, "Not Found"),
        ("/elsewhere", 404, "Not Found"),
        ("/file/bot1234567:SANDBOX-sandbox-SANDBOX-sandbox-123/a/b", 404, "Not Found"),
        ("/file/bot1234567:WRONG-wrong-WRONG/a/b", 401, "Unauthorized"),
    ],
)
async def test_strange_tokens_methods_and_paths_are_errors(
    raw: httpx.AsyncClient, path: str, status: int, description: str
) -> None:
    answer = await raw.get(httpx.URL(raw.base_url).join(path))
    known = {"ok": False, "error_code": status, "description": description}
    assert (answer.status_code, answer.json()) == (status, known)


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_every_kind_of_body_says_the_same(
    raw: httpx.AsyncClient, ada: Person, how: str
) -> None:
    keyboard = '{"inline_keyboard":[[{"text":"好","callback_data":"1"}]]}'
    fields = {"chat_id": str(ada.id), "text": "部 & 门", "reply_markup": keyboard}
    match how:
        case "query":
            answer = await raw.get("sendMessage", params=fields)
        case "form":
            answer = await raw.post("SENDmessage", data=fields)
        case "json":
            answer = await raw.post("sendMessage", json=fields | {"chat_id": ada.id})
        case _:
            parts = {name: (None, value.encode()) for name, value in fields.items()}
            answer = await raw.post("sendMessage", files=parts)
    assert answer.json()["ok"] is True
    assert (ada.last.text, ada.last.labels) == ("部 & 门", ["好"])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"[1]"),
        ("application/x-www-form-urlencoded", b"\xff"),
        ("multipart/form-data", b"x"),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\ncontent-disposition: form-data\r\n\r\na\r\n--x",
        ),
        ("text/plain", b"a"),
    ],
)
async def test_unreadable_bodies_are_refused(
    raw: httpx.AsyncClient, kind: str, body: bytes
) -> None:
    answer = await raw.post("sendMessage", content=body, headers={"content-type": kind})
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
