"""/status, /history, /privacy, /cancel and the menus: whatever is being asked meanwhile."""

from datetime import timedelta

import pytest

from handlers.menus import BASIC, FILERS, HELPERS, LEADERS, OFFICE, TASK_FORCES
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from texts import plain
from vocabulary.terms import ContactKind

WORDS, BETTER = "Three kilometres are built.", "Four kilometres are built."
LENA, MALLORY, HANA, FAY = 6_000_000_003, 6_000_000_004, 6_000_000_005, 6_000_000_006


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Nothing here is about figures."""
    return plain_town


async def text_is_asked(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")


# How it stands


async def test_status_tells_what_is_missing_and_until_when(town: Town, ada: Chat) -> None:
    await text_is_asked(ada)
    await ada.sends(WORDS)
    told = await ada.sends("/status")
    assert said("card-title", unit=ROADS, month="7月份", done=1, count=2) in told.text
    assert said("standing-missing", count=1, list="2", more=0) in told.text
    assert TIMES in told.text.split("\n")
    card = await ada.taps("standing-button-go-on", unit=ROADS, month="none")
    assert card.text.startswith(said("card-title", unit=ROADS, month="7月份", done=1, count=2))


async def test_buttons_of_status_name_their_months_where_a_unit_has_several(
    town: Town, ada: Chat
) -> None:
    await town.passes(at(1, 10, month=9), every=timedelta(days=3))
    town.reads_all()
    told = await ada.sends("/status")
    key, facts = "standing-button-go-on", {"unit": ROADS}
    assert {said(key, month=f"{n}月份", **facts) for n in (7, 8)} <= set(told.labels)


async def test_status_leaves_the_open_question_open(town: Town, ada: Chat) -> None:
    await text_is_asked(ada)
    for command in ("/status", "/history", "/privacy", "/help"):
        await ada.sends(command)
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_status_tells_receipt_and_return(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    told = await ada.sends("/status")
    assert start_of("standing-filed", revision="1", receipt="2022-07-0001") in told.text
    await town.chats[OLGA].sends(f"/return {ROADS} Say how many lanes.")
    ada.the_news()
    told = await ada.sends("/status")
    assert said("card-returned", reason="Say how many lanes.") in told.text


async def test_leader_reads_how_the_unit_stands_and_gets_no_button_to_write(town: Town) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    told = await lena.sends("/status")
    assert said("card-title", unit=ROADS, month="7月份", done=0, count=2) in told.text
    assert told.labels == []


async def test_coordinators_status_is_the_offices_board(town: Town) -> None:
    olga = town.chats[OLGA]
    assert (await olga.sends("/status")).text == (await olga.sends("/board")).text


# What was filed


async def corrected(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await ada.sends(BETTER)
    await ada.taps("button-file", answers=2)
    town.chats[OLGA].the_news()


async def test_history_tells_each_revision_with_its_reason_and_what_it_changed(
    town: Town, ada: Chat
) -> None:
    await corrected(town, ada)
    told = await ada.sends("/history")
    line = said(
        "history-line",
        unit=ROADS,
        month="7月份",
        year="2022",
        revision="2",
        receipt="2022-07-0001",
    )
    assert line in told.text
    opened = await ada.taps("history-button", unit=ROADS, month="7月份")
    assert said("otherwise-reason", reason="Wrong number.") in opened.text
    assert said("otherwise-text", was=WORDS, now=BETTER) in opened.text
    first = await ada.taps("history-button-full", revision="1")
    assert first.text.count(WORDS) == 2
    assert BETTER not in first.text
    again = await ada.taps("history-button-back")
    assert again.text == opened.text


async def test_office_reads_the_history_of_a_unit_it_names(town: Town, ada: Chat) -> None:
    olga = town.chats[OLGA]
    assert (await olga.sends("/history")).text == said("history-how")
    await corrected(town, ada)
    await olga.sends(f"/history {ROADS}")
    opened = await olga.taps("history-button", unit=ROADS, month="7月份")
    assert said("otherwise-text", was=WORDS, now=BETTER) in opened.text


async def test_nobody_reads_what_another_unit_has_filed(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    boris, report = town.chats[BORIS], await town.report_of(ROADS)
    for data in (f"v1:qr:{report.id}:0:", f"v1:qx:{report.id}:0:1", f"v1:qh:{report.unit_id}:0:0"):
        assert (await boris.presses(data)).text == said("not-allowed")
    assert (await boris.sends("/history")).text == said("history-none")


async def test_commands_answer_while_the_reason_of_a_correction_is_asked_which_stays_asked(
    town: Town, ada: Chat
) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    answers = {
        "/status": start_of("standing-filed", revision="1", receipt="2022-07-0001"),
        "/history": said(
            "history-line",
            unit=ROADS,
            month="7月份",
            year="2022",
            revision="1",
            receipt="2022-07-0001",
        ),
        "/help": start_of("help-you-are", unit=ROADS, kind=said("kind-liaison")),
        "/language": said("language-choose"),
        "/privacy": said("privacy", days=14),
    }
    for command, answer in answers.items():
        assert answer in (await ada.sends(command)).text
    await ada.sends("Wrong number.")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await ada.sends(BETTER)
    await ada.taps("button-file", answers=2)
    assert len(await town.revisions(ROADS)) == 2
    await ada.sends("/history")
    opened = await ada.taps("history-button", unit=ROADS, month="7月份")
    assert said("otherwise-reason", reason="Wrong number.") in opened.text
    town.chats[OLGA].the_news()


async def test_cancel_ends_the_correction_whose_reason_is_asked(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    await ada.sends("/cancel")
    await ada.sends("Wrong number.")
    assert (await town.report_of(ROADS)).state == "filed"


# Privacy, and putting away


async def test_privacy_tells_what_is_stored_of_the_person_and_that_telegram_sees_it(
    town: Town, ada: Chat
) -> None:
    await ada.files(WORDS)
    told = await ada.sends("/privacy")
    assert said("privacy", days=14) in told.text
    assert start_of("privacy-of-you", name="Ada", id=str(ADA)) in told.text
    assert said("privacy-contact", unit=ROADS, kind=said("kind-liaison"), reach="none") in told.text


async def test_cancel_puts_the_question_away_and_keeps_what_is_saved(town: Town, ada: Chat) -> None:
    await text_is_asked(ada)
    await ada.sends(WORDS)
    before = await town.facts()
    card = await ada.sends("/cancel")
    assert card.text.startswith(said("cancel-question"))
    assert said("card-title", unit=ROADS, month="7月份", done=1, count=2) in card.text
    assert await town.facts() == before
    assert await town.step_of(ada) == ""
    again = await ada.sends("/cancel")
    assert again.text.startswith(said("cancel-nothing"))


async def test_cancel_puts_away_the_reason_for_a_return(town: Town, ada: Chat) -> None:
    olga = town.chats[OLGA]
    await ada.files(WORDS)
    await olga.sends(f"/return {ROADS}")
    assert (await olga.sends("/cancel")).text == said("cancel-done")
    await olga.sends("These words are no reason.")
    assert len(await town.revisions(ROADS)) == 1
    assert (await town.report_of(ROADS)).state == "filed"


# The language


async def test_question_that_is_open_comes_again_in_the_language_that_was_chosen(
    town: Town, ada: Chat
) -> None:
    await text_is_asked(ada)
    offered = await ada.sends("/language")
    question = await ada.does(lambda: ada.phone.taps("English"), answers=2)
    confirmed = next(m for m in ada.phone.chat if m.message_id == offered.message_id)
    assert (confirmed.text, confirmed.buttons) == (plain("en", "language-chosen"), ())
    assert plain("en", "ask-text", when="July") in question.text
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_language_is_chosen_at_once_by_its_name_and_is_no_answer(
    town: Town, ada: Chat
) -> None:
    await text_is_asked(ada)
    await ada.does(lambda: ada.phone.sends("/language English"), answers=2)
    assert plain("en", "ask-text", when="July") in ada.card.text
    await ada.does(lambda: ada.phone.sends("中文"), answers=2)
    assert said("ask-text", when="7月份") in ada.card.text
    assert not (await town.content(ROADS, "1")).text


# Everybody's, also a stranger's


async def test_stranger_reads_what_this_is_and_how_one_comes_in(town: Town) -> None:
    mallory = town.person("Mallory", MALLORY)
    assert (await mallory.sends("/help")).text == said("help-stranger")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_commands_of_a_unit_tell_a_stranger_whom_to_ask_for_a_link(
    town: Town, language: str
) -> None:
    mallory = town.person("Mallory", MALLORY)
    if language == "en":
        await mallory.sends("/language")
        await mallory.does(lambda: mallory.phone.taps("English"))
    for command in ("/report", "/status", "/history", "/cancel"):
        told = (await mallory.sends(command)).text
        assert told == plain(language, "stranger")
        assert ("ask the coordinating office for a link" in told) == (language == "en")


async def test_stranger_chooses_a_language_and_it_is_kept(town: Town) -> None:
    mallory = town.person("Mallory", MALLORY)
    await mallory.sends("/language")
    chosen = await mallory.does(lambda: mallory.phone.taps("English"))
    assert chosen.text == plain("en", "language-chosen")
    assert (await mallory.sends("hello")).text == plain("en", "stranger")
    assert menu(mallory) == list(BASIC)
    assert first_words(mallory) == plain("en", "menu-help")
    await town.kill()
    assert (await mallory.sends("/help")).text == plain("en", "help-stranger")
    token = await town.link(ROADS, ContactKind.DEPUTY)
    card = await mallory.does(lambda: mallory.phone.starts(token), answers=2)
    assert card.text.startswith("Roads · July")
    town.chats[OLGA].the_news()


async def test_stranger_reads_what_is_stored(town: Town) -> None:
    mallory = town.person("Mallory", MALLORY)
    told = await mallory.sends("/privacy")
    assert said("privacy", days=14) in told.text
    assert start_of("privacy-of-you", name="Mallory", id=str(MALLORY)) in told.text
    assert said("privacy-of-stranger") in told.text


async def test_leader_who_has_nothing_to_fill_in_reads_who_does(town: Town) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    assert (await lena.sends("/report")).text == said("report-of-leader")


# Menus


def menu(chat: Chat) -> list[str]:
    return [str(command["command"]) for command in chat.phone.commands]


def first_words(chat: Chat) -> str:
    return str(chat.phone.commands[0]["description"])


async def test_menu_follows_what_a_person_is_and_their_language(town: Town, ada: Chat) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    assert menu(ada) == list(FILERS)
    assert menu(lena) == list(LEADERS)
    assert menu(town.chats[OLGA]) == list(OFFICE)
    assert first_words(ada) == said("menu-report")
    await ada.sends("/language")
    await ada.does(lambda: ada.phone.taps("English"))
    assert first_words(ada) != said("menu-report")
    await town.joins("Lena", LENA, ROADS, ContactKind.DEPUTY)
    assert menu(lena) == list(FILERS)


async def test_menu_is_given_again_by_the_next_process(town: Town, ada: Chat) -> None:
    town.sandbox.profile.commands.clear()
    await town.kill()
    town.clock.advance(timedelta(minutes=1))
    await ada.sends("/status")
    assert menu(ada) == list(FILERS)


async def test_menu_of_a_helper_is_theirs_in_their_language_and_outlives_the_process(
    town: Town,
) -> None:
    hana = await town.asks_for_help("Hana", HANA, ROADS, "1")
    assert menu(hana) == list(HELPERS)
    assert first_words(hana) == said("menu-report")
    await hana.sends("/language")
    await hana.does(lambda: hana.phone.taps("English"))
    assert first_words(hana) == plain("en", "menu-report")
    town.sandbox.profile.commands.clear()
    await town.kill()
    await town.app._set_menus()
    assert (menu(hana), first_words(hana)) == (list(HELPERS), plain("en", "menu-report"))


async def test_helper_whose_help_is_wanted_no_more_has_everybodys_menu(
    town: Town, ada: Chat
) -> None:
    hana = await town.asks_for_help("Hana", HANA, ROADS, "1")
    await ada.files(WORDS)
    await town.moves_to(LOCKS)
    town.reads_all()
    await hana.sends("/status")
    assert menu(hana) == list(BASIC)


async def test_menu_of_a_task_force_is_theirs_in_their_language(town: Town) -> None:
    fay = await town.joins("Fay", FAY, "Paths", ContactKind.TASK_FORCE)
    assert menu(fay) == list(TASK_FORCES)
    await fay.sends("/language")
    await fay.does(lambda: fay.phone.taps("English"))
    assert first_words(fay) == plain("en", "menu-status")


async def test_who_helps_and_leads_has_both_menus(town: Town) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    await town.asks_for_help("Lena", LENA, ROADS, "1")
    assert menu(lena) == ["report", "status", "cancel", "history", *BASIC]


def test_every_menu_ends_with_what_everybody_has() -> None:
    for commands in (FILERS, LEADERS, OFFICE, HELPERS, TASK_FORCES):
        assert commands[-len(BASIC) :] == BASIC
