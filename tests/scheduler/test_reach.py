"""Unreachable is an alarm: before the cycle opens, and over when somebody is back."""

from sqlmodel import Session, select

from models.nudges import ReachWarning
from models.offices import unit_named
from models.people import Contact
from tests.chat import OPENS, TIMES, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER
from vocabulary.terms import ContactKind


async def with_a_number(town: Town, unit: str) -> None:
    office_id = town.desk.office_id

    def add(session: Session) -> None:
        found = unit_named(session, office_id, unit)
        assert found is not None
        session.add(
            Contact(
                office_id=office_id,
                unit_id=found.id,
                kind=ContactKind.LIAISON,
                name="Paul",
                phone="0359-8023456",
                since=town.clock.now(),
            )
        )

    await town.app.database.unit(add)


async def test_office_learns_two_workdays_before_whom_the_cycle_would_not_reach(
    early_town: Town,
) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    ada = await early_town.joins("Ada", ADA, ROADS)
    ada.phone.blocks()
    await early_town.steps()
    olga.news()
    await with_a_number(early_town, WATER)
    await early_town.moves_to(at(28, 9, 59, month=7))
    olga.expects_nothing_more()
    await early_town.moves_to(at(28, 10, month=7))
    assert olga.the_news().text.split("\n") == [
        *said("reach-warning", period="2022年7月份", count=3, times=TIMES).split("\n"),
        said("reach-nobody", units=PARKS),
        said("reach-lost", units=ROADS),
        said("reach-phone", units=WATER),
        said("reach-how"),
    ]
    await early_town.moves_to(at(29, 10, month=7))
    olga.expects_nothing_more()


async def test_nobody_is_warned_of_a_cycle_that_reaches_everybody(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    for name, user_id, unit in (("Ada", ADA, ROADS), ("Boris", BORIS, WATER), ("C", 77, PARKS)):
        await early_town.joins(name, user_id, unit)
    await early_town.moves_to(at(28, 10, month=7))
    olga.expects_nothing_more()


async def test_bot_that_was_off_until_the_opening_warns_no_more(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    await early_town.moves_to(OPENS)
    assert not any(message.text.startswith("! 2022") for message in olga.news())

    def kept(session: Session) -> int:
        return len(session.exec(select(ReachWarning)).all())

    assert await early_town.reads(kept) == 0


async def test_office_is_told_when_somebody_is_back(town: Town) -> None:
    ada, olga = town.chats[ADA], town.chats[OLGA]
    ada.phone.blocks()
    await town.steps()
    assert olga.the_news().text.startswith(
        start_of("notice-unreachable", unit=ROADS, kind="联络员", name="Ada")
    )
    ada.phone.unblocks()
    await town.steps()
    back = said("reach-back", unit=ROADS, kind="联络员", name="Ada")
    assert olga.the_news().text == back
    ada.news()
    await ada.sends("/report")
    olga.expects_nothing_more()
