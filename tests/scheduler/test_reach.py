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
        said("reach-no-leader", count=3, units=f"{WATER}、{ROADS}、{PARKS}"),
        said("reach-how"),
    ]
    await early_town.moves_to(at(29, 10, month=7))
    olga.expects_nothing_more()


async def test_office_learns_before_the_opening_of_units_without_a_leader_who_is_reached(
    early_town: Town,
) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    for name, user_id, unit in (("Ada", ADA, ROADS), ("Boris", BORIS, WATER), ("C", 77, PARKS)):
        await early_town.joins(name, user_id, unit)
    await early_town.joins("Hans", 78, ROADS, ContactKind.HEAD)
    lena = await early_town.joins("Lena", 79, WATER, ContactKind.LEADER_IN_CHARGE)
    lena.phone.blocks()
    await early_town.steps()
    olga.news()
    await early_town.moves_to(at(28, 10, month=7))
    assert olga.the_news().text.split("\n") == [
        *said("reach-warning-leaders", period="2022年7月份", times=TIMES).split("\n"),
        said("reach-no-leader", count=2, units=f"{WATER}、{PARKS}"),
        said("reach-how"),
    ]


async def test_nobody_is_warned_of_a_cycle_that_reaches_everybody(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    for name, user_id, unit in (("Ada", ADA, ROADS), ("Boris", BORIS, WATER), ("C", 77, PARKS)):
        await early_town.joins(name, user_id, unit)
        await early_town.joins(f"Head {name}", user_id + 1000, unit, ContactKind.HEAD)
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


async def test_who_is_out_of_reach_is_told_with_who_gets_the_reminders_now(town: Town) -> None:
    olga = town.chats[OLGA]
    denis = await town.joins("Denis", 81, ROADS, ContactKind.DEPUTY)
    lena = await town.joins("Lena", 82, ROADS, ContactKind.LEADER_IN_CHARGE)
    fay = await town.joins("Fay", 83, "畅通专班", ContactKind.TASK_FORCE)
    told = {}
    for chat in (town.chats[ADA], denis, lena, town.chats[BORIS], fay):
        chat.phone.blocks()
        await town.steps()
        told[chat.phone.user.first_name] = olga.the_news().text
    person = said("reach-named", kind="B岗", name="Denis")
    assert told["Ada"].endswith(said("unreachable-next-chat", names=person))
    leader = said("reach-named", kind="分管领导", name="Lena")
    assert told["Denis"].endswith(said("unreachable-next-chat", names=leader))
    for name in ("Lena", "Boris", "Fay"):
        assert told[name].endswith(said("unreachable-next-nobody"))
    assert "畅通专班联络员Fay" in told["Fay"]


async def test_deputy_out_of_reach_leaves_the_reminders_with_the_liaison_who_is_there(
    town: Town,
) -> None:
    denis = await town.joins("Denis", 81, ROADS, ContactKind.DEPUTY)
    denis.phone.blocks()
    await town.steps()
    assert town.chats[OLGA].the_news().text.endswith(said("unreachable-next-deputy"))


async def test_deputy_out_of_reach_after_the_only_liaison_leaves_nobody(town: Town) -> None:
    olga = town.chats[OLGA]
    dora = await town.joins("Dora", 81, ROADS, ContactKind.DEPUTY)
    for chat in (town.chats[ADA], dora):
        chat.phone.blocks()
        await town.steps()
        last = olga.the_news().text
    assert "Dora" in last
    assert last.endswith(said("unreachable-next-nobody"))


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
