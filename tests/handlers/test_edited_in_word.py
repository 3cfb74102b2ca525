"""The draft that was edited in Word by chat: shown by measure, taken by a tap, never before."""

import io

import pytest
from docx import Document

from sandbox import Message as Seen
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.dialog.edited_word import (
    Edit,
    adds_below,
    deletes,
    edited,
    loses_bookmarks,
    retypes,
)
from tests.factories import at
from tests.models.samples import BORIS, OLGA, ROADS
from tests.reports.paper import paragraphs_of
from texts.wording import moment_name
from vocabulary.file_starts import OLE
from vocabulary.report import FiledReport
from vocabulary.terms import ContactKind, EntrySource, ReportState

WORDS = "三公里路面完工"
MORE = "四公里路面完工"
VERA, LENA = 6_000_000_021, 6_000_000_022


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Nothing here is about figures."""
    return plain_town


async def sends(chat: Chat, content: bytes, name: str = "稿.docx", answers: int = 1) -> Seen:
    return await chat.does(lambda: chat.phone.sends_document(name, content), answers=answers)


async def filed(chat: Chat) -> bytes:
    """The draft of what was filed just now."""
    draft = await chat.files(WORDS)
    assert draft.document is not None
    return draft.document.content


def changed(draft: bytes, *edits: Edit, number: str = "1") -> bytes:
    return edited(draft, retypes(f"{number}.", WORDS, MORE), *edits)


def texts_of(report: FiledReport) -> list[str]:
    return [entry.content.text for entry in report.entries]


async def test_changes_in_word_become_a_correction_and_a_new_draft(town: Town, ada: Chat) -> None:
    draft = await filed(ada)
    shown = await sends(ada, changed(draft), name="改过的.docx")
    assert shown.text.startswith(
        said("word-title", unit=ROADS, month="7月份", revision="1").rstrip()
    )
    assert f"{WORDS} → {MORE}" in shown.text
    assert said("word-offered-correction", count=1) in shown.text
    assert shown.text.endswith(TIMES)
    assert len(await town.revisions(ROADS)) == 1
    assert (await town.content(ROADS, "1")).text == WORDS
    await town.kill()
    await town.moves_to(at(1, 9, 30))
    asked = await ada.taps("word-button-take")
    assert said("ask-correction-reason", revision="1") in asked.text
    assert (await town.content(ROADS, "1")).text == WORDS, "nothing before the reason"
    preview = await ada.sends("数字核实后更正", answers=2)
    assert said("word-taken", count=1) in preview.text
    again = await ada.taps("button-file", answers=2)
    first, second = await town.revisions(ROADS)
    assert texts_of(first) == [WORDS, WORDS]
    assert texts_of(second) == [MORE, WORDS]
    assert [entry.source for entry in second.entries] == [EntrySource.WORD, EntrySource.CHAT]
    assert second.correction_reason == "数字核实后更正"
    assert again.document is not None
    assert any(MORE in line for line in paragraphs_of(again.document.content))
    town.chats[OLGA].news()


async def test_a_draft_that_is_put_away_or_was_not_changed_changes_nothing(
    town: Town, ada: Chat
) -> None:
    draft = await filed(ada)
    same = await sends(ada, draft)
    assert said("word-untouched", revision="1") in same.text
    assert not same.buttons
    await sends(ada, changed(draft))
    dropped = await ada.taps("word-button-drop")
    assert dropped.text == f"{said('word-dropped')}\n{TIMES}"
    assert (await town.report_of(ROADS)).correcting is False
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_what_is_not_taken_is_told_beside_what_is(ada: Chat) -> None:
    draft = await filed(ada)
    others = (
        deletes("2."),
        retypes("本月填报", "2项", "3项"),
        adds_below("按照《", "以下为补充说明。"),
    )
    shown = await sends(ada, changed(draft, *others))
    assert said("word-offered-correction", count=1) in shown.text
    assert said("word-missing", what="第2项完成情况") in shown.text
    assert "“以下为补充说明。”" in shown.text
    assert said("word-printed-advice") in shown.text


async def test_a_copy_without_bookmarks_is_known_by_its_words(ada: Chat) -> None:
    draft = await filed(ada)
    shown = await sends(ada, changed(draft, loses_bookmarks))
    assert said("word-by-words") in shown.text
    assert f"{WORDS} → {MORE}" in shown.text


async def test_in_a_returned_report_the_changes_are_answers(town: Town, ada: Chat) -> None:
    draft = await filed(ada)
    await town.chats[OLGA].sends(f"/return {ROADS} 请写明公里数。")
    ada.news()
    shown = await sends(ada, changed(draft))
    assert said("word-offered", count=1) in shown.text
    preview = await ada.taps("word-button-take", answers=2)
    assert said("word-taken", count=1) in preview.text
    assert (await town.content(ROADS, "1")).text == MORE
    assert (await town.report_of(ROADS)).state is ReportState.RETURNED
    town.chats[OLGA].news()


async def test_of_an_older_revision_only_its_own_changes_count_and_a_clash_is_chosen(
    town: Town, ada: Chat
) -> None:
    old, theirs = await filed(ada), "五公里路面完工"
    await ada.taps("button-correct")
    await ada.sends("补充")
    await ada.changes_and_files(theirs)
    town.chats[OLGA].news()
    clash = await sends(ada, changed(old))
    assert said("word-older", revision="1", newest="2") in clash.text
    facts = {"what": said("word-field-text"), "here": theirs, "word": MORE}
    assert said("word-clash", **facts) in clash.text
    kept = await ada.taps("word-button-take-here")
    assert kept.text == f"{said('word-dropped')}\n{TIMES}"
    both = await sends(ada, changed(old, retypes("2.", WORDS, "两公里路面完工")))
    assert f"{WORDS} → 两公里路面完工" in both.text
    await ada.taps("word-button-take-word")
    assert (await town.content(ROADS, "1")).text == theirs
    await ada.sends("核实", answers=2)
    assert (await town.content(ROADS, "1")).text == MORE
    assert (await town.content(ROADS, "2")).text == "两公里路面完工"


async def test_what_has_changed_meanwhile_is_shown_again_before_it_is_taken(
    town: Town, ada: Chat
) -> None:
    draft = await filed(ada)
    await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    vera = town.chats[VERA]
    vera.news()
    await sends(ada, changed(draft))
    await vera.sends("/report")
    await vera.taps("button-correct")
    await vera.sends("先改")
    await vera.changes_and_files("五公里路面完工")
    town.reads_all()
    shown = await ada.taps("word-button-take")
    assert ada.toast == said("report-changed-meanwhile")
    assert said("word-clashes") in shown.text
    assert texts_of((await town.revisions(ROADS))[-1]) == ["五公里路面完工", WORDS]


async def test_a_second_file_takes_the_place_of_the_first_and_of_its_question(
    town: Town, ada: Chat
) -> None:
    draft = await filed(ada)
    await sends(ada, changed(draft))
    await ada.taps("word-button-take")
    await sends(ada, edited(draft, retypes("2.", WORDS, "两公里路面完工")))
    kept = await ada.sends("不是原因")
    later = said("asked-next", what=said("asked-next-word"))
    assert kept.text.split("\n")[-4:] == [said("held-ask-where"), TIMES, "", later]
    assert (await town.report_of(ROADS)).correcting is False
    await ada.taps("held-button-drop")
    await ada.taps("word-button-take")
    await ada.sends("核实", answers=2)
    texts = [(await town.content(ROADS, number)).text for number in ("1", "2")]
    assert texts == [WORDS, "两公里路面完工"]


async def test_a_reason_that_comes_after_the_lock_is_asked_no_more(town: Town, ada: Chat) -> None:
    draft = await filed(ada)
    await sends(ada, changed(draft))
    await ada.taps("word-button-take")
    town.reads_all()
    await town.moves_to(LOCKS)
    town.reads_all()
    late = await ada.sends("数字核实后更正")
    assert late.text == said("locked", locks=moment_name("zh-CN", LOCKS))
    assert await town.step_of(ada) == ""
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_after_the_lock_nothing_can_be_corrected(town: Town, ada: Chat) -> None:
    draft = await filed(ada)
    await sends(ada, changed(draft))
    offered = ada.card
    town.reads_all()
    await town.moves_to(LOCKS)
    town.reads_all()
    locked = said("locked", locks=moment_name("zh-CN", LOCKS))
    assert (await sends(ada, changed(draft))).text == locked
    button = next(b for row in offered.buttons for b in row if b.data)
    late = await ada.presses(button.data or "", on=offered)
    assert late.text in {locked, said("stale")}
    assert len(await town.revisions(ROADS)) == 1


async def test_another_unit_s_draft_is_not_taken_nor_the_office_s_word_for_it(
    town: Town, ada: Chat
) -> None:
    draft = changed(await filed(ada))
    refused = await sends(town.chats[BORIS], draft)
    assert refused.text == said("word-of-another", who="other")
    assert (await sends(town.chats[OLGA], draft)).text == said("word-of-another", who="office")
    assert (await town.report_of(ROADS)).correcting is False


async def test_what_lies_before_a_leader_is_taken_back_first(town: Town, ada: Chat) -> None:
    draft = await filed(ada)
    await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await town.chats[OLGA].sends(f"/signing {ROADS} 开")
    town.reads_all()
    await ada.taps("button-correct")
    await ada.sends("补充")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends("五公里路面完工")
    await ada.taps("button-file")
    town.reads_all()
    shown = await sends(ada, changed(draft))
    assert shown.text == f"{said('word-signing', unit=ROADS, month='7月份')}\n{TIMES}"
    assert shown.labels == [said("signing-button-withdraw")]


async def test_the_draft_that_lies_before_a_leader_is_known_when_it_comes_back_from_word(
    town: Town, ada: Chat
) -> None:
    await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await town.chats[OLGA].sends(f"/signing {ROADS} 开")
    town.reads_all()
    await ada.fills(WORDS)
    await ada.taps("button-file")
    (draft,) = [one.document for one in town.chats[LENA].news() if one.document]
    shown = await sends(ada, changed(draft.content))
    assert shown.text == f"{said('word-signing', unit=ROADS, month='7月份')}\n{TIMES}"
    assert shown.labels == [said("signing-button-withdraw")]


async def test_a_file_that_cannot_be_read_says_how_to_save_it(town: Town, ada: Chat) -> None:
    await filed(ada)
    old = OLE + bytes(600) + "_bs_0_text".encode("utf-16-le")
    told = await sends(ada, old, name="月报.doc")
    assert told.text == said("word-unreadable", name="月报.doc", reason="old")
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_a_mark_of_secrecy_keeps_the_document_out(ada: Chat) -> None:
    draft = await filed(ada)
    told = await sends(ada, edited(draft, retypes("1.", WORDS, "机密★一年 三公里")))
    assert told.text.startswith(start_of("word-held"))


async def test_a_word_document_of_another_kind_is_evidence_as_ever(town: Town, ada: Chat) -> None:
    await filed(ada)
    await ada.taps("button-correct")
    await ada.sends("补佐证")
    await ada.does(lambda: ada.phone.taps("1"))
    opinion, saved = Document(), io.BytesIO()
    opinion.add_paragraph("验收合格。")
    opinion.save(saved)
    told = await sends(ada, saved.getvalue(), name="验收意见.docx")
    assert "验收意见.docx" in told.text
    assert start_of("word-unknown", name="验收意见.docx") not in told.text
