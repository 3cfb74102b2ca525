"""A measure that comes quarterly is known in every month: it is said when it is due."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.chat import Chat, Town, a_begun_town, july_begins, said, start_of
from tests.handlers.test_evidence import photo
from tests.handlers.test_helpers import comes, link_for
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.plan import AssignedUnit
from vocabulary.terms import Ask, Role

STATIONS = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
SEPTEMBER = "9月份"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has 18 with a figure and 24; 59 it has every quarter, and July has opened."""
    measures = [
        assigned("18", (ROADS, Role.LEAD), indicators=(STATIONS,)),
        assigned("24", (ROADS, Role.LEAD)),
        assigned("59", AssignedUnit(ROADS, Role.LEAD, ask=Ask.QUARTERLY)),
    ]
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=measures) as town:
        yield town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def goes_to(ada: Chat, number: str) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps(number))


def number_told(number: str = "59") -> str:
    return said("answer-not-due-number", number=number, month=SEPTEMBER)


def words_told(words: str) -> str:
    return said("answer-not-due", number="59", month=SEPTEMBER, said=words)


@pytest.mark.parametrize("number", ["59", "第59项", "第五十九项", "#59", "59."])
async def test_its_number_is_known_at_the_list(town: Town, ada: Chat, number: str) -> None:
    await ada.taps("button-start")
    await ada.sends("/report")
    before = await town.facts()
    card = await ada.sends(number)
    assert number_told() in card.text
    assert await town.facts() == before


@pytest.mark.parametrize(
    "words",
    [
        "59 培育企业2户，其中规上1户",
        "59. 正常推进：培育企业2户。",
        "第59项培育企业2户",
        "59项，培育企业2户",
        "59正常推进：培育企业2户",
        "更正：59项应为3户",
    ],
)
@pytest.mark.parametrize("at", ["list", "status", "text", "preview"])
async def test_words_for_it_are_stored_nowhere_and_told_again(
    town: Town, ada: Chat, words: str, at: str
) -> None:
    if at == "list":
        await ada.sends("/report")
    elif at == "preview":
        await ada.sends("18 正常推进：完成招标，累计10个。")
        await ada.sends("24 正常推进：完成选址。")
        await ada.sends("/report")
    else:
        await goes_to(ada, "24")
        if at == "text":
            await ada.taps("status-on_track")
    before = await town.facts()
    card = await ada.sends(words)
    assert words_told(words) in card.text
    assert await town.facts() == before


async def test_question_stays_open_and_takes_its_own_words(town: Town, ada: Chat) -> None:
    await goes_to(ada, "24")
    await ada.taps("status-on_track")
    await ada.sends("59 培育企业2户")
    await ada.sends("完成选址。")
    assert (await town.content(ROADS, "24")).text == "完成选址。"


@pytest.mark.parametrize("at", ["status", "text"])
async def test_number_alone_may_be_the_figure_and_one_tap_takes_it(
    town: Town, ada: Chat, at: str
) -> None:
    await goes_to(ada, "18")
    if at == "text":
        await ada.taps("status-on_track")
    before = await town.facts()
    card = await ada.sends("59")
    told = said(
        "answer-not-due-either",
        number="59",
        month=SEPTEMBER,
        said="59",
        name="累计建成5G基站",
    )
    assert told in card.text
    assert await town.facts() == before
    await ada.taps("button-likely", figure="59个")
    assert [figure.value for figure in (await town.content(ROADS, "18")).figures] == [59]


async def test_number_alone_is_the_figure_that_is_asked(town: Town, ada: Chat) -> None:
    await goes_to(ada, "18")
    await ada.taps("status-on_track")
    await ada.sends("完成招标。")
    await ada.sends("59")
    assert [figure.value for figure in (await town.content(ROADS, "18")).figures] == [59]


@pytest.mark.parametrize(
    "words", ["59家企业入驻。", "59 个站点完成选址。", "59户签约，其中新增5户。"]
)
async def test_what_it_counts_is_the_text_of_the_open_measure(
    town: Town, ada: Chat, words: str
) -> None:
    await goes_to(ada, "24")
    await ada.taps("status-on_track")
    await ada.sends(words)
    assert (await town.content(ROADS, "24")).text == words


async def test_long_words_for_it_are_given_back_whole(ada: Chat) -> None:
    words = "59 " + "培育企业，走访农户；" * 60
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.sends(words), answers=2)
    assert any(words in message.text for message in ada.phone.chat if message.from_bot)


async def test_its_line_in_a_list_is_said_to_be_due_later(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    card = await ada.sends("18 正常推进：完成招标。\n24 正常推进：完成选址。\n59 培育企业2户")
    assert said("pasted-not-due", count=1, month=SEPTEMBER) in card.text
    assert said("pasted-lost", words="59 培育企业2户") in card.text
    assert said("pasted-without-place", count=1) not in card.text
    await ada.does(lambda: ada.phone.taps(start_of("pasted-button-take", count=2)), answers=2)
    assert (await town.content(ROADS, "24")).text == "完成选址。"


async def test_english_says_it_in_english(ada: Chat) -> None:
    await ada.sends("/language")
    await ada.does(lambda: ada.phone.taps("English"))
    await ada.sends("/report")
    card = await ada.sends("59")
    assert "Measure 59 is reported quarterly, next with September" in card.text


@pytest.mark.parametrize("caption", ["59企业现场", "59 培育企业2户", "第59项现场", "这张是59的"])
@pytest.mark.parametrize("at", ["list", "text"])
async def test_photo_for_it_is_of_no_other_measure(
    town: Town, ada: Chat, caption: str, at: str
) -> None:
    if at == "list":
        await ada.sends("/report")
    else:
        await goes_to(ada, "24")
        await ada.taps("status-on_track")
    before, content = await town.facts(), await town.content(ROADS, "24")
    answers = 1 if at == "list" else 2  # the question that is open is asked again
    await ada.does(lambda: ada.phone.sends_photo(photo(), caption=caption), answers=answers)
    told = said("evidence-not-due", number="59", month=SEPTEMBER, name="照片1.jpg", said=caption)
    assert any(told == m.text for m in ada.phone.chat[-2:])
    assert (await town.facts(), await town.content(ROADS, "24")) == (before, content)


async def test_message_that_is_edited_into_words_for_it_says_what_it_said(
    town: Town, ada: Chat
) -> None:
    await goes_to(ada, "24")
    await ada.taps("status-on_track")
    await ada.sends("完成选址。")
    first = next(m for m in reversed(ada.phone.chat) if not m.from_bot)
    card = await ada.does(lambda: ada.phone.edits(first, "59 培育企业2户"))
    assert words_told("59 培育企业2户") in card.text
    assert (await town.content(ROADS, "24")).text == "完成选址。"


@pytest.mark.parametrize("sign", ["；", "\n"])
async def test_its_words_in_one_line_with_another_measure_are_no_part_of_that(
    town: Town, ada: Chat, sign: str
) -> None:
    await ada.sends("/report")
    card = await ada.sends(f"24 正常推进：完成选址{sign}59 培育企业2户")
    assert said("pasted-not-due", count=1, month=SEPTEMBER) in card.text
    await ada.does(lambda: ada.phone.taps(start_of("pasted-button-take", count=1)), answers=2)
    assert (await town.content(ROADS, "24")).text == "完成选址"


async def test_its_line_below_the_answer_to_another_is_no_part_of_that(
    town: Town, ada: Chat
) -> None:
    await goes_to(ada, "24")
    await ada.taps("status-on_track")
    card = await ada.sends("完成选址。\n59 培育企业2户")
    assert said("pasted-not-due", count=1, month=SEPTEMBER) in card.text
    await ada.does(lambda: ada.phone.taps(start_of("pasted-button-take", count=1)), answers=2)
    assert (await town.content(ROADS, "24")).text == "完成选址。"


@pytest.mark.parametrize("words", ["59", "59 培育企业3户"])
async def test_it_is_known_while_a_list_waits(town: Town, ada: Chat, words: str) -> None:
    await ada.sends("/report")
    await ada.sends("18 正常推进：完成招标。\n24 正常推进：完成选址。")
    card = await ada.sends(words)
    assert (number_told() if words == "59" else words_told(words)) in card.text
    await ada.does(lambda: ada.phone.taps(start_of("pasted-button-take", count=2)))
    assert (await town.content(ROADS, "24")).text == "完成选址。"


async def test_helper_is_told_that_it_is_not_theirs(town: Town, ada: Chat) -> None:
    token = await link_for(ada, "24")
    hana = town.person("Hana", 6_000_000_031)
    await comes(hana, token)
    town.reads_all()
    card = await hana.sends("59 培育企业2户")
    assert "第59项没有请您协助" in card.text
    refused = await hana.does(lambda: hana.phone.sends_photo(photo(), caption="第59项现场"))
    assert "第59项没有请您协助" in refused.text
    assert (await town.content(ROADS, "24")).text == ""
    town.reads_all()
