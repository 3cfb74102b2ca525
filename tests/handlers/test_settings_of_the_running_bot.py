"""What the office has set of secrecy and checks holds in the chats of the bot that runs by it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.settings import CheckSettings, SecrecySettings
from tests.chat import Chat, Town, a_begun_town, july_begins, said, start_of
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.terms import Role

FARMS = replace(an_indicator("farms", "2"), cumulative=True)
FIVE_OF_TWO = "5"
"""More than twice the target, and less than three times: what is asked about by itself."""

MARKED = "机密★5年，完成12处站址选定。"
OWN_WORD = "青龙工程完成12处站址选定。"
SETTINGS = {
    "as shipped": (CheckSettings(), SecrecySettings()),
    "of the office": (
        CheckSettings(
            over_target=2,
            over_last=3,
            over_step=4,
            step_of_target=5,
            past_target_percent=60,
            done_needs_evidence=False,
        ),
        SecrecySettings(marks=(), phrases=("青龙工程",)),
    ),
}


@pytest.fixture(params=SETTINGS)
async def town(
    request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Town]:
    checks, secrecy = SETTINGS[request.param]
    async with a_begun_town(
        july_begins,
        sqlite_url,
        tmp_path / "files",
        measures=[assigned("17", (ROADS, Role.LEAD), indicators=(FARMS,))],
        checks=checks,
        secrecy=secrecy,
    ) as begun:
        yield begun
        begun.reads_all()


@pytest.fixture
async def ada(town: Town) -> Chat:
    ada = town.chats[ADA]
    await ada.sends("/report")
    await ada.taps("button-begin", number="17")
    return ada


def is_own(town: Town) -> bool:
    return town.settings.secrecy == SETTINGS["of the office"][1]


async def test_text_is_held_for_the_words_that_are_set(town: Town, ada: Chat) -> None:
    await ada.taps("status-on_track")
    held, mark, taken = (
        (OWN_WORD, "青龙工程", MARKED) if is_own(town) else (MARKED, "机密", OWN_WORD)
    )
    await ada.sends(held, answers=2)
    assert ada.phone.chat[-2].text.startswith(start_of("secrecy-held", mark=mark))
    assert (await town.content(ROADS, "17")).text == ""
    town.clock.advance(timedelta(minutes=1))
    await ada.sends(taken)
    assert (await town.content(ROADS, "17")).text == taken


async def test_figure_is_asked_about_by_the_share_that_is_set(town: Town, ada: Chat) -> None:
    await ada.taps("status-on_track")
    await ada.sends("完成12处站址选定。")
    await ada.sends(FIVE_OF_TWO)
    asked = start_of("doubt-jumped", name="farms")
    assert (asked in ada.card.text) == is_own(town)


async def test_every_share_that_is_set_is_what_the_chats_go_by(town: Town) -> None:
    """What each of them asks about is a table in tests/dialog/test_doubts.py."""
    limits = town.app.parts.doors.desk.limits
    shares = limits.over_target, limits.over_last, limits.over_step, limits.step_of_target
    assert [int(one) for one in shares] == ([2, 3, 4, 5] if is_own(town) else [3, 10, 10, 1])
    assert limits.past_target == Decimal("0.6" if is_own(town) else "0.5")


async def test_done_wants_evidence_where_that_is_set(town: Town, ada: Chat) -> None:
    await ada.taps("status-done")
    await ada.sends("完成12处站址选定。")
    await ada.sends("2")
    asked = said("doubt-no-evidence")
    assert (asked in ada.card.text) != is_own(town)
