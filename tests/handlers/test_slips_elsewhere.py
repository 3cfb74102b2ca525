"""A slip that is owned at the next question is of what was told before it, and no answer."""

import pytest

from tests.chat import Chat, Town, said
from tests.models.samples import ADA, ROADS
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus

TOLD = "永济市级12家，惠及农户3200户，贷款860万元。"


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def opens_first(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))


async def told_first(ada: Chat, words: str = TOLD) -> None:
    """Measure 1 is told, and the status of measure 2 is asked."""
    await opens_first(ada)
    await ada.sends(f"正常推进：{words}")


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        ("12家不对是13家", ("12家", "13家")),
        ("农户是3300户", ("农户3200户", "农户3300户")),
        ("860万改890万", ("860万", "890万")),
        ("农户数报少了，实际3300户", ("农户3200户", "农户3300户")),
    ],
)
@pytest.mark.parametrize("at", ["status", "reason", "problem"])
async def test_slip_at_the_next_question_is_shown_at_the_measure_before(
    plain_town: Town, ada: Chat, words: str, turned: tuple[str, str], at: str
) -> None:
    was, now = turned
    await told_first(ada)
    if at == "reason":
        await ada.taps("button-no-progress")
    elif at == "problem":
        await ada.taps("status-behind")
        await ada.sends("推进缓慢。")
    before = await plain_town.content(ROADS, "2")
    card = await ada.sends(words)
    assert said("held-text", words=words) in card.text
    assert await plain_town.content(ROADS, "2") == before
    button = said("held-button-righted", number="1", month="none", was=was, now=now)
    assert button in card.labels
    await ada.does(lambda: ada.phone.taps(button))
    assert (await plain_town.content(ROADS, "1")).text == TOLD.replace(was, now)
    assert await plain_town.content(ROADS, "2") == before


async def test_slip_that_is_found_nowhere_is_asked_about(plain_town: Town, ada: Chat) -> None:
    await told_first(ada)
    card = await ada.sends("7亩改8亩")
    assert said("held-text", words="7亩改8亩") in card.text
    assert await plain_town.content(ROADS, "2") == EntryContent()
    await ada.taps("held-button-drop")


async def test_words_of_a_named_measures_problem_are_put_right_there(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.sends("滞后：放贷860万元。")
    await ada.sends("农户抵押物不足")
    await ada.sends("8月底前办结")
    assert await plain_town.step_of(ada) == "status"
    card = await ada.sends("1的问题里抵押物改成担保物")
    assert said("answer-words-righted", was="抵押物", now="担保物") in card.text
    first, second = [await plain_town.content(ROADS, one) for one in "12"]
    assert (first.status, first.problem) == (EntryStatus.BEHIND, "农户担保物不足")
    assert second == EntryContent()
    card = await ada.sends("1的问题里存折改成存单")
    assert said("held-text", words="1的问题里存折改成存单") in card.text
    assert await plain_town.content(ROADS, "2") == EntryContent()
    await ada.taps("held-button-drop")


async def test_slip_of_the_measures_own_problem_names_it_by_number(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.sends("滞后：放贷860万元。")
    await ada.sends("农户抵押物不足")
    await ada.sends("1的问题里抵押物改成担保物")
    content = await plain_town.content(ROADS, "1")
    assert (content.text, content.problem) == ("放贷860万元。", "农户担保物不足")
