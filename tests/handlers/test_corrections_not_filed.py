"""A correction that is begun and not filed: called to mind, given up, or over at the lock."""

import re
from datetime import timedelta

import pytest

from dialog.press import Action, Press
from tests.chat import LOCKS, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, ROADS
from vocabulary.terms import ReportState

NEW = "Two more bridges were opened."


@pytest.fixture
async def ada(plain_town: Town) -> Chat:
    """Ada has filed, opened a correction and changed a measure; nothing is filed of it."""
    chat = plain_town.chats[ADA]
    await chat.files()
    await chat.taps("button-correct")
    await chat.sends("A bridge was forgotten.")
    await chat.does(lambda: chat.phone.taps("1"))
    await chat.taps("button-change-text")
    await chat.sends(NEW)
    plain_town.reads_all()
    return chat


@pytest.mark.long
async def test_correction_is_called_to_mind_once_on_the_day_before_the_lock(
    plain_town: Town, ada: Chat
) -> None:
    await plain_town.passes(at(17, 18))
    plain_town.reads_all()
    await plain_town.passes(at(18, 12))
    told = [m for m in ada.news() if m.text.startswith(start_of("correction-not-filed"))]
    assert len(told) == 1
    assert told[0].labels == [said("button-preview-file"), said("button-correct-drop")]
    await plain_town.passes(at(19, 12))
    assert not [m for m in ada.news() if m.text.startswith(start_of("correction-not-filed"))]
    plain_town.reads_all()


async def test_correction_is_called_to_mind_to_who_writes_now(plain_town: Town, ada: Chat) -> None:
    link = re.search(r"start=(\S+)", (await ada.sends("/handover")).text)
    assert link is not None
    nina = plain_town.person("Nina", 6_000_000_001)
    nina.phone.starts(link[1])
    await plain_town.steps()
    plain_town.reads_all()
    await plain_town.passes(at(18, 12), every=timedelta(hours=12))
    head = start_of("correction-not-filed")
    assert [m for m in nina.news() if m.text.startswith(head)]
    assert not [m for m in ada.news() if m.text.startswith(head)]
    plain_town.reads_all()


async def test_at_the_lock_the_words_of_an_unfiled_correction_are_given_back_in_full(
    plain_town: Town, ada: Chat
) -> None:
    before = (await plain_town.revisions(ROADS))[0].entries
    await plain_town.passes(LOCKS)
    head = said("correction-lapsed", unit=ROADS, month="7月份", revision="1", count=1)
    (told,) = [message for message in ada.news() if message.text.startswith(head)]
    assert NEW in told.text
    report = await plain_town.report_of(ROADS)
    assert (report.correcting, report.state) == (False, ReportState.FILED)
    assert (await plain_town.content(ROADS, "1")) == before[0].content
    plain_town.reads_all()


async def test_correction_is_given_up_after_it_was_asked_and_its_words_are_told(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    asked = await ada.taps("button-correct-drop")
    assert asked.text.startswith(said("correction-drop-ask", revision="1", count=1))
    assert (await plain_town.report_of(ROADS)).correcting
    await ada.taps("button-correct-drop-yes", answers=2)
    assert said("button-correct") in ada.labels
    head = start_of("correction-dropped", revision="1")
    (told,) = [message for message in ada.phone.chat if message.text.startswith(head)]
    assert NEW in told.text
    assert not (await plain_town.report_of(ROADS)).correcting
    assert len(await plain_town.revisions(ROADS)) == 1


async def test_cancel_says_that_a_correction_is_open_and_offers_to_give_it_up(
    plain_town: Town, ada: Chat
) -> None:
    card = await ada.sends("/cancel")
    assert said("cancel-correcting") in card.text
    assert said("button-correct-drop") in card.labels
    assert (await plain_town.content(ROADS, "1")).text.endswith(NEW)


async def test_word_of_withdrawal_is_no_reason(plain_town: Town, ada: Chat) -> None:
    card = await ada.sends("不改了")
    assert said("button-correct-drop") in card.labels
    await ada.taps("button-correct-drop")
    await ada.taps("button-correct-drop-yes", answers=2)
    await ada.taps("button-correct")
    card = await ada.sends("不改了")
    assert card.text.startswith(said("cancel-done"))
    assert not (await plain_town.report_of(ROADS)).correcting


@pytest.mark.parametrize("words", ["不改了", "还是不改了"])
@pytest.mark.parametrize("is_at_a_measure", [False, True])
async def test_word_of_withdrawal_ends_a_correction_in_which_nothing_is_changed(
    plain_town: Town, words: str, *, is_at_a_measure: bool
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await ada.taps("button-correct")
    await ada.sends("A bridge was forgotten.")
    if is_at_a_measure:
        await ada.does(lambda: ada.phone.taps("1"))
    await ada.sends(words, answers=2)
    told = start_of("correction-dropped", revision="1")
    assert told in "\n".join(message.text for message in ada.phone.chat[-2:])
    assert said("button-correct") in ada.labels
    assert not (await plain_town.report_of(ROADS)).correcting
    assert len(await plain_town.revisions(ROADS)) == 1


async def test_nobody_else_gives_a_correction_up(plain_town: Town, ada: Chat) -> None:
    report = await plain_town.report_of(ROADS)
    boris = plain_town.chats[BORIS]
    press = Press(Action.CORRECT_DROP, report.id, "yes", version=report.version)
    answer = await boris.presses(press.data())
    assert answer.text == said("not-allowed")
    assert (await plain_town.report_of(ROADS)).correcting
    assert ada.news() == []
