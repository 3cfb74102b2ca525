"""A problem is asked about every month until the office closes it; nobody can pass over it."""

import io
from collections.abc import AsyncIterator

import pytest
from openpyxl import load_workbook

from sandbox import Message as Seen
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.period import Period
from vocabulary.terms import ProblemTurn

AUGUST_OPENS = at(1, month=9)
WHAT = "站址协调困难，原因是业主要价高。"
STEP = "8月底前由属地协调。需协调：Water"


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def files_trouble(ada: Chat) -> None:
    """Measure 1 is behind, 2 goes well."""
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.taps("status-behind")
    await ada.sends("完成选址。")
    await ada.sends(WHAT)
    await ada.sends(STEP)
    await ada.taps("status-on_track")
    await ada.sends("All is well.")
    await ada.taps("button-file", answers=2)


@pytest.fixture
async def troubled_town(plain_town: Town, ada: Chat) -> AsyncIterator[Town]:
    """Roads has filed a problem in July, and August has opened."""
    await files_trouble(ada)
    await plain_town.moves_to(AUGUST_OPENS)
    plain_town.reads_all()
    yield plain_town
    plain_town.reads_all()


async def begins(ada: Chat) -> Seen:
    await ada.sends("/report")
    return await ada.does(lambda: ada.phone.taps(said("button-begin", number="1")))


async def goes_well(ada: Chat) -> Seen:
    await ada.taps("status-on_track")
    return await ada.sends("已开工。")


async def test_problem_is_asked_about_before_the_status_and_needs_one_tap(
    troubled_town: Town, ada: Chat
) -> None:
    asked = await begins(ada)
    assert said("card-open-problem", since="7月份", words=WHAT) in asked.text
    assert said("card-open-help", words="Water") in asked.text
    assert "8月底前由属地协调。" in asked.text
    after = await ada.taps("problem-turn-unchanged")
    assert said("status-behind") in after.labels
    await ada.taps("button-same")
    content = await troubled_town.content(ROADS, "1")
    assert (content.problem, content.help_from) == (WHAT, "Water")


async def test_next_step_whose_day_is_over_is_told_where_it_is_shown_and_when_it_is_taken_over(
    troubled_town: Town, ada: Chat
) -> None:
    asked = await begins(ada)
    assert said("card-step-past") in asked.text
    await ada.taps("problem-turn-unchanged")
    after = await ada.taps("button-same")
    told = said(
        "answer-step-past", words=(await troubled_town.content(ROADS, "1")).next_step, number="1"
    )
    assert told in after.text
    await ada.sends("第1项下一步改为：9月底前由属地协调。")
    after = await ada.taps("pasted-button-take", count=1)
    assert told not in after.text
    assert (await troubled_town.content(ROADS, "1")).next_step == "9月底前由属地协调。"


async def test_headings_behind_what_has_become_of_it_lead_to_their_fields_and_it_is_said(
    troubled_town: Town, ada: Chat
) -> None:
    await begins(ada)
    card = await ada.sends("处理中，已选定2处。\n下一步：9月底前签约。\n完成情况：完成选址。")
    content = await troubled_town.content(ROADS, "1")
    assert content.follow_up is not None
    assert (content.follow_up.turn, content.follow_up.words) == (
        ProblemTurn.HANDLING,
        "已选定2处。",
    )
    assert (content.text, content.problem) == ("完成选址。", WHAT)
    assert content.next_step == "9月底前签约。"
    for step in ("text", "next-step"):
        assert said("answer-under-heading", step=step, more="no") in card.text
    assert said("status-behind") in card.labels


async def test_entry_cannot_be_filed_while_its_problem_was_not_spoken_of(
    troubled_town: Town, ada: Chat
) -> None:
    await begins(ada)
    await ada.taps("button-skip")
    asked = await goes_well(ada)
    assert said("problem-turn-resolved") in asked.labels
    await ada.taps("button-list")
    preview = await ada.taps("button-preview")
    assert said("button-file") not in preview.labels
    assert "须补 1 项" in preview.text


async def test_unit_says_resolved_and_the_office_closes_it(
    troubled_town: Town, ada: Chat, olga: Chat
) -> None:
    await begins(ada)
    asked = await ada.taps("problem-turn-resolved")
    assert said("ask-follow-up-resolved") in asked.text
    await ada.sends("业主已签协议。")
    await goes_well(ada)
    preview = await goes_well(ada)
    assert said("preview-follow-ups", count=1, resolved=1, handling=0, unchanged=0) in preview.text
    await ada.taps("button-file", answers=2)
    troubled_town.reads_all()
    (filed,) = await troubled_town.revisions(ROADS)
    follow_up = filed.entries[0].content.follow_up
    assert follow_up is not None
    assert (follow_up.turn, follow_up.words) == (ProblemTurn.RESOLVED, "业主已签协议。")
    listed = await olga.sends("/problems")
    assert "待销号 1" in listed.text
    card = await olga.taps("problems-button-one", unit=ROADS, number="1")
    assert "业主已签协议。" in card.text
    closed = await olga.taps("problem-button-close")
    assert said("problem-state-closed") in closed.text
    assert olga.toast == said("problem-closed-short")
    told = ada.the_news()
    assert told.text == said(
        "problem-closed-to-you", unit=ROADS, number="1", problem=WHAT, words="业主已签协议。"
    )
    assert (await olga.taps("problem-button-list")).text == said("problems-none")


async def test_words_alone_say_that_it_is_in_hand_and_it_comes_again(
    troubled_town: Town, ada: Chat
) -> None:
    await begins(ada)
    after = await ada.sends("第一家业主已签。")
    assert said("answer-follow-up-handling") in after.text
    await goes_well(ada)
    await goes_well(ada)
    await ada.taps("button-file", answers=2)
    troubled_town.reads_all()
    await troubled_town.moves_to(at(8, month=10))
    troubled_town.reads_all()
    (entry, _) = (await troubled_town.working(ROADS, Period(2022, 9))).entries
    problem = entry.measure.open_problem
    assert problem is not None
    assert (problem.since, problem.said) == (Period(2022, 7), "第一家业主已签。")


async def test_office_asks_and_the_unit_answers(troubled_town: Town, ada: Chat, olga: Chat) -> None:
    await olga.sends(f"/problems {ROADS}")
    await olga.taps("problems-button-one", unit=ROADS, number="1")
    await olga.taps("problem-button-ask")
    await olga.sends("要价多少？")
    told = ada.the_news()
    assert told.text == said(
        "problem-asked-of-you", unit=ROADS, number="1", problem=WHAT, words="要价多少？"
    )
    assert said("card-open-question", words="要价多少？") in (await begins(ada)).text
    asked = await ada.taps("problem-button-answer")
    assert "要价多少？" in asked.text
    again = await ada.sends("每年五万元。", answers=2)
    assert said("problem-answer-taken", number="1") in [m.text for m in ada.phone.chat]
    assert again.text.endswith(said("ask-follow-up"))
    answer = olga.the_news()
    assert "每年五万元。" in answer.text
    card = await olga.taps("problem-button-look")
    assert "答复：每年五万元。" in card.text


async def test_office_closes_what_nobody_calls_resolved_only_with_its_ground(
    troubled_town: Town, ada: Chat, olga: Chat
) -> None:
    await olga.sends("/problems")
    await olga.taps("problems-button-one", unit=ROADS, number="1")
    asked = await olga.taps("problem-button-close")
    words, times = asked.text.split("\n")
    assert words == said("problem-ask-close", unit=ROADS, number="1")
    assert times.startswith("8月份：开放 ")
    await olga.sends("无")
    closed = await olga.sends("现场核实，已建成。")
    assert "现场核实，已建成。" in closed.text
    ada.the_news()
    assert said("problem-turn-resolved") not in (await begins(ada)).labels
    await olga.taps("problem-button-reopen")
    await olga.sends("又停工了。")
    assert "又停工了。" in ada.the_news().text
    await ada.taps("button-list")
    again = await ada.does(lambda: ada.phone.taps(said("button-begin", number="1")))
    assert said("card-open-question", words="又停工了。") in again.text


async def test_unit_can_neither_close_nor_see_what_is_not_its_own(
    troubled_town: Town, ada: Chat
) -> None:
    boris = troubled_town.chats[BORIS]
    (entry, _) = (await troubled_town.working(ROADS)).entries
    problem = entry.measure.open_problem
    assert problem is not None
    before = await troubled_town.facts()
    for code in ("qp", "qc", "qo", "qa", "qb"):
        await ada.presses(f"v1:{code}:{problem.problem_id}:0:")
    await boris.presses(f"v1:qr:{problem.problem_id}:0:")
    await boris.presses(f"v1:fo:{entry.entry_id}:0:resolved")
    assert (await ada.sends("/problems")).text == said("not-allowed")
    assert await troubled_town.facts() == before


async def test_due_message_counts_problems_and_the_workbook_has_their_page(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(at(5, 19))
    told = [message.text for message in olga.news()]
    line = said("board-problems", count=1, new=1, overdue=0, resolved=0)
    assert any(line in text for text in told)
    sent = await olga.sends("/ledger")
    assert sent.document is not None
    page = load_workbook(io.BytesIO(sent.document.content))[said("sheet-followed")]
    head, row = ([cell.value for cell in cells] for cells in page.iter_rows(max_row=2))
    found = dict(zip(head, row, strict=True))
    assert found[said("sheet-col-cause")] == "业主要价高。"
    assert found[said("sheet-col-help")] == "Water"
    assert found[said("sheet-col-problem-state")] == said("problem-state-open")
    assert start_of("problem-word-reported", day="8月1日（周一）", by="Ada") in str(
        found[said("sheet-col-history")]
    )
    plain_town.reads_all()
