"""Several people of a unit at one report: no words are lost, and everybody sees who is at it."""

import pytest
from sqlmodel import select

from dialog.press import Action, Press
from models.people import Contact
from sandbox import Message
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import BORIS, OLGA, ROADS, WATER
from vocabulary.terms import ContactKind, EntryStatus

VERA = 6_000_000_001
HERS, HIS = "Vera: three kilometres are built.", "Ada: the bridge is open."


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


@pytest.fixture
async def vera(town: Town) -> Chat:
    return await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)


async def goes_to(chat: Chat, number: str) -> Message:
    """Whatever a colleague has changed on the chat's card meanwhile has been looked at."""
    chat.news()
    await chat.sends("/report")
    return await chat.does(lambda: chat.phone.taps(number))


async def answers(chat: Chat, number: str, words: str, status: str = "status-on_track") -> Message:
    await goes_to(chat, number)
    await chat.taps(status)
    return await chat.sends(words)


async def both_ask_for_the_text(ada: Chat, vera: Chat) -> None:
    """Of measure 1, whose status Ada has chosen; neither has written yet."""
    await goes_to(ada, "1")
    await ada.taps("status-on_track")
    await goes_to(vera, "1")
    ada.news()


# ── who is at what ─────────────────────────────────────────────────────────────────────────────


async def test_card_says_who_answered_what_once_there_are_two(ada: Chat, vera: Chat) -> None:
    await answers(ada, "1", HIS)
    assert "Ada" not in (await ada.sends("/report")).text
    vera.news()
    await answers(vera, "2", HERS)
    ada.news()
    lines = (await ada.sends("/report")).text.split("\n")
    assert [line for line in lines if line.startswith("●")] == [
        "● 1　Measure 1 · 我 09:00",
        "● 2　Measure 2 · Vera 09:00",
    ]
    vera.news()
    card = await goes_to(vera, "1")
    assert said("card-answered-by", by="Ada 09:00") in card.text


async def test_answer_of_another_day_is_said_with_its_day(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await answers(vera, "1", HERS)
    ada.news()
    await town.moves_to(at(2, 10))
    assert "Vera 8月1日" in (await ada.sends("/report")).text


async def test_colleagues_answer_edits_the_open_card_and_rings_no_phone(
    ada: Chat, vera: Chat
) -> None:
    card = await ada.sends("/report")
    await answers(vera, "1", HERS)
    (edited,) = ada.news()
    assert edited.message_id == card.message_id
    assert "● 1　Measure 1 · Vera 09:00" in edited.text
    assert len(ada.phone.chat) == ada.phone.chat.index(edited) + 1


async def test_question_about_something_else_stays_as_it_is(ada: Chat, vera: Chat) -> None:
    await goes_to(ada, "2")
    await goes_to(vera, "1")
    await vera.taps("status-on_track")
    ada.expects_nothing_more()


async def test_question_says_who_else_is_writing_now(town: Town, ada: Chat, vera: Chat) -> None:
    await goes_to(ada, "1")
    card = await goes_to(vera, "1")
    assert said("card-writing", name="Ada", at="09:00") in card.text
    assert said("card-writing", name="Vera", at="09:00") in ada.the_news().text
    await town.moves_to(at(1, 9, 4))
    assert said("card-writing", name="Ada", at="09:00") in (await goes_to(vera, "1")).text
    await town.moves_to(at(1, 9, 6))
    assert said("card-writing", name="Ada", at="09:00") not in (await goes_to(vera, "1")).text


async def test_preview_says_who_is_still_writing(ada: Chat, vera: Chat) -> None:
    await vera.fills()
    await goes_to(ada, "2")
    await vera.sends("/report")
    preview = await vera.taps("button-preview-file")
    assert said("preview-writing", number="2", name="Ada") in preview.text


async def test_preview_changed_under_the_thumb_is_confirmed_anew(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await ada.fills()
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends(HERS)
    ada.news()
    await ada.taps("button-file")
    assert ada.toast == said("report-changed-meanwhile")
    assert await town.revisions(ROADS) == []
    await ada.taps("button-file", answers=2)
    assert (await town.revisions(ROADS))[0].entries[0].content.text == HERS


# ── two at the same entry ──────────────────────────────────────────────────────────────────────


async def test_second_of_two_sees_the_first_words_and_keeps_them(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    assert HERS in ada.the_news().text
    asked = await ada.sends(HIS)
    assert HERS in asked.text
    assert said("collision-mine", words=HIS) in asked.text
    assert asked.labels == [
        said("collision-button-keep", name="Vera"),
        said("collision-button-mine"),
        said("collision-button-after"),
    ]
    assert (await town.content(ROADS, "1")).text == HERS
    card = await ada.taps("collision-button-keep", name="Vera")
    assert said("collision-kept", name="Vera") in card.text
    assert (await town.content(ROADS, "1")).text == HERS


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("collision-button-mine", HIS), ("collision-button-after", f"{HERS}\n{HIS}")],
)
async def test_second_of_two_takes_their_own_or_puts_it_after(
    town: Town, ada: Chat, vera: Chat, choice: str, kept: str
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    card = await ada.taps(choice)
    assert (await town.content(ROADS, "1")).text == kept
    assert said("held-button-show") not in card.labels


async def test_what_the_first_has_said_besides_is_seen_before_and_after_the_choice(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.taps("button-rechoose")
    await vera.taps("status-behind")
    for words in (HERS, "The rent is too high.", "We meet again in August."):
        await vera.sends(words)
    ada.news()
    asked = await ada.sends(HIS)
    rest = ("The rent is too high.", "We meet again in August.")
    assert all(words in asked.text for words in (said("status-behind"), HERS, *rest))
    card = await ada.taps("collision-button-mine")
    assert start_of("collision-taken", changed=said("step-text")) in card.text
    assert all(words in card.text for words in (said("status-behind"), HIS, *rest))
    assert said("button-change-problem") in card.labels
    assert HERS in vera.news()[-1].text


@pytest.mark.parametrize("words", ["2的问题解决了", "上面2项是17处"])
async def test_words_that_name_another_measure_do_not_join_the_choice(
    town: Town, ada: Chat, vera: Chat, words: str
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    asked = await ada.sends(words)
    assert said("collision-mine", words=words) not in asked.text
    assert HIS not in asked.text
    ada.phone.taps(next(one for one in asked.labels if "2" in one))
    await town.steps()
    assert words[-4:] in (await town.content(ROADS, "2")).text
    ada.news()
    again = await ada.taps("held-button-show")
    assert said("collision-mine", words=HIS) in again.text


async def test_messages_that_wait_beside_a_colleagues_words_are_parted(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    card = await ada.sends("跟上月一样")
    assert said("collision-mine", words=HIS) in card.text
    await ada.sends("The meeting was held.")
    await ada.taps("held-button-apart")
    card = await ada.taps("collision-button-keep", name="Vera")
    card = await ada.taps("held-button-show")
    assert said("held-text", words="The meeting was held.") in card.text
    ada.phone.taps(next(one for one in card.labels if " 2 " in f"{one} "))
    await town.steps()
    assert (await town.content(ROADS, "2")).text == "The meeting was held."
    assert (await town.content(ROADS, "1")).text == HERS
    ada.news()


async def test_waiting_words_stand_beside_what_a_colleague_has_answered_meanwhile(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await ada.sends("2的问题解决了")
    await vera.sends(HERS)
    ada.news()
    asked = await ada.taps("held-button-answer", number="1", step=said("step-text"), month="none")
    assert HERS in asked.text
    assert said("collision-mine", words="2的问题解决了") in asked.text
    assert (await town.content(ROADS, "1")).text == HERS
    await ada.taps("collision-button-keep", name="Vera")


async def test_both_texts_survive_whatever_is_done_before_the_choice(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    listed = await ada.sends("/report")
    assert said("held-waits-of", number="1", words=HIS) in listed.text
    await goes_to(ada, "2")
    await town.kill()
    await town.moves_to(at(1, 10))
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends(f"{HERS} And more.")
    ada.news()
    again = await ada.taps("held-button-show")
    assert f"{HERS} And more." in again.text
    assert said("collision-mine", words=HIS) in again.text
    await ada.taps("collision-button-after")
    assert (await town.content(ROADS, "1")).text == f"{HERS} And more.\n{HIS}"


async def test_text_that_waits_already_waits_on_behind_the_choice(
    town: Town, ada: Chat, vera: Chat
) -> None:
    waiting = "我下午开会"
    await ada.fills()
    await ada.sends(waiting)
    await goes_to(ada, "1")
    await ada.taps("button-change-text")
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    ada.news()
    await vera.sends(HERS)
    ada.news()
    asked = await ada.sends(HIS)
    assert HERS in asked.text
    assert said("collision-mine", words=HIS) in asked.text
    assert waiting not in asked.text
    sent = next(m for m in reversed(ada.phone.chat) if m.text == HIS)
    await ada.does(lambda: ada.phone.edits(sent, f"{HIS} 1"))
    await ada.taps("collision-button-after")
    assert (await town.content(ROADS, "1")).text == f"{HERS}\n{HIS} 1"
    again = await ada.taps("held-button-show")
    assert said("held-text", words=waiting) in again.text


async def test_choice_on_words_that_have_changed_again_is_asked_again(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends("Four kilometres.")
    asked = await ada.taps("collision-button-mine")
    assert said("collision-again") in asked.text
    assert "Four kilometres." in asked.text
    assert (await town.content(ROADS, "1")).text == "Four kilometres."
    await ada.taps("collision-button-mine")
    assert (await town.content(ROADS, "1")).text == HIS


@pytest.mark.parametrize("action", [Action.KEEP_THEIRS, Action.TAKE_MINE, Action.AFTER_THEIRS])
async def test_choice_on_own_words_that_read_otherwise_by_now_is_asked_again(
    town: Town, ada: Chat, vera: Chat, action: Action
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    asked = await ada.sends(HIS)
    shown = [one.data or "" for row in asked.buttons for one in row]
    late = next(one for one in shown if one.startswith(Press(action).data()[:5]))
    sent = next(m for m in reversed(ada.phone.chat) if m.text == HIS)
    await ada.does(lambda: ada.phone.edits(sent, f"{HIS} 另有2处。"))
    again = await ada.presses(late)
    assert said("collision-mine", words=f"{HIS} 另有2处。") in again.text
    assert (await town.content(ROADS, "1")).text == HERS
    await ada.taps("collision-button-after")
    assert (await town.content(ROADS, "1")).text == f"{HERS}\n{HIS} 另有2处。"


async def test_what_is_added_to_words_that_wait_for_the_choice_stands_where_it_says(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    await ada.sends(HIS)
    await ada.sends("前面再加一句：局长到张营镇调研。")
    card = await ada.sends("最后再补一句：均已入库。")
    whole = f"局长到张营镇调研。\n{HIS}\n均已入库。"
    assert said("collision-mine", words=whole.replace("\n", " ")) in card.text
    await ada.taps("collision-button-mine")
    assert (await town.content(ROADS, "1")).text == whole


async def test_status_that_a_colleague_changed_is_shown_where_the_words_are_chosen(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    card = await ada.sends(HIS)
    assert said("collision-status", status=said("status-on_track")) in card.text
    await goes_to(vera, "1")
    await vera.taps("status-behind")
    ada.news()
    card = await ada.taps("collision-button-mine")
    assert said("collision-again") in card.text
    assert said("collision-status", status=said("status-behind")) in card.text


async def test_words_sent_at_the_status_collide_too(town: Town, ada: Chat, vera: Chat) -> None:
    await goes_to(ada, "1")
    await answers(vera, "1", HERS)
    ada.news()
    await ada.sends(HIS)
    assert (await town.content(ROADS, "1")).text == HERS
    await ada.taps("collision-button-mine")
    assert (await town.content(ROADS, "1")).text == HIS


async def test_colleagues_other_answer_is_no_collision(town: Town, ada: Chat, vera: Chat) -> None:
    await goes_to(ada, "1")
    await ada.taps("status-on_track")
    await goes_to(vera, "1")
    await vera.taps("button-rechoose")
    await vera.taps("status-behind")
    ada.news()
    await ada.sends(HIS)
    content = await town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, HIS)


async def test_same_words_of_both_are_no_collision(town: Town, ada: Chat, vera: Chat) -> None:
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    card = await ada.sends(HERS)
    assert "● 1" in card.text
    assert (await town.content(ROADS, "1")).text == HERS


async def test_tap_on_a_status_that_a_colleague_has_changed_is_told(
    town: Town, ada: Chat, vera: Chat
) -> None:
    """Ada taps what her phone still showed; on what it shows afterwards the tap counts."""
    card = await goes_to(ada, "1")
    old = next(b for row in card.buttons for b in row if b.text == said("status-done"))
    await goes_to(vera, "1")
    await vera.taps("status-behind")
    ada.news()
    told = await ada.presses(old.data or "", on=card)
    status = said("status-behind")
    assert said("tap-changed-meanwhile", by="Vera", status=status) in told.text
    assert (await town.content(ROADS, "1")).status is EntryStatus.BEHIND
    await ada.taps("status-done")
    assert (await town.content(ROADS, "1")).status is EntryStatus.DONE


async def test_choice_that_is_not_open_is_out_of_date(town: Town, ada: Chat, vera: Chat) -> None:
    entry_id = (await town.working(ROADS)).entries[0].entry_id
    before = await town.facts()
    for action in (Action.KEEP_THEIRS, Action.TAKE_MINE, Action.AFTER_THEIRS):
        assert (await ada.presses(Press(action, entry_id).data())).text == said("stale")
    assert await town.facts() == before
    vera.expects_nothing_more()


async def test_skipping_what_a_colleague_has_begun_does_not_make_it_mine(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await goes_to(vera, "1")
    await vera.taps("status-on_track")
    await goes_to(ada, "1")
    await ada.taps("button-skip")
    assert "◐ 1　Measure 1：完成情况待填 · Vera正在填" in (await ada.sends("/report")).text
    await town.moves_to(at(1, 10))
    ada.news()
    assert "◐ 1　Measure 1：完成情况待填 · Vera 09:00" in (await ada.sends("/report")).text


# ── one files while another writes ─────────────────────────────────────────────────────────────


async def test_who_is_in_mid_question_is_told_of_the_filing_and_loses_nothing(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await ada.fills()
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await ada.taps("button-file", answers=2)
    told = vera.the_news()
    assert told.text == "\n".join(
        (
            said("together-filed", unit=ROADS, month="7月份", name="Ada", revision="1", at="09:00"),
            TIMES,
            said("together-filed-writing", number="1"),
        )
    )
    kept = await vera.sends(HERS)
    assert said("together-late", number="1", words=HERS) in kept.text
    await vera.taps("button-correct")
    await vera.sends("Vera knows more.")
    ada.news()
    await vera.taps("held-button-show")
    await vera.taps("collision-button-mine")
    assert (await town.content(ROADS, "1")).text == HERS
    await vera.taps("button-file", answers=2)
    assert [one.entries[0].content.text for one in await town.revisions(ROADS)][1] == HERS


async def test_text_that_was_on_its_way_when_a_colleague_filed_is_kept(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await ada.fills()
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    ada.phone.taps(said("button-file"))
    vera.phone.sends(HERS)
    await town.steps()
    assert said("together-late", number="1", words=HERS) in vera.news()[-1].text
    ada.news()
    (filed,) = await town.revisions(ROADS)
    assert filed.entries[0].content.text == "All is well so far."


async def test_text_after_the_lock_is_kept_and_says_whom_to_ask(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await ada.fills()
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await ada.taps("button-file", answers=2)
    for chat in town.chats.values():
        chat.news()
    await town.moves_to(LOCKS)
    for chat in town.chats.values():
        chat.news()
    kept = await vera.sends(HERS)
    assert start_of("together-late-locked", until="*") in kept.text
    assert said("button-correct") not in kept.labels
    await vera.taps("held-button-drop")


async def test_filing_goes_on_when_one_with_an_open_question_is_no_colleague_any_more(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await goes_to(vera, "1")
    contact_id = await town.reads(
        lambda session: session.exec(select(Contact.id).where(Contact.name == "Vera")).one()
    )
    await town.chats[OLGA].presses(Press(Action.REFUSE, contact_id).data())
    vera.news()
    await ada.files()
    assert len(await town.revisions(ROADS)) == 1
    vera.expects_nothing_more()


async def test_list_of_a_colleague_shows_that_the_report_is_filed(ada: Chat, vera: Chat) -> None:
    await ada.fills()
    vera.news()
    await vera.sends("/report")
    await ada.taps("button-file", answers=2)
    assert said("button-correct") in vera.the_news().labels


async def test_people_of_other_units_see_nothing_of_it(town: Town, ada: Chat, vera: Chat) -> None:
    boris = town.chats[BORIS]
    await boris.sends("/report")
    await answers(vera, "1", HERS)
    await ada.sends("/report")
    boris.expects_nothing_more()
    assert "Vera" not in (await boris.sends("/report")).text
    assert WATER in boris.card.text


# ── two in one correction ──────────────────────────────────────────────────────────────────────


async def both_are_asked_why(ada: Chat, vera: Chat) -> None:
    """Ada has given her reason; Vera was asked for hers before that."""
    await ada.files()
    vera.news()
    await vera.sends("/report")
    await vera.taps("button-correct")
    await ada.taps("button-correct")
    await ada.sends("数字写错了。")
    vera.news()


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        ("collision-button-keep", "数字写错了。"),
        ("collision-button-mine", "第2项漏报。"),
        ("collision-button-after", "数字写错了。第2项漏报。"),
    ],
)
async def test_second_of_two_reasons_for_a_correction_stands_by_choice(
    town: Town, ada: Chat, vera: Chat, choice: str, reason: str
) -> None:
    await both_are_asked_why(ada, vera)
    asked = await vera.sends("第2项漏报。")
    assert said("correction-two", name="Ada", reason="数字写错了。") in asked.text
    assert said("collision-mine", words="第2项漏报。") in asked.text
    assert (await town.report_of(ROADS)).correction_reason == "数字写错了。"
    await vera.taps(choice, name="Ada")
    assert (await town.report_of(ROADS)).correction_reason == reason
    told = [m.text for m in ada.news()]
    words = said("correction-reason-replaced", by="Vera", reason="数字写错了。")
    assert (f"{words}\n{TIMES}" in told) == (choice == "collision-button-mine")


@pytest.mark.parametrize("said_instead", ["好的", "报送", "2"])
async def test_choice_between_two_reasons_is_asked_again_by_what_is_no_reason(
    town: Town, ada: Chat, vera: Chat, said_instead: str
) -> None:
    await both_are_asked_why(ada, vera)
    await vera.sends("第2项漏报。")
    asked = await vera.sends(said_instead)
    assert said("correction-two", name="Ada", reason="数字写错了。") in asked.text
    assert said("collision-mine", words="第2项漏报。") in asked.text
    await vera.taps("collision-button-mine")
    assert (await town.report_of(ROADS)).correction_reason == "第2项漏报。"
    ada.news()


async def test_reason_that_waits_beside_a_colleagues_goes_on_and_is_named_until_it_is_chosen(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_are_asked_why(ada, vera)
    await vera.sends("第2项漏报。")
    asked = await vera.sends("第1项口径变了。")
    assert said("collision-mine", words="第2项漏报。第1项口径变了。") in asked.text
    assert said("correction-button-reason") in (await vera.sends("/report")).labels
    preview = await vera.taps("button-preview-file")
    waits = said("correction-reason-waits", words="第2项漏报。 第1项口径变了。")
    assert waits in preview.text
    await vera.taps("correction-button-reason")
    card = await vera.taps("collision-button-after")
    whole = "数字写错了。第2项漏报。第1项口径变了。"
    assert (await town.report_of(ROADS)).correction_reason == whole
    assert said("correction-button-reason") not in card.labels
    ada.news()


async def test_correction_that_one_gives_up_gives_both_their_words_back(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_are_asked_why(ada, vera)
    for chat, number, words in ((vera, "1", HERS), (ada, "2", HIS)):
        await goes_to(chat, number)
        await chat.taps("button-change-text")
        await chat.sends(words)
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    ada.news()
    await ada.sends("/report")
    await ada.taps("button-correct-drop")
    await ada.taps("button-correct-drop-yes", answers=2)
    told, card = vera.news()
    head = said(
        "correction-dropped-by", name="Ada", unit=ROADS, month="7月份", revision="1", count=2
    )
    assert told.text.startswith(head)
    assert HERS in told.text
    assert HIS in told.text
    assert said("button-correct") in card.labels
    (filed,) = await town.revisions(ROADS)
    for number, entry in zip("12", filed.entries, strict=True):
        assert await town.content(ROADS, number) == entry.content
    kept = await vera.sends("Vera knows more.")
    assert said("together-late", number="1", words="Vera knows more.") in kept.text
    await vera.taps("held-button-drop")
    ada.news()
