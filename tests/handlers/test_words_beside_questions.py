"""Words that come to no question, or to another than the open one, and a button that is typed."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, CLARA, PARKS, ROADS
from vocabulary.terms import ContactKind, EntryStatus, ReportState

VERA = 6_000_000_001


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
def clara(plain_town: Town) -> Chat:
    return plain_town.chats[CLARA]


async def opens_first(ada: Chat) -> Message:
    """The status of measure 1 is asked."""
    await ada.taps("button-start")
    return await ada.does(lambda: ada.phone.taps("1"))


async def test_reply_to_an_earlier_message_or_card_goes_on_with_its_measure(
    plain_town: Town, ada: Chat
) -> None:
    card = await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    await ada.taps("status-on_track")
    await ada.does(lambda: ada.phone.sends("另签约3家。", reply_to=mine[0]))
    await ada.does(lambda: ada.phone.sends("8月开工。", reply_to=card))
    assert (await plain_town.content(ROADS, "1")).text == "完成选址。\n另签约3家。\n8月开工。"
    assert (await plain_town.content(ROADS, "2")).text == ""
    await ada.does(lambda: ada.phone.sends("招标完成。", reply_to=ada.card))
    assert (await plain_town.content(ROADS, "2")).text == "招标完成。"


@pytest.mark.parametrize("words", ["改为：完成选址2处。", "请改成 完成选址2处。"])
async def test_reply_that_says_instead_takes_the_place_of_the_message(
    plain_town: Town, ada: Chat, words: str
) -> None:
    card = await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    shown = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    assert said("edit-taken", number="1") in shown.text
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"
    await ada.taps("status-on_track")
    shown = await ada.does(lambda: ada.phone.sends("改为：完成选址3处。", reply_to=mine[0]))
    assert "2　Measure 2" in shown.text
    assert (await plain_town.content(ROADS, "1")).text == "完成选址3处。"
    shown = await ada.does(lambda: ada.phone.sends("改为：完成招标。", reply_to=card))
    assert said("answer-words-only") in shown.text
    assert (await plain_town.content(ROADS, "1")).text == "完成招标。"
    await ada.does(lambda: ada.phone.sends("改为：滞后", reply_to=mine[0]))
    content = await plain_town.content(ROADS, "1")
    assert (content.text, content.status) == ("完成招标。", EntryStatus.ON_TRACK)
    assert (await plain_town.content(ROADS, "2")).text == ""


@pytest.mark.parametrize(
    "words", ["写错了，应为签约2家", "应为签约2家", "签约应该是2家，写错了", "错了，是2家"]
)
async def test_reply_that_owns_a_slip_in_a_text_puts_its_number_right(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-on_track")
    mine: list[Message] = []
    text = "因疫情影响，招商外出受限，目前完成签约1家"
    await ada.does(lambda: mine.append(ada.phone.sends(text)))
    shown = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    assert "2家”。" in shown.text
    assert "2　Measure 2" in shown.text
    assert (await plain_town.content(ROADS, "1")).text == text.replace("1家", "2家")
    assert (await plain_town.content(ROADS, "2")).text == ""


async def put_right_in_a_reply(ada: Chat, mine: Message) -> None:
    await ada.does(lambda: ada.phone.sends("不对，应该是130人次", reply_to=mine))


async def put_right_by_number(ada: Chat, _mine: Message) -> None:
    await ada.sends("刚才那个1项里面的120人次不对，是130人次")


@pytest.mark.parametrize("puts_right", [put_right_in_a_reply, put_right_by_number])
@pytest.mark.parametrize("how", ["reply", "edit"])
async def test_message_whose_slip_was_put_right_can_still_be_changed(
    plain_town: Town, ada: Chat, puts_right: Callable[[Chat, Message], Awaitable[None]], how: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-on_track")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("举办培训2期，培训120人次。")))
    await puts_right(ada, mine[0])
    assert (await plain_town.content(ROADS, "1")).text == "举办培训2期，培训130人次。"
    deeds: dict[str, Callable[[], object]] = {
        "reply": lambda: ada.phone.sends("改成：举办培训3期，培训135人次。", reply_to=mine[0]),
        "edit": lambda: ada.phone.edits(mine[0], "举办培训3期，培训135人次。"),
    }
    await ada.does(deeds[how])
    assert (await plain_town.content(ROADS, "1")).text == "举办培训3期，培训135人次。"


@pytest.mark.parametrize("words", ["写错了，应为洽谈2家", "应该是招商停滞", "写错了"])
async def test_reply_that_owns_another_slip_in_a_text_asks_for_the_whole(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-on_track")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("目前签约1家，另1家在谈。")))
    shown = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    asked = said("answer-slip-in-words", said=words, words="目前签约1家，另1家在谈。")
    assert shown.text.startswith(asked)
    assert (await plain_town.content(ROADS, "1")).text == "目前签约1家，另1家在谈。"
    await ada.sends("目前签约2家。")
    assert (await plain_town.content(ROADS, "1")).text == "目前签约2家。"


@pytest.mark.parametrize("words", ["改为：完成选址2处。", "请改成：完成选址2处。"])
async def test_what_is_said_instead_at_the_text_takes_its_place(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-on_track")
    await ada.sends("完成选址。")
    await ada.does(lambda: ada.phone.taps(said("button-back")))
    await ada.sends(words)
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"


async def test_what_is_said_instead_behind_a_stored_text_is_not_of_the_next_measure(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.taps("status-on_track")
    await ada.sends("完成选址。")
    card = await ada.sends("改为：完成选址2处。")
    assert (await plain_town.content(ROADS, "2")).text == ""
    add = said("held-button-replace", number="1", step=said("step-text"), month="none")
    assert add in card.labels
    assert said("held-ask-replace") in card.text
    await ada.does(lambda: ada.phone.taps(add))
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"
    assert (await plain_town.content(ROADS, "2")).text == ""


async def test_what_is_said_instead_behind_a_stored_text_is_no_problem(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.taps("status-behind")
    await ada.sends("完成选址。")
    await ada.sends("改为：完成选址2处。")
    await ada.taps("held-button-replace", number="1", step=said("step-text"), month="none")
    content = await plain_town.content(ROADS, "1")
    assert (content.text, content.problem) == ("完成选址2处。", "")


async def test_what_is_said_instead_before_the_status_takes_the_place_of_the_text(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.sends("完成选址。")
    await ada.sends("改为：完成选址2处。")
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"


async def test_reply_that_says_instead_after_filing_opens_a_correction(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    await ada.files()
    card = await ada.does(lambda: ada.phone.sends("改为：完成选址2处。", reply_to=mine[0]))
    assert said("edit-opens-correction", number="1") in card.text
    await ada.sends("数字有误。")
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"


@pytest.mark.parametrize("is_filed", [False, True])
async def test_reply_that_says_instead_leaves_the_status_that_its_message_told(
    plain_town: Town, ada: Chat, *, is_filed: bool
) -> None:
    await ada.taps("button-start")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("1 滞后 完成选址。\n存在问题：缺人。")))
    await ada.sends("8月招聘。")
    if is_filed:
        await ada.files()
    await ada.does(lambda: ada.phone.sends("改成：完成选址2处。", reply_to=mine[0]))
    if is_filed:
        await ada.sends("漏报1处。")
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "完成选址2处。")
    assert (content.problem, content.next_step) == ("缺人。", "8月招聘。")


async def test_reply_is_stored_though_a_list_waits_and_its_number_says_where_it_goes(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("正常推进：完成选址。")))
    await ada.sends("1. 已开工。\n2. 招标完成。")
    card = await ada.does(lambda: ada.phone.sends("另签约3家。", reply_to=mine[0]))
    assert (await plain_town.content(ROADS, "1")).text == "完成选址。\n另签约3家。"
    assert said("pasted-title", count=2) in card.text
    await ada.taps("pasted-button-drop")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.sends("2. 已签约。", reply_to=mine[0]))
    texts = [(await plain_town.content(ROADS, number)).text for number in ("1", "2")]
    assert texts == ["完成选址。\n另签约3家。", "已签约。"]


async def test_reply_after_filing_waits_for_a_correction(plain_town: Town, ada: Chat) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    await ada.files()
    card = await ada.does(lambda: ada.phone.sends("另签约3家。", reply_to=mine[0]))
    assert card.text.startswith(said("together-late", number="1", words="另签约3家。"))
    assert said("button-correct") in card.labels


async def test_typed_button_is_the_button_where_it_is_there(plain_town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    first = await ada.does(lambda: ada.phone.taps("1"))
    card = await ada.sends("跳过")
    assert "2　" in card.text
    assert (await ada.sends("返回")).text == first.text
    card = await ada.sends("目录")
    assert said("button-preview") in card.labels
    before = await plain_town.facts()
    card = await ada.sends("报送")  # the preview: nothing is filed while something is missing
    assert said("button-file") not in card.labels
    await ada.sends("报送")
    assert await plain_town.facts() == before
    await ada.fills()
    await ada.sends("报送", answers=2)
    assert (await plain_town.working(ROADS)).state is ReportState.FILED
    await ada.sends("更正")
    await ada.sends("放弃更正")  # which is not why it is corrected
    assert (await plain_town.working(ROADS)).state is ReportState.FILED
    card = await ada.sends("更正")
    assert said("button-correct") not in card.labels
    await ada.sends("补充内容。")
    assert (await plain_town.working(ROADS)).state is ReportState.FILLING


async def test_typed_button_says_what_its_tap_would_pop_up(plain_town: Town, ada: Chat) -> None:
    """Somebody else has answered meanwhile, so that what is confirmed is not what was shown."""
    await ada.files()
    await plain_town.moves_to(at(1, month=9))
    plain_town.reads_all()
    await ada.sends("/report")
    await ada.taps("button-same-all", count="2")
    vera = await plain_town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await vera.sends("/report")
    await vera.does(lambda: vera.phone.taps("1"))
    await vera.taps("status-on_track")
    await vera.sends("完成选址。")
    ada.news()
    card = await ada.sends("确认")
    assert card.text.startswith(f"{said('report-changed-meanwhile')}\n\n")
    assert start_of("button-same-all-confirm", count="1") in card.labels


async def test_preview_stays_where_a_word_is_not_understood(clara: Chat) -> None:
    preview = await clara.fills()
    card = await clara.sends("好的")
    assert card.text == f"{said('preview-not-understood')}\n\n{preview.text}"
    assert said("button-file") in card.labels


async def test_words_at_the_preview_and_after_filing_are_kept_for_the_only_measure(
    plain_town: Town, clara: Chat
) -> None:
    await clara.fills("采样点4处正常。")
    card = await clara.sends("另有3处在建。")
    assert "另有3处在建。" in card.text
    await clara.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await plain_town.content(PARKS, "2")).text == "采样点4处正常。\n另有3处在建。"
    await clara.taps("button-file", answers=2)
    card = await clara.sends("忘了写：还有监测20人。")
    assert said("button-correct") in card.labels
    await clara.taps("button-correct")
    card = await clara.sends("补充内容。")
    assert said("held-button-show") in card.labels


async def test_answer_that_is_edited_into_words_of_another_measure_stays(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    before = await plain_town.facts()
    card = await ada.does(lambda: ada.phone.edits(mine[0], "第2项：招标完成。"))
    assert said("edit-names-another", to="2") in card.text
    assert await plain_town.facts() == before
    await ada.does(lambda: ada.phone.edits(mine[0], "完成选址2处。"))
    assert (await plain_town.content(ROADS, "1")).text == "完成选址2处。"


async def test_answer_that_is_edited_into_a_command_stays(plain_town: Town, ada: Chat) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("完成选址。")))
    before = await plain_town.facts()
    card = await ada.does(lambda: ada.phone.edits(mine[0], "/report"))
    assert card.text.startswith(said("edit-into-command", said="/report"))
    assert await plain_town.facts() == before


@pytest.mark.parametrize(
    "words",
    ["正常推进了，上次选错", "上一项点错了", "选错了，应为正常推进", "刚才填错，是正常推进"],
)
async def test_wrong_choice_that_is_owned_at_the_next_measure_leads_back_and_is_no_text(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await opens_first(ada)
    await ada.sends("滞后：完成选址。存在问题：缺地。下一步：8月底前由市自然资源局落实用地。")
    card = await ada.sends(words)
    assert card.text.startswith(said("answer-change-here", said=words))
    assert "1　Measure 1" in card.text
    assert (await plain_town.content(ROADS, "2")).text == ""
    await ada.taps("status-on_track")
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "完成选址。")


@pytest.mark.parametrize("command", ["/away", "/phone"])
@pytest.mark.parametrize("words", ["2，接入3家，刚问了站里", "第2项：接入3家"])
async def test_measure_told_where_a_command_asks_goes_to_the_report(
    plain_town: Town, ada: Chat, command: str, words: str
) -> None:
    await opens_first(ada)
    await ada.sends(command)
    await ada.sends(words, answers=2 if command == "/away" else 1)
    if command == "/away":
        assert any(m.text == said("away-left") for m in ada.phone.chat)
    assert words[-4:] in ada.card.text
    assert said("pasted-button-take", count=1) in ada.labels
    card = await ada.taps("pasted-button-take", count=1)
    assert "接入3家" in (await plain_town.content(ROADS, "2")).text
    assert "Measure 1" in card.text


@pytest.mark.parametrize("command", ["/away", "/phone"])
async def test_measure_told_where_a_command_asks_and_nothing_else_is_open_is_stored(
    plain_town: Town, ada: Chat, command: str
) -> None:
    await ada.sends(command)
    await ada.sends("2 正常推进，接入3家", answers=2 if command == "/away" else 1)
    content = await plain_town.content(ROADS, "2")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "接入3家")


BESIDE = ["/away", "/phone", "/extend"]


@pytest.mark.parametrize("command", BESIDE)
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("2怎么填", "help-at-status"),
        ("2不用报吧", "answer-not-ours"),
        ("2这项是商务的不是我们的", "answer-not-ours"),
        ("2：—", "answer-says-nothing-text"),
    ],
)
async def test_what_is_asked_of_a_measure_where_a_command_asks_is_answered_there(
    plain_town: Town, ada: Chat, command: str, words: str, answer: str
) -> None:
    await opens_first(ada)
    await ada.sends(command)
    await ada.does(lambda: ada.phone.sends(words), answers=2 - (command == "/phone"))
    assert start_of(answer, said=words.removeprefix("2").removeprefix("：")) in ada.card.text
    assert "Measure 2" in ada.card.text
    assert (await plain_town.content(ROADS, "2")).text == ""


@pytest.mark.parametrize("command", BESIDE)
async def test_what_was_not_done_where_a_command_asks_is_of_its_measure(
    plain_town: Town, ada: Chat, command: str
) -> None:
    await ada.sends(command)
    await ada.does(lambda: ada.phone.sends("2没做"), answers=2 - (command == "/phone"))
    assert (await plain_town.content(ROADS, "2")).text == "没做"


@pytest.mark.parametrize("command", BESIDE)
async def test_answer_to_the_question_that_waits_where_a_command_asks_reaches_it(
    plain_town: Town, ada: Chat, command: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-behind")
    await ada.sends(command)
    answers = 2 - (command == "/phone")
    await ada.does(lambda: ada.phone.sends("累计183个，扩容完成招标。"), answers=answers)
    assert (await plain_town.content(ROADS, "1")).text == "累计183个，扩容完成招标。"
    assert said("ask-problem") in ada.card.text


@pytest.mark.parametrize("command", ["/away", "/phone"])
async def test_words_that_may_answer_the_question_that_waits_are_offered_there(
    plain_town: Town, ada: Chat, command: str
) -> None:
    await opens_first(ada)
    await ada.taps("status-behind")
    await ada.sends("完成招标。")
    await ada.sends(command)
    await ada.does(lambda: ada.phone.sends("站址协调困难。"), answers=2 - (command == "/phone"))
    assert (await plain_town.content(ROADS, "1")).problem == ""
    await ada.taps("held-button-answer", number="1", step=said("step-problem"), month="none")
    assert (await plain_town.content(ROADS, "1")).problem == "站址协调困难。"


@pytest.mark.parametrize(
    ("command", "words"),
    [("/away", "不用了"), ("/phone", "我号码没变"), ("/extend", "不延了"), ("/extend", "不用了")],
)
async def test_who_wants_nothing_any_more_leaves_what_a_command_asks(
    plain_town: Town, ada: Chat, command: str, words: str
) -> None:
    await opens_first(ada)
    await ada.sends(command)
    await ada.does(lambda: ada.phone.sends(words), answers=2 - (command == "/phone"))
    assert said("cancel-done") in ada.card.text
    assert "Measure 1" in ada.card.text
    assert (await plain_town.content(ROADS, "1")).text == ""


async def test_days_and_a_number_are_still_the_answer_to_the_command(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.sends("/away")
    await ada.sends("2号，开会")  # what was asked before waits for the confirmation
    assert any(said("away-button-confirm") in m.labels for m in ada.phone.chat)
    assert (await plain_town.content(ROADS, "2")).text == ""
    await ada.sends("/phone")
    card = await ada.sends("12345")
    assert said("phone-unclear") in card.text


BEHIND = "1 滞后：培训2期。存在问题：缺地5处。下一步：8月底前由市自然资源局协调3家。"


async def test_wrong_number_in_a_problem_is_put_right_wherever_it_is_said(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(BEHIND)))
    card = await ada.does(lambda: ada.phone.sends("不对，是6处", reply_to=mine[0]))
    assert said("answer-words-righted", was="5处", now="6处") in card.text
    assert (await plain_town.content(ROADS, "1")).problem == "缺地6处。"
    await ada.sends("第1项应为4家")
    if said("pasted-button-take", count=1) in ada.labels:
        await ada.taps("pasted-button-take", count=1)
    content = await plain_town.content(ROADS, "1")
    assert content.next_step == "8月底前由市自然资源局协调4家。"
    assert (content.text, content.problem) == ("培训2期。", "缺地6处。")


async def test_wrong_number_said_behind_the_problem_is_put_right_there(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.taps("status-behind")
    await ada.sends("培训2期。")
    await ada.sends("缺地5处。")
    card = await ada.sends("不对，是6处")
    assert said("answer-words-righted", was="5处", now="6处") in card.text
    card = await ada.sends("不对，是185")
    assert card.text.startswith(said("answer-slip-nowhere", said="不对，是185"))
    content = await plain_town.content(ROADS, "1")
    assert (content.text, content.problem, content.next_step) == ("培训2期。", "缺地6处。", "")


async def test_correction_of_the_text_where_the_next_step_is_asked_is_no_next_step(
    plain_town: Town, ada: Chat
) -> None:
    await opens_first(ada)
    await ada.taps("status-behind")
    await ada.sends("申报5家，其中3家通过省厅评审。")
    await ada.sends("缺地5处。")
    card = await ada.sends("更正：通过省厅评审的是2家")
    assert said("answer-words-righted", was="3家", now="2家") in card.text
    card = await ada.sends("更正：牵头的是市发改委")
    assert card.text.startswith(said("answer-slip-nowhere", said="更正：牵头的是市发改委"))
    content = await plain_town.content(ROADS, "1")
    assert content.text == "申报5家，其中2家通过省厅评审。"
    assert (content.problem, content.next_step) == ("缺地5处。", "")


@pytest.mark.parametrize("words", ["应该是滞后", "应为滞后", "状态改成滞后"])
@pytest.mark.parametrize("to_card", [False, True])
async def test_status_said_in_a_reply_is_that_of_the_measure_and_not_of_the_open_one(
    plain_town: Town, ada: Chat, words: str, *, to_card: bool
) -> None:
    card = await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("正常推进：完成选址。")))
    assert await plain_town.step_of(ada) == "status"
    await ada.does(lambda: ada.phone.sends(words, reply_to=card if to_card else mine[0]))
    first, second = [await plain_town.content(ROADS, one) for one in "12"]
    assert (first.status, first.text) == (EntryStatus.BEHIND, "完成选址。")
    assert (second.status, second.text) == (None, "")


@pytest.mark.parametrize("words", ["应该是滞后", "状态改成滞后"])
async def test_status_said_in_a_reply_after_filing_is_a_change_that_waits_for_the_reason(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await opens_first(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("正常推进：完成选址。")))
    await ada.sends("正常推进：完成招标。")
    await ada.taps("button-file", answers=2)
    card = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    assert card.text.endswith(said("ask-correction-reason", revision="1"))
    assert said("status-behind") in card.text
    assert (await plain_town.content(ROADS, "1")).status is EntryStatus.ON_TRACK
    await ada.sends("核实后滞后")
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "完成选址。")


@pytest.mark.parametrize("words", ["局长说可以", "改好了", "file it", "我填完了"])
async def test_wish_to_file_shows_the_preview_where_nothing_is_asked(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    card = await ada.sends(words)
    assert said("preview-title", unit=ROADS, month="7月份") in card.text
    assert said("button-list") in card.labels


async def test_measure_that_is_called_wrong_in_english_is_led_to(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    card = await ada.sends("2 is wrong, correct it")
    assert said("answer-change-here", said="2 is wrong, correct it") in card.text
    assert "Measure 2" in card.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("数字不对在哪里", "answer-question"),
        ("这个不归我们管", "answer-not-ours"),
        ("my colleague will do 63", "answer-cannot"),
        ("李工电话不要写进去", "answer-change"),
        ("取消亮点", "answer-mark"),
    ],
)
async def test_wish_or_question_is_answered_at_the_list(
    plain_town: Town, ada: Chat, words: str, answer: str
) -> None:
    await ada.taps("button-start")
    card = await ada.sends(words)
    assert card.text.startswith(said(answer, said=words))
    assert [(await plain_town.content(ROADS, n)).text for n in "12"] == ["", ""]
