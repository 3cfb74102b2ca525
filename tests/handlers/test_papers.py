"""What the office itself writes, by chat: 催办单, 通报, 专报."""

from datetime import timedelta

import pytest

from sandbox import Message
from tests.chat import LOCKS, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER
from tests.reports.paper import paragraphs_of


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


def look_at_all(town: Town) -> None:
    for chat in town.chats.values():
        chat.news()


def names(news: list[Message]) -> list[str]:
    return [message.document.name for message in news if message.document]


async def test_before_the_due_hour_no_unit_gets_a_notice(plain_town: Town, olga: Chat) -> None:
    assert (await olga.sends("/notice")).text == said("notices-nobody")
    assert (await olga.sends(f"/notice {ROADS}")).text == said("notices-not-late", unit=ROADS)


async def test_each_unit_that_is_late_has_a_file_of_its_own(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(8, 10))
    look_at_all(plain_town)
    await olga.sends("/board")
    olga.phone.taps(said("notices-button"))
    await plain_town.answers()
    news = olga.news()
    assert names(news) == [f"催办单（{unit}，2022年7月份）.docx" for unit in (WATER, PARKS)]
    assert news[0].document is not None
    text = paragraphs_of(news[0].document.content)
    assert text[2] == f"Department of {WATER}："
    assert any("联络员Boris，系统消息" in line for line in text)
    assert "请于2022年8月11日18:00前报送。" in text


async def test_one_unit_can_be_named(plain_town: Town, olga: Chat) -> None:
    await plain_town.moves_to(at(8, 10))
    look_at_all(plain_town)
    sent = await olga.sends(f"/notice {PARKS} 2022-07")
    assert names([sent]) == [f"催办单（{PARKS}，2022年7月份）.docx"]
    assert sent.text.startswith(start_of("notices-caption", unit=PARKS))
    assert (await olga.sends("/notice 2022-09")).text == said(
        "office-no-cycle-of-period", period="2022年9月份", state="planned", known="2022-07"
    )


async def test_returned_report_is_late_again_with_the_offices_reason(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[BORIS].files()
    olga.news()
    await plain_town.moves_to(at(8, 10))
    look_at_all(plain_town)
    await olga.sends(f"/return {WATER} Figures are missing.")
    look_at_all(plain_town)
    sent = await olga.sends(f"/notice {WATER}")
    assert sent.document is not None
    text = "".join(paragraphs_of(sent.document.content))
    assert "退回意见：Figures are missing." in text
    assert "尚未重新报送" in text


async def test_notice_to_a_unit_that_files_before_it_goes_out_is_held_back(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.moves_to(at(8, 10))
    look_at_all(plain_town)
    await plain_town.chats[ADA].fills()
    olga.phone.sends(f"/notice {ROADS}")
    plain_town.chats[ADA].phone.taps(said("button-file"))
    await plain_town.receives()
    await plain_town.steps()
    assert not any("催办单" in name for name in names(olga.news()))
    look_at_all(plain_town)


async def test_at_the_lock_the_office_gets_all_papers_and_a_notice_for_each_unit_still_missing(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(LOCKS - timedelta(minutes=1))
    look_at_all(plain_town)
    await plain_town.moves_to(LOCKS)
    sent = names(olga.news())
    assert [name for name in sent if "催办单" in name] == [
        f"催办单（{unit}，2022年7月份）.docx" for unit in (WATER, PARKS)
    ]
    assert {
        "2022年7月份工作任务完成情况通报.docx",
        "2022年7月份工作任务完成情况通报（数据来源）.docx",
        "2022年7月份工作推进情况专报.docx",
        "2022年7月份工作推进情况专报（数据来源）.docx",
        "2022年7月份汇总台账.xlsx",
    } <= set(sent)
    look_at_all(plain_town)


async def test_bulletin_comes_by_button_and_by_command_with_the_month_of_now(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(8, 10))
    look_at_all(plain_town)
    await olga.sends("/board")
    tapped = await olga.gets_files(lambda: olga.phone.taps(said("bulletin-button")))
    assert [file.name for file in tapped] == [
        "2022年7月份工作任务完成情况通报.docx",
        "2022年7月份工作任务完成情况通报（数据来源）.docx",
    ]
    text = paragraphs_of(tapped[0].content)
    assert "未报2家：Water、Parks。" in text
    again = await olga.gets_files("/bulletin 2022-07")
    assert [paragraphs_of(file.content) for file in again] == [
        paragraphs_of(file.content) for file in tapped
    ]
    assert (await olga.sends("/bulletin 2022-09")).text == said(
        "office-no-cycle-of-period", period="2022年9月份", state="planned", known="2022-07"
    )


async def test_briefing_comes_by_button_and_by_command_between_months_too(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(3, 10))
    look_at_all(plain_town)
    await olga.sends("/board")
    tapped = await olga.gets_files(lambda: olga.phone.taps(said("briefing-button")))
    assert [file.name for file in tapped] == [
        "2022年7月份工作推进情况专报.docx",
        "2022年7月份工作推进情况专报（数据来源）.docx",
    ]
    text = paragraphs_of(tapped[0].content)
    assert "未到期2家：Water、Parks。上述单位本月情况未计入。" in text
    again = await olga.gets_files("/briefing 2022-07")
    assert [paragraphs_of(file.content) for file in again] == [
        paragraphs_of(file.content) for file in tapped
    ]
    assert (await olga.sends("/briefing 2022-09")).text == said(
        "office-no-cycle-of-period", period="2022年9月份", state="planned", known="2022-07"
    )


async def test_coordinator_picks_with_buttons_which_highlights_a_briefing_tells(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await ada.sends("/report")
    await ada.taps("button-begin")
    for words in ("First bridge of its kind.", "Longest pipe of the land."):
        await ada.taps("button-highlight")
        await ada.sends(words, answers=2)
    await olga.sends("/briefing", answers=3)
    card = olga.card
    assert card.text.startswith(start_of("highlight-picks", month="7月份", told=2, count=2))
    assert card.labels == ["1 ●", "2 ●", said("briefing-button-again")]
    old = card.buttons[0][0].data or ""
    card = await olga.does(lambda: olga.phone.taps("1 ●"))
    assert card.labels[:2] == ["1 ○", "2 ●"]
    await olga.presses(old, answers=0)
    assert olga.card.labels[:2] == ["1 ○", "2 ●"]
    paper, _ = await olga.gets_files(lambda: olga.phone.taps(said("briefing-button-again")))
    text = "".join(paragraphs_of(paper.content))
    assert "Longest pipe" in text
    assert "First bridge" not in text
    back = await olga.does(lambda: olga.phone.taps("1 ○"))
    assert back.labels[:2] == ["1 ●", "2 ●"]
    look_at_all(plain_town)
