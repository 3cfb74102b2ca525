"""A returned report in chat, on the board and in the workbook: the same story everywhere."""

import io

import pytest
from openpyxl import load_workbook

from sandbox import Message
from tests.chat import TIMES, Chat, Town, said
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER


@pytest.fixture
async def returned(plain_town: Town) -> Town:
    """Roads has filed in time, and the office has returned it."""
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    await olga.sends(f"/return {ROADS} 请写明公里数。")
    ada.the_news()
    return plain_town


async def to_preview(ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-preview-file")


async def test_returned_report_filed_as_it_was_needs_a_word_of_explanation(returned: Town) -> None:
    ada, olga = returned.chats[ADA], returned.chats[OLGA]
    await to_preview(ada)
    asked = await ada.taps("button-file")
    assert asked.text == f"{TIMES}\n{said('return-answer-ask', reason='请写明公里数。')}"
    refused = await ada.sends("无")
    assert refused.text.startswith(said("answer-reason-missing"))
    await ada.sends("公里数已在第2项写明。")
    await ada.taps("button-file", answers=2)
    assert "公里数已在第2项写明。" in olga.the_news().text
    assert (await returned.revisions(ROADS))[-1].return_answer == "公里数已在第2项写明。"
    sheet = await olga.sends("/ledger")
    assert sheet.document is not None
    overview = load_workbook(io.BytesIO(sheet.document.content))["总览"]
    cells = [cell for row in overview.iter_rows(values_only=True) for cell in row]
    assert said("sheet-return-answer", answer="公里数已在第2项写明。") in cells


async def test_measure_told_where_it_is_asked_why_nothing_changed_goes_to_the_report(
    returned: Town,
) -> None:
    ada = returned.chats[ADA]
    await to_preview(ada)
    await ada.taps("button-file")
    card = await ada.sends("1. 新建3公里。")
    assert said("pasted-title", count=1) in card.text
    await ada.taps("pasted-button-replace", count=1)
    assert (await returned.content(ROADS, "1")).text == "新建3公里。"


async def test_returned_report_that_was_changed_is_filed_at_once(returned: Town) -> None:
    ada, olga = returned.chats[ADA], returned.chats[OLGA]
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends("新建3公里。")
    await ada.taps("button-file", answers=2)
    told = olga.the_news().text
    assert told.startswith(said("notice-filed-again", unit=ROADS, period="7月份", revision="2"))
    assert told.endswith("→ 新建3公里。")


async def test_board_counts_by_the_first_filing_and_names_what_is_returned(returned: Town) -> None:
    board = await returned.chats[OLGA].sends("/board")
    counts = {"expected": 3, "on_time": 1, "late": 0, "pending": 2, "outstanding": 0, "exempt": 0}
    assert said("board-counts", **counts) in board.text
    assert said("board-returned", count=1, units=ROADS) in board.text


async def test_returning_twice_says_that_it_is_returned_already(returned: Town) -> None:
    told = await returned.chats[OLGA].sends(f"/return {ROADS}")
    assert told.text == said("office-returned-already", unit=ROADS, period="7月份", times=TIMES)


async def test_card_of_a_returned_report_does_not_promise_a_due_moment_that_has_passed(
    returned: Town,
) -> None:
    ada = returned.chats[ADA]
    assert said("card-due-passed") not in (await ada.sends("/report")).text
    await returned.moves_to(at(20, 10))
    for chat in returned.chats.values():
        chat.news()
    card = await ada.sends("/report")
    assert said("card-due-passed") in card.text


@pytest.mark.parametrize("command", ["/return", "/invite"])
async def test_name_that_is_nearly_a_unit_is_answered_with_those_that_look_like_it(
    plain_town: Town, command: str
) -> None:
    told = await plain_town.chats[OLGA].sends(f"{command} Road")
    assert told.text == said("office-unit-misspelt", name="Road", units=ROADS)


async def test_board_tells_how_far_the_units_are_that_have_not_filed(plain_town: Town) -> None:
    boris, olga = plain_town.chats[BORIS], plain_town.chats[OLGA]
    await boris.taps("button-start")
    await boris.taps("button-begin", number="1")
    await boris.sends("管网改造完成2公里。")
    board = await olga.sends("/board")
    assert said("board-unit-progress", unit=WATER, done=1, count=2) in board.text
    assert PARKS in board.text


async def test_workbook_names_the_units_whose_figures_are_waited_for_and_none_that_only_cooperates(
    town: Town,
) -> None:
    olga = town.chats[OLGA]
    sheet = await olga.sends("/ledger")
    assert sheet.document is not None
    book = load_workbook(io.BytesIO(sheet.document.content))
    rows = list(book["指标"].iter_rows(values_only=True))
    place = rows[0].index(said("sheet-col-unit"))
    assert {row[place] for row in rows[1:]} == {ROADS}


def mine(chat: Chat) -> Message:
    """The person's own newest message."""
    return next(m for m in reversed(chat.phone.chat) if not m.from_bot)


async def test_edited_reason_of_a_return_is_told_to_the_unit_while_it_is_open(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    olga.news()
    await olga.sends(f"/return {ROADS} 请写明公里数。")
    ada.the_news()
    edit = f"/return {ROADS} 请写明公里数和时间。"
    told = await olga.does(lambda: olga.phone.edits(mine(olga), edit))
    facts = {"unit": ROADS, "period": "7月份", "reason": "请写明公里数和时间。"}
    assert told.text == said("return-edited", times=TIMES, **facts)
    assert ada.the_news().text.startswith(said("returned-reason-changed", **facts))
    await to_preview(ada)
    asked = await ada.taps("button-file")
    assert said("return-answer-ask", reason="请写明公里数和时间。") in asked.text


async def test_reason_of_a_return_that_was_typed_when_asked_is_edited_as_well(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    olga.news()
    await olga.sends(f"/return {ROADS}")
    await olga.sends("请写明公里数。")
    ada.the_news()
    told = await olga.does(lambda: olga.phone.edits(mine(olga), "请写明时间。"))
    assert "请写明时间。" in told.text
    assert "请写明时间。" in ada.the_news().text


async def test_edited_reason_of_a_return_that_is_answered_changes_nothing(returned: Town) -> None:
    ada, olga = returned.chats[ADA], returned.chats[OLGA]
    await ada.changes_and_files()
    returned.reads_all()
    first = mine(olga)
    told = await olga.does(lambda: olga.phone.edits(first, f"/return {ROADS} 请写明时间。"))
    late = said("return-edit-late", unit=ROADS, period="7月份", times="").strip()
    assert told.text.startswith(late)
