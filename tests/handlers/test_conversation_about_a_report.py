"""The report as people write it: taps and words, refusals, leaving and coming back."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from tests.chat import TIMES, Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.period import Period
from vocabulary.report import EntryContent, Figure
from vocabulary.terms import EntryStatus, Role

WORDS = "Three kilometres are built."
JULY, AUGUST = Period(2022, 7), Period(2022, 8)


@pytest.fixture
async def long_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has twenty measures: three pages."""
    measures = [assigned(str(n), (ROADS, Role.RESPONSIBLE)) for n in range(1, 21)]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        yield town


@pytest.fixture
async def figure_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has one measure with one figure."""
    stations = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
    measures = [assigned("1", (ROADS, Role.LEAD), indicators=(stations,))]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        yield town


def card_title(done: int, count: int = 3) -> str:
    return start_of("card-title", unit=ROADS, month="7月份", done=done, count=count)


async def test_ping_leads_to_the_first_question_when_nothing_is_said_yet(ada: Chat) -> None:
    card = await ada.taps("button-start")
    assert card.text.startswith(card_title(0))
    question = await ada.taps("button-begin", number="*")
    assert question.message_id == card.message_id
    assert question.text.endswith(said("ask-status", when="7月份"))


async def test_question_shows_role_target_and_who_else_has_the_measure(ada: Chat) -> None:
    await ada.taps("button-start")
    question = await ada.taps("button-begin", number="1")
    assert said("role-lead") in question.text
    assert "Water" in question.text
    assert "km of road" in question.text


async def test_tap_then_words_fill_a_measure_in_one_message_that_changes(
    town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    asked = await ada.does(lambda: ada.phone.taps("2"))
    asked_for_words = await ada.taps("status-on_track")
    assert asked_for_words.message_id == asked.message_id
    assert said("ask-text", when="7月份") in asked_for_words.text
    upcoming = await ada.sends(WORDS)
    assert upcoming.message_id != asked.message_id
    assert upcoming.text.startswith("● 2")
    assert upcoming.text.endswith(said("ask-status", when="7月份"))
    assert await town.content(ROADS, "2") == EntryContent(EntryStatus.ON_TRACK, WORDS)
    old = next(m for m in ada.phone.chat if m.message_id == asked.message_id)
    assert old.buttons == ()


@pytest.mark.parametrize("status", ["behind", "not_begun"])
async def test_trouble_asks_for_the_problem_and_the_next_step(
    town: Town, ada: Chat, status: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps(f"status-{status}")
    assert said("ask-problem") in (await ada.sends(WORDS)).text
    assert said("ask-next-step") in (await ada.sends("No money.")).text
    await ada.sends("Ask for money by September.")
    content = await town.content(ROADS, "2")
    assert (content.problem, content.next_step) == ("No money.", "Ask for money by September.")


async def test_figures_are_asked_one_by_one_and_a_blank_is_not_zero(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    asked = await ada.sends(WORDS)
    assert said("ask-figure", name="km of road", unit="km") in asked.text
    asked = await ada.sends("120.5")
    assert said("ask-figure", name="km of pipe", unit="km") in asked.text
    await ada.taps("button-no-figure")
    road, pipe = (await town.content(ROADS, "1")).figures
    assert str(road.value) == "120.5"
    assert pipe.value is None


async def test_figure_said_in_the_words_is_taken_and_shown(figure_town: Town) -> None:
    ada = figure_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    preview = await ada.sends("新开通基站15个，累计183个。")
    assert said("answer-figure-taken", figure="183个") in preview.text
    (figure,) = (await figure_town.content(ROADS, "1")).figures
    assert str(figure.value) == "183"
    assert said("button-file") in preview.labels


@pytest.mark.parametrize("words", ["about two hundred", "二百左右吧", "12 or 13", "-5", "9" * 20])
async def test_figure_that_is_not_understood_is_asked_again_and_loses_nothing(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    before = await town.facts()
    again = await ada.sends(words)
    assert said("ask-figure", name="km of road", unit="km") in again.text
    assert await town.facts() == before


@pytest.mark.parametrize("words", ["无", "x" * (TEXT_LIMIT + 1)])
async def test_words_that_cannot_be_taken_are_explained_and_lose_nothing(
    town: Town, ada: Chat, words: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    before = await town.facts()
    again = await ada.sends(words)
    assert again.text.endswith(said("ask-text", when="7月份"))
    assert await town.facts() == before
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_no_progress_asks_for_its_reason_and_the_status(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    asked = await ada.taps("button-no-progress")
    assert asked.text.endswith(said("ask-reason", when="7月份"))
    await ada.sends("The rain.")
    await ada.taps("status-on_track")
    content = await town.content(ROADS, "2")
    assert content.no_progress
    assert content.no_progress_reason == "The rain."
    assert content.status is EntryStatus.ON_TRACK


async def test_progress_after_all_brings_the_words_back(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-no-progress")
    await ada.taps("button-progress")
    content = await town.content(ROADS, "2")
    assert not content.no_progress
    assert content.text == WORDS


async def test_skipped_measure_comes_back_when_nothing_else_is_left(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    upcoming = await ada.taps("button-skip")
    assert upcoming.text.startswith("2　")
    for _ in range(2):
        await ada.taps("status-on_track")
        upcoming = await ada.sends(WORDS)
    assert "\n\n1　" in upcoming.text


async def test_skipped_measure_is_shown_as_skipped_in_the_list(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("button-skip")
    card = await ada.taps("button-list")
    assert said("card-entry-skipped", sign="○", number="1", title="Measure 1") in card.text


async def test_back_leads_to_the_question_before_and_clears_nothing(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    before = await town.facts()
    asked = await ada.taps("button-back")
    assert said("card-said-text", words=WORDS) in asked.text
    asked = await ada.taps("button-back")
    assert asked.text.endswith(said("ask-status-again"))
    assert await town.facts() == before


async def test_back_from_the_very_first_question_leads_to_the_list(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    assert start_of("button-back") not in ada.labels


async def test_answer_that_stands_is_kept_by_one_tap(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    await ada.taps("button-back")
    asked = await ada.taps("button-keep")
    assert asked.text.endswith(said("ask-problem"))
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_status_chosen_again_hides_the_problem_and_keeps_it(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    await ada.sends("No money.")
    await ada.taps("button-rechoose")
    await ada.taps("status-on_track")
    content = await town.content(ROADS, "2")
    assert (content.status, content.problem) == (EntryStatus.ON_TRACK, "No money.")


async def test_list_leads_away_and_the_number_typed_leads_there(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("button-list")
    question = await ada.sends("4")
    assert question.text.startswith("4　")


async def test_card_turns_its_pages_in_place_and_remembers_the_page(long_town: Town) -> None:
    ada = long_town.chats[ADA]
    card = await ada.taps("button-start")
    assert "1/3" in card.labels
    second = await ada.does(lambda: ada.phone.taps("›"))
    assert second.message_id == card.message_id
    assert "2/3" in second.labels
    assert "9　Measure 9" in second.text
    await ada.does(lambda: ada.phone.taps("12"))
    back = await ada.taps("button-list")
    assert "2/3" in back.labels
    await ada.does(lambda: ada.phone.taps("‹"))
    last = await ada.does(lambda: ada.phone.taps("‹"))
    assert "3/3" in last.labels
    assert "20　Measure 20" in last.text


async def test_list_opens_where_the_next_measure_wants_something(long_town: Town) -> None:
    ada = long_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    for _ in range(9):
        await ada.taps("status-on_track")
        await ada.sends(WORDS)
    card = await ada.sends("/report")
    assert "2/3" in card.labels
    assert said("button-continue", number="10") in card.labels


async def test_list_opens_where_the_person_comes_from(long_town: Town) -> None:
    ada = long_town.chats[ADA]
    await ada.taps("button-start")
    await ada.sends("20")
    card = await ada.taps("button-list")
    assert "3/3" in card.labels
    assert "1/3" in (await ada.sends("/report")).labels


async def test_same_page_tapped_again_changes_nothing_and_the_button_is_answered(
    long_town: Town,
) -> None:
    ada = long_town.chats[ADA]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1/3"), answers=0)


async def test_words_with_nothing_asked_wait_and_are_offered_to_each_measure(
    town: Town, ada: Chat
) -> None:
    before = await town.facts()
    asked = await ada.sends(WORDS)
    assert WORDS in asked.text
    assert [label[0] for label in asked.labels[:3]] == ["1", "2", "4"]
    assert await town.facts() == before


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (lambda phone: phone.sends("/nonsense"), "command-unknown"),
    ],
)
async def test_what_the_bot_cannot_take_is_said_and_the_question_stays(
    town: Town, ada: Chat, deed: object, answer: str
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    asked = await ada.taps("status-on_track")
    told = await ada.does(lambda: deed(ada.phone))  # type: ignore[operator]
    assert told.text == f"{said(answer)}\n\n{asked.text}"
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_markup_in_words_and_names_stays_text(town: Town, ada: Chat) -> None:
    words = "<b>bold</b> & =1+1 <a href='http://x'>"
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.sends(words)
    assert (await town.content(ROADS, "2")).text == words
    await ada.sends("/report")
    entry = await ada.does(lambda: ada.phone.taps("2"))
    assert words in entry.text


async def test_text_over_the_limit_of_a_message_is_not_half_taken(town: Town, ada: Chat) -> None:
    """Telegram sends it as two messages: the first is refused, and so is the second."""
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.does(lambda: ada.phone.sends("y" * 4096 + "z" * 3000), answers=1)
    assert (await town.content(ROADS, "2")).text == ""


async def test_preview_names_what_is_missing_and_leads_there(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    await ada.taps("button-list")
    preview = await ada.taps("button-preview")
    assert said("preview-missing", count=3) in preview.text
    assert said("button-file") not in preview.labels
    question = await ada.taps("button-mend", number="2")
    assert question.text.endswith(said("ask-problem"))


async def test_full_text_comes_below_and_leads_back(ada: Chat) -> None:
    preview = await ada.fills(WORDS)
    full = await ada.taps("button-full")
    assert WORDS in full.text
    assert full.message_id != preview.message_id
    back = await ada.taps("button-back-to-preview")
    assert back.text == preview.text


async def test_last_month_is_shown_and_taken_over_by_one_tap(town: Town, ada: Chat) -> None:
    await ada.files("July's words.")
    await town.moves_to(at(31, month=8))
    for chat in town.chats.values():
        chat.news()
    await ada.sends("/report")
    question = await ada.taps("button-begin", number="1")
    assert "July's words." in question.text
    await ada.taps("button-same")
    assert (await town.content(ROADS, "1", AUGUST)).text == "July's words."
    assert (await town.content(ROADS, "1", AUGUST)).figures == (
        Figure(1, None),
        Figure(2, None),
    )


async def test_everything_as_last_month_is_shown_before_it_is_taken(town: Town, ada: Chat) -> None:
    await ada.files("July's words.")
    await town.moves_to(at(31, month=8))
    for chat in town.chats.values():
        chat.news()
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("4"))
    await ada.taps("status-on_track")
    await ada.sends("August's words.")
    await ada.taps("button-list")
    shown = await ada.taps("button-same-all", count=2)
    assert "July's words." in shown.text
    before = await town.facts()
    assert (await town.content(ROADS, "1", AUGUST)).text == ""
    preview = await ada.taps("button-same-all-confirm", count=2)
    assert said("button-file") in preview.labels
    assert (await town.content(ROADS, "1", AUGUST)).text == "July's words."
    assert (await town.content(ROADS, "4", AUGUST)).text == "August's words."
    assert before != await town.facts()


async def test_what_was_shown_of_last_month_and_has_changed_since_is_shown_again(
    town: Town, ada: Chat
) -> None:
    await ada.files("July's words.")
    await town.moves_to(at(31, month=8))
    for chat in town.chats.values():
        chat.news()
    await ada.sends("/report")
    shown = await ada.taps("button-same-all", count=3)
    stale = next(b.data for row in shown.buttons for b in row if b.data and ":sc:" in b.data)
    await ada.taps("button-list")
    await ada.does(lambda: ada.phone.taps("4"))
    await ada.taps("status-done")
    await ada.sends("August's words.")
    again = await ada.presses(stale)
    assert ada.toast == said("report-changed-meanwhile")
    assert said("button-same-all-confirm", count=2) in again.labels
    assert (await town.content(ROADS, "1", AUGUST)).text == ""


async def test_with_two_months_open_the_person_chooses(town: Town, ada: Chat) -> None:
    await town.passes(at(31, month=8), every=timedelta(days=7))
    for chat in town.chats.values():
        chat.news()
    choice = await ada.sends("/report")
    lines = choice.text.split("\n")
    assert lines[:2] == [said("card-choose-report"), f"7月份：{TIMES}"]
    assert lines[2].startswith("8月份：开放 8月31日09:00 · 截止 9月5日（周一）18:00")
    card = await ada.does(lambda: ada.phone.taps("7月份"))
    assert card.text.startswith(card_title(0))
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1", JULY)).text == WORDS
    assert (await town.content(ROADS, "1", AUGUST)).text == ""


async def test_report_command_before_anything_opens_says_so(early_town: Town) -> None:
    await with_people(early_town)
    ada = early_town.chats[ADA]
    assert (await ada.sends("/report")).text == said("report-none")


async def test_reason_longer_than_a_sentence_is_refused(town: Town, ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-no-progress")
    long = "r" * (SHORT_LIMIT + 1)
    refused = await ada.sends(long)
    assert said("answer-too-long", length=len(long), limit=SHORT_LIMIT) in refused.text
    assert (await town.content(ROADS, "2")).no_progress_reason == ""


async def test_answers_are_taken_at_any_hour(town: Town, ada: Chat) -> None:
    await town.moves_to(at(1, 23))
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "2")).text == WORDS
