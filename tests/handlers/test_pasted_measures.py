"""Several measures pasted at once: split, confirmed, stored; and nothing of it is lost."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.pastes import Paste, PasteState
from sandbox import Message
from tests.chat import LOCKS, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.terms import EntryStatus

ANSWER = "平台建设完成选址，投资1200万元。"
BOTH = "1. 正常推进：完成选址。\n2. 完成招标。"


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def texts(town: Town) -> list[str]:
    return [(await town.content(ROADS, number)).text for number in ("1", "2")]


async def at_text_of_first(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")


async def pastes(town: Town) -> list[tuple[PasteState, str]]:
    def look(session: Session) -> list[tuple[PasteState, str]]:
        return [(row.state, row.left) for row in session.exec(select(Paste))]

    return await town.reads(look)


async def test_pasted_measures_are_shown_split_and_stored_with_one_tap(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    before = await plain_town.facts()
    card = await ada.sends(BOTH)
    assert said("pasted-title", count=2) in card.text
    assert "1　Measure 1：正常推进：完成选址。" in card.text
    assert await plain_town.facts() == before
    card = await ada.taps("pasted-button-take", count=2)
    assert card.text.startswith(said("pasted-taken", count=2))
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]
    assert (await plain_town.content(ROADS, "1")).status is EntryStatus.ON_TRACK
    assert card.text.endswith(said("ask-status-only", when="7月份"))


async def test_word_for_the_rest_is_shown_measure_by_measure_and_stored_with_one_tap(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-behind")
    card = await ada.sends("其他均正常推进")
    assert "2　Measure 2：正常推进" in card.text
    assert said("pasted-button-answer", number="1") in card.labels
    card = await ada.taps("pasted-button-take", count=1)
    assert (await plain_town.content(ROADS, "2")).status is EntryStatus.ON_TRACK
    assert await texts(plain_town) == ["", ""]
    before = await plain_town.facts()
    card = await ada.sends("其他均正常推进")
    assert card.text.startswith(said("answer-of-many", said="其他均正常推进", word="正常推进"))
    assert await plain_town.facts() == before
    await ada.taps("button-list")
    card = await ada.sends("其余正常推进")
    assert card.text.startswith(said("pasted-no-rest"))


async def test_measure_told_behind_the_word_for_the_rest_has_both(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.sends("其余均正常推进")
    card = await ada.sends("第2项：新增3家")
    assert "2　Measure 2：正常推进 ＋ 新增3家" in card.text
    await ada.taps("pasted-button-take", count=2)
    content = await plain_town.content(ROADS, "2")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "新增3家")


async def test_row_of_a_table_alone_is_shown_too_and_stored_cell_by_cell(
    plain_town: Town, ada: Chat
) -> None:
    card = await ada.sends(
        "序号\t任务\t状态\t完成情况\t存在问题\n1\tMeasure 1\t滞后\t停工。\t缺地。"
    )
    assert "1　Measure 1：【滞后】 停工。 存在问题：缺地。" in card.text
    await ada.taps("pasted-button-take", count=1)
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "停工。")
    assert content.problem == "缺地。"


async def test_text_may_be_pasted_before_anything_was_opened(plain_town: Town, ada: Chat) -> None:
    await ada.sends(BOTH)
    await ada.sends("存入")
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]


async def test_text_without_a_place_may_go_to_any_measure_once_the_list_is_stored(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.sends("开张镇今年新建育苗棚12座")
    await ada.sends(BOTH)
    card = await ada.taps("pasted-button-take", count=2)
    assert card.text.startswith(said("pasted-taken", count=2))
    assert "开张镇今年新建育苗棚12座" in card.text
    await ada.does(lambda: ada.phone.taps("2　Measure 2"))
    assert (await texts(plain_town))[1].endswith("开张镇今年新建育苗棚12座")


async def test_what_has_a_text_already_goes_on_or_is_replaced(plain_town: Town, ada: Chat) -> None:
    await ada.sends(BOTH)
    await ada.taps("pasted-button-take", count=2)
    card = await ada.sends("1. 已开工。\n2. 已签约。")
    assert "（已有内容）" in card.text
    await ada.taps("pasted-button-append")
    assert await texts(plain_town) == ["完成选址。\n已开工。", "完成招标。\n已签约。"]
    await ada.sends("1. 停工。\n2. 复工。")
    await ada.taps("pasted-button-replace")
    assert await texts(plain_town) == ["停工。", "复工。"]


async def test_what_belongs_to_nobody_is_said_and_given_back(plain_town: Town, ada: Chat) -> None:
    card = await ada.sends(f"7月进展\n{BOTH}\n99. 别家的事。")
    assert said("pasted-without-place", count=2) in card.text
    assert said("pasted-lost", words="99 别家的事。") in card.text
    card = await ada.taps("pasted-button-take", count=2, answers=2)
    given = next(m for m in ada.phone.chat if m.text.startswith(said("pasted-given-back")))
    assert "7月进展" in given.text
    assert "99 别家的事。" in given.text
    assert start_of("pasted-kept", count=2, list="*") in card.text
    assert await pastes(plain_town) == [(PasteState.PLACED, "7月进展\n99 别家的事。")]


async def test_list_within_an_answer_may_be_all_of_that_answer(plain_town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.sends("1. 选址\n2. 招标")
    await ada.taps("pasted-button-answer", number="2")
    assert await texts(plain_town) == ["", "1. 选址\n2. 招标"]


@pytest.mark.parametrize("text", ["完成选址；第2项又签约3家", "完成选址。另外2项又签约3家"])
async def test_words_of_another_measure_within_an_answer_are_shown_apart_or_stay_whole(
    plain_town: Town, ada: Chat, text: str
) -> None:
    await at_text_of_first(ada)
    card = await ada.sends(text)
    assert "1　Measure 1：完成选址" in card.text
    assert "2　Measure 2：又签约3家" in card.text
    assert await texts(plain_town) == ["", ""]
    assert said("pasted-button-answer", number="1") in card.labels
    await ada.taps("pasted-button-take", count=2)
    assert [words.rstrip("。") for words in await texts(plain_town)] == ["完成选址", "又签约3家"]


async def test_words_before_the_first_number_answer_the_measure_whose_text_is_asked(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    card = await ada.sends("走访12家；\n2：完成招标。")
    assert "1　Measure 1：走访12家；" in card.text
    assert await texts(plain_town) == ["", ""]
    await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["走访12家；", "完成招标。"]


async def test_text_over_the_limit_is_joined_before_it_is_split(
    plain_town: Town, ada: Chat
) -> None:
    words = "字" * 1990
    mine: list[Message] = []
    long = f"1. {words}\n1. {words[:6]}\n2. {words}\n2. {'尾' * 200}"
    assert len(long) > 4096
    card = await ada.does(lambda: mine.append(ada.phone.sends(long)))
    assert said("pasted-title", count=2) in card.text
    await ada.taps("pasted-button-take", count=1, answers=2)
    one, two = await texts(plain_town)
    assert one.startswith(words)
    assert two == "" or two.startswith(words)


async def test_pasted_text_waits_while_the_person_looks_elsewhere_and_through_a_kill(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends(BOTH)
    card = await ada.sends("/report")
    assert said("pasted-button-show") in card.labels
    await plain_town.kill()
    plain_town.clock.advance(timedelta(minutes=1))
    card = await ada.taps("pasted-button-show")
    assert said("pasted-title", count=2) in card.text
    card = await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]
    assert said("pasted-button-show") not in card.labels


WAITS = BOTH.replace("\n", " ")


async def test_pasted_text_that_waits_is_named_at_preview_and_receipt_and_given_back_at_the_lock(
    plain_town: Town, ada: Chat
) -> None:
    waits = said("pasted-waits", words=WAITS)
    await ada.sends(BOTH)
    preview = await ada.fills()
    assert waits in preview.text
    assert said("pasted-button-show") in preview.labels
    await ada.taps("button-file", answers=2)
    receipt = ada.card
    assert waits in receipt.text
    assert said("pasted-button-show") in receipt.labels
    await plain_town.passes(LOCKS - timedelta(minutes=1), every=timedelta(days=1))
    plain_town.reads_all()
    await plain_town.moves_to(LOCKS)
    returned = ada.the_news()
    assert returned.text.startswith(said("pasted-returned", month="7月份"))
    assert all(line in returned.text for line in BOTH.split("\n"))
    assert await pastes(plain_town) == [(PasteState.DROPPED, BOTH)]
    card = await ada.sends("/report")
    assert said("pasted-button-show") not in card.labels
    plain_town.reads_all()


async def test_pasted_text_of_a_month_that_was_not_filed_is_given_back_when_the_next_one_opens(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends(BOTH)
    await plain_town.passes(at(1, month=9), every=timedelta(days=3))
    head = said("pasted-returned", month="7月份")
    assert len([m for m in ada.phone.chat if m.text.startswith(head)]) == 1
    plain_town.reads_all()


async def test_nothing_else_than_what_was_shown_is_stored(plain_town: Town, ada: Chat) -> None:
    shown = await ada.sends(BOTH)
    take = next(b.data for row in shown.buttons for b in row if b.data and ":qt:" in b.data)
    card = await ada.sends("1. 还有一句。")
    assert "还有一句" in card.text
    await ada.presses(take, answers=0)
    assert ada.toast == said("report-changed-meanwhile")
    assert await texts(plain_town) == ["", ""]
    await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成选址。\n还有一句。", "完成招标。"]


async def test_word_of_a_button_that_is_not_sure_is_told_so_at_the_split(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("1 正常推进：完成选址。")
    await ada.sends("1. 完成征地。\n2. 完成招标。")
    for words in ("存入", "接在后面"):
        card = await ada.sends(words)
        assert card.text.startswith(said("pasted-word-unsure", words=words))
    assert await texts(plain_town) == ["完成选址。", ""]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("接着写", ["完成选址。\n完成征地。", "完成招标。"]),
        ("换成新的", ["完成征地。", "完成招标。"]),
        ("只存空白的", ["完成选址。", "完成招标。"]),
        ("都不存", ["完成选址。", ""]),
    ],
)
async def test_word_that_is_no_button_of_the_split_is_told_what_may_be_typed(
    plain_town: Town, ada: Chat, typed: str, stored: list[str]
) -> None:
    await ada.sends("1 正常推进：完成选址。")
    await ada.sends("1. 完成征地。\n2. 完成招标。")
    card = await ada.sends("用我的")
    words = "“接着写”、“换成新的”、“只存空白的”、“都不存”"
    assert said("pasted-words", list=words) in card.text
    await ada.sends(typed, answers=2 if typed == "只存空白的" else 1)
    assert await texts(plain_town) == stored


async def test_words_while_the_split_is_asked_about_are_no_part_of_it_and_are_kept(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends(BOTH)
    kept = ("另有3处正在协商。", "18 个项目开工")
    for words in ("好的", *kept):
        card = await ada.sends(words)
        told = said("pasted-waits-too", words=words, number="none")
        assert card.text.startswith(told if words in kept else said("pasted-decide", words=words))
        assert said("pasted-title", count=2) in card.text
    card = await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]
    for words in kept:
        assert said("held-text-line", words=words) in card.text


async def test_question_while_the_split_is_asked_about_is_answered(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends(BOTH)
    card = await ada.sends("还有哪几项没填吗？")
    assert card.text.startswith(said("answer-question", said="还有哪几项没填吗？"))
    assert said("pasted-title", count=2) in card.text


async def test_words_that_name_a_measure_while_the_split_is_asked_about_are_kept_for_it(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("1 正常推进：完成选址2处。")
    await ada.sends("1. 完成征地。\n2. 完成招标。")
    words = "7月1项选址改成3处"
    mine: list[Message] = []
    card = await ada.does(lambda: mine.append(ada.phone.sends(words)))
    assert card.text.startswith(said("pasted-waits-too", words=words, number="1"))
    await ada.does(lambda: ada.phone.edits(mine[0], f"{words}。"))
    await ada.sends("接着写")
    card = await ada.taps("held-button-show")
    assert said("held-text", words=f"{words}。") in card.text
    assert (await texts(plain_town)) == ["完成选址2处。\n完成征地。", "完成招标。"]


async def test_answer_to_the_open_question_waits_beside_the_split_and_is_asked_about_after_it(
    plain_town: Town, ada: Chat
) -> None:
    await at_text_of_first(ada)
    await ada.sends("2. 完成招标。")
    card = await ada.sends(ANSWER)
    assert card.text.startswith(said("pasted-held", words=ANSWER, number="1"))
    assert said("pasted-title", count=1) in card.text
    assert await texts(plain_town) == ["", ""]
    card = await ada.taps("pasted-button-take", count=1)
    assert card.text.startswith(said("pasted-taken", count=1))
    assert said("held-text", words=ANSWER) in card.text
    card = await ada.taps("held-button-answer", month="none", number="1", step="完成情况")
    assert await texts(plain_town) == [ANSWER, "完成招标。"]
    assert said("held-button-show") not in card.labels


async def test_answer_that_waits_beside_the_split_can_be_placed_before_that(
    plain_town: Town, ada: Chat
) -> None:
    await at_text_of_first(ada)
    await ada.sends("2. 完成招标。")
    await ada.sends(ANSWER)
    await ada.taps("held-button-show")
    card = await ada.taps("held-button-answer", month="none", number="1", step="完成情况")
    assert await texts(plain_town) == [ANSWER, ""]
    assert said("pasted-button-show") in card.labels


@pytest.mark.parametrize(
    ("words", "key"),
    [("我调走了，以后刘敏负责", "answer-handover"), ("明天起请假三天", "answer-away")],
)
async def test_wish_for_a_command_is_shown_the_way_while_the_split_is_asked_about(
    plain_town: Town, ada: Chat, words: str, key: str
) -> None:
    await at_text_of_first(ada)
    await ada.sends("2. 完成招标。")
    card = await ada.sends(words)
    assert card.text.startswith(said(key, said=words))
    assert said("pasted-title", count=1) in card.text
    assert said("held-button-show") not in card.labels
    await ada.taps("pasted-button-take", count=1)
    assert await texts(plain_town) == ["", "完成招标。"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（1）完成选址。", "（2）完成招标。"),
        ("1：完成选址。", "2：完成招标。"),
        ("1：完成选址。", "好的"),
    ],
)
async def test_second_message_never_spoils_the_first_even_sent_at_once(
    plain_town: Town, ada: Chat, first: str, second: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.sends(first)
    await ada.does(lambda: ada.phone.sends(second))
    has_own = second != "好的"
    assert said("pasted-title", count=1 + has_own) in ada.card.text
    await ada.taps("pasted-button-take", count=1 + has_own)
    assert await texts(plain_town) == ["完成选址。", "完成招标。" if has_own else ""]


async def test_number_alone_leads_to_its_measure_while_the_paste_waits(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends(BOTH)
    card = await ada.sends("2")
    assert card.text.endswith(said("ask-status", when="7月份"))
    await ada.taps("pasted-button-show")
    await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]


async def test_edited_while_it_waits_it_is_split_anew_and_afterwards_changes_what_was_stored(
    plain_town: Town, ada: Chat
) -> None:
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(BOTH)))
    await ada.does(lambda: ada.phone.edits(mine[0], BOTH.replace("选址", "征地")))
    await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成征地。", "完成招标。"]
    before = await plain_town.facts()
    card = await ada.does(lambda: ada.phone.edits(mine[0], BOTH))
    assert said("pasted-edit-title") in card.text
    assert said("otherwise-text", was="完成征地。", now="完成选址。") in card.text
    assert "补充" in said("pasted-edit-title")  # a message that goes on with it may be what differs
    assert await plain_town.facts() == before
    card = await ada.taps("pasted-button-stays")
    assert await texts(plain_town) == ["完成征地。", "完成招标。"]
    await ada.does(lambda: ada.phone.edits(mine[0], BOTH.replace("招标", "评标")))
    card = await ada.taps("pasted-button-edit", count=2)
    assert card.text.startswith(said("pasted-edit-taken", count=2))
    assert await texts(plain_town) == ["完成选址。", "完成评标。"]
    await ada.taps("status-on_track")
    await ada.taps("button-file", answers=2)
    card = await ada.does(lambda: ada.phone.edits(mine[0], BOTH))
    assert card.text.startswith(said("pasted-edit-correction", list="2"))
    card = await ada.sends("招标写错了。")
    assert said("otherwise-text", was="完成评标。", now="完成招标。") in card.text
    await ada.taps("pasted-button-edit", count=1)
    await ada.taps("button-file", answers=2)
    plain_town.chats[OLGA].the_news()
    _, second = await plain_town.revisions(ROADS)
    assert [entry.content.text for entry in second.entries] == ["完成选址。", "完成招标。"]


@pytest.mark.parametrize("rest", ["其余均正常推进", "其余均滞后"])
async def test_word_for_the_rest_holds_on_where_the_stored_list_is_edited(
    plain_town: Town, ada: Chat, rest: str
) -> None:
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("1. 完成选址。\n其余均正常推进")))
    await ada.taps("pasted-button-take", count=2)
    card = await ada.does(lambda: ada.phone.edits(mine[0], f"1. 完成征地。\n{rest}"))
    assert said("otherwise-text", was="完成选址。", now="完成征地。") in card.text
    is_same = rest == "其余均正常推进"
    assert (said("pasted-lost", words=rest) not in card.text) is is_same
    card = await ada.taps("pasted-button-edit", count=1, answers=1 if is_same else 2)
    assert await texts(plain_town) == ["完成征地。", ""]
    assert (await plain_town.content(ROADS, "2")).status is EntryStatus.ON_TRACK


async def test_stored_paste_edited_while_another_waits_changes_nothing_and_is_told(
    plain_town: Town, ada: Chat
) -> None:
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(BOTH)))
    await ada.taps("pasted-button-take", count=2)
    await ada.sends("1. 已开工。\n2. 已签约。")
    card = await ada.does(lambda: ada.phone.edits(mine[0], BOTH.replace("选址", "征地")))
    assert card.text.startswith(said("edit-of-pasted-later"))
    await ada.taps("pasted-button-append")
    card = await ada.does(lambda: ada.phone.edits(mine[0], BOTH.replace("选址", "征地")))
    await ada.taps("pasted-button-edit", count=1)
    assert await texts(plain_town) == ["完成征地。\n已开工。", "完成招标。\n已签约。"]


async def test_dropped_it_leaves_the_question_that_was_open(plain_town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    before = await plain_town.facts()
    await ada.sends(BOTH)
    card = await ada.taps("pasted-button-drop")
    assert card.text.startswith(said("pasted-dropped"))
    assert start_of("ask-text") in card.text
    assert await plain_town.facts() == before
    assert await pastes(plain_town) == [(PasteState.DROPPED, "")]


async def test_question_open_before_the_list_is_asked_again_once_it_is_stored(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-behind")
    await ada.sends("停工。")
    await ada.sends("1. 完成选址。\n99. 别家的事。")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("pasted-button-show")
    card = await ada.taps("pasted-button-take", count=1, answers=2)
    assert card.text.endswith(said("ask-problem"))
    await ada.sends("缺地。")
    assert (await plain_town.content(ROADS, "2")).problem == "缺地。"
    assert await texts(plain_town) == ["完成选址。", "停工。"]


async def test_pasted_text_of_one_person_is_no_affair_of_another(
    plain_town: Town, ada: Chat
) -> None:
    shown = await ada.sends(BOTH)
    take = next(b.data for row in shown.buttons for b in row if b.data and ":qt:" in b.data)
    before = await plain_town.facts()
    assert (await plain_town.chats[BORIS].presses(take)).text == said("not-allowed")
    assert await plain_town.facts() == before


async def test_pasted_after_filing_it_waits_for_the_reason_of_a_correction(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files("全部完成。")
    card = await ada.sends(BOTH)
    assert card.text.startswith(said("pasted-correction"))
    card = await ada.sends("补充细节。")
    assert said("pasted-title", count=2) in card.text
    preview = await ada.taps("pasted-button-replace")
    assert said("button-file") in preview.labels
    await ada.taps("button-file", answers=2)
    plain_town.chats[OLGA].the_news()
    _, second = await plain_town.revisions(ROADS)
    assert [entry.content.text for entry in second.entries] == ["完成选址。", "完成招标。"]


async def test_measures_sent_as_the_reason_of_a_correction_are_a_change_and_it_is_asked_again(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files("全部完成。")
    await ada.taps("button-correct")
    await ada.sends("1. 只改这一项。")
    card = await ada.sends("2. 完成招标。")
    assert card.text.startswith(said("pasted-correction"))
    assert "2　Measure 2（已有内容）：完成招标。" in card.text
    assert card.text.endswith(said("ask-correction-reason", revision="1"))
    assert not (await plain_town.report_of(ROADS)).correcting
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("第2项漏报。")))
    await ada.taps("pasted-button-append")
    assert await texts(plain_town) == ["全部完成。\n只改这一项。", "全部完成。\n完成招标。"]
    card = await ada.does(lambda: ada.phone.edits(mine[0], "两项漏报。"))
    assert card.text.startswith(said("edit-of-reason-taken", reason="两项漏报。"))
    await ada.taps("button-file", answers=2)
    plain_town.chats[OLGA].the_news()
    assert (await plain_town.revisions(ROADS))[1].correction_reason == "两项漏报。"
    told = await ada.does(lambda: ada.phone.edits(mine[0], "漏报。"))
    assert told.text == said("edit-of-reason")


async def test_pasted_text_goes_to_the_open_month_though_a_filed_one_was_looked_at(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files("全部完成。")
    await plain_town.passes(at(1, month=9), every=timedelta(days=3))
    for chat in plain_town.chats.values():
        chat.news()
    await ada.sends(BOTH)
    await ada.taps("pasted-button-take", count=2)
    assert await texts(plain_town) == ["完成选址。", "完成招标。"]
    assert len(await plain_town.revisions(ROADS)) == 0


async def test_rest_on_the_line_of_a_measure_that_is_behind_is_split_and_confirmed(
    plain_town: Town, ada: Chat
) -> None:
    await ada.files("Works have begun.")
    await plain_town.moves_to(at(1, month=9))
    plain_town.reads_all()
    await ada.sends("/report")
    card = await ada.sends("第2项滞后，缺地；其余同上月")
    assert said("pasted-title", count=2) in card.text
    assert (await plain_town.content(ROADS, "2")).status is None
    await ada.taps("pasted-button-take", count=2)
    first, second = [await plain_town.content(ROADS, number) for number in "12"]
    assert (first.status, first.text) == (EntryStatus.ON_TRACK, "Works have begun.")
    assert (second.status, second.problem) == (EntryStatus.BEHIND, "缺地")
