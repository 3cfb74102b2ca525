"""The office hears of every unit that is late, reachable or not, in one message."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from models.chases import Chase, Reminder
from models.cycles import Report
from models.delivery import OutboxRow, OutboxState
from models.offices import Unit, unit_named
from models.people import Contact
from sandbox import refusal
from sandbox.errors import ApiError
from tests.chat import TIMES, Chat, Town, a_town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER, assigned
from vocabulary.terms import ContactKind, Role

pytestmark = pytest.mark.long

OTTO, LENA = 6_000_000_001, 6_000_000_002
NUMBER = "0359-8023456"
A_MINUTE = timedelta(minutes=1)
TOLD = at(11, 9, 30)
"""The fourth workday after the Friday on which July is due."""
NAMED = at(15, 9, 30)
"""The sixth."""


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def passes(town: Town, until: datetime, *but: Chat) -> None:
    await town.passes(until, every=timedelta(minutes=30))
    look_at_others(town, *but)


def look_at_others(town: Town, *but: Chat) -> None:
    for chat in town.chats.values():
        if chat not in but:
            chat.news()


def told_of_late(olga: Chat) -> list[str]:
    """What the office was told of late units, the oldest first."""
    start = start_of("late-outstanding", tone="escalation", period="7月份")
    return [m.text for m in olga.phone.chat if m.from_bot and m.text.startswith(start)]


def asked_to_name(olga: Chat) -> list[str]:
    """What the office was asked when the late may be named, the oldest first."""
    start = start_of("late-outstanding", tone="bulletin", period="7月份")
    return [m.text for m in olga.phone.chat if m.from_bot and m.text.startswith(start)]


async def only_a_telephone(town: Town, unit: str) -> None:
    """In the place of everybody of the unit there is Paul, who has no Telegram."""

    def change(session: Session) -> None:
        found = unit_named(session, town.desk.office_id, unit)
        assert found is not None
        for contact in session.exec(select(Contact).where(Contact.unit_id == found.id)):
            contact.ended_at = town.clock.now()
        paul = Contact(
            office_id=town.desk.office_id,
            unit_id=found.id,
            kind=ContactKind.LIAISON,
            name="Paul",
            phone=NUMBER,
            since=town.clock.now(),
        )
        session.add(paul)

    await town.app.database.unit(change)


async def test_units_that_are_late_at_one_moment_are_one_message_that_says_who_was_told(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    otto = plain_town.person("Otto", OTTO)
    otto.phone.starts(await plain_town.link(None, ContactKind.COORDINATOR))
    await passes(plain_town, TOLD - A_MINUTE)
    assert told_of_late(olga) == []
    await plain_town.moves_to(TOLD)
    ada = said(
        "late-told-one",
        kind="联络员",
        name="Ada",
        phone="none",
        days="8月1日、8月4日、8月5日、8月8日",
    )
    lena = said("late-told-one", kind="分管领导", name="Lena", phone="none", days="8月9日")
    (told,) = told_of_late(olga)
    assert told.split("\n") == [
        said("late-outstanding", tone="escalation", period="7月份", count=3),
        TIMES,
        said("late-unit", unit=ROADS, count=2, filled=0, extended=0, until=""),
        said("late-told", people=f"{ada}；{lena}"),
        "1　Measure 1",
        "2　Measure 2",
        said("late-unit", unit=WATER, count=2, filled=0, extended=0, until=""),
        said("late-told", people=ada.replace("Ada", "Boris")),
        "1　Measure 1",
        "2　Measure 2",
        said("late-unit", unit=PARKS, count=1, filled=0, extended=0, until=""),
        said("late-told", people=ada.replace("Ada", "Clara")),
        "2　Measure 2",
        said("late-papers", tone="escalation"),
    ]
    assert olga.card.labels == [
        said("notice-button-look"),
        said("notices-button"),
        said("bulletin-button"),
    ]
    await passes(plain_town, NAMED - A_MINUTE)
    assert len(told_of_late(olga)) == 1
    assert [text.split("\n")[:8] for text in told_of_late(otto)] == [told.split("\n")[:8]]


async def test_office_is_asked_on_the_sixth_workday_whether_to_name_the_late_in_the_bulletin(
    plain_town: Town, olga: Chat
) -> None:
    """Five after it urged; with who is still late by then, and the bulletin a tap away."""
    await passes(plain_town, at(12, 10))
    await plain_town.chats[ADA].files()
    look_at_others(plain_town)
    await passes(plain_town, NAMED - A_MINUTE)
    assert asked_to_name(olga) == []
    await plain_town.moves_to(NAMED)
    (asked,) = asked_to_name(olga)
    lines = asked.split("\n")
    assert lines[0] == said("late-outstanding", tone="bulletin", period="7月份", count=2)
    assert lines[-1] == said("late-papers", tone="bulletin")
    assert not any(line.startswith(ROADS) for line in lines)
    assert any(line.startswith(WATER) for line in lines)
    assert any(line.startswith(PARKS) for line in lines)
    olga.news()
    papers = await olga.gets_files(lambda: olga.phone.taps(said("bulletin-button")))
    assert any("通报" in file.name for file in papers)
    await passes(plain_town, at(31, 18))
    assert len(asked_to_name(olga)) == 1


async def test_unit_whose_only_contact_has_blocked_the_bot_reaches_the_office_with_the_reason(
    plain_town: Town, olga: Chat
) -> None:
    plain_town.chats[CLARA].phone.blocks()
    await passes(plain_town, TOLD)
    (told,) = told_of_late(olga)
    why = said("unreachable-blocked")
    clara = said("late-not-reached-one", kind="联络员", name="Clara", why=why)
    assert said("late-not-reached", people=clara) in told.split("\n")
    record = await olga.sends(f"/why {PARKS}")
    sent = said("why-sent-delivered", name="Olga", at="8月11日（周四）09:30", reason="")
    assert said("why-line", at="8月11日（周四）09:30", kind="经办人", what=sent) in record.text


async def test_unit_of_which_nobody_has_joined_reaches_the_office_too(
    plain_town: Town, olga: Chat
) -> None:
    def gone(session: Session) -> None:
        clara = session.exec(select(Contact).where(Contact.name == "Clara")).one()
        clara.ended_at = plain_town.clock.now()

    await plain_town.app.database.unit(gone)
    await passes(plain_town, TOLD)
    (told,) = told_of_late(olga)
    assert said("late-not-reached", people=said("late-not-reached-nobody")) in told.split("\n")


async def test_call_that_the_office_has_not_made_is_brought_to_its_mind_and_leaders_wait(
    plain_town: Town, olga: Chat
) -> None:
    await only_a_telephone(plain_town, ROADS)
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await passes(plain_town, TOLD, lena)
    lena.expects_nothing_more()
    (told,) = told_of_late(olga)
    why = said("late-not-reached-call", on="8月4日", phone=NUMBER)
    paul = said("late-not-reached-one", kind="联络员", name="Paul", why=why)
    assert said("late-not-reached", people=paul) in told.split("\n")


async def test_call_that_nobody_answered_is_named_too(plain_town: Town, olga: Chat) -> None:
    await only_a_telephone(plain_town, ROADS)
    await passes(plain_town, at(8, 10), olga)
    olga.news()
    await olga.taps("calls-button-failed", place=1)
    await passes(plain_town, TOLD)
    (told,) = told_of_late(olga)
    why = said("late-not-reached-no-answer", on="8月8日", phone=NUMBER)
    assert said("late-not-reached-one", kind="联络员", name="Paul", why=why) in told


async def test_unit_that_was_called_yesterday_afternoon_has_its_workday(
    plain_town: Town, olga: Chat
) -> None:
    await only_a_telephone(plain_town, ROADS)
    await passes(plain_town, at(10, 15), olga)
    olga.news()
    await olga.sends("/calls")
    await olga.taps("calls-button-called", place=1)
    await passes(plain_town, at(11, 14))
    (others,) = told_of_late(olga)
    assert ROADS not in others
    await passes(plain_town, at(11, 15, 1))
    assert ROADS in told_of_late(olga)[-1]
    assert "! " not in told_of_late(olga)[-1]


async def test_whom_a_refused_reminder_did_not_reach_stands_beside_the_unit_with_the_way_on(
    plain_town: Town, olga: Chat
) -> None:
    await passes(plain_town, at(8, 9))
    too_long = ApiError(400, "Bad Request: message is too long")
    plain_town.sandbox.faults.next("sendMessage", refusal(too_long), chat_id=ADA)
    await passes(plain_town, TOLD)
    (told,) = told_of_late(olga)
    (refused,) = [row for row in await plain_town.outbox() if row.state is OutboxState.DEAD]
    ada = said(
        "not-reached-one",
        kind="联络员",
        name="Ada",
        on="8月8日",
        doubtful=0,
        why="内容超过长度上限（Message is too long）",
        phone="none",
        number=str(refused.id),
    )
    roads = told.split("\n")[2:5]
    assert roads[0] == said("late-unit", unit=ROADS, count=2, filled=0, extended=0, until="")
    assert "8月8日" not in roads[1]
    assert roads[2] == said("late-not-reached", people=ada)


async def test_message_to_the_office_says_who_has_filed_since(plain_town: Town, olga: Chat) -> None:
    await passes(plain_town, TOLD)
    (before,) = told_of_late(olga)
    await plain_town.chats[ADA].files()
    look_at_others(plain_town)
    filed = said("late-done-filed", unit=ROADS, at="8月11日（周四）09:30")
    assert told_of_late(olga) == [f"{before}\n{filed}"]


async def test_filing_takes_back_what_waits_and_the_others_are_written_anew(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await passes(plain_town, TOLD - A_MINUTE)
    await ada.fills()
    plain_town.clock.move_to(TOLD)
    await plain_town.app.parts.ticks.plan()
    ada.phone.taps(said("button-file"))
    await plain_town.receives()
    await plain_town.steps()
    (told,) = told_of_late(olga)
    assert f"{ROADS}：" not in told
    assert all(f"{unit}：" in told for unit in (WATER, PARKS))

    def look(session: Session) -> list[tuple[str, OutboxState]]:
        rows = session.exec(
            select(Unit.name, OutboxRow)
            .select_from(Reminder)
            .join(Chase, col(Chase.id) == Reminder.chase_id)
            .join(Report, col(Report.id) == Chase.report_id)
            .join(Unit, col(Unit.id) == Report.unit_id)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
            .where(Reminder.audience == ContactKind.COORDINATOR)
            .order_by(col(Reminder.id))
        )
        return [(unit, row.state) for unit, row in rows]

    assert await plain_town.reads(look) == [
        (ROADS, OutboxState.CANCELLED),
        (WATER, OutboxState.SENT),
        (PARKS, OutboxState.SENT),
    ]
    look_at_others(plain_town)


async def test_returned_reports_stand_apart_with_the_reason(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[BORIS].files()
    await olga.sends(f"/return {WATER} Say more.")
    await passes(plain_town, at(12))
    start = start_of("late-returned", tone="escalation", period="7月份", count=1)
    told = [m.text for m in olga.phone.chat if m.from_bot and m.text.startswith(start)]
    assert len(told) == 1
    line = said("late-unit-returned", unit=WATER, count=2, reason="Say more.")
    assert line in told[0].split("\n")


MANY = tuple(
    f"某某市第{number}产业发展服务中心（某某市产业促进和招商引资工作领导小组办公室）"
    for number in range(1, 101)
)


@pytest.fixture
async def large(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """An office of a hundred units, in one task force; nobody of them has come."""
    measures = [
        assigned(str(number), *((unit, Role.RESPONSIBLE) for unit in MANY), task_force="畅通专班")
        for number in range(1, 4)
    ]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        town.person("Olga", OLGA).phone.starts()
        await town.steps()
        await town.joins("Fay", OTTO, "畅通专班", ContactKind.TASK_FORCE)
        town.reads_all()
        yield town
        town.reads_all()


async def test_however_many_units_are_late_each_is_told_of_in_messages_that_fit(
    large: Town,
) -> None:
    for moment in (at(1, 9), at(11, 10), at(15, 10)):
        await large.moves_to(moment)
    large.reads_all()
    fay = large.chats[OTTO]
    fay.phone.sends("/status")
    large.chats[OLGA].phone.sends("/board")
    await large.steps()
    assert {row.state for row in await large.outbox()} == {OutboxState.SENT}
    late = start_of("late-outstanding", tone="bulletin", period="7月份")
    missing = start_of("force-told", tone="notice", force="畅通专班", period="7月份")
    for chat, start in ((large.chats[OLGA], late), (fay, missing)):
        told = [m.text for m in chat.phone.chat if m.text.startswith(start)]
        assert len(told) > 1
        assert [sum(unit in text for text in told) for unit in MANY] == [1] * len(MANY)
