"""A liaison gives the number that stands at the end of the draft: typed, or as a contact."""

import pytest

from tests.chat import Chat, Town, said
from tests.handlers.test_unusual_messages import sends
from tests.models.samples import ADA, ROADS


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def test_a_number_that_is_missing_is_asked_for_at_the_preview_until_it_is_given(
    ada: Chat,
) -> None:
    wanted = said("preview-no-phone", name="Ada")
    await ada.taps("button-start")
    assert wanted in (await ada.sends("预览")).text
    answer = await ada.sends("/phone 0359-8022001转12")
    assert said("phone-taken", phone="0359-8022001转12") in answer.text
    assert wanted not in (await ada.sends("预览")).text
    assert said("phone-known", phone="0359-8022001转12") in (await ada.sends("/phone")).text


async def test_alone_it_asks_and_the_next_message_is_the_number_and_no_answer(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    question = (await ada.taps("button-begin")).text
    assert (await ada.sends("/phone")).text == said("phone-known", phone="none")
    assert (await ada.sends("12345")).text == said("phone-unclear")
    answer = await ada.sends("13800138000")
    assert answer.text.startswith(said("phone-taken", phone="13800138000"))
    assert answer.text.endswith(question)
    await ada.sends("First bridge built.")
    assert (await plain_town.content(ROADS, "1")).text == "First bridge built."


@pytest.mark.parametrize("words", ["明天给", "12345", "1380013800", "=1+1", "0359-8022001" * 6])
async def test_what_is_no_number_is_not_taken(ada: Chat, words: str) -> None:
    assert said("phone-unclear") in (await ada.sends(f"/phone {words}")).text
    assert said("phone-known", phone="none") in (await ada.sends("/phone")).text


@pytest.mark.parametrize("shared", ["8613800138000", "+8613800138000", "13800138000"])
async def test_ones_own_contact_is_taken_as_a_number(ada: Chat, shared: str) -> None:
    contact = {"phone_number": shared, "first_name": "Ada", "user_id": ADA}
    card = await ada.does(lambda: sends(ada, {"contact": contact}))
    assert said("phone-taken", phone="13800138000") in card.text


async def test_somebody_elses_contact_is_not(ada: Chat) -> None:
    contact = {"phone_number": "+8613800138000", "first_name": "Zoe", "user_id": ADA + 1}
    card = await ada.does(lambda: sends(ada, {"contact": contact}))
    assert said("content-contact") in card.text


async def test_number_just_given_is_put_right_by_the_next_message(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.sends("/phone 8022001")
    answer = await ada.sends("不对 是8022002")
    assert answer.text.startswith(said("phone-taken", phone="8022002"))
    await ada.sends("改成 9100000")  # begins otherwise: another thing than this number
    assert said("phone-known", phone="8022002") in (await ada.sends("/phone")).text
