"""Edited messages, pasted measures and captions collide like typed words, and nobody loses any."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox import Message
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.handlers.test_evidence import photo, sends_photo
from tests.handlers.test_forms_by_chat import filled, the_form
from tests.handlers.test_together import answers, both_ask_for_the_text, goes_to
from tests.models.samples import ROADS
from vocabulary.terms import ContactKind

VERA, ZOE = 6_000_000_001, 6_000_000_002
HERS, HIS = "Vera: three kilometres are built.", "Ada: the bridge is open."


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


@pytest.fixture
async def vera(town: Town) -> Chat:
    return await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)


async def text_of(town: Town, number: str = "1") -> str:
    return (await town.content(ROADS, number)).text


async def takes_hers_instead(ada: Chat, vera: Chat) -> Message:
    """Ada has answered 1, and Vera has put her own words in their place. Gives Ada's message."""
    await answers(ada, "1", HIS)
    mine = next(m for m in reversed(ada.phone.chat) if m.text == HIS)
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends(HERS)
    return mine


# ── an edited message ──────────────────────────────────────────────────────────────────────────


async def test_edit_of_words_that_a_colleague_has_replaced_shows_both_and_lets_choose(
    town: Town, ada: Chat, vera: Chat
) -> None:
    mine = await takes_hers_instead(ada, vera)
    ada.news()
    better = "Ada: the bridge is open to lorries."
    asked = await ada.does(lambda: ada.phone.edits(mine, better))
    assert HERS in asked.text
    assert said("collision-mine", words=better) in asked.text
    assert await text_of(town) == HERS
    assert HERS in (await ada.sends("放前面")).text  # no such choice, and nobody's words
    await ada.sends("接在其后")
    assert await text_of(town) == f"{HERS}\n{better}"


async def test_edit_of_a_text_that_waits_for_the_choice_is_chosen_as_it_reads_now(
    town: Town, ada: Chat, vera: Chat
) -> None:
    mine = await takes_hers_instead(ada, vera)
    ada.news()
    await ada.does(lambda: ada.phone.edits(mine, "Ada: once."))
    again = await ada.does(lambda: ada.phone.edits(mine, "Ada: twice."))
    assert said("collision-mine", words="Ada: twice.") in again.text
    await ada.taps("collision-button-mine")
    assert await text_of(town) == "Ada: twice."


async def test_edit_after_keeping_the_colleagues_words_asks_anew(
    town: Town, ada: Chat, vera: Chat
) -> None:
    mine = await takes_hers_instead(ada, vera)
    ada.news()
    await ada.does(lambda: ada.phone.edits(mine, "Ada: once."))
    await ada.taps("collision-button-keep", name="Vera")
    assert await text_of(town) == HERS


async def sends_second(town: Town, ada: Chat, vera: Chat, words: str = HIS) -> Message:
    """Vera has answered the text that both were asked for; Ada's waits for his choice."""
    await both_ask_for_the_text(ada, vera)
    await vera.sends(HERS)
    ada.news()
    return await sends(ada, words)


async def sends(chat: Chat, words: str, *, reply_to: Message | None = None) -> Message:
    """Gives the message of the person; what it brings is on their card."""
    mine: list[Message] = []
    await chat.does(lambda: mine.append(chat.phone.sends(words, reply_to=reply_to)))
    return mine[0]


BETTER = "Ada: the bridge is open to lorries."


@pytest.mark.parametrize("to", ["message", "card", "nothing"])
async def test_text_that_waits_for_the_choice_is_changed_by_what_is_said_instead(
    town: Town, ada: Chat, vera: Chat, to: str
) -> None:
    mine = await sends_second(town, ada, vera)
    reply_to = {"message": mine, "card": ada.card, "nothing": None}[to]
    await sends(ada, f"改成：{BETTER}", reply_to=reply_to)
    assert HERS in ada.card.text
    assert said("collision-mine", words=BETTER) in ada.card.text
    await ada.taps("collision-button-after")
    assert await text_of(town) == f"{HERS}\n{BETTER}"


async def test_of_several_texts_that_wait_the_one_replied_to_is_changed(
    town: Town, ada: Chat, vera: Chat
) -> None:
    mine = await sends_second(town, ada, vera)
    await sends(ada, "Ada: and lit.")
    await sends(ada, f"改成：{BETTER}", reply_to=mine)
    await ada.taps("collision-button-mine")
    assert await text_of(town) == f"{BETTER}\nAda: and lit."


async def test_text_that_waits_for_its_place_is_changed_by_what_is_said_instead_in_a_reply(
    town: Town, ada: Chat
) -> None:
    await ada.fills()
    mine = await sends(ada, "我下午开会")
    changed = await ada.does(lambda: ada.phone.sends("改为：我上午开会", reply_to=mine))
    assert changed.text.startswith(said("edit-of-held", words="我上午开会"))
    assert said("held-text", words="我上午开会") in changed.text
    await ada.does(lambda: ada.phone.taps("1　Measure 1"))
    assert (await text_of(town)).endswith("\n我上午开会")


# ── pasted measures ────────────────────────────────────────────────────────────────────────────


async def test_pasted_measures_show_what_a_colleague_wrote_before_they_are_stored(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await answers(vera, "1", HERS)
    ada.news()
    shown = await ada.sends(f"1. {HIS}\n2. Ada: paved.")
    assert said("pasted-part-theirs", by="Vera 09:00", words=HERS) in shown.text
    assert await text_of(town) == HERS
    await ada.taps("pasted-button-leave", count=1, answers=2)
    assert [await text_of(town, number) for number in "12"] == [HERS, "Ada: paved."]
    given = next(m for m in ada.phone.chat if m.text.startswith(said("pasted-given-back")))
    assert HIS in given.text


async def test_pasted_measures_that_a_colleague_answers_meanwhile_are_shown_once_more(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await ada.sends(f"1. {HIS}\n2. Ada: paved.")
    await answers(vera, "1", HERS)
    ada.news()
    again = await ada.taps("pasted-button-take", count=2)
    assert ada.toast == said("report-changed-meanwhile")
    assert said("pasted-part-theirs", by="Vera 09:00", words=HERS) in again.text
    assert await text_of(town) == HERS
    await ada.taps("pasted-button-append", count=2)
    assert await text_of(town) == f"{HERS}\n{HIS}"


# ── the caption of a photo ─────────────────────────────────────────────────────────────────────


async def test_caption_written_while_a_colleague_answered_shows_both_and_lets_choose(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await goes_to(ada, "1")
    await ada.taps("status-on_track")
    await goes_to(vera, "1")
    ada.news()
    await vera.sends(HERS)
    ada.news()
    asked = await sends_photo(ada, photo(), HIS, answers=2)
    assert HERS in asked.text
    assert said("collision-mine", words=HIS) in asked.text
    assert await text_of(town) == HERS
    await ada.taps("collision-button-mine")
    assert await text_of(town) == HIS


async def test_caption_for_a_measure_that_a_colleague_has_answered_does_not_go_on_unasked(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await answers(vera, "2", HERS)
    ada.news()
    await goes_to(ada, "1")
    await sends_photo(ada, photo(), f"2 {HIS}", answers=2)
    assert await text_of(town, "2") == HERS
    await ada.taps("collision-button-after")
    assert await text_of(town, "2") == f"{HERS}\n{HIS}"


# ── whose words were replaced is told ──────────────────────────────────────────────────────────


async def test_writer_whose_words_a_colleague_replaced_is_told_once_and_quietly(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    told = said(
        "collision-replaced",
        by="Vera",
        number="1",
        title="Measure 1",
        step=said("step-text"),
        times=TIMES,
        words=HIS,
    )
    (message,) = [m for m in ada.news() if m.text == told]
    assert message.quiet
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends("Vera: four kilometres.")
    assert [m for m in ada.news() if m.text.startswith(told[:12])] == []


NOTICE = start_of("collision-replaced", by="Vera")


def notice_of(chat: Chat) -> Message:
    """What the newest message to whoever wrote says of their words that were replaced."""
    return next(m for m in reversed(chat.phone.chat) if m.text.startswith(NOTICE))


async def test_whose_words_stand_is_not_told_when_a_colleague_changes_their_own(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    hers = await sends(vera, HERS)
    ada.news()
    await ada.sends(HIS)
    await ada.taps("collision-button-after")
    vera.news()
    await vera.does(lambda: vera.phone.edits(hers, "Vera: four kilometres."))
    assert await text_of(town) == f"Vera: four kilometres.\n{HIS}"
    assert [m for m in ada.phone.chat if m.text.startswith(NOTICE)] == []
    ada.news()


async def test_whose_messages_made_one_answer_is_told_of_those_alone_that_are_gone(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await both_ask_for_the_text(ada, vera)
    hers = await sends(vera, HERS)
    ada.news()
    await ada.sends(HIS)
    await ada.sends("Ada: and lit.")
    await ada.taps("collision-button-after")
    vera.news()
    await vera.does(lambda: vera.phone.edits(hers, "Vera: four kilometres."))
    ada.news()
    assert [m for m in ada.phone.chat if m.text.startswith(NOTICE)] == []
    await goes_to(vera, "1")
    await vera.taps("button-change-text")
    await vera.sends(f"Vera: five.\n{HIS}")
    ada.news()
    (told,) = [m for m in ada.phone.chat if m.text.startswith(NOTICE)]
    assert told.text.endswith("\nAda: and lit.")
    assert HIS not in told.text


async def test_reply_to_what_tells_of_replaced_words_is_the_text_and_both_are_shown(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    await sends(ada, f"改成：{BETTER}", reply_to=notice_of(ada))
    assert HERS in ada.card.text
    assert said("collision-mine", words=BETTER) in ada.card.text
    await ada.taps("collision-button-mine")
    assert await text_of(town) == BETTER


async def test_words_that_were_replaced_come_back_by_a_button_to_be_chosen_from(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    shown = await ada.taps("collision-button-back")
    assert HERS in shown.text
    assert said("collision-mine", words=HIS) in shown.text
    assert await text_of(town) == HERS
    await ada.taps("collision-button-mine")
    assert await text_of(town) == HIS


async def test_button_that_brings_words_back_may_be_typed_in_a_reply(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    await sends(ada, said("collision-button-back"), reply_to=notice_of(ada))
    assert said("collision-mine", words=HIS) in ada.card.text
    await ada.taps("collision-button-after")
    assert await text_of(town) == f"{HERS}\n{HIS}"


async def test_wish_for_ones_own_words_leads_to_the_button_that_brings_them_back(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    for words, told in (("1还是用我原来的", "还是用我原来的"), ("恢复我的", "恢复我的")):
        shown = await ada.sends(words)
        assert said("answer-own-back", said=told) in shown.text
        assert await text_of(town) == HERS
    await sends(ada, "还是用我原来那句", reply_to=notice_of(ada))
    assert said("collision-mine", words=HIS) in ada.card.text


async def test_words_come_back_at_once_where_no_colleagues_stand_there_any_more(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    await goes_to(ada, "1")
    await ada.taps("button-change-text")
    await ada.sends("Ada: another.")
    vera.news()
    await ada.taps("collision-button-back")
    assert await text_of(town) == HIS


async def test_problem_that_was_replaced_is_changed_by_a_reply_to_what_tells_of_it(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await answers(ada, "1", HIS, "status-behind")
    await ada.sends("Ada: no crane.")
    await ada.sends("Ada: rent one in August.")
    await goes_to(vera, "1")
    await vera.taps("button-change-problem")
    await vera.sends("Vera: no money.")
    ada.news()
    await sends(ada, "改成：Ada: no crane till August.", reply_to=notice_of(ada))
    await ada.taps("collision-button-mine")
    content = await town.content(ROADS, "1")
    assert (content.text, content.problem) == (HIS, "Ada: no crane till August.")


async def test_words_that_come_back_after_filing_wait_for_a_correction(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await takes_hers_instead(ada, vera)
    ada.news()
    await vera.files()
    ada.news()
    late = await ada.taps("collision-button-back")
    assert said("together-late", number="1", words=HIS) in late.text
    assert await text_of(town) == HERS


async def takes_last_month_by_tap(ada: Chat) -> None:
    await goes_to(ada, "1")
    await ada.taps("button-same")


async def takes_last_month_of_all(ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-same-all")
    await ada.taps("button-same-all-confirm")


async def sends_a_form(ada: Chat) -> None:
    form = filled(await the_form(ada), {"H4": "正常推进", "I4": HIS})
    await ada.does(lambda: ada.phone.sends_document("form.xlsx", form))
    await ada.taps("form-button-load", answers=2)


@pytest.mark.parametrize(
    "puts_in", [takes_last_month_by_tap, takes_last_month_of_all, sends_a_form]
)
async def test_who_put_words_in_without_typing_them_is_told_though_a_colleague_answered_since(
    town: Town, ada: Chat, vera: Chat, puts_in: Callable[[Chat], Awaitable[None]]
) -> None:
    await ada.files(HIS)
    await town.moves_to(at(1, month=9))
    town.reads_all()
    await puts_in(ada)
    await goes_to(vera, "1")
    await vera.taps("status-behind")  # who answered last has written none of it
    await vera.taps("button-back")
    await vera.sends(f"改为：{HERS}")
    ada.news()
    (told,) = [m.text for m in ada.phone.chat if m.text.startswith(NOTICE)]
    assert told.endswith(f"\n{HIS}")
    assert [m for m in vera.phone.chat if "改写了您填的" in m.text] == []


async def test_who_answered_last_is_not_told_of_words_that_a_form_put_in(
    town: Town, ada: Chat, vera: Chat
) -> None:
    zoe = await town.joins("Zoe", ZOE, ROADS, ContactKind.DEPUTY)
    town.reads_all()
    await sends_a_form(ada)
    await goes_to(vera, "1")
    await vera.taps("status-behind")
    await goes_to(zoe, "1")
    await zoe.taps("button-back")
    await zoe.sends("改为：Zoe: neither.")
    town.reads_all()
    notice = start_of("collision-replaced", by="Zoe")
    told = [[m for m in chat.phone.chat if m.text.startswith(notice)] for chat in (ada, vera)]
    assert [len(one) for one in told] == [1, 0]
    assert told[0][0].text.endswith(f"\n{HIS}")


async def test_writer_is_told_when_pasted_measures_replace_their_words(
    ada: Chat, vera: Chat
) -> None:
    await answers(vera, "1", HERS)
    ada.news()
    vera.news()
    await ada.sends(f"1. {HIS}\n2. Ada: paved.")
    await ada.taps("pasted-button-replace", count=2)
    assert [HERS in m.text for m in vera.news() if m.quiet] == [True]


async def test_of_words_of_two_each_is_told_their_own(town: Town, ada: Chat, vera: Chat) -> None:
    await answers(ada, "1", HIS)
    vera.news()
    await vera.sends(f"1. {HERS}\n2. Vera: paved.")
    await vera.taps("pasted-button-append", count=2)
    assert await text_of(town) == f"{HIS}\n{HERS}"
    ada.news()
    await ada.sends("1. Ada: closed.\n2. Ada: paved.")
    await ada.taps("pasted-button-replace", count=2)
    told = [m.text for m in vera.news() if m.quiet]
    assert [HERS in text for text in told] == [True, False]
    assert not any(HIS in text for text in told)


async def test_way_back_stays_for_who_wrote_though_a_colleague_writes_on(
    town: Town, ada: Chat, vera: Chat
) -> None:
    await answers(ada, "1", HIS)
    await goes_to(ada, "1")
    await ada.sends("Ada: and lit.")
    await goes_to(vera, "1")
    ada.news()
    await vera.sends(HERS)
    assert said("button-words-back") in ada.the_news().labels
    assert said("button-words-only") not in ada.labels
    await ada.taps("button-words-back")
    assert await text_of(town) == f"{HIS}\n{HERS}"


async def test_nobody_is_told_where_their_words_still_stand(ada: Chat, vera: Chat) -> None:
    await answers(vera, "1", HERS)
    ada.news()
    vera.news()
    await ada.sends(f"1. {HIS}\n2. Ada: paved.")
    await ada.taps("pasted-button-append", count=2)
    assert [m for m in vera.news() if m.quiet] == []
