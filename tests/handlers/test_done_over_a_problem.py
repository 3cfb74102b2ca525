"""The lead says 已完成 while a unit that works with it has a problem, filed before or after."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat import Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, CLARA, OLGA, PARKS, ROADS, assigned
from vocabulary.terms import Role

PROBLEM = "因用地没有批复，无法开工。"
AUGUST_OPENS = at(1, month=9)


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    measures = [assigned("1", (ROADS, Role.LEAD), (PARKS, Role.RESPONSIBLE))]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as found:
        await with_people(found)
        await opened(found)
        yield found


async def files_trouble(clara: Chat, problem: str = PROBLEM) -> None:
    await clara.taps("button-start")
    await clara.sends(f"1 滞后：完成1处绿化。存在问题：{problem}下一步：10月底前报批。")
    await clara.taps("button-file", answers=2)


async def files_done(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.sends("1")
    await ada.taps("status-done")
    await ada.sends("全部站址已建成投用。")
    await ada.taps("button-explain-kept")
    await ada.taps("button-file", answers=2)


async def test_problem_since_last_month_is_named_before_its_unit_has_said_anything(
    town: Town,
) -> None:
    ada, clara = town.chats[ADA], town.chats[CLARA]
    await files_trouble(clara)
    await town.moves_to(AUGUST_OPENS)
    town.reads_all()
    await ada.taps("button-start")
    await ada.sends("1")
    await ada.taps("status-done")
    card = await ada.sends("全部站址已建成投用。")
    assert f"{PARKS}：“{PROBLEM}”（7月份起）" in card.text
    assert said("button-file") not in card.labels
    town.reads_all()


async def test_problem_that_is_filed_afterwards_is_told_to_the_lead_and_the_office_once(
    town: Town,
) -> None:
    ada, clara, olga = town.chats[ADA], town.chats[CLARA], town.chats[OLGA]
    await files_done(ada)
    town.reads_all()
    await files_trouble(clara)
    told = ada.the_news()
    facts = {"number": "1", "lead": ROADS, "unit": PARKS, "problem": PROBLEM}
    assert told.text == said("lead-trouble-filed", **facts)
    assert olga.the_news().text == said("lead-trouble-to-office", **facts)
    await clara.taps("button-correct")
    await clara.sends("补充进展")
    await clara.changes("又完成2处绿化。")
    town.reads_all()
    await clara.taps("button-file", answers=2)
    assert [one.text for one in ada.news()] == []
    assert [one for one in olga.news() if start_of("lead-trouble-to-office") in one.text] == []
    asked = await ada.taps("button-correct")
    assert asked.text.endswith(said("ask-correction-reason", revision="1"))
