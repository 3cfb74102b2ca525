"""Figures as people type them, in August: with words beside them, of July, and put right."""

from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from sandbox import Message
from tests.chat import Chat, Town, a_begun_town, opened, said, with_people
from tests.factories import at
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.plan import AssignedMeasure, DocumentIndicator
from vocabulary.report import Figure
from vocabulary.terms import ContactKind, EntryStatus, Role

FARMS = replace(an_indicator("示范家庭农场", "20"), unit_of_measure="家", cumulative=True)
STATIONS = replace(an_indicator("累计建成5G基站", "300"), unit_of_measure="个", cumulative=True)


def _measure(number: str, title: str, *indicators: DocumentIndicator) -> AssignedMeasure:
    found = assigned(number, (ROADS, Role.LEAD), indicators=indicators)
    return replace(found, measure=replace(found.measure, title=title))


MEASURES = (
    _measure("3", "培育示范家庭农场", FARMS),
    _measure("14", "举办电商培训"),
    _measure("18", "建设5G基站", STATIONS),
)


async def july_filed(town: Town) -> None:
    """July told 5 farms and 168 stations; August is open."""
    await with_people(town)
    await opened(town)
    ada = town.chats[ADA]
    await ada.sends("/report")
    await ada.sends("18")
    await ada.taps("status-on_track")
    await ada.sends("新开通12个基站。")
    await ada.sends("168")
    await ada.sends("3 正常推进：评定工作推进。")
    await ada.sends("5家")
    await ada.files()
    await town.moves_to(at(31, month=8))
    town.reads_all()


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with a_begun_town(july_filed, sqlite_url, tmp_path / "files", measures=MEASURES) as town:
        yield town


async def figure(town: Town, number: str) -> Decimal | None:
    """The one that the measure tells."""
    figures = (await town.content(ROADS, number)).figures
    return figures[0].value if figures else None


async def at_figure(ada: Chat, text: str = "完成招标。") -> None:
    """The stations are asked for."""
    await ada.sends("18")
    await ada.taps("status-on_track")
    await ada.sends(text)


async def test_words_beside_a_figure_are_kept_and_it_is_said_where(town: Town, ada: Chat) -> None:
    await at_figure(ada)
    card = await ada.sends("183个，还完成了机房改造")
    assert said("answer-words-beside", said="还完成了机房改造", where="text") in card.text
    content = await town.content(ROADS, "18")
    assert content.text == "完成招标。\n还完成了机房改造"
    assert [one.value for one in content.figures] == [Decimal(183)]


async def test_words_beside_a_figure_that_a_tap_takes_are_kept(town: Town, ada: Chat) -> None:
    await at_figure(ada)
    words = "大概183个，机房也改造完了"
    card = await ada.sends(words)
    assert said("answer-figure-not-understood", said=words) in card.text
    card = await ada.taps("button-about", figure="183个")
    assert said("answer-words-beside", said="机房也改造完了", where="text") in card.text
    content = await town.content(ROADS, "18")
    assert content.text == "完成招标。\n机房也改造完了"
    assert content.figures[0] == Figure(content.figures[0].indicator_id, Decimal(183), True)
    mine = next(one for one in ada.phone.chat if one.text == words)
    await ada.does(lambda: ada.phone.edits(mine, "约185个，机房改造完毕"))
    content = await town.content(ROADS, "18")
    assert content.text == "完成招标。\n机房改造完毕"
    assert await figure(town, "18") == Decimal(185)


async def test_lack_told_beside_a_figure_becomes_the_problem_by_a_tap(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada)
    card = await ada.sends("190，设备未到货")
    assert said("answer-words-beside", said="设备未到货", where="text") in card.text
    card = await ada.taps("button-lack", number="18", where="problem")
    assert said("answer-lack-moved", where="problem") in card.text
    assert card.text.endswith(said("ask-next-step"))
    await ada.sends("8月20日前到货。")
    content = await town.content(ROADS, "18")
    assert (content.text, content.problem) == ("完成招标。", "设备未到货")
    assert content.problem_stands
    mine = next(one for one in ada.phone.chat if one.text == "190，设备未到货")
    await ada.does(lambda: ada.phone.edits(mine, "191，设备未到货"))
    content = await town.content(ROADS, "18")
    assert await figure(town, "18") == Decimal(191)


async def test_lack_told_beside_the_figure_of_a_measure_in_trouble_is_its_problem(
    town: Town, ada: Chat
) -> None:
    await ada.sends("18")
    await ada.taps("status-behind")
    for words in ("完成招标。", "业主要价高。", "9月协调。"):
        await ada.sends(words)
    card = await ada.sends("170，设备未到货")
    assert said("answer-words-beside", said="设备未到货", where="problem") in card.text
    content = await town.content(ROADS, "18")
    assert (content.text, content.problem) == ("完成招标。", "业主要价高。\n设备未到货")
    card = await ada.taps("button-lack", number="18", where="text")
    assert said("answer-lack-moved", where="text") in card.text
    content = await town.content(ROADS, "18")
    assert (content.text, content.problem) == ("完成招标。\n设备未到货", "业主要价高。")


async def test_total_of_last_month_is_not_taken_for_this_one_and_the_sum_is_offered(
    town: Town, ada: Chat
) -> None:
    words = "截至7月底累计168个，8月新增15个"
    await at_figure(ada)
    card = await ada.sends("截至7月底168个")
    assert said("answer-figure-earlier", said="截至7月底168个") in card.text
    await ada.sends(words)
    assert (await town.content(ROADS, "18")).figures == ()
    await ada.taps("button-sum", total="183个")
    assert await figure(town, "18") == Decimal(183)
    await ada.sends("3 截至7月底累计5家，8月新增1家\n14 举办培训3期。")
    await ada.taps("pasted-button-take", count=2)
    assert (await town.content(ROADS, "3")).figures == ()


async def test_what_this_month_has_added_to_last_month_s_words_makes_the_sum(
    town: Town, ada: Chat
) -> None:
    await ada.sends("18")
    card = await ada.sends("同上月，本月又新增15个")
    offer = said("button-sum", total="183个", before="168", added="15", when="monthly")
    assert offer in card.labels
    await ada.taps("button-sum", total="183个")
    assert await figure(town, "18") == Decimal(183)


async def test_figure_just_given_is_put_right_where_its_text_is_asked(
    town: Town, ada: Chat
) -> None:
    await ada.sends("18")
    await ada.taps("status-on_track")
    await ada.sends("183")
    card = await ada.sends("不对，是185")
    assert said("answer-number-taken", name="累计建成5G基站", figure="185个") in card.text
    assert (await town.content(ROADS, "18")).text == ""
    assert await figure(town, "18") == Decimal(185)


async def test_figure_just_given_is_put_right_where_the_next_measure_is_asked(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada)
    asked = await ada.sends("183")
    words = "说错了，187"
    card = await ada.sends(words)
    assert said("answer-number-taken", name="累计建成5G基站", figure="187个") in card.text
    assert card.text.rpartition("\n")[2] == asked.text.rpartition("\n")[2]
    assert await figure(town, "18") == Decimal(187)
    assert (await town.content(ROADS, "3")).text == ""
    mine = next(one for one in ada.phone.chat if one.text == words)
    await ada.does(lambda: ada.phone.edits(mine, "说错了，188"))
    assert await figure(town, "18") == Decimal(188)


async def test_slip_that_is_owned_behind_a_measure_without_figures_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await ada.sends("14 正常推进：举办培训2期。")
    card = await ada.sends("不对，是3期")
    assert card.text.split("\n")[-2] == said("held-ask")
    await ada.taps("held-button-righted", month="none", number="14", was="2期", now="3期")
    assert (await town.content(ROADS, "14")).text == "举办培训3期。"
    assert (await town.content(ROADS, "18")).text == ""


async def test_slip_that_may_be_of_several_numbers_goes_on_with_the_text_as_it_was_said(
    town: Town, ada: Chat
) -> None:
    await ada.sends("14 正常推进：举办培训2期，另有2期在办。")
    await ada.sends("不对，是3期")
    await ada.taps("held-button-add", month="none", number="14", step=said("step-text"))
    assert (await town.content(ROADS, "14")).text == "举办培训2期，另有2期在办。\n不对，是3期"


async def test_slip_in_words_is_put_right_though_a_figure_was_given_behind_them(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada, "完成招标2次。")
    await ada.sends("183")
    await ada.sends("不对，是3次")
    await ada.taps("held-button-righted", month="none", number="18", was="2次", now="3次")
    content = await town.content(ROADS, "18")
    assert (content.text, content.figures[0].value) == ("完成招标3次。", Decimal(183))


async def test_slip_in_words_is_put_right_where_their_measure_is_asked_still(
    town: Town, ada: Chat
) -> None:
    await ada.sends("14")
    await ada.sends("举办培训2期。")
    card = await ada.sends("不对，是3期")
    assert said("answer-words-righted", was="2期", now="3期") in card.text
    assert (await town.content(ROADS, "14")).text == "举办培训3期。"


async def test_slip_in_words_is_put_right_by_the_number_of_their_measure(
    town: Town, ada: Chat
) -> None:
    await ada.sends("14 正常推进：举办培训2期。")
    await ada.fills("本月工作按计划推进。")
    card = await ada.sends("14培训应该是3期")
    assert said("answer-words-righted", was="培训2期", now="培训3期") in card.text
    assert (await town.content(ROADS, "14")).text == "举办培训3期。"


async def test_slip_in_words_that_is_named_where_the_reason_is_asked_is_a_change(
    town: Town, ada: Chat
) -> None:
    await ada.sends("14 正常推进：举办培训2期，学员100人。")
    await ada.files("本月工作按计划推进。")
    await ada.taps("button-correct")
    card = await ada.sends("14培训应该是3期")
    assert "举办培训2期，学员100人。 → 举办培训3期，学员100人。" in card.text
    await ada.sends("数字写错了。")
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "14")).text == "举办培训3期，学员100人。"


@pytest.mark.parametrize("words", ["写错了，应为3期", "不对，培训应该是3期"])
async def test_reply_that_owns_a_slip_after_filing_opens_a_correction(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.sends("14")
    await ada.taps("status-on_track")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("举办培训2期。")))
    await ada.files("本月工作按计划推进。")
    card = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    assert said("edit-opens-correction", number="14") in card.text
    assert "举办培训2期。 → 举办培训3期。" in card.text
    assert (await town.content(ROADS, "14")).text == "举办培训2期。"
    await ada.sends("数字有误。")
    assert (await town.content(ROADS, "14")).text == "举办培训3期。"


async def test_reply_that_puts_a_filed_figure_right_opens_a_correction(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("183")))
    await ada.files("本月工作按计划推进。")
    card = await ada.does(lambda: ada.phone.sends("写错了，应该是187", reply_to=mine[0]))
    assert "183个 → 187个" in card.text
    await ada.sends("数字有误。")
    assert await figure(town, "18") == Decimal(187)


async def two_figures(town: Town, ada: Chat) -> Chat:
    """Vera has sent 187 where Ada had said 183 of the stations meanwhile."""
    vera = await town.joins("Vera", 6_000_000_001, ROADS, ContactKind.DEPUTY)
    await at_figure(ada)
    vera.news()
    await vera.sends("18")
    ada.news()
    await ada.sends("183")
    vera.news()
    card = await vera.sends("187")
    assert said("collision-mine", words="187") in card.text
    ada.news()
    return vera


async def test_words_beside_a_figure_that_waits_beside_a_colleagues_wait_on_for_their_place(
    town: Town, ada: Chat
) -> None:
    vera = await two_figures(town, ada)
    await vera.sends("183是上周的数")
    card = await vera.taps("collision-button-mine")
    ada.news()
    assert await figure(town, "18") == Decimal(187)
    assert said("held-button-show") in card.labels
    card = await vera.taps("held-button-show")
    assert said("held-text", words="183是上周的数") in card.text


@pytest.mark.parametrize(
    ("words", "value"), [("187", 187), ("用187", 187), ("以188个为准", 188), ("183", 183)]
)
async def test_figure_typed_where_one_of_two_is_to_be_chosen_is_the_choice(
    town: Town, ada: Chat, words: str, value: int
) -> None:
    vera = await two_figures(town, ada)
    card = await vera.sends(words)
    ada.news()
    assert await figure(town, "18") == Decimal(value)
    assert (said("collision-kept", name="Ada") in card.text) is (value == 183)
    assert said("held-button-show") not in card.labels


@pytest.mark.parametrize(
    "words", ["18项数字报错了，应该是187个", "更正：18项累计建成基站应为187个，之前误报为183个"]
)
async def test_figure_that_is_named_instead_of_a_filed_one_opens_a_correction(
    town: Town, ada: Chat, words: str
) -> None:
    await at_figure(ada)
    await ada.sends("183")
    await ada.files("本月工作按计划推进。")
    card = await ada.sends(words)
    assert said("edit-opens-correction", number="18") in card.text
    assert "183个 → 187个" in card.text
    await ada.sends("统计时漏了4个。")
    assert await figure(town, "18") == Decimal(187)
    assert (await town.report_of(ROADS)).correction_reason == "统计时漏了4个。"


async def test_reason_that_names_the_right_figure_says_which_one_stands_and_offers_the_other(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada)
    await ada.sends("183")
    await ada.files("本月工作按计划推进。")
    await ada.taps("button-correct")
    why = "18项基站应为187个，上次统计漏了4个"
    card = await ada.sends(why)
    assert (await town.report_of(ROADS)).correction_reason == why
    assert card.text.startswith(said("correction-figure-stands", number="18"))
    assert await figure(town, "18") == Decimal(183)
    await ada.taps("button-likely", figure="187个")
    assert await figure(town, "18") == Decimal(187)


async def test_reply_to_the_message_with_a_figure_puts_it_right(town: Town, ada: Chat) -> None:
    await at_figure(ada)
    mine: list[Message] = []
    asked = await ada.does(lambda: mine.append(ada.phone.sends("183")))
    for words, value in (("写错了，应该是187", 187), ("更正，188个", 188)):
        card = await ada.does(partial(ada.phone.sends, words, reply_to=mine[0]))
        assert card.text.rpartition("\n")[2] == asked.text.rpartition("\n")[2]
        assert await figure(town, "18") == Decimal(value)
    card = await ada.does(lambda: ada.phone.sends("大概190吧", reply_to=mine[0]))
    assert said("answer-figure-not-understood", said="大概190吧") in card.text
    await ada.taps("button-about", figure="190个")
    assert await figure(town, "18") == Decimal(190)
    await ada.does(lambda: ada.phone.sends("机房也改造了", reply_to=mine[0]))
    assert (await town.content(ROADS, "18")).text == "完成招标。\n机房也改造了"


async def test_doubted_figure_is_put_right_and_the_slip_is_no_reason(town: Town, ada: Chat) -> None:
    await at_figure(ada)
    await ada.sends("9999")
    await ada.sends("多打了几个9，应为199")
    content = await town.content(ROADS, "18")
    assert content.explanations == ()
    assert await figure(town, "18") == Decimal(199)


@pytest.mark.parametrize("words", ["第3项数据填错了，应为8家", "3 农场改为8家"])
async def test_figure_is_put_right_by_the_number_of_its_measure(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.sends("3 正常推进：完成评定。")
    await ada.sends("6家")
    preview = await ada.fills("本月工作按计划推进。")
    card = await ada.sends(words)
    assert said("answer-number-taken", name="示范家庭农场", figure="8家") in card.text
    assert card.labels == preview.labels
    content = await town.content(ROADS, "3")
    assert content.text == "完成评定。"
    assert await figure(town, "3") == Decimal(8)


@pytest.mark.parametrize(
    "words", ["第18项基站应该是185个，写错了", "第18项基站应为185个", "18 基站改为185个（笔误）"]
)
async def test_figure_that_is_not_given_yet_is_taken_where_its_slip_is_owned(
    town: Town, ada: Chat, words: str
) -> None:
    await at_figure(ada)
    await ada.does(lambda: ada.phone.taps(said("button-list")))
    await ada.sends("预览")
    assert await figure(town, "18") is None
    card = await ada.sends(words)
    assert said("answer-number-taken", name="累计建成5G基站", figure="185个") in card.text
    assert (await town.content(ROADS, "18")).text == "完成招标。"
    assert await figure(town, "18") == Decimal(185)


async def test_filed_figure_is_put_right_by_the_number_of_its_measure_in_a_correction(
    town: Town, ada: Chat
) -> None:
    await ada.sends("3 正常推进：完成评定。")
    await ada.sends("6家")
    await ada.files("本月工作按计划推进。")
    card = await ada.sends("第3项数据填错了，应为8家")
    assert "示范家庭农场：6家 → 8家" in card.text
    await ada.sends("数字写错了。")
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "3")).text == "完成评定。"
    assert await figure(town, "3") == Decimal(8)


async def test_figure_that_is_named_where_the_reason_is_asked_is_a_change(
    town: Town, ada: Chat
) -> None:
    await at_figure(ada)
    await ada.sends("183")
    await ada.files("本月工作按计划推进。")
    await ada.taps("button-correct")
    card = await ada.sends("第18项基站应为185个")
    assert "累计建成5G基站：183个 → 185个" in card.text
    await ada.sends("数字写错了。")
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "18")).text == "完成招标。"
    assert await figure(town, "18") == Decimal(185)


@pytest.mark.parametrize(
    "words", ["14补充：另有2期在办", "14还有：另有2期在办", "另外14还组织了观摩"]
)
async def test_words_behind_a_number_are_of_its_measure_and_not_of_the_open_one(
    town: Town, ada: Chat, words: str
) -> None:
    await at_figure(ada)
    card = await ada.sends(words)
    assert said("pasted-title", count=1) in card.text
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "18")).text == "完成招标。"
    assert (await town.content(ROADS, "14")).text == words.partition("14")[2]


async def test_slip_that_names_another_measure_leads_there(town: Town, ada: Chat) -> None:
    await ada.sends("14 正常推进：举办培训2期。")
    card = await ada.sends("不对，14是3期")
    assert card.text.startswith(said("answer-change-here", said="不对，14是3期"))
    assert (await town.content(ROADS, "18")).text == ""
    await ada.sends("18")
    await ada.taps("status-on_track")
    await ada.sends("完成招标，累计183个5G基站。")
    card = await ada.sends("不对，18是185个")
    await ada.taps("button-likely", figure="185个")
    assert await figure(town, "18") == Decimal(185)


@pytest.mark.parametrize("is_open", [True, False])
async def test_status_and_figure_behind_the_number_of_a_measure_that_has_a_text_are_read(
    town: Town, ada: Chat, is_open: bool
) -> None:
    await ada.sends("18")
    await ada.sends("新开通15个。")
    if not is_open:
        await ada.sends("/report")
    card = await ada.sends("18 正常推进 累计183个")
    if not is_open:  # which of both texts is meant is asked first, as for any measure with one
        card = await ada.does(lambda: ada.phone.taps(said("pasted-button-append", count=1)))
    content = await town.content(ROADS, "18")
    assert (content.status, await figure(town, "18")) == (EntryStatus.ON_TRACK, Decimal(183))
    assert content.text == "新开通15个。\n累计183个"
    if is_open:
        assert said("answer-text-goes-on") in card.text
    assert "3　培育示范家庭农场" in card.text
