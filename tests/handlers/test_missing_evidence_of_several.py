"""已完成 without evidence, of several measures: it is asked once, of all together."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat import Chat, Town, a_town, opened, said, with_people
from tests.handlers.test_evidence import evidence, photo, sends_photo
from tests.models.samples import ADA, ROADS, assigned
from vocabulary.terms import Role

WORDS = "建成2处站点，已通过验收。"
KEPT = said("reason-explain-kept")


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    measures = [assigned(str(n), (ROADS, Role.LEAD)) for n in range(1, 5)]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as found:
        await with_people(found)
        await opened(found)
        yield found


async def says_all_done(ada: Chat) -> None:
    """It is asked when nothing else is left."""
    await ada.taps("button-start")
    await ada.taps("button-begin")
    for _ in range(4):
        await ada.taps("status-done")
        assert said("ask-text-done") in ada.card.text
        await ada.sends(WORDS)


async def reasons(town: Town) -> list[list[str]]:
    report = await town.working(ROADS)
    return [[one.reason for one in entry.content.explanations] for entry in report.entries]


async def test_reason_that_is_given_once_stands_with_each_for_the_office(town: Town) -> None:
    ada = town.chats[ADA]
    await says_all_done(ada)
    asked = said("ask-explain-all", kind="no-evidence", count=4, list="1、2、3、4", more=0)
    assert asked in ada.card.text
    again = await ada.sends("填错了")
    assert said("answer-reason-of-one", said="填错了") in again.text
    assert asked in again.text
    await ada.sends("验收材料涉及个人信息，由本单位保存")
    assert "验收材料涉及个人信息" in ada.card.text
    assert said("button-file") in ada.labels
    assert await reasons(town) == [["验收材料涉及个人信息，由本单位保存"]] * 4
    await ada.taps("button-file", answers=2)
    town.reads_all()
    (filed,) = await town.revisions(ROADS)
    assert all(entry.content.explanations for entry in filed.entries)


async def test_the_buttons_of_the_common_question_are_typed_as_well(town: Town) -> None:
    ada = town.chats[ADA]
    await says_all_done(ada)
    await ada.sends("返回核对")
    assert said("ask-explain-all", kind="no-evidence", count=4, list="1、2、3、4", more=0) not in (
        ada.card.text
    )
    await ada.taps("button-explain-all", kind="no-evidence", count=4)
    await ada.sends("材料存档备查")
    assert await reasons(town) == [[KEPT]] * 4


async def test_single_ones_are_mended_from_there_and_the_rest_is_asked_again(town: Town) -> None:
    ada = town.chats[ADA]
    await says_all_done(ada)
    await sends_photo(ada, photo(), "2 验收照片", answers=2)
    assert await evidence(town, "2") == ["验收照片.jpg"]
    assert said("ask-explain-all", kind="no-evidence", count=3, list="1、3、4", more=0) in (
        ada.card.text
    )
    await ada.does(lambda: ada.phone.taps("3"))
    await ada.taps("button-doubt-mend")
    await ada.taps("status-on_track")
    assert said("ask-explain-all", kind="no-evidence", count=2, list="1、4", more=0) in (
        ada.card.text
    )
    await sends_photo(ada, photo(), "4 验收照片", answers=2)
    assert said("ask-evidence") in ada.card.text  # of the one that is left
    await ada.taps("button-explain-paper")
    assert said("button-file") in ada.labels
    assert await reasons(town) == [[said("reason-explain-paper")], [], [], []]
