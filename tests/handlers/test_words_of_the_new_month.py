"""What is typed when a new month has opened is of that month, and not of one that is locked."""

from datetime import timedelta

import pytest

from tests.chat import Chat, Town, said
from tests.factories import at
from tests.models.samples import ADA, ROADS
from vocabulary.period import Period

AUGUST = Period(2022, 8)


@pytest.fixture
async def ada(plain_town: Town) -> Chat:
    """July is filed and locked, and the notice of August is the last message."""
    ada = plain_town.chats[ADA]
    await ada.files("完成12处站址选定。")
    await ada.sends("目录")
    await plain_town.passes(at(1, 12, month=9), every=timedelta(days=3))
    plain_town.reads_all()
    return ada


@pytest.mark.parametrize("words", ["其余同上月", "其余按上月"])
async def test_rest_as_last_month_is_of_the_newest_open_month(
    plain_town: Town, ada: Chat, words: str
) -> None:
    shown = await ada.sends(words)
    assert said("card-same-all", count=2) in shown.text
    await ada.taps("button-same-all-confirm", count=2)
    content = await plain_town.content(ROADS, "2", AUGUST)
    assert content.text == "完成12处站址选定。"
    plain_town.reads_all()


@pytest.mark.parametrize("words", ["目录", "预览"])
async def test_word_of_a_button_leads_to_the_newest_open_month(ada: Chat, words: str) -> None:
    shown = await ada.sends(words)
    assert "8月份" in shown.text
    assert "已经锁定" not in shown.text
