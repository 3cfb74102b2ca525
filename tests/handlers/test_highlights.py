"""A highlight is marked on any day, with one tap and one message, and the office reads it."""

import io

import pytest
from openpyxl import load_workbook

from sandbox import Message
from tests.chat import OPENS, Chat, Town, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, ROADS
from vocabulary.terms import ContactKind

FIRST = "First bridge of its kind."


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def test_one_tap_and_one_message_mark_a_highlight_and_it_becomes_the_text(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    asked = await ada.taps("button-highlight")
    assert asked.text.startswith(start_of("highlight-ask", number="1", title="Measure 1"))
    again = await ada.sends(FIRST, answers=2)
    assert said("card-highlight", words=FIRST) in again.text
    after = await ada.taps("button-highlight-use")
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    assert said("button-highlight-use") not in after.labels
    olga = plain_town.chats[OLGA]
    listed = await olga.sends("/highlights 2022-07")
    assert f"{ROADS} · 1：{FIRST}（Ada，8月1日（周一））" in listed.text
    sent = await olga.sends("/ledger")
    assert sent.document is not None
    page = load_workbook(io.BytesIO(sent.document.content))[said("sheet-highlights")]
    assert [cell.value for cell in page[2]][4:7] == [FIRST, said("sheet-yes"), "Ada"]


async def test_completion_text_is_marked_with_one_tap_and_taken_back_with_another(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.sends(FIRST)
    await ada.taps("button-highlight")
    await ada.taps("button-highlight-text", answers=2)
    olga = plain_town.chats[OLGA]
    assert FIRST in (await olga.sends("/highlights")).text
    dropped = await ada.taps("button-highlight-drop")
    assert dropped.text == said("highlight-dropped", number="1")
    assert (await olga.sends("/highlights")).text == said("highlights-none")


async def test_highlight_is_marked_before_the_month_opens_and_waits_for_it(
    early_town: Town,
) -> None:
    await with_people(early_town)
    ada = early_town.chats[ADA]
    marked = await ada.sends(f"/highlight 2 {FIRST}")
    told = said("highlight-marked", number="2", month="7月份", words=FIRST)
    later = said("highlight-for-later", month="7月份")
    times = "开放 8月1日09:00 · 截止 8月5日（周五）18:00 · 锁定 8月19日18:00"
    assert marked.text.split("\n") == [told, later, times]
    await early_town.moves_to(OPENS)
    for chat in early_town.chats.values():
        chat.news()
    found = {e.measure.number: e.highlights for e in (await early_town.working(ROADS)).entries}
    assert found == {"1": (), "2": (FIRST,), "4": ()}


async def test_highlight_is_marked_after_filing_and_what_is_filed_stays(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files()
    before = await plain_town.revisions(ROADS)
    marked = await ada.sends(f"/highlight 1 {FIRST}")
    told = said("highlight-marked", number="1", month="8月份", words=FIRST)
    later = said("highlight-for-later", month="8月份")
    times = "开放 8月31日09:00 · 截止 9月5日（周一）18:00 · 锁定 9月20日18:00"
    assert marked.text.split("\n") == [told, later, times]
    assert await plain_town.revisions(ROADS) == before


async def test_highlight_asked_for_without_words_is_the_next_message_and_no_answer(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    question = (await ada.taps("button-begin")).text
    assert (await ada.sends("/highlight")).text == said("highlight-how")
    assert (await ada.sends(FIRST)).text == said("highlight-which", words=FIRST)
    again = await ada.sends(f"2 {FIRST}", answers=2)
    assert again.text == question
    found = {e.measure.number: e.content.text for e in (await plain_town.working(ROADS)).entries}
    assert set(found.values()) == {""}
    olga = plain_town.chats[OLGA]
    assert f"{ROADS} · 2：{FIRST}" in (await olga.sends("/highlights")).text


async def test_highlight_of_another_measure_is_that_ones(plain_town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.taps("button-highlight")
    await ada.sends(f"{FIRST}\n2. 首家揭牌", answers=3)
    olga = plain_town.chats[OLGA]
    listed = (await olga.sends("/highlights 2022-07")).text
    assert f"{ROADS} · 1：{FIRST}（" in listed
    assert f"{ROADS} · 2：首家揭牌（" in listed


async def test_numbered_lines_behind_the_command_are_a_highlight_each(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/highlight 1 揭牌2家\n其中省级1家\n2 首家入驻", answers=2)
    listed = (await plain_town.chats[OLGA].sends("/highlights")).text
    assert f"{ROADS} · 1：揭牌2家\n其中省级1家（" in listed
    assert f"{ROADS} · 2：首家入驻（" in listed


async def test_number_behind_the_command_is_kept_until_the_words_come(
    plain_town: Town, ada: Chat
) -> None:
    asked = await ada.sends("/highlight 2")
    assert asked.text == said("highlight-how-words", number="2", title="Measure 2")
    marked = await ada.sends(FIRST)
    assert marked.text.startswith(said("highlight-marked", number="2", month="7月份", words=FIRST))


async def test_highlight_is_of_the_month_that_is_being_reported_until_it_is_due(
    plain_town: Town, ada: Chat
) -> None:
    marked = await ada.sends(f"/highlight 2 {FIRST}")
    assert said("highlight-marked", number="2", month="7月份", words=FIRST) in marked.text
    await plain_town.moves_to(at(25, month=8))
    plain_town.reads_all()
    marked = await ada.sends(f"/highlight 2 {FIRST}")
    assert said("highlight-marked", number="2", month="8月份", words=FIRST) in marked.text


@pytest.mark.parametrize("words", ["/highlight 2 首家入驻", "亮点：首家入驻", "亮点：2项首家入驻"])
async def test_highlight_told_at_a_report_that_is_locked_is_of_the_month_that_runs(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    number = "1" if words == "亮点：首家入驻" else "2"
    await plain_town.moves_to(at(25, month=8))
    plain_town.reads_all()
    answers = 1 if words.startswith("/") else 2
    await ada.sends(words, answers=answers)
    listed = (await plain_town.chats[OLGA].sends("/highlights 2022-08")).text
    assert f"{ROADS} · {number}：首家入驻（" in listed
    listed = (await plain_town.chats[OLGA].sends("/highlights 2022-07")).text
    assert "首家入驻" not in listed


@pytest.mark.parametrize("words", ["亮点：2项入驻获推广", "亮点：第2项入驻获推广"])
async def test_highlight_that_names_another_measure_is_of_that_while_one_is_asked(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.sends("/report")
    question = (await ada.taps("button-begin")).text
    asked = await ada.sends(words, answers=2)
    assert asked.text == question
    listed = (await plain_town.chats[OLGA].sends("/highlights")).text
    assert f"{ROADS} · 2：入驻获推广（" in listed


async def test_count_at_the_beginning_of_a_highlight_names_no_measure_of_others(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.sends("亮点：30项入驻获推广", answers=2)
    listed = (await plain_town.chats[OLGA].sends("/highlights")).text
    assert f"{ROADS} · 1：30项入驻获推广（" in listed


async def test_giving_it_up_leads_back_to_the_question_behind(plain_town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    question = (await ada.taps("button-begin")).text
    for command in ("/highlight", "/phone"):
        await ada.sends(command)
        card = await ada.sends("取消")
        assert card.text == f"{said('cancel-done')}\n\n{question}"
    await ada.sends("正常推进：完成招标。")
    assert (await plain_town.content(ROADS, "1")).text == "完成招标。"


async def test_what_cannot_be_marked_is_explained(plain_town: Town, ada: Chat) -> None:
    assert (await ada.sends("/highlight")).text == said("highlight-how")
    unknown = await ada.sends(f"/highlight 99 {FIRST}")
    assert unknown.text == said("highlight-measure-unknown", number="99")
    boris = plain_town.chats[BORIS]
    entry_id = (await plain_town.working(ROADS)).entries[0].entry_id
    await boris.presses(f"v1:ka:{entry_id}:0:")
    assert (await boris.sends("/highlights")).text == said("not-allowed")


async def test_words_behind_the_heading_of_a_highlight_mark_one_and_are_no_answer(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    card = await ada.sends(f"亮点：{FIRST}", answers=2)
    assert said("card-highlight", words=FIRST) in card.text
    assert (await plain_town.content(ROADS, "1")).text == ""
    await ada.taps("status-on_track")
    await ada.sends("本月亮点工作：首家揭牌。", answers=2)
    await ada.sends("亮点：第2项首家入驻。", answers=2)
    await ada.taps("button-highlight-use")
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n首家揭牌。"
    listed = (await plain_town.chats[OLGA].sends("/highlights 2022-07")).text
    for line in (f"1：{FIRST}（", "1：首家揭牌。（", "2：首家入驻。（"):
        assert f"{ROADS} · {line}" in listed


@pytest.mark.parametrize("between", ["\n", ""])
async def test_heading_of_a_highlight_within_a_text_marks_it_and_stays_in_the_text(
    plain_town: Town, ada: Chat, between: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    text = f"完成招标。{between}亮点：{FIRST}"
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(text)), answers=2)
    assert start_of("highlight-marked", number="1") in ada.phone.chat[-2].text
    entry = (await plain_town.working(ROADS)).entries[0]
    assert (entry.highlights, entry.content.text) == ((FIRST,), text)
    await ada.does(lambda: ada.phone.edits(mine[0], f"完成招标1个。{between}亮点：{FIRST}"))
    entry = (await plain_town.working(ROADS)).entries[0]
    assert entry.highlights == (FIRST,)


async def test_highlight_within_a_text_goes_with_the_words_that_its_writer_changes(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    mine: list[Message] = []
    deed = f"完成招标。\n亮点：{FIRST}"
    await ada.does(lambda: mine.append(ada.phone.sends(deed)), answers=2)
    await ada.does(lambda: ada.phone.edits(mine[0], "完成招标。\n亮点：首家入驻。"), answers=2)
    assert said("highlight-untold", number="1", words=FIRST) in ada.phone.chat[-2].text
    entry = (await plain_town.working(ROADS)).entries[0]
    assert entry.highlights == ("首家入驻。",)
    await ada.does(lambda: ada.phone.edits(mine[0], "完成招标。"), answers=2)
    assert ada.phone.chat[-2].text == said("highlight-untold", number="1", words="首家入驻。")
    assert (await plain_town.working(ROADS)).entries[0].highlights == ()


async def test_message_that_told_a_highlight_alone_tells_its_new_words_once_edited(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(f"亮点：{FIRST}")), answers=2)
    again = await ada.does(lambda: ada.phone.edits(mine[0], "亮点：首家入驻。"), answers=2)
    assert said("highlight-untold", number="1", words=FIRST) in ada.phone.chat[-2].text
    assert said("card-highlight", words="首家入驻。") in again.text
    assert (await plain_town.working(ROADS)).entries[0].highlights == ("首家入驻。",)
    shown = await ada.does(lambda: ada.phone.edits(mine[0], "亮点：第2项首家入驻。"))
    assert said("edit-of-highlight-elsewhere", number="1") in shown.text
    await ada.taps("button-highlight-drop")
    shown = await ada.does(lambda: ada.phone.edits(mine[0], f"亮点：{FIRST}"))
    assert said("edit-of-highlight") in shown.text
    assert (await plain_town.working(ROADS)).entries[0].highlights == ()


async def test_highlight_stays_though_a_colleague_replaces_the_text_that_told_it(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    await ada.sends(f"完成招标。\n亮点：{FIRST}", answers=2)
    vera = await plain_town.joins("Vera", 6_000_000_001, ROADS, ContactKind.DEPUTY)
    await vera.sends("/report")
    await vera.does(lambda: vera.phone.taps("1"))
    await vera.taps("button-change-text")
    await vera.sends("完成招标1个。")
    ada.news()
    assert (await plain_town.working(ROADS)).entries[0].highlights == (FIRST,)


async def test_heading_of_a_highlight_after_filing_marks_it_of_the_measure_that_it_names(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files()
    marked = await ada.sends("亮点：第2项首家入驻。")
    told = said("highlight-marked", number="2", month="8月份", words="首家入驻。")
    assert marked.text.startswith(told)
    asked = await ada.sends("亮点：全省首个揭牌。")
    assert asked.text == said("highlight-which", words="全省首个揭牌。")
    marked = await ada.sends("第1项")
    assert (
        said("highlight-marked", number="1", month="8月份", words="全省首个揭牌。") in marked.text
    )


async def test_highlight_without_a_number_is_kept_until_the_number_comes(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/highlight")
    mine: list[Message] = []
    asked = await ada.does(lambda: mine.append(ada.phone.sends("首家揭牌")))
    assert asked.text == said("highlight-which", words="首家揭牌")
    asked = await ada.does(lambda: ada.phone.edits(mine[0], FIRST))
    assert asked.text == said("highlight-which", words=FIRST)
    unknown = await ada.sends("99")
    assert unknown.text == said("highlight-measure-unknown", number="99")
    marked = await ada.sends("2")
    assert marked.text.startswith(said("highlight-marked", number="2", month="7月份", words=FIRST))
    asked = await ada.sends(f"/highlight {FIRST}")
    assert asked.text == said("highlight-which", words=FIRST)
    again = await ada.sends("1 首家入驻。", answers=2)  # another one, and this still waits
    assert again.text == said("highlight-which", words=FIRST)
    assert f"1：{FIRST}" not in (await plain_town.chats[OLGA].sends("/highlights")).text
    await ada.sends("1")
    assert f"1：{FIRST}" in (await plain_town.chats[OLGA].sends("/highlights")).text


async def test_only_measure_of_a_unit_needs_no_number_for_its_highlight(plain_town: Town) -> None:
    clara = plain_town.chats[CLARA]
    await clara.sends("/highlight")
    marked = await clara.sends(FIRST)
    assert marked.text.startswith(said("highlight-marked", number="2", month="7月份", words=FIRST))


@pytest.mark.parametrize(
    "words", ["第2项亮点：首家入驻。", "2 亮点：首家入驻。", "亮点：2、首家入驻。"]
)
async def test_number_of_the_measure_may_stand_before_the_heading_or_behind_it(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.sends(words, answers=2)
    assert "2：首家入驻。（" in (await plain_town.chats[OLGA].sends("/highlights")).text
    assert (await plain_town.content(ROADS, "2")).text == ""


async def test_heading_of_a_highlight_with_nothing_behind_it_marks_none(ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    assert (await ada.sends("亮点：无")).text == said("highlight-nothing")


async def test_highlight_is_known_by_a_number_right_before_its_words(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/highlight")
    marked = await ada.sends("2首座桥投用")
    told = said("highlight-marked", number="2", month="7月份", words="首座桥投用")
    assert marked.text.startswith(told)


@pytest.mark.parametrize("words", ["这个不是亮点，取消亮点", "不记了", "取消亮点吧"])
async def test_who_takes_it_back_where_its_number_is_asked_has_marked_nothing(
    plain_town: Town, ada: Chat, words: str
) -> None:
    asked = await ada.sends("/highlight 首座桥投用")
    assert asked.text == said("highlight-which", words="首座桥投用")
    assert said("cancel-done") in (await ada.sends(words)).text
    olga = plain_town.chats[OLGA]
    assert (await olga.sends("/highlights")).text == said("highlights-none")
    assert await plain_town.step_of(ada) == ""
