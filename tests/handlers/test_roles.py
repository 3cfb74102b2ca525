"""The role decides what is asked: who only cooperates says one line, the lead sees the others."""

from pathlib import Path

from dialog.press import Action, Press
from tests.chat import Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.handlers.test_helpers import HANA, comes, entry_of, link_for
from tests.models.samples import ADA, BORIS, ROADS, WATER, assigned
from vocabulary.report import EntryContent, FiledReport
from vocabulary.terms import Role


async def filed_by_water(town: Town) -> FiledReport:
    (filed,) = await town.revisions(WATER)
    return filed


async def test_who_only_cooperates_answers_by_one_message_and_is_asked_no_figure(
    town: Town,
) -> None:
    boris = town.chats[BORIS]
    await boris.taps("button-start")
    question = await boris.taps("button-begin", number="1")
    assert question.text.endswith(said("ask-one-line", when="7月份"))
    assert said("status-on_track") not in question.labels
    upcoming = await boris.sends("Two maps of pipes were handed over.")
    assert upcoming.text.startswith("● 1")
    await boris.files()
    first, *_ = (await filed_by_water(town)).entries
    assert first.content == EntryContent(text="Two maps of pipes were handed over.")
    assert first.measure.indicators == ()


async def test_one_tap_says_that_there_was_nothing_to_cooperate_in(town: Town) -> None:
    boris = town.chats[BORIS]
    await boris.taps("button-start")
    await boris.taps("button-begin", number="1")
    upcoming = await boris.taps("button-no-help")
    assert said("card-no-help") in upcoming.text
    draft = await boris.files()
    assert draft.document is not None
    first, *_ = (await filed_by_water(town)).entries
    assert first.content == EntryContent(no_progress=True)


async def at_the_first_measure(ada: Chat) -> None:
    await ada.taps("button-start")
    question = await ada.taps("button-begin", number="1")
    assert start_of("lead-waiting", count=1, more=0, units=WATER) in question.text


async def test_lead_hurries_who_has_said_nothing_once_a_workday(town: Town) -> None:
    ada, boris = town.chats[ADA], town.chats[BORIS]
    await at_the_first_measure(ada)
    await ada.taps("button-hurry", count=1, answers=0)
    assert ada.toast == said("hurry-done", count=1, unreached=0, units="", at="")
    asked = boris.the_news()
    assert asked.text.startswith(start_of("hurry-request", lead=ROADS))
    await ada.taps("button-hurry", count=1, answers=0)
    assert ada.toast == said("hurry-too-soon")
    boris.expects_nothing_more()
    question = await boris.taps("hurry-button-fill", number="1")
    assert question.text.endswith(said("ask-one-line", when="7月份"))
    await boris.sends("Two maps of pipes were handed over.")
    card = await ada.taps("button-hurry", count=1)
    assert ada.toast == said("hurry-nobody")
    assert "Two maps of pipes were handed over." in card.text


async def test_hurrying_says_that_more_units_cannot_be_reached_than_it_names(
    sqlite_url: str, tmp_path: Path
) -> None:
    others = [(f"Unit {letter}", Role.COOPERATING) for letter in "ABCDE"]
    measures = (assigned("1", (ROADS, Role.LEAD), *others),)
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        await ada.taps("button-start")
        await ada.taps("button-begin", number="1")
        await ada.taps("button-hurry", count=5, answers=0)
        assert "5 家无法送达（Unit A、Unit B、Unit C、Unit D等）" in ada.toast
        await ada.taps("button-hurry", count=5, answers=0)  # nobody was asked yet today
        assert "5 家无法送达" in ada.toast
        town.reads_all()


async def test_helper_reads_the_others_but_neither_hurries_them_nor_marks_highlights(
    town: Town,
) -> None:
    ada, boris, hana = town.chats[ADA], town.chats[BORIS], town.person("Hana", HANA)
    await comes(hana, await link_for(ada, "1"))
    ada.news()
    await hana.taps("notice-button-start")
    question = await hana.taps("button-continue", number="1")
    assert start_of("lead-waiting", count=1, more=0, units=WATER) in question.text
    assert said("button-hurry", count=1) not in question.labels
    assert said("button-highlight") not in question.labels
    entry_id = await entry_of(town, "1")
    for action in (Action.HURRY, Action.HIGHLIGHT):
        assert (await hana.presses(Press(action, entry_id).data())).text == said("not-allowed")
    boris.expects_nothing_more()


async def test_hurrying_waits_for_the_working_hours_and_is_moot_once_the_other_has_filed(
    town: Town,
) -> None:
    ada, boris = town.chats[ADA], town.chats[BORIS]
    await town.moves_to(at(1, 20))
    await at_the_first_measure(ada)
    await ada.taps("button-hurry", count=1, answers=0)
    assert ada.toast.startswith(start_of("hurry-later", at="8月2日（周二）09:00"))
    boris.expects_nothing_more()
    await boris.files()
    await town.moves_to(at(2, 9))
    assert not any("催填" in message.text for message in boris.news())
    ada.news()
    for chat in town.chats.values():
        chat.news()


async def test_lead_reads_all_that_the_others_say(town: Town) -> None:
    ada, boris = town.chats[ADA], town.chats[BORIS]
    await boris.taps("button-start")
    await boris.taps("button-begin", number="1")
    await boris.sends("Two maps of pipes were handed over.")
    await ada.taps("button-start")
    question = await ada.taps("button-begin", number="1")
    assert f"{WATER}（{said('lead-being-written')}）“Two maps of pipes" in question.text
    whole = await ada.taps("button-supporters")
    assert "Two maps of pipes were handed over." in whole.text
    back = await ada.taps("button-back-to-entry", number="1")
    assert back.text.endswith(said("ask-status", when="7月份"))
