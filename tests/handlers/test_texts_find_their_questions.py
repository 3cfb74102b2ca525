"""A text answers the question that its writer saw: not one that came after it was sent."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from dialog.press import Action, Press
from sandbox import Drop, Message, flood_wait
from tests.chat import (
    Chat,
    Town,
    a_begun_town,
    july_begins,
    said,
    start_of,
)
from tests.factories import at
from tests.models.samples import ADA, BORIS, ROADS, WATER, an_indicator, assigned
from texts.wording import month_name
from vocabulary.period import Period
from vocabulary.report import Figure
from vocabulary.terms import ContactKind, EntryStatus, Role

FIRST, SECOND = "完成12处站址选定。", "另有3处正在协商。"


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
async def figure_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has a measure with one figure and one with none; Water a measure with two."""
    stations = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
    pipes = replace(stations, name="新建管网", unit_of_measure="公里")
    measures = [
        assigned("1", (ROADS, Role.LEAD), indicators=(stations,)),
        assigned("2", (ROADS, Role.LEAD)),
        assigned("3", (WATER, Role.LEAD), indicators=(stations, pipes)),
    ]
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=measures) as town:
        yield town


@pytest.fixture
async def two_figures(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has two measures, each with a figure."""
    stations = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
    measures = [assigned(one, (ROADS, Role.LEAD), indicators=(stations,)) for one in "12"]
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=measures) as town:
        yield town


async def asked(ada: Chat, number: str = "1", status: str = "status-on_track") -> None:
    """The text of the measure is being asked."""
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps(number))
    await ada.taps(status)


def sends_both(ada: Chat, first: str = FIRST, second: str = SECOND) -> None:
    ada.phone.sends(first)
    ada.phone.sends(second)


async def test_second_of_two_messages_goes_on_with_the_first(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    card = await ada.does(lambda: sends_both(ada))
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n{SECOND}"
    assert (await plain_town.content(ROADS, "2")).text == ""
    assert "● 1" in card.text
    assert said("answer-added") in card.text
    assert card.text.endswith(said("ask-status", when="7月份"))


WAITS = "2 完成招标。"


async def holds(ada: Chat) -> None:
    """A text of hers waits for its place."""
    await asked(ada)
    await ada.does(lambda: sends_both(ada, FIRST, WAITS))
    assert said("held-text", words=WAITS) in ada.card.text


async def test_text_that_waits_ends_with_its_month_and_is_given_back(
    plain_town: Town, ada: Chat
) -> None:
    await holds(ada)
    await plain_town.passes(at(1, month=9), every=timedelta(days=3))
    head = said("held-returned-month", month=month_name("zh-CN", Period(2022, 7)))
    (returned,) = [m.text for m in ada.phone.chat if m.text.startswith(head)]
    assert WAITS in returned
    plain_town.reads_all()
    card = await ada.sends("/report")
    assert said("held-button-show") not in card.labels
    await plain_town.passes(at(2, month=9), every=timedelta(hours=12))
    assert len([m for m in ada.phone.chat if m.text.startswith(head)]) == 1
    plain_town.reads_all()


async def test_text_that_waits_goes_to_no_report_of_another_unit(
    plain_town: Town, ada: Chat
) -> None:
    await holds(ada)
    await plain_town.joins("Ada", ADA, WATER, ContactKind.DEPUTY)
    await ada.sends("/report")
    await ada.taps("button-report", unit=WATER, period="*", done="*", count="*", answers=2)
    (returned,) = [m.text for m in ada.phone.chat if m.text.startswith(said("held-returned"))]
    assert WAITS in returned
    assert said("held-button-show") not in ada.card.labels


@pytest.mark.parametrize("button", ["held-button-answer", "held-button-add", "held-button-drop"])
async def test_open_question_comes_again_whatever_becomes_of_a_text_that_waits(
    ada: Chat, button: str
) -> None:
    await holds(ada)
    if button == "held-button-drop":
        card = await ada.taps(button)
    else:
        card = await ada.taps(button, number="*", step="*")
    assert card.text.endswith(
        (said("ask-status", when="7月份"), said("ask-status-only", when="7月份"))
    )


async def test_second_message_does_not_become_the_problem(plain_town: Town, ada: Chat) -> None:
    await asked(ada, status="status-behind")
    card = await ada.does(lambda: sends_both(ada))
    content = await plain_town.content(ROADS, "1")
    assert (content.text, content.problem) == (f"{FIRST}\n{SECOND}", "")
    assert card.text.endswith(said("ask-problem"))


async def test_words_after_the_last_text_go_on_with_it(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    await ada.sends(FIRST)
    await ada.taps("status-on_track")
    card = await ada.does(lambda: sends_both(ada))
    assert (await plain_town.content(ROADS, "2")).text == f"{FIRST}\n{SECOND}"
    assert said("button-file") in card.labels


async def test_what_is_written_once_the_question_stands_there_answers_it(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada, status="status-behind")
    await ada.sends(FIRST)
    await ada.sends("资金未到位。")
    assert (await plain_town.content(ROADS, "1")).problem == "资金未到位。"


@pytest.mark.parametrize("moment", ["before the kill", "while the bot is away"])
async def test_messages_of_a_time_without_the_bot_stay_with_their_question(
    plain_town: Town, ada: Chat, moment: str
) -> None:
    town = plain_town
    await asked(ada)
    ada.phone.sends(FIRST)
    if moment == "before the kill":
        await town.receives()
    await town.kill()
    town.clock.advance(timedelta(minutes=3))
    ada.phone.sends(SECOND)
    town.clock.advance(timedelta(minutes=3))
    await town.steps()
    ada.the_news()
    assert (await town.content(ROADS, "1")).text == f"{FIRST}\n{SECOND}"


async def test_message_older_than_a_question_that_waits_for_its_turn_is_no_answer_to_it(
    plain_town: Town, ada: Chat
) -> None:
    """Telegram asks for silence, so that the problem is asked half a minute late."""
    town = plain_town
    await asked(ada, status="status-behind")
    town.sandbox.faults.next("sendMessage", flood_wait(30))
    ada.phone.sends(FIRST)
    await town.steps()
    town.clock.advance(timedelta(seconds=20))
    ada.phone.sends(SECOND)
    town.clock.advance(timedelta(seconds=20))
    await town.steps()
    ada.the_news()
    assert (await town.content(ROADS, "1")).text == f"{FIRST}\n{SECOND}"


async def test_words_beside_a_tapped_status_are_its_text(plain_town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))

    def taps_and_writes() -> None:
        ada.phone.taps(said("status-on_track"))
        ada.phone.sends(FIRST)

    await ada.does(taps_and_writes)
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, FIRST)


async def writes_below_a_tap_that_came_late(town: Town, ada: Chat, words: str) -> Message:
    """The words answer the card that stands; the tap, of an older one, leads to the text of 1."""
    report = await town.working(ROADS)
    first = next(e for e in report.entries if e.measure.number == "1")
    late = Press(Action.ENTRY, first.entry_id, "text").data()

    def tap_comes_late() -> None:
        ada.phone.presses(late)
        ada.phone.sends(words)

    return await ada.does(tap_comes_late)


async def test_text_below_another_measures_question_is_no_answer_to_a_tap_that_came_late(
    plain_town: Town, ada: Chat
) -> None:
    """The tap is of an older card: it was on its way while the question of 2 came and was read."""
    await asked(ada)
    await ada.sends(FIRST)
    await ada.taps("status-on_track")
    card = await writes_below_a_tap_that_came_late(plain_town, ada, SECOND)
    assert said("held-text", words=SECOND) in card.text
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    assert (await plain_town.content(ROADS, "2")).text == SECOND


@pytest.mark.parametrize("action", [Action.HELD_ADD, Action.HELD_ANSWER, Action.HELD_DROP])
async def test_tap_on_a_card_that_shows_less_than_waits_by_now_stores_and_drops_nothing(
    plain_town: Town, ada: Chat, action: Action
) -> None:
    await holds(ada)
    old = ada.card
    shown = [one.data or "" for row in old.buttons for one in row]
    data = next(one for one in shown if one.startswith(f"v1:{action}:"))
    await ada.sends(SECOND)
    before = await plain_town.facts()
    card = (await ada.presses(data, on=old)).text
    assert said("held-text-line", words=WAITS) in card
    assert said("held-text-line", words=SECOND) in card
    assert await plain_town.facts() == before


async def test_tap_for_one_text_that_waited_is_none_for_another_one_as_long(
    plain_town: Town, ada: Chat
) -> None:
    await holds(ada)
    old = ada.card
    shown = [one.data or "" for row in old.buttons for one in row]
    data = next(one for one in shown if one.startswith(f"v1:{Action.HELD_ADD}:"))
    await ada.taps("held-button-drop")
    await ada.taps("status-on_track")
    another = "全部完成招标。"
    assert len(another) == len(WAITS)
    await writes_below_a_tap_that_came_late(plain_town, ada, another)
    before = await plain_town.facts()
    card = (await ada.presses(data, on=old)).text
    assert said("held-text", words=another) in card
    assert await plain_town.facts() == before


async def test_texts_that_wait_are_apart_where_their_writer_had_different_questions_before_them(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    await ada.sends(FIRST)
    await ada.taps("status-on_track")
    await writes_below_a_tap_that_came_late(plain_town, ada, SECOND)
    report = await plain_town.working(ROADS)
    first = next(e for e in report.entries if e.measure.number == "1")
    await ada.presses(Press(Action.ENTRY, first.entry_id, "text").data())
    to_list = Press(Action.REPORT, report.report_id).data()

    def another_comes_late() -> None:
        ada.phone.presses(to_list)
        ada.phone.sends("第三句。")

    card = await ada.does(another_comes_late)
    assert said("held-text", words="第三句。") in card.text
    await ada.taps("held-button-add", month="none", number="1", step=said("step-text"))
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n第三句。"
    await ada.taps("held-button-show")
    await ada.taps("held-button-add", month="none", number="2", step=said("step-text"))
    assert (await plain_town.content(ROADS, "2")).text == SECOND


async def test_text_below_a_card_that_may_have_arrived_is_asked_about(
    plain_town: Town, ada: Chat
) -> None:
    """The question of 2 was shown, and nobody knows; meanwhile a tap leads to the list."""
    town = plain_town
    await asked(ada)
    await ada.sends(FIRST)
    town.sandbox.faults.next("sendMessage", Drop(accepted=True), times=2, chat_id=ADA)
    ada.phone.taps(said("status-on_track"))
    await town.steps()
    report = await town.working(ROADS)
    ada.phone.presses(Press(Action.REPORT, report.report_id).data())
    ada.phone.sends(SECOND)
    await town.steps()
    assert (await town.content(ROADS, "1")).text == FIRST
    assert said("held-text", words=SECOND) in ada.phone.chat[-1].text
    ada.phone.taps(said("held-button-add", month="none", number="2", step=said("step-text")))
    await town.steps()
    assert (await town.content(ROADS, "2")).text == SECOND
    town.reads_all()


async def test_text_written_with_a_tap_on_the_same_card_answers_what_the_tap_asked(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    await ada.sends(FIRST)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))

    def taps_and_writes() -> None:
        ada.phone.taps(said("button-change-text"))
        ada.phone.sends(SECOND)

    await ada.does(taps_and_writes)
    assert (await plain_town.content(ROADS, "1")).text == SECOND


@pytest.mark.parametrize("second", ["正常推进", "2 完成招标。", "12"])
async def test_text_that_could_be_for_either_is_held_and_asked_about(
    plain_town: Town, ada: Chat, second: str
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    card = await ada.does(lambda: sends_both(ada, FIRST, second))
    assert said("held-text", words=second) in card.text
    assert card.text.startswith("● 1")
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    await ada.taps("held-button-add", month="none", number="1", step=said("step-text"))
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n{second}"
    assert before != await plain_town.facts()


async def test_held_text_may_answer_the_open_question(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    await ada.does(lambda: sends_both(ada, FIRST, "2 完成招标。"))
    card = await ada.taps("held-button-answer", month="none", number="2", step=said("step-text"))
    assert said("answer-kept-as-text") in card.text
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    assert (await plain_town.content(ROADS, "2")).text == "完成招标。"


async def test_held_text_may_be_put_away_and_the_question_comes_back(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    await ada.does(lambda: sends_both(ada, FIRST, "12"))
    before = await plain_town.facts()
    card = await ada.taps("held-button-drop")
    assert card.text.startswith(said("held-dropped"))
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert await plain_town.facts() == before


async def test_held_text_waits_while_the_person_looks_elsewhere(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    await ada.does(lambda: sends_both(ada, FIRST, "2 完成招标。"))
    card = await ada.sends("/report")
    assert said("held-button-show") in card.labels
    held = await ada.taps("held-button-show")
    assert said("held-text", words="2 完成招标。") in held.text
    await ada.taps("held-button-drop")
    assert said("held-button-show") not in ada.labels


async def test_what_comes_while_a_text_is_held_is_held_with_it(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    await ada.does(lambda: sends_both(ada, FIRST, "2 完成招标。"))
    card = await ada.sends(SECOND)
    assert said("held-text-lines", count=2) in card.text
    assert said("held-text-line", words="2 完成招标。") in card.text
    assert said("held-text-line", words=SECOND) in card.text
    await ada.taps("held-button-answer", month="none", number="2", step="*")
    assert (await plain_town.content(ROADS, "2")).text == f"完成招标。\n{SECOND}"


async def test_messages_that_wait_together_are_placed_one_by_one(
    plain_town: Town, ada: Chat
) -> None:
    await waits_at_the_preview(ada)
    for words in (SECOND, "漏写了一句"):
        await ada.sends(words)
    card = await ada.taps("held-button-apart")
    assert said("held-text", words=WISH) in card.text
    await ada.taps("held-button-drop")
    card = await ada.taps("held-button-show-more", count=2)
    assert said("held-text", words=SECOND) in card.text
    await ada.taps("held-button-of", month="none", number="2", title="Measure 2")
    card = await ada.taps("held-button-show")
    assert said("held-text", words="漏写了一句") in card.text
    assert said("held-button-apart") not in card.labels
    await ada.taps("held-button-drop")
    text = (await plain_town.content(ROADS, "2")).text
    assert text.endswith(f"\n{SECOND}")
    assert WISH not in text


async def test_held_text_of_one_person_is_no_affair_of_another(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    held = await ada.does(lambda: sends_both(ada, FIRST, "12"))
    data = next(b.data for row in held.buttons for b in row if b.data and ":ha:" in b.data)
    before = await plain_town.facts()
    told = await plain_town.chats[BORIS].presses(data)
    assert told.text == said("not-allowed")
    assert await plain_town.facts() == before
    await ada.taps("held-button-drop")


async def test_all_parts_of_a_text_that_telegram_has_cut_are_refused_together(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    card = await ada.does(lambda: ada.phone.sends("字" * 4096 + "尾" * 300))
    assert said("answer-too-long-parts", length=4396, limit=2000) in card.text
    assert await plain_town.facts() == before
    await ada.sends(FIRST)
    assert (await plain_town.content(ROADS, "1")).text == FIRST


async def test_text_that_telegram_has_cut_is_refused_whole_though_another_one_waits(
    plain_town: Town, ada: Chat
) -> None:
    await holds(ada)
    await ada.sends("1")
    await ada.taps("button-change-text")
    before = await plain_town.facts()
    card = await ada.does(lambda: ada.phone.sends("字" * 4096 + "尾" * 300))
    assert said("answer-too-long-parts", length=4396, limit=2000) in card.text
    assert await plain_town.facts() == before
    card = await ada.taps("held-button-show")
    assert said("held-text", words=WAITS) in card.text


async def test_additions_beyond_the_limit_are_held_and_the_text_stays(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    card = await ada.does(lambda: sends_both(ada, "字" * 1990, "尾" * 30))
    assert start_of("answer-too-long") in card.text
    assert (await plain_town.content(ROADS, "1")).text == "字" * 1990
    await ada.taps("held-button-drop")


async def test_album_is_answered_once(plain_town: Town, ada: Chat) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
    told = await ada.does(lambda: ada.phone.sends_album([picture] * 3))
    assert told.text.endswith(said("evidence-damaged", name=""))
    await ada.does(lambda: ada.phone.sends_photo(picture))


# A number alone


@pytest.mark.parametrize("words", ["18", "-5", "约183", "三百", "1.2万"])
async def test_number_where_words_are_wanted_is_explained_and_not_stored(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    before = await plain_town.facts()
    card = await ada.sends(words)
    assert said("answer-number-only", said=words) in card.text
    await ada.taps("status-on_track")
    card = await ada.sends(words)
    assert said("answer-number-only", said=words) in card.text
    assert before != await plain_town.facts()
    assert (await plain_town.content(ROADS, "1")).text == ""


@pytest.mark.parametrize("words", ["2", "第2项", "２"])
async def test_number_of_another_measure_leads_there(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    before = await plain_town.facts()
    card = await ada.sends(words)
    assert card.text.startswith("2　")
    assert await plain_town.facts() == before


async def test_number_of_another_measure_leads_there_from_the_problem_too(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-behind")
    await ada.sends("完成12处站址选定。")
    card = await ada.sends("2")
    assert card.text.startswith("2　")


async def test_number_beside_a_doubtful_figure_may_be_a_measure_or_the_right_one(
    figure_town: Town,
) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    await ada.sends("完成12处站址选定。")
    await ada.sends("99999")
    card = await ada.sends("2")
    assert said("answer-number-either", said="2", name="累计建成5G基站", unit="个") in card.text
    await ada.sends("累计2个")
    content = await figure_town.content(ROADS, "1")
    assert content.figures == (Figure(1, Decimal(2)),)


async def test_number_of_the_open_measure_shows_its_question_again(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    asked = ada.card.text
    before = await plain_town.facts()
    assert (await ada.sends("1")).text == asked
    assert await plain_town.facts() == before


async def test_number_of_the_open_measure_may_be_its_figure_and_is_asked_about(
    figure_town: Town,
) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    before = await figure_town.facts()
    card = await ada.sends("1")
    assert said("answer-number-either", said="1", name="累计建成5G基站", unit="个") in card.text
    assert await figure_town.facts() == before


async def test_own_number_alone_where_a_figure_is_asked_is_asked_about(figure_town: Town) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    asked = await ada.sends("完成12处站址选定。")
    before = await figure_town.facts()
    card = await ada.sends("1")
    assert said("answer-number-either", said="1", name="累计建成5G基站", unit="个") in card.text
    assert await figure_town.facts() == before
    again = await ada.taps("button-go-to", number="1")
    assert again.text.endswith(asked.text.splitlines()[-1])
    await ada.sends("1")
    await ada.taps("button-likely", figure="1个")
    assert (await figure_town.content(ROADS, "1")).figures == (Figure(1, Decimal(1)),)


async def test_number_at_the_status_is_the_figure_of_the_only_indicator(figure_town: Town) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    card = await ada.sends("约183个")
    taken = said("answer-number-taken-about", name="累计建成5G基站", figure="183个")
    assert taken in card.text
    assert said("status-on_track") in card.labels
    content = await figure_town.content(ROADS, "1")
    assert content.figures == (Figure(1, Decimal(183), approximate=True),)
    assert content.text == ""


async def test_number_that_may_be_a_measure_or_a_figure_is_asked_about(figure_town: Town) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    before = await figure_town.facts()
    card = await ada.sends("2")
    assert said("answer-number-either", said="2", name="累计建成5G基站", unit="个") in card.text
    assert await figure_town.facts() == before
    card = await ada.taps("button-go-to", number="2")
    assert card.text.startswith("2　")


async def test_number_for_one_of_several_indicators_is_asked_about(figure_town: Town) -> None:
    boris = figure_town.chats[BORIS]
    await boris.taps("button-start")
    await boris.taps("button-begin", number="3")
    before = await figure_town.facts()
    card = await boris.sends("183")
    assert said("answer-number-which", said="183") in card.text
    assert await figure_town.facts() == before


async def test_help_tells_that_a_number_leads_to_its_measure(ada: Chat) -> None:
    assert "序号" in (await ada.sends("/help")).text


async def held_behind_a_tap(ada: Chat) -> Message:
    """Words sent together with the tap that settles the measure: they wait for their place."""
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.sends(FIRST)

    def both() -> None:
        ada.phone.taps(said("status-on_track"))
        ada.phone.sends(SECOND)

    return await ada.does(both)


async def test_number_alone_leads_to_its_measure_while_a_text_waits_and_the_text_waits_on(
    plain_town: Town, ada: Chat
) -> None:
    await held_behind_a_tap(ada)
    await ada.sends("/report")
    card = await ada.sends("2")
    assert card.text.startswith(said("held-waits", words=SECOND))
    assert said("held-button-show") in card.labels
    await ada.sends("招标完成。")
    assert (await plain_town.content(ROADS, "2")).text == "招标完成。"
    card = await ada.taps("held-button-show")
    assert SECOND in card.text
    assert "招标" not in card.text
    await ada.taps("held-button-add", month="none", number="1", step=said("step-text"))
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n{SECOND}"


WISH = "我下午开会"


async def waits_at_the_preview(ada: Chat) -> None:
    await ada.fills()
    await ada.sends(WISH)
    assert said("held-text", words=WISH) in ada.card.text


@pytest.mark.parametrize(
    ("typed", "shows"),
    [
        ("报送", said("preview-nothing-missing")),
        ("预览", said("preview-nothing-missing")),
        ("核对并报送", said("preview-nothing-missing")),
        ("目录", "● 1　Measure 1"),
        ("其余同上月", said("card-same-all-none")),
        ("12", said("aside-not-kept", said="12")),
        ("正常推进", said("aside-not-kept", said="正常推进")),
        ("好了，报吧", said("preview-nothing-missing")),
        ("我填完了", said("preview-nothing-missing")),
        ("／report", "● 1　Measure 1"),
    ],
)
async def test_typed_button_command_or_wish_is_done_while_a_text_waits_and_is_no_part_of_it(
    plain_town: Town, ada: Chat, typed: str, shows: str
) -> None:
    await waits_at_the_preview(ada)
    before = await plain_town.facts()
    card = await ada.sends(typed)
    assert shows in card.text
    assert await plain_town.facts() == before
    if said("held-button-show") in card.labels:
        card = await ada.taps("held-button-show")
    assert said("held-text", words=WISH) in card.text
    assert (await ada.sends("不存这条")).text.startswith(said("held-dropped"))


async def test_words_that_name_their_measure_go_there_while_a_text_waits(
    plain_town: Town, ada: Chat
) -> None:
    await holds(ada)
    await ada.sends("2 正常推进：联动1次。")
    content = await plain_town.content(ROADS, "2")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, "联动1次。")
    card = await ada.taps("held-button-show")
    assert said("held-text", words=WAITS) in card.text


async def test_words_that_tell_another_measure_wait_apart_from_the_text_that_waits(
    plain_town: Town, ada: Chat
) -> None:
    await waits_at_the_preview(ada)
    card = await ada.sends("1 13轮")
    assert said("held-text", words="1 13轮") in card.text
    await ada.taps("held-button-add", month="none", number="1", step=said("step-text"))
    assert (await plain_town.content(ROADS, "1")).text.endswith("\n1 13轮")
    card = await ada.taps("held-button-show")
    assert said("held-text", words=WISH) in card.text


@pytest.mark.parametrize("words", ["2项改成6.5万亩", "刚才2项写错了，应该是3500万"])
async def test_words_about_a_filed_measure_lead_to_its_correction(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await ada.files()
    card = await ada.sends(words)
    assert said("together-late", number="2", words=words) in card.text
    await ada.taps("button-correct")
    card = await ada.sends("数字有误，改正。")
    assert card.text.startswith(said("held-waits-of", words=words, number="2"))
    assert "2　Measure 2" in card.text
    assert said("button-change-text") in card.labels
    assert said("held-button-show") in card.labels
    await ada.taps("button-list")
    card = await ada.sends("刚才1项写错了，应该是3500万")
    assert card.text.startswith(start_of("aside-not-kept"))
    assert "1　Measure 1" in card.text
    await ada.sends("落实资金3500万元。")
    assert (await plain_town.content(ROADS, "1")).text == "落实资金3500万元。"


@pytest.mark.parametrize("typed", ["其余同上月", "其余同上月（2项）", "核对并报送", "查看全文"])
async def test_typed_button_that_leads_elsewhere_is_no_words_of_the_open_measure(
    plain_town: Town, ada: Chat, typed: str
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    await ada.sends(typed)
    assert await plain_town.facts() == before
    assert (await plain_town.content(ROADS, "1")).text == ""


async def test_places_of_a_text_that_waits_stay_the_same_wherever_one_has_looked(
    plain_town: Town, ada: Chat
) -> None:
    shown = await held_behind_a_tap(ada)
    await ada.sends("/report")
    again = await ada.taps("held-button-show")
    assert again.labels == shown.labels
    assert len(again.labels) == 3
    await ada.does(lambda: ada.phone.taps(again.labels[1]))
    assert (await plain_town.content(ROADS, "2")).text == SECOND


@pytest.mark.parametrize(
    ("words", "stands"),
    [("接入企业应为5家", "接入企业5家。"), ("不对，是5家", "接入企业5家。"), ("5家才对", "")],
)
async def test_reply_to_a_stored_list_is_of_its_measures_and_not_the_figure_that_is_asked(
    figure_town: Town, words: str, stands: str
) -> None:
    ada = figure_town.chats[ADA]
    mine: list[Message] = []
    await ada.does(
        lambda: mine.append(ada.phone.sends("1. 正常推进：建设基站。\n2. 正常推进：接入企业4家。"))
    )
    card = await ada.taps("pasted-button-take", count=2)
    assert "累计建成5G基站" in card.text
    card = await ada.does(lambda: ada.phone.sends(words, reply_to=mine[0]))
    content = await figure_town.content(ROADS, "1")
    assert content.figures == ()
    assert (await figure_town.content(ROADS, "2")).text == (stands or "接入企业4家。")
    if not stands:
        assert said("held-text", words=words) in card.text
        await ada.taps("held-button-drop")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("2项同比增长应为15.2%", "产值同比增长15.2%，接入2.3万户。"),
        ("2的2.3万户应为3.2万户", "产值同比增长12.5%，接入3.2万户。"),
        ("2的2.3万应为3.2万", "产值同比增长12.5%，接入3.2万户。"),
        ("2项利润增长应为15.2%", ""),
    ],
)
@pytest.mark.parametrize("is_reply", [False, True])
async def test_slip_of_another_measure_is_put_right_or_asked_about_where_a_figure_is_asked(
    figure_town: Town, words: str, stands: str, *, is_reply: bool
) -> None:
    ada = figure_town.chats[ADA]
    mine: list[Message] = []
    before = "产值同比增长12.5%，接入2.3万户。"
    listed = f"1. 正常推进：建设基站。\n2. 正常推进：{before}"
    await ada.does(lambda: mine.append(ada.phone.sends(listed)))
    card = await ada.taps("pasted-button-take", count=2)
    assert "累计建成5G基站" in card.text
    reply_to = mine[0] if is_reply else None
    card = await ada.does(lambda: ada.phone.sends(words, reply_to=reply_to))
    assert (await figure_town.content(ROADS, "1")).figures == ()
    assert (await figure_town.content(ROADS, "2")).text == (stands or before)
    if not stands:
        assert said("held-button-add", number="2", step=said("step-text"), month="none") in "".join(
            card.labels
        )
        await ada.taps("held-button-drop")


@pytest.mark.parametrize("words", ["2项的168个应为186个", "2的168应为186"])
async def test_slip_in_the_figure_of_another_measure_is_asked_about_where_a_figure_is_asked(
    two_figures: Town, words: str
) -> None:
    ada = two_figures.chats[ADA]
    await ada.taps("button-start")
    await ada.sends("2 正常推进：建设基站。")
    await ada.sends("168")
    await ada.sends("1 正常推进：建设基站。")
    card = await ada.sends(words)
    assert (await two_figures.content(ROADS, "1")).figures == ()
    assert [one.value for one in (await two_figures.content(ROADS, "2")).figures] == [168]
    assert said("held-text", words=words) in card.text
    await ada.taps("held-button-drop")


async def two_wait(ada: Chat) -> None:
    """At the preview: what was sent first waits behind the other."""
    await waits_at_the_preview(ada)
    await ada.sends("1 13轮")


async def test_all_texts_that_wait_are_counted_and_named(plain_town: Town, ada: Chat) -> None:
    await two_wait(ada)
    named = (said("held-waits-one", words=words) for words in ("1 13轮", WISH))
    waits = said("held-waits-more", words="、".join(named), count=2, rest=0)
    for typed in ("预览", "目录"):
        card = await ada.sends(typed)
        assert waits in card.text
        assert said("held-button-show-more", count=2) in card.labels
    assert said("privacy-waiting", count=2) in (await ada.sends("/privacy")).text
    await ada.sends("/report")
    card = await ada.taps("held-button-show-more", count=2)
    assert said("held-text", words="1 13轮") in card.text
    card = await ada.taps("held-button-drop")
    assert said("privacy-waiting", count=1) in (await ada.sends("/privacy")).text
    card = await ada.sends("目录")
    assert said("held-waits", words=WISH) in card.text
    assert said("held-button-show") in card.labels
