"""What stands under 存在问题： is the problem, wherever it is written and whatever the status."""

import pytest

from sandbox import Message
from tests.chat import Chat, Town, said
from tests.handlers.test_evidence import photo, sends_photo
from tests.handlers.test_together import goes_to
from tests.models.samples import ROADS
from vocabulary.report import EntryContent
from vocabulary.terms import ContactKind, EntryStatus

VERA = 6_000_000_001
WORDS = "完成12处站址选定，召开协调会2次。"
WHOLE = f"{WORDS}\n存在问题：资金未到位。\n下一步：9月底前申请专项债。"


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


async def begins(ada: Chat, status: str = "") -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    if status:
        await ada.taps(f"status-{status}")


def is_whole(content: EntryContent) -> bool:
    told = (content.text, content.problem, content.next_step)
    return told == (WORDS, "资金未到位。", "9月底前申请专项债。")


@pytest.mark.parametrize("status", ["on_track", "behind", "done", "not_begun"])
async def test_headings_at_the_text_lead_to_their_fields_and_it_is_said(
    town: Town, ada: Chat, status: str
) -> None:
    await begins(ada, status)
    card = await ada.sends(WHOLE)
    assert is_whole(await town.content(ROADS, "1"))
    assert said("answer-under-heading", step="problem", more="no") in card.text
    assert said("answer-under-heading", step="next-step", more="no") in card.text


async def test_problem_alone_at_the_text_of_what_is_behind_is_not_swapped_with_the_text(
    town: Town, ada: Chat
) -> None:
    await begins(ada, "behind")
    card = await ada.sends("存在问题：资金未到位。")
    assert card.text.endswith(said("ask-text", when="7月份"))
    await ada.sends(WORDS)
    await ada.sends("9月底前申请专项债。")
    assert is_whole(await town.content(ROADS, "1"))


async def test_problem_of_what_is_well_is_asked_for_its_next_step(town: Town, ada: Chat) -> None:
    await begins(ada, "on_track")
    card = await ada.sends(f"{WORDS}问题：资金未到位。")
    assert card.text.endswith(said("ask-next-step"))
    await ada.sends("9月底前申请专项债。")
    assert is_whole(await town.content(ROADS, "1"))
    await ada.files()
    filed = (await town.revisions(ROADS))[0].entries[0].content
    assert is_whole(filed)
    assert filed.status is EntryStatus.ON_TRACK


async def test_headings_beside_a_photo_and_in_a_reply_lead_to_their_fields(
    town: Town, ada: Chat
) -> None:
    await begins(ada, "on_track")
    await sends_photo(ada, photo(), WHOLE, answers=2)
    assert is_whole(await town.content(ROADS, "1"))
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("正常推进：完成招标。")))
    await ada.does(lambda: ada.phone.sends("存在问题：缺人。", reply_to=mine[0]))
    second = await town.content(ROADS, "2")
    assert (second.text, second.problem) == ("完成招标。", "缺人。")


async def test_headings_in_words_that_follow_a_colleagues_lead_to_their_fields(
    town: Town, ada: Chat
) -> None:
    vera = await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await goes_to(ada, "1")
    await ada.taps("status-on_track")
    await goes_to(vera, "1")
    await vera.sends(WORDS)
    ada.news()
    await ada.sends("完成招标。\n存在问题：缺人。")
    await ada.taps("collision-button-after")
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem) == (f"{WORDS}\n完成招标。", "缺人。")


async def test_headings_in_a_pasted_list_go_on_with_what_is_there(town: Town, ada: Chat) -> None:
    await begins(ada, "on_track")
    await ada.sends(WORDS)
    await ada.sends("1. 完成招标。\n存在问题：资金未到位。\n2. 正常推进：已开工。")
    await ada.taps("pasted-button-append", count=2)
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem) == (f"{WORDS}\n完成招标。", "资金未到位。")


@pytest.mark.parametrize(
    ("words", "problem", "next_step"),
    [
        ("1 问题补充：缺人。", "资金未到位。\n缺人。", "9月底前申请专项债。"),
        ("第1项问题再补充一条：缺人。", "资金未到位。\n缺人。", "9月底前申请专项债。"),
        ("第1项下一步改为：外出招商2次。", "资金未到位。", "外出招商2次。"),
        ("1 存在问题改成：缺人。", "缺人。", "9月底前申请专项债。"),
        ("1 下一步补充：外出招商2次。", "资金未到位。", "9月底前申请专项债。\n外出招商2次。"),
    ],
)
async def test_heading_behind_a_number_goes_on_or_is_replaced_as_it_says(
    town: Town, ada: Chat, words: str, problem: str, next_step: str
) -> None:
    await begins(ada, "behind")
    await ada.sends(WHOLE)
    card = await ada.sends(words)
    is_change = "改" in words
    assert (said("pasted-button-replace") in card.labels) is not is_change
    await ada.taps("pasted-button-take" if is_change else "pasted-button-append", count=1)
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem, content.next_step) == (WORDS, problem, next_step)


async def test_more_of_a_problem_is_asked_about_where_the_next_measure_is_open(
    town: Town, ada: Chat
) -> None:
    await begins(ada, "behind")
    await ada.sends(WHOLE)
    await ada.sends("问题再补充一条：缺人。")
    await ada.does(lambda: ada.phone.taps("补充 1 "))
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem) == (WORDS, "资金未到位。\n缺人。")
    assert (await town.content(ROADS, "2")) == EntryContent()


# ── the message is edited ──────────────────────────────────────────────────────────────────────


async def test_heading_that_an_edit_leaves_out_is_taken_back_and_told(
    town: Town, ada: Chat
) -> None:
    await begins(ada, "behind")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(WHOLE)))
    assert is_whole(await town.content(ROADS, "1"))
    card = await ada.does(lambda: ada.phone.edits(mine[0], WORDS))
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem, content.next_step) == (WORDS, "", "")
    assert "资金未到位。" in card.text  # as what was there before
    await ada.does(lambda: ada.phone.edits(mine[0], WHOLE))
    assert is_whole(await town.content(ROADS, "1"))
    await ada.does(lambda: ada.phone.edits(mine[0], "正常推进"))
    content = await town.content(ROADS, "1")
    assert is_whole(content)
    assert content.status is EntryStatus.ON_TRACK


async def test_words_of_others_under_the_same_heading_stay_where_an_edit_leaves_it_out(
    town: Town, ada: Chat
) -> None:
    await begins(ada, "behind")
    await ada.sends("存在问题：缺人。")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(WHOLE)))
    assert (await town.content(ROADS, "1")).problem == "缺人。\n资金未到位。"
    await ada.does(lambda: ada.phone.edits(mine[0], WORDS))
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem, content.next_step) == (WORDS, "缺人。", "")


@pytest.mark.parametrize(
    "counts", [("一、", "二、", "三、"), ("1、", "2、", "3、"), ("（一）", "（二）", "（三）")]
)
@pytest.mark.parametrize("status", ["滞后\n", ""])
async def test_numbers_before_headings_count_no_measures(
    town: Town, ada: Chat, counts: tuple[str, str, str], status: str
) -> None:
    await begins(ada, "" if status else "behind")
    first, second, third = counts
    await ada.sends(
        f"{status}{first}完成情况：{WORDS}\n{second}存在问题：资金未到位。\n"
        f"{third}下一步打算：9月底前申请专项债。"
    )
    assert is_whole(await town.content(ROADS, "1"))
    assert (await town.content(ROADS, "1")).status is EntryStatus.BEHIND
