from collections.abc import Callable
from datetime import timedelta, timezone

import pytest

from sandbox import Limits, MisuseError, Person, Sandbox, methods
from sandbox.forms import Params
from tests.sandbox.wiring import HandClock


def bot_says(sandbox: Sandbox, who: Person, text: str, *labels: str) -> int:
    """The bot writes, with a column of buttons; the message id."""
    buttons = ",".join(f'[{{"text":"{label}","callback_data":"{label}"}}]' for label in labels)
    markup = {"reply_markup": f'{{"inline_keyboard":[{buttons}]}}'} if labels else {}
    params = {"chat_id": str(who.id), "text": text, "parse_mode": "HTML", **markup}
    methods.call(sandbox, "sendMessage", Params(params))
    return who.last.message_id


def tapped(sandbox: Sandbox) -> list[object]:
    return [
        record.body["callback_query"]["data"]  # type: ignore[index]
        for record in sandbox.journal.updates
        if record.kind == "callback_query"
    ]


def test_tap_takes_the_exact_label_before_a_longer_one(sandbox: Sandbox, ada: Person) -> None:
    bot_says(sandbox, ada, "old", "修改", "提交")
    bot_says(sandbox, ada, "new", "修改 19")
    ada.taps("修改")
    ada.taps("19")
    assert tapped(sandbox) == ["修改", "修改 19"]


def test_tap_takes_the_newest_of_the_same_label(sandbox: Sandbox, ada: Person) -> None:
    bot_says(sandbox, ada, "old", "继续")
    newest = bot_says(sandbox, ada, "new", "继续")
    ada.taps("继续")
    assert ada.unanswered[0].message_id == newest


def test_tap_on_a_button_that_is_not_there_says_what_is(sandbox: Sandbox, ada: Person) -> None:
    bot_says(sandbox, ada, "a", "预览", "报送")
    with pytest.raises(MisuseError, match=r"Ada sees no button '跳过'.*\n.*\[预览\] \[报送\]"):
        ada.taps("跳过")


def test_tap_by_place_uses_what_is_there_now(sandbox: Sandbox, ada: Person) -> None:
    bot_says(sandbox, ada, "a", "一", "二")
    ada.taps_at(ada.last, 1, 0)
    with pytest.raises(MisuseError, match="no button at 2, 0"):
        ada.taps_at(ada.last, 2, 0)
    assert tapped(sandbox) == ["二"]


def test_new_messages_are_what_was_sent_or_edited_since(sandbox: Sandbox, ada: Person) -> None:
    first = bot_says(sandbox, ada, "一")
    second = bot_says(sandbox, ada, "二")
    ada.sends("mine")
    assert [message.message_id for message in ada.new_messages()] == [first, second]
    params = {"chat_id": str(ada.id), "message_id": str(first), "text": "一改"}
    methods.call(sandbox, "editMessageText", Params(params))
    assert [message.text for message in ada.new_messages()] == ["一改"]
    assert ada.new_messages() == []


def test_what_was_seen_earlier_does_not_change_under_ones_hands(
    sandbox: Sandbox, ada: Person
) -> None:
    bot_says(sandbox, ada, "一")
    seen = ada.last
    params = {"chat_id": str(ada.id), "message_id": str(seen.message_id), "text": "二"}
    methods.call(sandbox, "editMessageText", Params(params))
    assert (seen.text, ada.last.text) == ("一", "二")


def test_long_text_goes_as_several_messages_split_at_a_line(clock: HandClock) -> None:
    sandbox = Sandbox(now=clock.now, limits=Limits(text_characters=10))
    ada = sandbox.person("Ada")
    ada.sends("一二三四五\n六七八 九十一二三四五六七八九十")
    assert [message.text for message in ada.chat] == [
        "一二三四五",
        "六七八",
        "九十一二三四五六七八",
        "九十",
    ]


def test_deep_links_lead_to_start_with_their_payload(sandbox: Sandbox, ada: Person) -> None:
    name = sandbox.bot.username
    assert ada.opens(f"https://t.me/{name}?start=ab_1-2").text == "/start ab_1-2"
    assert ada.opens(f"tg://resolve?domain={name}&start=x").text == "/start x"
    assert ada.opens(f"https://t.me/{name}").text == "/start"
    with pytest.raises(MisuseError, match="does not lead to"):
        ada.opens("https://t.me/other_bot?start=x")
    with pytest.raises(MisuseError, match="takes no start payload"):
        ada.starts("部门")


def test_impossible_deeds_are_refused(
    sandbox: Sandbox, ada: Person, png: Callable[[int, int], bytes]
) -> None:
    with pytest.raises(MisuseError, match="empty message"):
        ada.sends("  ")
    with pytest.raises(MisuseError, match="neither PNG nor JPEG"):
        ada.sends_photo(b"GIF89a")
    with pytest.raises(MisuseError, match="two to ten"):
        ada.sends_album([png(1, 1)])
    with pytest.raises(MisuseError, match="written nothing"):
        ada.presses("x")
    bot_says(sandbox, ada, "a", "x")
    with pytest.raises(MisuseError, match="only what they wrote"):
        ada.edits(ada.last, "b")
    ada.blocks()
    with pytest.raises(MisuseError, match="has blocked the bot"):
        ada.taps("x")
    ada.deactivates()
    with pytest.raises(MisuseError, match="has no account any more"):
        ada.starts()


def test_jpeg_tells_its_size(sandbox: Sandbox, ada: Person) -> None:
    app0 = b"\xff\xe0\x00\x04ab"
    frame = b"\xff\xc0\x00\x0b\x08" + (48).to_bytes(2) + (64).to_bytes(2) + b"\x01\x01\x11\x00"
    photo = ada.sends_photo(b"\xff\xd8" + app0 + frame).photo
    assert photo is not None
    assert (photo.width, photo.height) == (64, 48)


def test_transcript_reads_as_the_chat_does(sandbox: Sandbox, ada: Person, clock: HandClock) -> None:
    message_id = bot_says(sandbox, ada, "本月进展如何？\n（负责）", "正常推进", "滞后")
    clock.advance(minutes=5)
    ada.taps("滞后")
    params = {"chat_id": str(ada.id), "message_id": str(message_id), "text": "已存"}
    methods.call(sandbox, "editMessageText", Params(params))
    query = {"callback_query_id": ada.unanswered[0].id, "text": "好"}
    methods.call(sandbox, "answerCallbackQuery", Params(query))
    ada.sends_document("说明.docx", b"PK", caption="见附件")
    assert ada.transcript() == (
        "2022-08-01 09:00  Ada\n    /start\n\n"
        "2022-08-01 09:00  报送\n    已存\n\n"
        "2022-08-01 09:05  Ada\n    📄 说明.docx\n    见附件\n"
    )
    assert ada.transcript(steps=True, zone=timezone(timedelta(hours=8))) == (
        "2022-08-01 17:00  Ada\n    /start\n\n"
        "2022-08-01 17:00  报送\n    本月进展如何？\n    （负责）\n    [正常推进]\n    [滞后]\n\n"
        "2022-08-01 17:05  Ada → [滞后]\n\n"
        "2022-08-01 17:05  报送 ✎\n    已存\n\n"
        "2022-08-01 17:05  报送 (i)\n    好\n\n"
        "2022-08-01 17:05  Ada\n    📄 说明.docx\n    见附件\n"
    )


def test_nobody_has_a_transcript_before_the_first_word(sandbox: Sandbox) -> None:
    assert sandbox.person("Boris").transcript() == ""
