"""A button of an older card, or of the other phone: it does what it says, or is said to be old."""

import pytest

from dialog.press import Action, Press
from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.models.samples import ROADS

WORDS, TROUBLE, STEP = "完成12处站址选定。", "站址协调困难。", "8月底前协调。"


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


async def at_next_step(ada: Chat) -> str:
    """The next step of a measure in trouble is asked; the button that names a unit to help."""
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    card = await ada.sends(TROUBLE)
    return helping(card)


def helping(card: Message) -> str:
    presses = (Press.read(b.data) for row in card.buttons for b in row if b.data)
    return next(one.data() for one in presses if one and one.action is Action.HELP_FROM)


async def test_unit_that_is_named_on_both_phones_at_once_stays_named(town: Town, ada: Chat) -> None:
    names_one = await at_next_step(ada)
    await ada.presses(names_one)
    named = (await town.content(ROADS, "1")).help_from
    assert named
    await ada.presses(names_one, answers=0)
    assert (await town.content(ROADS, "1")).help_from == named


async def test_old_button_that_names_a_unit_asks_what_the_measure_still_lacks(
    town: Town, ada: Chat
) -> None:
    names_one = await at_next_step(ada)
    await ada.sends("/report")
    shown = await ada.presses(names_one)
    assert said("ask-next-step", when="7月份") in shown.text
    await ada.sends(STEP)
    assert (await town.content(ROADS, "1")).next_step == STEP


async def test_old_button_that_names_a_unit_asks_no_next_step_of_a_measure_that_is_well(
    town: Town, ada: Chat
) -> None:
    names_one = await at_next_step(ada)
    await ada.taps("button-rechoose")
    await ada.taps("status-on_track")
    await ada.sends("/report")
    shown = await ada.presses(names_one)
    assert start_of("ask-stands") in shown.text
