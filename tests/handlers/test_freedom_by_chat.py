"""Whatever comes in between, the open question comes back; whatever is sent finds its place."""

import pytest

from dialog.press import Action, Press
from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import OLGA, ROADS
from vocabulary.terms import EntryStatus

WORDS, MORE = "完成12处站址选定。", "另有3处签约。"


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


async def at_text(ada: Chat, number: str = "1") -> None:
    """The words of the measure are asked."""
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps(number))
    await ada.taps("status-on_track")


# ── stale buttons ──────────────────────────────────────────────────────────────────────────────


async def test_stale_button_is_answered_and_the_open_question_is_shown_again(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    entry_id = (await town.working(ROADS)).entries[0].entry_id
    shown = await ada.presses(Press(Action.TAKE_MINE, entry_id).data())
    assert shown.text.startswith(said("stale"))
    assert shown.text.endswith(said("ask-text", when="7月份"))
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_button_that_says_nothing_shows_the_open_question_again(ada: Chat) -> None:
    old = await ada.sends("/status")
    await at_text(ada)
    shown = await ada.presses("v0:old:button", on=old)
    assert ada.toast == said("stale")
    assert shown.text.endswith(said("ask-text", when="7月份"))


async def test_stale_button_where_nothing_is_asked_is_answered_alone(town: Town, ada: Chat) -> None:
    entry_id = (await town.working(ROADS)).entries[0].entry_id
    shown = await ada.presses(Press(Action.TAKE_MINE, entry_id).data())
    assert shown.text == said("stale")


# ── words for a measure that is complete ───────────────────────────────────────────────────────


async def test_words_for_a_complete_measure_are_shown_there_and_can_be_undone(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.sends(WORDS)
    await ada.sends("1")
    shown = await ada.sends(MORE)
    assert said("answer-text-goes-on") in shown.text
    assert "1　Measure 1" in shown.text
    assert (await town.content(ROADS, "1")).text == f"{WORDS}\n{MORE}"
    shown = await ada.taps("button-words-back")
    assert said("answer-words-back") in shown.text
    assert (await town.content(ROADS, "1")).text == WORDS
    sent: list[Message] = []
    await ada.does(lambda: sent.append(ada.phone.sends(MORE)))
    shown = await ada.taps("button-words-only")
    assert said("answer-words-only") in shown.text
    assert (await town.content(ROADS, "1")).text == MORE
    await ada.does(lambda: ada.phone.edits(sent[0], WORDS))
    assert (await town.content(ROADS, "1")).text == WORDS


# ── something beside the report ────────────────────────────────────────────────────────────────


async def test_answer_to_the_offices_question_leads_back_to_the_question_that_was_open(
    town: Town, ada: Chat
) -> None:
    olga = town.chats[OLGA]
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.taps("status-behind")
    for words in (WORDS, "站址协调困难。", "8月底前协调。"):
        await ada.sends(words)
    await ada.files()
    await town.moves_to(at(1, month=9))
    for chat in town.chats.values():
        chat.news()
    await olga.sends("/problems")
    await olga.does(lambda: olga.phone.taps(f"{ROADS} 1"))
    await olga.taps("problem-button-ask")
    await olga.sends("谁来协调？")
    asked = ada.the_news()
    await at_text(ada, "2")
    answer = next(b.data for row in asked.buttons for b in row if b.data)
    await ada.presses(answer, on=asked)
    shown = await ada.sends("属地协调。", answers=2)
    assert shown.text.endswith(said("ask-text", when="8月份"))
    assert "2　Measure 2" in shown.text
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_highlight_leads_back_to_the_question_that_was_open(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await ada.taps("button-highlight")
    shown = await ada.sends("全省首个。", answers=2)
    assert shown.text.endswith(said("ask-text", when="7月份"))
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_days_of_an_absence_lead_back_to_the_question_that_was_open(ada: Chat) -> None:
    await at_text(ada)
    await ada.sends("/away")
    shown = await ada.taps("away-button-no", answers=2)
    assert shown.text.endswith(said("ask-text", when="7月份"))


async def test_who_leaves_for_the_list_is_not_called_back(ada: Chat) -> None:
    await at_text(ada)
    await ada.sends("/away")
    card = await ada.sends("/report")
    assert start_of("card-title", unit=ROADS, month="7月份") in card.text


# ── one line with a number ─────────────────────────────────────────────────────────────────────


async def test_line_that_begins_with_another_measures_number_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    shown = await ada.sends(f"2. {WORDS}")
    assert said("pasted-title", count=1) in shown.text
    assert said("pasted-button-answer", number="1") in shown.labels
    await ada.taps("pasted-button-take", count=1)
    assert (await town.content(ROADS, "2")).text == WORDS
    assert (await town.content(ROADS, "1")).text == ""


async def test_line_with_another_measures_number_may_be_the_open_ones_words_all_the_same(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.sends(f"2. {WORDS}")
    await ada.taps("pasted-button-answer", number="1")
    assert (await town.content(ROADS, "1")).text == f"2. {WORDS}"
    assert (await town.content(ROADS, "2")).text == ""


async def test_line_with_a_number_is_known_where_nothing_is_asked(town: Town, ada: Chat) -> None:
    await ada.sends(f"2、{WORDS}")
    assert (await town.content(ROADS, "2")).text == WORDS


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        (f"1. {WORDS}", WORDS),
        ("2 个项目已开工。", "2 个项目已开工。"),
        ("2022. 年度任务已分解。", "2022. 年度任务已分解。"),
    ],
)
async def test_line_about_the_open_measure_or_a_count_is_its_answer(
    town: Town, ada: Chat, words: str, stored: str
) -> None:
    await at_text(ada)
    await ada.sends(words)
    assert (await town.content(ROADS, "1")).text == stored


# ── problem and next step in what is pasted ────────────────────────────────────────────────────


async def test_problem_and_next_step_of_a_pasted_measure_stand_in_their_fields(
    town: Town, ada: Chat
) -> None:
    await ada.sends(
        f"1. 滞后：{WORDS}\n存在问题：站址协调困难，原因是要价高。\n下一步打算：8月底前协调。\n"
        "2. 正常推进：完成招标。存在问题：人手不足。"
    )
    await ada.taps("pasted-button-take", count=2)
    first, second = [await town.content(ROADS, number) for number in "12"]
    assert (first.status, first.text) == (EntryStatus.BEHIND, WORDS)
    assert (first.problem, first.next_step) == ("站址协调困难，原因是要价高。", "8月底前协调。")
    assert (second.status, second.text) == (EntryStatus.ON_TRACK, "完成招标。")
    assert (second.problem, second.problem_stands) == ("人手不足。", True)


async def test_problem_pasted_before_any_status_is_filed_whatever_status_is_chosen(
    town: Town, ada: Chat
) -> None:
    await ada.sends(f"1. {WORDS}存在问题：人手不足。\n2. 完成招标。")
    await ada.taps("pasted-button-take", count=2)
    assert (await town.content(ROADS, "1")).problem == "人手不足。"
    shown = await ada.taps("status-on_track")
    assert said("answer-problem-stands") in shown.text
    await ada.sends("8月补充2人。")
    await ada.files()
    filed = (await town.revisions(ROADS))[0].entries[0].content
    assert (filed.text, filed.problem, filed.next_step) == (WORDS, "人手不足。", "8月补充2人。")


# ── edits of what was no plain text ────────────────────────────────────────────────────────────


async def test_edit_of_as_last_month_into_words_keeps_the_rest_and_takes_the_words(
    town: Town, ada: Chat
) -> None:
    await ada.files(WORDS)
    await town.moves_to(at(1, month=9))
    ada.news()
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.sends("同上月")
    mine = next(m for m in reversed(ada.phone.chat) if m.text == "同上月")
    await ada.does(lambda: ada.phone.edits(mine, "又选定3处。"))
    content = await town.content(ROADS, "1")
    assert content.text == "又选定3处。"


async def test_edit_of_a_next_step_takes_back_who_was_to_help_and_names_another(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    await ada.sends("站址协调困难。")
    await ada.sends("8月补足。需协调：Water")
    mine = next(m for m in reversed(ada.phone.chat) if m.text.startswith("8月补足"))
    assert (await town.content(ROADS, "1")).help_from == "Water"
    await ada.does(lambda: ada.phone.edits(mine, "9月补足。需协调：Parks"))
    content = await town.content(ROADS, "1")
    assert (content.next_step, content.help_from) == ("9月补足。", "Parks")
    await ada.does(lambda: ada.phone.edits(mine, "9月补足。"))
    assert (await town.content(ROADS, "1")).help_from == ""


async def test_helper_finds_the_way_back_too(town: Town, ada: Chat) -> None:
    hugo = await town.asks_for_help("Hugo", 6_000_000_004, ROADS, "2")
    await hugo.sends("/report")
    await hugo.taps("button-continue", number="2")
    entry_id = (await town.working(ROADS)).entries[1].entry_id
    shown = await hugo.presses(Press(Action.TAKE_MINE, entry_id).data())
    assert shown.text.startswith(said("stale"))
    assert said("status-on_track") in shown.labels
    ada.news()
