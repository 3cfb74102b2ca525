"""A reply 改成：… is edited like any other message: what it has changed reads so from then on."""

import pytest

from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.models.samples import ADA, ROADS


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def sends(ada: Chat, words: str, *, reply_to: Message | None = None) -> Message:
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(words, reply_to=reply_to)))
    return mine[0]


async def text_of_first(town: Town) -> str:
    return (await town.content(ROADS, "1")).text


@pytest.mark.parametrize("edited", ["改成：培训4期。", "培训4期。"])
async def test_reply_that_changed_an_answer_changes_it_again_when_it_is_edited(
    plain_town: Town, ada: Chat, edited: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    mine = await sends(ada, "正常推进：培训2期。")
    reply = await sends(ada, "改成：培训3期。", reply_to=mine)
    assert await text_of_first(plain_town) == "培训3期。"
    card = await ada.does(lambda: ada.phone.edits(reply, edited))
    assert start_of("edit-taken", number="1") in card.text
    assert await text_of_first(plain_town) == "培训4期。"
    await ada.does(lambda: ada.phone.sends("改成：培训5期。", reply_to=reply))
    assert await text_of_first(plain_town) == "培训5期。"
    await ada.does(lambda: ada.phone.edits(mine, "正常推进：培训6期。"))
    assert await text_of_first(plain_town) == "培训6期。"


async def test_reply_that_changed_what_waits_changes_it_again_when_it_is_edited(
    plain_town: Town, ada: Chat
) -> None:
    await ada.fills()
    mine = await sends(ada, "我下午开会")
    reply = await sends(ada, "改成：我上午开会", reply_to=mine)
    card = await ada.does(lambda: ada.phone.edits(reply, "改成：我明天开会"))
    assert said("held-text", words="我明天开会") in card.text
    await ada.does(lambda: ada.phone.taps("1　Measure 1"))
    assert (await text_of_first(plain_town)).endswith("\n我明天开会")
