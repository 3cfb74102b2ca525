"""Filing, the draft, corrections, the lock, returns, late filing."""

import io
from datetime import timedelta

import pytest
from docx import Document
from sqlmodel import Session, select

from dialog.outcome import SHORT_LIMIT
from models.cycles import Revision
from models.filing import filed_content
from sandbox import Message
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, ROADS, WATER
from texts.wording import moment_name
from vocabulary.period import Period
from vocabulary.report import FiledReport
from vocabulary.terms import ContactKind, ReportState

WORDS = "Three kilometres are built."
VERA = 6_000_000_001
NO_PROGRESS = said("button-no-progress")


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Nothing here is about figures."""
    return plain_town


@pytest.fixture
def olga(town: Town) -> Chat:
    return town.chats[OLGA]


def words_of(message: Message) -> str:
    assert message.document is not None
    paragraphs = Document(io.BytesIO(message.document.content)).paragraphs
    return "\n".join(paragraph.text for paragraph in paragraphs)


def shown_receipt(chat: Chat) -> Message:
    return next(m for m in reversed(chat.phone.chat) if m.from_bot and m.document is None)


async def others_look(town: Town, *ids: int) -> None:
    for user_id in ids:
        town.chats[user_id].news()


async def test_filing_gives_a_receipt_and_the_draft_with_everything_said(
    town: Town, ada: Chat
) -> None:
    draft = await ada.files(WORDS)
    receipt = shown_receipt(ada)
    assert receipt.text.startswith(
        said(
            "card-receipt",
            receipt="2022-07-0001",
            filed_at=moment_name("zh-CN", at(1)),
            revision="1",
            by="Ada",
        )
    )
    assert said("card-receipt-until") in receipt.text
    assert TIMES in receipt.text.split("\n")
    assert receipt.labels == [said("button-full"), said("button-correct")]
    caption = said("report-draft-caption", unit=ROADS, month="7月份", revision="1", times=TIMES)
    assert draft.text == f"{caption}\n{said('report-draft-editable')}"
    assert draft.document is not None
    assert draft.document.name.endswith(".docx")
    assert words_of(draft).count(WORDS) == 2
    assert "Department of Roads" in words_of(draft)
    (filed,) = await town.revisions(ROADS)
    assert [entry.content.text for entry in filed.entries] == [WORDS, WORDS]


async def test_double_tap_on_filing_files_once(town: Town, ada: Chat) -> None:
    preview = await ada.fills(WORDS)

    def twice() -> None:
        ada.phone.taps(said("button-file"))
        ada.phone.taps(said("button-file"))

    await ada.does(twice, answers=2)
    assert ada.toast == said("report-filed-already")
    assert len(await town.revisions(ROADS)) == 1
    assert sum(m.document is not None for m in ada.phone.chat) == 1
    receipt = next(m for m in ada.phone.chat if m.message_id == preview.message_id)
    assert receipt.text.startswith(start_of("card-receipt", receipt="2022-07-0001", filed_at="*"))


async def test_preview_that_a_colleague_has_overtaken_is_shown_again(town: Town, ada: Chat) -> None:
    await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await ada.fills(WORDS)
    vera = town.chats[VERA]
    vera.news()
    await vera.sends("/report")
    await vera.does(lambda: vera.phone.taps("2"))
    await vera.taps("button-change-text")
    await vera.sends("Vera's words.")
    ada.news()
    again = await ada.taps("button-file")
    assert ada.toast == said("report-changed-meanwhile")
    assert said("button-file") in again.labels
    assert await town.revisions(ROADS) == []
    await ada.taps("button-file", answers=2)
    (filed,) = await town.revisions(ROADS)
    assert filed.entries[1].content.text == "Vera's words."
    vera.news()


async def test_number_of_a_measure_that_is_filed_asks_nothing_and_leads_to_the_list(
    plain_town: Town,
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await ada.sends("/report")
    card = await ada.sends("2")
    assert card.text.startswith(start_of("card-title", unit=ROADS))
    assert said("button-correct") in card.labels
    assert said("status-on_track") not in card.labels


async def test_preview_of_a_correction_says_until_when_and_files_nothing_that_is_unchanged(
    plain_town: Town,
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    receipt = shown_receipt(ada)
    await ada.taps("button-correct")
    assert receipt.text in [message.text for message in ada.phone.chat]
    await ada.sends("Wrong number.")
    preview = await ada.taps("button-preview-file")
    assert preview.text.split("\n")[-2:] == [said("card-correcting", revision="1"), TIMES]
    assert said("button-file") not in preview.labels
    assert preview.labels[-1] == said("button-correct-drop")


async def test_correction_asks_why_and_becomes_a_new_revision(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files(WORDS)
    asked = await ada.taps("button-correct")
    assert asked.text == f"{TIMES}\n{said('ask-correction-reason', revision='1')}"
    card = await ada.sends("Wrong number.")
    assert start_of("card-correcting", revision="1", until="*") in card.text
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    preview = await ada.sends("Four kilometres are built.")
    assert said("otherwise-reason", reason="Wrong number.") in preview.text
    assert said("otherwise-title", revision="1") in preview.text
    changed = said("otherwise-text", was=WORDS, now="Four kilometres are built.")
    assert changed in preview.text
    draft = await ada.taps("button-file", answers=2)
    first, second = await town.revisions(ROADS)
    assert (first.revision, second.revision) == (1, 2)
    assert first.entries[1].content.text == WORDS
    assert second.entries[1].content.text == "Four kilometres are built."
    assert second.receipt == first.receipt
    assert second.correction_reason == "Wrong number."
    assert "Wrong number." in words_of(draft)
    assert olga.the_news().text.split("\n") == [
        said("notice-corrected", unit=ROADS, period="7月份", revision="2", reason="Wrong number."),
        TIMES,
        said("otherwise-measure", number="2", title="Measure 2"),
        changed,
    ]


@pytest.mark.parametrize("words", ["我要改一下刚才报的", "重报", "更正1", "撤回", "1项数字报错了"])
async def test_wish_to_correct_what_is_filed_asks_why(town: Town, ada: Chat, words: str) -> None:
    await ada.files()
    card = await ada.sends(words)
    asked = said("ask-correction-reason", revision="1")
    assert card.text.startswith(said("correction-wanted", said=words))
    assert asked in card.text
    await ada.sends("数字写错了。")
    report = await town.report_of(ROADS)
    assert (report.correcting, report.correction_reason) == (True, "数字写错了。")


async def test_who_leaves_where_the_reason_is_asked_reads_that_no_correction_is_open(
    town: Town, ada: Chat
) -> None:
    await files_two(ada)
    await ada.taps("button-correct")
    card = await ada.sends("/report")
    assert card.text.startswith(said("correction-left"))
    await ada.taps("button-correct")
    card = await ada.sends("更正2：完成招标，签约5家。")
    assert said("edit-opens-correction", number="2") in card.text
    assert not (await town.report_of(ROADS)).correcting
    card = await ada.sends("/report")
    assert said("correction-left") in card.text
    await ada.sends("数错了")
    assert (await town.content(ROADS, "2")).text == "完成招标，签约5家。"


async def test_word_that_only_owns_a_slip_is_the_reason_for_the_change_that_waits(
    town: Town, ada: Chat
) -> None:
    await files_two(ada)
    card = await ada.sends("更正2：完成招标，签约5家，之前误报3家")
    assert said("edit-opens-correction", number="2") in card.text
    await ada.sends("/report")
    await ada.sends("数错了")
    assert (await town.report_of(ROADS)).correction_reason == "数错了"
    assert (await town.content(ROADS, "2")).text == "完成招标，签约5家"


async def test_words_behind_a_wished_correction_take_the_place_of_the_old_ones_and_can_be_added(
    town: Town, ada: Chat
) -> None:
    await files_two(ada)
    await ada.sends("更正2")
    card = await ada.sends("漏报")
    assert card.text.startswith(said("correction-of-one", number="2"))
    card = await ada.sends("数错了")
    assert said("answer-slip-in-words", said="数错了", words="完成招标。") in card.text
    card = await ada.sends("完成招标，签约5家。")
    assert (await town.content(ROADS, "2")).text == "完成招标，签约5家。"
    assert (await town.report_of(ROADS)).correction_reason == "漏报"
    await ada.taps("button-words-behind", number="2")
    assert (await town.content(ROADS, "2")).text == "完成招标。\n完成招标，签约5家。"
    await ada.taps("button-words-only")
    assert (await town.content(ROADS, "2")).text == "完成招标，签约5家。"


async def test_number_leads_to_its_measure_while_words_wait_for_a_correction(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await ada.sends("1项漏报一家")
    card = await ada.sends("1")
    assert said("button-correct") in card.labels
    assert said("held-button-show") in card.labels
    again = await ada.taps("held-button-show")
    assert said("together-late", number="1", words="1项漏报一家") in again.text


async def test_words_for_another_measure_wait_there_for_the_correction(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await ada.sends("1项漏报一家")
    card = await ada.sends("2项再补一句：局党组专题研究")
    assert said("together-late", number="2", words="2项再补一句：局党组专题研究") in card.text
    await ada.taps("held-button-drop")
    card = await ada.taps("held-button-show")
    assert said("together-late", number="1", words="1项漏报一家") in card.text


async def test_several_messages_that_wait_for_a_correction_are_parted(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await ada.sends("1项漏报一家")
    card = await ada.sends("补充材料已经备齐")
    assert said("together-late", number="1", words="1项漏报一家 补充材料已经备齐") in card.text
    card = await ada.taps("held-button-apart")
    assert said("together-late", number="1", words="1项漏报一家") in card.text
    assert said("held-button-apart") not in card.labels
    await ada.taps("held-button-drop")
    card = await ada.taps("held-button-show")
    assert said("together-late", number="1", words="补充材料已经备齐") in card.text


@pytest.mark.parametrize("reason", ["\u200b", "无", "r" * (SHORT_LIMIT + 1)])
async def test_correction_without_a_usable_reason_is_asked_again(
    town: Town, ada: Chat, reason: str
) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    before = await town.facts()
    again = await ada.sends(reason)
    assert again.text.endswith(said("ask-correction-reason", revision="1"))
    assert await town.facts() == before
    await ada.sends("Wrong number.")
    assert (await town.report_of(ROADS)).correcting


async def test_correction_can_be_called_off_before_the_reason(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    card = await ada.taps("button-cancel")
    assert said("button-correct") in card.labels
    assert not (await town.report_of(ROADS)).correcting
    kept = await ada.sends("Wrong number.")
    assert kept.text.split("\n")[-2:] == [said("held-ask-where"), TIMES]
    assert not (await town.report_of(ROADS)).correcting


async def test_after_the_lock_there_is_no_correction_and_the_button_is_gone(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files(WORDS)
    receipt = shown_receipt(ada)
    await town.passes(LOCKS, every=timedelta(days=1))
    await others_look(town, OLGA, BORIS, CLARA)
    before = await town.facts()
    refused = await ada.taps("button-correct")
    assert refused.text == said("locked", locks=moment_name("zh-CN", LOCKS))
    assert await town.facts() == before
    card = await ada.presses(f"v1:r:{(await town.report_of(ROADS)).id}:0:", on=receipt)
    assert said("button-correct") not in card.labels
    assert start_of("card-settled-locked", state="已报送", revision="1", until="*") in card.text
    assert (await ada.sends("/report")).text == card.text


async def test_old_preview_after_the_lock_offers_no_correction(town: Town, ada: Chat) -> None:
    await ada.files(WORDS)
    await town.passes(LOCKS, every=timedelta(days=1))
    town.reads_all()
    card = await ada.presses(f"v1:pv:{(await town.report_of(ROADS)).id}:0:")
    assert start_of("card-settled-locked", state="已报送", revision="1", until="*") in card.text
    assert said("button-correct") not in card.labels


async def test_correction_begun_before_the_lock_ends_with_it_and_nothing_filed_changes(
    town: Town, ada: Chat
) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await town.passes(LOCKS, every=timedelta(days=1))
    await others_look(town, OLGA, BORIS, CLARA)
    warned, lapsed = (message.text for message in ada.news())
    assert warned.startswith(start_of("correction-not-filed"))
    facts = {"unit": ROADS, "month": "7月份", "revision": "1"}
    assert lapsed.startswith(said("correction-lapsed", count=0, **facts))
    told = await ada.sends("Four kilometres are built.")
    assert told.text.endswith(f"{said('together-late-locked')}\n{TIMES}")
    card = await ada.taps("button-list")
    assert start_of("card-settled-locked", state="已报送", revision="1", until="*") in card.text
    full = await ada.taps("button-full")
    assert "Four" not in full.text
    assert full.text.count(WORDS) == 2


async def test_correction_left_half_done_is_not_shown_as_filed_after_the_lock(
    town: Town, ada: Chat
) -> None:
    await ada.files(WORDS)
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await ada.sends("Four kilometres are built.")
    await town.passes(LOCKS, every=timedelta(days=1))
    await others_look(town, OLGA, BORIS, CLARA)
    lapsed = ada.news()[-1].text
    assert lapsed.startswith(
        said("correction-lapsed", unit=ROADS, month="7月份", revision="1", count=1)
    )
    assert "Four kilometres are built." in lapsed
    old = next(m for m in reversed(ada.phone.chat) if m.buttons)
    card = await ada.presses(f"v1:r:{(await town.report_of(ROADS)).id}:0:", on=old)
    assert start_of("card-settled-locked", state="已报送", revision="1", until="*") in card.text
    full = await ada.taps("button-full")
    assert "Four" not in full.text
    assert full.text.count(WORDS) == 2
    assert len(await town.revisions(ROADS)) == 1


async def test_late_filing_is_open_after_the_lock_and_the_office_is_told(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await town.passes(LOCKS + timedelta(days=3), every=timedelta(days=1))
    for chat in town.chats.values():
        chat.news()
    draft = await ada.files(WORDS)
    assert words_of(draft).count(WORDS) == 2
    assert shown_receipt(ada).labels == [said("button-full")]
    late = said("notice-filed-late", unit=ROADS, period="7月份", by="Ada")
    assert olga.the_news().text.split("\n") == [late, TIMES]


async def test_working_copy_left_for_ten_weeks_is_as_it_was_left_and_can_be_filed(
    town: Town, ada: Chat
) -> None:
    """Two more months have opened meanwhile."""
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    await town.moves_to(at(12, 10, month=10))
    town.reads_all()
    await ada.sends("/report")
    card = await ada.does(lambda: ada.phone.taps(f"{ROADS} · 7月份（1/2）"))
    assert "● 1" in card.text
    asked = await ada.taps("button-continue", number="2")
    assert asked.text.startswith("2　")
    await ada.taps("status-on_track")
    await ada.sends("Four sites.")
    await ada.taps("button-file", answers=2)
    town.reads_all()

    def filed(session: Session) -> list[FiledReport]:
        return [filed_content(row) for row in session.exec(select(Revision))]

    (july,) = await town.reads(filed)
    assert july.period == Period(2022, 7)
    assert [entry.content.text for entry in july.entries] == [WORDS, "Four sites."]


async def test_returned_report_is_asked_again_and_filed_again(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files(WORDS)
    done = await olga.sends(f"/return {ROADS} Say how many lanes.")
    assert done.text == said("return-done", unit=ROADS, period="7月份", times=TIMES)
    told = ada.the_news()
    assert told.text.split("\n") == [
        *said("returned-to-you", unit=ROADS, period="7月份", reason="Say how many lanes.").split(
            "\n"
        ),
        TIMES,
        said("returned-until"),
    ]
    card = await ada.taps("returned-button-mend")
    assert said("card-returned", reason="Say how many lanes.") in card.text
    assert said("card-returned-rest") in card.text
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await ada.sends("Two lanes.")
    await ada.taps("button-file", answers=2)
    news = olga.the_news().text
    assert news.startswith(said("notice-filed-again", unit=ROADS, period="7月份", revision="2"))
    assert said("otherwise-text", was=WORDS, now="Two lanes.") in news
    assert (await town.report_of(ROADS)).state is ReportState.FILED
    first, second = await town.revisions(ROADS)
    assert (first.entries[1].content.text, second.entries[1].content.text) == (WORDS, "Two lanes.")


async def test_returned_report_may_be_filed_again_even_after_the_lock(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files(WORDS)
    await town.passes(LOCKS, every=timedelta(days=1))
    await others_look(town, OLGA, BORIS, CLARA)
    await olga.sends(f"/return {ROADS} Say how many lanes.")
    ada.the_news()
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("button-change-text")
    await ada.sends("Two lanes.")
    await ada.taps("button-file", answers=2)
    olga.the_news()
    assert len(await town.revisions(ROADS)) == 2


async def files_as_it_was(ada: Chat, olga: Chat) -> None:
    """The report is returned and about to be filed again without a change: it is asked why."""
    await ada.files(WORDS)
    await olga.sends(f"/return {ROADS} Really so?")
    ada.the_news()
    await ada.fills(WORDS)
    await ada.taps("button-file")


@pytest.mark.parametrize("answer", ["Yes, it is so.", "经核实，情况属实。"])
async def test_filing_once_more_without_a_change_is_possible_after_a_return(
    town: Town, ada: Chat, olga: Chat, answer: str
) -> None:
    await files_as_it_was(ada, olga)
    await ada.sends(answer)
    await ada.taps("button-file", answers=2)
    olga.the_news()
    first, second = await town.revisions(ROADS)
    assert first.entries == second.entries


async def test_a_bare_yes_does_not_say_why_a_returned_report_is_as_it_was(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await files_as_it_was(ada, olga)
    assert said("answer-reason-missing") in (await ada.sends("对。")).text
    assert len(await town.revisions(ROADS)) == 1


async def test_draft_is_signed_by_the_unit_and_is_the_same_file_when_given_again(
    town: Town, ada: Chat
) -> None:
    draft = await ada.files(WORDS)
    assert draft.document is not None
    (stored,) = [p for p in (town.settings.database.files).rglob("*") if p.is_file()]
    assert stored.read_bytes() == draft.document.content


async def test_colleague_files_and_the_others_question_says_so(town: Town, ada: Chat) -> None:
    await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    vera = town.chats[VERA]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    card = ada.card
    vera.news()
    await vera.files(WORDS)
    assert start_of("together-filed", unit=ROADS, month="7月份", name="Vera") in ada.news()[-1].text
    before = await town.facts()
    no_progress = next(b.data for row in card.buttons for b in row if b.text == NO_PROGRESS)
    tapped = await ada.presses(no_progress or "", on=card)
    assert tapped.text == said("stale")
    assert await town.facts() == before


async def test_two_units_file_and_each_gets_its_own_receipt(town: Town, ada: Chat) -> None:
    boris = town.chats[BORIS]
    await ada.files(WORDS)
    await boris.files("Water flows.")
    assert [f.receipt for f in await town.revisions(ROADS)] == ["2022-07-0001"]
    assert [f.receipt for f in await town.revisions(WATER)] == ["2022-07-0002"]
    assert (await town.report_of(WATER)).first_filed_at is not None


@pytest.mark.parametrize(
    "why",
    [
        "第1项放贷应为890万元，之前误报860万元",
        "1项860万元应为890万元，统计有误",
        "1项860万元改为890万元，系统计有误",
    ],
)
async def test_reason_that_names_the_right_number_says_that_the_words_stand_and_offers_the_other(
    town: Town, ada: Chat, why: str
) -> None:
    await files_two(ada)
    await ada.taps("button-correct")
    card = await ada.sends(why)
    assert (await town.report_of(ROADS)).correction_reason == why
    assert card.text.startswith(said("correction-words-stand", number="1"))
    assert (await town.content(ROADS, "1")).text == "放贷860万元"
    await ada.does(lambda: ada.phone.taps(card.labels[0]))
    assert (await town.content(ROADS, "1")).text == "放贷890万元"
    assert (await town.content(ROADS, "2")).text == "完成招标。"


@pytest.mark.parametrize(
    "words", ["把1项的860万元改成890万元", "1项860万元改为890万元", "1项860万元不对，是890万元"]
)
async def test_slip_that_is_named_in_a_correction_is_offered_as_the_change(
    town: Town, ada: Chat, words: str
) -> None:
    await files_two(ada)
    await ada.taps("button-correct")
    await ada.sends("数据核实有误")
    card = await ada.sends(words)
    assert "860万元 → 890万元" in card.labels[0]
    await ada.does(lambda: ada.phone.taps(card.labels[0]))
    assert (await town.content(ROADS, "1")).text == "放贷890万元"


async def files_two(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.sends("1 正常推进：放贷860万元")
    await ada.sends("2 正常推进：完成招标。")
    await ada.sends("预览")
    await ada.taps("button-file", answers=2)
