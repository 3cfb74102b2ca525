"""What the coordinator does about who is missing: calls, text to paste, reminders by hand."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from dialog.press import Action, Press
from models.chases import Chase, Reminder
from models.cycles import Report
from models.extensions import request_extension
from models.nudges import Nudge
from models.offices import unit_named
from models.people import Contact, Person
from scheduler.nudging import NUDGE
from tests.chat import OPENS, TIMES, TWO_MEASURES, Chat, Town, a_town, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER
from vocabulary.terms import CallOutcome, Channel, ChaseKind, ContactKind

OTTO, LENA = 6_000_000_001, 6_000_000_002
NUMBER = "0359-8023456"


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def gets_a_contact(
    town: Town, unit: str, kind: ContactKind = ContactKind.LIAISON, *, instead: bool = True
) -> None:
    """Somebody without Telegram, named Paul. instead: in the place of the unit's liaison."""
    office_id, now = town.desk.office_id, town.clock.now()

    def add(session: Session) -> None:
        found = unit_named(session, office_id, unit)
        assert found is not None
        if instead:
            for contact in session.exec(select(Contact).where(Contact.unit_id == found.id)):
                contact.ended_at = now
        session.add(
            Contact(
                office_id=office_id,
                unit_id=found.id,
                kind=kind,
                name="Paul",
                phone=NUMBER,
                since=now,
            )
        )

    await town.app.database.unit(add)


def look_at_others(town: Town, *but: int) -> None:
    for user_id, chat in town.chats.items():
        if user_id not in but:
            chat.news()


async def calls(town: Town) -> list[tuple[str, CallOutcome | None]]:
    def look(session: Session) -> list[tuple[str, CallOutcome | None]]:
        rows = session.exec(select(Reminder).where(Reminder.channel == Channel.PHONE))
        return [(row.rung, row.call_outcome) for row in rows]

    return await town.reads(look)


def call(place: int, unit: str, kind: str = "联络员", left: int = 2) -> str:
    return said(
        "calls-line",
        place=place,
        unit=unit,
        kind=kind,
        name="Paul",
        phone=NUMBER,
        month="7月份",
        left=left,
        numbers="1、2" if left == 2 else "2",
        extended=0,
        until="",
    )


# ── by telephone ───────────────────────────────────────────────────────────────────────────────


async def test_liaison_without_a_chat_becomes_a_call_with_the_number_and_what_is_missing(
    plain_town: Town, olga: Chat
) -> None:
    await gets_a_contact(plain_town, ROADS)
    await plain_town.moves_to(at(4))
    card = olga.the_news()
    assert card.text.split("\n") == [said("calls-title", count=1), TIMES, call(1, ROADS)]
    assert card.labels == [
        said("calls-button-called", place=1),
        said("calls-button-failed", place=1),
    ]
    done = await olga.taps("calls-button-called", place=1)
    assert done.text == said("calls-none")
    assert olga.toast == said("calls-noted")
    assert (await calls(plain_town))[-1][1] is CallOutcome.TOLD
    await plain_town.moves_to(at(4, 12))
    olga.expects_nothing_more()
    look_at_others(plain_town, OLGA)


async def test_next_rung_is_a_new_call_and_takes_the_place_of_one_that_was_not_made(
    plain_town: Town, olga: Chat
) -> None:
    await gets_a_contact(plain_town, ROADS)
    await plain_town.moves_to(at(4))
    olga.the_news()
    await plain_town.moves_to(at(5))
    assert olga.the_news().text.split("\n") == [said("calls-title", count=1), TIMES, call(1, ROADS)]
    assert [outcome for _, outcome in await calls(plain_town)] == [CallOutcome.OVERTAKEN, None]
    again = await olga.sends("/calls")
    assert again.text.split("\n") == [said("calls-title", count=1), TIMES, call(1, ROADS)]
    look_at_others(plain_town, OLGA)


async def test_filing_takes_the_call_off_the_list(plain_town: Town, olga: Chat) -> None:
    await gets_a_contact(plain_town, ROADS)
    await plain_town.moves_to(at(4))
    olga.the_news()
    ada = await plain_town.joins("Ada", ADA, ROADS)
    await ada.files()
    assert said("calls-none") in [message.text for message in olga.news()]
    assert (await olga.presses(Press(Action.CALLED, 1).data())).text == said("stale")
    assert (await olga.sends("/calls")).text == said("calls-none")
    look_at_others(plain_town, OLGA)


async def test_call_that_one_coordinator_made_is_off_the_other_ones_list(
    plain_town: Town, olga: Chat
) -> None:
    otto = plain_town.person("Otto", OTTO)
    otto.phone.starts(await plain_town.link(None, ContactKind.COORDINATOR))
    await plain_town.steps()
    for unit in (ROADS, WATER):
        await gets_a_contact(plain_town, unit)
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    await olga.taps("calls-button-called", place=1)
    (left,) = otto.news()
    assert left.text.split("\n") == [said("calls-title", count=1), TIMES, call(1, WATER)]
    look_at_others(plain_town)


async def test_superior_waits_until_the_call_was_made_and_a_workday_has_passed(
    plain_town: Town, olga: Chat
) -> None:
    await gets_a_contact(plain_town, ROADS)
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.moves_to(at(8, 10))
    await plain_town.moves_to(at(9, 12))
    lena.expects_nothing_more()
    olga.news()
    await olga.taps("calls-button-called", place=1)
    await plain_town.moves_to(at(10, 11, 59))
    lena.expects_nothing_more()
    await plain_town.moves_to(at(10, 12, 1))
    told = lena.the_news()
    assert told.text.startswith(start_of("notice-superior-overdue", tone="escalation", unit=ROADS))
    assert NUMBER in told.text
    assert "8月9日" in told.text
    look_at_others(plain_town)


async def test_where_nobody_answers_the_next_person_is_told(plain_town: Town, olga: Chat) -> None:
    await gets_a_contact(plain_town, ROADS)
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.moves_to(at(4))
    olga.news()
    lena.expects_nothing_more()
    await olga.taps("calls-button-failed", place=1)
    assert olga.toast == said("calls-noted-failed")
    await plain_town.moves_to(at(4, 9, 30))
    assert said("notice-stands-in-before") in lena.the_news().text
    look_at_others(plain_town)


async def test_leader_without_a_chat_is_called_too(plain_town: Town, olga: Chat) -> None:
    await gets_a_contact(plain_town, ROADS, ContactKind.LEADER_IN_CHARGE, instead=False)
    await plain_town.moves_to(at(8, 9, 30))
    look_at_others(plain_town)
    await plain_town.moves_to(at(9, 9, 30))
    (card,) = [m for m in olga.news() if m.text.startswith(start_of("calls-title", count=1))]
    assert call(1, ROADS, "分管领导") in card.text
    look_at_others(plain_town)


async def test_liaison_who_has_blocked_the_bot_is_called_where_there_is_a_number(
    plain_town: Town, olga: Chat
) -> None:
    def number(session: Session) -> None:
        session.exec(select(Contact).where(Contact.name == "Ada")).one().phone = NUMBER

    await plain_town.app.database.unit(number)
    plain_town.chats[ADA].phone.blocks()
    await plain_town.steps()
    olga.the_news()
    await plain_town.moves_to(at(4))
    card = olga.the_news()
    assert card.text.split("\n")[2] == call(1, ROADS).replace("Paul", "Ada")
    look_at_others(plain_town)


async def test_many_calls_are_one_message(plain_town: Town, olga: Chat) -> None:
    for unit in (ROADS, WATER, PARKS):
        await gets_a_contact(plain_town, unit)
    await plain_town.moves_to(at(4))
    card = olga.the_news()
    assert card.text.split("\n") == [
        said("calls-title", count=3),
        TIMES,
        call(1, ROADS),
        call(2, WATER),
        call(3, PARKS, left=1),
    ]
    left = await olga.taps("calls-button-called", place=2)
    assert left.text.split("\n")[0] == said("calls-title", count=2)
    look_at_others(plain_town)


# ── text for another chat ──────────────────────────────────────────────────────────────────────


async def test_text_to_paste_says_who_is_missing_and_until_when(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(4, 17))
    look_at_others(plain_town)
    await olga.sends("/board")
    pasted = await olga.taps("paste-button")
    assert pasted.text == (
        "截至8月4日（周四）17:00，2022年7月份任务完成情况应报3家，已报1家，未报2家："
        f"Water、Parks。请按时报送。\n{TIMES}"
    )
    assert [entity.type for entity in pasted.entities] == ["pre"]
    again = await olga.sends("/remind_text 2022-07")
    assert again.text == pasted.text


async def test_text_to_paste_after_the_hour_and_when_nobody_is_missing(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.moves_to(at(8, 8))
    look_at_others(plain_town)
    late = await olga.sends("/remind_text")
    assert late.text.endswith(f"截止时间已过，仍可报送，请尽快。\n{TIMES}")
    for user_id in (ADA, BORIS, CLARA):
        await plain_town.chats[user_id].files()
    olga.news()
    done = await olga.sends("/remind_text")
    assert done.text.endswith(f"应报3家，已全部报送。\n{TIMES}")


# ── a reminder by hand ─────────────────────────────────────────────────────────────────────────


async def nudges(town: Town) -> list[tuple[int, int]]:
    def look(session: Session) -> list[tuple[int, int]]:
        return [(row.number, row.units) for row in session.exec(select(Nudge))]

    return await town.reads(look)


async def nudge(olga: Chat, *, count: int = 2) -> None:
    await olga.sends("/board")
    await olga.taps("nudge-button")
    await olga.taps("nudge-button-send", count=count)


async def test_everybody_missing_is_reminded_once_confirmed_and_who_filed_is_not(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await olga.sends("/board")
    asked = await olga.taps("nudge-button")
    assert asked.text.split("\n") == [said("nudge-confirm", count=2, unreached=0), TIMES]
    look_at_others(plain_town, BORIS, CLARA)
    plain_town.chats[BORIS].expects_nothing_more()
    done = await olga.taps("nudge-button-send", count=2)
    assert done.text.split("\n") == [said("nudge-done", count=2, unreached=0), TIMES]
    for user_id, unit in ((BORIS, WATER), (CLARA, PARKS)):
        told = plain_town.chats[user_id].the_news()
        assert unit in told.text
        assert said("notice-button-start") in told.labels
    plain_town.chats[ADA].expects_nothing_more()
    assert await nudges(plain_town) == [(1, 2)]


async def test_reminder_by_hand_is_of_the_report_though_the_unit_waits_for_an_answer_of_the_office(
    plain_town: Town, olga: Chat
) -> None:
    report_id = (await plain_town.report_of(ROADS)).id

    def asked(session: Session) -> None:
        ada = session.exec(select(Person).where(Person.user_id == ADA)).one()
        report, now = session.get_one(Report, report_id), plain_town.clock.now()
        request_extension(session, report, ada, until=at(12), reason="Illness.", now=now)

    def nudged(session: Session) -> set[ChaseKind]:
        rows = select(Chase).join(Reminder, col(Reminder.chase_id) == Chase.id)
        return {chase.kind for chase in session.exec(rows.where(Reminder.rung == NUDGE))}

    await plain_town.app.database.unit(asked)
    await nudge(olga, count=3)
    assert ROADS in plain_town.chats[ADA].the_news().text
    assert await plain_town.reads(nudged) == {ChaseKind.REPORT_OUTSTANDING}
    look_at_others(plain_town)


async def test_unit_that_was_given_more_time_is_not_reminded_by_hand_and_the_office_is_told(
    plain_town: Town, olga: Chat
) -> None:
    ada, boris, clara = (plain_town.chats[who] for who in (ADA, BORIS, CLARA))
    await ada.sends("/extend 延至8月10日，The bridge is counted only next week.")
    look_at_others(plain_town)
    await olga.taps("extension-button-grant")
    look_at_others(plain_town)
    await olga.sends("/board")
    asked = await olga.taps("nudge-button")
    later = said("nudge-later", count=1, units=ROADS)
    assert asked.text.split("\n") == [said("nudge-confirm", count=2, unreached=0), later, TIMES]
    done = await olga.taps("nudge-button-send", count=2)
    assert done.text.split("\n") == [said("nudge-done", count=2, unreached=0), later, TIMES]
    ada.expects_nothing_more()
    look_at_others(plain_town)
    for chat in (boris, clara):
        await chat.files()
    olga.news()
    await plain_town.moves_to(at(2, 10))
    await olga.sends("/board")
    left = await olga.taps("nudge-button")
    assert left.text == said("nudge-nobody-yet", count=1, units=ROADS)
    look_at_others(plain_town)
    await plain_town.moves_to(at(11, 10))
    look_at_others(plain_town)
    await nudge(olga, count=1)
    assert ROADS in ada.the_news().text


async def test_second_one_within_the_hour_is_refused(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(2, 10))
    look_at_others(plain_town)
    await nudge(olga)
    look_at_others(plain_town)
    cycle_id = (await plain_town.report_of(ROADS)).cycle_id
    for argument in ("", "yes"):
        refused = await olga.presses(Press(Action.NUDGE, cycle_id, argument).data())
        assert refused.text == said("nudge-too-soon", at="8月2日（周二）11:00")
    await plain_town.moves_to(at(2, 11, 1))
    look_at_others(plain_town)
    await nudge(olga)
    look_at_others(plain_town)
    assert await nudges(plain_town) == [(1, 2), (2, 2)]


@pytest.mark.parametrize("moment", [at(1, 20), at(6, 10)])
async def test_outside_working_hours_it_says_so_and_goes_out_when_confirmed(
    plain_town: Town, olga: Chat, moment: datetime
) -> None:
    await plain_town.moves_to(moment)
    look_at_others(plain_town)
    await olga.sends("/board")
    asked = await olga.taps("nudge-button")
    assert asked.text.split("\n") == [said("nudge-confirm-outside", count=3, unreached=0), TIMES]
    await olga.taps("nudge-button-send", count=3)
    assert ROADS in plain_town.chats[ADA].the_news().text
    look_at_others(plain_town)


async def test_nobody_missing_nobody_reminded(plain_town: Town, olga: Chat) -> None:
    for user_id in (ADA, BORIS, CLARA):
        await plain_town.chats[user_id].files()
    await olga.sends("/board")
    assert (await olga.taps("nudge-button")).text == said("nudge-nobody")
    assert await nudges(plain_town) == []


async def test_board_names_a_unit_once_and_marks_whom_no_message_reaches(
    plain_town: Town, olga: Chat
) -> None:
    plain_town.chats[BORIS].phone.blocks()
    await plain_town.steps()
    olga.the_news()
    board = await olga.sends("/board")
    assert board.text.count(WATER) == 1
    assert said("board-unit-unreachable", unit=WATER, done=0, count=2) in board.text


async def test_opening_is_a_call_as_well(sqlite_url: str, tmp_path: Path) -> None:
    async with a_town(sqlite_url, tmp_path / "files", measures=TWO_MEASURES) as town:
        await with_people(town)
        await gets_a_contact(town, ROADS)
        await town.moves_to(OPENS)
        texts = [message.text for message in town.chats[OLGA].news()]
        assert any(call(1, ROADS) in text for text in texts)
        look_at_others(town)
