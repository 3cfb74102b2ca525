"""Single measures handed to a colleague by a link that is good for them only."""

import re

import pytest

from dialog.press import Action, Press
from sandbox import Message
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.handlers.test_evidence import evidence, photo, sends_photo
from tests.handlers.test_unusual_messages import sends
from tests.models.samples import BORIS, ROADS, WATER
from vocabulary.terms import ContactKind

HANA, OTTO, DENIS = 6_000_000_001, 6_000_000_002, 6_000_000_003
WORDS = "Hana: the bridge is open."


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


@pytest.fixture
def hana(town: Town) -> Chat:
    return town.person("Hana", HANA)


async def link_for(ada: Chat, *numbers: str) -> str:
    """Ada chooses the measures and gets the link; what it says when forwarded is looked at."""
    ada.news()
    await ada.sends("/report")
    await ada.taps("button-help")
    for number in numbers:
        await ada.does(lambda number=number: ada.phone.taps(number))  # type: ignore[misc]
    await ada.taps("help-button-link", count=len(numbers), answers=2)
    forwarded = next(m for m in reversed(ada.phone.chat) if "?start=" in m.text)
    assert f"{ROADS}7月份月报" in forwarded.text
    assert not forwarded.buttons
    found = re.search(r"start=(\S+?)(?:\s|$)", forwarded.text)
    assert found is not None
    return found[1]


async def comes(chat: Chat, token: str, *, answers: int = 1) -> Message:
    return await chat.does(lambda: chat.phone.starts(token), answers=answers)


async def helps(ada: Chat, hana: Chat, *numbers: str) -> Message:
    welcomed = await comes(hana, await link_for(ada, *numbers))
    ada.news()
    return welcomed


async def entry_of(town: Town, number: str, unit: str = ROADS) -> int:
    report = await town.working(unit)
    return next(e.entry_id for e in report.entries if e.measure.number == number)


async def test_colleague_opens_the_link_answers_and_the_liaison_is_told(
    town: Town, ada: Chat, hana: Chat
) -> None:
    token = await link_for(ada, "2")
    welcomed = await comes(hana, token)
    assert start_of("help-welcome", name="Hana", asker="Ada") in welcomed.text
    assert "2　Measure 2" in welcomed.text
    assert "Measure 1" not in welcomed.text
    told = ada.news()
    opened = said("help-opened", name="Hana", unit=ROADS, numbers="2")
    assert f"{opened}\n{TIMES}" in [m.text for m in told]
    assert f"Measure 2 · {said('card-helper', name='Hana')}" in (await ada.sends("/report")).text
    card = await hana.taps("notice-button-start")
    assert "Measure 1" not in card.text
    assert card.labels == ["2", said("button-continue", number="2"), said("help-button-refuse")]
    await hana.taps("button-continue", number="2")
    await hana.taps("status-on_track")
    done = await hana.sends(WORDS)
    assert said("help-card-done", asker="Ada") in done.text
    assert said("button-file") not in done.labels
    answered = said("help-answered", name="Hana", unit=ROADS, numbers="2")
    assert f"{answered}\n{TIMES}" in [m.text for m in ada.news()]
    assert "● 2　Measure 2 · Hana 09:00" in (await ada.sends("/report")).text
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_helper_sees_and_answers_nothing_else(town: Town, ada: Chat, hana: Chat) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    report_id = (await town.report_of(ROADS)).id
    first, second = await entry_of(town, "1"), await entry_of(town, "2")
    before = await town.facts()
    version = (await town.working(ROADS)).version
    for press in (
        Press(Action.ENTRY, first),
        Press(Action.STATUS, first, "done"),
        Press(Action.SKIP, first),
        Press(Action.KEEP, first, "status"),
        Press(Action.BACK, first, "status"),
        Press(Action.HELP_PICK, second),
        Press(Action.PREVIEW, report_id),
        Press(Action.FULL, report_id),
        Press(Action.FILE, report_id, version=version),
        Press(Action.CORRECT, report_id),
        Press(Action.SAME_ALL, report_id),
        Press(Action.SAME_ALL_CONFIRM, report_id, version=version),
        Press(Action.FORM, report_id),
        Press(Action.EXTEND, report_id),
        Press(Action.HELP, report_id),
        Press(Action.HELP_LINK, report_id),
        Press(Action.HAND_OVER, report_id),
        Press(Action.REPORT, (await town.report_of(WATER)).id),
        Press(Action.ENTRY, await entry_of(town, "1", WATER)),
    ):
        assert (await hana.presses(press.data())).text == said("not-allowed"), press
    assert await town.facts() == before
    for command in ("/away", "/form", "/extend"):
        assert (await hana.sends(command)).text == said("helper-may-not", name="Ada")


@pytest.mark.parametrize(
    "text",
    [
        "推荐示范社1家，另外第1项托管合同38份",
        "2 推荐示范社1家，另外1项又签合同38份",
        "推荐示范社1家。\n第1项托管合同38份",
    ],
)
async def test_words_of_others_measures_within_a_helpers_answer_are_given_back(
    town: Town, ada: Chat, hana: Chat, text: str
) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    await hana.taps("status-on_track")
    card = await hana.sends(text)
    assert start_of("pasted-not-theirs", words="1 *") in card.text
    await hana.taps("pasted-button-take", count=1, answers=2)
    assert (await town.content(ROADS, "2")).text.rstrip("，。") == "推荐示范社1家"
    assert (await town.content(ROADS, "1")).text == ""
    given = next(m for m in hana.phone.chat if m.text.startswith(said("pasted-given-back")))
    assert "合同38份" in given.text


async def test_commands_of_a_helper_are_all_answered(town: Town) -> None:
    helper = await town.asks_for_help("Hana", HANA, ROADS, "1")
    told = await helper.sends("/status")
    assert said("card-title", unit=ROADS, month="7月份", done=0, count=1) in told.text
    assert "2　" not in told.text
    assert told.labels == [said("standing-button-go-on", unit=ROADS, month="none")]
    assert (await helper.sends("/history")).text == said("history-of-helper")
    for command in ("/report", "/help", "/privacy", "/language", "/cancel"):
        await helper.sends(command)


async def test_helper_reads_who_has_the_post_now_and_that_one_is_told(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    nina = town.person("Nina", 6_000_000_777)
    link = re.search(r"start=(\S+)", (await ada.sends("/handover")).text)
    assert link is not None
    nina.phone.starts(link[1])
    await town.steps()
    town.reads_all()
    card = await hana.sends("/report")
    assert said("help-card-open", asker="Nina") in card.text
    await hana.sends("2")
    await hana.sends("完成招标。")
    card = await hana.taps("status-on_track")
    assert said("help-card-done", asker="Nina") in card.text
    told = said("help-answered", name="Hana", unit=ROADS, numbers="2")
    assert told in "".join(message.text for message in nina.news())
    assert told not in "".join(message.text for message in ada.news())


async def test_number_of_a_measure_that_is_not_theirs_leads_nowhere(ada: Chat, hana: Chat) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    card = await hana.sends("1")
    assert card.text.startswith(said("answer-not-helpers-number", number="1", own="2"))
    assert "Measure 1" not in card.text
    assert "Measure 2" in (await hana.sends("2")).text


async def test_helper_sends_several_measures_at_once_and_only_their_own_are_stored(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    card = await hana.sends("2. 正常推进：招标。\n1. 选址。")
    assert said("pasted-not-theirs", words="1 选址。") in card.text
    assert "Measure 1" not in card.text
    await hana.sends("2. 签约。")
    card = await hana.taps("pasted-button-take", count=1, answers=2)
    assert said("help-card-done", asker="Ada") in card.text
    assert (await town.content(ROADS, "2")).text == "招标。\n签约。"
    assert (await town.content(ROADS, "1")).text == ""


async def test_helper_going_back_meets_only_their_own(ada: Chat, hana: Chat) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    card = await hana.taps("button-continue", number="2")
    assert said("button-back") not in card.labels


async def test_link_is_good_for_one(town: Town, ada: Chat, hana: Chat) -> None:
    token = await link_for(ada, "2")
    await comes(hana, token)
    otto = town.person("Otto", OTTO)
    assert (await comes(otto, token)).text == said("help-link-spent")
    assert (await otto.sends("/report")).text == said("stranger")
    assert (await comes(hana, token)).text.startswith(start_of("card-title", unit=ROADS, month="*"))


async def test_link_expires_and_the_liaison_is_told(town: Town, ada: Chat, hana: Chat) -> None:
    token = await link_for(ada, "2")
    await town.moves_to(at(4, 10))
    expired = said("help-expired", unit=ROADS, numbers="2")
    assert f"{expired}\n{TIMES}" in [m.text for m in ada.news()]
    assert (await comes(hana, token)).text == said("help-link-spent")
    assert "Measure 2 ·" not in (await ada.sends("/report")).text


async def test_liaison_takes_it_back_and_the_right_ends_at_once(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    old = await hana.taps("status-behind")
    await ada.sends("/report")
    await ada.taps("button-help")
    await ada.taps("help-button-back", name="Hana", numbers="2")
    no_more = said("help-you-no-more", asker="Ada", unit=ROADS)
    assert hana.the_news().text == f"{no_more}\n{TIMES}"
    before = await town.facts()
    gone = said("former-help-taken_back", asker="Ada", unit=ROADS)
    assert (await hana.sends(WORDS)).text == gone
    pressed = Press(Action.STATUS, await entry_of(town, "2"), "done").data()
    assert (await hana.presses(pressed, on=old)).text == gone
    assert await town.facts() == before
    assert (await town.content(ROADS, "2")).status is not None


async def test_link_that_was_taken_back_opens_nothing(ada: Chat, hana: Chat) -> None:
    token = await link_for(ada, "2")
    await ada.taps("help-button-back", name=said("help-the-link"), numbers="2")
    assert (await comes(hana, token)).text == said("help-link-spent")


async def test_helper_gives_it_back_and_the_liaison_is_told(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("help-button-refuse")
    gone = await hana.taps("help-button-refuse-yes")
    assert gone.text == f"{said('help-you-refused', asker='Ada')}\n{TIMES}"
    refused = said("help-refused", name="Hana", unit=ROADS, numbers="2")
    assert f"{refused}\n{TIMES}" in [m.text for m in ada.news()]
    told = said("former-help-refused", asker="Ada", unit=ROADS)
    assert (await hana.sends("/report")).text == told


@pytest.mark.parametrize("words", ["我填不了，退回", "退回不填", "退回", "不归我管", "请退回"])
async def test_helper_who_says_that_they_cannot_is_asked_whether_to_give_it_back(
    town: Town, ada: Chat, hana: Chat, words: str
) -> None:
    await helps(ada, hana, "1", "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="1")
    await hana.taps("status-on_track")
    await hana.sends("完成选址。")  # now a figure is asked
    before = await town.facts()
    card = await hana.sends(words)
    assert card.text == f"{said('help-refuse-ask', asker='Ada')}\n{TIMES}"
    assert said("help-button-refuse-yes") in card.labels
    assert await town.facts() == before
    card = await hana.taps("button-list")
    assert said("help-button-refuse") in card.labels


async def test_liaison_who_cannot_answer_is_told_what_to_do(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    before = await town.facts()
    card = await ada.sends("这项我填不了")
    assert card.text.startswith(said("answer-cannot", said="这项我填不了"))
    assert await town.facts() == before


@pytest.mark.parametrize(
    ("words", "picked"),
    [
        ("2", ["1", "2"]),
        ("第2项", ["1", "2"]),
        ("1、2", ["1", "2"]),
        ("1和2项", ["1", "2"]),
        ("1", ["1"]),
    ],
)
async def test_numbers_that_are_typed_where_measures_are_chosen_choose_them_as_well(
    ada: Chat, words: str, picked: list[str]
) -> None:
    await ada.sends("/report")
    await ada.taps("button-help")
    await ada.does(lambda: ada.phone.taps("1"))
    card = await ada.sends(words)
    assert [one for one in card.labels if one.startswith("● ")] == [f"● {one}" for one in picked]
    assert said("help-button-link", count=len(picked)) in card.labels


async def test_number_of_what_cannot_be_handed_out_leads_there_and_the_choice_is_kept(
    ada: Chat,
) -> None:
    await ada.sends("/report")
    await ada.sends("2 正常推进：完成选址。")
    await ada.sends("/report")
    await ada.taps("button-help")
    await ada.does(lambda: ada.phone.taps("1"))
    card = await ada.sends("2")
    assert "2　Measure 2" in card.text
    await ada.sends("/report")
    card = await ada.taps("button-help")
    assert "● 1" in card.labels


async def test_member_of_another_unit_helps_beside_their_own_report(town: Town, ada: Chat) -> None:
    boris = town.chats[BORIS]
    await helps(ada, boris, "2")
    choice = await boris.sends("/report")
    assert choice.text == f"{said('card-choose-report')}\n7月份：{TIMES}"
    await boris.does(lambda: boris.phone.taps(ROADS))
    await boris.taps("button-continue", number="2")
    await boris.taps("status-on_track")
    await boris.sends(WORDS)
    assert (await town.content(ROADS, "2")).text == WORDS
    assert (await town.content(WATER, "2")).text == ""
    first = await entry_of(town, "1")
    assert (await boris.presses(Press(Action.ENTRY, first).data())).text == said("not-allowed")


async def test_link_is_not_used_up_by_who_needs_none(town: Town, ada: Chat, hana: Chat) -> None:
    denis = await town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    token = await link_for(ada, "2")
    denis.news()
    await comes(denis, token, answers=2)
    assert any(m.text == said("help-not-needed", unit=ROADS) for m in denis.phone.chat)
    assert start_of("help-welcome", name="Hana", asker="Ada") in (await comes(hana, token)).text


async def test_measure_with_a_helper_is_not_offered_again_and_comes_last(
    ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "1")
    card = await ada.sends("/report")
    assert said("button-begin", number="2") in card.labels
    picking = await ada.taps("button-help")
    assert "1" not in picking.labels
    assert "2" in picking.labels


async def test_liaison_reminds_the_helper(ada: Chat, hana: Chat) -> None:
    await helps(ada, hana, "2")
    await ada.sends("/report")
    await ada.taps("button-help")
    hana.expects_nothing_more()
    await ada.does(lambda: ada.phone.taps(said("help-button-nudge", name="Hana")), answers=0)
    assert start_of("help-nudged", asker="Ada") in hana.the_news().text


async def test_helper_is_reminded_once_and_of_nothing_else(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await town.passes(at(12, 12))
    reminded = [m.text for m in hana.news()]
    assert len(reminded) == 1
    assert start_of("help-due", unit=ROADS, month="7月份", asker="Ada") in reminded[0]
    assert "Measure 1" not in reminded[0]


async def test_helper_who_has_answered_is_not_reminded(town: Town, ada: Chat, hana: Chat) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    await hana.taps("status-on_track")
    await hana.sends(WORDS)
    await town.passes(at(6))
    hana.expects_nothing_more()


async def test_filing_while_the_helper_writes_is_told_and_their_words_are_kept(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    await ada.fills()
    hana.news()
    await ada.taps("button-file", answers=2)
    assert start_of("together-filed", unit=ROADS, month="7月份", name="Ada") in (
        hana.the_news().text
    )
    kept = await hana.sends(WORDS)
    assert said("together-late", number="2", words=WORDS) in kept.text
    assert said("button-correct") not in kept.labels


async def test_both_write_the_handed_measure_and_neither_text_is_lost(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    await hana.taps("status-on_track")
    ada.news()
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.sends("Ada was faster.")
    hana.news()
    asked = await hana.sends(WORDS)
    assert "Ada was faster." in asked.text
    await hana.taps("collision-button-after")
    assert (await town.content(ROADS, "2")).text == f"Ada was faster.\n{WORDS}"


async def test_next_month_the_same_is_offered_by_one_tap_and_nothing_holds_by_itself(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await ada.files()
    for chat in town.chats.values():
        chat.news()
    await town.moves_to(at(1, month=9))
    for chat in town.chats.values():
        chat.news()
    assert (await hana.sends("/report")).text == said("stranger")
    await ada.sends("/report")
    await ada.taps("button-help")
    card = await ada.taps("help-button-again", name="Hana", numbers="2")
    assert said("help-asked-known", name="Hana", numbers="2") in card.text
    assert start_of("help-welcome", name="Hana", asker="Ada") in hana.the_news().text
    assert "8月份" in (await hana.taps("notice-button-start")).text


async def test_a_card_that_reads_the_same_is_not_edited(town: Town, ada: Chat, hana: Chat) -> None:
    """What the unit answers elsewhere changes nothing that the helper sees: Telegram refuses it."""
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    before = len(town.sandbox.journal.calls)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    await ada.sends("Ada: the bridge is open.")
    assert {call.status for call in town.sandbox.journal.calls[before:]} == {200}


# ── what shows it ──────────────────────────────────────────────────────────────────────────────


async def test_helper_sends_a_photo_for_a_measure_that_is_theirs(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "1")
    await hana.sends("/report")
    await hana.taps("button-continue", number="1")
    await hana.taps("status-on_track")
    placed = await sends_photo(hana, photo())
    assert placed.text.startswith(start_of("evidence-placed", files="*"))
    assert len(await evidence(town, "1")) == 1
    listed = await hana.taps("button-list")
    await hana.does(lambda: hana.phone.taps("1"))
    assert listed.text.startswith(start_of("card-title", unit=ROADS, month="7月份"))
    ada.news()


async def test_helper_takes_away_what_they_sent_and_nothing_else(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    await sends_photo(ada, photo(1))
    hers = next(b.data for row in ada.card.buttons for b in row if b.data and ":vc:" in b.data)
    await helps(ada, hana, "1")
    before = await town.facts()
    assert (await hana.presses(hers)).text.startswith(said("not-allowed"))
    assert await town.facts() == before
    assert len(await evidence(town, "2")) == 1
    await hana.sends("/report")
    await hana.taps("button-continue", number="1")
    await sends_photo(hana, photo(2))
    await hana.taps("evidence-button-take")
    assert await evidence(town, "1") == []


async def test_photo_of_a_helper_goes_to_no_measure_that_is_not_theirs(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "1")
    await hana.sends("/report")
    await sends_photo(hana, photo(), "2 现场照片")
    assert await evidence(town, "2") == []
    ada.news()


async def test_helper_who_was_asked_no_more_can_send_nothing(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "1")
    await ada.sends("/report")
    await ada.taps("button-help")
    await ada.taps("help-button-back", name="Hana", numbers="1")
    hana.news()
    gone = said("former-help-taken_back", asker="Ada", unit=ROADS)
    assert (await sends_photo(hana, photo())).text == gone
    assert await evidence(town, "1") == []


# ── words about what was not asked of them ─────────────────────────────────────────────────────


async def at_the_text_of(ada: Chat, hana: Chat, number: str) -> None:
    await helps(ada, hana, number)
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number=number)
    await hana.taps("status-on_track")
    ada.news()


@pytest.mark.parametrize(
    "caption", ["1 培训现场会，培训150人次", "1项也是我们科的", "第1项 现场", "这张是1的"]
)
async def test_photo_whose_words_name_anothers_measure_is_not_taken_and_both_are_given_back(
    town: Town, ada: Chat, hana: Chat, caption: str
) -> None:
    await at_the_text_of(ada, hana, "2")
    before = await town.facts()
    card = await sends_photo(hana, photo(), caption, answers=2)
    told = [m.text for m in hana.phone.chat]
    assert said("evidence-not-helpers", number="1", name="照片1.jpg", said=caption) in told
    assert "Measure 2" in card.text
    assert await town.facts() == before
    assert await evidence(town, "2") == []


async def test_album_of_anothers_measure_is_refused_whole_and_once(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await at_the_text_of(ada, hana, "2")
    pictures = [photo(1), photo(2), photo(3)]
    await hana.does(lambda: hana.phone.sends_album(pictures, caption="1 现场"), answers=2)
    assert await evidence(town, "2") == []


@pytest.mark.parametrize(
    "words",
    [
        *("1项也是我们科的，培训3期", "1项：培训3期", "1项已完成", "1. 召开会1次"),
        *("1培训企业家6人", "1项培训应为3期", "把第1项的2期改成3期", "1应该是滞后"),
    ],
)
async def test_words_of_a_helper_about_anothers_measure_are_given_back(
    town: Town, ada: Chat, hana: Chat, words: str
) -> None:
    await at_the_text_of(ada, hana, "2")
    before = await town.facts()
    card = await hana.sends(words)
    assert said("answer-not-helpers", number="1", said=words) in card.text
    assert await town.facts() == before
    ada.expects_nothing_more()


@pytest.mark.parametrize(
    "words", ["1项改革试点获批", "1项工作已完成", "1 个项目开工", "1家企业培训6人"]
)
async def test_count_at_the_beginning_of_a_helpers_words_names_no_measure(
    town: Town, ada: Chat, hana: Chat, words: str
) -> None:
    await at_the_text_of(ada, hana, "2")
    await hana.sends(words)
    assert (await town.content(ROADS, "2")).text == words
    ada.news()


@pytest.mark.parametrize("words", ["1. 召开会1次", "1项也是我们科的，培训3期"])
async def test_words_about_anothers_measure_do_not_wait_with_what_does(
    town: Town, ada: Chat, hana: Chat, words: str
) -> None:
    await at_the_text_of(ada, hana, "2")
    await hana.sends(WORDS)
    asked = await hana.sends("跟上次一样吧，签约2家")
    assert said("held-button-add", number="2", step="*", month="none")[:2] in asked.labels[0]
    card = await hana.sends(words)
    assert said("answer-not-helpers", number="1", said=words) in card.text
    assert "跟上次一样吧，签约2家" in card.text
    ada.news()


def forwarded(words: str) -> dict[str, object]:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Zoe"}
    return {"text": words, "forward_origin": origin}


async def test_helper_can_forward_an_answer_and_says_that_it_is_one(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await at_the_text_of(ada, hana, "2")
    card = await hana.does(lambda: sends(hana, forwarded("放贷860万元")))
    assert card.text.startswith(said("forwarded-ask"))
    await hana.sends("是")
    assert (await town.content(ROADS, "2")).text == "放贷860万元"
    ada.news()


async def test_forwarded_words_about_anothers_measure_are_given_back(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await at_the_text_of(ada, hana, "2")
    card = await hana.does(lambda: sends(hana, forwarded("1. 放贷860万元")))
    assert said("answer-not-helpers", number="1", said="1. 放贷860万元") in card.text
    ada.expects_nothing_more()


async def test_what_waits_of_a_helper_is_given_back_in_full_when_the_measure_is_taken_back(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await at_the_text_of(ada, hana, "2")
    await hana.does(lambda: sends(hana, forwarded("放贷860万元")))
    await sends_photo(hana, photo())
    await ada.sends("/report")
    await ada.taps("button-help")
    await ada.taps("help-button-back", name="Hana", numbers="2")
    told = [m.text for m in hana.news()]
    assert any(said("held-returned") in text and "放贷860万元" in text for text in told)
    no_more = said("help-you-no-more", asker="Ada", unit=ROADS)
    assert f"{no_more}\n{TIMES}" in told
    town.reads_all()


# ── after the report is filed ──────────────────────────────────────────────────────────────────


async def filed_while_hana_writes(ada: Chat, hana: Chat) -> Message:
    """What Hana reads of it."""
    await helps(ada, hana, "2")
    await hana.taps("notice-button-start")
    await hana.taps("button-continue", number="2")
    await ada.fills()
    hana.news()
    await ada.taps("button-file", answers=2)
    return hana.the_news()


async def test_helper_is_offered_no_correction_and_who_may_correct_reads_the_words(
    town: Town, ada: Chat, hana: Chat
) -> None:
    told = await filed_while_hana_writes(ada, hana)
    assert said("button-correct") not in told.labels
    kept = await hana.sends(WORDS)
    assert said("together-late-helper", name="Ada") in kept.text
    assert said("together-late-locked") not in kept.text
    heard = ada.the_news()
    late = said("help-late", name="Hana", unit=ROADS, number="2", words=WORDS)
    assert heard.text == f"{late}\n{TIMES}"
    assert heard.labels == [said("button-correct")]
    await ada.taps("button-correct")
    await ada.sends("Hana's words were missing.")
    town.reads_all()
    await hana.sends("/report")
    await hana.taps("held-button-show")
    await hana.taps("collision-button-after")
    assert WORDS in (await town.content(ROADS, "2")).text
    town.reads_all()


async def test_words_of_a_helper_to_a_filed_report_are_read_also_where_nothing_was_asked(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await helps(ada, hana, "2")
    await ada.files()
    hana.news()
    kept = await hana.sends(WORDS)
    assert said("together-late-helper", name="Ada") in kept.text
    assert WORDS in ada.the_news().text


async def test_photo_of_a_helper_to_a_filed_report_is_refused_with_its_words(
    town: Town, ada: Chat, hana: Chat
) -> None:
    await filed_while_hana_writes(ada, hana)
    await hana.sends(WORDS)
    ada.news()
    told = await sends_photo(hana, photo(), "托管地块")
    assert told.text == said("evidence-filed-for-helper", name="Ada")
    ada.expects_nothing_more()
    card = await hana.sends("/report")
    assert said("held-button-show") in card.labels
    assert "托管地块" not in (await hana.taps("held-button-show")).text
