"""Words beside a file that is refused are nobody's text unseen."""

import pytest

from sandbox import Message
from tests.chat import Chat, Town, said
from tests.models.samples import ADA, ROADS

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Roads has two measures, without figures."""
    return plain_town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def at_measure(ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")


async def sends_heic(ada: Chat, caption: str) -> Message:
    return await ada.does(
        lambda: ada.phone.sends_document("a.heic", HEIC, caption=caption), answers=2
    )


@pytest.mark.parametrize("caption", ["实施方案", "2现场", "1会议纪要、签到表", "2"])
async def test_words_that_only_name_a_refused_file_go_with_it(
    town: Town, ada: Chat, caption: str
) -> None:
    await at_measure(ada)
    await ada.taps("status-on_track")
    question = ada.card.text
    card = await sends_heic(ada, caption)
    assert card.text == question
    assert said("evidence-heic", name="a.heic") in ada.phone.chat[-2].text
    assert [(await town.content(ROADS, one)).text for one in "12"] == ["", ""]


@pytest.mark.parametrize("is_status_known", [True, False])
async def test_words_that_may_name_a_refused_file_wait_for_a_button(
    town: Town, ada: Chat, is_status_known: bool
) -> None:
    await at_measure(ada)
    if is_status_known:
        await ada.taps("status-on_track")
    card = await sends_heic(ada, "沿街商铺")
    assert card.text.startswith(said("caption-of-refused", said="沿街商铺"))
    assert (await town.content(ROADS, "1")).text == ""
    way = "held-button-answer" if is_status_known else "held-button-add"
    await ada.taps(way, month="none", number="1", step=said("step-text"))
    assert (await town.content(ROADS, "1")).text == "沿街商铺"


async def test_words_that_may_name_a_refused_file_are_dropped_by_a_button(
    town: Town, ada: Chat
) -> None:
    await at_measure(ada)
    await ada.taps("status-on_track")
    question = ada.card.text
    await sends_heic(ada, "沿街商铺")
    card = await ada.taps("held-button-drop")
    assert card.text.startswith(said("held-dropped"))
    assert card.text.endswith(question)
    assert said("held-button-show") not in ada.labels


async def test_words_beside_a_refused_file_wait_at_the_measure_that_they_may_name(
    town: Town, ada: Chat
) -> None:
    await at_measure(ada)
    await ada.taps("status-on_track")
    await sends_heic(ada, "2 沿街商铺")
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await town.content(ROADS, "2")).text == "沿街商铺"
    assert (await town.content(ROADS, "1")).text == ""


async def test_a_number_that_may_count_is_asked_about_and_is_no_part_of_its_own_measures_text(
    town: Town, ada: Chat
) -> None:
    await at_measure(ada)
    await ada.taps("status-on_track")
    await sends_heic(ada, "2签约3家")
    assert (await town.content(ROADS, "1")).text == ""
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await town.content(ROADS, "2")).text == "签约3家"


async def test_words_of_another_measure_beside_a_refused_file_are_shown_there(
    town: Town, ada: Chat
) -> None:
    await at_measure(ada)
    await sends_heic(ada, "2项方案，新增网点2个")
    assert (await town.content(ROADS, "1")).text == ""
    await ada.taps("pasted-button-take", count="1")
    assert (await town.content(ROADS, "2")).text == "方案，新增网点2个"


async def test_words_beside_a_refused_file_wait_at_their_measure_where_nothing_is_asked(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await sends_heic(ada, "2 signing")
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await town.content(ROADS, "2")).text == "signing"
