"""An edited message changes the answer that it gave, and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session, select

from models.people import Contact, end_contact, unit_of
from sandbox import Message, Person
from tests.chat import LOCKS, Chat, Town, said, start_of
from tests.models.samples import ADA, BORIS, CLARA, OLGA, ROADS, WATER
from texts.wording import moment_name
from vocabulary.terms import ContactKind, EntryStatus

FIRST, BETTER, MORE = "完成12处站址选定。", "完成15处站址选定。", "另有3处正在协商。"
VERA = 6_000_000_001


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def asked(ada: Chat, number: str = "1", status: str = "status-on_track") -> None:
    """The text of the measure is being asked."""
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps(number))
    await ada.taps(status)


async def sent(ada: Chat, text: str) -> Message:
    """The person's own message, answered."""
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(text)))
    return mine[0]


async def says_all(ada: Chat) -> Message:
    """Both measures are answered with the same words; the message that gave those of measure 2."""
    await asked(ada)
    await sent(ada, FIRST)
    await ada.taps("status-on_track")
    return await sent(ada, FIRST)


async def edits(ada: Chat, message: Message, text: str) -> Message:
    return await ada.does(lambda: ada.phone.edits(message, text))


async def test_edit_of_what_gave_no_text_goes_on_with_the_text_that_stands_there(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    await sent(ada, FIRST)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    mine = await sent(ada, "无进展，等批复")
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    for words in (MORE, f"{MORE}月底前签约。", MORE):
        await edits(ada, mine, words)
    assert (await plain_town.content(ROADS, "1")).text == f"{FIRST}\n{MORE}"


async def test_edited_message_changes_its_answer_and_the_open_question_shows_it(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    card = await edits(ada, mine, BETTER)
    assert (await plain_town.content(ROADS, "1")).text == BETTER
    assert (await plain_town.content(ROADS, "2")).text == ""
    assert card.text.startswith(said("edit-taken", number="1"))
    assert said("otherwise-text", was=FIRST, now=BETTER) in card.text
    assert card.text.endswith(said("ask-status", when="7月份"))


async def test_edited_again_and_again_the_newest_words_count(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    for text in (BETTER, MORE, FIRST):
        await edits(ada, mine, text)
        assert (await plain_town.content(ROADS, "1")).text == text


async def test_edit_in_the_preview_is_what_is_filed(plain_town: Town, ada: Chat) -> None:
    mine = await says_all(ada)
    preview = ada.card
    shown = await edits(ada, mine, BETTER)
    assert said("edit-taken", number="2") in shown.text
    assert said("button-file") in shown.labels
    assert shown.message_id != preview.message_id
    await ada.taps("button-file", answers=2)
    (filed,) = await plain_town.revisions(ROADS)
    assert [entry.content.text for entry in filed.entries] == [FIRST, BETTER]


@pytest.mark.parametrize(("which", "left"), [(0, f"{BETTER}\n{MORE}"), (1, f"{FIRST}\n{BETTER}")])
async def test_of_two_messages_that_make_one_answer_each_changes_its_own_words(
    plain_town: Town, ada: Chat, which: int, left: str
) -> None:
    await asked(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.extend((ada.phone.sends(FIRST), ada.phone.sends(MORE))))
    await edits(ada, mine[which], BETTER)
    assert (await plain_town.content(ROADS, "1")).text == left
    await edits(ada, mine[1 - which], "已开工。")
    content = await plain_town.content(ROADS, "1")
    assert sorted(content.text.split("\n")) == sorted([BETTER, "已开工。"])


async def test_refused_message_counts_once_it_is_edited_into_an_answer(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, "无")
    assert (await plain_town.content(ROADS, "1")).text == ""
    card = await edits(ada, mine, FIRST)
    assert (await plain_town.content(ROADS, "1")).text == FIRST
    assert said("edit-taken", number="1") in card.text


async def test_edit_that_is_no_answer_is_refused_by_the_same_rules(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    before = await plain_town.facts()
    card = await edits(ada, mine, "无")
    assert said("edit-refused", number="1", step=said("step-text")) in card.text
    assert said("answer-nothing-text") in card.text
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert await plain_town.facts() == before


async def test_edit_of_an_answer_that_was_given_anew_changes_nothing(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends(MORE)
    before = await plain_town.facts()
    card = await edits(ada, mine, BETTER)
    assert said("edit-overtaken", number="1", step=said("step-text")) in card.text
    assert await plain_town.facts() == before


async def test_status_tapped_after_the_words_stays_when_they_are_edited(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    mine = await sent(ada, f"正常推进：{FIRST}")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-done")
    await edits(ada, mine, f"正常推进：{BETTER}")
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.DONE, BETTER)


async def test_status_word_in_the_place_of_words_takes_none_away(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    await edits(ada, mine, "滞后")
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, FIRST)


async def test_figure_in_an_edited_text_is_read_anew(town: Town) -> None:
    ada = town.chats[ADA]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    await ada.sends(FIRST)
    mine = await sent(ada, "183")
    first = (await town.content(ROADS, "1")).figures[0]
    assert first.value == Decimal(183)
    card = await edits(ada, mine, "约185")
    figure = (await town.content(ROADS, "1")).figures[0]
    assert (figure.value, figure.approximate) == (Decimal(185), True)
    assert said("edit-taken", number="1") in card.text


async def test_held_text_is_edited_where_it_waits(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.extend((ada.phone.sends(FIRST), ada.phone.sends("2 完成招标。"))))
    card = await edits(ada, mine[1], "2 完成招标，已开工。")
    assert said("edit-of-held", words="2 完成招标，已开工。") in card.text
    await ada.taps("held-button-show")
    await ada.taps("held-button-answer", month="none", number="2", step="*")
    assert (await plain_town.content(ROADS, "2")).text == "完成招标，已开工。"
    await edits(ada, mine[1], "完成招标。")
    assert (await plain_town.content(ROADS, "2")).text == "完成招标。"


async def test_messages_that_became_one_answer_from_their_waiting_are_changed_on_the_card(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.extend((ada.phone.sends(FIRST), ada.phone.sends("2 完成招标。"))))
    await ada.sends(MORE)
    await ada.taps("held-button-answer", month="none", number="2", step="*")
    before = await plain_town.facts()
    card = await edits(ada, mine[1], "2 开工。")
    assert said("edit-of-joined") in card.text
    assert await plain_town.facts() == before


@pytest.mark.parametrize(
    ("place", "text"),
    [(0, f"开工。\n{MORE}"), (1, "完成招标。\n开工。")],
)
async def test_reply_that_says_instead_to_one_of_several_messages_changes_its_words_alone(
    plain_town: Town, ada: Chat, place: int, text: str
) -> None:
    await asked(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.extend((ada.phone.sends(FIRST), ada.phone.sends("2 完成招标。"))))
    await ada.does(lambda: mine.append(ada.phone.sends(MORE)))
    await ada.taps("held-button-answer", month="none", number="2", step="*")
    assert (await plain_town.content(ROADS, "2")).text == f"完成招标。\n{MORE}"
    card = await ada.does(lambda: ada.phone.sends("改为：开工。", reply_to=mine[1 + place]))
    assert said("edit-taken", number="2") in card.text
    assert (await plain_town.content(ROADS, "2")).text == text


async def test_reply_that_says_instead_to_words_that_are_gone_is_asked_about(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine: list[Message] = []
    await ada.does(lambda: mine.extend((ada.phone.sends(FIRST), ada.phone.sends("2 完成招标。"))))
    await ada.sends(MORE)
    await ada.taps("held-button-answer", month="none", number="2", step="*")
    await ada.sends("第2项：改为：已验收。")
    before = await plain_town.content(ROADS, "2")
    card = await ada.does(lambda: ada.phone.sends("改为：开工。", reply_to=mine[1]))
    assert said("held-button-drop") in card.labels
    assert await plain_town.content(ROADS, "2") == before


async def by_number(ada: Chat, text: str) -> Message:
    """Sent while nothing is asked, so that the number in front says what it is about."""
    await ada.sends("/report")
    return await sent(ada, text)


async def test_edited_number_moves_the_words_to_its_measure_and_back(
    plain_town: Town, ada: Chat
) -> None:
    mine = await by_number(ada, f"1 正常推进：{FIRST}")
    card = await edits(ada, mine, f"2 正常推进：{FIRST}")
    assert said("edit-moved", number="1", to="2") in card.text
    one, two = [await plain_town.content(ROADS, number) for number in ("1", "2")]
    assert (one.status, one.text) == (None, "")
    assert (two.status, two.text) == (EntryStatus.ON_TRACK, FIRST)
    await edits(ada, mine, f"第1项：滞后，{BETTER}")
    one, two = [await plain_town.content(ROADS, number) for number in ("1", "2")]
    assert (one.status, one.text) == (EntryStatus.BEHIND, BETTER)
    assert (two.status, two.text) == (None, "")


async def test_measure_gets_back_what_it_had_before_the_edited_number(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await by_number(ada, f"1 滞后：{FIRST}")
    assert (await plain_town.content(ROADS, "1")).status is EntryStatus.BEHIND
    card = await edits(ada, mine, f"2 滞后：{FIRST}")
    one, two = [await plain_town.content(ROADS, number) for number in ("1", "2")]
    assert (one.status, one.text) == (EntryStatus.ON_TRACK, "")
    assert (two.status, two.text) == (EntryStatus.BEHIND, FIRST)
    assert said("otherwise-text", was=FIRST, now=said("otherwise-blank")) in card.text


async def test_edited_number_of_what_a_colleague_has_answered_shows_both(
    plain_town: Town, ada: Chat
) -> None:
    vera = await plain_town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await by_number(vera, f"2 正常推进：{BETTER}")
    mine = await by_number(ada, f"1 正常推进：{FIRST}")
    card = await edits(ada, mine, f"2 正常推进：{FIRST}")
    assert start_of("collision", number="2", title="*") in card.text
    one, two = [await plain_town.content(ROADS, number) for number in ("1", "2")]
    assert (one.text, two.text) == ("", BETTER)
    await ada.taps("collision-button-after", name="*")
    assert (await plain_town.content(ROADS, "2")).text.startswith(BETTER)
    plain_town.reads_all()


async def test_edited_number_of_a_measure_that_was_answered_anew_moves_nothing(
    plain_town: Town, ada: Chat
) -> None:
    mine = await by_number(ada, f"1 正常推进：{FIRST}")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends(MORE)
    before = await plain_town.facts()
    card = await edits(ada, mine, f"2 正常推进：{FIRST}")
    assert start_of("edit-overtaken", number="1", step=said("step-status")) in card.text
    assert await plain_town.facts() == before


async def test_edited_number_after_filing_opens_a_correction_of_both(
    plain_town: Town, ada: Chat
) -> None:
    mine = await by_number(ada, f"1 正常推进：{BETTER}")
    await by_number(ada, f"2 正常推进：{FIRST}")
    await ada.taps("button-file", answers=2)
    before = await plain_town.facts()
    card = await edits(ada, mine, f"2 {BETTER}")
    assert card.text.startswith(said("edit-opens-correction", number="1"))
    assert await plain_town.facts() == before
    await ada.sends("序号写错了。")
    texts = [(await plain_town.content(ROADS, number)).text for number in ("1", "2")]
    assert texts == ["", f"{FIRST}\n{BETTER}"]


@pytest.mark.parametrize("first", [f"1 正常推进：{FIRST}", FIRST])
async def test_one_answer_edited_into_several_measures_is_shown_split_and_changed_by_one_tap(
    plain_town: Town, ada: Chat, first: str
) -> None:
    await asked(ada)
    mine = await sent(ada, first)
    before = await plain_town.facts()
    card = await edits(ada, mine, f"1. 正常推进：{FIRST}\n2. {BETTER}")
    blank = said("otherwise-blank")
    assert said("pasted-edit-title") in card.text
    assert said("otherwise-text", was=blank, now=BETTER) in card.text
    assert FIRST not in card.text
    assert await plain_town.facts() == before
    card = await ada.taps("pasted-button-edit", count=1)
    assert [(await plain_town.content(ROADS, n)).text for n in ("1", "2")] == [FIRST, BETTER]
    assert card.text.endswith(said("ask-status-only", when="7月份"))
    await edits(ada, mine, f"1. 正常推进：{MORE}")
    await ada.taps("pasted-button-edit", count=2)
    assert [(await plain_town.content(ROADS, n)).text for n in ("1", "2")] == [MORE, ""]


def _edits_a_command(phone: Person) -> None:
    phone.edits(phone.sends("/help"), "/report")


def _edits_what_led_elsewhere(phone: Person) -> None:
    phone.edits(phone.sends("2"), "3")


@pytest.mark.parametrize(
    ("deed", "answer", "answers"),
    [
        (_edits_a_command, "edit-of-command", 2),
        (_edits_what_led_elsewhere, "edit-of-nothing", 1),
    ],
)
async def test_edit_of_what_was_no_answer_is_said_and_the_question_comes_again(
    plain_town: Town, ada: Chat, deed: Callable[[Person], None], answer: str, answers: int
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    card = await ada.does(lambda: deed(ada.phone), answers=answers)
    assert card.text.startswith(said(answer))
    assert start_of("ask-text") in card.text or card.text.endswith(said("ask-status", when="7月份"))
    assert await plain_town.facts() == before


# After filing


async def filed_with(ada: Chat) -> Message:
    """Filed, and the message that gave the words of measure 2."""
    mine = await says_all(ada)
    await ada.taps("button-file", answers=2)
    return mine


async def test_edit_after_filing_opens_a_correction_that_holds_the_new_words(
    plain_town: Town, ada: Chat
) -> None:
    mine = await filed_with(ada)
    before = await plain_town.facts()
    card = await edits(ada, mine, BETTER)
    assert card.text.startswith(said("edit-opens-correction", number="2"))
    assert said("otherwise-text", was=FIRST, now=BETTER) in card.text
    assert card.text.endswith(said("ask-correction-reason", revision="1"))
    assert await plain_town.facts() == before
    preview = await ada.sends("站址数写错了。")
    assert said("otherwise-text", was=FIRST, now=BETTER) in preview.text
    await ada.taps("button-file", answers=2)
    plain_town.chats[OLGA].the_news()
    first, second = await plain_town.revisions(ROADS)
    assert [entry.content.text for entry in first.entries] == [FIRST, FIRST]
    assert [entry.content.text for entry in second.entries] == [FIRST, BETTER]
    assert second.correction_reason == "站址数写错了。"


async def test_edit_after_filing_survives_a_kill_before_the_reason(
    plain_town: Town, ada: Chat
) -> None:
    mine = await filed_with(ada)
    await edits(ada, mine, BETTER)
    await plain_town.kill()
    plain_town.clock.advance(timedelta(minutes=1))
    await ada.sends("站址数写错了。")
    assert (await plain_town.content(ROADS, "2")).text == BETTER


async def test_edit_after_filing_that_is_called_off_is_in_no_later_correction(
    plain_town: Town, ada: Chat
) -> None:
    mine = await filed_with(ada)
    await edits(ada, mine, BETTER)
    await ada.taps("button-cancel")
    await ada.taps("button-correct")
    await ada.sends("另有更正。")
    assert (await plain_town.content(ROADS, "2")).text == FIRST


async def test_edit_after_the_lock_is_told_so(plain_town: Town, ada: Chat) -> None:
    mine = await filed_with(ada)
    await plain_town.passes(LOCKS, every=timedelta(days=1))
    for user_id in (OLGA, BORIS, CLARA):
        plain_town.chats[user_id].news()
    before = await plain_town.facts()
    told = await edits(ada, mine, BETTER)
    assert told.text == said("locked", locks=moment_name("zh-CN", LOCKS))
    assert await plain_town.facts() == before


async def test_edit_by_one_who_reports_for_the_unit_no_more_changes_nothing(
    plain_town: Town, ada: Chat
) -> None:
    vera = await plain_town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await plain_town.joins("Vera", VERA, WATER, ContactKind.DEPUTY)
    await vera.sends("/report")
    await vera.taps("button-report", unit=ROADS, period="*", done="*", count="*")
    await vera.does(lambda: vera.phone.taps("1"))
    await vera.taps("status-on_track")
    mine = await sent(vera, FIRST)
    await vera.sends("/report")

    def dismissed(session: Session) -> None:
        for contact in session.exec(select(Contact).where(Contact.name == "Vera")):
            unit = unit_of(session, contact)
            if unit is not None and unit.name == ROADS:
                end_contact(session, contact.id, now=plain_town.clock.now())

    await plain_town.reads(dismissed)
    told = await edits(vera, mine, BETTER)
    assert told.text == said("not-allowed")
    assert (await plain_town.content(ROADS, "1")).text == FIRST


async def test_old_answers_are_known_no_more_once_telegram_lets_nobody_edit_them(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    mine = await sent(ada, FIRST)
    plain_town.clock.advance(timedelta(days=15))
    await plain_town.app.parts.ticks.housekeeping()
    await plain_town.steps()
    for chat in plain_town.chats.values():
        chat.news()
    card = await edits(ada, mine, BETTER)
    assert said("edit-of-nothing") in card.text
    assert (await plain_town.content(ROADS, "1")).text == FIRST
