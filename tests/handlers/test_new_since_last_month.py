"""A figure that tells only what is new: the total is offered for one tap, and never guessed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from dialog.press import Action, Press
from tests.chat import Chat, Town, a_begun_town, july_begins, said
from tests.factories import at
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.terms import Role

pytestmark = pytest.mark.long

STATIONS = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
WORDS = "城域骨干网扩容完成招标。"


async def august_begins(town: Town) -> None:
    await july_begins(town)
    ada = town.chats[ADA]
    await ada.sends("/report")
    await ada.taps("button-begin", number="18")
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    await ada.sends("168个")
    await ada.taps("button-file", answers=2)
    await town.moves_to(at(1, month=9))


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has said 168 in July, and August has opened."""
    measures = [assigned("18", (ROADS, Role.LEAD), indicators=(STATIONS,))]
    async with a_begun_town(
        august_begins, sqlite_url, tmp_path / "files", measures=measures
    ) as town:
        yield town
        town.reads_all()


async def at_figure(ada: Chat, words: str = WORDS) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="18")
    await ada.taps("status-on_track")
    await ada.sends(words)


async def figure(town: Town) -> Decimal | None:
    (found,) = (await town.content(ROADS, "18")).figures or (None,)
    return found.value if found else None


SUM = said("button-sum", total="183个", before="168", added="15", when="monthly")


@pytest.mark.parametrize("typed", ["本月新增15个", "新开通15个", "本月15个"])
async def test_total_is_offered_and_taken_with_one_tap(town: Town, ada: Chat, typed: str) -> None:
    await at_figure(ada)
    assert SUM not in ada.labels
    await ada.sends(typed)
    assert await figure(town) is None
    assert SUM in ada.labels
    preview = await ada.does(lambda: ada.phone.taps(SUM))
    assert await figure(town) == 183
    assert said("button-file") in preview.labels


async def test_total_may_be_typed_instead(town: Town, ada: Chat) -> None:
    await at_figure(ada)
    await ada.sends("新增15个")
    await ada.sends("累计180个")
    assert await figure(town) == 180


async def test_text_that_tells_what_is_new_offers_the_total_at_once(town: Town, ada: Chat) -> None:
    await at_figure(ada, "本月新开通5G基站15个。")
    assert await figure(town) is None
    assert SUM in ada.labels
    await ada.does(lambda: ada.phone.taps(SUM))
    assert await figure(town) == 183


async def test_by_number_as_at_the_card_what_is_new_offers_the_total(town: Town, ada: Chat) -> None:
    await ada.sends("18 正常推进：新增15个")
    assert SUM in ada.labels
    await ada.does(lambda: ada.phone.taps(SUM))
    assert await figure(town) == 183


@pytest.mark.parametrize(
    "typed", ["180左右", "大概180个", "180个上下", "180多个", "不到180个", "180以上"]
)
async def test_guess_is_offered_as_about_so_much_and_taken_with_one_tap(
    town: Town, ada: Chat, typed: str
) -> None:
    await at_figure(ada)
    await ada.sends(typed)
    assert await figure(town) is None
    await ada.taps("button-about", figure="180个")
    (taken,) = (await town.content(ROADS, "18")).figures
    assert (taken.value, taken.approximate) == (Decimal(180), True)


@pytest.mark.parametrize("typed", ["左右", "180左右，拆除3个"])
async def test_no_number_or_several_are_offered_as_none(ada: Chat, typed: str) -> None:
    await at_figure(ada)
    await ada.sends(typed)
    assert not [label for label in ada.labels if label.startswith("约")]


@pytest.mark.parametrize("typed", ["约新增15个", "新增15个，拆除3个"])
async def test_nothing_is_offered_where_a_part_is_not_known_exactly(ada: Chat, typed: str) -> None:
    await at_figure(ada)
    await ada.sends(typed)
    assert not [label for label in ada.labels if label.startswith("累计")]


@pytest.mark.parametrize("argument", ["1.nan", "1.-5", "99.183", "1.x", "1", ".5", "1.1e9"])
async def test_forged_total_changes_nothing(town: Town, ada: Chat, argument: str) -> None:
    await at_figure(ada)
    entry_id = (await town.working(ROADS)).entries[0].entry_id
    await ada.presses(Press(Action.SUM_FIGURE, entry_id, argument).data())
    assert await figure(town) is None
