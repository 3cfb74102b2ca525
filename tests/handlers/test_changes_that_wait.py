"""What changes a filed report waits for the reason of its correction, whatever is in between."""

from collections.abc import Awaitable, Callable

import pytest

from tests.chat import Chat, Town, said
from tests.models.samples import ADA, ROADS

WHY = "数字写错了。"

Deed = Callable[[Chat], Awaitable[str]]


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def gives_phone(ada: Chat) -> str:
    await ada.sends("/phone")
    return (await ada.sends("13900001111")).text


async def gives_phone_at_once(ada: Chat) -> str:
    return (await ada.sends("/phone 13900001111")).text


async def leaves_absence(ada: Chat) -> str:
    await ada.sends("/away")
    return (await ada.sends("/cancel")).text


async def leaves_absence_by_tap(ada: Chat) -> str:
    await ada.sends("/away")
    return (await ada.taps("away-button-no", answers=2)).text


@pytest.mark.parametrize(
    "aside", [gives_phone, gives_phone_at_once, leaves_absence, leaves_absence_by_tap]
)
async def test_reason_of_a_correction_is_asked_again_after_what_was_asked_beside_it(
    plain_town: Town, ada: Chat, aside: Deed
) -> None:
    await ada.files()
    await ada.taps("button-correct")
    shown = await aside(ada)
    assert shown.endswith(said("ask-correction-reason", revision="1"))
    await ada.sends(WHY)
    report = await plain_town.report_of(ROADS)
    assert (report.correcting, report.correction_reason) == (True, WHY)
