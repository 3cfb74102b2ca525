"""取消, 怎么填, 收到 and questions are met and not stored, nor are words where nothing is asked."""

from datetime import timedelta

import pytest

from sandbox import Message
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, CLARA, OLGA, PARKS, ROADS
from vocabulary.period import Period
from vocabulary.terms import EntryStatus

FIRST = "完成12处站址选定。"


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Roads has two measures, Parks has one."""
    return plain_town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def at_text(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")


async def test_words_that_are_no_answer_leave_the_question_as_it_stands(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    before = await town.facts()
    for words, key in (
        ("怎么填", "help-at-text"),
        ("收到，马上报", "answer-says-nothing-text"),
        ("【收到】", "answer-says-nothing-text"),
        ("好的👌", "answer-says-nothing-text"),
        ("本月不用报吗", "answer-question"),
        ("哪里错了", "answer-question"),
        ("重报", "answer-change"),
        ("我明天起休假一周，王强代我报", "answer-away"),
        ("我调走了，以后刘敏负责", "answer-handover"),
        ("以指标为准", "answer-label"),
        ("照旧", "answer-no-last"),
        ("申请延期到8月8日", "answer-more-time"),
        ("因全市防汛，申请延到8日", "answer-more-time"),
        ("下周不在", "answer-away"),
        ("电话换成13900001111", "answer-phone"),
        ("等局长审完再报", "answer-says-nothing-text"),
        ("不归我局负责，应由供销社报", "answer-not-ours"),
        ("见上月", "answer-no-last"),
        ("保存", "answer-label"),
        ("都存", "answer-label"),
        ("更正1", "answer-change-here"),
        ("跟7月一样", "answer-as-other"),
        ("和2一样", "answer-as-other"),
        ("老样子", "answer-no-last"),
        ("已按要求修改", "answer-hand-in"),
    ):
        card = await ada.sends(words)
        assert card.text.startswith(said(key, said=words))
        assert card.text.endswith(said("ask-text", when="7月份"))
    assert await town.facts() == before
    card = await ada.sends("取消")
    assert card.text.startswith(said("cancel-question"))
    assert (await ada.sends("取消")).text.startswith(said("cancel-nothing"))
    await ada.sends("怎么填")
    help_text = ada.phone.last.text
    assert said("help-filing").split("\n")[0] in help_text
    assert (await town.content(ROADS, "1")).text == ""


async def test_words_that_put_another_measure_right_do_so_and_are_not_the_text_of_the_open_one(
    town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    card = await ada.sends("刚才那个1项里面的860万元不对，是890万元")
    assert said("answer-words-righted", was="860万元", now="890万元") in card.text
    assert (await town.content(ROADS, "1")).text == "放贷890万元"
    assert (await town.content(ROADS, "2")).text == ""
    card = await ada.sends("更正1")
    assert "\n1　" in card.text
    assert (await town.content(ROADS, "2")).text == ""


@pytest.mark.parametrize(
    "words",
    [
        "第1项860万元不对，是890万元",
        "1项860万元不对，是890万元",
        "1项放贷应为890万元",
        "把第1项的860万元改成890万元",
        "1项放贷应该是890万元，写错了",
        "1项更正：放贷890万元",
        "1：860万元→890万元",
        "改一下1，放贷应该是890万元",
        "更正1项：890万元",
        "更正：上一项放贷应该是890万元",
        "上一项放贷应该是890万元",
    ],
)
@pytest.mark.parametrize("asked", ["status", "text"])
async def test_slip_of_a_measure_that_the_sentence_names_is_put_right_there(
    town: Town, ada: Chat, words: str, asked: str
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    if asked == "text":
        await ada.taps("status-on_track")
    card = await ada.sends(words)
    assert said("answer-words-righted", was="*", now="*")[:1] in card.text
    assert (await town.content(ROADS, "1")).text == "放贷890万元"
    assert (await town.content(ROADS, "2")).text == ""
    assert card.text.endswith(said(f"ask-{asked}", when="7月份"))


@pytest.mark.parametrize(
    "words", ["1应该是滞后", "1不是正常推进，是滞后", "更正：上一项应该是滞后", "上一项应该是滞后"]
)
async def test_status_of_a_measure_that_the_sentence_names_is_asked_there(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    card = await ada.sends(words)
    assert card.text.startswith(said("answer-change-here", said=words))
    assert "\n1　" in card.text
    assert (await town.content(ROADS, "1")).status is EntryStatus.ON_TRACK
    assert (await town.content(ROADS, "2")).text == ""


@pytest.mark.parametrize("words", ["1放贷890万元", "1项投放应为890万元", "更正1项：收回890户"])
async def test_sentence_that_names_another_measure_is_asked_about_without_its_number(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    card = await ada.sends(words)
    assert said("held-button-add", number="1", step=said("step-text"), month="none") in card.labels
    assert (await town.content(ROADS, "2")).text == ""


async def test_number_is_left_out_where_the_words_go_on_with_its_measure(
    town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：与农行对接")
    await ada.sends("2")
    await ada.sends("1放贷890万元")
    await ada.taps("held-button-add", number="1")
    assert (await town.content(ROADS, "1")).text == "与农行对接\n放贷890万元"


async def test_own_number_before_a_slip_puts_it_right(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("1")
    await ada.taps("button-change-text")
    await ada.sends("更正1项：890万元")
    assert (await town.content(ROADS, "1")).text == "放贷890万元"


@pytest.mark.parametrize(
    "words", ["1家企业复工，用工6人", "1个村应为试点", "1项改革应该是下月完成"]
)
async def test_count_at_the_beginning_stays_the_answer(town: Town, ada: Chat, words: str) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    await ada.taps("status-on_track")
    await ada.sends(words)
    assert (await town.content(ROADS, "2")).text == words


async def test_a_clause_that_begins_with_another_measure_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    card = await ada.sends("接着小张的写：1项又放贷30万元")
    assert "接着小张的写" in card.text
    assert (await town.content(ROADS, "2")).text == ""
    await ada.taps("held-button-add", number="1")
    assert "又放贷30万元" in (await town.content(ROADS, "1")).text


@pytest.mark.parametrize("words", ["1项又放贷30万元", "1项漏报一家", "1项再加30万"])
async def test_words_that_begin_with_another_measure_are_asked_about(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2")
    card = await ada.sends(words)
    assert said("held-button-add", number="1", step=said("step-text"), month="none") in card.labels
    assert (await town.content(ROADS, "2")).text == ""
    card = await ada.sends("2")
    assert card.text.startswith(said("held-waits-of", words=words, number="1"))


@pytest.mark.parametrize(
    "words", ["接着小张的写：1项又放贷30万元", "1项漏报一家", "1项也是我们的，放贷30万"]
)
async def test_whatever_tells_its_measure_is_called_so_at_the_preview(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2 正常推进：完成招标。")
    await ada.sends("预览")
    await ada.sends(words)
    card = await ada.sends("预览")
    assert card.text.startswith(said("held-waits-of", words=words, number="1"))


async def test_what_waits_and_tells_its_measure_is_called_so_at_the_preview(
    town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2 正常推进：完成招标。")
    await ada.sends("预览")
    await ada.sends("1项再加30万")
    card = await ada.sends("预览")
    assert card.text.startswith(said("held-waits-of", words="1项再加30万", number="1"))


@pytest.mark.parametrize(
    ("slip", "stands"),
    [
        ("不对，是6.5万亩", "累计完成托管6.5万亩，签约8家。"),
        ("写错了，应为6.5万亩", "累计完成托管6.5万亩，签约8家。"),
        ("签约应该是9家", "累计完成托管6.2万亩，签约9家。"),
        ("6.2万亩不对，是6.5万亩", "累计完成托管6.5万亩，签约8家。"),
        ("另有3处协商", "累计完成托管6.2万亩，签约8家。\n另有3处协商"),
        ("不对，是7次", "累计完成托管6.2万亩，签约8家。\n不对，是7次"),
    ],
)
async def test_slip_is_put_right_in_the_words_that_wait(
    town: Town, ada: Chat, slip: str, stands: str
) -> None:
    await ada.sends("/report")
    await ada.sends("累计完成托管6.2万亩，签约8家。")
    card = await ada.sends(slip)
    is_put_right = "\n" not in stands
    assert (said("held-text", words=stands) in card.text) is is_put_right
    await ada.taps("held-button-of", month="none", number="1", title="Measure 1")
    assert (await town.content(ROADS, "1")).text == stands


async def test_acknowledgement_right_behind_an_answer_belongs_to_no_question(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)

    def answers_and_confirms() -> None:
        ada.phone.sends(FIRST)
        ada.phone.sends("收到，马上报")

    card = await ada.does(answers_and_confirms)
    assert said("held-button-drop") not in card.labels
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert (await town.content(ROADS, "1")).text == FIRST
    assert (await town.content(ROADS, "2")).text == ""


async def test_acknowledgement_is_not_glued_to_a_text_that_waits_for_its_place(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)

    def sends_both() -> None:
        ada.phone.sends(FIRST)
        ada.phone.sends("2 完成招标。")

    await ada.does(sends_both)
    card = await ada.sends("好的，明白")
    assert card.text.startswith(said("aside-not-kept", said="好的，明白"))
    assert said("held-text", words="2 完成招标。") in card.text
    await ada.taps("held-button-drop")


async def test_the_office_gives_up_in_words_too(town: Town, ada: Chat) -> None:
    await ada.files()
    olga = town.chats[OLGA]
    olga.news()
    await olga.sends(f"/return {ROADS}")
    assert (await olga.sends("取消")).text == said("cancel-done")
    ada.expects_nothing_more()


# The first message of a unit with one measure


@pytest.mark.parametrize("opened", [True, False])
async def test_first_words_are_offered_to_the_only_open_measure(town: Town, opened: bool) -> None:
    clara = town.chats[CLARA]
    if opened:
        await clara.sends("/report")
    before = await town.facts()
    card = await clara.sends("完成绿化3公里。")
    assert said("held-text", words="完成绿化3公里。") in card.text
    assert await town.facts() == before
    await clara.taps("held-button-answer", month="none", number="2", step=said("step-text"))
    assert (await town.content(PARKS, "2")).text == "完成绿化3公里。"
    await clara.taps("status-on_track")
    assert said("button-file") in clara.labels


async def test_first_words_may_be_none_after_all(town: Town) -> None:
    clara = town.chats[CLARA]
    before = await town.facts()
    await clara.sends("正常推进：完成绿化3公里。")
    card = await clara.taps("held-button-drop")
    assert card.text.startswith(said("held-dropped"))
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert await town.facts() == before
    await clara.sends("正常推进：完成绿化3公里。")
    content = await town.content(PARKS, "2")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "完成绿化3公里。")


async def test_first_words_that_are_no_answer_are_told_what_is_wanted(town: Town) -> None:
    clara = town.chats[CLARA]
    before = await town.facts()
    assert (await clara.sends("见附件")).text.startswith(said("answer-no-file", said="见附件"))
    assert await town.facts() == before
    await clara.sends("/report")
    assert (await clara.sends("收到")).text.startswith(said("report-nothing-asked"))
    not_asked = said("report-number-not-asked", number="15")
    for typed in ("15", "第15项", "第十五项正常推进"):
        assert (await clara.sends(typed)).text.startswith(not_asked)
    assert "第十五项" not in "".join(row.body for row in await town.inbox())
    card = await clara.sends("我下周休假")
    assert card.text.startswith(said("answer-away", said="我下周休假"))
    assert await town.facts() == before


async def test_words_are_kept_and_offered_to_each_measure_where_several_are_open(
    town: Town, ada: Chat
) -> None:
    before = await town.facts()
    card = await ada.sends(FIRST)
    assert card.text.endswith(f"{said('held-ask-where')}\n{TIMES}")
    assert await town.facts() == before
    await ada.taps("held-button-of", month="none", number="2", title="Measure 2")
    assert (await town.content(ROADS, "2")).text == FIRST
    await ada.taps("status-on_track")
    await ada.sends("1 正常推进：完成招标。")


async def test_words_after_filing_are_kept_and_offered_to_each_measure(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await ada.sends("忘了写：另签约3家。")
    card = await ada.taps("held-button-of", month="none", number="2", title="Measure 2")
    assert card.text.startswith(said("together-late", number="2", words="忘了写：另签约3家。"))
    await ada.taps("button-correct")
    await ada.sends("补充内容。")
    await ada.taps("held-button-show")
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await town.content(ROADS, "2")).text.endswith("\n忘了写：另签约3家。")


async def test_words_after_the_lock_are_kept_for_nothing(town: Town, ada: Chat) -> None:
    await ada.files()
    await town.moves_to(LOCKS)
    town.reads_all()
    card = await ada.sends(FIRST)
    assert card.text.startswith(said("report-nothing-to-fill-in"))
    assert FIRST not in (await town.inbox())[-1].body


async def test_button_of_a_text_that_waits_names_its_month_where_two_are_open(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("/report")
    await ada.taps("button-report", unit=ROADS, period="7月份", done="*", count="*")
    await ada.sends(FIRST)
    assert "7月份 · 2　Measure 2" in ada.card.labels


async def test_words_that_name_no_measure_may_be_of_either_open_month(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("/report")
    await ada.taps("button-report", unit=ROADS, period="7月份", done="*", count="*")
    card = await ada.sends(FIRST)
    assert said("held-month", month="7月份") in card.text
    card = await ada.taps("held-button-month", month="8月份")
    assert said("held-text", words=FIRST) in card.text
    assert said("held-month", month="8月份") in card.text
    await ada.taps("held-button-of", month="8月份", number="2", title="Measure 2")
    assert (await town.content(ROADS, "2", Period(2022, 8))).text == FIRST
    assert (await town.content(ROADS, "2", Period(2022, 7))).text == ""


async def test_words_that_go_on_with_a_measure_may_be_of_the_other_month(
    town: Town, ada: Chat
) -> None:
    await ada.sends("2 正常推进：备案6处。")
    await ada.sends("/report")
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    card = await ada.sends("2备案累计12处")
    assert said("held-text", words="2备案累计12处") in card.text
    card = await ada.taps("held-button-month", month="8月份")
    assert "2备案累计12处" in card.text
    step = said("step-text")
    await ada.taps("held-button-add", month="8月份", number="2", step=step)
    assert "备案累计12处" in (await town.content(ROADS, "2", Period(2022, 8))).text
    assert (await town.content(ROADS, "2", Period(2022, 7))).text == "备案6处。"


async def test_rest_that_no_open_month_has_says_which_months_were_looked_at(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("/report")
    card = await ada.sends("除2外其他的跟上月一样")
    assert said("pasted-no-rest-months", months="7月份、8月份") in card.text
    assert len([label for label in card.labels if "月份" in label]) >= 2


async def test_words_of_a_measure_that_two_months_ask_for_wait_until_the_month_is_chosen(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("我这几天不在")
    await ada.sends("/report")
    words = "2 会同交通局完成备案12处。"
    before = await town.facts()
    card = await ada.sends(words)
    assert said("held-text", words=words) in card.text
    assert said("held-ask-month", number="2") in card.text
    assert await town.facts() == before
    await ada.taps("held-button-of", month="8月份", number="2", title="Measure 2")
    content = await town.content(ROADS, "2", Period(2022, 8))
    assert content.text == "会同交通局完成备案12处。"
    assert (await town.content(ROADS, "2", Period(2022, 7))).text == ""


async def test_choice_of_the_month_is_kept_whatever_is_written_meanwhile(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    await ada.sends("/report")
    before = await town.facts()
    shown = await ada.sends("2 备案12处。")
    card = await ada.sends(FIRST)
    assert said("held-ask-month", number="2") in card.text
    assert set(shown.labels) < set(card.labels)
    card = await ada.sends("1")
    assert said("held-ask-month", number="1") in card.text
    card = await ada.sends("1 走访9户。")
    assert said("held-ask-month", number="1") in card.text
    assert await town.facts() == before
    await ada.taps("held-button-of", month="8月份", number="1", title="Measure 1")
    assert (await town.content(ROADS, "1", Period(2022, 8))).text == "走访9户。"
    await ada.taps("held-button-show")
    await ada.taps("held-button-apart")
    await ada.taps("held-button-of", month="8月份", number="2", title="Measure 2")
    assert (await town.content(ROADS, "2", Period(2022, 8))).text == "备案12处。"
    assert [(await town.content(ROADS, n, Period(2022, 7))).text for n in "12"] == ["", ""]


async def test_words_of_a_range_of_measures_are_split_or_kept(town: Town, ada: Chat) -> None:
    card = await ada.sends("1-2 正常推进：联动1次。")
    assert said("pasted-title", count=2) in card.text
    await ada.taps("pasted-button-drop")
    card = await ada.sends("1-2 组织联动1次。")
    assert said("held-text", words="1-2 组织联动1次。") in card.text


async def test_words_are_offered_to_the_last_open_measure(town: Town, ada: Chat) -> None:
    await ada.sends("1 正常推进：完成招标。")
    await ada.sends("/report")
    card = await ada.sends(FIRST)
    assert start_of("held-text", words=FIRST) in card.text
    await ada.taps("held-button-answer", month="none", number="2", step=said("step-text"))
    assert (await town.content(ROADS, "2")).text == FIRST


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("这条是亮点", "answer-mark"),
        ("删掉发放资料这句", "answer-change"),
        ("这条发错了", "answer-change"),
        ("作废", "answer-change"),
        ("这是第2项的", "answer-change"),
    ],
)
async def test_reply_that_tells_what_to_do_with_a_message_is_answered_with_the_way(
    town: Town, ada: Chat, words: str, key: str
) -> None:
    mine = await told(ada, "培训2期，发放资料120份。")
    card = await ada.does(lambda: ada.phone.sends(words, reply_to=mine))
    assert card.text.startswith(said(key, said=words))
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert (await town.content(ROADS, "1")).text == "培训2期，发放资料120份。"


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("2期→3期", "培训3期，发放资料120份。"),
        ("资料120改成130份", "培训2期，发放资料130份。"),
        ("培训2期应为3期，之前误报2期", "培训3期，发放资料120份。"),
    ],
)
async def test_reply_with_both_numbers_puts_the_words_right(
    town: Town, ada: Chat, words: str, after: str
) -> None:
    mine = await told(ada, "培训2期，发放资料120份。")
    await ada.does(lambda: ada.phone.sends(words, reply_to=mine))
    assert (await town.content(ROADS, "1")).text == after


@pytest.mark.parametrize("words", ["状态改成滞后", "不是正常推进，是滞后"])
async def test_reply_that_names_another_status_changes_it(
    town: Town, ada: Chat, words: str
) -> None:
    mine = await told(ada, "培训2期。")
    await ada.does(lambda: ada.phone.sends(words, reply_to=mine))
    content = await town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "培训2期。")


async def told(ada: Chat, words: str) -> Message:
    """The message that gave the first measure its text; the second is asked."""
    await at_text(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(words)))
    return mine[0]
