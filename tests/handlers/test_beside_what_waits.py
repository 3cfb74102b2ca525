"""A text that waits for its place changes nothing of how later words are read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import Message
from tests.chat import Chat, Town, a_begun_town, july_begins, said, start_of
from tests.models.samples import ADA, ROADS, assigned
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus, Role

WAITS = "组织企业与合作社对接3次，新增网点2个。"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has four measures without a figure."""
    measures = [assigned(one, (ROADS, Role.LEAD)) for one in ("26", "27", "28", "59")]
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=measures) as town:
        yield town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def opens(ada: Chat, number: str = "26") -> None:
    await ada.sends("/report")
    await ada.sends(number)


async def waits_for(ada: Chat, number: str = "26", words: str = WAITS) -> Message:
    """A text waits that may go on with this measure. Gives the person's message."""
    await opens(ada, number)
    mine: list[Message] = []
    await ada.sends("正常推进：完成选址。")
    await ada.does(lambda: mine.append(ada.phone.sends(f"补充：{words}")))
    assert (
        said("held-button-add", number=number, step=said("step-text"), month="none") in ada.labels
    )
    return mine[0]


async def content(town: Town, number: str) -> EntryContent:
    return await town.content(ROADS, number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("27网点数报少了，实际3个", "27"),
        ("刚粘的27多写了，是182个", "27"),
        ("27数字都没变", "27"),
        ("27的对接次数写少了，是4次", "27"),
        ("27、28其实有进展：企业上网培训2场", ""),
    ],
)
async def test_words_that_name_another_measure_do_not_join_what_waits(
    town: Town, ada: Chat, words: str, number: str
) -> None:
    await waits_for(ada)
    await ada.sends("/report")
    card = await ada.taps("held-button-show")
    card = await ada.sends(words)
    assert card.text.count(said("held-text", words=words)) == 1
    assert WAITS not in card.text
    if number:
        add = said("held-button-add", number=number, step=said("step-text"), month="none")
        assert add in card.labels
    else:
        assert said("held-ask-where") in card.text
    card = await ada.taps("held-button-drop")
    card = await ada.taps("held-button-show")
    assert said("held-text", words=f"补充：{WAITS}") in card.text
    await ada.taps("held-button-drop")


async def test_amount_goes_on_with_what_waits(town: Town, ada: Chat) -> None:
    await waits_for(ada)
    await ada.sends("/report")
    await ada.taps("held-button-show")
    card = await ada.sends("59家企业参加。")
    assert start_of("held-text-lines", count=2) in card.text
    await ada.taps("held-button-drop")


async def test_reply_to_a_message_that_waits_waits_with_it(town: Town, ada: Chat) -> None:
    mine = await waits_for(ada)
    await opens(ada, "59")
    await ada.taps("button-no-progress")
    card = await ada.does(lambda: ada.phone.sends("再加一个网点", reply_to=mine))
    assert start_of("held-text-lines", count=2) in card.text
    assert await content(town, "59") == EntryContent(no_progress=True)
    await ada.taps("held-button-add", month="none", number="26", step=said("step-text"))
    assert (await content(town, "26")).text.endswith(f"{WAITS}\n再加一个网点")


async def test_reply_to_a_message_of_which_no_measure_is_known_is_none_of_the_open_question(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(WAITS)))
    await opens(ada, "59")
    await ada.taps("button-no-progress")
    card = await ada.does(lambda: ada.phone.sends("再加一个网点", reply_to=mine[0]))
    assert start_of("held-text-lines", count=2) in card.text
    assert said("held-ask-where") in card.text
    await ada.does(lambda: ada.phone.taps("27　Measure 27"))
    assert (await content(town, "27")).text == f"{WAITS}\n再加一个网点"
    assert await content(town, "59") == EntryContent(no_progress=True)


async def test_slip_that_waits_is_not_put_right_by_itself(town: Town, ada: Chat) -> None:
    await opens(ada)
    await ada.sends("正常推进：贷款860万元。")
    await ada.sends("860万改890万")
    card = await ada.sends("860万改890万")
    assert "890万改890万" not in card.text
    await ada.taps("held-button-drop")


async def test_reply_puts_a_slip_right_in_the_message_that_waits(town: Town, ada: Chat) -> None:
    mine = await waits_for(ada)
    await opens(ada, "59")
    card = await ada.does(lambda: ada.phone.sends("网点应为3个", reply_to=mine))
    assert said("answer-words-righted", was="网点2个", now="网点3个") in card.text
    assert said("held-text", words=f"补充：{WAITS.replace('网点2', '网点3')}") in card.text
    assert await content(town, "59") == EntryContent()
    await ada.taps("held-button-drop")


async def test_reply_brings_forward_the_one_that_waits_behind_another(
    town: Town, ada: Chat
) -> None:
    mine = await waits_for(ada)
    await ada.sends("/report")
    await ada.taps("held-button-show")
    await ada.sends("27网点数报少了，实际3个")
    card = await ada.does(lambda: ada.phone.sends("再加一个网点", reply_to=mine))
    assert start_of("held-text-lines", count=2) in card.text
    assert WAITS in card.text
    await ada.taps("held-button-add", month="none", number="26", step=said("step-text"))
    assert (await content(town, "26")).text.endswith(f"{WAITS}\n再加一个网点")
    card = await ada.taps("held-button-show")
    assert said("held-text", words="27网点数报少了，实际3个") in card.text
    await ada.taps("held-button-drop")


@pytest.mark.parametrize(
    "words", ["第二十六项：对接是4次不是3次", "26的对接次数写少了，是4次", "26对接应为4次"]
)
@pytest.mark.parametrize("at", ["26", "59", ""])
async def test_slip_of_a_named_measure_is_put_right_in_the_text_that_waits_for_it(
    town: Town, ada: Chat, words: str, at: str
) -> None:
    await waits_for(ada)
    await (opens(ada, at) if at else ada.sends("/report"))
    before = [await content(town, one) for one in ("26", "59")]
    card = await ada.sends(words)
    assert said("held-text", words=f"补充：{WAITS.replace('对接3', '对接4')}") in card.text
    assert [await content(town, one) for one in ("26", "59")] == before
    await ada.taps("held-button-drop")


async def test_slip_without_a_number_is_of_the_text_that_waits_for_the_open_measure(
    town: Town, ada: Chat
) -> None:
    await waits_for(ada)
    await opens(ada, "26")
    before = await content(town, "26")
    card = await ada.sends("对接应为4次")
    assert said("held-text", words=f"补充：{WAITS.replace('对接3', '对接4')}") in card.text
    assert await content(town, "26") == before
    await ada.taps("held-button-drop")


async def test_slip_of_a_named_measure_that_has_no_such_words_is_no_text(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    card = await ada.sends("第二十六项：对接是5次不是4次")
    assert start_of("answer-slip-nowhere", said="对接是5次不是4次") in card.text
    assert await content(town, "26") == EntryContent()


@pytest.mark.parametrize(
    "words", ["26补一句：举办培训1期", "26加一句，举办培训1期", "补一句：举办培训1期"]
)
async def test_what_says_that_words_are_added_is_none_of_them(
    town: Town, ada: Chat, words: str
) -> None:
    await opens(ada)
    await ada.sends("对接3次。")
    await ada.sends(words)
    assert (await content(town, "26")).text == "对接3次。\n举办培训1期"


async def test_what_is_added_to_the_measure_before_is_none_of_the_open_one(
    town: Town, ada: Chat
) -> None:
    await opens(ada)
    await ada.sends("正常推进：对接3次。")
    card = await ada.sends("前一项再加一句，培训50人")
    assert said("held-text", words="培训50人") in card.text
    await ada.taps("held-button-add", month="none", number="26", step=said("step-text"))
    content_of_26 = await content(town, "26")
    assert content_of_26.status is EntryStatus.ON_TRACK
    assert content_of_26.text == "对接3次。\n培训50人"
    assert await content(town, "27") == EntryContent()


@pytest.mark.parametrize(
    ("words", "answer"), [("我下周出差", "answer-away"), ("电话换成13900001111", "answer-phone")]
)
async def test_wish_for_a_command_is_shown_the_way_while_words_wait(
    town: Town, ada: Chat, words: str, answer: str
) -> None:
    await waits_for(ada)
    card = await ada.sends(words)
    assert card.text.startswith(said(answer, said=words))
    assert WAITS in card.text


async def test_words_say_of_which_measure_those_are_that_wait(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.sends(WAITS)
    card = await ada.sends("跟上月一样")
    assert said("aside-not-kept", said="跟上月一样") in card.text
    assert said("held-first", words=WAITS, said="跟上月一样", number="26") in card.text
    card = await ada.sends("好的")
    assert said("held-first", words=WAITS, said="好的", number="none") in card.text
    await ada.sends("这个是27的")
    assert (await content(town, "27")).text == WAITS
    assert await content(town, "26") == EntryContent()


async def test_words_that_were_to_go_on_with_one_measure_are_said_to_be_of_another(
    town: Town, ada: Chat
) -> None:
    await waits_for(ada)
    card = await ada.sends("跟上月一样")
    words = f"补充：{WAITS}"
    assert said("held-first", words=words, said="跟上月一样", number="27") in card.text
    assert said("held-text", words=words) in card.text
    await ada.sends("这条是第59项的")
    assert WAITS in (await content(town, "59")).text
    assert WAITS not in (await content(town, "26")).text
