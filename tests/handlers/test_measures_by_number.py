"""A measure is gone to, and written to, by its number: from anywhere, and nothing is guessed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.chat import Chat, Town, a_begun_town, july_begins, said, start_of
from tests.models.samples import ADA, ROADS, WATER, an_indicator, assigned
from vocabulary.report import Figure
from vocabulary.terms import EntryStatus, Role

STATIONS = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has 18 with a figure, 24 and 25 without; 30 is of Water alone."""
    measures = [
        assigned("18", (ROADS, Role.LEAD), indicators=(STATIONS,)),
        assigned("24", (ROADS, Role.LEAD)),
        assigned("25", (ROADS, Role.LEAD)),
        assigned("30", (WATER, Role.LEAD)),
    ]
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=measures) as town:
        yield town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def asked(ada: Chat, number: str, status: str = "status-on_track") -> None:
    """The text of the measure is being asked."""
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps(number))
    await ada.taps(status)


# Going there


@pytest.mark.parametrize("words", ["24", "第24项", "第二十四项", "二十四", "#24", "第24条"])
async def test_number_leads_to_its_measure_before_anything_was_opened(
    town: Town, ada: Chat, words: str
) -> None:
    before = await town.facts()
    card = await ada.sends(words)
    assert card.text.startswith("24　")
    assert said("status-on_track") in card.labels
    assert await town.facts() == before
    assert not any(said("button-start") in one.labels for one in ada.phone.chat)


async def test_number_leads_from_the_list_and_from_another_question(ada: Chat) -> None:
    await ada.taps("button-start")
    assert (await ada.sends("第十八项")).text.startswith("18　")
    assert (await ada.sends("#25")).text.startswith("25　")


async def test_number_that_can_be_no_amount_leads_away_from_a_figure_and_a_bare_one_is_it(
    town: Town, ada: Chat
) -> None:
    await asked(ada, "18")
    await ada.sends("完成招标。")
    assert start_of("ask-figure-total", name="累计建成5G基站") in ada.card.text
    assert (await ada.sends("第24项")).text.startswith("24　")
    await ada.sends("18")
    card = await ada.sends("24")
    assert card.text.startswith("● 18")
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(24)),)


async def test_number_of_a_measure_that_is_not_the_units_leads_nowhere(
    town: Town, ada: Chat
) -> None:
    before = await town.facts()
    card = await ada.sends("30")
    assert start_of("card-title", unit=ROADS) in card.text
    assert await town.facts() == before


# Writing to it


@pytest.mark.parametrize("opened", [True, False])
async def test_figure_behind_a_number_is_stored_where_nothing_is_asked(
    town: Town, ada: Chat, opened: bool
) -> None:
    if opened:
        await ada.taps("button-start")
    card = await ada.sends("18 累计190个")
    assert said("answer-number-taken", name="累计建成5G基站", figure="190个") in card.text
    assert card.text.endswith(said("ask-status-only", when="7月份"))
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(190)),)


async def test_figure_to_be_changed_by_the_number_of_its_measure_is_offered_there(
    town: Town, ada: Chat
) -> None:
    await asked(ada, "24")
    card = await ada.sends("18项改成195个")
    assert card.text.startswith(said("answer-change-offer", said="18项改成195个"))
    assert (await town.content(ROADS, "18")).figures == ()
    await ada.taps("button-likely", figure="195个")
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(195)),)
    card = await ada.sends("把第24项改成滞后")
    assert card.text.startswith(said("answer-change-here", said="把第24项改成滞后"))
    assert "Measure 24" in card.text
    assert (await town.content(ROADS, "24")).status is EntryStatus.ON_TRACK


async def test_status_and_words_behind_a_number_are_stored_where_nothing_is_asked(
    town: Town, ada: Chat
) -> None:
    card = await ada.sends("24 正常推进：完成招标。")
    assert card.text.startswith("● 24")
    content = await town.content(ROADS, "24")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "完成招标。")


async def test_words_behind_a_number_are_stored_and_the_status_is_asked(
    town: Town, ada: Chat
) -> None:
    card = await ada.sends("24、完成招标。\n另有3处正在协商。")
    assert said("answer-kept-as-text") in card.text
    assert said("status-on_track") in card.labels
    assert (await town.content(ROADS, "24")).text == "完成招标。\n另有3处正在协商。"


async def test_what_was_written_to_a_number_is_changed_by_editing_it(town: Town, ada: Chat) -> None:
    mine = await ada.does(lambda: ada.phone.sends("24 正常推进：完成招标。"))
    sent = next(m for m in ada.phone.chat if m.text.startswith("24 "))
    assert mine.text.startswith("● 24")
    await ada.does(lambda: ada.phone.edits(sent, "24 正常推进：完成签约。"))
    assert (await town.content(ROADS, "24")).text == "完成签约。"


async def test_refused_words_behind_a_number_lead_to_the_measure_and_say_why(
    town: Town, ada: Chat
) -> None:
    before = await town.facts()
    card = await ada.sends("24 无")
    assert card.text.startswith(said("answer-nothing-text"))
    assert "24　" in card.text
    assert await town.facts() == before


async def test_measure_that_has_words_shows_them_before_more_are_stored(
    town: Town, ada: Chat
) -> None:
    await ada.sends("24 正常推进：完成招标。")
    await ada.sends("/report")
    card = await ada.sends("24 完成签约。")
    assert "（已有内容）" in card.text
    await ada.taps("pasted-button-replace")
    assert (await town.content(ROADS, "24")).text == "完成签约。"


async def test_lines_by_number_are_stored_one_by_one_while_the_next_measure_is_asked_untouched(
    town: Town, ada: Chat
) -> None:
    await ada.sends("24 正常推进：完成招标。")
    await ada.sends("25 滞后：等批复。")
    assert (await town.content(ROADS, "25")).text == "等批复。"
    await ada.sends("18")
    card = await ada.sends("25 正常推进：已批复。")  # where something stands it is asked
    assert said("pasted-button-drop") in card.labels
    await ada.taps("pasted-button-drop")
    assert (await town.content(ROADS, "24")).text == "完成招标。"


async def test_indicator_of_another_measure_named_with_a_number_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await asked(ada, "24")
    card = await ada.sends("累计建成基站183个")
    assert said("held-text", words="累计建成基站183个") in card.text
    await ada.taps("held-button-add", number="18", step=said("step-figure"), month="none")
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(183)),)
    assert (await town.content(ROADS, "24")).text == ""


@pytest.mark.parametrize("words", ["25 正常推进", "25 完成签约。", "第25项：滞后"])
async def test_words_for_another_measure_do_not_become_the_text_of_the_open_one(
    town: Town, ada: Chat, words: str
) -> None:
    await asked(ada, "24")
    before = await town.facts()
    card = await ada.sends(words)
    assert said("pasted-title", count=1) in card.text
    assert said("pasted-button-answer", number="24") in card.labels
    assert await town.facts() == before
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "24")).text == ""
    content = await town.content(ROADS, "25")
    assert content.status is not None or content.text == "完成签约。"


async def test_words_that_begin_with_another_number_may_be_of_the_open_measure(
    town: Town, ada: Chat
) -> None:
    await asked(ada, "24")
    await ada.sends("25 完成签约。")
    await ada.taps("pasted-button-answer", number="24")
    assert (await town.content(ROADS, "24")).text == "25 完成签约。"


@pytest.mark.parametrize("words", ["25 个项目开工。", "25 家企业复工。", "25日召开推进会。"])
async def test_amount_is_of_the_open_measure(town: Town, ada: Chat, words: str) -> None:
    await asked(ada, "24")
    await ada.sends(words)
    assert (await town.content(ROADS, "24")).text == words


async def test_figure_for_another_measure_is_none_of_the_open_one(town: Town, ada: Chat) -> None:
    await asked(ada, "18")
    await ada.sends("完成招标。")
    before = await town.facts()
    card = await ada.sends("24 完成招标。")
    assert said("pasted-title", count=1) in card.text
    assert await town.facts() == before
    card = await ada.taps("pasted-button-drop")
    assert start_of("ask-figure-total", name="累计建成5G基站") in card.text


async def test_own_number_in_front_is_not_kept(town: Town, ada: Chat) -> None:
    await asked(ada, "24")
    await ada.sends("24 完成招标。")
    assert (await town.content(ROADS, "24")).text == "完成招标。"


async def test_colleague_who_was_asked_for_a_measure_writes_to_it_by_its_number(
    town: Town, ada: Chat
) -> None:
    eva = await town.asks_for_help("Eva", 77, ROADS, "24")
    card = await eva.sends("24 正常推进：完成招标。")
    assert card.text.startswith("● 24")
    assert (await town.content(ROADS, "24")).text == "完成招标。"
    for chat in (ada, eva):
        chat.news()
    before = await town.facts()
    card = await eva.sends("18 累计190个")
    assert card.text.startswith(said("answer-not-helpers", number="18", said="18 累计190个"))
    assert await town.facts() == before


async def test_words_to_a_measure_that_a_colleague_has_answered_show_theirs_first(
    town: Town, ada: Chat
) -> None:
    eva = await town.asks_for_help("Eva", 77, ROADS, "24")
    await ada.sends("24 正常推进：完成招标。")
    eva.news()
    card = await eva.sends("24 完成签约。")
    assert "完成招标。" in card.text
    assert "完成签约。" in card.text
    assert (await town.content(ROADS, "24")).text == "完成招标。"
    ada.news()


async def test_number_is_of_the_open_month_though_a_filed_one_was_looked_at_last(
    town: Town, ada: Chat
) -> None:
    await ada.files("全部完成。")
    await town.passes(town.clock.now().replace(month=9, day=1), every=timedelta(days=3))
    town.reads_all()
    card = await ada.sends("24 正常推进：完成签约。")
    assert card.text.startswith("● 24")
    assert (await town.content(ROADS, "24")).text == "完成签约。"
    await ada.sends("/report")
    assert (await ada.sends("25")).text.startswith("25　")
    town.reads_all()


@pytest.mark.parametrize("words", ["18 正常推进：累计190个。", "18 190个", "第18项：完成招标。"])
async def test_colleague_is_told_that_words_are_for_a_measure_that_is_not_theirs(
    town: Town, ada: Chat, words: str
) -> None:
    eva = await town.asks_for_help("Eva", 77, ROADS, "24")
    await eva.sends("24")
    await eva.taps("status-on_track")
    before = await town.facts()
    card = await eva.sends(words)
    assert card.text.startswith(said("answer-not-helpers", number="18", said=words))
    assert await town.facts() == before
    ada.news()


async def test_colleague_is_told_that_a_number_is_of_a_measure_that_is_not_theirs(
    town: Town, ada: Chat
) -> None:
    eva = await town.asks_for_help("Eva", 77, ROADS, "24")
    not_hers = said("answer-not-helpers-number", number="25", own="24")
    card = await eva.sends("25")
    assert card.text.startswith(not_hers)
    await eva.sends("24")
    card = await eva.sends("第25项")
    assert card.text.startswith(not_hers)
    assert card.text.endswith(said("ask-status", when="7月份"))
    ada.expects_nothing_more()


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("18 200个", "200"),
        ("18 190", "190"),
        ("18:190", "190"),
        ("18：190个。", "190"),
        ("18 230/300", "230"),
    ],
)
async def test_figure_behind_another_number_is_offered_to_that_measure(
    town: Town, ada: Chat, words: str, taken: str
) -> None:
    await asked(ada, "24")
    before = await town.facts()
    card = await ada.sends(words)
    assert said("pasted-title", count=1) in card.text
    assert said("pasted-button-answer", number="24") in card.labels
    assert await town.facts() == before
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "24")).text == ""
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(taken)),)


@pytest.mark.parametrize(
    "words", ["（25）完成招标。", "(25)完成招标。", "25-完成招标。", "25—完成招标。"]
)
async def test_number_set_off_by_signs_is_offered_to_its_measure(
    town: Town, ada: Chat, words: str
) -> None:
    await asked(ada, "24")
    card = await ada.sends(words)
    assert said("pasted-title", count=1) in card.text
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "24")).text == ""
    assert (await town.content(ROADS, "25")).text == "完成招标。"


@pytest.mark.parametrize("words", ["18 190", "（18）累计190个", "18：190个"])
async def test_figure_behind_its_number_is_stored_where_nothing_is_asked_however_written(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.sends(words)
    assert (await town.content(ROADS, "18")).figures == (Figure(1, Decimal(190)),)


@pytest.mark.parametrize(
    "words", ["（1）完成选址。\n（2）完成招标。", "24-25日召开推进会。", "25，230家企业复工。"]
)
async def test_lists_and_ranges_stay_words_of_the_open_measure(
    town: Town, ada: Chat, words: str
) -> None:
    await asked(ada, "24")
    await ada.sends(words)
    assert (await town.content(ROADS, "24")).text == words


async def test_status_words_and_trouble_behind_a_number_each_find_their_place(
    town: Town, ada: Chat
) -> None:
    await ada.sends("24 滞后：完成选址。存在问题：要价高。下一步：8月底前协调。")
    content = await town.content(ROADS, "24")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "完成选址。")
    assert (content.problem, content.next_step) == ("要价高。", "8月底前协调。")
    await ada.sends("25 on track: the tender is out.")
    content = await town.content(ROADS, "25")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "the tender is out.")


@pytest.mark.parametrize(
    ("words", "status"),
    [("24 done", EntryStatus.DONE), ("24 Delayed", EntryStatus.BEHIND), ("#24 on track", None)],
)
async def test_status_in_english_stands_behind_a_number(
    town: Town, ada: Chat, words: str, status: EntryStatus | None
) -> None:
    await ada.sends(words)
    assert (await town.content(ROADS, "24")).status is (status or EntryStatus.ON_TRACK)


async def test_figure_beside_as_last_month_is_this_months(town: Town, ada: Chat) -> None:
    await ada.files("完成招标，累计168个。")
    await town.passes(town.clock.now().replace(month=9, day=1), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("18 同上月，累计190个")
    content = await town.content(ROADS, "18")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "完成招标，累计168个。")
    assert content.figures == (Figure(1, Decimal(190)),)
    ada.news()
