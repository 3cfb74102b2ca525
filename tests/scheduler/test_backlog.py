"""The office reads what waits for it in one message, and not the same list two days running."""

from sqlmodel import select

from models.chases import Reminder
from sandbox import Message
from tests.chat import Chat, Town, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER

HEADING = start_of("review-reminder", count=2)[: len("待审核")]


def reminders(olga: Chat) -> list[Message]:
    return [one for one in olga.phone.chat if one.from_bot and one.text.startswith(HEADING)]


async def days_and_units(town: Town, until: int) -> list[tuple[str, list[str]]]:
    """On which days of August Olga was reminded by then, and which units each message names."""
    await town.passes(at(until, 12))
    return [
        (f"{one.sent_at:%d}", [unit for unit in (ROADS, WATER, PARKS) if unit in one.text])
        for one in reminders(town.chats[OLGA])
    ]


async def test_what_comes_due_on_the_next_workday_goes_along(talkative_town: Town) -> None:
    """Roads files on Monday, Water on Tuesday: both are named on Thursday, and not on Friday."""
    town = talkative_town
    await town.chats[ADA].files()
    await town.moves_to(at(2, 12))
    await town.chats[BORIS].files()
    assert await days_and_units(town, 10) == [("04", [ROADS, WATER])]
    assert await days_and_units(town, 12) == [("04", [ROADS, WATER]), ("11", [ROADS, WATER])]


async def test_what_comes_due_later_than_that_has_its_own_day(talkative_town: Town) -> None:
    town = talkative_town
    await town.chats[ADA].files()
    await town.moves_to(at(3, 12))
    town.reads_all()
    await town.chats[CLARA].files()
    assert await days_and_units(town, 10) == [("04", [ROADS, PARKS]), ("08", [ROADS, PARKS])]
    town.reads_all()
    for unit, is_done in ((ROADS, False), (PARKS, True)):  # the first was no reminder of Parks
        await town.chats[OLGA].sends(f"/accept {unit}")
        assert [not m.buttons for m in reminders(town.chats[OLGA])] == [is_done] * 2


async def test_who_went_along_is_reminded_by_themselves_once_the_other_is_settled(
    talkative_town: Town,
) -> None:
    town = talkative_town
    olga = town.chats[OLGA]
    await town.chats[ADA].files()
    await town.moves_to(at(2, 12))
    await town.chats[BORIS].files()
    await town.passes(at(4, 12))
    town.reads_all()
    await olga.sends(f"/accept {ROADS}")
    assert await days_and_units(town, 15) == [("04", [ROADS, WATER]), ("12", [WATER])]
    rungs = await town.reads(
        lambda s: sorted(
            (one.occurrence, one.rung)
            for one in s.exec(select(Reminder))
            if one.rung == "review_waiting"
        )
    )
    assert [occurrence for occurrence, _ in rungs] == [1, 1, 2]
